//! Look-ups by a word of a narrative, with a sentence for a word that names nothing.

use selaras_domain::{DokumenSumber, Evaluasi, Id, Indikator, ProgramKegiatan, Tahun};

use super::references::Refusal;
use crate::call;
use crate::context::Context;
use crate::facts::parse_year;

impl<'a> Context<'a> {
    pub(crate) fn find_indikator(&self, id: &str) -> Result<&'a Indikator, Refusal> {
        let all = &self.berkas.indikator;
        all.iter()
            .find(|it| it.id.as_str() == id)
            .ok_or_else(|| call::unknown("indikator", id, all.iter().map(|it| it.id.as_str())))
    }

    pub(crate) fn find_dokumen(&self, id: &str) -> Result<&'a DokumenSumber, Refusal> {
        let names = || self.berkas.dokumen.iter().map(|it| it.id.as_str());
        self.dokumen(id).ok_or_else(|| call::unknown("dokumen", id, names()))
    }

    pub(super) fn find_evaluasi(&self, id: &str) -> Result<&'a Evaluasi, Refusal> {
        let all = &self.berkas.evaluasi;
        all.iter()
            .find(|it| it.id.as_str() == id)
            .ok_or_else(|| call::unknown("evaluasi", id, all.iter().map(|it| it.id.as_str())))
    }

    pub(super) fn find_baris(&self, id: &str) -> Result<&'a ProgramKegiatan, Refusal> {
        let all = &self.berkas.program_kegiatan;
        all.iter()
            .find(|it| it.id.as_str() == id)
            .ok_or_else(|| call::unknown("baris", id, all.iter().map(|it| it.id.as_str())))
    }

    /// A row of the budget, or one of the sums that have a name.
    pub(super) fn budget_key<'w>(&self, word: &'w str) -> Result<&'w str, Refusal> {
        let is_sum = ["total", "prioritas"].contains(&word) || word.starts_with("belanja-");
        if is_sum { Ok(word) } else { self.find_baris(word).map(|_| word) }
    }

    /// A year in digits, or by its relation to the report: `tahun-lalu`.
    pub(crate) fn year(&self, word: &str) -> Result<Tahun, Refusal> {
        let renstra = || self.renstra().ok_or_else(|| NO_RENSTRA.to_owned());
        let found = match word {
            "tahun" => Some(self.tahun()),
            "tahun-lalu" => self.last_year(),
            "tahun-depan" => Tahun::new(self.tahun().get() + 1),
            "tahun-awal" => renstra()?.tahun,
            "tahun-akhir" => renstra().map(|_| self.last_renstra_year())?,
            _ => parse_year(word),
        };
        found.ok_or_else(|| match word {
            "tahun-awal" | "tahun-akhir" => NO_RENSTRA.to_owned(),
            _ => format!("«{word}» bukan tahun. Tulis empat angka, misalnya {}.", self.tahun()),
        })
    }
}

const NO_RENSTRA: &str =
    "tahun Renstra tidak diketahui. Isi kolom «tahun» dan «sampai» dari Renstra pada dokumen.csv.";
