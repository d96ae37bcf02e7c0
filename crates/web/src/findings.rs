//! What the checker finds in a berkas, kept in memory until its facts or the day change.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex};

use jiff::civil::Date;
use maud::{Markup, html};
use selaras_checks::{Beside, Bukti, Group, Place, Report, Temuan, Tier};
use selaras_domain::{
    Berkas, Code, Id, IndikatorId, Periode, PerjanjianKinerja, RekomendasiId, StatusPerjanjian,
};
use selaras_package::words::plain;
use selaras_store::{BerkasRef, Lines, Store, StoreError, Tentang, fact_tables};

use crate::ask::{Ask, Fault, Reply};
use crate::context::{Context, with_query};
use crate::sheet::CellKey;

/// Reports that are kept: a city of forty offices through five years.
const KEPT: usize = 256;

/// Reports by berkas.
#[derive(Default)]
pub(crate) struct Findings(Mutex<HashMap<(i64, i64), Kept>>);

/// A report, and the version of the facts that it is of.
type Kept = (i64, Arc<Report>);

impl Findings {
    fn kept(&self, berkas: &BerkasRef, versi: i64, day: Date) -> Option<Arc<Report>> {
        let all = crate::lock(&self.0);
        let (of, report) = all.get(&(berkas.pemda, berkas.id))?;
        (*of == versi && report.as_of == day).then(|| report.clone())
    }

    fn keep(&self, berkas: &BerkasRef, versi: i64, report: &Arc<Report>) {
        let mut all = crate::lock(&self.0);
        // Which ones go hardly matters: each is made again in a few hundredths of a second.
        if all.len() >= KEPT {
            all.clear();
        }
        all.insert((berkas.pemda, berkas.id), (versi, report.clone()));
    }
}

/// The findings of a berkas as it is now.
pub(crate) fn of(ask: &Ask<'_>, berkas: &BerkasRef) -> Result<Arc<Report>, Fault> {
    let versi = ask.store().berkas_versi(berkas)?;
    of_version(ask, berkas, versi)
}

/// The findings as an act sees them, as they are now where there is none.
pub(crate) fn before(
    ask: &Ask<'_>,
    context: &Context,
    act: Option<Act>,
) -> Result<Arc<Report>, Fault> {
    let versi = ask.store().berkas_versi(&context.berkas)?;
    on_day(ask, &context.berkas, versi, act.map_or(ask.day(), |it| it.day(ask, context)))
}

/// The findings of a berkas that is known to be at a version.
pub(crate) fn of_version(
    ask: &Ask<'_>,
    berkas: &BerkasRef,
    versi: i64,
) -> Result<Arc<Report>, Fault> {
    on_day(ask, berkas, versi, ask.day())
}

fn on_day(ask: &Ask<'_>, berkas: &BerkasRef, versi: i64, day: Date) -> Result<Arc<Report>, Fault> {
    let kept = &ask.app.findings;
    if let Some(report) = kept.kept(berkas, versi, day) {
        return Ok(report);
    }
    let report = Arc::new(check(ask, berkas, &ask.store().berkas(berkas)?, day)?);
    kept.keep(berkas, versi, &report);
    Ok(report)
}

fn check(ask: &Ask<'_>, berkas: &BerkasRef, facts: &Berkas, day: Date) -> Result<Report, Fault> {
    let hasil = selaras_rules::measure(facts);
    let katalog = ask.store().katalog(berkas.pemda, berkas.key.tahun, Lines::Of(facts))?;
    let bukti = proven(ask.store(), berkas)?;
    let beside = Beside { katalog: katalog.as_ref(), bukti: Some(&bukti) };
    Ok(selaras_checks::check_beside(beside, facts, &hasil, day))
}

/// What holds up the signing of an agreement: what it rests on, and what would be wrong with it were it
/// signed. A draft may be incomplete; what is signed may not.
pub(crate) fn before_signing(
    ask: &Ask<'_>,
    context: &Context,
    agreement: &PerjanjianKinerja,
) -> Result<Vec<Temuan>, Fault> {
    let mut facts = ask.store().berkas(&context.berkas)?;
    for it in facts.perjanjian_kinerja.iter_mut().filter(|it| it.id == agreement.id) {
        it.status = StatusPerjanjian::Ditandatangani { tanggal: ask.day() };
    }
    let report = check(ask, &context.berkas, &facts, ask.day())?;
    let dokumen = agreement.dokumen.as_str();
    let is_of_it = |at: &Place| match at.table {
        "perjanjian_kinerja" => at.row == agreement.id.as_str(),
        "target" => at.row.split('/').nth(1) == Some(dokumen),
        _ => false,
    };
    let is_about_it = |it: &Temuan| {
        let places = std::iter::once(&it.place).chain(&it.also);
        it.tier == Tier::Wajib
            && Group::of(it.code) == Some(Group::Perjanjian)
            && !MENDED_BY_SIGNING.contains(&it.code)
            && places.into_iter().any(is_of_it)
    };
    let all = report.findings.into_iter();
    Ok(all.filter(|it| Act::Agreement.is_held_by(it) || is_about_it(it)).collect())
}

/// What of a berkas has proofs that were uploaded.
///
/// # Errors
///
/// Where the database cannot be read.
pub fn proven(store: &Store, berkas: &BerkasRef) -> Result<Bukti, StoreError> {
    let mut all = Bukti::default();
    for it in store.bukti(berkas)? {
        match &it.tentang {
            Tentang::Indikator { id, triwulan } => {
                let place = (IndikatorId::new(id).ok(), Periode::from_code(triwulan.code()));
                if let (Some(id), Some(periode)) = place {
                    all.triwulan.insert((id, periode));
                }
            }
            Tentang::Baris { tabel, kunci } if tabel == "tindak_lanjut_rekomendasi" => {
                let parts = kunci.split_once('/');
                let key = parts.and_then(|(id, nomor)| {
                    Some((RekomendasiId::new(id).ok()?, nomor.parse().ok()?))
                });
                all.tindak_lanjut.extend(key);
            }
            Tentang::Baris { .. } | Tentang::Perjanjian { .. } => {}
        }
    }
    Ok(all)
}

/// Where the findings of an office are listed.
pub(crate) fn address(context: &Context) -> String {
    context.link("pemeriksaan")
}

/// Findings that something has not been measured: to submit is how they are mended, and what is not
/// filled is submitted as such.
const MENDED_BY_MEASURING: &[&str] = &["PJJ009", "UKR014"];

/// Findings that an agreement is not signed, or not in time: late is better than never.
const MENDED_BY_SIGNING: &[&str] = &["PJJ001", "PJJ002"];

/// A measurement that has other targets than the agreement: what comes after it.
const FOLLOWS_AN_AGREEMENT: &[&str] = &["ANT002"];

/// Findings that hold up a report besides those that are Wajib: its head signs what somebody else than
/// the writer has looked at.
const HOLD_A_REPORT: &[&str] = &["UKR013"];

/// What a standing Wajib finding holds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    Agreement,
    Measurement,
    Report,
}

impl Act {
    pub(crate) const ALL: [Act; 3] = [Act::Agreement, Act::Measurement, Act::Report];

    /// As an address says it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Act::Agreement => "perjanjian",
            Act::Measurement => "pengukuran",
            Act::Report => "laporan",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|it| it.code() == code)
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            Act::Agreement => "Tanda tangan perjanjian",
            Act::Measurement => "Pengajuan pengukuran",
            Act::Report => "Pengesahan laporan",
        }
    }

    /// Whether a finding holds it up: one about what comes before, or about the thing itself. What
    /// comes later cannot be there yet.
    pub(crate) fn is_held_by(self, it: &Temuan) -> bool {
        if self == Act::Report && HOLD_A_REPORT.contains(&it.code) {
            return true;
        }
        let Some(group) = Group::of(it.code).filter(|_| it.tier == Tier::Wajib) else {
            return false;
        };
        match self {
            Act::Agreement => {
                matches!(group, Group::Perencanaan | Group::AntarDokumen | Group::Anggaran)
                    && !FOLLOWS_AN_AGREEMENT.contains(&it.code)
            }
            Act::Measurement => {
                !matches!(group, Group::Pelaporan | Group::Evaluasi)
                    && !MENDED_BY_MEASURING.contains(&it.code)
            }
            Act::Report => true,
        }
    }

    /// The day to judge from. A report is about a whole year, also where it is signed before the year
    /// is over: what is due until then may not be missing.
    fn day(self, ask: &Ask<'_>, context: &Context) -> Date {
        let year_over = context.tahun().last_day().tomorrow().unwrap_or(Date::MAX);
        match self {
            Act::Report => ask.day().max(year_over),
            Act::Agreement | Act::Measurement => ask.day(),
        }
    }
}

/// How many findings hold something up.
pub(crate) fn n_holding(ask: &Ask<'_>, context: &Context, act: Act) -> Result<usize, Fault> {
    let report = before(ask, context, Some(act))?;
    Ok(report.findings.iter().filter(|it| act.is_held_by(it)).count())
}

/// Sends whoever submits or signs to what holds it up; nothing where nothing does.
pub(crate) fn held_up(ask: &Ask<'_>, context: &Context, act: Act) -> Result<Option<Reply>, Fault> {
    let is_held = n_holding(ask, context, act)? > 0;
    Ok(is_held.then(|| Reply::go_to(&with_query(&address(context), "tahan", act.code()))))
}

/// Refuses a program what findings hold up.
pub(crate) fn refuse_held(ask: &Ask<'_>, context: &Context, act: Act) -> Result<(), Fault> {
    match n_holding(ask, context, act)? {
        0 => Ok(()),
        n => Err(Fault::Facts(format!(
            "{} ditahan {n} temuan Wajib; lihat `/temuan?tahan={}`. Selesaikan, atau minta kepala \
             perangkat daerah atau verifikator mengesampingkannya dengan alasan.",
            act.title(),
            act.code()
        ))),
    }
}

/// One line for a page where somebody submits or signs.
pub(crate) fn line(ask: &Ask<'_>, context: &Context, act: Act) -> Result<Markup, Fault> {
    let report = before(ask, context, Some(act))?;
    let n = report.findings.iter().filter(|it| act.is_held_by(it)).count();
    let all = report.findings.len();
    Ok(html! {
        @if n > 0 {
            p.kurang { "▲ " (act.title()) " ditahan " a href=(with_query(&address(context), "tahan", act.code())) { (n) " temuan" } "." }
        } @else if all > 0 {
            p.lembut { a href=(address(context)) { (all) " temuan pemeriksaan" } "; tidak ada yang menahan." }
        }
    })
}

/// The findings about a row, to stand beside it: `key` is its key, with slashes.
pub(crate) fn about<'r>(report: &'r Report, table: &str, key: &str) -> Vec<&'r Temuan> {
    let is_here = |it: &&Temuan| {
        std::iter::once(&it.place).chain(&it.also).any(|at| at.table == table && at.row == key)
    };
    report.findings.iter().filter(is_here).collect()
}

/// Tables whose rows pages show, each with the column by which rows of other tables name one: what is
/// found about a target or what was reached stands beside its indikator, too.
const SHOWN: &[(&str, &str)] = &[
    ("indikator", "indikator"),
    ("program_kegiatan", "baris"),
    ("perjanjian_kinerja", "perjanjian"),
    ("evaluasi", "evaluasi"),
    ("rekomendasi", "rekomendasi"),
];

/// Tables whose rows stand on a sheet, where what is found changes while one types.
const ON_SHEETS: &[&str] = &["tujuan", "sasaran", "indikator", "program_kegiatan"];

/// The table of the row beside which something about a row of `table` stands.
fn shown_with(table: &'static str) -> Option<&'static str> {
    let begins = |key: &str| {
        let mut all = fact_tables();
        all.any(|it| it.name == table && it.key.first().is_some_and(|it| *it == key))
    };
    SHOWN.iter().find(|(own, key)| *own == table || begins(key)).map(|it| it.0)
}

/// What is found about rows and cells, to stand beside them on any page.
#[derive(Default)]
pub(crate) struct Marks {
    /// By the table and the key of a row: how many, and the worst of them.
    rows: BTreeMap<(&'static str, String), (usize, Tier)>,
    /// By the name of a field: the worst finding about its cell, and how many.
    cells: BTreeMap<String, (usize, Temuan)>,
    address: String,
}

impl Marks {
    pub(crate) fn load(ask: &Ask<'_>, context: &Context) -> Result<Marks, Fault> {
        let report = of(ask, &context.berkas)?;
        let mut marks = Marks { address: address(context), ..Marks::default() };
        for it in &report.findings {
            let places = std::iter::once(&it.place).chain(&it.also).filter(|at| !at.row.is_empty());
            let mut rows = BTreeSet::new();
            for at in places {
                rows.insert((at.table, at.row.as_str()));
                let parent = shown_with(at.table).zip(at.row.split('/').next());
                rows.extend(parent.filter(|(_, id)| !id.is_empty()));
                for key in CellKey::of_row(at.table, &at.row) {
                    let cell = marks.cells.entry(key.name().to_owned());
                    let (n, worst) = cell.or_insert_with(|| (0, it.clone()));
                    *n += 1;
                    if it.tier < worst.tier {
                        *worst = it.clone();
                    }
                }
            }
            for (table, row) in rows {
                let (n, worst) = marks.rows.entry((table, row.to_owned())).or_insert((0, it.tier));
                *n += 1;
                *worst = it.tier.min(*worst);
            }
        }
        Ok(marks)
    }

    pub(crate) fn indikator(&self, id: &str) -> Markup {
        self.row("indikator", id)
    }

    pub(crate) fn baris(&self, id: &str) -> Markup {
        self.row("program_kegiatan", id)
    }

    /// Beside a row by its key, with slashes. It has its place also where nothing is found, for our
    /// script to put in what a change brings.
    pub(crate) fn row(&self, table: &'static str, key: &str) -> Markup {
        html! { span data-tanda={ (table) "/" (key) } { (self.link(table, key)) } }
    }

    fn link(&self, table: &'static str, key: &str) -> Markup {
        let found = self.rows.get(&(table, key.to_owned()));
        html! {
            @if let Some((n, worst)) = found {
                " " a.tanda-temuan href=(with_query(&self.address, "cari", key)) title=(format!("{n} temuan pemeriksaan, yang terberat {}", worst.title())) {
                    (signs(*worst).0) " " (n) span.tersembunyi { " temuan pemeriksaan" }
                }
            }
        }
    }

    /// How strongly something is asked about a cell, as a class, and what.
    pub(crate) fn cell(&self, key: &CellKey) -> Option<(&'static str, String)> {
        self.cells.get(key.name()).map(cell_words)
    }

    /// Beside a value that nobody enters.
    pub(crate) fn sign(&self, key: &CellKey) -> Markup {
        html! {
            @if let Some((class, words)) = self.cell(key) {
                span.tanda-sel data-temuan=(class) title=(words) { span.tersembunyi { (words) } }
            }
        }
    }

    /// For our script: the fields by their names, and the marks of rows that sheets show.
    pub(crate) fn json(&self) -> serde_json::Value {
        let cells = self.cells.iter();
        let cells: serde_json::Map<_, _> =
            cells.map(|(name, it)| (name.clone(), serde_json::json!(cell_words(it)))).collect();
        let rows = self.rows.keys().filter(|(table, _)| ON_SHEETS.contains(table));
        let rows: serde_json::Map<_, _> = rows
            .map(|(table, key)| (format!("{table}/{key}"), self.link(table, key).0.into()))
            .collect();
        serde_json::json!({ "sel": cells, "baris": rows })
    }
}

fn cell_words((n, worst): &(usize, Temuan)) -> (&'static str, String) {
    let (sign, class) = signs(worst.tier);
    let more = if *n > 1 { format!(" (dan {} temuan lain)", n - 1) } else { String::new() };
    (class, format!("{sign} {}: {}{more}", worst.code, plain(&worst.message)))
}

/// Findings beside what they are about.
pub(crate) fn beside(found: &[&Temuan]) -> Markup {
    html! {
        @if !found.is_empty() {
            section.temuan aria-labelledby="temuan" {
                h2 #temuan { "Temuan pemeriksaan" }
                ul { @for it in found { li { (finding(it)) } } }
            }
        }
    }
}

/// A finding in words: what is wrong, and what to do.
pub(crate) fn finding(it: &Temuan) -> Markup {
    html! {
        a.kode href=(format!("/pemeriksaan/{}", it.code)) { (it.code) } " " (tier(it.tier)) " "
        (plain(&it.message)) " " span.lembut { (plain(&it.remedy)) }
    }
}

/// How strongly it is asked, as a word with a sign.
pub(crate) fn tier(it: Tier) -> Markup {
    let (mark, class) = signs(it);
    crate::status::tag(mark, class, it.title())
}

fn signs(it: Tier) -> (&'static str, &'static str) {
    match it {
        Tier::Wajib => ("▲", "bad"),
        Tier::Anjuran => ("◐", "near"),
        Tier::Kaidah => ("○", "none"),
    }
}
