//! PRN009: the post that answers for an indikator is not in the structure of the office.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN009",
    name: "owner-not-in-the-structure",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("owner_unknown.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let posts: Vec<String> = s
        .berkas
        .unit_kerja
        .iter()
        .flat_map(|it| [Some(it.nama.as_str()), it.jabatan.as_deref()])
        .flatten()
        .chain(s.berkas.pejabat.iter().map(|it| it.jabatan.as_str()))
        .chain([s.berkas.perangkat_daerah.jabatan_kepala.as_str()])
        .map(words::normal)
        .collect();
    let owners = s.utama().filter_map(|it| Some((it, it.penanggung_jawab.as_deref()?)));
    let owners: Vec<(&Indikator, &str)> = owners.collect();
    if s.berkas.unit_kerja.iter().all(|it| it.jabatan.is_none()) || owners.is_empty() {
        return NotAssessable("susunan organisasi atau penanggung jawab indikator belum tercatat");
    }
    for (it, owner) in owners {
        let own = words::normal(owner);
        let is_known = posts.iter().any(|post| post.contains(&own) || own.contains(post.as_str()));
        // A functional official, or the office by its name, holds no post of the structure.
        let is_functional =
            own.contains("ahli") || own.contains("fungsional") || own.contains("terampil");
        let office = &s.berkas.perangkat_daerah;
        let is_office =
            own == words::normal(&office.singkatan) || own == words::normal(&office.nama);
        if !is_known && !is_functional && !is_office {
            findings.push(
                Place::indikator(it).column("penanggung_jawab"),
                format!(
                    "Penanggung jawab «{}» adalah {owner}, jabatan yang tidak ada dalam susunan \
                    organisasi.",
                    it.nama
                ),
                "Periksa nama jabatannya, atau tunjuk penanggung jawab yang baru.",
            );
        }
    }
    Assessed
}
