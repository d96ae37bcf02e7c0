//! What the store promises, on SQLite and on PostgreSQL alike.

#![expect(clippy::unwrap_used, reason = "a promise that ends early is not kept")]

mod support;

use jiff::civil::date;
use selaras_domain::Tahun;
use selaras_store::{
    BerkasKey, Imported, NarasiKept, NewRow, Perangkat, PerubahanPerangkat, Place, RowChange,
    Store, StoreError,
};
use support::{Fresh, example, on_both, pelaku, tamper};

const EXAMPLES: [&str; 2] = ["bkpsdm-dumai-2023", "dinkes-contoh-2024"];

on_both! {
    fn a_berkas_comes_out_as_it_went_in(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        for name in EXAMPLES {
            let berkas = example(name);
            let added = store.import(&pelaku(), berkas.clone(), false).unwrap();
            assert_eq!(added, Imported::Added);
            let found = store.find(&BerkasKey::of(&berkas)).unwrap();
            assert_eq!(store.berkas(&found).unwrap(), berkas, "{name}");
        }
        assert_eq!(store.list().unwrap().len(), EXAMPLES.len());
    }

    fn importing_again_changes_nothing_and_other_facts_need_consent(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        let mut berkas = example(EXAMPLES[0]);
        store.import(&pelaku(), berkas.clone(), false).unwrap();
        let refused = store.import(&pelaku(), berkas.clone(), false).unwrap_err();
        assert!(matches!(refused, StoreError::Exists { .. }), "{refused}");
        let same = store.import(&pelaku(), berkas.clone(), true).unwrap();
        assert_eq!(same, Imported::Unchanged);
        berkas.perangkat_daerah.tugas = "menguji".to_owned();
        let other = store.import(&pelaku(), berkas.clone(), true).unwrap();
        assert_eq!(other, Imported::Replaced);
        let found = &store.list().unwrap()[0];
        assert_eq!(store.berkas(found).unwrap(), berkas);
        let trail = store.audit_entries(found.pemda).unwrap();
        assert_eq!(trail.len(), 2, "an import that changes nothing leaves no entry");
        assert_eq!(trail[1].lama, trail[0].baru);
        let words = trail[0].baru.as_ref().unwrap();
        assert!(words.contains("(BKPSDM), tahun 2023: ") && words.contains(" baris pada "), "{words}");
    }

    fn the_schema_refuses_a_reference_to_nothing_and_keeps_nothing_of_it(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        let mut berkas = example(EXAMPLES[0]);
        berkas.tujuan.clear();
        let refused = store.import(&pelaku(), berkas, false).unwrap_err();
        assert!(matches!(refused, StoreError::Constraint(_) | StoreError::Facts(_)), "{refused}");
        assert!(store.list().unwrap().is_empty());
        assert!(store.heads().unwrap().is_empty());
    }

    fn an_edited_removed_or_cut_entry_is_found(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        let mut berkas = example(EXAMPLES[0]);
        for tugas in ["satu", "dua", "tiga"] {
            berkas.perangkat_daerah.tugas = tugas.to_owned();
            store.import(&pelaku(), berkas.clone(), true).unwrap();
        }
        let heads = store.heads().unwrap();
        assert_eq!(store.verify(&heads).unwrap(), []);
        support::disarm(&fresh.place);
        let fault_after = |damage: &str, repair: &str| {
            tamper(&fresh.place, damage);
            let faults = store.verify(&heads).unwrap();
            tamper(&fresh.place, repair);
            faults.first().map(|it| it.nomor)
        };
        let edited = fault_after(
            "UPDATE jejak_audit SET pelaku = 'orang lain' WHERE nomor = 2",
            "UPDATE jejak_audit SET pelaku = 'uji' WHERE nomor = 2",
        );
        assert_eq!(edited, Some(2));
        let swapped = fault_after(
            "UPDATE jejak_audit SET nomor = 9 WHERE nomor = 2; \
             UPDATE jejak_audit SET nomor = 2 WHERE nomor = 3; \
             UPDATE jejak_audit SET nomor = 3 WHERE nomor = 9",
            "UPDATE jejak_audit SET nomor = 9 WHERE nomor = 2; \
             UPDATE jejak_audit SET nomor = 2 WHERE nomor = 3; \
             UPDATE jejak_audit SET nomor = 3 WHERE nomor = 9",
        );
        assert_eq!(swapped, Some(2));
        assert_eq!(store.verify(&heads).unwrap(), [], "all is repaired");
        // Whoever cuts the end also forges the head; only the head kept outside tells.
        let trail = store.audit_entries(heads[0].pemda).unwrap();
        tamper(&fresh.place, "DELETE FROM jejak_audit WHERE nomor = 3");
        assert_eq!(store.verify(&[]).unwrap()[0].nomor, 3);
        let forged = format!("UPDATE kepala_jejak SET nomor = 2, hash = '{}'", trail[1].hash);
        tamper(&fresh.place, &forged);
        assert_eq!(store.verify(&[]).unwrap(), []);
        assert_eq!(store.verify(&heads).unwrap()[0].nomor, 3);
    }

    fn a_chain_that_is_gone_is_a_finding_where_there_is_anything_to_tell_of(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        assert_eq!(store.verify(&[]).unwrap(), [], "nothing has happened yet");
        store.import(&pelaku(), example(EXAMPLES[0]), false).unwrap();
        let head = store.heads().unwrap().remove(0);
        assert_eq!(store.head_with_hash(&head.hash).unwrap(), Some(head.clone()));
        support::disarm(&fresh.place);
        tamper(&fresh.place, "DELETE FROM kepala_jejak");
        let headless = store.verify(&[]).unwrap();
        assert!(headless[0].uraian.contains("seharusnya 0"), "{headless:?}");
        tamper(&fresh.place, "DELETE FROM jejak_audit");
        let gone = store.verify(&[]).unwrap();
        assert!(gone[0].uraian.contains("jejak auditnya tidak ada"), "{gone:?}");
        assert_eq!(store.head_with_hash(&head.hash).unwrap(), None);
    }

    fn the_schema_lets_nobody_change_or_take_away_an_entry_of_the_trail(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        store.import(&pelaku(), example(EXAMPLES[0]), false).unwrap();
        let before = store.heads().unwrap();
        let (columns, entry) = ("pemda, nomor, waktu, pelaku, asal, tindakan, objek, hash",
            "SELECT pemda, nomor, waktu, 'orang lain', asal, tindakan, objek, hash FROM jejak_audit");
        let replaced = match &fresh.place {
            Place::Folder(_) => format!("INSERT OR REPLACE INTO jejak_audit ({columns}) {entry}"),
            Place::Postgres(_) => "TRUNCATE jejak_audit".to_owned(),
        };
        for sql in [
            "UPDATE jejak_audit SET pelaku = 'orang lain'",
            "DELETE FROM jejak_audit WHERE nomor = 1",
            &replaced,
        ] {
            assert!(support::is_refused(&fresh.place, sql), "{sql}");
        }
        assert_eq!(store.verify(&before).unwrap(), []);
        store.import(&pelaku(), example(EXAMPLES[1]), false).unwrap();
        assert_eq!(store.verify(&before).unwrap(), [], "entries are still added");
    }

    fn two_pemda_in_one_database_are_told_apart(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        let one = example(EXAMPLES[0]);
        let mut other = one.clone();
        other.pemda.nama = "Seberang".to_owned();
        other.perangkat_daerah.tugas = "menguji".to_owned();
        for it in [&one, &other] {
            assert_eq!(store.import(&pelaku(), it.clone(), false).unwrap(), Imported::Added);
        }
        let key = BerkasKey::of(&one);
        let several = store.find(&key).unwrap_err();
        assert!(matches!(several, StoreError::Ambiguous { .. }), "{several}");
        for words in ["Kota Dumai", "Kota Seberang", "--pemda"] {
            assert!(several.to_string().contains(words), "{several}");
        }
        for (name, it) in [("kota dumai", &one), ("Dumai", &one), ("Kota Seberang", &other)] {
            let found = store.find_of(&key, Some(name)).unwrap();
            assert_eq!(store.berkas(&found).unwrap(), *it, "{name}");
        }
        let nowhere = store.find_of(&key, Some("Kota Lain")).unwrap_err();
        assert!(matches!(nowhere, StoreError::Missing { .. }), "{nowhere}");
        let unclear = store.add_user(&pelaku(), None, "rina", "Rina Contoh").unwrap_err();
        assert!(matches!(unclear, StoreError::Ambiguous { .. }), "{unclear}");
        let there = store.pemda_named(Some("seberang")).unwrap();
        store.add_user(&pelaku(), Some(there), "rina", "Rina Contoh").unwrap();
        assert_eq!(store.users().unwrap()[0].pemda, there);
        // What is imported again goes to its own pemda, and each has its own chain.
        let mut changed = other.clone();
        changed.perangkat_daerah.tugas = "menguji lagi".to_owned();
        assert_eq!(store.import(&pelaku(), changed.clone(), true).unwrap(), Imported::Replaced);
        let of = |store: &Store, name| store.berkas(&store.find_of(&key, Some(name)).unwrap()).unwrap();
        assert_eq!((of(&store, "dumai"), of(&store, "seberang")), (one.clone(), changed.clone()));
        let heads = store.heads().unwrap();
        assert_eq!(heads.iter().map(|it| it.nomor).collect::<Vec<_>>(), [1, 3]);

        let safe = tempfile::tempdir().unwrap();
        let file = safe.path().join("cadangan.db");
        store.backup(&file).unwrap();
        for target in [support::sqlite(), support::postgres()] {
            let place = match &target.place {
                Place::Folder(_) => Place::Folder(target.folder().join("baru")),
                postgres => postgres.clone(),
            };
            Store::open_file(&file).unwrap().copy_to(&place).unwrap();
            let copy = Store::open(&place).unwrap();
            assert_eq!((of(&copy, "dumai"), of(&copy, "seberang")), (one.clone(), changed.clone()));
            assert_eq!(copy.users().unwrap(), store.users().unwrap());
            assert_eq!(copy.verify(&heads).unwrap(), []);
        }
    }

    fn a_backup_while_in_use_restores_to_the_same_facts_on_either_database(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        for name in EXAMPLES {
            store.import(&pelaku(), example(name), false).unwrap();
        }
        let safe = tempfile::tempdir().unwrap();
        let file = safe.path().join("cadangan.db");
        let heads = store.backup(&file).unwrap();
        assert_eq!(heads, store.heads().unwrap());
        let again = store.backup(&file).unwrap_err();
        assert!(matches!(again, StoreError::Exists { .. }), "a backup never overwrites: {again}");
        let backup = Store::open_file(&file).unwrap();
        for target in [support::sqlite(), support::postgres()] {
            let place = match &target.place {
                Place::Folder(_) => Place::Folder(target.folder().join("baru")),
                postgres => postgres.clone(),
            };
            backup.copy_to(&place).unwrap();
            let restored = Store::open(&place).unwrap();
            assert_eq!(restored.list().unwrap(), store.list().unwrap());
            for it in store.list().unwrap() {
                assert_eq!(restored.berkas(&it).unwrap(), store.berkas(&it).unwrap());
            }
            assert_eq!(restored.verify(&heads).unwrap(), []);
            let taken = backup.copy_to(&place).unwrap_err();
            assert!(matches!(taken, StoreError::Exists { .. }), "{taken}");
        }
    }

    fn many_writers_at_once_lose_nothing(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        let berkas = example(EXAMPLES[1]);
        let years: Vec<Tahun> = (2001..=2012).map(|it| Tahun::new(it).unwrap()).collect();
        std::thread::scope(|scope| {
            for tahun in &years {
                let (store, mut berkas) = (&store, berkas.clone());
                berkas.perangkat_daerah.tahun = *tahun;
                scope.spawn(move || {
                    let done = store.import(&pelaku(), berkas, false);
                    assert_eq!(done.unwrap(), Imported::Added);
                });
            }
        });
        let found: Vec<Tahun> = store.list().unwrap().iter().map(|it| it.key.tahun).collect();
        assert_eq!(found, years);
        assert_eq!(store.verify(&[]).unwrap(), []);
    }

    fn a_database_of_another_version_is_refused(fresh: Fresh) {
        drop(Store::migrate(&fresh.place).unwrap());
        drop(Store::migrate(&fresh.place).unwrap());
        tamper(&fresh.place, "UPDATE migrasi SET version = 99 WHERE version = 3");
        let refused = Store::open(&fresh.place).err().expect("it is of another version");
        assert!(matches!(refused, StoreError::Version { found: 99, .. }), "{refused}");
    }
}

#[test]
fn an_absent_installation_says_how_to_make_one() {
    let fresh = support::sqlite();
    let absent = Store::open(&fresh.place).err().expect("nothing is there");
    assert!(absent.to_string().contains("selaras migrate"), "{absent}");
}

#[test]
fn nodes_that_start_together_on_one_server_make_its_tables_once() {
    let fresh = support::postgres();
    std::thread::scope(|scope| {
        let migrate = || Store::migrate(&fresh.place).map(|it| it.list().unwrap());
        let nodes: Vec<_> = (0..6).map(|_| scope.spawn(migrate)).collect();
        for node in nodes {
            assert_eq!(node.join().unwrap().unwrap(), []);
        }
    });
}

on_both! {
    fn migrations_make_the_tables_that_are_declared(fresh: Fresh) {
        drop(Store::migrate(&fresh.place).unwrap());
        for table in selaras_store::fact_tables() {
            let declared: Vec<&str> = table.columns.iter().map(|it| it.name).collect();
            let own = ["pemda", "berkas", "baris_ke", "urutan", "versi"];
            let mut expected: Vec<&str> = own.into_iter().chain(declared).collect();
            expected.sort_unstable();
            assert_eq!(support::columns(&fresh.place, table.name), expected, "{}", table.name);
        }
    }

    fn a_value_that_is_none_of_the_words_is_refused_by_the_schema(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        store.import(&pelaku(), example(EXAMPLES[0]), false).unwrap();
        for sql in [
            "UPDATE indikator SET polaritas = 'samping'",
            "UPDATE indikator SET nomor = 0",
            "UPDATE indikator SET nama = ''",
            "UPDATE berkas SET tahun = 12",
            "DELETE FROM pemda",
        ] {
            assert!(support::is_refused(&fresh.place, sql), "{sql}");
        }
    }
}

on_both! {
    fn a_cell_changes_with_its_trail_and_a_stale_change_is_a_conflict(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        store.import(&pelaku(), example(EXAMPLES[0]), false).unwrap();
        let berkas = store.list().unwrap().remove(0);
        let row = store.rows(&berkas, "indikator").unwrap().remove(0);
        let change = |versi, nama: &str| RowChange {
            tabel: "indikator".to_owned(),
            baris_ke: row.baris_ke,
            versi,
            cells: vec![("nama".to_owned(), nama.to_owned())],
            alasan: Some("salah ketik".to_owned()),
        };
        let versi = store.change(&pelaku(), &berkas, change(1, "  Indeks baru ")).unwrap();
        assert_eq!(versi, 2);
        assert_eq!(store.berkas(&berkas).unwrap().indikator[0].nama, "Indeks baru");
        let entry = store.audit_entries(berkas.pemda).unwrap().pop().unwrap();
        assert_eq!(entry.objek, format!("berkas/BKPSDM/2023/indikator/{}/nama", row.baris_ke));
        assert_eq!(entry.baru.as_deref(), Some("Indeks baru"));
        assert_eq!(entry.alasan.as_deref(), Some("salah ketik"));

        let late = store.change(&pelaku(), &berkas, change(1, "Indeks lain")).unwrap_err();
        assert!(matches!(late, StoreError::Conflict { versi: 2, .. }), "{late}");
        let same = store.change(&pelaku(), &berkas, change(2, "Indeks baru")).unwrap();
        assert_eq!(same, 2, "what stays as it is, is no change");
        assert_eq!(store.audit_entries(berkas.pemda).unwrap().len(), 2);
    }

    fn cells_that_cannot_be_are_refused_all_at_once_and_leave_nothing(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        store.import(&pelaku(), example(EXAMPLES[0]), false).unwrap();
        let berkas = store.list().unwrap().remove(0);
        let row = store.rows(&berkas, "indikator").unwrap().remove(0);
        let change = |cells: &[(&str, &str)]| {
            let cells = cells.iter().map(|(column, cell)| {
                ((*column).to_owned(), (*cell).to_owned())
            });
            let change = RowChange {
                tabel: "indikator".to_owned(),
                baris_ke: row.baris_ke,
                versi: row.versi,
                cells: cells.collect(),
                alasan: None,
            };
            store.change(&pelaku(), &berkas, change).unwrap_err()
        };
        match change(&[("polaritas", "samping"), ("nomor", "banyak"), ("nama", "")]) {
            StoreError::Invalid(faults) => assert_eq!(faults.len(), 3, "{faults:?}"),
            other => panic!("{other}"),
        }
        let nothing = change(&[("skala", "tidak-ada")]);
        assert!(matches!(nothing, StoreError::Constraint(_)), "{nothing}");
        let unknown = change(&[("warna", "biru")]);
        assert!(matches!(unknown, StoreError::Missing { .. }), "{unknown}");
        assert_eq!(store.rows(&berkas, "indikator").unwrap().remove(0), row);
        assert_eq!(store.audit_entries(berkas.pemda).unwrap().len(), 1);
    }

    fn rows_are_added_and_removed_and_a_name_never_comes_back(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        let before = example(EXAMPLES[0]);
        store.import(&pelaku(), before.clone(), false).unwrap();
        let berkas = store.list().unwrap().remove(0);
        let new = || NewRow {
            tabel: "fungsi".to_owned(),
            cells: vec![
                ("nomor".to_owned(), "99".to_owned()),
                ("uraian".to_owned(), "menguji".to_owned()),
            ],
            alasan: None,
            ..NewRow::default()
        };
        let first = store.add(&pelaku(), &berkas, new()).unwrap();
        let twice = store.add(&pelaku(), &berkas, new()).unwrap_err();
        assert!(matches!(twice, StoreError::Constraint(_)), "{twice}");
        let last = store.rows(&berkas, "fungsi").unwrap().pop().unwrap();
        assert_eq!(last, first, "a new row stands at the end");
        let name = (first.baris_ke, first.versi);
        store.remove(&pelaku(), &berkas, "fungsi", name, None).unwrap();
        assert_eq!(store.berkas(&berkas).unwrap(), before);
        let second = store.add(&pelaku(), &berkas, new()).unwrap();
        assert_ne!(second.baris_ke, first.baris_ke);
        let gone = store.remove(&pelaku(), &berkas, "fungsi", name, None).unwrap_err();
        assert!(matches!(gone, StoreError::Missing { .. }), "{gone}");
        let tujuan = store.rows(&berkas, "tujuan").unwrap().remove(0);
        let used = (tujuan.baris_ke, tujuan.versi);
        let used = store.remove(&pelaku(), &berkas, "tujuan", used, None).unwrap_err();
        assert!(matches!(used, StoreError::Constraint(_)), "{used}");
        assert_eq!(store.verify(&[]).unwrap(), []);
    }

    fn two_people_at_one_row_never_overwrite_each_other(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        store.import(&pelaku(), example(EXAMPLES[0]), false).unwrap();
        let berkas = store.list().unwrap().remove(0);
        let row = store.rows(&berkas, "fungsi").unwrap().remove(0);
        let outcomes: Vec<Result<i64, StoreError>> = std::thread::scope(|scope| {
            let writers: Vec<_> = (0..8)
                .map(|number| {
                    let (store, berkas) = (&store, &berkas);
                    let change = RowChange {
                        tabel: "fungsi".to_owned(),
                        baris_ke: row.baris_ke,
                        versi: row.versi,
                        cells: vec![("uraian".to_owned(), format!("uraian {number}"))],
                        alasan: None,
                    };
                    scope.spawn(move || store.change(&pelaku(), berkas, change))
                })
                .collect();
            writers.into_iter().map(|it| it.join().unwrap()).collect()
        });
        let n_won = outcomes.iter().filter(|it| it.is_ok()).count();
        let n_lost =
            outcomes.iter().filter(|it| matches!(it, Err(StoreError::Conflict { .. }))).count();
        assert_eq!((n_won, n_lost), (1, 7));
    }
}

on_both! {
    fn a_text_is_kept_with_its_history_and_two_writers_lose_nothing(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        store.import(&pelaku(), example(EXAMPLES[0]), false).unwrap();
        let berkas = store.list().unwrap().remove(0);
        let first = store.narasi(&berkas).unwrap().remove(0);
        let text = |versi, teks: &str| NarasiKept { versi, teks: teks.to_owned(), ..first.clone() };
        let versi = store.write_narasi(&pelaku(), &berkas, text(1, "Kalimat baru.\n")).unwrap();
        assert_eq!(versi, 2);
        let late = store.write_narasi(&pelaku(), &berkas, text(1, "Kalimat lain.\n")).unwrap_err();
        assert!(matches!(late, StoreError::Conflict { versi: 2, .. }), "{late}");
        let entry = store.audit_entries(berkas.pemda).unwrap().pop().unwrap();
        assert_eq!(entry.lama.as_ref(), Some(&first.teks), "the trail has the text before");

        let new = NarasiKept { id: "baru".to_owned(), versi: 0, teks: "Teks.\n".to_owned() };
        assert_eq!(store.write_narasi(&pelaku(), &berkas, new.clone()).unwrap(), 1);
        let twice = store.write_narasi(&pelaku(), &berkas, new).unwrap_err();
        assert!(matches!(twice, StoreError::Conflict { versi: 1, .. }), "{twice}");
        let narasi = store.berkas(&berkas).unwrap().narasi;
        assert!(narasi.iter().any(|it| it.id == "baru" && it.teks == "Teks.\n"));
    }

    fn the_next_year_begins_with_the_facts_of_this_one_and_leaves_it_alone(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        let before = example(EXAMPLES[0]);
        store.import(&pelaku(), before.clone(), false).unwrap();
        let this = store.list().unwrap().remove(0);
        let next = store.open_next_year(&pelaku(), &this, None).unwrap();
        assert_eq!(next.to_string(), "BKPSDM/2024");
        let opened = store.berkas(&store.find(&next).unwrap()).unwrap();
        assert_eq!(opened.target, before.target);
        assert_eq!(store.berkas(&this).unwrap(), before);
        let twice = store.open_next_year(&pelaku(), &this, None).unwrap_err();
        assert!(matches!(twice, StoreError::Exists { .. }), "{twice}");
    }

    fn offices_that_merge_end_and_the_next_year_goes_on_under_the_new_one(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        store.import(&pelaku(), example(EXAMPLES[0]), false).unwrap();
        let this = store.list().unwrap().remove(0);
        let write = |offices| store.write_perangkat(&pelaku(), this.pemda, offices).unwrap();
        let disdik = office("Disdik", "Dinas Pendidikan");
        assert_eq!(write(vec![disdik]), []);
        let merged = Perangkat {
            dibentuk: Some(date(2024, 1, 1)),
            perubahan: Some(PerubahanPerangkat::Penggabungan),
            asal: vec!["Disdik".to_owned(), "BKPSDM".to_owned()],
            dasar: Some("Perda 1 Tahun 2023".to_owned()),
            ..office("Disdikpeg", "Dinas Pendidikan dan Kepegawaian")
        };
        assert_eq!(write(vec![merged]), []);
        let all = store.perangkat(this.pemda).unwrap();
        let of = |name: &str| all.iter().find(|it| it.singkatan == name).unwrap();
        assert_eq!(of("BKPSDM").berakhir, Some(date(2023, 12, 31)));
        assert_eq!(of("BKPSDM").tahun, [Tahun::new(2023).unwrap()]);
        assert_eq!(of("Disdikpeg").asal, ["BKPSDM", "Disdik"]);

        let gone = store.open_next_year(&pelaku(), &this, None).unwrap_err();
        assert!(matches!(gone, StoreError::Step { .. }), "{gone}");
        let next = store.open_next_year(&pelaku(), &this, Some("Disdikpeg")).unwrap();
        assert_eq!(next.to_string(), "Disdikpeg/2024");
        let opened = store.berkas(&store.find(&next).unwrap()).unwrap();
        assert_eq!(opened.perangkat_daerah.nama, "Dinas Pendidikan dan Kepegawaian");
        let entries = store.audit_entries(this.pemda).unwrap();
        let ended = entries.iter().find(|it| it.objek == "perangkat/BKPSDM").unwrap();
        assert!(ended.baru.as_ref().unwrap().contains("berakhir 2023-12-31"));
        assert!(ended.lama.is_some());
    }

    fn offices_are_written_all_or_none_and_every_fault_is_said(fresh: Fresh) {
        let store = Store::migrate(&fresh.place).unwrap();
        store.import(&pelaku(), example(EXAMPLES[0]), false).unwrap();
        let pemda = store.list().unwrap().remove(0).pemda;
        let from = |asal: &[&str], it: Perangkat| Perangkat {
            perubahan: Some(PerubahanPerangkat::PenggantianNama),
            dibentuk: Some(date(2024, 1, 1)),
            asal: asal.iter().map(|it| (*it).to_owned()).collect(),
            ..it
        };
        let offices = vec![
            office("Baik", "Dinas yang benar"),
            office("", ""),
            from(&["Entah"], office("A", "Dinas A")),
            from(&["C"], office("B", "Dinas B")),
            from(&["B"], office("C", "Dinas C")),
            from(&["Baik", "BKPSDM"], office("D", "Dinas D")),
        ];
        let faults = store.write_perangkat(&pelaku(), pemda, offices).unwrap();
        let found: Vec<_> = faults.iter().map(|it| (it.singkatan.as_str(), it.kolom)).collect();
        assert_eq!(
            found,
            [("", "singkatan"), ("", "nama"), ("A", "asal"), ("B", "asal"), ("C", "asal"), ("D", "asal")]
        );
        assert_eq!(store.perangkat(pemda).unwrap().len(), 1, "nothing was written");
        let stale = Perangkat { versi: 7, ..store.perangkat(pemda).unwrap().remove(0) };
        let late = store.write_perangkat(&pelaku(), pemda, vec![stale]).unwrap_err();
        assert!(matches!(late, StoreError::Conflict { versi: 1, .. }), "{late}");
    }
}

fn office(singkatan: &str, nama: &str) -> Perangkat {
    Perangkat {
        singkatan: singkatan.to_owned(),
        nama: nama.to_owned(),
        kode: None,
        dibentuk: None,
        berakhir: None,
        perubahan: None,
        asal: Vec::new(),
        dasar: None,
        tahun: Vec::new(),
        versi: 0,
    }
}
