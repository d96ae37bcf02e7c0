//! `selaras/audit/1`: the result for programs.

use serde_json::{Map, Value, json};

use crate::finding::{Finding, Part};
use crate::report::Report;

/// The result as JSON.
pub fn json(report: &Report) -> Value {
    json!({
        "schema": "selaras/audit/1",
        "file": report.file,
        "document": {
            "tables": report.tables,
            "cells_checked": report.cells_checked,
            "claims_checked": report.claims_checked,
            "not_understood": report.not_understood,
        },
        "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn finding(it: &Finding) -> Value {
    json!({
        "code": it.code.to_string(),
        "level": it.level.key(),
        "location": location(it),
        "printed": it.printed,
        "expected": it.expected,
        "message": it.message,
    })
}

/// What applies to the place, and nothing else.
fn location(it: &Finding) -> Value {
    let mut map = Map::new();
    let mut put = |key: &str, value: Value| {
        map.insert(key.to_owned(), value);
    };
    let kind = match &it.location.part {
        Part::Cell { .. } => "cell",
        Part::Table { .. } => "table",
        Part::Sentence { .. } => "sentence",
        Part::Document => "document",
    };
    put("kind", kind.into());
    let place = &it.location.place;
    if let Some(section) = &place.section {
        put("section", section.as_str().into());
    }
    match &it.location.part {
        Part::Cell { table, row, column, row_label, column_label, address, .. } => {
            put("table", table.as_str().into());
            put("row", row_label.as_str().into());
            put("column", column_label.as_str().into());
            put("row_index", (row + 1).into());
            put("column_index", (column + 1).into());
            if let Some(address) = address {
                put("cell", address.as_str().into());
            }
        }
        Part::Table { table, .. } => put("table", table.as_str().into()),
        Part::Sentence { sentence, .. } => put("sentence", sentence.as_str().into()),
        Part::Document => {}
    }
    if let Some(sheet) = &place.sheet {
        put("sheet", sheet.as_str().into());
    }
    if let Some(page) = place.page {
        put("page", page.into());
    }
    Value::Object(map)
}
