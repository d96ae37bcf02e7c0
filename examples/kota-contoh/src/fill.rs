//! Puts the city into a store.

use std::collections::BTreeMap;

use jiff::civil::Date;
use selaras_domain::{Tahun, Triwulan};
use selaras_store::{BerkasKey, BerkasRef, Langkah, NewLangkah, Pelaku, Store, StoreError};

use crate::katalog::katalog;
use crate::people::people;
use crate::steps::{Step, schedule, steps};
use crate::{N_PERANGKAT, TAHUN_AKHIR, berkas, years};

/// How long a quarter stays unlocked.
const UNLOCKED_DAYS: i64 = 14;
/// How much time is left for the third and the fourth quarter of the last year.
const DAYS_LEFT: [i64; 2] = [3, 7];

/// How far the filling has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Berkas of a year that are in, and how many there are.
    Berkas {
        tahun: Tahun,
        n_offices: usize,
    },
    People {
        n_people: usize,
    },
    Steps {
        n_steps: usize,
    },
}

/// Puts the whole city into a store that holds no berkas of it yet: offices and years, people,
/// schedule, and the steps of every quarter at their own times.
///
/// # Errors
///
/// What the store refuses: [`StoreError::Exists`] where a part of the city is there already.
pub fn fill(store: &Store, pelaku: &Pelaku) -> Result<(), StoreError> {
    fill_telling(store, pelaku, |_| {})
}

/// The same, and says how far it has come.
///
/// # Errors
///
/// As [`fill`].
pub fn fill_telling(
    store: &Store,
    pelaku: &Pelaku,
    mut tell: impl FnMut(Progress),
) -> Result<(), StoreError> {
    for tahun in years() {
        for office in 0..N_PERANGKAT {
            store.import(pelaku, berkas(office, tahun), false)?;
        }
        tell(Progress::Berkas { tahun, n_offices: N_PERANGKAT });
    }
    let people = people();
    let n_people = people.len();
    store.add_people(pelaku, people)?;
    tell(Progress::People { n_people });
    let first = store.find(&key(0, years()[0]))?;
    store.write_katalog(pelaku, first.pemda, katalog())?;
    for tahun in years() {
        for (triwulan, day) in schedule(tahun) {
            let day = extended(pelaku, (tahun, triwulan), day);
            store.set_jadwal(pelaku, first.pemda, tahun, vec![(triwulan, Some(day))])?;
        }
    }
    let n_steps = take_steps(store, pelaku)?;
    tell(Progress::Steps { n_steps });
    Ok(())
}

fn key(office: usize, tahun: Tahun) -> BerkasKey {
    BerkasKey { perangkat: crate::singkatan(office).to_owned(), tahun }
}

/// Takes the steps of all offices in the order in which they happened.
fn take_steps(store: &Store, pelaku: &Pelaku) -> Result<usize, StoreError> {
    let known: BTreeMap<BerkasKey, BerkasRef> =
        store.list()?.into_iter().map(|it| (it.key.clone(), it)).collect();
    let mut all: Vec<(usize, Tahun, Step)> = Vec::new();
    for tahun in years() {
        for office in 0..N_PERANGKAT {
            all.extend(steps(office, tahun).into_iter().map(|it| (office, tahun, it)));
        }
    }
    // Stable: the steps of a quarter keep their order, since each has a later time.
    all.sort_by(|one, other| one.2.waktu.cmp(&other.2.waktu));
    let mut taken: BTreeMap<(usize, Tahun, Triwulan), i64> = BTreeMap::new();
    let n_steps = all.len();
    for (office, tahun, step) in all {
        let key = key(office, tahun);
        let missing = || StoreError::Missing { what: format!("Berkas {key}") };
        let place = known.get(&key).ok_or_else(missing)?;
        let versi = taken.entry((office, tahun, step.triwulan)).or_default();
        let who = Pelaku { nama: step.akun, asal: pelaku.asal.clone(), waktu: step.waktu };
        let is_unlocking = step.langkah == Langkah::BukaKunci;
        let new = NewLangkah {
            triwulan: step.triwulan,
            langkah: step.langkah,
            versi: *versi,
            alasan: step.alasan.map(str::to_owned),
            sampai: is_unlocking.then(|| open_until(pelaku, step.hari)),
            hari: step.hari,
        };
        store.take_step(&who, place, new)?;
        *versi += 1;
    }
    Ok(n_steps)
}

/// An unlocked quarter stays so for some days from the day of the filling, or nobody would see it.
fn open_until(pelaku: &Pelaku, hari: Date) -> Date {
    later(pelaku, hari, UNLOCKED_DAYS)
}

/// Until when a quarter can be sent: those of the last year that offices still work on were given more
/// time, from the day of the filling on, or every task would be years late.
fn extended(pelaku: &Pelaku, (tahun, triwulan): (Tahun, Triwulan), day: Date) -> Date {
    match triwulan {
        Triwulan::Iii if tahun.get() == TAHUN_AKHIR => later(pelaku, day, DAYS_LEFT[0]),
        Triwulan::Iv if tahun.get() == TAHUN_AKHIR => later(pelaku, day, DAYS_LEFT[1]),
        _ => day,
    }
}

/// Some days after the day of the filling, or after a day that comes later.
fn later(pelaku: &Pelaku, hari: Date, days: i64) -> Date {
    let today = pelaku.waktu.get(..10).and_then(|it| it.parse::<Date>().ok()).unwrap_or(hari);
    today.max(hari).saturating_add(jiff::Span::new().days(days))
}
