//! The glossary: one word per concept, and the words not to use.

use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

/// `data/glossary.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glossary {
    pub term: Vec<Term>,
}

/// A concept.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Stem of identifiers, tables, files.
    pub code: String,
    /// As printed, Indonesian.
    pub id: String,
    /// An English gloss; never an identifier.
    pub en: String,
    pub abbr: Option<String>,
    #[serde(default)]
    pub source: Vec<Source>,
    pub note: Option<String>,
    /// Words that no identifier may use for the concept.
    #[serde(default)]
    pub not: Vec<String>,
}

/// Where the word comes from: an instrument of `data/regulations/`, or a document.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub instrument: Option<String>,
    pub document: Option<String>,
    pub locator: String,
}

/// Reads the glossary.
///
/// # Errors
///
/// When the file is not there or has a field nobody knows.
pub fn read() -> Result<Glossary> {
    let path = crate::root().join("data/glossary.toml");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    Ok(toml::from_str(&text)?)
}

/// The page of the glossary.
///
/// # Errors
///
/// When the glossary cannot be read.
pub fn page() -> Result<String> {
    let mut terms = read()?.term;
    terms.sort_by(|one, other| one.code.cmp(&other.code));
    let mut page = String::from(
        "# Glosarium\n\n<!-- Dibuat dari data/glossary.toml oleh `cargo xtask generate`. -->\n\n\
         Satu kata untuk satu pengertian, pada kode, data, dan dokumen.\n\n\
         | kode | istilah | arti (Inggris) | sumber |\n|---|---|---|---|\n",
    );
    for term in &terms {
        let abbr = term.abbr.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
        let sources: Vec<String> = term.source.iter().map(citation).collect();
        let sources = sources.into_iter().chain(term.note.clone()).collect::<Vec<_>>().join("; ");
        writeln!(page, "| `{}` | {}{abbr} | {} | {sources} |", term.code, term.id, term.en)?;
    }
    Ok(page)
}

fn citation(source: &Source) -> String {
    let instrument = source.instrument.as_deref().map(|id| {
        selaras_rules::regulation::find(id).map_or_else(|| id.to_owned(), |it| it.short())
    });
    let name = instrument.or_else(|| source.document.clone()).unwrap_or_default();
    format!("{name}, {}", source.locator)
}
