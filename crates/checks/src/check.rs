//! What a check is: its code, how strongly the law asks for it, its page, and its function.

use jiff::civil::Date;
use selaras_rules::regulation;

use crate::{Findings, Subject};

/// One check, as the registry lists it.
#[derive(Debug)]
pub struct Check {
    /// Stable code shown to users. Never reused, never renumbered.
    pub code: &'static str,
    /// Names the defect, so that `allow NAME` reads as a sentence.
    pub name: &'static str,
    pub tier: Tier,
    pub status: Status,
    /// The provisions that demand this, oldest first. Never empty for [`Tier::Wajib`], empty for
    /// [`Tier::Kaidah`].
    pub basis: &'static [Basis],
    /// Officer-facing page, in Indonesian. Its cases are this check's tests.
    pub page: &'static str,
    pub run: fn(&Subject<'_>, &mut Findings) -> Outcome,
}

/// How strongly the law asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// The regulation says that it must be so, and the facts alone decide whether it is.
    Wajib,
    /// The regulation or its guideline recommends it, or asks for numbers that can be relied on.
    Anjuran,
    /// No provision: a rule of this house, of what can hardly be right.
    Kaidah,
}

impl Tier {
    pub const ALL: [Tier; 3] = [Tier::Wajib, Tier::Anjuran, Tier::Kaidah];

    /// As people read it.
    pub fn title(self) -> &'static str {
        match self {
            Tier::Wajib => "Wajib",
            Tier::Anjuran => "Anjuran",
            Tier::Kaidah => "Kaidah",
        }
    }

    /// As programs read it.
    pub fn code(self) -> &'static str {
        match self {
            Tier::Wajib => "wajib",
            Tier::Anjuran => "anjuran",
            Tier::Kaidah => "kaidah",
        }
    }
}

/// How far a check has been tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    Stable,
    /// Listens to words or to what is usual, and may be mistaken; never counted in a score.
    Preview,
}

impl Status {
    pub fn code(self) -> &'static str {
        match self {
            Status::Stable => "stabil",
            Status::Preview => "pratinjau",
        }
    }
}

/// The part of the cycle that a check is about; the first three letters of its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Perencanaan,
    AntarDokumen,
    Anggaran,
    Perjanjian,
    Pengukuran,
    Pelaporan,
    Evaluasi,
}

impl Group {
    /// In the order of the cycle.
    pub const ALL: [Group; 7] = [
        Group::Perencanaan,
        Group::AntarDokumen,
        Group::Anggaran,
        Group::Perjanjian,
        Group::Pengukuran,
        Group::Pelaporan,
        Group::Evaluasi,
    ];

    pub fn prefix(self) -> &'static str {
        match self {
            Group::Perencanaan => "PRN",
            Group::AntarDokumen => "ANT",
            Group::Anggaran => "ANG",
            Group::Perjanjian => "PJJ",
            Group::Pengukuran => "UKR",
            Group::Pelaporan => "LAP",
            Group::Evaluasi => "EVA",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Group::Perencanaan => "Perencanaan",
            Group::AntarDokumen => "Antardokumen",
            Group::Anggaran => "Anggaran",
            Group::Perjanjian => "Perjanjian kinerja",
            Group::Pengukuran => "Pengukuran",
            Group::Pelaporan => "Pelaporan",
            Group::Evaluasi => "Evaluasi",
        }
    }

    /// The group of a code.
    pub fn of(code: &str) -> Option<Group> {
        Group::ALL.into_iter().find(|it| code.starts_with(it.prefix()))
    }
}

/// A provision and the days on which it was in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Key into `data/regulations/`.
    pub instrument: &'static str,
    /// Where in the instrument, in its own words.
    pub locator: &'static str,
    pub from: Date,
    /// Last day in force. `None` while it still is.
    pub until: Option<Date>,
}

impl Basis {
    pub fn is_in_force_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// `PermenPANRB 53/2014, Lampiran I.E`.
    pub fn citation(&self) -> String {
        let name = regulation::find(self.instrument);
        let name = name.map_or_else(|| self.instrument.to_owned(), regulation::Regulation::short);
        format!("{name}, {}", self.locator)
    }
}

impl Check {
    pub fn group(&self) -> Group {
        Group::of(self.code).expect("a test holds every code to a group")
    }

    /// The provision in force on `day`, if the check applied that day at all.
    pub fn basis_on(&self, day: Date) -> Option<&'static Basis> {
        self.basis.iter().find(|it| it.is_in_force_on(day))
    }
}

/// Why a check produced the findings that it did, including none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Assessed,
    /// The law does not ask this of these facts.
    NotApplicable(&'static str),
    /// The data needed to decide is missing. Never reported as a pass.
    NotAssessable(&'static str),
}

impl Outcome {
    pub fn code(self) -> &'static str {
        match self {
            Outcome::Assessed => "dinilai",
            Outcome::NotApplicable(_) => "tidak_berlaku",
            Outcome::NotAssessable(_) => "tidak_dapat_dinilai",
        }
    }

    /// Why it was not assessed.
    pub fn reason(self) -> Option<&'static str> {
        match self {
            Outcome::Assessed => None,
            Outcome::NotApplicable(why) | Outcome::NotAssessable(why) => Some(why),
        }
    }
}
