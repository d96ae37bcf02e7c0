//! Lists: searched, narrowed, sorted, paged and taken away in one way on every page, and all of it said
//! by the address: `cari` looks for words, `urut` sorts (`-` in front turns it round), the name of a
//! column narrows, `hal` turns pages, `unduh` gives the file.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::rc::Rc;

use jiff::civil::Date;
use maud::{Markup, html};
use rust_decimal::Decimal;
use selaras_domain::Figure;

use crate::ask::{Ask, Fault, Reply};
use crate::context::Context;
use crate::export::{self, Cell};
use crate::widget::{self, count, with_changes};

/// Values of a column that one chooses from at most; more are looked for by words.
const CHOICES: usize = 60;

type Of<'a, T, V> = Box<dyn Fn(&T) -> V + 'a>;

/// By what a list can be narrowed to one value of a column.
enum Choices<'a, T> {
    /// What the cell says.
    Cell,
    /// Several values of a row.
    Of(Of<'a, T, Vec<String>>),
}

/// What a list says of each of its rows.
pub(crate) struct Column<'a, T> {
    /// What the address calls it.
    name: Cow<'a, str>,
    words: Cow<'a, str>,
    is_number: bool,
    is_on_screen: bool,
    is_in_file: bool,
    /// What a file calls it, where that is not what a page calls it.
    name_in_file: Option<&'a str>,
    cell: Of<'a, T, Cell>,
    /// How a page shows it, where that is more than its words.
    markup: Option<Of<'a, T, Markup>>,
    /// The values by which the list can be narrowed.
    choices: Option<Choices<'a, T>>,
    /// The order of its values, where that is not the order of their words.
    rank: Option<Of<'a, T, i64>>,
}

impl<'a, T: 'a> Column<'a, T> {
    fn new(
        name: impl Into<Cow<'a, str>>,
        words: impl Into<Cow<'a, str>>,
        is_number: bool,
        cell: Of<'a, T, Cell>,
    ) -> Self {
        let (name, words) = (name.into(), words.into());
        Column {
            name,
            words,
            is_number,
            is_on_screen: true,
            is_in_file: true,
            name_in_file: None,
            cell,
            markup: None,
            choices: None,
            rank: None,
        }
    }

    /// A text that the row has.
    pub(crate) fn text(
        name: impl Into<Cow<'a, str>>,
        words: impl Into<Cow<'a, str>>,
        cell: impl for<'r> Fn(&'r T) -> &'r str + 'a,
    ) -> Self {
        Column::new(name, words, false, Box::new(move |it| Cell::Text(cell(it).to_owned())))
    }

    /// A text that not every row has.
    pub(crate) fn optional(
        name: impl Into<Cow<'a, str>>,
        words: impl Into<Cow<'a, str>>,
        cell: impl for<'r> Fn(&'r T) -> Option<&'r String> + 'a,
    ) -> Self {
        Column::made(name, words, move |it| cell(it).cloned().unwrap_or_default())
    }

    /// A text that is made for it.
    pub(crate) fn made(
        name: impl Into<Cow<'a, str>>,
        words: impl Into<Cow<'a, str>>,
        cell: impl Fn(&T) -> String + 'a,
    ) -> Self {
        Column::new(name, words, false, Box::new(move |it| Cell::Text(cell(it))))
    }

    /// A number as programs write it; none is an empty cell.
    pub(crate) fn number<N: ToString>(
        name: impl Into<Cow<'a, str>>,
        words: impl Into<Cow<'a, str>>,
        cell: impl Fn(&T) -> Option<N> + 'a,
    ) -> Self {
        let cell =
            move |it: &T| Cell::Number(cell(it).map_or_else(String::new, |it| it.to_string()));
        Column::new(name, words, true, Box::new(cell))
    }

    pub(crate) fn date(
        name: impl Into<Cow<'a, str>>,
        words: impl Into<Cow<'a, str>>,
        cell: impl Fn(&T) -> Option<Date> + 'a,
    ) -> Self {
        Column::new(name, words, false, Box::new(move |it| Cell::Date(cell(it))))
    }

    /// A cell of whatever kind it says, kept to the right where it is a number.
    pub(crate) fn cell(
        name: impl Into<Cow<'a, str>>,
        words: impl Into<Cow<'a, str>>,
        is_number: bool,
        cell: impl Fn(&T) -> Cell + 'a,
    ) -> Self {
        Column::new(name, words, is_number, Box::new(cell))
    }

    /// A figure, which leads to its Jejak; its unit is said by the head, or beside it.
    pub(crate) fn figure(
        context: &'a Context,
        name: impl Into<Cow<'a, str>>,
        words: impl Into<Cow<'a, str>>,
        of: impl Fn(&T) -> Option<&'a Figure> + 'a,
    ) -> Self {
        let of = Rc::new(of);
        let shown = Rc::clone(&of);
        let name = name.into();
        let missing = match name.split('-').next() {
            Some("target" | "kemajuan") => widget::NO_TARGET,
            Some("realisasi") => widget::NOT_FILLED,
            _ => widget::NOTHING,
        };
        Column::new(name, words, true, Box::new(move |it| figure_cell(of(it))))
            .shown(move |it| widget::bare(context, shown(it), missing))
    }

    pub(crate) fn shown(mut self, markup: impl Fn(&T) -> Markup + 'a) -> Self {
        self.markup = Some(Box::new(markup));
        self
    }

    /// Lets the list be narrowed to one of its values.
    pub(crate) fn choice(mut self) -> Self {
        self.choices = Some(Choices::Cell);
        self
    }

    /// The same where a row has several.
    pub(crate) fn choice_of(mut self, values: impl Fn(&T) -> Vec<String> + 'a) -> Self {
        self.choices = Some(Choices::Of(Box::new(values)));
        self
    }

    /// Sorts by a rank of its values, and not by their words.
    pub(crate) fn ranked(mut self, rank: impl Fn(&T) -> i64 + 'a) -> Self {
        self.rank = Some(Box::new(rank));
        self
    }

    /// Stands in files only, where a page would be too wide for it.
    pub(crate) fn in_file(mut self) -> Self {
        self.is_on_screen = false;
        self
    }

    /// Has another name in a file: that by which it is read back.
    pub(crate) fn named_in_file(mut self, name: &'a str) -> Self {
        self.name_in_file = Some(name);
        self
    }

    /// Stands on pages only: what a file that is read back has no place for.
    pub(crate) fn on_page(mut self) -> Self {
        self.is_in_file = false;
        self
    }

    fn values(&self, it: &T) -> Vec<String> {
        match &self.choices {
            None => Vec::new(),
            Some(Choices::Cell) => vec![(self.cell)(it).shown()],
            Some(Choices::Of(of)) => of(it),
        }
    }

    fn render(&self, it: &T) -> Markup {
        match &self.markup {
            Some(of) => of(it),
            None => match (self.cell)(it).shown() {
                empty if empty.is_empty() => html! { span.kosong { "–" } },
                words => html! { (words) },
            },
        }
    }
}

/// What a figure is in a file: its number, or its words.
pub(crate) fn figure_cell(figure: Option<&Figure>) -> Cell {
    match figure {
        Some(Figure { value: Some(value), .. }) => Cell::Number(value.to_string()),
        Some(it) => Cell::Text(it.teks.clone().unwrap_or_default()),
        None => Cell::Number(String::new()),
    }
}

/// The rows that the address asks for, and what the page says around them.
pub(crate) struct Listing<'a, T> {
    ask: &'a Ask<'a>,
    /// The address of the page, without a query.
    here: String,
    /// Names the file.
    name: String,
    columns: Vec<Column<'a, T>>,
    rows: Vec<T>,
    n_all: usize,
    /// For each column that narrows: its place, and the values there are.
    choices: Vec<(usize, Vec<String>)>,
    rows_of_page: usize,
    /// The column whose values head groups of rows.
    group: Option<usize>,
    /// What can be done with a row, and what the column is called.
    tail: Option<(&'static str, Of<'a, T, Markup>)>,
    /// More ways to narrow, which the page itself obeys.
    more: Option<Markup>,
    /// What stands where there is nothing at all.
    nothing: Option<Markup>,
}

impl<'a, T: 'a> Listing<'a, T> {
    /// `rows` in the order that they have by themselves.
    pub(crate) fn of(
        ask: &'a Ask<'a>,
        (here, name): (String, String),
        columns: Vec<Column<'a, T>>,
        mut rows: Vec<T>,
    ) -> Self {
        let n_all = rows.len();
        let narrowing = columns.iter().enumerate().filter(|(_, it)| it.choices.is_some());
        let mut choices = Vec::new();
        for (place, column) in narrowing {
            let mut values: Vec<String> = Vec::new();
            for value in rows.iter().flat_map(|it| column.values(it)) {
                if !value.is_empty() && !values.contains(&value) && values.len() <= CHOICES {
                    values.push(value);
                }
            }
            choices.push((place, values));
        }
        let wanted = ask.query.get("cari").to_lowercase();
        if !wanted.is_empty() {
            rows.retain(|it| columns.iter().any(|column| (column.cell)(it).is_found_by(&wanted)));
        }
        for (place, _) in &choices {
            let column = &columns[*place];
            if let Some(chosen) = ask.query.given(&column.name) {
                rows.retain(|it| column.values(it).iter().any(|it| it == chosen));
            }
        }
        let order = ask.query.get("urut");
        let (name_of, is_down) = order.strip_prefix('-').map_or((order, false), |it| (it, true));
        if let Some(column) = columns.iter().find(|it| it.name == name_of) {
            let key = |it: &T| match &column.rank {
                Some(rank) => Value::Number(rank(it).into()),
                None => key_of(&(column.cell)(it)),
            };
            rows.sort_by_cached_key(|it| Key { of: key(it), is_down });
        }
        Listing {
            ask,
            here,
            name,
            columns,
            rows,
            n_all,
            choices,
            rows_of_page: widget::PAGE_ROWS,
            group: None,
            tail: None,
            more: None,
            nothing: None,
        }
    }

    pub(crate) fn grouped(mut self, name: &str) -> Self {
        self.group = self.columns.iter().position(|it| it.name == name);
        self
    }

    pub(crate) fn rows_of_page(mut self, n: usize) -> Self {
        self.rows_of_page = n;
        self
    }

    /// What can be done with a row, in a last column of that name.
    pub(crate) fn tail(mut self, words: &'static str, markup: impl Fn(&T) -> Markup + 'a) -> Self {
        self.tail = Some((words, Box::new(markup)));
        self
    }

    /// More fields of the form that narrows; the page has obeyed them already.
    pub(crate) fn more(mut self, fields: Markup) -> Self {
        self.more = Some(fields);
        self
    }

    /// Why there is nothing, and what to do.
    pub(crate) fn nothing(mut self, why: &str, next: Option<(&str, &str)>) -> Self {
        self.nothing = Some(widget::empty(why, next));
        self
    }

    /// The file, where the address asks for one.
    pub(crate) fn file(&self) -> Result<Option<Reply>, Fault> {
        let Some(format) = self.ask.query.given("unduh") else { return Ok(None) };
        let columns = || self.columns.iter().filter(|it| it.is_in_file);
        let row = |row: &T| columns().map(|it| (it.cell)(row)).collect();
        let list = export::List {
            name: self.name.clone(),
            heads: columns().map(|it| it.name_in_file.unwrap_or(&it.words).to_owned()).collect(),
            rows: self.rows.iter().map(row).collect(),
        };
        export::download(&list, format).map(Some)
    }

    /// Whether there is nothing at all, whatever the address asks for.
    pub(crate) fn is_empty(&self) -> bool {
        self.n_all == 0
    }

    /// All rows that the address lets through, in its order.
    pub(crate) fn rows(&self) -> &[T] {
        &self.rows
    }

    /// Those of the page of the list, and the way to the others.
    pub(crate) fn page(&self) -> (&[T], Markup) {
        let address = with_changes(&self.here, &self.ask.query, &[("hal", "")]);
        let asked = self.ask.query.get("hal");
        let (range, links) =
            widget::paging_by(self.rows_of_page, &address, ("hal", asked), self.rows.len());
        (&self.rows[range], links)
    }

    /// The number of the first row of the page, from 1.
    pub(crate) fn first(&self) -> usize {
        let n_pages = self.rows.len().div_ceil(self.rows_of_page).max(1);
        let page = self.ask.query.get("hal").parse().unwrap_or(1_usize).clamp(1, n_pages);
        (page - 1) * self.rows_of_page + 1
    }

    fn is_own(&self, name: &str) -> bool {
        matches!(name, "cari" | "urut" | "hal" | "unduh")
            || self.choices.iter().any(|(place, _)| self.columns[*place].name == name)
    }

    fn is_narrowed(&self) -> bool {
        let mut own = self.choices.iter().map(|(place, _)| &self.columns[*place].name);
        self.ask.query.given("cari").is_some() || own.any(|it| self.ask.query.given(it).is_some())
    }

    /// The address without anything that narrows or sorts.
    fn whole(&self) -> String {
        let names = self.ask.query.0.iter().map(|(name, _)| name.as_str());
        let cleared: Vec<_> = names.filter(|it| self.is_own(it)).map(|it| (it, "")).collect();
        with_changes(&self.here, &self.ask.query, &cleared)
    }

    /// The address of the list as a file.
    pub(crate) fn file_address(&self, format: &str) -> String {
        with_changes(&self.here, &self.ask.query, &[("hal", ""), ("unduh", format)])
    }

    /// What looks for, narrows, sorts and takes away.
    pub(crate) fn controls(&self) -> Markup {
        let query = &self.ask.query;
        let order = query.get("urut");
        let shown = || self.columns.iter().filter(|it| it.is_on_screen);
        // What `more` shows itself is in its fields.
        let is_shown = |name: &str| {
            let more = self.more.as_ref().map_or("", |it| it.0.as_str());
            more.contains(&format!("name=\"{name}\""))
        };
        let kept = query.0.iter().filter(|(name, _)| !self.is_own(name) && !is_shown(name));
        html! {
            form.saring role="search" aria-label="Saring daftar ini" action=(self.here) {
                @for (name, value) in kept { input type="hidden" name=(name) value=(value); }
                label.tersembunyi for="saring" { "Cari" }
                input #saring type="search" name="cari" placeholder="Cari" value=(query.get("cari"));
                @if let Some(more) = &self.more { (more) }
                @for (place, values) in &self.choices {
                    @let column = &self.columns[*place];
                    @let chosen = query.get(&column.name);
                    @if values.len() > 1 && values.len() <= CHOICES || !chosen.is_empty() {
                        label.tersembunyi for={ "saring-" (column.name) } { (column.words) }
                        select id={ "saring-" (column.name) } name=(column.name) {
                            option value="" { (column.words) ": semua" }
                            @for it in values { option value=(it) selected[it == chosen] { (widget::short(it, 48)) } }
                            @if !chosen.is_empty() && !values.iter().any(|it| it == chosen) { option value=(chosen) selected { (chosen) } }
                        }
                    }
                }
                label.tersembunyi for="saring-urut" { "Urut" }
                select.sempit-saja #saring-urut name="urut" {
                    option value="" { "Urut: seperti semula" }
                    @for it in shown() {
                        option value=(it.name) selected[order == it.name] { (it.words) " ↑" }
                        option value={ "-" (it.name) } selected[order.strip_prefix('-') == Some(&it.name)] { (it.words) " ↓" }
                    }
                }
                button { "Cari" }
                @if self.is_narrowed() {
                    span.lembut role="status" { (count(self.rows.len())) " dari " (count(self.n_all)) }
                    a href=(self.whole()) { "Tampilkan semua" }
                }
                a href=(self.file_address("xlsx")) { "Unduh XLSX" } a href=(self.file_address("csv")) { "Unduh CSV" }
            }
        }
    }

    /// The head of a column, which sorts by it.
    pub(crate) fn head(&self, name: &str) -> Markup {
        let found = self.columns.iter().find(|it| it.name == name);
        html! { @if let Some(it) = found { (self.head_of(it)) } }
    }

    fn head_of(&self, it: &Column<'a, T>) -> Markup {
        widget::sort_head(
            &self.here,
            &self.ask.query,
            (it.name.as_ref(), it.words.as_ref()),
            it.is_number,
        )
    }

    /// What stands where no row is shown.
    pub(crate) fn hollow(&self) -> Markup {
        match (&self.nothing, self.is_narrowed()) {
            (Some(nothing), false) => nothing.clone(),
            (None, false) => widget::empty("Daftar ini masih kosong.", None),
            (_, true) => {
                let whole = self.whole();
                let next = Some((whole.as_str(), "Tampilkan semua"));
                widget::empty("Tidak ada yang cocok dengan saringan ini.", next)
            }
        }
    }

    /// The whole: what narrows, the rows, and the way to other pages.
    pub(crate) fn render(&self) -> Markup {
        html! {
            @if self.n_all > 0 || self.more.is_some() { (self.controls()) }
            (self.table())
        }
    }

    /// The rows as a table, with the way to other pages.
    pub(crate) fn table(&self) -> Markup {
        let (rows, pages) = self.page();
        let is_shown =
            |(place, it): &(usize, &Column<'a, T>)| it.is_on_screen && self.group != Some(*place);
        let columns: Vec<_> =
            self.columns.iter().enumerate().filter(is_shown).map(|(_, it)| it).collect();
        let width = columns.len() + usize::from(self.tail.is_some());
        html! {
            @if rows.is_empty() { (self.hollow()) }
            @else {
                div.gulung.utuh tabindex="0" role="region" aria-label="Daftar" { table.lipat {
                    thead { tr {
                        @for it in &columns { (self.head_of(it)) }
                        @if let Some((words, _)) = &self.tail { th scope="col" { span.tersembunyi { (words) } } }
                    } }
                    @for (head, rows) in self.groups(rows) {
                        tbody {
                            @if let Some(head) = head { tr.kelompok { th scope="rowgroup" colspan=(width) { (head) } } }
                            @for row in rows { (self.row(&columns, row)) }
                        }
                    }
                } }
                (pages)
            }
        }
    }

    /// Neighbours that say the same of the column that groups, under what it says.
    fn groups<'r>(&self, rows: &'r [T]) -> Vec<(Option<Markup>, &'r [T])> {
        let Some(column) = self.group.map(|it| &self.columns[it]) else {
            return vec![(None, rows)];
        };
        let value = |it: &T| (column.cell)(it).shown();
        let groups = rows.chunk_by(|a, b| value(a) == value(b));
        groups.map(|rows| (rows.first().map(|it| column.render(it)), rows)).collect()
    }

    fn row(&self, columns: &[&Column<'a, T>], row: &T) -> Markup {
        html! {
            tr {
                @for (place, it) in columns.iter().enumerate() {
                    @let class = if it.is_number { "angka" } else { "" };
                    @if place == 0 { th.(class) scope="row" { (it.render(row)) } }
                    @else { td.(class) data-judul=(it.words) { (it.render(row)) } }
                }
                @if let Some((_, markup)) = &self.tail { td { (markup(row)) } }
            }
        }
    }
}

/// What rows are sorted by.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Number(Decimal),
    Text(String),
    Empty,
}

/// A value in an order; what is empty comes last in both.
#[derive(Debug, PartialEq, Eq)]
struct Key {
    of: Value,
    is_down: bool,
}

impl Ord for Key {
    fn cmp(&self, other: &Key) -> Ordering {
        let order = self.of.cmp(&other.of);
        let is_empty = self.of == Value::Empty || other.of == Value::Empty;
        if self.is_down && !is_empty { order.reverse() } else { order }
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Key) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn key_of(cell: &Cell) -> Value {
    match cell {
        Cell::Date(None) => Value::Empty,
        Cell::Date(Some(day)) => Value::Text(day.to_string()),
        Cell::Number(text) | Cell::Text(text) if text.is_empty() => Value::Empty,
        Cell::Number(text) => match text.parse() {
            Ok(number) => Value::Number(number),
            Err(_) => Value::Text(text.clone()),
        },
        Cell::Text(text) => Value::Text(text.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Key, key_of};

    fn sorted(cells: &[Cell], is_down: bool) -> Vec<String> {
        let mut cells = cells.to_vec();
        cells.sort_by_key(|it| Key { of: key_of(it), is_down });
        cells.iter().map(Cell::shown).collect()
    }

    #[test]
    fn numbers_sort_as_numbers_and_what_is_empty_comes_last_in_both_orders() {
        let cells = ["10", "", "9", "-1"].map(|it| Cell::Number(it.to_owned()));
        assert_eq!(sorted(&cells, false), ["−1", "9", "10", ""]);
        assert_eq!(sorted(&cells, true), ["10", "9", "−1", ""]);
    }

    #[test]
    fn texts_sort_without_regard_to_capitals() {
        let cells = ["beta", "Alfa", "gama"].map(|it| Cell::Text(it.to_owned()));
        assert_eq!(sorted(&cells, false), ["Alfa", "beta", "gama"]);
    }
}
