//! Beranda of an office: what to do, most urgent first; where the year stands; what has changed.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use maud::{Markup, html};
use rust_decimal::{Decimal, dec};
use selaras_checks::basis;
use selaras_domain::{
    Berkas, Code, Hasil, IndikatorId, JenisDokumen, JenisIndikator, JenisTarget, PerjanjianKinerja,
    RencanaAksi, StatusPerjanjian, Target, Triwulan, angka,
};
use selaras_store::{BerkasKey, BerkasRef, Part, Pengajuan, Signed, Status};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::changes;
use crate::context::{Context, nomor, with_query};
use crate::frame::{Head, Phase, page, roman};
use crate::page::kinerja_saya::{self, is_own};
use crate::page::pengukuran::{self, MAIN, main_indikator, n_missing};
use crate::page::perjanjian::is_in_force;
use crate::page::rencana_aksi::address as action_address;
use crate::page::{perangkat, perjanjian};
use crate::permission::Permission;
use crate::ringkasan::{self, Summary, agreement_deadline, capaian_id, index_of, serapan_id};
use crate::status::{self, Light};
use crate::tasks::{self, Task};
use crate::widget::{self, bar, bare, count, find, jejak_address, reached, standing};

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

/// What is to be done for the indikator of every part of the office, and not for its main ones alone.
const WORK_TABLES: &[&str] = &["indikator", "target", "rencana_aksi", "monev_aksi"];

/// An office of a year as its Beranda needs it.
struct Facts {
    berkas: Berkas,
    /// The actions of the year, their monev, and the indikator and targets behind them.
    work: Berkas,
    hasil: Hasil,
    pengajuan: [Pengajuan; 4],
    is_reported: bool,
}

impl Facts {
    fn load(ask: &Ask<'_>, context: &Context) -> Result<Facts, Fault> {
        let tables = [&pengukuran::tables()[..], TABLES].concat();
        let part = Part { tables: &tables, tahun: Some(context.tahun()), jenis: MAIN };
        let berkas = ask.store().berkas_part(&context.berkas, &part)?;
        let part = Part { tables: WORK_TABLES, tahun: Some(context.tahun()), jenis: &[] };
        Ok(Facts {
            work: ask.store().berkas_part(&context.berkas, &part)?,
            hasil: selaras_rules::measure_without_trails(&berkas),
            berkas,
            pengajuan: ask.store().pengajuan(&context.berkas)?,
            is_reported: !ask.store().signed(&Signed::Of(&context.berkas))?.is_empty(),
        })
    }
}

/// The last year of every office in which whoever asks holds a role, by its name.
pub(crate) fn own(ask: &Ask<'_>) -> Result<Vec<BerkasRef>, Fault> {
    let pengguna = ask.pengguna()?;
    let held = pengguna.penugasan.iter().filter(|it| it.holds_on(ask.day()));
    let offices: BTreeSet<&str> = held.filter_map(|it| it.perangkat.as_deref()).collect();
    let mut found = Vec::new();
    for perangkat in offices {
        if let Some(tahun) = ask.store().years(pengguna.pemda, perangkat)?.pop() {
            let key = BerkasKey { perangkat: perangkat.to_owned(), tahun };
            found.push(ask.store().find_in(pengguna.pemda, &key)?);
        }
    }
    Ok(found)
}

/// What waits for whoever asks in an office.
pub(crate) fn waiting(ask: &Ask<'_>, berkas: BerkasRef) -> Result<Vec<Task>, Fault> {
    let context = Context::at(ask, berkas, None);
    tasks_of(ask, &context, &Facts::load(ask, &context)?)
}

pub(crate) fn office(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let facts = Facts::load(ask, &context)?;
    let mut tasks = tasks_of(ask, &context, &facts)?;
    tasks::sort(&mut tasks);
    let state = tasks::state(ask, &tasks);
    let lineage =
        perangkat::lineage(&ask.store().perangkat(context.berkas.pemda)?, context.perangkat());
    let kept = ringkasan::of(ask, &context.berkas)?;
    let body = html! {
        @for line in &lineage { p.lembut { (line) } }
        div.dua {
            (tasks::section(ask, &context.plain(""), &tasks))
            (changes::section(ask, &[&context.berkas])?)
        }
        (kinerja_saya::section(ask, &context, (&facts.berkas, &facts.work))?)
        section aria-labelledby="tahun" {
            h2 #tahun { "Tahun " (context.tahun()) }
            (year_line(ask, &context, &facts))
        }
        section aria-labelledby="iku" {
            h2 #iku { "Kinerja s.d. triwulan " (roman(context.nomor())) " " (context.tahun()) }
            @if let Some(kept) = &kept { (glance(&context, &kept.summary)) }
            (lights(&context, &facts))
        }
    };
    let head = Head::new(facts.berkas.perangkat_daerah.nama.clone(), Phase::Home).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

fn tasks_of(ask: &Ask<'_>, context: &Context, facts: &Facts) -> Result<Vec<Task>, Fault> {
    let berkas = &facts.berkas;
    let may = |it| ask.may(it, Some(context.perangkat()));
    let schedule = ask.store().jadwal(context.berkas.pemda, context.tahun())?;
    let mut tasks = of_quarters(ask, context, facts, &schedule)?;
    if may(Permission::Measure) {
        tasks.extend(of_actions(ask, context, facts, &schedule));
    }
    let plan = of_plan(context, berkas);
    // An agreement is made of the plan: who has none begins there.
    let may_agree = plan.is_none() || !berkas.perjanjian_kinerja.is_empty();
    if may(Permission::EditFacts) {
        tasks.extend(plan);
        tasks.extend(without_actions(ask, context, facts, &schedule));
        tasks.extend(of_planner(context, berkas));
    }
    let due = agreement_deadline(berkas);
    let to_sign = perjanjian::to_sign(ask, context, berkas)?;
    let agrees = may(Permission::EditFacts) || may(Permission::Approve);
    if to_sign.is_empty() && may_agree && agrees {
        tasks.extend(of_agreement(context, berkas, may(Permission::EditFacts)));
    }
    for (address, title) in to_sign {
        let words = format!("{title} menunggu tanda tangan Anda.");
        let task = Task::new(words, address, "Tandatangani");
        tasks.push(task.due_by(due, &basis::TENGGAT_PERJANJIAN));
    }
    let year_end = context.tahun().last_day();
    let signs = may(Permission::EditFacts) || may(Permission::Approve);
    if !facts.is_reported && ask.day() > year_end && signs {
        let words = format!("Laporan kinerja {} belum disahkan.", context.tahun());
        let verb = if may(Permission::Approve) { "Sahkan" } else { "Buka" };
        let task = Task::new(words, context.link("lkjip"), verb);
        let due = selaras_checks::report_deadline(year_end);
        tasks.push(task.due_by(due, &basis::TENGGAT_LAPORAN));
    }
    let remarks = ask.store().komentar(&context.berkas)?;
    let n_open = remarks.iter().filter(|it| it.selesai.is_none()).count();
    if n_open > 0 && may(Permission::EditFacts) {
        let words = format!("{} komentar belum diselesaikan.", count(n_open));
        tasks.push(Task::new(words, context.plain("komentar"), "Baca"));
    }
    Ok(tasks)
}

/// What the measurements of the quarters wait for.
fn of_quarters(
    ask: &Ask<'_>,
    context: &Context,
    facts: &Facts,
    schedule: &BTreeMap<Triwulan, Date>,
) -> Result<Vec<Task>, Fault> {
    let may = |it| ask.may(it, Some(context.perangkat()));
    let day = ask.day();
    let mut tasks = Vec::new();
    for it in &facts.pengajuan {
        let quarter = format!("triwulan {}", roman(nomor(it.triwulan)));
        let mut add = |words: String, verb: &'static str| {
            let address = with_query(&context.plain("ukur"), "tw", &nomor(it.triwulan).to_string());
            let due = schedule.get(&it.triwulan).copied();
            tasks.push(Task::new(words, address, verb).due(due));
        };
        match it.status_on(day) {
            Status::Draf | Status::Dibuka if quarter_has_come(day, context, it.triwulan) => {
                let indikator = main_indikator(&facts.berkas);
                let (missing, all) =
                    n_missing(indikator, &facts.hasil, context.tahun(), it.triwulan);
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
                let name = name_of(ask, &it.pengaju)?;
                add(
                    format!("Verifikasi pengukuran {quarter}, diajukan oleh {name}."),
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
    Ok(tasks)
}

/// The name of the person with an account.
fn name_of(ask: &Ask<'_>, akun: &str) -> Result<String, Fault> {
    Ok(ask.names([akun])?.of(akun).to_owned())
}

/// Actions whose quarter is over and that nobody has looked at: each of one's own, and how many others.
fn of_actions(
    ask: &Ask<'_>,
    context: &Context,
    facts: &Facts,
    schedule: &BTreeMap<Triwulan, Date>,
) -> Vec<Task> {
    let (berkas, work) = (&facts.berkas, &facts.work);
    let is_seen = |row: &RencanaAksi| {
        work.monev_aksi.iter().any(|it| {
            (&it.indikator, it.tahun, it.periode, it.nomor)
                == (&row.indikator, row.tahun, row.periode, row.nomor)
        })
    };
    let mut tasks = Vec::new();
    for it in &facts.pengajuan {
        let is_open = it.is_open_on(ask.day());
        if !is_open || !quarter_has_come(ask.day(), context, it.triwulan) {
            continue;
        }
        let due = schedule.get(&it.triwulan).copied();
        let rows = work
            .rencana_aksi
            .iter()
            .filter(|row| row.tahun == context.tahun() && row.periode.code() == it.triwulan.code());
        let (own, others): (Vec<_>, Vec<_>) =
            rows.filter(|row| !is_seen(row)).partition(|row| is_own(ask, berkas, row));
        for row in own {
            let words = format!("Pantau aksi Anda: {}.", widget::short(&row.aksi, 120));
            tasks.push(Task::new(words, action_address(context, row), "Pantau").due(due));
        }
        if !others.is_empty() {
            let words = format!(
                "{} aksi triwulan {} belum dipantau.",
                others.len(),
                roman(nomor(it.triwulan))
            );
            tasks.push(Task::new(words, context.link("rencana-aksi"), "Pantau").due(due));
        }
    }
    tasks
}

/// The first step of the plan that is missing: what follows is made of it.
fn of_plan(context: &Context, berkas: &Berkas) -> Option<Task> {
    let tahun = context.tahun();
    let is_target = |it: &&Target| it.tahun == tahun && it.jenis == JenisTarget::Target;
    let (words, verb) = if !berkas.dokumen.iter().any(|it| it.jenis == JenisDokumen::Renstra) {
        ("Renstra belum dicatat: buat dokumennya, lalu tujuan, sasaran dan indikatornya.", "Buat")
    } else if berkas.tujuan.is_empty() {
        ("Renstra belum mempunyai tujuan.", "Tambah")
    } else if berkas.sasaran.is_empty() {
        ("Tujuan Renstra belum mempunyai sasaran.", "Tambah")
    } else if berkas.indikator.is_empty() {
        ("Tujuan dan sasaran Renstra belum mempunyai indikator.", "Tambah")
    } else if !berkas.target.iter().any(|it| is_target(&it)) {
        let words = format!("Indikator Renstra belum mempunyai target {tahun}.");
        return Some(Task::new(words, context.link("renstra"), "Isi"));
    } else {
        return None;
    };
    Some(Task::new(words, context.link("renstra"), verb))
}

/// Promised indicators that no action of the year is about, until the quarter is measured that waits for
/// its actions.
fn without_actions(
    ask: &Ask<'_>,
    context: &Context,
    facts: &Facts,
    schedule: &BTreeMap<Triwulan, Date>,
) -> Option<Task> {
    let (berkas, work, tahun) = (&facts.berkas, &facts.work, context.tahun());
    let quarter = facts.pengajuan.iter().find(|it| it.is_open_on(ask.day()))?;
    let in_force = |it: &&PerjanjianKinerja| it.tahun == tahun && is_in_force(berkas, it);
    let documents: Vec<_> =
        berkas.perjanjian_kinerja.iter().filter(in_force).map(|it| &it.dokumen).collect();
    let is_promised = |it: &&Target| it.tahun == tahun && documents.contains(&&it.dokumen);
    let promised: BTreeSet<_> =
        work.target.iter().filter(is_promised).map(|it| &it.indikator).collect();
    let has_action = |id: &IndikatorId| {
        work.rencana_aksi.iter().any(|it| it.indikator == *id && it.tahun == tahun)
    };
    let n = promised.into_iter().filter(|id| !has_action(id)).count();
    let words = format!("{n} indikator perjanjian kinerja {tahun} belum mempunyai rencana aksi.");
    let due = schedule.get(&quarter.triwulan).copied();
    (n > 0).then(|| Task::new(words, context.link("rencana-aksi"), "Susun").due(due))
}

/// The agreement of the year, as long as it is not signed.
fn of_agreement(context: &Context, berkas: &Berkas, may_edit: bool) -> Option<Task> {
    let tahun = context.tahun();
    let rows: Vec<_> = berkas.perjanjian_kinerja.iter().filter(|it| it.tahun == tahun).collect();
    let is_signed =
        |it: &PerjanjianKinerja| matches!(it.status, StatusPerjanjian::Ditandatangani { .. });
    let open: Vec<_> = rows.iter().filter(|it| !is_signed(it)).collect();
    let (words, verb) = match (rows.len(), open.len()) {
        (0, _) if may_edit => (format!("Perjanjian kinerja {tahun} belum dibuat."), "Buat"),
        (0, _) => (format!("Perjanjian kinerja {tahun} belum dibuat."), "Lihat"),
        (_, 0) => return None,
        (_, n) => {
            (format!("{} perjanjian kinerja {tahun} belum ditandatangani.", count(n)), "Lihat")
        }
    };
    // The law sets a day for the agreement, and none for a change of it.
    let is_first = rows.is_empty() || open.iter().any(|it| it.mengubah.is_none());
    let due = agreement_deadline(berkas).filter(|_| is_first);
    let task = Task::new(words, context.link("perjanjian"), verb);
    Some(task.due_by(due, &basis::TENGGAT_PERJANJIAN))
}

/// Whether values of a quarter can be known: it has ended, or the year is over.
fn quarter_has_come(day: jiff::civil::Date, context: &Context, triwulan: Triwulan) -> bool {
    let months = i8::try_from(nomor(triwulan)).unwrap_or(4) * 3;
    let year = i16::try_from(context.tahun().get()).unwrap_or(i16::MAX);
    (day.year(), day.month()) > (year, months)
}

/// What a planner must do beside measuring and agreeing.
fn of_planner(context: &Context, berkas: &Berkas) -> Vec<Task> {
    let mut tasks = Vec::new();
    let mut add = |words: String, page: &str, verb: &'static str| {
        tasks.push(Task::new(words, context.link(page), verb));
    };
    let answered = |id: &selaras_domain::RekomendasiId| {
        berkas.tindak_lanjut_rekomendasi.iter().any(|it| it.rekomendasi == *id)
    };
    let n_open = berkas.rekomendasi.iter().filter(|it| !answered(&it.id)).count();
    if n_open > 0 {
        add(
            format!("{} rekomendasi evaluasi belum ditindaklanjuti.", count(n_open)),
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

/// The year as a line with its stations.
fn year_line(ask: &Ask<'_>, context: &Context, facts: &Facts) -> Markup {
    let Facts { berkas, pengajuan, is_reported, .. } = facts;
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
            (plain("Laporan kinerja", "lkjip", *is_reported, if *is_reported { "disahkan" } else { "belum disahkan" }))
            (plain("Evaluasi", "evaluasi", has_result, if has_result { "hasil diterima" } else { "belum ada hasil" }))
        }
    }
}

/// The office as a whole until the quarter: its average capaian, what it has spent, what is filled.
fn glance(context: &Context, summary: &Summary) -> Markup {
    let index = index_of(context.triwulan);
    let percent = |words: &str, value: Option<Decimal>, id: String| {
        html! {
            (words) " "
            @match value {
                Some(value) => a.angka href=(jejak_address(context, &id)) { strong { (angka::format_percent(value)) } },
                None => span.kosong { "belum dapat dihitung" },
            }
        }
    };
    let (tahun, triwulan) = (context.tahun(), context.triwulan);
    let n_filled = summary.n_indikator.saturating_sub(summary.n_missing[index]);
    html! {
        p.alat {
            span { (percent("Capaian rata-rata", summary.capaian[index], capaian_id(tahun, triwulan))) }
            span { (percent("Serapan anggaran", summary.serapan[index], serapan_id(tahun, triwulan))) }
            span { "Terisi " strong { (n_filled) " dari " (summary.n_indikator) } " indikator" }
        }
    }
}

/// The main indicators at a glance, as they stand when the quarter ends: what is reached of the target
/// of the year, judged by the target of the quarter while the year is under way.
fn lights(context: &Context, facts: &Facts) -> Markup {
    let tahun = context.tahun().to_string();
    let is_over = context.is_whole_year();
    let rows: Vec<_> = facts.berkas.indikator_of(JenisIndikator::Iku).collect();
    html! {
        @if rows.is_empty() {
            (widget::empty("Belum ada indikator kinerja utama.", Some((&context.link("renstra"), "Buka Renstra"))))
        } @else {
            table.lipat {
                thead { tr {
                    th scope="col" { "Indikator kinerja utama" } th scope="col" { "Satuan" }
                    th.angka scope="col" { "Target " (tahun) } th.angka scope="col" { "Realisasi" } th.angka scope="col" { "Capaian (%)" }
                    th scope="col" { span.tersembunyi { "Grafik" } }
                    th scope="col" { @if is_over { "Keadaan" } @else { "Terhadap target triwulan" } }
                } }
                tbody {
                    @for it in rows {
                        @let id = it.id.to_string();
                        @let target = find(&facts.hasil, &["indikator", &id, &tahun, "target"]);
                        @let capaian = reached(context, &facts.hasil, &id, "capaian");
                        @let judged = standing(context, &facts.hasil, &id);
                        tr {
                            th scope="row" { (it.nama) }
                            td.lembut data-judul="Satuan" { (it.satuan) }
                            td.angka data-judul={ "Target " (tahun) } { (bare(context, target, widget::NO_TARGET)) }
                            td.angka data-judul="Realisasi" { (bare(context, reached(context, &facts.hasil, &id, "realisasi"), widget::NOT_FILLED)) }
                            td.angka data-judul="Capaian (%)" { (bare(context, capaian, widget::NOTHING)) }
                            td { (bar(capaian.and_then(|it| it.value), dec!(100), dec!(150), "")) }
                            td data-judul="Keadaan" {
                                // What has no target of the quarter is judged with the year.
                                @if judged.is_none() && capaian.is_some_and(|it| it.value.is_some()) { span.lembut { "berjalan" } }
                                @else { (Light::of(judged).tag()) }
                            }
                        }
                    }
                }
            }
            (status::legend())
        }
    }
}
