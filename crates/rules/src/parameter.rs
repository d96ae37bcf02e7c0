//! Parameters: the numbers of the law, dated and cited, read from `data/parameters/`.
//!
//! A new number is a new version in a data file; the rule that uses it stays as it is. The files
//! travel inside the program, so a figure never depends on what lies on the disk of an office.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use jiff::civil::Date;
use rust_decimal::Decimal;
use selaras_domain::{Asal, Batas, Code, Pita, SkalaId, tanggal};
use serde::{Deserialize, Deserializer};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../data/parameters");

static ALL: LazyLock<BTreeMap<String, Parameter>> = LazyLock::new(|| {
    let mut all = BTreeMap::new();
    for folder in FILES.dirs() {
        for file in folder.files() {
            let path = file.path().display();
            let text = file.contents_utf8().unwrap_or_else(|| panic!("{path} is not UTF-8"));
            // A test reads every file, so a broken one never leaves the workshop.
            let parameter = Parameter::parse(text).unwrap_or_else(|why| panic!("{path}: {why}"));
            all.insert(parameter.id.clone(), parameter);
        }
    }
    all
});

/// The parameter with this id, for example `skala/permendagri-86-2017`.
pub fn find(id: &str) -> Option<&'static Parameter> {
    ALL.get(id)
}

/// Every parameter, sorted by id.
pub fn all() -> impl Iterator<Item = &'static Parameter> {
    ALL.values()
}

/// Why a rule declines to give a number.
///
/// Never replaced by a default: a made-up zero is a wrong answer with no witness.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No version of the rule or parameter was in force on the day asked about.
    #[error("{what} belum mempunyai versi yang berlaku pada {}", tanggal::format(*.day))]
    NotInForce {
        /// What was asked for, as printed to a user.
        what: String,
        /// The day asked about.
        day: Date,
    },
    /// The law needs a value the caller did not have.
    #[error("{what} tidak tersedia, padahal diperlukan untuk perhitungan")]
    Missing {
        /// The value that is absent, as printed to a user.
        what: String,
    },
}

/// Why a data file cannot be used. Only developers see it: a test reads every file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DataError {
    /// The text is not TOML, lacks a field, or has one nobody knows.
    #[error("{0}")]
    Shape(String),
    /// The fields are there but contradict each other.
    #[error("{0}")]
    Sense(String),
}

/// A number, or a set of numbers, that an instrument fixes and a later one may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Folder and stem of its file: `<rule>/<parameter>`.
    pub id: String,
    /// What it is, in both languages.
    pub title: Title,
    /// What its decimals count.
    pub unit: Unit,
    /// Oldest first, never two from the same day, never overlapping.
    versions: Vec<Version>,
}

/// A name for people.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// As printed to a user, in Indonesian.
    pub id: String,
    /// As explained to a developer, in English.
    pub en: String,
}

/// What the decimals of a parameter count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Percent of a target.
    Percent,
    /// Points of a score.
    Points,
    /// Shares of a whole that add up to 100.
    Weight,
    /// Calendar months.
    Months,
    /// Places of a printed code.
    Digits,
    /// Constants of a formula, each with the unit that the formula gives it.
    Constant,
}

/// What held from one day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// First day it applies to.
    pub from: Date,
    /// Last day, if it ended and nothing followed.
    pub until: Option<Date>,
    /// Whether the values were read in the instrument's own text. What was only recalled, or seen
    /// in somebody's application, is not verified, and everything computed from it says so.
    pub verified: bool,
    /// What a reader must know: why it is unverified, how a gap in the print was read.
    pub note: Option<String>,
    /// Where the law says it. Never empty.
    pub reference: Vec<Reference>,
    /// The numbers.
    pub content: Content,
    /// What others were seen to do where the law leaves the choice open. Documentation: no rule
    /// takes a number from here.
    pub practice: Vec<Practice>,
}

/// The numbers of one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Numbers by name.
    Value(BTreeMap<String, Decimal>),
    /// A scale.
    Bands(Bands),
    /// The law fixes no number here, or no longer does; the version's note says which.
    Nothing,
}

/// An instrument and the place in it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Id of a file in `data/regulations/`.
    pub instrument: String,
    /// Where in the instrument, in its own words.
    pub locator: String,
}

/// A number that an office was seen to use where the law is silent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// The number.
    pub value: Decimal,
    /// Who uses it, and for what.
    pub who: String,
    /// How surely we know.
    pub confidence: Confidence,
}

/// How a fact of a data file is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Read in the source that the file names.
    Read,
    /// The report that serves as the example says so.
    Report,
    /// Only recalled; to be checked before anybody relies on it.
    Memory,
}

/// A scale: half-open bands that touch each other, best first.
///
/// Only the lower bounds are written, so a gap or an overlap cannot be. The best band takes
/// whatever is above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bands {
    /// Whether a figure equal to a lower bound belongs to the band above it.
    pub batas: Batas,
    list: Vec<Band>,
}

/// One band of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Absent in a lowest band that has no end.
    pub lower: Option<Decimal>,
    /// As printed: `Sangat Tinggi`, `BB`, `III`.
    pub predikat: String,
    /// The predicate in words, where it is a letter or a numeral.
    pub arti: Option<String>,
    /// The interval as the instrument prints it, gaps and all.
    pub tertulis: Option<String>,
}

impl Parameter {
    /// Reads the text of a parameter file.
    ///
    /// # Errors
    ///
    /// Refuses an unknown key, a decimal that is not a string, versions out of order, a version
    /// that cites nothing, bands that do not descend, and weights that do not add up to 100.
    pub fn parse(text: &str) -> Result<Parameter, DataError> {
        let raw: RawParameter =
            toml::from_str(text).map_err(|why| DataError::Shape(why.to_string()))?;
        let versions = raw
            .version
            .into_iter()
            .map(|it| it.check(raw.unit))
            .collect::<Result<Vec<Version>, DataError>>()?;
        if versions.is_empty() {
            return Err(DataError::Sense("a parameter without a version".to_owned()));
        }
        for pair in versions.windows(2) {
            if pair[0].until.unwrap_or(pair[0].from) >= pair[1].from {
                let (one, next) = (pair[0].from, pair[1].from);
                return Err(DataError::Sense(format!("version {next} does not follow {one}")));
            }
        }
        Ok(Parameter { id: raw.id, title: raw.title, unit: raw.unit, versions })
    }

    /// Every version, oldest first.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The version in force on `day`.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotInForce`] for a day before the first version or after an ended one.
    pub fn on(&self, day: Date) -> Result<&Version, Refusal> {
        self.versions
            .iter()
            .rfind(|it| it.from <= day)
            .filter(|it| it.until.is_none_or(|until| day <= until))
            .ok_or_else(|| Refusal::NotInForce { what: self.title.id.clone(), day })
    }
}

impl Version {
    /// The number with this name.
    ///
    /// # Errors
    ///
    /// [`Refusal::Missing`] when this version gives no such number.
    pub fn value(&self, name: &str) -> Result<Decimal, Refusal> {
        let value = match &self.content {
            Content::Value(value) => value.get(name).copied(),
            Content::Bands(_) | Content::Nothing => None,
        };
        value.ok_or_else(|| Refusal::Missing { what: name.to_owned() })
    }

    /// The scale, if this version is one.
    pub fn bands(&self) -> Option<&Bands> {
        match &self.content {
            Content::Bands(bands) => Some(bands),
            Content::Value(_) | Content::Nothing => None,
        }
    }
}

impl Bands {
    /// The bands, best first.
    pub fn list(&self) -> &[Band] {
        &self.list
    }

    /// The bands as facts of a package, under the name that its agency gives the scale, so that
    /// [`Pita`] of the law and of the agency are read alike.
    pub fn pita(&self, skala: &SkalaId) -> Vec<Pita> {
        let numbered = (1..).zip(&self.list);
        numbered
            .map(|(nomor, band)| Pita {
                skala: skala.clone(),
                nomor,
                batas_bawah: band.lower,
                batas: self.batas,
                predikat: band.predikat.clone(),
                nilai: None,
                tertulis: band.tertulis.clone(),
                asal: Asal::default(),
            })
            .collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawParameter {
    id: String,
    title: Title,
    unit: Unit,
    #[serde(default)]
    version: Vec<RawVersion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVersion {
    #[serde(deserialize_with = "date")]
    from: Date,
    #[serde(default, deserialize_with = "optional_date")]
    until: Option<Date>,
    verified: bool,
    note: Option<String>,
    reference: Vec<Reference>,
    value: Option<BTreeMap<String, DecimalText>>,
    bands: Option<RawBands>,
    #[serde(default)]
    practice: Vec<RawPractice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBands {
    #[serde(deserialize_with = "batas")]
    batas: Batas,
    list: Vec<RawBand>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBand {
    lower: Option<DecimalText>,
    predikat: String,
    arti: Option<String>,
    tertulis: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPractice {
    value: DecimalText,
    who: String,
    confidence: Confidence,
}

impl RawVersion {
    fn check(self, unit: Unit) -> Result<Version, DataError> {
        let sense = |what: &str| Err(DataError::Sense(format!("version {}: {what}", self.from)));
        if self.until.is_some_and(|until| until < self.from) {
            return sense("ends before it begins");
        }
        if self.reference.is_empty() {
            return sense("cites nothing");
        }
        if !self.verified && self.note.is_none() {
            return sense("is unverified and does not say why");
        }
        if self.value.is_none() && self.bands.is_none() && self.note.is_none() {
            return sense("has no numbers and does not say why");
        }
        if self.value.is_some() && self.bands.is_some() {
            return sense("has both values and bands");
        }
        let content = match (self.value, self.bands) {
            (Some(value), _) => {
                Content::Value(value.into_iter().map(|(name, number)| (name, number.0)).collect())
            }
            (None, Some(bands)) => Content::Bands(bands.check()?),
            (None, None) => Content::Nothing,
        };
        if let (Unit::Weight, Content::Value(value)) = (unit, &content) {
            let total: Decimal = value.values().sum();
            if total != Decimal::ONE_HUNDRED {
                let from = self.from;
                return Err(DataError::Sense(format!("version {from}: weights make {total}")));
            }
        }
        Ok(Version {
            from: self.from,
            until: self.until,
            verified: self.verified,
            note: self.note,
            reference: self.reference,
            content,
            practice: self
                .practice
                .into_iter()
                .map(|it| Practice { value: it.value.0, who: it.who, confidence: it.confidence })
                .collect(),
        })
    }
}

impl RawBands {
    fn check(self) -> Result<Bands, DataError> {
        let sense = |what: &str| Err(DataError::Sense(format!("bands: {what}")));
        let list: Vec<Band> = self
            .list
            .into_iter()
            .map(|it| Band {
                lower: it.lower.map(|lower| lower.0),
                predikat: it.predikat,
                arti: it.arti,
                tertulis: it.tertulis,
            })
            .collect();
        let Some((_, higher)) = list.split_last() else { return sense("there are none") };
        let bounds: Vec<Decimal> = list.iter().filter_map(|it| it.lower).collect();
        if higher.iter().any(|it| it.lower.is_none()) {
            return sense("only the lowest may lack a lower bound");
        }
        if bounds.windows(2).any(|pair| pair[0] <= pair[1]) {
            return sense("lower bounds do not descend");
        }
        let names: BTreeSet<&str> = list.iter().map(|it| it.predikat.as_str()).collect();
        if names.len() != list.len() {
            return sense("a predicate occurs twice");
        }
        Ok(Bands { batas: self.batas, list })
    }
}

/// A decimal written as a string, because a TOML number would pass through a binary float.
struct DecimalText(Decimal);

impl<'de> Deserialize<'de> for DecimalText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<DecimalText, D::Error> {
        let text = String::deserialize(deserializer)?;
        Decimal::from_str_exact(&text).map(DecimalText).map_err(serde::de::Error::custom)
    }
}

fn batas<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Batas, D::Error> {
    let code = String::deserialize(deserializer)?;
    let unknown = || serde::de::Error::custom(format!("{code} is neither inklusif nor eksklusif"));
    Batas::from_code(&code).ok_or_else(unknown)
}

fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}

/// A day written as `2014-12-01`; TOML's own dates would bring a second date type.
pub(crate) fn optional_date<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Date>, D::Error> {
    date(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rust_decimal::dec;
    use selaras_domain::Id;

    use super::*;

    const BOBOT: &str = r#"
        id = "contoh/bobot"
        title = { id = "bobot contoh", en = "example weights" }
        unit = "weight"

        [[version]]
        from = "2015-01-01"
        until = "2020-12-31"
        verified = true
        reference = [{ instrument = "contoh-1-2015", locator = "Lampiran" }]
        value = { a = "62.5", b = "37.5" }

        [[version]]
        from = "2022-01-01"
        verified = true
        note = "Tidak diatur lagi."
        reference = [{ instrument = "contoh-1-2022", locator = "Pasal 2" }]
    "#;

    const SKALA: &str = r#"
        id = "contoh/skala"
        title = { id = "skala contoh", en = "example scale" }
        unit = "points"

        [[version]]
        from = "2015-01-01"
        verified = true
        reference = [{ instrument = "contoh-1-2015", locator = "Lampiran" }]
        bands = { batas = "inklusif", list = [
            { lower = "90", predikat = "A", arti = "Sangat Baik", tertulis = "90 - 100" },
            { lower = "50", predikat = "B", arti = "Baik" },
            { predikat = "C", arti = "Kurang" },
        ] }
    "#;

    fn refused(text: &str, because: &str) {
        let why = Parameter::parse(text).unwrap_err().to_string();
        assert!(why.contains(because), "{because:?} is not in {why:?}");
    }

    #[test]
    fn changes_on_the_day_and_not_the_day_before() {
        let bobot = Parameter::parse(BOBOT).unwrap();
        let value = |day| bobot.on(day).and_then(|it| it.value("a"));
        let not_in_force = |day| Err(Refusal::NotInForce { what: "bobot contoh".to_owned(), day });

        assert_eq!(value(date(2014, 12, 31)), not_in_force(date(2014, 12, 31)));
        assert_eq!(value(date(2015, 1, 1)), Ok(dec!(62.5)));
        assert_eq!(value(date(2020, 12, 31)), Ok(dec!(62.5)));
        assert_eq!(value(date(2021, 1, 1)), not_in_force(date(2021, 1, 1)));
    }

    #[test]
    fn names_the_number_it_does_not_have() {
        let bobot = Parameter::parse(BOBOT).unwrap();
        let missing = |what: &str| Err(Refusal::Missing { what: what.to_owned() });
        assert_eq!(bobot.on(date(2015, 1, 1)).unwrap().value("z"), missing("z"));
        assert_eq!(bobot.on(date(2022, 1, 1)).unwrap().value("a"), missing("a"));
    }

    #[test]
    fn a_scale_of_the_law_becomes_bands_like_those_of_an_agency() {
        let skala = Parameter::parse(&SKALA.replace("inklusif", "eksklusif")).unwrap();
        let name = SkalaId::new("akip").unwrap();
        let pita = skala.versions()[0].bands().unwrap().pita(&name);

        let bounds: Vec<Option<Decimal>> = pita.iter().map(|it| it.batas_bawah).collect();
        assert_eq!(bounds, [Some(dec!(90)), Some(dec!(50)), None]);
        assert!(pita.iter().all(|it| it.batas == Batas::Eksklusif && it.skala == name));
        assert_eq!((pita[2].nomor, pita[2].predikat.as_str()), (3, "C"));
        assert_eq!(pita[0].tertulis.as_deref(), Some("90 - 100"));
    }

    #[test]
    fn a_refusal_is_a_sentence_for_the_office() {
        let bobot = Parameter::parse(BOBOT).unwrap();
        let refusal = bobot.on(date(2014, 12, 31)).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "bobot contoh belum mempunyai versi yang berlaku pada 31 Desember 2014"
        );
    }

    #[test]
    fn refuses_a_file_that_makes_no_sense() {
        refused(&BOBOT.replace("62.5", "62"), "weights make 99.5");
        refused(&BOBOT.replace("\"62.5\"", "62.5"), "expected a string");
        refused(&BOBOT.replace("62.5", "62,5"), "Invalid decimal");
        refused(&BOBOT.replace("verified = true", "verified = true\nvarified = 1"), "varified");
        refused(&BOBOT.replace("2022-01-01", "2020-06-01"), "does not follow");
        refused(&BOBOT.replace("until = \"2020", "until = \"2014"), "ends before it begins");
        refused(&BOBOT.replace("note = \"Tidak diatur lagi.\"", ""), "does not say why");
        refused(&BOBOT.replace("2015-01-01", "2015-02-30"), "parameter 'day'");
        refused(&BOBOT.replacen("verified = true", "verified = false", 1), "is unverified");
        let uncited = "[{ instrument = \"contoh-1-2015\", locator = \"Lampiran\" }]";
        refused(&BOBOT.replace(uncited, "[]"), "cites nothing");
    }

    #[test]
    fn refuses_bands_that_are_no_scale() {
        refused(&SKALA.replace("\"50\"", "\"90\""), "do not descend");
        refused(&SKALA.replace("lower = \"50\", ", ""), "only the lowest");
        refused(&SKALA.replace("inklusif", "inclusive"), "neither inklusif nor eksklusif");
        refused(&SKALA.replace("\"B\"", "\"A\""), "occurs twice");
    }
}
