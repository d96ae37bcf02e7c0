//! A fictional report that uses every block of the tree, for tests, benchmarks and eyes.
//!
//! The office, its figures and its people are invented; the longest names and amounts are as long
//! as those of real reports.

use selaras_domain::dokumen::{
    Align, Block, Cell, Column, Contents, Dokumen, Drawing, Inline, KeyFigure, Marker, Orientation,
    PageNumbers, Rank, Row, RowKind, Sampul, Section, Signature, Table, TableSize, Tone, Width,
    text,
};

/// A report of some twenty-five pages.
pub(crate) fn sample() -> Dokumen {
    Dokumen {
        sampul: Some(Sampul {
            judul: "Laporan Kinerja Instansi Pemerintah".to_owned(),
            singkatan: "LKjIP".to_owned(),
            tahun: "2023".to_owned(),
            perangkat_daerah: "Dinas Perhubungan dan Keselamatan Jalan".to_owned(),
            pemda: "Kota Contoh".to_owned(),
        }),
        judul: "Laporan Kinerja Instansi Pemerintah Tahun 2023".to_owned(),
        penerbit: "Dinas Perhubungan dan Keselamatan Jalan Kota Contoh".to_owned(),
        kepala_halaman: "Dishub Kota Contoh".to_owned(),
        konsep: Some("Konsep per 24 November 2026, belum disahkan".to_owned()),
        tanggal: Some(jiff::civil::date(2024, 1, 31)),
        kata_kunci: vec!["LKjIP".to_owned(), "SAKIP".to_owned(), "Kota Contoh".to_owned()],
        sections: vec![front(), summary(), introduction(), accountability(1), annexes()],
    }
}

/// The sample with its third chapter repeated until it has some sixty pages and forty tables.
pub(crate) fn long() -> Dokumen {
    let mut dokumen = sample();
    let annexes = dokumen.sections.pop().expect("the sample ends with annexes");
    dokumen.sections.extend((2..=6).map(accountability));
    dokumen.sections.push(annexes);
    dokumen
}

fn heading(rank: Rank, nomor: &str, judul: &str, label: &str) -> Block {
    let nomor = (!nomor.is_empty()).then(|| nomor.to_owned());
    Block::Heading { rank, nomor, judul: judul.to_owned(), label: label.to_owned() }
}

fn paragraph(content: &str) -> Block {
    Block::Paragraph(text(content))
}

fn figure(shown: &str, id: &str) -> Inline {
    Inline::Figure { text: shown.to_owned(), id: id.to_owned() }
}

fn reference(label: &str, shown: &str) -> Inline {
    Inline::Reference { label: label.to_owned(), text: shown.to_owned() }
}

fn t(content: &str) -> Inline {
    Inline::Text(content.to_owned())
}

fn items(items: &[&str]) -> Vec<Vec<Block>> {
    items.iter().map(|item| vec![paragraph(item)]).collect()
}

fn column(width: Width, align: Align) -> Column {
    Column { width, align }
}

fn body(cells: &[&str]) -> Row {
    Row { kind: RowKind::Body, cells: cells.iter().map(|cell| Cell::text(*cell)).collect() }
}

fn of_kind(kind: RowKind, cells: &[&str]) -> Row {
    Row { kind, ..body(cells) }
}

fn head(cells: &[&str]) -> Vec<Cell> {
    cells.iter().map(|cell| Cell::text(*cell)).collect()
}

fn front() -> Section {
    Section {
        page_numbers: PageNumbers::Roman,
        orientation: Orientation::Portrait,
        kepala: "Bagian Awal".to_owned(),
        blocks: vec![
            heading(Rank::Bab, "", "Kata Pengantar", "kata-pengantar"),
            paragraph(
                "Laporan ini memuat apa yang dijanjikan Dinas Perhubungan dan Keselamatan Jalan \
                 pada awal tahun, apa yang tercapai, dan apa yang belum. Angka di dalamnya \
                 dihitung dari data yang sama dengan yang dipakai dalam rapat triwulanan, \
                 sehingga pembaca dapat menelusurinya sampai ke sumbernya.",
            ),
            paragraph(
                "Sebagian sasaran terlampaui, satu sasaran tertinggal jauh. Keduanya kami \
                 jelaskan dengan terbuka, karena laporan yang hanya memuat keberhasilan tidak \
                 menolong siapa pun untuk memperbaiki keadaan pada tahun berikutnya.",
            ),
            paragraph(
                "Kami berterima kasih kepada semua pihak yang menyediakan data dan menunggu \
                 saran untuk perbaikan.",
            ),
            Block::Signatures(vec![Signature {
                tempat_tanggal: Some("Contoh, 31 Januari 2024".to_owned()),
                peran: None,
                jabatan: "Kepala Dinas Perhubungan dan Keselamatan Jalan Kota Contoh".to_owned(),
                nama: "Dr. Ir. Sekar Wulandari Prameswari, M.T.".to_owned(),
                pangkat: Some("Pembina Utama Muda".to_owned()),
            }]),
            heading(Rank::Bab, "", "Daftar Isi", "daftar-isi"),
            Block::Contents(Contents::DaftarIsi),
            heading(Rank::Bab, "", "Daftar Tabel", "daftar-tabel"),
            Block::Contents(Contents::DaftarTabel),
            heading(Rank::Bab, "", "Daftar Gambar", "daftar-gambar"),
            Block::Contents(Contents::DaftarGambar),
            heading(Rank::Bab, "", "Daftar Lampiran", "daftar-lampiran"),
            Block::Contents(Contents::DaftarLampiran),
        ],
    }
}

fn summary() -> Section {
    let key = |nilai: &str, judul: &str, keterangan: &str, tone, share| KeyFigure {
        nilai: nilai.to_owned(),
        judul: judul.to_owned(),
        keterangan: keterangan.to_owned(),
        tone,
        bar: Some((bar(share), format!("Realisasi {nilai} terhadap target"))),
    };
    Section {
        page_numbers: PageNumbers::Roman,
        orientation: Orientation::Portrait,
        kepala: "Ringkasan Eksekutif".to_owned(),
        blocks: vec![
            heading(Rank::Bab, "", "Ringkasan Eksekutif", "ringkasan"),
            heading(Rank::Subbab, "", "Kinerja 2023 dalam angka", "angka-tahun"),
            Block::KeyFigures(vec![
                key(
                    "85,8%",
                    "Perjalanan angkutan umum tepat waktu",
                    "Target 100% · turun 11,9 poin persentase dari 2022. Perbaikan dua ruas utama \
                     memaksa pengalihan rute selama lima bulan. ",
                    Tone::Near,
                    85,
                ),
                key(
                    "118%",
                    "Capaian pengujian kendaraan bermotor",
                    "Target 84,0 · naik 3,4 poin dari 2022. Layanan keliling menjangkau tiga \
                     kecamatan yang sebelumnya tidak terlayani.",
                    Tone::Good,
                    98,
                ),
                key(
                    "756%",
                    "Rambu terpasang di ruas rawan",
                    "Target 5 ruas · realisasi 38 ruas. Targetnya terlalu rendah dan sudah \
                     diusulkan untuk diubah.",
                    Tone::Over,
                    120,
                ),
                key(
                    "3,7%",
                    "Penurunan angka kecelakaan",
                    "Target 12,0% · tertinggal 8,3 poin. Data rumah sakit baru diterima pada \
                     triwulan IV.",
                    Tone::Bad,
                    31,
                ),
                key(
                    "Rp10.070.867.140",
                    "Anggaran setelah perubahan",
                    "Terserap Rp9.761.775.684 atau 96,93%.",
                    Tone::Plain,
                    97,
                ),
                key(
                    "–",
                    "Indeks kepuasan pengguna terminal",
                    "Belum diukur pada 2023.",
                    Tone::Faint,
                    0,
                ),
            ]),
            heading(Rank::Subbab, "", "Tugas, sasaran, dan program", "ringkasan-tugas"),
            Block::Paragraph(vec![
                t(
                    "Dari empat indikator kinerja utama, dua tercapai, satu mendekati target, dan satu ",
                ),
                t("perlu perhatian. Rata-rata capaian kinerja adalah "),
                figure("103,74%", "rata-rata/kinerja/2023"),
                t(", dan anggaran terserap "),
                figure("96,93%", "anggaran/total/2023/persen"),
                t(" dari "),
                figure("Rp10.070.867.140", "anggaran/total/2023/pagu"),
                t(" ("),
                figure(
                    "sepuluh miliar tujuh puluh juta delapan ratus enam puluh tujuh ribu seratus \
                     empat puluh rupiah",
                    "anggaran/total/2023/pagu",
                ),
                t("). Rinciannya ada pada "),
                reference("tabel-3-1-1", "Tabel 3.1"),
                t(" dan "),
                reference("gambar-3-1-1", "Gambar 3.1"),
                t("."),
            ]),
            Block::List {
                marker: Marker::None,
                items: items(&[
                    "1. Program Penyelenggaraan Lalu Lintas dan Angkutan Jalan",
                    "1.1. Penetapan rencana induk jaringan lalu lintas dan angkutan jalan yang \
                     terpadu dengan rencana tata ruang wilayah kota",
                    "1.1.1. Penyusunan dokumen kebijakan jaringan trayek perkotaan",
                    "1.1.2. Sosialisasi dan evaluasi kebijakan jaringan trayek",
                    "2. Program Penunjang Urusan Pemerintahan Daerah",
                ]),
            },
            table_agreement("tabel-1", "Tabel 1", "Perjanjian kinerja tahun 2023"),
            budget_table("tabel-2", "Tabel 2"),
        ],
    }
}

fn table_agreement(label: &str, nomor: &str, judul: &str) -> Block {
    let mut rows = vec![
        body(&[
            "1",
            "Meningkatnya keselamatan dan kelancaran lalu lintas",
            "Persentase perjalanan angkutan umum tepat waktu",
            "%",
            "100,0",
        ]),
        body(&["Persentase kendaraan bermotor wajib uji yang lulus uji berkala", "%", "84,0"]),
        body(&["Jumlah ruas rawan kecelakaan yang dilengkapi rambu", "ruas", "5,0"]),
        body(&["Persentase penurunan angka kecelakaan lalu lintas", "%", "12,0"]),
    ];
    rows[0].cells[0] = Cell::text("1").spanning(1, 4);
    rows[0].cells[1] =
        Cell::text("Meningkatnya keselamatan dan kelancaran lalu lintas").spanning(1, 4);
    Block::Table(Table {
        label: label.to_owned(),
        nomor: Some(nomor.to_owned()),
        judul: judul.to_owned(),
        simpulan: None,
        columns: vec![
            column(Width::TenthMm(90), Align::Left),
            column(Width::Share(3), Align::Left),
            column(Width::Share(4), Align::Left),
            column(Width::Auto, Align::Left),
            column(Width::Auto, Align::Right),
        ],
        head: vec![head(&["No", "Sasaran strategis", "Indikator kinerja", "Satuan", "Target"])],
        rows,
        notes: vec![text("Sumber: Perjanjian Kinerja 2023.")],
        size: TableSize::Normal,
    })
}

fn budget_table(label: &str, nomor: &str) -> Block {
    Block::Table(Table {
        label: label.to_owned(),
        nomor: Some(nomor.to_owned()),
        judul: "Program dan anggaran setelah perubahan".to_owned(),
        simpulan: Some(text("Tiga program menyerap 96,93% anggaran; program prioritas 96,11%.")),
        columns: vec![
            column(Width::TenthMm(180), Align::Left),
            column(Width::Share(1), Align::Left),
            column(Width::Auto, Align::Right),
            column(Width::Auto, Align::Right),
            column(Width::Auto, Align::Right),
        ],
        head: vec![head(&["Kode", "Program", "Pagu (Rp)", "Realisasi (Rp)", "Serapan (%)"])],
        rows: vec![
            body(&[
                "2.15.01",
                "Penunjang Urusan Pemerintahan Daerah Kota",
                "7.911.250.640",
                "7.705.413.984",
                "97,40",
            ]),
            body(&[
                "2.15.02",
                "Penyelenggaraan Lalu Lintas dan Angkutan Jalan",
                "1.187.560.000",
                "1.105.623.500",
                "93,10",
            ]),
            body(&["2.15.03", "Pengelolaan Pelayaran", "972.056.500", "970.015.200", "99,79"]),
            of_kind(
                RowKind::Subtotal,
                &["", "Program prioritas", "2.159.616.500", "2.075.638.700", "96,11"],
            ),
            of_kind(RowKind::Total, &["", "Jumlah", "10.070.867.140", "9.781.052.684", "97,12"]),
        ],
        notes: vec![
            text("Sumber: DPPA 2023."),
            text("Jumlah dihitung dari program, tidak dikutip dari dokumen."),
        ],
        size: TableSize::Normal,
    })
}

fn introduction() -> Section {
    Section {
        page_numbers: PageNumbers::Arabic,
        orientation: Orientation::Portrait,
        kepala: "Bab 1 · Pendahuluan".to_owned(),
        blocks: vec![
            heading(Rank::Bab, "1", "Pendahuluan", "bab-1"),
            heading(Rank::Subbab, "1.1", "Latar belakang", "subbab-1-1"),
            paragraph(
                "Setiap perangkat daerah menyusun laporan kinerja pada akhir tahun anggaran. \
                 Laporan menjawab tiga pertanyaan: apa yang dijanjikan, apa yang terjadi, dan \
                 apa yang akan diubah. Dasar hukumnya sebagai berikut.",
            ),
            Block::List {
                marker: Marker::Number,
                items: items(&[
                    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja \
                     Instansi Pemerintah;",
                    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi \
                     Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan \
                     Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah.",
                ]),
            },
            heading(Rank::Subbab, "1.2", "Kedudukan, tugas, dan fungsi", "subbab-1-2"),
            Block::Paragraph(vec![
                t("Dinas berada di bawah Wali Kota melalui Sekretaris Daerah. "),
                Inline::Strong(text("Tugasnya")),
                t(" adalah membantu Wali Kota melaksanakan urusan perhubungan; "),
                Inline::Emphasis(text("susunan organisasinya")),
                t(" tampak pada "),
                reference("gambar-1-1", "Gambar 1.1"),
                t("."),
            ]),
            Block::List {
                marker: Marker::Letter,
                items: vec![
                    vec![
                        paragraph("Sekretariat:"),
                        Block::List {
                            marker: Marker::Bullet,
                            items: items(&[
                                "Subbagian Perencanaan dan Keuangan;",
                                "Subbagian Umum dan Kepegawaian;",
                            ]),
                        },
                    ],
                    vec![paragraph("Bidang Lalu Lintas;")],
                    vec![paragraph("Bidang Angkutan.")],
                ],
            },
            Block::Drawing(Drawing {
                label: "gambar-1-1".to_owned(),
                nomor: Some("Gambar 1.1".to_owned()),
                judul: "Bagan organisasi Dinas Perhubungan dan Keselamatan Jalan".to_owned(),
                alt: "Kepala membawahi Sekretariat, Bidang Lalu Lintas dan Bidang Angkutan."
                    .to_owned(),
                svg: organisation(),
                width_tenth_mm: 1600,
                notes: vec![text("Sumber: Peraturan Wali Kota Contoh Nomor 19 Tahun 2023.")],
            }),
            heading(Rank::Subbab, "1.3", "Isu strategis dan tindak lanjut evaluasi", "subbab-1-3"),
            paragraph("Hasil evaluasi tahun lalu memuat empat rekomendasi; tiga sudah selesai."),
            recommendations(),
        ],
    }
}

fn recommendations() -> Block {
    let row = |no: &str, weakness: &str, advice: &str, status: &str, tone| {
        let mut row = body(&[no, weakness, advice, status]);
        row.cells[3] = Cell::text(status).toned(tone);
        row
    };
    Block::Table(Table {
        label: "tabel-1-1".to_owned(),
        nomor: Some("Tabel 1.1".to_owned()),
        judul: "Rekomendasi hasil evaluasi dan tindak lanjutnya".to_owned(),
        simpulan: None,
        columns: vec![
            column(Width::TenthMm(90), Align::Left),
            column(Width::Share(1), Align::Left),
            column(Width::Share(1), Align::Left),
            column(Width::TenthMm(330), Align::Left),
        ],
        head: vec![head(&["No", "Kelemahan", "Tindak lanjut", "Keadaan"])],
        rows: vec![
            row(
                "1",
                "Indikator kinerja utama belum seluruhnya menggambarkan hasil; sebagian masih \
                 mengukur keluaran kegiatan sehingga perubahan pada masyarakat tidak terlihat.",
                "Mengganti dua indikator keluaran dengan indikator hasil dan menyusun definisi \
                 operasional untuk semuanya, lengkap dengan sumber data dan penanggung jawab.",
                "Selesai Juni 2023",
                Tone::Good,
            ),
            row(
                "2",
                "Rencana aksi belum memuat target triwulanan.",
                "Menambahkan target triwulanan pada rencana aksi.",
                "Selesai sebagian",
                Tone::Near,
            ),
            row(
                "3",
                "Hasil pengukuran belum dipakai untuk menyesuaikan strategi.",
                "Membahas capaian pada rapat pimpinan setiap triwulan.",
                "Belum dimulai",
                Tone::Bad,
            ),
            row(
                "4",
                "Laporan kinerja belum memuat perbandingan dengan standar nasional.",
                "",
                "Tidak dapat dihitung",
                Tone::Faint,
            ),
        ],
        notes: vec![text("Sumber: Laporan Hasil Evaluasi 2022, Inspektorat Kota Contoh.")],
        size: TableSize::Normal,
    })
}

fn accountability(round: u32) -> Section {
    let chapter = round + 2;
    let label = |name: &str| format!("{name}-{chapter}-{round}");
    let mut blocks = vec![
        heading(
            Rank::Bab,
            &chapter.to_string(),
            "Akuntabilitas Kinerja Dinas Perhubungan dan Keselamatan Jalan Kota Contoh Tahun 2023",
            &label("bab"),
        ),
        paragraph(
            "Bab ini mengukur setiap sasaran terhadap targetnya, membandingkannya dengan tahun \
             lalu, dengan akhir periode Renstra, dan dengan standar nasional, lalu menjelaskan \
             sebabnya. Capaian dihitung dari realisasi yang telah dibulatkan.",
        ),
        heading(
            Rank::Subbab,
            &format!("{chapter}.1"),
            "Analisis capaian kinerja berdasarkan target dan realisasi tahun 2023",
            &label("subbab-a"),
        ),
        measurement(&format!("tabel-{chapter}-1-{round}"), &format!("Tabel {chapter}.1")),
        Block::Drawing(Drawing {
            label: format!("gambar-{chapter}-1-{round}"),
            nomor: Some(format!("Gambar {chapter}.1")),
            judul: "Dua dari empat indikator mencapai target".to_owned(),
            alt: "Batang realisasi empat indikator terhadap garis target.".to_owned(),
            svg: chart(),
            width_tenth_mm: 1600,
            notes: Vec::new(),
        }),
    ];
    for (number, nama) in [
        "Persentase perjalanan angkutan umum tepat waktu",
        "Persentase kendaraan bermotor wajib uji yang lulus uji berkala",
    ]
    .iter()
    .enumerate()
    {
        blocks.extend(indicator(chapter, round, number + 1, nama));
    }
    blocks.push(heading(
        Rank::Subbab,
        &format!("{chapter}.2"),
        "Akuntabilitas keuangan",
        &label("subbab-b"),
    ));
    blocks.push(paragraph(
        "Anggaran mengikuti kinerja: dua program yang mendukung sasaran menyerap seperlima pagu.",
    ));
    blocks.push(budget_table(&format!("tabel-{chapter}-2-{round}"), &format!("Tabel {chapter}.2")));
    blocks.push(long_table(&format!("tabel-{chapter}-3-{round}"), &format!("Tabel {chapter}.3")));
    Section {
        page_numbers: PageNumbers::Arabic,
        orientation: Orientation::Portrait,
        kepala: format!("Bab {chapter} · Akuntabilitas Kinerja"),
        blocks,
    }
}

fn indicator(chapter: u32, round: u32, number: usize, nama: &str) -> Vec<Block> {
    let label = |name: &str| format!("{name}-{chapter}-{round}-{number}");
    let letter = ["a.", "b.", "c."][number - 1];
    vec![
        heading(Rank::Sub, letter, nama, &label("sub")),
        Block::Facts(vec![
            ("Indikator".to_owned(), text(nama)),
            (
                "Sasaran".to_owned(),
                text("Meningkatnya keselamatan dan kelancaran lalu lintas di jalan kota"),
            ),
            ("Target".to_owned(), text("100,0%")),
            ("Realisasi".to_owned(), vec![figure("85,8%", "indikator/iku-1/2023/realisasi")]),
            ("Capaian".to_owned(), text("85,8%")),
            ("Predikat".to_owned(), text("◐ Berhasil")),
            ("Menuju 2026".to_owned(), text("85,8%")),
        ]),
        Block::Paragraph(vec![
            t("Realisasi tahun 2023 sebesar "),
            figure("85,8%", "indikator/iku-1/2023/realisasi"),
            t(" dari target "),
            figure("100%", "indikator/iku-1/2023/target"),
            t(", atau "),
            figure("turun 11,9 poin persentase", "indikator/iku-1/2023/selisih-realisasi"),
            t(" dari tahun sebelumnya. Penyebab utamanya adalah pengalihan rute selama perbaikan \
               dua ruas jalan, yang menambah waktu tempuh rata-rata sembilan menit. "),
            reference(&format!("tabel-{chapter}-1-{round}"), &format!("Tabel {chapter}.1")),
            t(" memuat angka lengkapnya."),
        ]),
        Block::Box {
            judul: Some("Definisi dan rumus".to_owned()),
            blocks: vec![
                paragraph(
                    "Perjalanan yang tiba di halte akhir paling lambat lima menit dari jadwal, \
                     dibagi seluruh perjalanan terjadwal.",
                ),
                Block::Paragraph(vec![
                    Inline::Emphasis(text("perjalanan tepat waktu")),
                    t(" ÷ "),
                    Inline::Emphasis(text("perjalanan terjadwal")),
                    t(" × 100 = 1.452 ÷ 1.693 × 100 = 85,8"),
                ]),
            ],
        },
        Block::Columns(vec![
            vec![
                heading(Rank::Minor, "", "Faktor pendorong", &label("pendorong")),
                Block::List {
                    marker: Marker::Bullet,
                    items: items(&[
                        "Jadwal baru yang disusun dari data perjalanan setahun.",
                        "Kerja sama dengan tiga operator angkutan untuk berbagi posisi kendaraan.",
                    ]),
                },
            ],
            vec![
                heading(Rank::Minor, "", "Faktor penghambat", &label("penghambat")),
                Block::List {
                    marker: Marker::Bullet,
                    items: items(&[
                        "Perbaikan dua ruas utama pada Mei–September.",
                        "Empat kendaraan menunggu suku cadang lebih dari dua bulan.",
                    ]),
                },
            ],
        ]),
        heading(Rank::Minor, "", "Tindak lanjut", &label("tindak-lanjut")),
        Block::List {
            marker: Marker::Number,
            items: items(&[
                "Menyepakati jalur pengganti dengan Dinas Pekerjaan Umum sebelum perbaikan \
                 berikutnya, paling lambat Maret 2024.",
                "Menyediakan suku cadang penting di gudang, paling lambat Juni 2024.",
            ]),
        },
        comparison(
            &format!("tabel-banding-{chapter}-{round}-{number}"),
            &format!("Tabel {chapter}.{}", 10 + number),
        ),
    ]
}

fn measurement(label: &str, nomor: &str) -> Block {
    let status = |row: &mut Row, shown: &str, tone| {
        let last = row.cells.len() - 1;
        row.cells[last] = Cell::text(shown).toned(tone);
    };
    let mut rows = vec![
        body(&[
            "1",
            "Persentase perjalanan angkutan umum tepat waktu",
            "97,7",
            "97,7",
            "100,0",
            "85,8",
            "85,8",
            "",
        ]),
        body(&[
            "2",
            "Persentase kendaraan bermotor wajib uji yang lulus uji berkala",
            "99,4",
            "118,3",
            "84,0",
            "99,1",
            "118,0",
            "",
        ]),
        body(&[
            "3",
            "Jumlah ruas rawan yang dilengkapi rambu",
            "4,0",
            "80,0",
            "5,0",
            "37,8",
            "756,0",
            "",
        ]),
        body(&[
            "4",
            "Persentase penurunan angka kecelakaan",
            "9,1",
            "91,0",
            "12,0",
            "3,7",
            "30,8",
            "",
        ]),
    ];
    status(&mut rows[0], "Mendekati", Tone::Near);
    status(&mut rows[1], "Tercapai", Tone::Good);
    status(&mut rows[2], "Melampaui", Tone::Over);
    status(&mut rows[3], "Perlu perhatian", Tone::Bad);
    Block::Table(Table {
        label: label.to_owned(),
        nomor: Some(nomor.to_owned()),
        judul: "Pengukuran kinerja tahun 2023".to_owned(),
        simpulan: Some(text(
            "Dua indikator tercapai, satu mendekati, satu perlu perhatian; rata-rata 103,74%.",
        )),
        columns: vec![
            column(Width::TenthMm(90), Align::Left),
            column(Width::Share(1), Align::Left),
            column(Width::Auto, Align::Right),
            column(Width::Auto, Align::Right),
            column(Width::Auto, Align::Right),
            column(Width::Auto, Align::Right),
            column(Width::Auto, Align::Right),
            column(Width::Auto, Align::Left),
        ],
        head: vec![
            vec![
                Cell::text("No").spanning(1, 2),
                Cell::text("Indikator").spanning(1, 2),
                Cell::text("2022").spanning(2, 1),
                Cell::text("2023").spanning(4, 1),
            ],
            head(&["Realisasi", "Capaian", "Target", "Realisasi", "Capaian", "Predikat"]),
        ],
        rows,
        notes: vec![
            text("Satuan persen, kecuali indikator 3 (ruas)."),
            text("Sumber: pengukuran kinerja 2023, dihitung pada 31 Januari 2024."),
        ],
        size: TableSize::Normal,
    })
}

fn comparison(label: &str, nomor: &str) -> Block {
    Block::Table(Table {
        label: label.to_owned(),
        nomor: Some(nomor.to_owned()),
        judul: "Perjalanan tepat waktu per triwulan".to_owned(),
        simpulan: None,
        columns: vec![
            column(Width::Auto, Align::Left),
            column(Width::Auto, Align::Right),
            column(Width::Auto, Align::Right),
            column(Width::Auto, Align::Right),
        ],
        head: vec![head(&["Triwulan", "Terjadwal", "Tepat waktu", "Persentase"])],
        rows: vec![
            body(&["I", "412", "398", "96,6"]),
            body(&["II", "430", "341", "79,3"]),
            body(&["III", "425", "322", "75,8"]),
            body(&["IV", "426", "391", "91,8"]),
            of_kind(RowKind::Total, &["Setahun", "1.693", "1.452", "85,8"]),
        ],
        notes: Vec::new(),
        size: TableSize::Normal,
    })
}

fn long_table(label: &str, nomor: &str) -> Block {
    let mut rows = vec![of_kind(RowKind::Numbers, &["1", "2", "3", "4", "5"])];
    for program in 1..=4 {
        rows.push(of_kind(
            RowKind::Group,
            &[
                &format!("2.15.0{program}"),
                "Program Penyelenggaraan Lalu Lintas dan Angkutan Jalan",
                "1.187.560.000",
                "1.105.623.500",
                "93,10",
            ],
        ));
        for activity in 1..=3 {
            let mut row = body(&[
                &format!("2.15.0{program}.2.0{activity}"),
                "Penetapan rencana induk jaringan lalu lintas kota",
                "412.250.000",
                "401.118.750",
                "97,30",
            ]);
            row.cells[1].indent = 1;
            rows.push(row);
            for sub in 1..=3 {
                let mut row = body(&[
                    &format!("2.15.0{program}.2.0{activity}.000{sub}"),
                    "Koordinasi dan sinkronisasi pengendalian pelaksanaan kebijakan jaringan \
                     trayek angkutan orang dalam wilayah kota serta pengawasan pelaksanaan \
                     standar pelayanan minimal",
                    "137.416.666",
                    "133.706.250",
                    "97,30",
                ]);
                row.cells[1].indent = 2;
                rows.push(row);
            }
        }
    }
    rows.push(of_kind(
        RowKind::Total,
        &["", "Jumlah seluruh program", "10.070.867.140", "9.761.775.684", "96,93"],
    ));
    Block::Table(Table {
        label: label.to_owned(),
        nomor: Some(nomor.to_owned()),
        judul: "Program, kegiatan, dan sub kegiatan dengan realisasinya".to_owned(),
        simpulan: None,
        columns: vec![
            column(Width::Auto, Align::Left),
            column(Width::Share(1), Align::Left),
            column(Width::Auto, Align::Right),
            column(Width::Auto, Align::Right),
            column(Width::Auto, Align::Right),
        ],
        head: vec![head(&[
            "Kode",
            "Program, kegiatan, sub kegiatan",
            "Pagu (Rp)",
            "Realisasi (Rp)",
            "Serapan (%)",
        ])],
        rows,
        notes: vec![text("Sumber: laporan realisasi anggaran per 31 Desember 2023.")],
        size: TableSize::Normal,
    })
}

fn annexes() -> Section {
    let mut blocks = vec![
        heading(Rank::Lampiran, "1", "Matriks Rencana Strategis 2021–2026", "lampiran-1"),
        matrix(),
        heading(
            Rank::Lampiran,
            "2",
            "Program, Kegiatan, Sub Kegiatan dan Realisasi Belanja 2023",
            "lampiran-2",
        ),
        paragraph(
            "Realisasi kinerja (K) dan anggaran (Rp) dicatat setiap triwulan; sel yang tidak \
             terbaca pada sumber ditandai dan tidak diisi dengan perkiraan.",
        ),
        quarterly(),
    ];
    blocks.push(heading(Rank::Lampiran, "3", "Perjanjian Kinerja", "lampiran-3"));
    blocks.push(paragraph(
        "Pihak Kedua berjanji akan mewujudkan target kinerja tahunan sesuai lampiran perjanjian.",
    ));
    blocks.push(Block::Note(text("Naskah asli disimpan oleh Sekretariat.")));
    blocks.push(Block::Signatures(vec![
        Signature {
            tempat_tanggal: None,
            peran: Some("Pihak Kedua,".to_owned()),
            jabatan: "Wali Kota Contoh".to_owned(),
            nama: "H. Bagas Adiwangsa, S.E., M.M.".to_owned(),
            pangkat: None,
        },
        Signature {
            tempat_tanggal: Some("Contoh, 3 Januari 2023".to_owned()),
            peran: Some("Pihak Pertama,".to_owned()),
            jabatan: "Kepala Dinas Perhubungan dan Keselamatan Jalan".to_owned(),
            nama: "Dr. Ir. Sekar Wulandari Prameswari, M.T.".to_owned(),
            pangkat: Some("Pembina Utama Muda".to_owned()),
        },
    ]));
    Section {
        page_numbers: PageNumbers::Continued,
        orientation: Orientation::Landscape,
        kepala: "Lampiran".to_owned(),
        blocks,
    }
}

fn matrix() -> Block {
    let years = ["2022", "2023", "2024", "2025", "2026"];
    let mut first = vec![
        Cell::text("Tujuan").spanning(9, 1),
        Cell::text("Sasaran").spanning(9, 1),
        Cell::text("Cara mencapai").spanning(3, 1),
        Cell::text("Ket").spanning(1, 3),
    ];
    first.iter_mut().for_each(|cell| cell.align = Some(Align::Center));
    let mut second = Vec::new();
    for _ in 0..2 {
        for name in ["Uraian", "Indikator", "Formula perhitungan", "Kondisi awal 2021"] {
            second.push(Cell::text(name).spanning(1, 2));
        }
        second.push(Cell::text("Target").spanning(5, 1));
    }
    for name in ["Strategi", "Kebijakan", "Program"] {
        second.push(Cell::text(name).spanning(1, 2));
    }
    let third: Vec<Cell> = years.iter().chain(&years).map(|year| Cell::text(*year)).collect();
    let numbers: Vec<String> = (1..=22).map(|number| number.to_string()).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let goal = [
        "Mewujudkan transportasi kota yang selamat, lancar, dan terjangkau",
        "Indeks kelancaran lalu lintas",
        "Kecepatan rata-rata ÷ kecepatan rencana × 100",
        "61,2",
        "65,0",
        "70,0",
        "75,0",
        "80,0",
        "85,0",
    ];
    let target = [
        "Meningkatnya keselamatan dan kelancaran lalu lintas",
        "Persentase perjalanan angkutan umum tepat waktu",
        "Perjalanan tepat waktu ÷ perjalanan terjadwal × 100",
        "92,4",
        "100,0",
        "100,0",
        "100,0",
        "100,0",
        "100,0",
    ];
    let means = [
        "Meningkatkan pengaturan lalu lintas pada simpul yang padat",
        "Mengembangkan pertanggungjawaban operator atas ketepatan waktu layanan",
        "Program Penyelenggaraan Lalu Lintas dan Angkutan Jalan",
        "",
    ];
    let cells: Vec<&str> = goal.iter().chain(&target).chain(&means).copied().collect();
    let mut rows = vec![of_kind(RowKind::Numbers, &numbers)];
    rows.extend((0..6).map(|_| body(&cells)));
    let width = |index: usize| match index {
        0..3 | 9..12 | 18..21 => Width::Share(2),
        21 => Width::Share(1),
        _ => Width::Auto,
    };
    let align = |index: usize| match index {
        3..9 | 12..18 => Align::Right,
        _ => Align::Left,
    };
    Block::Table(Table {
        label: "tabel-renstra".to_owned(),
        nomor: None,
        judul: "Tujuan, sasaran, dan target lima tahun".to_owned(),
        simpulan: None,
        columns: (0..22).map(|index| column(width(index), align(index))).collect(),
        head: vec![first, second, third],
        rows,
        notes: vec![text("Sumber: Renstra 2021–2026.")],
        size: TableSize::Tiny,
    })
}

fn quarterly() -> Block {
    let mut first = vec![
        Cell::text("Kode").spanning(1, 2),
        Cell::text("Program, kegiatan, sub kegiatan").spanning(1, 2),
        Cell::text("Target 2023").spanning(2, 1),
    ];
    for quarter in ["I", "II", "III", "IV"] {
        first.push(Cell::text(format!("Triwulan {quarter}")).spanning(2, 1));
    }
    first.push(Cell::text("Realisasi 2023").spanning(2, 1));
    first.push(Cell::text("Capaian (%)").spanning(2, 1));
    let mut second = Vec::new();
    for _ in 0..7 {
        second.extend(head(&["K", "Rp"]));
    }
    let amounts = [
        "12 dokumen",
        "1.187.560.000",
        "3",
        "296.890.000",
        "3",
        "296.890.000",
        "3",
        "296.890.000",
        "3",
        "214.953.500",
        "12",
        "1.105.623.500",
        "100,0",
        "93,10",
    ];
    let row = |kind, code: &str, name: &str, indent| {
        let mut cells = vec![Cell::text(code), Cell::text(name).indented(indent)];
        cells.extend(head(&amounts));
        Row { kind, cells }
    };
    let mut rows = Vec::new();
    for program in 1..=3 {
        rows.push(row(
            RowKind::Group,
            &format!("2.15.0{program}"),
            "Program Penyelenggaraan Lalu Lintas dan Angkutan Jalan",
            0,
        ));
        for sub in 1..=12 {
            rows.push(row(
                RowKind::Body,
                &format!("2.15.0{program}.2.01.00{sub:02}"),
                "Koordinasi dan sinkronisasi pengendalian pelaksanaan kebijakan jaringan trayek",
                1,
            ));
        }
    }
    rows.push(row(RowKind::Total, "", "Jumlah", 0));
    let mut columns = vec![column(Width::Auto, Align::Left), column(Width::Share(1), Align::Left)];
    columns.extend((0..14).map(|_| column(Width::Auto, Align::Right)));
    Block::Table(Table {
        label: "tabel-triwulan".to_owned(),
        nomor: None,
        judul: "Realisasi per triwulan".to_owned(),
        simpulan: None,
        columns,
        head: vec![first, second],
        rows,
        notes: vec![text("K: kinerja; Rp: anggaran dalam rupiah.")],
        size: TableSize::Small,
    })
}

/// A bullet bar: a band, a bar as long as the share of its target in percent, a mark.
fn bar(share: u32) -> String {
    let filled = (share * 6).min(740);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 750 50\" width=\"75mm\" \
         height=\"5mm\"><rect x=\"0\" y=\"6\" width=\"750\" height=\"38\" fill=\"#EFEDE8\"/>\
         <rect x=\"0\" y=\"16\" width=\"{filled}\" height=\"18\" fill=\"#0F5C64\"/>\
         <rect x=\"597\" y=\"0\" width=\"6\" height=\"50\" fill=\"#1C2328\"/></svg>"
    )
}

fn organisation() -> String {
    let mut body = String::new();
    let boxes = [
        (600, 0, "Kepala Dinas"),
        (1000, 140, "Sekretariat"),
        (100, 300, "Bidang Lalu Lintas"),
        (600, 300, "Bidang Angkutan"),
        (1100, 300, "Bidang Keselamatan"),
    ];
    body.push_str(
        "<path d=\"M800 80V300M300 300V260H1300V300M800 180H1000\" fill=\"none\" \
         stroke=\"#80868C\" stroke-width=\"3\"/>",
    );
    for (x, y, name) in boxes {
        body.push_str(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"400\" height=\"80\" fill=\"#FFFFFF\" \
             stroke=\"#80868C\" stroke-width=\"3\"/><text x=\"{}\" y=\"{}\" font-size=\"30\" \
             text-anchor=\"middle\" fill=\"#1C2328\">{name}</text>",
            x + 200,
            y + 51
        ));
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1600 390\" width=\"160mm\" \
         height=\"39mm\" font-family=\"'Noto Sans', sans-serif\">{body}</svg>"
    )
}

fn chart() -> String {
    let mut body = String::new();
    for (row, (name, share)) in
        [("Tepat waktu", 86), ("Lulus uji", 118), ("Rambu", 130), ("Kecelakaan", 31)]
            .iter()
            .enumerate()
    {
        let y = row * 80;
        let width = share * 8;
        let label = y + 40;
        body.push_str(&format!(
            "<text x=\"0\" y=\"{label}\" font-size=\"30\" fill=\"#1C2328\">{name}</text>\
             <rect x=\"350\" y=\"{y}\" width=\"1040\" height=\"56\" fill=\"#EFEDE8\"/>\
             <rect x=\"350\" y=\"{}\" width=\"{width}\" height=\"28\" fill=\"#0F5C64\"/>\
             <rect x=\"1147\" y=\"{y}\" width=\"6\" height=\"56\" fill=\"#1C2328\"/>\
             <text x=\"1410\" y=\"{label}\" font-size=\"30\" font-weight=\"700\" \
             fill=\"#1C2328\">{share}%</text>",
            y + 14
        ));
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1600 320\" width=\"160mm\" \
         height=\"32mm\" font-family=\"'Noto Sans', sans-serif\">{body}</svg>"
    )
}
