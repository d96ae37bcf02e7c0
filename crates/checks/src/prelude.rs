//! What the file of a check uses: its own shapes, and the nouns that most checks speak of.

pub(crate) use selaras_domain::{
    BarisId, Code, DokumenId, Exact, Id, Indikator, IndikatorId, JenisDokumen, JenisIndikator,
    JenisTarget, Jenjang, NilaiTarget, Periode, Polaritas, RoundingMode, Tahun, Target,
};

pub(crate) use crate::Outcome::{Assessed, NotApplicable, NotAssessable};
pub(crate) use crate::{Check, Findings, Outcome, Place, Status, Subject, Tier, basis, words};
