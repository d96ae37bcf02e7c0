//! Writes a case of `tests/cases` as a file to look at: `make CASES PART-OF-TITLE FILE.docx|FILE.xlsx|FILE.pdf`.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    dead_code,
    reason = "a program of the project's own, with parts of others"
)]

#[path = "../tests/common/docx.rs"]
mod docx;
#[path = "../tests/common/notation.rs"]
mod notation;
#[path = "../tests/common/pdf.rs"]
mod pdf;
#[path = "../tests/common/xlsx.rs"]
mod xlsx;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, cases, title, file] = arguments.as_slice() else {
        eprintln!("usage: make CASES PART-OF-TITLE FILE");
        return;
    };
    let text = std::fs::read_to_string(cases).unwrap();
    let case =
        text.split("\n=== ").skip(1).find(|it| it.lines().next().unwrap().contains(title.as_str()));
    let (_, rest) = case.unwrap().split_once('\n').unwrap();
    let document = notation::document(rest.split("\n--- temuan").next().unwrap());
    let bytes = match file.rsplit('.').next() {
        Some("xlsx") => xlsx::xlsx(&document),
        Some("pdf") => pdf::pdf(&document),
        _ => docx::docx(&document),
    };
    std::fs::write(file, bytes).unwrap();
}
