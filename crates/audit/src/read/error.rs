//! Why a file is not read, said to the person who sent it.

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    #[error(
        "{file} bukan DOCX, XLSX, CSV, atau PDF. Simpan laporan dalam salah satu format itu, lalu periksa lagi."
    )]
    UnknownKind { file: String },
    #[error(
        "Berkas {kind} ini rusak atau terpotong: {detail}. Buka dan simpan ulang berkasnya, lalu periksa lagi."
    )]
    Broken { kind: &'static str, detail: String },
    #[error(
        "Berkas {kind} ini melampaui batas: {what} lebih dari {limit}. Pecah berkasnya menjadi beberapa bagian."
    )]
    TooLarge { kind: &'static str, what: &'static str, limit: String },
    #[error(
        "Berkas {kind} ini dikunci dengan kata sandi. Simpan tanpa kata sandi, lalu periksa lagi."
    )]
    Encrypted { kind: &'static str },
    #[error(
        "{file} berformat Office lama (.doc atau .xls) atau dikunci dengan kata sandi. Simpan sebagai .docx atau .xlsx tanpa kata sandi, lalu periksa lagi."
    )]
    OldOffice { file: String },
    #[error(
        "PDF ini tidak mengandung teks, hanya gambar halaman (hasil pindai). Pakai berkas aslinya (DOCX atau PDF dari pengolah kata)."
    )]
    NoText,
    #[error("Berkas {kind} ini terlalu lama dibaca dan dihentikan setelah {seconds} detik.")]
    TooSlow { kind: &'static str, seconds: u64 },
}
