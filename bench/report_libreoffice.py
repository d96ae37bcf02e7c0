"""Makes a DOCX with the text and tables of a report, for LibreOffice to convert.

usage: report_libreoffice.py TREE.json OUT.docx     (pip install python-docx)

TREE.json comes from `cargo run --release -p selaras-reports --example tree -- PACKAGE`. The DOCX is
plain: headings, paragraphs, tables with repeated heads, landscape sections. No drawings and no field
for the table of contents, which is in favour of LibreOffice.
"""

import json
import sys

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt


def turn(section, landscape):
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height


def fill(table, rows, first_row, n_columns):
    taken = set()
    for r, cells in enumerate(rows, start=first_row):
        c = 0
        for text, colspan, rowspan in cells:
            while (r, c) in taken:
                c += 1
            last_r = min(r + rowspan - 1, len(table.rows) - 1)
            last_c = min(c + colspan - 1, n_columns - 1)
            cell = table.cell(r, c)
            if (last_r, last_c) != (r, c):
                cell = cell.merge(table.cell(last_r, last_c))
            cell.text = text
            taken.update((i, j) for i in range(r, last_r + 1) for j in range(c, last_c + 1))
            c = last_c + 1


def add_table(document, it):
    document.add_paragraph(it["caption"], style="Caption")
    n_head = len(it["head"])
    table = document.add_table(rows=n_head + len(it["rows"]), cols=it["columns"])
    table.style = "Table Grid"
    fill(table, it["head"] + it["rows"], 0, it["columns"])
    for row in table.rows[:n_head]:
        repeat = OxmlElement("w:tblHeader")
        repeat.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(repeat)
    size = Pt(6 if it["columns"] > 9 else 9)
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = size


def main():
    tree, out = sys.argv[1:3]
    document = Document()
    document.styles["Normal"].font.size = Pt(10.5)
    with open(tree, encoding="utf-8") as file:
        sections = json.load(file)
    for number, section in enumerate(sections):
        page = document.sections[0] if number == 0 else document.add_section(WD_SECTION.NEW_PAGE)
        turn(page, section["landscape"])
        for block in section["blocks"]:
            if "heading" in block:
                document.add_heading(block["heading"], level=block["level"])
            elif "paragraph" in block:
                document.add_paragraph(block["paragraph"])
            elif "table" in block:
                add_table(document, block["table"])
            elif "break" in block:
                document.add_page_break()
    document.save(out)


main()
