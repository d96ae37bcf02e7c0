//! Isi dari XLSX: a table from a workbook: read, compared, shown with every fault at its cell, and only
//! then applied, all of it or nothing.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use maud::html;
use selaras_package::rows::canonical;
use selaras_package::{Column, Kind, Table};
use selaras_store::{NewRow, RowChange, RowKept, StoreError};

use crate::ask::{Answer, Ask, Reply};
use crate::context::{Context, way_back, with_query};
use crate::frame::Phase;
use crate::intake::{self, Intake, Preview};
use crate::page::table::{choices, column_called, read, shown, table_to_edit, title};
use crate::widget::count;
use crate::workbook::{Cell, Sheet};

/// Changes that a page shows.
const SHOWN: usize = 200;

/// Where the table of an address is filled in.
fn intake<'a>(context: &'a Context, table: &Table) -> Intake<'a> {
    let list = context.plain(&format!("tabel/{}", table.name));
    Intake {
        context: Some(context),
        phase: Phase::Facts,
        title: title(table.name),
        about: "Baris dikenali dari kuncinya; baris yang tidak ada di berkas tidak dihapus.",
        here: format!("{list}/unggah"),
        apply: format!("{list}/terapkan"),
        template: with_query(&list, "unduh", "xlsx"),
        steps: vec![html! {
            "Ubah atau tambahkan baris di Excel. Nama kolom pada baris pertama jangan diubah."
        }],
        list,
    }
}

pub(crate) fn form(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    Ok(intake(&context, table_to_edit(ask)?).form(ask))
}

/// What a workbook would do to a table.
#[derive(Default)]
struct Plan {
    changes: Vec<(RowKept, Vec<(String, String)>)>,
    added: Vec<Vec<(String, String)>>,
    n_same: usize,
    /// Where, and what is wrong.
    faults: Vec<(String, String)>,
}

pub(crate) fn preview(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table_to_edit(ask)?;
    let intake = intake(&context, table);
    let refuse = |why: &str| Ok(intake.refused(ask, StatusCode::UNPROCESSABLE_ENTITY, why));
    let sheet = match intake::sent(ask) {
        Ok(sheet) => sheet,
        Err(why) => return refuse(&why),
    };
    let rows = ask.store().rows(&context.berkas, table.name)?;
    let mut known = Known::new();
    for target in table.columns.iter().filter_map(|it| it.target) {
        let ids = choices(ask, &context, target)?.into_iter().map(|(id, _)| id).collect();
        known.insert(target, ids);
    }
    match plan(table, &sheet, rows, known) {
        Ok(plan) => Ok(intake.preview(ask, &preview_of(table, &sheet, plan))),
        Err(why) => refuse(&why),
    }
}

/// The ids that a column may name, by the tables that they are of.
type Known = BTreeMap<&'static str, BTreeSet<String>>;

/// Compares a sheet with the rows that are kept. A fault is of one cell; a sheet without the columns of
/// the table is refused as a whole.
fn plan(
    table: &'static Table,
    sheet: &Sheet,
    rows: Vec<RowKept>,
    mut known: Known,
) -> Result<Plan, String> {
    let columns = sheet.columns(|name| column_called(table, name))?;
    let is_missing = |it: &&&str| !columns.values().any(|own| own.name == **it);
    let missing: Vec<String> = table.key.iter().filter(is_missing).map(|it| title(it)).collect();
    if columns.is_empty() || !missing.is_empty() {
        return Err(format!(
            "Kolom kunci {} tidak ada pada baris pertama lembar «{}».",
            missing.join(", "),
            sheet.name
        ));
    }
    // A row may name one that the same sheet adds.
    if let (Some(ids), Some(id)) = (known.get_mut(table.name), table.key.last())
        && let Some((at, column)) = columns.iter().find(|(_, it)| it.name == *id)
    {
        let cells = sheet.rows.iter().skip(1).filter_map(|it| it.get(*at));
        ids.extend(cells.filter_map(|it| read_cell(column, it).ok()));
    }
    let key_of = |cells: &[String]| -> Vec<String> {
        table.key.iter().filter_map(|it| Some(cells[table.column_index(it)?].clone())).collect()
    };
    let mut kept: BTreeMap<Vec<String>, RowKept> = BTreeMap::new();
    // Rows of a table without a key are known by nothing: all of a sheet's are new.
    if !table.key.is_empty() {
        kept.extend(rows.into_iter().map(|row| (key_of(&row.cells), row)));
    }
    let mut plan = Plan::default();
    let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for (index, cells) in sheet.rows.iter().enumerate().skip(1) {
        if cells.iter().all(|it| *it == Cell::Empty) {
            continue;
        }
        let mut sent = Vec::new();
        let mut is_good = true;
        for (at, column) in &columns {
            let found = read_cell(column, cells.get(*at).unwrap_or(&Cell::Empty));
            match found.and_then(|it| leading_somewhere(column, it, &known)) {
                Ok(text) => sent.push((column.name.to_owned(), text)),
                Err(why) => {
                    is_good = false;
                    plan.faults
                        .push((format!("{}!{}", sheet.name, sheet.address(index, *at)), why));
                }
            }
        }
        if !is_good {
            continue;
        }
        let at_row = |column: Option<&str>| {
            let at =
                columns.iter().find(|(_, it)| Some(it.name) == column).map_or(0, |(at, _)| *at);
            format!("{}!{}", sheet.name, sheet.address(index, at))
        };
        // As the row would be with these cells, on top of what is kept of it.
        let blank = vec![String::new(); table.columns.len()];
        let fill = |base: &[String]| {
            let mut whole = base.to_vec();
            for (name, cell) in &sent {
                if let Some(index) = table.column_index(name) {
                    whole[index].clone_from(cell);
                }
            }
            whole
        };
        let key = key_of(&fill(&blank));
        let before = kept.get(&key);
        let whole = match canonical(table, &fill(before.map_or(&blank, |it| &it.cells))) {
            Ok(whole) => whole,
            Err(errors) => {
                for it in errors {
                    let place = at_row(it.place.column.as_deref());
                    plan.faults.push((place, crate::mistakes::why(&it)));
                }
                continue;
            }
        };
        if let Some(earlier) = seen.insert(key.clone(), index).filter(|_| !table.key.is_empty()) {
            let why = format!(
                "kunci {} sudah ada pada baris {}",
                key.join(" · "),
                sheet.address(earlier, 0)
            );
            plan.faults.push((at_row(table.key.first().copied()), why));
            continue;
        }
        let cells: Vec<(String, String)> = sent
            .iter()
            .filter_map(|(name, _)| Some((name.clone(), whole[table.column_index(name)?].clone())))
            .collect();
        match before {
            None => plan.added.push(cells),
            Some(row) => {
                let is_other = |(name, cell): &(String, String)| {
                    table.column_index(name).is_some_and(|index| row.cells[index] != *cell)
                };
                let changed: Vec<_> = cells.into_iter().filter(is_other).collect();
                match changed.is_empty() {
                    true => plan.n_same += 1,
                    false => plan.changes.push((row.clone(), changed)),
                }
            }
        }
    }
    Ok(plan)
}

/// A cell of the sheet as the package writes it. A number of the workbook is the number that it is; a
/// text is read as people write.
fn read_cell(column: &Column, cell: &Cell) -> Result<String, String> {
    match cell {
        Cell::Empty => Ok(String::new()),
        Cell::Number(text) => match column.kind {
            // 15 digits are all that a workbook keeps.
            Kind::Rupiah | Kind::Integer | Kind::Year if text.contains(['.', 'e']) => {
                Err(format!("{text} bukan bilangan bulat"))
            }
            _ if text.contains('e') => Err(format!("{text} terlalu besar atau terlalu kecil")),
            _ => Ok(text.clone()),
        },
        Cell::Date(text) => Ok(text.clone()),
        Cell::Error(text) => Err(format!("sel ini galat di Excel: {text}")),
        // A file that this program wrote has numbers with a point as texts where they are long.
        Cell::Text(text) if matches!(column.kind, Kind::Decimal | Kind::Rupiah) => {
            let has_point_only = text.parse::<rust_decimal::Decimal>().is_ok()
                && text.bytes().filter(u8::is_ascii_digit).count() > 15;
            if has_point_only { Ok(text.clone()) } else { read(column, text) }
        }
        Cell::Text(text) => read(column, text),
    }
}

/// The text of a cell, unless it names a row that is nowhere.
fn leading_somewhere(column: &Column, text: String, known: &Known) -> Result<String, String> {
    let Some((target, ids)) = column.target.and_then(|it| known.get_key_value(it)) else {
        return Ok(text);
    };
    match text.is_empty() || ids.is_empty() || ids.contains(&text) {
        true => Ok(text),
        false => Err(format!("«{text}» tidak ada pada tabel {}", title(target))),
    }
}

/// What a plan says to whoever sent the sheet.
fn preview_of(table: &Table, sheet: &Sheet, plan: Plan) -> Preview {
    let column = |name: &str| table.column_index(name).map(|index| (index, &table.columns[index]));
    let n_changes = plan.changes.len() + plan.added.len();
    let shown = html! {
        @if !plan.changes.is_empty() {
            section { h2 { (count(plan.changes.len())) " baris diubah" }
                div.gulung { table {
                    thead { tr { th scope="col" { "Baris" } th scope="col" { "Kolom" } th scope="col" { "Lama" } th scope="col" { "Baru" } } }
                    tbody { @for (row, cells) in plan.changes.iter().take(SHOWN) { @for (name, cell) in cells { @if let Some((index, column)) = column(name) { tr {
                        th scope="row" { (row_key(table, &row.cells)) }
                        td { (title(name)) }
                        td { del { (shown(column, &row.cells[index])) } }
                        td { ins { (shown(column, cell)) } }
                    } } } } }
                } }
            }
        }
        @if !plan.added.is_empty() {
            section { h2 { (count(plan.added.len())) " baris ditambahkan" }
                div.gulung { table { tbody { @for cells in plan.added.iter().take(SHOWN) { tr {
                    td { @for (name, cell) in cells.iter().filter(|(_, cell)| !cell.is_empty()) { @if let Some((_, column)) = column(name) { span.lembut { (title(name)) ": " } (shown(column, cell)) " " } } }
                } } } } }
            }
        }
    };
    let state = format!(
        "Lembar «{}»: {} diubah, {} ditambahkan, {} sama,",
        sheet.name,
        count(plan.changes.len()),
        count(plan.added.len()),
        count(plan.n_same)
    );
    let words = format!("Terapkan {} perubahan", count(n_changes));
    let written = (n_changes > 0).then(|| (written(&plan), words));
    Preview { state, shown, faults: plan.faults, plan: written }
}

fn row_key(table: &Table, cells: &[String]) -> String {
    let parts = table.key.iter().filter_map(|it| Some(cells[table.column_index(it)?].as_str()));
    parts.collect::<Vec<_>>().join(" · ")
}

/// A plan as a text that the next request brings back; what it says is checked again there.
fn written(plan: &Plan) -> String {
    let cells = |cells: &[(String, String)]| {
        cells
            .iter()
            .map(|(name, cell)| (name.clone(), cell.clone().into()))
            .collect::<serde_json::Map<_, _>>()
    };
    let changes: Vec<_> = plan
        .changes
        .iter()
        .map(|(row, changed)| serde_json::json!([row.baris_ke, row.versi, cells(changed)]))
        .collect();
    let added: Vec<_> = plan.added.iter().map(|it| cells(it)).collect();
    serde_json::json!({ "ubah": changes, "tambah": added }).to_string()
}

/// Reads a plan that came back.
fn read_plan(table: &Table, text: &str) -> Option<(Vec<RowChange>, Vec<NewRow>)> {
    let alasan = Some("dari XLSX".to_owned());
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    let cells = |value: &serde_json::Value| -> Option<Vec<(String, String)>> {
        let pairs = value.as_object()?.iter();
        pairs.map(|(name, cell)| Some((name.clone(), cell.as_str()?.to_owned()))).collect()
    };
    let change = |it: &serde_json::Value| {
        Some(RowChange {
            tabel: table.name.to_owned(),
            baris_ke: it.get(0)?.as_i64()?,
            versi: it.get(1)?.as_i64()?,
            cells: cells(it.get(2)?)?,
            alasan: alasan.clone(),
        })
    };
    let new = |it: &serde_json::Value| {
        Some(NewRow {
            tabel: table.name.to_owned(),
            cells: cells(it)?,
            alasan: alasan.clone(),
            ..NewRow::default()
        })
    };
    let changes = value.get("ubah")?.as_array()?.iter().map(change).collect::<Option<_>>()?;
    let added = value.get("tambah")?.as_array()?.iter().map(new).collect::<Option<_>>()?;
    Some((changes, added))
}

pub(crate) fn apply(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table_to_edit(ask)?;
    let refuse = |status, why: &str| Ok(intake(&context, table).refused(ask, status, why));
    let Some((changes, added)) = read_plan(table, ask.form.get("rencana")) else {
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, intake::BROKEN);
    };
    let why = match ask.store().apply(&ask.pelaku(), &context.berkas, changes, added) {
        Ok(()) => {
            let list = context.link(&format!("tabel/{}", table.name));
            return Ok(Reply::go_to(way_back(ask).unwrap_or(&list)));
        }
        Err(StoreError::Conflict { .. }) => return refuse(StatusCode::CONFLICT, intake::OUTDATED),
        Err(StoreError::Constraint(_)) => {
            "Sebagian baris memakai kunci yang sudah ada, atau menunjuk baris yang tidak ada, misalnya \
             kode indikator atau dokumen. Belum ada yang disimpan; periksa di Excel, lalu unggah lagi."
                .to_owned()
        }
        Err(error @ (StoreError::Locked { .. } | StoreError::Invalid(_))) => {
            format!("Belum ada yang disimpan. {}", crate::mistakes::of_store(&error))
        }
        Err(error) => return Err(error.into()),
    };
    refuse(StatusCode::UNPROCESSABLE_ENTITY, &why)
}
