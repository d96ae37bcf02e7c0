//! A city that does not exist, as large as one that does: forty offices, five years, eight thousand
//! people. For demonstrations, and for tests of load that are honest.
//!
//! Nothing is read and no clock is asked: the same call gives the same city. Every figure follows from
//! the profile of its office and from its own names, so that the berkas of a year tells of the year
//! before what the berkas of that year told.

mod acak;
mod fill;
mod katalog;
mod maker;
mod people;
mod profile;
mod steps;

use selaras_domain::{Berkas, Tahun};

pub use fill::{Progress, fill, fill_telling};
pub use katalog::katalog;
pub use people::people;
pub use steps::{Step, schedule, steps};

/// Offices of the city.
pub const N_PERANGKAT: usize = 40;
/// People of the city.
pub const N_PEGAWAI: usize = 8_000;
/// The first year that has a berkas.
pub const TAHUN_AWAL: u16 = 2020;
/// The last year, which is still being measured.
pub const TAHUN_AKHIR: u16 = 2024;

/// The years that have a berkas, in order.
pub fn years() -> Vec<Tahun> {
    (TAHUN_AWAL..=TAHUN_AKHIR).filter_map(Tahun::new).collect()
}

/// The short name of an office, by its place in the city.
///
/// # Panics
///
/// Where there is no such office.
pub fn singkatan(perangkat: usize) -> &'static str {
    profile::ALL[perangkat].singkatan
}

/// All facts of an office for a year.
///
/// # Panics
///
/// Where there is no such office, and in a year that the city has no berkas of.
pub fn berkas(perangkat: usize, tahun: Tahun) -> Berkas {
    let known = TAHUN_AWAL..=TAHUN_AKHIR;
    assert!(known.contains(&tahun.get()), "the city has berkas from {TAHUN_AWAL} to {TAHUN_AKHIR}");
    maker::Maker::new(perangkat, tahun).berkas()
}
