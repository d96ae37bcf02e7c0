//! Katalog nomenklatur: the codes and names that are in force by budget year, loaded by an
//! administrator, looked up by everybody, and taken over into the budget of an office.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_domain::{
    Berkas, Code, Jenjang, Katalog, KodeNomenklatur, Nomenklatur, Polaritas, ProgramKegiatan, Tahun,
};
use selaras_package::katalog::{KatalogCell, from_csv, from_rows};
use selaras_store::{KatalogInfo, Lines, NewRow, Part, RowKept, StoreError};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, with_query};
use crate::frame::{Head, Phase, page};
use crate::intake;
use crate::list::{Column, Listing};
use crate::page::table;
use crate::permission::Permission;
use crate::server::FILE_LIMIT;
use crate::widget::{self, count, form_token};
use crate::workbook;

const HERE: &str = "/nomenklatur";
/// Digits of a subkegiatan as the catalogues since 2023 write them.
const WIDTH: usize = 4;
/// Lines that an office can choose from at a time.
const OFFERED: usize = 300;

/// As the catalogue writes it: an X for what is every urusan's own.
pub(crate) fn written(kode: &KodeNomenklatur) -> String {
    let text = kode.render(WIDTH);
    match text.strip_prefix("0.00") {
        Some(rest) => format!("X.XX{rest}"),
        None => text,
    }
}

pub(crate) fn matches(it: &Nomenklatur, wanted: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(wanted);
    wanted.is_empty()
        || has(&written(&it.kode))
        || has(&it.nama)
        || it.indikator.as_deref().is_some_and(has)
}

/// The catalogue that the address asks for, or the newest, among those that there are.
fn chosen(ask: &Ask<'_>, all: &[KatalogInfo]) -> Result<Option<Katalog>, Fault> {
    let wanted = ask.query.get("mulai");
    let found = all.iter().find(|it| it.mulai.to_string() == wanted).or_else(|| all.first());
    match found {
        Some(it) => Ok(ask.store().katalog(ask.pengguna()?.pemda, it.mulai, Lines::All)?),
        None => Ok(None),
    }
}

pub(crate) fn list(ask: &Ask<'_>) -> Answer {
    if ask.wants_file() {
        let all = ask.store().katalog_list(ask.pengguna()?.pemda)?;
        if let Some(katalog) = chosen(ask, &all)?
            && let Some(file) = lines(ask, &all, &katalog).file()?
        {
            return Ok(file);
        }
    }
    Ok(Reply::page(list_page(ask, &[], &[])?))
}

fn list_page(
    ask: &Ask<'_>,
    errors: &[(String, String)],
    faults: &[(String, String)],
) -> Result<Markup, Fault> {
    let all = ask.store().katalog_list(ask.pengguna()?.pemda)?;
    let katalog = chosen(ask, &all)?;
    let may_load = ask.may(Permission::Administer, None);
    let body = html! {
        @match &katalog {
            Some(katalog) => (lines(ask, &all, katalog).render()),
            None => (widget::empty(if may_load { "Belum ada katalog. Muat daftar nomenklatur dari keputusan Menteri Dalam Negeri di bawah ini; sejak itu kode dipilih, bukan diketik, dan diperiksa." } else { "Belum ada katalog. Mintalah administrator memuatnya." }, None)),
        }
        @if may_load { (loading(ask, &all, errors, faults)) }
    };
    let state = match &katalog {
        Some(it) => format!(
            "{}, berlaku mulai tahun anggaran {}; {} baris.",
            it.dasar,
            it.mulai,
            count(it.baris().len())
        ),
        None => "Kode dan nama program, kegiatan, dan subkegiatan yang berlaku.".to_owned(),
    };
    let head = Head::new("Katalog nomenklatur", Phase::Administer).state(state);
    Ok(page(ask, None, &head, body))
}

fn lines<'a>(
    ask: &'a Ask<'a>,
    all: &[KatalogInfo],
    katalog: &'a Katalog,
) -> Listing<'a, &'a Nomenklatur> {
    let columns = vec![
        Column::made("kode", "Kode", |it: &&Nomenklatur| written(&it.kode))
            .shown(|it| html! { span.kode { (written(&it.kode)) } }),
        Column::text("nama", "Nama", |it: &&Nomenklatur| &it.nama),
        Column::text("jenjang", "Jenjang", |it: &&Nomenklatur| {
            it.jenjang().map_or_else(Default::default, Jenjang::code)
        })
        .choice(),
        Column::optional("kinerja", "Kinerja", |it: &&Nomenklatur| it.kinerja.as_ref()).in_file(),
        Column::optional("indikator", "Indikator", |it: &&Nomenklatur| it.indikator.as_ref()),
        Column::optional("satuan", "Satuan", |it: &&Nomenklatur| it.satuan.as_ref()),
    ];
    let name = format!("nomenklatur-{}", katalog.mulai);
    let rows = katalog.baris().collect();
    let listing = Listing::of(ask, (HERE.to_owned(), name), columns, rows);
    if all.len() < 2 {
        return listing;
    }
    listing.more(html! {
        label for="mulai" { "Katalog" }
        select #mulai name="mulai" { @for it in all { option value=(it.mulai) selected[it.mulai == katalog.mulai] { "mulai " (it.mulai) } } }
    })
}

/// What an administrator does with the catalogues.
fn loading(
    ask: &Ask<'_>,
    all: &[KatalogInfo],
    errors: &[(String, String)],
    faults: &[(String, String)],
) -> Markup {
    let why = |name: &str| errors.iter().find(|(it, _)| it == name).map(|(_, why)| why);
    let is_wrong = |name: &str| why(name).map(|_| "true");
    let reason = |name: &str| {
        html! { @if let Some(why) = why(name) { span.galat-bidang { (why) } " " } }
    };
    html! {
        @if !all.is_empty() { section aria-labelledby="termuat" {
            h2 #termuat { "Katalog yang termuat" }
            table.lipat {
                thead { tr { th scope="col" { "Dasar" } th scope="col" { "Mulai tahun anggaran" } th.angka scope="col" { "Baris" } th scope="col" { span.tersembunyi { "Tindakan" } } } }
                tbody { @for it in all { tr {
                    th scope="row" { a href=(with_query(HERE, "mulai", &it.mulai.to_string())) { (it.dasar) } }
                    td data-judul="Mulai tahun anggaran" { (it.mulai) }
                    td.angka data-judul="Baris" { (count(it.baris)) }
                    td { form method="post" action="/administrasi/nomenklatur/hapus" {
                        (form_token(ask))
                        input type="hidden" name="mulai" value=(it.mulai);
                        button.tautan { "Hapus" span.tersembunyi { " katalog mulai " (it.mulai) } }
                    } }
                } } }
            }
        } }
        section aria-labelledby="muat" {
            h2 #muat { "Muat katalog" }
            p { "Satu lembar XLSX, atau CSV: kolom " code { "kode" } " (satu kolom, atau beberapa kolom berdampingan), lalu " code { "nama" } ", " code { "nomenklatur" } " atau " code { "uraian" } "; kolom " code { "kinerja" } ", " code { "indikator" } " dan " code { "satuan" } " boleh ada. Kode X.XX berlaku untuk setiap urusan." }
            (widget::errors(errors))
            (intake::faults(faults))
            form.kolom.isian-baris method="post" action="/administrasi/nomenklatur#muat" enctype="multipart/form-data" {
                (form_token(ask))
                div.bidang { label for="f-dasar" { "Dasar" }
                    input #f-dasar name="dasar" required maxlength="200" value=(ask.form.get("dasar")) placeholder="Kepmendagri 900.1.15.5-3406 Tahun 2024" aria-describedby="t-dasar" aria-invalid=[is_wrong("dasar")];
                    p.bantuan #t-dasar { (reason("dasar")) "Peraturan yang menetapkan katalog ini; tercetak pada temuan pemeriksaan." } }
                div.bidang { label for="f-mulai" { "Berlaku mulai tahun anggaran" }
                    input #f-mulai name="mulai" required inputmode="numeric" value=(ask.form.get("mulai")) aria-describedby="t-mulai" aria-invalid=[is_wrong("mulai")];
                    p.bantuan #t-mulai { (reason("mulai")) "Tahun anggaran pertama yang memakainya, bukan tahun penetapannya. Katalog yang mulai pada tahun yang sama diganti." } }
                div.bidang { label for="f-berkas" { "Berkas, paling banyak " (FILE_LIMIT >> 20) " MB" }
                    input #f-berkas type="file" name="berkas" accept=".xlsx,.csv" required aria-describedby="t-berkas" aria-invalid=[is_wrong("berkas")];
                    p.bantuan #t-berkas { (reason("berkas")) } }
                div { button.utama { "Muat katalog" } }
            }
        }
    }
}

/// Reads the lines of a catalogue from a file, CSV by its name or else XLSX.
///
/// # Errors
///
/// Everything that is wrong with it: the cell, and what is wrong there.
pub fn read_katalog(name: &str, bytes: &[u8]) -> Result<Vec<Nomenklatur>, Vec<(String, String)>> {
    if name.to_lowercase().ends_with(".csv") {
        let text = std::str::from_utf8(bytes).map_err(|_| {
            vec![(name.to_owned(), "bukan teks UTF-8; simpan sebagai CSV UTF-8".to_owned())]
        })?;
        let line = |row: usize| format!("baris {}", row + 1);
        return from_csv(text)
            .map_err(|faults| faults.into_iter().map(|it| (line(it.row), it.why)).collect());
    }
    let sheet = workbook::read(bytes).map_err(|why| vec![(name.to_owned(), why)])?;
    let cell = |it: &workbook::Cell| match it {
        workbook::Cell::Empty => KatalogCell::default(),
        workbook::Cell::Text(text) | workbook::Cell::Date(text) | workbook::Cell::Error(text) => {
            KatalogCell { text: text.clone(), is_number: false }
        }
        workbook::Cell::Number(text) => KatalogCell { text: text.clone(), is_number: true },
    };
    let rows: Vec<Vec<KatalogCell>> =
        sheet.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    let place =
        |row: usize, column: usize| format!("{}!{}", sheet.name, sheet.address(row, column));
    from_rows(&rows)
        .map_err(|faults| faults.into_iter().map(|it| (place(it.row, it.column), it.why)).collect())
}

/// Loads a catalogue.
pub(crate) fn load(ask: &Ask<'_>) -> Answer {
    let dasar = ask.form.get("dasar");
    let mulai = ask.form.get("mulai").parse().ok().and_then(Tahun::new);
    let mut errors = Vec::new();
    let mut wrong = |field: &str, why: &str| errors.push((field.to_owned(), why.to_owned()));
    if dasar.is_empty() || dasar.chars().count() > 200 {
        wrong("dasar", "Dasar: isi nama peraturannya, paling banyak 200 huruf.");
    }
    if mulai.is_none() {
        wrong("mulai", "Berlaku mulai: isi tahun anggaran, misalnya 2025.");
    }
    let file = ask.files.iter().find(|it| it.field == "berkas" && !it.bytes.is_empty());
    if file.is_none() {
        wrong("berkas", "Berkas: pilih daftar nomenklatur sebagai XLSX atau CSV.");
    }
    let lines = file.map(|it| read_katalog(&it.name, &it.bytes));
    let refuse = |errors: &[(String, String)], faults: &[(String, String)]| {
        let page = list_page(ask, errors, faults)?;
        Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
    };
    match (mulai, lines) {
        (Some(mulai), Some(Ok(lines))) if errors.is_empty() => {
            let katalog = Katalog::new(dasar, mulai, lines);
            ask.store().write_katalog(&ask.pelaku(), ask.pengguna()?.pemda, katalog)?;
            Ok(Reply::go_to(&with_query(HERE, "mulai", &mulai.to_string())))
        }
        (_, Some(Err(faults))) => {
            let why = "Berkas: perbaiki sel di bawah ini, lalu pilih berkasnya lagi.";
            errors.push(("berkas".to_owned(), why.to_owned()));
            refuse(&errors, &faults)
        }
        _ => refuse(&errors, &[]),
    }
}

/// Takes a catalogue away.
pub(crate) fn remove(ask: &Ask<'_>) -> Answer {
    let mulai = ask.form.get("mulai").parse().ok().and_then(Tahun::new);
    let mulai = mulai.ok_or_else(|| Fault::Bad("Tahun katalog tidak dikenal.".to_owned()))?;
    ask.store().remove_katalog(&ask.pelaku(), ask.pengguna()?.pemda, mulai)?;
    Ok(Reply::go_to(HERE))
}

/// What an office can take from the catalogue of its year.
struct Offer {
    berkas: Berkas,
    katalog: Option<Katalog>,
}

impl Offer {
    fn load(ask: &Ask<'_>, context: &Context) -> Result<Offer, Fault> {
        let berkas = ask.store().berkas_part(&context.berkas, &Part::of(&["program_kegiatan"]))?;
        let lines = Lines::Of(&berkas);
        let katalog = ask.store().katalog(context.berkas.pemda, context.tahun(), lines)?;
        Ok(Offer { berkas, katalog })
    }

    /// The bidang urusan of the office under which its penunjang stand: that of the rows that are
    /// there, or the first of the code of the office.
    fn bidang(&self) -> Option<[u16; 2]> {
        let of_row = |it: &ProgramKegiatan| Some(it.kode.as_ref()?.parts().to_vec());
        let is_penunjang = |it: &Vec<u16>| it.get(2) == Some(&1);
        let rows: Vec<Vec<u16>> = self.berkas.program_kegiatan.iter().filter_map(of_row).collect();
        let office = self.berkas.perangkat_daerah.kode.as_deref().and_then(|it| {
            let parts: Vec<u16> = it.split('.').map_while(|it| it.parse().ok()).collect();
            (parts.len() >= 2).then_some(parts)
        });
        let found = rows.iter().find(|it| is_penunjang(it)).or(office.as_ref());
        let found = found.or_else(|| rows.iter().find(|it| it.len() >= 2))?;
        Some([found[0], *found.get(1)?])
    }

    /// A line of the catalogue as the office uses it: with its own bidang for the X.
    fn own(&self, it: &Nomenklatur) -> Option<KodeNomenklatur> {
        let parts = it.kode.parts();
        match parts {
            [0, 0, rest @ ..] => KodeNomenklatur::new([&self.bidang()?, rest].concat()),
            _ => Some(it.kode.clone()),
        }
    }

    /// Subkegiatan that the office does not have yet, by its own codes.
    fn subkegiatan(&self) -> BTreeMap<KodeNomenklatur, &Nomenklatur> {
        let rows = &self.berkas.program_kegiatan;
        let used: BTreeSet<&KodeNomenklatur> =
            rows.iter().filter_map(|it| it.kode.as_ref()).collect();
        // A row without a kode is there too, by its name.
        let uncoded: BTreeSet<String> =
            rows.iter().filter(|it| it.kode.is_none()).map(|it| it.nama.to_lowercase()).collect();
        let lines = self.katalog.iter().flat_map(Katalog::baris);
        lines
            .filter(|it| it.jenjang() == Some(Jenjang::Subkegiatan))
            .filter_map(|it| Some((self.own(it)?, it)))
            .filter(|(kode, it)| !used.contains(kode) && !uncoded.contains(&it.nama.to_lowercase()))
            .collect()
    }
}

/// Codes with names for the field of a kode.
pub(crate) fn choices(ask: &Ask<'_>, context: &Context) -> Result<Vec<(String, String)>, Fault> {
    let offer = Offer::load(ask, context)?;
    let all = offer.subkegiatan().into_iter().take(OFFERED);
    Ok(all.map(|(kode, it)| (kode.render(WIDTH), it.nama.clone())).collect())
}

/// The subkegiatan that an office may still take.
pub(crate) fn choose(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let offer = Offer::load(ask, &context)?;
    Ok(Reply::page(choose_page(ask, &context, &offer, &[])))
}

fn choose_page(
    ask: &Ask<'_>,
    context: &Context,
    offer: &Offer,
    errors: &[(String, String)],
) -> Markup {
    let here = context.link("anggaran/katalog");
    let wanted = ask.query.get("cari").to_lowercase();
    let mut all: Vec<_> = offer.subkegiatan().into_iter().collect();
    all.retain(|(kode, it)| matches(it, &wanted) || kode.render(WIDTH).contains(&wanted));
    let n_all = all.len();
    all.truncate(OFFERED);
    let above = |kode: &KodeNomenklatur, n: usize| {
        let above = KodeNomenklatur::new(kode.parts()[..n].to_vec())?;
        offer.katalog.as_ref()?.find(&above).map(|it| it.nama.as_str())
    };
    let mut before = None;
    let body = html! {
        @match &offer.katalog {
            None => (widget::empty("Belum ada katalog nomenklatur untuk tahun ini. Mintalah administrator memuatnya.", Some((HERE, "Katalog nomenklatur")))),
            Some(_) => {
                form.saring role="search" aria-label="Saring daftar ini" action=(context.plain("anggaran/katalog")) {
                    label for="saring" { "Cari kode, nama, atau indikator" } input #saring type="search" name="cari" value=(ask.query.get("cari"));
                    button { "Cari" }
                    @if !wanted.is_empty() { a href=(here) { "Tampilkan semua" } }
                }
                (widget::errors(errors))
                @if all.is_empty() { (widget::empty("Tidak ada subkegiatan lain pada bidang urusan perangkat daerah ini.", None)) }
                @else {
                    @if n_all > OFFERED { p.lembut { (count(OFFERED)) " dari " (count(n_all)) " subkegiatan ditampilkan; persempit dengan pencarian." } }
                    form method="post" action=(widget::with_changes(&context.plain("anggaran/katalog"), &ask.query, &[])) {
                        (form_token(ask))
                        table.lipat {
                            thead { tr { th scope="col" { "Kode" } th scope="col" { "Subkegiatan" } th scope="col" { "Indikator" } th scope="col" { "Satuan" } } }
                            tbody { @for (kode, it) in &all {
                                @let text = kode.render(WIDTH);
                                @let kegiatan = kode.parts()[..5].to_vec();
                                @if before.replace(kegiatan.clone()).as_ref() != Some(&kegiatan) {
                                    tr.induk { td.kode { (KodeNomenklatur::new(kegiatan).map(|it| it.render(WIDTH)).unwrap_or_default()) } th colspan="3" scope="rowgroup" { (above(kode, 5).unwrap_or("")) " " span.lembut { (above(kode, 3).unwrap_or("")) } } }
                                }
                                tr {
                                    td.kode data-judul="Kode" { (text) }
                                    th scope="row" { label.centang { input type="checkbox" name=(format!("p:{text}")) value="ya" checked[ask.form.raw(&format!("p:{text}")).is_some()]; span { (it.nama) } } }
                                    td data-judul="Indikator" { (it.indikator.as_deref().unwrap_or("")) }
                                    td data-judul="Satuan" { (it.satuan.as_deref().unwrap_or("")) }
                                }
                            } }
                        }
                        p.bawah { button.utama { "Tambahkan yang dipilih" } a href=(context.link("anggaran")) { "Batal" } }
                    }
                }
            }
        }
    };
    let state = match &offer.katalog {
        Some(it) => format!(
            "{} subkegiatan belum dipakai, menurut {}. Program dan kegiatannya ikut ditambahkan.",
            count(n_all),
            it.dasar
        ),
        None => "Kode dipilih dari katalog, bukan diketik.".to_owned(),
    };
    let head = Head::new("Tambah dari katalog", Phase::Plan).state(state);
    page(ask, Some(context), &head, body)
}

/// Adds what was chosen, with the program and kegiatan above it and the indikator that the catalogue
/// fixes; all of it or nothing.
pub(crate) fn take(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let offer = Offer::load(ask, &context)?;
    let refuse = |why: String| {
        let page = choose_page(ask, &context, &offer, &[(String::new(), why)]);
        Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
    };
    let offered = offer.subkegiatan();
    let mut wanted = BTreeSet::new();
    for (text, _) in ask.form.beginning("p:") {
        match KodeNomenklatur::parse(text).and_then(|it| offered.get_key_value(&it)) {
            Some((kode, _)) => drop(wanted.insert(kode.clone())),
            None => {
                return refuse(format!(
                    "{text} tidak ada lagi pada daftar ini, mungkin sudah ditambahkan orang lain."
                ));
            }
        }
    }
    if wanted.is_empty() {
        return refuse("Belum ada subkegiatan yang dipilih.".to_owned());
    }
    let kept = ask.store().rows(&context.berkas, "program_kegiatan")?;
    let known = ask.store().rows(&context.berkas, "indikator")?;
    let rows = Rows::new(&offer, &kept, &known).of(&wanted);
    match ask.store().apply(&ask.pelaku(), &context.berkas, Vec::new(), rows) {
        Ok(()) => Ok(Reply::go_to(&context.link("anggaran"))),
        Err(error @ (StoreError::Constraint(_) | StoreError::Invalid(_))) => {
            let found = table::refused(ask, &context, row_table()?, (&[], None), error)?;
            refuse(found.into_iter().map(|(_, why)| why).collect::<Vec<_>>().join(" "))
        }
        Err(error) => Err(error.into()),
    }
}

fn row_table() -> Result<&'static selaras_package::Table, Fault> {
    let found = selaras_store::fact_tables().find(|it| it.name == "program_kegiatan");
    found.ok_or_else(|| Fault::Broken("tabel program_kegiatan tidak ada".to_owned()))
}

/// Rows that come from the catalogue, one after the other.
struct Rows<'a> {
    offer: &'a Offer,
    /// Rows in print, with the place of each: kode, id, and urutan, which those at the end get later.
    rows: Vec<(Option<KodeNomenklatur>, String, Option<i64>)>,
    ids: BTreeSet<String>,
    new: Vec<NewRow>,
}

impl<'a> Rows<'a> {
    fn new(offer: &'a Offer, kept: &[RowKept], known: &[RowKept]) -> Rows<'a> {
        // Both are in the order of print.
        let rows = offer.berkas.program_kegiatan.iter().zip(kept);
        let rows =
            rows.map(|(it, row)| (it.kode.clone(), it.id.to_string(), Some(row.urutan))).collect();
        let ids = kept.iter().chain(known).filter_map(|it| it.cells.first().cloned()).collect();
        Rows { offer, rows, ids, new: Vec::new() }
    }

    fn of(mut self, wanted: &BTreeSet<KodeNomenklatur>) -> Vec<NewRow> {
        for kode in wanted {
            self.add(kode);
        }
        self.new
    }

    fn id_of(&self, kode: &KodeNomenklatur) -> Option<String> {
        let found = self.rows.iter().find(|it| it.0.as_ref() == Some(kode));
        found.map(|(_, id, _)| id.clone())
    }

    fn fresh(&mut self, wanted: String) -> String {
        let free = |it: &String| !self.ids.contains(it);
        let mut later = (2..).map(|n: u32| format!("{wanted}-{n}"));
        let id = if free(&wanted) { wanted } else { later.find(free).unwrap_or_default() };
        self.ids.insert(id.clone());
        id
    }

    /// The row of a kode: the one that is there, or a new one under those above it; none where the
    /// catalogue does not have it.
    fn add(&mut self, kode: &KodeNomenklatur) -> Option<String> {
        if let Some(id) = self.id_of(kode) {
            return Some(id);
        }
        let katalog = self.offer.katalog.as_ref()?;
        let line = katalog.find(kode)?;
        let jenjang = line.jenjang()?;
        let parts = kode.parts();
        let levels = [5, 3, 2, 1].into_iter().filter(|it| *it < parts.len());
        let above = |n: usize| KodeNomenklatur::new(parts[..n].to_vec());
        let induk = levels.filter_map(above).find_map(|it| self.add(&it));
        let id = self.fresh(kode.render(WIDTH));
        let after = self.place(kode, induk.as_deref());
        let urutan = after.and_then(|it| self.rows[it].2);
        let width = self.offer.berkas.kebijakan.lebar_subkegiatan as usize;
        let cell = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        self.new.push(NewRow {
            tabel: "program_kegiatan".to_owned(),
            urutan,
            cells: vec![
                cell("id", &id),
                cell("induk", induk.as_deref().unwrap_or_default()),
                cell("jenjang", jenjang.code()),
                cell("kode", &kode.render(width)),
                cell("nama", &line.nama),
            ],
            alasan: Some(format!("dari {}", katalog.dasar)),
        });
        let at = after.map_or(self.rows.len(), |it| it + 1);
        self.rows.insert(at, (Some(kode.clone()), id.clone(), urutan));
        if let (Some(indikator), Some(satuan)) = (&line.indikator, &line.satuan) {
            let own = self.fresh(format!("kel-{id}"));
            self.new.push(NewRow {
                tabel: "indikator".to_owned(),
                cells: vec![
                    cell("id", &own),
                    cell("jenis", "keluaran"),
                    cell("baris", &id),
                    cell("nomor", "1"),
                    cell("nama", indikator),
                    cell("satuan", satuan),
                    cell("polaritas", Polaritas::Naik.code()),
                ],
                alasan: Some(format!("dari {}", katalog.dasar)),
                ..NewRow::default()
            });
        }
        Some(id)
    }

    /// After which row a kode stands: the last of its own branch with a smaller kode. None for one
    /// that begins a branch of its own at the end.
    fn place(&self, kode: &KodeNomenklatur, induk: Option<&str>) -> Option<usize> {
        let parent = self.rows.iter().position(|it| Some(it.1.as_str()) == induk)?;
        let branch = self.rows[parent].0.as_ref().map_or(&[][..], KodeNomenklatur::parts);
        let is_before = |it: &Option<KodeNomenklatur>| {
            it.as_ref().is_some_and(|it| it.parts().starts_with(branch) && it < kode)
        };
        let after = self.rows.iter().rposition(|it| is_before(&it.0));
        Some(after.unwrap_or(parent).max(parent))
    }
}
