//! Where a formula finds the values of its names.

use std::collections::BTreeMap;

use selaras_domain::Exact;

use super::Aggregate;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// Nobody declared the name: the formula is wrong.
    Unknown,
    /// The name is declared, but there is no value (which is not zero): data are missing.
    Absent,
    Value(Exact),
}

/// The names that a formula may use, with their values for one indikator and one period.
///
/// The lists of names serve only the question «maksud Anda …?» and may be in any order.
pub trait Scope {
    fn variable(&self, name: &str) -> Lookup;

    fn variable_names(&self) -> Vec<&str>;

    /// The sum of the values of the records of a register, or their number; with `state`, only of
    /// those in that state.
    ///
    /// `Unknown` when the register or the state is not declared; `Absent` when the records are not
    /// there, or one of them has no value to add. A register that is declared empty counts zero.
    fn register(&self, _name: &str, _state: Option<&str>, _aggregate: Aggregate) -> Lookup {
        Lookup::Unknown
    }

    fn register_names(&self) -> Vec<&str> {
        Vec::new()
    }

    /// The states that the records of a register may have.
    fn state_names(&self, _register: &str) -> Vec<&str> {
        Vec::new()
    }
}

/// Variables without registers; `None` is a declared variable whose value is absent.
impl Scope for BTreeMap<String, Option<Exact>> {
    fn variable(&self, name: &str) -> Lookup {
        match self.get(name) {
            None => Lookup::Unknown,
            Some(None) => Lookup::Absent,
            Some(Some(value)) => Lookup::Value(value.clone()),
        }
    }

    fn variable_names(&self) -> Vec<&str> {
        self.keys().map(String::as_str).collect()
    }
}
