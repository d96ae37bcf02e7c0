//! The place where the head of the office signs.

use selaras_domain::dokumen::{Block, Signature};
use selaras_domain::{JenisUnitKerja, Pejabat, StatusPejabat, tanggal};

use crate::context::{Context, PartError};

/// Where the package knows no date, the hand that signs writes it.
const TO_FILL_IN: &str = "…………………………";

/// The official who leads the office on the day of the document.
fn kepala_perangkat_daerah<'a>(context: &Context<'a>) -> Option<&'a Pejabat> {
    let berkas = context.berkas;
    let is_kepala = |it: &&Pejabat| {
        let unit = it.unit_kerja.as_ref();
        let unit = unit.and_then(|id| berkas.unit_kerja.iter().find(|unit| unit.id == *id));
        unit.is_some_and(|unit| unit.jenis == JenisUnitKerja::Kepala)
    };
    let in_office = |it: &&Pejabat| context.tanggal.is_none_or(|day| it.holds_on(day));
    let all = || berkas.pejabat.iter().filter(is_kepala);
    all().rfind(in_office).or_else(|| all().next_back())
}

/// # Errors
///
/// When no official leads the office.
pub(super) fn kepala(context: &Context<'_>, _: &[&str]) -> Result<Vec<Block>, PartError> {
    let pejabat = kepala_perangkat_daerah(context).ok_or_else(|| {
        PartError(
            "kepala perangkat daerah tidak diketahui. Pada pejabat.csv, isi unit_kerja dengan unit \
             yang berjenis kepala."
                .to_owned(),
        )
    })?;
    let tempat = &context.berkas.perangkat_daerah.tempat;
    let day = context.tanggal.map_or_else(|| TO_FILL_IN.to_owned(), tanggal::format);
    let status = match pejabat.status {
        StatusPejabat::Definitif => "",
        StatusPejabat::Plt => "Plt. ",
        StatusPejabat::Plh => "Plh. ",
    };
    Ok(vec![Block::Signatures(vec![Signature {
        tempat_tanggal: Some(format!("{tempat}, {day}")),
        peran: None,
        jabatan: format!("{status}{}", pejabat.jabatan),
        nama: pejabat.nama.clone(),
        pangkat: pejabat.pangkat.clone(),
    }])])
}
