//! Measure: from a Berkas to its Hasil, every figure with its trail.

mod anggaran;
mod facts;
mod figure;
mod hitungan;
mod indikator;
mod rata_rata;
mod register;
mod scales;
#[cfg(test)]
pub(crate) mod tests;

use std::collections::BTreeMap;

use selaras_domain::{Berkas, Figure, FigureId, Hasil, Id, IndikatorId, Jejak, Periode, Tahun};

use crate::formula::{Formula, FormulaError};
pub use anggaran::periode_words;
use facts::Facts;
use figure::no_trail;
pub use indikator::target_akhir;
use scales::Scales;

/// The quarters at whose end the year still goes on.
const UNDER_WAY: [Periode; 3] = [Periode::Tw1, Periode::Tw2, Periode::Tw3];

/// About how many figures an indikator has: four quarters and a year, each with three.
const FIGURES: usize = 24;

/// Computes every figure of a Berkas. Same Berkas, same Hasil: nothing else is asked.
pub fn measure(berkas: &Berkas) -> Hasil {
    run(berkas, true)
}

/// The same figures with empty trails and without labels where these cost much, in half the time: for
/// a page that shows figures among words of its own, each of which leads to its trail.
pub fn measure_without_trails(berkas: &Berkas) -> Hasil {
    run(berkas, false)
}

fn run(berkas: &Berkas, with_trails: bool) -> Hasil {
    let formulas = berkas.indikator.iter().filter_map(|it| Some((&it.id, it.formula.as_deref()?)));
    let mut measuring = Measuring {
        berkas,
        facts: Facts::new(berkas),
        scales: Scales::new(berkas),
        formulas: formulas.map(|(id, text)| (id, Formula::parse(text))).collect(),
        with_trails,
        hasil: Hasil::with_capacity(berkas.indikator.len() * FIGURES),
    };
    measuring.anggaran();
    measuring.indikator();
    measuring.rata_rata();
    measuring.register();
    measuring.hasil
}

/// The work in progress.
struct Measuring<'a> {
    berkas: &'a Berkas,
    facts: Facts<'a>,
    scales: Scales<'a>,
    /// The formula of every indikator that has one, read once.
    formulas: BTreeMap<&'a IndikatorId, Result<Formula, FormulaError>>,
    with_trails: bool,
    hasil: Hasil,
}

impl Measuring<'_> {
    /// A trail, where trails are asked for.
    fn trail(&self, make: impl FnOnce() -> Jejak) -> Jejak {
        if self.with_trails { make() } else { no_trail() }
    }

    /// A label, where trails are asked for.
    fn label(&self, make: impl FnOnce() -> String) -> String {
        if self.with_trails { make() } else { String::new() }
    }

    fn get(&self, id: &FigureId) -> Option<&Figure> {
        self.hasil.get(id)
    }

    /// The year that the Berkas is about.
    fn tahun(&self) -> Tahun {
        self.berkas.perangkat_daerah.tahun
    }
}

/// `anggaran/<key>/<tahun>/<rest>`.
fn anggaran_id(key: &str, tahun: Tahun, rest: &str) -> FigureId {
    FigureId::from_parts(&["anggaran", key, &tahun.to_string(), rest])
}

/// `indikator/<id>/<tahun>/<rest>`.
fn indikator_id(id: &impl Id, tahun: Tahun, rest: &str) -> FigureId {
    FigureId::from_parts(&["indikator", id.as_str(), &tahun.to_string(), rest])
}
