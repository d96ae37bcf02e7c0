//! Annex: the work plan of the year (Renja) with its funding, and the forecast for the next year.
//!
//! The printed form repeats the indicators of program and kegiatan on the line of every
//! subkegiatan. Here each stands once, on the line of its own level.

use std::collections::BTreeSet;

use selaras_domain::dokumen::{Align, Block, Cell, Inlines, RowKind, TableSize, text};
use selaras_domain::{
    BarisId, DokumenSumber, Figure, Id, Indikator, JenisDokumen, Jenjang, Keadaan, Pokok,
    ProgramKegiatan, Tahun, Target,
};

use super::remarks::{Certainty, ILLEGIBLE, Remarks, RowRemarks, UNFILLED, certainty};
use super::{cells, tree};
use crate::context::{Context, PartError};
use crate::table::{TableBuilder, centred, fixed, number, words};

/// `lampiran-renja`.
pub(super) fn part(ctx: &Context<'_>, _args: &[&str]) -> Result<Vec<Block>, PartError> {
    let Some(renja) = find_renja(ctx) else {
        let sentence = format!(
            "Rencana Kerja tahun {} belum tercatat pada data, sehingga tidak dapat disajikan.",
            ctx.tahun()
        );
        return Ok(vec![Block::Paragraph(text(sentence))]);
    };
    let form = Form::new(ctx, renja);
    Ok(vec![form.header(), form.table()])
}

/// The Renja of the year: of several the last.
fn find_renja<'a>(ctx: &Context<'a>) -> Option<&'a DokumenSumber> {
    let of_year = |it: &&DokumenSumber| {
        let plans = |tahun: &Tahun| *tahun == ctx.tahun();
        it.jenis == JenisDokumen::Renja
            && (ctx.berkas.pagu.iter().any(|row| row.dokumen == it.id && plans(&row.tahun))
                || ctx.berkas.target.iter().any(|row| row.dokumen == it.id && plans(&row.tahun)))
    };
    ctx.berkas.dokumen.iter().filter(of_year).max_by_key(|it| it.tanggal)
}

/// What is the same on every line stands over the table instead.
enum Everywhere {
    /// One value for all lines.
    Once(String),
    /// Values differ, or some lines have none: a column of its own.
    Column,
    /// No line has any.
    Nowhere,
}

impl Everywhere {
    fn of(values: &[Option<String>]) -> Everywhere {
        let known: BTreeSet<&String> = values.iter().flatten().collect();
        match (known.first(), known.len()) {
            (None, _) => Everywhere::Nowhere,
            (Some(one), 1) if values.iter().all(Option::is_some) => {
                Everywhere::Once((*one).clone())
            }
            _ => Everywhere::Column,
        }
    }

    fn is_column(&self) -> bool {
        matches!(self, Everywhere::Column)
    }
}

struct Form<'c, 'a> {
    ctx: &'c Context<'a>,
    renja: &'a DokumenSumber,
    rows: Vec<&'a ProgramKegiatan>,
    /// The year after, where the Renja forecasts it.
    next: Option<Tahun>,
    lokasi: Everywhere,
    sumber_dana: Everywhere,
    /// Decimals of the targets of each year.
    places: u32,
    next_places: u32,
}

impl<'c, 'a> Form<'c, 'a> {
    fn new(ctx: &'c Context<'a>, renja: &'a DokumenSumber) -> Form<'c, 'a> {
        let berkas = ctx.berkas;
        let has_target = |id: &BarisId| {
            let own = Pokok::Baris(id.clone());
            let mut indikator = berkas.indikator.iter().filter(|it| it.pokok == own);
            indikator.any(|it| {
                let mut rows = berkas.target.iter();
                rows.any(|row| row.indikator == it.id && row.dokumen == renja.id)
            })
        };
        let has_pagu =
            |id: &BarisId| berkas.pagu.iter().any(|it| it.dokumen == renja.id && it.baris == *id);
        let rows = tree::mentioned(berkas, |id| has_pagu(id) || has_target(id));
        let next = ctx.tahun().get().checked_add(1).and_then(Tahun::new);
        let next = next.filter(|next| {
            berkas.pagu.iter().any(|it| it.dokumen == renja.id && it.tahun == *next)
                || berkas.target.iter().any(|it| it.dokumen == renja.id && it.tahun == *next)
        });
        let leaves = || rows.iter().filter(|it| it.jenjang == Jenjang::Subkegiatan);
        let lokasi: Vec<_> = leaves().map(|it| it.lokasi.clone()).collect();
        let sumber_dana: Vec<_> = leaves().map(|it| sumber_dana(ctx, renja, &it.id)).collect();
        let places = |tahun: Tahun| {
            let rows = berkas.target.iter();
            let rows = rows.filter(|it| it.dokumen == renja.id && it.tahun == tahun);
            cells::places(rows.filter_map(|it| it.nilai.as_ref()))
        };
        Form {
            ctx,
            renja,
            next,
            lokasi: Everywhere::of(&lokasi),
            sumber_dana: Everywhere::of(&sumber_dana),
            places: places(ctx.tahun()),
            next_places: next.map_or(0, places),
            rows,
        }
    }

    /// Whose plan it is, and what holds for every line of it.
    fn header(&self) -> Block {
        let office = &self.ctx.berkas.perangkat_daerah;
        let kode = office.kode.as_ref().map_or(String::new(), |it| format!("{it} "));
        let mut facts: Vec<(String, Inlines)> = vec![
            ("Dokumen".to_owned(), text(self.renja.judul.as_str())),
            ("Unit organisasi".to_owned(), text(format!("{kode}{}", office.nama))),
        ];
        if let Everywhere::Once(lokasi) = &self.lokasi {
            facts.push(("Lokasi seluruh subkegiatan".to_owned(), text(lokasi.as_str())));
        }
        if let Everywhere::Once(sumber) = &self.sumber_dana {
            facts.push(("Sumber dana seluruh subkegiatan".to_owned(), text(sumber.as_str())));
        }
        Block::Facts(facts)
    }

    fn table(&self) -> Block {
        let tahun = self.ctx.tahun();
        let mut columns = vec![fixed(185, Align::Left), words(7), words(8)];
        let mut plan = Vec::new();
        if self.lokasi.is_column() {
            columns.push(words(3));
            plan.push("Lokasi");
        }
        columns.extend([number(), centred(), number()]);
        plan.extend(["Target", "Satuan", "Pagu indikatif (Rp)"]);
        if self.sumber_dana.is_column() {
            columns.push(words(4));
            plan.push("Sumber dana");
        }
        let forecast: &[&str] =
            if self.next.is_some() { &["Target", "Pagu indikatif (Rp)"] } else { &[] };
        columns.extend(forecast.iter().map(|_| number()));
        columns.push(centred());

        let tall = |it: &str| Cell::text(it).spanning(1, 2);
        let wide = |it: String, n: usize| {
            Cell::text(it).spanning(u16::try_from(n).expect("a form has few columns"), 1)
        };
        let mut head = vec![
            tall("Kode"),
            tall("Urusan, program, kegiatan, subkegiatan"),
            tall("Indikator capaian program, hasil kegiatan, keluaran subkegiatan"),
            wide(format!("Rencana {tahun}"), plan.len()),
        ];
        if let Some(next) = self.next {
            head.push(wide(format!("Prakiraan maju {next}"), forecast.len()));
        }
        head.push(tall("Catatan"));
        let below = plan.iter().chain(forecast).map(|it| Cell::text(*it)).collect();

        let mut builder = TableBuilder::new("lampiran-renja", "Rencana kerja dan pendanaan")
            .columns(&columns)
            .head(head)
            .head(below)
            .size(TableSize::Small);
        let mut remarks = Remarks::default();
        for row in &self.rows {
            for (kind, cells) in self.lines(row, &mut remarks) {
                builder.push(kind, cells);
            }
        }
        builder = builder.total(self.total(&mut remarks));
        remarks.into_notes().into_iter().fold(builder, TableBuilder::note).finish()
    }

    /// A line for the row with its first indicator, and one for each further indicator.
    fn lines(&self, row: &ProgramKegiatan, remarks: &mut Remarks) -> Vec<(RowKind, Vec<Cell>)> {
        let kind = match row.jenjang {
            Jenjang::Subkegiatan => RowKind::Body,
            _ => RowKind::Group,
        };
        let own = Pokok::Baris(row.id.clone());
        let all = self.ctx.berkas.indikator.iter().filter(|it| it.pokok == own);
        let planned = all.filter(|it| self.states(it));
        let mut indikator: Vec<Option<&Indikator>> = planned.map(Some).collect();
        if indikator.is_empty() {
            indikator.push(None);
        }
        let lines = indikator.into_iter().enumerate().map(|(place, indikator)| {
            let mut said = RowRemarks::default();
            let mut cells = match place {
                0 => vec![self.kode(row, &mut said), name(row)],
                _ => vec![Cell::empty(), Cell::empty()],
            };
            cells.push(indikator.map_or_else(Cell::empty, |it| Cell::text(it.nama.as_str())));
            if self.lokasi.is_column() {
                let lokasi = row.lokasi.as_deref().filter(|_| place == 0);
                cells.push(Cell::text(lokasi.unwrap_or_default()));
            }
            let tahun = self.ctx.tahun();
            cells.push(self.target(indikator, tahun, self.places, &mut said));
            let satuan = indikator.map_or("", |it| it.satuan.as_str());
            cells.push(Cell::text(satuan));
            cells.push(if place == 0 { self.pagu(row, tahun, &mut said) } else { Cell::empty() });
            if self.sumber_dana.is_column() {
                let sumber = sumber_dana(self.ctx, self.renja, &row.id).filter(|_| place == 0);
                cells.push(Cell::text(sumber.unwrap_or_default()));
            }
            if let Some(next) = self.next {
                // A forecast is made for some indicators only: those without are no gap.
                let forecast = indikator.filter(|it| self.find_target(it, next).is_some());
                cells.push(self.target(forecast, next, self.next_places, &mut said));
                cells.push(if place == 0 {
                    self.pagu(row, next, &mut said)
                } else {
                    Cell::empty()
                });
            }
            cells.push(Cell::text(said.number(&tree::title(row), remarks)));
            (kind, cells)
        });
        lines.collect()
    }

    fn states(&self, indikator: &Indikator) -> bool {
        let mut rows = self.ctx.berkas.target.iter();
        rows.any(|it| it.indikator == indikator.id && it.dokumen == self.renja.id)
    }

    /// The kode as the catalogue writes it; where the source lacks it, that of the row above.
    fn kode(&self, row: &ProgramKegiatan, said: &mut RowRemarks) -> Cell {
        let berkas = self.ctx.berkas;
        let width = usize::try_from(berkas.kebijakan.lebar_subkegiatan).unwrap_or(2);
        if let Some(kode) = &row.kode {
            if let Some(catatan) = row.asal.catatan.as_deref().filter(|it| it.contains("kode")) {
                said.add("kode", catatan);
            }
            return Cell::text(kode.render(width));
        }
        let above = row.induk.as_ref().and_then(|it| berkas.find_baris(it)?.kode.as_ref());
        let Some(above) = above else { return cells::dash() };
        said.share(KODE);
        Cell::text(format!("{}.{}", above.render(width), selaras_rules::NONE))
    }

    fn find_target(&self, indikator: &Indikator, tahun: Tahun) -> Option<&'a Target> {
        self.ctx.target_in(&indikator.id, tahun, &self.renja.id)
    }

    fn target(
        &self,
        indikator: Option<&Indikator>,
        tahun: Tahun,
        places: u32,
        said: &mut RowRemarks,
    ) -> Cell {
        let Some(indikator) = indikator else { return Cell::empty() };
        let target = self.find_target(indikator, tahun);
        let nilai = target.and_then(|it| it.nilai.as_ref());
        let catatan = target.and_then(|it| it.asal.catatan.as_deref());
        let doubted = catatan.filter(|it| certainty(it) != Certainty::Plain);
        let cell = format!("target {tahun}");
        match (nilai, doubted) {
            (None, catatan) => said.add(cell, catatan.unwrap_or(UNFILLED)),
            (Some(_), Some(catatan)) => said.add(cell, catatan),
            (Some(_), None) => {}
        }
        nilai.map_or_else(cells::dash, |it| Cell::text(cells::target_text(it, places)))
    }

    fn pagu_figure(&self, key: &str, tahun: Tahun) -> Option<&'a Figure> {
        self.ctx.of_anggaran(key, tahun, &format!("pagu/{}", self.renja.id))
    }

    fn pagu(&self, row: &ProgramKegiatan, tahun: Tahun, said: &mut RowRemarks) -> Cell {
        let figure = self.pagu_figure(row.id.as_str(), tahun);
        // The unsur and what else the document gives no money need none.
        let Some(figure) = figure else { return Cell::empty() };
        remark_on_pagu(figure, tahun, said);
        cells::figure(Some(figure))
    }

    fn total(&self, remarks: &mut Remarks) -> Vec<Cell> {
        let mut said = RowRemarks::default();
        let mut amount = |tahun: Tahun| {
            let figure = self.pagu_figure("total", tahun);
            if let Some(figure) = figure {
                remark_on_pagu(figure, tahun, &mut said);
            }
            cells::figure(figure)
        };
        // Up to the pagu: kode, name, indikator, perhaps lokasi, target, satuan.
        let before = 5 + u16::from(self.lokasi.is_column());
        let mut row = vec![Cell::text("Jumlah").spanning(before, 1)];
        row.push(amount(self.ctx.tahun()));
        if self.sumber_dana.is_column() {
            row.push(Cell::empty());
        }
        if let Some(next) = self.next {
            row.push(Cell::empty());
            row.push(amount(next));
        }
        row.push(Cell::text(said.number("Jumlah", remarks)));
        row
    }
}

/// Said of every missing kode alike.
const KODE: &str = "digit terakhir kode yang tidak tercantum tidak terbaca atau tidak ada pada \
                    sumber, dan tidak diisi dari nomenklatur";

fn name(row: &ProgramKegiatan) -> Cell {
    Cell::text(row.nama.as_str()).indented(tree::indent(row.jenjang))
}

fn remark_on_pagu(figure: &Figure, tahun: Tahun, said: &mut RowRemarks) {
    let mut note = figure.note.clone();
    if let Some(note) = &mut note
        && figure.keadaan == Keadaan::Computed
        && note.starts_with(ILLEGIBLE)
    {
        note.push_str("; yang disajikan jumlah rinciannya");
    }
    let is_gap = |it: &str| it.contains("berbeda") || it.contains("tidak lengkap");
    let doubted = |it: &String| is_gap(it) || certainty(it) != Certainty::Plain;
    let cell = format!("pagu {tahun}");
    match (figure.value, note.filter(doubted)) {
        (_, Some(note)) => said.add(cell, note),
        (None, None) => said.add(cell, UNFILLED),
        (Some(_), None) => {}
    }
}

/// The sources of money of a row, as the document lists them.
fn sumber_dana(ctx: &Context<'_>, renja: &DokumenSumber, baris: &BarisId) -> Option<String> {
    let rows = ctx.berkas.sumber_dana.iter();
    let names: Vec<&str> = rows
        .filter(|it| it.dokumen == renja.id && it.baris == *baris)
        .map(|it| it.nama.as_str())
        .collect();
    (!names.is_empty()).then(|| names.join("; "))
}
