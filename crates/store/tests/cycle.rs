//! The cycle through the year, on SQLite and on PostgreSQL alike: what may be changed when, by whom, and
//! what is kept for ever.

#![expect(clippy::unwrap_used, reason = "a promise that ends early is not kept")]

mod support;

use jiff::civil::{Date, date};
use selaras_domain::{
    Asal, Code, Crosscutting, JenisIndikator, Katalog, KodeNomenklatur, Mitra, Nomenklatur, Pokok,
    StatusPerjanjian, Tahun, Triwulan,
};
use selaras_store::{
    AuditFilter, BerkasKey, BerkasRef, Cakupan, Dibutuhkan, Langkah, Lines, NewBukti,
    NewDokumenSah, NewIsi, NewLangkah, NewRow, NewTandaTangan, Part, Pelaku, Penugasan, Peran,
    Pihak, Place, Put, ReviuEnded, RowChange, Signed, Status, StatusPenugasan, StatusReviu, Store,
    StoreError, Tentang,
};
use support::{Fresh, example, on_both};

const EXAMPLE: &str = "bkpsdm-dumai-2023";
const TODAY: Date = date(2024, 1, 10);

fn by(nama: &str) -> Pelaku {
    Pelaku { nama: nama.to_owned(), asal: "uji".to_owned(), waktu: format!("{TODAY}T03:00:00Z") }
}

/// A store with the example.
fn filled(place: &Place) -> (Store, BerkasRef) {
    let store = Store::migrate(place).unwrap();
    let berkas = example(EXAMPLE);
    let key = BerkasKey::of(&berkas);
    store.import(&by("uji"), berkas, false).unwrap();
    let found = store.find_in(1, &key).unwrap();
    (store, found)
}

fn step(triwulan: Triwulan, langkah: Langkah, versi: i64) -> NewLangkah {
    NewLangkah { triwulan, langkah, versi, alasan: None, sampai: None, hari: TODAY }
}

/// The realisasi of an indikator in a quarter.
fn put(periode: &str, seen: &str, cell: &str) -> Put {
    let pair = |name: &str, cell: &str| (name.to_owned(), cell.to_owned());
    Put {
        tabel: "realisasi".to_owned(),
        key: vec![pair("indikator", "ikt-1"), pair("tahun", "2023"), pair("periode", periode)],
        kolom: "nilai".to_owned(),
        cell: cell.to_owned(),
        seen: seen.to_owned(),
        also: vec![pair("verifikasi", "belum")],
    }
}

/// Why the only row that could not be put could not.
fn only(done: Result<(), StoreError>) -> StoreError {
    match done {
        Err(StoreError::Rows(mut all)) if all.len() == 1 => all.remove(0).1,
        other => panic!("{other:?}"),
    }
}

on_both! {
    fn a_quarter_goes_from_draft_to_lock_and_takes_no_values_on_the_way(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let planner = by("perencana");
        store.put(&planner, &berkas, vec![put("tw1", "", "80")]).unwrap();
        let quarter = Triwulan::I;
        assert_eq!(
            store.take_step(&planner, &berkas, step(quarter, Langkah::Ajukan, 0)).unwrap(),
            Status::Diajukan
        );
        let locked = only(store.put(&planner, &berkas, vec![put("tw1", "80", "81")]));
        assert!(matches!(locked, StoreError::Locked { .. }), "{locked}");
        // Other quarters are open.
        store.put(&planner, &berkas, vec![put("tw2", "", "82")]).unwrap();
        let own = store.take_step(&planner, &berkas, step(quarter, Langkah::Verifikasi, 1)).unwrap_err();
        assert!(own.to_string().contains("mengajukan tidak boleh"), "{own}");
        store.take_step(&by("verifikator"), &berkas, step(quarter, Langkah::Verifikasi, 1)).unwrap();
        store.take_step(&by("kepala"), &berkas, step(quarter, Langkah::Setujui, 2)).unwrap();
        store.take_step(&by("verifikator"), &berkas, step(quarter, Langkah::Kunci, 3)).unwrap();
        let facts = store.berkas(&berkas).unwrap();
        let verified = facts.realisasi.iter().find(|it| it.periode.code() == "tw1").unwrap();
        assert_eq!(verified.verifikasi.code(), "terverifikasi");
        let replaced = store.import(&planner, example("bkpsdm-dumai-2023"), true).unwrap_err();
        assert!(matches!(replaced, StoreError::Locked { .. }), "{replaced}");
        assert!(store.verify(&[]).unwrap().is_empty());
    }

    fn a_locked_quarter_locks_the_cases_that_it_counts(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let planner = by("perencana");
        let row = |tabel: &str, cells: &[(&str, &str)]| NewRow {
            tabel: tabel.to_owned(),
            cells: cells.iter().map(|(name, it)| ((*name).to_owned(), (*it).to_owned())).collect(),
            ..NewRow::default()
        };
        let add = |new: NewRow| store.add(&planner, &berkas, new);
        let register = [("id", "cuti"), ("nama", "Cuti"), ("jenis", "layanan")];
        let settings = [("periode_menurut", "selesai"), ("lengkap_sampai", "2023-03-31")];
        let kept = add(row("register", &[&register[..], &settings[..]].concat())).unwrap();
        add(row("jenis_layanan", &[("register", "cuti"), ("id", "besar"), ("nama", "Besar")])).unwrap();
        let case = |nomor, days: &[(&str, &str)]| {
            let own = [("register", "cuti"), ("nomor", nomor), ("layanan", "besar")];
            row("kasus_layanan", &[&own[..], days].concat())
        };
        let first = add(case("1", &[("diterima", "2023-02-01")])).unwrap();
        store.take_step(&planner, &berkas, step(Triwulan::I, Langkah::Ajukan, 0)).unwrap();
        let change = |baris_ke, versi, column: &str, cell: &str| {
            let tabel = if ["lengkap_sampai", "nama", "periode_menurut"].contains(&column) { "register" } else { "kasus_layanan" };
            store.change(&planner, &berkas, RowChange {
                tabel: tabel.to_owned(),
                baris_ke,
                versi,
                cells: vec![(column.to_owned(), cell.to_owned())],
                alasan: None,
            })
        };
        let is_locked = |it: StoreError| assert!(matches!(it, StoreError::Locked { .. }), "{it}");
        // What lies in the first quarter stays; what is of the second goes on.
        is_locked(add(case("2", &[("diterima", "2023-03-20")])).unwrap_err());
        is_locked(add(case("2", &[("diterima", "2022-12-20")])).unwrap_err());
        is_locked(change(first.baris_ke, 1, "selesai", "2023-03-30").unwrap_err());
        is_locked(change(first.baris_ke, 1, "hasil", "terbit").unwrap_err());
        add(case("2", &[("diterima", "2023-04-03")])).unwrap();
        assert_eq!(change(first.baris_ke, 1, "selesai", "2023-04-04").unwrap(), 2);
        assert_eq!(change(first.baris_ke, 2, "catatan", "diambil sendiri").unwrap(), 3);
        // The register is complete further on, and not less far.
        assert_eq!(change(kept.baris_ke, 1, "lengkap_sampai", "2023-06-30").unwrap(), 2);
        is_locked(change(kept.baris_ke, 2, "lengkap_sampai", "2023-02-28").unwrap_err());
        is_locked(change(kept.baris_ke, 2, "periode_menurut", "diterima").unwrap_err());
        assert_eq!(change(kept.baris_ke, 2, "nama", "Cuti pegawai").unwrap(), 3);
    }

    fn sending_back_and_unlocking_need_a_reason_and_unlocking_a_last_day(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let quarter = Triwulan::Ii;
        store.take_step(&by("perencana"), &berkas, step(quarter, Langkah::Ajukan, 0)).unwrap();
        let bare = step(quarter, Langkah::MintaPerbaikan, 1);
        assert!(store.take_step(&by("verifikator"), &berkas, bare.clone()).is_err());
        let said = NewLangkah { alasan: Some("Bukti kurang".to_owned()), ..bare };
        store.take_step(&by("verifikator"), &berkas, said).unwrap();
        let it = &store.pengajuan(&berkas).unwrap()[1];
        assert_eq!((it.status, it.pesan.as_deref()), (Status::Perbaikan, Some("Bukti kurang")));
        store.put(&by("perencana"), &berkas, vec![put("tw2", "", "80")]).unwrap();
        store.take_step(&by("perencana"), &berkas, step(quarter, Langkah::Ajukan, 2)).unwrap();
        store.take_step(&by("verifikator"), &berkas, step(quarter, Langkah::Verifikasi, 3)).unwrap();
        store.take_step(&by("kepala"), &berkas, step(quarter, Langkah::Setujui, 4)).unwrap();
        let unlock = |alasan: Option<&str>, sampai| NewLangkah {
            alasan: alasan.map(str::to_owned),
            sampai,
            ..step(quarter, Langkah::BukaKunci, 5)
        };
        for wrong in [
            unlock(None, Some(TODAY)),
            unlock(Some("koreksi"), None),
            unlock(Some("koreksi"), Some(date(2024, 1, 9))),
        ] {
            let refused = store.take_step(&by("admin"), &berkas, wrong).unwrap_err();
            assert!(matches!(refused, StoreError::Step { .. }), "{refused}");
        }
        let last = date(2024, 1, 12);
        store.take_step(&by("admin"), &berkas, unlock(Some("koreksi"), Some(last))).unwrap();
        store.put(&by("perencana"), &berkas, vec![put("tw2", "80", "81")]).unwrap();
        // After the last day it is locked again, by itself.
        let late = Pelaku { waktu: "2024-01-13T03:00:00Z".to_owned(), ..by("perencana") };
        let locked = only(store.put(&late, &berkas, vec![put("tw2", "81", "82")]));
        assert!(matches!(locked, StoreError::Locked { .. }), "{locked}");
        assert_eq!(store.pengajuan(&berkas).unwrap()[1].status_on(date(2024, 1, 13)), Status::Dikunci);
    }

    fn of_two_steps_at_once_one_is_taken(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let quarter = Triwulan::I;
        store.take_step(&by("perencana"), &berkas, step(quarter, Langkah::Ajukan, 0)).unwrap();
        let taken = std::thread::scope(|scope| {
            let take = |nama: &'static str| {
                let (store, berkas) = (&store, &berkas);
                scope.spawn(move || {
                    store.take_step(&by(nama), berkas, step(quarter, Langkah::Verifikasi, 1)).is_ok()
                })
            };
            let all = ["satu", "dua", "tiga", "empat"].map(take);
            all.into_iter().map(|it| it.join().unwrap()).filter(|it| *it).count()
        });
        assert_eq!(taken, 1);
    }

    fn a_cell_is_kept_only_over_what_was_seen_and_all_cells_or_none(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        store.put(&by("a"), &berkas, vec![put("tw1", "", "80")]).unwrap();
        let late = store.put(&by("b"), &berkas, vec![put("tw2", "", "90"), put("tw1", "", "70")]);
        match only(late) {
            StoreError::Conflict { found, .. } => assert_eq!(found.as_deref(), Some("80")),
            other => panic!("{other}"),
        }
        let has = |periode: &str| {
            let facts = store.berkas(&berkas).unwrap();
            facts.realisasi.iter().any(|it| it.indikator.to_string() == "ikt-1" && it.periode.code() == periode)
        };
        assert!(has("tw1") && !has("tw2"), "of the second block nothing is kept");
        store.put(&by("a"), &berkas, vec![put("tw1", "80", "")]).unwrap();
        assert!(!has("tw1"), "an emptied cell is a row that is gone");
    }

    fn of_a_block_every_cell_that_cannot_be_put_is_named_and_none_is_kept(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        store.put(&by("a"), &berkas, vec![put("tw1", "", "80")]).unwrap();
        store.take_step(&by("a"), &berkas, step(Triwulan::I, Langkah::Ajukan, 0)).unwrap();
        store.put(&by("a"), &berkas, vec![put("tw2", "", "81")]).unwrap();
        let block = vec![put("tw3", "", "90"), put("tw1", "80", "70"), put("tw2", "", "71"), put("tw4", "", "banyak")];
        let Err(StoreError::Rows(faults)) = store.put(&by("b"), &berkas, block) else {
            panic!("the block is refused")
        };
        assert!(
            matches!(
                faults[..],
                [(1, StoreError::Locked { .. }), (2, StoreError::Conflict { .. }), (3, StoreError::Invalid(_))]
            ),
            "{faults:?}"
        );
        let facts = store.berkas(&berkas).unwrap();
        let n = facts.realisasi.iter().filter(|it| it.indikator.to_string() == "ikt-1" && it.periode.code() == "tw3").count();
        assert_eq!(n, 0, "the good one is not kept either");
    }

    fn a_removed_row_comes_back_once_and_where_it_stood(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let before = store.rows(&berkas, "faktor").unwrap();
        let row = before[1].clone();
        let at = (row.baris_ke, row.versi);
        let nomor = store.remove(&by("a"), &berkas, "faktor", at, Some("keliru")).unwrap();
        let gone = store.removed(&berkas, "faktor").unwrap();
        assert_eq!(gone.iter().map(|it| it.nomor).collect::<Vec<_>>(), [nomor]);
        assert_eq!(gone[0].cells.as_ref(), Some(&row.cells));
        assert_eq!((gone[0].pelaku.as_str(), gone[0].alasan.as_deref()), ("a", Some("keliru")));
        assert!(store.removed(&berkas, "tindak_lanjut").unwrap().is_empty());

        let back = store.restore(&by("b"), &berkas, "faktor", nomor).unwrap();
        assert_ne!(back.baris_ke, row.baris_ke, "the name of a removed row never comes back");
        let cells = |all: Vec<selaras_store::RowKept>| all.into_iter().map(|it| it.cells).collect::<Vec<_>>();
        assert_eq!(cells(store.rows(&berkas, "faktor").unwrap()), cells(before));
        let gone = store.removed(&berkas, "faktor").unwrap();
        assert_eq!(gone[0].restored.as_ref().map(|it| it.0.as_str()), Some("b"));
        let again = store.restore(&by("b"), &berkas, "faktor", nomor).unwrap_err();
        assert!(matches!(again, StoreError::Exists { .. }), "{again}");
        let never = store.restore(&by("b"), &berkas, "faktor", nomor + 1).unwrap_err();
        assert!(matches!(never, StoreError::Missing { .. }), "{never}");
        assert!(store.verify(&[]).unwrap().is_empty(), "the trail is whole");
    }

    fn a_removed_row_does_not_come_back_over_another_or_into_a_closed_quarter(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        store.put(&by("a"), &berkas, vec![put("tw1", "", "80")]).unwrap();
        store.put(&by("a"), &berkas, vec![put("tw1", "80", "")]).unwrap();
        let nomor = store.removed(&berkas, "realisasi").unwrap()[0].nomor;
        store.put(&by("a"), &berkas, vec![put("tw1", "", "90")]).unwrap();
        let taken = store.restore(&by("a"), &berkas, "realisasi", nomor).unwrap_err();
        assert!(matches!(taken, StoreError::Constraint(_)), "{taken}");
        store.put(&by("a"), &berkas, vec![put("tw1", "90", "")]).unwrap();
        store.take_step(&by("a"), &berkas, step(Triwulan::I, Langkah::Ajukan, 0)).unwrap();
        let locked = store.restore(&by("a"), &berkas, "realisasi", nomor).unwrap_err();
        assert!(matches!(locked, StoreError::Locked { .. }), "{locked}");
    }

    fn a_part_of_a_berkas_is_what_the_whole_has_of_it(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let whole = store.berkas(&berkas).unwrap();
        let tables = ["indikator", "target", "nilai_variabel"];
        let tahun = Tahun::new(2023);
        let jenis = [JenisIndikator::Iku];
        let part = Part { tables: &tables, tahun, jenis: &jenis };
        let found = store.berkas_part(&berkas, &part).unwrap();
        let is_iku = |id: &selaras_domain::IndikatorId| {
            whole.find_indikator(id).is_some_and(|it| it.jenis == JenisIndikator::Iku)
        };
        let iku: Vec<_> = whole.indikator_of(JenisIndikator::Iku).cloned().collect();
        assert_eq!(found.indikator, iku);
        let of_year = |it: &&selaras_domain::Target| is_iku(&it.indikator) && Some(it.tahun) == tahun;
        assert_eq!(found.target, whole.target.iter().filter(of_year).cloned().collect::<Vec<_>>());
        assert!(!found.nilai_variabel.is_empty() && found.realisasi.is_empty());
        assert_eq!(found.kebijakan, whole.kebijakan);
    }

    fn an_office_sees_what_others_need_of_it(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let mut facts = store.berkas(&berkas).unwrap();
        let sasaran = facts.sasaran[0].clone();
        let row = |nomor, mitra| Crosscutting {
            nomor,
            pokok: Pokok::Sasaran(sasaran.id.clone()),
            mitra,
            dukungan: "jaringan layanan".to_owned(),
            asal: Asal::default(),
        };
        let unit = facts.unit_kerja[0].id.clone();
        facts.crosscutting = vec![
            row(1, Some(Mitra::PerangkatDaerah("Diskominfo".to_owned()))),
            row(2, Some(Mitra::UnitKerja(unit))),
            row(3, None),
        ];
        store.import(&by("perencana"), facts.clone(), true).unwrap();
        let key = berkas.key.clone();
        let berkas = store.find(&key).unwrap();
        assert_eq!(store.berkas(&berkas).unwrap().crosscutting, facts.crosscutting);
        let needed = |mitra, tahun| store.dibutuhkan(berkas.pemda, tahun, mitra).unwrap();
        let expected = Dibutuhkan {
            oleh: key.perangkat.clone(),
            pokok: sasaran.uraian.clone(),
            dukungan: "jaringan layanan".to_owned(),
        };
        assert_eq!(needed("Diskominfo", key.tahun), [expected]);
        assert_eq!(needed("Diskominfo", Tahun::new(2022).unwrap()), []);
        assert_eq!(needed("Dinkes", key.tahun), []);
    }

    fn the_catalogue_of_a_year_is_the_newest_that_has_begun(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let facts = store.berkas(&berkas).unwrap();
        let versi = store.berkas_versi(&berkas).unwrap();
        let year = |it| Tahun::new(it).unwrap();
        let line = |kode: &str, nama: &str| Nomenklatur {
            kode: KodeNomenklatur::parse(kode).unwrap(),
            nama: nama.to_owned(),
            kinerja: None,
            indikator: None,
            satuan: Some("Dokumen".to_owned()),
        };
        let own = line("5.03.02", "PROGRAM KEPEGAWAIAN DAERAH");
        let every = line("0.00.01", "PROGRAM PENUNJANG");
        let other = line("1.01.02", "PROGRAM PENDIDIKAN");
        let old = Katalog::new("Permendagri 90/2019", year(2021), [own.clone()]);
        let new = Katalog::new("Kepmendagri 1317/2023", year(2024), [own.clone(), every.clone()]);
        let of = |tahun, lines| store.katalog(berkas.pemda, year(tahun), lines).unwrap();
        assert_eq!(of(2023, Lines::All), None);
        store.write_katalog(&by("admin"), berkas.pemda, old).unwrap();
        store.write_katalog(&by("admin"), berkas.pemda, new).unwrap();
        assert!(store.berkas_versi(&berkas).unwrap() > versi, "its findings are made anew");
        assert_eq!(of(2020, Lines::All), None);
        assert_eq!(of(2023, Lines::All).unwrap().dasar, "Permendagri 90/2019");
        assert_eq!(of(2025, Lines::All).unwrap().dasar, "Kepmendagri 1317/2023");

        let whole = [own.clone(), every.clone(), other];
        let again = Katalog::new("Permendagri 90/2019, diperbaiki", year(2021), whole);
        store.write_katalog(&by("admin"), berkas.pemda, again).unwrap();
        let counts: Vec<(u16, usize)> = store
            .katalog_list(berkas.pemda)
            .unwrap()
            .iter()
            .map(|it| (it.mulai.get(), it.baris))
            .collect();
        assert_eq!(counts, [(2024, 2), (2021, 3)]);
        let part = of(2023, Lines::Of(&facts)).unwrap();
        let names: Vec<&Nomenklatur> = part.baris().collect();
        assert_eq!(names, [&every, &own], "only what an office may use");

        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cadangan.db");
        store.backup(&file).unwrap();
        let copy = Store::open_file(&file).unwrap();
        let copied = copy.katalog(berkas.pemda, year(2023), Lines::All).unwrap();
        assert_eq!(copied, of(2023, Lines::All));

        store.remove_katalog(&by("admin"), berkas.pemda, year(2024)).unwrap();
        assert_eq!(of(2025, Lines::All).unwrap().mulai, year(2021));
        let gone = store.remove_katalog(&by("admin"), berkas.pemda, year(2024));
        assert!(matches!(gone, Err(StoreError::Missing { .. })));
    }

    fn the_proofs_of_a_berkas_take_no_more_than_their_limit(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let add = |byte: u8, n: usize| {
            let new = NewBukti {
                tentang: Tentang::Perjanjian { id: "pk-2023".to_owned() },
                nama: "pk.pdf".to_owned(),
                halaman: None,
                keterangan: None,
                isi: NewIsi { jenis: "application/pdf".to_owned(), bytes: vec![byte; n] },
            };
            store.add_bukti(&by("perencana"), &berkas, new, 1000)
        };
        let used = || store.bukti_terpakai(&berkas).unwrap();
        let first = add(1, 600).unwrap();
        add(1, 600).unwrap();
        assert_eq!(used(), 600, "the same bytes are kept once");
        let refused = add(2, 401).unwrap_err();
        let (ukuran, terpakai, batas) = match &refused {
            StoreError::Full { ukuran, terpakai, batas, .. } => (*ukuran, *terpakai, *batas),
            other => panic!("{other}"),
        };
        assert_eq!((ukuran, terpakai, batas), (401, 600, 1000));
        assert!(refused.words().contains("BKPSDM untuk 2023"), "{refused}");
        assert_eq!(store.bukti(&berkas).unwrap().len(), 2, "nothing of it is kept");
        let second = add(3, 400).unwrap();
        assert_eq!(used(), 1000);
        store.remove_bukti(&by("perencana"), &berkas, second).unwrap();
        assert_eq!(used(), 1000, "what can be brought back takes its place");
        assert!(matches!(add(4, 1), Err(StoreError::Full { .. })));
        let nomor = store.removed_bukti(&berkas).unwrap()[0].nomor;
        store.restore_bukti(&by("perencana"), &berkas, nomor).unwrap();
        store.remove_bukti(&by("perencana"), &berkas, first).unwrap();
        assert_eq!(used(), 1000);
    }

    fn a_signed_report_counts_as_reviewed_until_it_is_signed_anew(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let now: jiff::Timestamp = "2024-02-01T03:00:00Z".parse().unwrap();
        let sign = |bytes: &[u8]| {
            let versi = store.berkas_versi(&berkas).unwrap();
            let new = NewDokumenSah { bytes: bytes.to_vec(), versi, aturan: "uji".to_owned() };
            store.sign(&by("kepala"), &berkas, new).unwrap();
        };
        let review = |akun: &str, bytes: &[u8], hasil: Option<&str>| {
            let users = store.users().unwrap();
            let sender = users.iter().find(|it| it.akun == akun).unwrap();
            let id = store.add_reviu(&by(akun), sender, ("lkjip.pdf", bytes), now).unwrap();
            let hasil = hasil.map(str::to_owned);
            let ended = ReviuEnded { pesan: "selesai".to_owned(), hasil, files: Vec::new() };
            store.end_reviu((sender.pemda, &id), ended, now).unwrap();
            id
        };
        for (akun, peran) in [("ucok", Peran::Inspektorat), ("made", Peran::Verifikator)] {
            store.add_user(&by("admin"), None, akun, akun).unwrap();
            let it = Penugasan {
                peran,
                perangkat: None,
                status: StatusPenugasan::Definitif,
                mulai: date(2024, 1, 1),
                sampai: None,
            };
            store.assign(&by("admin"), akun, it, None).unwrap();
        }
        let is_reviewed = || store.ringkasan_of(&berkas).unwrap().is_reviewed;
        assert!(!is_reviewed(), "nothing is signed");
        sign(b"pertama");
        assert!(!is_reviewed());
        review("made", b"pertama", Some("{}"));
        review("ucok", b"pertama", None);
        review("ucok", b"lain", Some("{}"));
        assert!(!is_reviewed(), "not by the inspektorat, not to its end, not that report");
        let id = review("ucok", b"pertama", Some("{}"));
        assert!(is_reviewed());
        let found = store.direviu(&berkas).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((&*found[0].akun, found[0].reviu.as_deref()), ("ucok", Some(&*id)));
        assert!(store.ringkasan(berkas.pemda, berkas.key.tahun).unwrap()[0].is_reviewed);
        sign(b"kedua");
        assert!(!is_reviewed(), "the report has changed since");
        let again = review("ucok", b"kedua", Some("{}"));
        review("ucok", b"kedua", Some("{}"));
        assert!(is_reviewed());
        assert_ne!(store.direviu(&berkas).unwrap()[0].reviu.as_deref(), Some(&*again), "the last one");
    }

    fn a_proof_is_kept_by_its_bytes_and_frozen_with_its_quarter(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        // More than a megabyte: several pieces.
        let bytes: Vec<u8> = (0..2_500_000_u32).map(|it| u8::try_from(it % 251).unwrap()).collect();
        let new = |nama: &str| NewBukti {
            tentang: Tentang::Indikator { id: "iku-1".to_owned(), triwulan: Triwulan::I },
            nama: nama.to_owned(),
            halaman: Some("12".to_owned()),
            keterangan: None,
            isi: NewIsi { jenis: "application/pdf".to_owned(), bytes: bytes.clone() },
        };
        let first = store.add_bukti(&by("pegawai"), &berkas, new("satu.pdf"), u64::MAX).unwrap();
        store.add_bukti(&by("pegawai"), &berkas, new("dua.pdf"), u64::MAX).unwrap();
        let all = store.bukti(&berkas).unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].isi, all[1].isi, "the same bytes are kept once");
        assert_eq!(store.isi(berkas.pemda, &all[0].isi.hash).unwrap(), bytes);
        store.remove_bukti(&by("pegawai"), &berkas, first).unwrap();
        let gone = store.removed_bukti(&berkas).unwrap();
        assert_eq!((gone[0].nama.as_str(), gone[0].halaman.as_deref()), ("satu.pdf", Some("12")));
        let back = store.restore_bukti(&by("perencana"), &berkas, gone[0].nomor).unwrap();
        let found = store.bukti(&berkas).unwrap().into_iter().find(|it| it.id == back).unwrap();
        assert_eq!((&found.tentang, &found.halaman, &found.isi), (&all[0].tentang, &all[0].halaman, &all[0].isi));
        let again = store.restore_bukti(&by("perencana"), &berkas, gone[0].nomor).unwrap_err();
        assert!(matches!(again, StoreError::Exists { .. }), "{again}");
        store.remove_bukti(&by("pegawai"), &berkas, back).unwrap();
        store.take_step(&by("perencana"), &berkas, step(Triwulan::I, Langkah::Ajukan, 0)).unwrap();
        let nomor = store.removed_bukti(&berkas).unwrap()[0].nomor;
        let frozen = store.restore_bukti(&by("pegawai"), &berkas, nomor).unwrap_err();
        assert!(matches!(frozen, StoreError::Locked { .. }), "{frozen}");
        let frozen = store.remove_bukti(&by("pegawai"), &berkas, all[1].id).unwrap_err();
        assert!(matches!(frozen, StoreError::Locked { .. }), "{frozen}");
        let frozen = store.add_bukti(&by("pegawai"), &berkas, new("tiga.pdf"), u64::MAX).unwrap_err();
        assert!(matches!(frozen, StoreError::Locked { .. }), "{frozen}");
    }

    fn a_proof_of_a_row_is_kept_with_its_row_and_frozen_with_what_was_measured(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let of = |tabel: &str, kunci: &str| {
            Tentang::Baris { tabel: tabel.to_owned(), kunci: kunci.to_owned() }
        };
        let new = |tentang: &Tentang| NewBukti {
            tentang: tentang.clone(),
            nama: "foto; halaman=2.png".to_owned(),
            halaman: None,
            keterangan: Some("Dari lapangan".to_owned()),
            isi: NewIsi { jenis: "image/png".to_owned(), bytes: vec![7; 100] },
        };
        let action = of("monev_aksi", "iku-1/2023/tw1/1");
        let step_1 = of("tindak_lanjut_rekomendasi", "rekomendasi-1/1");
        let case = of("pemangku_jabatan", "jabatan/kepala/1");
        let all = [&action, &step_1, &case];
        let ids = all.map(|it| store.add_bukti(&by("pegawai"), &berkas, new(it), u64::MAX).unwrap());
        let about = |store: &Store| {
            let found = store.bukti(&berkas).unwrap().into_iter();
            found.map(|it| it.tentang).collect::<Vec<_>>()
        };
        assert_eq!(about(&store), all.map(Clone::clone));
        for (id, tentang) in ids.into_iter().zip(all) {
            store.remove_bukti(&by("pegawai"), &berkas, id).unwrap();
            let gone = store.removed_bukti(&berkas).unwrap().remove(0);
            assert_eq!((&gone.tentang, gone.nama.as_str()), (tentang, "foto; halaman=2.png"));
            store.restore_bukti(&by("pegawai"), &berkas, gone.nomor).unwrap();
        }
        assert_eq!(about(&store), all.map(Clone::clone));
        let nowhere = store.add_bukti(&by("pegawai"), &berkas, new(&of("target", "iku-1/1")), u64::MAX);
        assert!(matches!(nowhere, Err(StoreError::Missing { .. })), "{nowhere:?}");

        let row = store.rows(&berkas, "tindak_lanjut_rekomendasi").unwrap().remove(0);
        let change = RowChange {
            tabel: "tindak_lanjut_rekomendasi".to_owned(),
            baris_ke: row.baris_ke,
            versi: row.versi,
            cells: vec![("nomor".to_owned(), "9".to_owned())],
            alasan: None,
        };
        store.change(&by("perencana"), &berkas, change).unwrap();
        let moved = of("tindak_lanjut_rekomendasi", "rekomendasi-1/9");
        assert_eq!(about(&store), [action.clone(), moved.clone(), case.clone()]);

        let quarters = [&action, &moved, &case].map(|it| store.quarter_of_bukti(&berkas, it).unwrap());
        assert_eq!(quarters, [Some(Triwulan::I), None, None]);
        store.take_step(&by("perencana"), &berkas, step(Triwulan::I, Langkah::Ajukan, 0)).unwrap();
        let frozen = store.add_bukti(&by("pegawai"), &berkas, new(&action), u64::MAX).unwrap_err();
        assert!(matches!(frozen, StoreError::Locked { .. }), "{frozen}");
        store.add_bukti(&by("pegawai"), &berkas, new(&moved), u64::MAX).unwrap();
        store.add_bukti(&by("pegawai"), &berkas, new(&case), u64::MAX).unwrap();

        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cadangan.db");
        store.backup(&file).unwrap();
        assert_eq!(about(&Store::open_file(&file).unwrap()), about(&store));
    }

    fn a_signed_document_keeps_its_bytes_and_names_what_it_rests_on(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let versi = store.berkas_versi(&berkas).unwrap();
        let new = |versi| NewDokumenSah { bytes: b"%PDF-1.7 satu".to_vec(), versi, aturan: "uji".to_owned() };
        store.put(&by("a"), &berkas, vec![put("tw1", "", "80")]).unwrap();
        let stale = store.sign(&by("kepala"), &berkas, new(versi)).unwrap_err();
        assert!(matches!(stale, StoreError::Conflict { .. }), "facts have changed since: {stale}");
        let versi = store.berkas_versi(&berkas).unwrap();
        assert_eq!(store.sign(&by("kepala"), &berkas, new(versi)).unwrap(), 1);
        assert_eq!(store.sign(&by("kepala"), &berkas, new(versi)).unwrap(), 2);
        let all = store.signed(&Signed::Of(&berkas)).unwrap();
        assert_eq!(all.iter().map(|it| it.nomor).collect::<Vec<_>>(), [2, 1]);
        let found = store.signed(&Signed::WithHash(&all[0].isi.hash)).unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(store.isi(berkas.pemda, &all[0].isi.hash).unwrap(), b"%PDF-1.7 satu");
        // The end of the trail that it names proves the trail from then on.
        assert!(store.verify(&[all[1].jejak.clone()]).unwrap().is_empty());
    }

    fn what_was_signed_knows_of_entries_that_are_cut_off_after_it(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let versi = store.berkas_versi(&berkas).unwrap();
        let new = NewDokumenSah { bytes: b"%PDF-1.7 satu".to_vec(), versi, aturan: "uji".to_owned() };
        store.sign(&by("kepala"), &berkas, new).unwrap();
        assert_eq!(store.verify(&[]).unwrap(), []);
        let entries = store.audit_entries(berkas.pemda).unwrap();
        let [.., before, last] = &entries[..] else { panic!("an import and a signing") };
        support::disarm(&fresh.place);
        let sql = format!(
            "DELETE FROM jejak_audit WHERE nomor = {}; UPDATE kepala_jejak SET nomor = {}, hash = '{}'",
            last.nomor, before.nomor, before.hash
        );
        support::tamper(&fresh.place, &sql);
        let faults = store.verify(&[]).unwrap();
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(faults[0].nomor, last.nomor);
        assert!(faults[0].uraian.contains("dokumen sah"), "{faults:?}");
    }

    fn a_report_that_was_sent_is_its_senders_alone_and_kept_for_a_while(fresh: Fresh) {
        let (store, _) = filled(&fresh.place);
        for akun in ["ucok", "made"] {
            store.add_user(&by("admin"), None, akun, akun).unwrap();
        }
        let users = store.users().unwrap();
        let [made, ucok] = &users[..] else { panic!("two people") };
        let at = |minutes: i64| -> jiff::Timestamp {
            let start: jiff::Timestamp = "2024-01-10T00:00:00Z".parse().unwrap();
            start + jiff::SignedDuration::from_mins(minutes)
        };
        let document = vec![7; (1 << 20) + 1];
        let add = |minutes| {
            let what = ("lkjip.pdf", document.as_slice());
            store.add_reviu(&by("ucok"), ucok, what, at(minutes)).unwrap()
        };
        let id = add(0);
        assert!(matches!(store.reviu(made, &id), Err(StoreError::Missing { .. })));
        assert_eq!(store.reviu_document(ucok, &id).unwrap(), document);
        assert!(store.reviu_document(made, &id).is_err());
        store.note_reviu((1, &id), "membaca dokumen", at(1)).unwrap();
        let now = store.reviu(ucok, &id).unwrap();
        assert_eq!((now.status, now.pesan.as_str()), (StatusReviu::Berjalan, "membaca dokumen"));
        assert_eq!(now.diperbarui, at(1));

        let ended = |pesan: &str| ReviuEnded {
            pesan: pesan.to_owned(),
            hasil: Some("{}".to_owned()),
            files: vec![("xlsx", b"lembar".to_vec())],
        };
        store.end_reviu((1, &id), ended("3 kesalahan"), at(2)).unwrap();
        store.end_reviu((1, &id), ended("lain"), at(3)).unwrap();
        let now = store.reviu(ucok, &id).unwrap();
        assert_eq!((now.status, now.pesan.as_str()), (StatusReviu::Selesai, "3 kesalahan"), "the first");
        assert_eq!(store.reviu_file(ucok, &id, "xlsx").unwrap().unwrap(), b"lembar");
        assert_eq!(store.reviu_file(made, &id, "xlsx").unwrap(), None);
        assert!(store.reviu_document(ucok, &id).is_err(), "the report itself is not kept");

        let later: Vec<String> = (4..20).map(add).collect();
        let kept: Vec<String> = store.reviu_of(ucok).unwrap().into_iter().map(|it| it.id).collect();
        assert_eq!(kept, later.iter().rev().cloned().collect::<Vec<_>>(), "the sixteen newest");
        let what = ("tua.pdf", document.as_slice());
        store.add_reviu(&by("made"), made, what, at(100 * 24 * 60)).unwrap();
        assert_eq!(store.reviu_of(ucok).unwrap(), [], "nothing for ever");
        assert_eq!(store.verify(&[]).unwrap(), []);
    }

    fn a_token_acts_for_its_person_until_it_is_taken_away(fresh: Fresh) {
        let (store, _) = filled(&fresh.place);
        store.add_user(&by("admin"), None, "rina", "Rina Contoh").unwrap();
        let now = "2024-01-10T00:00:00Z".parse().unwrap();
        let until = "2024-02-10T00:00:00Z".parse().unwrap();
        let secret = store.add_token(&by("rina"), "rina", ("uji", Cakupan::Baca), (now, until)).unwrap();
        let (person, scope) = store.of_token(&secret, now).unwrap().unwrap();
        assert_eq!((person.akun.as_str(), scope), ("rina", Cakupan::Baca));
        assert!(store.of_token(&secret, until).unwrap().is_none(), "its time is over");
        assert!(store.of_token("slr_0000", now).unwrap().is_none());
        let id = store.tokens(&person).unwrap()[0].id;
        store.remove_token(&by("rina"), &person, id).unwrap();
        assert!(store.of_token(&secret, now).unwrap().is_none());
    }

    fn a_summary_is_fresh_until_the_facts_change(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let tahun = berkas.key.tahun;
        let versi = store.ringkasan(1, tahun).unwrap()[0].versi;
        store.keep_ringkasan(vec![(berkas.clone(), versi, "isi".to_owned())]).unwrap();
        assert_eq!(store.ringkasan(1, tahun).unwrap()[0].isi.as_deref(), Some("isi"));
        store.put(&by("a"), &berkas, vec![put("tw1", "", "80")]).unwrap();
        assert_eq!(store.ringkasan(1, tahun).unwrap()[0].isi, None);
    }

    fn what_came_in_is_found_and_the_steps_of_a_year_come_with_its_summaries(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        assert!(store.masuk(1, Status::Diajukan).unwrap().is_empty());
        store.take_step(&by("perencana"), &berkas, step(Triwulan::Ii, Langkah::Ajukan, 0)).unwrap();
        let found = store.masuk(1, Status::Diajukan).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((&found[0].berkas, found[0].triwulan), (&berkas, Triwulan::Ii));
        assert!(store.masuk(1, Status::Disetujui).unwrap().is_empty());
        let of_year = store.ringkasan(1, berkas.key.tahun).unwrap().pop().unwrap();
        assert_eq!(of_year.status_on(Triwulan::Ii, TODAY), Status::Diajukan);
        assert_eq!(of_year.status_on(Triwulan::I, TODAY), Status::Draf);
        assert_eq!(of_year, store.ringkasan_of(&berkas).unwrap());
        assert!(!of_year.is_reported);
        let versi = store.berkas_versi(&berkas).unwrap();
        let new = NewDokumenSah { bytes: b"%PDF".to_vec(), versi, aturan: "uji".to_owned() };
        store.sign(&by("kepala"), &berkas, new).unwrap();
        assert!(store.ringkasan_of(&berkas).unwrap().is_reported);
    }

    fn summaries_of_the_years_asked_for_are_kept_ones_only(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let year = |it| Tahun::new(it).unwrap();
        let of = |years| store.ringkasan_of_years(1, years).unwrap();
        assert!(of((year(2019), year(2022))).is_empty());
        let versi = store.berkas_versi(&berkas).unwrap();
        assert_eq!(of((year(2019), year(2023))), [(berkas.clone(), versi, None)]);
        store.keep_ringkasan(vec![(berkas.clone(), versi, "isi".to_owned())]).unwrap();
        let kept = Some("isi".to_owned());
        assert_eq!(of((year(2023), year(2030))), [(berkas, versi, kept)]);
    }

    fn a_row_is_found_by_its_name_and_by_its_key(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let of = |id: &str| store.row_by_key(&berkas, "indikator", &[("id", id)]).unwrap();
        let found = of("iku-1").unwrap();
        assert!(found.cells.iter().any(|it| it == "iku-1"));
        assert_eq!(store.row(&berkas, "indikator", found.baris_ke).unwrap(), Some(found));
        assert_eq!(of("tidak-ada"), None);
        assert_eq!(store.row(&berkas, "indikator", 999_999).unwrap(), None);
    }

    fn the_trail_is_searched_by_thing_person_and_day(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        store.put(&by("a"), &berkas, vec![put("tw1", "", "80")]).unwrap();
        let last_days = vec![(Triwulan::I, Some(TODAY))];
        store.set_jadwal(&by("admin"), 1, berkas.key.tahun, last_days).unwrap();
        let count = |filter: AuditFilter| store.audit_search(1, &filter, (0, 50)).unwrap().len();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(count(AuditFilter::default()), 3);
        assert_eq!(count(AuditFilter { objek: some("berkas/BKPSDM/2023/"), ..AuditFilter::default() }), 1);
        assert_eq!(count(AuditFilter { pelaku: some("admin"), ..AuditFilter::default() }), 1);
        let of = |it: &str| AuditFilter { memuat: some(it), ..AuditFilter::default() };
        assert_eq!((count(of("bkpsdm")), count(of("BKPSDM/2023/"))), (2, 1));
        assert_eq!((count(of("%")), count(of("_unci")), count(of("\\"))), (0, 0, 0), "signs are only signs");
        let oldest = AuditFilter { is_rising: true, ..AuditFilter::default() };
        let first = store.audit_search(berkas.pemda, &oldest, (0, 2)).unwrap();
        assert_eq!(first.iter().map(|it| it.nomor).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(count(AuditFilter { sejak: some("2024-01-10"), ..AuditFilter::default() }), 3);
        assert_eq!(count(AuditFilter { sejak: some("2024-01-11"), ..AuditFilter::default() }), 0);
        assert_eq!(count(AuditFilter { sampai: some("2024-01-11"), ..AuditFilter::default() }), 3);
        assert_eq!(count(AuditFilter { sampai: some("2024-01-10"), ..AuditFilter::default() }), 0);
        assert_eq!(store.audit_search(1, &AuditFilter::default(), (1, 1)).unwrap()[0].nomor, 2);
    }

    fn a_copy_has_the_proofs_the_signed_documents_and_the_quarters(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let isi = NewIsi { jenis: "image/png".to_owned(), bytes: vec![7; 1_500_000] };
        let new = NewBukti {
            tentang: Tentang::Indikator { id: "iku-1".to_owned(), triwulan: Triwulan::I },
            nama: "a.png".to_owned(),
            halaman: None,
            keterangan: None,
            isi,
        };
        store.add_bukti(&by("pegawai"), &berkas, new, u64::MAX).unwrap();
        store.take_step(&by("perencana"), &berkas, step(Triwulan::I, Langkah::Ajukan, 0)).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cadangan.db");
        store.backup(&file).unwrap();
        let copy = Store::open_file(&file).unwrap();
        assert_eq!(copy.bukti(&berkas).unwrap(), store.bukti(&berkas).unwrap());
        assert_eq!(copy.pengajuan(&berkas).unwrap(), store.pengajuan(&berkas).unwrap());
        let hash = &copy.bukti(&berkas).unwrap()[0].isi.hash;
        assert_eq!(copy.isi(1, hash).unwrap(), vec![7; 1_500_000]);
    }

    fn facts_that_are_replaced_keep_their_proofs_and_steps_and_no_old_version(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let isi = NewIsi { jenis: "image/png".to_owned(), bytes: vec![7; 100] };
        let tentang = Tentang::Indikator { id: "iku-1".to_owned(), triwulan: Triwulan::Ii };
        let new =
            NewBukti { tentang, nama: "a.png".to_owned(), halaman: None, keterangan: None, isi };
        store.add_bukti(&by("pegawai"), &berkas, new, u64::MAX).unwrap();
        store.take_step(&by("perencana"), &berkas, step(Triwulan::I, Langkah::Ajukan, 0)).unwrap();
        let back = NewLangkah {
            alasan: Some("Lengkapi.".to_owned()),
            ..step(Triwulan::I, Langkah::MintaPerbaikan, 1)
        };
        store.take_step(&by("verifikator"), &berkas, back).unwrap();
        let proofs = store.bukti(&berkas).unwrap();
        let steps = store.pengajuan(&berkas).unwrap();
        let seen = store.rows(&berkas, "tujuan").unwrap().remove(0);

        let mut facts = store.berkas(&berkas).unwrap();
        facts.tujuan[0].uraian = "Tujuan yang lain".to_owned();
        store.import(&by("perencana"), facts.clone(), true).unwrap();
        let berkas = store.find(&berkas.key).unwrap();
        assert_eq!(store.berkas(&berkas).unwrap(), facts);
        assert_eq!(store.bukti(&berkas).unwrap(), proofs);
        assert_eq!(store.pengajuan(&berkas).unwrap(), steps);
        let late = RowChange {
            tabel: "tujuan".to_owned(),
            baris_ke: seen.baris_ke,
            versi: seen.versi,
            cells: vec![("uraian".to_owned(), "Isian lama".to_owned())],
            alasan: None,
        };
        let refused = store.change(&by("perencana"), &berkas, late);
        assert!(matches!(refused, Err(StoreError::Conflict { .. })), "{refused:?}");
    }

    fn a_remark_stays_until_it_is_settled_and_can_be_opened_again(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let about = ("target/4", "Targetnya tidak sama dengan Renstra.");
        let id = store.add_komentar(&by("vera"), &berkas, "Vera Contoh", about).unwrap();
        let settled = store.settle_komentar(&by("rani"), &berkas, "Rani Contoh", (id, true)).unwrap();
        let waktu = format!("{TODAY}T03:00:00Z");
        assert_eq!(settled.selesai, Some(("Rani Contoh".to_owned(), waktu)));
        let reopened = store.settle_komentar(&by("vera"), &berkas, "Vera Contoh", (id, false)).unwrap();
        assert_eq!(reopened.selesai, None);
        assert_eq!(store.komentar(&berkas).unwrap(), [reopened]);
        let unknown = store.settle_komentar(&by("vera"), &berkas, "Vera Contoh", (99, true)).unwrap_err();
        assert!(matches!(unknown, StoreError::Missing { .. }), "{unknown}");
        // What was said about a berkas outlives the facts that it was said about.
        let mut facts = store.berkas(&berkas).unwrap();
        facts.penghargaan.clear();
        store.import(&by("uji"), facts, true).unwrap();
        assert_eq!(store.komentar(&berkas).unwrap().len(), 1);
        let entries = store.audit_entries(1).unwrap();
        let verbs: Vec<&str> = entries
            .iter()
            .filter(|it| it.objek.ends_with("target/4"))
            .map(|it| it.tindakan.as_str())
            .collect();
        assert_eq!(verbs, ["komentar", "selesaikan", "buka lagi"]);
    }

    fn an_agreement_is_signed_when_both_parties_have_signed_the_same_words(fresh: Fresh) {
        let (store, berkas) = filled(&fresh.place);
        let rows = store.rows(&berkas, "perjanjian_kinerja").unwrap();
        let draft = RowChange {
            tabel: "perjanjian_kinerja".to_owned(),
            baris_ke: rows[0].baris_ke,
            versi: rows[0].versi,
            cells: vec![
                ("status".to_owned(), "draf".to_owned()),
                ("tanggal".to_owned(), String::new()),
            ],
            alasan: None,
        };
        store.change(&by("perencana"), &berkas, draft).unwrap();
        let sign = |akun: &str, pihak| {
            let new = NewTandaTangan {
                perjanjian: "pk-2023".to_owned(),
                pihak,
                nama: akun.to_owned(),
                jabatan: "Kepala".to_owned(),
                tanggal: TODAY,
            };
            store.sign_agreement(&by(akun), &berkas, &new)
        };
        sign("kepala", Pihak::Pertama).unwrap();
        let twice = sign("kepala", Pihak::Pertama).unwrap_err();
        assert!(matches!(twice, StoreError::Step { .. }), "{twice}");
        assert!(store.tanda_tangan(&berkas).unwrap()[0].is_current);

        // Another target is another promise: the signature was not given for it.
        let facts = store.berkas(&berkas).unwrap();
        let dokumen = facts.perjanjian_kinerja[0].dokumen.clone();
        let at = facts.target.iter().position(|it| it.dokumen == dokumen).unwrap();
        let targets = store.rows(&berkas, "target").unwrap();
        let other = RowChange {
            tabel: "target".to_owned(),
            baris_ke: targets[at].baris_ke,
            versi: targets[at].versi,
            cells: vec![("nilai".to_owned(), "12.5".to_owned())],
            alasan: None,
        };
        store.change(&by("perencana"), &berkas, other).unwrap();
        assert!(!store.tanda_tangan(&berkas).unwrap()[0].is_current);
        sign("walikota", Pihak::Kedua).unwrap();
        let status = || store.berkas(&berkas).unwrap().perjanjian_kinerja[0].status.clone();
        assert_eq!(status(), StatusPerjanjian::Draf, "one party has signed other words");
        sign("kepala", Pihak::Pertama).unwrap();
        assert_eq!(status(), StatusPerjanjian::Ditandatangani { tanggal: TODAY });
        let late = sign("walikota", Pihak::Kedua).unwrap_err();
        assert!(matches!(late, StoreError::Step { .. }), "{late}");
        let current = store.tanda_tangan(&berkas).unwrap();
        assert_eq!(current.iter().filter(|it| it.is_current).count(), 2);
    }
}
