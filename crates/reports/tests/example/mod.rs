//! The example packages, read and measured.

pub(crate) mod plain;

use std::path::PathBuf;

use selaras_domain::Berkas;
use selaras_domain::dokumen::Dokumen;
use selaras_reports::Options;

/// The real office, and the invented one that does everything else differently.
pub(crate) const EXAMPLES: [&str; 2] = ["bkpsdm-dumai-2023", "dinkes-contoh-2024"];

pub(crate) fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

pub(crate) fn berkas(name: &str) -> Berkas {
    let path = root().join("examples").join(name);
    match selaras_package::read(&path) {
        Ok(berkas) => berkas,
        Err(errors) => panic!("{name}: {}", lines(&errors)),
    }
}

/// The report, or its errors one to a line.
pub(crate) fn make(berkas: &Berkas) -> Result<Dokumen, String> {
    let hasil = selaras_rules::measure(berkas);
    selaras_reports::lkjip(berkas, &hasil, &Options::default()).map_err(|it| lines(&it))
}

pub(crate) fn lkjip(name: &str) -> Dokumen {
    make(&berkas(name)).unwrap_or_else(|errors| panic!("{name}:\n{errors}"))
}

fn lines<E: ToString>(errors: &[E]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
