//! Numbers of running text that measure something, with what they may mean.
//!
//! Labels are not quantities: years, dates, numbers of tables, articles and codes. A number that
//! an Indonesian and an English reader would take differently keeps both readings, and whoever
//! compares it accepts either.

use rust_decimal::Decimal;
use selaras_domain::Exact;
use selaras_domain::angka::{self, Style};
use selaras_domain::tanggal::MONTHS;

use super::token::Token;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::claims) enum Unit {
    Rupiah,
    Percent,
    /// Percentage points: `2,5 poin persen`.
    Points,
    /// A count, an index, a score: what follows says what.
    Plain,
}

/// One way to understand the digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::claims) struct Reading {
    pub(in crate::claims) value: Exact,
    /// One unit of the last printed place: `0,1` of `85,8`, ten million of `Rp10,07 miliar`.
    pub(in crate::claims) step: Exact,
}

impl Reading {
    /// Whether a number between `low` and `high` is printed like this, rounded or cut off.
    pub(in crate::claims) fn shows(&self, low: &Exact, high: &Exact) -> bool {
        let half = self.half();
        *high >= &self.value - &half && *low < &self.value + &self.step
    }

    /// The range of numbers that round to this.
    pub(in crate::claims) fn range(&self) -> (Exact, Exact) {
        let half = self.half();
        (&self.value - &half, &self.value + &half)
    }

    fn half(&self) -> Exact {
        self.step.checked_div(&Exact::integer(2)).unwrap_or_else(Exact::zero)
    }
}

#[derive(Clone, Debug)]
pub(in crate::claims) struct Quantity<'a> {
    /// The token of the digits.
    pub(in crate::claims) token: usize,
    /// The tokens that belong to it, with `Rp`, `%` and `miliar`.
    pub(in crate::claims) first: usize,
    pub(in crate::claims) last: usize,
    /// As printed, with them.
    pub(in crate::claims) text: &'a str,
    pub(in crate::claims) unit: Unit,
    /// At least one.
    pub(in crate::claims) readings: Vec<Reading>,
    /// `sekitar`, `kurang lebih`, `lebih dari`: not meant exactly.
    pub(in crate::claims) is_rough: bool,
    /// `Rp10,07 miliar`: rounded to what is printed.
    pub(in crate::claims) is_scaled: bool,
    /// It stands alone in parentheses.
    pub(in crate::claims) is_bracketed: bool,
}

impl Quantity<'_> {
    /// The value where there is only one.
    pub(in crate::claims) fn value(&self) -> Option<&Exact> {
        match &self.readings[..] {
            [one] => Some(&one.value),
            _ => None,
        }
    }

    /// The value of something that is counted: whole, and in Indonesian notation.
    pub(in crate::claims) fn count(&self) -> Option<i64> {
        if self.unit != Unit::Plain || self.is_scaled {
            return None;
        }
        let whole = self.readings.iter().find(|it| it.value.is_integer())?;
        whole.value.as_decimal()?.normalize().try_into().ok()
    }

    /// Whether one of the readings shows a number between `low` and `high`.
    pub(in crate::claims) fn shows(&self, low: &Exact, high: &Exact) -> bool {
        self.readings.iter().any(|it| it.shows(low, high))
    }

    /// Whether both print the same number, as exactly as the coarser of them prints it.
    pub(in crate::claims) fn agrees_with(&self, other: &Quantity<'_>) -> bool {
        let shown = |one: &Quantity<'_>, two: &Quantity<'_>| {
            two.readings.iter().any(|it| one.shows(&it.value, &it.value))
        };
        shown(self, other) || shown(other, self)
    }

    /// Decimals as printed.
    pub(in crate::claims) fn places(&self) -> u32 {
        let mut places = 0;
        let mut step = self.readings[0].step.clone();
        while step < Exact::integer(1) && places < 9 {
            step = &step * &Exact::integer(10);
            places += 1;
        }
        places
    }
}

/// Words whose number is a name, not a measure.
const LABELS: [&str; 47] = [
    "tabel",
    "table",
    "gambar",
    "grafik",
    "bagan",
    "diagram",
    "lampiran",
    "bab",
    "pasal",
    "ayat",
    "huruf",
    "nomor",
    "no",
    "halaman",
    "hal",
    "hlm",
    "butir",
    "ke",
    "misi",
    "triwulan",
    "tw",
    "semester",
    "rt",
    "rw",
    "tahap",
    "level",
    "kelas",
    "eselon",
    "golongan",
    "peringkat",
    "tahun",
    "ta",
    "fy",
    "tipe",
    "kode",
    "iku",
    "iki",
    "ikp",
    "ikk",
    "indikator",
    "sasaran",
    "tujuan",
    "kategori",
    "kuadran",
    "formulir",
    "poin",
    "romawi",
];

/// Words that say that the number after them is not exact.
const ROUGH: [&str; 18] = [
    "sekitar",
    "kira-kira",
    "hampir",
    "±",
    "minimal",
    "maksimal",
    "maksimum",
    "minimum",
    "diatas",
    "dibawah",
    "atas",
    "bawah",
    "≥",
    "≤",
    ">",
    "<",
    "≈",
    "kisaran",
];

/// The quantities in `text`, which was cut into `tokens`, in reading order.
pub(super) fn quantities<'a>(text: &'a str, tokens: &[Token<'a>]) -> Vec<Quantity<'a>> {
    let numbers = (0..tokens.len()).filter(|it| tokens[*it].is_number());
    numbers.filter_map(|it| quantity(text, tokens, it)).collect()
}

fn quantity<'a>(text: &'a str, tokens: &[Token<'a>], at: usize) -> Option<Quantity<'a>> {
    let token = &tokens[at];
    let mut first = at;
    if at == 0 && tokens.get(1).is_some_and(|it| it.is(".") || it.is(")")) {
        return None;
    }
    // `Rp. 5`, `Rp5`, `Rp 5`.
    let mut before = at.checked_sub(1);
    if before.is_some_and(|it| tokens[it].is(".")) && at >= 2 && tokens[at - 2].is("rp") {
        before = Some(at - 2);
    }
    let is_money = before.is_some_and(|it| tokens[it].is("rp") || tokens[it].is("idr"));
    if is_money {
        first = before?;
        before = first.checked_sub(1);
    }
    let before = before.map(|it| &tokens[it]);
    let after = tokens.get(at + 1);
    if !is_money && before.is_some_and(|it| is_label(tokens, first, it) || touches(it, token)) {
        return None;
    }
    if after.is_some_and(|it| ends_code(it, token, tokens.get(at + 2))) || is_day(after) {
        return None;
    }
    let mut readings = read(token.text)?;
    let mut last = at;
    let mut unit = if is_money { Unit::Rupiah } else { Unit::Plain };
    let mut scaled = false;
    if let Some(scale) = tokens.get(last + 1).and_then(scale_of) {
        scaled = true;
        last += 1;
        for it in &mut readings {
            it.value = &it.value * &scale;
            it.step = &it.step * &scale;
        }
    }
    match tokens.get(last + 1) {
        Some(next) if next.is_any(&["%", "persen", "prosen", "﹪", "％"]) => {
            last += 1;
            unit = Unit::Percent;
            if tokens.get(last + 1).is_some_and(|it| it.is("poin") || it.is("point")) {
                last += 1;
                unit = Unit::Points;
            }
        }
        Some(next) if next.is_any(&["poin", "point"]) => {
            last += 1;
            unit = Unit::Points;
            let is_named = |it: &Token<'_>| it.is_any(&["persen", "persentase", "%", "prosen"]);
            last += usize::from(tokens.get(last + 1).is_some_and(is_named));
        }
        Some(next) if next.is("rupiah") => {
            last += 1;
            unit = Unit::Rupiah;
        }
        _ => {}
    }
    if unit == Unit::Plain && !scaled && is_year(token.text) {
        return None;
    }
    if unit == Unit::Rupiah && !scaled {
        // Money is whole: `Rp1.430` is no amount of sen.
        if readings.len() > 1 {
            readings.retain(|it| it.value.is_integer());
        }
        if readings.is_empty() {
            return None;
        }
    }
    let is_rough = is_rough(tokens, first);
    let is_bracketed =
        first > 0 && tokens[first - 1].is("(") && tokens.get(last + 1).is_some_and(|it| it.is(")"));
    let text = &text[tokens[first].start..tokens[last].end()];
    let is_scaled = scaled;
    Some(Quantity {
        token: at,
        first,
        last,
        text,
        unit,
        readings,
        is_rough,
        is_scaled,
        is_bracketed,
    })
}

/// What the digits mean to an Indonesian and to an English reader: one or two things.
fn read(text: &str) -> Option<Vec<Reading>> {
    let swapped: String = text
        .chars()
        .map(|it| match it {
            '.' => ',',
            ',' => '.',
            other => other,
        })
        .collect();
    let mut found: Vec<Reading> = Vec::new();
    for notation in [text, &swapped] {
        let Ok(value) = angka::parse(notation, Style::Thousands) else { continue };
        let step = Exact::from(Decimal::new(1, value.scale()));
        let reading = Reading { value: Exact::from(value), step };
        if !found.contains(&reading) {
            found.push(reading);
        }
    }
    (!found.is_empty()).then_some(found)
}

fn is_label(tokens: &[Token<'_>], first: usize, before: &Token<'_>) -> bool {
    // «Nomor: 5», «Tabel. 3.9», «Misi ke-4».
    let skipped = first >= 2 && before.is_any(&[".", ":", "-"]);
    let word = if skipped { &tokens[first - 2] } else { before };
    if word.is_any(&LABELS) {
        // «dengan indikator 4 buah» is so rare that silence costs nothing.
        return true;
    }
    // «Indikator Kinerja Utama 1».
    let back = |n: usize| first.checked_sub(n).map(|it| &tokens[it]);
    back(1).is_some_and(|it| it.is("utama")) && back(2).is_some_and(|it| it.is("kinerja"))
}

/// `IKU1`, `-5`, `/2023`: part of something else.
fn touches(before: &Token<'_>, token: &Token<'_>) -> bool {
    before.end() == token.start
        && (before.is_word() || before.is_any(&["/", "-", "–", "—", "_", ".", "=", "#", "^"]))
}

/// `700/1320`, `2a`, `2021-2026`, `2021 – 2026`: part of something else. `20JP` too.
fn ends_code(after: &Token<'_>, token: &Token<'_>, next: Option<&Token<'_>>) -> bool {
    let is_adjacent = after.start == token.end();
    let is_range = after.is_any(&["-", "–", "—"]) && next.is_some_and(Token::is_number);
    (is_adjacent && (after.is_word() || after.is_any(&["/", "_"]))) || is_range
}

fn is_day(after: Option<&Token<'_>>) -> bool {
    after.is_some_and(|it| it.is_word() && month_of(&it.folded).is_some())
}

/// One to twelve for the name of a month, however it is spelt.
pub(in crate::claims) fn month_of(folded: &str) -> Option<i8> {
    let folded = match folded {
        "pebruari" => "februari",
        "nopember" => "november",
        other => other,
    };
    let index = MONTHS.iter().position(|it| it.eq_ignore_ascii_case(folded))?;
    i8::try_from(index + 1).ok()
}

/// Four digits that a reader takes for a year.
pub(in crate::claims) fn is_year(text: &str) -> bool {
    text.len() == 4
        && ("1900".."2101").contains(&text)
        && text.bytes().all(|it| it.is_ascii_digit())
}

fn scale_of(token: &Token<'_>) -> Option<Exact> {
    let scale = match &*token.folded {
        "ribu" => 1_000,
        "juta" => 1_000_000,
        "miliar" | "milyar" | "miliyar" => 1_000_000_000,
        "triliun" | "trilyun" | "trilliun" => 1_000_000_000_000,
        _ => return None,
    };
    Some(Exact::integer(scale))
}

fn is_rough(tokens: &[Token<'_>], first: usize) -> bool {
    let back = |n: usize| first.checked_sub(n).map(|it| &tokens[it]);
    let near = back(1).is_some_and(|it| it.is_any(&ROUGH));
    let pair = |one: &str, two: &str| {
        back(1).is_some_and(|it| it.is(two)) && back(2).is_some_and(|it| it.is(one))
    };
    near || pair("kurang", "lebih")
        || pair("lebih", "dari")
        || pair("kurang", "dari")
        || pair("paling", "sedikit")
        || pair("paling", "banyak")
        || pair("tidak", "kurang")
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let tokens = tokens(text);
        let show = |it: &Quantity<'_>| {
            let values: Vec<String> = it.readings.iter().map(|it| it.value.to_string()).collect();
            format!("{} {:?} {}", it.text, it.unit, values.join("|"))
        };
        quantities(text, &tokens).iter().map(show).collect()
    }

    #[test]
    fn reads_what_measures() {
        assert_eq!(
            found("Rp. 10.070.867.140 atau 96.11%"),
            ["Rp. 10.070.867.140 Rupiah 10070867140", "96.11% Percent 9611/100"]
        );
        assert_eq!(found("1.430 orang"), ["1.430 Plain 1430|143/100"]);
        assert_eq!(found("naik 2,5 poin persen"), ["2,5 poin persen Points 5/2"]);
        assert_eq!(found("Rp10,07 miliar"), ["Rp10,07 miliar Rupiah 10070000000"]);
    }

    #[test]
    fn leaves_labels_alone() {
        let none: [&str; 0] = [];
        let text = "Tabel 3.10 Tahun 2023, Nomor 5, 25 September 2023, 2021 – 2026, IKU1, 2a, \
                    700/1320, misi ke-4, Indikator Kinerja Utama 2";
        assert_eq!(found(text), none);
    }
}
