//! Anggaran: programs, kegiatan and subkegiatan with their codes, the pagu of each document, what was
//! spent, and where the money comes from.

use maud::{Markup, html};
use selaras_domain::angka::Style;
use selaras_domain::{
    BarisId, Berkas, Code, DokumenSumber, Figure, Hasil, Id, JenisDokumen, Pejabat,
    ProgramKegiatan, tanggal,
};

use selaras_store::Part;

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, with_query};
use crate::findings::Marks;
use crate::frame::{Head, Phase, page};
use crate::list::{Column, Listing};
use crate::permission::Permission;
use crate::sheet::{self, CellKey, Cells, Kept, PAGU};
use crate::widget::{self, count, figure, find_until, form_token};

const TABLES: &[&str] = &[
    "dokumen",
    "program_kegiatan",
    "pagu",
    "sumber_dana",
    "realisasi_anggaran",
    "belanja",
    "perjanjian_kinerja",
    "pejabat",
    "unit_kerja",
];

/// Rows of the budget on a page: under 100 KB of HTML.
const ROWS: usize = 40;

/// The budget of the year, row by row.
struct Sheet<'a> {
    ask: &'a Ask<'a>,
    context: &'a Context,
    berkas: Berkas,
    hasil: Hasil,
    cells: Cells,
}

impl<'a> Sheet<'a> {
    fn load(ask: &'a Ask<'a>, context: &'a Context) -> Result<Sheet<'a>, Fault> {
        let berkas = ask.store().berkas_part(&context.berkas, &Part::of(TABLES))?;
        let hasil = selaras_rules::measure_without_trails(&berkas);
        let cells = Cells::of(Kept::of_plan(&berkas));
        Ok(Sheet { ask, context, berkas, hasil, cells })
    }

    /// The documents with a column: the phases of the budget, the agreement of the head, and the one that
    /// was chosen of the others.
    fn documents(&self) -> Vec<&DokumenSumber> {
        let chosen = self.ask.query.get("menurut");
        let is_shown = |it: &&DokumenSumber| self.is_phase(it) || it.id.as_str() == chosen;
        self.stating().into_iter().filter(is_shown).collect()
    }

    /// The official whose agreement a document is.
    fn owner(&self, doc: &DokumenSumber) -> Option<&Pejabat> {
        let it = self.berkas.perjanjian_kinerja.iter().find(|it| it.dokumen == doc.id)?;
        self.berkas.find_pejabat(&it.pihak_pertama)
    }

    /// Whether a document is one that every budget passes through.
    fn is_phase(&self, doc: &DokumenSumber) -> bool {
        match doc.jenis {
            JenisDokumen::Renja | JenisDokumen::Dpa | JenisDokumen::Dppa => true,
            JenisDokumen::PerjanjianKinerja => !self.is_of_others(doc),
            _ => false,
        }
    }

    /// Whether a document is the agreement of somebody below the head, for a part of the budget.
    fn is_of_others(&self, doc: &DokumenSumber) -> bool {
        self.owner(doc).is_some_and(|it| {
            let unit = it.unit_kerja.as_ref();
            let unit = unit.and_then(|id| self.berkas.unit_kerja.iter().find(|it| it.id == *id));
            unit.is_some_and(|it| it.induk.is_some())
        })
    }

    /// What a column calls a document: no two the same.
    fn title_of(&self, doc: &DokumenSumber) -> String {
        let title = |it: &DokumenSumber| match self.owner(it).filter(|_| self.is_of_others(it)) {
            Some(owner) => format!("{} {}", short_name(it), owner.jabatan),
            None => short_name(it),
        };
        let own = title(doc);
        let is_same = |it: &&DokumenSumber| title(it) == own;
        match (self.stating().into_iter().filter(is_same).count(), doc.tanggal) {
            (0 | 1, _) => own,
            (_, Some(day)) => format!("{own}, {}", tanggal::format(day)),
            (_, None) => format!("{own}, {}", doc.id),
        }
    }

    /// The documents that have no column unless one chooses theirs.
    fn others(&self) -> Markup {
        let others = self.stating().into_iter().filter(|it| !self.is_phase(it));
        let others: Vec<_> = others.collect();
        let chosen = self.ask.query.get("menurut");
        let address = |id: &str| {
            let changes = [("menurut", id), ("ubah", "")];
            widget::with_changes(&self.context.plain("anggaran"), &self.ask.query, &changes)
        };
        html! {
            @if !others.is_empty() {
                details.menu {
                    summary { "Dokumen lain (" (others.len()) ")" }
                    ul {
                        @for it in &others {
                            li { a href=(address(it.id.as_str())) aria-current=[(it.id.as_str() == chosen).then_some("true")] { (self.title_of(it)) } }
                        }
                        @if !chosen.is_empty() { li { a href=(address("")) { "Tanpa dokumen lain" } } }
                    }
                }
            }
        }
    }

    /// The documents that state a pagu for the year, in order.
    fn stating(&self) -> Vec<&DokumenSumber> {
        let tahun = self.context.tahun();
        let states = |doc: &&DokumenSumber| {
            self.berkas.pagu.iter().any(|it| it.dokumen == doc.id && it.tahun == tahun)
        };
        let may_state = |doc: &&DokumenSumber| {
            doc.tahun == Some(tahun)
                && matches!(doc.jenis, JenisDokumen::Renja | JenisDokumen::Dpa | JenisDokumen::Dppa)
        };
        self.berkas.dokumen.iter().filter(|doc| states(doc) || may_state(doc)).collect()
    }

    fn pagu(&self, id: &BarisId, doc: &DokumenSumber) -> (CellKey, String) {
        let tahun = self.context.tahun().to_string();
        let key = CellKey::new(&PAGU, &[id.as_str(), doc.id.as_str(), &tahun]);
        let value = self.cells.kept.get(&key).0.to_owned();
        (key, value)
    }

    /// The address of the rows that were asked for, in their order.
    fn address_here(&self) -> String {
        widget::with_changes(&self.context.plain("anggaran"), &self.ask.query, &[])
    }

    /// The document whose pagu are being entered.
    fn editing(&self) -> Option<&str> {
        let may_edit = self.ask.may(Permission::EditFacts, Some(self.context.perangkat()));
        self.ask.query.given("ubah").filter(|_| may_edit)
    }

    /// The rows as a list: each with its pagu by document, what was spent, and where it comes from.
    fn listing(&self) -> Listing<'_, &ProgramKegiatan> {
        type Row<'r> = &'r ProgramKegiatan;
        let width = self.berkas.kebijakan.lebar_subkegiatan as usize;
        let mut columns = vec![
            Column::made("kode", "Kode", move |it: &Row<'_>| {
                it.kode.as_ref().map_or_else(String::new, |it| it.render(width))
            }),
            Column::text("uraian", "Uraian", |it: &Row<'_>| &it.nama),
        ];
        for doc in self.documents() {
            let words = format!("{} (Rp)", self.title_of(doc));
            let pagu = move |it: &Row<'_>| Some(self.pagu(&it.id, doc).1);
            columns.push(Column::number(format!("pagu-{}", doc.id), words, pagu));
        }
        let spent = |name: &'static str, words: &'static str| {
            let value = move |it: &Row<'_>| self.spent(it.id.as_str(), name)?.value;
            Column::number(name, words, value)
        };
        columns.push(spent("realisasi", "Realisasi (Rp)"));
        columns.push(spent("persen", "Serapan (%)"));
        columns.push(
            Column::made("sumber-dana", "Sumber dana", |it: &Row<'_>| {
                funds(&self.berkas, &it.id).join(", ")
            })
            .choice_of(|it| funds(&self.berkas, &it.id).into_iter().map(str::to_owned).collect()),
        );
        columns.push(
            Column::text("jenjang", "Jenjang", |it: &Row<'_>| it.jenjang.code()).choice().in_file(),
        );
        let name = format!("anggaran-{}-{}", self.context.perangkat(), self.context.tahun());
        let rows = self.berkas.program_kegiatan.iter().collect();
        Listing::of(self.ask, (self.context.plain("anggaran"), name), columns, rows)
            .rows_of_page(ROWS)
            .nothing(
                "Belum ada program dan kegiatan.",
                Some((&self.context.link("tabel/program_kegiatan"), "Isi program dan kegiatan")),
            )
    }

    /// The tables behind the page as workbooks, there and back.
    fn workbooks(&self) -> Markup {
        let here = self.context.plain("anggaran");
        html! {
            @for (tabel, words) in [("program_kegiatan", "program dan kegiatan"), ("pagu", "pagu")] {
                @let (template, upload) = widget::workbook(self.context, tabel, &here);
                a href=(template) { "Unduh templat " (words) " (XLSX)" }
                a href=(upload) { "Unggah " (words) " (XLSX)" }
            }
        }
    }

    /// The pagu of a row that a document does not state itself, of the rows below it.
    fn added_up(&self, row: &ProgramKegiatan, doc: &DokumenSumber) -> Markup {
        let year = self.context.tahun().to_string();
        let id = ["anggaran", row.id.as_str(), &year, "pagu", doc.id.as_str()];
        let found = widget::find(&self.hasil, &id);
        // An agreement names the programs that it is about and need not go below them.
        let is_silent = doc.jenis == JenisDokumen::PerjanjianKinerja
            && found.is_none_or(|it| it.value.is_none());
        if is_silent {
            return html! { span.kosong { "–" } };
        }
        widget::bare(self.context, found, widget::NOT_FILLED)
    }

    /// What a row has spent when the quarter ends, or its share of the pagu.
    fn spent(&self, id: &str, what: &str) -> Option<&Figure> {
        find_until(self.context, &self.hasil, &["anggaran", id], &[what])
    }

    fn page(&self) -> Markup {
        let documents = self.documents().into_iter().map(|it| (it, self.title_of(it)));
        let documents: Vec<(&DokumenSumber, String)> = documents.collect();
        let n_rows = self.berkas.program_kegiatan.len();
        let here = match self.ask.query.given("menurut") {
            Some(it) => with_query(&self.context.link("anggaran"), "menurut", it),
            None => self.context.link("anggaran"),
        };
        let listing = self.listing();
        let (rows, pages) = listing.page();
        let may_edit = self.ask.may(Permission::EditFacts, Some(self.context.perangkat()));
        let is_edited = self.editing().is_some();
        let problems = self.cells.refused.list();
        let body = html! {
            @if n_rows == 0 {
                (listing.hollow())
                @if may_edit { p.alat { a href=(self.context.link("anggaran/katalog")) { "Tambah dari katalog" } (self.workbooks()) } }
            } @else {
                (listing.controls())
                p.alat {
                    @if may_edit { a href=(self.context.link("anggaran/katalog")) { "Tambah dari katalog" } }
                    @if may_edit {
                        span { "Isi pagu menurut:" }
                        @for (it, title) in &documents {
                            a href=(with_query(&here, "ubah", it.id.as_str())) title=(it.judul) aria-current=[(self.editing() == Some(it.id.as_str())).then_some("true")] { (title) }
                        }
                        @if is_edited { a href=(here) { "Selesai mengisi" } }
                        (self.workbooks())
                    }
                    (self.others())
                }
                form method="post" action=(self.address_here()) data-kisi[is_edited] {
                    (form_token(self.ask))
                    (widget::errors(&problems))
                    @if rows.is_empty() { (listing.hollow()) }
                    @else { div.gulung tabindex="0" role="region" aria-label="Anggaran" {
                        table.kisi.lipat.uang {
                            thead { tr {
                                (listing.head("kode")) (listing.head("uraian"))
                                @for (it, _) in &documents { (listing.head(&format!("pagu-{}", it.id))) }
                                (listing.head("realisasi")) (listing.head("persen"))
                            } }
                            tbody { @for row in rows { (self.row(row, &documents)) } }
                        }
                    } }
                    (widget::legend())
                    (pages)
                    @if is_edited { p.bawah { button.utama { "Simpan pagu" } span.lembut role="status" data-kabar {} } }
                }
            }
        };
        let total = self.spent("total", "persen");
        let state = html! {
            (count(n_rows)) " baris, " (count(documents.len())) " dokumen anggaran"
            @if let Some(total) = total { ", serapan " (figure(self.context, Some(total))) } "."
        };
        let head =
            Head::new(format!("Anggaran {}", self.context.until_words()), Phase::Plan).state(state);
        page(self.ask, Some(self.context), &head, body)
    }

    fn row(&self, row: &ProgramKegiatan, documents: &[(&DokumenSumber, String)]) -> Markup {
        let width = self.berkas.kebijakan.lebar_subkegiatan as usize;
        let is_parent = self.berkas.children(&row.id).next().is_some();
        let spent = |what: &str| {
            let found = self.spent(row.id.as_str(), what);
            widget::bare(self.context, found, widget::NOT_FILLED)
        };
        let funds = funds(&self.berkas, &row.id);
        html! {
            tr class=(if is_parent { "induk" } else { "" }) {
                td.kode data-judul="Kode" { (row.kode.as_ref().map_or_else(String::new, |it| it.render(width))) }
                th.{ "j" (depth(&self.berkas, &row.id)) } scope="row" {
                    (row.nama) (self.cells.marks.baris(row.id.as_str()))
                    @if !is_parent && !funds.is_empty() { br; small.lembut { (funds.join(", ")) } }
                }
                @for (doc, title) in documents {
                    @let (key, value) = self.pagu(&row.id, doc);
                    @if self.editing() == Some(doc.id.as_str()) {
                        (self.cells.show(&key, true, ("", &format!("{}, {}", row.nama, doc.judul), title)))
                    } @else {
                        td.angka data-judul=(title) { (self.cells.marks.sign(&key)) @if value.is_empty() { (self.added_up(row, doc)) } @else { (sheet::shown(&value)) } }
                    }
                }
                td.angka data-judul="Realisasi" { (spent("realisasi")) }
                td.angka data-judul="Serapan (%)" { (spent("persen")) }
            }
        }
    }
}

/// What a narrow column calls a document; its title is the full name.
fn short_name(it: &DokumenSumber) -> String {
    match it.jenis {
        JenisDokumen::Rpjmd => "RPJMD".to_owned(),
        JenisDokumen::Renstra => "Renstra".to_owned(),
        JenisDokumen::Renja => "Renja".to_owned(),
        JenisDokumen::Dpa => "DPA".to_owned(),
        JenisDokumen::Dppa => "DPPA".to_owned(),
        JenisDokumen::PerjanjianKinerja if it.mengubah.is_some() => "Perubahan PK".to_owned(),
        JenisDokumen::PerjanjianKinerja => "PK".to_owned(),
        other => crate::page::table::title(other.code()),
    }
}

pub(crate) fn anggaran(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let mut sheet = Sheet::load(ask, &context)?;
    if ask.wants_file()
        && let Some(file) = sheet.listing().file()?
    {
        return Ok(file);
    }
    sheet.cells.marks = Marks::load(ask, &context)?;
    Ok(Reply::page(sheet.page()))
}

/// Keeps the pagu that were changed.
pub(crate) fn save(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let mut sheet = Sheet::load(ask, &context)?;
    let here = sheet.address_here();
    let year = context.tahun().to_string();
    let saved = sheet::save(ask, &context, &here, |key| {
        let is_ours = key.kind == &PAGU && key.part("tahun") == year;
        is_ours.then_some(Style::Thousands)
    })?;
    sheet::answer(
        ask,
        &here,
        saved,
        |refused| {
            sheet.cells.refused = refused;
            sheet.cells.marks = Marks::load(ask, &context)?;
            Ok(sheet.page())
        },
        |_| {
            let mut fresh = Sheet::load(ask, &context)?;
            fresh.cells.marks = Marks::load(ask, &context)?;
            Ok((fresh.cells, sheet::Derived::new()))
        },
    )
}

/// How deep a row stands in the tree of programs.
pub(crate) fn depth(berkas: &Berkas, id: &BarisId) -> usize {
    let mut depth = 0;
    let mut at = berkas.find_baris(id);
    while let Some(parent) = at.and_then(|it| it.induk.as_ref()).filter(|_| depth < 8) {
        at = berkas.find_baris(parent);
        depth += 1;
    }
    depth
}

fn funds<'b>(berkas: &'b Berkas, id: &BarisId) -> Vec<&'b str> {
    let mut names: Vec<&str> = Vec::new();
    for it in berkas.sumber_dana.iter().filter(|it| it.baris == *id) {
        if !names.contains(&it.nama.as_str()) {
            names.push(&it.nama);
        }
    }
    names
}
