//! Reports that somebody has had computed again: the document while it is read, and what came of it for a
//! while. Whichever node reads it, each shows how far it is.

use jiff::{SignedDuration, Timestamp};
use selaras_domain::Code;
use sha2::{Digest, Sha256};

use crate::audit::{self, Pelaku, Perubahan, hex};
use crate::berkas::BerkasRef;
use crate::database::Store;
use crate::error::StoreError;
use crate::people::{Pengguna, Peran, day_of, random_secret, time};
use crate::sql::{Session, Value};

/// How many a person has; the oldest goes first.
const KEPT: i64 = 16;
/// How long each is kept.
const AGE: SignedDuration = SignedDuration::from_hours(90 * 24);
/// Bytes of a row.
const PIECE: usize = 1 << 20;

/// How far the reading of a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusReviu {
    Berjalan,
    /// It cannot be read.
    Ditolak,
    Selesai,
}

impl Code for StatusReviu {
    const ALL: &'static [(StatusReviu, &'static str)] = &[
        (StatusReviu::Berjalan, "berjalan"),
        (StatusReviu::Ditolak, "ditolak"),
        (StatusReviu::Selesai, "selesai"),
    ];
}

/// A report that somebody sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviu {
    pub id: String,
    /// As the file was called where it came from.
    pub nama: String,
    /// SHA-256 of the document.
    pub hash: String,
    pub status: StatusReviu,
    /// How far it is, why it cannot be read, or what was found, in a few words.
    pub pesan: String,
    /// What the page shows of the result; only where one report is asked for.
    pub hasil: Option<String>,
    pub dibuat: Timestamp,
    /// When it last went on.
    pub diperbarui: Timestamp,
}

/// That somebody of the inspektorat has had a signed report computed again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Direviu {
    /// SHA-256 of the report.
    pub hash: String,
    pub akun: String,
    pub nama: String,
    /// RFC 3339, in UTC.
    pub waktu: String,
    /// Its result, for whoever sent it, as long as it is kept.
    pub reviu: Option<String>,
}

/// How the reading of a report has ended.
#[derive(Clone, Debug)]
pub struct ReviuEnded {
    pub pesan: String,
    /// What the page shows; absent where it cannot be read.
    pub hasil: Option<String>,
    /// The files made of it: `xlsx` and its bytes.
    pub files: Vec<(&'static str, Vec<u8>)>,
}

const DOCUMENT: &str = "dokumen";

impl Store {
    /// Takes a report that is going to be read, and gives its name.
    ///
    /// # Errors
    ///
    /// Where the database cannot be used.
    pub fn add_reviu(
        &self,
        pelaku: &Pelaku,
        pengguna: &Pengguna,
        (nama, bytes): (&str, &[u8]),
        now: Timestamp,
    ) -> Result<String, StoreError> {
        let id: String = random_secret()?.chars().take(32).collect();
        let (pelaku, place) = (pelaku.clone(), (pengguna.pemda, pengguna.id));
        let (nama, bytes, hash) = (nama.to_owned(), bytes.to_vec(), hex(&Sha256::digest(bytes)));
        let key = id.clone();
        self.write(move |session| {
            let (pemda, pengguna) = place;
            let mut head = audit::lock(session, pemda)?;
            session.execute(
                "INSERT INTO reviu (pemda, id, pengguna, nama, hash, status, pesan, dibuat, diperbarui) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
                &[
                    pemda.into(),
                    key.as_str().into(),
                    pengguna.into(),
                    nama.as_str().into(),
                    hash.as_str().into(),
                    StatusReviu::Berjalan.code().into(),
                    "menunggu".into(),
                    time(now),
                ],
            )?;
            keep(session, (pemda, &key), DOCUMENT, &bytes)?;
            forget_old(session, place, now)?;
            let it = Perubahan {
                tindakan: "reviu",
                objek: &format!("reviu/{key}"),
                lama: None,
                baru: Some(&format!("{nama}, sha256:{hash}")),
                alasan: None,
            };
            audit::append(session, &mut head, &pelaku, &it)
        })?;
        Ok(id)
    }

    /// The reports that a person sent, the newest first.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn reviu_of(&self, pengguna: &Pengguna) -> Result<Vec<Reviu>, StoreError> {
        let sql = "SELECT id, nama, hash, status, pesan, NULL, dibuat, diperbarui FROM reviu \
                   WHERE pemda = $1 AND pengguna = $2 ORDER BY dibuat DESC, id";
        let rows =
            self.read(|session| session.query(sql, &[pengguna.pemda.into(), pengguna.id.into()]))?;
        Ok(rows.into_iter().filter_map(reviu).collect())
    }

    /// Who of the inspektorat has reviewed the signed reports of a berkas, the last one first.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn direviu(&self, berkas: &BerkasRef) -> Result<Vec<Direviu>, StoreError> {
        let sql = "SELECT direviu.hash, pengguna.akun, pengguna.nama, direviu.waktu, reviu.id \
                   FROM direviu JOIN pengguna ON pengguna.pemda = direviu.pemda \
                   AND pengguna.id = direviu.pengguna \
                   LEFT JOIN reviu ON reviu.pemda = direviu.pemda AND reviu.id = direviu.reviu \
                   WHERE direviu.pemda = $1 AND direviu.hash IN (SELECT dokumen_sah.hash \
                   FROM dokumen_sah JOIN berkas ON berkas.pemda = dokumen_sah.pemda \
                   AND berkas.perangkat = dokumen_sah.perangkat \
                   AND berkas.tahun = dokumen_sah.tahun \
                   WHERE berkas.pemda = $1 AND berkas.id = $2) \
                   ORDER BY direviu.waktu DESC, pengguna.akun";
        let values = [berkas.pemda.into(), berkas.id.into()];
        let it = |row: Vec<Value>| {
            let [hash, akun, nama, waktu, reviu] =
                <[Value; 5]>::try_from(row).ok()?.map(Value::into_cell);
            let reviu = Some(reviu).filter(|it| !it.is_empty());
            Some(Direviu { hash, akun, nama, waktu, reviu })
        };
        let rows = self.read(|session| session.query(sql, &values))?;
        Ok(rows.into_iter().filter_map(it).collect())
    }

    /// A report that a person sent, with its result.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] where the person has sent none of that name, or it is no longer kept.
    pub fn reviu(&self, pengguna: &Pengguna, id: &str) -> Result<Reviu, StoreError> {
        let sql = "SELECT id, nama, hash, status, pesan, hasil, dibuat, diperbarui FROM reviu \
                   WHERE pemda = $1 AND pengguna = $2 AND id = $3";
        let values = [pengguna.pemda.into(), pengguna.id.into(), id.into()];
        let found = self.read(|session| session.query_one(sql, &values))?;
        found
            .and_then(reviu)
            .ok_or_else(|| StoreError::Missing { what: "Hasil reviu itu".to_owned() })
    }

    /// A file made of a report that a person sent; `None` where there is none of that kind.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn reviu_file(
        &self,
        pengguna: &Pengguna,
        id: &str,
        jenis: &str,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT isi FROM potongan_reviu JOIN reviu ON reviu.pemda = potongan_reviu.pemda \
                   AND reviu.id = potongan_reviu.reviu WHERE reviu.pemda = $1 \
                   AND reviu.pengguna = $2 AND reviu.id = $3 AND jenis = $4 ORDER BY nomor";
        let values = [pengguna.pemda.into(), pengguna.id.into(), id.into(), jenis.into()];
        let rows = self.read(|session| session.query(sql, &values))?;
        let is_there = !rows.is_empty();
        let bytes = rows.into_iter().flatten().flat_map(Value::into_bytes).collect();
        Ok(is_there.then_some(bytes))
    }

    /// The document of a report that has not been read to its end, to begin again.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] where it has been.
    pub fn reviu_document(&self, pengguna: &Pengguna, id: &str) -> Result<Vec<u8>, StoreError> {
        let found = self.reviu_file(pengguna, id, DOCUMENT)?;
        found.ok_or_else(|| StoreError::Missing { what: "Dokumen reviu itu".to_owned() })
    }

    /// Says how far the reading of a report is.
    ///
    /// # Errors
    ///
    /// Where the database cannot be used.
    pub fn note_reviu(
        &self,
        (pemda, id): (i64, &str),
        pesan: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (id, pesan) = (id.to_owned(), pesan.to_owned());
        self.write(move |session| {
            session.execute(
                "UPDATE reviu SET pesan = $1, diperbarui = $2 \
                 WHERE pemda = $3 AND id = $4 AND status = 'berjalan'",
                &[pesan.as_str().into(), time(now), pemda.into(), id.as_str().into()],
            )?;
            Ok(())
        })
    }

    /// Keeps what came of a report in the place of its document.
    ///
    /// # Errors
    ///
    /// Where the database cannot be used.
    pub fn end_reviu(
        &self,
        (pemda, id): (i64, &str),
        ended: ReviuEnded,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let id = id.to_owned();
        self.write(move |session| {
            let status =
                if ended.hasil.is_some() { StatusReviu::Selesai } else { StatusReviu::Ditolak };
            let n_ended = session.execute(
                "UPDATE reviu SET status = $1, pesan = $2, hasil = $3, diperbarui = $4 \
                 WHERE pemda = $5 AND id = $6 AND status = 'berjalan'",
                &[
                    status.code().into(),
                    ended.pesan.as_str().into(),
                    ended.hasil.as_deref().into(),
                    time(now),
                    pemda.into(),
                    id.as_str().into(),
                ],
            )?;
            if n_ended > 0 && status == StatusReviu::Selesai {
                note_reviewed(session, (pemda, &id), now)?;
            }
            // It went meanwhile, for its age, or another node that began again came first.
            if n_ended == 0 {
                return Ok(());
            }
            session.execute(
                "DELETE FROM potongan_reviu WHERE pemda = $1 AND reviu = $2",
                &[pemda.into(), id.as_str().into()],
            )?;
            for (jenis, bytes) in &ended.files {
                keep(session, (pemda, &id), jenis, bytes)?;
            }
            Ok(())
        })
    }
}

/// Keeps that the document was read to the end, where whoever sent it is of the inspektorat.
fn note_reviewed(
    session: &mut Session<'_>,
    (pemda, id): (i64, &str),
    now: Timestamp,
) -> Result<(), StoreError> {
    session.execute(
        "INSERT INTO direviu (pemda, hash, pengguna, reviu, waktu) \
         SELECT pemda, hash, pengguna, id, $1 FROM reviu WHERE pemda = $2 AND id = $3 \
         AND EXISTS (SELECT 1 FROM penugasan WHERE penugasan.pemda = reviu.pemda \
         AND penugasan.pengguna = reviu.pengguna AND peran = $4 AND mulai <= $5 \
         AND (sampai IS NULL OR sampai >= $5)) \
         ON CONFLICT (pemda, hash, pengguna) \
         DO UPDATE SET reviu = excluded.reviu, waktu = excluded.waktu",
        &[
            time(now),
            pemda.into(),
            id.into(),
            Peran::Inspektorat.code().into(),
            Value::text(day_of(now).to_string()),
        ],
    )?;
    Ok(())
}

fn keep(
    session: &mut Session<'_>,
    (pemda, id): (i64, &str),
    jenis: &str,
    bytes: &[u8],
) -> Result<(), StoreError> {
    let pieces = (0_i64..).zip(bytes.chunks(PIECE)).map(|(nomor, piece)| {
        vec![pemda.into(), id.into(), jenis.into(), nomor.into(), Value::Bytes(piece.to_vec())]
    });
    session.execute_many(
        "INSERT INTO potongan_reviu (pemda, reviu, jenis, nomor, isi) VALUES ($1, $2, $3, $4, $5)",
        pieces,
    )
}

/// Lets go of what is too old, and of what a person has too many of.
fn forget_old(
    session: &mut Session<'_>,
    (pemda, pengguna): (i64, i64),
    now: Timestamp,
) -> Result<(), StoreError> {
    session.execute(
        "DELETE FROM reviu WHERE pemda = $1 AND dibuat < $2",
        &[pemda.into(), time(now - AGE)],
    )?;
    session.execute(
        "DELETE FROM reviu WHERE pemda = $1 AND pengguna = $2 AND id NOT IN (SELECT id FROM reviu \
         WHERE pemda = $1 AND pengguna = $2 ORDER BY dibuat DESC, id LIMIT $3)",
        &[pemda.into(), pengguna.into(), KEPT.into()],
    )?;
    Ok(())
}

fn reviu(row: Vec<Value>) -> Option<Reviu> {
    let [id, nama, hash, status, pesan, hasil, dibuat, diperbarui] =
        <[Value; 8]>::try_from(row).ok()?.map(Value::into_cell);
    Some(Reviu {
        id,
        nama,
        hash,
        status: StatusReviu::from_code(&status)?,
        pesan,
        hasil: Some(hasil).filter(|it| !it.is_empty()),
        dibuat: dibuat.parse().ok()?,
        diperbarui: diperbarui.parse().ok()?,
    })
}
