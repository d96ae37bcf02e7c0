//! What Beranda and the whole pemda tell each role: what waits, until when, how things stand, what has
//! changed.

use crate::common::{Application, now, pelaku};
use axum::http::StatusCode;
use jiff::civil::{Date, date};
use selaras_domain::{Tahun, Triwulan};
use selaras_store::{
    BerkasKey, BerkasRef, Langkah, NewDokumenSah, NewLangkah, NewRow, NewTandaTangan, Pelaku,
    Penugasan, Peran, Pihak, Put, ReviuEnded, RowChange, Signed, StatusPenugasan, StatusReviu,
};

const HOME: &str = "/pd/BKPSDM/2023";

fn year() -> Tahun {
    Tahun::new(2023).expect("a year")
}

fn berkas(it: &Application, perangkat: &str) -> BerkasRef {
    let key = BerkasKey { perangkat: perangkat.to_owned(), tahun: year() };
    it.store.find_in(1, &key).expect("an office of the tests")
}

fn by(akun: &str, waktu: &str) -> Pelaku {
    Pelaku { nama: akun.to_owned(), asal: "uji".to_owned(), waktu: waktu.to_owned() }
}

fn put(tabel: &str, key: &[(&str, &str)], seen: &str, cell: &str) -> Put {
    let own = |(name, cell): &(&str, &str)| ((*name).to_owned(), (*cell).to_owned());
    Put {
        tabel: tabel.to_owned(),
        key: key.iter().map(own).collect(),
        kolom: "nilai".to_owned(),
        cell: cell.to_owned(),
        seen: seen.to_owned(),
        also: vec![("verifikasi".to_owned(), "belum".to_owned())],
    }
}

/// Changes cells of the row with that id.
fn change(it: &Application, tabel: &str, id: &str, cells: &[(&str, &str)]) {
    let place = berkas(it, "BKPSDM");
    let row = it.store.row_by_key(&place, tabel, &[("id", id)]).expect("a table").expect("a row");
    let own = |(name, cell): &(&str, &str)| ((*name).to_owned(), (*cell).to_owned());
    let change = RowChange {
        tabel: tabel.to_owned(),
        baris_ke: row.baris_ke,
        versi: row.versi,
        cells: cells.iter().map(own).collect(),
        alasan: None,
    };
    it.store.change(&pelaku(), &place, change).expect("a change");
}

fn step(
    it: &Application,
    (perangkat, triwulan): (&str, Triwulan),
    (langkah, versi): (Langkah, i64),
    waktu: &str,
) {
    let new = NewLangkah {
        triwulan,
        langkah,
        versi,
        alasan: langkah.needs_reason().then(|| "Lengkapi.".to_owned()),
        sampai: None,
        hari: date(2024, 2, 1),
    };
    let akun = if langkah == Langkah::Ajukan { "perencana" } else { "verifikator" };
    it.store.take_step(&by(akun, waktu), &berkas(it, perangkat), new).expect("a step");
}

fn due(it: &Application, triwulan: Triwulan, day: Date) {
    it.store.set_jadwal(&pelaku(), 1, year(), vec![(triwulan, Some(day))]).expect("a schedule");
}

async fn page(it: &Application, akun: &str, address: &str) -> String {
    let secret = it.session(akun);
    let (status, text) = it.get(Some(&secret), address).await;
    assert_eq!(status, StatusCode::OK, "{address}");
    text
}

#[tokio::test]
async fn the_quarter_of_the_address_decides_what_beranda_shows() {
    let it = Application::new();
    let place = berkas(&it, "BKPSDM");
    for (variabel, cell) in [("selesai", "80"), ("usulan", "160")] {
        let key =
            [("indikator", "iku-1"), ("variabel", variabel), ("tahun", "2023"), ("periode", "tw1")];
        it.store.put(&pelaku(), &place, vec![put("nilai_variabel", &key, "", cell)]).expect("kept");
    }
    let first = page(&it, "perencana", &format!("{HOME}?tw=1")).await;
    assert!(first.contains("Kinerja s.d. triwulan I 2023"));
    // 80 of 160 in the first quarter, of a target of 100 for the year.
    assert!(
        first.contains("iku-1%2F2023%2Fsd-tw1%2Fcapaian"),
        "it leads to the trail of the quarter"
    );
    assert!(first.contains(">50,00<") || first.contains(">50,0<"), "{first}");
    let year = page(&it, "perencana", &format!("{HOME}?tw=4")).await;
    assert!(year.contains("iku-1%2F2023%2Fcapaian") && !year.contains("sd-tw"));
    assert!(year.contains("rata-rata%2Fkinerja%2F2023"));
    assert_eq!(year.matches("anggaran%2Ftotal%2F2023%2Fpersen").count(), 1);
}

#[tokio::test]
async fn a_row_that_went_is_told_with_all_of_its_text() {
    let it = Application::new();
    let place = berkas(&it, "BKPSDM");
    let uraian = "Beban kerja; kode=lama";
    let cells = [("id", "isu-uji"), ("nomor", "900"), ("uraian", uraian)];
    let new = NewRow {
        tabel: "isu_strategis".to_owned(),
        cells: cells.map(|(name, cell)| (name.to_owned(), cell.to_owned())).to_vec(),
        ..NewRow::default()
    };
    let who = by("perencana", "2024-01-31T03:00:00Z");
    let row = it.store.add(&who, &place, new).expect("a row");
    let at = (row.baris_ke, row.versi);
    it.store.remove(&who, &place, "isu_strategis", at, None).expect("it goes");
    let text = page(&it, "perencana", HOME).await;
    let changes = text.split("id=\"perubahan\"").nth(1).expect("what has changed");
    assert!(changes.contains("menghapus"), "{changes}");
    assert!(changes.contains("isu strategis Beban kerja; kode=lama"), "{changes}");
}

#[tokio::test]
async fn a_change_is_told_by_the_name_of_the_person_and_in_words() {
    let it = Application::new();
    it.store.add_user(&pelaku(), None, "rani", "Rani Contoh").expect("an account");
    let key = [("indikator", "ikt-1"), ("tahun", "2023"), ("periode", "tw1")];
    for (seen, cell) in [("", "80"), ("80", "85.5")] {
        let waktu = "2024-01-31T03:00:00Z";
        it.store
            .put(
                &by("rani", waktu),
                &berkas(&it, "BKPSDM"),
                vec![put("realisasi", &key, seen, cell)],
            )
            .expect("kept");
    }
    let text = page(&it, "perencana", HOME).await;
    let changes = text.split("id=\"perubahan\"").nth(1).expect("what has changed");
    assert!(changes.contains("<strong>Rani Contoh</strong> mengubah"), "{changes}");
    assert!(changes.contains("realisasi Indeks Kepuasan Aparatur, TW I"), "{changes}");
    assert!(changes.contains("<del>80</del> → <ins>85,5</ins>"), "{changes}");
    assert!(changes.contains("/pd/BKPSDM/2023/ukur?tw=1"), "it leads to the sheet");
    assert!(!changes.contains(">rani<") && !changes.contains("verifikasi:"), "{changes}");
    // What has nothing to do with an office pushes nothing away.
    for day in 0..70_i8 {
        due(&it, Triwulan::I, date(2024, 1 + day % 2, 1 + day % 28));
    }
    let city = page(&it, "kdh", "/kota/2023").await;
    assert!(city.contains("realisasi Indeks Kepuasan Aparatur, TW I</a> BKPSDM 2023"), "{city}");
}

#[tokio::test]
async fn an_agreement_is_due_a_month_after_the_budget_was_adopted() {
    let it = Application::new();
    change(&it, "dokumen", "dpa-2023", &[("tanggal", "2024-01-04")]);
    change(&it, "perjanjian_kinerja", "pk-2023", &[("status", "draf"), ("tanggal", "")]);
    for akun in ["perencana", "kepala"] {
        let text = page(&it, akun, HOME).await;
        assert!(text.contains("1 perjanjian kinerja 2023 belum ditandatangani."), "{akun}");
        assert!(text.contains("Batas 4 Februari 2024, 3 hari lagi (H-3)"), "{akun}");
        assert!(text.contains("PermenPANRB 53/2014, Lampiran I.C.2"), "{akun}");
    }
    assert!(!page(&it, "pegawai", HOME).await.contains("belum ditandatangani"));
}

#[tokio::test]
async fn the_kepala_daerah_is_asked_for_a_signature_until_it_is_given() {
    let it = Application::new();
    let address = "/pd/BKPSDM/2023/perjanjian/pk-2023/tanda-tangan?pihak=kedua";
    assert!(!page(&it, "kdh", "/kota/2023").await.contains(address));
    change(&it, "dokumen", "dpa-2023", &[("tanggal", "2024-01-04")]);
    change(&it, "perjanjian_kinerja", "pk-2023", &[("status", "diajukan"), ("tanggal", "")]);
    let text = page(&it, "kdh", "/kota/2023").await;
    assert!(text.contains(address) && text.contains("(H-3)"), "{text}");
    assert!(!page(&it, "verifikator", "/kota/2023").await.contains(address), "it is not theirs");
    let new = NewTandaTangan {
        perjanjian: "pk-2023".to_owned(),
        pihak: Pihak::Kedua,
        nama: "H. PAISAL, SKM, MARS".to_owned(),
        jabatan: "Wali Kota Dumai".to_owned(),
        tanggal: date(2024, 2, 1),
    };
    let who = by("kdh", "2024-02-01T03:00:00Z");
    it.store.sign_agreement(&who, &berkas(&it, "BKPSDM"), &new).expect("a signature");
    assert!(!page(&it, "kdh", "/kota/2023").await.contains(address));
}

#[tokio::test]
async fn whoever_verifies_pages_through_all_that_came_in_the_oldest_first() {
    let it = Application::new();
    let quarters = [Triwulan::I, Triwulan::Ii, Triwulan::Iii, Triwulan::Iv];
    for (triwulan, day) in quarters.into_iter().zip([
        date(2023, 4, 15),
        date(2023, 7, 15),
        date(2023, 10, 15),
        date(2024, 2, 8),
    ]) {
        due(&it, triwulan, day);
        for perangkat in ["BKPSDM", "DINKES"] {
            step(&it, (perangkat, triwulan), (Langkah::Ajukan, 0), "2024-01-31T03:00:00Z");
        }
    }
    let first = page(&it, "verifikator", "/kota/2023").await;
    let order = |text: &str| -> Vec<usize> {
        text.match_indices("<p>Verifikasi pengukuran triwulan ").map(|(at, _)| at).collect()
    };
    assert!(first.contains("Halaman 1 dari 2"));
    let n_first = order(&first).len();
    let second = page(&it, "verifikator", "/kota/2023?tugas=2").await;
    assert_eq!(n_first + order(&second).len(), 8, "none is left out");
    let place = |words: &str| first.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(place("triwulan I 2023") < place("triwulan II 2023"));
    assert!(first.contains("Batas 15 April 2023, lewat 292 hari"));
    assert!((first + &second).contains("Batas 8 Februari 2024, 7 hari lagi (H-7)"));
    assert!(!page(&it, "kdh", "/kota/2023").await.contains("Verifikasi pengukuran"));
}

#[tokio::test]
async fn the_administrator_sees_accounts_quarters_and_backups_that_want_looking_after() {
    let it = Application::new();
    due(&it, Triwulan::I, date(2023, 4, 15));
    let link = it.store.password_link(&pelaku(), "pegawai", None, now()).expect("a link");
    let chosen = it.store.choose_password("uji", &link, "kuda pelana hujan gunung", now());
    chosen.expect("a database").expect("a good password");
    for _ in 0..5 {
        let wrong = it.store.sign_in("uji", "pegawai", "bukan sandi ini", now());
        wrong.expect("a database").expect_err("a wrong password");
    }
    let text = page(&it, "administrator", "/kota/2023").await;
    assert!(text.contains("Akun pegawai terkunci karena sandi salah."));
    assert!(text.contains("/administrasi/akun/pegawai"));
    assert!(text.contains("7 akun belum mempunyai sandi"), "all but the one that chose one");
    assert!(text.contains("Triwulan I 2023 belum dikunci pada 2 perangkat daerah."));
    assert!(text.contains("/kota/2023?tanda=Belum+dikunci&amp;tw=1"));
    assert!(text.contains("Belum ada cadangan."));
    let secret = it.session("administrator");
    it.post(&secret, "/administrasi/kesehatan/cadangan", &[]).await;
    let text = page(&it, "administrator", "/kota/2023").await;
    assert!(!text.contains("Belum ada cadangan.") && !text.contains("Cadangan terakhir"));
    assert!(!page(&it, "verifikator", "/kota/2023").await.contains("terkunci karena"));
}

#[tokio::test]
async fn the_inspektorat_sees_reports_that_are_signed_and_wait_for_a_review() {
    let it = Application::new();
    assert!(!page(&it, "inspektorat", "/kota/2023").await.contains("menunggu reviu"));
    let place = berkas(&it, "BKPSDM");
    let versi = it.store.berkas_versi(&place).expect("a version");
    let new = NewDokumenSah { bytes: b"%PDF-1.7".to_vec(), versi, aturan: "uji".to_owned() };
    it.store.sign(&pelaku(), &place, new).expect("a report");
    let text = page(&it, "inspektorat", "/kota/2023").await;
    assert!(text.contains("Laporan kinerja 2023 dari 1 perangkat daerah sudah disahkan"));
    assert!(text.contains("Batas 31 Maret 2024"), "before the report of the pemda is due");
    let signed = page(&it, "inspektorat", "/kota/2023?tanda=Laporan+disahkan").await;
    assert_eq!(signed.matches("th scope=\"row\"><a href=\"/pd/").count(), 1);
    let waiting = page(&it, "inspektorat", "/kota/2023?tanda=Laporan+belum+direviu").await;
    assert_eq!(waiting.matches("th scope=\"row\"><a href=\"/pd/").count(), 1);
    let text = page(&it, "kdh", "/kota/2023").await;
    assert!(text.contains("Laporan kinerja 2023 dari 1 perangkat daerah belum disahkan."));
    assert!(text.contains("Batas 29 Februari 2024"));
}

#[tokio::test]
async fn a_report_that_was_reviewed_as_it_is_asks_for_no_review() {
    let it = Application::new();
    let place = berkas(&it, "BKPSDM");
    let sign = |bytes: &[u8]| {
        let versi = it.store.berkas_versi(&place).expect("a version");
        let new = NewDokumenSah { bytes: bytes.to_vec(), versi, aturan: "uji".to_owned() };
        it.store.sign(&pelaku(), &place, new).expect("a report");
        let of = Signed::Of(&place);
        it.store.signed(&of).expect("reports").remove(0).isi.hash
    };
    let table = b"No;Indikator;Target;Realisasi;Capaian (%)\r\n1;Jalan mantap;80;72;90,00\r\n";
    let hash = sign(table);
    // From the page of the report, with one click.
    let text = page(&it, "inspektorat", "/pd/BKPSDM/2023/lkjip").await;
    assert!(text.contains("Reviu laporan ini") && text.contains(&hash));
    let secret = it.session("inspektorat");
    let (status, _) = it.post(&secret, "/reviu", &[("dokumen", &hash)]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let users = it.store.users().expect("people");
    let inspector = users.iter().find(|it| it.akun == "inspektorat").expect("an inspector");
    let mut sent = it.store.reviu_of(inspector).expect("reports").remove(0);
    assert_eq!(sent.nama, "lkjip-BKPSDM-2023-sah-1.pdf");
    for _ in 0..200 {
        sent = it.store.reviu(inspector, &sent.id).expect("the report");
        if sent.status != StatusReviu::Berjalan {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    // What the reader makes of it is another matter.
    let ended = ReviuEnded { pesan: "0".to_owned(), hasil: Some("{}".to_owned()), files: vec![] };
    if sent.status == StatusReviu::Ditolak {
        let again = it.store.add_reviu(&pelaku(), inspector, ("lkjip.pdf", table), now());
        sent.id = again.expect("a place");
        it.store.end_reviu((inspector.pemda, &sent.id), ended, now()).expect("an end");
    }
    assert!(!page(&it, "inspektorat", "/kota/2023").await.contains("menunggu reviu"));
    let text = page(&it, "inspektorat", "/pd/BKPSDM/2023/lkjip").await;
    assert!(text.contains("Direviu inspektorat") && text.contains(&format!("/reviu/{}", sent.id)));
    let text = page(&it, "perencana", "/pd/BKPSDM/2023/lkjip").await;
    assert!(
        text.contains("Direviu inspektorat") && !text.contains("/reviu/"),
        "the result is theirs"
    );
    let reviewed = page(&it, "inspektorat", "/kota/2023?tanda=Laporan+sudah+direviu").await;
    assert_eq!(reviewed.matches("th scope=\"row\"><a href=\"/pd/").count(), 1);
    sign(b"%PDF-1.7 baru");
    let text = page(&it, "inspektorat", "/kota/2023").await;
    assert!(text.contains("dari 1 perangkat daerah sudah disahkan dan menunggu reviu"));
    let (status, _) = it.post(&secret, "/reviu", &[("dokumen", &"0".repeat(64))]).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_address_that_was_shut_out_is_told_to_the_administrator() {
    let it = Application::new();
    for n in 0..100 {
        let wrong = it.store.sign_in("203.0.113.7", &format!("akun{n}"), "salah", now());
        wrong.expect("a database").expect_err("a wrong password");
    }
    let text = page(&it, "administrator", "/kota/2023").await;
    assert!(text.contains("Alamat jaringan 203.0.113.7 ditutup sampai pukul 10.15"), "{text}");
    assert!(text.contains("/jejak-audit?objek=alamat%2F203.0.113.7"));
    assert!(!page(&it, "verifikator", "/kota/2023").await.contains("203.0.113.7"));
    let trail = page(&it, "administrator", "/jejak-audit?objek=alamat/203.0.113.7").await;
    assert!(trail.contains("tutup alamat"), "{trail}");
}

#[tokio::test]
async fn somebody_with_two_offices_sees_both_and_what_waits_in_each() {
    let it = Application::new();
    let role = |perangkat: &str| Penugasan {
        peran: Peran::Perencana,
        perangkat: Some(perangkat.to_owned()),
        status: StatusPenugasan::Plt,
        mulai: Date::constant(2020, 1, 1),
        sampai: None,
    };
    it.store.assign(&pelaku(), "tetangga", role("BKPSDM"), None).expect("a role");
    let text = page(&it, "tetangga", "/beranda").await;
    for office in ["BKPSDM", "DINKES"] {
        assert!(text.contains(&format!("{office}: Laporan kinerja 2023 belum disahkan.")));
        assert!(text.contains(&format!("th scope=\"row\"><a href=\"/pd/{office}/2023\"")));
    }
    let secret = it.session("perencana");
    let (status, _) = it.get(Some(&secret), "/beranda").await;
    assert_eq!(status, StatusCode::SEE_OTHER, "one office is gone to at once");
}

#[tokio::test]
async fn an_action_of_ones_own_is_named_and_those_of_others_are_counted() {
    let it = Application::new();
    due(&it, Triwulan::Iv, date(2024, 2, 4));
    for (nomor, aksi, whose) in
        [("1", "Pendampingan unit", "pegawai"), ("2", "Survei", "orang lain")]
    {
        let cells = [
            ("indikator", "iku-1"),
            ("tahun", "2023"),
            ("periode", "tw4"),
            ("nomor", nomor),
            ("aksi", aksi),
            ("penanggung_jawab", whose),
        ];
        let new = NewRow {
            tabel: "rencana_aksi".to_owned(),
            cells: cells.map(|(name, cell)| (name.to_owned(), cell.to_owned())).to_vec(),
            ..NewRow::default()
        };
        it.store.add(&pelaku(), &berkas(&it, "BKPSDM"), new).expect("a row");
    }
    let text = page(&it, "pegawai", HOME).await;
    assert!(text.contains("Pantau aksi Anda: Pendampingan unit."));
    assert!(text.contains("1 aksi triwulan IV belum dipantau."));
    assert!(text.contains("Batas 4 Februari 2024, 3 hari lagi (H-3)"));
    assert!(!page(&it, "kepala", HOME).await.contains("belum dipantau"), "they do not measure");
}

#[tokio::test]
async fn everybody_sees_what_they_promised_and_which_actions_are_theirs() {
    let it = Application::new();
    let mine = page(&it, "kepala", HOME).await;
    let mine = mine.split("id=\"kinerja-saya\"").nth(1).expect("what the head promised");
    for words in ["Perubahan Perjanjian Kinerja BKPSDM", "saya janjikan", "H. PAISAL"] {
        assert!(mine.contains(words), "{words}: {mine}");
    }
    assert!(mine.contains("Indeks Profesionalitas ASN") && mine.contains("70,71"), "{mine}");
    let none = page(&it, "pegawai", HOME).await;
    assert!(none.contains("Belum ada perjanjian atau aksi 2023 atas nama pegawai."), "{none}");
    assert!(!page(&it, "verifikator", HOME).await.contains("Kinerja saya"), "nothing is theirs");
    // An action of the post that somebody holds is theirs.
    let official = [
        ("id", "pegawai"),
        ("nama", "Pegawai"),
        ("jabatan", "Analis Uji"),
        ("status", "definitif"),
    ];
    let action = [
        ("indikator", "ikp-5.03.01"),
        ("tahun", "2023"),
        ("periode", "tw2"),
        ("nomor", "1"),
        ("aksi", "Pendampingan unit"),
        ("penanggung_jawab", "Analis Uji"),
    ];
    let rows: [(&str, &[(&str, &str)]); 2] = [("pejabat", &official), ("rencana_aksi", &action)];
    for (tabel, cells) in rows {
        let cells = cells.iter().map(|(name, it)| ((*name).to_owned(), (*it).to_owned()));
        let new = NewRow { tabel: tabel.to_owned(), cells: cells.collect(), ..NewRow::default() };
        it.store.add(&pelaku(), &berkas(&it, "BKPSDM"), new).expect("a row");
    }
    let own = page(&it, "pegawai", HOME).await;
    assert!(own.contains("Pantau aksi Anda: Pendampingan unit."), "{own}");
    let own = own.split("id=\"kinerja-saya\"").nth(1).expect("what is theirs");
    assert!(own.contains("Aksi saya") && own.contains("rencana-aksi/ikp-5.03.01/tw2/1"), "{own}");
    assert!(own.contains("Belum dipantau"), "{own}");
}

#[tokio::test]
async fn promised_indikator_without_actions_wait_for_the_planner_until_the_quarter_is_measured() {
    let it = Application::new();
    due(&it, Triwulan::I, date(2024, 2, 4));
    let text = page(&it, "perencana", HOME).await;
    let words = "6 indikator perjanjian kinerja 2023 belum mempunyai rencana aksi.";
    let at = text.find(words).unwrap_or_else(|| panic!("{text}"));
    assert!(text[at..].starts_with(words) && text[at..].contains("Batas 4 Februari 2024"));
    let action = [
        ("indikator", "iku-1"),
        ("tahun", "2023"),
        ("periode", "tw1"),
        ("nomor", "1"),
        ("aksi", "Survei"),
    ];
    let new = NewRow {
        tabel: "rencana_aksi".to_owned(),
        cells: action.map(|(name, cell)| (name.to_owned(), cell.to_owned())).to_vec(),
        ..NewRow::default()
    };
    it.store.add(&pelaku(), &berkas(&it, "BKPSDM"), new).expect("a row");
    assert!(page(&it, "perencana", HOME).await.contains("5 indikator perjanjian kinerja 2023"));
    assert!(!page(&it, "pegawai", HOME).await.contains("belum mempunyai rencana aksi"));
}

#[tokio::test]
async fn days_late_are_counted_to_the_first_submission_and_on_until_there_is_one() {
    let it = Application::new();
    due(&it, Triwulan::I, date(2024, 1, 20));
    let bkpsdm = ("BKPSDM", Triwulan::I);
    let secret = it.session("verifikator");
    step(&it, bkpsdm, (Langkah::Ajukan, 0), "2024-01-22T03:00:00Z");
    step(&it, bkpsdm, (Langkah::Tarik, 1), "2024-01-23T03:00:00Z");
    step(&it, bkpsdm, (Langkah::Ajukan, 2), "2024-01-25T03:00:00Z");
    step(&it, bkpsdm, (Langkah::MintaPerbaikan, 3), "2024-01-26T03:00:00Z");
    step(&it, bkpsdm, (Langkah::Ajukan, 4), "2024-01-30T03:00:00Z");
    let (_, csv) = it.get(Some(&secret), "/kota/2023?unduh=csv&tw=1&urut=nama").await;
    let column = |line: &str, name: &str| {
        let head = csv.lines().next().unwrap_or_default();
        let at = head.split(',').position(|it| it.trim_start_matches('\u{feff}') == name);
        line.split(',').nth(at.unwrap_or_else(|| panic!("{name} in {head}"))).map(str::to_owned)
    };
    let of = |office: &str| csv.lines().find(|it| it.starts_with(office)).expect("an office");
    assert_eq!(column(of("BKPSDM"), "Terlambat (hari)").as_deref(), Some("5"), "{csv}");
    assert_eq!(column(of("BKPSDM"), "Tanggal diajukan").as_deref(), Some("2024-01-25"));
    assert_eq!(column(of("DINKES"), "Terlambat (hari)").as_deref(), Some("12"), "until today");
    let (_, shown) = it.get(Some(&secret), "/kota/2023?tw=1&urut=-terlambat").await;
    let list = shown.split("id=\"semua\"").nth(1).expect("the list");
    let place = |office: &str| list.find(&format!("/pd/{office}/2023\">")).expect("an office");
    assert!(place("DINKES") < place("BKPSDM"), "the latest first");
    assert!(list.contains("aria-sort=\"descending\""));
}

#[tokio::test]
async fn every_figure_of_the_city_leads_to_its_trail_and_filters_say_when_they_hold_nothing() {
    let it = Application::new();
    let text = page(&it, "kdh", "/kota/2023?tw=4").await;
    let trail = "/pd/BKPSDM/2023/jejak?angka=rata-rata%2Fkinerja%2F2023&amp;tw=4";
    assert!(text.contains(trail), "{text}");
    assert!(text.contains("/pd/BKPSDM/2023/jejak?angka=anggaran%2Ftotal%2F2023%2Fpersen&amp;tw=4"));
    page(&it, "kdh", &trail.replace("&amp;", "&")).await;
    for words in ["Kecenderungan", "Capaian tertinggi", "Capaian terendah", "Anggaran dan kinerja"]
    {
        assert!(text.contains(words), "{words}");
    }
    let none = page(&it, "kdh", "/kota/2023?tanda=Laporan+disahkan").await;
    assert!(none.contains("Tidak ada yang cocok dengan saringan ini."));
    assert!(none.contains("value=\"Laporan disahkan\" selected"), "the filter is kept");
    assert!(page(&it, "kdh", "/kota/2023").await.len() < 100_000);
}
