//! Runs the program as its user does.

#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A package of `examples/`.
pub(crate) fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    path.to_str().expect("the path of the checkout is UTF-8").to_owned()
}

/// Runs `selaras` in a folder.
pub(crate) fn selaras(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_selaras"));
    command.args(args).current_dir(folder).output().expect("selaras starts")
}

/// Standard output of a run that must succeed.
pub(crate) fn succeed(folder: &Path, args: &[&str]) -> String {
    let output = selaras(folder, args);
    assert_eq!(output.status.code(), Some(0), "{args:?}\n{}", stderr(&output));
    String::from_utf8(output.stdout).expect("output is UTF-8")
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Standard output of another program that must succeed.
pub(crate) fn run(program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).output();
    let output = output.unwrap_or_else(|why| panic!("{program} is needed (see ./test): {why}"));
    assert!(output.status.success(), "{program} {args:?}\n{}", stderr(&output));
    String::from_utf8(output.stdout).expect("output is UTF-8")
}

/// Names in a folder, sorted.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> = entries
        .map(|it| it.expect("readable").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// A copy of an example that a test may spoil.
pub(crate) fn copy_of(name: &str, into: &Path) -> PathBuf {
    fn copy(from: &Path, into: &Path) {
        std::fs::create_dir_all(into).expect("writable");
        for entry in std::fs::read_dir(from).expect("readable") {
            let path = entry.expect("readable").path();
            let target = into.join(path.file_name().expect("a name"));
            if path.is_dir() {
                copy(&path, &target);
            } else {
                std::fs::copy(&path, target).expect("copied");
            }
        }
    }
    let target = into.join(name);
    copy(Path::new(&example(name)), &target);
    target
}
