//! Citations of regulations, held against `data/regulations/` and against each other.

mod parse;

use std::collections::BTreeMap;

use selaras_rules::regulation::{self, Regulation};

use self::parse::{Citation, Head, Kind, Ministry, citations, kind_of};
use super::text::similar::{Difference, from_start, words, words_of};
use super::text::{Sentence, Token};
use super::{Ledger, Prose, Remark};
use crate::finding::Level;

/// Another kind of instrument than the one with this number and title.
const OTHER_KIND: u16 = 360;
/// The title has other words.
const OTHER_TITLE: u16 = 361;
/// The title, in the report itself, has other words elsewhere.
const TITLES_DIFFER: u16 = 362;
/// The title belongs to another number or year.
const OTHER_NUMBER: u16 = 363;
/// The ministry is not called so.
const MINISTRY: u16 = 364;

/// A title of fewer words is shared by many instruments.
const DISTINCT_WORDS: usize = 3;

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    let library = Library::read();
    let mut cited: Vec<Cited<'_, '_>> = Vec::new();
    for sentence in &prose.sentences {
        for citation in citations(sentence) {
            let title = title_of(sentence, &citation);
            cited.push(Cited { sentence, citation, title });
        }
    }
    for it in &cited {
        ledger.checked();
        ministry(it, ledger);
        match library.find(&it.citation) {
            Some(known) => title(it, known, &library, ledger),
            None if !it.title.is_empty() => unknown(it, &library, ledger),
            None => {}
        }
    }
    each_other(&cited, &library, ledger);
}

/// A citation where it stands.
struct Cited<'p, 'a> {
    sentence: &'p Sentence<'a>,
    citation: Citation<'a>,
    /// The words of its title; what follows the title may still be among them.
    title: Vec<String>,
}

impl Cited<'_, '_> {
    /// Writes a remark about this citation.
    fn remark(&self, ledger: &mut Ledger<'_>, remark: Remark) {
        ledger.sentence(self.sentence, remark);
    }

    /// The first `count` words of the title, as printed.
    fn printed_title(&self, count: usize) -> String {
        let Some(first) = self.citation.title else { return String::new() };
        let mut last = first;
        let mut used = 0;
        for (offset, token) in self.sentence.tokens[first..].iter().enumerate() {
            if used == count {
                break;
            }
            if !token.is_mark() {
                used += 1;
                last = first + offset;
            }
        }
        self.sentence.span(first, last).to_owned()
    }
}

/// The words behind `tentang`, up to where no title goes on.
fn title_of(sentence: &Sentence<'_>, citation: &Citation<'_>) -> Vec<String> {
    let Some(first) = citation.title else { return Vec::new() };
    let tokens = &sentence.tokens[first..];
    let end = (1..tokens.len()).find(|it| ends_title(tokens, *it)).unwrap_or(tokens.len());
    words_of(&tokens[..end])
}

fn ends_title(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let next = tokens.get(at + 1);
    let is_small = !token.is_capitalised();
    token.is_any(&[";", "(", "\"", "“", "”", ":"])
        || (token.is_mark() && token.is(".") && next.is_none())
        || (is_small
            && token.is_any(&[
                "yang",
                "sebagaimana",
                "maka",
                "adalah",
                "merupakan",
                "telah",
                "menjadi",
                "serta",
                "dengan",
                "bahwa",
                "dimana",
                "ditetapkan",
                "mengatur",
                "menyatakan",
                "sesuai",
                "dilaksanakan",
                "berisi",
                "memuat",
                "terdiri",
                "setiap",
                "melalui",
                "guna",
            ])
            && !is_inside_title(tokens, at))
        || (token.is_any(&[",", "dan", "serta"])
            && next.is_some_and(|it| {
                it.is_any(&[
                    "peraturan",
                    "keputusan",
                    "undang-undang",
                    "instruksi",
                    "permen",
                    "perpres",
                    "permendagri",
                    "permenpan",
                    "permenpanrb",
                    "perda",
                    "perwali",
                    "perbup",
                    "surat",
                    "maka",
                    "uu",
                    "pp",
                    "yang",
                    "sebagaimana",
                    "badan",
                ])
            })
            && !is_amendment(tokens))
}

/// A title in small letters throughout, or one with `dengan` and `serta` inside.
fn is_inside_title(tokens: &[Token<'_>], at: usize) -> bool {
    let is_joint = tokens[at].is_any(&["dengan", "serta", "yang", "melalui"]);
    is_joint && tokens.get(at + 1).is_some_and(Token::is_capitalised)
}

fn is_amendment(tokens: &[Token<'_>]) -> bool {
    tokens[0].is("perubahan") || tokens[0].is("pencabutan")
}

/// The instruments of `data/regulations/`, ready to be compared.
struct Library {
    all: Vec<Known>,
    by_number: BTreeMap<(String, i16), Vec<usize>>,
}

struct Known {
    regulation: &'static Regulation,
    kind: Kind,
    title: Vec<String>,
    number: String,
}

impl Library {
    fn read() -> Library {
        let mut all = Vec::new();
        let mut by_number: BTreeMap<(String, i16), Vec<usize>> = BTreeMap::new();
        for regulation in regulation::all() {
            let Some(kind) = kind_of(regulation.kind) else { continue };
            let number = parse::folded_number(&regulation.number);
            by_number.entry((number.clone(), regulation.year)).or_default().push(all.len());
            all.push(Known { regulation, kind, title: words(&regulation.title), number });
        }
        Library { all, by_number }
    }

    fn numbered(&self, citation: &Citation<'_>) -> impl Iterator<Item = &Known> {
        let found = self.by_number.get(&(citation.number.clone(), citation.year));
        found.into_iter().flatten().map(|it| &self.all[*it])
    }

    /// The instrument that is cited, if it is known.
    fn find(&self, citation: &Citation<'_>) -> Option<&Known> {
        self.numbered(citation).find(|it| it.kind == citation.kind && it.is_of(&citation.maker))
    }
}

impl Known {
    /// A local instrument, or one of an agency, is the one of the maker that is named.
    fn is_of(&self, maker: &str) -> bool {
        match (&self.kind, &self.regulation.region) {
            (_, Some(region)) => {
                let region = region.to_lowercase();
                !maker.is_empty() && (maker.contains(&region) || region.contains(maker))
            }
            (Kind::Agency { .. }, None) => {
                let name = self.regulation.kind.name().to_lowercase();
                let short = self.regulation.kind.short().to_lowercase();
                let known = |it: &str| name.contains(it) || short.contains(it);
                maker.split(' ').all(known)
            }
            _ => true,
        }
    }
}

/// How a printed title differs from a known one.
enum Title {
    Same,
    /// Breaks off early, as short citations do.
    Shortened,
    Differs(Difference),
    Unclear,
    /// Another subject altogether.
    Other,
}

fn compare(known: &[String], printed: &[String]) -> Title {
    let full = from_start(known, printed);
    if full.n_words == 0 {
        return Title::Same;
    }
    let part = from_start(printed, known);
    if part.n_words == 0 && printed.len() >= 2 {
        return Title::Shortened;
    }
    // A long title may be both shortened and wrong in a word.
    let (difference, length) = if part.n_words < full.n_words && printed.len() >= 4 {
        (Difference { used: printed.len(), ..part }, printed.len())
    } else {
        (full, known.len())
    };
    match difference.n_words {
        n if n * 3 <= length => Title::Differs(difference),
        n if n * 4 >= length * 3 => Title::Other,
        // Neither clearly this title nor clearly another: torn text, or a paraphrase.
        _ => Title::Unclear,
    }
}

/// The title of an instrument that is known.
fn title(cited: &Cited<'_, '_>, known: &Known, library: &Library, ledger: &mut Ledger<'_>) {
    if cited.title.is_empty() || belongs_to_another(cited, known, library, ledger) {
        return;
    }
    let right = &known.regulation.title;
    let name = known.regulation.name_and_number();
    match compare(&known.title, &cited.title) {
        Title::Same | Title::Shortened | Title::Unclear => {}
        Title::Differs(difference) => {
            let printed = cited.printed_title(difference.used);
            let is_slip = difference.n_words == difference.n_slips
                || only_particles(&known.title, &cited.title[..difference.used]);
            let message = format!("Judul {name} adalah “{right}”; di sini tertulis “{printed}”.");
            cited.remark(
                ledger,
                Remark {
                    code: OTHER_TITLE,
                    level: if is_slip { Level::Info } else { Level::Warning },
                    printed: Some(printed),
                    expected: Some(right.clone()),
                    message,
                },
            );
        }
        Title::Other if known.regulation.verified && cited.title.len() >= DISTINCT_WORDS => {
            let printed = cited.printed_title(cited.title.len().min(12));
            let message = format!(
                "{name} adalah tentang {right}, bukan tentang {printed}. Periksa nomor, tahun, dan \
                 judulnya."
            );
            cited.remark(
                ledger,
                Remark {
                    code: OTHER_TITLE,
                    level: Level::Error,
                    printed: Some(printed),
                    expected: Some(right.clone()),
                    message,
                },
            );
        }
        Title::Other => {}
    }
}

/// The number is of one instrument, the title of another.
fn belongs_to_another(
    cited: &Cited<'_, '_>,
    known: &Known,
    library: &Library,
    ledger: &mut Ledger<'_>,
) -> bool {
    if matches!(compare(&known.title, &cited.title), Title::Same | Title::Shortened) {
        return false;
    }
    let other = library.all.iter().find(|it| {
        it.kind == known.kind
            && it.title.len() >= DISTINCT_WORDS
            && from_start(&it.title, &cited.title).n_words == 0
    });
    let Some(other) = other else { return false };
    let right = other.regulation.name_and_number();
    let message = format!(
        "Judul ini milik {right}, sedangkan {} adalah tentang {}. Periksa nomor atau judulnya.",
        known.regulation.name_and_number(),
        known.regulation.title
    );
    let printed = Some(cited.citation.text.to_owned());
    let (code, level, expected) = (OTHER_NUMBER, Level::Error, Some(right));
    cited.remark(ledger, Remark { code, level, printed, expected, message });
    true
}

/// `Reviu atas Laporan` and `Reviu Laporan`: only prepositions differ.
fn only_particles(known: &[String], printed: &[String]) -> bool {
    const PARTICLES: [&str; 10] =
        ["atas", "di", "pada", "dalam", "untuk", "tentang", "dan", "bagi", "dari", "terhadap"];
    let kept = |words: &[String]| -> Vec<String> {
        words.iter().filter(|it| !PARTICLES.contains(&it.as_str())).cloned().collect()
    };
    kept(known) == kept(printed)
}

/// An instrument that is not known under this kind and number: perhaps its title is.
fn unknown(cited: &Cited<'_, '_>, library: &Library, ledger: &mut Ledger<'_>) {
    let citation = &cited.citation;
    for known in &library.all {
        let is_title = known.title.len() >= DISTINCT_WORDS
            && from_start(&known.title, &cited.title).n_words == 0;
        if !is_title {
            continue;
        }
        let right = known.regulation.name_and_number();
        let same_number = known.number == citation.number;
        let same_year = known.regulation.year == citation.year;
        let local = known.regulation.region.is_some();
        let same_maker = !local || known.is_of(&citation.maker);
        if known.kind != citation.kind {
            if same_number && same_year && same_maker {
                let message = format!(
                    "“{}” yang dimaksud adalah {right}: jenis peraturannya berbeda.",
                    citation.text
                );
                let printed = Some(citation.text.to_owned());
                let (code, level) = (OTHER_KIND, Level::Error);
                let expected = Some(right);
                cited.remark(ledger, Remark { code, level, printed, expected, message });
                return;
            }
        } else if same_maker && (same_number != same_year) && known.regulation.verified {
            // With number and year both different it is an earlier or a later instrument.
            let wrong = if same_number { "tahun" } else { "nomor" };
            let message = format!(
                "Peraturan dengan judul ini adalah {right}; di sini {wrong}nya berbeda. Periksa \
                 {wrong}nya."
            );
            let printed = Some(citation.text.to_owned());
            let (code, level) = (OTHER_NUMBER, Level::Warning);
            let expected = Some(right);
            cited.remark(ledger, Remark { code, level, printed, expected, message });
            return;
        }
    }
}

/// `Menteri Pendayagunaan Aparatur Negara` without its second half, after 2009.
fn ministry(cited: &Cited<'_, '_>, ledger: &mut Ledger<'_>) {
    let citation = &cited.citation;
    let is_panrb = matches!(&citation.kind, Kind::PeraturanMenteri(Ministry::Panrb));
    let has = |it: &str| citation.maker.contains(it);
    if is_panrb && citation.year >= 2012 && has("pendayagunaan") && !has("reformasi") {
        let printed = Some(citation.name.to_owned());
        let expected = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi";
        let message = format!(
            "Nama kementerian tidak lengkap: pada tahun {} peraturan ini adalah {expected}.",
            citation.year
        );
        let expected = Some(expected.to_owned());
        let (code, level) = (MINISTRY, Level::Info);
        cited.remark(ledger, Remark { code, level, printed, expected, message });
    }
}

/// Citations with the same words, of one number and year.
struct Wording<'c, 'p, 'a> {
    first: &'c Cited<'p, 'a>,
    all: Vec<&'c Cited<'p, 'a>>,
}

/// More wordings of one number than these are no citations of one instrument.
const WORDINGS_MAX: usize = 40;

/// Two citations of what must be one instrument.
fn each_other(all: &[Cited<'_, '_>], library: &Library, ledger: &mut Ledger<'_>) {
    for group in wordings(all) {
        for (index, wording) in group.iter().enumerate() {
            let it = wording.first;
            if library.find(&it.citation).is_some() {
                continue;
            }
            let others = || {
                let others = group.iter().enumerate().filter(|(at, _)| *at != index);
                others.map(|(_, other)| other.first)
            };
            let is_same = |other: &&Cited<'_, '_>| {
                it.citation.kind == other.citation.kind && same_maker(&it.citation, &other.citation)
            };
            if let Some(other) = fullest(others().filter(is_same)) {
                let is_later = it.sentence.block > other.sentence.block;
                let is_other = matches!(compare(&other.title, &it.title), Title::Other);
                let is_doubted = is_minority(it, other, &group);
                for it in &wording.all {
                    if is_other && is_later {
                        other_subject(it, other, ledger);
                    } else if is_doubted {
                        titles_differ(it, other, ledger);
                    }
                }
            }
            let of_other_kind = |other: &&Cited<'_, '_>| other.citation.kind != it.citation.kind;
            if let Some(other) = fullest(others().filter(of_other_kind)) {
                for it in &wording.all {
                    kinds_differ(it, other, library, ledger);
                }
            }
        }
    }
}

/// For each number and year the different wordings, in reading order.
fn wordings<'c, 'p, 'a>(all: &'c [Cited<'p, 'a>]) -> Vec<Vec<Wording<'c, 'p, 'a>>> {
    type Words<'c> = (&'c Kind, &'c str, &'c [String]);
    let mut by_number: BTreeMap<(&str, i16), Vec<Wording<'c, 'p, 'a>>> = BTreeMap::new();
    let mut positions: BTreeMap<((&str, i16), Words<'c>), usize> = BTreeMap::new();
    for it in all.iter().filter(|it| !it.title.is_empty()) {
        let number = (it.citation.number.as_str(), it.citation.year);
        let words: Words<'c> = (&it.citation.kind, &it.citation.maker, &it.title);
        let group = by_number.entry(number).or_default();
        match positions.get(&(number, words)) {
            Some(at) => group[*at].all.push(it),
            None => {
                positions.insert((number, words), group.len());
                group.push(Wording { first: it, all: vec![it] });
            }
        }
    }
    by_number.into_values().filter(|it| it.len() <= WORDINGS_MAX).collect()
}

/// The one with the longest title, the first of equals.
fn fullest<'c, 'p, 'a>(all: impl Iterator<Item = &'c Cited<'p, 'a>>) -> Option<&'c Cited<'p, 'a>> {
    let mut best: Option<&Cited<'_, '_>> = None;
    for it in all {
        if best.is_none_or(|best| it.title.len() > best.title.len()) {
            best = Some(it);
        }
    }
    best
}

fn same_maker(one: &Citation<'_>, other: &Citation<'_>) -> bool {
    one.maker == other.maker
        || (!one.maker.is_empty() && other.maker.contains(&one.maker))
        || (!other.maker.is_empty() && one.maker.contains(&other.maker))
}

/// `Peraturan Wali Kota … 6/2021 tentang RPJMD` beside `Peraturan Daerah … 6/2021 tentang RPJMD`.
fn kinds_differ(
    it: &Cited<'_, '_>,
    other: &Cited<'_, '_>,
    library: &Library,
    ledger: &mut Ledger<'_>,
) {
    let shared = it.title.iter().zip(&other.title).take_while(|(one, other)| one == other).count();
    if shared < 4 {
        return;
    }
    // The one that is known is right; a plan of five years is a Perda; else neither is accused twice.
    let is_right = library.find(&other.citation).is_some()
        || (is_plan(&other.title) && other.citation.kind == Kind::PeraturanDaerah);
    let is_local =
        |kind: &Kind| matches!(kind, Kind::PeraturanDaerah | Kind::PeraturanKepalaDaerah(_));
    if !is_right && (is_plan(&it.title) && it.citation.kind == Kind::PeraturanDaerah) {
        return;
    }
    let is_first = it.sentence.block < other.sentence.block;
    if !is_right && (is_first || !(is_local(&it.citation.kind) || is_head(&it.citation.kind))) {
        return;
    }
    let message = format!(
        "Di tempat lain laporan ini menyebut “{}” untuk peraturan dengan nomor, tahun, dan judul \
         yang sama. Samakan jenis peraturannya.",
        other.citation.text
    );
    let printed = Some(it.citation.text.to_owned());
    let expected = Some(other.citation.text.to_owned());
    let (code, level) = (OTHER_KIND, Level::Error);
    it.remark(ledger, Remark { code, level, printed, expected, message });
}

fn is_head(kind: &Kind) -> bool {
    matches!(kind, Kind::PeraturanKepalaDaerah(Head::WaliKota | Head::Bupati | Head::Gubernur))
}

/// Pasal 264 UU 23/2014: an RPJMD is set by Peraturan Daerah.
fn is_plan(title: &[String]) -> bool {
    let start: Vec<&str> = title.iter().take(5).map(String::as_str).collect();
    start == ["rencana", "pembangunan", "jangka", "menengah", "daerah"]
}

/// Whether most citations of the group agree with the other one; of two alike, the one that has lost
/// a word is doubted, and else the later.
fn is_minority(it: &Cited<'_, '_>, other: &Cited<'_, '_>, group: &[Wording<'_, '_, '_>]) -> bool {
    let agree = |with: &Cited<'_, '_>| -> usize {
        let same = group.iter().filter(|any| {
            matches!(compare(&with.title, &any.first.title), Title::Same | Title::Shortened)
        });
        same.map(|it| it.all.len()).sum()
    };
    let (mine, theirs) = (agree(it), agree(other));
    if mine != theirs {
        return mine < theirs;
    }
    // What follows a title may have been taken for a part of it: only what was aligned counts.
    let all_of_other = from_start(&other.title, &it.title);
    let all_of_mine = from_start(&it.title, &other.title);
    let (my_words, their_words) = if all_of_other.n_words <= all_of_mine.n_words {
        (all_of_other.used, other.title.len())
    } else {
        (it.title.len(), all_of_mine.used)
    };
    my_words < their_words || (my_words == their_words && it.sentence.block > other.sentence.block)
}

fn titles_differ(it: &Cited<'_, '_>, other: &Cited<'_, '_>, ledger: &mut Ledger<'_>) {
    let all_of_other = from_start(&other.title, &it.title);
    let all_of_mine = from_start(&it.title, &other.title);
    let Title::Differs(difference) = compare(&other.title, &it.title) else { return };
    let (used, their_used) = if all_of_other.n_words <= all_of_mine.n_words {
        (difference.used, other.title.len())
    } else {
        (it.title.len(), all_of_mine.used)
    };
    let printed = it.printed_title(used);
    let expected = other.printed_title(their_used);
    let is_slip = difference.n_words == difference.n_slips
        || only_particles(&other.title[..their_used], &it.title[..used]);
    let message = format!(
        "Judul {} di tempat lain tertulis “{expected}”; di sini “{printed}”. Samakan.",
        it.citation.text
    );
    let level = if is_slip { Level::Info } else { Level::Warning };
    let (printed, expected) = (Some(printed), Some(expected));
    it.remark(ledger, Remark { code: TITLES_DIFFER, level, printed, expected, message });
}

/// One number, and two titles that have nothing in common.
fn other_subject(it: &Cited<'_, '_>, other: &Cited<'_, '_>, ledger: &mut Ledger<'_>) {
    // In small letters it may be no title: «tentang hal tersebut di atas».
    let is_title = |it: &Cited<'_, '_>| {
        let first = it.citation.title.map(|at| &it.sentence.tokens[at]);
        it.title.len() >= DISTINCT_WORDS && first.is_some_and(Token::is_capitalised)
    };
    if !is_title(it) || !is_title(other) {
        return;
    }
    let printed = it.printed_title(it.title.len().min(12));
    let expected = other.printed_title(other.title.len().min(12));
    let message = format!(
        "{} di tempat lain adalah tentang “{expected}”; di sini tentang “{printed}”. Periksa nomor, \
         tahun, dan judulnya.",
        it.citation.text
    );
    let (printed, expected) = (Some(printed), Some(expected));
    let (code, level) = (TITLES_DIFFER, Level::Warning);
    it.remark(ledger, Remark { code, level, printed, expected, message });
}
