//! Small parts that pages share.

use maud::{Markup, Render, html};
use rust_decimal::Decimal;
use selaras_domain::{Code, Figure, FigureId, Hasil, Keadaan, angka};
use selaras_package::words::plain;
use selaras_rules::display;

use crate::ask::{Ask, Fields};
use crate::context::{Context, with_query};
use crate::ringkasan::figure_until;

/// A figure that opens its Jejak, with its unit; where it has no value, the word for why.
pub(crate) fn figure(context: &Context, figure: Option<&Figure>) -> Markup {
    match figure {
        Some(it) if has_value(it) => opening(context, it, &display(it)),
        it => without_value(context, it, NOTHING),
    }
}

/// The same in a column or a row that says the unit itself, so that figures stand below each other;
/// `missing` says which emptiness it is where nothing is known.
pub(crate) fn bare(context: &Context, figure: Option<&Figure>, missing: &'static str) -> Markup {
    match figure {
        Some(it) if has_value(it) => {
            let words = it.value.map_or_else(|| display(it), angka::format);
            opening(context, it, &words)
        }
        it => without_value(context, it, missing),
    }
}

/// The same with its unit behind it, for a sentence or a card: never twice.
pub(crate) fn with_unit(context: &Context, found: Option<&Figure>) -> Markup {
    let unit = found.filter(|it| has_value(it)).map(|it| it.satuan.as_str());
    html! { (figure(context, found)) @if let Some(unit) = unit.filter(|it| !["%", "rupiah"].contains(it)) { " " (unit) } }
}

fn has_value(it: &Figure) -> bool {
    it.value.is_some() || it.teks.is_some()
}

fn opening(context: &Context, it: &Figure, words: &str) -> Markup {
    html! { a.angka href=(jejak_address(context, it.id.as_str())) title=[it.note.as_deref().map(plain)] { (words) } }
}

fn without_value(context: &Context, figure: Option<&Figure>, missing: &'static str) -> Markup {
    match figure {
        Some(it) => html! {
            a.angka.kosong href=(jejak_address(context, it.id.as_str())) title=[it.note.as_deref().map(plain)] { (emptiness(it)) }
        },
        None => html! { span.kosong { (missing) } },
    }
}

/// What stands where nothing is known, by what is missing.
pub(crate) const NOTHING: &str = "belum ada";
pub(crate) const NOT_FILLED: &str = "belum diisi";
pub(crate) const NO_TARGET: &str = "tanpa target";
const NOT_COMPUTABLE: &str = "tak terhitung";
const INCOMPLETE: &str = "belum lengkap";
const ILLEGIBLE: &str = "tidak terbaca";

/// A number with at least so many decimals: `72,5` beside `91,49` is `72,50`.
pub(crate) fn at_scale(value: Decimal, decimals: u32) -> String {
    let mut value = value;
    value.rescale(value.scale().max(decimals));
    angka::format(value)
}

/// Which emptiness a figure without a value is; its note tells more.
fn emptiness(it: &Figure) -> &'static str {
    let note = it.note.as_deref().unwrap_or_default();
    match it.keadaan {
        Keadaan::NotComputable => NOT_COMPUTABLE,
        _ if note.contains("tidak terbaca") => ILLEGIBLE,
        _ if note.starts_with("target") => NO_TARGET,
        _ if note.contains("lengkap") || note.contains("belum tersedia") => INCOMPLETE,
        _ => NOT_FILLED,
    }
}

/// What the words mean that stand where a cell has no value, for whoever cannot point at one.
pub(crate) fn legend() -> Markup {
    html! {
        p.legenda {
            strong { (NOT_FILLED) } ": nilainya belum dimasukkan, juga sel isian yang kosong. "
            strong { (NO_TARGET) } ": tidak ada target untuk periode itu. "
            strong { (NOT_COMPUTABLE) } ": nilainya ada, tetapi aturannya tidak memberi hasil; buka selnya untuk sebabnya. "
            strong { (INCOMPLETE) } ": sebagian rinciannya belum diisi. "
            strong { "0" } ": diisi nol. "
            span.belum { "?" } " belum diverifikasi."
        }
    }
}

/// Where the trail of a figure is shown, as an address of a page: it may link to a thousand.
pub(crate) fn jejak_address<'a>(context: &'a Context, id: &'a str) -> impl Render + 'a {
    JejakAddress { context, id }
}

struct JejakAddress<'a> {
    context: &'a Context,
    id: &'a str,
}

impl Render for JejakAddress<'_> {
    fn render_to(&self, buffer: &mut String) {
        self.context.jejak().render_to(buffer);
        // Encoded it has nothing to escape.
        buffer.extend(form_urlencoded::byte_serialize(self.id.as_bytes()));
    }
}

/// A figure by the parts of its name.
pub(crate) fn find<'h>(hasil: &'h Hasil, parts: &[&str]) -> Option<&'h Figure> {
    hasil.get(&FigureId::from_parts(parts))
}

/// What an indikator has reached in the year of a page when its quarter ends: `realisasi` or `capaian`.
pub(crate) fn reached<'h>(
    context: &Context,
    hasil: &'h Hasil,
    indikator: &str,
    what: &str,
) -> Option<&'h Figure> {
    find_until(context, hasil, &["indikator", indikator], &[what])
}

/// A figure of the year of a page as it stands when its quarter ends.
pub(crate) fn find_until<'h>(
    context: &Context,
    hasil: &'h Hasil,
    of: &[&str],
    what: &[&str],
) -> Option<&'h Figure> {
    let parts = figure_until(of, context.tahun(), context.triwulan, what);
    find(hasil, &parts.iter().map(String::as_str).collect::<Vec<_>>())
}

/// By which figure an indikator is judged then: the year where it is over, or else the quarter against
/// its own target.
pub(crate) fn standing<'h>(
    context: &Context,
    hasil: &'h Hasil,
    indikator: &str,
) -> Option<&'h Figure> {
    let (year, quarter) = (context.tahun().to_string(), context.triwulan.code());
    match context.is_whole_year() {
        true => find(hasil, &["indikator", indikator, &year, "capaian"]),
        false => find(hasil, &["indikator", indikator, &year, quarter, "capaian"]),
    }
}

/// The hidden field that makes a form one of ours.
pub(crate) fn form_token(ask: &Ask<'_>) -> Markup {
    html! {
        @if let Some(who) = &ask.who { input type="hidden" name="_t" value=(who.form_token); }
    }
}

/// A bar on a scale from zero, with a mark at the target where there is one. The drawing says nothing that the figures
/// beside it do not say.
pub(crate) fn bar(value: Option<Decimal>, target: Decimal, full: Decimal, class: &str) -> Markup {
    const WIDTH: Decimal = Decimal::ONE_HUNDRED;
    let at = |it: Decimal| match full.is_zero() {
        true => Decimal::ZERO,
        false => (it / full * WIDTH).clamp(Decimal::ZERO, WIDTH).trunc_with_scale(1),
    };
    let is_cut = value.is_some_and(|it| it > full);
    // Without a value there is nothing to draw, and a mark alone would look like one.
    if value.is_none() {
        return html! {};
    }
    html! {
        svg.batang.(class) viewBox="0 0 104 12" width="104" height="12" aria-hidden="true" {
            rect.alas x="0" y="2" width="100" height="8" {}
            @if let Some(value) = value {
                rect.isi x="0" y="2" width=(at(value)) height="8" {}
            }
            @if !target.is_zero() { rect.sasaran x=(at(target)) y="0" width="1.5" height="12" {} }
            @if is_cut { path.potong d="M95 12 L98 0 M98 12 L101 0" {} }
        }
    }
}

/// The head of a column that sorts the list, and says how it is sorted.
pub(crate) fn sort_head(
    address: &str,
    query: &Fields,
    (name, words): (&str, &str),
    is_number: bool,
) -> Markup {
    let current = query.get("urut");
    let (next, mark, state) = match current.strip_prefix('-') {
        Some(it) if it == name => (String::new(), " ↓", "descending"),
        _ if current == name => (format!("-{name}"), " ↑", "ascending"),
        _ => (name.to_owned(), "", "none"),
    };
    let address = with_changes(address, query, &[("urut", &next), ("hal", "")]);
    html! { th.(if is_number { "angka" } else { "" }) scope="col" aria-sort=(state) { a.urut href=(address) { (words) (mark) } } }
}

/// The same list with some names of its query changed; an empty value takes the name away.
pub(crate) fn with_changes(address: &str, query: &Fields, changes: &[(&str, &str)]) -> String {
    let kept = query.0.iter().filter(|(name, _)| !changes.iter().any(|(it, _)| it == name));
    let mut address = address.to_owned();
    for (name, value) in kept {
        address = with_query(&address, name, value);
    }
    for (name, value) in changes.iter().filter(|(_, value)| !value.is_empty()) {
        address = with_query(&address, name, value);
    }
    address
}

/// Rows of a list on a page of it.
pub(crate) const PAGE_ROWS: usize = 50;

/// Which rows are asked for, and the links to the others; `name` is what the address calls the page.
pub(crate) fn paging_by(
    rows_of_page: usize,
    address: &str,
    (name, page): (&str, &str),
    n_rows: usize,
) -> (std::ops::Range<usize>, Markup) {
    let n_pages = n_rows.div_ceil(rows_of_page).max(1);
    let page = page.parse().unwrap_or(1_usize).clamp(1, n_pages);
    let start = (page - 1) * rows_of_page;
    let range = start..(start + rows_of_page).min(n_rows);
    let to = |it: usize| with_query(address, name, &it.to_string());
    let links = html! {
        @if n_pages > 1 {
            nav.halaman aria-label="Halaman daftar" {
                @if page > 1 { a href=(to(page - 1)) rel="prev" { "← Sebelumnya" } }
                span { "Halaman " (count(page)) " dari " (count(n_pages)) }
                @if page < n_pages { a href=(to(page + 1)) rel="next" { "Berikutnya →" } }
            }
        }
    };
    (range, links)
}

/// How many, as people write it: `1.204`.
pub(crate) fn count(n: impl Into<Decimal>) -> String {
    angka::format(n)
}

/// Where a table is taken as the workbook that is its template, and where it is brought back from one;
/// what is brought leads back to a page.
pub(crate) fn workbook(context: &Context, tabel: &str, back: &str) -> (String, String) {
    let table = context.plain(&format!("tabel/{tabel}"));
    let template = with_query(&table, "unduh", "xlsx");
    (template, with_query(&format!("{table}/unggah"), "ke", back))
}

/// The beginning of a long text.
pub(crate) fn short(text: &str, letters: usize) -> String {
    match text.char_indices().nth(letters) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// What stands where a list has nothing: why, and what to do.
pub(crate) fn empty(why: &str, next: Option<(&str, &str)>) -> Markup {
    html! {
        div.hampa {
            p { (why) }
            @if let Some((address, words)) = next { p { a.tombol href=(address) { (words) } } }
        }
    }
}

/// What is wrong with a form, on top of it, each line leading to its field where it is about one.
pub(crate) fn errors(list: &[(String, String)]) -> Markup {
    html! {
        @if !list.is_empty() {
            div.galat role="alert" tabindex="-1" {
                strong { (match list.iter().filter(|(field, _)| !field.is_empty()).count() {
                    0 => "Belum dapat dilakukan",
                    1 => "Satu isian perlu diperbaiki",
                    _ => "Beberapa isian perlu diperbaiki",
                }) }
                ul { @for (field, why) in list { li {
                    @if field.is_empty() { (why) } @else { a href={ "#f-" (field) } { (why) } }
                } } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use selaras_domain::{Figure, FigureId, Jejak};
    use selaras_rules::Alasan;

    use super::*;

    fn missing(why: Alasan) -> &'static str {
        let jejak = Jejak {
            rule: None,
            dasar: Vec::new(),
            rumus: None,
            masukan: Vec::new(),
            hitungan: None,
            pembulatan: None,
        };
        emptiness(&Figure {
            id: FigureId::new("uji"),
            label: "uji".to_owned(),
            satuan: "%".to_owned(),
            value: None,
            exact: None,
            teks: None,
            keadaan: why.keadaan(),
            verified: true,
            note: Some(why.to_string()),
            predikat: None,
            jejak,
        })
    }

    #[test]
    fn each_emptiness_has_a_word_of_its_own() {
        assert_eq!(missing(Alasan::RealisasiTidakAda), NOT_FILLED);
        assert_eq!(missing(Alasan::TargetTidakAda), NO_TARGET);
        assert_eq!(missing(Alasan::TargetTidakTerbaca), ILLEGIBLE);
        assert_eq!(missing(Alasan::TargetNol), NOT_COMPUTABLE);
        assert_eq!(missing(Alasan::Masukan("realisasi".to_owned())), INCOMPLETE);
    }
}
