//! Trees: which level may stand under which.

use std::collections::HashMap;

use selaras_domain::{BarisId, Code, Id, JenisUnitKerja, Jenjang};

use super::cell;
use crate::error::{Problem, Problems, shown};
use crate::tables::Lists;

/// The id of the row that stands for the whole office.
const TOTAL: &str = "total";

pub(super) fn check(lists: &Lists, problems: &mut Problems) {
    check_program_kegiatan(lists, problems);
    check_unit_kerja(lists, problems);
}

/// Permendagri 90/2019: urusan, program, kegiatan, subkegiatan, none of them left out below a
/// program.
fn check_program_kegiatan(lists: &Lists, problems: &mut Problems) {
    let rows = &lists.program_kegiatan;
    let jenjang: HashMap<&BarisId, Jenjang> =
        rows.items.iter().map(|it| (&it.id, it.jenjang)).collect();
    for (line, row) in rows.iter() {
        let is_total = row.jenjang == Jenjang::Total;
        if is_total != (row.id.as_str() == TOTAL) {
            let found =
                format!("baris {} berjenjang `{}`", shown(row.id.as_str()), row.jenjang.code());
            problems.push(cell("program_kegiatan", line, "jenjang"), Problem::TotalRow { found });
        }
        let parent = match &row.induk {
            None => None,
            Some(induk) => match jenjang.get(induk) {
                Some(jenjang) => Some(*jenjang),
                // Nothing is known of it, which has been reported.
                None => continue,
            },
        };
        let (allowed, words): (&[Option<Jenjang>], &'static str) = match row.jenjang {
            Jenjang::Total => (&[None], "tidak ada"),
            Jenjang::Unsur => (&[None, Some(Jenjang::Total)], "total, atau tanpa induk"),
            Jenjang::Urusan => (
                &[None, Some(Jenjang::Total), Some(Jenjang::Unsur)],
                "unsur atau total, atau tanpa induk",
            ),
            Jenjang::Program => (
                &[None, Some(Jenjang::Total), Some(Jenjang::Unsur), Some(Jenjang::Urusan)],
                "urusan, unsur atau total, atau tanpa induk",
            ),
            Jenjang::Kegiatan => (&[Some(Jenjang::Program)], "program"),
            Jenjang::Subkegiatan => (&[Some(Jenjang::Kegiatan)], "kegiatan"),
        };
        if !allowed.contains(&parent) {
            let found = match parent {
                Some(parent) => format!("berada di bawah {}", parent.code()),
                None => "tidak berinduk".to_owned(),
            };
            let problem = Problem::WrongParent { child: row.jenjang.code(), found, allowed: words };
            problems.push(cell("program_kegiatan", line, "induk"), problem);
        }
    }
}

fn check_unit_kerja(lists: &Lists, problems: &mut Problems) {
    for (line, unit) in lists.unit_kerja.iter() {
        let is_head = unit.jenis == JenisUnitKerja::Kepala;
        let found = match (is_head, &unit.induk) {
            (true, Some(_)) => "unit berjenis `kepala` mempunyai induk",
            (false, None) => "unit yang bukan kepala tidak mempunyai induk",
            _ => continue,
        };
        problems.push(cell("unit_kerja", line, "induk"), Problem::UnitWithoutHead { found });
    }
}
