//! Where a finding stands: the row, and the column where there is one, so that it can be shown
//! beside
//! its field.

use selaras_domain::{
    Belanja, Code, DokumenSumber, Evaluasi, Faktor, Id, Indikator, Jenjang, KomponenEvaluasi,
    NilaiVariabel, Pagu, Pembanding, PerjanjianKinerja, ProgramKegiatan, Realisasi,
    RealisasiAnggaran, Rekomendasi, SumberDana, Target,
};

use crate::words;

/// A row of a table of the package, and the words that name it to a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Table, or section of `paket.toml`, as the package names it.
    pub table: &'static str,
    /// The key of the row, its parts joined by `/`; empty for a section and for a table as a whole.
    pub row: String,
    pub column: Option<&'static str>,
    /// `indikator iku-1`, `target iku-3 tahun 2022`.
    pub words: String,
}

impl Place {
    /// A row by the parts of its key.
    pub fn row(table: &'static str, key: &[&str], words: impl Into<String>) -> Place {
        Place { table, row: key.join("/"), column: None, words: words.into() }
    }

    /// A table as a whole, or a section.
    pub fn whole(table: &'static str, words: impl Into<String>) -> Place {
        Place::row(table, &[], words)
    }

    #[must_use]
    pub fn column(mut self, column: &'static str) -> Place {
        self.column = Some(column);
        self
    }

    pub fn indikator(it: &Indikator) -> Place {
        Place::row("indikator", &[it.id.as_str()], format!("indikator {}", it.id))
    }

    pub fn baris(it: &ProgramKegiatan) -> Place {
        let words = match it.jenjang {
            Jenjang::Total => "jumlah seluruh anggaran".to_owned(),
            _ => format!("{} {}", it.jenjang.code(), it.id),
        };
        Place::row("program_kegiatan", &[it.id.as_str()], words)
    }

    pub fn dokumen(it: &DokumenSumber) -> Place {
        Place::row("dokumen", &[it.id.as_str()], format!("dokumen {}", it.id))
    }

    pub fn perjanjian(it: &PerjanjianKinerja) -> Place {
        Place::row("perjanjian_kinerja", &[it.id.as_str()], format!("perjanjian {}", it.id))
    }

    pub fn evaluasi(it: &Evaluasi) -> Place {
        Place::row("evaluasi", &[it.id.as_str()], format!("evaluasi {}", it.id))
    }

    pub fn rekomendasi(it: &Rekomendasi) -> Place {
        Place::row("rekomendasi", &[it.id.as_str()], format!("rekomendasi {}", it.id))
    }

    pub fn target(it: &Target) -> Place {
        let tahun = it.tahun.to_string();
        let key = [
            it.indikator.as_str(),
            it.dokumen.as_str(),
            &tahun,
            it.periode.code(),
            it.jenis.code(),
        ];
        let words = format!("target {} tahun {tahun}", it.indikator);
        Place::row("target", &key, words).column("nilai")
    }

    pub fn realisasi(it: &Realisasi) -> Place {
        let tahun = it.tahun.to_string();
        let key = [it.indikator.as_str(), &tahun, it.periode.code()];
        let words = format!("realisasi {} tahun {tahun}", it.indikator);
        Place::row("realisasi", &key, words).column("nilai")
    }

    pub fn nilai_variabel(it: &NilaiVariabel) -> Place {
        let tahun = it.tahun.to_string();
        let key = [it.indikator.as_str(), it.variabel.as_str(), &tahun, it.periode.code()];
        let words = format!("variabel {} {} tahun {tahun}", it.indikator, it.variabel);
        Place::row("nilai_variabel", &key, words).column("nilai")
    }

    pub fn pagu(it: &Pagu) -> Place {
        let tahun = it.tahun.to_string();
        let key = [it.baris.as_str(), it.dokumen.as_str(), &tahun];
        let words = format!("pagu {} {}", it.baris, it.dokumen);
        Place::row("pagu", &key, words).column("jumlah")
    }

    pub fn realisasi_anggaran(it: &RealisasiAnggaran) -> Place {
        let tahun = it.tahun.to_string();
        let key = [it.baris.as_str(), &tahun, it.periode.code()];
        let words =
            format!("realisasi anggaran {} {}", it.baris, words::of_period(it.tahun, it.periode));
        Place::row("realisasi_anggaran", &key, words).column("jumlah")
    }

    pub fn faktor(it: &Faktor) -> Place {
        let (tahun, nomor) = (it.tahun.to_string(), it.nomor.to_string());
        let key = [it.indikator.as_str(), &tahun, it.jenis.code(), &nomor];
        let words = format!("faktor {} {} {nomor}", it.jenis.code(), it.indikator);
        Place::row("faktor", &key, words).column("uraian")
    }

    pub fn pembanding(it: &Pembanding) -> Place {
        let nomor = it.nomor.to_string();
        let indikator = it.indikator.as_ref().map_or("", |it| it.as_str());
        let key = [indikator, it.tingkat.code(), &nomor];
        Place::row("pembanding", &key, format!("pembanding nomor {nomor}"))
    }

    pub fn belanja(it: &Belanja) -> Place {
        let tahun = it.tahun.to_string();
        let key = [it.jenis.code(), it.dokumen.as_str(), &tahun];
        let words = format!("belanja {} {}", it.jenis.code().replace('_', " "), it.dokumen);
        Place::row("belanja", &key, words)
    }

    pub fn sumber_dana(it: &SumberDana) -> Place {
        let nomor = it.nomor.to_string();
        let key = [it.baris.as_str(), it.dokumen.as_str(), &nomor];
        let words = format!("sumber dana {} {}", it.baris, it.dokumen);
        Place::row("sumber_dana", &key, words).column("jumlah")
    }

    pub fn komponen_evaluasi(it: &KomponenEvaluasi) -> Place {
        let nomor = it.nomor.to_string();
        let words = format!("komponen {} {nomor}", it.evaluasi);
        Place::row("komponen_evaluasi", &[it.evaluasi.as_str(), &nomor], words)
    }
}
