//! Evaluasi: what others found, their recommendations, and what was done about each.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, html};
use rust_decimal::Decimal;
use selaras_domain::{Berkas, Id, Rekomendasi, TindakLanjutRekomendasi, angka, tanggal};

use selaras_store::{Part, RowKept, fact_tables};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, new_row};
use crate::findings::Marks;
use crate::frame::{Head, Phase, page};
use crate::list::{Column, Listing};
use crate::page::bukti::{self, OfRows};
use crate::permission::Permission;
use crate::status;
use crate::widget::{self, count};

/// The table of what was done about recommendations.
const STEPS: &str = "tindak_lanjut_rekomendasi";

const TABLES: &[&str] = &["dokumen", "evaluasi", "komponen_evaluasi", "rekomendasi", STEPS];

/// How far a recommendation is, by what is kept of its follow-up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keadaan {
    Belum,
    /// Something is done, but nothing says when, or nothing proves it.
    TanpaBukti,
    Selesai,
}

impl Keadaan {
    fn of(steps: &[&TindakLanjutRekomendasi], proofs: &OfRows) -> Keadaan {
        let has_proof = |it: &TindakLanjutRekomendasi| {
            it.bukti_dukung.is_some() || !proofs.of(&key(it)).is_empty()
        };
        let is_proved = |it: &&TindakLanjutRekomendasi| it.tanggal.is_some() && has_proof(it);
        match steps {
            [] => Keadaan::Belum,
            steps if steps.iter().all(is_proved) => Keadaan::Selesai,
            _ => Keadaan::TanpaBukti,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Keadaan::Belum => "Belum ditindaklanjuti",
            Keadaan::TanpaBukti => "Belum bertanggal atau berbukti",
            Keadaan::Selesai => "Ditindaklanjuti",
        }
    }

    fn tag(self) -> Markup {
        match self {
            Keadaan::Belum => status::tag("▲", "bad", self.words()),
            Keadaan::TanpaBukti => status::tag("◐", "near", self.words()),
            Keadaan::Selesai => status::tag("●", "good", self.words()),
        }
    }
}

/// What was done, as its proofs name it.
fn key(it: &TindakLanjutRekomendasi) -> String {
    format!("{}/{}", it.rekomendasi, it.nomor)
}

/// What stands beside the facts: what is found about them, what proves them, and where each row of the
/// follow-up is, by its key.
struct Beside {
    marks: Marks,
    proofs: OfRows,
    pages: BTreeMap<String, String>,
}

impl Beside {
    fn load(ask: &Ask<'_>, context: &Context) -> Result<Beside, Fault> {
        let table = fact_tables().find(|it| it.name == STEPS);
        let rows = ask.store().rows(&context.berkas, STEPS)?;
        let page = |it: RowKept| {
            let key = bukti::key_of(table?, &it.cells);
            Some((key, context.link(&format!("tabel/{STEPS}/{}", it.baris_ke))))
        };
        Ok(Beside {
            marks: Marks::load(ask, context)?,
            proofs: OfRows::load(ask, context, STEPS)?,
            pages: rows.into_iter().filter_map(page).collect(),
        })
    }
}

/// What was done about a recommendation until a day, or ever.
fn steps<'b>(
    berkas: &'b Berkas,
    it: &Rekomendasi,
    until: Option<Date>,
) -> Vec<&'b TindakLanjutRekomendasi> {
    let is_within = |day: Option<Date>| until.is_none_or(|until| day.is_some_and(|it| it <= until));
    let all = berkas.tindak_lanjut_rekomendasi.iter();
    all.filter(|row| row.rekomendasi == it.id && is_within(row.tanggal)).collect()
}

pub(crate) fn evaluasi(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(TABLES))?;
    let beside = Beside::load(ask, &context)?;
    let asked = recommendations(ask, &context, &berkas, &beside);
    if let Some(file) = asked.file()? {
        return Ok(file);
    }
    let body = html! {
        @if berkas.evaluasi.is_empty() { (widget::empty("Belum ada hasil evaluasi.", Some((&context.link("tabel/evaluasi"), "Isi hasil evaluasi")))) }
        (scores(&berkas, &beside.marks))
        @if !berkas.rekomendasi.is_empty() {
            h2 { "Rekomendasi dan tindak lanjut" @if let Some(day) = context.last_day() { " s.d. " (tanggal::format(day)) } }
            (asked.render())
        }
    };
    let n_of = |wanted: Keadaan| {
        let all = berkas.rekomendasi.iter();
        let state =
            |it: &Rekomendasi| Keadaan::of(&steps(&berkas, it, context.last_day()), &beside.proofs);
        all.filter(|it| state(it) == wanted).count()
    };
    let state = match (berkas.rekomendasi.len(), n_of(Keadaan::Belum), n_of(Keadaan::TanpaBukti)) {
        (0, ..) => "Belum ada rekomendasi.".to_owned(),
        (n, 0, 0) => format!("Semua {} rekomendasi sudah ditindaklanjuti.", count(n)),
        (n, open, bare) => format!(
            "{} dari {} rekomendasi belum ditindaklanjuti, {} belum bertanggal atau berbukti.",
            count(open),
            count(n),
            count(bare)
        ),
    };
    let head = Head::new("Evaluasi dan rekomendasi", Phase::Evaluate).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

/// What each evaluation gave, by its components.
fn scores(berkas: &Berkas, marks: &Marks) -> Markup {
    let number = |it: Option<Decimal>| it.map_or_else(|| "–".to_owned(), angka::format);
    html! {
        @for it in &berkas.evaluasi {
            article.kartu {
                h2 { (it.penilai) ", " (it.tahun) (marks.row("evaluasi", it.id.as_str())) }
                p {
                    "Nilai " strong { (number(it.nilai)) }
                    @if let Some(predikat) = &it.predikat { ", predikat " strong { (predikat) } }
                    @if let Some(arti) = &it.arti { " (" (arti) ")" } "."
                }
                @let parts: Vec<_> = berkas.komponen_evaluasi.iter().filter(|row| row.evaluasi == it.id).collect();
                @if !parts.is_empty() {
                    table.lipat {
                        thead { tr { th scope="col" { "Komponen" } th.angka scope="col" { "Bobot" } th.angka scope="col" { "Nilai" } } }
                        tbody { @for row in parts { tr {
                            th scope="row" { (row.nama) }
                            td.angka data-judul="Bobot" { (angka::format(row.bobot)) }
                            td.angka data-judul="Nilai" { (number(row.nilai)) }
                        } } }
                    }
                }
            }
        }
    }
}

fn recommendations<'a>(
    ask: &'a Ask<'a>,
    context: &'a Context,
    berkas: &'a Berkas,
    beside: &'a Beside,
) -> Listing<'a, &'a Rekomendasi> {
    let Beside { marks, proofs, pages } = beside;
    let may_edit = ask.may(Permission::EditFacts, Some(context.perangkat()));
    let until = context.last_day();
    let state = move |it: &Rekomendasi| Keadaan::of(&steps(berkas, it, until), proofs);
    let joined = move |it: &Rekomendasi, of: &dyn Fn(&TindakLanjutRekomendasi) -> String| {
        let all = steps(berkas, it, until).into_iter().map(of).filter(|it| !it.is_empty());
        all.collect::<Vec<_>>().join("; ")
    };
    let day = |it: &TindakLanjutRekomendasi| it.tanggal.map_or_else(String::new, tanggal::format);
    let proof = |it: &TindakLanjutRekomendasi| {
        let files = proofs.of(&key(it)).iter().map(|it| it.nama.clone());
        it.bukti_dukung.clone().into_iter().chain(files).collect::<Vec<_>>().join(", ")
    };
    let columns = vec![
        Column::made("evaluasi", "Evaluasi", move |it: &&Rekomendasi| {
            let found = berkas.evaluasi.iter().find(|row| row.id == it.evaluasi);
            found.map_or_else(String::new, |it| format!("{}, {}", it.penilai, it.tahun))
        })
        .choice(),
        Column::text("rekomendasi", "Rekomendasi", |it: &&Rekomendasi| &it.uraian)
            .shown(|it| html! { (it.uraian) (marks.row("rekomendasi", it.id.as_str())) }),
        Column::text("kelemahan", "Kelemahan", |it: &&Rekomendasi| &it.kelemahan),
        Column::made("tindak-lanjut", "Tindak lanjut", move |it: &&Rekomendasi| joined(it, &|it| it.uraian.clone()))
            .shown(move |it| {
                let steps = steps(berkas, it, until);
                let known = [("rekomendasi", &it.id.to_string()[..])];
                let new = new_row(context, "tindak_lanjut_rekomendasi", &known, &context.link("evaluasi"));
                html! {
                    @if steps.is_empty() { span.kosong { "–" } }
                    ul.polos { @for step in &steps { li {
                        (step.uraian)
                        @if let Some(day) = step.tanggal { span.lembut { " · " (tanggal::format(day)) } }
                        @if let Some(proof) = &step.bukti_dukung { span.lembut { " · bukti: " (proof) } }
                        @if !proofs.of(&key(step)).is_empty() { span.lembut { " · " } (proofs.links(context, &key(step))) }
                        @if let Some(page) = pages.get(&key(step)) { " " (proofs.counted(&key(step), page)) }
                    } } }
                    @if may_edit { a href=(new) { "Catat tindak lanjut" span.tersembunyi { " atas: " (it.uraian) } } }
                }
            }),
        Column::made("tanggal", "Tanggal", move |it: &&Rekomendasi| joined(it, &day)).in_file(),
        Column::made("bukti", "Bukti", move |it: &&Rekomendasi| joined(it, &proof)).in_file(),
        Column::text("keadaan", "Keadaan", move |it: &&Rekomendasi| state(it).words())
            .choice()
            .shown(move |it| state(it).tag()),
    ];
    let file = format!("rekomendasi-{}-{}", context.perangkat(), context.tahun());
    let rows = berkas.rekomendasi.iter().collect();
    Listing::of(ask, (context.plain("evaluasi"), file), columns, rows).grouped("evaluasi")
}
