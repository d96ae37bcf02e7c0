//! Menyusun Renstra: its document, tujuan, sasaran and indikator by short forms. What people do not call
//! anything, ids and numbers, is made here.

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_domain::{
    Berkas, Code, Id, JenisDokumen, JenisIndikator, Pokok, Polaritas, TingkatVisi,
};
use selaras_store::{NewRow, Part, fact_tables};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, with_query};
use crate::entry::{Entry, Errors};
use crate::frame::{Head, Phase, page};
use crate::page::renstra::PLAN_TABLES;
use crate::page::table::refused;
use crate::widget::form_token;

/// Years that a Renstra goes on after its first.
const YEARS: u16 = 4;

/// What can be added, as the end of the address names it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Dokumen,
    Tujuan,
    Sasaran,
    Indikator,
}

impl What {
    const ALL: [What; 4] = [What::Dokumen, What::Tujuan, What::Sasaran, What::Indikator];

    /// Its table, which is also its name in the address.
    fn table(self) -> &'static str {
        match self {
            What::Dokumen => "dokumen",
            What::Tujuan => "tujuan",
            What::Sasaran => "sasaran",
            What::Indikator => "indikator",
        }
    }

    fn of(ask: &Ask<'_>) -> Result<What, Fault> {
        let name = ask.params.get("jenis");
        let found = What::ALL.into_iter().find(|it| it.table() == name);
        found.ok_or_else(|| Fault::NotFound(format!("«{name}» bukan bagian Renstra.")))
    }

    fn title(self) -> &'static str {
        match self {
            What::Dokumen => "Buat Renstra",
            What::Tujuan => "Tambah tujuan",
            What::Sasaran => "Tambah sasaran",
            What::Indikator => "Tambah indikator",
        }
    }

    /// The fields that must be filled, each with what it is called.
    fn required(self, berkas: &Berkas) -> &'static [(&'static str, &'static str)] {
        match self {
            What::Dokumen => {
                &[("judul", "Judul"), ("tahun", "Tahun pertama"), ("sampai", "Tahun terakhir")]
            }
            What::Tujuan if berkas.misi.is_empty() => {
                &[("uraian", "Tujuan"), ("bunyi_visi", "Visi"), ("bunyi_misi", "Misi")]
            }
            What::Tujuan => &[("uraian", "Tujuan"), ("misi", "Misi")],
            What::Sasaran => &[("uraian", "Sasaran"), ("tujuan", "Tujuan")],
            What::Indikator => {
                &[("nama", "Indikator"), ("satuan", "Satuan"), ("pokok", "Yang diukur")]
            }
        }
    }
}

/// Where something is added; `known` says what is known of it already.
pub(crate) fn address(context: &Context, jenis: &str, known: Option<(&str, &str)>) -> String {
    let page = context.plain(&format!("renstra/tambah/{jenis}"));
    match known {
        Some((name, value)) => with_query(&page, name, value),
        None => page,
    }
}

/// What an indikator measures as the form names it.
pub(crate) fn pokok_code(it: &Pokok) -> String {
    match it {
        Pokok::Tujuan(id) => format!("tujuan:{id}"),
        Pokok::Sasaran(id) => format!("sasaran:{id}"),
        Pokok::Baris(id) => format!("baris:{id}"),
    }
}

fn load(ask: &Ask<'_>, context: &Context) -> Result<Berkas, Fault> {
    let tables = [PLAN_TABLES, &["unit_kerja", "pejabat"]].concat();
    Ok(ask.store().berkas_part(&context.berkas, &Part::of(&tables))?)
}

pub(crate) fn form(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = load(ask, &context)?;
    Ok(Reply::page(form_page(ask, &context, (What::of(ask)?, &berkas), &Errors::default())))
}

fn form_page(
    ask: &Ask<'_>,
    context: &Context,
    (what, berkas): (What, &Berkas),
    errors: &Errors,
) -> Markup {
    let body = fields_of(ask, context, (what, berkas), errors);
    let mut head = Head::new(what.title(), Phase::Plan);
    if what == What::Indikator {
        head = head.state("Rumus, variabel dan cara ukurnya dapat dilengkapi kemudian.");
    }
    page(ask, Some(context), &head, body)
}

/// The form of the document, for the page of an office that has none.
pub(crate) fn of_document(ask: &Ask<'_>, context: &Context, berkas: &Berkas) -> Markup {
    fields_of(ask, context, (What::Dokumen, berkas), &Errors::default())
}

fn fields_of(
    ask: &Ask<'_>,
    context: &Context,
    (what, berkas): (What, &Berkas),
    errors: &Errors,
) -> Markup {
    let entry = Entry::new(ask, errors, true);
    let fields = match what {
        What::Dokumen => document_fields(context, berkas, &entry),
        What::Tujuan => tujuan_fields(ask, berkas, &entry),
        What::Sasaran => sasaran_fields(ask, berkas, &entry),
        What::Indikator => indikator_fields(ask, berkas, &entry),
    };
    html! {
        (entry.summary())
        form.isian-baris method="post" action=(address(context, what.table(), None)) {
            (form_token(ask))
            (fields)
            div.kaki-isian { button.utama { (what.title()) } " " a href=(context.link("renstra")) { "Batal" } }
        }
    }
}

fn document_fields(context: &Context, berkas: &Berkas, entry: &Entry<'_>) -> Markup {
    let first = context.tahun().get();
    let last = first + YEARS;
    let title = format!("Rencana Strategis {} Tahun {first}–{last}", berkas.perangkat_daerah.nama);
    html! {
        (entry.field("judul", "Judul", &title, |it| it.input("text", true)))
        (entry.field("nomor", "Nomor keputusan (bila sudah ada)", "", |it| it.input("text", false)))
        (entry.field("tanggal", "Tanggal ditetapkan (bila sudah)", "", |it| it.input("date", false)))
        (entry.field("tahun", "Tahun pertama", &first.to_string(), |it| it.input("number", true)))
        (entry.field("sampai", "Tahun terakhir", &last.to_string(), |it| it.input("number", true)))
    }
}

fn tujuan_fields(ask: &Ask<'_>, berkas: &Berkas, entry: &Entry<'_>) -> Markup {
    html! {
        (entry.field("uraian", "Tujuan", "", |it| it.area(3, true)))
        @if berkas.misi.is_empty() {
            (entry.field("bunyi_visi", "Visi kepala daerah", visi(berkas).unwrap_or_default(), |it| it.area(2, true)))
            (entry.field("bunyi_misi", "Misi yang didukung tujuan ini", "", |it| it.area(2, true)))
        } @else {
            (entry.field("misi", "Misi yang didukung tujuan ini", ask.query.get("misi"), |it| it.select(
                berkas.misi.iter().map(|it| (it.id.to_string(), format!("{}. {}", it.nomor, it.uraian)))
            )))
        }
    }
}

fn sasaran_fields(ask: &Ask<'_>, berkas: &Berkas, entry: &Entry<'_>) -> Markup {
    html! {
        (entry.field("tujuan", "Tujuan", ask.query.get("tujuan"), |it| it.select(
            berkas.tujuan.iter().map(|it| (it.id.to_string(), it.uraian.clone()))
        )))
        (entry.field("uraian", "Sasaran", "", |it| it.area(3, true)))
    }
}

fn indikator_fields(ask: &Ask<'_>, berkas: &Berkas, entry: &Entry<'_>) -> Markup {
    let tujuan = berkas
        .tujuan
        .iter()
        .map(|it| (pokok_code(&Pokok::Tujuan(it.id.clone())), format!("Tujuan: {}", it.uraian)));
    let sasaran = berkas
        .sasaran
        .iter()
        .map(|it| (pokok_code(&Pokok::Sasaran(it.id.clone())), format!("Sasaran: {}", it.uraian)));
    let posts = berkas.unit_kerja.iter().filter_map(|it| it.jabatan.as_deref());
    let mut posts: Vec<&str> =
        berkas.pejabat.iter().map(|it| it.jabatan.as_str()).chain(posts).collect();
    posts.sort_unstable();
    posts.dedup();
    let posts = [("", "belum ditentukan")].into_iter().chain(posts.into_iter().map(|it| (it, it)));
    let better = Polaritas::ALL.iter().map(|(it, code)| (*code, polaritas_words(*it)));
    html! {
        (entry.field("pokok", "Yang diukur", ask.query.get("pokok"), |it| it.select(tujuan.chain(sasaran))))
        (entry.field("nama", "Indikator", "", |it| it.area(2, true)))
        (entry.field("satuan", "Satuan, misalnya % atau dokumen", "", |it| it.input("text", true)))
        (entry.field("polaritas", "Arah yang lebih baik", Polaritas::Naik.code(), |it| it.select(better)))
        (entry.field("penanggung_jawab", "Penanggung jawab", "", |it| it.select(posts)))
        (entry.field("definisi", "Definisi operasional (bila sudah ada)", "", |it| it.area(3, false)))
    }
}

fn polaritas_words(it: Polaritas) -> &'static str {
    match it {
        Polaritas::Naik => "Makin tinggi makin baik",
        Polaritas::Turun => "Makin rendah makin baik",
        Polaritas::Rentang => "Terbaik di dalam rentang targetnya",
    }
}

/// The visi of the kepala daerah, where it is known.
fn visi(berkas: &Berkas) -> Option<&str> {
    let mut all = berkas.visi.iter();
    Some(all.find(|it| it.tingkat == TingkatVisi::Daerah)?.uraian.as_str())
}

/// The first of `tujuan-1`, `tujuan-2` … that no row has.
fn free_id<'i>(prefix: &str, taken: impl Iterator<Item = &'i str> + Clone) -> String {
    let mut ids = (1..).map(|n| format!("{prefix}-{n}"));
    ids.find(|id| !taken.clone().any(|it| it == id)).unwrap_or_default()
}

/// Cells of a row, by their columns.
type Cells = Vec<(String, String)>;

fn cells(cells: &[(&str, &str)]) -> Cells {
    cells.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect()
}

/// The rows that a form makes, what was asked for last, by their tables.
fn rows_of(
    ask: &Ask<'_>,
    what: What,
    berkas: &Berkas,
) -> Result<Vec<(&'static str, Cells)>, Errors> {
    let typed = |name: &str| ask.form.get(name);
    Ok(match what {
        What::Dokumen => {
            let prefix = format!("renstra-{}", typed("tahun"));
            let taken = berkas.dokumen.iter().map(|it| it.id.as_str());
            let id = match taken.clone().any(|it| it == prefix) {
                true => free_id(&prefix, taken),
                false => prefix,
            };
            let own = [
                ("id", id.as_str()),
                ("jenis", JenisDokumen::Renstra.code()),
                ("judul", typed("judul")),
                ("nomor", typed("nomor")),
                ("tanggal", typed("tanggal")),
                ("tahun", typed("tahun")),
                ("sampai", typed("sampai")),
                ("penerbit", &berkas.perangkat_daerah.nama),
            ];
            vec![("dokumen", cells(&own))]
        }
        What::Tujuan => rows_of_tujuan(ask, berkas),
        What::Sasaran => {
            let id = free_id("sasaran", berkas.sasaran.iter().map(|it| it.id.as_str()));
            let own =
                [("id", id.as_str()), ("tujuan", typed("tujuan")), ("uraian", typed("uraian"))];
            vec![("sasaran", cells(&own))]
        }
        What::Indikator => vec![("indikator", indikator_row(ask, berkas)?)],
    })
}

/// A tujuan, under the visi and misi of the kepala daerah where nobody has recorded them yet.
fn rows_of_tujuan(ask: &Ask<'_>, berkas: &Berkas) -> Vec<(&'static str, Cells)> {
    let mut rows = Vec::new();
    let mut misi = ask.form.get("misi").to_owned();
    if berkas.misi.is_empty() {
        let known = berkas.visi.iter().find(|it| it.tingkat == TingkatVisi::Daerah);
        let visi = match known {
            Some(it) => it.id.to_string(),
            None => {
                let id = free_id("visi", berkas.visi.iter().map(|it| it.id.as_str()));
                let own = [
                    ("id", id.as_str()),
                    ("tingkat", TingkatVisi::Daerah.code()),
                    ("uraian", ask.form.get("bunyi_visi")),
                ];
                rows.push(("visi", cells(&own)));
                id
            }
        };
        misi = "misi-1".to_owned();
        let own = [
            ("id", misi.as_str()),
            ("visi", &visi),
            ("nomor", "1"),
            ("uraian", ask.form.get("bunyi_misi")),
            ("dukungan", "didukung"),
        ];
        rows.push(("misi", cells(&own)));
    }
    let id = free_id("tujuan", berkas.tujuan.iter().map(|it| it.id.as_str()));
    let own = [("id", id.as_str()), ("misi", &misi), ("uraian", ask.form.get("uraian"))];
    rows.push(("tujuan", cells(&own)));
    rows
}

/// An indikator under what it measures: of a tujuan, or an IKU of a sasaran.
fn indikator_row(ask: &Ask<'_>, berkas: &Berkas) -> Result<Cells, Errors> {
    let wanted = ask.form.get("pokok");
    let tujuan = berkas.tujuan.iter().map(|it| Pokok::Tujuan(it.id.clone()));
    let sasaran = berkas.sasaran.iter().map(|it| Pokok::Sasaran(it.id.clone()));
    let pokok = tujuan.chain(sasaran).find(|it| pokok_code(it) == wanted);
    let unknown = || Errors::one("pokok", "Yang diukur: pilih tujuan atau sasaran dari daftarnya.");
    let pokok = pokok.ok_or_else(unknown)?;
    let (jenis, prefix, tujuan, sasaran) = match &pokok {
        Pokok::Tujuan(id) => (JenisIndikator::Tujuan, "ikt", id.as_str(), ""),
        Pokok::Sasaran(id) => (JenisIndikator::Iku, "iku", "", id.as_str()),
        Pokok::Baris(_) => return Err(unknown()),
    };
    let beside = berkas.indikator.iter().filter(|it| it.pokok == pokok);
    let nomor = beside.map(|it| it.nomor).max().unwrap_or(0) + 1;
    let id = free_id(prefix, berkas.indikator.iter().map(|it| it.id.as_str()));
    Ok(cells(&[
        ("id", &id),
        ("jenis", jenis.code()),
        ("tujuan", tujuan),
        ("sasaran", sasaran),
        ("nomor", &nomor.to_string()),
        ("nama", ask.form.get("nama")),
        ("satuan", ask.form.get("satuan")),
        ("polaritas", ask.form.get("polaritas")),
        ("penanggung_jawab", ask.form.get("penanggung_jawab")),
        ("definisi", ask.form.get("definisi")),
    ]))
}

/// Keeps what was filled in, and goes back to the matrix.
pub(crate) fn add(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = load(ask, &context)?;
    let what = What::of(ask)?;
    let refuse = |errors: &Errors| {
        let page = form_page(ask, &context, (what, &berkas), errors);
        Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
    };
    let mut errors = Errors::default();
    for (name, words) in what.required(&berkas) {
        if ask.form.given(name).is_none() {
            errors.add(name, format!("{words} belum diisi."));
        }
    }
    let year = |name: &str| ask.form.get(name).parse::<u16>();
    if let (What::Dokumen, Ok(from), Ok(to)) = (what, year("tahun"), year("sampai"))
        && to < from
    {
        errors.add("sampai", "Tahun terakhir mendahului tahun pertama.");
    }
    if !errors.is_empty() {
        return refuse(&errors);
    }
    let rows = match rows_of(ask, what, &berkas) {
        Ok(rows) => rows,
        Err(errors) => return refuse(&errors),
    };
    let own = rows.last().map_or_else(Vec::new, |(_, cells)| cells.clone());
    let added = rows.into_iter().map(|(tabel, cells)| NewRow {
        tabel: tabel.to_owned(),
        cells,
        ..NewRow::default()
    });
    let added = added.collect();
    match ask.store().apply(&ask.pelaku(), &context.berkas, Vec::new(), added) {
        Ok(()) => Ok(Reply::go_to(&context.link("renstra"))),
        Err(error) => {
            let table = fact_tables().find(|it| it.name == what.table());
            let table = table.ok_or_else(|| Fault::Broken("tidak ada tabelnya".to_owned()))?;
            refuse(&Errors::from(refused(ask, &context, table, (&own, None), error)?))
        }
    }
}
