//! Which provisions of which regulation are checked, and which nobody looks at.

use selaras_rules::regulation;

use crate::registry;

/// A provision and the checks that hold an office to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// Short citation of the instrument.
    pub instrument: String,
    pub locator: String,
    pub codes: Vec<&'static str>,
    /// What else encodes it, or why nothing does.
    pub note: String,
}

/// Every provision of every instrument that any check cites.
pub fn coverage() -> Vec<Covered> {
    let is_cited = |id: &str| {
        registry::ALL.iter().any(|it| it.basis.iter().any(|basis| basis.instrument == id))
    };
    let mut found = Vec::new();
    for law in regulation::all().filter(|it| is_cited(&it.id)) {
        for provision in &law.provision {
            let cites = |basis: &crate::Basis| {
                basis.instrument == law.id && basis.locator == provision.locator
            };
            let checks = registry::ALL.iter().filter(|it| it.basis.iter().any(cites));
            let others = provision.encoded_by.iter().filter(|it| !it.starts_with("checks/"));
            let others: Vec<&str> = others.map(String::as_str).collect();
            found.push(Covered {
                instrument: law.short(),
                locator: provision.locator.clone(),
                codes: checks.map(|it| it.code).collect(),
                note: provision.not_encoded.clone().unwrap_or_else(|| others.join(", ")),
            });
        }
    }
    found
}

/// The same as a table for people.
pub fn to_table() -> String {
    let mut table =
        String::from("| peraturan | bagian | diperiksa oleh | selain itu |\n|---|---|---|---|\n");
    for it in coverage() {
        let codes = if it.codes.is_empty() { "–".to_owned() } else { it.codes.join(", ") };
        table
            .push_str(&format!("| {} | {} | {codes} | {} |\n", it.instrument, it.locator, it.note));
    }
    table
}
