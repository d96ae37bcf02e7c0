//! Pohon kinerja: the cascading from tujuan to subkegiatan, with whoever answers for each part and the
//! performance of others that it needs (crosscutting); as boxes that open, as a table, and as a file.

use maud::{Markup, html};
use selaras_domain::{Berkas, Crosscutting, Hasil, Id, Indikator, Jenjang, Mitra, Pokok};
use selaras_store::{BerkasKey, Dibutuhkan};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, part, with_query};
use crate::export::{self, Cell, List};
use crate::frame::{Head, Phase, page};
use crate::permission::Permission;
use crate::status::Light;
use crate::widget::{self, find};

/// How far the tree is open, by what the address says.
const LEVELS: [(&str, &str); 4] = [
    ("sasaran", "Sasaran"),
    ("program", "Program"),
    ("kegiatan", "Kegiatan"),
    ("subkegiatan", "Subkegiatan"),
];

const HEADS: [&str; 9] = [
    "Tingkat",
    "Uraian",
    "Pengampu",
    "Indikator",
    "Satuan",
    "Target",
    "Capaian (%)",
    "Kebutuhan lintas",
    "Mitra",
];

/// A part of the tree.
struct Knot<'a> {
    /// 0 for a tujuan.
    depth: usize,
    label: &'static str,
    name: &'a str,
    owner: Option<&'a str>,
    pokok: Pokok,
}

/// All parts, each before those below it.
fn knots(berkas: &Berkas) -> Vec<Knot<'_>> {
    let mut all = Vec::new();
    for tujuan in &berkas.tujuan {
        let pokok = Pokok::Tujuan(tujuan.id.clone());
        all.push(Knot { depth: 0, label: "Tujuan", name: &tujuan.uraian, owner: None, pokok });
        for sasaran in berkas.sasaran.iter().filter(|it| it.tujuan == tujuan.id) {
            let pokok = Pokok::Sasaran(sasaran.id.clone());
            let name = &sasaran.uraian;
            all.push(Knot { depth: 1, label: "Sasaran", name, owner: None, pokok });
            let strategi = berkas.strategi.iter().filter(|it| it.sasaran == sasaran.id);
            let mut programs: Vec<_> = strategi.filter_map(|it| it.program.as_ref()).collect();
            let mut seen = std::collections::BTreeSet::new();
            programs.retain(|it| seen.insert(*it));
            for id in programs {
                push_row(berkas, id, 2, &mut all);
            }
        }
    }
    all
}

/// A row of the budget's tree with those below it; facts have no cycles, and this would end in one
/// anyway.
fn push_row<'a>(
    berkas: &'a Berkas,
    id: &selaras_domain::BarisId,
    depth: usize,
    all: &mut Vec<Knot<'a>>,
) {
    let Some(it) = berkas.find_baris(id).filter(|_| depth < 8) else { return };
    let label = match it.jenjang {
        Jenjang::Program => "Program",
        Jenjang::Kegiatan => "Kegiatan",
        Jenjang::Subkegiatan => "Subkegiatan",
        _ => "Baris",
    };
    let owner = it.penanggung_jawab.as_deref();
    all.push(Knot { depth, label, name: &it.nama, owner, pokok: Pokok::Baris(id.clone()) });
    for child in berkas.children(id) {
        push_row(berkas, &child.id, depth + 1, all);
    }
}

/// The tree and what stands in it.
struct Pohon<'a> {
    ask: &'a Ask<'a>,
    context: &'a Context,
    berkas: Berkas,
    hasil: Hasil,
    /// Short names of the offices of this year.
    offices: Vec<String>,
    tahun: String,
}

impl<'a> Pohon<'a> {
    fn load(ask: &'a Ask<'a>, context: &'a Context) -> Result<Pohon<'a>, Fault> {
        let berkas = ask.store().berkas(&context.berkas)?;
        let hasil = selaras_rules::measure_without_trails(&berkas);
        let offices = ask.store().perangkat(context.berkas.pemda)?;
        let offices = offices.into_iter().filter(|it| it.exists_in(context.tahun()));
        Ok(Pohon {
            ask,
            context,
            hasil,
            berkas,
            offices: offices.map(|it| it.singkatan).collect(),
            tahun: context.tahun().to_string(),
        })
    }

    fn indikator(&self, pokok: &Pokok) -> impl Iterator<Item = &Indikator> {
        self.berkas.indikator.iter().filter(move |it| it.pokok == *pokok)
    }

    fn needs(&self, pokok: &Pokok) -> impl Iterator<Item = &Crosscutting> {
        self.berkas.crosscutting.iter().filter(move |it| it.pokok == *pokok)
    }

    /// Who gives what is needed, in words.
    fn partner(&self, it: &Crosscutting) -> String {
        match &it.mitra {
            None => "mitra belum ditetapkan".to_owned(),
            Some(Mitra::PerangkatDaerah(nama)) => nama.clone(),
            Some(Mitra::UnitKerja(id)) => {
                let mut all = self.berkas.unit_kerja.iter();
                all.find(|it| it.id == *id).map_or_else(|| id.to_string(), |it| it.nama.clone())
            }
        }
    }

    fn partner_link(&self, it: &Crosscutting) -> Markup {
        let words = self.partner(it);
        let Some(Mitra::PerangkatDaerah(nama)) = &it.mitra else {
            return html! { @if it.mitra.is_none() { span.kurang { (words) } } @else { (words) } };
        };
        if !self.offices.contains(nama) {
            return html! { (words) " " span.kurang { "tidak ada dalam daftar perangkat daerah tahun ini" } };
        }
        let key = BerkasKey { perangkat: nama.clone(), tahun: self.context.tahun() };
        let is_there = self.ask.may(Permission::ReadOffice, Some(nama))
            && self.ask.store().find_in(self.context.berkas.pemda, &key).is_ok();
        match is_there {
            true => {
                html! { a href=(format!("/pd/{}/{}/pohon", part(nama), self.tahun)) { (words) } }
            }
            false => html! { (words) },
        }
    }

    fn needed(&self, pokok: &Pokok) -> Markup {
        html! {
            @for it in self.needs(pokok) {
                p.lintas { span.label { "Lintas" } " " (it.dukungan) " · " (self.partner_link(it)) }
            }
        }
    }

    /// The first of `knots` and all below it; gives how many these are.
    fn boxes(&self, knots: &[Knot<'_>], open_to: usize) -> (usize, Markup) {
        let Some((it, rest)) = knots.split_first() else { return (0, html! {}) };
        let n_below = rest.iter().take_while(|below| below.depth > it.depth).count();
        let mut below = Vec::new();
        let mut left = &rest[..n_below];
        while !left.is_empty() {
            let (n, markup) = self.boxes(left, open_to);
            below.push(markup);
            left = &left[n..];
        }
        let markup = html! {
            li {
                div.kotak {
                    span.label { (it.label) }
                    p { (it.name) }
                    @if let Some(owner) = it.owner { p.lembut { (owner) } }
                    @for row in self.indikator(&it.pokok) { (self.measured(row)) }
                    (self.needed(&it.pokok))
                }
                @if !below.is_empty() {
                    details open[it.depth < open_to] {
                        summary.lembut { "Turunannya" }
                        ul { @for it in below { (it) } }
                    }
                }
            }
        };
        (n_below + 1, markup)
    }

    fn measured(&self, it: &Indikator) -> Markup {
        let id = it.id.as_str();
        let figure = |what| find(&self.hasil, &["indikator", id, &self.tahun, what]);
        let capaian = figure("capaian");
        html! {
            div.ukuran {
                p { (it.nama) }
                p {
                    "Target " (widget::figure(self.context, figure("target")))
                    " · capaian " (widget::figure(self.context, capaian)) " " (Light::of(capaian).tag())
                }
                @if let Some(owner) = &it.penanggung_jawab { p.lembut { (owner) } }
            }
        }
    }

    /// The same as rows: each indikator of a part is one, and each need of others.
    fn rows(&self) -> Vec<Vec<Cell>> {
        let text = |it: &str| Cell::Text(it.to_owned());
        let mut rows = Vec::new();
        for knot in knots(&self.berkas) {
            let owner = knot.owner.unwrap_or_default();
            let head = [text(knot.label), text(knot.name)];
            let before = rows.len();
            for it in self.indikator(&knot.pokok) {
                let number = |what| {
                    let found =
                        find(&self.hasil, &["indikator", it.id.as_str(), &self.tahun, what]);
                    let words = found.and_then(|it| it.teks.clone());
                    match found.and_then(|it| it.value) {
                        Some(value) => Cell::Number(value.to_string()),
                        None => Cell::Text(words.unwrap_or_default()),
                    }
                };
                let owner = it.penanggung_jawab.as_deref().unwrap_or(owner);
                rows.push(
                    head.iter()
                        .cloned()
                        .chain([text(owner), text(&it.nama), text(&it.satuan)])
                        .chain([number("target"), number("capaian"), text(""), text("")])
                        .collect(),
                );
            }
            for it in self.needs(&knot.pokok) {
                let blank = [text(""), text(""), text(""), text("")];
                let need = [text(&it.dukungan), text(&self.partner(it))];
                rows.push(
                    head.iter().cloned().chain([text(owner)]).chain(blank).chain(need).collect(),
                );
            }
            if rows.len() == before {
                let blank = std::iter::repeat_with(|| text("")).take(HEADS.len() - 3);
                rows.push(head.into_iter().chain([text(owner)]).chain(blank).collect());
            }
        }
        rows
    }

    fn list(&self) -> List {
        List {
            name: format!("pohon-kinerja-{}-{}", self.context.perangkat(), self.tahun),
            heads: HEADS.map(str::to_owned).to_vec(),
            rows: self.rows(),
        }
    }
}

/// What the other offices count on.
fn needed_by_others(all: &[Dibutuhkan]) -> Markup {
    html! {
        @if !all.is_empty() {
            h2 { "Dibutuhkan perangkat daerah lain" }
            ul.perubahan {
                @for it in all {
                    li { strong { (it.oleh) } " membutuhkan " (it.dukungan) " untuk «" (it.pokok) "»." }
                }
            }
        }
    }
}

pub(crate) fn pohon(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let pohon = Pohon::load(ask, &context)?;
    let berkas = &pohon.berkas;
    let others =
        ask.store().dibutuhkan(context.berkas.pemda, context.tahun(), context.perangkat())?;
    let here = context.link("pohon");
    let is_table = ask.query.get("tampil") == "tabel";
    let chosen = ask.query.get("sampai");
    let open_to = LEVELS.iter().position(|it| it.0 == chosen).unwrap_or(1) + 1;
    let state = format!(
        "{} tujuan, {} sasaran, {} indikator, {} baris program sampai subkegiatan; {} kebutuhan lintas \
         perangkat daerah dan unit.",
        berkas.tujuan.len(),
        berkas.sasaran.len(),
        berkas.indikator.len(),
        berkas.program_kegiatan.len(),
        berkas.crosscutting.len()
    );
    let download = context.link("pohon/unduh");
    let body = html! {
        nav.bagian aria-label="Tampilan pohon kinerja" {
            a href=(here) aria-current=[(!is_table).then_some("true")] { "Pohon" }
            a href=(with_query(&here, "tampil", "tabel")) aria-current=[is_table.then_some("true")] { "Tabel" }
        }
        p.alat {
            @if !is_table {
                "Terbuka sampai "
                @for (index, (code, words)) in LEVELS.iter().enumerate() {
                    @if index > 0 { " · " }
                    a href=(with_query(&here, "sampai", code)) aria-current=[(index + 1 == open_to).then_some("true")] { (words) }
                }
                " · "
            }
            a href=(with_query(&download, "format", "xlsx")) { "Unduh XLSX" }
            " · " a href=(with_query(&download, "format", "csv")) { "CSV" }
            @if ask.may(Permission::EditFacts, Some(context.perangkat())) {
                " · " a href=(context.link("tabel/crosscutting")) { "Ubah kebutuhan lintas" }
            }
        }
        @if berkas.tujuan.is_empty() {
            (widget::empty("Pohon kinerja tumbuh dari tujuan, dan belum ada tujuan.", Some((&context.link("tabel/tujuan"), "Isi tujuan"))))
        } @else if is_table {
            div.gulung tabindex="0" role="region" aria-label="Pohon kinerja sebagai tabel" { table {
                thead { tr { @for it in HEADS { th.(if is_number(it) { "angka" } else { "" }) scope="col" { (it) } } } }
                tbody { @for row in pohon.rows() { tr {
                    @for (cell, head) in row.iter().zip(HEADS) {
                        td.(if is_number(head) { "angka" } else { "" }) { (cell.shown()) }
                    }
                } } }
            } }
        } @else {
            ul.pohon { (all_boxes(&pohon, open_to)) }
        }
        (needed_by_others(&others))
    };
    let head = Head::new("Pohon kinerja", Phase::Plan).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

fn is_number(head: &str) -> bool {
    matches!(head, "Target" | "Capaian (%)")
}

fn all_boxes(pohon: &Pohon<'_>, open_to: usize) -> Markup {
    let knots = knots(&pohon.berkas);
    let mut left = &knots[..];
    let mut all = Vec::new();
    while !left.is_empty() {
        let (n, markup) = pohon.boxes(left, open_to);
        all.push(markup);
        left = &left[n..];
    }
    html! { @for it in all { (it) } }
}

pub(crate) fn download(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    export::download(&Pohon::load(ask, &context)?.list(), ask.query.get("format"))
}
