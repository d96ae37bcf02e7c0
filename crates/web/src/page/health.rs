//! Whether the program and its database answer, for whoever watches the machine; and for the
//! administrator: the database, its backups, and the chain of the trail.

use std::fs;
use std::path::Path;

use axum::http::StatusCode;
use jiff::Timestamp;
use maud::{Markup, html};
use selaras_store::{AuditFault, megabytes};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::part;
use crate::frame::{Head, Phase, page};
use crate::page::pengukuran::moment;
use crate::widget::form_token;

/// Bytes of a backup that the page sends; a larger one is copied from the folder.
const SENT: u64 = 256 << 20;

pub(crate) fn health(ask: &Ask<'_>) -> Answer {
    // Reading anything proves that the database answers.
    let (status, words) = match ask.store().heads() {
        Ok(_) => (StatusCode::OK, "sehat"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "pangkalan data tidak menjawab"),
    };
    let value = serde_json::json!({ "status": words, "versi": env!("CARGO_PKG_VERSION") });
    Ok(Reply::json(status, &value))
}

/// A backup in the folder.
struct Backup {
    name: String,
    bytes: u64,
    made: Option<Timestamp>,
}

fn backups(folder: &Path) -> Vec<Backup> {
    // Without the folder no backup has been made yet.
    let found = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<Backup> = found
        .filter_map(|it| {
            let name = it.file_name().into_string().ok().filter(|it| is_backup(it))?;
            let about = it.metadata().ok()?;
            let made = about.modified().ok().and_then(|it| Timestamp::try_from(it).ok());
            Some(Backup { name, bytes: about.len(), made })
        })
        .collect();
    all.sort_by(|a, b| b.name.cmp(&a.name));
    all
}

/// The folder of the backups that the page makes: where several pemda are kept, a backup holds the others'
/// facts and people too, and is not for the administrator of one.
fn own_folder<'a>(ask: &'a Ask<'_>) -> Option<&'a Path> {
    let is_alone = || ask.store().pemda_list().is_ok_and(|it| it.len() <= 1);
    ask.app.settings.backups.as_deref().filter(|_| is_alone())
}

/// When the last backup was made, if any was; nothing where backups are made elsewhere.
pub(crate) fn last_backup(ask: &Ask<'_>) -> Option<Option<Timestamp>> {
    let folder = own_folder(ask)?;
    Some(backups(folder).first().and_then(|it| it.made))
}

/// Names that we give, and no other file of the folder.
fn is_backup(name: &str) -> bool {
    let stem = name.strip_prefix("selaras-").and_then(|it| it.strip_suffix(".db"));
    stem.is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit() || it == b'-'))
}

pub(crate) fn page_of(ask: &Ask<'_>) -> Answer {
    Ok(Reply::page(health_page(ask, None)?))
}

/// Reads the whole chain of the trail again.
pub(crate) fn verify(ask: &Ask<'_>) -> Answer {
    let pemda = ask.pengguna()?.pemda;
    let mut faults = ask.store().verify(&[])?;
    faults.retain(|it| it.pemda == pemda);
    Ok(Reply::page(health_page(ask, Some(&faults))?))
}

fn health_page(ask: &Ask<'_>, faults: Option<&[AuditFault]>) -> Result<Markup, Fault> {
    let it = ask.store().health()?;
    let pemda = ask.pengguna()?.pemda;
    let head = ask.store().heads()?.into_iter().find(|it| it.pemda == pemda);
    let folder = own_folder(ask);
    let kept = folder.map(backups).unwrap_or_default();
    let body = html! {
        section aria-labelledby="pangkalan" {
            h2 #pangkalan { "Pangkalan data" }
            table.ringkas { tbody {
                tr { th scope="row" { "Jenis" } td { (it.kind) } }
                tr { th scope="row" { "Ukuran" } td { (megabytes(it.bytes)) } }
                tr { th scope="row" { "Migrasi" } td { (it.version) } }
                tr { th scope="row" { "Versi Selaras" } td { (env!("CARGO_PKG_VERSION")) } }
            } }
        }
        section aria-labelledby="cadangan" {
            h2 #cadangan { "Cadangan" }
            @match folder {
                None => p { "Cadangan dibuat di server dengan " code { "selaras backup" } "; dokumentasi operasi menjelaskan penjadwalannya." },
                Some(_) => {
                    p.lembut { "Cadangan dibuat selagi aplikasi dipakai, dan memuat ujung rantai jejak audit. Pulihkan dengan " code { "selaras restore" } ". Simpan juga salinannya di mesin lain." }
                    form method="post" action="/administrasi/kesehatan/cadangan" { (form_token(ask)) button.utama { "Buat cadangan sekarang" } }
                    @if kept.is_empty() { p.kurang { "Belum ada cadangan pada folder cadangan." } }
                    @else { table.lipat {
                        thead { tr { th scope="col" { "Berkas" } th scope="col" { "Dibuat" } th.angka scope="col" { "Ukuran" } } }
                        tbody { @for row in &kept { tr {
                            th scope="row" { @if row.bytes <= SENT { a href=(format!("/administrasi/kesehatan/cadangan/{}", part(&row.name))) { (row.name) } } @else { (row.name) } }
                            td data-judul="Dibuat" { @if let Some(made) = row.made { (moment(ask, &made.to_string())) } }
                            td.angka data-judul="Ukuran" { (megabytes(row.bytes)) }
                        } } }
                    } }
                }
            }
        }
        section aria-labelledby="rantai" {
            h2 #rantai { "Rantai jejak audit" }
            @if let Some(head) = &head { p { "Entri terakhir nomor " (head.nomor) ", sidik " code { (head.hash.get(..16).unwrap_or_default()) "…" } "." } }
            @match faults {
                Some([]) => p.berhasil role="status" { "✓ Rantai utuh: tidak ada entri yang diubah, dihapus, ditukar, atau dipotong." },
                Some(faults) => div.galat role="alert" { ul { @for it in faults { li { "Entri " (it.nomor) ": " (it.uraian) } } } },
                None => {}
            }
            form method="post" action="/administrasi/kesehatan/periksa" { (form_token(ask)) button { "Periksa rantai sekarang" } }
        }
    };
    let head = Head::new("Cadangan dan kesehatan", Phase::Administer);
    Ok(page(ask, None, &head, body))
}

fn folder<'a>(ask: &'a Ask<'_>) -> Result<&'a Path, Fault> {
    own_folder(ask).ok_or_else(|| {
        Fault::Bad(
            "Instalasi ini dicadangkan di server dengan perintah «selaras backup».".to_owned(),
        )
    })
}

/// Makes a backup beside the database while everybody goes on.
pub(crate) fn backup(ask: &Ask<'_>) -> Answer {
    let folder = folder(ask)?;
    let cannot = |error: std::io::Error| {
        Fault::Facts(format!("Cadangan tidak dapat ditulis: {error}. Periksa ruang disk."))
    };
    fs::create_dir_all(folder).map_err(cannot)?;
    let now = ask.app.settings.offset.to_datetime(ask.now);
    let name = format!("selaras-{}.db", now.strftime("%Y%m%d-%H%M%S"));
    ask.store().backup(&folder.join(name))?;
    Ok(Reply::go_to("/administrasi/kesehatan"))
}

/// Sends a backup of the folder.
pub(crate) fn download(ask: &Ask<'_>) -> Answer {
    let name = ask.params.get("cadangan");
    let missing = || Fault::NotFound(format!("Tidak ada cadangan «{name}»."));
    if !is_backup(name) {
        return Err(missing());
    }
    let file = folder(ask)?.join(name);
    let bytes = fs::metadata(&file).map_err(|_| missing())?.len();
    if bytes > SENT {
        return Err(Fault::Bad(
            "Cadangan ini terlalu besar untuk diunduh dari halaman; salin dari server.".to_owned(),
        ));
    }
    let bytes = fs::read(&file).map_err(|_| missing())?;
    Ok(Reply::file("application/octet-stream", name, bytes))
}
