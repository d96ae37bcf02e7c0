//! Berkas, «the file on the desk»: all facts of one office for one year, with the earlier years and
//! the plans that its report must compare with.

use crate::{
    AlasanRegister, ArahKebijakan, Bagian, BarisId, Belanja, CaraUkur, CatatanRegister,
    Crosscutting, DasarHukum, Diktum, DokumenId, DokumenSumber, Evaluasi, Faktor, Fungsi,
    HariLibur, Indikator, IndikatorId, IsuStrategis, Jabatan, JenisIndikator, JenisLayanan,
    KasusDisiplin, KasusLayanan, Kebijakan, KebijakanIndikator, KeputusanPerjanjian, Komponen,
    KomponenEvaluasi, Misi, MonevAksi, Narasi, NilaiVariabel, Pagu, Pejabat, PejabatId,
    PemangkuJabatan, Pembanding, Pemda, PemetaanAnggaran, PengecualianTemuan, Penghargaan,
    PerangkatDaerah, PerjanjianKinerja, PesertaDiklat, Pita, PopulasiJabatan, ProgramKegiatan,
    ProsesBisnis, Realisasi, RealisasiAnggaran, Register, Rekomendasi, RencanaAksi, Sasaran, Skala,
    SopLayanan, Strategi, SumberDana, SupervisiPerjanjian, Target, TindakLanjut,
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
    pub alasan_register: Vec<AlasanRegister>,
    pub jenis_layanan: Vec<JenisLayanan>,
    pub sop_layanan: Vec<SopLayanan>,
    pub kasus_layanan: Vec<KasusLayanan>,
    pub populasi_jabatan: Vec<PopulasiJabatan>,
    pub jabatan: Vec<Jabatan>,
    pub pemangku_jabatan: Vec<PemangkuJabatan>,
    pub kasus_disiplin: Vec<KasusDisiplin>,
    pub peserta_diklat: Vec<PesertaDiklat>,
    pub hari_libur: Vec<HariLibur>,
    pub target: Vec<Target>,
    pub realisasi: Vec<Realisasi>,
    pub program_kegiatan: Vec<ProgramKegiatan>,
    pub pagu: Vec<Pagu>,
    pub sumber_dana: Vec<SumberDana>,
    pub realisasi_anggaran: Vec<RealisasiAnggaran>,
    pub belanja: Vec<Belanja>,
    pub pemetaan_anggaran: Vec<PemetaanAnggaran>,
    pub crosscutting: Vec<Crosscutting>,
    pub perjanjian_kinerja: Vec<PerjanjianKinerja>,
    pub supervisi_perjanjian: Vec<SupervisiPerjanjian>,
    pub keputusan_perjanjian: Vec<KeputusanPerjanjian>,
    pub rencana_aksi: Vec<RencanaAksi>,
    pub monev_aksi: Vec<MonevAksi>,
    pub faktor: Vec<Faktor>,
    pub tindak_lanjut: Vec<TindakLanjut>,
    pub pembanding: Vec<Pembanding>,
    pub evaluasi: Vec<Evaluasi>,
    pub komponen_evaluasi: Vec<KomponenEvaluasi>,
    pub rekomendasi: Vec<Rekomendasi>,
    pub tindak_lanjut_rekomendasi: Vec<TindakLanjutRekomendasi>,
    pub penghargaan: Vec<Penghargaan>,
    pub diktum: Vec<Diktum>,
    pub pengecualian_temuan: Vec<PengecualianTemuan>,
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

    /// How indicators of a kind are measured; `None` when the agency has declared nothing for it.
    pub fn cara_of_kind(&self, jenis: JenisIndikator) -> Option<&CaraUkur> {
        self.kebijakan_indikator.iter().find(|it| it.jenis == jenis).map(|it| &it.cara)
    }

    /// How an indikator is measured: the agency's way for its kind, with the indikator's own parts.
    pub fn cara(&self, indikator: &Indikator) -> Option<CaraUkur> {
        let way = self.cara_of_kind(indikator.jenis)?;
        let own = &indikator.cara;
        Some(CaraUkur {
            rumus: own.rumus.unwrap_or(way.rumus),
            tahap: own.tahap.unwrap_or(way.tahap),
            mode: own.mode.unwrap_or(way.mode),
            presisi_realisasi: own.presisi_realisasi.unwrap_or(way.presisi_realisasi),
            presisi_capaian: own.presisi_capaian.unwrap_or(way.presisi_capaian),
            batas_bawah: own.batas_bawah.or(way.batas_bawah),
            batas_atas: own.batas_atas.or(way.batas_atas),
            target_nol: own.target_nol.unwrap_or(way.target_nol),
            akumulasi: own.akumulasi.unwrap_or(way.akumulasi),
            skala: own.skala.clone().or_else(|| way.skala.clone()),
        })
    }

    pub fn indikator_of(&self, jenis: JenisIndikator) -> impl Iterator<Item = &Indikator> {
        self.indikator.iter().filter(move |it| it.jenis == jenis)
    }
}
