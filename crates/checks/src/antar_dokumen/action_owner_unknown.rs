//! ANT023: an action of the rencana aksi for which nobody answers, or a post that is not in the
//! structure of the office.

use std::collections::BTreeSet;

use selaras_domain::RencanaAksi;

use crate::perencanaan::posts::Posts;
use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANT023",
    name: "action-owner-unknown",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("action_owner_unknown.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let actions = s.berkas.rencana_aksi.iter().filter(|it| it.tahun == s.tahun());
    let actions: Vec<&RencanaAksi> = actions.collect();
    if actions.is_empty() {
        return NotApplicable("rencana aksi tahun ini tidak tercatat");
    }
    if actions.iter().all(|it| it.penanggung_jawab.is_none()) {
        return NotAssessable("penanggung jawab rencana aksi belum tercatat");
    }
    let Some(posts) = Posts::of(s) else {
        return NotAssessable("susunan organisasi belum tercatat");
    };
    let mut told = BTreeSet::new();
    for it in &actions {
        let Some(owner) = it.penanggung_jawab.as_deref() else {
            findings.push(
                place(it),
                format!("Aksi «{}» belum mempunyai penanggung jawab.", it.aksi),
                "Isi jabatan yang menjawab atas aksi itu.",
            );
            continue;
        };
        if posts.has(owner) || !told.insert(words::normal(owner)) {
            continue;
        }
        let same: Vec<_> =
            actions.iter().filter(|row| row.penanggung_jawab.as_deref() == Some(owner)).collect();
        findings.push_with(
            place(it),
            same.iter().skip(1).map(|row| place(row)).collect(),
            format!(
                "Penanggung jawab {} aksi adalah {owner}, jabatan yang tidak ada dalam susunan \
                 organisasi.",
                same.len()
            ),
            "Periksa nama jabatannya, atau tunjuk penanggung jawab yang baru.",
        );
    }
    Assessed
}

fn place(it: &RencanaAksi) -> Place {
    let (tahun, nomor) = (it.tahun.to_string(), it.nomor.to_string());
    let key = [it.indikator.as_str(), &tahun, it.periode.code(), &nomor];
    let words =
        format!("rencana aksi {} {} nomor {nomor}", it.indikator, words::periode(it.periode));
    Place::row("rencana_aksi", &key, words).column("penanggung_jawab")
}
