//! Annex: the awards of the office, and what the decrees behind them decide.

use selaras_domain::dokumen::{Block, Cell, Inlines, Rank, RowKind, text};
use selaras_domain::{
    Diktum, DokumenId, DokumenSumber, Evaluasi, JenisDokumen, angka, tanggal, terbilang,
};

use super::remarks::{Remarks, sentence};
use crate::context::{Context, PartError};
use crate::table::{NO, TableBuilder, centred, words};

/// `lampiran-penghargaan`.
pub(super) fn part(ctx: &Context<'_>, _args: &[&str]) -> Result<Vec<Block>, PartError> {
    let mut blocks = vec![awards(ctx)];
    for dokumen in ctx.berkas.dokumen.iter() {
        blocks.extend(decree(ctx, dokumen));
    }
    Ok(blocks)
}

fn awards(ctx: &Context<'_>) -> Block {
    let tahun = ctx.tahun();
    let title = format!("Penghargaan yang diterima pada tahun {tahun}");
    let mut builder = TableBuilder::new("lampiran-penghargaan", title)
        .columns(&[NO, words(4), words(4), centred(), words(3), words(6)])
        .head_row(["No", "Jenis", "Prestasi", "Tingkat", "Pemberi", "Dokumen dan tanggal"]);
    let mut remarks = Remarks::default();
    let of_year = ctx.berkas.penghargaan.iter().filter(|it| it.tahun == tahun);
    for (it, nomor) in of_year.zip(1..) {
        let dokumen = it.dokumen.as_ref().and_then(|id| ctx.berkas.find_dokumen(id));
        let mut prestasi = text(it.prestasi.as_str());
        if let Some(catatan) = &it.asal.catatan {
            prestasi.push(remarks.mark(&sentence(catatan)));
        }
        let proof = [dokumen.map(name_of), it.tanggal.map(tanggal::format)];
        let proof: Vec<String> = proof.into_iter().flatten().collect();
        let row = vec![
            Cell::text(format!("{nomor}")),
            Cell::text(it.jenis.as_str()),
            Cell::new(prestasi),
            Cell::text(it.tingkat.as_str()),
            Cell::text(it.pemberi.as_str()),
            Cell::text(if proof.is_empty() { "belum diisi".to_owned() } else { proof.join(", ") }),
        ];
        builder.push(RowKind::Body, row);
    }
    if builder.is_empty() {
        let none = format!("Tidak ada penghargaan yang tercatat pada tahun {tahun}.");
        return Block::Paragraph(text(none));
    }
    remarks.into_notes().into_iter().fold(builder, TableBuilder::note).finish()
}

/// `Keputusan … Nomor 124/KEP.KASN/C/XI/2023`, as far as it is known.
fn name_of(dokumen: &DokumenSumber) -> String {
    match &dokumen.nomor {
        Some(nomor) => format!("{}, Nomor {nomor}", dokumen.judul),
        None => dokumen.judul.clone(),
    }
}

/// What a decree sets and says; nothing for a document without clauses, unless it is a decree that
/// sets the result of an evaluation.
fn decree(ctx: &Context<'_>, dokumen: &DokumenSumber) -> Vec<Block> {
    let clauses: Vec<&Diktum> =
        ctx.berkas.diktum.iter().filter(|it| it.dokumen == dokumen.id).collect();
    let scores = scores(ctx, &dokumen.id);
    let sets_result = dokumen.jenis == JenisDokumen::Keputusan && !scores.is_empty();
    if clauses.is_empty() && !sets_result {
        return Vec::new();
    }
    let heading = Block::Heading {
        rank: Rank::Minor,
        nomor: None,
        judul: name_of(dokumen),
        label: format!("lampiran-penghargaan-{}", dokumen.id),
    };
    let issued = [dokumen.penerbit.clone(), dokumen.tanggal.map(tanggal::format)];
    let issued: Vec<String> = issued.into_iter().flatten().collect();
    let facts = [("Ditetapkan", issued), ("Hasil", scores)].into_iter();
    let facts: Vec<(String, Inlines)> = facts
        .filter(|(_, words)| !words.is_empty())
        .map(|(name, words)| (name.to_owned(), text(words.join(", "))))
        .collect();
    let mut remarks = Remarks::default();
    let mut builder = TableBuilder::new(format!("lampiran-penghargaan-diktum-{}", dokumen.id), "")
        .columns(&[centred(), words(1)])
        .head_row(["Diktum", "Isi pokok"]);
    for clause in clauses {
        let mut content = text(clause.uraian.as_str());
        if let Some(catatan) = &clause.asal.catatan {
            content.push(remarks.mark(&sentence(catatan)));
        }
        builder.push(RowKind::Body, vec![Cell::text(ordinal(clause.nomor)), Cell::new(content)]);
    }
    let mut blocks = vec![heading];
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    if !builder.is_empty() {
        blocks.push(remarks.into_notes().into_iter().fold(builder, TableBuilder::note).finish());
    }
    blocks
}

/// The result of an evaluation that the decree sets.
fn scores(ctx: &Context<'_>, dokumen: &DokumenId) -> Vec<String> {
    let own = |it: &&Evaluasi| it.dokumen.as_ref() == Some(dokumen);
    let of = |it: &Evaluasi| {
        let predikat = it.predikat.as_ref().map(|predikat| match &it.arti {
            Some(arti) => format!("{predikat} ({arti})"),
            None => predikat.clone(),
        });
        [
            it.nilai.map(|it| format!("nilai {}", angka::format(it))),
            it.indeks.map(|it| format!("indeks {}", angka::format(it))),
            predikat.map(|it| format!("kategori {it}")),
        ]
    };
    ctx.berkas
        .evaluasi
        .iter()
        .filter(own)
        .filter(|it| it.tahun == ctx.tahun())
        .flat_map(of)
        .flatten()
        .collect()
}

/// `KESATU`, `KEDUA`, `KESEBELAS`.
fn ordinal(nomor: u16) -> String {
    match nomor {
        1 => "KESATU".to_owned(),
        _ => format!("KE{}", terbilang::write(nomor).to_uppercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_are_numbered_in_the_words_of_a_decree() {
        assert_eq!([1, 2, 11].map(ordinal), ["KESATU", "KEDUA", "KESEBELAS"]);
    }
}
