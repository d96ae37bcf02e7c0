//! Words of printed text, compared without regard to case, marks and broken lines.

/// Lower case letters, digits and "%" only: what stays the same however a cell breaks its lines.
pub(crate) fn squash(text: &str) -> String {
    text.chars()
        .filter(|it| it.is_alphanumeric() || *it == '%')
        .flat_map(char::to_lowercase)
        .collect()
}

/// Lower case words, marks taken as spaces.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|it: char| !it.is_alphanumeric() && it != '%')
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// One space between words, and nothing that takes no room.
pub(crate) fn tidy(text: &str) -> String {
    let text: String = text.chars().filter(|it| !is_invisible(*it)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Joiners and breaks that type setters put into words.
pub(crate) fn is_invisible(it: char) -> bool {
    matches!(it, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The first `limit` characters, with "…" where something is left out.
pub(crate) fn shorten(text: &str, limit: usize) -> String {
    let text = tidy(text);
    match text.char_indices().nth(limit) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text,
    }
}
