//! Annex: program, kegiatan and subkegiatan with their realisasi by quarter, kinerja beside money.
//!
//! The form of the evaluation of the Renja, after Permendagri 86/2017.

use std::collections::BTreeSet;

use selaras_domain::dokumen::{Align, Block, Cell, Inline, Inlines, RowKind, TableSize, text};
use selaras_domain::{
    BarisId, Berkas, Code, DokumenId, Figure, Id, Indikator, JenisDokumen, JenisIndikator, Jenjang,
    Keadaan, Periode, Pokok, ProgramKegiatan, RataRata, Tahun,
};

use super::remarks::{Certainty, Remarks, RowRemarks, UNFILLED, certainty};
use super::{cells, tree};
use crate::context::{Context, PartError};
use crate::table::{TableBuilder, centred, fixed, number, words};
use crate::words::decimals;

/// The quarters as the head of the form names them.
const TRIWULAN: [&str; 4] = ["I", "II", "III", "IV"];

/// `lampiran-realisasi`.
pub(super) fn part(ctx: &Context<'_>, _args: &[&str]) -> Result<Vec<Block>, PartError> {
    let tahun = ctx.tahun();
    let rows = rows(ctx.berkas, tahun);
    if rows.is_empty() {
        let sentence = format!(
            "Realisasi program, kegiatan, dan subkegiatan tahun {tahun} belum tercatat pada data, \
             sehingga tidak dapat disajikan."
        );
        return Ok(vec![Block::Paragraph(text(sentence))]);
    }
    let has_cumulative = rows
        .iter()
        .any(|it| ctx.of_anggaran(it.id.as_str(), tahun, "kumulatif/realisasi").is_some());
    let form = Form { ctx, tahun, rows, has_cumulative, places: Places::default() };
    let places = form.places();
    Ok(vec![Form { places, ..form }.table()])
}

/// Rows of the budget that was carried out, and rows on which something was spent or reached.
fn rows(berkas: &Berkas, tahun: Tahun) -> Vec<&ProgramKegiatan> {
    let budget = find_budget(berkas, tahun);
    let planned: BTreeSet<&BarisId> = berkas
        .pagu
        .iter()
        .filter(|it| it.tahun == tahun && Some(&it.dokumen) == budget)
        .map(|it| &it.baris)
        .collect();
    let spent: BTreeSet<&BarisId> = berkas
        .realisasi_anggaran
        .iter()
        .filter(|it| it.tahun == tahun)
        .map(|it| &it.baris)
        .collect();
    tree::mentioned(berkas, |id| planned.contains(id) || spent.contains(id))
}

/// The budget of the year that goes down to subkegiatan: as changed, as reported, as first passed.
fn find_budget(berkas: &Berkas, tahun: Tahun) -> Option<&DokumenId> {
    let is_leaf =
        |id: &BarisId| berkas.find_baris(id).is_some_and(|it| it.jenjang == Jenjang::Subkegiatan);
    let goes_down = |dokumen: &DokumenId| {
        let mut rows = berkas.pagu.iter();
        rows.any(|it| it.dokumen == *dokumen && it.tahun == tahun && is_leaf(&it.baris))
    };
    let kinds = [JenisDokumen::Dppa, JenisDokumen::RealisasiAnggaran, JenisDokumen::Dpa];
    kinds.iter().find_map(|jenis| {
        let of_kind = berkas.dokumen.iter().filter(|it| it.jenis == *jenis);
        of_kind.filter(|it| goes_down(&it.id)).max_by_key(|it| it.tanggal).map(|it| &it.id)
    })
}

struct Form<'c, 'a> {
    ctx: &'c Context<'a>,
    tahun: Tahun,
    rows: Vec<&'a ProgramKegiatan>,
    has_cumulative: bool,
    places: Places,
}

/// The decimals of the columns, so that each keeps one precision.
#[derive(Clone, Copy, Default)]
struct Places {
    /// Kinerja planned and reached.
    kinerja: u32,
    /// Capaian in percent.
    capaian: u32,
}

impl<'a> Form<'_, 'a> {
    fn places(&self) -> Places {
        let shown = || self.rows.iter().flat_map(|it| self.indikator(it));
        let figures = |what: &'static str| {
            shown().map(move |it| self.ctx.of_indikator(it.id.as_str(), self.tahun, what))
        };
        Places {
            kinerja: decimals(figures("target")).max(decimals(figures("realisasi"))),
            capaian: decimals(figures("capaian")),
        }
    }

    fn table(&self) -> Block {
        let mut columns = vec![fixed(80, Align::Left), words(1), number(), centred(), number()];
        // A pair of kinerja and money for each quarter, the year, and the percentages.
        columns.extend((0..12).map(|_| number()));
        columns.extend(self.has_cumulative.then(number));
        let title =
            format!("Program, kegiatan, subkegiatan, dan realisasi belanja tahun {}", self.tahun);
        let mut builder = TableBuilder::new("lampiran-realisasi", title)
            .columns(&columns)
            .head(self.head())
            .head(TRIWULAN.map(|it| Cell::text(it).spanning(2, 1)).to_vec())
            .head(self.head_below())
            .size(TableSize::Tiny);
        builder.push(RowKind::Numbers, self.numbers());
        let mut remarks = Remarks::default();
        for row in &self.rows {
            for (kind, cells) in self.lines(row, &mut remarks) {
                builder.push(kind, cells);
            }
        }
        for (kind, cells) in self.closing(&mut remarks) {
            builder.push(kind, cells);
        }
        let builder = self.general_notes().into_iter().fold(builder, TableBuilder::note);
        remarks.into_notes().into_iter().fold(builder, TableBuilder::note).finish()
    }

    fn head(&self) -> Vec<Cell> {
        let tall = |it: &str| Cell::text(it).spanning(1, 3);
        let pair = |it: String| Cell::text(it).spanning(2, 2);
        let mut head = vec![
            tall("No"),
            tall("Program, kegiatan, subkegiatan"),
            Cell::text(format!("Target {}", self.tahun)).spanning(3, 2),
            Cell::text("Realisasi triwulan").spanning(8, 1),
            pair(format!("Realisasi {}", self.tahun)),
            pair("Capaian (%)".to_owned()),
        ];
        if self.has_cumulative {
            head.push(Cell::text(format!("Realisasi s.d. {}", self.tahun)).spanning(1, 2));
        }
        head
    }

    fn head_below(&self) -> Vec<Cell> {
        let mut below = vec!["K", "Satuan", "Rp"];
        below.extend(["K", "Rp"].repeat(6));
        below.extend(self.has_cumulative.then_some("Rp"));
        below.into_iter().map(Cell::text).collect()
    }

    /// The numbers that the form gives its columns; pairs share one.
    fn numbers(&self) -> Vec<Cell> {
        let mut numbers = vec![Cell::text("1"), Cell::text("2"), Cell::text("3").spanning(3, 1)];
        numbers.extend(["4", "5", "6", "7", "8"].map(|it| Cell::text(it).spanning(2, 1)));
        numbers.push(Cell::text("9 = 8 ÷ 3 × 100").spanning(2, 1));
        numbers.extend(self.has_cumulative.then(|| Cell::text("10")));
        numbers.into_iter().map(|it| it.aligned(Align::Center)).collect()
    }

    fn width(&self) -> u16 {
        17 + u16::from(self.has_cumulative)
    }

    /// A line for the row, and one for each further indicator of it.
    fn lines(&self, row: &ProgramKegiatan, remarks: &mut Remarks) -> Vec<(RowKind, Vec<Cell>)> {
        match row.jenjang {
            // The form has no line for the unsur.
            Jenjang::Total | Jenjang::Unsur => return Vec::new(),
            Jenjang::Urusan => {
                let title = Cell::text(row.nama.to_uppercase()).spanning(self.width(), 1);
                return vec![(RowKind::Group, vec![title.aligned(Align::Left)])];
            }
            Jenjang::Program | Jenjang::Kegiatan | Jenjang::Subkegiatan => {}
        }
        let kind = match row.jenjang {
            Jenjang::Subkegiatan => RowKind::Body,
            _ => RowKind::Group,
        };
        let mut indikator: Vec<Option<&Indikator>> =
            self.indikator(row).into_iter().map(Some).collect();
        if indikator.is_empty() {
            indikator.push(None);
        }
        let lines = indikator.into_iter().enumerate().map(|(place, indikator)| {
            let mut said = RowRemarks::default();
            let baris = (place == 0).then_some(row);
            let values = self.values(indikator, baris, &mut said);
            let pointer = pointer(&said.number(&tree::title(row), remarks));
            let names = match place {
                0 => {
                    let nomor = row.nomor.as_deref().unwrap_or_default();
                    vec![Cell::text(nomor), self.name(row, pointer)]
                }
                _ => {
                    let name = indikator.map_or("", |it| it.nama.as_str());
                    let name = Cell::text(format!("{name}{pointer}"));
                    vec![Cell::empty(), name.indented(indent(row) + 1)]
                }
            };
            (kind, [names, values].concat())
        });
        lines.collect()
    }

    /// The name with the numbers of its remarks, and who answers for the row where that is not said
    /// above it already.
    fn name(&self, row: &ProgramKegiatan, pointer: String) -> Cell {
        let mut content = text(row.nama.clone() + &pointer);
        let mut above = row.induk.as_ref();
        let mut inherited = None;
        while let Some(parent) = above.and_then(|it| self.ctx.berkas.find_baris(it)) {
            inherited = inherited.or(parent.penanggung_jawab.as_ref());
            above = parent.induk.as_ref();
        }
        let own = row.penanggung_jawab.as_ref();
        if let Some(own) = own.filter(|_| own != inherited) {
            content.push(Inline::LineBreak);
            content.push(Inline::Emphasis(text(format!("Penanggung jawab: {own}"))));
        }
        Cell::new(content).indented(indent(row))
    }

    /// The indicators of a row whose kinerja is shown: keluaran always, those of a program or a
    /// kegiatan where their realisasi is known.
    fn indikator(&self, row: &ProgramKegiatan) -> Vec<&'a Indikator> {
        let own = Pokok::Baris(row.id.clone());
        let all = self.ctx.berkas.indikator.iter().filter(|it| it.pokok == own);
        let shown = |it: &&Indikator| match it.jenis {
            JenisIndikator::Keluaran => true,
            _ => {
                let figure = self.ctx.of_indikator(it.id.as_str(), self.tahun, "realisasi");
                cells::is_known(figure)
            }
        };
        all.filter(shown).collect()
    }

    /// Everything between the name and the remarks.
    fn values(
        &self,
        indikator: Option<&Indikator>,
        baris: Option<&ProgramKegiatan>,
        said: &mut RowRemarks,
    ) -> Vec<Cell> {
        let k = |what: &str| {
            indikator.map(|it| self.ctx.of_indikator(it.id.as_str(), self.tahun, what))
        };
        let rp =
            |what: &str| baris.map(|it| self.ctx.of_anggaran(it.id.as_str(), self.tahun, what));
        let mut values = vec![
            kinerja(k("target"), self.places.kinerja, "K target", said),
            Cell::text(indikator.map_or("", |it| it.satuan.as_str())),
            money(rp("pagu"), "pagu", said),
        ];
        // Only what is measured by quarter at all can lack a quarter.
        let by_quarter = indikator.is_some_and(|it| it.jenis == JenisIndikator::Keluaran);
        for (periode, name) in Periode::TRIWULAN.iter().zip(TRIWULAN) {
            let what = format!("{}/realisasi", periode.code());
            let figure = k(&what).filter(|it| by_quarter || it.is_some());
            let places = self.places.kinerja;
            values.push(kinerja(figure, places, &format!("K triwulan {name}"), said));
            values.push(money(rp(&what), &format!("realisasi anggaran triwulan {name}"), said));
        }
        values.push(kinerja(k("realisasi"), self.places.kinerja, "K setahun", said));
        values.push(money(rp("realisasi"), "realisasi anggaran setahun", said));
        values.push(percentage(k("capaian"), self.places.capaian, "capaian K", said));
        values.push(percentage(rp("persen"), 0, "persentase anggaran", said));
        if self.has_cumulative {
            values.push(money(rp("kumulatif/realisasi"), "realisasi anggaran kumulatif", said));
        }
        values
    }

    /// The averages, their predikat, and the total.
    fn closing(&self, remarks: &mut Remarks) -> Vec<(RowKind, Vec<Cell>)> {
        let tahun = self.tahun.to_string();
        let average = |rest: &[&str]| {
            let parts = [&["rata-rata"], rest].concat();
            self.ctx.figure(&parts)
        };
        let declared = self.ctx.berkas.kebijakan.rata_rata;
        let of_way = |way: RataRata| average(&["kinerja", &tahun, way.code()]);
        let anggaran = average(&["anggaran", &tahun]);
        let line = |title: String, k: Cell, rp: Cell| {
            let title = Cell::text(title).spanning(15, 1).aligned(Align::Right);
            let mut cells = vec![title, k, rp];
            if self.has_cumulative {
                cells.push(Cell::empty());
            }
            (RowKind::Subtotal, cells)
        };
        let mut said = RowRemarks::default();
        if let Some(note) = of_way(declared).and_then(|it| it.note.as_ref()) {
            said.add("rata-rata capaian kinerja", note.as_str());
        }
        let pointer = pointer(&said.number("Kaki tabel", remarks));
        let title =
            format!("Rata-rata capaian kinerja {}, cara yang ditetapkan{pointer}", way(declared));
        let mut lines = vec![line(title, cells::figure(of_way(declared)), cells::figure(anggaran))];
        let predikat = |figure: Option<&Figure>| {
            let known = figure.and_then(|it| it.predikat.as_deref());
            Cell::text(known.unwrap_or(selaras_rules::NONE)).aligned(Align::Right)
        };
        lines.push(line(
            "Predikat kinerja".to_owned(),
            predikat(of_way(declared)),
            predikat(anggaran),
        ));
        for (other, _) in RataRata::ALL.iter().filter(|(it, _)| *it != declared) {
            let title = format!("Rata-rata capaian kinerja {}, pembanding", way(*other));
            let k = cells::figure(of_way(*other));
            lines.push(line(title, k, Cell::empty()));
        }
        lines.push((RowKind::Total, self.total(remarks)));
        lines
    }

    fn total(&self, remarks: &mut Remarks) -> Vec<Cell> {
        let mut said = RowRemarks::default();
        let of = |what: &str| Some(self.ctx.of_anggaran("total", self.tahun, what));
        let mut cells = vec![money(of("pagu"), "pagu", &mut said)];
        for (periode, name) in Periode::TRIWULAN.iter().zip(TRIWULAN) {
            let what = format!("{}/realisasi", periode.code());
            cells.push(Cell::empty());
            cells.push(money(of(&what), &format!("realisasi anggaran triwulan {name}"), &mut said));
        }
        cells.push(Cell::empty());
        cells.push(money(of("realisasi"), "realisasi anggaran setahun", &mut said));
        cells.push(Cell::empty());
        cells.push(percentage(of("persen"), 0, "persentase anggaran", &mut said));
        if self.has_cumulative {
            cells.push(money(of("kumulatif/realisasi"), "realisasi anggaran kumulatif", &mut said));
        }
        let title = format!("Total{}", pointer(&said.number("Total", remarks)));
        cells.insert(0, Cell::text(title).spanning(4, 1).aligned(Align::Left));
        cells
    }

    /// What holds for the whole table.
    fn general_notes(&self) -> Vec<Inlines> {
        let mut notes = vec![text(
            "K: kinerja, dalam satuan indikatornya; Rp: anggaran, dalam rupiah; cat.: nomor \
             catatan. Kinerja program dan kegiatan diisi bila realisasi indikatornya tercatat.",
        )];
        let tahun = self.tahun.to_string();
        let average = self.ctx.figure(&["rata-rata", "kinerja", &tahun]);
        if let Some(n) = average.and_then(|it| it.jejak.masukan.first()) {
            notes.push(text(format!(
                "Rata-rata capaian kinerja dihitung atas {} subkegiatan yang capaian dan pagunya \
                 diketahui.",
                n.nilai
            )));
        }
        let n = self.n_restored();
        if n > 0 {
            notes.push(text(format!(
                "Sebanyak {n} angka pada tabel ini dipulihkan dari salinan sumber yang rusak, \
                 menurut jumlah baris, jumlah kolom, atau persentase yang tercetak{}.",
                self.where_listed()
            )));
        }
        notes
    }

    /// How many of the facts under this table had to be restored.
    fn n_restored(&self) -> usize {
        let berkas = self.ctx.berkas;
        let budget = find_budget(berkas, self.tahun);
        let is_restored = |catatan: &Option<String>| {
            catatan.as_deref().map(certainty) == Some(Certainty::Restored)
        };
        let keluaran =
            |id| berkas.find_indikator(id).is_some_and(|it| it.jenis == JenisIndikator::Keluaran);
        let pagu = berkas.pagu.iter().filter(|it| Some(&it.dokumen) == budget);
        let pagu = pagu.filter(|it| it.tahun == self.tahun).map(|it| &it.asal);
        let target = berkas.target.iter().filter(|it| Some(&it.dokumen) == budget);
        let target = target.filter(|it| it.tahun == self.tahun).map(|it| &it.asal);
        let spent = berkas.realisasi_anggaran.iter().filter(|it| it.tahun == self.tahun);
        let reached = berkas.realisasi.iter();
        let reached = reached.filter(|it| it.tahun == self.tahun && keluaran(&it.indikator));
        pagu.chain(target)
            .chain(spent.map(|it| &it.asal))
            .chain(reached.map(|it| &it.asal))
            .filter(|it| is_restored(&it.catatan))
            .count()
    }

    fn where_listed(&self) -> &'static str {
        let mut parts = self.ctx.berkas.bagian.iter().filter_map(|it| it.isi.as_deref());
        let has_list = parts.any(|it| it.split_whitespace().any(|it| it == "lampiran-jejak"));
        if has_list { "; daftarnya pada lampiran Jejak Perhitungan" } else { "" }
    }
}

/// ` (cat. 6, 7)` behind a name; nothing for a row without remarks.
fn pointer(numbers: &str) -> String {
    if numbers.is_empty() { String::new() } else { format!(" (cat. {numbers})") }
}

/// The columns leave little room for names: their numbers and weight show the rest of the levels.
fn indent(row: &ProgramKegiatan) -> u8 {
    u8::from(row.jenjang == Jenjang::Subkegiatan)
}

fn way(rata_rata: RataRata) -> &'static str {
    match rata_rata {
        RataRata::Sederhana => "sederhana",
        RataRata::TertimbangAnggaran => "tertimbang anggaran",
    }
}

/// A cell of kinerja. The outer `None` is a cell that is empty by its nature; the inner one is a
/// figure that should be there.
fn kinerja(
    figure: Option<Option<&Figure>>,
    places: u32,
    cell: &str,
    said: &mut RowRemarks,
) -> Cell {
    let Some(figure) = figure else { return Cell::empty() };
    if !cells::is_known(figure) {
        let note = figure.and_then(|it| it.note.clone());
        said.add(cell, general(note));
    }
    cells::figure_at(figure, places)
}

/// A cell of money, as [`kinerja`]; a difference that the rules have found is told too.
fn money(figure: Option<Option<&Figure>>, cell: &str, said: &mut RowRemarks) -> Cell {
    let Some(figure) = figure else { return Cell::empty() };
    let note = figure.and_then(|it| it.note.clone());
    let is_gap = |it: &String| it.contains("berbeda") || it.contains("tidak lengkap");
    if !cells::is_known(figure) {
        said.add(cell, general(note));
    } else if let Some(note) = note.filter(is_gap) {
        said.add(cell, without_list(&note));
    }
    cells::figure(figure)
}

/// A row lists what is missing below it; in this table the rows below say so themselves.
fn without_list(note: &str) -> String {
    match note.split_once("; rincian tidak lengkap: ") {
        Some((before, _)) => format!("{before}, karena rinciannya tidak lengkap"),
        None => note.to_owned(),
    }
}

/// A cell of a percentage: what its inputs lack has been told at the inputs.
fn percentage(
    figure: Option<Option<&Figure>>,
    places: u32,
    cell: &str,
    said: &mut RowRemarks,
) -> Cell {
    let Some(figure) = figure else { return Cell::empty() };
    let refused = figure.filter(|it| it.keadaan == Keadaan::NotComputable);
    if let Some(note) = refused.and_then(|it| it.note.as_deref()) {
        said.add(cell, note);
    }
    cells::figure_at(figure, places)
}

/// What is said of nobody's omission in particular is said in the same words everywhere.
fn general(note: Option<String>) -> String {
    match note {
        Some(note) if !note.ends_with(UNFILLED) => note,
        _ => UNFILLED.to_owned(),
    }
}
