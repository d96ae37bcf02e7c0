//! `selaras check`: where the facts contradict each other or the law.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;
use selaras_checks::{Beside, Colour, Report, Tier};
use selaras_domain::{Berkas, Katalog, Tahun};
use selaras_pdf::Options;

use crate::failure::Failure;
use crate::installation::{PemdaArg, PlaceArg};
use crate::measure::{FactsArg, STANDARD};
use crate::output::write_file;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder or .zip of a package, `-` for a .zip on standard input; or office and year of an
    /// installation, as `selaras list` shows
    #[arg(value_name = "PACKAGE|OFFICE/YEAR", required_unless_present_any = ["list", "explain"])]
    facts: Option<PathBuf>,
    #[command(flatten)]
    pemda: PemdaArg,
    #[command(flatten)]
    place: PlaceArg,
    /// The day to look from (YYYY-MM-DD): what is not yet due then is not missed; otherwise the date of
    /// the data
    #[arg(long)]
    date: Option<Date>,
    /// The catalogue of nomenklatur in force, XLSX or CSV, to look codes up in; an installation has its
    /// own
    #[arg(long, value_name = "FILE")]
    nomenklatur: Option<PathBuf>,
    /// How the findings are written; json follows the schema `selaras/check/1`
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Also write the findings as a document, ending in .pdf, .docx or .xlsx; `-` writes a PDF alone to standard
    /// output
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// List every check
    #[arg(long, conflicts_with_all = ["facts", "explain"])]
    list: bool,
    /// Show the page of a check
    #[arg(long, value_name = "CODE", conflicts_with = "facts")]
    explain: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    if let Some(code) = &args.explain {
        let page = selaras_checks::explain(&code.to_uppercase()).ok_or_else(|| {
            Failure::Usage(format!(
                "Tidak ada pemeriksaan «{code}». Semuanya: selaras check --list"
            ))
        })?;
        write!(out, "{page}")?;
        return Ok(out.flush()?);
    }
    let (Some(facts), false) = (&args.facts, args.list) else {
        write!(out, "{}", selaras_checks::list())?;
        return Ok(out.flush()?);
    };
    if let Some(path) = &args.output {
        check_ending(path)?;
    }
    let (pemda, place) = (args.pemda.clone(), args.place.clone());
    let facts = FactsArg { facts: facts.clone(), pemda, place };
    let (berkas, hasil) = facts.measure()?;
    let day = args.date.unwrap_or_else(|| selaras_checks::default_day(&berkas));
    let (own, bukti) = facts.beside(&berkas)?;
    let katalog = match &args.nomenklatur {
        Some(path) => Some(katalog(path, berkas.perangkat_daerah.tahun)?),
        None => own,
    };
    let beside = Beside { katalog: katalog.as_ref(), bukti: bukti.as_ref() };
    let report = selaras_checks::check_beside(beside, &berkas, &hasil, day);
    if args.output.as_deref().is_some_and(is_standard) {
        out.write_all(&set(&report, &berkas)?)?;
        out.flush()?;
        return ending(&report);
    }
    match args.format {
        Format::Text => {
            let colour = match io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none()
            {
                true => Colour::Ansi,
                false => Colour::Never,
            };
            write!(out, "{}", selaras_checks::to_text(&report, colour))?;
        }
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &selaras_checks::to_json(&report))
                .map_err(io::Error::from)?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    if let Some(path) = &args.output {
        write_document(path, &report, &berkas)?;
    }
    ending(&report)
}

/// A catalogue that is given for this one look, and so is in force.
fn katalog(path: &Path, tahun: Tahun) -> Result<Katalog, Failure> {
    let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = std::fs::read(path)
        .map_err(|it| Failure::Input(vec![format!("{}: {it}", path.display())]))?;
    let lines = selaras_web::read_katalog(&name, &bytes).map_err(|faults| {
        Failure::Input(
            faults.into_iter().map(|(at, why)| format!("{name}, {at}: {why}.")).collect(),
        )
    })?;
    Ok(Katalog::new(name, tahun, lines))
}

fn ending(report: &Report) -> Result<(), Failure> {
    match report.count(Tier::Wajib) {
        0 => Ok(()),
        n => Err(Failure::Finding(vec![format!("{n} temuan Wajib belum diselesaikan.")])),
    }
}

fn is_standard(path: &Path) -> bool {
    path.as_os_str() == STANDARD
}

fn check_ending(path: &Path) -> Result<(), Failure> {
    match path.extension().and_then(|it| it.to_str()) {
        _ if is_standard(path) => Ok(()),
        Some("pdf" | "docx" | "xlsx") => Ok(()),
        _ => Err(Failure::Usage(format!(
            "{}: write the findings as .pdf, .docx or .xlsx",
            path.display()
        ))),
    }
}

/// The findings as a document; the format follows the file's ending.
fn write_document(path: &Path, report: &Report, berkas: &Berkas) -> Result<(), Failure> {
    let dokumen = selaras_checks::to_dokumen(report, berkas);
    let bytes = match path.extension().and_then(|it| it.to_str()) {
        Some("docx") => selaras_docx::render(&dokumen, &selaras_docx::Options::default())
            .map_err(|it| Failure::Environment(it.into()))?,
        Some("xlsx") => {
            selaras_xlsx::tables_as_xlsx(&dokumen).map_err(|it| Failure::Environment(it.into()))?
        }
        _ => set(report, berkas)?,
    };
    write_file(path, &bytes)
}

fn set(report: &Report, berkas: &Berkas) -> Result<Vec<u8>, Failure> {
    let dokumen = selaras_checks::to_dokumen(report, berkas);
    selaras_pdf::render(&dokumen, &Options::default()).map_err(|it| Failure::Environment(it.into()))
}
