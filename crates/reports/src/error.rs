//! Errors in the words and the order of a report, with the place where the writer finds them.

use std::fmt;

/// What keeps a report from being made: where, what is wrong, and what to do; Indonesian.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReportError {
    /// In the package: `narasi/latar-belakang.md`, `bagian.csv`.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// What is wrong and what to do, in sentences.
    pub message: String,
}

/// `narasi/latar-belakang.md baris 12: …`.
impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} baris {}: {}", self.file, self.line, self.message)
    }
}

impl std::error::Error for ReportError {}

/// As many names as a reader takes in at once.
const LISTED: usize = 8;

/// A sentence that helps after an unknown `word`: the nearest of `names`, or all if they are few.
pub(crate) fn suggestion<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let mut names: Vec<&str> = names.into_iter().collect();
    let distance = |name: &str| strsim::osa_distance(word, name);
    // Half of the letters wrong is another word, not a slip.
    let near = names.iter().map(|it| (distance(it), *it)).min();
    match near {
        Some((wrong, name)) if wrong * 2 <= word.chars().count().max(2) => {
            format!(" Mungkin maksud Anda «{name}».")
        }
        _ if names.is_empty() => String::new(),
        _ => {
            let more = if names.len() > LISTED { ", …" } else { "" };
            names.truncate(LISTED);
            format!(" Yang tersedia: {}{more}.", names.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::suggestion;

    #[test]
    fn suggests_the_nearest_name_or_lists_the_few_there_are() {
        assert_eq!(suggestion("capain", ["capaian", "target"]), " Mungkin maksud Anda «capaian».");
        assert_eq!(suggestion("xyz", ["capaian", "target"]), " Yang tersedia: capaian, target.");
        assert_eq!(suggestion("xyz", []), "");
    }
}
