//! Laporkan: the report's outline with what is missing, the texts of its parts, and the report itself.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_domain::dokumen::Dokumen;
use selaras_domain::{Berkas, Hasil, Narasi, TingkatBagian};
use selaras_package::words::{plain, title};
use selaras_reports::{Preview, ReportError};
use selaras_store::{
    AuditEntry, AuditFilter, BerkasKey, Direviu, DokumenSah, NarasiKept, NewDokumenSah, Part,
    Signed, StoreError, fact_tables,
};
use sha2::{Digest, Sha256};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, part};
use crate::findings::{self, Act, Marks};
use crate::frame::{Head, Phase, page};
use crate::media::PDF;
use crate::page::komentar;
use crate::page::pengukuran::moment;
use crate::permission::Permission;
use crate::printed;
use crate::typeset::{self, Kind, Look};
use crate::widget::{self, count, form_token};

pub(crate) fn outline(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas(&context.berkas)?;
    let hasil = selaras_rules::measure(&berkas);
    let options = selaras_reports::Options { tanggal: None, konsep: true };
    let faults = selaras_reports::lkjip(&berkas, &hasil, &options).err().unwrap_or_default();
    let named: Vec<&str> = berkas.bagian.iter().filter_map(|it| it.narasi.as_deref()).collect();
    let n_empty = named.iter().filter(|it| n_words(&berkas, it) == 0).count();
    let earlier = texts_of_last_year(ask, &context)?;
    let is_old = |id: &str| {
        berkas.find_narasi(id).is_some_and(|it| earlier.get(id).is_some_and(|old| *old == it.teks))
    };
    let n_old = named.iter().filter(|it| n_words(&berkas, it) > 0 && is_old(it)).count();
    let may_edit = ask.may(Permission::EditFacts, Some(context.perangkat()));
    let marks = Marks::load(ask, &context)?;
    let body = html! {
        (findings::line(ask, &context, Act::Report)?)
        @if !faults.is_empty() {
            div.galat role="alert" {
                strong { "Laporan belum dapat dibuat" }
                ul { @for it in &faults { li { (fault(&context, &berkas, it)) } } }
            }
        }
        @if berkas.bagian.is_empty() {
            (widget::empty("Susunan laporan belum ditetapkan.", Some((&context.link("tabel/bagian"), "Isi susunan laporan"))))
        }
        ol.kerangka {
            @for it in &berkas.bagian {
                @let level = match it.tingkat { TingkatBagian::Subbab => "sub", TingkatBagian::Sampul | TingkatBagian::Depan => "depan", _ => "bab" };
                li.(level) {
                    @match it.narasi.as_deref() {
                        Some(id) => {
                            @let words = n_words(&berkas, id);
                            a href=(context.link(&format!("narasi/{}", part(id)))) { (selaras_reports::title(&berkas, &it.judul)) }
                            (marks.row("narasi", id))
                            span.lembut {
                                @match words {
                                    0 => "○ belum ditulis",
                                    n if is_old(id) => { "◐ " (count(n)) " kata, sama dengan tahun lalu" }
                                    n => { "● " (count(n)) " kata" }
                                }
                            }
                        }
                        None => {
                            span { (selaras_reports::title(&berkas, &it.judul)) (marks.row("bagian", &it.judul)) }
                            span.lembut { (if it.isi.is_some() { "● dari fakta" } else { "" }) }
                        }
                    }
                }
            }
        }
        @if may_edit { p.bawah { a.tombol href=(context.link("tabel/bagian")) { "Ubah susunan laporan" } } }
        (signed_list(ask, &context)?)
    };
    let state = match (faults.len(), n_empty) {
        (0, 0) if berkas.bagian.is_empty() => "Susunan laporan belum ditetapkan.".to_owned(),
        (0, 0) if n_old > 0 => {
            format!("{n_old} dari {} narasi masih sama dengan tahun lalu.", named.len())
        }
        (0, 0) => format!("{} bagian, semuanya berisi.", berkas.bagian.len()),
        (0, n) => format!("{n} dari {} narasi belum ditulis.", named.len()),
        (n, _) => format!("{n} hal menghalangi pembuatan laporan."),
    };
    let action = html! {
        @if faults.is_empty() {
            (typeset::links(&context.link("lkjip.pdf"), &context.link("lkjip.docx"), "laporan"))
        }
    };
    let head = Head::new(format!("Laporan kinerja {}", context.tahun()), Phase::Report)
        .state(state)
        .action(action);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

/// The texts of the report of the year before, by their ids: what a new year begins with.
fn texts_of_last_year(ask: &Ask<'_>, context: &Context) -> Result<BTreeMap<String, String>, Fault> {
    let Some(tahun) = context.tahun().previous() else { return Ok(BTreeMap::new()) };
    let key = BerkasKey { perangkat: context.perangkat().to_owned(), tahun };
    let berkas = match ask.store().find_in(context.berkas.pemda, &key) {
        Ok(berkas) => berkas,
        Err(StoreError::Missing { .. }) => return Ok(BTreeMap::new()),
        Err(error) => return Err(error.into()),
    };
    Ok(ask.store().narasi(&berkas)?.into_iter().map(|it| (it.id, it.teks)).collect())
}

/// What keeps the report from being made: the part by its title, what is wrong with it, and the ways to
/// where it is mended.
fn fault(context: &Context, berkas: &Berkas, it: &ReportError) -> Markup {
    let text = text_of(it);
    let page = match text {
        Some(id) => format!("narasi/{}", part(id)),
        None => "tabel/bagian".to_owned(),
    };
    let line = text.map(|_| it.line);
    let tables = fact_tables().filter(|table| it.message.contains(&table.file()));
    html! {
        a href=(context.link(&page)) { (part_title(berkas, it)) }
        @if let Some(line) = line { ", baris " (line) }
        ": " (plain(&it.message))
        @for table in tables {
            " " a href=(context.link(&format!("tabel/{}", table.name))) { "Buka tabel " (title(table.name)) }
        }
    }
}

/// The text that a fault is in.
fn text_of(it: &ReportError) -> Option<&str> {
    it.file.strip_prefix("narasi/")?.strip_suffix(".md")
}

/// What people call the part of the report that a fault is in.
fn part_title(berkas: &Berkas, it: &ReportError) -> String {
    let found = match text_of(it) {
        Some(id) => berkas.bagian.iter().find(|it| it.narasi.as_deref() == Some(id)),
        // The head of the table is its first line.
        None => it.line.checked_sub(2).and_then(|index| berkas.bagian.get(index)),
    };
    found.map_or_else(
        || "Susunan laporan".to_owned(),
        |it| selaras_reports::title(berkas, &it.judul),
    )
}

fn n_words(berkas: &Berkas, id: &str) -> usize {
    berkas.find_narasi(id).map_or(0, |it| it.teks.split_whitespace().count())
}

/// The report as `selaras report` makes it of the same facts, byte for byte.
pub(crate) fn pdf(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let bytes = set(ask, &context)?;
    Ok(typeset::pdf_reply(ask, &file_name(&context), bytes))
}

/// The same report as a Word document, to go on working in.
pub(crate) fn docx(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas(&context.berkas)?;
    let (dokumen, look) = built(ask, &berkas)?;
    typeset::docx(ask, &file_name(&context), &dokumen, &look)
}

fn file_name(context: &Context) -> String {
    format!("lkjip-{}-{}", context.perangkat(), context.tahun())
}

/// Sets the report as the query asks for it.
pub(crate) fn set(ask: &Ask<'_>, context: &Context) -> Result<Vec<u8>, Fault> {
    let berkas = ask.store().berkas(&context.berkas)?;
    let (dokumen, look) = built(ask, &berkas)?;
    typeset::pdf(ask, &berkas, (&Kind::Lkjip, &dokumen), &look)
}

/// The tree of the report, and how the query wants it to look.
fn built(ask: &Ask<'_>, berkas: &Berkas) -> Result<(Dokumen, Look), Fault> {
    let look = Look::asked(ask)?;
    let hasil = selaras_rules::measure(berkas);
    let dokumen = selaras_reports::lkjip(berkas, &hasil, &look.options()).map_err(|faults| {
        let line = |it: &ReportError| format!("{}: {}", part_title(berkas, it), plain(&it.message));
        let lines: Vec<String> = faults.iter().map(line).collect();
        Fault::Facts(format!("Laporan belum dapat dibuat:\n{}", lines.join("\n")))
    })?;
    Ok((dokumen, look))
}

/// Signs the report: its bytes, the facts, the rules and the program stay as they are for ever.
pub(crate) fn sign(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    if let Some(reply) = findings::held_up(ask, &context, Act::Report)? {
        return Ok(reply);
    }
    // Facts that change while the report is set make the signature fail, and nothing is kept.
    let versi = ask.store().berkas_versi(&context.berkas)?;
    keep_signed(ask, &context, versi)?;
    Ok(Reply::go_to(&context.link("lkjip")))
}

/// Signs the report of a version of the facts, and gives its number.
pub(crate) fn keep_signed(ask: &Ask<'_>, context: &Context, versi: i64) -> Result<i64, Fault> {
    if ask.query.given("konsep").is_some() {
        return Err(Fault::Bad("Konsep tidak dapat disahkan.".to_owned()));
    }
    let bytes = set(ask, context)?;
    let aturan = format!("Selaras {}, aturan {}", env!("CARGO_PKG_VERSION"), rules_digest());
    let new = NewDokumenSah { bytes, versi, aturan };
    Ok(ask.store().sign(&ask.pelaku(), &context.berkas, new)?)
}

/// Names the rules and the dated numbers that this program carries, by their content.
pub(crate) fn rules_digest() -> &'static str {
    static DIGEST: LazyLock<String> = LazyLock::new(|| {
        let mut hasher = Sha256::new();
        for it in selaras_rules::rule::ALL {
            hasher.update(format!("{it:?}"));
        }
        for it in selaras_rules::parameter::all() {
            hasher.update(format!("{it:?}"));
        }
        crate::hex(&hasher.finalize()[..6])
    });
    &DIGEST
}

/// The signed report of that number.
pub(crate) fn found_signed(
    ask: &Ask<'_>,
    context: &Context,
    nomor: &str,
) -> Result<DokumenSah, Fault> {
    let all = ask.store().signed(&Signed::Of(&context.berkas))?;
    let found = all.into_iter().find(|it| it.nomor.to_string() == nomor);
    found.ok_or_else(|| Fault::NotFound(format!("Tidak ada pengesahan ke-{nomor}.")))
}

/// The bytes that were signed.
pub(crate) fn signed_pdf(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let it = found_signed(ask, &context, ask.params.get("nomor"))?;
    let bytes = ask.store().isi(context.berkas.pemda, &it.isi.hash)?;
    Ok(Reply::file(PDF, &signed_name(&it), bytes))
}

fn signed_name(it: &DokumenSah) -> String {
    format!("lkjip-{}-{}-sah-{}.pdf", it.key.perangkat, it.key.tahun, it.nomor)
}

/// The name and the bytes of a signed report of the pemda, by its hash.
pub(crate) fn signed_file(ask: &Ask<'_>, hash: &str) -> Result<(String, Vec<u8>), Fault> {
    let pemda = ask.pengguna()?.pemda;
    let mut all = ask.store().signed(&Signed::WithHash(hash))?.into_iter();
    let found = all.find(|it| it.jejak.pemda == pemda);
    let missing = || Fault::NotFound("Tidak ada laporan sah dengan sidik itu.".to_owned());
    let it = found.ok_or_else(missing)?;
    Ok((signed_name(&it), ask.store().isi(pemda, hash)?))
}

fn signed_list(ask: &Ask<'_>, context: &Context) -> Result<Markup, Fault> {
    let all = ask.store().signed(&Signed::Of(&context.berkas))?;
    let may_sign = ask.may(Permission::Approve, Some(context.perangkat()));
    let reviews = ask.store().direviu(&context.berkas)?;
    let names = ask.names(all.iter().map(|it| it.penanda_tangan.as_str()))?;
    Ok(html! {
        section aria-labelledby="sah" {
            h2 #sah { "Pengesahan" }
            @if all.is_empty() { p.lembut { "Belum ada laporan yang disahkan. Laporan yang disahkan menyimpan byte, sidik, fakta, dan versi aturannya; perubahan fakta sesudahnya tidak mengubahnya." } }
            @else { table.lipat {
                thead { tr { th scope="col" { "Pengesahan" } th scope="col" { "Waktu" } th scope="col" { "Oleh" } th scope="col" { "SHA-256" } th scope="col" { "Jejak" } th scope="col" { "Reviu" } } }
                tbody { @for it in &all { tr {
                    th scope="row" { a href=(context.plain(&format!("lkjip/{}", it.nomor))) { "Unduh pengesahan ke-" (it.nomor) } }
                    td data-judul="Waktu" { (moment(ask, &it.waktu)) }
                    td data-judul="Oleh" { (names.of(&it.penanda_tangan)) }
                    td data-judul="SHA-256" { a.pecah href=(format!("/verifikasi/{}", it.isi.hash)) { (it.isi.hash) } }
                    td data-judul="Jejak" { "catatan " (it.jejak.nomor) }
                    td data-judul="Reviu" { (reviews_of(ask, &it.isi.hash, &reviews)?) }
                } } }
            } }
            @if may_sign {
                form method="post" action=(context.plain("lkjip/sahkan")) { (form_token(ask)) button { "Sahkan laporan kinerja " (context.tahun()) } }
            }
        }
    })
}

/// Who has reviewed a signed report, with their own result, and the way to review it.
fn reviews_of(ask: &Ask<'_>, hash: &str, all: &[Direviu]) -> Result<Markup, Fault> {
    let akun = &ask.pengguna()?.akun;
    let done: Vec<&Direviu> = all.iter().filter(|it| it.hash == hash).collect();
    Ok(html! {
        @for it in &done {
            p { "Direviu " (it.nama) ", " (moment(ask, &it.waktu))
                @if let Some(id) = it.reviu.as_ref().filter(|_| it.akun == *akun) { ": " a href=(format!("/reviu/{id}")) { "lihat hasilnya" } } }
        }
        @if ask.may(Permission::Audit, None) {
            form method="post" action="/reviu" { (form_token(ask)) input type="hidden" name="dokumen" value=(hash); button { @if done.is_empty() { "Reviu laporan ini" } @else { "Reviu lagi" } } }
        } @else if done.is_empty() { span.lembut { "belum" } }
    })
}

/// The text of the address, new and empty where the report names it and nobody has written it.
pub(crate) fn kept(ask: &Ask<'_>, context: &Context) -> Result<NarasiKept, Fault> {
    let id = ask.params.get("narasi");
    let found = texts(ask, context)?.into_iter().find(|it| it.id == id);
    found.ok_or_else(|| Fault::NotFound(format!("Laporan ini tidak mempunyai narasi «{id}».")))
}

/// The texts of a report: those that are kept, and those that it names and nobody has written.
pub(crate) fn texts(ask: &Ask<'_>, context: &Context) -> Result<Vec<NarasiKept>, Fault> {
    let mut all = ask.store().narasi(&context.berkas)?;
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(&["bagian"]))?;
    for id in berkas.bagian.into_iter().filter_map(|it| it.narasi) {
        if !all.iter().any(|it| it.id == id) {
            all.push(NarasiKept { id, versi: 0, teks: String::new() });
        }
    }
    Ok(all)
}

/// The entries of the trail about a text, newest first.
pub(crate) fn history(
    ask: &Ask<'_>,
    context: &Context,
    id: &str,
    most: i64,
) -> Result<Vec<AuditEntry>, Fault> {
    let objek = format!("berkas/{}/narasi/{id}", context.berkas.key);
    let filter = AuditFilter { objek: Some(objek.clone()), ..AuditFilter::default() };
    let mut found = ask.store().audit_search(context.berkas.pemda, &filter, (0, most))?;
    // The name of a text may begin the name of another, and remarks are no versions of it.
    found.retain(|it| it.objek == objek && ["tambah", "ubah"].contains(&it.tindakan.as_str()));
    Ok(found)
}

pub(crate) fn narasi(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let kept = kept(ask, &context)?;
    Ok(Reply::page(editor(ask, &context, &kept, &kept.teks, None)?))
}

fn editor(
    ask: &Ask<'_>,
    context: &Context,
    kept: &NarasiKept,
    text: &str,
    theirs: Option<&str>,
) -> Result<Markup, Fault> {
    let berkas = ask.store().berkas(&context.berkas)?;
    let hasil = selaras_rules::measure(&berkas);
    let title = berkas
        .bagian
        .iter()
        .find(|it| it.narasi.as_deref() == Some(kept.id.as_str()))
        .map_or("Narasi", |it| it.judul.as_str());
    let may_edit = ask.may(Permission::EditFacts, Some(context.perangkat()));
    let history = history(ask, context, &kept.id, 20)?;
    let names = ask.names(history.iter().map(|it| it.pelaku.as_str()))?;
    let options = selaras_reports::Options { tanggal: None, konsep: true };
    let file = format!("narasi/{}.md", kept.id);
    let faults: Vec<_> =
        selaras_reports::lkjip(&berkas, &hasil, &options).err().unwrap_or_default();
    let own: Vec<_> = faults.iter().filter(|it| it.file == file).collect();
    let tahun = context.tahun().to_string();
    let references: Vec<_> = hasil
        .figures()
        .iter()
        .filter(|it| {
            it.value.is_some()
                && it.id.as_str().starts_with("indikator/")
                && it.id.as_str().contains(&format!("/{tahun}/"))
        })
        .filter_map(|it| {
            let parts: Vec<&str> = it.id.as_str().split('/').collect();
            match parts[..] {
                [
                    "indikator",
                    id,
                    year,
                    what @ ("target" | "realisasi" | "capaian" | "kemajuan"),
                ] if id.starts_with("iku") => Some((format!("{{{what} {id} {year}}}"), it)),
                _ => None,
            }
        })
        .collect();
    let here = context.plain(&format!("narasi/{}", part(&kept.id)));
    let body = html! {
        @if let Some(theirs) = theirs {
            div.galat role="alert" {
                strong { "Orang lain menyimpan teks ini sesudah Anda membukanya" }
                p { "Teks Anda ada di bawah dan belum disimpan. Teks yang sekarang tersimpan:" }
                pre.teks { (theirs) }
                p { "Gabungkan yang perlu ke teks Anda, lalu simpan; atau tinggalkan halaman ini untuk memakai teks yang tersimpan." }
            }
        }
        @if !own.is_empty() { div.galat role="alert" { strong { "Pada teks yang tersimpan" } ul { @for it in own { li { "Baris " (it.line) ": " (plain(&it.message)) } } } } }
        div.naskah {
            form method="post" action=(here) data-jaga=(if text == kept.teks { "" } else { "belum" }) data-naskah=(format!("{here}/pratinjau")) {
                (form_token(ask))
                input type="hidden" name="versi" value=(kept.versi);
                label for="teks" { "Teks (Markdown; angka sebagai rujukan, misalnya " code { "{capaian iku-1 " (tahun) "}" } ")" }
                textarea #teks name="teks" rows="24" readonly[!may_edit] spellcheck="false" { (text) }
                @if may_edit { button.utama { "Simpan teks" } " " button formaction=(format!("{here}/pratinjau")) { "Pratinjau" } " " }
                a href=(context.link("lkjip")) { "Kembali ke kerangka" }
            }
            aside aria-label="Rujukan angka" tabindex="0" {
                h2 { "Rujukan angka" }
                @if references.is_empty() { p.lembut { "Belum ada angka indikator utama." } }
                dl.rujukan { @for (reference, it) in references {
                    dt { code { (reference) } } dd { (selaras_rules::display(it)) " " span.lembut { (it.label) } }
                } }
            }
        }
        section.pratinjau aria-labelledby="pratinjau" {
            h2 #pratinjau { "Pratinjau" }
            div data-pratinjau { (previewed(&berkas, &hasil, &kept.id, text)) }
        }
        (komentar::section(ask, context, &format!("narasi/{}", kept.id))?)
        section aria-labelledby="riwayat" {
            h2 #riwayat { "Riwayat teks" }
            @if history.is_empty() { p.lembut { "Belum pernah diubah sejak dimasukkan bersama berkasnya." } }
            @for it in &history {
                details { summary { (moment(ask, &it.waktu)) ", " (names.of(&it.pelaku)) } pre.teks { (it.lama.as_deref().unwrap_or("(belum ada teks)")) } }
            }
        }
    };
    let head = Head::new(title, Phase::Report)
        .state(html! { "Narasi " code { (kept.id) } ", versi " (kept.versi) });
    Ok(page(ask, Some(context), &head, body))
}

/// What was typed, as the report would print it; nothing is saved.
pub(crate) fn preview(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let kept = kept(ask, &context)?;
    let typed = ask.form.raw("teks").unwrap_or_default();
    if ask.wants_json {
        let berkas = ask.store().berkas(&context.berkas)?;
        let hasil = selaras_rules::measure(&berkas);
        let html = previewed(&berkas, &hasil, &kept.id, typed).0;
        return Ok(Reply::json(StatusCode::OK, &serde_json::json!({ "html": html })));
    }
    Ok(Reply::page(editor(ask, &context, &kept, typed, None)?))
}

fn previewed(berkas: &Berkas, hasil: &Hasil, id: &str, teks: &str) -> Markup {
    let narasi = Narasi { id: id.to_owned(), teks: teks.to_owned() };
    let (pieces, faults) = selaras_reports::preview(berkas, hasil, &narasi);
    html! {
        @if !faults.is_empty() {
            div.galat { ul { @for it in &faults { li { "Baris " (it.line) ": " (plain(&it.message)) } } } }
        }
        @if pieces.is_empty() { p.lembut { "Belum ada teks." } }
        @for piece in &pieces {
            @match piece {
                Preview::Block(block) => (printed::block(block)),
                Preview::Isi(words) => p.isi-fakta { "Dibuat dari fakta: " (words) },
            }
        }
    }
}

pub(crate) fn write_narasi(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let kept = kept(ask, &context)?;
    let typed = ask.form.raw("teks").unwrap_or_default();
    let versi = ask.form.get("versi").parse().unwrap_or(-1);
    let new = NarasiKept { id: kept.id.clone(), versi, teks: typed.to_owned() };
    match ask.store().write_narasi(&ask.pelaku(), &context.berkas, new) {
        Ok(_) => Ok(Reply::go_to(&context.link(&format!("narasi/{}", part(&kept.id))))),
        Err(StoreError::Conflict { .. }) => {
            let now = self::kept(ask, &context)?;
            let page = editor(ask, &context, &now, typed, Some(&now.teks))?;
            Ok(Reply::page_with(StatusCode::CONFLICT, page))
        }
        Err(error) => Err(error.into()),
    }
}
