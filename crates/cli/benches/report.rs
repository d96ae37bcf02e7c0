//! How the time of a report is spent in a fresh process: reading, measuring, building the tree,
//! layout and export. Prints milliseconds, once; `bench/run-report.sh` takes medians of many.

use std::io::Write;
use std::path::Path;
use std::time::Instant;

// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/bkpsdm-dumai-2023");
    let mut out = std::io::stdout();
    let mut step = |name: &str, start: Instant| {
        writeln!(out, "{name} {:.1}", start.elapsed().as_secs_f64() * 1000.0)
    };

    let start = Instant::now();
    let berkas = selaras_package::read(&package).map_err(|it| format!("{it:?}"))?;
    step("read", start)?;

    let start = Instant::now();
    let hasil = selaras_rules::measure(&berkas);
    step("measure", start)?;

    let start = Instant::now();
    let options = selaras_reports::Options::default();
    let dokumen =
        selaras_reports::lkjip(&berkas, &hasil, &options).map_err(|it| format!("{it:?}"))?;
    step("tree", start)?;

    let start = Instant::now();
    let document = selaras_pdf::lay_out(&dokumen, &selaras_pdf::Options::default())?;
    let pdf = selaras_pdf::export(&document)?;
    step("layout-and-export", start)?;
    assert!(!pdf.is_empty());
    Ok(())
}
