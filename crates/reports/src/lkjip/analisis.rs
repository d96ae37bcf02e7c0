//! `analisis-indikator`: for each IKU what was aimed at, what was reached, why, and what follows.
//! PermenPANRB 53/2014 Anak Lampiran II/1, analyses 1, 2, 3 and 5.

use selaras_domain::dokumen::{Block, Cell, Inline, Inlines, Marker, Rank, text};
use selaras_domain::{
    Faktor, Figure, Id, Indikator, JenisFaktor, Polaritas, Tahun, TindakLanjut, angka, tanggal,
};

use super::kalimat;
use super::rows::is_reached;
use crate::context::{Context, Made};
use crate::table::{TableBuilder, centred, number};
use crate::words::{
    NOT_YET, Prose, count, decimals, figure_cell, missing, padded_cell, sentence, spoken,
    spoken_inline, with_unit,
};

/// How many years a comparison looks back.
const YEARS: usize = 5;

pub(super) fn part(context: &Context<'_>, _: &[&str]) -> Made {
    let mut blocks = Vec::new();
    let sasaran_list = &context.berkas.sasaran;
    for (index, sasaran) in sasaran_list.iter().enumerate() {
        let iku: Vec<_> = context.iku_of(sasaran).collect();
        let number = if sasaran_list.len() > 1 { format!(" {}", index + 1) } else { String::new() };
        blocks.push(Block::Heading {
            rank: Rank::Sub,
            nomor: None,
            judul: format!("Sasaran{number}: {}", sasaran.uraian),
            label: format!("analisis-{}", sasaran.id),
        });
        if iku.is_empty() {
            let words = "Sasaran ini belum mempunyai indikator kinerja utama.";
            blocks.push(Block::Paragraph(text(words)));
            continue;
        }
        let words =
            format!("Sasaran ini diukur dengan {} indikator kinerja utama.", count(iku.len()));
        blocks.push(Block::Paragraph(text(words)));
        for indikator in iku {
            blocks.extend(of_indikator(context, indikator));
        }
    }
    Ok(blocks)
}

fn of_indikator(context: &Context<'_>, it: &Indikator) -> Vec<Block> {
    let mut blocks = vec![Block::Heading {
        rank: Rank::Minor,
        nomor: None,
        judul: format!("{}: {}", context.iku_number(it), it.nama),
        label: format!("analisis-{}", it.id),
    }];
    blocks.push(Block::Facts(facts(context, it)));
    blocks.extend(definition(context, it));
    blocks.push(Block::Paragraph(kalimat::capaian(context, it)));
    blocks.extend(kalimat::perbandingan(context, it).map(Block::Paragraph));
    blocks.extend(comparison(context, it));
    blocks.extend(causes(context, it));
    blocks.push(factors(context, it));
    blocks.push(Block::Heading {
        rank: Rank::Minor,
        nomor: None,
        judul: "Tindak lanjut".to_owned(),
        label: format!("tindak-lanjut-{}", it.id),
    });
    blocks.extend(tindak_lanjut_list(context, it));
    blocks
}

/// The strip at the beginning.
fn facts(context: &Context<'_>, it: &Indikator) -> Vec<(String, Inlines)> {
    let tahun = context.tahun();
    let of = |what| context.angka(it, tahun, what);
    let line = |what| vec![spoken_inline(of(what))];
    let capaian = of("capaian");
    let predikat = match capaian {
        Some(it) if it.value.is_some() => it.predikat.clone(),
        _ => Some(missing(capaian).to_owned()),
    };
    let mut facts = vec![
        (format!("Target {tahun}"), line("target")),
        (format!("Realisasi {tahun}"), line("realisasi")),
        ("Capaian".to_owned(), line("capaian")),
        ("Predikat".to_owned(), text(predikat.unwrap_or_else(|| "tanpa predikat".to_owned()))),
    ];
    if let (Some(kemajuan), Some(last)) = (of("kemajuan"), context.last_renstra_year()) {
        let path = Prose::new().figure(Some(kemajuan));
        let path = match kemajuan.value {
            Some(_) => path.text(" dari target ").again(context.target_akhir(it).as_ref()),
            None => path,
        };
        facts.push((format!("Jalur ke {last}"), path.done()));
    }
    facts
}

/// The definition, the formula, and who answers for the figure.
fn definition(context: &Context<'_>, it: &Indikator) -> Option<Block> {
    let mut blocks = Vec::new();
    let labelled = |label: &str, words: String| {
        Block::Paragraph(vec![Inline::Strong(text(format!("{label}: "))), Inline::Text(words)])
    };
    blocks.extend(it.definisi.as_deref().map(|words| labelled("Definisi", sentence(words))));
    blocks.extend(it.rumus_tertulis.as_ref().map(|words| labelled("Rumus", words.clone())));
    let realisasi = context.angka(it, context.tahun(), "realisasi");
    blocks.extend(
        calculation(realisasi)
            .map(|words| labelled(&format!("Perhitungan {}", context.tahun()), words)),
    );
    blocks.extend(it.sumber_data.as_ref().map(|words| labelled("Sumber data", sentence(words))));
    blocks.extend(
        it.penanggung_jawab.as_ref().map(|words| labelled("Penanggung jawab", sentence(words))),
    );
    (!blocks.is_empty())
        .then(|| Block::Box { judul: Some("Definisi dan rumus".to_owned()), blocks })
}

/// `1.452 ÷ 1.693 × 100 = 85,8%`.
pub(super) fn calculation(realisasi: Option<&Figure>) -> Option<String> {
    let figure = realisasi.filter(|it| it.value.is_some())?;
    let steps = figure.jejak.hitungan.as_ref()?;
    Some(format!("{steps} = {}", spoken(Some(figure))))
}

/// The years up to this one that have a realisasi, the last [`YEARS`] of them.
pub(super) fn years(context: &Context<'_>, it: &Indikator) -> Vec<Tahun> {
    let has = |tahun: &Tahun| {
        context
            .angka(it, *tahun, "realisasi")
            .is_some_and(|it| it.value.is_some() || it.teks.is_some())
    };
    let mut years: Vec<Tahun> = std::iter::successors(Some(context.tahun()), |it| it.previous())
        .take_while(|it| it.get() + 10 > context.tahun().get())
        .filter(has)
        .take(YEARS)
        .collect();
    years.reverse();
    years
}

fn comparison<'a>(context: &Context<'a>, it: &'a Indikator) -> Option<Block> {
    let years = years(context, it);
    if years.len() < 2 {
        return None;
    }
    let scale = decimals(years.iter().map(|tahun| context.angka(it, *tahun, "capaian")));
    let rows = years.iter().map(|tahun| {
        let of = |what| context.angka(it, *tahun, what);
        vec![
            Cell::text(tahun.to_string()),
            figure_cell(of("target")),
            figure_cell(of("realisasi")),
            padded_cell(of("capaian"), scale),
            context.predicate_cell(it, of("capaian")),
        ]
    });
    let table = TableBuilder::new(format!("perbandingan-{}", it.id), "")
        .columns(&[centred(), number(), number(), number(), centred()])
        .head_row([
            "Tahun".to_owned(),
            with_unit("Target", &it.satuan),
            with_unit("Realisasi", &it.satuan),
            "Capaian".to_owned(),
            "Predikat".to_owned(),
        ])
        .rows(rows);
    Some(table.finish())
}

fn of_kind(context: &Context<'_>, it: &Indikator, jenis: JenisFaktor) -> Vec<String> {
    let rows = context.berkas.faktor.iter();
    rows.filter(|row| row.indikator == it.id && row.tahun == context.tahun())
        .filter(|row| row.jenis == jenis)
        .map(|row| match n_cases(context, row) {
            Some(n) => format!("{} ({n} kasus)", row.uraian.trim_end_matches('.')),
            None => row.uraian.clone(),
        })
        .collect()
}

/// How many cases of the year give the reason that a factor sums up.
fn n_cases(context: &Context<'_>, row: &Faktor) -> Option<String> {
    let (register, alasan) = (row.register.as_ref()?, row.alasan.as_ref()?);
    let year = row.tahun.to_string();
    let parts = ["register", register.as_str(), &year, "alasan", alasan.as_str()];
    context.figure(&parts)?.value.map(angka::format_trimmed)
}

/// Why a target was missed, as the office says.
pub(super) fn causes(context: &Context<'_>, it: &Indikator) -> Vec<Block> {
    let causes = of_kind(context, it, JenisFaktor::Penyebab);
    if causes.is_empty() {
        return Vec::new();
    }
    let is_missed = !is_reached(context.angka(it, context.tahun(), "capaian"));
    let opening = match (is_missed, it.polaritas) {
        (true, Polaritas::Turun) => "Target belum tercapai karena hal-hal berikut.",
        (true, _) => "Realisasi belum mencapai target karena hal-hal berikut.",
        (false, _) => "Hal-hal berikut memengaruhi realisasi.",
    };
    match &causes[..] {
        [one] => vec![Block::Paragraph(text(sentence(one)))],
        _ => {
            let list = Block::List { marker: Marker::Bullet, items: items(&causes) };
            vec![Block::Paragraph(text(opening)), list]
        }
    }
}

fn items(words: &[String]) -> Vec<Vec<Block>> {
    words.iter().map(|it| vec![Block::Paragraph(text(sentence(it)))]).collect()
}

fn factors(context: &Context<'_>, it: &Indikator) -> Block {
    let column = |title: &str, jenis| {
        let words = of_kind(context, it, jenis);
        let body = match words.is_empty() {
            true => Block::Paragraph(vec![Inline::Emphasis(text(NOT_YET))]),
            false => Block::List { marker: Marker::Bullet, items: items(&words) },
        };
        vec![Block::Paragraph(vec![Inline::Strong(text(title))]), body]
    };
    Block::Columns(vec![
        column("Faktor pendorong", JenisFaktor::Pendorong),
        column("Faktor penghambat", JenisFaktor::Penghambat),
    ])
}

/// What will be done about an indikator.
pub(super) fn tindak_lanjut_list(context: &Context<'_>, it: &Indikator) -> Vec<Block> {
    let rows = context.berkas.tindak_lanjut.iter();
    let rows: Vec<&TindakLanjut> =
        rows.filter(|row| row.indikator == it.id && row.tahun == context.tahun()).collect();
    if rows.is_empty() {
        let words = format!("Tindak lanjut {NOT_YET}.");
        return vec![Block::Paragraph(vec![Inline::Emphasis(text(words))])];
    }
    let item = |row: &&TindakLanjut| vec![Block::Paragraph(text(step(row)))];
    let items = rows.iter().map(item).collect();
    vec![Block::List { marker: Marker::Number, items }]
}

/// `Sosialisasi … (Bidang Mutasi, paling lambat 31 Maret 2024).`
fn step(row: &TindakLanjut) -> String {
    let who = row.penanggung_jawab.clone();
    let when = row.batas_waktu.map(|it| format!("paling lambat {}", tanggal::format(it)));
    let more: Vec<String> = [who, when].into_iter().flatten().collect();
    match more.is_empty() {
        true => sentence(&row.uraian),
        false => format!("{} ({}).", row.uraian.trim_end_matches(['.', ';']), more.join(", ")),
    }
}
