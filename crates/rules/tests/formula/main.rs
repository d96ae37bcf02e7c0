//! The formula language as its users meet it: cases in a readable file, properties and limits.

use std::collections::BTreeMap;

use selaras_domain::Exact;
use selaras_rules::formula::{Aggregate, Lookup, Scope};

mod golden;
mod limits;
mod properties;

/// A scope written down in a test.
#[derive(Debug, Default)]
struct Facts {
    variables: BTreeMap<String, Option<Exact>>,
    registers: BTreeMap<String, Register>,
}

#[derive(Debug, Default)]
struct Register {
    states: Vec<String>,
    /// State and value of each record; `None` when the register is declared but was never filled.
    records: Option<Vec<(String, Option<Exact>)>>,
}

impl Scope for Facts {
    fn variable(&self, name: &str) -> Lookup {
        self.variables.variable(name)
    }

    fn variable_names(&self) -> Vec<&str> {
        self.variables.variable_names()
    }

    fn register(&self, name: &str, state: Option<&str>, aggregate: Aggregate) -> Lookup {
        let Some(register) = self.registers.get(name) else { return Lookup::Unknown };
        if state.is_some_and(|it| !register.states.iter().any(|known| known == it)) {
            return Lookup::Unknown;
        }
        let Some(records) = &register.records else { return Lookup::Absent };
        let chosen = records.iter().filter(|(it, _)| state.is_none_or(|state| state == it));
        let total: Option<Exact> = match aggregate {
            Aggregate::Count => Some(chosen.map(|_| Exact::integer(1)).sum()),
            Aggregate::Sum => chosen
                .map(|(_, value)| value.clone())
                .collect::<Option<Vec<_>>>()
                .map(|values| values.into_iter().sum()),
        };
        total.map_or(Lookup::Absent, Lookup::Value)
    }

    fn register_names(&self) -> Vec<&str> {
        self.registers.keys().map(String::as_str).collect()
    }

    fn state_names(&self, register: &str) -> Vec<&str> {
        self.registers
            .get(register)
            .map(|it| it.states.iter().map(String::as_str).collect())
            .unwrap_or_default()
    }
}
