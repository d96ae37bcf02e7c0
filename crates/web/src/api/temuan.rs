//! What the checks find in the facts of an office and year.

use selaras_checks::{Group, Temuan};
use selaras_domain::PengecualianTemuan;
use serde_json::{Value, json};

use super::operation::{Gives, Part, QueryKind, get, of_berkas, optional};
use super::reply::{listed, word};
use crate::ask::{Answer, Ask};
use crate::context::Context;
use crate::findings::{self, Act};
use crate::media::PDF;
use crate::page;
use crate::permission::Permission::ReadOffice;

pub(super) const PART: Part = Part {
    title: "Temuan",
    operations: &[
        get(
            of_berkas!("/temuan"),
            (ReadOffice, list),
            ("listTemuan", "Temuan pemeriksaan hari ini, yang berlaku lalu yang dikesampingkan."),
            Gives::List("Temuan"),
        )
        .asked(&[
            optional("tingkat", "Hanya tingkat ini.", QueryKind::Word(TIERS)),
            optional("kelompok", "Hanya kelompok ini.", QueryKind::Word(GROUPS)),
            optional(
                "tahan",
                "Hanya yang menahan tindakan ini, menurut harinya.",
                QueryKind::Word(ACTS),
            ),
            optional("cari", "Hanya temuan yang memuat teks ini.", QueryKind::Text),
        ]),
        get(
            of_berkas!("/pemeriksaan.pdf"),
            (ReadOffice, page::pemeriksaan::pdf),
            ("showPemeriksaan", "Semua temuan sebagai dokumen."),
            Gives::File(&[PDF]),
        ),
    ],
};

const TIERS: &[&str] = &["wajib", "anjuran", "kaidah"];
const ACTS: &[&str] = &["perjanjian", "pengukuran", "laporan"];
const GROUPS: &[&str] = &["PRN", "ANT", "ANG", "PJJ", "UKR", "LAP", "EVA"];

fn value(it: &Temuan, decision: Option<&PengecualianTemuan>) -> Value {
    json!({
        "kode": it.code, "tingkat": it.tier.code(), "tentang": it.subject(), "objek": it.objek(),
        "tabel": it.place.table, "baris": it.place.row, "kolom": it.place.column,
        "pesan": it.message, "perbaikan": it.remedy, "dasar": it.basis,
        "dikesampingkan": decision.map(|it| json!({
            "oleh": it.oleh, "alasan": it.alasan, "tanggal": it.tanggal.to_string(),
        })),
    })
}

fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let tier = word(ask, "tingkat", TIERS)?;
    let group = word(ask, "kelompok", GROUPS)?;
    let act = word(ask, "tahan", ACTS)?.and_then(Act::from_code);
    let wanted = ask.query.get("cari").to_lowercase();
    let is_wanted = |it: &Temuan| {
        let words = || format!("{} {} {}", it.code, it.subject(), it.message).to_lowercase();
        tier.is_none_or(|tier| it.tier.code() == tier)
            && act.is_none_or(|act| act.is_held_by(it))
            && group.is_none_or(|group| Group::of(it.code).is_some_and(|it| it.prefix() == group))
            && (wanted.is_empty() || words().contains(&wanted))
    };
    let report = findings::before(ask, &context, act)?;
    let standing = report.findings.iter().map(|it| (it, None));
    let let_stand = report.suppressed.iter().map(|(it, decision)| (it, Some(decision)));
    let all = standing.chain(let_stand).filter(|(it, _)| is_wanted(it)).collect();
    listed(ask, all, |(it, decision)| value(it, decision))
}

#[cfg(test)]
mod tests {
    use selaras_checks::{Group, Tier};

    #[test]
    fn the_words_of_the_filter_are_those_of_the_checks() {
        assert_eq!(super::TIERS, Tier::ALL.map(Tier::code));
        assert_eq!(super::ACTS, super::Act::ALL.map(super::Act::code));
        assert_eq!(super::GROUPS, Group::ALL.map(Group::prefix));
    }
}
