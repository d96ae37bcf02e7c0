//! Reading dates that people typed, and saying what is wrong with those that do not exist.

use jiff::civil::{Date, Weekday};

use super::{DAYS, MONTHS, day_name, format, month_name};
use crate::terbilang::nearest;

/// No date is longer; the limit keeps the cost of a hostile field small.
const LENGTH_MAX: usize = 60;

/// The date in `29 Desember 2023`, `Jumat, 29 Desember 2023` or `2023-12-29`.
///
/// Capitals and the amount of space do not matter. A day name, where there is one, must be the
/// right one. `29/12/2023` is refused: not everyone puts the day first.
///
/// ```
/// use jiff::civil::date;
/// use selaras_domain::tanggal;
///
/// assert_eq!(tanggal::parse("29 Desember 2023"), Ok(date(2023, 12, 29)));
/// assert_eq!(tanggal::parse("2023-12-29"), Ok(date(2023, 12, 29)));
///
/// let error = tanggal::parse("30 Februari 2023").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "30 Februari 2023 tidak ada: Februari 2023 berakhir pada tanggal 28. Perbaiki tanggalnya."
/// );
/// ```
///
/// # Errors
/// When the text has another form, the month or day name is unknown, the day does not exist in that
/// month, or the day name is not that of the date.
pub fn parse(text: &str) -> Result<Date, ParseError> {
    let field = Part { text: text.trim(), position: text.len() - text.trim_start().len() };
    if field.text.len() > LENGTH_MAX {
        let start = field.text.chars().take(LENGTH_MAX).collect();
        return Err(ParseError {
            text: start,
            position: field.position,
            problem: Problem::TooLong,
        });
    }
    let unknown_form = || field.error(Problem::UnknownForm);
    let dashed: Vec<&str> = field.text.split('-').collect();
    if let [year, month, day] = dashed[..]
        && let (Some(year), Some(month), Some(day)) = (year_of(year), pair(month), pair(day))
    {
        let first = Date::new(year, month, 1).map_err(|_| field.error(Problem::NoSuchMonth))?;
        return field.day_in(first, day);
    }
    let parts = field.words();
    let (day_name, day, month, year) = match parts[..] {
        [day, month, year] => (None, day, month, year),
        [day_name, day, month, year] => (Some(day_name), day, month, year),
        _ => return Err(unknown_form()),
    };
    let day_name = day_name.map(weekday_of).transpose()?;
    let day = one_or_two_digits(day.text).ok_or_else(unknown_form)?;
    let year = year_of(year.text).ok_or_else(unknown_form)?;
    let first = Date::new(year, month_of(month)?, 1).map_err(|_| unknown_form())?;
    let date = field.day_in(first, day)?;
    match day_name {
        Some(named) if named != date.weekday() => Err(field.error(Problem::WrongDayName { date })),
        _ => Ok(date),
    }
}

/// Why a text is not taken for a date. Its `Display` is the sentence for the person who typed it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence())]
pub struct ParseError {
    /// The offending part, as typed; only the beginning of it when it is [`Problem::TooLong`].
    pub text: String,
    /// Where the offending part begins: bytes from the start of the field.
    pub position: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with the offending part of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It has neither of the two forms.
    UnknownForm,
    /// It is longer than any date.
    TooLong,
    /// It is no name of a day or month; `suggestion` is what was probably meant.
    UnknownName { suggestion: Option<&'static str> },
    /// The month is not 01 to 12.
    NoSuchMonth,
    /// The month, of which `month` is the first day, does not have this day.
    NoSuchDay { month: Date },
    /// The date is right, but falls on another day of the week.
    WrongDayName { date: Date },
}

impl ParseError {
    fn sentence(&self) -> String {
        let text = &self.text;
        match &self.problem {
            Problem::UnknownForm if text.is_empty() => {
                "Tidak ada tanggal di sini. Tulis seperti 29 Desember 2023 atau 2023-12-29."
                    .to_owned()
            }
            Problem::UnknownForm => format!(
                "{text} bukan bentuk tanggal yang dikenal. Tulis seperti 29 Desember 2023 atau \
                 2023-12-29."
            ),
            Problem::TooLong => format!(
                "Isian yang diawali {text} terlalu panjang untuk sebuah tanggal. Periksa isian ini."
            ),
            Problem::UnknownName { suggestion: Some(suggestion) } => {
                format!("{text} tidak dikenal. Apakah maksudnya {suggestion}?")
            }
            Problem::UnknownName { suggestion: None } => {
                format!("{text} bukan nama hari atau bulan. Tulis seperti 29 Desember 2023.")
            }
            Problem::NoSuchMonth => {
                format!("{text} tidak ada: bulan ditulis dari 01 sampai 12. Perbaiki tanggalnya.")
            }
            Problem::NoSuchDay { month } => {
                let name = month_name(*month);
                let (year, last) = (month.year(), month.days_in_month());
                format!(
                    "{text} tidak ada: {name} {year} berakhir pada tanggal {last}. \
                     Perbaiki tanggalnya."
                )
            }
            Problem::WrongDayName { date } => format!(
                "{text} tidak cocok: {} jatuh pada hari {}. Perbaiki hari atau tanggalnya.",
                format(*date),
                day_name(*date)
            ),
        }
    }
}

/// A piece of the field and where it begins, in bytes.
#[derive(Clone, Copy)]
struct Part<'a> {
    text: &'a str,
    position: usize,
}

impl<'a> Part<'a> {
    /// The words, without the commas after them.
    fn words(self) -> Vec<Part<'a>> {
        let offset = |word: &str| word.as_ptr().addr() - self.text.as_ptr().addr();
        let words = self.text.split(|it: char| it.is_whitespace() || it == ',');
        words
            .filter(|it| !it.is_empty())
            .map(|it| Part { text: it, position: self.position + offset(it) })
            .collect()
    }

    fn day_in(self, month: Date, day: i8) -> Result<Date, ParseError> {
        Date::new(month.year(), month.month(), day)
            .map_err(|_| self.error(Problem::NoSuchDay { month }))
    }

    fn error(self, problem: Problem) -> ParseError {
        ParseError { text: self.text.to_owned(), position: self.position, problem }
    }

    /// The name among `names` that this is, in any capitals.
    fn index_in(
        self,
        names: impl Iterator<Item = &'static str> + Clone,
    ) -> Result<usize, ParseError> {
        let lower = self.text.to_lowercase();
        let found = names.clone().position(|it| it.eq_ignore_ascii_case(self.text));
        found.ok_or_else(|| {
            let lower_names: Vec<String> = names.clone().map(str::to_lowercase).collect();
            let near = nearest(&lower, lower_names.iter().map(String::as_str));
            let suggestion =
                near.and_then(|it| names.clone().find(|name| name.eq_ignore_ascii_case(it)));
            self.error(Problem::UnknownName { suggestion })
        })
    }
}

fn month_of(word: Part<'_>) -> Result<i8, ParseError> {
    let index = word.index_in(MONTHS.into_iter())?;
    Ok(i8::try_from(index + 1).expect("there are twelve months"))
}

fn weekday_of(word: Part<'_>) -> Result<Weekday, ParseError> {
    let index = word.index_in(DAYS.iter().map(|(name, _)| *name))?;
    Ok(DAYS[index].1)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

fn one_or_two_digits(text: &str) -> Option<i8> {
    (text.len() <= 2 && is_digits(text)).then(|| text.parse().ok())?
}

fn pair(text: &str) -> Option<i8> {
    one_or_two_digits(text).filter(|_| text.len() == 2)
}

/// Four digits: a year written with two leaves the century to a guess.
fn year_of(text: &str) -> Option<i16> {
    (text.len() == 4 && is_digits(text) && !text.starts_with('0')).then(|| text.parse().ok())?
}
