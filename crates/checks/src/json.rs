//! A report for programs.

use serde_json::{Map, Value, json};

use crate::{Place, Report, Temuan, Tier, find};

/// The report under the schema `selaras/check/1`.
///
/// `counts` by tier are of the findings that stand; `checks` has every check once, with its
/// outcome;
/// `suppressed` has what a person lets stand, with that decision.
pub fn to_json(report: &Report) -> Value {
    let counts = Tier::ALL.map(|it| (it.code().to_owned(), json!(report.count(it))));
    let checks: Vec<Value> = report
        .assessments
        .iter()
        .map(|it| {
            json!({
                "code": it.code,
                "name": find(it.code).map(|it| it.name),
                "tier": find(it.code).map(|it| it.tier.code()),
                "status": find(it.code).map(|it| it.status.code()),
                "outcome": it.outcome.code(),
                "reason": it.outcome.reason(),
            })
        })
        .collect();
    let suppressed: Vec<Value> = report
        .suppressed
        .iter()
        .map(|(it, decision)| {
            json!({
                "finding": finding(it),
                "oleh": decision.oleh,
                "alasan": decision.alasan,
                "tanggal": decision.tanggal.to_string(),
            })
        })
        .collect();
    json!({
        "schema": "selaras/check/1",
        "perangkat_daerah": report.perangkat_daerah,
        "tahun": report.tahun,
        "as_of": report.as_of.to_string(),
        "blocking": report.is_blocking(),
        "counts": Map::from_iter(counts),
        "checks": checks,
        "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
        "suppressed": suppressed,
    })
}

fn finding(it: &Temuan) -> Value {
    json!({
        "code": it.code,
        "tier": it.tier.code(),
        "status": it.status.code(),
        "subject": it.subject(),
        "place": place(&it.place),
        "also": it.also.iter().map(place).collect::<Vec<_>>(),
        "message": it.message,
        "remedy": it.remedy,
        "basis": it.basis,
    })
}

fn place(it: &Place) -> Value {
    json!({ "table": it.table, "row": it.row, "column": it.column })
}
