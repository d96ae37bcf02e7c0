//! The audit trail: who, when, from where, what, old and new, why. Entries are only added, each in
//! the transaction of its change, and each bound to the one before it by a hash.

use sha2::{Digest, Sha256};

use crate::database::Store;
use crate::error::StoreError;
use crate::sql::{Session, Value};

/// Who changes something, when and from where. The clock is the caller's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pelaku {
    /// Name of the account, or of the command.
    pub nama: String,
    /// Network address, or `terminal`.
    pub asal: String,
    /// RFC 3339, in UTC.
    pub waktu: String,
}

/// An entry of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    pub nomor: i64,
    pub waktu: String,
    pub pelaku: String,
    pub asal: String,
    /// What was done: `impor`, `ubah`.
    pub tindakan: String,
    /// To what: `berkas/BKPSDM/2023`.
    pub objek: String,
    pub lama: Option<String>,
    pub baru: Option<String>,
    pub alasan: Option<String>,
    /// SHA-256 of the entry and of the hash before it, in hexadecimal.
    pub hash: String,
}

/// What is done to what, for the trail.
pub(crate) struct Perubahan<'a> {
    pub(crate) tindakan: &'a str,
    pub(crate) objek: &'a str,
    pub(crate) lama: Option<&'a str>,
    pub(crate) baru: Option<&'a str>,
    pub(crate) alasan: Option<&'a str>,
}

/// The end of a chain: what a backup or a signed document keeps of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub pemda: i64,
    pub nomor: i64,
    pub hash: String,
}

/// Where a chain is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditFault {
    pub pemda: i64,
    /// The first entry that is not as it was written.
    pub nomor: i64,
    /// Indonesian.
    pub uraian: String,
}

/// Before the first entry.
const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The hash of an entry: each part with its length before it, so that no two entries read alike.
fn hash_of(before: &str, pemda: i64, entry: &AuditEntry) -> String {
    let mut hasher = Sha256::new();
    let mut add = |part: Option<&str>| match part {
        None => hasher.update(u64::MAX.to_be_bytes()),
        Some(text) => {
            hasher.update((text.len() as u64).to_be_bytes());
            hasher.update(text);
        }
    };
    add(Some(before));
    add(Some(&pemda.to_string()));
    add(Some(&entry.nomor.to_string()));
    for part in [&entry.waktu, &entry.pelaku, &entry.asal, &entry.tindakan, &entry.objek] {
        add(Some(part));
    }
    add(entry.lama.as_deref());
    add(entry.baru.as_deref());
    add(entry.alasan.as_deref());
    hex(&hasher.finalize())
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Takes the turn to write for a pemda: locks the head of its chain, and makes one at the first time.
///
/// Everything that changes facts of a pemda does this first, so that its writers queue.
pub(crate) fn lock(session: &mut Session<'_>, pemda: i64) -> Result<Head, StoreError> {
    let lock = if session.is_postgres() { " FOR UPDATE" } else { "" };
    let sql = format!("SELECT nomor, hash FROM kepala_jejak WHERE pemda = $1{lock}");
    let mut found = session.query_one(&sql, &[pemda.into()])?;
    if found.is_none() {
        session.execute(
            "INSERT INTO kepala_jejak (pemda, nomor, hash) VALUES ($1, 0, $2) \
             ON CONFLICT (pemda) DO NOTHING",
            &[pemda.into(), START.into()],
        )?;
        found = session.query_one(&sql, &[pemda.into()])?;
    }
    match found.map(<[Value; 2]>::try_from) {
        Some(Ok([nomor, hash])) => {
            let nomor = nomor.as_integer().unwrap_or_default();
            Ok(Head { pemda, nomor, hash: hash.into_cell() })
        }
        _ => Err(StoreError::Missing { what: "Kepala jejak audit".to_owned() }),
    }
}

/// Adds an entry behind the head, which the caller holds locked.
pub(crate) fn append(
    session: &mut Session<'_>,
    head: &mut Head,
    pelaku: &Pelaku,
    it: &Perubahan<'_>,
) -> Result<(), StoreError> {
    let mut entry = AuditEntry {
        nomor: head.nomor + 1,
        waktu: pelaku.waktu.clone(),
        pelaku: pelaku.nama.clone(),
        asal: pelaku.asal.clone(),
        tindakan: it.tindakan.to_owned(),
        objek: it.objek.to_owned(),
        lama: it.lama.map(str::to_owned),
        baru: it.baru.map(str::to_owned),
        alasan: it.alasan.map(str::to_owned),
        hash: String::new(),
    };
    entry.hash = hash_of(&head.hash, head.pemda, &entry);
    session.execute(
        "INSERT INTO jejak_audit (pemda, nomor, waktu, pelaku, asal, tindakan, objek, lama, baru, \
         alasan, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        &[
            head.pemda.into(),
            entry.nomor.into(),
            entry.waktu.as_str().into(),
            entry.pelaku.as_str().into(),
            entry.asal.as_str().into(),
            entry.tindakan.as_str().into(),
            entry.objek.as_str().into(),
            entry.lama.as_deref().into(),
            entry.baru.as_deref().into(),
            entry.alasan.as_deref().into(),
            entry.hash.as_str().into(),
        ],
    )?;
    session.execute(
        "UPDATE kepala_jejak SET nomor = $1, hash = $2 WHERE pemda = $3",
        &[entry.nomor.into(), entry.hash.as_str().into(), head.pemda.into()],
    )?;
    head.nomor = entry.nomor;
    head.hash = entry.hash;
    Ok(())
}

const SELECT: &str = "SELECT nomor, waktu, pelaku, asal, tindakan, objek, lama, baru, alasan, hash \
                      FROM jejak_audit WHERE pemda = $1";

fn entries(session: &mut Session<'_>, pemda: i64) -> Result<Vec<AuditEntry>, StoreError> {
    Ok(read_entries(session.query(&format!("{SELECT} ORDER BY nomor"), &[pemda.into()])?))
}

/// The entries that tell of things whose name begins so, newest first: those of some deeds only.
pub(crate) fn entries_of(
    session: &mut Session<'_>,
    pemda: i64,
    objek: &str,
    tindakan: &[&str],
) -> Result<Vec<AuditEntry>, StoreError> {
    let exact = exact(session);
    let places: Vec<String> = (4..4 + tindakan.len()).map(|it| format!("${it}")).collect();
    let sql = format!(
        "{SELECT} AND objek{exact} >= $2 AND objek{exact} < $3 AND tindakan IN ({}) \
         ORDER BY nomor DESC",
        places.join(", ")
    );
    let mut values = vec![pemda.into(), Value::text(objek), after_all(objek)];
    values.extend(tindakan.iter().map(|it| Value::from(*it)));
    Ok(read_entries(session.query(&sql, &values)?))
}

/// Has names compared letter by letter, whatever the language of the database.
fn exact(session: &Session<'_>) -> &'static str {
    if session.is_postgres() { " COLLATE \"C\"" } else { "" }
}

/// What sorts after everything that begins so.
fn after_all(beginning: &str) -> Value {
    Value::text(format!("{beginning}\u{10ffff}"))
}

fn read_entries(rows: Vec<Vec<Value>>) -> Vec<AuditEntry> {
    let entry = |row: Vec<Value>| {
        let mut cells = row.into_iter();
        let nomor = cells.next().and_then(|it| it.as_integer()).unwrap_or_default();
        let mut next = || match cells.next() {
            None | Some(Value::Null) => None,
            Some(value) => Some(value.into_cell()),
        };
        let mut required = || next().unwrap_or_default();
        let (waktu, pelaku, asal) = (required(), required(), required());
        let (tindakan, objek) = (required(), required());
        let (lama, baru, alasan) = (next(), next(), next());
        let hash = next().unwrap_or_default();
        AuditEntry { nomor, waktu, pelaku, asal, tindakan, objek, lama, baru, alasan, hash }
    };
    rows.into_iter().map(entry).collect()
}

/// Which entries of a trail are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Of things whose name begins so: `berkas/BKPSDM/2023/`.
    pub objek: Option<String>,
    /// By this account.
    pub pelaku: Option<String>,
    /// From this moment on, as the trail writes times (UTC, ISO 8601); a day alone begins in UTC.
    pub sejak: Option<String>,
    /// Before this moment, written so too.
    pub sampai: Option<String>,
    /// With these words in what was done, to what, from what, to what, or why.
    pub memuat: Option<String>,
    /// The oldest first.
    pub is_rising: bool,
}

impl AuditFilter {
    /// What to add to a condition on the pemda, which is `$1`, and the values.
    fn conditions(&self, session: &Session<'_>, pemda: i64) -> (String, Vec<Value>) {
        // Names are compared letter by letter, whatever the language of the database.
        let exact = exact(session);
        let (mut sql, mut values) = (String::new(), vec![pemda.into()]);
        let mut and = |condition: &str, value: String| {
            values.push(Value::text(value));
            let condition = condition.replace("{}", &format!("${}", values.len()));
            sql.push_str(" AND ");
            sql.push_str(&condition);
        };
        if let Some(it) = &self.objek {
            and(&format!("objek{exact} >= {{}}"), it.clone());
            // The last character: everything that begins so sorts before it.
            and(&format!("objek{exact} < {{}}"), format!("{it}\u{10ffff}"));
        }
        if let Some(it) = &self.pelaku {
            and("pelaku = {}", it.clone());
        }
        if let Some(it) = &self.sejak {
            and(&format!("waktu{exact} >= {{}}"), it.clone());
        }
        if let Some(it) = &self.sampai {
            and(&format!("waktu{exact} < {{}}"), it.clone());
        }
        if let Some(it) = &self.memuat {
            let signs =
                it.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            let texts = "tindakan || ' ' || objek || ' ' || coalesce(lama, '') || ' ' || \
                         coalesce(baru, '') || ' ' || coalesce(alasan, '')";
            and(&format!("lower({texts}) LIKE {{}} ESCAPE '\\'"), format!("%{signs}%"));
        }
        (sql, values)
    }
}

/// The first fault of a chain, seen by itself: an entry that was edited, removed or put elsewhere, or
/// an end that is not where the head says.
fn fault_of(head: &Head, entries: &[AuditEntry]) -> Option<AuditFault> {
    let fault = |nomor, uraian: String| Some(AuditFault { pemda: head.pemda, nomor, uraian });
    let mut before = START.to_owned();
    for (expected, entry) in (1_i64..).zip(entries) {
        if entry.nomor != expected {
            return fault(expected, format!("catatan nomor {expected} tidak ada"));
        }
        if entry.hash != hash_of(&before, head.pemda, entry) {
            return fault(
                expected,
                format!("catatan nomor {expected} tidak cocok dengan rantainya"),
            );
        }
        before.clone_from(&entry.hash);
    }
    let last = entries.last().map_or(0, |it| it.nomor);
    if (last, &before) != (head.nomor, &head.hash) {
        let uraian = format!("jejak berakhir pada nomor {last}, seharusnya {}", head.nomor);
        return fault(last.min(head.nomor) + 1, uraian);
    }
    None
}

impl Store {
    /// The trail of a pemda, oldest first.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn audit_entries(&self, pemda: i64) -> Result<Vec<AuditEntry>, StoreError> {
        self.read(|session| entries(session, pemda))
    }

    /// The entries that a filter lets through, in its order: `limit` of them after `skip`.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn audit_search(
        &self,
        pemda: i64,
        filter: &AuditFilter,
        (skip, limit): (i64, i64),
    ) -> Result<Vec<AuditEntry>, StoreError> {
        self.read(|session| {
            let (conditions, mut values) = filter.conditions(session, pemda);
            let (first, second) = (values.len() + 1, values.len() + 2);
            values.extend([limit.into(), skip.into()]);
            let order = if filter.is_rising { "ASC" } else { "DESC" };
            let sql = format!(
                "{SELECT}{conditions} ORDER BY nomor {order} LIMIT ${first} OFFSET ${second}"
            );
            Ok(read_entries(session.query(&sql, &values)?))
        })
    }

    /// How many entries a filter lets through.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn audit_count(&self, pemda: i64, filter: &AuditFilter) -> Result<usize, StoreError> {
        self.read(|session| {
            let (conditions, values) = filter.conditions(session, pemda);
            let sql = format!("SELECT COUNT(*) FROM jejak_audit WHERE pemda = $1{conditions}");
            let found = session.query_one(&sql, &values)?.and_then(|it| it.first()?.as_integer());
            Ok(found.and_then(|it| it.try_into().ok()).unwrap_or_default())
        })
    }

    /// The end of each chain, to be kept outside: in a backup, in a signed document, on paper.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn heads(&self) -> Result<Vec<Head>, StoreError> {
        self.read(heads)
    }

    /// Reads every chain again. `known` are heads that were kept outside; an entry that they saw
    /// must still be there, or somebody cut the chain and forged its end. What signed documents keep
    /// of the trail is held against it too, and where there are facts or people, there is a trail.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read. Faults of the chains are the result.
    pub fn verify(&self, known: &[Head]) -> Result<Vec<AuditFault>, StoreError> {
        self.read(|session| {
            let mut faults = Vec::new();
            let heads = heads(session)?;
            let pemda = session.query("SELECT id FROM pemda ORDER BY id", &[])?;
            let pemda: Vec<i64> = pemda.iter().filter_map(|it| it.first()?.as_integer()).collect();
            for pemda in &pemda {
                let found = heads.iter().find(|it| it.pemda == *pemda);
                let start = || Head { pemda: *pemda, nomor: 0, hash: START.to_owned() };
                let head = found.cloned().unwrap_or_else(start);
                let entries = entries(session, *pemda)?;
                faults.extend(fault_of(&head, &entries));
                if entries.is_empty() && holds_anything(session, *pemda)? {
                    let uraian =
                        "pemda ini memuat data, tetapi jejak auditnya tidak ada".to_owned();
                    faults.push(AuditFault { pemda: *pemda, nomor: 1, uraian });
                }
                faults.extend(faults_of_witnesses(session, *pemda, &entries)?);
                for known in known.iter().filter(|it| it.pemda == *pemda && it.nomor > 0) {
                    if !is_among(&entries, known.nomor, &known.hash) {
                        let uraian = format!(
                            "catatan nomor {} bukan yang disimpan di luar pangkalan data",
                            known.nomor
                        );
                        faults.push(AuditFault { pemda: *pemda, nomor: known.nomor, uraian });
                    }
                }
            }
            for known in known.iter().filter(|it| it.nomor > 0) {
                if !pemda.contains(&known.pemda) {
                    let uraian = "seluruh jejak pemda ini hilang".to_owned();
                    faults.push(AuditFault { pemda: known.pemda, nomor: 1, uraian });
                }
            }
            Ok(faults)
        })
    }

    /// The entry with that hash, of whichever chain, as the head that it was: for a head of which only
    /// the hash was kept. The hash tells of every entry before it.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn head_with_hash(&self, hash: &str) -> Result<Option<Head>, StoreError> {
        let sql = "SELECT pemda, nomor, hash FROM jejak_audit WHERE hash = $1";
        let found = self.read(|session| session.query_one(sql, &[hash.into()]))?;
        Ok(found.and_then(head))
    }
}

fn is_among(entries: &[AuditEntry], nomor: i64, hash: &str) -> bool {
    entries.iter().any(|it| it.nomor == nomor && it.hash == hash)
}

/// Whether a pemda has anything that the trail must know of.
fn holds_anything(session: &mut Session<'_>, pemda: i64) -> Result<bool, StoreError> {
    for table in ["perangkat", "berkas", "pengguna", "dokumen_sah"] {
        let sql = format!("SELECT 1 FROM {table} WHERE pemda = $1 LIMIT 1");
        if session.query_one(&sql, &[pemda.into()])?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Where signed documents know of entries that are not, or no longer, in the trail: a report names the
/// end of the trail when it was signed, and each signature under an agreement has an entry.
fn faults_of_witnesses(
    session: &mut Session<'_>,
    pemda: i64,
    entries: &[AuditEntry],
) -> Result<Vec<AuditFault>, StoreError> {
    let mut faults = Vec::new();
    let reports = session.query(
        "SELECT perangkat.singkatan, tahun, jenis, nomor, jejak_nomor, jejak_hash FROM dokumen_sah \
         JOIN perangkat ON perangkat.pemda = dokumen_sah.pemda \
         AND perangkat.id = dokumen_sah.perangkat WHERE dokumen_sah.pemda = $1 ORDER BY dokumen_sah.id",
        &[pemda.into()],
    )?;
    for row in reports {
        let [singkatan, tahun, jenis, ke, nomor, hash] = match <[Value; 6]>::try_from(row) {
            Ok(cells) => cells.map(Value::into_cell),
            Err(_) => continue,
        };
        let nomor: i64 = nomor.parse().unwrap_or_default();
        if !is_among(entries, nomor, &hash) {
            let uraian = format!(
                "catatan nomor {nomor} bukan yang diikat dokumen sah {jenis} {singkatan}/{tahun} \
                 nomor {ke}"
            );
            faults.push(AuditFault { pemda, nomor, uraian });
        }
    }
    let signatures = session.query(
        "SELECT perangkat.singkatan, berkas.tahun, perjanjian, pihak, isi FROM tanda_tangan \
         JOIN berkas ON berkas.pemda = tanda_tangan.pemda AND berkas.id = tanda_tangan.berkas \
         JOIN perangkat ON perangkat.pemda = berkas.pemda AND perangkat.id = berkas.perangkat \
         WHERE tanda_tangan.pemda = $1 ORDER BY tanda_tangan.id",
        &[pemda.into()],
    )?;
    for row in signatures {
        let [singkatan, tahun, perjanjian, pihak, isi] = match <[Value; 5]>::try_from(row) {
            Ok(cells) => cells.map(Value::into_cell),
            Err(_) => continue,
        };
        let objek = format!("berkas/{singkatan}/{tahun}/perjanjian/{perjanjian}");
        let is_of = |it: &AuditEntry| {
            let baru = it.baru.as_deref().unwrap_or_default();
            it.objek == objek
                && baru.starts_with(&format!("pihak {pihak} "))
                && baru.ends_with(&isi)
        };
        if !entries.iter().any(is_of) {
            let uraian = format!(
                "tanda tangan pihak {pihak} pada perjanjian {perjanjian} {singkatan}/{tahun} tidak \
                 tercatat"
            );
            let nomor = entries.last().map_or(0, |it| it.nomor) + 1;
            faults.push(AuditFault { pemda, nomor, uraian });
        }
    }
    Ok(faults)
}

fn heads(session: &mut Session<'_>) -> Result<Vec<Head>, StoreError> {
    let rows = session.query("SELECT pemda, nomor, hash FROM kepala_jejak ORDER BY pemda", &[])?;
    Ok(rows.into_iter().filter_map(head).collect())
}

fn head(row: Vec<Value>) -> Option<Head> {
    let [pemda, nomor, hash] = <[Value; 3]>::try_from(row).ok()?;
    Some(Head { pemda: pemda.as_integer()?, nomor: nomor.as_integer()?, hash: hash.into_cell() })
}
