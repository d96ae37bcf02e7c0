//! Groups: facts that take several columns of a table.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_decimal::Decimal;
use selaras_domain::{
    Asal, BarisId, CaraUkur, CaraUkurSendiri, DokumenId, Mitra, NilaiRealisasi, NilaiTarget, Pokok,
    SasaranId, StatusPerjanjian, TujuanId, UnitKerjaId,
};

use crate::cell::{Cell, Kind, Presence, unknown_word};
use crate::error::Problem;
use crate::table::{Column, Field, Record, Row, Said, record};

/// Declares the columns of a group that is not simply the list of a struct's fields.
macro_rules! columns {
    ($columns:ident, $($name:ident: $cell:ty, $about:literal;)+) => {
        $(<$cell as Field>::push_columns(
            Said { name: stringify!($name), about: $about, range: None, target: None },
            $columns,
        );)+
    };
}

impl Field for Asal {
    fn push_columns(_: Said, columns: &mut Vec<Column>) {
        columns! { columns,
            sumber: Option<DokumenId>, "Dokumen asal fakta ini.";
            halaman: Option<String>, "Halaman atau bagian dokumen itu, sebagaimana tercetak.";
            catatan: Option<String>,
                "Yang perlu diketahui tentang fakta ini, misalnya `tidak terbaca pada sumber`.";
        }
    }

    fn read(row: &mut Row<'_, '_>) -> Option<Self> {
        let (dokumen, halaman, catatan) = (row.read_cell(), row.read_cell(), row.read_cell());
        Some(Asal { dokumen: dokumen?, halaman: halaman?, catatan: catatan? })
    }

    fn write<'a>(&'a self, cells: &mut Vec<Cow<'a, str>>) {
        cells.extend([self.dokumen.text(), self.halaman.text(), self.catatan.text()]);
    }
}

impl Field for Pokok {
    fn push_columns(_: Said, columns: &mut Vec<Column>) {
        columns! { columns,
            tujuan: Option<TujuanId>,
                "Tujuan yang diukur; tepat satu dari `tujuan`, `sasaran` dan `baris` diisi.";
            sasaran: Option<SasaranId>, "Sasaran yang diukur.";
            baris: Option<BarisId>, "Program, kegiatan atau subkegiatan yang diukur.";
        }
    }

    fn read(row: &mut Row<'_, '_>) -> Option<Self> {
        const NAMES: [&str; 3] = ["tujuan", "sasaran", "baris"];
        let n_problems = row.problems.count();
        let filled: Vec<&str> =
            (0..3).filter(|it| !row.peek(*it).is_empty()).map(|it| NAMES[it]).collect();
        if filled.len() != 1 {
            let filled = if filled.is_empty() { "tidak ada".to_owned() } else { filled.join(", ") };
            let names = "`tujuan`, `sasaran` dan `baris`";
            row.report_ahead(0, Problem::NotExactlyOne { filled, names });
        }
        let tujuan: Option<Option<TujuanId>> = row.read_cell();
        let sasaran: Option<Option<SasaranId>> = row.read_cell();
        let baris: Option<Option<BarisId>> = row.read_cell();
        if row.problems.count() > n_problems {
            return None;
        }
        let tujuan = tujuan.flatten().map(Pokok::Tujuan);
        let sasaran = sasaran.flatten().map(Pokok::Sasaran);
        tujuan.or(sasaran).or(baris.flatten().map(Pokok::Baris))
    }

    fn write<'a>(&'a self, cells: &mut Vec<Cow<'a, str>>) {
        let texts: [Cow<'a, str>; 3] = match self {
            Pokok::Tujuan(id) => [id.text(), "".into(), "".into()],
            Pokok::Sasaran(id) => ["".into(), id.text(), "".into()],
            Pokok::Baris(id) => ["".into(), "".into(), id.text()],
        };
        cells.extend(texts);
    }
}

impl Field for Option<Mitra> {
    fn push_columns(_: Said, columns: &mut Vec<Column>) {
        columns! { columns,
            mitra: Option<String>,
                "Singkatan perangkat daerah yang kinerjanya dibutuhkan; kosong selama belum ada, atau \
                 bila mitranya unit sendiri.";
            unit_kerja: Option<UnitKerjaId>, "Unit kerja sendiri yang kinerjanya dibutuhkan.";
        }
    }

    fn read(row: &mut Row<'_, '_>) -> Option<Self> {
        let is_double = !row.peek(0).is_empty() && !row.peek(1).is_empty();
        if is_double {
            let filled = "mitra, unit_kerja".to_owned();
            row.report_ahead(
                0,
                Problem::NotExactlyOne { filled, names: "`mitra` dan `unit_kerja`" },
            );
        }
        let mitra: Option<Option<String>> = row.read_cell();
        let unit: Option<Option<UnitKerjaId>> = row.read_cell();
        let (mitra, unit) = (mitra?, unit?);
        let one = mitra.map(Mitra::PerangkatDaerah).or(unit.map(Mitra::UnitKerja));
        (!is_double).then_some(one)
    }

    fn write<'a>(&'a self, cells: &mut Vec<Cow<'a, str>>) {
        let texts: [Cow<'a, str>; 2] = match self {
            None => Default::default(),
            Some(Mitra::PerangkatDaerah(nama)) => [nama.text(), "".into()],
            Some(Mitra::UnitKerja(id)) => ["".into(), id.text()],
        };
        cells.extend(texts);
    }
}

impl Field for Option<NilaiTarget> {
    fn push_columns(_: Said, columns: &mut Vec<Column>) {
        columns! { columns,
            nilai: Option<Decimal>,
                "Target, atau batas bawahnya bila berupa rentang; kosong bila sumber tidak \
                 memuatnya.";
            nilai_atas: Option<Decimal>, "Batas atas rentang.";
            predikat: Option<String>, "Target berupa predikat pada skala indikator.";
        }
    }

    fn read(row: &mut Row<'_, '_>) -> Option<Self> {
        let n_problems = row.problems.count();
        let is_filled = [0, 1, 2].map(|it| !row.peek(it).is_empty());
        match is_filled {
            [false, true, _] => row.report_ahead(1, Problem::HalfRange {}),
            [true, _, true] => row.report_ahead(2, Problem::NumberAndPredikat {}),
            _ => {}
        }
        let nilai: Option<Option<Decimal>> = row.read_cell();
        let nilai_atas: Option<Option<Decimal>> = row.read_cell();
        let predikat: Option<Option<String>> = row.read_cell();
        if row.problems.count() > n_problems {
            return None;
        }
        let (nilai, nilai_atas, predikat) = (nilai?, nilai_atas?, predikat?);
        if let (Some(from), Some(to)) = (nilai, nilai_atas)
            && from > to
        {
            // The columns have been read, so the upper bound lies two behind.
            row.next -= 2;
            let (from, to) = (from.text().into_owned(), to.text().into_owned());
            row.report_ahead(0, Problem::Reversed { from, to });
            row.next += 2;
            return None;
        }
        Some(match (nilai, nilai_atas, predikat) {
            (Some(from), Some(to), _) => Some(NilaiTarget::Rentang(from, to)),
            (Some(value), None, _) => Some(NilaiTarget::Angka(value)),
            (None, _, predikat) => predikat.map(NilaiTarget::Predikat),
        })
    }

    fn write<'a>(&'a self, cells: &mut Vec<Cow<'a, str>>) {
        let texts: [Cow<'a, str>; 3] = match self {
            None => Default::default(),
            Some(NilaiTarget::Angka(value)) => [value.text(), "".into(), "".into()],
            Some(NilaiTarget::Rentang(from, to)) => [from.text(), to.text(), "".into()],
            Some(NilaiTarget::Predikat(word)) => ["".into(), "".into(), word.text()],
        };
        cells.extend(texts);
    }
}

impl Field for Option<NilaiRealisasi> {
    fn push_columns(_: Said, columns: &mut Vec<Column>) {
        columns! { columns,
            nilai: Option<Decimal>, "Realisasi; kosong bila sumber tidak memuatnya.";
            predikat: Option<String>, "Realisasi berupa predikat pada skala indikator.";
        }
    }

    fn read(row: &mut Row<'_, '_>) -> Option<Self> {
        let n_problems = row.problems.count();
        if !row.peek(0).is_empty() && !row.peek(1).is_empty() {
            row.report_ahead(1, Problem::NumberAndPredikat {});
        }
        let nilai: Option<Option<Decimal>> = row.read_cell();
        let predikat: Option<Option<String>> = row.read_cell();
        if row.problems.count() > n_problems {
            return None;
        }
        let predikat = predikat?.map(NilaiRealisasi::Predikat);
        Some(nilai?.map(NilaiRealisasi::Angka).or(predikat))
    }

    fn write<'a>(&'a self, cells: &mut Vec<Cow<'a, str>>) {
        let texts: [Cow<'a, str>; 2] = match self {
            None => Default::default(),
            Some(NilaiRealisasi::Angka(value)) => [value.text(), "".into()],
            Some(NilaiRealisasi::Predikat(word)) => ["".into(), word.text()],
        };
        cells.extend(texts);
    }
}

const STATUS_WORDS: [&str; 3] = ["draf", "diajukan", "ditandatangani"];

impl Field for StatusPerjanjian {
    fn push_columns(_: Said, columns: &mut Vec<Column>) {
        columns.push(Column {
            name: "status",
            about: "Sampai di mana perjanjian ini.",
            kind: Kind::Word(STATUS_WORDS.to_vec()),
            presence: Presence::Required,
            range: None,
            target: None,
        });
        columns! { columns,
            tanggal: Option<Date>,
                "Tanggal penandatanganan; hanya dan selalu ada pada status `ditandatangani`.";
        }
    }

    fn read(row: &mut Row<'_, '_>) -> Option<Self> {
        let n_problems = row.problems.count();
        let word = row.peek(0).to_owned();
        let has_date = !row.peek(1).is_empty();
        let known = STATUS_WORDS.iter().find(|it| **it == word);
        match known {
            None if row.is_missing(0) => {}
            None if word.is_empty() => {
                let expected = Kind::Word(STATUS_WORDS.to_vec()).expected();
                row.report_ahead(0, Problem::Empty { expected });
            }
            None => row.report_ahead(0, unknown_word(&word, &STATUS_WORDS)),
            Some(&"ditandatangani") if !has_date => {
                row.report_ahead(1, Problem::SignedWithoutDate {});
            }
            Some(&status) if status != "ditandatangani" && has_date => {
                row.report_ahead(1, Problem::DateWithoutSignature { status });
            }
            Some(_) => {}
        }
        row.next += 1;
        let tanggal: Option<Option<Date>> = row.read_cell();
        if row.problems.count() > n_problems {
            return None;
        }
        match (known?, tanggal?) {
            (&"draf", _) => Some(StatusPerjanjian::Draf),
            (&"diajukan", _) => Some(StatusPerjanjian::Diajukan),
            (_, tanggal) => tanggal.map(|tanggal| StatusPerjanjian::Ditandatangani { tanggal }),
        }
    }

    fn write<'a>(&'a self, cells: &mut Vec<Cow<'a, str>>) {
        let texts: [Cow<'a, str>; 2] = match self {
            StatusPerjanjian::Draf => ["draf".into(), "".into()],
            StatusPerjanjian::Diajukan => ["diajukan".into(), "".into()],
            StatusPerjanjian::Ditandatangani { tanggal } => {
                ["ditandatangani".into(), tanggal.text()]
            }
        };
        cells.extend(texts);
    }
}

/// Both ways of saying how to measure have the same columns; an indikator may leave them empty.
macro_rules! cara_ukur {
    ($($group:ty),+) => {$(
        record! { $group {
            rumus: "Rumus capaian.",
            tahap: "Kapan dibulatkan: realisasi lebih dahulu, atau hanya saat dicetak.",
            mode: "Cara membulatkan angka di tengah: ke atas, ke genap, atau dipotong.",
            presisi_realisasi: "Banyaknya desimal realisasi." in 0..=10,
            presisi_capaian: "Banyaknya desimal capaian." in 0..=10,
            batas_bawah: "Capaian di bawah angka ini dihitung sebesar angka ini, dalam persen.",
            batas_atas: "Capaian di atas angka ini dihitung sebesar angka ini, dalam persen.",
            target_nol: "Arti target nol: capaian tidak dihitung, atau nol adalah yang terbaik.",
            akumulasi: "Bagaimana triwulan menjadi tahun.",
            skala: "Skala tempat predikat diambil.",
        } }

        impl Field for $group {
            fn push_columns(_: Said, columns: &mut Vec<Column>) {
                <$group as Record>::push_columns(columns);
            }

            fn read(row: &mut Row<'_, '_>) -> Option<Self> {
                <$group as Record>::read(row)
            }

            fn write<'a>(&'a self, cells: &mut Vec<Cow<'a, str>>) {
                <$group as Record>::write(self, cells);
            }
        }
    )+};
}

cara_ukur!(CaraUkur, CaraUkurSendiri);
