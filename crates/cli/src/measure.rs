//! `selaras measure`: every figure of a package, as text, JSON or CSV.

use std::io::{self, Read, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use selaras_checks::Bukti;
use selaras_domain::{Berkas, Code, Figure, Hasil, Katalog, Keadaan};
use selaras_rules::display;
use selaras_store::{BerkasRef, Lines, Store};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::installation::{PemdaArg, PlaceArg};
use crate::output::{Align, print_columns};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    facts: FactsArg,
    /// How the figures are written; json follows the schema `selaras/measure/1`
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Csv,
}

pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let (berkas, hasil) = args.facts.measure()?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    match args.format {
        Format::Text => print_text(&mut out, &berkas, hasil.figures())?,
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &to_json(&berkas, &hasil))
                .map_err(io::Error::from)?;
            writeln!(out)?;
        }
        Format::Csv => print_csv(&mut out, &hasil)?,
    }
    out.flush()?;
    Ok(())
}

/// Standard input or output, in the place of a file.
pub(crate) const STANDARD: &str = "-";

/// More bytes than a package may have: what is cut off here is refused there.
const MAX_INPUT: u64 = 1 << 30;

/// The facts of a package, or of an office and year of an installation.
#[derive(clap::Args)]
pub(crate) struct FactsArg {
    /// Folder or .zip of a package, `-` for a .zip on standard input; or office and year of an
    /// installation, as `selaras list` shows
    #[arg(value_name = "PACKAGE|OFFICE/YEAR")]
    pub(crate) facts: PathBuf,
    #[command(flatten)]
    pub(crate) pemda: PemdaArg,
    #[command(flatten)]
    pub(crate) place: PlaceArg,
}

impl FactsArg {
    fn is_standard(&self) -> bool {
        self.facts.as_os_str() == STANDARD
    }

    /// The installation and the berkas in it that are meant; none where the facts are a package.
    fn installed(&self) -> Result<Option<(Store, BerkasRef)>, Failure> {
        if self.is_standard() || !self.place.is_given() || self.facts.exists() {
            return Ok(None);
        }
        let store = self.place.open()?;
        let key = self.facts.to_string_lossy().parse()?;
        let found = store.find_of(&key, self.pemda.name())?;
        Ok(Some((store, found)))
    }

    /// What the installation has beside the facts: the catalogue of their year, and what has proofs.
    pub(crate) fn beside(
        &self,
        berkas: &Berkas,
    ) -> Result<(Option<Katalog>, Option<Bukti>), Failure> {
        let Some((store, it)) = self.installed()? else { return Ok((None, None)) };
        let katalog = store.katalog(it.pemda, it.key.tahun, Lines::Of(berkas))?;
        Ok((katalog, Some(selaras_web::proven(&store, &it)?)))
    }

    /// The facts and their figures. What is on the disk under that name goes first.
    pub(crate) fn measure(&self) -> Result<(Berkas, Hasil), Failure> {
        let berkas = if self.is_standard() {
            let mut zip = Vec::new();
            io::stdin().lock().take(MAX_INPUT).read_to_end(&mut zip)?;
            selaras_package::read_zip(io::Cursor::new(zip)).map_err(Failure::input)?
        } else if let Some((store, found)) = self.installed()? {
            store.berkas(&found)?
        } else {
            selaras_package::read(&self.facts).map_err(Failure::input)?
        };
        let hasil = selaras_rules::measure(&berkas);
        Ok((berkas, hasil))
    }
}

/// The figures in columns: name, value, predikat, and what must be known.
pub(crate) fn print_text<'a>(
    out: &mut impl Write,
    berkas: &Berkas,
    figures: impl IntoIterator<Item = &'a Figure>,
) -> io::Result<()> {
    let office = &berkas.perangkat_daerah;
    writeln!(out, "{}, tahun {}\n", office.nama, office.tahun)?;
    let head = ["ANGKA", "NILAI", "PREDIKAT", "KETERANGAN"].map(str::to_owned);
    let row = |figure: &Figure| {
        let unverified = (!figure.verified && figure.keadaan != Keadaan::Absent)
            .then(|| "belum diverifikasi".to_owned());
        let notes: Vec<String> = figure.note.clone().into_iter().chain(unverified).collect();
        [
            figure.id.to_string(),
            display(figure),
            figure.predikat.clone().unwrap_or_default(),
            notes.join("; "),
        ]
    };
    let rows: Vec<_> = [head].into_iter().chain(figures.into_iter().map(row)).collect();
    print_columns(out, [Align::Left, Align::Right, Align::Left, Align::Left], &rows)
}

fn to_json(berkas: &Berkas, hasil: &Hasil) -> Value {
    let figures: Vec<Value> = hasil.figures().iter().map(figure_json).collect();
    json!({
        "schema": "selaras/measure/1",
        "perangkat_daerah": berkas.perangkat_daerah.nama,
        "tahun": berkas.perangkat_daerah.tahun.get(),
        "figures": figures,
    })
}

fn figure_json(it: &Figure) -> Value {
    json!({
        "id": it.id.as_str(),
        "label": it.label,
        "value": it.value.map(|value| value.to_string()),
        "exact": it.exact.as_ref().map(ToString::to_string),
        "display": display(it),
        "satuan": it.satuan,
        "state": it.keadaan.code(),
        "verified": it.verified,
        "note": it.note,
        "predikat": it.predikat,
        "rule": it.jejak.rule,
    })
}

fn print_csv(out: &mut impl Write, hasil: &Hasil) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(out);
    let head = [
        "id", "label", "value", "exact", "display", "satuan", "state", "verified", "note",
        "predikat", "rule",
    ];
    let failed = |error: csv::Error| match error.into_kind() {
        csv::ErrorKind::Io(error) => Failure::from(error),
        other => Failure::Environment(anyhow::anyhow!("{other:?}")),
    };
    writer.write_record(head).map_err(failed)?;
    for it in hasil.figures() {
        let optional = |text: &Option<String>| text.clone().unwrap_or_default();
        let record = [
            it.id.to_string(),
            it.label.clone(),
            it.value.map(|value| value.to_string()).unwrap_or_default(),
            it.exact.as_ref().map(ToString::to_string).unwrap_or_default(),
            display(it),
            it.satuan.clone(),
            it.keadaan.code().to_owned(),
            it.verified.to_string(),
            optional(&it.note),
            optional(&it.predikat),
            it.jejak.rule.unwrap_or_default().to_owned(),
        ];
        writer.write_record(record).map_err(failed)?;
    }
    writer.flush()?;
    Ok(())
}
