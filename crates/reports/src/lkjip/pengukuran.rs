//! The measurement of the year as tables: `pengukuran`, `perbandingan-tahun`, `kemajuan`.

use selaras_domain::dokumen::{Cell, Inlines, text};
use selaras_domain::{Figure, Indikator, Tahun};

use super::analisis;
use super::rows::{all_of, iku_rows, is_reached, number_word, span, tally_words};
use crate::context::{Context, Made};
use crate::table::{NO, TableBuilder, centred, number, words};
use crate::words::{Prose, capitalised, decimals, figure_cell, has_value, join, padded_cell};

/// How many years stand side by side in one table.
const COMPARED: usize = 3;

/// A column of capaian, at the precision of the indicator that has the finest.
fn capaian_cells<'a>(
    context: &Context<'a>,
    tahun: Tahun,
    what: &'static str,
) -> impl Fn(&'a Indikator) -> Cell {
    let context = *context;
    let of = move |it: &Indikator| context.angka(it, tahun, what);
    let scale = decimals(context.iku().into_iter().map(of));
    move |it| padded_cell(of(it), scale)
}

fn over(title: impl Into<String>, columns: u16) -> Cell {
    Cell::text(title).spanning(columns, 1)
}

fn tall(title: &str) -> Cell {
    Cell::text(title).spanning(1, 2)
}

pub(super) fn pengukuran(context: &Context<'_>, _: &[&str]) -> Made {
    let tahun = context.tahun();
    let last = tahun.previous().unwrap_or(tahun);
    let (capaian_last, capaian) =
        (capaian_cells(context, last, "capaian"), capaian_cells(context, tahun, "capaian"));
    let rows = iku_rows(context, |it| {
        vec![
            figure_cell(context.angka(it, last, "realisasi")),
            capaian_last(it),
            figure_cell(context.angka(it, tahun, "target")),
            figure_cell(context.angka(it, tahun, "realisasi")),
            capaian(it),
            context.predicate_cell(it, context.angka(it, tahun, "capaian")),
        ]
    });
    let judul = format!(
        "Pengukuran Kinerja Pencapaian Sasaran dan Indikator Kinerja Utama {} Tahun {tahun}",
        context.office()
    );
    let sub = ["Uraian", "Indikator", "Realisasi", "Capaian", "Target", "Realisasi", "Capaian"];
    let mut head: Vec<Cell> = sub.map(Cell::text).to_vec();
    head.push(Cell::text("Predikat"));
    Ok(vec![
        TableBuilder::new("pengukuran", judul)
            .columns(&[
                NO,
                words(4),
                words(5),
                number(),
                number(),
                number(),
                number(),
                number(),
                centred(),
            ])
            .head(vec![
                tall("No"),
                over("Sasaran", 2),
                over(last.to_string(), 2),
                over(tahun.to_string(), 4),
            ])
            .head(head)
            .rows(rows)
            .simpulan(reached_words(context))
            .notes(caveats(context, &[last, tahun]))
            .finish(),
    ])
}

/// `Tiga dari empat IKU mencapai target; predikat capaiannya …`.
pub(super) fn reached_words(context: &Context<'_>) -> Option<Inlines> {
    let iku = context.iku();
    let reached =
        iku.iter().filter(|it| is_reached(context.angka(it, context.tahun(), "capaian"))).count();
    let all = iku.len();
    if all == 0 {
        return None;
    }
    let opening = match reached {
        0 => format!("Belum satu pun dari {} IKU mencapai target", number_word(all)),
        _ if reached == all && all > 1 => {
            format!("{} IKU mencapai atau melampaui target", capitalised(&all_of(all)))
        }
        _ => format!(
            "{} dari {} IKU mencapai atau melampaui target",
            capitalised(&number_word(reached)),
            number_word(all)
        ),
    };
    let predicates = tally_words(context).map(|it| format!("; {it}"));
    Some(text(format!("{opening}{}.", predicates.unwrap_or_default())))
}

/// The years that are compared side by side: this one and those before it that any IKU has a
/// realisasi of, the last [`COMPARED`] of them; the year before always, so that a gap shows.
fn compared_years(context: &Context<'_>) -> Vec<Tahun> {
    let iku = context.iku();
    let mut years: Vec<Tahun> = iku.iter().flat_map(|it| analisis::years(context, it)).collect();
    years.push(context.tahun());
    years.extend(context.tahun().previous());
    years.sort_unstable();
    years.dedup();
    years.split_off(years.len().saturating_sub(COMPARED))
}

pub(super) fn perbandingan_tahun(context: &Context<'_>, _: &[&str]) -> Made {
    let years = compared_years(context);
    let capaian: Vec<_> =
        years.iter().map(|tahun| capaian_cells(context, *tahun, "capaian")).collect();
    let rows = iku_rows(context, |it| {
        let of = |what| years.iter().map(move |tahun| figure_cell(context.angka(it, *tahun, what)));
        let capaian = capaian.iter().map(|cell| cell(it));
        of("target").chain(of("realisasi")).chain(capaian).collect()
    });
    let names: Vec<String> = years.iter().map(|it| format!("Tahun {it}")).collect();
    let judul = format!("Perbandingan Realisasi Kinerja {} {}", context.office(), join(&names));
    let heads: Vec<Cell> = years.iter().map(|it| Cell::text(it.to_string())).collect();
    let group = |title| over(title, span(years.len()));
    let columns: Vec<_> = [NO, words(4), words(5)]
        .into_iter()
        .chain((0..3 * years.len()).map(|_| number()))
        .collect();
    Ok(vec![
        TableBuilder::new("perbandingan-tahun", judul)
            .columns(&columns)
            .head(vec![
                tall("No"),
                tall("Sasaran Strategis"),
                tall("Indikator Kinerja"),
                group("Target"),
                group("Realisasi"),
                group("Capaian"),
            ])
            .head([heads.clone(), heads.clone(), heads].concat())
            .rows(rows)
            .simpulan(movement(context))
            .notes(caveats(context, &years))
            .finish(),
    ])
}

/// What a reader must know of the figures of IKU in a table: which are not verified, and which
/// capaian are limited.
fn caveats(context: &Context<'_>, years: &[Tahun]) -> Vec<Inlines> {
    let mut notes = Vec::new();
    for it in context.iku() {
        for tahun in years {
            let of = |what| context.angka(it, *tahun, what).filter(|it| has_value(it));
            let name = context.iku_number(it);
            if of("realisasi").is_some_and(|it| !it.verified) {
                notes.push(text(format!("Realisasi {name} tahun {tahun} belum diverifikasi.")));
            }
            if let Some(limit) = of("capaian").and_then(limit_words) {
                notes.push(text(format!("Capaian {name} tahun {tahun} {limit}.")));
            }
        }
    }
    notes
}

/// `dibatasi paling tinggi 150%`, when a capaian is.
fn limit_words(capaian: &Figure) -> Option<&str> {
    capaian.note.as_deref()?.split("; ").find(|it| it.starts_with(selaras_rules::LIMITED))
}

/// How many realisasi rose and fell against the year before.
fn movement(context: &Context<'_>) -> Option<Inlines> {
    let iku = context.iku();
    let changes = iku.iter().filter_map(|it| {
        context.angka(it, context.tahun(), "selisih-realisasi").and_then(|it| it.value)
    });
    let changes: Vec<_> = changes.collect();
    let count = |is: fn(&rust_decimal::Decimal) -> bool| changes.iter().filter(|it| is(it)).count();
    let rose = count(|it| it.is_sign_positive() && !it.is_zero());
    let fell = count(|it| it.is_sign_negative() && !it.is_zero());
    let same = count(rust_decimal::Decimal::is_zero);
    let parts: Vec<String> = [(rose, "naik"), (fell, "turun"), (same, "tetap")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .enumerate()
        .map(|(index, (count, word))| {
            let iku = if index == 0 { " IKU" } else { "" };
            format!("{}{iku} {word}", number_word(count))
        })
        .collect();
    let last = context.last_year()?;
    let words = format!("Dibandingkan dengan tahun {last}, realisasi {}.", join(&parts));
    (!parts.is_empty()).then(|| text(words))
}

pub(super) fn kemajuan(context: &Context<'_>, _: &[&str]) -> Made {
    let tahun = context.tahun();
    let last = context.last_renstra_year().unwrap_or(tahun);
    let progress = capaian_cells(context, tahun, "kemajuan");
    let rows = iku_rows(context, |it| {
        vec![
            figure_cell(context.target_akhir(it).as_ref()),
            figure_cell(context.angka(it, tahun, "realisasi")),
            progress(it),
        ]
    });
    let judul = format!(
        "Perbandingan Realisasi Kinerja {} Tahun {tahun} dengan Target Akhir Periode Renstra",
        context.office()
    );
    let titles = [
        "No".to_owned(),
        "Sasaran Strategis".to_owned(),
        "Indikator Kinerja".to_owned(),
        format!("Target Akhir Renstra ({last})"),
        format!("Realisasi {tahun}"),
        "Tingkat Kemajuan".to_owned(),
    ];
    Ok(vec![
        TableBuilder::new("kemajuan", judul)
            .columns(&[NO, words(4), words(5), number(), number(), number()])
            .head_row(titles)
            .rows(rows)
            .simpulan(arrived(context))
            .note(context.source_note(context.renstra().map(|it| &it.id)))
            .finish(),
    ])
}

/// Which indicators are where the plan wants them at its end.
pub(super) fn arrived(context: &Context<'_>) -> Option<Inlines> {
    let last = context.last_renstra_year()?;
    let iku = context.iku();
    let of = |it: &Indikator| -> Option<&Figure> { context.angka(it, context.tahun(), "kemajuan") };
    let known: Vec<_> =
        iku.iter().filter(|it| of(it).is_some_and(|it| it.value.is_some())).collect();
    let there = known.iter().filter(|it| is_reached(of(it))).count();
    if known.is_empty() {
        return None;
    }
    let prose = match there {
        0 => Prose::new().text(format!("Belum ada IKU yang mencapai target tahun {last}.")),
        _ if there == known.len() => {
            Prose::new().text(format!("Seluruh IKU telah mencapai target tahun {last}."))
        }
        _ => {
            let behind: Vec<String> = known
                .iter()
                .filter(|it| !is_reached(of(it)))
                .map(|it| context.iku_number(it))
                .collect();
            Prose::new().text(format!(
                "{} dari {} IKU telah mencapai target tahun {last}; yang belum adalah {}.",
                capitalised(&number_word(there)),
                number_word(known.len()),
                join(&behind)
            ))
        }
    };
    Some(prose.done())
}
