//! LAP021: a narrative refers in braces to an indikator, a row, a document, an evaluation or a
//! figure that is not there.

use std::collections::BTreeSet;

use selaras_domain::FigureId;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP021",
    name: "reference-to-nothing",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("reference_to_nothing.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.narasi.is_empty() {
        return NotAssessable("narasi laporan belum ada");
    }
    for it in &s.berkas.narasi {
        let mut told = BTreeSet::new();
        for call in calls(&it.teks) {
            let parts: Vec<&str> = call.split_whitespace().collect();
            let Some(missing) = missing(s, &parts) else { continue };
            let written = parts.join(" ");
            if !told.insert(written.clone()) {
                continue;
            }
            findings.push(
                Place::row("narasi", &[it.id.as_str()], format!("narasi {}", it.id)),
                format!("Rujukan {{{written}}} tidak menunjuk apa pun: {missing} tidak ada."),
                "Perbaiki rujukannya, atau lengkapi data yang dirujuk; laporan tidak dapat dibuat \
                 selama rujukannya kosong.",
            );
        }
    }
    Assessed
}

/// What stands between braces. `\{` is a brace to be printed; a pair that does not close is said when
/// the report is made.
fn calls(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(place) = rest.find(['\\', '{']) {
        if rest[place..].starts_with('\\') {
            let after = &rest[place + 1..];
            let is_escape = after.starts_with(['{', '}', '\\']);
            rest = if is_escape { &after[1..] } else { after };
            continue;
        }
        let inner = &rest[place + 1..];
        match inner.find(['{', '}']) {
            Some(end) if inner[end..].starts_with('}') => {
                found.push(&inner[..end]);
                rest = &inner[end + 1..];
            }
            _ => rest = inner,
        }
    }
    found
}

/// What a reference names that the facts do not have. Forms of other kinds, and the tables and
/// drawings of the report, are known only where the report is made.
fn missing(s: &Subject<'_>, parts: &[&str]) -> Option<String> {
    let indikator = |id: &str| {
        let is_known = s.berkas.indikator.iter().any(|it| it.id.as_str() == id);
        (!is_known).then(|| format!("indikator «{id}»"))
    };
    let baris = |id: &str| {
        let is_sum = matches!(id, "total" | "prioritas") || id.starts_with("belanja-");
        let is_known = s.berkas.program_kegiatan.iter().any(|it| it.id.as_str() == id);
        (!is_sum && !is_known).then(|| format!("baris «{id}»"))
    };
    let dokumen = |id: &str| {
        let is_known = s.berkas.dokumen.iter().any(|it| it.id.as_str() == id);
        (!is_known).then(|| format!("dokumen «{id}»"))
    };
    let evaluasi = |id: &str| {
        let is_known = s.berkas.evaluasi.iter().any(|it| it.id.as_str() == id);
        (!is_known).then(|| format!("evaluasi «{id}»"))
    };
    let figure = |id: String| {
        let is_known = s.hasil.get(&FigureId::new(&id)).is_some();
        (!is_known).then(|| format!("angka «{id}»"))
    };
    match *parts {
        ["terbilang", ref rest @ ..] => missing(s, rest),
        ["target" | "pagu", id, _, document] => {
            let of = if parts[0] == "pagu" { baris(id) } else { indikator(id) };
            of.or_else(|| dokumen(document))
        }
        [what @ ("target" | "realisasi" | "capaian"), id, year] => indikator(id).or_else(|| {
            let tahun = year_of(s, year)?;
            figure(format!("indikator/{id}/{tahun}/{what}"))
        }),
        ["kemajuan" | "penyerapan" | "efisiensi" | "predikat", id, _] | ["nama" | "satuan", id] => {
            indikator(id)
        }
        ["variabel", id, variabel, _] => indikator(id).or_else(|| {
            let mut own = s.berkas.variabel.iter().filter(|it| it.indikator.as_str() == id);
            let is_known = own.any(|it| it.id.as_str() == variabel);
            (!is_known).then(|| format!("variabel «{variabel}» dari «{id}»"))
        }),
        ["ubah", _, id, _, _] => indikator(id),
        ["pagu" | "realisasi-anggaran" | "serapan", id, _] | ["nama-baris", id] => baris(id),
        ["judul" | "nomor" | "tanggal" | "penerbit", id] => dokumen(id),
        ["nilai-evaluasi" | "indeks-evaluasi" | "predikat-evaluasi" | "arti-evaluasi", id] => {
            evaluasi(id)
        }
        ["angka", id] => figure(id.to_owned()),
        _ => None,
    }
}

/// The year that a word of a reference means, where the year of the report alone tells it.
fn year_of(s: &Subject<'_>, word: &str) -> Option<Tahun> {
    match word {
        "tahun" => Some(s.tahun()),
        "tahun-lalu" => s.tahun().previous(),
        _ => word.parse().ok().and_then(Tahun::new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brace_to_be_printed_or_left_open_is_no_reference() {
        assert_eq!(calls("a {b c} \\{d\\} \\\\{e} {f {g}"), ["b c", "e", "g"]);
        assert_eq!(calls("} {"), Vec::<&str>::new());
    }
}
