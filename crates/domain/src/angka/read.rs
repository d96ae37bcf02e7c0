//! Reading numbers that people typed: one meaning, or a question back.

use rust_decimal::Decimal;

use super::{ParseError, Problem, Style, push_digits};

/// No honest number is longer; refusing early keeps the cost of a hostile field small.
const LENGTH_MAX: usize = 200;

/// How much of an overlong field an error shows.
const EXCERPT_CHARS: usize = 40;

/// The number in `text`, with the decimals that were written.
///
/// Accepted are spaces of every kind at the ends, thin and no-break spaces between groups of three,
/// `-`, `−` or `–` before the number, and parentheses around a negative one.
///
/// ```
/// use rust_decimal::dec;
/// use selaras_domain::angka::{self, Style};
///
/// assert_eq!(angka::parse("1.234,50", Style::Thousands), Ok(dec!(1234.50)));
/// assert_eq!(angka::parse("(1.430)", Style::Thousands), Ok(dec!(-1430)));
///
/// let error = angka::parse("96.55", Style::Decimals).unwrap_err();
/// assert_eq!(error.to_string(), "Apakah 96.55 berarti 96,55? Tulis 96,55.");
/// ```
///
/// # Errors
/// When `text` is no number, could be two, or has more digits than a [`Decimal`] holds (about 28).
pub fn parse(text: &str, style: Style) -> Result<Decimal, ParseError> {
    Field::new(text, style, Unit::None)?.decimal()
}

/// The percentage in `text`: `85,8%`, `85,8 %` and `85,8` are all 85.8.
///
/// # Errors
/// As [`parse`].
pub fn parse_percent(text: &str, style: Style) -> Result<Decimal, ParseError> {
    Field::new(text, style, Unit::Percent)?.decimal()
}

/// The whole rupiah in `text`: `Rp. 10.070.867.140`, `Rp1.430,00`, `1.430,-`, `(Rp1.430)`.
///
/// # Errors
/// As [`parse`], and when sen are written or the amount does not fit an `i64`.
pub fn parse_rupiah(text: &str, style: Style) -> Result<i64, ParseError> {
    // Money has no decimals that a lone group could be.
    let style = if style == Style::Decimals { Style::Thousands } else { style };
    let field = Field::new(text, style, Unit::Rupiah)?;
    let value = field.decimal()?;
    if value.scale() > 0 {
        let readings = field.candidates();
        if readings.iter().any(Reading::is_whole) {
            return Err(field.ambiguous(&readings));
        }
    }
    let whole = value.normalize();
    if whole.scale() > 0 {
        return Err(field.error(Problem::NotWhole));
    }
    i64::try_from(whole.mantissa()).map_err(|_| field.error(Problem::OutOfRange))
}

/// What may stand beside the digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    None,
    Percent,
    Rupiah,
}

/// A field narrowed down to its digits and separators, which are `text[start..end]`.
struct Field<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    negative: bool,
    style: Style,
    unit: Unit,
}

impl<'a> Field<'a> {
    fn new(text: &'a str, style: Style, unit: Unit) -> Result<Field<'a>, ParseError> {
        let mut field = Field { text, start: 0, end: text.len(), negative: false, style, unit };
        field.trim();
        if field.body().len() > LENGTH_MAX {
            let text = field.body().chars().take(EXCERPT_CHARS).collect();
            return Err(ParseError { text, position: field.start, problem: Problem::TooLong });
        }
        field.strip_signs_and_unit()?;
        field.refuse_foreign_characters()?;
        Ok(field)
    }

    fn body(&self) -> &'a str {
        &self.text[self.start..self.end]
    }

    fn trim(&mut self) {
        self.start += self.body().len() - self.body().trim_start().len();
        self.end = self.start + self.body().trim_end().len();
    }

    /// Signs, parentheses and the unit come in any order: `−Rp5`, `Rp−5`, `(Rp5)`, `Rp(5)`, `(5)%`.
    fn strip_signs_and_unit(&mut self) -> Result<(), ParseError> {
        let mut missing_unit = self.unit;
        let mut is_signed = false;
        loop {
            self.trim();
            let body = self.body();
            let first = body.chars().next().unwrap_or_default();
            if missing_unit == Unit::Percent && body.ends_with('%') {
                self.end -= 1;
                missing_unit = Unit::None;
            } else if missing_unit == Unit::Rupiah
                && body.get(..2).is_some_and(|it| it.eq_ignore_ascii_case("rp"))
            {
                self.start += 2;
                self.start += usize::from(self.body().starts_with('.'));
                missing_unit = Unit::None;
            } else if matches!(first, '-' | '−' | '–' | '+' | '(') {
                let length = first.len_utf8();
                if is_signed {
                    return Err(self.error_at(self.start, length, Problem::SecondSign));
                }
                if first == '(' {
                    if !body.ends_with(')') {
                        return Err(self.error_at(self.start, length, Problem::Unbalanced));
                    }
                    self.end -= 1;
                }
                self.start += length;
                self.negative = first != '+';
                is_signed = true;
            } else {
                break;
            }
        }
        if self.unit == Unit::Rupiah {
            // `1.430,-` says: and no sen.
            let no_sen = [",-", ",−", ",–"].into_iter().find(|it| self.body().ends_with(it));
            self.end -= no_sen.map_or(0, str::len);
        }
        Ok(())
    }

    fn refuse_foreign_characters(&self) -> Result<(), ParseError> {
        let body = self.body();
        let is_number = |it: char| it.is_ascii_digit() || it.is_whitespace() || ".,".contains(it);
        if let Some((index, found)) = body.char_indices().find(|(_, it)| !is_number(*it)) {
            let problem = match found {
                '(' | ')' => Problem::Unbalanced,
                _ => Problem::UnexpectedCharacter,
            };
            // Of a word, the whole word is the offender.
            let word =
                body[index..].find(|it: char| !it.is_alphabetic()).unwrap_or(body.len() - index);
            return Err(self.error_at(self.start + index, word.max(found.len_utf8()), problem));
        }
        if body.contains(|it: char| it.is_ascii_digit()) {
            Ok(())
        } else {
            Err(self.error(Problem::Empty))
        }
    }

    fn decimal(&self) -> Result<Decimal, ParseError> {
        let reading = match self.style {
            Style::Thousands | Style::Decimals => {
                Reading::new(self.body(), ',', |it| it == '.' || is_typographic_space(it))
            }
            Style::Point => Reading::new(self.body(), '.', |_| false),
        };
        let candidates = self.candidates();
        let may_be_decimals =
            self.style == Style::Decimals && self.body().contains('.') && candidates.len() > 1;
        match reading {
            Some(reading) if !may_be_decimals => {
                reading.decimal(self.negative).ok_or_else(|| self.error(Problem::OutOfRange))
            }
            _ if candidates.is_empty() => Err(self.error(Problem::Malformed)),
            _ => Err(self.ambiguous(&candidates)),
        }
    }

    /// What the digits mean to an Indonesian and to an English reader: nothing, one or two things.
    ///
    /// Sen have two digits. Three, as in `Rp1,000`, are a thousand in the other notation, and
    /// taking them for decimals would make one rupiah of a thousand.
    fn candidates(&self) -> Vec<Reading> {
        let read = |decimal, group| {
            Reading::new(self.body(), decimal, |it| it == group || it.is_whitespace())
        };
        let mut readings: Vec<Reading> = read(',', '.').into_iter().chain(read('.', ',')).collect();
        readings.dedup();
        if self.unit == Unit::Rupiah {
            readings.retain(|it| it.fraction.len() != 3);
        }
        readings
    }

    fn ambiguous(&self, readings: &[Reading]) -> ParseError {
        let readings = readings.iter().map(|it| it.write(self.style)).collect();
        self.error(Problem::Ambiguous { readings })
    }

    fn error(&self, problem: Problem) -> ParseError {
        self.error_at(self.start, self.body().len(), problem)
    }

    fn error_at(&self, position: usize, length: usize, problem: Problem) -> ParseError {
        let text = self.text[position..position + length].to_owned();
        ParseError { text, position, problem }
    }
}

/// Spaces that typesetters put between groups; an ordinary space may separate two numbers.
fn is_typographic_space(it: char) -> bool {
    matches!(it, '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}')
}

/// Digits with the separators understood; `whole` has no leading zeros but at least one digit.
#[derive(PartialEq, Eq)]
struct Reading {
    whole: String,
    fraction: String,
}

impl Reading {
    fn new(body: &str, decimal: char, is_group: impl Fn(char) -> bool) -> Option<Reading> {
        let is_digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
        let (whole, fraction) = match body.split_once(decimal) {
            Some((whole, fraction)) if is_digits(fraction) => (whole, fraction),
            Some(_) => return None,
            None => (body, ""),
        };
        let mut separators = whole.chars().filter(|it| !it.is_ascii_digit());
        let first = separators.next();
        if first.is_some_and(|it| !is_group(it) || separators.any(|other| other != it)) {
            return None;
        }
        let groups: Vec<&str> = whole.split(|it: char| !it.is_ascii_digit()).collect();
        let has_shape = match groups.as_slice() {
            [alone] => !alone.is_empty(),
            [first, rest @ ..] => {
                (1..=3).contains(&first.len())
                    && !first.starts_with('0')
                    && rest.iter().all(|it| it.len() == 3)
            }
            [] => false,
        };
        if !has_shape {
            return None;
        }
        let digits = groups.concat();
        let whole = match digits.trim_start_matches('0') {
            "" => "0",
            significant => significant,
        };
        Some(Reading { whole: whole.to_owned(), fraction: fraction.to_owned() })
    }

    fn decimal(&self, negative: bool) -> Option<Decimal> {
        let mut mantissa = 0_i128;
        for digit in self.whole.bytes().chain(self.fraction.bytes()) {
            mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
        }
        let signed = if negative { -mantissa } else { mantissa };
        Decimal::try_from_i128_with_scale(signed, u32::try_from(self.fraction.len()).ok()?).ok()
    }

    fn is_whole(&self) -> bool {
        self.fraction.is_empty()
    }

    fn write(&self, style: Style) -> String {
        let mut written = String::new();
        push_digits(&mut written, &self.whole, &self.fraction, style);
        written
    }
}
