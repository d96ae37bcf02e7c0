//! What happened with each indikator: in every year the same, whichever report tells of it.

use rust_decimal::Decimal;

use super::{KONDISI_AWAL, Maker, div_half_up, hundredths, in_hundredths};
use crate::acak::Acak;
use crate::profile::{IkuPlan, Jalur, Ukur};

/// How a year ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Missed,
    Nearly,
    Reached,
    Exceeded,
    FarExceeded,
}

/// What a source does not show of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    Nothing,
    /// The numerator of this quarter, counted from 0.
    Quarter(usize),
    Year,
}

/// Numerator and denominator.
pub(super) type Pair = (i64, i64);

/// An indikator in a year.
pub(super) struct Measured {
    /// Each quarter by itself, for what is measured so.
    pub(super) quarters: Option<[Pair; 4]>,
    /// The whole year, for what has a formula.
    pub(super) year: Pair,
    /// In hundredths, rounded as reports print it.
    pub(super) value: i64,
    pub(super) gap: Gap,
}

/// Hundredths to which aims are rounded.
fn step(satuan: &str, jalur: Jalur) -> i64 {
    let largest = in_hundredths(jalur.awal).max(in_hundredths(jalur.akhir));
    let span = (in_hundredths(jalur.awal) - in_hundredths(jalur.akhir)).abs();
    match satuan {
        "%" if span > 500 => 50,
        "%" | "Tahun" | "Indeks" | "Nilai" | "Skor" | "Hari" => match largest < 1_000 {
            true => 1,
            false => 10,
        },
        _ => 100,
    }
}

/// The aim of a year on the way of the plan, in hundredths.
pub(super) fn aim(satuan: &str, jalur: Jalur, tahun: i64) -> i64 {
    let (from, to) = (in_hundredths(jalur.awal), in_hundredths(jalur.akhir));
    let gone = (tahun - KONDISI_AWAL).clamp(0, 5);
    if gone == 0 {
        return from;
    }
    if gone == 5 {
        return to;
    }
    let step = step(satuan, jalur);
    let on_the_way = from * (5 - gone) + to * gone;
    div_half_up(on_the_way, 5 * step) * step
}

/// The aim of an IKU by the plan that is in force in the year. Where the plan was changed, half of what
/// the pandemic took is given back: the way between two years is gone half.
pub(super) fn planned(maker: &Maker, index: usize, iku: &IkuPlan) -> i64 {
    let first = aim(iku.satuan, iku.jalur, maker.tahun);
    let is_number = !matches!(iku.ukur, Ukur::Predikat(..) | Ukur::Rentang(..));
    if !maker.has_new_renstra() || !is_number || first == 0 {
        return first;
    }
    // Not every indikator was eased, but the first always.
    if index > 0 && maker.acak_of_office(&format!("perubahan-renstra/{index}")).once_in(3) {
        return first;
    }
    let before = aim(iku.satuan, iku.jalur, maker.tahun - 1);
    let step = step(iku.satuan, iku.jalur);
    div_half_up(before + first, 2 * step) * step
}

/// The aim that was agreed: that of the plan, or a stricter one.
pub(super) fn agreed(maker: &Maker, index: usize, iku: &IkuPlan) -> i64 {
    let planned = planned(maker, index, iku);
    let is_stricter = maker.acak(&format!("perjanjian/{index}")).once_in(8) && maker.tahun >= 2021;
    let has_room = !matches!(iku.ukur, Ukur::Predikat(..) | Ukur::Rentang(..)) && planned > 0;
    if !is_stricter || !has_room {
        return planned;
    }
    let step = 2 * step(iku.satuan, iku.jalur);
    match rises(iku.jalur) {
        true if iku.satuan == "%" => (planned + step).min(10_000),
        true => planned + step,
        false => (planned - step).max(0),
    }
}

pub(super) fn rises(jalur: Jalur) -> bool {
    jalur.akhir >= jalur.awal
}

/// The range of a year: it narrows from year to year.
pub(super) fn range(jalur: Jalur, tahun: i64) -> (Decimal, Decimal) {
    let gone = (tahun - KONDISI_AWAL).clamp(0, 5);
    let low = in_hundredths(jalur.awal) + 100 * gone;
    let high = in_hundredths(jalur.akhir) + 100 * (5 - gone);
    (hundredths(low), hundredths(high))
}

fn outcome(maker: &Maker, index: usize) -> Outcome {
    // The pandemic cost two years.
    let hard = if (2020..=2021).contains(&maker.tahun) { 14 } else { 0 };
    match maker.acak(&format!("hasil/{index}")).between(1, 100) + hard {
        1..=8 => Outcome::FarExceeded,
        9..=27 => Outcome::Exceeded,
        28..=70 => Outcome::Reached,
        71..=88 => Outcome::Nearly,
        _ => Outcome::Missed,
    }
}

/// How much of the aim, in thousandths. Indices and what there is move slowly; what happens within a
/// year may go wrong altogether.
fn share(outcome: Outcome, ukur: Ukur, acak: &mut Acak) -> i64 {
    let is_slow =
        matches!(ukur, Ukur::Nilai | Ukur::Komponen(_) | Ukur::Stok(..) | Ukur::Angka(..));
    match (outcome, is_slow) {
        (Outcome::Missed, true) => acak.between(800, 930),
        (Outcome::Missed, false) if acak.once_in(5) => acak.between(310, 480),
        (Outcome::Missed, false) => acak.between(620, 880),
        (Outcome::Nearly, _) => acak.between(945, 992),
        (Outcome::Reached, _) => acak.between(1_000, 1_035),
        (Outcome::Exceeded, true) => acak.between(1_030, 1_070),
        (Outcome::Exceeded, false) => acak.between(1_050, 1_160),
        (Outcome::FarExceeded, true) => acak.between(1_080, 1_240),
        (Outcome::FarExceeded, false) => acak.between(1_300, 1_850),
    }
}

/// The value that a year comes to, in hundredths, before it is counted out.
pub(super) fn wanted(maker: &Maker, index: usize, iku: &IkuPlan) -> i64 {
    if maker.tahun <= KONDISI_AWAL {
        return in_hundredths(iku.jalur.awal);
    }
    let mut acak = maker.acak(&format!("nilai/{index}"));
    let outcome = outcome(maker, index);
    let share = share(outcome, iku.ukur, &mut acak);
    if let Ukur::Rentang(..) = iku.ukur {
        let (low, high) = range(iku.jalur, maker.tahun);
        let (low, high) = (in_hundredths(low), in_hundredths(high));
        return match outcome {
            Outcome::Missed => low * share / 1_000,
            Outcome::FarExceeded => high * 108 / 100,
            _ => acak.between(low, high),
        };
    }
    if let Ukur::Predikat(_, words) = iku.ukur {
        let aim = aim(iku.satuan, iku.jalur, maker.tahun) / 100;
        let found = match outcome {
            Outcome::Missed => aim - 1,
            Outcome::FarExceeded => aim + 1,
            _ => aim,
        };
        return found.clamp(1, i64::try_from(words.len()).unwrap_or(1)) * 100;
    }
    let aim = aim(iku.satuan, iku.jalur, maker.tahun);
    if aim == 0 {
        return if outcome == Outcome::Missed { 100 * acak.between(1, 2) } else { 0 };
    }
    let value = match (rises(iku.jalur), outcome) {
        (true, _) => aim * share / 1_000,
        (false, Outcome::FarExceeded) => aim * acak.between(350, 600) / 1_000,
        (false, _) => aim * (2_000 - share) / 1_000,
    };
    let ceiling = if iku.satuan == "%" { 10_000 } else { i64::MAX };
    value.min(ceiling)
}

/// What an indikator came to in the year of the maker.
pub(super) fn measured(maker: &Maker, index: usize, iku: &IkuPlan) -> Measured {
    let wanted = wanted(maker, index, iku);
    let gap = gap(maker, index, iku);
    let once = |year: Pair, value| Measured { quarters: None, year, value, gap };
    match iku.ukur {
        Ukur::Arus(_, _, size) => flow(maker, index, wanted, (size, 100), gap),
        Ukur::Rentang(_, _, size) => flow(maker, index, wanted, (size, 100), gap),
        Ukur::Rata(_, _, size) => flow(maker, index, wanted, (size, 1), gap),
        Ukur::Stok(_, _, size) => {
            let before = self::wanted(&maker.in_year(maker.tahun - 1), index, iku);
            stock(maker, index, (before, wanted), size, gap)
        }
        Ukur::Angka(_, _, size, times) => {
            let all = grown(maker, index, size);
            let year = (part(all, wanted, times), all);
            once(year, ratio(year, times))
        }
        Ukur::Cacah => {
            let whole = div_half_up(wanted, 100);
            let counts = split(maker, index, whole).map(|it| (it, 1));
            Measured { quarters: Some(counts), year: (whole, 1), value: whole * 100, gap }
        }
        Ukur::Nilai | Ukur::Predikat(..) => once((0, 1), wanted),
        Ukur::Komponen(parts) => {
            let values = komponen(maker, index, wanted, parts.len());
            let weighted: i64 = parts.iter().zip(&values).map(|(it, value)| it.1 * value).sum();
            let weight: i64 = parts.iter().map(|it| it.1).sum();
            once((0, 1), div_half_up(weighted, weight))
        }
        Ukur::Register(register, _) => {
            let (quarters, year) = super::register::counts(maker, register, wanted);
            let value = ratio(year, 100);
            Measured { quarters: Some(quarters), year, value, gap: Gap::Nothing }
        }
        Ukur::Peserta(_, _, size) => {
            let all = grown(maker, index, size);
            let quarters = super::register::participants(maker, part(all, wanted, 100));
            let year = (quarters.iter().sum(), all);
            let quarters = quarters.map(|it| (it, all));
            Measured { quarters: Some(quarters), year, value: ratio(year, 100), gap: Gap::Nothing }
        }
    }
}

/// The values of the parts, spread around what they come to.
pub(super) fn komponen(maker: &Maker, index: usize, wanted: i64, n: usize) -> Vec<i64> {
    let mut acak = maker.acak(&format!("komponen/{index}"));
    (0..n).map(|_| (wanted + acak.between(-600, 600)).clamp(0, 10_000)).collect()
}

/// The same, for the writer of the components.
pub(super) fn komponen_of(maker: &Maker, index: usize, iku: &IkuPlan, n: usize) -> Vec<i64> {
    komponen(maker, index, wanted(maker, index, iku), n)
}

/// Sources now and then do not show a value; the last year is watched more closely.
fn gap(maker: &Maker, index: usize, iku: &IkuPlan) -> Gap {
    let mut acak = maker.acak(&format!("hilang/{index}"));
    let is_possible = (2020..=2023).contains(&maker.tahun);
    if !is_possible || !acak.once_in(24) {
        return Gap::Nothing;
    }
    match iku.ukur {
        Ukur::Arus(..) | Ukur::Stok(..) | Ukur::Rata(..) | Ukur::Rentang(..) => {
            Gap::Quarter(usize::try_from(acak.between(1, 3)).unwrap_or(1))
        }
        Ukur::Angka(..) | Ukur::Nilai => Gap::Year,
        _ => Gap::Nothing,
    }
}

/// A population that grows a little every year.
fn grown(maker: &Maker, index: usize, size: i64) -> i64 {
    let gone = maker.tahun - KONDISI_AWAL;
    let growth = 1_000 + 14 * gone;
    let noise = match size < 100 {
        true => 1_000,
        false => maker.acak(&format!("besar/{index}")).between(970, 1_030),
    };
    (size * growth / 1_000 * noise / 1_000).max(1)
}

/// How many of `all` make the value.
fn part(all: i64, value: i64, times: i64) -> i64 {
    let part = div_half_up(all * value, 100 * times);
    if times == 100 { part.min(all) } else { part }
}

/// The value of a pair in hundredths.
fn ratio((part, all): Pair, times: i64) -> i64 {
    if all == 0 { 0 } else { div_half_up(part * times * 100, all) }
}

pub(super) fn sums(quarters: &[Pair; 4]) -> Pair {
    (quarters.iter().map(|it| it.0).sum(), quarters.iter().map(|it| it.1).sum())
}

/// Cuts a number into four quarters of unlike size.
fn split(maker: &Maker, index: usize, whole: i64) -> [i64; 4] {
    let mut acak = maker.acak(&format!("triwulan/{index}"));
    let weights = [21, 25, 27, 27].map(|it| it * 10 + acak.between(-25, 25));
    let total: i64 = weights.iter().sum();
    let mut parts = weights.map(|it| whole * it / total);
    let mut left = whole - parts.iter().sum::<i64>();
    // What is left over falls into some quarter, so that small counts are not all in the last one.
    while left > 0 {
        let quarter = usize::try_from(acak.between(0, 3)).unwrap_or_default();
        parts[quarter] += 1;
        left -= 1;
    }
    parts
}

/// What happens quarter by quarter and adds up.
fn flow(maker: &Maker, index: usize, wanted: i64, (size, times): (i64, i64), gap: Gap) -> Measured {
    let all = grown(maker, index, size);
    let mut of_quarter = split(maker, index, all);
    let mut acak = maker.acak(&format!("arus/{index}"));
    // Of rare things a quarter may bring none: its share cannot be computed.
    if size < 150 && acak.once_in(5) {
        of_quarter[3] += of_quarter[0];
        of_quarter[0] = 0;
    }
    let whole = part(all, wanted, times);
    let mut quarters = of_quarter.map(|it| {
        let tilt = acak.between(-40, 40);
        (part(it, wanted + wanted * tilt / 1_000, times), it)
    });
    // The quarters come to the year: what they lack is made up from the last one on.
    let mut lacking = whole - sums(&quarters).0;
    for quarter in quarters.iter_mut().rev() {
        let ceiling = if times == 100 { quarter.1 } else { i64::MAX };
        let moved = (quarter.0 + lacking).clamp(0, ceiling) - quarter.0;
        if quarter.1 > 0 {
            quarter.0 += moved;
            lacking -= moved;
        }
    }
    let year = sums(&quarters);
    Measured { quarters: Some(quarters), year, value: ratio(year, times), gap }
}

/// What there is at the end of each quarter, on its way from last year's end.
fn stock(
    maker: &Maker,
    index: usize,
    (before, wanted): (i64, i64),
    size: i64,
    gap: Gap,
) -> Measured {
    let all = grown(maker, index, size);
    let quarters = [1, 2, 3, 4].map(|it| {
        let value = (before * (4 - it) + wanted * it) / 4;
        (part(all, value, 100), all)
    });
    Measured { quarters: Some(quarters), year: quarters[3], value: ratio(quarters[3], 100), gap }
}
