//! The city is whole, the same every time, and as mixed as a real one.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

use std::collections::BTreeSet;

use jiff::civil::date;
use selaras_domain::{
    AlasanPerubahan, Berkas, DokumenId, Id, IndikatorId, JenisDokumen, JenisIndikator, Keadaan,
    PejabatId, Periode, PerjanjianKinerja, StatusPerjanjian, Tahun, Triwulan, Verifikasi,
};
use selaras_kota_contoh::{
    N_PEGAWAI, N_PERANGKAT, berkas, fill, people, schedule, singkatan, steps, years,
};
use selaras_package::{canonical_files, read_files};
use selaras_reports::{Options, lkjip};
use selaras_store::{BerkasKey, Langkah, Pelaku, Peran, Place, Store, StoreError};
use sha2::{Digest, Sha256};

fn tahun(year: u16) -> Tahun {
    Tahun::new(year).unwrap()
}

/// All offices in a whole year and in the one that is still measured, and one in every year.
fn sample() -> Vec<(usize, Tahun)> {
    let mut all: Vec<_> = (0..N_PERANGKAT).map(|it| (it, tahun(2023))).collect();
    all.extend((0..N_PERANGKAT).map(|it| (it, tahun(2024))));
    let bkpsdm = (0..N_PERANGKAT).find(|it| singkatan(*it) == "BKPSDM").unwrap();
    all.extend(years().into_iter().map(|it| (bkpsdm, it)));
    all
}

fn n_rows(berkas: &Berkas) -> usize {
    selaras_package::rows::to_rows(berkas).iter().map(|it| it.rows.len()).sum()
}

#[test]
fn every_berkas_is_a_package_that_reads_back_equal() {
    for (office, tahun) in sample() {
        let made = berkas(office, tahun);
        let place = format!("{} {tahun}", singkatan(office));
        let files = canonical_files(&made).unwrap_or_else(|it| panic!("{place}: {it:#?}"));
        let read = read_files(files.iter().map(|(path, text)| (path, text.as_bytes()))).unwrap();
        assert!(read == made, "{place} does not read back equal");
        let n_rows = n_rows(&made);
        // The office with the registers has their cases too.
        let most = if made.register.is_empty() { 1_800 } else { 3_300 };
        assert!((900..=most).contains(&n_rows), "{place} has {n_rows} rows");
    }
}

#[test]
fn every_berkas_is_measured_and_makes_a_report() {
    for (office, tahun) in sample() {
        let berkas = berkas(office, tahun);
        let place = format!("{} {tahun}", singkatan(office));
        let hasil = selaras_rules::measure(&berkas);
        let known = hasil.figures().iter().filter(|it| it.value.is_some()).count();
        assert!(known > 500, "{place} has {known} figures");
        for iku in berkas.indikator_of(JenisIndikator::Iku) {
            let id = format!("indikator/{}/{tahun}/capaian", iku.id.as_str());
            assert!(hasil.figures().iter().any(|it| it.id.as_str() == id), "{place} lacks {id}");
        }
        let report = lkjip(&berkas, &hasil, &Options::default());
        report.unwrap_or_else(|it| panic!("{place}: {it:#?}"));
    }
}

#[test]
fn two_runs_make_the_same_city() {
    let digest = || {
        let mut hasher = Sha256::new();
        for (office, tahun) in sample() {
            hasher.update(format!("{:?}", berkas(office, tahun)));
            hasher.update(format!("{:?}", steps(office, tahun)));
        }
        hasher.update(format!("{:?}", people()));
        hasher.finalize()
    };
    assert_eq!(digest(), digest());
}

#[test]
fn a_year_tells_of_the_year_before_what_that_year_told() {
    let (now, before) = (tahun(2023), tahun(2022));
    let figure = |berkas: &Berkas, id: &str| {
        let hasil = selaras_rules::measure(berkas);
        hasil.figures().iter().find(|it| it.id.as_str() == id).unwrap().value
    };
    for office in 0..N_PERANGKAT {
        let (new, old) = (berkas(office, now), berkas(office, before));
        for iku in new.indikator_of(JenisIndikator::Iku) {
            let id = format!("indikator/{}/{before}/realisasi", iku.id.as_str());
            assert_eq!(figure(&new, &id), figure(&old, &id), "{} {id}", singkatan(office));
        }
        let spent = format!("anggaran/total/{before}/realisasi");
        let (then, now) = (figure(&old, &spent), figure(&new, &spent));
        assert!(then.is_none() || then == now, "{}: {then:?} {now:?}", singkatan(office));
    }
}

#[test]
fn every_state_occurs_somewhere() {
    let mut predikat = BTreeSet::new();
    let mut notes = String::new();
    let (mut absent, mut unverified, mut unsigned, mut open) = (0, 0, 0, 0);
    for (office, tahun) in sample() {
        let berkas = berkas(office, tahun);
        let hasil = selaras_rules::measure(&berkas);
        for it in hasil.figures().iter().filter(|it| it.id.as_str().starts_with("indikator/iku-")) {
            predikat.extend(it.predikat.clone());
            absent += usize::from(it.keadaan == Keadaan::Absent);
            notes.push_str(it.note.as_deref().unwrap_or_default());
        }
        let belum = |it: &&selaras_domain::Realisasi| it.verifikasi == Verifikasi::Belum;
        unverified += berkas.realisasi.iter().filter(belum).count();
        unsigned += berkas
            .perjanjian_kinerja
            .iter()
            .filter(|it| {
                !matches!(it.status, selaras_domain::StatusPerjanjian::Ditandatangani { .. })
            })
            .count();
        open += berkas.rekomendasi.len() - berkas.tindak_lanjut_rekomendasi.len();
    }
    for word in ["Tercapai", "Hampir Tercapai", "Cukup", "Kurang", "Sangat Kurang"] {
        assert!(predikat.contains(word), "{word} does not occur");
    }
    assert!(absent > 0 && unverified > 0 && unsigned > 0 && open > 0);
    for word in ["belum tersedia", "dibatasi paling tinggi", "bernilai nol", "target nol"] {
        assert!(notes.contains(word), "no figure says «{word}»");
    }
    let langkah = |it: Langkah| {
        (0..N_PERANGKAT)
            .flat_map(|office| steps(office, tahun(2024)))
            .any(|step| step.langkah == it)
    };
    let taken = [
        Langkah::Ajukan,
        Langkah::MintaPerbaikan,
        Langkah::Verifikasi,
        Langkah::Setujui,
        Langkah::Kunci,
        Langkah::BukaKunci,
    ];
    assert!(taken.into_iter().all(langkah));
}

#[test]
fn every_office_has_agreements_below_its_head_with_actions_for_all_that_is_promised() {
    let accounts: BTreeSet<String> = people().into_iter().map(|it| it.nama).collect();
    let (mut drafts, mut submitted, mut reasons) = (0, 0, BTreeSet::new());
    for (office, tahun) in sample() {
        let berkas = berkas(office, tahun);
        let place = format!("{} {tahun}", singkatan(office));
        let mayor = PejabatId::new("wali-kota").ok();
        let is_of_head = |it: &PerjanjianKinerja| it.pihak_kedua == mayor;
        let below = berkas.perjanjian_kinerja.iter().filter(|it| !is_of_head(it));
        let below: Vec<_> = below.collect();
        assert!(below.len() >= 5, "{place} has {}", below.len());
        for it in &below {
            let first = berkas.find_pejabat(&it.pihak_pertama).unwrap();
            assert!(accounts.contains(&first.nama), "{place}: {} has no account", first.nama);
            assert!(
                it.pihak_kedua.as_ref().is_some_and(|it| *it != first.id),
                "{place}: {}",
                it.id
            );
            drafts += usize::from(it.status == StatusPerjanjian::Draf);
            submitted += usize::from(it.status == StatusPerjanjian::Diajukan);
            reasons.extend(it.alasan);
            let promised = berkas.target.iter().filter(|row| row.dokumen == it.dokumen);
            let promised: BTreeSet<_> = promised.map(|row| &row.indikator).collect();
            assert!(!promised.is_empty(), "{place}: {} promises nothing", it.id);
            assert!(berkas.pagu.iter().any(|row| row.dokumen == it.dokumen), "{place}: {}", it.id);
            for indikator in promised {
                let actions = berkas.rencana_aksi.iter().filter(|row| row.indikator == *indikator);
                let quarters: BTreeSet<_> = actions.map(|row| row.periode).collect();
                assert!(quarters.iter().eq(&Periode::TRIWULAN), "{place}: {indikator:?}");
            }
        }
    }
    assert!(drafts > 0 && submitted > 0, "{drafts} {submitted}");
    assert!(drafts + submitted < 100, "most are signed");
    assert_eq!(reasons.len(), 2, "{reasons:?}");
    let before = berkas(3, tahun(2022));
    let changed = AlasanPerubahan::PergantianPejabat;
    let is_of_new = |it: &PerjanjianKinerja| it.alasan == Some(changed);
    assert!(before.perjanjian_kinerja.iter().any(is_of_new), "a bidang had a new head in 2022");
}

#[test]
fn some_plans_were_changed_and_the_change_differs() {
    let mut n_changed = 0;
    for office in 0..N_PERANGKAT {
        let berkas = berkas(office, tahun(2023));
        let plans = berkas.dokumen.iter().filter(|it| it.jenis == JenisDokumen::Renstra);
        let plans: Vec<_> = plans.collect();
        let [first, changed] = plans[..] else { continue };
        n_changed += 1;
        assert_eq!(changed.mengubah.as_ref(), Some(&first.id));
        let stated = |dokumen: &DokumenId, indikator: &IndikatorId, year| {
            let mut rows = berkas.target.iter().filter(|it| it.dokumen == *dokumen);
            let found = rows.find(|it| it.indikator == *indikator && it.tahun == year);
            found.and_then(|it| it.nilai.clone())
        };
        let mut differs = false;
        for it in berkas.indikator_of(JenisIndikator::Iku) {
            for year in 2022..=2024 {
                let before = stated(&first.id, &it.id, tahun(year));
                let after = stated(&changed.id, &it.id, tahun(year));
                assert!(after.is_some(), "{} {} {year}", singkatan(office), it.id);
                differs |= before != after;
            }
        }
        assert!(differs, "{} changed its plan and no target", singkatan(office));
    }
    assert_eq!(n_changed, 8);
}

#[test]
fn eight_thousand_people_have_an_account_each_and_every_office_its_roles() {
    let people = people();
    assert_eq!(people.len(), N_PEGAWAI);
    let accounts: BTreeSet<&str> = people.iter().map(|it| it.akun.as_str()).collect();
    assert_eq!(accounts.len(), N_PEGAWAI, "an account is given twice");
    let count = |peran: Peran, office: Option<&str>| {
        let holds =
            |it: &&selaras_store::Penugasan| it.peran == peran && it.perangkat.as_deref() == office;
        people.iter().flat_map(|it| &it.penugasan).filter(holds).count()
    };
    assert_eq!(count(Peran::Verifikator, None), 5);
    assert_eq!(count(Peran::Inspektorat, None), 8);
    assert_eq!(count(Peran::KepalaDaerah, None), 1);
    for office in 0..N_PERANGKAT {
        let office = Some(singkatan(office));
        assert_eq!((count(Peran::Kepala, office), count(Peran::Perencana, office)), (1, 2));
        assert!(count(Peran::Pegawai, office) > 0);
    }
}

#[test]
fn a_store_takes_the_whole_city_and_gives_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::migrate(&Place::Folder(folder.path().to_owned())).unwrap();
    let pelaku = Pelaku {
        nama: "uji".to_owned(),
        asal: "terminal".to_owned(),
        waktu: "2026-01-15T03:04:05Z".to_owned(),
    };
    fill(&store, &pelaku).unwrap();
    let all = store.list().unwrap();
    assert_eq!((all.len(), store.users().unwrap().len()), (200, N_PEGAWAI));
    assert_eq!(store.verify(&[]).unwrap(), []);
    let today = date(2026, 1, 15);
    let mut status = BTreeSet::new();
    for it in &all {
        status.extend(store.pengajuan(it).unwrap().iter().map(|it| it.status_on(today)));
    }
    assert_eq!(status.len(), 7, "{status:?}");
    assert_eq!(store.jadwal(all[0].pemda, tahun(2023)).unwrap(), schedule(tahun(2023)).into());
    let (jadwal, plan) = (store.jadwal(all[0].pemda, tahun(2024)).unwrap(), schedule(tahun(2024)));
    assert_eq!([jadwal[&Triwulan::I], jadwal[&Triwulan::Ii]], [plan[0].1, plan[1].1]);
    let left = [Triwulan::Iii, Triwulan::Iv].map(|it| today.until(jadwal[&it]).unwrap().get_days());
    assert_eq!(left, [3, 7], "what is still worked on is due soon after the city was filled in");
    for (office, tahun) in sample().into_iter().step_by(7) {
        let key = BerkasKey { perangkat: singkatan(office).to_owned(), tahun };
        let kept = store.berkas(&store.find(&key).unwrap()).unwrap();
        assert!(kept == berkas(office, tahun), "{key} is not what went in");
    }
    let again = fill(&store, &pelaku).unwrap_err();
    assert!(matches!(again, StoreError::Exists { .. }), "{again}");
}
