//! Changes one thing at random in reports in which everything agrees, and measures how often the
//! change is found and how often something else is accused:
//! `cargo run --release -p selaras-audit --example mutate_claims -- --seed 1 --runs 1000`.
//!
//! What other words of a report determine is marked in it with «⟦…⟧»
//! (`tests/claims/consistent/*.txt`).

#![expect(clippy::print_stdout, reason = "it is a program")]

#[path = "../tests/claims/notation.rs"]
mod notation;

use std::collections::BTreeMap;
use std::error::Error;

use selaras_audit::claims;
use selaras_audit::document::{Content, Document};
use selaras_audit::finding::{Finding, Level, Part};

const REPORTS: [(&str, &str); 5] = [
    ("dinas", include_str!("../tests/claims/consistent/dinas.txt")),
    ("inspektorat", include_str!("../tests/claims/consistent/inspektorat.txt")),
    ("kecamatan", include_str!("../tests/claims/consistent/kecamatan.txt")),
    ("kementerian", include_str!("../tests/claims/consistent/kementerian.txt")),
    ("rsud", include_str!("../tests/claims/consistent/rsud.txt")),
];

fn main() -> Result<(), Box<dyn Error>> {
    let (seed, runs) = (option("--seed", 1)?, option("--runs", 1000)?);
    let mut random = Random(seed);
    let (mut n_found, mut n_accused) = (0, 0);
    let mut missed: BTreeMap<String, u64> = BTreeMap::new();
    let mut accused: BTreeMap<String, u64> = BTreeMap::new();
    for _ in 0..runs {
        let (name, text) = REPORTS[random.below(REPORTS.len())];
        let Some((mutated, what)) = mutate(text, &mut random) else { continue };
        let (before, after) = (document(text), document(&mutated));
        let changed: Vec<usize> =
            (0..after.blocks.len()).filter(|it| before.blocks[*it] != after.blocks[*it]).collect();
        let claims = claims::examine(&after);
        let at_change = |it: &&Finding| block_of(it).is_some_and(|it| changed.contains(&it));
        if claims.findings.iter().any(|it| at_change(&it)) {
            n_found += 1;
        } else {
            *missed.entry(format!("{name}: {what}")).or_default() += 1;
        }
        // What disagrees with the change may be named beside it: it names the changed words.
        let others = claims.findings.iter().filter(|it| !at_change(it) && it.level != Level::Info);
        let unrelated: Vec<&Finding> = others.filter(|it| !names(it, &after, &changed)).collect();
        if let Some(first) = unrelated.first() {
            n_accused += 1;
            *accused
                .entry(format!("{name}: {what}: {} {}", first.code, first.message))
                .or_default() += 1;
        }
    }
    let percent = |part: u64| format!("{},{:02}%", part * 100 / runs, part * 10_000 / runs % 100);
    println!("seed {seed}, {runs} runs");
    println!("found: {n_found} ({})", percent(n_found));
    println!("something else accused: {n_accused} ({})", percent(n_accused));
    print("missed", &missed);
    print("accused", &accused);
    Ok(())
}

fn print(title: &str, entries: &BTreeMap<String, u64>) {
    for (entry, count) in entries {
        println!("{title} {count}: {entry}");
    }
}

fn option(name: &str, default: u64) -> Result<u64, Box<dyn Error>> {
    let mut arguments = std::env::args().skip_while(|it| it != name).skip(1);
    arguments.next().map_or(Ok(default), |it| Ok(it.parse()?))
}

fn document(text: &str) -> Document {
    notation::document(&text.replace(['⟦', '⟧'], ""))
}

fn block_of(finding: &Finding) -> Option<usize> {
    match &finding.location.part {
        Part::Cell { block, .. } | Part::Table { block, .. } | Part::Sentence { block, .. } => {
            Some(*block)
        }
        Part::Document => None,
    }
}

/// Whether what a finding expects is what the changed block prints.
fn names(finding: &Finding, document: &Document, changed: &[usize]) -> bool {
    let Some(expected) = &finding.expected else { return false };
    changed.iter().any(|it| match &document.blocks[*it].content {
        Content::Paragraph { text } | Content::ListItem { text, .. } => {
            text.to_lowercase().contains(&expected.to_lowercase())
        }
        _ => false,
    })
}

/// The text with one of its marked places changed, and what became what.
fn mutate(text: &str, random: &mut Random) -> Option<(String, String)> {
    let starts: Vec<usize> = text.match_indices('⟦').map(|it| it.0).collect();
    // The first mark explains the marks.
    let start = starts[1..][random.below(starts.len() - 1)];
    let end = start + text[start..].find('⟧')?;
    let inside = &text[start + '⟦'.len_utf8()..end];
    let changed = change(inside, random)?;
    let mutated = format!("{}⟦{changed}{}", &text[..start], &text[end..]);
    Some((mutated, format!("{inside} -> {changed}")))
}

/// Another number, direction, day, unit or word.
fn change(inside: &str, random: &mut Random) -> Option<String> {
    const PAIRS: [(&str, &str); 12] = [
        ("2 (dua)", "5 (lima)"),
        ("meningkat", "menurun"),
        ("naik", "turun"),
        ("Selasa", "Rabu"),
        ("Senin", "Kamis"),
        ("Jum'at", "Sabtu"),
        ("orang", "jabatan"),
        ("laporan", "kegiatan"),
        ("3 (tiga)", "4 (empat)"),
        ("Presiden", "Pemerintah"),
        ("31 Desember", "31 November"),
        ("Reviu", "Evaluasi"),
    ];
    if let Some((_, other)) = PAIRS.iter().find(|(one, _)| *one == inside) {
        return Some((*other).to_owned());
    }
    let digits: Vec<usize> =
        inside.char_indices().filter(|(_, it)| it.is_ascii_digit()).map(|(at, _)| at).collect();
    if digits.is_empty() {
        return Some(change_words(inside, random));
    }
    for _ in 0..50 {
        let at = digits[random.below(digits.len())];
        let old = inside.as_bytes()[at] - b'0';
        let new = u8::try_from(random.below(10)).ok()?;
        let is_first = at == digits[0];
        // One unit of the last decimal is what rounding may explain.
        let is_last_decimal = Some(&at) == digits.last()
            && inside[..at].contains([',', '.'])
            && !inside.contains("000")
            && inside.len() < 9;
        let is_small = is_last_decimal && new.abs_diff(old) < 2;
        if new != old && !(is_first && new == 0) && !is_small {
            let mut changed = inside.to_owned();
            changed.replace_range(at..=at, &new.to_string());
            return Some(changed);
        }
    }
    None
}

/// Number words become others; of a title a word is lost.
fn change_words(inside: &str, random: &mut Random) -> String {
    const NUMBERS: [&str; 9] =
        ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
    let mut words: Vec<&str> = inside.split(' ').collect();
    let numbers: Vec<usize> = (0..words.len()).filter(|it| NUMBERS.contains(&words[*it])).collect();
    if numbers.is_empty() {
        words.remove(random.below(words.len()));
    } else {
        let at = numbers[random.below(numbers.len())];
        let others: Vec<&str> = NUMBERS.into_iter().filter(|it| *it != words[at]).collect();
        words[at] = others[random.below(others.len())];
    }
    words.join(" ")
}

/// `SplitMix64`: the same seed gives the same run everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from((mixed ^ (mixed >> 31)) % limit).unwrap_or(0)
    }
}
