//! Numbers beside their words: `3 (tiga)`, `Rp1.500.000,00 (satu juta lima ratus ribu rupiah)`.

use rust_decimal::Decimal;
use selaras_domain::{Exact, terbilang};

use super::text::{Quantity, Sentence, Token, Unit};
use super::{Ledger, Prose, Remark};
use crate::finding::Level;

/// A number and the words beside it differ.
const DIFFERS: u16 = 300;
/// The words beside a number have a misspelt one.
const MISSPELT: u16 = 301;
/// A number stands without words where its neighbours have them.
const MISSING: u16 = 302;

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    for sentence in &prose.sentences {
        for quantity in &sentence.quantities {
            if let Some(words) = words_after(sentence, quantity) {
                compare(sentence, quantity, words, ledger);
            }
        }
        missing(sentence, ledger);
    }
}

/// The words in parentheses after a number, if they are meant for one.
#[derive(Clone, Copy)]
struct Words {
    /// The tokens between the parentheses.
    first: usize,
    last: usize,
}

fn words_after(sentence: &Sentence<'_>, quantity: &Quantity<'_>) -> Option<Words> {
    let tokens = &sentence.tokens;
    let mut open = quantity.last + 1;
    // `Rp1.500.000,- (…)`: and no sen.
    while tokens.get(open).is_some_and(|it| it.is_any(&[",", "-", "–", "="])) {
        open += 1;
    }
    if !tokens.get(open)?.is("(") {
        return None;
    }
    let close = (open + 1..tokens.len().min(open + 40)).find(|it| tokens[*it].is(")"))?;
    let inside = &tokens[open + 1..close];
    let n_known =
        inside.iter().filter(|it| is_number_word(&it.folded) || is_near(&it.folded)).count();
    let is_meant = n_known > 0 && inside.iter().all(Token::is_word) && n_known * 2 >= inside.len();
    is_meant.then_some(Words { first: open + 1, last: close - 1 })
}

fn compare(
    sentence: &Sentence<'_>,
    quantity: &Quantity<'_>,
    words: Words,
    ledger: &mut Ledger<'_>,
) {
    ledger.checked();
    let Words { first, last } = words;
    let text = sentence.span(first, last);
    let printed = sentence.span(quantity.first, last + 1);
    match read(&sentence.tokens[first..=last], quantity) {
        Ok(said) if said.iter().any(|it| is_said(quantity, it)) => {}
        Ok(said) => {
            let Some(value) = said.first() else { return };
            let expected = format!("{} ({})", quantity.text, spelt(quantity));
            ledger.sentence(
                sentence,
                Remark {
                    code: DIFFERS,
                    level: Level::Error,
                    printed: Some(printed.to_owned()),
                    expected: Some(expected.clone()),
                    message: format!(
                        "Angka dan kata-katanya berbeda: “{text}” berarti {}, bukan {}. Bila \
                         angkanya yang benar, tulis “{expected}”; bila katanya, perbaiki angkanya.",
                        written(value),
                        quantity.text,
                    ),
                },
            );
        }
        Err(Some((wrong, right))) => ledger.sentence(
            sentence,
            Remark {
                code: MISSPELT,
                level: Level::Info,
                printed: Some(printed.to_owned()),
                expected: Some(format!("{} ({})", quantity.text, spelt(quantity))),
                message: format!(
                    "Kata bilangan “{wrong}” tidak dikenal; mungkin maksudnya “{right}”."
                ),
            },
        ),
        // Words of numbers only, in an order that no number has.
        Err(None) if sentence.tokens[first..=last].iter().all(|it| is_number_word(&it.folded)) => {
            let expected = format!("{} ({})", quantity.text, spelt(quantity));
            ledger.sentence(
                sentence,
                Remark {
                    code: MISSPELT,
                    level: Level::Warning,
                    printed: Some(printed.to_owned()),
                    expected: Some(expected.clone()),
                    message: format!(
                        "Susunan kata “{text}” bukan bilangan yang dikenal. Tulis “{expected}”."
                    ),
                },
            );
        }
        Err(None) => {}
    }
}

/// What the words say: usually one value, two where digits after `koma` can be read in two ways.
/// If they say nothing, a misspelt word and what was probably meant.
fn read(
    words: &[Token<'_>],
    quantity: &Quantity<'_>,
) -> Result<Vec<Exact>, Option<(String, String)>> {
    let mut spelt: Vec<&str> = words.iter().map(|it| canonical(&it.folded)).collect();
    // Units may follow: `(sembilan puluh persen)`, `(dua) orang`.
    while spelt.last().is_some_and(|it| *it != "rupiah" && !is_number_word(it)) && spelt.len() > 1 {
        let unit = spelt[spelt.len() - 1];
        if !matches!(unit, "persen" | "poin" | "orang" | "buah" | "tahun" | "kali") {
            break;
        }
        spelt.pop();
    }
    if spelt.last() == Some(&"rupiah") {
        spelt.pop();
    }
    let text = spelt.join(" ");
    match terbilang::read(&text) {
        Ok(value) => Ok(vec![Exact::from(value)]),
        Err(error) => {
            if let Some(values) = with_fraction(&spelt) {
                return Ok(values);
            }
            if let terbilang::Problem::UnknownWord { suggestion: Some(right) } = &error.problem {
                let mended = text.replacen(&error.word, right, 1);
                let value = terbilang::read(&mended).map_err(|_| None)?;
                return if is_said(quantity, &Exact::from(value)) {
                    Err(Some((error.word.clone(), right.clone())))
                } else {
                    // Two things may be wrong; what was meant cannot be told.
                    Err(None)
                };
            }
            Err(None)
        }
    }
}

/// `tujuh puluh satu koma delapan puluh`, and `sepuluh koma nol tujuh miliar`.
fn with_fraction(spelt: &[&str]) -> Option<Vec<Exact>> {
    let koma = spelt.iter().position(|it| *it == "koma")?;
    let whole = terbilang::read(&spelt[..koma].join(" ")).ok()?;
    let mut after = &spelt[koma + 1..];
    let mut scale = 1_i64;
    while let [rest @ .., last] = after {
        scale *= match *last {
            "ribu" => 1_000,
            "juta" => 1_000_000,
            "miliar" => 1_000_000_000,
            "triliun" => 1_000_000_000_000,
            _ => break,
        };
        after = rest;
        if scale > 1_000_000_000_000 {
            return None;
        }
    }
    let zeros = after.iter().take_while(|it| **it == "nol").count();
    let mut digits = "0".repeat(zeros);
    if zeros < after.len() {
        let rest = &after[zeros..];
        let all_digits: Option<String> = rest.iter().map(|it| digit(it)).collect();
        digits += &match all_digits {
            Some(digits) => digits,
            None => terbilang::read(&rest.join(" ")).ok()?.to_string(),
        };
    }
    if digits.is_empty() || digits.len() > 9 || digits.contains('.') {
        return None;
    }
    let fraction = Decimal::try_new(digits.parse().ok()?, digits.len().try_into().ok()?).ok()?;
    let value = &Exact::from(whole) + &Exact::from(fraction);
    Some(vec![&value * &Exact::integer(scale)])
}

fn digit(word: &str) -> Option<String> {
    let value = terbilang::read(word).ok()?;
    (value < Decimal::TEN).then(|| value.to_string())
}

/// Whether the number prints what the words say. An amount that is rounded to `miliar` may be said
/// in full.
fn is_said(quantity: &Quantity<'_>, said: &Exact) -> bool {
    quantity.readings.iter().any(|it| it.value == *said)
        || (quantity.is_scaled && quantity.shows(said, said))
}

/// The number in words, with `rupiah` or `persen` where it has that unit.
fn spelt(quantity: &Quantity<'_>) -> String {
    // Counts and money are read as Indonesians write them; that reading comes first.
    let value = quantity.readings[0].value.as_decimal().unwrap_or_default();
    let words = terbilang::write(value);
    match quantity.unit {
        Unit::Rupiah => words + " rupiah",
        Unit::Percent => words + " persen",
        Unit::Points | Unit::Plain => words,
    }
}

fn written(value: &Exact) -> String {
    value.as_decimal().map(selaras_domain::angka::format).unwrap_or_default()
}

/// `14 (empat belas) Kegiatan dan (40) Sub Kegiatan`: the last one has lost its words, or its number.
fn missing(sentence: &Sentence<'_>, ledger: &mut Ledger<'_>) {
    let has_words = |it: &&Quantity<'_>| words_after(sentence, it).is_some();
    if !sentence.quantities.iter().any(|it| it.is_bracketed) {
        return;
    }
    let n_with_words = sentence.quantities.iter().filter(has_words).count();
    for quantity in &sentence.quantities {
        let Some(count) = quantity.count().filter(|_| quantity.is_bracketed) else { continue };
        let tokens = &sentence.tokens;
        let joined = quantity.first >= 2
            && tokens[quantity.first - 2].is_any(&["dan", ",", "serta", "dengan"]);
        let named = tokens.get(quantity.last + 2).is_some_and(|it| it.is_word());
        if n_with_words >= 2 && joined && named {
            ledger.checked();
            let expected = format!("{count} ({})", terbilang::write(count));
            let message = format!(
                "Bilangan lain dalam kalimat ini ditulis dengan angka dan kata; ({count}) hanya \
                 dengan angka di dalam kurung. Tulis “{expected}”."
            );
            let printed = Some(format!("({count})"));
            let expected = Some(expected);
            let remark = Remark { code: MISSING, level: Level::Info, printed, expected, message };
            ledger.sentence(sentence, remark);
        }
    }
}

fn is_number_word(folded: &str) -> bool {
    let folded = canonical(folded);
    matches!(folded, "belas" | "puluh" | "ratus" | "koma" | "rupiah" | "miliar" | "triliun")
        || matches!(folded, "ribu" | "juta")
        || terbilang::read(folded).is_ok()
}

/// A misspelt word of a number.
fn is_near(folded: &str) -> bool {
    let near = |it: terbilang::ReadError| {
        matches!(it.problem, terbilang::Problem::UnknownWord { suggestion: Some(_) })
    };
    folded.len() > 3 && terbilang::read(folded).is_err_and(near)
}

fn canonical(folded: &str) -> &str {
    match folded {
        "milyar" | "miliyar" => "miliar",
        "trilyun" | "trilliun" => "triliun",
        "kosong" => "nol",
        other => other,
    }
}
