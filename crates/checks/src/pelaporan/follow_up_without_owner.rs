//! LAP007: what will be done about an indikator has no one who does it, or no day by which.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP007",
    name: "tindak-lanjut-without-owner",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("follow_up_without_owner.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let rows: Vec<_> = s.berkas.tindak_lanjut.iter().filter(|it| it.tahun == s.tahun()).collect();
    if rows.is_empty() {
        return NotAssessable("tindak lanjut tahun ini belum tercatat");
    }
    for it in &s.berkas.indikator {
        let own: Vec<_> = rows.iter().filter(|row| row.indikator == it.id).collect();
        let open =
            own.iter().filter(|row| row.penanggung_jawab.is_none() || row.batas_waktu.is_none());
        let open: Vec<_> = open.collect();
        let Some(first) = open.first() else { continue };
        let nobody = open.iter().filter(|row| row.penanggung_jawab.is_none()).count();
        let no_day = open.iter().filter(|row| row.batas_waktu.is_none()).count();
        let mut missing = Vec::new();
        if nobody > 0 {
            missing.push(format!("{nobody} tanpa penanggung jawab"));
        }
        if no_day > 0 {
            missing.push(format!("{no_day} tanpa batas waktu"));
        }
        let place = |row: &selaras_domain::TindakLanjut| {
            let key = [it.id.as_str(), &row.tahun.to_string(), &row.nomor.to_string()];
            Place::row("tindak_lanjut", &key, format!("tindak lanjut {}", it.id))
        };
        findings.push_with(
            place(first),
            open.iter().skip(1).map(|row| place(row)).collect(),
            format!("Dari {} tindak lanjut «{}», {}.", own.len(), it.nama, words::list(&missing)),
            "Tetapkan siapa yang mengerjakan dan sampai kapan.",
        );
    }
    Assessed
}
