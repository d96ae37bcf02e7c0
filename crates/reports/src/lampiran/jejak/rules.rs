//! What the figures were computed by: the choices of the agency, its scales, and the rules used.

use selaras_domain::dokumen::{Block, Cell, Inlines, Rank, RowKind, TableSize, text};
use selaras_domain::{
    Akumulasi, CaraUkur, CaraUkurSendiri, Id, JenisIndikator, RataRata, RoundingMode,
    TahapPembulatan, TargetNol, Verifikasi, angka,
};
use selaras_rules::{parameter, rule};

use super::citation::Citations;
use crate::context::Context;
use crate::lampiran::remarks::sentence;
use crate::scale::interval;
use crate::table::{TableBuilder, centred, number, words};

/// How indicators of each kind are measured, by decision of the agency.
pub(super) fn kebijakan(ctx: &Context<'_>) -> Vec<Block> {
    let kebijakan = &ctx.berkas.kebijakan;
    let average = match kebijakan.rata_rata {
        RataRata::Sederhana => "sederhana",
        RataRata::TertimbangAnggaran => "tertimbang anggaran",
    };
    let decimals = format!(
        "persentase anggaran {}, rata-rata {}, efisiensi {}",
        kebijakan.presisi_anggaran, kebijakan.presisi_rata_rata, kebijakan.presisi_efisiensi
    );
    let efisiensi = rule::of_efisiensi(kebijakan.efisiensi).rumus;
    let mut facts: Vec<(String, Inlines)> = vec![
        ("Dasar ketetapan".to_owned(), text(kebijakan.dasar.as_str())),
        ("Rata-rata capaian".to_owned(), text(average)),
        ("Efisiensi".to_owned(), text(efisiensi)),
        ("Banyaknya desimal".to_owned(), text(decimals)),
    ];
    if let Some(catatan) = &kebijakan.asal.catatan {
        facts.push(("Catatan".to_owned(), text(sentence(catatan))));
    }
    let head = [
        "Jenis indikator",
        "Rumus capaian",
        "Pembulatan",
        "Desimal realisasi",
        "Desimal capaian",
        "Batas capaian (%)",
        "Target nol",
        "Akumulasi triwulan",
        "Skala",
    ];
    let title = "Cara ukur yang ditetapkan perangkat daerah";
    let mut table = TableBuilder::new("lampiran-jejak-kebijakan", title)
        .columns(&[
            words(2),
            words(3),
            words(4),
            number(),
            number(),
            centred(),
            words(3),
            words(3),
            words(3),
        ])
        .head_row(head)
        .size(TableSize::Small);
    for it in &ctx.berkas.kebijakan_indikator {
        table.push(RowKind::Body, way_row(ctx, it.jenis, &it.cara));
    }
    for it in &ctx.berkas.indikator {
        if it.cara != CaraUkurSendiri::default() {
            let note = format!("Ketetapan sendiri {}: {}.", it.nama, own_parts(&it.cara));
            table = table.note(text(note));
        }
    }
    let heading = Block::Heading {
        rank: Rank::Minor,
        nomor: None,
        judul: "Ketetapan perangkat daerah".to_owned(),
        label: "lampiran-jejak-ketetapan".to_owned(),
    };
    let mut blocks = vec![heading, Block::Facts(facts)];
    if !table.is_empty() {
        blocks.push(table.finish());
    }
    blocks
}

fn way_row(ctx: &Context<'_>, jenis: JenisIndikator, cara: &CaraUkur) -> Vec<Cell> {
    let kind = match jenis {
        JenisIndikator::Tujuan => "tujuan",
        JenisIndikator::Iku => "IKU",
        JenisIndikator::Program => "program",
        JenisIndikator::Kegiatan => "kegiatan",
        JenisIndikator::Keluaran => "keluaran",
    };
    let limits = match (cara.batas_bawah, cara.batas_atas) {
        (None, None) => "tanpa batas".to_owned(),
        (low, high) => [low.map(|it| ("≥", it)), high.map(|it| ("≤", it))]
            .into_iter()
            .flatten()
            .map(|(sign, it)| format!("{sign} {}", angka::format_trimmed(it)))
            .collect::<Vec<_>>()
            .join(" "),
    };
    let skala = cara.skala.as_ref().and_then(|it| ctx.skala(it.as_str()));
    vec![
        Cell::text(kind),
        Cell::text(rule::of_capaian(cara.rumus).rumus),
        Cell::text(format!("{}; {}", stage(cara.tahap), mode(cara.mode))),
        Cell::text(cara.presisi_realisasi.to_string()),
        Cell::text(cara.presisi_capaian.to_string()),
        Cell::text(limits),
        Cell::text(zero(cara.target_nol)),
        Cell::text(accumulation(cara.akumulasi)),
        Cell::text(skala.map_or("tanpa skala", |it| it.nama.as_str())),
    ]
}

/// The parts that an indikator declares for itself, in words.
fn own_parts(cara: &CaraUkurSendiri) -> String {
    let decimals = |what: &str, it: Option<u32>| it.map(|it| format!("{what} {it} desimal"));
    let percent = |what: &str, it: Option<rust_decimal::Decimal>| {
        it.map(|it| format!("{what} {}", angka::format_percent_trimmed(it)))
    };
    let parts = [
        cara.rumus.map(|it| format!("capaian = {}", rule::of_capaian(it).rumus)),
        cara.tahap.map(|it| stage(it).to_owned()),
        cara.mode.map(|it| mode(it).to_owned()),
        decimals("realisasi", cara.presisi_realisasi),
        decimals("capaian", cara.presisi_capaian),
        percent("batas bawah", cara.batas_bawah),
        percent("batas atas", cara.batas_atas),
        cara.target_nol.map(|it| format!("target nol: {}", zero(it))),
        cara.akumulasi.map(|it| format!("akumulasi triwulan: {}", accumulation(it))),
        cara.skala.as_ref().map(|it| format!("skala {it}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

pub(super) fn stage(tahap: TahapPembulatan) -> &'static str {
    match tahap {
        TahapPembulatan::RealisasiDahulu => "realisasi dahulu",
        TahapPembulatan::SaatCetak => "saat dicetak",
    }
}

pub(super) fn mode(mode: RoundingMode) -> &'static str {
    match mode {
        RoundingMode::HalfUp => "setengah menjauhi nol",
        RoundingMode::HalfEven => "setengah ke angka genap",
        RoundingMode::Truncate => "dipotong",
    }
}

fn zero(target_nol: TargetNol) -> &'static str {
    match target_nol {
        TargetNol::TidakDihitung => "tidak dihitung",
        TargetNol::NolTerbaik => "nol terbaik",
    }
}

fn accumulation(akumulasi: Akumulasi) -> &'static str {
    match akumulasi {
        Akumulasi::Jumlah => "jumlah",
        Akumulasi::Terakhir => "nilai terakhir",
        Akumulasi::Maksimum => "nilai tertinggi",
        Akumulasi::RataRata => "rata-rata",
    }
}

/// The scales that predicates are taken from, band by band.
pub(super) fn skala(ctx: &Context<'_>) -> Option<Block> {
    let mut table = TableBuilder::new("lampiran-jejak-skala", "Skala predikat")
        .columns(&[words(3), words(2)])
        .head_row(["Predikat", "Rentang nilai"])
        .size(TableSize::Small);
    for skala in &ctx.berkas.skala {
        let bands = ctx.bands(&skala.id);
        if bands.is_empty() {
            continue;
        }
        let unverified = match skala.verifikasi {
            Verifikasi::Terverifikasi => "",
            Verifikasi::Belum => " (belum diverifikasi)",
        };
        table = table.group(format!("{}{unverified}", skala.nama));
        for (place, band) in bands.iter().enumerate() {
            let above = place.checked_sub(1).and_then(|it| bands.get(it));
            let range = Cell::text(interval(band, above, ""));
            table.push(RowKind::Body, vec![Cell::text(band.predikat.as_str()), range]);
        }
        if let Some(catatan) = &skala.asal.catatan {
            table = table.note(text(format!("{}: {}", skala.nama, sentence(catatan))));
        }
        if let Some(parameter) = skala.parameter.as_deref().and_then(parameter::find) {
            let note = format!("{} diambil dari parameter {}.", skala.nama, parameter.id);
            table = table.note(text(note));
        }
    }
    (!table.is_empty()).then(|| table.finish())
}

/// Every rule that made a figure, with its formula, its basis and how often it was used.
pub(super) fn used(ctx: &Context<'_>, citations: &Citations<'_>) -> Option<Block> {
    let count =
        |id: &str| ctx.hasil.figures().iter().filter(|it| it.jejak.rule == Some(id)).count();
    let mut table = TableBuilder::new("lampiran-jejak-aturan", "Aturan yang dipakai")
        .columns(&[words(4), words(6), words(8), number()])
        .head_row(["Aturan dan versi", "Rumus", "Dasar", "Angka"])
        .size(TableSize::Small);
    for rule in rule::ALL {
        let n = count(rule.id);
        if n == 0 {
            continue;
        }
        let basis = rule.citations(&ctx.berkas.kebijakan);
        let basis =
            if basis.is_empty() { "penjumlahan".to_owned() } else { citations.basis(&basis) };
        let n = u64::try_from(n).expect("figures of one office can be counted");
        table.push(
            RowKind::Body,
            vec![
                Cell::text(rule.id),
                Cell::text(rule.rumus),
                Cell::text(basis),
                Cell::text(angka::format(n)),
            ],
        );
    }
    let note = "Angka: banyaknya angka dalam laporan dan data yang dihitung dengan aturan itu.";
    (!table.is_empty()).then(|| table.note(text(note)).finish())
}
