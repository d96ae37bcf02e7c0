//! `/api/v1`: the same facts, figures and documents for programs, with a token. The description that
//! programs read (`openapi.json`) is made from [`OPERATIONS`], and a test holds that against the routes.

use axum::http::header::{ETAG, LINK, LOCATION, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, Method, StatusCode};
use selaras_domain::{Code, Figure, FigureId};
use selaras_package::rows::is_section;
use selaras_package::{Kind, Presence, Table};
use selaras_store::{Cakupan, NewRow, Part, RowChange, RowKept, Signed, StoreError, fact_tables};
use serde_json::{Map, Number, Value, json};

use crate::ask::{Answer, Ask, Fault, Reply, Who};
use crate::context::{Context, part};
use crate::page::table::{found_row, table, table_to_edit};
use crate::permission::Permission;
use crate::routes::Route;
use crate::widget::with_changes;

/// Things of a list that a reply holds, unless asked otherwise, and at most.
const PAGE: usize = 50;
const PAGE_MOST: usize = 500;

/// Where the rest of an error is said: RFC 9457.
const PROBLEM: &str = "application/problem+json";

/// Reads who asks from the token, checks what they and their token may, and answers.
pub(crate) fn answer(
    ask: &mut Ask<'_>,
    route: &Route,
    token: Option<&str>,
    fault: Option<Fault>,
) -> Reply {
    let answered = (|| -> Answer {
        if let Some(fault) = fault {
            return Err(fault);
        }
        if route.permission == Permission::Open {
            return (route.run)(ask);
        }
        let found = match token {
            Some(token) => ask.app.store.of_token(token, ask.now)?,
            None => None,
        };
        let (pengguna, cakupan) = found.ok_or(Fault::SignIn)?;
        ask.who = Some(Who::new(pengguna, ""));
        let perangkat = ask.params.given("perangkat").map(str::to_owned);
        if !ask.may(route.permission, perangkat.as_deref()) {
            return Err(Fault::Forbidden("Peran pemilik token tidak mencakup ini.".to_owned()));
        }
        if route.method != Method::GET && cakupan != Cakupan::Tulis {
            return Err(Fault::Forbidden("Token ini hanya untuk membaca.".to_owned()));
        }
        if let Some(name) = ask.query.repeated() {
            return Err(Fault::Bad(format!("`{name}` disebut lebih dari sekali.")));
        }
        (route.run)(ask)
    })();
    answered.unwrap_or_else(|fault| {
        fault.log(ask);
        problem(&fault)
    })
}

/// An error as RFC 9457 has it.
fn problem(fault: &Fault) -> Reply {
    let (status, title) = match fault {
        Fault::Store(StoreError::Conflict { .. }) => {
            (StatusCode::PRECONDITION_FAILED, "Sudah diubah orang lain")
        }
        Fault::SignIn => (StatusCode::UNAUTHORIZED, "Perlu token"),
        fault => (fault.status(), "Tidak dapat dilakukan"),
    };
    let detail = match fault {
        Fault::SignIn => {
            "Kirim token yang masih berlaku: `Authorization: Bearer slr_…`.".to_owned()
        }
        fault => fault.words(),
    };
    let mut value = json!({
        "type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail,
    });
    if let Fault::Store(StoreError::Invalid(errors)) = fault {
        let one = |it: &selaras_package::PackageError| {
            json!({
                "kolom": it.place.column, "kode": it.problem.code(), "ditemukan": it.problem.found(),
                "seharusnya": it.problem.expected(), "perbaikan": it.problem.remedy(),
            })
        };
        value["galat"] = errors.iter().map(one).collect();
    }
    let reply = as_problem(status, &value);
    match status {
        StatusCode::UNAUTHORIZED => reply.with(WWW_AUTHENTICATE, "Bearer"),
        _ => reply,
    }
}

fn as_problem(status: StatusCode, value: &Value) -> Reply {
    let mut reply = Reply::json(status, value);
    let kind = HeaderValue::from_static(PROBLEM);
    reply.headers.insert(axum::http::header::CONTENT_TYPE, kind);
    reply
}

/// A page of a list, with links to its neighbours.
fn listed(ask: &Ask<'_>, all: Vec<Value>) -> Answer {
    let number = |name: &str, default: usize, most: usize| match ask.query.raw(name) {
        None => Ok(default),
        Some(text) => {
            let found = text.parse().ok().filter(|it| (1..=most).contains(it));
            found.ok_or_else(|| Fault::Bad(format!("`{name}` harus bilangan 1 sampai {most}.")))
        }
    };
    let page = number("halaman", 1, 1_000_000)?;
    let of_page = number("per_halaman", PAGE, PAGE_MOST)?;
    let total = all.len();
    let data: Vec<Value> = all.into_iter().skip((page - 1) * of_page).take(of_page).collect();
    let n_pages = total.div_ceil(of_page).max(1);
    let value = json!({
        "data": data, "total": total, "halaman": page, "per_halaman": of_page,
    });
    let to = |number: usize, rel: &str| {
        let number = number.to_string();
        let address = with_changes(&ask.path, &ask.query, &[("halaman", &number)]);
        format!("<{address}>; rel=\"{rel}\"")
    };
    let mut links = Vec::new();
    if page > 1 {
        links.push(to(page - 1, "prev"));
    }
    if page < n_pages {
        links.push(to(page + 1, "next"));
    }
    let reply = Reply::json(StatusCode::OK, &value);
    Ok(if links.is_empty() { reply } else { reply.with(LINK, &links.join(", ")) })
}

/// The reply with its tag, or nothing where whoever asks has it already.
fn tagged(ask: &Ask<'_>, tag: &str, reply: impl FnOnce() -> Answer) -> Answer {
    let tag = format!("\"{tag}\"");
    let has_it = ask.if_none_match.as_deref().is_some_and(|it| {
        it.trim() == "*" || it.split(',').any(|it| it.trim().trim_start_matches("W/") == tag)
    });
    if has_it {
        let mut reply = Reply::text("application/json", "");
        reply.status = StatusCode::NOT_MODIFIED;
        return Ok(reply.with(ETAG, &tag));
    }
    Ok(reply()?.with(ETAG, &tag))
}

/// The state of a berkas: everything made of it changes with it, and with the program.
fn berkas_tag(ask: &Ask<'_>, context: &Context) -> Result<String, Fault> {
    let versi = ask.store().berkas_versi(&context.berkas)?;
    Ok(format!("{}-{versi}-{}", context.berkas.id, env!("CARGO_PKG_VERSION")))
}

pub(crate) fn list_berkas(ask: &Ask<'_>) -> Answer {
    let pemda = ask.pengguna()?.pemda;
    let all =
        ask.store().list()?.into_iter().filter(|it| {
            it.pemda == pemda && ask.may(Permission::ReadOffice, Some(&it.key.perangkat))
        });
    let one = |it: selaras_store::BerkasRef| json!({ "perangkat": it.key.perangkat, "tahun": it.key.tahun.get() });
    listed(ask, all.map(one).collect())
}

pub(crate) fn show_berkas(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    tagged(ask, &berkas_tag(ask, &context)?, || {
        let berkas = ask.store().berkas_part(&context.berkas, &Part::of(&[]))?;
        let counts: Map<String, Value> = ask
            .store()
            .row_counts(&context.berkas)?
            .into_iter()
            .map(|(name, count)| (name, count.into()))
            .collect();
        let value = json!({
            "perangkat": context.perangkat(), "tahun": context.tahun().get(),
            "nama": berkas.perangkat_daerah.nama,
            "versi": ask.store().berkas_versi(&context.berkas)?, "tabel": counts,
        });
        Ok(Reply::json(StatusCode::OK, &value))
    })
}

/// A figure for programs: numbers are texts, so that no program rounds them.
fn figure(it: &Figure) -> Value {
    json!({
        "id": it.id.as_str(), "label": it.label, "satuan": it.satuan,
        "nilai": it.value.map(|it| it.to_string()), "teks": it.teks, "keadaan": it.keadaan.code(),
        "terverifikasi": it.verified, "catatan": it.note, "predikat": it.predikat,
    })
}

pub(crate) fn list_figures(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    tagged(ask, &berkas_tag(ask, &context)?, || {
        let berkas = ask.store().berkas(&context.berkas)?;
        let hasil = selaras_rules::measure(&berkas);
        let start = ask.query.get("awalan");
        let all = hasil.figures().iter().filter(|it| it.id.as_str().starts_with(start));
        listed(ask, all.map(figure).collect())
    })
}

pub(crate) fn show_figure(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let id = ask.query.given("angka");
    let id = id.ok_or_else(|| {
        Fault::Bad("Sebutkan `angka`, misalnya `indikator/iku-1/2023/capaian`.".to_owned())
    })?;
    tagged(ask, &berkas_tag(ask, &context)?, || {
        let berkas = ask.store().berkas(&context.berkas)?;
        let hasil = selaras_rules::measure(&berkas);
        let it = hasil.get(&FigureId::new(id));
        let it = it.ok_or_else(|| Fault::NotFound(format!("Tidak ada angka bernama «{id}».")))?;
        let trail = &it.jejak;
        let input = |it: &selaras_domain::Masukan| {
            json!({
                "nama": it.nama, "nilai": it.nilai,
                "angka": it.figure.as_ref().map(FigureId::as_str), "sumber": it.sumber,
            })
        };
        let mut value = figure(it);
        value["jejak"] = json!({
            "aturan": trail.rule, "dasar": trail.dasar, "rumus": trail.rumus,
            "hitungan": trail.hitungan,
            "masukan": trail.masukan.iter().map(input).collect::<Vec<_>>(),
        });
        Ok(Reply::json(StatusCode::OK, &value))
    })
}

pub(crate) fn list_pengajuan(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let day = ask.day();
    let schedule = ask.store().jadwal(context.berkas.pemda, context.tahun())?;
    let one = |it: &selaras_store::Pengajuan| {
        json!({
            "triwulan": it.triwulan.code(), "status": it.status_on(day).code(), "versi": it.versi,
            "pesan": it.pesan, "batas": schedule.get(&it.triwulan).map(ToString::to_string),
            "dapat_diubah": it.is_open_on(day),
        })
    };
    listed(ask, ask.store().pengajuan(&context.berkas)?.iter().map(one).collect())
}

pub(crate) fn list_signed(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let one = |it: selaras_store::DokumenSah| {
        json!({
            "jenis": it.jenis, "nomor": it.nomor, "sha256": it.isi.hash, "ukuran": it.isi.ukuran,
            "waktu": it.waktu, "fakta": it.fakta, "aturan": it.aturan,
            "jejak": { "nomor": it.jejak.nomor, "hash": it.jejak.hash },
        })
    };
    let all = ask.store().signed(&Signed::Of(&context.berkas))?;
    listed(ask, all.into_iter().map(one).collect())
}

fn row_value(table: &Table, it: &RowKept) -> Value {
    let cells = table.columns.iter().zip(&it.cells).map(|(column, cell)| {
        let value = if cell.is_empty() { Value::Null } else { Value::from(cell.as_str()) };
        (column.name.to_owned(), value)
    });
    json!({ "baris": it.baris_ke, "versi": it.versi, "isi": cells.collect::<Map<_, _>>() })
}

pub(crate) fn list_rows(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table(ask)?;
    tagged(ask, &berkas_tag(ask, &context)?, || {
        let rows = ask.store().rows(&context.berkas, table.name)?;
        let wanted = ask.query.get("cari").to_lowercase();
        let is_wanted = |it: &&RowKept| {
            wanted.is_empty() || it.cells.iter().any(|it| it.to_lowercase().contains(&wanted))
        };
        listed(ask, rows.iter().filter(is_wanted).map(|it| row_value(table, it)).collect())
    })
}

pub(crate) fn show_row(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table(ask)?;
    let row = found_row(ask, &context, table)?;
    tagged(ask, &row.versi.to_string(), || Ok(Reply::json(StatusCode::OK, &row_value(table, &row))))
}

/// What a program sends for a row: cells by their columns, and why.
struct SentRow {
    cells: Vec<(String, String)>,
    alasan: Option<String>,
}

/// The largest whole number that every program keeps exactly: 2⁵³ − 1.
const WHOLE: i64 = 9_007_199_254_740_991;

/// A whole number, which JSON may write as `12` or `12.0`.
fn whole(number: &Number) -> Option<String> {
    let text = number.to_string();
    let found: i64 = text.strip_suffix(".0").unwrap_or(&text).parse().ok()?;
    (-WHOLE..=WHOLE).contains(&found).then(|| found.to_string())
}

fn sent_row(ask: &Ask<'_>, table: &Table) -> Result<SentRow, Fault> {
    let value: Value = serde_json::from_slice(&ask.body)
        .map_err(|it| Fault::Bad(format!("Badan permintaan bukan JSON yang sah: {it}.")))?;
    let object = value.as_object();
    let object =
        object.ok_or_else(|| Fault::Bad("Badan permintaan harus sebuah objek.".to_owned()))?;
    if let Some(name) = object.keys().find(|it| !["isi", "alasan"].contains(&it.as_str())) {
        return Err(Fault::Bad(format!(
            "«{name}» tidak dikenal; yang dikenal `isi` dan `alasan`."
        )));
    }
    let cells = object.get("isi").and_then(Value::as_object);
    let cells = cells.ok_or_else(|| Fault::Bad("`isi` harus sebuah objek.".to_owned()))?;
    let wrong = |name: &str| {
        Fault::Bad(format!(
            "«{name}» harus teks, bilangan bulat, atau null; pecahan, dan bilangan di atas {WHOLE}, \
             ditulis sebagai teks, misalnya \"85.8\"."
        ))
    };
    let cell = |(name, value): (&String, &Value)| {
        if table.column_index(name).is_none() {
            return Err(Fault::Bad(format!(
                "Tabel {} tidak mempunyai kolom «{name}».",
                table.name
            )));
        }
        let text = match value {
            Value::Null => String::new(),
            Value::String(text) => text.replace('\0', ""),
            Value::Number(number) => whole(number).ok_or_else(|| wrong(name))?,
            _ => return Err(wrong(name)),
        };
        Ok((name.clone(), text))
    };
    let alasan = match object.get("alasan") {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text.replace('\0', "")),
        Some(_) => return Err(Fault::Bad("`alasan` harus teks.".to_owned())),
    };
    Ok(SentRow { cells: cells.iter().map(cell).collect::<Result<_, _>>()?, alasan })
}

pub(crate) fn add_row(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table_to_edit(ask)?;
    if is_section(table) {
        return Err(Fault::Bad(format!("Tabel {} selalu mempunyai tepat satu baris.", table.name)));
    }
    let sent = sent_row(ask, table)?;
    let new = NewRow {
        tabel: table.name.to_owned(),
        cells: sent.cells,
        alasan: sent.alasan,
        ..NewRow::default()
    };
    let row = ask.store().add(&ask.pelaku(), &context.berkas, new)?;
    let here = format!(
        "/api/v1/berkas/{}/{}/tabel/{}/{}",
        part(context.perangkat()),
        context.tahun(),
        table.name,
        row.baris_ke
    );
    let reply = Reply::json(StatusCode::CREATED, &row_value(table, &row));
    Ok(reply.with(LOCATION, &here).with(ETAG, &format!("\"{}\"", row.versi)))
}

/// The version that a change means: a change without one would undo somebody else's.
///
/// Tags as RFC 9110 has them: a list of which one is enough, or `*` for the row as it is now.
fn meant_version(ask: &Ask<'_>, row: &RowKept) -> Result<i64, Box<Reply>> {
    let missing = || {
        let status = StatusCode::from_u16(428).unwrap_or(StatusCode::BAD_REQUEST);
        let value = json!({
            "type": "about:blank", "title": "Perlu If-Match", "status": 428,
            "detail": "Kirim kepala `If-Match` dengan ETag baris yang Anda baca.",
        });
        Box::new(as_problem(status, &value))
    };
    let tag = ask.if_match.as_deref().ok_or_else(missing)?;
    let now = row.versi.to_string();
    let is_now = |it: &str| it == "*" || it.trim_matches('"') == now;
    // A tag that is none of ours means a state that the row is not in.
    Ok(if tag.split(',').any(|it| is_now(it.trim())) { row.versi } else { -1 })
}

pub(crate) fn change_row(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table_to_edit(ask)?;
    let row = found_row(ask, &context, table)?;
    let versi = match meant_version(ask, &row) {
        Ok(versi) => versi,
        Err(reply) => return Ok(*reply),
    };
    let sent = sent_row(ask, table)?;
    let change = RowChange {
        tabel: table.name.to_owned(),
        baris_ke: row.baris_ke,
        versi,
        cells: sent.cells,
        alasan: sent.alasan,
    };
    let versi = ask.store().change(&ask.pelaku(), &context.berkas, change)?;
    let row = found_row(ask, &context, table)?;
    let reply = Reply::json(StatusCode::OK, &row_value(table, &row));
    Ok(reply.with(ETAG, &format!("\"{versi}\"")))
}

pub(crate) fn remove_row(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let table = table_to_edit(ask)?;
    if is_section(table) {
        return Err(Fault::Bad(format!("Tabel {} selalu mempunyai tepat satu baris.", table.name)));
    }
    let row = found_row(ask, &context, table)?;
    let versi = match meant_version(ask, &row) {
        Ok(versi) => versi,
        Err(reply) => return Ok(*reply),
    };
    let place = (row.baris_ke, versi);
    ask.store().remove(
        &ask.pelaku(),
        &context.berkas,
        table.name,
        place,
        ask.query.given("alasan"),
    )?;
    let mut reply = Reply::text("application/json", "");
    reply.status = StatusCode::NO_CONTENT;
    reply.headers.remove(axum::http::header::CONTENT_TYPE);
    Ok(reply)
}

/// What an operation of the API is, for its description.
pub(crate) struct Operation {
    pub(crate) method: &'static str,
    /// After `/api/v1`.
    pub(crate) path: &'static str,
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    query: &'static [QueryPart],
    takes: Option<&'static str>,
    status: u16,
    /// The media type, and the schema where it is JSON.
    gives: (&'static str, &'static str),
    is_list: bool,
    needs_if_match: bool,
}

struct QueryPart {
    name: &'static str,
    about: &'static str,
    is_required: bool,
    takes: Takes,
}

/// What a part of a query may be.
enum Takes {
    Text,
    /// Not blank.
    Name,
    Date,
    Word(&'static [&'static str]),
}

impl Takes {
    fn schema(&self) -> Value {
        match self {
            Takes::Text => json!({ "type": "string" }),
            Takes::Name => json!({ "type": "string", "pattern": "\\S" }),
            Takes::Date => json!({ "type": "string", "format": "date" }),
            Takes::Word(words) => json!({ "type": "string", "enum": words }),
        }
    }
}

/// A value that a parameter may have, for people, and for programs that try the API.
fn example(name: &str) -> Option<Value> {
    match name {
        "perangkat" => Some("BKPSDM".into()),
        "tahun" => Some(2023.into()),
        "tabel" => Some("indikator".into()),
        "baris" => Some(1.into()),
        "angka" => Some("indikator/iku-1/2023/capaian".into()),
        "If-Match" => Some("\"1\"".into()),
        _ => None,
    }
}

const JSON: &str = "application/json";
const PDF: &str = "application/pdf";
const ZIP: &str = "application/zip";

const fn read(
    path: &'static str,
    name: &'static str,
    about: &'static str,
    schema: &'static str,
) -> Operation {
    Operation {
        method: "get",
        path,
        name,
        about,
        query: &[],
        takes: None,
        status: 200,
        gives: (JSON, schema),
        is_list: false,
        needs_if_match: false,
    }
}

const fn list(
    path: &'static str,
    name: &'static str,
    about: &'static str,
    schema: &'static str,
) -> Operation {
    Operation { is_list: true, ..read(path, name, about, schema) }
}

/// Every operation, in the order of the page.
pub(crate) const OPERATIONS: &[Operation] = &[
    read("/openapi.json", "openapi", "Uraian API ini, tanpa token.", "Objek"),
    list("/berkas", "listBerkas", "Berkas yang boleh dibaca pemilik token.", "BerkasRingkas"),
    read(
        "/berkas/{perangkat}/{tahun}",
        "showBerkas",
        "Satu berkas: nama, versi, dan banyaknya baris setiap tabel.",
        "Berkas",
    ),
    Operation {
        query: &[QueryPart {
            name: "awalan",
            about: "Hanya angka yang namanya berawalan ini, misalnya `indikator/iku-1/`.",
            is_required: false,
            takes: Takes::Text,
        }],
        ..list(
            "/berkas/{perangkat}/{tahun}/angka",
            "listAngka",
            "Angka yang dihitung atau dinyatakan.",
            "Angka",
        )
    },
    Operation {
        query: &[QueryPart {
            name: "angka",
            about: "Nama angka, misalnya `indikator/iku-1/2023/capaian`.",
            is_required: true,
            takes: Takes::Name,
        }],
        ..read(
            "/berkas/{perangkat}/{tahun}/jejak",
            "showJejak",
            "Satu angka dengan jejaknya.",
            "AngkaBerjejak",
        )
    },
    list(
        "/berkas/{perangkat}/{tahun}/pengukuran",
        "listPengukuran",
        "Keadaan pengukuran setiap triwulan.",
        "Pengukuran",
    ),
    list(
        "/berkas/{perangkat}/{tahun}/dokumen-sah",
        "listDokumenSah",
        "Dokumen yang sudah disahkan.",
        "DokumenSah",
    ),
    Operation {
        query: &[
            QueryPart {
                name: "tanggal",
                about: "Tanggal dokumen, misalnya 2024-02-28.",
                is_required: false,
                takes: Takes::Date,
            },
            QueryPart {
                name: "kertas",
                about: "`a4` atau `f4`.",
                is_required: false,
                takes: Takes::Word(&["a4", "f4"]),
            },
            QueryPart {
                name: "konsep",
                about: "`ya` untuk menandai konsep.",
                is_required: false,
                takes: Takes::Word(&["ya"]),
            },
        ],
        gives: (PDF, ""),
        ..read(
            "/berkas/{perangkat}/{tahun}/lkjip.pdf",
            "showLkjip",
            "Laporan kinerja dari fakta sekarang.",
            "",
        )
    },
    Operation {
        gives: (ZIP, ""),
        ..read(
            "/berkas/{perangkat}/{tahun}/paket.zip",
            "showPaket",
            "Semua fakta sebagai paket.",
            "",
        )
    },
    Operation {
        query: &[QueryPart {
            name: "cari",
            about: "Hanya baris yang memuat teks ini.",
            is_required: false,
            takes: Takes::Text,
        }],
        ..list(
            "/berkas/{perangkat}/{tahun}/tabel/{tabel}",
            "listBaris",
            "Baris sebuah tabel.",
            "Baris",
        )
    },
    Operation {
        method: "post",
        takes: Some("BarisBaru"),
        status: 201,
        ..read(
            "/berkas/{perangkat}/{tahun}/tabel/{tabel}",
            "addBaris",
            "Menambah baris pada akhir tabel.",
            "Baris",
        )
    },
    read("/berkas/{perangkat}/{tahun}/tabel/{tabel}/{baris}", "showBaris", "Satu baris.", "Baris"),
    Operation {
        method: "patch",
        takes: Some("BarisBaru"),
        needs_if_match: true,
        ..read(
            "/berkas/{perangkat}/{tahun}/tabel/{tabel}/{baris}",
            "changeBaris",
            "Mengubah kolom yang disebut; yang lain tetap.",
            "Baris",
        )
    },
    Operation {
        method: "delete",
        query: &[QueryPart {
            name: "alasan",
            about: "Alasan, untuk jejak audit.",
            is_required: false,
            takes: Takes::Text,
        }],
        status: 204,
        gives: ("", ""),
        needs_if_match: true,
        ..read(
            "/berkas/{perangkat}/{tahun}/tabel/{tabel}/{baris}",
            "removeBaris",
            "Menghapus baris yang tidak dirujuk baris lain.",
            "",
        )
    },
];

/// The description of the API, after `OpenAPI` 3.1.
pub(crate) fn description() -> Value {
    let mut paths = Map::new();
    for it in OPERATIONS {
        let path = format!("/api/v1{}", it.path);
        let entry = paths.entry(path).or_insert_with(|| json!({}));
        entry[it.method] = operation(it);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Selaras", "version": env!("CARGO_PKG_VERSION"),
            "description": "Fakta, angka, dan dokumen kinerja. Angka dikirim sebagai teks, supaya \
                            tidak ada program yang membulatkannya.",
        },
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "schemas": schemas(),
        },
    })
}

fn operation(it: &Operation) -> Value {
    let mut parameters = Vec::new();
    for name in it.path.split('/').filter_map(|it| it.strip_prefix('{')?.strip_suffix('}')) {
        let schema = match name {
            "tahun" => json!({ "type": "integer", "minimum": 1999, "maximum": 2100 }),
            "baris" => json!({ "type": "integer", "minimum": 1 }),
            "tabel" => {
                // A table with one row for ever gets no other, and does not lose it.
                let is_fixed = ["post", "delete"].contains(&it.method);
                let all = fact_tables().filter(|it| !is_fixed || !is_section(it));
                let names: Vec<&str> = all.map(|it| it.name).collect();
                json!({ "type": "string", "enum": names })
            }
            _ => json!({ "type": "string", "minLength": 1 }),
        };
        parameters.push(json!({ "name": name, "in": "path", "required": true, "schema": schema }));
    }
    for part in it.query {
        parameters.push(json!({
            "name": part.name, "in": "query", "required": part.is_required,
            "description": part.about, "schema": part.takes.schema(),
        }));
    }
    if it.is_list {
        for (name, most) in [("halaman", 1_000_000), ("per_halaman", PAGE_MOST)] {
            let schema = json!({ "type": "integer", "minimum": 1, "maximum": most });
            parameters
                .push(json!({ "name": name, "in": "query", "required": false, "schema": schema }));
        }
    }
    if it.needs_if_match {
        parameters.push(json!({
            "name": "If-Match", "in": "header", "required": true,
            "description": "ETag baris yang dibaca.", "schema": { "type": "string" },
        }));
    }
    for parameter in &mut parameters {
        if let Some(value) = parameter["name"].as_str().and_then(example) {
            parameter["example"] = value;
        }
    }
    let mut value = json!({
        "operationId": it.name, "summary": it.about, "parameters": parameters,
        "responses": responses(it),
    });
    if it.path == "/openapi.json" {
        value["security"] = json!([]);
    }
    if let Some(schema) = it.takes {
        value["requestBody"] = json!({
            "required": true,
            "content": { JSON: { "schema": { "$ref": format!("#/components/schemas/{schema}") } } },
        });
    }
    value
}

fn responses(it: &Operation) -> Value {
    let (kind, schema) = it.gives;
    let reference = json!({ "$ref": format!("#/components/schemas/{schema}") });
    let schema = match it.is_list {
        true => json!({
            "type": "object", "required": ["data", "total", "halaman", "per_halaman"],
            "properties": {
                "data": { "type": "array", "items": reference }, "total": { "type": "integer" },
                "halaman": { "type": "integer" }, "per_halaman": { "type": "integer" },
            },
        }),
        false => reference,
    };
    let mut good = json!({ "description": "Berhasil." });
    match kind {
        "" => {}
        JSON => good["content"] = json!({ JSON: { "schema": schema } }),
        other => {
            good["content"] =
                json!({ other: { "schema": { "type": "string", "format": "binary" } } });
        }
    }
    let problem = |about: &str| {
        json!({
            "description": about,
            "content": { PROBLEM: { "schema": { "$ref": "#/components/schemas/Masalah" } } },
        })
    };
    let mut all = Map::new();
    all.insert(it.status.to_string(), good);
    if it.path == "/openapi.json" {
        return Value::Object(all);
    }
    all.insert("400".to_owned(), problem("Permintaan tidak dapat dibaca."));
    all.insert("401".to_owned(), problem("Tanpa token yang berlaku."));
    all.insert("403".to_owned(), problem("Di luar peran atau cakupan."));
    all.insert("404".to_owned(), problem("Tidak ada."));
    all.insert("503".to_owned(), problem("Pangkalan data tidak menjawab."));
    if [PDF, ZIP].contains(&kind) {
        all.insert("422".to_owned(), problem("Fakta yang tersimpan saling bertentangan."));
    }
    if it.method == "get" {
        all.insert("304".to_owned(), json!({ "description": "Sama dengan yang sudah dimiliki." }));
    } else {
        all.insert("422".to_owned(), problem("Isian tidak sah, atau triwulannya terkunci."));
    }
    if it.needs_if_match {
        all.insert("412".to_owned(), problem("Sudah diubah orang lain."));
        all.insert("428".to_owned(), problem("Tanpa If-Match."));
    }
    Value::Object(all)
}

fn schemas() -> Value {
    let text = json!({ "type": "string" });
    let optional = json!({ "type": ["string", "null"] });
    let number = json!({ "type": "integer" });
    let flag = json!({ "type": "boolean" });
    let object = |fields: &[(&str, &Value)]| {
        let required: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
        let properties: Map<String, Value> =
            fields.iter().map(|(name, schema)| ((*name).to_owned(), (*schema).clone())).collect();
        json!({ "type": "object", "required": required, "properties": properties })
    };
    let figure: [(&str, &Value); 9] = [
        ("id", &text),
        ("label", &text),
        ("satuan", &text),
        ("nilai", &optional),
        ("teks", &optional),
        ("keadaan", &text),
        ("terverifikasi", &flag),
        ("catatan", &optional),
        ("predikat", &optional),
    ];
    let trail = json!({ "type": "object" });
    let cells = json!({ "type": "object", "additionalProperties": { "type": ["string", "null"] } });
    let counts = json!({ "type": "object", "additionalProperties": { "type": "integer" } });
    let mut schemas = json!({
        "Objek": { "type": "object" },
        "Masalah": object(&[("type", &text), ("title", &text), ("status", &number), ("detail", &text)]),
        "BerkasRingkas": object(&[("perangkat", &text), ("tahun", &number)]),
        "Berkas": object(&[
            ("perangkat", &text), ("tahun", &number), ("nama", &text), ("versi", &number),
            ("tabel", &counts),
        ]),
        "Angka": object(&figure),
        "AngkaBerjejak": object(&[&figure[..], &[("jejak", &trail)]].concat()),
        "Pengukuran": object(&[
            ("triwulan", &text), ("status", &text), ("versi", &number), ("pesan", &optional),
            ("batas", &optional), ("dapat_diubah", &flag),
        ]),
        "DokumenSah": object(&[
            ("jenis", &text), ("nomor", &number), ("sha256", &text), ("ukuran", &number),
            ("waktu", &text), ("fakta", &text), ("aturan", &text), ("jejak", &trail),
        ]),
        "Baris": object(&[("baris", &number), ("versi", &number), ("isi", &cells)]),
        "BarisBaru": {
            "type": "object", "required": ["isi"], "additionalProperties": false,
            "properties": {
                "isi": {
                    "type": "object",
                    "description": "Kolom dan selnya, menurut tabelnya (lihat skema Tabel…).",
                    "additionalProperties": {
                        "type": ["string", "integer", "null"], "minimum": -WHOLE, "maximum": WHOLE,
                    },
                },
                "alasan": { "type": ["string", "null"] },
            },
        },
    });
    for table in fact_tables() {
        schemas[format!("Tabel_{}", table.name)] = table_schema(table);
    }
    schemas
}

/// What the cells of a table may be, from the package's own declarations.
fn table_schema(table: &Table) -> Value {
    let column = |it: &selaras_package::Column| {
        let mut schema = json!({ "type": ["string", "null"], "description": it.about });
        if let Kind::Word(words) = &it.kind {
            let mut all: Vec<Value> = words.iter().map(|it| Value::from(*it)).collect();
            all.push(Value::Null);
            schema["enum"] = all.into();
        }
        (it.name.to_owned(), schema)
    };
    let required: Vec<&str> = table
        .columns
        .iter()
        .filter(|it| it.presence == Presence::Required)
        .map(|it| it.name)
        .collect();
    json!({
        "type": "object", "description": table.about, "required": required,
        "properties": table.columns.iter().map(column).collect::<Map<_, _>>(),
    })
}

pub(crate) fn openapi(_: &Ask<'_>) -> Answer {
    Ok(Reply::json(StatusCode::OK, &description()))
}

#[cfg(test)]
mod tests {
    use super::OPERATIONS;
    use crate::routes::ROUTES;

    #[test]
    fn every_route_of_the_api_is_described_and_nothing_else() {
        let mut described: Vec<String> = OPERATIONS
            .iter()
            .map(|it| format!("{} /api/v1{}", it.method.to_uppercase(), it.path))
            .collect();
        let mut routed: Vec<String> = ROUTES
            .iter()
            .filter(|it| it.is_api())
            .map(|it| format!("{} {}", it.method, it.path))
            .collect();
        described.sort();
        routed.sort();
        assert_eq!(described, routed);
    }
}
