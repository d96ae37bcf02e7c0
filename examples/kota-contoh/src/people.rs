//! The people of the city: eight thousand names that nobody bears, and what each may do.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use selaras_store::{NewPengguna, Penugasan, Peran, StatusPenugasan};

use crate::N_PEGAWAI;
use crate::acak::Acak;
use crate::maker::head_of;
use crate::profile;

const GIVEN: [&str; 120] = [
    "Adi", "Agus", "Ahmad", "Ajeng", "Alya", "Amir", "Anggun", "Arif", "Asep", "Ayu", "Bagas",
    "Bambang", "Bayu", "Beni", "Bima", "Budi", "Cahya", "Candra", "Citra", "Damar", "Danu", "Dedi",
    "Dewi", "Dian", "Dimas", "Dina", "Doni", "Dwi", "Edi", "Eka", "Endah", "Erna", "Fajar",
    "Farhan", "Fitri", "Galih", "Gita", "Guntur", "Hadi", "Hana", "Hendra", "Heru", "Ida", "Ika",
    "Ilham", "Indah", "Intan", "Irfan", "Ismail", "Iwan", "Jaka", "Joko", "Kartika", "Kurnia",
    "Laila", "Laras", "Lestari", "Lina", "Lukman", "Made", "Maya", "Mega", "Melati", "Mira",
    "Nadia", "Nanda", "Nia", "Ningsih", "Nova", "Novi", "Nurul", "Nyoman", "Oka", "Panji", "Puji",
    "Putri", "Rahma", "Rama", "Ratna", "Reni", "Reza", "Rina", "Rini", "Rizki", "Rosa", "Rudi",
    "Salsa", "Sari", "Sekar", "Septi", "Sigit", "Sinta", "Siti", "Slamet", "Sri", "Surya", "Tari",
    "Teguh", "Tika", "Tirta", "Titik", "Toni", "Tri", "Ujang", "Umi", "Vina", "Wahyu", "Wati",
    "Wawan", "Wayan", "Widi", "Wira", "Wulan", "Yani", "Yanti", "Yoga", "Yudi", "Yuni", "Zahra",
    "Zaki",
];

/// Words for «example», «as if» and «made up»: with the endings below they make names of no family.
const ROOTS: [&str; 10] = [
    "Contoh", "Umpama", "Misal", "Andai", "Ibarat", "Reka", "Khayal", "Tamsil", "Amsal", "Seumpama",
];

const ENDINGS: [&str; 8] =
    ["wijaya", "nugraha", "pratama", "saputra", "kusuma", "hartono", "sanjaya", "wibawa"];

/// The `n`-th name: given and family. No two are the same below 9,600.
pub(crate) fn name(n: usize) -> (&'static str, String) {
    let all = GIVEN.len() * ROOTS.len() * ENDINGS.len();
    // A step without a common factor with their number visits every name once.
    let place = (n * 4_127 + 811) % all;
    let (given, family) = (place % GIVEN.len(), place / GIVEN.len());
    let (root, ending) = (family % ROOTS.len(), family / ROOTS.len());
    (GIVEN[given], format!("{}{}", ROOTS[root], ENDINGS[ending]))
}

/// Titles that those who hold a post bear.
pub(crate) const TITLES: [&str; 7] = [
    "S.Sos., M.Si.",
    "S.STP., M.A.P.",
    "S.E., M.M.",
    "S.H., M.H.",
    "S.T., M.T.",
    "S.IP.",
    "S.Pd., M.Pd.",
];

/// Names kept for those who are named in documents: heads of offices, their predecessors, the wali
/// kota.
pub(crate) const N_NAMED: usize = 2 * crate::N_PERANGKAT + 1;

/// The name of the wali kota.
pub(crate) fn wali_kota() -> String {
    let (given, family) = name(N_NAMED - 1);
    format!("{given} {family}")
}

/// The account of the head of an office.
pub(crate) fn akun_kepala(office: usize) -> String {
    format!("kepala.{}", profile::ALL[office].akun)
}

/// The account of one of the two planners of an office, 1 or 2.
pub(crate) fn akun_perencana(office: usize, which: usize) -> String {
    format!("perencana{which}.{}", profile::ALL[office].akun)
}

/// The account of one of those who verify, from 1 to 5.
pub(crate) fn akun_verifikator(which: usize) -> String {
    format!("verifikator{which}")
}

/// The account that unlocks.
pub(crate) const AKUN_ADMINISTRATOR: &str = "administrator1";

const BEGUN: Date = date(2020, 1, 2);
/// Nobody's service is recorded from an earlier day.
const BEGUN_BEFORE: Date = date(2012, 1, 2);

/// People who hold an account by their role and are named by nobody else: two administrators, those who
/// verify and inspect, and two perencana of every office.
const N_PLAIN: usize = 2 + 5 + 8 + 2 * crate::N_PERANGKAT;
/// Accounts of roles: those, the wali kota, and the heads.
const N_ROLES: usize = N_PLAIN + 1 + crate::N_PERANGKAT;

/// The first pegawai of an office hold the posts below its head.
pub(crate) const N_OFFICIALS: usize = 10;

/// The name of one of the pegawai of an office, counted from 0; of those who hold posts with titles.
pub(crate) fn pegawai(office: usize, place: usize) -> String {
    let before: usize = sizes(N_PEGAWAI - N_ROLES)[..office].iter().sum();
    let n = N_NAMED + N_PLAIN + before + place;
    let (given, family) = name(n);
    match place < N_OFFICIALS {
        true => format!("{given} {family}, {}", TITLES[n % TITLES.len()]),
        false => format!("{given} {family}"),
    }
}

/// Everybody who works for the city, each account once: eight thousand, always the same.
///
/// Every office has one kepala, two perencana, and pegawai by its size. Accounts of the roles are
/// plain (`kepala.dinkes`, `perencana1.dinkes`, `verifikator1`, `inspektorat1`, `wali.kota`,
/// `administrator1`); those of pegawai are their names.
pub fn people() -> Vec<NewPengguna> {
    let mut all = Vec::with_capacity(N_PEGAWAI);
    let held = |peran, perangkat: Option<&str>, mulai| Penugasan {
        peran,
        perangkat: perangkat.map(str::to_owned),
        status: StatusPenugasan::Definitif,
        mulai,
        sampai: None,
    };
    let mut next = N_NAMED;
    let mut fresh = || {
        next += 1;
        name(next - 1)
    };
    for number in 1..=2 {
        let (given, family) = fresh();
        all.push(NewPengguna {
            akun: format!("administrator{number}"),
            nama: format!("{given} {family}"),
            penugasan: vec![held(Peran::Administrator, None, BEGUN)],
        });
    }
    all.push(NewPengguna {
        akun: "wali.kota".to_owned(),
        nama: wali_kota(),
        penugasan: vec![held(Peran::KepalaDaerah, None, BEGUN)],
    });
    for (peran, stem, n) in
        [(Peran::Verifikator, "verifikator", 5), (Peran::Inspektorat, "inspektorat", 8)]
    {
        for number in 1..=n {
            let (given, family) = fresh();
            all.push(NewPengguna {
                akun: format!("{stem}{number}"),
                nama: format!("{given} {family}"),
                penugasan: vec![held(peran, None, BEGUN)],
            });
        }
    }
    for (office, profile) in profile::ALL.iter().enumerate() {
        let head = head_of(office);
        let status = head.status;
        let held_by_head =
            Penugasan { status, ..held(Peran::Kepala, Some(profile.singkatan), head.mulai) };
        all.push(NewPengguna {
            akun: akun_kepala(office),
            nama: head.nama,
            penugasan: vec![held_by_head],
        });
        for which in 1..=2 {
            let (given, family) = fresh();
            all.push(NewPengguna {
                akun: akun_perencana(office, which),
                nama: format!("{given} {family}"),
                penugasan: vec![held(Peran::Perencana, Some(profile.singkatan), BEGUN)],
            });
        }
    }
    let mut accounts: BTreeMap<String, usize> = BTreeMap::new();
    let offices = offices_of_pegawai(N_PEGAWAI - all.len());
    for (place, office) in places(&offices) {
        let (given, family) = fresh();
        let mut akun = format!("{given}.{family}").to_lowercase();
        let same = accounts.entry(akun.clone()).or_default();
        *same += 1;
        if *same > 1 {
            akun = format!("{akun}{same}");
        }
        let mut acak = Acak::new("mulai", &[all.len() as u64]);
        let year = i16::try_from(acak.between(2008, 2023)).unwrap_or(2020);
        let is_official = place < N_OFFICIALS;
        let mulai = if is_official { BEGUN_BEFORE } else { date(year, 3, 1).max(BEGUN_BEFORE) };
        let nama = match is_official {
            true => pegawai(office, place),
            false => format!("{given} {family}"),
        };
        let penugasan = vec![held(Peran::Pegawai, Some(profile::ALL[office].singkatan), mulai)];
        all.push(NewPengguna { akun, nama, penugasan });
    }
    all
}

/// How many of `n` pegawai each office has, by its size.
fn sizes(n: usize) -> [usize; crate::N_PERANGKAT] {
    let whole: usize = profile::ALL.iter().map(|it| it.bobot_pegawai).sum();
    profile::ALL.map(|it| n * it.bobot_pegawai / whole)
}

/// Every pegawai with their place in their office.
fn places(offices: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    let mut seen = [0; crate::N_PERANGKAT];
    offices.iter().map(move |office| {
        seen[*office] += 1;
        (seen[*office] - 1, *office)
    })
}

/// The office of each of `n` pegawai.
fn offices_of_pegawai(n: usize) -> Vec<usize> {
    let mut offices: Vec<usize> = Vec::with_capacity(n);
    for (office, size) in sizes(n).into_iter().enumerate() {
        offices.extend(std::iter::repeat_n(office, size));
    }
    // What rounding left over works in the largest office.
    let largest = (0..profile::ALL.len()).max_by_key(|it| profile::ALL[*it].bobot_pegawai);
    offices.resize(n, largest.unwrap_or_default());
    offices
}
