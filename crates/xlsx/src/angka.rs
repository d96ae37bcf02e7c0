//! Numbers as they are printed, and the formats in which Excel shows them the same.

use rust_decimal::Decimal;
use selaras_domain::angka::{self, Style};

/// Excel keeps fifteen digits; a number with more stays text, or it would change.
const DIGITS: usize = 15;

/// A number and its format, which Excel shows with the marks of the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Angka {
    pub(crate) value: Decimal,
    pub(crate) format: String,
}

/// The number that a cell prints, if it prints nothing else.
pub(crate) fn read(text: &str) -> Option<Angka> {
    let text = text.trim();
    let whole = text.strip_prefix("Rp").map(|rest| rest.trim_start_matches(['.', ' ', '\u{00A0}']));
    let (value, unit) = if let Some(amount) = whole {
        (angka::parse(amount, Style::Thousands).ok()?, Unit::Rupiah)
    } else if text.ends_with('%') {
        (angka::parse_percent(text, Style::Thousands).ok()?, Unit::Percent)
    } else {
        (angka::parse(text, Style::Thousands).ok()?, Unit::None)
    };
    let digits = value.mantissa().unsigned_abs().to_string().len();
    // `007` and `03` are codes.
    let is_code = text.len() > 1 && text.starts_with('0') && !text[1..].starts_with([',', '%']);
    if digits > DIGITS || is_code {
        return None;
    }
    let decimals = match value.scale() {
        0 => String::new(),
        scale => format!(".{}", "0".repeat(scale as usize)),
    };
    let (value, format) = match unit {
        Unit::None => (value, format!("#,##0{decimals}")),
        Unit::Rupiah => (value, format!("\"Rp\"#,##0{decimals}")),
        // Excel shows a hundredth as one percent.
        Unit::Percent => (value.checked_div(Decimal::ONE_HUNDRED)?, format!("#,##0{decimals}%")),
    };
    // Some offices write what is missing in brackets, others with a sign.
    let in_brackets = text.starts_with('(');
    let format = if in_brackets { format!("{format};({format})") } else { format };
    Some(Angka { value, format })
}

#[derive(Clone, Copy)]
enum Unit {
    None,
    Rupiah,
    Percent,
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;

    fn read_as(text: &str) -> Option<(Decimal, String)> {
        read(text).map(|it| (it.value, it.format))
    }

    #[test]
    fn numbers_keep_their_decimals_and_units() {
        assert_eq!(read_as("10.070.867.140"), Some((dec!(10070867140), "#,##0".to_owned())));
        assert_eq!(read_as("96,93"), Some((dec!(96.93), "#,##0.00".to_owned())));
        assert_eq!(read_as("100,0"), Some((dec!(100.0), "#,##0.0".to_owned())));
        assert_eq!(read_as("85,8%"), Some((dec!(0.858), "#,##0.0%".to_owned())));
        assert_eq!(read_as("Rp1.885.108.476"), Some((dec!(1885108476), "\"Rp\"#,##0".to_owned())));
        assert_eq!(read_as("(1.430)"), Some((dec!(-1430), "#,##0;(#,##0)".to_owned())));
        assert_eq!(read_as("0"), Some((dec!(0), "#,##0".to_owned())));
        assert_eq!(read_as("0,5"), Some((dec!(0.5), "#,##0.0".to_owned())));
    }

    #[test]
    fn what_is_no_number_stays_text() {
        for text in ["", "–", "12 dokumen", "5.03.01", "2022–2026", "03", "≥ 90", "1.452 / 1.693"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        // One digit more than Excel keeps.
        assert_eq!(read("1.234.567.890.123.456"), None);
        assert!(read("123.456.789.012.345").is_some());
    }
}
