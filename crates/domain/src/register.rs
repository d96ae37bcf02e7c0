//! Registers: the cases that an office keeps in its daily work, and that formulas count. What a case
//! counts as is never entered: it follows from its dates (`selaras_rules::register`).

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::code::codes;
use crate::{AlasanId, Asal, JabatanId, JenisLayananId, RegisterId, Tahun, Triwulan, UnitKerjaId};

codes! {
    /// What the cases of a register are.
    JenisRegister {
        /// Services that are asked for and end with a decree.
        Layanan = "layanan",
        /// Posts of the map of posts (peta jabatan), and who holds them.
        Jabatan = "jabatan",
        /// Breaches of discipline. PP 94/2021.
        Disiplin = "disiplin",
        /// People at trainings.
        Diklat = "diklat",
        /// Records of the office's own kind, with states of its own.
        Lainnya = "lainnya",
    }
}

codes! {
    /// The day that says to which period a case belongs, also across New Year.
    HariKasus {
        Diterima = "diterima",
        Selesai = "selesai",
    }
}

codes! {
    /// Whether cases of earlier years that were open on 1 January count.
    Bawaan {
        Dihitung = "dihitung",
        TidakDihitung = "tidak_dihitung",
    }
}

/// A register: a list of cases that formulas count (`cacah`) or add up (`jumlah`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    pub id: RegisterId,
    pub nama: String,
    pub jenis: JenisRegister,
    /// Of layanan.
    pub periode_menurut: Option<HariKasus>,
    /// Of disiplin.
    pub bawaan: Option<Bawaan>,
    /// Of diklat: the hours (jam pelajaran) that a person needs in a year.
    pub jp_minimal: Option<u32>,
    /// The last day of which the register has every case. What lies after it is not counted yet.
    pub lengkap_sampai: Option<Date>,
    pub asal: Asal,
}

/// A record of a register of the office's own kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatatanRegister {
    pub register: RegisterId,
    pub nomor: u32,
    pub tahun: Tahun,
    pub triwulan: Triwulan,
    /// State of the record, a word of the register's own.
    pub status: String,
    /// What `jumlah` adds up.
    pub nilai: Option<Decimal>,
    pub asal: Asal,
}

/// A reason, written once and named by the cases that it explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlasanRegister {
    pub register: RegisterId,
    pub id: AlasanId,
    pub uraian: String,
    pub asal: Asal,
}

/// A kind of service: kenaikan pangkat, cuti.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JenisLayanan {
    pub register: RegisterId,
    pub id: JenisLayananId,
    pub nama: String,
    pub asal: Asal,
}

codes! {
    /// Which days a time limit counts.
    HitunganHari {
        /// Monday to Friday, without the days of `hari_libur`.
        HariKerja = "hari_kerja",
        HariKalender = "hari_kalender",
    }
}

codes! {
    /// While what the clock of a service stands still.
    Jeda {
        Tidak = "tidak",
        /// From the return to the applicant to the day when the file is complete.
        Dikembalikan = "dikembalikan",
        /// From handing it to another agency to the day when it comes back.
        Diteruskan = "diteruskan",
        Keduanya = "keduanya",
    }
}

/// The standard of a kind of service (SOP) from a day on. PermenPANRB 35/2012, standar pelayanan of
/// UU 25/2009.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SopLayanan {
    pub register: RegisterId,
    pub layanan: JenisLayananId,
    /// The first day on which a case that is received falls under it.
    pub berlaku: Date,
    /// The days that a case may take.
    pub batas: u32,
    pub hitungan: HitunganHari,
    pub jeda: Jeda,
    pub persyaratan: Option<String>,
    pub asal: Asal,
}

codes! {
    /// How a service ended.
    HasilLayanan {
        Terbit = "terbit",
        Ditolak = "ditolak",
        /// By the applicant.
        Dicabut = "dicabut",
    }
}

/// A service that somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KasusLayanan {
    pub register: RegisterId,
    pub nomor: u32,
    pub layanan: JenisLayananId,
    /// Who asks, as the office calls them; never a NIP.
    pub pemohon: Option<String>,
    pub diterima: Date,
    /// Sent back to the applicant, and complete again.
    pub dikembalikan: Option<Date>,
    pub dilengkapi: Option<Date>,
    /// Handed to the agency that decides, and back from there.
    pub diteruskan: Option<Date>,
    pub kembali: Option<Date>,
    /// The day of the decree, or of the end without one.
    pub selesai: Option<Date>,
    pub hasil: Option<HasilLayanan>,
    /// Number of the decree.
    pub keputusan: Option<String>,
    /// Why it is late.
    pub alasan: Option<AlasanId>,
    pub asal: Asal,
}

codes! {
    /// The level of a post. UU 20/2023 and PP 11/2017.
    JenjangJabatan {
        PimpinanTinggi = "pimpinan_tinggi",
        Administrator = "administrator",
        Pengawas = "pengawas",
        Fungsional = "fungsional",
        Pelaksana = "pelaksana",
    }
}

/// A level of posts that a register counts: the population of its indikator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PopulasiJabatan {
    pub register: RegisterId,
    pub jenjang: JenjangJabatan,
    pub asal: Asal,
}

/// A post of the map of posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jabatan {
    pub register: RegisterId,
    pub id: JabatanId,
    pub nama: String,
    pub unit_kerja: Option<UnitKerjaId>,
    pub jenjang: JenjangJabatan,
    /// How many people the map has in it.
    pub formasi: u32,
    /// The competence that it asks for.
    pub kompetensi: Option<String>,
    /// The days on which the map has it.
    pub mulai: Date,
    pub sampai: Option<Date>,
    pub asal: Asal,
}

codes! {
    /// Whether who holds a post has the competence that it asks for.
    Kesesuaian {
        Sesuai = "sesuai",
        TidakSesuai = "tidak_sesuai",
    }
}

/// Somebody in a post, for some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PemangkuJabatan {
    pub register: RegisterId,
    pub jabatan: JabatanId,
    pub nomor: u32,
    /// As the office calls them; never a NIP.
    pub pegawai: String,
    pub mulai: Date,
    pub sampai: Option<Date>,
    /// The competence that they have.
    pub kompetensi: Option<String>,
    /// Absent until it was assessed.
    pub kesesuaian: Option<Kesesuaian>,
    /// Number of the decree of appointment.
    pub keputusan: Option<String>,
    pub asal: Asal,
}

codes! {
    /// How grave a breach is. PP 94/2021 pasal 8.
    TingkatDisiplin {
        Ringan = "ringan",
        Sedang = "sedang",
        Berat = "berat",
    }
}

codes! {
    /// How a case of discipline ended.
    HasilDisiplin {
        Dihukum = "dihukum",
        TidakTerbukti = "tidak_terbukti",
        /// Because the person died or left the service.
        Dihentikan = "dihentikan",
    }
}

/// A breach of discipline that was reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KasusDisiplin {
    pub register: RegisterId,
    pub nomor: u32,
    /// As the office calls them; never a NIP.
    pub pegawai: Option<String>,
    pub pelanggaran: String,
    pub tingkat: Option<TingkatDisiplin>,
    pub dilaporkan: Date,
    pub diperiksa: Option<Date>,
    /// The day of the decree: only that solves a case.
    pub selesai: Option<Date>,
    pub hasil: Option<HasilDisiplin>,
    /// Number of the decree.
    pub keputusan: Option<String>,
    /// Why it takes long.
    pub alasan: Option<AlasanId>,
    pub asal: Asal,
}

/// A person at a training. The person is counted, not the attendance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PesertaDiklat {
    pub register: RegisterId,
    pub nomor: u32,
    /// As the office calls them; never a NIP. The same person has the same name everywhere.
    pub pegawai: String,
    pub diklat: String,
    pub mulai: Date,
    /// The last day, if it was finished.
    pub selesai: Option<Date>,
    /// Jam pelajaran.
    pub jp: u32,
    /// Number of the certificate.
    pub sertifikat: Option<String>,
    pub asal: Asal,
}

/// A day off, by decree, that is no working day: cuti bersama, hari libur nasional.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HariLibur {
    pub tanggal: Date,
    pub nama: String,
    pub asal: Asal,
}
