//! What every part of a report is made from, and the look-ups that they share.

use jiff::civil::Date;
use selaras_domain::dokumen::Block;
use selaras_domain::{Berkas, Figure, FigureId, Hasil, Tahun};

/// The facts and the figures of one office in one year.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) berkas: &'a Berkas,
    pub(crate) hasil: &'a Hasil,
    /// The date of the document: of the data, or as asked for; never the clock's.
    pub(crate) tanggal: Option<Date>,
}

/// A part of a report that is made from facts, by its name in `bagian.csv` and in `{isi …}`.
///
/// Tables and drawings carry the label and number that the part gives them only as a wish: the
/// label is the part's name (with a suffix where it has several), the number is `None`. The builder
/// numbers them in the order of the document and makes labels unique.
pub(crate) type Part = fn(&Context<'_>, &[&str]) -> Made;

/// What a part comes to.
pub(crate) type Made = Result<Vec<Block>, PartError>;

/// Why a part could not be made: a sentence in Indonesian that says what to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PartError(pub(crate) String);

impl<'a> Context<'a> {
    pub(crate) fn tahun(&self) -> Tahun {
        self.berkas.perangkat_daerah.tahun
    }

    /// The figure with this name: its parts are joined by slashes.
    pub(crate) fn figure(&self, parts: &[&str]) -> Option<&'a Figure> {
        self.hasil.get(&FigureId::from_parts(parts))
    }

    /// `indikator/<id>/<tahun>/<what>`.
    pub(crate) fn of_indikator(&self, id: &str, tahun: Tahun, what: &str) -> Option<&'a Figure> {
        self.figure(&["indikator", id, &tahun.to_string(), what])
    }

    /// `anggaran/<key>/<tahun>/<what>`.
    pub(crate) fn of_anggaran(&self, key: &str, tahun: Tahun, what: &str) -> Option<&'a Figure> {
        self.figure(&["anggaran", key, &tahun.to_string(), what])
    }
}
