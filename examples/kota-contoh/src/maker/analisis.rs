//! What an office agrees to, does, and says about its figures.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use selaras_domain::{
    AlasanPerubahan, Asal, Faktor, JenisFaktor, JenisKeputusanPerjanjian, KeputusanPerjanjian,
    MonevAksi, Pembanding, Periode, PerjanjianKinerja, RencanaAksi, StatusAksi, StatusPerjanjian,
    SupervisiPerjanjian, TindakLanjut, TingkatPembanding,
};

use super::indikator::{all_iku, iku_id, quarter_targets};
use super::nilai::{aim, measured, rises};
use super::realisasi::has_missed;
use super::tree::Row;
use super::{Maker, berjenjang, hundredths, id, pool, tahun, year};
use crate::people::{N_OFFICIALS, pegawai};
use crate::profile::{IkuPlan, Ukur};

/// Of the staff of an office, who carry out actions.
const N_STAFF: i64 = 24;

impl Maker {
    /// How far the agreement of the year has come; two have never been signed.
    fn pk_status(&self) -> StatusPerjanjian {
        match (self.tahun, self.office) {
            (2024, 5 | 18 | 31) | (2021, 33) => StatusPerjanjian::Diajukan,
            (2024, 26) => StatusPerjanjian::Draf,
            _ => {
                let day = i8::try_from(11 + self.office % 18).unwrap_or(11);
                StatusPerjanjian::Ditandatangani { tanggal: date(year(self.tahun), 1, day) }
            }
        }
    }

    /// The day on which the agreement was signed.
    pub(super) fn pk_date(&self) -> Option<Date> {
        match self.pk_status() {
            StatusPerjanjian::Ditandatangani { tanggal } => Some(tanggal),
            StatusPerjanjian::Draf | StatusPerjanjian::Diajukan => None,
        }
    }

    /// Whether the agreement was changed, which only one that was signed can be.
    pub(super) fn has_perubahan(&self) -> bool {
        let is_even = (self.office as i64 + self.tahun) % 2 == 0;
        self.pk_date().is_some() && self.has_dppa() && (is_even || self.has_new_head())
    }

    /// The day on which the change was signed; in the last year some still wait.
    pub(super) fn perubahan_date(&self) -> Option<Date> {
        let day = i8::try_from(2 + self.office % 24).unwrap_or(2);
        let waits = self.tahun == 2024 && self.office % 8 == 2;
        (!waits).then(|| date(year(self.tahun), 10, day))
    }
}

pub(super) fn perjanjian_kinerja(maker: &Maker) -> Vec<PerjanjianKinerja> {
    let agreement = |stem: &str, status: StatusPerjanjian, day: Date| {
        let name = format!("{stem}-{}", maker.tahun);
        PerjanjianKinerja {
            id: id(&name),
            dokumen: id(&name),
            tahun: tahun(maker.tahun),
            mengubah: None,
            alasan: None,
            pihak_pertama: id(&maker.head_on(day)),
            pihak_kedua: Some(id("wali-kota")),
            tempat: "Kota Contoh".to_owned(),
            status,
            asal: maker.asal(stem),
        }
    };
    let january = date(year(maker.tahun), 1, 31);
    let day = maker.pk_date().unwrap_or(january);
    let mut all = vec![agreement("pk", maker.pk_status(), day)];
    // Between them and last: reports take the first agreement and the last change for the head's.
    all.extend(berjenjang::perjanjian_kinerja(maker));
    if maker.has_perubahan() {
        let (status, day) = match maker.perubahan_date() {
            Some(tanggal) => (StatusPerjanjian::Ditandatangani { tanggal }, tanggal),
            None => (StatusPerjanjian::Diajukan, date(year(maker.tahun), 10, 31)),
        };
        let alasan = match (maker.has_new_head(), maker.office.is_multiple_of(2)) {
            (true, _) => AlasanPerubahan::PergantianPejabat,
            (false, true) => AlasanPerubahan::PerubahanPrioritas,
            (false, false) => AlasanPerubahan::PerubahanStrategi,
        };
        all.push(PerjanjianKinerja {
            mengubah: Some(id(&format!("pk-{}", maker.tahun))),
            alasan: Some(alasan),
            ..agreement("perubahan-pk", status, day)
        });
    }
    all
}

/// The actions for what the head promises, then those for what is promised below.
pub(super) fn rencana_aksi(maker: &Maker, rows: &[Row]) -> Vec<RencanaAksi> {
    let mut all = Vec::new();
    for (index, _, iku) in all_iku(maker) {
        let targets = quarter_targets(maker, index, iku);
        let mut acak = maker.acak(&format!("aksi/{index}"));
        for (periode, actions) in Periode::TRIWULAN.into_iter().zip(pool::AKSI) {
            let target = targets.iter().find(|it| it.0 == periode).map(|it| hundredths(it.1));
            let n = if acak.once_in(3) { 2 } else { 1 };
            for (nomor, action) in (1..).zip(acak.pick_some(&actions, n)) {
                all.push(RencanaAksi {
                    indikator: iku_id(index),
                    tahun: tahun(maker.tahun),
                    periode,
                    nomor,
                    aksi: pool::fill(action, maker, iku),
                    target: target.filter(|_| nomor == 1),
                    penanggung_jawab: Some(maker.kepala_unit(iku.bidang)),
                    asal: maker.asal("rencana-aksi"),
                });
            }
        }
    }
    all.extend(berjenjang::rencana_aksi(maker, rows));
    all
}

pub(super) fn faktor(maker: &Maker) -> Vec<Faktor> {
    let mut all = Vec::new();
    for (index, _, iku) in all_iku(maker) {
        let mut acak = maker.acak(&format!("faktor/{index}"));
        let n_pendorong = usize::try_from(acak.between(1, 2)).unwrap_or(1);
        let n_penyebab = usize::from(has_missed(maker, index, iku));
        let kinds = [
            (JenisFaktor::Pendorong, &pool::PENDORONG[..], n_pendorong),
            (JenisFaktor::Penghambat, &pool::PENGHAMBAT[..], 1),
            (JenisFaktor::Penyebab, &pool::PENYEBAB[..], n_penyebab),
        ];
        for (jenis, texts, n) in kinds {
            for (nomor, text) in (1..).zip(acak.pick_some(texts, n)) {
                all.push(Faktor {
                    indikator: iku_id(index),
                    tahun: tahun(maker.tahun),
                    jenis,
                    nomor,
                    uraian: pool::fill(text, maker, iku),
                    register: None,
                    alasan: None,
                    asal: maker.asal("pengukuran"),
                });
            }
        }
        all.extend(super::register::reasons(maker, iku).into_iter().zip(2_u16..).map(
            |((register, alasan, uraian), nomor)| Faktor {
                indikator: iku_id(index),
                tahun: tahun(maker.tahun),
                jenis: JenisFaktor::Penghambat,
                nomor,
                uraian: uraian.to_owned(),
                register: Some(id(register)),
                alasan: Some(id(alasan)),
                asal: maker.asal("pengukuran"),
            },
        ));
    }
    all
}

pub(super) fn tindak_lanjut(maker: &Maker) -> Vec<TindakLanjut> {
    let row = |(index, _, iku): (usize, usize, &'static IkuPlan)| {
        let mut acak = maker.acak(&format!("tindak-lanjut/{index}"));
        let texts = match has_missed(maker, index, iku) {
            true => &pool::PERBAIKAN[..],
            false => &pool::PENERUSAN[..],
        };
        let month = i8::try_from(3 * acak.between(1, 3)).unwrap_or(3);
        TindakLanjut {
            indikator: iku_id(index),
            tahun: tahun(maker.tahun),
            nomor: 1,
            uraian: pool::fill(acak.pick::<&str>(texts), maker, iku),
            penanggung_jawab: Some(maker.kepala_unit(iku.bidang)),
            batas_waktu: Some(date(year(maker.tahun) + 1, month, 30)),
            asal: maker.asal("pengukuran"),
        }
    };
    all_iku(maker).map(row).collect()
}

/// The first IKU is compared with the nation and the province, where anybody else measures it.
pub(super) fn pembanding(maker: &Maker) -> Vec<Pembanding> {
    let mut all = Vec::new();
    for (index, _, iku) in all_iku(maker) {
        let nothing = Pembanding {
            indikator: Some(iku_id(index)),
            nomor: 1,
            tingkat: TingkatPembanding::Nasional,
            sasaran: None,
            nama: None,
            pemilik: None,
            satuan: None,
            tahun_target: None,
            target: None,
            tahun_realisasi: None,
            realisasi: None,
            nama_sendiri: None,
            realisasi_sendiri: None,
            keterangan: Some("Belum ada nilai pembanding yang terbit".to_owned()),
            asal: Asal::default(),
        };
        let is_number = !matches!(iku.ukur, Ukur::Predikat(..) | Ukur::Rentang(..));
        let value = measured(maker, index, iku).value;
        if index > 0 || !is_number || value == 0 {
            all.push(nothing);
            continue;
        }
        let levels = [
            (TingkatPembanding::Nasional, "Kementerian pembina"),
            (TingkatPembanding::Provinsi, "Provinsi Contoh"),
        ];
        for (nomor, (tingkat, pemilik)) in (1..).zip(levels) {
            let mut acak = maker.acak(&format!("pembanding/{nomor}"));
            let other = value * acak.between(880, 1_080) / 1_000;
            let ceiling = if iku.satuan == "%" { 10_000 } else { i64::MAX };
            let better = if rises(iku.jalur) { 1_030 } else { 960 };
            let target = aim(iku.satuan, iku.jalur, maker.tahun) * better / 1_000;
            all.push(Pembanding {
                nomor,
                tingkat,
                nama: Some(iku.nama.to_owned()),
                pemilik: Some(pemilik.to_owned()),
                satuan: Some(iku.satuan.to_owned()),
                tahun_target: Some(tahun(maker.tahun)),
                target: Some(hundredths(target.min(ceiling))),
                tahun_realisasi: Some(tahun(maker.tahun)),
                realisasi: Some(hundredths(other.min(ceiling))),
                keterangan: Some("data rekaan".to_owned()),
                asal: maker.asal_at(&format!("statistik-{}", maker.tahun), "Tabel 4"),
                ..nothing.clone()
            });
        }
    }
    all
}

/// What the mayor's supervision found in each quarter that has been measured.
pub(super) fn supervisi_perjanjian(maker: &Maker) -> Vec<SupervisiPerjanjian> {
    let below = berjenjang::supervisi(maker);
    let Some(signed) = maker.pk_date() else { return below };
    let measured = Periode::TRIWULAN.into_iter().filter(|it| maker.is_measured(*it));
    let row = |(nomor, periode): (u16, Periode)| {
        let mut acak = maker.acak(&format!("supervisi/{nomor}"));
        let (_, last) = periode.days(tahun(maker.tahun));
        let day = last.saturating_add(jiff::ToSpan::days(acak.between(8, 20)));
        SupervisiPerjanjian {
            perjanjian: id(&format!("pk-{}", maker.tahun)),
            nomor,
            periode,
            tanggal: day.max(signed),
            hasil: (*acak.pick(&pool::SUPERVISI)).to_owned(),
            arahan: (!acak.once_in(4)).then(|| (*acak.pick(&pool::ARAHAN)).to_owned()),
            asal: maker.asal("pengukuran"),
        }
    };
    // Not every office is visited every quarter.
    let visited = |it: &(u16, Periode)| !(maker.office + usize::from(it.0)).is_multiple_of(3);
    (1..).zip(measured).filter(visited).map(row).chain(below).collect()
}

/// The reward or sanction of a year that is over.
pub(super) fn keputusan_perjanjian(maker: &Maker) -> Vec<KeputusanPerjanjian> {
    let below = berjenjang::keputusan(maker);
    let is_over = maker.pk_date().is_some() && maker.is_measured(Periode::Tahun);
    let jenis = match maker.office % 8 {
        3 => JenisKeputusanPerjanjian::Penghargaan,
        6 => JenisKeputusanPerjanjian::Sanksi,
        _ => return below,
    };
    if !is_over {
        return below;
    }
    let uraian = match jenis {
        JenisKeputusanPerjanjian::Penghargaan => "Piagam dan prioritas pelatihan kepemimpinan",
        JenisKeputusanPerjanjian::Sanksi => "Teguran tertulis dan pendampingan setiap bulan",
    };
    let own = KeputusanPerjanjian {
        perjanjian: id(&format!("pk-{}", maker.tahun)),
        nomor: 1,
        tanggal: date(year(maker.tahun), 12, 27),
        jenis,
        uraian: uraian.to_owned(),
        keputusan: Some(format!("100.3.3.3/{}/{}", 400 + maker.office, maker.tahun)),
        asal: maker.asal("pengukuran"),
    };
    [own].into_iter().chain(below).collect()
}

/// Who carries an action out: somebody of the staff, by name, or whoever answers for it, by post.
fn pelaksana(maker: &Maker, it: &RencanaAksi) -> String {
    let post = it.penanggung_jawab.clone().unwrap_or_default();
    if !berjenjang::is_of_staff(&post) {
        return post;
    }
    // The same person all year, and the next one too.
    let mut acak = maker.acak_of_office(&format!("pelaksana/{}", it.indikator));
    let place = usize::try_from(acak.between(0, N_STAFF - 1)).unwrap_or_default();
    pegawai(maker.office, N_OFFICIALS + place)
}

/// What whoever carries an action out has found.
pub(super) fn monev_aksi(maker: &Maker, rows: &[RencanaAksi]) -> Vec<MonevAksi> {
    let measured = rows.iter().filter(|it| maker.is_measured(it.periode));
    let row = |(place, it): (usize, &RencanaAksi)| {
        let mut acak = maker.acak(&format!("monev/{place}"));
        let status = match acak.between(1, 20) {
            1 => StatusAksi::TidakTerlaksana,
            2..=4 => StatusAksi::Berjalan,
            _ => StatusAksi::Selesai,
        };
        let is_short = status != StatusAksi::Selesai;
        MonevAksi {
            indikator: it.indikator.clone(),
            tahun: it.tahun,
            periode: it.periode,
            nomor: it.nomor,
            status,
            tanggal: Some(it.periode.days(it.tahun).1 - acak.between(0, 9).days()),
            pelaksana: Some(pelaksana(maker, it)),
            temuan: Some((*acak.pick(&pool::TEMUAN)).to_owned()),
            kendala: is_short.then(|| (*acak.pick(&pool::KENDALA)).to_owned()),
            tindak_lanjut: is_short.then(|| (*acak.pick(&pool::ARAHAN)).to_owned()),
            asal: maker.asal("pengukuran"),
        }
    };
    // Some are not looked at.
    measured.enumerate().filter(|(place, _)| place % 7 != 6).map(row).collect()
}
