//! People: accounts, what they may do where and from when to when, and how they sign in.
//!
//! The clock is the caller's. Secrets are kept as hashes only: Argon2id for passwords, SHA-256 for
//! random tokens, which need no slow hash.

use std::collections::{BTreeMap, BTreeSet};

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use selaras_domain::Code;
use sha2::{Digest, Sha256};

use crate::audit::{self, Head, Pelaku, Perubahan, hex};
use crate::berkas::next_id;
use crate::database::Store;
use crate::error::StoreError;
use crate::pendirian::pemda_named;
use crate::perangkat::perangkat_of;
use crate::percobaan::{self, Counters};
use crate::sql::{Session, Value};

/// How long a link to choose a password can be used.
pub(crate) const LINK: SignedDuration = SignedDuration::from_hours(48);
/// How long a session lasts.
const SESSION: SignedDuration = SignedDuration::from_hours(12);
/// Letters of a password at least. NIST SP 800-63B asks for length, and against the guessable.
const PASSWORD_LENGTH: usize = 12;

/// What a person may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Peran {
    Administrator,
    Perencana,
    Kepala,
    Verifikator,
    Inspektorat,
    KepalaDaerah,
    Pegawai,
}

impl Peran {
    /// Every role with its code word.
    pub const ALL: [(Peran, &'static str); 7] = [
        (Peran::Administrator, "administrator"),
        (Peran::Perencana, "perencana"),
        (Peran::Kepala, "kepala"),
        (Peran::Verifikator, "verifikator"),
        (Peran::Inspektorat, "inspektorat"),
        (Peran::KepalaDaerah, "kepala_daerah"),
        (Peran::Pegawai, "pegawai"),
    ];

    pub fn code(self) -> &'static str {
        Peran::ALL.iter().find(|(it, _)| *it == self).map_or("", |(_, code)| code)
    }

    pub fn from_code(code: &str) -> Option<Peran> {
        Peran::ALL.iter().find(|(_, it)| *it == code).map(|(it, _)| *it)
    }

    /// Whether the role is held in one office, and not in the whole pemda.
    pub fn is_of_office(self) -> bool {
        matches!(self, Peran::Perencana | Peran::Kepala | Peran::Pegawai)
    }
}

/// How a role is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatusPenugasan {
    #[default]
    Definitif,
    /// Pelaksana tugas: in place of nobody.
    Plt,
    /// Pelaksana harian: in place of somebody who is away.
    Plh,
}

impl StatusPenugasan {
    pub fn code(self) -> &'static str {
        match self {
            StatusPenugasan::Definitif => "definitif",
            StatusPenugasan::Plt => "plt",
            StatusPenugasan::Plh => "plh",
        }
    }

    pub fn from_code(code: &str) -> Option<StatusPenugasan> {
        let all = [StatusPenugasan::Definitif, StatusPenugasan::Plt, StatusPenugasan::Plh];
        all.into_iter().find(|it| it.code() == code)
    }
}

/// A role that a person holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Penugasan {
    pub peran: Peran,
    /// Short name of the office; absent for the whole pemda.
    pub perangkat: Option<String>,
    pub status: StatusPenugasan,
    pub mulai: Date,
    /// The last day, where one is known.
    pub sampai: Option<Date>,
}

impl Penugasan {
    /// Whether the role is held on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.mulai <= day && self.sampai.is_none_or(|it| day <= it)
    }
}

/// A person with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pengguna {
    pub pemda: i64,
    pub id: i64,
    pub akun: String,
    pub nama: String,
    /// Whether a password has been chosen.
    pub has_sandi: bool,
    /// Until when wrong passwords keep the account locked, or did the last time.
    pub terkunci_sampai: Option<Timestamp>,
    pub berakhir: Option<Date>,
    pub penugasan: Vec<Penugasan>,
}

/// A person to add, with the roles that the person holds from the beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPengguna {
    pub akun: String,
    pub nama: String,
    pub penugasan: Vec<Penugasan>,
}

/// Somebody who was let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The secret of the session, for a cookie.
    pub secret: String,
    /// The last lock of the account, of which its owner has not been told before.
    pub dikunci: Option<Dikunci>,
}

/// When wrong passwords locked an account, and where the last of them came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dikunci {
    /// RFC 3339, in UTC.
    pub waktu: String,
    pub dari: String,
}

/// Why a person is not signed in. What is said does not tell whether the account exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInFault {
    /// No such account, no password yet, an account that has ended, or a wrong password.
    Wrong,
    /// Too many wrong passwords for that account, which need not exist, or from that address.
    Locked { until: Timestamp },
}

/// What is wrong with a password that somebody chose. Indonesian, for beside the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SandiFault {
    #[error(
        "Tautan ini sudah dipakai atau sudah tidak berlaku. Mintalah yang baru kepada administrator."
    )]
    Link,
    #[error("Sandi paling sedikit {PASSWORD_LENGTH} huruf; kalimat pendek lebih mudah diingat.")]
    Short,
    #[error("Sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan.")]
    Guessable,
}

/// Accounts and addresses that an administrator should look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diperhatikan {
    /// Account and name of whoever is locked out by wrong passwords.
    pub terkunci: Vec<(String, String)>,
    /// Network addresses that wrong passwords have shut out, and until when; of the whole installation,
    /// since whoever guesses has signed in nowhere.
    pub ditutup: Vec<(String, Timestamp)>,
    /// Accounts with which nobody can sign in yet.
    pub n_tanpa_sandi: i64,
}

impl Store {
    /// The accounts of a pemda, and the addresses, that an administrator should look at.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn diperhatikan(&self, pemda: i64, now: Timestamp) -> Result<Diperhatikan, StoreError> {
        let values: [Value; 3] = [time(now), pemda.into(), Value::text(day_of(now).to_string())];
        let open = "pemda = $2 AND (berakhir IS NULL OR berakhir > $3)";
        self.read(|session| {
            // One look at everybody; names are read where there are any.
            let counts = format!(
                "SELECT SUM(CASE WHEN sandi IS NULL THEN 1 ELSE 0 END), \
                 SUM(CASE WHEN terkunci_sampai > $1 THEN 1 ELSE 0 END) FROM pengguna WHERE {open}"
            );
            let counted = session.query_one(&counts, &values)?.unwrap_or_default();
            let count = |at: usize| counted.get(at).and_then(Value::as_integer).unwrap_or_default();
            let terkunci = match count(1) {
                0 => Vec::new(),
                _ => {
                    let locked = "SELECT akun, nama FROM pengguna WHERE terkunci_sampai > $1";
                    pairs(session.query(&format!("{locked} AND {open} ORDER BY akun"), &values)?)
                }
            };
            let ditutup = percobaan::shut_addresses(session, now)?;
            Ok(Diperhatikan { terkunci, ditutup, n_tanpa_sandi: count(0) })
        })
    }

    /// The names of people by their accounts; accounts that are none have no name.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn names(
        &self,
        pemda: i64,
        akun: &BTreeSet<&str>,
    ) -> Result<BTreeMap<String, String>, StoreError> {
        if akun.is_empty() {
            return Ok(BTreeMap::new());
        }
        let places: Vec<String> = (2..akun.len() + 2).map(|it| format!("${it}")).collect();
        let sql = format!(
            "SELECT akun, nama FROM pengguna WHERE pemda = $1 AND akun IN ({})",
            places.join(", ")
        );
        let values: Vec<Value> =
            std::iter::once(pemda.into()).chain(akun.iter().map(|it| (*it).into())).collect();
        Ok(pairs(self.read(|session| session.query(&sql, &values))?).into_iter().collect())
    }

    /// Everybody with an account, by name of the account.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn users(&self) -> Result<Vec<Pengguna>, StoreError> {
        self.read(users)
    }

    /// Makes an account in a pemda; where none is named, in the only one of the installation.
    ///
    /// # Errors
    ///
    /// [`StoreError::Exists`] for an account of that name, [`StoreError::Missing`] where there is no
    /// pemda yet, [`StoreError::Ambiguous`] where there are several.
    pub fn add_user(
        &self,
        pelaku: &Pelaku,
        pemda: Option<i64>,
        akun: &str,
        nama: &str,
    ) -> Result<(), StoreError> {
        let (pelaku, akun, nama) = (pelaku.clone(), akun.trim().to_lowercase(), nama.to_owned());
        self.write(move |session| {
            let pemda = pemda.map_or_else(|| only_pemda(session), Ok)?;
            let mut head = audit::lock(session, pemda)?;
            let id = next_id(session, "pengguna", pemda)?;
            insert_user(session, (pemda, id), &akun, &nama)?;
            let it = Perubahan {
                tindakan: "tambah",
                objek: &format!("pengguna/{akun}"),
                lama: None,
                baru: Some(&nama),
                alasan: None,
            };
            audit::append(session, &mut head, &pelaku, &it)
        })
    }

    /// Makes many accounts with their roles in the only pemda of the installation, all or none, each
    /// with one entry of the trail: a city moves in at once.
    ///
    /// # Errors
    ///
    /// As [`Store::add_user`] and [`Store::assign`], for the first person who cannot be added.
    pub fn add_people(&self, pelaku: &Pelaku, people: Vec<NewPengguna>) -> Result<(), StoreError> {
        let pelaku = pelaku.clone();
        self.write(move |session| {
            let pemda = only_pemda(session)?;
            people_in(session, &pelaku, pemda, (&people, false))
        })
    }

    /// The same in one pemda, where an account that is there already only gets the roles.
    ///
    /// # Errors
    ///
    /// As [`Store::add_people`]; [`StoreError::Exists`] for an account of another pemda.
    pub fn extend_people(
        &self,
        pelaku: &Pelaku,
        pemda: i64,
        people: Vec<NewPengguna>,
    ) -> Result<(), StoreError> {
        let pelaku = pelaku.clone();
        self.write(move |session| people_in(session, &pelaku, pemda, (&people, true)))
    }

    /// Gives a person a role.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] for an account or an office that is not there.
    pub fn assign(
        &self,
        pelaku: &Pelaku,
        akun: &str,
        it: Penugasan,
        alasan: Option<&str>,
    ) -> Result<(), StoreError> {
        let (pelaku, akun) = (pelaku.clone(), akun.to_owned());
        let alasan = alasan.map(str::to_owned);
        self.write(move |session| {
            let pengguna = required(session, &akun)?;
            let pemda = pengguna.pemda;
            let mut head = audit::lock(session, pemda)?;
            let perangkat = office_of(session, pemda, &it)?;
            let id = next_id(session, "penugasan", pemda)?;
            insert_assignment(session, (pemda, id), pengguna.id, perangkat, &it)?;
            let perubahan = Perubahan {
                tindakan: "tugaskan",
                objek: &format!("pengguna/{akun}"),
                lama: None,
                baru: Some(&assignment_words(&it)),
                alasan: alasan.as_deref(),
            };
            audit::append(session, &mut head, &pelaku, &perubahan)
        })
    }

    /// Ends a role that a person holds, or says until when it is held: somebody has moved on.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] for a person who does not hold it.
    pub fn end_assignment(
        &self,
        pelaku: &Pelaku,
        akun: &str,
        it: Penugasan,
        sampai: Date,
        alasan: Option<&str>,
    ) -> Result<(), StoreError> {
        let (pelaku, akun) = (pelaku.clone(), akun.to_owned());
        let alasan = alasan.map(str::to_owned);
        self.write(move |session| {
            let pengguna = required(session, &akun)?;
            let mut head = audit::lock(session, pengguna.pemda)?;
            let ids = session.query(
                "SELECT id FROM penugasan WHERE pemda = $1 AND pengguna = $2 ORDER BY id",
                &[pengguna.pemda.into(), pengguna.id.into()],
            )?;
            // Both are in the order of their numbers.
            let held = pengguna.penugasan.iter().zip(&ids).find(|(own, _)| **own == it);
            let id = held.and_then(|(_, row)| row.first()?.as_integer());
            let id = id.ok_or_else(|| StoreError::Missing {
                what: format!("Peran {} pada akun {akun}", it.peran.code()),
            })?;
            session.execute(
                "UPDATE penugasan SET sampai = $1 WHERE pemda = $2 AND id = $3",
                &[Value::text(sampai.to_string()), pengguna.pemda.into(), id.into()],
            )?;
            let new = Penugasan { sampai: Some(sampai), ..it.clone() };
            let perubahan = Perubahan {
                tindakan: "akhiri",
                objek: &format!("pengguna/{akun}"),
                lama: Some(&assignment_words(&it)),
                baru: Some(&assignment_words(&new)),
                alasan: alasan.as_deref(),
            };
            audit::append(session, &mut head, &pelaku, &perubahan)
        })
    }

    /// Ends an account on a day: from then on neither a password nor an open session lets it in.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] for an account that is not there.
    pub fn end_user(
        &self,
        pelaku: &Pelaku,
        akun: &str,
        day: Date,
        alasan: Option<&str>,
    ) -> Result<(), StoreError> {
        let (pelaku, akun) = (pelaku.clone(), akun.to_owned());
        let alasan = alasan.map(str::to_owned);
        self.write(move |session| {
            let pengguna = required(session, &akun)?;
            let mut head = audit::lock(session, pengguna.pemda)?;
            session.execute(
                "UPDATE pengguna SET berakhir = $1 WHERE pemda = $2 AND id = $3",
                &[Value::text(day.to_string()), pengguna.pemda.into(), pengguna.id.into()],
            )?;
            let lama = pengguna.berakhir.map(|it| it.to_string());
            let it = Perubahan {
                tindakan: "akhiri",
                objek: &format!("pengguna/{akun}"),
                lama: lama.as_deref(),
                baru: Some(&day.to_string()),
                alasan: alasan.as_deref(),
            };
            audit::append(session, &mut head, &pelaku, &it)
        })
    }

    /// Makes a link with which a person chooses a password, once and for two days. Earlier links of
    /// the person can no longer be used.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] for an account that is not there.
    pub fn password_link(
        &self,
        pelaku: &Pelaku,
        akun: &str,
        alasan: Option<&str>,
        now: Timestamp,
    ) -> Result<String, StoreError> {
        let (pelaku, akun, secret) = (pelaku.clone(), akun.to_owned(), random_secret()?);
        let alasan = alasan.map(str::to_owned);
        let hash = secret_hash(&secret);
        self.write(move |session| {
            let pengguna = required(session, &akun)?;
            let mut head = audit::lock(session, pengguna.pemda)?;
            session.execute(
                "DELETE FROM tautan_sandi WHERE pemda = $1 AND pengguna = $2",
                &[pengguna.pemda.into(), pengguna.id.into()],
            )?;
            session.execute(
                "INSERT INTO tautan_sandi (pemda, hash, pengguna, berlaku_sampai) \
                 VALUES ($1, $2, $3, $4)",
                &[
                    pengguna.pemda.into(),
                    hash.as_str().into(),
                    pengguna.id.into(),
                    time(now + LINK),
                ],
            )?;
            let it = Perubahan {
                tindakan: "buat tautan sandi",
                objek: &format!("pengguna/{akun}"),
                lama: None,
                baru: None,
                alasan: alasan.as_deref(),
            };
            audit::append(session, &mut head, &pelaku, &it)
        })?;
        Ok(secret)
    }

    /// Takes the password that a person has chosen over a link. Every session of the person ends,
    /// and a lock is lifted.
    ///
    /// # Errors
    ///
    /// Where the database cannot be used. What is wrong with the password is the result.
    pub fn choose_password(
        &self,
        asal: &str,
        secret: &str,
        password: &str,
        now: Timestamp,
    ) -> Result<Result<(), SandiFault>, StoreError> {
        let hash = secret_hash(secret);
        let found = self.read(|session| of_link(session, &hash, now))?;
        let Some(pengguna) = found else { return Ok(Err(SandiFault::Link)) };
        if let Err(fault) = strong(password, &pengguna.akun, &pengguna.nama) {
            return Ok(Err(fault));
        }
        let sandi = hashed(password)?;
        let asal = asal.to_owned();
        self.write(move |session| {
            // Two at once may hold the link; the row tells who came first.
            let Some(pengguna) = of_link(session, &hash, now)? else {
                return Ok(Err(SandiFault::Link));
            };
            let mut head = audit::lock(session, pengguna.pemda)?;
            let place: [Value; 2] = [pengguna.pemda.into(), pengguna.id.into()];
            let used = session.execute(
                "DELETE FROM tautan_sandi WHERE pemda = $1 AND hash = $2",
                &[pengguna.pemda.into(), hash.as_str().into()],
            )?;
            if used == 0 {
                return Ok(Err(SandiFault::Link));
            }
            let values = [&[Value::text(sandi.as_str())][..], &place].concat();
            session.execute(
                "UPDATE pengguna SET sandi = $1, terkunci_sampai = NULL \
                 WHERE pemda = $2 AND id = $3",
                &values,
            )?;
            percobaan::forget(session, &pengguna.akun, now)?;
            session.execute("DELETE FROM sesi WHERE pemda = $1 AND pengguna = $2", &place)?;
            let what = if pengguna.has_sandi { "ganti sandi" } else { "pilih sandi" };
            note(session, &mut head, &pengguna, (what, &asal, now), (None, None))?;
            Ok(Ok(()))
        })
    }

    /// Signs a person in. Five wrong passwords in a row lock an account for a quarter of an hour, and
    /// many from one address that address. The trail notes who came in, the first wrong password of a
    /// row, and each lock: however long somebody guesses, it grows by little.
    ///
    /// # Errors
    ///
    /// Where the database cannot be used. A person who is not let in is the result.
    pub fn sign_in(
        &self,
        asal: &str,
        akun: &str,
        password: &str,
        now: Timestamp,
    ) -> Result<Result<SignedIn, SignInFault>, StoreError> {
        let knock = match self.knock(asal, akun, password, now)? {
            Ok(knock) => knock,
            Err(fault) => return Ok(Err(fault)),
        };
        let (asal, secret) = (asal.to_owned(), random_secret()?);
        let hash = secret_hash(&secret);
        self.write(move |session| match &knock {
            Knock { pengguna: Some(pengguna), is_right: true, .. } => {
                let dikunci = begin_session(session, pengguna, (&hash, &asal, now), None)?;
                Ok(Ok(SignedIn { secret: secret.clone(), dikunci }))
            }
            knock => count_failure(session, knock, &asal, now).map(Err),
        })
    }

    /// Tries a password at the door, or says that it is shut.
    fn knock(
        &self,
        asal: &str,
        akun: &str,
        password: &str,
        now: Timestamp,
    ) -> Result<Result<Knock, SignInFault>, StoreError> {
        let akun = akun.trim().to_lowercase();
        let counters = Counters::of(&akun, asal);
        let (until, found) = self.read(|session| {
            let until = counters.shut_until(session, now)?;
            let Some(pengguna) = find(session, &akun)? else { return Ok((until, None)) };
            let sandi = session.query_one(
                "SELECT sandi FROM pengguna WHERE pemda = $1 AND id = $2",
                &[pengguna.pemda.into(), pengguna.id.into()],
            )?;
            let sandi = sandi.and_then(|it| it.into_iter().next()).unwrap_or(Value::Null);
            Ok((until, Some((pengguna, sandi.into_cell()))))
        })?;
        // As much work for an account that is not there, or locked, so that time does not tell.
        let sandi = found.as_ref().map_or(NOBODY, |(_, sandi)| sandi.as_str());
        let is_right = verifies(password, if sandi.is_empty() { NOBODY } else { sandi });
        if let Some(until) = until {
            return Ok(Err(SignInFault::Locked { until }));
        }
        let is_over = |it: &Pengguna| it.berakhir.is_some_and(|day| day <= day_of(now));
        let pengguna = found.map(|(it, _)| it).filter(|it| !is_over(it));
        Ok(Ok(Knock { counters, pengguna, is_right }))
    }

    /// Whether a person who has signed in gives the right password again, before something that counts
    /// as their signature. Wrong ones count as they do at the door.
    ///
    /// # Errors
    ///
    /// Where the database cannot be used.
    pub fn confirm(
        &self,
        asal: &str,
        akun: &str,
        password: &str,
        now: Timestamp,
    ) -> Result<Result<(), SignInFault>, StoreError> {
        let knock = match self.knock(asal, akun, password, now)? {
            Ok(knock) if knock.is_right && knock.pengguna.is_some() => return Ok(Ok(())),
            Ok(knock) => knock,
            Err(fault) => return Ok(Err(fault)),
        };
        let asal = asal.to_owned();
        let fault = self.write(move |session| count_failure(session, &knock, &asal, now))?;
        Ok(Err(fault))
    }

    /// Begins a session for a person without asking for a password: for the demo, and nothing else.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] for an account that is not there.
    pub fn enter(&self, asal: &str, akun: &str, now: Timestamp) -> Result<String, StoreError> {
        let (asal, akun, secret) = (asal.to_owned(), akun.to_owned(), random_secret()?);
        let hash = secret_hash(&secret);
        self.write(move |session| {
            let pengguna = required(session, &akun)?;
            let alasan = Some("peragaan, tanpa sandi");
            begin_session(session, &pengguna, (&hash, &asal, now), alasan).map(drop)
        })?;
        Ok(secret)
    }

    /// The person of a session that has not ended.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn signed_in(&self, secret: &str, now: Timestamp) -> Result<Option<Pengguna>, StoreError> {
        let hash = secret_hash(secret);
        self.read(|session| of_session(session, &hash, now))
    }

    /// Ends a session.
    ///
    /// # Errors
    ///
    /// Where the database cannot be used.
    pub fn sign_out(&self, asal: &str, secret: &str, now: Timestamp) -> Result<(), StoreError> {
        let (asal, hash) = (asal.to_owned(), secret_hash(secret));
        self.write(move |session| {
            let Some(pengguna) = of_session(session, &hash, now)? else { return Ok(()) };
            let mut head = audit::lock(session, pengguna.pemda)?;
            session.execute("DELETE FROM sesi WHERE hash = $1", &[hash.as_str().into()])?;
            note(session, &mut head, &pengguna, ("keluar", &asal, now), (None, None))
        })
    }
}

/// What a program may do with a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cakupan {
    Baca,
    Tulis,
}

impl Code for Cakupan {
    const ALL: &'static [(Cakupan, &'static str)] =
        &[(Cakupan::Baca, "baca"), (Cakupan::Tulis, "tulis")];
}

/// A token of a person, without its secret, which nobody sees again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub id: i64,
    pub nama: String,
    pub cakupan: Cakupan,
    pub dibuat: Timestamp,
    pub berlaku_sampai: Timestamp,
}

impl Store {
    /// Makes a token with which a program acts for a person, and gives its secret.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] for an account that is not there.
    pub fn add_token(
        &self,
        pelaku: &Pelaku,
        akun: &str,
        (nama, cakupan): (&str, Cakupan),
        (now, until): (Timestamp, Timestamp),
    ) -> Result<String, StoreError> {
        let (pelaku, akun, nama) = (pelaku.clone(), akun.to_owned(), nama.to_owned());
        let secret = format!("slr_{}", random_secret()?);
        let hash = secret_hash(&secret);
        self.write(move |session| {
            let pengguna = required(session, &akun)?;
            let mut head = audit::lock(session, pengguna.pemda)?;
            let id = next_id(session, "token", pengguna.pemda)?;
            session.execute(
                "INSERT INTO token (pemda, id, hash, pengguna, nama, cakupan, dibuat, \
                 berlaku_sampai) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                &[
                    pengguna.pemda.into(),
                    id.into(),
                    hash.as_str().into(),
                    pengguna.id.into(),
                    nama.as_str().into(),
                    cakupan.code().into(),
                    time(now),
                    time(until),
                ],
            )?;
            let it = Perubahan {
                tindakan: "buat token",
                objek: &format!("pengguna/{akun}/token/{id}"),
                lama: None,
                baru: Some(&format!("{nama}, {}, sampai {until}", cakupan.code())),
                alasan: None,
            };
            audit::append(session, &mut head, &pelaku, &it)
        })?;
        Ok(secret)
    }

    /// The tokens of a person, oldest first.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn tokens(&self, pengguna: &Pengguna) -> Result<Vec<Token>, StoreError> {
        let sql = "SELECT id, nama, cakupan, dibuat, berlaku_sampai FROM token \
                   WHERE pemda = $1 AND pengguna = $2 ORDER BY id";
        let values = [pengguna.pemda.into(), pengguna.id.into()];
        let it = |row: Vec<Value>| {
            let [id, nama, cakupan, dibuat, sampai] = <[Value; 5]>::try_from(row).ok()?;
            Some(Token {
                id: id.as_integer()?,
                nama: nama.into_cell(),
                cakupan: Cakupan::from_code(&cakupan.into_cell())?,
                dibuat: dibuat.into_cell().parse().ok()?,
                berlaku_sampai: sampai.into_cell().parse().ok()?,
            })
        };
        Ok(self.read(|session| session.query(sql, &values))?.into_iter().filter_map(it).collect())
    }

    /// Takes a token away: the program that has it can no longer use it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] where the person has no such token.
    pub fn remove_token(
        &self,
        pelaku: &Pelaku,
        pengguna: &Pengguna,
        id: i64,
    ) -> Result<(), StoreError> {
        let (pelaku, pengguna) = (pelaku.clone(), pengguna.clone());
        self.write(move |session| {
            let mut head = audit::lock(session, pengguna.pemda)?;
            let n_removed = session.execute(
                "DELETE FROM token WHERE pemda = $1 AND pengguna = $2 AND id = $3",
                &[pengguna.pemda.into(), pengguna.id.into(), id.into()],
            )?;
            if n_removed == 0 {
                return Err(StoreError::Missing { what: format!("Token {id}") });
            }
            let it = Perubahan {
                tindakan: "cabut token",
                objek: &format!("pengguna/{}/token/{id}", pengguna.akun),
                lama: None,
                baru: None,
                alasan: None,
            };
            audit::append(session, &mut head, &pelaku, &it)
        })
    }

    /// The person that a token acts for, and what it may do; `None` for one that is not or no longer
    /// good.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn of_token(
        &self,
        secret: &str,
        now: Timestamp,
    ) -> Result<Option<(Pengguna, Cakupan)>, StoreError> {
        let hash = secret_hash(secret);
        self.read(|session| {
            let found = session.query_one(
                "SELECT pengguna.akun, token.cakupan FROM token \
                 JOIN pengguna ON pengguna.pemda = token.pemda AND pengguna.id = token.pengguna \
                 WHERE token.hash = $1 AND token.berlaku_sampai > $2",
                &[hash.as_str().into(), time(now)],
            )?;
            let Some(Ok([akun, cakupan])) = found.map(<[Value; 2]>::try_from) else {
                return Ok(None);
            };
            let pengguna = find(session, &akun.into_cell())?;
            let pengguna = pengguna.filter(|it| it.berakhir.is_none_or(|day| day_of(now) < day));
            Ok(pengguna.zip(Cakupan::from_code(&cakupan.into_cell())))
        })
    }
}

/// The hash of a password that nobody has, of the same cost as those of people.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2VsYXJhc3NlbGFyYXM$\
                      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Writes an account that is not there yet.
pub(crate) fn insert_user(
    session: &mut Session<'_>,
    (pemda, id): (i64, i64),
    akun: &str,
    nama: &str,
) -> Result<(), StoreError> {
    if find(session, akun)?.is_some() {
        return Err(StoreError::Exists { what: format!("Akun «{akun}»") });
    }
    session.execute(
        "INSERT INTO pengguna (pemda, id, akun, nama) VALUES ($1, $2, $3, $4)",
        &[pemda.into(), id.into(), akun.into(), nama.into()],
    )?;
    Ok(())
}

/// Makes accounts with their roles, each with an entry of the trail; where `may_exist`, gives the roles
/// to accounts that are there.
fn people_in(
    session: &mut Session<'_>,
    pelaku: &Pelaku,
    pemda: i64,
    (people, may_exist): (&[NewPengguna], bool),
) -> Result<(), StoreError> {
    let mut head = audit::lock(session, pemda)?;
    let mut next = next_id(session, "pengguna", pemda)?;
    let mut penugasan = next_id(session, "penugasan", pemda)?;
    // Few offices for many people: each is looked up once.
    let mut offices: BTreeMap<&str, i64> = BTreeMap::new();
    for person in people {
        let akun = person.akun.trim().to_lowercase();
        let found = if may_exist { find(session, &akun)? } else { None };
        let found = found.filter(|it| it.pemda == pemda).map(|it| it.id);
        let pengguna = match found {
            Some(id) => id,
            None => {
                insert_user(session, (pemda, next), &akun, &person.nama)?;
                next += 1;
                next - 1
            }
        };
        let mut baru = match found {
            Some(_) => Vec::new(),
            None => vec![person.nama.clone()],
        };
        for it in &person.penugasan {
            let known = it.perangkat.as_deref().and_then(|nama| offices.get(nama).copied());
            let perangkat = match known {
                Some(id) => Some(id),
                None => office_of(session, pemda, it)?,
            };
            if let (Some(nama), Some(id)) = (&it.perangkat, perangkat) {
                offices.insert(nama, id);
            }
            insert_assignment(session, (pemda, penugasan), pengguna, perangkat, it)?;
            penugasan += 1;
            baru.push(assignment_words(it));
        }
        let it = Perubahan {
            tindakan: if found.is_some() { "tugaskan" } else { "tambah" },
            objek: &format!("pengguna/{akun}"),
            lama: None,
            baru: Some(&baru.join("; ")),
            alasan: None,
        };
        audit::append(session, &mut head, pelaku, &it)?;
    }
    Ok(())
}

/// The office in which a role is held; `None` for the whole pemda.
fn office_of(
    session: &mut Session<'_>,
    pemda: i64,
    it: &Penugasan,
) -> Result<Option<i64>, StoreError> {
    match &it.perangkat {
        Some(nama) => {
            let found = perangkat_of(session, pemda, nama)?;
            let missing = || StoreError::Missing { what: format!("Perangkat daerah «{nama}»") };
            found.map(Some).ok_or_else(missing)
        }
        None if it.peran.is_of_office() => {
            let what = format!("Perangkat daerah untuk peran {}", it.peran.code());
            Err(StoreError::Missing { what })
        }
        None => Ok(None),
    }
}

pub(crate) fn insert_assignment(
    session: &mut Session<'_>,
    (pemda, id): (i64, i64),
    pengguna: i64,
    perangkat: Option<i64>,
    it: &Penugasan,
) -> Result<(), StoreError> {
    session.execute(
        "INSERT INTO penugasan (pemda, id, pengguna, peran, perangkat, status, mulai, sampai) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            pemda.into(),
            id.into(),
            pengguna.into(),
            it.peran.code().into(),
            perangkat.map_or(Value::Null, Value::from),
            it.status.code().into(),
            Value::text(it.mulai.to_string()),
            it.sampai.map_or(Value::Null, |it| Value::text(it.to_string())),
        ],
    )?;
    Ok(())
}

/// A role as the trail keeps it.
pub(crate) fn assignment_words(it: &Penugasan) -> String {
    format!(
        "{} {} {} sejak {}{}",
        it.status.code(),
        it.peran.code(),
        it.perangkat.as_deref().unwrap_or("seluruh pemda"),
        it.mulai,
        it.sampai.map(|it| format!(" sampai {it}")).unwrap_or_default()
    )
}

/// The person of a session that has not ended.
fn of_session(
    session: &mut Session<'_>,
    hash: &str,
    now: Timestamp,
) -> Result<Option<Pengguna>, StoreError> {
    let found = session.query_one(
        "SELECT pengguna.akun FROM sesi JOIN pengguna ON pengguna.pemda = sesi.pemda \
         AND pengguna.id = sesi.pengguna WHERE sesi.hash = $1 AND sesi.berlaku_sampai > $2",
        &[hash.into(), time(now)],
    )?;
    let Some(akun) = found.and_then(|it| it.into_iter().next()) else { return Ok(None) };
    let pengguna = find(session, &akun.into_cell())?;
    Ok(pengguna.filter(|it| it.berakhir.is_none_or(|day| day_of(now) < day)))
}

/// Notes what a person does with the own account: what, from where, and when.
fn note(
    session: &mut Session<'_>,
    head: &mut Head,
    pengguna: &Pengguna,
    (tindakan, asal, now): (&str, &str, Timestamp),
    (baru, alasan): (Option<&str>, Option<&str>),
) -> Result<(), StoreError> {
    let pelaku =
        Pelaku { nama: pengguna.akun.clone(), asal: asal.to_owned(), waktu: now.to_string() };
    let objek = format!("pengguna/{}", pengguna.akun);
    let it = Perubahan { tindakan, objek: &objek, lama: None, baru, alasan };
    audit::append(session, head, &pelaku, &it)
}

/// Begins a session, and gives the lock of which the person has not been told.
fn begin_session(
    session: &mut Session<'_>,
    pengguna: &Pengguna,
    (hash, asal, now): (&str, &str, Timestamp),
    alasan: Option<&str>,
) -> Result<Option<Dikunci>, StoreError> {
    let mut head = audit::lock(session, pengguna.pemda)?;
    let place: [Value; 2] = [pengguna.pemda.into(), pengguna.id.into()];
    session.execute("DELETE FROM sesi WHERE berlaku_sampai <= $1", &[time(now)])?;
    let n_wrong = percobaan::forget(session, &pengguna.akun, now)?;
    let sql = "SELECT dikunci_waktu, dikunci_dari FROM pengguna WHERE pemda = $1 AND id = $2 \
               AND dikunci_waktu IS NOT NULL";
    let dikunci = session.query_one(sql, &place)?.and_then(|row| {
        let [waktu, dari] = <[Value; 2]>::try_from(row).ok()?.map(Value::into_cell);
        Some(Dikunci { waktu, dari })
    });
    if dikunci.is_some() {
        session.execute(
            "UPDATE pengguna SET dikunci_waktu = NULL, dikunci_dari = NULL \
             WHERE pemda = $1 AND id = $2",
            &place,
        )?;
    }
    session.execute(
        "INSERT INTO sesi (pemda, hash, pengguna, berlaku_sampai) VALUES ($1, $2, $3, $4)",
        &[pengguna.pemda.into(), hash.into(), pengguna.id.into(), time(now + SESSION)],
    )?;
    let after = (n_wrong > 0).then(|| format!("sesudah {n_wrong} sandi salah"));
    let alasan = alasan.or(after.as_deref());
    note(session, &mut head, pengguna, ("masuk", asal, now), (None, alasan))?;
    Ok(dikunci)
}

/// Somebody at the door, which is not shut.
struct Knock {
    counters: Counters,
    /// Whose account it is, where there is one that has not ended.
    pengguna: Option<Pengguna>,
    is_right: bool,
}

fn count_failure(
    session: &mut Session<'_>,
    knock: &Knock,
    asal: &str,
    now: Timestamp,
) -> Result<SignInFault, StoreError> {
    let pengguna = knock.pengguna.as_ref();
    let mut head = pengguna.map(|it| audit::lock(session, it.pemda)).transpose()?;
    let counted = knock.counters.count(session, now)?;
    if let (true, Some(until)) = (counted.has_locked_address(), counted.until) {
        note_address(session, &mut head, asal, (now, until))?;
    }
    if let (Some(pengguna), Some(mut head)) = (pengguna, head) {
        let mut note = |session: &mut Session<'_>, what, more| {
            note(session, &mut head, pengguna, (what, asal, now), more)
        };
        if counted.n_account == 1 {
            note(session, "gagal masuk", (None, Some("sandi salah")))?;
        }
        if let (true, Some(until)) = (counted.has_locked_account(), counted.until) {
            session.execute(
                "UPDATE pengguna SET terkunci_sampai = $1, dikunci_waktu = $2, dikunci_dari = $3 \
                 WHERE pemda = $4 AND id = $5",
                &[time(until), time(now), asal.into(), pengguna.pemda.into(), pengguna.id.into()],
            )?;
            let baru = format!("sampai {until}");
            note(session, "kunci akun", (Some(&baru), Some("sandi salah berturut-turut")))?;
        }
    }
    Ok(counted.until.map_or(SignInFault::Wrong, |until| SignInFault::Locked { until }))
}

/// Notes in the trail of each pemda that an address is shut out: whoever guesses has signed in to none.
fn note_address(
    session: &mut Session<'_>,
    held: &mut Option<Head>,
    asal: &str,
    (now, until): (Timestamp, Timestamp),
) -> Result<(), StoreError> {
    let nobody =
        Pelaku { nama: "tanpa akun".to_owned(), asal: asal.to_owned(), waktu: now.to_string() };
    let it = Perubahan {
        tindakan: "tutup alamat",
        objek: &format!("alamat/{asal}"),
        lama: None,
        baru: Some(&format!("sampai {until}")),
        alasan: Some("terlalu banyak sandi salah"),
    };
    for row in session.query("SELECT id FROM pemda ORDER BY id", &[])? {
        let Some(pemda) = row.first().and_then(Value::as_integer) else { continue };
        match held.as_mut().filter(|it| it.pemda == pemda) {
            Some(head) => audit::append(session, head, &nobody, &it)?,
            None => {
                let mut head = audit::lock(session, pemda)?;
                audit::append(session, &mut head, &nobody, &it)?;
            }
        }
    }
    Ok(())
}

/// Rows of two texts.
fn pairs(rows: Vec<Vec<Value>>) -> Vec<(String, String)> {
    let pair = |row: Vec<Value>| match <[Value; 2]>::try_from(row) {
        Ok([one, other]) => Some((one.into_cell(), other.into_cell())),
        Err(_) => None,
    };
    rows.into_iter().filter_map(pair).collect()
}

/// A time as its column keeps it, so that texts compare as times do.
pub(crate) fn time(at: Timestamp) -> Value {
    Value::text(at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

pub(crate) fn day_of(now: Timestamp) -> Date {
    jiff::tz::Offset::UTC.to_datetime(now).date()
}

pub(crate) fn random_secret() -> Result<String, StoreError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|it| StoreError::Unavailable(it.to_string()))?;
    Ok(hex(&bytes))
}

pub(crate) fn secret_hash(secret: &str) -> String {
    hex(&Sha256::digest(secret))
}

pub(crate) fn hashed(password: &str) -> Result<String, StoreError> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|it| it.to_string()).map_err(|it| StoreError::Unavailable(it.to_string()))
}

fn verifies(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|it| Argon2::default().verify_password(password.as_bytes(), &it).is_ok())
}

pub(crate) fn strong(password: &str, akun: &str, nama: &str) -> Result<(), SandiFault> {
    if password.chars().count() < PASSWORD_LENGTH {
        return Err(SandiFault::Short);
    }
    // The estimator compares with these as they are, and folds the password.
    let known = format!("{akun} {nama} selaras").to_lowercase();
    let known: Vec<&str> = known.split_whitespace().collect();
    match zxcvbn::zxcvbn(password, &known).score() >= zxcvbn::Score::Three {
        true => Ok(()),
        false => Err(SandiFault::Guessable),
    }
}

fn only_pemda(session: &mut Session<'_>) -> Result<i64, StoreError> {
    pemda_named(session, None, "Akun baru")
}

fn required(session: &mut Session<'_>, akun: &str) -> Result<Pengguna, StoreError> {
    let found = find(session, &akun.trim().to_lowercase())?;
    found.ok_or_else(|| StoreError::Missing { what: format!("Akun «{akun}»") })
}

/// The person whose link is still good.
fn of_link(
    session: &mut Session<'_>,
    hash: &str,
    now: Timestamp,
) -> Result<Option<Pengguna>, StoreError> {
    let found = session.query_one(
        "SELECT pengguna.akun FROM tautan_sandi JOIN pengguna \
         ON pengguna.pemda = tautan_sandi.pemda AND pengguna.id = tautan_sandi.pengguna \
         WHERE tautan_sandi.hash = $1 AND tautan_sandi.berlaku_sampai > $2",
        &[hash.into(), time(now)],
    )?;
    match found.and_then(|it| it.into_iter().next()) {
        Some(akun) => find(session, &akun.into_cell()),
        None => Ok(None),
    }
}

const COLUMNS: &str = "SELECT pemda, id, akun, nama, CASE WHEN sandi IS NULL THEN 0 ELSE 1 END, \
                       terkunci_sampai, berakhir FROM pengguna";

fn find(session: &mut Session<'_>, akun: &str) -> Result<Option<Pengguna>, StoreError> {
    let sql = format!("{COLUMNS} WHERE akun = $1");
    match session.query_one(&sql, &[akun.into()])?.and_then(pengguna) {
        Some(mut it) => {
            it.penugasan = assignments(session, Some((it.pemda, it.id)))?
                .into_iter()
                .map(|(_, it)| it)
                .collect();
            Ok(Some(it))
        }
        None => Ok(None),
    }
}

fn users(session: &mut Session<'_>) -> Result<Vec<Pengguna>, StoreError> {
    let rows = session.query(&format!("{COLUMNS} ORDER BY akun"), &[])?;
    let mut users: Vec<Pengguna> = rows.into_iter().filter_map(pengguna).collect();
    for (owner, it) in assignments(session, None)? {
        let of = users.iter_mut().find(|user| (user.pemda, user.id) == owner);
        of.into_iter().for_each(|user| user.penugasan.push(it.clone()));
    }
    Ok(users)
}

fn pengguna(row: Vec<Value>) -> Option<Pengguna> {
    let [pemda, id, akun, nama, has_sandi, terkunci, berakhir] =
        <[Value; 7]>::try_from(row).ok()?;
    Some(Pengguna {
        pemda: pemda.as_integer()?,
        id: id.as_integer()?,
        akun: akun.into_cell(),
        nama: nama.into_cell(),
        has_sandi: has_sandi.as_integer() == Some(1),
        terkunci_sampai: terkunci.into_cell().parse().ok(),
        berakhir: berakhir.into_cell().parse().ok(),
        penugasan: Vec::new(),
    })
}

type Owner = (i64, i64);

/// The roles of one person, or of all, with whose they are.
fn assignments(
    session: &mut Session<'_>,
    of: Option<Owner>,
) -> Result<Vec<(Owner, Penugasan)>, StoreError> {
    let (filter, values) = match of {
        Some((pemda, id)) => (
            "WHERE penugasan.pemda = $1 AND penugasan.pengguna = $2",
            vec![pemda.into(), id.into()],
        ),
        None => ("", Vec::new()),
    };
    let sql = format!(
        "SELECT penugasan.pemda, penugasan.pengguna, peran, perangkat.singkatan, status, mulai, \
         sampai FROM penugasan LEFT JOIN perangkat ON perangkat.pemda = penugasan.pemda \
         AND perangkat.id = penugasan.perangkat {filter} \
         ORDER BY penugasan.pemda, penugasan.pengguna, penugasan.id"
    );
    let it = |row: Vec<Value>| {
        let [pemda, pengguna, peran, perangkat, status, mulai, sampai] =
            <[Value; 7]>::try_from(row).ok()?;
        let perangkat = Some(perangkat.into_cell()).filter(|it| !it.is_empty());
        Some((
            (pemda.as_integer()?, pengguna.as_integer()?),
            Penugasan {
                peran: Peran::from_code(&peran.into_cell())?,
                perangkat,
                status: StatusPenugasan::from_code(&status.into_cell())?,
                mulai: mulai.into_cell().parse().ok()?,
                sampai: sampai.into_cell().parse().ok(),
            },
        ))
    };
    Ok(session.query(&sql, &values)?.into_iter().filter_map(it).collect())
}
