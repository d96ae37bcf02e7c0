//! From the text of a cell to what it may mean.

use rust_decimal::Decimal;
use selaras_domain::Exact;

use super::{Entry, Number, Reading};

/// Longer than any printed number with its words; what is longer is text.
const LONGEST: usize = 60;

/// What people print where they have nothing to say.
const NOTHING: [&str; 14] =
    ["", "-", "–", "—", "−", "--", "---", "n/a", "na", "n.a", "n.a.", "nihil", "…", "..."];

/// Reads the text of a cell.
pub(crate) fn parse(text: &str) -> Entry {
    let text = text.trim();
    if NOTHING.contains(&text.to_lowercase().as_str())
        || text.chars().all(|it| "-–—_. ".contains(it))
    {
        return Entry::Blank;
    }
    if !text.contains(|it: char| it.is_ascii_digit()) || text.len() > LONGEST {
        return Entry::Text;
    }
    if let Some(range) = range(text) {
        return range;
    }
    single(text)
}

/// "80 – 90", "80 s.d 90": two numbers with nothing but a word for "to" between them.
fn range(text: &str) -> Option<Entry> {
    let lower = text.to_lowercase();
    for between in
        [" s.d. ", " s.d ", " s/d ", " sd ", " sampai dengan ", " hingga ", "–", "—", " - ", "-"]
    {
        let Some((low, high)) = lower.split_once(between) else { continue };
        if let (Entry::Number(low), Entry::Number(high)) = (single(low.trim()), single(high.trim()))
            && low.first().value < high.first().value
        {
            return Some(Entry::Range(Box::new((low, high))));
        }
    }
    None
}

fn single(text: &str) -> Entry {
    let lower = text.to_lowercase();
    let mut rest = lower.trim();
    let mut is_negative = false;
    let mut is_rupiah = false;
    // What may stand before the digits.
    loop {
        let before = rest;
        for word in [
            "rp.", "rp", "idr", "±", "≥", "≤", ">", "<", "=", "+", "min.", "maks.", "minimal",
            "maksimal", "*", "'",
        ] {
            if let Some(it) = rest.strip_prefix(word) {
                is_rupiah |= matches!(word, "rp." | "rp" | "idr");
                rest = it.trim_start();
            }
        }
        for sign in ["-", "−", "–"] {
            if let Some(it) = rest.strip_prefix(sign)
                && it.trim_start().starts_with(|it: char| it.is_ascii_digit() || it == 'r')
            {
                is_negative = true;
                rest = it.trim_start();
            }
        }
        if let Some(inner) = rest.strip_prefix('(')
            && inner.trim_start().starts_with(|it: char| it.is_ascii_digit() || it == 'r')
            && let Some((inner, after)) = inner.split_once(')')
            && matches!(after.trim(), "" | "%")
            && inner.chars().all(|it| it.is_ascii_digit() || " .,rp%".contains(it))
        {
            // In accounts a number in parentheses is negative.
            return negated(single(&format!("{inner}{after}")));
        }
        if rest == before {
            break;
        }
    }
    if !rest.starts_with(|it: char| it.is_ascii_digit()) {
        return with_words_first(rest);
    }
    let end = rest
        .char_indices()
        .find(|(_, it)| !(it.is_ascii_digit() || matches!(it, '.' | ',' | ' ' | '\u{a0}')))
        .map_or(rest.len(), |it| it.0);
    let (digits, after) = rest.split_at(end);
    let is_glued = !digits.contains([' ', '\u{a0}']);
    let digits = digits.trim();
    let (digits, after) = match digits.strip_suffix(['.', ',']) {
        // "12." and "85,": a mark of the sentence, or "1.000,-".
        Some(it) => (it, after),
        None => (digits, after),
    };
    // "2024 Rp" is a piece of a head, and no amount.
    if after.trim() == "rp" && digits.parse::<u16>().is_ok_and(|it| (1990..2100).contains(&it)) {
        return Entry::Text;
    }
    let Some((scale, is_percent)) = suffix(after.trim(), is_rupiah) else {
        let looks_broken = after.starts_with(char::is_alphanumeric)
            && after.contains(|it: char| it.is_ascii_digit());
        return if looks_broken && is_glued { Entry::Noise } else { Entry::Text };
    };
    let Some(mut number) = read_digits(digits, scale) else { return Entry::Noise };
    number.is_percent = is_percent;
    number.is_rupiah = is_rupiah;
    if is_negative { negated(Entry::Number(number)) } else { Entry::Number(number) }
}

fn negated(entry: Entry) -> Entry {
    let turn = |it: &Reading| Reading { value: -&it.value, ..it.clone() };
    match entry {
        Entry::Number(it) => {
            let mut readings = it.readings().map(turn);
            let Some(first) = readings.next() else { return Entry::Noise };
            let mut number = Number::new(first, readings.next());
            number.is_percent = it.is_percent;
            number.is_rupiah = it.is_rupiah;
            Entry::Number(number)
        }
        other => other,
    }
}

/// "BB (71,80)", "A / 82,5": a predicate with its number behind it.
fn with_words_first(text: &str) -> Entry {
    let Some(at) = text.find(|it: char| it.is_ascii_digit()) else { return Entry::Text };
    let (words, rest) = text.split_at(at);
    let bare = words.trim_end_matches([' ', '(', '/', ':', '=', ';']);
    let is_predicate = !bare.is_empty() && bare.len() <= 24 && bare.len() < words.len();
    let is_all_letters = bare.chars().all(|it| it.is_alphabetic() || it == ' ');
    if !is_predicate || !is_all_letters || bare.split(' ').count() > 2 || bare.contains("tahun") {
        return Entry::Text;
    }
    let rest = rest.trim_end_matches(')').trim();
    if rest.chars().all(|it| it.is_ascii_digit() || ".,%".contains(it))
        && words.contains(['(', '/', ':', '='])
    {
        return single(rest);
    }
    Entry::Text
}

fn is_digit(it: char) -> bool {
    it.is_ascii_digit()
}

/// What stands behind the digits: the power of ten of its scale word, and whether it is a percentage; `None` where it is
/// more than a unit.
fn suffix(after: &str, is_rupiah: bool) -> Option<(u32, bool)> {
    // "118,2*)", "125 %**)": a mark of a footnote.
    let unmarked = after.trim_end_matches(['*', ')', ' ']);
    let after = if after[unmarked.len()..].contains('*') { unmarked } else { after };
    let after = after.trim_start_matches(',').trim_matches([' ', '*', '-', '–', '=']).trim();
    let after = after.strip_suffix('.').unwrap_or(after);
    if after.is_empty() {
        return Some((0, false));
    }
    if after == "%"
        || after == "persen"
        || after == "prosen"
        || after.starts_with("% ") && !after.trim_start_matches(['%', ' ']).starts_with(is_digit)
        || after.starts_with("%)")
    {
        return Some((0, true));
    }
    if let Some(it) = after.strip_prefix('%') {
        let is_note = it.trim().starts_with('(') || it.trim().chars().all(char::is_alphabetic);
        return is_note.then_some((0, true));
    }
    let scale = match after {
        "ribu" | "rb" => 3,
        "juta" | "jt" => 6,
        "miliar" | "milyar" | "milyard" => 9,
        "m" if is_rupiah => 9,
        "triliun" | "trilyun" => 12,
        "t" if is_rupiah => 12,
        _ => 0,
    };
    if scale > 0 {
        return Some((scale, false));
    }
    const MONTHS: [&str; 13] = [
        "januari",
        "februari",
        "pebruari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
    ];
    const OF_TIME: [&str; 14] = [
        "jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des", "nop",
        "agt",
    ];
    let first = after.split([' ', '-']).next().unwrap_or_default();
    if OF_TIME
        .iter()
        .any(|it| first.starts_with(it) && (first.len() <= 3 || MONTHS.contains(&first)))
    {
        return None;
    }
    // A unit: few words without digits, or a remark in parentheses.
    let is_unit = after.chars().all(|it| it.is_alphabetic() || " /().²³°'".contains(it));
    let glued = after.chars().count() == 1 && !is_rupiah;
    (is_unit && after.split_whitespace().count() <= 4 && !glued).then_some((0, false))
}

/// Digits with marks: `None` where points, commas and digits stand as in no notation.
fn read_digits(text: &str, scale: u32) -> Option<Number> {
    let text: String = joined(text)?;
    let marks: Vec<char> = text.chars().filter(|it| !it.is_ascii_digit()).collect();
    let groups: Vec<&str> = text.split(['.', ',']).collect();
    let (last, head) = groups.split_last()?;
    let is_grouped = |groups: &[&str]| {
        groups.first().is_some_and(|it| (1..=3).contains(&it.len()))
            && groups.iter().skip(1).all(|it| it.len() == 3)
    };
    let last_mark = marks.last().copied();
    let is_last_alone =
        last_mark.is_some_and(|mark| marks.iter().filter(|it| **it == mark).count() == 1);
    let whole = || reading(&groups.concat(), 0, scale);
    let decimals = || reading(&groups.concat(), last.len(), scale);
    let (first, other) = match marks.len() {
        0 => (whole()?, None),
        1 if last.len() == 3 && is_grouped(&groups) && !text.starts_with('0') => {
            if last_mark == Some('.') { (whole()?, decimals()) } else { (decimals()?, whole()) }
        }
        1 if !last.is_empty() => (decimals()?, None),
        _ if is_last_alone && is_grouped(head) => (decimals()?, None),
        _ if is_grouped(&groups) => (whole()?, None),
        // "1.234.567.00": the mark of thousands also before the sen.
        _ if last.len() == 2 && is_grouped(head) => (decimals()?, None),
        _ => return None,
    };
    Some(Number::new(first, other))
}

/// Without the spaces that type setters and scanners leave beside marks or use between groups.
fn joined(text: &str) -> Option<String> {
    let text = text.replace('\u{a0}', " ");
    if !text.contains(' ') {
        return Some(text);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_beside_mark =
        words.windows(2).all(|it| it[0].ends_with(['.', ',']) || it[1].starts_with(['.', ',']));
    let is_grouped = words.iter().skip(1).all(|it| it.len() == 3)
        && words.first().is_some_and(|it| it.len() <= 3);
    let is_plain = words.iter().all(|it| it.bytes().all(|it| it.is_ascii_digit()));
    (is_beside_mark || (is_grouped && is_plain)).then(|| words.concat())
}

fn reading(digits: &str, places: usize, scale: u32) -> Option<Reading> {
    if digits.len() > 27 || places > 12 {
        return None;
    }
    let places = u32::try_from(places).ok()?;
    let mantissa: i128 = digits.parse().ok()?;
    let factor = Exact::integer(10_i64.checked_pow(scale)?);
    let value = Exact::from(Decimal::try_from_i128_with_scale(mantissa, places).ok()?);
    let step = Exact::from(Decimal::try_from_i128_with_scale(1, places).ok()?);
    Some(Reading { value: &value * &factor, step: &step * &factor, places })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every meaning of a text, as exact values.
    fn meanings(text: &str) -> String {
        match parse(text) {
            Entry::Blank => "kosong".to_owned(),
            Entry::Text => "teks".to_owned(),
            Entry::Noise => "derau".to_owned(),
            Entry::Range(it) => format!("{}..{}", it.0.first().value, it.1.first().value),
            Entry::Number(it) => {
                let values: Vec<String> = it.readings().map(|it| it.value.to_string()).collect();
                values.join(" | ") + if it.is_percent { " %" } else { "" }
            }
        }
    }

    #[test]
    fn reads_what_reports_print() {
        let cases = include_str!("../../tests/numbers.txt");
        for line in cases.lines().filter(|it| !it.starts_with('#') && !it.is_empty()) {
            let (text, expected) = line.split_once(" => ").unwrap();
            assert_eq!(meanings(text), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn reads_anything_without_fault(text in "[0-9.,%()Rp \\-–a-z]{0,40}|\\PC{0,40}") {
            parse(&text);
        }
    }
}
