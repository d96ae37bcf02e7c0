//! `perubahan-pk`: what the changed agreement aims at, and the money of its programs.

use selaras_domain::dokumen::{Align, Block, Cell, Inlines, RowKind, text};
use selaras_domain::{AlasanPerubahan, Id, PerjanjianKinerja, StatusPerjanjian, tanggal};

use super::pk::{groups, target_cell_with};
use super::rows::{numbered, span};
use crate::context::{Context, Made};
use crate::table::{NO, TableBuilder, centred, number, words};
use crate::words::bare_cell;

pub(super) fn part(context: &Context<'_>, _: &[&str]) -> Made {
    let office = context.office();
    let Some(pk) = context.changed_agreement() else {
        let words = format!(
            "Perjanjian Kinerja {office} Tahun {} tidak diubah sepanjang tahun.",
            context.tahun()
        );
        return Ok(vec![Block::Paragraph(text(words))]);
    };
    let judul = format!("Perubahan Perjanjian Kinerja {office} Tahun {}", pk.tahun);
    let mut table = TableBuilder::new("perubahan-pk", judul)
        .columns(&[NO, words(5), words(5), centred(), number()])
        .head_row(["No", "Tujuan/Sasaran", "Indikator", "Satuan", "Target"])
        .simpulan(simpulan(pk))
        .note(context.source_note(Some(&pk.dokumen)));
    let mut count = 0;
    for group in groups(context, pk) {
        let kind = if group.is_tujuan { "Tujuan" } else { "Sasaran" };
        for (index, indikator) in group.indikator.iter().enumerate() {
            count += 1;
            let mut row = vec![numbered(count)];
            if index == 0 {
                let words = format!("{kind}: {}", group.uraian);
                row.push(Cell::text(words).spanning(1, span(group.indikator.len())));
            }
            row.push(Cell::text(&indikator.nama));
            row.push(Cell::text(&indikator.satuan));
            row.push(target_cell_with(context, pk, indikator, ""));
            table.push(RowKind::Body, row);
        }
    }
    add_programs(&mut table, context, pk);
    Ok(vec![table.finish()])
}

/// The second half of the attachment: programs and their money.
fn add_programs(table: &mut TableBuilder, context: &Context<'_>, pk: &PerjanjianKinerja) {
    let pagu = |key: &str| context.of_anggaran(key, pk.tahun, &format!("pagu/{}", pk.dokumen));
    let programs: Vec<_> = context.programs().filter(|it| pagu(it.id.as_str()).is_some()).collect();
    if programs.is_empty() {
        return;
    }
    let wide = |title: &str, columns| Cell::text(title).spanning(columns, 1);
    let head =
        vec![Cell::text("No"), wide("Program", 2), wide("Anggaran (Rp)", 2).aligned(Align::Right)];
    table.push(RowKind::Group, head);
    for (index, program) in programs.iter().enumerate() {
        let money = bare_cell(pagu(program.id.as_str()));
        let cells = vec![
            numbered(index + 1),
            Cell::text(&program.nama).spanning(2, 1),
            money.spanning(2, 1).aligned(Align::Right),
        ];
        table.push(RowKind::Body, cells);
    }
    let total = bare_cell(pagu("total")).spanning(2, 1).aligned(Align::Right);
    table.push(RowKind::Total, vec![Cell::text("Jumlah").spanning(3, 1), total]);
}

fn simpulan(pk: &PerjanjianKinerja) -> Option<Inlines> {
    let because = pk.alasan.map(|it| match it {
        AlasanPerubahan::PergantianPejabat => "karena pergantian pejabat",
        AlasanPerubahan::PerubahanStrategi => {
            "karena perubahan strategi yang memengaruhi tujuan, sasaran, atau alokasi anggaran"
        }
        AlasanPerubahan::PerubahanPrioritas => "karena perubahan prioritas",
    });
    let when = match &pk.status {
        StatusPerjanjian::Ditandatangani { tanggal } => {
            format!("Ditandatangani pada {}", tanggal::format(*tanggal))
        }
        StatusPerjanjian::Diajukan => "Telah diajukan, belum ditandatangani".to_owned(),
        StatusPerjanjian::Draf => "Masih berupa konsep".to_owned(),
    };
    Some(text(match because {
        Some(because) => format!("{when}, {because}."),
        None => format!("{when}."),
    }))
}
