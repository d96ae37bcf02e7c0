//! Bukti dukung: the proofs of what an indikator has reached in a quarter, of what was seen of an action,
//! of what was done about a recommendation and of the cases of registers; and the scans of agreements as
//! they were signed.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_domain::Id;
use selaras_package::Table;
use selaras_store::{
    BuktiDukung, NewBukti, NewIsi, PROVEN_ROWS, Part, RowKept, StoreError, Tentang, fact_tables,
    megabytes,
};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, part, with_query};
use crate::entry::{Entry, Errors, too_long};
use crate::frame::{Head, Phase, page, roman};
use crate::list::{Column, Listing};
use crate::media::{DOCX, PDF, XLSX};
use crate::page::pengukuran::moment;
use crate::page::table;
use crate::permission::Permission;
use crate::server::FILE_LIMIT;
use crate::widget::form_token;

/// What a proof may be, by its bytes: none of it runs in a browser.
pub(crate) const KINDS: [(&str, &str); 5] =
    [(PDF, "PDF"), ("image/jpeg", "JPEG"), ("image/png", "PNG"), (DOCX, "DOCX"), (XLSX, "XLSX")];

const CLOSED: &str = "Triwulan ini tidak terbuka, maka buktinya tidak dapat diubah.";

/// Kinds that a browser shows without running anything.
const SHOWN: [&str; 3] = [PDF, "image/jpeg", "image/png"];

/// What the files of a page are about, and where and when they may be changed.
pub(crate) struct Subject {
    pub(crate) tentang: Tentang,
    /// The end of the addresses of its page.
    path: String,
    heading: String,
    name: String,
    phase: Phase,
    /// Who may add files and take them away.
    permission: Permission,
    /// The page that leads here.
    back: String,
    /// Whether that page shows the files too.
    is_part_of_back: bool,
}

/// The table of what was seen of actions, and that of the actions, of which each is there first.
const MONEV: &str = "monev_aksi";
const ACTIONS: &str = "rencana_aksi";

/// A row as its proofs name it.
pub(crate) fn key_of(table: &Table, cells: &[String]) -> String {
    let cell = |it: &&str| cells.get(table.column_index(it)?).cloned();
    table.key.iter().filter_map(cell).collect::<Vec<_>>().join("/")
}

/// Where the proofs of a row are, below the address of its office and year. What stands in a key needs
/// no signs of its own there, and a stroke would divide the address.
fn row_path(tabel: &str, kunci: &str) -> String {
    format!("bukti-baris/{tabel}/{}", kunci.replace('/', "~"))
}

/// The proofs of the rows of a table, by their keys.
pub(crate) struct OfRows {
    tabel: &'static str,
    by_key: BTreeMap<String, Vec<BuktiDukung>>,
}

impl OfRows {
    pub(crate) fn load(
        ask: &Ask<'_>,
        context: &Context,
        tabel: &'static str,
    ) -> Result<OfRows, Fault> {
        let mut by_key: BTreeMap<String, Vec<BuktiDukung>> = BTreeMap::new();
        for it in ask.store().bukti(&context.berkas)? {
            if let Tentang::Baris { tabel: its, kunci } = &it.tentang
                && its == tabel
            {
                by_key.entry(kunci.clone()).or_default().push(it);
            }
        }
        Ok(OfRows { tabel, by_key })
    }

    pub(crate) fn of(&self, kunci: &str) -> &[BuktiDukung] {
        self.by_key.get(kunci).map_or(&[], Vec::as_slice)
    }

    /// How many a row has, leading to the page of the row, where they are.
    pub(crate) fn counted(&self, kunci: &str, page: &str) -> Markup {
        html! { a.bukti href={ (page) "#bukti" } { (count_words(self.of(kunci).len())) } }
    }

    /// The files of a row, each a link.
    pub(crate) fn links(&self, context: &Context, kunci: &str) -> Markup {
        let path = row_path(self.tabel, kunci);
        let address =
            |it: &BuktiDukung| context.plain(&format!("{path}/{}{}", it.id, opened_at(it)));
        html! {
            @for (index, it) in self.of(kunci).iter().enumerate() {
                @if index > 0 { ", " }
                a href=(address(it)) { (it.nama) }
            }
        }
    }
}

/// What people call a proof, and where it is below the address of its office and year.
pub(crate) fn words_and_path(it: &Tentang) -> (&'static str, String) {
    match it {
        Tentang::Indikator { id, triwulan } => {
            let nomor = crate::context::nomor(*triwulan).to_string();
            ("bukti dukung", with_query(&format!("bukti/{}", part(id)), "tw", &nomor))
        }
        Tentang::Perjanjian { id } => {
            ("pindaian perjanjian", format!("perjanjian/{}/pindaian", part(id)))
        }
        Tentang::Baris { tabel, kunci } => {
            let words = match tabel.as_str() {
                MONEV => "bukti monev",
                "tindak_lanjut_rekomendasi" => "bukti tindak lanjut",
                _ => "dokumen kasus",
            };
            (words, row_path(tabel, kunci))
        }
    }
}

/// `2 bukti`, or that there is none.
pub(crate) fn count_words(n: usize) -> String {
    match n {
        0 => "belum ada bukti".to_owned(),
        n => format!("{n} bukti"),
    }
}

impl Subject {
    fn of(ask: &Ask<'_>, context: &Context) -> Result<Subject, Fault> {
        if let Some(tabel) = ask.params.given("tabel") {
            let kunci = ask.params.get("kunci").replace('~', "/");
            return Subject::row(ask, context, tabel, &kunci);
        }
        match ask.params.given("perjanjian") {
            Some(id) => Subject::agreement(ask, context, id),
            None => Subject::indikator(ask, context, ask.params.get("indikator")),
        }
    }

    /// A row that has proofs of its own, by its key.
    pub(crate) fn row(
        ask: &Ask<'_>,
        context: &Context,
        tabel: &str,
        kunci: &str,
    ) -> Result<Subject, Fault> {
        let none = || Fault::NotFound(format!("Tidak ada «{kunci}» pada tabel {tabel}."));
        let tabel = PROVEN_ROWS.into_iter().find(|it| *it == tabel).ok_or_else(none)?;
        let kept_in = if tabel == MONEV { ACTIONS } else { tabel };
        let table = fact_tables().find(|it| it.name == kept_in).ok_or_else(none)?;
        let key: Vec<(&str, &str)> = table.key.iter().copied().zip(kunci.split('/')).collect();
        // A database takes no word where a number stands.
        let is_cell = |(name, cell): &(&str, &str)| {
            let column = table.column_index(name).map(|it| &table.columns[it]);
            column.is_some_and(|it| !table::is_number(it) || cell.parse::<i64>().is_ok())
        };
        if key.len() != table.key.len() || !key.iter().all(is_cell) {
            return Err(none());
        }
        let found = ask.store().row_by_key(&context.berkas, kept_in, &key)?;
        Ok(Subject::of_row(context, tabel, table, &found.ok_or_else(none)?))
    }

    /// The same of a row that is known; of an action, what was seen of it.
    pub(crate) fn of_row(
        context: &Context,
        tabel: &'static str,
        table: &Table,
        row: &RowKept,
    ) -> Subject {
        let kunci = key_of(table, &row.cells);
        let aksi = table.column_index("aksi").and_then(|it| row.cells.get(it));
        let (heading, phase) = match tabel {
            MONEV => ("Bukti dukung monev", Phase::Act),
            "tindak_lanjut_rekomendasi" => ("Bukti dukung tindak lanjut", Phase::Evaluate),
            _ => ("Dokumen kasus", Phase::Measure),
        };
        let parts: Vec<&str> = kunci.split('/').collect();
        let page = match (tabel, parts.as_slice()) {
            (MONEV, [indikator, _, periode, nomor]) => {
                format!("rencana-aksi/{indikator}/{periode}/{nomor}")
            }
            _ => format!("tabel/{tabel}/{}", row.baris_ke),
        };
        let permission = match fact_tables().find(|it| it.name == tabel) {
            Some(it) => table::permission_of(it),
            None => Permission::EditFacts,
        };
        Subject {
            path: row_path(tabel, &kunci),
            heading: heading.to_owned(),
            name: aksi.cloned().unwrap_or_else(|| table::name_of(table, &row.cells)),
            phase,
            permission,
            back: context.link(&page),
            is_part_of_back: true,
            tentang: Tentang::Baris { tabel: tabel.to_owned(), kunci },
        }
    }

    pub(crate) fn indikator(ask: &Ask<'_>, context: &Context, id: &str) -> Result<Subject, Fault> {
        let berkas = ask.store().berkas_part(&context.berkas, &Part::of(&["indikator"]))?;
        let found = berkas.indikator.into_iter().find(|it| it.id.as_str() == id);
        let it = found.ok_or_else(|| Fault::NotFound(format!("Tidak ada indikator «{id}».")))?;
        Ok(Subject {
            tentang: Tentang::Indikator { id: id.to_owned(), triwulan: context.triwulan },
            path: format!("bukti/{}", part(id)),
            heading: format!("Bukti dukung triwulan {}", roman(context.nomor())),
            name: it.nama,
            phase: Phase::Measure,
            permission: Permission::Measure,
            back: context.link("ukur"),
            is_part_of_back: false,
        })
    }

    pub(crate) fn agreement(ask: &Ask<'_>, context: &Context, id: &str) -> Result<Subject, Fault> {
        let tables = ["dokumen", "perjanjian_kinerja"];
        let berkas = ask.store().berkas_part(&context.berkas, &Part::of(&tables))?;
        let found = berkas.perjanjian_kinerja.iter().find(|it| it.id.as_str() == id);
        let it = found.ok_or_else(|| Fault::NotFound(format!("Tidak ada perjanjian «{id}».")))?;
        let dokumen = berkas.find_dokumen(&it.dokumen);
        Ok(Subject {
            tentang: Tentang::Perjanjian { id: id.to_owned() },
            path: format!("perjanjian/{}/pindaian", part(id)),
            heading: "Pindaian yang ditandatangani".to_owned(),
            name: dokumen.map_or_else(|| id.to_owned(), |it| it.judul.clone()),
            phase: Phase::Agree,
            permission: Permission::EditFacts,
            back: context.link("perjanjian"),
            is_part_of_back: false,
        })
    }

    /// Whether its files may be changed today: a quarter only while it is open.
    fn is_open(&self, ask: &Ask<'_>, context: &Context) -> Result<bool, Fault> {
        let quarter = ask.store().quarter_of_bukti(&context.berkas, &self.tentang)?;
        let Some(triwulan) = quarter else { return Ok(true) };
        let pengajuan = ask.store().pengajuan(&context.berkas)?;
        let index = usize::from(crate::context::nomor(triwulan) - 1);
        Ok(pengajuan[index].is_open_on(ask.day()))
    }

    /// Refuses whoever may read its files and not change them: an address may be for several kinds.
    pub(crate) fn allow(&self, ask: &Ask<'_>, context: &Context) -> Result<(), Fault> {
        match ask.may(self.permission, Some(context.perangkat())) {
            true => Ok(()),
            false => {
                Err(Fault::Forbidden("Anda tidak berwenang mengubah bukti dukung ini.".to_owned()))
            }
        }
    }

    /// The page on which one looks at its files.
    fn home(&self, context: &Context) -> String {
        match self.is_part_of_back {
            true => format!("{}#bukti", self.back),
            false => address(context, self),
        }
    }
}

pub(crate) fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let it = Subject::of(ask, &context)?;
    if ask.wants_file()
        && let Some(file) = files(ask, &context, &it)?.file()?
    {
        return Ok(file);
    }
    Ok(Reply::page(list_page(ask, &context, &it, &Errors::default())?))
}

fn address(context: &Context, it: &Subject) -> String {
    context.link(&it.path)
}

fn files<'a>(
    ask: &'a Ask<'a>,
    context: &'a Context,
    it: &'a Subject,
) -> Result<Listing<'a, BuktiDukung>, Fault> {
    let all = ask.store().bukti(&context.berkas)?;
    let names = ask.names(all.iter().map(|it| it.pengunggah.as_str()))?;
    let rows = all.into_iter().filter(|row| row.tentang == it.tentang).collect();
    let here = |rest: &str| context.plain(&format!("{}{rest}", it.path));
    let may_add = it.is_open(ask, context)? && ask.may(it.permission, Some(context.perangkat()));
    let columns = vec![
        Column::text("berkas", "Berkas", |row: &BuktiDukung| &row.nama)
            .shown(move |row| html! { a href=(here(&format!("/{}{}", row.id, opened_at(row)))) { (row.nama) } }),
        Column::text("halaman", "Halaman", |row: &BuktiDukung| row.halaman.as_deref().unwrap_or_default()),
        Column::text("keterangan", "Keterangan", |row: &BuktiDukung| row.keterangan.as_deref().unwrap_or_default()),
        Column::number("ukuran", "Ukuran (KB)", |row: &BuktiDukung| Some((row.isi.ukuran + 1023) / 1024)),
        Column::made("pengunggah", "Pengunggah", move |row: &BuktiDukung| names.of(&row.pengunggah).to_owned()).choice(),
        Column::text("waktu", "Diunggah", |row: &BuktiDukung| &row.waktu)
            .shown(move |row| html! { (moment(ask, &row.waktu)) }),
        Column::text("hash", "SHA-256", |row: &BuktiDukung| &row.isi.hash)
            .shown(|row| html! { code title=(row.isi.hash) { (row.isi.hash.get(..12).unwrap_or(&row.isi.hash)) "…" } }),
    ];
    let name = format!("{}-{}-{}", it.path.replace('/', "-"), context.perangkat(), context.tahun());
    let listing = Listing::of(ask, (context.plain(&it.path), name), columns, rows)
        .nothing("Belum ada berkas.", None);
    if !may_add {
        return Ok(listing);
    }
    Ok(listing.tail("Hapus", move |row| html! {
        form method="post" action=(here(&format!("/{}/hapus", row.id))) { (form_token(ask)) input type="hidden" name="tw" value=(context.nomor()); button { "Hapus " (row.nama) } }
    }))
}

fn list_page(
    ask: &Ask<'_>,
    context: &Context,
    it: &Subject,
    errors: &Errors,
) -> Result<Markup, Fault> {
    let body = html! {
        (content(ask, context, it, &Entry::new(ask, errors, true))?)
        p.bawah { a href=(it.back) { "Kembali" } }
    };
    let head = Head::new(&it.heading, it.phase).state(&it.name);
    Ok(page(ask, Some(context), &head, body))
}

/// The files as a part of the page of what they are about.
pub(crate) fn section(ask: &Ask<'_>, context: &Context, it: &Subject) -> Result<Markup, Fault> {
    let fresh = Errors::default();
    let entry = Entry::new(ask, &fresh, false).marked("bukti");
    Ok(html! {
        section aria-labelledby="bukti" {
            h2 #bukti { (it.heading) }
            (content(ask, context, it, &entry)?)
        }
    })
}

/// The files, those that were taken away, and the form for a new one.
fn content(
    ask: &Ask<'_>,
    context: &Context,
    it: &Subject,
    entry: &Entry<'_>,
) -> Result<Markup, Fault> {
    let is_open = it.is_open(ask, context)?;
    let may_add = is_open && ask.may(it.permission, Some(context.perangkat()));
    Ok(html! {
        (files(ask, context, it)?.render())
        @if may_add {
            (removed(ask, context, it)?)
            section aria-labelledby="unggah" {
                h2 #unggah { "Unggah bukti" }
                (entry.summary())
                p.lembut { "Bukti dukung " (context.perangkat()) " untuk " (context.tahun()) " memakai " (megabytes(ask.store().bukti_terpakai(&context.berkas)?)) " dari " (megabytes(ask.app.settings.evidence_limit)) "." }
                form.kolom.isian-baris method="post" action=(format!("{}#unggah", address(context, it))) enctype="multipart/form-data" {
                    (form_token(ask))
                    (entry.field("berkas", format!("Berkas (PDF, JPEG, PNG, DOCX, atau XLSX; paling banyak {} MB)", FILE_LIMIT >> 20), "", |it| html! {
                        input id=(it.id) type="file" name=(it.name) required accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx" aria-invalid=[it.invalid] aria-describedby=[&it.described];
                    }))
                    (entry.field("halaman", "Halaman bukti di dalam berkas, misalnya 12–14", "", |it| it.input("text", false)))
                    (entry.field("keterangan", "Keterangan", "", |it| it.input("text", false)))
                    div { button.utama { "Unggah bukti" } }
                }
            }
        } @else if !is_open {
            p.lembut { (CLOSED) }
        }
    })
}

/// What was taken away here and not brought back, each with the way back.
fn removed(ask: &Ask<'_>, context: &Context, it: &Subject) -> Result<Markup, Fault> {
    let mut rows = ask.store().removed_bukti(&context.berkas)?;
    rows.retain(|row| row.tentang == it.tentang && row.restored.is_none());
    let names = ask.names(rows.iter().map(|it| it.pelaku.as_str()))?;
    Ok(html! {
        @if !rows.is_empty() {
            section aria-labelledby="dihapus" {
                h2 #dihapus { "Bukti yang dihapus" }
                table.lipat {
                    thead { tr { th scope="col" { "Berkas" } th scope="col" { "Keterangan" } th scope="col" { "Dihapus" } th scope="col" { span.tersembunyi { "Pulihkan" } } } }
                    tbody { @for row in &rows { tr {
                        th scope="row" { (row.nama) }
                        td data-judul="Keterangan" { (row.keterangan.as_deref().unwrap_or("–")) }
                        td data-judul="Dihapus" { (names.of(&row.pelaku)) ", " (moment(ask, &row.waktu)) }
                        td { form method="post" action=(context.plain(&format!("{}/dihapus/{}", it.path, row.nomor))) {
                            (form_token(ask))
                            input type="hidden" name="tw" value=(context.nomor());
                            button { "Pulihkan " (row.nama) }
                        } }
                    } } }
                }
            }
        }
    })
}

/// Brings a proof back.
pub(crate) fn restore(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let it = Subject::of(ask, &context)?;
    it.allow(ask, &context)?;
    let nomor = ask.params.get("nomor").parse().unwrap_or(0);
    // An address of one thing brings back nothing of another.
    let all = ask.store().removed_bukti(&context.berkas)?;
    let found =
        all.into_iter().find(|row| row.nomor == nomor && is_same(&row.tentang, &it.tentang));
    let found = found.ok_or_else(|| {
        Fault::NotFound("Tidak ada bukti yang dihapus dengan nomor itu.".to_owned())
    })?;
    if found.restored.is_none() {
        ask.store().restore_bukti(&ask.pelaku(), &context.berkas, nomor)?;
    }
    Ok(Reply::go_to(&page_of(&context, &it, &found.tentang)))
}

/// Whether two proofs are of one thing: an indikator, whatever the quarter, an agreement, a row.
fn is_same(a: &Tentang, b: &Tentang) -> bool {
    match (a, b) {
        (Tentang::Indikator { id, .. }, Tentang::Indikator { id: other, .. }) => id == other,
        (a, b) => a == b,
    }
}

/// The page of a proof, in its quarter.
fn page_of(context: &Context, here: &Subject, tentang: &Tentang) -> String {
    match tentang {
        Tentang::Indikator { triwulan, .. } => {
            let nomor = crate::context::nomor(*triwulan).to_string();
            with_query(&context.plain(&here.path), "tw", &nomor)
        }
        _ => here.home(context),
    }
}

/// Where a browser opens a PDF: at the first page that is named as the proof.
fn opened_at(it: &BuktiDukung) -> String {
    let named = it.halaman.as_deref().filter(|_| it.isi.jenis == PDF);
    let digits = |it: &str| it.chars().skip_while(|it| !it.is_ascii_digit()).collect::<String>();
    let page: Option<u32> = named.map(digits).and_then(|it| {
        it.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
    });
    page.map_or_else(String::new, |it| format!("#page={it}"))
}

/// Why a file is not taken.
pub(crate) const NO_KIND: &str = "Isi berkas ini bukan PDF, JPEG, PNG, DOCX, atau XLSX, apa pun namanya. Simpan ulang sebagai salah satunya.";

/// Which of the kinds a file is: its bytes say so, whatever its name does.
pub(crate) fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    let found = infer::get(bytes).map(|it| it.mime_type());
    KINDS.iter().map(|(kind, _)| *kind).find(|it| found == Some(it))
}

pub(crate) fn add(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let it = Subject::of(ask, &context)?;
    it.allow(ask, &context)?;
    if !it.is_open(ask, &context)? {
        return Err(Fault::Facts(CLOSED.to_owned()));
    }
    let mut errors = Errors::default();
    for (name, words, most) in [("halaman", "Halaman", 100), ("keterangan", "Keterangan", 1000)] {
        if let Some(why) = too_long(words, ask.form.get(name), most) {
            errors.add(name, why);
        }
    }
    let file = ask.files.iter().find(|it| it.field == "berkas");
    let kind = file.and_then(|it| kind_of(&it.bytes));
    match (file, kind) {
        (None, _) => errors.add("berkas", "Berkas: pilih bukti yang diunggah."),
        (Some(_), None) => errors.add("berkas", NO_KIND),
        // What was typed stays; a browser forgets the file.
        (Some(file), Some(_)) if !errors.is_empty() => {
            errors.add("berkas", format!("Berkas: pilih «{}» sekali lagi.", file.name));
        }
        _ => {}
    }
    let (Some(file), Some(kind), true) = (file, kind, errors.is_empty()) else {
        let page = list_page(ask, &context, &it, &errors)?;
        return Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page));
    };
    let given = |name: &str| ask.form.given(name).map(str::to_owned);
    let new = NewBukti {
        tentang: it.tentang.clone(),
        nama: if file.name.is_empty() { "bukti".to_owned() } else { file.name.clone() },
        halaman: given("halaman"),
        keterangan: given("keterangan"),
        isi: NewIsi { jenis: kind.to_owned(), bytes: file.bytes.clone() },
    };
    match keep(ask, &context, new) {
        Err(Fault::Store(full @ StoreError::Full { .. })) => {
            errors.add("berkas", full.words());
            let page = list_page(ask, &context, &it, &errors)?;
            Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        done => done.map(|_| Reply::go_to(&it.home(&context))),
    }
}

/// Keeps a proof where there is room for it, and gives its number.
pub(crate) fn keep(ask: &Ask<'_>, context: &Context, new: NewBukti) -> Result<i64, Fault> {
    let limit = ask.app.settings.evidence_limit;
    Ok(ask.store().add_bukti(&ask.pelaku(), &context.berkas, new, limit)?)
}

fn found(ask: &Ask<'_>, context: &Context, here: &Subject) -> Result<BuktiDukung, Fault> {
    let id = ask.params.get("id");
    let is_here = |it: &BuktiDukung| is_same(&it.tentang, &here.tentang);
    let all = ask.store().bukti(&context.berkas)?;
    let found = all.into_iter().find(|it| it.id.to_string() == id && is_here(it));
    found.ok_or_else(|| Fault::NotFound(format!("Tidak ada bukti dukung nomor {id}.")))
}

/// The file: shown where that runs nothing, and otherwise to be kept.
pub(crate) fn show(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let it = found(ask, &context, &Subject::of(ask, &context)?)?;
    bytes_of(ask, &context, &it)
}

pub(crate) fn bytes_of(ask: &Ask<'_>, context: &Context, it: &BuktiDukung) -> Answer {
    let bytes = ask.store().isi(context.berkas.pemda, &it.isi.hash)?;
    let kind = KINDS.iter().find(|(kind, _)| *kind == it.isi.jenis);
    let kind = kind.map_or("application/octet-stream", |(kind, _)| kind);
    match SHOWN.contains(&kind) {
        true => Ok(Reply::shown_file(kind, &it.nama, bytes)),
        false => Ok(Reply::file(kind, &it.nama, bytes)),
    }
}

pub(crate) fn remove(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let here = Subject::of(ask, &context)?;
    here.allow(ask, &context)?;
    let it = found(ask, &context, &here)?;
    ask.store().remove_bukti(&ask.pelaku(), &context.berkas, it.id)?;
    Ok(Reply::go_to(&page_of(&context, &here, &it.tentang)))
}
