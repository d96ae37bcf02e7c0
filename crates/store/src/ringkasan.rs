//! Summaries of berkas for pages about many offices, kept until the berkas changes.

use std::collections::BTreeMap;

use jiff::civil::Date;
use selaras_domain::{Code, Tahun, Triwulan};

use crate::berkas::{BerkasKey, BerkasRef};
use crate::database::Store;
use crate::error::StoreError;
use crate::pengajuan::{self, Pengajuan, Status};
use crate::sql::Value;

/// A berkas with what is kept of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ringkasan {
    pub berkas: BerkasRef,
    /// The full name of the office.
    pub nama: String,
    /// How often the berkas has changed.
    pub versi: i64,
    /// The summary, if it is of this version.
    pub isi: Option<String>,
    /// Whether the report of the year has been signed.
    pub is_reported: bool,
    /// Whether the inspektorat has reviewed the report as it was signed last.
    pub is_reviewed: bool,
    /// Quarters that have left the draft.
    pub pengajuan: BTreeMap<Triwulan, Pengajuan>,
}

impl Ringkasan {
    /// Where the measurement of a quarter stands on a day.
    pub fn status_on(&self, triwulan: Triwulan, day: Date) -> Status {
        self.pengajuan.get(&triwulan).map(|it| it.status_on(day)).unwrap_or_default()
    }
}

/// The measurement of a quarter that has come to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Masuk {
    pub berkas: BerkasRef,
    /// The full name of the office.
    pub nama: String,
    pub triwulan: Triwulan,
    pub status: Status,
}

const SELECT: &str = "SELECT berkas.id, perangkat.singkatan, berkas.tahun, perangkat_daerah.nama, \
     berkas.versi, ringkasan.versi, ringkasan.isi, (SELECT MAX(nomor) FROM dokumen_sah \
     WHERE dokumen_sah.pemda = berkas.pemda AND dokumen_sah.perangkat = berkas.perangkat \
     AND dokumen_sah.tahun = berkas.tahun), (SELECT MAX(nomor) FROM dokumen_sah \
     JOIN direviu ON direviu.pemda = dokumen_sah.pemda AND direviu.hash = dokumen_sah.hash \
     WHERE dokumen_sah.pemda = berkas.pemda AND dokumen_sah.perangkat = berkas.perangkat \
     AND dokumen_sah.tahun = berkas.tahun) FROM berkas \
     JOIN perangkat ON perangkat.pemda = berkas.pemda AND perangkat.id = berkas.perangkat \
     JOIN perangkat_daerah ON perangkat_daerah.pemda = berkas.pemda \
     AND perangkat_daerah.berkas = berkas.id \
     LEFT JOIN ringkasan ON ringkasan.pemda = berkas.pemda AND ringkasan.berkas = berkas.id \
     WHERE berkas.pemda = $1";

/// The rows of [`SELECT`].
fn read(pemda: i64, rows: Vec<Vec<Value>>) -> Vec<Ringkasan> {
    let it = |row: Vec<Value>| {
        let [id, singkatan, tahun, nama, versi, kept, isi, signed, reviewed] =
            <[Value; 9]>::try_from(row).ok()?;
        let (id, versi) = (id.as_integer()?, versi.as_integer()?);
        let is_fresh = kept.as_integer() == Some(versi);
        let tahun = Tahun::new(tahun.as_integer()?.try_into().ok()?)?;
        let key = BerkasKey { perangkat: singkatan.into_cell(), tahun };
        Some(Ringkasan {
            berkas: BerkasRef { pemda, id, key },
            nama: nama.into_cell(),
            versi,
            isi: is_fresh.then(|| isi.into_cell()),
            is_reported: signed.as_integer().is_some(),
            is_reviewed: signed.as_integer().is_some()
                && signed.as_integer() == reviewed.as_integer(),
            pengajuan: BTreeMap::new(),
        })
    };
    rows.into_iter().filter_map(it).collect()
}

impl Store {
    /// Every berkas of a year with its summary, by office, in two queries.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn ringkasan(&self, pemda: i64, tahun: Tahun) -> Result<Vec<Ringkasan>, StoreError> {
        let values: [Value; 2] = [pemda.into(), i64::from(tahun.get()).into()];
        self.read(|session| {
            let sql = format!("{SELECT} AND berkas.tahun = $2 ORDER BY perangkat.singkatan");
            let mut all = read(pemda, session.query(&sql, &values)?);
            let mut steps = pengajuan::select_year(session, pemda, tahun)?;
            for it in &mut all {
                it.pengajuan = steps.remove(&it.berkas.id).unwrap_or_default();
            }
            Ok(all)
        })
    }

    /// What is kept of every berkas of some years, by year and office, in one query: its version, and the
    /// summary if it is of that version.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn ringkasan_of_years(
        &self,
        pemda: i64,
        (first, last): (Tahun, Tahun),
    ) -> Result<Vec<(BerkasRef, i64, Option<String>)>, StoreError> {
        let sql = "SELECT berkas.id, perangkat.singkatan, berkas.tahun, berkas.versi, \
                   ringkasan.versi, ringkasan.isi FROM berkas \
                   JOIN perangkat ON perangkat.pemda = berkas.pemda \
                   AND perangkat.id = berkas.perangkat \
                   LEFT JOIN ringkasan ON ringkasan.pemda = berkas.pemda \
                   AND ringkasan.berkas = berkas.id \
                   WHERE berkas.pemda = $1 AND berkas.tahun >= $2 AND berkas.tahun <= $3 \
                   ORDER BY berkas.tahun, perangkat.singkatan";
        let years = [first, last].map(|it| i64::from(it.get()).into());
        let values = [&[pemda.into()][..], &years].concat();
        let it = |row: Vec<Value>| {
            let [id, singkatan, tahun, versi, kept, isi] = <[Value; 6]>::try_from(row).ok()?;
            let tahun = Tahun::new(tahun.as_integer()?.try_into().ok()?)?;
            let key = BerkasKey { perangkat: singkatan.into_cell(), tahun };
            let versi = versi.as_integer()?;
            let is_fresh = kept.as_integer() == Some(versi);
            let berkas = BerkasRef { pemda, id: id.as_integer()?, key };
            Some((berkas, versi, is_fresh.then(|| isi.into_cell())))
        };
        let rows = self.read(|session| session.query(sql, &values))?;
        Ok(rows.into_iter().filter_map(it).collect())
    }

    /// A berkas with its summary.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] where the berkas is gone.
    pub fn ringkasan_of(&self, berkas: &BerkasRef) -> Result<Ringkasan, StoreError> {
        let place = (berkas.pemda, berkas.id);
        let sql = format!("{SELECT} AND berkas.id = $2");
        let found = self.read(|session| {
            let rows = session.query(&sql, &[place.0.into(), place.1.into()])?;
            let pengajuan = pengajuan::select(session, place)?;
            Ok(read(place.0, rows).pop().map(|it| Ringkasan { pengajuan, ..it }))
        })?;
        found.ok_or_else(|| StoreError::Missing { what: format!("Berkas {}", berkas.key) })
    }

    /// The measurements of any year that stand there, oldest first.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn masuk(&self, pemda: i64, status: Status) -> Result<Vec<Masuk>, StoreError> {
        let sql = "SELECT berkas.id, perangkat.singkatan, berkas.tahun, perangkat_daerah.nama, \
                   pengajuan.triwulan FROM pengajuan \
                   JOIN berkas ON berkas.pemda = pengajuan.pemda AND berkas.id = pengajuan.berkas \
                   JOIN perangkat ON perangkat.pemda = berkas.pemda \
                   AND perangkat.id = berkas.perangkat \
                   JOIN perangkat_daerah ON perangkat_daerah.pemda = berkas.pemda \
                   AND perangkat_daerah.berkas = berkas.id \
                   WHERE pengajuan.pemda = $1 AND pengajuan.status = $2 \
                   ORDER BY berkas.tahun, pengajuan.triwulan, perangkat.singkatan";
        let values: [Value; 2] = [pemda.into(), status.code().into()];
        let it = |row: Vec<Value>| {
            let [id, singkatan, tahun, nama, triwulan] = <[Value; 5]>::try_from(row).ok()?;
            let tahun = Tahun::new(tahun.as_integer()?.try_into().ok()?)?;
            let key = BerkasKey { perangkat: singkatan.into_cell(), tahun };
            Some(Masuk {
                berkas: BerkasRef { pemda, id: id.as_integer()?, key },
                nama: nama.into_cell(),
                triwulan: Triwulan::from_code(&triwulan.into_cell())?,
                status,
            })
        };
        let rows = self.read(|session| session.query(sql, &values))?;
        Ok(rows.into_iter().filter_map(it).collect())
    }

    /// Keeps summaries of berkas at their versions. They are not facts and leave no trail.
    ///
    /// # Errors
    ///
    /// Where the database cannot be used.
    pub fn keep_ringkasan(&self, all: Vec<(BerkasRef, i64, String)>) -> Result<(), StoreError> {
        self.write(move |session| {
            for (berkas, versi, isi) in &all {
                session.execute(
                    "INSERT INTO ringkasan (pemda, berkas, versi, isi) VALUES ($1, $2, $3, $4) \
                     ON CONFLICT (pemda, berkas) DO UPDATE SET versi = $3, isi = $4",
                    &[berkas.pemda.into(), berkas.id.into(), (*versi).into(), isi.as_str().into()],
                )?;
            }
            Ok(())
        })
    }
}
