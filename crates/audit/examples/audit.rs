//! Audits one file: `cargo run --release -p selaras-audit --example audit -- FILE [--format text|json|html|xlsx|blocks]`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for trying the auditor on a terminal"
)]

use std::process::ExitCode;

use selaras_audit::{audit, output};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(file) = arguments.next() else {
        eprintln!("usage: audit FILE [--format text|json|html|xlsx|blocks]");
        return ExitCode::from(2);
    };
    let format = arguments.nth(1).unwrap_or_else(|| "text".to_owned());
    let bytes = match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(why) => {
            eprintln!("{file}: {why}");
            return ExitCode::from(3);
        }
    };
    let name = file.rsplit('/').next().unwrap_or(&file);
    let report = match audit(&bytes, name, &|_| {}) {
        Ok(report) => report,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::from(3);
        }
    };
    match format.as_str() {
        "json" => println!("{:#}", output::json(&report)),
        "html" => println!("{}", output::html(&report)),
        "xlsx" => match output::kertas_kerja(&report) {
            Ok(bytes) => std::fs::write(format!("{file}.kertas-kerja.xlsx"), bytes)
                .unwrap_or_else(|why| eprintln!("{why}")),
            Err(why) => eprintln!("{why}"),
        },
        "blocks" => {
            for (index, block) in report.document.blocks.iter().enumerate() {
                println!("{index} {block:?}");
            }
        }
        _ => print!("{}", output::text(&report, false)),
    }
    ExitCode::from(u8::from(report.has_errors()))
}
