//! What others said: `rekomendasi`, `tindak-lanjut-rekomendasi`, `hasil-evaluasi`, `penghargaan`.

use selaras_domain::dokumen::{Block, Cell, Inlines, text};
use selaras_domain::{
    Evaluasi, JenisDokumen, JenisEvaluasi, Rekomendasi, TindakLanjutRekomendasi, angka, tanggal,
};

use super::organisasi::require;
use super::rows::{all_of, number_word, numbered, span};
use crate::context::{Context, Made};
use crate::table::{NO, TableBuilder, centred, faint, number, words};
use crate::words::{NOT_YET, Prose, capitalised, sentence};

/// The evaluation whose recommendations the report answers: the last one that made any.
fn evaluation<'a>(context: &Context<'a>) -> Option<&'a Evaluasi> {
    let mut rows = context.berkas.evaluasi.iter();
    rows.rfind(|it| context.berkas.rekomendasi.iter().any(|made| made.evaluasi == it.id))
}

fn recommendations<'a>(context: &Context<'a>) -> Vec<&'a Rekomendasi> {
    let evaluasi = evaluation(context).map(|it| &it.id);
    let rows = context.berkas.rekomendasi.iter();
    rows.filter(|it| Some(&it.evaluasi) == evaluasi).collect()
}

/// `Hasil Evaluasi SAKIP Internal BKPSDM Kota Dumai Tahun 2023`.
fn title(context: &Context<'_>, opening: &str) -> String {
    let evaluasi = evaluation(context);
    let kind = match evaluasi.map(|it| it.jenis) {
        Some(JenisEvaluasi::Sakip) | None => "Evaluasi SAKIP Internal",
        Some(JenisEvaluasi::Merit) => "Penilaian Sistem Merit",
        Some(JenisEvaluasi::Lainnya) => "Evaluasi",
    };
    let tahun = evaluasi.map_or(context.tahun(), |it| it.tahun);
    format!("{opening} {kind} {} Tahun {tahun}", context.office())
}

pub(super) fn rekomendasi(context: &Context<'_>, _: &[&str]) -> Made {
    let rows = recommendations(context);
    require(&rows, "rekomendasi.csv")?;
    let row = |(index, it): (usize, &&Rekomendasi)| {
        vec![numbered(index + 1), Cell::text(&it.kelemahan), Cell::text(&it.uraian)]
    };
    Ok(vec![
        TableBuilder::new("rekomendasi", title(context, "Hasil"))
            .columns(&[NO, words(1), words(1)])
            .head_row(["No", "Kelemahan/Kekurangan", "Saran/Rekomendasi"])
            .rows(rows.iter().enumerate().map(row))
            .finish(),
    ])
}

pub(super) fn tindak_lanjut(context: &Context<'_>, _: &[&str]) -> Made {
    let rows = recommendations(context);
    require(&rows, "rekomendasi.csv")?;
    let mut table =
        TableBuilder::new("tindak-lanjut-rekomendasi", title(context, "Tindak Lanjut Hasil"))
            .columns(&[NO, words(1), centred()])
            .head_row(["No", "Langkah-Langkah Tindak Lanjut", "Waktu Penyelesaian"]);
    let mut answered = 0;
    for (index, rekomendasi) in rows.iter().enumerate() {
        let steps = context.berkas.tindak_lanjut_rekomendasi.iter();
        let steps: Vec<&TindakLanjutRekomendasi> =
            steps.filter(|it| it.rekomendasi == rekomendasi.id).collect();
        let number = numbered(index + 1).spanning(1, span(steps.len()));
        if steps.is_empty() {
            table = table.row(vec![number, faint("belum ditindaklanjuti"), faint(NOT_YET)]);
            continue;
        }
        answered += 1;
        for (place, step) in steps.iter().enumerate() {
            let mut row = if place == 0 { vec![number.clone()] } else { Vec::new() };
            row.push(Cell::text(&step.uraian));
            row.push(match step.tanggal {
                Some(day) => Cell::text(tanggal::format(day)),
                None => faint(NOT_YET),
            });
            table = table.row(row);
        }
    }
    let all = rows.len();
    let words = if answered == all {
        match all {
            1 => "Rekomendasi itu telah ditindaklanjuti.".to_owned(),
            _ => format!("{} rekomendasi telah ditindaklanjuti.", capitalised(&all_of(all))),
        }
    } else {
        format!(
            "{} dari {} rekomendasi telah ditindaklanjuti.",
            capitalised(&number_word(answered)),
            number_word(all)
        )
    };
    Ok(vec![table.simpulan(text(words)).finish()])
}

/// A sentence for each evaluation of the year, and its components where they are known.
pub(super) fn hasil_evaluasi(context: &Context<'_>, _: &[&str]) -> Made {
    let rows: Vec<_> =
        context.berkas.evaluasi.iter().filter(|it| it.tahun == context.tahun()).collect();
    if rows.is_empty() {
        let words = format!("Belum ada hasil evaluasi untuk tahun {}.", context.tahun());
        return Ok(vec![Block::Paragraph(text(words))]);
    }
    let mut blocks = Vec::new();
    for evaluasi in rows {
        blocks.push(Block::Paragraph(result(context, evaluasi)));
        blocks.extend(components(context, evaluasi));
    }
    Ok(blocks)
}

fn result(context: &Context<'_>, it: &Evaluasi) -> Inlines {
    let what = match it.jenis {
        JenisEvaluasi::Sakip => format!("Implementasi SAKIP {}", context.office()),
        JenisEvaluasi::Merit => format!("Penerapan sistem merit {}", context.pemda()),
        JenisEvaluasi::Lainnya => format!("Kinerja {}", context.office()),
    };
    let mut prose =
        Prose::new().text(format!("{what} tahun {} dinilai oleh {}", it.tahun, it.penilai));
    let mut results = Vec::new();
    results.extend(it.nilai.map(|value| format!("nilai {}", angka::format(value))));
    results.extend(it.indeks.map(|value| format!("indeks {}", angka::format(value))));
    if !results.is_empty() {
        prose = prose.text(format!(" dengan {}", results.join(" dan ")));
    }
    if let Some(predikat) = &it.predikat {
        let word = if it.jenis == JenisEvaluasi::Merit { "kategori" } else { "predikat" };
        prose = prose.text(format!(", {word} ")).strong(predikat.clone());
        prose = prose.text(it.arti.as_ref().map(|it| format!(" ({it})")).unwrap_or_default());
    }
    let dokumen = it.dokumen.as_ref().and_then(|id| context.berkas.find_dokumen(id));
    if let Some(dokumen) = dokumen {
        let nomor = dokumen.nomor.as_ref().map(|it| format!(" Nomor {it}")).unwrap_or_default();
        let day = dokumen.tanggal.map(|day| format!(" tanggal {}", tanggal::format(day)));
        let kind = match dokumen.jenis {
            JenisDokumen::Keputusan => "ditetapkan dengan Keputusan",
            JenisDokumen::Lhe => "dinyatakan dalam laporan hasil evaluasi",
            JenisDokumen::Piagam => "dinyatakan dalam piagam",
            _ => "dinyatakan dalam dokumen",
        };
        prose = prose.text(format!(
            ", sebagaimana {kind}{nomor}{} tentang {}",
            day.unwrap_or_default(),
            dokumen.judul
        ));
    }
    prose.text(".").done()
}

fn components(context: &Context<'_>, evaluasi: &Evaluasi) -> Option<Block> {
    let rows: Vec<_> =
        context.berkas.komponen_evaluasi.iter().filter(|it| it.evaluasi == evaluasi.id).collect();
    if rows.is_empty() {
        return None;
    }
    let table = rows.iter().fold(
        TableBuilder::new("hasil-evaluasi", "")
            .columns(&[NO, words(1), number(), number()])
            .head_row(["No", "Komponen", "Bobot", "Nilai"]),
        |table, it| {
            let nilai = it.nilai.map_or_else(|| faint(NOT_YET), |v| Cell::text(angka::format(v)));
            table.row(vec![
                Cell::text(it.nomor.to_string()),
                Cell::text(&it.nama),
                Cell::text(angka::format(it.bobot)),
                nilai,
            ])
        },
    );
    Some(table.finish())
}

pub(super) fn penghargaan(context: &Context<'_>, _: &[&str]) -> Made {
    let tahun = context.tahun();
    let rows: Vec<_> = context.berkas.penghargaan.iter().filter(|it| it.tahun == tahun).collect();
    if rows.is_empty() {
        let words = sentence(&format!("Tidak ada penghargaan yang diterima pada tahun {tahun}"));
        return Ok(vec![Block::Paragraph(text(words))]);
    }
    let judul = format!("Prestasi dan Penghargaan {} Tahun {tahun}", context.office());
    let titles = ["No", "Jenis Penghargaan", "Prestasi", "Tingkat", "Diberikan Oleh"];
    let row = |(index, it): (usize, &&selaras_domain::Penghargaan)| {
        let mut cells = vec![numbered(index + 1)];
        cells.extend([&it.jenis, &it.prestasi, &it.tingkat, &it.pemberi].map(Cell::text));
        cells
    };
    Ok(vec![
        TableBuilder::new("penghargaan", judul)
            .columns(&[NO, words(4), words(5), centred(), words(3)])
            .head_row(titles)
            .rows(rows.iter().enumerate().map(row))
            .finish(),
    ])
}
