//! Kinerja saya: what whoever looks has promised in this office, and the actions that they answer for.

use maud::{Markup, html};
use selaras_domain::{
    Berkas, Hasil, Id, JenisTarget, Periode, PerjanjianKinerja, RencanaAksi, Target, angka,
};
use selaras_store::{Part, Pihak};

use crate::ask::{Ask, Fault};
use crate::context::Context;
use crate::page::perjanjian::{self, is_in_force, is_signed, parties_of, title_of};
use crate::page::renstra::target_words;
use crate::page::{pengukuran, rencana_aksi};
use crate::permission::Permission;
use crate::widget::{self, figure, reached};

/// Whether whoever asks answers for an action, which names a person or the post of one.
pub(crate) fn is_own(ask: &Ask<'_>, berkas: &Berkas, row: &RencanaAksi) -> bool {
    let name = ask.who.as_ref().map_or("", |it| it.pengguna.nama.as_str());
    let holder = row.penanggung_jawab.as_deref().unwrap_or_default();
    let mut posts = berkas.pejabat.iter().filter(|it| it.nama.eq_ignore_ascii_case(name));
    !name.is_empty()
        && (holder.eq_ignore_ascii_case(name)
            || posts.any(|it| it.jabatan.eq_ignore_ascii_case(holder)))
}

/// The section of Beranda, from the agreements of an office and from its actions; nothing for whoever has neither, unless measuring is all that they are here for.
pub(crate) fn section(
    ask: &Ask<'_>,
    context: &Context,
    (berkas, work): (&Berkas, &Berkas),
) -> Result<Markup, Fault> {
    let tahun = context.tahun();
    let is_promiser = |it: &&PerjanjianKinerja| {
        it.tahun == tahun
            // What a later agreement has changed is promised no more.
            && (!is_signed(it) || is_in_force(berkas, it))
            && parties_of(ask, context, berkas, it)
                .iter()
                .any(|(pihak, _)| *pihak == Pihak::Pertama)
    };
    let promised: Vec<_> = berkas.perjanjian_kinerja.iter().filter(is_promiser).collect();
    let is_mine = |it: &&RencanaAksi| it.tahun == tahun && is_own(ask, berkas, it);
    let mut actions: Vec<_> = work.rencana_aksi.iter().filter(is_mine).collect();
    actions.sort_by_key(|it| it.periode);
    let may = |it| ask.may(it, Some(context.perangkat()));
    let is_staff = may(Permission::Measure) && !may(Permission::EditFacts);
    if promised.is_empty() && actions.is_empty() && !is_staff {
        return Ok(html! {});
    }
    let agreements = agreements(ask, context, &promised)?;
    Ok(html! {
        section aria-labelledby="kinerja-saya" {
            h2 #kinerja-saya { "Kinerja saya" }
            @if promised.is_empty() && actions.is_empty() {
                @let name = &ask.pengguna()?.nama;
                p.lembut { "Belum ada perjanjian atau aksi " (tahun) " atas nama " (name) ". Perencana menyebut nama atau jabatan Anda sebagai pihak pertama perjanjian, atau sebagai penanggung jawab aksi." }
            }
            (agreements)
            @if !actions.is_empty() { (table(context, work, &actions)) }
        }
    })
}

/// Each agreement with what it promises and what was reached of it.
fn agreements(
    ask: &Ask<'_>,
    context: &Context,
    promised: &[&PerjanjianKinerja],
) -> Result<Markup, Fault> {
    if promised.is_empty() {
        return Ok(html! {});
    }
    // What others than the head promise is measured by other indicators than those of the office.
    let tables = [&pengukuran::tables()[..], &["pejabat", "perjanjian_kinerja"]].concat();
    let part = Part { tables: &tables, tahun: Some(context.tahun()), jenis: &[] };
    let berkas = ask.store().berkas_part(&context.berkas, &part)?;
    let hasil = selaras_rules::measure_without_trails(&berkas);
    Ok(html! {
        @for it in promised { (agreement(context, (&berkas, &hasil), it)) }
    })
}

fn agreement(
    context: &Context,
    (berkas, hasil): (&Berkas, &Hasil),
    it: &PerjanjianKinerja,
) -> Markup {
    let is_target = |row: &&Target| {
        row.dokumen == it.dokumen
            && row.tahun == it.tahun
            && row.periode == Periode::Tahun
            && row.jenis == JenisTarget::Target
    };
    let targets: Vec<_> = berkas.target.iter().filter(is_target).collect();
    let second = it.pihak_kedua.as_ref().and_then(|id| berkas.find_pejabat(id));
    let until = context.until_words();
    html! {
        p {
            a href=(context.link("perjanjian")) { (title_of(berkas, it)) } " " (perjanjian::status_tag(&it.status))
            @if let Some(second) = second { " kepada " (second.nama) }
        }
        @if targets.is_empty() { p.lembut { "Perjanjian ini belum memuat target." } }
        @else {
            table.lipat {
                thead { tr {
                    th scope="col" { "Indikator yang saya janjikan" } th scope="col" { "Satuan" } th.angka scope="col" { "Target" }
                    th.angka scope="col" { "Realisasi " (until) } th.angka scope="col" { "Capaian (%)" }
                } }
                tbody { @for row in &targets {
                    @let indikator = berkas.find_indikator(&row.indikator);
                    @let id = row.indikator.as_str();
                    tr {
                        th scope="row" { (indikator.map_or(id, |it| it.nama.as_str())) }
                        td.lembut data-judul="Satuan" { (indikator.map_or("", |it| it.satuan.as_str())) }
                        td.angka data-judul="Target" { (row.nilai.as_ref().map_or_else(|| "NA".to_owned(), target_words)) }
                        td.angka data-judul="Realisasi" { (figure(context, reached(context, hasil, id, "realisasi"))) }
                        td.angka data-judul="Capaian (%)" { (figure(context, reached(context, hasil, id, "capaian"))) }
                    }
                } }
            }
        }
    }
}

/// One's own actions, each with how far it is.
fn table(context: &Context, work: &Berkas, actions: &[&RencanaAksi]) -> Markup {
    html! {
        table.lipat {
            thead { tr {
                th scope="col" { "Aksi saya" } th scope="col" { "Indikator" } th scope="col" { "Triwulan" }
                th.angka scope="col" { "Target" } th scope="col" { "Monev" }
            } }
            tbody { @for it in actions {
                @let monev = rencana_aksi::monev_of(work, it);
                tr {
                    th scope="row" { (widget::short(&it.aksi, 160)) }
                    td data-judul="Indikator" { (work.find_indikator(&it.indikator).map_or("–", |it| it.nama.as_str())) }
                    td data-judul="Triwulan" { (rencana_aksi::quarter(it.periode)) }
                    td.angka data-judul="Target" { (it.target.map_or_else(|| "–".to_owned(), angka::format)) }
                    td data-judul="Monev" {
                        a href=(rencana_aksi::address(context, it)) { (rencana_aksi::tag(monev.map(|it| it.status))) span.tersembunyi { ", monev " (it.aksi) } }
                    }
                }
            } }
        }
    }
}
