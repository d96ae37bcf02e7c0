//! PRN021: two indikator of one name that differ in polaritas, satuan or definition.

use std::collections::BTreeMap;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PRN021",
    name: "same-name-two-meanings",
    tier: Tier::Anjuran,
    status: Status::Stable,
    basis: &[basis::PENGUMPULAN_DATA],
    page: include_str!("same_name_two_meanings.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    if s.berkas.indikator.is_empty() {
        return NotAssessable("indikator belum tercatat");
    }
    let mut first: BTreeMap<String, &Indikator> = BTreeMap::new();
    for it in &s.berkas.indikator {
        let Some(other) = first.get(&words::normal(&it.nama)) else {
            first.insert(words::normal(&it.nama), it);
            continue;
        };
        let text = |it: &Option<String>| it.as_deref().map(words::normal);
        let mut differences = Vec::new();
        if other.polaritas != it.polaritas {
            differences.push("polaritas".to_owned());
        }
        if words::normal(&other.satuan) != words::normal(&it.satuan) {
            differences.push(format!("satuan ({} dan {})", other.satuan, it.satuan));
        }
        if let (Some(one), Some(two)) = (text(&other.definisi), text(&it.definisi))
            && one != two
        {
            differences.push("definisi".to_owned());
        }
        if let (Some(one), Some(two)) = (&other.formula, &it.formula)
            && one != two
        {
            differences.push("rumus".to_owned());
        }
        if !differences.is_empty() {
            findings.push_with(
                Place::indikator(it),
                vec![Place::indikator(other)],
                format!(
                    "«{}» ({}) dan {} bernama sama, tetapi berbeda {}.",
                    it.nama,
                    it.id,
                    other.id,
                    words::list(&differences)
                ),
                "Beri nama yang berbeda, atau samakan keduanya.",
            );
        }
    }
    Assessed
}
