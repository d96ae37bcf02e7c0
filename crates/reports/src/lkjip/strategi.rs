//! The strategy as tables: `tujuan-sasaran`, `strategi`, `iku`; and `misi` with `gambar-misi`.

use selaras_domain::dokumen::{Block, Cell, Inline, Marker, text};
use selaras_domain::{Dukungan, Indikator, Misi, Sasaran, Tujuan};

use super::gambar::drawing;
use super::organisasi::require;
use super::rows::{iku_rows, nama_cell, span};
use crate::context::{Context, Made};
use crate::drawing::{GambarMisi, MisiBox, MisiStep};
use crate::table::{NO, TableBuilder, centred, words};
use crate::words::{capitalised, figure_cell, join, sentence};

/// The misi that the office carries.
fn supported<'a>(context: &Context<'a>) -> Vec<&'a Misi> {
    context.misi().filter(|it| it.dukungan == Dukungan::Didukung).collect()
}

/// `Misi ke-4`, `Misi ke-2 dan ke-4`, followed by the words when there is one.
fn misi_words(misi: &[&Misi]) -> String {
    let numbers: Vec<String> = misi.iter().map(|it| format!("ke-{}", it.nomor)).collect();
    match misi {
        [one] => format!("Misi {}: {}", numbers[0], one.uraian),
        _ => format!("Misi {}", join(&numbers)),
    }
}

/// The rows over a table that name the visi and the misi.
fn with_visi(mut table: TableBuilder, context: &Context<'_>) -> TableBuilder {
    if let Some(visi) = context.visi() {
        table = table.group(format!("Visi: {}", visi.uraian));
    }
    let misi = supported(context);
    if misi.is_empty() { table } else { table.group(misi_words(&misi)) }
}

/// The rows of a tujuan: as many as its indicators or those of its sasaran need.
struct Side<'a> {
    uraian: &'a str,
    indikator: Vec<&'a Indikator>,
}

impl Side<'_> {
    fn height(&self) -> usize {
        self.indikator.len().max(1)
    }

    /// The cells of row `index` of `height` rows: name, indicator, target; empty where covered.
    fn cells(&self, context: &Context<'_>, index: usize, height: usize) -> Vec<Cell> {
        let mut cells = Vec::new();
        if index == 0 {
            cells.push(Cell::text(self.uraian).spanning(1, span(height)));
        }
        match self.indikator.get(index) {
            Some(it) => {
                // The last indicator takes the room that is left.
                let is_last = index + 1 == self.indikator.len();
                let rows = span(if is_last { height - index } else { 1 });
                let target = context.angka(it, context.tahun(), "target");
                cells.push(nama_cell(it).spanning(1, rows));
                cells.push(figure_cell(target).spanning(1, rows));
            }
            None if index == 0 => {
                cells.push(crate::table::faint("tidak ada").spanning(2, span(height)));
            }
            None => {}
        }
        cells
    }
}

fn side<'a>(uraian: &'a str, indikator: impl Iterator<Item = &'a Indikator>) -> Side<'a> {
    Side { uraian, indikator: indikator.collect() }
}

pub(super) fn tujuan_sasaran(context: &Context<'_>, _: &[&str]) -> Made {
    require(&context.berkas.tujuan, "tujuan.csv")?;
    let judul = format!(
        "Keterkaitan Visi dan Misi dengan Tujuan dan Sasaran Kinerja {} Tahun {}",
        context.office(),
        context.tahun()
    );
    let titles = ["Tujuan", "Indikator Tujuan", "Target", "Sasaran", "Indikator Sasaran", "Target"];
    let table = TableBuilder::new("tujuan-sasaran", judul)
        .columns(&[words(4), words(3), centred(), words(4), words(5), centred()])
        .head_row(titles)
        .note(context.source_note(context.renstra().map(|it| &it.id)));
    let mut table = with_visi(table, context);
    for tujuan in &context.berkas.tujuan {
        for row in tujuan_rows(context, tujuan) {
            table = table.row(row);
        }
    }
    Ok(vec![table.finish()])
}

fn tujuan_rows<'a>(context: &Context<'a>, tujuan: &'a Tujuan) -> Vec<Vec<Cell>> {
    let left = side(&tujuan.uraian, context.indikator_of_tujuan(tujuan));
    let sasaran = context.sasaran_of(tujuan);
    let mut right: Vec<Side<'_>> = sasaran.map(|it| side(&it.uraian, context.iku_of(it))).collect();
    if right.is_empty() {
        right.push(Side { uraian: "", indikator: Vec::new() });
    }
    let needed: usize = right.iter().map(Side::height).sum();
    let height = left.height().max(needed);
    let mut rows: Vec<Vec<Cell>> = (0..height).map(|it| left.cells(context, it, height)).collect();
    let mut start = 0;
    for (place, it) in right.iter().enumerate() {
        let is_last = place + 1 == right.len();
        let own = if is_last { height - start } else { it.height() };
        for index in 0..own {
            rows[start + index].extend(it.cells(context, index, own));
        }
        start += own;
    }
    rows
}

pub(super) fn strategi(context: &Context<'_>, _: &[&str]) -> Made {
    require(&context.berkas.strategi, "strategi.csv")?;
    let judul = format!("Strategi dan Kebijakan {} Tahun {}", context.office(), context.tahun());
    let table = TableBuilder::new("strategi", judul)
        .columns(&[words(4), words(4), words(5), words(7)])
        .head_row(["Tujuan", "Sasaran", "Strategi", "Arah Kebijakan"])
        .note(context.source_note(context.renstra().map(|it| &it.id)));
    let mut table = with_visi(table, context);
    for tujuan in &context.berkas.tujuan {
        table = table.rows(strategi_rows(context, tujuan));
    }
    Ok(vec![table.finish()])
}

fn strategi_rows<'a>(context: &Context<'a>, tujuan: &'a Tujuan) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for sasaran in context.sasaran_of(tujuan) {
        let first = rows.len();
        for (uraian, arah) in strategies(context, sasaran) {
            let height = span(arah.len());
            for (index, words) in arah.iter().enumerate() {
                let mut row = Vec::new();
                if index == 0 {
                    row.push(Cell::text(&uraian).spanning(1, height));
                }
                row.push(Cell::text(words));
                rows.push(row);
            }
        }
        let height = rows.len() - first;
        if height > 0 {
            rows[first].insert(0, Cell::text(&sasaran.uraian).spanning(1, span(height)));
        }
    }
    let height = rows.len();
    if let Some(first) = rows.first_mut() {
        first.insert(0, Cell::text(&tujuan.uraian).spanning(1, span(height)));
    }
    rows
}

/// The strategies of a sasaran with their directions; one without any has an empty row.
fn strategies<'a>(context: &Context<'a>, sasaran: &Sasaran) -> Vec<(String, Vec<String>)> {
    let rows = context.berkas.strategi.iter().filter(|it| it.sasaran == sasaran.id);
    rows.map(|strategi| {
        let arah = context.berkas.arah_kebijakan.iter().filter(|it| it.strategi == strategi.id);
        let mut arah: Vec<String> = arah.map(|it| it.uraian.clone()).collect();
        if arah.is_empty() {
            arah.push(String::new());
        }
        (strategi.uraian.clone(), arah)
    })
    .collect()
}

pub(super) fn iku(context: &Context<'_>, _: &[&str]) -> Made {
    let judul = format!("Sasaran Strategis dan Indikator Kinerja Utama {}", context.office());
    require(&context.iku(), "indikator.csv")?;
    Ok(vec![
        TableBuilder::new("iku", judul)
            .columns(&[NO, words(5), words(6)])
            .head_row(["No", "Sasaran Strategis", "Indikator Kinerja Utama"])
            .rows(iku_rows(context, |_| Vec::new()))
            .note(context.source_note(context.renstra().map(|it| &it.id)))
            .finish(),
    ])
}

pub(super) fn misi(context: &Context<'_>, _: &[&str]) -> Made {
    let rows: Vec<_> = context.misi().collect();
    require(&rows, "misi.csv")?;
    let item = |it: &Misi| {
        let inlines = match it.dukungan {
            Dukungan::Didukung => vec![
                Inline::Strong(text(it.uraian.trim_end_matches('.'))),
                Inline::Text(format!(" (didukung {}).", context.berkas.perangkat_daerah.singkatan)),
            ],
            Dukungan::Disebut => text(sentence(&it.uraian)),
        };
        vec![Block::Paragraph(inlines)]
    };
    let items = rows.into_iter().map(item).collect();
    Ok(vec![Block::List { marker: Marker::Number, items }])
}

pub(super) fn gambar_misi(context: &Context<'_>, _: &[&str]) -> Made {
    let rows: Vec<_> = context.misi().collect();
    require(&rows, "misi.csv")?;
    let office = context.office();
    let misi = rows.into_iter().map(|it| MisiBox {
        head: format!("Misi {}", it.nomor),
        uraian: it.uraian.clone(),
        dukungan: it.dukungan,
    });
    let step = |head: &str, uraian: Vec<String>| MisiStep { head: head.to_owned(), uraian };
    let berkas = context.berkas;
    let picture = GambarMisi {
        misi: misi.collect(),
        steps: vec![
            step(
                &format!("Tugas {}", berkas.perangkat_daerah.singkatan),
                vec![capitalised(&berkas.perangkat_daerah.tugas)],
            ),
            step("Tujuan", berkas.tujuan.iter().map(|it| it.uraian.clone()).collect()),
            step("Sasaran", berkas.sasaran.iter().map(|it| it.uraian.clone()).collect()),
        ],
    };
    let judul =
        format!("Keterkaitan Misi Pemerintah {} dengan Tugas dan Fungsi {office}", context.pemda());
    Ok(vec![drawing("gambar-misi", judul, &picture, Vec::new())])
}
