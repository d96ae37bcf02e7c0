//! Perubahan perjanjian: a signed agreement is changed by a copy of it, for a reason that the law permits;
//! and what an agreement promises is entered in place until it is signed.

use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html};
use selaras_domain::angka::Style;
use selaras_domain::{
    AlasanPerubahan, Berkas, Code, DokumenId, Id, Indikator, JenisDokumen, JenisIndikator,
    JenisTarget, Jenjang, Pejabat, Periode, PerjanjianKinerja, ProgramKegiatan, StatusPerjanjian,
    Target,
};
use selaras_store::{NewRow, Part, RowChange, fact_tables};

use crate::ask::{Answer, Ask, Fault, Reply};
use crate::context::{Context, new_row, part, with_query};
use crate::entry::{Entry, Errors};
use crate::findings::{self, Marks};
use crate::frame::{Head, Phase, page};
use crate::page::perjanjian::{
    TABLES, answers_for, budget, earlier, is_in_force, is_signed, leads_office, of_address,
    reason_words, title_of,
};
use crate::page::renstra::{copied, id_of_change, is_number, target_words};
use crate::page::table::{refused, title};
use crate::sheet::{self, CellKey, Cells, Kept, PAGU, TARGET};
use crate::widget::{self, form_token};

fn address(context: &Context, it: &PerjanjianKinerja, page: &str) -> String {
    context.plain(&format!("perjanjian/{}/{page}", part(it.id.as_str())))
}

/// The agreement of the address, where it is in force.
fn to_change<'b>(ask: &Ask<'_>, berkas: &'b Berkas) -> Result<&'b PerjanjianKinerja, Fault> {
    let it = of_address(ask, berkas)?;
    match (is_signed(it), is_in_force(berkas, it)) {
        (_, true) => Ok(it),
        (true, false) => Err(Fault::Facts(
            "Perjanjian ini sudah mempunyai perubahan; ubah yang terakhir.".to_owned(),
        )),
        (false, _) => Err(Fault::Facts(
            "Perjanjian ini belum ditandatangani, maka isinya dapat langsung diubah.".to_owned(),
        )),
    }
}

pub(crate) fn form(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(TABLES))?;
    let it = to_change(ask, &berkas)?;
    Ok(Reply::page(form_page(ask, &context, (&berkas, it), &Errors::default())))
}

fn form_page(
    ask: &Ask<'_>,
    context: &Context,
    (berkas, it): (&Berkas, &PerjanjianKinerja),
    errors: &Errors,
) -> Markup {
    let entry = Entry::new(ask, errors, true);
    let reasons = AlasanPerubahan::ALL.iter().map(|(it, code)| (*code, title(reason_words(*it))));
    let reasons = [("", "pilih".to_owned())].into_iter().chain(reasons);
    let person = |it: &Pejabat| (it.id.to_string(), format!("{}, {}", it.nama, it.jabatan));
    let people = || berkas.pejabat.iter().map(person);
    let alone = [(String::new(), "tidak ada".to_owned())];
    let second = it.pihak_kedua.as_ref().map_or("", |it| it.as_str());
    let today = ask.day().to_string();
    let body = html! {
        p.lembut { "Semua target dan anggaran " (title_of(berkas, it)) " disalin ke draf baru; yang lama tidak berubah dan tetap berlaku sampai perubahannya ditandatangani." }
        (entry.summary())
        form.isian-baris method="post" action=(address(context, it, "perubahan")) {
            (form_token(ask))
            (entry.field("alasan", "Alasan perubahan (PermenPANRB 53/2014, Lampiran I.E)", "", |it| it.select(reasons)))
            (entry.field("judul", "Judul", &begun_title(berkas, it), |it| it.input("text", true)))
            (entry.field("tanggal", "Tanggal", &today, |it| it.input("date", true)))
            (entry.field("pihak_pertama", "Pihak pertama", it.pihak_pertama.as_str(), |it| it.select(people())))
            (entry.field("pihak_kedua", "Pihak kedua", second, |it| it.select(alone.into_iter().chain(people()))))
            div.kaki-isian { button.utama { "Buat draf perubahan" } " " a href=(context.link("perjanjian")) { "Batal" } }
        }
    };
    let head = Head::new(format!("Perubahan: {}", title_of(berkas, it)), Phase::Agree);
    page(ask, Some(context), &head, body)
}

/// `Perubahan Kedua Perjanjian Kinerja …`: the title of the first agreement, changed once more.
fn begun_title(berkas: &Berkas, it: &PerjanjianKinerja) -> String {
    let (mut first, mut n) = (it, 1_usize);
    while let Some(before) = earlier(berkas, first)
        && n <= berkas.perjanjian_kinerja.len()
    {
        (first, n) = (before, n + 1);
    }
    let again = match n {
        1 => "Perubahan",
        2 => "Perubahan Kedua",
        3 => "Perubahan Ketiga",
        _ => "Perubahan Berikutnya",
    };
    format!("{again} {}", title_of(berkas, first))
}

/// What is wrong with the change that was asked for.
fn wrong(ask: &Ask<'_>, berkas: &Berkas, it: &PerjanjianKinerja) -> Errors {
    let mut errors = Errors::default();
    if AlasanPerubahan::from_code(ask.form.get("alasan")).is_none() {
        errors.add("alasan", "Alasan: pilih satu; perjanjian hanya diubah karena salah satunya.");
    }
    let judul = ask.form.get("judul");
    let agreements = berkas.dokumen.iter().filter(|it| it.jenis == JenisDokumen::PerjanjianKinerja);
    if judul.is_empty() {
        errors.add("judul", "Judul belum diisi.");
    } else if agreements.into_iter().any(|it| it.judul == judul) {
        errors.add("judul", "Sudah ada perjanjian berjudul itu; tulis yang lain.");
    }
    match (ask.form.get("tanggal").parse::<Date>(), &it.status) {
        (Err(_), _) => errors.add("tanggal", "Tanggal: isi harinya, seperti 2024-08-15."),
        (Ok(day), StatusPerjanjian::Ditandatangani { tanggal }) if day < *tanggal => errors
            .add("tanggal", "Tanggal: perubahan tidak dapat mendahului perjanjian yang diubahnya."),
        _ => {}
    }
    let is_known = |id: &str| berkas.pejabat.iter().any(|it| it.id.as_str() == id);
    let (first, second) = (ask.form.get("pihak_pertama"), ask.form.get("pihak_kedua"));
    if !is_known(first) {
        errors.add("pihak_pertama", "Pihak pertama: pilih pejabat dari daftarnya.");
    }
    if !second.is_empty() && (second == first || !is_known(second)) {
        errors.add("pihak_kedua", "Pihak kedua: pilih pejabat lain dari daftarnya.");
    }
    errors
}

/// Makes the change: a document, a draft, and all that the agreement promises, together or not at all.
pub(crate) fn make(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(TABLES))?;
    let it = to_change(ask, &berkas)?;
    let refuse = |errors: &Errors| {
        let page = form_page(ask, &context, (&berkas, it), errors);
        Ok(Reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
    };
    let errors = wrong(ask, &berkas, it);
    if !errors.is_empty() {
        return refuse(&errors);
    }
    let id = id_of_change(it.id.as_str(), |id| {
        berkas.dokumen.iter().any(|it| it.id.as_str() == id)
            || berkas.perjanjian_kinerja.iter().any(|it| it.id.as_str() == id)
    });
    let typed = |name: &str| ask.form.get(name).to_owned();
    let year = it.tahun.to_string();
    let issuer = berkas.find_dokumen(&it.dokumen).and_then(|it| it.penerbit.clone());
    let own = |cells: &[(&str, &str)]| -> Vec<(String, String)> {
        cells.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect()
    };
    let document = own(&[
        ("id", &id),
        ("jenis", JenisDokumen::PerjanjianKinerja.code()),
        ("judul", &typed("judul")),
        ("tanggal", &typed("tanggal")),
        ("tahun", &year),
        ("penerbit", issuer.as_deref().unwrap_or_default()),
        ("mengubah", it.dokumen.as_str()),
    ]);
    let agreement = own(&[
        ("id", &id),
        ("dokumen", &id),
        ("tahun", &year),
        ("mengubah", it.id.as_str()),
        ("alasan", &typed("alasan")),
        ("pihak_pertama", &typed("pihak_pertama")),
        ("pihak_kedua", &typed("pihak_kedua")),
        ("tempat", &it.tempat),
        ("status", "draf"),
    ]);
    let row = |tabel: &str, cells: &[(String, String)]| NewRow {
        tabel: tabel.to_owned(),
        cells: cells.to_vec(),
        ..NewRow::default()
    };
    let mut added = vec![row("dokumen", &document), row("perjanjian_kinerja", &agreement)];
    added.extend(copied(ask, &context, it.dokumen.as_str(), &id)?);
    match ask.store().apply(&ask.pelaku(), &context.berkas, Vec::new(), added) {
        Ok(()) => {
            let page = format!("perjanjian/{}/isi", part(&id));
            Ok(Reply::go_to(&context.link(&page)))
        }
        Err(error) => {
            let table = fact_tables().find(|it| it.name == "dokumen");
            let table = table.ok_or_else(|| Fault::Broken("tidak ada tabel dokumen".to_owned()))?;
            let found = refused(ask, &context, table, (&document, None), error)?;
            refuse(&Errors::from(found))
        }
    }
}

/// Asks the parties of a draft for their signatures.
pub(crate) fn submit(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let berkas = ask.store().berkas_part(&context.berkas, &Part::of(TABLES))?;
    let it = of_address(ask, &berkas)?;
    if it.status != StatusPerjanjian::Draf {
        return Err(Fault::Facts("Perjanjian ini sudah diajukan.".to_owned()));
    }
    let holding = findings::before_signing(ask, &context, it)?;
    if !holding.is_empty() {
        let whys: Vec<&str> = holding.iter().map(|it| it.message.as_str()).collect();
        return Err(Fault::Facts(format!("Perjanjian belum diajukan. {}", whys.join(" "))));
    }
    let table = "perjanjian_kinerja";
    let row = ask.store().row_by_key(&context.berkas, table, &[("id", it.id.as_str())])?;
    let row = row.ok_or_else(|| Fault::NotFound("Perjanjian itu sudah dihapus.".to_owned()))?;
    let change = RowChange {
        tabel: table.to_owned(),
        baris_ke: row.baris_ke,
        versi: row.versi,
        cells: vec![("status".to_owned(), "diajukan".to_owned())],
        alasan: None,
    };
    ask.store().change(&ask.pelaku(), &context.berkas, change)?;
    Ok(Reply::go_to(&context.link("perjanjian")))
}

/// What an agreement that is not signed promises, beside what the one that it changes promised.
struct Sheet<'a> {
    ask: &'a Ask<'a>,
    context: &'a Context,
    berkas: Berkas,
    it: PerjanjianKinerja,
    cells: Cells,
}

impl<'a> Sheet<'a> {
    fn load(ask: &'a Ask<'a>, context: &'a Context) -> Result<Sheet<'a>, Fault> {
        let berkas = ask.store().berkas_part(&context.berkas, &Part::of(TABLES))?;
        let it = of_address(ask, &berkas)?.clone();
        if is_signed(&it) {
            return Err(Fault::Facts(
                "Perjanjian ini sudah ditandatangani. Buat perubahan perjanjian untuk mengubah isinya."
                    .to_owned(),
            ));
        }
        let mut cells = Cells::of(Kept::of_plan(&berkas));
        cells.marks = Marks::load(ask, context)?;
        Ok(Sheet { ask, context, berkas, it, cells })
    }

    fn address(&self) -> String {
        address(self.context, &self.it, "isi")
    }

    /// Its own document, and that of the agreement that it changes.
    fn documents(&self) -> impl Iterator<Item = &DokumenId> {
        let earlier = earlier(&self.berkas, &self.it).map(|it| &it.dokumen);
        std::iter::once(&self.it.dokumen).chain(earlier)
    }

    /// The official who promises, where the head of the office is that.
    fn is_of_head(&self, official: &Pejabat) -> bool {
        leads_office(&self.berkas, official)
    }

    /// The target that a document states for an indikator.
    fn target(&self, it: &Indikator, dokumen: &DokumenId) -> Option<&Target> {
        self.berkas.target.iter().find(|row| {
            row.indikator == it.id
                && row.dokumen == *dokumen
                && row.tahun == self.it.tahun
                && row.periode == Periode::Tahun
                && row.jenis == JenisTarget::Target
        })
    }

    /// What can be promised: what the two agreements name, and what the first party answers for; the
    /// head of the office for its tujuan and sasaran.
    fn indikator(&self) -> impl Iterator<Item = &Indikator> {
        let official = self.berkas.find_pejabat(&self.it.pihak_pertama);
        self.berkas.indikator.iter().filter(move |it| {
            let is_main = matches!(it.jenis, JenisIndikator::Tujuan | JenisIndikator::Iku);
            self.documents().any(|dokumen| self.target(it, dokumen).is_some())
                || official
                    .is_some_and(|who| answers_for(who, it) || (is_main && self.is_of_head(who)))
        })
    }

    /// The budget beside it, in the same way.
    fn baris(&self) -> impl Iterator<Item = &ProgramKegiatan> {
        let official = self.berkas.find_pejabat(&self.it.pihak_pertama);
        let own = official.map_or_else(Vec::new, |it| budget(&self.berkas, it));
        let is_head = official.is_some_and(|it| self.is_of_head(it));
        self.berkas.program_kegiatan.iter().filter(move |it| {
            let is_stated = |dokumen: &DokumenId| {
                let mut rows = self.berkas.pagu.iter();
                rows.any(|row| {
                    row.baris == it.id && row.dokumen == *dokumen && row.tahun == self.it.tahun
                })
            };
            self.documents().any(is_stated)
                || own.iter().any(|(id, _)| **id == it.id)
                || (is_head && it.jenjang == Jenjang::Program)
        })
    }

    fn target_key(&self, it: &Indikator) -> CellKey {
        let (dokumen, tahun) = (self.it.dokumen.as_str(), self.it.tahun.to_string());
        CellKey::new(&TARGET, &[it.id.as_str(), dokumen, &tahun, "tahun", "target"])
    }

    fn pagu_key(&self, it: &ProgramKegiatan, dokumen: &DokumenId) -> CellKey {
        let tahun = self.it.tahun.to_string();
        CellKey::new(&PAGU, &[it.id.as_str(), dokumen.as_str(), &tahun])
    }

    fn page(&self) -> Markup {
        let earlier = earlier(&self.berkas, &self.it);
        let problems = self.cells.refused.list();
        let indikator: Vec<_> = self.indikator().collect();
        let baris: Vec<_> = self.baris().collect();
        let back = self.context.plain("perjanjian");
        let own_row =
            with_query(&self.context.link("tabel/perjanjian_kinerja"), "cari", self.it.id.as_str());
        let body = html! {
            @if let Some(earlier) = earlier {
                p { "Mengubah " (title_of(&self.berkas, earlier)) @if let Some(alasan) = self.it.alasan { ", karena " (reason_words(alasan)) } ". Kolom «Sebelumnya» memuat janji yang lama." }
            }
            form method="post" action=(self.address()) data-kisi {
                (form_token(self.ask))
                (widget::errors(&problems))
                @if indikator.is_empty() {
                    @let way = new_row(self.context, "indikator", &[], &self.address());
                    (widget::empty("Tidak ada indikator yang penanggung jawabnya pihak pertama. Sebutkan jabatannya sebagai penanggung jawab pada indikator, atau tambah indikatornya.", Some((&way, "Tambah indikator"))))
                } @else {
                    div.gulung { table.kisi.lipat {
                        thead { tr {
                            th scope="col" { "Indikator kinerja" } th scope="col" { "Satuan" }
                            @if earlier.is_some() { th.angka scope="col" { "Sebelumnya" } }
                            th.angka scope="col" { "Target " (self.it.tahun) }
                        } }
                        tbody { @for it in &indikator { (self.target_row(it, earlier)) } }
                    } }
                }
                @if !baris.is_empty() {
                    div.gulung { table.kisi.lipat {
                        thead { tr {
                            th scope="col" { "Program" }
                            @if earlier.is_some() { th.angka scope="col" { "Sebelumnya (Rp)" } }
                            th.angka scope="col" { "Anggaran (Rp)" }
                        } }
                        tbody { @for it in &baris { (self.pagu_row(it, earlier)) } }
                    } }
                }
                p.bawah { button.utama { "Simpan isi" } a.tombol href=(back) { "Kembali ke perjanjian" } a href=(own_row) { "Ubah pihak dan keadaan" } span.lembut role="status" data-kabar {} }
            }
        };
        let head = Head::new(format!("Isi: {}", title_of(&self.berkas, &self.it)), Phase::Agree)
            .state("Belum ditandatangani. Sel yang kosong tidak diperjanjikan.");
        page(self.ask, Some(self.context), &head, body)
    }

    fn target_row(&self, it: &Indikator, earlier: Option<&PerjanjianKinerja>) -> Markup {
        let words = |row: &Target| row.nilai.as_ref().map_or_else(|| "NA".to_owned(), target_words);
        let own = self.target(it, &self.it.dokumen);
        let key = self.target_key(it);
        let rows = with_query(&self.context.link("tabel/target"), "cari", self.it.dokumen.as_str());
        html! {
            tr {
                th scope="row" { (it.nama) (self.cells.marks.indikator(it.id.as_str())) }
                td.lembut data-judul="Satuan" { (it.satuan) }
                @if let Some(earlier) = earlier {
                    td.angka data-judul="Sebelumnya" { @match self.target(it, &earlier.dokumen) { Some(row) => (words(row)), None => span.kosong { "tidak ada" } } }
                }
                @if is_number(it, own) {
                    (self.cells.show(&key, true, ("", &format!("Target {}", it.nama), "Target")))
                } @else {
                    td.angka data-judul="Target" { @match own { Some(row) => (words(row)), None => span.kosong { "–" } } " " a href=(rows) { "Ubah" } }
                }
            }
        }
    }

    fn pagu_row(&self, it: &ProgramKegiatan, earlier: Option<&PerjanjianKinerja>) -> Markup {
        let key = self.pagu_key(it, &self.it.dokumen);
        html! {
            tr {
                th scope="row" { (it.nama) }
                @if let Some(earlier) = earlier {
                    @let before = self.pagu_key(it, &earlier.dokumen);
                    td.angka data-judul="Sebelumnya (Rp)" { @match self.cells.kept.get(&before).0 { "" => span.kosong { "tidak ada" }, jumlah => (sheet::shown(jumlah)) } }
                }
                (self.cells.show(&key, true, ("", &format!("Anggaran {}", it.nama), "Anggaran (Rp)")))
            }
        }
    }
}

pub(crate) fn sheet(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    Ok(Reply::page(Sheet::load(ask, &context)?.page()))
}

/// Keeps what was entered into an agreement.
pub(crate) fn save(ask: &Ask<'_>) -> Answer {
    let context = Context::of(ask)?;
    let mut own = Sheet::load(ask, &context)?;
    let here = own.address();
    let saved = sheet::save(ask, &context, &here, |key| {
        if let Some(it) = own.indikator().find(|it| own.target_key(it) == *key) {
            return Some(sheet::style_of(&it.satuan));
        }
        let is_ours = own.baris().any(|it| own.pagu_key(it, &own.it.dokumen) == *key);
        is_ours.then_some(Style::Thousands)
    })?;
    sheet::answer(
        ask,
        &here,
        saved,
        |refused| {
            own.cells.refused = refused;
            Ok(own.page())
        },
        |_| Ok((Sheet::load(ask, &context)?.cells, sheet::Derived::new())),
    )
}
