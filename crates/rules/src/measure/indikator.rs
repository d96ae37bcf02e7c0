//! Figures of the indicators: target, realisasi, capaian, kemajuan, differences, efisiensi.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use selaras_domain::{
    Akumulasi, Berkas, CaraUkur, Code, Exact, Fakta, Figure, FigureId, Id, Indikator, IndikatorId,
    Jejak, JenisDokumen, JenisIndikator, JenisTarget, Keadaan, Komponen, Masukan, NilaiRealisasi,
    NilaiTarget, NilaiVariabel, Periode, RoundingMode, SkalaId, TahapPembulatan, Tahun, Tanda,
    Target, TargetNol, Variabel, Verifikasi, angka,
};

use super::anggaran::periode_words;
use super::facts::Stated;
use super::figure::{Draft, ILLEGIBLE, add_note, input, no_trail, show, show_with};
use super::hitungan;
use super::{Measuring, anggaran_id, indikator_id};
use crate::akumulasi::{self, accumulate};
use crate::capaian::{Perbandingan, Reached, capaian};
use crate::efisiensi::{self, Dukungan};
use crate::formula::{Aggregate, Formula, Lookup, Scope};
use crate::register::{self, Kasus, RegisterError};
use crate::rule::{self, Rule};
use crate::{Alasan, display};

/// What is known of the realisasi of a period, before rounding.
struct Measured {
    value: Result<Reached, Alasan>,
    keadaan: Keadaan,
    verified: bool,
    notes: Vec<String>,
    jejak: Jejak,
}

impl Measuring<'_> {
    pub(super) fn indikator(&mut self) {
        let berkas = self.berkas;
        for indikator in &berkas.indikator {
            // Whoever made the Berkas has made sure that every kind in use has a declared way.
            let Some(cara) = berkas.cara(indikator) else { continue };
            self.targets(indikator, &cara);
            for tahun in self.measured_years(indikator) {
                for periode in Periode::TRIWULAN {
                    self.quarter(indikator, &cara, tahun, periode);
                }
                if tahun == self.tahun() {
                    self.year_to_date(indikator, &cara, tahun);
                }
                self.year(indikator, &cara, tahun);
            }
            self.differences(indikator, &cara);
        }
    }

    /// Years with a realisasi, and the year of the Berkas.
    fn measured_years(&self, indikator: &Indikator) -> BTreeSet<Tahun> {
        let id = &indikator.id;
        let stated = self.facts.realisasi.keys().filter(|(it, ..)| *it == id).map(|it| it.1);
        let counted = self.facts.nilai_variabel.keys().filter(|(it, ..)| *it == id).map(|it| it.1);
        let parts = self.berkas.komponen.iter().filter(|it| it.indikator == *id).map(|it| it.tahun);
        stated.chain(counted).chain(parts).chain([self.tahun()]).collect()
    }

    fn targets(&mut self, indikator: &Indikator, cara: &CaraUkur) {
        let id = &indikator.id;
        let years: BTreeSet<(Tahun, Periode)> = self
            .facts
            .target
            .iter()
            .filter(|((it, ..), rows)| {
                *it == id && rows.iter().any(|row| row.jenis == JenisTarget::Target)
            })
            .map(|((_, tahun, periode), _)| (*tahun, *periode))
            .collect();
        for (tahun, periode) in years {
            let figure = self.target_figure(indikator, cara, tahun, periode);
            self.hasil.push(figure);
        }
    }

    /// The targets that documents state for a period, most binding first.
    fn stated_targets(&self, it: &Indikator, tahun: Tahun, periode: Periode) -> Vec<&Target> {
        let rows = self.facts.target.get(&(&it.id, tahun, periode));
        let mut rows: Vec<&Target> = rows.into_iter().flatten().copied().collect();
        rows.retain(|row| row.jenis == JenisTarget::Target);
        rows.sort_by_cached_key(|row| self.facts.target_rank(&row.dokumen));
        rows
    }

    fn target_in_force(
        &self,
        indikator: &Indikator,
        tahun: Tahun,
        periode: Periode,
    ) -> Result<&NilaiTarget, Alasan> {
        let rows = self.stated_targets(indikator, tahun, periode);
        let legible = rows.iter().find_map(|row| row.nilai.as_ref());
        let missing =
            if rows.is_empty() { Alasan::TargetTidakAda } else { Alasan::TargetTidakTerbaca };
        legible.ok_or(missing)
    }

    fn target_figure(
        &self,
        indikator: &Indikator,
        cara: &CaraUkur,
        tahun: Tahun,
        periode: Periode,
    ) -> Figure {
        let rows = self.stated_targets(indikator, tahun, periode);
        let chosen = rows.iter().find(|row| row.nilai.is_some());
        let nilai = chosen.and_then(|row| row.nilai.as_ref());
        let number = match nilai {
            Some(NilaiTarget::Angka(it)) => Some(*it),
            _ => None,
        };
        let draft = Draft {
            id: self.period_id(indikator, tahun, periode, "target"),
            label: self.label(|| title("Target", indikator, tahun, periode)),
            satuan: indikator.satuan.clone(),
            // A target is never rounded: it stands as it was agreed.
            presisi: number.map_or(0, |it| it.normalize().scale()).max(cara.presisi_realisasi),
            mode: cara.mode,
            tahap: cara.tahap,
        };
        let jejak = self.trail(|| Jejak {
            masukan: rows.iter().map(|row| self.target_input(row, &indikator.satuan)).collect(),
            ..no_trail()
        });
        let value = number.map(Exact::from).ok_or(Alasan::TargetTidakTerbaca);
        let mut figure = draft.finish(value, Keadaan::Stated, jejak);
        figure.jejak.pembulatan = None;
        if let Some(it) = nilai.filter(|_| number.is_none()) {
            figure.teks = Some(target_words(it, ""));
            figure.keadaan = Keadaan::Stated;
            figure.note = None;
        }
        let differing =
            rows.iter().filter(|row| row.nilai.is_some() && row.nilai.as_ref() != nilai);
        for row in differing {
            let title = self.facts.dokumen(&row.dokumen).map_or("", |it| it.judul.as_str());
            let value = row.nilai.as_ref().map(|it| target_words(it, &indikator.satuan));
            add_note(&mut figure, format!("{title} menetapkan {}", value.unwrap_or_default()));
        }
        if figure.value.is_none()
            && figure.teks.is_none()
            && let Some(note) = rows.first().and_then(|row| row.asal.catatan.clone())
        {
            add_note(&mut figure, note);
        }
        figure
    }

    fn target_input(&self, row: &Target, satuan: &str) -> Masukan {
        let title = self.facts.dokumen(&row.dokumen).map(|it| it.judul.clone());
        Masukan {
            nama: format!("target menurut {}", title.as_deref().unwrap_or("dokumen")),
            nilai: row
                .nilai
                .as_ref()
                .map_or_else(|| crate::NONE.to_owned(), |it| target_words(it, satuan)),
            figure: None,
            sumber: self.facts.sumber(&row.asal).or(title),
            fakta: vec![Fakta::new(
                "target",
                &[
                    row.indikator.as_str(),
                    row.dokumen.as_str(),
                    &row.tahun.to_string(),
                    row.periode.code(),
                    row.jenis.code(),
                ],
            )],
        }
    }

    fn period_id(
        &self,
        indikator: &Indikator,
        tahun: Tahun,
        periode: Periode,
        rest: &str,
    ) -> FigureId {
        match periode {
            Periode::Tahun => indikator_id(&indikator.id, tahun, rest),
            other => {
                let (id, tahun) = (indikator.id.as_str(), tahun.to_string());
                FigureId::from_parts(&["indikator", id, &tahun, other.code(), rest])
            }
        }
    }

    /// A quarter, when something is known of it.
    fn quarter(&mut self, it: &Indikator, cara: &CaraUkur, tahun: Tahun, periode: Periode) {
        let key = (&it.id, tahun, periode);
        let has_realisasi =
            self.facts.realisasi.contains_key(&key) || self.facts.nilai_variabel.contains_key(&key);
        let has_target = self.facts.target.contains_key(&key);
        let is_known = has_realisasi || has_target;
        if !is_known && !self.counts_cases(it) {
            return;
        }
        let measured = self.measured(it, cara, tahun, periode);
        if !is_known && measured.keadaan == Keadaan::Absent {
            return;
        }
        let realisasi = self.realisasi_figure(it, cara, tahun, periode, &measured);
        self.hasil.push(realisasi.clone());
        if has_target {
            let figure = self.capaian_figure(it, cara, tahun, periode, &measured, &realisasi);
            self.hasil.push(figure);
        }
    }

    /// Whether the formula of an indikator counts cases of registers.
    fn counts_cases(&self, it: &Indikator) -> bool {
        if self.facts.register.is_empty() {
            return false;
        }
        let formula = self.formulas.get(&it.id).and_then(|it| it.as_ref().ok());
        formula.is_some_and(|it| !it.registers().is_empty())
    }

    /// What was reached from January to the end of each quarter, beside the target of the year. The
    /// fourth is the year itself.
    fn year_to_date(&mut self, it: &Indikator, cara: &CaraUkur, tahun: Tahun) {
        for (n, quarter) in (1..Periode::TRIWULAN.len()).zip(Periode::TRIWULAN) {
            let quarters = &Periode::TRIWULAN[..n];
            let found = self.by_formula(it, cara, tahun, Periode::Tahun, quarters);
            let Some(measured) = found.or_else(|| self.by_quarters(it, cara, tahun, quarters))
            else {
                continue;
            };
            let rename = |mut figure: Figure, what: &str, words: &str| {
                let rest = format!("sd-{}/{what}", quarter.code());
                figure.id = indikator_id(&it.id, tahun, &rest);
                figure.label = self.label(|| {
                    format!("{words} {} s.d. {} tahun {tahun}", it.nama, periode_words(quarter))
                });
                figure
            };
            let realisasi = self.realisasi_figure(it, cara, tahun, Periode::Tahun, &measured);
            let realisasi = rename(realisasi, "realisasi", "Realisasi");
            let capaian =
                self.capaian_figure(it, cara, tahun, Periode::Tahun, &measured, &realisasi);
            let capaian = rename(capaian, "capaian", "Capaian target tahun");
            self.hasil.push(realisasi);
            self.hasil.push(capaian);
        }
    }

    fn year(&mut self, it: &Indikator, cara: &CaraUkur, tahun: Tahun) {
        let measured = self.measured(it, cara, tahun, Periode::Tahun);
        let realisasi = self.realisasi_figure(it, cara, tahun, Periode::Tahun, &measured);
        self.hasil.push(realisasi.clone());
        let capaian = self.capaian_figure(it, cara, tahun, Periode::Tahun, &measured, &realisasi);
        self.hasil.push(capaian.clone());
        if let Some(figure) = self.kemajuan_figure(it, cara, tahun, &measured, &realisasi) {
            self.hasil.push(figure);
        }
        let is_mapped = self.berkas.pemetaan_anggaran.iter().any(|row| row.indikator == it.id);
        if is_mapped || (it.jenis == JenisIndikator::Iku && tahun == self.tahun()) {
            self.dukungan(it, tahun, &capaian);
        }
    }

    /// The realisasi of a period from whatever is known, best first: the formula over variables and
    /// registers, the components, the stated value, the quarters.
    fn measured(
        &self,
        it: &Indikator,
        cara: &CaraUkur,
        tahun: Tahun,
        periode: Periode,
    ) -> Measured {
        let stated = self.stated(it, tahun, periode);
        if let Some(mut measured) = self.by_formula(it, cara, tahun, periode, periode.quarters()) {
            if let (Ok(value), Some(stated)) = (&measured.value, &stated)
                && let Ok(said) = &stated.value
                && !same_when_rounded(value, said, cara)
            {
                let text = reached_words(said, &it.satuan);
                measured.notes.push(format!("sumber menyatakan {text}"));
            }
            return measured;
        }
        if periode == Periode::Tahun
            && let Some(measured) = self.by_komponen(it, tahun)
        {
            return measured;
        }
        let missing = |value| Measured {
            value: Err(value),
            keadaan: Keadaan::Absent,
            verified: false,
            notes: Vec::new(),
            jejak: no_trail(),
        };
        match stated {
            Some(stated) if stated.value.is_ok() => stated,
            stated if periode == Periode::Tahun => self
                .by_quarters(it, cara, tahun, periode.quarters())
                .or(stated)
                .unwrap_or_else(|| missing(Alasan::RealisasiTidakAda)),
            stated => stated.unwrap_or_else(|| missing(Alasan::RealisasiTidakAda)),
        }
    }

    fn stated(&self, it: &Indikator, tahun: Tahun, periode: Periode) -> Option<Measured> {
        let row = self.facts.realisasi.get(&(&it.id, tahun, periode))?;
        let value = row.nilai.as_ref().map(Reached::from).ok_or(Alasan::RealisasiTidakTerbaca);
        let nilai = || match &row.nilai {
            Some(NilaiRealisasi::Angka(value)) => show_with(&Exact::from(*value), &it.satuan),
            Some(NilaiRealisasi::Predikat(text)) => text.clone(),
            None => crate::NONE.to_owned(),
        };
        Some(Measured {
            value,
            keadaan: Keadaan::Entered,
            verified: row.verifikasi == Verifikasi::Terverifikasi,
            notes: row.asal.catatan.clone().into_iter().collect(),
            jejak: self.trail(|| Jejak {
                masukan: vec![Masukan {
                    nama: "realisasi yang dilaporkan".to_owned(),
                    nilai: nilai(),
                    figure: None,
                    sumber: self.facts.sumber(&row.asal),
                    fakta: vec![Fakta::new(
                        "realisasi",
                        &[it.id.as_str(), &tahun.to_string(), periode.code()],
                    )],
                }],
                ..no_trail()
            }),
        })
    }

    /// `None` when the indikator has no formula, or nothing is known of any of its names in the
    /// period.
    fn by_formula(
        &self,
        it: &Indikator,
        cara: &CaraUkur,
        tahun: Tahun,
        periode: Periode,
        quarters: &'static [Periode],
    ) -> Option<Measured> {
        let trail = |masukan, hitungan| Jejak {
            rule: Some(rule::REALISASI_FORMULA.id),
            dasar: rule::REALISASI_FORMULA.citations(&self.berkas.kebijakan),
            rumus: it.rumus_tertulis.clone().or_else(|| it.formula.clone()),
            masukan,
            hitungan,
            pembulatan: None,
        };
        let formula = match self.formulas.get(&it.id)? {
            Ok(formula) => formula,
            Err(error) => {
                return Some(Measured {
                    value: Err(Alasan::Formula(error.to_string())),
                    keadaan: Keadaan::Computed,
                    verified: false,
                    notes: Vec::new(),
                    jejak: self.trail(|| trail(Vec::new(), None)),
                });
            }
        };
        let of_year = [Periode::Tahun].into_iter().chain(Periode::TRIWULAN);
        let stated = of_year.filter_map(|periode| {
            Some((periode, self.facts.nilai_variabel.get(&(&it.id, tahun, periode))?))
        });
        let mut names = Names {
            measuring: self,
            indikator: it,
            akumulasi: cara.akumulasi,
            tahun,
            periode,
            quarters,
            stated: stated.collect(),
            cases: BTreeMap::new(),
        };
        names.count(formula);
        let variables = formula.variables();
        let known = |name: &&str| matches!(names.variable(name), Lookup::Value(_));
        if formula.registers().is_empty() && !variables.iter().any(known) {
            return None;
        }
        if !formula.registers().is_empty() && !names.has_records() {
            return None;
        }
        let jejak = self.trail(|| {
            let values = variables.iter().map(|name| names.input(name));
            let counts = formula.registers().into_iter().map(|used| names.register_input(&used));
            let text = formula.with_values(&names, show);
            let text = text.replace(" * ", " × ").replace(" / ", " ÷ ");
            trail(values.chain(counts).collect(), Some(text))
        });
        let absent = variables.iter().find(|name| matches!(names.variable(name), Lookup::Absent));
        let value = match absent {
            Some(name) => Err(Alasan::Masukan(format!("nilai «{}»", names.title(name)))),
            None if names.refusal().is_some() => {
                Err(names.refusal().cloned().map_or(Alasan::RealisasiTidakAda, Alasan::Register))
            }
            None => formula
                .evaluate(&names)
                .map(Reached::Angka)
                .map_err(|error| Alasan::Formula(error.to_string())),
        };
        Some(Measured {
            value,
            keadaan: Keadaan::Computed,
            verified: variables.iter().all(|name| names.is_verified(name)),
            notes: Vec::new(),
            jejak,
        })
    }

    /// The weighted mean of the components, when all of them have a value.
    fn by_komponen(&self, it: &Indikator, tahun: Tahun) -> Option<Measured> {
        let parts = || {
            let rows = self.berkas.komponen.iter();
            rows.filter(|row| row.indikator == it.id && row.tahun == tahun)
        };
        parts().next()?;
        let weight: Exact = parts().map(|row| Exact::from(row.bobot)).sum();
        let weighted = |row: &Komponen| Some(&Exact::from(row.bobot) * &Exact::from(row.nilai?));
        let sum: Option<Exact> = parts().map(weighted).sum();
        let value = match sum {
            None => Err(Alasan::Masukan("nilai seluruh komponen".to_owned())),
            Some(sum) => sum
                .checked_div(&weight)
                .map(Reached::Angka)
                .ok_or_else(|| Alasan::Formula("jumlah bobot komponen nol".to_owned())),
        };
        let rule = &rule::REALISASI_KOMPONEN;
        let masukan = parts().map(|row| Masukan {
            nama: format!("{} (bobot {})", row.nama, angka::format_trimmed(row.bobot)),
            nilai: row.nilai.map_or_else(|| crate::NONE.to_owned(), angka::format_trimmed),
            figure: None,
            sumber: self.facts.sumber(&row.asal),
            fakta: vec![Fakta::new(
                "komponen",
                &[it.id.as_str(), &tahun.to_string(), &row.nomor.to_string()],
            )],
        });
        Some(Measured {
            value,
            keadaan: Keadaan::Computed,
            verified: true,
            notes: Vec::new(),
            jejak: self.trail(|| Jejak {
                rule: Some(rule.id),
                dasar: rule.citations(&self.berkas.kebijakan),
                rumus: Some(rule.rumus.to_owned()),
                masukan: masukan.collect(),
                hitungan: hitungan::komponen(parts()),
                pembulatan: None,
            }),
        })
    }

    /// The year from its four quarters, as the indikator accumulates.
    fn by_quarters(
        &self,
        it: &Indikator,
        cara: &CaraUkur,
        tahun: Tahun,
        quarters: &'static [Periode],
    ) -> Option<Measured> {
        let rows: Option<Vec<_>> = quarters
            .iter()
            .map(|periode| self.facts.realisasi.get(&(&it.id, tahun, *periode)).copied())
            .collect();
        let rows = rows?;
        let numbers: Option<Vec<Exact>> = rows
            .iter()
            .map(|row| match row.nilai {
                Some(NilaiRealisasi::Angka(value)) => Some(Exact::from(value)),
                _ => None,
            })
            .collect();
        let numbers = numbers?;
        let rule: &Rule = akumulasi::rule_of(cara.akumulasi);
        let masukan = rows.iter().zip(&numbers).map(|(row, value)| Masukan {
            nama: periode_words(row.periode).to_owned(),
            nilai: show_with(value, &it.satuan),
            figure: Some(self.period_id(it, tahun, row.periode, "realisasi")),
            sumber: self.facts.sumber(&row.asal),
            fakta: Vec::new(),
        });
        let value = accumulate(cara.akumulasi, &numbers)?;
        Some(Measured {
            value: Ok(Reached::Angka(value)),
            keadaan: Keadaan::Computed,
            verified: rows.iter().all(|row| row.verifikasi == Verifikasi::Terverifikasi),
            notes: Vec::new(),
            jejak: self.trail(|| Jejak {
                rule: Some(rule.id),
                dasar: rule.citations(&self.berkas.kebijakan),
                rumus: Some(rule.rumus.to_owned()),
                masukan: masukan.collect(),
                ..no_trail()
            }),
        })
    }

    fn realisasi_figure(
        &self,
        it: &Indikator,
        cara: &CaraUkur,
        tahun: Tahun,
        periode: Periode,
        measured: &Measured,
    ) -> Figure {
        let draft = Draft {
            id: self.period_id(it, tahun, periode, "realisasi"),
            label: self.label(|| title("Realisasi", it, tahun, periode)),
            satuan: it.satuan.clone(),
            presisi: cara.presisi_realisasi,
            mode: cara.mode,
            tahap: cara.tahap,
        };
        let number = match &measured.value {
            Ok(Reached::Angka(value)) => Ok(value.clone()),
            Ok(Reached::Predikat(_)) => Err(Alasan::TidakSejenis),
            Err(alasan) => Err(alasan.clone()),
        };
        let mut figure = draft.finish(number, measured.keadaan, measured.jejak.clone());
        if let Ok(Reached::Predikat(text)) = &measured.value {
            figure.teks = Some(text.clone());
            figure.keadaan = measured.keadaan;
            figure.note = None;
        }
        figure.verified = measured.verified;
        for note in &measured.notes {
            add_note(&mut figure, note.clone());
        }
        figure
    }

    fn capaian_figure(
        &self,
        it: &Indikator,
        cara: &CaraUkur,
        tahun: Tahun,
        periode: Periode,
        measured: &Measured,
        realisasi: &Figure,
    ) -> Figure {
        let target = self.target_in_force(it, tahun, periode);
        let target_figure = self.get(&self.period_id(it, tahun, periode, "target"));
        let title = self.label(|| title("Capaian", it, tahun, periode));
        let mut figure = self.compared(it, cara, target, measured, realisasi, target_figure, title);
        figure.id = self.period_id(it, tahun, periode, "capaian");
        self.add_predikat(&mut figure, cara.skala.as_ref());
        figure
    }

    fn add_predikat(&self, figure: &mut Figure, skala: Option<&SkalaId>) {
        let (Some(value), Some(skala)) = (figure.value, skala) else { return };
        self.set_predikat(figure, skala, value);
    }

    /// The predikat of a figure, with a remark where its scale has not been verified.
    pub(super) fn set_predikat(&self, figure: &mut Figure, skala: &SkalaId, value: Decimal) {
        let Some((predikat, verifikasi)) = self.scales.predikat(skala, value) else { return };
        figure.predikat = Some(predikat);
        if verifikasi == Verifikasi::Belum {
            add_note(figure, "skala predikat belum diverifikasi".to_owned());
        }
    }

    /// Capaian of a realisasi against a target, of the year or of the end of the plan.
    #[expect(clippy::too_many_arguments, reason = "all of them are different things")]
    fn compared(
        &self,
        it: &Indikator,
        cara: &CaraUkur,
        target: Result<&NilaiTarget, Alasan>,
        measured: &Measured,
        realisasi: &Figure,
        target_figure: Option<&Figure>,
        label: String,
    ) -> Figure {
        // Rounded first, or exact: the one declared stage decides what capaian starts from.
        let reached = match (&measured.value, cara.tahap, realisasi.value) {
            (Ok(Reached::Angka(_)), TahapPembulatan::RealisasiDahulu, Some(rounded)) => {
                Ok(Reached::Angka(Exact::from(rounded)))
            }
            (value, ..) => value.clone(),
        };
        let by = |cara, target, realisasi| Perbandingan {
            cara,
            polaritas: it.polaritas,
            target,
            realisasi,
            skala_nilai: self.scales.pita(it.skala_nilai.as_ref()),
        };
        let by_rule = |cara| match (&target, &reached) {
            (Ok(target), Ok(reached)) => capaian(by(cara, target, reached)),
            (Err(alasan), _) | (_, Err(alasan)) => Err(alasan.clone()),
        };
        let value = by_rule(cara);
        // Only what stands at a limit may have been limited.
        let stands_at = |limit: Option<Decimal>| {
            limit.is_some_and(|limit| value.as_ref().is_ok_and(|it| *it == Exact::from(limit)))
        };
        let unlimited = (stands_at(cara.batas_bawah) || stands_at(cara.batas_atas))
            .then(|| CaraUkur { batas_bawah: None, batas_atas: None, ..cara.clone() });
        let raw = unlimited.as_ref().map_or_else(|| value.clone(), by_rule);
        let limit = match (&value, &raw) {
            (Ok(value), Ok(raw)) if raw > value => Some(("tinggi", cara.batas_atas)),
            (Ok(value), Ok(raw)) if raw < value => Some(("rendah", cara.batas_bawah)),
            _ => None,
        };
        let is_zero = matches!(target, Ok(NilaiTarget::Angka(target)) if target.is_zero());
        let rule = match cara.target_nol {
            TargetNol::NolTerbaik if is_zero => &rule::CAPAIAN_NOL,
            _ => rule::of_capaian(cara.rumus),
        };
        let masukan = || {
            let target = target_figure.map(|figure| Masukan {
                sumber: figure.jejak.masukan.first().and_then(|first| first.sumber.clone()),
                ..input("target", figure)
            });
            [input("realisasi", realisasi)].into_iter().chain(target).collect()
        };
        let hitungan = || match (&target, &reached) {
            (Ok(target), Ok(reached)) => hitungan::capaian(&by(cara, target, reached)),
            _ => None,
        };
        let draft = Draft {
            id: realisasi.id.clone(),
            label,
            satuan: "%".to_owned(),
            presisi: cara.presisi_capaian,
            mode: cara.mode,
            tahap: cara.tahap,
        };
        let jejak = self.trail(|| Jejak {
            rule: Some(rule.id),
            dasar: rule.citations(&self.berkas.kebijakan),
            rumus: Some(rule.rumus.to_owned()),
            masukan: masukan(),
            hitungan: hitungan(),
            pembulatan: None,
        });
        let mut figure = draft.finish(value, Keadaan::Computed, jejak);
        figure.verified = measured.verified;
        if let Some((way, Some(limit))) = limit {
            let text = angka::format_trimmed(limit);
            add_note(&mut figure, format!("{} {way} {text}%", crate::LIMITED));
        }
        figure
    }

    /// Realisasi against the target of the last year of the Renstra, for what the Renstra aims at.
    fn kemajuan_figure(
        &self,
        it: &Indikator,
        cara: &CaraUkur,
        tahun: Tahun,
        measured: &Measured,
        realisasi: &Figure,
    ) -> Option<Figure> {
        let last = target_akhir(self.berkas, &it.id, tahun)?;
        let target = last.nilai.as_ref().ok_or(Alasan::TargetTidakTerbaca);
        let title = format!(
            "Tingkat kemajuan {} tahun {tahun} terhadap target akhir Renstra {}",
            it.nama, last.tahun
        );
        let mut figure = self.compared(it, cara, target, measured, realisasi, None, title);
        figure.id = indikator_id(&it.id, tahun, "kemajuan");
        if self.with_trails {
            figure.jejak.rule = Some(rule::KEMAJUAN.id);
            figure.jejak.dasar = rule::KEMAJUAN.citations(&self.berkas.kebijakan);
            let mut input = self.target_input(last, &it.satuan);
            input.nama = format!("target akhir Renstra ({})", last.tahun);
            figure.jejak.masukan.push(input);
        }
        Some(figure)
    }

    /// This year less the year before, of what the reader sees: the rounded figures.
    fn differences(&mut self, it: &Indikator, cara: &CaraUkur) {
        for tahun in self.measured_years(it) {
            let Some(previous) = tahun.previous() else { continue };
            for (what, words) in [("realisasi", "Realisasi"), ("capaian", "Capaian")] {
                let now = self.get(&indikator_id(&it.id, tahun, what));
                let before = self.get(&indikator_id(&it.id, previous, what));
                let (Some(now), Some(before)) = (now, before) else { continue };
                // Predicates have no difference.
                if now.teks.is_some() || before.teks.is_some() {
                    continue;
                }
                let missing = |tahun| Alasan::Masukan(title(words, it, tahun, Periode::Tahun));
                let value = match (now.value, before.value) {
                    (Some(now), Some(before)) => Ok(&Exact::from(now) - &Exact::from(before)),
                    (None, _) => Err(missing(tahun)),
                    (_, None) => Err(missing(previous)),
                };
                let satuan = if now.satuan == "%" { "poin persentase" } else { &now.satuan };
                let rule = &rule::PERBANDINGAN;
                let jejak = self.trail(|| Jejak {
                    rule: Some(rule.id),
                    dasar: rule.citations(&self.berkas.kebijakan),
                    rumus: Some(rule.rumus.to_owned()),
                    masukan: vec![
                        input(&format!("{what} {tahun}"), now),
                        input(&format!("{what} {previous}"), before),
                    ],
                    hitungan: value
                        .is_ok()
                        .then(|| format!("{} − {}", display(now), display(before))),
                    pembulatan: None,
                });
                let draft = Draft {
                    id: indikator_id(&it.id, tahun, &format!("selisih-{what}")),
                    label: self
                        .label(|| format!("Perubahan {what} {} {previous}–{tahun}", it.nama)),
                    satuan: satuan.to_owned(),
                    presisi: now.value.map_or(0, |value| value.scale()),
                    mode: cara.mode,
                    tahap: cara.tahap,
                };
                let verified = now.verified && before.verified;
                let mut figure = draft.finish(value, Keadaan::Computed, jejak);
                figure.verified = verified;
                self.hasil.push(figure);
            }
        }
    }

    /// Penyerapan of the mapped rows, and efisiensi.
    fn dukungan(&mut self, it: &Indikator, tahun: Tahun, capaian: &Figure) {
        let kebijakan = &self.berkas.kebijakan;
        let rows: Vec<_> =
            self.berkas.pemetaan_anggaran.iter().filter(|row| row.indikator == it.id).collect();
        let money = |rest: &str| -> Result<(Exact, Vec<Masukan>), Alasan> {
            if rows.is_empty() {
                return Err(Alasan::TanpaPemetaan);
            }
            let mut sum = Exact::zero();
            let mut masukan = Vec::new();
            for row in &rows {
                let id = anggaran_id(row.baris.as_str(), tahun, rest);
                let figure = self.get(&id);
                let value = figure.and_then(|it| it.exact.as_ref());
                let (Some(figure), Some(value)) = (figure, value) else {
                    let illegible = figure.and_then(|it| it.note.as_deref());
                    let illegible = illegible.is_some_and(|it| it.contains(ILLEGIBLE));
                    let why = if illegible { format!(" ({ILLEGIBLE})") } else { String::new() };
                    let nama = self.berkas.find_baris(&row.baris).map(|it| it.nama.as_str());
                    let nama = nama.unwrap_or(row.baris.as_str());
                    let what = format!("{rest} anggaran {nama}{why}");
                    return Err(Alasan::Masukan(what));
                };
                let (sign, next) = match row.tanda {
                    Tanda::Tambah => ("+", &sum + value),
                    Tanda::Kurang => ("−", &sum - value),
                };
                sum = next;
                masukan.push(input(&format!("{sign} {}", figure.label), figure));
            }
            Ok((sum, masukan))
        };
        let (pagu, realisasi) = (money("pagu"), money("realisasi"));
        let serapan = match (&pagu, &realisasi) {
            (Ok((pagu, _)), Ok((realisasi, _))) => efisiensi::penyerapan(realisasi, pagu),
            (Err(alasan), _) | (_, Err(alasan)) => Err(alasan.clone()),
        };
        let masukan = || {
            let known = [&realisasi, &pagu].into_iter().filter_map(|it| it.as_ref().ok());
            known.flat_map(|(_, masukan)| masukan.clone()).collect()
        };
        let rule = &rule::PENYERAPAN;
        let jejak = self.trail(|| Jejak {
            rule: Some(rule.id),
            dasar: rule.citations(kebijakan),
            rumus: Some(rule.rumus.to_owned()),
            masukan: masukan(),
            hitungan: match (&realisasi, &pagu) {
                (Ok((realisasi, _)), Ok((pagu, _))) => Some(format!(
                    "{} ÷ {} × 100",
                    show_with(realisasi, "rupiah"),
                    show_with(pagu, "rupiah")
                )),
                _ => None,
            },
            pembulatan: None,
        });
        let draft = |rest: &str, title: &str, satuan: &str, presisi| Draft {
            id: indikator_id(&it.id, tahun, rest),
            label: format!("{title} {} tahun {tahun}", it.nama),
            satuan: satuan.to_owned(),
            presisi,
            mode: RoundingMode::HalfUp,
            tahap: TahapPembulatan::SaatCetak,
        };
        let penyerapan =
            draft("penyerapan", "Penyerapan anggaran", "%", kebijakan.presisi_anggaran).finish(
                serapan,
                Keadaan::Computed,
                jejak,
            );
        let support = match (&capaian.exact, pagu, realisasi) {
            (Some(capaian), Ok((pagu, _)), Ok((realisasi, _))) => {
                Ok(Dukungan { capaian: capaian.clone(), pagu, realisasi })
            }
            (_, Err(alasan), _) | (_, _, Err(alasan)) => Err(alasan),
            (None, ..) => Err(Alasan::Masukan("capaian".to_owned())),
        };
        let value = support.clone().and_then(|it| efisiensi::efisiensi(kebijakan.efisiensi, &it));
        let rule = rule::of_efisiensi(kebijakan.efisiensi);
        let jejak = self.trail(|| Jejak {
            rule: Some(rule.id),
            dasar: rule.citations(kebijakan),
            rumus: Some(rule.rumus.to_owned()),
            masukan: vec![
                input("capaian kinerja", capaian),
                input("penyerapan anggaran", &penyerapan),
            ],
            hitungan: match &support {
                _ if value.is_err() => None,
                Ok(_) if rule.id == rule::EFISIENSI_RASIO.id => {
                    Some(format!("{} ÷ {}", display(capaian), display(&penyerapan)))
                }
                Ok(it) => {
                    hitungan::of_efisiensi(kebijakan.efisiensi, it, kebijakan.presisi_efisiensi)
                }
                Err(_) => None,
            },
            pembulatan: None,
        });
        let satuan = if rule.id == rule::EFISIENSI_RASIO.id { "rasio" } else { "%" };
        let mut figure = draft("efisiensi", "Efisiensi", satuan, kebijakan.presisi_efisiensi)
            .finish(value, Keadaan::Computed, jejak);
        figure.verified = capaian.verified;
        self.add_predikat(&mut figure, kebijakan.skala_efisiensi.as_ref());
        self.hasil.push(penyerapan);
        self.hasil.push(figure);
    }
}

/// What the Renstra in force in a year wants in its last year; of several versions, what the latest says.
pub fn target_akhir<'b>(
    berkas: &'b Berkas,
    indikator: &IndikatorId,
    tahun: Tahun,
) -> Option<&'b Target> {
    let rank = |row: &Target| {
        let mut all = berkas.dokumen.iter().enumerate();
        let (place, dokumen) = all.find(|(_, it)| it.id == row.dokumen)?;
        let is_in_force = dokumen.tahun.is_none_or(|from| from <= tahun)
            && dokumen.sampai.is_none_or(|to| tahun <= to);
        let is_renstra = dokumen.jenis == JenisDokumen::Renstra;
        is_renstra.then_some((is_in_force, row.tahun, dokumen.tanggal, place))
    };
    let rows = berkas.target.iter().filter(|row| {
        row.indikator == *indikator
            && row.jenis == JenisTarget::Target
            && row.periode == Periode::Tahun
    });
    let ranked = rows.filter_map(|row| Some((rank(row)?, row)));
    ranked.max_by_key(|(rank, _)| *rank).map(|(_, row)| row)
}

/// The names that a formula of one indikator may use, in one period.
struct Names<'m, 'a> {
    measuring: &'m Measuring<'a>,
    indikator: &'m Indikator,
    akumulasi: Akumulasi,
    tahun: Tahun,
    periode: Periode,
    /// The quarters of the period, or those of it that are asked for.
    quarters: &'static [Periode],
    /// The values of its variables in each period of the year.
    stated: Vec<(Periode, &'m Stated<'a>)>,
    /// What the registers of the formula have in the period.
    cases: BTreeMap<&'a str, Result<Vec<Kasus<'a>>, RegisterError>>,
}

impl<'a> Names<'_, 'a> {
    /// Looks the cases up that the formula asks for, once.
    fn count(&mut self, formula: &Formula) {
        let known = &self.measuring.facts.register;
        for used in formula.registers() {
            let Some((name, register)) = known.get_key_value(used.name) else { continue };
            let berkas = self.measuring.berkas;
            let found = || register::cases_in(berkas, register, self.tahun, self.quarters);
            self.cases.entry(name).or_insert_with(found);
        }
    }

    /// Why one of the registers cannot be counted.
    fn refusal(&self) -> Option<&RegisterError> {
        self.cases.values().find_map(|it| it.as_ref().err())
    }

    fn declared(&self, name: &str) -> Option<&Variabel> {
        let mut all = self.measuring.berkas.variabel.iter();
        all.find(|it| it.indikator == self.indikator.id && it.id.as_str() == name)
    }

    fn stated(&self, name: &str, periode: Periode) -> Option<&NilaiVariabel> {
        let (_, values) = self.stated.iter().find(|it| it.0 == periode)?;
        values.iter().find(|(id, _)| id.as_str() == name).map(|(_, it)| *it)
    }

    /// The value of the period; of a year without one, the quarters put together. Numerators and
    /// denominators are accumulated, never the percentages.
    fn value(&self, name: &str) -> Option<Exact> {
        let own = self.stated(name, self.periode).and_then(|it| it.nilai);
        if self.is_of_its_period(own) {
            return own.map(Exact::from);
        }
        let quarters: Option<Vec<Exact>> =
            self.quarters.iter().map(|it| self.stated(name, *it)?.nilai.map(Exact::from)).collect();
        accumulate(self.akumulasi, &quarters?)
    }

    fn title(&self, name: &str) -> String {
        self.declared(name).map_or_else(|| name.to_owned(), |it| it.nama.clone())
    }

    /// Whether a value is the one that was stated for the period, and not put together from quarters.
    fn is_of_its_period(&self, own: Option<Decimal>) -> bool {
        let is_whole = self.quarters == self.periode.quarters();
        self.periode != Periode::Tahun || (is_whole && own.is_some())
    }

    /// Whether everything that enters the value is verified: what other periods state does not enter it.
    fn is_verified(&self, name: &str) -> bool {
        let of = |periode: Periode| {
            self.stated(name, periode).is_none_or(|it| it.verifikasi == Verifikasi::Terverifikasi)
        };
        let own = self.stated(name, self.periode).and_then(|it| it.nilai);
        match self.is_of_its_period(own) {
            true => of(self.periode),
            false => self.quarters.iter().all(|it| of(*it)),
        }
    }

    fn input(&self, name: &str) -> Masukan {
        let declared = self.declared(name);
        let satuan = declared.map_or("", |it| it.satuan.as_str());
        let value = self.value(name);
        let stated = self.stated(name, self.periode);
        Masukan {
            nama: self.title(name),
            nilai: value.map_or_else(|| crate::NONE.to_owned(), |it| show_with(&it, satuan)),
            figure: None,
            sumber: stated.and_then(|it| self.measuring.facts.sumber(&it.asal)),
            fakta: self.rows_of(name),
        }
    }

    /// The rows in which the value of a variable was entered: that of the period, or those of its quarters.
    fn rows_of(&self, name: &str) -> Vec<Fakta> {
        let row = |at: Periode| {
            let it = self.stated(name, at).filter(|it| it.nilai.is_some())?;
            let key = [it.indikator.as_str(), name, &it.tahun.to_string(), at.code()];
            Some(Fakta::new("nilai_variabel", &key))
        };
        match row(self.periode) {
            Some(own) => vec![own],
            None => self.quarters.iter().filter_map(|it| row(*it)).collect(),
        }
    }

    fn register_input(&self, used: &crate::formula::RegisterUse<'_>) -> Masukan {
        let nilai = match self.register(used.name, used.state, used.aggregate) {
            Lookup::Value(value) => show(&value),
            Lookup::Unknown | Lookup::Absent => crate::NONE.to_owned(),
        };
        let mut all = self.measuring.berkas.register.iter();
        let title = all.find(|it| it.id.as_str() == used.name).map(|it| it.nama.as_str());
        let state = used.state.map(|it| format!(", status «{it}»")).unwrap_or_default();
        Masukan {
            nama: format!("register {}{state}", title.unwrap_or(used.name)),
            nilai,
            figure: None,
            sumber: None,
            fakta: vec![Fakta::new("register", &[used.name])],
        }
    }

    /// Whether any register that the formula counts has a case in the period, or cannot say so.
    fn has_records(&self) -> bool {
        self.cases.values().any(|it| it.as_ref().is_ok_and(|it| !it.is_empty()) || it.is_err())
    }
}

impl Scope for Names<'_, '_> {
    fn variable(&self, name: &str) -> Lookup {
        match (self.declared(name), self.value(name)) {
            (None, _) => Lookup::Unknown,
            (Some(_), None) => Lookup::Absent,
            (Some(_), Some(value)) => Lookup::Value(value),
        }
    }

    fn variable_names(&self) -> Vec<&str> {
        let all = self.measuring.berkas.variabel.iter();
        all.filter(|it| it.indikator == self.indikator.id).map(|it| it.id.as_str()).collect()
    }

    fn register(&self, name: &str, state: Option<&str>, aggregate: Aggregate) -> Lookup {
        let all = match self.cases.get(name) {
            None => return Lookup::Unknown,
            Some(Err(_)) => return Lookup::Absent,
            Some(Ok(all)) => all,
        };
        let mut records = all.iter().filter(|it| state.is_none_or(|state| it.status == state));
        match aggregate {
            Aggregate::Count => {
                let n = i64::try_from(records.count()).expect("registers are limited in length");
                Lookup::Value(Exact::integer(n))
            }
            Aggregate::Sum => {
                let sum = records.try_fold(Exact::zero(), |sum, it| {
                    it.nilai.map(|value| &sum + &Exact::from(value))
                });
                sum.map_or(Lookup::Absent, Lookup::Value)
            }
        }
    }

    fn register_names(&self) -> Vec<&str> {
        self.measuring.facts.register.keys().copied().collect()
    }

    fn state_names(&self, register: &str) -> Vec<&str> {
        let Some(register) = self.measuring.facts.register.get(register) else { return Vec::new() };
        let rows = self.measuring.berkas.catatan_register.iter();
        let own = rows.filter(|it| it.register == register.id).map(|it| it.status.as_str());
        let states: BTreeSet<&str> =
            register::states(register.jenis).iter().copied().chain(own).collect();
        states.into_iter().collect()
    }
}

/// `Capaian Indeks … triwulan III tahun 2023`.
fn title(what: &str, it: &Indikator, tahun: Tahun, periode: Periode) -> String {
    format!("{what} {} {}", it.nama, words(tahun, periode))
}

fn words(tahun: Tahun, periode: Periode) -> String {
    match periode {
        Periode::Tahun => format!("tahun {tahun}"),
        other => format!("{} tahun {tahun}", periode_words(other)),
    }
}

fn target_words(target: &NilaiTarget, satuan: &str) -> String {
    let number = |it: &Decimal| show_with(&Exact::from(*it), satuan);
    match target {
        NilaiTarget::Angka(it) => number(it),
        NilaiTarget::Rentang(low, high) => {
            format!("{}–{}", angka::format_trimmed(*low), number(high))
        }
        NilaiTarget::Predikat(it) => it.clone(),
    }
}

fn reached_words(reached: &Reached, satuan: &str) -> String {
    match reached {
        Reached::Angka(it) => show_with(it, satuan),
        Reached::Predikat(it) => it.clone(),
    }
}

/// Whether two values print alike at the declared precision.
fn same_when_rounded(one: &Reached, other: &Reached, cara: &CaraUkur) -> bool {
    match (one, other) {
        (Reached::Angka(one), Reached::Angka(other)) => {
            one.round(cara.presisi_realisasi, cara.mode)
                == other.round(cara.presisi_realisasi, cara.mode)
        }
        _ => one == other,
    }
}
