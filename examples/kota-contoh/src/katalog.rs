//! The catalogue of nomenklatur of the city: what its offices use, and a little more, so that there is
//! something to choose.

use selaras_domain::{JenisIndikator, Katalog, KodeNomenklatur, Nomenklatur, Pokok, Tahun};

use crate::{N_PERANGKAT, TAHUN_AKHIR, TAHUN_AWAL, berkas};

/// Subkegiatan of every urusan that no office of the city has.
const UNUSED: [(&[u16], &str, &str, &str); 4] = [
    (
        &[0, 0, 1, 2, 1, 2],
        "Koordinasi dan Penyusunan Dokumen Rencana Kerja dan Anggaran",
        "Jumlah Dokumen Rencana Kerja dan Anggaran",
        "Dokumen",
    ),
    (
        &[0, 0, 1, 2, 5, 11],
        "Bimbingan Teknis Implementasi Peraturan Perundang-undangan",
        "Jumlah Orang yang Mengikuti Bimbingan Teknis",
        "Orang",
    ),
    (
        &[0, 0, 1, 2, 6, 3],
        "Penyediaan Peralatan Rumah Tangga",
        "Jumlah Paket Peralatan Rumah Tangga",
        "Paket",
    ),
    (
        &[0, 0, 1, 2, 6, 10],
        "Penatausahaan Arsip Dinamis",
        "Jumlah Dokumen Penatausahaan Arsip Dinamis",
        "Dokumen",
    ),
];

/// The whole catalogue; what stands in the program that keeps an office running is of every urusan.
///
/// # Panics
///
/// Where the city has no first year.
pub fn katalog() -> Katalog {
    let [first, last] = [TAHUN_AWAL, TAHUN_AKHIR].map(Tahun::new);
    let (Some(first), Some(last)) = (first, last) else {
        panic!("the years of the city are years")
    };
    let mut all = Vec::new();
    for perangkat in 0..N_PERANGKAT {
        let berkas = berkas(perangkat, last);
        for it in &berkas.program_kegiatan {
            let Some(own) = &it.kode else { continue };
            let is_penunjang = own.parts().get(2) == Some(&1);
            let of_every = if is_penunjang { own.of_every_urusan() } else { None };
            let keluaran = berkas.indikator.iter().find(|row| {
                row.jenis == JenisIndikator::Keluaran && row.pokok == Pokok::Baris(it.id.clone())
            });
            all.push(Nomenklatur {
                kode: of_every.unwrap_or_else(|| own.clone()),
                nama: it.nama.clone(),
                kinerja: None,
                indikator: keluaran.map(|it| it.nama.clone()),
                satuan: keluaran.map(|it| it.satuan.clone()),
            });
        }
    }
    let unused = |(kode, nama, indikator, satuan): &(&[u16], &str, &str, &str)| {
        Some(Nomenklatur {
            kode: KodeNomenklatur::new(kode.to_vec())?,
            nama: (*nama).to_owned(),
            kinerja: None,
            indikator: Some((*indikator).to_owned()),
            satuan: Some((*satuan).to_owned()),
        })
    };
    all.extend(UNUSED.iter().filter_map(unused));
    Katalog::new("Katalog Kota Contoh (rekaan)", first, all)
}
