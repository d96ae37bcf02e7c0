//! How values stand in sentences and cells, and the words for values that are missing.

use rust_decimal::Decimal;
use selaras_domain::dokumen::{Cell, Inline, Inlines, Tone, text};
use selaras_domain::{Figure, Keadaan, NilaiTarget, angka, terbilang};

/// Where a document, not a person, is why there is nothing.
pub(crate) const ILLEGIBLE: &str = "tidak terbaca pada sumber";
/// Where nothing is expected, or nobody keeps a figure of that name.
pub(crate) const NONE: &str = "tidak ada";
/// Where somebody still has to say it.
pub(crate) const NOT_YET: &str = "belum diisi";
/// Where a rule refuses.
pub(crate) const NOT_COMPUTABLE: &str = "tidak dapat dihitung";

/// Units that are not said after a number: the number is the index, the score, the ratio.
const SILENT_UNITS: [&str; 8] =
    ["", "indeks", "nilai", "skor", "rasio", "angka", "predikat", "opini"];

/// The words in place of a figure without a value.
pub(crate) fn missing(figure: Option<&Figure>) -> &'static str {
    let Some(figure) = figure else { return NONE };
    let notes = |words: &str| figure.note.as_deref().is_some_and(|it| it.contains(words));
    match figure.keadaan {
        _ if notes("tidak terbaca") => ILLEGIBLE,
        // Nothing was aimed at, so nobody can fill in how far it was reached.
        Keadaan::Absent if notes("target belum ditetapkan") => NONE,
        Keadaan::NotComputable => NOT_COMPUTABLE,
        _ => NOT_YET,
    }
}

pub(crate) fn has_value(figure: &Figure) -> bool {
    figure.value.is_some() || figure.teks.is_some()
}

/// What follows a number with this unit: nothing after `62,13`, ` kasus` after `5`.
pub(crate) fn unit_after(satuan: &str) -> String {
    let satuan = satuan.trim();
    let is_silent = SILENT_UNITS.contains(&satuan.to_lowercase().as_str())
        || satuan == "%"
        || satuan == "rupiah";
    if is_silent { String::new() } else { format!(" {}", small(satuan)) }
}

/// What stands directly after a number: `%`, ` kasus`, nothing.
pub(crate) fn suffix(satuan: &str) -> String {
    if satuan == "%" { "%".to_owned() } else { unit_after(satuan) }
}

/// `Orang/Bulan` inside a line: `orang/bulan`. Abbreviations (`ASN`, `JP`) keep their capitals.
fn small(satuan: &str) -> String {
    let word = |it: &str| {
        if it.chars().skip(1).any(char::is_uppercase) { it.to_owned() } else { it.to_lowercase() }
    };
    satuan.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A number with its unit for a sentence: `93,5%`, `5 kasus`, `62,13`.
pub(crate) fn quantity(value: Decimal, satuan: &str) -> String {
    match satuan {
        "%" => angka::format_percent_trimmed(value),
        "rupiah" => rupiah(value),
        _ => format!("{}{}", angka::format_trimmed(value), unit_after(satuan)),
    }
}

/// `Rp10.070.867.140`.
pub(crate) fn rupiah(value: Decimal) -> String {
    i64::try_from(value).map_or_else(
        // A sum that does not fit is far beyond any budget.
        |_| format!("Rp{}", angka::format_trimmed(value)),
        angka::format_rupiah,
    )
}

/// A figure for a sentence, without needless zeros: `118%`, `5 kasus`, `WTP`; or why there is none.
pub(crate) fn spoken(figure: Option<&Figure>) -> String {
    match figure {
        Some(Figure { value: Some(value), satuan, .. }) => quantity(*value, satuan),
        Some(Figure { teks: Some(words), satuan, .. }) => with_percent(words, satuan),
        other => missing(other).to_owned(),
    }
}

/// A figure in a sentence, as an inline that does not break and remembers its name.
pub(crate) fn spoken_inline(figure: Option<&Figure>) -> Inline {
    match figure {
        Some(it) => Inline::Figure { text: spoken(figure), id: it.id.to_string() },
        None => Inline::Text(spoken(None)),
    }
}

/// A figure for a column of its precision: `118,0%`, `46,9`; or why there is none. Units other than
/// percent stand beside the name of what is measured.
pub(crate) fn shown(figure: Option<&Figure>) -> String {
    match figure {
        Some(it) if it.value.is_some() => selaras_rules::display(it),
        Some(Figure { teks: Some(words), satuan, .. }) if satuan != "%" => words.clone(),
        _ => spoken(figure),
    }
}

/// A figure said again in a sentence that has named its unit: a unit of several words is not
/// repeated.
pub(crate) fn spoken_again(figure: Option<&Figure>) -> String {
    match figure {
        Some(Figure { value: Some(value), satuan, .. }) => quantity_again(*value, satuan),
        Some(Figure { teks: Some(words), satuan, .. }) if is_long(satuan) => words.clone(),
        other => spoken(other),
    }
}

/// A number with its unit, unless that is long and has been named.
pub(crate) fn quantity_again(value: Decimal, satuan: &str) -> String {
    if is_long(satuan) { angka::format_trimmed(value) } else { quantity(value, satuan) }
}

/// A unit of several words: `per 100.000 kelahiran hidup`.
fn is_long(satuan: &str) -> bool {
    satuan.trim().contains(' ')
}

/// A name with the unit of what it names: `Waktu tunggu (menit)`; percent stands at the numbers.
pub(crate) fn with_unit(nama: &str, satuan: &str) -> String {
    match unit_after(satuan).trim() {
        "" => nama.to_owned(),
        unit => format!("{nama} ({unit})"),
    }
}

/// A figure in a cell; words in a faint tone where there is none.
pub(crate) fn figure_cell(figure: Option<&Figure>) -> Cell {
    cell_with(figure, shown(figure))
}

/// A figure in a cell whose column says the unit in its head: rupiah without `Rp`, percent
/// without `%`.
pub(crate) fn bare_cell(figure: Option<&Figure>) -> Cell {
    let words = match figure.and_then(|it| it.value) {
        Some(value) => angka::format(value),
        None => shown(figure),
    };
    cell_with(figure, words)
}

/// A figure in a cell at `decimals`, never fewer than it has: so a column keeps one precision.
pub(crate) fn padded_cell(figure: Option<&Figure>, decimals: u32) -> Cell {
    let padded =
        figure.map(|it| Figure { value: it.value.map(|it| pad(it, decimals)), ..it.clone() });
    cell_with(figure, shown(padded.as_ref()))
}

/// Both: at `decimals`, and without the unit that stands in the head.
pub(crate) fn bare_padded_cell(figure: Option<&Figure>, decimals: u32) -> Cell {
    let words = match figure.and_then(|it| it.value) {
        Some(value) => angka::format(pad(value, decimals)),
        None => shown(figure),
    };
    cell_with(figure, words)
}

/// The same number with at least `decimals` decimals.
pub(crate) fn pad(value: Decimal, decimals: u32) -> Decimal {
    let mut padded = value;
    if value.scale() < decimals {
        padded.rescale(decimals);
    }
    padded
}

/// The decimals of a column: of the figure that has the most.
pub(crate) fn decimals<'f>(figures: impl IntoIterator<Item = Option<&'f Figure>>) -> u32 {
    let scales = figures.into_iter().filter_map(|it| it?.value).map(|it| it.scale());
    scales.max().unwrap_or(0)
}

fn cell_with(figure: Option<&Figure>, words: String) -> Cell {
    match figure {
        Some(it) if has_value(it) => {
            Cell::new(vec![Inline::Figure { text: words, id: it.id.to_string() }])
        }
        _ => Cell::text(words).toned(Tone::Faint),
    }
}

/// A target as a document states it: `93,5%`, `90–100%`, `WTP`.
pub(crate) fn target_words(nilai: &NilaiTarget, satuan: &str) -> String {
    target_words_at(nilai, satuan, 0)
}

/// The same with at least `decimals` decimals, for a column of one precision.
pub(crate) fn target_words_at(nilai: &NilaiTarget, satuan: &str, decimals: u32) -> String {
    let number = |it: Decimal| angka::format(pad(it.normalize(), decimals));
    let unit = suffix(satuan);
    match nilai {
        NilaiTarget::Angka(value) => format!("{}{unit}", number(*value)),
        NilaiTarget::Rentang(low, high) => format!("{}–{}{unit}", number(*low), number(*high)),
        NilaiTarget::Predikat(words) => words.clone(),
    }
}

fn with_percent(words: &str, satuan: &str) -> String {
    let is_range = words.contains('–') && !words.ends_with('%');
    match satuan {
        "%" if is_range => format!("{words}%"),
        _ if is_range => format!("{words}{}", unit_after(satuan)),
        _ => words.to_owned(),
    }
}

/// A figure in words: `sepuluh miliar … rupiah`, `delapan puluh lima koma delapan persen`.
pub(crate) fn in_words(figure: &Figure) -> Option<String> {
    let value = figure.value?;
    Some(match figure.satuan.as_str() {
        "rupiah" => terbilang::write_rupiah(i64::try_from(value).ok()?),
        "%" => format!("{} persen", terbilang::write(value.normalize())),
        satuan => format!("{}{}", terbilang::write(value.normalize()), unit_after(satuan)),
    })
}

/// `Rp10.070.867.140 (sepuluh miliar … rupiah)`.
pub(crate) fn rupiah_in_words(figure: Option<&Figure>) -> Inlines {
    let mut inlines = vec![spoken_inline(figure)];
    if let Some(words) = figure.and_then(in_words) {
        inlines.push(Inline::Text(format!(" ({words})")));
    }
    inlines
}

/// `3 (tiga)`.
pub(crate) fn count(number: usize) -> String {
    let number = u64::try_from(number).expect("things in a file are fewer than that");
    format!("{} ({})", angka::format(number), terbilang::write(number))
}

/// How one value stands to another before it: `naik 11,9 poin persentase`, `tetap`.
pub(crate) fn change(before: Decimal, now: Decimal, satuan: &str) -> String {
    let by = (now - before).abs();
    let amount = match satuan {
        "%" => format!("{} poin persentase", angka::format_trimmed(by)),
        "rupiah" => rupiah(by),
        _ => format!("{}{}", angka::format_trimmed(by), change_unit(satuan)),
    };
    match now.cmp(&before) {
        std::cmp::Ordering::Greater => format!("naik {amount}"),
        std::cmp::Ordering::Less => format!("turun {amount}"),
        std::cmp::Ordering::Equal => "tetap".to_owned(),
    }
}

/// An index changes by points: `naik 1,42 poin`.
fn change_unit(satuan: &str) -> String {
    let unit = unit_after(satuan);
    if unit.is_empty() { " poin".to_owned() } else { unit }
}

/// `a`, `a dan b`, `a, b, dan c`.
pub(crate) fn join<T: AsRef<str>>(parts: &[T]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [one, two] => format!("{} dan {}", one.as_ref(), two.as_ref()),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{}, dan {}", most.join(", "), last.as_ref())
        }
    }
}

/// The first letter small, for a phrase that moves into a sentence; abbreviations and signs (`ASN`,
/// `Σ`) stay.
pub(crate) fn uncapitalised(phrase: &str) -> String {
    let mut letters = phrase.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => phrase.to_owned(),
    }
}

/// The first letter large, for a phrase that begins a sentence.
pub(crate) fn capitalised(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}

/// A phrase closed as a sentence: a full stop, unless there is one.
pub(crate) fn sentence(phrase: &str) -> String {
    let phrase = phrase.trim_end_matches([';', ',', ' ']);
    if phrase.ends_with(['.', '!', '?']) { phrase.to_owned() } else { format!("{phrase}.") }
}

/// Text and figures one after the other: a paragraph in the making.
#[derive(Default)]
pub(crate) struct Prose {
    inlines: Inlines,
}

impl Prose {
    pub(crate) fn new() -> Prose {
        Prose::default()
    }

    pub(crate) fn text(mut self, words: impl AsRef<str>) -> Prose {
        match self.inlines.last_mut() {
            Some(Inline::Text(before)) => before.push_str(words.as_ref()),
            _ => self.inlines.extend(text(words.as_ref())),
        }
        self
    }

    /// A figure whose unit the sentence has named already.
    pub(crate) fn again(mut self, figure: Option<&Figure>) -> Prose {
        let text = spoken_again(figure);
        self.inlines.push(match figure {
            Some(it) => Inline::Figure { text, id: it.id.to_string() },
            None => Inline::Text(text),
        });
        self
    }

    pub(crate) fn figure(mut self, figure: Option<&Figure>) -> Prose {
        self.inlines.push(spoken_inline(figure));
        self
    }

    /// Words that stand for a figure, made by the caller: `turun 11,9 poin persentase`.
    pub(crate) fn words_of(mut self, figure: &Figure, words: String) -> Prose {
        self.inlines.push(Inline::Figure { text: words, id: figure.id.to_string() });
        self
    }

    pub(crate) fn strong(mut self, words: impl Into<String>) -> Prose {
        self.inlines.push(Inline::Strong(text(words)));
        self
    }

    pub(crate) fn inlines(mut self, more: Inlines) -> Prose {
        self.inlines.extend(more);
        self
    }

    pub(crate) fn done(self) -> Inlines {
        self.inlines
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;

    #[test]
    fn says_units_as_people_do() {
        assert_eq!(quantity(dec!(118.0), "%"), "118%");
        assert_eq!(quantity(dec!(5), "Kasus"), "5 kasus");
        assert_eq!(quantity(dec!(62.13), "Indeks"), "62,13");
        assert_eq!(quantity(dec!(20), "JP"), "20 JP");
    }

    #[test]
    fn says_which_way_a_value_went() {
        assert_eq!(change(dec!(97.7), dec!(85.8), "%"), "turun 11,9 poin persentase");
        assert_eq!(change(dec!(3.7), dec!(37.8), "%"), "naik 34,1 poin persentase");
        assert_eq!(change(dec!(6), dec!(6), "kasus"), "tetap");
        assert_eq!(change(dec!(60.71), dec!(62.13), "Indeks"), "naik 1,42 poin");
    }

    #[test]
    fn moves_phrases_into_sentences() {
        assert_eq!(uncapitalised("Persentase ASN"), "persentase ASN");
        assert_eq!(uncapitalised("ASN terlatih"), "ASN terlatih");
        assert_eq!(sentence("Koordinasi;"), "Koordinasi.");
        assert_eq!(join(&["a", "b", "c"]), "a, b, dan c");
    }
}
