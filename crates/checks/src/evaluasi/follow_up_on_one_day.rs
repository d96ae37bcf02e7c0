//! EVA008: everything was done on one day, and nothing proves it.

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "EVA008",
    name: "tindak-lanjut-on-one-day",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("follow_up_on_one_day.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let rows = &s.berkas.tindak_lanjut_rekomendasi;
    let dated: Vec<_> = rows.iter().filter_map(|it| it.tanggal).collect();
    if dated.len() < 3 {
        return NotApplicable("kurang dari tiga tindak lanjut bertanggal");
    }
    let unproven = !rows.iter().any(|it| s.is_proven(it));
    if unproven && dated.len() == rows.len() && dated.iter().all(|it| *it == dated[0]) {
        let told: Vec<_> = s
            .berkas
            .rekomendasi
            .iter()
            .filter_map(|it| crate::evaluasi::regime::told_on(s, &it.evaluasi))
            .collect();
        let after = told.iter().max().and_then(|day| day.until(dated[0]).ok()).map_or_else(
            String::new,
            |span| {
                let days = selaras_domain::angka::format(span.get_days());
                format!(", {days} hari setelah rekomendasinya disampaikan")
            },
        );
        findings.push(
            Place::whole("tindak_lanjut_rekomendasi", "tindak lanjut rekomendasi"),
            format!(
                "Semua tindak lanjut ({} buah) bertanggal sama, {}{after}, tanpa bukti dukung.",
                rows.len(),
                words::date(dated[0])
            ),
            "Isi tanggal yang sebenarnya dari tiap tindak lanjut, dan buktinya.",
        );
    }
    Assessed
}
