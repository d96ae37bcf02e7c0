//! `kinerja-anggaran`: performance beside money, from tujuan over sasaran to program.

use selaras_domain::dokumen::{Align, Cell, RowKind, text};
use selaras_domain::{Figure, Id, Indikator, JenisIndikator, ProgramKegiatan};

use super::rows::{nama_cell, span};
use crate::context::{Context, Made};
use crate::table::{TableBuilder, faint, number, words};
use crate::words::{bare_cell, decimals, figure_cell, padded_cell};

/// Money of a row: alokasi, realisasi, penyerapan.
type Money<'a> = [Option<&'a Figure>; 3];

pub(super) fn part(context: &Context<'_>, _: &[&str]) -> Made {
    let (office, tahun) = (context.office(), context.tahun());
    let judul = format!("Pencapaian Kinerja dan Anggaran {office} Tahun {tahun}");
    let over = |title: &str, columns| Cell::text(title).spanning(columns, 1);
    let tall = |title: &str| Cell::text(title).spanning(1, 2);
    let mut table = TableBuilder::new("kinerja-anggaran", judul)
        .columns(&[words(4), words(5), number(), number(), number(), number(), number(), number()])
        .head(vec![
            tall("Tujuan/Sasaran/ Program"),
            tall("Indikator"),
            over("Kinerja", 3),
            over("Anggaran", 3),
        ])
        .head_row(["Target", "Realisasi", "Capaian", "Alokasi (Rp)", "Realisasi (Rp)", "Serapan"])
        .column_numbers()
        .note(text(
            "Anggaran melekat pada program; anggaran pada baris tujuan adalah jumlah program yang \
             mendukung indikator kinerja utama.",
        ));
    let iku = context.iku();
    let programs = match context.programs_serving(&iku) {
        none if none.is_empty() => context.programs().collect(),
        serving => serving,
    };
    for tujuan in &context.berkas.tujuan {
        let indikator: Vec<_> = context.indikator_of_tujuan(tujuan).collect();
        let money = match context.berkas.tujuan.len() {
            1 => Some(money_of(context, "prioritas")),
            _ => None,
        };
        add(&mut table, context, &format!("Tujuan: {}", tujuan.uraian), &indikator, money);
        for sasaran in context.sasaran_of(tujuan) {
            let indikator: Vec<_> = context.iku_of(sasaran).collect();
            add(&mut table, context, &format!("Sasaran: {}", sasaran.uraian), &indikator, None);
        }
    }
    for program in programs {
        let money = money_of(context, program.id.as_str());
        add(&mut table, context, &program.nama, &outcomes(context, program), Some(money));
    }
    Ok(vec![table.finish()])
}

fn outcomes<'a>(context: &Context<'a>, program: &'a ProgramKegiatan) -> Vec<&'a Indikator> {
    context.indikator_of_row(program).filter(|it| it.jenis == JenisIndikator::Program).collect()
}

fn money_of<'a>(context: &Context<'a>, key: &str) -> Money<'a> {
    ["pagu", "realisasi", "persen"].map(|it| context.of_anggaran(key, context.tahun(), it))
}

/// The rows of one tujuan, sasaran or program; its name and its money span them.
fn add<'a>(
    table: &mut TableBuilder,
    context: &Context<'a>,
    nama: &str,
    indikator: &[&'a Indikator],
    money: Option<Money<'a>>,
) {
    let tahun = context.tahun();
    let rows = span(indikator.len());
    let scale = decimals(indikator.iter().map(|it| context.angka(it, tahun, "capaian")));
    let money_cells = || -> Vec<Cell> {
        match money {
            Some([pagu, realisasi, persen]) => {
                [bare_cell(pagu), bare_cell(realisasi), figure_cell(persen)]
                    .map(|it| it.spanning(1, rows))
                    .to_vec()
            }
            None => {
                vec![faint("melekat pada program").spanning(3, rows).aligned(Align::Center)]
            }
        }
    };
    if indikator.is_empty() {
        let mut cells = vec![Cell::text(nama)];
        cells.push(faint("tidak ada indikator").spanning(4, 1).aligned(Align::Left));
        cells.extend(money_cells());
        table.push(RowKind::Body, cells);
    }
    for (index, it) in indikator.iter().enumerate() {
        let mut cells = Vec::new();
        if index == 0 {
            cells.push(Cell::text(nama).spanning(1, rows));
        }
        cells.push(nama_cell(it));
        cells.push(figure_cell(context.angka(it, tahun, "target")));
        cells.push(figure_cell(context.angka(it, tahun, "realisasi")));
        cells.push(padded_cell(context.angka(it, tahun, "capaian"), scale));
        if index == 0 {
            cells.extend(money_cells());
        }
        table.push(RowKind::Body, cells);
    }
}
