//! Laksanakan: the actions of each quarter behind every indicator, with their targets and owners, and
//! what was found when somebody looked at them (monev).

use std::rc::Rc;

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_domain::{
    Berkas, Code, Hasil, Id, Indikator, MonevAksi, Periode, RencanaAksi, StatusAksi, Triwulan,
    angka, tanggal,
};
use selaras_store::{NewRow, Part, RowChange, RowKept, StoreError};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, nomor, part, with_query};
use crate::entry::{Entry, Errors};
use crate::findings::Marks;
use crate::frame::{Head, Phase, page};
use crate::list::{Column, Listing};
use crate::page::bukti::{self, OfRows, Subject};
use crate::page::pengukuran;
use crate::page::table::{refused, title};
use crate::permission::Permission;
use crate::status;
use crate::widget::{self, count, find, form_token};

const TABLE: &str = "monev_aksi";

/// The cells that whoever looks at an action writes.
const FIELDS: [(&str, &str); 5] = [
    ("tanggal", "Hari dipantau"),
    ("pelaksana", "Pelaksana"),
    ("temuan", "Temuan"),
    ("kendala", "Kendala"),
    ("tindak_lanjut", "Tindak lanjut"),
];

/// What is entered of an action, by the columns of its monev.
pub(crate) const MONEV: [&str; 6] =
    ["status", FIELDS[0].0, FIELDS[1].0, FIELDS[2].0, FIELDS[3].0, FIELDS[4].0];

pub(crate) fn rencana_aksi(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let tables = [&pengukuran::tables()[..], &["rencana_aksi", TABLE]].concat();
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(&tables))?;
    let hasil = selaras_rules::measure_without_trails(&berkas);
    let tahun = context.tahun();
    // Later quarters are not asked for where the address names one.
    let is_within =
        |it: &RencanaAksi| context.last_day().is_none_or(|day| it.periode.days(tahun).1 <= day);
    let rows: Vec<&RencanaAksi> =
        berkas.rencana_aksi.iter().filter(|it| it.tahun == tahun && is_within(it)).collect();
    let n_rows = rows.len();
    let n_owned = rows.iter().filter(|it| it.penanggung_jawab.is_some()).count();
    let n_looked = rows.iter().filter(|it| monev_of(&berkas, it).is_some()).count();
    let beside = (Marks::load(ask, &context)?, OfRows::load(ask, &context, TABLE)?);
    let actions = actions(ask, &context, (&berkas, &hasil, &beside), rows);
    if let Some(file) = actions.file()? {
        return Ok(file);
    }
    let body = html! {
        (actions.render())
        @if n_rows > 0 { p.bawah { a.tombol href=(with_query(&context.link("tabel/rencana_aksi"), "cari", &tahun.to_string())) { "Ubah pada tabel rencana aksi" } } }
    };
    let state = format!(
        "{} aksi: {} mempunyai penanggung jawab, {} sudah dipantau.",
        count(n_rows),
        count(n_owned),
        count(n_looked)
    );
    let until = context.last_day().map_or_else(|| tahun.to_string(), |_| context.until_words());
    let head = Head::new(format!("Rencana aksi {until}"), Phase::Act).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

/// The actions of the year under their indicators, each with what was reached and who answers for it.
fn actions<'a>(
    ask: &'a Ask<'a>,
    context: &'a Context,
    (berkas, hasil, (marks, proofs)): (&'a Berkas, &'a Hasil, &'a (Marks, OfRows)),
    mut rows: Vec<&'a RencanaAksi>,
) -> Listing<'a, &'a RencanaAksi> {
    let tahun = context.tahun();
    let year = tahun.to_string();
    let reached = move |it: &RencanaAksi| {
        find(hasil, &["indikator", it.indikator.as_str(), &year, it.periode.code(), "realisasi"])
    };
    let reached = Rc::new(reached);
    let beside = Rc::clone(&reached);
    let place = |it: &RencanaAksi| berkas.indikator.iter().position(|of| of.id == it.indikator);
    rows.sort_by_key(|it| place(it));
    let name = |it: &RencanaAksi| berkas.find_indikator(&it.indikator);
    let monev = |it: &RencanaAksi| monev_of(berkas, it);
    let of_monev = move |of: fn(&MonevAksi) -> Option<&String>| {
        move |it: &&RencanaAksi| monev(it).and_then(of).cloned().unwrap_or_default()
    };
    let columns = vec![
        Column::made("indikator", "Indikator", move |it: &&RencanaAksi| {
            name(it).map_or_else(String::new, |it| it.nama.clone())
        })
        .shown(move |it| html! { @if let Some(it) = name(it) { (it.nama) " " span.lembut { "(" (it.satuan) ")" } } }),
        Column::text("aksi", "Aksi", |it: &&RencanaAksi| &it.aksi).shown(|it| {
            html! { (it.aksi) (marks.row("rencana_aksi", &joined_key(it))) }
        }),
        Column::text("triwulan", "Triwulan", |it: &&RencanaAksi| quarter(it.periode)).choice(),
        Column::number("target", "Target", |it: &&RencanaAksi| it.target).shown(move |it| {
            // With as many decimals as what was reached of it.
            let scale = beside(it).and_then(|it| Some(it.value?.scale())).unwrap_or(0);
            html! {
                @match it.target {
                    Some(target) => (widget::at_scale(target, scale)),
                    None => span.kosong { (widget::NO_TARGET) },
                }
            }
        }),
        Column::figure(context, "realisasi", "Realisasi", move |it: &&RencanaAksi| reached(it)),
        Column::optional("penanggung-jawab", "Penanggung jawab", |it: &&RencanaAksi| {
            it.penanggung_jawab.as_ref()
        })
        .choice(),
        Column::text("monev", "Monev", move |it: &&RencanaAksi| words(monev(it).map(|it| it.status)))
            .choice()
            .shown(move |it| {
                let found = monev(it);
                html! {
                    a href=(address(context, it)) { (tag(found.map(|it| it.status))) span.tersembunyi { ", monev " (it.aksi) } }
                    @if let Some(kendala) = found.and_then(|it| it.kendala.as_ref()) { br; small.lembut { (widget::short(kendala, 80)) } }
                }
            }),
        Column::number("bukti", "Bukti", |it: &&RencanaAksi| Some(proofs.of(&joined_key(it)).len()))
            .shown(|it| proofs.counted(&joined_key(it), &address(context, it))),
        Column::made("temuan", "Temuan", of_monev(|it| it.temuan.as_ref())).in_file(),
        Column::made("kendala", "Kendala", of_monev(|it| it.kendala.as_ref())).in_file(),
        Column::made("tindak-lanjut", "Tindak lanjut", of_monev(|it| it.tindak_lanjut.as_ref())).in_file(),
    ];
    let file = format!("rencana-aksi-{}-{tahun}", context.perangkat());
    Listing::of(ask, (context.plain("rencana-aksi"), file), columns, rows)
        .grouped("indikator")
        .nothing(
            &format!("Rencana aksi {tahun} belum ada. Setiap indikator perjanjian kinerja dirinci menjadi aksi per triwulan."),
            Some((&context.link("tabel/rencana_aksi"), "Isi rencana aksi")),
        )
}

pub(crate) fn quarter(periode: Periode) -> &'static str {
    match periode {
        Periode::Tw1 => "I",
        Periode::Tw2 => "II",
        Periode::Tw3 => "III",
        Periode::Tw4 => "IV",
        Periode::Tahun | Periode::Kumulatif => "Tahun",
    }
}

pub(crate) fn monev_of<'b>(berkas: &'b Berkas, row: &RencanaAksi) -> Option<&'b MonevAksi> {
    berkas.monev_aksi.iter().find(|it| {
        (&it.indikator, it.tahun, it.periode, it.nomor)
            == (&row.indikator, row.tahun, row.periode, row.nomor)
    })
}

fn words(found: Option<StatusAksi>) -> &'static str {
    match found {
        None => "Belum dipantau",
        Some(StatusAksi::Belum) => "Belum dimulai",
        Some(StatusAksi::Berjalan) => "Berjalan",
        Some(StatusAksi::Selesai) => "Selesai",
        Some(StatusAksi::TidakTerlaksana) => "Tidak terlaksana",
    }
}

pub(crate) fn tag(found: Option<StatusAksi>) -> Markup {
    let (mark, class) = match found {
        None | Some(StatusAksi::Belum) => ("○", "none"),
        Some(StatusAksi::Berjalan) => ("◐", "near"),
        Some(StatusAksi::Selesai) => ("●", "good"),
        Some(StatusAksi::TidakTerlaksana) => ("▲", "bad"),
    };
    status::tag(mark, class, words(found))
}

/// Where an action is looked at.
pub(crate) fn address(context: &Context, row: &RencanaAksi) -> String {
    let (indikator, periode) = (part(row.indikator.as_str()), row.periode.code());
    context.plain(&format!("rencana-aksi/{indikator}/{periode}/{}", row.nomor))
}

/// An action, its indikator, and what is kept of its monev.
pub(crate) struct Action {
    pub(crate) row: RencanaAksi,
    indikator: Indikator,
    kept: Option<RowKept>,
}

impl Action {
    pub(crate) fn of(ask: &Ask<'_>, context: &Context) -> Result<Action, Fault> {
        let tables = ["indikator", "rencana_aksi"];
        let berkas = ask.store().berkas_part(&context.berkas, &Part::of(&tables))?;
        let wanted = |it: &&RencanaAksi| {
            it.tahun == context.tahun()
                && it.indikator.as_str() == ask.params.get("indikator")
                && it.periode.code() == ask.params.get("periode")
                && it.nomor.to_string() == ask.params.get("nomor")
        };
        let found = berkas.rencana_aksi.iter().find(wanted).and_then(|row| {
            let indikator = berkas.find_indikator(&row.indikator)?;
            Some((row.clone(), indikator.clone()))
        });
        let (row, indikator) =
            found.ok_or_else(|| Fault::NotFound("Tidak ada aksi itu.".to_owned()))?;
        let key = key(&row);
        let rows = ask.store().rows(&context.berkas, TABLE)?;
        let is_own = |it: &RowKept| key.iter().all(|(name, value)| cell(it, name) == value);
        let kept = rows.into_iter().find(is_own);
        Ok(Action { row, indikator, kept })
    }

    pub(crate) fn kept(&self, name: &str) -> &str {
        self.kept.as_ref().map_or("", |it| cell(it, name))
    }

    /// 0 where nobody has looked yet.
    pub(crate) fn versi(&self) -> i64 {
        self.kept.as_ref().map_or(0, |it| it.versi)
    }

    fn is_open(&self, ask: &Ask<'_>, context: &Context) -> Result<bool, Fault> {
        let triwulan = Triwulan::from_code(self.row.periode.code()).unwrap_or(Triwulan::Iv);
        let pengajuan = ask.store().pengajuan(&context.berkas)?;
        Ok(pengajuan[usize::from(nomor(triwulan) - 1)].is_open_on(ask.day()))
    }

    /// Keeps what was entered, in the row that was read or in a new one.
    pub(crate) fn save(
        &self,
        ask: &Ask<'_>,
        context: &Context,
        cells: &[(String, String)],
    ) -> Result<(), StoreError> {
        match &self.kept {
            Some(row) => {
                let change = RowChange {
                    tabel: TABLE.to_owned(),
                    baris_ke: row.baris_ke,
                    versi: row.versi,
                    cells: cells.to_vec(),
                    alasan: None,
                };
                ask.store().change(&ask.pelaku(), &context.berkas, change).map(drop)
            }
            None => {
                let key = key(&self.row).map(|(name, cell)| (name.to_owned(), cell));
                let cells = key.into_iter().chain(cells.to_vec()).collect();
                let new = NewRow { tabel: TABLE.to_owned(), cells, ..NewRow::default() };
                ask.store().add(&ask.pelaku(), &context.berkas, new).map(drop)
            }
        }
    }
}

fn table() -> &'static selaras_package::Table {
    let found = selaras_store::fact_tables().find(|it| it.name == TABLE);
    found.expect("the table of monev is one of the facts")
}

fn cell<'r>(row: &'r RowKept, name: &str) -> &'r str {
    table().column_index(name).and_then(|it| row.cells.get(it)).map_or("", String::as_str)
}

fn key(row: &RencanaAksi) -> [(&'static str, String); 4] {
    [
        ("indikator", row.indikator.to_string()),
        ("tahun", row.tahun.to_string()),
        ("periode", row.periode.code().to_owned()),
        ("nomor", row.nomor.to_string()),
    ]
}

/// The same as proofs and findings name it.
fn joined_key(row: &RencanaAksi) -> String {
    key(row).map(|(_, cell)| cell).join("/")
}

pub(crate) fn monev(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let action = Action::of(ask, &context)?;
    Ok(Reply::page(monev_page(ask, &context, &action, &Errors::default())?))
}

fn monev_page(
    ask: &Ask<'_>,
    context: &Context,
    action: &Action,
    errors: &Errors,
) -> Result<Markup, Fault> {
    let is_open = action.is_open(ask, context)?;
    let may_write = is_open && ask.may(Permission::Measure, Some(context.perangkat()));
    let entry = Entry::new(ask, errors, true);
    let own = Subject::row(ask, context, TABLE, &joined_key(&action.row))?;
    let proofs = with_query(
        &context.plain(&format!("bukti/{}", part(action.indikator.id.as_str()))),
        "tw",
        action.row.periode.code().trim_start_matches("tw"),
    );
    let body = html! {
        dl.rincian {
            dt { "Indikator" } dd { (action.indikator.nama) }
            dt { "Triwulan" } dd { (quarter(action.row.periode)) }
            dt { "Target" } dd { (action.row.target.map_or_else(|| "–".to_owned(), angka::format)) " " (action.indikator.satuan) }
            dt { "Penanggung jawab" } dd { (action.row.penanggung_jawab.as_deref().unwrap_or("–")) }
            dt { "Bukti indikator" } dd { a href=(proofs) { "Bukti dukung indikator pada triwulan ini" } }
        }
        (entry.summary())
        @if may_write {
            form.isian-baris method="post" action=(address(context, &action.row)) {
                (form_token(ask))
                input type="hidden" name="versi" value=(action.versi());
                (entry.field("status", "Keadaan aksi", action.kept("status"), |it| it.select(StatusAksi::ALL.iter().map(|(_, word)| (word, title(word))))))
                @for (name, words) in FIELDS {
                    (entry.field(name, words, action.kept(name), |it| match name {
                        "tanggal" => it.input("date", false),
                        "pelaksana" => it.input("text", false),
                        _ => it.area(3, false),
                    }))
                }
                div.kaki-isian { button.utama { "Simpan monev" } " " a href=(context.link("rencana-aksi")) { "Batal" } }
            }
        } @else {
            dl.rincian {
                dt { "Keadaan aksi" } dd { (tag(StatusAksi::from_code(action.kept("status")))) }
                @for (name, words) in FIELDS {
                    dt { (words) } dd { @match action.kept(name) { "" => "–", it if name == "tanggal" => (it.parse().map_or_else(|_| it.to_owned(), tanggal::format)), it => (it) } }
                }
            }
            @if !is_open { p.lembut { "Triwulan ini tidak terbuka, maka monevnya tidak dapat diubah." } }
        }
        (bukti::section(ask, context, &own)?)
    };
    let head = Head::new(format!("Monev: {}", action.row.aksi), Phase::Act)
        .state(tag(StatusAksi::from_code(action.kept("status"))));
    Ok(page(ask, Some(context), &head, body))
}

pub(crate) fn save_monev(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let action = Action::of(ask, &context)?;
    let refuse = |status: StatusCode, action: &Action, errors: &Errors| {
        Ok(Reply::page_with(status, monev_page(ask, &context, action, errors)?))
    };
    let cells = MONEV.map(|it| (it.to_owned(), ask.form.get(it).to_owned()));
    let versi: i64 = ask.form.get("versi").parse().unwrap_or(-1);
    if versi != action.versi() {
        return refuse(StatusCode::CONFLICT, &action, &quicker(&action));
    }
    match action.save(ask, &context, &cells) {
        Ok(()) => Ok(Reply::go_to(&context.link("rencana-aksi"))),
        Err(StoreError::Conflict { .. }) => {
            let now = Action::of(ask, &context)?;
            refuse(StatusCode::CONFLICT, &now, &quicker(&now))
        }
        // The page of a quarter that is not open has no form: what was typed stands beside the reason.
        Err(error @ StoreError::Locked { .. }) => Err(error.into()),
        Err(error) => {
            let kept = action.kept.as_ref();
            let errors = refused(ask, &context, table(), (&cells, kept), error)?;
            refuse(StatusCode::UNPROCESSABLE_ENTITY, &action, &errors.into())
        }
    }
}

/// What somebody else has saved meanwhile; what was typed stays in the form.
fn quicker(action: &Action) -> Errors {
    let theirs = FIELDS.map(|(name, words)| (name, words, action.kept(name).to_owned()));
    let status = ("status", "Keadaan aksi", title(action.kept("status")));
    let words = [status].into_iter().chain(theirs).filter(|it| !it.2.is_empty());
    let words: Vec<String> = words.map(|(_, words, cell)| format!("{words}: «{cell}»")).collect();
    let why = format!(
        "Orang lain menyimpan monev ini sesudah Anda membukanya. Isian Anda tetap di sini; yang \
         tersimpan sekarang: {}. Simpan lagi untuk memakai isian Anda, atau muat ulang halaman untuk \
         mulai dari yang tersimpan.",
        words.join("; ")
    );
    Errors::one("", why)
}
