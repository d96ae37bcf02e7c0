//! Beranda of an office: what to do, most urgent first; where the year stands; what has changed.

use maud::{Markup, html};
use rust_decimal::dec;
use selaras_domain::{Berkas, Hasil, JenisIndikator, StatusPerjanjian, Triwulan};
use selaras_store::{AuditFilter, Part, Pengajuan, Signed, Status};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, nomor, with_query};
use crate::frame::{Head, Phase, page, roman};
use crate::page::pengukuran::{self, MAIN, deadline, main_indikator, moment, n_missing};
use crate::page::table::title;
use crate::page::{perangkat, perjanjian};
use crate::permission::Permission;
use crate::status::{self, Light};
use crate::widget::{self, bar, figure, find};

/// What the page shows beside the measurement.
const TABLES: &[&str] = &[
    "dokumen",
    "pejabat",
    "unit_kerja",
    "perjanjian_kinerja",
    "evaluasi",
    "rekomendasi",
    "tindak_lanjut_rekomendasi",
    "bagian",
    "narasi",
];

/// Days before the last one from which a deadline stands out.
const URGENT: i32 = 7;

/// A thing to do: a sentence, when it is due, where it is done.
struct Task {
    words: String,
    /// Days from today; later tasks have more, and those without a date come last.
    days: i32,
    due: Option<String>,
    address: String,
    verb: &'static str,
}

pub(crate) fn office(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let tables = [&pengukuran::tables()[..], TABLES].concat();
    let part = Part { tables: &tables, tahun: Some(context.tahun()), jenis: MAIN };
    let berkas = ask.store().berkas_part(&context.berkas, &part)?;
    let hasil = selaras_rules::measure_without_trails(&berkas);
    let pengajuan = ask.store().pengajuan(&context.berkas)?;
    let is_reported = !ask.store().signed(&Signed::Of(&context.berkas))?.is_empty();
    let tasks = tasks(ask, &context, (&berkas, &hasil), &pengajuan, is_reported)?;
    let state = match tasks.len() {
        0 => "Tidak ada yang menunggu Anda.".to_owned(),
        1 => "Satu hal menunggu Anda.".to_owned(),
        n => format!("{n} hal menunggu Anda."),
    };
    let lineage =
        perangkat::lineage(&ask.store().perangkat(context.berkas.pemda)?, context.perangkat());
    let body = html! {
        @for line in &lineage { p.lembut { (line) } }
        div.dua {
            section aria-labelledby="tugas" {
                h2 #tugas { "Yang perlu dikerjakan" }
                @if tasks.is_empty() { (widget::empty("Semua yang menjadi bagian Anda sudah selesai.", None)) }
                ol.tugas {
                    @for it in &tasks {
                        li {
                            div { p { (it.words) } @if let Some(due) = &it.due { p class=(if it.days <= URGENT { "kurang" } else { "lembut" }) { (due) } } }
                            a.tombol href=(it.address) { (it.verb) }
                        }
                    }
                }
            }
            section aria-labelledby="perubahan" {
                h2 #perubahan { "Yang baru berubah" }
                (changes(ask, &context)?)
            }
        }
        section aria-labelledby="tahun" {
            h2 #tahun { "Tahun " (context.tahun()) }
            (year_line(ask, &context, &berkas, &pengajuan, is_reported))
        }
        section aria-labelledby="iku" {
            h2 #iku { "Indikator kinerja utama" }
            (lights(&context, &berkas, &hasil))
        }
    };
    let head = Head::new(berkas.perangkat_daerah.nama.clone(), Phase::Home).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

fn tasks(
    ask: &Ask<'_>,
    context: &Context,
    (berkas, hasil): (&Berkas, &Hasil),
    pengajuan: &[Pengajuan; 4],
    is_reported: bool,
) -> Result<Vec<Task>, Fault> {
    let here = Some(context.perangkat());
    let may = |it| ask.may(it, here);
    let schedule = ask.store().jadwal(context.berkas.pemda, context.tahun())?;
    let day = ask.day();
    let mut tasks = Vec::new();
    for it in pengajuan {
        let last = schedule.get(&it.triwulan).copied();
        let quarter = format!("triwulan {}", roman(nomor(it.triwulan)));
        let mut add = |words: String, verb: &'static str| {
            let days =
                last.and_then(|last| day.until(last).ok()).map_or(i32::MAX, |it| it.get_days());
            let due = last.map(|last| deadline(ask, last));
            let page = context.plain("ukur");
            let address = with_query(&page, "tw", &nomor(it.triwulan).to_string());
            tasks.push(Task { words, days, due, address, verb });
        };
        let has_come = quarter_has_come(day, context, it.triwulan);
        match it.status_on(day) {
            Status::Draf | Status::Dibuka if has_come => {
                let (missing, all) =
                    n_missing(main_indikator(berkas), hasil, context.tahun(), it.triwulan);
                if missing > 0 && may(Permission::Measure) {
                    add(
                        format!(
                            "Isi realisasi {quarter}: {missing} dari {all} indikator belum diisi."
                        ),
                        "Isi",
                    );
                } else if missing == 0 && all > 0 && may(Permission::Submit) {
                    add(format!("Pengukuran {quarter} lengkap dan belum diajukan."), "Ajukan");
                }
            }
            Status::Perbaikan if may(Permission::Measure) => {
                let why = it.pesan.as_deref().unwrap_or_default();
                add(format!("Perbaiki pengukuran {quarter}: {why}"), "Perbaiki");
            }
            Status::Diajukan if may(Permission::Verify) => {
                add(
                    format!("Verifikasi pengukuran {quarter}, diajukan oleh {}.", it.pengaju),
                    "Verifikasi",
                );
            }
            Status::Diverifikasi if may(Permission::Approve) => {
                add(format!("Setujui pengukuran {quarter}."), "Setujui");
            }
            Status::Disetujui if may(Permission::Lock) => {
                add(format!("Kunci pengukuran {quarter}."), "Kunci");
            }
            _ => {}
        }
    }
    if may(Permission::EditFacts) {
        tasks.extend(of_planner(context, berkas));
    }
    for (address, title) in perjanjian::to_sign(ask, context, berkas)? {
        let words = format!("{title} menunggu tanda tangan Anda.");
        tasks.push(Task { words, days: i32::MAX, due: None, address, verb: "Tandatangani" });
    }
    let year_end = context.tahun().last_day();
    if !is_reported && day > year_end && (may(Permission::EditFacts) || may(Permission::Approve)) {
        let last = selaras_checks::report_deadline(year_end);
        tasks.push(Task {
            words: format!("Laporan kinerja {} belum disahkan.", context.tahun()),
            days: last.and_then(|it| day.until(it).ok()).map_or(i32::MAX, |it| it.get_days()),
            due: last.map(|it| deadline(ask, it)),
            address: context.link("lkjip"),
            verb: if may(Permission::Approve) { "Sahkan" } else { "Buka" },
        });
    }
    let remarks = ask.store().komentar(&context.berkas)?;
    let n_open = remarks.iter().filter(|it| it.selesai.is_none()).count();
    if n_open > 0 && may(Permission::EditFacts) {
        tasks.push(Task {
            words: format!("{n_open} komentar belum diselesaikan."),
            days: i32::MAX,
            due: None,
            address: context.plain("komentar"),
            verb: "Baca",
        });
    }
    tasks.sort_by_key(|it| it.days);
    Ok(tasks)
}

/// Whether values of a quarter can be known: it has ended, or the year is over.
fn quarter_has_come(day: jiff::civil::Date, context: &Context, triwulan: Triwulan) -> bool {
    let months = i8::try_from(nomor(triwulan)).unwrap_or(4) * 3;
    let year = i16::try_from(context.tahun().get()).unwrap_or(i16::MAX);
    (day.year(), day.month()) > (year, months)
}

/// What a planner must do beside measuring.
fn of_planner(context: &Context, berkas: &Berkas) -> Vec<Task> {
    let mut tasks = Vec::new();
    let mut add = |words: String, page: &str, verb: &'static str| {
        let address = context.link(page);
        tasks.push(Task { words, days: i32::MAX, due: None, address, verb });
    };
    let tahun = context.tahun();
    let agreements: Vec<_> =
        berkas.perjanjian_kinerja.iter().filter(|it| it.tahun == tahun).collect();
    if agreements.is_empty() {
        add(format!("Perjanjian kinerja {tahun} belum dibuat."), "perjanjian", "Buat");
    }
    let n_unsigned = agreements
        .iter()
        .filter(|it| !matches!(it.status, StatusPerjanjian::Ditandatangani { .. }))
        .count();
    if n_unsigned > 0 {
        add(
            format!("{n_unsigned} perjanjian kinerja {tahun} belum ditandatangani."),
            "perjanjian",
            "Lihat",
        );
    }
    let answered = |id: &selaras_domain::RekomendasiId| {
        berkas.tindak_lanjut_rekomendasi.iter().any(|it| it.rekomendasi == *id)
    };
    let n_open = berkas.rekomendasi.iter().filter(|it| !answered(&it.id)).count();
    if n_open > 0 {
        add(
            format!("{n_open} rekomendasi evaluasi belum ditindaklanjuti."),
            "evaluasi",
            "Tindak lanjuti",
        );
    }
    let is_written = |id: &str| berkas.find_narasi(id).is_some_and(|it| !it.teks.trim().is_empty());
    let n_empty = berkas
        .bagian
        .iter()
        .filter_map(|it| it.narasi.as_deref())
        .filter(|it| !is_written(it))
        .count();
    if n_empty > 0 {
        add(format!("{n_empty} bagian laporan kinerja belum ditulis."), "lkjip", "Tulis");
    }
    tasks
}

/// The last entries of the trail about this office and year.
fn changes(ask: &Ask<'_>, context: &Context) -> Result<Markup, Fault> {
    let objek = Some(format!("berkas/{}/", context.berkas.key));
    let filter = AuditFilter { objek, ..AuditFilter::default() };
    let entries = ask.store().audit_search(context.berkas.pemda, &filter, (0, 8))?;
    let start = format!("berkas/{}/", context.berkas.key);
    Ok(html! {
        @if entries.is_empty() { (widget::empty("Belum ada perubahan sejak berkas ini dimasukkan.", None)) }
        ul.perubahan {
            @for it in &entries {
                li {
                    span.lembut { (moment(ask, &it.waktu)) } " " strong { (it.pelaku) } " · " (title(&it.tindakan)) " · "
                    (it.objek.strip_prefix(&start).unwrap_or(&it.objek).replace('/', " › ").replace('_', " "))
                    @if let (Some(lama), Some(baru)) = (&it.lama, &it.baru) { ": " del { (widget::short(lama, 60)) } " → " ins { (widget::short(baru, 60)) } }
                    @else if let Some(baru) = &it.baru { ": " (widget::short(baru, 60)) }
                }
            }
        }
    })
}

/// The year as a line with its stations.
fn year_line(
    ask: &Ask<'_>,
    context: &Context,
    berkas: &Berkas,
    pengajuan: &[Pengajuan; 4],
    is_reported: bool,
) -> Markup {
    let tahun = context.tahun();
    let signed = berkas.perjanjian_kinerja.iter().any(|it| {
        it.tahun == tahun && matches!(it.status, StatusPerjanjian::Ditandatangani { .. })
    });
    let has_result = berkas.evaluasi.iter().any(|it| it.tahun == tahun);
    let plain = |name: &str, page: &str, is_done: bool, words: &str| {
        html! {
            li class=(if is_done { "lewat" } else { "" }) {
                a href=(context.link(page)) { (name) }
                span.lembut { (words) }
            }
        }
    };
    html! {
        ol.garis-tahun {
            (plain("Perjanjian kinerja", "perjanjian", signed, if signed { "ditandatangani" } else { "belum ditandatangani" }))
            @for it in pengajuan {
                @let now = it.status_on(ask.day());
                @let is_done = !matches!(now, Status::Draf | Status::Perbaikan | Status::Dibuka);
                li class=(if is_done { "lewat" } else { "" }) {
                    a href=(with_query(&context.plain("ukur"), "tw", &nomor(it.triwulan).to_string())) { "Triwulan " (roman(nomor(it.triwulan))) }
                    (status::submission(now))
                }
            }
            (plain("Laporan kinerja", "lkjip", is_reported, if is_reported { "disahkan" } else { "belum disahkan" }))
            (plain("Evaluasi", "evaluasi", has_result, if has_result { "hasil diterima" } else { "belum ada hasil" }))
        }
    }
}

/// The main indicators at a glance.
fn lights(context: &Context, berkas: &Berkas, hasil: &Hasil) -> Markup {
    let tahun = context.tahun().to_string();
    let rows: Vec<_> = berkas.indikator_of(JenisIndikator::Iku).collect();
    html! {
        @if rows.is_empty() {
            (widget::empty("Belum ada indikator kinerja utama.", Some((&context.link("tabel/indikator"), "Buka tabel indikator"))))
        } @else {
            table.lipat {
                thead { tr {
                    th scope="col" { "Indikator" } th scope="col" { "Satuan" }
                    th.angka scope="col" { "Target" } th.angka scope="col" { "Realisasi" } th.angka scope="col" { "Capaian" }
                    th scope="col" { span.tersembunyi { "Grafik" } } th scope="col" { "Keadaan" }
                } }
                tbody {
                    @for it in rows {
                        @let id = it.id.to_string();
                        @let of = |what: &str| find(hasil, &["indikator", &id, &tahun, what]);
                        @let capaian = of("capaian");
                        tr {
                            th scope="row" { (it.nama) }
                            td.lembut data-judul="Satuan" { (it.satuan) }
                            td.angka data-judul="Target" { (figure(context, of("target"))) }
                            td.angka data-judul="Realisasi" { (figure(context, of("realisasi"))) }
                            td.angka data-judul="Capaian" { (figure(context, capaian)) }
                            td { (bar(capaian.and_then(|it| it.value), dec!(100), dec!(150), "")) }
                            td data-judul="Keadaan" { (Light::of(capaian).tag()) }
                        }
                    }
                }
            }
        }
    }
}
