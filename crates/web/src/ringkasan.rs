//! What pages about offices show of a berkas: made of its facts once, kept until they change.

use jiff::civil::Date;
use rust_decimal::Decimal;
use selaras_domain::{
    Berkas, Code, DokumenSumber, Hasil, JenisDokumen, Pejabat, PejabatId, PerjanjianKinerja,
    StatusPerjanjian, Tahun, Triwulan,
};
use selaras_store::{AuditEntry, AuditFilter, BerkasRef, Langkah, Pihak, Ringkasan};

use crate::ask::{Ask, Fault};
use crate::context::nomor;
use crate::page::pengukuran::{main_indikator, n_missing};
use crate::page::perjanjian::title_of;
use crate::widget::find;

pub(crate) const TRIWULAN: [Triwulan; 4] = [Triwulan::I, Triwulan::Ii, Triwulan::Iii, Triwulan::Iv];

/// The place of a quarter among four.
pub(crate) fn index_of(triwulan: Triwulan) -> usize {
    usize::from(nomor(triwulan)) - 1
}

/// What ids call the time up to the end of a quarter; the last one ends with the year.
fn until(triwulan: Triwulan) -> Option<String> {
    (triwulan != Triwulan::Iv).then(|| format!("sd-{}", triwulan.code()))
}

/// The name of a figure of a year, as it stands when a quarter ends.
pub(crate) fn figure_until(
    what: &[&str],
    tahun: Tahun,
    triwulan: Triwulan,
    rest: &[&str],
) -> Vec<String> {
    let own = |parts: &[&str]| parts.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    [own(what), vec![tahun.to_string()], until(triwulan).into_iter().collect(), own(rest)].concat()
}

/// The name of the average capaian that the office declares and reports.
pub(crate) fn capaian_id(tahun: Tahun, triwulan: Triwulan) -> String {
    figure_until(&["rata-rata", "kinerja"], tahun, triwulan, &[]).join("/")
}

/// The name of what the office has spent, in percent of its pagu.
pub(crate) fn serapan_id(tahun: Tahun, triwulan: Triwulan) -> String {
    figure_until(&["anggaran", "total"], tahun, triwulan, &["persen"]).join("/")
}

/// An agreement that waits for somebody above the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Menunggu {
    pub(crate) perjanjian: String,
    /// As which party.
    pub(crate) pihak: Pihak,
    /// The last day for it; a change of an agreement has none.
    pub(crate) batas: Option<Date>,
    pub(crate) judul: String,
}

/// What pages show of an office beside the steps of its measurements. What stands by quarter is as it
/// is when that quarter ends; after the last it is that of the year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Summary {
    /// The average capaian that the office declares and reports, in percent.
    pub(crate) capaian: [Option<Decimal>; 4],
    /// Spent, in percent of the pagu.
    pub(crate) serapan: [Option<Decimal>; 4],
    /// Spent, in rupiah.
    pub(crate) realisasi: [Option<i64>; 4],
    pub(crate) pagu: Option<i64>,
    pub(crate) n_indikator: usize,
    /// Indicators not filled, by quarter.
    pub(crate) n_missing: [usize; 4],
    /// The day on which each quarter was submitted for the first time, unless it was taken back.
    pub(crate) diajukan: [Option<Date>; 4],
    /// Agreements with the kepala daerah that are signed, and those of them that were supervised.
    pub(crate) n_perjanjian: usize,
    pub(crate) n_disupervisi: usize,
    /// Agreements that wait for the kepala daerah.
    pub(crate) menunggu: Vec<Menunggu>,
}

impl Summary {
    fn of(berkas: &Berkas, hasil: &Hasil, diajukan: [Option<Date>; 4]) -> Summary {
        let tahun = berkas.perangkat_daerah.tahun;
        let counted = TRIWULAN.map(|it| n_missing(main_indikator(berkas), hasil, tahun, it));
        let value = |what: &[&str], triwulan, rest: &[&str]| {
            let id = figure_until(what, tahun, triwulan, rest);
            let parts: Vec<&str> = id.iter().map(String::as_str).collect();
            find(hasil, &parts).and_then(|it| it.value)
        };
        let rupiah = |it: Option<Decimal>| it.and_then(|it| i64::try_from(it).ok());
        let total = ["anggaran", "total"];
        let above = with_kepala_daerah(berkas);
        let is_signed =
            |it: &StatusPerjanjian| matches!(it, StatusPerjanjian::Ditandatangani { .. });
        let signed: Vec<_> = above.iter().filter(|(it, _)| is_signed(&it.status)).collect();
        let is_supervised = |it: &PerjanjianKinerja| {
            berkas.supervisi_perjanjian.iter().any(|row| row.perjanjian == it.id)
        };
        let deadline = agreement_deadline(berkas);
        let waiting = above.iter().filter(|(it, _)| it.status == StatusPerjanjian::Diajukan);
        Summary {
            capaian: TRIWULAN.map(|it| value(&["rata-rata", "kinerja"], it, &[])),
            serapan: TRIWULAN.map(|it| value(&total, it, &["persen"])),
            realisasi: TRIWULAN.map(|it| rupiah(value(&total, it, &["realisasi"]))),
            pagu: rupiah(value(&total, Triwulan::Iv, &["pagu"])),
            n_indikator: counted[0].1,
            n_missing: counted.map(|(missing, _)| missing),
            diajukan,
            n_perjanjian: signed.len(),
            n_disupervisi: signed.iter().filter(|(it, _)| is_supervised(it)).count(),
            menunggu: waiting
                .map(|(it, pihak)| Menunggu {
                    perjanjian: it.id.to_string(),
                    pihak: *pihak,
                    batas: deadline.filter(|_| it.mengubah.is_none()),
                    judul: title_of(berkas, it).replace(['\t', '\n'], " "),
                })
                .collect(),
        }
    }

    /// As a text: the figures in order, with blanks between; then a line for each agreement.
    fn keep(&self) -> String {
        fn part<T: ToString>(it: &Option<T>) -> String {
            it.as_ref().map_or_else(|| "-".to_owned(), T::to_string)
        }
        let counts = [self.n_indikator, self.n_perjanjian, self.n_disupervisi];
        let figures = self
            .capaian
            .iter()
            .chain(&self.serapan)
            .map(part)
            .chain(self.realisasi.iter().chain([&self.pagu]).map(part))
            .chain(counts.iter().chain(&self.n_missing).map(usize::to_string))
            .chain(self.diajukan.iter().map(part))
            .collect::<Vec<_>>()
            .join(" ");
        let lines = self
            .menunggu
            .iter()
            .map(|it| [&it.perjanjian, it.pihak.code(), &part(&it.batas), &it.judul].join("\t"));
        std::iter::once(figures).chain(lines).collect::<Vec<_>>().join("\n")
    }

    /// `None` for the text of another version of the program.
    fn read(text: &str) -> Option<Summary> {
        const PARTS: usize = 24;
        let mut lines = text.lines();
        let parts: Vec<&str> = lines.next()?.split(' ').collect();
        let parts: [&str; PARTS] = parts.try_into().ok()?;
        let count = |at: usize| parts[at].parse::<usize>().ok();
        let agreement = |line: &str| {
            let parts: Vec<&str> = line.splitn(4, '\t').collect();
            let [perjanjian, pihak, batas, judul] = parts.try_into().ok()?;
            Some(Menunggu {
                perjanjian: perjanjian.to_owned(),
                pihak: Pihak::from_code(pihak)?,
                batas: batas.parse().ok(),
                judul: judul.to_owned(),
            })
        };
        Some(Summary {
            capaian: [0, 1, 2, 3].map(|at| parts[at].parse().ok()),
            serapan: [4, 5, 6, 7].map(|at| parts[at].parse().ok()),
            realisasi: [8, 9, 10, 11].map(|at| parts[at].parse().ok()),
            pagu: parts[12].parse().ok(),
            n_indikator: count(13)?,
            n_perjanjian: count(14)?,
            n_disupervisi: count(15)?,
            n_missing: [count(16)?, count(17)?, count(18)?, count(19)?],
            diajukan: [20, 21, 22, 23].map(|at| parts[at].parse().ok()),
            menunggu: lines.map(agreement).collect::<Option<_>>()?,
        })
    }
}

/// The agreements of the year to which somebody above the office is a party, and as which.
fn with_kepala_daerah(berkas: &Berkas) -> Vec<(&PerjanjianKinerja, Pihak)> {
    let tahun = berkas.perangkat_daerah.tahun;
    let is_above = |id: &PejabatId| {
        berkas.find_pejabat(id).is_some_and(|it: &Pejabat| it.unit_kerja.is_none())
    };
    let party = |it: &PerjanjianKinerja| match &it.pihak_kedua {
        Some(second) if is_above(second) => Some(Pihak::Kedua),
        _ => is_above(&it.pihak_pertama).then_some(Pihak::Pertama),
    };
    let of_year = berkas.perjanjian_kinerja.iter().filter(|it| it.tahun == tahun);
    of_year.filter_map(|it| Some((it, party(it)?))).collect()
}

/// Until when the agreement of the year is to be signed: so long after the budget was adopted.
pub(crate) fn agreement_deadline(berkas: &Berkas) -> Option<Date> {
    let tahun = Some(berkas.perangkat_daerah.tahun);
    let budget = |it: &&DokumenSumber| it.jenis == JenisDokumen::Dpa && it.tahun == tahun;
    selaras_checks::agreement_deadline(berkas.dokumen.iter().find(budget)?.tanggal?)
}

/// An office of a year.
pub(crate) struct Office {
    pub(crate) it: Ringkasan,
    pub(crate) summary: Summary,
}

/// Every office of a year, with the steps of its measurements.
pub(crate) fn of_year(ask: &Ask<'_>, tahun: Tahun) -> Result<Vec<Office>, Fault> {
    summed(ask, ask.store().ringkasan(ask.pengguna()?.pemda, tahun)?)
}

/// What the offices of the years before showed, for so many years.
pub(crate) fn of_years_before(
    ask: &Ask<'_>,
    tahun: Tahun,
    n: u16,
) -> Result<Vec<(BerkasRef, Summary)>, Fault> {
    let first = Tahun::new(tahun.get().saturating_sub(n));
    let (Some(first), Some(last)) = (first, tahun.previous()) else { return Ok(Vec::new()) };
    let kept = ask.store().ringkasan_of_years(ask.pengguna()?.pemda, (first, last))?;
    let mut fresh = Vec::new();
    let mut all = Vec::with_capacity(kept.len());
    for (berkas, versi, isi) in kept {
        let summary = summary_of(ask, (&berkas, versi), isi.as_deref(), &mut fresh)?;
        all.push((berkas, summary));
    }
    keep(ask, fresh)?;
    Ok(all)
}

/// One office of a year.
pub(crate) fn of(ask: &Ask<'_>, berkas: &BerkasRef) -> Result<Option<Office>, Fault> {
    Ok(summed(ask, vec![ask.store().ringkasan_of(berkas)?])?.pop())
}

/// Summaries that were made again.
type Fresh = Vec<(BerkasRef, i64, String)>;

/// With their summaries.
fn summed(ask: &Ask<'_>, all: Vec<Ringkasan>) -> Result<Vec<Office>, Fault> {
    let mut fresh = Vec::new();
    let mut offices = Vec::with_capacity(all.len());
    for it in all {
        let summary = summary_of(ask, (&it.berkas, it.versi), it.isi.as_deref(), &mut fresh)?;
        offices.push(Office { it, summary });
    }
    keep(ask, fresh)?;
    Ok(offices)
}

/// As it was kept; what is old is made again.
fn summary_of(
    ask: &Ask<'_>,
    (berkas, versi): (&BerkasRef, i64),
    isi: Option<&str>,
    fresh: &mut Fresh,
) -> Result<Summary, Fault> {
    if let Some(kept) = isi.and_then(Summary::read) {
        return Ok(kept);
    }
    let summary = ask.long(|| made(ask, berkas))?;
    fresh.push((berkas.clone(), versi, summary.keep()));
    Ok(summary)
}

fn keep(ask: &Ask<'_>, fresh: Fresh) -> Result<(), Fault> {
    if !fresh.is_empty() {
        ask.store().keep_ringkasan(fresh)?;
    }
    Ok(())
}

fn made(ask: &Ask<'_>, it: &BerkasRef) -> Result<Summary, Fault> {
    let berkas = ask.store().berkas(it)?;
    let hasil = selaras_rules::measure_without_trails(&berkas);
    let objek = format!("berkas/{}/pengukuran/", it.key);
    let filter = AuditFilter { objek: Some(objek.clone()), ..AuditFilter::default() };
    let mut entries = ask.store().audit_search(it.pemda, &filter, (0, STEPS))?;
    entries.reverse();
    Ok(Summary::of(&berkas, &hasil, first_submitted(ask, &objek, &entries)))
}

/// Entries about the measurements of a berkas that are read: four quarters go back and forth.
const STEPS: i64 = 1_000;

/// The day on which each quarter was submitted first, out of the trail in its order. Who takes a
/// measurement back has not submitted it; to whom it is sent back has.
fn first_submitted(ask: &Ask<'_>, objek: &str, entries: &[AuditEntry]) -> [Option<Date>; 4] {
    let day = |entry: &AuditEntry| {
        let at = entry.waktu.parse().ok()?;
        Some(ask.app.settings.offset.to_datetime(at).date())
    };
    let mut days = [None; 4];
    for entry in entries {
        let quarter = entry.objek.strip_prefix(objek).and_then(Triwulan::from_code);
        let Some(quarter) = quarter else { continue };
        let first = &mut days[index_of(quarter)];
        match Langkah::from_code(&entry.tindakan) {
            Some(Langkah::Ajukan) if first.is_none() => *first = day(entry),
            Some(Langkah::Tarik) => *first = None,
            _ => {}
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::{Menunggu, Summary};
    use jiff::civil::date;
    use rust_decimal::dec;
    use selaras_store::Pihak;

    #[test]
    fn a_summary_reads_back_as_it_was_kept() {
        let it = Summary {
            capaian: [Some(dec!(23.5)), None, Some(dec!(80.10)), Some(dec!(101.25))],
            serapan: [Some(dec!(12.0)), Some(dec!(40)), None, Some(dec!(97.0))],
            realisasi: [Some(120), Some(400), None, Some(970)],
            pagu: Some(1_000),
            n_indikator: 9,
            n_missing: [0, 1, 2, 9],
            diajukan: [Some(date(2024, 4, 12)), None, None, Some(date(2025, 1, 20))],
            n_perjanjian: 2,
            n_disupervisi: 1,
            menunggu: vec![Menunggu {
                perjanjian: "pk-2024".to_owned(),
                pihak: Pihak::Kedua,
                batas: Some(date(2024, 2, 4)),
                judul: "Perjanjian Kinerja Tahun 2024".to_owned(),
            }],
        };
        assert_eq!(Summary::read(&it.keep()), Some(it));
        assert_eq!(Summary::read(&Summary::default().keep()), Some(Summary::default()));
        assert_eq!(Summary::read("dari versi lain"), None);
    }
}
