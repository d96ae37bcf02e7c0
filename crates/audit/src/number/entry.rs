//! What a cell may hold, seen by somebody who calculates.

use selaras_domain::Exact;

/// A cell, read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "most cells that matter are numbers")]
pub(crate) enum Entry {
    /// Empty, "-", "n/a" and their like: nothing is claimed.
    Blank,
    Number(Number),
    /// "80 – 90": a target that is a band.
    Range(Box<(Number, Number)>),
    Text,
    /// Has digits and cannot be read.
    Noise,
}

/// A number with the ways to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// The likelier meaning.
    first: Reading,
    /// The meaning under the other mark, where the text allows two.
    other: Option<Reading>,
    pub(crate) is_percent: bool,
    pub(crate) is_rupiah: bool,
    /// The exact value behind a typed cell.
    pub(crate) exact: Option<Exact>,
}

/// One meaning of a printed number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) value: Exact,
    /// The worth of one step in the last printed digit: 0.1 for "85,8", 100,000,000 for "1,2 M".
    pub(crate) step: Exact,
    pub(crate) places: u32,
}

/// What a single mark before three digits means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Thousands,
    Decimals,
}

impl Number {
    pub(crate) fn new(first: Reading, other: Option<Reading>) -> Number {
        Number { first, other, is_percent: false, is_rupiah: false, exact: None }
    }

    pub(crate) fn first(&self) -> &Reading {
        &self.first
    }

    /// Every meaning, the likelier one first.
    pub(crate) fn readings(&self) -> impl Iterator<Item = &Reading> {
        std::iter::once(&self.first).chain(&self.other)
    }

    pub(crate) fn is_ambiguous(&self) -> bool {
        self.other.is_some()
    }

    /// The meaning under a mark; the only one where there is but one.
    pub(crate) fn under(&self, mark: Mark) -> &Reading {
        match &self.other {
            Some(other) if (other.places == 0) == (mark == Mark::Thousands) => other,
            _ => &self.first,
        }
    }

    /// Makes the meaning under `mark` the likelier one.
    pub(crate) fn prefer(&mut self, mark: Mark) {
        if let Some(other) = &mut self.other
            && (other.places == 0) == (mark == Mark::Thousands)
        {
            std::mem::swap(&mut self.first, other);
        }
    }

    /// Whether some meaning of both is the same value.
    pub(crate) fn may_equal(&self, other: &Number) -> bool {
        self.readings().any(|a| other.readings().any(|b| a.value == b.value))
    }
}

impl Entry {
    pub(crate) fn number(&self) -> Option<&Number> {
        match self {
            Entry::Number(it) => Some(it),
            _ => None,
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        matches!(self, Entry::Blank)
    }
}
