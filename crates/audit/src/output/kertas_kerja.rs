//! Kertas Kerja Reviu: findings by chapter and the checklist of PermenPANRB 53/2014, as a workbook to work on.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::checklist::checklist;
use super::text::place;
use crate::finding::Level;
use crate::report::Report;

/// The workbook could not be written.
pub type KertasKerjaError = XlsxError;

/// The workbook.
///
/// # Errors
///
/// What the writer of workbooks refuses, such as a text longer than a cell may hold.
pub fn kertas_kerja(report: &Report) -> Result<Vec<u8>, KertasKerjaError> {
    let mut book = Workbook::new();
    let formats = Formats::new();
    findings(book.add_worksheet(), report, &formats)?;
    questions(book.add_worksheet(), report, &formats)?;
    scope(book.add_worksheet(), report, &formats)?;
    book.save_to_buffer()
}

struct Formats {
    title: Format,
    head: Format,
    cell: Format,
    error: Format,
    warning: Format,
}

impl Formats {
    fn new() -> Formats {
        let cell = Format::new()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border(FormatBorder::Thin);
        Formats {
            title: Format::new().set_bold().set_font_size(14),
            head: cell.clone().set_bold().set_background_color(0xE8E4DA_u32),
            error: cell.clone().set_background_color(0xFBE4E1_u32),
            warning: cell.clone().set_background_color(0xFCEFD2_u32),
            cell,
        }
    }
}

#[expect(clippy::disallowed_types, reason = "widths of columns")]
fn head(
    sheet: &mut Worksheet,
    row: u32,
    names: &[(&str, f64)],
    formats: &Formats,
) -> Result<(), XlsxError> {
    for (column, (name, width)) in (0_u16..).zip(names) {
        sheet.write_string_with_format(row, column, *name, &formats.head)?;
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_freeze_panes(row + 1, 0)?;
    sheet.set_repeat_rows(row, row)?;
    Ok(())
}

fn page(sheet: &mut Worksheet) {
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
}

fn findings(sheet: &mut Worksheet, report: &Report, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name("Temuan")?;
    page(sheet);
    sheet.write_string_with_format(
        0,
        0,
        "Kertas Kerja Reviu: temuan per bagian",
        &formats.title,
    )?;
    sheet.write_string(1, 0, format!("Laporan: {}", report.file))?;
    let names = [
        ("No", 5.0),
        ("Bagian", 28.0),
        ("Tempat", 40.0),
        ("Tingkat", 12.0),
        ("Kode", 9.0),
        ("Tercetak", 18.0),
        ("Seharusnya", 18.0),
        ("Penjelasan", 60.0),
        ("Tanggapan unit penyusun", 30.0),
        ("Simpulan pereviu", 30.0),
    ];
    head(sheet, 3, &names, formats)?;
    let mut row = 4_u32;
    for (index, it) in report.findings.iter().enumerate() {
        let format = match it.level {
            Level::Error => &formats.error,
            Level::Warning => &formats.warning,
            Level::Info => &formats.cell,
        };
        sheet.write_string_with_format(row, 0, (index + 1).to_string(), &formats.cell)?;
        let section = it.location.place.section.as_deref().unwrap_or("(tanpa judul bagian)");
        let texts = [
            section,
            &place(it),
            it.level.word(),
            &it.code.to_string(),
            it.printed.as_deref().unwrap_or(""),
            it.expected.as_deref().unwrap_or(""),
            &it.message,
            "",
            "",
        ];
        for (column, text) in (1_u16..).zip(texts) {
            let format = if column == 3 { format } else { &formats.cell };
            // A cell holds at most 32,767 letters.
            let text: String = text.chars().take(8000).collect();
            sheet.write_string_with_format(row, column, text, format)?;
        }
        row += 1;
    }
    if report.findings.is_empty() {
        sheet.write_string(row, 0, "Tidak ada temuan pada yang dapat dihitung ulang.")?;
    }
    Ok(())
}

fn questions(sheet: &mut Worksheet, report: &Report, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name("Checklist Reviu")?;
    page(sheet);
    sheet.write_string_with_format(
        0,
        0,
        "Checklist reviu (PermenPANRB 53/2014, Anak Lampiran III/2-2)",
        &formats.title,
    )?;
    sheet.write_string(
        1,
        0,
        "Kolom Jawaban terisi bila dokumen sendiri menentukannya; yang kosong diisi pereviu.",
    )?;
    head(
        sheet,
        3,
        &[
            ("Aspek", 24.0),
            ("No", 5.0),
            ("Pernyataan", 70.0),
            ("Jawaban", 10.0),
            ("Dasar jawaban", 50.0),
            ("Catatan pereviu", 40.0),
        ],
        formats,
    )?;
    for (row, it) in (4_u32..).zip(checklist(report)) {
        let texts =
            [it.aspect, &it.number.to_string(), it.statement, it.answer.word(), &it.reason, ""];
        for (column, text) in (0_u16..).zip(texts) {
            sheet.write_string_with_format(row, column, text, &formats.cell)?;
        }
    }
    Ok(())
}

fn scope(sheet: &mut Worksheet, report: &Report, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name("Lingkup")?;
    page(sheet);
    sheet.write_string_with_format(
        0,
        0,
        "Apa yang diperiksa, dan apa yang tidak",
        &formats.title,
    )?;
    sheet.set_column_width(0, 36.0)?;
    sheet.set_column_width(1, 90.0)?;
    let rows = [
        ("Tabel dibaca", report.tables),
        ("Sel dihitung ulang", report.cells_checked),
        ("Pernyataan dibandingkan", report.claims_checked),
        ("Kesalahan", report.count(Level::Error)),
        ("Peringatan", report.count(Level::Warning)),
        ("Catatan", report.count(Level::Info)),
    ];
    let mut row = 2_u32;
    for (name, count) in rows {
        sheet.write_string_with_format(row, 0, name, &formats.cell)?;
        sheet.write_string_with_format(row, 1, count.to_string(), &formats.cell)?;
        row += 1;
    }
    for it in &report.not_understood {
        sheet.write_string_with_format(row, 0, "Tidak dinilai", &formats.cell)?;
        sheet.write_string_with_format(
            row,
            1,
            it.chars().take(8000).collect::<String>(),
            &formats.cell,
        )?;
        row += 1;
    }
    Ok(())
}
