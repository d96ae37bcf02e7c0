//! The project's own tools: generated pages, the picture of README, and what the tidy tests need.

pub mod glossary;
pub mod pages;
pub mod picture;

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("xtask lies in the root").to_path_buf()
}
