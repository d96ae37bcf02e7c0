//! The agreements below the head of an office: who leads its units, what each of them promises to whom,
//! and by which actions.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use selaras_domain::{
    AlasanPerubahan, Asal, JenisKeputusanPerjanjian, Jenjang, KeputusanPerjanjian, Pejabat,
    Periode, PerjanjianKinerja, RencanaAksi, StatusPejabat, StatusPerjanjian, SupervisiPerjanjian,
};

use super::indikator::{kegiatan_target, row_indikator, sub_target};
use super::nilai::aim;
use super::tree::{Plan, Row};
use super::{Maker, hundredths, id, pool, tahun, year};
use crate::TAHUN_AKHIR;
use crate::people::{N_OFFICIALS, pegawai};
use crate::profile::Bentuk;

/// The year in which some heads of a first bidang changed, and the day of the new one.
const CHANGED: Date = date(2022, 7, 4);

/// A post below the head of an office, with a promise of its own.
pub(super) struct Post {
    /// Its unit, by which its holder and its agreement are named.
    unit: String,
    pub(super) jabatan: String,
    /// The words for the unit after the post of somebody who works in it.
    nama_unit: String,
    /// The place of its superior's post in the list; the head's where there is none.
    atasan: Option<usize>,
    /// Which of the first pegawai of the office holds it.
    pemangku: usize,
    tugas: Tugas,
}

/// Which rows of the budget a post answers for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tugas {
    /// The program that keeps the office running, with its kegiatan.
    Penatausahaan,
    /// Subkegiatan of that program: those of planning and money, or the others.
    Rumah { is_planning: bool },
    /// The programs of a bidang with their kegiatan.
    Program(usize),
    /// Their subkegiatan.
    Keluaran(usize),
    /// All of these.
    Semua(usize),
}

/// Kegiatan that the subbagian of planning and finance carries out.
const PLANNING: [&str; 2] = ["2.01", "2.02"];

/// The posts of an office, each after its superior's; those that answer for nothing are left out.
pub(super) fn posts(maker: &Maker) -> Vec<Post> {
    let profile = maker.profile;
    let keeper = profile.bentuk.penatausaha();
    let house = keeper.strip_prefix("Kepala ").unwrap_or("Sekretariat");
    let post = |unit: &str, jabatan: &str, nama_unit: &str, atasan, (pemangku, tugas)| Post {
        unit: unit.to_owned(),
        jabatan: jabatan.to_owned(),
        nama_unit: nama_unit.to_owned(),
        atasan,
        pemangku,
        tugas,
    };
    let subbagian = |unit: &str, nama: &str, place, is_planning| {
        let jabatan = format!("Kepala {nama}");
        post(unit, &jabatan, nama, Some(0), (place, Tugas::Rumah { is_planning }))
    };
    let mut all = vec![
        post("sekretariat", keeper, house, None, (0, Tugas::Penatausahaan)),
        subbagian("subbagian-umum", "Subbagian Umum dan Kepegawaian", 4, false),
        subbagian("subbagian-perencanaan", "Subbagian Perencanaan dan Keuangan", 5, true),
    ];
    for bidang in 0..profile.bidang.len() {
        if !profile.program.iter().any(|it| it.bidang == bidang) {
            continue;
        }
        let (nama, number) = (maker.unit(bidang), bidang + 1);
        let jabatan = maker.kepala_unit(bidang);
        let of_unit = format!("{} pada {nama}", functional(profile.bentuk, bidang));
        let (unit, group) = (format!("unit-{number}"), format!("fungsional-{number}"));
        match profile.bentuk {
            // A seksi has no officials of its own below its head.
            Bentuk::Kecamatan => {
                all.push(post(&unit, &jabatan, nama, None, (number, Tugas::Semua(bidang))));
            }
            // Auditors promise to the inspektur; who leads a wilayah coordinates them.
            Bentuk::Inspektorat => {
                all.push(post(&group, &of_unit, nama, None, (5 + number, Tugas::Semua(bidang))));
            }
            _ => {
                let above = Some(all.len());
                all.push(post(&unit, &jabatan, nama, None, (number, Tugas::Program(bidang))));
                let own = (5 + number, Tugas::Keluaran(bidang));
                all.push(post(&group, &of_unit, nama, above, own));
            }
        }
    }
    all
}

/// The functional post of a unit.
fn functional(bentuk: Bentuk, bidang: usize) -> &'static str {
    match (bentuk, bidang) {
        (Bentuk::Inspektorat, _) => "Auditor Ahli Madya",
        (_, 0) => "Analis Kebijakan Ahli Muda",
        (_, 1) => "Perencana Ahli Muda",
        _ => "Penata Kelola Layanan Ahli Muda",
    }
}

impl Post {
    /// Whether it answers for the indikator of a row.
    pub(super) fn promises(&self, maker: &Maker, row: &Row) -> bool {
        let Some(program) = row.id().get(..7) else { return false };
        let jenjang = row.row.jenjang;
        let is_leaf = jenjang == Jenjang::Subkegiatan;
        let is_wide = matches!(jenjang, Jenjang::Program | Jenjang::Kegiatan);
        let is_house = program == format!("{}.01", &maker.profile.program[0].kode[..4]);
        let is_of = |bidang: usize| {
            let mut all = maker.profile.program.iter();
            all.any(|it| it.kode == program && it.bidang == bidang)
        };
        match self.tugas {
            Tugas::Penatausahaan => is_house && is_wide,
            Tugas::Rumah { is_planning } => {
                let kegiatan = row.id().get(8..12).unwrap_or_default();
                is_house && is_leaf && PLANNING.contains(&kegiatan) == is_planning
            }
            Tugas::Program(bidang) => is_wide && is_of(bidang),
            Tugas::Keluaran(bidang) => is_leaf && is_of(bidang),
            Tugas::Semua(bidang) => (is_wide || is_leaf) && is_of(bidang),
        }
    }

    /// Whether it stands beside its targets with the money of a row: whole programs, or what is below
    /// those of its superior.
    pub(super) fn spends(&self, maker: &Maker, row: &Row) -> bool {
        let level = match self.tugas {
            Tugas::Rumah { .. } | Tugas::Keluaran(_) => Jenjang::Subkegiatan,
            Tugas::Penatausahaan | Tugas::Program(_) | Tugas::Semua(_) => Jenjang::Program,
        };
        row.row.jenjang == level && self.promises(maker, row)
    }

    /// Whether its holder changed within the plan.
    fn has_changed(&self, maker: &Maker) -> bool {
        self.unit == "unit-1" && maker.office % 7 == 3
    }

    /// Who holds it on a day, by id.
    fn holder_on(&self, maker: &Maker, day: Date) -> String {
        match self.has_changed(maker) && day < CHANGED {
            true => format!("{}-lama", self.unit),
            false => self.unit.clone(),
        }
    }
}

/// The post that answers for a row.
pub(super) fn owner<'p>(maker: &Maker, posts: &'p [Post], row: &Row) -> Option<&'p Post> {
    posts.iter().find(|it| it.promises(maker, row))
}

/// Those who hold the posts at some time of the year.
pub(super) fn pejabat(maker: &Maker) -> Vec<Pejabat> {
    let mut all = Vec::new();
    for post in posts(maker) {
        let mut acak = maker.acak_of_office(&format!("pejabat/{}", post.unit));
        let begun = date(year(acak.between(2017, 2019)), 3, 1);
        let pangkat = match (post.atasan, post.tugas) {
            (None, Tugas::Semua(_)) | (Some(_), _) => "Penata Tingkat I",
            _ => "Pembina",
        };
        let row = |name: &str, place, mulai, sampai| Pejabat {
            id: id(name),
            nama: pegawai(maker.office, place),
            jabatan: post.jabatan.clone(),
            pangkat: Some(pangkat.to_owned()),
            status: StatusPejabat::Definitif,
            unit_kerja: Some(id(&post.unit)),
            mulai: Some(mulai),
            sampai,
            asal: Asal { catatan: Some("nama rekaan".to_owned()), ..Asal::default() },
        };
        let (first, last) = (date(year(maker.tahun), 1, 1), date(year(maker.tahun), 12, 31));
        if !post.has_changed(maker) {
            all.push(row(&post.unit, post.pemangku, begun, None));
            continue;
        }
        if first < CHANGED {
            let before = format!("{}-lama", post.unit);
            all.push(row(&before, N_OFFICIALS - 1, begun, Some(CHANGED.saturating_sub(1.day()))));
        }
        if CHANGED <= last {
            all.push(row(&post.unit, post.pemangku, CHANGED, None));
        }
    }
    all
}

/// An agreement of somebody below the head, or a change of it.
pub(super) struct Promise {
    /// Of the agreement and of its document.
    name: String,
    /// The place of its post.
    pub(super) post: usize,
    status: StatusPerjanjian,
    /// Why it was changed.
    alasan: Option<AlasanPerubahan>,
}

impl Promise {
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether its money is that of the changed budget.
    pub(super) fn is_after_dppa(&self) -> bool {
        !matches!(self.alasan, None | Some(AlasanPerubahan::PergantianPejabat))
    }

    fn signed(&self) -> Option<Date> {
        match self.status {
            StatusPerjanjian::Ditandatangani { tanggal } => Some(tanggal),
            StatusPerjanjian::Draf | StatusPerjanjian::Diajukan => None,
        }
    }
}

/// The agreements of the posts, then the changes of them.
pub(super) fn promises(maker: &Maker, posts: &[Post]) -> Vec<Promise> {
    let mut all: Vec<Promise> = Vec::new();
    for (place, post) in posts.iter().enumerate() {
        let above = match post.atasan {
            Some(atasan) => all[atasan].signed(),
            None => maker.pk_date(),
        };
        let name = format!("pk-{}-{}", post.unit, maker.tahun);
        all.push(Promise { name, post: place, status: status(maker, post, above), alasan: None });
    }
    let changes: Vec<Promise> = all.iter().filter_map(|it| change(maker, posts, it)).collect();
    all.extend(changes);
    all
}

/// An agreement follows that of the superior. In the last year a minority still waits.
fn status(maker: &Maker, post: &Post, above: Option<Date>) -> StatusPerjanjian {
    let Some(above) = above else { return StatusPerjanjian::Draf };
    let is_last = maker.tahun == i64::from(TAHUN_AKHIR);
    match (maker.office % 10, post.tugas) {
        (4, Tugas::Keluaran(_)) | (2, Tugas::Program(1)) if is_last => StatusPerjanjian::Diajukan,
        (9, Tugas::Rumah { is_planning: false }) if is_last => StatusPerjanjian::Draf,
        _ => {
            let mut acak = maker.acak(&format!("pk/{}", post.unit));
            StatusPerjanjian::Ditandatangani { tanggal: above + acak.between(1, 3).days() }
        }
    }
}

/// The change of an agreement below the head, where there was one: its holder changed, or the
/// agreement of the head was changed because of the budget.
fn change(maker: &Maker, posts: &[Post], it: &Promise) -> Option<Promise> {
    it.signed()?;
    let post = &posts[it.post];
    let mut acak = maker.acak(&format!("perubahan-pk/{}", post.unit));
    let changed = |alasan, status| {
        let name = format!("perubahan-{}", it.name);
        Some(Promise { name, post: it.post, status, alasan: Some(alasan) })
    };
    if post.has_changed(maker) && i64::from(CHANGED.year()) == maker.tahun {
        let tanggal = CHANGED + acak.between(3, 9).days();
        let status = StatusPerjanjian::Ditandatangani { tanggal };
        return changed(AlasanPerubahan::PergantianPejabat, status);
    }
    let of_head = maker.perubahan_date().filter(|_| maker.has_perubahan())?;
    if post.atasan.is_some() || maker.office % 3 == 1 {
        return None;
    }
    let is_last = maker.tahun == i64::from(TAHUN_AKHIR);
    let status = match is_last && maker.office % 4 == 3 {
        true => StatusPerjanjian::Diajukan,
        false => StatusPerjanjian::Ditandatangani { tanggal: of_head + acak.between(1, 5).days() },
    };
    let alasan = match maker.office.is_multiple_of(2) {
        true => AlasanPerubahan::PerubahanPrioritas,
        false => AlasanPerubahan::PerubahanStrategi,
    };
    changed(alasan, status)
}

/// The document of an agreement.
pub(super) struct Document {
    pub(super) name: String,
    pub(super) judul: String,
    pub(super) tanggal: Option<Date>,
    pub(super) mengubah: Option<String>,
}

pub(super) fn documents(maker: &Maker) -> Vec<Document> {
    let posts = posts(maker);
    let office = maker.profile.singkatan;
    let row = |it: Promise| {
        let stem = if it.alasan.is_some() { "Perubahan " } else { "" };
        let jabatan = &posts[it.post].jabatan;
        Document {
            judul: format!("{stem}Perjanjian Kinerja {jabatan} {office} Tahun {}", maker.tahun),
            tanggal: it.signed(),
            mengubah: it.name.strip_prefix("perubahan-").map(str::to_owned),
            name: it.name,
        }
    };
    promises(maker, &posts).into_iter().map(row).collect()
}

pub(super) fn perjanjian_kinerja(maker: &Maker) -> Vec<PerjanjianKinerja> {
    let posts = posts(maker);
    let row = |it: Promise| {
        let post = &posts[it.post];
        // Who would sign what is not signed yet: whoever is there at the end.
        let month = if it.alasan.is_some() { 12 } else { 1 };
        let day = it.signed().unwrap_or(date(year(maker.tahun), month, 31));
        PerjanjianKinerja {
            id: id(&it.name),
            dokumen: id(&it.name),
            tahun: tahun(maker.tahun),
            mengubah: it.name.strip_prefix("perubahan-").map(id),
            alasan: it.alasan,
            pihak_pertama: id(&post.holder_on(maker, day)),
            pihak_kedua: Some(id(&superior_on(maker, &posts, post, day))),
            tempat: "Kota Contoh".to_owned(),
            status: it.status,
            asal: Asal { dokumen: Some(id(&it.name)), ..Asal::default() },
        }
    };
    promises(maker, &posts).into_iter().map(row).collect()
}

fn superior_on(maker: &Maker, posts: &[Post], post: &Post, day: Date) -> String {
    match post.atasan {
        Some(atasan) => posts[atasan].holder_on(maker, day),
        None => maker.head_on(day),
    }
}

/// What the superiors found: of those right below the head twice a year, of the others once.
pub(super) fn supervisi(maker: &Maker) -> Vec<SupervisiPerjanjian> {
    let posts = posts(maker);
    let mut all = Vec::new();
    for it in promises(maker, &posts).iter().filter(|it| it.alasan.is_none()) {
        let Some(signed) = it.signed() else { continue };
        let is_near = posts[it.post].atasan.is_none();
        let quarters = match (is_near, (maker.office + it.post) % 2) {
            (true, 0) => &[Periode::Tw1, Periode::Tw3][..],
            (true, _) => &[Periode::Tw2, Periode::Tw4],
            (false, 0) => &[Periode::Tw2],
            (false, _) => &[Periode::Tw3],
        };
        let quarters = quarters.iter().copied().filter(|it| maker.is_measured(*it));
        for (nomor, periode) in (1..).zip(quarters) {
            let mut acak = maker.acak(&format!("supervisi/{}/{nomor}", it.name));
            let (_, last) = periode.days(tahun(maker.tahun));
            all.push(SupervisiPerjanjian {
                perjanjian: id(&it.name),
                nomor,
                periode,
                tanggal: (last + acak.between(4, 16).days()).max(signed),
                hasil: (*acak.pick(&pool::SUPERVISI)).to_owned(),
                arahan: (!acak.once_in(5)).then(|| (*acak.pick(&pool::ARAHAN)).to_owned()),
                asal: maker.asal("pengukuran"),
            });
        }
    }
    all
}

/// Rewards and sanctions that superiors decided on, of years that are over.
pub(super) fn keputusan(maker: &Maker) -> Vec<KeputusanPerjanjian> {
    if !maker.is_measured(Periode::Tahun) {
        return Vec::new();
    }
    let posts = posts(maker);
    let mut all = Vec::new();
    for it in promises(maker, &posts).iter().filter(|it| it.alasan.is_none()) {
        let mut acak = maker.acak(&format!("keputusan/{}", it.name));
        let (jenis, uraian) = match acak.between(1, 24) {
            _ if it.signed().is_none() => continue,
            1 | 2 => (
                JenisKeputusanPerjanjian::Penghargaan,
                "Piagam pelaksana terbaik dan usulan pelatihan teknis",
            ),
            3 => (JenisKeputusanPerjanjian::Sanksi, "Teguran lisan dan pembinaan setiap bulan"),
            _ => continue,
        };
        all.push(KeputusanPerjanjian {
            perjanjian: id(&it.name),
            nomor: 1,
            tanggal: date(year(maker.tahun), 12, 28),
            jenis,
            uraian: uraian.to_owned(),
            keputusan: Some(format!(
                "800/{}/{}/{}",
                100 + it.post,
                maker.profile.akun.to_uppercase(),
                maker.tahun
            )),
            asal: maker.asal("pengukuran"),
        });
    }
    all
}

/// Posts of those who carry out what an official has promised.
const STAFF: [&str; 3] =
    ["Penelaah Teknis Kebijakan", "Pengolah Data dan Informasi", "Pengadministrasi Perkantoran"];

/// Whether somebody with that post carries out what others answer for.
pub(super) fn is_of_staff(jabatan: &str) -> bool {
    STAFF.iter().any(|it| jabatan.starts_with(it))
}

/// An action each quarter for every indikator that somebody below the head promises.
pub(super) fn rencana_aksi(maker: &Maker, rows: &[Row]) -> Vec<RencanaAksi> {
    let posts = posts(maker);
    let mut all = Vec::new();
    for row in rows {
        let (Some(indikator), Some(post)) = (row_indikator(row), owner(maker, &posts, row)) else {
            continue;
        };
        let mut acak = maker.acak(&format!("aksi/{}", row.id()));
        let staff = format!("{} {}", acak.pick(&STAFF), post.nama_unit);
        for (place, periode) in Periode::TRIWULAN.into_iter().enumerate() {
            let text = *acak.pick(match row.plan {
                Plan::Subkegiatan { .. } => &pool::AKSI_KELUARAN[place][..],
                _ => &pool::AKSI_PROGRAM[place][..],
            });
            // Officials begin and close what their staff carries out.
            let is_of_staff =
                matches!(row.plan, Plan::Subkegiatan { .. }) && matches!(place, 1 | 2);
            all.push(RencanaAksi {
                indikator: indikator.clone(),
                tahun: tahun(maker.tahun),
                periode,
                nomor: 1,
                aksi: text.replace("[nama]", &row.row.nama),
                target: quarter_target(maker, row, place).map(hundredths),
                penanggung_jawab: Some(match is_of_staff {
                    true => staff.clone(),
                    false => post.jabatan.clone(),
                }),
                asal: maker.asal("rencana-aksi"),
            });
        }
    }
    all
}

/// What is to be put out within a quarter, counted from 0, in hundredths; what is stated once a year is
/// aimed at in the last one.
fn quarter_target(maker: &Maker, row: &Row, place: usize) -> Option<i64> {
    let gone = i64::try_from(place).ok()?;
    match row.plan {
        Plan::Subkegiatan { .. } => {
            let whole = sub_target(maker, row);
            Some(100 * (whole * (gone + 1) / 4 - whole * gone / 4))
        }
        Plan::Program { jalur, .. } => (place == 3).then(|| aim("%", jalur, maker.tahun)),
        Plan::Kegiatan { .. } => (place == 3).then(|| kegiatan_target(maker, row)),
        Plan::Whole => None,
    }
}
