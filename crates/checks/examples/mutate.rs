//! Changes one figure of an office where everything is right, many times, and counts how often that is
//! found at the row, and how often something else is accused.
//!
//! `cargo run --release -p selaras-checks --example mutate -- --seed 1 --runs 2000`

#![allow(clippy::print_stdout, reason = "it prints a table for docs/quality")]
#![allow(clippy::unwrap_used, reason = "a tool of developers: it may fail by it")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::{Decimal, dec};
use selaras_checks::{Place, Report, Temuan, check, default_day};
use selaras_domain::Berkas;
use selaras_rules::measure;
use support::{Tables, berkas, kantor, key, table, tables};

/// Columns that hold figures.
const FIGURES: [(&str, &str); 12] = [
    ("pagu", "jumlah"),
    ("realisasi_anggaran", "jumlah"),
    ("sumber_dana", "jumlah"),
    ("belanja", "pagu"),
    ("belanja", "realisasi"),
    ("target", "nilai"),
    ("realisasi", "nilai"),
    ("nilai_variabel", "nilai"),
    ("rencana_aksi", "target"),
    ("komponen_evaluasi", "bobot"),
    ("komponen_evaluasi", "nilai"),
    ("evaluasi", "nilai"),
];

/// A figure: its table, column, row, and key.
#[derive(Clone, Debug)]
struct Cell {
    table: &'static str,
    column: &'static str,
    row: usize,
    key: String,
}

/// What came of the changes of one kind of figure.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    runs: usize,
    /// A finding names the changed row.
    at_row: usize,
    /// Findings, but none that names the row.
    elsewhere: usize,
    /// A finding about something that has nothing to do with the row.
    unrelated: usize,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (mut seed, mut runs) = (1_u64, 2_000_usize);
    while let Some(name) = arguments.next() {
        let value = arguments.next().unwrap();
        match name.as_str() {
            "--seed" => seed = value.parse().unwrap(),
            "--runs" => runs = value.parse().unwrap(),
            _ => panic!("usage: mutate [--seed N] [--runs N]"),
        }
    }
    let kantor = kantor();
    let rows = tables(&kantor);
    let cells = cells(&rows);
    let day = default_day(&kantor);
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut counts: BTreeMap<(&str, bool), Count> = BTreeMap::new();
    let mut missed = BTreeMap::<String, usize>::new();
    for _ in 0..runs {
        let cell = &cells[chance.below(cells.len())];
        let changed = change(&rows, cell, &mut chance);
        let report = assess(&berkas(&changed, kantor.narasi.clone()), day);
        let is_determined = determined(cell);
        let count = counts.entry((cell.table, is_determined)).or_default();
        count.runs += 1;
        let at_row = report.findings.iter().any(|it| names(it, cell));
        let related = |it: &Temuan| names(it, cell) || is_about(it, cell);
        count.at_row += usize::from(at_row);
        count.elsewhere += usize::from(!at_row && !report.findings.is_empty());
        count.unrelated += usize::from(report.findings.iter().any(|it| !related(it)));
        if is_determined && !at_row {
            *missed.entry(format!("{} {}.{}", cell.table, cell.key, cell.column)).or_default() += 1;
        }
    }
    print(seed, &counts, &missed);
}

fn assess(berkas: &Berkas, day: Date) -> Report {
    check(berkas, &measure(berkas), day)
}

fn cells(rows: &Tables) -> Vec<Cell> {
    let mut found = Vec::new();
    for (name, column) in FIGURES {
        let table = table(name);
        let place = table.column_index(column).unwrap();
        for (row, texts) in rows[name].iter().enumerate() {
            if !texts[place].is_empty() && texts[place] != "0" {
                found.push(Cell { table: table.name, column, row, key: key(table, texts) });
            }
        }
    }
    found
}

/// The rows with one figure changed by at least a fiftieth, in one of the ways in which people do.
fn change(rows: &Tables, cell: &Cell, chance: &mut Chance) -> Tables {
    let mut changed = rows.clone();
    let table = table(cell.table);
    let place = table.column_index(cell.column).unwrap();
    let text = &mut changed.get_mut(cell.table).unwrap()[cell.row][place];
    let before: Decimal = text.parse().unwrap();
    let after = loop {
        let after = match chance.below(5) {
            0 => before * dec!(10),
            1 => swapped(text, chance),
            2 => digit(text, chance),
            3 => before * Decimal::from(60 + chance.below(38)) / dec!(100),
            _ => before * Decimal::from(103 + chance.below(60)) / dec!(100),
        };
        // Whole amounts stay whole, and a scale is kept: only the figure is wrong.
        let after = after.trunc_with_scale(before.scale()).normalize();
        if after > Decimal::ZERO && (after - before).abs() * dec!(50) >= before {
            break after;
        }
    };
    *text = after.to_string();
    changed
}

/// Two neighbouring digits in each other's place.
fn swapped(text: &str, chance: &mut Chance) -> Decimal {
    let mut letters: Vec<char> = text.chars().collect();
    let place = chance.below(letters.len().max(2) - 1);
    if place + 1 < letters.len() && letters[place] != '.' && letters[place + 1] != '.' {
        letters.swap(place, place + 1);
    }
    letters.into_iter().collect::<String>().parse().unwrap()
}

/// One digit is another.
fn digit(text: &str, chance: &mut Chance) -> Decimal {
    let mut letters: Vec<char> = text.chars().collect();
    let place = chance.below(letters.len());
    if letters[place] != '.' {
        letters[place] = char::from_digit(u32::try_from(chance.below(10)).unwrap(), 10).unwrap();
    }
    letters.into_iter().collect::<String>().parse().unwrap()
}

/// Whether other facts of the office determine the figure.
fn determined(cell: &Cell) -> bool {
    let key = cell.key.as_str();
    let has = |part: &str| key.contains(part);
    match cell.table {
        "pagu" | "sumber_dana" | "belanja" | "evaluasi" | "komponen_evaluasi" => true,
        "realisasi_anggaran" => true,
        "target" => {
            let promised =
                has("/pk-2024/") || has("/perubahan-pk-2024/") || has("/pengukuran-2024/");
            let planned = has("/renstra-2023/2024/") || has("/renstra-2023/2023/");
            let quarters = has("kel-arsip") && !has("/renja-");
            let program = key.starts_with("ikp") && has("/renja-2024/");
            let earlier = has("/lkjip-2024/2023/");
            let program_earlier = key.starts_with("ikp") && has("/renstra-2023/2023/");
            (promised || planned || quarters || program || earlier) && !program_earlier
        }
        "realisasi" => {
            let summed = key.starts_with("kel-");
            let last = key.starts_with("iku-2/2024/") && (has("tw4") || has("tahun"));
            summed || last
        }
        "nilai_variabel" => {
            let summed = key.starts_with("iku-3/") && has("/2024/");
            let last = key.starts_with("iku-1/") && (has("/2024/tw4") || has("/2024/tahun"));
            summed || last
        }
        _ => false,
    }
}

fn names(it: &Temuan, cell: &Cell) -> bool {
    let here = |place: &Place| place.table == cell.table && place.row == cell.key;
    here(&it.place) || it.also.iter().any(here)
}

/// Whether a finding is about the same indikator, the same branch of the tree, or the same document as
/// a row: what follows from its figure.
fn is_about(it: &Temuan, cell: &Cell) -> bool {
    let key = cell.key.as_str();
    let is_money = matches!(cell.table, "pagu" | "realisasi_anggaran" | "belanja");
    let first = |row: &str| row.split('/').next().unwrap_or_default().to_owned();
    let own = first(key);
    let whole = ["", "total", "kategori", "efisiensi"];
    std::iter::once(&it.place).chain(&it.also).any(|place| {
        let other = first(&place.row);
        let is_branch = other.starts_with(&own) || own.starts_with(&other);
        // Spending by kind is compared with spending by program.
        let is_kind = place.table == "belanja" && is_money;
        let is_output = place.table == "program_kegiatan" && own.starts_with("kel-");
        is_branch
            || whole.contains(&other.as_str())
            || whole.contains(&own.as_str())
            || is_output
            || is_kind
            || place
                .row
                .split('/')
                .any(|part| key.split('/').any(|it| it == part && it.contains("-20")))
    })
}

fn print(seed: u64, counts: &BTreeMap<(&str, bool), Count>, missed: &BTreeMap<String, usize>) {
    println!("Seed {seed}.\n");
    println!(
        "| table | determined by others | changes | found at the row | only elsewhere | not found | something unrelated |"
    );
    println!("|---|---|---:|---:|---:|---:|---:|");
    let line = |name: &str, kind: &str, it: &Count| {
        let share =
            |n: usize| format!("{n} ({}%)", Decimal::from(n * 1000 / it.runs.max(1)) / dec!(10));
        println!(
            "| {name} | {kind} | {} | {} | {} | {} | {} |",
            it.runs,
            share(it.at_row),
            it.elsewhere,
            it.runs - it.at_row - it.elsewhere,
            it.unrelated
        );
    };
    let mut totals = [Count::default(), Count::default()];
    for ((name, is_determined), it) in counts {
        line(&format!("`{name}`"), if *is_determined { "yes" } else { "no" }, it);
        let total = &mut totals[usize::from(!is_determined)];
        total.runs += it.runs;
        total.at_row += it.at_row;
        total.elsewhere += it.elsewhere;
        total.unrelated += it.unrelated;
    }
    line("**all**", "yes", &totals[0]);
    line("**all**", "no", &totals[1]);
    if !missed.is_empty() {
        println!("\nDetermined and not found at the row:\n");
        for (cell, n) in missed {
            println!("- `{cell}`: {n}");
        }
    }
}

/// A stream of numbers that a seed decides: xorshift64*.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap() % bound
    }
}
