//! `selaras report`: a statutory document from a package; the format follows the file's ending.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;
use selaras_domain::dokumen::Dokumen;
use selaras_domain::{Berkas, Hasil, Id};
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
    /// Which agreement, by its id; may be left out where there is only one
    #[arg(long, value_name = "ID")]
    agreement: Option<String>,
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

    fn options(&self) -> selaras_reports::Options {
        selaras_reports::Options { tanggal: self.date, konsep: self.draft }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// Laporan Kinerja Instansi Pemerintah
    Lkjip,
    /// Perjanjian kinerja, as its parties sign it
    Pk,
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
    if args.agreement.is_some() && matches!(args.kind, Kind::Lkjip) {
        return Err(Failure::Usage("--agreement: hanya untuk `selaras report pk`".to_owned()));
    }
    let (berkas, hasil) = args.facts.measure()?;
    let dokumen = match args.kind {
        Kind::Lkjip => lkjip(&berkas, &hasil, &args.look)?,
        Kind::Pk => agreement(&berkas, &hasil, args)?,
    };
    if to_standard {
        io::stdout().lock().write_all(&set(&dokumen, &args.look)?.pdf)?;
        return Ok(());
    }
    if ending == "docx" {
        let options = selaras_docx::Options { paper: args.look.paper() };
        let bytes = selaras_docx::render(&dokumen, &options)
            .map_err(|it| Failure::Environment(it.into()))?;
        write_file(&args.output, &bytes)?;
        writeln!(io::stdout(), "{}", args.output.display())?;
        return Ok(());
    }
    let rendered = set(&dokumen, &args.look)?;
    write_file(&args.output, &rendered.pdf)?;
    writeln!(io::stdout(), "{}: {} halaman", args.output.display(), rendered.pages)?;
    Ok(())
}

/// Sets the LKjIP and writes it; gives the number of pages.
pub(crate) fn write_lkjip(
    berkas: &Berkas,
    hasil: &Hasil,
    look: &Look,
    output: &Path,
) -> Result<usize, Failure> {
    let rendered = set(&lkjip(berkas, hasil, look)?, look)?;
    write_file(output, &rendered.pdf)?;
    Ok(rendered.pages)
}

fn lkjip(berkas: &Berkas, hasil: &Hasil, look: &Look) -> Result<Dokumen, Failure> {
    selaras_reports::lkjip(berkas, hasil, &look.options()).map_err(Failure::input)
}

/// The agreement that is asked for; without a name the only one of the package.
fn agreement(berkas: &Berkas, hasil: &Hasil, args: &Args) -> Result<Dokumen, Failure> {
    let all = &berkas.perjanjian_kinerja;
    let found = match (&args.agreement, all.as_slice()) {
        (Some(id), _) => all.iter().find(|it| it.id.as_str() == id),
        (None, [one]) => Some(one),
        (None, _) => None,
    };
    let found = found.ok_or_else(|| {
        let known: Vec<&str> = all.iter().map(|it| it.id.as_str()).collect();
        Failure::Usage(match known.as_slice() {
            [] => "data belum memuat perjanjian kinerja: isi perjanjian_kinerja.csv".to_owned(),
            _ => format!("--agreement: pilih salah satu dari {}", known.join(", ")),
        })
    })?;
    selaras_reports::perjanjian_kinerja(berkas, hasil, found, &args.look.options())
        .map_err(|it| Failure::input([it]))
}

fn set(dokumen: &Dokumen, look: &Look) -> Result<Rendered, Failure> {
    let fonts = match &look.font_path {
        Some(path) => Fonts::with_path(path).map_err(|it| Failure::Environment(it.into()))?,
        None => Fonts::embedded(),
    };
    let rendered = selaras_pdf::render_checked(dokumen, &Options { paper: look.paper(), fonts })
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
