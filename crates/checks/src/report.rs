//! Running the checks over a Berkas, and what came of it.

use jiff::civil::Date;
use selaras_domain::{Berkas, Hasil, PengecualianTemuan, Periode};
use selaras_rules::parameter;

use crate::{Beside, Check, Findings, Outcome, Subject, Temuan, Tier, apply, registry};

/// What one check came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assessment {
    pub code: &'static str,
    pub outcome: Outcome,
}

/// All outcomes and findings of a Berkas on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub as_of: Date,
    /// Name of the office and year, for the head of a printed report.
    pub perangkat_daerah: String,
    pub tahun: u16,
    /// By code, every check once.
    pub assessments: Vec<Assessment>,
    /// What stands: by tier, then code, then place.
    pub findings: Vec<Temuan>,
    /// What a person has suppressed, with that person's decision. Still listed wherever findings are.
    pub suppressed: Vec<(Temuan, PengecualianTemuan)>,
}

impl Report {
    pub fn count(&self, tier: Tier) -> usize {
        self.findings.iter().filter(|it| it.tier == tier).count()
    }

    /// Whether something stands that must be mended before anyone submits or signs.
    pub fn is_blocking(&self) -> bool {
        self.count(Tier::Wajib) > 0
    }
}

/// Runs every check, and sets aside what people have let stand. `as_of` is the day on which one looks:
/// what was not yet due then is not missed.
pub fn check(berkas: &Berkas, hasil: &Hasil, as_of: Date) -> Report {
    check_beside(Beside::default(), berkas, hasil, as_of)
}

/// As [`check`], with what stands beside the facts.
pub fn check_beside(beside: Beside<'_>, berkas: &Berkas, hasil: &Hasil, as_of: Date) -> Report {
    let mut report = check_only(registry::ALL, beside, berkas, hasil, as_of);
    apply(&mut report, &berkas.pengecualian_temuan);
    report
}

/// Runs some checks, for example those of a page of the application.
pub fn check_only(
    checks: &[&Check],
    beside: Beside<'_>,
    berkas: &Berkas,
    hasil: &Hasil,
    as_of: Date,
) -> Report {
    let subject = Subject::new(berkas, hasil, beside, as_of);
    let mut assessments = Vec::with_capacity(checks.len());
    let mut findings = Vec::new();
    for it in checks {
        let (outcome, found) = run(it, &subject);
        assessments.push(Assessment { code: it.code, outcome });
        findings.extend(found);
    }
    findings.sort_by(|one, other| {
        (one.tier, one.code, &one.place).cmp(&(other.tier, other.code, &other.place))
    });
    Report {
        as_of,
        perangkat_daerah: berkas.perangkat_daerah.nama.clone(),
        tahun: berkas.perangkat_daerah.tahun.get(),
        assessments,
        findings,
        suppressed: Vec::new(),
    }
}

fn run(check: &Check, subject: &Subject<'_>) -> (Outcome, Vec<Temuan>) {
    let day = subject.law_day();
    if !check.basis.is_empty() && check.basis_on(day).is_none() {
        return (
            Outcome::NotApplicable("dasar hukumnya tidak berlaku pada tanggal ini"),
            Vec::new(),
        );
    }
    let mut findings = Findings::of(check, day);
    let outcome = (check.run)(subject, &mut findings);
    (outcome, findings.into_list())
}

/// The day to look from where nobody names one: that of the data; without it the deadline of the
/// report where the year has been measured, or else the last day that the facts tell of.
pub fn default_day(berkas: &Berkas) -> Date {
    let office = &berkas.perangkat_daerah;
    if let Some(day) = office.tanggal_data {
        return day;
    }
    let is_year = |tahun, periode| tahun == office.tahun && periode == Periode::Tahun;
    let stated = berkas.realisasi.iter().any(|it| is_year(it.tahun, it.periode));
    let counted = berkas.nilai_variabel.iter().any(|it| is_year(it.tahun, it.periode));
    let year_end = office.tahun.last_day();
    if stated || counted {
        return report_deadline(year_end).unwrap_or(year_end);
    }
    let documents = berkas.dokumen.iter().filter_map(|it| it.tanggal);
    documents.filter(|it| *it <= year_end).max().unwrap_or(office.tahun.first_day())
}

/// Last day on which the report of an office about a year that ended on a day is in time; none where no
/// law says it (PermenPANRB 53/2014, Lampiran II.D).
pub fn report_deadline(year_end: Date) -> Option<Date> {
    months_after(year_end, "perangkat_daerah")
}

/// The same for the report of the whole pemda, before which those of its offices are reviewed.
pub fn pemda_report_deadline(year_end: Date) -> Option<Date> {
    months_after(year_end, "kabupaten_kota")
}

fn months_after(year_end: Date, whose: &str) -> Option<Date> {
    let months = parameter::find("tenggat/laporan-kinerja")?.on(year_end).ok()?;
    let months = i64::try_from(months.value(whose).ok()?).ok()?;
    // The year ends on the last of a month; so does its deadline: 28 or 29 February.
    let month_after =
        year_end.tomorrow().ok()?.checked_add(jiff::Span::new().months(months)).ok()?;
    month_after.yesterday().ok()
}

/// Last day on which the agreement of an office is in time whose budget document was adopted on a day;
/// none where no law says it (PermenPANRB 53/2014, Lampiran I.C.2).
pub fn agreement_deadline(adopted: Date) -> Option<Date> {
    let version = parameter::find("tenggat/perjanjian-kinerja")?.on(adopted).ok()?;
    let months = i64::try_from(version.value("bulan").ok()?).ok()?;
    adopted.checked_add(jiff::Span::new().months(months)).ok()
}
