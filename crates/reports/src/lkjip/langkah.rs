//! What follows from the year: `upaya`, `simpulan-indikator`, `langkah-perbaikan`.

use selaras_domain::Indikator;
use selaras_domain::dokumen::{Block, Inlines, Marker, Rank, text};

use super::analisis::tindak_lanjut_list;
use super::kalimat;
use super::rows::is_reached;
use crate::context::{Context, Made};
use crate::scale::is_far_above;
use crate::words::{Prose, has_value, uncapitalised};

fn heading(context: &Context<'_>, it: &Indikator, label: &str) -> Block {
    Block::Heading {
        rank: Rank::Minor,
        nomor: None,
        judul: format!("{}: {}", context.iku_number(it), it.nama),
        label: format!("{label}-{}", it.id),
    }
}

/// Per IKU what is done to reach the target of the end of the plan.
pub(super) fn upaya(context: &Context<'_>, _: &[&str]) -> Made {
    let of = |it| [vec![heading(context, it, "upaya")], tindak_lanjut_list(context, it)].concat();
    Ok(context.iku().into_iter().flat_map(of).collect())
}

/// Per IKU one paragraph that closes the report.
pub(super) fn simpulan(context: &Context<'_>, _: &[&str]) -> Made {
    let items = context.iku().into_iter().map(|it| vec![Block::Paragraph(closing(context, it))]);
    Ok(vec![Block::List { marker: Marker::Number, items: items.collect() }])
}

fn closing(context: &Context<'_>, it: &Indikator) -> Inlines {
    let of = |what| context.angka(it, context.tahun(), what);
    let capaian = of("capaian");
    let prose = Prose::new().strong(it.nama.clone());
    let Some(found) = capaian.filter(|it| has_value(it)) else {
        let why = kalimat::reason(capaian);
        return prose.text(format!(" belum dapat disimpulkan karena {why}.")).done();
    };
    let prose = prose.text(" terealisasi ").figure(of("realisasi")).text(" dari target ");
    let prose = prose.again(of("target")).text(", dengan capaian ").figure(Some(found));
    let prose = match &found.predikat {
        Some(predikat) => prose.text(" dan predikat ").strong(predikat.clone()).text("."),
        None => prose.text("."),
    };
    match &it.rumus_tertulis {
        Some(rumus) => {
            prose.text(format!(" Indikator ini dihitung dari {}.", formula_words(rumus))).done()
        }
        None => prose.done(),
    }
}

/// A written formula inside a sentence: `jumlah … dibagi jumlah …, dikali 100%`.
fn formula_words(rumus: &str) -> String {
    let words = rumus.replace(" / ", " dibagi ").replace(" × ", ", dikali ");
    let words = words.replace("dibagi Jumlah", "dibagi jumlah");
    uncapitalised(words.trim_end_matches('.'))
}

/// Per IKU what comes next, with the steps that the office has decided.
pub(super) fn langkah_perbaikan(context: &Context<'_>, _: &[&str]) -> Made {
    let mut blocks = Vec::new();
    for it in context.iku() {
        let capaian = context.angka(it, context.tahun(), "capaian");
        let opening = if !capaian.is_some_and(has_value) {
            "Data indikator ini perlu dilengkapi agar capaiannya dapat dinilai."
        } else if is_far_above(capaian) {
            "Target tahun-tahun berikutnya perlu ditinjau agar tetap menantang, sambil capaian \
             yang ada dipertahankan."
        } else if is_reached(capaian) {
            "Target telah tercapai; langkah berikut menjaga agar capaian itu bertahan."
        } else {
            "Target belum tercapai; langkah berikut diarahkan untuk menutup kekurangannya."
        };
        blocks.push(heading(context, it, "langkah"));
        blocks.push(Block::Paragraph(text(opening)));
        blocks.extend(tindak_lanjut_list(context, it));
    }
    Ok(blocks)
}
