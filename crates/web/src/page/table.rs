//! The facts behind every page, table by table: found, sorted, changed row by row with history, and
//! taken away as CSV, XLSX, or the whole as a package.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_domain::angka::{self, Style};
use selaras_domain::tanggal;
use selaras_package::rows::{canonical, is_section, tables};
pub(crate) use selaras_package::words::title;
use selaras_package::words::{plain, word};
use selaras_package::{Column, Kind, PackageError, Presence, Table, WriteError};
use selaras_store::{
    AuditFilter, NewRow, PROVEN_ROWS, RowChange, RowKept, StoreError, fact_tables,
};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, way_back, with_query};
use crate::export::Cell;
use crate::findings;
use crate::frame::{Head, Phase, page};
use crate::list::{Column as Listed, Listing};
use crate::mistakes;
use crate::page::bukti::{self, Subject};
use crate::page::pengukuran::moment;
use crate::page::register;
use crate::page::{komentar, nomenklatur, removed};
use crate::permission::Permission;
use crate::widget::{self, count, form_token};

/// The table of the address.
pub(crate) fn table(ask: &Ask<'_>) -> Result<&'static Table, Fault> {
    let name = ask.params.get("tabel");
    let found = fact_tables().find(|it| it.name == name);
    found.ok_or_else(|| Fault::NotFound(format!("Tidak ada tabel bernama «{name}».")))
}

/// Letters of a cell, and of a name below an id, in a list; the page of the row has them all.
const LONGEST_CELL: usize = 100;
const LONGEST_NAME: usize = 60;
/// From so many letters a cell wants a wide column.
const WIDE_CELL: usize = 40;

/// Tables that have a page and a permission of their own for each change.
const GUARDED: &[&str] = &["pengecualian_temuan"];

/// Tables in which whoever measures records what happened, case by case and action by action.
const RECORDED: &[&str] = &[
    "catatan_register",
    "kasus_layanan",
    "pemangku_jabatan",
    "kasus_disiplin",
    "peserta_diklat",
    "monev_aksi",
];

/// What allows to change the rows of a table.
pub(crate) fn permission_of(table: &Table) -> Permission {
    match RECORDED.contains(&table.name) {
        true => Permission::Measure,
        false => Permission::EditFacts,
    }
}

/// The table that the address names, to change it.
pub(crate) fn table_to_edit(ask: &Ask<'_>) -> Result<&'static Table, Fault> {
    let table = table(ask)?;
    if !may_edit_here(table) {
        return Err(Fault::Forbidden(
            "Temuan dikesampingkan pada halaman Pemeriksaan, oleh yang berwenang.".to_owned(),
        ));
    }
    match ask.may(permission_of(table), ask.params.given("perangkat")) {
        true => Ok(table),
        false => Err(Fault::Forbidden("Anda tidak berwenang mengubah tabel ini.".to_owned())),
    }
}

fn may_edit_here(table: &Table) -> bool {
    !GUARDED.contains(&table.name)
}

/// Whether whoever asks may change the rows of a table on its pages.
pub(crate) fn is_editable(ask: &Ask<'_>, context: &Context, table: &Table) -> bool {
    may_edit_here(table) && ask.may(permission_of(table), Some(context.perangkat()))
}

/// The column that a sheet names as the package does, or as people read it.
pub(crate) fn column_called<'t>(table: &'t Table, name: &str) -> Option<&'t Column> {
    let is_it = |it: &&Column| it.name == name || title(it.name).eq_ignore_ascii_case(name);
    table.columns.iter().find(is_it)
}

/// A kept cell as people read it.
pub(crate) fn shown(column: &Column, cell: &str) -> String {
    match column.kind {
        Kind::Decimal => {
            cell.parse::<rust_decimal::Decimal>().map_or_else(|_| cell.to_owned(), angka::format)
        }
        Kind::Rupiah => cell.parse::<i64>().map_or_else(|_| cell.to_owned(), angka::format),
        Kind::Date => cell.parse().map_or_else(|_| cell.to_owned(), tanggal::format),
        Kind::Word(_) => word(column.name, cell),
        _ => cell.to_owned(),
    }
}

pub(crate) fn is_number(column: &Column) -> bool {
    matches!(column.kind, Kind::Integer | Kind::Decimal | Kind::Rupiah | Kind::Year)
}

/// The tables, grouped by what they are for.
const GROUPS: &[(&str, &[&str])] = &[
    (
        "Perangkat daerah",
        &[
            "perangkat_daerah",
            "kebijakan",
            "dokumen",
            "dasar_hukum",
            "fungsi",
            "unit_kerja",
            "pejabat",
            "isu_strategis",
            "proses_bisnis",
        ],
    ),
    (
        "Rencana",
        &[
            "visi",
            "misi",
            "tujuan",
            "sasaran",
            "strategi",
            "arah_kebijakan",
            "indikator",
            "variabel",
            "target",
            "program_kegiatan",
            "pagu",
            "sumber_dana",
            "pemetaan_anggaran",
            "crosscutting",
        ],
    ),
    ("Cara mengukur", &["kebijakan_indikator", "skala", "pita"]),
    (
        "Perjanjian dan aksi",
        &[
            "perjanjian_kinerja",
            "supervisi_perjanjian",
            "keputusan_perjanjian",
            "rencana_aksi",
            "monev_aksi",
        ],
    ),
    ("Pengukuran", &["nilai_variabel", "realisasi", "komponen", "realisasi_anggaran", "belanja"]),
    ("Register", register::TABLES),
    (
        "Analisis dan laporan",
        &[
            "faktor",
            "tindak_lanjut",
            "pembanding",
            "penghargaan",
            "diktum",
            "pengecualian_temuan",
            "bagian",
        ],
    ),
    ("Evaluasi", &["evaluasi", "komponen_evaluasi", "rekomendasi", "tindak_lanjut_rekomendasi"]),
];

/// A table on the list of tables.
struct Entry {
    group: &'static str,
    table: &'static Table,
    n: i64,
}

pub(crate) fn index(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let counts: BTreeMap<String, i64> =
        ask.store().row_counts(&context.berkas)?.into_iter().collect();
    let total: i64 = counts.values().sum();
    let mut rows = Vec::new();
    for (group, names) in GROUPS {
        for name in *names {
            let found = fact_tables().find(|it| it.name == *name);
            let n = counts.get(*name).copied().unwrap_or(0);
            rows.extend(found.map(|table| Entry { group, table, n }));
        }
    }
    let columns = vec![
        Listed::text("kelompok", "Kelompok", |it: &Entry| it.group).choice(),
        Listed::made("tabel", "Tabel", |it: &Entry| title(it.table.name)).shown(|it| {
            let page = format!("tabel/{}", it.table.name);
            html! { a href=(context.link(&page)) { (title(it.table.name)) } }
        }),
        Listed::number("baris", "Baris", |it: &Entry| Some(it.n)),
        Listed::made("isi", "Isi", |it: &Entry| plain(it.table.about)),
    ];
    let name = format!("tabel-{}-{}", context.perangkat(), context.tahun());
    let listing = Listing::of(ask, (context.plain("tabel"), name), columns, rows)
        .grouped("kelompok")
        .rows_of_page(100);
    if let Some(file) = listing.file()? {
        return Ok(file);
    }
    let body = html! {
        p.alat { a href=(context.link("paket.zip")) { "Unduh semuanya sebagai paket (.zip)" } }
        (listing.render())
    };
    let head = Head::new("Data", Phase::Facts).state(format!(
        "{} fakta dalam {} tabel. Semua halaman dan dokumen dibuat darinya.",
        count(total),
        count(counts.len())
    ));
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

pub(crate) fn package(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas(&context.berkas)?;
    let bytes = selaras_package::to_zip(&berkas).map_err(|it| match it {
        // Rows that contradict each other are for whoever enters them to mend, not for us.
        WriteError::Invalid(errors) => Fault::Store(StoreError::Invalid(errors)),
        it => Fault::Broken(it.to_string()),
    })?;
    let name = format!("{}-{}.zip", context.perangkat(), context.tahun());
    Ok(Reply::file("application/zip", &name, bytes))
}

/// The rows of a table. A file has all its columns: it is also the template that is filled in and sent
/// back. A workbook is for people and has heads that they read; CSV is the table of the package.
fn rows<'a>(
    ask: &'a Ask<'a>,
    context: &'a Context,
    table: &'static Table,
) -> Result<Listing<'a, RowKept>, Fault> {
    let rows = ask.store().rows(&context.berkas, table.name)?;
    let is_csv = ask.query.get("unduh") == "csv";
    let column = |(index, it): (usize, &'static Column)| {
        let said = move |row: &RowKept| row.cells[index].clone();
        let cell = move |row: &RowKept| match it.kind {
            Kind::Date => Cell::Date(said(row).parse().ok()),
            _ if is_number(it) => Cell::Number(said(row)),
            _ => Cell::Text(said(row)),
        };
        let listed = Listed::cell(it.name, title(it.name), is_amount(it), cell)
            .shown(move |row| html! { (shown(it, &row.cells[index])) });
        if is_csv { listed.named_in_file(it.name) } else { listed }
    };
    let columns = table.columns.iter().enumerate().map(column).collect();
    let file = format!("{}-{}-{}", table.name, context.perangkat(), context.tahun());
    let here = context.plain(&format!("tabel/{}", table.name));
    let add = format!("{here}/baru");
    let next = is_editable(ask, context, table).then_some((add.as_str(), "Tambah baris"));
    Ok(Listing::of(ask, (here, file), columns, rows).nothing("Tabel ini masih kosong.", next))
}

/// Whether a column holds numbers that are compared digit by digit; a year is a name.
fn is_amount(column: &Column) -> bool {
    is_number(column) && column.kind != Kind::Year
}

pub(crate) fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table(ask)?;
    let listing = rows(ask, &context, table)?;
    match listing.file()? {
        Some(file) => Ok(file),
        None => Ok(Reply::page(list_page(ask, &context, table, &listing)?)),
    }
}

fn list_page(
    ask: &Ask<'_>,
    context: &Context,
    table: &Table,
    listing: &Listing<'_, RowKept>,
) -> Result<Markup, Fault> {
    let here = context.plain(&format!("tabel/{}", table.name));
    let may_edit = is_editable(ask, context, table);
    let is_section = is_section(table);
    let rows = listing.rows();
    // Columns in which no row says anything would only make the table wide.
    let says = |index: usize| rows.iter().any(|row| !row.cells[index].is_empty());
    let columns: Vec<(usize, &Column)> =
        table.columns.iter().enumerate().filter(|(index, _)| says(*index)).collect();
    let (shown_rows, pages) = listing.page();
    let mut names = BTreeMap::new();
    for (_, column) in &columns {
        // What has a key of several parts has no name by the last of them alone.
        let target = tables().iter().find(|it| Some(it.name) == column.target && it.key.len() == 1);
        if let Some(target) = target {
            let all = choices(ask, context, target.name)?;
            names.insert(column.name, all.into_iter().collect::<BTreeMap<_, _>>());
        }
    }
    let cell = |column: &Column, cell: &str| {
        let name = names.get(column.name).and_then(|it| it.get(cell));
        html! {
            (widget::short(&shown(column, cell), LONGEST_CELL))
            @if let Some(name) = name.filter(|it| !it.is_empty()) { br; small.nama.lembut title=(name) { (widget::short(name, LONGEST_NAME)) } }
        }
    };
    let class = |column: &Column, cell: &str| match cell.len() {
        _ if is_number(column) && column.kind != Kind::Year => "angka",
        0..WIDE_CELL => "",
        _ => "panjang",
    };
    let body = html! {
        (removed::notice(ask, context, table)?)
        p { (plain(table.about)) }
        @if !listing.is_empty() { (listing.controls()) }
        @if shown_rows.is_empty() { (listing.hollow()) }
        @else {
            div.gulung {
                table.kisi.lipat {
                    thead { tr {
                        th scope="col" { span.tersembunyi { "Buka" } }
                        @for (_, column) in &columns { (listing.head(column.name)) }
                    } }
                    tbody {
                        @for row in shown_rows {
                            tr {
                                td { a href=(format!("{here}/{}", row.baris_ke)) { (if may_edit { "Ubah" } else { "Buka" }) } }
                                @for (index, column) in &columns {
                                    td class=(class(column, &row.cells[*index])) data-judul=(title(column.name)) { (cell(column, &row.cells[*index])) }
                                }
                            }
                        }
                    }
                }
            }
            (pages)
        }
        @if !is_section { p.bawah { a href=(removed::address(context, table)) { "Baris yang dihapus" } } }
    };
    let mut head =
        Head::new(title(table.name), Phase::Facts).state(format!("{} baris.", count(rows.len())));
    if may_edit && !is_section {
        head = head.action(html! {
            a.tombol href=(format!("{here}/unggah")) { "Isi dari XLSX" } " "
            a.tombol.utama href=(format!("{here}/baru")) { "Tambah baris" }
        });
    }
    Ok(page(ask, Some(context), &head, body))
}

/// A form of a row: what stands in its fields, and what is wrong with them.
struct Form<'a> {
    table: &'static Table,
    /// As they are typed or shown.
    values: BTreeMap<&'static str, String>,
    /// As they were when the form was opened: what differs from it is the person's own change.
    bases: BTreeMap<&'static str, String>,
    errors: Vec<(String, String)>,
    /// Absent for a new row.
    row: Option<&'a RowKept>,
}

impl<'a> Form<'a> {
    /// A row as it is kept.
    fn of(table: &'static Table, row: &'a RowKept) -> Form<'a> {
        let values = values_of(table, row);
        Form { table, bases: values.clone(), values, errors: Vec::new(), row: Some(row) }
    }

    fn render(&self, ask: &Ask<'_>, context: &Context, may_edit: bool) -> Result<Markup, Fault> {
        let here = context.plain(&format!("tabel/{}", self.table.name));
        let action = match self.row {
            Some(row) => format!("{here}/{}", row.baris_ke),
            None => format!("{here}/baru"),
        };
        let mut fields = Vec::new();
        for column in &self.table.columns {
            fields.push(self.field(ask, context, column, may_edit)?);
        }
        Ok(html! {
            (widget::errors(&self.named_errors()))
            form.isian-baris method="post" action=(action) data-jaga=(if self.errors.is_empty() { "" } else { "belum" }) {
                (form_token(ask))
                @if let Some(row) = self.row { input type="hidden" name="versi" value=(row.versi); }
                @if let Some(to) = way_back(ask) { input type="hidden" name="ke" value=(to); }
                @for it in &fields { (it) }
                @if may_edit {
                    div.kaki-isian {
                        @if self.row.is_some() {
                            label for="alasan" { "Alasan perubahan (bila perlu)" }
                            input #alasan name="alasan" value=(ask.form.get("alasan"));
                        }
                        button.utama { (if self.row.is_some() { "Simpan perubahan baris" } else { "Tambahkan baris" }) }
                        " " a href=(way_back(ask).unwrap_or(&here)) { "Batal" }
                    }
                }
            }
        })
    }

    /// The errors for the top of the form, each with its field.
    fn named_errors(&self) -> Vec<(String, String)> {
        let named = |(field, why): &(String, String)| {
            let words =
                if field.is_empty() { why.clone() } else { format!("{}: {why}", title(field)) };
            (field.clone(), words)
        };
        self.errors.iter().map(named).collect()
    }

    fn field(
        &self,
        ask: &Ask<'_>,
        context: &Context,
        column: &Column,
        may_edit: bool,
    ) -> Result<Markup, Fault> {
        let name = column.name;
        let value = self.values.get(name).map_or("", String::as_str);
        let fault = self.errors.iter().find(|(it, _)| it == name).map(|(_, why)| why.as_str());
        let id = format!("f-{name}");
        let field = format!("k:{name}");
        let base = self.bases.get(name).map_or("", String::as_str);
        let is_required = column.presence == Presence::Required;
        let is_long = matches!(column.kind, Kind::Text)
            && (value.len() > 80
                || [
                    "uraian",
                    "definisi",
                    "rumus_tertulis",
                    "tugas",
                    "kelemahan",
                    "aksi",
                    "catatan",
                    "keterangan",
                    "nama",
                    "judul",
                ]
                .contains(&name));
        let choices = match column.target.filter(|it| *it != "narasi") {
            Some(target) => choices(ask, context, target)?,
            // A kode is looked up in the catalogue, which is no table of the office.
            None if may_edit && (self.table.name, name) == ("program_kegiatan", "kode") => {
                nomenklatur::choices(ask, context)?
            }
            None => Vec::new(),
        };
        let described = format!("t-{name}");
        Ok(html! {
            div.bidang {
                @if self.row.is_some() { input type="hidden" name=(format!("d:{name}")) value=(base); }
                label for=(id) { (title(name)) @if is_required { span.wajib title="wajib diisi" { " *" } } }
                @match &column.kind {
                    Kind::Word(words) => {
                        select id=(id) name=(field) disabled[!may_edit] aria-describedby=(described) aria-invalid=[fault.map(|_| "true")] {
                            @if !is_required || value.is_empty() { option value="" { "–" } }
                            @for it in words { option value=(it) selected[*it == value] { (word(name, it)) } }
                        }
                    }
                    Kind::Date => input id=(id) type="date" name=(field) value=(value) readonly[!may_edit] aria-describedby=(described) aria-invalid=[fault.map(|_| "true")];,
                    _ if is_long => textarea id=(id) name=(field) rows=(value.len() / 70 + 1) readonly[!may_edit] aria-describedby=(described) aria-invalid=[fault.map(|_| "true")] { (value) },
                    _ => input id=(id) name=(field) value=(value) readonly[!may_edit] autocomplete="off" aria-describedby=(described) aria-invalid=[fault.map(|_| "true")]
                        list=[(!choices.is_empty()).then(|| format!("l-{name}"))]
                        inputmode=[is_number(column).then_some("decimal")];,
                }
                @if !choices.is_empty() {
                    datalist id=(format!("l-{name}")) { @for (id, words) in &choices { option value=(id) { (words) } } }
                }
                p.bantuan id=(described) { @if let Some(why) = fault { span.galat-bidang { (why) } " " }
                    @if let Some((_, name)) = choices.iter().find(|(id, name)| id == value && !name.is_empty()) { strong { (widget::short(name, LONGEST_CELL)) } ". " }
                    (plain(column.about))
                }
            }
        })
    }
}

/// The rows that a column may name: their ids, with what people call them.
pub(crate) fn choices(
    ask: &Ask<'_>,
    context: &Context,
    target: &str,
) -> Result<Vec<(String, String)>, Fault> {
    let Some(table) = tables().iter().find(|it| it.name == target) else { return Ok(Vec::new()) };
    let id = table.key.last().and_then(|it| table.column_index(it));
    let label = ["nama", "uraian", "judul"].iter().find_map(|it| table.column_index(it));
    let rows = ask.store().rows(&context.berkas, target)?;
    let it = |row: RowKept| {
        let words = label.map_or_else(String::new, |index| row.cells[index].clone());
        Some((row.cells.get(id?)?.clone(), words))
    };
    Ok(rows.into_iter().filter_map(it).collect())
}

/// A kept cell as its field shows it: what [`read`] reads back.
fn as_typed(column: &Column, cell: &str) -> String {
    match column.kind {
        Kind::Decimal | Kind::Rupiah => shown(column, cell).replace('−', "-"),
        _ => cell.to_owned(),
    }
}

/// What was typed, as the package writes it.
pub(crate) fn read(column: &Column, typed: &str) -> Result<String, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(String::new());
    }
    match column.kind {
        Kind::Decimal => {
            let number = angka::parse(typed.trim_end_matches('%').trim_end(), Style::Decimals);
            number.map(|it| it.to_string()).map_err(|it| it.to_string())
        }
        Kind::Rupiah => {
            let number = angka::parse_rupiah(typed, Style::Thousands);
            number.map(|it| it.to_string()).map_err(|it| it.to_string())
        }
        // What a column shows it takes back.
        Kind::Word(ref codes) => {
            let is_meant = |code: &&&str| word(column.name, code).eq_ignore_ascii_case(typed);
            Ok(codes.iter().find(is_meant).map_or(typed, |code| *code).to_owned())
        }
        // A browser without a calendar of its own sends what was typed.
        Kind::Date => {
            Ok(tanggal::parse(typed).map_or_else(|_| typed.to_owned(), |it| it.to_string()))
        }
        _ => Ok(typed.to_owned()),
    }
}

/// The fields of the form that was sent, as typed; and, where each can be read, as cells.
type Sent = (BTreeMap<&'static str, String>, Result<Vec<(String, String)>, Vec<(String, String)>>);

fn sent(ask: &Ask<'_>, table: &'static Table) -> Sent {
    let mut values = BTreeMap::new();
    let (mut cells, mut errors) = (Vec::new(), Vec::new());
    for column in &table.columns {
        let field = format!("k:{}", column.name);
        let Some(typed) = ask.form.raw(&field) else { continue };
        values.insert(column.name, typed.to_owned());
        match read(column, typed) {
            Ok(cell) => cells.push((column.name.to_owned(), cell)),
            Err(why) => errors.push((column.name.to_owned(), why)),
        }
    }
    if !errors.is_empty() {
        // What can be read is checked too, so that everything is said at once.
        let mut whole = vec![String::new(); table.columns.len()];
        for (name, cell) in &cells {
            if let Some(index) = table.column_index(name) {
                whole[index].clone_from(cell);
            }
        }
        let others = canonical(table, &whole).err().unwrap_or_default();
        for (name, why) in in_words(&others) {
            if values.contains_key(name.as_str()) && !errors.iter().any(|(it, _)| *it == name) {
                errors.push((name, why));
            }
        }
        let place = |name: &str| table.column_index(name).unwrap_or(usize::MAX);
        errors.sort_by_key(|(name, _)| place(name));
    }
    (values, if errors.is_empty() { Ok(cells) } else { Err(errors) })
}

/// What is wrong with cells, by column.
fn in_words(errors: &[PackageError]) -> Vec<(String, String)> {
    errors.iter().map(|it| (mistakes::field(it).to_owned(), mistakes::why(it))).collect()
}

/// What the store found wrong, by field where it says so: with the cells that were sent, and the row
/// that they change where there is one.
pub(crate) fn refused(
    ask: &Ask<'_>,
    context: &Context,
    table: &'static Table,
    (cells, row): (&[(String, String)], Option<&RowKept>),
    error: StoreError,
) -> Result<Vec<(String, String)>, Fault> {
    let mut errors = match &error {
        StoreError::Invalid(errors) => in_words(errors),
        // The schema says that something leads nowhere or stands twice; the tables say what.
        StoreError::Constraint(_) => twice(ask, context, table, cells, row)?.into_iter().collect(),
        StoreError::Locked { .. } => return Ok(vec![(String::new(), error.to_string())]),
        _ => return Err(error.into()),
    };
    let sent = cells.iter().map(|(name, cell)| (name.as_str(), cell.as_str()));
    add_dangling(ask, context, table, sent, &mut errors)?;
    if errors.is_empty() {
        errors.push((String::new(), mistakes::of_store(&error)));
    }
    Ok(errors)
}

/// Adds the cells that name a row which is nowhere, and puts all errors in the order of the columns.
fn add_dangling<'c>(
    ask: &Ask<'_>,
    context: &Context,
    table: &Table,
    cells: impl Iterator<Item = (&'c str, &'c str)>,
    errors: &mut Vec<(String, String)>,
) -> Result<(), Fault> {
    for (name, cell) in cells.filter(|(_, cell)| !cell.is_empty()) {
        let column = table.column_index(name).map(|index| &table.columns[index]);
        let Some(target) = column.and_then(|it| it.target) else { continue };
        let is_known = errors.iter().any(|(it, _)| it == name);
        if is_known || !tables().iter().any(|it| it.name == target) {
            continue;
        }
        if !choices(ask, context, target)?.iter().any(|(id, _)| id == cell) {
            let why = format!(
                "«{cell}» tidak ada pada tabel {}; pilih salah satu dari daftarnya.",
                title(target)
            );
            errors.push((name.to_owned(), why));
        }
    }
    errors.sort_by_key(|(name, _)| table.column_index(name).unwrap_or(usize::MAX));
    Ok(())
}

/// What was typed and cannot be read, with what names a row that is nowhere.
fn unread(
    ask: &Ask<'_>,
    context: &Context,
    table: &Table,
    values: &BTreeMap<&'static str, String>,
    mut errors: Vec<(String, String)>,
) -> Result<Vec<(String, String)>, Fault> {
    let typed = values.iter().map(|(name, value)| (*name, value.trim()));
    add_dangling(ask, context, table, typed, &mut errors)?;
    Ok(errors)
}

/// The last column of the key with why, where another row has the key already.
fn twice(
    ask: &Ask<'_>,
    context: &Context,
    table: &'static Table,
    cells: &[(String, String)],
    row: Option<&RowKept>,
) -> Result<Option<(String, String)>, Fault> {
    let mut whole =
        row.map_or_else(|| vec![String::new(); table.columns.len()], |it| it.cells.clone());
    for (name, cell) in cells {
        if let Some(index) = table.column_index(name) {
            whole[index].clone_from(cell);
        }
    }
    let whole = canonical(table, &whole).unwrap_or(whole);
    let key: Vec<usize> = table.key.iter().filter_map(|it| table.column_index(it)).collect();
    let own = row.map(|it| it.baris_ke);
    let has_key = |it: &RowKept| {
        Some(it.baris_ke) != own && key.iter().all(|index| it.cells[*index] == whole[*index])
    };
    let (Some(last), true) =
        (table.key.last(), ask.store().rows(&context.berkas, table.name)?.iter().any(has_key))
    else {
        return Ok(None);
    };
    let part = |it: &usize| format!("{} «{}»", title(table.columns[*it].name), whole[*it]);
    let parts: Vec<String> = key.iter().map(part).collect();
    let why = format!(
        "sudah ada baris lain dengan {}; ubah salah satunya, atau ubah baris yang sudah ada itu.",
        parts.join(", ")
    );
    Ok(Some(((*last).to_owned(), why)))
}

/// The row of the address.
pub(crate) fn found_row(ask: &Ask<'_>, context: &Context, table: &Table) -> Result<RowKept, Fault> {
    let number = ask.params.get("baris");
    let rows = ask.store().rows(&context.berkas, table.name)?;
    let found = rows.into_iter().find(|it| it.baris_ke.to_string() == number);
    found.ok_or_else(|| {
        Fault::NotFound(format!("Baris {number} tidak ada lagi pada tabel {}.", title(table.name)))
    })
}

pub(crate) fn form(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table(ask)?;
    let row = found_row(ask, &context, table)?;
    let form = Form::of(table, &row);
    Ok(Reply::page(row_page(ask, &context, &form)?))
}

fn values_of(table: &'static Table, row: &RowKept) -> BTreeMap<&'static str, String> {
    let cells = table.columns.iter().zip(&row.cells);
    cells.map(|(column, cell)| (column.name, as_typed(column, cell))).collect()
}

fn row_page(ask: &Ask<'_>, context: &Context, form: &Form<'_>) -> Result<Markup, Fault> {
    let table = form.table;
    let may_edit = is_editable(ask, context, table);
    let is_section = is_section(table);
    let history = match form.row {
        Some(row) => history(ask, context, table, row)?,
        None => html! {},
    };
    let found = match form.row {
        Some(row) => {
            let key = |name: &&str| Some(row.cells[table.column_index(name)?].as_str());
            let key: Vec<&str> = table.key.iter().filter_map(key).collect();
            let report = findings::of(ask, &context.berkas)?;
            findings::beside(&findings::about(&report, table.name, &key.join("/")))
        }
        None => html! {},
    };
    let proven = PROVEN_ROWS.into_iter().find(|it| *it == table.name);
    let proofs = match (form.row, proven) {
        (Some(row), Some(tabel)) => {
            bukti::section(ask, context, &Subject::of_row(context, tabel, table, row))?
        }
        _ => html! {},
    };
    let komentar = match form.row {
        Some(row) => komentar::section(ask, context, &format!("{}/{}", table.name, row.baris_ke))?,
        None => html! {},
    };
    let body = html! {
        (form.render(ask, context, may_edit)?)
        @if let (Some(row), true, false) = (form.row, may_edit, is_section) {
            form.hapus method="post" action=(context.plain(&format!("tabel/{}/{}/hapus", table.name, row.baris_ke))) {
                (form_token(ask))
                input type="hidden" name="versi" value=(row.versi);
                @if let Some(to) = way_back(ask) { input type="hidden" name="ke" value=(to); }
                label for="alasan-hapus" { "Alasan penghapusan (bila perlu)" }
                input #alasan-hapus name="alasan_hapus" value=(ask.form.get("alasan_hapus"));
                button.bahaya { "Hapus baris ini" }
            }
        }
        (found)
        (proofs)
        (history)
        (komentar)
    };
    let name = match form.row {
        Some(_) => format!("{}: {}", title(table.name), row_name(form)),
        None => format!("{}: baris baru", title(table.name)),
    };
    Ok(page(ask, Some(context), &Head::new(name, Phase::Facts), body))
}

/// What people call a row of a form.
fn row_name(form: &Form<'_>) -> String {
    let cell = |it: &Column| form.values.get(it.name).cloned().unwrap_or_default();
    name_of(form.table, &form.table.columns.iter().map(cell).collect::<Vec<_>>())
}

/// What people call a row: its name, or its key.
pub(crate) fn name_of(table: &Table, cells: &[String]) -> String {
    let of =
        |name: &str| Some(cells[table.column_index(name)?].clone()).filter(|it| !it.is_empty());
    let named = ["nama", "judul", "uraian"].iter().find_map(|it| of(it));
    let part = |name: &&str| {
        let index = table.column_index(name)?;
        Some(shown(&table.columns[index], &cells[index])).filter(|it| !it.is_empty())
    };
    let key = || table.key.iter().filter_map(part).collect::<Vec<_>>().join(" · ");
    widget::short(&named.unwrap_or_else(key), 80)
}

fn history(
    ask: &Ask<'_>,
    context: &Context,
    table: &Table,
    row: &RowKept,
) -> Result<Markup, Fault> {
    let objek = format!("berkas/{}/{}/{}", context.berkas.key, table.name, row.baris_ke);
    let filter = AuditFilter { objek: Some(objek.clone()), ..AuditFilter::default() };
    let mut entries = ask.store().audit_search(context.berkas.pemda, &filter, (0, 50))?;
    // Row 1 is not row 10.
    entries.retain(|it| {
        it.objek.strip_prefix(&objek).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    let names = ask.names(entries.iter().map(|it| it.pelaku.as_str()))?;
    Ok(html! {
        section aria-labelledby="riwayat" {
            h2 #riwayat { "Riwayat baris" }
            @if entries.is_empty() { p.lembut { "Baris ini belum berubah sejak dimasukkan bersama berkasnya." } }
            ul.perubahan {
                @for it in &entries {
                    li {
                        span.lembut { (moment(ask, &it.waktu)) } " " strong { (names.of(&it.pelaku)) } " " (it.tindakan) " "
                        (it.objek.rsplit('/').next().filter(|it| table.column_index(it).is_some()).map_or(String::new(), title))
                        @if let Some(lama) = &it.lama { " " del { (lama) } }
                        @if let Some(baru) = &it.baru { " " ins { (baru) } }
                        @if let Some(alasan) = &it.alasan { " (" (alasan) ")" }
                    }
                }
            }
        }
    })
}

pub(crate) fn change(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table_to_edit(ask)?;
    let (values, cells) = sent(ask, table);
    let row = match found_row(ask, &context, table) {
        Ok(row) => row,
        Err(Fault::NotFound(_)) => {
            let why = "Orang lain menghapus baris ini sesudah Anda membukanya. Isian Anda ada di bawah; \
                       tambahkan sebagai baris baru bila masih diperlukan.";
            let errors = vec![(String::new(), why.to_owned())];
            let form = Form { table, values, bases: BTreeMap::new(), errors, row: None };
            let page = row_page(ask, &context, &form)?;
            return Ok(Reply::page_with(StatusCode::CONFLICT, page));
        }
        Err(fault) => return Err(fault),
    };
    let bases = sent_bases(ask, table);
    let form = |errors| Form {
        table,
        values: values.clone(),
        bases: bases.clone(),
        errors,
        row: Some(&row),
    };
    let cells = match cells {
        Ok(cells) => cells,
        Err(errors) => {
            return refuse(ask, &context, form(unread(ask, &context, table, &values, errors)?));
        }
    };
    // Only what the person has changed is theirs; the rest is as whoever was quicker left it.
    let is_own = |(name, _): &(String, String)| {
        let name = name.as_str();
        bases.get(name).is_none_or(|base| values.get(name) != Some(base))
    };
    let cells: Vec<(String, String)> = cells.into_iter().filter(is_own).collect();
    let versi: i64 = ask.form.get("versi").parse().unwrap_or(-1);
    if versi != row.versi {
        let both = differing(table, &row, &cells, &bases);
        if !both.is_empty() {
            return Ok(conflict_page(ask, &context, table, &row, &cells, &both));
        }
    }
    let change = RowChange {
        tabel: table.name.to_owned(),
        baris_ke: row.baris_ke,
        versi: row.versi,
        cells: cells.clone(),
        alasan: ask.form.given("alasan").map(str::to_owned),
    };
    match ask.store().change(&ask.pelaku(), &context.berkas, change) {
        Ok(_) => Ok(done(ask, &context, table)),
        Err(StoreError::Conflict { .. }) => {
            let row = found_row(ask, &context, table)?;
            let both = differing(table, &row, &cells, &bases);
            Ok(conflict_page(ask, &context, table, &row, &cells, &both))
        }
        Err(error) => {
            let errors = refused(ask, &context, table, (&cells, Some(&row)), error)?;
            refuse(ask, &context, form(errors))
        }
    }
}

/// Where a row that is saved leads: to where its form came from, or to the list.
fn done(ask: &Ask<'_>, context: &Context, table: &Table) -> Reply {
    let list = context.link(&format!("tabel/{}", table.name));
    Reply::go_to(way_back(ask).unwrap_or(&list))
}

/// What the fields showed when the form was opened.
fn sent_bases(ask: &Ask<'_>, table: &'static Table) -> BTreeMap<&'static str, String> {
    let base = |name: &'static str| Some((name, ask.form.raw(&format!("d:{name}"))?.to_owned()));
    table.columns.iter().filter_map(|it| base(it.name)).collect()
}

/// Columns that the person has changed, and somebody else too, to another value.
fn differing(
    table: &'static Table,
    row: &RowKept,
    mine: &[(String, String)],
    bases: &BTreeMap<&'static str, String>,
) -> Vec<usize> {
    let is_both = |(name, cell): &(String, String)| {
        let index = table.column_index(name)?;
        let column = &table.columns[index];
        let theirs = &row.cells[index];
        let is_theirs = bases.get(column.name).is_none_or(|base| as_typed(column, theirs) != *base);
        (theirs != cell && is_theirs).then_some(index)
    };
    mine.iter().filter_map(is_both).collect()
}

fn refuse(ask: &Ask<'_>, context: &Context, form: Form<'_>) -> Answer {
    Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, row_page(ask, context, &form)?))
}

/// Somebody else was quicker: both values of each field that both have changed, and one chooses.
fn conflict_page(
    ask: &Ask<'_>,
    context: &Context,
    table: &'static Table,
    row: &RowKept,
    mine: &[(String, String)],
    both: &[usize],
) -> Reply {
    let cell_of = |name: &str| mine.iter().find(|(it, _)| it == name).map_or("", |(_, cell)| cell);
    let others = mine.iter().filter_map(|(name, cell)| {
        let index = table.column_index(name)?;
        (!both.contains(&index)).then(|| (&table.columns[index], cell))
    });
    let body = html! {
        p { "Orang lain menyimpan baris ini sesudah Anda membukanya. Tidak ada yang hilang: pilih untuk setiap bidang yang sama-sama diubah." }
        form method="post" action=(context.plain(&format!("tabel/{}/{}", table.name, row.baris_ke))) data-jaga="belum" {
            (form_token(ask))
            input type="hidden" name="versi" value=(row.versi);
            @if let Some(to) = way_back(ask) { input type="hidden" name="ke" value=(to); }
            input type="hidden" name="alasan" value=(ask.form.get("alasan"));
            @for (column, cell) in others { input type="hidden" name=(format!("k:{}", column.name)) value=(as_typed(column, cell)); }
            table.lipat {
                thead { tr { th scope="col" { "Bidang" } th scope="col" { "Isian Anda" } th scope="col" { "Yang sekarang tersimpan" } } }
                tbody {
                    @for index in both {
                        @let column = &table.columns[*index];
                        @let (mine, theirs) = (cell_of(column.name), row.cells[*index].as_str());
                        tr {
                            th scope="row" { (title(column.name)) }
                            td { label { input type="radio" name=(format!("k:{}", column.name)) value=(as_typed(column, mine)) checked; " " (or_empty(&shown(column, mine))) } }
                            td { label { input type="radio" name=(format!("k:{}", column.name)) value=(as_typed(column, theirs)); " " (or_empty(&shown(column, theirs))) } }
                        }
                    }
                }
            }
            p.bawah { button.utama { "Simpan pilihan saya" } }
        }
    };
    let head = Head::new("Sudah diubah orang lain", Phase::Facts);
    Reply::page_with(StatusCode::CONFLICT, page(ask, Some(context), &head, body))
}

fn or_empty(text: &str) -> &str {
    if text.is_empty() { "(kosong)" } else { text }
}

pub(crate) fn new_form(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table_to_edit(ask)?;
    let values = begun(ask, &context, table)?;
    let form = Form { table, values, bases: BTreeMap::new(), errors: Vec::new(), row: None };
    Ok(Reply::page(row_page(ask, &context, &form)?))
}

/// What is known of a new row before anything is typed: what the address says of its columns, the year
/// of the berkas, and the next number among the rows beside it.
fn begun(
    ask: &Ask<'_>,
    context: &Context,
    table: &'static Table,
) -> Result<BTreeMap<&'static str, String>, Fault> {
    let of_address = |it: &Column| Some((it.name, ask.query.given(it.name)?.to_owned()));
    let mut values: BTreeMap<&str, String> = table.columns.iter().filter_map(of_address).collect();
    let is_required = |it: &&Column| it.name == "tahun" && it.presence == Presence::Required;
    if table.columns.iter().any(|it| is_required(&it)) {
        values.entry("tahun").or_insert_with(|| context.tahun().to_string());
    }
    if let [above @ .., "nomor"] = table.key
        && above.iter().all(|it| values.contains_key(it))
        && !values.contains_key("nomor")
    {
        let cell = |row: &RowKept, name: &str| {
            table.column_index(name).map(|index| row.cells[index].clone())
        };
        let rows = ask.store().rows(&context.berkas, table.name)?;
        let beside = rows
            .iter()
            .filter(|row| above.iter().all(|it| cell(row, it) == values.get(it).cloned()));
        let last = beside.filter_map(|row| cell(row, "nomor")?.parse::<u64>().ok()).max();
        values.insert("nomor", (last.unwrap_or(0) + 1).to_string());
    }
    Ok(values)
}

pub(crate) fn add(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table_to_edit(ask)?;
    let (values, cells) = sent(ask, table);
    let form =
        |errors| Form { table, values: values.clone(), bases: BTreeMap::new(), errors, row: None };
    let cells = match cells {
        Ok(cells) => cells,
        Err(errors) => {
            return refuse(ask, &context, form(unread(ask, &context, table, &values, errors)?));
        }
    };
    let new = NewRow { tabel: table.name.to_owned(), cells: cells.clone(), ..NewRow::default() };
    match ask.store().add(&ask.pelaku(), &context.berkas, new) {
        Ok(_) => Ok(done(ask, &context, table)),
        Err(error) => {
            let errors = refused(ask, &context, table, (&cells, None), error)?;
            refuse(ask, &context, form(errors))
        }
    }
}

/// Removes a row; the list, or the page from which it was opened, offers to put it back.
pub(crate) fn remove(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table_to_edit(ask)?;
    let row = found_row(ask, &context, table)?;
    let versi = ask.form.get("versi").parse().unwrap_or(-1);
    let done = ask.store().remove(
        &ask.pelaku(),
        &context.berkas,
        table.name,
        (row.baris_ke, versi),
        ask.form.given("alasan_hapus"),
    );
    match done {
        Ok(nomor) => {
            let list = context.link(&format!("tabel/{}", table.name));
            let to = way_back(ask).unwrap_or(&list);
            Ok(Reply::go_to(&with_query(to, "dihapus", &nomor.to_string())))
        }
        Err(StoreError::Constraint(_)) => {
            let why = "Baris ini masih dirujuk baris lain, maka tidak dihapus. Hapus atau ubah rujukannya lebih dahulu.";
            let errors = vec![(String::new(), why.to_owned())];
            refuse(ask, &context, Form { errors, ..Form::of(table, &row) })
        }
        Err(StoreError::Conflict { .. }) => {
            let why = "Orang lain mengubah baris ini sesudah Anda membukanya, maka belum dihapus. Beginilah \
                       isinya sekarang; hapus bila tetap perlu.";
            let errors = vec![(String::new(), why.to_owned())];
            let page = row_page(ask, &context, &Form { errors, ..Form::of(table, &row) })?;
            Ok(Reply::page_with(StatusCode::CONFLICT, page))
        }
        Err(error) => {
            let errors = refused(ask, &context, table, (&[], Some(&row)), error)?;
            refuse(ask, &context, Form { errors, ..Form::of(table, &row) })
        }
    }
}
