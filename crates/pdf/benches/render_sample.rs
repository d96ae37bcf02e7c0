//! How long a report of sixty pages takes, whole and in its parts.

#[path = "../tests/sample/mod.rs"]
mod sample;

use divan::{Bencher, black_box};
use selaras_pdf::{Options, PagedDocument, export, lay_out, prepare, render};

fn main() {
    divan::main();
}

#[divan::bench]
fn render_sample(bencher: Bencher<'_, '_>) {
    let (dokumen, options) = (sample::long(), Options::default());
    bencher.bench(|| render(black_box(&dokumen), &options));
}

#[divan::bench]
fn prepare_sample(bencher: Bencher<'_, '_>) {
    let (dokumen, options) = (sample::long(), Options::default());
    bencher.bench(|| prepare(black_box(&dokumen), &options).map(|_| ()));
}

#[divan::bench]
fn lay_out_sample(bencher: Bencher<'_, '_>) {
    let (dokumen, options) = (sample::long(), Options::default());
    bencher.bench(|| lay_out(black_box(&dokumen), &options));
}

#[divan::bench]
fn export_sample(bencher: Bencher<'_, '_>) {
    let document: PagedDocument =
        lay_out(&sample::long(), &Options::default()).expect("the sample can be laid out");
    bencher.bench(|| export(black_box(&document)));
}
