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

use selaras_domain::{Berkas, Figure, FigureId, Hasil, Id, Tahun};

use facts::Facts;
use scales::Scales;

/// Computes every figure of a Berkas. Same Berkas, same Hasil: nothing else is asked.
pub fn measure(berkas: &Berkas) -> Hasil {
    let mut measuring = Measuring {
        berkas,
        facts: Facts::new(berkas),
        scales: Scales::new(berkas),
        hasil: Hasil::default(),
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
    hasil: Hasil,
}

impl Measuring<'_> {
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
