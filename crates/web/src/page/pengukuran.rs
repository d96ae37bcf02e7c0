//! Ukur: the quarters of a year as a sheet, entered cell by cell, and the way of a quarter from draft
//! to lock.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use maud::{Markup, html};
use selaras_domain::angka::{self, Style};
use selaras_domain::{
    Berkas, Code, Hasil, Indikator, JenisIndikator, Keadaan, NilaiRealisasi, Periode, Triwulan,
    Verifikasi, tanggal,
};
use selaras_store::{Langkah, NewLangkah, Pengajuan, Put, Status, StoreError};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, nomor, with_query};
use crate::frame::{Head, Phase, page, roman};
use crate::permission::Permission;
use crate::status::{self, Light};
use crate::widget::{self, figure, find, form_token};

/// All that the sheet shows; a page loads no more of a berkas.
pub(crate) const TABLES: &[&str] = &[
    "kebijakan_indikator",
    "skala",
    "pita",
    "dokumen",
    "sasaran",
    "tujuan",
    "indikator",
    "variabel",
    "nilai_variabel",
    "komponen",
    "register",
    "catatan_register",
    "target",
    "realisasi",
];

/// What the sheet of the budget shows.
const BUDGET_TABLES: &[&str] = &["dokumen", "program_kegiatan", "pagu", "realisasi_anggaran"];

/// Which part of the measurement is on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Indicators of tujuan and sasaran.
    Main,
    /// Indicators of programs, kegiatan and subkegiatan.
    Program,
    Budget,
}

impl Part {
    const ALL: [(Part, &'static str, &'static str); 3] = [
        (Part::Main, "utama", "Tujuan dan sasaran"),
        (Part::Program, "program", "Program dan kegiatan"),
        (Part::Budget, "anggaran", "Anggaran"),
    ];

    fn of(ask: &Ask<'_>) -> Part {
        let code = ask.query.given("bagian").unwrap_or_else(|| ask.form.get("bagian"));
        Part::ALL.iter().find(|(_, it, _)| *it == code).map_or(Part::Main, |(it, ..)| *it)
    }

    fn code(self) -> &'static str {
        Part::ALL.iter().find(|(it, ..)| *it == self).map_or("", |(_, code, _)| code)
    }

    fn has(self, indikator: &Indikator) -> bool {
        let is_main = matches!(indikator.jenis, JenisIndikator::Tujuan | JenisIndikator::Iku);
        is_main == (self == Part::Main)
    }
}

/// The columns of the sheet.
const COLUMNS: [Periode; 5] =
    [Periode::Tw1, Periode::Tw2, Periode::Tw3, Periode::Tw4, Periode::Tahun];

/// The quarter whose submission carries a period.
fn quarter_of(periode: Periode) -> Triwulan {
    match periode {
        Periode::Tw1 => Triwulan::I,
        Periode::Tw2 => Triwulan::Ii,
        Periode::Tw3 => Triwulan::Iii,
        Periode::Tw4 | Periode::Tahun | Periode::Kumulatif => Triwulan::Iv,
    }
}

/// What a cell of the sheet is kept as.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum CellKey {
    Variabel { indikator: String, variabel: String, periode: Periode },
    Realisasi { indikator: String, periode: Periode },
    Predikat { indikator: String, periode: Periode },
    Anggaran { baris: String, periode: Periode },
}

impl CellKey {
    /// As the name of a field: `v:iku-1:usulan:tw3`.
    fn name(&self) -> String {
        match self {
            CellKey::Variabel { indikator, variabel, periode } => {
                format!("v:{indikator}:{variabel}:{}", periode.code())
            }
            CellKey::Realisasi { indikator, periode } => {
                format!("r:{indikator}:{}", periode.code())
            }
            CellKey::Predikat { indikator, periode } => format!("p:{indikator}:{}", periode.code()),
            CellKey::Anggaran { baris, periode } => format!("b:{baris}:{}", periode.code()),
        }
    }

    fn parse(name: &str) -> Option<CellKey> {
        let parts: Vec<&str> = name.split(':').collect();
        let own = |it: &str| it.to_owned();
        Some(match parts[..] {
            ["v", indikator, variabel, periode] => CellKey::Variabel {
                indikator: own(indikator),
                variabel: own(variabel),
                periode: Periode::from_code(periode)?,
            },
            ["r", indikator, periode] => CellKey::Realisasi {
                indikator: own(indikator),
                periode: Periode::from_code(periode)?,
            },
            ["p", indikator, periode] => CellKey::Predikat {
                indikator: own(indikator),
                periode: Periode::from_code(periode)?,
            },
            ["b", baris, periode] => {
                CellKey::Anggaran { baris: own(baris), periode: Periode::from_code(periode)? }
            }
            _ => return None,
        })
    }

    fn put(&self, context: &Context, seen: String, cell: String) -> Put {
        let pair = |name: &str, cell: &str| (name.to_owned(), cell.to_owned());
        let (tabel, kolom, mut key, periode) = match self {
            CellKey::Variabel { indikator, variabel, periode } => (
                "nilai_variabel",
                "nilai",
                vec![pair("indikator", indikator), pair("variabel", variabel)],
                periode,
            ),
            CellKey::Realisasi { indikator, periode } => {
                ("realisasi", "nilai", vec![pair("indikator", indikator)], periode)
            }
            CellKey::Predikat { indikator, periode } => {
                ("realisasi", "predikat", vec![pair("indikator", indikator)], periode)
            }
            CellKey::Anggaran { baris, periode } => {
                ("realisasi_anggaran", "jumlah", vec![pair("baris", baris)], periode)
            }
        };
        key.push(pair("tahun", &context.tahun().to_string()));
        key.push(pair("periode", periode.code()));
        // Whoever enters a value does not verify it.
        let also = match tabel {
            "realisasi_anggaran" => Vec::new(),
            _ => vec![pair("verifikasi", Verifikasi::Belum.code())],
        };
        let (tabel, kolom) = (tabel.to_owned(), kolom.to_owned());
        Put { tabel, key, kolom, cell, seen, also }
    }
}

/// The sheet and all that it is made of.
struct Sheet<'a> {
    ask: &'a Ask<'a>,
    context: &'a Context,
    part: Part,
    berkas: Berkas,
    hasil: Hasil,
    pengajuan: [Pengajuan; 4],
    /// Whether whoever asks may enter values.
    may_enter: bool,
    /// What was typed and could not be kept, and why.
    refused: BTreeMap<String, (String, String)>,
}

impl<'a> Sheet<'a> {
    fn load(ask: &'a Ask<'a>, context: &'a Context, part: Part) -> Result<Sheet<'a>, Fault> {
        let tables = if part == Part::Budget { BUDGET_TABLES } else { TABLES };
        let berkas = ask.store().berkas_part(&context.berkas, tables)?;
        let hasil = selaras_rules::measure(&berkas);
        Ok(Sheet {
            ask,
            context,
            part,
            berkas,
            hasil,
            pengajuan: ask.store().pengajuan(&context.berkas)?,
            may_enter: ask.may(Permission::Measure, Some(context.perangkat())),
            refused: BTreeMap::new(),
        })
    }

    fn is_open(&self, periode: Periode) -> bool {
        let index = usize::from(nomor(quarter_of(periode)) - 1);
        self.may_enter && self.pengajuan[index].is_open_on(self.ask.day())
    }

    fn indikator(&self) -> impl Iterator<Item = &Indikator> {
        self.berkas.indikator.iter().filter(|it| self.part.has(it))
    }

    /// A figure of an indicator in a period.
    fn figure(&self, it: &Indikator, periode: Periode, what: &str) -> Option<&selaras_domain::Figure> {
        let tahun = self.context.tahun().to_string();
        let id = it.id.to_string();
        match periode {
            Periode::Tahun => find(&self.hasil, &["indikator", &id, &tahun, what]),
            other => find(&self.hasil, &["indikator", &id, &tahun, other.code(), what]),
        }
    }

    /// The value that is kept for a cell, as the package writes it, and whether it is verified.
    fn kept(&self, key: &CellKey) -> (String, bool) {
        let tahun = self.context.tahun();
        let found = match key {
            CellKey::Variabel { indikator, variabel, periode } => self
                .berkas
                .nilai_variabel
                .iter()
                .find(|it| {
                    it.tahun == tahun
                        && it.periode == *periode
                        && it.variabel.to_string() == *variabel
                        && it.indikator.to_string() == *indikator
                })
                .map(|it| (it.nilai.map(|it| it.to_string()), it.verifikasi)),
            CellKey::Realisasi { indikator, periode } | CellKey::Predikat { indikator, periode } => {
                let rows = self.berkas.realisasi.iter();
                let mut rows = rows.filter(|it| {
                    it.tahun == tahun
                        && it.periode == *periode
                        && it.indikator.to_string() == *indikator
                });
                rows.next().map(|it| {
                    let nilai = it.nilai.as_ref().map(|it| match it {
                        NilaiRealisasi::Angka(it) => it.to_string(),
                        NilaiRealisasi::Predikat(it) => it.clone(),
                    });
                    (nilai, it.verifikasi)
                })
            }
            CellKey::Anggaran { baris, periode } => self
                .berkas
                .realisasi_anggaran
                .iter()
                .find(|it| {
                    it.tahun == tahun && it.periode == *periode && it.baris.to_string() == *baris
                })
                .map(|it| {
                    (it.jumlah.map(|it| it.get().to_string()), Verifikasi::Terverifikasi)
                }),
        };
        let (nilai, verifikasi) = found.unwrap_or((None, Verifikasi::Terverifikasi));
        (nilai.unwrap_or_default(), verifikasi == Verifikasi::Terverifikasi)
    }

    /// The field of a cell, or its value where it cannot be changed.
    fn cell(&self, key: &CellKey, periode: Periode, about: &str) -> Markup {
        let (kept, is_verified) = self.kept(key);
        let shown = shown(&kept);
        let name = key.name();
        let class = self.column_class(periode);
        if !self.is_open(periode) {
            return html! {
                td.angka.(class) {
                    @if kept.is_empty() { span.kosong { "–" } } @else { (shown) }
                    @if !is_verified { " " span.belum title="Belum diverifikasi" { "?" } }
                }
            };
        }
        let refused = self.refused.get(&name);
        let value = refused.map_or(shown.as_str(), |(typed, _)| typed);
        let label = format!("{about}, {}", words(periode));
        html! {
            td.isian.(class) {
                input.sel #{ "f-" (name) } name={ "sel:" (name) } value=(value) inputmode="decimal"
                    autocomplete="off" aria-label=(label)
                    aria-invalid=[refused.map(|_| "true")]
                    title=[refused.map(|(_, why)| why.as_str())];
                input type="hidden" name={ "lama:" (name) } value=(kept);
                @if !is_verified && !kept.is_empty() { span.belum title="Belum diverifikasi" { "?" } }
            }
        }
    }

    fn column_class(&self, periode: Periode) -> &'static str {
        let is_chosen = periode != Periode::Tahun && quarter_of(periode) == self.context.triwulan;
        if is_chosen { "kini" } else { "" }
    }

    fn derived(&self, it: &Indikator, periode: Periode, what: &str) -> Markup {
        let found = self.figure(it, periode, what);
        let id = format!("d:{}:{}:{what}", it.id, periode.code());
        let shown = html! { (figure(self.context, found)) };
        html! {
            td.angka.turunan.(self.column_class(periode)) id=(id) {
                (shown)
                @if let Some(predikat) = found.and_then(|it| it.predikat.as_ref()).filter(|_| what == "capaian") {
                    br; small.lembut { (predikat) }
                }
            }
        }
    }

    /// Whether the realisasi of a quarter is known, or never asked for.
    fn is_filled(&self, it: &Indikator, triwulan: Triwulan) -> bool {
        let periode = COLUMNS[usize::from(nomor(triwulan) - 1)];
        let is_known = |periode| {
            self.figure(it, periode, "realisasi")
                .is_some_and(|it| it.value.is_some() || it.teks.is_some())
        };
        is_known(periode) || (triwulan == Triwulan::Iv && is_known(Periode::Tahun))
    }

    fn n_missing(&self, triwulan: Triwulan) -> (usize, usize) {
        let all: Vec<&Indikator> = self.indikator().collect();
        (all.iter().filter(|it| !self.is_filled(it, triwulan)).count(), all.len())
    }

    fn render(&self) -> Markup {
        let tabs = html! {
            nav.bagian aria-label="Bagian pengukuran" {
                @for (it, code, words) in Part::ALL {
                    a href=(with_query(&self.context.link("ukur"), "bagian", code)) aria-current=[(it == self.part).then_some("true")] { (words) }
                }
            }
        };
        let head = html! {
            thead {
                tr {
                    th scope="col" { "Uraian" }
                    th scope="col" { "Satuan" }
                    @for it in COLUMNS { th.angka.(self.column_class(it)) scope="col" { (heading(it)) } }
                }
            }
        };
        let has_open = COLUMNS.iter().any(|it| self.is_open(*it));
        let problems: Vec<(String, String)> =
            self.refused.iter().map(|(name, (_, why))| (name.clone(), why.clone())).collect();
        html! {
            (tabs)
            form method="post" action=(self.context.link("ukur")) data-kisi[has_open] {
                (form_token(self.ask))
                input type="hidden" name="bagian" value=(self.part.code());
                (widget::errors(&problems))
                div.gulung {
                    table.kisi {
                        (head)
                        @if self.part == Part::Budget { (self.budget_rows()) }
                        @else { @for it in self.indikator() { (self.indikator_rows(it)) } }
                    }
                }
                @if has_open {
                    p.bawah {
                        button.utama { "Simpan isian" }
                        span.lembut.tanpa-skrip { "Angka memakai koma: 85,8. Sel yang dikosongkan menjadi belum diisi." }
                        span.lembut.kabar role="status" data-kabar {}
                    }
                }
            }
        }
    }

    fn indikator_rows(&self, it: &Indikator) -> Markup {
        let own = |wanted: &selaras_domain::IndikatorId| *wanted == it.id;
        let variables: Vec<_> = self.berkas.variabel.iter().filter(|row| own(&row.indikator)).collect();
        let id = it.id.to_string();
        let by_formula = it.formula.is_some() && !variables.is_empty();
        let light = Light::of(self.figure(it, Periode::Tahun, "capaian"));
        html! {
            tbody {
                tr.kelompok {
                    th scope="rowgroup" colspan="7" {
                        span { (it.nama) }
                        span.ujung id={ "d:" (id) ":tahun:status" } { (light.tag()) }
                    }
                }
                tr {
                    th scope="row" { "Target" }
                    td.lembut { (it.satuan) }
                    @for periode in COLUMNS { (self.derived(it, periode, "target")) }
                }
                @for row in &variables {
                    tr {
                        th.menjorok scope="row" { (row.nama) }
                        td.lembut { (row.satuan) }
                        @for periode in COLUMNS {
                            (self.cell(&CellKey::Variabel { indikator: id.clone(), variabel: row.id.to_string(), periode }, periode, &row.nama))
                        }
                    }
                }
                tr {
                    th scope="row" { "Realisasi" }
                    td.lembut { (it.satuan) }
                    @for periode in COLUMNS {
                        @if by_formula { (self.derived(it, periode, "realisasi")) }
                        @else if it.skala_nilai.is_some() {
                            (self.cell(&CellKey::Predikat { indikator: id.clone(), periode }, periode, &format!("Realisasi {}", it.nama)))
                        } @else {
                            (self.cell(&CellKey::Realisasi { indikator: id.clone(), periode }, periode, &format!("Realisasi {}", it.nama)))
                        }
                    }
                }
                tr.hasil {
                    th scope="row" { "Capaian" }
                    td.lembut { "%" }
                    @for periode in COLUMNS { (self.derived(it, periode, "capaian")) }
                }
            }
        }
    }

    fn budget_rows(&self) -> Markup {
        let tahun = self.context.tahun().to_string();
        let depth = |id: &selaras_domain::BarisId| {
            let mut depth = 0_usize;
            let mut at = self.berkas.find_baris(id);
            while let Some(parent) = at.and_then(|it| it.induk.as_ref()).filter(|_| depth < 8) {
                at = self.berkas.find_baris(parent);
                depth += 1;
            }
            depth
        };
        html! {
            tbody {
                @for row in &self.berkas.program_kegiatan {
                    @let id = row.id.to_string();
                    @let is_leaf = self.berkas.children(&row.id).next().is_none();
                    tr.(if is_leaf { "" } else { "induk" }) {
                        th.{ "j" (depth(&row.id)) } scope="row" { (row.nama) }
                        td.lembut { "Rp" }
                        @for periode in COLUMNS {
                            @let has_own = !self.kept(&CellKey::Anggaran { baris: id.clone(), periode }).0.is_empty();
                            @if is_leaf || has_own {
                                (self.cell(&CellKey::Anggaran { baris: id.clone(), periode }, periode, &row.nama))
                            } @else {
                                @let found = match periode {
                                    Periode::Tahun => find(&self.hasil, &["anggaran", &id, &tahun, "realisasi"]),
                                    other => find(&self.hasil, &["anggaran", &id, &tahun, other.code(), "realisasi"]),
                                };
                                td.angka.turunan.(self.column_class(periode)) id={ "d:" (id) ":" (periode.code()) ":anggaran" } { (figure(self.context, found)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The cells that follow from others, by their names in the page: what the script puts in.
    fn derived_cells(&self) -> serde_json::Map<String, serde_json::Value> {
        let mut cells = serde_json::Map::new();
        let mut add = |id: String, markup: &Markup| {
            cells.insert(id, serde_json::Value::String(markup.0.clone()));
        };
        for it in self.indikator() {
            for periode in COLUMNS {
                for what in ["realisasi", "capaian"] {
                    let found = self.figure(it, periode, what);
                    let predikat = found.and_then(|it| it.predikat.as_ref());
                    let inner = html! {
                        (figure(self.context, found))
                        @if let Some(predikat) = predikat.filter(|_| what == "capaian") {
                            br; small.lembut { (predikat) }
                        }
                    };
                    add(format!("d:{}:{}:{what}", it.id, periode.code()), &inner);
                }
            }
            let light = Light::of(self.figure(it, Periode::Tahun, "capaian"));
            add(format!("d:{}:tahun:status", it.id), &light.tag());
        }
        let tahun = self.context.tahun().to_string();
        for row in self.berkas.program_kegiatan.iter().filter(|_| self.part == Part::Budget) {
            let id = row.id.to_string();
            for periode in COLUMNS {
                let found = match periode {
                    Periode::Tahun => find(&self.hasil, &["anggaran", &id, &tahun, "realisasi"]),
                    other => find(&self.hasil, &["anggaran", &id, &tahun, other.code(), "realisasi"]),
                };
                add(format!("d:{id}:{}:anggaran", periode.code()), &figure(self.context, found));
            }
        }
        cells
    }

    /// How the value of a cell is typed.
    fn style(&self, key: &CellKey) -> Style {
        let satuan = match key {
            CellKey::Anggaran { .. } => return Style::Thousands,
            CellKey::Variabel { indikator, variabel, .. } => {
                let mut rows = self.berkas.variabel.iter();
                let found = rows.find(|it| {
                    it.id.to_string() == *variabel && it.indikator.to_string() == *indikator
                });
                found.map_or("", |it| it.satuan.as_str())
            }
            CellKey::Realisasi { indikator, .. } | CellKey::Predikat { indikator, .. } => {
                let mut rows = self.berkas.indikator.iter();
                let found = rows.find(|it| it.id.to_string() == *indikator);
                found.map_or("", |it| it.satuan.as_str())
            }
        };
        let lower = satuan.to_lowercase();
        let has_decimals = ["%", "persen", "indeks", "nilai", "skor"].iter().any(|it| lower.contains(it));
        if has_decimals { Style::Decimals } else { Style::Thousands }
    }

    /// What was typed, as the package writes it.
    fn read(&self, key: &CellKey, typed: &str) -> Result<String, String> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(String::new());
        }
        match key {
            CellKey::Predikat { .. } => Ok(typed.to_owned()),
            CellKey::Anggaran { .. } => match angka::parse_rupiah(typed, Style::Thousands) {
                Ok(it) if it >= 0 => Ok(it.to_string()),
                Ok(_) => Err("Realisasi anggaran tidak dapat kurang dari nol.".to_owned()),
                Err(error) => Err(error.to_string()),
            },
            _ => {
                let style = self.style(key);
                let text = typed.strip_suffix('%').unwrap_or(typed).trim_end();
                angka::parse(text, style).map(|it| it.to_string()).map_err(|it| it.to_string())
            }
        }
    }
}

/// A kept value as people read it.
fn shown(kept: &str) -> String {
    match kept.parse::<rust_decimal::Decimal>() {
        Ok(number) => angka::format(number).replace('−', "-"),
        Err(_) => kept.to_owned(),
    }
}

fn heading(periode: Periode) -> &'static str {
    match periode {
        Periode::Tw1 => "TW I",
        Periode::Tw2 => "TW II",
        Periode::Tw3 => "TW III",
        Periode::Tw4 => "TW IV",
        Periode::Tahun | Periode::Kumulatif => "Tahun",
    }
}

fn words(periode: Periode) -> &'static str {
    match periode {
        Periode::Tw1 => "triwulan I",
        Periode::Tw2 => "triwulan II",
        Periode::Tw3 => "triwulan III",
        Periode::Tw4 => "triwulan IV",
        Periode::Tahun | Periode::Kumulatif => "tahun",
    }
}

pub(crate) fn grid(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let sheet = Sheet::load(ask, &context, Part::of(ask))?;
    Ok(Reply::page(sheet_page(ask, &context, &sheet)?))
}

fn sheet_page(ask: &Ask<'_>, context: &Context, sheet: &Sheet<'_>) -> Result<Markup, Fault> {
    let it = &sheet.pengajuan[usize::from(context.nomor() - 1)];
    let quarter = format!("triwulan {}", roman(context.nomor()));
    let schedule = ask.store().jadwal(context.berkas.pemda, context.tahun())?;
    let (n_missing, n_all) = sheet.n_missing(context.triwulan);
    let due = schedule.get(&context.triwulan).map(|last| deadline(ask, *last));
    let state = html! {
        (due.unwrap_or_else(|| "Batas waktu belum ditetapkan".to_owned())) ". "
        @if sheet.part != Part::Budget {
            @if n_missing == 0 { "Semua indikator terisi." }
            @else { (n_missing) " dari " (n_all) " indikator belum diisi." }
        }
    };
    let head = Head::new(format!("Pengukuran {quarter}"), Phase::Measure).state(state);
    let body = html! {
        (stations(ask, it))
        (steps(ask, context, it, n_missing))
        (sheet.render())
    };
    Ok(page(ask, Some(context), &head, body))
}

/// `Batas 10 Oktober 2023, 4 hari lagi`.
pub(crate) fn deadline(ask: &Ask<'_>, last: jiff::civil::Date) -> String {
    let days = ask.day().until(last).map_or(0, |it| it.get_days());
    let when = match days {
        0 => "hari ini".to_owned(),
        it if it > 0 => format!("{it} hari lagi"),
        it => format!("lewat {} hari", -it),
    };
    format!("Batas {}, {when}", tanggal::format(last))
}

/// The way from draft to lock, and where the quarter stands on it.
fn stations(ask: &Ask<'_>, it: &Pengajuan) -> Markup {
    const WAY: [Status; 5] =
        [Status::Draf, Status::Diajukan, Status::Diverifikasi, Status::Disetujui, Status::Dikunci];
    let now = it.status_on(ask.day());
    let reached = match now {
        Status::Perbaikan | Status::Dibuka => Status::Draf,
        other => other,
    };
    let at = WAY.iter().position(|it| *it == reached).unwrap_or(0);
    html! {
        ol.stasiun aria-label="Keadaan pengukuran" {
            @for (index, station) in WAY.iter().enumerate() {
                li aria-current=[(index == at).then_some("step")] class=(if index <= at { "lewat" } else { "" }) {
                    span.mark aria-hidden="true" { (if index <= at { "●" } else { "○" }) }
                    @if index == at && now != reached { (now.words()) } @else { (station.words()) }
                }
            }
        }
        @if !it.waktu.is_empty() {
            p.lembut {
                (status::submission(now)) " "
                (moment(ask, &it.waktu)) " · diajukan oleh " (it.pengaju)
                @if let Some(last) = it.dibuka_sampai.filter(|_| now == Status::Dibuka) { " · dapat diubah sampai " (tanggal::format(last)) }
            }
            @if let Some(pesan) = &it.pesan { blockquote.pesan { (pesan) } }
        }
    }
}

/// A time of the trail on the clock of the office: `29 November 2026 pukul 14.05`.
pub(crate) fn moment(ask: &Ask<'_>, rfc3339: &str) -> String {
    let Ok(at) = rfc3339.parse::<jiff::Timestamp>() else { return rfc3339.to_owned() };
    let local = ask.app.settings.offset.to_datetime(at);
    format!("{} pukul {}", tanggal::format(local.date()), local.time().strftime("%H.%M"))
}

/// The steps that whoever asks can take from here, each a verb with its object.
fn steps(ask: &Ask<'_>, context: &Context, it: &Pengajuan, n_missing: usize) -> Markup {
    let quarter = format!("triwulan {}", roman(context.nomor()));
    let now = it.status_on(ask.day());
    let open: Vec<Langkah> = Langkah::ALL
        .iter()
        .map(|(it, _)| *it)
        .filter(|step| step.is_open_from(now) && ask.may(permission(*step), Some(context.perangkat())))
        .collect();
    let name = |step: Langkah| match step {
        Langkah::Ajukan => format!("Ajukan pengukuran {quarter}"),
        Langkah::Tarik => "Tarik kembali".to_owned(),
        Langkah::MintaPerbaikan => "Minta perbaikan".to_owned(),
        Langkah::Verifikasi => format!("Verifikasi pengukuran {quarter}"),
        Langkah::Setujui => format!("Setujui pengukuran {quarter}"),
        Langkah::Kunci => format!("Kunci pengukuran {quarter}"),
        Langkah::BukaKunci => "Buka kunci".to_owned(),
    };
    let address = |step: Langkah| {
        context.plain(&format!("ukur/tw{}/{}", context.nomor(), step.code()))
    };
    let hidden = html! {
        (form_token(ask))
        input type="hidden" name="versi" value=(it.versi);
    };
    html! {
        @if !open.is_empty() {
            div.langkah {
                @for step in open {
                    @if step.needs_reason() {
                        details.menu {
                            summary.tombol { (name(step)) " …" }
                            form.kolom method="post" action=(address(step)) {
                                (hidden)
                                label for={ "alasan-" (step.code()) } { "Alasan" }
                                textarea id={ "alasan-" (step.code()) } name="alasan" rows="3" required {}
                                @if step == Langkah::BukaKunci {
                                    label for="sampai" { "Dibuka sampai" }
                                    input #sampai type="date" name="sampai" required min=(ask.day());
                                }
                                button { (name(step)) }
                            }
                        }
                    } @else {
                        form method="post" action=(address(step)) {
                            (hidden)
                            button class=(if step == Langkah::Tarik { "" } else { "utama" }) { (name(step)) }
                            @if step == Langkah::Ajukan && n_missing > 0 {
                                " " span.lembut { (n_missing) " indikator akan diajukan sebagai belum diisi" }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn permission(step: Langkah) -> Permission {
    match step {
        Langkah::Ajukan | Langkah::Tarik => Permission::Submit,
        Langkah::MintaPerbaikan | Langkah::Verifikasi => Permission::Verify,
        Langkah::Setujui => Permission::Approve,
        Langkah::Kunci => Permission::Lock,
        Langkah::BukaKunci => Permission::Unlock,
    }
}

/// Takes the step that the last part of the address names.
pub(crate) fn step(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let code = ask.path.rsplit('/').next().unwrap_or_default();
    let step = Langkah::from_code(code)
        .ok_or_else(|| Fault::NotFound(format!("Tidak ada langkah «{code}».")))?;
    let new = NewLangkah {
        triwulan: context.triwulan,
        langkah: step,
        versi: ask.form.get("versi").parse().unwrap_or(-1),
        alasan: ask.form.given("alasan").map(str::to_owned),
        sampai: ask.form.get("sampai").parse().ok(),
        hari: ask.day(),
    };
    ask.store().take_step(&ask.pelaku(), &context.berkas, new)?;
    Ok(Reply::go_to(&context.link("ukur")))
}

/// Keeps the cells of the sheet that were changed: all of them, or none and what is wrong with each.
pub(crate) fn save(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let mut sheet = Sheet::load(ask, &context, Part::of(ask))?;
    let mut rows = Vec::new();
    let mut refused = BTreeMap::new();
    for (name, typed) in ask.form.beginning("sel:") {
        let key = CellKey::parse(name)
            .ok_or_else(|| Fault::Bad(format!("Tidak ada sel «{name}» pada lembar ini.")))?;
        let seen = ask.form.get(&format!("lama:{name}")).to_owned();
        match sheet.read(&key, typed) {
            Ok(cell) if cell == seen => {}
            Ok(cell) => rows.push(key.put(&context, seen, cell)),
            Err(why) => {
                refused.insert(name.to_owned(), (typed.to_owned(), why));
            }
        }
    }
    if refused.is_empty() {
        let done = ask.store().put(&ask.pelaku(), &context.berkas, rows);
        match done {
            Ok(()) => {}
            Err(StoreError::Conflict { what, found, .. }) if !ask.wants_json => {
                return Ok(conflict_page(ask, &context, &what, found.as_deref()));
            }
            Err(StoreError::Conflict { found, .. }) => {
                let found = found.unwrap_or_default();
                let words = match found.is_empty() {
                    true => "Orang lain baru saja mengosongkan sel ini.".to_owned(),
                    false => format!("Orang lain baru saja mengisi {}.", shown(&found)),
                };
                let value = serde_json::json!({ "galat": words, "kini": found, "tampil": shown(&found) });
                return Ok(Reply::json(StatusCode::CONFLICT, &value));
            }
            Err(error) => return Err(error.into()),
        }
    }
    if ask.wants_json {
        if !refused.is_empty() {
            let cells: serde_json::Map<_, _> =
                refused.into_iter().map(|(name, (_, why))| (name, why.into())).collect();
            let value = serde_json::json!({ "galat": "Isian belum tersimpan.", "sel": cells });
            return Ok(Reply::json(StatusCode::UNPROCESSABLE_ENTITY, &value));
        }
        let fresh = Sheet::load(ask, &context, sheet.part)?;
        let kept: serde_json::Map<_, _> = ask
            .form
            .beginning("sel:")
            .filter_map(|(name, _)| {
                let (kept, _) = fresh.kept(&CellKey::parse(name)?);
                Some((name.to_owned(), serde_json::json!([kept, shown(&kept)])))
            })
            .collect();
        let at = ask.app.settings.offset.to_datetime(ask.now).time();
        let value = serde_json::json!({
            "tersimpan": format!("tersimpan {}", at.strftime("%H.%M")),
            "sel": kept,
            "turunan": fresh.derived_cells(),
        });
        return Ok(Reply::json(StatusCode::OK, &value));
    }
    if refused.is_empty() {
        let address = with_query(&context.link("ukur"), "bagian", sheet.part.code());
        return Ok(Reply::go_to(&address));
    }
    sheet.refused = refused;
    Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, sheet_page(ask, &context, &sheet)?))
}

/// Two people changed the same cell: both values, and the choice.
fn conflict_page(ask: &Ask<'_>, context: &Context, what: &str, found: Option<&str>) -> Reply {
    let now = found.unwrap_or_default();
    let body = html! {
        p { "Saat Anda mengisi, orang lain mengubah nilai yang sama (" code { (what) } "). Sekarang tertulis " strong { (if now.is_empty() { "kosong".to_owned() } else { shown(now) }) } ". Tidak ada isian Anda yang hilang: pilih apa yang disimpan." }
        form.kolom method="post" action=(context.link("ukur")) {
            @for (name, value) in &ask.form.0 {
                @let is_there = name.starts_with("lama:") && is_cell(name, what);
                input type="hidden" name=(name) value=(if is_there { now } else { value.as_str() });
            }
            button.utama { "Simpan isian saya" }
        }
        p { a href=(context.link("ukur")) { "Pakai nilai yang sekarang, dan muat ulang lembar" } }
    };
    let head = Head::new("Sudah diubah orang lain", Phase::Measure);
    Reply::page_with(StatusCode::CONFLICT, page(ask, Some(context), &head, body))
}

/// Whether a field `lama:v:iku-1:usulan:tw3` is of the row `…/iku-1/usulan/2023/tw3`.
fn is_cell(name: &str, what: &str) -> bool {
    let parts: Vec<&str> = name.split(':').skip(2).collect();
    let Some((periode, ids)) = parts.split_last() else { return false };
    what.ends_with(&format!("/{periode}")) && what.contains(&format!("/{}/", ids.join("/")))
}

/// How much of a quarter is filled, for pages that only ask that: missing, and all.
pub(crate) fn n_missing(
    berkas: &Berkas,
    hasil: &Hasil,
    triwulan: Triwulan,
) -> (usize, usize) {
    let tahun = berkas.perangkat_daerah.tahun.to_string();
    let is_known = |id: &str, parts: &[&str]| {
        let all = [&["indikator", id, tahun.as_str()][..], parts, &["realisasi"]].concat();
        find(hasil, &all).is_some_and(|it| {
            it.keadaan != Keadaan::Absent && (it.value.is_some() || it.teks.is_some())
        })
    };
    let code = triwulan.code();
    let all: Vec<&Indikator> = berkas.indikator.iter().filter(|it| Part::Main.has(it)).collect();
    let missing = all.iter().filter(|it| {
        let id = it.id.to_string();
        let in_year = triwulan == Triwulan::Iv && is_known(&id, &[]);
        !is_known(&id, &[code]) && !in_year
    });
    (missing.count(), all.len())
}
