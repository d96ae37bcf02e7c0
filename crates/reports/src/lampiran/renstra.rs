//! Annex: the matrix of the Renstra, from tujuan to program, with the targets of every year.
//!
//! The printed form has 22 columns side by side. Here the same content stands in three tables, so
//! that it can be read: tujuan, sasaran, and how they are reached.

use std::collections::BTreeSet;

use selaras_domain::dokumen::{Block, Cell, Inline, Inlines, RowKind, TableSize, text};
use selaras_domain::{
    DokumenSumber, Id, Indikator, JenisTarget, Jenjang, Misi, Periode, Pokok, Sasaran, Strategi,
    Tahun, Target,
};

use super::remarks::{Certainty, ILLEGIBLE, Remarks, UNFILLED, certainty, sentence};
use super::{cells, tree};
use crate::context::{Context, PartError};
use crate::table::{TableBuilder, centred, number, words};

/// `lampiran-renstra`.
pub(super) fn part(ctx: &Context<'_>, _args: &[&str]) -> Result<Vec<Block>, PartError> {
    let Some(renstra) = ctx.renstra() else {
        let sentence = "Rencana Strategis belum tercatat pada data, sehingga matriksnya tidak \
                        dapat disajikan.";
        return Ok(vec![Block::Paragraph(text(sentence))]);
    };
    let matrix = Matrix { ctx, renstra, years: years(ctx, renstra) };
    let mut blocks = Vec::new();
    blocks.extend(header(ctx, renstra));
    blocks.extend(matrix.tujuan());
    blocks.extend(matrix.sasaran());
    blocks.extend(matrix.baris());
    blocks.extend(matrix.pagu());
    blocks.extend(cara_mencapai(ctx));
    Ok(blocks)
}

/// Visi and misi over the tables, as far as the office has a tujuan under them.
fn header(ctx: &Context<'_>, renstra: &DokumenSumber) -> Option<Block> {
    let berkas = ctx.berkas;
    let served: Vec<&Misi> = berkas
        .misi
        .iter()
        .filter(|it| berkas.tujuan.iter().any(|tujuan| tujuan.misi == it.id))
        .collect();
    let visi = berkas.visi.iter().filter(|it| served.iter().any(|misi| misi.visi == it.id));
    let visi = visi.map(|it| ("Visi".to_owned(), text(it.uraian.as_str())));
    let misi = served.iter().map(|it| (format!("Misi ke-{}", it.nomor), text(it.uraian.as_str())));
    let dokumen = ("Dokumen".to_owned(), text(renstra.judul.as_str()));
    Some(Block::Facts(visi.chain(misi).chain([dokumen]).collect()))
}

/// The years of which a Renstra states something.
struct Years {
    kondisi_awal: BTreeSet<Tahun>,
    target: BTreeSet<Tahun>,
}

fn years(ctx: &Context<'_>, renstra: &DokumenSumber) -> Years {
    let of = |jenis: JenisTarget| {
        let rows = ctx.berkas.target.iter();
        let rows = rows.filter(|it| it.dokumen == renstra.id && it.jenis == jenis);
        rows.filter(|it| it.periode == Periode::Tahun).map(|it| it.tahun).collect()
    };
    Years { kondisi_awal: of(JenisTarget::KondisiAwal), target: of(JenisTarget::Target) }
}

/// The targets of one Renstra.
struct Matrix<'c, 'a> {
    ctx: &'c Context<'a>,
    renstra: &'a DokumenSumber,
    years: Years,
}

/// What stands over the indicators of one tujuan, sasaran or row.
struct Group<'a> {
    title: String,
    indikator: Vec<&'a Indikator>,
}

impl<'a> Matrix<'_, 'a> {
    fn tujuan(&self) -> Option<Block> {
        let groups = self.ctx.berkas.tujuan.iter().map(|it| Group {
            title: it.uraian.clone(),
            indikator: self.indikator(&Pokok::Tujuan(it.id.clone())),
        });
        self.table("lampiran-renstra-tujuan", "Tujuan, indikator, dan target", groups)
    }

    fn sasaran(&self) -> Option<Block> {
        let groups = self.ctx.berkas.sasaran.iter().map(|it| Group {
            title: it.uraian.clone(),
            indikator: self.indikator(&Pokok::Sasaran(it.id.clone())),
        });
        self.table("lampiran-renstra-sasaran", "Sasaran, indikator, dan target", groups)
    }

    /// Programs and what is below them, where a Renstra goes down so far.
    fn baris(&self) -> Option<Block> {
        let groups = self.ctx.berkas.program_kegiatan.iter().map(|it| Group {
            title: tree::title(it),
            indikator: self.indikator(&Pokok::Baris(it.id.clone())),
        });
        let title = "Program, kegiatan, dan subkegiatan: indikator dan target";
        self.table("lampiran-renstra-program", title, groups)
    }

    /// Indicators of which the Renstra states a target.
    fn indikator(&self, pokok: &Pokok) -> Vec<&'a Indikator> {
        let all = self.ctx.berkas.indikator.iter().filter(|it| it.pokok == *pokok);
        all.filter(|it| self.targets(it).next().is_some()).collect()
    }

    fn targets(&self, indikator: &'a Indikator) -> impl Iterator<Item = &'a Target> {
        let dokumen = &self.renstra.id;
        let rows = self.ctx.berkas.target.iter();
        rows.filter(move |it| it.indikator == indikator.id && it.dokumen == *dokumen)
            .filter(|it| it.periode == Periode::Tahun)
    }

    fn table(
        &self,
        label: &str,
        judul: &str,
        groups: impl Iterator<Item = Group<'a>>,
    ) -> Option<Block> {
        let groups: Vec<Group<'_>> = groups.filter(|it| !it.indikator.is_empty()).collect();
        let all = || groups.iter().flat_map(|it| it.indikator.iter().copied());
        let stated = || all().flat_map(|it| self.targets(it)).filter_map(|it| it.nilai.as_ref());
        // One precision for the table, so that every column has one.
        let places = cells::places(stated());
        let years = [
            (JenisTarget::KondisiAwal, &self.years.kondisi_awal),
            (JenisTarget::Target, &self.years.target),
        ];
        let n_years = self.years.kondisi_awal.len() + self.years.target.len();
        let mut columns = vec![words(5), centred(), words(6)];
        columns.extend((0..n_years).map(|_| number()));
        let mut head = ["Indikator", "Satuan", "Formula perhitungan"]
            .map(|it| Cell::text(it).spanning(1, 2))
            .to_vec();
        for (title, years) in [("Kondisi awal", years[0].1), ("Target", years[1].1)] {
            let width = u16::try_from(years.len()).expect("a plan has few years");
            if width > 0 {
                head.push(Cell::text(title).spanning(width, 1));
            }
        }
        let year_cells = years.iter().flat_map(|(_, years)| years.iter());
        let mut builder = TableBuilder::new(label, judul)
            .columns(&columns)
            .head(head)
            .head(year_cells.map(|it| Cell::text(it.to_string())).collect())
            .size(TableSize::Small);
        let mut remarks = Remarks::default();
        for group in &groups {
            builder = builder.group(group.title.as_str());
            for indikator in &group.indikator {
                let mut row = vec![
                    Cell::text(indikator.nama.as_str()),
                    Cell::text(indikator.satuan.as_str()),
                    formula(indikator, &mut remarks),
                ];
                for (jenis, years) in years {
                    row.extend(years.iter().map(|tahun| {
                        let target = self
                            .targets(indikator)
                            .find(|it| it.tahun == *tahun && it.jenis == jenis);
                        value(indikator, target, jenis, *tahun, places, &mut remarks)
                    }));
                }
                builder.push(RowKind::Body, row);
            }
        }
        if builder.is_empty() {
            return None;
        }
        Some(remarks.into_notes().into_iter().fold(builder, TableBuilder::note).finish())
    }

    /// The indicative funding, where the Renstra states it.
    fn pagu(&self) -> Option<Block> {
        let berkas = self.ctx.berkas;
        let stated = || berkas.pagu.iter().filter(|it| it.dokumen == self.renstra.id);
        let years: BTreeSet<Tahun> = stated().map(|it| it.tahun).collect();
        if years.is_empty() {
            return None;
        }
        let mut columns = vec![words(1)];
        columns.extend(years.iter().map(|_| number()));
        let mut head = vec!["Program, kegiatan, dan subkegiatan".to_owned()];
        head.extend(years.iter().map(|it| format!("{it} (Rp)")));
        let mut builder = TableBuilder::new("lampiran-renstra-pagu", "Pagu indikatif")
            .columns(&columns)
            .head_row(head)
            .size(TableSize::Small);
        let amounts = |key: &str| -> Vec<Cell> {
            let of = |tahun: &Tahun| {
                let rest = format!("pagu/{}", self.renstra.id);
                cells::figure(self.ctx.of_anggaran(key, *tahun, &rest))
            };
            years.iter().map(of).collect()
        };
        for row in tree::mentioned(berkas, |id| stated().any(|it| it.baris == *id)) {
            let name = Cell::text(tree::title(row)).indented(tree::indent(row.jenjang));
            let kind = match row.jenjang {
                Jenjang::Subkegiatan => RowKind::Body,
                _ => RowKind::Group,
            };
            builder.push(kind, [vec![name], amounts(row.id.as_str())].concat());
        }
        let total = [vec![Cell::text("Jumlah")], amounts("total")].concat();
        Some(builder.total(total).finish())
    }
}

/// The formula as people read it, or why there is none.
fn formula(indikator: &Indikator, remarks: &mut Remarks) -> Cell {
    if let Some(rumus) = &indikator.rumus_tertulis {
        return Cell::text(rumus.as_str());
    }
    let catatan = indikator.asal.catatan.as_deref();
    let mark = match catatan.filter(|it| it.contains("rumus")) {
        Some(reason) => remarks.mark(&format!("{}: {reason}", indikator.nama)),
        None => remarks.mark("formula perhitungan belum diisi"),
    };
    Cell::new(vec![Inline::Text(selaras_rules::NONE.to_owned()), mark])
}

fn value(
    indikator: &Indikator,
    target: Option<&Target>,
    jenis: JenisTarget,
    tahun: Tahun,
    places: u32,
    remarks: &mut Remarks,
) -> Cell {
    let what = match jenis {
        JenisTarget::KondisiAwal => "kondisi awal",
        JenisTarget::Target => "target",
    };
    let catatan = target.and_then(|it| it.asal.catatan.as_deref());
    let nilai = target.and_then(|it| it.nilai.as_ref());
    let reason = match (nilai, catatan) {
        (Some(_), Some(catatan)) => Some(catatan).filter(|it| certainty(it) != Certainty::Plain),
        (Some(_), None) => None,
        (None, Some(catatan)) => Some(catatan),
        (None, None) if target.is_some() => Some(ILLEGIBLE),
        (None, None) => Some(UNFILLED),
    };
    let shown =
        nilai.map_or_else(|| selaras_rules::NONE.to_owned(), |it| cells::target_text(it, places));
    let mut content: Inlines = vec![Inline::Text(shown)];
    if let Some(reason) = reason {
        let remark = match reason {
            UNFILLED => format!("{what} {UNFILLED}"),
            _ => format!("{what} {tahun} {}: {reason}", indikator.nama),
        };
        content.push(remarks.mark(&remark));
    }
    Cell::new(content)
}

/// Strategi, arah kebijakan and program under each sasaran.
fn cara_mencapai(ctx: &Context<'_>) -> Option<Block> {
    let berkas = ctx.berkas;
    let strategi_of = |sasaran: &Sasaran| -> Vec<&Strategi> {
        berkas.strategi.iter().filter(|it| it.sasaran == sasaran.id).collect()
    };
    let title = "Cara mencapai tujuan dan sasaran: strategi, kebijakan, dan program";
    let mut builder = TableBuilder::new("lampiran-renstra-strategi", title)
        .columns(&[words(5), words(9), words(4)])
        .head_row(["Strategi", "Kebijakan", "Program"])
        .size(TableSize::Small);
    let mut remarks = Remarks::default();
    for sasaran in &berkas.sasaran {
        let strategi_list = strategi_of(sasaran);
        if strategi_list.is_empty() {
            continue;
        }
        builder = builder.group(sasaran.uraian.as_str());
        for strategi in strategi_list {
            for row in strategi_rows(ctx, strategi, &mut remarks) {
                builder.push(RowKind::Body, row);
            }
        }
    }
    if builder.is_empty() {
        let missing = "Strategi dan kebijakan belum diisi.";
        return Some(Block::Paragraph(text(missing)));
    }
    Some(remarks.into_notes().into_iter().fold(builder, TableBuilder::note).finish())
}

/// A row for each arah kebijakan; the strategi and its program stand beside all of them.
fn strategi_rows(ctx: &Context<'_>, strategi: &Strategi, remarks: &mut Remarks) -> Vec<Vec<Cell>> {
    let all = ctx.berkas.arah_kebijakan.iter().filter(|it| it.strategi == strategi.id);
    let mut arah: Vec<Cell> = all.map(|it| Cell::text(it.uraian.as_str())).collect();
    if arah.is_empty() {
        arah.push(Cell::text("arah kebijakan belum diisi"));
    }
    let height = u16::try_from(arah.len()).expect("a strategi has few arah kebijakan");
    let program = strategi.program.as_ref().and_then(|it| ctx.berkas.find_baris(it));
    let mut program = text(program.map_or("belum diisi", |it| it.nama.as_str()));
    if let Some(catatan) = &strategi.asal.catatan {
        program.push(remarks.mark(&sentence(catatan)));
    }
    let beside = |content: Inlines| Cell::new(content).spanning(1, height);
    let mut rows: Vec<Vec<Cell>> = arah.into_iter().map(|it| vec![it]).collect();
    rows[0].insert(0, beside(text(strategi.uraian.as_str())));
    rows[0].push(beside(program));
    rows
}
