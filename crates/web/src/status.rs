//! A status is always a mark, a word and a colour, so that it survives a black-and-white print.

use maud::{Markup, html};
use rust_decimal::{Decimal, dec};
use selaras_domain::{Figure, Keadaan};
use selaras_store::Status;

/// From here a capaian counts as reached, as nearly reached, and as so far beyond that it is a
/// question. These colour screens only: the predikat comes from the agency's own scale.
const REACHED: Decimal = dec!(100);
const NEAR: Decimal = dec!(90);
const BEYOND: Decimal = dec!(120);

/// How a capaian looks at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Light {
    Bad,
    Near,
    Good,
    Over,
    NotComputable,
    Absent,
}

impl Light {
    pub(crate) fn of(capaian: Option<&Figure>) -> Light {
        let Some(figure) = capaian else { return Light::Absent };
        match (figure.value, figure.keadaan) {
            (Some(value), _) => Light::of_value(value),
            (None, Keadaan::NotComputable) => Light::NotComputable,
            (None, _) => Light::Absent,
        }
    }

    pub(crate) fn of_value(value: Decimal) -> Light {
        match value {
            it if it > BEYOND => Light::Over,
            it if it >= REACHED => Light::Good,
            it if it >= NEAR => Light::Near,
            _ => Light::Bad,
        }
    }

    pub(crate) fn words(self) -> &'static str {
        match self {
            Light::Good => "Tercapai",
            Light::Near => "Mendekati",
            Light::Bad => "Perlu perhatian",
            Light::Over => "Melampaui",
            Light::NotComputable => "Tidak dapat dihitung",
            Light::Absent => "Belum diisi",
        }
    }

    fn mark(self) -> (&'static str, &'static str) {
        match self {
            Light::Good => ("●", "good"),
            Light::Near => ("◐", "near"),
            Light::Bad => ("▲", "bad"),
            Light::Over => ("◆", "over"),
            Light::NotComputable => ("–", "none"),
            Light::Absent => ("○", "none"),
        }
    }

    /// Mark, word and colour.
    pub(crate) fn tag(self) -> Markup {
        let (mark, class) = self.mark();
        tag(mark, class, self.words())
    }
}

/// What the lights mean, where they stand: their limits are the application's own, the predikat is that
/// of the office's scale, and so both may differ.
pub(crate) fn legend() -> Markup {
    let [over, good, near] = [BEYOND, REACHED, NEAR].map(|it| it.normalize().to_string());
    html! {
        p.legenda {
            (Light::Over.tag()) " di atas " (over) "% "
            (Light::Good.tag()) " mulai " (good) "% "
            (Light::Near.tag()) " mulai " (near) "% "
            (Light::Bad.tag()) " di bawah " (near) "% "
            "dari target. Batas ini sama untuk semua perangkat daerah dan hanya mengatur tanda pada layar; predikat \
             mengikuti skala perangkat daerah, maka keduanya dapat berbeda."
        }
    }
}

/// A mark and a word; the colour says nothing that they do not say.
pub(crate) fn tag(mark: &str, class: &str, words: &str) -> Markup {
    html! { span.tag.(class) { span.mark aria-hidden="true" { (mark) } (words) } }
}

/// A value that nobody but its writer has confirmed.
pub(crate) fn unverified() -> Markup {
    tag("?", "near", "Belum diverifikasi")
}

/// Where a measurement stands.
pub(crate) fn submission(status: Status) -> Markup {
    let (mark, class) = match status {
        Status::Draf => ("○", "none"),
        Status::Diajukan => ("◐", "near"),
        Status::Perbaikan => ("▲", "bad"),
        Status::Diverifikasi | Status::Disetujui => ("●", "good"),
        Status::Dikunci => ("■", "good"),
        Status::Dibuka => ("◐", "near"),
    };
    tag(mark, class, status.words())
}
