//! From bytes to text: UTF-8 without control characters, with or without a byte order mark.

use crate::csv::count_line_ends;
use crate::error::{Place, Problem, Problems};

/// The text of a file, or `None` when it was refused with a fault.
pub(crate) fn decode<'a>(file: &str, bytes: &'a [u8], problems: &mut Problems) -> Option<&'a str> {
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = &bytes[..error.valid_up_to()];
            let valid = str::from_utf8(valid).expect("the bytes before the first fault are valid");
            let place = Place::line(file, count_line_ends(valid) + 1);
            problems.push(place, Problem::InvalidUtf8 { byte: valid.len() + 1 });
            return None;
        }
    };
    // Excel writes the mark; it is no part of the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_refused = |it: char| it.is_control() && !matches!(it, '\t' | '\n' | '\r');
    if let Some((position, found)) = text.char_indices().find(|(_, it)| is_refused(*it)) {
        let place = Place::line(file, count_line_ends(&text[..position]) + 1);
        let shown = format!("U+{:04X}", u32::from(found));
        problems.push(place, Problem::ControlCharacter { shown });
        return None;
    }
    Some(text)
}

/// A narrative with `\n` as the only line end, also at the end, and without a byte order mark.
pub fn canonical_narasi(text: &str) -> String {
    let mut text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}
