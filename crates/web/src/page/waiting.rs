//! What waits for those who work for the whole pemda: whoever verifies, the kepala daerah, the
//! inspektorat, the administrator.

use std::collections::BTreeMap;

use jiff::civil::Date;
use selaras_checks::basis;
use selaras_domain::{Code, Tahun, Triwulan};
use selaras_store::{BerkasRef, Peran, Status, TandaTangan};

use crate::ask::{Ask, Fault};
use crate::context::{nomor, part, with_query};
use crate::frame::{office_address, roman};
use crate::page::{city, health, office};
use crate::permission::Permission;
use crate::ringkasan::{Office, TRIWULAN};
use crate::tasks::Task;
use crate::widget::count;

/// Days after which a backup is old.
const BACKUP: i64 = 7;

/// Of the offices of a year, and of what came in of any year.
pub(crate) fn tasks(ask: &Ask<'_>, tahun: Tahun, all: &[Office]) -> Result<Vec<Task>, Fault> {
    let mut schedules = Schedules { ask, known: BTreeMap::new() };
    let mut tasks = Vec::new();
    if ask.may(Permission::Verify, None) {
        tasks.extend(incoming(ask, &mut schedules, Status::Diajukan, "Verifikasi")?);
    }
    if ask.may(Permission::Lock, None) {
        tasks.extend(incoming(ask, &mut schedules, Status::Disetujui, "Kunci")?);
    }
    if holds(ask, Peran::KepalaDaerah) {
        tasks.extend(agreements(ask, tahun, all)?);
    }
    if holds(ask, Peran::KepalaDaerah) || holds(ask, Peran::Verifikator) {
        tasks.extend(reports(ask, tahun, all));
    }
    if holds(ask, Peran::Inspektorat) {
        tasks.extend(reviews(tahun, all));
    }
    if ask.may(Permission::Administer, None) {
        tasks.extend(of_administrator(ask)?);
        tasks.extend(unlocked(ask, &mut schedules, tahun, all)?);
    }
    // Who works for the pemda may have an office as well.
    for berkas in office::own(ask)? {
        let perangkat = berkas.key.perangkat.clone();
        let own = office::waiting(ask, berkas)?;
        tasks.extend(own.into_iter().map(|it| it.of_office(&perangkat)));
    }
    Ok(tasks)
}

fn holds(ask: &Ask<'_>, peran: Peran) -> bool {
    let held = ask.who.iter().flat_map(|it| &it.pengguna.penugasan);
    held.into_iter().any(|it| it.peran == peran && it.holds_on(ask.day()))
}

/// The last days of the quarters, read once for each year.
struct Schedules<'a> {
    ask: &'a Ask<'a>,
    known: BTreeMap<Tahun, BTreeMap<Triwulan, Date>>,
}

impl Schedules<'_> {
    fn due(&mut self, tahun: Tahun, triwulan: Triwulan) -> Result<Option<Date>, Fault> {
        if !self.known.contains_key(&tahun) {
            let pemda = self.ask.pengguna()?.pemda;
            self.known.insert(tahun, self.ask.store().jadwal(pemda, tahun)?);
        }
        Ok(self.known.get(&tahun).and_then(|it| it.get(&triwulan)).copied())
    }
}

fn sheet(berkas: &BerkasRef, triwulan: Triwulan) -> String {
    let page = format!("{}/ukur", office_address(&berkas.key.perangkat, berkas.key.tahun));
    with_query(&page, "tw", &nomor(triwulan).to_string())
}

/// Measurements that have come to whoever asks.
fn incoming(
    ask: &Ask<'_>,
    schedules: &mut Schedules<'_>,
    status: Status,
    verb: &'static str,
) -> Result<Vec<Task>, Fault> {
    let mut tasks = Vec::new();
    for it in ask.store().masuk(ask.pengguna()?.pemda, status)? {
        let (tahun, quarter) = (it.berkas.key.tahun, roman(nomor(it.triwulan)));
        let words = format!("{verb} pengukuran triwulan {quarter} {tahun} {}.", it.nama);
        let due = schedules.due(tahun, it.triwulan)?;
        tasks.push(Task::new(words, sheet(&it.berkas, it.triwulan), verb).due(due));
    }
    Ok(tasks)
}

/// Agreements that wait for the signature of the kepala daerah, and those nobody has looked after.
fn agreements(ask: &Ask<'_>, tahun: Tahun, all: &[Office]) -> Result<Vec<Task>, Fault> {
    let mut tasks = Vec::new();
    for it in all.iter().filter(|it| !it.summary.menunggu.is_empty()) {
        let berkas = &it.it.berkas;
        let signed = ask.store().tanda_tangan(berkas)?;
        for waiting in &it.summary.menunggu {
            let (id, pihak) = (waiting.perjanjian.as_str(), waiting.pihak);
            let is_own =
                |row: &TandaTangan| row.perjanjian == id && row.pihak == pihak && row.is_current;
            if signed.iter().any(is_own) {
                continue;
            }
            let place = office_address(&berkas.key.perangkat, berkas.key.tahun);
            let page = format!("{place}/perjanjian/{}/tanda-tangan", part(id));
            let address = with_query(&page, "pihak", pihak.code());
            let words = format!("{} menunggu tanda tangan Anda.", waiting.judul);
            tasks.push(
                Task::new(words, address, "Tandatangani")
                    .due_by(waiting.batas, &basis::TENGGAT_PERJANJIAN),
            );
        }
    }
    let first = TRIWULAN[0].days(tahun).1;
    let is_alone = |it: &&Office| it.summary.n_disupervisi < it.summary.n_perjanjian;
    let n_alone = all.iter().filter(is_alone).count();
    if n_alone > 0 && ask.day() > first {
        let words = format!(
            "Perjanjian kinerja {tahun} dari {n_alone} perangkat daerah belum pernah disupervisi."
        );
        tasks.push(Task::new(words, format!("/kota/{tahun}/perjanjian"), "Lihat"));
    }
    Ok(tasks)
}

/// Reports of a year that is over and that nobody has signed.
fn reports(ask: &Ask<'_>, tahun: Tahun, all: &[Office]) -> Option<Task> {
    let end = tahun.last_day();
    let n_open = all.iter().filter(|it| !it.it.is_reported).count();
    if n_open == 0 || ask.day() <= end {
        return None;
    }
    let words = format!("Laporan kinerja {tahun} dari {n_open} perangkat daerah belum disahkan.");
    let task = Task::new(words, city::marked_address(tahun, city::NOT_REPORTED), "Lihat");
    Some(task.due_by(selaras_checks::report_deadline(end), &basis::TENGGAT_LAPORAN))
}

/// Reports that are signed and that the inspektorat has not reviewed since.
fn reviews(tahun: Tahun, all: &[Office]) -> Option<Task> {
    let n_done = all.iter().filter(|it| it.it.is_reviewed).count();
    let n_open = all.iter().filter(|it| it.it.is_reported && !it.it.is_reviewed).count();
    let done = match n_done {
        0 => String::new(),
        n => format!(" Dari {n} perangkat daerah lain sudah direviu."),
    };
    let words = format!(
        "Laporan kinerja {tahun} dari {n_open} perangkat daerah sudah disahkan dan menunggu \
         reviu.{done}"
    );
    let task = Task::new(words, city::marked_address(tahun, city::NOT_REVIEWED), "Lihat");
    let due = selaras_checks::pemda_report_deadline(tahun.last_day());
    (n_open > 0).then(|| task.due_by(due, &basis::TENGGAT_LAPORAN))
}

/// Accounts, addresses, and the backup.
fn of_administrator(ask: &Ask<'_>) -> Result<Vec<Task>, Fault> {
    let found = ask.store().diperhatikan(ask.pengguna()?.pemda, ask.now)?;
    let mut tasks: Vec<Task> = found
        .terkunci
        .iter()
        .map(|(akun, nama)| {
            let address = format!("/administrasi/akun/{}", part(akun));
            Task::new(format!("Akun {nama} terkunci karena sandi salah."), address, "Buka akun")
                .due(Some(ask.day()))
        })
        .collect();
    for (from, until) in &found.ditutup {
        let at = ask.app.settings.offset.to_datetime(*until).time();
        let words = format!(
            "Alamat jaringan {from} ditutup sampai pukul {} karena terlalu banyak sandi salah.",
            at.strftime("%H.%M")
        );
        let trail = with_query("/jejak-audit", "objek", &format!("alamat/{from}"));
        tasks.push(Task::new(words, trail, "Lihat jejak").due(Some(ask.day())));
    }
    if found.n_tanpa_sandi > 0 {
        let n = count(found.n_tanpa_sandi);
        let words = format!("{n} akun belum mempunyai sandi, sehingga belum dapat dipakai.");
        tasks.push(Task::new(words, "/administrasi", "Lihat akun"));
    }
    if let Some(made) = health::last_backup(ask) {
        let day = made.map(|it| ask.app.settings.offset.to_datetime(it).date());
        let due = day.map(|it| it.saturating_add(jiff::Span::new().days(BACKUP)));
        let words = match day {
            None => "Belum ada cadangan.".to_owned(),
            Some(day) => {
                format!("Cadangan terakhir dibuat {}.", selaras_domain::tanggal::format(day))
            }
        };
        if due.is_none_or(|due| due <= ask.day()) {
            let due = due.or(Some(ask.day()));
            tasks.push(Task::new(words, "/administrasi/kesehatan", "Cadangkan").due(due));
        }
    }
    Ok(tasks)
}

/// Quarters whose last day is over and that are not locked everywhere.
fn unlocked(
    ask: &Ask<'_>,
    schedules: &mut Schedules<'_>,
    tahun: Tahun,
    all: &[Office],
) -> Result<Vec<Task>, Fault> {
    let mut tasks = Vec::new();
    for triwulan in TRIWULAN {
        let is_open = |it: &&Office| it.it.status_on(triwulan, ask.day()) != Status::Dikunci;
        let n_open = all.iter().filter(is_open).count();
        let due = schedules.due(tahun, triwulan)?;
        if n_open == 0 || due.is_none_or(|due| ask.day() <= due) {
            continue;
        }
        let words = format!(
            "Triwulan {} {tahun} belum dikunci pada {n_open} perangkat daerah.",
            roman(nomor(triwulan))
        );
        let list = city::marked_address(tahun, city::NOT_LOCKED);
        let address = with_query(&list, "tw", &nomor(triwulan).to_string());
        tasks.push(Task::new(words, address, "Lihat").due(due));
    }
    Ok(tasks)
}
