//! Regulations: the instruments that the rules rest on, read from `data/regulations/`.
//!
//! Everything else names an instrument by its id, so a repeal or a corrected title is one edit.
//! Each file also says, provision by provision, what the program encodes and what it leaves out.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use jiff::civil::Date;
use selaras_domain::tanggal;
use serde::Deserialize;

use crate::parameter::{Confidence, DataError, optional_date};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../data/regulations");

static ALL: LazyLock<BTreeMap<String, Regulation>> = LazyLock::new(|| {
    let mut all = BTreeMap::new();
    for file in FILES.files() {
        let path = file.path().display();
        let text = file.contents_utf8().unwrap_or_else(|| panic!("{path} is not UTF-8"));
        // A test reads every file, so a broken one never leaves the workshop.
        let regulation = Regulation::parse(text).unwrap_or_else(|why| panic!("{path}: {why}"));
        all.insert(regulation.id.clone(), regulation);
    }
    all
});

/// The instrument with this id, for example `permenpanrb-53-2014`.
pub fn find(id: &str) -> Option<&'static Regulation> {
    ALL.get(id)
}

/// Every instrument, sorted by id.
pub fn all() -> impl Iterator<Item = &'static Regulation> {
    ALL.values()
}

/// One legal instrument, national or local.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regulation {
    /// Stem of its file; everything else cites it by this.
    pub id: String,
    /// What kind of instrument it is, and so who made it.
    pub kind: Kind,
    /// The region whose instrument it is, as the citation says it after the kind.
    pub region: Option<String>,
    /// Number as printed. One with a slash carries its own year.
    pub number: String,
    /// Year of the instrument.
    pub year: i16,
    /// What it is about: the words after *tentang*.
    pub title: String,
    /// Short citation, where the usual one does not follow from kind, number and year.
    #[serde(rename = "short")]
    short_form: Option<String>,
    /// Day it was signed (*ditetapkan*). A day that is absent here is not known.
    #[serde(default, deserialize_with = "optional_date")]
    pub enacted: Option<Date>,
    /// Day it was published (*diundangkan*).
    #[serde(default, deserialize_with = "optional_date")]
    pub promulgated: Option<Date>,
    /// First day in force (*berlaku*).
    #[serde(default, deserialize_with = "optional_date")]
    pub in_force: Option<Date>,
    /// Where it was published: *Lembaran Negara* or *Berita Negara*, year and number.
    pub gazette: Option<String>,
    /// Ids of the instruments that it revokes.
    #[serde(default)]
    pub repeals: Vec<String>,
    /// Ids of the instruments that it changes and leaves standing.
    #[serde(default)]
    pub amends: Vec<String>,
    /// Whether every fact above was read somewhere; `note` says what was not.
    pub verified: bool,
    /// What a reader must know about this entry.
    pub note: Option<String>,
    /// How we know the instrument.
    pub source: Source,
    /// What of it is encoded, and what is not. Never empty.
    pub provision: Vec<Provision>,
}

/// The kind of an instrument, with the words that a citation begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Kind {
    /// An act of parliament.
    #[serde(rename = "Undang-Undang")]
    UndangUndang,
    /// A government regulation.
    #[serde(rename = "Peraturan Pemerintah")]
    PeraturanPemerintah,
    /// A regulation of the president.
    #[serde(rename = "Peraturan Presiden")]
    PeraturanPresiden,
    /// An instruction of the president.
    #[serde(rename = "Instruksi Presiden")]
    InstruksiPresiden,
    /// A regulation of the minister of administrative reform, before 2014.
    #[serde(rename = "Peraturan Menteri Negara PANRB")]
    PeraturanMenteriNegaraPanrb,
    /// A regulation of the minister of administrative reform.
    #[serde(rename = "Peraturan Menteri PANRB")]
    PeraturanMenteriPanrb,
    /// A regulation of the minister of home affairs.
    #[serde(rename = "Peraturan Menteri Dalam Negeri")]
    PeraturanMenteriDalamNegeri,
    /// A decision of the minister of home affairs.
    #[serde(rename = "Keputusan Menteri Dalam Negeri")]
    KeputusanMenteriDalamNegeri,
    /// A regulation of the minister of finance.
    #[serde(rename = "Peraturan Menteri Keuangan")]
    PeraturanMenteriKeuangan,
    /// A decision of the minister of finance.
    #[serde(rename = "Keputusan Menteri Keuangan")]
    KeputusanMenteriKeuangan,
    /// A regulation of the civil service agency.
    #[serde(rename = "Peraturan Badan Kepegawaian Negara")]
    PeraturanBkn,
    /// A regulation of the civil service commission.
    #[serde(rename = "Peraturan Komisi Aparatur Sipil Negara")]
    PeraturanKasn,
    /// A decision of the civil service commission.
    #[serde(rename = "Keputusan Komisi Aparatur Sipil Negara")]
    KeputusanKasn,
    /// A decision of the head of the institute of public administration.
    #[serde(rename = "Keputusan Kepala Lembaga Administrasi Negara")]
    KeputusanKepalaLan,
    /// A regulation of a region, made with its council.
    #[serde(rename = "Peraturan Daerah")]
    PeraturanDaerah,
    /// A regulation of a mayor.
    #[serde(rename = "Peraturan Wali Kota")]
    PeraturanWaliKota,
    /// A decision of a mayor.
    #[serde(rename = "Keputusan Wali Kota")]
    KeputusanWaliKota,
    /// A letter of a mayor; no law, but what an evaluation was announced with.
    #[serde(rename = "Surat Wali Kota")]
    SuratWaliKota,
}

/// How we know an instrument.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What was read.
    pub kind: SourceKind,
    /// Which copy, document or page it was.
    pub how: String,
    /// How surely the facts of the file are known, where a provision does not say otherwise.
    pub confidence: Confidence,
}

/// What was read to know an instrument. Only the first proves what the law says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// The text of the instrument, whole or in part.
    Regulation,
    /// A document of a government agency that cites or applies it.
    Agency,
    /// The code or data of an application that applies it.
    Application,
    /// News, slides, an abstract, a blog.
    Secondary,
    /// Nothing: the entry is recalled.
    Memory,
}

/// A provision and what became of it in the program.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// Where in the instrument, in its own words.
    pub locator: String,
    /// Ids of the rules, reports, checks and parameters that carry it out.
    #[serde(default)]
    pub encoded_by: Vec<String>,
    /// Why nothing does.
    pub not_encoded: Option<String>,
    /// How surely it is known, if not as surely as the rest of the file.
    pub confidence: Option<Confidence>,
    /// What a reader must know about it.
    pub note: Option<String>,
}

impl Kind {
    /// The words that a citation begins with.
    pub fn name(self) -> &'static str {
        self.names().0
    }

    /// The abbreviation that officials write.
    pub fn short(self) -> &'static str {
        self.names().1
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Kind::UndangUndang => ("Undang-Undang", "UU"),
            Kind::PeraturanPemerintah => ("Peraturan Pemerintah", "PP"),
            Kind::PeraturanPresiden => ("Peraturan Presiden", "Perpres"),
            Kind::InstruksiPresiden => ("Instruksi Presiden", "Inpres"),
            Kind::PeraturanMenteriNegaraPanrb => ("Peraturan Menteri Negara PANRB", "PermenPAN"),
            Kind::PeraturanMenteriPanrb => ("Peraturan Menteri PANRB", "PermenPANRB"),
            Kind::PeraturanMenteriDalamNegeri => ("Peraturan Menteri Dalam Negeri", "Permendagri"),
            Kind::KeputusanMenteriDalamNegeri => ("Keputusan Menteri Dalam Negeri", "Kepmendagri"),
            Kind::PeraturanMenteriKeuangan => ("Peraturan Menteri Keuangan", "PMK"),
            Kind::KeputusanMenteriKeuangan => ("Keputusan Menteri Keuangan", "KMK"),
            Kind::PeraturanBkn => ("Peraturan Badan Kepegawaian Negara", "Peraturan BKN"),
            Kind::PeraturanKasn => ("Peraturan Komisi Aparatur Sipil Negara", "Peraturan KASN"),
            Kind::KeputusanKasn => ("Keputusan Komisi Aparatur Sipil Negara", "Keputusan KASN"),
            Kind::KeputusanKepalaLan => {
                ("Keputusan Kepala Lembaga Administrasi Negara", "Keputusan Kepala LAN")
            }
            Kind::PeraturanDaerah => ("Peraturan Daerah", "Perda"),
            Kind::PeraturanWaliKota => ("Peraturan Wali Kota", "Perwali"),
            Kind::KeputusanWaliKota => ("Keputusan Wali Kota", "Keputusan Wali Kota"),
            Kind::SuratWaliKota => ("Surat Wali Kota", "Surat Wali Kota"),
        }
    }
}

impl Regulation {
    /// Reads the text of a regulation file.
    ///
    /// # Errors
    ///
    /// Refuses an unknown key or kind, an entry without provisions, a provision that is both
    /// encoded and not or neither, an unverified entry without a note, and dates out of order.
    pub fn parse(text: &str) -> Result<Regulation, DataError> {
        let regulation: Regulation =
            toml::from_str(text).map_err(|why| DataError::Shape(why.to_string()))?;
        let sense = |what: String| Err(DataError::Sense(what));
        if regulation.provision.is_empty() {
            return sense("an instrument without a provision".to_owned());
        }
        for it in &regulation.provision {
            if it.encoded_by.is_empty() == it.not_encoded.is_none() {
                return sense(format!("{}: either encoded or not, with a reason", it.locator));
            }
        }
        if !regulation.verified && regulation.note.is_none() {
            return sense("unverified, and does not say what".to_owned());
        }
        if regulation.enacted.zip(regulation.promulgated).is_some_and(|(one, next)| one > next) {
            return sense("published before it was signed".to_owned());
        }
        Ok(regulation)
    }

    /// The citation in its Indonesian form, for example
    /// `Peraturan Menteri PANRB Nomor 53 Tahun 2014 tentang Petunjuk Teknis …`.
    pub fn citation(&self) -> String {
        match (self.kind, self.enacted) {
            // A letter is known by its day and has a subject, not a title.
            (Kind::SuratWaliKota, Some(day)) => {
                let (letter, day) = (self.name_and_number(), tanggal::format(day));
                format!("{letter} tanggal {day} hal {}", self.title)
            }
            _ => format!("{} tentang {}", self.name_and_number(), self.title),
        }
    }

    /// The citation as officials shorten it: `PermenPANRB 53/2014`.
    pub fn short(&self) -> String {
        if let Some(short) = &self.short_form {
            return short.clone();
        }
        let maker = with_region(self.kind.short(), self.region.as_deref());
        if self.carries_its_year() {
            format!("{maker} {}", self.number)
        } else {
            format!("{maker} {}/{}", self.number, self.year)
        }
    }

    /// The citation without the title: `Peraturan Menteri PANRB Nomor 53 Tahun 2014`.
    pub fn name_and_number(&self) -> String {
        let maker = with_region(self.kind.name(), self.region.as_deref());
        if self.carries_its_year() {
            format!("{maker} Nomor {}", self.number)
        } else {
            format!("{maker} Nomor {} Tahun {}", self.number, self.year)
        }
    }

    fn carries_its_year(&self) -> bool {
        self.number.contains('/')
    }
}

fn with_region(words: &str, region: Option<&str>) -> String {
    match region {
        Some(region) => format!("{words} {region}"),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const CONTOH: &str = r#"
        id = "permenpanrb-53-2014"
        kind = "Peraturan Menteri PANRB"
        number = "53"
        year = 2014
        title = "Petunjuk Teknis Contoh"
        enacted = "2014-11-20"
        promulgated = "2014-12-01"
        verified = true
        source = { kind = "regulation", how = "Naskah lengkap.", confidence = "read" }

        [[provision]]
        locator = "Pasal 2"
        encoded_by = ["reports/lkjip"]
    "#;

    fn parsed(text: &str) -> Regulation {
        Regulation::parse(text).unwrap()
    }

    fn refused(text: &str, because: &str) {
        let why = Regulation::parse(text).unwrap_err().to_string();
        assert!(why.contains(because), "{because:?} is not in {why:?}");
    }

    #[test]
    fn cites_in_the_indonesian_form() {
        let contoh = parsed(CONTOH);
        assert_eq!(
            contoh.citation(),
            "Peraturan Menteri PANRB Nomor 53 Tahun 2014 tentang Petunjuk Teknis Contoh"
        );
        assert_eq!(contoh.short(), "PermenPANRB 53/2014");
    }

    #[test]
    fn names_the_region_of_a_local_instrument() {
        let kind = "\"Peraturan Daerah\"\nregion = \"Kota Contoh\"";
        let perda = parsed(&CONTOH.replace("\"Peraturan Menteri PANRB\"", kind));
        assert_eq!(perda.name_and_number(), "Peraturan Daerah Kota Contoh Nomor 53 Tahun 2014");
        assert_eq!(perda.short(), "Perda Kota Contoh 53/2014");
    }

    #[test]
    fn a_number_with_a_slash_carries_its_own_year() {
        let kind = "\"Keputusan Wali Kota\"\nregion = \"Contoh\"";
        let keputusan = CONTOH
            .replace("\"Peraturan Menteri PANRB\"", kind)
            .replace("\"53\"", "\"700/1068/2023\"");
        let keputusan = parsed(&keputusan);
        assert_eq!(keputusan.name_and_number(), "Keputusan Wali Kota Contoh Nomor 700/1068/2023");
        assert_eq!(keputusan.short(), "Keputusan Wali Kota Contoh 700/1068/2023");
    }

    #[test]
    fn a_letter_is_cited_by_its_day_and_subject() {
        let surat = CONTOH.replace("Peraturan Menteri PANRB", "Surat Wali Kota");
        let surat = parsed(&surat.replace("\"53\"", "\"5/A\""));
        assert_eq!(
            surat.citation(),
            "Surat Wali Kota Nomor 5/A tanggal 20 November 2014 hal Petunjuk Teknis Contoh"
        );
    }

    #[test]
    fn a_day_that_nobody_knows_is_absent() {
        let contoh = parsed(CONTOH);
        assert_eq!(contoh.enacted, Some(date(2014, 11, 20)));
        assert_eq!(contoh.in_force, None);
    }

    #[test]
    fn refuses_an_entry_that_hides_something() {
        refused(&CONTOH.replace("year = 2014", "year = 2014\nyaer = 2014"), "yaer");
        refused(&CONTOH.replace("Peraturan Menteri PANRB", "Peraturan Menteri"), "unknown variant");
        refused(&CONTOH.replace("verified = true", "verified = false"), "unverified");
        refused(&CONTOH.replace("2014-11-20", "2015-11-20"), "before it was signed");
        refused(&CONTOH.replace("[\"reports/lkjip\"]", "[]"), "either encoded or not");
        let both = "[\"reports/lkjip\"]\nnot_encoded = \"Tidak perlu.\"";
        refused(&CONTOH.replace("[\"reports/lkjip\"]", both), "either encoded or not");
    }
}
