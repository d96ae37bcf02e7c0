//! PRN014: the unit of an indikator does not go with its name.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN014",
    name: "satuan-against-name",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::SMART],
    page: include_str!("satuan_against_name.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.indikator.is_empty() {
        return NotAssessable("indikator belum tercatat");
    }
    for it in &s.berkas.indikator {
        let satuan = words::normal(&it.satuan);
        let is_percent = it.satuan.trim() == "%" || satuan == "persen" || satuan == "persentase";
        let name = words::words(&it.nama);
        let first = name.first().map_or("", String::as_str);
        let wrong = match first {
            "persentase" | "prosentase" => !is_percent,
            "jumlah" | "banyaknya" | "indeks" | "nilai" => is_percent,
            _ => false,
        };
        let unit_of_name = match first {
            "jumlah" => name.get(1).filter(|it| UNITS.contains(&it.as_str())),
            _ => None,
        };
        let other = unit_of_name.filter(|it| UNITS.contains(&satuan.as_str()) && **it != satuan);
        if wrong {
            findings.push(
                Place::indikator(it).column("satuan"),
                format!("«{}» bersatuan {}; namanya menyebut {first}.", it.nama, it.satuan),
                "Samakan satuan dengan yang disebut nama indikator.",
            );
        } else if let Some(named) = other {
            findings.push(
                Place::indikator(it).column("satuan"),
                format!(
                    "«{}» bersatuan {}, sedangkan namanya menghitung {named}.",
                    it.nama, it.satuan
                ),
                "Pakai satuan yang disebut nama indikator, seperti pada katalog nomenklatur.",
            );
        }
    }
    Assessed
}

/// Things that an output is counted in, and that exclude each other.
const UNITS: [&str; 6] = ["dokumen", "laporan", "paket", "unit", "orang", "berkas"];
