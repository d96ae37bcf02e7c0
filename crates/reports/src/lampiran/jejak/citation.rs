//! Short names of the sources: `Renstra [5]` for a title of two lines.

use selaras_domain::{Berkas, DokumenId, DokumenSumber, JenisDokumen};

/// The documents in the order of their list, each with its short name.
pub(super) struct Citations<'a> {
    documents: Vec<(&'a DokumenSumber, String)>,
    /// The decision by which the agency has chosen its rules.
    decision: &'a str,
}

/// The short name of that decision.
const DECISION: &str = "ketetapan perangkat daerah";

impl<'a> Citations<'a> {
    pub(super) fn new(berkas: &'a Berkas) -> Citations<'a> {
        let documents = berkas.dokumen.iter().zip(1..);
        let named = documents.map(|(it, number)| (it, format!("{} [{number}]", kind(it))));
        Citations { documents: named.collect(), decision: &berkas.kebijakan.dasar }
    }

    /// `LKjIP [1]`.
    pub(super) fn name(&self, id: &DokumenId) -> Option<&str> {
        self.documents.iter().find(|(it, _)| it.id == *id).map(|(_, name)| name.as_str())
    }

    /// The bases of a rule, with the decision of the agency by its short name.
    pub(super) fn basis(&self, dasar: &[String]) -> String {
        let short =
            |it: &String| if it == self.decision { DECISION } else { it.as_str() }.to_owned();
        dasar.iter().map(short).collect::<Vec<_>>().join("; ")
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
