//! The reference of the package for the people who fill it, made from the declarations.

use crate::cell::{Kind, Presence, listed};
use crate::error::PROBLEM_LIST;
use crate::limit::{
    MAX_CELL_BYTES, MAX_COLUMNS, MAX_EXPANSION, MAX_FILE_BYTES, MAX_FILES, MAX_ROWS,
    MAX_TOTAL_BYTES, MAX_ZIP_BYTES, mebibytes,
};
use crate::manifest::FORMAT_VERSION;
use crate::table::{Column, Table};
use crate::tables::{SECTIONS, TABLES};
use crate::words::word;

/// `docs/reference/package.md`: Markdown, Indonesian, field by field.
pub fn reference_page() -> String {
    let mut page = include_str!("doc/intro.md").replace("VERSI", &FORMAT_VERSION.to_string());
    page.push_str("\n## paket.toml\n");
    for section in SECTIONS.iter() {
        page.push_str(&format!("\n### [{}]\n\n{}\n\n", section.name, section.about));
        push_columns(&mut page, "Kunci", section);
    }
    page.push_str("\n## Tabel\n\n");
    for table in TABLES.iter() {
        page.push_str(&format!("- [{0}.csv](#{0}csv): {1}\n", table.name, table.about));
    }
    for table in TABLES.iter() {
        page.push_str(&format!("\n### {}.csv\n\n{}\n\n", table.name, table.about));
        if !table.key.is_empty() {
            let one_or_joined = if table.key.len() == 1 { "" } else { "gabungan " };
            let key = listed(table.key);
            page.push_str(&format!("Tidak boleh kembar: {one_or_joined}{key}.\n\n"));
        }
        push_columns(&mut page, "Kolom", table);
    }
    push_limits(&mut page);
    push_problems(&mut page);
    page
}

fn push_columns(page: &mut String, heading: &str, table: &Table) {
    page.push_str(&format!("| {heading} | Isi | Wajib | Keterangan |\n|---|---|---|---|\n"));
    for column in &table.columns {
        let required = if column.presence == Presence::Required { "ya" } else { "" };
        let about = column.about.replace('|', "\\|");
        let content = content(column);
        page.push_str(&format!("| `{}` | {content} | {required} | {about} |\n", column.name));
    }
}

fn content(column: &Column) -> String {
    let kind = match &column.kind {
        Kind::Text => "teks",
        Kind::Id => "kode",
        Kind::Integer => "bilangan bulat",
        Kind::Decimal => "angka",
        Kind::Rupiah => "rupiah",
        Kind::Year => "tahun",
        Kind::Date => "tanggal",
        Kind::Kode => "kode nomenklatur",
        Kind::Word(words) => return explained(column.name, words),
    };
    if let Some(target) = column.target {
        return match TABLES.iter().find(|it| it.name == target) {
            Some(table) => format!("{kind} → [{0}](#{0}csv)", table.name),
            None => format!("nama berkas → `{target}/`"),
        };
    }
    match &column.range {
        Some(range) => format!("{kind} {}–{}", range.start(), range.end()),
        None => kind.to_owned(),
    }
}

/// Code words, each with what it means where its spelling does not say so.
fn explained(column: &str, words: &[&str]) -> String {
    let one = |code: &&str| {
        let meaning = word(column, code);
        match meaning.to_lowercase() == code.replace('_', " ") {
            true => format!("`{code}`"),
            false => format!("`{code}` ({meaning})"),
        }
    };
    words.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn push_limits(page: &mut String) {
    page.push_str("\n## Batas\n\n| Yang dibatasi | Paling banyak |\n|---|---|\n");
    let limits = [
        ("Satu berkas", mebibytes(MAX_FILE_BYTES)),
        ("Semua berkas", mebibytes(MAX_TOTAL_BYTES)),
        ("Berkas zip", mebibytes(MAX_ZIP_BYTES)),
        ("Pengembangan isi zip", format!("{MAX_EXPANSION} kali")),
        ("Banyaknya berkas", MAX_FILES.to_string()),
        ("Baris satu tabel", MAX_ROWS.to_string()),
        ("Kolom satu tabel", MAX_COLUMNS.to_string()),
        ("Satu sel", format!("{MAX_CELL_BYTES} byte")),
    ];
    for (what, limit) in limits {
        page.push_str(&format!("| {what} | {limit} |\n"));
    }
}

fn push_problems(page: &mut String) {
    page.push_str(include_str!("doc/problems.md"));
    for problem in PROBLEM_LIST {
        page.push_str(&format!("| {} | {} |\n", problem.code, problem.title));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_and_every_column_says_what_it_is() {
        for table in TABLES.iter().chain(SECTIONS.iter()) {
            assert!(table.about.ends_with('.'), "{}", table.name);
            for column in &table.columns {
                let name = format!("{}.{}", table.name, column.name);
                assert!(column.about.ends_with('.'), "{name}: {}", column.about);
            }
        }
    }

    #[test]
    fn every_column_has_a_name_of_its_own_and_every_reference_a_table() {
        for table in TABLES.iter().chain(SECTIONS.iter()) {
            for (index, column) in table.columns.iter().enumerate() {
                assert_eq!(table.column_index(column.name), Some(index), "{}", table.name);
                let has_target = |target: &str| {
                    target == "narasi"
                        || TABLES.iter().any(|it| it.name == target && !it.key.is_empty())
                };
                assert!(column.target.is_none_or(has_target), "{}.{}", table.name, column.name);
            }
            assert!(table.key.iter().all(|it| table.column_index(it).is_some()), "{}", table.name);
        }
    }

    #[test]
    fn codes_of_faults_are_sorted_and_unique() {
        assert!(PROBLEM_LIST.windows(2).all(|pair| pair[0].code < pair[1].code));
    }

    #[test]
    fn the_reference_in_the_repository_is_current() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reference/package.md");
        if std::env::var_os("SELARAS_BLESS").is_some() {
            std::fs::write(path, reference_page()).unwrap();
        }
        let found = std::fs::read_to_string(path).unwrap_or_default();
        assert!(found == reference_page(), "cargo xtask generate, or SELARAS_BLESS=1");
    }
}
