//! The picture of README: a page of the report that the program itself makes.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::root;

/// The page of the opening spread, «Kinerja dalam angka», as the PDF counts pages.
const PAGE: &str = "8";
/// Dots per inch: readable in a browser, and well under 150 KB.
const DPI: &str = "80";

/// Makes the report of the example and draws one page of it into `docs/pictures/`.
///
/// # Errors
///
/// When the report cannot be made or `pdftoppm` is missing.
pub fn render() -> Result<()> {
    let folder = root().join("docs/pictures");
    fs::create_dir_all(&folder)?;
    let pdf = root().join("target/lkjip-example.pdf");
    let cargo =
        ["run", "--release", "--quiet", "--package", "selaras-cli", "--", "report", "lkjip"];
    run(Command::new("cargo")
        .args(cargo)
        .arg(root().join("examples/bkpsdm-dumai-2023"))
        .arg("--output")
        .arg(&pdf))?;
    run(Command::new("pdftoppm")
        .args(["-png", "-singlefile", "-r", DPI, "-f", PAGE, "-l", PAGE])
        .arg(&pdf)
        .arg(folder.join("lkjip")))
}

fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{name} does not start"))?;
    ensure!(status.success(), "{name} ended with {status}");
    Ok(())
}
