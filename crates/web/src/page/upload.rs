//! Isi dari XLSX: a table from a workbook: read, compared, shown with every fault at its cell, and only
//! then applied, all of it or nothing.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_package::rows::canonical;
use selaras_package::{Column, Kind, Table};
use selaras_store::{NewRow, RowChange, RowKept, StoreError};

use crate::ask::{Answer, Ask, Reply};
use crate::context::Context;
use crate::entry::{Entry, Errors};
use crate::frame::{Head, Phase, page};
use crate::page::table::{choices, read, shown, table_to_edit, title};
use crate::server::FILE_LIMIT;
use crate::widget::form_token;
use crate::workbook::{self, Cell, Sheet};

/// Faults and changes that a page shows.
const SHOWN: usize = 200;

pub(crate) fn form(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table_to_edit(ask)?;
    Ok(Reply::page(form_page(ask, &context, table, &Errors::default())))
}

fn form_page(ask: &Ask<'_>, context: &Context, table: &Table, errors: &Errors) -> Markup {
    let entry = Entry::new(ask, errors, true);
    let here = context.plain(&format!("tabel/{}", table.name));
    let body = html! {
        (entry.summary())
        ol {
            li { a href=(format!("{here}?unduh=xlsx")) { "Unduh tabel ini sebagai XLSX" } "; berkas itu juga templatnya." }
            li { "Ubah atau tambahkan baris di Excel. Nama kolom pada baris pertama jangan diubah." }
            li { "Unggah kembali. Anda melihat semua perubahan lebih dahulu; belum ada yang disimpan." }
        }
        form.kolom.isian-baris method="post" action=(format!("{here}/unggah")) enctype="multipart/form-data" {
            (form_token(ask))
            (entry.field("berkas", format!("Berkas XLSX, paling banyak {} MB", FILE_LIMIT >> 20), "", |it| html! {
                input id=(it.id) type="file" name=(it.name) accept=".xlsx" required aria-invalid=[it.invalid] aria-describedby=[&it.described];
            }))
            div { button.utama { "Periksa isi berkas" } }
        }
    };
    let head = Head::new(format!("{}: isi dari XLSX", title(table.name)), Phase::Facts)
        .state("Baris dikenali dari kuncinya; baris yang tidak ada di berkas tidak dihapus.");
    page(ask, Some(context), &head, body)
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
    let refuse = |why: &str| {
        let page = form_page(ask, &context, table, &Errors::one("berkas", why));
        Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
    };
    let Some(file) = ask.files.iter().find(|it| it.field == "berkas") else {
        return refuse("Pilih berkas XLSX lebih dahulu.");
    };
    let sheet = match workbook::read(&file.bytes) {
        Ok(sheet) => sheet,
        Err(why) => return refuse(&why),
    };
    let rows = ask.store().rows(&context.berkas, table.name)?;
    let mut known = Known::new();
    for target in table.columns.iter().filter_map(|it| it.target) {
        let ids = choices(ask, &context, target)?.into_iter().map(|(id, _)| id).collect();
        known.insert(target, ids);
    }
    let plan = match plan(table, &sheet, rows, known) {
        Ok(plan) => plan,
        Err(why) => return refuse(&why),
    };
    let status =
        if plan.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(Reply::page_with(status, preview_page(ask, &context, table, &sheet, &plan)))
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
    if sheet.rows.is_empty() {
        return Err("Lembarnya kosong.".to_owned());
    }
    let (columns, unknown) = sheet.columns(|name| table.columns.iter().find(|it| it.name == name));
    if !unknown.is_empty() {
        return Err(format!(
            "Kolom {} tidak dikenal tabel {}. Pakai nama kolom dari templatnya.",
            unknown.join(", "),
            table.name
        ));
    }
    let missing: Vec<&str> = table
        .key
        .iter()
        .copied()
        .filter(|it| !columns.values().any(|own| own.name == *it))
        .collect();
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
                    let why = format!(
                        "{}; seharusnya {}. {}.",
                        it.problem.found(),
                        it.problem.expected(),
                        it.problem.remedy()
                    );
                    plan.faults.push((at_row(it.place.column.as_deref()), why));
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
        Cell::Text(text) => Ok(text.clone()),
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

/// What is wrong with a workbook, cell by cell; nothing where nothing is.
pub(super) fn faults(all: &[(String, String)]) -> Markup {
    html! {
        @if !all.is_empty() {
            div.galat role="alert" {
                strong { (all.len()) " sel perlu diperbaiki di Excel; belum ada yang disimpan" }
                table {
                    thead { tr { th scope="col" { "Sel" } th scope="col" { "Yang salah" } } }
                    tbody { @for (place, why) in all.iter().take(SHOWN) { tr { th scope="row" { (place) } td { (why) } } } }
                }
            }
        }
    }
}

fn preview_page(
    ask: &Ask<'_>,
    context: &Context,
    table: &Table,
    sheet: &Sheet,
    plan: &Plan,
) -> Markup {
    let here = context.plain(&format!("tabel/{}", table.name));
    let column = |name: &str| table.column_index(name).map(|index| (index, &table.columns[index]));
    let n_changes = plan.changes.len() + plan.added.len();
    let body = html! {
        (faults(&plan.faults))
        @if !plan.changes.is_empty() {
            section { h2 { (plan.changes.len()) " baris diubah" }
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
            section { h2 { (plan.added.len()) " baris ditambahkan" }
                div.gulung { table { tbody { @for cells in plan.added.iter().take(SHOWN) { tr {
                    td { @for (name, cell) in cells.iter().filter(|(_, cell)| !cell.is_empty()) { @if let Some((_, column)) = column(name) { span.lembut { (title(name)) ": " } (shown(column, cell)) " " } } }
                } } } } }
            }
        }
        @if plan.faults.is_empty() && n_changes > 0 {
            form method="post" action=(format!("{here}/terapkan")) {
                (form_token(ask))
                input type="hidden" name="rencana" value=(written(plan));
                p.bawah { button.utama { "Terapkan " (n_changes) " perubahan" } a href=(here) { "Batal" } }
            }
        } @else {
            p.bawah { a.tombol href=(format!("{here}/unggah")) { "Unggah berkas lain" } a href=(here) { "Kembali ke tabel" } }
        }
    };
    let state = format!(
        "Lembar «{}»: {} diubah, {} ditambahkan, {} sama, {} salah.",
        sheet.name,
        plan.changes.len(),
        plan.added.len(),
        plan.n_same,
        plan.faults.len()
    );
    let head =
        Head::new(format!("{}: periksa sebelum diterapkan", title(table.name)), Phase::Facts)
            .state(state);
    page(ask, Some(context), &head, body)
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
    let refuse = |status: StatusCode, why: String| {
        let page = form_page(ask, &context, table, &Errors::one("berkas", why));
        Ok(Reply::page_with(status, page))
    };
    let Some((changes, added)) = read_plan(table, ask.form.get("rencana")) else {
        let why = "Rencana perubahan tidak utuh; unggah berkasnya lagi.".to_owned();
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, why);
    };
    let why = match ask.store().apply(&ask.pelaku(), &context.berkas, changes, added) {
        Ok(()) => {
            return Ok(Reply::go_to(&context.link(&format!("tabel/{}", table.name))));
        }
        Err(StoreError::Conflict { .. }) => {
            let why = "Orang lain mengubah tabel ini sesudah berkas diperiksa. Belum ada yang disimpan; \
                       unggah berkasnya lagi untuk membandingkan dengan isi yang baru.";
            return refuse(StatusCode::CONFLICT, why.to_owned());
        }
        Err(StoreError::Constraint(_)) => {
            "Sebagian baris memakai kunci yang sudah ada, atau menunjuk baris yang tidak ada, misalnya \
             kode indikator atau dokumen. Belum ada yang disimpan; periksa di Excel, lalu unggah lagi."
                .to_owned()
        }
        Err(error @ (StoreError::Locked { .. } | StoreError::Invalid(_))) => {
            format!("Belum ada yang disimpan. {error}")
        }
        Err(error) => return Err(error.into()),
    };
    refuse(StatusCode::UNPROCESSABLE_ENTITY, why)
}
