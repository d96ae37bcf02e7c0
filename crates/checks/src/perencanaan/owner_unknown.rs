//! PRN009: the post that answers for an indikator is not in the structure of the office.

use super::posts::Posts;
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
    let owners = s.utama().filter_map(|it| Some((it, it.penanggung_jawab.as_deref()?)));
    let owners: Vec<(&Indikator, &str)> = owners.collect();
    let posts = Posts::of(s).filter(|_| !owners.is_empty());
    let Some(posts) = posts else {
        return NotAssessable("susunan organisasi atau penanggung jawab indikator belum tercatat");
    };
    for (it, owner) in owners {
        if !posts.has(owner) {
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
