//! Anggaran: programs, kegiatan and subkegiatan with their codes, the pagu of each document, what was
//! spent, and where the money comes from.

use maud::{Markup, html};
use selaras_domain::angka::{self, Style};
use selaras_domain::{
    BarisId, Berkas, Code, DokumenSumber, Hasil, Id, JenisDokumen, ProgramKegiatan,
};

use selaras_store::Part;

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, with_query};
use crate::export::{Cell, List, download};
use crate::frame::{Head, Phase, page};
use crate::permission::Permission;
use crate::sheet::{self, CellKey, Kept, PAGU, Refused};
use crate::widget::{self, figure, find, form_token};

const TABLES: &[&str] =
    &["dokumen", "program_kegiatan", "pagu", "sumber_dana", "realisasi_anggaran", "belanja"];

/// Rows of the budget on a page: under 100 KB of HTML.
const ROWS: usize = 40;

/// The budget of the year, row by row.
struct Sheet<'a> {
    ask: &'a Ask<'a>,
    context: &'a Context,
    berkas: Berkas,
    hasil: Hasil,
    kept: Kept,
    refused: Refused,
}

impl<'a> Sheet<'a> {
    fn load(ask: &'a Ask<'a>, context: &'a Context) -> Result<Sheet<'a>, Fault> {
        let berkas = ask.store().berkas_part(&context.berkas, &Part::of(TABLES))?;
        let hasil = selaras_rules::measure_without_trails(&berkas);
        let kept = Kept::of_plan(&berkas);
        Ok(Sheet { ask, context, berkas, hasil, kept, refused: Refused::default() })
    }

    /// The documents that state a pagu for the year, in order.
    fn documents(&self) -> Vec<&DokumenSumber> {
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
        let value = self.kept.get(&key).0.to_owned();
        (key, value)
    }

    fn address(&self) -> String {
        match self.editing() {
            Some(id) => with_query(&self.context.link("anggaran"), "ubah", id),
            None => self.context.link("anggaran"),
        }
    }

    /// The same on the page of it that was asked for.
    fn address_here(&self) -> String {
        match self.ask.query.given("hal") {
            Some(page) => with_query(&self.address(), "hal", page),
            None => self.address(),
        }
    }

    /// The document whose pagu are being entered.
    fn editing(&self) -> Option<&str> {
        let may_edit = self.ask.may(Permission::EditFacts, Some(self.context.perangkat()));
        self.ask.query.given("ubah").filter(|_| may_edit)
    }

    fn list(&self) -> List {
        let documents = self.documents();
        let width = self.berkas.kebijakan.lebar_subkegiatan as usize;
        let mut heads = vec!["Kode".to_owned(), "Uraian".to_owned()];
        heads.extend(documents.iter().map(|it| it.judul.clone()));
        let row = |row: &ProgramKegiatan| {
            let kode = row.kode.as_ref().map_or_else(String::new, |it| it.render(width));
            let mut cells = vec![Cell::Text(kode), Cell::Text(row.nama.clone())];
            cells.extend(documents.iter().map(|doc| Cell::Number(self.pagu(&row.id, doc).1)));
            cells
        };
        List {
            name: format!("anggaran-{}-{}", self.context.perangkat(), self.context.tahun()),
            heads,
            rows: self.berkas.program_kegiatan.iter().map(row).collect(),
        }
    }

    fn page(&self) -> Markup {
        let documents = self.documents();
        let year = self.context.tahun().to_string();
        let n_rows = self.berkas.program_kegiatan.len();
        let here = self.context.link("anggaran");
        let (range, pages) =
            widget::paging_by(ROWS, &self.address(), self.ask.query.get("hal"), n_rows);
        let may_edit = self.ask.may(Permission::EditFacts, Some(self.context.perangkat()));
        let is_edited = self.editing().is_some();
        let problems = self.refused.list();
        let body = html! {
            @if n_rows == 0 {
                (widget::empty("Belum ada program dan kegiatan.", Some((&self.context.link("tabel/program_kegiatan"), "Isi program dan kegiatan"))))
                @if may_edit { p.alat { a href=(self.context.link("anggaran/katalog")) { "Tambah dari katalog" } } }
            } @else {
                p.alat {
                    a href=(with_query(&here, "unduh", "xlsx")) { "Unduh XLSX" }
                    a href=(with_query(&here, "unduh", "csv")) { "Unduh CSV" }
                    @if may_edit { a href=(self.context.link("anggaran/katalog")) { "Tambah dari katalog" } }
                    @if may_edit {
                        span { "Isi pagu menurut:" }
                        @for it in &documents {
                            a href=(with_query(&here, "ubah", it.id.as_str())) title=(it.judul) aria-current=[(self.editing() == Some(it.id.as_str())).then_some("true")] { (short_name(it)) }
                        }
                        @if is_edited { a href=(here) { "Selesai mengisi" } }
                    }
                }
                form method="post" action=(self.address_here()) data-kisi[is_edited] {
                    (form_token(self.ask))
                    (widget::errors(&problems))
                    div.gulung {
                        table.kisi.lipat {
                            thead { tr {
                                th scope="col" { "Kode" } th scope="col" { "Uraian" }
                                @for it in &documents { th.angka scope="col" title=(it.judul) { (short_name(it)) " (Rp)" } }
                                th.angka scope="col" { "Realisasi (Rp)" } th.angka scope="col" { "Serapan" } th scope="col" { "Sumber dana" }
                            } }
                            tbody { @for row in &self.berkas.program_kegiatan[range] { (self.row(row, &documents, &year)) } }
                        }
                    }
                    (pages)
                    @if is_edited { p.bawah { button.utama { "Simpan pagu" } span.lembut role="status" data-kabar {} } }
                }
            }
        };
        let total = find(&self.hasil, &["anggaran", "total", &year, "persen"]);
        let state = html! {
            (n_rows) " baris, " (documents.len()) " dokumen anggaran"
            @if let Some(total) = total { ", serapan " (figure(self.context, Some(total))) } "."
        };
        let head = Head::new(format!("Anggaran {year}"), Phase::Plan).state(state);
        page(self.ask, Some(self.context), &head, body)
    }

    fn row(&self, row: &ProgramKegiatan, documents: &[&DokumenSumber], year: &str) -> Markup {
        let id = row.id.to_string();
        let width = self.berkas.kebijakan.lebar_subkegiatan as usize;
        let is_parent = self.berkas.children(&row.id).next().is_some();
        let spent = |what: &str| {
            let found = find(&self.hasil, &["anggaran", &id, year, what]);
            html! { @match found.and_then(|it| it.value) {
                Some(value) => a.angka href=(widget::jejak_address(self.context, found.map_or("", |it| it.id.as_str()))) { (angka::format(value)) },
                None => span.kosong { "–" },
            } }
        };
        html! {
            tr class=(if is_parent { "induk" } else { "" }) {
                td.kode data-judul="Kode" { (row.kode.as_ref().map_or_else(String::new, |it| it.render(width))) }
                th.{ "j" (depth(&self.berkas, &row.id)) } scope="row" { (row.nama) }
                @for doc in documents {
                    @let (key, value) = self.pagu(&row.id, doc);
                    @if self.editing() == Some(doc.id.as_str()) {
                        (sheet::cell(&self.kept, &self.refused, &key, true, ("", &format!("{}, {}", row.nama, doc.judul), &short_name(doc))))
                    } @else {
                        td.angka data-judul=(short_name(doc)) { @if value.is_empty() { span.kosong { "–" } } @else { (sheet::shown(&value)) } }
                    }
                }
                td.angka data-judul="Realisasi" { (spent("realisasi")) }
                td.angka data-judul="Serapan (%)" { (spent("persen")) }
                td.lembut data-judul="Sumber dana" { (funds(&self.berkas, &row.id)) }
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
    let sheet = Sheet::load(ask, &context)?;
    match ask.query.given("unduh") {
        Some(format) => download(&sheet.list(), format),
        None => Ok(Reply::page(sheet.page())),
    }
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
            sheet.refused = refused;
            Ok(sheet.page())
        },
        |_| Ok((Sheet::load(ask, &context)?.kept, sheet::Derived::new())),
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

fn funds(berkas: &Berkas, id: &BarisId) -> String {
    let mut names: Vec<&str> = Vec::new();
    for it in berkas.sumber_dana.iter().filter(|it| it.baris == *id) {
        if !names.contains(&it.nama.as_str()) {
            names.push(&it.nama);
        }
    }
    names.join(", ")
}
