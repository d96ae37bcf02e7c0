//! The parts that may stand in the report: one line for each, with its usage and what it makes.

use selaras_domain::dokumen::Orientation;

use super::*;
use crate::context::Part;
use crate::lampiran;

/// A part by its name in `bagian.csv` and in `{isi …}`.
#[derive(Clone, Copy)]
pub(crate) struct PartEntry {
    pub(crate) name: &'static str,
    /// The words after the name; in brackets what may be left out.
    pub(crate) usage: &'static str,
    pub(crate) arti: &'static str,
    pub(crate) make: Part,
}

const fn part(
    name: &'static str,
    usage: &'static str,
    arti: &'static str,
    make: Part,
) -> PartEntry {
    PartEntry { name, usage, arti, make }
}

/// Every part but the annexes, in the order of the report.
#[rustfmt::skip]
pub(crate) const PARTS: &[PartEntry] = &[
    part("daftar-isi", "", "daftar isi dengan nomor halaman", daftar::daftar_isi),
    part("daftar-tabel", "", "daftar tabel dengan nomor halaman", daftar::daftar_tabel),
    part("daftar-gambar", "", "daftar gambar dengan nomor halaman", daftar::daftar_gambar),
    part("daftar-lampiran", "", "daftar lampiran dengan nomor halaman", daftar::daftar_lampiran),
    part("tanda-tangan-kepala", "", "tempat tanda tangan kepala perangkat daerah", tanda_tangan::kepala),
    part("tahun-dalam-angka", "", "empat sampai enam angka utama tahun ini", tahun_dalam_angka::part),
    part("dasar-hukum", "BAGIAN", "daftar dasar hukum; BAGIAN: pembentukan, pelaporan, lainnya", organisasi::dasar_hukum),
    part("fungsi", "", "daftar fungsi perangkat daerah", organisasi::fungsi),
    part("susunan-organisasi", "", "susunan organisasi sebagai daftar", organisasi::susunan_organisasi),
    part("bagan-organisasi", "", "bagan organisasi", organisasi::bagan_organisasi),
    part("isu-strategis", "", "daftar isu strategis", organisasi::isu_strategis),
    part("peta-proses-bisnis", "", "peta proses bisnis", organisasi::peta_proses_bisnis),
    part("cascading", "", "pohon kinerja dari tujuan sampai subkegiatan", cascading::part),
    part("pohon-program", "", "daftar program, kegiatan, dan subkegiatan bernomor", cascading::pohon_program),
    part("rekomendasi", "", "kelemahan dan rekomendasi hasil evaluasi", evaluasi::rekomendasi),
    part("tindak-lanjut-rekomendasi", "", "tindak lanjut atas rekomendasi", evaluasi::tindak_lanjut),
    part("misi", "", "daftar misi daerah", strategi::misi),
    part("gambar-misi", "", "keterkaitan misi dengan tugas, tujuan, dan sasaran", strategi::gambar_misi),
    part("tujuan-sasaran", "", "tujuan, sasaran, indikator, dan targetnya", strategi::tujuan_sasaran),
    part("strategi", "", "strategi dan arah kebijakan", strategi::strategi),
    part("iku", "", "sasaran strategis dan indikator kinerja utama", strategi::iku),
    part("pk", "[PK-ID]", "perjanjian kinerja; tanpa PK-ID perjanjian pertama tahun ini", pk::part),
    part("program-pagu", "DOKUMEN", "program, anggaran, dan sumber dana menurut satu dokumen", program_pagu::part),
    part("perubahan-pk", "", "perubahan perjanjian kinerja dengan programnya", perubahan_pk::part),
    part("skala", "SKALA-ID", "pita dan predikat satu skala", skala::part),
    part("rumus-capaian", "", "rumus capaian yang dipakai dan cara pembulatannya", skala::rumus_capaian),
    part("capaian-kategori", "", "capaian IKU dengan tanda pada kelas predikatnya", capaian_kategori::part),
    part("pengukuran", "", "pengukuran kinerja dua tahun dengan predikat", pengukuran::pengukuran),
    part("analisis-indikator", "", "analisis setiap IKU: angka, definisi, perbandingan, faktor, tindak lanjut", analisis::part),
    part("perbandingan-tahun", "", "target, realisasi, dan capaian dua tahun", pengukuran::perbandingan_tahun),
    part("rincian-perbandingan", "", "rumus setiap IKU dengan angka kedua tahun", rincian::part),
    part("kemajuan", "", "realisasi terhadap target akhir Renstra", pengukuran::kemajuan),
    part("upaya", "", "upaya setiap IKU menuju akhir Renstra", langkah::upaya),
    part("nasional", "", "realisasi IKU dan realisasi nasional", nasional::perbandingan),
    part("nasional-target", "", "indikator dan target nasional yang berkaitan", nasional::target),
    part("nasional-realisasi", "", "hasil sendiri terhadap target nasional", nasional::realisasi),
    part("belanja", "", "anggaran dan realisasi dalam kalimat, dengan huruf", anggaran::belanja),
    part("anggaran-prioritas", "", "anggaran program yang mendukung IKU", anggaran::prioritas),
    part("kinerja-anggaran", "", "kinerja dan anggaran dari tujuan sampai program", kinerja_anggaran::part),
    part("penunjang-program", "", "program dan kegiatan yang menunjang setiap sasaran", penunjang::part),
    part("efisiensi", "", "tingkat efisiensi setiap IKU", efisiensi::table),
    part("efisiensi-analisis", "", "analisis efisiensi dalam kalimat", efisiensi::analysis),
    part("grafik-target-realisasi", "", "grafik target dan realisasi IKU", grafik::target_realisasi),
    part("grafik-jalur-renstra", "", "grafik jalur IKU menuju target Renstra", grafik::jalur_renstra),
    part("grafik-anggaran-kinerja", "", "grafik serapan dan capaian program", grafik::anggaran_kinerja),
    part("grafik-serapan-triwulan", "", "grafik serapan anggaran per triwulan", grafik::serapan_triwulan),
    part("penghargaan", "", "prestasi dan penghargaan", evaluasi::penghargaan),
    part("hasil-evaluasi", "", "hasil evaluasi tahun ini dalam kalimat", evaluasi::hasil_evaluasi),
    part("simpulan-indikator", "", "satu paragraf simpulan untuk setiap IKU", langkah::simpulan),
    part("langkah-perbaikan", "", "langkah perbaikan setiap IKU", langkah::langkah_perbaikan),
];

/// What the annexes are, by name.
const LAMPIRAN: &[(&str, &str)] = &[
    ("lampiran-renstra", "matriks Renstra"),
    ("lampiran-renja", "rencana kerja dan pendanaan"),
    ("lampiran-pk", "naskah satu perjanjian kinerja dengan lampirannya"),
    ("lampiran-pengukuran", "pengukuran kinerja"),
    ("lampiran-realisasi", "program, kegiatan, subkegiatan, dan realisasi belanja per triwulan"),
    ("lampiran-penghargaan", "penghargaan dan keputusan hasil penilaian"),
    ("lampiran-jejak", "jejak perhitungan angka-angka utama"),
];

/// The part of that name, annexes included.
pub(crate) fn find(name: &str) -> Option<PartEntry> {
    let own = PARTS.iter().find(|it| it.name == name).copied();
    own.or_else(|| {
        let (name, make) = *lampiran::PARTS.iter().find(|(it, _)| *it == name)?;
        let arti = LAMPIRAN.iter().find(|(it, _)| *it == name).map_or("", |(_, arti)| arti);
        Some(PartEntry { name, usage: lampiran::usage(name), arti, make })
    })
}

/// Every name that [`find`] knows.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    PARTS.iter().map(|it| it.name).chain(lampiran::PARTS.iter().map(|(name, _)| *name))
}

/// How an annex wants its pages turned; other parts ask block by block.
pub(crate) fn orientation(name: &str) -> Option<Orientation> {
    lampiran::PARTS.iter().any(|(it, _)| *it == name).then(|| {
        if lampiran::is_landscape(name) { Orientation::Landscape } else { Orientation::Portrait }
    })
}
