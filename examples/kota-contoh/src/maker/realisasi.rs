//! What was reached: values of variables, parts of indices, stated values.

use selaras_domain::{
    Asal, IndikatorId, Komponen, NilaiRealisasi, NilaiVariabel, Periode, Realisasi, Verifikasi,
};

use super::indikator::{all_iku, iku_id, kegiatan_target, names, row_indikator, sub_target};
use super::nilai::{Gap, Measured, agreed, aim, komponen_of, measured, range, rises};
use super::tree::{Plan, Row};
use super::{KONDISI_AWAL, Maker, hundredths, id, tahun};
use crate::profile::{IkuPlan, Jalur, Ukur};

const ILLEGIBLE: &str = "tidak terbaca pada sumber: halaman salinan terpotong";
const LOST: &str = "tidak terbaca pada sumber: berkas survei tidak ditemukan";
const NOTHING_ASKED: &str = "tidak ada kejadian pada triwulan ini";
const WAITING: &str = "menunggu pemeriksaan hasil survei";

impl Maker {
    /// What the report of that year says of it.
    fn asal_of_report(&self) -> Asal {
        self.asal_at(&format!("lkjip-{}", self.tahun), "Bab III")
    }
}

fn noted(asal: Asal, note: Option<&str>) -> Asal {
    Asal { catatan: note.map(str::to_owned), ..asal }
}

pub(super) fn nilai_variabel(maker: &Maker) -> Vec<NilaiVariabel> {
    let mut all = Vec::new();
    for (index, _, iku) in all_iku(maker) {
        for (place, (name, ..)) in names(iku.ukur).into_iter().enumerate() {
            // Records of a register are kept for their year only; of others the report tells.
            let is_counted = matches!(iku.ukur, Ukur::Peserta(..));
            let mut push = |year: &Maker, periode, found: Option<i64>, verifikasi, asal| {
                all.push(NilaiVariabel {
                    indikator: iku_id(index),
                    variabel: id(name),
                    tahun: tahun(year.tahun),
                    periode,
                    nilai: found.map(Into::into),
                    verifikasi,
                    asal,
                });
            };
            for year in maker.earlier().filter(|_| !is_counted) {
                let year = maker.in_year(year);
                let then = measured(&year, index, iku);
                let is_lost = then.gap != Gap::Nothing && place == 0;
                let found =
                    (!is_lost).then_some(if place == 0 { then.year.0 } else { then.year.1 });
                let asal = noted(year.asal_of_report(), is_lost.then_some(ILLEGIBLE));
                push(&year, Periode::Tahun, found, Verifikasi::Terverifikasi, asal);
            }
            let now = measured(maker, index, iku);
            for (periode, found, note) in of_year(&now, place, is_counted) {
                if maker.is_measured(periode) {
                    let asal = noted(maker.asal("pengukuran"), note);
                    push(maker, periode, found, maker.verifikasi(periode), asal);
                }
            }
        }
    }
    all
}

/// The values of a name in the year: by quarter where it is measured so. `place` 0 is the numerator.
fn of_year(
    now: &Measured,
    place: usize,
    is_counted: bool,
) -> Vec<(Periode, Option<i64>, Option<&'static str>)> {
    let Some(quarters) = now.quarters else {
        let is_lost = now.gap == Gap::Year && place == 0;
        let value = if place == 0 { now.year.0 } else { now.year.1 };
        return vec![(Periode::Tahun, (!is_lost).then_some(value), is_lost.then_some(ILLEGIBLE))];
    };
    let of = |(index, (periode, pair)): (usize, (Periode, (i64, i64)))| {
        let is_lost = now.gap == Gap::Quarter(index) && place == 0;
        let value = if place == 0 && !is_counted { pair.0 } else { pair.1 };
        let note = match pair.1 {
            _ if is_lost => Some(ILLEGIBLE),
            0 => Some(NOTHING_ASKED),
            _ => None,
        };
        (periode, (!is_lost).then_some(value), note)
    };
    Periode::TRIWULAN.into_iter().zip(quarters).enumerate().map(of).collect()
}

pub(super) fn komponen(maker: &Maker) -> Vec<Komponen> {
    let mut all = Vec::new();
    for (index, _, iku) in all_iku(maker) {
        let Ukur::Komponen(parts) = iku.ukur else { continue };
        for year in maker.earlier().chain([maker.tahun]) {
            let year = maker.in_year(year);
            let is_now = year.tahun == maker.tahun;
            if is_now && !maker.is_measured(Periode::Tahun) {
                continue;
            }
            let asal = if is_now { maker.asal("pengukuran") } else { year.asal_of_report() };
            let values = komponen_of(&year, index, iku, parts.len());
            for (nomor, ((nama, bobot), value)) in (1..).zip(parts.iter().zip(values)) {
                all.push(Komponen {
                    indikator: iku_id(index),
                    nomor,
                    nama: (*nama).to_owned(),
                    bobot: (*bobot).into(),
                    tahun: tahun(year.tahun),
                    nilai: Some(hundredths(value)),
                    asal: asal.clone(),
                });
            }
        }
    }
    all
}

struct Stated<'m> {
    maker: &'m Maker,
    rows: Vec<Realisasi>,
}

impl Stated<'_> {
    /// A value of this year, unless its quarter has not been measured.
    fn push(&mut self, indikator: &IndikatorId, periode: Periode, nilai: NilaiRealisasi) {
        let (verifikasi, asal) = (self.maker.verifikasi(periode), self.maker.asal("pengukuran"));
        self.push_with(indikator, periode, Some(nilai), verifikasi, asal);
    }

    fn push_with(
        &mut self,
        indikator: &IndikatorId,
        periode: Periode,
        nilai: Option<NilaiRealisasi>,
        verifikasi: Verifikasi,
        asal: Asal,
    ) {
        if self.maker.is_measured(periode) {
            self.rows.push(Realisasi {
                indikator: indikator.clone(),
                tahun: tahun(self.maker.tahun),
                periode,
                nilai,
                verifikasi,
                asal,
            });
        }
    }

    fn push_earlier(
        &mut self,
        indikator: &IndikatorId,
        year: &Maker,
        nilai: Option<NilaiRealisasi>,
    ) {
        let note = nilai.is_none().then_some(LOST);
        self.rows.push(Realisasi {
            indikator: indikator.clone(),
            tahun: tahun(year.tahun),
            periode: Periode::Tahun,
            nilai,
            verifikasi: Verifikasi::Terverifikasi,
            asal: noted(year.asal_of_report(), note),
        });
    }
}

fn number(value: i64) -> NilaiRealisasi {
    NilaiRealisasi::Angka(hundredths(value))
}

pub(super) fn realisasi(maker: &Maker, rows: &[Row]) -> Vec<Realisasi> {
    let mut stated = Stated { maker, rows: Vec::new() };
    add_tujuan(&mut stated);
    for (index, _, iku) in all_iku(maker) {
        add_iku(&mut stated, index, iku);
    }
    for row in rows {
        add_row(&mut stated, row);
    }
    stated.rows
}

fn add_tujuan(stated: &mut Stated<'_>) {
    let maker = *stated.maker;
    let plan = &maker.profile.tujuan;
    let own = id("ikt-1");
    let value = |year: &Maker| number(reached(year, "tujuan", plan.satuan, plan.jalur));
    for year in maker.earlier() {
        let year = maker.in_year(year);
        stated.push_earlier(&own, &year, Some(value(&year)));
    }
    // Statistics of the last year are late in some fields.
    let is_published = maker.tahun < i64::from(crate::TAHUN_AKHIR) || maker.office % 4 != 1;
    if is_published {
        stated.push(&own, Periode::Tahun, value(&maker));
    }
}

/// What was reached of something that is stated once a year, in hundredths.
fn reached(maker: &Maker, topic: &str, satuan: &str, jalur: Jalur) -> i64 {
    let aim = aim(satuan, jalur, maker.tahun);
    if maker.tahun <= KONDISI_AWAL {
        return aim;
    }
    let mut acak = maker.acak(&format!("capaian/{topic}"));
    // Lives and years at school hardly move; shares of work do.
    let share = match satuan {
        "Tahun" => acak.between(992, 1_006),
        "%" => acak.between(900, 1_060),
        _ => acak.between(955, 1_035),
    };
    let value = match rises(jalur) {
        true => aim * share / 1_000,
        false => aim * (2_000 - share) / 1_000,
    };
    if satuan == "%" { value.min(10_000) } else { value }
}

fn add_iku(stated: &mut Stated<'_>, index: usize, iku: &IkuPlan) {
    let maker = *stated.maker;
    let own = iku_id(index);
    let in_words = |value: i64| match iku.ukur {
        Ukur::Predikat(_, words) => {
            let place = usize::try_from(value / 100 - 1).unwrap_or_default();
            NilaiRealisasi::Predikat(words[place.min(words.len() - 1)].to_owned())
        }
        _ => number(value),
    };
    match iku.ukur {
        Ukur::Nilai | Ukur::Predikat(..) | Ukur::Cacah | Ukur::Register(..) | Ukur::Peserta(..) => {
            for year in maker.earlier() {
                let year = maker.in_year(year);
                let then = measured(&year, index, iku);
                let nilai = (then.gap == Gap::Nothing).then(|| in_words(then.value));
                stated.push_earlier(&own, &year, nilai);
            }
        }
        _ => return,
    }
    let now = measured(&maker, index, iku);
    match (iku.ukur, now.quarters) {
        (Ukur::Cacah, Some(quarters)) => {
            for (periode, (count, _)) in Periode::TRIWULAN.into_iter().zip(quarters) {
                stated.push(&own, periode, number(count * 100));
            }
        }
        (Ukur::Nilai | Ukur::Predikat(..), _) => {
            let is_waiting = matches!(iku.ukur, Ukur::Nilai)
                && maker.acak(&format!("survei/{index}")).once_in(14);
            let nilai = (now.gap == Gap::Nothing).then(|| in_words(now.value));
            let (verifikasi, note) = match nilai {
                None => (Verifikasi::Belum, Some(LOST)),
                Some(_) if is_waiting => (Verifikasi::Belum, Some(WAITING)),
                Some(_) => (maker.verifikasi(Periode::Tahun), None),
            };
            let asal = noted(maker.asal("pengukuran"), note);
            stated.push_with(&own, Periode::Tahun, nilai, verifikasi, asal);
        }
        _ => {}
    }
}

fn add_row(stated: &mut Stated<'_>, row: &Row) {
    let maker = *stated.maker;
    let Some(own) = row_indikator(row) else { return };
    match row.plan {
        Plan::Whole => {}
        Plan::Program { jalur, .. } => {
            for year in maker.earlier() {
                let year = maker.in_year(year);
                let value = number(reached(&year, row.id(), "%", jalur));
                stated.push_earlier(&own, &year, Some(value));
            }
            stated.push(&own, Periode::Tahun, number(reached(&maker, row.id(), "%", jalur)));
        }
        Plan::Kegiatan { .. } => {
            let share = maker.acak(&format!("hasil/{}", row.id())).between(860, 1_060);
            let value = (kegiatan_target(&maker, row) * share / 1_000).min(10_000);
            stated.push(&own, Periode::Tahun, number(value));
        }
        Plan::Subkegiatan { .. } => {
            let outputs = outputs(&maker, row);
            for (periode, count) in Periode::TRIWULAN.into_iter().zip(outputs) {
                stated.push(&own, periode, number(count * 100));
            }
        }
    }
}

/// What a subkegiatan put out, by quarter.
fn outputs(maker: &Maker, row: &Row) -> [i64; 4] {
    let Plan::Subkegiatan { sub, is_gaji, .. } = row.plan else { return [0; 4] };
    let target = sub_target(maker, row);
    let mut acak = maker.acak(&format!("keluaran/{}", row.id()));
    let share = match acak.between(1, 20) {
        _ if is_gaji => acak.between(98, 101),
        1 => acak.between(45, 75),
        2..=4 => acak.between(82, 97),
        5..=17 => 100,
        _ => acak.between(103, 125),
    };
    let whole = target * share / 100;
    // Salaries and reports come every month; most else comes late, and what comes once at the end.
    let is_even = is_gaji || (sub.satuan == "Laporan" && whole % 4 == 0);
    let weights = if is_even { [25, 25, 25, 25] } else { [15, 25, 28, 32] };
    let mut parts = weights.map(|it| whole * it / 100);
    parts[3] += whole - parts.iter().sum::<i64>();
    parts
}

/// Whether the year of an IKU has a value, so that a sentence may speak of it.
pub(super) fn has_value(maker: &Maker, index: usize, iku: &IkuPlan) -> bool {
    let is_whole = maker.tahun <= KONDISI_AWAL || maker.is_measured(Periode::Tahun);
    let is_counted = matches!(iku.ukur, Ukur::Register(..));
    (is_whole || is_counted) && measured(maker, index, iku).gap == Gap::Nothing
}

/// Whether an IKU reached less than was agreed, as far as is known.
pub(super) fn has_missed(maker: &Maker, index: usize, iku: &IkuPlan) -> bool {
    let value = measured(maker, index, iku).value;
    let is_short = match iku.ukur {
        Ukur::Rentang(..) => {
            let (low, high) = range(iku.jalur, maker.tahun);
            !(low..=high).contains(&hundredths(value))
        }
        _ if rises(iku.jalur) => value < agreed(maker, index, iku),
        _ => value > agreed(maker, index, iku),
    };
    has_value(maker, index, iku) && is_short
}
