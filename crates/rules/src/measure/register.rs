//! Figures of the registers: how many cases of the year stand in each state, and give each reason.

use std::collections::BTreeMap;

use selaras_domain::{
    Exact, Fakta, FigureId, Id, Jejak, JenisRegister, Keadaan, Masukan, Periode, Register,
    RoundingMode, TahapPembulatan,
};

use super::Measuring;
use super::figure::{Draft, no_trail};
use crate::register::{self, Kasus, RegisterError};
use crate::rule::{self, Rule};
use crate::{Alasan, NONE};

impl Measuring<'_> {
    pub(super) fn register(&mut self) {
        let berkas = self.berkas;
        for it in &berkas.register {
            let cases = register::cases(berkas, it, self.tahun(), Periode::Tahun);
            self.states(it, &cases);
            self.reasons(it, &cases);
        }
    }

    fn states(&mut self, it: &Register, cases: &Result<Vec<Kasus<'_>>, RegisterError>) {
        let mut counts: BTreeMap<&str, usize> =
            register::states(it.jenis).iter().map(|state| (*state, 0)).collect();
        for kasus in cases.iter().flatten() {
            *counts.entry(kasus.status).or_default() += 1;
        }
        let all = cases.as_ref().map_or(0, Vec::len);
        self.count(it, "semua", "semua kasus", cases, all);
        for (state, n) in counts {
            self.count(it, state, &state.replace('_', " "), cases, n);
        }
    }

    fn reasons(&mut self, it: &Register, cases: &Result<Vec<Kasus<'_>>, RegisterError>) {
        let berkas = self.berkas;
        for alasan in berkas.alasan_register.iter().filter(|row| row.register == it.id) {
            let gives = |kasus: &&Kasus<'_>| kasus.alasan.is_some_and(|id| *id == alasan.id);
            let n = cases.iter().flatten().filter(gives).count();
            let what = format!("alasan/{}", alasan.id);
            self.count(it, &what, &format!("alasan «{}»", alasan.uraian), cases, n);
        }
    }

    fn count(
        &mut self,
        it: &Register,
        what: &str,
        words: &str,
        cases: &Result<Vec<Kasus<'_>>, RegisterError>,
        n: usize,
    ) {
        let tahun = self.tahun();
        let rule = rule_of(it.jenis);
        let draft = Draft {
            id: FigureId::from_parts(&["register", it.id.as_str(), &tahun.to_string(), what]),
            label: format!("{}: {words}, tahun {tahun}", it.nama),
            satuan: "kasus".to_owned(),
            presisi: 0,
            mode: RoundingMode::HalfUp,
            tahap: TahapPembulatan::SaatCetak,
        };
        let value = match cases {
            Ok(_) => Ok(Exact::integer(i64::try_from(n).unwrap_or(i64::MAX))),
            Err(error) => Err(Alasan::Register(error.clone())),
        };
        let until = it.lengkap_sampai.map(selaras_domain::tanggal::format);
        let jejak = self.trail(|| Jejak {
            rule: Some(rule.id),
            dasar: rule.citations(&self.berkas.kebijakan),
            rumus: Some(rule.rumus.to_owned()),
            masukan: vec![Masukan {
                nama: "register lengkap sampai".to_owned(),
                nilai: until.unwrap_or_else(|| NONE.to_owned()),
                figure: None,
                sumber: self.facts.sumber(&it.asal),
                fakta: vec![Fakta::new("register", &[it.id.as_str()])],
            }],
            ..no_trail()
        });
        self.hasil.push(draft.finish(value, Keadaan::Computed, jejak));
    }
}

fn rule_of(jenis: JenisRegister) -> &'static Rule {
    match jenis {
        JenisRegister::Layanan => &rule::REGISTER_LAYANAN,
        JenisRegister::Jabatan => &rule::REGISTER_JABATAN,
        JenisRegister::Disiplin => &rule::REGISTER_DISIPLIN,
        JenisRegister::Diklat => &rule::REGISTER_DIKLAT,
        JenisRegister::Lainnya => &rule::REGISTER_LAINNYA,
    }
}
