//! Pohon kinerja: the cascading from tujuan to subkegiatan, with whoever answers for each part and the
//! performance of others that it needs (crosscutting); as boxes that open from left to right (below each
//! other where a page is narrow), as a table, and as a file.

use maud::{Markup, html};
use selaras_domain::{Berkas, Crosscutting, Hasil, Id, Indikator, Jenjang, Mitra, Pokok};
use selaras_store::{BerkasKey, Dibutuhkan};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, part, with_query};
use crate::findings::Marks;
use crate::frame::{Head, Phase, page};
use crate::list::{Column, Listing};
use crate::permission::Permission;
use crate::status::Light;
use crate::widget::{self, count, find, reached, standing};

/// How far the tree is open, by what the address says.
const LEVELS: [(&str, &str); 4] = [
    ("sasaran", "Sasaran"),
    ("program", "Program"),
    ("kegiatan", "Kegiatan"),
    ("subkegiatan", "Subkegiatan"),
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

impl Knot<'_> {
    /// As an address names it.
    fn code(&self) -> String {
        let (table, id) = self.row();
        let kind = if table == "program_kegiatan" { "baris" } else { table };
        format!("{kind}/{id}")
    }

    /// The row that it is.
    fn row(&self) -> (&'static str, &str) {
        match &self.pokok {
            Pokok::Tujuan(id) => ("tujuan", id.as_str()),
            Pokok::Sasaran(id) => ("sasaran", id.as_str()),
            Pokok::Baris(id) => ("program_kegiatan", id.as_str()),
        }
    }
}

/// What of the tree one looks at: the whole, or a part with all below it, and the parts above that.
struct View<'k, 'b> {
    above: Vec<&'k Knot<'b>>,
    shown: &'k [Knot<'b>],
}

/// The part that the address names; the whole where it names none that there is.
fn zoomed<'k, 'b>(all: &'k [Knot<'b>], code: &str) -> View<'k, 'b> {
    let Some(at) = all.iter().position(|it| it.code() == code) else {
        return View { above: Vec::new(), shown: all };
    };
    let depth = all[at].depth;
    let n_below = all[at + 1..].iter().take_while(|it| it.depth > depth).count();
    let mut above: Vec<&Knot<'_>> = Vec::new();
    for it in all[..at].iter().rev() {
        if it.depth < above.last().map_or(depth, |last| last.depth) {
            above.push(it);
        }
    }
    above.reverse();
    View { above, shown: &all[at..=at + n_below] }
}

/// The tree and what stands in it.
struct Pohon<'a> {
    ask: &'a Ask<'a>,
    context: &'a Context,
    berkas: Berkas,
    hasil: Hasil,
    /// Short names of the offices of this year.
    offices: Vec<String>,
    marks: Marks,
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
            marks: Marks::load(ask, context)?,
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
                    @if !below.is_empty() { a.perbesar href=(self.zoom(&it.code())) { "Perbesar" span.tersembunyi { ": " (it.name) } } }
                    p { (it.name) ({ let (table, id) = it.row(); self.marks.row(table, id) }) }
                    @if let Some(owner) = it.owner { p.lembut { (owner) } }
                    @for row in self.indikator(&it.pokok) { (self.measured(row)) }
                    (self.needed(&it.pokok))
                }
                @if !below.is_empty() {
                    details open[it.depth < open_to] {
                        summary.lembut { (below.len()) span.kata { " turunan" } span.tersembunyi { " dari " (it.name) } }
                        ul { @for it in below { (it) } }
                    }
                }
            }
        };
        (n_below + 1, markup)
    }

    /// The address of the tree from a part on; of the whole where it is empty.
    fn zoom(&self, code: &str) -> String {
        widget::with_changes(&self.context.plain("pohon"), &self.ask.query, &[("akar", code)])
    }

    /// The boxes of what one looks at, under the way back to the whole.
    fn drawing(&self, open_to: usize) -> Markup {
        let knots = knots(&self.berkas);
        let View { above, shown } = zoomed(&knots, self.ask.query.get("akar"));
        let from = shown.first().map_or(0, |it| it.depth);
        let mut left = shown;
        let mut all = Vec::new();
        while !left.is_empty() {
            let (n, markup) = self.boxes(left, open_to.max(from + 1));
            all.push(markup);
            left = &left[n..];
        }
        html! {
            @if shown.len() < knots.len() {
                nav.jalur aria-label="Bagian pohon" {
                    a href=(self.zoom("")) { "Seluruh pohon" }
                    @for it in &above { " › " a href=(self.zoom(&it.code())) { (it.label) ": " (widget::short(it.name, 60)) } }
                }
            }
            div.kanvas tabindex="0" role="region" aria-label="Pohon kinerja" { ul.pohon { @for it in all { (it) } } }
        }
    }

    fn measured(&self, it: &Indikator) -> Markup {
        let id = it.id.as_str();
        let target = find(&self.hasil, &["indikator", id, &self.tahun, "target"]);
        let capaian = reached(self.context, &self.hasil, id, "capaian");
        let standing = standing(self.context, &self.hasil, id);
        html! {
            div.ukuran {
                p { (it.nama) (self.marks.indikator(id)) }
                p {
                    "Target " (widget::figure(self.context, target))
                    " · capaian " (widget::figure(self.context, capaian)) " " (Light::of(standing).tag())
                }
                @if let Some(owner) = &it.penanggung_jawab { p.lembut { (owner) } }
            }
        }
    }

    /// The same as rows: each indikator of a part is one, and each need of others.
    fn rows(&self) -> Vec<Row<'_>> {
        let mut rows = Vec::new();
        for knot in knots(&self.berkas) {
            let row = Row {
                depth: knot.depth,
                label: knot.label,
                name: knot.name,
                owner: knot.owner.unwrap_or_default(),
                indikator: None,
                need: None,
            };
            let before = rows.len();
            for it in self.indikator(&knot.pokok) {
                let owner = it.penanggung_jawab.as_deref().unwrap_or(row.owner);
                rows.push(Row { indikator: Some(it), owner, ..row });
            }
            let needs = self.needs(&knot.pokok);
            rows.extend(needs.map(|it| Row { need: Some(it), ..row }));
            if rows.len() == before {
                rows.push(row);
            }
        }
        rows
    }

    fn listing(&self) -> Listing<'_, Row<'_>> {
        let target = |it: &Row<'_>| {
            find(&self.hasil, &["indikator", it.indikator?.id.as_str(), &self.tahun, "target"])
        };
        let capaian =
            |it: &Row<'_>| reached(self.context, &self.hasil, it.indikator?.id.as_str(), "capaian");
        let columns = vec![
            Column::text("tingkat", "Tingkat", |it: &Row<'_>| it.label).choice(),
            Column::text("uraian", "Uraian", |it: &Row<'_>| it.name)
                .shown(|it| html! { span.{ "j" (it.depth.min(8)) } { (it.name) } }),
            Column::text("pengampu", "Pengampu", |it: &Row<'_>| it.owner).choice(),
            Column::text("indikator", "Indikator", |it: &Row<'_>| {
                it.indikator.map_or("", |it| &it.nama)
            }),
            Column::text("satuan", "Satuan", |it: &Row<'_>| {
                it.indikator.map_or("", |it| &it.satuan)
            }),
            Column::figure(self.context, "target", "Target", target),
            Column::figure(self.context, "capaian", "Capaian (%)", capaian),
            Column::text("kebutuhan", "Kebutuhan lintas", |it: &Row<'_>| {
                it.need.map_or("", |it| &it.dukungan)
            }),
            Column::made("mitra", "Mitra", |it: &Row<'_>| {
                it.need.map_or_else(String::new, |it| self.partner(it))
            })
            .choice(),
        ];
        let name = format!("pohon-kinerja-{}-{}", self.context.perangkat(), self.tahun);
        Listing::of(self.ask, (self.context.plain("pohon"), name), columns, self.rows())
    }
}

/// A row of the tree as a table.
#[derive(Clone, Copy)]
struct Row<'a> {
    depth: usize,
    label: &'static str,
    name: &'a str,
    owner: &'a str,
    indikator: Option<&'a Indikator>,
    need: Option<&'a Crosscutting>,
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
    let listing = pohon.listing();
    if let Some(file) = listing.file()? {
        return Ok(file);
    }
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
        count(berkas.tujuan.len()),
        count(berkas.sasaran.len()),
        count(berkas.indikator.len()),
        count(berkas.program_kegiatan.len()),
        count(berkas.crosscutting.len())
    );
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
                    a href=(widget::with_changes(&context.plain("pohon"), &ask.query, &[("sampai", code)])) aria-current=[(index + 1 == open_to).then_some("true")] { (words) }
                }
                " · "
                a href=(listing.file_address("xlsx")) { "Unduh XLSX" }
                " · " a href=(listing.file_address("csv")) { "CSV" } " · "
            }
            @if ask.may(Permission::EditFacts, Some(context.perangkat())) {
                a href=(context.link("tabel/crosscutting")) { "Ubah kebutuhan lintas" }
            }
        }
        @if berkas.tujuan.is_empty() {
            (widget::empty("Pohon kinerja tumbuh dari tujuan, dan belum ada tujuan.", Some((&context.link("tabel/tujuan"), "Isi tujuan"))))
        } @else if is_table {
            (listing.render())
        } @else {
            (pohon.drawing(open_to))
        }
        (needed_by_others(&others))
    };
    let head = Head::new("Pohon kinerja", Phase::Plan).state(state);
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

#[cfg(test)]
mod tests {
    use super::{Knot, zoomed};
    use selaras_domain::{BarisId, Id, Pokok};

    fn knot(depth: usize, id: &str) -> Knot<'_> {
        let pokok = Pokok::Baris(BarisId::new(id).expect("an id"));
        Knot { depth, label: "Baris", name: id, owner: None, pokok }
    }

    #[test]
    fn a_part_of_the_tree_is_shown_with_all_below_it_and_the_way_above() {
        let all =
            [knot(0, "a"), knot(1, "b"), knot(2, "c"), knot(2, "d"), knot(1, "e"), knot(2, "f")];
        let names = |view: &super::View<'_, '_>| {
            let above: Vec<_> = view.above.iter().map(|it| it.name).collect();
            let shown: Vec<_> = view.shown.iter().map(|it| it.name).collect();
            (above.join(" "), shown.join(" "))
        };
        assert_eq!(names(&zoomed(&all, "baris/b")), ("a".to_owned(), "b c d".to_owned()));
        assert_eq!(names(&zoomed(&all, "baris/f")), ("a e".to_owned(), "f".to_owned()));
        assert_eq!(names(&zoomed(&all, "tidak/ada")), (String::new(), "a b c d e f".to_owned()));
    }
}
