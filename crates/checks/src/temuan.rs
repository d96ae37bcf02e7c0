//! What a check found.

use jiff::civil::Date;

use crate::{Check, Place, Status, Tier};

/// A finding: what is wrong, where, why, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Temuan {
    pub code: &'static str,
    pub tier: Tier,
    pub status: Status,
    pub place: Place,
    /// Other rows that the finding is about, beside which it may be shown too.
    pub also: Vec<Place>,
    /// What is wrong, with the numbers.
    pub message: String,
    /// What to do.
    pub remedy: String,
    /// The provision in force on the day, as a citation; `None` for a rule of this house.
    pub basis: Option<String>,
}

impl Temuan {
    /// Its name in lists and suppressions: `indikator iku-1`.
    pub fn subject(&self) -> &str {
        &self.place.words
    }
}

/// The findings of one check while it runs.
#[derive(Debug)]
pub struct Findings {
    code: &'static str,
    tier: Tier,
    status: Status,
    basis: Option<String>,
    list: Vec<Temuan>,
}

impl Findings {
    pub(crate) fn of(check: &Check, day: Date) -> Findings {
        Findings {
            code: check.code,
            tier: check.tier,
            status: check.status,
            basis: check.basis_on(day).map(crate::Basis::citation),
            list: Vec::new(),
        }
    }

    pub fn push(&mut self, place: Place, message: impl Into<String>, remedy: impl Into<String>) {
        self.push_with(place, Vec::new(), message, remedy);
    }

    /// A finding that is about several rows; `place` is the one to mend first.
    pub fn push_with(
        &mut self,
        place: Place,
        also: Vec<Place>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.list.push(Temuan {
            code: self.code,
            tier: self.tier,
            status: self.status,
            place,
            also,
            message: message.into(),
            remedy: remedy.into(),
            basis: self.basis.clone(),
        });
    }

    pub(crate) fn into_list(self) -> Vec<Temuan> {
        self.list
    }
}
