//! The money of the year: `belanja` in sentences, `anggaran-prioritas` as a table.

use rust_decimal::Decimal;
use selaras_domain::dokumen::{Block, Cell, Inlines, text};
use selaras_domain::{Code, Figure, Id, JenisBelanja, JenisDokumen, ProgramKegiatan, Sasaran};

use super::rows::{number_word, numbered, span};
use crate::context::{Context, Made, PartError};
use crate::table::{NO, TableBuilder, faint, number, words};
use crate::words::{Prose, bare_cell, join, rupiah, rupiah_in_words};

/// Pagu, realisasi and penyerapan of a key.
struct Money<'a> {
    pagu: Option<&'a Figure>,
    realisasi: Option<&'a Figure>,
    persen: Option<&'a Figure>,
}

impl<'a> Money<'a> {
    fn of(context: &Context<'a>, key: &str) -> Money<'a> {
        let of = |what| context.of_anggaran(key, context.tahun(), what);
        Money { pagu: of("pagu"), realisasi: of("realisasi"), persen: of("persen") }
    }

    fn rest(&self) -> Option<Decimal> {
        Some(self.pagu?.value? - self.realisasi?.value?)
    }
}

/// Whether the budget in force is one that was changed during the year.
fn is_changed(context: &Context<'_>) -> bool {
    let year = Some(context.tahun());
    context.berkas.dokumen.iter().any(|it| it.jenis == JenisDokumen::Dppa && it.tahun == year)
}

/// # Errors
///
/// When there is no budget for the year.
pub(super) fn belanja(context: &Context<'_>, _: &[&str]) -> Made {
    let tahun = context.tahun();
    let total = Money::of(context, "total");
    if total.pagu.is_none() {
        return Err(PartError(format!("pagu tahun {tahun} belum ada. Isi pagu.csv.")));
    }
    let changed = if is_changed(context) { " setelah perubahan" } else { "" };
    let mut prose = Prose::new()
        .text(format!("Anggaran {} tahun {tahun}{changed} berjumlah ", context.office()))
        .inlines(rupiah_in_words(total.pagu))
        .text(". Realisasinya ")
        .inlines(rupiah_in_words(total.realisasi))
        .text(", atau ")
        .figure(total.persen)
        .text(" dari pagu");
    prose = match total.rest() {
        Some(rest) if rest > Decimal::ZERO => {
            prose.text(format!(", sehingga tersisa {}.", rupiah(rest)))
        }
        _ => prose.text("."),
    };
    let mut blocks = vec![Block::Paragraph(prose.done())];
    blocks.extend(kinds(context).map(Block::Paragraph));
    Ok(blocks)
}

/// What the money was for, by kind of spending.
fn kinds(context: &Context<'_>) -> Option<Inlines> {
    let kinds = JenisBelanja::ALL.iter().map(|(_, code)| {
        let words = format!("belanja {}", code.replace('_', " "));
        (words, Money::of(context, &format!("belanja-{}", code.replace('_', "-"))))
    });
    let kinds: Vec<_> = kinds.filter(|(_, money)| money.pagu.is_some()).collect();
    let names: Vec<&str> = kinds.iter().map(|(words, _)| words.as_str()).collect();
    if kinds.is_empty() {
        return None;
    }
    let mut prose = Prose::new().text(format!("Anggaran itu terdiri atas {}.", join(&names)));
    for (index, (words, money)) in kinds.iter().enumerate() {
        let opening = match index {
            0 => format!(" Untuk {words} dialokasikan "),
            _ => format!(" Adapun {words} memperoleh "),
        };
        prose = prose.text(opening).inlines(rupiah_in_words(money.pagu));
        prose = match money.realisasi {
            Some(spent) => prose
                .text(", dengan realisasi ")
                .inlines(rupiah_in_words(Some(spent)))
                .text(" atau ")
                .figure(money.persen)
                .text("."),
            None => prose.text("; realisasinya belum diisi."),
        };
    }
    Some(prose.done())
}

/// The programs that serve the IKU, by sasaran.
pub(super) fn prioritas(context: &Context<'_>, _: &[&str]) -> Made {
    let tahun = context.tahun();
    let programs = context.programs_serving(&context.iku());
    if programs.is_empty() {
        return Err(PartError(
            "belum ada program yang mendukung IKU. Isi pemetaan_anggaran.csv.".to_owned(),
        ));
    }
    let judul = format!(
        "Sasaran Strategis dan Anggaran {} Tahun {tahun} (Program Prioritas)",
        context.office()
    );
    let allocated =
        if is_changed(context) { "Anggaran Setelah Perubahan (Rp)" } else { "Anggaran (Rp)" };
    let mut table = TableBuilder::new("anggaran-prioritas", judul)
        .columns(&[NO, words(4), words(4), number(), number(), number()])
        .head_row(["No", "Sasaran Strategis", "Program", allocated, "Realisasi (Rp)", "%"]);
    let mut count = 0;
    for (sasaran, programs) in by_sasaran(context) {
        for (index, program) in programs.iter().enumerate() {
            count += 1;
            let mut row = vec![numbered(count)];
            if index == 0 {
                row.push(Cell::text(&sasaran.uraian).spanning(1, span(programs.len())));
            }
            row.push(Cell::text(&program.nama));
            row.extend(money_cells(&Money::of(context, program.id.as_str())));
            table = table.row(row);
        }
    }
    let total = Money::of(context, "prioritas");
    let mut cells = vec![Cell::text("Jumlah").spanning(3, 1)];
    cells.extend(money_cells(&total));
    let repeated = count > programs.len();
    let mut blocks = vec![
        table
            .total(cells)
            .note(if repeated {
                text("Program yang mendukung beberapa sasaran dihitung satu kali dalam jumlah.")
            } else {
                Vec::new()
            })
            .finish(),
    ];
    blocks.push(Block::Paragraph(sentence(&programs, &total)));
    Ok(blocks)
}

/// Each sasaran with the programs that serve its IKU.
fn by_sasaran<'a>(context: &Context<'a>) -> Vec<(&'a Sasaran, Vec<&'a ProgramKegiatan>)> {
    let of = |sasaran: &'a Sasaran| {
        let iku: Vec<_> = context.iku_of(sasaran).collect();
        (sasaran, context.programs_serving(&iku))
    };
    context.berkas.sasaran.iter().map(of).filter(|(_, programs)| !programs.is_empty()).collect()
}

fn money_cells(money: &Money<'_>) -> [Cell; 3] {
    let spent = |figure: Option<&Figure>| match figure {
        Some(_) => bare_cell(figure),
        None => faint(crate::words::NOT_YET),
    };
    [bare_cell(money.pagu), spent(money.realisasi), bare_cell(money.persen)]
}

fn sentence(programs: &[&ProgramKegiatan], total: &Money<'_>) -> Inlines {
    let opening = match programs {
        [one] => format!("Sasaran strategis didukung langsung oleh {}", one.nama),
        _ => format!(
            "Sasaran strategis didukung langsung oleh {} program prioritas",
            number_word(programs.len())
        ),
    };
    Prose::new()
        .text(opening)
        .text(", dengan anggaran ")
        .inlines(rupiah_in_words(total.pagu))
        .text(" dan realisasi ")
        .inlines(rupiah_in_words(total.realisasi))
        .text(", atau ")
        .figure(total.persen)
        .text(".")
        .done()
}
