//! The offices of a pemda through the years: how long each exists, and which others it continues.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use selaras_domain::{Code, PerangkatDaerah, Tahun};

use crate::audit::{self, Pelaku, Perubahan};
use crate::berkas::next_id;
use crate::database::Store;
use crate::error::StoreError;
use crate::sql::{Session, Value};

/// How an office came out of others (PP 18/2016 on perangkat daerah names formation, change and
/// merging; which of them a pemda carried out is its own decision).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PerubahanPerangkat {
    /// Two or more became one.
    Penggabungan,
    /// One became two or more, or gave a part of its tasks away.
    Pemecahan,
    /// The same office under another name.
    PenggantianNama,
}

impl Code for PerubahanPerangkat {
    const ALL: &'static [(PerubahanPerangkat, &'static str)] = &[
        (PerubahanPerangkat::Penggabungan, "penggabungan"),
        (PerubahanPerangkat::Pemecahan, "pemecahan"),
        (PerubahanPerangkat::PenggantianNama, "penggantian_nama"),
    ];
}

/// An office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Perangkat {
    /// What addresses and names of berkas call it.
    pub singkatan: String,
    pub nama: String,
    pub kode: Option<String>,
    pub dibentuk: Option<Date>,
    /// The last day on which there is such an office.
    pub berakhir: Option<Date>,
    pub perubahan: Option<PerubahanPerangkat>,
    /// The short names of those that it continues.
    pub asal: Vec<String>,
    /// The regulation that made it so.
    pub dasar: Option<String>,
    /// Years that have a berkas, in order; read only.
    pub tahun: Vec<Tahun>,
    /// How often it was changed; 0 for one that is not kept yet.
    pub versi: i64,
}

impl Perangkat {
    /// Whether there is such an office at any time of a year.
    pub fn exists_in(&self, tahun: Tahun) -> bool {
        let year = i32::from(tahun.get());
        self.dibentuk.is_none_or(|it| i32::from(it.year()) <= year)
            && self.berakhir.is_none_or(|it| i32::from(it.year()) >= year)
    }
}

/// What is wrong with an office, in the column that has to change; Indonesian.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerangkatFault {
    pub singkatan: String,
    pub kolom: &'static str,
    pub why: String,
}

/// Everything that is wrong with a list of all offices of a pemda.
pub fn check_perangkat(all: &[Perangkat]) -> Vec<PerangkatFault> {
    let by_name: BTreeMap<&str, &Perangkat> =
        all.iter().map(|it| (it.singkatan.as_str(), it)).collect();
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for it in all {
        let mut add = |kolom, why: String| {
            faults.push(PerangkatFault { singkatan: it.singkatan.clone(), kolom, why });
        };
        if it.singkatan.trim().is_empty() {
            add("singkatan", "isi singkatan, misalnya BKPSDM".to_owned());
        } else if it.singkatan.contains('/') || it.singkatan.chars().any(char::is_control) {
            add("singkatan", "singkatan tidak boleh memuat garis miring".to_owned());
        } else if !seen.insert(it.singkatan.as_str()) {
            add("singkatan", format!("singkatan «{}» dipakai dua kali", it.singkatan));
        }
        if it.nama.trim().is_empty() {
            add("nama", "isi nama lengkap perangkat daerah".to_owned());
        }
        if let (Some(from), Some(until)) = (it.dibentuk, it.berakhir)
            && until < from
        {
            add("berakhir", format!("berakhir {until} mendahului pembentukannya {from}"));
        }
        let n_asal = it.asal.iter().collect::<BTreeSet<_>>().len();
        match it.perubahan {
            None if n_asal > 0 => add(
                "perubahan",
                "sebutkan perubahannya: penggabungan, pemecahan atau penggantian_nama".to_owned(),
            ),
            Some(_) if n_asal == 0 => {
                add("asal", "sebutkan singkatan perangkat daerah asalnya".to_owned());
            }
            Some(PerubahanPerangkat::Penggabungan) if n_asal < 2 => add(
                "asal",
                "penggabungan memerlukan sekurang-kurangnya dua perangkat daerah asal, dipisahkan \
                 titik koma"
                    .to_owned(),
            ),
            Some(PerubahanPerangkat::Pemecahan | PerubahanPerangkat::PenggantianNama)
                if n_asal > 1 =>
            {
                add("asal", "perubahan ini mempunyai satu perangkat daerah asal".to_owned());
            }
            _ => {}
        }
        if it.perubahan.is_some() && it.dibentuk.is_none() {
            add("dibentuk", "isi tanggal berlakunya perubahan".to_owned());
        }
        for asal in &it.asal {
            match by_name.get(asal.as_str()) {
                None => add("asal", format!("«{asal}» tidak ada pada daftar perangkat daerah")),
                Some(_) if *asal == it.singkatan => {
                    add("asal", "perangkat daerah tidak berasal dari dirinya sendiri".to_owned());
                }
                Some(_) if descends(&by_name, asal, &it.singkatan) => add(
                    "asal",
                    format!("«{asal}» sendiri berasal dari {}: asal-usul berputar", it.singkatan),
                ),
                Some(before) => {
                    let late = before.dibentuk.zip(it.dibentuk).filter(|(old, new)| old > new);
                    if let Some((old, new)) = late {
                        let why = format!("«{asal}» baru dibentuk {old}, sesudah {new}");
                        add("asal", why);
                    }
                }
            }
        }
    }
    faults
}

/// Whether an office continues another, however many changes lie between.
fn descends(all: &BTreeMap<&str, &Perangkat>, name: &str, ancestor: &str) -> bool {
    let mut waiting = vec![name];
    let mut seen = BTreeSet::new();
    while let Some(next) = waiting.pop() {
        if !seen.insert(next) {
            continue;
        }
        let Some(it) = all.get(next) else { continue };
        if it.asal.iter().any(|asal| asal == ancestor) {
            return true;
        }
        waiting.extend(it.asal.iter().map(String::as_str));
    }
    false
}

/// Where offices merge or take another name, those before them end the day before; one that is split
/// may go on.
fn end_predecessors(all: &mut [Perangkat]) {
    let ends: Vec<(String, Date)> = all
        .iter()
        .filter(|it| {
            matches!(
                it.perubahan,
                Some(PerubahanPerangkat::Penggabungan | PerubahanPerangkat::PenggantianNama)
            )
        })
        .filter_map(|it| Some((it, it.dibentuk?.checked_sub(1.day()).ok()?)))
        .flat_map(|(it, day)| it.asal.iter().map(move |asal| (asal.clone(), day)))
        .collect();
    for (singkatan, day) in ends {
        let found = all.iter_mut().find(|it| it.singkatan == singkatan && it.berakhir.is_none());
        if let Some(it) = found {
            it.berakhir = Some(day);
        }
    }
}

impl Store {
    /// Every office of a pemda, by short name.
    ///
    /// # Errors
    ///
    /// Where the database cannot be read.
    pub fn perangkat(&self, pemda: i64) -> Result<Vec<Perangkat>, StoreError> {
        self.read(|session| Ok(select(session, pemda)?.into_iter().map(|(_, it)| it).collect()))
    }

    /// Adds offices and changes those that are there (`versi` above 0 and unchanged since), all or
    /// none; gives what is wrong, and then nothing was written.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] where somebody else changed one of them since it was read.
    pub fn write_perangkat(
        &self,
        pelaku: &Pelaku,
        pemda: i64,
        offices: Vec<Perangkat>,
    ) -> Result<Vec<PerangkatFault>, StoreError> {
        let pelaku = pelaku.clone();
        self.write(move |session| {
            let mut head = audit::lock(session, pemda)?;
            let kept = select(session, pemda)?;
            let ids: BTreeMap<&str, i64> =
                kept.iter().map(|(id, it)| (it.singkatan.as_str(), *id)).collect();
            let mut all: Vec<Perangkat> = kept.iter().map(|(_, it)| it.clone()).collect();
            for new in &offices {
                let mut new = new.clone();
                new.asal.sort();
                new.asal.dedup();
                let found = all.iter_mut().find(|it| it.singkatan == new.singkatan);
                match found {
                    Some(it) if new.versi != it.versi => {
                        return Err(StoreError::Conflict {
                            what: format!("Perangkat daerah {}", it.singkatan),
                            versi: it.versi,
                            found: None,
                        });
                    }
                    Some(it) => {
                        new.tahun = std::mem::take(&mut it.tahun);
                        *it = new;
                    }
                    None => all.push(new),
                }
            }
            let mut faults = check_perangkat(&all);
            if faults.is_empty() {
                end_predecessors(&mut all);
                faults = check_perangkat(&all);
            }
            if !faults.is_empty() {
                return Ok(faults);
            }
            let before: BTreeMap<&str, &Perangkat> =
                kept.iter().map(|(_, it)| (it.singkatan.as_str(), it)).collect();
            let is_other = |it: &&Perangkat| before.get(it.singkatan.as_str()) != Some(it);
            let changed: Vec<&Perangkat> = all.iter().filter(is_other).collect();
            let mut next = next_id(session, "perangkat", pemda)?;
            let mut ids: BTreeMap<String, i64> =
                ids.into_iter().map(|(name, id)| (name.to_owned(), id)).collect();
            for it in &changed {
                match ids.get(&it.singkatan) {
                    Some(id) => update(session, (pemda, *id), it)?,
                    None => {
                        insert(session, (pemda, next), it)?;
                        ids.insert(it.singkatan.clone(), next);
                        next += 1;
                    }
                }
            }
            for it in &changed {
                let id = ids.get(&it.singkatan).copied().unwrap_or_default();
                write_asal(session, (pemda, id), it, &ids)?;
                let lama = before.get(it.singkatan.as_str()).map(|it| words(it));
                let entry = Perubahan {
                    tindakan: if lama.is_some() { "ubah" } else { "tambah" },
                    objek: &format!("perangkat/{}", it.singkatan),
                    lama: lama.as_deref(),
                    baru: Some(&words(it)),
                    alasan: it.dasar.as_deref(),
                };
                audit::append(session, &mut head, &pelaku, &entry)?;
            }
            Ok(Vec::new())
        })
    }
}

/// An office in one line of the trail.
fn words(it: &Perangkat) -> String {
    let mut parts = vec![it.nama.clone()];
    let day = |it: Date| it.to_string();
    let pairs = [
        ("kode", it.kode.clone()),
        ("dibentuk", it.dibentuk.map(day)),
        ("berakhir", it.berakhir.map(day)),
        ("perubahan", it.perubahan.map(|it| it.code().to_owned())),
        ("asal", (!it.asal.is_empty()).then(|| it.asal.join(", "))),
    ];
    parts.extend(pairs.into_iter().filter_map(|(name, it)| Some(format!("{name} {}", it?))));
    parts.join("; ")
}

fn select(session: &mut Session<'_>, pemda: i64) -> Result<Vec<(i64, Perangkat)>, StoreError> {
    let rows = session.query(
        "SELECT id, singkatan, nama, kode, dibentuk, berakhir, perubahan, dasar, versi \
         FROM perangkat WHERE pemda = $1 ORDER BY singkatan",
        &[pemda.into()],
    )?;
    let text = |it: Value| Some(it.into_cell()).filter(|it| !it.is_empty());
    let day = |it: Value| it.into_cell().parse().ok();
    let office = |row: Vec<Value>| {
        let [id, singkatan, nama, kode, dibentuk, berakhir, perubahan, dasar, versi] =
            <[Value; 9]>::try_from(row).ok()?;
        let it = Perangkat {
            singkatan: singkatan.into_cell(),
            nama: nama.into_cell(),
            kode: text(kode),
            dibentuk: day(dibentuk),
            berakhir: day(berakhir),
            perubahan: PerubahanPerangkat::from_code(&perubahan.into_cell()),
            asal: Vec::new(),
            dasar: text(dasar),
            tahun: Vec::new(),
            versi: versi.as_integer()?,
        };
        Some((id.as_integer()?, it))
    };
    let mut all: Vec<(i64, Perangkat)> = rows.into_iter().filter_map(office).collect();
    let names: BTreeMap<i64, String> =
        all.iter().map(|(id, it)| (*id, it.singkatan.clone())).collect();
    let index: BTreeMap<i64, usize> = all.iter().enumerate().map(|(n, (id, _))| (*id, n)).collect();
    let pairs = session.query(
        "SELECT perangkat, dari FROM asal_perangkat WHERE pemda = $1 ORDER BY perangkat, dari",
        &[pemda.into()],
    )?;
    for row in pairs {
        let (Some(id), Some(dari)) =
            (row.first().and_then(Value::as_integer), row.get(1).and_then(Value::as_integer))
        else {
            continue;
        };
        if let (Some(n), Some(name)) = (index.get(&id), names.get(&dari)) {
            all[*n].1.asal.push(name.clone());
        }
    }
    for (_, it) in &mut all {
        it.asal.sort();
    }
    let years = session.query(
        "SELECT perangkat, tahun FROM berkas WHERE pemda = $1 ORDER BY perangkat, tahun",
        &[pemda.into()],
    )?;
    for row in years {
        let id = row.first().and_then(Value::as_integer);
        let year = row.get(1).and_then(Value::as_integer).and_then(|it| it.try_into().ok());
        if let (Some(n), Some(tahun)) =
            (id.and_then(|it| index.get(&it)), year.and_then(Tahun::new))
        {
            all[*n].1.tahun.push(tahun);
        }
    }
    Ok(all)
}

/// The columns of an office after its keys, in the order of the statements below.
fn cells(it: &Perangkat) -> [Value; 6] {
    let text = |it: Option<&str>| it.map_or(Value::Null, Value::text);
    let day = |it: Option<Date>| it.map_or(Value::Null, |it| Value::text(it.to_string().as_str()));
    [
        Value::text(it.nama.as_str()),
        text(it.kode.as_deref()),
        day(it.dibentuk),
        day(it.berakhir),
        text(it.perubahan.map(Code::code)),
        text(it.dasar.as_deref()),
    ]
}

fn insert(
    session: &mut Session<'_>,
    (pemda, id): (i64, i64),
    it: &Perangkat,
) -> Result<(), StoreError> {
    let mut values = vec![pemda.into(), id.into(), Value::text(it.singkatan.as_str())];
    values.extend(cells(it));
    session.execute(
        "INSERT INTO perangkat (pemda, id, singkatan, nama, kode, dibentuk, berakhir, perubahan, dasar) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &values,
    )?;
    Ok(())
}

fn update(
    session: &mut Session<'_>,
    (pemda, id): (i64, i64),
    it: &Perangkat,
) -> Result<(), StoreError> {
    let mut values = cells(it).to_vec();
    values.extend([pemda.into(), id.into()]);
    session.execute(
        "UPDATE perangkat SET nama = $1, kode = $2, dibentuk = $3, berakhir = $4, perubahan = $5, \
         dasar = $6, versi = versi + 1 WHERE pemda = $7 AND id = $8",
        &values,
    )?;
    Ok(())
}

fn write_asal(
    session: &mut Session<'_>,
    (pemda, id): (i64, i64),
    it: &Perangkat,
    ids: &BTreeMap<String, i64>,
) -> Result<(), StoreError> {
    session.execute(
        "DELETE FROM asal_perangkat WHERE pemda = $1 AND perangkat = $2",
        &[pemda.into(), id.into()],
    )?;
    let asal: BTreeSet<i64> = it.asal.iter().filter_map(|name| ids.get(name).copied()).collect();
    session.execute_many(
        "INSERT INTO asal_perangkat (pemda, perangkat, dari) VALUES ($1, $2, $3)",
        asal.into_iter().map(|dari| vec![pemda.into(), id.into(), dari.into()]),
    )
}

/// The office of a pemda with that short name.
pub(crate) fn perangkat_of(
    session: &mut Session<'_>,
    pemda: i64,
    singkatan: &str,
) -> Result<Option<i64>, StoreError> {
    let found = session.query_one(
        "SELECT id FROM perangkat WHERE pemda = $1 AND singkatan = $2",
        &[pemda.into(), singkatan.into()],
    )?;
    Ok(found.and_then(|it| it.first()?.as_integer()))
}

/// The office that a berkas is of; one that nobody has entered yet is made from what the berkas says.
pub(crate) fn id_or_new(
    session: &mut Session<'_>,
    pemda: i64,
    office: &PerangkatDaerah,
) -> Result<i64, StoreError> {
    if let Some(id) = perangkat_of(session, pemda, &office.singkatan)? {
        return Ok(id);
    }
    let id = next_id(session, "perangkat", pemda)?;
    let it = Perangkat {
        singkatan: office.singkatan.clone(),
        nama: office.nama.clone(),
        kode: office.kode.clone(),
        dibentuk: None,
        berakhir: None,
        perubahan: None,
        asal: Vec::new(),
        dasar: None,
        tahun: Vec::new(),
        versi: 0,
    };
    insert(session, (pemda, id), &it)?;
    Ok(id)
}
