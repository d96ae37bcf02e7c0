//! Sentences about an indikator, made from its figures: the form follows what happened.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use selaras_domain::dokumen::Inlines;
use selaras_domain::{Figure, Indikator, Polaritas};

use super::rows::is_reached;
use crate::context::Context;
use crate::scale::is_far_above;
use crate::words::{Prose, change, has_value, missing, quantity_again, unit_after};

/// What a sentence about the year is made from.
struct Year<'a> {
    tahun: String,
    target: Option<&'a Figure>,
    realisasi: Option<&'a Figure>,
    capaian: Option<&'a Figure>,
}

/// Target, realisasi, capaian and predicate of the year.
pub(super) fn capaian(context: &Context<'_>, it: &Indikator) -> Inlines {
    let of = |what| context.angka(it, context.tahun(), what);
    let year = Year {
        tahun: context.tahun().to_string(),
        target: of("target"),
        realisasi: of("realisasi"),
        capaian: of("capaian"),
    };
    if !year.realisasi.is_some_and(has_value) {
        let why = missing(year.realisasi);
        return Prose::new()
            .text(format!("Realisasi tahun {} {why}, sehingga capaiannya ", year.tahun))
            .text("tidak dapat dinilai.")
            .done();
    }
    if !year.target.is_some_and(has_value) {
        return Prose::new()
            .text(format!("Realisasi tahun {} sebesar ", year.tahun))
            .figure(year.realisasi)
            .text(", tetapi targetnya tidak ada sehingga tidak dapat dinilai.")
            .done();
    }
    let Some(found) = year.capaian.filter(|it| it.value.is_some()) else {
        return Prose::new()
            .text(format!("Realisasi tahun {} sebesar ", year.tahun))
            .figure(year.realisasi)
            .text(" dengan target ")
            .again(year.target)
            .text(format!("; capaiannya tidak dapat dihitung ({}).", reason(year.capaian)))
            .done();
    };
    let prose = standing(it, &year).text(" Capaiannya ").figure(Some(found));
    let prose = match &found.predikat {
        Some(predikat) => prose.text(", dengan predikat ").strong(predikat.clone()).text("."),
        None => prose.text("."),
    };
    if is_far_above(year.capaian) {
        return prose
            .text(" Capaian sejauh ini menandakan bahwa target perlu ditinjau kembali.")
            .done();
    }
    prose.done()
}

/// Why there is no capaian: `target nol`.
pub(super) fn reason(capaian: Option<&Figure>) -> &str {
    let note = capaian.and_then(|it| it.note.as_deref());
    // A note ends by saying what cannot be computed, which the sentence says itself.
    note.map_or("datanya belum lengkap", |it| it.split(": ").next().unwrap_or(it))
}

/// Where the realisasi stands against the target, as one sentence.
fn standing(it: &Indikator, year: &Year<'_>) -> Prose {
    let value = |figure: Option<&Figure>| figure.and_then(|it| it.value);
    let (Some(target), Some(realisasi)) = (value(year.target), value(year.realisasi)) else {
        return standing_in_words(it, year);
    };
    let reached = is_reached(year.capaian);
    let opening = Prose::new();
    if target == realisasi {
        return opening
            .text(format!("Pada tahun {} target ", year.tahun))
            .figure(year.target)
            .text(" tepat tercapai.");
    }
    if is_far_above(year.capaian) {
        return opening
            .text(format!("Realisasi tahun {} sebesar ", year.tahun))
            .figure(year.realisasi)
            .text(" jauh melampaui target ")
            .again(year.target)
            .text(".");
    }
    let gap = gap_words((target - realisasi).abs(), &it.satuan);
    let (before, between, after) = match (it.polaritas, reached) {
        (Polaritas::Turun, true) => (
            format!("Realisasi tahun {} sebesar ", year.tahun),
            ", lebih rendah daripada target ",
            format!(" dengan selisih {gap}, yang berarti lebih baik."),
        ),
        (Polaritas::Turun, false) => (
            format!("Realisasi tahun {} sebesar ", year.tahun),
            " masih di atas target ",
            format!(", dengan kelebihan {gap}."),
        ),
        (_, true) => (
            format!("Realisasi tahun {} mencapai ", year.tahun),
            ", melampaui target ",
            format!(" dengan selisih {gap}."),
        ),
        (_, false) => (
            format!("Realisasi tahun {} baru mencapai ", year.tahun),
            " dari target ",
            format!(", sehingga masih kurang {gap}."),
        ),
    };
    opening.text(before).figure(year.realisasi).text(between).again(year.target).text(after)
}

/// The same where the target is a range or a predicate.
fn standing_in_words(it: &Indikator, year: &Year<'_>) -> Prose {
    let between = match (it.polaritas, is_reached(year.capaian)) {
        (Polaritas::Rentang, true) => ", berada di dalam rentang target ",
        (Polaritas::Rentang, false) => ", berada di luar rentang target ",
        (_, true) => ", memenuhi target ",
        (_, false) => ", belum memenuhi target ",
    };
    Prose::new()
        .text(format!("Realisasi tahun {} adalah ", year.tahun))
        .figure(year.realisasi)
        .text(between)
        .figure(year.target)
        .text(".")
}

/// `14,2 poin persentase`, `3 kasus`, `1,42 poin`.
fn gap_words(gap: Decimal, satuan: &str) -> String {
    let amount = quantity_again(gap, satuan);
    match satuan {
        "%" => format!("{} poin persentase", amount.trim_end_matches('%')),
        _ if unit_after(satuan).is_empty() => format!("{amount} poin"),
        _ => amount,
    }
}

/// How realisasi and capaian moved since the year before; `None` when that year is not known.
pub(super) fn perbandingan(context: &Context<'_>, it: &Indikator) -> Option<Inlines> {
    let (tahun, last) = (context.tahun(), context.last_year()?);
    let of = |tahun, what| context.angka(it, tahun, what);
    let (before, now) = (of(last, "realisasi")?, of(tahun, "realisasi")?);
    let prose = Prose::new().text(format!("Dibandingkan dengan tahun {last}, realisasi "));
    let (Some(first), Some(second)) = (before.value, now.value) else {
        return changed_words(prose, before, now);
    };
    let moved = second.cmp(&first);
    let prose = match moved {
        Ordering::Equal => prose.text("tetap ").figure(Some(now)),
        _ => prose
            .words_of(now, change(first, second, &now.satuan))
            .text(", dari ")
            .again(Some(before))
            .text(" menjadi ")
            .again(Some(now)),
    };
    let prose = match (of(last, "capaian"), of(tahun, "capaian")) {
        (Some(before), Some(now)) => capaian_moved(prose, before, now, second - first),
        _ => prose,
    };
    Some(prose.text(".").text(judged(it, moved)).done())
}

/// The same for predicates; `None` when a year has none.
fn changed_words(prose: Prose, before: &Figure, now: &Figure) -> Option<Inlines> {
    let (first, second) = (before.teks.as_ref()?, now.teks.as_ref()?);
    let prose = match first == second {
        true => prose.text("tetap ").figure(Some(now)),
        false => {
            prose.text("berubah dari ").figure(Some(before)).text(" menjadi ").figure(Some(now))
        }
    };
    Some(prose.text(".").done())
}

/// `, sedangkan capaiannya naik … menjadi 118%`; `by` is how realisasi moved.
fn capaian_moved(prose: Prose, before: &Figure, now: &Figure, by: Decimal) -> Prose {
    let (Some(first), Some(second)) = (before.value, now.value) else { return prose };
    let moved = second - first;
    if moved.is_zero() {
        return prose.text("; capaiannya tetap ").figure(Some(now));
    }
    if moved == by {
        let word = if moved.is_sign_negative() { "turun" } else { "naik" };
        return prose.text(format!(", dan capaiannya {word} sama besar"));
    }
    let is_same_way = moved.is_sign_negative() == by.is_sign_negative() && !by.is_zero();
    let link = if is_same_way { ", dan capaiannya ikut " } else { ", sedangkan capaiannya " };
    prose.text(link).words_of(now, change(first, second, "%")).text(" menjadi ").figure(Some(now))
}

/// What a movement means where less is more.
fn judged(it: &Indikator, moved: Ordering) -> &'static str {
    match (it.polaritas, moved) {
        (Polaritas::Turun, Ordering::Less) => {
            " Karena makin rendah makin baik, penurunan ini adalah perbaikan."
        }
        (Polaritas::Turun, Ordering::Greater) => {
            " Karena makin rendah makin baik, kenaikan ini perlu diwaspadai."
        }
        _ => "",
    }
}
