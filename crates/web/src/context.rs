//! The office, the year and the quarter that a page is about. They live in the address and survive
//! every link.

use std::cell::OnceCell;

use jiff::civil::Date;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use selaras_domain::{Code, Tahun, Triwulan};
use selaras_store::{BerkasKey, BerkasRef};

use crate::ask::{Ask, Fault};
use crate::frame::roman;

/// What stays as it is in a part of an address.
const PART: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// A name as a part of an address.
pub(crate) fn part(name: &str) -> String {
    utf8_percent_encode(name, PART).to_string()
}

#[derive(Clone, Debug)]
pub(crate) struct Context {
    pub(crate) berkas: BerkasRef,
    pub(crate) triwulan: Triwulan,
    /// Whether the address names the quarter, which links then carry on.
    is_chosen: bool,
    /// The name of the office as a part of an address.
    part: String,
    /// The address of any trail, up to the name of its figure.
    jejak: OnceCell<String>,
}

impl Context {
    /// From the address; the quarter is the one that is being measured where none is named.
    pub(crate) fn of(ask: &Ask<'_>) -> Result<Context, Fault> {
        let tahun = tahun(ask)?;
        let key = BerkasKey { perangkat: ask.params.get("perangkat").to_owned(), tahun };
        let berkas = ask.store().find_in(ask.pengguna()?.pemda, &key)?;
        let named = ask.params.given("triwulan").or_else(|| ask.query.given("tw"));
        let named = named.map(|it| {
            let code = if it.starts_with("tw") { it.to_owned() } else { format!("tw{it}") };
            Triwulan::from_code(&code).ok_or_else(|| {
                Fault::NotFound(format!("Tidak ada triwulan «{it}»; pilih 1 sampai 4."))
            })
        });
        Ok(Context::at(ask, berkas, named.transpose()?))
    }

    /// Of a berkas, for a page that is about others as well.
    pub(crate) fn at(ask: &Ask<'_>, berkas: BerkasRef, named: Option<Triwulan>) -> Context {
        Context {
            triwulan: named.unwrap_or_else(|| measured_quarter(ask, berkas.key.tahun)),
            is_chosen: named.is_some(),
            part: part(&berkas.key.perangkat),
            jejak: OnceCell::new(),
            berkas,
        }
    }

    pub(crate) fn perangkat(&self) -> &str {
        &self.berkas.key.perangkat
    }

    pub(crate) fn tahun(&self) -> Tahun {
        self.berkas.key.tahun
    }

    /// 1 to 4.
    pub(crate) fn nomor(&self) -> u8 {
        nomor(self.triwulan)
    }

    /// Whether the quarter ends the year.
    pub(crate) fn is_whole_year(&self) -> bool {
        self.triwulan == Triwulan::Iv
    }

    /// Until when its figures count, as people say it.
    pub(crate) fn until_words(&self) -> String {
        until_words(self.tahun(), self.triwulan)
    }

    /// The last day of the quarter, where the address names one: what came later is not asked for.
    pub(crate) fn last_day(&self) -> Option<Date> {
        self.is_chosen.then(|| self.triwulan.days(self.tahun()).1)
    }

    /// The address of a page of this office and year, with the quarter where one was chosen.
    pub(crate) fn link(&self, page: &str) -> String {
        self.link_for(self.tahun(), page)
    }

    /// The address of the trail of a figure, but for its name.
    pub(crate) fn jejak(&self) -> &str {
        self.jejak.get_or_init(|| with_query(&self.link("jejak"), "angka", ""))
    }

    /// The same page in another year.
    pub(crate) fn link_for(&self, tahun: Tahun, page: &str) -> String {
        let slash = if page.is_empty() { "" } else { "/" };
        let path = format!("/pd/{}/{tahun}{slash}{page}", self.part);
        match self.is_chosen {
            true => with_query(&path, "tw", &self.nomor().to_string()),
            false => path,
        }
    }

    /// A page of this office and year, without a quarter: for forms.
    pub(crate) fn plain(&self, page: &str) -> String {
        let slash = if page.is_empty() { "" } else { "/" };
        format!("/pd/{}/{}{slash}{page}", self.part, self.tahun())
    }
}

/// Until when figures of a quarter count, as people say it: `2024 s.d. triwulan II`, or the year alone.
pub(crate) fn until_words(tahun: Tahun, triwulan: Triwulan) -> String {
    match triwulan {
        Triwulan::Iv => tahun.to_string(),
        it => format!("{tahun} s.d. triwulan {}", roman(nomor(it))),
    }
}

/// The year of the address.
pub(crate) fn tahun(ask: &Ask<'_>) -> Result<Tahun, Fault> {
    let text = ask.params.get("tahun");
    let found = text.parse().ok().and_then(Tahun::new);
    found.ok_or_else(|| Fault::NotFound(format!("«{text}» bukan tahun anggaran.")))
}

/// The quarter that is measured on the day: the last one that has ended; the first before any has.
pub(crate) fn measured_quarter(ask: &Ask<'_>, tahun: Tahun) -> Triwulan {
    let day = ask.day();
    let this = i32::from(day.year()) - i32::from(tahun.get());
    let n_ended = match this {
        0 => (day.month() - 1) / 3,
        it if it > 0 => 4,
        _ => 0,
    };
    match n_ended {
        0 | 1 => Triwulan::I,
        2 => Triwulan::Ii,
        3 => Triwulan::Iii,
        _ => Triwulan::Iv,
    }
}

/// 1 to 4.
pub(crate) fn nomor(triwulan: Triwulan) -> u8 {
    match triwulan {
        Triwulan::I => 1,
        Triwulan::Ii => 2,
        Triwulan::Iii => 3,
        Triwulan::Iv => 4,
    }
}

/// The address of a form for a new row, which knows some of its cells and leads back to a page.
pub(crate) fn new_row(
    context: &Context,
    tabel: &str,
    cells: &[(&str, &str)],
    back: &str,
) -> String {
    let form = context.plain(&format!("tabel/{tabel}/baru"));
    let known = cells.iter().copied().chain([("ke", back)]);
    known.fold(form, |address, (name, cell)| with_query(&address, name, cell))
}

/// The page that led to a form, and to which it leads back: one of ours.
pub(crate) fn way_back<'a>(ask: &'a Ask<'_>) -> Option<&'a str> {
    let to = ask.form.given("ke").or_else(|| ask.query.given("ke"))?;
    (to.starts_with("/pd/") && !to.contains('\\')).then_some(to)
}

/// An address with one more name and value in its query.
pub(crate) fn with_query(address: &str, name: &str, value: &str) -> String {
    let mark = if address.contains('?') { '&' } else { '?' };
    let pair: String =
        form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish();
    format!("{address}{mark}{pair}")
}
