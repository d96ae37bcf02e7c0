//! Changes one figure of a consistent document at random and counts how often the audit finds it, and how often it accuses
//! another: `cargo run --release -p selaras-audit --example mutate -- --seed 1 --runs 2000 [--verbose]`.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program of the project's own")]

#[path = "../tests/common/generate.rs"]
mod generate;

use generate::{Random, generate, mutate};
use selaras_audit::finding::{Level, Part};
use selaras_audit::{Report, audit_document};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let option = |name: &str| {
        arguments
            .iter()
            .position(|it| it == name)
            .and_then(|it| arguments.get(it + 1)?.parse::<u64>().ok())
    };
    let (seed, runs) = (option("--seed").unwrap_or(1), option("--runs").unwrap_or(1000));
    let is_verbose = arguments.iter().any(|it| it == "--verbose");
    let (mut done, mut found, mut elsewhere, mut unrelated, mut cried) = (0, 0, 0, 0, 0);
    for run in 0..runs {
        let seed = seed.wrapping_mul(1_000_003).wrapping_add(run);
        let mut made = generate(seed);
        let clean = audit_document(made.document.clone(), "utuh", &|_| {});
        let false_alarms = accused(&clean);
        if !false_alarms.is_empty() {
            cried += 1;
            if is_verbose {
                println!("seed {seed}: cries wolf\n{}", selaras_audit::output::text(&clean, false));
            }
            continue;
        }
        let mut random = Random::new(seed ^ 0xabcd);
        let Some((at, before, after)) = (0..20).find_map(|_| mutate(&mut made, &mut random)) else {
            continue;
        };
        done += 1;
        let report = audit_document(made.document.clone(), "ubah", &|_| {});
        let cells = accused(&report);
        let is_found = cells.contains(&at);
        let others = cells.iter().filter(|it| **it != at).count();
        // Related: in the row or the column of the changed cell.
        let strangers =
            cells.iter().filter(|it| it.0 != at.0 || (it.1 != at.1 && it.2 != at.2)).count();
        found += u64::from(is_found);
        elsewhere += u64::from(others > 0);
        unrelated += u64::from(strangers > 0);
        if is_verbose && (!is_found || others > 0) {
            println!(
                "seed {seed}: block {} row {} column {}: {before} -> {after}, found {is_found}, others {others}",
                at.0,
                at.1 + 1,
                at.2 + 1
            );
            print_table(&made, at.0);
            println!("{}", selaras_audit::output::text(&report, false));
        }
    }
    let percent = |it: u64| {
        let tenths = it * 1000 / done.max(1);
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    println!("seed {seed}, {runs} documents, {done} changes");
    println!("consistent documents with an accusation: {cried}");
    println!("found at the cell: {found} ({} %)", percent(found));
    println!(
        "runs that accuse another cell: {elsewhere} ({} %), of them an unrelated one: {unrelated} ({} %)",
        percent(elsewhere),
        percent(unrelated)
    );
}

/// Cells with an error or a warning.
fn accused(report: &Report) -> Vec<(usize, usize, usize)> {
    report
        .findings
        .iter()
        .filter(|it| it.level != Level::Info)
        .filter_map(|it| match &it.location.part {
            Part::Cell { block, row, column, .. } => Some((*block, *row, *column)),
            _ => None,
        })
        .collect()
}

fn print_table(made: &generate::Made, block: usize) {
    let selaras_audit::document::Content::Table(table) = &made.document.blocks[block].content
    else {
        return;
    };
    for row in &table.rows {
        println!("| {} |", row.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" | "));
    }
}
