//! The indicators of an office, their variables, and what is aimed at by every document.

use selaras_domain::{
    Akumulasi, CaraUkurSendiri, Indikator, IndikatorId, JenisIndikator, JenisTarget, NilaiTarget,
    Periode, Pokok, Polaritas, RumusCapaian, Target, TargetNol, Variabel,
};

use super::berjenjang::{Post, Promise};
use super::nilai::{agreed, aim, planned, range, rises};
use super::tree::{Plan, Row};
use super::{KONDISI_AWAL, Maker, PERUBAHAN_RENSTRA, berjenjang, hundredths, id, tahun};
use crate::TAHUN_AKHIR;
use crate::acak::Acak;
use crate::profile::{IkuPlan, Ukur, Var};

/// The IKU of an office in order, with the number of the sasaran of each.
pub(super) fn all_iku(maker: &Maker) -> impl Iterator<Item = (usize, usize, &'static IkuPlan)> {
    let of = |(sasaran, it): (usize, &'static crate::profile::SasaranPlan)| {
        it.iku.iter().map(move |iku| (sasaran, iku))
    };
    let all = maker.profile.sasaran.iter().enumerate().flat_map(of);
    all.enumerate().map(|(index, (sasaran, iku))| (index, sasaran, iku))
}

pub(super) fn iku_id(index: usize) -> IndikatorId {
    id(&format!("iku-{}", index + 1))
}

/// The id of the indikator of a row of the budget, and of its kind.
pub(super) fn row_indikator(row: &Row) -> Option<IndikatorId> {
    let stem = match row.plan {
        Plan::Whole => return None,
        Plan::Program { .. } => "ikp",
        Plan::Kegiatan { .. } => "hk",
        Plan::Subkegiatan { .. } => "kel",
    };
    Some(id(&format!("{stem}-{}", row.id())))
}

pub(super) fn indikator(maker: &Maker, rows: &[Row]) -> Vec<Indikator> {
    let posts = berjenjang::posts(maker);
    let mut all = vec![of_tujuan(maker)];
    let mut number = 0;
    let mut sasaran_before = usize::MAX;
    for (index, sasaran, iku) in all_iku(maker) {
        number = if sasaran == sasaran_before { number + 1 } else { 1 };
        sasaran_before = sasaran;
        all.push(of_sasaran(maker, (index, sasaran, number), iku));
    }
    for jenis in [JenisIndikator::Program, JenisIndikator::Kegiatan, JenisIndikator::Keluaran] {
        all.extend(
            rows.iter().filter_map(|row| of_row(maker, &posts, row)).filter(|it| it.jenis == jenis),
        );
    }
    all
}

fn of_tujuan(maker: &Maker) -> Indikator {
    let plan = &maker.profile.tujuan;
    Indikator {
        id: id("ikt-1"),
        jenis: JenisIndikator::Tujuan,
        pokok: Pokok::Tujuan(id("tujuan-1")),
        nomor: 1,
        nama: plan.indikator.to_owned(),
        nama_pendek: None,
        satuan: plan.satuan.to_owned(),
        polaritas: polaritas(rises(plan.jalur)),
        skala_nilai: None,
        definisi: None,
        rumus_tertulis: None,
        formula: None,
        sumber_data: Some("Publikasi statistik dan hasil penilaian pihak luar".to_owned()),
        penanggung_jawab: Some(maker.profile.bentuk.jabatan_kepala().to_owned()),
        cara: CaraUkurSendiri { rumus: falling(rises(plan.jalur)), ..CaraUkurSendiri::default() },
        asal: maker.asal_at("renstra-2020", "Tabel 4.1"),
    }
}

fn polaritas(rises: bool) -> Polaritas {
    if rises { Polaritas::Naik } else { Polaritas::Turun }
}

/// What falls is compared by twice the target less what was reached.
fn falling(rises: bool) -> Option<RumusCapaian> {
    (!rises).then_some(RumusCapaian::NegatifLan)
}

fn of_sasaran(
    maker: &Maker,
    (index, sasaran, nomor): (usize, usize, u16),
    iku: &IkuPlan,
) -> Indikator {
    let (rumus_tertulis, formula) = formula(iku.ukur);
    let akumulasi = match iku.ukur {
        Ukur::Arus(..) | Ukur::Rata(..) | Ukur::Rentang(..) | Ukur::Cacah => {
            Some(Akumulasi::Jumlah)
        }
        _ => None,
    };
    let rumus = match iku.ukur {
        Ukur::Rentang(..) => Some(RumusCapaian::Rentang),
        Ukur::Predikat(..) => Some(RumusCapaian::Skala),
        _ => falling(rises(iku.jalur)),
    };
    // Deaths have no agreed meaning of a target of zero; conflicts have.
    let aims_at_zero = iku.jalur.akhir.is_zero();
    let target_nol =
        (aims_at_zero && !iku.nama.starts_with("Korban")).then_some(TargetNol::NolTerbaik);
    let whole = matches!(iku.ukur, Ukur::Cacah);
    Indikator {
        id: iku_id(index),
        jenis: JenisIndikator::Iku,
        pokok: Pokok::Sasaran(id(&format!("sasaran-{}", sasaran + 1))),
        nomor,
        nama: iku.nama.to_owned(),
        nama_pendek: Some(iku.pendek.to_owned()),
        satuan: iku.satuan.to_owned(),
        polaritas: match iku.ukur {
            Ukur::Rentang(..) => Polaritas::Rentang,
            _ => polaritas(rises(iku.jalur)),
        },
        skala_nilai: match iku.ukur {
            Ukur::Predikat(skala, _) => Some(id(skala)),
            _ => None,
        },
        definisi: Some(iku.definisi.to_owned()),
        rumus_tertulis,
        formula,
        sumber_data: Some(iku.sumber.to_owned()),
        penanggung_jawab: Some(maker.kepala_unit(iku.bidang)),
        cara: CaraUkurSendiri {
            rumus,
            presisi_realisasi: whole.then_some(0),
            target_nol,
            akumulasi,
            ..CaraUkurSendiri::default()
        },
        asal: maker.asal_at("renstra-2020", "Tabel 4.1"),
    }
}

/// The formula as people read it, and as it is computed.
fn formula(ukur: Ukur) -> (Option<String>, Option<String>) {
    let (written, computed) = match ukur {
        Ukur::Arus(a, b, _) | Ukur::Stok(a, b, _) | Ukur::Rentang(a, b, _) => {
            (format!("{} / {} × 100%", a.1, b.1), format!("{} / {} * 100", a.0, b.0))
        }
        Ukur::Angka(a, b, _, times) => {
            let printed = selaras_domain::angka::format(times);
            (format!("{} / {} × {printed}", a.1, b.1), format!("{} / {} * {times}", a.0, b.0))
        }
        Ukur::Rata(a, b, _) => (format!("{} / {}", a.1, b.1), format!("{} / {}", a.0, b.0)),
        Ukur::Register(register, state) => (
            format!("Kasus «{}» / Seluruh kasus × 100%", state.replace('_', " ")),
            format!("cacah({register}, \"{state}\") / cacah({register}) * 100"),
        ),
        Ukur::Peserta(register, all, _) => (
            format!("Pegawai yang menyelesaikan pelatihan / {} × 100%", all.1),
            format!("cacah({register}) / {} * 100", all.0),
        ),
        Ukur::Komponen(_) => {
            return (Some("Jumlah (bobot × nilai komponen) / Jumlah bobot".to_owned()), None);
        }
        Ukur::Nilai | Ukur::Cacah | Ukur::Predikat(..) => return (None, None),
    };
    (Some(written), Some(computed))
}

fn of_row(maker: &Maker, posts: &[Post], row: &Row) -> Option<Indikator> {
    let (jenis, nama, satuan, rises, halaman) = match row.plan {
        Plan::Whole => return None,
        Plan::Program { indikator, jalur } => {
            let satuan = if indikator.starts_with("Indeks") { "Indeks" } else { "%" };
            (JenisIndikator::Program, indikator, satuan, rises(jalur), "Tabel 4.2")
        }
        Plan::Kegiatan { hasil } => (JenisIndikator::Kegiatan, hasil, "%", true, "Tabel 3"),
        Plan::Subkegiatan { sub, .. } => {
            (JenisIndikator::Keluaran, sub.keluaran, sub.satuan, true, "Tabel 3")
        }
    };
    let source = match jenis {
        JenisIndikator::Program => "renstra-2020".to_owned(),
        _ => format!("renja-{}", maker.tahun),
    };
    Some(Indikator {
        id: row_indikator(row)?,
        jenis,
        pokok: Pokok::Baris(row.row.id.clone()),
        nomor: 1,
        nama: nama.to_owned(),
        nama_pendek: None,
        satuan: satuan.to_owned(),
        polaritas: polaritas(rises),
        skala_nilai: None,
        definisi: None,
        rumus_tertulis: None,
        formula: None,
        sumber_data: None,
        penanggung_jawab: berjenjang::owner(maker, posts, row).map(|it| it.jabatan.clone()),
        cara: CaraUkurSendiri { rumus: falling(rises), ..CaraUkurSendiri::default() },
        asal: maker.asal_at(&source, halaman),
    })
}

/// The names that the formula of an indikator reads.
pub(super) fn names(ukur: Ukur) -> Vec<Var> {
    match ukur {
        Ukur::Arus(a, b, _) | Ukur::Stok(a, b, _) | Ukur::Rentang(a, b, _) => vec![a, b],
        Ukur::Rata(a, b, _) | Ukur::Angka(a, b, _, _) => vec![a, b],
        Ukur::Peserta(_, all, _) => vec![all],
        Ukur::Nilai | Ukur::Komponen(_) | Ukur::Cacah | Ukur::Predikat(..) | Ukur::Register(..) => {
            Vec::new()
        }
    }
}

pub(super) fn variabel(maker: &Maker) -> Vec<Variabel> {
    let of = |(index, _, iku): (usize, usize, &'static IkuPlan)| {
        names(iku.ukur).into_iter().map(move |(name, nama, satuan)| (index, name, nama, satuan))
    };
    let row = |(index, name, nama, satuan): (usize, &str, &str, &str)| Variabel {
        indikator: iku_id(index),
        id: id(name),
        nama: nama.to_owned(),
        satuan: satuan.to_owned(),
        asal: maker.asal("pengukuran"),
    };
    all_iku(maker).flat_map(of).map(row).collect()
}

/// Which document says what an IKU is to reach.
#[derive(Clone, Copy)]
enum Stage {
    Renstra,
    Perubahan,
    Perjanjian,
}

/// What an IKU is to reach in a year, in the form of its kind.
fn iku_target(maker: &Maker, index: usize, iku: &IkuPlan, stage: Stage) -> NilaiTarget {
    match iku.ukur {
        Ukur::Rentang(..) => {
            let (low, high) = range(iku.jalur, maker.tahun);
            NilaiTarget::Rentang(low, high)
        }
        Ukur::Predikat(_, words) => {
            let aim = aim(iku.satuan, iku.jalur, maker.tahun) / 100;
            let last = words.len() - 1;
            let place = usize::try_from(aim - 1).unwrap_or_default().min(last);
            NilaiTarget::Predikat(words[place].to_owned())
        }
        _ => NilaiTarget::Angka(hundredths(match stage {
            Stage::Renstra => aim(iku.satuan, iku.jalur, maker.tahun),
            Stage::Perubahan => planned(maker, index, iku),
            Stage::Perjanjian => agreed(maker, index, iku),
        })),
    }
}

/// One row, of a document at a page.
struct Stated<'m> {
    maker: &'m Maker,
    rows: Vec<Target>,
}

impl Stated<'_> {
    fn push(
        &mut self,
        (indikator, dokumen, halaman): (&IndikatorId, &str, &str),
        (year, periode, jenis): (i64, Periode, JenisTarget),
        nilai: NilaiTarget,
    ) {
        self.rows.push(Target {
            indikator: indikator.clone(),
            dokumen: id(dokumen),
            tahun: tahun(year),
            periode,
            jenis,
            nilai: Some(nilai),
            asal: self.maker.asal_at(dokumen, halaman),
        });
    }

    fn of_year(&mut self, place: (&IndikatorId, &str, &str), year: i64, nilai: NilaiTarget) {
        self.push(place, (year, Periode::Tahun, JenisTarget::Target), nilai);
    }
}

pub(super) fn target(maker: &Maker, rows: &[Row]) -> Vec<Target> {
    let mut stated = Stated { maker, rows: Vec::new() };
    add_tujuan(&mut stated);
    for (index, _, iku) in all_iku(maker) {
        add_iku(&mut stated, index, iku);
    }
    let posts = berjenjang::posts(maker);
    let promises = berjenjang::promises(maker, &posts);
    for row in rows {
        add_row(&mut stated, row);
        add_promised(&mut stated, (&posts, &promises), row);
    }
    stated.rows
}

/// What the agreements below the head state of a row: the same as the plans.
fn add_promised(stated: &mut Stated<'_>, (posts, all): (&[Post], &[Promise]), row: &Row) {
    let maker = *stated.maker;
    let Some(own) = row_indikator(row) else { return };
    for it in all.iter().filter(|it| posts[it.post].promises(&maker, row)) {
        let value = match row.plan {
            Plan::Whole => return,
            Plan::Program { jalur, .. } => hundredths(aim("%", jalur, maker.tahun)),
            Plan::Kegiatan { .. } => hundredths(kegiatan_target(&maker, row)),
            Plan::Subkegiatan { .. } => sub_target(&maker, row).into(),
        };
        stated.of_year((&own, it.name(), "Lampiran"), maker.tahun, NilaiTarget::Angka(value));
    }
}

fn add_tujuan(stated: &mut Stated<'_>) {
    let plan = &stated.maker.profile.tujuan;
    let own = id("ikt-1");
    let value = |year, _| NilaiTarget::Angka(hundredths(aim(plan.satuan, plan.jalur, year)));
    add_plan(stated, (&own, "Tabel 4.1"), value);
}

/// What the plan aims at from the state before it to its last year; where it was changed, the plan in
/// force states everything anew and stands first.
fn add_plan(
    stated: &mut Stated<'_>,
    (own, halaman): (&IndikatorId, &str),
    value: impl Fn(i64, Stage) -> NilaiTarget,
) {
    let changed = (PERUBAHAN_RENSTRA, Stage::Perubahan);
    let changed = stated.maker.has_new_renstra().then_some(changed);
    for (dokumen, stage) in changed.into_iter().chain([("renstra-2020", Stage::Renstra)]) {
        let place = (own, dokumen, halaman);
        let before = (KONDISI_AWAL, Periode::Tahun, JenisTarget::KondisiAwal);
        stated.push(place, before, value(KONDISI_AWAL, stage));
        for year in KONDISI_AWAL + 1..=i64::from(TAHUN_AKHIR) {
            stated.of_year(place, year, value(year, stage));
        }
    }
}

fn add_iku(stated: &mut Stated<'_>, index: usize, iku: &IkuPlan) {
    let maker = *stated.maker;
    let own = iku_id(index);
    let of_year = |year, stage| iku_target(&maker.in_year(year), index, iku, stage);
    add_plan(stated, (&own, "Tabel 4.1"), of_year);
    if maker.earlier().any(|it| it == KONDISI_AWAL) {
        let dokumen = format!("lkjip-{KONDISI_AWAL}");
        let begun = of_year(KONDISI_AWAL, Stage::Renstra);
        stated.of_year((&own, &dokumen, "Bab II"), KONDISI_AWAL, begun);
    }
    for year in [maker.tahun - 1, maker.tahun] {
        if year > KONDISI_AWAL {
            let value = iku_target(&maker.in_year(year), index, iku, Stage::Perjanjian);
            stated.of_year((&own, &format!("pk-{year}"), "Lampiran"), year, value.clone());
            if year == maker.tahun && maker.has_perubahan() {
                let dokumen = format!("perubahan-pk-{year}");
                stated.of_year((&own, &dokumen, "Lampiran"), year, value);
            }
        }
    }
    for (quarter, value) in quarter_targets(&maker, index, iku) {
        let dokumen = format!("rencana-aksi-{}", maker.tahun);
        let when = (maker.tahun, quarter, JenisTarget::Target);
        stated.push((&own, &dokumen, "Lampiran"), when, NilaiTarget::Angka(hundredths(value)));
    }
}

/// The aims of the quarters of what is measured within the year, in hundredths.
pub(super) fn quarter_targets(maker: &Maker, index: usize, iku: &IkuPlan) -> Vec<(Periode, i64)> {
    let year = agreed(maker, index, iku);
    let begun = aim(iku.satuan, iku.jalur, maker.tahun - 1);
    let of = |quarter: i64| match iku.ukur {
        Ukur::Arus(..) | Ukur::Rata(..) | Ukur::Register(..) => Some(year),
        Ukur::Stok(..) => Some((begun * (4 - quarter) + year * quarter) / 4 / 10 * 10),
        Ukur::Cacah if year > 0 => {
            let whole = year / 100;
            Some(100 * (whole * quarter / 4 - whole * (quarter - 1) / 4))
        }
        Ukur::Cacah => Some(0),
        _ => None,
    };
    let all = Periode::TRIWULAN.into_iter().zip(1..);
    all.filter_map(|(periode, quarter)| Some((periode, of(quarter)?))).collect()
}

fn add_row(stated: &mut Stated<'_>, row: &Row) {
    let maker = *stated.maker;
    let Some(own) = row_indikator(row) else { return };
    let renja = format!("renja-{}", maker.tahun);
    match row.plan {
        Plan::Whole => {}
        Plan::Program { jalur, .. } => {
            let value = |year| NilaiTarget::Angka(hundredths(aim("%", jalur, year)));
            add_plan(stated, (&own, "Tabel 4.2"), |year, _| value(year));
            stated.of_year((&own, &renja, "Tabel 3"), maker.tahun, value(maker.tahun));
        }
        Plan::Kegiatan { .. } => {
            for year in [maker.tahun, maker.tahun + 1] {
                let value = hundredths(kegiatan_target(&maker.in_year(year), row));
                stated.of_year((&own, &renja, "Tabel 3"), year, NilaiTarget::Angka(value));
            }
        }
        Plan::Subkegiatan { .. } => {
            for year in [maker.tahun, maker.tahun + 1] {
                let value = sub_target(&maker.in_year(year), row);
                stated.of_year((&own, &renja, "Tabel 3"), year, NilaiTarget::Angka(value.into()));
            }
            let value = NilaiTarget::Angka(sub_target(&maker, row).into());
            stated.of_year((&own, &format!("dpa-{}", maker.tahun), "Rincian"), maker.tahun, value);
        }
    }
}

/// What a kegiatan is to reach, in hundredths of a percent.
pub(super) fn kegiatan_target(maker: &Maker, row: &Row) -> i64 {
    let base = Acak::new(row.id(), &[maker.office as u64]).between(72, 94);
    let gone = maker.tahun - KONDISI_AWAL;
    (100 * base + 80 * gone).min(10_000)
}

/// How much a subkegiatan is to put out.
pub(super) fn sub_target(maker: &Maker, row: &Row) -> i64 {
    let Plan::Subkegiatan { sub, is_gaji, .. } = row.plan else { return 0 };
    let gone = maker.tahun - KONDISI_AWAL;
    if is_gaji {
        // Twelve months for everybody who is paid.
        return maker.profile.gaji / 90 * 12;
    }
    // Months and quarters do not grow.
    let grows = !matches!(sub.satuan, "Dokumen" | "Laporan" | "Paket" | "Perangkat Daerah");
    if grows { (sub.target * (1_000 + 18 * gone) / 1_000).max(1) } else { sub.target }
}
