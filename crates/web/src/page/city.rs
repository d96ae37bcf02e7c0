//! The whole pemda at a glance: every office by capaian, absorption, completeness and lateness, what
//! needs attention first; and what waits for whoever verifies.

use maud::{Markup, html};
use rust_decimal::{Decimal, dec};
use selaras_domain::{Berkas, Code, Hasil, Tahun, Triwulan, angka};
use selaras_store::{Ringkasan, Status};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{self, nomor};
use crate::export::{Cell, List};
use crate::frame::{Head, Phase, office_address, page, roman};
use crate::page::pengukuran::{main_indikator, n_missing};
use crate::permission::Permission;
use crate::status::{self, Light};
use crate::widget::{self, bar, find, sort_head};

/// What the page shows of an office: made of its berkas, kept until that changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Summary {
    /// The average capaian that the office declares and reports, in percent, as it stands after each
    /// quarter; after the last it is that of the year.
    capaian: [Option<Decimal>; 4],
    /// Spent, in percent of the pagu, at the same times.
    serapan: [Option<Decimal>; 4],
    n_indikator: usize,
    /// Indicators not filled, by quarter.
    n_missing: [usize; 4],
}

const TRIWULAN: [Triwulan; 4] = [Triwulan::I, Triwulan::Ii, Triwulan::Iii, Triwulan::Iv];

/// What ids call the time up to the end of a quarter; the last one ends with the year.
fn until(triwulan: Triwulan) -> Option<String> {
    (triwulan != Triwulan::Iv).then(|| format!("sd-{}", triwulan.code()))
}

impl Summary {
    fn of(berkas: &Berkas, hasil: &Hasil) -> Summary {
        let year = berkas.perangkat_daerah.tahun;
        let counted = TRIWULAN.map(|it| n_missing(main_indikator(berkas), hasil, year, it));
        let tahun = year.to_string();
        let value = |parts: &[&str]| find(hasil, parts).and_then(|it| it.value);
        Summary {
            capaian: TRIWULAN.map(|it| match until(it) {
                Some(until) => value(&["rata-rata", "kinerja", &tahun, &until]),
                None => value(&["rata-rata", "kinerja", &tahun]),
            }),
            serapan: TRIWULAN.map(|it| match until(it) {
                Some(until) => value(&["anggaran", "total", &tahun, &until, "persen"]),
                None => value(&["anggaran", "total", &tahun, "persen"]),
            }),
            n_indikator: counted[0].1,
            n_missing: counted.map(|(missing, _)| missing),
        }
    }

    /// As a text: the parts in order, with blanks between.
    fn keep(&self) -> String {
        let part = |it: Option<Decimal>| it.map_or_else(|| "-".to_owned(), |it| it.to_string());
        let figures = self.capaian.into_iter().chain(self.serapan).map(part);
        let counts = [self.n_indikator].into_iter().chain(self.n_missing).map(|it| it.to_string());
        figures.chain(counts).collect::<Vec<_>>().join(" ")
    }

    fn read(text: &str) -> Option<Summary> {
        let parts: Vec<&str> = text.split(' ').collect();
        let parts: [&str; 13] = parts.try_into().ok()?;
        let figure = |at: usize| parts[at].parse().ok();
        let count = |at: usize| parts[at].parse().ok();
        Some(Summary {
            capaian: [0, 1, 2, 3].map(figure),
            serapan: [4, 5, 6, 7].map(figure),
            n_indikator: count(8)?,
            n_missing: [count(9)?, count(10)?, count(11)?, count(12)?],
        })
    }
}

/// An office of the list.
struct Office {
    it: Ringkasan,
    summary: Summary,
    /// The average capaian of the year before, at the same times.
    before: [Option<Decimal>; 4],
}

/// Every office of the year, with the year before.
fn offices(ask: &Ask<'_>, tahun: Tahun) -> Result<Vec<Office>, Fault> {
    let before = match tahun.previous() {
        Some(previous) => summaries(ask, previous)?,
        None => Vec::new(),
    };
    let now = summaries(ask, tahun)?;
    let office = |(it, summary): (Ringkasan, Summary)| {
        let name = &it.berkas.key.perangkat;
        let earlier = before.iter().find(|(it, _)| it.berkas.key.perangkat == *name);
        let before = earlier.map_or([None; 4], |(_, it)| it.capaian);
        Office { it, summary, before }
    };
    Ok(now.into_iter().map(office).collect())
}

/// The summaries of a year; what is old is made again and kept.
fn summaries(ask: &Ask<'_>, tahun: Tahun) -> Result<Vec<(Ringkasan, Summary)>, Fault> {
    let mut fresh = Vec::new();
    let mut all = Vec::new();
    for it in ask.store().ringkasan(ask.pengguna()?.pemda, tahun)? {
        let kept = it.isi.as_deref().and_then(Summary::read);
        let summary = match kept {
            Some(summary) => summary,
            None => {
                let berkas = ask.store().berkas(&it.berkas)?;
                let summary = Summary::of(&berkas, &selaras_rules::measure_without_trails(&berkas));
                fresh.push((it.berkas.clone(), it.versi, summary.keep()));
                summary
            }
        };
        all.push((it, summary));
    }
    if !fresh.is_empty() {
        ask.store().keep_ringkasan(fresh)?;
    }
    Ok(all)
}

/// The quarter that the list is about.
fn quarter(ask: &Ask<'_>, tahun: Tahun) -> Triwulan {
    let named = ask.query.given("tw").and_then(|it| Triwulan::from_code(&format!("tw{it}")));
    let ended = if i32::from(ask.day().year()) > i32::from(tahun.get()) {
        Triwulan::Iv
    } else {
        TRIWULAN[usize::from((ask.day().month() - 1).unsigned_abs() / 3).saturating_sub(1)]
    };
    named.unwrap_or(ended)
}

fn status_of(it: &Office, triwulan: Triwulan) -> Status {
    it.it.status.get(&triwulan).copied().unwrap_or_default()
}

fn is_late(it: &Office, triwulan: Triwulan) -> bool {
    matches!(status_of(it, triwulan), Status::Draf | Status::Perbaikan)
}

fn sorted(ask: &Ask<'_>, mut offices: Vec<Office>, triwulan: Triwulan) -> Vec<Office> {
    let wanted = ask.query.get("cari").to_lowercase();
    offices.retain(|it| {
        it.it.nama.to_lowercase().contains(&wanted)
            || it.it.berkas.key.perangkat.to_lowercase().contains(&wanted)
    });
    let order = ask.query.get("urut");
    let (key, is_down) = order.strip_prefix('-').map_or((order, false), |it| (it, true));
    let index = index_of(triwulan);
    match key {
        "nama" => offices.sort_by(|a, b| a.it.nama.cmp(&b.it.nama)),
        "serapan" => offices.sort_by_key(|it| it.summary.serapan[index]),
        "capaian" => offices.sort_by_key(|it| it.summary.capaian[index]),
        "terisi" => offices.sort_by_key(|it| std::cmp::Reverse(it.summary.n_missing[index])),
        // What needs attention first: who has not reported, then the lowest capaian.
        _ => offices.sort_by_key(|it| (!is_late(it, triwulan), it.summary.capaian[index])),
    }
    if is_down {
        offices.reverse();
    }
    offices
}

/// The place of a quarter among four.
fn index_of(triwulan: Triwulan) -> usize {
    usize::from(nomor(triwulan)) - 1
}

pub(crate) fn city(ask: &Ask<'_>) -> Answer {
    let tahun = context::tahun(ask)?;
    let triwulan = quarter(ask, tahun);
    let index = index_of(triwulan);
    // What is reached half way is no failure: only a year that is over is judged.
    let is_over = triwulan == Triwulan::Iv;
    let all = offices(ask, tahun)?;
    let n_all = all.len();
    let n_good = all
        .iter()
        .filter(|it| {
            matches!(
                it.summary.capaian[index].map(Light::of_value),
                Some(Light::Good | Light::Near | Light::Over)
            )
        })
        .count();
    let n_late = all.iter().filter(|it| is_late(it, triwulan)).count();
    let inbox = inbox(ask, &all);
    let rows = sorted(ask, all, triwulan);
    let here = format!("/kota/{tahun}");
    let head_of = |name, words| sort_head(&here, &ask.query, (name, words), name != "nama");
    let download_address = |format: &str| {
        let changes = [("format", format), ("tw", &nomor(triwulan).to_string())];
        widget::with_changes(&format!("{here}/unduh"), &ask.query, &changes)
    };
    let body = html! {
        (inbox)
        nav.bagian aria-label="Triwulan" {
            @for it in TRIWULAN {
                a href=(widget::with_changes(&here, &ask.query, &[("tw", &nomor(it).to_string())])) aria-current=[(it == triwulan).then_some("true")] { "s.d. triwulan " (roman(nomor(it))) }
            }
        }
        form.saring role="search" aria-label="Saring daftar ini" {
            input type="hidden" name="tw" value=(nomor(triwulan));
            label for="saring" { "Cari perangkat daerah" } input #saring type="search" name="cari" value=(ask.query.get("cari"));
            button { "Cari" }
            @if let Some(order) = ask.query.given("urut") { input type="hidden" name="urut" value=(order); }
            @if ask.query.given("cari").is_some() { a href=(widget::with_changes(&here, &ask.query, &[("cari", "")])) { "Tampilkan semua" } }
            a href=(download_address("xlsx")) { "Unduh XLSX" }
            a href=(download_address("csv")) { "Unduh CSV" }
            a href=(format!("{here}/perjanjian")) { "Perjanjian kinerja" } a href=(format!("{here}/pemeriksaan")) { "Pemeriksaan" }
        }
        @if rows.is_empty() && ask.query.given("cari").is_some() {
            (widget::empty(&format!("Tidak ada perangkat daerah yang memuat «{}».", ask.query.get("cari")), Some((&widget::with_changes(&here, &ask.query, &[("cari", "")]), "Tampilkan semua"))))
        } @else if rows.is_empty() {
            (widget::empty(&format!("Belum ada perangkat daerah yang berdata untuk {tahun}."), None))
        } @else {
            table.lipat {
                thead { tr {
                    (head_of("nama", "Perangkat daerah"))
                    (head_of("capaian", "Capaian kinerja (%)"))
                    th scope="col" { span.tersembunyi { "Grafik capaian" } }
                    th.angka scope="col" { "Dari tahun lalu" }
                    (head_of("serapan", "Serapan (%)"))
                    (head_of("terisi", "Terisi"))
                    th scope="col" { "Pengukuran" }
                    th scope="col" { "Keadaan" }
                } }
                tbody {
                    @for it in &rows {
                        @let s = &it.summary;
                        @let (capaian, serapan) = (s.capaian[index], s.serapan[index]);
                        tr {
                            th scope="row" {
                                a href=(office_address(&it.it.berkas.key.perangkat, tahun)) { (it.it.nama) }
                            }
                            td.angka data-judul="Capaian kinerja (%)" { (percent(capaian)) }
                            td data-judul="Grafik" { (bar(capaian, dec!(100), dec!(150), "")) }
                            td.angka data-judul="Dari tahun lalu" { (change(capaian, it.before[index])) }
                            td.angka data-judul="Serapan (%)" { (percent(serapan)) }
                            td.angka data-judul="Terisi" { (s.n_indikator - s.n_missing[index].min(s.n_indikator)) " / " (s.n_indikator) }
                            td data-judul="Pengukuran" { a href=(format!("{}/ukur?tw={}", office_address(&it.it.berkas.key.perangkat, tahun), nomor(triwulan))) { (status::submission(status_of(it, triwulan))) } }
                            td data-judul="Keadaan" { @if is_over { (capaian.map_or(Light::Absent, Light::of_value).tag()) } @else { span.lembut { "berjalan" } } }
                        }
                    }
                }
            }
            @if is_over { (scatter(&rows, index)) }
        }
    };
    let late = format!("{n_late} belum menyampaikan triwulan {}", roman(nomor(triwulan)));
    let state = match is_over {
        true => format!("{n_good} dari {n_all} perangkat daerah tercapai atau mendekati; {late}."),
        false => format!("{n_all} perangkat daerah; {late}. Capaian dan serapan terhadap setahun."),
    };
    let head = Head::new(format!("Seluruh perangkat daerah {tahun}"), Phase::City).state(state);
    Ok(Reply::page(page(ask, None, &head, body)))
}

fn percent(it: Option<Decimal>) -> Markup {
    html! { @match it { Some(it) => (angka::format(it)), None => span.kosong { "–" } } }
}

fn change(now: Option<Decimal>, before: Option<Decimal>) -> Markup {
    let (Some(now), Some(before)) = (now, before) else {
        return html! { span.kosong { "–" } };
    };
    let by = now - before;
    let sign = if by > Decimal::ZERO { "+" } else { "" };
    html! { (sign) (angka::format(by)) }
}

/// What waits for whoever asks, oldest quarter first.
fn inbox(ask: &Ask<'_>, all: &[Office]) -> Markup {
    let may_verify = ask.may(Permission::Verify, None);
    let may_lock = ask.may(Permission::Lock, None);
    let mut waiting = Vec::new();
    for triwulan in TRIWULAN {
        for it in all {
            match status_of(it, triwulan) {
                Status::Diajukan if may_verify => waiting.push((it, triwulan, "Verifikasi")),
                Status::Disetujui if may_lock => waiting.push((it, triwulan, "Kunci")),
                _ => {}
            }
        }
    }
    html! {
        @if may_verify {
            section aria-labelledby="masuk" {
                h2 #masuk { "Pengajuan masuk (" (waiting.len()) ")" }
                @if waiting.is_empty() { p.lembut { "Tidak ada pengajuan yang menunggu Anda." } }
                ol.tugas {
                    @for (it, triwulan, verb) in waiting.iter().take(20) {
                        @let key = &it.it.berkas.key;
                        li {
                            p { (it.it.nama) ": pengukuran triwulan " (roman(nomor(*triwulan))) " " (key.tahun) }
                            a.tombol href=(format!("{}/ukur?tw={}", office_address(&key.perangkat, key.tahun), nomor(*triwulan))) { (verb) }
                        }
                    }
                }
            }
        }
    }
}

/// Absorption against capaian, with named quadrants: where money was spent without performance, and
/// performance reached without money.
fn scatter(rows: &[Office], index: usize) -> Markup {
    const SIDE: Decimal = dec!(300);
    let of = |it| -> Option<(&Office, Decimal, Decimal)> {
        let it: &Office = it;
        Some((it, it.summary.serapan[index]?, it.summary.capaian[index]?))
    };
    let points: Vec<(&Office, Decimal, Decimal)> = rows.iter().filter_map(of).collect();
    let x = |serapan: Decimal| {
        (serapan / dec!(120) * SIDE).clamp(Decimal::ZERO, SIDE).trunc_with_scale(1)
    };
    let y = |capaian: Decimal| {
        (SIDE - capaian / dec!(150) * SIDE).clamp(Decimal::ZERO, SIDE).trunc_with_scale(1)
    };
    let spent = points.iter().filter(|(_, s, c)| *s >= dec!(90) && *c < dec!(90)).count();
    let title = match spent {
        0 => "Tidak ada perangkat daerah yang menyerap anggaran tanpa kinerja".to_owned(),
        n => format!(
            "{n} perangkat daerah menyerap anggaran 90% atau lebih dengan capaian di bawah 90%"
        ),
    };
    html! {
        @if points.len() > 1 {
            figure.grafik {
                figcaption { (title) }
                svg viewBox="-36 -8 352 344" role="img" aria-label=(title) {
                    rect.kertas x="0" y="0" width="300" height="300" {}
                    line.garis x1=(x(dec!(90))) y1="0" x2=(x(dec!(90))) y2="300" {}
                    line.garis x1="0" y1=(y(dec!(90))) x2="300" y2=(y(dec!(90))) {}
                    text x="6" y="14" { "kinerja tanpa anggaran" }
                    text x="294" y="294" text-anchor="end" { "anggaran tanpa kinerja" }
                    @for (it, serapan, capaian) in &points {
                        circle.titik cx=(x(*serapan)) cy=(y(*capaian)) r="4" {
                            title { (it.it.berkas.key.perangkat) ": capaian " (angka::format(*capaian)) "%, serapan " (angka::format(*serapan)) "%" }
                        }
                    }
                    @for at in [0, 50, 100, 150] { text x="-6" y=(y(Decimal::from(at)) + dec!(4)) text-anchor="end" { (at) } }
                    @for at in [0, 30, 60, 90, 120] { text x=(x(Decimal::from(at))) y="316" text-anchor="middle" { (at) } }
                    text x="150" y="334" text-anchor="middle" { "serapan (%); ke atas: capaian (%)" }
                }
            }
        }
    }
}

pub(crate) fn download(ask: &Ask<'_>) -> Answer {
    let tahun = context::tahun(ask)?;
    let triwulan = quarter(ask, tahun);
    let rows = sorted(ask, offices(ask, tahun)?, triwulan);
    let index = index_of(triwulan);
    let heads = [
        "Singkatan",
        "Perangkat daerah",
        "Capaian kinerja (%)",
        "Capaian tahun lalu (%)",
        "Serapan (%)",
        "Indikator",
        "Belum diisi",
        "Pengukuran",
    ];
    let number =
        |it: Option<Decimal>| Cell::Number(it.map_or_else(String::new, |it| it.to_string()));
    let row = |it: &Office| {
        let s = &it.summary;
        let missing = s.n_missing[index];
        vec![
            Cell::Text(it.it.berkas.key.perangkat.clone()),
            Cell::Text(it.it.nama.clone()),
            number(s.capaian[index]),
            number(it.before[index]),
            number(s.serapan[index]),
            Cell::Number(s.n_indikator.to_string()),
            Cell::Number(missing.to_string()),
            Cell::Text(status_of(it, triwulan).words().to_owned()),
        ]
    };
    let list = List {
        name: format!("perangkat-daerah-{tahun}-tw{}", nomor(triwulan)),
        heads: heads.map(str::to_owned).to_vec(),
        rows: rows.iter().map(row).collect(),
    };
    crate::export::download(&list, ask.query.get("format"))
}

#[cfg(test)]
mod tests {
    use super::Summary;
    use rust_decimal::dec;

    #[test]
    fn a_summary_reads_back_as_it_was_kept() {
        let it = Summary {
            capaian: [Some(dec!(23.5)), None, Some(dec!(80.10)), Some(dec!(101.25))],
            serapan: [Some(dec!(12.0)), Some(dec!(40)), None, Some(dec!(97.0))],
            n_indikator: 9,
            n_missing: [0, 1, 2, 9],
        };
        assert_eq!(Summary::read(&it.keep()), Some(it));
        assert_eq!(Summary::read("dari versi lain"), None);
    }
}
