//! Ukur: the quarters of a year as a sheet, entered cell by cell, and the way of a quarter from draft
//! to lock.

mod export;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html};
use rust_decimal::Decimal;
use selaras_domain::angka::Style;
use selaras_domain::{
    Berkas, Code, Hasil, Id, Indikator, JenisIndikator, Jenjang, Periode, ProgramKegiatan, Tahun,
    Triwulan, tanggal,
};
use selaras_rules::formula::{Formula, is_name};
use selaras_store as store;
use selaras_store::{BuktiDukung, Langkah, NewLangkah, Pengajuan, Status, StoreError, Tentang};

use crate::ask::{Answer, Ask, Fault, Names, Reply};
use crate::context::{Context, nomor, part, with_query};
use crate::entry::{Entry, Errors, too_long};
use crate::findings::{self, Act, Marks};
use crate::frame::{Head, Phase, page, roman};
use crate::page::anggaran::depth;
use crate::page::bukti::count_words;
use crate::page::{komentar, register};
use crate::permission::Permission;
use crate::sheet::{self, ANGGARAN, CellKey, CellKind, Cells, Kept, PREDIKAT, REALISASI, VARIABEL};
use crate::status::{self, Light};
use crate::widget::{self, bare, count, find, form_token};

/// What the sheet shows, beside the registers that its formulas count.
const TABLES: &[&str] = &[
    "kebijakan_indikator",
    "skala",
    "pita",
    "dokumen",
    "sasaran",
    "tujuan",
    "indikator",
    "variabel",
    "nilai_variabel",
    "komponen",
    "target",
    "realisasi",
];

/// All that the indicators are measured by; a page loads no more of a berkas.
pub(crate) fn tables() -> Vec<&'static str> {
    [TABLES, register::TABLES].concat()
}

/// What the sheet of the budget shows.
const BUDGET_TABLES: &[&str] = &["dokumen", "program_kegiatan", "pagu", "realisasi_anggaran"];

/// Letters of the reason of a step.
const REASON: usize = 2000;

/// Indicators, and rows of the budget, on a page of the sheet: under 100 KB of HTML.
const INDIKATOR_ROWS: usize = 12;
const BUDGET_ROWS: usize = 40;

/// Which part of the measurement is on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Indicators of tujuan and sasaran.
    Main,
    /// Indicators of programs, kegiatan and subkegiatan.
    Program,
    Budget,
}

impl Part {
    const ALL: [(Part, &'static str, &'static str); 3] = [
        (Part::Main, "utama", "Tujuan dan sasaran"),
        (Part::Program, "program", "Program dan kegiatan"),
        (Part::Budget, "anggaran", "Anggaran"),
    ];

    fn of(ask: &Ask<'_>) -> Part {
        let code = ask.query.given("bagian").unwrap_or_else(|| ask.form.get("bagian"));
        Part::ALL.iter().find(|(_, it, _)| *it == code).map_or(Part::Main, |(it, ..)| *it)
    }

    fn code(self) -> &'static str {
        Part::ALL.iter().find(|(it, ..)| *it == self).map_or("", |(_, code, _)| code)
    }

    fn jenis(self) -> &'static [JenisIndikator] {
        match self {
            Part::Main => MAIN,
            Part::Program => {
                &[JenisIndikator::Program, JenisIndikator::Kegiatan, JenisIndikator::Keluaran]
            }
            Part::Budget => &[],
        }
    }
}

/// The kinds of indicators that an office answers for first.
pub(crate) const MAIN: &[JenisIndikator] = &[JenisIndikator::Tujuan, JenisIndikator::Iku];

/// The row of what was reached from January to the end of each quarter.
const TO_DATE: &str = "sd";

/// The columns of the sheet.
pub(crate) const COLUMNS: [Periode; 5] =
    [Periode::Tw1, Periode::Tw2, Periode::Tw3, Periode::Tw4, Periode::Tahun];

/// The quarter whose submission carries a period.
pub(crate) fn quarter_of(periode: Periode) -> Triwulan {
    match periode {
        Periode::Tw1 => Triwulan::I,
        Periode::Tw2 => Triwulan::Ii,
        Periode::Tw3 => Triwulan::Iii,
        Periode::Tw4 | Periode::Tahun | Periode::Kumulatif => Triwulan::Iv,
    }
}

/// The registers whose cases the formula of an indikator counts.
fn registers_of(it: &Indikator) -> Vec<String> {
    let formula = it.formula.as_deref().and_then(|text| Formula::parse(text).ok());
    let used = formula.iter().flat_map(Formula::registers).map(|it| it.name.to_owned());
    used.collect::<BTreeSet<String>>().into_iter().collect()
}

/// The variables of a formula that is a share, `selesai / usulan * 100`: the part and its whole.
fn share(it: &Indikator) -> Option<(String, String)> {
    let formula = Formula::parse(it.formula.as_deref()?).ok()?.to_string();
    match formula.split(' ').collect::<Vec<_>>()[..] {
        [part, "/", whole] | [part, "/", whole, "*", "100"]
            if it.satuan == "%" && is_name(part) && is_name(whole) =>
        {
            Some((part.to_owned(), whole.to_owned()))
        }
        _ => None,
    }
}

/// What is entered for an indikator itself; nothing where a formula counts it.
fn own_kind(it: &Indikator, n_variables: usize) -> Option<&'static CellKind> {
    let is_counted = it.formula.is_some() && (n_variables > 0 || !registers_of(it).is_empty());
    match (is_counted, &it.skala_nilai) {
        (true, _) => None,
        (false, Some(_)) => Some(&PREDIKAT),
        (false, None) => Some(&REALISASI),
    }
}

/// Whether the spending of a row is entered and not added up: of rows below it, or of its quarters.
fn is_spent_here(berkas: &Berkas, kept: &Kept, row: &ProgramKegiatan, key: &CellKey) -> bool {
    let has_rows = row.jenjang == Jenjang::Total || berkas.children(&row.id).next().is_some();
    let is_year = key.part("periode") == Periode::Tahun.code();
    let has_quarter = || {
        let (id, year) = (key.part("baris"), key.part("tahun"));
        let quarters = Periode::TRIWULAN.iter();
        let mut quarters = quarters.map(|it| CellKey::new(&ANGGARAN, &[id, year, it.code()]));
        quarters.any(|it| !kept.get(&it).0.is_empty())
    };
    !kept.get(key).0.is_empty() || !(has_rows || is_year && has_quarter())
}

/// The cells that are entered on the sheets of a year, in their order, and what they hold.
pub(crate) fn entered(ask: &Ask<'_>, context: &Context) -> Result<(Vec<CellKey>, Kept), Fault> {
    let tables = [tables(), BUDGET_TABLES.to_vec()].concat();
    let wanted = store::Part { tahun: Some(context.tahun()), ..store::Part::of(&tables) };
    let berkas = ask.store().berkas_part(&context.berkas, &wanted)?;
    let kept = Kept::of_year(&berkas, context.tahun());
    let year = context.tahun().to_string();
    let mut keys = Vec::new();
    let of = |kind, parts: &[&str], periode: Periode| {
        CellKey::new(kind, &[parts, &[&year, periode.code()]].concat())
    };
    for (part, ..) in Part::ALL {
        for it in berkas.indikator.iter().filter(|it| part.jenis().contains(&it.jenis)) {
            let id = it.id.as_str();
            let variables: Vec<_> =
                berkas.variabel.iter().filter(|row| row.indikator == it.id).collect();
            for row in &variables {
                keys.extend(COLUMNS.map(|at| of(&VARIABEL, &[id, row.id.as_str()], at)));
            }
            if let Some(kind) = own_kind(it, variables.len()) {
                keys.extend(COLUMNS.map(|at| of(kind, &[id], at)));
            }
        }
    }
    for row in &berkas.program_kegiatan {
        let cells = COLUMNS.map(|at| of(&ANGGARAN, &[row.id.as_str()], at));
        keys.extend(cells.into_iter().filter(|it| is_spent_here(&berkas, &kept, row, it)));
    }
    Ok((keys, kept))
}

/// The sheet and all that it is made of.
struct Sheet<'a> {
    ask: &'a Ask<'a>,
    context: &'a Context,
    part: Part,
    berkas: Berkas,
    hasil: Hasil,
    pengajuan: [Pengajuan; 4],
    bukti: Vec<BuktiDukung>,
    /// Whether whoever asks may enter values.
    may_enter: bool,
    cells: Cells,
    /// The year in the names of cells.
    year: String,
}

impl<'a> Sheet<'a> {
    fn load(ask: &'a Ask<'a>, context: &'a Context, part: Part) -> Result<Sheet<'a>, Fault> {
        let tables = if part == Part::Budget { BUDGET_TABLES.to_vec() } else { tables() };
        // What is not on the sheet need be neither read nor measured.
        let wanted =
            store::Part { tables: &tables, tahun: Some(context.tahun()), jenis: part.jenis() };
        let berkas = ask.store().berkas_part(&context.berkas, &wanted)?;
        let hasil = selaras_rules::measure_without_trails(&berkas);
        Ok(Sheet {
            ask,
            context,
            part,
            hasil,
            pengajuan: ask.store().pengajuan(&context.berkas)?,
            bukti: ask.store().bukti(&context.berkas)?,
            may_enter: ask.may(Permission::Measure, Some(context.perangkat())),
            cells: Cells::of(Kept::of_year(&berkas, context.tahun())),
            year: context.tahun().to_string(),
            berkas,
        })
    }

    fn is_open(&self, periode: Periode) -> bool {
        let index = usize::from(nomor(quarter_of(periode)) - 1);
        self.may_enter && self.pengajuan[index].is_open_on(self.ask.day())
    }

    fn indikator(&self) -> impl Iterator<Item = &Indikator> {
        self.berkas.indikator.iter()
    }

    /// Whether a name is what is searched for.
    fn is_found(&self, name: &str) -> bool {
        name.to_lowercase().contains(&self.ask.query.get("cari").to_lowercase())
    }

    fn found_indikator(&self) -> Vec<&Indikator> {
        self.indikator().filter(|it| self.is_found(&it.nama)).collect()
    }

    fn found_budget(&self) -> Vec<&ProgramKegiatan> {
        self.berkas.program_kegiatan.iter().filter(|it| self.is_found(&it.nama)).collect()
    }

    /// A figure of an indicator in a period.
    fn figure(
        &self,
        it: &Indikator,
        periode: Periode,
        what: &str,
    ) -> Option<&selaras_domain::Figure> {
        let id = it.id.as_str();
        match periode {
            // To the end of the year the quarters are the year.
            Periode::Tw4 | Periode::Tahun if what == TO_DATE => {
                find(&self.hasil, &["indikator", id, &self.year, "capaian"])
            }
            other if what == TO_DATE => {
                let until = format!("sd-{}", other.code());
                find(&self.hasil, &["indikator", id, &self.year, &until, "capaian"])
            }
            Periode::Tahun => find(&self.hasil, &["indikator", id, &self.year, what]),
            other => find(&self.hasil, &["indikator", id, &self.year, other.code(), what]),
        }
    }

    /// The field of a cell, or its value where it cannot be changed.
    fn cell(
        &self,
        kind: &'static CellKind,
        parts: &[&str],
        periode: Periode,
        about: &str,
    ) -> Markup {
        let key = CellKey::new(kind, &[parts, &[&self.year, periode.code()]].concat());
        let about = format!("{about}, {}", words(periode));
        let class = self.column_class(periode);
        self.cells.show(&key, self.is_open(periode), (class, &about, ""))
    }

    fn column_class(&self, periode: Periode) -> &'static str {
        let is_chosen = quarter_of(periode) == self.context.triwulan;
        match periode {
            Periode::Tahun => "",
            _ if is_chosen => "tw kini",
            _ => "tw",
        }
    }

    fn derived(&self, it: &Indikator, periode: Periode, what: &str) -> Markup {
        html! {
            td.angka.turunan.(self.column_class(periode)) id={ "d:" (it.id.as_str()) ":" (periode.code()) ":" (what) } { (self.derived_inner(it, periode, what)) }
        }
    }

    fn derived_inner(&self, it: &Indikator, periode: Periode, what: &str) -> Markup {
        let found = self.figure(it, periode, what);
        let predikat = found.and_then(|it| it.predikat.as_ref()).filter(|_| what == "capaian");
        // What is counted has no field that could be marked.
        let own = [it.id.as_str(), &self.year, periode.code()];
        let sign =
            (what == "realisasi").then(|| self.cells.marks.sign(&CellKey::new(&REALISASI, &own)));
        html! {
            @if let Some(sign) = sign { (sign) }
            (bare(self.context, found, self.missing(it, periode, what)))
            @if what == "realisasi" && let Some(why) = self.beyond(it, periode) { br; small.kurang { "▲ " (why) } }
            @if let Some(predikat) = predikat { br; small.lembut { (predikat) } }
        }
    }

    /// Why the numbers of a share are doubtful: its part is more than the whole.
    fn beyond(&self, it: &Indikator, periode: Periode) -> Option<String> {
        let (part, whole) = share(it)?;
        let value = |variabel: &str| {
            let parts = [it.id.as_str(), variabel, &self.year, periode.code()];
            self.cells.kept.get(&CellKey::new(&VARIABEL, &parts)).0.parse::<Decimal>().ok()
        };
        let name = |variabel: &str| {
            let mut all = self.berkas.variabel.iter();
            all.find(|row| row.indikator == it.id && row.id.as_str() == variabel)
                .map_or_else(|| variabel.to_owned(), |row| row.nama.clone())
        };
        (value(&part)? > value(&whole)?)
            .then(|| format!("{} lebih besar daripada {}", name(&part), name(&whole)))
    }

    /// Which emptiness it is where there is no figure at all.
    fn missing(&self, it: &Indikator, periode: Periode, what: &str) -> &'static str {
        let of_target = if what == TO_DATE { Periode::Tahun } else { periode };
        let has_target = || {
            let target = self.figure(it, of_target, "target");
            target.is_some_and(|it| it.value.is_some() || it.teks.is_some())
        };
        match what {
            "target" => widget::NO_TARGET,
            "realisasi" => widget::NOT_FILLED,
            _ if has_target() => widget::NOT_FILLED,
            _ => widget::NO_TARGET,
        }
    }

    fn n_missing(&self, triwulan: Triwulan) -> (usize, usize) {
        n_missing(self.indikator(), &self.hasil, self.context.tahun(), triwulan)
    }

    fn render(&self) -> Markup {
        let tabs = html! {
            nav.bagian aria-label="Bagian pengukuran" {
                @for (it, code, words) in Part::ALL {
                    a href=(with_query(&self.context.link("ukur"), "bagian", code)) aria-current=[(it == self.part).then_some("true")] { (words) }
                }
            }
        };
        let head = html! {
            thead {
                tr {
                    th scope="col" { "Uraian" }
                    th.satuan-baris scope="col" { "Satuan" }
                    @for it in COLUMNS { th.angka.(self.column_class(it)) scope="col" { (heading(it)) } }
                }
            }
        };
        let has_open = COLUMNS.iter().any(|it| self.is_open(*it));
        let (indikator, budget) = (self.found_indikator(), self.found_budget());
        let n_rows = if self.part == Part::Budget { budget.len() } else { indikator.len() };
        let rows_of_page = if self.part == Part::Budget { BUDGET_ROWS } else { INDIKATOR_ROWS };
        let here = address(self.ask, self.context, self.part);
        let first = with_query(&self.context.link("ukur"), "bagian", self.part.code());
        let first = match self.ask.query.given("cari") {
            Some(wanted) => with_query(&first, "cari", wanted),
            None => first,
        };
        let (range, pages) =
            widget::paging_by(rows_of_page, &first, ("hal", self.ask.query.get("hal")), n_rows);
        let problems = self.cells.refused.list();
        let wanted = self.ask.query.get("cari");
        if n_rows == 0 && wanted.is_empty() {
            let (why, page, verb) = match self.part {
                Part::Main => (
                    "Belum ada indikator tujuan atau sasaran. Yang diukur adalah indikator Renstra, terhadap target perjanjian kinerjanya.",
                    "tabel/indikator",
                    "Isi indikator",
                ),
                Part::Program => (
                    "Belum ada indikator program, kegiatan, atau subkegiatan.",
                    "tabel/indikator",
                    "Isi indikator",
                ),
                Part::Budget => {
                    ("Belum ada program dan kegiatan yang dianggarkan.", "anggaran", "Isi anggaran")
                }
            };
            return html! { (tabs) (widget::empty(why, Some((&self.context.link(page), verb)))) };
        }
        html! {
            (tabs)
            form.saring role="search" aria-label="Cari pada lembar ini" action=(self.context.plain("ukur")) {
                @for (name, value) in self.ask.query.0.iter().filter(|(name, _)| !["cari", "hal"].contains(&name.as_str())) { input type="hidden" name=(name) value=(value); }
                label.tersembunyi for="saring" { "Cari" }
                input #saring type="search" name="cari" placeholder="Cari" value=(wanted);
                button { "Cari" }
                @for (format, words) in [("xlsx", "Unduh XLSX"), ("csv", "Unduh CSV")] {
                    a href=(widget::with_changes(&self.context.plain("ukur"), &self.ask.query, &[("unduh", format)])) { (words) }
                }
            }
            @if n_rows == 0 { p.hampa { "Tidak ada yang cocok dengan «" (wanted) "»." } } @else { form method="post" action=(here) data-kisi[has_open] {
                (form_token(self.ask))
                input type="hidden" name="bagian" value=(self.part.code());
                (widget::errors(&problems))
                div.gulung {
                    table.kisi.ukur.uang[self.part == Part::Budget] {
                        (head)
                        @if self.part == Part::Budget { (self.budget_rows(&budget[range])) }
                        @else { @for it in &indikator[range] { (self.indikator_rows(it)) } }
                    }
                }
                @if self.part != Part::Budget { (status::legend()) }
                (widget::legend())
                (pages)
                @if has_open {
                    p.bawah.lekat {
                        button.utama { "Simpan isian" }
                        span.lembut.tanpa-skrip { "Angka memakai koma: 85,8. Sel yang dikosongkan menjadi belum diisi." }
                        span.lembut.kabar role="status" data-kabar {}
                    }
                }
            } }
        }
    }

    fn indikator_rows(&self, it: &Indikator) -> Markup {
        let own = |wanted: &selaras_domain::IndikatorId| *wanted == it.id;
        let variables: Vec<_> =
            self.berkas.variabel.iter().filter(|row| own(&row.indikator)).collect();
        let id = it.id.to_string();
        let registers = registers_of(it);
        let share = share(it);
        let own_kind = own_kind(it, variables.len());
        let light = Light::of(self.figure(it, Periode::Tahun, "capaian"));
        html! {
            tbody {
                tr.kelompok {
                    th scope="rowgroup" colspan="7" {
                        span { (it.nama) (self.cells.marks.indikator(&id)) }
                        " " a.bukti href=(self.context.link(&format!("bukti/{}", part(&id)))) { (self.proofs(&id)) }
                        span.ujung id={ "d:" (id) ":tahun:status" } { (light.tag()) }
                    }
                }
                tr {
                    th scope="row" { "Target" }
                    td.lembut.satuan-baris { (it.satuan) }
                    @for periode in COLUMNS { (self.derived(it, periode, "target")) }
                }
                @for row in &variables {
                    @let whole = share.as_ref().filter(|(part, _)| part == row.id.as_str()).map(|(_, whole)| whole);
                    tr data-variabel=[share.as_ref().map(|_| &row.id)] data-dari=[whole] {
                        th.menjorok scope="row" { (row.nama) }
                        td.lembut.satuan-baris { (row.satuan) }
                        @for periode in COLUMNS {
                            (self.cell(&VARIABEL, &[&id, &row.id.to_string()], periode, &row.nama))
                        }
                    }
                }
                tr {
                    th scope="row" {
                        "Realisasi"
                        @for it in &registers { " " a.bukti href=(self.context.link(&format!("register/{}", part(it)))) { "register " (it) } }
                    }
                    td.lembut.satuan-baris { (it.satuan) }
                    @for periode in COLUMNS {
                        @match own_kind {
                            None => (self.derived(it, periode, "realisasi")),
                            Some(kind) => (self.cell(kind, &[&id], periode, &format!("Realisasi {}", it.nama))),
                        }
                    }
                }
                tr.hasil {
                    th scope="row" { "Capaian" }
                    td.lembut.satuan-baris { "%" }
                    @for periode in COLUMNS { (self.derived(it, periode, "capaian")) }
                }
                tr.hasil {
                    th scope="row" title="Dari Januari sampai akhir triwulan, terhadap target tahun" { "Capaian s.d." }
                    td.lembut.satuan-baris { "%" }
                    @for periode in COLUMNS { (self.derived(it, periode, TO_DATE)) }
                }
            }
        }
    }

    /// How many proofs an indikator has in the chosen quarter.
    fn proofs(&self, id: &str) -> String {
        let tentang = Tentang::Indikator { id: id.to_owned(), triwulan: self.context.triwulan };
        let of = |it: &&BuktiDukung| it.tentang == tentang;
        count_words(self.bukti.iter().filter(of).count())
    }

    fn budget_rows(&self, rows: &[&ProgramKegiatan]) -> Markup {
        html! {
            tbody {
                @for row in rows {
                    @let id = row.id.to_string();
                    @let is_leaf = row.jenjang != Jenjang::Total && self.berkas.children(&row.id).next().is_none();
                    tr.(if is_leaf { "" } else { "induk" }) {
                        th.{ "j" (depth(&self.berkas, &row.id)) } scope="row" { (row.nama) }
                        td.lembut.satuan-baris { "Rp" }
                        @for periode in COLUMNS {
                            @let key = CellKey::new(&ANGGARAN, &[&id, &self.year, periode.code()]);
                            @if is_spent_here(&self.berkas, &self.cells.kept, row, &key) {
                                (self.cell(&ANGGARAN, &[&id], periode, &row.nama))
                            } @else {
                                td.angka.turunan.(self.column_class(periode)) id={ "d:" (id) ":" (periode.code()) ":anggaran" } { (self.spent_inner(row, periode)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What a row has spent, added up: in rupiah, which the row says.
    fn spent_inner(&self, row: &ProgramKegiatan, periode: Periode) -> Markup {
        bare(self.context, self.spent(row.id.as_str(), periode), widget::NOT_FILLED)
    }

    /// What a row has spent in a period.
    fn spent(&self, id: &str, periode: Periode) -> Option<&selaras_domain::Figure> {
        match periode {
            Periode::Tahun => find(&self.hasil, &["anggaran", id, &self.year, "realisasi"]),
            other => find(&self.hasil, &["anggaran", id, &self.year, other.code(), "realisasi"]),
        }
    }

    /// The cells that follow from changed ones, by their names in the page: what the script puts in.
    fn derived_cells(&self, changed: &[CellKey]) -> sheet::Derived {
        let mut cells = sheet::Derived::new();
        let mut add = |id: String, markup: Markup| {
            cells.insert(id, serde_json::Value::String(markup.0));
        };
        if self.part != Part::Budget {
            let (n_missing, n_all) = self.n_missing(self.context.triwulan);
            add("d-terisi".to_owned(), html! { (filled_words(n_missing, n_all)) });
            add("d-diajukan".to_owned(), html! { (submitted_words(n_missing)) });
        }
        let is_changed = |id: &str| changed.iter().any(|it| it.part("indikator") == id);
        for it in self.indikator().filter(|it| is_changed(it.id.as_str())) {
            for periode in COLUMNS {
                for what in ["realisasi", "capaian", TO_DATE] {
                    let inner = self.derived_inner(it, periode, what);
                    add(format!("d:{}:{}:{what}", it.id, periode.code()), inner);
                }
            }
            let light = Light::of(self.figure(it, Periode::Tahun, "capaian"));
            add(format!("d:{}:tahun:status", it.id), light.tag());
        }
        if changed.iter().any(|it| it.kind == &ANGGARAN) {
            // Sums run up the tree, so every row may be another.
            for row in &self.berkas.program_kegiatan {
                for periode in COLUMNS {
                    let inner = self.spent_inner(row, periode);
                    add(format!("d:{}:{}:anggaran", row.id, periode.code()), inner);
                }
            }
        }
        cells
    }

    /// How the value of a cell is typed; `None` for one that has no place on this sheet.
    fn style(&self, key: &CellKey) -> Option<Style> {
        if key.part("tahun") != self.year {
            return None;
        }
        if key.kind == &ANGGARAN {
            return Some(Style::Thousands);
        }
        let indikator = key.part("indikator");
        let satuan = if key.kind == &VARIABEL {
            let mut rows = self.berkas.variabel.iter();
            let found = rows.find(|it| {
                it.id.as_str() == key.part("variabel") && it.indikator.as_str() == indikator
            });
            &found?.satuan
        } else if key.kind == &REALISASI || key.kind == &PREDIKAT {
            &self.berkas.indikator.iter().find(|it| it.id.as_str() == indikator)?.satuan
        } else {
            return None;
        };
        Some(sheet::style_of(satuan))
    }
}

pub(crate) fn heading(periode: Periode) -> &'static str {
    match periode {
        Periode::Tw1 => "TW I",
        Periode::Tw2 => "TW II",
        Periode::Tw3 => "TW III",
        Periode::Tw4 => "TW IV",
        Periode::Tahun | Periode::Kumulatif => "Tahun",
    }
}

fn words(periode: Periode) -> &'static str {
    match periode {
        Periode::Tw1 => "triwulan I",
        Periode::Tw2 => "triwulan II",
        Periode::Tw3 => "triwulan III",
        Periode::Tw4 => "triwulan IV",
        Periode::Tahun | Periode::Kumulatif => "tahun",
    }
}

/// The address of a part of the sheet, on the page of it that was asked for.
fn address(ask: &Ask<'_>, context: &Context, part: Part) -> String {
    let mut address = with_query(&context.link("ukur"), "bagian", part.code());
    for name in ["cari", "hal"] {
        if let Some(value) = ask.query.given(name) {
            address = with_query(&address, name, value);
        }
    }
    address
}

pub(crate) fn grid(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let mut sheet = Sheet::load(ask, &context, Part::of(ask))?;
    if ask.wants_file()
        && let Some(file) = sheet.listing().file()?
    {
        return Ok(file);
    }
    sheet.cells.marks = Marks::load(ask, &context)?;
    Ok(Reply::page(sheet_page(ask, &context, &sheet, None)?))
}

/// The sheet under the steps of its quarter; `back` is a step that could not be taken, and why.
fn sheet_page(
    ask: &Ask<'_>,
    context: &Context,
    sheet: &Sheet<'_>,
    back: Option<&(Langkah, Errors)>,
) -> Result<Markup, Fault> {
    let it = &sheet.pengajuan[usize::from(context.nomor() - 1)];
    let quarter = format!("triwulan {}", roman(context.nomor()));
    let schedule = ask.store().jadwal(context.berkas.pemda, context.tahun())?;
    let (n_missing, n_all) = sheet.n_missing(context.triwulan);
    let due = schedule.get(&context.triwulan).map(|last| deadline(ask, *last));
    let state = html! {
        (due.unwrap_or_else(|| "Batas waktu belum ditetapkan".to_owned())) ". "
        @if sheet.part != Part::Budget { span #d-terisi { (filled_words(n_missing, n_all)) } }
    };
    let head = Head::new(format!("Pengukuran {quarter}"), Phase::Measure).state(state);
    let body = html! {
        (stations(ask, it, &ask.names(Some(it.pengaju.as_str()).filter(|it| !it.is_empty()))?))
        (findings::line(ask, context, Act::Measurement)?)
        (steps(ask, context, it, n_missing, back))
        (sheet.render())
        (komentar::section(ask, context, &format!("pengukuran/tw{}", context.nomor()))?)
    };
    Ok(page(ask, Some(context), &head, body))
}

fn filled_words(n_missing: usize, n_all: usize) -> String {
    match n_missing {
        _ if n_all == 0 => "Belum ada indikator yang diukur.".to_owned(),
        0 => "Semua indikator terisi.".to_owned(),
        n => format!("{} dari {} indikator belum diisi.", count(n), count(n_all)),
    }
}

/// What whoever submits should know.
fn submitted_words(n_missing: usize) -> String {
    match n_missing {
        0 => String::new(),
        n => format!("{} indikator akan diajukan sebagai belum diisi", count(n)),
    }
}

/// `Batas 10 Oktober 2023, 4 hari lagi`.
pub(crate) fn deadline(ask: &Ask<'_>, last: jiff::civil::Date) -> String {
    let days = ask.day().until(last).map_or(0, |it| it.get_days());
    let when = match days {
        0 => "hari ini (H-0)".to_owned(),
        it @ 1..=7 => format!("{it} hari lagi (H-{it})"),
        it if it > 0 => format!("{} hari lagi", count(it)),
        it => format!("lewat {} hari", count(-it)),
    };
    format!("Batas {}, {when}", tanggal::format(last))
}

/// The way from draft to lock, and where the quarter stands on it.
fn stations(ask: &Ask<'_>, it: &Pengajuan, names: &Names) -> Markup {
    const WAY: [Status; 5] =
        [Status::Draf, Status::Diajukan, Status::Diverifikasi, Status::Disetujui, Status::Dikunci];
    let now = it.status_on(ask.day());
    let reached = match now {
        Status::Perbaikan | Status::Dibuka => Status::Draf,
        other => other,
    };
    let at = WAY.iter().position(|it| *it == reached).unwrap_or(0);
    html! {
        ol.stasiun aria-label="Keadaan pengukuran" {
            @for (index, station) in WAY.iter().enumerate() {
                li aria-current=[(index == at).then_some("step")] class=(if index <= at { "lewat" } else { "" }) {
                    span.mark aria-hidden="true" { (if index <= at { "●" } else { "○" }) }
                    @if index == at && now != reached { (now.words()) } @else { (station.words()) }
                }
            }
        }
        @if !it.waktu.is_empty() {
            p.lembut {
                (status::submission(now)) " "
                (moment(ask, &it.waktu)) " · diajukan oleh " (names.of(&it.pengaju))
                @if let Some(last) = it.dibuka_sampai.filter(|_| now == Status::Dibuka) { " · dapat diubah sampai " (tanggal::format(last)) }
            }
            @if let Some(pesan) = &it.pesan { blockquote.pesan { (pesan) } }
        }
    }
}

/// A time of the trail on the clock of the office: `29 November 2026 pukul 14.05`.
pub(crate) fn moment(ask: &Ask<'_>, rfc3339: &str) -> String {
    let Ok(at) = rfc3339.parse::<jiff::Timestamp>() else { return rfc3339.to_owned() };
    let local = ask.app.settings.offset.to_datetime(at);
    format!("{} pukul {}", tanggal::format(local.date()), local.time().strftime("%H.%M"))
}

/// The steps that whoever asks can take from here, each a verb with its object.
fn steps(
    ask: &Ask<'_>,
    context: &Context,
    it: &Pengajuan,
    n_missing: usize,
    back: Option<&(Langkah, Errors)>,
) -> Markup {
    let quarter = format!("triwulan {}", roman(context.nomor()));
    let now = it.status_on(ask.day());
    let open: Vec<Langkah> = Langkah::ALL
        .iter()
        .map(|(it, _)| *it)
        .filter(|step| {
            step.is_open_from(now) && ask.may(permission(*step), Some(context.perangkat()))
        })
        .collect();
    let name = |step: Langkah| match step {
        Langkah::Ajukan => format!("Ajukan pengukuran {quarter}"),
        Langkah::Tarik => "Tarik kembali".to_owned(),
        Langkah::MintaPerbaikan => "Minta perbaikan".to_owned(),
        Langkah::Verifikasi => format!("Verifikasi pengukuran {quarter}"),
        Langkah::Setujui => format!("Setujui pengukuran {quarter}"),
        Langkah::Kunci => format!("Kunci pengukuran {quarter}"),
        Langkah::BukaKunci => "Buka kunci".to_owned(),
    };
    let address =
        |step: Langkah| context.plain(&format!("ukur/tw{}/{}", context.nomor(), step.code()));
    let hidden = html! {
        (form_token(ask))
        input type="hidden" name="versi" value=(it.versi);
    };
    let none = Errors::default();
    let entry = |step: Langkah| {
        let errors = back.filter(|(it, _)| *it == step).map(|(_, errors)| errors);
        Entry::new(ask, errors.unwrap_or(&none), errors.is_some()).marked(step.code())
    };
    html! {
        @if let Some((step, _)) = back {
            (entry(*step).summary())
            // Where the step can no longer be taken its form is gone, but not what was written in it.
            @if !open.contains(step) && let Some(alasan) = ask.form.given("alasan") {
                p.lembut { "Alasan yang Anda tulis" }
                pre.teks tabindex="0" { (alasan) }
            }
        }
        @if !open.is_empty() {
            div.langkah {
                @for step in open {
                    @if step.needs_reason() {
                        @let entry = entry(step);
                        details.menu open[entry.is_back()] {
                            summary.tombol { (name(step)) " …" }
                            form.kolom method="post" action=(address(step)) {
                                (hidden)
                                (entry.field("alasan", "Alasan", "", |it| it.area(3, true)))
                                @if step == Langkah::BukaKunci {
                                    (entry.field("sampai", "Dibuka sampai", "", |it| it.input("date", true)))
                                }
                                button { (name(step)) }
                            }
                        }
                    } @else {
                        form method="post" action=(address(step)) {
                            (hidden)
                            button class=(if step == Langkah::Tarik { "" } else { "utama" }) { (name(step)) }
                            @if step == Langkah::Ajukan { " " span.lembut #d-diajukan { (submitted_words(n_missing)) } }
                        }
                    }
                }
            }
        }
    }
}

fn permission(step: Langkah) -> Permission {
    match step {
        Langkah::Ajukan | Langkah::Tarik => Permission::Submit,
        Langkah::MintaPerbaikan | Langkah::Verifikasi => Permission::Verify,
        Langkah::Setujui => Permission::Approve,
        Langkah::Kunci => Permission::Lock,
        Langkah::BukaKunci => Permission::Unlock,
    }
}

/// A step, as somebody asks for it.
pub(crate) struct NewStep {
    pub(crate) langkah: Langkah,
    /// The version of the quarter that whoever takes it has seen.
    pub(crate) versi: i64,
    pub(crate) alasan: Option<String>,
    pub(crate) sampai: Option<Date>,
}

/// Takes a step with the quarter of the address. Whether findings hold it up was asked before.
pub(crate) fn take_step(ask: &Ask<'_>, context: &Context, new: NewStep) -> Result<(), Fault> {
    if new.langkah == Langkah::Ajukan {
        let part = store::Part { jenis: MAIN, ..store::Part::of(&["indikator"]) };
        let berkas = ask.store().berkas_part(&context.berkas, &part)?;
        if main_indikator(&berkas).next().is_none() {
            return Err(Fault::Facts(
                "Belum ada indikator tujuan atau sasaran yang diukur, maka tidak ada yang dapat \
                 diajukan. Isi indikatornya pada halaman Renstra lebih dahulu."
                    .to_owned(),
            ));
        }
    }
    let NewStep { langkah, versi, alasan, sampai } = new;
    let triwulan = context.triwulan;
    let new = NewLangkah { triwulan, langkah, versi, alasan, sampai, hari: ask.day() };
    ask.store().take_step(&ask.pelaku(), &context.berkas, new)?;
    Ok(())
}

/// Takes the step that the last part of the address names.
pub(crate) fn step(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let code = ask.path.rsplit('/').next().unwrap_or_default();
    let step = Langkah::from_code(code)
        .ok_or_else(|| Fault::NotFound(format!("Tidak ada langkah «{code}».")))?;
    if step == Langkah::Ajukan
        && let Some(reply) = findings::held_up(ask, &context, Act::Measurement)?
    {
        return Ok(reply);
    }
    let mut errors = Errors::default();
    let sampai: Option<Date> = ask.form.get("sampai").parse().ok();
    if step.needs_reason() {
        let alasan = ask.form.get("alasan");
        if alasan.is_empty() {
            let why = "Tulis alasan, agar perangkat daerah tahu apa yang harus dikerjakan.";
            errors.add("alasan", why);
        } else if let Some(why) = too_long("Alasan", alasan, REASON) {
            errors.add("alasan", why);
        }
    }
    if step == Langkah::BukaKunci && sampai.is_none_or(|it| it < ask.day()) {
        let today = tanggal::format(ask.day());
        errors.add("sampai", format!("Dibuka sampai: isi tanggal, paling awal hari ini, {today}."));
    }
    if !errors.is_empty() {
        return step_back(ask, &context, StatusCode::UNPROCESSABLE_ENTITY, (step, errors));
    }
    let new = NewStep {
        langkah: step,
        versi: ask.form.get("versi").parse().unwrap_or(-1),
        alasan: ask.form.given("alasan").map(str::to_owned),
        sampai,
    };
    match take_step(ask, &context, new) {
        Ok(()) => Ok(Reply::go_to(&context.link("ukur"))),
        Err(Fault::Store(StoreError::Step { why }) | Fault::Facts(why)) => {
            let errors = Errors::one("", why);
            step_back(ask, &context, StatusCode::UNPROCESSABLE_ENTITY, (step, errors))
        }
        Err(Fault::Store(StoreError::Conflict { .. })) => {
            let why = "Orang lain mengambil langkah pada triwulan ini sesudah Anda membukanya. Lihat \
                       keadaannya sekarang, lalu ulangi bila masih perlu.";
            step_back(ask, &context, StatusCode::CONFLICT, (step, Errors::one("", why)))
        }
        Err(fault) => Err(fault),
    }
}

/// The page again, with a step that could not be taken as it was sent.
fn step_back(
    ask: &Ask<'_>,
    context: &Context,
    status: StatusCode,
    back: (Langkah, Errors),
) -> Answer {
    let sheet = Sheet::load(ask, context, Part::of(ask))?;
    Ok(Reply::page_with(status, sheet_page(ask, context, &sheet, Some(&back))?))
}

/// Keeps the cells of the sheet that were changed: all of them, or none and what is wrong with each.
pub(crate) fn save(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let part = Part::of(ask);
    let mut sheet = Sheet::load(ask, &context, part)?;
    let here = address(ask, &context, part);
    let saved = sheet::save(ask, &context, &here, |key| sheet.style(key))?;
    sheet::answer(
        ask,
        &here,
        saved,
        |refused| {
            sheet.cells.refused = refused;
            sheet.cells.marks = Marks::load(ask, &context)?;
            sheet_page(ask, &context, &sheet, None)
        },
        |keys| {
            let mut fresh = Sheet::load(ask, &context, part)?;
            fresh.cells.marks = Marks::load(ask, &context)?;
            let derived = fresh.derived_cells(keys);
            Ok((fresh.cells, derived))
        },
    )
}

/// How many indicators have no realisasi in a quarter, and how many there are.
pub(crate) fn n_missing<'b>(
    indikator: impl Iterator<Item = &'b Indikator>,
    hasil: &Hasil,
    tahun: Tahun,
    triwulan: Triwulan,
) -> (usize, usize) {
    let tahun = tahun.to_string();
    let is_known = |id: &str, parts: &[&str]| {
        let all = [&["indikator", id, tahun.as_str()][..], parts, &["realisasi"]].concat();
        find(hasil, &all).is_some_and(|it| it.value.is_some() || it.teks.is_some())
    };
    let (mut n_missing, mut n_all) = (0, 0);
    for it in indikator {
        let id = it.id.as_str();
        let in_year = triwulan == Triwulan::Iv && is_known(id, &[]);
        n_missing += usize::from(!in_year && !is_known(id, &[triwulan.code()]));
        n_all += 1;
    }
    (n_missing, n_all)
}

/// The indicators that an office answers for first.
pub(crate) fn main_indikator(berkas: &Berkas) -> impl Iterator<Item = &Indikator> {
    berkas.indikator.iter().filter(|it| MAIN.contains(&it.jenis))
}
