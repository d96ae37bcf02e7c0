//! Averages over the subkegiatan, and over the money.

use selaras_domain::{
    Code, Exact, Figure, FigureId, Id, Jejak, JenisIndikator, Jenjang, Keadaan, Masukan, Pokok,
    RataRata, RoundingMode, TahapPembulatan, angka,
};

use super::anggaran::periode_words;
use super::figure::{Draft, add_note, input, no_trail};
use super::{Measuring, UNDER_WAY, anggaran_id, indikator_id};
use crate::Alasan;
use crate::rule;

/// A subkegiatan that counts: capaian of its keluaran and its pagu.
struct Term {
    capaian: Exact,
    pagu: Exact,
}

impl Measuring<'_> {
    /// `rata-rata/kinerja/<tahun>`, its two ways beside it, as it stands after each quarter before the
    /// last (`…/sd-tw2`), and `rata-rata/anggaran/<tahun>`.
    pub(super) fn rata_rata(&mut self) {
        let tahun = self.tahun().to_string();
        let declared = self.berkas.kebijakan.rata_rata;
        for periode in UNDER_WAY {
            let rest = format!("sd-{}", periode.code());
            let (terms, left_out) = self.terms(&format!("{rest}/capaian"));
            if terms.is_empty() {
                continue;
            }
            let when = format!("s.d. {} tahun {tahun}", periode_words(periode));
            let figure = self.kinerja(declared, (&terms, &left_out), &when);
            let id = FigureId::from_parts(&["rata-rata", "kinerja", &tahun, &rest]);
            self.hasil.push(Figure { id, ..figure });
        }
        let (terms, left_out) = self.terms("capaian");
        let when = format!("tahun {tahun}");
        for (way, code) in RataRata::ALL {
            let figure = self.kinerja(*way, (&terms, &left_out), &when);
            if *way == declared {
                let id = FigureId::from_parts(&["rata-rata", "kinerja", &tahun]);
                self.hasil.push(Figure { id, ..figure.clone() });
            }
            let id = FigureId::from_parts(&["rata-rata", "kinerja", &tahun, code]);
            self.hasil.push(Figure { id, ..figure });
        }
        self.rata_rata_anggaran();
    }

    /// The subkegiatan of the budget in force that have a capaian, of the year or as it stands after a
    /// quarter, and the names of those that have a budget but no capaian.
    fn terms(&self, capaian: &str) -> (Vec<Term>, Vec<String>) {
        let tahun = self.tahun();
        let mut terms = Vec::new();
        let mut left_out = Vec::new();
        let rows = self.berkas.program_kegiatan.iter();
        // Only the most binding document that goes down to subkegiatan says what was really planned.
        let mut dokumen: Vec<_> = self.facts.pagu.keys().filter(|(_, it)| *it == tahun).collect();
        dokumen.sort_by_cached_key(|(id, _)| self.facts.pagu_rank(id));
        let in_dokumen = |baris: &selaras_domain::BarisId, dokumen: &selaras_domain::DokumenId| {
            self.get(&anggaran_id(baris.as_str(), tahun, &format!("pagu/{dokumen}")))
        };
        let rows: Vec<_> = rows.filter(|it| it.jenjang == Jenjang::Subkegiatan).collect();
        let covering =
            dokumen.iter().find(|(id, _)| rows.iter().any(|row| in_dokumen(&row.id, id).is_some()));
        let Some((dokumen, _)) = covering else { return (terms, left_out) };
        for row in rows {
            let Some(pagu) = in_dokumen(&row.id, dokumen).and_then(|it| it.exact.clone()) else {
                continue;
            };
            let keluaran = self.berkas.indikator.iter().find(|it| {
                it.jenis == JenisIndikator::Keluaran && it.pokok == Pokok::Baris(row.id.clone())
            });
            let found = keluaran
                .and_then(|it| self.get(&indikator_id(&it.id, tahun, capaian)))
                .and_then(|it| it.exact.clone());
            match found {
                Some(capaian) => terms.push(Term { capaian, pagu }),
                None => left_out.push(row.nama.clone()),
            }
        }
        (terms, left_out)
    }

    fn kinerja(
        &self,
        way: RataRata,
        (terms, left_out): (&[Term], &[String]),
        when: &str,
    ) -> Figure {
        let (rule, words) = match way {
            RataRata::Sederhana => (&rule::RATA_RATA_SEDERHANA, "sederhana"),
            RataRata::TertimbangAnggaran => (&rule::RATA_RATA_TERTIMBANG, "tertimbang anggaran"),
        };
        let one = Exact::integer(1);
        let weight = |term: &Term| match way {
            RataRata::Sederhana => one.clone(),
            RataRata::TertimbangAnggaran => term.pagu.clone(),
        };
        let sum: Exact = terms.iter().map(|it| &it.capaian * &weight(it)).sum();
        let weights: Exact = terms.iter().map(weight).sum();
        let value = sum.checked_div(&weights).ok_or(Alasan::TanpaSubkegiatan);
        let n = u32::try_from(terms.len()).expect("subkegiatan are limited in number");
        let kebijakan = &self.berkas.kebijakan;
        let draft = Draft {
            id: FigureId::new(""),
            label: format!("Rata-rata capaian kinerja ({words}) {when}"),
            satuan: "%".to_owned(),
            presisi: kebijakan.presisi_rata_rata,
            mode: RoundingMode::HalfUp,
            tahap: TahapPembulatan::SaatCetak,
        };
        let jejak = self.trail(|| Jejak {
            rule: Some(rule.id),
            dasar: rule.citations(kebijakan),
            rumus: Some(rule.rumus.to_owned()),
            masukan: vec![Masukan {
                nama: "subkegiatan yang dihitung".to_owned(),
                nilai: angka::format(n),
                figure: None,
                sumber: None,
                fakta: Vec::new(),
            }],
            ..no_trail()
        });
        let mut figure = draft.finish(value, Keadaan::Computed, jejak);
        self.rate(&mut figure);
        if !left_out.is_empty() {
            let note = format!("tanpa {} yang capaiannya tidak diketahui", left_out.join("; "));
            add_note(&mut figure, note);
        }
        figure
    }

    fn rata_rata_anggaran(&mut self) {
        let tahun = self.tahun();
        let Some(total) = self.get(&anggaran_id("total", tahun, "persen")) else { return };
        let rule = &rule::RATA_RATA_ANGGARAN;
        let masukan = ["realisasi", "pagu"]
            .iter()
            .filter_map(|it| self.get(&anggaran_id("total", tahun, it)))
            .map(|it| input(&it.label, it));
        let mut figure = Figure {
            id: FigureId::from_parts(&["rata-rata", "anggaran", &tahun.to_string()]),
            label: format!("Rata-rata capaian anggaran tahun {tahun}"),
            jejak: self.trail(|| Jejak {
                rule: Some(rule.id),
                dasar: rule.citations(&self.berkas.kebijakan),
                rumus: Some(rule.rumus.to_owned()),
                masukan: masukan.collect(),
                ..total.jejak.clone()
            }),
            ..total.clone()
        };
        self.rate(&mut figure);
        self.hasil.push(figure);
    }

    fn rate(&self, figure: &mut Figure) {
        let (Some(value), Some(skala)) = (figure.value, &self.berkas.kebijakan.skala_rata_rata)
        else {
            return;
        };
        self.set_predikat(figure, skala, value);
    }
}
