//! What a row of a table is.

use crate::words::{squash, words};

#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) label: String,
    pub(crate) kind: RowKind,
    pub(crate) indent: u8,
    pub(crate) is_bold: bool,
    /// A year that the row itself names, in tables that run down where others run across.
    pub(crate) year: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
    Data,
    /// "Jumlah", "Total", "Sub Total".
    Total,
    /// "Rata-rata".
    Average,
    /// A row of predicates below averages.
    Predicate,
    /// Repeated heads, column numbers, blank rows.
    Skip,
}

/// Words that may stand beside "Jumlah" in the label of a total.
const BESIDE_TOTAL: [&str; 30] = [
    "total",
    "jumlah",
    "sub",
    "grand",
    "keseluruhan",
    "seluruh",
    "seluruhnya",
    "umum",
    "besar",
    "belanja",
    "anggaran",
    "pagu",
    "rp",
    "i",
    "ii",
    "iii",
    "iv",
    "a",
    "b",
    "c",
    "d",
    "dan",
    "program",
    "kegiatan",
    "akhir",
    "realisasi",
    "bobot",
    "nilai",
    "pegawai",
    "skor",
];

/// "Rata-rata lama sekolah" is an indicator; "Rata-rata capaian sasaran 1" sums up its column.
fn names_a_mean(words: &[String]) -> bool {
    const OF_COLUMNS: [&str; 26] = [
        "capaian",
        "pencapaian",
        "kinerja",
        "realisasi",
        "target",
        "persentase",
        "penyerapan",
        "serapan",
        "sasaran",
        "tujuan",
        "misi",
        "program",
        "kegiatan",
        "sub",
        "indikator",
        "iku",
        "total",
        "jumlah",
        "keseluruhan",
        "seluruh",
        "semua",
        "umum",
        "per",
        "tahun",
        "skor",
        "efisiensi",
    ];
    let is_start = |it: &&String| matches!(it.as_str(), "rata" | "rerata" | "ratarata");
    let mut rest = words.iter().skip_while(is_start);
    match (rest.next().map(String::as_str), rest.next()) {
        (None, _) | (Some("nilai" | "tingkat" | "index" | "indeks"), None) => false,
        (Some("nilai" | "tingkat"), Some(next)) => !OF_COLUMNS.contains(&next.as_str()),
        (Some(word), _) => {
            !OF_COLUMNS.contains(&word) && word.chars().any(char::is_alphabetic) && word.len() > 3
        }
    }
}

impl RowKind {
    /// By the label; `has_number_cell` says that the row is numbered like its neighbours.
    pub(super) fn of(label: &str, is_numbered: bool) -> RowKind {
        let squashed = squash(label);
        let list = words(label);
        // "rata-rata/sederhana@1" is the name of a rule; "Jumlah/Rata-rata" is none.
        let is_path = label.split_whitespace().next().is_some_and(|it| {
            it.contains('@') || it.contains('/') && it.starts_with(char::is_lowercase)
        });
        if is_path {
            return RowKind::Data;
        }
        if squashed.starts_with("ratarata")
            || squashed.starts_with("reratacapaian")
            || squashed.starts_with("rerata")
        {
            return if is_numbered || names_a_mean(&list) {
                RowKind::Data
            } else {
                RowKind::Average
            };
        }
        if squashed.starts_with("predikat") && !is_numbered {
            return RowKind::Predicate;
        }
        let begins = matches!(
            list.first().map(String::as_str),
            Some(
                "jumlah"
                    | "total"
                    | "jml"
                    | "sub"
                    | "grand"
                    | "subtotal"
                    | "subjumlah"
                    | "grandtotal"
            )
        );
        let says_total = list.iter().any(|it| {
            matches!(
                it.as_str(),
                "jumlah" | "total" | "jml" | "subtotal" | "subjumlah" | "grandtotal"
            )
        });
        let is_plain = list.iter().all(|it| {
            BESIDE_TOTAL.contains(&it.as_str())
                || matches!(it.as_str(), "jml" | "subtotal" | "subjumlah" | "grandtotal")
        });
        // "TOTAL … SELURUH PROGRAM", "NILAI HASIL EVALUASI".
        let is_loud = list.len() > 3 && !label.chars().any(char::is_lowercase);
        let is_score = squashed == "nilaihasilevaluasi"
            || squashed == "nilaiakuntabilitaskinerja"
            || squashed == "nilaiakip"
            || squashed == "nilaisakip"
            || squashed == "nilaikinerja"
            || squashed == "nilaiakhir"
            || squashed == "nilaitotal"
            || squashed == "nilaikinerjaorganisasi";
        if !is_numbered
            && ((begins && says_total && (is_plain || is_loud || list.len() <= 3)) || is_score)
        {
            return RowKind::Total;
        }
        RowKind::Data
    }
}
