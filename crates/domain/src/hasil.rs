//! Hasil: every computed figure, and its Jejak, the trail that says why it is what it is.

use std::collections::BTreeMap;
use std::fmt;

use rust_decimal::Decimal;

use crate::code::codes;
use crate::{Exact, RoundingMode, TahapPembulatan};

/// Name of a figure: `indikator/iku-1/2023/capaian`, `anggaran/5.03.02/2023/persen`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureId(String);

impl FigureId {
    /// Joins the parts with slashes; ids, years and words never contain one.
    pub fn from_parts(parts: &[&str]) -> FigureId {
        FigureId(parts.join("/"))
    }

    /// Any text is taken: whether a figure has that name is for [`Hasil::get`] to say.
    pub fn new(text: &str) -> FigureId {
        FigureId(text.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FigureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

codes! {
    /// How a figure came to be, or why there is none. Absent, zero, unverified and not computable
    /// are four different things.
    Keadaan {
        /// By a rule.
        Computed = "computed",
        /// By a person of the office.
        Entered = "entered",
        /// By a document, where the parts that would give it are not known.
        Stated = "stated",
        /// Nobody has given it.
        Absent = "absent",
        /// A rule refuses: the target is zero, an input is missing.
        NotComputable = "not-computable",
    }
}

/// A figure: one number, or the reason why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub id: FigureId,
    /// In words, Indonesian: `Capaian Persentase … tahun 2023`.
    pub label: String,
    /// `%`, `rupiah`, `indeks`, …
    pub satuan: String,
    /// Rounded to the declared precision: `118.0`.
    pub value: Option<Decimal>,
    /// Before rounding.
    pub exact: Option<Exact>,
    /// The value where it is no number: a range (`90–100`), a predicate (`WTP`).
    pub teks: Option<String>,
    pub keadaan: Keadaan,
    pub verified: bool,
    /// What a reader must know, Indonesian: a gap, an illegible source, a missing target.
    pub note: Option<String>,
    pub predikat: Option<String>,
    pub jejak: Jejak,
}

/// The trail of a figure. Texts are Indonesian, for the annex and the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jejak {
    /// Id and version of the rule: `capaian/pos@1`; absent for a value that was entered or stated.
    pub rule: Option<&'static str>,
    /// Legal basis, or the local decision that adopts the rule, as citations.
    pub dasar: Vec<String>,
    /// The formula in words: `realisasi ÷ target × 100`.
    pub rumus: Option<String>,
    pub masukan: Vec<Masukan>,
    /// The formula with numbers put in: `85,8 ÷ 100 × 100`.
    pub hitungan: Option<String>,
    pub pembulatan: Option<Pembulatan>,
}

/// An input of a computation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Masukan {
    pub nama: String,
    /// As shown: `1.452 berkas`.
    pub nilai: String,
    /// The figure it is, when it is one itself.
    pub figure: Option<FigureId>,
    /// Document and page.
    pub sumber: Option<String>,
    /// The rows that it was entered in; none where it is a figure.
    pub fakta: Vec<Fakta>,
}

/// A row of facts, by its table and the cells of its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fakta {
    pub tabel: &'static str,
    pub kunci: Vec<String>,
}

impl Fakta {
    pub fn new(tabel: &'static str, kunci: &[&str]) -> Fakta {
        Fakta { tabel, kunci: kunci.iter().map(|it| (*it).to_owned()).collect() }
    }
}

/// How a figure was rounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pembulatan {
    pub tahap: TahapPembulatan,
    pub mode: RoundingMode,
    /// Decimals.
    pub presisi: u32,
}

/// All figures of a Berkas, in the order of computation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hasil {
    figures: Vec<Figure>,
    index: BTreeMap<FigureId, usize>,
}

impl Hasil {
    /// None yet, with room for about so many.
    pub fn with_capacity(n: usize) -> Hasil {
        Hasil { figures: Vec::with_capacity(n), index: BTreeMap::new() }
    }

    /// Adds a figure.
    ///
    /// # Panics
    ///
    /// When a figure of that name is there already: names are built from unique ids.
    pub fn push(&mut self, figure: Figure) {
        let earlier = self.index.insert(figure.id.clone(), self.figures.len());
        assert!(earlier.is_none(), "figure {} was computed twice", figure.id);
        self.figures.push(figure);
    }

    pub fn get(&self, id: &FigureId) -> Option<&Figure> {
        self.index.get(id).map(|it| &self.figures[*it])
    }

    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }
}
