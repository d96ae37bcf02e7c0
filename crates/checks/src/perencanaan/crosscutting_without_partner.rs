//! PRN027: performance that is needed of others, and nobody named who gives it.

use crate::prelude::*;
use selaras_domain::{Crosscutting, Mitra};

pub(crate) const CHECK: Check = Check {
    code: "PRN027",
    name: "crosscutting-without-partner",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::LKE_UNIT],
    page: include_str!("crosscutting_without_partner.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.crosscutting.is_empty() {
        return NotAssessable("kebutuhan lintas perangkat daerah belum tercatat");
    }
    let own = &s.berkas.perangkat_daerah.singkatan;
    for it in &s.berkas.crosscutting {
        match &it.mitra {
            None => findings.push(
                place(it),
                format!("Kebutuhan «{}» belum mempunyai mitra yang memenuhinya.", it.dukungan),
                "Sepakati dan isi perangkat daerah atau unit yang memenuhinya.",
            ),
            Some(Mitra::PerangkatDaerah(mitra)) if words::normal(mitra) == words::normal(own) => {
                findings.push(
                    place(it),
                    format!("Mitra kebutuhan «{}» adalah {own} sendiri.", it.dukungan),
                    "Isi perangkat daerah lain, atau unit kerja sendiri pada kolom unit_kerja.",
                );
            }
            Some(_) => {}
        }
    }
    Assessed
}

fn place(it: &Crosscutting) -> Place {
    let nomor = it.nomor.to_string();
    Place::row("crosscutting", &[&nomor], format!("kebutuhan lintas nomor {nomor}")).column("mitra")
}
