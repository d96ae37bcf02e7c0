//! The live references: one line for each, with its usage, an example and what it stands for.
//!
//! To add one, add a line to [`REFERENCES`]; `docs/reference/narasi.md` follows.

use selaras_domain::dokumen::{Inline, Inlines, text};
use selaras_domain::{Figure, FigureId, Id, JenisIndikator, Jenjang, Tahun, angka, tanggal};

use crate::call;
use crate::context::Context;
use crate::error::suggestion;
use crate::facts::parse_year;
use crate::words::{change, count, in_words, spoken_inline, target_words, uncapitalised};

/// Why a reference does not resolve: sentences in Indonesian.
type Refusal = String;

type Read = fn(&Context<'_>, &[&str]) -> Result<Inlines, Refusal>;

/// A form of live reference.
pub(crate) struct Reference {
    pub(crate) name: &'static str,
    /// The words after the name; in brackets what may be left out.
    pub(crate) usage: &'static str,
    pub(crate) contoh: &'static str,
    pub(crate) arti: &'static str,
    read: Read,
}

const fn reference(
    name: &'static str,
    usage: &'static str,
    contoh: &'static str,
    arti: &'static str,
    read: Read,
) -> Reference {
    Reference { name, usage, contoh, arti, read }
}

/// Every form, in the order of the manual.
#[rustfmt::skip]
pub(crate) const REFERENCES: &[Reference] = &[
    reference("target", "INDIKATOR TAHUN [DOKUMEN]", "{target iku-1 2023}", "target yang berlaku, atau menurut satu dokumen", target),
    reference("realisasi", "INDIKATOR TAHUN", "{realisasi iku-1 2023}", "realisasi dengan satuannya", |c, a| indikator(c, a, "realisasi")),
    reference("capaian", "INDIKATOR TAHUN", "{capaian iku-1 2023}", "capaian terhadap target", |c, a| indikator(c, a, "capaian")),
    reference("kemajuan", "INDIKATOR TAHUN", "{kemajuan iku-1 2023}", "realisasi terhadap target akhir Renstra", |c, a| indikator(c, a, "kemajuan")),
    reference("penyerapan", "INDIKATOR TAHUN", "{penyerapan iku-1 2023}", "penyerapan anggaran yang mendukung indikator", |c, a| indikator(c, a, "penyerapan")),
    reference("efisiensi", "INDIKATOR TAHUN", "{efisiensi iku-1 2023}", "tingkat efisiensi", |c, a| indikator(c, a, "efisiensi")),
    reference("predikat", "INDIKATOR TAHUN", "{predikat iku-1 2023}", "predikat capaian", predikat),
    reference("ubah", "realisasi|capaian INDIKATOR TAHUN TAHUN", "{ubah realisasi iku-1 2022 2023}", "arah dan besar perubahan di antara dua tahun", ubah),
    reference("variabel", "INDIKATOR VARIABEL TAHUN", "{variabel iku-1 selesai 2023}", "nilai variabel dengan satuannya", variabel),
    reference("pagu", "BARIS TAHUN [DOKUMEN]", "{pagu total 2023}", "pagu yang berlaku, atau menurut satu dokumen; BARIS boleh total, prioritas, belanja-operasi, belanja-modal", pagu),
    reference("realisasi-anggaran", "BARIS TAHUN", "{realisasi-anggaran total 2023}", "realisasi anggaran", |c, a| anggaran(c, a, "realisasi")),
    reference("serapan", "BARIS TAHUN", "{serapan total 2023}", "persentase penyerapan anggaran", |c, a| anggaran(c, a, "persen")),
    reference("rata-rata", "kinerja|anggaran TAHUN [CARA]", "{rata-rata kinerja 2023}", "rata-rata capaian; CARA: sederhana atau tertimbang_anggaran", rata_rata),
    reference("angka", "ANGKA", "{angka anggaran/total/2023/tw1/realisasi}", "angka apa pun menurut namanya pada «selaras measure»", any_figure),
    reference("terbilang", "RUJUKAN…", "{terbilang pagu total 2023}", "angka dari rujukan lain, dengan huruf", terbilang),
    reference("nama", "INDIKATOR", "{nama iku-1}", "nama indikator", |c, a| Ok(text(c.find_indikator(a[0])?.nama.as_str()))),
    reference("satuan", "INDIKATOR", "{satuan iku-1}", "satuan indikator", |c, a| Ok(text(c.find_indikator(a[0])?.satuan.as_str()))),
    reference("nama-baris", "BARIS", "{nama-baris 5.03.02}", "nama program, kegiatan, atau subkegiatan", nama_baris),
    reference("judul", "DOKUMEN", "{judul lhe-2023}", "judul dokumen", |c, a| Ok(text(c.find_dokumen(a[0])?.judul.as_str()))),
    reference("nomor", "DOKUMEN", "{nomor lhe-2023}", "nomor dokumen", |c, a| stated(c.find_dokumen(a[0])?.nomor.clone(), "dokumen.csv", a[0], "nomor")),
    reference("tanggal", "DOKUMEN", "{tanggal lhe-2023}", "tanggal dokumen", |c, a| stated(c.find_dokumen(a[0])?.tanggal.map(tanggal::format), "dokumen.csv", a[0], "tanggal")),
    reference("penerbit", "DOKUMEN", "{penerbit lhe-2023}", "penerbit dokumen", |c, a| stated(c.find_dokumen(a[0])?.penerbit.clone(), "dokumen.csv", a[0], "penerbit")),
    reference("nilai-evaluasi", "EVALUASI", "{nilai-evaluasi sakip-2023}", "nilai hasil evaluasi", |c, a| stated(c.find_evaluasi(a[0])?.nilai.map(angka::format), "evaluasi.csv", a[0], "nilai")),
    reference("indeks-evaluasi", "EVALUASI", "{indeks-evaluasi merit-2023}", "indeks hasil evaluasi", |c, a| stated(c.find_evaluasi(a[0])?.indeks.map(angka::format), "evaluasi.csv", a[0], "indeks")),
    reference("predikat-evaluasi", "EVALUASI", "{predikat-evaluasi sakip-2023}", "predikat hasil evaluasi", |c, a| stated(c.find_evaluasi(a[0])?.predikat.clone(), "evaluasi.csv", a[0], "predikat")),
    reference("arti-evaluasi", "EVALUASI", "{arti-evaluasi sakip-2023}", "arti predikat hasil evaluasi", |c, a| stated(c.find_evaluasi(a[0])?.arti.clone(), "evaluasi.csv", a[0], "arti")),
    reference("jumlah", "HAL", "{jumlah iku}", "banyaknya, dengan angka dan huruf: tujuan, sasaran, iku, program, kegiatan, subkegiatan, misi, rekomendasi", jumlah),
    reference("tahun", "", "{tahun}", "tahun yang dilaporkan", |c, _| year(Ok(c.tahun()))),
    reference("tahun-lalu", "", "{tahun-lalu}", "tahun sebelumnya", |c, _| year(c.year("tahun-lalu"))),
    reference("tahun-depan", "", "{tahun-depan}", "tahun sesudahnya", |c, _| year(c.year("tahun-depan"))),
    reference("tahun-awal", "", "{tahun-awal}", "tahun pertama Renstra", |c, _| year(c.year("tahun-awal"))),
    reference("tahun-akhir", "", "{tahun-akhir}", "tahun terakhir Renstra", |c, _| year(c.year("tahun-akhir"))),
    reference("perangkat-daerah", "", "{perangkat-daerah}", "nama perangkat daerah, tanpa nama daerahnya", |c, _| Ok(text(c.berkas.perangkat_daerah.nama.as_str()))),
    reference("singkatan", "", "{singkatan}", "singkatan perangkat daerah", |c, _| Ok(text(c.berkas.perangkat_daerah.singkatan.as_str()))),
    reference("pemda", "", "{pemda}", "jenis dan nama daerah", |c, _| Ok(text(c.pemda()))),
    reference("provinsi", "", "{provinsi}", "nama provinsi", |c, _| Ok(text(c.berkas.pemda.provinsi.as_str()))),
    reference("kepala-daerah", "", "{kepala-daerah}", "sebutan kepala daerah", |c, _| Ok(text(c.berkas.pemda.jenis.kepala_daerah()))),
    reference("jabatan-kepala", "", "{jabatan-kepala}", "sebutan kepala perangkat daerah", |c, _| Ok(text(c.berkas.perangkat_daerah.jabatan_kepala.as_str()))),
    reference("atasan", "", "{atasan}", "kepada siapa perangkat daerah bertanggung jawab", |c, _| Ok(text(c.berkas.perangkat_daerah.bertanggung_jawab_kepada.as_str()))),
    reference("tugas", "", "{tugas}", "tugas perangkat daerah, sesudah kata «mempunyai tugas»", |c, _| Ok(text(uncapitalised(&c.berkas.perangkat_daerah.tugas)))),
    reference("visi", "", "{visi}", "visi daerah", |c, _| stated(c.visi().map(|it| it.uraian.clone()), "visi.csv", "daerah", "uraian")),
];

/// What `name` with `args` stands for.
pub(crate) fn resolve(
    context: &Context<'_>,
    name: &str,
    args: &[&str],
) -> Result<Inlines, Refusal> {
    let Some(found) = REFERENCES.iter().find(|it| it.name == name) else {
        let names = REFERENCES.iter().map(|it| it.name).chain(["isi", "rujuk"]);
        return Err(call::unknown("rujukan", name, names));
    };
    call::check_usage(name, found.usage, args)?;
    (found.read)(context, args)
}

fn year(year: Result<Tahun, Refusal>) -> Result<Inlines, Refusal> {
    Ok(text(year?.to_string()))
}

/// A field that may be empty, but not where a sentence needs it.
fn stated(value: Option<String>, file: &str, id: &str, column: &str) -> Result<Inlines, Refusal> {
    let empty =
        || format!("kolom «{column}» dari «{id}» kosong. Isi pada {file}, atau ubah kalimatnya.");
    value.map(text).ok_or_else(empty)
}

/// The figure of that name, which must be one of the figures; it may be without a value.
fn figure<'a>(context: &Context<'a>, id: &str) -> Result<&'a Figure, Refusal> {
    context.hasil.get(&FigureId::new(id)).ok_or_else(|| {
        let names = context.hasil.figures().iter().map(|it| it.id.as_str());
        // A neighbour shares everything up to the last word but one; more would be noise.
        let stem = id.rsplitn(3, '/').last().unwrap_or_default();
        let near = names.filter(|it| !stem.is_empty() && it.starts_with(stem));
        format!("angka «{id}» tidak ada.{}", suggestion(id, near))
    })
}

fn shown(context: &Context<'_>, id: &str) -> Result<Inlines, Refusal> {
    Ok(vec![spoken_inline(Some(figure(context, id)?))])
}

fn any_figure(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    shown(context, args[0])
}

fn indikator(context: &Context<'_>, args: &[&str], what: &str) -> Result<Inlines, Refusal> {
    let indikator = context.find_indikator(args[0])?;
    let tahun = context.year(args[1])?;
    shown(context, &format!("indikator/{}/{tahun}/{what}", indikator.id))
}

fn target(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    let [id, tahun, dokumen] = args[..] else { return indikator(context, args, "target") };
    let indikator = context.find_indikator(id)?;
    let tahun = context.year(tahun)?;
    let dokumen = context.find_dokumen(dokumen)?;
    let none = || {
        format!(
            "«{}» tidak memuat target «{}» tahun {tahun}. Lengkapi target.csv, atau ubah kalimatnya.",
            dokumen.id, indikator.id
        )
    };
    let target = context.target_in(&indikator.id, tahun, &dokumen.id).ok_or_else(none)?;
    let words = target.nilai.as_ref().map(|it| target_words(it, &indikator.satuan));
    words.map(text).ok_or_else(none)
}

fn predikat(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    let indikator = context.find_indikator(args[0])?;
    let tahun = context.year(args[1])?;
    let capaian = figure(context, &format!("indikator/{}/{tahun}/capaian", indikator.id))?;
    match &capaian.predikat {
        Some(predikat) => {
            Ok(vec![Inline::Figure { text: predikat.clone(), id: capaian.id.to_string() }])
        }
        None => Err(format!(
            "capaian «{}» tahun {tahun} tidak berpredikat. Isi skalanya pada kebijakan_indikator.csv, \
             atau ubah kalimatnya.",
            indikator.id
        )),
    }
}

fn ubah(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    let what = args[0];
    if !["realisasi", "capaian"].contains(&what) {
        return Err(call::unknown("besaran", what, ["realisasi", "capaian"]));
    }
    let indikator = context.find_indikator(args[1])?;
    let (before, now) = (context.year(args[2])?, context.year(args[3])?);
    let of = |tahun: Tahun| figure(context, &format!("indikator/{}/{tahun}/{what}", indikator.id));
    let (before, now) = (of(before)?, of(now)?);
    let (Some(first), Some(second)) = (before.value, now.value) else {
        return Err(format!(
            "perubahan {what} «{}» tidak dapat dihitung karena salah satu nilainya tidak ada. Ubah \
             kalimatnya.",
            indikator.id
        ));
    };
    let words = change(first, second, &now.satuan);
    Ok(vec![Inline::Figure { text: words, id: now.id.to_string() }])
}

fn variabel(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    let indikator = context.find_indikator(args[0])?;
    let tahun = context.year(args[2])?;
    let own = || context.berkas.variabel.iter().filter(|it| it.indikator == indikator.id);
    let Some(variabel) = own().find(|it| it.id.as_str() == args[1]) else {
        return Err(call::unknown("variabel", args[1], own().map(|it| it.id.as_str())));
    };
    let words = context.variabel_words(variabel, tahun);
    words.map(text).ok_or_else(|| {
        format!(
            "nilai variabel «{}» dari «{}» tahun {tahun} tidak ada. Lengkapi nilai_variabel.csv, atau \
             ubah kalimatnya.",
            args[1], indikator.id
        )
    })
}

fn anggaran(context: &Context<'_>, args: &[&str], what: &str) -> Result<Inlines, Refusal> {
    let key = context.budget_key(args[0])?;
    let tahun = context.year(args[1])?;
    shown(context, &format!("anggaran/{key}/{tahun}/{what}"))
}

fn pagu(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    match args {
        [_, _] => anggaran(context, args, "pagu"),
        _ => {
            let dokumen = context.find_dokumen(args[2])?;
            anggaran(context, &args[..2], &format!("pagu/{}", dokumen.id))
        }
    }
}

fn rata_rata(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    if !["kinerja", "anggaran"].contains(&args[0]) {
        return Err(call::unknown("rata-rata", args[0], ["kinerja", "anggaran"]));
    }
    let tahun = context.year(args[1])?;
    let way = args.get(2).map(|it| format!("/{it}")).unwrap_or_default();
    shown(context, &format!("rata-rata/{}/{tahun}{way}", args[0]))
}

fn terbilang(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    let inlines = resolve(context, args[0], &args[1..])?;
    let named = match &inlines[..] {
        [Inline::Figure { id, .. }] => context.hasil.get(&FigureId::new(id)),
        _ => None,
    };
    let Some(figure) = named else {
        return Err(format!(
            "«{}» bukan angka, sehingga tidak dapat ditulis dengan huruf. Hapus «terbilang».",
            args.join(" ")
        ));
    };
    match in_words(figure) {
        Some(words) => Ok(vec![Inline::Figure { text: words, id: figure.id.to_string() }]),
        None => Ok(inlines),
    }
}

fn nama_baris(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    Ok(text(context.find_baris(args[0])?.nama.as_str()))
}

fn jumlah(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    let berkas = context.berkas;
    let rows = |jenjang| context.rows_of(jenjang).count();
    let things: [(&str, usize); 8] = [
        ("tujuan", berkas.tujuan.len()),
        ("sasaran", berkas.sasaran.len()),
        ("iku", berkas.indikator_of(JenisIndikator::Iku).count()),
        ("program", rows(Jenjang::Program)),
        ("kegiatan", rows(Jenjang::Kegiatan)),
        ("subkegiatan", rows(Jenjang::Subkegiatan)),
        ("misi", context.misi().count()),
        ("rekomendasi", berkas.rekomendasi.len()),
    ];
    match things.iter().find(|(name, _)| *name == args[0]) {
        Some((_, number)) => Ok(text(count(*number))),
        None => Err(call::unknown("hal", args[0], things.map(|(name, _)| name))),
    }
}

/// Look-ups by a word of the narrative, with a sentence for a word that names nothing.
impl<'a> Context<'a> {
    pub(crate) fn find_indikator(
        &self,
        id: &str,
    ) -> Result<&'a selaras_domain::Indikator, Refusal> {
        let all = &self.berkas.indikator;
        all.iter()
            .find(|it| it.id.as_str() == id)
            .ok_or_else(|| call::unknown("indikator", id, all.iter().map(|it| it.id.as_str())))
    }

    pub(crate) fn find_dokumen(
        &self,
        id: &str,
    ) -> Result<&'a selaras_domain::DokumenSumber, Refusal> {
        let names = || self.berkas.dokumen.iter().map(|it| it.id.as_str());
        self.dokumen(id).ok_or_else(|| call::unknown("dokumen", id, names()))
    }

    fn find_evaluasi(&self, id: &str) -> Result<&'a selaras_domain::Evaluasi, Refusal> {
        let all = &self.berkas.evaluasi;
        all.iter()
            .find(|it| it.id.as_str() == id)
            .ok_or_else(|| call::unknown("evaluasi", id, all.iter().map(|it| it.id.as_str())))
    }

    fn find_baris(&self, id: &str) -> Result<&'a selaras_domain::ProgramKegiatan, Refusal> {
        let all = &self.berkas.program_kegiatan;
        all.iter()
            .find(|it| it.id.as_str() == id)
            .ok_or_else(|| call::unknown("baris", id, all.iter().map(|it| it.id.as_str())))
    }

    /// A row of the budget, or one of the sums that have a name.
    fn budget_key<'w>(&self, word: &'w str) -> Result<&'w str, Refusal> {
        let is_sum = ["total", "prioritas"].contains(&word) || word.starts_with("belanja-");
        if is_sum { Ok(word) } else { self.find_baris(word).map(|_| word) }
    }

    /// A year in digits, or by its relation to the report: `tahun-lalu`.
    pub(crate) fn year(&self, word: &str) -> Result<Tahun, Refusal> {
        let renstra = || self.renstra().ok_or_else(|| NO_RENSTRA.to_owned());
        let found = match word {
            "tahun" => Some(self.tahun()),
            "tahun-lalu" => self.last_year(),
            "tahun-depan" => Tahun::new(self.tahun().get() + 1),
            "tahun-awal" => renstra()?.tahun,
            "tahun-akhir" => renstra().map(|_| self.last_renstra_year())?,
            _ => parse_year(word),
        };
        found.ok_or_else(|| match word {
            "tahun-awal" | "tahun-akhir" => NO_RENSTRA.to_owned(),
            _ => format!("«{word}» bukan tahun. Tulis empat angka, misalnya {}.", self.tahun()),
        })
    }
}

const NO_RENSTRA: &str =
    "tahun Renstra tidak diketahui. Isi kolom «tahun» dan «sampai» dari Renstra pada dokumen.csv.";
