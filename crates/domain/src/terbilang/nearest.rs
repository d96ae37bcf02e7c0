//! Guessing which known word a misspelt one was meant to be.

/// Longer words are not worth comparing; the limit keeps the cost of a hostile text small.
const LENGTH_MAX: usize = 24;

/// The only known word that is one slip away from `word`, or two if it has five letters or more.
///
/// `None` when there is none or when several are equally near: a suggestion must not be a guess.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let n_letters = word.chars().take(LENGTH_MAX + 1).count();
    let slips_max = match n_letters {
        0..5 => 1,
        5..=LENGTH_MAX => 2,
        _ => return None,
    };
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .map(|it| (strsim::osa_distance(word, it), it))
        .filter(|(slips, _)| *slips <= slips_max)
        .collect();
    near.sort_unstable();
    match near[..] {
        [(first, _), (second, _), ..] if first == second => None,
        _ => near.first().map(|(_, it)| *it),
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_only_what_is_clearly_meant() {
        let known = ["satu", "sepuluh", "sebelas", "miliar", "nol"];
        assert_eq!(nearest("milyar", known), Some("miliar"));
        assert_eq!(nearest("sepuloh", known), Some("sepuluh"));
        assert_eq!(nearest("stau", known), Some("satu"));
        assert_eq!(nearest("batu", ["satu", "ratu"]), None);
        assert_eq!(nearest("xyz", known), None);
        assert_eq!(nearest(&"satu".repeat(1000), known), None);
    }
}
