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
pub(crate) const PARTS: &[PartEntry] = &[
    part("daftar-isi", "", "daftar isi", daftar::daftar_isi),
    part("daftar-tabel", "", "daftar tabel", daftar::daftar_tabel),
    part("daftar-gambar", "", "daftar gambar", daftar::daftar_gambar),
    part("daftar-lampiran", "", "daftar lampiran", daftar::daftar_lampiran),
    part("tanda-tangan-kepala", "", "tempat tanda tangan kepala", tanda_tangan::kepala),
    part("tahun-dalam-angka", "", "empat sampai enam angka utama", tahun_dalam_angka::part),
    part("dasar-hukum", "BAGIAN", DASAR_HUKUM, organisasi::dasar_hukum),
    part("fungsi", "", "daftar fungsi perangkat daerah", organisasi::fungsi),
    part("susunan-organisasi", "", "susunan organisasi", organisasi::susunan_organisasi),
    part("bagan-organisasi", "", "bagan organisasi", organisasi::bagan_organisasi),
    part("isu-strategis", "", "daftar isu strategis", organisasi::isu_strategis),
    part("peta-proses-bisnis", "", "peta proses bisnis", organisasi::peta_proses_bisnis),
    part("cascading", "", "pohon kinerja dari tujuan sampai subkegiatan", cascading::part),
    part("pohon-program", "", "program, kegiatan, subkegiatan", cascading::pohon_program),
    part("rekomendasi", "", "kelemahan dan rekomendasi", evaluasi::rekomendasi),
    part("tindak-lanjut-rekomendasi", "", "tindak lanjut rekomendasi", evaluasi::tindak_lanjut),
    part("misi", "", "daftar misi daerah", strategi::misi),
    part("gambar-misi", "", "misi, tugas, tujuan, dan sasaran", strategi::gambar_misi),
    part("tujuan-sasaran", "", "tujuan, sasaran, indikator, target", strategi::tujuan_sasaran),
    part("strategi", "", "strategi dan arah kebijakan", strategi::strategi),
    part("iku", "", "sasaran strategis dan indikator kinerja utama", strategi::iku),
    part("pk", "[PK-ID]", PK, pk::part),
    part("program-pagu", "DOKUMEN", PROGRAM_PAGU, program_pagu::part),
    part("perubahan-pk", "", "perubahan perjanjian kinerja", perubahan_pk::part),
    part("skala", "SKALA-ID", "pita dan predikat satu skala", skala::part),
    part("rumus-capaian", "", "rumus capaian dan pembulatannya", skala::rumus_capaian),
    part("capaian-kategori", "", "capaian IKU menurut kelas predikat", capaian_kategori::part),
    part("pengukuran", "", "pengukuran kinerja dua tahun", pengukuran::pengukuran),
    part("analisis-indikator", "", ANALISIS, analisis::part),
    part("perbandingan-tahun", "", "realisasi dua tahun", pengukuran::perbandingan_tahun),
    part("rincian-perbandingan", "", RINCIAN, rincian::part),
    part("kemajuan", "", "realisasi terhadap target akhir Renstra", pengukuran::kemajuan),
    part("upaya", "", "upaya setiap IKU menuju akhir Renstra", langkah::upaya),
    part("nasional", "", "realisasi IKU dan realisasi nasional", nasional::perbandingan),
    part("nasional-target", "", "indikator dan target nasional", nasional::target),
    part("nasional-realisasi", "", "hasil sendiri dan target nasional", nasional::realisasi),
    part("belanja", "", "anggaran dan realisasi dalam kalimat", anggaran::belanja),
    part("anggaran-prioritas", "", "anggaran program pendukung IKU", anggaran::prioritas),
    part("kinerja-anggaran", "", KINERJA_ANGGARAN, kinerja_anggaran::part),
    part("penunjang-program", "", "program penunjang setiap sasaran", penunjang::part),
    part("efisiensi", "", "tingkat efisiensi setiap IKU", efisiensi::table),
    part("efisiensi-analisis", "", "efisiensi dalam kalimat", efisiensi::analysis),
    part("grafik-target-realisasi", "", "target dan realisasi IKU", grafik::target_realisasi),
    part("grafik-jalur-renstra", "", "jalur IKU menuju akhir Renstra", grafik::jalur_renstra),
    part("grafik-anggaran-kinerja", "", "serapan dan capaian program", grafik::anggaran_kinerja),
    part("grafik-serapan-triwulan", "", "serapan per triwulan", grafik::serapan_triwulan),
    part("penghargaan", "", "prestasi dan penghargaan", evaluasi::penghargaan),
    part("hasil-evaluasi", "", "hasil evaluasi tahun ini", evaluasi::hasil_evaluasi),
    part("simpulan-indikator", "", "satu paragraf simpulan setiap IKU", langkah::simpulan),
    part("langkah-perbaikan", "", "langkah perbaikan setiap IKU", langkah::langkah_perbaikan),
];

const DASAR_HUKUM: &str = "daftar dasar hukum; BAGIAN: pembentukan, pelaporan, lainnya";
const PK: &str = "perjanjian kinerja; tanpa PK-ID perjanjian pertama tahun ini";
const PROGRAM_PAGU: &str = "program, anggaran, dan sumber dana menurut satu dokumen";
const ANALISIS: &str = "setiap IKU: angka, definisi, perbandingan, faktor, dan tindak lanjut";
const RINCIAN: &str = "rumus setiap IKU dengan angka kedua tahun";
const KINERJA_ANGGARAN: &str = "kinerja dan anggaran dari tujuan sampai program";

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
