//! Amounts: parts that add up to their whole, a part that is called the total, and an amount that
//! differs by a digit from the one it must be.

use std::collections::BTreeMap;

use super::grid::{Grid, is_total};
use super::text::{Quantity, Sentence, Unit, quantities_of};
use super::witness::Witness;
use super::{Ledger, Prose, Remark};
use crate::document::{Content, Document};
use crate::finding::Level;

/// A part of the budget that is called its total.
const PART_AS_TOTAL: u16 = 320;
/// Parts that do not add up.
const OTHER_SUM: u16 = 321;
/// An amount that differs from another by one slip.
const SLIP: u16 = 322;

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    let tables = Column::all(prose.document);
    for (index, sentence) in prose.sentences.iter().enumerate() {
        if !sentence.is_prose() || !sentence.quantities.iter().any(|it| it.unit == Unit::Rupiah) {
            continue;
        }
        let before = index.checked_sub(1).map(|it| &prose.sentences[it]);
        let before = before.filter(|it| it.block == sentence.block);
        parts(sentence, before, &prose.witness, ledger);
        rest(sentence, before, ledger);
        part_as_total(sentence, &tables, ledger);
    }
    slips(prose, &tables, ledger);
}

/// A column of amounts: its entries, and the total below them.
struct Column {
    entries: Vec<i64>,
    total: i64,
}

/// More entries are not tried in all their combinations.
const ENTRIES_MAX: usize = 10;

impl Column {
    fn all(document: &Document) -> Vec<Column> {
        let mut found = Vec::new();
        for block in &document.blocks {
            let Content::Table(table) = &block.content else { continue };
            let grid = Grid::of(table);
            for column in 0..grid.labels.len() {
                let mut entries = Vec::new();
                for (_, row) in grid.body() {
                    let Some(cell) = row.get(column).filter(|it| it.merged_into.is_none()) else {
                        continue;
                    };
                    let Some(amount) = amount(&cell.text) else { continue };
                    if row.iter().any(|it| is_total(&it.text)) {
                        if entries.len() >= 2 && entries.iter().sum::<i64>() == amount {
                            found.push(Column { entries: entries.clone(), total: amount });
                        }
                        break;
                    }
                    entries.push(amount);
                }
            }
        }
        found
    }

    /// Whether an amount is the sum of some entries, but not of all.
    fn has_part(&self, amount: i64) -> bool {
        let count = self.entries.len();
        if !(3..=ENTRIES_MAX).contains(&count) || amount >= self.total {
            return false;
        }
        (1_u32..(1 << count) - 1).any(|chosen| {
            let entries = self.entries.iter().enumerate();
            let sum: i64 =
                entries.filter(|(at, _)| chosen & (1 << at) != 0).map(|(_, it)| it).sum();
            chosen.count_ones() >= 2 && sum == amount
        })
    }
}

/// A whole amount of at least a million, written alone.
fn amount(text: &str) -> Option<i64> {
    let found = quantities_of(text);
    let [quantity] = &found[..] else { return None };
    rupiah(quantity).filter(|it| *it >= 1_000_000)
}

fn rupiah(quantity: &Quantity<'_>) -> Option<i64> {
    if quantity.is_scaled || !matches!(quantity.unit, Unit::Rupiah | Unit::Plain) {
        return None;
    }
    let whole = quantity.readings.iter().find(|it| it.value.is_integer())?;
    whole.value.as_decimal()?.normalize().try_into().ok()
}

/// `anggaran Rp X … terdiri dari Belanja Operasi Rp A dan Belanja Modal Rp B`.
fn parts(
    sentence: &Sentence<'_>,
    before: Option<&Sentence<'_>>,
    witness: &Witness,
    ledger: &mut Ledger<'_>,
) {
    let tokens = &sentence.tokens;
    let marker = (0..tokens.len()).find(|at| {
        let next = tokens.get(at + 1);
        tokens[*at].is("terdiri") && next.is_some_and(|it| it.is("dari") || it.is("atas"))
            || tokens[*at].is("rincian")
    });
    let Some(at) = marker else { return };
    let money = |it: &&Quantity<'_>| it.unit == Unit::Rupiah && !it.is_rough;
    let own = sentence.quantities.iter().filter(money).rfind(|it| it.last < at);
    // «Anggaran tersebut terdiri dari …» speaks of the sentence before.
    let earlier = || {
        let refers = tokens[..at].iter().any(|it| it.is_any(&["tersebut", "itu", "ini"]));
        before.filter(|_| refers)?.quantities.iter().rfind(money)
    };
    let Some(whole) = own.or_else(earlier) else { return };
    let parts: Vec<&Quantity<'_>> =
        sentence.quantities.iter().filter(money).filter(|it| it.first > at).collect();
    let is_open = sentence.has_phrase(&["antara", "lain"]) || sentence.has_any(&["diantaranya"]);
    // Percentages between the amounts make pairs of pagu and realisasi of them.
    let has_others = sentence.quantities.iter().any(|it| it.first > at && it.unit == Unit::Percent);
    if parts.len() < 2 || is_open || whole.is_scaled || parts.iter().any(|it| it.is_scaled) {
        return;
    }
    let Some(total) = rupiah(whole) else { return };
    ledger.checked();
    let mut sum = 0_i64;
    let is_explained = parts.iter().filter_map(|it| rupiah(it)).any(|it| {
        sum = sum.saturating_add(it);
        sum == total
    });
    let alternates = parts.iter().step_by(2).filter_map(|it| rupiah(it)).sum::<i64>() == total
        || parts.iter().skip(1).step_by(2).filter_map(|it| rupiah(it)).sum::<i64>() == total;
    let spent = tokens[at..].iter().any(|it| it.is_any(&["realisasi", "pagu", "sisa"]));
    // «Realisasi Rp X atau 97% dari anggaran Rp Y, terdiri dari …»: the parts may be of either.
    let sum: i64 = parts.iter().filter_map(|it| rupiah(it)).sum();
    let is_of_another = own.is_some()
        && sentence
            .quantities
            .iter()
            .filter(money)
            .any(|it| it.last < at && rupiah(it) == Some(sum));
    if is_explained || alternates || has_others || spent || is_of_another {
        return;
    }
    // Where the tables know the whole and all parts but one, that one is odd.
    let unknown: Vec<&&Quantity<'_>> =
        parts.iter().filter(|it| rupiah(it).is_some_and(|it| !witness.knows(it))).collect();
    if let ([odd], true) = (&unknown[..], witness.knows(total)) {
        let right = rupiah(odd).and_then(|it| total.checked_sub(sum)?.checked_add(it));
        if let Some(right) = right.filter(|it| witness.knows(*it)) {
            let right = format!("Rp{}", selaras_domain::angka::format(right));
            let message = format!(
                "Rinciannya tidak berjumlah {}; {} hanya muncul di sini, sedangkan {right} membuatnya cocok.",
                whole.text, odd.text
            );
            let (code, level) = (OTHER_SUM, Level::Error);
            let (printed, expected) = (Some(odd.text.to_owned()), Some(right));
            ledger.sentence(sentence, Remark { code, level, printed, expected, message });
            return;
        }
    }
    let written: Vec<&str> = parts.iter().map(|it| it.text).collect();
    let right = format!("Rp{}", selaras_domain::angka::format(sum));
    let message =
        format!("Rinciannya tidak berjumlah {}: {} = {right}.", whole.text, written.join(" + "));
    let printed = Some(whole.text.to_owned());
    let (code, level, expected) = (OTHER_SUM, Level::Error, Some(right));
    ledger.sentence(sentence, Remark { code, level, printed, expected, message });
}

/// `sisa anggaran sebesar Rp C` behind a pagu and its realisasi: what is left of them.
fn rest(sentence: &Sentence<'_>, before: Option<&Sentence<'_>>, ledger: &mut Ledger<'_>) {
    let tokens = &sentence.tokens;
    let exact = |it: &&Quantity<'_>| it.unit == Unit::Rupiah && !it.is_rough && !it.is_scaled;
    for left in sentence.quantities.iter().filter(exact) {
        let from = left.first.saturating_sub(5);
        let Some(at) = (from..left.first).rev().find(|it| tokens[*it].is("sisa")) else {
            continue;
        };
        let is_plain = tokens[at + 1..left.first].iter().all(|it| {
            it.is_any(&["anggaran", "dana", "pagu", "sebesar", "adalah", "senilai", "yaitu", ":"])
        });
        let own: Vec<&Quantity<'_>> =
            sentence.quantities.iter().filter(exact).filter(|it| it.last < at).collect();
        let earlier: Vec<&Quantity<'_>> =
            before.map_or_else(Vec::new, |it| it.quantities.iter().filter(exact).collect());
        let pair = if own.is_empty() { &earlier } else { &own };
        let [pagu, realisasi] = pair[..] else { continue };
        let (Some(a), Some(b), Some(c)) = (rupiah(pagu), rupiah(realisasi), rupiah(left)) else {
            continue;
        };
        let source = if own.is_empty() { before } else { Some(sentence) };
        let is_spent = source.is_some_and(|it| {
            it.has_any(&["realisasi", "terealisasi", "realisasinya", "terserap", "terealisir"])
        });
        if !is_plain || !is_spent {
            continue;
        }
        ledger.checked();
        if a.abs_diff(b) == c.unsigned_abs() {
            continue;
        }
        let right = format!("Rp{}", selaras_domain::angka::format(a.saturating_sub(b).abs()));
        let message = format!(
            "Sisa dari {} setelah terealisasi {} adalah {right}, bukan {}.",
            pagu.text, realisasi.text, left.text
        );
        let (printed, expected) = (Some(left.text.to_owned()), Some(right));
        let (code, level) = (OTHER_SUM, Level::Error);
        ledger.sentence(sentence, Remark { code, level, printed, expected, message });
    }
}

/// `Total anggaran belanja adalah Rp A`, where A is the sum of some programmes of a table.
fn part_as_total(sentence: &Sentence<'_>, tables: &[Column], ledger: &mut Ledger<'_>) {
    // Whatever narrows the total makes it one of its own.
    const NARROWED: [&str; 18] = [
        "program",
        "prioritas",
        "kegiatan",
        "sub",
        "subkegiatan",
        "bidang",
        "sasaran",
        "tujuan",
        "urusan",
        "modal",
        "operasi",
        "pegawai",
        "barang",
        "langsung",
        "triwulan",
        "semula",
        "iku",
        "pendukung",
    ];
    let tokens = &sentence.tokens;
    for quantity in sentence.quantities.iter().filter(|it| it.unit == Unit::Rupiah) {
        let from = quantity.first.saturating_sub(8);
        let lead = &tokens[from..quantity.first];
        let Some(total) = lead.iter().rposition(|it| it.is_any(&["total", "keseluruhan"])) else {
            continue;
        };
        let is_budget = lead[total..].iter().any(|it| it.is_any(&["anggaran", "belanja", "pagu"]));
        let is_narrowed = sentence.has_any(&NARROWED)
            || lead[total..].iter().any(|it| it.is_number() && !super::text::is_year(it.text));
        let Some(amount) = rupiah(quantity) else { continue };
        if !is_budget || is_narrowed {
            continue;
        }
        ledger.checked();
        if tables.iter().any(|it| it.total == amount && it.entries.len() >= 3) {
            continue;
        }
        let Some(table) = tables.iter().find(|it| it.has_part(amount)) else { continue };
        let right = format!("Rp{}", selaras_domain::angka::format(table.total));
        let message = format!(
            "{} disebut total anggaran, padahal hanya jumlah sebagian rincian dari {right}. Sebut \
             bagian yang dimaksud, misalnya program prioritas.",
            quantity.text
        );
        let printed = Some(quantity.text.to_owned());
        let (code, level, expected) = (PART_AS_TOTAL, Level::Warning, Some(right));
        ledger.sentence(sentence, Remark { code, level, printed, expected, message });
    }
}

/// An amount with this many digits that are not zeros at its end is no round number.
const SIGNIFICANT_MIN: usize = 7;

/// An amount of a sentence that nothing repeats, beside one that differs by one slip of the hand.
fn slips(prose: &Prose<'_>, tables: &[Column], ledger: &mut Ledger<'_>) {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for sentence in &prose.sentences {
        for it in &sentence.quantities {
            if let Some(amount) = rupiah(it).filter(|it| significant(*it) >= SIGNIFICANT_MIN) {
                *counts.entry(amount).or_default() += 1;
            }
        }
    }
    let totals: Vec<i64> = tables.iter().map(|it| it.total).collect();
    let by_shape = shapes(counts.keys().copied());
    for sentence in prose.sentences.iter().filter(|it| it.is_prose()) {
        // What was and what it became may differ by one digit.
        if sentence.has_any(&["semula", "sebelum", "bertambah", "berkurang", "bergeser"]) {
            continue;
        }
        for it in sentence.quantities.iter().filter(|it| it.unit == Unit::Rupiah) {
            let Some(amount) = rupiah(it).filter(|it| counts.get(it) == Some(&1)) else { continue };
            ledger.checked();
            let mut near = similar(amount, &by_shape).filter(|other| {
                let is_known = counts[other] >= 2 || totals.contains(other);
                is_known && !totals.contains(&amount) && !is_round_step(amount, *other)
            });
            let Some(other) = near.next().filter(|_| near.next().is_none()) else { continue };
            let expected = format!("Rp{}", selaras_domain::angka::format(other));
            let message = format!(
                "{} hanya muncul di sini; di tempat lain dalam laporan ini tertulis {expected}, \
                 yang hanya berbeda satu angka. Periksa mana yang benar.",
                it.text
            );
            let printed = Some(it.text.to_owned());
            let (code, level, expected) = (SLIP, Level::Warning, Some(expected));
            ledger.sentence(sentence, Remark { code, level, printed, expected, message });
        }
    }
}

fn significant(amount: i64) -> usize {
    amount.to_string().trim_end_matches('0').len()
}

/// A change of exactly a million, or a hundred million, is a decision and no slip.
fn is_round_step(one: i64, other: i64) -> bool {
    let step = one.abs_diff(other);
    step >= 1_000_000 && step.is_multiple_of(1_000_000)
}

/// Amounts by what they look like with one digit covered, or two exchanged. Keeps the search from
/// comparing every amount with every other.
fn shapes(amounts: impl Iterator<Item = i64>) -> BTreeMap<String, Vec<i64>> {
    let mut found: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for amount in amounts {
        for shape in covered(amount) {
            found.entry(shape).or_default().push(amount);
        }
    }
    found
}

/// The digits with each in turn covered, and with each in turn left out.
fn covered(amount: i64) -> impl Iterator<Item = String> {
    let digits = amount.to_string();
    (0..digits.len()).map(move |at| format!("{}?{}", &digits[..at], &digits[at + 1..]))
}

fn similar<'s>(
    amount: i64,
    by_shape: &'s BTreeMap<String, Vec<i64>>,
) -> impl Iterator<Item = i64> + use<'s> {
    let mut found: Vec<i64> = covered(amount)
        .filter_map(|shape| by_shape.get(&shape))
        .flatten()
        .copied()
        .filter(|it| *it != amount)
        .collect();
    // Two neighbours exchanged.
    let digits = amount.to_string().into_bytes();
    for at in 0..digits.len().saturating_sub(1) {
        let mut swapped = digits.clone();
        swapped.swap(at, at + 1);
        let other: Option<i64> = String::from_utf8(swapped).ok().and_then(|it| it.parse().ok());
        if let Some(other) = other.filter(|it| *it != amount)
            && by_shape
                .get(&covered(other).next().unwrap_or_default())
                .is_some_and(|it| it.contains(&other))
        {
            found.push(other);
        }
    }
    found.sort_unstable();
    found.dedup();
    found.into_iter()
}
