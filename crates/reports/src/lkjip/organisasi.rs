//! The office itself: `dasar-hukum`, `fungsi`, `susunan-organisasi`, `bagan-organisasi`,
//! `isu-strategis`, `peta-proses-bisnis`.

use selaras_domain::dokumen::{Block, Inlines, Marker, text};
use selaras_domain::{
    BagianDasarHukum, Code as _, IsuStrategis, JenisUnitKerja, KelompokProses, ProsesBisnis,
    UnitKerja,
};

use super::gambar::drawing;
use crate::call::unknown;
use crate::context::{Context, Made, PartError};
use crate::drawing::{BaganOrganisasi, PetaProsesBisnis, ProsesBox, UnitBox, UnitRole};
use crate::words::sentence;

/// Items of a list, closed with semicolons and a full stop at the end, as in Indonesian
/// enumerations.
pub(super) fn enumeration(items: &[String]) -> Vec<Vec<Block>> {
    let last = items.len().saturating_sub(1);
    let close = |(index, it): (usize, &String)| {
        let bare = it.trim_end_matches(['.', ';', ' ']);
        let closed = if index == last { format!("{bare}.") } else { format!("{bare};") };
        vec![Block::Paragraph(text(closed))]
    };
    items.iter().enumerate().map(close).collect()
}

/// # Errors
///
/// When the list asked for is none of the three, or is empty.
pub(super) fn dasar_hukum(context: &Context<'_>, args: &[&str]) -> Made {
    let bagian = BagianDasarHukum::from_code(args[0]).ok_or_else(|| {
        let names = BagianDasarHukum::ALL.iter().map(|(_, name)| *name);
        PartError(unknown("bagian dasar hukum", args[0], names))
    })?;
    let rows = context.berkas.dasar_hukum.iter().filter(|it| it.bagian == bagian);
    let items: Vec<String> = rows.map(|it| it.uraian.clone()).collect();
    require(&items, "dasar_hukum.csv")?;
    Ok(vec![Block::List { marker: Marker::Number, items: enumeration(&items) }])
}

pub(super) fn fungsi(context: &Context<'_>, _: &[&str]) -> Made {
    let items: Vec<String> = context.berkas.fungsi.iter().map(|it| it.uraian.clone()).collect();
    require(&items, "fungsi.csv")?;
    Ok(vec![Block::List { marker: Marker::Number, items: enumeration(&items) }])
}

/// An empty list would leave a sentence that announces it without an end.
pub(super) fn require<T>(items: &[T], file: &str) -> Result<(), PartError> {
    if items.is_empty() {
        return Err(PartError(format!("{file} belum berisi. Isi, atau hapus bagian ini.")));
    }
    Ok(())
}

fn units_under<'a>(
    context: &Context<'a>,
    induk: &'a UnitKerja,
) -> impl Iterator<Item = &'a UnitKerja> {
    context.berkas.unit_kerja.iter().filter(|it| it.induk.as_ref() == Some(&induk.id))
}

fn head<'a>(context: &Context<'a>) -> Result<&'a UnitKerja, PartError> {
    let mut units = context.berkas.unit_kerja.iter();
    units
        .find(|it| it.induk.is_none())
        .ok_or_else(|| PartError("unit_kerja.csv belum memuat kepala perangkat daerah.".to_owned()))
}

pub(super) fn susunan_organisasi(context: &Context<'_>, _: &[&str]) -> Made {
    let head = head(context)?;
    let mut top = vec![vec![Block::Paragraph(text(head.nama.clone()))]];
    top.extend(units_under(context, head).map(|unit| {
        let mut blocks = vec![Block::Paragraph(text(unit.nama.clone()))];
        blocks.extend(units_list(context, unit));
        blocks
    }));
    Ok(vec![Block::List { marker: Marker::Letter, items: top }])
}

fn units_list(context: &Context<'_>, induk: &UnitKerja) -> Option<Block> {
    let item = |unit: &UnitKerja| {
        let mut blocks = vec![Block::Paragraph(text(unit.nama.clone()))];
        blocks.extend(units_list(context, unit));
        blocks
    };
    let units = context.berkas.unit_kerja.iter();
    let items: Vec<_> = units.filter(|it| it.induk.as_ref() == Some(&induk.id)).map(item).collect();
    (!items.is_empty()).then_some(Block::List { marker: Marker::Number, items })
}

pub(super) fn bagan_organisasi(context: &Context<'_>, _: &[&str]) -> Made {
    let kepala = unit_box(context, head(context)?);
    let judul = format!("Bagan Organisasi {}", context.office());
    let notes = founding(context).map(|it| text(format!("Sumber: {}", sentence(it))));
    let notes = notes.into_iter().collect();
    Ok(vec![drawing("bagan-organisasi", judul, &BaganOrganisasi { kepala }, notes)])
}

/// The instrument that gives the office its structure: the last one named for its founding.
fn founding<'a>(context: &Context<'a>) -> Option<&'a str> {
    let rows = context.berkas.dasar_hukum.iter();
    let mut own = rows.filter(|it| it.bagian == BagianDasarHukum::Pembentukan);
    own.next_back().map(|it| it.uraian.as_str())
}

fn unit_box(context: &Context<'_>, unit: &UnitKerja) -> UnitBox {
    let role = match unit.jenis {
        JenisUnitKerja::Sekretariat => UnitRole::Sekretariat,
        JenisUnitKerja::Fungsional => UnitRole::Fungsional,
        JenisUnitKerja::Kepala
        | JenisUnitKerja::Subbagian
        | JenisUnitKerja::Bidang
        | JenisUnitKerja::Seksi
        | JenisUnitKerja::Uptd => UnitRole::Line,
    };
    let children = context.berkas.unit_kerja.iter();
    let children = children.filter(|it| it.induk.as_ref() == Some(&unit.id));
    UnitBox {
        role,
        nama: unit.nama.clone(),
        // The post says nothing that the name of the unit does not say already.
        jabatan: unit.jabatan.clone().filter(|it| !it.contains(&unit.nama)),
        children: children.map(|it| unit_box(context, it)).collect(),
    }
}

pub(super) fn isu_strategis(context: &Context<'_>, _: &[&str]) -> Made {
    let rows = &context.berkas.isu_strategis;
    require(rows, "isu_strategis.csv")?;
    let under = |induk: Option<&IsuStrategis>| {
        let induk = induk.map(|it| it.id.clone());
        rows.iter().filter(move |it| it.induk == induk)
    };
    let item = |isu: &IsuStrategis| {
        let parts: Vec<String> = under(Some(isu)).map(|it| it.uraian.clone()).collect();
        let mut blocks = vec![Block::Paragraph(text(sentence(&isu.uraian)))];
        if !parts.is_empty() {
            let items = enumeration(&parts);
            blocks.push(Block::List { marker: Marker::Letter, items });
        }
        blocks
    };
    let items = under(None).map(item).collect();
    Ok(vec![Block::List { marker: Marker::Number, items }])
}

pub(super) fn peta_proses_bisnis(context: &Context<'_>, _: &[&str]) -> Made {
    let rows = &context.berkas.proses_bisnis;
    require(rows, "proses_bisnis.csv")?;
    let of = |kelompok: KelompokProses| rows.iter().filter(move |it| it.kelompok == kelompok);
    let boxes = |kelompok| {
        let proses = |it: &ProsesBisnis| ProsesBox { kode: it.kode.clone(), nama: it.nama.clone() };
        of(kelompok).map(proses).collect()
    };
    let map = PetaProsesBisnis {
        aktor: of(KelompokProses::Aktor).map(|it| it.nama.clone()).collect(),
        lainnya: boxes(KelompokProses::Lainnya),
        utama: boxes(KelompokProses::Utama),
        pendukung: boxes(KelompokProses::Pendukung),
    };
    let judul = format!("Peta Proses Bisnis {}", context.office());
    let no_notes: Vec<Inlines> = Vec::new();
    Ok(vec![drawing("peta-proses-bisnis", judul, &map, no_notes)])
}
