//! Perangkat daerah dari XLSX: a line for each office, read, compared, and only then applied.

use axum::http::StatusCode;
use maud::html;
use selaras_store::{Perangkat, PerangkatFault, StoreError, check_perangkat};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::with_query;
use crate::frame::Phase;
use crate::intake::{self, Intake, Preview};
use crate::page::perangkat::{COLUMNS, HERE, cells, from_cells, written};
use crate::widget::count;
use crate::workbook::{Cell, Sheet};

pub(crate) fn form(ask: &Ask<'_>) -> Answer {
    Ok(intake().form(ask))
}

fn intake() -> Intake<'static> {
    Intake {
        context: None,
        phase: Phase::Administer,
        title: "Perangkat daerah".to_owned(),
        about: "Baris dikenali dari singkatannya; yang tidak ada di berkas tidak dihapus.",
        list: HERE.to_owned(),
        here: format!("{HERE}/unggah"),
        apply: format!("{HERE}/terapkan"),
        template: with_query(HERE, "unduh", "xlsx"),
        steps: vec![
            html! { "Tambah atau ubah baris di Excel. Kolom " code { "perubahan" } " berisi penggabungan, pemecahan, atau penggantian nama; kolom " code { "asal" } " berisi singkatan asalnya, dipisahkan titik koma." },
        ],
    }
}

/// What a sheet says, beside what is kept, and what is wrong with it by cell.
struct Plan {
    offices: Vec<Perangkat>,
    /// Cell, and what is wrong.
    faults: Vec<(String, String)>,
}

fn plan(sheet: &Sheet, kept: &[Perangkat]) -> Result<Plan, String> {
    let columns = sheet.columns(|name| {
        COLUMNS.iter().position(|(it, title)| *it == name || title.eq_ignore_ascii_case(name))
    })?;
    if !columns.values().any(|it| *it == 0) {
        return Err(format!(
            "Kolom singkatan tidak ada pada baris pertama lembar «{}».",
            sheet.name
        ));
    }
    let place = |row: usize, kolom: &str| {
        let at = columns.iter().find(|(_, index)| COLUMNS[**index].0 == kolom);
        format!("{}!{}", sheet.name, sheet.address(row, at.map_or(0, |(at, _)| *at)))
    };
    let mut plan = Plan { offices: Vec::new(), faults: Vec::new() };
    let mut lines: Vec<(String, usize)> = Vec::new();
    for (row, sent) in sheet.rows.iter().enumerate().skip(1) {
        if sent.iter().all(|it| *it == Cell::Empty) {
            continue;
        }
        let text = |cell: &Cell| match cell {
            Cell::Empty | Cell::Error(_) => String::new(),
            Cell::Text(it) | Cell::Number(it) | Cell::Date(it) => it.trim().to_owned(),
        };
        let own = columns.iter().find(|(_, index)| **index == 0).and_then(|(at, _)| sent.get(*at));
        let singkatan = own.map(text).unwrap_or_default();
        let before = kept.iter().find(|it| it.singkatan == singkatan);
        let mut whole = before.map(cells).unwrap_or_default();
        for (at, index) in &columns {
            let cell = sent.get(*at).unwrap_or(&Cell::Empty);
            if let Cell::Error(error) = cell {
                let why = format!("sel ini galat di Excel: {error}");
                plan.faults.push((place(row, COLUMNS[*index].0), why));
            }
            whole[*index] = text(cell);
        }
        match from_cells(&whole) {
            Ok(it) => {
                lines.push((singkatan, row));
                let versi = before.map_or(0, |it| it.versi);
                plan.offices.push(Perangkat { versi, ..it });
            }
            Err(faults) => {
                plan.faults.extend(faults.into_iter().map(|(kolom, why)| (place(row, kolom), why)));
            }
        }
    }
    // Together with what is kept: an origin may stand in the sheet or in the list.
    let is_sent = |it: &&Perangkat| !plan.offices.iter().any(|new| new.singkatan == it.singkatan);
    let all: Vec<Perangkat> =
        plan.offices.iter().cloned().chain(kept.iter().filter(is_sent).cloned()).collect();
    for PerangkatFault { singkatan, kolom, why } in check_perangkat(&all) {
        let line = lines.iter().rev().find(|(name, _)| *name == singkatan);
        let at = line.map_or_else(|| singkatan.clone(), |(_, row)| place(*row, kolom));
        plan.faults.push((at, why));
    }
    let same = |new: &Perangkat| kept.iter().any(|it| cells(it) == cells(new));
    plan.offices.retain(|it| !same(it));
    Ok(plan)
}

pub(crate) fn preview(ask: &Ask<'_>) -> Answer {
    let kept = ask.store().perangkat(ask.pengguna()?.pemda)?;
    match intake::sent(ask).and_then(|sheet| plan(&sheet, &kept)) {
        Ok(plan) => Ok(intake().preview(ask, &preview_of(plan, &kept))),
        Err(why) => Ok(intake().refused(ask, StatusCode::UNPROCESSABLE_ENTITY, &why)),
    }
}

/// What a plan says to whoever sent the sheet.
fn preview_of(plan: Plan, kept: &[Perangkat]) -> Preview {
    let rows: Vec<serde_json::Value> =
        plan.offices.iter().map(|it| serde_json::json!([it.versi, cells(it)])).collect();
    let n_changes = count(plan.offices.len());
    let shown = html! {
        @if !rows.is_empty() {
            div.gulung { table {
                thead { tr { th scope="col" { "Singkatan" } th scope="col" { "Kolom" } th scope="col" { "Lama" } th scope="col" { "Baru" } } }
                tbody { @for it in &plan.offices {
                    @let before = kept.iter().find(|old| old.singkatan == it.singkatan).map(cells);
                    @for (n, (new, (_, title))) in cells(it).iter().zip(&COLUMNS).enumerate().skip(1) {
                        @let old = before.as_ref().map_or("", |it| it[n].as_str());
                        @if old != new { tr {
                            th scope="row" { (it.singkatan) @if before.is_none() { " " span.lembut { "baru" } } }
                            td { (title) } td { del { (old) } } td { ins { (new) } }
                        } }
                    }
                } }
            } }
        }
    };
    let state = format!("{n_changes} perangkat daerah berubah atau baru,");
    let words = format!("Terapkan {n_changes} perubahan");
    let written = (!rows.is_empty()).then(|| (serde_json::Value::from(rows).to_string(), words));
    Preview { state, shown, faults: plan.faults, plan: written }
}

/// Reads a plan that came back.
fn read_plan(text: &str) -> Option<Vec<Perangkat>> {
    let rows: Vec<(i64, [String; 8])> = serde_json::from_str(text).ok()?;
    let it =
        |(versi, cells): (i64, [String; 8])| Some(Perangkat { versi, ..from_cells(&cells).ok()? });
    rows.into_iter().map(it).collect()
}

pub(crate) fn apply(ask: &Ask<'_>) -> Answer {
    let refuse = |status, why: &str| Ok(intake().refused(ask, status, why));
    let Some(offices) = read_plan(ask.form.get("rencana")) else {
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, intake::BROKEN);
    };
    match written(ask, offices) {
        Ok(Ok(())) => Ok(Reply::go_to(HERE)),
        Ok(Err(errors)) => {
            let lines: Vec<String> = errors.into_iter().map(|(_, why)| why).collect();
            let why = format!("Belum ada yang disimpan. {}", lines.join(" "));
            refuse(StatusCode::UNPROCESSABLE_ENTITY, &why)
        }
        Err(Fault::Store(StoreError::Conflict { .. })) => {
            refuse(StatusCode::CONFLICT, intake::OUTDATED)
        }
        Err(fault) => Err(fault),
    }
}
