//! Times all checks on the example report, without reading and measuring it.
//!
//! `cargo bench -p selaras-checks --bench check_example`; it is to stay below 50 ms.

use divan::{Bencher, black_box};
use selaras_checks::{check, default_day};
use selaras_rules::measure;

fn main() {
    divan::main();
}

#[divan::bench]
fn check_example(bencher: Bencher<'_, '_>) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/bkpsdm-dumai-2023");
    let berkas = selaras_package::read(folder.as_ref()).expect("the example is sound");
    let hasil = measure(&berkas);
    let day = default_day(&berkas);
    bencher.bench(|| check(black_box(&berkas), black_box(&hasil), day).findings.len());
}
