//! `meningkat sebesar 2,5%`: the size and the direction of a change between values that are named,
//! and percent that are points of percent.

use selaras_domain::{Exact, RoundingMode};

use super::agreement::ELSEWHERE;
use super::figures::{Figures, Measure, Printed};
use super::labelled::{DOWN, Labelled, Subject, UP, labelled, measure_at};
use super::text::{Quantity, Sentence, Token, Unit, is_year, quantities_of};
use super::{Ledger, Prose, Remark};
use crate::finding::Level;

/// A rise that is a fall, or the reverse.
const DIRECTION: u16 = 330;
/// Neither the difference nor the ratio of the values.
const SIZE: u16 = 331;
/// The difference of two percentages, called percent.
const POINTS: u16 = 332;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Up,
    Down,
}

/// `menurun sebesar 11,9%`: the verb, and the quantity behind it.
struct Change {
    verb: usize,
    direction: Direction,
    quantity: usize,
}

/// Two values of one thing, the earlier first where that is known.
struct Pair<'q, 'a> {
    from: &'q Quantity<'a>,
    to: &'q Quantity<'a>,
    /// Which one is the earlier is known.
    is_ordered: bool,
    /// Nothing else can be meant.
    is_certain: bool,
}

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    for (index, sentence) in prose.sentences.iter().enumerate() {
        if !sentence.is_prose() {
            continue;
        }
        moves(sentence, ledger);
        let before = index.checked_sub(1).map(|it| &prose.sentences[it]);
        let before = before.filter(|it| it.block == sentence.block);
        let changes = changes(sentence);
        for change in &changes {
            size(sentence, before, change, ledger);
        }
        if let Some(subject) = prose.subjects[index].filter(|it| it.is_own) {
            let is_alone = |it: &Change| pairs(sentence, before, it).is_empty();
            match &changes[..] {
                [] => turn(sentence, subject, &prose.figures, ledger),
                [change] if is_alone(change) => {
                    in_tables(sentence, subject, &prose.figures, change, ledger);
                }
                _ => {}
            }
        }
    }
}

fn direction_at(folded: &str) -> Option<Direction> {
    if UP.contains(&folded) {
        Some(Direction::Up)
    } else if DOWN.contains(&folded) {
        Some(Direction::Down)
    } else {
        None
    }
}

/// Whether one value is above the other in every reading of both.
fn goes(from: &Quantity<'_>, to: &Quantity<'_>) -> Option<Direction> {
    // Both are written in one notation, whichever it is.
    let pairs: Vec<(&Exact, &Exact)> = if from.readings.len() == to.readings.len() {
        from.readings.iter().zip(&to.readings).map(|(a, b)| (&a.value, &b.value)).collect()
    } else {
        let all = from.readings.iter().flat_map(|a| to.readings.iter().map(move |b| (a, b)));
        all.map(|(a, b)| (&a.value, &b.value)).collect()
    };
    if pairs.iter().all(|(a, b)| b > a) {
        Some(Direction::Up)
    } else if pairs.iter().all(|(a, b)| b < a) {
        Some(Direction::Down)
    } else {
        None
    }
}

/// The changes of a sentence that have a size.
fn changes(sentence: &Sentence<'_>) -> Vec<Change> {
    let tokens = &sentence.tokens;
    let mut found = Vec::new();
    for (quantity, it) in sentence.quantities.iter().enumerate() {
        if it.is_rough {
            continue;
        }
        let from = it.first.saturating_sub(6);
        let near = (from..it.first).rev().find(|at| direction_at(&tokens[*at].folded).is_some());
        let Some(verb) = near else {
            found.extend(other_measure(sentence, &found, quantity));
            continue;
        };
        let between = &tokens[verb + 1..it.first];
        let is_size = between.is_empty()
            || between.last().is_some_and(|it| it.is_any(&["sebesar", "sebanyak", "sejumlah"]));
        let is_clear = !between.iter().any(|it| {
            it.is_number() || it.is_mark() || it.is_any(&["dari", "menjadi", "target", "realisasi"])
        });
        if let Some(direction) = direction_at(&tokens[verb].folded).filter(|_| is_size && is_clear)
        {
            found.push(Change { verb, direction, quantity });
        } else {
            found.extend(other_measure(sentence, &found, quantity));
        }
    }
    found
}

/// `meningkat 6.618 kunjungan atau 5,41%`: the same change again, in percent.
fn other_measure(sentence: &Sentence<'_>, found: &[Change], quantity: usize) -> Option<Change> {
    let last = found.last().filter(|it| it.quantity + 1 == quantity)?;
    let (one, other) = (&sentence.quantities[last.quantity], &sentence.quantities[quantity]);
    let between = &sentence.tokens[one.last + 1..other.first];
    let is_same = between.iter().any(|it| it.is("atau"))
        && between.len() <= 4
        && other.unit == Unit::Percent
        && one.unit != Unit::Percent;
    is_same.then_some(Change { verb: last.verb, direction: last.direction, quantity })
}

/// `meningkat dari 72,5 menjadi 71,0`: a move in another direction than its verb.
fn moves(sentence: &Sentence<'_>, ledger: &mut Ledger<'_>) {
    let tokens = &sentence.tokens;
    for (verb, token) in tokens.iter().enumerate() {
        let Some(direction) = direction_at(&token.folded) else { continue };
        let Some((from, to)) = from_to(sentence, verb) else { continue };
        // A better rank is a smaller number.
        let is_rank = sentence.has_any(&[
            "peringkat",
            "ranking",
            "urutan",
            "rangking",
            "juara",
            "posisi",
            "level",
        ]);
        if from.unit != to.unit || from.is_rough || to.is_rough || is_rank {
            continue;
        }
        ledger.checked();
        if goes(from, to).is_some_and(|it| it != direction) {
            direction_remark(sentence, verb, from, to, ledger);
        }
    }
}

/// The values of `dari A … menjadi B` behind a verb, with nothing but their years between.
fn from_to<'q, 'a>(
    sentence: &'q Sentence<'a>,
    verb: usize,
) -> Option<(&'q Quantity<'a>, &'q Quantity<'a>)> {
    let tokens = &sentence.tokens;
    let limit = tokens.len().min(verb + 12);
    let dari = (verb + 1..limit).find(|it| tokens[*it].is("dari"))?;
    if begins_clause(&tokens[verb + 1..dari]) {
        return None;
    }
    let from = sentence.quantities.iter().find(|it| it.first > dari)?;
    // «dari tahun sebelumnya menjadi 5%» names one value only.
    let names_value = tokens[dari + 1..from.first].len() <= 3
        && !tokens[dari + 1..from.first].iter().any(|it| it.is_any(&["menjadi", "tahun"]));
    let menjadi =
        (from.last..tokens.len().min(from.last + 12)).find(|it| tokens[*it].is("menjadi"))?;
    let to = sentence.quantities.iter().find(|it| it.first > menjadi)?;
    let is_next =
        sentence.quantities.iter().filter(|it| it.first > from.last && it.last < to.first).count()
            == 0;
    let is_near = to.first - menjadi <= 3;
    // Another verb of change between belongs to another clause.
    let is_one = !tokens[verb + 1..to.first].iter().any(|it| direction_at(&it.folded).is_some());
    (names_value && is_next && is_near && is_one).then_some((from, to))
}

/// Whether another clause begins among the tokens: «turun 3,2 poin, karena targetnya pun berubah dari …».
fn begins_clause(tokens: &[Token<'_>]) -> bool {
    const BEGINNINGS: [&str; 19] = [
        ";",
        "karena",
        "sebab",
        "sedangkan",
        "sementara",
        "meskipun",
        "meski",
        "walaupun",
        "namun",
        "tetapi",
        "seiring",
        "akibat",
        "sehingga",
        "berubah",
        "yang",
        "targetnya",
        "realisasinya",
        "capaiannya",
        "padahal",
    ];
    tokens.iter().any(|it| it.is_any(&BEGINNINGS))
}

/// `tahun 2023 sebesar 86,45, meningkat 2,15 poin dibandingkan tahun 2022 yang sebesar 84,3`: the value before the verb,
/// and the one of the year that it is compared with. Also `turun dari A menjadi B atau turun 2,5 poin`.
fn compared_inline<'q, 'a>(
    sentence: &'q Sentence<'a>,
    change: &Change,
) -> Option<(&'q Quantity<'a>, &'q Quantity<'a>)> {
    let tokens = &sentence.tokens;
    let printed = &sentence.quantities[change.quantity];
    let moves =
        (0..change.verb).rev().filter(|at| tokens.get(at + 1).is_some_and(|it| it.is("dari")));
    if let Some(pair) = moves.filter_map(|at| from_to(sentence, at)).next()
        && pair.0.unit == pair.1.unit
        && change.verb.saturating_sub(pair.1.last) <= 6
    {
        return Some(pair);
    }
    // «6.618 kunjungan atau 5,41% dibandingkan … 122.294 kunjungan»: values are of the unit of the change.
    let fits = |it: &Quantity<'_>| match printed.unit {
        Unit::Percent | Unit::Points => it.unit != Unit::Points,
        other => it.unit == other,
    };
    let from = sentence
        .quantities
        .iter()
        .find(|it| it.first > printed.last && fits(it) && !it.is_rough && !it.is_bracketed)?;
    let behind = &tokens[printed.last + 1..from.first];
    let is_compared = behind.len() <= 14
        && behind.iter().any(|it| it.is_any(&["dari", "dibanding", "dibandingkan"]))
        && behind.iter().any(|it| it.is_number() && is_year(it.text))
        && behind.last().is_some_and(|it| it.is_any(&["sebesar", "sebanyak", "yaitu", "senilai"]))
        && !behind.iter().any(|it| {
            it.is_any(&["target", "menjadi", "nasional", "provinsi", ";"])
                || direction_at(&it.folded).is_some()
        });
    let of_unit = |it: &&Quantity<'_>| it.last < change.verb && it.unit == from.unit;
    let to = sentence.quantities.iter().rfind(of_unit).filter(|it| !it.is_rough)?;
    let lead = &tokens[to.last + 1..change.verb];
    let is_near = lead.len() <= 12
        && !begins_clause(lead)
        && !sentence.is_after_any(to.first, 3, &["target"])
        && !lead.iter().any(|it| it.is_any(&["nasional", "provinsi"]));
    let is_said =
        sentence.is_after_any(to.first, 2, &["sebesar", "sebanyak", "adalah", "mencapai"]);
    (is_compared && is_near && is_said).then_some((from, to))
}

fn size(
    sentence: &Sentence<'_>,
    before: Option<&Sentence<'_>>,
    change: &Change,
    ledger: &mut Ledger<'_>,
) {
    let pairs = pairs(sentence, before, change);
    if pairs.is_empty() {
        return;
    }
    ledger.checked();
    explain(sentence, change, &pairs, ledger);
}

/// Judges the size of a change by the values that it may be between.
fn explain(
    sentence: &Sentence<'_>,
    change: &Change,
    pairs: &[Pair<'_, '_>],
    ledger: &mut Ledger<'_>,
) {
    let printed = &sentence.quantities[change.quantity];
    let explained = |test: Test, values: Values| pairs.iter().find(|it| test(printed, it, values));
    let mut by_ratio = explained(is_ratio, Values::AsPrinted);
    let mut by_difference = explained(is_difference, Values::AsPrinted);
    if by_ratio.is_none() && by_difference.is_none() {
        by_ratio = explained(is_ratio, Values::BeforeRounding);
        by_difference = explained(is_difference, Values::BeforeRounding);
    }
    match printed.unit {
        Unit::Percent => match (by_ratio, by_difference) {
            (Some(pair), _) => direction(sentence, change, pair, ledger),
            (None, Some(pair)) => {
                points(sentence, printed, pair, ledger);
                direction(sentence, change, pair, ledger);
            }
            (None, None) => unexplained(sentence, printed, pairs, ledger),
        },
        Unit::Points | Unit::Rupiah | Unit::Plain => match by_difference {
            Some(pair) => direction(sentence, change, pair, ledger),
            None => unexplained(sentence, printed, pairs, ledger),
        },
    }
}

/// Every two values that the change may be between.
fn pairs<'q, 'a>(
    sentence: &'q Sentence<'a>,
    before: Option<&'q Sentence<'a>>,
    change: &Change,
) -> Vec<Pair<'q, 'a>> {
    let printed = &sentence.quantities[change.quantity];
    let mut found = Vec::new();
    let fits = |it: &Quantity<'_>| match printed.unit {
        Unit::Percent => it.unit != Unit::Points,
        Unit::Points => matches!(it.unit, Unit::Percent | Unit::Plain),
        other => it.unit == other,
    };
    if let Some((from, to)) = from_to(sentence, change.verb)
        && from.unit == to.unit
        && fits(from)
    {
        found.push(Pair { from, to, is_ordered: true, is_certain: true });
        return found;
    }
    if let Some((from, to)) = compared_inline(sentence, change)
        && fits(from)
    {
        found.push(Pair { from, to, is_ordered: true, is_certain: true });
        return found;
    }
    // What the sentences call by one name: the capaian of this year and that of the year before.
    let mut values: Vec<(&'q Sentence<'a>, Labelled)> = Vec::new();
    for it in before.into_iter().chain([sentence]) {
        values.extend(labelled(it).into_iter().map(|value| (it, value)));
    }
    values.retain(|(at, it)| {
        let is_printed = std::ptr::eq(*at, sentence) && it.quantity == change.quantity;
        !is_printed && fits(&at.quantities[it.quantity])
    });
    let subject =
        (0..change.verb).rev().take(8).find_map(|at| measure_at(&sentence.tokens[at].folded));
    for measure in [Measure::Capaian, Measure::Realisasi, Measure::Target] {
        let same: Vec<_> = values.iter().filter(|(_, it)| it.measure == measure).collect();
        for (index, (at, one)) in same.iter().enumerate() {
            for (at_other, other) in &same[index + 1..] {
                let (a, b) = (&at.quantities[one.quantity], &at_other.quantities[other.quantity]);
                if a.unit != b.unit {
                    continue;
                }
                let is_certain = same.len() == 2 && subject == Some(measure);
                let years = one.year.zip(other.year).filter(|(one, other)| one != other);
                let is_swapped = years.is_some_and(|(one, other)| one > other);
                let (from, to) = if is_swapped { (b, a) } else { (a, b) };
                found.push(Pair { from, to, is_ordered: years.is_some(), is_certain });
            }
        }
    }
    found
}

/// A change is computed from the values as printed, or from those that were rounded to them. What
/// explains it as printed explains it better.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Values {
    AsPrinted,
    BeforeRounding,
}

type Test = fn(&Quantity<'_>, &Pair<'_, '_>, Values) -> bool;

/// Whether the printed percentage is the change in percent of either value.
fn is_ratio(printed: &Quantity<'_>, pair: &Pair<'_, '_>, values: Values) -> bool {
    each_reading(pair, values, |(a_low, a_high), (b_low, b_high)| {
        let hundred = Exact::integer(100);
        let difference = difference_range((a_low, a_high), (b_low, b_high));
        let of = |low: &Exact, high: &Exact| {
            let least = (&difference.0 * &hundred).checked_div(high)?;
            let most = (&difference.1 * &hundred).checked_div(low)?;
            Some(printed.shows(&least, &most))
        };
        of(a_low, a_high).unwrap_or(false) || of(b_low, b_high).unwrap_or(false)
    })
}

/// Whether the printed number is the difference of the values.
fn is_difference(printed: &Quantity<'_>, pair: &Pair<'_, '_>, values: Values) -> bool {
    each_reading(pair, values, |a, b| {
        let (low, high) = difference_range(a, b);
        printed.shows(&low, &high)
    })
}

type Range<'r> = (&'r Exact, &'r Exact);

fn each_reading(
    pair: &Pair<'_, '_>,
    values: Values,
    test: impl Fn(Range<'_>, Range<'_>) -> bool,
) -> bool {
    let range = |quantity: &Quantity<'_>, reading: &super::text::Reading| {
        let is_exact = values == Values::AsPrinted
            || quantity.count().is_some()
            || quantity.unit == Unit::Rupiah && !quantity.is_scaled;
        if is_exact { (reading.value.clone(), reading.value.clone()) } else { reading.range() }
    };
    pair.from.readings.iter().any(|a| {
        let a = range(pair.from, a);
        pair.to.readings.iter().any(|b| {
            let b = range(pair.to, b);
            test((&a.0, &a.1), (&b.0, &b.1))
        })
    })
}

/// The least and the greatest distance between two ranges.
fn difference_range(a: Range<'_>, b: Range<'_>) -> (Exact, Exact) {
    let (one, other) = (b.0 - a.1, b.1 - a.0);
    if !one.is_negative() {
        (one, other)
    } else if other.is_negative() || other.is_zero() {
        (other.abs(), one.abs())
    } else {
        (Exact::zero(), one.abs().max(other.abs()))
    }
}

fn points(
    sentence: &Sentence<'_>,
    printed: &Quantity<'_>,
    pair: &Pair<'_, '_>,
    ledger: &mut Ledger<'_>,
) {
    let (from, to) = (pair.from, pair.to);
    let number = printed.text.trim_end_matches(['%', ' ']).trim_end_matches("persen").trim_end();
    let ratio = pair.from.value().zip(pair.to.value()).and_then(|(a, b)| {
        (&(b - a).abs() * &Exact::integer(100)).checked_div(a)?.round(1, RoundingMode::HalfUp)
    });
    let ratio = ratio.map_or_else(String::new, |it| {
        format!(" Dalam persen perubahannya {}%.", selaras_domain::angka::format(it))
    });
    let (what, expected) = if from.unit == Unit::Percent {
        ("selisih dua persentase, jadi poin persen", format!("{number} poin persen"))
    } else {
        ("selisih kedua nilainya, bukan persen", number.to_owned())
    };
    let message = format!(
        "Perubahan dari {} ke {} sebesar {number} adalah {what}.{ratio}",
        from.text, to.text
    );
    let (printed, expected) = (Some(printed.text.to_owned()), Some(expected));
    let (code, level) = (POINTS, Level::Warning);
    ledger.sentence(sentence, Remark { code, level, printed, expected, message });
}

/// What the tables print for the indicator of a sentence in the two years that it compares, one value
/// each; by the measure that the sentence names before a verb.
fn compared(
    sentence: &Sentence<'_>,
    subject: Subject,
    figures: &Figures,
    verb: usize,
) -> Option<(Printed, Printed)> {
    let tokens = &sentence.tokens;
    if sentence.has_any(&ELSEWHERE) {
        return None;
    }
    let measure = (0..verb).rev().take(14).find_map(|at| measure_at(&tokens[at].folded))?;
    let mut years: Vec<i16> = tokens
        .iter()
        .filter(|it| it.is_number() && is_year(it.text))
        .filter_map(|it| it.text.parse().ok())
        .collect();
    years.sort_unstable();
    years.dedup();
    let compares = sentence.has_any(&["dibanding", "dibandingkan", "sebelumnya", "lalu"]);
    let own = figures.year.or_else(|| figures.years().last())?;
    let (from, to) = match years[..] {
        [from, to] => (from, to),
        [year] if compares && year < own => (year, own),
        [year] if compares && year == own => (own - 1, own),
        [] if compares => (own - 1, own),
        _ => return None,
    };
    let value = |year: i16| match figures.values(subject.name, measure, year) {
        [only] if only.is_plain() => Some(only.clone()),
        _ => None,
    };
    Some((value(from)?, value(to)?))
}

/// A change whose values stand in the tables alone: «meningkat sebesar 2,5 poin dibanding tahun 2022».
fn in_tables(
    sentence: &Sentence<'_>,
    subject: Subject,
    figures: &Figures,
    change: &Change,
    ledger: &mut Ledger<'_>,
) {
    let Some((from, to)) = compared(sentence, subject, figures, change.verb) else { return };
    let (from, to) = (quantities_of(&from.text), quantities_of(&to.text));
    let (Some(from), Some(to)) = (from.first(), to.first()) else { return };
    let printed = &sentence.quantities[change.quantity];
    let is_of_values = match printed.unit {
        Unit::Percent | Unit::Points => matches!(from.unit, Unit::Percent | Unit::Plain),
        other => from.unit == other,
    };
    if from.unit != to.unit || !is_of_values {
        return;
    }
    let pair = Pair { from, to, is_ordered: true, is_certain: true };
    ledger.checked();
    explain(sentence, change, &[pair], ledger);
}

/// A verb of change without a size, against what the tables print: «menurun dibanding tahun 2022».
fn turn(sentence: &Sentence<'_>, subject: Subject, figures: &Figures, ledger: &mut Ledger<'_>) {
    let tokens = &sentence.tokens;
    let mut verbs = (0..tokens.len()).filter(|at| direction_at(&tokens[*at].folded).is_some());
    let (Some(verb), None) = (verbs.next(), verbs.next()) else { return };
    // «Peningkatan …» at the head of a sentence names a thing, «tidak meningkat» denies one, and a
    // sentence with values of its own says more than its verb.
    let is_denied = verb > 0 && tokens[verb - 1].is_any(&["tidak", "belum", "tanpa", "bukan"]);
    if verb == 0 || is_denied || from_to(sentence, verb).is_some() {
        return;
    }
    let Some((from, to)) = compared(sentence, subject, figures, verb) else { return };
    let (from, to) = (quantities_of(&from.text), quantities_of(&to.text));
    let (Some(from), Some(to)) = (from.first(), to.first()) else { return };
    if from.unit != to.unit {
        return;
    }
    ledger.checked();
    if goes(from, to).is_some_and(|it| Some(it) != direction_at(&tokens[verb].folded)) {
        direction_remark(sentence, verb, from, to, ledger);
    }
}

fn unexplained(
    sentence: &Sentence<'_>,
    printed: &Quantity<'_>,
    pairs: &[Pair<'_, '_>],
    ledger: &mut Ledger<'_>,
) {
    let Some(pair) = pairs.iter().find(|it| it.is_certain) else { return };
    let (a, b) = (&pair.from.readings[0].value, &pair.to.readings[0].value);
    let difference = (b - a).abs();
    let places = printed.places().max(pair.from.places()).max(pair.to.places());
    let written = |value: &Exact, places: u32| {
        let rounded = value.round(places, RoundingMode::HalfUp);
        rounded.map(selaras_domain::angka::format_trimmed).unwrap_or_default()
    };
    let by_difference = written(&difference, places);
    let ratio = (&difference * &Exact::integer(100)).checked_div(a);
    let by_ratio = ratio.map(|it| written(&it, printed.places().max(1)));
    let tried = by_ratio.as_ref().map_or_else(String::new, |it| format!(", dalam persen {it}%"));
    let message = format!(
        "Perubahan dari {} ke {} bukan {}: selisihnya {by_difference}{tried}.",
        pair.from.text, pair.to.text, printed.text
    );
    let expected = match (printed.unit, pair.from.unit, by_ratio) {
        (Unit::Percent | Unit::Points, Unit::Percent, _) => format!("{by_difference} poin persen"),
        (Unit::Points, ..) => format!("{by_difference} poin"),
        (Unit::Percent, _, Some(ratio)) => format!("{ratio}%"),
        (Unit::Rupiah, ..) => format!("Rp{by_difference}"),
        _ => by_difference,
    };
    let (printed, expected) = (Some(printed.text.to_owned()), Some(expected));
    let (code, level) = (SIZE, Level::Error);
    ledger.sentence(sentence, Remark { code, level, printed, expected, message });
}

/// The verb against the order of the years. `dari … menjadi` has been compared before.
fn direction(
    sentence: &Sentence<'_>,
    change: &Change,
    pair: &Pair<'_, '_>,
    ledger: &mut Ledger<'_>,
) {
    if !pair.is_ordered || from_to(sentence, change.verb).is_some() {
        return;
    }
    if goes(pair.from, pair.to).is_some_and(|it| it != change.direction) {
        direction_remark(sentence, change.verb, pair.from, pair.to, ledger);
    }
}

fn direction_remark(
    sentence: &Sentence<'_>,
    verb: usize,
    from: &Quantity<'_>,
    to: &Quantity<'_>,
    ledger: &mut Ledger<'_>,
) {
    let printed = sentence.tokens[verb].text;
    let is_up = goes(from, to) == Some(Direction::Up);
    let expected = if is_up { "meningkat" } else { "menurun" };
    let message = format!(
        "Kalimat ini menyebut “{printed}”, sedangkan nilainya {expected} dari {} ke {}.",
        from.text, to.text
    );
    let (printed, expected) = (Some(printed.to_owned()), Some(expected.to_owned()));
    let (code, level) = (DIRECTION, Level::Error);
    ledger.sentence(sentence, Remark { code, level, printed, expected, message });
}
