//! `selaras demo`: the main job on the example that travels inside the program, or a whole city.

use std::fs;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use jiff::civil::Date;
use selaras_domain::Berkas;
use selaras_kota_contoh::Progress;
use selaras_store::{BerkasKey, Penugasan, Peran, Place, StatusPenugasan, Store, StoreError};
use selaras_web::Settings;

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
/// Marks a folder in which the whole city is, and not a part of it.
const CITY_MARK: &str = ".selaras-demo-kota";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder for the example and what is made from it
    #[arg(long, default_value = "./selaras-demo")]
    data: PathBuf,
    /// Fill the installation with a fictional city instead: forty offices, five years, eight
    /// thousand people
    #[arg(long)]
    city: bool,
    /// Stop after the report, or after the city is in
    #[arg(long)]
    no_serve: bool,
    /// Where the application listens; the next free port is taken where another program has it
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    #[command(flatten)]
    look: Look,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    if args.city {
        return run_city(args);
    }
    let data = &args.data;
    let package = data.join(NAME);
    claim(data)?;
    copy_example(&package)?;
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
    add_demo_people(&store, &office)?;
    open(store, data, listen)
}

/// Puts the city and its people into an installation of its own, and serves it until Ctrl C.
fn run_city(args: &Args) -> Result<(), Failure> {
    let data = &args.data;
    claim(data)?;
    let store = Store::migrate(&Place::Folder(data.clone()))?;
    if !data.join(CITY_MARK).exists() {
        fill_city(&store, data)?;
        write_file(&data.join(CITY_MARK), b"Seluruh Kota Contoh ada pada folder ini.\n")?;
    }
    add_demo_people(&store, CITY_OFFICE)?;
    let mut out = io::stdout();
    let place = data.display();
    writeln!(out, "Daftar berkas     selaras list --data {place}")?;
    writeln!(
        out,
        "Laporan Kinerja   selaras report lkjip {CITY_OFFICE}/2023 --data {place} -o lkjip.pdf"
    )?;
    out.flush()?;
    if args.no_serve {
        return Ok(());
    }
    open(store, data, args.listen)
}

/// The office of the city in which the people of the demo work.
const CITY_OFFICE: &str = "BKPSDM";

fn fill_city(store: &Store, data: &Path) -> Result<(), Failure> {
    if !store.list()?.is_empty() {
        return Err(Failure::Environment(anyhow::anyhow!(
            "{} sudah berisi demo lain, atau kota yang belum selesai diisi. Pilih folder baru: \
             selaras demo --city --data FOLDER",
            data.display()
        )));
    }
    let mut said = Ok(());
    let filled = selaras_kota_contoh::fill_telling(store, &pelaku(), |progress| {
        said = std::mem::replace(&mut said, Ok(())).and_then(|()| say(&progress));
    });
    filled?;
    Ok(said?)
}

/// A line for each stretch of the way.
fn say(progress: &Progress) -> io::Result<()> {
    let mut out = io::stdout();
    match progress {
        Progress::Berkas { tahun, n_offices } => {
            writeln!(out, "Tahun {tahun}: {n_offices} berkas perangkat daerah")?;
        }
        Progress::People { n_people } => writeln!(out, "Akun: {n_people} pegawai")?,
        Progress::Steps { n_steps } => writeln!(out, "Pengukuran: {n_steps} langkah")?,
    }
    out.flush()
}

/// Adds the people of the demo who are not there yet.
fn add_demo_people(store: &Store, office: &str) -> Result<(), Failure> {
    let known = store.users()?;
    for (akun, nama, peran, is_of_office) in PEOPLE {
        if known.iter().any(|it| it.akun == akun) {
            continue;
        }
        store.add_user(&pelaku(), None, akun, nama)?;
        let penugasan = Penugasan {
            peran,
            perangkat: is_of_office.then(|| office.to_owned()),
            status: StatusPenugasan::Definitif,
            mulai: Date::constant(2020, 1, 1),
            sampai: None,
        };
        store.assign(&pelaku(), akun, penugasan, None)?;
    }
    Ok(())
}

/// Serves the demo until Ctrl C.
fn open(store: Store, data: &Path, listen: SocketAddr) -> Result<(), Failure> {
    let listener = serve::listen_near(listen)?;
    let origin = serve::origin_of(&listener)?;
    let mut out = io::stdout();
    writeln!(out, "\nAplikasi          {origin}  (Ctrl C untuk berhenti)")?;
    out.flush()?;
    let settings =
        Settings { backups: Some(data.join("cadangan")), ..serve::settings(origin, true) };
    serve::serve(store, listener, settings)
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

/// Marks a folder as the demo's. Refuses one that holds anything else.
fn claim(data: &Path) -> Result<(), Failure> {
    let mark = data.join(MARK);
    let is_empty = |path: &Path| fs::read_dir(path).is_ok_and(|mut it| it.next().is_none());
    if data.exists() && !mark.exists() && !is_empty(data) {
        return Err(Failure::Environment(anyhow::anyhow!(
            "{} berisi berkas lain. Pilih folder baru: selaras demo --data FOLDER",
            data.display()
        )));
    }
    write_file(&mark, b"Folder ini dibuat oleh `selaras demo` dan boleh dihapus.\n")
}

/// A fresh copy of the example.
fn copy_example(package: &Path) -> Result<(), Failure> {
    if package.exists() {
        fs::remove_dir_all(package).map_err(|error| Failure::writing(package, error))?;
    }
    let files = EXAMPLE.files().chain(EXAMPLE.dirs().flat_map(Dir::files));
    for file in files {
        write_file(&package.join(file.path()), file.contents())?;
    }
    Ok(())
}
