//! What is counted in people here is counted in people there.

use std::collections::BTreeMap;

use super::text::{Sentence, Unit, similar};
use super::{Ledger, Prose, Remark};
use crate::finding::Level;

/// Another unit for the same quantity elsewhere.
const OTHER_UNIT: u16 = 341;

/// Units of counts.
const UNITS: [&str; 34] = [
    "orang",
    "jiwa",
    "jabatan",
    "berkas",
    "dokumen",
    "kasus",
    "unit",
    "paket",
    "kegiatan",
    "buah",
    "laporan",
    "lembaga",
    "kali",
    "desa",
    "kelurahan",
    "kecamatan",
    "keluarga",
    "kk",
    "siswa",
    "pasien",
    "peserta",
    "usulan",
    "aduan",
    "pengaduan",
    "permohonan",
    "izin",
    "ekor",
    "hektar",
    "ton",
    "pegawai",
    "formasi",
    "kunjungan",
    "usaha",
    "rumah",
];

/// `jumlah … sebanyak 145 orang`.
struct Measured<'p, 'a> {
    sentence: &'p Sentence<'a>,
    quantity: usize,
    unit: &'p str,
}

pub(super) fn examine(prose: &Prose<'_>, ledger: &mut Ledger<'_>) {
    let mut by_name: BTreeMap<Vec<String>, Vec<Measured<'_, '_>>> = BTreeMap::new();
    for sentence in prose.sentences.iter().filter(|it| it.is_prose()) {
        for (quantity, it) in sentence.quantities.iter().enumerate() {
            let Some(unit) = sentence.tokens.get(it.last + 1) else { continue };
            if it.unit != Unit::Plain || !unit.is_any(&UNITS) {
                continue;
            }
            if let Some(name) = name(sentence, it.first) {
                let measured = Measured { sentence, quantity, unit: &unit.folded };
                by_name.entry(name).or_default().push(measured);
            }
        }
    }
    for group in by_name.values().filter(|it| it.len() >= 2) {
        compare(group, ledger);
    }
}

/// The words between `jumlah` and `sebanyak` that name what is counted.
fn name(sentence: &Sentence<'_>, number: usize) -> Option<Vec<String>> {
    let tokens = &sentence.tokens;
    let lead = tokens.get(number.checked_sub(1)?)?;
    if !lead.is_any(&[
        "sebanyak",
        "sejumlah",
        "adalah",
        "mencapai",
        "sebesar",
        "yaitu",
        "berjumlah",
    ]) {
        return None;
    }
    let end = number - 1;
    let first = tokens[end.saturating_sub(24)..end].iter().rposition(|it| it.is("jumlah"))?;
    let first = first + end.saturating_sub(24);
    let words = similar::words_of(&tokens[first..end]);
    let is_clean =
        !tokens[first..end].iter().any(|it| it.is_number() || it.is_any(&[",", ";", "."]));
    (words.len() >= 3 && is_clean).then_some(words)
}

fn compare(group: &[Measured<'_, '_>], ledger: &mut Ledger<'_>) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for it in group {
        ledger.checked();
        *counts.entry(it.unit).or_default() += 1;
    }
    let [(_, _), (_, _)] = counts.iter().collect::<Vec<_>>()[..] else { return };
    // Of two alike the later is doubted.
    let first = group[0].unit;
    for it in group {
        let mine = counts[it.unit];
        let others = group.len() - mine;
        if mine > others || (mine == others && it.unit == first) {
            continue;
        }
        let Some(other) = group.iter().find(|other| other.unit != it.unit) else { continue };
        let text = it.sentence.quantities[it.quantity].text;
        let printed = format!("{text} {}", it.unit);
        let expected = format!("{text} {}", other.unit);
        let elsewhere =
            format!("{} {}", other.sentence.quantities[other.quantity].text, other.unit);
        let message = format!(
            "Satuan di sini “{}”, sedangkan jumlah yang sama di tempat lain dinyatakan dalam “{}” \
             ({elsewhere}).",
            it.unit, other.unit
        );
        let (printed, expected) = (Some(printed), Some(expected));
        let (code, level) = (OTHER_UNIT, Level::Warning);
        ledger.sentence(it.sentence, Remark { code, level, printed, expected, message });
    }
}
