//! Cells that are entered in place: how a field names the row it is kept in, what may be typed into it,
//! and how changed cells are kept: all of them, or none.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_domain::angka::{self, Style};
use selaras_domain::{Berkas, Code, NilaiRealisasi, NilaiTarget, Tahun, Verifikasi};
use selaras_store::{Put, StoreError};

use crate::ask::{Ask, Fault, Reply};
use crate::context::Context;
use crate::frame::{Head, Phase, page};
use crate::widget::form_token;

/// A kind of cell: the letter that its fields begin with, and where it is kept.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CellKind {
    letter: &'static str,
    tabel: &'static str,
    kolom: &'static str,
    key: &'static [&'static str],
}

pub(crate) static VARIABEL: CellKind = CellKind {
    letter: "v",
    tabel: "nilai_variabel",
    kolom: "nilai",
    key: &["indikator", "variabel", "tahun", "periode"],
};
pub(crate) static REALISASI: CellKind = CellKind {
    letter: "r",
    tabel: "realisasi",
    kolom: "nilai",
    key: &["indikator", "tahun", "periode"],
};
pub(crate) static PREDIKAT: CellKind = CellKind {
    letter: "p",
    tabel: "realisasi",
    kolom: "predikat",
    key: &["indikator", "tahun", "periode"],
};
pub(crate) static ANGGARAN: CellKind = CellKind {
    letter: "b",
    tabel: "realisasi_anggaran",
    kolom: "jumlah",
    key: &["baris", "tahun", "periode"],
};
pub(crate) static TARGET: CellKind = CellKind {
    letter: "t",
    tabel: "target",
    kolom: "nilai",
    key: &["indikator", "dokumen", "tahun", "periode", "jenis"],
};
pub(crate) static PAGU: CellKind =
    CellKind { letter: "g", tabel: "pagu", kolom: "jumlah", key: &["baris", "dokumen", "tahun"] };

static KINDS: [&CellKind; 6] = [&VARIABEL, &REALISASI, &PREDIKAT, &ANGGARAN, &TARGET, &PAGU];

/// A cell: its kind, and the cells of its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CellKey {
    pub(crate) kind: &'static CellKind,
    parts: Vec<String>,
}

impl CellKey {
    pub(crate) fn new(kind: &'static CellKind, parts: &[&str]) -> CellKey {
        CellKey { kind, parts: parts.iter().map(|it| (*it).to_owned()).collect() }
    }

    /// As the name of a field: `v:iku-1:usulan:2023:tw3`; ids never hold a colon.
    pub(crate) fn name(&self) -> String {
        format!("{}:{}", self.kind.letter, self.parts.join(":"))
    }

    fn parse(name: &str) -> Option<CellKey> {
        let mut parts = name.split(':').map(str::to_owned);
        let letter = parts.next()?;
        let kind = KINDS.iter().find(|it| it.letter == letter)?;
        let parts: Vec<String> = parts.collect();
        (parts.len() == kind.key.len()).then_some(CellKey { kind, parts })
    }

    /// A part of the key by its column.
    pub(crate) fn part(&self, column: &str) -> &str {
        let index = self.kind.key.iter().position(|it| *it == column);
        index.map_or("", |index| self.parts[index].as_str())
    }

    fn put(&self, seen: String, cell: String) -> Put {
        let key = self.kind.key.iter().zip(&self.parts);
        // Whoever enters a value does not verify it.
        let also = match self.kind.tabel {
            "nilai_variabel" | "realisasi" => {
                vec![("verifikasi".to_owned(), Verifikasi::Belum.code().to_owned())]
            }
            _ => Vec::new(),
        };
        Put {
            tabel: self.kind.tabel.to_owned(),
            key: key.map(|(name, cell)| ((*name).to_owned(), cell.clone())).collect(),
            kolom: self.kind.kolom.to_owned(),
            cell,
            seen,
            also,
        }
    }

    /// Whether the name that the store gives a row is of this cell.
    fn is_row(&self, what: &str) -> bool {
        what.ends_with(&format!("/{}/{}", self.kind.tabel, self.parts.join("/")))
    }
}

/// The cells that a berkas keeps, by the names of their fields: the value as the package writes it, and
/// whether it is verified.
pub(crate) struct Kept(BTreeMap<String, (String, bool)>);

impl Kept {
    /// Of the measurement of a year.
    pub(crate) fn of_year(berkas: &Berkas, tahun: Tahun) -> Kept {
        let year = tahun.to_string();
        let mut kept = BTreeMap::new();
        let mut add = |kind, parts: &[&str], nilai: String, verifikasi: Verifikasi| {
            let is_verified = verifikasi == Verifikasi::Terverifikasi;
            kept.insert(CellKey::new(kind, parts).name(), (nilai, is_verified));
        };
        for it in berkas.nilai_variabel.iter().filter(|it| it.tahun == tahun) {
            let (indikator, variabel) = (it.indikator.to_string(), it.variabel.to_string());
            let nilai = it.nilai.map(|it| it.to_string()).unwrap_or_default();
            add(
                &VARIABEL,
                &[&indikator, &variabel, &year, it.periode.code()],
                nilai,
                it.verifikasi,
            );
        }
        for it in berkas.realisasi.iter().filter(|it| it.tahun == tahun) {
            let indikator = it.indikator.to_string();
            let (kind, nilai) = match &it.nilai {
                Some(NilaiRealisasi::Predikat(it)) => (&PREDIKAT, it.clone()),
                Some(NilaiRealisasi::Angka(it)) => (&REALISASI, it.to_string()),
                None => (&REALISASI, String::new()),
            };
            add(kind, &[&indikator, &year, it.periode.code()], nilai, it.verifikasi);
        }
        for it in berkas.realisasi_anggaran.iter().filter(|it| it.tahun == tahun) {
            let baris = it.baris.to_string();
            let jumlah = it.jumlah.map(|it| it.get().to_string()).unwrap_or_default();
            let parts = [baris.as_str(), &year, it.periode.code()];
            add(&ANGGARAN, &parts, jumlah, Verifikasi::Terverifikasi);
        }
        Kept(kept)
    }

    /// Of the plan: targets and pagu of every document.
    pub(crate) fn of_plan(berkas: &Berkas) -> Kept {
        let mut kept = BTreeMap::new();
        for it in &berkas.target {
            let nilai = match &it.nilai {
                Some(NilaiTarget::Angka(it)) => it.to_string(),
                _ => String::new(),
            };
            let parts = [
                &it.indikator.to_string(),
                &it.dokumen.to_string(),
                &it.tahun.to_string(),
                it.periode.code(),
                it.jenis.code(),
            ];
            kept.insert(CellKey::new(&TARGET, &parts).name(), (nilai, true));
        }
        for it in &berkas.pagu {
            let jumlah = it.jumlah.map(|it| it.get().to_string()).unwrap_or_default();
            let parts = [&it.baris.to_string()[..], &it.dokumen.to_string(), &it.tahun.to_string()];
            kept.insert(CellKey::new(&PAGU, &parts).name(), (jumlah, true));
        }
        Kept(kept)
    }

    /// The value of a cell, empty where there is none, and whether it is verified.
    pub(crate) fn get(&self, key: &CellKey) -> (&str, bool) {
        self.0.get(&key.name()).map_or(("", true), |(cell, verified)| (cell, *verified))
    }
}

/// What was typed into cells and could not be kept, and why, by the names of their fields.
pub(crate) type Refused = BTreeMap<String, (String, String)>;

/// The cell of a table with its field, or with its value where nobody may change it.
pub(crate) fn cell(
    kept: &Kept,
    refused: &Refused,
    key: &CellKey,
    is_open: bool,
    (class, about): (&str, &str),
) -> Markup {
    let (value, is_verified) = kept.get(key);
    let shown = shown(value);
    let mark = html! {
        @if !is_verified && !value.is_empty() { span.belum title="Belum diverifikasi" { "?" } }
    };
    if !is_open {
        return html! {
            td.angka.(class) { @if value.is_empty() { span.kosong { "–" } } @else { (shown) } (mark) }
        };
    }
    let name = key.name();
    let refused = refused.get(&name);
    let typed = refused.map_or(shown.as_str(), |(typed, _)| typed);
    html! {
        td.isian.(class) {
            (mark)
            input.sel #{ "f-" (name) } name={ "sel:" (name) } value=(typed) inputmode="decimal"
                autocomplete="off" aria-label=(about)
                aria-invalid=[refused.map(|_| "true")] title=[refused.map(|(_, why)| why.as_str())];
            input type="hidden" name={ "lama:" (name) } value=(value);
        }
    }
}

/// A kept value as people read and type it.
pub(crate) fn shown(kept: &str) -> String {
    match kept.parse::<rust_decimal::Decimal>() {
        Ok(number) => angka::format(number).replace('−', "-"),
        Err(_) => kept.to_owned(),
    }
}

/// How values of a unit are typed: shares and scores have decimals, counts have thousands.
pub(crate) fn style_of(satuan: &str) -> Style {
    let lower = satuan.to_lowercase();
    let has_decimals =
        ["%", "persen", "indeks", "nilai", "skor"].iter().any(|it| lower.contains(it));
    if has_decimals { Style::Decimals } else { Style::Thousands }
}

/// What was typed into a cell, as the package writes it.
fn read(key: &CellKey, typed: &str, style: Style) -> Result<String, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(String::new());
    }
    if key.kind == &PREDIKAT {
        return Ok(typed.to_owned());
    }
    if key.kind.kolom == "jumlah" {
        return match angka::parse_rupiah(typed, Style::Thousands) {
            Ok(it) if it >= 0 => Ok(it.to_string()),
            Ok(_) => Err("Jumlah rupiah tidak dapat kurang dari nol.".to_owned()),
            Err(error) => Err(error.to_string()),
        };
    }
    let text = typed.strip_suffix('%').unwrap_or(typed).trim_end();
    angka::parse(text, style).map(|it| it.to_string()).map_err(|it| it.to_string())
}

/// How keeping cells ended.
pub(crate) enum Saved {
    /// All are kept; these are their keys.
    Kept(Vec<CellKey>),
    /// None is kept: these cannot be.
    Refused(Refused),
    /// The answer is made already: somebody else was quicker.
    Answered(Reply),
}

/// Keeps the cells of a form that were changed. `allow` says how a cell is typed, or refuses one that
/// has no place on the sheet.
pub(crate) fn save(
    ask: &Ask<'_>,
    context: &Context,
    address: &str,
    allow: impl Fn(&CellKey) -> Option<Style>,
) -> Result<Saved, Fault> {
    let (mut rows, mut keys) = (Vec::new(), Vec::new());
    let mut refused = Refused::new();
    for (name, typed) in ask.form.beginning("sel:") {
        let found = CellKey::parse(name).and_then(|key| allow(&key).map(|style| (key, style)));
        let (key, style) =
            found.ok_or_else(|| Fault::Bad(format!("Tidak ada sel «{name}» pada lembar ini.")))?;
        let seen = ask.form.get(&format!("lama:{name}")).to_owned();
        match read(&key, typed, style) {
            Ok(cell) => {
                if cell != seen {
                    rows.push(key.put(seen, cell));
                }
                keys.push(key);
            }
            Err(why) => {
                refused.insert(name.to_owned(), (typed.to_owned(), why));
            }
        }
    }
    if !refused.is_empty() {
        return Ok(Saved::Refused(refused));
    }
    match ask.store().put(&ask.pelaku(), &context.berkas, rows) {
        Ok(()) => Ok(Saved::Kept(keys)),
        Err(StoreError::Conflict { what, found, .. }) => {
            let found = found.unwrap_or_default();
            Ok(Saved::Answered(conflict(ask, context, address, &what, &found)))
        }
        Err(StoreError::Invalid(errors)) => {
            // The package refuses what the field let through: the reason goes to every cell sent.
            let why: Vec<String> = errors
                .iter()
                .map(|it| format!("{}; seharusnya {}.", it.problem.found(), it.problem.expected()))
                .collect();
            let sent = ask.form.beginning("sel:");
            let all =
                sent.map(|(name, typed)| (name.to_owned(), (typed.to_owned(), why.join(" "))));
            Ok(Saved::Refused(all.collect()))
        }
        Err(error) => Err(error.into()),
    }
}

/// The data for our script after keeping: what each cell says now, and what follows from it.
pub(crate) fn kept_json(
    ask: &Ask<'_>,
    keys: &[CellKey],
    kept: &Kept,
    derived: serde_json::Map<String, serde_json::Value>,
) -> Reply {
    let cells: serde_json::Map<_, _> = keys
        .iter()
        .map(|key| {
            let (value, _) = kept.get(key);
            (key.name(), serde_json::json!([value, shown(value)]))
        })
        .collect();
    let at = ask.app.settings.offset.to_datetime(ask.now).time();
    let value = serde_json::json!({
        "tersimpan": format!("tersimpan {}", at.strftime("%H.%M")),
        "sel": cells,
        "turunan": derived,
    });
    Reply::json(StatusCode::OK, &value)
}

/// The data for our script when cells cannot be kept.
pub(crate) fn refused_json(refused: Refused) -> Reply {
    let cells: serde_json::Map<_, _> =
        refused.into_iter().map(|(name, (_, why))| (name, why.into())).collect();
    let value = serde_json::json!({ "galat": "Isian belum tersimpan.", "sel": cells });
    Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &value)
}

/// Two people changed the same cell: both values, and the choice.
fn conflict(ask: &Ask<'_>, context: &Context, address: &str, what: &str, now: &str) -> Reply {
    if ask.wants_json {
        let words = match now.is_empty() {
            true => "Orang lain baru saja mengosongkan sel ini.".to_owned(),
            false => format!("Orang lain baru saja mengisi {}.", shown(now)),
        };
        let value = serde_json::json!({ "galat": words, "kini": now, "tampil": shown(now) });
        return Reply::json(StatusCode::CONFLICT, &value);
    }
    let is_there = |name: &str| {
        let key = name.strip_prefix("lama:").and_then(CellKey::parse);
        key.is_some_and(|it| it.is_row(what))
    };
    let typed = ask
        .form
        .beginning("sel:")
        .find(|(name, _)| CellKey::parse(name).is_some_and(|it| it.is_row(what)));
    let words = |text: &str| if text.is_empty() { "kosong".to_owned() } else { shown(text) };
    let body = html! {
        p { "Saat Anda mengisi, orang lain mengubah nilai yang sama. Tidak ada isian Anda yang hilang: pilih apa yang disimpan." }
        dl {
            dt { "Isian Anda" } dd { (typed.map_or_else(String::new, |(_, it)| words(it))) }
            dt { "Yang sekarang tersimpan" } dd { (words(now)) }
        }
        form.kolom method="post" action=(address) {
            (form_token(ask))
            @for (name, value) in ask.form.0.iter().filter(|(name, _)| name != "_t") {
                input type="hidden" name=(name) value=(if is_there(name) { now } else { value.as_str() });
            }
            button.utama { "Simpan isian saya" }
        }
        p { a href=(address) { "Pakai nilai yang sekarang tersimpan" } }
    };
    let head = Head::new("Sudah diubah orang lain", Phase::Measure);
    Reply::page_with(StatusCode::CONFLICT, page(ask, Some(context), &head, body))
}

#[cfg(test)]
mod tests {
    use super::{CellKey, REALISASI, TARGET};

    #[test]
    fn the_name_of_a_field_reads_back_as_its_cell() {
        let key = CellKey::new(&REALISASI, &["iku-1", "2023", "tw3"]);
        assert_eq!(key.name(), "r:iku-1:2023:tw3");
        assert_eq!(CellKey::parse("r:iku-1:2023:tw3"), Some(key.clone()));
        assert_eq!(key.part("periode"), "tw3");
        assert!(key.is_row("berkas/BKPSDM/2023/realisasi/iku-1/2023/tw3"));
        assert_eq!(CellKey::parse("r:iku-1:2023"), None);
        assert_eq!(CellKey::parse("x:iku-1:2023:tw3"), None);
        assert_ne!(CellKey::parse("t:a:b:2023:tahun:target").map(|it| it.kind == &TARGET), None);
    }
}
