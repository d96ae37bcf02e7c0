//! PJJ013: documents of agreements and agreements do not go together: one is missing, or they
//! change others.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PJJ013",
    name: "agreement-and-document-disagree",
    tier: Tier::Kaidah,
    status: Status::Stable,
    basis: &[],
    page: include_str!("documents_and_agreements.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let documents: Vec<_> = s
        .dokumen_of(JenisDokumen::PerjanjianKinerja)
        .into_iter()
        .filter(|it| it.tahun == Some(s.tahun()))
        .collect();
    let agreements: Vec<_> = s.perjanjian().collect();
    if documents.is_empty() && agreements.is_empty() {
        return NotAssessable("perjanjian kinerja tahun ini belum tercatat");
    }
    for it in &documents {
        if !agreements.iter().any(|row| row.dokumen == it.id) {
            let changes = |list: usize| format!("{list} perjanjian");
            findings.push(
                Place::dokumen(it),
                format!(
                    "{} tercatat sebagai dokumen, tetapi bukan sebagai perjanjian: ada {} dokumen \
                    dan {}.",
                    it.judul,
                    documents.len(),
                    changes(agreements.len())
                ),
                "Catat perjanjiannya, atau perbaiki jenis dokumen itu.",
            );
        }
    }
    for it in agreements {
        let Some(dokumen) = s.dokumen(&it.dokumen) else { continue };
        let changed = it.mengubah.as_ref().and_then(|id| {
            s.berkas.perjanjian_kinerja.iter().find(|row| row.id == *id).map(|row| &row.dokumen)
        });
        if dokumen.mengubah.as_ref() != changed {
            let name = |id: Option<&DokumenId>| {
                id.map_or("tidak ada".to_owned(), |id| s.judul(id).to_owned())
            };
            findings.push_with(
                Place::perjanjian(it).column("mengubah"),
                vec![Place::dokumen(dokumen)],
                format!(
                    "Menurut daftar dokumen, {} mengubah: {}; menurut daftar perjanjian: {}.",
                    dokumen.judul,
                    name(dokumen.mengubah.as_ref()),
                    name(changed)
                ),
                "Samakan kedua daftar, supaya jumlah perubahan yang disebut laporan benar.",
            );
        }
        if dokumen.tahun.is_some_and(|tahun| tahun != it.tahun) {
            findings.push(
                Place::perjanjian(it).column("tahun"),
                format!(
                    "Perjanjian {} tahun {} memakai dokumen tahun lain: {}.",
                    it.id, it.tahun, dokumen.judul
                ),
                "Periksa tahun perjanjian dan dokumennya.",
            );
        }
    }
    Assessed
}
