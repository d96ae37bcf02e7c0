//! PJJ015: a text tells of more, or fewer, changes of the agreement than there are.

use selaras_domain::terbilang;

use crate::prelude::*;

pub(crate) const CHECK: Check = Check {
    code: "PJJ015",
    name: "stated-number-of-changes-differs",
    tier: Tier::Kaidah,
    status: Status::Preview,
    basis: &[],
    page: include_str!("stated_changes_differ.md"),
    run,
};

fn run(s: &Subject<'_>, findings: &mut Findings) -> Outcome {
    let changes = s.perjanjian().filter(|it| s.is_of_head(it) && it.mengubah.is_some()).count();
    let notes =
        s.perjanjian().filter_map(|it| Some((Place::perjanjian(it), it.asal.catatan.as_deref()?)));
    let documents =
        s.berkas.dokumen.iter().filter(|it| it.jenis == JenisDokumen::PerjanjianKinerja);
    let documents =
        documents.filter_map(|it| Some((Place::dokumen(it), it.asal.catatan.as_deref()?)));
    let narratives = s.berkas.narasi.iter().flat_map(|it| {
        let place = Place::row("narasi", &[it.id.as_str()], format!("narasi {}", it.id));
        let sentences = it.teks.split(". ").filter(|it| is_claim(it));
        sentences.map(move |sentence| (place.clone(), sentence))
    });
    let mut any = false;
    for (place, text) in notes.chain(documents).chain(narratives) {
        let Some(stated) = stated_changes(text) else { continue };
        any = true;
        if stated != changes {
            findings.push(
                place,
                format!(
                    "Tertulis bahwa perjanjian kinerja berubah {stated} kali, sedangkan yang \
                    tercatat {changes} perubahan."
                ),
                "Perbaiki kalimatnya, atau catat perubahan yang belum ada. Dua dokumen berarti \
                satu perubahan.",
            );
        }
    }
    if any { Assessed } else { NotApplicable("banyaknya perubahan perjanjian tidak disebut") }
}

/// `2` from «mengalami 2 (dua) kali perubahan» and from «dua kali perubahan».
fn stated_changes(text: &str) -> Option<usize> {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let (before, _) = joined.split_once(" kali perubahan")?;
    let word = before.rsplit(' ').next()?.trim_matches(['(', ')']);
    let number = word.parse::<usize>().ok();
    number.or_else(|| usize::try_from(terbilang::read(word).ok()?).ok())
}

/// Whether a sentence speaks of agreements for itself, and does not tell what another text says.
fn is_claim(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let reports =
        ["sumber", "sedangkan", "padahal", "menyebut"].iter().any(|it| lower.contains(it));
    lower.contains("perjanjian") && !reports
}
