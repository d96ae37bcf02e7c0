//! The one binary, `selaras`: reads the command line and wires the crates together.

mod demo;
mod explain;
mod failure;
mod measure;
mod output;
mod package;
mod report;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Selaras keeps the performance figures of a government office in agreement: one set of facts,
/// every figure by a dated rule, every document from the same facts.
#[derive(Parser)]
#[command(
    name = "selaras",
    version,
    after_help = "Exit codes: 0 fine, 1 a finding that must be mended stands, 2 wrong usage, \
                  3 bad input, 4 environment (disk, permissions)."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make the annual report of the example office, and show its figures.
    #[command(after_help = "Example: selaras demo --no-serve --data ./coba")]
    Demo(demo::Args),
    /// Compute every figure of a package.
    #[command(after_help = "Example: selaras measure examples/bkpsdm-dumai-2023 --format json")]
    Measure(measure::Args),
    /// Show why a figure is what it is.
    #[command(after_help = "Example: selaras explain examples/bkpsdm-dumai-2023 \
                      indikator/iku-2/2023/capaian")]
    Explain(explain::Args),
    /// Set a statutory document.
    #[command(
        after_help = "Example: selaras report lkjip examples/bkpsdm-dumai-2023 -o lkjip.pdf \
                      --paper f4"
    )]
    Report(report::Args),
    /// Work with packages of facts.
    #[command(subcommand)]
    Package(package::Command),
}

/// Where a package is: a folder, or a `.zip` of one.
#[derive(clap::Args)]
struct PackageArg {
    /// Folder or .zip of a package
    package: PathBuf,
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Demo(args) => demo::run(&args),
        Command::Measure(args) => measure::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Package(command) => package::run(&command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
