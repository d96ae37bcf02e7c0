//! Every broken package of `tests/broken/` gives exactly its messages, all of them at once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};

use crate::support::{Contents, MANIFEST, folder, listed, minimal, plain_manifest};
use selaras_package::{PROBLEM_LIST, read_files};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    about: String,
    expect: String,
    change: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    file: String,
    find: Option<String>,
    replace: Option<String>,
    content: Option<String>,
    append: Option<String>,
    bytes: Option<Vec<u8>>,
    repeat: Option<String>,
    times: Option<u64>,
    action: Option<Action>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Action {
    Remove,
}

/// A text again and again, without ever being held whole.
struct Repeat {
    text: Vec<u8>,
    position: usize,
    left: u64,
}

impl Read for Repeat {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut n_bytes = 0;
        while n_bytes < buffer.len() && self.left > 0 {
            buffer[n_bytes] = self.text[self.position];
            n_bytes += 1;
            self.position += 1;
            if self.position == self.text.len() {
                self.position = 0;
                self.left -= 1;
            }
        }
        Ok(n_bytes)
    }
}

impl Change {
    /// Changes the content of the file; what is streamed after it comes back.
    fn apply(&self, files: &mut Contents) -> Option<Repeat> {
        if matches!(self.action, Some(Action::Remove)) {
            files.remove(&self.file).expect("the file is there");
            return None;
        }
        let content = files.entry(self.file.clone()).or_default();
        if let Some(text) = &self.content {
            *content = text.clone().into_bytes();
        }
        if let (Some(find), Some(replace)) = (&self.find, &self.replace) {
            let text = String::from_utf8_lossy(content).into_owned();
            assert_eq!(text.matches(find).count(), 1, "{}: {find}", self.file);
            *content = text.replace(find, replace).into_bytes();
        }
        content.extend(self.append.iter().flat_map(|it| it.bytes()));
        content.extend(self.bytes.iter().flatten());
        let text = self.repeat.as_ref()?.clone().into_bytes();
        Some(Repeat { text, position: 0, left: self.times.unwrap_or(1) })
    }
}

/// The messages that the package of the case gives.
fn messages(case: &Case) -> String {
    let mut files = minimal();
    let mut streams: BTreeMap<&str, Repeat> = BTreeMap::new();
    for change in &case.change {
        if let Some(stream) = change.apply(&mut files) {
            streams.insert(&change.file, stream);
        }
    }
    if !case.change.iter().any(|it| it.file == MANIFEST) {
        files.insert(MANIFEST.to_owned(), plain_manifest(&files));
    }
    let files = files.iter().map(|(path, content)| {
        let stream = streams.remove(path.as_str());
        let stream = stream.unwrap_or(Repeat { text: vec![0], position: 0, left: 0 });
        (path, content.as_slice().chain(stream))
    });
    match read_files(files) {
        Ok(_) => "no fault\n".to_owned(),
        Err(errors) => listed(&errors),
    }
}

fn cases() -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder("tests/broken")).expect("the corpus is there");
    let paths = entries.map(|it| it.expect("the folder can be listed").path());
    paths
        .filter(|it| it.extension().is_some_and(|it| it == "toml"))
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).expect("the file can be read"))
        })
        .collect()
}

#[test]
fn every_broken_package_gives_all_its_messages() {
    let is_blessing = std::env::var_os("SELARAS_BLESS").is_some();
    let mut wrong = String::new();
    for (name, text) in cases() {
        let case: Case = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let found = messages(&case);
        if found == case.expect {
            continue;
        }
        wrong += &format!("{name}: {}\nexpected\n{}found\n{found}\n", case.about, case.expect);
        if is_blessing {
            let (head, rest) = text.split_once("expect = '''\n").unwrap();
            let (_, tail) = rest.split_once("'''\n").unwrap();
            let blessed = format!("{head}expect = '''\n{found}'''\n{tail}");
            fs::write(folder("tests/broken").join(name + ".toml"), blessed).unwrap();
        }
    }
    assert!(is_blessing || wrong.is_empty(), "{wrong}");
}

#[test]
fn a_case_is_named_after_the_code_that_it_shows() {
    for (name, text) in cases() {
        let case: Case = toml::from_str(&text).unwrap();
        let code = format!("({})", &name[..4]);
        assert!(case.expect.lines().any(|it| it.ends_with(&code)), "{name}");
    }
}

/// Faults that need a disk, a zip, or a hundred thousand rows: `zip.rs` and `limits.rs` beside
/// this.
const TESTED_ELSEWHERE: &[&str] =
    &["P001", "P004", "P005", "P006", "P007", "P008", "P011", "P012", "P014", "P015", "P018"];

#[test]
fn every_fault_has_a_case() {
    let mut codes: BTreeSet<String> = cases().keys().map(|it| it[..4].to_owned()).collect();
    codes.extend(TESTED_ELSEWHERE.iter().map(|it| (*it).to_owned()));
    let missing: Vec<&str> =
        PROBLEM_LIST.iter().map(|it| it.code).filter(|it| !codes.contains(*it)).collect();
    assert_eq!(missing, [""; 0]);
    assert!(cases().len() >= 45);
}

#[test]
fn the_package_that_the_cases_break_is_sound() {
    let files = minimal();
    let read = read_files(files.iter().map(|(path, content)| (path, content.as_slice())));
    assert_eq!(read.err().map(|it| listed(&it)), None);
}
