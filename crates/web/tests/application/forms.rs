//! Every form of the application, sent empty and sent wrong: it comes back with all that was typed and
//! all that is wrong, each beside its field, and nothing is changed.

use axum::http::{Method, StatusCode};
use jiff::civil::Date;
use selaras_domain::{Code, Triwulan};
use selaras_store::{BerkasRef, Langkah, NewLangkah, NewRow, Pelaku};
use selaras_web::routes;

use crate::common::{Application, now, pelaku};

/// A form that is refused.
struct Case {
    /// As the table of routes has it.
    route: &'static str,
    /// With what stands in its gaps, and its query.
    address: String,
    akun: &'static str,
    sent: Vec<(&'static str, String)>,
    /// Fields whose texts must be on the page that comes back.
    kept: &'static [&'static str],
    /// Fields that are marked, each with its reason.
    wrong: &'static [&'static str],
}

/// Routes whose forms have nothing that a person fills in, and so nothing to lose; and those that tell
/// nobody what was wrong.
const NOTHING_TO_FILL: &[&str] = &[
    "/masuk/coba",
    "/keluar",
    "/tampilan",
    "/pd/{perangkat}/{tahun}/ukur/{triwulan}/ajukan",
    "/pd/{perangkat}/{tahun}/ukur/{triwulan}/tarik",
    "/pd/{perangkat}/{tahun}/ukur/{triwulan}/verifikasi",
    "/pd/{perangkat}/{tahun}/ukur/{triwulan}/setujui",
    "/pd/{perangkat}/{tahun}/ukur/{triwulan}/kunci",
    "/pd/{perangkat}/{tahun}/perjanjian/draf",
    "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/ajukan",
    "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/pindaian/{id}/hapus",
    "/pd/{perangkat}/{tahun}/bukti/{indikator}/{id}/hapus",
    "/pd/{perangkat}/{tahun}/bukti-baris/{tabel}/{kunci}/{id}/hapus",
    "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/pindaian/dihapus/{nomor}",
    "/pd/{perangkat}/{tahun}/bukti-baris/{tabel}/{kunci}/dihapus/{nomor}",
    "/pd/{perangkat}/{tahun}/bukti/{indikator}/dihapus/{nomor}",
    "/pd/{perangkat}/{tahun}/lkjip/sahkan",
    "/pd/{perangkat}/{tahun}/narasi/{narasi}/pratinjau",
    "/pd/{perangkat}/{tahun}/pemeriksaan/batalkan",
    "/pd/{perangkat}/{tahun}/komentar/{id}",
    "/pd/{perangkat}/{tahun}/tabel/{tabel}/dihapus/{nomor}",
    "/administrasi/kesehatan/periksa",
    "/administrasi/kesehatan/cadangan",
    "/administrasi/tahun",
    "/administrasi/tahun/semua",
    "/administrasi/akun-xlsx/terapkan",
    "/administrasi/perangkat/{perangkat}/tahun",
    "/kota/{tahun}/pengukuran/kunci",
    "/reviu/{reviu}/ulang",
    // Before there is anybody, and then no more.
    "/mulai/{tautan}",
    "/administrasi/perangkat/terapkan",
    "/administrasi/nomenklatur/hapus",
    "/token/{id}/cabut",
];

fn case(
    route: &'static str,
    akun: &'static str,
    sent: &[(&'static str, &str)],
    kept: &'static [&'static str],
    wrong: &'static [&'static str],
) -> Case {
    let address = route
        .replace("{perangkat}", "BKPSDM")
        .replace("{tahun}", "2023")
        .replace("{narasi}", "latar-belakang")
        .replace("{tabel}", "faktor")
        .replace("{baris}", "1")
        .replace("{indikator}", "iku-1")
        .replace("{periode}", "tw1")
        .replace("{nomor}", "1")
        .replace("{perjanjian}", "pk-uji")
        .replace("{akun}", "pegawai");
    let sent = sent.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    Case { route, address, akun, sent, kept, wrong }
}

impl Case {
    /// At another address of the same route.
    fn at(self, address: &str) -> Case {
        Case { address: address.to_owned(), ..self }
    }
}

/// Letters that no field takes.
fn too_long() -> String {
    "panjang ".repeat(300)
}

fn cases(finding: &(String, String)) -> Vec<Case> {
    let long = too_long();
    let office = "/pd/BKPSDM/2023";
    let (kode, objek) = (finding.0.as_str(), finding.1.as_str());
    vec![
        case("/masuk", "", &[("akun", ""), ("sandi", "")], &[], &[]),
        case("/masuk", "", &[("akun", "tidak.ada"), ("sandi", "salah sekali")], &["akun"], &[]),
        case(
            "/masuk/lanjut",
            "",
            &[("akun", "x"), ("sandi", "salah"), ("tujuan", "/pd/"), ("isi:k:uraian", "Teks lama")],
            &["isi:k:uraian"],
            &[],
        ),
        case("/sandi/{tautan}", "", &[("sandi", "pendek"), ("ulang", "beda")], &[], &[])
            .at("/sandi/0000"),
        // Sheets.
        case(
            "/pd/{perangkat}/{tahun}/renstra",
            "perencana",
            &[
                ("dokumen", "renstra-2021"),
                ("sel:t:ikt-1:renstra-2021:2023:tahun:target", "banyak"),
                ("lama:t:ikt-1:renstra-2021:2023:tahun:target", "84"),
                ("sel:t:ikt-1:renstra-2021:2022:tahun:target", "sedikit"),
                ("lama:t:ikt-1:renstra-2021:2022:tahun:target", "81"),
            ],
            &[
                "sel:t:ikt-1:renstra-2021:2023:tahun:target",
                "sel:t:ikt-1:renstra-2021:2022:tahun:target",
            ],
            &[
                "sel:t:ikt-1:renstra-2021:2023:tahun:target",
                "sel:t:ikt-1:renstra-2021:2022:tahun:target",
            ],
        ),
        case(
            "/pd/{perangkat}/{tahun}/renstra/perubahan",
            "perencana",
            &[
                ("dokumen", "renstra-2021"),
                ("judul", ""),
                ("nomor", "17/2023"),
                ("tanggal", "kapan"),
            ],
            &["nomor"],
            &["judul", "tanggal"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/renstra/tambah/{jenis}",
            "perencana",
            &[("uraian", ""), ("misi", "")],
            &[],
            &["uraian", "misi"],
        )
        .at(&format!("{office}/renstra/tambah/tujuan")),
        case(
            "/pd/{perangkat}/{tahun}/renstra/tambah/{jenis}",
            "perencana",
            &[("uraian", "Sasaran yang ditulis"), ("tujuan", "tujuan-9")],
            &["uraian"],
            &["tujuan"],
        )
        .at(&format!("{office}/renstra/tambah/sasaran")),
        case(
            "/pd/{perangkat}/{tahun}/renstra/tambah/{jenis}",
            "perencana",
            &[("nama", "Indikator yang ditulis"), ("satuan", "%"), ("pokok", "sasaran:lain")],
            &["nama", "satuan"],
            &["pokok"],
        )
        .at(&format!("{office}/renstra/tambah/indikator")),
        case(
            "/pd/{perangkat}/{tahun}/renstra/tambah/{jenis}",
            "perencana",
            &[
                ("judul", "Renstra Lain"),
                ("tanggal", "kapan"),
                ("tahun", "dua"),
                ("sampai", "2027"),
            ],
            &["judul", "tanggal", "tahun"],
            &["tanggal", "tahun"],
        )
        .at(&format!("{office}/renstra/tambah/dokumen")),
        case(
            "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/supervisi",
            "kdh",
            &[("tanggal", "kapan"), ("periode", "tw2"), ("hasil", ""), ("arahan", "percepat")],
            &["arahan"],
            &["tanggal", "hasil"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/keputusan",
            "kdh",
            &[("tanggal", ""), ("jenis", "hadiah"), ("uraian", ""), ("keputusan", "SK 1")],
            &["keputusan"],
            &["tanggal", "jenis", "uraian"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/perubahan",
            "perencana",
            &[
                ("alasan", "bosan"),
                ("judul", "Perubahan Perjanjian Kinerja BKPSDM Kota Dumai Tahun 2023"),
                ("tanggal", "kapan"),
                ("pihak_pertama", "siapa"),
                ("pihak_kedua", "siapa"),
            ],
            &["judul", "tanggal"],
            &["alasan", "judul", "tanggal", "pihak_pertama", "pihak_kedua"],
        )
        .at(&format!("{office}/perjanjian/perubahan-pk-2023/perubahan")),
        case(
            "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/isi",
            "perencana",
            &[
                ("sel:t:iku-1:pk-uji:2023:tahun:target", "banyak"),
                ("lama:t:iku-1:pk-uji:2023:tahun:target", ""),
                ("sel:g:5.03.02:pk-uji:2023", "-5"),
                ("lama:g:5.03.02:pk-uji:2023", ""),
            ],
            &["sel:t:iku-1:pk-uji:2023:tahun:target", "sel:g:5.03.02:pk-uji:2023"],
            &["sel:t:iku-1:pk-uji:2023:tahun:target", "sel:g:5.03.02:pk-uji:2023"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/anggaran",
            "perencana",
            &[("sel:g:5.03.01:dpa-2023:2023", "-5"), ("lama:g:5.03.01:dpa-2023:2023", "")],
            &["sel:g:5.03.01:dpa-2023:2023"],
            &["sel:g:5.03.01:dpa-2023:2023"],
        )
        .at(&format!("{office}/anggaran?ubah=dpa-2023")),
        case(
            "/pd/{perangkat}/{tahun}/ukur",
            "pegawai",
            &[
                ("sel:r:ikt-1:2023:tw1", "sembilan puluh"),
                ("lama:r:ikt-1:2023:tw1", ""),
                ("sel:r:ikt-1:2023:tahun", "90,5"),
                ("lama:r:ikt-1:2023:tahun", ""),
            ],
            &["sel:r:ikt-1:2023:tw1", "sel:r:ikt-1:2023:tahun"],
            &["sel:r:ikt-1:2023:tw1"],
        ),
        case("/pd/{perangkat}/{tahun}/anggaran/katalog", "perencana", &[], &[], &[]),
        // Agreements and their scans.
        case(
            "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/pindaian",
            "perencana",
            &[],
            &[],
            &["berkas"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/pindaian",
            "perencana",
            &[("halaman", "3–4"), ("keterangan", &long)],
            &["halaman", "keterangan"],
            &["berkas", "keterangan"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/tanda-tangan",
            "kepala",
            &[],
            &[],
            &["sandi"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/tanda-tangan",
            "kepala",
            &[("sandi", "tebakan saja")],
            &[],
            &["sandi"],
        ),
        // Actions.
        case(
            "/pd/{perangkat}/{tahun}/rencana-aksi/{indikator}/{periode}/{nomor}",
            "pegawai",
            &[("versi", "0")],
            &[],
            &["status"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/rencana-aksi/{indikator}/{periode}/{nomor}",
            "pegawai",
            &[
                ("versi", "0"),
                ("status", "berjalan"),
                ("tanggal", "kapan-kapan"),
                ("temuan", "Baru separuh"),
                ("kendala", "Tidak ada dana"),
            ],
            &["tanggal", "temuan", "kendala"],
            &["tanggal"],
        ),
        // Steps.
        case(
            "/pd/{perangkat}/{tahun}/ukur/{triwulan}/minta-perbaikan",
            "verifikator",
            &[("versi", "1")],
            &[],
            &["alasan"],
        )
        .at(&format!("{office}/ukur/tw2/minta-perbaikan")),
        case(
            "/pd/{perangkat}/{tahun}/ukur/{triwulan}/minta-perbaikan",
            "verifikator",
            &[("versi", "1"), ("alasan", &long)],
            &["alasan"],
            &["alasan"],
        )
        .at(&format!("{office}/ukur/tw2/minta-perbaikan")),
        case(
            "/pd/{perangkat}/{tahun}/ukur/{triwulan}/minta-perbaikan",
            "verifikator",
            &[("versi", "0"), ("alasan", "Lengkapi IKU 1")],
            &["alasan"],
            &[],
        )
        .at(&format!("{office}/ukur/tw2/minta-perbaikan")),
        case(
            "/pd/{perangkat}/{tahun}/ukur/{triwulan}/minta-perbaikan",
            "verifikator",
            &[("versi", "0"), ("alasan", "Belum diajukan ini")],
            &["alasan"],
            &[],
        )
        .at(&format!("{office}/ukur/tw1/minta-perbaikan")),
        case(
            "/pd/{perangkat}/{tahun}/ukur/{triwulan}/buka-kunci",
            "administrator",
            &[("versi", "4")],
            &[],
            &["alasan", "sampai"],
        )
        .at(&format!("{office}/ukur/tw3/buka-kunci")),
        case(
            "/pd/{perangkat}/{tahun}/ukur/{triwulan}/buka-kunci",
            "administrator",
            &[("versi", "4"), ("alasan", "Koreksi angka"), ("sampai", "2020-01-01")],
            &["alasan", "sampai"],
            &["sampai"],
        )
        .at(&format!("{office}/ukur/tw3/buka-kunci")),
        // Proofs.
        case("/pd/{perangkat}/{tahun}/bukti/{indikator}", "pegawai", &[], &[], &["berkas"])
            .at(&format!("{office}/bukti/iku-1?tw=1")),
        case(
            "/pd/{perangkat}/{tahun}/bukti/{indikator}",
            "pegawai",
            &[("halaman", &long), ("keterangan", "Foto kegiatan")],
            &["halaman", "keterangan"],
            &["berkas", "halaman"],
        )
        .at(&format!("{office}/bukti/iku-1?tw=1")),
        case(
            "/pd/{perangkat}/{tahun}/bukti/{indikator}",
            "pegawai",
            &[("halaman", "12"), ("keterangan", "Triwulan tertutup")],
            &["halaman", "keterangan"],
            &[],
        )
        .at(&format!("{office}/bukti/iku-1?tw=2")),
        case(
            "/pd/{perangkat}/{tahun}/bukti-baris/{tabel}/{kunci}",
            "pegawai",
            &[("halaman", &long), ("keterangan", "Foto kegiatan")],
            &["halaman", "keterangan"],
            &["berkas", "halaman"],
        )
        .at(&format!("{office}/bukti-baris/monev_aksi/iku-1~2023~tw1~1")),
        // Texts, findings, remarks.
        case(
            "/pd/{perangkat}/{tahun}/narasi/{narasi}",
            "perencana",
            &[("versi", "0"), ("teks", "Teks yang ditulis lama sekali")],
            &["teks"],
            &[],
        ),
        case(
            "/pd/{perangkat}/{tahun}/pemeriksaan/kesampingkan",
            "kepala",
            &[("kode", kode), ("objek", objek)],
            &[],
            &["alasan"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/pemeriksaan/kesampingkan",
            "kepala",
            &[("kode", kode), ("objek", objek), ("alasan", &long)],
            &["alasan"],
            &["alasan"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/pemeriksaan/kesampingkan",
            "kepala",
            &[("kode", kode), ("objek", "tidak/ada"), ("alasan", "Sudah dibahas")],
            &["alasan"],
            &[],
        ),
        case(
            "/pd/{perangkat}/{tahun}/komentar",
            "inspektorat",
            &[("objek", "faktor/1"), ("isi", "")],
            &[],
            &["isi"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/komentar",
            "inspektorat",
            &[("objek", "faktor/1"), ("isi", &long)],
            &["isi"],
            &["isi"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/komentar",
            "inspektorat",
            &[("objek", "faktor/999"), ("isi", "Mengapa?")],
            &["isi"],
            &[],
        ),
        // Rows.
        case("/pd/{perangkat}/{tahun}/tabel/{tabel}/unggah", "perencana", &[], &[], &["berkas"]),
        case(
            "/pd/{perangkat}/{tahun}/tabel/{tabel}/terapkan",
            "perencana",
            &[("rencana", "{")],
            &[],
            &["berkas"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/tabel/{tabel}/baru",
            "perencana",
            &[
                ("k:indikator", ""),
                ("k:tahun", ""),
                ("k:jenis", ""),
                ("k:nomor", ""),
                ("k:uraian", ""),
            ],
            &[],
            &["k:indikator", "k:tahun", "k:jenis", "k:nomor", "k:uraian"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/tabel/{tabel}/baru",
            "perencana",
            &[
                ("k:indikator", "iku-99"),
                ("k:tahun", "dua ribu"),
                ("k:jenis", "penghambat"),
                ("k:nomor", "tujuh"),
                ("k:uraian", "Uraian <panjang>"),
            ],
            &["k:indikator", "k:tahun", "k:nomor", "k:uraian"],
            &["k:indikator", "k:tahun", "k:nomor"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/tabel/{tabel}/baru",
            "perencana",
            &[
                ("k:indikator", "iku-1"),
                ("k:tahun", "2023"),
                ("k:jenis", "pendorong"),
                ("k:nomor", "1"),
                ("k:uraian", "Kembar"),
            ],
            &["k:uraian"],
            &["k:nomor"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/tabel/{tabel}/{baris}",
            "perencana",
            &[
                ("versi", "1"),
                ("k:indikator", "iku-99"),
                ("d:indikator", "iku-1"),
                ("k:uraian", "Uraian lain"),
                ("d:uraian", "x"),
                ("alasan", "pindah indikator"),
            ],
            &["k:indikator", "k:uraian", "alasan"],
            &["k:indikator"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/tabel/{tabel}/{baris}",
            "perencana",
            &[
                ("versi", "1"),
                ("k:nomor", "2"),
                ("d:nomor", "1"),
                ("k:uraian", "Uraian lain"),
                ("d:uraian", "x"),
            ],
            &["k:nomor", "k:uraian"],
            &["k:nomor"],
        ),
        case(
            "/pd/{perangkat}/{tahun}/tabel/{tabel}/{baris}/hapus",
            "perencana",
            &[("versi", "99"), ("alasan_hapus", "Tidak dipakai lagi")],
            &["alasan_hapus"],
            &[],
        ),
        // Administration.
        case(
            "/administrasi/akun",
            "administrator",
            &[("akun", ""), ("nama", "")],
            &[],
            &["akun", "nama"],
        ),
        case(
            "/administrasi/akun",
            "administrator",
            &[("akun", "rina contoh"), ("nama", &long)],
            &["akun", "nama"],
            &["akun", "nama"],
        ),
        case(
            "/administrasi/akun",
            "administrator",
            &[("akun", "kepala"), ("nama", "Sari Contoh")],
            &["akun", "nama"],
            &["akun"],
        ),
        case(
            "/administrasi/akun/{akun}/tugaskan",
            "administrator",
            &[],
            &[],
            &["peran", "status", "mulai"],
        ),
        case(
            "/administrasi/akun/{akun}/tugaskan",
            "administrator",
            &[
                ("peran", "kepala"),
                ("perangkat", "ZZZ"),
                ("status", "raja"),
                ("mulai", "besok"),
                ("sampai", "lusa"),
            ],
            &["perangkat", "mulai", "sampai"],
            &["perangkat", "status", "mulai", "sampai"],
        ),
        case(
            "/administrasi/akun/{akun}/tugaskan",
            "administrator",
            &[
                ("peran", "kepala"),
                ("perangkat", ""),
                ("status", "plt"),
                ("mulai", "2024-02-01"),
                ("sampai", "2024-01-01"),
            ],
            &["mulai", "sampai"],
            &["perangkat", "sampai"],
        ),
        case("/administrasi/akun/{akun}/akhiri", "administrator", &[("hari", "")], &[], &["hari"]),
        case(
            "/administrasi/akun/{akun}/akhiri",
            "administrator",
            &[("hari", "besok")],
            &["hari"],
            &["hari"],
        ),
        case(
            "/administrasi/akun/{akun}/tautan",
            "administrator",
            &[("alasan", &long)],
            &["alasan"],
            &["alasan"],
        ),
        case(
            "/administrasi/akun/{akun}/peran/akhiri",
            "administrator",
            &[
                ("ke", "0"),
                ("dipegang", "pegawai"),
                ("sejak", "2020-01-01"),
                ("hari_terakhir", "1999-12-31"),
                ("alasan", &long),
            ],
            &["hari_terakhir", "alasan"],
            &["hari_terakhir", "alasan"],
        ),
        case(
            "/administrasi/akun/{akun}/peran/akhiri",
            "administrator",
            &[("ke", "7"), ("hari_terakhir", "2024-12-31"), ("alasan", "pindah")],
            &["hari_terakhir", "alasan"],
            &[],
        ),
        case(
            "/administrasi/jadwal",
            "administrator",
            &[
                ("tahun", "2023"),
                ("tw1", "10 April"),
                ("tw2", "kapan-kapan"),
                ("tw3", "2023-10-10"),
                ("tw4", "2023-10-01"),
            ],
            &["tw1", "tw2", "tw3", "tw4"],
            &["tw1", "tw2", "tw4"],
        ),
        case(
            "/administrasi/nomenklatur",
            "administrator",
            &[("dasar", ""), ("mulai", "")],
            &[],
            &["dasar", "mulai", "berkas"],
        ),
        case(
            "/administrasi/nomenklatur",
            "administrator",
            &[("dasar", "Kepmendagri"), ("mulai", "besok")],
            &["dasar", "mulai"],
            &["mulai", "berkas"],
        ),
        case("/administrasi/perangkat", "administrator", &[], &[], &[]),
        case("/administrasi/perangkat/unggah", "administrator", &[], &[], &[]),
        case("/administrasi/perangkat/paket", "administrator", &[], &[], &[]),
        case("/administrasi/akun-xlsx", "administrator", &[], &[], &[]),
        case("/administrasi/perangkat/{perangkat}", "administrator", &[("nama", "")], &[], &[]),
        case("/reviu", "inspektorat", &[], &[], &[]),
        case("/token", "perencana", &[], &[], &["nama", "cakupan", "hari"]),
        case(
            "/token",
            "perencana",
            &[("nama", &long), ("cakupan", "tulis"), ("hari", "7")],
            &["nama"],
            &["nama", "hari"],
        ),
    ]
}

#[tokio::test]
async fn every_form_comes_back_with_what_was_typed_and_every_reason_at_its_field() {
    let it = Application::new();
    arrange(&it);
    let finding = finding(&it).await;
    let mut faults = Vec::new();
    for case in cases(&finding) {
        let before = n_changes(&it);
        let sent: Vec<(&str, &str)> =
            case.sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let (status, page) = match case.akun {
            "" => it.post("", &case.address, &sent).await,
            akun => it.post(&it.session(akun), &case.address, &sent).await,
        };
        let mut say =
            |what: String| faults.push(format!("{} {:?}: {what}", case.address, short(&case.sent)));
        if !status.is_client_error() || status == StatusCode::FORBIDDEN {
            say(format!("answers {status}"));
        }
        if n_changes(&it) != before {
            say("something was changed".to_owned());
        }
        for (name, value) in case.sent.iter().filter(|(name, _)| case.kept.contains(name)) {
            if !page.contains(&escaped(value)) {
                say(format!("what was typed into {name} is lost"));
            }
        }
        for name in case.wrong {
            if let Err(why) = marked(&page, name) {
                say(format!("{name} {why}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_form_is_known_here() {
    let known: Vec<&str> = cases(&Default::default()).iter().map(|it| it.route).collect();
    let posts = routes().filter(|it| it.method == Method::POST && !it.is_api());
    let unknown: Vec<&str> = posts
        .map(|it| it.path)
        .filter(|it| known.contains(it) == NOTHING_TO_FILL.contains(it))
        .collect();
    assert!(
        unknown.is_empty(),
        "either filled in wrong here, or with nothing to fill: {unknown:?}"
    );
}

/// How many changes the trail tells of; who comes in, or tries to, changes nothing.
fn n_changes(it: &Application) -> usize {
    let at_the_door = ["masuk", "gagal masuk", "kunci akun"];
    let entries = it.store.audit_entries(1).expect("the trail");
    entries.iter().filter(|it| !at_the_door.contains(&it.tindakan.as_str())).count()
}

/// A quarter that is submitted, one that is locked, an action, and an agreement to sign.
fn arrange(it: &Application) {
    let berkas =
        it.store.list().expect("offices").into_iter().find(|it| it.key.perangkat == "BKPSDM");
    let berkas = berkas.expect("the example");
    step(it, &berkas, Triwulan::Ii, &[("perencana", Langkah::Ajukan)]);
    let whole = [
        ("perencana", Langkah::Ajukan),
        ("verifikator", Langkah::Verifikasi),
        ("kepala", Langkah::Setujui),
        ("verifikator", Langkah::Kunci),
    ];
    step(it, &berkas, Triwulan::Iii, &whole);
    let rows: [(&str, &[(&str, &str)]); 5] = [
        (
            "rencana_aksi",
            &[
                ("indikator", "iku-1"),
                ("tahun", "2023"),
                ("periode", "tw1"),
                ("nomor", "1"),
                ("aksi", "Pendampingan"),
            ],
        ),
        (
            "dokumen",
            &[
                ("id", "pk-uji"),
                ("jenis", "perjanjian_kinerja"),
                ("judul", "Perjanjian Uji"),
                ("tahun", "2023"),
            ],
        ),
        (
            "perjanjian_kinerja",
            &[
                ("id", "pk-uji"),
                ("dokumen", "pk-uji"),
                ("tahun", "2023"),
                ("pihak_pertama", "erinasrizal"),
                ("pihak_kedua", "paisal"),
                ("tempat", "Dumai"),
                ("status", "diajukan"),
            ],
        ),
        // Only what promises something can be signed.
        (
            "target",
            &[
                ("indikator", "iku-1"),
                ("dokumen", "pk-uji"),
                ("tahun", "2023"),
                ("periode", "tahun"),
                ("jenis", "target"),
                ("nilai", "100"),
            ],
        ),
        (
            "pagu",
            &[
                ("baris", "5.03.02"),
                ("dokumen", "pk-uji"),
                ("tahun", "2023"),
                ("jumlah", "1000000"),
            ],
        ),
    ];
    for (tabel, cells) in rows {
        let cells = cells.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned()));
        let new = NewRow { tabel: tabel.to_owned(), cells: cells.collect(), ..NewRow::default() };
        it.store.add(&pelaku(), &berkas, new).expect("a row");
    }
    let link = it.store.password_link(&pelaku(), "kepala", None, now()).expect("a link");
    let chosen = it.store.choose_password("uji", &link, "kuda pelana hujan gunung", now());
    chosen.expect("a database").expect("a good password");
}

fn step(it: &Application, berkas: &BerkasRef, triwulan: Triwulan, taken: &[(&str, Langkah)]) {
    for ((nama, langkah), versi) in taken.iter().zip(0..) {
        let new = NewLangkah {
            triwulan,
            langkah: *langkah,
            versi,
            alasan: None,
            sampai: None,
            hari: Date::constant(2024, 2, 1),
        };
        let pelaku = Pelaku { nama: (*nama).to_owned(), ..pelaku() };
        let done = it.store.take_step(&pelaku, berkas, new);
        done.unwrap_or_else(|error| panic!("{} of {}: {error}", langkah.code(), triwulan.code()));
    }
}

/// The code and the object of a finding that stands.
async fn finding(it: &Application) -> (String, String) {
    let (_, page) = it.get(Some(&it.session("kepala")), "/pd/BKPSDM/2023/pemeriksaan").await;
    let value = |name: &str| {
        let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).expect("a finding");
        rest.split_once('"').expect("its end").0.to_owned()
    };
    (value("kode"), value("objek"))
}

/// What a form sent, without long texts.
fn short(sent: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    sent.iter().map(|(name, value)| (*name, value.chars().take(20).collect())).collect()
}

/// As a page writes a text.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Whether a field is marked as wrong and says why.
fn marked(page: &str, name: &str) -> Result<(), &'static str> {
    let own = format!("name=\"{name}\"");
    let mut tags = page.split('<').map(|it| it.split('>').next().unwrap_or_default());
    let tag = tags.find(|it| {
        it.contains(&own) && !it.contains("type=\"hidden\"") && it.contains("aria-invalid")
    });
    let tag = tag.ok_or("is not marked")?;
    let (_, described) = tag.split_once("aria-describedby=\"").ok_or("has no reason")?;
    let id = described.split('"').next().unwrap_or_default();
    let (_, place) = page.split_once(&format!(" id=\"{id}\"")).ok_or("has its reason nowhere")?;
    let place: String = place.chars().take(400).collect();
    // The reason is the place itself, or stands in it.
    let before = page.split_once(&format!(" id=\"{id}\"")).map_or("", |it| it.0);
    let is_reason = before.ends_with("galat-bidang\"") || place.contains("galat-bidang");
    is_reason.then_some(()).ok_or("has an empty reason")
}
