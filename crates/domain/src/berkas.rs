//! Berkas, «the file on the desk»: all facts of one office for one year, with the earlier years and
//! the plans that its report must compare with.

use crate::{
    ArahKebijakan, Bagian, BarisId, Belanja, CatatanRegister, DasarHukum, Diktum, DokumenId,
    DokumenSumber, Evaluasi, Faktor, Fungsi, Indikator, IndikatorId, IsuStrategis, JenisIndikator,
    Kebijakan, KebijakanIndikator, Komponen, KomponenEvaluasi, Misi, Narasi, NilaiVariabel, Pagu,
    Pejabat, PejabatId, Pembanding, Pemda, PemetaanAnggaran, Penghargaan, PerangkatDaerah,
    PerjanjianKinerja, Pita, ProgramKegiatan, ProsesBisnis, Realisasi, RealisasiAnggaran, Register,
    Rekomendasi, RencanaAksi, Sasaran, Skala, Strategi, SumberDana, Target, TindakLanjut,
    TindakLanjutRekomendasi, Tujuan, UnitKerja, Variabel, Visi,
};

/// All facts, as flat lists in the order in which people print them; facts name each other by id.
///
/// A `Berkas` is plain: whoever makes one (package, database, test) has already made sure that ids
/// are unique and that every reference leads to something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Berkas {
    pub pemda: Pemda,
    pub perangkat_daerah: PerangkatDaerah,
    pub kebijakan: Kebijakan,
    pub kebijakan_indikator: Vec<KebijakanIndikator>,
    pub skala: Vec<Skala>,
    pub pita: Vec<Pita>,
    pub dokumen: Vec<DokumenSumber>,
    pub dasar_hukum: Vec<DasarHukum>,
    pub fungsi: Vec<Fungsi>,
    pub unit_kerja: Vec<UnitKerja>,
    pub pejabat: Vec<Pejabat>,
    pub isu_strategis: Vec<IsuStrategis>,
    pub proses_bisnis: Vec<ProsesBisnis>,
    pub visi: Vec<Visi>,
    pub misi: Vec<Misi>,
    pub tujuan: Vec<Tujuan>,
    pub sasaran: Vec<Sasaran>,
    pub strategi: Vec<Strategi>,
    pub arah_kebijakan: Vec<ArahKebijakan>,
    pub indikator: Vec<Indikator>,
    pub variabel: Vec<Variabel>,
    pub nilai_variabel: Vec<NilaiVariabel>,
    pub komponen: Vec<Komponen>,
    pub register: Vec<Register>,
    pub catatan_register: Vec<CatatanRegister>,
    pub target: Vec<Target>,
    pub realisasi: Vec<Realisasi>,
    pub program_kegiatan: Vec<ProgramKegiatan>,
    pub pagu: Vec<Pagu>,
    pub sumber_dana: Vec<SumberDana>,
    pub realisasi_anggaran: Vec<RealisasiAnggaran>,
    pub belanja: Vec<Belanja>,
    pub pemetaan_anggaran: Vec<PemetaanAnggaran>,
    pub perjanjian_kinerja: Vec<PerjanjianKinerja>,
    pub rencana_aksi: Vec<RencanaAksi>,
    pub faktor: Vec<Faktor>,
    pub tindak_lanjut: Vec<TindakLanjut>,
    pub pembanding: Vec<Pembanding>,
    pub evaluasi: Vec<Evaluasi>,
    pub komponen_evaluasi: Vec<KomponenEvaluasi>,
    pub rekomendasi: Vec<Rekomendasi>,
    pub tindak_lanjut_rekomendasi: Vec<TindakLanjutRekomendasi>,
    pub penghargaan: Vec<Penghargaan>,
    pub diktum: Vec<Diktum>,
    pub bagian: Vec<Bagian>,
    pub narasi: Vec<Narasi>,
}

impl Berkas {
    pub fn find_dokumen(&self, id: &DokumenId) -> Option<&DokumenSumber> {
        self.dokumen.iter().find(|it| it.id == *id)
    }

    pub fn find_indikator(&self, id: &IndikatorId) -> Option<&Indikator> {
        self.indikator.iter().find(|it| it.id == *id)
    }

    pub fn find_baris(&self, id: &BarisId) -> Option<&ProgramKegiatan> {
        self.program_kegiatan.iter().find(|it| it.id == *id)
    }

    pub fn find_pejabat(&self, id: &PejabatId) -> Option<&Pejabat> {
        self.pejabat.iter().find(|it| it.id == *id)
    }

    pub fn find_narasi(&self, id: &str) -> Option<&Narasi> {
        self.narasi.iter().find(|it| it.id == id)
    }

    /// The children of a row, in printing order.
    pub fn children<'a>(&'a self, id: &'a BarisId) -> impl Iterator<Item = &'a ProgramKegiatan> {
        self.program_kegiatan.iter().filter(move |it| it.induk.as_ref() == Some(id))
    }

    pub fn indikator_of(&self, jenis: JenisIndikator) -> impl Iterator<Item = &Indikator> {
        self.indikator.iter().filter(move |it| it.jenis == jenis)
    }
}
