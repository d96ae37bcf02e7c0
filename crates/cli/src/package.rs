//! `selaras package`: check a package, make a new one, write one in canonical form.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Subcommand;

use crate::PackageArg;
use crate::failure::Failure;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Read a package and say everything that is wrong with it.
    #[command(after_help = "Example: selaras package validate ./berkas-2024")]
    Validate(PackageArg),
    /// Write a commented skeleton of a package into a new folder.
    #[command(after_help = "Example: selaras package init ./berkas-2024")]
    Init {
        /// Folder to make; it must be new or empty
        folder: PathBuf,
    },
    /// Write a package in canonical form, its manifest made anew: a folder, or a .zip.
    #[command(after_help = "Example: selaras package format ./berkas-2024 -o berkas-2024.zip")]
    Format {
        #[command(flatten)]
        package: PackageArg,
        /// Folder (new) or .zip to write
        #[arg(short, long)]
        output: PathBuf,
    },
}

pub(crate) fn run(command: &Command) -> Result<(), Failure> {
    let mut out = io::stdout();
    match command {
        Command::Validate(PackageArg { package }) => {
            let berkas = selaras_package::read(package).map_err(Failure::input)?;
            let office = &berkas.perangkat_daerah;
            writeln!(
                out,
                "{}: paket sah. {}, tahun {}: {} indikator, {} baris program/kegiatan, {} narasi.",
                package.display(),
                office.nama,
                office.tahun,
                berkas.indikator.len(),
                berkas.program_kegiatan.len(),
                berkas.narasi.len(),
            )?;
        }
        Command::Init { folder } => {
            selaras_package::init(folder).map_err(|it| Failure::Environment(it.into()))?;
            writeln!(
                out,
                "{}: kerangka paket dibuat. Isi berkasnya, lalu jalankan \
                 `selaras package validate {}`.",
                folder.display(),
                folder.display(),
            )?;
        }
        Command::Format { package: PackageArg { package }, output } => {
            let berkas = selaras_package::read_unlisted(package).map_err(Failure::input)?;
            selaras_package::write(&berkas, output)
                .map_err(|it| Failure::Environment(it.into()))?;
            writeln!(out, "{}: ditulis dalam bentuk baku.", output.display())?;
        }
    }
    Ok(())
}
