//! `selaras report`: a statutory document from a package; the format follows the file's ending.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;
use selaras_domain::{Berkas, Hasil};
use selaras_pdf::{Fonts, Options, Overfull, OverfullKind, Paper, Rendered};

use crate::failure::Failure;
use crate::measure::{FactsArg, STANDARD};
use crate::output::write_file;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Which document
    #[arg(value_enum)]
    kind: Kind,
    #[command(flatten)]
    facts: FactsArg,
    /// File to write, ending in .pdf or .docx; `-` for a PDF on standard output
    #[arg(short, long)]
    output: PathBuf,
    #[command(flatten)]
    look: Look,
}

/// What decides how a document looks, beside its facts.
#[derive(clap::Args)]
pub(crate) struct Look {
    /// Paper
    #[arg(long, value_enum, default_value = "a4")]
    paper: PaperArg,
    /// Folder of fonts to prefer to the built-in ones
    #[arg(long)]
    font_path: Option<PathBuf>,
    /// Date of the document (YYYY-MM-DD), instead of the date of the data in the package
    #[arg(long)]
    date: Option<Date>,
    /// Say on every page that nobody has signed it yet
    #[arg(long)]
    draft: bool,
}

impl Look {
    fn paper(&self) -> Paper {
        match self.paper {
            PaperArg::A4 => Paper::A4,
            PaperArg::F4 => Paper::F4,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// Laporan Kinerja Instansi Pemerintah
    Lkjip,
}

#[derive(Clone, Copy, ValueEnum)]
enum PaperArg {
    /// 210 x 297 mm
    A4,
    /// 215 x 330 mm, the folio of Indonesian offices
    F4,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let to_standard = args.output.as_os_str() == STANDARD;
    let ending = args.output.extension().and_then(|it| it.to_str()).unwrap_or_default();
    if !to_standard && !["pdf", "docx"].contains(&ending) {
        return Err(Failure::Usage(format!(
            "{}: this document can be written as .pdf or .docx",
            args.output.display()
        )));
    }
    let (berkas, hasil) = args.facts.measure()?;
    let Kind::Lkjip = args.kind;
    if to_standard {
        let rendered = set_lkjip(&berkas, &hasil, &args.look)?;
        io::stdout().lock().write_all(&rendered.pdf)?;
        return Ok(());
    }
    if ending == "docx" {
        write_file(&args.output, &word_lkjip(&berkas, &hasil, &args.look)?)?;
        writeln!(io::stdout(), "{}", args.output.display())?;
        return Ok(());
    }
    let pages = write_lkjip(&berkas, &hasil, &args.look, &args.output)?;
    writeln!(io::stdout(), "{}: {pages} halaman", args.output.display())?;
    Ok(())
}

/// Sets the LKjIP and writes it; gives the number of pages.
pub(crate) fn write_lkjip(
    berkas: &Berkas,
    hasil: &Hasil,
    look: &Look,
    output: &Path,
) -> Result<usize, Failure> {
    let rendered = set_lkjip(berkas, hasil, look)?;
    write_file(output, &rendered.pdf)?;
    Ok(rendered.pages)
}

/// The LKjIP as a Word document.
fn word_lkjip(berkas: &Berkas, hasil: &Hasil, look: &Look) -> Result<Vec<u8>, Failure> {
    let options = selaras_reports::Options { tanggal: look.date, konsep: look.draft };
    let dokumen = selaras_reports::lkjip(berkas, hasil, &options).map_err(Failure::input)?;
    selaras_docx::render(&dokumen, &selaras_docx::Options { paper: look.paper() })
        .map_err(|it| Failure::Environment(it.into()))
}

fn set_lkjip(berkas: &Berkas, hasil: &Hasil, look: &Look) -> Result<Rendered, Failure> {
    let options = selaras_reports::Options { tanggal: look.date, konsep: look.draft };
    let dokumen = selaras_reports::lkjip(berkas, hasil, &options).map_err(Failure::input)?;
    let fonts = match &look.font_path {
        Some(path) => Fonts::with_path(path).map_err(|it| Failure::Environment(it.into()))?,
        None => Fonts::embedded(),
    };
    let rendered = selaras_pdf::render_checked(&dokumen, &Options { paper: look.paper(), fonts })
        .map_err(|it| Failure::Environment(it.into()))?;
    warn_of(&rendered.overfull);
    Ok(rendered)
}

/// Names what stands where it should not; the file is still written, since a person may accept it.
#[expect(clippy::print_stderr, reason = "a warning must not mix with the results")]
fn warn_of(overfull: &[Overfull]) {
    for it in overfull {
        let what = match it.kind {
            OverfullKind::OutsidePage => "keluar dari halaman",
            OverfullKind::Overlap => "menimpa teks lain",
        };
        eprintln!("Peringatan: halaman {}: «{}» {what}.", it.page, it.text);
    }
}
