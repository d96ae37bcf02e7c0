//! Sentences about an indikator, made from its figures: the form follows what happened.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use selaras_domain::dokumen::Inlines;
use selaras_domain::{Figure, Id, Indikator, Polaritas};

use super::rows::is_reached;
use crate::context::Context;
use crate::scale::is_far_above;
use crate::words::{Prose, change, has_value, missing, quantity};

/// Target, realisasi, capaian and predicate of the year.
pub(super) fn capaian<'a>(context: &Context<'a>, it: &'a Indikator) -> Inlines {
    let tahun = context.tahun();
    let of = |what| context.angka(it, tahun, what);
    let (target, realisasi, capaian) = (of("target"), of("realisasi"), of("capaian"));
    if !realisasi.is_some_and(has_value) {
        let why = missing(realisasi);
        return Prose::new()
            .text(format!(
                "Realisasi tahun {tahun} {why}, sehingga capaiannya tidak dapat dinilai."
            ))
            .done();
    }
    let prose =
        Prose::new().text(format!("Pada tahun {tahun} realisasi mencapai ")).figure(realisasi);
    let prose = match target {
        Some(_) => prose.text(" dengan target ").figure(target),
        None => return prose.text("; targetnya tidak ada.").done(),
    };
    let Some(found) = capaian.filter(|it| it.value.is_some()) else {
        let why = capaian.and_then(|it| it.note.as_deref()).unwrap_or("datanya belum lengkap");
        return prose.text(format!("; capaiannya tidak dapat dihitung ({why}).")).done();
    };
    let prose = prose.text(", sehingga capaiannya ").figure(Some(found));
    let skala = context.skala_of(it).and_then(|id| context.skala(id.as_str()));
    let prose = match (&found.predikat, skala) {
        (Some(predikat), Some(skala)) => prose
            .text(" atau berpredikat ")
            .strong(predikat.clone())
            .text(format!(" menurut skala {}.", skala.nama)),
        _ => prose.text("."),
    };
    prose.text(distance(it, target, realisasi, capaian)).done()
}

/// How far the target is, or that it must be asked about.
fn distance(
    it: &Indikator,
    target: Option<&Figure>,
    realisasi: Option<&Figure>,
    capaian: Option<&Figure>,
) -> String {
    if is_far_above(capaian) {
        return " Capaian yang jauh di atas target ini menandakan target perlu ditinjau kembali."
            .to_owned();
    }
    let value = |figure: Option<&Figure>| figure.and_then(|it| it.value);
    let (Some(target), Some(realisasi)) = (value(target), value(realisasi)) else {
        return String::new();
    };
    let gap = (target - realisasi).abs();
    let amount = gap_words(gap, &it.satuan);
    match (is_reached(capaian), gap.is_zero(), it.polaritas) {
        (true, true, _) => " Target tepat tercapai.".to_owned(),
        (true, false, Polaritas::Turun) => {
            format!(" Realisasi {amount} lebih rendah daripada target, yang berarti lebih baik.")
        }
        (true, false, _) => format!(" Target terlampaui {amount}."),
        (false, _, Polaritas::Turun) => format!(" Realisasi masih {amount} di atas target."),
        (false, ..) => format!(" Masih kurang {amount} untuk mencapai target."),
    }
}

/// `14,2 poin persentase`, `3 kasus`, `1,42 poin`.
fn gap_words(gap: Decimal, satuan: &str) -> String {
    let words = change(Decimal::ZERO, gap, satuan);
    words.strip_prefix("naik ").unwrap_or(&quantity(gap, satuan)).to_owned()
}

/// How realisasi and capaian moved since the year before; `None` when that year is not known.
pub(super) fn perbandingan(context: &Context<'_>, it: &Indikator) -> Option<Inlines> {
    let (tahun, last) = (context.tahun(), context.last_year()?);
    let of = |tahun, what| context.angka(it, tahun, what);
    let (before, now) = (of(last, "realisasi")?, of(tahun, "realisasi")?);
    let (first, second) = (before.value?, now.value?);
    let prose = Prose::new().text(format!("Dibandingkan dengan tahun {last}, realisasi "));
    let prose = match second.cmp(&first) {
        Ordering::Equal => prose.text("tetap ").figure(Some(now)),
        _ => prose
            .words_of(now, change(first, second, &now.satuan))
            .text(", dari ")
            .figure(Some(before))
            .text(" menjadi ")
            .figure(Some(now)),
    };
    let prose = match (of(last, "capaian"), of(tahun, "capaian")) {
        (Some(before), Some(now)) => capaian_moved(prose, before, now),
        _ => prose,
    };
    Some(prose.text(".").text(judged(it, first, second)).done())
}

/// `, sedangkan capaian naik … menjadi 118%`.
fn capaian_moved(prose: Prose, before: &Figure, now: &Figure) -> Prose {
    let (Some(first), Some(second)) = (before.value, now.value) else { return prose };
    match second.cmp(&first) {
        Ordering::Equal => prose.text("; capaiannya tetap ").figure(Some(now)),
        _ => prose
            .text("; capaiannya ")
            .words_of(now, change(first, second, "%"))
            .text(" menjadi ")
            .figure(Some(now)),
    }
}

/// What a movement means where less is more.
fn judged(it: &Indikator, before: Decimal, now: Decimal) -> &'static str {
    match (it.polaritas, now.cmp(&before)) {
        (Polaritas::Turun, Ordering::Less) => {
            " Karena makin rendah makin baik, penurunan ini adalah perbaikan."
        }
        (Polaritas::Turun, Ordering::Greater) => {
            " Karena makin rendah makin baik, kenaikan ini perlu diwaspadai."
        }
        _ => "",
    }
}
