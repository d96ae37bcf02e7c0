//! The registers of the BKPSDM: what is served, who is heard for a breach, who is trained. Their
//! records are what its indicators count.

use selaras_domain::{Asal, CatatanRegister, Periode, Register, Triwulan};

use super::nilai::{Pair, measured};
use super::{Maker, id, tahun};
use crate::acak::Acak;
use crate::profile::{ALL, Ukur};

/// A register: its name, the word for what counts, the words for what does not, records of a year.
struct Kind {
    id: &'static str,
    nama: &'static str,
    counted: &'static str,
    others: &'static [&'static str],
    n_records: i64,
}

const KINDS: [Kind; 3] = [
    Kind {
        id: "pelayanan",
        nama: "Berkas pelayanan kepegawaian",
        counted: "tepat_waktu",
        others: &["terlambat", "dikembalikan"],
        n_records: 224,
    },
    Kind {
        id: "disiplin",
        nama: "Kasus pelanggaran disiplin",
        counted: "selesai",
        others: &["proses"],
        n_records: 22,
    },
    Kind {
        id: "diklat",
        nama: "Pelatihan pegawai",
        counted: "selesai",
        others: &["batal"],
        n_records: 28,
    },
];

const LAYANAN: [&str; 6] = [
    "Kenaikan pangkat",
    "Kenaikan gaji berkala",
    "Mutasi antarperangkat daerah",
    "Cuti besar",
    "Pensiun",
    "Izin belajar",
];

const PELANGGARAN: [&str; 4] = [
    "Tidak masuk kerja",
    "Keterlambatan berulang",
    "Penyalahgunaan kendaraan dinas",
    "Laporan kinerja tidak benar",
];

const PELATIHAN: [&str; 6] = [
    "Pelatihan dasar",
    "Pelatihan kepemimpinan pengawas",
    "Penyusunan indikator kinerja",
    "Pengadaan barang dan jasa",
    "Pelayanan publik",
    "Pengelolaan arsip elektronik",
];

fn kind(register: &str) -> &'static Kind {
    let found = KINDS.iter().find(|it| it.id == register);
    found.expect("the formulas of the city name the registers that it keeps")
}

/// How many records a quarter has.
fn sizes(maker: &Maker, kind: &Kind) -> [i64; 4] {
    let mut acak = maker.acak(kind.id);
    [22, 26, 25, 27].map(|it| (kind.n_records * it / 100 + acak.between(-2, 2)).max(3))
}

/// Records in the state, and all of them, by quarter.
pub(super) fn counts(maker: &Maker, register: &str, state: &str, wanted: i64) -> [Pair; 4] {
    let kind = kind(register);
    debug_assert_eq!(kind.counted, state);
    let n_others = i64::try_from(kind.others.len()).unwrap_or(1);
    // Every word of a register is used in every quarter, so that formulas find them.
    sizes(maker, kind).map(|it| ((it * wanted / 10_000).clamp(1, it - n_others), it))
}

/// People who finished a training, by quarter, that come to `whole`.
pub(super) fn participants(maker: &Maker, register: &str, whole: i64) -> [i64; 4] {
    let sizes = sizes(maker, kind(register));
    let all: i64 = sizes.iter().sum();
    let mut parts = sizes.map(|it| whole * it / all);
    parts[3] += whole - parts.iter().sum::<i64>();
    parts
}

pub(super) fn register(maker: &Maker) -> (Vec<Register>, Vec<CatatanRegister>) {
    let mut registers = Vec::new();
    let mut records = Vec::new();
    for (index, _, iku) in super::indikator::all_iku(maker) {
        let (name, is_summed) = match iku.ukur {
            Ukur::Register(name, _) => (name, false),
            Ukur::Peserta(name, ..) => (name, true),
            _ => continue,
        };
        let kind = kind(name);
        let dokumen = format!("register-{name}-{}", maker.tahun);
        registers.push(Register {
            id: id(name),
            nama: kind.nama.to_owned(),
            asal: Asal { dokumen: Some(id(&dokumen)), ..Asal::default() },
        });
        let quarters = measured(maker, index, iku).quarters.unwrap_or_default();
        let sizes = sizes(maker, kind);
        let mut nomor = 0;
        for (place, periode) in Periode::TRIWULAN.into_iter().enumerate() {
            if !maker.is_measured(periode) {
                continue;
            }
            let mut acak = maker.acak(&format!("{name}/{place}"));
            let n = sizes[place];
            let n_counted = if is_summed { n - 1 } else { quarters[place].0 };
            // People are shared by the trainings that take place.
            let (share, rest) = (quarters[place].0 / n_counted, quarters[place].0 % n_counted);
            let states = states(kind, (n, n_counted), &mut acak);
            for (state, position) in states.into_iter().zip(0_i64..) {
                nomor += 1;
                let people = match state == kind.counted {
                    true => share + i64::from(position < rest),
                    false => acak.between(12, 30),
                };
                let nilai = is_summed.then_some(people);
                records.push(CatatanRegister {
                    register: id(name),
                    nomor,
                    tahun: tahun(maker.tahun),
                    triwulan: triwulan(place),
                    status: state.to_owned(),
                    nilai: nilai.map(Into::into),
                    asal: Asal {
                        dokumen: Some(id(&dokumen)),
                        halaman: None,
                        catatan: Some(note(name, &mut acak)),
                    },
                });
            }
        }
    }
    (registers, records)
}

/// The states of a quarter: the counted ones first, and what is not counted spread among them.
fn states(kind: &Kind, (n, n_counted): (i64, i64), acak: &mut Acak) -> Vec<&'static str> {
    let other = |it: i64| {
        let place = usize::try_from(it).unwrap_or_default() % kind.others.len();
        kind.others[place]
    };
    let mut states: Vec<&str> = (0..n)
        .map(|it| if it < n_counted { kind.counted } else { other(it - n_counted) })
        .collect();
    // Trainings keep their order: the first ones take the people that cannot be shared evenly.
    if kind.id != "diklat" {
        for last in (1..states.len()).rev() {
            let chosen = acak.between(0, i64::try_from(last).unwrap_or_default());
            states.swap(last, usize::try_from(chosen).unwrap_or_default());
        }
    }
    states
}

fn triwulan(place: usize) -> Triwulan {
    [Triwulan::I, Triwulan::Ii, Triwulan::Iii, Triwulan::Iv][place]
}

/// What a record is about.
fn note(register: &str, acak: &mut Acak) -> String {
    let office = acak.pick(&ALL).singkatan;
    match register {
        "pelayanan" => format!("{}, {office}", acak.pick(&LAYANAN)),
        "disiplin" => format!("{}, {office}", acak.pick(&PELANGGARAN)),
        _ => (*acak.pick(&PELATIHAN)).to_owned(),
    }
}
