//! Registers: from the dates of a case to what it counts as in a period.
//!
//! A case is taken as it stood at the end of the period, so that what happens later changes no quarter
//! that has been locked. A register counts up to the day until which it is complete, and no further.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use rust_decimal::Decimal;
use selaras_domain::{
    AlasanId, Bawaan, Berkas, CatatanRegister, Code, HariKasus, HasilLayanan, HitunganHari, Id,
    Jabatan, Jeda, JenisRegister, JenjangJabatan, KasusDisiplin, KasusLayanan, Kesesuaian,
    PemangkuJabatan, Periode, PesertaDiklat, Register, SopLayanan, Tahun,
};

/// A case as it counts in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kasus<'a> {
    pub sumber: Sumber<'a>,
    pub status: &'a str,
    /// What `jumlah` adds up.
    pub nilai: Option<Decimal>,
    pub alasan: Option<&'a AlasanId>,
    /// Days that its clock has run, where it has one.
    pub hari: Option<u32>,
    /// Days that it may take.
    pub batas: Option<u32>,
}

/// The fact that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sumber<'a> {
    Layanan(&'a KasusLayanan),
    /// Somebody in a post, or a place that nobody holds.
    Jabatan(&'a Jabatan, Option<&'a PemangkuJabatan>),
    Disiplin(&'a KasusDisiplin),
    /// The first of the trainings of a person, and how many there are.
    Diklat(&'a PesertaDiklat, usize),
    Catatan(&'a CatatanRegister),
}

/// Why the cases of a register cannot be counted; Indonesian, with what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegisterError {
    #[error("cara menentukan periode register «{0}»: isi kolom `periode_menurut` pada register")]
    Periode(String),
    #[error(
        "hari terakhir register «{0}» yang sudah lengkap: isi kolom `lengkap_sampai` pada register"
    )]
    LengkapSampai(String),
    #[error("kasus bawaan register «{0}»: isi kolom `bawaan` pada register")]
    Bawaan(String),
    #[error("jam pelajaran minimal register «{0}»: isi kolom `jp_minimal` pada register")]
    JpMinimal(String),
    #[error(
        "standar layanan «{layanan}» untuk kasus {nomor} yang diterima {diterima}: isi sop_layanan"
    )]
    Sop { layanan: String, nomor: u32, diterima: String },
    #[error("hari libur tahun {0}: isi hari_libur, karena tanpa itu hari kerja tidak pasti")]
    HariLibur(i16),
}

/// The states of the cases of a kind of register; those of `lainnya` are words of its records.
pub const fn states(jenis: JenisRegister) -> &'static [&'static str] {
    match jenis {
        JenisRegister::Layanan => &["tepat_waktu", "terlambat", "berjalan", "dicabut"],
        JenisRegister::Jabatan => &["sesuai", "tidak_sesuai", "belum_dinilai", "lowong"],
        JenisRegister::Disiplin => &["selesai", "proses"],
        JenisRegister::Diklat => &["terpenuhi", "kurang"],
        JenisRegister::Lainnya => &[],
    }
}

/// The cases of a register that count in a period, in the order in which they are kept.
///
/// # Errors
///
/// Where a case cannot be judged: a setting of the register, a standard or a list of holidays is
/// missing. Nothing is guessed.
pub fn cases<'a>(
    berkas: &'a Berkas,
    register: &'a Register,
    tahun: Tahun,
    periode: Periode,
) -> Result<Vec<Kasus<'a>>, RegisterError> {
    cases_in(berkas, register, tahun, periode.quarters())
}

/// The same for quarters that follow each other.
///
/// # Errors
///
/// As [`cases`].
pub fn cases_in<'a>(
    berkas: &'a Berkas,
    register: &'a Register,
    tahun: Tahun,
    quarters: &[Periode],
) -> Result<Vec<Kasus<'a>>, RegisterError> {
    if register.jenis == JenisRegister::Lainnya {
        return Ok(records(berkas, register, tahun, quarters));
    }
    let (Some(first), Some(last)) = (quarters.first(), quarters.last()) else {
        return Ok(Vec::new());
    };
    let (start, end) = (first.days(tahun).0, last.days(tahun).1);
    // The cases of another year stand in the berkas of that year.
    if tahun != berkas.perangkat_daerah.tahun {
        return Ok(Vec::new());
    }
    let until = register.lengkap_sampai;
    let until = until.ok_or_else(|| RegisterError::LengkapSampai(register.nama.clone()))?;
    if until < start {
        return Ok(Vec::new());
    }
    let end = end.min(until);
    match register.jenis {
        JenisRegister::Layanan => services(berkas, register, start, end),
        JenisRegister::Jabatan => Ok(posts(berkas, register, end)),
        JenisRegister::Disiplin => breaches(berkas, register, tahun, (start, end)),
        JenisRegister::Diklat => trainings(berkas, register, start, end),
        JenisRegister::Lainnya => Ok(Vec::new()),
    }
}

fn records<'a>(
    berkas: &'a Berkas,
    register: &Register,
    tahun: Tahun,
    quarters: &[Periode],
) -> Vec<Kasus<'a>> {
    let rows = berkas.catatan_register.iter();
    rows.filter(|it| it.register == register.id && it.tahun == tahun)
        .filter(|it| quarters.iter().any(|quarter| quarter.code() == it.triwulan.code()))
        .map(|it| Kasus {
            sumber: Sumber::Catatan(it),
            status: &it.status,
            nilai: it.nilai,
            alasan: None,
            hari: None,
            batas: None,
        })
        .collect()
}

fn services<'a>(
    berkas: &'a Berkas,
    register: &Register,
    start: Date,
    end: Date,
) -> Result<Vec<Kasus<'a>>, RegisterError> {
    let menurut = register.periode_menurut;
    let menurut = menurut.ok_or_else(|| RegisterError::Periode(register.nama.clone()))?;
    let calendar = Calendar::new(berkas);
    let belongs = |it: &&KasusLayanan| {
        let day = match menurut {
            HariKasus::Diterima => Some(it.diterima),
            HariKasus::Selesai => it.selesai,
        };
        it.register == register.id && day.is_some_and(|day| (start..=end).contains(&day))
    };
    berkas
        .kasus_layanan
        .iter()
        .filter(belongs)
        .map(|it| service(berkas, &calendar, it, end))
        .collect()
}

/// The services of a register that have not ended, as they stand on a day.
///
/// # Errors
///
/// As [`cases`].
pub fn open_services<'a>(
    berkas: &'a Berkas,
    register: &Register,
    day: Date,
) -> Result<Vec<Kasus<'a>>, RegisterError> {
    let calendar = Calendar::new(berkas);
    let is_open = |it: &&KasusLayanan| {
        it.register == register.id && it.selesai.is_none() && it.diterima <= day
    };
    berkas
        .kasus_layanan
        .iter()
        .filter(is_open)
        .map(|it| service(berkas, &calendar, it, day))
        .collect()
}

fn service<'a>(
    berkas: &'a Berkas,
    calendar: &Calendar,
    it: &'a KasusLayanan,
    end: Date,
) -> Result<Kasus<'a>, RegisterError> {
    let sop = sop(berkas, it)?;
    let finished = it.selesai.filter(|day| *day <= end);
    let until = finished.unwrap_or(end);
    let hari = calendar.elapsed(it, sop, until);
    let is_late = hari > sop.batas;
    // Holidays only ever take days away, so that without their list only a late case is in doubt.
    if is_late && sop.hitungan == HitunganHari::HariKerja {
        calendar.require_years(it.diterima, until)?;
    }
    let status = match finished {
        Some(_) if it.hasil == Some(HasilLayanan::Dicabut) => "dicabut",
        _ if is_late => "terlambat",
        Some(_) => "tepat_waktu",
        None => "berjalan",
    };
    Ok(Kasus {
        sumber: Sumber::Layanan(it),
        status,
        nilai: Some(hari.into()),
        alasan: it.alasan.as_ref(),
        hari: Some(hari),
        batas: Some(sop.batas),
    })
}

/// The standard that was in force on the day when a case was received.
fn sop<'a>(berkas: &'a Berkas, it: &KasusLayanan) -> Result<&'a SopLayanan, RegisterError> {
    let own = berkas.sop_layanan.iter().filter(|sop| {
        sop.register == it.register && sop.layanan == it.layanan && sop.berlaku <= it.diterima
    });
    own.max_by_key(|sop| sop.berlaku).ok_or_else(|| RegisterError::Sop {
        layanan: it.layanan.to_string(),
        nomor: it.nomor,
        diterima: selaras_domain::tanggal::format(it.diterima),
    })
}

/// The days off of a berkas.
struct Calendar {
    holidays: BTreeSet<Date>,
    years: BTreeSet<i16>,
}

impl Calendar {
    fn new(berkas: &Berkas) -> Calendar {
        let holidays: BTreeSet<Date> = berkas.hari_libur.iter().map(|it| it.tanggal).collect();
        let years = holidays.iter().map(|it| it.year()).collect();
        Calendar { holidays, years }
    }

    fn require_years(&self, from: Date, to: Date) -> Result<(), RegisterError> {
        match (from.year()..=to.year()).find(|it| !self.years.contains(it)) {
            Some(year) => Err(RegisterError::HariLibur(year)),
            None => Ok(()),
        }
    }

    fn is_working_day(&self, day: Date) -> bool {
        let is_weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        !is_weekend && !self.holidays.contains(&day)
    }

    /// Days of the clock: those after the day of receipt, up to and with the last one, without those
    /// on which it stood still.
    fn elapsed(&self, it: &KasusLayanan, sop: &SopLayanan, until: Date) -> u32 {
        let stops = |from: Option<Date>, to: Option<Date>, day: Date| {
            from.is_some_and(|from| from < day) && to.is_none_or(|to| day <= to)
        };
        let is_stopped = |day: Date| {
            let returned = stops(it.dikembalikan, it.dilengkapi, day);
            let forwarded = stops(it.diteruskan, it.kembali, day);
            match sop.jeda {
                Jeda::Tidak => false,
                Jeda::Dikembalikan => returned,
                Jeda::Diteruskan => forwarded,
                Jeda::Keduanya => returned || forwarded,
            }
        };
        let counts = |day: &Date| {
            let is_counted = match sop.hitungan {
                HitunganHari::HariKalender => true,
                HitunganHari::HariKerja => self.is_working_day(*day),
            };
            is_counted && !is_stopped(*day)
        };
        let days = it.diterima.series(1.day()).skip(1).take_while(|day| *day <= until);
        u32::try_from(days.filter(counts).count()).unwrap_or(u32::MAX)
    }
}

/// Everybody in a post of the population on a day, and one for each place that nobody holds.
fn posts<'a>(berkas: &'a Berkas, register: &Register, day: Date) -> Vec<Kasus<'a>> {
    let population: BTreeSet<JenjangJabatan> = berkas
        .populasi_jabatan
        .iter()
        .filter(|it| it.register == register.id)
        .map(|it| it.jenjang)
        .collect();
    let is_there = |from: Date, to: Option<Date>| from <= day && to.is_none_or(|to| day <= to);
    let wanted = berkas.jabatan.iter().filter(|it| {
        it.register == register.id
            && is_there(it.mulai, it.sampai)
            && (population.is_empty() || population.contains(&it.jenjang))
    });
    let mut found = Vec::new();
    let mut holders: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for it in berkas.pemangku_jabatan.iter().filter(|it| it.register == register.id) {
        if is_there(it.mulai, it.sampai) {
            holders.entry(it.jabatan.as_str()).or_default().push(it);
        }
    }
    for it in wanted {
        let own = holders.remove(it.id.as_str()).unwrap_or_default();
        let n_vacant = usize::try_from(it.formasi).unwrap_or(usize::MAX).saturating_sub(own.len());
        let kasus = |holder, status| Kasus {
            sumber: Sumber::Jabatan(it, holder),
            status,
            nilai: None,
            alasan: None,
            hari: None,
            batas: None,
        };
        found.extend(own.into_iter().map(|holder| {
            let status = match holder.kesesuaian {
                Some(Kesesuaian::Sesuai) => "sesuai",
                Some(Kesesuaian::TidakSesuai) => "tidak_sesuai",
                None => "belum_dinilai",
            };
            kasus(Some(holder), status)
        }));
        found.extend(std::iter::repeat_n(kasus(None, "lowong"), n_vacant));
    }
    found
}

fn breaches<'a>(
    berkas: &'a Berkas,
    register: &Register,
    tahun: Tahun,
    (start, end): (Date, Date),
) -> Result<Vec<Kasus<'a>>, RegisterError> {
    let bawaan = register.bawaan.ok_or_else(|| RegisterError::Bawaan(register.nama.clone()))?;
    let new_year = tahun.first_day();
    let belongs = |it: &&KasusDisiplin| {
        let is_of_year = it.dilaporkan >= new_year || bawaan == Bawaan::Dihitung;
        it.register == register.id
            && it.dilaporkan <= end
            && it.selesai.is_none_or(|day| day >= start)
            && is_of_year
    };
    let kasus = |it: &'a KasusDisiplin| Kasus {
        sumber: Sumber::Disiplin(it),
        status: if it.selesai.is_some_and(|day| day <= end) { "selesai" } else { "proses" },
        nilai: None,
        alasan: it.alasan.as_ref(),
        hari: None,
        batas: None,
    };
    Ok(berkas.kasus_disiplin.iter().filter(belongs).map(kasus).collect())
}

/// People, not attendances: each with the hours of all trainings that they finished in the period.
fn trainings<'a>(
    berkas: &'a Berkas,
    register: &Register,
    start: Date,
    end: Date,
) -> Result<Vec<Kasus<'a>>, RegisterError> {
    let needed = register.jp_minimal;
    let needed = needed.ok_or_else(|| RegisterError::JpMinimal(register.nama.clone()))?;
    let belongs = |it: &&PesertaDiklat| {
        it.register == register.id && it.selesai.is_some_and(|day| (start..=end).contains(&day))
    };
    let mut people: Vec<(&PesertaDiklat, usize, u32)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for it in berkas.peserta_diklat.iter().filter(belongs) {
        let place = *places.entry(&it.pegawai).or_insert_with(|| {
            people.push((it, 0, 0));
            people.len() - 1
        });
        let (_, n, jp) = &mut people[place];
        *n += 1;
        *jp = jp.saturating_add(it.jp);
    }
    let kasus = |(first, n, jp): (&'a PesertaDiklat, usize, u32)| Kasus {
        sumber: Sumber::Diklat(first, n),
        status: if jp >= needed { "terpenuhi" } else { "kurang" },
        nilai: Some(jp.into()),
        alasan: None,
        hari: None,
        batas: None,
    };
    Ok(people.into_iter().map(kasus).collect())
}
