//! Writes the sample of the tests as a PDF, to look at: `cargo run --release -p selaras-pdf
//! --example sample -- FILE.pdf [f4] [long]`.

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::error::Error;
use std::io::Write as _;

use selaras_pdf::{Options, Paper, render_checked};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let file = arguments.first().ok_or("the first argument is the file to write")?;
    let asked = |word: &str| arguments.iter().any(|argument| argument == word);
    let options =
        Options { paper: if asked("f4") { Paper::F4 } else { Paper::A4 }, ..Options::default() };
    let dokumen = if asked("long") { sample::long() } else { sample::sample() };
    let rendered = render_checked(&dokumen, &options)?;
    std::fs::write(file, &rendered.pdf)?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{} pages, {} bytes", rendered.pages, rendered.pdf.len())?;
    for overfull in &rendered.overfull {
        writeln!(out, "overfull: {overfull:?}")?;
    }
    Ok(())
}
