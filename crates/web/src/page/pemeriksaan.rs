//! Pemeriksaan: what contradicts what in the facts of an office, or of all offices, and who lets which
//! finding stand.

use std::collections::BTreeMap;

use maud::{Markup, html};
use selaras_checks::{Check, Group, Outcome, Report, Temuan, Tier};
use selaras_domain::{Tahun, tanggal};
use selaras_store::{NewRow, fact_tables};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{self, Context, with_query};
use crate::export::{self, Cell, List};
use crate::findings::{self, Act};
use crate::frame::{Head, Phase, office_address, page};
use crate::permission::Permission;
use crate::typeset;
use crate::widget::{self, form_token};

/// The table of decisions to let a finding stand.
const DECISIONS: &str = "pengecualian_temuan";

/// What the address narrows the list to.
struct Wanted<'q> {
    tier: Option<Tier>,
    group: Option<Group>,
    /// Only what holds this up.
    holding: Option<Act>,
    text: String,
    query: &'q crate::ask::Fields,
}

impl<'q> Wanted<'q> {
    fn of(ask: &'q Ask<'_>) -> Wanted<'q> {
        let tier = ask.query.get("tingkat");
        let group = ask.query.get("kelompok");
        Wanted {
            tier: Tier::ALL.into_iter().find(|it| it.code() == tier),
            group: Group::ALL.into_iter().find(|it| it.prefix() == group),
            holding: Act::from_code(ask.query.get("tahan")),
            text: ask.query.get("cari").to_lowercase(),
            query: &ask.query,
        }
    }

    fn holds(&self, it: &Temuan) -> bool {
        let words = || format!("{} {} {}", it.code, it.subject(), it.message).to_lowercase();
        self.tier.is_none_or(|tier| it.tier == tier)
            && self.holding.is_none_or(|act| act.is_held_by(it))
            && self.group.is_none_or(|group| Group::of(it.code) == Some(group))
            && (self.text.is_empty() || words().contains(&self.text))
    }

    fn form(&self, here: &str) -> Markup {
        let download = |format: &str| {
            let address =
                widget::with_changes(&format!("{here}/unduh"), self.query, &[("hal", "")]);
            with_query(&address, "format", format)
        };
        html! {
            form.saring role="search" aria-label="Saring temuan" action=(here) {
                label for="saring" { "Cari" } input #saring type="search" name="cari" value=(self.query.get("cari"));
                label.tersembunyi for="tingkat" { "Tingkat" }
                select #tingkat name="tingkat" {
                    option value="" { "Semua tingkat" }
                    @for it in Tier::ALL { option value=(it.code()) selected[self.tier == Some(it)] { (it.title()) } }
                }
                label.tersembunyi for="kelompok" { "Kelompok" }
                select #kelompok name="kelompok" {
                    option value="" { "Semua kelompok" }
                    @for it in Group::ALL { option value=(it.prefix()) selected[self.group == Some(it)] { (it.title()) } }
                }
                button { "Tampilkan" }
                a href=(download("xlsx")) { "Unduh XLSX" } a href=(download("csv")) { "Unduh CSV" } a href=(download("pdf")) { "Unduh PDF" }
            }
        }
    }
}

pub(crate) fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    Ok(Reply::page(list_page(ask, &context, None)?))
}

fn list_page(ask: &Ask<'_>, context: &Context, wrong: Option<String>) -> Result<Markup, Fault> {
    let report = findings::of(ask, &context.berkas)?;
    let wanted = Wanted::of(ask);
    let shown: Vec<&Temuan> = report.findings.iter().filter(|it| wanted.holds(it)).collect();
    let here = context.plain("pemeriksaan");
    let may_decide = ask.may(Permission::Suppress, Some(context.perangkat()));
    let (range, pages) = widget::paging(&here, &ask.query, shown.len());
    let rows = addresses(ask, context, &shown[range.clone()])?;
    let errors: Vec<_> = wrong.map(|it| (String::new(), it)).into_iter().collect();
    let body = html! {
        (widget::errors(&errors))
        @if let Some(act) = wanted.holding.filter(|_| !shown.is_empty()) {
            div.galat role="alert" {
                strong { (act.title()) " ditahan" }
                p { "Temuan Wajib di bawah ini perlu diselesaikan, atau dikesampingkan dengan alasan oleh kepala perangkat daerah atau verifikator." }
            }
        }
        (wanted.form(&here))
        @if shown.is_empty() {
            @let why = if report.findings.is_empty() { "Tidak ada yang bertentangan pada fakta yang sudah ada." } else { "Tidak ada temuan pada saringan ini." };
            (widget::empty(why, None))
        } @else {
            ol.temuan start=(range.start + 1) { @for it in &shown[range] { li { (one(ask, context, it, rows.get(&it.objek()).map(String::as_str), may_decide)) } } }
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
    may_decide: bool,
) -> Markup {
    let id = format!("alasan-{}-{}", it.code, it.objek().replace(['/', ' ', '.'], "-"));
    html! {
        p.kepala { a.kode href=(format!("/pemeriksaan/{}", it.code)) { (it.code) } " " (findings::tier(it.tier)) " "
            @match address { Some(address) => a href=(address) { (it.subject()) }, None => strong { (it.subject()) } } }
        p { (it.message) }
        p.lembut { (it.remedy) }
        @if let Some(basis) = &it.basis { p.lembut.dasar { "Dasar: " (basis) } }
        @if may_decide {
            details.menu {
                summary { "Kesampingkan …" }
                form.kolom method="post" action=(context.plain("pemeriksaan/kesampingkan")) {
                    (form_token(ask))
                    input type="hidden" name="kode" value=(it.code);
                    input type="hidden" name="objek" value=(it.objek());
                    label for=(id) { "Mengapa temuan ini dapat diterima" }
                    textarea id=(id) name="alasan" rows="2" required {}
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
                    p { a.kode href=(format!("/pemeriksaan/{}", it.code)) { (it.code) } " " strong { (it.subject()) } ": " (it.message) }
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
                summary { (open.len()) " pemeriksaan belum dapat dinilai" }
                table.lipat { tbody { @for (code, why) in &open { tr {
                    th scope="row" { a.kode href=(format!("/pemeriksaan/{code}")) { (code) } }
                    td { (selaras_checks::find(code).map_or("", |it| it.parsed_page().title)) }
                    td.lembut { (why) }
                } } } }
            }
        }
    }
}

pub(crate) fn download(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    if ask.query.get("format") == "pdf" {
        let berkas = ask.store().berkas(&context.berkas)?;
        let name = format!("pemeriksaan-{}-{}.pdf", context.perangkat(), context.tahun());
        let report = findings::of(ask, &context.berkas)?;
        let bytes = typeset::findings(ask, &berkas, &report)?;
        return Ok(Reply::file("application/pdf", &name, bytes));
    }
    let report = findings::of(ask, &context.berkas)?;
    let wanted = Wanted::of(ask);
    let rows = report.findings.iter().filter(|it| wanted.holds(it)).map(cells).collect();
    let list = List {
        name: format!("pemeriksaan-{}-{}", context.perangkat(), context.tahun()),
        heads: HEADS.map(str::to_owned).to_vec(),
        rows,
    };
    export::download(&list, ask.query.get("format"))
}

const HEADS: [&str; 6] = ["Kode", "Tingkat", "Tentang", "Temuan", "Cara memperbaiki", "Dasar"];

fn cells(it: &Temuan) -> Vec<Cell> {
    let text = |it: &str| Cell::Text(it.to_owned());
    vec![
        text(it.code),
        text(it.tier.title()),
        text(it.subject()),
        text(&it.message),
        text(&it.remedy),
        text(it.basis.as_deref().unwrap_or("kaidah Selaras")),
    ]
}

/// Lets a finding stand, with the person and the reason.
pub(crate) fn suppress(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let (kode, objek, alasan) =
        (ask.form.get("kode"), ask.form.get("objek"), ask.form.get("alasan"));
    let report = findings::of(ask, &context.berkas)?;
    let stands = report.findings.iter().any(|it| it.code == kode && it.objek() == objek);
    let wrong = match (stands, alasan.trim().is_empty()) {
        (false, _) => Some("Temuan itu sudah tidak ada; mungkin faktanya sudah diperbaiki."),
        (_, true) => Some("Tulis alasan mengapa temuan itu dapat diterima."),
        _ => None,
    };
    if let Some(wrong) = wrong {
        let page = list_page(ask, &context, Some(wrong.to_owned()))?;
        return Ok(Reply::page_with(axum::http::StatusCode::UNPROCESSABLE_ENTITY, page));
    }
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
    ask.store().add(&ask.pelaku(), &context.berkas, row)?;
    Ok(Reply::go_to(&findings::address(&context)))
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
        p { (about.demand) }
        section { h2 { "Mengapa penting" } p { (about.why) } }
        section { h2 { "Cara memperbaiki" } p { (about.remedy) } }
        section { h2 { "Dasar hukum" }
            @if it.basis.is_empty() { p { "Kaidah Selaras, bukan ketentuan peraturan." } }
            ul { @for basis in it.basis { li { (basis.citation()) ", berlaku " (tanggal::format(basis.from)) @if let Some(until) = basis.until { " sampai " (tanggal::format(until)) } } } }
        }
        p.lembut { (findings::tier(it.tier)) " · " (it.status.code()) }
    };
    let head = Head::new(format!("{} · {}", it.code, about.title), Phase::Facts);
    Ok(Reply::page(page(ask, None, &head, body)))
}

/// How many findings of each tier every office of a year has, worst first.
fn offices(ask: &Ask<'_>, tahun: Tahun) -> Result<Vec<(String, String, [usize; 3])>, Fault> {
    let wanted = ask.query.get("cari").to_lowercase();
    let mut all = Vec::new();
    for it in ask.store().ringkasan(ask.pengguna()?.pemda, tahun)? {
        let singkatan = it.berkas.key.perangkat.clone();
        if !format!("{singkatan} {}", it.nama).to_lowercase().contains(&wanted) {
            continue;
        }
        let report = findings::of_version(ask, &it.berkas, it.versi)?;
        all.push((singkatan, it.nama, Tier::ALL.map(|tier| report.count(tier))));
    }
    match ask.query.get("urut") {
        "nama" => all.sort_by(|a, b| a.1.cmp(&b.1)),
        "-nama" => all.sort_by(|a, b| b.1.cmp(&a.1)),
        _ => all.sort_by_key(|(.., n)| std::cmp::Reverse(*n)),
    }
    Ok(all)
}

/// All offices at a glance: who is held up by what.
pub(crate) fn city(ask: &Ask<'_>) -> Answer {
    let tahun = context::tahun(ask)?;
    let all = offices(ask, tahun)?;
    let here = format!("/kota/{tahun}/pemeriksaan");
    let n_held = all.iter().filter(|(.., n)| n[0] > 0).count();
    let download = |format: &str| with_query(&format!("{here}/unduh"), "format", format);
    let body = html! {
        form.saring role="search" aria-label="Saring perangkat daerah" action=(here) {
            label for="saring" { "Cari" } input #saring type="search" name="cari" value=(ask.query.get("cari"));
            button { "Cari" }
            a href=(download("xlsx")) { "Unduh XLSX" } a href=(download("csv")) { "Unduh CSV" }
        }
        @if all.is_empty() { (widget::empty("Tidak ada perangkat daerah pada tahun dan saringan ini.", None)) }
        @else { table.lipat {
            thead { tr {
                (widget::sort_head(&here, &ask.query, ("nama", "Perangkat daerah"), false))
                @for it in Tier::ALL { th.angka scope="col" { (it.title()) } }
            } }
            tbody { @for (singkatan, nama, counts) in &all { tr {
                th scope="row" { a href=(format!("{}/pemeriksaan", office_address(singkatan, tahun))) { (nama) } }
                @for (tier, n) in Tier::ALL.into_iter().zip(counts) { td.angka data-judul=(tier.title()) { (n) } }
            } } }
        } }
    };
    let state = format!("{n_held} dari {} perangkat daerah mempunyai temuan Wajib.", all.len());
    let head = Head::new(format!("Pemeriksaan seluruh daerah, {tahun}"), Phase::City).state(state);
    Ok(Reply::page(page(ask, None, &head, body)))
}

pub(crate) fn city_download(ask: &Ask<'_>) -> Answer {
    let tahun = context::tahun(ask)?;
    let rows = offices(ask, tahun)?.into_iter().map(|(singkatan, nama, counts)| {
        let counts = counts.map(|n| Cell::Number(n.to_string()));
        [Cell::Text(singkatan), Cell::Text(nama)].into_iter().chain(counts).collect()
    });
    let heads = ["Singkatan", "Perangkat daerah", "Wajib", "Anjuran", "Kaidah"];
    let list = List {
        name: format!("pemeriksaan-{tahun}"),
        heads: heads.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    export::download(&list, ask.query.get("format"))
}
