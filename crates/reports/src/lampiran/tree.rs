//! The rows of the budget tree that a document mentions, parents before their children.

use selaras_domain::{BarisId, Berkas, Jenjang, ProgramKegiatan};

/// Rows for which `is_mentioned` says yes, and all rows above them, in printing order.
///
/// The row of the total is none of them: it stands at the foot of a table.
pub(super) fn mentioned(
    berkas: &Berkas,
    is_mentioned: impl Fn(&BarisId) -> bool,
) -> Vec<&ProgramKegiatan> {
    let mut rows = Vec::new();
    descend(berkas, None, &is_mentioned, &mut rows);
    // A row may name the total as its parent or name none: both are a root.
    let mut all = berkas.program_kegiatan.iter();
    if let Some(total) = all.find(|it| it.jenjang == Jenjang::Total) {
        descend(berkas, Some(&total.id), &is_mentioned, &mut rows);
    }
    rows
}

fn descend<'a>(
    berkas: &'a Berkas,
    induk: Option<&BarisId>,
    is_mentioned: &impl Fn(&BarisId) -> bool,
    rows: &mut Vec<&'a ProgramKegiatan>,
) {
    let all = berkas.program_kegiatan.iter();
    for row in all.filter(|it| it.jenjang != Jenjang::Total && it.induk.as_ref() == induk) {
        let place = rows.len();
        rows.push(row);
        descend(berkas, Some(&row.id), is_mentioned, rows);
        if rows.len() == place + 1 && !is_mentioned(&row.id) {
            rows.truncate(place);
        }
    }
}

/// How far the name of a row is indented.
pub(super) fn indent(jenjang: Jenjang) -> u8 {
    match jenjang {
        Jenjang::Total | Jenjang::Unsur | Jenjang::Urusan | Jenjang::Program => 0,
        Jenjang::Kegiatan => 1,
        Jenjang::Subkegiatan => 2,
    }
}

/// How a row is called where it is spoken of: `1.5 Administrasi Umum Perangkat Daerah`.
pub(super) fn title(row: &ProgramKegiatan) -> String {
    match &row.nomor {
        Some(nomor) => format!("{nomor} {}", row.nama),
        None => row.nama.clone(),
    }
}
