//! The catalogue of nomenklatur of a pemda: one for each regulation, by the first budget year that uses
//! it; that of a year is the newest that has begun.

use std::collections::BTreeSet;

use selaras_domain::{Berkas, Katalog, KodeNomenklatur, Nomenklatur, Tahun};

use crate::audit::{self, Pelaku, Perubahan};
use crate::database::Store;
use crate::error::StoreError;
use crate::sql::{Session, Value};

/// A catalogue that is there, without its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KatalogInfo {
    pub mulai: Tahun,
    pub dasar: String,
    pub baris: usize,
}

/// Which lines of a catalogue are wanted.
#[derive(Clone, Copy, Debug)]
pub enum Lines<'a> {
    All,
    /// Those of the bidang urusan in which an office has rows, and those of every urusan.
    Of(&'a Berkas),
}

impl Store {
    /// The catalogues of a pemda, newest first.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn katalog_list(&self, pemda: i64) -> Result<Vec<KatalogInfo>, StoreError> {
        let sql = "SELECT mulai, dasar, (SELECT COUNT(*) FROM nomenklatur WHERE \
                   nomenklatur.pemda = katalog.pemda AND nomenklatur.mulai = katalog.mulai) \
                   FROM katalog WHERE pemda = $1 ORDER BY mulai DESC";
        let rows = self.read(|session| session.query(sql, &[pemda.into()]))?;
        let it = |row: Vec<Value>| {
            let [mulai, dasar, baris] = <[Value; 3]>::try_from(row).ok()?;
            Some(KatalogInfo {
                mulai: year(&mulai)?,
                dasar: dasar.into_cell(),
                baris: usize::try_from(baris.as_integer()?).ok()?,
            })
        };
        Ok(rows.into_iter().filter_map(it).collect())
    }

    /// The catalogue in force in a budget year; none where none has begun.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn katalog(
        &self,
        pemda: i64,
        tahun: Tahun,
        lines: Lines<'_>,
    ) -> Result<Option<Katalog>, StoreError> {
        self.read(|session| {
            let sql = "SELECT mulai, dasar FROM katalog WHERE pemda = $1 AND mulai <= $2 \
                       ORDER BY mulai DESC LIMIT 1";
            let found = session.query_one(sql, &[pemda.into(), i64::from(tahun.get()).into()])?;
            let Some([mulai, dasar]) = found.and_then(|it| <[Value; 2]>::try_from(it).ok()) else {
                return Ok(None);
            };
            let Some(mulai) = year(&mulai) else { return Ok(None) };
            let baris = match lines {
                Lines::All => select(session, pemda, mulai, None)?,
                Lines::Of(berkas) => {
                    let mut baris = Vec::new();
                    for it in bidang(berkas) {
                        baris.extend(select(session, pemda, mulai, Some(&it))?);
                    }
                    baris
                }
            };
            Ok(Some(Katalog::new(dasar.into_cell(), mulai, baris)))
        })
    }

    /// Keeps a catalogue, in the place of one that begins in the same year. What was said about the
    /// berkas of its years is said anew.
    ///
    /// # Errors
    ///
    /// Where the database cannot be used.
    pub fn write_katalog(
        &self,
        pelaku: &Pelaku,
        pemda: i64,
        katalog: Katalog,
    ) -> Result<(), StoreError> {
        let pelaku = pelaku.clone();
        self.write(move |session| {
            let mut head = audit::lock(session, pemda)?;
            let lama = remove(session, pemda, katalog.mulai)?;
            let mulai: Value = i64::from(katalog.mulai.get()).into();
            session.execute(
                "INSERT INTO katalog (pemda, mulai, dasar) VALUES ($1, $2, $3)",
                &[pemda.into(), mulai.clone(), katalog.dasar.as_str().into()],
            )?;
            let text = |it: &Option<String>| it.as_deref().map_or(Value::Null, Value::text);
            let row = |it: &Nomenklatur| {
                vec![
                    pemda.into(),
                    mulai.clone(),
                    Value::text(it.kode.render(WIDTH)),
                    Value::text(it.nama.as_str()),
                    text(&it.kinerja),
                    text(&it.indikator),
                    text(&it.satuan),
                ]
            };
            session.execute_many(
                "INSERT INTO nomenklatur (pemda, mulai, kode, nama, kinerja, indikator, satuan) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                katalog.baris().map(row),
            )?;
            count_changes(session, pemda, katalog.mulai)?;
            let baru = words(&katalog.dasar, katalog.baris().len());
            let entry = Perubahan {
                tindakan: if lama.is_some() { "ubah" } else { "tambah" },
                objek: &format!("katalog/{}", katalog.mulai),
                lama: lama.as_deref(),
                baru: Some(&baru),
                alasan: None,
            };
            audit::append(session, &mut head, &pelaku, &entry)
        })
    }

    /// Takes a catalogue away.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] where there is none that begins in that year.
    pub fn remove_katalog(
        &self,
        pelaku: &Pelaku,
        pemda: i64,
        mulai: Tahun,
    ) -> Result<(), StoreError> {
        let pelaku = pelaku.clone();
        self.write(move |session| {
            let mut head = audit::lock(session, pemda)?;
            let Some(lama) = remove(session, pemda, mulai)? else {
                return Err(StoreError::Missing { what: format!("Katalog {mulai}") });
            };
            count_changes(session, pemda, mulai)?;
            let entry = Perubahan {
                tindakan: "hapus",
                objek: &format!("katalog/{mulai}"),
                lama: Some(&lama),
                baru: None,
                alasan: None,
            };
            audit::append(session, &mut head, &pelaku, &entry)
        })
    }
}

/// Digits of a subkegiatan as codes are kept.
const WIDTH: usize = 4;

fn year(value: &Value) -> Option<Tahun> {
    Tahun::new(u16::try_from(value.as_integer()?).ok()?)
}

/// A catalogue in one line of the trail.
fn words(dasar: &str, baris: usize) -> String {
    format!("{dasar}; {baris} baris")
}

/// The first two numbers of the codes of an office, as codes are kept; with those of every urusan.
fn bidang(berkas: &Berkas) -> BTreeSet<String> {
    let kode = berkas.program_kegiatan.iter().filter_map(|it| it.kode.as_ref());
    let own = berkas.perangkat_daerah.kode.as_deref().and_then(|it| {
        // 5.03.5.04.0.00.01.0000: up to three bidang urusan, and 0.00 for those that it does not have.
        let parts: Vec<u16> = it.split('.').map_while(|it| it.parse().ok()).take(6).collect();
        (parts.len() == 6).then(|| parts.chunks(2).map(<[u16]>::to_vec).collect::<Vec<_>>())
    });
    let all = kode.map(|it| it.parts().to_vec()).chain(own.into_iter().flatten());
    let of = |parts: Vec<u16>| {
        let first = parts.into_iter().take(2).collect();
        Some(KodeNomenklatur::new(first)?.render(WIDTH))
    };
    all.chain([vec![0, 0]]).filter_map(of).collect()
}

/// Lines in the order of their codes; those of a code and below it where one is named.
fn select(
    session: &mut Session<'_>,
    pemda: i64,
    mulai: Tahun,
    under: Option<&str>,
) -> Result<Vec<Nomenklatur>, StoreError> {
    let sql = "SELECT kode, nama, kinerja, indikator, satuan FROM nomenklatur \
               WHERE pemda = $1 AND mulai = $2";
    let mut values: Vec<Value> = vec![pemda.into(), i64::from(mulai.get()).into()];
    let rows = match under {
        None => session.query(&format!("{sql} ORDER BY kode"), &values)?,
        Some(kode) => {
            // The slash is the letter after the point.
            values.extend([kode.into(), format!("{kode}.").as_str().into()]);
            values.push(format!("{kode}/").as_str().into());
            let sql = format!("{sql} AND (kode = $3 OR (kode > $4 AND kode < $5)) ORDER BY kode");
            session.query(&sql, &values)?
        }
    };
    let text = |it: Value| Some(it.into_cell()).filter(|it| !it.is_empty());
    let it = |row: Vec<Value>| {
        let [kode, nama, kinerja, indikator, satuan] = <[Value; 5]>::try_from(row).ok()?;
        Some(Nomenklatur {
            kode: KodeNomenklatur::parse(&kode.into_cell())?,
            nama: nama.into_cell(),
            kinerja: text(kinerja),
            indikator: text(indikator),
            satuan: text(satuan),
        })
    };
    Ok(rows.into_iter().filter_map(it).collect())
}

/// Takes a catalogue away and says what it was.
fn remove(
    session: &mut Session<'_>,
    pemda: i64,
    mulai: Tahun,
) -> Result<Option<String>, StoreError> {
    let key = [pemda.into(), i64::from(mulai.get()).into()];
    let sql = "SELECT dasar FROM katalog WHERE pemda = $1 AND mulai = $2";
    let Some(row) = session.query_one(sql, &key)? else { return Ok(None) };
    let lines = session.execute("DELETE FROM nomenklatur WHERE pemda = $1 AND mulai = $2", &key)?;
    session.execute("DELETE FROM katalog WHERE pemda = $1 AND mulai = $2", &key)?;
    let dasar = row.into_iter().next().map(Value::into_cell).unwrap_or_default();
    Ok(Some(words(&dasar, usize::try_from(lines).unwrap_or_default())))
}

/// What follows from the facts of these years is no longer what it was.
fn count_changes(session: &mut Session<'_>, pemda: i64, mulai: Tahun) -> Result<(), StoreError> {
    let sql = "UPDATE berkas SET versi = versi + 1 WHERE pemda = $1 AND tahun >= $2";
    session.execute(sql, &[pemda.into(), i64::from(mulai.get()).into()])?;
    Ok(())
}
