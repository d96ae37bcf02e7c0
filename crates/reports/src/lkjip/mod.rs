//! The LKjIP, Laporan Kinerja Instansi Pemerintah. PermenPANRB 53/2014 Lampiran II.

mod analisis;
mod anggaran;
mod capaian_kategori;
mod cascading;
mod daftar;
mod efisiensi;
mod evaluasi;
mod gambar;
mod grafik;
mod kalimat;
mod kinerja_anggaran;
mod langkah;
mod manual;
mod nasional;
mod organisasi;
mod parts;
mod pengukuran;
mod penunjang;
mod perubahan_pk;
mod pk;
mod program_pagu;
mod rincian;
mod rows;
mod skala;
mod strategi;
mod tahun_dalam_angka;
mod tanda_tangan;

use jiff::civil::Date;
use selaras_domain::dokumen::{Dokumen, Sampul};
use selaras_domain::{Berkas, Hasil, JenisLaporan, TingkatBagian, tanggal};

use crate::assembly::Assembly;
use crate::context::Context;
use crate::error::ReportError;

pub use manual::reference_page;
pub(crate) use parts::{find, names, orientation};

/// What may be asked of a report beyond its facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The date of the document, instead of the date of the data.
    pub tanggal: Option<Date>,
    /// Nobody has signed it yet: every page says so at its foot.
    pub konsep: bool,
}

/// Makes the LKjIP of a Berkas from its figures, in the order of its `bagian`.
///
/// # Errors
///
/// Everything that is wrong with the narrative and the order of the parts, at once: in the order of
/// the report, references to tables that are not there at the end.
pub fn lkjip(
    berkas: &Berkas,
    hasil: &Hasil,
    options: &Options,
) -> Result<Dokumen, Vec<ReportError>> {
    let tanggal = options.tanggal.or(berkas.perangkat_daerah.tanggal_data);
    let context = Context { berkas, hasil, tanggal };
    let mut assembly = Assembly::new(&context);
    assembly.add_all(JenisLaporan::Lkjip);
    let sections = assembly.finish()?;
    let (office, tahun) = (context.office(), context.tahun());
    Ok(Dokumen {
        sampul: Some(sampul(&context)),
        judul: format!("Laporan Kinerja Instansi Pemerintah (LKjIP) {office} Tahun {tahun}"),
        penerbit: context.office_in_full(),
        kepala_halaman: office.clone(),
        konsep: options.konsep.then(|| konsep(tanggal, "belum disahkan")),
        // An archival file must carry a date. Where the facts name none, it is the last day of the
        // year that they are about: the same every time, and never the clock's.
        tanggal: tanggal.or_else(|| Some(tahun.last_day())),
        kata_kunci: ["LKjIP", "SAKIP", "laporan kinerja", &office, &tahun.to_string()]
            .map(str::to_owned)
            .to_vec(),
        sections,
    })
}

/// `Konsep per 24 November 2026, belum disahkan`: of the data, so that it says which draft it is.
pub(crate) fn konsep(tanggal: Option<Date>, lacks: &str) -> String {
    match tanggal {
        Some(date) => format!("Konsep per {}, {lacks}", tanggal::format(date)),
        None => format!("Konsep, {lacks}"),
    }
}

fn sampul(context: &Context<'_>) -> Sampul {
    let mut rows = context.berkas.bagian.iter();
    let own =
        rows.find(|it| it.laporan == JenisLaporan::Lkjip && it.tingkat == TingkatBagian::Sampul);
    let judul = own.map_or("Laporan Kinerja Instansi Pemerintah", |it| it.judul.as_str());
    Sampul {
        judul: judul.to_owned(),
        singkatan: "LKjIP".to_owned(),
        tahun: context.tahun().to_string(),
        perangkat_daerah: context.berkas.perangkat_daerah.nama.clone(),
        pemda: context.pemda(),
    }
}
