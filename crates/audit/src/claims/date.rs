//! Dates that do not exist, fall on another day of the week, or run backwards; years of no calendar.

use jiff::civil::Date;
use selaras_domain::tanggal;

use super::text::{Sentence, Token, month_of};
use super::{Ledger, Prose, Remark};
use crate::finding::Level;

/// A day that the month does not have.
const NO_SUCH_DAY: u16 = 350;
/// A day of the week on which the date does not fall.
const OTHER_WEEKDAY: u16 = 351;
/// A year with too many digits, or centuries away.
const NO_SUCH_YEAR: u16 = 352;
/// An end before its beginning.
const BACKWARDS: u16 = 353;

/// Years in which something that a report tells can have happened or is planned.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    for sentence in &prose.sentences {
        let mut dates = Vec::new();
        for at in 0..sentence.tokens.len() {
            if let Some(printed) = date_at(sentence, at) {
                ledger.checked();
                match printed.date {
                    Some(date) => {
                        weekday(sentence, &printed, date, ledger);
                        dates.push((printed, date));
                    }
                    None => no_such_day(sentence, &printed, ledger),
                }
            }
            year(sentence, at, ledger);
        }
        backwards(sentence, &dates, ledger);
    }
}

/// `25 September 2023` in a sentence; no date where the day does not exist.
struct Printed {
    first: usize,
    last: usize,
    day: i8,
    month: i8,
    year: i16,
    date: Option<Date>,
}

fn date_at(sentence: &Sentence<'_>, at: usize) -> Option<Printed> {
    let tokens = &sentence.tokens;
    let token = &tokens[at];
    if !token.is_number() || token.text.len() > 2 {
        return None;
    }
    let is_part = at > 0 && tokens[at - 1].end() == token.start && !tokens[at - 1].is("(");
    let day: i8 = token.text.parse().ok()?;
    let next = tokens.get(at + 1)?;
    // `25 September 2023`, or `25/9/2023` and `25-09-2023`.
    let (month, year, last) = match month_of(&next.folded) {
        Some(month) if next.is_word() => (month, tokens.get(at + 2)?, at + 2),
        _ => {
            let [joint, month, second, year] = tokens.get(at + 1..at + 5)? else { return None };
            let is_joint = joint.is_any(&["/", "-"]) && second.is(&joint.folded);
            let is_whole = joint.start == token.end() && year.start == second.end();
            if !is_joint || !is_whole || is_part || month.text.len() > 2 || !month.is_number() {
                return None;
            }
            (month.text.parse().ok().filter(|it| (1..=12).contains(it))?, year, at + 4)
        }
    };
    let is_year = year.is_number() && year.text.len() == 4;
    let year: i16 = is_year.then(|| year.text.parse().ok())??;
    if !YEARS.contains(&i32::from(year)) {
        return None;
    }
    // `1/2/2023` in other notations puts the month first: a day of 13 or more tells them apart.
    let is_swapped = last == at + 4 && !(1..=31).contains(&day);
    let date = Date::new(year, month, day).ok();
    (!is_swapped && !is_part).then_some(Printed { first: at, last, day, month, year, date })
}

fn no_such_day(sentence: &Sentence<'_>, printed: &Printed, ledger: &mut Ledger<'_>) {
    let Ok(first) = Date::new(printed.year, printed.month, 1) else { return };
    let month = tanggal::month_name(first);
    let last = first.days_in_month();
    let text = sentence.span(printed.first, printed.last);
    let message = format!(
        "Tanggal {} {month} {} tidak ada: bulan itu berakhir pada tanggal {last}.",
        printed.day, printed.year
    );
    let printed = Some(text.to_owned());
    let (code, level) = (NO_SUCH_DAY, Level::Error);
    ledger.sentence(sentence, Remark { code, level, printed, expected: None, message });
}

/// `Senin, 25 September 2023`, `hari Senin tanggal 25 September 2023`.
fn weekday(sentence: &Sentence<'_>, printed: &Printed, date: Date, ledger: &mut Ledger<'_>) {
    let start = printed.first.saturating_sub(4);
    let before = &sentence.tokens[start..printed.first];
    let Some(at) = before.iter().rposition(|it| day_of(it).is_some()) else { return };
    let between = &before[at + 1..];
    let is_beside = between.iter().all(|it| it.is_any(&[",", "tanggal", "tgl", ".", "(", "/"]));
    let Some(named) = day_of(&before[at]).filter(|_| is_beside) else { return };
    ledger.checked();
    let right = tanggal::day_name(date);
    // «Minggu» is a week as well as a day: «minggu, 3 Mei» is unclear in small letters.
    let is_unclear = named == "Minggu" && !before[at].is_capitalised();
    if named == right || is_unclear {
        return;
    }
    let text = sentence.span(start + at, printed.last);
    let expected = tanggal::format_with_day(date);
    let message = format!(
        "{} jatuh pada hari {right}, bukan {named}. Perbaiki hari atau tanggalnya.",
        tanggal::format(date)
    );
    let (printed, expected) = (Some(text.to_owned()), Some(expected));
    let (code, level) = (OTHER_WEEKDAY, Level::Error);
    ledger.sentence(sentence, Remark { code, level, printed, expected, message });
}

fn day_of(token: &Token<'_>) -> Option<&'static str> {
    Some(match &*token.folded {
        "senin" => "Senin",
        "selasa" => "Selasa",
        "rabu" => "Rabu",
        "kamis" => "Kamis",
        "jumat" | "jum'at" => "Jumat",
        "sabtu" => "Sabtu",
        "minggu" | "ahad" => "Minggu",
        _ => return None,
    })
}

/// `tahun 20021`, `25 September 2203`.
fn year(sentence: &Sentence<'_>, at: usize, ledger: &mut Ledger<'_>) {
    let tokens = &sentence.tokens;
    let token = &tokens[at];
    let digits = token.text.len();
    if !token.is_number()
        || !token.text.bytes().all(|it| it.is_ascii_digit())
        || !(3..=6).contains(&digits)
        || at == 0
    {
        return;
    }
    let before = &tokens[at - 1];
    // `2021-20026`: what follows a year in a period is a year.
    let is_end = before.is_any(&["-", "–", "—"])
        && digits >= 4
        && at >= 2
        && super::text::is_year(tokens[at - 2].text);
    let is_named = is_end || before.is_any(&["tahun", "ta"]) || month_of(&before.folded).is_some();
    if !is_named {
        return;
    }
    // «tahun 202» in the middle of a broken line, «tahun 100%»: not meant as a year.
    let next = tokens.get(at + 1);
    let is_measure = next.is_some_and(|it| {
        it.is_any(&["%", "persen", "orang", "hari", "kali", "m", "hijriah", "saka"])
            || it.start == token.end()
                && !it.is_any(&[".", ",", ";", ")", "-", "–", ":", "”", "\""])
    });
    if is_measure {
        return;
    }
    ledger.checked();
    let Ok(value) = token.text.parse::<i32>() else { return };
    let is_doubled = digits == 5 && (token.text.starts_with("20") || token.text.starts_with("19"));
    let is_far = digits == 4 && !YEARS.contains(&value);
    let is_short = digits == 3 && token.text.starts_with("20");
    if !(is_doubled || is_far || is_short) {
        return;
    }
    let text = sentence.span(at - 1, at);
    let message = format!("“{text}” bukan tahun yang mungkin. Periksa angka tahunnya.");
    let (code, level, printed) = (NO_SUCH_YEAR, Level::Error, Some(text.to_owned()));
    ledger.sentence(sentence, Remark { code, level, printed, expected: None, message });
}

/// `tanggal A sampai dengan B` where B is earlier.
fn backwards(sentence: &Sentence<'_>, dates: &[(Printed, Date)], ledger: &mut Ledger<'_>) {
    for pair in dates.windows(2) {
        let [(from, first), (to, second)] = pair else { continue };
        let between = &sentence.tokens[from.last + 1..to.first];
        let words: Vec<&str> = between.iter().map(|it| &*it.folded).collect();
        let is_range = matches!(
            words[..],
            ["sampai"]
                | ["sampai", "dengan"]
                | ["sampai", "dengan", "tanggal"]
                | ["hingga"]
                | ["hingga", "tanggal"]
                | ["s", ".", "d", "."]
                | ["s", "/", "d"]
                | ["s", ".", "d"]
                | ["sd"]
                | ["-"]
                | ["–"]
        );
        if !is_range {
            continue;
        }
        ledger.checked();
        if first > second {
            let text = sentence.span(from.first, to.last);
            let message = format!(
                "Rentang ini berakhir ({}) sebelum dimulai ({}). Periksa kedua tanggalnya.",
                tanggal::format(*second),
                tanggal::format(*first)
            );
            let (code, level, printed) = (BACKWARDS, Level::Error, Some(text.to_owned()));
            ledger.sentence(sentence, Remark { code, level, printed, expected: None, message });
        }
    }
}
