//! Perjanjikan: the agreements of the year from the same facts, who has signed, and what changed.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_domain::{
    AlasanPerubahan, BarisId, Berkas, Code, Hasil, Id, Indikator, IndikatorId, JenisDokumen,
    JenisTarget, Jenjang, NilaiTarget, Pagu, Pejabat, PejabatId, Periode, PerjanjianKinerja,
    StatusPerjanjian, Tahun, Tanda, UnitKerja, angka, tanggal,
};

use selaras_store::{
    BerkasKey, NewRow, NewTandaTangan, Part, Peran, Pihak, SignInFault, TandaTangan, Tentang,
};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, part, tahun, with_query};
use crate::entry::{Entry, Errors};
use crate::findings::{self, Act, Marks};
use crate::frame::{Head, Phase, page};
use crate::list::{Column, Listing};
use crate::page::naskah_perjanjian;
use crate::page::pengukuran::{self, heading, moment};
use crate::page::renstra::target_words_at;
use crate::page::supervisi;
use crate::page::table::title;
use crate::permission::Permission;
use crate::printed;
use crate::sheet;
use crate::status;
use crate::typeset::Look;
use crate::widget::{self, count, form_token, reached};

pub(crate) const TABLES: &[&str] = &[
    "dokumen",
    "pejabat",
    "unit_kerja",
    "tujuan",
    "sasaran",
    "indikator",
    "target",
    "program_kegiatan",
    "pagu",
    "pemetaan_anggaran",
    "perjanjian_kinerja",
    "supervisi_perjanjian",
    "keputusan_perjanjian",
];

pub(crate) fn perjanjian(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let tables = [TABLES, &pengukuran::tables()].concat();
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(&tables))?;
    let hasil = selaras_rules::measure_without_trails(&berkas);
    let tahun = context.tahun();
    let rows: Vec<_> = berkas.perjanjian_kinerja.iter().filter(|it| it.tahun == tahun).collect();
    let n_signed = rows.iter().filter(|it| is_signed(it)).count();
    let proofs = ask.store().bukti(&context.berkas)?;
    let scans = |it: &PerjanjianKinerja| {
        let tentang = Tentang::Perjanjian { id: it.id.to_string() };
        proofs.iter().filter(|row| row.tentang == tentang).count()
    };
    let signed = ask.store().tanda_tangan(&context.berkas)?;
    let marks = Marks::load(ask, &context)?;
    let missing = without_agreement(&berkas, &rows);
    let listing = agreements(ask, &context, &berkas, rows.clone());
    if let Some(file) = listing.file()? {
        return Ok(file);
    }
    let (shown, pages) = listing.page();
    let body = html! {
        (findings::line(ask, &context, Act::Agreement)?)
        (drafts(ask, &context, &missing))
        @if !rows.is_empty() { (listing.controls()) }
        @if shown.is_empty() { (listing.hollow()) }
        @for it in shown { (agreement(ask, &context, (&berkas, &hasil, &marks), it, scans(it), &signatures(ask, &context, &berkas, it, &signed))) }
        (pages)
        p.bawah { a.tombol href=(context.link("tabel/perjanjian_kinerja")) { "Ubah pada tabel perjanjian kinerja" } }
    };
    let state =
        format!("{} dari {} perjanjian sudah ditandatangani.", count(n_signed), count(rows.len()));
    let head = Head::new(format!("Perjanjian kinerja {tahun}"), Phase::Agree).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

/// The agreements of the year as a list: who promised whom, and how far each is.
fn agreements<'a>(
    ask: &'a Ask<'a>,
    context: &'a Context,
    berkas: &'a Berkas,
    rows: Vec<&'a PerjanjianKinerja>,
) -> Listing<'a, &'a PerjanjianKinerja> {
    let document = |it: &PerjanjianKinerja| berkas.find_dokumen(&it.dokumen);
    let first = |it: &PerjanjianKinerja| berkas.find_pejabat(&it.pihak_pertama);
    let second = |it: &PerjanjianKinerja| berkas.find_pejabat(it.pihak_kedua.as_ref()?);
    let name = |it: Option<&Pejabat>| it.map_or_else(String::new, |it| it.nama.clone());
    let post = |it: Option<&Pejabat>| it.map_or_else(String::new, |it| it.jabatan.clone());
    type Row<'r> = &'r PerjanjianKinerja;
    let columns = vec![
        Column::made("judul", "Judul", move |it: &Row<'_>| title_of(berkas, it).to_owned()),
        Column::made("pihak-pertama", "Pihak pertama", move |it: &Row<'_>| name(first(it))),
        Column::made("jabatan", "Jabatan", move |it: &Row<'_>| post(first(it))),
        Column::made("pihak-kedua", "Pihak kedua", move |it: &Row<'_>| name(second(it))),
        Column::text("keadaan", "Keadaan", |it: &Row<'_>| status_words(&it.status).0).choice(),
        Column::date("tanggal", "Tanggal", move |it: &Row<'_>| match it.status {
            StatusPerjanjian::Ditandatangani { tanggal } => Some(tanggal),
            _ => None,
        }),
        Column::text("perubahan", "Perubahan", move |it: &Row<'_>| {
            match document(it).is_some_and(|it| it.mengubah.is_some()) {
                true => "perubahan",
                false => "murni",
            }
        })
        .choice(),
        Column::number("target", "Target", |it: &Row<'_>| {
            Some(berkas.target.iter().filter(|row| row.dokumen == it.dokumen).count())
        }),
    ];
    let file = format!("perjanjian-kinerja-{}-{}", context.perangkat(), context.tahun());
    Listing::of(ask, (context.plain("perjanjian"), file), columns, rows).nothing(
        &format!("Perjanjian kinerja {} belum dibuat. Perjanjian terdiri atas target dan pagu dari dokumennya.", context.tahun()),
        Some((&context.link("tabel/perjanjian_kinerja"), "Buat perjanjian")),
    )
}

pub(crate) fn is_signed(it: &PerjanjianKinerja) -> bool {
    matches!(it.status, StatusPerjanjian::Ditandatangani { .. })
}

/// Whether an agreement is signed and nothing changes it: the last one in force.
pub(crate) fn is_in_force(berkas: &Berkas, it: &PerjanjianKinerja) -> bool {
    let changes_it = |row: &PerjanjianKinerja| row.mengubah.as_ref() == Some(&it.id);
    is_signed(it) && !berkas.perjanjian_kinerja.iter().any(changes_it)
}

/// The agreement that another one changes.
pub(crate) fn earlier<'b>(
    berkas: &'b Berkas,
    it: &PerjanjianKinerja,
) -> Option<&'b PerjanjianKinerja> {
    let id = it.mengubah.as_ref()?;
    berkas.perjanjian_kinerja.iter().find(|row| row.id == *id)
}

/// The agreement of the address.
pub(crate) fn of_address<'b>(
    ask: &Ask<'_>,
    berkas: &'b Berkas,
) -> Result<&'b PerjanjianKinerja, Fault> {
    let id = ask.params.get("perjanjian");
    let found = berkas.perjanjian_kinerja.iter().find(|it| it.id.as_str() == id);
    found.ok_or_else(|| Fault::NotFound(format!("Tidak ada perjanjian «{id}».")))
}

/// Why an agreement is changed, as people read it. PermenPANRB 53/2014 Lampiran I.E.
pub(crate) fn reason_words(it: AlasanPerubahan) -> &'static str {
    match it {
        AlasanPerubahan::PergantianPejabat => "pergantian atau mutasi pejabat",
        AlasanPerubahan::PerubahanStrategi => {
            "perubahan strategi yang memengaruhi tujuan dan sasaran"
        }
        AlasanPerubahan::PerubahanPrioritas => "perubahan prioritas atau asumsi",
    }
}

/// What an agreement still lacks before it can be signed, each with what it would follow from.
fn lacking(
    berkas: &Berkas,
    it: &PerjanjianKinerja,
    n_targets: usize,
    n_pagu: usize,
) -> Vec<String> {
    let first = berkas.find_pejabat(&it.pihak_pertama);
    let post = first.map_or("pihak pertama", |it| it.jabatan.as_str());
    let mut lacking = Vec::new();
    if n_targets == 0 {
        lacking.push(format!(
            "Belum ada target: tidak ada indikator bertarget {} yang penanggung jawabnya {post}.",
            it.tahun
        ));
    }
    if n_pagu == 0 {
        lacking.push("Belum ada anggaran: tidak ada pagu DPA yang terkait.".to_owned());
    }
    // The kepala daerah leads no unit and promises alone.
    if it.pihak_kedua.is_none() && first.is_none_or(|it| it.unit_kerja.is_some()) {
        lacking.push(format!("Belum ada pihak kedua: tidak ada pejabat di atas {post}."));
    }
    lacking
}

/// Who leads a part of the office this year and has promised nothing.
fn without_agreement<'b>(berkas: &'b Berkas, rows: &[&PerjanjianKinerja]) -> Vec<&'b Pejabat> {
    let last = berkas.perangkat_daerah.tahun.last_day();
    let in_office = |it: &&Pejabat| it.unit_kerja.is_some() && it.holds_on(last);
    let has_promised = |it: &Pejabat| {
        rows.iter().any(|row| {
            row.pihak_pertama == it.id
                || berkas.find_pejabat(&row.pihak_pertama).is_some_and(|of| of.nama == it.nama)
        })
    };
    berkas.pejabat.iter().filter(in_office).filter(|it| !has_promised(it)).collect()
}

/// Those who have promised nothing yet, each with a button that drafts their agreement.
fn drafts(ask: &Ask<'_>, context: &Context, missing: &[&Pejabat]) -> Markup {
    let may_edit = ask.may(Permission::EditFacts, Some(context.perangkat()));
    html! {
        @if !missing.is_empty() {
            section.kartu aria-labelledby="tanpa-perjanjian" {
                h2 #tanpa-perjanjian { "Belum mempunyai perjanjian" }
                table.lipat { tbody { @for it in missing { tr {
                    th scope="row" { (it.jabatan) }
                    td { (it.nama) }
                    @if may_edit { td { form method="post" action=(context.plain("perjanjian/draf")) {
                        (form_token(ask))
                        input type="hidden" name="pejabat" value=(it.id);
                        button { "Buat draf" span.tersembunyi { " perjanjian " (it.jabatan) } }
                    } } }
                } } } }
                p.lembut { "Draf memuat target setiap indikator yang penanggung jawabnya jabatan itu, pagu yang terkait, dan pihak keduanya pejabat di atasnya." }
            }
        }
    }
}

/// Drafts the agreement of an official from the facts: the targets of the indicators that they answer
/// for, with whoever leads the unit above as the second party.
pub(crate) fn draft(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(TABLES))?;
    let tahun = context.tahun();
    let id = ask.form.get("pejabat");
    let rows: Vec<_> = berkas.perjanjian_kinerja.iter().filter(|it| it.tahun == tahun).collect();
    let missing = without_agreement(&berkas, &rows);
    let Some(official) = missing.iter().find(|it| it.id.as_str() == id) else {
        return Err(Fault::Bad(
            "Pejabat itu sudah mempunyai perjanjian, atau tidak menjabat tahun ini.".to_owned(),
        ));
    };
    let name = format!("pk-{}-{tahun}", official.id);
    let row = |tabel: &str, cells: &[(&str, &str)]| NewRow {
        tabel: tabel.to_owned(),
        cells: cells.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect(),
        ..NewRow::default()
    };
    let title = format!("Perjanjian Kinerja {} Tahun {tahun}", official.jabatan);
    let year = tahun.to_string();
    let superior = match superior(&berkas, official) {
        Some(it) => Some(it),
        None => superior_before(ask, &context, &berkas, official)?,
    };
    let superior = superior.map_or("", |it| it.id.as_str());
    let mut added = vec![
        row(
            "dokumen",
            &[("id", &name), ("jenis", "perjanjian_kinerja"), ("judul", &title), ("tahun", &year)],
        ),
        row(
            "perjanjian_kinerja",
            &[
                ("id", &name),
                ("dokumen", &name),
                ("tahun", &year),
                ("pihak_pertama", official.id.as_str()),
                ("pihak_kedua", superior),
                ("tempat", &berkas.perangkat_daerah.tempat),
                ("status", "draf"),
            ],
        ),
    ];
    for (indikator, nilai) in promised(&berkas, official) {
        let cells = nilai_cells(nilai);
        let key = [
            ("indikator", indikator.id.as_str()),
            ("dokumen", &name),
            ("tahun", &year),
            ("periode", "tahun"),
            ("jenis", "target"),
        ];
        let cells: Vec<(&str, &str)> = key
            .into_iter()
            .chain(cells.iter().map(|(name, cell)| (*name, cell.as_str())))
            .collect();
        added.push(row("target", &cells));
    }
    for (baris, jumlah) in budget(&berkas, official) {
        let cells = [
            ("dokumen", name.as_str()),
            ("baris", baris.as_str()),
            ("tahun", &year),
            ("jumlah", &jumlah.to_string()),
        ];
        added.push(row("pagu", &cells));
    }
    ask.store().apply(&ask.pelaku(), &context.berkas, Vec::new(), added)?;
    Ok(Reply::go_to(&context.link("perjanjian")))
}

/// The money that stands beside the targets of an official: for the head all programs; for others the
/// rows that their indicators are mapped to. From the budget that was set last.
pub(crate) fn budget<'b>(berkas: &'b Berkas, official: &Pejabat) -> Vec<(&'b BarisId, i64)> {
    let tahun = berkas.perangkat_daerah.tahun;
    let rows: Vec<&BarisId> = match leads_office(berkas, official) {
        true => {
            let all = berkas.program_kegiatan.iter();
            all.filter(|it| it.jenjang == Jenjang::Program).map(|it| &it.id).collect()
        }
        false => {
            let own: Vec<_> =
                promised(berkas, official).into_iter().map(|(it, _)| &it.id).collect();
            let mapped = berkas.pemetaan_anggaran.iter().filter(|it| own.contains(&&it.indikator));
            let mapped = mapped.filter(|it| it.tanda == Tanda::Tambah).map(|it| &it.baris);
            mapped.collect::<BTreeSet<_>>().into_iter().collect()
        }
    };
    let set_last = |baris: &BarisId| {
        [JenisDokumen::Dppa, JenisDokumen::Dpa].into_iter().find_map(|jenis| {
            let mut pagu =
                berkas.pagu.iter().rev().filter(|it| it.baris == *baris && it.tahun == tahun);
            let is_of = |id| berkas.find_dokumen(id).is_some_and(|it| it.jenis == jenis);
            pagu.find(|it| is_of(&it.dokumen))?.jumlah
        })
    };
    rows.into_iter().filter_map(|it| Some((it, set_last(it)?.get()))).collect()
}

/// Whoever leads the unit above that of an official, at the end of the year.
fn superior<'b>(berkas: &'b Berkas, official: &Pejabat) -> Option<&'b Pejabat> {
    let last = berkas.perangkat_daerah.tahun.last_day();
    let above = unit_of(berkas, official)?.induk.as_ref()?;
    berkas.pejabat.iter().find(|it| it.unit_kerja.as_ref() == Some(above) && it.holds_on(last))
}

/// Whoever took the promise of the same post in the agreement of the year before; for the head, or else,
/// the one official above all units.
fn superior_before<'b>(
    ask: &Ask<'_>,
    context: &Context,
    berkas: &'b Berkas,
    official: &Pejabat,
) -> Result<Option<&'b Pejabat>, Fault> {
    let last = berkas.perangkat_daerah.tahun.last_day();
    let in_office = berkas.pejabat.iter().filter(|it| it.holds_on(last));
    if let Some(then) = second_party_before(ask, context, official)? {
        let is_same = |it: &&Pejabat| it.id == then.id || it.jabatan == then.jabatan;
        if let Some(found) = in_office.clone().find(is_same) {
            return Ok(Some(found));
        }
    }
    let mut above =
        in_office.filter(|it| it.unit_kerja.is_none() && leads_office(berkas, official));
    Ok(above.next().filter(|_| above.next().is_none()))
}

/// The second party of the last agreement of the same post a year ago.
fn second_party_before(
    ask: &Ask<'_>,
    context: &Context,
    official: &Pejabat,
) -> Result<Option<Pejabat>, Fault> {
    let pemda = context.berkas.pemda;
    let Some(tahun) = Tahun::new(context.tahun().get() - 1) else { return Ok(None) };
    if !ask.store().years(pemda, context.perangkat())?.contains(&tahun) {
        return Ok(None);
    }
    let key = BerkasKey { perangkat: context.perangkat().to_owned(), tahun };
    let tables = ["dokumen", "pejabat", "unit_kerja", "perjanjian_kinerja"];
    let before = ask.store().find_in(pemda, &key)?;
    let before = ask.store().berkas_part(&before, &Part::of(&tables))?;
    let is_of_post = |it: &&PerjanjianKinerja| {
        let first = before.find_pejabat(&it.pihak_pertama);
        first.is_some_and(|it| it.jabatan == official.jabatan)
    };
    let found = before.perjanjian_kinerja.iter().rev().find(is_of_post);
    Ok(found.and_then(|it| before.find_pejabat(it.pihak_kedua.as_ref()?)).cloned())
}

/// Whether an official leads the unit above all others.
pub(crate) fn leads_office(berkas: &Berkas, official: &Pejabat) -> bool {
    unit_of(berkas, official).is_some_and(|it| it.induk.is_none())
}

/// Whether an official answers for an indicator: by the post that it names.
pub(crate) fn answers_for(official: &Pejabat, it: &Indikator) -> bool {
    let owner = it.penanggung_jawab.as_deref().unwrap_or_default();
    owner.eq_ignore_ascii_case(&official.jabatan)
}

/// The indicators that an official answers for, each with the target of the year that was stated last.
fn promised<'b>(berkas: &'b Berkas, official: &Pejabat) -> Vec<(&'b Indikator, &'b NilaiTarget)> {
    let tahun = berkas.perangkat_daerah.tahun;
    let target = |it: &Indikator| {
        berkas.target.iter().rev().find_map(|row| {
            let is_of_year = row.indikator == it.id
                && row.tahun == tahun
                && row.periode == Periode::Tahun
                && row.jenis == JenisTarget::Target;
            row.nilai.as_ref().filter(|_| is_of_year)
        })
    };
    let own = berkas.indikator.iter().filter(|it| answers_for(official, it));
    own.filter_map(|it| Some((it, target(it)?))).collect()
}

/// A target as cells of its table.
fn nilai_cells(nilai: &NilaiTarget) -> Vec<(&'static str, String)> {
    match nilai {
        NilaiTarget::Angka(it) => vec![("nilai", it.to_string())],
        NilaiTarget::Rentang(low, high) => {
            vec![("nilai", low.to_string()), ("nilai_atas", high.to_string())]
        }
        NilaiTarget::Predikat(it) => vec![("predikat", it.clone())],
    }
}

/// What the second party found through the year, and the reward or sanction that followed.
pub(crate) fn supervision(
    ask: &Ask<'_>,
    context: &Context,
    berkas: &Berkas,
    it: &PerjanjianKinerja,
) -> Markup {
    let found: Vec<_> =
        berkas.supervisi_perjanjian.iter().filter(|row| row.perjanjian == it.id).collect();
    let decided: Vec<_> =
        berkas.keputusan_perjanjian.iter().filter(|row| row.perjanjian == it.id).collect();
    html! {
        h3 { "Supervisi dan evaluasi pihak kedua" }
        @if found.is_empty() { p.kurang { "Belum ada supervisi." } }
        @else {
            table.lipat {
                thead { tr { th scope="col" { "Hari" } th scope="col" { "Periode" } th scope="col" { "Hasil" } th scope="col" { "Arahan" } } }
                tbody { @for row in &found { tr {
                    th scope="row" { (tanggal::format(row.tanggal)) }
                    td data-judul="Periode" { (heading(row.periode)) }
                    td data-judul="Hasil" { (row.hasil) }
                    td data-judul="Arahan" { (row.arahan.as_deref().unwrap_or("–")) }
                } } }
            }
        }
        h3 { "Penghargaan dan sanksi" }
        @if decided.is_empty() { p.lembut { "Belum ada keputusan." } }
        @else {
            ul { @for row in &decided { li {
                strong { (title(row.jenis.code())) } ", " (tanggal::format(row.tanggal)) ": " (row.uraian)
                @if let Some(nomor) = &row.keputusan { span.lembut { " (" (nomor) ")" } }
            } } }
        }
        @if let Some(links) = supervisi::links(ask, context, berkas, it) {
            p.alat { @for (address, words) in &links { a href=(address) { (words) } } }
        }
    }
}

/// Who has signed on screen, and who still may.
pub(crate) fn signatures(
    ask: &Ask<'_>,
    context: &Context,
    berkas: &Berkas,
    it: &PerjanjianKinerja,
    signed: &[TandaTangan],
) -> Markup {
    let own: Vec<_> = signed.iter().filter(|row| row.perjanjian == it.id.as_str()).collect();
    let open = if is_signed(it) { Vec::new() } else { parties_of(ask, context, berkas, it) };
    let has_signed = |pihak: Pihak| own.iter().any(|row| row.pihak == pihak && row.is_current);
    html! {
        @for row in &own {
            p {
                @if row.is_current { "✓ " } @else { "▲ " }
                "Pihak " (row.pihak.code()) ": " strong { (row.nama) } ", " (row.jabatan) ", "
                (moment(ask, &row.waktu)) " secara elektronik"
                @if row.is_current { "." } @else { ". " span.kurang { "Isi perjanjian berubah sesudahnya; tanda tangan ini tidak berlaku lagi." } }
            }
        }
        @for (pihak, _) in open.iter().filter(|(pihak, _)| !has_signed(*pihak)) {
            p { a.tombol href=(signing_address(context, it, *pihak)) { "Tandatangani sebagai pihak " (pihak.code()) } }
        }
    }
}

/// The submitted agreements of the year that wait for the signature of whoever asks: address and title.
pub(crate) fn to_sign(
    ask: &Ask<'_>,
    context: &Context,
    berkas: &Berkas,
) -> Result<Vec<(String, String)>, Fault> {
    let rows = berkas.perjanjian_kinerja.iter().filter(|it| {
        it.tahun == context.tahun() && matches!(it.status, StatusPerjanjian::Diajukan)
    });
    let mut rows: Vec<_> = rows.map(|it| (it, parties_of(ask, context, berkas, it))).collect();
    rows.retain(|(_, parties)| !parties.is_empty());
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let signed = ask.store().tanda_tangan(&context.berkas)?;
    let mut found = Vec::new();
    for (it, parties) in rows {
        let is_done = |pihak: Pihak| {
            let id = it.id.as_str();
            signed.iter().any(|row| row.perjanjian == id && row.pihak == pihak && row.is_current)
        };
        for (pihak, _) in parties.into_iter().filter(|(pihak, _)| !is_done(*pihak)) {
            let address = signing_address(context, it, pihak);
            found.push((address, title_of(berkas, it).to_owned()));
        }
    }
    Ok(found)
}

/// The parties of an agreement that whoever asks can sign as: by the name of the account, or by the
/// post that they hold.
pub(crate) fn parties_of<'b>(
    ask: &Ask<'_>,
    context: &Context,
    berkas: &'b Berkas,
    it: &PerjanjianKinerja,
) -> Vec<(Pihak, &'b Pejabat)> {
    let Ok(who) = ask.pengguna() else { return Vec::new() };
    let holds = |peran: Peran| {
        who.penugasan.iter().any(|held| {
            held.peran == peran
                && held.holds_on(ask.day())
                && held.perangkat.as_deref().is_none_or(|own| own == context.perangkat())
        })
    };
    let may = |official: &&Pejabat| {
        official.nama.eq_ignore_ascii_case(&who.nama)
            || match unit_of(berkas, official) {
                Some(unit) => unit.induk.is_none() && holds(Peran::Kepala),
                None => official.unit_kerja.is_none() && holds(Peran::KepalaDaerah),
            }
    };
    let first = berkas.find_pejabat(&it.pihak_pertama).map(|it| (Pihak::Pertama, it));
    let second = it.pihak_kedua.as_ref().and_then(|id| berkas.find_pejabat(id));
    let second = second.map(|it| (Pihak::Kedua, it));
    first.into_iter().chain(second).filter(|(_, it)| may(it)).collect()
}

/// A page of an agreement, by the end of its address.
pub(crate) fn address(context: &Context, it: &PerjanjianKinerja, end: &str) -> String {
    context.link(&format!("perjanjian/{}/{end}", part(it.id.as_str())))
}

/// Where a party signs.
fn signing_address(context: &Context, it: &PerjanjianKinerja, pihak: Pihak) -> String {
    with_query(&address(context, it, "tanda-tangan"), "pihak", pihak.code())
}

/// How far an agreement is, and why it was changed.
pub(crate) fn state(berkas: &Berkas, it: &PerjanjianKinerja) -> String {
    let status = match &it.status {
        StatusPerjanjian::Draf => "Draf".to_owned(),
        StatusPerjanjian::Diajukan => "Diajukan untuk ditandatangani".to_owned(),
        StatusPerjanjian::Ditandatangani { tanggal } => {
            format!("Ditandatangani {}", tanggal::format(*tanggal))
        }
    };
    let Some(earlier) = earlier(berkas, it) else { return format!("{status}.") };
    let reason = it.alasan.map_or_else(String::new, |it| format!(", karena {}", reason_words(it)));
    format!("{status}. Mengubah {}{reason}.", title_of(berkas, earlier))
}

/// The agreement, the party and the person that an address and its form name.
fn signing<'b>(
    ask: &Ask<'_>,
    context: &Context,
    berkas: &'b Berkas,
) -> Result<(&'b PerjanjianKinerja, Pihak, &'b Pejabat), Fault> {
    let it = of_address(ask, berkas)?;
    if is_signed(it) {
        return Err(Fault::Facts("Perjanjian ini sudah ditandatangani.".to_owned()));
    }
    let open = parties_of(ask, context, berkas, it);
    let wanted = Pihak::from_code(ask.query.get("pihak"));
    let found = open.into_iter().find(|(pihak, _)| wanted.is_none_or(|it| it == *pihak));
    let (pihak, official) = found.ok_or_else(|| {
        Fault::Forbidden("Hanya para pihak perjanjian ini yang dapat menandatanganinya.".to_owned())
    })?;
    Ok((it, pihak, official))
}

/// What is signed, once more and whole, with the password as the pen.
pub(crate) fn sign_form(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas(&context.berkas)?;
    let (it, pihak, official) = signing(ask, &context, &berkas)?;
    Ok(Reply::page(sign_page(ask, &context, (&berkas, it), (pihak, official), &Errors::default())?))
}

fn sign_page(
    ask: &Ask<'_>,
    context: &Context,
    (berkas, it): (&Berkas, &PerjanjianKinerja),
    (pihak, official): (Pihak, &Pejabat),
    errors: &Errors,
) -> Result<Markup, Fault> {
    let entry = Entry::new(ask, errors, true);
    let needs_password = ask.pengguna()?.has_sandi;
    let holding = findings::before_signing(ask, context, it)?;
    let body = html! {
        (entry.summary())
        @if !holding.is_empty() {
            div.galat role="alert" {
                strong { "Perjanjian ini belum dapat ditandatangani" }
                ul { @for it in &holding { li { (findings::finding(it)) } } }
                p { a href=(findings::address(context)) { "Buka pemeriksaan" } " untuk memperbaiki, atau " a href=(context.link("perjanjian")) { "kembali ke perjanjian" } "." }
            }
        }
        (printed::sheet(&naskah_perjanjian::tree(berkas, it, &Look::default())?))
        @if holding.is_empty() { form.kolom.isian-baris method="post" action=(signing_address(context, it, pihak)) {
            (form_token(ask))
            p { "Anda menandatangani sebagai pihak " (pihak.code()) ": " strong { (official.nama) } ", " (official.jabatan) "." }
            @if needs_password {
                // A password is never shown again.
                (entry.field("sandi", "Sandi Anda, sebagai tanda tangan", "", |it| html! {
                    input id=(it.id) type="password" name=(it.name) autocomplete="current-password" required aria-invalid=[it.invalid] aria-describedby=[&it.described];
                }))
            }
            div { button.utama { "Tandatangani" } " " a href=(context.link("perjanjian")) { "Batal" } }
            p.lembut { "Tanda tangan ini dicatat pada jejak audit bersama sidik isi perjanjian. Ia bukan sertifikat elektronik BSrE; bila peraturan memintanya, unggah juga dokumen bersertifikat sebagai pindaian." }
        } }
    };
    let head = Head::new(format!("Tandatangani: {}", title_of(berkas, it)), Phase::Agree);
    Ok(page(ask, Some(context), &head, body))
}

/// Signs, once the password is right.
pub(crate) fn sign(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas(&context.berkas)?;
    let (it, pihak, official) = signing(ask, &context, &berkas)?;
    let holding = findings::before_signing(ask, &context, it)?;
    if !holding.is_empty() {
        let page = sign_page(ask, &context, (&berkas, it), (pihak, official), &Errors::default())?;
        return Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page));
    }
    let who = ask.pengguna()?;
    if who.has_sandi {
        let sandi = ask.form.raw("sandi").unwrap_or_default();
        let why = match sandi {
            "" => Some("Sandi: isi sandi Anda; perjanjian belum ditandatangani."),
            _ => match ask.store().confirm(&ask.from, &who.akun, sandi, ask.now)? {
                Ok(()) => None,
                Err(SignInFault::Locked { .. }) => {
                    Some("Terlalu banyak sandi salah; akun dikunci sementara.")
                }
                Err(_) => Some("Sandi tidak cocok; perjanjian belum ditandatangani."),
            },
        };
        if let Some(why) = why {
            let errors = Errors::one("sandi", why);
            let page = sign_page(ask, &context, (&berkas, it), (pihak, official), &errors)?;
            return Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page));
        }
    }
    let new = NewTandaTangan {
        perjanjian: it.id.to_string(),
        pihak,
        nama: official.nama.clone(),
        jabatan: official.jabatan.clone(),
        tanggal: ask.day(),
    };
    ask.store().sign_agreement(&ask.pelaku(), &context.berkas, &new)?;
    Ok(Reply::go_to(&context.link("perjanjian")))
}

/// An agreement with its targets, and with what was reached of each.
fn agreement(
    ask: &Ask<'_>,
    context: &Context,
    (berkas, hasil, marks): (&Berkas, &Hasil, &Marks),
    it: &PerjanjianKinerja,
    n_scans: usize,
    signatures: &Markup,
) -> Markup {
    let judul = title_of(berkas, it);
    let person = |id: &PejabatId| {
        let found = berkas.find_pejabat(id);
        html! { @match found { Some(it) => { strong { (it.nama) } br; span.lembut { (it.jabatan) } }, None => "–" } }
    };
    let scans = match n_scans {
        0 => "Unggah pindaian yang ditandatangani".to_owned(),
        n => format!("{n} pindaian yang ditandatangani"),
    };
    let links = [
        ("dokumen", "Naskah perjanjian"),
        ("dokumen.pdf", "Unduh PDF"),
        ("dokumen.docx", "Unduh Word"),
        ("pindaian", scans.as_str()),
    ];
    let earlier = earlier(berkas, it);
    let targets: Vec<_> = berkas
        .target
        .iter()
        .filter(|row| {
            row.dokumen == it.dokumen
                && row.periode == Periode::Tahun
                && row.jenis == JenisTarget::Target
                && row.tahun == it.tahun
        })
        .collect();
    let before = |indikator: &IndikatorId| {
        let doc = &earlier?.dokumen;
        berkas.target.iter().find(|row| {
            row.dokumen == *doc
                && row.indikator == *indikator
                && row.periode == Periode::Tahun
                && row.tahun == it.tahun
        })
    };
    let dropped = berkas.target.iter().filter(|row| {
        let is_kept = |now: &&selaras_domain::Target| now.indikator == row.indikator;
        earlier.is_some_and(|it| it.dokumen == row.dokumen)
            && row.periode == Periode::Tahun
            && row.jenis == JenisTarget::Target
            && row.tahun == it.tahun
            && !targets.iter().any(is_kept)
    });
    let of =
        |indikator: &IndikatorId, what: &str| reached(context, hasil, indikator.as_str(), what);
    // A target stands beside what was reached of it: with as many decimals.
    let words = |row: &selaras_domain::Target| {
        let scale = of(&row.indikator, "realisasi").and_then(|it| Some(it.value?.scale()));
        let words = |it| target_words_at(it, scale.unwrap_or(0));
        row.nilai.as_ref().map_or_else(|| "NA".to_owned(), words)
    };
    let reached = |indikator: &IndikatorId, what: &str| {
        widget::bare(context, of(indikator, what), widget::NOT_FILLED)
    };
    let pagu: Vec<_> = berkas
        .pagu
        .iter()
        .filter(|row| row.dokumen == it.dokumen && row.tahun == it.tahun)
        .collect();
    let pagu_before = |baris: &BarisId| {
        let doc = &earlier?.dokumen;
        let mut rows = berkas.pagu.iter();
        rows.find(|row| row.dokumen == *doc && row.baris == *baris && row.tahun == it.tahun)
    };
    let rupiah = |row: &Pagu| {
        row.jumlah.map_or_else(|| widget::NOT_FILLED.to_owned(), |it| angka::format(it.get()))
    };
    let lacking = match is_signed(it) {
        true => Vec::new(),
        false => lacking(berkas, it, targets.len(), pagu.len()),
    };
    html! {
        article.kartu {
            h2 { (judul) (marks.row("perjanjian_kinerja", it.id.as_str())) }
            p { (state(berkas, it)) }
            @for it in &lacking { p.kurang { (it) } }
            p.alat { @for (end, words) in &links {
                a href=(address(context, it, end)) { (words) span.tersembunyi { ": " (judul) } }
            } }
            (signatures)
            (ways_on(ask, context, berkas, it))
            div.dua {
                div { span.label { "Pihak pertama" } p { (person(&it.pihak_pertama)) } }
                div { span.label { "Pihak kedua" } p { @match &it.pihak_kedua { Some(id) => (person(id)), None => "–" } } }
            }
            @if !targets.is_empty() {
                table.lipat {
                    thead { tr { th scope="col" { "Indikator kinerja" } th scope="col" { "Satuan" } th.angka scope="col" { "Target" }
                        th.angka scope="col" { "Realisasi " (context.until_words()) } th.angka scope="col" { "Capaian (%)" }
                    } }
                    tbody {
                        @for row in &targets {
                            @let indikator = berkas.find_indikator(&row.indikator);
                            @let old = before(&row.indikator).map(words);
                            tr {
                                th scope="row" { (indikator.map_or("–", |it| it.nama.as_str())) }
                                td.lembut data-judul="Satuan" { (indikator.map_or("", |it| it.satuan.as_str())) }
                                td.angka data-judul="Target" {
                                    (marks.sign(&sheet::target_key(row)))
                                    @if let Some(old) = old.filter(|old| *old != words(row)) { del { (old) } " → " }
                                    (words(row))
                                }
                                td.angka data-judul="Realisasi" { (reached(&row.indikator, "realisasi")) }
                                td.angka data-judul="Capaian (%)" { (reached(&row.indikator, "capaian")) }
                            }
                        }
                        @for row in dropped {
                            @let indikator = berkas.find_indikator(&row.indikator);
                            tr {
                                th scope="row" { (indikator.map_or("–", |it| it.nama.as_str())) }
                                td.lembut data-judul="Satuan" { (indikator.map_or("", |it| it.satuan.as_str())) }
                                td.angka data-judul="Target" { del { (words(row)) } " → tidak lagi" }
                                td.angka {} td.angka {}
                            }
                        }
                    }
                }
            }
            @if !pagu.is_empty() {
                table.lipat {
                    thead { tr { th scope="col" { "Program" } th.angka scope="col" { "Anggaran (Rp)" } } }
                    tbody {
                        @for row in pagu {
                            @let old = pagu_before(&row.baris).map(rupiah);
                            tr {
                                th scope="row" { (berkas.find_baris(&row.baris).map_or("–", |it| it.nama.as_str())) }
                                td.angka data-judul="Anggaran" { @if let Some(old) = old.filter(|old| *old != rupiah(row)) { del { (old) } " → " } (rupiah(row)) }
                            }
                        }
                    }
                }
            }
            @if is_signed(it) { (supervision(ask, context, berkas, it)) }
        }
    }
}

/// What the title of an agreement says.
pub(crate) fn title_of<'b>(berkas: &'b Berkas, it: &'b PerjanjianKinerja) -> &'b str {
    berkas.find_dokumen(&it.dokumen).map_or(it.id.as_str(), |it| it.judul.as_str())
}

/// What a planner may do with an agreement: fill it in until it is signed, change it from then on.
fn ways_on(ask: &Ask<'_>, context: &Context, berkas: &Berkas, it: &PerjanjianKinerja) -> Markup {
    let way = match (is_signed(it), is_in_force(berkas, it)) {
        (false, _) => Some(("isi", "Isi target dan anggaran")),
        (true, true) => Some(("perubahan", "Buat perubahan perjanjian …")),
        (true, false) => None,
    };
    let way = way.filter(|_| ask.may(Permission::EditFacts, Some(context.perangkat())));
    let title = title_of(berkas, it);
    let own = format!("perjanjian/{}", part(it.id.as_str()));
    html! {
        @if let Some((page, words)) = way {
            div.alat {
                a.tombol href=(context.link(&format!("{own}/{page}"))) { (words) span.tersembunyi { ": " (title) } }
                @if it.status == StatusPerjanjian::Draf {
                    form method="post" action=(context.plain(&format!("{own}/ajukan"))) {
                        (form_token(ask))
                        button { "Ajukan untuk ditandatangani" span.tersembunyi { ": " (title) } }
                    }
                }
            }
        }
    }
}

/// How far the agreements of an office have come.
struct Standing {
    perangkat: String,
    n_signed: usize,
    n_all: usize,
    /// That of the head, which the others follow: its id, and how far it is.
    head: Option<(String, StatusPerjanjian)>,
    n_supervised: usize,
    n_missing: usize,
}

/// Who has signed and who has not, in the whole city.
pub(crate) fn city(ask: &Ask<'_>) -> Answer {
    let tahun = tahun(ask)?;
    let rows = standings(ask, tahun)?;
    let is_open = |it: &Standing| it.n_all == 0 || it.n_signed < it.n_all;
    let (n_all, n_done) = (rows.len(), rows.iter().filter(|it| !is_open(it)).count());
    let columns = vec![
        Column::text("perangkat", "Perangkat daerah", |it: &Standing| &it.perangkat)
            .shown(move |it| html! { a href=(format!("/pd/{}/{tahun}/perjanjian", part(&it.perangkat))) { (it.perangkat) } }),
        Column::text("kepala", "Kepala", |it: &Standing| head_words(it).0)
            .choice()
            .shown(move |it| {
                let (words, mark, class) = head_words(it);
                let tag = status::tag(mark, class, words);
                html! {
                    @match &it.head {
                        Some((id, _)) => a href=(format!("/pd/{}/{tahun}/perjanjian/{}/dokumen", part(&it.perangkat), part(id))) { (tag) span.tersembunyi { ", naskah perjanjian kepala " (it.perangkat) } },
                        None => (tag),
                    }
                }
            }),
        Column::number("ditandatangani", "Ditandatangani", |it: &Standing| Some(it.n_signed)),
        Column::number("perjanjian", "Perjanjian", |it: &Standing| Some(it.n_all)),
        Column::number("belum-dibuat", "Belum dibuat", |it: &Standing| Some(it.n_missing)),
        Column::number("supervisi", "Supervisi", |it: &Standing| Some(it.n_supervised)),
        Column::text("keadaan", "Keadaan", move |it: &Standing| match is_open(it) {
            true => "Belum lengkap",
            false => "Lengkap",
        })
        .choice(),
    ];
    let place = (format!("/kota/{tahun}/perjanjian"), format!("perjanjian-kinerja-{tahun}"));
    let listing = Listing::of(ask, place, columns, rows);
    if let Some(file) = listing.file()? {
        return Ok(file);
    }
    let state = format!("{n_done} dari {n_all} perangkat daerah sudah lengkap.");
    let head =
        Head::new(format!("Perjanjian kinerja seluruh daerah, {tahun}"), Phase::City).state(state);
    Ok(Reply::page(page(ask, None, &head, listing.render())))
}

fn standings(ask: &Ask<'_>, tahun: Tahun) -> Result<Vec<Standing>, Fault> {
    let pemda = ask.pengguna()?.pemda;
    let all = ask.store().list()?;
    let of_year = all.iter().filter(|it| it.pemda == pemda && it.key.tahun == tahun);
    of_year
        .map(|it| {
            let tables =
                ["dokumen", "pejabat", "unit_kerja", "perjanjian_kinerja", "supervisi_perjanjian"];
            let berkas = ask.store().berkas_part(it, &Part::of(&tables))?;
            let rows: Vec<_> =
                berkas.perjanjian_kinerja.iter().filter(|row| row.tahun == tahun).collect();
            Ok(Standing {
                perangkat: it.key.perangkat.clone(),
                n_signed: rows.iter().filter(|row| is_signed(row)).count(),
                n_all: rows.len(),
                head: rows
                    .iter()
                    .rfind(|row| is_of_head(&berkas, row))
                    .map(|row| (row.id.to_string(), row.status.clone())),
                n_supervised: berkas.supervisi_perjanjian.len(),
                n_missing: without_agreement(&berkas, &rows).len(),
            })
        })
        .collect()
}

fn status_words(it: &StatusPerjanjian) -> (&'static str, &'static str, &'static str) {
    match it {
        StatusPerjanjian::Draf => ("Draf", "○", "none"),
        StatusPerjanjian::Diajukan => ("Diajukan", "◐", "near"),
        StatusPerjanjian::Ditandatangani { .. } => ("Ditandatangani", "●", "good"),
    }
}

/// How far an agreement has come.
pub(crate) fn status_tag(it: &StatusPerjanjian) -> Markup {
    let (words, mark, class) = status_words(it);
    status::tag(mark, class, words)
}

fn head_words(it: &Standing) -> (&'static str, &'static str, &'static str) {
    it.head.as_ref().map_or(("Belum dibuat", "▲", "bad"), |(_, status)| status_words(status))
}

/// Whether the first party leads the whole office.
fn is_of_head(berkas: &Berkas, it: &PerjanjianKinerja) -> bool {
    berkas.find_pejabat(&it.pihak_pertama).is_some_and(|it| leads_office(berkas, it))
}

/// The part of the office that an official is in; those above the office are in none.
fn unit_of<'b>(berkas: &'b Berkas, it: &Pejabat) -> Option<&'b UnitKerja> {
    let id = it.unit_kerja.as_ref()?;
    berkas.unit_kerja.iter().find(|it| it.id == *id)
}
