//! The lists of tables and figures against the captions.

use std::collections::{BTreeMap, BTreeSet};

use super::caption::{Listed, Placed, folded, word};
use super::text::similar::{from_start, whole, words};
use super::{Ledger, Prose, Remark};
use crate::document::CaptionKind;
use crate::finding::Level;

/// Named in the list, not in the report.
const NOT_THERE: u16 = 380;
/// In the report, not named in the list.
const NOT_LISTED: u16 = 381;
/// Other words in the list than above the table.
const OTHER_TEXT: u16 = 382;
/// Another page than where it stands.
const OTHER_PAGE: u16 = 383;

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    for kind in [CaptionKind::Tabel, CaptionKind::Gambar] {
        let listed: Vec<&Listed<'_>> =
            prose.captions.listed.iter().filter(|it| it.kind == kind).collect();
        let placed: Vec<&Placed<'_>> = prose.captions.of_kind(kind).collect();
        // A list of which the reader found little proves little.
        let mut by_number: BTreeMap<String, &Placed<'_>> = BTreeMap::new();
        for it in &placed {
            by_number.entry(folded(it.number)).or_insert(it);
        }
        let pairs: Vec<(&Listed<'_>, &Placed<'_>)> = listed
            .iter()
            .filter_map(|entry| Some((*entry, *by_number.get(&folded(entry.number))?)))
            .collect();
        if listed.len() < 3 || pairs.len() * 10 < listed.len() * 7 {
            continue;
        }
        for (entry, caption) in &pairs {
            ledger.checked();
            text(entry, caption, ledger);
        }
        for entry in listed.iter().filter(|it| !by_number.contains_key(&folded(it.number))) {
            not_there(entry, ledger);
        }
        not_listed(prose, kind, &listed, &placed, ledger);
        pages(prose, &pairs, ledger);
    }
}

fn text(entry: &Listed<'_>, caption: &Placed<'_>, ledger: &mut Ledger<'_>) {
    let (listed, printed) = (words(entry.text), words(caption.text));
    if listed.is_empty() || printed.is_empty() {
        return;
    }
    // Lists shorten: an entry that breaks off early is no other text.
    if listed.starts_with(&printed) || printed.starts_with(&listed) {
        return;
    }
    let all =
        [whole(&listed, &printed), from_start(&listed, &printed), from_start(&printed, &listed)];
    // A caption with more behind it, read through a slip or two, is still no other text.
    let is_slip = all.iter().any(|it| it.n_words == it.n_slips);
    if all[0].n_words == 0 {
        return;
    }
    let name = format!("{} {}", word(entry.kind), entry.number);
    let message = format!(
        "Judul {name} dalam daftar berbeda dari judul di atasnya: “{}” dan “{}”. Samakan.",
        entry.text, caption.text
    );
    let remark = Remark {
        code: OTHER_TEXT,
        level: if is_slip { Level::Info } else { Level::Warning },
        printed: Some(entry.text.to_owned()),
        expected: Some(caption.text.to_owned()),
        message,
    };
    ledger.block(entry.block, format!("{name} {}", entry.text), remark);
}

fn not_there(entry: &Listed<'_>, ledger: &mut Ledger<'_>) {
    ledger.checked();
    let name = format!("{} {}", word(entry.kind), entry.number);
    let message = format!(
        "Daftar menyebut {name} “{}”, tetapi tidak ditemukan dalam laporan. Sajikan, atau hapus \
         dari daftar.",
        entry.text
    );
    let printed = Some(name.clone());
    let (code, level) = (NOT_THERE, Level::Warning);
    let remark = Remark { code, level, printed, expected: None, message };
    ledger.block(entry.block, format!("{name} {}", entry.text), remark);
}

fn not_listed(
    prose: &Prose<'_>,
    kind: CaptionKind,
    listed: &[&Listed<'_>],
    placed: &[&Placed<'_>],
    ledger: &mut Ledger<'_>,
) {
    let series = |number: &str| number.rsplit_once('.').map(|it| it.0.to_owned());
    let named: BTreeSet<String> = listed.iter().map(|it| folded(it.number)).collect();
    let named_series: BTreeSet<Option<String>> = named.iter().map(|it| series(it)).collect();
    let mut seen = BTreeSet::new();
    for caption in placed {
        let number = folded(caption.number);
        // A list of the main part leaves out the annexes and the summary; only a series in which
        // the list names others is incomplete without it.
        if named.contains(&number)
            || prose.captions.is_mentioned(kind, caption.number)
            || !named_series.contains(&series(&number))
            || !seen.insert(number)
        {
            continue;
        }
        ledger.checked();
        let name = format!("{} {}", word(kind), caption.number);
        let message = format!(
            "{name} “{}” ada dalam laporan, tetapi tidak disebut dalam daftar. Tambahkan.",
            caption.text
        );
        let printed = Some(name.clone());
        let (code, level) = (NOT_LISTED, Level::Warning);
        ledger.block(caption.block, name, Remark { code, level, printed, expected: None, message });
    }
}

/// How a page is numbered: front matter in roman numerals, the rest from one again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Numbering {
    Roman,
    Arabic,
}

/// Printed numbers and sheets differ by the same count everywhere in a numbering; an entry that
/// differs otherwise from most is wrong.
fn pages(prose: &Prose<'_>, pairs: &[(&Listed<'_>, &Placed<'_>)], ledger: &mut Ledger<'_>) {
    let known: Vec<(Numbering, i64, i64, &Listed<'_>)> = pairs
        .iter()
        .filter_map(|(entry, caption)| {
            let sheet = prose.document.blocks[caption.block].place.page?;
            let (numbering, page) = page_of(entry.page?)?;
            Some((numbering, page, i64::from(sheet), *entry))
        })
        .collect();
    let mut offsets: BTreeMap<(Numbering, i64), usize> = BTreeMap::new();
    for (numbering, page, sheet, _) in &known {
        *offsets.entry((*numbering, sheet - page)).or_default() += 1;
    }
    for (numbering, page, sheet, entry) in &known {
        let of_numbering = known.iter().filter(|it| it.0 == *numbering).count();
        let usual = offsets
            .iter()
            .filter(|((it, _), _)| it == numbering)
            .max_by_key(|(_, count)| **count)
            .map(|((_, offset), count)| (*offset, *count));
        let Some((offset, count)) = usual else { continue };
        if of_numbering < 4 || count * 3 < of_numbering * 2 || sheet - page == offset {
            continue;
        }
        let right = write_page(*numbering, sheet - offset);
        let name = format!("{} {}", word(entry.kind), entry.number);
        let printed = entry.page.map(str::to_owned);
        let message = format!(
            "Daftar menunjuk halaman {} untuk {name}, sedangkan menurut letak yang lain {name} \
             berada di halaman {right}.",
            entry.page.unwrap_or_default()
        );
        let (code, level) = (OTHER_PAGE, Level::Warning);
        let remark = Remark { code, level, printed, expected: Some(right), message };
        ledger.block(entry.block, format!("{name} {}", entry.text), remark);
    }
}

fn page_of(printed: &str) -> Option<(Numbering, i64)> {
    let printed = printed.trim().trim_matches(['.', '-']);
    if let Ok(page) = printed.parse() {
        return Some((Numbering::Arabic, page));
    }
    let upper = printed.to_uppercase();
    let page =
        (1..60).find(|it| selaras_domain::tanggal::roman(*it).is_some_and(|it| it == upper))?;
    Some((Numbering::Roman, page.into()))
}

fn write_page(numbering: Numbering, page: i64) -> String {
    let roman = || selaras_domain::tanggal::roman(u16::try_from(page).ok()?);
    match numbering {
        Numbering::Roman => roman().map_or_else(|| page.to_string(), |it| it.to_lowercase()),
        Numbering::Arabic => page.to_string(),
    }
}
