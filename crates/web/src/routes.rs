//! Every address of the application: what it is, who may use it, and the page that answers.

use std::sync::LazyLock;

use axum::http::Method;

use crate::api;
use crate::ask::{Answer, Ask};
use crate::page;
use crate::permission::Permission;

/// An address and what answers there.
#[derive(Clone)]
pub struct Route {
    pub method: Method,
    /// `/pd/{perangkat}/{tahun}/ukur`.
    pub path: &'static str,
    pub permission: Permission,
    pub(crate) run: fn(&Ask<'_>) -> Answer,
}

/// Where the addresses begin that programs ask.
const API: &str = "/api/v1";

impl Route {
    /// Whether programs ask it, with a token and for data.
    pub fn is_api(&self) -> bool {
        self.path.starts_with(API) && self.path != API
    }
}

const fn get(path: &'static str, permission: Permission, run: fn(&Ask<'_>) -> Answer) -> Route {
    Route { method: Method::GET, path, permission, run }
}

const fn post(path: &'static str, permission: Permission, run: fn(&Ask<'_>) -> Answer) -> Route {
    Route { method: Method::POST, path, permission, run }
}

use Permission::{
    Administer, Approve, Audit, EditFacts, Lock, Measure, Open, ReadCity, ReadOffice, ReadTrail,
    SignedIn, Submit, Suppress, Unlock, Verify,
};

/// The table of the pages.
const ROUTES: &[Route] = &[
    get("/", Open, page::sign_in::start),
    get("/masuk", Open, page::sign_in::form),
    post("/masuk", Open, page::sign_in::enter),
    post("/masuk/lanjut", Open, page::sign_in::enter_and_continue),
    post("/masuk/coba", Open, page::sign_in::enter_demo),
    get("/sandi/{tautan}", Open, page::sign_in::password_form),
    post("/sandi/{tautan}", Open, page::sign_in::choose_password),
    get("/mulai/{tautan}", Open, page::mulai::form),
    post("/mulai/{tautan}", Open, page::mulai::found),
    post("/keluar", SignedIn, page::sign_in::leave),
    post("/tampilan", Open, page::sign_in::set_look),
    get("/healthz", Open, page::health::health),
    get("/beranda", SignedIn, page::home::home),
    get("/cari", SignedIn, page::search::search),
    get("/kota/{tahun}", ReadCity, page::city::city),
    get("/kota/{tahun}/pemeriksaan", ReadCity, page::pemeriksaan::city),
    get("/kota/{tahun}/perjanjian", ReadCity, page::perjanjian::city),
    get("/kota/{tahun}/pengukuran", ReadCity, page::periode::list),
    post("/kota/{tahun}/pengukuran/kunci", Lock, page::periode::lock),
    get("/pd/{perangkat}/{tahun}", ReadOffice, page::office::office),
    get("/pd/{perangkat}/{tahun}/renstra", ReadOffice, page::renstra::matrix),
    post("/pd/{perangkat}/{tahun}/renstra", EditFacts, page::renstra::save),
    post("/pd/{perangkat}/{tahun}/renstra/perubahan", EditFacts, page::renstra::revise),
    get("/pd/{perangkat}/{tahun}/renstra/tambah/{jenis}", EditFacts, page::renstra_baru::form),
    post("/pd/{perangkat}/{tahun}/renstra/tambah/{jenis}", EditFacts, page::renstra_baru::add),
    get("/pd/{perangkat}/{tahun}/pohon", ReadOffice, page::pohon::pohon),
    get("/pd/{perangkat}/{tahun}/indikator", ReadOffice, page::indikator::cards),
    get("/pd/{perangkat}/{tahun}/anggaran", ReadOffice, page::anggaran::anggaran),
    post("/pd/{perangkat}/{tahun}/anggaran", EditFacts, page::anggaran::save),
    get("/pd/{perangkat}/{tahun}/anggaran/katalog", EditFacts, page::nomenklatur::choose),
    post("/pd/{perangkat}/{tahun}/anggaran/katalog", EditFacts, page::nomenklatur::take),
    get("/pd/{perangkat}/{tahun}/perjanjian", ReadOffice, page::perjanjian::perjanjian),
    post("/pd/{perangkat}/{tahun}/perjanjian/draf", EditFacts, page::perjanjian::draft),
    get(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/dokumen",
        ReadOffice,
        page::naskah_perjanjian::show,
    ),
    get(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/dokumen.pdf",
        ReadOffice,
        page::naskah_perjanjian::pdf,
    ),
    get(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/dokumen.docx",
        ReadOffice,
        page::naskah_perjanjian::docx,
    ),
    get("/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/pindaian", ReadOffice, page::bukti::list),
    post("/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/pindaian", EditFacts, page::bukti::add),
    get(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/pindaian/{id}",
        ReadOffice,
        page::bukti::show,
    ),
    post(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/pindaian/{id}/hapus",
        EditFacts,
        page::bukti::remove,
    ),
    post(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/pindaian/dihapus/{nomor}",
        EditFacts,
        page::bukti::restore,
    ),
    get(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/perubahan",
        EditFacts,
        page::perubahan::form,
    ),
    post(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/perubahan",
        EditFacts,
        page::perubahan::make,
    ),
    post(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/ajukan",
        EditFacts,
        page::perubahan::submit,
    ),
    get("/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/isi", EditFacts, page::perubahan::sheet),
    post("/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/isi", EditFacts, page::perubahan::save),
    get(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/tanda-tangan",
        ReadOffice,
        page::perjanjian::sign_form,
    ),
    post(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/tanda-tangan",
        ReadOffice,
        page::perjanjian::sign,
    ),
    get(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/supervisi",
        ReadOffice,
        page::supervisi::form,
    ),
    post(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/supervisi",
        ReadOffice,
        page::supervisi::add,
    ),
    get(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/keputusan",
        ReadOffice,
        page::supervisi::form,
    ),
    post(
        "/pd/{perangkat}/{tahun}/perjanjian/{perjanjian}/keputusan",
        ReadOffice,
        page::supervisi::add,
    ),
    get("/pd/{perangkat}/{tahun}/rencana-aksi", ReadOffice, page::rencana_aksi::rencana_aksi),
    get(
        "/pd/{perangkat}/{tahun}/rencana-aksi/{indikator}/{periode}/{nomor}",
        ReadOffice,
        page::rencana_aksi::monev,
    ),
    post(
        "/pd/{perangkat}/{tahun}/rencana-aksi/{indikator}/{periode}/{nomor}",
        Measure,
        page::rencana_aksi::save_monev,
    ),
    get("/pd/{perangkat}/{tahun}/ukur", ReadOffice, page::pengukuran::grid),
    post("/pd/{perangkat}/{tahun}/ukur", Measure, page::pengukuran::save),
    post("/pd/{perangkat}/{tahun}/ukur/{triwulan}/ajukan", Submit, page::pengukuran::step),
    post("/pd/{perangkat}/{tahun}/ukur/{triwulan}/tarik", Submit, page::pengukuran::step),
    post("/pd/{perangkat}/{tahun}/ukur/{triwulan}/minta-perbaikan", Verify, page::pengukuran::step),
    post("/pd/{perangkat}/{tahun}/ukur/{triwulan}/verifikasi", Verify, page::pengukuran::step),
    post("/pd/{perangkat}/{tahun}/ukur/{triwulan}/setujui", Approve, page::pengukuran::step),
    post("/pd/{perangkat}/{tahun}/ukur/{triwulan}/kunci", Lock, page::pengukuran::step),
    post("/pd/{perangkat}/{tahun}/ukur/{triwulan}/buka-kunci", Unlock, page::pengukuran::step),
    get("/pd/{perangkat}/{tahun}/bukti/{indikator}", ReadOffice, page::bukti::list),
    post("/pd/{perangkat}/{tahun}/bukti/{indikator}", Measure, page::bukti::add),
    get("/pd/{perangkat}/{tahun}/bukti/{indikator}/{id}", ReadOffice, page::bukti::show),
    post("/pd/{perangkat}/{tahun}/bukti/{indikator}/{id}/hapus", Measure, page::bukti::remove),
    post(
        "/pd/{perangkat}/{tahun}/bukti/{indikator}/dihapus/{nomor}",
        Measure,
        page::bukti::restore,
    ),
    // Which permission a row asks for, its table says.
    get("/pd/{perangkat}/{tahun}/bukti-baris/{tabel}/{kunci}", ReadOffice, page::bukti::list),
    post("/pd/{perangkat}/{tahun}/bukti-baris/{tabel}/{kunci}", Measure, page::bukti::add),
    get("/pd/{perangkat}/{tahun}/bukti-baris/{tabel}/{kunci}/{id}", ReadOffice, page::bukti::show),
    post(
        "/pd/{perangkat}/{tahun}/bukti-baris/{tabel}/{kunci}/{id}/hapus",
        Measure,
        page::bukti::remove,
    ),
    post(
        "/pd/{perangkat}/{tahun}/bukti-baris/{tabel}/{kunci}/dihapus/{nomor}",
        Measure,
        page::bukti::restore,
    ),
    get("/pd/{perangkat}/{tahun}/register", ReadOffice, page::register::list),
    get("/pd/{perangkat}/{tahun}/register/{register}", ReadOffice, page::register::register),
    get("/pd/{perangkat}/{tahun}/jejak", ReadOffice, page::jejak::jejak),
    get("/pd/{perangkat}/{tahun}/capaian", ReadOffice, page::capaian::capaian),
    get("/pd/{perangkat}/{tahun}/lkjip", ReadOffice, page::lkjip::outline),
    get("/pd/{perangkat}/{tahun}/lkjip.pdf", ReadOffice, page::lkjip::pdf),
    get("/pd/{perangkat}/{tahun}/lkjip.docx", ReadOffice, page::lkjip::docx),
    post("/pd/{perangkat}/{tahun}/lkjip/sahkan", Approve, page::lkjip::sign),
    get("/pd/{perangkat}/{tahun}/lkjip/{nomor}", ReadOffice, page::lkjip::signed_pdf),
    get("/pd/{perangkat}/{tahun}/narasi/{narasi}", ReadOffice, page::lkjip::narasi),
    post("/pd/{perangkat}/{tahun}/narasi/{narasi}", EditFacts, page::lkjip::write_narasi),
    post("/pd/{perangkat}/{tahun}/narasi/{narasi}/pratinjau", ReadOffice, page::lkjip::preview),
    get("/pd/{perangkat}/{tahun}/pemeriksaan", ReadOffice, page::pemeriksaan::list),
    post("/pd/{perangkat}/{tahun}/pemeriksaan/kesampingkan", Suppress, page::pemeriksaan::suppress),
    post("/pd/{perangkat}/{tahun}/pemeriksaan/batalkan", Suppress, page::pemeriksaan::restore),
    get("/pd/{perangkat}/{tahun}/komentar", ReadOffice, page::komentar::list),
    post("/pd/{perangkat}/{tahun}/komentar", ReadOffice, page::komentar::add),
    post("/pd/{perangkat}/{tahun}/komentar/{id}", ReadOffice, page::komentar::settle),
    get("/pd/{perangkat}/{tahun}/evaluasi", ReadOffice, page::evaluasi::evaluasi),
    get("/pd/{perangkat}/{tahun}/paket.zip", ReadOffice, page::table::package),
    get("/pd/{perangkat}/{tahun}/tabel", ReadOffice, page::table::index),
    get("/pd/{perangkat}/{tahun}/tabel/{tabel}", ReadOffice, page::table::list),
    // Which of these two a table asks for, it says itself.
    get("/pd/{perangkat}/{tahun}/tabel/{tabel}/unggah", Measure, page::upload::form),
    post("/pd/{perangkat}/{tahun}/tabel/{tabel}/unggah", Measure, page::upload::preview),
    post("/pd/{perangkat}/{tahun}/tabel/{tabel}/terapkan", Measure, page::upload::apply),
    get("/pd/{perangkat}/{tahun}/tabel/{tabel}/baru", Measure, page::table::new_form),
    post("/pd/{perangkat}/{tahun}/tabel/{tabel}/baru", Measure, page::table::add),
    get("/pd/{perangkat}/{tahun}/tabel/{tabel}/dihapus", ReadOffice, page::removed::list),
    post("/pd/{perangkat}/{tahun}/tabel/{tabel}/dihapus/{nomor}", Measure, page::removed::restore),
    get("/pd/{perangkat}/{tahun}/tabel/{tabel}/{baris}", ReadOffice, page::table::form),
    post("/pd/{perangkat}/{tahun}/tabel/{tabel}/{baris}", Measure, page::table::change),
    post("/pd/{perangkat}/{tahun}/tabel/{tabel}/{baris}/hapus", Measure, page::table::remove),
    get("/administrasi", Administer, page::people::list),
    post("/administrasi/akun", Administer, page::people::add),
    get("/administrasi/akun-xlsx", Administer, page::people_upload::form),
    post("/administrasi/akun-xlsx", Administer, page::people_upload::preview),
    post("/administrasi/akun-xlsx/terapkan", Administer, page::people_upload::apply),
    get("/administrasi/akun/{akun}", Administer, page::people::person),
    post("/administrasi/akun/{akun}/tugaskan", Administer, page::people::assign),
    post("/administrasi/akun/{akun}/akhiri", Administer, page::people::end),
    post("/administrasi/akun/{akun}/peran/akhiri", Administer, page::people::end_assignment),
    post("/administrasi/akun/{akun}/tautan", Administer, page::people::link),
    get("/administrasi/perangkat", Administer, page::perangkat::list),
    post("/administrasi/perangkat", Administer, page::perangkat::add),
    get("/administrasi/perangkat/unggah", Administer, page::perangkat_upload::form),
    post("/administrasi/perangkat/unggah", Administer, page::perangkat_upload::preview),
    post("/administrasi/perangkat/terapkan", Administer, page::perangkat_upload::apply),
    post("/administrasi/perangkat/paket", Administer, page::perangkat::import),
    post("/administrasi/perangkat/{perangkat}/tahun", Administer, page::perangkat::open_first_year),
    get("/administrasi/perangkat/{perangkat}", Administer, page::perangkat::form),
    post("/administrasi/perangkat/{perangkat}", Administer, page::perangkat::change),
    get("/administrasi/kesehatan", Administer, page::health::page_of),
    post("/administrasi/kesehatan/periksa", Administer, page::health::verify),
    post("/administrasi/kesehatan/cadangan", Administer, page::health::backup),
    get("/administrasi/kesehatan/cadangan/{cadangan}", Administer, page::health::download),
    get("/administrasi/jadwal", Administer, page::schedule::schedule),
    post("/administrasi/jadwal", Administer, page::schedule::set),
    post("/administrasi/tahun", Administer, page::schedule::open_year),
    post("/administrasi/tahun/semua", Administer, page::schedule::open_all),
    get("/reviu", Audit, page::reviu::form),
    post("/reviu", Audit, page::reviu::start),
    get("/reviu/{reviu}", Audit, page::reviu::show),
    post("/reviu/{reviu}/ulang", Audit, page::reviu::restart),
    get("/reviu/{reviu}/unduh", Audit, page::reviu::download),
    get("/pemeriksaan/{kode}", SignedIn, page::pemeriksaan::explain),
    get("/token", SignedIn, page::token::list),
    post("/token", SignedIn, page::token::add),
    post("/token/{id}/cabut", SignedIn, page::token::remove),
    get("/verifikasi", Open, page::verification::form),
    get("/verifikasi/{hash}", Open, page::verification::result),
    get("/hak-akses", SignedIn, page::people::permissions),
    get("/aturan", SignedIn, page::rules::rules),
    get("/nomenklatur", SignedIn, page::nomenklatur::list),
    post("/administrasi/nomenklatur", Administer, page::nomenklatur::load),
    post("/administrasi/nomenklatur/hapus", Administer, page::nomenklatur::remove),
    get("/jejak-audit", ReadTrail, page::audit::audit),
    get("/dokumentasi-api", Open, page::api_manual::manual),
    // Where people look first who know the address of the API.
    get("/api", Open, page::api_manual::manual),
    get(API, Open, page::api_manual::manual),
];

/// Every address: those of pages, and those that programs ask.
pub fn routes() -> impl Iterator<Item = &'static Route> {
    static API: LazyLock<Vec<Route>> =
        LazyLock::new(|| api::operations().map(api::Operation::route).collect());
    ROUTES.iter().chain(API.iter())
}
