//! Where the measurement of every quarter stands, and by which steps it came there.
//!
//! The years before the last one are locked. The last one runs: its first half is locked nearly
//! everywhere, its third quarter is in every state, and the fourth is not begun by half of the offices.
//!
//! The last year is not the one that the clock shows, and cannot be: the same call gives the same city,
//! whenever it is made. Whoever opens a year that is over is led to its fourth quarter; if no office had
//! begun it, the city at a glance would show nothing. What a year in course shows beside the states, how
//! long there is still time, comes from the day on which the city is filled in: see [`crate::fill`].

use jiff::civil::{Date, date};
use selaras_domain::{Tahun, Triwulan};
use selaras_store::{Langkah, Status};

use crate::acak::Acak;
use crate::people::{AKUN_ADMINISTRATOR, akun_kepala, akun_perencana, akun_verifikator};
use crate::{N_PERANGKAT, TAHUN_AKHIR};

const TRIWULAN: [Triwulan; 4] = [Triwulan::I, Triwulan::Ii, Triwulan::Iii, Triwulan::Iv];

/// A step that somebody took on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub triwulan: Triwulan,
    pub langkah: Langkah,
    /// Who took it.
    pub akun: String,
    pub hari: Date,
    /// When, in UTC: RFC 3339.
    pub waktu: String,
    pub alasan: Option<&'static str>,
}

/// The last days for the measurements of a year.
pub fn schedule(tahun: Tahun) -> [(Triwulan, Date); 4] {
    let year = i16::try_from(tahun.get()).expect("a year is at most 2100");
    [
        (Triwulan::I, date(year, 4, 15)),
        (Triwulan::Ii, date(year, 7, 15)),
        (Triwulan::Iii, date(year, 10, 15)),
        (Triwulan::Iv, date(year + 1, 1, 15)),
    ]
}

/// Where a quarter of an office stands.
pub(crate) fn status(office: usize, tahun: Tahun, triwulan: Triwulan) -> Status {
    if tahun.get() < TAHUN_AKHIR {
        return Status::Dikunci;
    }
    // The BKPSDM has its registers, which are whole; it is the office that people look at first.
    if office == BKPSDM {
        return match triwulan {
            Triwulan::Iv => Status::Diverifikasi,
            Triwulan::Iii => Status::Disetujui,
            _ => Status::Dikunci,
        };
    }
    match (triwulan, office % 20) {
        (Triwulan::I, _) => Status::Dikunci,
        (Triwulan::Ii, 13) => Status::Perbaikan,
        (Triwulan::Ii, _) => Status::Dikunci,
        (Triwulan::Iii, 13) => Status::Draf,
        (Triwulan::Iii, 1 | 17 | 19) => Status::Diajukan,
        (Triwulan::Iii, 4) => Status::Perbaikan,
        (Triwulan::Iii, 9 | 18) => Status::Diverifikasi,
        (Triwulan::Iii, 7 | 16) => Status::Disetujui,
        (Triwulan::Iii, 12) => Status::Dibuka,
        (Triwulan::Iii, _) => Status::Dikunci,
        (Triwulan::Iv, 0 | 5) => Status::Dikunci,
        (Triwulan::Iv, 3 | 8 | 11) => Status::Disetujui,
        (Triwulan::Iv, 2 | 6 | 15) => Status::Diverifikasi,
        (Triwulan::Iv, 10) => Status::Diajukan,
        (Triwulan::Iv, 14) => Status::Perbaikan,
        // Whose third quarter is not through has not begun the fourth.
        (Triwulan::Iv, _) => Status::Draf,
    }
}

/// The place of the BKPSDM in the city.
pub(crate) const BKPSDM: usize = 6;

/// Whether the values of a quarter have been entered.
pub(crate) fn is_measured(office: usize, tahun: Tahun, triwulan: Triwulan) -> bool {
    status(office, tahun, triwulan) != Status::Draf
}

/// Whether somebody other than the writer has confirmed the values of a quarter.
pub(crate) fn is_confirmed(office: usize, tahun: Tahun, triwulan: Triwulan) -> bool {
    matches!(
        status(office, tahun, triwulan),
        Status::Diverifikasi | Status::Disetujui | Status::Dikunci | Status::Dibuka
    )
}

const SENT_BACK: [&str; 4] = [
    "Bukti dukung dua indikator belum dilampirkan",
    "Nilai pembilang berbeda dari register",
    "Realisasi keluaran belum diisi untuk semua subkegiatan",
    "Realisasi anggaran tidak sama dengan laporan keuangan",
];

const UNLOCKED: &str = "Koreksi menurut berita acara rekonsiliasi dengan Inspektorat";

/// The steps that brought the quarters of an office where they stand, in the order of the quarters.
///
/// # Panics
///
/// Where there is no such office.
pub fn steps(perangkat: usize, tahun: Tahun) -> Vec<Step> {
    assert!(perangkat < N_PERANGKAT, "the city has {N_PERANGKAT} offices");
    let of = |(triwulan, due)| quarter(perangkat, tahun, triwulan, due);
    schedule(tahun).into_iter().flat_map(of).collect()
}

fn quarter(office: usize, tahun: Tahun, triwulan: Triwulan, due: Date) -> Vec<Step> {
    use Langkah::{Ajukan, BukaKunci, Kunci, MintaPerbaikan, Setujui, Verifikasi};
    let status = status(office, tahun, triwulan);
    let number = TRIWULAN.iter().position(|it| *it == triwulan).unwrap_or_default();
    let parts = [office as u64, u64::from(tahun.get()), number as u64];
    let mut acak = Acak::new("langkah", &parts);
    // One in nine goes back and forth once before it is accepted.
    let detour: &[Langkah] =
        if acak.once_in(9) { &[Ajukan, MintaPerbaikan, Ajukan] } else { &[Ajukan] };
    let way: &[Langkah] = match status {
        Status::Draf => return Vec::new(),
        Status::Diajukan => &[],
        Status::Perbaikan => &[MintaPerbaikan],
        Status::Diverifikasi => &[Verifikasi],
        Status::Disetujui => &[Verifikasi, Setujui],
        Status::Dikunci => &[Verifikasi, Setujui, Kunci],
        Status::Dibuka => &[Verifikasi, Setujui, Kunci, BukaKunci],
    };
    // A tenth of the offices is late.
    let late = if acak.once_in(10) { acak.between(2, 13) } else { acak.between(-11, 0) };
    let mut hari = later(due, late);
    let verifikator = 1 + office % 5;
    let mut all = Vec::new();
    for langkah in detour.iter().chain(way) {
        let akun = match langkah {
            Ajukan | Langkah::Tarik => akun_perencana(office, 1),
            Setujui => akun_kepala(office),
            BukaKunci => AKUN_ADMINISTRATOR.to_owned(),
            MintaPerbaikan | Verifikasi | Kunci => akun_verifikator(verifikator),
        };
        let alasan = match langkah {
            MintaPerbaikan => Some(*acak.pick(&SENT_BACK)),
            BukaKunci => Some(UNLOCKED),
            _ => None,
        };
        // Within the hours of an office in western Indonesia, and always after the step before.
        let (hour, minute) = (acak.between(1, 8), acak.between(0, 59));
        let waktu = format!("{hari}T{hour:02}:{minute:02}:00Z");
        all.push(Step { triwulan, langkah: *langkah, akun, hari, waktu, alasan });
        hari = later(hari, acak.between(1, 4));
    }
    all
}

fn later(day: Date, days: i64) -> Date {
    day.saturating_add(jiff::Span::new().days(days))
}
