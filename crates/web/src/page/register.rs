//! Register: the cases that formulas count, each with the state that follows from its dates.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, html};
use rust_decimal::Decimal;
use selaras_domain::{Berkas, Code, Id, JenisRegister, Periode, Register, angka, tanggal};
use selaras_rules::register::{Kasus, RegisterError, Sumber, cases, open_services, states};
use selaras_store::Part;

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, nomor, part, with_query};
use crate::export::{self, Cell, List};
use crate::frame::{Head, Phase, page, roman};
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
    let body = html! {
        p { "Register mencatat kasus satu per satu. Rumus indikator mencacahnya, sehingga pembilang dan \
             penyebut tidak pernah diketik. Keadaan setiap kasus mengikuti tanggalnya." }
        @if berkas.register.is_empty() {
            (widget::empty("Belum ada register.", may_edit.then_some((new.as_str(), "Buat register"))))
        } @else {
            div.gulung { table.lipat {
                thead { tr {
                    th scope="col" { "Register" } th scope="col" { "Jenis" }
                    th.angka scope="col" { "Kasus " (context.tahun()) }
                    th scope="col" { "Lengkap sampai" }
                } }
                tbody { @for it in &berkas.register { tr {
                    th scope="row" { a href=(context.link(&format!("register/{}", part(it.id.as_str())))) { (it.nama) } }
                    td data-judul="Jenis" { (words_of(it.jenis)) }
                    td.angka data-judul="Kasus" { @match cases(&berkas, it, context.tahun(), Periode::Tahun) {
                        Ok(found) => (angka::format_trimmed(Decimal::from(found.len()))),
                        Err(error) => span.kurang title=(error) { "belum dapat dihitung" },
                    } }
                    td data-judul="Lengkap sampai" { (it.lengkap_sampai.map_or_else(|| "–".to_owned(), tanggal::format)) }
                } } }
            } }
        }
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

    /// Those of them that the list shows.
    fn wanted(&self) -> Result<Vec<Kasus<'a>>, RegisterError> {
        let mut found = self.found()?;
        let (status, alasan) = (self.ask.query.get("status"), self.ask.query.get("alasan"));
        let text = self.ask.query.get("cari").to_lowercase();
        found.retain(|it| {
            (status.is_empty() || it.status == status)
                && (alasan.is_empty() || it.alasan.is_some_and(|id| id.as_str() == alasan))
                && (text.is_empty()
                    || self.cells(it).iter().any(|it| it.to_lowercase().contains(&text)))
        });
        // The most urgent first.
        if self.is_open {
            found.sort_by_key(|it| {
                i64::from(it.batas.unwrap_or(0)) - i64::from(it.hari.unwrap_or(0))
            });
        }
        Ok(found)
    }

    fn heads(&self) -> &'static [&'static str] {
        match self.register.jenis {
            JenisRegister::Layanan => {
                &["Nomor", "Layanan", "Pemohon", "Diterima", "Selesai", "Hari", "Batas", "Alasan"]
            }
            JenisRegister::Jabatan => &["Jabatan", "Jenjang", "Pemangku", "Sejak", "Kompetensi"],
            JenisRegister::Disiplin => {
                &["Nomor", "Pelanggaran", "Tingkat", "Dilaporkan", "Selesai", "Hasil", "Alasan"]
            }
            JenisRegister::Diklat => &["Pegawai", "Diklat", "Jumlah diklat", "Jam pelajaran"],
            JenisRegister::Lainnya => &["Nomor", "Triwulan", "Nilai", "Catatan"],
        }
    }

    fn is_number(head: &str) -> bool {
        matches!(head, "Nomor" | "Hari" | "Batas" | "Jumlah diklat" | "Jam pelajaran" | "Nilai")
    }

    fn reason(&self, it: &Kasus<'_>) -> String {
        let rows = self.berkas.alasan_register.iter();
        let mut own = rows.filter(|row| row.register == self.register.id);
        let found = it.alasan.and_then(|id| own.find(|row| row.id == *id));
        found.map_or_else(String::new, |row| row.uraian.clone())
    }

    fn cells(&self, it: &Kasus<'_>) -> Vec<String> {
        let day = |day: Option<Date>| day.map_or_else(String::new, tanggal::format);
        let number = |it: Option<u32>| it.map_or_else(String::new, |it| it.to_string());
        match it.sumber {
            Sumber::Layanan(row) => {
                let mut kinds = self.berkas.jenis_layanan.iter();
                let kind =
                    kinds.find(|kind| kind.register == row.register && kind.id == row.layanan);
                vec![
                    row.nomor.to_string(),
                    kind.map_or_else(|| row.layanan.to_string(), |it| it.nama.clone()),
                    row.pemohon.clone().unwrap_or_default(),
                    day(Some(row.diterima)),
                    day(row.selesai),
                    number(it.hari),
                    number(it.batas),
                    self.reason(it),
                ]
            }
            Sumber::Jabatan(post, holder) => vec![
                post.nama.clone(),
                title(post.jenjang.code()),
                holder.map_or_else(String::new, |it| it.pegawai.clone()),
                day(holder.map(|it| it.mulai)),
                holder.and_then(|it| it.kompetensi.clone()).unwrap_or_default(),
            ],
            Sumber::Disiplin(row) => vec![
                row.nomor.to_string(),
                row.pelanggaran.clone(),
                row.tingkat.map_or_else(String::new, |it| title(it.code())),
                day(Some(row.dilaporkan)),
                day(row.selesai),
                row.hasil.map_or_else(String::new, |it| title(it.code())),
                self.reason(it),
            ],
            Sumber::Diklat(row, n) => vec![
                row.pegawai.clone(),
                if n == 1 { row.diklat.clone() } else { format!("{} dan lainnya", row.diklat) },
                n.to_string(),
                it.nilai.map_or_else(String::new, angka::format_trimmed),
            ],
            Sumber::Catatan(row) => vec![
                row.nomor.to_string(),
                roman(nomor(row.triwulan)).to_owned(),
                row.nilai.map_or_else(String::new, angka::format_trimmed),
                row.asal.catatan.clone().unwrap_or_default(),
            ],
        }
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
                            @let address = with_query(&with_query(&self.here(), "periode", periode.code()), "status", name);
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
                    @let address = with_query(&self.here(), "alasan", it.id.as_str());
                    tr {
                        th scope="row" { (it.uraian) }
                        td { (widget::bar(Some(Decimal::from(n)), Decimal::ZERO, Decimal::from(most), "netral")) }
                        td.angka { a.angka href=(address) { (n) } }
                    }
                } } }
            }
        }
    }

    fn filter(&self, status: &[&str]) -> Markup {
        let chosen = |name: &str, it: &str| self.ask.query.get(name) == it;
        let download = |format: &str| {
            let address = format!("{}/unduh", self.here());
            widget::with_changes(&address, &self.ask.query, &[("hal", ""), ("format", format)])
        };
        let periods = [
            (Periode::Tahun, "Setahun"),
            (Periode::Tw1, "Triwulan I"),
            (Periode::Tw2, "Triwulan II"),
            (Periode::Tw3, "Triwulan III"),
            (Periode::Tw4, "Triwulan IV"),
        ];
        let is_filtered = ["periode", "status", "alasan", "cari"]
            .iter()
            .any(|it| self.ask.query.given(it).is_some());
        html! {
            form.saring role="search" aria-label="Saring kasus" action=(self.here()) {
                label for="periode" { "Periode" }
                select #periode name="periode" {
                    @for (it, words) in periods { option value=(it.code()) selected[!self.is_open && it == self.periode] { (words) } }
                    @if self.register.jenis == JenisRegister::Layanan { option value="berjalan" selected[self.is_open] { "Sedang berjalan hari ini" } }
                }
                label for="status" { "Keadaan" }
                select #status name="status" {
                    option value="" { "Semua" }
                    @for it in status { option value=(it) selected[chosen("status", it)] { (title(it)) } }
                }
                @if let Some(it) = self.ask.query.given("alasan") { input type="hidden" name="alasan" value=(it); }
                label for="saring" { "Cari" } input #saring type="search" name="cari" value=(self.ask.query.get("cari"));
                button { "Tampilkan" }
                @if is_filtered { a href=(self.here()) { "Tampilkan semua" } }
                a href=(download("xlsx")) { "Unduh XLSX" } a href=(download("csv")) { "Unduh CSV" }
            }
        }
    }

    fn rows(&self, wanted: &[Kasus<'_>]) -> Result<Markup, Fault> {
        let (range, pages) = widget::paging(&self.here(), &self.ask.query, wanted.len());
        let addresses = self.addresses()?;
        let heads = self.heads();
        Ok(html! {
            @if wanted.is_empty() { (widget::empty("Tidak ada kasus pada periode dan saringan ini.", None)) }
            @else {
                div.gulung { table.lipat {
                    thead { tr {
                        @for it in heads { th.(if View::is_number(it) { "angka" } else { "" }) scope="col" { (it) } }
                        th scope="col" { "Keadaan" }
                    } }
                    tbody { @for it in &wanted[range] { tr {
                        @for (place, (head, cell)) in heads.iter().zip(self.cells(it)).enumerate() {
                            @let class = if View::is_number(head) { "angka" } else { "" };
                            @if place == 0 {
                                th.(class) scope="row" { @match addresses.get(&View::key(it)) {
                                    Some(address) => a href=(address) { (cell) },
                                    None => (cell),
                                } }
                            } @else { td.(class) data-judul=(head) { (cell) } }
                        }
                        td data-judul="Keadaan" { (state_tag(it.status)) }
                    } } }
                } }
                (pages)
            }
        })
    }

    fn render(&self) -> Result<Markup, Fault> {
        let context = self.context;
        let wanted = self.wanted();
        let found = COLUMNS.map(|it| cases(self.berkas, self.register, context.tahun(), it));
        let [.., whole] = &found;
        // Those of the year are those of its quarters.
        let mut names: Vec<&str> = states(self.register.jenis).to_vec();
        for it in whole.iter().flatten() {
            if !names.contains(&it.status) {
                names.push(it.status);
            }
        }
        let list = match &wanted {
            Ok(wanted) => self.rows(wanted)?,
            Err(error) => html! {
                div.galat role="alert" { strong { "Register belum dapat dihitung" } p { "Lengkapi " (error) "." } }
            },
        };
        Ok(html! {
            p.alat {
                @for it in tables_of(self.register.jenis) {
                    a href=(context.link(&format!("tabel/{it}"))) { (title(it)) } " "
                }
            }
            (self.counts(&found, &names))
            (self.reasons(whole.as_deref().unwrap_or_default()))
            h2 { "Kasus" }
            (self.filter(&names))
            (list)
        })
    }
}

pub(crate) fn register(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = load(ask, &context)?;
    let view = View::of(ask, &context, &berkas)?;
    let body = view.render()?;
    let it = view.register;
    let until = match it.lengkap_sampai {
        Some(day) => format!("Lengkap sampai {}.", tanggal::format(day)),
        None if it.jenis == JenisRegister::Lainnya => String::new(),
        None => "Belum dinyatakan lengkap sampai kapan.".to_owned(),
    };
    let mut head = Head::new(&it.nama, Phase::Measure).state(html! {
        (words_of(it.jenis)) ". " (until)
    });
    if ask.may(Permission::EditFacts, Some(context.perangkat())) {
        let cases = tables_of(it.jenis)[0];
        head = head.action(html! {
            a.tombol href=(context.plain(&format!("tabel/{cases}/unggah"))) { "Isi dari XLSX" } " "
            a.tombol.utama href=(context.plain(&format!("tabel/{cases}/baru"))) { "Catat kasus" }
        });
    }
    Ok(Reply::page(page(ask, Some(&context), &head, body)))
}

pub(crate) fn download(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = load(ask, &context)?;
    let view = View::of(ask, &context, &berkas)?;
    let wanted = view.wanted().map_err(|it| Fault::Bad(format!("Lengkapi {it}.")))?;
    let cell = |(head, text): (&&str, String)| match View::is_number(head) {
        true => Cell::Number(text.replace('.', "").replace(',', ".")),
        false => Cell::Text(text),
    };
    let list = List {
        name: format!("register-{}-{}-{}", view.register.id, context.perangkat(), context.tahun()),
        heads: view.heads().iter().chain(&["Keadaan"]).map(|it| (*it).to_owned()).collect(),
        rows: wanted
            .iter()
            .map(|it| {
                let cells = view.heads().iter().zip(view.cells(it)).map(cell);
                cells.chain([Cell::Text(title(it.status))]).collect()
            })
            .collect(),
    };
    export::download(&list, ask.query.get("format"))
}
