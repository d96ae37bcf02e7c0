//! Cells: how each kind of value is written in one cell, and what is wrong with other texts.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_decimal::Decimal;
use selaras_domain::{
    Akumulasi, AlasanId, AlasanPerubahan, BagianDasarHukum, BarisId, Batas, Bawaan, Code,
    DokumenId, Dukungan, EvaluasiId, HariKasus, HasilDisiplin, HasilLayanan, HitunganHari, Id,
    IndikatorId, IsuId, JabatanId, Jeda, JenisBelanja, JenisDokumen, JenisEvaluasi, JenisFaktor,
    JenisIndikator, JenisKeputusanPerjanjian, JenisLaporan, JenisLayananId, JenisPemda,
    JenisRegister, JenisTarget, JenisUnitKerja, Jenjang, JenjangJabatan, KelompokProses,
    Kesesuaian, KodeNomenklatur, MisiId, PejabatId, Periode, PerjanjianKinerjaId, Polaritas,
    RataRata, RegisterId, RekomendasiId, RoundingMode, RumusCapaian, RumusEfisiensi, Rupiah,
    SasaranId, SkalaId, StatusAksi, StatusPejabat, StrategiId, TahapPembulatan, Tahun, Tanda,
    TargetNol, TingkatBagian, TingkatDisiplin, TingkatPembanding, TingkatVisi, Triwulan, TujuanId,
    UnitKerjaId, VariabelId, Verifikasi, VisiId, angka, tanggal,
};

use crate::error::{Problem, meant, shown};

/// What a cell holds, for the schema and the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Id,
    Integer,
    Decimal,
    Rupiah,
    Year,
    Date,
    Kode,
    /// One of these words.
    Word(Vec<&'static str>),
}

impl Kind {
    /// What should stand in the cell, as a phrase.
    pub fn expected(&self) -> String {
        match self {
            Kind::Text => "teks".to_owned(),
            Kind::Id => "kode, misalnya `iku-1`".to_owned(),
            Kind::Integer => "bilangan bulat".to_owned(),
            Kind::Decimal => "angka, misalnya 93.5".to_owned(),
            Kind::Rupiah => "rupiah bulat, misalnya 10070867140".to_owned(),
            Kind::Year => "tahun, misalnya 2023".to_owned(),
            Kind::Date => "tanggal, misalnya 2023-12-29".to_owned(),
            Kind::Kode => "kode nomenklatur, misalnya 5.03.02".to_owned(),
            Kind::Word(words) => format!("salah satu dari {}", listed(words)),
        }
    }
}

/// Whether a cell must be filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Required,
    Optional,
}

/// A value that is written in one cell.
pub(crate) trait Cell: Sized {
    const PRESENCE: Presence = Presence::Required;
    /// The table whose `id` the value names, when it names one.
    const TARGET: Option<&'static str> = None;

    fn kind() -> Kind;

    /// Reads the text of a cell, which is trimmed; it is empty only for optional cells.
    fn parse(text: &str) -> Result<Self, Problem>;

    /// The canonical text, which [`Cell::parse`] reads back as the same value.
    fn text(&self) -> Cow<'_, str>;
}

/// An absent value is an empty cell.
impl<T: Cell> Cell for Option<T> {
    const PRESENCE: Presence = Presence::Optional;
    const TARGET: Option<&'static str> = T::TARGET;

    fn kind() -> Kind {
        T::kind()
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        if text.is_empty() { Ok(None) } else { T::parse(text).map(Some) }
    }

    fn text(&self) -> Cow<'_, str> {
        self.as_ref().map_or(Cow::Borrowed(""), T::text)
    }
}

impl Cell for String {
    fn kind() -> Kind {
        Kind::Text
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        Ok(canonical_text(text).into_owned())
    }

    fn text(&self) -> Cow<'_, str> {
        canonical_text(self)
    }
}

/// Without blanks around it, and with `\n` as the only line end.
pub(crate) fn canonical_text(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

impl Cell for Decimal {
    fn kind() -> Kind {
        Kind::Decimal
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        let plain = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, "0"));
        if is_digits(whole) && is_digits(fraction) {
            // Longer numbers would be rounded without a word.
            if let Ok(value) = Decimal::from_str_exact(text) {
                return Ok(value);
            }
        }
        Err(not_a_number(text))
    }

    fn text(&self) -> Cow<'_, str> {
        // A negative zero prints its sign.
        let value = if self.is_zero() { self.abs() } else { *self };
        Cow::Owned(value.to_string())
    }
}

/// Says what to write instead, where an Indonesian reader can tell what was meant.
fn not_a_number(text: &str) -> Problem {
    let found = shown(text);
    match angka::parse_percent(text, angka::Style::Thousands) {
        Ok(value) => {
            let remedy = format!("Tulis {}", value.text());
            if text.contains([',', '.']) {
                Problem::DecimalComma { found, remedy }
            } else {
                Problem::NotANumber { found, remedy }
            }
        }
        Err(_) => {
            let remedy = "Tulis angkanya saja; kosongkan sel bila nilainya tidak ada".to_owned();
            Problem::NotANumber { found, remedy }
        }
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

impl Cell for Rupiah {
    fn kind() -> Kind {
        Kind::Rupiah
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        let found = shown(text);
        let digits = text.strip_prefix('-').unwrap_or(text);
        if is_digits(digits) && digits.len() < text.len() {
            return Err(Problem::NegativeRupiah { found });
        }
        if is_digits(text)
            && let Some(amount) = text.parse().ok().and_then(Rupiah::new)
        {
            return Ok(amount);
        }
        let meant = angka::parse_rupiah(text, angka::Style::Thousands).ok();
        let remedy = match meant.and_then(Rupiah::new) {
            Some(amount) => format!("Tulis {}", amount.get()),
            None => "Tulis jumlahnya saja, tanpa titik, koma dan `Rp`; kosongkan sel bila tidak \
                     terbaca pada sumber"
                .to_owned(),
        };
        Err(Problem::NotRupiah { found, remedy })
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(self.get().to_string())
    }
}

impl Cell for Tahun {
    fn kind() -> Kind {
        Kind::Year
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        let year = if is_digits(text) { text.parse().ok().and_then(Tahun::new) } else { None };
        year.filter(|_| text.len() == 4).ok_or_else(|| Problem::BadYear { found: shown(text) })
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }
}

impl Cell for Date {
    fn kind() -> Kind {
        Kind::Date
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        // The parser of jiff reads more forms than one; a package has only one.
        let has_form = text.len() == 10
            && text.bytes().enumerate().all(|(index, byte)| match index {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if has_form && let Ok(date) = text.parse() {
            return Ok(date);
        }
        let remedy = match tanggal::parse(text) {
            Ok(date) if !has_form => format!("Tulis {date}"),
            _ => "Periksa tanggalnya; kosongkan sel bila tidak diketahui".to_owned(),
        };
        Err(Problem::BadDate { found: shown(text), remedy })
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }
}

impl Cell for KodeNomenklatur {
    fn kind() -> Kind {
        Kind::Kode
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        KodeNomenklatur::parse(text).ok_or_else(|| Problem::BadKode { found: shown(text) })
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }
}

macro_rules! integers {
    ($($integer:ty),+) => {$(
        impl Cell for $integer {
            fn kind() -> Kind {
                Kind::Integer
            }

            fn parse(text: &str) -> Result<Self, Problem> {
                // `01` and `1` would be two keys of one row.
                let is_plain = is_digits(text) && (text == "0" || !text.starts_with('0'));
                is_plain.then(|| text.parse().ok()).flatten().ok_or_else(|| not_an_integer(text))
            }

            fn text(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }
        }
    )+};
}

integers!(u16, u32);

fn not_an_integer(text: &str) -> Problem {
    let plain = text.trim_start_matches('0');
    let remedy = if is_digits(plain) && plain.len() < text.len() {
        format!("Tulis {plain}")
    } else {
        "Tulis bilangan bulat yang tidak terlalu besar".to_owned()
    };
    Problem::NotAnInteger { found: shown(text), remedy }
}

macro_rules! ids {
    ($($id:ident -> $target:expr,)+) => {$(
        impl Cell for $id {
            const TARGET: Option<&'static str> = $target;

            fn kind() -> Kind {
                Kind::Id
            }

            fn parse(text: &str) -> Result<Self, Problem> {
                $id::new(text).map_err(|_| Problem::BadId { found: shown(text) })
            }

            fn text(&self) -> Cow<'_, str> {
                Cow::Borrowed(self.as_str())
            }
        }
    )+};
}

ids! {
    DokumenId -> Some("dokumen"),
    UnitKerjaId -> Some("unit_kerja"),
    PejabatId -> Some("pejabat"),
    VisiId -> Some("visi"),
    MisiId -> Some("misi"),
    TujuanId -> Some("tujuan"),
    SasaranId -> Some("sasaran"),
    StrategiId -> Some("strategi"),
    IndikatorId -> Some("indikator"),
    // Unique only together with its indikator: a table says so itself.
    VariabelId -> None,
    RegisterId -> Some("register"),
    // Unique only together with their register: a table says so itself.
    JenisLayananId -> None,
    JabatanId -> None,
    AlasanId -> None,
    BarisId -> Some("program_kegiatan"),
    PerjanjianKinerjaId -> Some("perjanjian_kinerja"),
    EvaluasiId -> Some("evaluasi"),
    RekomendasiId -> Some("rekomendasi"),
    SkalaId -> Some("skala"),
    IsuId -> Some("isu_strategis"),
}

macro_rules! words {
    ($($code:ident),+ $(,)?) => {$(
        impl Cell for $code {
            fn kind() -> Kind {
                Kind::Word($code::ALL.iter().map(|(_, word)| *word).collect())
            }

            fn parse(text: &str) -> Result<Self, Problem> {
                $code::from_code(text).ok_or_else(|| {
                    unknown_word(text, &$code::ALL.iter().map(|it| it.1).collect::<Vec<_>>())
                })
            }

            fn text(&self) -> Cow<'_, str> {
                Cow::Borrowed(self.code())
            }
        }
    )+};
}

words! {
    Akumulasi, AlasanPerubahan, BagianDasarHukum, Batas, Bawaan, Dukungan, HariKasus, HasilDisiplin, HasilLayanan, HitunganHari, Jeda, JenisBelanja, JenisDokumen, JenisEvaluasi, JenisFaktor, JenisIndikator, JenisKeputusanPerjanjian, JenisLaporan, JenisPemda, JenisRegister, JenisTarget, JenisUnitKerja, Jenjang, JenjangJabatan, KelompokProses, Kesesuaian, Periode, Polaritas, RataRata, RoundingMode, RumusCapaian, RumusEfisiensi, StatusAksi, StatusPejabat, TahapPembulatan, Tanda, TargetNol, TingkatBagian, TingkatDisiplin, TingkatPembanding, TingkatVisi, Triwulan, Verifikasi,
}

/// The fault of a cell that holds none of `words`.
pub(crate) fn unknown_word(text: &str, words: &[&'static str]) -> Problem {
    let remedy = meant(&text.to_lowercase(), words.iter().copied(), "Pilih salah satunya");
    Problem::UnknownWord { found: shown(text), allowed: listed(words), remedy }
}

/// `` `naik`, `turun`, `rentang` ``.
pub(crate) fn listed(words: &[&str]) -> String {
    words.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
}
