//! The pages of `docs/reference/` that come from code and data.

use std::fmt::Write;
use std::fs;

use anyhow::Result;
use selaras_rules::{parameter, regulation, rule};

use crate::{glossary, root};

/// Every generated page: its path from the root, and its text.
///
/// # Errors
///
/// When the data of a page cannot be read.
pub fn all() -> Result<Vec<(&'static str, String)>> {
    Ok(vec![
        ("docs/reference/glossary.md", glossary::page()?),
        ("docs/reference/package.md", selaras_package::reference_page()),
        ("docs/reference/narasi.md", selaras_reports::reference_page()),
        ("docs/reference/checks.md", selaras_checks::reference_page()),
        ("docs/reference/rules.md", rules()?),
        ("docs/reference/regulations.md", regulations()?),
    ])
}

/// Writes the pages that are not current.
///
/// # Errors
///
/// When a file cannot be written.
pub fn write() -> Result<()> {
    for (path, text) in all()? {
        let path = root().join(path);
        if fs::read_to_string(&path).ok().as_deref() != Some(text.as_str()) {
            fs::write(path, text)?;
        }
    }
    Ok(())
}

/// The pages that differ from what would be written.
///
/// # Errors
///
/// When the data of a page cannot be read.
pub fn stale() -> Result<Vec<&'static str>> {
    let differs = |(path, text): &(&'static str, String)| {
        fs::read_to_string(root().join(path)).ok().as_deref() != Some(text.as_str())
    };
    Ok(all()?.into_iter().filter(differs).map(|(path, _)| path).collect())
}

fn rules() -> Result<String> {
    let mut page = String::from(
        "# Aturan perhitungan dan parameter\n\n\
         <!-- Dibuat dari crates/rules dan data/parameters oleh `cargo xtask generate`. -->\n\n\
         Setiap angka menyebut aturan dan versinya. «Pilihan» berarti peraturan tidak menetapkan \
         rumusnya: perangkat daerah memilih, dan paketnya menyebut keputusan itu.\n\n\
         ## Aturan\n\n| aturan | rumus | dasar | ditetapkan oleh |\n|---|---|---|---|\n",
    );
    for rule in rule::ALL {
        let choice = match rule.choice {
            rule::Choice::Law => "peraturan",
            rule::Choice::Agency => "pilihan",
        };
        let basis: Vec<String> = rule.dasar.iter().map(|(id, place)| cite(id, place)).collect();
        let basis = if basis.is_empty() { "–".to_owned() } else { basis.join("; ") };
        writeln!(page, "| `{}` | {} | {basis} | {choice} |", rule.id, rule.rumus)?;
    }
    page.push_str(
        "\n## Parameter\n\n| parameter | isi | berlaku mulai | terverifikasi | dasar |\n\
         |---|---|---|---|---|\n",
    );
    for parameter in parameter::all() {
        for version in parameter.versions() {
            let verified = if version.verified { "ya" } else { "**belum**" };
            let basis = version.reference.iter().map(|it| cite(&it.instrument, &it.locator));
            let basis = basis.collect::<Vec<_>>().join("; ");
            writeln!(
                page,
                "| `{}` | {} | {} | {verified} | {basis} |",
                parameter.id, parameter.title.id, version.from
            )?;
        }
    }
    Ok(page)
}

fn regulations() -> Result<String> {
    let mut page = String::from(
        "# Peraturan: apa yang dikodekan, dan apa yang tidak\n\n\
         <!-- Dibuat dari data/regulations oleh `cargo xtask generate`. -->\n",
    );
    for regulation in regulation::all() {
        let verified = if regulation.verified { "" } else { " *(belum diverifikasi)*" };
        writeln!(page, "\n## {}{verified}\n\n`{}`\n", regulation.citation(), regulation.id)?;
        for provision in &regulation.provision {
            let encoded = provision.encoded_by.iter().map(|it| format!("`{it}`"));
            let encoded = encoded.collect::<Vec<_>>().join(", ");
            let what = match &provision.not_encoded {
                Some(why) => format!("tidak dikodekan: {why}"),
                None => format!("dikodekan oleh {encoded}"),
            };
            writeln!(page, "- {}: {what}", provision.locator)?;
        }
    }
    Ok(page)
}

fn cite(id: &str, locator: &str) -> String {
    let name = regulation::find(id).map_or_else(|| id.to_owned(), |it| it.short());
    if locator.is_empty() { name } else { format!("{name}, {locator}") }
}
