//! The trails of the main figures, a row each, in groups by indikator and by row of the budget.

use selaras_domain::dokumen::{Block, Cell, Inline, Inlines, RowKind, TableSize, text};
use selaras_domain::{
    Code, Exact, Figure, Id, Indikator, JenisBelanja, JenisIndikator, Keadaan, Masukan, Pembulatan,
    RataRata, Tahun, angka,
};

use super::citation::Citations;
use super::rules::{mode, stage};
use crate::context::Context;
use crate::lampiran::remarks::sentence;
use crate::table::{TableBuilder, number, words};
use crate::words::{has_value, missing, shown};

/// An exact value of more letters tells a reader nothing.
const LONGEST_EXACT: usize = 20;

/// Figures of an indikator in the year of the report, with the words for each.
const OF_INDIKATOR: [(&str, &str); 8] = [
    ("target", "Target"),
    ("realisasi", "Realisasi"),
    ("capaian", "Capaian"),
    ("kemajuan", "Kemajuan terhadap target akhir Renstra"),
    ("penyerapan", "Penyerapan anggaran"),
    ("efisiensi", "Efisiensi"),
    ("selisih-realisasi", "Perubahan realisasi"),
    ("selisih-capaian", "Perubahan capaian"),
];

/// Figures of the year before that stand beside those of the year.
const OF_YEAR_BEFORE: [(&str, &str); 3] =
    [("target", "Target"), ("realisasi", "Realisasi"), ("capaian", "Capaian")];

/// Figures of a row of the budget.
const OF_ANGGARAN: [(&str, &str); 3] =
    [("pagu", "Pagu"), ("realisasi", "Realisasi"), ("persen", "Penyerapan")];

/// Indicators of tujuan and sasaran, then those of the programs.
pub(super) fn indikator(ctx: &Context<'_>, citations: &Citations<'_>) -> Option<Block> {
    let kinds = [JenisIndikator::Tujuan, JenisIndikator::Iku, JenisIndikator::Program];
    let mut trails =
        Trails::new(citations, "lampiran-jejak-indikator", "Jejak perhitungan indikator");
    for indikator in kinds.iter().flat_map(|it| ctx.berkas.indikator_of(*it)) {
        trails.group(group_title(indikator));
        for (tahun, what) in years(ctx) {
            for (key, title) in what {
                let figure = ctx.of_indikator(indikator.id.as_str(), tahun, key);
                // What is missing is told of the year, and once: a difference lacks what its terms
                // lack.
                let is_told = tahun == ctx.tahun() && !key.starts_with("selisih");
                if let Some(figure) = figure.filter(|it| is_told || has_value(it)) {
                    trails.push(&format!("{title} {tahun}"), figure);
                }
            }
        }
    }
    trails.finish()
}

fn years(ctx: &Context<'_>) -> Vec<(Tahun, &'static [(&'static str, &'static str)])> {
    let before = ctx.last_year().map(|it| (it, &OF_YEAR_BEFORE[..]));
    before.into_iter().chain([(ctx.tahun(), &OF_INDIKATOR[..])]).collect()
}

fn group_title(indikator: &Indikator) -> String {
    let kind = match indikator.jenis {
        JenisIndikator::Tujuan => "Indikator tujuan",
        JenisIndikator::Iku => "Indikator kinerja utama",
        JenisIndikator::Program => "Indikator program",
        JenisIndikator::Kegiatan => "Indikator kegiatan",
        JenisIndikator::Keluaran => "Indikator keluaran",
    };
    format!("{kind}: {}", indikator.nama)
}

/// The whole office, kinds of spending, programs, and the programs that serve an IKU.
pub(super) fn anggaran(ctx: &Context<'_>, citations: &Citations<'_>) -> Option<Block> {
    let office = &ctx.berkas.perangkat_daerah.singkatan;
    let total = ("total".to_owned(), format!("Seluruh anggaran {office}"));
    let belanja = JenisBelanja::ALL.iter().map(|(_, code)| {
        (
            format!("belanja-{}", code.replace('_', "-")),
            format!("Belanja {}", code.replace('_', " ")),
        )
    });
    let programs = ctx.programs().map(|it| (it.id.to_string(), it.nama.clone()));
    let prioritas = ("prioritas".to_owned(), "Program prioritas".to_owned());
    let mut trails =
        Trails::new(citations, "lampiran-jejak-anggaran", "Jejak perhitungan anggaran");
    for (key, title) in [total].into_iter().chain(belanja).chain(programs).chain([prioritas]) {
        let figures = OF_ANGGARAN
            .iter()
            .filter_map(|(what, title)| Some((*title, ctx.of_anggaran(&key, ctx.tahun(), what)?)));
        let figures: Vec<(&str, &Figure)> = figures.collect();
        if figures.is_empty() {
            continue;
        }
        trails.group(title);
        for (title, figure) in figures {
            trails.push(&format!("{title} {}", ctx.tahun()), figure);
        }
    }
    trails.finish()
}

/// The averages over subkegiatan and over the money.
pub(super) fn rata_rata(ctx: &Context<'_>, citations: &Citations<'_>) -> Option<Block> {
    let tahun = ctx.tahun().to_string();
    let declared = ctx.berkas.kebijakan.rata_rata;
    let mut trails =
        Trails::new(citations, "lampiran-jejak-rata-rata", "Jejak perhitungan rata-rata");
    let mut ways = RataRata::ALL.to_vec();
    ways.sort_by_key(|(way, _)| *way != declared);
    for (way, code) in ways {
        let rank = if way == declared { "cara yang ditetapkan" } else { "pembanding" };
        let title = format!("Rata-rata capaian kinerja {tahun}, {rank}");
        let figure = ctx.figure(&["rata-rata", "kinerja", &tahun, code]);
        if let Some(figure) = figure {
            trails.push(&title, figure);
        }
    }
    if let Some(figure) = ctx.figure(&["rata-rata", "anggaran", &tahun]) {
        trails.push(&format!("Rata-rata capaian anggaran {tahun}"), figure);
    }
    trails.finish()
}

/// A table of trails in the making.
struct Trails<'c> {
    table: TableBuilder,
    citations: &'c Citations<'c>,
}

impl<'c> Trails<'c> {
    fn new(citations: &'c Citations<'c>, label: &str, judul: &str) -> Trails<'c> {
        let table = TableBuilder::new(label, judul)
            .columns(&[words(4), number(), words(16)])
            .head_row(["Angka", "Hasil", "Jejak"])
            .size(TableSize::Small);
        Trails { table, citations }
    }

    fn group(&mut self, title: impl Into<String>) {
        let cell = Cell::text(title).spanning(3, 1);
        self.table.push(RowKind::Group, vec![cell]);
    }

    fn push(&mut self, title: &str, figure: &Figure) {
        let title = match figure.label.split_once(" menurut ") {
            Some((_, dokumen)) => format!("{title}, menurut {}", self.citations.shorten(dokumen)),
            None => title.to_owned(),
        };
        let cells =
            vec![Cell::text(title), Cell::new(result(figure)), trail(figure, self.citations)];
        self.table.push(RowKind::Body, cells);
    }

    fn finish(self) -> Option<Block> {
        (!self.table.is_empty()).then(|| self.table.finish())
    }
}

/// The figure with its unit and its predikat, or why there is none.
fn result(figure: &Figure) -> Inlines {
    if !has_value(figure) {
        return text(missing(Some(figure)));
    }
    let text = shown(Some(figure));
    let mut result = vec![Inline::Strong(vec![Inline::Figure { text, id: figure.id.to_string() }])];
    if let Some(predikat) = &figure.predikat {
        result.extend([Inline::LineBreak, Inline::Text(predikat.clone())]);
    }
    result
}

/// The trail as a few short lines.
fn trail(figure: &Figure, citations: &Citations<'_>) -> Cell {
    let jejak = &figure.jejak;
    let mut lines: Vec<(&str, Inlines)> = Vec::new();
    lines.extend(jejak.rumus.as_deref().map(|it| ("Rumus", text(it))));
    if !jejak.masukan.is_empty() {
        lines.push(("Masukan", inputs(&jejak.masukan, citations)));
    }
    lines.extend(computation(figure).map(|it| ("Hitungan", text(it))));
    let rounded = jejak.pembulatan.as_ref().filter(|_| figure.value.is_some());
    lines.extend(rounded.map(|it| ("Pembulatan", text(rounding(it)))));
    lines.push(("Aturan", text(rule(figure, citations))));
    let remarks = [
        figure.note.as_deref().map(|it| sentence(&citations.shorten(it))),
        (!figure.verified && has_value(figure)).then(|| "Belum diverifikasi.".to_owned()),
    ];
    let remarks: Vec<String> = remarks.into_iter().flatten().collect();
    if !remarks.is_empty() {
        lines.push(("Catatan", text(remarks.join(" "))));
    }
    let mut content = Inlines::new();
    for (name, line) in lines {
        if !content.is_empty() {
            content.push(Inline::LineBreak);
        }
        content.push(Inline::Emphasis(text(format!("{name}: "))));
        content.extend(line);
    }
    Cell::new(content)
}

/// `realisasi 85,8%; target 100,0% (Perjanjian Kinerja …, Lampiran 3)`.
fn inputs(masukan: &[Masukan], citations: &Citations<'_>) -> Inlines {
    let mut content = Inlines::new();
    for it in masukan {
        if !content.is_empty() {
            content.push(Inline::Text("; ".to_owned()));
        }
        let (name, source) = name_and_source(it);
        content.push(Inline::Text(format!("{} ", citations.shorten(name))));
        content.push(match &it.figure {
            Some(id) => Inline::Figure { text: it.nilai.clone(), id: id.to_string() },
            None => Inline::Text(it.nilai.clone()),
        });
        if let Some(source) = source {
            content.push(Inline::Text(format!(" ({})", citations.shorten(source))));
        }
    }
    content
}

/// A title is not said twice, in the name of an input and in its source.
fn name_and_source(masukan: &Masukan) -> (&str, Option<&str>) {
    let source = masukan.sumber.as_deref();
    let short = masukan
        .nama
        .split_once(" menurut ")
        .filter(|(_, title)| source.is_some_and(|it| it.starts_with(title)));
    (short.map_or(masukan.nama.as_str(), |(name, _)| name), source)
}

/// The formula with the numbers put in, and what comes out before and after rounding.
fn computation(figure: &Figure) -> Option<String> {
    let jejak = &figure.jejak;
    let hitungan = jejak.hitungan.as_ref()?;
    if figure.value.is_none() {
        return Some(hitungan.clone());
    }
    let shown = selaras_rules::display(figure);
    let changed =
        figure.exact.as_ref().filter(|it| figure.value.map(Exact::from) != Some((*it).clone()));
    Some(match changed.map(exact_text).filter(|it| it.len() <= LONGEST_EXACT) {
        Some(exact) => format!("{hitungan} = {exact}, dibulatkan menjadi {shown}"),
        None => format!("{hitungan} = {shown}"),
    })
}

/// A decimal where it is one, a fraction where not: `145.200/1.693`.
fn exact_text(exact: &Exact) -> String {
    if let Some(decimal) = exact.as_decimal() {
        return angka::format_trimmed(decimal);
    }
    let grouped = |it: &str| match it.parse::<rust_decimal::Decimal>() {
        Ok(number) => angka::format(number),
        Err(_) => it.to_owned(),
    };
    exact.to_string().split('/').map(grouped).collect::<Vec<_>>().join("/")
}

/// In the words of the table of what the agency has chosen, which explains them.
fn rounding(pembulatan: &Pembulatan) -> String {
    let places = match pembulatan.presisi {
        0 => "bilangan bulat".to_owned(),
        places => format!("{places} desimal"),
    };
    format!("{places}, {}; {}", mode(pembulatan.mode), stage(pembulatan.tahap))
}

/// The rule with its legal basis; without a rule, where the value comes from.
fn rule(figure: &Figure, citations: &Citations<'_>) -> String {
    match (figure.jejak.rule, figure.keadaan) {
        (Some(rule), _) if figure.jejak.dasar.is_empty() => rule.to_owned(),
        (Some(rule), _) => format!("{rule}; dasar: {}", citations.basis(&figure.jejak.dasar)),
        (None, Keadaan::Stated | Keadaan::Entered) => {
            "angka menurut sumbernya, tidak dihitung".to_owned()
        }
        (None, Keadaan::Absent | Keadaan::NotComputable | Keadaan::Computed) => {
            "tidak ada yang dapat dihitung".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_values_are_written_as_people_write_numbers() {
        assert_eq!(exact_text(&Exact::ratio(145_200, 1693).unwrap()), "145.200/1.693");
        assert_eq!(exact_text(&Exact::ratio(429, 5).unwrap()), "85,8");
    }

    #[test]
    fn a_title_is_not_said_twice() {
        let masukan = Masukan {
            nama: "target menurut Renstra 2021–2026".to_owned(),
            nilai: "84".to_owned(),
            figure: None,
            sumber: Some("Renstra 2021–2026, Lampiran 1".to_owned()),
            fakta: Vec::new(),
        };
        let expected = ("target", Some("Renstra 2021–2026, Lampiran 1"));
        assert_eq!(name_and_source(&masukan), expected);
    }
}
