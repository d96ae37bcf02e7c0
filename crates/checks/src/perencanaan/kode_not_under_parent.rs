//! PRN023: the kode of a row does not begin with that of the row above it, or is that of another
//! row.

use std::collections::BTreeMap;

use selaras_domain::KodeNomenklatur;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN023",
    name: "kode-not-under-parent",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::NOMENKLATUR],
    page: include_str!("kode_not_under_parent.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let width = usize::try_from(s.berkas.kebijakan.lebar_subkegiatan).unwrap_or(2);
    let mut owners: BTreeMap<&KodeNomenklatur, &selaras_domain::ProgramKegiatan> = BTreeMap::new();
    for it in &s.berkas.program_kegiatan {
        let Some(kode) = &it.kode else { continue };
        if let Some(other) = owners.insert(kode, it) {
            findings.push_with(
                Place::baris(it).column("kode"),
                vec![Place::baris(other)],
                format!("{} dan {} berkode sama: {}.", it.nama, other.nama, kode.render(width)),
                "Periksa kode keduanya pada katalog nomenklatur.",
            );
        }
        let above =
            s.ancestors(&it.id).into_iter().skip(1).find_map(|row| Some((row, row.kode.as_ref()?)));
        let Some((parent, upper)) = above else { continue };
        if !kode.parts().starts_with(upper.parts()) {
            findings.push_with(
                Place::baris(it).column("kode"),
                vec![Place::baris(parent)],
                format!(
                    "{} berkode {}, padahal berada di bawah {} ({}).",
                    it.nama,
                    kode.render(width),
                    parent.nama,
                    upper.render(width)
                ),
                "Perbaiki kode, atau pindahkan baris ke induknya yang benar.",
            );
        }
    }
    if owners.is_empty() { NotAssessable("kode nomenklatur belum tercatat") } else { Assessed }
}
