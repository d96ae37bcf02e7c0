//! PJJ007: a change is signed on or before the day of what it changes, or two changes change the
//! same agreement.

use crate::prelude::*;
use crate::subject::signed_on;

pub(crate) const CHECK: Check = Check {
    code: "PJJ007",
    name: "change-signed-before",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PERUBAHAN_PERJANJIAN],
    page: include_str!("change_signed_before.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let changes: Vec<_> = s.perjanjian().filter(|it| it.mengubah.is_some()).collect();
    if changes.is_empty() {
        return NotApplicable("tidak ada perubahan perjanjian");
    }
    for (index, it) in changes.iter().enumerate() {
        let before =
            s.berkas.perjanjian_kinerja.iter().find(|row| Some(&row.id) == it.mengubah.as_ref());
        let Some(before) = before else { continue };
        if let (Some(day), Some(first)) = (signed_on(it), signed_on(before))
            && day <= first
        {
            findings.push_with(
                Place::perjanjian(it).column("tanggal"),
                vec![Place::perjanjian(before)],
                format!(
                    "{} ditandatangani {}, tidak sesudah {} yang diubahnya ({}).",
                    s.judul(&it.dokumen),
                    words::date(day),
                    s.judul(&before.dokumen),
                    words::date(first)
                ),
                "Periksa tanggal kedua perjanjian.",
            );
        }
        if let Some(other) = changes[..index].iter().find(|row| row.mengubah == it.mengubah) {
            findings.push_with(
                Place::perjanjian(it).column("mengubah"),
                vec![Place::perjanjian(other)],
                format!(
                    "{} dan {} sama-sama mengubah {}; tidak jelas mana yang berlaku.",
                    s.judul(&other.dokumen),
                    s.judul(&it.dokumen),
                    s.judul(&before.dokumen)
                ),
                "Perubahan kedua mengubah perubahan pertama.",
            );
        }
    }
    Assessed
}
