//! The numbers of tables and figures: each once, and none left out.

use std::collections::BTreeMap;

use super::caption::{Placed, word};
use super::text::similar::{whole, words};
use super::{Ledger, Prose, Remark};
use crate::document::CaptionKind;
use crate::finding::Level;

/// Two different tables with one number.
const TWICE: u16 = 373;
/// A number that is left out, or not in its turn.
const GAP: u16 = 374;

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    for kind in [CaptionKind::Tabel, CaptionKind::Gambar] {
        let mut series: BTreeMap<&str, Vec<(u32, &Placed<'_>)>> = BTreeMap::new();
        for it in prose.captions.of_kind(kind) {
            if let Some((prefix, last)) = split(it.number) {
                series.entry(prefix).or_default().push((last, it));
            }
        }
        for (prefix, numbers) in series {
            twice(kind, &numbers, ledger);
            gaps(prose, kind, prefix, &numbers, ledger);
        }
    }
}

/// "3.10" as "3." and 10. What ends in a letter belongs to no series.
fn split(number: &str) -> Option<(&str, u32)> {
    let prefix = number.trim_end_matches(|it: char| it.is_ascii_digit());
    Some((prefix, number[prefix.len()..].parse().ok()?))
}

fn twice(kind: CaptionKind, numbers: &[(u32, &Placed<'_>)], ledger: &mut Ledger<'_>) {
    let mut seen: BTreeMap<u32, &Placed<'_>> = BTreeMap::new();
    for (number, it) in numbers {
        ledger.checked();
        let Some(first) = seen.insert(*number, it) else { continue };
        // A table that goes on over pages repeats its caption, or a part of it.
        if is_continued(first.text, it.text) {
            continue;
        }
        let name = format!("{} {}", word(kind), it.number);
        let message = format!(
            "Nomor {name} dipakai dua kali: untuk “{}” dan untuk “{}”. Beri nomor masing-masing.",
            first.text, it.text
        );
        let printed = Some(format!("{name} {}", it.text));
        let level = Level::Error;
        ledger.block(
            it.block,
            name,
            Remark { code: TWICE, level, printed, expected: None, message },
        );
    }
}

fn is_continued(first: &str, next: &str) -> bool {
    let lower = next.to_lowercase();
    let says_so = ["lanjutan", "sambungan", "lanj."].iter().any(|it| lower.contains(it));
    let (one, other) = (words(first), words(next));
    // Slips of a scanner make no other table of it.
    let difference = whole(&one, &other);
    says_so
        || one.is_empty()
        || other.is_empty()
        || one.starts_with(&other)
        || other.starts_with(&one)
        || difference.n_words * 5 <= one.len()
}

fn gaps(
    prose: &Prose<'_>,
    kind: CaptionKind,
    prefix: &str,
    numbers: &[(u32, &Placed<'_>)],
    ledger: &mut Ledger<'_>,
) {
    // One caption is no series, and roman or other prefixes are left to their makers.
    if numbers.len() < 2 {
        return;
    }
    let all: Vec<u32> = numbers.iter().map(|(number, _)| *number).collect();
    let mut before = 0;
    for (number, it) in numbers {
        if *number > before + 1 {
            let missing: Vec<u32> =
                (before + 1..*number).filter(|it| !all.contains(it)).take(4).collect();
            let is_listed = |missing: &u32| {
                // What the list of tables names is missed there, once.
                let name = format!("{prefix}{missing}");
                prose.captions.listed.iter().any(|it| it.kind == kind && it.number == name)
            };
            let missing: Vec<u32> = missing.into_iter().filter(|it| !is_listed(it)).collect();
            if let [first, ..] = missing[..]
                && *number - before <= 4
            {
                let name = format!("{} {}", word(kind), it.number);
                let absent = format!("{} {prefix}{first}", word(kind));
                let message = format!(
                    "Penomoran melompat: sebelum {name} tidak ada {absent}. Periksa apakah ada \
                     yang hilang atau salah nomor."
                );
                let remark = Remark {
                    code: GAP,
                    level: Level::Warning,
                    printed: Some(name.clone()),
                    expected: Some(absent),
                    message,
                };
                ledger.block(it.block, name, remark);
            }
        }
        before = before.max(*number);
    }
}
