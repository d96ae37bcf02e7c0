//! A report for the terminal: by tier, then by group, each finding with place, reason, remedy,
//! basis.

use std::fmt::Write;

use selaras_domain::tanggal;

use crate::{Group, Outcome, Report, Status, Temuan, Tier, find};

/// Whether the text carries the colours of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    Never,
    Ansi,
}

impl Colour {
    fn paint(self, code: &str, text: &str) -> String {
        match self {
            Colour::Never => text.to_owned(),
            Colour::Ansi => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        }
    }

    fn of(self, tier: Tier, text: &str) -> String {
        let code = match tier {
            Tier::Wajib => "1;31",
            Tier::Anjuran => "1;33",
            Tier::Kaidah => "1;36",
        };
        self.paint(code, text)
    }
}

/// The whole report as text.
pub fn to_text(report: &Report, colour: Colour) -> String {
    let mut text = format!(
        "Pemeriksaan {} tahun {}, keadaan {}\n",
        report.perangkat_daerah,
        report.tahun,
        tanggal::format(report.as_of)
    );
    for tier in Tier::ALL {
        for group in Group::ALL {
            let is_here = |it: &&Temuan| it.tier == tier && Group::of(it.code) == Some(group);
            let here: Vec<&Temuan> = report.findings.iter().filter(is_here).collect();
            if here.is_empty() {
                continue;
            }
            let title = format!("{} · {} ({})", tier.title(), group.title(), here.len());
            let _ = write!(text, "\n{}\n", colour.of(tier, &title));
            for it in here {
                push_finding(&mut text, it, colour);
            }
        }
    }
    if !report.suppressed.is_empty() {
        let _ = write!(text, "\nDikecualikan ({})\n", report.suppressed.len());
        for (it, decision) in &report.suppressed {
            push_finding(&mut text, it, colour);
            let day = tanggal::format(decision.tanggal);
            let _ = writeln!(
                text,
                "      dikecualikan oleh {}, {day}: {}",
                decision.oleh, decision.alasan
            );
        }
    }
    push_not_assessable(&mut text, report);
    let counts = Tier::ALL.map(|it| format!("{} {}", report.count(it), it.title().to_lowercase()));
    let assessed = report.assessments.iter().filter(|it| it.outcome == Outcome::Assessed).count();
    let _ = write!(
        text,
        "\nTemuan: {}; {assessed} dari {} pemeriksaan dapat dinilai.\n",
        counts.join(", "),
        report.assessments.len()
    );
    text
}

fn push_finding(text: &mut String, it: &Temuan, colour: Colour) {
    let place = match it.place.column {
        Some(column) => format!("{} · {}.{column}", it.subject(), it.place.table),
        None => format!("{} · {}", it.subject(), it.place.table),
    };
    let preview = if it.status == Status::Preview { " (pratinjau)" } else { "" };
    let _ = writeln!(
        text,
        "\n  {}{preview}  {}\n      {}\n      Perbaikan: {}",
        colour.of(it.tier, it.code),
        colour.paint("1", &place),
        it.message,
        it.remedy
    );
    if let Some(basis) = &it.basis {
        let _ = writeln!(text, "      Dasar: {basis}");
    }
}

fn push_not_assessable(text: &mut String, report: &Report) {
    let why = |it: &crate::Assessment| match it.outcome {
        Outcome::NotAssessable(why) => Some((it.code, why)),
        _ => None,
    };
    let open: Vec<(&str, &str)> = report.assessments.iter().filter_map(why).collect();
    if open.is_empty() {
        return;
    }
    let _ = write!(text, "\nTidak dapat dinilai ({})\n\n", open.len());
    for (code, why) in open {
        let name = find(code).map_or("", |it| it.name);
        let _ = writeln!(text, "  {code}  {name}: {why}");
    }
}
