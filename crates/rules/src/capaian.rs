//! Capaian: how much of its target an indikator reached, in percent.
//!
//! PermenPANRB 53/2014 asks for the comparison and gives no formula, so the agency declares one
//! for each indikator; the families in use are here.

use rust_decimal::Decimal;
use selaras_domain::{
    CaraUkur, Exact, NilaiRealisasi, NilaiTarget, Pita, Polaritas, RumusCapaian, TargetNol,
};

use crate::Alasan;
use crate::skala;

/// Target and realisasi of one period, with all that decides how they are compared.
#[derive(Clone, Copy, Debug)]
pub struct Perbandingan<'a> {
    pub cara: &'a CaraUkur,
    pub polaritas: Polaritas,
    pub target: &'a NilaiTarget,
    pub realisasi: &'a Reached,
    /// Bands of the scale whose predicates are the values, for [`RumusCapaian::Skala`].
    pub skala_nilai: &'a [Pita],
}

/// What was reached: an exact number, or a predicate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reached {
    Angka(Exact),
    Predikat(String),
}

impl From<&NilaiRealisasi> for Reached {
    fn from(value: &NilaiRealisasi) -> Reached {
        match value {
            NilaiRealisasi::Angka(it) => Reached::Angka(Exact::from(*it)),
            NilaiRealisasi::Predikat(it) => Reached::Predikat(it.clone()),
        }
    }
}

/// Capaian in percent, exact, with floor and cap applied.
///
/// # Errors
///
/// A zero target (unless zero is declared best), a zero realisasi under `T/R`, and a target and a
/// realisasi of different kinds have no capaian.
pub fn capaian(it: Perbandingan<'_>) -> Result<Exact, Alasan> {
    let raw = uncapped(it)?;
    let floored = match it.cara.batas_bawah.map(Exact::from) {
        Some(floor) if raw < floor => floor,
        _ => raw,
    };
    Ok(match it.cara.batas_atas.map(Exact::from) {
        Some(cap) if floored > cap => cap,
        _ => floored,
    })
}

fn uncapped(it: Perbandingan<'_>) -> Result<Exact, Alasan> {
    if it.cara.rumus == RumusCapaian::Skala {
        return scale(it);
    }
    let Reached::Angka(realisasi) = it.realisasi else { return Err(Alasan::TidakSejenis) };
    match (it.cara.rumus, it.target) {
        (RumusCapaian::Rentang, NilaiTarget::Rentang(low, high)) => {
            range(it, realisasi, *low, *high)
        }
        (rumus, NilaiTarget::Angka(target)) if rumus != RumusCapaian::Rentang => {
            against(rumus, &Exact::from(*target), realisasi, it.cara.target_nol)
        }
        _ => Err(Alasan::TidakSejenis),
    }
}

/// Compares two numbers by one of the plain families.
fn against(
    rumus: RumusCapaian,
    target: &Exact,
    realisasi: &Exact,
    zero: TargetNol,
) -> Result<Exact, Alasan> {
    if target.is_zero() {
        return match zero {
            TargetNol::TidakDihitung => Err(Alasan::TargetNol),
            TargetNol::NolTerbaik if realisasi.is_zero() => Ok(Exact::integer(100)),
            TargetNol::NolTerbaik => Ok(Exact::zero()),
        };
    }
    let (numerator, denominator) = match rumus {
        RumusCapaian::NegatifLan => (&(target + target) - realisasi, target),
        RumusCapaian::NegatifBalik => (target.clone(), realisasi),
        RumusCapaian::NegatifSelisih => (target - realisasi, target),
        RumusCapaian::Positif | RumusCapaian::Rentang | RumusCapaian::Skala => {
            (realisasi.clone(), target)
        }
    };
    let ratio = numerator.checked_div(denominator).ok_or(Alasan::RealisasiNol)?;
    Ok(&ratio * &Exact::integer(100))
}

/// PermenPANRB 8/2021: outside the range the nearer bound is the target. Where inside is best
/// ([`Polaritas::Rentang`]), both sides count as falling short.
fn range(
    it: Perbandingan<'_>,
    realisasi: &Exact,
    low: Decimal,
    high: Decimal,
) -> Result<Exact, Alasan> {
    match nearer_bound(it.polaritas, realisasi, low, high) {
        None => Ok(Exact::integer(100)),
        Some((rumus, bound)) => against(rumus, &bound, realisasi, it.cara.target_nol),
    }
}

/// The bound that a realisasi outside a range is compared with, and how; `None` inside the range.
pub(crate) fn nearer_bound(
    polaritas: Polaritas,
    realisasi: &Exact,
    low: Decimal,
    high: Decimal,
) -> Option<(RumusCapaian, Exact)> {
    let (low, high) = (Exact::from(low), Exact::from(high));
    let is_above = *realisasi > high;
    let bound = match (*realisasi < low, is_above) {
        (true, _) => low,
        (_, true) => high,
        _ => return None,
    };
    let rumus = match polaritas {
        Polaritas::Turun => RumusCapaian::NegatifLan,
        Polaritas::Rentang if is_above => RumusCapaian::NegatifLan,
        Polaritas::Naik | Polaritas::Rentang => RumusCapaian::Positif,
    };
    Some((rumus, bound))
}

fn scale(it: Perbandingan<'_>) -> Result<Exact, Alasan> {
    let number = |predikat: &str| {
        let found = skala::nilai(it.skala_nilai, predikat);
        found.map(Exact::from).ok_or_else(|| Alasan::PredikatTidakDikenal(predikat.to_owned()))
    };
    match (it.target, it.realisasi) {
        (NilaiTarget::Predikat(target), Reached::Predikat(realisasi)) => against(
            RumusCapaian::Positif,
            &number(target)?,
            &number(realisasi)?,
            it.cara.target_nol,
        ),
        _ => Err(Alasan::TidakSejenis),
    }
}
