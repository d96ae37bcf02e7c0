//! The zip that a DOCX or an XLSX is, read within limits.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::ReadError;
use super::limit::{ENTRIES, ENTRY_BYTES, EXPANSION, FREE_BYTES};

pub(crate) struct Archive<'a> {
    kind: &'static str,
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Lower-case names without a leading slash, by which parts refer to each other.
    names: HashMap<String, usize>,
}

impl<'a> Archive<'a> {
    pub(crate) fn open(kind: &'static str, bytes: &'a [u8]) -> Result<Archive<'a>, ReadError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|why| broken(kind, &why))?;
        if zip.len() > ENTRIES {
            return Err(ReadError::TooLarge {
                kind,
                what: "isi berkas",
                limit: ENTRIES.to_string(),
            });
        }
        let names = (0..zip.len())
            .filter_map(|index| match zip.name_for_index(index) {
                Some(Ok(name)) => Some((name.trim_start_matches('/').to_lowercase(), index)),
                _ => None,
            })
            .collect();
        Ok(Archive { kind, zip, names })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&name.to_lowercase())
    }

    /// The bytes of a part; `None` where there is none of that name.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(index) = self.names.get(&name.trim_start_matches('/').to_lowercase()) else {
            return Ok(None);
        };
        let kind = self.kind;
        let entry = self.zip.by_index(*index).map_err(|why| broken(kind, &why))?;
        if entry.encrypted() {
            return Err(ReadError::Encrypted { kind });
        }
        let allowed =
            entry.compressed_size().saturating_mul(EXPANSION).clamp(FREE_BYTES, ENTRY_BYTES);
        let mut bytes = Vec::new();
        let read = entry.take(allowed + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > allowed {
            return Err(ReadError::TooLarge {
                kind,
                what: "isi setelah dibuka",
                limit: format!("{} MB", allowed >> 20),
            });
        }
        match read {
            Ok(_) => Ok(Some(bytes)),
            Err(why) => Err(ReadError::Broken {
                kind,
                detail: format!("bagian {name} tidak dapat dibuka ({why})"),
            }),
        }
    }
}

fn broken(kind: &'static str, why: &zip::result::ZipError) -> ReadError {
    ReadError::Broken { kind, detail: format!("isinya tidak dapat dibuka ({why})") }
}
