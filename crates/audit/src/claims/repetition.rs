//! The same fact in several places: as many Indikator Kinerja Utama here as there, and as many
//! changes of an agreement as are described.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::text::{Counted, Sentence, counted};
use super::{Ledger, Prose, Remark};
use crate::document::Content;
use crate::finding::Level;

/// Another count of the same things elsewhere.
const OTHER_COUNT: u16 = 315;
/// More changes are counted than described.
const CHANGES: u16 = 316;

/// What an office has once as a whole, so that its count is one fact.
const FACTS: [&str; 16] = [
    "indikator kinerja utama",
    "iku",
    "sasaran strategis",
    "sasaran",
    "tujuan",
    "tujuan strategis",
    "misi",
    "program",
    "program kerja",
    "kegiatan",
    "sub kegiatan",
    "subkegiatan",
    "kelurahan",
    "desa",
    "kecamatan",
    "puskesmas",
];

/// Verbs that say what the whole has.
const WHOLE: [&str; 14] = [
    "menetapkan",
    "ditetapkan",
    "memiliki",
    "mempunyai",
    "terdiri",
    "membawahi",
    "meliputi",
    "mencakup",
    "melaksanakan",
    "menyukseskan",
    "memuat",
    "mewilayahi",
    "membawahkan",
    "tercantum",
];

/// Words that take a part of the whole, or speak of each part of it.
const PARTS: [&str; 31] = [
    "masing-masing",
    "setiap",
    "tiap",
    "diantaranya",
    "antaranya",
    "prioritas",
    "tercapai",
    "mencapai",
    "melebihi",
    "belum",
    "tidak",
    "berkategori",
    "berpredikat",
    "kategori",
    "predikat",
    "pendukung",
    "lainnya",
    "semula",
    "sebelumnya",
    "direvisi",
    "bertambah",
    "berkurang",
    "salah",
    "sebagian",
    "mendukung",
    "penunjang",
    "berhasil",
    "terpenuhi",
    "memenuhi",
    "dilaksanakan",
    "tuntas",
];

struct Mention<'p, 'a> {
    sentence: &'p Sentence<'a>,
    counted: Counted,
    years: Vec<i16>,
}

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    let mut facts: BTreeMap<String, Vec<Mention<'_, '_>>> = BTreeMap::new();
    for sentence in prose.sentences.iter().filter(|it| it.is_prose()) {
        if sentence.quantities.is_empty() || !is_about_the_whole(prose, sentence) {
            continue;
        }
        for counted in counted(sentence) {
            let noun = fact(&counted.noun(sentence));
            if let Some(noun) = noun
                && !is_part(sentence, &counted)
            {
                let years = sentence.years();
                let mention = Mention { sentence, counted, years };
                facts.entry(noun).or_default().push(mention);
            }
        }
    }
    for mentions in facts.values() {
        compare(mentions, ledger);
    }
    changes(prose, ledger);
}

/// The fact that a noun phrase names: its own words, and perhaps whose it is.
fn fact(noun: &str) -> Option<String> {
    let is_whose = |rest: &str| {
        let first = rest.split(' ').next().unwrap_or_default();
        ["kota", "kabupaten", "provinsi", "dinas", "badan", "daerah"].contains(&first)
    };
    let found = FACTS.iter().rev().find(|it| {
        noun == **it || noun.strip_prefix(**it).is_some_and(|rest| is_whose(rest.trim_start()))
    })?;
    Some(
        match *found {
            "iku" => "indikator kinerja utama",
            "subkegiatan" => "sub kegiatan",
            other => other,
        }
        .to_owned(),
    )
}

/// A verb that tells what the office has, and nothing that takes a part of it.
fn is_about_the_whole(prose: &Prose<'_>, sentence: &Sentence<'_>) -> bool {
    let section = prose.document.blocks[sentence.block].place.section.as_deref();
    let in_part = section.is_some_and(|it| {
        let folded = it.to_lowercase();
        let named = folded.find("sasaran ").map(|at| &folded[at + 8..]);
        named.is_some_and(|it| {
            it.starts_with(|it: char| it.is_ascii_digit()) || it.starts_with("strategis ")
        })
    });
    sentence.has_any(&WHOLE) && !in_part && !names_one_part(sentence)
}

/// «Sasaran 1 …», «sasaran kedua», «Tujuan ini»: one of several, and what it has is its own.
fn names_one_part(sentence: &Sentence<'_>) -> bool {
    const ORDINALS: [&str; 12] = [
        "kesatu",
        "pertama",
        "kedua",
        "ketiga",
        "keempat",
        "kelima",
        "keenam",
        "ketujuh",
        "kedelapan",
        "ini",
        "tersebut",
        "ke",
    ];
    let tokens = &sentence.tokens;
    (0..tokens.len()).any(|at| {
        if !tokens[at].is_any(&["sasaran", "tujuan", "misi", "program", "bidang", "kegiatan"]) {
            return false;
        }
        let mut next = at + 1;
        while tokens.get(next).is_some_and(|it| it.is_any(&["strategis", "program", "kegiatan"])) {
            next += 1;
        }
        tokens.get(next).is_some_and(|it| {
            it.is_any(&ORDINALS)
                || it.is_any(&["\"", "“", "«", "‘"])
                || (it.is_number() && !super::text::is_year(it.text))
                || ["I", "II", "III", "IV", "V"].contains(&it.text)
        })
    })
}

/// «dari 8 (delapan) IKU», «4 IKU yang tercapai».
fn is_part(sentence: &Sentence<'_>, it: &Counted) -> bool {
    let quantity = &sentence.quantities[it.quantity];
    let after = &sentence.tokens[(it.last + 1).min(sentence.tokens.len())..];
    let clause = after.iter().take(5).take_while(|it| !it.is_any(&[",", ".", ";", "dan"]));
    // «Dari enam sasaran, terdapat 3 sasaran …».
    let is_of = sentence.is_after_any(quantity.first, 2, &["terdapat", "ada"])
        && sentence.is_after_any(quantity.first, 20, &["dari"]);
    quantity.is_rough
        || is_of
        || sentence.is_after_any(quantity.first, 2, &["dari", "sebanyak", "hanya", "menjadi"])
        || clause.into_iter().any(|it| it.is_any(&PARTS))
        || sentence.is_after_any(quantity.first, 6, &PARTS)
}

/// A fact that is told more often is no single fact.
const MENTIONS_MAX: usize = 200;

fn compare(mentions: &[Mention<'_, '_>], ledger: &mut Ledger<'_>) {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for it in mentions {
        ledger.checked();
        *counts.entry(it.counted.count).or_default() += 1;
    }
    // More than two values is no slip: the count of each is of something else.
    let [(_, _), (_, _)] = counts.iter().collect::<Vec<_>>()[..] else { return };
    if mentions.len() > MENTIONS_MAX {
        return;
    }
    for it in mentions {
        let mine = counts[&it.counted.count];
        let others = mentions.iter().filter(|other| {
            other.counted.count != it.counted.count && may_be_same(&it.years, &other.years)
        });
        let others: Vec<&Mention<'_, '_>> = others.collect();
        let Some(other) = others.first() else { continue };
        // The rarer one is doubted; of two alike, the one without words, or else the later.
        let is_weaker = mine < others.len()
            || (mine == others.len() && {
                let (one, two) = (it.counted.has_words, other.counted.has_words);
                if one == two { it.sentence.block > other.sentence.block } else { two }
            });
        if !is_weaker {
            continue;
        }
        let printed = it.counted.text(it.sentence);
        let expected = other.counted.text(other.sentence);
        let message = format!(
            "Di sini disebut “{printed}”, di tempat lain dalam laporan ini “{expected}”. Periksa \
             mana yang benar."
        );
        let (printed, expected) = (Some(printed.to_owned()), Some(expected.to_owned()));
        let (code, level) = (OTHER_COUNT, Level::Warning);
        ledger.sentence(it.sentence, Remark { code, level, printed, expected, message });
    }
}

/// Facts of different years may differ.
fn may_be_same(one: &[i16], other: &[i16]) -> bool {
    one.is_empty() || other.is_empty() || one.iter().any(|it| other.contains(it))
}

/// «mengalami 2 (dua) kali perubahan», where the report tells of one.
fn changes(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    // Reads the whole report: once is enough.
    let described = LazyCell::new(|| n_described(prose));
    for sentence in prose.sentences.iter().filter(|it| it.is_prose()) {
        let is_agreement = sentence.has_phrase(&["perjanjian", "kinerja"]);
        if !is_agreement || !sentence.has_any(&["perubahan"]) {
            continue;
        }
        for it in counted(sentence) {
            let noun = it.noun(sentence);
            if it.count < 2 || !(noun.starts_with("kali perubahan") || noun == "kali") {
                continue;
            }
            ledger.checked();
            if *described != Some(1) {
                continue;
            }
            let first = sentence.quantities[it.quantity].first;
            let printed = sentence.span(first, it.last.min(it.first + 1)).to_owned();
            let message = format!(
                "Disebutkan {} kali perubahan Perjanjian Kinerja, tetapi laporan ini hanya \
                 menguraikan satu Perubahan Perjanjian Kinerja. Dua dokumen (awal dan perubahan) \
                 adalah satu kali perubahan.",
                it.count
            );
            let expected = Some("1 (satu) kali perubahan".to_owned());
            let (code, level, printed) = (CHANGES, Level::Warning, Some(printed));
            ledger.sentence(sentence, Remark { code, level, printed, expected, message });
        }
    }
}

/// How many Perubahan Perjanjian Kinerja the report tells of; `None` where it tells of none, or of
/// a second by name.
fn n_described(prose: &Prose<'_>) -> Option<usize> {
    let mut dates: Vec<String> = Vec::new();
    let mut n_named = 0;
    // A second one goes by its number.
    const NUMBERED: [&str; 8] = [
        "perubahan kedua",
        "perubahan ii",
        "perubahan ke-2",
        "perubahan ke 2",
        "perubahan 2",
        "perubahan pertama",
        "perubahan i ",
        "perubahan ke-1",
    ];
    let has_second = |text: &str| {
        let folded = text.to_lowercase();
        folded.contains("perjanjian kinerja") && NUMBERED.iter().any(|it| folded.contains(it))
    };
    for block in &prose.document.blocks {
        let text = match &block.content {
            Content::Heading { text, .. }
            | Content::ContentsEntry { text, .. }
            | Content::ListItem { text, .. } => text,
            Content::Caption(caption) => &caption.text,
            _ => continue,
        };
        if has_second(text) {
            return None;
        }
    }
    for sentence in &prose.sentences {
        let Some(at) = sentence.find(&["perubahan", "perjanjian", "kinerja"], 0) else { continue };
        if has_second(sentence.text) {
            return None;
        }
        n_named += 1;
        // The day on which it was made stands before it: «pada tanggal 25 September 2023 disusun».
        let before = &sentence.tokens[at.saturating_sub(6)..at];
        let day = before.windows(3).find(|it| {
            it[0].is_number() && super::text::month_of(&it[1].folded).is_some() && it[2].is_number()
        });
        if let Some([day, month, year]) = day {
            let date =
                format!("{} {} {}", day.text.trim_start_matches('0'), month.folded, year.text);
            if !dates.contains(&date) {
                dates.push(date);
            }
        }
    }
    (n_named > 0 && !dates.is_empty()).then_some(dates.len())
}
