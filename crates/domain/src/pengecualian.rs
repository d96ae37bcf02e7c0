//! Findings of the checker that somebody entitled to it has set aside.

use jiff::civil::Date;

use crate::Asal;

/// A finding that stands and is accepted, with the person and the reason: it is still listed, and no
/// longer holds up a submission or a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PengecualianTemuan {
    /// Code of the check: `UKR003`.
    pub kode: String,
    /// Table and key of the row that the finding is about: `indikator/iku-1`.
    pub objek: String,
    pub alasan: String,
    /// Name and office of the person who decided.
    pub oleh: String,
    pub tanggal: Date,
    pub asal: Asal,
}
