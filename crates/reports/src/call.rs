//! What may be called by name from a narrative, and how its words are checked against its usage.

use crate::error::suggestion;

/// How many words follow a name, read from its usage: `INDIKATOR TAHUN [DOKUMEN]`.
///
/// Words in brackets may be left out; a usage that ends in `…` takes any number of words.
fn expected(usage: &str) -> (usize, usize) {
    let words: Vec<&str> = usage.split_whitespace().collect();
    let required = words.iter().filter(|it| !it.starts_with('[')).count();
    let most = if usage.ends_with('…') { usize::MAX } else { words.len() };
    (required, most)
}

/// Whether `args` fit `usage`; else a sentence that says what is expected.
pub(crate) fn check_usage(name: &str, usage: &str, args: &[&str]) -> Result<(), String> {
    let (least, most) = expected(usage);
    if (least..=most).contains(&args.len()) {
        return Ok(());
    }
    let written = [&[name], args].concat().join(" ");
    if usage.is_empty() {
        return Err(format!("«{written}» kelebihan kata. Tulis «{name}» saja."));
    }
    Err(format!("«{written}» tidak lengkap atau kelebihan kata. Tulis «{name} {usage}»."))
}

/// Takes the words that belong to `usage` off the front of `rest`, up to the next name.
pub(crate) fn take_args<'w>(
    usage: &str,
    rest: &mut &[&'w str],
    is_name: impl Fn(&str) -> bool,
) -> Vec<&'w str> {
    let (least, most) = expected(usage);
    let mut taken = Vec::new();
    while let Some((word, after)) = rest.split_first() {
        // A required word may be spelt like a name: the scale «efisiensi» is also a part.
        if taken.len() >= most || (taken.len() >= least && is_name(word)) {
            break;
        }
        taken.push(*word);
        *rest = after;
    }
    taken
}

/// The sentence for a name that nobody knows.
pub(crate) fn unknown<'n>(
    kind: &str,
    name: &str,
    names: impl IntoIterator<Item = &'n str>,
) -> String {
    format!("{kind} «{name}» tidak dikenal.{}", suggestion(name, names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_words_of_a_usage() {
        assert_eq!(check_usage("capaian", "INDIKATOR TAHUN", &["iku-1", "2023"]), Ok(()));
        assert_eq!(check_usage("pk", "[PK]", &[]), Ok(()));
        assert_eq!(
            check_usage("capaian", "INDIKATOR TAHUN", &["iku-1"]),
            Err("«capaian iku-1» tidak lengkap atau kelebihan kata. \
                 Tulis «capaian INDIKATOR TAHUN»."
                .to_owned())
        );
    }

    #[test]
    fn takes_required_words_even_where_they_are_spelt_like_names() {
        let words = ["efisiensi", "efisiensi", "iku"];
        let mut rest = &words[..];
        assert_eq!(take_args("SKALA", &mut rest, |_| true), ["efisiensi"]);
        assert_eq!(rest, ["efisiensi", "iku"]);
        assert!(take_args("[PK]", &mut rest, |it| it == "efisiensi").is_empty());
    }
}
