//! A process that is killed while it writes loses nothing that it has acknowledged.

#![expect(clippy::unwrap_used, reason = "a promise that ends early is not kept")]

mod support;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use selaras_store::{Place, RowChange, Store};
use support::{Fresh, example, pelaku};

const WRITERS: usize = 20;
/// Where the child finds its database: a folder, or an address.
const CHILD_PLACE: &str = "SELARAS_TEST_CHILD";

/// The row that each writer counts up in, and its highest number.
fn numbers(store: &Store) -> BTreeMap<i64, u64> {
    let berkas = store.list().unwrap().remove(0);
    let rows = store.rows(&berkas, "program_kegiatan").unwrap();
    let number =
        |cells: &[String]| cells.iter().find_map(|it| it.strip_prefix("nomor ")?.parse().ok());
    rows.iter().take(WRITERS).map(|it| (it.baris_ke, number(&it.cells).unwrap_or(0))).collect()
}

/// The process that is killed.
fn write_for_ever(place: &Place) {
    let store = Store::open(place).unwrap();
    let berkas = store.list().unwrap().remove(0);
    let rows = store.rows(&berkas, "program_kegiatan").unwrap();
    let numbers = numbers(&store);
    std::thread::scope(|scope| {
        for row in rows.iter().take(WRITERS) {
            let (store, berkas, mut number) = (&store, &berkas, numbers[&row.baris_ke]);
            scope.spawn(move || {
                let mut versi = row.versi;
                loop {
                    number += 1;
                    let change = RowChange {
                        tabel: "program_kegiatan".to_owned(),
                        baris_ke: row.baris_ke,
                        versi,
                        cells: vec![("lokasi".to_owned(), format!("nomor {number}"))],
                        alasan: None,
                    };
                    versi = store.change(&pelaku(), berkas, change).unwrap();
                    // One write, so that a line is there whole or not at all.
                    let line = format!("{} {number}\n", row.baris_ke);
                    std::io::stderr().write_all(line.as_bytes()).unwrap();
                }
            });
        }
    });
}

/// Kills the child after each of some numbers of acknowledged writes.
fn survives(fresh: &Fresh) {
    let store = Store::migrate(&fresh.place).unwrap();
    store.import(&pelaku(), example("bkpsdm-dumai-2023"), false).unwrap();
    drop(store);
    let place = match &fresh.place {
        Place::Folder(folder) => folder.to_str().unwrap().to_owned(),
        Place::Postgres(url) => url.clone(),
    };
    let mut n_acknowledged = 0;
    for moment in [1, 7, 40, 3, 111, 64, 19, 250, 2, 90] {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .env(CHILD_PLACE, &place)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut acknowledged = BTreeMap::new();
        let mut note = |line: String| {
            let (row, number) = line.split_once(' ').unwrap();
            acknowledged.insert(row.parse::<i64>().unwrap(), number.parse::<u64>().unwrap());
            n_acknowledged += 1;
        };
        lines.by_ref().take(moment).for_each(|it| note(it.unwrap()));
        child.kill().unwrap();
        child.wait().unwrap();
        // What it still said before it died was acknowledged too.
        lines.for_each(|it| note(it.unwrap()));

        let store = Store::open(&fresh.place).unwrap();
        let kept = numbers(&store);
        for (row, number) in acknowledged {
            assert!(kept[&row] >= number, "row {row}: {} kept, {number} acknowledged", kept[&row]);
        }
        assert_eq!(store.verify(&[]).unwrap(), []);
    }
    assert!(n_acknowledged > 500);
}

/// Without a harness, since the process that is killed is this program too.
fn main() {
    if let Ok(text) = std::env::var(CHILD_PLACE) {
        let place = Place::from_url(&text).unwrap_or_else(|_| Place::Folder(text.into()));
        return write_for_ever(&place);
    }
    for fresh in [support::sqlite(), support::postgres()] {
        survives(&fresh);
    }
}
