//! PRN031: an office without a plan: no sasaran, or none of its main indikator has a target for the year.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN031",
    name: "plan-missing",
    tier: Tier::Wajib,
    status: Status::Preview,
    basis: &[basis::ISI_PERJANJIAN],
    page: include_str!("plan_missing.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.sasaran.is_empty() {
        findings.push(
            Place::whole("sasaran", "sasaran"),
            "Sasaran strategis belum tercatat; tidak ada yang dapat diperjanjikan, diukur, atau \
             dilaporkan."
                .to_owned(),
            "Catat tujuan dan sasaran Renstra.",
        );
        return Assessed;
    }
    let is_promised = |it: &&Target| it.tahun == s.tahun() && it.nilai.is_some();
    if !s.utama().any(|it| s.target(&it.id).iter().any(is_promised)) {
        findings.push(
            Place::whole("target", "target"),
            format!("Tidak satu pun indikator sasaran mempunyai target tahun {}.", s.tahun()),
            "Tetapkan indikator tiap sasaran beserta targetnya.",
        );
    }
    Assessed
}
