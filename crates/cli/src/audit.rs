//! `selaras audit`: a finished report of anyone, computed again.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use selaras_audit::{Level, Progress, Report, output};

use crate::failure::Failure;
use crate::output::write_file;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The report: .docx, .xlsx, .csv, or .pdf with text
    file: PathBuf,
    /// How the findings are written; json follows the schema `selaras/audit/1`
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Also write the Kertas Kerja Reviu (.xlsx or .docx), or a page that shows the tables with marked
    /// cells (.html)
    #[arg(short, long)]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    if let Some(path) = &args.output {
        kind_of(path)?;
    }
    let bytes = std::fs::read(&args.file).map_err(|error| {
        Failure::input([format!("{}: tidak dapat dibaca: {error}", args.file.display())])
    })?;
    let name = args.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let report = selaras_audit::audit(&bytes, &name, &tell).map_err(|it| Failure::input([it]))?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    match args.format {
        Format::Text => {
            let is_coloured = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            write!(out, "{}", output::text(&report, is_coloured))?;
        }
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &output::json(&report))
                .map_err(io::Error::from)?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    if let Some(path) = &args.output {
        write_result(path, &report)?;
    }
    match report.count(Level::Error) {
        0 => Ok(()),
        n => Err(Failure::Finding(vec![format!("{n} kesalahan ditemukan.")])),
    }
}

/// Says how far the work is, for somebody who waits at a terminal.
#[expect(clippy::print_stderr, reason = "progress must not mix with the results")]
fn tell(step: Progress) {
    if !io::stderr().is_terminal() {
        return;
    }
    match step {
        Progress::Reading => eprintln!("Membaca dokumen …"),
        Progress::Tables { count } => eprintln!("Menghitung ulang {count} tabel …"),
        Progress::Done { .. } => {}
    }
}

enum Kind {
    KertasKerja,
    Word,
    Html,
}

fn kind_of(path: &Path) -> Result<Kind, Failure> {
    match path.extension().and_then(|it| it.to_str()) {
        Some("xlsx") => Ok(Kind::KertasKerja),
        Some("docx") => Ok(Kind::Word),
        Some("html") => Ok(Kind::Html),
        _ => Err(Failure::Usage(format!(
            "{}: write the result as .xlsx, .docx or .html",
            path.display()
        ))),
    }
}

fn write_result(path: &Path, report: &Report) -> Result<(), Failure> {
    let bytes = match kind_of(path)? {
        Kind::KertasKerja => {
            output::kertas_kerja(report).map_err(|it| Failure::Environment(it.into()))?
        }
        Kind::Word => {
            selaras_docx::render(&output::dokumen(report), &selaras_docx::Options::default())
                .map_err(|it| Failure::Environment(it.into()))?
        }
        Kind::Html => output::html(report).into_bytes(),
    };
    write_file(path, &bytes)
}
