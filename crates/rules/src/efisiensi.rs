//! Efisiensi: performance against the money that it took.
//!
//! PermenPANRB 53/2014 asks for the analysis and gives no formula; the ratio is what many agencies
//! use, the other two come from the Ministry of Finance.

use selaras_domain::{Exact, RumusEfisiensi};

use crate::Alasan;

/// Capaian in percent, and the money that is mapped to it, in rupiah.
#[derive(Clone, Debug)]
pub struct Dukungan {
    pub capaian: Exact,
    pub pagu: Exact,
    pub realisasi: Exact,
}

/// A ratio for [`RumusEfisiensi::Rasio`], a percentage for the other two.
///
/// # Errors
///
/// Refuses where something would be divided by zero: no pagu, no absorption, no performance.
pub fn efisiensi(rumus: RumusEfisiensi, it: &Dukungan) -> Result<Exact, Alasan> {
    match rumus {
        RumusEfisiensi::Rasio => {
            let penyerapan = penyerapan(&it.realisasi, &it.pagu)?;
            it.capaian.checked_div(&penyerapan).ok_or(Alasan::PenyerapanNol)
        }
        RumusEfisiensi::Pmk => saving(it),
        RumusEfisiensi::Nilai => {
            let limit = Exact::integer(20);
            let saving = saving(it)?.clamp(-&limit, limit.clone());
            let share = saving.checked_div(&limit).expect("the limit is twenty");
            Ok(&Exact::integer(50) + &(&share * &Exact::integer(50)))
        }
    }
}

/// Absorption in percent: realisasi against pagu.
///
/// # Errors
///
/// Refuses a pagu of zero.
pub fn penyerapan(realisasi: &Exact, pagu: &Exact) -> Result<Exact, Alasan> {
    let ratio = realisasi.checked_div(pagu).ok_or(Alasan::PaguNol)?;
    Ok(&ratio * &Exact::integer(100))
}

/// `(PAK × CK − RAK) ÷ (PAK × CK) × 100`.
fn saving(it: &Dukungan) -> Result<Exact, Alasan> {
    let capaian = it.capaian.checked_div(&Exact::integer(100)).expect("a hundred is not zero");
    if capaian.is_zero() {
        return Err(Alasan::CapaianNol);
    }
    let earned = &it.pagu * &capaian;
    let ratio = (&earned - &it.realisasi).checked_div(&earned).ok_or(Alasan::PaguNol)?;
    Ok(&ratio * &Exact::integer(100))
}

#[cfg(test)]
mod tests {
    use selaras_domain::RoundingMode;

    use super::*;

    fn rounded(rumus: RumusEfisiensi, capaian: (i64, i64), pagu: i64, realisasi: i64) -> String {
        let it = Dukungan {
            capaian: Exact::ratio(capaian.0, capaian.1).unwrap(),
            pagu: Exact::integer(pagu),
            realisasi: Exact::integer(realisasi),
        };
        efisiensi(rumus, &it).unwrap().round(2, RoundingMode::HalfUp).unwrap().to_string()
    }

    // Tabel 6 of the LKjIP 2023 of BKPSDM Kota Dumai; E of its rows in regulations 5.5.
    #[test]
    fn the_ratio_of_the_report() {
        assert_eq!(rounded(RumusEfisiensi::Rasio, (858, 10), 1_827_171_043, 1_696_983_250), "0.92");
        assert_eq!(rounded(RumusEfisiensi::Rasio, (756, 1), 1_637_265_100, 1_633_886_000), "7.58");
    }

    #[test]
    fn the_saving_of_the_ministry_is_one_less_the_inverse_ratio() {
        // 1 − 92.8749 ÷ 85.8; from the rounded 92.87 it would be −8.24.
        assert_eq!(rounded(RumusEfisiensi::Pmk, (858, 10), 1_827_171_043, 1_696_983_250), "-8.25");
    }

    #[test]
    fn no_performance_and_no_budget_are_different_reasons() {
        let of = |capaian: i64, pagu: i64| {
            let [capaian, pagu, realisasi] = [capaian, pagu, 1].map(Exact::integer);
            efisiensi(RumusEfisiensi::Nilai, &Dukungan { capaian, pagu, realisasi })
        };
        assert_eq!(of(0, 100), Err(Alasan::CapaianNol));
        assert_eq!(of(100, 0), Err(Alasan::PaguNol));
    }

    #[test]
    fn the_value_stays_between_zero_and_a_hundred() {
        assert_eq!(rounded(RumusEfisiensi::Nilai, (756, 1), 100, 100), "100.00");
        assert_eq!(rounded(RumusEfisiensi::Nilai, (100, 1), 100, 100), "50.00");
        assert_eq!(rounded(RumusEfisiensi::Nilai, (50, 1), 100, 100), "0.00");
    }
}
