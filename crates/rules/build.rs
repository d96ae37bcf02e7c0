//! Rebuilds this crate when a file is added to the data it embeds, which the compiler cannot see.

fn main() {
    println!("cargo::rerun-if-changed=../../data/parameters");
    println!("cargo::rerun-if-changed=../../data/regulations");
}
