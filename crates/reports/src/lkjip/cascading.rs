//! `cascading` and `pohon-program`: the tree from tujuan down to subkegiatan, drawn and listed.

use std::collections::BTreeSet;

use selaras_domain::dokumen::{Align, Block, Cell, Drawing, Inline, RowKind, text};
use selaras_domain::{BarisId, Indikator, Jenjang, ProgramKegiatan};

use super::gambar::drawn;
use super::organisasi::require;
use crate::context::{Context, Made};
use crate::drawing::{Cascading, CascadingBox, Frame};
use crate::numbering::CONTINUED;
use crate::table::{TableBuilder, fixed, words};

/// The level of the programs, at which a large tree is cut.
const PROGRAM_LEVEL: usize = 2;

pub(super) fn part(context: &Context<'_>, _: &[&str]) -> Made {
    require(&context.berkas.tujuan, "tujuan.csv")?;
    let judul = format!("Cascading Kinerja {}", context.office());
    let levels = ["Tujuan", "Sasaran dan IKU", "Program", "Kegiatan", "Subkegiatan"];
    let cascading = Cascading { levels: levels.map(str::to_owned).to_vec(), roots: roots(context) };
    let mut pages = cascading.pages(Frame::A4_PORTRAIT, PROGRAM_LEVEL);
    // A program that serves several sasaran is drawn once.
    let mut seen = BTreeSet::new();
    pages.retain(|it| seen.insert(it.svg.text.clone()));
    let is_one = pages.len() == 1;
    let blocks = pages.into_iter().enumerate().map(|(index, page)| {
        let title = match (index, is_one) {
            (_, true) => judul.clone(),
            (0, false) => format!("{judul}: {}", page.judul),
            (_, false) => page.judul,
        };
        let mut block = drawn("cascading", title, page.svg, page.alt, Vec::new());
        if let (Block::Drawing(Drawing { nomor, .. }), 1..) = (&mut block, index) {
            *nomor = Some(CONTINUED.to_owned());
        }
        block
    });
    Ok(blocks.collect())
}

fn names<'a>(indikator: impl Iterator<Item = &'a Indikator>) -> Vec<String> {
    indikator.map(|it| it.nama.clone()).collect()
}

fn roots(context: &Context<'_>) -> Vec<CascadingBox> {
    let berkas = context.berkas;
    let is_only = berkas.sasaran.len() == 1;
    let mut roots = Vec::new();
    for tujuan in &berkas.tujuan {
        let sasaran = context.sasaran_of(tujuan).map(|sasaran| {
            let iku: Vec<_> = context.iku_of(sasaran).collect();
            let programs = match is_only {
                true => context.programs().collect(),
                false => context.programs_serving(&iku),
            };
            CascadingBox {
                nomor: None,
                nama: sasaran.uraian.clone(),
                indikator: names(iku.into_iter()),
                children: programs.into_iter().map(|it| row_box(context, it)).collect(),
            }
        });
        roots.push(CascadingBox {
            nomor: None,
            nama: tujuan.uraian.clone(),
            indikator: names(context.indikator_of_tujuan(tujuan)),
            children: sasaran.collect(),
        });
    }
    let support = if is_only { Vec::new() } else { support(context) };
    if !support.is_empty() {
        let level = |nama: &str, children| CascadingBox {
            nomor: None,
            nama: nama.to_owned(),
            indikator: Vec::new(),
            children,
        };
        let programs = support.into_iter().map(|it| row_box(context, it)).collect();
        let sasaran = level("Penunjang seluruh sasaran", programs);
        roots.push(level("Penunjang seluruh tujuan", vec![sasaran]));
    }
    roots
}

/// The programs that serve no IKU: they carry the office itself.
fn support<'a>(context: &Context<'a>) -> Vec<&'a ProgramKegiatan> {
    let serving = context.programs_serving(&context.iku());
    context.programs().filter(|it| serving.iter().all(|other| other.id != it.id)).collect()
}

fn row_box(context: &Context<'_>, row: &ProgramKegiatan) -> CascadingBox {
    let children = children(context, &row.id).into_iter();
    CascadingBox {
        nomor: row.nomor.clone(),
        nama: row.nama.clone(),
        indikator: names(context.indikator_of_row(row)),
        children: children.map(|it| row_box(context, it)).collect(),
    }
}

/// The rows under a row that belong to the printed tree, in printing order.
fn children<'a>(context: &Context<'a>, id: &BarisId) -> Vec<&'a ProgramKegiatan> {
    let rows = context.berkas.program_kegiatan.iter();
    rows.filter(|it| it.induk.as_ref() == Some(id) && context.is_in_tree(it)).collect()
}

/// The tree of programs as a list, numbered as the office numbers it.
pub(super) fn pohon_program(context: &Context<'_>, _: &[&str]) -> Made {
    let mut table = TableBuilder::new("pohon-program", "")
        .columns(&[fixed(160, Align::Left), words(1)])
        .head_row(["No", "Program/Kegiatan/Subkegiatan"]);
    for program in context.programs() {
        add(&mut table, context, program);
    }
    let rows: Vec<_> = context.programs().collect();
    require(&rows, "program_kegiatan.csv")?;
    Ok(vec![table.finish()])
}

fn add(table: &mut TableBuilder, context: &Context<'_>, row: &ProgramKegiatan) {
    let (kind, nama) = match row.jenjang {
        Jenjang::Program => (RowKind::Group, Cell::text(&row.nama)),
        Jenjang::Kegiatan => {
            (RowKind::Body, Cell::new(vec![Inline::Strong(text(row.nama.as_str()))]))
        }
        _ => (RowKind::Body, Cell::text(&row.nama).indented(1)),
    };
    table.push(kind, vec![Cell::text(row.nomor.clone().unwrap_or_default()), nama]);
    for child in children(context, &row.id) {
        add(table, context, child);
    }
}
