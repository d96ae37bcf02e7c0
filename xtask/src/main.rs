//! `cargo xtask`: runs the project's own tools.

use anyhow::{Result, bail};
use clap::Parser;

/// The project's own tools.
#[derive(Parser)]
enum Command {
    /// Write the pages of docs/reference/ that come from code and data.
    Generate {
        /// Only compare; fail when a page is not current
        #[arg(long)]
        check: bool,
    },
    /// Show which provisions of which regulation are checked, and which encoded ones are not.
    Coverage,
    /// Render the picture of README from the example; needs pdftoppm (poppler-utils).
    Picture,
}

#[expect(clippy::print_stdout, reason = "its result is what it prints")]
fn main() -> Result<()> {
    match Command::parse() {
        Command::Generate { check: false } => xtask::pages::write(),
        Command::Generate { check: true } => {
            let stale = xtask::pages::stale()?;
            if !stale.is_empty() {
                bail!("not current, run `cargo xtask generate`: {}", stale.join(", "));
            }
            Ok(())
        }
        Command::Coverage => {
            print!("{}", selaras_checks::coverage::to_table());
            Ok(())
        }
        Command::Picture => xtask::picture::render(),
    }
}
