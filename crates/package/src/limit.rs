//! How much a package may hold. Everything from outside has a limit, so that a file made in malice
//! or by mistake costs a sentence and not the machine.

/// Bytes of one file: a hundred times the largest table of the example; a planner's spreadsheet
/// with a hundred thousand rows fits.
pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

/// Bytes of a zip file before it expands; its list of files alone may take ten times
/// as much memory.
pub const MAX_ZIP_BYTES: u64 = 16 * 1024 * 1024;

/// Bytes of all files together, which is also what a reader may have to hold in memory.
pub const MAX_TOTAL_BYTES: u64 = 64 * 1024 * 1024;

/// Files of a package: the tables and some hundreds of narratives.
pub const MAX_FILES: usize = 2_000;

/// Folders and file name: `narasi/latar-belakang.md` has two parts.
pub const MAX_PATH_PARTS: usize = 2;

/// Rows of one table: forty subkegiatan in four quarters are 160 rows.
pub const MAX_ROWS: usize = 100_000;

/// Columns of one table: the widest has 29, and a spreadsheet may append empty ones.
pub const MAX_COLUMNS: usize = 64;

/// Bytes of one cell: ten pages of text; more than that is a narrative.
pub const MAX_CELL_BYTES: usize = 32 * 1024;

/// How many times its compressed size a zip may expand. CSV full of repeated ids reaches about 40;
/// a bomb needs a thousand.
pub const MAX_EXPANSION: u64 = 200;

/// Faults that are kept: nobody mends more in one sitting, and a table with every cell wrong must
/// not fill the memory with sentences.
pub const MAX_PROBLEMS: usize = 1_000;

/// `16 MiB`, for messages.
pub(crate) fn mebibytes(bytes: u64) -> String {
    format!("{} MiB", bytes / 1024 / 1024)
}
