//! Electronic signatures under agreements: who signed as which party, and for which words.
//!
//! A signature here is an act of somebody who has signed in and given the password again; the trail
//! binds it. It is no certificate of a provider (`PSrE`), and documents do not claim one.

use jiff::civil::Date;
use selaras_domain::{Berkas, Code, Id, StatusPerjanjian};
use selaras_package::rows::to_rows;
use sha2::{Digest, Sha256};

use crate::audit::{self, Pelaku, Perubahan, hex};
use crate::berkas::{self, BerkasRef, Part, next_id};
use crate::database::Store;
use crate::edit::{RowChange, change_row};
use crate::error::StoreError;
use crate::sql::{Session, Value};

/// Which party signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pihak {
    Pertama,
    Kedua,
}

impl Code for Pihak {
    const ALL: &'static [(Pihak, &'static str)] =
        &[(Pihak::Pertama, "pertama"), (Pihak::Kedua, "kedua")];
}

/// Who signs what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTandaTangan {
    pub perjanjian: String,
    pub pihak: Pihak,
    /// The person and the post, as the agreement calls them.
    pub nama: String,
    pub jabatan: String,
    /// The day where the office is.
    pub tanggal: Date,
}

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TandaTangan {
    pub perjanjian: String,
    pub pihak: Pihak,
    pub akun: String,
    pub nama: String,
    pub jabatan: String,
    /// Whether the agreement still says what it said then.
    pub is_current: bool,
    pub waktu: String,
}

impl Store {
    /// The signatures under the agreements of a berkas, oldest first.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn tanda_tangan(&self, berkas: &BerkasRef) -> Result<Vec<TandaTangan>, StoreError> {
        self.read(|session| {
            let kept = select(session, berkas)?;
            // Most agreements are signed on paper, and need not be read to say so.
            if kept.is_empty() {
                return Ok(Vec::new());
            }
            let facts = agreements(session, berkas)?;
            let is_current = |it: &TandaTangan, isi: &str| digest(&facts, &it.perjanjian) == isi;
            let with_state = |(it, isi): (TandaTangan, String)| TandaTangan {
                is_current: is_current(&it, &isi),
                ..it
            };
            Ok(kept.into_iter().map(with_state).collect())
        })
    }

    /// Signs an agreement as one of its parties. With the last signature it is signed, on the day of
    /// that signature.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] for an agreement that is not there, [`StoreError::Step`] where it is
    /// signed already, by that party or on paper.
    pub fn sign_agreement(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        new: &NewTandaTangan,
    ) -> Result<(), StoreError> {
        let (pelaku, berkas, new) = (pelaku.clone(), berkas.clone(), new.clone());
        self.write(move |session| sign(session, &pelaku, &berkas, &new))
    }
}

fn sign(
    session: &mut Session<'_>,
    pelaku: &Pelaku,
    berkas: &BerkasRef,
    new: &NewTandaTangan,
) -> Result<(), StoreError> {
    let (perjanjian, pihak) = (new.perjanjian.as_str(), new.pihak);
    let mut head = audit::lock(session, berkas.pemda)?;
    let facts = agreements(session, berkas)?;
    let missing = || StoreError::Missing { what: format!("Perjanjian «{perjanjian}»") };
    let mut agreements = facts.perjanjian_kinerja.iter();
    let agreement = agreements.find(|it| it.id.as_str() == perjanjian).ok_or_else(missing)?;
    if matches!(agreement.status, StatusPerjanjian::Ditandatangani { .. }) {
        return Err(StoreError::Step { why: "Perjanjian ini sudah ditandatangani.".to_owned() });
    }
    let isi = digest(&facts, perjanjian);
    let signed: Vec<Pihak> = select(session, berkas)?
        .into_iter()
        .filter(|(it, of)| it.perjanjian == perjanjian && *of == isi)
        .map(|(it, _)| it.pihak)
        .collect();
    if signed.contains(&pihak) {
        let why = format!("Pihak {} sudah menandatangani perjanjian ini.", pihak.code());
        return Err(StoreError::Step { why });
    }
    let number = next_id(session, "tanda_tangan", berkas.pemda)?;
    session.execute(
        "INSERT INTO tanda_tangan (pemda, id, berkas, perjanjian, pihak, akun, nama, jabatan, isi, waktu) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[
            berkas.pemda.into(),
            number.into(),
            berkas.id.into(),
            perjanjian.into(),
            pihak.code().into(),
            pelaku.nama.as_str().into(),
            new.nama.as_str().into(),
            new.jabatan.as_str().into(),
            isi.as_str().into(),
            pelaku.waktu.as_str().into(),
        ],
    )?;
    let it = Perubahan {
        tindakan: "tanda tangan",
        objek: &format!("berkas/{}/perjanjian/{perjanjian}", berkas.key),
        lama: None,
        baru: Some(&format!("pihak {} ({}), sha256:{isi}", pihak.code(), new.jabatan)),
        alasan: None,
    };
    audit::append(session, &mut head, pelaku, &it)?;
    let is_complete = match pihak {
        Pihak::Kedua => signed.contains(&Pihak::Pertama),
        Pihak::Pertama => agreement.pihak_kedua.is_none() || signed.contains(&Pihak::Kedua),
    };
    if !is_complete {
        return Ok(());
    }
    let row = crate::edit::by_key(
        session,
        crate::edit::declared("perjanjian_kinerja")?,
        (berkas.pemda, berkas.id),
        &[("id".to_owned(), perjanjian.to_owned())],
    )?;
    let row = row.ok_or_else(missing)?;
    let change = RowChange {
        tabel: "perjanjian_kinerja".to_owned(),
        baris_ke: row.baris_ke,
        versi: row.versi,
        cells: vec![
            ("status".to_owned(), "ditandatangani".to_owned()),
            ("tanggal".to_owned(), new.tanggal.to_string()),
        ],
        alasan: Some("ditandatangani secara elektronik oleh semua pihak".to_owned()),
    };
    change_row(session, &mut head, (pelaku, berkas), &change).map(drop)
}

/// The facts that agreements are made of.
fn agreements(session: &mut Session<'_>, berkas: &BerkasRef) -> Result<Berkas, StoreError> {
    let part = Part::of(&["perjanjian_kinerja", "target", "pagu"]);
    berkas::load(session, (berkas.pemda, berkas.id), Some(&part))
}

/// SHA-256 of what an agreement says: its parties, its indicators with their targets, its pagu. How far
/// it has come is not part of it.
fn digest(facts: &Berkas, perjanjian: &str) -> String {
    let mut hasher = Sha256::new();
    let agreement = facts.perjanjian_kinerja.iter().find(|it| it.id.as_str() == perjanjian);
    let dokumen = agreement.map_or("", |it| it.dokumen.as_str());
    for list in to_rows(facts) {
        // How far the agreement has come changes with the signatures themselves.
        let (by, wanted, left_out): (&str, &str, &[&str]) = match list.table.name {
            "perjanjian_kinerja" => ("id", perjanjian, &["status", "tanggal"]),
            "target" | "pagu" => ("dokumen", dokumen, &[]),
            _ => continue,
        };
        let Some(at) = list.table.column_index(by) else { continue };
        for row in list.rows.iter().filter(|row| row[at] == wanted) {
            hasher.update(list.table.name);
            let columns = list.table.columns.iter().zip(row);
            for (column, cell) in columns.filter(|(it, _)| !left_out.contains(&it.name)) {
                hasher.update(column.name);
                hasher.update((cell.len() as u64).to_be_bytes());
                hasher.update(cell.as_bytes());
            }
        }
    }
    hex(&hasher.finalize())
}

fn select(
    session: &mut Session<'_>,
    berkas: &BerkasRef,
) -> Result<Vec<(TandaTangan, String)>, StoreError> {
    let rows = session.query(
        "SELECT perjanjian, pihak, akun, nama, jabatan, isi, waktu FROM tanda_tangan \
         WHERE pemda = $1 AND berkas = $2 ORDER BY id",
        &[berkas.pemda.into(), berkas.id.into()],
    )?;
    let it = |row: Vec<Value>| {
        let [perjanjian, pihak, akun, nama, jabatan, isi, waktu] =
            <[Value; 7]>::try_from(row).ok()?;
        let it = TandaTangan {
            perjanjian: perjanjian.into_cell(),
            pihak: Pihak::from_code(&pihak.into_cell())?,
            akun: akun.into_cell(),
            nama: nama.into_cell(),
            jabatan: jabatan.into_cell(),
            is_current: true,
            waktu: waktu.into_cell(),
        };
        Some((it, isi.into_cell()))
    };
    Ok(rows.into_iter().filter_map(it).collect())
}
