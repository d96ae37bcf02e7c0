//! A table as a calculator sees it: columns with roles, rows with kinds, and cells that know where they stand.

use super::column::{Column, Role};
use super::head::{Head, is_blank, is_column_numbers};
use super::row::{Row, RowKind};
use selaras_domain::Exact;

use crate::document::{Cell, Content, Document, Table};
use crate::number::{Entry, Mark, parse};
use crate::words::{shorten, squash, tidy};

/// A cell of the document: block, row, column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct CellId {
    pub(crate) block: usize,
    pub(crate) row: usize,
    pub(crate) column: usize,
}

/// A cell of a view.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    pub(crate) at: CellId,
    pub(crate) text: String,
    pub(crate) entry: Entry,
    /// A merge of another cell reaches over it: the same value, not a second one.
    pub(crate) is_covered: bool,
}

/// A recognised table.
#[derive(Clone, Debug)]
pub(crate) struct View {
    pub(crate) block: usize,
    /// "Tabel 3.10", or a description where it has no number.
    pub(crate) name: String,
    /// Caption, or the title inside the grid.
    pub(crate) title: String,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    pub(crate) slots: Vec<Vec<Slot>>,
    /// What the row of column numbers has in each column; empty where there is none.
    pub(crate) numbering: Vec<String>,
    /// Made from a table that runs down where others run across.
    pub(crate) is_turned: bool,
    /// Where the grid's own columns have a head, for naming places.
    pub(crate) headings: Vec<String>,
}

impl View {
    pub(crate) fn slot(&self, row: usize, column: usize) -> &Slot {
        &self.slots[row][column]
    }

    /// Whether any column has a name.
    pub(crate) fn has_head(&self) -> bool {
        let is_name = |it: &String| it.contains(char::is_alphabetic) || it.contains('%');
        self.columns.iter().any(|it| it.path.iter().any(is_name))
    }

    pub(crate) fn data_rows(&self) -> impl Iterator<Item = usize> {
        (0..self.rows.len()).filter(|it| self.rows[*it].kind == RowKind::Data)
    }

    pub(crate) fn columns_with(&self, role: Role) -> impl Iterator<Item = usize> {
        (0..self.columns.len()).filter(move |it| self.columns[*it].role == role)
    }

    /// Whether all words of the title or a head that name a unit say that figures are rounded to thousands or more.
    pub(crate) fn is_in_large_units(&self) -> bool {
        let all = squash(&format!(
            "{} {}",
            self.title,
            self.columns.iter().map(Column::heading).collect::<Vec<_>>().join(" ")
        ));
        [
            "dalamjuta",
            "jutarupiah",
            "rpjuta",
            "ribuan",
            "dalamribu",
            "riburupiah",
            "dalammiliar",
            "miliarrupiah",
            "jutaan",
            "miliaran",
            "milyar",
            "rp000",
        ]
        .iter()
        .any(|it| all.contains(it))
    }
}

/// Every table of a document, recognised.
pub(crate) fn views(document: &Document) -> Vec<View> {
    let mut found = Vec::new();
    let mut count = 0;
    for (block, it) in document.blocks.iter().enumerate() {
        if let Content::Table(table) = &it.content {
            count += 1;
            let view = view(block, count, table);
            found.extend(turned(&view));
            found.push(view);
        }
    }
    found
}

fn view(block: usize, ordinal: usize, table: &Table) -> View {
    let head = Head::of(table);
    let mut columns = head.columns(table);
    let numbering = head.numbering(table);
    let mut slots: Vec<Vec<Slot>> = Vec::new();
    for (index, row) in table.rows.iter().enumerate().skip(head.len) {
        slots.push(
            row.iter().enumerate().map(|(column, cell)| slot(block, index, column, cell)).collect(),
        );
    }
    prefer_marks(&mut slots, columns.len());
    mark_money(&mut columns, &slots);
    mark_counts(&mut columns, &slots);
    let label_column = label_column(&columns, &slots);
    let rows = table.rows[head.len..]
        .iter()
        .enumerate()
        .map(|(index, row)| {
            let is_skipped =
                is_blank(row) || is_column_numbers(row) || head.is_repeated(table, row);
            self::row(row, &slots[index], &columns, label_column, is_skipped)
        })
        .collect();
    let caption = table.caption.as_ref();
    let title = caption.map(|it| it.text.clone()).or(head.title).unwrap_or_default();
    let name = match caption.and_then(|it| it.number.clone()) {
        Some(number) => format!("Tabel {number}"),
        None if !title.is_empty() => format!("Tabel «{}»", shorten(&title, 60)),
        None => format!("Tabel ke-{ordinal} (tanpa judul)"),
    };
    let headings = columns.iter().map(Column::heading).collect();
    View { block, name, title, columns, rows, slots, numbering, is_turned: false, headings }
}

fn slot(block: usize, row: usize, column: usize, cell: &Cell) -> Slot {
    let mut entry = parse(&cell.text);
    if let (Entry::Number(number), Some(exact)) = (&mut entry, &cell.value) {
        let exact = exact.parse::<rust_decimal::Decimal>().ok().map(Exact::from);
        // A cell that shows 85,8% holds 0.858.
        number.exact =
            exact.map(|it| if number.is_percent { &it * &Exact::integer(100) } else { it });
    }
    Slot {
        at: CellId { block, row, column },
        text: tidy(&cell.text),
        entry,
        is_covered: cell.merged_into.is_some(),
    }
}

/// Decides for each column what a single mark before three digits means, by the numbers that leave no doubt.
fn prefer_marks(slots: &mut [Vec<Slot>], width: usize) {
    let mut whole_table = 0_i32;
    let vote = |slot: &Slot| match &slot.entry {
        Entry::Number(it)
            if !it.is_ambiguous()
                && it.first().places > 0
                && it.first().value < Exact::integer(10_000) =>
        {
            match slot.text.rsplit_once([',', '.']) {
                Some((head, _)) if head.ends_with(|it: char| it.is_ascii_digit()) => {
                    if slot.text[head.len()..].starts_with(',') { 1 } else { -1 }
                }
                _ => 0,
            }
        }
        _ => 0,
    };
    for row in slots.iter() {
        whole_table += row.iter().map(vote).sum::<i32>();
    }
    for column in 0..width {
        let mut is_grouped = false;
        let mut has_decimals = false;
        for row in slots.iter() {
            if let Some(it) =
                row.get(column).and_then(|it| it.entry.number()).filter(|it| !it.is_ambiguous())
            {
                has_decimals |= it.first().places > 0 || it.is_percent;
                is_grouped |= it.first().places == 0 && it.first().value >= Exact::integer(10_000);
            }
        }
        for row in slots.iter_mut() {
            let Some(slot) = row.get_mut(column) else { continue };
            let is_point = slot.text.contains('.');
            let Entry::Number(number) = &mut slot.entry else { continue };
            let is_whole = match (number.is_percent, has_decimals, is_grouped) {
                (true, _, _) | (_, true, false) => false,
                (_, false, true) => true,
                _ => is_point == (whole_table >= 0),
            };
            number.prefer(if is_whole { Mark::Thousands } else { Mark::Decimals });
        }
    }
}

/// A column of amounts is money even where its head does not say so.
fn mark_money(columns: &mut [Column], slots: &[Vec<Slot>]) {
    for (index, column) in columns.iter_mut().enumerate() {
        let numbers: Vec<_> = slots.iter().filter_map(|it| it.get(index)?.entry.number()).collect();
        let large = numbers
            .iter()
            .filter(|it| it.is_rupiah || it.first().value >= Exact::integer(1_000_000))
            .count();
        if large > 0 && large * 2 >= numbers.len() {
            column.money = super::Money::Yes;
        } else if column.money == super::Money::Unknown
            && !numbers.is_empty()
            && large == 0
            && column.role != Role::Ratio
        {
            column.money = super::Money::No;
        }
    }
    // "Anggaran" beside "Realisasi" in millions: what is set against nothing but money is money.
    let targets = || columns.iter().filter(|it| it.role == Role::Target);
    let is_of_money =
        targets().next().is_some() && targets().all(|it| it.money == super::Money::Yes);
    if is_of_money {
        for (index, column) in columns.iter_mut().enumerate() {
            let says_otherwise = Column::new(column.path.clone()).money != super::Money::Unknown
                || column.is_percent
                || squash(&column.heading()).contains("kinerja");
            let holds_percent = slots
                .iter()
                .filter_map(|it| it.get(index)?.entry.number())
                .any(|it| it.is_percent || it.first().places > 1);
            if column.role == Role::Realisasi && !says_otherwise && !holds_percent {
                column.money = super::Money::Yes;
            }
        }
    }
}

/// A column of numbers names nothing, whatever the words above it: "Jenis Kelamin" over "L" and "P", "Tidak Dapat
/// Ditindaklanjuti", "Unit".
fn mark_counts(columns: &mut [Column], slots: &[Vec<Slot>]) {
    for (index, column) in columns.iter_mut().enumerate() {
        if !matches!(column.role, Role::Label | Role::Note | Role::Unit | Role::Predikat) {
            continue;
        }
        let filled =
            || slots.iter().filter_map(|it| it.get(index)).filter(|it| !it.entry.is_blank());
        let numbers = filled().filter(|it| it.entry.number().is_some()).count();
        if numbers >= 2 && numbers * 4 >= filled().count() * 3 {
            column.role = Role::Other;
        }
    }
}

/// The column that says what a row is about: the indicator where there is one, else the last label.
fn label_column(columns: &[Column], slots: &[Vec<Slot>]) -> Option<usize> {
    let is_text = |index: usize| {
        let texts = slots.iter().filter(|it| matches!(it[index].entry, Entry::Text)).count();
        texts * 2 >= slots.len().max(1)
    };
    let labels: Vec<usize> =
        (0..columns.len()).filter(|it| columns[*it].role == Role::Label && is_text(*it)).collect();
    let indicator = labels
        .iter()
        .copied()
        .rev()
        .find(|it| squash(&columns[*it].heading()).contains("indikator"));
    indicator.or(labels.last().copied()).or_else(|| (0..columns.len()).find(|it| is_text(*it)))
}

/// "3", "2.a", "1.02.01.2.01"; "Rata-rata SP1" over the whole width is none.
fn is_number_of_row(text: &str) -> bool {
    let is_short = text.len() <= 3 && !text.is_empty();
    let has_words = text.len() > 8 && text.chars().any(char::is_alphabetic);
    is_short || (text.contains(|it: char| it.is_ascii_digit()) && !has_words)
}

fn row(
    cells: &[Cell],
    slots: &[Slot],
    columns: &[Column],
    label_column: Option<usize>,
    is_skipped: bool,
) -> Row {
    let text_at = |index: usize| slots[index].text.clone();
    let first_text = slots
        .iter()
        .find(|it| matches!(it.entry, Entry::Text) && it.text.chars().any(char::is_alphabetic));
    let own = label_column.map(text_at).filter(|it| it.chars().any(char::is_alphabetic));
    let leading = first_text.map(|it| it.text.clone()).unwrap_or_default();
    let is_numbered = columns
        .iter()
        .zip(slots)
        .any(|(column, slot)| column.role == Role::Number && is_number_of_row(&slot.text));
    let kind = match is_skipped {
        true => RowKind::Skip,
        false => match RowKind::of(&leading, is_numbered) {
            RowKind::Data => RowKind::of(own.as_deref().unwrap_or(&leading), is_numbered),
            kind => kind,
        },
    };
    let label = match kind {
        RowKind::Data => own.unwrap_or(leading),
        _ => leading,
    };
    let label_cell = cells.iter().find(|it| it.text.chars().any(char::is_alphabetic));
    let cell =
        label_column.and_then(|it| cells.get(it)).filter(|it| !it.text.is_empty()).or(label_cell);
    Row {
        label,
        kind,
        indent: cell.map_or(0, |it| it.indent),
        is_bold: cell.is_some_and(|it| it.bold),
        year: None,
    }
}

/// Tables whose rows are "Target", "Realisasi", "Capaian", for one subject or for many below each other.
fn turned(base: &View) -> Option<View> {
    let has_roles = |role| base.columns.iter().any(|it| it.role == role);
    if has_roles(Role::Target) && (has_roles(Role::Realisasi) || has_roles(Role::Capaian)) {
        return None;
    }
    let word = |text: &str| {
        let column = Column::new(vec![text.to_owned()]);
        let is_short = text.split_whitespace().count() <= 5;
        (is_short
            && matches!(
                column.role,
                Role::Target
                    | Role::Realisasi
                    | Role::Capaian
                    | Role::Ratio
                    | Role::Difference
                    | Role::Predikat
            ))
        .then_some(column)
    };
    let count = |column: usize, role: Role| {
        base.slots
            .iter()
            .filter(|it| {
                it.get(column).and_then(|it| word(&it.text)).is_some_and(|it| it.role == role)
            })
            .count()
    };
    let width = base.columns.len();
    let axis = (0..width.min(6))
        .find(|it| count(*it, Role::Target) > 0 && count(*it, Role::Realisasi) > 0)?;
    let mut groups: Vec<Vec<(usize, Column)>> = Vec::new();
    for (index, row) in base.slots.iter().enumerate() {
        let Some(column) = word(&row[axis].text) else { continue };
        let is_new = groups.last().is_none_or(|group| {
            let is_double = group.iter().any(|it| it.1.path == column.path);
            // Years go on; where one goes back, another subject begins.
            let is_back = group.last().is_some_and(|it| column.year < it.1.year);
            is_double || is_back && column.year.is_some()
        });
        if is_new {
            groups.push(Vec::new());
        }
        groups.last_mut()?.push((index, column));
    }
    let mut columns: Vec<Column> = Vec::new();
    for (_, column) in groups.iter().flatten() {
        if !columns.iter().any(|it| it.path == column.path) {
            columns.push(column.clone());
        }
    }
    let mut rows = Vec::new();
    let mut slots = Vec::new();
    for group in &groups {
        let first = group.first()?.0;
        let label = base.slots[first][..axis]
            .iter()
            .rev()
            .find(|it| it.text.chars().any(char::is_alphabetic));
        for across in axis + 1..width {
            let head = &base.columns[across];
            let line: Vec<Slot> = columns
                .iter()
                .map(|column| match group.iter().find(|it| it.1.path == column.path) {
                    Some((row, _)) => base.slots[*row][across].clone(),
                    None => Slot {
                        at: CellId { block: base.block, row: first, column: axis },
                        text: String::new(),
                        entry: Entry::Blank,
                        is_covered: true,
                    },
                })
                .collect();
            if line.iter().filter(|it| it.entry.number().is_some()).count() < 2 {
                continue;
            }
            rows.push(Row {
                label: label.map(|it| it.text.clone()).unwrap_or_default(),
                kind: RowKind::Data,
                indent: 0,
                is_bold: false,
                year: head.year,
            });
            slots.push(line);
        }
    }
    mark_money(&mut columns, &slots);
    (!rows.is_empty()).then(|| View { columns, rows, slots, is_turned: true, ..base.clone() })
}
