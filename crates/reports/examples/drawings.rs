//! Writes one drawing of every kind into a folder, to be looked at: `--example drawings -- FOLDER`.

#[path = "../tests/drawing/samples.rs"]
mod samples;

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).map(PathBuf::from).ok_or_else(|| {
        io::Error::new(io::ErrorKind::InvalidInput, "name the folder to write the drawings into")
    })?;
    fs::create_dir_all(&folder)?;
    for (name, svg) in samples::gallery() {
        fs::write(folder.join(name).with_extension("svg"), svg.text)?;
    }
    Ok(())
}
