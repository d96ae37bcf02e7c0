//! Consistent documents in many layouts, and which of their cells others determine.

#![allow(
    unreachable_pub,
    clippy::disallowed_types,
    clippy::needless_range_loop,
    clippy::unwrap_used,
    reason = "shared by tests and examples"
)]

use selaras_audit::document::{Block, Caption, CaptionKind, Cell, Content, Document, Place, Table};

/// A small, well-mixed generator: the same seed gives the same document everywhere.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }

    fn between(&mut self, low: i128, high: i128) -> i128 {
        low + i128::from(self.next()) % (high - low + 1)
    }

    fn is(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// A document, and the cells that others determine: block, row, column.
pub struct Made {
    pub document: Document,
    pub determined: Vec<(usize, usize, usize)>,
}

/// How a document writes numbers.
#[derive(Clone, Copy)]
struct Style {
    is_english: bool,
    has_sign: bool,
    rupiah: &'static str,
    places: u32,
}

impl Style {
    fn number(&self, value: i128, places: u32) -> String {
        let scale = 10_i128.pow(places);
        let (whole, fraction) = (value.abs() / scale, value.abs() % scale);
        let (group, mark) = if self.is_english { (',', '.') } else { ('.', ',') };
        let digits = whole.to_string();
        let mut text = String::new();
        if value < 0 {
            text.push('-');
        }
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index) % 3 == 0 {
                text.push(group);
            }
            text.push(digit);
        }
        if places > 0 {
            text.push(mark);
            text.push_str(&format!("{fraction:0>width$}", width = places as usize));
        }
        text
    }

    fn percent(&self, numerator: i128, denominator: i128) -> String {
        let scale = 10_i128.pow(self.places);
        let text = self.number(rounded(numerator * 100 * scale, denominator), self.places);
        if self.has_sign { text + "%" } else { text }
    }

    fn money(&self, value: i128) -> String {
        format!("{}{}", self.rupiah, self.number(value, 0))
    }
}

/// Half up.
fn rounded(numerator: i128, denominator: i128) -> i128 {
    (2 * numerator + denominator).div_euclid(2 * denominator)
}

struct Maker {
    random: Random,
    style: Style,
    document: Document,
    determined: Vec<(usize, usize, usize)>,
    number: usize,
}

const INDICATORS: [&str; 16] = [
    "Persentase pelayanan yang tepat waktu",
    "Indeks kepuasan masyarakat",
    "Nilai akuntabilitas kinerja",
    "Cakupan layanan air bersih",
    "Persentase jalan dalam kondisi mantap",
    "Indeks reformasi birokrasi",
    "Persentase arsip yang tertata",
    "Rasio elektrifikasi rumah tangga",
    "Persentase koperasi aktif",
    "Jumlah dokumen perencanaan yang selaras",
    "Indeks pembangunan manusia",
    "Persentase usulan masyarakat yang diakomodasi",
    "Nilai keterbukaan informasi publik",
    "Persentase aset yang bersertifikat",
    "Indeks sistem pemerintahan berbasis elektronik",
    "Persentase temuan yang ditindaklanjuti",
];
const LOWER: [&str; 4] = [
    "Angka kemiskinan",
    "Tingkat pengangguran terbuka",
    "Prevalensi stunting",
    "Angka kematian ibu",
];
const PROGRAMS: [&str; 8] = [
    "Penunjang Urusan Pemerintahan Daerah",
    "Pengelolaan Pendidikan",
    "Pemenuhan Upaya Kesehatan",
    "Penyelenggaraan Jalan",
    "Pengelolaan Persampahan",
    "Perlindungan Perempuan",
    "Pemberdayaan Usaha Mikro",
    "Pengelolaan Arsip",
];

/// One document of two to five tables.
pub fn generate(seed: u64) -> Made {
    let mut random = Random::new(seed);
    let style = Style {
        is_english: random.is(25),
        has_sign: random.is(50),
        rupiah: ["", "", "Rp", "Rp. ", "Rp "][random.below(5)],
        places: [0, 1, 2, 2, 2][random.below(5)],
    };
    let mut maker =
        Maker { random, style, document: Document::default(), determined: Vec::new(), number: 0 };
    maker.paragraph("Laporan kinerja ini menyajikan capaian tahun 2024.");
    // Each layout once: two tables with other figures for the same things would be no consistent document.
    let makers: [fn(&mut Maker); 12] = [
        Maker::capaian,
        Maker::years,
        Maker::quarters,
        Maker::budget,
        Maker::hierarchy,
        Maker::renja,
        Maker::people,
        Maker::evaluation,
        Maker::stacked,
        Maker::shares,
        Maker::efisiensi,
        Maker::belanja,
    ];
    let mut order: Vec<usize> = (0..makers.len()).collect();
    for at in (1..order.len()).rev() {
        order.swap(at, maker.random.below(at + 1));
    }
    let count = 2 + maker.random.below(4);
    for index in &order[..count] {
        makers[*index](&mut maker);
    }
    if maker.random.is(30) {
        maker.repeat();
    }
    Made { document: maker.document, determined: maker.determined }
}

impl Maker {
    fn paragraph(&mut self, text: &str) {
        self.document.blocks.push(Block {
            place: Place::default(),
            content: Content::Paragraph { text: text.to_owned() },
        });
    }

    /// Adds a table; cells that begin with `=` are determined by others, `^` and `<` are merged.
    fn table(&mut self, title: &str, rows: Vec<Vec<String>>) {
        self.number += 1;
        let block = self.document.blocks.len();
        let mut grid: Vec<Vec<Cell>> = Vec::new();
        for (r, row) in rows.iter().enumerate() {
            let mut line: Vec<Cell> = Vec::new();
            for (c, text) in row.iter().enumerate() {
                let from = match text.as_str() {
                    "^" => Some((r - 1, c)),
                    "<" => Some((r, c - 1)),
                    _ => None,
                };
                if let Some(from) = from {
                    let origin = if from.0 == r { &line[from.1] } else { &grid[from.0][from.1] };
                    line.push(Cell {
                        merged_into: Some(origin.merged_into.unwrap_or(from)),
                        ..origin.clone()
                    });
                    continue;
                }
                if let Some(text) = text.strip_prefix('=') {
                    self.determined.push((block, r, c));
                    line.push(Cell { text: text.to_owned(), ..Cell::default() });
                } else {
                    line.push(Cell { text: text.clone(), ..Cell::default() });
                }
            }
            grid.push(line);
        }
        let caption = Caption {
            kind: CaptionKind::Tabel,
            number: Some(format!("3.{}", self.number)),
            text: title.to_owned(),
        };
        let table = Table { caption: Some(caption), declared_head: 0, rows: grid };
        self.document
            .blocks
            .push(Block { place: Place::default(), content: Content::Table(table) });
        self.paragraph("Uraian atas tabel tersebut adalah sebagai berikut.");
    }

    /// The last table once more, as summaries repeat what chapters say.
    fn repeat(&mut self) {
        let Some(at) =
            self.document.blocks.iter().rposition(|it| matches!(it.content, Content::Table(_)))
        else {
            return;
        };
        let mut copy = self.document.blocks[at].clone();
        if let Content::Table(table) = &mut copy.content
            && let Some(caption) = &mut table.caption
        {
            caption.number = Some("4.1".to_owned());
        }
        let block = self.document.blocks.len();
        let copied: Vec<_> =
            self.determined.iter().filter(|it| it.0 == at).map(|it| (block, it.1, it.2)).collect();
        self.determined.extend(copied);
        self.document.blocks.push(copy);
    }

    fn indicators(&mut self, count: usize) -> Vec<&'static str> {
        let mut from = self.random.below(INDICATORS.len());
        (0..count)
            .map(|_| {
                from = (from + 1 + self.random.below(2)) % INDICATORS.len();
                INDICATORS[from]
            })
            .collect::<Vec<_>>()
    }

    /// Target and realisasi with `places` decimals.
    fn pair(&mut self, places: u32) -> (i128, i128) {
        let scale = 10_i128.pow(places);
        let target = self.random.between(20 * scale, 95 * scale);
        let realisasi = target * self.random.between(60, 125) / 100 + self.random.between(0, scale);
        (target, realisasi)
    }

    fn capaian(&mut self) {
        let places = [0, 1, 2][self.random.below(3)];
        let cap: Option<i128> = [None, None, Some(100), Some(120)][self.random.below(4)];
        let with_predicate = self.random.is(50);
        let formula = self.random.below(2);
        let count = 3 + self.random.below(6);
        let mut rows = vec![
            [
                "No",
                "Indikator Kinerja",
                "Satuan",
                "Target",
                "Realisasi",
                *self.random.pick(&["Capaian (%)", "Capaian", "% Capaian", "Tingkat Capaian"]),
            ]
            .map(str::to_owned)
            .to_vec(),
        ];
        if with_predicate {
            rows[0].push("Predikat".to_owned());
            self.scale();
        }
        if self.random.is(30) {
            let numbers = (1..=rows[0].len()).map(|it| format!("({it})")).collect();
            rows.push(numbers);
        }
        let mut sum = 0;
        let names = self.indicators(count);
        for (index, name) in names.into_iter().enumerate() {
            let (target, realisasi) = self.pair(places);
            let is_lower = self.random.is(20);
            let name = if is_lower { LOWER[index % LOWER.len()] } else { name };
            let scale = 10_i128.pow(self.style.places);
            let (numerator, denominator) = match (is_lower, formula) {
                (false, _) => (realisasi, target),
                (true, 0) => (2 * target - realisasi, target),
                (true, _) => (target, realisasi),
            };
            let mut value = rounded(numerator * 100 * scale, denominator);
            if let Some(cap) = cap {
                value = value.min(cap * scale);
            }
            sum += value;
            let sign = if self.style.has_sign { "%" } else { "" };
            let mut row = vec![
                (index + 1).to_string(),
                name.to_owned(),
                self.random.pick(&["%", "Indeks", "Nilai"]).to_string(),
                self.style.number(target, places),
                self.style.number(realisasi, places),
                format!("={}{sign}", self.style.number(value, self.style.places)),
            ];
            if with_predicate {
                row.push(format!("={}", predicate(value, scale)));
            }
            rows.push(row);
        }
        if self.random.is(40) {
            let mean = rounded(sum, i128::try_from(count).unwrap());
            let mut row = ["Rata-rata", "<", "<", "<", "<"].map(str::to_owned).to_vec();
            row.push(format!("={}", self.style.number(mean, self.style.places)));
            if with_predicate {
                row.push(String::new());
            }
            rows.push(row);
        }
        self.table("Capaian Kinerja Tahun 2024", rows);
    }

    fn scale(&mut self) {
        let rows = [
            ["No", "Interval Nilai", "Kategori"],
            ["1", "≥ 90", "Sangat Berhasil"],
            ["2", "75 – < 90", "Berhasil"],
            ["3", "60 – < 75", "Cukup Berhasil"],
            ["4", "< 60", "Kurang Berhasil"],
        ];
        self.table(
            "Skala Penilaian Capaian",
            rows.map(|it| it.map(str::to_owned).to_vec()).to_vec(),
        );
    }

    fn years(&mut self) {
        let places = 1 + u32::from(self.random.is(50));
        let mut rows = vec![
            ["No", "Indikator", "2023", "<", "<", "2024", "<", "<"].map(str::to_owned).to_vec(),
            ["^", "^", "Target", "Realisasi", "Capaian", "Target", "Realisasi", "Capaian"]
                .map(str::to_owned)
                .to_vec(),
        ];
        let count = 3 + self.random.below(4);
        for (index, name) in self.indicators(count).into_iter().enumerate() {
            let mut row = vec![(index + 1).to_string(), format!("{name} tingkat dinas")];
            for _ in 0..2 {
                let (target, realisasi) = self.pair(places);
                row.push(self.style.number(target, places));
                row.push(self.style.number(realisasi, places));
                row.push(format!("={}", self.style.percent(realisasi, target)));
            }
            rows.push(row);
        }
        self.table("Perbandingan Capaian Kinerja Tahun 2023 dan 2024", rows);
    }

    fn quarters(&mut self) {
        let mut rows = vec![
            [
                "No",
                "Uraian",
                "Satuan",
                "Target",
                "TW I",
                "TW II",
                "TW III",
                "TW IV",
                "Realisasi",
                "Capaian (%)",
            ]
            .map(str::to_owned)
            .to_vec(),
        ];
        rows[0][4..8].iter_mut().for_each(|it| *it = format!("Realisasi {it}"));
        for index in 0..3 + self.random.below(5) {
            let parts: Vec<i128> = (0..4).map(|_| self.random.between(3, 60)).collect();
            let sum: i128 = parts.iter().sum();
            let target = self.random.between(sum * 8 / 10, sum * 12 / 10).max(1);
            let mut row = vec![
                (index + 1).to_string(),
                format!("Layanan {} yang diberikan", PROGRAMS[index]),
                "orang".to_owned(),
                self.style.number(target, 0),
            ];
            row.extend(parts.iter().map(|it| self.style.number(*it, 0)));
            row.push(format!("={}", self.style.number(sum, 0)));
            row.push(format!("={}", self.style.percent(sum, target)));
            rows.push(row);
        }
        self.table("Realisasi Keluaran per Triwulan", rows);
    }

    fn budget(&mut self) {
        let with_rest = self.random.is(50);
        let heads: [&str; 3] = *self.random.pick(&[
            ["Pagu Anggaran (Rp)", "Realisasi (Rp)", "%"],
            ["Anggaran", "Realisasi Anggaran", "Penyerapan (%)"],
            ["Alokasi", "Realisasi", "Capaian"],
        ]);
        let mut rows = vec![vec![
            "No".to_owned(),
            "Program".to_owned(),
            heads[0].to_owned(),
            heads[1].to_owned(),
            heads[2].to_owned(),
        ]];
        if heads[2] == "Capaian" {
            rows[0][3] = "Realisasi Anggaran".to_owned();
        }
        if with_rest {
            rows[0].push("Sisa".to_owned());
        }
        let (mut all_pagu, mut all_used) = (0, 0);
        for index in 0..3 + self.random.below(5) {
            let pagu = self.random.between(40_000_000, 9_000_000_000);
            let used = pagu * self.random.between(700, 999) / 1000 - self.random.between(0, 999);
            all_pagu += pagu;
            all_used += used;
            let mut row = vec![
                (index + 1).to_string(),
                format!("Program {}", PROGRAMS[index]),
                self.style.money(pagu),
                self.style.money(used),
                format!("={}", self.style.percent(used, pagu)),
            ];
            if with_rest {
                row.push(format!("={}", self.style.money(pagu - used)));
            }
            rows.push(row);
        }
        let word = *self.random.pick(&["Jumlah", "JUMLAH", "Total", "Total Anggaran"]);
        let mut row = vec![
            word.to_owned(),
            "<".to_owned(),
            format!("={}", self.style.money(all_pagu)),
            format!("={}", self.style.money(all_used)),
            format!("={}", self.style.percent(all_used, all_pagu)),
        ];
        if with_rest {
            row.push(format!("={}", self.style.money(all_pagu - all_used)));
        }
        rows.push(row);
        self.table("Realisasi Anggaran Tahun 2024", rows);
    }

    /// Program, kegiatan and sub-kegiatan by kode or by number.
    fn hierarchy(&mut self) {
        let by_code = self.random.is(60);
        let mut rows: Vec<(String, String, i128, i128)> = Vec::new();
        let mut total = (0, 0);
        for p in 1..=1 + self.random.below(3) {
            let at = rows.len();
            rows.push((
                if by_code { format!("2.{p:02}") } else { format!("{p}") },
                format!("Program {}", PROGRAMS[p]),
                0,
                0,
            ));
            for k in 1..=1 + self.random.below(3) {
                let above = rows.len();
                let code = if by_code { format!("2.{p:02}.2.{k:02}") } else { format!("{p}.{k}") };
                rows.push((code.clone(), format!("Kegiatan {k} {}", PROGRAMS[p]), 0, 0));
                for s in 1..=2 + self.random.below(3) {
                    let pagu = self.random.between(3_000_000, 900_000_000);
                    let used = pagu * self.random.between(600, 999) / 1000;
                    let own =
                        if by_code { format!("{code}.{s:02}") } else { format!("{code}.{s}") };
                    rows.push((
                        own,
                        format!("Penyediaan {s} bagi {}", PROGRAMS[(p + k) % 8]),
                        pagu,
                        used,
                    ));
                    rows[above].2 += pagu;
                    rows[above].3 += used;
                }
                rows[at].2 += rows[above].2;
                rows[at].3 += rows[above].3;
            }
            total = (total.0 + rows[at].2, total.1 + rows[at].3);
        }
        let mut grid = vec![
            [
                if by_code { "Kode" } else { "No" },
                "Program/Kegiatan/Sub Kegiatan",
                "Pagu (Rp)",
                "Realisasi (Rp)",
                "%",
            ]
            .map(str::to_owned)
            .to_vec(),
        ];
        for (code, name, pagu, used) in &rows {
            let is_sum = name.starts_with("Program") || name.starts_with("Kegiatan");
            let mark = if is_sum { "=" } else { "" };
            grid.push(vec![
                code.clone(),
                name.clone(),
                format!("{mark}{}", self.style.money(*pagu)),
                format!("{mark}{}", self.style.money(*used)),
                format!("={}", self.style.percent(*used, *pagu)),
            ]);
        }
        grid.push(vec![
            "Total".to_owned(),
            "<".to_owned(),
            format!("={}", self.style.money(total.0)),
            format!("={}", self.style.money(total.1)),
            format!("={}", self.style.percent(total.1, total.0)),
        ]);
        self.table("Anggaran dan Realisasi per Sub Kegiatan", grid);
    }

    /// The form of evaluation of a Renja: K and Rp side by side, four quarters, the year, the percentage.
    fn renja(&mut self) {
        let mut head = vec![
            vec!["No".to_owned(), "Program/Kegiatan".to_owned()],
            vec!["^".to_owned(), "^".to_owned()],
        ];
        let groups = [
            "Target Kinerja dan Anggaran Tahun 2024",
            "Realisasi Triwulan I",
            "Realisasi Triwulan II",
            "Realisasi Triwulan III",
            "Realisasi Triwulan IV",
            "Realisasi Capaian Kinerja dan Anggaran",
            "Tingkat Capaian (%)",
        ];
        for group in groups {
            head[0].extend([group.to_owned(), "<".to_owned()]);
            head[1].extend(["K".to_owned(), "Rp".to_owned()]);
        }
        let mut grid = head;
        for index in 0..3 + self.random.below(4) {
            let parts: Vec<(i128, i128)> = (0..4)
                .map(|_| (self.random.between(0, 9), self.random.between(1_000_000, 90_000_000)))
                .collect();
            let (k, rp) = parts.iter().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
            let (target_k, target_rp) = (
                self.random.between(k.max(1), k.max(1) + 3),
                rp * self.random.between(101, 140) / 100,
            );
            let mut row = vec![
                (index + 1).to_string(),
                format!("Kegiatan {}", PROGRAMS[index]),
                format!("{} dokumen", self.style.number(target_k, 0)),
                self.style.number(target_rp, 0),
            ];
            for (k, rp) in parts {
                row.extend([self.style.number(k, 0), self.style.number(rp, 0)]);
            }
            row.extend([
                format!("={}", self.style.number(k, 0)),
                format!("={}", self.style.number(rp, 0)),
            ]);
            row.extend([
                format!("={}", self.style.percent(k, target_k)),
                format!("={}", self.style.percent(rp, target_rp)),
            ]);
            grid.push(row);
        }
        self.table("Evaluasi terhadap Hasil Renja Tahun 2024", grid);
    }

    fn people(&mut self) {
        let mut rows = vec![
            ["No", "Golongan", "Laki-laki", "Perempuan", "Jumlah"].map(str::to_owned).to_vec(),
        ];
        let mut sum = [0, 0];
        for (index, name) in
            ["Golongan IV", "Golongan III", "Golongan II", "Golongan I", "PPPK"].iter().enumerate()
        {
            let (l, p) = (self.random.between(2, 90), self.random.between(2, 90));
            sum = [sum[0] + l, sum[1] + p];
            rows.push(vec![
                (index + 1).to_string(),
                (*name).to_owned(),
                format!("={l}"),
                format!("={p}"),
                format!("={}", l + p),
            ]);
        }
        rows.push(vec![
            "Jumlah".to_owned(),
            "<".to_owned(),
            format!("={}", sum[0]),
            format!("={}", sum[1]),
            format!("={}", sum[0] + sum[1]),
        ]);
        self.table("Jumlah Pegawai menurut Golongan", rows);
    }

    fn evaluation(&mut self) {
        let mut rows = vec![
            ["No", "Komponen", "Bobot", "Nilai 2023", "Nilai 2024"].map(str::to_owned).to_vec(),
        ];
        let mut sum = [0, 0];
        for (index, (name, weight)) in [
            ("Perencanaan Kinerja", 30),
            ("Pengukuran Kinerja", 30),
            ("Pelaporan Kinerja", 15),
            ("Evaluasi Akuntabilitas Kinerja Internal", 25),
        ]
        .iter()
        .enumerate()
        {
            let values = [(); 2].map(|()| weight * self.random.between(50, 95));
            sum = [sum[0] + values[0], sum[1] + values[1]];
            rows.push(vec![
                (index + 1).to_string(),
                (*name).to_owned(),
                self.style.number(weight * 100, 2),
                self.style.number(values[0], 2),
                self.style.number(values[1], 2),
            ]);
        }
        rows.push(vec![
            "Nilai Total".to_owned(),
            "<".to_owned(),
            format!("={}", self.style.number(10_000, 2)),
            format!("={}", self.style.number(sum[0], 2)),
            format!("={}", self.style.number(sum[1], 2)),
        ]);
        rows.last_mut().unwrap()[0] = "Jumlah".to_owned();
        self.table("Hasil Evaluasi AKIP", rows);
    }

    fn stacked(&mut self) {
        let mut rows =
            vec![["No", "Indikator", "Uraian", "2022", "2023", "2024"].map(str::to_owned).to_vec()];
        let count = 2 + self.random.below(3);
        for (index, name) in self.indicators(count).into_iter().enumerate() {
            let pairs: Vec<(i128, i128)> = (0..3).map(|_| self.pair(2)).collect();
            let line = |head: [&str; 3], cells: Vec<String>| {
                head.map(str::to_owned).into_iter().chain(cells).collect::<Vec<_>>()
            };
            let number = (index + 1).to_string();
            let name = format!("{name} perangkat daerah");
            rows.push(line(
                [&number, &name, "Target"],
                pairs.iter().map(|it| self.style.number(it.0, 2)).collect(),
            ));
            rows.push(line(
                ["^", "^", "Realisasi"],
                pairs.iter().map(|it| self.style.number(it.1, 2)).collect(),
            ));
            rows.push(line(
                ["^", "^", "Capaian (%)"],
                pairs.iter().map(|it| format!("={}", self.style.percent(it.1, it.0))).collect(),
            ));
        }
        self.table("Perkembangan Capaian", rows);
    }

    fn shares(&mut self) {
        let names = ["Doktor", "Magister", "Sarjana", "Diploma", "SMA"];
        let counts: Vec<i128> = names.iter().map(|_| self.random.between(3, 200)).collect();
        let sum: i128 = counts.iter().sum();
        let mut rows = vec![["Pendidikan", "Jumlah Pegawai", "%"].map(str::to_owned).to_vec()];
        for (name, count) in names.iter().zip(&counts) {
            rows.push(vec![
                (*name).to_owned(),
                count.to_string(),
                format!("={}", self.style.percent(*count, sum)),
            ]);
        }
        rows.push(vec!["Jumlah".to_owned(), format!("={sum}"), "100".to_owned()]);
        self.table("Pegawai menurut Pendidikan", rows);
    }

    fn efisiensi(&mut self) {
        let is_gap = self.random.is(50);
        let mut rows = vec![
            [
                "No",
                "Sasaran",
                "Capaian Kinerja (%)",
                "Penyerapan Anggaran (%)",
                "Tingkat Efisiensi",
            ]
            .map(str::to_owned)
            .to_vec(),
        ];
        for index in 0..3 + self.random.below(3) {
            let (c, p) = (self.random.between(7000, 13000), self.random.between(6000, 9990));
            let value = if is_gap {
                self.style.number(c - p, 2)
            } else {
                self.style.number(rounded(c * 100, p), 2)
            };
            rows.push(vec![
                (index + 1).to_string(),
                format!("Meningkatnya {}", PROGRAMS[index]),
                self.style.number(c, 2),
                self.style.number(p, 2),
                format!("={value}"),
            ]);
        }
        self.table("Efisiensi Penggunaan Sumber Daya", rows);
    }

    fn belanja(&mut self) {
        let mut rows = vec![
            [
                "Uraian",
                "Anggaran Sebelum Perubahan",
                "Anggaran Setelah Perubahan",
                "Bertambah/Berkurang",
                "Realisasi",
                "%",
            ]
            .map(str::to_owned)
            .to_vec(),
        ];
        let mut sum = [0, 0, 0];
        for name in ["Belanja Pegawai", "Belanja Barang dan Jasa", "Belanja Modal"] {
            let before = self.random.between(100_000_000, 6_000_000_000);
            let after = before * self.random.between(80, 130) / 100;
            let used = after * self.random.between(800, 998) / 1000;
            sum = [sum[0] + before, sum[1] + after, sum[2] + used];
            rows.push(vec![
                name.to_owned(),
                self.style.money(before),
                self.style.money(after),
                format!("={}", self.style.money(after - before)),
                self.style.money(used),
                format!("={}", self.style.percent(used, after)),
            ]);
        }
        rows.push(vec![
            "Jumlah".to_owned(),
            format!("={}", self.style.money(sum[0])),
            format!("={}", self.style.money(sum[1])),
            format!("={}", self.style.money(sum[1] - sum[0])),
            format!("={}", self.style.money(sum[2])),
            format!("={}", self.style.percent(sum[2], sum[1])),
        ]);
        self.table("Anggaran dan Realisasi Belanja", rows);
    }
}

fn predicate(value: i128, scale: i128) -> &'static str {
    match value {
        it if it >= 90 * scale => "Sangat Berhasil",
        it if it >= 75 * scale => "Berhasil",
        it if it >= 60 * scale => "Cukup Berhasil",
        _ => "Kurang Berhasil",
    }
}

/// Changes one determined cell by more than rounding explains: one digit for another, two neighbours swapped, a digit lost.
/// Gives the cell and what stood there before.
pub fn mutate(
    made: &mut Made,
    random: &mut Random,
) -> Option<((usize, usize, usize), String, String)> {
    let at = *random.pick(&made.determined);
    let Content::Table(table) = &mut made.document.blocks[at.0].content else { return None };
    let cell = &mut table.rows[at.1][at.2];
    let before = cell.text.clone();
    let after = if before.chars().any(|it| it.is_ascii_digit()) {
        let digits: Vec<usize> =
            before.char_indices().filter(|it| it.1.is_ascii_digit()).map(|it| it.0).collect();
        let mut text: Vec<u8> = before.clone().into_bytes();
        let index = random.below(digits.len());
        let place = digits[index];
        match (random.below(3), digits.get(index + 1)) {
            (0, Some(next)) => text.swap(place, *next),
            _ => text[place] = b'0' + u8::try_from(random.below(10)).unwrap(),
        }
        String::from_utf8(text).unwrap()
    } else {
        let others = ["Sangat Berhasil", "Berhasil", "Cukup Berhasil", "Kurang Berhasil"];
        (*random.pick(&others)).to_owned()
    };
    let value = |text: &str| {
        text.chars().filter(char::is_ascii_digit).collect::<String>().parse::<i128>().unwrap_or(0)
    };
    let (old, new) = (value(&before), value(&after));
    let is_number = before.chars().any(|it| it.is_ascii_digit());
    // Figures with two or three digits may be off by one for rounding alone.
    let is_small =
        is_number && ((old - new).abs() <= 2 || (old - new).abs() * 50 < old && old < 100_000);
    let is_count = is_number && !before.contains([',', '.', '%']) && old < 1000;
    if after == before
        || old == new && is_number
        || (is_small && !(is_count && old != new))
        || after.starts_with('0') && after.len() > 1 && !before.starts_with('0')
    {
        return None;
    }
    cell.text = after.clone();
    Some((at, before, after))
}
