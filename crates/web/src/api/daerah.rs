//! What belongs to the whole pemda: the catalogue of nomenklatur, and the trail.

use selaras_domain::{Code, Jenjang, Nomenklatur, Tahun};
use selaras_store::{AuditEntry, AuditFilter, KatalogInfo, Lines};
use serde_json::{Value, json};

use super::operation::{Gives, Part, QueryKind, api, get, optional};
use super::reply::{Page, listed, word};
use crate::ask::{Answer, Ask, Fault};
use crate::page::audit;
use crate::page::nomenklatur::{matches, written};
use crate::permission::Permission::{ReadTrail, SignedIn};

pub(super) const PART: Part = Part {
    title: "Daerah",
    operations: &[
        get(
            api!("/katalog"),
            (SignedIn, list_katalog),
            ("listKatalog", "Katalog nomenklatur yang termuat, terbaru lebih dahulu."),
            Gives::List("Katalog"),
        ),
        get(
            api!("/nomenklatur"),
            (SignedIn, list_nomenklatur),
            ("listNomenklatur", "Baris sebuah katalog nomenklatur."),
            Gives::List("Nomenklatur"),
        )
        .asked(&[
            optional(
                "mulai",
                "Tahun anggaran pertama katalognya; tanpa ini yang terbaru.",
                QueryKind::Year,
            ),
            optional(
                "cari",
                "Hanya baris yang kode, nama, atau indikatornya memuat teks ini.",
                QueryKind::Text,
            ),
            optional("jenjang", "Hanya jenjang ini.", QueryKind::Word(LEVELS)),
        ]),
        get(
            api!("/jejak-audit"),
            (ReadTrail, list_trail),
            ("listJejakAudit", "Jejak audit, terbaru lebih dahulu."),
            Gives::List("CatatanJejak"),
        )
        .asked(&[
            optional("objek", "Objek berawalan, misalnya `berkas/BKPSDM/2023/`.", QueryKind::Text),
            optional("pelaku", "Akun pelaku.", QueryKind::Text),
            optional("sejak", "Sejak hari ini.", QueryKind::Date),
            optional("sampai", "Sampai hari ini.", QueryKind::Date),
            optional("cari", "Hanya catatan yang memuat teks ini.", QueryKind::Text),
        ]),
    ],
};

const LEVELS: &[&str] = &["unsur", "urusan", "program", "kegiatan", "subkegiatan"];

fn list_katalog(ask: &Ask<'_>) -> Answer {
    let all = ask.store().katalog_list(ask.pengguna()?.pemda)?;
    listed(ask, all, |it| json!({ "mulai": it.mulai.get(), "dasar": it.dasar, "baris": it.baris }))
}

/// The catalogue that is asked for by its first year, or the newest; none where none is loaded.
fn chosen(ask: &Ask<'_>, all: &[KatalogInfo]) -> Result<Option<Tahun>, Fault> {
    let Some(text) = ask.query.raw("mulai") else { return Ok(all.first().map(|it| it.mulai)) };
    let wanted = text.parse().ok().and_then(Tahun::new);
    let wanted = wanted.ok_or_else(|| Fault::Bad(format!("«{text}» bukan tahun anggaran.")))?;
    let found = all.iter().map(|it| it.mulai).find(|it| *it == wanted);
    let missing = || Fault::NotFound(format!("Tidak ada katalog yang mulai berlaku {wanted}."));
    found.map(Some).ok_or_else(missing)
}

fn list_nomenklatur(ask: &Ask<'_>) -> Answer {
    let jenjang = word(ask, "jenjang", LEVELS)?.and_then(Jenjang::from_code);
    let wanted = ask.query.get("cari").to_lowercase();
    let is_wanted = |it: &&Nomenklatur| {
        matches(it, &wanted) && jenjang.is_none_or(|level| it.jenjang() == Some(level))
    };
    let pemda = ask.pengguna()?.pemda;
    let katalog = match chosen(ask, &ask.store().katalog_list(pemda)?)? {
        Some(mulai) => ask.store().katalog(pemda, mulai, Lines::All)?,
        None => None,
    };
    let all = katalog.iter().flat_map(|it| it.baris()).filter(is_wanted).collect();
    listed(ask, all, |it: &Nomenklatur| {
        json!({
            "kode": written(&it.kode), "nama": it.nama, "jenjang": it.jenjang().map(Code::code),
            "kinerja": it.kinerja, "indikator": it.indikator, "satuan": it.satuan,
        })
    })
}

fn entry(it: AuditEntry) -> Value {
    json!({
        "nomor": it.nomor, "waktu": it.waktu, "pelaku": it.pelaku, "asal": it.asal,
        "tindakan": it.tindakan, "objek": it.objek, "lama": it.lama, "baru": it.baru,
        "alasan": it.alasan, "hash": it.hash,
    })
}

fn list_trail(ask: &Ask<'_>) -> Answer {
    for name in ["sejak", "sampai"] {
        if let Some(text) = ask.query.raw(name)
            && text.parse::<jiff::civil::Date>().is_err()
        {
            return Err(Fault::Bad(format!("«{text}» bukan tanggal; tulis seperti 2024-02-28.")));
        }
    }
    let page = Page::of(ask)?;
    let filter = AuditFilter { is_rising: false, ..audit::filter(ask) };
    let pemda = ask.pengguna()?.pemda;
    let (skip, size) = page.range();
    let range = (skip.try_into().unwrap_or(i64::MAX), size.try_into().unwrap_or(i64::MAX));
    let rows = ask.store().audit_search(pemda, &filter, range)?;
    let total = ask.store().audit_count(pemda, &filter)?;
    Ok(page.reply(ask, rows.into_iter().map(entry).collect(), total))
}
