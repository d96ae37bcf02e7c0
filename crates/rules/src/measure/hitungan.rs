//! The computation of a figure with its numbers put in, as the last line of its trail.

use selaras_domain::{
    Exact, Komponen, NilaiTarget, RoundingMode, RumusCapaian, RumusEfisiensi, TargetNol, angka,
};

use super::figure::{show, show_with};
use crate::capaian::{Perbandingan, Reached, nearer_bound};
use crate::efisiensi::{Dukungan, efisiensi};
use crate::rule;
use crate::skala;

/// `(2 × 115 − 110,77) ÷ 115 × 100`. `None` where nothing is computed: zero against zero, and
/// values that cannot be compared.
pub(super) fn capaian(it: &Perbandingan<'_>) -> Option<String> {
    match (it.target, it.realisasi) {
        (NilaiTarget::Angka(target), Reached::Angka(_))
            if target.is_zero() && it.cara.target_nol == TargetNol::NolTerbaik =>
        {
            None
        }
        (NilaiTarget::Angka(target), Reached::Angka(realisasi)) => {
            Some(compared(it.cara.rumus, realisasi, &Exact::from(*target)))
        }
        (NilaiTarget::Rentang(low, high), Reached::Angka(realisasi)) => {
            Some(match nearer_bound(it.polaritas, realisasi, *low, *high) {
                Some((rumus, bound)) => compared(rumus, realisasi, &bound),
                None => format!(
                    "{} di dalam {}–{}",
                    show(realisasi),
                    angka::format_trimmed(*low),
                    angka::format_trimmed(*high)
                ),
            })
        }
        (NilaiTarget::Predikat(target), Reached::Predikat(realisasi)) => {
            let number = |predikat: &str| skala::nilai(it.skala_nilai, predikat).map(Exact::from);
            Some(compared(RumusCapaian::Positif, &number(realisasi)?, &number(target)?))
        }
        _ => None,
    }
}

fn compared(rumus: RumusCapaian, realisasi: &Exact, target: &Exact) -> String {
    let rumus = rule::of_capaian(rumus).rumus;
    rumus.replace("realisasi", &operand(realisasi)).replace("target", &operand(target))
}

/// A number among signs: what is more than one number stands in brackets.
fn operand(value: &Exact) -> String {
    let text = show(value);
    if text.contains('/') || value.is_negative() { format!("({text})") } else { text }
}

/// `(40 × 84,5 + 60 × 78,2) ÷ 100`; `None` while a component has no value.
pub(super) fn komponen<'k>(parts: impl Iterator<Item = &'k Komponen>) -> Option<String> {
    let mut weight = Exact::zero();
    let mut terms = Vec::new();
    for it in parts {
        weight = &weight + &Exact::from(it.bobot);
        let bobot = angka::format_trimmed(it.bobot);
        terms.push(format!("{bobot} × {}", operand(&Exact::from(it.nilai?))));
    }
    Some(format!("({}) ÷ {}", terms.join(" + "), show(&weight)))
}

/// How efisiensi follows from money and capaian; `presisi` is that of the figure.
pub(super) fn of_efisiensi(rumus: RumusEfisiensi, it: &Dukungan, presisi: u32) -> Option<String> {
    let rounded = |value: &Exact, presisi| {
        let value = value.round(presisi, RoundingMode::HalfUp)?;
        Some(angka::format_trimmed(value))
    };
    let capaian = rounded(&it.capaian, 2)?;
    let [pagu, realisasi] = [&it.pagu, &it.realisasi].map(|it| show_with(it, "rupiah"));
    let saving = || format!("({pagu} × {capaian}% − {realisasi}) ÷ ({pagu} × {capaian}%) × 100");
    match rumus {
        RumusEfisiensi::Rasio => None,
        RumusEfisiensi::Pmk => Some(saving()),
        RumusEfisiensi::Nilai => {
            let exact = efisiensi(RumusEfisiensi::Pmk, it).ok()?;
            let limit = Exact::integer(20);
            let held = exact.clone().clamp(-&limit, limit);
            let e = match held == exact {
                true => rounded(&exact, presisi)?,
                false => format!("{} → {}", rounded(&exact, presisi)?, show(&held)),
            };
            Some(format!(
                "E = {} = {e}; 50 + {} ÷ 20 × 50",
                saving(),
                operand(&Exact::from(held.round(presisi, RoundingMode::HalfUp)?))
            ))
        }
    }
}
