//! Who may do what: one table, shown on a page, and tested for every route and every role.

use jiff::civil::Date;
use selaras_store::{Pengguna, Peran};

/// Something that not everybody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Permission {
    /// Anybody, without signing in.
    Open,
    /// Anybody who has signed in.
    SignedIn,
    ReadOffice,
    ReadCity,
    EditFacts,
    Measure,
    Submit,
    Verify,
    Approve,
    Lock,
    Unlock,
    /// Letting a finding of the checker stand.
    Suppress,
    /// Having a finished report computed again.
    Audit,
    ReadTrail,
    Administer,
}

/// A line of the table.
pub struct PermissionRule {
    pub permission: Permission,
    /// Who may; those of an office, in their office only.
    pub roles: &'static [Peran],
    /// Indonesian, for the page.
    pub about: &'static str,
}

use Peran::{Administrator, Inspektorat, Kepala, KepalaDaerah, Pegawai, Perencana, Verifikator};

/// The table. What is not in it nobody may do.
pub const PERMISSIONS: &[PermissionRule] = &[
    rule(
        Permission::Open,
        &[Administrator, Perencana, Kepala, Verifikator, Inspektorat, KepalaDaerah, Pegawai],
        "Mencocokkan sidik dokumen yang disahkan, dan membaca dokumentasi API",
    ),
    rule(
        Permission::ReadOffice,
        &[Administrator, Perencana, Kepala, Verifikator, Inspektorat, KepalaDaerah, Pegawai],
        "Membaca fakta, angka, dan dokumen perangkat daerah",
    ),
    rule(
        Permission::ReadCity,
        &[Administrator, Verifikator, Inspektorat, KepalaDaerah],
        "Membaca ringkasan seluruh perangkat daerah",
    ),
    rule(Permission::EditFacts, &[Perencana], "Mengubah rencana, perjanjian, analisis, dan narasi"),
    rule(Permission::Measure, &[Perencana, Pegawai], "Mengisi realisasi"),
    rule(Permission::Submit, &[Perencana], "Mengajukan pengukuran, atau menariknya kembali"),
    rule(Permission::Verify, &[Verifikator], "Memverifikasi pengukuran, atau meminta perbaikan"),
    rule(Permission::Approve, &[Kepala], "Menyetujui pengukuran yang sudah diverifikasi"),
    rule(Permission::Lock, &[Verifikator], "Mengunci pengukuran yang sudah disetujui"),
    rule(
        Permission::Unlock,
        &[Administrator],
        "Membuka kunci pengukuran dengan alasan dan batas waktu",
    ),
    rule(
        Permission::Suppress,
        &[Kepala, Verifikator],
        "Mengesampingkan temuan pemeriksaan dengan alasan",
    ),
    rule(
        Permission::Audit,
        &[Inspektorat, Verifikator],
        "Memeriksa laporan jadi milik siapa pun (reviu)",
    ),
    rule(
        Permission::ReadTrail,
        &[Administrator, Verifikator, Inspektorat, KepalaDaerah],
        "Membaca dan mengekspor jejak audit",
    ),
    rule(
        Permission::Administer,
        &[Administrator],
        "Mengelola akun, peran, jadwal, dan tahun kerja",
    ),
];

const fn rule(
    permission: Permission,
    roles: &'static [Peran],
    about: &'static str,
) -> PermissionRule {
    PermissionRule { permission, roles, about }
}

/// Whether a person may do something on a day: in an office, or anywhere when none is named.
pub(crate) fn may(
    pengguna: Option<&Pengguna>,
    permission: Permission,
    perangkat: Option<&str>,
    day: Date,
) -> bool {
    if permission == Permission::Open {
        return true;
    }
    let Some(pengguna) = pengguna else { return false };
    if permission == Permission::SignedIn {
        return true;
    }
    let Some(rule) = PERMISSIONS.iter().find(|it| it.permission == permission) else {
        return false;
    };
    pengguna.penugasan.iter().any(|held| {
        let is_here = match (&held.perangkat, perangkat) {
            (None, _) => true,
            (Some(own), Some(asked)) => own == asked,
            // A page of the whole pemda is not for those of one office.
            (Some(_), None) => false,
        };
        held.holds_on(day) && is_here && rule.roles.contains(&held.peran)
    })
}
