//! Cells that are entered in place: how a field names the row it is kept in, what may be typed into it,
//! and how changed cells are kept: all of them, or none.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_domain::angka::{self, Style};
use selaras_domain::{Berkas, Code, Id, NilaiRealisasi, NilaiTarget, Tahun, Target, Verifikasi};
use selaras_store::{Put, StoreError};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::Context;
use crate::findings::Marks;
use crate::frame::{Head, Phase, page};
use crate::mistakes;
use crate::widget::{NOT_FILLED, form_token};

/// A kind of cell: the letter that its fields begin with, and where it is kept.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CellKind {
    letter: &'static str,
    pub(crate) tabel: &'static str,
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
    /// As the name of a field: `v:iku-1:usulan:2023:tw3`; ids never hold a colon.
    name: String,
}

impl CellKey {
    pub(crate) fn new(kind: &'static CellKind, parts: &[&str]) -> CellKey {
        let mut name = kind.letter.to_owned();
        for part in parts {
            name.push(':');
            name.push_str(part);
        }
        CellKey { kind, name }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    fn parse(name: &str) -> Option<CellKey> {
        let (letter, parts) = name.split_once(':')?;
        let kind = KINDS.iter().find(|it| it.letter == letter)?;
        let is_whole = parts.split(':').count() == kind.key.len();
        is_whole.then(|| CellKey { kind, name: name.to_owned() })
    }

    /// The cells that are entered of a row, by its table and its key with slashes.
    pub(crate) fn of_row(tabel: &str, key: &str) -> Vec<CellKey> {
        let parts: Vec<&str> = key.split('/').collect();
        let kinds = KINDS.iter().filter(|it| it.tabel == tabel && it.key.len() == parts.len());
        kinds.map(|kind| CellKey::new(kind, &parts)).collect()
    }

    fn parts(&self) -> impl Iterator<Item = &str> {
        self.name.split(':').skip(1)
    }

    /// A part of the key by its column.
    pub(crate) fn part(&self, column: &str) -> &str {
        self.key().find(|(name, _)| *name == column).map_or("", |(_, part)| part)
    }

    /// The columns of its key, each with its cell.
    pub(crate) fn key(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.kind.key.iter().copied().zip(self.parts())
    }

    pub(crate) fn put(&self, seen: String, cell: String) -> Put {
        // Whoever enters a value does not verify it.
        let also = match self.kind.tabel {
            "nilai_variabel" | "realisasi" => {
                vec![("verifikasi".to_owned(), Verifikasi::Belum.code().to_owned())]
            }
            _ => Vec::new(),
        };
        Put {
            tabel: self.kind.tabel.to_owned(),
            key: self.key().map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect(),
            kolom: self.kind.kolom.to_owned(),
            cell,
            seen,
            also,
        }
    }

    /// Whether the name that the store gives a row is of this cell.
    fn is_row(&self, what: &str) -> bool {
        let parts: Vec<&str> = self.parts().collect();
        what.ends_with(&format!("/{}/{}", self.kind.tabel, parts.join("/")))
    }
}

/// The cell that a target stands in.
pub(crate) fn target_key(it: &Target) -> CellKey {
    let tahun = it.tahun.to_string();
    let parts =
        [it.indikator.as_str(), it.dokumen.as_str(), &tahun, it.periode.code(), it.jenis.code()];
    CellKey::new(&TARGET, &parts)
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
            kept.insert(CellKey::new(kind, parts).name, (nilai, is_verified));
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
            kept.insert(CellKey::new(&TARGET, &parts).name, (nilai, true));
        }
        for it in &berkas.pagu {
            let jumlah = it.jumlah.map(|it| it.get().to_string()).unwrap_or_default();
            let parts = [&it.baris.to_string()[..], &it.dokumen.to_string(), &it.tahun.to_string()];
            kept.insert(CellKey::new(&PAGU, &parts).name, (jumlah, true));
        }
        Kept(kept)
    }

    /// The value of a cell, empty where there is none, and whether it is verified.
    pub(crate) fn get(&self, key: &CellKey) -> (&str, bool) {
        self.0.get(key.name()).map_or(("", true), |(cell, verified)| (cell, *verified))
    }
}

/// A form that could not be kept: every cell of it as it was sent, so that nothing typed is lost, and
/// why, by the names of the fields.
#[derive(Debug, Default)]
pub(crate) struct Refused {
    /// What was typed, and what had been seen there.
    sent: BTreeMap<String, (String, String)>,
    why: BTreeMap<String, String>,
}

impl Refused {
    /// For the summary above a form: each with what was typed.
    pub(crate) fn list(&self) -> Vec<(String, String)> {
        let typed = |name: &str| self.sent.get(name).map_or("", |(typed, _)| typed.trim());
        let line = |(name, why): (&String, &String)| match typed(name) {
            "" => (name.clone(), why.clone()),
            typed if why.contains(typed) => (name.clone(), why.clone()),
            typed => (name.clone(), format!("«{typed}»: {why}")),
        };
        self.why.iter().map(line).collect()
    }
}

/// The cells of a sheet: what is kept of them, what could not be kept, and what is found about them.
pub(crate) struct Cells {
    pub(crate) kept: Kept,
    pub(crate) refused: Refused,
    pub(crate) marks: Marks,
}

impl Cells {
    pub(crate) fn of(kept: Kept) -> Cells {
        Cells { kept, refused: Refused::default(), marks: Marks::default() }
    }

    /// A cell of the table with its field, or with its value where nobody may change it.
    pub(crate) fn show(
        &self,
        key: &CellKey,
        is_open: bool,
        (class, about, head): (&str, &str, &str),
    ) -> Markup {
        let (value, is_verified) = self.kept.get(key);
        let name = key.name();
        let sent = self.refused.sent.get(name);
        let mark = html! {
            @if !is_verified && !value.is_empty() { span.belum title="Belum diverifikasi" { "?" } }
        };
        if !is_open {
            let typed = sent.filter(|(typed, seen)| *typed != shown(seen)).map(|(typed, _)| typed);
            return html! {
                td.angka.(class) data-judul=[(!head.is_empty()).then_some(head)] {
                    (self.marks.sign(key))
                    @if value.is_empty() { span.kosong { (NOT_FILLED) } } @else { (shown(value)) } (mark)
                    @if let Some(typed) = typed { br; small.kurang { "Isian Anda: " (typed) } }
                }
            };
        }
        let why = self.refused.why.get(name);
        let own = (shown(value), value.to_owned());
        let (typed, seen) = sent.unwrap_or(&own);
        let found = self.marks.cell(key);
        let found = found.as_ref();
        html! {
            td.isian.(class) data-judul=[(!head.is_empty()).then_some(head)] {
                (mark)
                input.sel #{ "f-" (name) } name={ "sel:" (name) } value=(typed) inputmode="decimal"
                    autocomplete="off" aria-label=(about)
                    title=[found.map(|it| &it.1)] data-temuan=[found.map(|it| it.0)]
                    aria-invalid=[why.map(|_| "true")] aria-describedby=[why.map(|_| format!("g-{name}"))];
                input type="hidden" name={ "lama:" (name) } value=(seen);
                @if let Some(why) = why { small.galat-bidang id={ "g-" (name) } { (why) } }
            }
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
fn read(key: &CellKey, typed: &str, seen: &str, style: Style) -> Result<String, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(String::new());
    }
    // What the sheet shows it takes back, also where a person who types it would be asked.
    if typed == shown(seen) {
        return Ok(seen.to_owned());
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
    let mut refused = Refused::default();
    for (name, typed) in ask.form.beginning("sel:") {
        let found = CellKey::parse(name).and_then(|key| allow(&key).map(|style| (key, style)));
        let (key, style) =
            found.ok_or_else(|| Fault::Bad(format!("Tidak ada sel «{name}» pada lembar ini.")))?;
        let seen = ask.form.get(&format!("lama:{name}")).to_owned();
        refused.sent.insert(name.to_owned(), (typed.to_owned(), seen.clone()));
        match read(&key, typed, &seen, style) {
            Ok(cell) => {
                if cell != seen {
                    rows.push((name.to_owned(), key.put(seen, cell)));
                }
                keys.push(key);
            }
            Err(why) => drop(refused.why.insert(name.to_owned(), why)),
        }
    }
    if !refused.why.is_empty() {
        return Ok(Saved::Refused(refused));
    }
    let places: Vec<String> = rows.iter().map(|(name, _)| name.clone()).collect();
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    match ask.store().put(&ask.pelaku(), &context.berkas, rows) {
        Ok(()) => Ok(Saved::Kept(keys)),
        Err(StoreError::Rows(faults)) => {
            if let Some((what, found)) = only_conflicts(&faults) {
                return Ok(Saved::Answered(conflict(ask, context, address, what, found)));
            }
            let whys =
                faults.into_iter().map(|(index, error)| (places[index].clone(), why(&error)));
            refused.why.extend(whys);
            Ok(Saved::Refused(refused))
        }
        // What the schema refuses it refuses as a whole.
        Err(error @ StoreError::Constraint(_)) => {
            let why = error.words();
            refused.why.extend(places.into_iter().map(|name| (name, why.clone())));
            Ok(Saved::Refused(refused))
        }
        Err(error) => Err(error.into()),
    }
}

/// The first cell that somebody else has changed, with what it says now, where nothing else is wrong:
/// whoever entered it chooses.
fn only_conflicts(faults: &[(usize, StoreError)]) -> Option<(&str, &str)> {
    let conflicts = faults.iter().map(|(_, error)| match error {
        StoreError::Conflict { what, found, .. } => {
            Some((what.as_str(), found.as_deref().unwrap_or_default()))
        }
        _ => None,
    });
    conflicts.collect::<Option<Vec<_>>>()?.first().copied()
}

/// Why a cell cannot be kept.
fn why(error: &StoreError) -> String {
    match error {
        StoreError::Invalid(errors) => {
            errors.iter().map(mistakes::why).collect::<Vec<_>>().join(" ")
        }
        StoreError::Conflict { found, .. } => theirs(found.as_deref().unwrap_or_default()),
        other => other.words(),
    }
}

/// What somebody else has done to a cell.
fn theirs(now: &str) -> String {
    match now.is_empty() {
        true => "Orang lain baru saja mengosongkan sel ini.".to_owned(),
        false => format!("Orang lain baru saja mengisi {}.", shown(now)),
    }
}

/// What goes back after keeping cells: to our script the cells and what follows from them, to a form
/// the sheet. `refused_page` shows the sheet with what could not be kept; `fresh` reads its cells again,
/// and what follows from the changed ones.
pub(crate) fn answer(
    ask: &Ask<'_>,
    address: &str,
    saved: Saved,
    refused_page: impl FnOnce(Refused) -> Result<Markup, Fault>,
    fresh: impl FnOnce(&[CellKey]) -> Result<(Cells, Derived), Fault>,
) -> Answer {
    match saved {
        Saved::Answered(reply) => Ok(reply),
        Saved::Refused(refused) if ask.wants_json => Ok(refused_json(refused)),
        Saved::Refused(refused) => {
            Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, refused_page(refused)?))
        }
        Saved::Kept(keys) if ask.wants_json => {
            let (cells, derived) = fresh(&keys)?;
            Ok(kept_json(ask, &keys, &cells, derived))
        }
        Saved::Kept(_) => Ok(Reply::go_to(address)),
    }
}

/// Cells that follow from others, by their names in the page.
pub(crate) type Derived = serde_json::Map<String, serde_json::Value>;

/// The data for our script after keeping: what each cell says now, what follows from it, and what is
/// found.
fn kept_json(ask: &Ask<'_>, keys: &[CellKey], now: &Cells, derived: Derived) -> Reply {
    let cells: serde_json::Map<_, _> = keys
        .iter()
        .map(|key| {
            let (value, _) = now.kept.get(key);
            (key.name().to_owned(), serde_json::json!([value, shown(value)]))
        })
        .collect();
    let at = ask.app.settings.offset.to_datetime(ask.now).time();
    let value = serde_json::json!({
        "tersimpan": format!("tersimpan {}", at.strftime("%H.%M")),
        "sel": cells,
        "turunan": derived,
        "temuan": now.marks.json(),
    });
    Reply::json(StatusCode::OK, &value)
}

/// The data for our script when cells cannot be kept.
fn refused_json(refused: Refused) -> Reply {
    let cells: serde_json::Map<_, _> =
        refused.why.into_iter().map(|(name, why)| (name, why.into())).collect();
    let value = serde_json::json!({ "galat": "Isian belum tersimpan.", "sel": cells });
    Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &value)
}

/// Two people changed the same cell: both values, and the choice.
fn conflict(ask: &Ask<'_>, context: &Context, address: &str, what: &str, now: &str) -> Reply {
    let is_there = |name: &str| CellKey::parse(name).is_some_and(|it| it.is_row(what));
    let found = ask.form.beginning("sel:").find(|(name, _)| is_there(name));
    let (name, typed) = found.unwrap_or_default();
    if ask.wants_json {
        let value = serde_json::json!({
            "galat": theirs(now), "nama": name, "kini": now, "tampil": shown(now),
        });
        return Reply::json(StatusCode::CONFLICT, &value);
    }
    let words = |text: &str| if text.is_empty() { "kosong".to_owned() } else { shown(text) };
    // Whatever is chosen, every other cell travels on as it was typed.
    let form = |takes_theirs: bool, button: Markup| {
        html! {
            form method="post" action=(address) {
                (form_token(ask))
                @for (field, value) in ask.form.0.iter().filter(|(name, _)| name != "_t") {
                    @let is_seen = field.strip_prefix("lama:").is_some_and(is_there);
                    @let is_typed = field.strip_prefix("sel:").is_some_and(is_there);
                    @let value = match (is_seen, is_typed && takes_theirs) {
                        (true, _) => now.to_owned(),
                        (_, true) => shown(now),
                        _ => value.clone(),
                    };
                    input type="hidden" name=(field) value=(value);
                }
                (button)
            }
        }
    };
    let body = html! {
        p { "Saat Anda mengisi, orang lain mengubah nilai yang sama. Tidak ada isian Anda yang hilang: pilih apa yang disimpan." }
        dl {
            dt { "Isian Anda" } dd { (words(typed)) }
            dt { "Yang sekarang tersimpan" } dd { (words(now)) }
        }
        div.langkah {
            (form(false, html! { button.utama { "Simpan isian saya" } }))
            (form(true, html! { button { "Pakai nilai yang sekarang tersimpan" } }))
        }
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
