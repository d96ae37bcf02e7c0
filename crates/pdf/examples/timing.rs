//! Where the time of a report goes: medians of our own part, of layout and of export.
//! `cargo run --release -p selaras-pdf --example timing`

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::error::Error;
use std::io::Write as _;
use std::time::{Duration, Instant};

use selaras_pdf::{Options, export, prepare};

const RUNS: usize = 11;

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    let start = Instant::now();
    let options = Options::default();
    writeln!(out, "fonts, first use {:?}", start.elapsed())?;

    let dokumen = sample::long();
    let mut times: [Vec<Duration>; 3] = Default::default();
    let mut pages = 0;
    for _ in 0..RUNS {
        let start = Instant::now();
        let prepared = prepare(&dokumen, &options)?;
        times[0].push(start.elapsed());
        let start = Instant::now();
        let document = prepared.lay_out()?;
        times[1].push(start.elapsed());
        let start = Instant::now();
        export(&document)?;
        times[2].push(start.elapsed());
        pages = document.pages().len();
    }
    let medians = times.map(|mut all| {
        all.sort();
        all[RUNS / 2]
    });
    let [own, layout, export] = medians;
    writeln!(out, "{pages} pages: prepare {own:?}, lay out {layout:?}, export {export:?}")?;
    let whole = (own + layout + export).as_micros() * 100;
    writeln!(out, "whole is {}% of layout and export", whole / (layout + export).as_micros())?;
    Ok(())
}
