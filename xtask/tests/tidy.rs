//! The taste that a reviewer would otherwise repeat, held over the source tree.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use xtask::{glossary, pages, root};

/// Files under a folder of the repository, without what is built or hidden.
fn files(folder: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        let mut entries: Vec<_> =
            fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && name != "target" && name != "corpus" && !name.starts_with('.') {
                walk(&path, found);
            } else if path.is_file() {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found
}

fn with_ending(folders: &[&str], ending: &str) -> Vec<(String, String)> {
    let all = folders.iter().flat_map(|it| files(it));
    let kept = all.filter(|it| it.extension().is_some_and(|it| it == ending));
    kept.map(|it| {
        let name = it.strip_prefix(root()).unwrap().display().to_string();
        let text = fs::read_to_string(&it).unwrap();
        (name, text)
    })
    .collect()
}

fn rust() -> Vec<(String, String)> {
    let found = with_ending(&["crates", "examples", "xtask", "fuzz"], "rs");
    assert!(found.len() > 50, "the tree was not found");
    found
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_module_says_what_it_is() {
    let silent = |(name, text): (String, String)| (!text.starts_with("//!")).then_some(name);
    assert_none(&rust().into_iter().filter_map(silent).collect::<Vec<_>>());
}

#[test]
fn nothing_unfinished_reaches_the_tree() {
    // Written in halves, or this file would find itself.
    let marks = [["FIX", "ME"], ["TO", "DO:"], ["dbg", "!("], ["todo", "!("], ["#[igno", "re"]];
    let mut wrong = Vec::new();
    for (name, text) in rust() {
        for (number, line) in text.lines().enumerate() {
            let place = format!("{name}:{}", number + 1);
            if marks.iter().any(|it| line.contains(&it.concat())) {
                wrong.push(format!("{place}: unfinished: {line}"));
            }
            if line.ends_with([' ', '\t']) {
                wrong.push(format!("{place}: blank at the end"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn no_identifier_uses_a_word_that_the_glossary_forbids() {
    let glossary = glossary::read().unwrap();
    let forbidden: Vec<&str> =
        glossary.term.iter().flat_map(|it| &it.not).map(String::as_str).collect();
    assert!(forbidden.len() > 50, "the glossary was not read");
    let is_part = |it: char| it.is_alphanumeric() || it == '_';
    let mut wrong = Vec::new();
    for (name, text) in rust() {
        let code = text.lines().filter(|it| !it.trim_start().starts_with("//"));
        let words: BTreeSet<String> =
            code.flat_map(|it| it.split(|letter| !is_part(letter))).map(snake).collect();
        for word in forbidden.iter().filter(|it| words.contains(**it)) {
            wrong.push(format!("{name}: {word}"));
        }
    }
    assert_none(&wrong);
}

/// `PerformanceAgreement` as `performance_agreement`.
fn snake(word: &str) -> String {
    let mut snake = String::new();
    for (index, letter) in word.chars().enumerate() {
        if letter.is_uppercase() && index > 0 && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

#[test]
fn the_glossary_is_sorted_and_cites_what_exists() {
    let glossary = glossary::read().unwrap();
    let codes: Vec<&str> = glossary.term.iter().map(|it| it.code.as_str()).collect();
    assert!(codes.is_sorted_by(|one, other| one < other), "sorted, each once");
    let cited =
        glossary.term.iter().flat_map(|it| &it.source).filter_map(|it| it.instrument.as_deref());
    let unknown: Vec<String> = cited
        .filter(|it| selaras_rules::regulation::find(it).is_none())
        .map(str::to_owned)
        .collect();
    assert_none(&unknown);
}

#[test]
fn rules_cite_instruments_that_exist() {
    let cited = selaras_rules::rule::ALL.iter().flat_map(|it| it.dasar.iter().map(|it| it.0));
    let unknown: Vec<String> = cited
        .filter(|it| selaras_rules::regulation::find(it).is_none())
        .map(str::to_owned)
        .collect();
    assert_none(&unknown);
}

#[test]
fn generated_pages_are_current() {
    let stale = pages::stale().unwrap();
    assert!(stale.is_empty(), "run `cargo xtask generate`: {stale:?}");
}

#[test]
fn the_map_names_every_crate_and_every_path_on_it_exists() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for entry in fs::read_dir(root().join("crates")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(map.contains(&format!("`crates/{name}`")), "ARCHITECTURE.md lacks crates/{name}");
    }
    assert_none(&missing_paths("ARCHITECTURE.md", &map));
    let guide = fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    assert_none(&missing_paths("CONTRIBUTING.md", &guide));
}

/// Paths in backticks that lead to nothing.
fn missing_paths(page: &str, text: &str) -> Vec<String> {
    let tops = ["crates/", "data/", "docs/", "examples/", "fuzz/", "bench/", "xtask/"];
    let quoted = text.split('`').skip(1).step_by(2);
    let paths = quoted.filter(|it| tops.iter().any(|top| it.starts_with(top)));
    let plain = paths.filter(|it| !it.contains(['*', '<', '…', ' ']));
    let missing = plain.filter(|it| !root().join(it).exists());
    missing.map(|it| format!("{page}: {it}")).collect()
}

#[test]
fn links_in_the_documents_lead_somewhere() {
    let mut pages = with_ending(&["docs"], "md");
    for name in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
        pages.push((name.to_owned(), fs::read_to_string(root().join(name)).unwrap()));
    }
    let mut wrong = Vec::new();
    for (name, text) in pages {
        let folder = root().join(&name).parent().unwrap().to_path_buf();
        for link in text.split("](").skip(1).filter_map(|it| it.split(')').next()) {
            let path = link.split('#').next().unwrap();
            if !path.is_empty() && !path.contains("://") && !folder.join(path).exists() {
                wrong.push(format!("{name}: {link}"));
            }
        }
    }
    assert_none(&wrong);
}

/// A NIP has eighteen digits: a birth date, a month of appointment, a sex, a serial number.
#[test]
fn no_nip_is_in_the_repository() {
    let folders = ["crates", "data", "docs", "examples", "xtask"];
    let mut wrong = Vec::new();
    for ending in ["rs", "md", "toml", "csv", "txt", "json"] {
        for (name, text) in with_ending(&folders, ending) {
            for (number, line) in text.lines().enumerate() {
                if has_nip(line) {
                    wrong.push(format!("{name}:{}", number + 1));
                }
            }
        }
    }
    assert_none(&wrong);
}

fn has_nip(line: &str) -> bool {
    let digits: Vec<char> = line.chars().filter(|it| *it != ' ').collect();
    let runs = digits.split(|it| !it.is_ascii_digit()).filter(|it| it.len() == 18);
    runs.map(|it| it.iter().collect::<String>()).any(|run| {
        let year = |it: &str| it.starts_with("19") || it.starts_with("20");
        let month = |it: &str| it.parse::<u8>().is_ok_and(|it| (1..=12).contains(&it));
        year(&run[0..4]) && month(&run[4..6]) && year(&run[8..12]) && month(&run[12..14])
    })
}

#[test]
fn a_nip_would_be_found() {
    let nip = ["19700101", " 199503 1", " 001"].concat();
    assert!(has_nip(&nip));
    assert!(!has_nip("197001011995031"));
}

#[test]
fn every_dependency_says_why_it_is_here() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let section = manifest.split("[workspace.dependencies]").nth(1).unwrap();
    let section = section.split("\n[").next().unwrap();
    let silent = section
        .lines()
        .filter(|it| it.contains('=') && !it.contains("path =") && !it.contains(" # "));
    assert_none(&silent.map(str::to_owned).collect::<Vec<_>>());
}
