//! What the figures were computed from: the documents, and the facts that are not beyond doubt.

use selaras_domain::dokumen::{Block, Cell, Inline, Inlines, RowKind, TableSize, text};
use selaras_domain::{Asal, DokumenId, DokumenSumber, angka, tanggal};

use super::citation::Citations;
use super::doubts::{self, Doubt};
use crate::context::Context;
use crate::lampiran::remarks::sentence;
use crate::table::{TableBuilder, centred, words};

/// Every document that a fact may name as its source.
pub(super) fn dokumen(ctx: &Context<'_>, citations: &Citations<'_>) -> Option<Block> {
    let mut table = TableBuilder::new("lampiran-jejak-dokumen", "Dokumen sumber")
        .columns(&[centred(), words(8), words(4), words(3), words(6)])
        .head_row(["No", "Dokumen", "Nomor dan tanggal", "Penerbit", "Dibaca dari; catatan"])
        .size(TableSize::Small);
    for (it, nomor) in ctx.berkas.dokumen.iter().zip(1..) {
        let date = it.tanggal.map(tanggal::format);
        let number: Vec<String> = [it.nomor.clone(), date].into_iter().flatten().collect();
        let number =
            if number.is_empty() { "tidak tercatat".to_owned() } else { number.join(", ") };
        let read_in = place(&it.asal, citations);
        let catatan = it.asal.catatan.as_deref().map(sentence);
        let remarks: Vec<String> =
            [read_in.map(|it| sentence(&it)), catatan].into_iter().flatten().collect();
        let issuer = it.penerbit.as_deref().unwrap_or("tidak tercatat");
        table.push(
            RowKind::Body,
            vec![
                Cell::text(format!("[{nomor}]")),
                Cell::text(it.judul.as_str()),
                Cell::text(number),
                Cell::text(issuer),
                Cell::text(remarks.join(" ")),
            ],
        );
    }
    (!table.is_empty()).then(|| table.finish())
}

/// `LKjIP [1], hlm. 28`.
fn place(asal: &Asal, citations: &Citations<'_>) -> Option<String> {
    let name = citations.name(asal.dokumen.as_ref()?)?;
    Some(match asal.page() {
        Some(page) => format!("{name}, {page}"),
        None => name.to_owned(),
    })
}

/// Every fact that is not beyond doubt, by document and subject.
pub(super) fn doubts(ctx: &Context<'_>, citations: &Citations<'_>) -> Option<Block> {
    let title = "Data yang tidak terbaca, dipulihkan, atau belum terkonfirmasi";
    let mut table = TableBuilder::new("lampiran-jejak-data", title)
        .columns(&[words(4), words(9)])
        .head_row(["Subjek", "Angka yang dipakai dan keterangannya"])
        .size(TableSize::Small);
    let collected = doubts::collect(ctx.berkas, citations);
    let n_doubts = collected.len();
    let of = |dokumen: Option<&DokumenId>| -> Vec<&Doubt<'_>> {
        collected.iter().filter(|it| it.dokumen == dokumen).collect()
    };
    let title = |it: &DokumenSumber, nomor: usize| format!("[{nomor}] {}", it.judul);
    let named = ctx.berkas.dokumen.iter().zip(1..);
    let named = named.map(|(it, nomor)| (title(it, nomor), of(Some(&it.id))));
    let unnamed = ("Tanpa dokumen sumber".to_owned(), of(None));
    for (title, doubts) in named.chain([unnamed]) {
        if doubts.is_empty() {
            continue;
        }
        table = table.group(title);
        for (subject, content) in by_subject(&doubts) {
            table.push(RowKind::Body, vec![Cell::text(subject), Cell::new(content)]);
        }
    }
    let n_doubts = u64::try_from(n_doubts).expect("facts of one office can be counted");
    let note = format!(
        "{} catatan. Tanda – berarti tidak ada angka yang dipakai.",
        angka::format(n_doubts)
    );
    (!table.is_empty()).then(|| table.note(text(note)).finish())
}

/// The lines of each subject, subjects in the order in which they first appear. Of what is said in
/// the same words the values stand before them together.
fn by_subject<'d>(doubts: &[&'d Doubt<'_>]) -> Vec<(&'d str, Inlines)> {
    let mut subjects: Vec<(&str, Vec<Line<'_>>)> = Vec::new();
    for it in doubts {
        let lines = entry(&mut subjects, it.subject.title.as_str());
        let line = lines.iter().position(|line| line.remark == it.remark);
        let line = line.unwrap_or_else(|| {
            lines.push(Line { remark: &it.remark, values: Vec::new() });
            lines.len() - 1
        });
        let value = it.value.as_deref().unwrap_or(selaras_rules::NONE);
        entry(&mut lines[line].values, it.what.as_str()).push(value);
    }
    let content = |lines: Vec<Line<'_>>| {
        let mut content = Inlines::new();
        for line in lines {
            if !content.is_empty() {
                content.push(Inline::LineBreak);
            }
            let values = line.values.iter();
            let values = values.map(|(what, values)| format!("{what}: {}", values.join("; ")));
            let values = values.collect::<Vec<_>>().join("; ");
            content.push(Inline::Emphasis(text(format!("{values}."))));
            content.push(Inline::Text(format!(" {}", sentence(line.remark))));
        }
        content
    };
    subjects.into_iter().map(|(subject, lines)| (subject, content(lines))).collect()
}

/// What is said of some values of a subject, the values by what they are values of.
struct Line<'d> {
    remark: &'d str,
    values: Vec<(&'d str, Vec<&'d str>)>,
}

/// The list under a key, in the order in which keys first appear.
fn entry<K: PartialEq, V>(list: &mut Vec<(K, Vec<V>)>, key: K) -> &mut Vec<V> {
    let place = list.iter().position(|(it, _)| *it == key);
    let place = place.unwrap_or_else(|| {
        list.push((key, Vec::new()));
        list.len() - 1
    });
    &mut list[place].1
}
