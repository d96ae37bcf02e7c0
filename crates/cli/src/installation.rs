//! Commands that run an installation: its tables, its facts in and out, its copies, its trail.

use std::io::{self, Write};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use selaras_store::{BerkasKey, Head, Imported, Pelaku, Place, Store, StoreError};

use crate::PackageArg;
use crate::failure::Failure;

/// Where the installation is: the command line before the environment, and that before the
/// configuration file.
#[derive(clap::Args, Clone)]
pub(crate) struct PlaceArg {
    /// Folder of an embedded installation (SQLite)
    #[arg(long, value_name = "FOLDER", env = "SELARAS_DATA", conflicts_with = "database")]
    data: Option<PathBuf>,
    /// Address of a PostgreSQL database: `postgres://user@host/name`
    #[arg(long, value_name = "URL", env = "SELARAS_DATABASE", hide_env_values = true)]
    database: Option<String>,
    /// Configuration file with `data = "…"` or `database = "…"`
    #[arg(long, value_name = "FILE", env = "SELARAS_CONFIG")]
    config: Option<PathBuf>,
}

/// Which pemda of an installation is meant, where it keeps several.
#[derive(clap::Args, Clone)]
pub(crate) struct PemdaArg {
    /// The government that is meant, where the installation keeps several: `"Kota Dumai"`
    #[arg(long, value_name = "NAME")]
    pemda: Option<String>,
}

impl PemdaArg {
    pub(crate) fn name(&self) -> Option<&str> {
        self.pemda.as_deref()
    }
}

impl PlaceArg {
    /// Whether anything says where an installation is.
    pub(crate) fn is_given(&self) -> bool {
        self.data.is_some() || self.database.is_some() || self.config.is_some()
    }

    fn place(&self) -> Result<Place, Failure> {
        let (data, database) = match (&self.data, &self.database, &self.config) {
            (None, None, Some(path)) => configured(path)?,
            (data, database, _) => (data.clone(), database.clone()),
        };
        match (data, database) {
            (Some(folder), None) => Ok(Place::Folder(folder)),
            (None, Some(url)) => Place::from_url(&url).map_err(|it| Failure::Usage(it.to_string())),
            _ => Err(Failure::Usage(
                "Sebutkan pangkalan datanya dengan tepat satu dari: --data FOLDER, atau --database \
                 URL."
                    .to_owned(),
            )),
        }
    }

    /// A whole number that the configuration file says.
    pub(crate) fn configured_number(
        &self,
        name: &str,
        range: RangeInclusive<u64>,
    ) -> Result<Option<u64>, Failure> {
        let Some(path) = &self.config else { return Ok(None) };
        let Some(value) = read_config(path)?.remove(name) else { return Ok(None) };
        let number = value.as_integer().and_then(|it| u64::try_from(it).ok());
        let found = number.filter(|it| range.contains(it));
        found.map(Some).ok_or_else(|| {
            let (least, most) = range.into_inner();
            let why = format!("`{name}` harus bilangan bulat {least} sampai {most}");
            Failure::Input(vec![format!("{}: {why}", path.display())])
        })
    }

    /// The folder of an embedded installation.
    pub(crate) fn folder(&self) -> Option<PathBuf> {
        match self.place() {
            Ok(Place::Folder(folder)) => Some(folder),
            _ => None,
        }
    }

    pub(crate) fn open(&self) -> Result<Store, Failure> {
        Ok(Store::open(&self.place()?)?)
    }

    /// Opens the installation, and makes one where nothing is yet; says whether it did.
    pub(crate) fn open_or_make(&self) -> Result<(Store, bool), Failure> {
        let place = self.place()?;
        match Store::open(&place) {
            Err(StoreError::Absent(_) | StoreError::Version { found: 0, .. }) => {
                Ok((Store::migrate(&place)?, true))
            }
            opened => Ok((opened?, false)),
        }
    }
}

/// A configuration file.
fn read_config(path: &Path) -> Result<toml::Table, Failure> {
    let wrong = |why: String| Failure::Input(vec![format!("{}: {why}", path.display())]);
    let text = std::fs::read_to_string(path).map_err(|it| wrong(it.to_string()))?;
    text.parse().map_err(|it: toml::de::Error| wrong(it.to_string()))
}

/// What a configuration file says of the place.
fn configured(path: &Path) -> Result<(Option<PathBuf>, Option<String>), Failure> {
    let wrong = |why: String| Failure::Input(vec![format!("{}: {why}", path.display())]);
    let table = read_config(path)?;
    let key = |name: &str| match table.get(name) {
        None => Ok(None),
        Some(toml::Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(wrong(format!("`{name}` harus berupa teks di antara tanda kutip"))),
    };
    Ok((key("data")?.map(PathBuf::from), key("database")?))
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        match error {
            StoreError::Address(_) => Failure::Usage(error.to_string()),
            StoreError::Missing { .. }
            | StoreError::Ambiguous { .. }
            | StoreError::Exists { .. }
            | StoreError::Foreign(_)
            | StoreError::Constraint(_)
            | StoreError::Invalid(_)
            | StoreError::Facts(_) => Failure::input([error]),
            _ => Failure::Environment(error.into()),
        }
    }
}

/// The clock, which no crate below this one asks.
#[expect(clippy::disallowed_methods, reason = "the outermost edge: the trail says when")]
pub(crate) fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

/// Today, in UTC.
pub(crate) fn today() -> jiff::civil::Date {
    jiff::tz::Offset::UTC.to_datetime(now()).date()
}

/// Who works on the terminal, now.
pub(crate) fn pelaku() -> Pelaku {
    let nama = std::env::var("USER").unwrap_or_else(|_| "terminal".to_owned());
    Pelaku { nama, asal: "terminal".to_owned(), waktu: now().to_string() }
}

pub(crate) fn migrate(place: &PlaceArg) -> Result<(), Failure> {
    let store = Store::migrate(&place.place()?)?;
    writeln!(io::stdout(), "Pangkalan data siap, migrasi {}.", store.version())?;
    Ok(())
}

#[derive(clap::Args)]
pub(crate) struct ImportArgs {
    #[command(flatten)]
    package: PackageArg,
    /// Put it in the place of the facts of the same office and year
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    place: PlaceArg,
}

pub(crate) fn import(args: &ImportArgs) -> Result<(), Failure> {
    let store = args.place.open()?;
    let berkas = selaras_package::read(&args.package.package).map_err(Failure::input)?;
    let key = BerkasKey::of(&berkas);
    let name = args.package.package.file_name().unwrap_or_default().to_string_lossy();
    let from = format!("dari paket {name}");
    let before = store.pemda_list()?;
    let done = match store.import_from(&pelaku(), berkas, args.replace, Some(&from)) {
        Err(StoreError::Exists { what }) => {
            let why = format!("{what} sudah ada. Pakai --replace untuk menggantinya.");
            return Err(Failure::Input(vec![why]));
        }
        done => done?,
    };
    let what = match done {
        Imported::Added => "ditambahkan",
        Imported::Replaced => "menggantikan yang lama",
        Imported::Unchanged => "sama dengan yang sudah ada; tidak ada yang ditulis",
    };
    let mut out = io::stdout();
    writeln!(out, "Berkas {key}: {what}.")?;
    let new = store.pemda_list()?.into_iter().find(|it| !before.contains(it));
    if let Some((_, called)) = new.filter(|_| !before.is_empty()) {
        let others: Vec<String> = before.into_iter().map(|(_, called)| called).collect();
        writeln!(
            out,
            "Paket ini milik pemda yang baru di sini: {called}, di samping {}. Bila itu salah tulis, \
             perbaiki `[pemda]` pada paket.toml-nya, dan pulihkan cadangan.",
            others.join(", ")
        )?;
    }
    Ok(())
}

#[derive(clap::Args)]
pub(crate) struct ExportArgs {
    /// Office and year, as `selaras list` shows them
    #[arg(value_name = "OFFICE/YEAR")]
    berkas: String,
    /// Folder (new) or .zip to write
    #[arg(short, long)]
    output: PathBuf,
    #[command(flatten)]
    pemda: PemdaArg,
    #[command(flatten)]
    place: PlaceArg,
}

pub(crate) fn export(args: &ExportArgs) -> Result<(), Failure> {
    let store = args.place.open()?;
    let found = store.find_of(&args.berkas.parse()?, args.pemda.name())?;
    let berkas = store.berkas(&found)?;
    selaras_package::write(&berkas, &args.output).map_err(|it| Failure::Environment(it.into()))?;
    writeln!(io::stdout(), "{}: berkas {} ditulis.", args.output.display(), found.key)?;
    Ok(())
}

pub(crate) fn list(place: &PlaceArg) -> Result<(), Failure> {
    let mut out = io::stdout();
    let store = place.open()?;
    let (all, pemda) = (store.list()?, store.pemda_list()?);
    if all.is_empty() {
        writeln!(out, "Belum ada berkas. Isi dengan `selaras import PAKET`.")?;
    }
    for it in all {
        match pemda.iter().find(|(id, _)| *id == it.pemda && pemda.len() > 1) {
            Some((_, called)) => writeln!(out, "{}  {called}", it.key)?,
            None => writeln!(out, "{}", it.key)?,
        }
    }
    Ok(())
}

#[derive(clap::Args)]
pub(crate) struct BackupArgs {
    /// File to write; it must be new
    #[arg(short, long)]
    output: PathBuf,
    #[command(flatten)]
    place: PlaceArg,
}

pub(crate) fn backup(args: &BackupArgs) -> Result<(), Failure> {
    let heads = args.place.open()?.backup(&args.output)?;
    let mut out = io::stdout();
    writeln!(out, "{}: cadangan lengkap.", args.output.display())?;
    Ok(print_heads(&mut out, &heads)?)
}

#[derive(clap::Args)]
pub(crate) struct RestoreArgs {
    /// A backup
    file: PathBuf,
    #[command(flatten)]
    place: PlaceArg,
}

pub(crate) fn restore(args: &RestoreArgs) -> Result<(), Failure> {
    let n_rows = Store::open_file(&args.file)?.copy_to(&args.place.place()?)?;
    writeln!(io::stdout(), "{}: {n_rows} baris dipulihkan.", args.file.display())?;
    Ok(())
}

#[derive(clap::Args)]
pub(crate) struct VerifyArgs {
    /// A backup whose entries must still be in the trail
    #[arg(long, value_name = "FILE")]
    against: Vec<PathBuf>,
    /// A head that was kept earlier, which must still be in the trail: its hash, or a file that holds
    /// hashes, such as what `verify` and `backup` print
    #[arg(long, value_name = "FILE|HASH")]
    head: Vec<String>,
    #[command(flatten)]
    place: PlaceArg,
}

pub(crate) fn verify(args: &VerifyArgs) -> Result<(), Failure> {
    let kept: Vec<Vec<String>> =
        args.head.iter().map(|it| hashes_of(it)).collect::<Result<_, _>>()?;
    let store = args.place.open()?;
    let mut known = Vec::new();
    for file in &args.against {
        known.extend(Store::open_file(file)?.heads()?);
    }
    let fault = |it: &selaras_store::AuditFault| format!("Pemda {}: {}.", it.pemda, it.uraian);
    let mut faults: Vec<String> = store.verify(&known)?.iter().map(fault).collect();
    let heads = store.heads()?;
    let mut found = Vec::new();
    for hash in kept.iter().flatten() {
        match store.head_with_hash(hash)? {
            Some(it) => found.push(it),
            None => faults.push(format!("Kepala {hash} bukan lagi bagian dari jejak audit.")),
        }
    }
    if !faults.is_empty() {
        return Err(Failure::Finding(faults));
    }
    let n_entries: i64 = heads.iter().map(|it| it.nomor).sum();
    let mut out = io::stdout();
    writeln!(out, "Jejak audit utuh: {n_entries} catatan, {} rantai.", heads.len())?;
    print_heads(&mut out, &heads)?;
    for it in found {
        let last = heads.iter().find(|head| head.pemda == it.pemda).map_or(it.nomor, |it| it.nomor);
        writeln!(
            out,
            "Kepala {} masih bagian dari jejak pemda {}: catatan {}, {} catatan sesudahnya.",
            it.hash,
            it.pemda,
            it.nomor,
            last - it.nomor
        )?;
    }
    Ok(())
}

/// The hashes that somebody names: one, or those in a file.
fn hashes_of(named: &str) -> Result<Vec<String>, Failure> {
    let is_hash = |it: &&str| it.len() == 64 && it.bytes().all(|it| it.is_ascii_hexdigit());
    if is_hash(&named) {
        return Ok(vec![named.to_lowercase()]);
    }
    let wrong = |why: String| Failure::Input(vec![format!("{named}: {why}")]);
    let text = std::fs::read_to_string(named).map_err(|it| wrong(it.to_string()))?;
    let words = text.split(|it: char| !it.is_ascii_alphanumeric()).filter(is_hash);
    let found: Vec<String> = words.map(str::to_lowercase).collect();
    match found.is_empty() {
        true => Err(wrong("tidak memuat kepala jejak (64 huruf heksadesimal)".to_owned())),
        false => Ok(found),
    }
}

/// The end of each chain, to be kept elsewhere.
fn print_heads(out: &mut impl Write, heads: &[Head]) -> io::Result<()> {
    for it in heads.iter().filter(|it| it.nomor > 0) {
        writeln!(out, "Kepala jejak pemda {}: catatan {}, {}", it.pemda, it.nomor, it.hash)?;
    }
    Ok(())
}

#[derive(Subcommand)]
pub(crate) enum DatabaseCommand {
    /// Copy an installation into an empty one of either kind, while it is in use.
    #[command(after_help = "Example: selaras database copy --from ./data \
                      --to postgres://selaras@localhost/selaras")]
    Copy {
        /// Folder or postgres:// address to copy
        #[arg(long)]
        from: String,
        /// Folder or postgres:// address that holds no facts yet
        #[arg(long)]
        to: String,
    },
}

pub(crate) fn database(command: &DatabaseCommand) -> Result<(), Failure> {
    let DatabaseCommand::Copy { from, to } = command;
    let place = |text: &str| match text.contains("://") {
        true => Place::from_url(text),
        false => Ok(Place::Folder(PathBuf::from(text))),
    };
    let n_rows = Store::open(&place(from)?)?.copy_to(&place(to)?)?;
    writeln!(io::stdout(), "{n_rows} baris disalin.")?;
    Ok(())
}
