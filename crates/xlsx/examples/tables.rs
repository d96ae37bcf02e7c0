//! Writes the tables of the LKjIP of a package as a workbook:
//! `cargo run --release -p selaras-xlsx --example tables -- PACKAGE -o FILE`.

use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [package, flag, file] = arguments.as_slice() else {
        return Err("PACKAGE -o FILE".into());
    };
    if flag != "-o" {
        return Err("PACKAGE -o FILE".into());
    }
    let berkas = selaras_package::read(Path::new(package)).map_err(|it| format!("{it:?}"))?;
    let hasil = selaras_rules::measure(&berkas);
    let options = selaras_reports::Options::default();
    let dokumen =
        selaras_reports::lkjip(&berkas, &hasil, &options).map_err(|it| format!("{it:?}"))?;
    let start = Instant::now();
    let bytes = selaras_xlsx::tables_as_xlsx(&dokumen)?;
    writeln!(std::io::stdout(), "{} bytes in {:?}", bytes.len(), start.elapsed())?;
    std::fs::write(file, bytes)?;
    Ok(())
}
