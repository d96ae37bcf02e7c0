//! The Indonesian page of a check: the officer's manual, and the cases that are its tests.

use crate::{Check, registry};

/// A page, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<'p> {
    /// Without the code: `Sasaran tanpa indikator`.
    pub title: &'p str,
    /// The demand in one sentence.
    pub demand: &'p str,
    pub why: &'p str,
    pub remedy: &'p str,
    pub cases: Vec<Case<'p>>,
}

/// A case of a page: what is changed in an office where everything is right, and what must follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case<'p> {
    pub title: &'p str,
    /// The changes, as TOML.
    pub changes: &'p str,
    /// The expected lines.
    pub expected: &'p str,
}

impl<'p> Page<'p> {
    /// Takes a page apart; `None` where a heading that every page has is missing.
    pub fn parse(text: &'p str) -> Option<Page<'p>> {
        let (head, rest) = text.split_once("\n\n")?;
        let title = head.strip_prefix("# ")?.split_once(" · ")?.1;
        let (demand, rest) = rest.split_once("\n## Mengapa penting\n")?;
        let (why, rest) = rest.split_once("\n## Cara memperbaiki\n")?;
        let (remedy, cases) = rest.split_once("\n## Kasus: ")?;
        let cases = cases.split("\n## Kasus: ").map(Case::parse).collect::<Option<_>>()?;
        Some(Page { title, demand: demand.trim(), why: why.trim(), remedy: remedy.trim(), cases })
    }
}

impl<'p> Case<'p> {
    fn parse(text: &'p str) -> Option<Case<'p>> {
        let (title, rest) = text.split_once('\n')?;
        let block = |name: &str| {
            let start = rest.find(&format!("```{name}\n"))? + name.len() + 4;
            let end = start + rest[start..].find("```")?;
            Some(rest[start..end].trim())
        };
        Some(Case { title, changes: block("toml")?, expected: block("temuan")? })
    }
}

impl Check {
    /// The page of the check, taken apart.
    pub fn parsed_page(&self) -> Page<'static> {
        Page::parse(self.page).expect("a test reads every page")
    }
}

/// What `check --explain CODE` shows: the page without its cases, with its legal basis.
pub fn explain(code: &str) -> Option<String> {
    let check = registry::find(code)?;
    let page = check.parsed_page();
    let basis = basis_lines(check);
    Some(format!(
        "{} · {}\n{} · {} · {}\n\n{}\n\nMengapa penting\n{}\n\nDasar hukum\n{}\n\nCara \
        memperbaiki\n{}\n",
        check.code,
        page.title,
        check.tier.title(),
        check.status.code(),
        check.name,
        page.demand,
        page.why,
        basis.join("\n"),
        page.remedy
    ))
}

/// What `check --list` shows: one line for each check.
pub fn list() -> String {
    let line = |it: &&Check| {
        let preview = if it.status == crate::Status::Preview { " (pratinjau)" } else { "" };
        format!("{}  {:<8}{}{preview}\n", it.code, it.tier.title(), it.parsed_page().title)
    };
    registry::ALL.iter().map(line).collect()
}

/// The legal basis as citations with their days.
pub(crate) fn basis_lines(check: &Check) -> Vec<String> {
    if check.basis.is_empty() {
        return vec!["Kaidah Selaras; tidak ada ketentuan yang memerintahkannya.".to_owned()];
    }
    let line = |it: &crate::Basis| {
        let from = selaras_domain::tanggal::format(it.from);
        match it.until {
            None => format!("{} (sejak {from})", it.citation()),
            Some(until) => {
                let until = selaras_domain::tanggal::format(until);
                format!("{} ({from} sampai dengan {until})", it.citation())
            }
        }
    };
    check.basis.iter().map(line).collect()
}
