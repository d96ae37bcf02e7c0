//! The posts that may answer for something.

use crate::prelude::*;

/// The posts of the office as facts name them, to compare what a person wrote with.
pub(crate) struct Posts {
    known: Vec<String>,
    office: [String; 2],
}

impl Posts {
    /// `None` where the structure of the office names no posts.
    pub(crate) fn of(s: &Subject<'_>) -> Option<Posts> {
        if s.berkas.unit_kerja.iter().all(|it| it.jabatan.is_none()) {
            return None;
        }
        let units = s.berkas.unit_kerja.iter();
        let known = units
            .flat_map(|it| [Some(it.nama.as_str()), it.jabatan.as_deref()])
            .flatten()
            .chain(s.berkas.pejabat.iter().map(|it| it.jabatan.as_str()))
            .chain([s.berkas.perangkat_daerah.jabatan_kepala.as_str()])
            .map(words::normal)
            .collect();
        let office = &s.berkas.perangkat_daerah;
        Some(Posts { known, office: [&office.singkatan, &office.nama].map(|it| words::normal(it)) })
    }

    /// Whether an owner is one of them. A functional official, or the office by its name, holds no
    /// post of the structure.
    pub(crate) fn has(&self, owner: &str) -> bool {
        let own = words::normal(owner);
        let is_known =
            self.known.iter().any(|post| post.contains(&own) || own.contains(post.as_str()));
        let is_functional =
            own.contains("ahli") || own.contains("fungsional") || own.contains("terampil");
        is_known || is_functional || self.office.contains(&own)
    }
}
