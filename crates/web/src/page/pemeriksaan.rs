//! Pemeriksaan: what contradicts what in the facts of an office, or of all offices, and who lets which
//! finding stand.

use std::collections::BTreeMap;

use maud::{Markup, html};
use selaras_checks::{Check, Group, Outcome, Report, Temuan, Tier};
use selaras_domain::{Tahun, tanggal};
use selaras_package::Table;
use selaras_package::words::plain;
use selaras_store::{NewRow, RowKept, fact_tables};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{self, Context};
use crate::entry::{Entry, Errors, too_long};
use crate::findings::{self, Act};
use crate::frame::{Head, Phase, office_address, page};
use crate::list::{Column, Listing};
use crate::media::PDF;
use crate::permission::Permission;
use crate::typeset;
use crate::widget::{self, count, form_token};

/// Letters of a reason.
const REASON: usize = 1000;

/// The table of decisions to let a finding stand.
const DECISIONS: &str = "pengecualian_temuan";

/// What only this page narrows by: what holds something up.
fn holding(ask: &Ask<'_>) -> Option<Act> {
    Act::from_code(ask.query.get("tahan"))
}

fn found<'a>(ask: &'a Ask<'a>, context: &Context, report: &'a Report) -> Listing<'a, &'a Temuan> {
    let holding = holding(ask);
    let rows = report.findings.iter().filter(|it| holding.is_none_or(|act| act.is_held_by(it)));
    let columns = vec![
        Column::text("kode", "Kode", |it: &&Temuan| it.code),
        Column::text("tingkat", "Tingkat", |it: &&Temuan| it.tier.title()).choice(),
        Column::text("kelompok", "Kelompok", |it: &&Temuan| {
            Group::of(it.code).map_or_else(Default::default, Group::title)
        })
        .choice(),
        Column::made("tentang", "Tentang", |it: &&Temuan| it.subject().to_owned()),
        // By what it is about, so that a mark beside a row leads here.
        Column::made("objek", "Objek", |it: &&Temuan| {
            let places = std::iter::once(&it.place).chain(&it.also);
            places.map(|at| format!("{}/{}", at.table, at.row)).collect::<Vec<_>>().join("; ")
        })
        .in_file(),
        Column::made("temuan", "Temuan", |it: &&Temuan| plain(&it.message)),
        Column::made("perbaikan", "Cara memperbaiki", |it: &&Temuan| plain(&it.remedy)),
        Column::text("dasar", "Dasar", |it: &&Temuan| {
            it.basis.as_deref().unwrap_or("kaidah Selaras")
        }),
    ];
    let name = format!("pemeriksaan-{}-{}", context.perangkat(), context.tahun());
    let nothing = match report.findings.is_empty() {
        true => "Tidak ada yang bertentangan pada fakta yang sudah ada.",
        false => "Tidak ada temuan pada saringan ini.",
    };
    Listing::of(ask, (context.plain("pemeriksaan"), name), columns, rows.collect())
        .nothing(nothing, None)
}

/// The findings as a document.
pub(crate) fn pdf(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let report = findings::of(ask, &context.berkas)?;
    let berkas = ask.store().berkas(&context.berkas)?;
    let name = format!("pemeriksaan-{}-{}.pdf", context.perangkat(), context.tahun());
    Ok(Reply::file(PDF, &name, typeset::findings(ask, &berkas, &report)?))
}

pub(crate) fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    if ask.query.get("unduh") == "pdf" {
        return pdf(ask);
    }
    let report = findings::before(ask, &context, holding(ask))?;
    if ask.wants_file()
        && let Some(file) = found(ask, &context, &report).file()?
    {
        return Ok(file);
    }
    Ok(Reply::page(list_page(ask, &context, &Errors::default())?))
}

fn list_page(ask: &Ask<'_>, context: &Context, errors: &Errors) -> Result<Markup, Fault> {
    let report = findings::before(ask, context, holding(ask))?;
    let may_decide = ask.may(Permission::Suppress, Some(context.perangkat()));
    let listing = found(ask, context, &report);
    let (shown, pages) = listing.page();
    let is_back =
        |it: &&Temuan| it.code == ask.form.get("kode") && it.objek() == ask.form.get("objek");
    if !errors.is_empty() && !shown.iter().any(is_back) {
        // The list has moved on meanwhile.
        return Err(Fault::Facts(errors.words()));
    }
    let rows = addresses(ask, context, shown)?;
    let body = html! {
        @if let Some(act) = holding(ask).filter(|_| !shown.is_empty()) {
            div.galat role="alert" {
                strong { (act.title()) " ditahan" }
                p { "Temuan di bawah ini perlu diselesaikan, atau dikesampingkan dengan alasan oleh kepala perangkat daerah atau verifikator." }
            }
        }
        @if !report.findings.is_empty() {
            (listing.controls())
            p.alat { a href=(listing.file_address("pdf")) { "Unduh PDF semua temuan" } }
        }
        @if shown.is_empty() { (listing.hollow()) }
        @else {
            ol.temuan start=(listing.first()) { @for it in shown { li { (one(ask, context, it, rows.get(&it.objek()).map(String::as_str), may_decide.then_some(errors))) } } }
            (pages)
        }
        (let_stand(ask, context, &report, may_decide))
        (not_assessable(&report))
    };
    let counts: Vec<String> = Tier::ALL
        .into_iter()
        .filter(|it| report.count(*it) > 0)
        .map(|it| format!("{} {}", report.count(it), it.title()))
        .collect();
    let state = match counts.is_empty() {
        true => "Tidak ada temuan.".to_owned(),
        false => format!("{}.", counts.join(", ")),
    };
    let head = Head::new("Pemeriksaan", Phase::Facts).state(state);
    Ok(page(ask, Some(context), &head, body))
}

/// Where the row of each finding is edited, by what a decision calls it.
fn addresses(
    ask: &Ask<'_>,
    context: &Context,
    found: &[&Temuan],
) -> Result<BTreeMap<String, String>, Fault> {
    let mut by_table: BTreeMap<&str, Vec<&Temuan>> = BTreeMap::new();
    for it in found {
        by_table.entry(it.place.table).or_default().push(it);
    }
    let mut all = BTreeMap::new();
    for (name, found) in by_table {
        let Some(table) = fact_tables().find(|it| it.name == name) else { continue };
        let mut rows = BTreeMap::new();
        if found.iter().any(|it| !it.place.row.is_empty()) {
            for row in ask.store().rows(&context.berkas, name)? {
                let cell = |key: &&str| Some(row.cells[table.column_index(key)?].as_str());
                let key: Vec<&str> = table.key.iter().filter_map(cell).collect();
                rows.insert(key.join("/"), row.baris_ke);
            }
        }
        for it in found {
            let page = match rows.get(&it.place.row) {
                Some(baris) => format!("tabel/{name}/{baris}"),
                None => format!("tabel/{name}"),
            };
            all.insert(it.objek(), context.link(&page));
        }
    }
    Ok(all)
}

fn one(
    ask: &Ask<'_>,
    context: &Context,
    it: &Temuan,
    address: Option<&str>,
    deciding: Option<&Errors>,
) -> Markup {
    let mark = format!("{}-{}", it.code, it.objek().replace(['/', ' ', '.'], "-"));
    let is_this = ask.form.get("kode") == it.code && ask.form.get("objek") == it.objek();
    let entry = deciding.map(|errors| Entry::new(ask, errors, is_this).marked(mark));
    html! {
        p.kepala { a.kode href=(format!("/pemeriksaan/{}", it.code)) { (it.code) } " " (findings::tier(it.tier)) " "
            @match address { Some(address) => a href=(address) { (it.subject()) }, None => strong { (it.subject()) } } }
        p { (plain(&it.message)) }
        p.lembut { (plain(&it.remedy)) }
        @if let Some(basis) = &it.basis { p.lembut.dasar { "Dasar: " (basis) } }
        @if let Some(entry) = entry {
            details.menu open[entry.is_back()] {
                summary { "Kesampingkan …" }
                (entry.summary())
                form.kolom method="post" action=(widget::with_changes(&context.plain("pemeriksaan/kesampingkan"), &ask.query, &[])) {
                    (form_token(ask))
                    input type="hidden" name="kode" value=(it.code);
                    input type="hidden" name="objek" value=(it.objek());
                    (entry.field("alasan", "Mengapa temuan ini dapat diterima", "", |it| it.area(2, true)))
                    button { "Kesampingkan temuan " (it.code) }
                }
            }
        }
    }
}

/// What people have let stand: still listed, with who and why.
fn let_stand(ask: &Ask<'_>, context: &Context, report: &Report, may_decide: bool) -> Markup {
    html! {
        @if !report.suppressed.is_empty() {
            section aria-labelledby="dikesampingkan" {
                h2 #dikesampingkan { "Dikesampingkan" }
                ul.temuan { @for (it, decision) in &report.suppressed { li {
                    p { a.kode href=(format!("/pemeriksaan/{}", it.code)) { (it.code) } " " strong { (it.subject()) } ": " (plain(&it.message)) }
                    p.lembut { (decision.oleh) ", " (tanggal::format(decision.tanggal)) ": " (decision.alasan) }
                    @if may_decide {
                        form method="post" action=(context.plain("pemeriksaan/batalkan")) {
                            (form_token(ask))
                            input type="hidden" name="kode" value=(decision.kode);
                            input type="hidden" name="objek" value=(decision.objek);
                            button { "Berlakukan lagi" span.tersembunyi { " temuan " (it.code) } }
                        }
                    }
                } } }
            }
        }
    }
}

fn not_assessable(report: &Report) -> Markup {
    let open: Vec<_> = report
        .assessments
        .iter()
        .filter_map(|it| match it.outcome {
            Outcome::NotAssessable(why) => Some((it.code, why)),
            _ => None,
        })
        .collect();
    html! {
        @if !open.is_empty() {
            details {
                summary { (count(open.len())) " pemeriksaan belum dapat dinilai" }
                table.lipat { tbody { @for (code, why) in &open { tr {
                    th scope="row" { a.kode href=(format!("/pemeriksaan/{code}")) { (code) } }
                    td { (plain(selaras_checks::find(code).map_or("", |it| it.parsed_page().title))) }
                    td.lembut { (plain(why)) }
                } } } }
            }
        }
    }
}

/// Lets a finding stand, with the person and the reason.
pub(crate) fn suppress(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let (kode, objek, alasan) =
        (ask.form.get("kode"), ask.form.get("objek"), ask.form.get("alasan"));
    standing(ask, &context, (kode, objek))?;
    if let Some(why) = wrong_reason(alasan) {
        let page = list_page(ask, &context, &Errors::one("alasan", why))?;
        return Ok(Reply::page_with(axum::http::StatusCode::UNPROCESSABLE_ENTITY, page));
    }
    decide(ask, &context, (kode, objek), alasan)?;
    Ok(Reply::go_to(&widget::with_changes(&context.plain("pemeriksaan"), &ask.query, &[])))
}

/// The table of decisions to let a finding stand.
pub(crate) fn decisions() -> Result<&'static Table, Fault> {
    let found = fact_tables().find(|it| it.name == DECISIONS);
    found.ok_or_else(|| Fault::Broken(format!("no table {DECISIONS}")))
}

/// Refuses where no finding of that check about that row stands, today or as an act sees it.
pub(crate) fn standing(
    ask: &Ask<'_>,
    context: &Context,
    (kode, objek): (&str, &str),
) -> Result<(), Fault> {
    for act in std::iter::once(None).chain(Act::ALL.map(Some)) {
        let report = findings::before(ask, context, act)?;
        if report.findings.iter().any(|it| it.code == kode && it.objek() == objek) {
            return Ok(());
        }
    }
    Err(Fault::Facts("Temuan itu sudah tidak ada; mungkin faktanya sudah diperbaiki.".to_owned()))
}

/// What is wrong with the reason for which a finding is to stand.
pub(crate) fn wrong_reason(alasan: &str) -> Option<String> {
    match alasan.is_empty() {
        true => Some("Tulis alasan mengapa temuan itu dapat diterima.".to_owned()),
        false => too_long("Alasan", alasan, REASON),
    }
}

/// Keeps that a finding is let stand: by whoever asks, in their roles, today.
pub(crate) fn decide(
    ask: &Ask<'_>,
    context: &Context,
    (kode, objek): (&str, &str),
    alasan: &str,
) -> Result<RowKept, Fault> {
    let who = ask.pengguna()?;
    let roles: Vec<&str> = who
        .penugasan
        .iter()
        .filter(|it| it.holds_on(ask.day()))
        .map(|it| crate::frame::role_words(it.peran))
        .collect();
    let oleh = format!("{} ({})", who.nama, roles.join(", "));
    let tanggal = ask.day().to_string();
    let pairs = [
        ("kode", kode),
        ("objek", objek),
        ("alasan", alasan),
        ("oleh", &oleh),
        ("tanggal", &tanggal),
    ];
    let row = NewRow {
        tabel: DECISIONS.to_owned(),
        cells: pairs.map(|(name, cell)| (name.to_owned(), cell.to_owned())).to_vec(),
        alasan: Some(alasan.to_owned()),
        ..NewRow::default()
    };
    Ok(ask.store().add(&ask.pelaku(), &context.berkas, row)?)
}

/// Takes a decision back: the finding stands again.
pub(crate) fn restore(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let (kode, objek) = (ask.form.get("kode"), ask.form.get("objek"));
    let rows = ask.store().rows(&context.berkas, DECISIONS)?;
    let found = rows.iter().find(|it| it.cells[0] == kode && it.cells[1] == objek);
    let row = found.ok_or_else(|| Fault::NotFound("Keputusan itu sudah tidak ada.".to_owned()))?;
    let at = (row.baris_ke, row.versi);
    ask.store().remove(&ask.pelaku(), &context.berkas, DECISIONS, at, None)?;
    Ok(Reply::go_to(&findings::address(&context)))
}

/// The page of a check: what it demands, why, and how to mend it.
pub(crate) fn explain(ask: &Ask<'_>) -> Answer {
    let code = ask.params.get("kode");
    let it: &Check = selaras_checks::find(code)
        .ok_or_else(|| Fault::NotFound(format!("Tidak ada pemeriksaan «{code}».")))?;
    let about = it.parsed_page();
    let body = html! {
        p { (plain(about.demand)) }
        section { h2 { "Mengapa penting" } p { (plain(about.why)) } }
        section { h2 { "Cara memperbaiki" } p { (plain(about.remedy)) } }
        section { h2 { "Dasar hukum" }
            @if it.basis.is_empty() { p { "Kaidah Selaras, bukan ketentuan peraturan." } }
            ul { @for basis in it.basis { li { (basis.citation()) ", berlaku " (tanggal::format(basis.from)) @if let Some(until) = basis.until { " sampai " (tanggal::format(until)) } } } }
        }
        p.lembut { (findings::tier(it.tier)) " · " (it.status.code()) }
    };
    let head = Head::new(format!("{} · {}", it.code, about.title), Phase::Facts);
    Ok(Reply::page(page(ask, None, &head, body)))
}

/// How many findings of each tier an office has.
struct Counted {
    singkatan: String,
    nama: String,
    n: [usize; 3],
}

/// Those of a year, the worst first.
fn offices(ask: &Ask<'_>, tahun: Tahun) -> Result<Vec<Counted>, Fault> {
    let mut all = Vec::new();
    for it in ask.store().ringkasan(ask.pengguna()?.pemda, tahun)? {
        let report = findings::of_version(ask, &it.berkas, it.versi)?;
        let n = Tier::ALL.map(|tier| report.count(tier));
        all.push(Counted { singkatan: it.berkas.key.perangkat.clone(), nama: it.nama, n });
    }
    all.sort_by_key(|it| std::cmp::Reverse(it.n));
    Ok(all)
}

/// All offices at a glance: who is held up by what.
pub(crate) fn city(ask: &Ask<'_>) -> Answer {
    let tahun = context::tahun(ask)?;
    let all = offices(ask, tahun)?;
    let (n_all, n_held) = (all.len(), all.iter().filter(|it| it.n[0] > 0).count());
    let mut columns = vec![
        Column::text("singkatan", "Singkatan", |it: &Counted| &it.singkatan).in_file(),
        Column::text("nama", "Perangkat daerah", |it: &Counted| &it.nama).shown(move |it| {
            let address = office_address(&it.singkatan, tahun);
            html! { a href={ (address) "/pemeriksaan" } { (it.nama) } }
        }),
    ];
    for (index, tier) in Tier::ALL.into_iter().enumerate() {
        let n = move |it: &Counted| Some(it.n[index]);
        columns.push(Column::number(tier.code(), tier.title(), n));
    }
    let place = (format!("/kota/{tahun}/pemeriksaan"), format!("pemeriksaan-{tahun}"));
    let listing = Listing::of(ask, place, columns, all);
    if let Some(file) = listing.file()? {
        return Ok(file);
    }
    let state = format!("{n_held} dari {n_all} perangkat daerah mempunyai temuan Wajib.");
    let head = Head::new(format!("Pemeriksaan seluruh daerah, {tahun}"), Phase::City).state(state);
    Ok(Reply::page(page(ask, None, &head, listing.render())))
}
