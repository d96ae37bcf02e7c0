//! The words of the report, and the order of its parts. Every number in them is a live reference.

use selaras_domain::{Bagian, JenisLaporan, Jenjang, Narasi, TingkatBagian};

use super::anggaran::largest;
use super::indikator::all_iku;
use super::realisasi::has_value;
use super::tree::Row;
use super::{Maker, PERUBAHAN_RENSTRA, RENSTRA_CHANGED, pool};
use crate::profile::Ukur;

/// Columns of a line of narrative.
const WIDTH: usize = 100;

/// The parts of the LKjIP in their order, and the narratives that they open with.
pub(super) fn report(maker: &Maker, rows: &[Row]) -> (Vec<Bagian>, Vec<Narasi>) {
    let mut text = Report { maker, rows, bagian: Vec::new(), narasi: Vec::new() };
    text.front();
    text.chapter_one();
    text.chapter_two();
    // Some show the means before the result.
    let is_budget_first = maker.office % 3 == 1;
    if is_budget_first {
        text.chapter_budget();
        text.chapter_result();
    } else {
        text.chapter_result();
        text.chapter_budget();
    }
    text.chapter_others();
    text.back();
    text.narasi.sort_by(|one, other| one.id.cmp(&other.id));
    (text.bagian, text.narasi)
}

struct Report<'m> {
    maker: &'m Maker,
    rows: &'m [Row],
    bagian: Vec<Bagian>,
    narasi: Vec<Narasi>,
}

impl Report<'_> {
    fn part(&mut self, tingkat: TingkatBagian, judul: &str, narasi: Option<&str>, isi: &str) {
        self.bagian.push(Bagian {
            laporan: JenisLaporan::Lkjip,
            tingkat,
            judul: judul.to_owned(),
            narasi: narasi.map(str::to_owned),
            isi: (!isi.is_empty()).then(|| isi.to_owned()),
        });
    }

    /// A part with a narrative of its own, in paragraphs.
    fn told(
        &mut self,
        tingkat: TingkatBagian,
        (judul, name, isi): (&str, &str, &str),
        paragraphs: &[String],
    ) {
        self.part(tingkat, judul, Some(name), isi);
        let teks: Vec<String> = paragraphs.iter().map(|it| wrapped(it)).collect();
        let teks = format!("{}\n", teks.join("\n\n"));
        self.narasi.push(Narasi { id: name.to_owned(), teks });
    }

    fn tahun(&self) -> i64 {
        self.maker.tahun
    }

    /// What the office calls itself.
    fn kantor(&self) -> &'static str {
        self.maker.sebutan()
    }

    /// One of the ways to say a thing; an office keeps its way for some years.
    fn way(&self, topic: &str, ways: &[&str]) -> String {
        let period = (self.tahun() / 2).unsigned_abs();
        let parts = [self.maker.office as u64, period];
        let chosen = *crate::acak::Acak::new(topic, &parts).pick(ways);
        chosen.replace("[Kantor]", self.kantor()).replace("[hal]", self.maker.profile.hal)
    }

    fn front(&mut self) {
        let tahun = self.tahun();
        let judul = "Laporan Kinerja Instansi Pemerintah";
        self.part(TingkatBagian::Sampul, judul, None, "");
        let signed = match self.maker.pk_date() {
            Some(_) => {
                format!("Perjanjian Kinerja yang ditandatangani pada {{tanggal pk-{tahun}}}")
            }
            None => "Perjanjian Kinerja yang sampai akhir tahun belum ditandatangani".to_owned(),
        };
        let paragraphs = [
            "**Laporan ini rekaan.** {pemda}, provinsi {provinsi}, semua pejabat, dokumen, angka, dan \
             peristiwa di dalamnya tidak pernah ada. Peraturan nasional yang dikutip memang ada; \
             peraturan daerahnya tidak."
                .to_owned(),
            format!(
                "Dengan mengingat hal itu, kami menyampaikan Laporan Kinerja {{perangkat-daerah}} \
                 {{pemda}} Tahun {{tahun}}. Laporan ini mempertanggungjawabkan {signed}, sebagaimana \
                 diwajibkan oleh Peraturan Presiden Nomor 29 Tahun 2014."
            ),
            self.way(
                "pengantar",
                &[
                    "Kami menulis apa yang tercapai dan apa yang tidak dengan kata yang sama terangnya. \
                     Angka yang belum ada kami sebut belum ada.",
                    "Tahun {tahun} memberi pelajaran yang tidak semuanya menyenangkan. Semuanya kami \
                     sampaikan apa adanya, karena perbaikan dimulai dari keterangan yang jujur.",
                    "Bagi [Kantor], laporan ini bukan akhir dari tahun {tahun}, melainkan bahan untuk \
                     memperbaiki tahun {tahun-depan}.",
                    "Setiap angka dalam laporan ini dapat ditelusuri sampai pada catatan asalnya. Pembaca \
                     yang meragukan satu angka dipersilakan memeriksanya pada lampiran.",
                ],
            ),
            "Terima kasih kami sampaikan kepada seluruh pegawai dan warga yang bekerja bersama kami \
             sepanjang tahun {tahun}."
                .to_owned(),
        ];
        let names = ("Kata Pengantar", "kata-pengantar", "tanda-tangan-kepala");
        self.told(TingkatBagian::Depan, names, &paragraphs);
        self.part(TingkatBagian::Depan, "Daftar Isi", None, "daftar-isi");
        let lists = "daftar-tabel daftar-gambar daftar-lampiran";
        self.part(TingkatBagian::Depan, "Daftar Tabel, Gambar, dan Lampiran", None, lists);
        let mut paragraphs = vec![
            "{isi tahun-dalam-angka}".to_owned(),
            "{singkatan} {pemda} menjanjikan {jumlah iku} indikator kinerja utama (IKU) untuk {jumlah \
             sasaran} sasaran. Hasilnya pada tahun {tahun} sebagai berikut."
                .to_owned(),
            "{isi capaian-kategori}".to_owned(),
        ];
        paragraphs.extend(self.result_sentences());
        paragraphs.push(
            "Belanja terealisasi {realisasi-anggaran total tahun} atau {serapan total tahun} dari pagu \
             {pagu total tahun}. Rata-rata capaian keluaran subkegiatan {rata-rata kinerja tahun}."
                .to_owned(),
        );
        let names = ("Ikhtisar Eksekutif", "ikhtisar", "");
        self.told(TingkatBagian::Depan, names, &paragraphs);
    }

    /// A sentence for every IKU; where last year is known too, what has changed.
    fn result_sentences(&self) -> Vec<String> {
        let before = self.maker.in_year(self.tahun() - 1);
        let sentence = |(index, _, iku): (usize, usize, &'static crate::profile::IkuPlan)| {
            let n = index + 1;
            if !has_value(self.maker, index, iku) {
                return format!(
                    "**{}.** Realisasi tahun {{tahun}} {{realisasi iku-{n} tahun}}, sehingga capaiannya \
                     belum dapat dinilai. Targetnya {{target iku-{n} tahun}}.",
                    iku.pendek
                );
            }
            let is_number = !matches!(iku.ukur, Ukur::Predikat(..));
            let change = match is_number && has_value(&before, index, iku) {
                true => format!(
                    " Dibandingkan dengan tahun {{tahun-lalu}}, realisasinya {{ubah realisasi iku-{n} \
                     tahun-lalu tahun}}."
                ),
                false => String::new(),
            };
            format!(
                "**{}.** {{nama iku-{n}}} terealisasi {{realisasi iku-{n} tahun}} dengan target {{target \
                 iku-{n} tahun}}; capaiannya {{capaian iku-{n} tahun}}.{change}",
                iku.pendek
            )
        };
        all_iku(self.maker).map(sentence).collect()
    }

    fn chapter_one(&mut self) {
        self.part(TingkatBagian::Bab, "Pendahuluan", None, "");
        let paragraphs = [
            self.maker.profile.latar.to_owned(),
            self.way(
                "latar",
                &[
                    "Laporan ini disusun untuk memperlihatkan hubungan antara rencana, anggaran, dan \
                     hasil {perangkat-daerah} pada tahun {tahun}.",
                    "Laporan kinerja tahun {tahun} membandingkan janji pada awal tahun dengan hasil pada \
                     akhir tahun, lalu menerangkan selisihnya.",
                    "Bagi pembaca di luar [Kantor], laporan ini menjawab tiga pertanyaan: apa yang \
                     dijanjikan, apa yang tercapai, dan berapa biayanya.",
                ],
            ),
            "Dasar penyusunan laporan ini sebagai berikut.".to_owned(),
            "{isi dasar-hukum pelaporan}".to_owned(),
        ];
        let names = ("Latar Belakang", "latar-belakang", "");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
        let paragraphs = [
            "{perangkat-daerah} ({singkatan}) {pemda} mempunyai tugas {tugas}. {jabatan-kepala} \
             bertanggung jawab kepada {atasan}. Dasar pembentukannya sebagai berikut."
                .to_owned(),
            "{isi dasar-hukum pembentukan}".to_owned(),
            "Untuk melaksanakan tugas itu dijalankan fungsi berikut.".to_owned(),
            "{isi fungsi}".to_owned(),
            "Susunan organisasinya digambarkan pada {rujuk bagan-organisasi}.".to_owned(),
        ];
        let names = ("Kedudukan, Tugas, dan Fungsi", "kedudukan", "bagan-organisasi");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
        let paragraphs = [
            "Renstra mencatat isu berikut, yang menentukan arah kerja sampai dengan tahun {tahun-akhir}."
                .to_owned(),
            "{isi isu-strategis}".to_owned(),
            self.way(
                "isu",
                &[
                    "Isu pertama didahulukan karena langsung dirasakan warga. Isu kedua menentukan apakah \
                     perbaikan itu bertahan.",
                    "Kedua isu saling berkaitan: yang satu menyangkut cara kerja, yang lain menyangkut \
                     jangkauannya.",
                    "Tidak semua isu dapat diselesaikan oleh [Kantor] sendiri; sebagian memerlukan \
                     perangkat daerah lain dan kelurahan.",
                ],
            ),
        ];
        self.told(TingkatBagian::Subbab, ("Isu Strategis", "isu-strategis", ""), &paragraphs);
        let paragraphs = [self.way(
            "proses",
            &[
                "Proses utama [Kantor] mengikuti program-programnya; proses pendukung melayani semuanya.",
                "Peta proses berikut memperlihatkan siapa yang meminta dan siapa yang menerima hasil \
                 pekerjaan [Kantor].",
            ],
        )];
        let names = ("Peta Proses Bisnis", "proses-bisnis", "peta-proses-bisnis");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
    }

    fn chapter_two(&mut self) {
        let tahun = self.tahun();
        let mut paragraphs = vec![
            "Renstra tahun {tahun-awal}–{tahun-akhir} ditetapkan dengan {nomor renstra-2020} pada \
             {tanggal renstra-2020}. Setiap tahun Renstra diturunkan ke dalam Rencana Kerja, dokumen \
             anggaran, Perjanjian Kinerja, dan rencana aksi."
                .to_owned(),
        ];
        if self.maker.has_new_renstra() {
            paragraphs.push(format!(
                "Renstra diubah dengan {{nomor {PERUBAHAN_RENSTRA}}} pada {{tanggal \
                 {PERUBAHAN_RENSTRA}}}: sebagian target sejak tahun {RENSTRA_CHANGED} disesuaikan dengan \
                 keadaan sesudah pandemi."
            ));
        }
        let names = ("Perencanaan Kinerja", "rencana-strategis", "cascading");
        self.told(TingkatBagian::Bab, names, &paragraphs);
        let paragraphs = [
            "Visi {pemda} adalah".to_owned(),
            "**“{visi}”.**".to_owned(),
            "Visi itu dijabarkan menjadi {jumlah misi} misi.".to_owned(),
            "{isi misi}".to_owned(),
            format!(
                "{} mengemban misi nomor {}. Dari sana lahir {{jumlah tujuan}} tujuan dan {{jumlah \
                 sasaran}} sasaran.",
                self.kantor(),
                self.maker.profile.misi
            ),
            "{isi iku}".to_owned(),
        ];
        let names = ("Visi, Misi, Tujuan, dan Sasaran", "tujuan-sasaran", "tujuan-sasaran");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
        let paragraphs = [self.way(
            "strategi",
            &[
                "Sasaran dicapai melalui strategi berikut, masing-masing dengan arah kebijakannya.",
                "Strategi berikut dipilih karena dapat dimulai tanpa menunggu sarana baru.",
                "Setiap strategi dilaksanakan oleh satu program, sehingga jelas siapa yang menjawab \
                 hasilnya.",
            ],
        )];
        let names = ("Strategi dan Arah Kebijakan", "strategi", "strategi");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
        self.agreement(tahun);
    }

    fn agreement(&mut self, tahun: i64) {
        let mut paragraphs = vec![
            match self.maker.pk_date() {
                Some(_) => format!(
                    "Perjanjian Kinerja tahun {{tahun}} ditandatangani bersama {{kepala-daerah}} pada \
                     {{tanggal pk-{tahun}}}."
                ),
                None => "Perjanjian Kinerja tahun {tahun} telah disusun, tetapi sampai laporan ini dibuat \
                         belum ditandatangani. Target yang dipakai mengukur karena itu adalah target \
                         Renstra."
                    .to_owned(),
            },
            format!("{{isi pk pk-{tahun}}}"),
            format!("Anggarannya menurut DPA berjumlah {{pagu total tahun dpa-{tahun}}}."),
            format!("{{isi program-pagu dpa-{tahun}}}"),
        ];
        if self.maker.has_dppa() {
            paragraphs.push(format!(
                "Perubahan anggaran mengubah pagu menjadi {{pagu total tahun dppa-{tahun}}}."
            ));
        }
        if self.maker.has_perubahan() {
            paragraphs.push(match self.maker.perubahan_date() {
                Some(_) => format!(
                    "Perjanjian Kinerja diubah pada {{tanggal perubahan-pk-{tahun}}} sebagai berikut."
                ),
                None => "Perubahan Perjanjian Kinerja telah diajukan dan menunggu tanda tangan.".to_owned(),
            });
            paragraphs.push("{isi perubahan-pk}".to_owned());
        }
        paragraphs.push(self.way(
            "aksi",
            &[
                "Rencana aksi menetapkan paling sedikit satu aksi bagi setiap IKU pada setiap triwulan, \
                 beserta penanggung jawabnya.",
                "Rencana aksi dibahas bersama seluruh kepala unit dan ditinjau setiap akhir triwulan.",
            ],
        ));
        let names = ("Perjanjian Kinerja dan Rencana Aksi Tahun {tahun}", "perjanjian-kinerja", "");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
    }

    fn chapter_result(&mut self) {
        let pedoman = self.maker.pedoman();
        let paragraphs = [
            format!(
                "Cara mengukur ditetapkan untuk seluruh kota dalam {{judul {pedoman}}}, {{nomor \
                 {pedoman}}}."
            ),
            "{isi rumus-capaian}".to_owned(),
            "{isi skala kategori-kinerja}".to_owned(),
            "Indikator program, kegiatan, dan keluaran memakai skala dari peraturan, yang naskahnya belum \
             dibandingkan."
                .to_owned(),
        ];
        let names = ("Akuntabilitas Kinerja", "cara-mengukur", "");
        self.told(TingkatBagian::Bab, names, &paragraphs);
        let mut paragraphs =
            vec!["{isi pengukuran}".to_owned(), "{isi grafik-target-realisasi}".to_owned()];
        paragraphs.extend(self.quarter_sentence());
        let names = ("Capaian Kinerja Tahun {tahun}", "capaian-tahun", "");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
        let paragraphs = [
            "{isi perbandingan-tahun}".to_owned(),
            "{isi rincian-perbandingan}".to_owned(),
            self.way(
                "banding",
                &[
                    "Perubahan dalam satu tahun belum tentu menunjukkan arah; deret beberapa tahun \
                     disajikan bersama analisis setiap IKU.",
                    "Pandemi pada tahun 2020 dan 2021 membuat angka kedua tahun itu tidak sebanding dengan \
                     tahun-tahun sesudahnya.",
                    "Perubahan cara mencatat ikut menjelaskan sebagian perbedaan antartahun.",
                ],
            ),
        ];
        let names = ("Perbandingan dengan Tahun {tahun-lalu}", "perbandingan-tahun", "");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
        let paragraphs =
            ["Tingkat kemajuan membandingkan realisasi tahun {tahun} dengan target tahun \
                           {tahun-akhir}, akhir masa Renstra."
                .to_owned()];
        let names =
            ("Kemajuan Menuju Tahun {tahun-akhir}", "kemajuan", "kemajuan grafik-jalur-renstra");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
        let paragraphs =
            ["Nilai pembanding berikut data rekaan, disusun untuk memperlihatkan bentuknya."
                .to_owned()];
        let names = ("Perbandingan dengan Nilai Nasional", "pembanding", "nasional");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
        let paragraphs = [self.way(
            "sebab",
            &[
                "Uraian setiap IKU memuat definisi, rumus, faktor, dan tindak lanjut beserta penanggung \
                 jawabnya.",
                "Sebab dan upaya dituliskan untuk setiap IKU, termasuk yang tercapai; keberhasilan pun \
                 perlu dijelaskan.",
            ],
        )];
        let names = ("Sebab, Upaya, dan Tindak Lanjut", "sebab-upaya", "analisis-indikator");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
    }

    /// How the first IKU that is measured by quarter went through the year.
    fn quarter_sentence(&self) -> Option<String> {
        let tahun = self.tahun();
        let (index, _, iku) = all_iku(self.maker).find(|(_, _, it)| {
            matches!(it.ukur, Ukur::Arus(..) | Ukur::Stok(..) | Ukur::Register(..))
        })?;
        let n = index + 1;
        let of = |quarter: u8| format!("{{angka indikator/iku-{n}/{tahun}/tw{quarter}/realisasi}}");
        Some(format!(
            "Sepanjang tahun, {} bergerak dari {} pada triwulan I menjadi {} pada triwulan II, {} pada \
             triwulan III, dan {} pada triwulan IV.",
            pool::fill("[pendek]", self.maker, iku),
            of(1),
            of(2),
            of(3),
            of(4)
        ))
    }

    fn chapter_budget(&mut self) {
        self.part(TingkatBagian::Bab, "Akuntabilitas Keuangan", None, "");
        let largest = largest(self.maker, self.rows);
        let paragraphs = [
            "{isi belanja}".to_owned(),
            "{isi grafik-serapan-triwulan}".to_owned(),
            format!(
                "Di luar gaji, pagu terbesar ada pada {{nama-baris {largest}}}, yaitu {{pagu {largest} \
                 tahun}} dengan serapan {{serapan {largest} tahun}}."
            ),
            self.way(
                "belanja",
                &[
                    "Serapan pada triwulan I rendah karena pengadaan baru selesai pada bulan Maret.",
                    "Pencairan terbesar terjadi pada triwulan IV, ketika pekerjaan fisik diserahterimakan.",
                    "Sisa anggaran terutama berasal dari selisih penawaran dan perjalanan yang dibatalkan.",
                ],
            ),
        ];
        let names = ("Pagu dan Realisasi Tahun {tahun}", "pagu-realisasi", "");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
        let programs = self.rows.iter().filter(|it| it.row.jenjang == Jenjang::Program).count();
        let paragraphs = [
            format!(
                "{} melaksanakan {programs} program. Yang menunjang IKU ditentukan oleh pemetaan pada \
                 lampiran Perjanjian Kinerja; serapannya {{serapan prioritas tahun}}.",
                self.kantor()
            ),
            "{isi penunjang-program}".to_owned(),
            "{isi kinerja-anggaran}".to_owned(),
        ];
        let names = ("Program yang Menunjang Sasaran", "program-penunjang", "");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
        let words = match self.maker.tahun >= 2022 {
            true => {
                "Nilai efisiensi membandingkan anggaran yang sepadan dengan capaian dan anggaran yang \
                 terpakai. Nilai lima puluh berarti keduanya sepadan."
            }
            false => {
                "Efisiensi dinyatakan sebagai capaian dibagi penyerapan anggaran yang mendukungnya."
            }
        };
        let paragraphs = [
            words.to_owned(),
            "{isi efisiensi}".to_owned(),
            "{isi grafik-anggaran-kinerja}".to_owned(),
        ];
        let names = ("Efisiensi Penggunaan Sumber Daya", "efisiensi", "efisiensi-analisis");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
    }

    fn chapter_others(&mut self) {
        let tahun = self.tahun();
        self.part(TingkatBagian::Bab, "Evaluasi dan Penghargaan", None, "");
        let paragraphs = [
            format!(
                "Akuntabilitas kinerja dinilai oleh {{penerbit lhe-{tahun}}} dengan nilai {{nilai-evaluasi \
                 sakip-{tahun}}}, predikat {{predikat-evaluasi sakip-{tahun}}}."
            ),
            "{isi hasil-evaluasi}".to_owned(),
            "Laporan evaluasi memuat {jumlah rekomendasi} rekomendasi.".to_owned(),
            "{isi rekomendasi}".to_owned(),
            "{isi tindak-lanjut-rekomendasi}".to_owned(),
        ];
        let names = ("Hasil Evaluasi dan Tindak Lanjutnya", "evaluasi", "");
        self.told(TingkatBagian::Subbab, names, &paragraphs);
        if self.maker.has_penghargaan() {
            let paragraphs = ["Satu penghargaan diterima pada tahun {tahun}.".to_owned()];
            let names = ("Penghargaan", "penghargaan", "penghargaan");
            self.told(TingkatBagian::Subbab, names, &paragraphs);
        }
    }

    fn back(&mut self) {
        let tahun = self.tahun();
        let paragraphs = [
            self.way(
                "penutup",
                &[
                    "Hasil tahun {tahun} menunjukkan bahwa perbaikan cara kerja memberi hasil lebih cepat \
                     daripada penambahan sarana.",
                    "Tahun {tahun} memperlihatkan bahwa sasaran [hal] tidak dapat dicapai oleh [Kantor] \
                     sendiri.",
                    "Sebagian target tercapai, sebagian belum, dan keduanya memberi bahan bagi rencana \
                     tahun {tahun-depan}.",
                ],
            ),
            "{isi simpulan-indikator}".to_owned(),
            "Langkah perbaikan tahun {tahun-depan} sebagai berikut.".to_owned(),
            "{isi langkah-perbaikan}".to_owned(),
        ];
        self.told(TingkatBagian::Bab, ("Penutup", "penutup", ""), &paragraphs);
        let annex = TingkatBagian::Lampiran;
        let judul = "Matriks Renstra Tahun {tahun-awal}–{tahun-akhir}";
        self.part(annex, judul, None, "lampiran-renstra");
        let judul =
            "Rencana Kerja dan Pendanaan Tahun {tahun} dan Prakiraan Maju Tahun {tahun-depan}";
        self.part(annex, judul, None, "lampiran-renja");
        let pk = format!("lampiran-pk pk-{tahun}");
        self.part(annex, "Perjanjian Kinerja Tahun {tahun}", None, &pk);
        if self.maker.has_perubahan() {
            let pk = format!("lampiran-pk perubahan-pk-{tahun}");
            self.part(annex, "Perubahan Perjanjian Kinerja Tahun {tahun}", None, &pk);
        }
        self.part(annex, "Pengukuran Kinerja Tahun {tahun}", None, "lampiran-pengukuran");
        let judul = "Program, Kegiatan, Subkegiatan, dan Realisasi Belanja Tahun {tahun}";
        self.part(annex, judul, None, "lampiran-realisasi");
        self.part(annex, "Jejak Perhitungan", None, "lampiran-jejak");
    }
}

/// A paragraph in lines, as people write it.
fn wrapped(paragraph: &str) -> String {
    let mut lines = vec![String::new()];
    for word in paragraph.split_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        let is_full = line.chars().count() + 1 + word.chars().count() > WIDTH;
        if is_full && !line.is_empty() {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.join("\n")
}
