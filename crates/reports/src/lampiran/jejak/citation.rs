//! Short names of the source documents: `Renstra [5]` for a title of two lines.

use selaras_domain::{Berkas, DokumenId, DokumenSumber, JenisDokumen};

/// The documents in the order of their list, each with its short name.
pub(super) struct Citations<'a> {
    documents: Vec<(&'a DokumenSumber, String)>,
}

impl<'a> Citations<'a> {
    pub(super) fn new(berkas: &'a Berkas) -> Citations<'a> {
        let documents = berkas.dokumen.iter().zip(1..);
        let named = documents.map(|(it, number)| (it, format!("{} [{number}]", kind(it))));
        Citations { documents: named.collect() }
    }

    /// `LKjIP [1]`.
    pub(super) fn name(&self, id: &DokumenId) -> Option<&str> {
        self.documents.iter().find(|(it, _)| it.id == *id).map(|(_, name)| name.as_str())
    }

    /// The text with every title of a document replaced by its short name.
    pub(super) fn shorten(&self, text: &str) -> String {
        let mut short = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            // A title may begin another: «Renstra» and «Renstra Perubahan».
            let starting = self.documents.iter().filter(|(it, _)| rest.starts_with(&it.judul));
            let longest = starting.max_by_key(|(it, _)| it.judul.len());
            let at_word = !short.ends_with(char::is_alphanumeric);
            match longest.filter(|(it, _)| at_word && !it.judul.is_empty()) {
                Some((it, name)) => {
                    short.push_str(name);
                    rest = &rest[it.judul.len()..];
                }
                None => {
                    short.push(letter);
                    rest = &rest[letter.len_utf8()..];
                }
            }
        }
        short
    }
}

fn kind(dokumen: &DokumenSumber) -> &'static str {
    match dokumen.jenis {
        JenisDokumen::Rpjmn => "RPJMN",
        JenisDokumen::Rpjmd => "RPJMD",
        JenisDokumen::Renstra => "Renstra",
        JenisDokumen::Renja => "Renja",
        JenisDokumen::Dpa => "DPA",
        JenisDokumen::Dppa => "DPPA",
        JenisDokumen::PerjanjianKinerja if dokumen.mengubah.is_some() => {
            "Perubahan Perjanjian Kinerja"
        }
        JenisDokumen::PerjanjianKinerja => "Perjanjian Kinerja",
        JenisDokumen::RencanaAksi => "Rencana Aksi",
        JenisDokumen::Pengukuran => "Pengukuran Kinerja",
        JenisDokumen::RealisasiAnggaran => "Realisasi Belanja",
        JenisDokumen::Lkjip => "LKjIP",
        JenisDokumen::Lhe => "LHE",
        JenisDokumen::Keputusan => "Keputusan",
        JenisDokumen::Peraturan => "Peraturan",
        JenisDokumen::Piagam => "Piagam",
        JenisDokumen::Lainnya => "Dokumen",
    }
}
