//! Readers: from the bytes of a file to the neutral model.

mod error;

pub use error::ReadError;

use crate::document::Document;

/// Reads a file by what it is, not by what it is called.
///
/// # Errors
///
/// See [`ReadError`].
pub fn read(bytes: &[u8], file_name: &str) -> Result<Document, ReadError> {
    let _ = bytes;
    Err(ReadError::UnknownKind { file: file_name.to_owned() })
}
