//! Citations as officials write them: `Permenpan RB No. 53 Tahun 2014`, `PP 11/2017`,
//! `Peraturan Daerah Kota Dumai Nomor 6 Tahun 2021 tentang …`.

use selaras_rules::regulation;

use crate::claims::text::{Sentence, Token, fold, is_year};

/// Who makes an instrument of which kind, however it is spelt.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::claims) enum Kind {
    UndangUndang,
    PeraturanPemerintah,
    PeraturanPresiden,
    InstruksiPresiden,
    KeputusanPresiden,
    PeraturanMenteri(Ministry),
    KeputusanMenteri(Ministry),
    PeraturanDaerah,
    PeraturanKepalaDaerah(Head),
    KeputusanKepalaDaerah(Head),
    /// Of an agency: `Peraturan Badan Kepegawaian Negara`, `Keputusan Kepala LAN`.
    Agency {
        is_regulation: bool,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::claims) enum Ministry {
    Panrb,
    DalamNegeri,
    Keuangan,
    /// Its name in small letters, without `Republik Indonesia`.
    Other(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::claims) enum Head {
    WaliKota,
    Bupati,
    Gubernur,
}

/// A citation with what it says.
#[derive(Clone, Debug)]
pub(in crate::claims) struct Citation<'a> {
    pub(in crate::claims) kind: Kind,
    /// The region or agency that the words between kind and number name, in small letters.
    pub(in crate::claims) maker: String,
    /// As printed, in small letters: "53", "239/ix/6/8/2003".
    pub(in crate::claims) number: String,
    pub(in crate::claims) year: i16,
    /// From the kind to the year, as printed.
    pub(in crate::claims) text: &'a str,
    /// The kind with its maker, as printed.
    pub(in crate::claims) name: &'a str,
    /// The last token of number and year.
    pub(in crate::claims) last: usize,
    /// The first token of the title, behind `tentang`.
    pub(in crate::claims) title: Option<usize>,
}

/// The citations of a sentence that have a number and a year.
pub(in crate::claims) fn citations<'a>(sentence: &Sentence<'a>) -> Vec<Citation<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        match citation(sentence, at) {
            Some(citation) => {
                at = citation.last + 1;
                found.push(citation);
            }
            None => at += 1,
        }
    }
    found
}

/// No more words stand between a kind and its number.
const NAME_MAX: usize = 16;

fn citation<'a>(sentence: &Sentence<'a>, first: usize) -> Option<Citation<'a>> {
    let tokens = &sentence.tokens;
    let (stem, after) = stem(tokens, first)?;
    // `Peraturan Menteri … Nomor 53`, `Perpres 29/2014`.
    let limit = tokens.len().min(after + NAME_MAX);
    let at = (after..limit).find(|it| {
        tokens[*it].is_any(&["nomor", "no"]) || tokens[*it].is_number() || tokens[*it].is("tentang")
    })?;
    let name_end = at.checked_sub(1)?;
    let mut digits = at;
    if tokens[at].is_any(&["nomor", "no"]) {
        digits += 1;
        while tokens.get(digits).is_some_and(|it| it.is_any(&[".", ":"])) {
            digits += 1;
        }
    } else if stem.is_long() {
        // «Peraturan Pemerintah 5 tahun terakhir»: long names always say `Nomor`.
        return None;
    }
    let words = &tokens[after..at];
    if words.iter().any(|it| {
        it.is_number() || it.is_any(&["tentang", "yang", "dan/atau", ";", ":", "pasal", "sebagai"])
    }) {
        return None;
    }
    let maker = maker(words);
    let kind = stem.kind(words, &maker)?;
    let number = tokens.get(digits)?;
    // A number goes on without space: `239/IX/6/8/2003`, `050-5889`, `PER/09/M.PAN/5/2007`.
    let mut last = digits;
    while tokens.get(last + 1).is_some_and(|it| {
        it.start == tokens[last].end() && !it.is_any(&[",", ";", ")", "\"", "”", ":"])
    }) {
        last += 1;
    }
    while last > digits && tokens[last].is_any(&[".", ","]) {
        last -= 1;
    }
    let mut printed = folded_number(sentence.span(digits, last));
    if !printed.bytes().any(|it| it.is_ascii_digit()) || !(number.is_number() || number.is_word()) {
        return None;
    }
    let mut year = None;
    if let Some(next) = tokens.get(last + 1)
        && next.is_any(&["tahun", "thn", "th"])
        && let Some(digits) = tokens.get(last + 2).filter(|it| it.is_number())
    {
        year = Some(digits.text);
        last += 2;
    } else if let Some((before, digits)) = printed.rsplit_once('/')
        && is_year(digits)
    {
        let digits = &tokens[last];
        year = Some(digits.text);
        if before.bytes().all(|it| it.is_ascii_digit()) {
            printed = before.to_owned();
        }
    }
    let year: i16 = year.filter(|it| is_year(it))?.parse().ok()?;
    let title = title_after(tokens, last);
    Some(Citation {
        kind,
        maker,
        number: printed,
        year,
        text: sentence.span(first, last),
        name: sentence.span(first, name_end),
        last,
        title,
    })
}

/// In small letters, and a month in roman numerals as such where a scanner read `X1` for `XI`.
pub(in crate::claims) fn folded_number(printed: &str) -> String {
    let folded = fold(printed);
    let part = |it: &str| {
        let is_roman = it.starts_with(['i', 'v', 'x']) && it.chars().all(|it| "ivxl1".contains(it));
        if is_roman { it.replace(['1', 'l'], "i") } else { it.to_owned() }
    };
    folded.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// The token behind `tentang`, which may follow a bracketed abbreviation or gazette.
fn title_after(tokens: &[Token<'_>], last: usize) -> Option<usize> {
    let at = (last + 1..tokens.len().min(last + 3)).find(|it| tokens[*it].is("tentang"))?;
    (at + 1 < tokens.len()).then_some(at + 1)
}

/// The first words of a citation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stem {
    UndangUndang {
        is_long: bool,
    },
    PeraturanPemerintah {
        is_long: bool,
    },
    PeraturanPresiden {
        is_long: bool,
    },
    InstruksiPresiden {
        is_long: bool,
    },
    KeputusanPresiden {
        is_long: bool,
    },
    /// `Peraturan Menteri …`.
    PeraturanMenteri,
    KeputusanMenteri,
    /// `Permendagri`, `Kepmendagri`, `PMK`: the ministry is in the word.
    Short {
        is_regulation: bool,
        ministry: ShortMinistry,
    },
    PeraturanDaerah {
        is_long: bool,
    },
    PeraturanKepalaDaerah {
        head: Head,
        is_long: bool,
    },
    KeputusanKepalaDaerah {
        head: Head,
    },
    Agency {
        is_regulation: bool,
    },
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ShortMinistry {
    Panrb,
    DalamNegeri,
    Keuangan,
}

impl Stem {
    fn is_long(self) -> bool {
        match self {
            Stem::UndangUndang { is_long }
            | Stem::PeraturanPemerintah { is_long }
            | Stem::PeraturanPresiden { is_long }
            | Stem::InstruksiPresiden { is_long }
            | Stem::KeputusanPresiden { is_long }
            | Stem::PeraturanDaerah { is_long }
            | Stem::PeraturanKepalaDaerah { is_long, .. } => is_long,
            Stem::Short { .. } => false,
            Stem::PeraturanMenteri
            | Stem::KeputusanMenteri
            | Stem::KeputusanKepalaDaerah { .. }
            | Stem::Agency { .. } => true,
        }
    }

    /// The kind, with the ministry that the words behind it name.
    fn kind(self, words: &[Token<'_>], maker: &str) -> Option<Kind> {
        Some(match self {
            Stem::UndangUndang { .. } => Kind::UndangUndang,
            Stem::PeraturanPemerintah { .. } => {
                // «Peraturan Pemerintah Daerah …» is another thing.
                let is_other = words.iter().any(|it| it.is_any(&["daerah", "kota", "provinsi"]));
                return (!is_other).then_some(Kind::PeraturanPemerintah);
            }
            Stem::PeraturanPresiden { .. } => Kind::PeraturanPresiden,
            Stem::InstruksiPresiden { .. } => Kind::InstruksiPresiden,
            Stem::KeputusanPresiden { .. } => Kind::KeputusanPresiden,
            Stem::PeraturanMenteri => Kind::PeraturanMenteri(ministry(words, maker)),
            Stem::KeputusanMenteri => Kind::KeputusanMenteri(ministry(words, maker)),
            Stem::Short { is_regulation, ministry } => {
                let ministry = match ministry {
                    ShortMinistry::Panrb => Ministry::Panrb,
                    ShortMinistry::DalamNegeri => Ministry::DalamNegeri,
                    ShortMinistry::Keuangan => Ministry::Keuangan,
                };
                if is_regulation {
                    Kind::PeraturanMenteri(ministry)
                } else {
                    Kind::KeputusanMenteri(ministry)
                }
            }
            Stem::PeraturanDaerah { .. } => Kind::PeraturanDaerah,
            Stem::PeraturanKepalaDaerah { head, .. } => Kind::PeraturanKepalaDaerah(head),
            Stem::KeputusanKepalaDaerah { head } => Kind::KeputusanKepalaDaerah(head),
            Stem::Agency { is_regulation } => Kind::Agency { is_regulation },
        })
    }
}

/// The stem that begins at `at`, and the token behind it.
fn stem(tokens: &[Token<'_>], at: usize) -> Option<(Stem, usize)> {
    let word = &*tokens[at].folded;
    let next = |n: usize| tokens.get(at + n).map_or("", |it| &*it.folded);
    let is_long = true;
    let short = |stem| Some((stem, at + 1));
    match word {
        "undang-undang" => return Some((Stem::UndangUndang { is_long }, at + 1)),
        "uu" => return short(Stem::UndangUndang { is_long: false }),
        "pp" => return short(Stem::PeraturanPemerintah { is_long: false }),
        "perpres" => return short(Stem::PeraturanPresiden { is_long: false }),
        "inpres" => return short(Stem::InstruksiPresiden { is_long: false }),
        "keppres" => return short(Stem::KeputusanPresiden { is_long: false }),
        "perda" => return short(Stem::PeraturanDaerah { is_long: false }),
        "perwali" | "perwako" | "perwal" => {
            let head = Head::WaliKota;
            return short(Stem::PeraturanKepalaDaerah { head, is_long: false });
        }
        "perbup" => {
            return short(Stem::PeraturanKepalaDaerah { head: Head::Bupati, is_long: false });
        }
        "pergub" => {
            return short(Stem::PeraturanKepalaDaerah { head: Head::Gubernur, is_long: false });
        }
        "permenpan" | "permenpanrb" | "permenpan-rb" | "permen-pan" => {
            let ministry = ShortMinistry::Panrb;
            return short(Stem::Short { is_regulation: true, ministry });
        }
        "kepmenpan" | "kepmenpanrb" => {
            let ministry = ShortMinistry::Panrb;
            return short(Stem::Short { is_regulation: false, ministry });
        }
        "permendagri" => {
            let ministry = ShortMinistry::DalamNegeri;
            return short(Stem::Short { is_regulation: true, ministry });
        }
        "kepmendagri" => {
            let ministry = ShortMinistry::DalamNegeri;
            return short(Stem::Short { is_regulation: false, ministry });
        }
        "pmk" | "permenkeu" => {
            let ministry = ShortMinistry::Keuangan;
            return short(Stem::Short { is_regulation: true, ministry });
        }
        "kmk" => {
            let ministry = ShortMinistry::Keuangan;
            return short(Stem::Short { is_regulation: false, ministry });
        }
        "permen" => return Some((Stem::PeraturanMenteri, at + 1)),
        _ => {}
    }
    let head = match (next(1), next(2)) {
        ("wali", "kota") => Some((Head::WaliKota, 3)),
        ("walikota", _) => Some((Head::WaliKota, 2)),
        ("bupati", _) => Some((Head::Bupati, 2)),
        ("gubernur", _) => Some((Head::Gubernur, 2)),
        _ => None,
    };
    match (word, next(1)) {
        ("peraturan", "pemerintah") => Some((Stem::PeraturanPemerintah { is_long }, at + 2)),
        ("peraturan", "presiden") => Some((Stem::PeraturanPresiden { is_long }, at + 2)),
        ("instruksi", "presiden") => Some((Stem::InstruksiPresiden { is_long }, at + 2)),
        ("keputusan", "presiden") => Some((Stem::KeputusanPresiden { is_long }, at + 2)),
        ("peraturan", "menteri") => Some((Stem::PeraturanMenteri, at + 2)),
        ("keputusan", "menteri") => Some((Stem::KeputusanMenteri, at + 2)),
        ("peraturan", "daerah") => Some((Stem::PeraturanDaerah { is_long }, at + 2)),
        ("peraturan", "badan" | "kepala" | "lembaga" | "komisi") => {
            Some((Stem::Agency { is_regulation: true }, at + 1))
        }
        ("keputusan", "kepala" | "komisi" | "badan" | "lembaga") => {
            Some((Stem::Agency { is_regulation: false }, at + 1))
        }
        ("peraturan", _) => {
            head.map(|(head, n)| (Stem::PeraturanKepalaDaerah { head, is_long }, at + n))
        }
        ("keputusan", _) => head.map(|(head, n)| (Stem::KeputusanKepalaDaerah { head }, at + n)),
        _ => None,
    }
}

/// The words between a kind and its number, without the state and without marks.
fn maker(words: &[Token<'_>]) -> String {
    let kept = words
        .iter()
        .filter(|it| it.is_word() && !it.is_any(&["republik", "indonesia", "ri", "tahun", "dan"]));
    let words: Vec<&str> = kept.map(|it| &*it.folded).collect();
    words.join(" ").replace("walikota", "wali kota")
}

fn ministry(words: &[Token<'_>], maker: &str) -> Ministry {
    let has = |it: &str| words.iter().any(|word| word.is(it));
    if has("pan") || has("panrb") || has("pan-rb") || has("pendayagunaan") {
        Ministry::Panrb
    } else if (has("dalam") && has("negeri")) || has("dagri") {
        Ministry::DalamNegeri
    } else if has("keuangan") || has("keu") {
        Ministry::Keuangan
    } else {
        Ministry::Other(maker.to_owned())
    }
}

/// The kind of an instrument of `data/regulations/`; a letter has none.
pub(in crate::claims) fn kind_of(kind: regulation::Kind) -> Option<Kind> {
    use regulation::Kind as Known;
    Some(match kind {
        Known::UndangUndang => Kind::UndangUndang,
        Known::PeraturanPemerintah => Kind::PeraturanPemerintah,
        Known::PeraturanPresiden => Kind::PeraturanPresiden,
        Known::InstruksiPresiden => Kind::InstruksiPresiden,
        Known::PeraturanMenteriNegaraPanrb | Known::PeraturanMenteriPanrb => {
            Kind::PeraturanMenteri(Ministry::Panrb)
        }
        Known::PeraturanMenteriDalamNegeri => Kind::PeraturanMenteri(Ministry::DalamNegeri),
        Known::KeputusanMenteriDalamNegeri => Kind::KeputusanMenteri(Ministry::DalamNegeri),
        Known::PeraturanMenteriKeuangan => Kind::PeraturanMenteri(Ministry::Keuangan),
        Known::KeputusanMenteriKeuangan => Kind::KeputusanMenteri(Ministry::Keuangan),
        Known::PeraturanDaerah => Kind::PeraturanDaerah,
        Known::PeraturanWaliKota => Kind::PeraturanKepalaDaerah(Head::WaliKota),
        Known::KeputusanWaliKota => Kind::KeputusanKepalaDaerah(Head::WaliKota),
        Known::PeraturanBkn | Known::PeraturanKasn => Kind::Agency { is_regulation: true },
        Known::KeputusanKasn | Known::KeputusanKepalaLan => Kind::Agency { is_regulation: false },
        Known::SuratWaliKota => return None,
    })
}
