//! Rencanakan: the Renstra as the matrix that people know, and the cascading as a tree.

use std::collections::BTreeSet;

use maud::{Markup, html};
use selaras_domain::{
    BarisId, Berkas, Hasil, Indikator, JenisDokumen, JenisTarget, NilaiTarget, Periode, Pokok,
    Tahun, angka,
};

use crate::ask::{Answer, Ask, Reply};
use crate::context::Context;
use crate::frame::{Head, Phase, page};
use crate::permission::Permission;
use crate::status::Light;
use crate::widget::{self, find};

const PLAN_TABLES: &[&str] =
    &["dokumen", "visi", "misi", "tujuan", "sasaran", "strategi", "indikator", "target"];

pub(crate) fn matrix(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas_part(&context.berkas, PLAN_TABLES)?;
    let plans: Vec<_> = berkas.dokumen.iter().filter(|it| it.jenis == JenisDokumen::Renstra).collect();
    let chosen = ask.query.given("dokumen");
    let plan = plans.iter().find(|it| chosen.is_none_or(|id| it.id.to_string() == id));
    let may_edit = ask.may(Permission::EditFacts, Some(context.perangkat()));
    let body = html! {
        @if plans.len() > 1 {
            nav.bagian aria-label="Versi Renstra" {
                @for it in &plans {
                    a href=(crate::context::with_query(&context.link("renstra"), "dokumen", &it.id.to_string()))
                        aria-current=[plan.filter(|plan| plan.id == it.id).map(|_| "true")] { (it.judul) }
                }
            }
        }
        @match plan {
            None => (widget::empty("Renstra belum dicatat sebagai dokumen.", Some((&context.link("tabel/dokumen"), "Buka tabel dokumen")))),
            Some(plan) => (matrix_table(&context, &berkas, plan)),
        }
        @if may_edit {
            p.bawah {
                @for (table, words) in [("tujuan", "Ubah tujuan"), ("sasaran", "Ubah sasaran"), ("indikator", "Ubah indikator"), ("target", "Ubah target")] {
                    a.tombol href=(context.link(&format!("tabel/{table}"))) { (words) }
                }
            }
        }
    };
    let (n_tujuan, n_sasaran) = (berkas.tujuan.len(), berkas.sasaran.len());
    let state = match plan {
        Some(plan) => format!("{}: {n_tujuan} tujuan, {n_sasaran} sasaran.", plan.judul),
        None => format!("{n_tujuan} tujuan, {n_sasaran} sasaran."),
    };
    let head = Head::new("Renstra", Phase::Plan).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

fn matrix_table(context: &Context, berkas: &Berkas, plan: &selaras_domain::DokumenSumber) -> Markup {
    let of_plan = |it: &&selaras_domain::Target| it.dokumen == plan.id && it.periode == Periode::Tahun;
    let years: BTreeSet<Tahun> = berkas
        .target
        .iter()
        .filter(of_plan)
        .filter(|it| it.jenis == JenisTarget::Target)
        .map(|it| it.tahun)
        .collect();
    let cell = |indikator: &Indikator, jenis: JenisTarget, tahun: Option<Tahun>| {
        let mut rows = berkas.target.iter().filter(of_plan);
        let found = rows.find(|it| {
            it.indikator == indikator.id && it.jenis == jenis && tahun.is_none_or(|year| it.tahun == year)
        });
        let words = found.map(|it| it.nilai.as_ref().map_or("NA".to_owned(), target_words));
        html! {
            td.angka.(if tahun == Some(context.tahun()) { "kini" } else { "" }) data-judul=[tahun.map_or(Some("Kondisi awal".to_owned()), |it| Some(it.to_string()))] {
                @match words { Some(words) => (words), None => span.kosong { "–" } }
            }
        }
    };
    let row = |it: &Indikator| {
        html! {
            tr {
                th.menjorok scope="row" { (it.nama) }
                td.lembut data-judul="Satuan" { (it.satuan) }
                (cell(it, JenisTarget::KondisiAwal, None))
                @for tahun in &years { (cell(it, JenisTarget::Target, Some(*tahun))) }
            }
        }
    };
    let span = 3 + years.len();
    let of_tujuan = |id: &selaras_domain::TujuanId| {
        berkas.indikator.iter().filter(|it| it.pokok == Pokok::Tujuan(id.clone())).collect::<Vec<_>>()
    };
    let of_sasaran = |id: &selaras_domain::SasaranId| {
        berkas.indikator.iter().filter(|it| it.pokok == Pokok::Sasaran(id.clone())).collect::<Vec<_>>()
    };
    html! {
        div.gulung {
            table.kisi.lipat {
                thead { tr {
                    th scope="col" { "Tujuan, sasaran, indikator" } th scope="col" { "Satuan" } th.angka scope="col" { "Kondisi awal" }
                    @for it in &years { th.angka.(if *it == context.tahun() { "kini" } else { "" }) scope="col" { (it) } }
                } }
                @for tujuan in &berkas.tujuan {
                    tbody {
                        tr.kelompok { th scope="rowgroup" colspan=(span) { span.label { "Tujuan" } " " (tujuan.uraian) } }
                        @for it in of_tujuan(&tujuan.id) { (row(it)) }
                        @for sasaran in berkas.sasaran.iter().filter(|it| it.tujuan == tujuan.id) {
                            tr.kelompok.anak { th scope="rowgroup" colspan=(span) { span.label { "Sasaran" } " " (sasaran.uraian) } }
                            @for it in of_sasaran(&sasaran.id) { (row(it)) }
                        }
                    }
                }
            }
        }
    }
}

/// A target as people read it.
pub(crate) fn target_words(it: &NilaiTarget) -> String {
    match it {
        NilaiTarget::Angka(it) => angka::format(*it),
        NilaiTarget::Rentang(from, to) => format!("{}–{}", angka::format(*from), angka::format(*to)),
        NilaiTarget::Predikat(it) => it.clone(),
    }
}

/// The cascading from tujuan to subkegiatan: boxes that open, the same as an outline for whoever
/// hears it.
pub(crate) fn tree(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas(&context.berkas)?;
    let hasil = selaras_rules::measure(&berkas);
    let tree = Tree { context: &context, berkas: &berkas, hasil: &hasil };
    let state = format!(
        "{} tujuan, {} sasaran, {} indikator, {} baris program sampai subkegiatan.",
        berkas.tujuan.len(),
        berkas.sasaran.len(),
        berkas.indikator.len(),
        berkas.program_kegiatan.len()
    );
    let body = html! {
        @if berkas.tujuan.is_empty() {
            (widget::empty("Pohon kinerja tumbuh dari tujuan, dan belum ada tujuan.", Some((&context.link("tabel/tujuan"), "Isi tujuan"))))
        }
        ul.pohon { @for it in &berkas.tujuan { (tree.tujuan(it)) } }
    };
    let head = Head::new("Pohon kinerja", Phase::Plan).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

struct Tree<'a> {
    context: &'a Context,
    berkas: &'a Berkas,
    hasil: &'a Hasil,
}

impl Tree<'_> {
    fn tujuan(&self, it: &selaras_domain::Tujuan) -> Markup {
        let sasaran: Vec<_> = self.berkas.sasaran.iter().filter(|row| row.tujuan == it.id).collect();
        self.knot("Tujuan", &it.uraian, None, &Pokok::Tujuan(it.id.clone()), true, html! {
            @for it in &sasaran { (self.sasaran(it)) }
        })
    }

    fn sasaran(&self, it: &selaras_domain::Sasaran) -> Markup {
        let strategi = self.berkas.strategi.iter().filter(|row| row.sasaran == it.id);
        let mut programs: Vec<&BarisId> = Vec::new();
        for row in strategi.filter_map(|it| it.program.as_ref()) {
            if !programs.contains(&row) {
                programs.push(row);
            }
        }
        self.knot("Sasaran", &it.uraian, None, &Pokok::Sasaran(it.id.clone()), true, html! {
            @for id in programs { (self.baris(id, 0)) }
        })
    }

    /// A row of the budget's tree; a package has no cycles, and this would end in one anyway.
    fn baris(&self, id: &BarisId, depth: usize) -> Markup {
        let Some(it) = self.berkas.find_baris(id).filter(|_| depth < 6) else { return html! {} };
        let children: Vec<_> = self.berkas.children(id).collect();
        let label = match it.jenjang {
            selaras_domain::Jenjang::Program => "Program",
            selaras_domain::Jenjang::Kegiatan => "Kegiatan",
            selaras_domain::Jenjang::Subkegiatan => "Subkegiatan",
            _ => "Baris",
        };
        let owner = it.penanggung_jawab.as_deref();
        self.knot(label, &it.nama, owner, &Pokok::Baris(id.clone()), depth == 0, html! {
            @for child in children { (self.baris(&child.id, depth + 1)) }
        })
    }

    fn knot(
        &self,
        label: &str,
        name: &str,
        owner: Option<&str>,
        pokok: &Pokok,
        is_open: bool,
        children: Markup,
    ) -> Markup {
        let tahun = self.context.tahun().to_string();
        let measured: Vec<&Indikator> =
            self.berkas.indikator.iter().filter(|it| it.pokok == *pokok).collect();
        let has_children = !children.0.trim().is_empty();
        let inner = html! {
            div.kotak {
                span.label { (label) }
                p { (name) }
                @if let Some(owner) = owner { p.lembut { (owner) } }
                @for it in measured {
                    @let id = it.id.to_string();
                    @let capaian = find(self.hasil, &["indikator", &id, &tahun, "capaian"]);
                    div.ukuran {
                        p { (it.nama) }
                        p {
                            "Target " (widget::figure(self.context, find(self.hasil, &["indikator", &id, &tahun, "target"])))
                            " · capaian " (widget::figure(self.context, capaian)) " " (Light::of(capaian).tag())
                        }
                    }
                }
            }
        };
        html! {
            li {
                @if has_children {
                    details open[is_open] {
                        summary { (inner) }
                        ul { (children) }
                    }
                } @else { (inner) }
            }
        }
    }
}
