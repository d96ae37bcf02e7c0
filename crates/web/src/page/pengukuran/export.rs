//! The sheet as a file: what stands on it, line by line.

use super::*;
use crate::export::Cell;
use crate::list::{Column, Listing, figure_cell};

/// A line of the sheet.
pub(super) struct Line {
    /// What its group is about: an indikator, or nothing for a row of the budget.
    about: String,
    name: String,
    satuan: String,
    cells: [Cell; COLUMNS.len()],
}

impl<'a> Sheet<'a> {
    /// The lines of this part of the sheet, those that are found by what is searched for.
    pub(super) fn listing(&'a self) -> Listing<'a, Line> {
        let lines = match self.part {
            Part::Budget => {
                self.berkas.program_kegiatan.iter().map(|it| self.budget_line(it)).collect()
            }
            _ => self.indikator().flat_map(|it| self.lines(it)).collect(),
        };
        let about = if self.part == Part::Budget { "Bagian" } else { "Indikator" };
        let mut columns = vec![
            Column::text("tentang", about, |it: &Line| &it.about),
            Column::text("uraian", "Uraian", |it: &Line| &it.name),
            Column::text("satuan", "Satuan", |it: &Line| &it.satuan),
        ];
        for (place, periode) in COLUMNS.into_iter().enumerate() {
            let of = move |it: &Line| it.cells[place].clone();
            columns.push(Column::cell(periode.code(), heading(periode), true, of));
        }
        let (office, part) = (self.context.perangkat(), self.part.code());
        let name = format!("ukur-{part}-{office}-{}", self.year);
        Listing::of(self.ask, (self.context.plain("ukur"), name), columns, lines)
    }

    fn lines(&self, it: &Indikator) -> Vec<Line> {
        let line = |name: &str, satuan: &str, cells| Line {
            about: it.nama.clone(),
            name: name.to_owned(),
            satuan: satuan.to_owned(),
            cells,
        };
        let figures = |what: &str| COLUMNS.map(|at| figure_cell(self.figure(it, at, what)));
        let mut lines = vec![line("Target", &it.satuan, figures("target"))];
        for row in self.berkas.variabel.iter().filter(|row| row.indikator == it.id) {
            let typed = COLUMNS.map(|at| {
                let key = [it.id.as_str(), row.id.as_str(), &self.year, at.code()];
                Cell::Number(self.cells.kept.get(&CellKey::new(&VARIABEL, &key)).0.to_owned())
            });
            lines.push(line(&row.nama, &row.satuan, typed));
        }
        lines.push(line("Realisasi", &it.satuan, figures("realisasi")));
        lines.push(line("Capaian", "%", figures("capaian")));
        lines.push(line("Capaian s.d.", "%", figures(TO_DATE)));
        lines
    }

    fn budget_line(&self, it: &ProgramKegiatan) -> Line {
        Line {
            about: crate::page::table::title(it.jenjang.code()),
            name: it.nama.clone(),
            satuan: "Rp".to_owned(),
            cells: COLUMNS.map(|at| figure_cell(self.spent(it.id.as_str(), at))),
        }
    }
}
