//! Rencanakan: the Renstra as the matrix that people know.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html};
use rust_decimal::Decimal;
use selaras_domain::{
    Berkas, Code, DokumenSumber, Id, Indikator, JenisDokumen, JenisTarget, NilaiTarget, Periode,
    Pokok, Sasaran, Tahun, Target, Tujuan,
};

use selaras_store::{NewRow, Part, RowKept, fact_tables};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, with_query};
use crate::entry::{Entry, Errors};
use crate::export::Cell;
use crate::findings::Marks;
use crate::frame::{Head, Phase, page};
use crate::list::{Column, Listing};
use crate::page::removed;
use crate::page::renstra_baru::{self, pokok_code};
use crate::permission::Permission;
use crate::sheet::{self, CellKey, Cells, Kept, TARGET};
use crate::widget::{self, form_token};

pub(crate) const PLAN_TABLES: &[&str] =
    &["dokumen", "visi", "misi", "tujuan", "sasaran", "strategi", "indikator", "target"];

/// The Renstra as people know it, and the targets that are entered in it.
struct Matrix<'a> {
    ask: &'a Ask<'a>,
    context: &'a Context,
    berkas: Berkas,
    cells: Cells,
    /// The names for ever of the rows that one may edit, by table and id.
    rows: BTreeMap<(&'static str, String), i64>,
    /// What is wrong with the change of the plan that was asked for.
    revision: Errors,
    /// What was just removed, and the way to have it back.
    removed: Vec<Markup>,
}

/// A row of the matrix as a file.
struct Row<'a> {
    tujuan: &'a str,
    sasaran: &'a str,
    indikator: &'a Indikator,
}

impl<'a> Matrix<'a> {
    fn load(ask: &'a Ask<'a>, context: &'a Context) -> Result<Matrix<'a>, Fault> {
        let berkas = ask.store().berkas_part(&context.berkas, &Part::of(PLAN_TABLES))?;
        let cells = Cells::of(Kept::of_plan(&berkas));
        let (mut rows, mut removed) = (BTreeMap::new(), Vec::new());
        if ask.may(Permission::EditFacts, Some(context.perangkat())) {
            for name in ["tujuan", "sasaran", "indikator"] {
                let kept = ask.store().rows(&context.berkas, name)?;
                // An id is the first column of its table.
                let id = |it: RowKept| Some(((name, it.cells.into_iter().next()?), it.baris_ke));
                rows.extend(kept.into_iter().filter_map(id));
                if let Some(table) = fact_tables().find(|it| it.name == name) {
                    removed.push(removed::notice(ask, context, table)?);
                }
            }
        }
        Ok(Matrix { ask, context, berkas, cells, rows, revision: Errors::default(), removed })
    }

    /// The versions of the plan, and the one that the address asks for: the last where it asks for
    /// none.
    fn plans(&self) -> (Vec<&DokumenSumber>, Option<&DokumenSumber>) {
        let all = self.berkas.dokumen.iter();
        let plans: Vec<_> = all.filter(|it| it.jenis == JenisDokumen::Renstra).collect();
        let chosen =
            self.ask.query.given("dokumen").unwrap_or_else(|| self.ask.form.get("dokumen"));
        let found = plans.iter().find(|it| it.id.as_str() == chosen).or(plans.last()).copied();
        (plans, found)
    }

    fn address(&self, plan: &DokumenSumber) -> String {
        with_query(&self.context.link("renstra"), "dokumen", plan.id.as_str())
    }

    /// The same with what was looked for.
    fn address_here(&self, plan: &DokumenSumber) -> String {
        match self.ask.query.given("cari") {
            Some(wanted) => with_query(&self.address(plan), "cari", wanted),
            None => self.address(plan),
        }
    }

    fn page(&self) -> Markup {
        let (plans, plan) = self.plans();
        let may_edit = self.ask.may(Permission::EditFacts, Some(self.context.perangkat()));
        let body = html! {
            @for it in &self.removed { (it) }
            @if plans.len() > 1 {
                nav.bagian aria-label="Versi Renstra" {
                    @for it in &plans {
                        a href=(self.address(it)) aria-current=[plan.filter(|plan| plan.id == it.id).map(|_| "true")] { (it.judul) }
                    }
                }
            }
            @match plan {
                None if may_edit => {
                    p { "Renstra belum dicatat. Mulailah dengan dokumennya; tujuan, sasaran, indikator dan targetnya menyusul di halaman ini." }
                    (renstra_baru::of_document(self.ask, self.context, &self.berkas))
                }
                None => (widget::empty("Renstra belum dicatat.", None)),
                Some(plan) => {
                    @let listing = self.listing(plan);
                    (self.tools(plan, &listing, may_edit))
                    @let other = plans.iter().rev().find(|it| it.id != plan.id).copied();
                    (self.table(plan, other, &listing, may_edit))
                    @if let Some(other) = other { (self.differences(plan, other)) }
                }
            }
            @if let (Some(plan), true) = (plan, may_edit) { (self.revise_form(plan)) }
        };
        let (n_tujuan, n_sasaran) = (self.berkas.tujuan.len(), self.berkas.sasaran.len());
        let state = match plan {
            Some(plan) => format!("{}: {n_tujuan} tujuan, {n_sasaran} sasaran.", plan.judul),
            None => format!("{n_tujuan} tujuan, {n_sasaran} sasaran."),
        };
        let head = Head::new("Renstra", Phase::Plan).state(state);
        page(self.ask, Some(self.context), &head, body)
    }

    /// What looks for indikator, takes the matrix away and brings targets back.
    fn tools(
        &self,
        plan: &DokumenSumber,
        listing: &Listing<'_, Row<'_>>,
        may_edit: bool,
    ) -> Markup {
        let wanted = self.ask.query.get("cari");
        let here = self.context.plain("renstra");
        let (template, upload) = widget::workbook(self.context, "target", &here);
        let template = with_query(&template, "cari", plan.id.as_str());
        html! {
            form.saring role="search" aria-label="Saring matriks ini" action=(here) {
                input type="hidden" name="dokumen" value=(plan.id);
                label.tersembunyi for="saring" { "Cari" }
                input #saring type="search" name="cari" placeholder="Cari" value=(wanted);
                button { "Cari" }
                @if !wanted.is_empty() {
                    span.lembut role="status" { (listing.rows().len()) " indikator" }
                    a href=(with_query(&self.context.link("renstra"), "dokumen", plan.id.as_str())) { "Tampilkan semua" }
                }
                a href=(listing.file_address("xlsx")) { "Unduh XLSX" } a href=(listing.file_address("csv")) { "Unduh CSV" }
                @if may_edit {
                    a href=(template) { "Unduh templat target (XLSX)" }
                    a href=(upload) { "Unggah target (XLSX)" }
                }
            }
        }
    }

    /// Where a row of the plan is edited or removed, and back to the matrix.
    fn edit_link(&self, tabel: &'static str, id: &str, name: &str) -> Markup {
        let found = self.rows.get(&(tabel, id.to_owned()));
        let row = |baris_ke| self.context.plain(&format!("tabel/{tabel}/{baris_ke}"));
        html! {
            @if let Some(baris_ke) = found {
                " " a.ubah href=(with_query(&row(baris_ke), "ke", &self.context.plain("renstra"))) { "Ubah" span.tersembunyi { " " (name) } }
            }
        }
    }

    /// Where something is added below a row of the plan.
    fn add_link(&self, jenis: &str, known: (&str, &str), words: &str, of: &str) -> Markup {
        html! { " " a.ubah href=(renstra_baru::address(self.context, jenis, Some(known))) { (words) span.tersembunyi { " pada " (of) } } }
    }

    fn tujuan_head(&self, it: &Tujuan, may_edit: bool) -> Markup {
        let (id, pokok) = (it.id.as_str(), pokok_code(&Pokok::Tujuan(it.id.clone())));
        html! {
            span.label { "Tujuan" } " " (it.uraian) (self.cells.marks.row("tujuan", id))
            @if may_edit {
                (self.edit_link("tujuan", id, &it.uraian))
                (self.add_link("sasaran", ("tujuan", id), "Tambah sasaran", &it.uraian))
                (self.add_link("indikator", ("pokok", &pokok), "Tambah indikator", &it.uraian))
            }
        }
    }

    fn sasaran_head(&self, it: &Sasaran, may_edit: bool) -> Markup {
        let (id, pokok) = (it.id.as_str(), pokok_code(&Pokok::Sasaran(it.id.clone())));
        html! {
            span.label { "Sasaran" } " " (it.uraian) (self.cells.marks.row("sasaran", id))
            @if may_edit {
                (self.edit_link("sasaran", id, &it.uraian))
                (self.add_link("indikator", ("pokok", &pokok), "Tambah indikator", &it.uraian))
            }
        }
    }

    fn table(
        &self,
        plan: &DokumenSumber,
        other: Option<&DokumenSumber>,
        listing: &Listing<'_, Row<'_>>,
        may_edit: bool,
    ) -> Markup {
        let years = self.years(plan);
        let span = 3 + years.len();
        let row = |it: &Indikator| self.row(it, plan, other, &years, may_edit);
        let is_narrowed = self.ask.query.given("cari").is_some();
        let shown: Vec<&Indikator> = listing.rows().iter().map(|it| it.indikator).collect();
        let measuring = |pokok: Pokok| shown.iter().copied().filter(move |it| it.pokok == pokok);
        // What nobody looked for is left out with all that it heads.
        let is_shown = |pokok: Pokok| !is_narrowed || shown.iter().any(|it| it.pokok == pokok);
        let is_headed = |it: &&Tujuan| {
            is_shown(Pokok::Tujuan(it.id.clone()))
                || self.berkas.sasaran.iter().any(|sasaran| {
                    sasaran.tujuan == it.id && is_shown(Pokok::Sasaran(sasaran.id.clone()))
                })
        };
        let tujuan: Vec<_> = self.berkas.tujuan.iter().filter(is_headed).collect();
        let problems = self.cells.refused.list();
        html! {
            @if tujuan.is_empty() {
                @match is_narrowed {
                    true => (widget::empty("Tidak ada yang cocok dengan saringan ini.", None)),
                    false => (widget::empty("Renstra ini belum mempunyai tujuan. Sesudah tujuan menyusul sasaran, indikator dan targetnya.", None)),
                }
            } @else { form method="post" action=(self.address_here(plan)) data-kisi[may_edit] {
                (form_token(self.ask))
                input type="hidden" name="dokumen" value=(plan.id);
                (widget::errors(&problems))
                div.gulung {
                    table.kisi.lipat {
                        thead { tr {
                            th scope="col" { "Tujuan, sasaran, indikator" } th scope="col" { "Satuan" } th.angka scope="col" { "Kondisi awal" }
                            @for it in &years { th.angka.(if *it == self.context.tahun() { "kini" } else { "" }) scope="col" { (it) } }
                        } }
                        @for tujuan in &tujuan {
                            tbody {
                                tr.kelompok { th scope="rowgroup" colspan=(span) { (self.tujuan_head(tujuan, may_edit)) } }
                                @for it in measuring(Pokok::Tujuan(tujuan.id.clone())) { (row(it)) }
                                @for sasaran in self.berkas.sasaran.iter().filter(|it| it.tujuan == tujuan.id && is_shown(Pokok::Sasaran(it.id.clone()))) {
                                    tr.kelompok.sub { th scope="rowgroup" colspan=(span) { (self.sasaran_head(sasaran, may_edit)) } }
                                    @for it in measuring(Pokok::Sasaran(sasaran.id.clone())) { (row(it)) }
                                }
                            }
                        }
                    }
                }
                @if may_edit {
                    p.bawah { button.utama { "Simpan target" } span.lembut role="status" data-kabar {} }
                }
            } }
            @if may_edit { p.bawah { a.tombol href=(renstra_baru::address(self.context, "tujuan", None)) { "Tambah tujuan" } a href=(self.context.link("tabel/target")) { "Ubah target satu per satu" } } }
        }
    }

    /// The matrix as a file: a row for each indikator, under its tujuan and sasaran.
    fn listing(&'a self, plan: &'a DokumenSumber) -> Listing<'a, Row<'a>> {
        let mut rows = Vec::new();
        for tujuan in &self.berkas.tujuan {
            let of =
                |pokok: Pokok| self.berkas.indikator.iter().filter(move |it| it.pokok == pokok);
            let head = tujuan.uraian.as_str();
            let own = of(Pokok::Tujuan(tujuan.id.clone()));
            rows.extend(own.map(|it| Row { tujuan: head, sasaran: "", indikator: it }));
            for sasaran in self.berkas.sasaran.iter().filter(|it| it.tujuan == tujuan.id) {
                let own = of(Pokok::Sasaran(sasaran.id.clone()));
                let row = |it| Row { tujuan: head, sasaran: &sasaran.uraian, indikator: it };
                rows.extend(own.map(row));
            }
        }
        let cell = move |it: &Row<'_>, jenis: JenisTarget, tahun: Option<Tahun>| match self
            .stated(it.indikator, plan, jenis, tahun)
            .map(|it| &it.nilai)
        {
            Some(Some(NilaiTarget::Angka(it))) => Cell::Number(it.to_string()),
            Some(Some(it)) => Cell::Text(target_words(it)),
            Some(None) => Cell::Text("NA".to_owned()),
            None => Cell::Text(String::new()),
        };
        let mut columns = vec![
            Column::text("tujuan", "Tujuan", |it: &Row<'_>| it.tujuan),
            Column::text("sasaran", "Sasaran", |it: &Row<'_>| it.sasaran),
            Column::text("indikator", "Indikator", |it: &Row<'_>| &it.indikator.nama),
            Column::text("satuan", "Satuan", |it: &Row<'_>| &it.indikator.satuan),
            Column::cell("kondisi-awal", "Kondisi awal", true, move |it: &Row<'_>| {
                cell(it, JenisTarget::KondisiAwal, None)
            }),
        ];
        for tahun in self.years(plan) {
            let of = move |it: &Row<'_>| cell(it, JenisTarget::Target, Some(tahun));
            columns.push(Column::cell(format!("target-{tahun}"), tahun.to_string(), true, of));
        }
        let name = format!("{}-{}", plan.id, self.context.perangkat());
        Listing::of(self.ask, (self.context.plain("renstra"), name), columns, rows)
    }

    /// The target that a document states for an indikator.
    fn stated(
        &self,
        it: &Indikator,
        dokumen: &DokumenSumber,
        jenis: JenisTarget,
        tahun: Option<Tahun>,
    ) -> Option<&Target> {
        self.berkas.target.iter().find(|row| {
            row.dokumen == dokumen.id
                && row.periode == Periode::Tahun
                && row.indikator == it.id
                && row.jenis == jenis
                && tahun.is_none_or(|year| row.tahun == year)
        })
    }

    /// The years of a version, those that it names and those for which it states a target.
    fn years(&self, plan: &DokumenSumber) -> BTreeSet<Tahun> {
        let of_plan = |it: &&Target| it.dokumen == plan.id && it.periode == Periode::Tahun;
        let rows = self.berkas.target.iter().filter(of_plan);
        let mut years: BTreeSet<Tahun> =
            rows.filter(|it| it.jenis == JenisTarget::Target).map(|it| it.tahun).collect();
        if let (Some(from), Some(to)) = (plan.tahun, plan.sampai) {
            // The first year of a plan is the state before it where no target is stated for it.
            years.extend((from.get() + 1..=to.get()).filter_map(Tahun::new));
            years.extend(Some(self.context.tahun()).filter(|it| (from..=to).contains(it)));
        }
        years
    }

    /// A change of the plan begins as a copy of it.
    fn revise_form(&self, plan: &DokumenSumber) -> Markup {
        let entry = Entry::new(self.ask, &self.revision, true);
        let title = format!("Perubahan {}", plan.judul);
        html! {
            details.menu open[entry.is_back()] {
                summary.tombol { "Buat perubahan Renstra …" }
                form.kolom method="post" action=(self.context.plain("renstra/perubahan")) {
                    (form_token(self.ask))
                    (entry.summary())
                    input type="hidden" name="dokumen" value=(plan.id);
                    p.lembut { "Semua target dan pagu " (plan.judul) " disalin ke dokumen baru; yang lama tidak berubah." }
                    (entry.field("judul", "Judul", &title, |it| it.input("text", true)))
                    (entry.field("nomor", "Nomor keputusan", "", |it| it.input("text", false)))
                    (entry.field("tanggal", "Tanggal ditetapkan", "", |it| it.input("date", true)))
                    button.utama { "Buat perubahan" }
                }
            }
        }
    }

    /// Every target of the year that two versions of the plan state differently.
    fn differences(&self, plan: &DokumenSumber, other: &DokumenSumber) -> Markup {
        let stated = |dokumen: &DokumenSumber| -> BTreeMap<(&str, &str, Tahun), String> {
            let rows = self.berkas.target.iter();
            let of_plan =
                rows.filter(|it| it.dokumen == dokumen.id && it.periode == Periode::Tahun);
            let words =
                |it: &Target| it.nilai.as_ref().map_or_else(|| "NA".to_owned(), target_words);
            of_plan
                .map(|it| ((it.indikator.as_str(), it.jenis.code(), it.tahun), words(it)))
                .collect()
        };
        let (own, theirs) = (stated(plan), stated(other));
        let keys: BTreeSet<_> = own.keys().chain(theirs.keys()).collect();
        let rows: Vec<_> = keys.into_iter().filter(|key| own.get(key) != theirs.get(key)).collect();
        let name = |id: &str| {
            let mut all = self.berkas.indikator.iter();
            all.find(|it| it.id.as_str() == id).map_or_else(|| id.to_owned(), |it| it.nama.clone())
        };
        let period = |jenis: &str, tahun: Tahun| match jenis == JenisTarget::KondisiAwal.code() {
            true => format!("Kondisi awal {tahun}"),
            false => tahun.to_string(),
        };
        let cell = |found: Option<&String>| {
            html! {
                @match found { Some(it) => (it), None => span.kosong { "tidak ada" } }
            }
        };
        html! {
            section aria-labelledby="perbedaan" {
                h2 #perbedaan { "Perbedaan dengan " (other.judul) }
                @if rows.is_empty() { p.lembut { "Semua target sama." } }
                @else {
                    table.lipat {
                        thead { tr {
                            th scope="col" { "Indikator" } th scope="col" { "Tahun" }
                            th.angka scope="col" { (other.judul) } th.angka scope="col" { (plan.judul) }
                        } }
                        tbody { @for key in &rows { @let (id, jenis, tahun) = **key; tr {
                            th scope="row" { (name(id)) }
                            td data-judul="Tahun" { (period(jenis, tahun)) }
                            td.angka data-judul=(other.judul) { (cell(theirs.get(*key))) }
                            td.angka data-judul=(plan.judul) { (cell(own.get(*key))) }
                        } } }
                    }
                }
            }
        }
    }

    /// The cell of the state before the plan, where it is a number: of the year that it names, or of the
    /// first of the plan.
    fn first_key(
        &self,
        it: &Indikator,
        plan: &DokumenSumber,
        first: Option<&Target>,
    ) -> Option<CellKey> {
        let year = first.map(|row| row.tahun).or(plan.tahun)?.to_string();
        let parts = [it.id.as_str(), plan.id.as_str(), &year, "tahun", "kondisi_awal"];
        is_number(it, first).then(|| CellKey::new(&TARGET, &parts))
    }

    fn row(
        &self,
        it: &Indikator,
        plan: &DokumenSumber,
        other: Option<&DokumenSumber>,
        years: &BTreeSet<Tahun>,
        may_edit: bool,
    ) -> Markup {
        let stated = |dokumen: &DokumenSumber, jenis: JenisTarget, tahun: Option<Tahun>| {
            self.stated(it, dokumen, jenis, tahun)
        };
        // All that is stated of an indikator has the same decimals, so that the years compare.
        let own = self.berkas.target.iter().filter(|row| row.indikator == it.id);
        let scale = own.filter_map(|row| row.nilai.as_ref()).map(decimals).max().unwrap_or(0);
        let words = |row: &Target| {
            let words = |it| target_words_at(it, scale);
            row.nilai.as_ref().map_or_else(|| "NA".to_owned(), words)
        };
        let first = stated(plan, JenisTarget::KondisiAwal, None);
        html! {
            tr {
                th.menjorok scope="row" {
                    (it.nama) (self.cells.marks.indikator(it.id.as_str()))
                    @if may_edit { (self.edit_link("indikator", it.id.as_str(), &it.nama)) }
                }
                td.lembut data-judul="Satuan" { (it.satuan) }
                @if let (Some(key), true) = (self.first_key(it, plan, first), may_edit) {
                    (self.cells.show(&key, true, ("", &format!("Kondisi awal {}", it.nama), "Kondisi awal")))
                } @else {
                    td.angka data-judul="Kondisi awal" { @match first { Some(row) => (words(row)), None => span.kosong { (widget::NOTHING) } } }
                }
                @for tahun in years {
                    @let class = if *tahun == self.context.tahun() { "kini" } else { "" };
                    @let found = stated(plan, JenisTarget::Target, Some(*tahun));
                    @let is_number = is_number(it, found);
                    @let key = CellKey::new(&TARGET, &[it.id.as_str(), plan.id.as_str(), &tahun.to_string(), "tahun", "target"]);
                    @if may_edit && is_number {
                        (self.cells.show(&key, true, (class, &format!("Target {} tahun {tahun}", it.nama), &tahun.to_string())))
                    } @else {
                        @let before = other.and_then(|it| stated(it, JenisTarget::Target, Some(*tahun))).map(words);
                        @let now = found.map(words);
                        td.angka.(class) data-judul=(tahun) {
                            (self.cells.marks.sign(&key))
                            @if let (Some(before), Some(now)) = (&before, &now) && before != now { del { (before) } " → " }
                            @match now { Some(now) => (now), None => span.kosong { (widget::NO_TARGET) } }
                        }
                    }
                }
            }
        }
    }
}

pub(crate) fn matrix(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let mut matrix = Matrix::load(ask, &context)?;
    if let (_, Some(plan)) = matrix.plans()
        && let Some(file) = matrix.listing(plan).file()?
    {
        return Ok(file);
    }
    matrix.cells.marks = Marks::load(ask, &context)?;
    Ok(Reply::page(matrix.page()))
}

/// Makes a change of the plan: a new document with a copy of all that the plan states.
pub(crate) fn revise(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let mut matrix = Matrix::load(ask, &context)?;
    let (plans, plan) = matrix.plans();
    let plan = plan.ok_or_else(|| Fault::NotFound("Renstra belum dicatat.".to_owned()))?.clone();
    let judul = ask.form.get("judul");
    let mut errors = Errors::default();
    if judul.is_empty() {
        errors.add("judul", "Judul belum diisi.");
    } else if plans.iter().any(|it| it.judul == judul) {
        errors.add("judul", "Sudah ada Renstra berjudul itu; tulis yang lain.");
    }
    let tanggal = ask.form.get("tanggal");
    if tanggal.parse::<Date>().is_err() {
        let why = "Tanggal: isi hari penetapannya, seperti 2024-03-15.";
        errors.add("tanggal", why);
    } else if plan.tanggal.is_some_and(|before| tanggal.parse::<Date>().is_ok_and(|it| it < before))
    {
        let why = "Tanggal: perubahan tidak dapat mendahului Renstra yang diubahnya.";
        errors.add("tanggal", why);
    }
    if !errors.is_empty() {
        matrix.revision = errors;
        return Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, matrix.page()));
    }
    let is_taken = |id: &str| matrix.berkas.dokumen.iter().any(|it| it.id.as_str() == id);
    let id = id_of_change(plan.id.as_str(), is_taken);
    let year = |it: Option<Tahun>| it.map_or_else(String::new, |it| it.to_string());
    let cells = [
        ("id", id.clone()),
        ("jenis", JenisDokumen::Renstra.code().to_owned()),
        ("judul", judul.to_owned()),
        ("nomor", ask.form.get("nomor").to_owned()),
        ("tanggal", tanggal.to_owned()),
        ("tahun", year(plan.tahun)),
        ("sampai", year(plan.sampai)),
        ("penerbit", plan.penerbit.clone().unwrap_or_default()),
        ("mengubah", plan.id.to_string()),
    ];
    let row = |tabel: &str, cells: Vec<(String, String)>| NewRow {
        tabel: tabel.to_owned(),
        cells,
        ..NewRow::default()
    };
    let cells = cells.map(|(name, cell)| (name.to_owned(), cell)).to_vec();
    let mut added = vec![row("dokumen", cells)];
    added.extend(copied(ask, &context, plan.id.as_str(), &id)?);
    ask.store().apply(&ask.pelaku(), &context.berkas, Vec::new(), added)?;
    Ok(Reply::go_to(&with_query(&context.plain("renstra"), "dokumen", &id)))
}

/// An id for what changes something, the first that is free: `renstra-2021-perubahan-1`.
pub(crate) fn id_of_change(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut ids = (1..).map(|n| format!("{id}-perubahan-{n}"));
    ids.find(|it| !is_taken(it)).unwrap_or_default()
}

/// All that a document states, as new rows of another one.
pub(crate) fn copied(
    ask: &Ask<'_>,
    context: &Context,
    from: &str,
    to: &str,
) -> Result<Vec<NewRow>, Fault> {
    let mut rows = Vec::new();
    for name in ["target", "pagu"] {
        let Some(table) = fact_tables().find(|it| it.name == name) else { continue };
        let Some(place) = table.column_index("dokumen") else { continue };
        for kept in ask.store().rows(&context.berkas, name)? {
            if kept.cells[place] == from {
                let cells =
                    table.columns.iter().zip(kept.cells).enumerate().map(|(at, (column, cell))| {
                        (column.name.to_owned(), if at == place { to.to_owned() } else { cell })
                    });
                rows.push(NewRow {
                    tabel: name.to_owned(),
                    cells: cells.collect(),
                    ..NewRow::default()
                });
            }
        }
    }
    Ok(rows)
}

/// Keeps the targets that were changed in the matrix.
pub(crate) fn save(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let mut matrix = Matrix::load(ask, &context)?;
    let (_, plan) = matrix.plans();
    let plan = plan.ok_or_else(|| Fault::NotFound("Renstra belum dicatat.".to_owned()))?;
    let here = matrix.address_here(plan);
    let saved = sheet::save(ask, &context, &here, |key| {
        let is_of_plan = key.kind == &TARGET
            && key.part("dokumen") == plan.id.as_str()
            && key.part("periode") == Periode::Tahun.code();
        let mut all = matrix.berkas.indikator.iter();
        let it = all.find(|it| it.id.as_str() == key.part("indikator")).filter(|_| is_of_plan)?;
        Some(sheet::style_of(&it.satuan))
    })?;
    sheet::answer(
        ask,
        &here,
        saved,
        |refused| {
            matrix.cells.refused = refused;
            matrix.cells.marks = Marks::load(ask, &context)?;
            Ok(matrix.page())
        },
        |_| {
            let mut fresh = Matrix::load(ask, &context)?;
            fresh.cells.marks = Marks::load(ask, &context)?;
            Ok((fresh.cells, sheet::Derived::new()))
        },
    )
}

/// Whether a target of an indikator is typed as a number.
pub(crate) fn is_number(it: &Indikator, stated: Option<&Target>) -> bool {
    it.skala_nilai.is_none()
        && stated.is_none_or(|row| matches!(row.nilai, None | Some(NilaiTarget::Angka(_))))
}

/// A target as people read it.
pub(crate) fn target_words(it: &NilaiTarget) -> String {
    target_words_at(it, 0)
}

/// How many decimals a target was written with.
pub(crate) fn decimals(it: &NilaiTarget) -> u32 {
    match it {
        NilaiTarget::Angka(it) => it.scale(),
        NilaiTarget::Rentang(from, to) => from.scale().max(to.scale()),
        NilaiTarget::Predikat(_) => 0,
    }
}

/// The same with at least so many decimals, as the figures that it stands with.
pub(crate) fn target_words_at(it: &NilaiTarget, decimals: u32) -> String {
    let number = |it: Decimal| widget::at_scale(it, decimals);
    match it {
        NilaiTarget::Angka(it) => number(*it),
        NilaiTarget::Rentang(from, to) => format!("{}–{}", number(*from), number(*to)),
        NilaiTarget::Predikat(it) => it.clone(),
    }
}
