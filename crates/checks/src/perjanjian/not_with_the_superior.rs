//! PJJ016: an official below the head promises to somebody else than the direct superior.

use selaras_domain::{JenisUnitKerja, Pejabat, UnitKerja, UnitKerjaId};

use super::parties::{below_the_head, is_kepala_daerah};
use crate::prelude::*;
use crate::subject::signed_on;

pub(crate) const CHECK: Check = Check {
    code: "PJJ016",
    name: "not-with-the-superior",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("not_with_the_superior.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let below = below_the_head(s);
    if below.is_empty() {
        return NotApplicable("tidak ada perjanjian pejabat di bawah kepala");
    }
    let mut any = false;
    for it in below {
        let first = s.berkas.find_pejabat(&it.pihak_pertama);
        let second = it.pihak_kedua.as_ref().and_then(|id| s.berkas.find_pejabat(id));
        let (Some(first), Some(second)) = (first, second) else { continue };
        let own = first.unit_kerja.as_ref().and_then(|id| unit(s, id));
        let (Some(own), Some(signed_with)) = (own, unit_of(s, second)) else { continue };
        // The superior is looked for among those recorded: a post that nobody holds is filled by
        // whoever stands in for it.
        let day = signed_on(it).unwrap_or(s.as_of);
        let holder = |unit: &UnitKerja| {
            s.berkas.pejabat.iter().find(|it| it.holds_on(day) && leads(s, it, unit))
        };
        let Some(above) = superior_unit(s, own) else { continue };
        let Some(superior) = holder(above) else { continue };
        any = true;
        // Within the own unit the second party leads it, or is a superior that only the unit knows.
        let is_own = signed_with.is_some_and(|it| it.id == own.id) && first.id != second.id;
        if superior.id == second.id || is_own || signed_with.is_some_and(|it| it.id == above.id) {
            continue;
        }
        findings.push(
            Place::perjanjian(it).column("pihak_kedua"),
            format!(
                "{} dibuat oleh {} dengan {}, padahal atasan langsungnya menurut susunan organisasi \
                 adalah {}.",
                s.judul(&it.dokumen),
                first.jabatan,
                second.jabatan,
                superior.jabatan
            ),
            "Buat perjanjian dengan atasan langsung, atau perbaiki susunan organisasinya.",
        );
    }
    if any {
        Assessed
    } else {
        NotAssessable("unit kerja para pihak atau atasan langsungnya belum tercatat")
    }
}

fn unit<'a>(s: &Subject<'a>, id: &UnitKerjaId) -> Option<&'a UnitKerja> {
    s.berkas.unit_kerja.iter().find(|it| it.id == *id)
}

/// Where an official stands: in a unit, or above all of them. `None` where nothing says so.
fn unit_of<'a>(s: &Subject<'a>, it: &Pejabat) -> Option<Option<&'a UnitKerja>> {
    if s.is_head(&it.id) {
        return s.berkas.unit_kerja.iter().find(|it| it.jenis == JenisUnitKerja::Kepala).map(Some);
    }
    if is_kepala_daerah(s, &it.id) {
        return Some(None);
    }
    it.unit_kerja.as_ref().and_then(|id| unit(s, id)).map(Some)
}

/// The nearest unit above that somebody leads; a group of functional officials has no post for it.
fn superior_unit<'a>(s: &Subject<'a>, own: &UnitKerja) -> Option<&'a UnitKerja> {
    let mut next = own.induk.as_ref().and_then(|id| unit(s, id));
    for _ in 0..s.berkas.unit_kerja.len() {
        let above = next?;
        if above.jabatan.is_some() {
            return Some(above);
        }
        next = above.induk.as_ref().and_then(|id| unit(s, id));
    }
    None
}

/// Whether an official holds the post that leads a unit.
fn leads(s: &Subject<'_>, it: &Pejabat, unit: &UnitKerja) -> bool {
    if unit.jenis == JenisUnitKerja::Kepala {
        return s.is_head(&it.id);
    }
    let post = unit.jabatan.as_deref().map(words::normal);
    let is_there = it.unit_kerja.as_ref() == Some(&unit.id);
    is_there && post.is_some_and(|post| words::normal(&it.jabatan).contains(&post))
}
