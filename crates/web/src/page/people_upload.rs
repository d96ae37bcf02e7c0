//! Akun dan peran dari XLSX: a line for each role of a person, read, compared, shown with every fault at
//! its cell, and only then applied, all of it or nothing.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use jiff::civil::Date;
use maud::html;
use selaras_domain::tanggal;
use selaras_store::{NewPengguna, Pengguna, Penugasan, Peran, StatusPenugasan};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::with_query;
use crate::frame::{Phase, role_words};
use crate::intake::{self, Intake, Preview};
use crate::list::{Column, Listing};
use crate::page::people::account_fault;
use crate::widget::count;
use crate::workbook::{Cell, Sheet};

const HERE: &str = "/administrasi/akun-xlsx";

/// The columns of a line, and what each is.
const COLUMNS: [(&str, &str); 7] = [
    ("akun", "Akun"),
    ("nama", "Nama lengkap"),
    ("peran", "Peran"),
    ("perangkat", "Perangkat daerah"),
    ("status", "Status"),
    ("mulai", "Mulai"),
    ("sampai", "Sampai"),
];

/// A person with one of the roles that the person holds, or none.
struct Line<'p> {
    person: &'p Pengguna,
    held: Option<&'p Penugasan>,
}

/// Everybody and every role, as the sheet has them: it is the template too.
fn lines<'a>(ask: &'a Ask<'a>, people: &'a [Pengguna]) -> Listing<'a, Line<'a>> {
    let of = |person: &'a Pengguna| {
        let held = person.penugasan.iter().map(move |it| Line { person, held: Some(it) });
        let none = person.penugasan.is_empty().then_some(Line { person, held: None });
        held.chain(none)
    };
    let columns = vec![
        Column::text("akun", "akun", |it: &Line<'_>| &it.person.akun),
        Column::text("nama", "nama", |it: &Line<'_>| &it.person.nama),
        Column::text("peran", "peran", |it: &Line<'_>| it.held.map_or("", |it| it.peran.code())),
        Column::text("perangkat", "perangkat", |it: &Line<'_>| {
            it.held.and_then(|it| it.perangkat.as_deref()).unwrap_or_default()
        }),
        Column::text("status", "status", |it: &Line<'_>| it.held.map_or("", |it| it.status.code())),
        Column::date("mulai", "mulai", |it: &Line<'_>| it.held.map(|it| it.mulai)),
        Column::date("sampai", "sampai", |it: &Line<'_>| it.held.and_then(|it| it.sampai)),
    ];
    let place = (HERE.to_owned(), "akun-dan-peran".to_owned());
    Listing::of(ask, place, columns, people.iter().flat_map(of).collect())
}

fn people(ask: &Ask<'_>) -> Result<Vec<Pengguna>, Fault> {
    let pemda = ask.pengguna()?.pemda;
    Ok(ask.store().users()?.into_iter().filter(|it| it.pemda == pemda).collect())
}

pub(crate) fn form(ask: &Ask<'_>) -> Answer {
    if ask.wants_file() {
        let people = people(ask)?;
        if let Some(file) = lines(ask, &people).file()? {
            return Ok(file);
        }
    }
    Ok(intake().form(ask))
}

fn intake() -> Intake<'static> {
    Intake {
        context: None,
        phase: Phase::Administer,
        title: "Akun dan peran".to_owned(),
        about: "Setiap orang memilih sandinya sendiri melalui tautan sekali pakai dari halaman akunnya.",
        list: "/administrasi".to_owned(),
        here: HERE.to_owned(),
        apply: format!("{HERE}/terapkan"),
        template: with_query(HERE, "unduh", "xlsx"),
        steps: vec![
            html! { "Satu baris untuk setiap peran. Peran: " (roles()) ". Status: definitif, plt, plh; kosong berarti definitif. Tanggal seperti 2025-01-31." },
            html! { "Akun baru dibuat, peran baru ditambahkan; akun dan peran yang tidak ada di berkas tidak berubah. Peran diakhiri pada halaman akunnya." },
        ],
    }
}

/// What a sheet would do, and what is wrong with it by cell.
#[derive(Default)]
struct Plan {
    /// New people, and new roles of people that are there; by account.
    people: BTreeMap<String, NewPengguna>,
    faults: Vec<(String, String)>,
}

/// A line as it was sent, by column.
type Sent = [String; COLUMNS.len()];

/// The codes of all roles.
fn roles() -> String {
    Peran::ALL.map(|it| it.1.replace('_', " ")).join(", ")
}

/// What is wrong with a line, by column; or the role that it says, where it says one.
fn role_of(line: &Sent, offices: &[String]) -> Result<Option<Penugasan>, Vec<(usize, String)>> {
    let [_, _, peran, perangkat, status, mulai, sampai] = line;
    if [peran, perangkat, mulai, sampai].iter().all(|it| it.is_empty()) {
        return Ok(None);
    }
    let mut faults = Vec::new();
    let role = Peran::from_code(&peran.replace(' ', "_"));
    if role.is_none() {
        faults.push((2, format!("«{peran}» bukan peran; pilih {}.", roles())));
    }
    match (role.map(Peran::is_of_office), perangkat.is_empty()) {
        (Some(true), true) => {
            faults
                .push((3, "Peran ini milik sebuah perangkat daerah; isi singkatannya.".to_owned()));
        }
        (Some(false), false) => {
            faults.push((3, "Peran ini berlaku di seluruh pemda; kosongkan.".to_owned()));
        }
        (_, false) if !offices.contains(perangkat) => {
            faults.push((3, format!("Tidak ada perangkat daerah «{perangkat}».")));
        }
        _ => {}
    }
    let held = match status.as_str() {
        "" => Some(StatusPenugasan::Definitif),
        code => StatusPenugasan::from_code(code),
    };
    if held.is_none() {
        faults.push((4, format!("«{status}» bukan status; pilih definitif, plt, atau plh.")));
    }
    let mut day = |column: usize, text: &str| match text.parse::<Date>() {
        Ok(day) => Some(day),
        Err(_) => {
            faults.push((column, format!("«{text}» bukan tanggal; tulis seperti 2025-01-31.")));
            None
        }
    };
    let first = day(5, mulai);
    let last = if sampai.is_empty() { None } else { day(6, sampai) };
    if let (Some(first), Some(last)) = (first, last)
        && last < first
    {
        faults.push((6, "Hari terakhir mendahului hari pertama.".to_owned()));
    }
    match (role, held, first) {
        (Some(peran), Some(status), Some(mulai)) if faults.is_empty() => {
            let perangkat = Some(perangkat.clone()).filter(|it| !it.is_empty());
            Ok(Some(Penugasan { peran, perangkat, status, mulai, sampai: last }))
        }
        _ => Err(faults),
    }
}

fn plan(sheet: &Sheet, kept: &[Pengguna], offices: &[String]) -> Result<Plan, String> {
    let columns = sheet.columns(|name| COLUMNS.iter().position(|(it, _)| *it == name))?;
    if !columns.values().any(|it| *it == 0) {
        return Err(format!("Kolom akun tidak ada pada baris pertama lembar «{}».", sheet.name));
    }
    let mut plan = Plan::default();
    for (row, sent) in sheet.rows.iter().enumerate().skip(1) {
        if sent.iter().all(|it| *it == Cell::Empty) {
            continue;
        }
        let place = |column: usize| {
            let at = columns.iter().find(|(_, index)| **index == column);
            format!("{}!{}", sheet.name, sheet.address(row, at.map_or(0, |(at, _)| *at)))
        };
        let mut line = Sent::default();
        let n_before = plan.faults.len();
        for (at, column) in &columns {
            match sent.get(*at).unwrap_or(&Cell::Empty) {
                Cell::Empty => {}
                Cell::Error(error) => {
                    plan.faults.push((place(*column), format!("sel ini galat di Excel: {error}")));
                }
                Cell::Text(it) | Cell::Number(it) | Cell::Date(it) => {
                    line[*column] = it.trim().to_owned();
                }
            }
        }
        let akun = line[0].to_lowercase();
        let before = kept.iter().find(|it| it.akun == akun);
        if let Some(why) = account_fault(&akun) {
            plan.faults.push((place(0), why.to_owned()));
        }
        if line[1].is_empty() && before.is_none() && !plan.people.contains_key(&akun) {
            plan.faults.push((place(1), "Nama lengkap belum diisi.".to_owned()));
        }
        let role = match role_of(&line, offices) {
            Ok(role) => role,
            Err(faults) => {
                plan.faults.extend(faults.into_iter().map(|(column, why)| (place(column), why)));
                continue;
            }
        };
        let role = role.filter(|it| !before.is_some_and(|person| holds(person, it)));
        let is_twice = |it: &Penugasan| {
            let sent = plan.people.get(&akun);
            sent.is_some_and(|sent| sent.penugasan.iter().any(|held| is_same(held, it)))
        };
        if role.as_ref().is_some_and(is_twice) {
            plan.faults.push((place(2), "Peran ini sudah ada pada baris di atasnya.".to_owned()));
        }
        if plan.faults.len() > n_before || (before.is_some() && role.is_none()) {
            continue;
        }
        let nama = before.map_or_else(|| line[1].clone(), |it| it.nama.clone());
        let person = plan.people.entry(akun.clone());
        let person = person.or_insert_with(|| NewPengguna { akun, nama, penugasan: Vec::new() });
        person.penugasan.extend(role);
    }
    Ok(plan)
}

fn holds(person: &Pengguna, it: &Penugasan) -> bool {
    person.penugasan.iter().any(|held| is_same(held, it))
}

/// Whether two say the same role from the same day; when one of them ends is not asked for.
fn is_same(a: &Penugasan, b: &Penugasan) -> bool {
    (a.peran, &a.perangkat, a.status, a.mulai) == (b.peran, &b.perangkat, b.status, b.mulai)
}

pub(crate) fn preview(ask: &Ask<'_>) -> Answer {
    let kept = people(ask)?;
    let offices = ask.store().perangkat(ask.pengguna()?.pemda)?;
    let offices: Vec<String> = offices.into_iter().map(|it| it.singkatan).collect();
    match intake::sent(ask).and_then(|sheet| plan(&sheet, &kept, &offices)) {
        Ok(plan) => Ok(intake().preview(ask, &preview_of(plan, &kept))),
        Err(why) => Ok(intake().refused(ask, StatusCode::UNPROCESSABLE_ENTITY, &why)),
    }
}

/// What a plan says to whoever sent the sheet.
fn preview_of(plan: Plan, kept: &[Pengguna]) -> Preview {
    let is_new = |akun: &str| !kept.iter().any(|it| it.akun == akun);
    let n_new = plan.people.keys().filter(|it| is_new(it)).count();
    let n_roles: usize = plan.people.values().map(|it| it.penugasan.len()).sum();
    let shown = html! {
        @if !plan.people.is_empty() {
            div.gulung tabindex="0" role="region" aria-label="Yang akan ditambahkan" { table.lipat {
                thead { tr { th scope="col" { "Akun" } th scope="col" { "Nama" } th scope="col" { "Peran baru" } } }
                tbody { @for it in plan.people.values() { tr {
                    th scope="row" { (it.akun) @if is_new(&it.akun) { " " span.lembut { "baru" } } }
                    td data-judul="Nama" { (it.nama) }
                    td data-judul="Peran baru" { @for role in &it.penugasan {
                        p { (role_words(role.peran)) " " (role.perangkat.as_deref().unwrap_or("")) " mulai " (tanggal::format(role.mulai)) @if let Some(last) = role.sampai { " sampai " (tanggal::format(last)) } }
                    } }
                } } }
            } }
        } @else if plan.faults.is_empty() {
            p { "Semua akun dan peran di berkas ini sudah ada." }
        }
    };
    let (n_new, n_roles) = (count(n_new), count(n_roles));
    let words = format!("Tambahkan {n_new} akun dan {n_roles} peran");
    let written = (!plan.people.is_empty()).then(|| (written(&plan), words));
    let state = format!("{n_new} akun baru, {n_roles} peran baru,");
    Preview { state, shown, faults: plan.faults, plan: written }
}

/// A plan as a text that goes out and comes back: for each person the account, the name, and lines.
fn written(plan: &Plan) -> String {
    let line = |it: &Penugasan| {
        let sampai = it.sampai.map_or_else(String::new, |it| it.to_string());
        let perangkat = it.perangkat.clone().unwrap_or_default();
        [
            it.peran.code().to_owned(),
            perangkat,
            it.status.code().to_owned(),
            it.mulai.to_string(),
            sampai,
        ]
    };
    let person = |it: &NewPengguna| {
        let lines: Vec<_> = it.penugasan.iter().map(line).collect();
        serde_json::json!([it.akun, it.nama, lines])
    };
    serde_json::Value::from(plan.people.values().map(person).collect::<Vec<_>>()).to_string()
}

/// Reads it back, as strictly as the sheet.
fn read_back(text: &str, offices: &[String]) -> Option<Vec<NewPengguna>> {
    let all: Vec<(String, String, Vec<[String; 5]>)> = serde_json::from_str(text).ok()?;
    let person = |(akun, nama, lines): (String, String, Vec<[String; 5]>)| {
        let role = |[peran, perangkat, status, mulai, sampai]: [String; 5]| {
            let line = [String::new(), String::new(), peran, perangkat, status, mulai, sampai];
            role_of(&line, offices).ok()?
        };
        let penugasan = lines.into_iter().map(role).collect::<Option<Vec<_>>>()?;
        (account_fault(&akun).is_none() && !nama.is_empty()).then_some(NewPengguna {
            akun,
            nama,
            penugasan,
        })
    };
    all.into_iter().map(person).collect()
}

pub(crate) fn apply(ask: &Ask<'_>) -> Answer {
    let pemda = ask.pengguna()?.pemda;
    let offices = ask.store().perangkat(pemda)?;
    let offices: Vec<String> = offices.into_iter().map(|it| it.singkatan).collect();
    let Some(mut people) = read_back(ask.form.get("rencana"), &offices) else {
        return Ok(intake().refused(ask, StatusCode::UNPROCESSABLE_ENTITY, intake::BROKEN));
    };
    // What somebody else has added meanwhile, or the same plan before, is there already.
    let kept = self::people(ask)?;
    people.retain_mut(|it| match kept.iter().find(|person| person.akun == it.akun) {
        Some(person) => {
            it.penugasan.retain(|role| !holds(person, role));
            !it.penugasan.is_empty()
        }
        None => true,
    });
    ask.store().extend_people(&ask.pelaku(), pemda, people)?;
    Ok(Reply::go_to("/administrasi"))
}
