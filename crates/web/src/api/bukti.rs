//! Bukti dukung: the proofs of what was reached and done, and the scans of agreements.

use selaras_domain::Code;
use selaras_store::{BuktiDukung, NewBukti, NewIsi, PROVEN_ROWS, Tentang};
use serde_json::{Value, json};

use super::operation::{
    Gives, Part, QueryKind, QueryPart, Takes, delete, get, of_berkas, optional, post, required,
};
use super::reply::{added, listed, nothing, one, tagged, triwulan, word};
use crate::ask::{Answer, Ask, Fault};
use crate::context::{Context, part};
use crate::media::{DOCX, PDF, XLSX};
use crate::page::bukti::{NO_KIND, Subject, bytes_of, kind_of};
use crate::permission::Permission::{EditFacts, Measure, ReadOffice};

/// What a proof may be.
const KINDS: &[&str] = &[PDF, "image/jpeg", "image/png", DOCX, XLSX, "application/octet-stream"];

pub(super) const PART: Part = Part {
    title: "Bukti dukung",
    operations: &[
        get(
            of_berkas!("/bukti"),
            (ReadOffice, list),
            ("listBukti", "Bukti dukung capaian dan baris, dan pindaian perjanjian."),
            Gives::List("Bukti"),
        )
        .asked(&[
            optional("indikator", "Hanya bukti indikator ini.", QueryKind::Text),
            optional("perjanjian", "Hanya pindaian perjanjian ini.", QueryKind::Text),
            optional("tabel", "Hanya bukti baris tabel ini.", QueryKind::Word(&PROVEN_ROWS)),
            optional("kunci", "Hanya bukti baris dengan kunci ini.", QueryKind::Text),
        ]),
        post(
            of_berkas!("/bukti"),
            (Measure, add),
            (
                "addBukti",
                "Mengunggah bukti capaian: PDF, JPEG, PNG, DOCX, atau XLSX, menurut isinya.",
            ),
            Takes::File,
            Gives::One("Bukti"),
        )
        .asked(&[
            required("indikator", "Indikator yang dibuktikan.", QueryKind::Name),
            required("triwulan", "Triwulan yang dibuktikan.", QueryKind::Word(QUARTERS)),
            NAME,
            PAGES,
            REMARK,
        ]),
        post(
            of_berkas!("/bukti-baris"),
            (Measure, add_of_row),
            (
                "addBuktiBaris",
                "Mengunggah bukti monev aksi, bukti tindak lanjut rekomendasi, atau dokumen kasus register.",
            ),
            Takes::File,
            Gives::One("Bukti"),
        )
        .asked(&[
            required("tabel", "Tabel barisnya.", QueryKind::Word(&PROVEN_ROWS)),
            required(
                "kunci",
                "Kunci barisnya, dipisahkan garis miring, misalnya `iku-1/2023/tw1/1`.",
                QueryKind::Name,
            ),
            NAME,
            PAGES,
            REMARK,
        ]),
        post(
            of_berkas!("/pindaian"),
            (EditFacts, add_scan),
            ("addPindaian", "Mengunggah pindaian perjanjian yang ditandatangani."),
            Takes::File,
            Gives::One("Bukti"),
        )
        .asked(&[
            required("perjanjian", "Perjanjian yang dipindai.", QueryKind::Name),
            NAME,
            PAGES,
            REMARK,
        ]),
        get(
            of_berkas!("/bukti/{id}"),
            (ReadOffice, show),
            ("showBukti", "Satu bukti dukung, tanpa isinya."),
            Gives::One("Bukti"),
        ),
        get(
            of_berkas!("/bukti/{id}/isi"),
            (ReadOffice, bytes),
            ("showIsiBukti", "Isi bukti dukung, seperti diunggah; ETag-nya SHA-256 isinya."),
            Gives::File(KINDS),
        ),
        delete(
            of_berkas!("/bukti/{id}"),
            (Measure, remove),
            ("removeBukti", "Menghapus bukti selama triwulannya terbuka."),
        ),
    ],
};

const QUARTERS: &[&str] = &["tw1", "tw2", "tw3", "tw4"];
const NAME: QueryPart =
    required("nama", "Nama berkas, misalnya `berita-acara.pdf`.", QueryKind::Name);
const PAGES: QueryPart =
    optional("halaman", "Halaman bukti di dalam berkas, misalnya `12–14`.", QueryKind::Text);
const REMARK: QueryPart = optional("keterangan", "Keterangan.", QueryKind::Text);

fn value(it: &BuktiDukung) -> Value {
    let (mut indikator, mut triwulan, mut perjanjian, mut baris) = (None, None, None, None);
    match &it.tentang {
        Tentang::Indikator { id, triwulan: at } => {
            (indikator, triwulan) = (Some(id), Some(at.code()));
        }
        Tentang::Perjanjian { id } => perjanjian = Some(id),
        Tentang::Baris { tabel, kunci } => baris = Some((tabel, kunci)),
    }
    json!({
        "id": it.id, "indikator": indikator, "triwulan": triwulan, "perjanjian": perjanjian,
        "tabel": baris.map(|it| it.0), "kunci": baris.map(|it| it.1),
        "nama": it.nama, "halaman": it.halaman, "keterangan": it.keterangan,
        "jenis": it.isi.jenis, "ukuran": it.isi.ukuran, "sha256": it.isi.hash,
        "pengunggah": it.pengunggah, "waktu": it.waktu,
    })
}

fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let mut all = ask.store().bukti(&context.berkas)?;
    let given = |it: &str| ask.query.given(it);
    let tabel = word(ask, "tabel", &PROVEN_ROWS)?;
    let asked = [given("indikator"), given("perjanjian"), tabel, given("kunci")];
    all.retain(|it| {
        let own = match &it.tentang {
            Tentang::Indikator { id, .. } => [Some(id), None, None, None],
            Tentang::Perjanjian { id } => [None, Some(id), None, None],
            Tentang::Baris { tabel, kunci } => [None, None, Some(tabel), Some(kunci)],
        };
        asked
            .iter()
            .zip(own)
            .all(|(asked, own)| asked.is_none_or(|it| own.is_some_and(|own| own == it)))
    });
    listed(ask, all, |it| value(&it))
}

fn found(ask: &Ask<'_>, context: &Context) -> Result<BuktiDukung, Fault> {
    let id = ask.params.get("id");
    let found = ask.store().bukti(&context.berkas)?.into_iter().find(|it| it.id.to_string() == id);
    found.ok_or_else(|| Fault::NotFound(format!("Tidak ada bukti dukung nomor {id}.")))
}

fn show(ask: &Ask<'_>) -> Answer {
    Ok(one(&value(&found(ask, &Context::of(ask)?)?)))
}

fn bytes(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let it = found(ask, &context)?;
    Ok(tagged(bytes_of(ask, &context, &it)?, &it.isi.hash))
}

/// A part of the query that must say something.
fn needed<'q>(ask: &'q Ask<'_>, name: &str) -> Result<&'q str, Fault> {
    ask.query.given(name).ok_or_else(|| Fault::Bad(format!("Sebutkan `{name}`.")))
}

fn add(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let triwulan = triwulan(needed(ask, "triwulan")?).map_err(|fault| Fault::Bad(fault.words()))?;
    let id = needed(ask, "indikator")?;
    // What is named must be there.
    Subject::indikator(ask, &context, id)?;
    keep(ask, &context, Tentang::Indikator { id: id.to_owned(), triwulan })
}

fn add_scan(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let it = Subject::agreement(ask, &context, needed(ask, "perjanjian")?)?;
    keep(ask, &context, it.tentang)
}

fn add_of_row(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let it = Subject::row(ask, &context, needed(ask, "tabel")?, needed(ask, "kunci")?)?;
    it.allow(ask, &context)?;
    keep(ask, &context, it.tentang)
}

fn keep(ask: &Ask<'_>, context: &Context, tentang: Tentang) -> Answer {
    let jenis = kind_of(&ask.body).ok_or_else(|| Fault::Kind(NO_KIND.to_owned()))?;
    let given = |name: &str| ask.query.given(name).map(str::to_owned);
    let new = NewBukti {
        tentang,
        nama: needed(ask, "nama")?.to_owned(),
        halaman: given("halaman"),
        keterangan: given("keterangan"),
        isi: NewIsi { jenis: jenis.to_owned(), bytes: ask.body.clone() },
    };
    let id = crate::page::bukti::keep(ask, context, new)?;
    let all = ask.store().bukti(&context.berkas)?;
    let it = all.iter().find(|it| it.id == id);
    let it = it.ok_or_else(|| Fault::NotFound("Bukti itu sudah dihapus lagi.".to_owned()))?;
    let here =
        format!("/api/v1/berkas/{}/{}/bukti/{id}", part(context.perangkat()), context.tahun());
    Ok(added(&value(it), &here))
}

fn remove(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let it = found(ask, &context)?;
    let is_scan = matches!(it.tentang, Tentang::Perjanjian { .. });
    if is_scan && !ask.may(EditFacts, Some(context.perangkat())) {
        return Err(Fault::Forbidden(
            "Pindaian perjanjian hanya dihapus oleh yang menyusun perjanjian.".to_owned(),
        ));
    }
    if let Tentang::Baris { tabel, kunci } = &it.tentang {
        Subject::row(ask, &context, tabel, kunci)?.allow(ask, &context)?;
    }
    ask.store().remove_bukti(&ask.pelaku(), &context.berkas, it.id)?;
    Ok(nothing())
}
