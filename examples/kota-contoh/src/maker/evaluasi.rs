//! What others found: the evaluation of SAKIP with its parts, recommendations, awards.

use jiff::civil::date;
use selaras_domain::{
    Evaluasi, JenisEvaluasi, KomponenEvaluasi, Penghargaan, Rekomendasi, TindakLanjutRekomendasi,
};

use super::{Maker, hundredths, id, pool, tahun, year};
use crate::profile::Bentuk;

/// An evaluation with all that belongs to it.
pub(super) struct Found {
    pub(super) evaluasi: Vec<Evaluasi>,
    pub(super) komponen: Vec<KomponenEvaluasi>,
    pub(super) rekomendasi: Vec<Rekomendasi>,
    pub(super) tindak_lanjut: Vec<TindakLanjutRekomendasi>,
}

impl Maker {
    /// Nobody evaluates itself.
    pub(super) fn evaluator(&self) -> &'static str {
        match self.profile.bentuk {
            Bentuk::Inspektorat => "Inspektorat Provinsi Contoh",
            _ => "Inspektorat Kota Contoh",
        }
    }

    pub(super) fn has_penghargaan(&self) -> bool {
        (self.office as i64 + self.tahun) % 5 == 0
    }

    /// Weights of the parts: those of PermenPANRB 12/2015, and from 2022 on those of 88/2021.
    fn parts(&self) -> &'static [(&'static str, i64)] {
        match self.tahun >= 2022 {
            true => &[
                ("Perencanaan Kinerja", 30),
                ("Pengukuran Kinerja", 30),
                ("Pelaporan Kinerja", 15),
                ("Evaluasi Akuntabilitas Kinerja Internal", 25),
            ],
            false => &[
                ("Perencanaan Kinerja", 30),
                ("Pengukuran Kinerja", 25),
                ("Pelaporan Kinerja", 15),
                ("Evaluasi Internal", 10),
                ("Pencapaian Sasaran", 20),
            ],
        }
    }
}

/// The predicate of a score in hundredths, and what it means.
fn predikat(score: i64) -> (&'static str, Option<&'static str>) {
    match score {
        9_001.. => ("AA", Some("Sangat Memuaskan")),
        8_001.. => ("A", Some("Memuaskan")),
        7_001.. => ("BB", Some("Sangat Baik")),
        6_001.. => ("B", Some("Baik")),
        5_001.. => ("CC", Some("Cukup (Memadai)")),
        3_001.. => ("C", Some("Kurang")),
        _ => ("D", Some("Sangat Kurang")),
    }
}

pub(super) fn evaluasi(maker: &Maker) -> Found {
    let lhe = format!("lhe-{}", maker.tahun);
    let own = format!("sakip-{}", maker.tahun);
    // Every office has its own standing, and most of them rise.
    let standing = maker.acak_of_office("sakip").between(520, 720);
    let risen = 22 * (maker.tahun - 2020);
    let mut acak = maker.acak("sakip");
    let mut komponen = Vec::new();
    let mut score = 0;
    for (nomor, (nama, bobot)) in (1..).zip(maker.parts()) {
        let share = (standing + risen + acak.between(-45, 45)).clamp(300, 940);
        let nilai = bobot * share / 10;
        score += nilai;
        komponen.push(KomponenEvaluasi {
            evaluasi: id(&own),
            nomor,
            nama: (*nama).to_owned(),
            bobot: (*bobot).into(),
            nilai: Some(hundredths(nilai)),
            asal: maker.asal_at(&lhe, "Bab II"),
        });
    }
    let (word, arti) = predikat(score);
    let evaluasi = Evaluasi {
        id: id(&own),
        jenis: JenisEvaluasi::Sakip,
        tahun: tahun(maker.tahun),
        dokumen: Some(id(&lhe)),
        penilai: maker.evaluator().to_owned(),
        nilai: Some(hundredths(score)),
        indeks: None,
        predikat: Some(word.to_owned()),
        arti: arti.map(str::to_owned),
        asal: maker.asal_at(&lhe, "Bab II"),
    };
    let (rekomendasi, tindak_lanjut) = recommendations(maker, &own, &lhe);
    Found { evaluasi: vec![evaluasi], komponen, rekomendasi, tindak_lanjut }
}

/// Some are done with proof, some begun, some not followed up at all.
fn recommendations(
    maker: &Maker,
    evaluasi: &str,
    lhe: &str,
) -> (Vec<Rekomendasi>, Vec<TindakLanjutRekomendasi>) {
    let mut acak = maker.acak("rekomendasi");
    let n = usize::try_from(acak.between(3, 5)).unwrap_or(3);
    let mut all = Vec::new();
    let mut done = Vec::new();
    for (nomor, [kelemahan, uraian, what, proof]) in
        (1..).zip(acak.pick_some(&pool::REKOMENDASI, n))
    {
        let own = format!("rekomendasi-{nomor}");
        all.push(Rekomendasi {
            id: id(&own),
            evaluasi: id(evaluasi),
            nomor,
            kelemahan: (*kelemahan).to_owned(),
            uraian: (*uraian).to_owned(),
            asal: maker.asal_at(lhe, "Bab III"),
        });
        let state = acak.between(1, 10);
        if state > 7 {
            continue;
        }
        let is_done = state <= 5;
        let day = i8::try_from(acak.between(2, 28)).unwrap_or(2);
        let text = match is_done {
            true => (*what).to_owned(),
            false => format!("Masih berjalan: {}", uraian.to_lowercase()),
        };
        done.push(TindakLanjutRekomendasi {
            rekomendasi: id(&own),
            nomor: 1,
            uraian: text,
            tanggal: is_done.then(|| date(year(maker.tahun), 12, day)),
            bukti_dukung: is_done.then(|| (*proof).to_owned()),
            asal: Default::default(),
        });
    }
    (all, done)
}

pub(super) fn penghargaan(maker: &Maker) -> Vec<Penghargaan> {
    if !maker.has_penghargaan() {
        return Vec::new();
    }
    let piagam = format!("piagam-{}", maker.tahun);
    let place = *maker.acak("penghargaan").pick(&["Pertama", "Kedua", "Ketiga"]);
    vec![Penghargaan {
        tahun: tahun(maker.tahun),
        nomor: 1,
        jenis: "Pelayanan Publik".to_owned(),
        prestasi: format!("Peringkat {place} dalam {}", maker.profile.hal),
        tingkat: "Provinsi".to_owned(),
        pemberi: "Gubernur Contoh".to_owned(),
        tanggal: Some(date(year(maker.tahun), 11, 12)),
        dokumen: Some(id(&piagam)),
        asal: maker.asal_at(&piagam, "1"),
    }]
}
