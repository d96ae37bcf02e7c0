//! Figures of the budget: pagu by document, realisasi by period, absorption; rolled up the tree.
//!
//! What a source states for a parent stands beside its children. Complete children are added up;
//! where one is missing, the stated figure is used and marked; a difference is reported.

use std::collections::{BTreeMap, BTreeSet};

use selaras_domain::{
    Asal, BarisId, Code, DokumenId, Exact, Figure, FigureId, Id, Jejak, JenisBelanja,
    JenisIndikator, Jenjang, Keadaan, Masukan, Periode, ProgramKegiatan, RoundingMode, Rupiah,
    TahapPembulatan, Tahun, angka,
};

use super::figure::{Draft, ILLEGIBLE, add_note, input, no_trail};
use super::{Measuring, UNDER_WAY, anggaran_id};
use crate::rule::{self, Rule};
use crate::{Alasan, efisiensi};

/// The key of the whole office in ids of figures.
const TOTAL: &str = "total";
/// The key of the programs that serve an IKU.
const PRIORITAS: &str = "prioritas";
/// What the keys of kinds of spending begin with.
const BELANJA: &str = "belanja-";

/// Whether a key in ids of figures is of no row: a row that is called so has no figures of its own.
fn is_reserved(key: &str) -> bool {
    [TOTAL, PRIORITAS].contains(&key) || key.starts_with(BELANJA)
}

/// What is known of the money of one row.
#[derive(Clone)]
struct Amount {
    jumlah: Option<i64>,
    keadaan: Keadaan,
    note: Option<String>,
    masukan: Vec<Masukan>,
    rule: Option<&'static Rule>,
}

/// What a source says of a row: the money, unless illegible, and where.
struct Stated {
    jumlah: Option<i64>,
    sumber: Option<String>,
    note: Option<String>,
}

impl Measuring<'_> {
    pub(super) fn anggaran(&mut self) {
        self.pagu_by_dokumen();
        self.pagu_in_force();
        self.realisasi_anggaran();
        self.belanja();
        self.prioritas();
        self.sampai_dengan();
        self.persen();
    }

    /// `anggaran/<baris>/<tahun>/pagu/<dokumen>`: every document as it states and adds up itself.
    fn pagu_by_dokumen(&mut self) {
        let facts = &self.facts;
        let mut figures = Vec::new();
        for ((dokumen, tahun), stated) in &facts.pagu {
            let own = |baris: &BarisId| {
                stated.get(baris).map(|it| Stated {
                    jumlah: it.jumlah.map(Rupiah::get),
                    sumber: facts.sumber(&it.asal),
                    note: it.asal.catatan.clone(),
                })
            };
            let title = facts.dokumen(dokumen).map_or(dokumen.as_str(), |it| it.judul.as_str());
            for (key, nama, amount) in self.roll_up(&own) {
                let id = anggaran_id(&key, *tahun, &format!("pagu/{dokumen}"));
                let label = format!("Pagu {nama} tahun {tahun} menurut {title}");
                figures.push(self.money(id, label, amount));
            }
        }
        figures.into_iter().for_each(|it| self.hasil.push(it));
    }

    /// `anggaran/<baris>/<tahun>/pagu`: what the most binding document says.
    fn pagu_in_force(&mut self) {
        let mut dokumen: Vec<(&DokumenId, Tahun)> = self.facts.pagu.keys().copied().collect();
        dokumen.sort_by_cached_key(|(id, _)| self.facts.pagu_rank(id));
        let mut chosen: BTreeMap<(String, Tahun), Figure> = BTreeMap::new();
        let mut order = Vec::new();
        for (id, tahun) in dokumen {
            for key in self.keys() {
                let each = anggaran_id(&key, tahun, &format!("pagu/{id}"));
                let Some(figure) = self.get(&each).filter(|it| it.value.is_some()) else {
                    continue;
                };
                let mut figure = figure.clone();
                figure.id = anggaran_id(&key, tahun, "pagu");
                if let std::collections::btree_map::Entry::Vacant(slot) =
                    chosen.entry((key.clone(), tahun))
                {
                    order.push((key, tahun));
                    slot.insert(figure);
                }
            }
        }
        for key in order {
            self.hasil.push(chosen.remove(&key).expect("every ordered key was chosen"));
        }
    }

    fn realisasi_anggaran(&mut self) {
        let years: BTreeSet<Tahun> =
            self.facts.realisasi_anggaran.keys().map(|(_, tahun, _)| *tahun).collect();
        let mut figures = Vec::new();
        for tahun in years {
            for periode in Periode::ALL.iter().map(|(it, _)| *it) {
                let own = |baris: &BarisId| self.realisasi_of(baris, tahun, periode);
                for (key, nama, amount) in self.roll_up(&own) {
                    let (rest, words) = match periode {
                        Periode::Tahun => ("realisasi".to_owned(), format!("tahun {tahun}")),
                        Periode::Kumulatif => {
                            ("kumulatif/realisasi".to_owned(), format!("s.d. tahun {tahun}"))
                        }
                        quarter => (
                            format!("{}/realisasi", quarter.code()),
                            format!("{} tahun {tahun}", periode_words(quarter)),
                        ),
                    };
                    let label = format!("Realisasi anggaran {nama} {words}");
                    figures.push(self.money(anggaran_id(&key, tahun, &rest), label, amount));
                }
            }
        }
        figures.into_iter().for_each(|it| self.hasil.push(it));
    }

    /// What the sources say of a row in a period. A year that nobody states is the sum of its
    /// quarters, when all four are known.
    fn realisasi_of(&self, baris: &BarisId, tahun: Tahun, periode: Periode) -> Option<Stated> {
        let facts = &self.facts;
        let fact = |periode| facts.realisasi_anggaran.get(&(baris, tahun, periode)).copied();
        let quarters: Option<i64> =
            Periode::TRIWULAN.iter().map(|it| fact(*it)?.jumlah.map(Rupiah::get)).sum();
        let stated = |asal: &Asal, jumlah: Option<Rupiah>| Stated {
            jumlah: jumlah.map(Rupiah::get),
            sumber: facts.sumber(asal),
            note: asal.catatan.clone(),
        };
        match (periode, fact(periode)) {
            (Periode::Tahun, Some(it)) => {
                let mut year = stated(&it.asal, it.jumlah.or(quarters.and_then(Rupiah::new)));
                if let (Some(year_sum), Some(quarter_sum)) = (year.jumlah, quarters)
                    && year_sum != quarter_sum
                {
                    let gap = format!(
                        "jumlah keempat triwulan {} berbeda {} dari realisasi setahun",
                        angka::format_rupiah(quarter_sum),
                        angka::format_rupiah((year_sum - quarter_sum).abs()),
                    );
                    year.note = Some(match year.note {
                        Some(note) => format!("{note}; {gap}"),
                        None => gap,
                    });
                }
                Some(year)
            }
            (_, Some(it)) => Some(stated(&it.asal, it.jumlah)),
            (Periode::Tahun, None) => {
                // A row with some quarters is mentioned, so that its parent does not add up a year
                // without it.
                let known: Vec<_> = Periode::TRIWULAN.iter().filter_map(|it| fact(*it)).collect();
                let illegible = known.iter().find(|it| it.jumlah.is_none());
                let note = match illegible {
                    _ if quarters.is_some() => None,
                    Some(it) => Some(it.asal.catatan.clone().unwrap_or(ILLEGIBLE.to_owned())),
                    None => Some("realisasi triwulan belum lengkap".to_owned()),
                };
                let mentioned = !known.is_empty();
                mentioned.then_some(Stated { jumlah: quarters, sumber: None, note })
            }
            (_, None) => None,
        }
    }

    /// The money of every row that is mentioned, and of the whole office, parents after children.
    fn roll_up(&self, own: &dyn Fn(&BarisId) -> Option<Stated>) -> Vec<(String, String, Amount)> {
        let mut rows = Vec::new();
        let children = self.descend(None, own, &mut rows);
        let mut totals = self.berkas.program_kegiatan.iter();
        let total = totals.find(|it| it.jenjang == Jenjang::Total);
        let stated = total.and_then(|it| own(&it.id));
        if let Some(amount) = combine(&children, stated) {
            let nama = self.berkas.perangkat_daerah.singkatan.clone();
            rows.push((TOTAL.to_owned(), nama, amount));
        }
        rows
    }

    /// The amounts of the rows under `induk` that are mentioned; all rows below are pushed.
    fn descend(
        &self,
        induk: Option<&BarisId>,
        own: &dyn Fn(&BarisId) -> Option<Stated>,
        rows: &mut Vec<(String, String, Amount)>,
    ) -> Vec<(String, Option<i64>)> {
        let mut mentioned = Vec::new();
        for row in self.facts.children(induk) {
            let children = self.descend(Some(&row.id), own, rows);
            if let Some(amount) = combine(&children, own(&row.id)) {
                mentioned.push((row.nama.clone(), amount.jumlah));
                if !is_reserved(row.id.as_str()) {
                    rows.push((row.id.to_string(), row.nama.clone(), amount));
                }
            }
        }
        mentioned
    }

    fn money(&self, id: FigureId, label: String, amount: Amount) -> Figure {
        let value = amount.jumlah.map(Exact::integer);
        let missing = || Alasan::Masukan("nilai rupiah".to_owned());
        let draft = Draft {
            id,
            label,
            satuan: "rupiah".to_owned(),
            presisi: 0,
            mode: RoundingMode::HalfUp,
            tahap: TahapPembulatan::SaatCetak,
        };
        let jejak = self.trail(|| Jejak {
            rule: amount.rule.map(|it| it.id),
            dasar: amount.rule.map_or_else(Vec::new, |it| it.citations(&self.berkas.kebijakan)),
            rumus: amount.rule.map(|it| it.rumus.to_owned()),
            masukan: amount.masukan,
            ..no_trail()
        });
        let mut figure = draft.finish(value.ok_or_else(missing), amount.keadaan, jejak);
        if figure.value.is_none() {
            figure.note = None;
        }
        if let Some(note) = amount.note {
            add_note(&mut figure, note);
        }
        figure.jejak.pembulatan = None;
        figure
    }

    /// `anggaran/belanja-operasi/<tahun>/…`: by kind of spending, from the most binding document.
    fn belanja(&mut self) {
        let mut figures = Vec::new();
        for (jenis, code) in JenisBelanja::ALL {
            let rows = self.berkas.belanja.iter().filter(|it| it.jenis == *jenis);
            let years: BTreeSet<Tahun> = rows.clone().map(|it| it.tahun).collect();
            for tahun in years {
                let best = |amount: fn(&selaras_domain::Belanja) -> Option<Rupiah>| {
                    rows.clone()
                        .filter(|it| it.tahun == tahun && amount(it).is_some())
                        .min_by_key(|it| self.facts.pagu_rank(&it.dokumen))
                };
                let key = format!("{BELANJA}{}", code.replace('_', "-"));
                let words = code.replace('_', " ");
                for (rest, title, amount) in [
                    ("pagu", "Pagu", (|it| it.pagu) as fn(&selaras_domain::Belanja) -> _),
                    ("realisasi", "Realisasi", |it| it.realisasi),
                ] {
                    let Some(row) = best(amount) else { continue };
                    let found = Amount {
                        jumlah: amount(row).map(Rupiah::get),
                        keadaan: Keadaan::Stated,
                        note: row.asal.catatan.clone(),
                        masukan: source(self.facts.sumber(&row.asal), amount(row).map(Rupiah::get)),
                        rule: None,
                    };
                    let label = format!("{title} belanja {words} tahun {tahun}");
                    figures.push(self.money(anggaran_id(&key, tahun, rest), label, found));
                }
            }
        }
        figures.into_iter().for_each(|it| self.hasil.push(it));
    }

    /// `anggaran/prioritas/<tahun>/…`: the programs that serve an IKU.
    fn prioritas(&mut self) {
        let programs: Vec<BarisId> =
            self.program_prioritas().iter().map(|it| it.id.clone()).collect();
        let years: BTreeSet<Tahun> = self.facts.pagu.keys().map(|(_, tahun)| *tahun).collect();
        for tahun in years.into_iter().filter(|_| !programs.is_empty()) {
            for (rest, title) in [("pagu", "Pagu"), ("realisasi", "Realisasi anggaran")] {
                let parts: Vec<&Figure> = programs
                    .iter()
                    .filter_map(|it| self.get(&anggaran_id(it.as_str(), tahun, rest)))
                    .collect();
                if parts.len() < programs.len() {
                    continue;
                }
                let whole = |it: &&Figure| it.value.and_then(|it| i64::try_from(it).ok());
                let jumlah: Option<i64> = parts.iter().map(whole).sum();
                let amount = Amount {
                    jumlah,
                    keadaan: Keadaan::Computed,
                    note: None,
                    masukan: parts.iter().map(|it| input(&it.label, it)).collect(),
                    rule: Some(&rule::ROLLUP),
                };
                let label = format!("{title} program prioritas tahun {tahun}");
                let figure = self.money(anggaran_id(PRIORITAS, tahun, rest), label, amount);
                self.hasil.push(figure);
            }
        }
    }

    /// The programs above the rows that an IKU is mapped to, in printing order.
    fn program_prioritas(&self) -> Vec<&ProgramKegiatan> {
        let iku =
            |id| self.berkas.find_indikator(id).is_some_and(|it| it.jenis == JenisIndikator::Iku);
        let mapped = self.berkas.pemetaan_anggaran.iter().filter(|it| iku(&it.indikator));
        let programs: BTreeSet<&BarisId> =
            mapped.filter_map(|it| self.program_of(&it.baris)).map(|it| &it.id).collect();
        let rows = self.berkas.program_kegiatan.iter();
        rows.filter(|it| programs.contains(&it.id)).collect()
    }

    /// The program that a row is, or is under.
    fn program_of(&self, id: &BarisId) -> Option<&ProgramKegiatan> {
        let mut row = self.berkas.find_baris(id)?;
        while row.jenjang != Jenjang::Program {
            row = self.berkas.find_baris(row.induk.as_ref()?)?;
        }
        Some(row)
    }

    /// `anggaran/<baris>/<tahun>/sd-tw2/…`: what a row, or the whole office, has spent when a quarter ends,
    /// and its share of the pagu; of a quarter that has no realisasi nothing is known.
    fn sampai_dengan(&mut self) {
        let tahun = self.tahun();
        let mut figures = Vec::new();
        for key in self.keys() {
            let id = |rest: &str| anggaran_id(&key, tahun, rest);
            let mut parts: Vec<&Figure> = Vec::new();
            for periode in UNDER_WAY {
                let found = self.get(&id(&format!("{}/realisasi", periode.code())));
                let Some(found) = found else { break };
                parts.push(found);
                let whole = |it: &&Figure| it.value.and_then(|it| i64::try_from(it).ok());
                let Some(jumlah) = parts.iter().map(whole).sum() else { break };
                let rest = format!("sd-{}", periode.code());
                let amount = Amount {
                    jumlah: Some(jumlah),
                    keadaan: Keadaan::Computed,
                    note: None,
                    masukan: match self.with_trails {
                        true => parts.iter().map(|it| input(&it.label, it)).collect(),
                        false => Vec::new(),
                    },
                    rule: Some(&rule::ROLLUP),
                };
                let label = self.label(|| {
                    let mut rows = self.berkas.program_kegiatan.iter();
                    let row = rows.find(|it| it.id.as_str() == key);
                    let what = row.map_or_else(String::new, |it| format!("{} ", it.nama));
                    format!(
                        "Realisasi anggaran {what}s.d. {} tahun {tahun}",
                        periode_words(periode)
                    )
                });
                let realisasi = self.money(id(&format!("{rest}/realisasi")), label, amount);
                if let Some(pagu) = self.get(&id("pagu")) {
                    figures.push(self.penyerapan(id(&format!("{rest}/persen")), &realisasi, pagu));
                }
                figures.push(realisasi);
            }
        }
        figures.into_iter().for_each(|it| self.hasil.push(it));
    }

    /// `…/persen`: absorption, wherever there is a realisasi for a pagu.
    fn persen(&mut self) {
        let ids: Vec<(String, Tahun)> = self.with_realisasi();
        for (key, tahun) in ids {
            let of = |rest| self.get(&anggaran_id(&key, tahun, rest));
            let (Some(pagu), Some(realisasi)) = (of("pagu"), of("realisasi")) else { continue };
            let figure = self.penyerapan(anggaran_id(&key, tahun, "persen"), realisasi, pagu);
            self.hasil.push(figure);
        }
    }

    /// What was spent as a share of the pagu.
    fn penyerapan(&self, id: FigureId, realisasi: &Figure, pagu: &Figure) -> Figure {
        let value = match (&realisasi.exact, &pagu.exact) {
            (Some(realisasi), Some(pagu)) => efisiensi::penyerapan(realisasi, pagu),
            (None, _) => Err(missing_realisasi(realisasi)),
            (_, None) => Err(Alasan::Masukan("pagu".to_owned())),
        };
        let nama = realisasi.label.strip_prefix("Realisasi anggaran ");
        let nama = nama.or(realisasi.label.strip_prefix("Realisasi ")).unwrap_or(&realisasi.label);
        let draft = Draft {
            id,
            label: format!("Penyerapan anggaran {nama}"),
            satuan: "%".to_owned(),
            presisi: self.berkas.kebijakan.presisi_anggaran,
            mode: RoundingMode::HalfUp,
            tahap: TahapPembulatan::SaatCetak,
        };
        let rule = &rule::PENYERAPAN;
        let jejak = self.trail(|| Jejak {
            rule: Some(rule.id),
            dasar: rule.citations(&self.berkas.kebijakan),
            rumus: Some(rule.rumus.to_owned()),
            masukan: vec![input("realisasi anggaran", realisasi), input("pagu", pagu)],
            hitungan: value
                .is_ok()
                .then(|| format!("{} ÷ {} × 100", crate::display(realisasi), crate::display(pagu))),
            pembulatan: None,
        });
        draft.finish(value, Keadaan::Computed, jejak)
    }

    /// Keys and years that have a realisasi, in the order of its figures.
    fn with_realisasi(&self) -> Vec<(String, Tahun)> {
        let parts = |figure: &Figure| {
            let mut words = figure.id.as_str().split('/');
            match (words.next(), words.next(), words.next(), words.next(), words.next()) {
                (Some("anggaran"), Some(key), Some(tahun), Some("realisasi"), None) => {
                    Some((key.to_owned(), Tahun::new(tahun.parse().ok()?)?))
                }
                _ => None,
            }
        };
        self.hasil.figures().iter().filter_map(parts).collect()
    }

    /// Every key that a row, or the whole office, has in ids of figures, in printing order.
    fn keys(&self) -> Vec<String> {
        let rows = self.berkas.program_kegiatan.iter();
        let rows = rows.filter(|it| it.jenjang != Jenjang::Total && !is_reserved(it.id.as_str()));
        rows.map(|it| it.id.to_string()).chain([TOTAL.to_owned()]).collect()
    }
}

/// Why a row has no realisasi: its own cell is illegible, or something below it is missing.
fn missing_realisasi(figure: &Figure) -> Alasan {
    match figure.note.as_deref().is_some_and(|it| it.contains(ILLEGIBLE)) {
        true => Alasan::RealisasiTidakTerbaca,
        false => Alasan::Masukan("realisasi seluruh rincian".to_owned()),
    }
}

/// `triwulan I`, `setahun`.
pub fn periode_words(periode: Periode) -> &'static str {
    match periode {
        Periode::Tw1 => "triwulan I",
        Periode::Tw2 => "triwulan II",
        Periode::Tw3 => "triwulan III",
        Periode::Tw4 => "triwulan IV",
        Periode::Tahun => "setahun",
        Periode::Kumulatif => "kumulatif",
    }
}

fn source(sumber: Option<String>, jumlah: Option<i64>) -> Vec<Masukan> {
    let nilai = jumlah.map_or_else(|| crate::NONE.to_owned(), angka::format_rupiah);
    let input = |sumber| Masukan {
        nama: "dinyatakan dokumen".to_owned(),
        nilai,
        figure: None,
        sumber: Some(sumber),
        fakta: Vec::new(),
    };
    sumber.map(input).into_iter().collect()
}

/// One row from its children and from what a source states for itself.
///
/// `children` are the mentioned rows below, by name; `None` when neither they nor a source say
/// anything.
fn combine(children: &[(String, Option<i64>)], stated: Option<Stated>) -> Option<Amount> {
    let sum: Option<i64> = children.iter().map(|(_, it)| *it).sum();
    let illegible: Vec<&str> =
        children.iter().filter(|(_, it)| it.is_none()).map(|(nama, _)| nama.as_str()).collect();
    match (stated, sum.filter(|_| !children.is_empty())) {
        (None, None) if children.is_empty() => None,
        (stated, Some(sum)) => {
            let rupiah = angka::format_rupiah;
            let gap = stated.as_ref().and_then(|it| it.jumlah).filter(|it| *it != sum).map(|it| {
                format!(
                    "dokumen menyatakan {}, berbeda {} dari jumlah rinciannya",
                    rupiah(it),
                    rupiah((it - sum).abs())
                )
            });
            let note = stated.and_then(|it| it.note);
            let masukan = children.iter().map(|(nama, jumlah)| Masukan {
                nama: nama.clone(),
                nilai: jumlah.map_or_else(|| crate::NONE.to_owned(), rupiah),
                figure: None,
                sumber: None,
                fakta: Vec::new(),
            });
            Some(Amount {
                jumlah: Some(sum),
                keadaan: Keadaan::Computed,
                note: gap.or(note),
                masukan: masukan.collect(),
                rule: Some(&rule::ROLLUP),
            })
        }
        (Some(stated), None) => {
            let legible = stated.jumlah.is_some();
            let parts = (!illegible.is_empty()).then(|| match legible {
                true => format!(
                    "angka menurut dokumen; rincian tidak lengkap: {}",
                    illegible.join("; ")
                ),
                false => format!("rincian tidak lengkap: {}", illegible.join("; ")),
            });
            let note = [stated.note, parts].into_iter().flatten().collect::<Vec<_>>().join("; ");
            let keadaan = match (legible, children.is_empty()) {
                (false, _) => Keadaan::Absent,
                (true, true) => Keadaan::Entered,
                (true, false) => Keadaan::Stated,
            };
            let missing = (!legible && note.is_empty()).then(|| ILLEGIBLE.to_owned());
            Some(Amount {
                jumlah: stated.jumlah,
                keadaan,
                note: missing.or(Some(note).filter(|it| !it.is_empty())),
                masukan: source(stated.sumber, stated.jumlah),
                rule: None,
            })
        }
        (None, None) => Some(Amount {
            jumlah: None,
            keadaan: Keadaan::Absent,
            note: Some(format!("rincian tidak lengkap: {}", illegible.join("; "))),
            masukan: Vec::new(),
            rule: None,
        }),
    }
}
