//! What has changed, in words: who did what to which indicator of which quarter, from what to what.

use std::collections::BTreeSet;

use maud::{Markup, html};
use selaras_domain::{Code, Periode, Tahun, Triwulan};
use selaras_package::Table;
use selaras_store::{
    AuditEntry, AuditFilter, BerkasKey, BerkasRef, Langkah, StoreError, fact_tables, told_cells,
};

use crate::ask::{Ask, Fault};
use crate::context::{nomor, part, with_query};
use crate::frame::{office_address, roman};
use crate::page::bukti::words_and_path;
use crate::page::pengukuran::{heading, moment};
use crate::page::table::{shown, title};
use crate::widget::{self, short};

/// Changes that are shown.
const ROWS: usize = 8;
/// Entries that are read for them at a time, and how often: others tell of people who came and went.
const READ: i64 = 64;
const TIMES: i64 = 8;
/// Letters of a value, and of a name.
const LONGEST: usize = 60;

/// The last changes of some offices, or of all where none is named.
pub(crate) fn section(ask: &Ask<'_>, offices: &[&BerkasRef]) -> Result<Markup, Fault> {
    let pemda = ask.pengguna()?.pemda;
    let starts: Vec<Option<String>> = match offices {
        [] => vec![None],
        all => all.iter().map(|it| Some(format!("berkas/{}/", it.key))).collect(),
    };
    let mut entries = Vec::new();
    for objek in starts {
        entries.extend(newest(ask, pemda, objek)?);
    }
    entries.sort_by_key(|it| std::cmp::Reverse(it.nomor));
    entries.truncate(ROWS);
    let accounts: BTreeSet<&str> = entries.iter().map(|it| it.pelaku.as_str()).collect();
    let names = ask.store().names(pemda, &accounts)?;
    let mut changes = Vec::new();
    for it in &entries {
        changes.push((it, Change::of(ask, pemda, it)?));
    }
    Ok(html! {
        section aria-labelledby="perubahan" {
            h2 #perubahan { "Yang baru berubah" }
            @if changes.is_empty() { (widget::empty("Belum ada perubahan sejak data dimasukkan.", None)) }
            @else { ul.perubahan { @for (it, change) in &changes {
                // What a command did was done by nobody who has an account.
                @let who = names.get(&it.pelaku).map_or("Pengelola server", String::as_str);
                li { (line(ask, it, change, who, offices.len() != 1)) }
            } } }
        }
    })
}

/// The newest entries about things whose name begins so that tell of a change, or about anything. The
/// trail is read backwards: it is long, and what is wanted stands at its end.
fn newest(ask: &Ask<'_>, pemda: i64, objek: Option<String>) -> Result<Vec<AuditEntry>, StoreError> {
    let filter = AuditFilter { objek, ..AuditFilter::default() };
    let mut found = Vec::new();
    for skip in (0..TIMES).map(|it| it * READ) {
        let entries = ask.store().audit_search(pemda, &filter, (skip, READ))?;
        let is_all = (entries.len() as i64) < READ;
        found.extend(entries.into_iter().filter(is_told));
        if is_all || found.len() >= ROWS {
            break;
        }
    }
    Ok(found)
}

fn line(
    ask: &Ask<'_>,
    entry: &AuditEntry,
    change: &Change,
    who: &str,
    names_office: bool,
) -> Markup {
    html! {
        strong { (who) } " " (verb(&entry.tindakan)) " "
        a href=(change.address) { (change.what) }
        @if names_office { " " (change.perangkat) " " (change.tahun) }
        @match (&change.lama, &change.baru) {
            (Some(lama), Some(baru)) => { ": " del { (lama) } " → " ins { (baru) } }
            (None, Some(baru)) => { ": " ins { (baru) } }
            (Some(lama), None) => { ": " del { (lama) } }
            (None, None) => {}
        }
        span.saat { (moment(ask, &entry.waktu)) }
    }
}

/// Whether an entry tells of something that somebody did; that a value is unverified again follows from
/// another change, and a summary of a whole import names nothing.
fn is_told(entry: &AuditEntry) -> bool {
    let is_of_office = entry.objek.starts_with("berkas/") && entry.objek.split('/').count() > 3;
    is_of_office && !entry.objek.ends_with("/verifikasi")
}

fn verb(tindakan: &str) -> &str {
    match tindakan {
        "ubah" => "mengubah",
        "tambah" => "mengisi",
        "hapus" => "menghapus",
        "unggah" => "mengunggah",
        "sahkan" => "mengesahkan",
        "tanda tangan" => "menandatangani",
        "komentar" => "mengomentari",
        "selesaikan" => "menyelesaikan komentar pada",
        "buka lagi" => "membuka lagi komentar pada",
        other => Langkah::from_code(other).map_or(other, |it| it.verb()),
    }
}

/// What was changed, where it stands, and the values.
struct Change {
    perangkat: String,
    tahun: String,
    what: String,
    address: String,
    lama: Option<String>,
    baru: Option<String>,
}

impl Change {
    fn of(ask: &Ask<'_>, pemda: i64, entry: &AuditEntry) -> Result<Change, Fault> {
        let mut parts = entry.objek.split('/').skip(1);
        let perangkat = parts.next().unwrap_or_default().to_owned();
        let tahun = parts.next().unwrap_or_default();
        let rest: Vec<&str> = parts.collect();
        let place = office_address(&perangkat, tahun);
        let told = |text: &Option<String>| text.as_deref().map(|it| short(it, LONGEST));
        let change = |what: String, address: String| Change {
            perangkat: perangkat.clone(),
            tahun: tahun.to_owned(),
            what,
            address,
            lama: told(&entry.lama),
            baru: told(&entry.baru),
        };
        let berkas = || {
            let tahun = tahun.parse().ok().and_then(Tahun::new)?;
            let key = BerkasKey { perangkat: perangkat.clone(), tahun };
            ask.store().find_in(pemda, &key).ok()
        };
        let silent = |it: Change| Change { lama: None, baru: None, ..it };
        Ok(match rest.as_slice() {
            ["pengukuran", code] => {
                let triwulan = Triwulan::from_code(code).unwrap_or(Triwulan::Iv);
                let (name, number) = (roman(nomor(triwulan)), nomor(triwulan).to_string());
                let address = with_query(&format!("{place}/ukur"), "tw", &number);
                let it = change(format!("pengukuran triwulan {name}"), address);
                match Langkah::from_code(&entry.tindakan) {
                    // The step says it all; a reason is worth more than the states on both sides.
                    Some(_) => Change { lama: None, baru: told(&entry.alasan), ..it },
                    None => it,
                }
            }
            ["narasi", id] => {
                silent(change(format!("narasi {id}"), format!("{place}/narasi/{}", part(id))))
            }
            ["lkjip", nomor] => silent(change(
                format!("laporan kinerja {tahun}, pengesahan ke-{nomor}"),
                format!("{place}/lkjip"),
            )),
            ["perjanjian", _] => {
                silent(change(format!("perjanjian kinerja {tahun}"), format!("{place}/perjanjian")))
            }
            ["bukti", id] => {
                let all = match berkas() {
                    Some(it) => ask.store().bukti(&it)?,
                    None => Vec::new(),
                };
                // What was taken away again has no page of its own.
                match all.iter().find(|it| it.id.to_string() == *id) {
                    Some(it) => {
                        let (words, path) = words_and_path(&it.tentang);
                        change(words.to_owned(), format!("{place}/{path}"))
                    }
                    None => change("bukti dukung".to_owned(), format!("{place}/ukur")),
                }
            }
            [tabel, baris, kolom @ ..] => {
                let Some(table) = fact_tables().find(|it| it.name == *tabel) else {
                    return Ok(silent(change(title(tabel).to_lowercase(), place)));
                };
                // An office that is gone has nothing to look up.
                let Some(berkas) = berkas() else {
                    return Ok(change(title(tabel).to_lowercase(), place));
                };
                let row = Row::of(ask, &berkas, table, baris, entry)?;
                let (lama, baru) = row.values(entry, kolom.first().copied());
                let what = row.words(ask, &berkas, kolom.first().copied())?;
                Change { lama, baru, ..change(what, row.address(&place, baris)) }
            }
            _ => change(title(rest.join(" ").as_str()).to_lowercase(), place),
        })
    }
}

/// The row that was changed, as it is now, or as the entry tells of it.
struct Row {
    table: &'static Table,
    cells: Vec<String>,
    is_there: bool,
}

/// What is measured: the column that holds the value.
const MEASURED: [(&str, &[&str], &str); 4] = [
    ("realisasi", &["nilai", "predikat"], "realisasi"),
    ("nilai_variabel", &["nilai"], "variabel"),
    ("realisasi_anggaran", &["jumlah"], "realisasi anggaran"),
    ("target", &["nilai", "predikat"], "target"),
];

/// Columns by which people know a row, best first.
const NAMES: [&str; 7] = ["nama", "judul", "aksi", "uraian", "jabatan", "teks", "id"];

impl Row {
    fn of(
        ask: &Ask<'_>,
        berkas: &BerkasRef,
        table: &'static Table,
        baris: &str,
        entry: &AuditEntry,
    ) -> Result<Row, Fault> {
        let kept = match baris.parse() {
            Ok(baris) => ask.store().row(berkas, table.name, baris)?,
            Err(_) => None,
        };
        if let Some(row) = kept {
            return Ok(Row { table, cells: row.cells, is_there: true });
        }
        let told = entry.baru.as_deref().or(entry.lama.as_deref()).unwrap_or_default();
        let blank = || vec![String::new(); table.columns.len()];
        let cells = told_cells(table, told).unwrap_or_else(blank);
        Ok(Row { table, cells, is_there: false })
    }

    fn cell(&self, name: &str) -> &str {
        let index = self.table.column_index(name);
        index.and_then(|it| self.cells.get(it)).map_or("", String::as_str)
    }

    fn measured(&self) -> Option<(&'static [&'static str], &'static str)> {
        let mut all = MEASURED.iter();
        all.find(|(name, ..)| *name == self.table.name)
            .map(|(_, columns, words)| (*columns, *words))
    }

    /// `realisasi Indeks Sistem Merit, TW III`.
    fn words(
        &self,
        ask: &Ask<'_>,
        berkas: &BerkasRef,
        kolom: Option<&str>,
    ) -> Result<String, StoreError> {
        let kind = match self.measured() {
            Some((_, words)) => words.to_owned(),
            None => title(self.table.name).to_lowercase(),
        };
        let of = [("indikator", "indikator"), ("baris", "program_kegiatan")];
        let mut name = String::new();
        for (column, tabel) in of.iter().filter(|(column, _)| !self.cell(column).is_empty()) {
            name = name_of(ask, berkas, tabel, self.cell(column))?;
        }
        if name.is_empty() {
            let known = NAMES.iter().map(|it| self.cell(it)).find(|it| !it.is_empty());
            name = known.unwrap_or_default().to_owned();
        }
        let mut words = kind;
        let mut add = |between: &str, text: &str| {
            if !text.is_empty() {
                words.push_str(between);
                words.push_str(text);
            }
        };
        add(" ", &short(&name, LONGEST));
        add(", ", &self.cell("variabel").replace('-', " "));
        add(", ", Periode::from_code(self.cell("periode")).map_or("", heading));
        let is_value = self
            .measured()
            .is_some_and(|(columns, _)| kolom.is_none_or(|kolom| columns.contains(&kolom)));
        if let Some(kolom) = kolom.filter(|_| !is_value) {
            add(", ", &title(kolom).to_lowercase());
        }
        Ok(words)
    }

    /// The values as people read them: those of a column, or that which a measured row holds.
    fn values(&self, entry: &AuditEntry, kolom: Option<&str>) -> (Option<String>, Option<String>) {
        let value = |text: Option<&str>| {
            let text = text?;
            let column = |name: &str| {
                self.table.column_index(name).map(|index| (index, &self.table.columns[index]))
            };
            let (column, cell) = match (kolom, self.measured()) {
                (Some(kolom), _) => (column(kolom)?.1, text.to_owned()),
                (None, Some((columns, _))) => {
                    let told = told_cells(self.table, text)?;
                    let mut all = columns.iter().filter_map(|name| column(name));
                    let (index, column) = all.find(|(index, _)| !told[*index].is_empty())?;
                    (column, told[index].clone())
                }
                (None, None) => return None,
            };
            Some(short(&shown(column, &cell), LONGEST))
        };
        (value(entry.lama.as_deref()), value(entry.baru.as_deref()))
    }

    /// Where it stands: what is measured, on the sheet of its quarter.
    fn address(&self, place: &str, baris: &str) -> String {
        let quarter = match Periode::from_code(self.cell("periode")) {
            Some(Periode::Tw1) => "1",
            Some(Periode::Tw2) => "2",
            Some(Periode::Tw3) => "3",
            _ => "4",
        };
        match self.table.name {
            "realisasi" | "nilai_variabel" => with_query(&format!("{place}/ukur"), "tw", quarter),
            "realisasi_anggaran" => {
                let sheet = with_query(&format!("{place}/ukur"), "tw", quarter);
                with_query(&sheet, "bagian", "anggaran")
            }
            name if self.is_there => format!("{place}/tabel/{name}/{baris}"),
            name => format!("{place}/tabel/{name}"),
        }
    }
}

/// What people call the row of that id.
fn name_of(ask: &Ask<'_>, berkas: &BerkasRef, tabel: &str, id: &str) -> Result<String, StoreError> {
    let row = ask.store().row_by_key(berkas, tabel, &[("id", id)])?;
    let table = fact_tables().find(|it| it.name == tabel);
    let index = table.and_then(|it| it.column_index("nama"));
    let nama = row.and_then(|it| it.cells.into_iter().nth(index?));
    Ok(nama.unwrap_or_else(|| id.to_owned()))
}
