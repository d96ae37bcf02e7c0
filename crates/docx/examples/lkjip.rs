//! Writes the LKjIP of a package as a Word document, to look at and to time:
//! `cargo run --release -p selaras-docx --example lkjip -- PACKAGE -o FILE [f4] [konsep]`.

use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use selaras_docx::{Options, Paper, render};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [package, flag, file, rest @ ..] = arguments.as_slice() else {
        return Err("PACKAGE -o FILE [f4] [konsep]".into());
    };
    if flag != "-o" {
        return Err("PACKAGE -o FILE [f4] [konsep]".into());
    }
    let asked = |word: &str| rest.iter().any(|argument| argument == word);
    let berkas = selaras_package::read(Path::new(package)).map_err(|it| format!("{it:?}"))?;
    let hasil = selaras_rules::measure(&berkas);
    let options = selaras_reports::Options { tanggal: None, konsep: asked("konsep") };
    let dokumen =
        selaras_reports::lkjip(&berkas, &hasil, &options).map_err(|it| format!("{it:?}"))?;
    let options = Options { paper: if asked("f4") { Paper::F4 } else { Paper::A4 } };
    let mut out = std::io::stdout().lock();
    for _ in 0..3 {
        let start = Instant::now();
        let bytes = render(&dokumen, &options)?;
        writeln!(out, "{} bytes in {:?}", bytes.len(), start.elapsed())?;
        std::fs::write(file, bytes)?;
    }
    Ok(())
}
