//! Rencanakan: the Renstra as the matrix that people know.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};
use selaras_domain::{
    Berkas, Code, DokumenSumber, Id, Indikator, JenisDokumen, JenisTarget, NilaiTarget, Periode,
    Pokok, Tahun, Target, angka,
};

use selaras_store::Part;

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, with_query};
use crate::frame::{Head, Phase, page};
use crate::permission::Permission;
use crate::sheet::{self, CellKey, Kept, Refused, TARGET};
use crate::widget::{self, form_token};

const PLAN_TABLES: &[&str] =
    &["dokumen", "visi", "misi", "tujuan", "sasaran", "strategi", "indikator", "target"];

/// The Renstra as people know it, and the targets that are entered in it.
struct Matrix<'a> {
    ask: &'a Ask<'a>,
    context: &'a Context,
    berkas: Berkas,
    kept: Kept,
    refused: Refused,
}

impl<'a> Matrix<'a> {
    fn load(ask: &'a Ask<'a>, context: &'a Context) -> Result<Matrix<'a>, Fault> {
        let berkas = ask.store().berkas_part(&context.berkas, &Part::of(PLAN_TABLES))?;
        let kept = Kept::of_plan(&berkas);
        Ok(Matrix { ask, context, berkas, kept, refused: Refused::default() })
    }

    /// The versions of the plan, and the one that the address asks for: the last where it asks for
    /// none.
    fn plans(&self) -> (Vec<&DokumenSumber>, Option<&DokumenSumber>) {
        let all = self.berkas.dokumen.iter();
        let plans: Vec<_> = all.filter(|it| it.jenis == JenisDokumen::Renstra).collect();
        let chosen =
            self.ask.query.given("dokumen").unwrap_or_else(|| self.ask.form.get("dokumen"));
        let found = plans.iter().find(|it| it.id.as_str() == chosen).or(plans.last()).copied();
        (plans, found)
    }

    fn address(&self, plan: &DokumenSumber) -> String {
        with_query(&self.context.link("renstra"), "dokumen", plan.id.as_str())
    }

    fn page(&self) -> Markup {
        let (plans, plan) = self.plans();
        let may_edit = self.ask.may(Permission::EditFacts, Some(self.context.perangkat()));
        let body = html! {
            @if plans.len() > 1 {
                nav.bagian aria-label="Versi Renstra" {
                    @for it in &plans {
                        a href=(self.address(it)) aria-current=[plan.filter(|plan| plan.id == it.id).map(|_| "true")] { (it.judul) }
                    }
                }
            }
            @match plan {
                None => (widget::empty("Renstra belum dicatat sebagai dokumen.", Some((&self.context.link("tabel/dokumen"), "Buka tabel dokumen")))),
                Some(plan) => {
                    @let other = plans.iter().rev().find(|it| it.id != plan.id).copied();
                    (self.table(plan, other, may_edit))
                    @if let Some(other) = other { (self.differences(plan, other)) }
                }
            }
            @if may_edit {
                p.bawah {
                    @for (table, words) in [("tujuan", "Ubah tujuan"), ("sasaran", "Ubah sasaran"), ("indikator", "Ubah indikator"), ("target", "Ubah target satu per satu")] {
                        a.tombol href=(self.context.link(&format!("tabel/{table}"))) { (words) }
                    }
                }
            }
        };
        let (n_tujuan, n_sasaran) = (self.berkas.tujuan.len(), self.berkas.sasaran.len());
        let state = match plan {
            Some(plan) => format!("{}: {n_tujuan} tujuan, {n_sasaran} sasaran.", plan.judul),
            None => format!("{n_tujuan} tujuan, {n_sasaran} sasaran."),
        };
        let head = Head::new("Renstra", Phase::Plan).state(state);
        page(self.ask, Some(self.context), &head, body)
    }

    fn table(&self, plan: &DokumenSumber, other: Option<&DokumenSumber>, may_edit: bool) -> Markup {
        let of_plan = |it: &&Target| it.dokumen == plan.id && it.periode == Periode::Tahun;
        let rows = self.berkas.target.iter().filter(of_plan);
        let mut years: BTreeSet<Tahun> =
            rows.filter(|it| it.jenis == JenisTarget::Target).map(|it| it.tahun).collect();
        if let (Some(from), Some(to)) = (plan.tahun, plan.sampai) {
            // The first year of a plan is the state before it where no target is stated for it.
            years.extend((from.get() + 1..=to.get()).filter_map(Tahun::new));
        }
        let span = 3 + years.len();
        let row = |it: &Indikator| self.row(it, plan, other, &years, may_edit);
        let measuring =
            |pokok: Pokok| self.berkas.indikator.iter().filter(move |it| it.pokok == pokok);
        let problems = self.refused.list();
        html! {
            form method="post" action=(self.address(plan)) data-kisi[may_edit] {
                (form_token(self.ask))
                input type="hidden" name="dokumen" value=(plan.id);
                (widget::errors(&problems))
                div.gulung {
                    table.kisi.lipat {
                        thead { tr {
                            th scope="col" { "Tujuan, sasaran, indikator" } th scope="col" { "Satuan" } th.angka scope="col" { "Kondisi awal" }
                            @for it in &years { th.angka.(if *it == self.context.tahun() { "kini" } else { "" }) scope="col" { (it) } }
                        } }
                        @for tujuan in &self.berkas.tujuan {
                            tbody {
                                tr.kelompok { th scope="rowgroup" colspan=(span) { span.label { "Tujuan" } " " (tujuan.uraian) } }
                                @for it in measuring(Pokok::Tujuan(tujuan.id.clone())) { (row(it)) }
                                @for sasaran in self.berkas.sasaran.iter().filter(|it| it.tujuan == tujuan.id) {
                                    tr.kelompok.sub { th scope="rowgroup" colspan=(span) { span.label { "Sasaran" } " " (sasaran.uraian) } }
                                    @for it in measuring(Pokok::Sasaran(sasaran.id.clone())) { (row(it)) }
                                }
                            }
                        }
                    }
                }
                @if may_edit {
                    p.bawah { button.utama { "Simpan target" } span.lembut role="status" data-kabar {} }
                }
            }
        }
    }

    /// Every target of the year that two versions of the plan state differently.
    fn differences(&self, plan: &DokumenSumber, other: &DokumenSumber) -> Markup {
        let stated = |dokumen: &DokumenSumber| -> BTreeMap<(&str, &str, Tahun), String> {
            let rows = self.berkas.target.iter();
            let of_plan =
                rows.filter(|it| it.dokumen == dokumen.id && it.periode == Periode::Tahun);
            let words =
                |it: &Target| it.nilai.as_ref().map_or_else(|| "NA".to_owned(), target_words);
            of_plan
                .map(|it| ((it.indikator.as_str(), it.jenis.code(), it.tahun), words(it)))
                .collect()
        };
        let (own, theirs) = (stated(plan), stated(other));
        let keys: BTreeSet<_> = own.keys().chain(theirs.keys()).collect();
        let rows: Vec<_> = keys.into_iter().filter(|key| own.get(key) != theirs.get(key)).collect();
        let name = |id: &str| {
            let mut all = self.berkas.indikator.iter();
            all.find(|it| it.id.as_str() == id).map_or_else(|| id.to_owned(), |it| it.nama.clone())
        };
        let period = |jenis: &str, tahun: Tahun| match jenis == JenisTarget::KondisiAwal.code() {
            true => format!("Kondisi awal {tahun}"),
            false => tahun.to_string(),
        };
        let cell = |found: Option<&String>| {
            html! {
                @match found { Some(it) => (it), None => span.kosong { "tidak ada" } }
            }
        };
        html! {
            section aria-labelledby="perbedaan" {
                h2 #perbedaan { "Perbedaan dengan " (other.judul) }
                @if rows.is_empty() { p.lembut { "Semua target sama." } }
                @else {
                    table.lipat {
                        thead { tr {
                            th scope="col" { "Indikator" } th scope="col" { "Tahun" }
                            th.angka scope="col" { (other.judul) } th.angka scope="col" { (plan.judul) }
                        } }
                        tbody { @for key in &rows { @let (id, jenis, tahun) = **key; tr {
                            th scope="row" { (name(id)) }
                            td data-judul="Tahun" { (period(jenis, tahun)) }
                            td.angka data-judul=(other.judul) { (cell(theirs.get(*key))) }
                            td.angka data-judul=(plan.judul) { (cell(own.get(*key))) }
                        } } }
                    }
                }
            }
        }
    }

    fn row(
        &self,
        it: &Indikator,
        plan: &DokumenSumber,
        other: Option<&DokumenSumber>,
        years: &BTreeSet<Tahun>,
        may_edit: bool,
    ) -> Markup {
        let stated = |dokumen: &DokumenSumber, jenis: JenisTarget, tahun: Option<Tahun>| {
            self.berkas.target.iter().find(|row| {
                row.dokumen == dokumen.id
                    && row.periode == Periode::Tahun
                    && row.indikator == it.id
                    && row.jenis == jenis
                    && tahun.is_none_or(|year| row.tahun == year)
            })
        };
        let words = |row: &Target| row.nilai.as_ref().map_or_else(|| "NA".to_owned(), target_words);
        let first = stated(plan, JenisTarget::KondisiAwal, None);
        html! {
            tr {
                th.menjorok scope="row" { (it.nama) }
                td.lembut data-judul="Satuan" { (it.satuan) }
                td.angka data-judul="Kondisi awal" { @match first { Some(row) => (words(row)), None => span.kosong { "–" } } }
                @for tahun in years {
                    @let class = if *tahun == self.context.tahun() { "kini" } else { "" };
                    @let found = stated(plan, JenisTarget::Target, Some(*tahun));
                    @let is_number = found.is_none_or(|row| matches!(row.nilai, None | Some(NilaiTarget::Angka(_)))) && it.skala_nilai.is_none();
                    @if may_edit && is_number {
                        @let parts = [it.id.as_str(), plan.id.as_str(), &tahun.to_string(), "tahun", "target"];
                        (sheet::cell(&self.kept, &self.refused, &CellKey::new(&TARGET, &parts), true, (class, &format!("Target {} tahun {tahun}", it.nama), &tahun.to_string())))
                    } @else {
                        @let before = other.and_then(|it| stated(it, JenisTarget::Target, Some(*tahun))).map(words);
                        @let now = found.map(words);
                        td.angka.(class) data-judul=(tahun) {
                            @if let (Some(before), Some(now)) = (&before, &now) && before != now { del { (before) } " → " }
                            @match now { Some(now) => (now), None => span.kosong { "–" } }
                        }
                    }
                }
            }
        }
    }
}

pub(crate) fn matrix(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    Ok(Reply::page(Matrix::load(ask, &context)?.page()))
}

/// Keeps the targets that were changed in the matrix.
pub(crate) fn save(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let mut matrix = Matrix::load(ask, &context)?;
    let (_, plan) = matrix.plans();
    let plan = plan.ok_or_else(|| Fault::NotFound("Renstra belum dicatat.".to_owned()))?;
    let here = matrix.address(plan);
    let saved = sheet::save(ask, &context, &here, |key| {
        let is_of_plan = key.kind == &TARGET
            && key.part("dokumen") == plan.id.as_str()
            && key.part("jenis") == JenisTarget::Target.code();
        let mut all = matrix.berkas.indikator.iter();
        let it = all.find(|it| it.id.as_str() == key.part("indikator")).filter(|_| is_of_plan)?;
        Some(sheet::style_of(&it.satuan))
    })?;
    sheet::answer(
        ask,
        &here,
        saved,
        |refused| {
            matrix.refused = refused;
            Ok(matrix.page())
        },
        |_| Ok((Matrix::load(ask, &context)?.kept, sheet::Derived::new())),
    )
}

/// A target as people read it.
pub(crate) fn target_words(it: &NilaiTarget) -> String {
    match it {
        NilaiTarget::Angka(it) => angka::format(*it),
        NilaiTarget::Rentang(from, to) => {
            format!("{}–{}", angka::format(*from), angka::format(*to))
        }
        NilaiTarget::Predikat(it) => it.clone(),
    }
}
