//! Who signs an annex, and where.

use jiff::civil::Date;
use selaras_domain::dokumen::Signature;
use selaras_domain::{JenisUnitKerja, Pejabat, StatusPejabat, tanggal};

use crate::context::Context;

/// A place to sign for the head of the office; `None` when nobody is known to lead it.
pub(super) fn kepala(ctx: &Context<'_>) -> Option<Signature> {
    let pejabat = find_kepala(ctx)?;
    let place = place(&ctx.berkas.perangkat_daerah.tempat, ctx.tanggal);
    Some(Signature { tempat_tanggal: Some(place), ..of(pejabat) })
}

/// A place to sign for an official.
pub(super) fn of(pejabat: &Pejabat) -> Signature {
    Signature {
        tempat_tanggal: None,
        peran: None,
        jabatan: jabatan(pejabat),
        nama: pejabat.nama.clone(),
        pangkat: pejabat.pangkat.clone(),
    }
}

/// The post, with the words that say how it is held.
pub(super) fn jabatan(pejabat: &Pejabat) -> String {
    match pejabat.status {
        StatusPejabat::Definitif => pejabat.jabatan.clone(),
        StatusPejabat::Plt => format!("Plt. {}", pejabat.jabatan),
        StatusPejabat::Plh => format!("Plh. {}", pejabat.jabatan),
    }
}

/// `Dumai, 3 Januari 2023`, or room for the date to be written in.
pub(super) fn place(tempat: &str, date: Option<Date>) -> String {
    match date {
        Some(date) => format!("{tempat}, {}", tanggal::format(date)),
        None => format!("{tempat}, ……………………"),
    }
}

/// Whoever leads the office on the date of the document; else who signed its last agreement.
fn find_kepala<'a>(ctx: &Context<'a>) -> Option<&'a Pejabat> {
    let berkas = ctx.berkas;
    let leads = |it: &&Pejabat| {
        let unit = berkas.unit_kerja.iter().find(|unit| Some(&unit.id) == it.unit_kerja.as_ref());
        unit.is_some_and(|unit| unit.jenis == JenisUnitKerja::Kepala)
    };
    let in_office = |it: &&Pejabat| ctx.tanggal.is_none_or(|day| it.holds_on(day));
    let heads = || berkas.pejabat.iter().filter(leads);
    // Of several the one who came last.
    let current = heads().filter(in_office).max_by_key(|it| it.mulai);
    let of_agreement = || {
        let agreement = berkas.perjanjian_kinerja.iter().rfind(|it| it.tahun == ctx.tahun())?;
        berkas.find_pejabat(&agreement.pihak_pertama)
    };
    current.or_else(of_agreement).or_else(|| heads().max_by_key(|it| it.mulai))
}
