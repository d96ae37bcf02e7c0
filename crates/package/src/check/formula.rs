//! Formulas: readable, over names that exist, and with divisors that are not zero.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use selaras_domain::{Exact, Id, IndikatorId, Periode, Tahun};
use selaras_rules::formula::{
    self, Aggregate, Formula, FormulaError, FormulaErrorKind, Lookup, Scope,
};

use super::cell;
use crate::error::{Problem, Problems, shown};
use crate::tables::Lists;

/// The values of one indikator in one year: the line of each, and the value if there is one.
type Values<'a> = BTreeMap<&'a str, (u32, Option<Exact>)>;

pub(super) fn check(lists: &Lists, problems: &mut Problems) {
    check_names(lists, problems);
    let registers = registers(lists);
    let mut variables: HashMap<&IndikatorId, Vec<&str>> = HashMap::new();
    for variabel in &lists.variabel.items {
        variables.entry(&variabel.indikator).or_default().push(variabel.id.as_str());
    }
    let mut values: HashMap<&IndikatorId, BTreeMap<Tahun, Values<'_>>> = HashMap::new();
    for (line, nilai) in lists.nilai_variabel.iter() {
        // A quarter in which nothing was asked for is no fault; a year without is.
        if nilai.periode == Periode::Tahun {
            let years = values.entry(&nilai.indikator).or_default();
            let value = nilai.nilai.map(Exact::from);
            years.entry(nilai.tahun).or_default().insert(nilai.variabel.as_str(), (line, value));
        }
    }
    let names_are_known = lists.variabel.is_complete()
        && lists.register.is_complete()
        && lists.catatan_register.is_complete();
    for (line, indikator) in lists.indikator.iter() {
        let Some(text) = &indikator.formula else { continue };
        let place = cell("indikator", line, "formula");
        let formula = match Formula::parse(text) {
            Ok(formula) => formula,
            Err(error) => {
                problems.push(place, bad_formula(&error, text));
                continue;
            }
        };
        let names = variables.get(&indikator.id).map(Vec::as_slice).unwrap_or_default();
        let unlike = Unlike { names, registers: &registers };
        let unknown = formula.check(&unlike);
        if !unknown.is_empty() {
            if names_are_known {
                for error in unknown {
                    problems.push(place.clone(), bad_formula(&error, text));
                }
            }
            continue;
        }
        if let Err(error) = formula.evaluate(&unlike) {
            problems.push(place, bad_formula(&error, text));
            continue;
        }
        for (tahun, values) in values.get(&indikator.id).into_iter().flatten() {
            let year = Year { values, names };
            let Err(error) = formula.evaluate(&year) else { continue };
            let FormulaErrorKind::DivisionByZero { divisor } = error.kind() else { continue };
            // Where the divisor is a variable, its value is the place to mend.
            let place = match values.get(divisor.as_str()) {
                Some((line, _)) => cell("nilai_variabel", *line, "nilai"),
                None => place.clone(),
            };
            let (divisor, tahun) = (shown(divisor), tahun.to_string());
            problems.push(place, Problem::DivisionByZero { divisor, tahun });
        }
    }
}

/// Names that a formula could not write.
fn check_names(lists: &Lists, problems: &mut Problems) {
    let variables = lists.variabel.iter().map(|(line, it)| ("variabel", line, it.id.as_str()));
    let registers = lists.register.iter().map(|(line, it)| ("register", line, it.id.as_str()));
    for (list, line, name) in variables.chain(registers) {
        if !formula::is_name(name) {
            let problem = Problem::UnusableVariableName { found: shown(name) };
            problems.push(cell(list, line, "id"), problem);
        }
    }
}

fn bad_formula(error: &FormulaError, text: &str) -> Problem {
    let part = text.get(error.span()).unwrap_or_default();
    let pointed = if part.is_empty() { "akhir rumus".to_owned() } else { shown(part) };
    Problem::BadFormula { reason: error.to_string(), pointed }
}

/// The states of each register.
fn registers(lists: &Lists) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut registers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for register in &lists.register.items {
        let states = selaras_rules::register::states(register.jenis);
        registers.entry(register.id.as_str()).or_default().extend(states);
    }
    for catatan in &lists.catatan_register.items {
        registers.entry(catatan.register.as_str()).or_default().insert(&catatan.status);
    }
    registers
}

/// Gives every name a value unlike all others, so that what is still zero is always zero:
/// `a / 0`, `a / (b - b)`.
struct Unlike<'a> {
    names: &'a [&'a str],
    registers: &'a BTreeMap<&'a str, BTreeSet<&'a str>>,
}

/// The value of the `index`-th name: a ratio that no plain formula cancels by accident.
fn unlike(index: usize) -> Lookup {
    let index = i64::try_from(index).unwrap_or(i64::from(u32::MAX)) + 1;
    let ratio = Exact::ratio(1_000_003 + 7_919 * index * index, 101 + 2 * index);
    ratio.map_or(Lookup::Absent, Lookup::Value)
}

impl Scope for Unlike<'_> {
    fn variable(&self, name: &str) -> Lookup {
        self.names.iter().position(|it| *it == name).map_or(Lookup::Unknown, unlike)
    }

    fn variable_names(&self) -> Vec<&str> {
        self.names.to_vec()
    }

    fn register(&self, name: &str, state: Option<&str>, aggregate: Aggregate) -> Lookup {
        let Some(states) = self.registers.get(name) else { return Lookup::Unknown };
        let state = match state {
            None => 0,
            Some(state) => match states.iter().position(|it| *it == state) {
                Some(position) => position + 1,
                None => return Lookup::Unknown,
            },
        };
        let register = self.registers.keys().position(|it| *it == name).unwrap_or_default();
        // Sums apart from counts, registers apart from each other.
        let aggregate = usize::from(aggregate == Aggregate::Sum);
        unlike(self.names.len() + 2 * (register * 1_000 + state) + aggregate)
    }

    fn register_names(&self) -> Vec<&str> {
        self.registers.keys().copied().collect()
    }

    fn state_names(&self, register: &str) -> Vec<&str> {
        self.registers.get(register).into_iter().flatten().copied().collect()
    }
}

/// The values of a year. Registers are left to the measurement, which knows their quarters.
struct Year<'a> {
    values: &'a Values<'a>,
    names: &'a [&'a str],
}

impl Scope for Year<'_> {
    fn variable(&self, name: &str) -> Lookup {
        match self.values.get(name) {
            Some((_, Some(value))) => Lookup::Value(value.clone()),
            _ if self.names.contains(&name) => Lookup::Absent,
            _ => Lookup::Unknown,
        }
    }

    fn variable_names(&self) -> Vec<&str> {
        self.names.to_vec()
    }

    fn register(&self, _: &str, _: Option<&str>, _: Aggregate) -> Lookup {
        Lookup::Absent
    }
}
