//! Where the measurement of a quarter stands: submitted, sent back, verified, approved, locked; and
//! what may be changed while it stands there.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use selaras_domain::{Code, Tahun, Triwulan, tanggal};
use selaras_package::{Kind, Table};

use crate::audit::{self, Head, Pelaku, Perubahan};
use crate::berkas::{BerkasKey, BerkasRef, count_change};
use crate::database::Store;
use crate::error::StoreError;
use crate::sql::{Session, Value};

/// Where a measurement stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The office is at work on it.
    #[default]
    Draf,
    Diajukan,
    /// Sent back to the office with a reason.
    Perbaikan,
    Diverifikasi,
    Disetujui,
    Dikunci,
    /// Unlocked for a time, with a reason.
    Dibuka,
}

impl Code for Status {
    const ALL: &'static [(Status, &'static str)] = &[
        (Status::Draf, "draf"),
        (Status::Diajukan, "diajukan"),
        (Status::Perbaikan, "perbaikan"),
        (Status::Diverifikasi, "diverifikasi"),
        (Status::Disetujui, "disetujui"),
        (Status::Dikunci, "dikunci"),
        (Status::Dibuka, "dibuka"),
    ];
}

impl Status {
    /// As people read it.
    pub fn words(self) -> &'static str {
        match self {
            Status::Draf => "Draf",
            Status::Diajukan => "Diajukan",
            Status::Perbaikan => "Perlu perbaikan",
            Status::Diverifikasi => "Diverifikasi",
            Status::Disetujui => "Disetujui",
            Status::Dikunci => "Dikunci",
            Status::Dibuka => "Dibuka kembali",
        }
    }
}

/// A step that somebody takes with a measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Langkah {
    Ajukan,
    /// The office takes back what nobody has verified yet.
    Tarik,
    MintaPerbaikan,
    Verifikasi,
    Setujui,
    Kunci,
    BukaKunci,
}

impl Code for Langkah {
    const ALL: &'static [(Langkah, &'static str)] = &[
        (Langkah::Ajukan, "ajukan"),
        (Langkah::Tarik, "tarik"),
        (Langkah::MintaPerbaikan, "minta-perbaikan"),
        (Langkah::Verifikasi, "verifikasi"),
        (Langkah::Setujui, "setujui"),
        (Langkah::Kunci, "kunci"),
        (Langkah::BukaKunci, "buka-kunci"),
    ];
}

impl Langkah {
    /// From where it can be taken, and where it leads.
    fn ways(self) -> (&'static [Status], Status) {
        match self {
            Langkah::Ajukan => {
                (&[Status::Draf, Status::Perbaikan, Status::Dibuka], Status::Diajukan)
            }
            Langkah::Tarik => (&[Status::Diajukan], Status::Draf),
            Langkah::MintaPerbaikan => {
                (&[Status::Diajukan, Status::Diverifikasi], Status::Perbaikan)
            }
            Langkah::Verifikasi => (&[Status::Diajukan], Status::Diverifikasi),
            Langkah::Setujui => (&[Status::Diverifikasi], Status::Disetujui),
            Langkah::Kunci => (&[Status::Disetujui], Status::Dikunci),
            Langkah::BukaKunci => (&[Status::Dikunci, Status::Disetujui], Status::Dibuka),
        }
    }

    /// Whether it can be taken from there.
    pub fn is_open_from(self, status: Status) -> bool {
        self.ways().0.contains(&status)
    }

    /// Whether whoever takes it must say why.
    pub fn needs_reason(self) -> bool {
        matches!(self, Langkah::MintaPerbaikan | Langkah::BukaKunci)
    }

    /// What the step says of a thing: `menyetujui`.
    pub fn verb(self) -> &'static str {
        match self {
            Langkah::Ajukan => "mengajukan",
            Langkah::Tarik => "menarik",
            Langkah::MintaPerbaikan => "meminta perbaikan",
            Langkah::Verifikasi => "memverifikasi",
            Langkah::Setujui => "menyetujui",
            Langkah::Kunci => "mengunci",
            Langkah::BukaKunci => "membuka kunci",
        }
    }
}

/// The measurement of a quarter on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pengajuan {
    pub triwulan: Triwulan,
    pub status: Status,
    /// Counts its steps; 0 for a draft that was never submitted.
    pub versi: i64,
    /// The account that submitted it; empty before.
    pub pengaju: String,
    /// What the last step said.
    pub pesan: Option<String>,
    /// When the last step was taken; empty before.
    pub waktu: String,
    pub dibuka_sampai: Option<Date>,
}

impl Pengajuan {
    fn new(triwulan: Triwulan) -> Pengajuan {
        Pengajuan {
            triwulan,
            status: Status::Draf,
            versi: 0,
            pengaju: String::new(),
            pesan: None,
            waktu: String::new(),
            dibuka_sampai: None,
        }
    }

    /// Where it stands on a day: what was unlocked for a time is locked again after it.
    pub fn status_on(&self, day: Date) -> Status {
        match self.dibuka_sampai {
            Some(last) if last < day => Status::Dikunci,
            _ => self.status,
        }
    }

    /// Whether the office may change values of the quarter on a day.
    pub fn is_open_on(&self, day: Date) -> bool {
        matches!(self.status_on(day), Status::Draf | Status::Perbaikan | Status::Dibuka)
    }
}

/// A step to take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLangkah {
    pub triwulan: Triwulan,
    pub langkah: Langkah,
    /// The version that whoever takes it has seen.
    pub versi: i64,
    pub alasan: Option<String>,
    /// For [`Langkah::BukaKunci`]: the last day on which values can be changed.
    pub sampai: Option<Date>,
    /// The day of the step, where the office is.
    pub hari: Date,
}

impl Store {
    /// The four quarters of a berkas, in order.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn pengajuan(&self, berkas: &BerkasRef) -> Result<[Pengajuan; 4], StoreError> {
        let place = (berkas.pemda, berkas.id);
        let mut found = self.read(|session| select(session, place))?;
        let mut of = |it| found.remove(&it).unwrap_or_else(|| Pengajuan::new(it));
        Ok([of(Triwulan::I), of(Triwulan::Ii), of(Triwulan::Iii), of(Triwulan::Iv)])
    }

    /// Takes a step, all of it or nothing, and gives where the measurement stands then.
    ///
    /// # Errors
    ///
    /// [`StoreError::Step`] where the step cannot be taken from there, by this person, or without a
    /// reason; [`StoreError::Conflict`] where somebody else was quicker.
    pub fn take_step(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        new: NewLangkah,
    ) -> Result<Status, StoreError> {
        let (pelaku, berkas) = (pelaku.clone(), berkas.clone());
        self.write(move |session| take_step(session, &pelaku, &berkas, &new))
    }

    /// The last days for the measurements of a year, by quarter.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn jadwal(&self, pemda: i64, tahun: Tahun) -> Result<BTreeMap<Triwulan, Date>, StoreError> {
        let sql = "SELECT triwulan, batas FROM jadwal WHERE pemda = $1 AND tahun = $2";
        let year = i64::from(tahun.get());
        let rows = self.read(|session| session.query(sql, &[pemda.into(), year.into()]))?;
        let it = |row: Vec<Value>| {
            let [triwulan, batas] = <[Value; 2]>::try_from(row).ok()?;
            Some((Triwulan::from_code(&triwulan.into_cell())?, batas.into_cell().parse().ok()?))
        };
        Ok(rows.into_iter().filter_map(it).collect())
    }

    /// Sets the last days for the measurements of quarters, or takes them away: all of them or none.
    ///
    /// # Errors
    ///
    /// Where the database cannot be used.
    pub fn set_jadwal(
        &self,
        pelaku: &Pelaku,
        pemda: i64,
        tahun: Tahun,
        batas: Vec<(Triwulan, Option<Date>)>,
    ) -> Result<(), StoreError> {
        let pelaku = pelaku.clone();
        self.write(move |session| {
            let mut head = audit::lock(session, pemda)?;
            for (triwulan, batas) in &batas {
                set_batas(session, &mut head, (&pelaku, pemda), (tahun, *triwulan), *batas)?;
            }
            Ok(())
        })
    }
}

fn set_batas(
    session: &mut Session<'_>,
    head: &mut Head,
    (pelaku, pemda): (&Pelaku, i64),
    (tahun, triwulan): (Tahun, Triwulan),
    batas: Option<Date>,
) -> Result<(), StoreError> {
    let key: [Value; 3] = [pemda.into(), i64::from(tahun.get()).into(), triwulan.code().into()];
    let place = "WHERE pemda = $1 AND tahun = $2 AND triwulan = $3";
    let before = session.query_one(&format!("SELECT batas FROM jadwal {place}"), &key)?;
    let lama = before.and_then(|it| it.into_iter().next()).map(Value::into_cell);
    let baru = batas.map(|it| it.to_string());
    if lama == baru {
        return Ok(());
    }
    session.execute(&format!("DELETE FROM jadwal {place}"), &key)?;
    if let Some(batas) = &baru {
        let values = [&key[..], &[Value::text(batas.as_str())]].concat();
        session.execute(
            "INSERT INTO jadwal (pemda, tahun, triwulan, batas) VALUES ($1, $2, $3, $4)",
            &values,
        )?;
    }
    let it = Perubahan {
        tindakan: "ubah",
        objek: &format!("jadwal/{tahun}/{}", triwulan.code()),
        lama: lama.as_deref(),
        baru: baru.as_deref(),
        alasan: None,
    };
    audit::append(session, head, pelaku, &it)
}

const SELECT: &str = "SELECT pengajuan.berkas, pengajuan.triwulan, pengajuan.status, pengajuan.versi, \
     pengajuan.pengaju, pengajuan.pesan, pengajuan.waktu, pengajuan.dibuka_sampai FROM pengajuan";

/// A row of [`SELECT`], with the berkas that it belongs to.
fn read(row: Vec<Value>) -> Option<(i64, Pengajuan)> {
    let [berkas, triwulan, status, versi, pengaju, pesan, waktu, sampai] =
        <[Value; 8]>::try_from(row).ok()?;
    let it = Pengajuan {
        triwulan: Triwulan::from_code(&triwulan.into_cell())?,
        status: Status::from_code(&status.into_cell())?,
        versi: versi.as_integer()?,
        pengaju: pengaju.into_cell(),
        pesan: Some(pesan.into_cell()).filter(|it| !it.is_empty()),
        waktu: waktu.into_cell(),
        dibuka_sampai: sampai.into_cell().parse().ok(),
    };
    Some((berkas.as_integer()?, it))
}

pub(crate) fn select(
    session: &mut Session<'_>,
    (pemda, berkas): (i64, i64),
) -> Result<BTreeMap<Triwulan, Pengajuan>, StoreError> {
    let sql = format!("{SELECT} WHERE pengajuan.pemda = $1 AND pengajuan.berkas = $2");
    let rows = session.query(&sql, &[pemda.into(), berkas.into()])?;
    Ok(rows.into_iter().filter_map(read).map(|(_, it)| (it.triwulan, it)).collect())
}

/// The quarters of every berkas of a year.
pub(crate) fn select_year(
    session: &mut Session<'_>,
    pemda: i64,
    tahun: Tahun,
) -> Result<BTreeMap<i64, BTreeMap<Triwulan, Pengajuan>>, StoreError> {
    let sql = format!(
        "{SELECT} JOIN berkas ON berkas.pemda = pengajuan.pemda AND berkas.id = pengajuan.berkas \
         WHERE pengajuan.pemda = $1 AND berkas.tahun = $2"
    );
    let rows = session.query(&sql, &[pemda.into(), i64::from(tahun.get()).into()])?;
    let mut all: BTreeMap<i64, BTreeMap<Triwulan, Pengajuan>> = BTreeMap::new();
    for (berkas, it) in rows.into_iter().filter_map(read) {
        all.entry(berkas).or_default().insert(it.triwulan, it);
    }
    Ok(all)
}

fn take_step(
    session: &mut Session<'_>,
    pelaku: &Pelaku,
    berkas: &BerkasRef,
    new: &NewLangkah,
) -> Result<Status, StoreError> {
    let mut head = audit::lock(session, berkas.pemda)?;
    let place = (berkas.pemda, berkas.id);
    let before = select(session, place)?.remove(&new.triwulan);
    let before = before.unwrap_or_else(|| Pengajuan::new(new.triwulan));
    let what = format!("berkas/{}/pengukuran/{}", berkas.key, new.triwulan.code());
    if before.versi != new.versi {
        return Err(StoreError::Conflict { what, versi: before.versi, found: None });
    }
    let refuse = |why: String| Err(StoreError::Step { why });
    let from = before.status_on(new.hari);
    let (froms, to) = new.langkah.ways();
    if !froms.contains(&from) {
        let (verb, from) = (new.langkah.verb(), from.words().to_lowercase());
        return refuse(format!("Tidak dapat {verb}: pengukuran ini {from}."));
    }
    let alasan = new.alasan.as_deref().map(str::trim).filter(|it| !it.is_empty());
    if new.langkah.needs_reason() && alasan.is_none() {
        return refuse(format!("Tulis alasan {} lebih dahulu.", new.langkah.verb()));
    }
    let by_submitter = pelaku.nama == before.pengaju;
    if by_submitter && matches!(new.langkah, Langkah::Verifikasi | Langkah::Setujui) {
        return refuse(format!(
            "Yang mengajukan tidak boleh {}; mintalah orang lain.",
            new.langkah.verb()
        ));
    }
    let sampai = match (new.langkah, new.sampai) {
        (Langkah::BukaKunci, Some(last)) if last >= new.hari => Some(last),
        (Langkah::BukaKunci, _) => {
            return refuse(
                "Tetapkan sampai kapan kuncinya dibuka, paling awal hari ini.".to_owned(),
            );
        }
        _ => None,
    };
    let pengaju = if new.langkah == Langkah::Ajukan { &pelaku.nama } else { &before.pengaju };
    session.execute(
        "DELETE FROM pengajuan WHERE pemda = $1 AND berkas = $2 AND triwulan = $3",
        &[berkas.pemda.into(), berkas.id.into(), new.triwulan.code().into()],
    )?;
    session.execute(
        "INSERT INTO pengajuan (pemda, berkas, triwulan, status, versi, pengaju, pesan, waktu, \
         dibuka_sampai) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &[
            berkas.pemda.into(),
            berkas.id.into(),
            new.triwulan.code().into(),
            to.code().into(),
            (before.versi + 1).into(),
            pengaju.as_str().into(),
            alasan.into(),
            pelaku.waktu.as_str().into(),
            sampai.map_or(Value::Null, |it| Value::text(it.to_string())),
        ],
    )?;
    if new.langkah == Langkah::Verifikasi {
        mark_verified(session, berkas, new.triwulan)?;
    }
    count_change(session, berkas)?;
    let baru = match sampai {
        Some(last) => format!("{} sampai {last}", to.code()),
        None => to.code().to_owned(),
    };
    let it = Perubahan {
        tindakan: new.langkah.code(),
        objek: &what,
        lama: Some(before.status.code()),
        baru: Some(&baru),
        alasan,
    };
    audit::append(session, &mut head, pelaku, &it)?;
    Ok(to)
}

/// Every value of the quarter counts as confirmed by somebody other than its writer.
fn mark_verified(
    session: &mut Session<'_>,
    berkas: &BerkasRef,
    triwulan: Triwulan,
) -> Result<(), StoreError> {
    for table in ["nilai_variabel", "realisasi"] {
        for periode in periods(triwulan) {
            let sql = format!(
                "UPDATE {table} SET \"verifikasi\" = 'terverifikasi', versi = versi + 1 \
                 WHERE pemda = $1 AND berkas = $2 AND \"tahun\" = $3 AND \"periode\" = $4 \
                 AND \"verifikasi\" <> 'terverifikasi'"
            );
            session.execute(
                &sql,
                &[
                    berkas.pemda.into(),
                    berkas.id.into(),
                    i64::from(berkas.key.tahun.get()).into(),
                    (*periode).into(),
                ],
            )?;
        }
    }
    Ok(())
}

/// The periods whose values a quarter carries: the fourth carries the year too.
fn periods(triwulan: Triwulan) -> &'static [&'static str] {
    match triwulan {
        Triwulan::I => &["tw1"],
        Triwulan::Ii => &["tw2"],
        Triwulan::Iii => &["tw3"],
        Triwulan::Iv => &["tw4", "tahun", "kumulatif"],
    }
}

/// The tables of what is measured, whose rows say of which quarter they are.
pub(crate) const MEASURED: [&str; 5] =
    ["nilai_variabel", "realisasi", "realisasi_anggaran", "catatan_register", "monev_aksi"];

/// The tables of cases, whose days say in which quarters they count.
const CASES: [&str; 5] =
    ["kasus_layanan", "jabatan", "pemangku_jabatan", "kasus_disiplin", "peserta_diklat"];

/// The tables that say how cases count, in whichever quarter.
const COUNTING: [&str; 4] = ["register", "sop_layanan", "populasi_jabatan", "hari_libur"];

const ALL: [Triwulan; 4] = [Triwulan::I, Triwulan::Ii, Triwulan::Iii, Triwulan::Iv];

/// Refuses a change of what is measured while its quarter is not open: a row as it was before, where
/// there was one, and as it is after.
pub(crate) fn guard(
    session: &mut Session<'_>,
    berkas: &BerkasRef,
    table: &Table,
    (before, after): (Option<&[String]>, Option<&[String]>),
    pelaku: &Pelaku,
) -> Result<(), StoreError> {
    let touched = match table.name {
        name if MEASURED.contains(&name) => {
            let rows = before.into_iter().chain(after);
            rows.filter_map(|it| quarter_of_row(table, it, berkas)).collect()
        }
        name if CASES.contains(&name) || COUNTING.contains(&name) => {
            quarters_of_case(table, (before, after), berkas)
        }
        _ => BTreeSet::new(),
    };
    touched.into_iter().try_for_each(|it| guard_quarter(session, berkas, it, pelaku))
}

pub(crate) fn quarter_of_row(
    table: &Table,
    cells: &[String],
    berkas: &BerkasRef,
) -> Option<Triwulan> {
    let cell = |name: &str| table.column_index(name).and_then(|index| cells.get(index));
    // Another year has a berkas of its own, or is history that its source proves.
    cell("tahun").filter(|it| **it == berkas.key.tahun.to_string())?;
    let periode = cell("periode").or_else(|| cell("triwulan"))?;
    ALL.into_iter().find(|it| periods(*it).contains(&periode.as_str()))
}

/// The quarters in which a change of a case is seen: those of the days that change, and those of all
/// its days where something else changes that counts.
fn quarters_of_case(
    table: &Table,
    (before, after): (Option<&[String]>, Option<&[String]>),
    berkas: &BerkasRef,
) -> BTreeSet<Triwulan> {
    // What is told of a case, and changes no count.
    const TOLD: [&str; 10] = [
        "sumber",
        "halaman",
        "catatan",
        "alasan",
        "nama",
        "persyaratan",
        "pemohon",
        "keputusan",
        "sertifikat",
        "kompetensi",
    ];
    let (first, last) = (berkas.key.tahun.first_day(), berkas.key.tahun.last_day());
    // What began before the year stands in its first quarter.
    let quarter = |cell: &str| {
        let day = cell.parse::<Date>().ok().filter(|it| *it <= last)?.max(first);
        ALL.get(usize::try_from((day.month() - 1) / 3).ok()?).copied()
    };
    let changed: Vec<usize> = match (before, after) {
        (Some(before), Some(after)) => {
            (0..table.columns.len()).filter(|it| before.get(*it) != after.get(*it)).collect()
        }
        _ => (0..table.columns.len()).collect(),
    };
    let column = |index: &usize| &table.columns[*index];
    let changed: Vec<usize> =
        changed.into_iter().filter(|it| !TOLD.contains(&column(it).name)).collect();
    let is_day = |index: &usize| column(index).kind == Kind::Date;
    if changed.is_empty() {
        return BTreeSet::new();
    }
    if table.name == "register" && changed.iter().all(|it| column(it).name == "lengkap_sampai") {
        // A register that is complete further on counts in the days that this adds.
        let days = |cells: Option<&[String]>| {
            cells.and_then(|it| it.get(changed[0])?.parse::<Date>().ok()).unwrap_or(Date::MIN)
        };
        let (from, to) = (days(before).min(days(after)), days(before).max(days(after)));
        let is_added = |it: &Triwulan| {
            let (start, end) = it.days(berkas.key.tahun);
            from < end && start <= to
        };
        return ALL.into_iter().filter(is_added).collect();
    }
    if COUNTING.contains(&table.name) {
        return ALL.into_iter().collect();
    }
    let is_whole = !changed.iter().all(is_day);
    let days = (0..table.columns.len()).filter(|it| is_day(it));
    let seen = days.filter(|it| is_whole || changed.contains(it));
    let cells = seen.flat_map(|it| [before, after].map(|row| row.and_then(|row| row.get(it))));
    cells.flatten().filter_map(|it| quarter(it)).collect()
}

/// Refuses a change of what belongs to a quarter while that is not open.
pub(crate) fn guard_quarter(
    session: &mut Session<'_>,
    berkas: &BerkasRef,
    triwulan: Triwulan,
    pelaku: &Pelaku,
) -> Result<(), StoreError> {
    let Some(found) = select(session, (berkas.pemda, berkas.id))?.remove(&triwulan) else {
        return Ok(());
    };
    let day = pelaku.waktu.get(..10).and_then(|it| it.parse().ok());
    match day.is_some_and(|day| found.is_open_on(day)) {
        true => Ok(()),
        false => Err(StoreError::Locked { why: locked_words(&found, day) }),
    }
}

/// Why a quarter cannot be changed, and who can help.
fn locked_words(it: &Pengajuan, day: Option<Date>) -> String {
    let nomor = it.triwulan.code().trim_start_matches("tw").to_owned();
    let status = day.map_or(it.status, |day| it.status_on(day));
    let remedy = match status {
        Status::Diajukan => "tarik kembali, atau tunggu verifikasinya",
        Status::Diverifikasi => "mintalah verifikator mengembalikannya",
        _ => "mintalah administrator membuka kuncinya dengan alasan",
    };
    let lapsed = it.dibuka_sampai.filter(|_| status == Status::Dikunci);
    let since = lapsed.map(|it| format!(" sejak lewat {}", tanggal::format(it)));
    format!(
        "Triwulan {nomor} sudah {}{}. Untuk mengubahnya, {remedy}.",
        status.words().to_lowercase(),
        since.unwrap_or_default()
    )
}

/// Refuses to put other facts in the place of a berkas of which a quarter was submitted.
pub(crate) fn refuse_replacing(
    session: &mut Session<'_>,
    place: (i64, i64),
    key: &BerkasKey,
) -> Result<(), StoreError> {
    let found = select(session, place)?;
    match found.values().find(|it| !matches!(it.status, Status::Draf | Status::Perbaikan)) {
        None => Ok(()),
        Some(it) => Err(StoreError::Locked {
            why: format!(
                "Berkas {key} tidak dapat diganti: pengukuran {} sudah {}.",
                it.triwulan.code(),
                it.status.words().to_lowercase()
            ),
        }),
    }
}
