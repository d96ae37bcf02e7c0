//! Everything that a check may look at, with the indexes that many checks need, made once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rust_decimal::Decimal;
use selaras_domain::{
    BarisId, Berkas, CaraUkur, Code, DokumenId, DokumenSumber, Exact, Figure, FigureId, Hasil, Id,
    Indikator, IndikatorId, JenisDokumen, JenisIndikator, Jenjang, Katalog, NilaiRealisasi,
    NilaiTarget, NilaiVariabel, Pagu, PejabatId, Periode, PerjanjianKinerja, Pokok, Polaritas,
    ProgramKegiatan, Realisasi, RealisasiAnggaran, RekomendasiId, StatusPerjanjian, Tahun, Target,
    TindakLanjutRekomendasi, Variabel, VariabelId,
};
use selaras_rules::formula::Formula;

use crate::words;

/// What has proofs that were uploaded.
#[derive(Clone, Debug, Default)]
pub struct Bukti {
    /// Indicators, each in a quarter.
    pub triwulan: BTreeSet<(IndikatorId, Periode)>,
    /// What was done about recommendations, each by its number.
    pub tindak_lanjut: BTreeSet<(RekomendasiId, u16)>,
}

/// What stands beside the facts of an office and is none of them; a check that needs what is not at
/// hand says so.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'a> {
    /// The catalogue of nomenklatur in force in the year.
    pub katalog: Option<&'a Katalog>,
    pub bukti: Option<&'a Bukti>,
}

/// The facts, the figures that follow from them, and the day on which one looks.
pub struct Subject<'a> {
    pub berkas: &'a Berkas,
    pub hasil: &'a Hasil,
    pub as_of: Date,
    pub katalog: Option<&'a Katalog>,
    pub bukti: Option<&'a Bukti>,
    dokumen: BTreeMap<&'a DokumenId, &'a DokumenSumber>,
    indikator: BTreeMap<&'a IndikatorId, &'a Indikator>,
    baris: BTreeMap<&'a BarisId, &'a ProgramKegiatan>,
    children: BTreeMap<&'a BarisId, Vec<&'a ProgramKegiatan>>,
    indikator_of_baris: BTreeMap<&'a BarisId, Vec<&'a Indikator>>,
    target: BTreeMap<&'a IndikatorId, Vec<&'a Target>>,
    realisasi: BTreeMap<(&'a IndikatorId, Tahun, Periode), &'a Realisasi>,
    nilai_variabel: BTreeMap<(&'a IndikatorId, Tahun, Periode), Vec<&'a NilaiVariabel>>,
    formula: BTreeMap<&'a IndikatorId, Formula>,
    pagu: BTreeMap<(&'a DokumenId, Tahun), BTreeMap<&'a BarisId, &'a Pagu>>,
    realisasi_anggaran: BTreeMap<(&'a BarisId, Tahun, Periode), &'a RealisasiAnggaran>,
}

impl<'a> Subject<'a> {
    pub fn new(
        berkas: &'a Berkas,
        hasil: &'a Hasil,
        beside: Beside<'a>,
        as_of: Date,
    ) -> Subject<'a> {
        let mut subject = Subject {
            berkas,
            hasil,
            as_of,
            katalog: beside.katalog,
            bukti: beside.bukti,
            dokumen: berkas.dokumen.iter().map(|it| (&it.id, it)).collect(),
            indikator: berkas.indikator.iter().map(|it| (&it.id, it)).collect(),
            baris: berkas.program_kegiatan.iter().map(|it| (&it.id, it)).collect(),
            children: BTreeMap::new(),
            indikator_of_baris: BTreeMap::new(),
            target: BTreeMap::new(),
            realisasi: BTreeMap::new(),
            nilai_variabel: BTreeMap::new(),
            formula: BTreeMap::new(),
            pagu: BTreeMap::new(),
            realisasi_anggaran: BTreeMap::new(),
        };
        for it in &berkas.program_kegiatan {
            if let Some(induk) = &it.induk {
                subject.children.entry(induk).or_default().push(it);
            }
        }
        for it in &berkas.indikator {
            if let Pokok::Baris(baris) = &it.pokok {
                subject.indikator_of_baris.entry(baris).or_default().push(it);
            }
            if let Some(formula) = it.formula.as_deref().and_then(|it| Formula::parse(it).ok()) {
                subject.formula.insert(&it.id, formula);
            }
        }
        for it in &berkas.target {
            subject.target.entry(&it.indikator).or_default().push(it);
        }
        for it in &berkas.realisasi {
            subject.realisasi.insert((&it.indikator, it.tahun, it.periode), it);
        }
        for it in &berkas.nilai_variabel {
            let key = (&it.indikator, it.tahun, it.periode);
            subject.nilai_variabel.entry(key).or_default().push(it);
        }
        for it in &berkas.pagu {
            subject.pagu.entry((&it.dokumen, it.tahun)).or_default().insert(&it.baris, it);
        }
        for it in &berkas.realisasi_anggaran {
            subject.realisasi_anggaran.insert((&it.baris, it.tahun, it.periode), it);
        }
        subject
    }

    /// Whether something proves what was done about a recommendation: words, or a file.
    pub(crate) fn is_proven(&self, it: &TindakLanjutRekomendasi) -> bool {
        let is_told = it.bukti_dukung.as_deref().is_some_and(|it| !it.trim().is_empty());
        let key = || (it.rekomendasi.clone(), it.nomor);
        is_told || self.bukti.is_some_and(|bukti| bukti.tindak_lanjut.contains(&key()))
    }

    // Time.

    /// The year that the Berkas is about.
    pub fn tahun(&self) -> Tahun {
        self.berkas.perangkat_daerah.tahun
    }

    /// The day whose law judges: that of the check, or the last of the year where the year is over.
    pub fn law_day(&self) -> Date {
        self.as_of.min(self.tahun().last_day())
    }

    pub fn is_year_over(&self) -> bool {
        self.as_of > self.tahun().last_day()
    }

    /// Whether a period of the year should have been measured: a month after it ended.
    pub fn is_due(&self, periode: Periode) -> bool {
        let (_, end) = periode.days(self.tahun());
        end.checked_add(jiff::Span::new().months(1)).is_ok_and(|it| self.as_of >= it)
    }

    // Documents.

    pub fn dokumen(&self, id: &DokumenId) -> Option<&'a DokumenSumber> {
        self.dokumen.get(id).copied()
    }

    pub fn jenis(&self, id: &DokumenId) -> Option<JenisDokumen> {
        self.dokumen(id).map(|it| it.jenis)
    }

    /// The title of a document, or its id where it has none.
    pub fn judul<'s>(&'s self, id: &'s DokumenId) -> &'s str {
        self.dokumen(id).map_or(id.as_str(), |it| it.judul.as_str())
    }

    /// The title of a document, with the year meant where it speaks of several.
    pub fn judul_for(&self, id: &DokumenId, tahun: Tahun) -> String {
        match self.dokumen(id) {
            Some(it) if it.sampai.is_none() => it.judul.clone(),
            _ => format!("{} untuk tahun {tahun}", self.judul(id)),
        }
    }

    /// Documents of a kind that speak of the year, in the order of the list.
    pub fn dokumen_of(&self, jenis: JenisDokumen) -> Vec<&'a DokumenSumber> {
        let tahun = self.tahun();
        let covers = |it: &&DokumenSumber| {
            it.tahun.is_none_or(|from| from <= tahun && it.sampai.unwrap_or(from) >= tahun)
        };
        self.berkas.dokumen.iter().filter(|it| it.jenis == jenis).filter(covers).collect()
    }

    /// The budget documents of the year: the DPA, then the DPPA.
    pub fn anggaran(&self) -> Vec<&'a DokumenSumber> {
        let tahun = Some(self.tahun());
        let of = |jenis| self.dokumen_of(jenis).into_iter().filter(move |it| it.tahun == tahun);
        of(JenisDokumen::Dpa).chain(of(JenisDokumen::Dppa)).collect()
    }

    /// The most binding budget document of the year that states any pagu.
    pub fn anggaran_berlaku(&self) -> Option<&'a DokumenSumber> {
        let mut all = self.anggaran();
        all.retain(|it| self.pagu.contains_key(&(&it.id, self.tahun())));
        all.pop()
    }

    // Indicators.

    pub fn indikator(&self, id: &IndikatorId) -> Option<&'a Indikator> {
        self.indikator.get(id).copied()
    }

    /// Indicators of tujuan and sasaran, which the head of the office answers for.
    pub fn utama(&self) -> impl Iterator<Item = &'a Indikator> + use<'a> {
        let is_utama =
            |it: &&Indikator| matches!(it.jenis, JenisIndikator::Tujuan | JenisIndikator::Iku);
        self.berkas.indikator.iter().filter(is_utama)
    }

    pub fn iku(&self) -> impl Iterator<Item = &'a Indikator> + use<'a> {
        self.berkas.indikator.iter().filter(|it| it.jenis == JenisIndikator::Iku)
    }

    pub fn indikator_of_baris(&self, id: &BarisId) -> &[&'a Indikator] {
        self.indikator_of_baris.get(id).map_or(&[], Vec::as_slice)
    }

    pub fn cara(&self, it: &Indikator) -> Option<CaraUkur> {
        self.berkas.cara(it)
    }

    pub fn formula(&self, id: &IndikatorId) -> Option<&Formula> {
        self.formula.get(id)
    }

    pub fn variabel(&self, indikator: &IndikatorId, id: &str) -> Option<&'a Variabel> {
        let mut all = self.berkas.variabel.iter();
        all.find(|it| it.indikator == *indikator && it.id.as_str() == id)
    }

    // Targets.

    /// Every target that documents state for an indikator.
    pub fn target(&self, id: &IndikatorId) -> &[&'a Target] {
        self.target.get(id).map_or(&[], Vec::as_slice)
    }

    /// What a document states for a period of a year.
    pub fn target_in(
        &self,
        id: &IndikatorId,
        dokumen: &DokumenId,
        tahun: Tahun,
        periode: Periode,
    ) -> Option<&'a Target> {
        let mut all = self.target(id).iter().copied();
        all.find(|it| {
            it.jenis == selaras_domain::JenisTarget::Target
                && it.dokumen == *dokumen
                && it.tahun == tahun
                && it.periode == periode
        })
    }

    /// Yearly targets by documents of a kind, by year.
    pub fn target_by(&self, id: &IndikatorId, jenis: JenisDokumen) -> Vec<&'a Target> {
        let mut found: Vec<&Target> = self.target(id).to_vec();
        found.retain(|it| {
            it.jenis == selaras_domain::JenisTarget::Target
                && it.periode == Periode::Tahun
                && self.jenis(&it.dokumen) == Some(jenis)
        });
        found.sort_by_key(|it| it.tahun);
        found
    }

    /// What the Renstra of this year aims at for an indikator, by year, as it stood on a day: of its
    /// versions, Murni and Perubahan, the latest that was there and says something of that year.
    pub fn renstra_on(&self, id: &IndikatorId, day: Date) -> BTreeMap<Tahun, &'a Target> {
        let year = self.tahun();
        let rank = |row: &Target| {
            let mut all = self.berkas.dokumen.iter().enumerate();
            let found = all.find(|(_, it)| it.id == row.dokumen);
            found.map(|(place, it)| {
                let covers = it.tahun.is_none_or(|from| from <= year)
                    && it.sampai.is_none_or(|to| year <= to);
                (covers, it.tanggal.is_none_or(|it| it <= day), it.tanggal, place)
            })
        };
        let rows = self.target_by(id, JenisDokumen::Renstra);
        // The plan before and the plan after are other plans, where one of this year is known.
        let is_known = rows.iter().any(|row| rank(row).is_some_and(|it| it.0));
        let mut found: BTreeMap<Tahun, &'a Target> = BTreeMap::new();
        for row in rows.into_iter().filter(|row| !is_known || rank(row).is_some_and(|it| it.0)) {
            let kept = found.entry(row.tahun).or_insert(row);
            if rank(row) > rank(kept) {
                *kept = row;
            }
        }
        found
    }

    /// The numbers of the Renstra in force at the end of the year for an indikator, by year; ranges and
    /// predicates are left out.
    pub fn renstra_numbers(&self, id: &IndikatorId) -> Vec<(Tahun, Decimal, &'a Target)> {
        let number = |(tahun, it): (Tahun, &'a Target)| match it.nilai {
            Some(NilaiTarget::Angka(value)) => Some((tahun, value, it)),
            _ => None,
        };
        let found = self.renstra_on(id, self.tahun().last_day());
        found.into_iter().filter_map(number).collect()
    }

    // Figures.

    pub fn figure(&self, parts: &[&str]) -> Option<&'a Figure> {
        self.hasil.get(&FigureId::from_parts(parts))
    }

    /// A figure of an indikator for a year: `capaian`, `realisasi`, `target`.
    pub fn of_indikator(&self, id: &IndikatorId, tahun: Tahun, what: &str) -> Option<&'a Figure> {
        self.figure(&["indikator", id.as_str(), &tahun.to_string(), what])
    }

    /// The value of such a figure, as printed.
    pub fn value(&self, id: &IndikatorId, tahun: Tahun, what: &str) -> Option<Decimal> {
        self.of_indikator(id, tahun, what)?.value
    }

    /// Whether the year of an indikator has a realisasi, as a number or in words.
    pub fn is_measured(&self, id: &IndikatorId, tahun: Tahun) -> bool {
        let figure = self.of_indikator(id, tahun, "realisasi");
        figure.is_some_and(|it| it.value.is_some() || it.teks.is_some())
    }

    /// Whether a realisasi is stated that cannot be read on its source.
    pub fn is_illegible(&self, id: &IndikatorId, tahun: Tahun) -> bool {
        let stated = self.realisasi(id, tahun, Periode::Tahun);
        let stated = stated.is_some_and(|it| words::is_illegible(it.asal.catatan.as_deref()));
        let mut parts = self.nilai_variabel(id, tahun, Periode::Tahun).iter();
        stated || parts.any(|it| words::is_illegible(it.asal.catatan.as_deref()))
    }

    /// Capaian of the year, where it can be computed.
    pub fn capaian(&self, id: &IndikatorId) -> Option<Decimal> {
        self.value(id, self.tahun(), "capaian")
    }

    // What was reached.

    pub fn realisasi(
        &self,
        id: &IndikatorId,
        tahun: Tahun,
        periode: Periode,
    ) -> Option<&'a Realisasi> {
        self.realisasi.get(&(id, tahun, periode)).copied()
    }

    /// A stated realisasi that is a number.
    pub fn realisasi_number(
        &self,
        id: &IndikatorId,
        tahun: Tahun,
        periode: Periode,
    ) -> Option<Decimal> {
        match self.realisasi(id, tahun, periode)?.nilai {
            Some(NilaiRealisasi::Angka(value)) => Some(value),
            _ => None,
        }
    }

    pub fn nilai_variabel<'s>(
        &'s self,
        id: &'s IndikatorId,
        tahun: Tahun,
        periode: Periode,
    ) -> &'s [&'a NilaiVariabel] {
        self.nilai_variabel.get(&(id, tahun, periode)).map_or(&[], Vec::as_slice)
    }

    /// The value of one variabel in a period.
    pub fn variabel_value(
        &self,
        id: &IndikatorId,
        variabel: &VariabelId,
        tahun: Tahun,
        periode: Periode,
    ) -> Option<Decimal> {
        let mut all = self.nilai_variabel(id, tahun, periode).iter();
        all.find(|it| it.variabel == *variabel)?.nilai
    }

    /// Whether anything was entered for a period: stated, counted, or by a register.
    pub fn has_entry(&self, id: &IndikatorId, tahun: Tahun, periode: Periode) -> bool {
        let stated = self.realisasi(id, tahun, periode).is_some_and(|it| it.nilai.is_some());
        let counted = self.nilai_variabel(id, tahun, periode).iter().any(|it| it.nilai.is_some());
        let tahun = tahun.to_string();
        let code = selaras_domain::Code::code(periode);
        let figure = self.figure(&["indikator", id.as_str(), &tahun, code, "realisasi"]);
        stated || counted || figure.is_some_and(|it| it.value.is_some())
    }

    // The tree of programs, and its money.

    pub fn baris(&self, id: &BarisId) -> Option<&'a ProgramKegiatan> {
        self.baris.get(id).copied()
    }

    pub fn children(&self, id: &BarisId) -> &[&'a ProgramKegiatan] {
        self.children.get(id).map_or(&[], Vec::as_slice)
    }

    pub fn baris_of(
        &self,
        jenjang: Jenjang,
    ) -> impl Iterator<Item = &'a ProgramKegiatan> + use<'a> {
        self.berkas.program_kegiatan.iter().filter(move |it| it.jenjang == jenjang)
    }

    /// The rows that the catalogue names and numbers: program, kegiatan and subkegiatan.
    pub fn nomenklatur(&self) -> impl Iterator<Item = &'a ProgramKegiatan> + use<'a> {
        let levels = [Jenjang::Program, Jenjang::Kegiatan, Jenjang::Subkegiatan];
        self.berkas.program_kegiatan.iter().filter(move |it| levels.contains(&it.jenjang))
    }

    /// The row that stands for the whole office.
    pub fn total(&self) -> Option<&'a ProgramKegiatan> {
        self.baris_of(Jenjang::Total).next()
    }

    /// The row itself and everything above it.
    pub fn ancestors(&self, id: &BarisId) -> Vec<&'a ProgramKegiatan> {
        let mut found = Vec::new();
        let mut next = self.baris(id);
        while let Some(row) = next {
            found.push(row);
            next = row.induk.as_ref().and_then(|it| self.baris(it));
        }
        found
    }

    /// The program that a row is, or is under.
    pub fn program_of(&self, id: &BarisId) -> Option<&'a ProgramKegiatan> {
        self.ancestors(id).into_iter().find(|it| it.jenjang == Jenjang::Program)
    }

    /// Whether a program only keeps the office running, and serves no sasaran of its own: the first
    /// of every urusan in the catalogue.
    pub fn is_penunjang(&self, it: &ProgramKegiatan) -> bool {
        let first = it.kode.as_ref().is_some_and(|kode| kode.parts().get(2) == Some(&1));
        first || it.nama.to_lowercase().contains("penunjang urusan")
    }

    /// All pagu of a document in a year.
    pub fn pagu_of<'s>(
        &'s self,
        dokumen: &'s DokumenId,
        tahun: Tahun,
    ) -> Option<&'s BTreeMap<&'a BarisId, &'a Pagu>> {
        self.pagu.get(&(dokumen, tahun))
    }

    /// Documents that state pagu, with the year of it.
    pub fn pagu_documents(&self) -> impl Iterator<Item = (&'a DokumenId, Tahun)> {
        self.pagu.keys().copied()
    }

    /// Pagu of a row in the year by a document, as it states it.
    pub fn pagu(&self, baris: &BarisId, dokumen: &DokumenId) -> Option<&'a Pagu> {
        self.pagu_of(dokumen, self.tahun())?.get(baris).copied()
    }

    /// A figure of the money of a row in the year: `pagu`, `realisasi`, `persen`.
    pub fn money(&self, baris: &BarisId, what: &str) -> Option<Exact> {
        self.of_anggaran(baris, what)?.exact.clone()
    }

    /// How much of its pagu a row spent in the year, in percent as it is printed.
    pub fn serapan(&self, baris: &BarisId) -> Option<Decimal> {
        self.of_anggaran(baris, "persen")?.value
    }

    fn of_anggaran(&self, baris: &BarisId, what: &str) -> Option<&Figure> {
        let key = match self.baris(baris) {
            Some(row) if row.jenjang == Jenjang::Total => "total",
            _ => baris.as_str(),
        };
        self.figure(&["anggaran", key, &self.tahun().to_string(), what])
    }

    pub fn realisasi_anggaran(
        &self,
        baris: &BarisId,
        tahun: Tahun,
        periode: Periode,
    ) -> Option<&'a RealisasiAnggaran> {
        self.realisasi_anggaran.get(&(baris, tahun, periode)).copied()
    }

    // Agreements.

    /// Agreements of the year.
    pub fn perjanjian(&self) -> impl Iterator<Item = &'a PerjanjianKinerja> + use<'a> {
        let tahun = self.tahun();
        self.berkas.perjanjian_kinerja.iter().filter(move |it| it.tahun == tahun)
    }

    /// Whether the first party is the head of the office.
    pub fn is_of_head(&self, it: &PerjanjianKinerja) -> bool {
        self.is_head(&it.pihak_pertama)
    }

    /// Whether an official is the head of the office.
    pub fn is_head(&self, id: &PejabatId) -> bool {
        let Some(pejabat) = self.berkas.find_pejabat(id) else { return false };
        let by_unit = pejabat.unit_kerja.as_ref().is_some_and(|unit| {
            let mut units = self.berkas.unit_kerja.iter();
            units.any(|it| it.id == *unit && it.jenis == selaras_domain::JenisUnitKerja::Kepala)
        });
        by_unit || self.is_title_of_head(&pejabat.jabatan)
    }

    /// Whether a post is the title of the head, alone or before the name of the office: an Inspektur
    /// Pembantu is no Inspektur.
    fn is_title_of_head(&self, jabatan: &str) -> bool {
        let office = &self.berkas.perangkat_daerah;
        let (title, jabatan) = (words::normal(&office.jabatan_kepala), words::normal(jabatan));
        let Some(rest) = jabatan.strip_prefix(&title).filter(|_| !title.is_empty()) else {
            return false;
        };
        let pemda = &self.berkas.pemda;
        let known = words::normal(&format!(
            "{} {} {} {} {} {} daerah pada di dan",
            office.nama,
            office.singkatan,
            office.jabatan_kepala,
            pemda.jenis.code(),
            pemda.nama,
            pemda.provinsi
        ));
        let mut rest = rest.split(' ').filter(|it| !it.is_empty());
        (jabatan.len() == title.len() || jabatan.as_bytes().get(title.len()) == Some(&b' '))
            && rest.all(|it| known.split(' ').any(|known| known == it))
    }

    /// The signed agreement of the head that holds: the one that no other signed one changes.
    pub fn perjanjian_berlaku(&self) -> Option<&'a PerjanjianKinerja> {
        let signed: Vec<&PerjanjianKinerja> =
            self.perjanjian().filter(|it| self.is_of_head(it) && signed_on(it).is_some()).collect();
        let is_changed =
            |it: &PerjanjianKinerja| signed.iter().any(|by| by.mengubah.as_ref() == Some(&it.id));
        signed.iter().copied().filter(|it| !is_changed(it)).max_by_key(|it| signed_on(it))
    }

    /// Indicators for which a document states a target of the year, in the order of the list.
    pub fn indikator_in(&self, dokumen: &DokumenId) -> Vec<&'a Indikator> {
        let stated = |it: &&Indikator| {
            self.target_in(&it.id, dokumen, self.tahun(), Periode::Tahun).is_some()
        };
        self.berkas.indikator.iter().filter(stated).collect()
    }
}

/// The day on which an agreement was signed.
pub(crate) fn signed_on(it: &PerjanjianKinerja) -> Option<Date> {
    match it.status {
        StatusPerjanjian::Ditandatangani { tanggal } => Some(tanggal),
        StatusPerjanjian::Draf | StatusPerjanjian::Diajukan => None,
    }
}

/// Whether `one` is at least as good as `other`; `None` where neither way is better.
pub(crate) fn at_least(polaritas: Polaritas, one: Decimal, other: Decimal) -> Option<bool> {
    match polaritas {
        Polaritas::Naik => Some(one >= other),
        Polaritas::Turun => Some(one <= other),
        Polaritas::Rentang => None,
    }
}
