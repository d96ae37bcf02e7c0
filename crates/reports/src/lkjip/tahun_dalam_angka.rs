//! `tahun-dalam-angka`: the year in four to six large figures, for a reader who stops there.

use rust_decimal::Decimal;
use selaras_domain::dokumen::{Block, Inline, KeyFigure, Rank, Tone};
use selaras_domain::{Evaluasi, Figure, Indikator, JenisEvaluasi, angka};

use super::pengukuran::reached_words;
use super::rows::is_reached;
use crate::context::{Context, Made};
use crate::drawing::{Amount, BulletBar, BulletScale, Draw};
use crate::words::{change, join, rupiah, shown, spoken, unit_after, with_unit};

/// At most so many IKU are shown large.
const IKU_SHOWN: usize = 4;
/// Half of the text's width, in tenths of a millimetre.
const BAR_WIDTH: u32 = 700;

pub(super) fn part(context: &Context<'_>, _: &[&str]) -> Made {
    let mut figures: Vec<KeyFigure> =
        chosen(context).into_iter().map(|it| of_iku(context, it)).collect();
    figures.extend(of_money(context));
    figures.extend(of_evaluation(context));
    if figures.len() < IKU_SHOWN {
        figures.extend(of_average(context));
    }
    let mut blocks = vec![Block::Heading {
        rank: Rank::Sub,
        nomor: None,
        judul: format!("Kinerja {} dalam angka", context.tahun()),
        label: "tahun-dalam-angka".to_owned(),
    }];
    if let Some(mut sentence) = reached_words(context) {
        sentence.extend(behind(context).map(Inline::Text));
        blocks.push(Block::Paragraph(sentence));
    }
    blocks.push(Block::KeyFigures(figures));
    Ok(blocks)
}

/// The IKU shown large: every sasaran has its turn, and an IKU that can be judged goes first.
fn chosen<'a>(context: &Context<'a>) -> Vec<&'a Indikator> {
    let mut ranked: Vec<(bool, usize, &Indikator)> = Vec::new();
    for sasaran in &context.berkas.sasaran {
        let (known, unknown): (Vec<_>, Vec<_>) = context.iku_of(sasaran).partition(|it| {
            let capaian = context.angka(it, context.tahun(), "capaian");
            capaian.is_some_and(|it| it.value.is_some())
        });
        let turns = known.into_iter().enumerate().map(|(turn, it)| (false, turn, it));
        ranked.extend(turns.chain(unknown.into_iter().map(|it| (true, 0, it))));
    }
    ranked.sort_by_key(|(is_unknown, turn, _)| (*is_unknown, *turn));
    let shown: Vec<_> = ranked.into_iter().take(IKU_SHOWN).map(|(.., it)| &it.id).collect();
    context.iku().into_iter().filter(|it| shown.contains(&&it.id)).collect()
}

/// ` Yang belum tercapai adalah …`: the honest half of the sentence.
fn behind(context: &Context<'_>) -> Option<String> {
    let iku = context.iku();
    let missed: Vec<&str> = iku
        .iter()
        .filter(|it| {
            let capaian = context.angka(it, context.tahun(), "capaian");
            capaian.is_some_and(|it| it.value.is_some()) && !is_reached(capaian)
        })
        .map(|it| it.nama_pendek.as_deref().unwrap_or(&it.nama))
        .collect();
    let is_some = !missed.is_empty() && missed.len() < iku.len();
    is_some.then(|| format!(" Yang belum mencapai target: {}.", join(&missed)))
}

/// A figure without the unit that stands beside its name.
fn bare(figure: Option<&Figure>) -> String {
    match figure.and_then(|it| Some((it.value?, &it.satuan))) {
        Some((value, satuan)) if satuan != "%" => angka::format_trimmed(value),
        Some(_) => spoken(figure),
        None => shown(figure),
    }
}

fn amount(figure: Option<&Figure>) -> Amount {
    match figure.and_then(|it| it.value) {
        Some(value) => Amount::known(value, spoken(figure)),
        None => Amount::absent(spoken(figure)),
    }
}

fn of_iku<'a>(context: &Context<'a>, it: &'a Indikator) -> KeyFigure {
    let of = |what| context.angka(it, context.tahun(), what);
    let (target, realisasi, capaian) = (of("target"), of("realisasi"), of("capaian"));
    let judul = with_unit(it.nama_pendek.as_deref().unwrap_or(&it.nama), &it.satuan);
    let mut parts = vec![format!("Target {}", bare(target))];
    parts.push(match capaian {
        Some(Figure { value: Some(_), predikat: Some(predikat), .. }) => {
            format!("capaian {}, {predikat}", spoken(capaian))
        }
        _ => format!("capaian {}", spoken(capaian)),
    });
    let last = context.last_year();
    let before = last.and_then(|last| context.angka(it, last, "realisasi"));
    if let (Some(last), Some(before), Some(now)) =
        (last, before.and_then(|it| it.value), realisasi.and_then(|it| it.value))
    {
        let words = change(before, now, &it.satuan);
        // The unit stands beside the name.
        let words = words.strip_suffix(&unit_after(&it.satuan)).unwrap_or(&words);
        parts.push(format!("{words} dari {last}"));
    }
    let bar = BulletBar {
        nama: judul.clone(),
        realisasi: amount(realisasi),
        target: amount(target),
        scale: BulletScale::OwnTarget,
    };
    let is_drawn = realisasi.is_some_and(|it| it.value.is_some());
    KeyFigure {
        nilai: bare(realisasi),
        judul,
        keterangan: parts.join(" · "),
        // The renderer says «tercapai» of what is good: a good band below the target is only near.
        tone: match context.tone_of_capaian(it, capaian) {
            Tone::Good if !is_reached(capaian) => Tone::Near,
            tone => tone,
        },
        bar: is_drawn.then(|| drawn(&bar)),
    }
}

fn drawn(bar: &BulletBar) -> (String, String) {
    (bar.draw(BAR_WIDTH).text, bar.alt())
}

/// How much of the money was spent.
fn of_money(context: &Context<'_>) -> Option<KeyFigure> {
    let of = |what| context.of_anggaran("total", context.tahun(), what);
    let persen = of("persen")?;
    let money = |what| of(what).and_then(|it| it.value).map(rupiah);
    let keterangan = match (money("realisasi"), money("pagu")) {
        (Some(spent), Some(pagu)) => format!("{spent} dari pagu {pagu}"),
        _ => "rincian anggaran belum lengkap".to_owned(),
    };
    let bar = BulletBar {
        nama: "Serapan anggaran".to_owned(),
        realisasi: amount(Some(persen)),
        target: Amount::known(Decimal::ONE_HUNDRED, "100%"),
        scale: BulletScale::Common { max: Decimal::ONE_HUNDRED, suffix: "%".to_owned() },
    };
    Some(KeyFigure {
        nilai: spoken(Some(persen)),
        judul: "Serapan anggaran".to_owned(),
        keterangan,
        tone: Tone::Plain,
        bar: persen.value.is_some().then(|| drawn(&bar)),
    })
}

/// What the evaluation of SAKIP said.
fn of_evaluation(context: &Context<'_>) -> Option<KeyFigure> {
    let is_of_year =
        |it: &&Evaluasi| it.jenis == JenisEvaluasi::Sakip && it.tahun == context.tahun();
    let found = context.berkas.evaluasi.iter().find(is_of_year)?;
    let nilai = found.nilai?;
    let arti = found.arti.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
    let predikat = found.predikat.as_ref().map(|it| format!("Predikat {it}{arti}"));
    let parts: Vec<String> =
        predikat.into_iter().chain([format!("dinilai oleh {}", found.penilai)]).collect();
    Some(KeyFigure {
        nilai: angka::format(nilai),
        judul: format!("Nilai evaluasi SAKIP {}", found.tahun),
        keterangan: parts.join(" · "),
        tone: Tone::Plain,
        bar: None,
    })
}

fn of_average(context: &Context<'_>) -> Option<KeyFigure> {
    let average = context.figure(&["rata-rata", "kinerja", &context.tahun().to_string()])?;
    average.value?;
    Some(KeyFigure {
        nilai: spoken(Some(average)),
        judul: "Rata-rata capaian subkegiatan".to_owned(),
        keterangan: average
            .predikat
            .clone()
            .map_or_else(String::new, |it| format!("Predikat {it}")),
        tone: Tone::Plain,
        bar: None,
    })
}
