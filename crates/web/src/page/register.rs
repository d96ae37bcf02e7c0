//! Register: the cases that formulas count, each with the state that follows from its dates.

use std::collections::BTreeMap;

use maud::{Markup, html};
use rust_decimal::Decimal;
use selaras_domain::{Berkas, Code, Id, JenisRegister, Periode, Register, angka, tanggal};
use selaras_package::words::plain;
use selaras_rules::register::{Kasus, RegisterError, Sumber, cases, open_services, states};
use selaras_store::Part;

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, new_row, nomor, part, with_query};
use crate::export::Cell;
use crate::frame::{Head, Phase, page, roman};
use crate::list::{Column, Listing};
use crate::page::bukti::OfRows;
use crate::page::pengukuran::{COLUMNS, heading};
use crate::page::table::title;
use crate::permission::Permission;
use crate::status;
use crate::widget;

/// Everything that cases are judged by.
pub(crate) const TABLES: &[&str] = &[
    "register",
    "catatan_register",
    "alasan_register",
    "jenis_layanan",
    "sop_layanan",
    "kasus_layanan",
    "populasi_jabatan",
    "jabatan",
    "pemangku_jabatan",
    "kasus_disiplin",
    "peserta_diklat",
    "hari_libur",
];

/// The tables in which a kind of register is kept, that of its cases first.
fn tables_of(jenis: JenisRegister) -> &'static [&'static str] {
    match jenis {
        JenisRegister::Layanan => {
            &["kasus_layanan", "jenis_layanan", "sop_layanan", "alasan_register", "hari_libur"]
        }
        JenisRegister::Jabatan => &["pemangku_jabatan", "jabatan", "populasi_jabatan"],
        JenisRegister::Disiplin => &["kasus_disiplin", "alasan_register"],
        JenisRegister::Diklat => &["peserta_diklat"],
        JenisRegister::Lainnya => &["catatan_register"],
    }
}

fn words_of(jenis: JenisRegister) -> &'static str {
    match jenis {
        JenisRegister::Layanan => "Layanan",
        JenisRegister::Jabatan => "Peta jabatan",
        JenisRegister::Disiplin => "Disiplin",
        JenisRegister::Diklat => "Diklat",
        JenisRegister::Lainnya => "Lainnya",
    }
}

fn load(ask: &Ask<'_>, context: &Context) -> Result<Berkas, Fault> {
    Ok(ask.store().berkas_part(&context.berkas, &Part::of(TABLES))?)
}

/// A state with its mark: reached, to be looked after, or neither.
fn state_tag(state: &str) -> Markup {
    let (mark, class) = match state {
        "tepat_waktu" | "sesuai" | "selesai" | "terpenuhi" => ("●", "good"),
        "terlambat" | "tidak_sesuai" | "lowong" | "kurang" => ("▲", "bad"),
        _ => ("○", "none"),
    };
    status::tag(mark, class, &title(state))
}

pub(crate) fn list(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = load(ask, &context)?;
    let may_edit = ask.may(Permission::EditFacts, Some(context.perangkat()));
    let new = context.link("tabel/register/baru");
    let counted = |it: &Register| {
        cases(&berkas, it, context.tahun(), Periode::Tahun).map(|found| found.len())
    };
    let columns = vec![
        Column::text("register", "Register", |it: &&Register| &it.nama).shown(|it| {
            let page = format!("register/{}", part(it.id.as_str()));
            html! { a href=(context.link(&page)) { (it.nama) } }
        }),
        Column::text("jenis", "Jenis", |it: &&Register| words_of(it.jenis)).choice(),
        Column::number("kasus", format!("Kasus {}", context.tahun()), |it: &&Register| {
            counted(it).ok()
        })
        .shown(|it| match counted(it) {
            Ok(n) => html! { (widget::count(n)) },
            Err(error) => {
                html! { span.kurang title=(plain(&error.to_string())) { "belum dapat dihitung" } }
            }
        }),
        Column::date("lengkap-sampai", "Lengkap sampai", |it: &&Register| it.lengkap_sampai),
    ];
    let name = format!("register-{}-{}", context.perangkat(), context.tahun());
    let place = (context.plain("register"), name);
    let listing = Listing::of(ask, place, columns, berkas.register.iter().collect());
    let listing =
        listing.nothing("Belum ada register.", may_edit.then_some((new.as_str(), "Buat register")));
    if let Some(file) = listing.file()? {
        return Ok(file);
    }
    let body = html! {
        p { "Register mencatat kasus satu per satu. Rumus indikator mencacahnya, sehingga pembilang dan \
             penyebut tidak pernah diketik. Keadaan setiap kasus mengikuti tanggalnya." }
        (listing.render())
    };
    let n = berkas.register.len();
    let mut head = Head::new("Register", Phase::Measure).state(match n {
        0 => "Belum ada register.".to_owned(),
        n => format!("{n} register."),
    });
    if may_edit && n > 0 {
        head = head.action(html! { a.tombol href=(new) { "Buat register" } });
    }
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

/// The cases of a period, or why they cannot be counted.
type Counted<'a> = Result<Vec<Kasus<'a>>, RegisterError>;

/// Columns of cases by whose values one narrows.
const NARROWING: [&str; 6] = ["layanan", "alasan", "jenjang", "tingkat", "hasil", "triwulan"];

/// A case with what the list says of it.
struct Case<'a> {
    kasus: Kasus<'a>,
    cells: Vec<Cell>,
}

/// A register, and which of its cases the address asks for.
struct View<'a> {
    ask: &'a Ask<'a>,
    context: &'a Context,
    berkas: &'a Berkas,
    register: &'a Register,
    periode: Periode,
    /// Whether what has not ended is asked for, instead of what counts in a period.
    is_open: bool,
}

impl<'a> View<'a> {
    fn of(ask: &'a Ask<'a>, context: &'a Context, berkas: &'a Berkas) -> Result<View<'a>, Fault> {
        let id = ask.params.get("register");
        let found = berkas.register.iter().find(|it| it.id.as_str() == id);
        let register =
            found.ok_or_else(|| Fault::NotFound(format!("Tidak ada register «{id}».")))?;
        let asked = ask.query.get("periode");
        let periode = Periode::from_code(asked).unwrap_or(Periode::Tahun);
        let is_open = asked == "berjalan" && register.jenis == JenisRegister::Layanan;
        Ok(View { ask, context, berkas, register, periode, is_open })
    }

    fn here(&self) -> String {
        self.context.plain(&format!("register/{}", part(self.register.id.as_str())))
    }

    /// The cases of the period, or those that are open today.
    fn found(&self) -> Result<Vec<Kasus<'a>>, RegisterError> {
        match self.is_open {
            true => open_services(self.berkas, self.register, self.ask.day()),
            false => cases(self.berkas, self.register, self.context.tahun(), self.periode),
        }
    }

    /// The most urgent first where they are open.
    fn ordered(&self) -> Result<Vec<Kasus<'a>>, RegisterError> {
        let mut found = self.found()?;
        if self.is_open {
            found.sort_by_key(|it| {
                i64::from(it.batas.unwrap_or(0)) - i64::from(it.hari.unwrap_or(0))
            });
        }
        Ok(found)
    }

    /// What each kind of register says of a case: the name of the column, its words, its cell.
    fn cells(&self, it: &Kasus<'_>) -> Vec<(&'static str, &'static str, Cell)> {
        let text = |it: &str| Cell::Text(it.to_owned());
        let days = |it: Option<u32>| Cell::Number(it.map_or_else(String::new, |it| it.to_string()));
        let number = |it: Option<Decimal>| {
            Cell::Number(it.map_or_else(String::new, |it| it.normalize().to_string()))
        };
        let reason = || ("alasan", "Alasan", Cell::Text(self.reason(it)));
        match it.sumber {
            Sumber::Layanan(row) => {
                let mut kinds = self.berkas.jenis_layanan.iter();
                let kind =
                    kinds.find(|kind| kind.register == row.register && kind.id == row.layanan);
                let kind = kind.map_or_else(|| row.layanan.to_string(), |it| it.nama.clone());
                vec![
                    ("nomor", "Nomor", Cell::Number(row.nomor.to_string())),
                    ("layanan", "Layanan", Cell::Text(kind)),
                    ("pemohon", "Pemohon", text(row.pemohon.as_deref().unwrap_or_default())),
                    ("diterima", "Diterima", Cell::Date(Some(row.diterima))),
                    ("selesai", "Selesai", Cell::Date(row.selesai)),
                    ("hari", "Hari", days(it.hari)),
                    ("batas", "Batas", days(it.batas)),
                    reason(),
                ]
            }
            Sumber::Jabatan(post, holder) => {
                let competence = holder.and_then(|it| it.kompetensi.as_deref());
                vec![
                    ("jabatan", "Jabatan", text(&post.nama)),
                    ("jenjang", "Jenjang", Cell::Text(title(post.jenjang.code()))),
                    ("pemangku", "Pemangku", text(holder.map_or("", |it| &it.pegawai))),
                    ("sejak", "Sejak", Cell::Date(holder.map(|it| it.mulai))),
                    ("kompetensi", "Kompetensi", text(competence.unwrap_or_default())),
                ]
            }
            Sumber::Disiplin(row) => vec![
                ("nomor", "Nomor", Cell::Number(row.nomor.to_string())),
                ("pelanggaran", "Pelanggaran", text(&row.pelanggaran)),
                (
                    "tingkat",
                    "Tingkat",
                    Cell::Text(row.tingkat.map_or_else(String::new, |it| title(it.code()))),
                ),
                ("dilaporkan", "Dilaporkan", Cell::Date(Some(row.dilaporkan))),
                ("selesai", "Selesai", Cell::Date(row.selesai)),
                (
                    "hasil",
                    "Hasil",
                    Cell::Text(row.hasil.map_or_else(String::new, |it| title(it.code()))),
                ),
                reason(),
            ],
            Sumber::Diklat(row, n) => {
                let name = match n {
                    1 => row.diklat.clone(),
                    _ => format!("{} dan lainnya", row.diklat),
                };
                vec![
                    ("pegawai", "Pegawai", text(&row.pegawai)),
                    ("diklat", "Diklat", Cell::Text(name)),
                    ("jumlah", "Jumlah diklat", Cell::Number(n.to_string())),
                    ("jam", "Jam pelajaran", number(it.nilai)),
                ]
            }
            Sumber::Catatan(row) => vec![
                ("nomor", "Nomor", Cell::Number(row.nomor.to_string())),
                ("triwulan", "Triwulan", text(roman(nomor(row.triwulan)))),
                ("nilai", "Nilai", number(row.nilai)),
                ("catatan", "Catatan", text(row.asal.catatan.as_deref().unwrap_or_default())),
            ],
        }
    }

    /// The cases that the address asks for.
    fn listing(
        &'a self,
        found: Vec<Kasus<'a>>,
        (addresses, proofs): &'a (BTreeMap<Vec<String>, String>, OfRows),
    ) -> Listing<'a, Case<'a>> {
        let heads = found.first().map_or_else(Vec::new, |it| self.cells(it));
        let cell =
            |it: &Case<'_>, place: usize| it.cells.get(place).cloned().unwrap_or(Cell::Date(None));
        let mut columns = Vec::new();
        for (place, (name, words, first)) in heads.into_iter().enumerate() {
            let is_number = matches!(first, Cell::Number(_));
            let column = Column::cell(name, words, is_number, move |it| cell(it, place));
            let column = match NARROWING.contains(&name) {
                true => column.choice(),
                false => column,
            };
            columns.push(match place {
                0 => column.shown(move |it| {
                    let words = cell(it, place).shown();
                    match addresses.get(&View::key(&it.kasus)) {
                        Some(address) => html! { a href=(address) { (words) } },
                        None => html! { (words) },
                    }
                }),
                _ => column,
            });
        }
        columns.push(
            Column::number("bukti", "Bukti", |it: &Case<'_>| {
                Some(proofs.of(&View::key(&it.kasus).join("/")).len())
            })
            .shown(|it| {
                let key = View::key(&it.kasus);
                html! { @match addresses.get(&key) {
                    Some(page) => (proofs.counted(&key.join("/"), page)),
                    None => span.kosong { "–" },
                } }
            }),
        );
        let state = Column::made("status", "Keadaan", |it: &Case<'_>| title(it.kasus.status));
        columns.push(state.choice().shown(|it| state_tag(it.kasus.status)));
        let context = self.context;
        let name =
            format!("register-{}-{}-{}", self.register.id, context.perangkat(), context.tahun());
        let cells = |it: &Kasus<'_>| self.cells(it).into_iter().map(|it| it.2).collect();
        let rows = found.into_iter().map(|kasus| Case { cells: cells(&kasus), kasus });
        Listing::of(self.ask, (self.here(), name), columns, rows.collect())
            .more(self.periods())
            .nothing("Tidak ada kasus pada periode ini.", None)
    }

    fn reason(&self, it: &Kasus<'_>) -> String {
        let rows = self.berkas.alasan_register.iter();
        let mut own = rows.filter(|row| row.register == self.register.id);
        let found = it.alasan.and_then(|id| own.find(|row| row.id == *id));
        found.map_or_else(String::new, |row| row.uraian.clone())
    }

    /// The key of the row of a case, as its cells in the table of cases.
    fn key(it: &Kasus<'_>) -> Vec<String> {
        match it.sumber {
            Sumber::Layanan(row) => vec![row.register.to_string(), row.nomor.to_string()],
            Sumber::Jabatan(post, Some(holder)) => {
                vec![post.register.to_string(), post.id.to_string(), holder.nomor.to_string()]
            }
            Sumber::Jabatan(_, None) => Vec::new(),
            Sumber::Disiplin(row) => vec![row.register.to_string(), row.nomor.to_string()],
            Sumber::Diklat(row, _) => vec![row.register.to_string(), row.nomor.to_string()],
            Sumber::Catatan(row) => vec![row.register.to_string(), row.nomor.to_string()],
        }
    }

    /// Where each row of the table of cases is edited, by its key.
    fn addresses(&self) -> Result<BTreeMap<Vec<String>, String>, Fault> {
        let name = tables_of(self.register.jenis)[0];
        let table = selaras_store::fact_tables().find(|it| it.name == name);
        let Some(table) = table else { return Ok(BTreeMap::new()) };
        let key: Vec<usize> = table.key.iter().filter_map(|it| table.column_index(it)).collect();
        let rows = self.ask.store().rows(&self.context.berkas, name)?;
        let address = |it: i64| self.context.plain(&format!("tabel/{name}/{it}"));
        let pair = |row: selaras_store::RowKept| {
            (key.iter().map(|it| row.cells[*it].clone()).collect(), address(row.baris_ke))
        };
        Ok(rows.into_iter().map(pair).collect())
    }

    /// How many cases stand in each state, in each quarter and in the year.
    fn counts(&self, found: &[Counted<'_>; COLUMNS.len()], names: &[&str]) -> Markup {
        let count = |found: &Counted<'_>, status: Option<&str>| match found {
            Ok(found) => {
                let n = found.iter().filter(|it| status.is_none_or(|status| it.status == status));
                angka::format_trimmed(Decimal::from(n.count()))
            }
            Err(_) => "–".to_owned(),
        };
        html! {
            div.gulung { table {
                thead { tr {
                    th scope="col" { "Keadaan" }
                    @for it in COLUMNS { th.angka scope="col" { (heading(it)) } }
                } }
                tbody {
                    @for name in names { tr {
                        th scope="row" { (state_tag(name)) }
                        @for (it, periode) in found.iter().zip(COLUMNS) {
                            @let address = with_query(&with_query(&self.here(), "periode", periode.code()), "status", &title(name));
                            td.angka { @match count(it, Some(name)) {
                                n if n == "0" || n == "–" => span.kosong { (n) },
                                n => a.angka href=(address) { (n) },
                            } }
                        }
                    } }
                    tr.hasil {
                        th scope="row" { "Semua" }
                        @for it in found { td.angka { (count(it, None)) } }
                    }
                }
            } }
        }
    }

    /// How often each reason is given in the year.
    fn reasons(&self, found: &[Kasus<'_>]) -> Markup {
        let rows = self.berkas.alasan_register.iter();
        let mut counted: Vec<_> = rows
            .filter(|it| it.register == self.register.id)
            .map(|it| (it, found.iter().filter(|kasus| kasus.alasan == Some(&it.id)).count()))
            .collect();
        counted.sort_by_key(|it| std::cmp::Reverse(it.1));
        let most = counted.first().map_or(0, |it| it.1);
        html! {
            @if !counted.is_empty() {
                h2 { "Alasan, " (self.context.tahun()) }
                table.lipat { tbody { @for (it, n) in counted {
                    @let address = with_query(&self.here(), "alasan", &it.uraian);
                    tr {
                        th scope="row" { (it.uraian) }
                        td { (widget::bar(Some(Decimal::from(n)), Decimal::ZERO, Decimal::from(most), "netral")) }
                        td.angka { a.angka href=(address) { (n) } }
                    }
                } } }
            }
        }
    }

    /// The choice of the period whose cases are listed.
    fn periods(&self) -> Markup {
        let periods = [
            (Periode::Tahun, "Setahun"),
            (Periode::Tw1, "Triwulan I"),
            (Periode::Tw2, "Triwulan II"),
            (Periode::Tw3, "Triwulan III"),
            (Periode::Tw4, "Triwulan IV"),
        ];
        html! {
            label.tersembunyi for="periode" { "Periode" }
            select #periode name="periode" {
                @for (it, words) in periods { option value=(it.code()) selected[!self.is_open && it == self.periode] { (words) } }
                @if self.register.jenis == JenisRegister::Layanan { option value="berjalan" selected[self.is_open] { "Sedang berjalan hari ini" } }
            }
        }
    }

    fn render(&self, listing: &Result<Listing<'_, Case<'_>>, RegisterError>) -> Markup {
        let context = self.context;
        let found = COLUMNS.map(|it| cases(self.berkas, self.register, context.tahun(), it));
        let [.., whole] = &found;
        // Those of the year are those of its quarters.
        let mut names: Vec<&str> = states(self.register.jenis).to_vec();
        for it in whole.iter().flatten() {
            if !names.contains(&it.status) {
                names.push(it.status);
            }
        }
        let list = match listing {
            Ok(it) => it.render(),
            Err(error) => html! {
                div.galat role="alert" { strong { "Register belum dapat dihitung" } p { "Lengkapi " (plain(&error.to_string())) ". " a href=(context.link("tabel/register")) { "Buka tabel register" } } }
            },
        };
        html! {
            p.alat {
                @for it in tables_of(self.register.jenis) {
                    a href=(context.link(&format!("tabel/{it}"))) { (title(it)) } " "
                }
            }
            (self.counts(&found, &names))
            (self.reasons(whole.as_deref().unwrap_or_default()))
            h2 { "Kasus" }
            (list)
        }
    }
}

pub(crate) fn register(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = load(ask, &context)?;
    let view = View::of(ask, &context, &berkas)?;
    let cases = tables_of(view.register.jenis)[0];
    let beside = (view.addresses()?, OfRows::load(ask, &context, cases)?);
    let listing = view.ordered().map(|found| view.listing(found, &beside));
    if ask.wants_file() {
        let listing = listing.as_ref();
        let listing = listing.map_err(|it| Fault::Bad(format!("Lengkapi {it}.")))?;
        if let Some(file) = listing.file()? {
            return Ok(file);
        }
    }
    let body = view.render(&listing);
    let it = view.register;
    let until = match it.lengkap_sampai {
        Some(day) => format!("Lengkap sampai {}.", tanggal::format(day)),
        None if it.jenis == JenisRegister::Lainnya => String::new(),
        None => "Belum dinyatakan lengkap sampai kapan.".to_owned(),
    };
    let mut head = Head::new(&it.nama, Phase::Measure).state(html! {
        (words_of(it.jenis)) ". " (until)
    });
    if ask.may(Permission::Measure, Some(context.perangkat())) {
        head = head.action(html! {
            a.tombol href=(context.plain(&format!("tabel/{cases}/unggah"))) { "Isi dari XLSX" } " "
            a.tombol.utama href=(new_row(&context, cases, &[("register", it.id.as_str())], &view.here())) { "Catat kasus" }
        });
    }
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}
