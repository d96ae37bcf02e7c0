//! UKR001: one part of a formula is filled in for a period, and another is not.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "UKR001",
    name: "variabel-incomplete",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PENGUMPULAN_DATA],
    page: include_str!("variabel_incomplete.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let mut any = false;
    for it in &s.berkas.indikator {
        let Some(formula) = s.formula(&it.id) else { continue };
        let needed = formula.variables();
        if needed.len() < 2 {
            continue;
        }
        for periode in Periode::TRIWULAN.into_iter().chain([Periode::Tahun]) {
            let rows = s.nilai_variabel(&it.id, s.tahun(), periode);
            let is_filled = |name: &&&str| {
                rows.iter().any(|row| row.variabel.as_str() == **name && row.nilai.is_some())
            };
            let is_excused =
                rows.iter().any(|row| words::is_illegible(row.asal.catatan.as_deref()));
            if !needed.iter().any(|name| is_filled(&name)) || is_excused {
                continue;
            }
            any = true;
            for name in needed.iter().filter(|name| !is_filled(name)) {
                let nama = s.variabel(&it.id, name).map_or(*name, |it| it.nama.as_str());
                let tahun = s.tahun().to_string();
                let key = [it.id.as_str(), name, &tahun, periode.code()];
                findings.push(
                    Place::row(
                        "nilai_variabel",
                        &key,
                        format!(
                            "variabel {} \
                        {name}",
                            it.id
                        ),
                    )
                    .column("nilai"),
                    format!(
                        "«{}» {} belum dapat dihitung: {nama} belum diisi, sedangkan bagian lain \
                        rumusnya \
                         sudah.",
                        it.nama,
                        words::of_period(s.tahun(), periode)
                    ),
                    format!("Isi {nama} untuk periode itu, nol bila memang tidak ada."),
                );
            }
        }
    }
    if any { Assessed } else { NotAssessable("belum ada variabel yang diisi") }
}
