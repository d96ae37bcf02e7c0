//! What can be wrong with a package: one code, one place and one remedy for each fault.

use std::fmt;

use crate::limit::MAX_PROBLEMS;

/// Where a fault is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path inside the package, with `/`: `indikator.csv`; empty for the package as a whole.
    pub file: String,
    /// Counted from one; the header of a table is line 1.
    pub line: Option<u32>,
    /// Name of a column of a table, or of a key (`pemda.nama`).
    pub column: Option<String>,
}

impl Place {
    pub(crate) fn file(file: &str) -> Place {
        Place { file: file.to_owned(), line: None, column: None }
    }

    pub(crate) fn line(file: &str, line: u32) -> Place {
        Place { file: file.to_owned(), line: Some(line), column: None }
    }

    pub(crate) fn cell(file: &str, line: u32, column: &str) -> Place {
        Place { file: file.to_owned(), line: Some(line), column: Some(column.to_owned()) }
    }
}

/// `indikator.csv baris 7, kolom satuan`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.file.is_empty() { "paket" } else { &self.file })?;
        if let Some(line) = self.line {
            write!(f, " baris {line}")?;
        }
        if let Some(column) = &self.column {
            let word = if self.file.ends_with(".csv") { "kolom" } else { "kunci" };
            write!(f, ", {word} {column}")?;
        }
        Ok(())
    }
}

/// A fault of a package. Its `Display` is one paragraph in Indonesian: where, what was found, what
/// was expected, what to do, and the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageError {
    pub place: Place,
    pub problem: Problem,
}

impl fmt::Display for PackageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let PackageError { place, problem } = self;
        let stopped = |text: String| if text.ends_with('?') { text } else { text + "." };
        let (found, remedy) = (stopped(problem.found()), stopped(problem.remedy()));
        write!(f, "{place}: {found} Diharapkan: {}. {remedy} ", problem.expected())?;
        write!(f, "({})", problem.code())
    }
}

impl std::error::Error for PackageError {}

/// What the reference says of one kind of fault.
pub struct ProblemPage {
    /// Stable: never renumbered, never used for something else.
    pub code: &'static str,
    /// In one line, Indonesian.
    pub title: &'static str,
}

/// Declares the faults: code, name and fields, title, then what was found, what was
/// expected, and the remedy.
macro_rules! problems {
    ($(
        $code:ident $name:ident { $($field:ident: $type:ty),* } $title:literal
            found $found:literal
            expected $expected:literal
            remedy $remedy:literal
    )+) => {
        /// The kinds of fault, with what their messages need to say. Texts that the user wrote
        /// are shortened already.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Problem {
            $(#[doc = $title] $name { $($field: $type),* },)+
        }

        #[allow(unused_variables, reason = "not every message needs every field")]
        impl Problem {
            /// `P041`.
            pub fn code(&self) -> &'static str {
                match self { $(Problem::$name { .. } => stringify!($code),)+ }
            }

            /// What was found, without a full stop.
            pub fn found(&self) -> String {
                match self { $(Problem::$name { $($field),* } => format!($found),)+ }
            }

            /// What was expected, without a full stop.
            pub fn expected(&self) -> String {
                match self { $(Problem::$name { $($field),* } => format!($expected),)+ }
            }

            /// What to do, without a full stop.
            pub fn remedy(&self) -> String {
                match self { $(Problem::$name { $($field),* } => format!($remedy),)+ }
            }
        }

        /// Every kind of fault, in the order of the codes.
        pub const PROBLEM_LIST: &[ProblemPage] =
            &[$(ProblemPage { code: stringify!($code), title: $title },)+];
    };
}

problems! {
    // Files and containers.
    P001 NotOpened { reason: String } "Paket tidak dapat dibuka."
        found "paket tidak dapat dibuka, {reason}"
        expected "folder paket atau berkas .zip"
        remedy "Periksa letak dan izin bacanya"
    P002 MissingFile { about: &'static str } "Berkas yang wajib tidak ada."
        found "berkas ini tidak ada"
        expected "{about}"
        remedy "Salin berkas itu dari kerangka `selaras package init`, lalu sesuaikan"
    P003 UnknownFile { remedy: String } "Berkas yang bukan bagian paket."
        found "berkas ini tidak dikenal"
        expected "hanya berkas yang tercantum pada rujukan paket"
        remedy "{remedy}"
    P004 UnsafePath {} "Nama berkas menunjuk ke luar paket."
        found "nama ini menunjuk ke luar paket"
        expected "nama tanpa `..`, tanpa `\\` dan tanpa `/` di depan"
        remedy "Buat ulang berkas zip dari folder paket"
    P005 SymbolicLink {} "Tautan simbolik di dalam paket."
        found "ini tautan simbolik"
        expected "berkas biasa"
        remedy "Ganti tautan itu dengan salinan berkasnya"
    P006 BadZip { reason: String } "Berkas zip rusak atau tidak didukung."
        found "zip tidak dapat dibaca, {reason}"
        expected "zip biasa tanpa sandi (metode deflate atau stored)"
        remedy "Buat ulang berkas zip dari folder paket"
    P007 DuplicateFile {} "Dua berkas bernama sama."
        found "nama berkas ini ada lebih dari satu kali"
        expected "setiap nama satu kali"
        remedy "Buat ulang berkas zip dari folder paket"
    P008 Unreadable { reason: String } "Berkas tidak dapat dibaca."
        found "berkas tidak dapat dibaca, {reason}"
        expected "berkas yang dapat dibaca"
        remedy "Periksa izin baca dan keutuhan berkas"
    P009 BadNarasiName {} "Nama berkas narasi tidak sah."
        found "nama berkas narasi tidak sah"
        expected "1–64 huruf kecil, angka, titik, garis bawah atau tanda hubung, lalu `.md`"
        remedy "Ganti nama berkas itu, misalnya `narasi/latar-belakang.md`"

    // Limits.
    P010 FileTooLarge { limit: String } "Berkas terlalu besar."
        found "berkas lebih besar dari {limit}; pembacaan dihentikan di situ"
        expected "paling besar {limit} untuk satu berkas"
        remedy "Periksa apakah berkas itu memang bagian paket, atau pecah isinya"
    P011 PackageTooLarge { limit: String } "Paket terlalu besar."
        found "isi semua berkas lebih besar dari {limit}; pembacaan dihentikan di situ"
        expected "paling besar {limit} untuk satu paket"
        remedy "Keluarkan yang bukan bagian paket"
    P012 TooManyFiles { limit: usize } "Berkas terlalu banyak."
        found "paket berisi lebih dari {limit} berkas"
        expected "paling banyak {limit} berkas"
        remedy "Keluarkan yang bukan bagian paket"
    P013 PathTooDeep {} "Folder di dalam paket terlalu dalam."
        found "berkas ini berada terlalu dalam"
        expected "berkas langsung di dalam paket atau di dalam folder `narasi`"
        remedy "Pindahkan berkas itu ke tempatnya"
    P014 Expansion { ratio: u64 } "Isi zip mengembang tidak wajar."
        found "isi zip mengembang lebih dari {ratio} kali ukurannya; pembacaan dihentikan di situ"
        expected "zip yang mengembang paling banyak {ratio} kali"
        remedy "Jangan pakai berkas ini bila asalnya tidak jelas; buat ulang zip dari folder paket"
    P015 TooManyRows { limit: usize } "Baris terlalu banyak."
        found "tabel lebih dari {limit} baris; sisanya tidak dibaca"
        expected "paling banyak {limit} baris dalam satu tabel"
        remedy "Periksa baris yang terulang"
    P016 TooManyColumns { limit: usize } "Kolom terlalu banyak."
        found "kepala tabel lebih dari {limit} kolom"
        expected "paling banyak {limit} kolom"
        remedy "Hapus kolom yang bukan bagian tabel ini"
    P017 CellTooLong { limit: usize } "Sel terlalu panjang."
        found "isi sel lebih panjang dari {limit} byte"
        expected "paling panjang {limit} byte dalam satu sel"
        remedy "Pindahkan uraian panjang ke narasi"
    P018 TooManyProblems { n_more: usize } "Kesalahan terlalu banyak."
        found "masih ada {n_more} kesalahan lain yang tidak ditampilkan"
        expected "paket tanpa kesalahan"
        remedy "Perbaiki yang di atas lebih dahulu, lalu periksa lagi"

    // Text.
    P020 InvalidUtf8 { byte: usize } "Teks bukan UTF-8."
        found "byte ke-{byte} bukan UTF-8"
        expected "teks UTF-8"
        remedy "Simpan ulang berkas dengan pengodean UTF-8"
    P021 ControlCharacter { shown: String } "Karakter kendali di dalam teks."
        found "ada karakter kendali {shown}"
        expected "teks tanpa karakter kendali selain tab dan ganti baris"
        remedy "Hapus karakter itu"
    P022 UnclosedQuote {} "Tanda kutip tidak ditutup."
        found "tanda kutip `\"` yang dibuka pada baris ini tidak ditutup sampai akhir berkas"
        expected "setiap sel yang dibuka dengan `\"` ditutup dengan `\"`"
        remedy "Tambahkan tanda kutip penutup"
    P023 StrayQuote { shown: String } "Tanda kutip di tengah sel."
        found "ada tanda kutip `\"` di tengah sel {shown}"
        expected "sel yang memuat tanda kutip diapit `\"`, dan tanda kutip di dalamnya ditulis \
                  dua kali"
        remedy "Tulis `\"Rapat \"\"koordinasi\"\"\"`, atau simpan ulang dari aplikasi lembar sebar"
    P024 Semicolons {} "Kolom dipisahkan titik koma."
        found "kolom dipisahkan titik koma"
        expected "kolom dipisahkan koma, angka desimal memakai titik"
        remedy "Simpan ulang sebagai CSV dengan pemisah koma"
    P025 MissingHeader {} "Tabel tanpa baris kepala."
        found "berkas kosong"
        expected "baris pertama berisi nama kolom"
        remedy "Tulis baris kepala, atau hapus berkas ini bila tidak ada isinya"
    P026 BadToml { detail: String } "Penulisan TOML salah."
        found "penulisan TOML salah, {detail}"
        expected "baris `kunci = nilai` di bawah `[bagian]`, teks di antara tanda kutip"
        remedy "Perbaiki baris itu"
    P027 BadJson { detail: String } "Penulisan JSON salah."
        found "JSON tidak dapat dibaca pada {detail}"
        expected "manifes JSON yang utuh"
        remedy "Perbaiki tempat itu"

    // Shape of tables and sections.
    P030 UnknownColumn { name: String, remedy: String } "Kolom tidak dikenal."
        found "kolom {name} tidak dikenal"
        expected "hanya kolom tabel ini"
        remedy "{remedy}"
    P031 MissingColumn {} "Kolom wajib tidak ada."
        found "kolom ini tidak ada"
        expected "kolom yang wajib ada pada tabel ini"
        remedy "Tambahkan kolom itu pada baris kepala dan isi selnya"
    P032 DuplicateColumn {} "Kolom tertulis dua kali."
        found "kolom ini ada lebih dari satu kali"
        expected "setiap kolom satu kali"
        remedy "Hapus salah satunya"
    P033 CellCount { found: usize, expected: usize } "Jumlah sel tidak sama dengan jumlah kolom."
        found "baris ini berisi {found} sel"
        expected "{expected} sel, sebanyak kolom pada baris kepala"
        remedy "Periksa koma yang kurang atau berlebih; apit sel yang memuat koma dengan `\"`"
    P034 UnknownKey { remedy: String } "Kunci tidak dikenal."
        found "kunci ini tidak dikenal"
        expected "hanya kunci bagian ini"
        remedy "{remedy}"
    P035 MissingKey { what: &'static str, remedy: String } "Bagian atau kunci wajib tidak ada."
        found "{what} ini tidak ada"
        expected "{what} yang wajib ada"
        remedy "{remedy}"
    P036 WrongType { found: &'static str, expected: &'static str } "Jenis nilai TOML salah."
        found "nilainya {found}"
        expected "{expected}"
        remedy "Ganti nilainya"

    // Cells.
    P040 Empty { expected: String } "Sel wajib kosong."
        found "sel kosong"
        expected "{expected}"
        remedy "Isi sel itu"
    P041 NotANumber { found: String, remedy: String } "Bukan angka."
        found "{found} bukan angka"
        expected "angka, paling banyak 28 digit, dengan titik sebagai tanda desimal, misalnya 93.5"
        remedy "{remedy}"
    P042 DecimalComma { found: String, remedy: String } "Koma desimal atau titik ribuan."
        found "{found} memakai koma desimal atau titik ribuan"
        expected "angka dengan titik sebagai tanda desimal dan tanpa pemisah ribuan"
        remedy "{remedy}"
    P043 NotAnInteger { found: String, remedy: String } "Bukan bilangan bulat."
        found "{found} bukan bilangan bulat"
        expected "bilangan bulat tanpa tanda dan tanpa nol di depan, misalnya 3"
        remedy "{remedy}"
    P044 NotRupiah { found: String, remedy: String } "Bukan jumlah rupiah."
        found "{found} bukan jumlah rupiah"
        expected "rupiah bulat, hanya angka, misalnya 10070867140"
        remedy "{remedy}"
    P045 NegativeRupiah { found: String } "Jumlah rupiah negatif."
        found "jumlah rupiah {found} negatif"
        expected "nol atau lebih"
        remedy "Periksa angkanya; kosongkan sel bila jumlahnya tidak terbaca"
    P046 BadYear { found: String } "Tahun yang mustahil."
        found "{found} bukan tahun anggaran"
        expected "tahun empat angka dari 1999 sampai 2100"
        remedy "Periksa tahunnya"
    P047 BadDate { found: String, remedy: String } "Tanggal yang mustahil."
        found "{found} bukan tanggal"
        expected "tanggal yang ada pada kalender, tahun-bulan-hari, misalnya 2023-12-29"
        remedy "{remedy}"
    P048 UnknownWord { found: String, allowed: String, remedy: String } "Kata kode tidak dikenal."
        found "{found} tidak dikenal"
        expected "salah satu dari {allowed}"
        remedy "{remedy}"
    P049 BadId { found: String } "Kode tidak sah."
        found "{found} bukan kode yang sah"
        expected "1–64 huruf kecil, angka, titik, garis bawah atau tanda hubung, diawali huruf atau \
                  angka"
        remedy "Ganti kode itu, juga di tempat lain yang menyebutnya"
    P050 BadKode { found: String } "Kode nomenklatur tidak sah."
        found "{found} bukan kode nomenklatur"
        expected "satu sampai enam bilangan dipisahkan titik, misalnya 5.03.02.2.01.0003"
        remedy "Periksa kodenya; kosongkan sel bila tidak terbaca pada sumber"
    P051 OutOfRange { found: String, min: i64, max: i64 } "Angka di luar batas."
        found "{found} di luar batas"
        expected "dari {min} sampai {max}"
        remedy "Periksa angkanya"
    P052 NotExactlyOne { filled: String, names: &'static str } "Bukan tepat satu yang diisi."
        found "yang diisi: {filled}"
        expected "tepat satu dari {names}"
        remedy "Isi satu saja dan kosongkan yang lain"
    P053 HalfRange {} "Batas atas tanpa batas bawah."
        found "`nilai_atas` diisi sedangkan `nilai` kosong"
        expected "rentang diisi pada `nilai` dan `nilai_atas`"
        remedy "Isi batas bawah rentang pada kolom nilai"
    P054 NumberAndPredikat {} "Angka dan predikat bersamaan."
        found "angka dan predikat diisi bersamaan"
        expected "angka atau predikat, bukan keduanya"
        remedy "Kosongkan salah satunya"
    P055 SignedWithoutDate {} "Ditandatangani tanpa tanggal."
        found "status `ditandatangani` tanpa tanggal"
        expected "tanggal penandatanganan"
        remedy "Isi tanggalnya, atau ubah statusnya"
    P056 DateWithoutSignature { status: &'static str } "Tanggal tanpa tanda tangan."
        found "tanggal diisi sedangkan statusnya `{status}`"
        expected "tanggal hanya untuk status `ditandatangani`"
        remedy "Kosongkan tanggalnya, atau ubah statusnya menjadi `ditandatangani`"

    // Rows that name each other.
    P060 DuplicateKey { key: String, names: String, first: u32 } "Baris kembar."
        found "{key} sudah ada pada baris {first}"
        expected "{names} yang berbeda pada setiap baris"
        remedy "Hapus atau ubah salah satunya"
    P061 Dangling { found: String, table: String, remedy: String } "Rujukan ke yang tidak ada."
        found "{found} tidak ada pada {table}"
        expected "kode yang ada pada {table}"
        remedy "{remedy}"
    P062 Cycle { path: String } "Rujukan berputar."
        found "rujukan berputar: {path}"
        expected "pohon tanpa putaran"
        remedy "Putuskan salah satu rujukan itu"
    P063 WrongParent { child: &'static str, found: String, allowed: &'static str }
        "Jenjang di bawah induk yang salah."
        found "{child} {found}"
        expected "{child} berada di bawah {allowed}"
        remedy "Perbaiki induk atau jenjangnya"
    P064 TotalRow { found: String } "Baris total yang tidak lazim."
        found "{found}"
        expected "satu baris berjenjang `total`, dengan id `total`"
        remedy "Ubah id atau jenjangnya"
    P065 UnitWithoutHead { found: &'static str } "Unit kerja tanpa induk."
        found "{found}"
        expected "hanya unit berjenis `kepala` yang tidak berinduk"
        remedy "Perbaiki induk atau jenisnya"

    // Meaning.
    P070 BandWithoutBound { skala: String, found: String } "Pita tanpa batas bawah."
        found "{found} pada skala {skala} tidak mempunyai batas bawah"
        expected "batas bawah pada setiap pita kecuali yang terendah"
        remedy "Isi batas bawahnya"
    P071 BandsNotInOrder { found: String, before: String } "Urutan pita terputus."
        found "batas bawah {found} tidak melanjutkan urutan sesudah {before}"
        expected "batas bawah yang terus menurun atau terus menaik menurut nomor"
        remedy "Perbaiki batas atau nomor pitanya"
    P072 ScaleWithoutBands { found: &'static str } "Skala tanpa pita."
        found "{found}"
        expected "pita pada pita.csv, atau parameter peraturan pada kolom ini, salah satu saja"
        remedy "Isi salah satunya"
    P073 UnusableVariableName { found: String } "Nama variabel tidak dapat dipakai dalam rumus."
        found "{found} tidak dapat dipakai dalam rumus"
        expected "huruf kecil, angka dan garis bawah, diawali huruf"
        remedy "Ganti nama variabelnya, misalnya `pegawai_dilatih`"
    P074 BadFormula { reason: String, pointed: String } "Rumus salah."
        found "{reason}"
        expected "rumus atas variabel indikator ini, misalnya `selesai / usulan * 100`"
        remedy "Perbaiki rumusnya pada {pointed}"
    P075 DivisionByZero { divisor: String, tahun: String } "Pembagi bernilai nol."
        found "pembagi {divisor} bernilai nol pada tahun {tahun}"
        expected "pembagi yang bukan nol"
        remedy "Periksa nilainya; kosongkan selnya bila nilainya belum ada"
    P076 MissingTarget { indikator: String, tahun: String } "Target IKU tidak ada."
        found "indikator kinerja utama {indikator} tidak mempunyai target tahun {tahun}"
        expected "sekurang-kurangnya satu baris target tahunan untuk tahun laporan"
        remedy "Tambahkan barisnya pada target.csv; kosongkan nilainya bila sumber tidak memuatnya"
    P077 MissingKebijakan { jenis: &'static str } "Cara ukur belum ditetapkan."
        found "tidak ada baris untuk jenis `{jenis}`, padahal ada indikator berjenis itu"
        expected "satu baris untuk setiap jenis indikator yang dipakai"
        remedy "Tambahkan barisnya pada kebijakan_indikator.csv"
    P078 Reversed { from: String, to: String } "Awal sesudah akhir."
        found "awal {from} melewati akhir {to}"
        expected "awal yang tidak melewati akhir"
        remedy "Periksa keduanya; mungkin tertukar"
    P079 UnknownParameter { found: String, remedy: String } "Parameter tidak dikenal."
        found "parameter {found} tidak dikenal"
        expected "parameter skala yang dibawa Selaras"
        remedy "{remedy}"
    P080 UnknownPredikat { found: String, skala: String, remedy: String } "Predikat di luar skala."
        found "predikat {found} tidak ada pada skala {skala}"
        expected "predikat yang ada pada skala {skala}"
        remedy "{remedy}"

    P081 WrongRegister { found: String, jenis: String, expected: String } "Register berjenis lain."
        found "register {found} berjenis {jenis}"
        expected "register berjenis {expected}"
        remedy "Pilih register yang sesuai, atau perbaiki jenisnya pada register.csv"
    P082 SettingOfRegister { found: String, jenis: String } "Pengaturan register belum ditetapkan."
        found "register {found} berjenis {jenis} belum menetapkannya"
        expected "isi, karena cara menghitung kasusnya bergantung padanya"
        remedy "Isi kolom ini pada register.csv"

    // The manifest.
    P090 BadManifest { found: &'static str, expected: &'static str } "Manifes tidak lengkap."
        found "{found}"
        expected "{expected}"
        remedy "Perbaiki manifesnya, atau susun ulang dengan `selaras package format`"
    P091 FutureVersion { found: String, known: u64 } "Versi format tidak dikenal."
        found "versi format {found}"
        expected "versi format {known}"
        remedy "Pakai Selaras yang lebih baru untuk membuka paket ini"
    P092 ListedButAbsent {} "Tercantum pada manifes tetapi tidak ada."
        found "berkas ini tercantum pada datapackage.json tetapi tidak ada"
        expected "setiap berkas yang tercantum ada di dalam paket"
        remedy "Tambahkan berkasnya, atau susun ulang manifes dengan `selaras package format`"
    P093 NotListed {} "Ada tetapi tidak tercantum pada manifes."
        found "tabel ini tidak tercantum pada datapackage.json"
        expected "setiap tabel tercantum pada `resources`"
        remedy "Susun ulang manifes dengan `selaras package format`, atau hapus berkasnya"
    P094 FieldsDiffer { found: String, expected: String } "Kolom manifes tidak cocok dengan tabel."
        found "manifes menyebut kolom {found}"
        expected "kolom {expected} seperti pada baris kepala tabelnya"
        remedy "Samakan `schema.fields` dengan baris kepala, atau susun ulang manifes dengan `selaras package format`"
    P095 UnknownResource { path: String } "Manifes menyebut berkas yang bukan tabel paket."
        found "manifes menyebut {path}, yang bukan tabel paket"
        expected "hanya tabel yang tercantum pada rujukan paket"
        remedy "Perbaiki `path`, atau hapus sumber itu dari `resources`"
}

/// What the user wrote, between «», on one line and short enough for a message.
pub(crate) fn shown(text: &str) -> String {
    const MAX_CHARS: usize = 60;
    let plain: String =
        text.chars().map(|it| if it.is_control() { ' ' } else { it }).take(MAX_CHARS + 1).collect();
    if plain.chars().count() <= MAX_CHARS {
        format!("«{plain}»")
    } else {
        format!("«{}…»", plain.chars().take(MAX_CHARS).collect::<String>())
    }
}

/// A name that the user wrote, as part of a place.
pub(crate) fn short(name: &str) -> String {
    name.chars().filter(|it| !it.is_control()).take(40).collect()
}

/// The name that was probably meant: the nearest by edit distance, if it is near at all.
pub(crate) fn nearest<'n>(
    written: &str,
    names: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    // What nobody would type by mistake need not be compared with every name.
    const MAX_CHARS: usize = 80;
    let n_chars = written.chars().count();
    if n_chars > MAX_CHARS {
        return None;
    }
    let farthest = (n_chars / 3).max(1);
    names
        .into_iter()
        // The difference in length is a lower bound that costs nothing.
        .filter(|name| name.chars().count().abs_diff(n_chars) <= farthest)
        .map(|name| (strsim::osa_distance(written, name), name))
        .filter(|(distance, _)| *distance <= farthest)
        .min()
        .map(|(_, name)| name)
}

/// «Maksud Anda …?» when there is a near name, and `otherwise` when there is none.
pub(crate) fn meant<'n>(
    written: &str,
    names: impl IntoIterator<Item = &'n str>,
    otherwise: &str,
) -> String {
    match nearest(written, names) {
        Some(name) => format!("Maksud Anda {}?", shown(name)),
        None => otherwise.to_owned(),
    }
}

/// Collects faults, up to a limit: past it they are only counted.
#[derive(Default)]
pub(crate) struct Problems {
    list: Vec<PackageError>,
    n_more: usize,
}

impl Problems {
    pub(crate) fn push(&mut self, place: Place, problem: Problem) {
        if self.list.len() < MAX_PROBLEMS {
            self.list.push(PackageError { place, problem });
        } else {
            self.n_more += 1;
        }
    }

    /// Whether more would only be counted.
    pub(crate) fn is_full(&self) -> bool {
        self.list.len() == MAX_PROBLEMS
    }

    /// How many there are, with those that were only counted.
    pub(crate) fn count(&self) -> usize {
        self.list.len() + self.n_more
    }

    /// In the order of the places; what was only counted is said last.
    pub(crate) fn into_sorted(mut self) -> Vec<PackageError> {
        self.list.sort_by(|one, other| {
            let key = |it: &PackageError| (it.place.file.clone(), it.place.line);
            key(one).cmp(&key(other))
        });
        if self.n_more > 0 {
            let problem = Problem::TooManyProblems { n_more: self.n_more };
            self.list.push(PackageError { place: Place::file(""), problem });
        }
        self.list
    }
}
