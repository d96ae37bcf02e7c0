//! `5 (lima) bidang yaitu A, B, C, D dan E`, and `14 kegiatan yang terdiri dari 8 kegiatan …`.

use std::collections::BTreeSet;

use super::{OTHER_COUNT, OTHER_SUM, TWICE, is_measure, marker, remark};
use crate::claims::Ledger;
use crate::claims::text::{Counted, Sentence, Token, counted};
use crate::finding::Level;

/// How far behind a noun what it counts begins to be named, in tokens.
const REACH: usize = 12;

/// Longer enumerations are not written in a sentence.
const COUNT_MAX: i64 = 30;

pub(super) fn examine(sentence: &Sentence<'_>, it: &Counted, ledger: &mut Ledger<'_>) {
    let Some((at, behind)) = marker(sentence, it.last + 1) else { return };
    // What stands between must still speak of the same: no other number, no new clause.
    let between = &sentence.tokens[it.last + 1..at];
    let is_near = between.len() <= REACH
        && !between.iter().any(|it| it.is_number() || it.is_any(&["dan", "dengan", ";", "."]));
    if !is_near || behind >= sentence.tokens.len() {
        return;
    }
    let rest = &sentence.tokens[behind..];
    if rest[0].is("sebagai") || rest[0].is("berikut") {
        return;
    }
    let n_marked = n_enumerators(rest);
    let is_quantity = sentence.quantities.iter().any(|it| it.token == behind);
    if rest[0].is_number() && is_quantity && n_marked.is_none() {
        return sum(sentence, it, behind, ledger);
    }
    if is_measure(&it.noun(sentence)) || it.count > COUNT_MAX {
        return;
    }
    if let Some(n_marked) = n_marked {
        ledger.checked();
        if i64::try_from(n_marked).ok() != Some(it.count) {
            differs(sentence, it, n_marked, Level::Error, ledger);
        }
        return;
    }
    enumeration(sentence, it, rest, ledger);
}

/// How many markers `(1)`, `2)`, `c.` follow each other, if the enumeration begins with one.
fn n_enumerators(rest: &[Token<'_>]) -> Option<usize> {
    let mut next = 1_usize;
    for (at, token) in rest.iter().enumerate() {
        let is_closed = rest.get(at + 1).is_some_and(|it| it.is_any(&[")", "."]))
            && rest[at + 1].start == token.end();
        let letter = u8::try_from(next - 1).ok().filter(|it| *it < 26).map(|it| b'a' + it);
        let is_letter = token.text.len() == 1 && token.text.bytes().next() == letter;
        let is_next = is_closed && (token.text == next.to_string() || is_letter);
        if is_next {
            next += 1;
        } else if at > 1 && next == 1 {
            return None;
        }
    }
    (next > 2).then_some(next - 1)
}

/// Items between commas and conjunctions.
fn enumeration(sentence: &Sentence<'_>, it: &Counted, rest: &[Token<'_>], ledger: &mut Ledger<'_>) {
    let parts = parts(rest);
    let n_joints: usize = parts.iter().map(|it| n_conjunctions(it)).sum();
    let most = parts.len() + n_joints;
    if most < 2 || it.count < 2 || rest.iter().any(|it| it.is("/")) {
        return;
    }
    ledger.checked();
    if let Some(twice) = twice(sentence, &parts) {
        let message = format!(
            "Disebutkan {} {}, tetapi “{twice}” tertulis dua kali. Ganti salah satunya dengan yang \
             seharusnya.",
            it.count,
            it.noun(sentence)
        );
        ledger.sentence(sentence, remark(TWICE, Level::Error, &twice, None, message));
        return;
    }
    let count = usize::try_from(it.count).unwrap_or(usize::MAX);
    if count > most {
        differs(sentence, it, most, Level::Error, ledger);
        return;
    }
    // Commas may stand inside a name; only where every item begins alike, or is a word or two, is
    // it certain that there are too many.
    let heads: BTreeSet<&str> = parts.iter().filter_map(|it| Some(&*it.first()?.folded)).collect();
    let head = &*parts[0][0].folded;
    let is_alike = heads.len() == 1 && parts.len() >= 2;
    let n_alike = rest.iter().filter(|it| it.is(head)).count();
    let is_short = parts.iter().all(|it| it.len() <= 2);
    if is_alike && n_alike > count && parts.len() > count {
        differs(sentence, it, n_alike, Level::Warning, ledger);
    } else if is_short && parts.len() > count {
        differs(sentence, it, most, Level::Warning, ledger);
    }
}

/// The items between commas and semicolons that stand in no parentheses.
fn parts<'t, 'a>(rest: &'t [Token<'a>]) -> Vec<&'t [Token<'a>]> {
    let mut found = Vec::new();
    let (mut first, mut depth) = (0, 0_u32);
    for (at, token) in rest.iter().enumerate() {
        match token.text {
            "(" | "“" | "«" => depth += 1,
            ")" | "”" | "»" => depth = depth.saturating_sub(1),
            "," | ";" if depth == 0 => {
                found.push(&rest[first..at]);
                first = at + 1;
            }
            _ => {}
        }
    }
    found.push(&rest[first..]);
    for part in &mut found {
        while let [token, after @ ..] = *part
            && token.is_any(&["dan", "serta", "&", "maupun"])
        {
            *part = after;
        }
        while let [before @ .., token] = *part
            && token.is_any(&[".", ";", ":"])
        {
            *part = before;
        }
    }
    found.retain(|it| !it.is_empty());
    found
}

fn n_conjunctions(part: &[Token<'_>]) -> usize {
    part.iter().filter(|it| it.is_any(&["dan", "serta", "&", "maupun", "atau", "dengan"])).count()
}

/// An item that is named twice. Items are cut at conjunctions too: of names with `dan` inside only
/// the halves are compared, and halves of one word are not enough.
fn twice(sentence: &Sentence<'_>, parts: &[&[Token<'_>]]) -> Option<String> {
    let mut seen: Vec<Vec<&str>> = Vec::new();
    for part in parts {
        let items = part.split(|it| it.is_any(&["serta", "dan", "&"]));
        for item in items.filter(|it| it.len() >= 2) {
            let words: Vec<&str> = item.iter().map(|it| &*it.folded).collect();
            if seen.contains(&words) {
                let (first, last) = (&item[0], &item[item.len() - 1]);
                return Some(sentence.text[first.start..last.end()].to_owned());
            }
            seen.push(words);
        }
    }
    None
}

fn differs(
    sentence: &Sentence<'_>,
    it: &Counted,
    named: usize,
    level: Level,
    ledger: &mut Ledger<'_>,
) {
    let noun = it.noun(sentence);
    let message =
        format!("Disebutkan {} {noun}, tetapi yang diuraikan dalam kalimat ini {named}.", it.count);
    let expected = Some(format!("{named} {noun}"));
    ledger.sentence(sentence, remark(OTHER_COUNT, level, it.text(sentence), expected, message));
}

/// `6 kasus yang terdiri dari 1 hukuman sedang dan 5 hukuman berat`.
fn sum(sentence: &Sentence<'_>, whole: &Counted, behind: usize, ledger: &mut Ledger<'_>) {
    let all = counted(sentence);
    let parts: Vec<&Counted> = all
        .iter()
        .filter(|it| sentence.quantities[it.quantity].first >= behind)
        .filter(|it| !sentence.quantities[it.quantity].is_rough)
        .collect();
    let first = |it: &Counted| it.noun(sentence).split(' ').next().unwrap_or_default().to_owned();
    let noun = first(whole);
    let n_same = parts.iter().filter(|it| first(it) == noun).count();
    // «9.959 jiwa laki-laki dan 9.824 jiwa perempuan, dengan 5.474 kepala keluarga»: only people are parts.
    let parts: Vec<&Counted> = match n_same {
        2.. => parts.into_iter().filter(|it| first(it) == noun).collect(),
        _ => parts,
    };
    let counts_people = ["orang", "pegawai", "kasus", "berkas"].contains(&noun.as_str());
    if parts.len() < 2 || (n_same == 0 && !counts_people) {
        return;
    }
    ledger.checked();
    // A second breakdown may follow the first: any beginning that adds up explains the count.
    let mut total = 0_i64;
    let is_explained = parts.iter().any(|it| {
        total = total.saturating_add(it.count);
        total == whole.count
    });
    // So does the number of the parts themselves, and two full breakdowns.
    let n_parts = i64::try_from(parts.len()).unwrap_or(0);
    if is_explained || n_parts == whole.count || total == whole.count.saturating_mul(2) {
        return;
    }
    // Only where each part counts the same thing is there no other reading.
    let level = if n_same == parts.len() { Level::Error } else { Level::Warning };
    let written: Vec<String> = parts.iter().map(|it| it.count.to_string()).collect();
    let message =
        format!("Rinciannya tidak berjumlah {}: {} = {total}.", whole.count, written.join(" + "));
    let expected = Some(total.to_string());
    ledger.sentence(sentence, remark(OTHER_SUM, level, whole.text(sentence), expected, message));
}
