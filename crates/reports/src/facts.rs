//! Look-ups among the facts that several parts of a report share.

use rust_decimal::Decimal;
use selaras_domain::dokumen::{Inlines, text};
use selaras_domain::{
    Code, DokumenId, DokumenSumber, Figure, Id, Indikator, IndikatorId, JenisDokumen,
    JenisIndikator, JenisPemda, JenisTarget, Jenjang, Misi, NilaiTarget, Periode,
    PerjanjianKinerja, Pokok, ProgramKegiatan, Sasaran, SkalaId, Tahun, Target, TingkatVisi,
    Tujuan, Variabel, Visi,
};

use crate::context::Context;
use crate::words::{pad, quantity, target_words};

impl<'a> Context<'a> {
    /// `Kota Dumai`.
    pub(crate) fn pemda(&self) -> String {
        let pemda = &self.berkas.pemda;
        let jenis = match pemda.jenis {
            JenisPemda::Provinsi => "Provinsi",
            JenisPemda::Kabupaten => "Kabupaten",
            JenisPemda::Kota => "Kota",
        };
        format!("{jenis} {}", pemda.nama)
    }

    /// `BKPSDM Kota Dumai`.
    pub(crate) fn office(&self) -> String {
        format!("{} {}", self.berkas.perangkat_daerah.singkatan, self.pemda())
    }

    /// `Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kota Dumai`.
    pub(crate) fn office_in_full(&self) -> String {
        format!("{} {}", self.berkas.perangkat_daerah.nama, self.pemda())
    }

    pub(crate) fn last_year(&self) -> Option<Tahun> {
        self.tahun().previous()
    }

    pub(crate) fn sasaran_of(&self, tujuan: &'a Tujuan) -> impl Iterator<Item = &'a Sasaran> + 'a {
        self.berkas.sasaran.iter().filter(|it| it.tujuan == tujuan.id)
    }

    pub(crate) fn iku_of(&self, sasaran: &'a Sasaran) -> impl Iterator<Item = &'a Indikator> + 'a {
        self.berkas
            .indikator_of(JenisIndikator::Iku)
            .filter(|it| it.pokok == Pokok::Sasaran(sasaran.id.clone()))
    }

    /// Every IKU in the order of the sasaran.
    pub(crate) fn iku(&self) -> Vec<&'a Indikator> {
        self.berkas.sasaran.iter().flat_map(|it| self.iku_of(it)).collect()
    }

    pub(crate) fn indikator_of_tujuan(
        &self,
        tujuan: &'a Tujuan,
    ) -> impl Iterator<Item = &'a Indikator> + 'a {
        self.berkas
            .indikator_of(JenisIndikator::Tujuan)
            .filter(|it| it.pokok == Pokok::Tujuan(tujuan.id.clone()))
    }

    /// `IKU 3`, by its place among all IKU.
    pub(crate) fn iku_number(&self, indikator: &Indikator) -> String {
        let place = self.iku().iter().position(|it| it.id == indikator.id);
        format!("IKU {}", place.map_or(usize::from(indikator.nomor), |it| it + 1))
    }

    /// A figure of an indikator: `indikator/<id>/<tahun>/<what>`.
    pub(crate) fn angka(&self, it: &Indikator, tahun: Tahun, what: &str) -> Option<&'a Figure> {
        self.of_indikator(it.id.as_str(), tahun, what)
    }

    /// What a document aims at for a whole year.
    pub(crate) fn target_in(
        &self,
        indikator: &IndikatorId,
        tahun: Tahun,
        dokumen: &DokumenId,
    ) -> Option<&'a Target> {
        self.berkas.target.iter().find(|it| {
            it.indikator == *indikator
                && it.dokumen == *dokumen
                && it.tahun == tahun
                && it.periode == Periode::Tahun
                && it.jenis == JenisTarget::Target
        })
    }

    /// The Renstra that covers the year of the report.
    pub(crate) fn renstra(&self) -> Option<&'a DokumenSumber> {
        let year = self.tahun();
        let covers = |it: &&DokumenSumber| {
            it.tahun.is_none_or(|from| from <= year) && it.sampai.is_none_or(|to| year <= to)
        };
        let all = || self.berkas.dokumen.iter().filter(|it| it.jenis == JenisDokumen::Renstra);
        all().find(covers).or_else(|| all().next())
    }

    /// The last year of the Renstra, as it says itself or as its targets do.
    pub(crate) fn last_renstra_year(&self) -> Option<Tahun> {
        let renstra = self.renstra()?;
        let rows = self.berkas.target.iter().filter(|it| it.dokumen == renstra.id);
        renstra.sampai.or_else(|| rows.map(|it| it.tahun).max())
    }

    /// The target of the last year of the Renstra as the Renstra states it, which the agreement of that
    /// year may no longer do.
    pub(crate) fn target_akhir(&self, it: &Indikator) -> Option<Figure> {
        let row = selaras_rules::target_akhir(self.berkas, &it.id, self.tahun())?;
        let in_force = self.angka(it, row.tahun, "target")?.clone();
        let decimals = in_force.value.map_or(0, |it| it.scale());
        let (value, teks) = match row.nilai.as_ref() {
            Some(NilaiTarget::Angka(it)) => (Some(pad(it.normalize(), decimals)), None),
            Some(other) => (None, Some(target_words(other, ""))),
            None => (None, None),
        };
        Some(Figure { value, teks, ..in_force })
    }

    /// The agreement of the year that changes no other.
    pub(crate) fn first_agreement(&self) -> Option<&'a PerjanjianKinerja> {
        self.agreements().find(|it| it.mengubah.is_none())
    }

    /// What the first agreement of the year was changed to last; what others changed of theirs is no
    /// change of it.
    pub(crate) fn changed_agreement(&self) -> Option<&'a PerjanjianKinerja> {
        let mut now = self.first_agreement()?;
        let mut changed = None;
        // No more steps than there are agreements, should they change each other in a circle.
        for _ in self.agreements() {
            let of_now = |it: &&PerjanjianKinerja| it.mengubah.as_ref() == Some(&now.id);
            let Some(next) = self.agreements().filter(of_now).last() else { break };
            now = next;
            changed = Some(next);
        }
        changed
    }

    fn agreements(&self) -> impl Iterator<Item = &'a PerjanjianKinerja> + 'a {
        let year = self.tahun();
        self.berkas.perjanjian_kinerja.iter().filter(move |it| it.tahun == year)
    }

    pub(crate) fn agreement(&self, id: &str) -> Option<&'a PerjanjianKinerja> {
        self.berkas.perjanjian_kinerja.iter().find(|it| it.id.as_str() == id)
    }

    pub(crate) fn dokumen(&self, id: &str) -> Option<&'a DokumenSumber> {
        self.berkas.dokumen.iter().find(|it| it.id.as_str() == id)
    }

    pub(crate) fn programs(&self) -> impl Iterator<Item = &'a ProgramKegiatan> + 'a {
        self.berkas.program_kegiatan.iter().filter(|it| it.jenjang == Jenjang::Program)
    }

    pub(crate) fn rows_of(
        &self,
        jenjang: Jenjang,
    ) -> impl Iterator<Item = &'a ProgramKegiatan> + 'a {
        self.berkas.program_kegiatan.iter().filter(move |it| it.jenjang == jenjang)
    }

    /// The rows of the printed tree: those that the office numbers, or all where it numbers none.
    pub(crate) fn is_in_tree(&self, row: &ProgramKegiatan) -> bool {
        let is_plan = |it: &ProgramKegiatan| {
            matches!(it.jenjang, Jenjang::Program | Jenjang::Kegiatan | Jenjang::Subkegiatan)
        };
        let numbers = self.berkas.program_kegiatan.iter().any(|it| it.nomor.is_some());
        is_plan(row) && (row.nomor.is_some() || !numbers)
    }

    /// The program that a row is, or is under.
    pub(crate) fn program_of(&self, row: &'a ProgramKegiatan) -> Option<&'a ProgramKegiatan> {
        let mut row = row;
        while row.jenjang != Jenjang::Program {
            row = self.berkas.find_baris(row.induk.as_ref()?)?;
        }
        Some(row)
    }

    /// The programs above the rows of the budget that serve some indicators, in printing order.
    pub(crate) fn programs_serving(&self, indikator: &[&Indikator]) -> Vec<&'a ProgramKegiatan> {
        let serves = |program: &&ProgramKegiatan| {
            self.berkas.pemetaan_anggaran.iter().any(|row| {
                indikator.iter().any(|it| it.id == row.indikator)
                    && self
                        .berkas
                        .find_baris(&row.baris)
                        .and_then(|it| self.program_of(it))
                        .is_some_and(|it| it.id == program.id)
            })
        };
        self.programs().filter(serves).collect()
    }

    /// The indicators of a row of the tree.
    pub(crate) fn indikator_of_row(
        &self,
        row: &'a ProgramKegiatan,
    ) -> impl Iterator<Item = &'a Indikator> + 'a {
        self.berkas.indikator.iter().filter(|it| it.pokok == Pokok::Baris(row.id.clone()))
    }

    /// The visi of the kabupaten, kota or provinsi itself.
    pub(crate) fn visi(&self) -> Option<&'a Visi> {
        let own = self.berkas.visi.iter().find(|it| it.tingkat == TingkatVisi::Daerah);
        own.or_else(|| self.berkas.visi.first())
    }

    /// The misi of the own visi.
    pub(crate) fn misi(&self) -> impl Iterator<Item = &'a Misi> + 'a {
        let visi = self.visi().map(|it| &it.id);
        self.berkas.misi.iter().filter(move |it| Some(&it.visi) == visi)
    }

    /// The scale of the predicate of capaian.
    pub(crate) fn skala_of(&self, indikator: &'a Indikator) -> Option<&'a SkalaId> {
        let own = indikator.cara.skala.as_ref();
        own.or_else(|| self.skala_of_kind(indikator.jenis))
    }

    pub(crate) fn skala_of_kind(&self, jenis: JenisIndikator) -> Option<&'a SkalaId> {
        self.berkas.cara_of_kind(jenis)?.skala.as_ref()
    }

    /// `Sumber: <title of a document>`, or nothing when no document of that name is known.
    pub(crate) fn source_note(&self, dokumen: Option<&DokumenId>) -> Inlines {
        let found = dokumen.and_then(|it| self.berkas.find_dokumen(it));
        found.map_or_else(Vec::new, |it| text(format!("Sumber: {}.", it.judul)))
    }
}

/// A year in digits.
pub(crate) fn parse_year(word: &str) -> Option<Tahun> {
    Tahun::new(word.parse().ok()?)
}

/// Quarters in their order, with their code words.
pub(crate) fn quarters() -> impl Iterator<Item = (Periode, &'static str)> {
    Periode::TRIWULAN.into_iter().map(|it| (it, it.code()))
}

/// The number of a target, where it is one.
pub(crate) fn target_number(target: &Target) -> Option<Decimal> {
    match target.nilai.as_ref()? {
        NilaiTarget::Angka(value) => Some(*value),
        NilaiTarget::Rentang(..) | NilaiTarget::Predikat(_) => None,
    }
}

/// The values of variables.
impl Context<'_> {
    /// `1.452 berkas`, when the value of the year is known.
    pub(crate) fn variabel_words(&self, variabel: &Variabel, tahun: Tahun) -> Option<String> {
        let stated = self.variabel_value(variabel, tahun);
        stated.map(|it| quantity(it, &variabel.satuan)).or_else(|| {
            // A year that nobody states is put together from its quarters, as the trail says.
            let realisasi = self.of_indikator(variabel.indikator.as_str(), tahun, "realisasi")?;
            let mut inputs = realisasi.jejak.masukan.iter();
            let input = inputs.find(|it| it.nama == variabel.nama)?;
            (input.nilai != selaras_rules::NONE).then(|| input.nilai.clone())
        })
    }

    fn variabel_value(&self, variabel: &Variabel, tahun: Tahun) -> Option<Decimal> {
        let rows = self.berkas.nilai_variabel.iter();
        rows.filter(|it| it.indikator == variabel.indikator && it.variabel == variabel.id)
            .find(|it| it.tahun == tahun && it.periode == Periode::Tahun)?
            .nilai
    }
}
