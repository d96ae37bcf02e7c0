//! Number formats: what a typed value looks like on an Indonesian screen.

use rust_decimal::prelude::*;

use crate::number::marked;

/// What matters of a number format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    #[default]
    General,
    Number {
        places: u32,
        is_grouped: bool,
        is_percent: bool,
        before: String,
        after: String,
        in_parentheses: bool,
    },
    /// A date or a time.
    Date,
    Text,
}

impl Format {
    /// The formats that have a number and no code.
    pub(super) fn built_in(id: i64) -> Format {
        let number = |places, is_grouped, is_percent| Format::Number {
            places,
            is_grouped,
            is_percent,
            before: String::new(),
            after: String::new(),
            in_parentheses: false,
        };
        match id {
            1 => number(0, false, false),
            2 => number(2, false, false),
            3 | 37 | 38 | 41 | 42 => number(0, true, false),
            4 | 39 | 40 | 43 | 44 => number(2, true, false),
            9 => number(0, false, true),
            10 => number(2, false, true),
            14..=22 | 45..=47 => Format::Date,
            49 => Format::Text,
            _ => Format::General,
        }
    }

    /// Reads a code like `_("Rp"* #,##0.00_);(#,##0.00)`.
    pub(super) fn of_code(code: &str) -> Format {
        let mut sections = code.split(';');
        let first = sections.next().unwrap_or_default();
        let in_parentheses = sections.next().is_some_and(|it| it.contains('('));
        let (mut before, mut after) = (String::new(), String::new());
        let mut has_digits = false;
        let (mut is_grouped, mut is_percent) = (false, false);
        let mut places = None;
        let mut chars = first.chars().peekable();
        while let Some(it) = chars.next() {
            match it {
                '"' => {
                    let text: String = chars.by_ref().take_while(|it| *it != '"').collect();
                    if has_digits { after.push_str(&text) } else { before.push_str(&text) }
                }
                '\\' => {
                    let next = chars.next().unwrap_or_default();
                    if has_digits { after.push(next) } else { before.push(next) }
                }
                '_' | '*' => {
                    chars.next();
                }
                '[' => {
                    let inner: String = chars.by_ref().take_while(|it| *it != ']').collect();
                    if let Some(currency) = inner.strip_prefix('$') {
                        before.push_str(currency.split('-').next().unwrap_or_default());
                    }
                }
                '0' | '#' | '?' => {
                    has_digits = true;
                    if let Some(places) = &mut places {
                        *places += u32::from(it != '#');
                    }
                }
                '.' if has_digits => places = Some(0),
                ',' if has_digits => is_grouped = true,
                '%' => is_percent = true,
                '@' => return Format::Text,
                'y' | 'Y' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'm' | 'M' if !has_digits => {
                    return Format::Date;
                }
                'G' | 'g' if !has_digits => return Format::General,
                _ => {}
            }
        }
        if !has_digits {
            return Format::General;
        }
        Format::Number {
            places: places.unwrap_or(0),
            is_grouped,
            is_percent,
            before,
            after,
            in_parentheses,
        }
    }

    /// The text on the screen, and the exact value where it is a number.
    pub(super) fn print(&self, raw: &str) -> (String, Option<String>) {
        let parsed = Decimal::from_str(raw).or_else(|_| Decimal::from_scientific(raw)).ok();
        let Some(value) = parsed.map(without_binary_noise) else { return (raw.to_owned(), None) };
        let exact = Some(value.normalize().to_string());
        match self {
            Format::Date => (date(value), None),
            Format::Text | Format::General => {
                let shown = value
                    .round_dp_with_strategy(9, RoundingStrategy::MidpointAwayFromZero)
                    .normalize();
                (marks(shown, shown.scale(), false), exact)
            }
            Format::Number { places, is_grouped, is_percent, before, after, in_parentheses } => {
                let shown = if *is_percent {
                    value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value)
                } else {
                    value
                };
                let shown =
                    shown.round_dp_with_strategy(*places, RoundingStrategy::MidpointAwayFromZero);
                let mut text = marks(shown.abs(), *places, *is_grouped);
                if *is_percent {
                    text.push('%');
                }
                text = format!("{before}{text}{after}");
                if shown.is_sign_negative() && !shown.is_zero() {
                    text = if *in_parentheses { format!("({text})") } else { format!("-{text}") };
                }
                (text.trim().to_owned(), exact)
            }
        }
    }
}

/// Files hold 85.8 as 85.799999999999997: fifteen digits are what was typed or computed.
fn without_binary_noise(value: Decimal) -> Decimal {
    value.round_sf_with_strategy(15, RoundingStrategy::MidpointAwayFromZero).unwrap_or(value)
}

/// With a decimal comma, and points between thousands where they are shown.
fn marks(value: Decimal, places: u32, is_grouped: bool) -> String {
    let mut value = value;
    value.rescale(places);
    marked(value, ',', is_grouped)
}

/// Days since the end of 1899 as a date.
fn date(value: Decimal) -> String {
    let Some(days) = value.trunc().to_i64().filter(|it| (0..=2_958_465).contains(it)) else {
        return value.to_string();
    };
    // Civil date from a day count (proleptic Gregorian), shifted to eras of 400 years.
    let z = days - 25_569 + 719_468;
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_index = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_index + 2) / 5 + 1;
    let month = if month_index < 10 { month_index + 3 } else { month_index - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{day:02}/{month:02}/{year}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_a_reader_sees() {
        let print = |code: &str, raw: &str| Format::of_code(code).print(raw).0;
        assert_eq!(print("0.0%", "0.858"), "85,8%");
        assert_eq!(print("0.00%", "0.85799999999999998"), "85,80%");
        assert_eq!(print("#,##0", "10070867140"), "10.070.867.140");
        assert_eq!(print("_(\"Rp\"* #,##0.00_);_(\"Rp\"* (#,##0.00)", "-1430"), "(Rp1.430,00)");
        assert_eq!(print("[$Rp-421]#,##0", "1430"), "Rp1.430");
        assert_eq!(print("0\" %\"", "97"), "97 %");
        assert_eq!(print("dd/mm/yyyy", "45291"), "31/12/2023");
        assert_eq!(Format::built_in(0).print("109.86904761904762").0, "109,869047619");
        assert_eq!(
            Format::General.print("1.2E-3"),
            ("0,0012".to_owned(), Some("0.0012".to_owned()))
        );
    }
}
