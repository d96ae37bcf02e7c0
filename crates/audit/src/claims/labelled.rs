//! Values of a sentence that it calls target, realisasi or capaian, with their year; and the
//! indicator that a sentence is about.

use std::collections::BTreeSet;

use super::figures::{Figures, Measure};
use super::text::{Origin, Sentence, Unit, is_year, similar};

/// A quantity and what it is called.
#[derive(Clone, Copy, Debug)]
pub(super) struct Labelled {
    /// Position among the quantities of the sentence.
    pub(super) quantity: usize,
    pub(super) measure: Measure,
    /// The year that stands with it, or nearest before it in the sentence.
    pub(super) year: Option<i16>,
    /// The year stands between the word and the number.
    pub(super) is_year_certain: bool,
}

/// How far behind its word a value stands, in tokens.
const REACH: usize = 12;

/// Words that say that the number is of a change, not of the measure.
pub(super) const UP: [&str; 12] = [
    "meningkat",
    "naik",
    "bertambah",
    "kenaikan",
    "peningkatan",
    "tumbuh",
    "pertumbuhan",
    "kenaikannya",
    "meningkatnya",
    "penambahan",
    "menaik",
    "melonjak",
];
pub(super) const DOWN: [&str; 8] = [
    "menurun",
    "turun",
    "berkurang",
    "penurunan",
    "merosot",
    "menyusut",
    "pengurangan",
    "penurunannya",
];

pub(super) fn measure_at(folded: &str) -> Option<Measure> {
    Some(match folded {
        "target" | "targetnya" | "ditargetkan" => Measure::Target,
        "realisasi" | "realisasinya" | "terealisasi" | "direalisasikan" => Measure::Realisasi,
        "capaian" | "capaiannya" | "tercapai" | "pencapaian" => Measure::Capaian,
        _ => return None,
    })
}

/// The labelled values of a sentence, in reading order.
pub(super) fn labelled(sentence: &Sentence<'_>) -> Vec<Labelled> {
    let tokens = &sentence.tokens;
    let mut found: Vec<Labelled> = Vec::new();
    for (quantity, it) in sentence.quantities.iter().enumerate() {
        if !matches!(it.unit, Unit::Percent | Unit::Plain) || it.is_rough {
            continue;
        }
        let from = it.first.saturating_sub(REACH);
        let Some(at) = (from..it.first).rev().find(|at| measure_at(&tokens[*at].folded).is_some())
        else {
            continue;
        };
        let Some(measure) = measure_at(&tokens[at].folded) else { continue };
        // An operand of a printed formula: «= (2 × target − realisasi) ÷ target × 100».
        let is_operator = |at: usize| tokens.get(at).is_some_and(|it| it.is_any(&["×", "÷", "*"]));
        if is_operator(it.last + 1) || it.first > 0 && is_operator(it.first - 1) {
            continue;
        }
        let between = &tokens[at + 1..it.first];
        // Another number, a sum of money or another subject between: it belongs to that.
        let taken =
            sentence.quantities.iter().any(|other| other.first > at && other.last < it.first);
        let changes = between.iter().any(|it| it.is_any(&UP) || it.is_any(&DOWN));
        let becomes = between.last().is_some_and(|it| it.is("menjadi"));
        let is_broken = between.iter().any(|it| {
            it.is_any(&[
                ";",
                ".",
                "jumlah",
                "anggaran",
                "belanja",
                "penyerapan",
                "rata-rata",
                "target",
                "dibandingkan",
                "dibanding",
                "dari",
                "nasional",
                "provinsi",
                "terhadap",
            ])
        });
        let leads = between.last().is_none_or(|it| {
            it.is_any(&[
                "sebesar",
                "adalah",
                "mencapai",
                "menjadi",
                "yaitu",
                ":",
                "=",
                "sebanyak",
                "(",
                "kinerja",
                "yakni",
                "senilai",
                "ialah",
                "indikator",
                "sejumlah",
                "pada",
                "nya",
            ]) || (it.is_number() && is_year(it.text))
        });
        if taken || (changes && !becomes) || (is_broken && !becomes) || !leads {
            continue;
        }
        let year = |range: std::ops::Range<usize>| -> Option<i16> {
            let mut tokens = tokens[range].iter().rev();
            tokens.find(|it| it.is_number() && is_year(it.text))?.text.parse().ok()
        };
        let own = year(at + 1..it.first);
        found.push(Labelled {
            quantity,
            measure,
            year: own.or_else(|| year(0..at)),
            is_year_certain: own.is_some(),
        });
    }
    found
}

/// The indicator that a sentence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    /// Position among the names of the tables.
    pub(super) name: usize,
    /// The sentence names it; otherwise it was named above.
    pub(super) is_own: bool,
}

/// How many blocks below a title a paragraph may still be about it.
const INHERITANCE: usize = 14;

/// A title is a name and hardly more: `1. Indikator persentase … tepat waktu`.
const TITLE_REST: usize = 4;

/// The subject of each sentence, where it has one and only one.
///
/// It is named in the sentence, before it in the same paragraph, or in a title above. A paragraph
/// that merely names an indicator says nothing about the next.
pub(super) fn subjects(sentences: &[Sentence<'_>], figures: &Figures) -> Vec<Option<Subject>> {
    let first_words: BTreeSet<&str> =
        figures.names().iter().filter_map(|it| Some(it.words.first()?.as_str())).collect();
    let mut title: Option<(usize, usize)> = None;
    let mut in_block: Option<(usize, Option<usize>)> = None;
    let mut found = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let is_heading = matches!(sentence.origin, Origin::Heading);
        if !sentence.is_prose() && !is_heading {
            found.push(None);
            continue;
        }
        title = title.filter(|(_, block)| !is_heading && sentence.block <= block + INHERITANCE);
        let named = names_in(sentence, figures, &first_words);
        let subject = match named[..] {
            [name] => {
                let n_words = sentence.tokens.iter().filter(|it| !it.is_mark()).count();
                if n_words <= figures.names()[name].words.len() + TITLE_REST {
                    title = Some((name, sentence.block));
                }
                in_block = Some((sentence.block, Some(name)));
                Some(Subject { name, is_own: true })
            }
            [] => {
                let above = in_block.filter(|(block, _)| *block == sentence.block);
                let name = match above {
                    Some((_, name)) => name,
                    None => title.map(|(name, _)| name),
                };
                name.map(|name| Subject { name, is_own: false })
            }
            _ => {
                in_block = Some((sentence.block, None));
                None
            }
        };
        found.push(subject);
    }
    found
}

fn names_in(
    sentence: &Sentence<'_>,
    figures: &Figures,
    first_words: &BTreeSet<&str>,
) -> Vec<usize> {
    if !sentence.tokens.iter().any(|it| first_words.contains(&*it.folded)) {
        return Vec::new();
    }
    let words = similar::words_of(&sentence.tokens);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if first_words.contains(words[at].as_str())
            && let Some(name) = figures.name_at(&words[at..])
        {
            if !found.contains(&name) {
                found.push(name);
            }
            at += figures.names()[name].words.len();
        } else {
            at += 1;
        }
    }
    found
}
