//! Files by their content: proofs of what was reached and done, and documents as they were signed.

use std::collections::BTreeMap;

use selaras_domain::{Code, Tahun, Triwulan};
use selaras_package::Table;
use sha2::{Digest, Sha256};

use crate::audit::{self, Head, Pelaku, Perubahan, hex};
use crate::berkas::{BerkasKey, BerkasRef, count_change, next_id};
use crate::database::Store;
use crate::edit::{by_key, declared};
use crate::error::StoreError;
use crate::pengajuan;
use crate::perangkat::perangkat_of;
use crate::removed::{self, read, written};
use crate::sql::{Session, Value};

/// Bytes of a row.
const PIECE: usize = 1 << 20;

/// A file to keep.
#[derive(Clone, Debug)]
pub struct NewIsi {
    /// Its media type, as its bytes say.
    pub jenis: String,
    pub bytes: Vec<u8>,
}

/// A file that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Isi {
    /// SHA-256 of the bytes, in hexadecimal.
    pub hash: String,
    pub jenis: String,
    pub ukuran: i64,
}

/// Tables whose rows have proofs of their own: what was seen of an action, what was done about a
/// recommendation, and the cases of registers. V12 names them too.
pub const PROVEN_ROWS: [&str; 7] = [
    "monev_aksi",
    "tindak_lanjut_rekomendasi",
    "kasus_layanan",
    "pemangku_jabatan",
    "kasus_disiplin",
    "peserta_diklat",
    "catatan_register",
];

/// What a proof is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tentang {
    /// What an indikator has reached in a quarter.
    Indikator { id: String, triwulan: Triwulan },
    /// An agreement as it was signed.
    Perjanjian { id: String },
    /// A row of one of [`PROVEN_ROWS`], by the cells of its key with strokes between them. An action may
    /// be proved before anybody has written down what was seen of it.
    Baris { tabel: String, kunci: String },
}

impl Tentang {
    fn cells(&self) -> (&str, &str, Option<Triwulan>) {
        match self {
            Tentang::Indikator { id, triwulan } => ("indikator", id, Some(*triwulan)),
            Tentang::Perjanjian { id } => ("perjanjian", id, None),
            Tentang::Baris { tabel, kunci } => (tabel, kunci, None),
        }
    }

    fn of(jenis: String, objek: String, triwulan: &str) -> Option<Tentang> {
        match jenis.as_str() {
            "perjanjian" => Some(Tentang::Perjanjian { id: objek }),
            "indikator" => {
                Some(Tentang::Indikator { id: objek, triwulan: Triwulan::from_code(triwulan)? })
            }
            _ => Some(Tentang::Baris { tabel: jenis, kunci: objek }),
        }
    }
}

/// A proof to keep.
#[derive(Clone, Debug)]
pub struct NewBukti {
    pub tentang: Tentang,
    pub nama: String,
    pub halaman: Option<String>,
    pub keterangan: Option<String>,
    pub isi: NewIsi,
}

/// A proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuktiDukung {
    pub id: i64,
    pub tentang: Tentang,
    pub nama: String,
    pub halaman: Option<String>,
    pub keterangan: Option<String>,
    pub pengunggah: String,
    pub waktu: String,
    pub isi: Isi,
}

/// A proof that was taken away, as the trail tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemovedBukti {
    /// The entry that tells of it.
    pub nomor: i64,
    /// Who took it away, and when.
    pub pelaku: String,
    pub waktu: String,
    pub tentang: Tentang,
    pub nama: String,
    pub halaman: Option<String>,
    pub keterangan: Option<String>,
    hash: String,
    /// Who brought it back, and when.
    pub restored: Option<(String, String)>,
}

/// What the trail calls the end and the beginning of a proof, and what it tells of one that goes.
const REMOVED: &str = "hapus";
const ADDED: &str = "unggah";
const TOLD: [&str; 7] = ["nama", "halaman", "keterangan", "tentang", "objek", "triwulan", "isi"];

/// A document to sign.
#[derive(Clone, Debug)]
pub struct NewDokumenSah {
    pub bytes: Vec<u8>,
    /// The berkas' version that it was made from: signing refuses when it has changed since.
    pub versi: i64,
    /// The program and the rules, with their versions.
    pub aturan: String,
}

/// A document as it was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DokumenSah {
    pub id: i64,
    pub key: BerkasKey,
    /// `lkjip`.
    pub jenis: String,
    pub nomor: i64,
    pub isi: Isi,
    pub fakta: String,
    pub aturan: String,
    pub penanda_tangan: String,
    pub waktu: String,
    /// The end of the trail when it was signed.
    pub jejak: Head,
}

impl Store {
    /// Keeps a proof, or the scan of an agreement. A quarter that is not open takes none, and a berkas
    /// no more than `batas` bytes.
    ///
    /// # Errors
    ///
    /// [`StoreError::Locked`], [`StoreError::Full`], and where the database cannot be used.
    pub fn add_bukti(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        new: NewBukti,
        batas: u64,
    ) -> Result<i64, StoreError> {
        let (pelaku, berkas) = (pelaku.clone(), berkas.clone());
        self.write(move |session| {
            let mut head = audit::lock(session, berkas.pemda)?;
            guard(session, &berkas, &new.tentang, &pelaku)?;
            make_room(session, &berkas, &new.isi, batas)?;
            let hash = keep(session, berkas.pemda, &new.isi)?;
            let texts = (&new.nama[..], new.halaman.as_deref(), new.keterangan.as_deref());
            add_bukti(session, &mut head, (&pelaku, &berkas), (&new.tentang, &hash), texts, None)
        })
    }

    /// Takes a proof away, as long as its quarter is open. The trail keeps its name and hash; the
    /// bytes stay, since a signed document may rest on them.
    ///
    /// # Errors
    ///
    /// [`StoreError::Locked`]; [`StoreError::Missing`] where there is none.
    pub fn remove_bukti(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        id: i64,
    ) -> Result<(), StoreError> {
        let (pelaku, berkas) = (pelaku.clone(), berkas.clone());
        self.write(move |session| {
            let mut head = audit::lock(session, berkas.pemda)?;
            let found = bukti(session, &berkas)?.into_iter().find(|it| it.id == id);
            let what = format!("Bukti dukung {id}");
            let found = found.ok_or(StoreError::Missing { what })?;
            guard(session, &berkas, &found.tentang, &pelaku)?;
            session.execute(
                "DELETE FROM bukti_dukung WHERE pemda = $1 AND id = $2",
                &[berkas.pemda.into(), id.into()],
            )?;
            count_change(session, &berkas)?;
            let it = Perubahan {
                tindakan: REMOVED,
                objek: &objek(&berkas, id),
                lama: Some(&told(&found)),
                baru: None,
                alasan: None,
            };
            audit::append(session, &mut head, &pelaku, &it)
        })
    }

    /// How many bytes the proofs of a berkas take, those too that were taken away and can be brought back.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn bukti_terpakai(&self, berkas: &BerkasRef) -> Result<u64, StoreError> {
        let sizes = self.read(|session| sizes(session, berkas))?;
        Ok(sizes.into_values().sum())
    }

    /// The proofs that were taken away from a berkas, the last one first.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn removed_bukti(&self, berkas: &BerkasRef) -> Result<Vec<RemovedBukti>, StoreError> {
        self.read(|session| removed_bukti(session, berkas))
    }

    /// Brings a proof back that an entry of the trail tells of, as long as its quarter is open.
    ///
    /// # Errors
    ///
    /// [`StoreError::Locked`]; [`StoreError::Missing`] where the trail tells of none,
    /// [`StoreError::Exists`] for one that is back already.
    pub fn restore_bukti(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        nomor: i64,
    ) -> Result<i64, StoreError> {
        let (pelaku, berkas) = (pelaku.clone(), berkas.clone());
        self.write(move |session| {
            let mut head = audit::lock(session, berkas.pemda)?;
            let what = || format!("Bukti dukung yang dihapus pada catatan {nomor}");
            let found = removed_bukti(session, &berkas)?.into_iter().find(|it| it.nomor == nomor);
            let it = found.ok_or_else(|| StoreError::Missing { what: what() })?;
            if it.restored.is_some() {
                return Err(StoreError::Exists { what: what() });
            }
            guard(session, &berkas, &it.tentang, &pelaku)?;
            let about = (&it.tentang, it.hash.as_str());
            let texts = (&it.nama[..], it.halaman.as_deref(), it.keterangan.as_deref());
            let alasan = removed::reason(nomor);
            add_bukti(session, &mut head, (&pelaku, &berkas), about, texts, Some(&alasan))
        })
    }

    /// The quarter with which what a proof is about is frozen; none where its proofs always may change.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn quarter_of_bukti(
        &self,
        berkas: &BerkasRef,
        tentang: &Tentang,
    ) -> Result<Option<Triwulan>, StoreError> {
        self.read(|session| quarter_of(session, berkas, tentang))
    }

    /// The proofs of a berkas, oldest first.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn bukti(&self, berkas: &BerkasRef) -> Result<Vec<BuktiDukung>, StoreError> {
        self.read(|session| bukti(session, berkas))
    }

    /// The bytes of a file that is kept.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] where there is none.
    pub fn isi(&self, pemda: i64, hash: &str) -> Result<Vec<u8>, StoreError> {
        let sql = "SELECT isi FROM potongan_isi WHERE pemda = $1 AND hash = $2 ORDER BY nomor";
        let rows = self.read(|session| session.query(sql, &[pemda.into(), hash.into()]))?;
        let bytes: Vec<u8> = rows.into_iter().flatten().flat_map(Value::into_bytes).collect();
        match bytes.is_empty() {
            true => Err(StoreError::Missing { what: format!("Isi sha256:{hash}") }),
            false => Ok(bytes),
        }
    }

    /// Signs a document: keeps its bytes for ever, with the facts, the rules and the end of the trail
    /// that it rests on.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] where the facts have changed since the document was made.
    pub fn sign(
        &self,
        pelaku: &Pelaku,
        berkas: &BerkasRef,
        new: NewDokumenSah,
    ) -> Result<i64, StoreError> {
        let (pelaku, berkas) = (pelaku.clone(), berkas.clone());
        self.write(move |session| sign(session, &pelaku, &berkas, &new))
    }

    /// The documents that were signed, newest first: of an office and year, or with a hash anywhere.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn signed(&self, of: &Signed<'_>) -> Result<Vec<DokumenSah>, StoreError> {
        self.read(|session| signed(session, of))
    }
}

/// Which signed documents are wanted.
pub enum Signed<'a> {
    Of(&'a BerkasRef),
    WithHash(&'a str),
}

fn objek(berkas: &BerkasRef, id: impl std::fmt::Display) -> String {
    format!("berkas/{}/bukti/{id}", berkas.key)
}

/// Refuses a change of the proofs of a quarter that is not open.
fn guard(
    session: &mut Session<'_>,
    berkas: &BerkasRef,
    tentang: &Tentang,
    pelaku: &Pelaku,
) -> Result<(), StoreError> {
    match quarter_of(session, berkas, tentang)? {
        Some(triwulan) => pengajuan::guard_quarter(session, berkas, triwulan, pelaku),
        None => Ok(()),
    }
}

/// The contents that a berkas keeps, each once, with their bytes.
fn sizes(
    session: &mut Session<'_>,
    berkas: &BerkasRef,
) -> Result<BTreeMap<String, u64>, StoreError> {
    let size = |it: i64| u64::try_from(it).unwrap_or_default();
    let there = bukti(session, berkas)?.into_iter();
    let mut sizes: BTreeMap<_, _> = there.map(|it| (it.isi.hash, size(it.isi.ukuran))).collect();
    for it in removed_bukti(session, berkas)? {
        if sizes.contains_key(&it.hash) {
            continue;
        }
        let sql = "SELECT ukuran FROM isi WHERE pemda = $1 AND hash = $2";
        let found = session.query_one(sql, &[berkas.pemda.into(), it.hash.as_str().into()])?;
        if let Some(bytes) = found.and_then(|row| row.first()?.as_integer()) {
            sizes.insert(it.hash, size(bytes));
        }
    }
    Ok(sizes)
}

/// Refuses what would take a berkas over its limit; what it keeps already takes no more.
fn make_room(
    session: &mut Session<'_>,
    berkas: &BerkasRef,
    new: &NewIsi,
    batas: u64,
) -> Result<(), StoreError> {
    let sizes = sizes(session, berkas)?;
    let ukuran = new.bytes.len() as u64;
    let terpakai: u64 = sizes.values().sum();
    let is_kept = sizes.contains_key(&hex(&Sha256::digest(&new.bytes)));
    match is_kept || terpakai.saturating_add(ukuran) <= batas {
        true => Ok(()),
        false => Err(StoreError::Full { key: berkas.key.clone(), ukuran, terpakai, batas }),
    }
}

/// Bytes as people read them: `12,5 MB`.
pub fn megabytes(bytes: u64) -> String {
    const MEGABYTE: u64 = 1 << 20;
    let tenths = bytes.saturating_mul(10) / MEGABYTE;
    format!("{},{} MB", tenths / 10, tenths % 10)
}

/// The quarter of a proof. The papers of a case may come when its quarter is long over, as its decision
/// may, and count nothing.
fn quarter_of(
    session: &mut Session<'_>,
    berkas: &BerkasRef,
    tentang: &Tentang,
) -> Result<Option<Triwulan>, StoreError> {
    let (tabel, kunci) = match tentang {
        Tentang::Indikator { triwulan, .. } => return Ok(Some(*triwulan)),
        Tentang::Perjanjian { .. } => return Ok(None),
        Tentang::Baris { tabel, kunci } => (tabel, kunci),
    };
    if !PROVEN_ROWS.contains(&tabel.as_str()) {
        return Err(StoreError::Missing { what: format!("Bukti dukung pada tabel «{tabel}»") });
    }
    let table = declared(tabel)?;
    if !pengajuan::MEASURED.contains(&table.name) {
        return Ok(None);
    }
    let named = table.key.iter().map(|it| (*it).to_owned());
    let key: Vec<(String, String)> = named.zip(kunci.split('/').map(str::to_owned)).collect();
    let row = by_key(session, table, (berkas.pemda, berkas.id), &key)?;
    let cells = row.map_or_else(
        || {
            let cell = |name| key.iter().find(|(it, _)| it == name).map(|(_, cell)| cell.clone());
            table.columns.iter().map(|it| cell(it.name).unwrap_or_default()).collect()
        },
        |it| it.cells,
    );
    Ok(pengajuan::quarter_of_row(table, &cells, berkas))
}

/// Lets the proofs of a row follow it when its key becomes another.
pub(crate) fn follow_key(
    session: &mut Session<'_>,
    berkas: &BerkasRef,
    table: &Table,
    (before, after): (&[String], &[String]),
) -> Result<(), StoreError> {
    let key = |cells: &[String]| {
        let cells = table.key.iter().filter_map(|it| cells.get(table.column_index(it)?).cloned());
        cells.collect::<Vec<_>>().join("/")
    };
    let (before, after) = (key(before), key(after));
    if before == after || !PROVEN_ROWS.contains(&table.name) {
        return Ok(());
    }
    session.execute(
        "UPDATE bukti_dukung SET objek = $1 \
         WHERE pemda = $2 AND berkas = $3 AND tentang = $4 AND objek = $5",
        &[
            after.as_str().into(),
            berkas.pemda.into(),
            berkas.id.into(),
            table.name.into(),
            before.as_str().into(),
        ],
    )?;
    Ok(())
}

/// Adds a proof whose bytes are kept already.
fn add_bukti(
    session: &mut Session<'_>,
    head: &mut Head,
    (pelaku, berkas): (&Pelaku, &BerkasRef),
    (tentang, hash): (&Tentang, &str),
    (nama, halaman, keterangan): (&str, Option<&str>, Option<&str>),
    alasan: Option<&str>,
) -> Result<i64, StoreError> {
    let (jenis, tentang_apa, triwulan) = tentang.cells();
    let id = next_id(session, "bukti_dukung", berkas.pemda)?;
    session.execute(
        "INSERT INTO bukti_dukung (pemda, id, berkas, tentang, objek, triwulan, hash, nama, \
         halaman, keterangan, pengunggah, waktu) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        &[
            berkas.pemda.into(),
            id.into(),
            berkas.id.into(),
            jenis.into(),
            tentang_apa.into(),
            triwulan.map(Code::code).into(),
            hash.into(),
            nama.into(),
            halaman.into(),
            keterangan.into(),
            pelaku.nama.as_str().into(),
            pelaku.waktu.as_str().into(),
        ],
    )?;
    // What the checker says of the quarter is no longer what it was.
    count_change(session, berkas)?;
    let it = Perubahan {
        tindakan: ADDED,
        objek: &objek(berkas, id),
        lama: None,
        baru: Some(&format!("{nama} sha256:{hash}")),
        alasan,
    };
    audit::append(session, head, pelaku, &it)?;
    Ok(id)
}

/// A proof that goes, for the trail: all that it takes to bring it back.
fn told(it: &BuktiDukung) -> String {
    let (jenis, tentang_apa, triwulan) = it.tentang.cells();
    let isi = format!("sha256:{}", it.isi.hash);
    let halaman = it.halaman.as_deref().unwrap_or_default();
    let keterangan = it.keterangan.as_deref().unwrap_or_default();
    let triwulan = triwulan.map_or("", Code::code);
    let cells = [&it.nama[..], halaman, keterangan, jenis, tentang_apa, triwulan, &isi];
    written(TOLD.into_iter().zip(cells))
}

fn removed_bukti(
    session: &mut Session<'_>,
    berkas: &BerkasRef,
) -> Result<Vec<RemovedBukti>, StoreError> {
    let prefix = objek(berkas, "");
    let entries = audit::entries_of(session, berkas.pemda, &prefix, &[REMOVED, ADDED])?;
    let gone = entries.iter().filter(|it| it.tindakan == REMOVED).filter_map(|it| {
        let cells = read(&TOLD, it.lama.as_deref()?)?;
        let [nama, halaman, keterangan, jenis, tentang_apa, triwulan, isi] =
            <[String; 7]>::try_from(cells).ok()?;
        let tentang = Tentang::of(jenis, tentang_apa, &triwulan)?;
        let filled = |it: String| Some(it).filter(|it| !it.is_empty());
        Some(RemovedBukti {
            nomor: it.nomor,
            pelaku: it.pelaku.clone(),
            waktu: it.waktu.clone(),
            tentang,
            nama,
            halaman: filled(halaman),
            keterangan: filled(keterangan),
            hash: isi.strip_prefix("sha256:")?.to_owned(),
            restored: removed::restored(&entries, it.nomor),
        })
    });
    Ok(gone.collect())
}

/// Keeps bytes once, and gives their hash.
fn keep(session: &mut Session<'_>, pemda: i64, new: &NewIsi) -> Result<String, StoreError> {
    let hash = hex(&Sha256::digest(&new.bytes));
    let place: [Value; 2] = [pemda.into(), hash.as_str().into()];
    let sql = "SELECT ukuran FROM isi WHERE pemda = $1 AND hash = $2";
    if session.query_one(sql, &place)?.is_some() {
        return Ok(hash);
    }
    let size = i64::try_from(new.bytes.len()).unwrap_or(i64::MAX);
    session.execute(
        "INSERT INTO isi (pemda, hash, jenis, ukuran) VALUES ($1, $2, $3, $4)",
        &[pemda.into(), hash.as_str().into(), new.jenis.as_str().into(), size.into()],
    )?;
    let pieces = (0_i64..).zip(new.bytes.chunks(PIECE)).map(|(nomor, piece)| {
        vec![pemda.into(), hash.as_str().into(), nomor.into(), Value::Bytes(piece.to_vec())]
    });
    session.execute_many(
        "INSERT INTO potongan_isi (pemda, hash, nomor, isi) VALUES ($1, $2, $3, $4)",
        pieces,
    )?;
    Ok(hash)
}

fn optional(value: Value) -> Option<String> {
    Some(value.into_cell()).filter(|it| !it.is_empty())
}

fn bukti(session: &mut Session<'_>, berkas: &BerkasRef) -> Result<Vec<BuktiDukung>, StoreError> {
    let rows = session.query(
        "SELECT bukti_dukung.id, tentang, objek, triwulan, nama, halaman, keterangan, pengunggah, waktu, \
         isi.hash, isi.jenis, isi.ukuran FROM bukti_dukung JOIN isi ON isi.pemda = bukti_dukung.pemda \
         AND isi.hash = bukti_dukung.hash WHERE bukti_dukung.pemda = $1 AND berkas = $2 \
         ORDER BY bukti_dukung.id",
        &[berkas.pemda.into(), berkas.id.into()],
    )?;
    let it = |row: Vec<Value>| {
        let [
            id,
            tentang,
            objek,
            triwulan,
            nama,
            halaman,
            keterangan,
            oleh,
            waktu,
            hash,
            jenis,
            ukuran,
        ] = <[Value; 12]>::try_from(row).ok()?;
        let tentang = Tentang::of(tentang.into_cell(), objek.into_cell(), &triwulan.into_cell())?;
        Some(BuktiDukung {
            id: id.as_integer()?,
            tentang,
            nama: nama.into_cell(),
            halaman: optional(halaman),
            keterangan: optional(keterangan),
            pengunggah: oleh.into_cell(),
            waktu: waktu.into_cell(),
            isi: Isi {
                hash: hash.into_cell(),
                jenis: jenis.into_cell(),
                ukuran: ukuran.as_integer()?,
            },
        })
    };
    Ok(rows.into_iter().filter_map(it).collect())
}

fn sign(
    session: &mut Session<'_>,
    pelaku: &Pelaku,
    berkas: &BerkasRef,
    new: &NewDokumenSah,
) -> Result<i64, StoreError> {
    const JENIS: &str = "lkjip";
    let pemda = berkas.pemda;
    let mut head = audit::lock(session, pemda)?;
    let place = (pemda, berkas.id);
    let versi = crate::berkas::berkas_versi(session, place)?;
    if versi != new.versi {
        let what = format!("berkas/{}", berkas.key);
        return Err(StoreError::Conflict { what, versi, found: None });
    }
    let fakta = crate::berkas::facts_digest(session, place)?;
    let office = perangkat_of(session, pemda, &berkas.key.perangkat)?;
    let office =
        office.ok_or_else(|| StoreError::Missing { what: "Perangkat daerah".to_owned() })?;
    let tahun = i64::from(berkas.key.tahun.get());
    let pdf = NewIsi { jenis: "application/pdf".to_owned(), bytes: new.bytes.clone() };
    let hash = keep(session, pemda, &pdf)?;
    let last = session.query_one(
        "SELECT COALESCE(MAX(nomor), 0) FROM dokumen_sah WHERE pemda = $1 AND perangkat = $2 \
         AND tahun = $3 AND jenis = $4",
        &[pemda.into(), office.into(), tahun.into(), JENIS.into()],
    )?;
    let nomor = last.and_then(|it| it.first()?.as_integer()).unwrap_or_default() + 1;
    let id = next_id(session, "dokumen_sah", pemda)?;
    // The entry comes first, so that the document names an end of the trail that knows of it.
    let it = Perubahan {
        tindakan: "sahkan",
        objek: &format!("berkas/{}/{JENIS}/{nomor}", berkas.key),
        lama: None,
        baru: Some(&format!("sha256:{hash} dari {fakta}")),
        alasan: None,
    };
    audit::append(session, &mut head, pelaku, &it)?;
    session.execute(
        "INSERT INTO dokumen_sah (pemda, id, perangkat, tahun, jenis, nomor, hash, fakta, aturan, \
         penanda_tangan, waktu, jejak_nomor, jejak_hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        &[
            pemda.into(),
            id.into(),
            office.into(),
            tahun.into(),
            JENIS.into(),
            nomor.into(),
            hash.as_str().into(),
            fakta.as_str().into(),
            new.aturan.as_str().into(),
            pelaku.nama.as_str().into(),
            pelaku.waktu.as_str().into(),
            head.nomor.into(),
            head.hash.as_str().into(),
        ],
    )?;
    Ok(nomor)
}

fn signed(session: &mut Session<'_>, of: &Signed<'_>) -> Result<Vec<DokumenSah>, StoreError> {
    let select = "SELECT dokumen_sah.pemda, dokumen_sah.id, perangkat.singkatan, tahun, \
                  dokumen_sah.jenis, nomor, isi.hash, isi.jenis, isi.ukuran, fakta, aturan, \
                  penanda_tangan, waktu, jejak_nomor, jejak_hash FROM dokumen_sah \
                  JOIN isi ON isi.pemda = dokumen_sah.pemda AND isi.hash = dokumen_sah.hash \
                  JOIN perangkat ON perangkat.pemda = dokumen_sah.pemda \
                  AND perangkat.id = dokumen_sah.perangkat";
    let (filter, values): (&str, Vec<Value>) = match of {
        Signed::Of(it) => (
            "dokumen_sah.pemda = $1 AND perangkat.singkatan = $2 AND tahun = $3",
            vec![
                it.pemda.into(),
                it.key.perangkat.as_str().into(),
                i64::from(it.key.tahun.get()).into(),
            ],
        ),
        Signed::WithHash(hash) => ("dokumen_sah.hash = $1", vec![(*hash).into()]),
    };
    let sql = format!("{select} WHERE {filter} ORDER BY nomor DESC");
    let it = |row: Vec<Value>| {
        let mut cells = row.into_iter();
        let mut next = || cells.next().unwrap_or(Value::Null);
        let (pemda, id) = (next().as_integer()?, next().as_integer()?);
        let (perangkat, tahun) = (next().into_cell(), next().as_integer()?);
        let (jenis, nomor) = (next().into_cell(), next().as_integer()?);
        let isi = Isi {
            hash: next().into_cell(),
            jenis: next().into_cell(),
            ukuran: next().as_integer()?,
        };
        Some(DokumenSah {
            id,
            key: BerkasKey { perangkat, tahun: Tahun::new(tahun.try_into().ok()?)? },
            jenis,
            nomor,
            isi,
            fakta: next().into_cell(),
            aturan: next().into_cell(),
            penanda_tangan: next().into_cell(),
            waktu: next().into_cell(),
            jejak: Head { pemda, nomor: next().as_integer()?, hash: next().into_cell() },
        })
    };
    Ok(session.query(&sql, &values)?.into_iter().filter_map(it).collect())
}
