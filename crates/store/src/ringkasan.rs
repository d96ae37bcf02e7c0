//! Summaries of berkas for pages about many offices, kept until the berkas changes.

use std::collections::BTreeMap;

use selaras_domain::{Code, Tahun, Triwulan};

use crate::berkas::{BerkasKey, BerkasRef};
use crate::database::Store;
use crate::error::StoreError;
use crate::pengajuan::Status;
use crate::sql::Value;

/// A berkas of a year, with what is kept of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ringkasan {
    pub berkas: BerkasRef,
    /// The full name of the office.
    pub nama: String,
    /// How often the berkas has changed.
    pub versi: i64,
    /// The summary, if it is of this version.
    pub isi: Option<String>,
    /// Quarters that have left the draft, and the last day on which an unlocked one is open.
    pub status: BTreeMap<Triwulan, Status>,
}

impl Store {
    /// Every berkas of a year with its summary, by office, in two queries.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn ringkasan(&self, pemda: i64, tahun: Tahun) -> Result<Vec<Ringkasan>, StoreError> {
        let values: [Value; 2] = [pemda.into(), i64::from(tahun.get()).into()];
        let (rows, statuses) = self.read(|session| {
            let rows = session.query(
                "SELECT berkas.id, perangkat.singkatan, perangkat_daerah.nama, berkas.versi, \
                 ringkasan.versi, ringkasan.isi FROM berkas \
                 JOIN perangkat ON perangkat.pemda = berkas.pemda AND perangkat.id = berkas.perangkat \
                 JOIN perangkat_daerah ON perangkat_daerah.pemda = berkas.pemda \
                 AND perangkat_daerah.berkas = berkas.id \
                 LEFT JOIN ringkasan ON ringkasan.pemda = berkas.pemda \
                 AND ringkasan.berkas = berkas.id \
                 WHERE berkas.pemda = $1 AND berkas.tahun = $2 ORDER BY perangkat.singkatan",
                &values,
            )?;
            let statuses = session.query(
                "SELECT pengajuan.berkas, pengajuan.triwulan, pengajuan.status FROM pengajuan \
                 JOIN berkas ON berkas.pemda = pengajuan.pemda AND berkas.id = pengajuan.berkas \
                 WHERE berkas.pemda = $1 AND berkas.tahun = $2",
                &values,
            )?;
            Ok((rows, statuses))
        })?;
        let mut by_berkas: BTreeMap<i64, BTreeMap<Triwulan, Status>> = BTreeMap::new();
        for row in statuses {
            let Ok([berkas, triwulan, status]) = <[Value; 3]>::try_from(row) else { continue };
            let triwulan = Triwulan::from_code(&triwulan.into_cell());
            let status = Status::from_code(&status.into_cell());
            if let (Some(berkas), Some(triwulan), Some(status)) =
                (berkas.as_integer(), triwulan, status)
            {
                by_berkas.entry(berkas).or_default().insert(triwulan, status);
            }
        }
        let it = |row: Vec<Value>| {
            let [id, singkatan, nama, versi, kept, isi] = <[Value; 6]>::try_from(row).ok()?;
            let (id, versi) = (id.as_integer()?, versi.as_integer()?);
            let is_fresh = kept.as_integer() == Some(versi);
            Some(Ringkasan {
                berkas: BerkasRef {
                    pemda,
                    id,
                    key: BerkasKey { perangkat: singkatan.into_cell(), tahun },
                },
                nama: nama.into_cell(),
                versi,
                isi: is_fresh.then(|| isi.into_cell()),
                status: by_berkas.remove(&id).unwrap_or_default(),
            })
        };
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
