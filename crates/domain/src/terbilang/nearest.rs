//! Guessing which known word a misspelt one was meant to be.

/// Longer words are not worth comparing; the limit keeps the cost of a hostile text small.
const LENGTH_MAX: usize = 24;

/// The only known word that is one slip away from `word`, or two for words of five letters and more.
///
/// `None` when there is none or when several are equally near: a suggestion must not be a guess.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters: Vec<char> = word.chars().take(LENGTH_MAX + 1).collect();
    if letters.len() > LENGTH_MAX {
        return None;
    }
    let slips_max = if letters.len() < 5 { 1 } else { 2 };
    let mut best: Option<(usize, &str)> = None;
    let mut is_unique = false;
    for candidate in known {
        let slips = distance(&letters, candidate);
        if slips > slips_max || best.is_some_and(|(least, _)| slips > least) {
            continue;
        }
        is_unique = best.is_none_or(|(least, _)| slips < least);
        best = Some((slips, candidate));
    }
    best.filter(|_| is_unique).map(|(_, candidate)| candidate)
}

/// Letters to insert, delete or replace to turn one word into the other.
fn distance(letters: &[char], candidate: &str) -> usize {
    let mut row: Vec<usize> = (0..=letters.len()).collect();
    for (index, wanted) in candidate.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, letter) in letters.iter().enumerate() {
            let replaced = diagonal + usize::from(*letter != wanted);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[letters.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_only_what_is_clearly_meant() {
        let known = ["satu", "sepuluh", "sebelas", "miliar", "nol"];
        assert_eq!(nearest("milyar", known), Some("miliar"));
        assert_eq!(nearest("sepuloh", known), Some("sepuluh"));
        assert_eq!(nearest("batu", ["satu", "ratu"]), None);
        assert_eq!(nearest("xyz", known), None);
        assert_eq!(nearest(&"satu".repeat(1000), known), None);
    }
}
