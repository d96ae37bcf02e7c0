//! What is said of a column of capaian once its pair is found.

use selaras_domain::Exact;

use super::explain::{Outcome, Policy, Rumus, Stage, value};
use super::ratio::Found;
use super::{Broken, Ledger, Remark};
use crate::finding::{Code, Level};
use crate::number::{Entry, in_style_of, plain};
use crate::table::{Money, Role, View};
use crate::words::squash;

const UNEXPLAINED: Code = Code(1);
const OTHER_POLICY: Code = Code(2);
const MIXED_STAGES: Code = Code(3);
const MONEY: Code = Code(4);

pub(super) fn write(view: &View, found: &Found, ledger: &mut Ledger) {
    let column = Habits::of(view, found);
    for (row, outcome) in &found.rows {
        let slots = [found.target, found.realisasi, found.result].map(|it| view.slot(*row, it));
        let inputs = vec![slots[0].at, slots[1].at];
        let at = slots[2].at;
        let code = if column.is_money { MONEY } else { UNEXPLAINED };
        match outcome {
            Outcome::Unknown => {}
            Outcome::Explained(policy) => match column.objection(view, found, *row, policy) {
                None => ledger.holds(code, at, inputs),
                Some((code, Level::Info, message)) => {
                    let expected = expected(view, found, *row);
                    ledger.holds(UNEXPLAINED, at, inputs);
                    ledger.remarks.push(Remark { code, cell: at, expected, message });
                }
                Some((code, level, message)) => {
                    let expected = expected(view, found, *row);
                    ledger.fails(code, level, at, inputs, Broken::new(expected, message));
                }
            },
            Outcome::Unexplained => {
                let message = unexplained(view, found, *row, &column);
                let level =
                    if column.is_near(view, found, *row) { Level::Warning } else { Level::Error };
                let expected = expected(view, found, *row);
                ledger.fails(code, level, at, inputs, Broken::new(expected, message));
            }
        }
    }
}

/// What the column does in most of its rows.
struct Habits {
    is_money: bool,
    /// Rows that show a value above a cap, by which a cap in another row is an exception.
    uncapped: Vec<Exact>,
    printed: usize,
    raw: usize,
    lower_is_better: usize,
    positive: usize,
}

impl Habits {
    fn of(view: &View, found: &Found) -> Habits {
        let is_money = view.columns[found.target].money == Money::Yes
            && view.columns[found.realisasi].money == Money::Yes;
        let mut habits = Habits {
            is_money,
            uncapped: Vec::new(),
            printed: 0,
            raw: 0,
            lower_is_better: 0,
            positive: 0,
        };
        for (row, outcome) in &found.rows {
            let Outcome::Explained(policy) = outcome else { continue };
            if policy.cap.is_none()
                && let Some(it) = view.slot(*row, found.result).entry.number()
            {
                habits.uncapped.push(it.first().value.clone());
            }
            match policy.stage {
                Stage::Printed => habits.printed += 1,
                Stage::Raw => habits.raw += 1,
                Stage::Truncated | Stage::Limited => {}
            }
            match policy.rumus {
                Rumus::Positif => habits.positive += 1,
                _ => habits.lower_is_better += 1,
            }
        }
        habits
    }

    /// Why a cell that a policy explains is still worth a word.
    fn objection(
        &self,
        view: &View,
        found: &Found,
        row: usize,
        policy: &Policy,
    ) -> Option<(Code, Level, String)> {
        let text = &view.slot(row, found.result).text;
        if let Some(cap) = policy.cap
            && self.uncapped.iter().any(|it| *it > Exact::integer(cap))
        {
            return Some((
                OTHER_POLICY,
                Level::Warning,
                format!(
                    "Capaian {text} hanya cocok bila dibatasi paling tinggi {cap}%, sedangkan baris lain pada kolom yang sama dicetak di atas {cap}% tanpa batas. Tetapkan satu aturan untuk seluruh kolom."
                ),
            ));
        }
        let has_odd_cap = policy.cap.is_some()
            && is_negative(policy)
            && self.positive > self.lower_is_better
            && self.positive >= 2;
        if has_odd_cap && !is_lower_better(view, found, row) {
            return Some((
                OTHER_POLICY,
                Level::Warning,
                format!(
                    "Capaian {text} hanya cocok bila makin rendah makin baik dan dibatasi, padahal baris lain pada kolom ini memakai realisasi ÷ target × 100. Periksa target {} dan realisasi {}.",
                    view.slot(row, found.target).text,
                    view.slot(row, found.realisasi).text
                ),
            ));
        }
        if is_negative(policy) && self.positive >= 2 && self.positive > self.lower_is_better {
            let label = &view.rows[row].label;
            let level = match direction(label, &view.slot(row, found.target).text) {
                Direction::Lower => return None,
                Direction::Higher => Level::Warning,
                Direction::Unknown if self.lower_is_better > 1 => return None,
                Direction::Unknown => Level::Info,
            };
            return Some((
                OTHER_POLICY,
                level,
                format!(
                    "Capaian {text} hanya cocok dengan rumus {}, sedangkan baris lain pada kolom ini memakai realisasi ÷ target × 100. Pastikan indikator ini memang makin rendah makin baik, lalu cantumkan rumusnya.",
                    policy.rumus.words()
                ),
            ));
        }
        if policy.stage == Stage::Raw && self.printed > self.raw && !self.is_money {
            return Some((
                MIXED_STAGES,
                Level::Info,
                format!(
                    "Capaian {text} hanya cocok bila dihitung dari realisasi sebelum dibulatkan; baris lain pada kolom ini dihitung dari realisasi yang tercetak. Keduanya benar, tetapi satu kolom sebaiknya memakai satu tahap pembulatan."
                ),
            ));
        }
        None
    }

    /// Off by one step of the last digit only.
    fn is_near(&self, view: &View, found: &Found, row: usize) -> bool {
        let Some(printed) = view.slot(row, found.result).entry.number() else { return false };
        let Some(exact) = exact(view, found, row) else { return false };
        let step = &printed.first().step;
        printed.first().places > 0
            && (&exact - &printed.first().value).abs() <= step + &super::half(step)
    }
}

fn is_negative(policy: &Policy) -> bool {
    matches!(policy.rumus, Rumus::NegatifLan | Rumus::NegatifBalik | Rumus::NegatifSelisih)
}

fn is_lower_better(view: &View, found: &Found, row: usize) -> bool {
    let target = &view.slot(row, found.target).text;
    matches!(direction(&view.rows[row].label, target), Direction::Lower)
}

fn exact(view: &View, found: &Found, row: usize) -> Option<Exact> {
    let number =
        |column: usize| view.slot(row, column).entry.number().map(|it| it.first().value.clone());
    value(Rumus::Positif, &number(found.target)?, &number(found.realisasi)?)
}

/// The value under the formula of the column, in the style of the printed one.
fn expected(view: &View, found: &Found, row: usize) -> Option<String> {
    let slot = view.slot(row, found.result);
    let places = slot.entry.number()?.first().places;
    let is_word = matches!(view.slot(row, found.target).entry, Entry::Text);
    let value = if is_word { super::hundred() } else { exact(view, found, row)? };
    Some(in_style_of(&slot.text, &value, places))
}

fn unexplained(view: &View, found: &Found, row: usize, habits: &Habits) -> String {
    let text = |column: usize| view.slot(row, column).text.clone();
    let (target, realisasi, printed) =
        (text(found.target), text(found.realisasi), text(found.result));
    let (target_name, realisasi_name) = match (habits.is_money, view.columns[found.target].role) {
        (true, _) => ("anggaran", "realisasi"),
        (_, Role::Bobot) => ("bobot", "nilai"),
        _ => ("target", "realisasi"),
    };
    let candidates: Vec<String> = match (&view.slot(row, found.target).entry, habits.is_money) {
        (Entry::Number(t), false) => {
            let r = view.slot(row, found.realisasi).entry.number();
            [Rumus::Positif, Rumus::NegatifLan, Rumus::NegatifBalik, Rumus::NegatifSelisih]
                .into_iter()
                .filter_map(|it| {
                    Some(format!(
                        "{} = {}",
                        it.words(),
                        plain(&value(it, &t.first().value, &r?.first().value)?, 2)
                    ))
                })
                .collect()
        }
        (Entry::Number(t), true) => {
            let r = view.slot(row, found.realisasi).entry.number();
            r.and_then(|r| value(Rumus::Positif, &t.first().value, &r.first().value))
                .map(|it| format!("{realisasi_name} ÷ {target_name} × 100 = {}", plain(&it, 3)))
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    };
    let tried = if candidates.is_empty() {
        String::new()
    } else {
        format!(" Yang dicoba: {}.", candidates.join("; "))
    };
    let rule = if habits.is_money {
        ""
    } else {
        ", dengan maupun tanpa batas atas 100, 110, 120, atau 150 persen"
    };
    format!(
        "Tercetak {printed}, padahal {target_name} {target} dan {realisasi_name} {realisasi} tidak menghasilkannya dengan rumus mana pun yang dikenal{rule}.{tried}"
    )
}

enum Direction {
    Lower,
    Higher,
    Unknown,
}

/// Which way is better, as far as the name of an indikator tells.
fn direction(label: &str, target: &str) -> Direction {
    const LOWER: [&str; 48] = [
        "kemiskinan",
        "miskin",
        "pengangguran",
        "kematian",
        "stunting",
        "kurus",
        "gizi",
        "prevalensi",
        "insiden",
        "penurunan",
        "menurun",
        "berkurang",
        "pengurangan",
        "temuan",
        "inflasi",
        "gini",
        "ketimpangan",
        "kecelakaan",
        "pelanggaran",
        "kasus",
        "konflik",
        "kekerasan",
        "kriminal",
        "pengaduan",
        "keluhan",
        "lamawaktu",
        "waktutunggu",
        "waktupelayanan",
        "deathrate",
        "infeksi",
        "kesenjangan",
        "importerhadap",
        "imporbahan",
        "waktutanggap",
        "responsetime",
        "ratarata waktu",
        "kehilangan",
        "kebocoran",
        "putussekolah",
        "tunggakan",
        "emisi",
        "kumuh",
        "rusak",
        "bencana",
        "kebakaran",
        "narkoba",
        "drop",
        "buta",
    ];
    const HIGHER: [&str; 12] = [
        "indeks",
        "nilai",
        "cakupan",
        "persentasepelayanan",
        "tepatwaktu",
        "kepuasan",
        "meningkat",
        "peningkatan",
        "akuntabilitas",
        "predikat",
        "skor",
        "persentasepengembangan",
    ];
    let squashed = squash(label);
    let any = |list: &[&str]| list.iter().any(|it| squashed.contains(&squash(it)));
    if any(&LOWER) || target.trim_start().starts_with(['<', '≤']) {
        Direction::Lower
    } else if any(&HIGHER) {
        Direction::Higher
    } else {
        Direction::Unknown
    }
}
