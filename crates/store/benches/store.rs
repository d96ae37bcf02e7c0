//! What the store costs: durable saves a second with one and with twenty writers, and loading a whole
//! berkas. In a folder given as an argument, or on `SELARAS_BENCH_POSTGRES` where that is set too.
//!
//! `cargo bench -p selaras-store -- FOLDER`; the folder should be on the disk that matters.

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use selaras_store::{Pelaku, Place, RowChange, Store};

const SPAN: Duration = Duration::from_secs(3);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().skip(1).find(|it| !it.starts_with("--"));
    let folder = tempfile::tempdir_in(folder.unwrap_or_else(|| ".".to_owned()))?;
    measure("sqlite", &Place::Folder(folder.path().to_owned()))?;
    if let Ok(url) = std::env::var("SELARAS_BENCH_POSTGRES") {
        measure("postgres", &Place::from_url(&url)?)?;
    }
    Ok(())
}

fn measure(name: &str, place: &Place) -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout();
    let store = Store::migrate(place)?;
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/bkpsdm-dumai-2023");
    let berkas = selaras_package::read(&package).map_err(|it| format!("{it:?}"))?;
    let pelaku = Pelaku {
        nama: "ukur".to_owned(),
        asal: "terminal".to_owned(),
        waktu: "2024-01-15T03:04:05Z".to_owned(),
    };
    let start = Instant::now();
    store.import(&pelaku, berkas, true)?;
    writeln!(out, "{name}: import {:.0} ms", start.elapsed().as_secs_f64() * 1000.0)?;

    let berkas = store.list()?.remove(0);
    let mut loads: Vec<Duration> = Vec::new();
    for _ in 0..50 {
        let start = Instant::now();
        store.berkas(&berkas)?;
        loads.push(start.elapsed());
    }
    loads.sort_unstable();
    writeln!(out, "{name}: load a berkas {:.1} ms (median)", loads[25].as_secs_f64() * 1000.0)?;

    for writers in [1, 20] {
        let rows = store.rows(&berkas, "program_kegiatan")?;
        let start = Instant::now();
        let saves: u64 = std::thread::scope(|scope| {
            let all: Vec<_> = rows
                .iter()
                .take(writers)
                .map(|row| {
                    let (store, berkas, pelaku) = (&store, &berkas, &pelaku);
                    scope.spawn(move || {
                        let (mut versi, mut n_saves) = (row.versi, 0);
                        while start.elapsed() < SPAN {
                            n_saves += 1;
                            let change = RowChange {
                                tabel: "program_kegiatan".to_owned(),
                                baris_ke: row.baris_ke,
                                versi,
                                cells: vec![("lokasi".to_owned(), format!("nomor {n_saves}"))],
                                alasan: None,
                            };
                            let saved = store.change(pelaku, berkas, change);
                            versi = saved.expect("nobody else changes this row");
                        }
                        n_saves
                    })
                })
                .collect();
            all.into_iter().map(|it| it.join().expect("a writer ends")).sum()
        });
        let rate = saves as u128 * 1000 / start.elapsed().as_millis();
        writeln!(out, "{name}: {rate} durable saves a second, {writers} writers")?;
    }
    Ok(())
}
