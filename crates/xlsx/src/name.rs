//! Names of sheets: `Tabel 3.1`, and each but once.

use std::collections::HashSet;

use selaras_domain::dokumen::Table;

/// Excel allows no more.
const LONGEST: usize = 31;

/// The names given so far, in small letters, since Excel does not tell `A` from `a`.
pub(crate) struct Names(HashSet<String>);

impl Names {
    pub(crate) fn new(taken: &str) -> Names {
        Names(HashSet::from([taken.to_lowercase()]))
    }

    /// The number of a table, else the beginning of its title, else its label.
    pub(crate) fn of(&mut self, table: &Table) -> String {
        let wanted = [table.nomor.as_deref().unwrap_or_default(), &table.judul, &table.label];
        let wanted = wanted.into_iter().map(allowed).find(|name| !name.is_empty());
        let wanted = wanted.unwrap_or_else(|| "Tabel".to_owned());
        let mut name = cut(&wanted, LONGEST);
        let mut count = 2;
        while !self.0.insert(name.to_lowercase()) {
            let suffix = format!(" ({count})");
            name = cut(&wanted, LONGEST - suffix.len()) + &suffix;
            count += 1;
        }
        name
    }
}

/// Without what Excel forbids in the name of a sheet.
fn allowed(text: &str) -> String {
    let letters = text.chars().map(|c| match c {
        '[' | ']' | ':' | '*' | '?' | '/' | '\\' => ' ',
        c if c.is_control() => ' ',
        c => c,
    });
    let text: String = letters.collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim_matches('\'').trim().to_owned()
}

/// As many letters as Excel counts, which are units of UTF-16; words stay whole where they can.
fn cut(text: &str, longest: usize) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= longest
    };
    let start: String = text.chars().take_while(fits).collect();
    let cut = match start.rsplit_once(' ') {
        Some((words, _)) if start.len() < text.len() && !words.is_empty() => words,
        _ => &start,
    };
    cut.trim_end_matches(['\'', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use selaras_domain::dokumen::TableSize;

    use super::*;

    fn name(names: &mut Names, nomor: Option<&str>, judul: &str) -> String {
        names.of(&Table {
            label: "label".to_owned(),
            nomor: nomor.map(str::to_owned),
            judul: judul.to_owned(),
            simpulan: None,
            columns: Vec::new(),
            head: Vec::new(),
            rows: Vec::new(),
            notes: Vec::new(),
            size: TableSize::Normal,
        })
    }

    #[test]
    fn names_are_short_allowed_and_unique() {
        let mut names = Names::new("Daftar Tabel");
        assert_eq!(name(&mut names, Some("Tabel 3.1"), "Pengukuran"), "Tabel 3.1");
        assert_eq!(name(&mut names, Some("tabel 3.1"), ""), "tabel 3.1 (2)");
        let long = "Program/Kegiatan: sub kegiatan dan indikator keluaran";
        assert_eq!(name(&mut names, None, long), "Program Kegiatan sub kegiatan");
        assert_eq!(name(&mut names, None, long), "Program Kegiatan sub (2)");
        assert_eq!(name(&mut names, None, "'*'"), "label");
        assert_eq!(name(&mut names, None, "Daftar Tabel"), "Daftar Tabel (2)");
        let emoji = "😀".repeat(40);
        assert!(name(&mut names, None, &emoji).encode_utf16().count() <= 31);
    }
}
