//! The charts: `grafik-target-realisasi`, `grafik-jalur-renstra`, `grafik-anggaran-kinerja`,
//! `grafik-serapan-triwulan`. Each has a title that says what it shows.

use rust_decimal::{Decimal, dec};
use selaras_domain::dokumen::{Block, Inlines, text};
use selaras_domain::{
    Code, Exact, Figure, Id, Indikator, JenisIndikator, JenisTarget, Periode, ProgramKegiatan,
    RoundingMode, Tahun, Triwulan, angka, tanggal,
};

use super::analisis::years;
use super::gambar::drawing;
use super::pengukuran::{arrived, reached_words};
use super::rows::{all_of, is_reached, number_word};
use crate::context::{Context, Made};
use crate::drawing::{
    AbsorptionPanel, Amount, BudgetPerformance, BudgetPoint, BulletBars, BulletRow, BulletScale,
    IndicatorPaths, PathPanel, Quarter, QuarterlyAbsorption, Status, YearAmount,
};
use crate::facts::{quarters, target_number};
use crate::narasi::plain;
use crate::words::{capitalised, missing, shown, spoken, target_words, uncapitalised, with_unit};

fn amount(figure: Option<&Figure>) -> Amount {
    match figure.and_then(|it| it.value) {
        Some(value) => Amount::known(value, spoken(figure)),
        None => Amount::absent(spoken(figure)),
    }
}

/// The same without a unit, which stands beside the name.
fn amount_bare(figure: Option<&Figure>) -> Amount {
    match figure.and_then(|it| Some((it.value?, it))) {
        Some((value, it)) if it.satuan != "%" => Amount::known(value, angka::format_trimmed(value)),
        Some(_) => amount(figure),
        None => Amount::absent(shown(figure)),
    }
}

/// Percent stands at every number of a panel; other units are long and stand in its title.
fn label_unit(it: &Indikator) -> &'static str {
    if it.satuan == "%" { "%" } else { "" }
}

/// The same at its declared precision, as the tables show it.
fn amount_shown(figure: Option<&Figure>) -> Amount {
    match figure.and_then(|it| it.value) {
        Some(value) => Amount::known(value, shown(figure)),
        None => Amount::absent(shown(figure)),
    }
}

fn short(it: &Indikator) -> String {
    it.nama_pendek.clone().unwrap_or_else(|| it.nama.clone())
}

pub(super) fn target_realisasi(context: &Context<'_>, _: &[&str]) -> Made {
    let tahun = context.tahun();
    let iku = context.iku();
    let row = |it: &&Indikator| {
        let of = |what| context.angka(it, tahun, what);
        let capaian = of("capaian");
        let predikat = capaian.and_then(|it| it.predikat.clone());
        let indikator = context.iku().into_iter().find(|other| other.id == it.id);
        BulletRow {
            nama: with_unit(&short(it), &it.satuan),
            realisasi: amount_bare(of("realisasi")),
            target: amount_bare(of("target")),
            status: predikat
                .zip(indikator)
                .map(|(word, it)| Status { tone: context.tone_of_capaian(it, capaian), word }),
        }
    };
    let is_percent = iku.iter().all(|it| it.satuan == "%");
    let scale = if is_percent {
        BulletScale::Common { max: dec!(125), suffix: "%".to_owned() }
    } else {
        BulletScale::OwnTarget
    };
    let bars = BulletBars { rows: iku.iter().map(row).collect(), scale };
    let judul = format!("Target dan Realisasi IKU {} Tahun {tahun}", context.office());
    let judul = concluded(judul, reached_words(context));
    let notes = vec![text("Garis tegak: target. Batang: realisasi.")];
    Ok(vec![drawing("grafik-target-realisasi", judul, &bars, notes)])
}

/// A title that says what it shows: the first clause of `conclusion` follows a colon.
fn concluded(judul: String, conclusion: Option<Inlines>) -> String {
    let Some(conclusion) = conclusion else { return judul };
    let words = plain(&conclusion);
    let clause = words.split(';').next().unwrap_or_default();
    format!("{judul}: {}", uncapitalised(clause.trim_end_matches('.')))
}

/// The path of every IKU over the years of the Renstra.
pub(super) fn jalur_renstra(context: &Context<'_>, _: &[&str]) -> Made {
    let Some(renstra) = context.renstra() else {
        let words = "Renstra belum ada, sehingga jalurnya belum dapat digambar.";
        return Ok(vec![Block::Paragraph(text(words))]);
    };
    let panel = |it: &Indikator| {
        let rows = || {
            context.berkas.target.iter().filter(|row| {
                row.indikator == it.id && row.dokumen == renstra.id && row.periode == Periode::Tahun
            })
        };
        let place = |row: &selaras_domain::Target| {
            let words = row.nilai.as_ref().map(|value| target_words(value, label_unit(it)));
            let words = words.unwrap_or_else(|| crate::words::NONE.to_owned());
            let amount = match target_number(row) {
                Some(value) => Amount::known(value, words),
                None => Amount::absent(words),
            };
            YearAmount::new(row.tahun.get(), amount)
        };
        let of_kind = |jenis| rows().filter(move |row| row.jenis == jenis).map(place);
        let mut target: Vec<YearAmount> = of_kind(JenisTarget::Target).collect();
        target.sort_by_key(|it| it.tahun);
        let realisasi = years(context, it).into_iter().map(|tahun: Tahun| {
            YearAmount::new(tahun.get(), amount_bare(context.angka(it, tahun, "realisasi")))
        });
        PathPanel {
            nama: with_unit(&short(it), &it.satuan),
            suffix: label_unit(it).to_owned(),
            kondisi_awal: of_kind(JenisTarget::KondisiAwal).next(),
            target,
            realisasi: realisasi.collect(),
        }
    };
    let paths = IndicatorPaths { panels: context.iku().into_iter().map(panel).collect() };
    let years = match (renstra.tahun, context.last_renstra_year()) {
        (Some(first), Some(last)) => format!(" {first}–{last}"),
        _ => String::new(),
    };
    let judul = format!("Jalur Realisasi IKU {} Menuju Target Renstra{years}", context.office());
    let judul = concluded(judul, arrived(context));
    let notes = vec![text("Garis putus-putus: target Renstra. Garis penuh: realisasi.")];
    Ok(vec![drawing("grafik-jalur-renstra", judul, &paths, notes)])
}

/// Budget spent beside capaian, by program.
pub(super) fn anggaran_kinerja(context: &Context<'_>, _: &[&str]) -> Made {
    let tahun = context.tahun();
    let points = context.programs().map(|program| BudgetPoint {
        nama: program.nama.clone(),
        serapan: amount_shown(context.of_anggaran(program.id.as_str(), tahun, "persen")),
        capaian: amount_shown(outcome_of(context, program)),
    });
    let skala = context.berkas.kebijakan.skala_rata_rata.as_ref();
    let best = skala.and_then(|it| context.bands(it).first().and_then(|it| it.batas_bawah));
    let picture = BudgetPerformance {
        points: points.collect(),
        serapan_threshold: best.unwrap_or(dec!(90)),
        capaian_threshold: Decimal::ONE_HUNDRED,
    };
    let judul =
        format!("Serapan Anggaran dan Capaian Kinerja Program {} Tahun {tahun}", context.office());
    let judul = concluded(judul, programs_reached(context));
    Ok(vec![drawing("grafik-anggaran-kinerja", judul, &picture, Vec::new())])
}

/// The capaian of the first indikator of a program.
fn outcome_of<'a>(context: &Context<'a>, program: &'a ProgramKegiatan) -> Option<&'a Figure> {
    let mut own = context.indikator_of_row(program);
    let outcome = own.find(|it| it.jenis == JenisIndikator::Program)?;
    context.angka(outcome, context.tahun(), "capaian")
}

/// `Satu dari dua program mencapai target kinerjanya`, of those that have a capaian.
fn programs_reached(context: &Context<'_>) -> Option<Inlines> {
    let known = context.programs().filter_map(|it| outcome_of(context, it));
    let known: Vec<_> = known.filter(|it| it.value.is_some()).collect();
    let reached = known.iter().filter(|it| is_reached(Some(it))).count();
    let words = match (reached, known.len()) {
        (_, 0) => return None,
        (0, _) => "Belum ada program yang mencapai target kinerjanya".to_owned(),
        (_, 1) => "Program yang terukur mencapai target kinerjanya".to_owned(),
        (all, known) if all == known => {
            format!("{} program yang terukur mencapai target kinerjanya", capitalised(&all_of(all)))
        }
        (some, known) => format!(
            "{} dari {} program yang terukur mencapai target kinerjanya",
            capitalised(&number_word(some)),
            number_word(known)
        ),
    };
    Some(text(words))
}

/// Absorption by quarter of the office and of the programs.
pub(super) fn serapan_triwulan(context: &Context<'_>, _: &[&str]) -> Made {
    let tahun = context.tahun();
    let total = (context.office(), "total".to_owned());
    let programs = context.programs().map(|it| (it.nama.clone(), it.id.to_string()));
    let panels: Vec<AbsorptionPanel> = [total]
        .into_iter()
        .chain(programs)
        .filter_map(|(nama, key)| panel(context, nama, &key))
        .collect();
    if panels.is_empty() {
        let words = format!("Realisasi anggaran per triwulan tahun {tahun} belum diisi.");
        return Ok(vec![Block::Paragraph(text(words))]);
    }
    let judul = format!("Serapan Anggaran {} per Triwulan Tahun {tahun}", context.office());
    let judul = match peak(&panels[0]) {
        Some(words) => format!("{judul}: {words}"),
        None => judul,
    };
    let mut notes = vec![text("Batang: serapan dalam triwulan. Garis: serapan kumulatif.")];
    notes.extend(gap(context, &panels[0]).map(text));
    let picture = QuarterlyAbsorption { panels };
    Ok(vec![drawing("grafik-serapan-triwulan", judul, &picture, notes)])
}

/// `terbesar pada triwulan II (31,18%)`.
fn peak(panel: &AbsorptionPanel) -> Option<String> {
    let quarters = panel.quarters.iter().zip(Triwulan::ALL);
    let known = quarters.filter_map(|(it, (triwulan, _))| Some((it.share.value()?, it, *triwulan)));
    let (_, quarter, triwulan) = known.max_by_key(|(value, ..)| *value)?;
    let name = tanggal::format_triwulan(triwulan);
    Some(format!("terbesar pada {name} ({})", quarter.share.label()))
}

/// Says so where the quarters of a source do not add up to its year.
fn gap(context: &Context<'_>, panel: &AbsorptionPanel) -> Option<String> {
    let sum = &panel.quarters[3].cumulative;
    let year = context.of_anggaran("total", context.tahun(), "persen")?;
    (sum.value()? != year.value?).then(|| {
        format!(
            "Jumlah keempat triwulan ({}) berbeda dari serapan setahun ({}).",
            sum.label(),
            shown(Some(year))
        )
    })
}

/// A panel, when any quarter is known.
fn panel(context: &Context<'_>, nama: String, key: &str) -> Option<AbsorptionPanel> {
    let of = |what: &str| context.of_anggaran(key, context.tahun(), what);
    let pagu = of("pagu")?;
    let whole = pagu.exact.as_ref()?;
    let mut sum = Some(Exact::zero());
    let mut any = false;
    let percent = |part: &Exact| -> Option<Amount> {
        let share = (part * &Exact::integer(100)).checked_div(whole)?;
        let rounded =
            share.round(context.berkas.kebijakan.presisi_anggaran, RoundingMode::HalfUp)?;
        Some(Amount::known(rounded, angka::format_percent(rounded)))
    };
    let mut next = |code: &str| {
        let figure = of(&format!("{code}/realisasi"));
        let spent = figure.and_then(|it| it.exact.clone());
        any |= spent.is_some();
        sum = match (&sum, &spent) {
            (Some(sum), Some(spent)) => Some(sum + spent),
            _ => None,
        };
        let absent = || Amount::absent(missing(figure));
        Quarter {
            share: spent.as_ref().and_then(percent).unwrap_or_else(absent),
            cumulative: sum.as_ref().and_then(percent).unwrap_or_else(absent),
        }
    };
    let quarters: Vec<Quarter> = quarters().map(|(_, code)| next(code)).collect();
    let quarters: [Quarter; 4] = quarters.try_into().ok()?;
    any.then(|| AbsorptionPanel { nama, pagu: format!("Pagu {}", spoken(Some(pagu))), quarters })
}
