//! Sets documents as PDF in a process of their own: typesetting takes a hundred megabytes and more,
//! which only the end of a process gives back for certain.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use jiff::civil::Date;
use maud::{Markup, html};
use selaras_checks::Report;
use selaras_domain::Berkas;
use selaras_domain::dokumen::Dokumen;
use selaras_pdf::{Options, Paper, PdfError};

use crate::App;
use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::with_query;
use crate::media::{DOCX, PDF};

/// A report takes one or two seconds; a document that takes this long never ends.
const LIMIT: Duration = Duration::from_secs(120);

/// How often is looked whether the process has ended.
const PAUSE: Duration = Duration::from_millis(4);

/// A document that the command makes of the same facts.
pub(crate) enum Kind<'a> {
    Lkjip,
    /// The perjanjian kinerja with this id.
    Perjanjian(&'a str),
}

/// What decides how a document looks, beside its facts.
#[derive(Clone, Copy, Default)]
pub(crate) struct Look {
    paper: Paper,
    tanggal: Option<Date>,
    konsep: bool,
}

impl Look {
    /// As the query asks for it.
    pub(crate) fn asked(ask: &Ask<'_>) -> Result<Look, Fault> {
        let tanggal = match ask.query.raw("tanggal") {
            Some(text) => Some(text.parse().map_err(|_| {
                Fault::Bad(format!("«{text}» bukan tanggal; tulis seperti 2024-02-28."))
            })?),
            None => None,
        };
        let konsep = match ask.query.raw("konsep") {
            None => false,
            Some("ya") => true,
            Some(text) => {
                return Err(Fault::Bad(format!(
                    "Penanda konsep hanya mengenal «ya», bukan «{text}»."
                )));
            }
        };
        let paper = match ask.query.raw("kertas") {
            None | Some("a4") => Paper::A4,
            Some("f4") => Paper::F4,
            Some(text) => {
                return Err(Fault::Bad(format!("«{text}» bukan ukuran kertas; pilih a4 atau f4.")));
            }
        };
        Ok(Look { paper, tanggal, konsep })
    }

    pub(crate) fn options(&self) -> selaras_reports::Options {
        selaras_reports::Options { tanggal: self.tanggal, konsep: self.konsep }
    }

    /// As the command takes it.
    fn args(&self, kind: &Kind<'_>) -> Vec<String> {
        let paper = match self.paper {
            Paper::A4 => "a4",
            Paper::F4 => "f4",
        };
        let named = match kind {
            Kind::Lkjip => vec!["lkjip".to_owned()],
            // Joined, so that no id is taken for an option.
            Kind::Perjanjian(id) => vec!["pk".to_owned(), format!("--agreement={id}")],
        };
        let paper = ["-", "--output", "-", "--paper", paper].map(str::to_owned);
        let mut args = [vec!["report".to_owned()], named, paper.to_vec()].concat();
        if let Some(tanggal) = self.tanggal {
            args.extend(["--date".to_owned(), tanggal.to_string()]);
        }
        if self.konsep {
            args.push("--draft".to_owned());
        }
        args
    }
}

/// What the checker has found, as PDF. It is small, and a process beside would not see the catalogue and
/// the proofs, which no package has.
pub(crate) fn findings(ask: &Ask<'_>, berkas: &Berkas, report: &Report) -> Result<Vec<u8>, Fault> {
    let dokumen = selaras_checks::to_dokumen(report, berkas);
    ask.long(|| here(ask.app, &dokumen, Paper::A4))
}

/// Sets a document of facts as PDF when its turn comes: beside, by the command, or here where facts in
/// work do not make a package yet. `dokumen` is the tree of the same facts and the same look.
pub(crate) fn pdf(
    ask: &Ask<'_>,
    berkas: &Berkas,
    (kind, dokumen): (&Kind<'_>, &Dokumen),
    look: &Look,
) -> Result<Vec<u8>, Fault> {
    ask.long(|| {
        let package = ask.app.settings.program.as_deref().zip(selaras_package::to_zip(berkas).ok());
        match package {
            Some((program, package)) => beside(program, &package, &look.args(kind)),
            None => here(ask.app, dokumen, look.paper),
        }
    })
}

/// The PDF as the query asks for it: to look at, or to keep under a name.
pub(crate) fn pdf_reply(ask: &Ask<'_>, name: &str, bytes: Vec<u8>) -> Reply {
    let name = format!("{name}.pdf");
    match ask.query.get("tampil") {
        "ya" => Reply::shown_file(PDF, &name, bytes),
        _ => Reply::file(PDF, &name, bytes),
    }
}

/// The same document for Word, to go on working in.
pub(crate) fn docx(ask: &Ask<'_>, name: &str, dokumen: &Dokumen, look: &Look) -> Answer {
    let options = selaras_docx::Options { paper: look.paper };
    let bytes = ask.long(|| selaras_docx::render(dokumen, &options));
    let bytes = bytes.map_err(|it| Fault::Broken(it.to_string()))?;
    Ok(Reply::file(DOCX, &format!("{name}.docx"), bytes))
}

/// The ways to take a document: to look at it, for Word, and as PDF on either paper.
pub(crate) fn links(pdf: &str, docx: &str, what: &str) -> Markup {
    html! {
        a.tombol href=(with_query(pdf, "tampil", "ya")) { "Pratinjau PDF" } " "
        a.tombol href=(docx) { "Unduh Word" } " "
        a.tombol href=(with_query(pdf, "kertas", "f4")) { "Unduh PDF F4" } " "
        a.tombol.utama href=(pdf) { "Unduh PDF " (what) }
    }
}

fn here(app: &App, dokumen: &Dokumen, paper: Paper) -> Result<Vec<u8>, Fault> {
    let options = Options { paper, fonts: app.fonts.clone() };
    let done = selaras_pdf::render(dokumen, &options);
    selaras_pdf::release_memory();
    done.map_err(|it| match it {
        // What was typed cannot be printed; whoever typed it can change it.
        PdfError::MissingGlyph { .. } => Fault::Facts(it.to_string()),
        _ => Fault::Broken(it.to_string()),
    })
}

/// Runs a command of the program: a package goes in, a PDF comes out.
fn beside(program: &Path, package: &[u8], args: &[String]) -> Result<Vec<u8>, Fault> {
    let mut command = Command::new(program);
    command.args(args);
    // What the environment says of databases and secrets is not its business.
    command.env_clear();
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let broken = |what: String| Fault::Broken(format!("dokumen tidak tersusun: {what}"));
    let mut child = command.spawn().map_err(|it| broken(it.to_string()))?;
    let (pdf, said) = converse(&mut child, package).map_err(|it| broken(it.to_string()))?;
    // It has closed its output, so that it ends at once; a finding that stands is exit 1, and no fault.
    let status = child.wait().map_err(|it| broken(it.to_string()))?;
    match status.code() {
        Some(0 | 1) if !pdf.is_empty() => Ok(pdf),
        _ => Err(broken(String::from_utf8_lossy(&said).into_owned())),
    }
}

/// Writes what the process reads while it is read what it writes; ends it when it takes too long.
fn converse(child: &mut Child, package: &[u8]) -> io::Result<(Vec<u8>, Vec<u8>)> {
    let (input, output, said) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let missing = || io::Error::other("pipa tidak terbuka");
    let (mut input, mut output, mut said) =
        (input.ok_or_else(missing)?, output.ok_or_else(missing)?, said.ok_or_else(missing)?);
    thread::scope(|scope| {
        let writer = scope.spawn(move || input.write_all(package));
        let errors = scope.spawn(move || {
            let mut bytes = Vec::new();
            said.read_to_end(&mut bytes).map(|_| bytes)
        });
        let pdf = scope.spawn(move || {
            let mut bytes = Vec::new();
            output.read_to_end(&mut bytes).map(|_| bytes)
        });
        let started = Instant::now();
        while !pdf.is_finished() {
            if started.elapsed() > LIMIT {
                child.kill()?;
            }
            thread::sleep(PAUSE);
        }
        let joined = || io::Error::other("pembacaan terhenti");
        // A process that ends early closes its input; why, it says in its own words.
        let _ = writer.join();
        Ok((pdf.join().map_err(|_| joined())??, errors.join().map_err(|_| joined())??))
    })
}
