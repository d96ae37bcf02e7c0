//! The first start of an empty installation: whoever holds the link that the terminal prints founds the
//! pemda, and becomes its administrator.

use jiff::Timestamp;
use selaras_domain::{Code, JenisPemda, Pemda};

use crate::audit::{self, Pelaku, Perubahan};
use crate::berkas::pemda_id;
use crate::database::Store;
use crate::error::StoreError;
use crate::people::{
    LINK, Penugasan, Peran, SandiFault, StatusPenugasan, assignment_words, hashed,
    insert_assignment, insert_user, random_secret, secret_hash, strong, time,
};
use crate::sql::{Session, Value};

/// A pemda to found, with its first administrator.
#[derive(Clone, Debug)]
pub struct Pendirian {
    pub pemda: Pemda,
    pub akun: String,
    pub nama: String,
    pub sandi: String,
    /// The first day of the administrator.
    pub mulai: jiff::civil::Date,
}

impl Store {
    /// Whether there is a pemda yet.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn is_founded(&self) -> Result<bool, StoreError> {
        self.read(is_founded)
    }

    /// A pemda as documents name it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] where there is none of that number.
    pub fn pemda(&self, id: i64) -> Result<Pemda, StoreError> {
        let sql = "SELECT jenis, nama, provinsi FROM pemda WHERE id = $1";
        let found = self.read(|session| session.query_one(sql, &[id.into()]))?;
        let it = found.and_then(|row| {
            let [jenis, nama, provinsi] = <[Value; 3]>::try_from(row).ok()?.map(Value::into_cell);
            Some(Pemda { jenis: JenisPemda::from_code(&jenis)?, nama, provinsi })
        });
        it.ok_or_else(|| StoreError::Missing { what: "Pemda".to_owned() })
    }

    /// Every pemda that is kept here, as people call it, by its number.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn pemda_list(&self) -> Result<Vec<(i64, String)>, StoreError> {
        self.read(pemda_list)
    }

    /// The pemda of that name, with its kind or without; the only one where none is named.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] where there is none, [`StoreError::Ambiguous`] where several may be meant.
    pub fn pemda_named(&self, name: Option<&str>) -> Result<i64, StoreError> {
        let name = name.map(|it| it.trim().to_lowercase());
        self.read(|session| pemda_named(session, name.as_deref(), "Pemda"))
    }

    /// Makes a link that founds the first pemda, once and for two days. Nodes that start together print
    /// one each, and the first that is used ends the others. `None` where there is a pemda.
    ///
    /// # Errors
    ///
    /// Where the database cannot be used.
    pub fn founding_link(&self, now: Timestamp) -> Result<Option<String>, StoreError> {
        let secret = random_secret()?;
        let hash = secret_hash(&secret);
        let is_made = self.write(move |session| {
            if is_founded(session)? {
                return Ok(false);
            }
            session.execute("DELETE FROM penyalaan WHERE berlaku_sampai <= $1", &[time(now)])?;
            session.execute(
                "INSERT INTO penyalaan (hash, berlaku_sampai) VALUES ($1, $2)",
                &[hash.as_str().into(), time(now + LINK)],
            )?;
            Ok(true)
        })?;
        Ok(is_made.then_some(secret))
    }

    /// Whether a link still founds anything.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn may_found(&self, secret: &str, now: Timestamp) -> Result<bool, StoreError> {
        let hash = secret_hash(secret);
        self.read(|session| is_good(session, &hash, now))
    }

    /// Founds the pemda, with its administrator and the first entries of its trail.
    ///
    /// # Errors
    ///
    /// Where the database cannot be used. What is wrong with the link or the password is the result.
    pub fn found(
        &self,
        asal: &str,
        secret: &str,
        new: &Pendirian,
        now: Timestamp,
    ) -> Result<Result<(), SandiFault>, StoreError> {
        if !self.may_found(secret, now)? {
            return Ok(Err(SandiFault::Link));
        }
        let akun = new.akun.trim().to_lowercase();
        if let Err(fault) = strong(&new.sandi, &akun, &new.nama) {
            return Ok(Err(fault));
        }
        let (hash, sandi) = (secret_hash(secret), hashed(&new.sandi)?);
        let pelaku = Pelaku { nama: akun, asal: asal.to_owned(), waktu: now.to_string() };
        let new = new.clone();
        self.write(move |session| {
            // Two at once may hold the link; the row tells who came first.
            let is_ours = is_good(session, &hash, now)?;
            if !is_ours || session.execute("DELETE FROM penyalaan", &[])? == 0 {
                return Ok(Err(SandiFault::Link));
            }
            found(session, &pelaku, &new, &sandi)?;
            Ok(Ok(()))
        })
    }
}

fn found(
    session: &mut Session<'_>,
    pelaku: &Pelaku,
    new: &Pendirian,
    sandi: &str,
) -> Result<(), StoreError> {
    let (pemda, akun) = (pemda_id(session, &new.pemda)?, pelaku.nama.as_str());
    let mut head = audit::lock(session, pemda)?;
    insert_user(session, (pemda, 1), akun, &new.nama)?;
    session.execute(
        "UPDATE pengguna SET sandi = $1 WHERE pemda = $2 AND id = $3",
        &[sandi.into(), pemda.into(), 1_i64.into()],
    )?;
    let it = Penugasan {
        peran: Peran::Administrator,
        perangkat: None,
        status: StatusPenugasan::Definitif,
        mulai: new.mulai,
        sampai: None,
    };
    insert_assignment(session, (pemda, 1), 1, None, &it)?;
    let Pemda { jenis, nama, provinsi } = &new.pemda;
    let what = format!("{} {nama}, {provinsi}", jenis.code());
    let who = format!("{}; {}", new.nama, assignment_words(&it));
    let objek = format!("pengguna/{akun}");
    for (tindakan, objek, baru) in [("dirikan", "pemda", what), ("tambah", objek.as_str(), who)] {
        let it = Perubahan {
            tindakan,
            objek,
            lama: None,
            baru: Some(&baru),
            alasan: Some("penyalaan pertama"),
        };
        audit::append(session, &mut head, pelaku, &it)?;
    }
    Ok(())
}

fn is_founded(session: &mut Session<'_>) -> Result<bool, StoreError> {
    Ok(session.query_one("SELECT id FROM pemda LIMIT 1", &[])?.is_some())
}

/// As people call them: `Kota Dumai`.
pub(crate) fn pemda_list(session: &mut Session<'_>) -> Result<Vec<(i64, String)>, StoreError> {
    let rows = session.query("SELECT id, jenis, nama FROM pemda ORDER BY id", &[])?;
    let it = |row: Vec<Value>| {
        let [id, jenis, nama] = <[Value; 3]>::try_from(row).ok()?;
        let jenis = match JenisPemda::from_code(&jenis.into_cell())? {
            JenisPemda::Provinsi => "Provinsi",
            JenisPemda::Kabupaten => "Kabupaten",
            JenisPemda::Kota => "Kota",
        };
        Some((id.as_integer()?, format!("{jenis} {}", nama.into_cell())))
    };
    Ok(rows.into_iter().filter_map(it).collect())
}

/// The pemda of a name in small letters, or the only one; `what` needs it.
pub(crate) fn pemda_named(
    session: &mut Session<'_>,
    name: Option<&str>,
    what: &str,
) -> Result<i64, StoreError> {
    let all = pemda_list(session)?;
    let is_it = |called: &str| {
        let called = called.to_lowercase();
        let plain = called.split_once(' ').map(|(_, it)| it.to_owned());
        name.is_none_or(|it| it == called || Some(it) == plain.as_deref())
    };
    let found: Vec<&(i64, String)> = all.iter().filter(|(_, called)| is_it(called)).collect();
    match (&found[..], name) {
        ([(id, _)], _) => Ok(*id),
        ([], None) => Err(StoreError::Missing {
            what: "Pemda (dirikan lewat tautan dari `selaras serve`, atau isi dengan `selaras import`)"
                .to_owned(),
        }),
        ([], Some(name)) => Err(StoreError::Missing { what: format!("Pemda «{name}»") }),
        (several, _) => Err(StoreError::Ambiguous {
            what: what.to_owned(),
            pemda: several.iter().map(|(_, called)| called.clone()).collect(),
        }),
    }
}

fn is_good(session: &mut Session<'_>, hash: &str, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "SELECT hash FROM penyalaan WHERE hash = $1 AND berlaku_sampai > $2";
    let found = session.query_one(sql, &[hash.into(), time(now)])?;
    Ok(found.is_some() && !is_founded(session)?)
}
