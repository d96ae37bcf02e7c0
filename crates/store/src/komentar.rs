//! What people say to each other about a fact, a quarter or a text, until it is settled.

use crate::audit::{self, Pelaku, Perubahan};
use crate::berkas::{BerkasRef, next_id};
use crate::database::Store;
use crate::error::StoreError;
use crate::sql::{Session, Value};

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Komentar {
    pub id: i64,
    /// What it is about: `indikator/12` for a row of a table, `pengukuran/tw2`, `narasi/latar-belakang`.
    pub objek: String,
    pub isi: String,
    /// Name of whoever said it.
    pub penulis: String,
    pub waktu: String,
    /// Who settled it, and when.
    pub selesai: Option<(String, String)>,
}

impl Store {
    /// What was said about a berkas, oldest first.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn komentar(&self, berkas: &BerkasRef) -> Result<Vec<Komentar>, StoreError> {
        self.read(|session| select(session, berkas))
    }

    /// Says something.
    ///
    /// # Errors
    ///
    /// Where the database cannot be used.
    pub fn add_komentar(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        penulis: &str,
        (objek, isi): (&str, &str),
    ) -> Result<i64, StoreError> {
        let (pelaku, berkas, penulis) = (pelaku.clone(), berkas.clone(), penulis.to_owned());
        let (objek, isi) = (objek.to_owned(), isi.to_owned());
        self.write(move |session| {
            let mut head = audit::lock(session, berkas.pemda)?;
            let id = next_id(session, "komentar", berkas.pemda)?;
            session.execute(
                "INSERT INTO komentar (pemda, id, berkas, objek, isi, penulis, waktu) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                &[
                    berkas.pemda.into(),
                    id.into(),
                    berkas.id.into(),
                    objek.as_str().into(),
                    isi.as_str().into(),
                    penulis.as_str().into(),
                    pelaku.waktu.as_str().into(),
                ],
            )?;
            let it = Perubahan {
                tindakan: "komentar",
                objek: &format!("berkas/{}/{objek}", berkas.key),
                lama: None,
                baru: Some(&isi),
                alasan: None,
            };
            audit::append(session, &mut head, &pelaku, &it)?;
            Ok(id)
        })
    }

    /// Settles a remark, or opens it again.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] for a remark that the berkas does not have.
    pub fn settle_komentar(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        oleh: &str,
        (id, is_settled): (i64, bool),
    ) -> Result<Komentar, StoreError> {
        let (pelaku, berkas, oleh) = (pelaku.clone(), berkas.clone(), oleh.to_owned());
        self.write(move |session| {
            let mut head = audit::lock(session, berkas.pemda)?;
            let found = select(session, &berkas)?.into_iter().find(|it| it.id == id);
            let mut it =
                found.ok_or_else(|| StoreError::Missing { what: format!("Komentar {id}") })?;
            if it.selesai.is_some() == is_settled {
                return Ok(it);
            }
            it.selesai = is_settled.then(|| (oleh.clone(), pelaku.waktu.clone()));
            let (oleh, waktu) = match &it.selesai {
                Some((oleh, waktu)) => (oleh.as_str().into(), waktu.as_str().into()),
                None => (Value::Null, Value::Null),
            };
            session.execute(
                "UPDATE komentar SET selesai_oleh = $1, selesai_waktu = $2 \
                 WHERE pemda = $3 AND berkas = $4 AND id = $5",
                &[oleh, waktu, berkas.pemda.into(), berkas.id.into(), id.into()],
            )?;
            let entry = Perubahan {
                tindakan: if is_settled { "selesaikan" } else { "buka lagi" },
                objek: &format!("berkas/{}/{}", berkas.key, it.objek),
                lama: None,
                baru: Some(&it.isi),
                alasan: None,
            };
            audit::append(session, &mut head, &pelaku, &entry)?;
            Ok(it)
        })
    }
}

fn select(session: &mut Session<'_>, berkas: &BerkasRef) -> Result<Vec<Komentar>, StoreError> {
    let rows = session.query(
        "SELECT id, objek, isi, penulis, waktu, selesai_oleh, selesai_waktu FROM komentar \
         WHERE pemda = $1 AND berkas = $2 ORDER BY id",
        &[berkas.pemda.into(), berkas.id.into()],
    )?;
    let it = |row: Vec<Value>| {
        let [id, objek, isi, penulis, waktu, oleh, selesai] = <[Value; 7]>::try_from(row).ok()?;
        Some(Komentar {
            id: id.as_integer()?,
            objek: objek.into_cell(),
            isi: isi.into_cell(),
            penulis: penulis.into_cell(),
            waktu: waktu.into_cell(),
            selesai: match oleh {
                Value::Null => None,
                oleh => Some((oleh.into_cell(), selesai.into_cell())),
            },
        })
    };
    Ok(rows.into_iter().filter_map(it).collect())
}
