//! Jejak: why a figure is what it is, as a short calculation: who entered what it rests on and when, what
//! proves that, and all of it as a text to copy.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use maud::{Markup, html};
use selaras_domain::{Code, Fakta, Figure, FigureId, Hasil, Keadaan, Masukan, Periode, Triwulan};
use selaras_package::words::plain;
use selaras_rules::{display, rule};
use selaras_store::{AuditEntry, AuditFilter, BuktiDukung, Tentang, fact_tables};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, nomor, part, way_back, with_query};
use crate::frame::{Head, Phase, page};
use crate::page::bukti::count_words;
use crate::page::pengukuran::{moment, quarter_of};
use crate::status;

/// Rows that an input may rest on and whose entry is still looked for.
const ROWS: usize = 40;

/// A figure with what is told of its inputs.
struct Trail<'a> {
    ask: &'a Ask<'a>,
    context: &'a Context,
    figure: &'a Figure,
    inputs: Vec<Told>,
    /// The page that led here.
    back: String,
}

/// An input, with whoever entered it.
struct Told {
    row: Masukan,
    /// `diisi Rani, 1 Februari 2024 pukul 10.00`.
    entered: Option<String>,
    /// Where its proofs are, and what is said of them.
    proofs: Vec<(String, String)>,
}

pub(crate) fn jejak(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let id = ask.query.get("angka");
    let berkas = ask.store().berkas(&context.berkas)?;
    let hasil = selaras_rules::measure(&berkas);
    let found = hasil.get(&FigureId::new(id));
    let it = found.ok_or_else(|| Fault::NotFound(format!("Tidak ada angka bernama «{id}».")))?;
    let trail = Trail {
        ask,
        context: &context,
        figure: it,
        inputs: told(ask, &context, &hasil, it)?,
        back: back(ask, &context, id),
    };
    let head = Head::new(it.label.clone(), Phase::Measure)
        .state(html! { "Nama angka: " code { (id) } })
        .action(html! { a.tombol href=(trail.back) { "Kembali" } });
    Ok(Reply::page(page(ask, Some(&context), &head, trail.render())))
}

/// The page that led to a trail: what the trail before it says, or the browser, or else the sheet that has
/// the figure.
fn back(ask: &Ask<'_>, context: &Context, id: &str) -> String {
    if let Some(it) = way_back(ask) {
        return it.to_owned();
    }
    let own = ask.referer.as_deref().and_then(|it| it.strip_prefix(&ask.app.settings.origin));
    let is_page = |it: &&str| it.starts_with('/') && !it.starts_with("//");
    match own.filter(is_page).filter(|it| !it.contains("/jejak?")) {
        Some(it) => it.to_owned(),
        None if id.starts_with("anggaran/") => {
            with_query(&context.link("ukur"), "bagian", "anggaran")
        }
        None => context.link("ukur"),
    }
}

/// The inputs of a figure. Money that no document states was entered on the sheet.
fn told(
    ask: &Ask<'_>,
    context: &Context,
    hasil: &Hasil,
    figure: &Figure,
) -> Result<Vec<Told>, Fault> {
    let mut inputs = figure.jejak.masukan.clone();
    let spent = spent(figure.id.as_str());
    match inputs.as_mut_slice() {
        [] if !spent.is_empty() && figure.keadaan == Keadaan::Entered => inputs.push(Masukan {
            nama: "realisasi yang dilaporkan".to_owned(),
            nilai: display(figure),
            figure: None,
            sumber: None,
            fakta: spent,
        }),
        [only] if only.figure.is_none() && only.fakta.is_empty() && only.sumber.is_some() => {
            only.fakta = spent;
        }
        _ => {}
    }
    let bukti = ask.store().bukti(&context.berkas)?;
    let mut entries = Vec::new();
    for it in &inputs {
        let mut rows = Vec::new();
        facts(hasil, it, &mut BTreeSet::new(), &mut rows);
        rows.truncate(ROWS);
        let found = rows.iter().map(|it| entry(ask, context, it)).collect::<Result<Vec<_>, _>>()?;
        let n_found = found.iter().flatten().count();
        let last = found.into_iter().flatten().max_by_key(|it| it.nomor);
        entries.push((last.map(|it| (it, n_found)), rows));
    }
    let akun: BTreeSet<&str> =
        entries.iter().filter_map(|it| Some(it.0.as_ref()?.0.pelaku.as_str())).collect();
    let names = ask.store().names(context.berkas.pemda, &akun)?;
    let told = inputs.into_iter().zip(&entries).map(|(row, (last, rows))| Told {
        entered: last.as_ref().map(|(it, n)| entered_words(ask, it, &names, *n)),
        proofs: proofs(context, &bukti, rows),
        row,
    });
    Ok(told.collect())
}

/// The rows that a sheet of money has for a figure: of a year without one of its own, those of its quarters.
fn spent(id: &str) -> Vec<Fakta> {
    let row =
        |baris: &str, tahun: &str, at: &str| Fakta::new("realisasi_anggaran", &[baris, tahun, at]);
    match id.split('/').collect::<Vec<_>>().as_slice() {
        ["anggaran", baris, tahun, "realisasi"] => {
            let all = [Periode::Tahun].into_iter().chain(Periode::TRIWULAN);
            all.map(|it| row(baris, tahun, it.code())).collect()
        }
        ["anggaran", baris, tahun, at, "realisasi"] => vec![row(baris, tahun, at)],
        _ => Vec::new(),
    }
}

/// The rows that an input rests on, those of the figures that it is made of too.
fn facts(hasil: &Hasil, it: &Masukan, seen: &mut BTreeSet<FigureId>, rows: &mut Vec<Fakta>) {
    rows.extend(it.fakta.iter().cloned());
    let Some(figure) = it.figure.as_ref().filter(|id| seen.insert((*id).clone())) else { return };
    let Some(found) = hasil.get(figure) else { return };
    if found.keadaan == Keadaan::Entered {
        rows.extend(spent(figure.as_str()));
    }
    for input in &found.jejak.masukan {
        facts(hasil, input, seen, rows);
    }
}

/// The last entry of the trail of changes that gave a row its value: by itself, or with its berkas.
fn entry(ask: &Ask<'_>, context: &Context, it: &Fakta) -> Result<Option<AuditEntry>, Fault> {
    let Some(table) = fact_tables().find(|table| table.name == it.tabel) else { return Ok(None) };
    let cells = it.kunci.iter().map(String::as_str);
    let key: Vec<(&str, &str)> = table.key.iter().copied().zip(cells).collect();
    let Some(row) = ask.store().row_by_key(&context.berkas, it.tabel, &key)? else {
        return Ok(None);
    };
    let whole = format!("berkas/{}", context.berkas.key);
    let own = format!("{whole}/{}/{}", it.tabel, row.baris_ke);
    let search = |objek: &str, tindakan: Option<&str>| {
        let filter = AuditFilter {
            objek: Some(objek.to_owned()),
            memuat: tindakan.map(str::to_owned),
            ..AuditFilter::default()
        };
        ask.store().audit_search(context.berkas.pemda, &filter, (0, 50))
    };
    // Whoever verifies a value has not entered it.
    let changed = search(&format!("{own}/"), None)?;
    if let Some(found) = changed.into_iter().find(|it| !it.objek.ends_with("/verifikasi")) {
        return Ok(Some(found));
    }
    if let Some(added) = search(&own, None)?.into_iter().find(|it| it.objek == own) {
        return Ok(Some(added));
    }
    Ok(search(&whole, Some(IMPORTED))?.into_iter().find(|it| it.objek == whole))
}

/// What the trail of changes calls the coming of a whole berkas.
const IMPORTED: &str = "impor";

fn entered_words(
    ask: &Ask<'_>,
    it: &AuditEntry,
    names: &BTreeMap<String, String>,
    n_rows: usize,
) -> String {
    let verb = match (it.tindakan == IMPORTED, n_rows) {
        (true, _) => "masuk bersama berkasnya oleh",
        (false, 1) => "diisi",
        (false, _) => "terakhir diisi",
    };
    let name = names.get(&it.pelaku).unwrap_or(&it.pelaku);
    format!("{verb} {name}, {}", moment(ask, &it.waktu))
}

/// Where the proofs of rows are: files of an indikator in a quarter, and the cases of a register.
fn proofs(context: &Context, bukti: &[BuktiDukung], rows: &[Fakta]) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for it in rows {
        let link = match (it.tabel, it.kunci.as_slice()) {
            ("nilai_variabel", [id, _, tahun, at]) | ("realisasi", [id, tahun, at])
                if *tahun == context.tahun().to_string() =>
            {
                let Some(at) = Periode::from_code(at) else { continue };
                of_quarter(context, bukti, id, quarter_of(at))
            }
            ("register", [id]) => {
                (context.link(&format!("register/{}", part(id))), format!("kasus register {id}"))
            }
            _ => continue,
        };
        if !found.contains(&link) {
            found.push(link);
        }
    }
    found
}

fn of_quarter(
    context: &Context,
    bukti: &[BuktiDukung],
    id: &str,
    triwulan: Triwulan,
) -> (String, String) {
    let tentang = Tentang::Indikator { id: id.to_owned(), triwulan };
    let n = bukti.iter().filter(|it| it.tentang == tentang).count();
    let page = context.plain(&format!("bukti/{}", part(id)));
    let words = format!("{} triwulan {}", count_words(n), crate::frame::roman(nomor(triwulan)));
    (with_query(&page, "tw", &nomor(triwulan).to_string()), words)
}

/// Where the trail of a figure is shown, as text.
fn address(context: &Context, id: &str) -> String {
    [context.jejak()].into_iter().chain(form_urlencoded::byte_serialize(id.as_bytes())).collect()
}

impl Trail<'_> {
    /// Where the trail of another figure is, which leads back to the same page.
    fn to(&self, id: &str) -> String {
        let address = address(self.context, id);
        match self.back.starts_with("/pd/") {
            true => with_query(&address, "ke", &self.back),
            false => address,
        }
    }

    fn render(&self) -> Markup {
        let it = self.figure;
        let trail = &it.jejak;
        html! {
            div.jejak {
                p.angka-besar { (display(it)) @if it.satuan != "%" && it.satuan != "rupiah" { " " span.satuan { (it.satuan) } } }
                @if let Some(predikat) = &it.predikat { p { "Predikat: " strong { (predikat) } } }
                p.lembut {
                    (keadaan(it.keadaan))
                    @if !it.verified { " " (status::unverified()) }
                }
                @if let Some(note) = &it.note { p.catatan { (plain(note)) } }
                @if let Some(rumus) = &trail.rumus {
                    h2 { "Rumus" }
                    p.rumus { (rumus) }
                }
                @if !self.inputs.is_empty() {
                    h2 { "Yang dimasukkan" }
                    table {
                        thead { tr { th scope="col" { "Apa" } th.angka scope="col" { "Nilai" } th scope="col" { "Sumber dan bukti" } } }
                        tbody { @for it in &self.inputs { (self.input(it)) } }
                    }
                }
                @if let Some(hitungan) = &trail.hitungan {
                    h2 { "Hitungan" }
                    p.rumus { (hitungan) " = " strong { (display(it)) } }
                }
                @if let Some(rounding) = &trail.pembulatan {
                    p.lembut { (rounding_words(rounding)) }
                }
                @if let Some(id) = trail.rule {
                    h2 { "Aturan" }
                    p {
                        code { (id) }
                        @if let Some(rule) = rule::ALL.iter().find(|it| it.id == id) { ": " (rule.rumus) }
                    }
                    @if !trail.dasar.is_empty() { ul { @for it in &trail.dasar { li { (it) } } } }
                }
                details.salinan {
                    summary { "Jejak ini sebagai teks" }
                    pre.teks tabindex="0" { (self.text()) }
                }
                // Copying is the script's; without it the text is there to be marked.
                p.alat { button type="button" data-salin hidden { "Salin sebagai teks" } span role="status" {} }
            }
        }
    }

    fn input(&self, it: &Told) -> Markup {
        let row = &it.row;
        let is_bare = row.sumber.is_none() && it.entered.is_none() && it.proofs.is_empty();
        html! {
            tr {
                th scope="row" { (row.nama) }
                td.angka {
                    @if let Some(figure) = &row.figure { a href=(self.to(figure.as_str())) { (row.nilai) } }
                    @else { (row.nilai) }
                }
                td.lembut {
                    @if let Some(sumber) = &row.sumber { div { (sumber) } }
                    @if let Some(entered) = &it.entered { div { (entered) } }
                    @for (address, words) in &it.proofs { div { a href=(address) { (words) } } }
                    @if is_bare { "–" }
                }
            }
        }
    }

    /// The same in lines, for a letter or a message.
    fn text(&self) -> String {
        let it = self.figure;
        let trail = &it.jejak;
        let unit = match it.satuan.as_str() {
            "%" | "rupiah" | "" => String::new(),
            satuan => format!(" {satuan}"),
        };
        let mut text = format!("{}: {}{unit}\n", it.label, display(it));
        let mut line = |words: &str, what: &str| {
            let _ = writeln!(text, "{words}: {what}");
        };
        if let Some(it) = &it.predikat {
            line("Predikat", it);
        }
        line("Keadaan", keadaan(it.keadaan));
        if let Some(it) = &it.note {
            line("Catatan", it);
        }
        if let Some(it) = &trail.rumus {
            line("Rumus", it);
        }
        for Told { row, entered, proofs } in &self.inputs {
            let told = row.sumber.iter().chain(entered);
            let told: Vec<&str> =
                told.chain(proofs.iter().map(|it| &it.1)).map(String::as_str).collect();
            let about =
                if told.is_empty() { String::new() } else { format!(" ({})", told.join("; ")) };
            line(&format!("- {}", row.nama), &format!("{}{about}", row.nilai));
        }
        if let Some(hitungan) = &trail.hitungan {
            line("Hitungan", &format!("{hitungan} = {}", display(it)));
        }
        if let Some(it) = &trail.pembulatan {
            let words = rounding_words(it);
            let (words, what) = words.split_once(": ").unwrap_or((&words, ""));
            line(words, what);
        }
        if let Some(id) = trail.rule {
            line("Aturan", id);
        }
        if !trail.dasar.is_empty() {
            line("Dasar", &trail.dasar.join("; "));
        }
        let own = address(self.context, it.id.as_str());
        line("Alamat", &format!("{}{own}", self.ask.app.settings.origin));
        text
    }
}

fn keadaan(it: Keadaan) -> &'static str {
    match it {
        Keadaan::Computed => "Dihitung menurut aturan.",
        Keadaan::Entered => "Diisi oleh perangkat daerah.",
        Keadaan::Stated => "Dinyatakan oleh dokumen.",
        Keadaan::Absent => "Belum diisi.",
        Keadaan::NotComputable => "Tidak dapat dihitung.",
    }
}

fn rounding_words(it: &selaras_domain::Pembulatan) -> String {
    use selaras_domain::{RoundingMode, TahapPembulatan};
    let mode = match it.mode {
        RoundingMode::HalfUp => "setengah ke atas",
        RoundingMode::HalfEven => "setengah ke genap",
        RoundingMode::Truncate => "dipotong",
    };
    let stage = match it.tahap {
        TahapPembulatan::RealisasiDahulu => "realisasi dibulatkan lebih dahulu",
        TahapPembulatan::SaatCetak => "hanya saat ditampilkan",
    };
    format!("Pembulatan: {} desimal, {mode}, {stage}.", it.presisi)
}
