//! People: accounts, roles, passwords and sessions, on SQLite and on PostgreSQL alike.

#![expect(clippy::unwrap_used, reason = "a promise that ends early is not kept")]

mod support;

use jiff::Timestamp;
use jiff::civil::date;
use selaras_store::{
    Dikunci, NewPengguna, Penugasan, Peran, SandiFault, SignInFault, StatusPenugasan, Store,
    StoreError,
};
use support::{Fresh, example, on_both, pelaku};

const SANDI: &str = "kuda laut makan pepaya";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn monday() -> Timestamp {
    at("2024-01-15T03:00:00Z")
}

/// An installation with an office and the account `rina`.
fn with_rina(fresh: &Fresh) -> Store {
    let store = Store::migrate(&fresh.place).unwrap();
    store.import(&pelaku(), example("bkpsdm-dumai-2023"), false).unwrap();
    store.add_user(&pelaku(), None, "Rina", "Rina Contoh").unwrap();
    store
}

fn chosen(store: &Store) {
    let link = store.password_link(&pelaku(), "rina", None, monday()).unwrap();
    store.choose_password("::1", &link, SANDI, monday()).unwrap().unwrap();
}

/// What the trail tells of accounts, and why.
fn deeds(store: &Store) -> Vec<(String, Option<String>)> {
    let entries = store.audit_entries(store.heads().unwrap()[0].pemda).unwrap();
    let of_people = entries.into_iter().filter(|it| it.objek.starts_with("pengguna/"));
    of_people.map(|it| (it.tindakan, it.alasan)).collect()
}

on_both! {
    fn a_person_chooses_a_password_once_and_signs_in_and_out(fresh: Fresh) {
        let store = with_rina(&fresh);
        let now = monday();
        let early = store.sign_in("::1", "rina", "", now).unwrap();
        assert_eq!(early, Err(SignInFault::Wrong), "no password has been chosen");
        let first = store.password_link(&pelaku(), "rina", None, now).unwrap();
        let link = store.password_link(&pelaku(), "rina", None, now).unwrap();
        let choose = |link: &str, sandi: &str, now| {
            store.choose_password("::1", link, sandi, now).unwrap()
        };
        assert_eq!(choose(&first, SANDI, now), Err(SandiFault::Link), "a later link takes its place");
        assert_eq!(choose(&link, "pendek", now), Err(SandiFault::Short));
        assert_eq!(choose(&link, "rinarinarina", now), Err(SandiFault::Guessable));
        let late = at("2024-01-17T03:00:01Z");
        assert_eq!(choose(&link, SANDI, late), Err(SandiFault::Link));
        assert_eq!(choose(&link, SANDI, now), Ok(()));
        assert_eq!(choose(&link, SANDI, now), Err(SandiFault::Link), "it is used up");

        let cookie = store.sign_in("::1", " RINA ", SANDI, now).unwrap().unwrap().secret;
        assert_eq!(store.signed_in(&cookie, now).unwrap().unwrap().nama, "Rina Contoh");
        assert_eq!(store.signed_in(&cookie, at("2024-01-15T15:00:01Z")).unwrap(), None);
        assert_eq!(store.signed_in("lain", now).unwrap(), None);
        assert_eq!(store.confirm("::1", "rina", SANDI, now).unwrap(), Ok(()));
        assert_eq!(store.confirm("::1", "rina", "lain", now).unwrap(), Err(SignInFault::Wrong));
        store.sign_out("::1", &cookie, now).unwrap();
        assert_eq!(store.signed_in(&cookie, now).unwrap(), None);
        store.sign_out("::1", &cookie, now).unwrap();
        chosen(&store);
        assert_eq!(
            deeds(&store),
            [
                ("tambah", None),
                ("gagal masuk", Some("sandi salah")),
                ("buat tautan sandi", None),
                ("buat tautan sandi", None),
                ("pilih sandi", None),
                ("masuk", None),
                ("gagal masuk", Some("sandi salah")),
                ("keluar", None),
                ("buat tautan sandi", None),
                ("ganti sandi", None),
            ]
            .map(|(it, why)| (it.to_owned(), why.map(str::to_owned)))
        );
    }

    fn five_wrong_passwords_lock_the_account_for_a_while_with_a_notice(fresh: Fresh) {
        let store = with_rina(&fresh);
        chosen(&store);
        let now = monday();
        for _ in 0..4 {
            let wrong = store.sign_in("::1", "rina", "bukan ini", now).unwrap();
            assert_eq!(wrong, Err(SignInFault::Wrong));
        }
        let until = at("2024-01-15T03:15:00Z");
        let locked = store.sign_in("::1", "rina", "bukan ini", now).unwrap();
        assert_eq!(locked, Err(SignInFault::Locked { until }));
        let even_right = store.sign_in("::1", "rina", SANDI, now).unwrap();
        assert_eq!(even_right, Err(SignInFault::Locked { until }));
        let pemda = store.heads().unwrap()[0].pemda;
        let entry = store.audit_entries(pemda).unwrap().pop().unwrap();
        assert_eq!((entry.tindakan.as_str(), entry.asal.as_str()), ("kunci akun", "::1"));
        let failures = deeds(&store).into_iter().filter(|(it, _)| it == "gagal masuk").count();
        assert_eq!(failures, 1, "however often somebody guesses");
        let told = store.sign_in("::1", "rina", SANDI, until).unwrap().unwrap().dikunci;
        let waktu = "2024-01-15T03:00:00Z".to_owned();
        assert_eq!(told, Some(Dikunci { waktu, dari: "::1".to_owned() }), "its owner is told");
        let again = store.sign_in("::1", "rina", SANDI, until).unwrap().unwrap().dikunci;
        assert_eq!(again, None, "once");
    }

    fn guessing_at_an_account_that_is_not_there_looks_the_same(fresh: Fresh) {
        let store = with_rina(&fresh);
        chosen(&store);
        let answers = |akun: &str| -> Vec<_> {
            (0..7).map(|_| store.sign_in("::1", akun, "bukan ini", monday()).unwrap()).collect()
        };
        assert_eq!(answers("rina"), answers("tidak.ada"));
        assert_eq!(store.users().unwrap().len(), 1);
    }

    fn one_address_that_guesses_at_many_accounts_is_shut_out_and_nobody_else(fresh: Fresh) {
        let store = with_rina(&fresh);
        chosen(&store);
        let (there, here, now) = ("2001:db8:1:2::7", "203.0.113.7", monday());
        let sign_in = |asal: &str| store.sign_in(asal, "rina", SANDI, now).unwrap();
        for n in 0..100 {
            // Coming in by an account of one's own in between helps nobody.
            if n == 50 {
                sign_in(there).unwrap();
            }
            store.sign_in(there, &format!("akun{n}"), "bukan ini", now).unwrap().unwrap_err();
        }
        let pemda = store.heads().unwrap()[0].pemda;
        let entry = store.audit_entries(pemda).unwrap().pop().unwrap();
        assert_eq!((&*entry.tindakan, &*entry.objek), ("tutup alamat", "alamat/2001:db8:1:2::7"));
        assert_eq!((&*entry.asal, &*entry.pelaku), (there, "tanpa akun"), "no account is named");
        let until = at("2024-01-15T03:15:00Z");
        let told = |now| store.diperhatikan(pemda, now).unwrap().ditutup;
        assert_eq!(told(now), [(there.to_owned(), until)], "the administrator is told");
        assert!(told(until).is_empty(), "as long as it lasts");
        let shut = sign_in("2001:db8:1:2:3::9").unwrap_err();
        assert!(matches!(shut, SignInFault::Locked { .. }), "the same network: {shut:?}");
        sign_in(here).unwrap();
        sign_in("2001:db8:1:3::7").unwrap();
        let entries = store.audit_entries(pemda).unwrap().into_iter();
        let n_told = entries.filter(|it| it.tindakan == "tutup alamat").count();
        assert_eq!(n_told, 1, "however often somebody knocks");
        let later = now + jiff::SignedDuration::from_mins(16);
        store.sign_in(there, "rina", SANDI, later).unwrap().unwrap();
    }

    fn accounts_that_want_looking_after_are_told_as_long_as_they_do(fresh: Fresh) {
        let store = with_rina(&fresh);
        store.add_user(&pelaku(), None, "budi", "Budi Contoh").unwrap();
        let of = |now| store.diperhatikan(1, now).unwrap();
        assert_eq!(of(monday()).n_tanpa_sandi, 2);
        chosen(&store);
        for _ in 0..5 {
            store.sign_in("::1", "rina", "salah", monday()).unwrap().unwrap_err();
        }
        let found = of(monday());
        assert_eq!(found.terkunci, [("rina".to_owned(), "Rina Contoh".to_owned())]);
        assert_eq!(found.n_tanpa_sandi, 1);
        assert!(of(at("2024-01-15T05:00:00Z")).terkunci.is_empty(), "the lock has run out");
        store.end_user(&pelaku(), "budi", date(2024, 1, 15), None).unwrap();
        assert_eq!(of(monday()).n_tanpa_sandi, 0, "nobody signs in with it again");
    }

    fn people_are_named_by_their_accounts(fresh: Fresh) {
        let store = with_rina(&fresh);
        let of = |accounts: &[&str]| store.names(1, &accounts.iter().copied().collect()).unwrap();
        let found = of(&["rina", "selaras import"]);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [("rina".to_owned(), "Rina Contoh".to_owned())]);
        assert!(of(&[]).is_empty());
    }

    fn a_new_password_ends_every_session_and_lifts_a_lock(fresh: Fresh) {
        let store = with_rina(&fresh);
        chosen(&store);
        let cookie = store.sign_in("::1", "rina", SANDI, monday()).unwrap().unwrap().secret;
        for _ in 0..5 {
            store.sign_in("::1", "rina", "bukan ini", monday()).unwrap().unwrap_err();
        }
        chosen(&store);
        assert_eq!(store.signed_in(&cookie, monday()).unwrap(), None);
        assert!(store.sign_in("::1", "rina", SANDI, monday()).unwrap().is_ok());
    }

    fn roles_have_offices_and_days(fresh: Fresh) {
        let store = with_rina(&fresh);
        let it = Penugasan {
            peran: Peran::Kepala,
            perangkat: Some("BKPSDM".to_owned()),
            status: StatusPenugasan::Plt,
            mulai: date(2024, 1, 1),
            sampai: Some(date(2024, 3, 31)),
        };
        store.assign(&pelaku(), "rina", it.clone(), None).unwrap();
        let whole = Penugasan {
            peran: Peran::Verifikator,
            perangkat: None,
            status: StatusPenugasan::Definitif,
            sampai: None,
            ..it.clone()
        };
        store.assign(&pelaku(), "rina", whole.clone(), None).unwrap();
        let rina = store.users().unwrap().remove(0);
        assert_eq!(rina.penugasan, [it.clone(), whole.clone()]);
        assert!(it.holds_on(date(2024, 3, 31)) && !it.holds_on(date(2024, 4, 1)));
        assert!(!it.holds_on(date(2023, 12, 31)) && whole.holds_on(date(2030, 1, 1)));

        let nowhere = Penugasan { perangkat: None, ..it.clone() };
        let refused = store.assign(&pelaku(), "rina", nowhere, None).unwrap_err();
        assert!(matches!(refused, StoreError::Missing { .. }), "{refused}");
        let elsewhere = Penugasan { perangkat: Some("Dinas X".to_owned()), ..it.clone() };
        let refused = store.assign(&pelaku(), "rina", elsewhere, None).unwrap_err();
        assert!(matches!(refused, StoreError::Missing { .. }), "{refused}");
        let last = date(2024, 6, 30);
        store.end_assignment(&pelaku(), "rina", whole.clone(), last, Some("pindah")).unwrap();
        let rina = store.users().unwrap().remove(0);
        assert_eq!(rina.penugasan[1], Penugasan { sampai: Some(last), ..whole.clone() });
        let gone = store.end_assignment(&pelaku(), "rina", whole, last, None).unwrap_err();
        assert!(matches!(gone, StoreError::Missing { .. }), "it is another one now: {gone}");

        let backwards = Penugasan { sampai: Some(date(2023, 1, 1)), ..it };
        let refused = store.assign(&pelaku(), "rina", backwards, None).unwrap_err();
        assert!(matches!(refused, StoreError::Constraint(_)), "{refused}");
    }

    fn many_people_come_at_once_or_not_at_all(fresh: Fresh) {
        let store = with_rina(&fresh);
        let planner = Penugasan {
            peran: Peran::Perencana,
            perangkat: Some("BKPSDM".to_owned()),
            status: StatusPenugasan::Definitif,
            mulai: date(2024, 1, 1),
            sampai: None,
        };
        let auditor =
            Penugasan { peran: Peran::Inspektorat, perangkat: None, ..planner.clone() };
        let new = |akun: &str, penugasan: &[Penugasan]| NewPengguna {
            akun: akun.to_owned(),
            nama: format!("{akun} Contoh"),
            penugasan: penugasan.to_vec(),
        };
        let before = store.heads().unwrap();
        let nowhere = Penugasan { perangkat: Some("Dinas X".to_owned()), ..planner.clone() };
        for wrong in [new("Rina", &[]), new("tono", &[]), new("umi", &[nowhere])] {
            let refused = store.add_people(&pelaku(), vec![new("tono", &[]), wrong]).unwrap_err();
            let is_said =
                matches!(refused, StoreError::Exists { .. } | StoreError::Missing { .. });
            assert!(is_said, "{refused}");
        }
        assert_eq!((store.users().unwrap().len(), store.heads().unwrap()), (1, before.clone()));

        let both = [planner, auditor];
        let people = vec![new("Tono", &both), new("umi", &both[..1]), new("wati", &[])];
        store.add_people(&pelaku(), people).unwrap();
        let users = store.users().unwrap();
        let held: Vec<_> = users.iter().map(|it| (it.akun.as_str(), &it.penugasan[..])).collect();
        assert_eq!(held, [("rina", &[][..]), ("tono", &both), ("umi", &both[..1]), ("wati", &[])]);
        assert_eq!(store.heads().unwrap()[0].nomor, before[0].nomor + 3, "one entry for each");
        let entries = store.audit_entries(before[0].pemda).unwrap();
        assert_eq!(
            entries.iter().rev().nth(2).unwrap().baru.as_deref(),
            Some(
                "Tono Contoh; definitif perencana BKPSDM sejak 2024-01-01; definitif inspektorat \
                 seluruh pemda sejak 2024-01-01"
            )
        );
        assert_eq!(store.verify(&[]).unwrap(), []);
        store.add_user(&pelaku(), None, "yuni", "Yuni Contoh").unwrap();
        store.assign(&pelaku(), "yuni", both[0].clone(), None).unwrap();
    }

    fn who_is_there_already_gets_the_roles_of_a_list(fresh: Fresh) {
        let store = with_rina(&fresh);
        let pemda = store.heads().unwrap()[0].pemda;
        let role = Penugasan {
            peran: Peran::Perencana,
            perangkat: Some("BKPSDM".to_owned()),
            status: StatusPenugasan::Plt,
            mulai: date(2024, 1, 1),
            sampai: Some(date(2024, 6, 30)),
        };
        let person = |akun: &str| NewPengguna {
            akun: akun.to_owned(),
            nama: "Nama lain".to_owned(),
            penugasan: vec![role.clone()],
        };
        store.extend_people(&pelaku(), pemda, vec![person("rina"), person("tono")]).unwrap();
        let users = store.users().unwrap();
        let said: Vec<_> = users.iter().map(|it| (it.akun.as_str(), it.nama.as_str())).collect();
        assert_eq!(said, [("rina", "Rina Contoh"), ("tono", "Nama lain")], "names stay");
        assert!(users.iter().all(|it| it.penugasan == [role.clone()]));
    }

    fn an_account_that_has_ended_is_out_at_once(fresh: Fresh) {
        let store = with_rina(&fresh);
        chosen(&store);
        let cookie = store.sign_in("::1", "rina", SANDI, monday()).unwrap().unwrap().secret;
        store.end_user(&pelaku(), "rina", date(2024, 1, 16), Some("pensiun")).unwrap();
        assert!(store.signed_in(&cookie, monday()).unwrap().is_some(), "it ends tomorrow");
        let tuesday = at("2024-01-16T00:00:00Z");
        assert_eq!(store.signed_in(&cookie, tuesday).unwrap(), None);
        let out = store.sign_in("::1", "rina", SANDI, tuesday).unwrap();
        assert_eq!(out, Err(SignInFault::Wrong));
        let (what, why) = deeds(&store).pop().unwrap();
        assert_eq!((what.as_str(), why.as_deref()), ("akhiri", Some("pensiun")));
        let taken = store.add_user(&pelaku(), None, "RINA", "Orang lain").unwrap_err();
        assert!(matches!(taken, StoreError::Exists { .. }), "the trail names her for ever: {taken}");
        assert_eq!(store.verify(&[]).unwrap(), []);
    }
}
