//! LAP022: a factor names a reason of a register that no case of the year gives.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "LAP022",
    name: "cause-without-cases",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::ANALISIS_5],
    page: include_str!("cause_without_cases.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let tahun = s.tahun().to_string();
    let named = s.berkas.faktor.iter().filter(|it| it.tahun == s.tahun());
    let named: Vec<_> =
        named.filter_map(|it| Some((it, it.register.as_ref()?, it.alasan.as_ref()?))).collect();
    if named.is_empty() {
        return NotApplicable("tidak ada faktor yang menyebut alasan dari register");
    }
    let mut any = false;
    for (it, register, alasan) in named {
        let reason = format!("alasan/{alasan}");
        let cases = s.figure(&["register", register.as_str(), &tahun, &reason]);
        let Some(cases) = cases.and_then(|it| it.value) else { continue };
        let Some(kept) = s.berkas.register.iter().find(|it| it.id == *register) else { continue };
        // The case that would give the reason may not have been entered yet.
        if kept.lengkap_sampai.is_none_or(|until| until < s.law_day()) {
            continue;
        }
        any = true;
        if !cases.is_zero() {
            continue;
        }
        let uraian = s
            .berkas
            .alasan_register
            .iter()
            .find(|row| row.register == *register && row.id == *alasan)
            .map_or(alasan.as_str(), |row| row.uraian.as_str());
        findings.push(
            Place::faktor(it).column("alasan"),
            format!(
                "«{}» merangkum alasan «{uraian}», padahal tidak satu pun kasus tahun {tahun} dalam \
                 «{}» beralasan demikian.",
                it.uraian, kept.nama
            ),
            "Isi alasannya pada kasus yang memang terhambat karenanya, atau cari sebab yang lain.",
        );
    }
    if any {
        Assessed
    } else {
        NotAssessable("register yang disebut belum lengkap untuk tahun ini")
    }
}
