//! The same figure in several tables.

use std::collections::{BTreeMap, HashMap};

use selaras_domain::Exact;

use super::{Broken, Equation, Ledger, half, own_number};
use crate::finding::{Code, Level};
use crate::number::Number;
use crate::table::{CellId, Column, Money, Phase, Role, View};
use crate::words::{squash, words};

const KINERJA: Code = Code(200);
const ANGGARAN: Code = Code(201);

/// More copies than this say nothing new.
const MOST: usize = 12;

/// What a figure is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    label: String,
    role: Role,
    is_money: bool,
    year: Option<u16>,
    plan: Plan,
}

/// Which document a target or pagu comes from, as far as a title tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Plan {
    Unknown,
    Before,
    After,
}

struct Copy<'a> {
    at: CellId,
    table: &'a str,
    text: &'a str,
    number: &'a Number,
    unit: String,
}

pub(super) fn check(views: &[View], ledger: &mut Ledger) {
    let mut all: BTreeMap<Key, Vec<Copy<'_>>> = BTreeMap::new();
    for view in views {
        if is_of_another_kind(view) {
            continue;
        }
        for (key, copy) in figures(view) {
            all.entry(key).or_default().push(copy);
        }
    }
    let mut found = Vec::new();
    for (key, copies) in &all {
        compare(key, copies, &mut found);
    }
    // Two tables that differ in most of what they share speak of different things.
    let mut shared: HashMap<(usize, usize), (usize, usize)> = HashMap::new();
    for it in &found {
        let counts = shared.entry((it.inputs[0].block, it.result.block)).or_default();
        match it.broken {
            None => counts.0 += 1,
            Some(_) => counts.1 += 1,
        }
    }
    found.retain_mut(|it| {
        let (same, other) =
            shared.get(&(it.inputs[0].block, it.result.block)).copied().unwrap_or_default();
        if same == 0 && other == 1 {
            it.level = Level::Info;
        }
        it.broken.is_none() || same >= other || (same == 0 && other == 1)
    });
    ledger.equations.append(&mut found);
}

/// Tables of other documents, of parts of a year, and of other places, whose figures may differ.
fn is_of_another_kind(view: &View) -> bool {
    let title = squash(&view.title);
    [
        "renja",
        "rencanakerja",
        "rkpd",
        "prakiraan",
        "triwulan",
        "kecamatan",
        "nasional",
        "provinsi",
        "standar",
    ]
    .iter()
    .any(|it| title.contains(it))
        || words(&view.title).iter().any(|it| it == "tw")
}

fn figures(view: &View) -> Vec<(Key, Copy<'_>)> {
    let title_year = Column::new(vec![view.title.clone()]).year;
    let title = squash(&view.title);
    // Plans of several years say targets; what they call realisasi is of earlier years.
    let is_plan =
        title.contains("renstra") || title.contains("rencanastrategis") || title.contains("rpjmd");
    let mut found: Vec<(Key, Copy<'_>)> = Vec::new();
    for column in 0..view.columns.len() {
        let it = &view.columns[column];
        let is_figure = matches!(it.role, Role::Target | Role::Realisasi | Role::Capaian)
            && it.quarter.is_none()
            && !it.is_cumulative
            && !it.is_horizon
            && !squash(&it.heading()).contains("kemajuan");
        if !is_figure || (is_plan && (it.role != Role::Target || it.year.is_none())) {
            continue;
        }
        let is_money = it.money == Money::Yes && it.role != Role::Capaian;
        if it.role == Role::Capaian && it.money == Money::Yes {
            continue;
        }
        let plan = match it.phase {
            Some(Phase::After) => Plan::After,
            Some(Phase::Before) => Plan::Before,
            None if title.contains("perubahan") || title.contains("dppa") => Plan::After,
            None => Plan::Unknown,
        };
        for row in view.data_rows() {
            let slot = view.slot(row, column);
            let (Some(number), label) = (own_number(slot), label(&view.rows[row].label)) else {
                continue;
            };
            let Some(year) = it.year.or(view.rows[row].year).or(title_year) else { continue };
            if label.len() < 12 {
                continue;
            }
            let unit: String =
                view.columns_with(Role::Unit).map(|it| squash(&view.slot(row, it).text)).collect();
            let plan = if it.role == Role::Target { plan } else { Plan::Unknown };
            let key = Key { label, role: it.role, is_money, year: Some(year), plan };
            found.push((
                key,
                Copy { at: slot.at, table: &view.name, text: &slot.text, number, unit },
            ));
        }
    }
    // A label that stands twice in one table names two things.
    let is_double = |key: &Key| found.iter().filter(|it| it.0 == *key).count() > 1;
    let doubles: Vec<bool> = found.iter().map(|it| is_double(&it.0)).collect();
    found.into_iter().zip(doubles).filter(|it| !it.1).map(|it| it.0).collect()
}

/// A label without its number and its unit.
fn label(text: &str) -> String {
    let text = text.split('(').next().filter(|it| it.len() > 11).unwrap_or(text);
    squash(text.trim_start_matches(|it: char| it.is_ascii_digit() || ".) ".contains(it)))
}

fn compare(key: &Key, copies: &[Copy<'_>], found: &mut Vec<Equation>) {
    if copies.len() < 2 || copies.len() > MOST {
        return;
    }
    for (index, a) in copies.iter().enumerate() {
        for b in &copies[index + 1..] {
            if a.at.block == b.at.block
                || (!a.unit.is_empty() && !b.unit.is_empty() && a.unit != b.unit)
            {
                continue;
            }
            let code = if key.is_money { ANGGARAN } else { KINERJA };
            let is_same = agree(a.number, b.number);
            // Budgets and targets have phases that titles do not tell: then a difference is no fault.
            let is_of_phases =
                key.role == Role::Target && key.plan == Plan::Unknown && key.is_money;
            if !is_same && is_of_phases {
                continue;
            }
            let broken = (!is_same).then(|| Broken {
                expected: Some(a.text.to_owned()),
                message: format!(
                    "Angka yang sama dicetak berbeda: {} pada {}, {} pada {}.",
                    a.text, a.table, b.text, b.table
                ),
                inputs: vec![Some(b.text.to_owned())],
            });
            found.push(Equation {
                code,
                level: Level::Warning,
                result: b.at,
                inputs: vec![a.at],
                broken,
                is_copy: true,
            });
        }
    }
}

/// Equal as far as the coarser print tells, under some meaning of the marks.
fn agree(a: &Number, b: &Number) -> bool {
    a.may_equal(b)
        || a.readings().any(|x| {
            b.readings().any(|y| {
                let coarser = if x.step > y.step { &x.step } else { &y.step };
                let is_decimal = *coarser < Exact::integer(1) || x.step != y.step;
                is_decimal
                    && x.step != y.step
                    && (&x.value - &y.value).abs()
                        <= half(coarser).max(half(&x.step).max(half(&y.step)))
            })
        })
}
