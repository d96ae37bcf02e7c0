//! Years and quarters of a budget year, and the stretch of time that a figure covers.

use std::fmt;

use jiff::civil::Date;

use crate::code::codes;

/// A budget year (tahun anggaran), 1999 to 2100: accountability reports begin with Inpres 7/1999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tahun(u16);

impl Tahun {
    /// `None` outside 1999 to 2100.
    pub fn new(year: u16) -> Option<Tahun> {
        (1999..=2100).contains(&year).then_some(Tahun(year))
    }

    pub fn get(self) -> u16 {
        self.0
    }

    /// 1 January.
    pub fn first_day(self) -> Date {
        let year = i16::try_from(self.0).expect("a year is at most 2100");
        Date::new(year, 1, 1).expect("every year has a first day")
    }

    /// 31 December: what was in force on it holds for the year.
    pub fn last_day(self) -> Date {
        let year = i16::try_from(self.0).expect("a year is at most 2100");
        Date::new(year, 12, 31).expect("every year has a last day")
    }

    /// The year before, or `None` before the first.
    pub fn previous(self) -> Option<Tahun> {
        Tahun::new(self.0 - 1)
    }
}

impl fmt::Display for Tahun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

codes! {
    /// A quarter of a budget year.
    Triwulan {
        I = "tw1",
        Ii = "tw2",
        Iii = "tw3",
        Iv = "tw4",
    }
}

impl Triwulan {
    /// Its first and last day in a year.
    pub fn days(self, tahun: Tahun) -> (Date, Date) {
        let year = tahun.first_day().year();
        let day = |month, day| Date::new(year, month, day).expect("a quarter begins and ends");
        match self {
            Triwulan::I => (day(1, 1), day(3, 31)),
            Triwulan::Ii => (day(4, 1), day(6, 30)),
            Triwulan::Iii => (day(7, 1), day(9, 30)),
            Triwulan::Iv => (day(10, 1), day(12, 31)),
        }
    }
}

codes! {
    /// The stretch of a budget year that a figure covers.
    Periode {
        Tw1 = "tw1",
        Tw2 = "tw2",
        Tw3 = "tw3",
        Tw4 = "tw4",
        /// The whole year.
        Tahun = "tahun",
        /// From the start of the plan to the end of the year.
        Kumulatif = "kumulatif",
    }
}

impl Periode {
    /// The four quarters in order.
    pub const TRIWULAN: [Periode; 4] = [Periode::Tw1, Periode::Tw2, Periode::Tw3, Periode::Tw4];

    /// The quarters that it covers of its last year.
    pub fn quarters(self) -> &'static [Periode] {
        let place = Periode::TRIWULAN.iter().position(|it| *it == self);
        place.map_or(&Periode::TRIWULAN, |it| &Periode::TRIWULAN[it..=it])
    }

    /// Its first and last day in a year; what goes on from earlier years ends with it.
    pub fn days(self, tahun: Tahun) -> (Date, Date) {
        match self {
            Periode::Tw1 => Triwulan::I.days(tahun),
            Periode::Tw2 => Triwulan::Ii.days(tahun),
            Periode::Tw3 => Triwulan::Iii.days(tahun),
            Periode::Tw4 => Triwulan::Iv.days(tahun),
            Periode::Tahun | Periode::Kumulatif => (tahun.first_day(), tahun.last_day()),
        }
    }
}
