//! The periods of plans: one plan has one period, and ends when it ends.

use std::collections::BTreeMap;

use super::text::{Sentence, Token, is_year};
use super::{Ledger, Prose, Remark};
use crate::finding::Level;

/// Another period for the same plan.
const OTHER_PERIOD: u16 = 354;
/// A plan that is said to end in another year than its period does.
const OTHER_END: u16 = 355;
/// A period that ends before it begins.
const BACKWARDS: u16 = 356;
/// A period that no plan of its kind has.
const TOO_LONG: u16 = 357;

/// Plans of five years, counted from one year to another with one to spare.
const LONGEST: i16 = 6;

/// A plan of several years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Plan {
    Rpjmn,
    Rpjmd,
    Rpjp,
    Renstra,
}

/// The same plan: its kind, and the words that say whose it is.
type Key = (Plan, String);

struct Mention<'p, 'a> {
    sentence: &'p Sentence<'a>,
    key: Key,
    first: usize,
    last: usize,
    from: i16,
    to: i16,
}

/// How far behind the name of a plan its period stands, in words.
const REACH: usize = 24;

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    let mut mentions = Vec::new();
    for sentence in &prose.sentences {
        mentions.extend(mentions_in(sentence));
    }
    let mut periods: BTreeMap<Key, BTreeMap<(i16, i16), usize>> = BTreeMap::new();
    for it in &mentions {
        *periods.entry(it.key.clone()).or_default().entry((it.from, it.to)).or_default() += 1;
    }
    for it in &mentions {
        ledger.checked();
        if it.from >= it.to {
            backwards(it, ledger);
        } else if it.key.0 != Plan::Rpjp && it.to - it.from > LONGEST {
            too_long(it, ledger);
        } else if let Some(usual) = usual(&periods, it) {
            differs(it, usual, ledger);
        } else if let Some(other) = plan_above(&periods, it) {
            differs_from_plan_above(it, other, ledger);
        }
    }
    for sentence in prose.sentences.iter().filter(|it| it.is_prose()) {
        end(sentence, &periods, ledger);
    }
}

fn mentions_in<'p, 'a>(sentence: &'p Sentence<'a>) -> Vec<Mention<'p, 'a>> {
    let tokens = &sentence.tokens;
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let Some((plan, behind)) = plan_at(tokens, at) else { continue };
        // The period belongs to this plan if no other plan stands between.
        let limit = tokens.len().min(behind + REACH);
        let stop = (behind..limit)
            .find(|it| {
                plan_at(tokens, *it).is_some_and(|(other, _)| other != plan)
                    || tokens[*it].is_any(&[";", "serta", "maka", "realisasi", "capaian"])
            })
            .unwrap_or(limit);
        let Some(first) = (behind..stop).find(|it| period_at(tokens, *it).is_some()) else {
            continue;
        };
        let Some((from, to, last)) = period_at(tokens, first) else { continue };
        let owner = owner(&tokens[behind..first]);
        found.push(Mention { sentence, key: (plan, owner), first, last, from, to });
    }
    found
}

/// The name of a plan at `at`, and the token behind it.
fn plan_at(tokens: &[Token<'_>], at: usize) -> Option<(Plan, usize)> {
    let is = |n: usize, word: &str| tokens.get(at + n).is_some_and(|it| it.is(word));
    match &*tokens[at].folded {
        "rpjmn" => Some((Plan::Rpjmn, at + 1)),
        "rpjmd" => Some((Plan::Rpjmd, at + 1)),
        "rpjpd" | "rpjp" | "rpjpn" => Some((Plan::Rpjp, at + 1)),
        "renstra" => Some((Plan::Renstra, at + 1)),
        "rencana" if is(1, "strategis") => Some((Plan::Renstra, at + 2)),
        "rencana" if is(1, "pembangunan") && is(2, "jangka") && is(3, "menengah") => {
            if is(4, "nasional") {
                Some((Plan::Rpjmn, at + 5))
            } else {
                Some((Plan::Rpjmd, at + 4 + usize::from(is(4, "daerah"))))
            }
        }
        _ => None,
    }
}

/// `2021-2026`, `2021 – 2026`, `2021 s.d. 2026`: the years, and the last token.
fn period_at(tokens: &[Token<'_>], at: usize) -> Option<(i16, i16, usize)> {
    let year = |it: &Token<'_>| -> Option<i16> {
        (it.is_number() && is_year(it.text)).then(|| it.text.parse().ok())?
    };
    let from = year(tokens.get(at)?)?;
    let joints = tokens[at + 1..].iter().take(4).take_while(|it| {
        it.is_any(&["-", "–", "—", "s", ".", "d", "/", "sd", "sampai", "dengan", "hingga"])
    });
    let n_joints = joints.count();
    let last = at + 1 + n_joints;
    let to = year(tokens.get(last)?)?;
    (n_joints > 0).then_some((from, to, last))
}

/// The capitalised words that say whose plan it is: `Kota Dumai`, `Provinsi Riau`. An office is not
/// told apart from its region: it follows the region's period.
fn owner(between: &[Token<'_>]) -> String {
    let mut words = Vec::new();
    for (index, token) in between.iter().enumerate() {
        if token.is_any(&["kota", "kabupaten", "provinsi", "kab", "kementerian"]) {
            let name = between[index + 1..].iter().find(|it| !it.is("."));
            words = vec![token.folded.to_string()];
            words.extend(name.filter(|it| it.is_word()).map(|it| it.folded.to_string()));
        }
    }
    words.join(" ").replace("kab ", "kabupaten ")
}

/// The period that the report gives this plan nearly always, if it is another one.
fn usual(
    periods: &BTreeMap<Key, BTreeMap<(i16, i16), usize>>,
    mention: &Mention<'_, '_>,
) -> Option<(i16, i16)> {
    let (plan, owner) = &mention.key;
    let mine = (mention.from, mention.to);
    // Without an owner it may be anybody's: then every owner has to agree.
    let candidates: Vec<&BTreeMap<(i16, i16), usize>> = periods
        .iter()
        .filter(|((it, name), _)| {
            it == plan && (owner.is_empty() || name == owner || name.is_empty())
        })
        .map(|(_, it)| it)
        .collect();
    let mut counts: BTreeMap<(i16, i16), usize> = BTreeMap::new();
    for it in candidates {
        for (period, count) in it {
            *counts.entry(*period).or_default() += count;
        }
    }
    let my_count = counts.get(&mine).copied().unwrap_or(0);
    let (usual, count) = counts.iter().max_by_key(|(_, count)| **count)?;
    // A plan of before or after shares no year with it that both begin or end with.
    let shares = (usual.0 == mine.0) != (usual.1 == mine.1);
    let same_length = usual.1 - usual.0 == mine.1 - mine.0;
    (*usual != mine && shares && !same_length && *count >= 2 && *count >= my_count * 2)
        .then_some(*usual)
}

fn differs(mention: &Mention<'_, '_>, usual: (i16, i16), ledger: &mut Ledger<'_>) {
    let printed = mention.sentence.span(mention.first, mention.last).to_owned();
    let expected = format!("{}-{}", usual.0, usual.1);
    let name = name(mention.key.0);
    let message = format!(
        "Periode {name} di sini {printed}, di tempat lain dalam laporan ini {expected}. Samakan."
    );
    let (code, level) = (OTHER_PERIOD, Level::Warning);
    let (printed, expected) = (Some(printed), Some(expected));
    ledger.sentence(mention.sentence, Remark { code, level, printed, expected, message });
}

/// A Renstra runs as long as the RPJMD or RPJMN that it carries out, if the report knows only one.
fn plan_above(
    periods: &BTreeMap<Key, BTreeMap<(i16, i16), usize>>,
    mention: &Mention<'_, '_>,
) -> Option<(Plan, (i16, i16))> {
    if mention.key.0 != Plan::Renstra {
        return None;
    }
    let mut found: Vec<(Plan, (i16, i16))> = Vec::new();
    for ((plan, _), of_owner) in periods.iter().filter(|((plan, _), _)| *plan != Plan::Rpjp) {
        for period in of_owner.keys().filter(|it| it.0 == mention.from) {
            let is_mine = *plan == Plan::Renstra && period.1 == mention.to;
            if !is_mine && !found.contains(&(*plan, *period)) {
                found.push((*plan, *period));
            }
        }
    }
    match found[..] {
        [(plan, period)] if plan != Plan::Renstra && period.1 != mention.to => Some((plan, period)),
        _ => None,
    }
}

fn differs_from_plan_above(
    mention: &Mention<'_, '_>,
    (plan, period): (Plan, (i16, i16)),
    ledger: &mut Ledger<'_>,
) {
    let printed = mention.sentence.span(mention.first, mention.last).to_owned();
    let expected = format!("{}-{}", period.0, period.1);
    let message = format!(
        "Periode Renstra di sini {printed}, sedangkan {} yang dijabarkannya {expected}. Periksa \
         tahun akhirnya.",
        name(plan)
    );
    let (code, level) = (OTHER_PERIOD, Level::Warning);
    let (printed, expected) = (Some(printed), Some(expected));
    ledger.sentence(mention.sentence, Remark { code, level, printed, expected, message });
}

fn too_long(mention: &Mention<'_, '_>, ledger: &mut Ledger<'_>) {
    let printed = mention.sentence.span(mention.first, mention.last).to_owned();
    let message = format!(
        "Periode {} {printed} lebih dari lima tahun. Periksa tahunnya.",
        name(mention.key.0)
    );
    let (code, level, printed) = (TOO_LONG, Level::Warning, Some(printed));
    ledger.sentence(mention.sentence, Remark { code, level, printed, expected: None, message });
}

fn backwards(mention: &Mention<'_, '_>, ledger: &mut Ledger<'_>) {
    let printed = mention.sentence.span(mention.first, mention.last).to_owned();
    let message = format!(
        "Periode {} berakhir sebelum dimulai: {printed}. Periksa tahunnya.",
        name(mention.key.0)
    );
    let (code, level, printed) = (BACKWARDS, Level::Error, Some(printed));
    ledger.sentence(mention.sentence, Remark { code, level, printed, expected: None, message });
}

fn name(plan: Plan) -> &'static str {
    match plan {
        Plan::Rpjmn => "RPJMN",
        Plan::Rpjmd => "RPJMD",
        Plan::Rpjp => "RPJP",
        Plan::Renstra => "Renstra",
    }
}

/// «Renstra … yang akan dilaksanakan sampai dengan akhir tahun 2023», of a plan until 2026.
fn end(
    sentence: &Sentence<'_>,
    periods: &BTreeMap<Key, BTreeMap<(i16, i16), usize>>,
    ledger: &mut Ledger<'_>,
) {
    let tokens = &sentence.tokens;
    if !(0..tokens.len()).any(|it| matches!(plan_at(tokens, it), Some((Plan::Renstra, _)))) {
        return;
    }
    let Some(at) = sentence.find(&["sampai", "dengan", "akhir", "tahun"], 0) else { return };
    let Some(year) = tokens.get(at + 4).filter(|it| it.is_number() && is_year(it.text)) else {
        return;
    };
    // What is reached until now is another matter: only an intention runs to the end of the plan.
    let is_intended = sentence.is_after_any(at, 4, &["dilaksanakan", "dicapai", "diwujudkan"])
        && sentence.is_after_any(at, 6, &["akan", "ingin", "hendak"]);
    if !is_intended {
        return;
    }
    let mut counts: BTreeMap<i16, usize> = BTreeMap::new();
    for ((plan, _), it) in periods {
        if *plan == Plan::Renstra {
            for ((_, to), count) in it {
                *counts.entry(*to).or_default() += count;
            }
        }
    }
    let Some((end, count)) = counts.iter().max_by_key(|(_, count)| **count) else { return };
    let total: usize = counts.values().sum();
    ledger.checked();
    if *count < 2 || count * 4 < total * 3 || year.text == end.to_string() {
        return;
    }
    let printed = sentence.span(at, at + 4).to_owned();
    let message = format!(
        "Kalimat ini menyebut akhir Renstra tahun {}, sedangkan periode Renstra di tempat lain \
         berakhir tahun {end}.",
        year.text
    );
    let expected = Some(format!("sampai dengan akhir tahun {end}"));
    let (code, level, printed) = (OTHER_END, Level::Warning, Some(printed));
    ledger.sentence(sentence, Remark { code, level, printed, expected, message });
}
