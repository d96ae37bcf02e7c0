//! The facts of a Berkas by key, so that a figure finds its inputs without searching.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use selaras_domain::{
    Asal, BarisId, Berkas, DokumenId, DokumenSumber, Id, IndikatorId, JenisDokumen, Jenjang,
    NilaiVariabel, Pagu, Periode, ProgramKegiatan, Realisasi, RealisasiAnggaran, Register,
    StatusPerjanjian, Tahun, Target, VariabelId,
};

/// The values of the variables of an indikator in a period.
pub(super) type Stated<'a> = BTreeMap<&'a VariabelId, &'a NilaiVariabel>;

pub(super) struct Facts<'a> {
    berkas: &'a Berkas,
    dokumen: BTreeMap<&'a DokumenId, &'a DokumenSumber>,
    pub target: BTreeMap<(&'a IndikatorId, Tahun, Periode), Vec<&'a Target>>,
    pub realisasi: BTreeMap<(&'a IndikatorId, Tahun, Periode), &'a Realisasi>,
    pub nilai_variabel: BTreeMap<(&'a IndikatorId, Tahun, Periode), Stated<'a>>,
    pub register: BTreeMap<&'a str, &'a Register>,
    pub pagu: BTreeMap<(&'a DokumenId, Tahun), BTreeMap<&'a BarisId, &'a Pagu>>,
    pub realisasi_anggaran: BTreeMap<(&'a BarisId, Tahun, Periode), &'a RealisasiAnggaran>,
    children: BTreeMap<Option<BarisId>, Vec<&'a ProgramKegiatan>>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(berkas: &'a Berkas) -> Facts<'a> {
        let mut facts = Facts {
            berkas,
            dokumen: berkas.dokumen.iter().map(|it| (&it.id, it)).collect(),
            target: BTreeMap::new(),
            realisasi: BTreeMap::new(),
            nilai_variabel: BTreeMap::new(),
            register: berkas.register.iter().map(|it| (it.id.as_str(), it)).collect(),
            pagu: BTreeMap::new(),
            realisasi_anggaran: BTreeMap::new(),
            children: BTreeMap::new(),
        };
        for it in &berkas.target {
            let key = (&it.indikator, it.tahun, it.periode);
            facts.target.entry(key).or_default().push(it);
        }
        for it in &berkas.realisasi {
            facts.realisasi.insert((&it.indikator, it.tahun, it.periode), it);
        }
        for it in &berkas.nilai_variabel {
            let key = (&it.indikator, it.tahun, it.periode);
            facts.nilai_variabel.entry(key).or_default().insert(&it.variabel, it);
        }
        for it in &berkas.pagu {
            facts.pagu.entry((&it.dokumen, it.tahun)).or_default().insert(&it.baris, it);
        }
        for it in &berkas.realisasi_anggaran {
            facts.realisasi_anggaran.insert((&it.baris, it.tahun, it.periode), it);
        }
        let mut rows = berkas.program_kegiatan.iter();
        let total = rows.find(|it| it.jenjang == Jenjang::Total).map(|it| &it.id);
        for it in &berkas.program_kegiatan {
            if it.jenjang != Jenjang::Total {
                // A row may name the total as its parent or name none: both are a root.
                let induk = it.induk.clone().filter(|induk| Some(induk) != total);
                facts.children.entry(induk).or_default().push(it);
            }
        }
        facts
    }

    /// Rows under a row; those under `None` are the roots, which the total adds up.
    pub(super) fn children(&self, induk: Option<&BarisId>) -> &[&'a ProgramKegiatan] {
        self.children.get(&induk.cloned()).map_or(&[], Vec::as_slice)
    }

    pub(super) fn dokumen(&self, id: &DokumenId) -> Option<&'a DokumenSumber> {
        self.dokumen.get(id).copied()
    }

    /// `LKjIP 2023, hlm. 28`: where a fact comes from, in words.
    pub(super) fn sumber(&self, asal: &Asal) -> Option<String> {
        let dokumen = self.dokumen(asal.dokumen.as_ref()?)?;
        Some(match asal.page() {
            Some(page) => format!("{}, {page}", dokumen.judul),
            None => dokumen.judul.clone(),
        })
    }

    /// Documents by how much their targets count, most binding first: what was agreed last and
    /// signed, before what was planned.
    pub(super) fn target_rank(&self, id: &DokumenId) -> impl Ord + use<> {
        let weight = match self.dokumen(id).map(|it| it.jenis) {
            Some(JenisDokumen::PerjanjianKinerja) if self.is_unsigned(id) => 0,
            Some(JenisDokumen::PerjanjianKinerja) => 7,
            Some(JenisDokumen::Dppa | JenisDokumen::RealisasiAnggaran) => 6,
            Some(JenisDokumen::Dpa) => 5,
            Some(JenisDokumen::Lkjip | JenisDokumen::Pengukuran) => 4,
            Some(JenisDokumen::RencanaAksi) => 3,
            Some(JenisDokumen::Renja) => 2,
            Some(JenisDokumen::Renstra) => 1,
            _ => 0,
        };
        self.rank(id, weight)
    }

    /// Documents by how much their pagu counts: the budget as changed before the budget before the
    /// plans.
    pub(super) fn pagu_rank(&self, id: &DokumenId) -> impl Ord + use<> {
        let weight = match self.dokumen(id).map(|it| it.jenis) {
            Some(JenisDokumen::Dppa) => 6,
            Some(JenisDokumen::RealisasiAnggaran) => 5,
            Some(JenisDokumen::Dpa) => 4,
            Some(JenisDokumen::PerjanjianKinerja) => 3,
            Some(JenisDokumen::Renja) => 2,
            Some(JenisDokumen::Renstra) => 1,
            _ => 0,
        };
        self.rank(id, weight)
    }

    /// Heavier first; of equals the later one.
    fn rank(&self, id: &DokumenId, weight: u8) -> impl Ord + use<> {
        let place = self.berkas.dokumen.iter().position(|it| it.id == *id);
        Reverse((weight, self.dokumen(id).and_then(|it| it.tanggal), place))
    }

    fn is_unsigned(&self, id: &DokumenId) -> bool {
        let signed =
            |status: &StatusPerjanjian| matches!(status, StatusPerjanjian::Ditandatangani { .. });
        let mut agreements = self.berkas.perjanjian_kinerja.iter().filter(|it| it.dokumen == *id);
        agreements.any(|it| !signed(&it.status))
    }
}
