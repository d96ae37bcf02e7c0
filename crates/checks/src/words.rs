//! Texts and numbers as findings write them, and as facts are compared by their words.

use rust_decimal::Decimal;
use selaras_domain::{Exact, NilaiTarget, RoundingMode, Rupiah, angka};

pub(crate) fn number(value: impl Into<Decimal>) -> String {
    angka::format_trimmed(value)
}

/// At most two decimals, for a sentence.
pub(crate) fn short(value: &Exact) -> String {
    value.round(2, RoundingMode::HalfUp).map_or_else(|| value.to_string(), number)
}

pub(crate) fn rupiah(amount: i64) -> String {
    angka::format_rupiah(amount)
}

pub(crate) fn amount(amount: Rupiah) -> String {
    rupiah(amount.get())
}

/// `85,8%`, `14 dokumen`.
pub(crate) fn with_unit(value: impl Into<Decimal>, satuan: &str) -> String {
    let value = number(value);
    match satuan {
        "%" => format!("{value}%"),
        "" | "Indeks" | "Nilai" => value,
        _ => format!("{value} {}", satuan.to_lowercase()),
    }
}

pub(crate) fn target(value: &NilaiTarget, satuan: &str) -> String {
    match value {
        NilaiTarget::Angka(it) => with_unit(*it, satuan),
        NilaiTarget::Rentang(low, high) => format!("{}–{}", number(*low), with_unit(*high, satuan)),
        NilaiTarget::Predikat(it) => it.clone(),
    }
}

/// `a, b, dan c`; from the seventh on only how many more there are.
pub(crate) fn list(items: &[String]) -> String {
    const SHOWN: usize = 6;
    if items.len() > SHOWN + 1 {
        return format!("{}, dan {} lainnya", items[..SHOWN].join(", "), items.len() - SHOWN);
    }
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one} dan {other}"),
        [rest @ .., last] => format!("{}, dan {last}", rest.join(", ")),
    }
}

/// Lower-case words of letters and digits: what is left when case, marks and blanks do not count.
pub(crate) fn words(text: &str) -> Vec<String> {
    let parts = text.split(|it: char| !it.is_alphanumeric());
    parts.filter(|it| !it.is_empty()).map(str::to_lowercase).collect()
}

/// A text by which two spellings of one name are equal.
pub(crate) fn normal(text: &str) -> String {
    words(text).join(" ")
}

/// Whether a text says that something cannot be read on its source.
pub(crate) fn is_illegible(catatan: Option<&str>) -> bool {
    catatan.is_some_and(|it| it.contains("tidak terbaca") || it.contains("tidak tercetak"))
}

/// The words of a text that carry meaning: long enough, and no filler.
pub(crate) fn telling(text: &str) -> Vec<String> {
    const FILLERS: [&str; 16] = [
        "dalam", "yang", "dengan", "untuk", "pada", "oleh", "dari", "atas", "bagi", "serta",
        "antara", "melalui", "sesuai", "terhadap", "adanya", "secara",
    ];
    let mut found = words(text);
    found.retain(|it| it.chars().count() >= 4 && !FILLERS.contains(&it.as_str()));
    found
}

pub(crate) use selaras_rules::periode_words as periode;

/// `tahun 2024`, `triwulan I tahun 2024`.
pub(crate) fn of_period(tahun: selaras_domain::Tahun, it: selaras_domain::Periode) -> String {
    match it {
        selaras_domain::Periode::Tahun => format!("tahun {tahun}"),
        other => format!("{} tahun {tahun}", periode(other)),
    }
}

/// How quarters make a year, in words.
pub(crate) fn akumulasi(it: selaras_domain::Akumulasi) -> &'static str {
    use selaras_domain::Akumulasi;
    match it {
        Akumulasi::Jumlah => "dijumlahkan",
        Akumulasi::Terakhir => "nilai terakhir",
        Akumulasi::Maksimum => "nilai tertinggi",
        Akumulasi::RataRata => "rata-rata",
    }
}

/// `24 November 2026`.
pub(crate) fn date(day: jiff::civil::Date) -> String {
    selaras_domain::tanggal::format(day)
}

/// Whether a stated number is what somebody writes who rounds `exact` to as many decimals, half up
/// or by
/// cutting off; to half a unit of its last decimal either way.
pub(crate) fn is_rounded_from(stated: Decimal, exact: &Exact) -> bool {
    let stated_exact = Exact::from(stated);
    (0..=stated.normalize().scale().max(2)).any(|places| {
        [RoundingMode::HalfUp, RoundingMode::Truncate].into_iter().any(|mode| {
            places >= stated.normalize().scale()
                && exact.round(places, mode).is_some_and(|it| Exact::from(it) == stated_exact)
        })
    })
}

/// An exact amount of whole rupiah.
pub(crate) fn money(value: &Exact) -> String {
    let whole = value.round(0, RoundingMode::HalfUp).and_then(|it| i64::try_from(it).ok());
    whole.map_or_else(|| value.to_string(), rupiah)
}
