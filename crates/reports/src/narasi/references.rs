//! The live references: one line for each, with its usage, an example and what it stands for.
//!
//! To add one, add a line to [`REFERENCES`]; `docs/reference/narasi.md` follows.

use selaras_domain::dokumen::{Inline, Inlines, text};
use selaras_domain::{
    Figure, FigureId, Id, JenisIndikator, Jenjang, PerangkatDaerah, Tahun, angka, tanggal,
};

use crate::call;
use crate::context::Context;
use crate::error::suggestion;
use crate::words::{change, count, in_words, spoken_inline, target_words, uncapitalised};

/// Why a reference does not resolve: sentences in Indonesian.
pub(super) type Refusal = String;

type Read = fn(&Context<'_>, &[&str]) -> Result<Inlines, Refusal>;

/// A form of live reference.
pub(crate) struct Reference {
    pub(crate) name: &'static str,
    /// The words after the name; in brackets what may be left out.
    pub(crate) usage: &'static str,
    /// Words that fit the usage.
    pub(crate) contoh: &'static str,
    pub(crate) arti: &'static str,
    read: Read,
}

const fn form(
    name: &'static str,
    usage: &'static str,
    contoh: &'static str,
    arti: &'static str,
    read: Read,
) -> Reference {
    Reference { name, usage, contoh, arti, read }
}

/// Every form, in the order of the manual.
pub(crate) const REFERENCES: &[Reference] = &[
    form("target", "INDIKATOR TAHUN [DOKUMEN]", "iku-1 2023", TARGET, target),
    form("realisasi", "INDIKATOR TAHUN", "iku-1 2023", "realisasi", |c, a| of(c, a, "realisasi")),
    form("capaian", "INDIKATOR TAHUN", "iku-1 2023", "capaian", |c, a| of(c, a, "capaian")),
    form("kemajuan", "INDIKATOR TAHUN", "iku-1 2023", KEMAJUAN, |c, a| of(c, a, "kemajuan")),
    form("penyerapan", "INDIKATOR TAHUN", "iku-1 2023", PENYERAPAN, |c, a| of(c, a, "penyerapan")),
    form("efisiensi", "INDIKATOR TAHUN", "iku-1 2023", EFISIENSI, |c, a| of(c, a, "efisiensi")),
    form("predikat", "INDIKATOR TAHUN", "iku-1 2023", "predikat capaian", predikat),
    form("ubah", "BESARAN INDIKATOR TAHUN TAHUN", "realisasi iku-1 2022 2023", UBAH, ubah),
    form("variabel", "INDIKATOR VARIABEL TAHUN", "iku-1 selesai 2023", VARIABEL, variabel),
    form("pagu", "BARIS TAHUN [DOKUMEN]", "total 2023", PAGU, pagu),
    form("realisasi-anggaran", "BARIS TAHUN", "total 2023", SPENT, |c, a| money(c, a, "realisasi")),
    form("serapan", "BARIS TAHUN", "total 2023", SERAPAN, |c, a| money(c, a, "persen")),
    form("rata-rata", "HAL TAHUN [CARA]", "kinerja 2023", RATA_RATA, rata_rata),
    form("angka", "ANGKA", "anggaran/total/2023/tw1/realisasi", ANGKA, any_figure),
    form("terbilang", "RUJUKAN…", "pagu total 2023", "angka rujukan dengan huruf", terbilang),
    form("nama", "INDIKATOR", "iku-1", "nama indikator", nama),
    form("satuan", "INDIKATOR", "iku-1", "satuan indikator", satuan),
    form("nama-baris", "BARIS", "5.03.02", "nama program, kegiatan, atau subkegiatan", nama_baris),
    form("judul", "DOKUMEN", "lhe-2023", "judul dokumen", judul),
    form("nomor", "DOKUMEN", "lhe-2023", "nomor dokumen", nomor),
    form("tanggal", "DOKUMEN", "lhe-2023", "tanggal dokumen", tanggal_dokumen),
    form("penerbit", "DOKUMEN", "lhe-2023", "penerbit dokumen", penerbit),
    form("nilai-evaluasi", "EVALUASI", "sakip-2023", "nilai hasil evaluasi", nilai_evaluasi),
    form("indeks-evaluasi", "EVALUASI", "merit-2023", "indeks hasil evaluasi", indeks_evaluasi),
    form("predikat-evaluasi", "EVALUASI", "sakip-2023", "predikat evaluasi", predikat_evaluasi),
    form("arti-evaluasi", "EVALUASI", "sakip-2023", "arti predikat evaluasi", arti_evaluasi),
    form("jumlah", "HAL", "iku", JUMLAH, jumlah),
    form("tahun", "", "", "tahun yang dilaporkan", |c, _| year(c, "tahun")),
    form("tahun-lalu", "", "", "tahun sebelumnya", |c, _| year(c, "tahun-lalu")),
    form("tahun-depan", "", "", "tahun sesudahnya", |c, _| year(c, "tahun-depan")),
    form("tahun-awal", "", "", "tahun pertama Renstra", |c, _| year(c, "tahun-awal")),
    form("tahun-akhir", "", "", "tahun terakhir Renstra", |c, _| year(c, "tahun-akhir")),
    form("perangkat-daerah", "", "", "nama perangkat daerah", |c, _| said(&office(c).nama)),
    form("singkatan", "", "", "singkatan perangkat daerah", |c, _| said(&office(c).singkatan)),
    form("tugas", "", "", TUGAS, |c, _| said(&uncapitalised(&office(c).tugas))),
    form("jabatan-kepala", "", "", "sebutan kepalanya", |c, _| said(&office(c).jabatan_kepala)),
    form("atasan", "", "", ATASAN, |c, _| said(&office(c).bertanggung_jawab_kepada)),
    form("pemda", "", "", "jenis dan nama daerah", |c, _| said(&c.pemda())),
    form("provinsi", "", "", "nama provinsi", |c, _| said(&c.berkas.pemda.provinsi)),
    form("kepala-daerah", "", "", "sebutan kepala daerah", kepala_daerah),
    form("visi", "", "", "visi daerah", visi),
];

const TARGET: &str = "target yang berlaku, atau menurut satu dokumen";
const KEMAJUAN: &str = "realisasi terhadap target akhir Renstra";
const PENYERAPAN: &str = "penyerapan anggaran yang mendukung indikator";
const EFISIENSI: &str = "tingkat efisiensi";
const UBAH: &str = "arah dan besar perubahan di antara dua tahun; BESARAN: realisasi, capaian";
const VARIABEL: &str = "nilai variabel dengan satuannya";
const PAGU: &str = "pagu yang berlaku, atau menurut satu dokumen; BARIS boleh juga total, \
                    prioritas, belanja-operasi, belanja-modal";
const SPENT: &str = "realisasi anggaran";
const SERAPAN: &str = "persentase penyerapan anggaran";
const RATA_RATA: &str =
    "rata-rata capaian; HAL: kinerja, anggaran; CARA: sederhana, tertimbang_anggaran";
const ANGKA: &str = "angka apa pun menurut namanya pada «selaras measure»";
const JUMLAH: &str = "banyaknya dengan angka dan huruf; HAL: tujuan, sasaran, iku, program, \
                      kegiatan, subkegiatan, misi, rekomendasi";
const TUGAS: &str = "tugas perangkat daerah, sesudah kata «mempunyai tugas»";
const ATASAN: &str = "kepada siapa perangkat daerah bertanggung jawab";

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

fn said(words: &str) -> Result<Inlines, Refusal> {
    Ok(text(words))
}

fn office<'a>(context: &Context<'a>) -> &'a PerangkatDaerah {
    &context.berkas.perangkat_daerah
}

fn year(context: &Context<'_>, word: &str) -> Result<Inlines, Refusal> {
    Ok(text(context.year(word)?.to_string()))
}

fn kepala_daerah(context: &Context<'_>, _: &[&str]) -> Result<Inlines, Refusal> {
    said(context.berkas.pemda.jenis.kepala_daerah())
}

fn visi(context: &Context<'_>, _: &[&str]) -> Result<Inlines, Refusal> {
    stated(context.visi().map(|it| it.uraian.clone()), "visi.csv", "daerah", "uraian")
}

fn nama(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    said(&context.find_indikator(args[0])?.nama)
}

fn satuan(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    said(&context.find_indikator(args[0])?.satuan)
}

fn nama_baris(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    said(&context.find_baris(args[0])?.nama)
}

fn judul(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    said(&context.find_dokumen(args[0])?.judul)
}

fn nomor(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    stated(context.find_dokumen(args[0])?.nomor.clone(), "dokumen.csv", args[0], "nomor")
}

fn tanggal_dokumen(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    let day = context.find_dokumen(args[0])?.tanggal.map(tanggal::format);
    stated(day, "dokumen.csv", args[0], "tanggal")
}

fn penerbit(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    stated(context.find_dokumen(args[0])?.penerbit.clone(), "dokumen.csv", args[0], "penerbit")
}

fn nilai_evaluasi(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    let nilai = context.find_evaluasi(args[0])?.nilai.map(angka::format);
    stated(nilai, "evaluasi.csv", args[0], "nilai")
}

fn indeks_evaluasi(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    let indeks = context.find_evaluasi(args[0])?.indeks.map(angka::format);
    stated(indeks, "evaluasi.csv", args[0], "indeks")
}

fn predikat_evaluasi(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    let predikat = context.find_evaluasi(args[0])?.predikat.clone();
    stated(predikat, "evaluasi.csv", args[0], "predikat")
}

fn arti_evaluasi(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    stated(context.find_evaluasi(args[0])?.arti.clone(), "evaluasi.csv", args[0], "arti")
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

fn of(context: &Context<'_>, args: &[&str], what: &str) -> Result<Inlines, Refusal> {
    let indikator = context.find_indikator(args[0])?;
    let tahun = context.year(args[1])?;
    shown(context, &format!("indikator/{}/{tahun}/{what}", indikator.id))
}

fn target(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    let [id, tahun, dokumen] = args[..] else { return of(context, args, "target") };
    let indikator = context.find_indikator(id)?;
    let tahun = context.year(tahun)?;
    let dokumen = context.find_dokumen(dokumen)?;
    let none = || {
        format!(
            "«{}» tidak memuat target «{}» tahun {tahun}. Lengkapi target.csv, atau ubah \
             kalimatnya.",
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
            "capaian «{}» tahun {tahun} tidak berpredikat. Isi skalanya pada \
             kebijakan_indikator.csv, atau ubah kalimatnya.",
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
            "nilai variabel «{}» dari «{}» tahun {tahun} tidak ada. Lengkapi \
             nilai_variabel.csv, atau ubah kalimatnya.",
            args[1], indikator.id
        )
    })
}

fn money(context: &Context<'_>, args: &[&str], what: &str) -> Result<Inlines, Refusal> {
    let key = context.budget_key(args[0])?;
    let tahun = context.year(args[1])?;
    shown(context, &format!("anggaran/{key}/{tahun}/{what}"))
}

fn pagu(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    match args {
        [_, _] => money(context, args, "pagu"),
        _ => {
            let dokumen = context.find_dokumen(args[2])?;
            money(context, &args[..2], &format!("pagu/{}", dokumen.id))
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

fn jumlah(context: &Context<'_>, args: &[&str]) -> Result<Inlines, Refusal> {
    let berkas = context.berkas;
    let rows = |jenjang| context.rows_of(jenjang).filter(|it| context.is_in_tree(it)).count();
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
