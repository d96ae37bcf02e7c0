//! The bands of a scale, and the tone of a predicate by the place of its band.

use rust_decimal::{Decimal, dec};
use selaras_domain::dokumen::{Cell, Inline, Tone};
use selaras_domain::{Batas, Figure, Id, Indikator, Pita, Skala, SkalaId, angka};
use selaras_rules::skala;

use crate::context::Context;
use crate::words;

/// Above it, in percent, a capaian raises the question whether the target was set too low.
const FAR_ABOVE: Decimal = dec!(120);

/// Whether a capaian is so high that its target must be asked about.
pub(crate) fn is_far_above(capaian: Option<&Figure>) -> bool {
    capaian.and_then(|it| it.value).is_some_and(|it| it > FAR_ABOVE)
}

impl<'a> Context<'a> {
    pub(crate) fn skala(&self, id: &str) -> Option<&'a Skala> {
        self.berkas.skala.iter().find(|it| it.id.as_str() == id)
    }

    /// The bands of a scale, highest first.
    pub(crate) fn bands(&self, id: &SkalaId) -> Vec<Pita> {
        let skala = self.skala(id.as_str());
        let mut bands = skala.map_or_else(Vec::new, |it| skala::bands(self.berkas, it));
        // The lowest band has no bound, and `None` sorts before every number.
        bands.sort_by_key(|it| std::cmp::Reverse(it.batas_bawah));
        bands
    }

    /// How a predicate of a scale is judged.
    pub(crate) fn tone_of(&self, skala: Option<&SkalaId>, predikat: Option<&str>) -> Tone {
        let (Some(skala), Some(predikat)) = (skala, predikat) else { return Tone::Plain };
        let bands = self.bands(skala);
        let place = bands.iter().position(|it| it.predikat == predikat);
        place.map_or(Tone::Plain, |it| tone_of_place(it, bands.len()))
    }

    /// How the capaian of an indikator is judged: by its band, or as far above what was aimed at.
    pub(crate) fn tone_of_capaian(
        &self,
        indikator: &'a Indikator,
        capaian: Option<&Figure>,
    ) -> Tone {
        match capaian {
            it if is_far_above(it) => Tone::Over,
            Some(it) if it.value.is_some() => {
                self.tone_of(self.skala_of(indikator), it.predikat.as_deref())
            }
            _ => Tone::Faint,
        }
    }

    /// The predicate of a capaian in a cell, with its tone.
    pub(crate) fn predicate_cell(
        &self,
        indikator: &'a Indikator,
        capaian: Option<&Figure>,
    ) -> Cell {
        let tone = self.tone_of_capaian(indikator, capaian);
        match capaian.and_then(|it| Some((it, it.predikat.as_ref()?))) {
            Some((figure, predikat)) => {
                let id = figure.id.to_string();
                Cell::new(vec![Inline::Figure { text: predikat.clone(), id }]).toned(tone)
            }
            None if capaian.is_some_and(words::has_value) => Cell::text("tanpa predikat"),
            None => Cell::text(words::missing(capaian)).toned(Tone::Faint),
        }
    }
}

/// The best two fifths of a scale are good, its last band is bad, and so is the last but one of a
/// scale of five bands or more.
fn tone_of_place(place: usize, bands: usize) -> Tone {
    let bad = if bands >= 5 { 2 } else { 1 };
    if place + bad >= bands {
        Tone::Bad
    } else if place * 5 < bands * 2 {
        Tone::Good
    } else {
        Tone::Near
    }
}

/// A band as an interval between its bound and the bound above: `70% s.d. < 85%`.
///
/// `above` is the band over it, if there is one; `unit` stands after each number.
pub(crate) fn interval(band: &Pita, above: Option<&Pita>, unit: &str) -> String {
    let number = |it: Decimal| format!("{}{unit}", angka::format_trimmed(it));
    let upper = above.and_then(|it| it.batas_bawah.map(|bound| (bound, it.batas)));
    let up_to = |(bound, batas)| match batas {
        Batas::Inklusif => format!("< {}", number(bound)),
        Batas::Eksklusif => format!("≤ {}", number(bound)),
    };
    let from = band.batas_bawah.map(|bound| match band.batas {
        Batas::Inklusif => format!("≥ {}", number(bound)),
        Batas::Eksklusif => format!("> {}", number(bound)),
    });
    match (from, upper) {
        (Some(from), Some(upper)) => format!("{from} s.d. {}", up_to(upper)),
        (Some(from), None) => from,
        (None, Some(upper)) => up_to(upper),
        (None, None) => "semua nilai".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judges_a_band_by_its_place() {
        use Tone::{Bad, Good, Near};
        let tones = |bands| (0..bands).map(|it| tone_of_place(it, bands)).collect::<Vec<_>>();
        assert_eq!(tones(2), [Good, Bad]);
        assert_eq!(tones(3), [Good, Good, Bad]);
        assert_eq!(tones(4), [Good, Good, Near, Bad]);
        assert_eq!(tones(5), [Good, Good, Near, Bad, Bad]);
    }
}
