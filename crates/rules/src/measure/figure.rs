//! Builds figures, so that all of them tell the same things in the same way.

use rust_decimal::Decimal;
use selaras_domain::{
    Exact, Figure, FigureId, Jejak, Keadaan, Masukan, Pembulatan, RoundingMode, TahapPembulatan,
    angka,
};

use crate::Alasan;

/// What a figure is about, before it is known what it is.
pub(super) struct Draft {
    pub id: FigureId,
    pub label: String,
    pub satuan: String,
    /// Decimals that the figure is rounded to.
    pub presisi: u32,
    pub mode: RoundingMode,
    pub tahap: TahapPembulatan,
}

impl Draft {
    /// A figure with a value, or with the reason why there is none.
    pub(super) fn finish(
        self,
        value: Result<Exact, Alasan>,
        keadaan: Keadaan,
        jejak: Jejak,
    ) -> Figure {
        let rounded = value.and_then(|exact| {
            let rounded = exact.round(self.presisi, self.mode).ok_or(Alasan::TerlaluBesar)?;
            Ok((exact, rounded))
        });
        let (exact, value, keadaan, note) = match rounded {
            Ok((exact, value)) => (Some(exact), Some(value), keadaan, None),
            Err(alasan) => (None, None, alasan.keadaan(), Some(alasan.to_string())),
        };
        Figure {
            id: self.id,
            label: self.label,
            satuan: self.satuan,
            value,
            exact,
            teks: None,
            keadaan,
            verified: true,
            note,
            predikat: None,
            jejak: Jejak {
                pembulatan: Some(Pembulatan {
                    tahap: self.tahap,
                    mode: self.mode,
                    presisi: self.presisi,
                }),
                ..jejak
            },
        }
    }
}

/// A trail of a value that no rule made.
pub(super) fn no_trail() -> Jejak {
    Jejak {
        rule: None,
        dasar: Vec::new(),
        rumus: None,
        masukan: Vec::new(),
        hitungan: None,
        pembulatan: None,
    }
}

/// An exact number for people: a decimal where it is one, a fraction where not.
pub(super) fn show(value: &Exact) -> String {
    match value.as_decimal() {
        Some(decimal) => angka::format_trimmed(decimal),
        None => {
            let text = value.to_string();
            let part =
                |it: &str| it.parse::<Decimal>().map_or(it.to_owned(), angka::format_trimmed);
            let (numerator, denominator) = text.split_once('/').unwrap_or((&text, "1"));
            format!("{}/{}", part(numerator), part(denominator))
        }
    }
}

/// A number with its unit: `85,8%`, `1.452 berkas`, `Rp10.070.867.140`.
pub(super) fn show_with(value: &Exact, satuan: &str) -> String {
    match satuan {
        "%" => format!("{}%", show(value)),
        "rupiah" => match value.as_decimal().and_then(|it| i64::try_from(it).ok()) {
            Some(rupiah) => angka::format_rupiah(rupiah),
            None => format!("Rp{}", show(value)),
        },
        "" => show(value),
        _ => format!("{} {satuan}", show(value)),
    }
}

/// An input that is a figure itself.
pub(super) fn input(nama: &str, figure: &Figure) -> Masukan {
    Masukan {
        nama: nama.to_owned(),
        nilai: crate::display(figure),
        figure: Some(figure.id.clone()),
        sumber: None,
        fakta: Vec::new(),
    }
}

/// The words of a source's own note for a cell that cannot be read.
pub(super) const ILLEGIBLE: &str = "tidak terbaca pada sumber";

/// Adds a sentence to what a reader must know about a figure. A note that says why a cell is
/// illegible takes the place of the bare statement that it is.
pub(super) fn add_note(figure: &mut Figure, note: String) {
    let is_bare = |it: &String| it.ends_with(ILLEGIBLE) && note.contains(ILLEGIBLE);
    figure.note = Some(match figure.note.take().filter(|it| !is_bare(it)) {
        Some(earlier) => format!("{earlier}; {note}"),
        None => note,
    });
}
