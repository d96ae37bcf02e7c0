//! The whole pemda at a glance: what waits for whoever asks, how the years and quarters went, the best
//! and the worst, and every office by capaian, absorption, completeness and lateness.

use jiff::civil::Date;
use maud::{Markup, html};
use rust_decimal::{Decimal, dec};
use selaras_domain::{Code, Tahun, Triwulan, angka};
use selaras_rules::pemda;
use selaras_store::{BerkasKey, BerkasRef, Status};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::changes;
use crate::chart::{self, Line, Point, Scatter};
use crate::context::{self, measured_quarter, nomor, until_words};
use crate::frame::{Head, Phase, office_address, page, roman};
use crate::list::{Column, Listing};
use crate::page::waiting;
use crate::ringkasan::{self, Office, Summary, TRIWULAN, capaian_id, index_of, serapan_id};
use crate::status::{self, Light};
use crate::tasks;
use crate::widget::{self, bar, count};

/// Offices among the best, and among the worst.
const FEW: usize = 5;

/// An office of the list, as it stands when a quarter ends.
pub(crate) struct Row {
    office: Office,
    capaian: Option<Decimal>,
    serapan: Option<Decimal>,
    /// The capaian of the year before, at the same time.
    before: Option<Decimal>,
    status: Status,
    n_missing: usize,
    /// Days between the last day and the submission, or today where nothing was submitted; none where
    /// the last day is not over, or not set.
    late: Option<i32>,
}

impl Row {
    fn new(
        office: Office,
        triwulan: Triwulan,
        before: Option<Decimal>,
        (batas, day): (Option<Date>, Date),
    ) -> Row {
        let index = index_of(triwulan);
        let status = office.it.status_on(triwulan, day);
        let submitted = office.summary.diajukan[index];
        // Without an entry of the trail nobody knows when it was.
        let reported = submitted.or((status == Status::Draf).then_some(day));
        let days = batas.zip(reported).and_then(|(batas, at)| batas.until(at).ok());
        let is_due = submitted.is_some() || batas.is_some_and(|batas| batas < day);
        Row {
            capaian: office.summary.capaian[index],
            serapan: office.summary.serapan[index],
            before,
            status,
            n_missing: office.summary.n_missing[index].min(office.summary.n_indikator),
            late: days.filter(|_| is_due).map(|it| it.get_days().max(0)),
            office,
        }
    }

    /// How far the capaian is from that of the year before.
    fn change(&self) -> Option<Decimal> {
        Some(self.capaian? - self.before?)
    }

    fn n_filled(&self) -> usize {
        self.office.summary.n_indikator - self.n_missing
    }

    fn has_not_reported(&self) -> bool {
        matches!(self.status, Status::Draf | Status::Perbaikan)
    }

    fn light(&self) -> Light {
        self.capaian.map_or(Light::Absent, Light::of_value)
    }

    fn nama(&self) -> &str {
        &self.office.it.nama
    }

    fn perangkat(&self) -> &str {
        &self.office.it.berkas.key.perangkat
    }

    fn address(&self) -> String {
        office_address(self.perangkat(), self.office.it.berkas.key.tahun)
    }
}

/// One office by itself, with its year before.
pub(crate) fn row_of(ask: &Ask<'_>, office: Office, triwulan: Triwulan) -> Result<Row, Fault> {
    let berkas = office.it.berkas.clone();
    let batas = ask.store().jadwal(berkas.pemda, berkas.key.tahun)?.remove(&triwulan);
    let before = match berkas.key.tahun.previous() {
        Some(tahun) => {
            let key = BerkasKey { tahun, ..berkas.key };
            match ask.store().find_in(berkas.pemda, &key) {
                Ok(earlier) => ringkasan::of(ask, &earlier)?,
                Err(_) => None,
            }
        }
        None => None,
    };
    let before = before.and_then(|it| it.summary.capaian[index_of(triwulan)]);
    Ok(Row::new(office, triwulan, before, (batas, ask.day())))
}

/// What the page shows: the offices of a year at the end of a quarter, and those of the years before.
struct View {
    tahun: Tahun,
    triwulan: Triwulan,
    rows: Vec<Row>,
    before: Vec<(BerkasRef, Summary)>,
}

/// Years before the one that is shown.
const YEARS: u16 = 5;

impl View {
    fn of(ask: &Ask<'_>, offices: Vec<Office>, tahun: Tahun) -> Result<View, Fault> {
        let named = ask.query.given("tw").and_then(|it| Triwulan::from_code(&format!("tw{it}")));
        let triwulan = named.unwrap_or_else(|| measured_quarter(ask, tahun));
        let before = ringkasan::of_years_before(ask, tahun, YEARS)?;
        let earlier = |perangkat: &str| {
            let is_last = |it: &&(BerkasRef, Summary)| Some(it.0.key.tahun) == tahun.previous();
            let mut all = before.iter().filter(is_last);
            let found = all.find(|(it, _)| it.key.perangkat == perangkat)?;
            found.1.capaian[index_of(triwulan)]
        };
        let batas = ask.store().jadwal(ask.pengguna()?.pemda, tahun)?.remove(&triwulan);
        let time = (batas, ask.day());
        let row = |it: Office| {
            let capaian = earlier(&it.it.berkas.key.perangkat);
            Row::new(it, triwulan, capaian, time)
        };
        let rows = offices.into_iter().map(row).collect();
        Ok(View { tahun, triwulan, rows, before })
    }

    /// What is reached half way is no failure: only a year that is over is judged.
    fn is_over(&self) -> bool {
        self.triwulan == Triwulan::Iv
    }
}

/// What the list shows of an office, in the order of its table.
const COLUMNS: [(&str, &str); 8] = [
    ("nama", "Perangkat daerah"),
    ("capaian", "Capaian kinerja (%)"),
    ("selisih", "Dari tahun lalu"),
    ("serapan", "Serapan (%)"),
    ("terisi", "Terisi"),
    ("terlambat", "Terlambat (hari)"),
    ("pengukuran", "Pengukuran"),
    ("keadaan", "Keadaan"),
];

/// The marks that an office may bear, and by which tasks lead to those that bear one.
pub(crate) const NOT_LOCKED: &str = "Belum dikunci";
pub(crate) const NOT_REPORTED: &str = "Laporan belum disahkan";
pub(crate) const NOT_REVIEWED: &str = "Laporan belum direviu";

/// The list of the offices that bear a mark.
pub(crate) fn marked_address(tahun: Tahun, mark: &str) -> String {
    context::with_query(&format!("/kota/{tahun}"), MARKS, mark)
}

/// What the address calls the marks.
const MARKS: &str = "tanda";

fn marks(it: &Row) -> Vec<String> {
    let all = [
        (it.has_not_reported(), "Belum menyampaikan"),
        (it.late.is_some_and(|it| it > 0), "Terlambat"),
        (it.status != Status::Dikunci, NOT_LOCKED),
        (it.light() == Light::Bad, "Perlu perhatian"),
        (!it.office.it.is_reported, NOT_REPORTED),
        (it.office.it.is_reported, "Laporan disahkan"),
        (it.office.it.is_reported && !it.office.it.is_reviewed, NOT_REVIEWED),
        (it.office.it.is_reviewed, "Laporan sudah direviu"),
    ];
    all.into_iter().filter(|(bears, _)| *bears).map(|(_, words)| words.to_owned()).collect()
}

/// The offices as a list; by itself, what needs attention comes first: who has not reported, then the
/// lowest capaian.
fn listing<'v>(ask: &'v Ask<'v>, here: &str, view: &'v View) -> Listing<'v, &'v Row> {
    let index = index_of(view.triwulan);
    let mut rows: Vec<&Row> = view.rows.iter().collect();
    rows.sort_by_key(|it| (!it.has_not_reported(), it.capaian));
    let summary = |it: &&'v Row| &it.office.summary;
    let words = |name: &str| COLUMNS.iter().find(|it| it.0 == name).map_or("", |it| it.1);
    let columns = vec![
        Column::text("singkatan", "Singkatan", |it: &&Row| it.perangkat()).in_file(),
        Column::text("nama", words("nama"), |it: &&Row| it.nama()),
        Column::number("capaian", words("capaian"), |it: &&Row| it.capaian),
        Column::number("tahun-lalu", "Capaian tahun lalu (%)", |it: &&Row| it.before).in_file(),
        Column::number("selisih", words("selisih"), |it: &&Row| it.change())
            .named_in_file("Selisih (poin)"),
        Column::number("serapan", words("serapan"), |it: &&Row| it.serapan),
        Column::number("realisasi", "Realisasi anggaran (Rp)", move |it| {
            summary(it).realisasi[index]
        })
        .in_file(),
        Column::number("pagu", "Pagu (Rp)", move |it| summary(it).pagu).in_file(),
        Column::number("indikator", "Indikator", move |it| Some(summary(it).n_indikator)).in_file(),
        Column::number("terisi", words("terisi"), |it: &&Row| Some(it.n_filled())),
        Column::number("belum-diisi", "Belum diisi", |it: &&Row| Some(it.n_missing)).in_file(),
        Column::date("diajukan", "Tanggal diajukan", move |it| summary(it).diajukan[index])
            .in_file(),
        Column::number("terlambat", words("terlambat"), |it: &&Row| it.late),
        Column::text("pengukuran", words("pengukuran"), |it: &&Row| it.status.words())
            .ranked(|it| it.status as i64),
        Column::text("keadaan", words("keadaan"), move |it: &&Row| match view.is_over() {
            true => it.light().words(),
            false => RUNNING,
        })
        .ranked(|it| it.light() as i64),
        Column::text("laporan", "Laporan kinerja", |it: &&Row| {
            match (it.office.it.is_reported, it.office.it.is_reviewed) {
                (false, _) => "belum disahkan",
                (true, false) => "disahkan",
                (true, true) => "disahkan dan direviu",
            }
        })
        .in_file(),
        Column::made(MARKS, "Tanda", |it: &&Row| marks(it).join("; "))
            .choice_of(|it| marks(it))
            .in_file(),
    ];
    let file = format!("perangkat-daerah-{}-tw{}", view.tahun, nomor(view.triwulan));
    let why = format!("Belum ada perangkat daerah yang berdata untuk {}.", view.tahun);
    Listing::of(ask, (here.to_owned(), file), columns, rows).nothing(&why, None)
}

/// What is said of a year that is not over and so not judged.
const RUNNING: &str = "berjalan";

pub(crate) fn city(ask: &Ask<'_>) -> Answer {
    let tahun = context::tahun(ask)?;
    let offices = ringkasan::of_year(ask, tahun)?;
    let mut waiting = match ask.wants_file() {
        true => Vec::new(),
        false => waiting::tasks(ask, tahun, &offices)?,
    };
    tasks::sort(&mut waiting);
    let view = View::of(ask, offices, tahun)?;
    let here = format!("/kota/{tahun}");
    let listing = listing(ask, &here, &view);
    if let Some(file) = listing.file()? {
        return Ok(file);
    }
    let (shown, pages) = listing.page();
    let body = html! {
        div.dua {
            div {
                (tasks::section(ask, &here, &waiting))
                (best_and_worst(&view))
            }
            (trends(&view))
        }
        section aria-labelledby="semua" {
            h2 #semua { "Semua perangkat daerah" }
            p.alat { a href=(format!("{here}/pengukuran")) { "Periode dan kunci" } a href=(format!("{here}/perjanjian")) { "Perjanjian kinerja" } a href=(format!("{here}/pemeriksaan")) { "Pemeriksaan" } }
            @if !listing.is_empty() { (listing.controls()) }
            @if shown.is_empty() { (listing.hollow()) }
            @else { (table(shown, tahun, view.triwulan, &|(name, _): (&str, &str)| listing.head(name))) }
            (pages)
        }
        div.dua {
            @if view.is_over() { (money_against_performance(listing.rows())) }
            (changes::section(ask, &[])?)
        }
    };
    let head = Head::new(format!("Seluruh perangkat daerah {tahun}"), Phase::City);
    let head = head.state(state(&view)).action(quarters(ask, &here, &view));
    Ok(Reply::page(page(ask, None, &head, body)))
}

/// How the city stands, in a sentence.
fn state(view: &View) -> String {
    let n_all = view.rows.len();
    let n_late = view.rows.iter().filter(|it| it.has_not_reported()).count();
    let late = format!("{n_late} belum menyampaikan triwulan {}", roman(nomor(view.triwulan)));
    if !view.is_over() {
        return format!("{n_all} perangkat daerah; {late}. Capaian dan serapan terhadap setahun.");
    }
    let is_good = |it: &&Row| matches!(it.light(), Light::Good | Light::Near | Light::Over);
    let n_good = view.rows.iter().filter(is_good).count();
    format!("{n_good} dari {n_all} perangkat daerah tercapai atau mendekati; {late}.")
}

fn quarters(ask: &Ask<'_>, here: &str, view: &View) -> Markup {
    html! {
        nav.bagian aria-label="Triwulan" {
            @for it in TRIWULAN {
                a href=(widget::with_changes(here, &ask.query, &[("tw", &nomor(it).to_string()), ("hal", "")])) aria-current=[(it == view.triwulan).then_some("true")] { "s.d. triwulan " (roman(nomor(it))) }
            }
        }
    }
}

fn is_number(column: &str) -> bool {
    !matches!(column, "nama" | "pengukuran" | "keadaan")
}

/// The head of a column of a list that nobody sorts.
pub(crate) fn plain_head((name, words): (&str, &str)) -> Markup {
    html! { th.(if is_number(name) { "angka" } else { "" }) scope="col" { (words) } }
}

/// The offices with their figures; each figure leads to its reason.
pub(crate) fn table<R: std::borrow::Borrow<Row>>(
    rows: &[R],
    tahun: Tahun,
    triwulan: Triwulan,
    head: &dyn Fn((&str, &str)) -> Markup,
) -> Markup {
    let is_over = triwulan == Triwulan::Iv;
    let figures = Reasons::of(tahun, triwulan);
    html! {
        table.lipat {
            thead { tr {
                @for column in COLUMNS {
                    (head(column))
                    @if column.0 == "capaian" { th scope="col" { span.tersembunyi { "Grafik capaian" } } }
                }
            } }
            tbody {
                @for it in rows {
                    @let it: &Row = it.borrow();
                    @let place = it.address();
                    tr {
                        th scope="row" { a href=(place) { (it.nama()) } }
                        td.angka data-judul="Capaian kinerja (%)" { (reason(it.capaian, &place, &figures.capaian)) }
                        td data-judul="Grafik" { (bar(it.capaian, dec!(100), dec!(150), "")) }
                        td.angka data-judul="Dari tahun lalu" { (signed(it.change())) }
                        td.angka data-judul="Serapan (%)" { (reason(it.serapan, &place, &figures.serapan)) }
                        td.angka data-judul="Terisi" { (it.n_filled()) " / " (it.office.summary.n_indikator) }
                        td.angka data-judul="Terlambat (hari)" { @match it.late { Some(days) => span.kurang[days > 0] { (count(days)) }, None => span.kosong { "–" } } }
                        td data-judul="Pengukuran" { a href={ (place) "/ukur?tw=" (nomor(triwulan)) } { (status::submission(it.status)) } }
                        td data-judul="Keadaan" { @if is_over { (it.light().tag()) } @else { span.lembut { (RUNNING) } } }
                    }
                }
            }
        }
        @if is_over { (status::legend()) }
    }
}

/// The ends of the addresses of the trails that the list leads to.
struct Reasons {
    capaian: String,
    serapan: String,
}

impl Reasons {
    fn of(tahun: Tahun, triwulan: Triwulan) -> Reasons {
        let end = |id: String| {
            let jejak = context::with_query("/jejak", "angka", &id);
            context::with_query(&jejak, "tw", &nomor(triwulan).to_string())
        };
        Reasons {
            capaian: end(capaian_id(tahun, triwulan)),
            serapan: end(serapan_id(tahun, triwulan)),
        }
    }
}

/// A figure that leads to its trail.
fn reason(value: Option<Decimal>, place: &str, end: &str) -> Markup {
    html! {
        @match value {
            Some(value) => a.angka href={ (place) (end) } { (angka::format(value)) },
            None => span.kosong { "–" },
        }
    }
}

fn signed(it: Option<Decimal>) -> Markup {
    html! {
        @match it {
            Some(by) => { @if by > Decimal::ZERO { "+" } (angka::format(by)) }
            None => span.kosong { "–" },
        }
    }
}

/// The capaian and the absorption of all offices together.
#[derive(Clone, Copy, Default)]
struct Together {
    capaian: Option<Decimal>,
    serapan: Option<Decimal>,
}

impl Together {
    fn of<'o>(offices: impl Iterator<Item = &'o Summary> + Clone, index: usize) -> Together {
        let spent = |it: &Summary| it.realisasi[index].zip(it.pagu);
        Together {
            capaian: pemda::rata_rata(offices.clone().filter_map(|it| it.capaian[index])),
            serapan: pemda::penyerapan(offices.filter_map(spent)),
        }
    }
}

/// How the years went, and how the quarters of this one do.
fn trends(view: &View) -> Markup {
    let index = index_of(view.triwulan);
    let now = view.rows.iter().map(|it| &it.office.summary);
    let mut years: Vec<Tahun> = view.before.iter().map(|(it, _)| it.key.tahun).collect();
    years.dedup();
    let earlier = |tahun: Tahun| {
        let of_year = view.before.iter().filter(move |(it, _)| it.key.tahun == tahun);
        Together::of(of_year.map(|(_, summary)| summary), index)
    };
    let mut by_year: Vec<Together> = years.iter().map(|it| earlier(*it)).collect();
    let by_quarter: Vec<Together> =
        TRIWULAN.iter().map(|it| Together::of(now.clone(), index_of(*it))).collect();
    years.push(view.tahun);
    by_year.push(by_quarter[index]);
    let quarter_names: Vec<String> =
        TRIWULAN.iter().map(|it| format!("TW {}", roman(nomor(*it)))).collect();
    let year_names: Vec<String> = years.iter().map(Tahun::to_string).collect();
    let year_links: Vec<Markup> = years
        .iter()
        .map(|it| html! { a href={ "/kota/" (it) "?tw=" (nomor(view.triwulan)) } { (it) } })
        .collect();
    let quarter_links: Vec<Markup> = quarter_names.iter().map(|it| html! { (it) }).collect();
    html! {
        section aria-labelledby="kecenderungan" {
            h2 #kecenderungan { "Kecenderungan" }
            (trend(&years_title(view, &by_year), &year_names, &year_links, &by_year))
            (trend(&quarters_title(view, &by_quarter), &quarter_names, &quarter_links, &by_quarter))
            p.lembut { small { "Capaian: rata-rata sederhana capaian kinerja perangkat daerah. Serapan: jumlah realisasi terhadap jumlah pagu." } }
        }
    }
}

fn years_title(view: &View, years: &[Together]) -> String {
    let until = until_words(view.tahun, view.triwulan);
    let now = years.last().and_then(|it| it.capaian);
    let before = years.iter().rev().nth(1).and_then(|it| it.capaian);
    match (now, before) {
        (Some(now), Some(before)) => {
            let by = angka::format((now - before).abs());
            let way = match now.cmp(&before) {
                std::cmp::Ordering::Less => format!("turun {by} poin dari tahun sebelumnya"),
                std::cmp::Ordering::Equal => "sama dengan tahun sebelumnya".to_owned(),
                std::cmp::Ordering::Greater => format!("naik {by} poin dari tahun sebelumnya"),
            };
            format!("Capaian rata-rata {until} {}, {way}", angka::format_percent(now))
        }
        (Some(now), None) => format!("Capaian rata-rata {until} {}", angka::format_percent(now)),
        (None, _) => format!("Capaian rata-rata {until} belum dapat dihitung"),
    }
}

fn quarters_title(view: &View, quarters: &[Together]) -> String {
    let known = quarters.iter().zip(TRIWULAN).rev().find_map(|(it, at)| Some((it.serapan?, at)));
    match known {
        Some((serapan, at)) => format!(
            "Sampai triwulan {} {} anggaran terserap {}",
            roman(nomor(at)),
            view.tahun,
            angka::format_percent(serapan)
        ),
        None => format!("Serapan {} belum dapat dihitung", view.tahun),
    }
}

/// A drawing with its numbers below it.
fn trend(title: &str, names: &[String], heads: &[Markup], values: &[Together]) -> Markup {
    let of = |what: fn(&Together) -> Option<Decimal>| values.iter().map(what).collect::<Vec<_>>();
    let lines = [
        Line { name: "Capaian", class: "satu", values: of(|it| it.capaian) },
        Line { name: "Serapan", class: "dua", values: of(|it| it.serapan) },
    ];
    html! {
        (chart::lines(title, names, &lines))
        table.ringkas {
            caption.tersembunyi { (title) }
            thead { tr { th scope="col" { "%" } @for it in heads { th.angka scope="col" { (it) } } } }
            tbody { @for line in &lines { tr {
                th scope="row" { (line.name) }
                @for value in &line.values { td.angka { @match value { Some(value) => (angka::format(*value)), None => span.kosong { "–" } } } }
            } } }
        }
    }
}

/// The offices that have reached the most, and those that have reached the least.
fn best_and_worst(view: &View) -> Markup {
    let mut ranked: Vec<&Row> = view.rows.iter().filter(|it| it.capaian.is_some()).collect();
    ranked.sort_by_key(|it| it.capaian);
    let n = FEW.min(ranked.len() / 2);
    let figures = Reasons::of(view.tahun, view.triwulan);
    let list = |id: &str, words: &str, rows: &[&Row]| {
        html! {
            section aria-labelledby=(id) {
                h2 id=(id) { (words) }
                ol.peringkat { @for it in rows {
                    @let place = it.address();
                    li {
                        a href=(place) { (it.nama()) }
                        span { (reason(it.capaian, &place, &figures.capaian)) "%" }
                    }
                } }
            }
        }
    };
    let worst = &ranked[..n];
    let best: Vec<&Row> = ranked.iter().rev().take(n).copied().collect();
    html! {
        @if n > 0 {
            div.dua.sama {
                (list("terbaik", "Capaian tertinggi", &best))
                (list("terburuk", "Capaian terendah", worst))
            }
        }
    }
}

/// Absorption against capaian: where money was spent without performance, and performance reached
/// without money.
fn money_against_performance(rows: &[&Row]) -> Markup {
    let limit = dec!(90);
    let point = |it: &&Row| {
        let (x, y) = (it.serapan?, it.capaian?);
        Some(Point { name: it.perangkat().to_owned(), address: it.address(), x, y })
    };
    let points: Vec<Point> = rows.iter().filter_map(point).collect();
    let n_spent = points.iter().filter(|it| it.x >= limit && it.y < limit).count();
    let title = match n_spent {
        0 => "Tidak ada perangkat daerah yang menyerap anggaran tanpa kinerja".to_owned(),
        n => format!(
            "{n} perangkat daerah menyerap anggaran 90% atau lebih dengan capaian di bawah 90%"
        ),
    };
    let about = Scatter {
        title: &title,
        x: "serapan (%)",
        y: "capaian (%)",
        limit,
        above: "kinerja tanpa anggaran",
        below: "anggaran tanpa kinerja",
    };
    html! {
        @if points.len() > 1 {
            section aria-labelledby="sebaran" {
                h2 #sebaran { "Anggaran dan kinerja" }
                (chart::scatter(&about, &points))
                p.lembut { small { "Setiap titik satu perangkat daerah; angkanya ada pada daftar." } }
            }
        }
    }
}
