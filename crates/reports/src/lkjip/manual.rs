//! The manual of the narrative, `docs/reference/narasi.md`, made from the tables that the program
//! itself reads by.

use super::parts::{find, names};
use crate::narasi::references::REFERENCES;

const INTRODUCTION: &str = "\
<!-- Dibuat dari kode; perbarui dengan SELARAS_BLESS=1 cargo test -p selaras-reports. -->

# Narasi dan bagian laporan

Narasi sebuah laporan adalah berkas Markdown di folder `narasi/`. Urutan bagian laporan, judulnya,
dan narasi pembukanya ada pada `bagian.csv`.

## Bentuk tulisan

- Paragraf dipisahkan baris kosong. `##` memulai anak judul, `###` judul kecil.
- `- ` memulai butir daftar, `1. ` butir bernomor; daftar bernomor di dalam daftar bernomor memakai
  huruf.
- `**tebal**` dan `*miring*`.
- Kurung kurawal memanggil angka dan kata dari fakta: `{capaian iku-1 2023}`. Kurung kurawal biasa
  ditulis `\\{` dan `\\}`.
- Paragraf yang hanya berisi `{isi NAMA}` diganti bagian yang dibuat dari fakta.
- `{rujuk NAMA}` menjadi nomor tabel atau gambar dari bagian itu, misalnya «Tabel 3.3»; yang dipilih
  adalah yang ada dalam bab yang sama, atau yang pertama. Bagian tanpa tabel dan gambar dirujuk
  dengan nomor subbab atau lampirannya.
- Tahun boleh ditulis dengan angka atau dengan `tahun`, `tahun-lalu`, `tahun-depan`, `tahun-awal`,
  `tahun-akhir`.

Rujukan yang tidak menemukan apa pun adalah galat, dengan nama berkas dan barisnya. Angka yang ada
tetapi belum bernilai ditulis dengan kata: *belum diisi*, *tidak dapat dihitung*, *tidak terbaca
pada sumber*.

## Rujukan

| rujukan | contoh | arti |
|---|---|---|
";

const PARTS_HEAD: &str = "
## Bagian

Nama bagian dipakai pada kolom `isi` di `bagian.csv` dan dalam `{isi …}`. Kata dalam kurung siku
boleh ditiadakan.

| bagian | isinya |
|---|---|
";

/// The page, in Indonesian Markdown.
pub fn reference_page() -> String {
    let escape = |it: &str| it.replace('|', "\\|");
    let mut page = INTRODUCTION.to_owned();
    for it in REFERENCES {
        let form = format!("{} {}", it.name, it.usage);
        let contoh = format!("{} {}", it.name, it.contoh);
        let (form, contoh) = (escape(form.trim_end()), contoh.trim_end());
        page += &format!("| `{{{form}}}` | `{{{contoh}}}` | {} |\n", escape(it.arti));
    }
    page += PARTS_HEAD;
    for it in names().filter_map(find) {
        let form = format!("{} {}", it.name, it.usage);
        page += &format!("| `{}` | {} |\n", form.trim_end(), it.arti);
    }
    page
}
