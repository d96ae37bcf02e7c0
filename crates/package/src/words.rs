//! What people who know no files call tables, columns and code words: on screens, and in the reference
//! beside the names that stand in a package.

use crate::tables::{SECTIONS, TABLES};

/// Names that say too little without their table, or nothing to those who do not write packages.
const TITLES: &[(&str, &str)] = &[
    ("akumulasi", "Triwulan menjadi tahun"),
    ("alasan_register", "Alasan pada register"),
    ("asal", "Asal fakta"),
    ("baris", "Baris anggaran"),
    ("batas_atas", "Batas atas"),
    ("bawaan", "Kasus bawaan tahun lalu"),
    ("dpa", "DPA"),
    ("dppa", "DPPA"),
    ("halaman", "Halaman pada sumber"),
    ("id", "Kode singkat"),
    ("iku", "IKU"),
    ("isi", "Isi dari fakta"),
    ("jeda", "Waktu berhenti dihitung"),
    ("jp", "Jam pelajaran"),
    ("jp_minimal", "Jam pelajaran minimal"),
    ("lebar_subkegiatan", "Banyaknya angka kode subkegiatan"),
    ("lengkap_sampai", "Kasus lengkap sampai"),
    ("lhe", "LHE"),
    ("lkjip", "LKjIP"),
    ("mode", "Cara membulatkan"),
    ("monev_aksi", "Pemantauan aksi"),
    ("nilai_atas", "Batas atas nilai"),
    ("periode_menurut", "Periode menurut hari"),
    ("polaritas", "Arah yang lebih baik"),
    ("presisi_anggaran", "Desimal persentase anggaran"),
    ("presisi_capaian", "Desimal capaian"),
    ("presisi_efisiensi", "Desimal efisiensi"),
    ("presisi_rata_rata", "Desimal rata-rata"),
    ("presisi_realisasi", "Desimal realisasi"),
    ("rata_rata", "Rata-rata"),
    ("rpjmd", "RPJMD"),
    ("rpjmn", "RPJMN"),
    ("rumus_tertulis", "Rumus sebagaimana dibaca"),
    ("skala_rata_rata", "Skala rata-rata"),
    ("sop_layanan", "SOP layanan"),
    ("sumber", "Dokumen sumber"),
    ("tahap", "Saat membulatkan"),
    ("target_nol", "Bila target nol"),
    ("tertulis", "Rentang sebagaimana tercetak"),
];

/// Code words whose spelling does not say what they mean, with the column where one column means
/// something else by them.
const WORDS: &[(&str, &str, &str)] = &[
    ("", "naik", "makin tinggi makin baik"),
    ("", "turun", "makin rendah makin baik"),
    ("", "rentang", "terbaik di dalam rentang"),
    ("", "pos", "realisasi dibagi target"),
    ("", "neg-lan", "dua kali target dikurangi realisasi, dibagi target"),
    ("", "neg-inv", "target dibagi realisasi"),
    ("", "neg-red", "target dikurangi realisasi, dibagi target"),
    ("", "range", "terhadap batas rentang yang terdekat"),
    ("", "scale", "menurut nilai predikat"),
    ("", "half_up", "setengah ke atas"),
    ("", "half_even", "setengah ke genap"),
    ("", "truncate", "dipotong"),
    ("", "realisasi_dahulu", "realisasi dibulatkan lebih dahulu"),
    ("", "saat_cetak", "hanya saat ditampilkan"),
    ("", "nol_terbaik", "nol adalah yang terbaik"),
    ("target_nol", "tidak_dihitung", "capaian tidak dihitung"),
    ("akumulasi", "jumlah", "triwulan dijumlahkan"),
    ("akumulasi", "terakhir", "nilai triwulan terakhir"),
    ("akumulasi", "maksimum", "nilai tertinggi"),
    ("", "rasio", "capaian dibagi penyerapan"),
    ("", "pmk", "rumus Kementerian Keuangan"),
    ("", "ne", "nilai efisiensi"),
    ("", "sederhana", "rata-rata sederhana"),
    ("", "tertimbang_anggaran", "tertimbang menurut anggaran"),
    ("", "inklusif", "batas termasuk pita ini"),
    ("", "eksklusif", "batas tidak termasuk pita ini"),
    ("verifikasi", "belum", "belum diverifikasi"),
    ("tanda", "tambah", "ditambahkan"),
    ("tanda", "kurang", "dikurangkan"),
    ("jeda", "tidak", "tidak berhenti"),
    ("jeda", "dikembalikan", "selama dikembalikan"),
    ("jeda", "diteruskan", "selama diteruskan"),
    ("jeda", "keduanya", "selama dikembalikan dan diteruskan"),
    ("bawaan", "dihitung", "ikut dihitung"),
    ("", "iku", "indikator kinerja utama"),
    ("", "tw1", "triwulan I"),
    ("", "tw2", "triwulan II"),
    ("", "tw3", "triwulan III"),
    ("", "tw4", "triwulan IV"),
    ("periode", "tahun", "setahun"),
    ("", "rpjmn", "RPJMN"),
    ("", "rpjmd", "RPJMD"),
    ("", "renstra", "Renstra"),
    ("", "renja", "Renja"),
    ("", "dpa", "DPA"),
    ("", "dppa", "DPPA"),
    ("", "lkjip", "LKjIP"),
    ("", "lhe", "LHE"),
    ("", "sakip", "SAKIP"),
    ("", "uptd", "UPTD"),
    ("", "plt", "pelaksana tugas"),
    ("", "plh", "pelaksana harian"),
];

/// A name of a table, a column or a code as people read it: `nilai_variabel` is `Nilai variabel`.
pub fn title(name: &str) -> String {
    if let Ok(index) = TITLES.binary_search_by_key(&name, |it| it.0) {
        return TITLES[index].1.to_owned();
    }
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words,
    }
}

/// A code word as people read it in a column: `naik` is «makin tinggi makin baik».
pub fn word(column: &str, code: &str) -> String {
    let of = |column: &str| WORDS.iter().find(|it| it.0 == column && it.1 == code);
    of(column).or_else(|| of("")).map_or_else(|| code.replace('_', " "), |it| it.2.to_owned())
}

/// A text of this crate for people who know no files: `` Isi `nilai_atas` pada target.csv `` is «Isi
/// «Batas atas nilai» pada tabel Target».
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, part) in text.split('`').enumerate() {
        match index % 2 {
            0 => out.push_str(&in_prose(part)),
            _ => {
                let (open, close) = if out.ends_with('«') { ("", "") } else { ("«", "»") };
                let is_known = TITLES.binary_search_by_key(&part, |it| it.0).is_ok();
                let is_told = is_known || (part.contains('_') && is_name(part));
                let inner = match (is_told, part.strip_suffix(".csv")) {
                    (_, Some(table)) => title(table),
                    (true, None) => title(part),
                    (false, None) => part.to_owned(),
                };
                out.extend([open, &inner, close]);
            }
        }
    }
    out
}

/// Words between those that are quoted: names of files and columns become titles.
fn in_prose(text: &str) -> String {
    let is_of_name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '.' | '/' | '-');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_of_name) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|it| !is_of_name(it)).unwrap_or(from.len());
        let (name, after) = from.split_at(end);
        // The full stop belongs to the sentence.
        let (name, stop) = match name.strip_suffix('.') {
            Some(name) => (name, "."),
            None => (name, ""),
        };
        out.push_str(before);
        let text = name.strip_prefix("narasi/").and_then(|it| it.strip_suffix(".md"));
        match name.strip_suffix(".csv") {
            _ if let Some(id) = text => out.extend(["narasi ", id]),
            Some(table) if out.ends_with("tabel ") => out.push_str(&title(table)),
            Some(table) => out.extend(["tabel ", &title(table)]),
            None if name.contains('_') && is_name(name) => {
                out.push_str(&title(name).to_lowercase())
            }
            None => out.push_str(name),
        }
        out.push_str(stop);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Whether a table or a column is called so.
fn is_name(name: &str) -> bool {
    let mut all = TABLES.iter().chain(SECTIONS.iter());
    all.any(|it| it.name == name || it.column_index(name).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::Kind;

    #[test]
    fn titles_are_sorted_and_of_something() {
        assert!(TITLES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn every_word_is_a_code_of_a_column() {
        for (column, code, _) in WORDS {
            let holds = |it: &crate::Column| match &it.kind {
                Kind::Word(words) => {
                    (column.is_empty() || it.name == *column) && words.contains(code)
                }
                _ => false,
            };
            let mut all = TABLES.iter().chain(SECTIONS.iter()).flat_map(|it| &it.columns);
            assert!(all.any(holds), "{column} {code}");
        }
    }

    #[test]
    fn the_hints_of_every_column_are_plain() {
        for table in TABLES.iter().chain(SECTIONS.iter()) {
            for text in table.columns.iter().map(|it| it.about).chain([table.about]) {
                let plain = plain(text);
                let is_code =
                    [".csv", ".md", ".toml", "`", "_"].iter().any(|it| plain.contains(it));
                assert!(!is_code, "{plain}");
            }
            for column in &table.columns {
                assert!(!title(column.name).contains('_'));
                if let Kind::Word(words) = &column.kind {
                    assert!(words.iter().all(|it| !word(column.name, it).contains('_')));
                }
            }
        }
    }

    #[test]
    fn no_two_columns_of_a_table_have_the_same_title() {
        for table in TABLES.iter().chain(SECTIONS.iter()) {
            let mut titles: Vec<String> =
                table.columns.iter().map(|it| title(it.name).to_lowercase()).collect();
            titles.sort();
            assert!(titles.windows(2).all(|pair| pair[0] != pair[1]), "{}: {titles:?}", table.name);
        }
    }

    #[test]
    fn names_of_files_and_columns_become_titles() {
        assert_eq!(
            plain("Isi `nilai_atas` pada target.csv. Jenisnya `lainnya`, lihat nilai_variabel."),
            "Isi «Batas atas nilai» pada tabel Target. Jenisnya «lainnya», lihat nilai variabel."
        );
    }
}
