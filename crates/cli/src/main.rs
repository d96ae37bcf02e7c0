//! The one binary, `selaras`: reads the command line and wires the crates together.

mod audit;
mod check;
mod demo;
mod explain;
mod failure;
mod installation;
mod measure;
mod output;
mod package;
mod report;
mod serve;
mod user;

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
    /// Make the annual report of the example office, and open the application on it.
    #[command(
        after_help = "Examples: selaras demo --data ./coba; selaras demo --city --data ./kota"
    )]
    Demo(demo::Args),
    /// Compute every figure of a package.
    #[command(after_help = "Example: selaras measure examples/bkpsdm-dumai-2023 --format json")]
    Measure(measure::Args),
    /// Show why a figure is what it is.
    #[command(after_help = "Example: selaras explain examples/bkpsdm-dumai-2023 \
                      indikator/iku-2/2023/capaian")]
    Explain(explain::Args),
    /// Find where the facts contradict each other or the law, before anyone signs.
    #[command(
        after_help = "Examples: selaras check examples/bkpsdm-dumai-2023; selaras check --list; \
                      selaras check --explain UKR003\n\nExit 1 when a Wajib finding stands."
    )]
    Check(check::Args),
    /// Compute a finished report of anyone again: its tables, and what its sentences claim.
    #[command(
        after_help = "Examples: selaras audit lkjip.docx; selaras audit lkjip.pdf -o kertas-kerja.xlsx\n\n\
                      Exit 1 when errors stand."
    )]
    Audit(audit::Args),
    /// Set a statutory document.
    #[command(
        after_help = "Examples: selaras report lkjip examples/bkpsdm-dumai-2023 -o lkjip.pdf --paper f4; \
                      selaras report pk examples/bkpsdm-dumai-2023 --agreement pk-2023 -o pk.pdf"
    )]
    Report(report::Args),
    /// Work with packages of facts.
    #[command(subcommand)]
    Package(package::Command),
    /// Serve the application of an installation, and make one where there is none yet.
    #[command(after_help = "Example: selaras serve --data ./data --listen 127.0.0.1:8080")]
    Serve(serve::Args),
    /// Make the tables of an installation, or bring them up to this program.
    #[command(after_help = "Example: selaras migrate --data ./data")]
    Migrate(installation::PlaceArg),
    /// Take a package of facts into an installation.
    #[command(after_help = "Example: selaras import examples/bkpsdm-dumai-2023 --data ./data")]
    Import(installation::ImportArgs),
    /// Write the facts of an office and year as a package.
    #[command(after_help = "Example: selaras export BKPSDM/2023 -o berkas.zip --data ./data")]
    Export(installation::ExportArgs),
    /// List the offices and years of an installation.
    #[command(after_help = "Example: selaras list --data ./data")]
    List(installation::PlaceArg),
    /// Write a whole installation into one new file, while it is in use.
    #[command(after_help = "Example: selaras backup -o cadangan-2024-01-15.db --data ./data")]
    Backup(installation::BackupArgs),
    /// Fill an empty installation from a backup.
    #[command(after_help = "Example: selaras restore cadangan-2024-01-15.db --data ./data")]
    Restore(installation::RestoreArgs),
    /// Prove that no entry of the audit trail was edited, removed, reordered or cut off.
    #[command(
        after_help = "Example: selaras verify --data ./data --against cadangan-2024-01-15.db"
    )]
    Verify(installation::VerifyArgs),
    /// Manage the accounts of an installation and what their people may do.
    #[command(subcommand)]
    User(user::Command),
    /// Work with whole databases.
    #[command(subcommand)]
    Database(installation::DatabaseCommand),
}

/// Where a package is: a folder, or a `.zip` of one.
#[derive(clap::Args)]
struct PackageArg {
    /// Folder or .zip of a package
    package: PathBuf,
}

/// A report allocates a hundred megabytes in small pieces; this allocator makes it a fifth faster.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    failure::speak_plainly_of_panics();
    let command = Cli::parse().command;
    let done = std::panic::catch_unwind(move || match command {
        Command::Demo(args) => demo::run(&args),
        Command::Measure(args) => measure::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Audit(args) => audit::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Package(command) => package::run(&command),
        Command::Serve(args) => serve::run(&args),
        Command::Migrate(place) => installation::migrate(&place),
        Command::Import(args) => installation::import(&args),
        Command::Export(args) => installation::export(&args),
        Command::List(place) => installation::list(&place),
        Command::Backup(args) => installation::backup(&args),
        Command::Restore(args) => installation::restore(&args),
        Command::Verify(args) => installation::verify(&args),
        Command::User(command) => user::run(&command),
        Command::Database(command) => installation::database(&command),
    });
    match done {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(failure)) => failure.report(),
        // The hook has said why.
        Err(_) => ExitCode::from(failure::ENVIRONMENT),
    }
}
