//! ANG002: what a document calls its total is not the sum of its rows; perhaps the sum of some.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "ANG002",
    name: "total-is-not-the-sum",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::REVIU],
    page: include_str!("total_is_subtotal.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let Some(total) = s.total() else { return NotAssessable("baris jumlah belum ada") };
    let mut any = false;
    for (dokumen, tahun) in s.pagu_documents() {
        let Some(stated) = s.pagu_of(dokumen, tahun) else { continue };
        let Some(pagu) = stated.get(&total.id) else { continue };
        let programs: Vec<_> = s
            .baris_of(Jenjang::Program)
            .filter_map(|it| Some((it, stated.get(&it.id)?.jumlah?.get())))
            .collect();
        let Some(own) = pagu.jumlah.map(selaras_domain::Rupiah::get) else { continue };
        let illegible = s
            .baris_of(Jenjang::Program)
            .any(|it| stated.get(&it.id).is_some_and(|it| it.jumlah.is_none()));
        if programs.is_empty() || illegible {
            continue;
        }
        any = true;
        let sum: i64 = programs.iter().map(|(_, amount)| *amount).sum();
        if sum == own {
            continue;
        }
        let part = crate::anggaran::sums::part_that_makes(own, &programs);
        let hint = part.map_or_else(String::new, |names| {
            format!(" Angka itu adalah jumlah {} saja.", words::list(&names))
        });
        findings.push(
            Place::pagu(pagu),
            format!(
                "Jumlah anggaran menurut {} adalah {}, sedangkan {} programnya berjumlah \
                 {}.{hint}",
                s.judul_for(dokumen, tahun),
                words::rupiah(own),
                programs.len(),
                words::rupiah(sum)
            ),
            "Sebut jumlah sebagai total hanya bila mencakup semua program; bila tidak, sebut \
            programnya.",
        );
    }
    if any {
        Assessed
    } else {
        NotAssessable("tidak ada dokumen yang memuat jumlah dan semua programnya")
    }
}
