//! The money of an office: what every document plans for it, and what was spent by quarter.

use std::collections::BTreeMap;

use selaras_domain::{
    Asal, Belanja, Id, JenisBelanja, Jenjang, Pagu, PemetaanAnggaran, Periode, RealisasiAnggaran,
    Rupiah, SumberDana, Tanda,
};

use super::indikator::{all_iku, iku_id};
use super::tree::{Plan, Row};
use super::{KONDISI_AWAL, Maker, berjenjang, id, tahun};
use crate::{TAHUN_AKHIR, TAHUN_AWAL};

const ILLEGIBLE: &str = "tidak terbaca pada sumber: halaman salinan terpotong";

/// A document of the budget, which decides how much it plans.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Renstra,
    Renja,
    Dpa,
    Dppa,
}

fn rupiah(amount: i64) -> Rupiah {
    Rupiah::new(amount).expect("the money of a city is not negative and not beyond counting")
}

/// What a document plans for a subkegiatan, in whole thousands.
fn planned(maker: &Maker, row: &Row, phase: Phase) -> i64 {
    let Plan::Subkegiatan { sub, is_penunjang, is_gaji } = row.plan else { return 0 };
    let profile = maker.profile;
    let millions = match (is_gaji, is_penunjang) {
        (true, _) => profile.gaji,
        // A larger office has a larger house.
        (_, true) => sub.pagu * (40 + profile.gaji / 200).min(260) / 100,
        _ => sub.pagu,
    };
    let gone = maker.tahun - KONDISI_AWAL;
    if phase == Phase::Renstra {
        return millions * (96 + 4 * gone) * 10_000 / 1_000 * 1_000;
    }
    // The first year paid for the pandemic.
    let growth = match maker.tahun {
        ..=2019 => 97,
        2020 => 92,
        2021 => 95,
        later => 98 + 5 * (later - 2021),
    };
    let mut acak = maker.acak(&format!("pagu/{}", row.id()));
    let noise = if is_gaji { acak.between(985, 1_015) } else { acak.between(860, 1_140) };
    let dpa = millions * growth * noise * 10;
    let change = match (phase, is_gaji) {
        (Phase::Renja, _) => acak.between(960, 1_080),
        (Phase::Dppa, true) => 1_000 + acak.between(-15, 20),
        (Phase::Dppa, _) if maker.tahun == 2020 => acak.between(520, 1_020),
        (Phase::Dppa, _) => acak.between(880, 1_210),
        _ => 1_000,
    };
    // Half thousands, as prices of goods come to.
    (dpa * change / 1_000) / 500 * 500
}

/// What the budget that is in force plans for a subkegiatan.
fn in_force(maker: &Maker, row: &Row) -> i64 {
    planned(maker, row, if maker.has_dppa() { Phase::Dppa } else { Phase::Dpa })
}

/// The sum over the subkegiatan at or below a row.
fn sum(rows: &[Row], row: &Row, amount: impl Fn(&Row) -> i64) -> i64 {
    rows.iter().filter(|it| row.holds(it)).map(amount).sum()
}

pub(super) fn pagu(maker: &Maker, rows: &[Row]) -> (Vec<Pagu>, Vec<SumberDana>) {
    let mut all = Vec::new();
    let mut push = |row: &Row, dokumen: &str, halaman: &str, year: i64, jumlah: i64| {
        all.push(Pagu {
            baris: row.row.id.clone(),
            dokumen: id(dokumen),
            tahun: tahun(year),
            jumlah: Some(rupiah(jumlah)),
            asal: maker.asal_at(dokumen, halaman),
        });
    };
    let now = maker.tahun;
    for year in i64::from(TAHUN_AWAL)..=i64::from(TAHUN_AKHIR) {
        let then = maker.in_year(year);
        for row in rows.iter().filter(|it| it.row.jenjang <= Jenjang::Kegiatan) {
            let jumlah = sum(rows, row, |it| planned(&then, it, Phase::Renstra));
            push(row, "renstra-2020", "Tabel 6.1", year, jumlah);
        }
    }
    for year in [now, now + 1] {
        let then = maker.in_year(year);
        for row in rows {
            let jumlah = sum(rows, row, |it| planned(&then, it, Phase::Renja));
            push(row, &format!("renja-{now}"), "Tabel 3", year, jumlah);
        }
    }
    for (phase, stem) in [(Phase::Dpa, "dpa"), (Phase::Dppa, "dppa")] {
        if phase == Phase::Dppa && !maker.has_dppa() {
            continue;
        }
        for row in rows {
            let jumlah = sum(rows, row, |it| planned(maker, it, phase));
            push(row, &format!("{stem}-{now}"), "Rincian", now, jumlah);
        }
    }
    let programs = || rows.iter().filter(|it| it.row.jenjang == Jenjang::Program);
    for row in programs() {
        let jumlah = sum(rows, row, |it| planned(maker, it, Phase::Dpa));
        push(row, &format!("pk-{now}"), "Lampiran", now, jumlah);
        if maker.has_perubahan() {
            let jumlah = sum(rows, row, |it| in_force(maker, it));
            push(row, &format!("perubahan-pk-{now}"), "Lampiran", now, jumlah);
        }
    }
    let posts = berjenjang::posts(maker);
    for it in berjenjang::promises(maker, &posts) {
        let phase = if it.is_after_dppa() { Phase::Dppa } else { Phase::Dpa };
        for row in rows.iter().filter(|row| posts[it.post].spends(maker, row)) {
            let jumlah = sum(rows, row, |leaf| planned(maker, leaf, phase));
            push(row, it.name(), "Lampiran", now, jumlah);
        }
    }
    let before = maker.in_year(now - 1);
    for row in rows.iter().take(1).chain(programs()) {
        let jumlah = sum(rows, row, |it| in_force(&before, it));
        push(row, &before.dokumen_anggaran(), "Rincian", now - 1, jumlah);
    }
    (all, sumber_dana(maker, rows))
}

/// Where the money of a subkegiatan comes from.
fn source(maker: &Maker, row: &Row) -> &'static str {
    let Plan::Subkegiatan { is_gaji, is_penunjang, .. } = row.plan else { return "DAU" };
    let mut acak = maker.acak_of_office(&format!("sumber/{}", row.id()));
    match acak.between(1, 10) {
        _ if is_gaji => "DAU",
        1..=2 if is_penunjang => "PAD",
        _ if is_penunjang => "DAU",
        1..=3 => "PAD",
        4 if is_modal(row) => "DAK Fisik",
        5 => "DBH",
        6 if maker.profile.singkatan == "RSUD" => "Pendapatan BLUD",
        _ => "DAU",
    }
}

/// What is bought to last.
fn is_modal(row: &Row) -> bool {
    ["Pembangunan", "Pengadaan", "Rekonstruksi", "Rehabilitasi", "Penambahan", "Pengembangan Rumah"]
        .iter()
        .any(|it| row.row.nama.starts_with(it))
}

fn sumber_dana(maker: &Maker, rows: &[Row]) -> Vec<SumberDana> {
    let mut all = Vec::new();
    let dpa = format!("dpa-{}", maker.tahun);
    let wide = |row: &&Row| matches!(row.row.jenjang, Jenjang::Total | Jenjang::Program);
    for row in rows.iter().filter(wide) {
        let mut by_source: BTreeMap<&str, i64> = BTreeMap::new();
        for leaf in rows.iter().filter(|it| row.holds(it)) {
            let jumlah = planned(maker, leaf, Phase::Dpa);
            if jumlah > 0 {
                *by_source.entry(source(maker, leaf)).or_default() += jumlah;
            }
        }
        for (nomor, (nama, jumlah)) in (1..).zip(by_source) {
            all.push(SumberDana {
                baris: row.row.id.clone(),
                dokumen: id(&dpa),
                nomor,
                nama: nama.to_owned(),
                jumlah: Some(rupiah(jumlah)),
                asal: maker.asal_at(&dpa, "Rincian"),
            });
        }
    }
    let renja = format!("renja-{}", maker.tahun);
    for row in rows.iter().filter(|it| it.row.jenjang == Jenjang::Subkegiatan) {
        all.push(SumberDana {
            baris: row.row.id.clone(),
            dokumen: id(&renja),
            nomor: 1,
            nama: source(maker, row).to_owned(),
            jumlah: None,
            asal: maker.asal_at(&renja, "Tabel 3"),
        });
    }
    all
}

/// What was spent on a subkegiatan, by quarter.
fn spent(maker: &Maker, row: &Row) -> [i64; 4] {
    let Plan::Subkegiatan { is_gaji, .. } = row.plan else { return [0; 4] };
    let pagu = in_force(maker, row);
    let mut acak = maker.acak(&format!("serapan/{}", row.id()));
    let share = match acak.between(1, 18) {
        _ if is_gaji => acak.between(9_600, 9_960),
        1 => acak.between(3_800, 6_200),
        2..=4 => acak.between(7_600, 8_900),
        _ => acak.between(8_900, 9_980),
    };
    let whole = pagu / 10 * share / 1_000;
    let weights = match (is_gaji, is_modal(row)) {
        (true, _) => [22, 29, 23, 26],
        (_, true) => [0, 14, 31, 55],
        _ => [9, 25, 29, 37],
    };
    let mut parts = weights.map(|it| match it {
        0 => 0,
        it => whole / 100 * (it * 10 + acak.between(-20, 20)) / 10,
    });
    parts[3] = whole - parts[..3].iter().sum::<i64>();
    parts
}

pub(super) fn realisasi_anggaran(maker: &Maker, rows: &[Row]) -> Vec<RealisasiAnggaran> {
    let mut all = Vec::new();
    let mut push = |row: &Row, (year, periode): (i64, Periode), jumlah: Option<i64>, asal: Asal| {
        all.push(RealisasiAnggaran {
            baris: row.row.id.clone(),
            tahun: tahun(year),
            periode,
            jumlah: jumlah.map(rupiah),
            asal,
        });
    };
    for year in (maker.tahun - 2).max(KONDISI_AWAL)..maker.tahun {
        let then = maker.in_year(year);
        let faults = Faults::of(&then, rows);
        let wide = |row: &&Row| matches!(row.row.jenjang, Jenjang::Total | Jenjang::Program);
        for row in rows.iter().filter(wide) {
            let jumlah = sum(rows, row, |it| faults.spent_in_year(&then, it));
            let asal = maker.asal_at(&format!("lra-{year}"), "Lampiran I");
            push(row, (year, Periode::Tahun), Some(jumlah), asal);
        }
    }
    let lra = format!("lra-{}", maker.tahun);
    let faults = Faults::of(maker, rows);
    for row in rows {
        if row.row.jenjang == Jenjang::Kegiatan && faults.states_year_of(row) {
            let jumlah = sum(rows, row, |it| faults.spent_in_year(maker, it));
            let year = (maker.tahun, Periode::Tahun);
            push(row, year, Some(jumlah), maker.asal_at(&lra, "Lampiran I"));
        }
        if row.row.jenjang != Jenjang::Subkegiatan {
            continue;
        }
        let parts = spent(maker, row);
        for (periode, jumlah) in Periode::TRIWULAN.into_iter().zip(parts) {
            if !maker.has_spent(periode) {
                continue;
            }
            let is_lost = faults.illegible == Some(row.id()) && periode == Periode::Tw3;
            let mut asal = maker.asal_at(&lra, "Lampiran II");
            asal.catatan = is_lost.then(|| ILLEGIBLE.to_owned());
            push(row, (maker.tahun, periode), (!is_lost).then_some(jumlah), asal);
        }
        if faults.unlike == Some(row.id()) && maker.has_spent(Periode::Tw4) {
            let year = (maker.tahun, Periode::Tahun);
            let jumlah = faults.spent_in_year(maker, row);
            push(row, year, Some(jumlah), maker.asal_at(&lra, "Lampiran I"));
        }
    }
    all
}

/// What is wrong with the report on the budget, as such reports are.
struct Faults<'r> {
    /// A subkegiatan of which a quarter cannot be read; its kegiatan states its year.
    illegible: Option<&'r str>,
    /// A subkegiatan whose year is not the sum of its quarters.
    unlike: Option<&'r str>,
}

impl<'r> Faults<'r> {
    fn of(maker: &Maker, rows: &'r [Row]) -> Faults<'r> {
        let leaves: Vec<&Row> =
            rows.iter().filter(|it| it.row.jenjang == Jenjang::Subkegiatan).collect();
        let mut acak = maker.acak("cela");
        let (has_illegible, has_unlike) = (acak.once_in(9), acak.once_in(7));
        let illegible = has_illegible.then(|| acak.pick(&leaves).id());
        let unlike =
            has_unlike.then(|| acak.pick(&leaves).id()).filter(|it| Some(*it) != illegible);
        Faults { illegible, unlike }
    }

    /// What the report says was spent on a subkegiatan in the year.
    fn spent_in_year(&self, maker: &Maker, row: &Row) -> i64 {
        let sum: i64 = spent(maker, row).iter().sum();
        if self.unlike == Some(row.id()) { (sum - 250_000).max(0) } else { sum }
    }

    /// Whether a kegiatan holds the row that cannot be read.
    fn states_year_of(&self, kegiatan: &Row) -> bool {
        let below = self.illegible.and_then(|it| it.strip_prefix(kegiatan.id()));
        below.is_some_and(|it| it.starts_with('.'))
    }
}

pub(super) fn belanja(maker: &Maker, rows: &[Row]) -> Vec<Belanja> {
    let leaves = || rows.iter().filter(|it| it.row.jenjang == Jenjang::Subkegiatan);
    let faults = Faults::of(maker, rows);
    let mut all = Vec::new();
    for (jenis, modal) in [(JenisBelanja::Operasi, false), (JenisBelanja::Modal, true)] {
        let own = || leaves().filter(move |it| is_modal(it) == modal);
        if own().next().is_none() {
            continue;
        }
        let mut push = |dokumen: &str, pagu: Option<i64>, realisasi: Option<i64>| {
            all.push(Belanja {
                jenis,
                dokumen: id(dokumen),
                tahun: tahun(maker.tahun),
                pagu: pagu.map(rupiah),
                realisasi: realisasi.map(rupiah),
                asal: maker.asal_at(dokumen, "Ringkasan"),
            });
        };
        push(&maker.dokumen_anggaran(), Some(own().map(|it| in_force(maker, it)).sum()), None);
        if maker.has_spent(Periode::Tw4) {
            let jumlah = own().map(|it| faults.spent_in_year(maker, it)).sum();
            push(&format!("lra-{}", maker.tahun), None, Some(jumlah));
        }
    }
    all
}

/// Which rows serve an IKU; one in fifteen has not been mapped.
pub(super) fn pemetaan_anggaran(maker: &Maker) -> Vec<PemetaanAnggaran> {
    let is_mapped = |index: usize| {
        index == 0 || !maker.acak_of_office(&format!("pemetaan/{index}")).once_in(15)
    };
    let row =
        |(index, _, iku): (usize, usize, &'static crate::profile::IkuPlan)| PemetaanAnggaran {
            indikator: iku_id(index),
            baris: id(iku.baris),
            tanda: Tanda::Tambah,
            asal: maker.asal_at(&format!("pk-{}", maker.tahun), "Lampiran"),
        };
    all_iku(maker).filter(|(index, ..)| is_mapped(*index)).map(row).collect()
}

impl Maker {
    /// Whether the office has accounted for its money of a quarter: some do before they measure.
    fn has_spent(&self, periode: Periode) -> bool {
        self.is_measured(periode) || self.office.is_multiple_of(2)
    }
}

/// The largest subkegiatan beside the salaries, by its id.
pub(super) fn largest(maker: &Maker, rows: &[Row]) -> String {
    let counts = |it: &&Row| matches!(it.plan, Plan::Subkegiatan { is_gaji: false, .. });
    let largest = rows.iter().filter(counts).max_by_key(|it| in_force(maker, it));
    largest.map_or_else(|| "total".to_owned(), |it| it.row.id.as_str().to_owned())
}
