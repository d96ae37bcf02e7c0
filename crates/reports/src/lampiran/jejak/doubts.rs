//! The facts that are not beyond doubt: illegible, restored, supposed, or absent in their source.

use selaras_domain::{
    Asal, BarisId, Berkas, DokumenId, IndikatorId, JenisIndikator, JenisTarget, NilaiRealisasi,
    Periode, Pokok, Rupiah, angka,
};

use super::citation::Citations;
use crate::lampiran::remarks::{Certainty, ILLEGIBLE, certainty};
use crate::lampiran::tree;
use crate::words::{quantity, target_words};

/// A fact that a source does not show, or that was restored or supposed.
pub(super) struct Doubt<'a> {
    pub(super) dokumen: Option<&'a DokumenId>,
    pub(super) subject: Subject,
    /// What of it: `pagu 2023`.
    pub(super) what: String,
    /// As used; absent where nothing could be used.
    pub(super) value: Option<String>,
    pub(super) remark: String,
}

/// Whose fact it is.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Subject {
    /// The place of a row of the budget; what is of no row comes first.
    place: Option<usize>,
    pub(super) title: String,
}

impl Subject {
    fn other(title: impl Into<String>) -> Subject {
        Subject { place: None, title: title.into() }
    }
}

/// Every such fact: first those of no row of the budget, then row by row.
pub(super) fn collect<'a>(berkas: &'a Berkas, citations: &Citations<'a>) -> Vec<Doubt<'a>> {
    let mut doubts = Doubts { berkas, found: Vec::new() };
    doubts.words();
    doubts.rows();
    doubts.money(citations);
    doubts.kinerja();
    doubts.found.sort_by_key(|it| it.subject.place);
    doubts.found
}

struct Doubts<'a> {
    berkas: &'a Berkas,
    found: Vec<Doubt<'a>>,
}

impl<'a> Doubts<'a> {
    /// Takes a fact in when its note casts doubt on it.
    fn add(
        &mut self,
        asal: &'a Asal,
        subject: Subject,
        what: impl Into<String>,
        value: Option<String>,
    ) {
        let Some(catatan) = asal.catatan.as_deref() else { return };
        if certainty(catatan) != Certainty::Plain {
            self.push(asal, subject, what.into(), value, catatan);
        }
    }

    /// As [`Doubts::add`]; a fact whose value is absent is taken in whatever its note says.
    fn add_value(
        &mut self,
        asal: &'a Asal,
        subject: Subject,
        what: impl Into<String>,
        value: Option<String>,
    ) {
        match value {
            Some(_) => self.add(asal, subject, what, value),
            None => {
                let remark = asal.catatan.as_deref().unwrap_or(ILLEGIBLE);
                self.push(asal, subject, what.into(), None, remark);
            }
        }
    }

    fn push(
        &mut self,
        asal: &'a Asal,
        subject: Subject,
        what: String,
        value: Option<String>,
        remark: &str,
    ) {
        let remark = remark.to_owned();
        self.found.push(Doubt { dokumen: asal.dokumen.as_ref(), subject, what, value, remark });
    }

    fn baris(&self, id: &BarisId) -> Subject {
        let mut rows = self.berkas.program_kegiatan.iter().enumerate();
        let row = rows.find(|(_, it)| it.id == *id);
        row.map_or_else(
            || Subject::other(id.to_string()),
            |(place, it)| Subject { place: Some(place), title: tree::title(it) },
        )
    }

    /// The row for its keluaran, so that its kinerja stands with its money; else the indikator.
    fn indikator(&self, id: &IndikatorId) -> Subject {
        match self.berkas.find_indikator(id) {
            Some(it) => match &it.pokok {
                Pokok::Baris(baris) if it.jenis == JenisIndikator::Keluaran => self.baris(baris),
                Pokok::Baris(baris) => Subject { title: it.nama.clone(), ..self.baris(baris) },
                Pokok::Tujuan(_) | Pokok::Sasaran(_) => Subject::other(it.nama.as_str()),
            },
            None => Subject::other(id.to_string()),
        }
    }

    fn satuan(&self, id: &IndikatorId) -> &'a str {
        self.berkas.find_indikator(id).map_or("", |it| it.satuan.as_str())
    }

    fn rows(&mut self) {
        let width = usize::try_from(self.berkas.kebijakan.lebar_subkegiatan).unwrap_or(2);
        for it in &self.berkas.program_kegiatan {
            let kode = it.kode.as_ref().map(|it| it.render(width));
            self.add(&it.asal, self.baris(&it.id), "kode", kode);
        }
    }

    fn money(&mut self, citations: &Citations<'a>) {
        for it in &self.berkas.pagu {
            let what = format!("pagu {}", it.tahun);
            self.add_value(&it.asal, self.baris(&it.baris), what, rupiah(it.jumlah));
        }
        for it in &self.berkas.realisasi_anggaran {
            let what = format!("realisasi anggaran {} {}", periode(it.periode), it.tahun);
            self.add_value(&it.asal, self.baris(&it.baris), what, rupiah(it.jumlah));
        }
        for it in &self.berkas.sumber_dana {
            let dokumen = citations.name(&it.dokumen).unwrap_or_default();
            let what = format!("sumber dana {} menurut {dokumen}", it.nama);
            self.add(&it.asal, self.baris(&it.baris), what, rupiah(it.jumlah));
        }
        for it in &self.berkas.belanja {
            for (name, amount) in [("pagu", it.pagu), ("realisasi", it.realisasi)] {
                let what = format!("{name} {}", it.tahun);
                self.add(&it.asal, Subject::other("Belanja"), what, rupiah(amount));
            }
        }
        for it in &self.berkas.pemetaan_anggaran {
            let row = self.baris(&it.baris).title;
            let subject = self.indikator(&it.indikator);
            self.add(&it.asal, subject, "baris anggaran pendukung", Some(row));
        }
    }

    fn kinerja(&mut self) {
        for it in &self.berkas.indikator {
            let rumus = it.rumus_tertulis.clone();
            self.add(&it.asal, self.indikator(&it.id), "rumus indikator", rumus);
        }
        for it in &self.berkas.target {
            let kind = match it.jenis {
                JenisTarget::KondisiAwal => "kondisi awal",
                JenisTarget::Target => "target",
            };
            let what = format!("{kind} {}", it.tahun);
            let satuan = self.satuan(&it.indikator);
            let value = it.nilai.as_ref().map(|it| target_words(it, satuan));
            self.add_value(&it.asal, self.indikator(&it.indikator), what, value);
        }
        for it in &self.berkas.realisasi {
            let what = format!("realisasi kinerja {} {}", periode(it.periode), it.tahun);
            let satuan = self.satuan(&it.indikator);
            let value = it.nilai.as_ref().map(|it| match it {
                NilaiRealisasi::Angka(it) => quantity(*it, satuan),
                NilaiRealisasi::Predikat(it) => it.clone(),
            });
            self.add_value(&it.asal, self.indikator(&it.indikator), what, value);
        }
        for it in &self.berkas.nilai_variabel {
            let mut declared = self.berkas.variabel.iter();
            let variabel =
                declared.find(|row| row.indikator == it.indikator && row.id == it.variabel);
            let name = variabel.map_or_else(|| it.variabel.to_string(), |it| it.nama.clone());
            let what = format!("{name} {} {}", periode(it.periode), it.tahun);
            let satuan = variabel.map_or("", |it| it.satuan.as_str());
            let value = it.nilai.map(|it| quantity(it, satuan));
            self.add_value(&it.asal, self.indikator(&it.indikator), what, value);
        }
        for it in &self.berkas.komponen {
            let what = format!("komponen {} {}", it.nama, it.tahun);
            let value = it.nilai.map(angka::format_trimmed);
            self.add_value(&it.asal, self.indikator(&it.indikator), what, value);
        }
    }

    /// Facts that are words, or stand alone: only doubt brings them here.
    fn words(&mut self) {
        let berkas = self.berkas;
        let office = &berkas.perangkat_daerah;
        let subject = Subject::other(office.nama.as_str());
        self.add(&office.asal, subject, "kode", office.kode.clone());
        let dasar = Some(berkas.kebijakan.dasar.clone());
        let subject = Subject::other("Ketetapan cara ukur");
        self.add(&berkas.kebijakan.asal, subject, "dasar", dasar);
        for it in &berkas.skala {
            let name = Some(it.nama.clone());
            self.add(&it.asal, Subject::other(it.nama.as_str()), "skala", name);
        }
        for it in &berkas.pita {
            let bound = it.batas_bawah.map(angka::format_trimmed);
            self.add(&it.asal, Subject::other(it.predikat.as_str()), "batas bawah", bound);
        }
        for it in &berkas.dasar_hukum {
            let citation = Some(it.uraian.clone());
            self.add(&it.asal, Subject::other("Dasar hukum"), "kutipan", citation);
        }
        for it in &berkas.pejabat {
            let rank = it.pangkat.clone();
            self.add(&it.asal, Subject::other(it.nama.as_str()), "pangkat", rank);
        }
        for it in &berkas.strategi {
            let program = it.program.as_ref().map(|it| self.baris(it).title);
            self.add(&it.asal, Subject::other(it.uraian.as_str()), "program", program);
        }
        for it in &berkas.pembanding {
            let name = it.nama.clone().or_else(|| it.nama_sendiri.clone()).unwrap_or_default();
            let value = it.realisasi.or(it.realisasi_sendiri).map(angka::format_trimmed);
            self.add(&it.asal, Subject::other(name), "pembanding", value);
        }
        for it in &berkas.evaluasi {
            let value = it.nilai.map(angka::format);
            self.add(&it.asal, Subject::other(it.penilai.as_str()), "nilai evaluasi", value);
        }
        for it in &berkas.komponen_evaluasi {
            let value = it.nilai.map(angka::format);
            self.add(&it.asal, Subject::other(it.nama.as_str()), "nilai komponen", value);
        }
        for it in &berkas.diktum {
            let what = format!("diktum {}", it.nomor);
            let content = Some(it.uraian.clone());
            self.add(&it.asal, Subject::other("Isi keputusan"), what, content);
        }
        for it in &berkas.penghargaan {
            let value = Some(it.prestasi.clone());
            self.add(&it.asal, Subject::other(it.jenis.as_str()), "penghargaan", value);
        }
    }
}

fn rupiah(amount: Option<Rupiah>) -> Option<String> {
    amount.map(|it| angka::format_rupiah(it.get()))
}

fn periode(periode: Periode) -> &'static str {
    match periode {
        Periode::Tw1 => "triwulan I",
        Periode::Tw2 => "triwulan II",
        Periode::Tw3 => "triwulan III",
        Periode::Tw4 => "triwulan IV",
        Periode::Tahun => "tahun",
        Periode::Kumulatif => "s.d. tahun",
    }
}
