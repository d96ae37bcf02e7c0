//! `selaras demo`: the main job on the example that travels inside the program.

use std::fs;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use jiff::civil::Date;
use selaras_domain::Berkas;
use selaras_store::{BerkasKey, Penugasan, Peran, Place, StatusPenugasan, Store, StoreError};

use crate::failure::Failure;
use crate::installation::pelaku;
use crate::measure::print_text;
use crate::output::write_file;
use crate::report::{Look, write_lkjip};
use crate::serve;

static EXAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../examples/bkpsdm-dumai-2023");

const NAME: &str = "bkpsdm-dumai-2023";
/// Marks a folder as made by the demo, so that nothing else is ever written over.
const MARK: &str = ".selaras-demo";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder for the example and what is made from it
    #[arg(long, default_value = "./selaras-demo")]
    data: PathBuf,
    /// Stop after the report
    #[arg(long)]
    no_serve: bool,
    /// Where the application listens; the next free port is taken where another program has it
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    #[command(flatten)]
    look: Look,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let data = &args.data;
    let package = data.join(NAME);
    prepare(data, &package)?;
    let berkas = selaras_package::read(&package).map_err(Failure::input)?;
    let hasil = selaras_rules::measure(&berkas);
    let report = data.join(format!("lkjip-{NAME}.pdf"));
    let pages = write_lkjip(&berkas, &hasil, &args.look, &report)?;

    let mut out = io::BufWriter::new(io::stdout().lock());
    let tahun = berkas.perangkat_daerah.tahun.to_string();
    let main = hasil.figures().iter().filter(|it| is_main(it.id.as_str(), &tahun));
    print_text(&mut out, &berkas, main)?;
    writeln!(out)?;
    writeln!(out, "Laporan Kinerja   {} ({pages} halaman)", report.display())?;
    writeln!(out, "Paket fakta       {}", package.display())?;
    writeln!(out, "Seluruh angka     selaras measure {}", package.display())?;
    writeln!(
        out,
        "Asal satu angka   selaras explain {} indikator/iku-2/{tahun}/capaian",
        package.display()
    )?;
    out.flush()?;
    drop(out);
    if args.no_serve {
        return Ok(());
    }
    serve_demo(data, berkas, args.listen)
}

/// The people of the demo: account, name, role, and whether it is held in the example's office.
const PEOPLE: [(&str, &str, Peran, bool); 7] = [
    ("perencana", "Rani Contoh", Peran::Perencana, true),
    ("pegawai", "Tono Contoh", Peran::Pegawai, true),
    ("kepala", "Sari Contoh", Peran::Kepala, true),
    ("verifikator", "Made Contoh", Peran::Verifikator, false),
    ("inspektur", "Ucok Contoh", Peran::Inspektorat, false),
    ("walikota", "Dewi Contoh", Peran::KepalaDaerah, false),
    ("admin", "Adi Contoh", Peran::Administrator, false),
];

/// Puts the example and its people into an installation of its own, and serves it until Ctrl C.
fn serve_demo(data: &Path, berkas: Berkas, listen: SocketAddr) -> Result<(), Failure> {
    let place = Place::Folder(data.to_owned());
    let store = Store::migrate(&place)?;
    let office = BerkasKey::of(&berkas).perangkat;
    match store.import(&pelaku(), berkas, false) {
        // What was tried out before is still there.
        Ok(_) | Err(StoreError::Exists { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let known = store.users()?;
    for (akun, nama, peran, is_of_office) in PEOPLE {
        if known.iter().any(|it| it.akun == akun) {
            continue;
        }
        store.add_user(&pelaku(), akun, nama)?;
        let penugasan = Penugasan {
            peran,
            perangkat: is_of_office.then(|| office.clone()),
            status: StatusPenugasan::Definitif,
            mulai: Date::constant(2020, 1, 1),
            sampai: None,
        };
        store.assign(&pelaku(), akun, penugasan)?;
    }
    let listener = serve::listen_near(listen)?;
    let origin = serve::origin_of(&listener)?;
    let mut out = io::stdout();
    writeln!(out, "\nAplikasi          {origin}  (Ctrl C untuk berhenti)")?;
    out.flush()?;
    serve::serve(store, listener, serve::settings(origin, true))
}

/// The figures that a reader of the report asks for first: indicators of the office in the year,
/// the budget down to programs, the averages.
fn is_main(id: &str, tahun: &str) -> bool {
    let parts: Vec<&str> = id.split('/').collect();
    match parts.as_slice() {
        ["indikator", key, year, what] => {
            *year == tahun
                && (key.starts_with("iku-") || key.starts_with("ikt-"))
                && ["target", "realisasi", "capaian", "kemajuan", "efisiensi"].contains(what)
        }
        ["anggaran", key, year, "pagu" | "realisasi" | "persen"] => {
            *year == tahun && (!key.starts_with(|it: char| it.is_ascii_digit()) || key.len() == 7)
        }
        ["rata-rata", ..] => true,
        _ => false,
    }
}

/// A fresh copy of the example. Refuses a folder that holds anything else.
fn prepare(data: &Path, package: &Path) -> Result<(), Failure> {
    let mark = data.join(MARK);
    let is_empty = |path: &Path| fs::read_dir(path).is_ok_and(|mut it| it.next().is_none());
    if data.exists() && !mark.exists() && !is_empty(data) {
        return Err(Failure::Environment(anyhow::anyhow!(
            "{} berisi berkas lain. Pilih folder baru: selaras demo --data FOLDER",
            data.display()
        )));
    }
    write_file(&mark, b"Folder ini dibuat oleh `selaras demo` dan boleh dihapus.\n")?;
    if package.exists() {
        fs::remove_dir_all(package).map_err(|error| Failure::writing(package, error))?;
    }
    let files = EXAMPLE.files().chain(EXAMPLE.dirs().flat_map(Dir::files));
    for file in files {
        write_file(&package.join(file.path()), file.contents())?;
    }
    Ok(())
}
