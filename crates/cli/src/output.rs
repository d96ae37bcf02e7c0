//! Writes results: whole files or none, and tables on a terminal.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use unicode_width::UnicodeWidthStr;

use crate::failure::Failure;

/// Writes a file so that it is there whole or not at all, even when the disk is full or the process
/// is killed: a temporary file beside it takes its place at the end.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let place = |error| Failure::writing(path, error);
    let parent = path.parent().filter(|it| !it.as_os_str().is_empty());
    let folder = parent.map_or_else(|| PathBuf::from("."), Path::to_path_buf);
    fs::create_dir_all(&folder).map_err(place)?;
    let mut file =
        tempfile::Builder::new().prefix(".selaras-").tempfile_in(&folder).map_err(place)?;
    file.write_all(bytes).map_err(place)?;
    file.as_file().sync_all().map_err(place)?;
    // A temporary file is private; the result is for those whom the folder is for.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let readable = fs::Permissions::from_mode(0o644);
        file.as_file().set_permissions(readable).map_err(place)?;
    }
    file.persist(path).map_err(|it| place(it.error))?;
    Ok(())
}

/// How a column of a table on the terminal is aligned.
#[derive(Clone, Copy)]
pub(crate) enum Align {
    Left,
    Right,
}

/// Prints rows in columns, two blanks apart; the last column is not padded.
pub(crate) fn print_columns<const N: usize>(
    out: &mut impl Write,
    align: [Align; N],
    rows: &[[String; N]],
) -> io::Result<()> {
    let width = |column: usize| rows.iter().map(|it| it[column].width()).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(width);
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let pad = " ".repeat(widths[column] - cell.width());
            match align[column] {
                Align::Left => line.extend([cell, pad.as_str()]),
                Align::Right => line.extend([pad.as_str(), cell]),
            }
            line.push_str("  ");
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
