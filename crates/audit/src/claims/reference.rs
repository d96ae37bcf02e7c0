//! References to tables, figures, chapters and annexes: to something that exists, and, where they
//! say `berikut`, to what follows.

use std::collections::BTreeSet;

use super::caption::{folded, word};
use super::text::Sentence;
use super::{Ledger, Prose, Remark};
use crate::document::{CaptionKind, Content};
use crate::finding::Level;

/// A table or figure that the report does not have.
const ABSENT: u16 = 370;
/// "sebagaimana tabel 2.6 berikut" above another table.
const DOES_NOT_FOLLOW: u16 = 371;
/// A chapter or annex that the report does not have.
const NO_PART: u16 = 372;

/// How far below a sentence the table that it announces may stand, in blocks.
const REACH: usize = 4;

/// Fewer captions than these do not prove that a reader found all of them.
const ENOUGH_CAPTIONS: usize = 3;

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    let parts = Parts::of(prose);
    for sentence in prose.sentences.iter().filter(|it| it.is_prose()) {
        for at in 0..sentence.tokens.len() {
            let Some(number) = number_after(sentence, at) else { continue };
            match &*sentence.tokens[at].folded {
                "tabel" | "table" => {
                    caption(prose, sentence, at, CaptionKind::Tabel, number, ledger);
                }
                "gambar" => caption(prose, sentence, at, CaptionKind::Gambar, number, ledger),
                "bab" | "lampiran" => part(&parts, sentence, at, number, ledger),
                _ => {}
            }
        }
    }
}

/// The number behind the word at `at`, as printed: `3.10`, `II`.
fn number_after<'a>(sentence: &Sentence<'a>, at: usize) -> Option<&'a str> {
    let mut next = at + 1;
    if sentence.tokens.get(next)?.is(".") {
        next += 1;
    }
    let token = sentence.tokens.get(next)?;
    let is_roman = token.is_word() && token.text.chars().all(|it| "IVXLC".contains(it));
    if !token.is_number() && !is_roman {
        return None;
    }
    // `T-C.29`, `2.1a`: numbers of other documents, or read in pieces.
    let after = sentence.tokens.get(next + 1);
    let goes_on = after
        .is_some_and(|it| it.start == token.end() && (it.is_word() || it.is_any(&["/", "-", "–"])));
    let goes_on = goes_on
        || (is_roman
            && after.is_some_and(|it| it.is(".") && it.start == token.end())
            && sentence.tokens.get(next + 2).is_some_and(|it| it.is_number()));
    (!goes_on).then_some(token.text)
}

fn caption(
    prose: &Prose<'_>,
    sentence: &Sentence<'_>,
    at: usize,
    kind: CaptionKind,
    number: &str,
    ledger: &mut Ledger<'_>,
) {
    let captions = &prose.captions;
    if captions.n_numbers(kind) == 0 || is_of_another_document(sentence, at) {
        return;
    }
    ledger.checked();
    let printed = format!("{} {number}", sentence.tokens[at].text);
    if announces(sentence, at)
        && let Some(next) = next_caption(prose, sentence.block, kind)
        && folded(next.number) != folded(number)
    {
        let expected = format!("{} {}", word(kind), next.number);
        let message = format!(
            "Kalimat ini menunjuk “{printed}” sebagai yang berikut, tetapi yang mengikutinya \
             adalah {expected} ({}). Samakan nomornya.",
            next.text
        );
        let code = DOES_NOT_FOLLOW;
        let (printed, expected) = (Some(printed), Some(expected));
        let remark = Remark { code, level: Level::Error, printed, expected, message };
        return ledger.sentence(sentence, remark);
    }
    if captions.has(kind, number) || captions.n_numbers(kind) < ENOUGH_CAPTIONS {
        return;
    }
    let is_listed = captions.listed.iter().any(|it| it.kind == kind && it.number == number);
    if is_listed || !same_depth(prose, kind, number) {
        // The list of tables promises it: that is where the finding belongs.
        return;
    }
    let message = format!(
        "Kalimat ini menunjuk {printed}, tetapi tidak ada {} {number} dalam laporan. Perbaiki \
         nomornya atau sajikan yang ditunjuk.",
        word(kind).to_lowercase()
    );
    let remark = Remark {
        code: ABSENT,
        level: Level::Error,
        printed: Some(printed),
        expected: None,
        message,
    };
    ledger.sentence(sentence, remark);
}

/// Whether the report numbers in this way at all: "3.1" where it has "3.2", "4" where it has "5".
fn same_depth(prose: &Prose<'_>, kind: CaptionKind, number: &str) -> bool {
    let depth = |it: &str| folded(it).matches('.').count();
    prose.captions.of_kind(kind).any(|it| depth(it.number) == depth(number))
}

/// `… tabel 2.6. (sebagai) berikut:` and `berikut pada tabel 2.6`, where the sentence ends its block.
fn announces(sentence: &Sentence<'_>, at: usize) -> bool {
    let after = &sentence.tokens[at + 2..];
    let near = after.iter().take(6).take_while(|it| !it.is_any(&[",", ";"]));
    let says_so = near.into_iter().any(|it| it.is("berikut"));
    // «dapat dilihat pada tabel 2 berikut dan tabel 5» announces the first only.
    let is_once = sentence.tokens.iter().filter(|it| it.is_any(&["tabel", "gambar"])).count() == 1;
    says_so && sentence.is_last && is_once
}

/// The next caption below a block, if it is near and nothing else was announced between.
fn next_caption<'p>(
    prose: &'p Prose<'_>,
    block: usize,
    kind: CaptionKind,
) -> Option<&'p super::caption::Placed<'p>> {
    let at = prose.captions.placed.partition_point(|it| it.block <= block);
    let next = prose.captions.placed.get(at)?;
    let between = &prose.document.blocks[block + 1..next.block];
    let is_near = next.block <= block + REACH;
    let is_open = between
        .iter()
        .all(|it| matches!(it.content, Content::Paragraph { .. } | Content::Caption(_)));
    (next.kind == kind && is_near && is_open && between.len() <= 1).then_some(next)
}

/// "Tabel 5 Peraturan …", "tabel 2.1 pada Renstra".
fn is_of_another_document(sentence: &Sentence<'_>, at: usize) -> bool {
    let end = sentence.tokens.len().min(at + 7);
    let after = &sentence.tokens[(at + 2).min(end)..end];
    // The rest of a cell that a page or a line breaks: "Tabel 5)" closes what stands elsewhere.
    if at == 0 && after.first().is_some_and(|it| it.is_any(&[")"])) {
        return true;
    }
    // «(Renja [3], Tabel 3)»: in parentheses the document stands in front.
    let in_parentheses = sentence.tokens[..at].iter().rev().take(8);
    let in_parentheses = in_parentheses.take_while(|it| !it.is_any(&["(", ")", ";"])).count();
    let is_inside =
        at > in_parentheses && sentence.tokens[at - in_parentheses - 1].is_any(&["(", ";"]);
    let reach = if is_inside { in_parentheses } else { 2 };
    let before = &sentence.tokens[at.saturating_sub(reach)..at];
    after.iter().chain(before).any(|it| it.is_any(&OTHER_DOCUMENTS))
}

const OTHER_DOCUMENTS: [&str; 26] = [
    "renstra",
    "rpjmd",
    "rpjmn",
    "rpjpd",
    "rkpd",
    "renja",
    "rpd",
    "peraturan",
    "permen",
    "perda",
    "perwali",
    "perbup",
    "perpres",
    "permendagri",
    "permenpan",
    "permenpanrb",
    "keputusan",
    "undang-undang",
    "uu",
    "pp",
    "dokumen",
    "dpa",
    "lppd",
    "lhe",
    "surat",
    "inpres",
];

const LEADS: [&str; 17] = [
    "pada",
    "dalam",
    "di",
    "ke",
    "lihat",
    "dari",
    "dan",
    "sebagaimana",
    "melalui",
    "dengan",
    "oleh",
    "terlampir",
    "tersaji",
    "sesuai",
    "(",
    "vide",
    "dilihat",
];

/// Chapters and annexes that the report has.
#[derive(Default)]
struct Parts {
    bab: BTreeSet<u32>,
    lampiran: BTreeSet<u32>,
}

impl Parts {
    fn of(prose: &Prose<'_>) -> Parts {
        let mut parts = Parts::default();
        let mut in_list = false;
        for it in &prose.document.blocks {
            let text = match &it.content {
                Content::Heading { text, .. } => {
                    in_list = text.to_lowercase().contains("daftar lampiran");
                    text.as_str()
                }
                Content::ContentsEntry { text, .. } => text.as_str(),
                Content::ListItem { marker: Some(marker), depth: 0, .. } if in_list => {
                    parts.lampiran.extend(value(marker.trim_matches(['.', ')', '('])));
                    continue;
                }
                _ => continue,
            };
            let mut words = text.split_whitespace();
            let (first, second) = (words.next(), words.next());
            let number = second.map(|it| it.trim_matches(['.', ':', ',']));
            match first.map(str::to_lowercase).as_deref() {
                Some("bab") => parts.bab.extend(number.and_then(value)),
                Some("lampiran") => parts.lampiran.extend(number.and_then(value)),
                _ => {}
            }
        }
        parts
    }
}

fn part(parts: &Parts, sentence: &Sentence<'_>, at: usize, number: &str, ledger: &mut Ledger<'_>) {
    let name = &sentence.tokens[at].text;
    let known = if sentence.tokens[at].is("bab") { &parts.bab } else { &parts.lampiran };
    let Some(number_value) = value(number) else { return };
    // Only a complete series proves that something is missing from it.
    let is_series = known.len() >= ENOUGH_CAPTIONS
        && known.iter().copied().eq(1..=u32::try_from(known.len()).unwrap_or(0));
    // Running heads look like references; a reference hangs on a preposition or a verb.
    let is_reference = sentence.is_after_any(at, 1, &LEADS);
    if !is_series || !is_reference || is_of_another_document(sentence, at) {
        return;
    }
    ledger.checked();
    if known.contains(&number_value) {
        return;
    }
    let last = known.len();
    let printed = format!("{name} {number}");
    let message = format!(
        "Kalimat ini menunjuk {printed}, sedangkan laporan hanya memiliki {} 1 sampai dengan \
         {last}. Perbaiki penunjukannya.",
        name.to_lowercase()
    );
    let (code, level) = (NO_PART, Level::Error);
    let remark = Remark { code, level, printed: Some(printed), expected: None, message };
    ledger.sentence(sentence, remark);
}

/// The value of an Arabic or roman number below forty.
fn value(number: &str) -> Option<u32> {
    if let Ok(value) = number.parse() {
        return (1..40).contains(&value).then_some(value);
    }
    (1..40_u16)
        .find(|it| selaras_domain::tanggal::roman(*it).as_deref() == Some(number))
        .map(u32::from)
}
