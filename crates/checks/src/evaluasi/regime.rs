//! When an evaluation was made, and with it which regulation it follows.

use jiff::civil::Date;
use selaras_domain::{Evaluasi, EvaluasiId, JenisEvaluasi};

use crate::prelude::*;

/// The day of an evaluation: that of its document, or the last of its year.
pub(super) fn day(s: &Subject<'_>, it: &Evaluasi) -> Date {
    let stated = it.dokumen.as_ref().and_then(|id| s.dokumen(id)?.tanggal);
    stated.unwrap_or(it.tahun.last_day())
}

/// The day on which an office was told its recommendations: that of the letter of the year (LHE),
/// or of
/// the document of the evaluation.
pub(super) fn told_on(s: &Subject<'_>, id: &EvaluasiId) -> Option<Date> {
    let evaluasi = s.berkas.evaluasi.iter().find(|it| it.id == *id)?;
    let own = evaluasi.dokumen.as_ref().and_then(|id| s.dokumen(id));
    let letter = s.berkas.dokumen.iter().find(|it| {
        it.jenis == JenisDokumen::Lhe
            && it.tahun == Some(evaluasi.tahun)
            && evaluasi.jenis == JenisEvaluasi::Sakip
    });
    letter.and_then(|it| it.tanggal).or(own.and_then(|it| it.tanggal))
}
