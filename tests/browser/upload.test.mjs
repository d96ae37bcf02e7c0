// Isi dari XLSX: what a planner sends back is looked at before anything is saved, and files that are
// wrong or mean harm are refused in words while the application goes on.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { access } from "node:fs/promises";
import { test } from "node:test";
import { download, follow, LIMIT, office, open, press, text } from "./selaras.mjs";
import { letters, rowsOf, sheetXml, unzip, workbook, workbookFiles, zip } from "./workbook.mjs";

const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const BROKEN = /bukan buku kerja XLSX yang utuh/;
const TOO_BIG = /terlalu besar/;

/** What the application gives as the XLSX of a table. */
async function exported(page, table) {
  await page.goto(`${office}/tabel/${table}`);
  const { bytes } = await download(page, () => page.getByRole("link", { name: "Unduh XLSX" }).click());
  return bytes;
}

/** Sends a file as the content of a table. */
async function send(page, table, buffer, name = `${table}.xlsx`, mimeType = KIND) {
  await page.goto(`${office}/tabel/${table}/unggah`);
  await page.getByLabel(/^Berkas XLSX/).setInputFiles({ name, mimeType, buffer });
  await press(page, "Periksa isi berkas");
}

/** The faults that the page shows, each with its cell. */
function faults(page) {
  return page.getByRole("alert").locator("tbody tr").evaluateAll((all) => all.map((it) => [...it.cells].map((cell) => cell.innerText)));
}

/** What the package calls the column under a head that people read. */
const named = (head) => OWN_NAMES[head] ?? head.toLowerCase().replaceAll(" ", "_");
const OWN_NAMES = { "Kode singkat": "id", "Baris anggaran": "baris" };

/** Where a column stands. */
const place = (heads, column) => heads.map(named).indexOf(column);

/** A row with the cells of some columns, as the heads order them. */
function row(heads, cells) {
  return heads.map((head) => cells[named(head)] ?? null);
}

/** The address of a cell of the sheets that `workbook` makes; the first row is the heads. */
function at(rows, row, column) {
  return `Sheet1!${letters(place(rows[0], column))}${row + 1}`;
}

const offersToApply = (page) => page.getByRole("button", { name: /^Terapkan/ }).count();

test("A planner downloads a table, fills it in a spreadsheet, sees what would change, and applies it", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/tabel/target`);
  await follow(page, "Isi dari XLSX");
  const template = await download(page, () => page.getByRole("link", { name: "Unduh yang sekarang sebagai XLSX" }).click());
  assert.equal(template.name, "target-BKPSDM-2023.xlsx");
  const before = rowsOf(template.bytes);

  await send(page, "target", template.bytes);
  assert.match(await text(page), new RegExp(`0 diubah, 0 ditambahkan, ${before.length - 1} sama, 0 sel salah`));
  assert.equal(await offersToApply(page), 0, "nothing is offered where nothing changes");

  assert.deepEqual(before[0].slice(0, 3), ["Indikator", "Dokumen", "Tahun"], "heads that people read");

  const rows = structuredClone(before);
  const column = (name) => place(rows[0], name);
  assert.equal(rows[2][column("nilai")], 81);
  rows[2][column("nilai")] = 82.5;
  rows[3][column("nilai")] = "85,25";
  rows[4][column("catatan")] = "menurut rapat & <rencana>";
  const added = row(rows[0], { indikator: "ikt-1", dokumen: "renstra-2021", tahun: 2027, periode: "tahun", jenis: "target", nilai: 91 });
  rows.push(added);
  await send(page, "target", workbook(rows));
  assert.match(await text(page), new RegExp(`3 diubah, 1 ditambahkan, ${before.length - 4} sama, 0 sel salah`));
  const changes = await page.locator("main tbody").first().locator("tr").evaluateAll((all) => all.map((it) => [...it.cells].map((cell) => cell.innerText)));
  assert.deepEqual(changes.map((it) => it.slice(1)), [["Nilai", "81", "82,5"], ["Nilai", "84", "85,25"], ["Catatan", "", "menurut rapat & <rencana>"]]);
  assert.match(await text(page), /Tahun: 2027 .*Nilai: 91/);
  assert.deepEqual(rowsOf(await exported(page, "target")), before, "a look saves nothing");

  await send(page, "target", workbook(rows));
  await press(page, "Terapkan 4 perubahan");
  const after = rowsOf(await exported(page, "target"));
  assert.deepEqual(after.length, before.length + 1);
  assert.equal(after[2][column("nilai")], 82.5);
  assert.equal(after[3][column("nilai")], 85.25, "a number as Indonesians write it");
  assert.equal(after[4][column("catatan")], "menurut rapat & <rencana>");
  assert.deepEqual(row(rows[0], Object.fromEntries(after.at(-1).map((it, index) => [named(rows[0][index]), it]))), added);
  await page.goto(`${office}/tabel/target?cari=menurut+rapat`);
  await follow(page, "Ubah");
  assert.match(await text(page), /menurut rapat & <rencana> \(dari XLSX\)/, "the trail says where it came from");
});

test("A workbook with faults is answered cell by cell, and nothing of it is saved", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  const before = rowsOf(await exported(page, "target"));
  const rows = structuredClone(before);
  const column = (name) => place(rows[0], name);
  rows[1][column("catatan")] = "yang benar, di berkas yang salah";
  rows[2][column("nilai")] = "delapan puluh";
  rows[3][column("jenis")] = "lama";
  rows[4][column("tahun")] = 1.5;
  rows[5][column("indikator")] = "IKU 1";
  rows.push(rows[7]);
  await send(page, "target", workbook(rows));
  const found = await faults(page);
  assert.deepEqual(found.map(([cell]) => cell), [at(rows, 2, "nilai"), at(rows, 3, "jenis"), at(rows, 4, "tahun"), at(rows, 5, "indikator"), at(rows, rows.length - 1, "indikator")]);
  assert.match(found[0][1], /delapan bukan bagian dari angka/);
  assert.match(found[1][1], /«lama» tidak dikenal; pilih salah satu: kondisi awal, target/);
  assert.match(found[2][1], /bukan bilangan bulat/);
  assert.match(found[3][1], /IKU 1/);
  assert.match(found[4][1], /sudah ada pada baris A8/);
  assert.match(await page.getByRole("alert").innerText(), /5 sel perlu diperbaiki di Excel; belum ada yang disimpan/);
  assert.equal(await offersToApply(page), 0);
  assert.deepEqual(rowsOf(await exported(page, "target")), before);

  await send(page, "target", workbook([["indikator", "kolom_lain"], ["iku-1", "x"]]));
  assert.match(await page.getByRole("alert").innerText(), /«kolom_lain» \(B1\) tidak dikenal/);
  await send(page, "target", workbook([["nilai"], [5]]));
  assert.match(await page.getByRole("alert").innerText(), /Kolom kunci .* tidak ada pada baris pertama/);
  await send(page, "target", workbook([]));
  assert.match(await page.getByRole("alert").innerText(), /Lembarnya kosong/);
});

test("A code that leads nowhere is found at its cell before anything is applied", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  const before = rowsOf(await exported(page, "faktor"));
  const lost = { indikator: "iku-99", tahun: 2023, jenis: "penghambat", nomor: 1, uraian: "Uraian" };
  await send(page, "faktor", workbook([...before, row(before[0], lost)]));
  const [[cell, why], ...more] = await faults(page);
  assert.equal(cell, at(before, before.length, "indikator"));
  assert.match(why, /iku-99/);
  assert.deepEqual(more, []);
  assert.equal(await offersToApply(page), 0);
  assert.deepEqual(rowsOf(await exported(page, "faktor")), before);
});

test("A row may refer to a row that the same file adds", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  const before = rowsOf(await exported(page, "unit_kerja"));
  const [heads] = before;
  const last = Object.fromEntries(before.at(-1).map((it, index) => [named(heads[index]), it]));
  const unit = (id, induk) => row(heads, { id, induk, nama: `Unit ${id}`, jenis: last.jenis });
  const added = [unit("uji-anak", "uji-induk"), unit("uji-induk", last.induk)];
  await send(page, "unit_kerja", workbook([...before, ...added]));
  await press(page, "Terapkan 2 perubahan");
  assert.deepEqual(rowsOf(await exported(page, "unit_kerja")).slice(-2).map((it) => it[place(heads, "id")]), ["uji-anak", "uji-induk"]);
});

test("Files that are no workbook, or mean harm, are refused in words, and the application goes on", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  const bytes = await exported(page, "faktor");
  const before = rowsOf(bytes);
  const sheet = sheetXml(before);
  const declared = (entities, body) => sheet.replace(/^<\?xml[^\n]*\n/, (it) => `${it}<!DOCTYPE x [${entities}]>`).replace("Profesionalisme", body);
  const laughs = ["a", "b", "c", "d", "e", "f", "g", "h", "i"].map((it, index, all) => `<!ENTITY ${it} "${index === 0 ? "ha" : `&${all[index - 1]};`.repeat(10)}">`).join("");
  const outside = `selaras-${randomBytes(6).toString("hex")}`;
  const heavy = Buffer.alloc(80 << 20, "0");
  const page33 = Buffer.from("<html><table><tr><td>indikator</td><td>tahun</td></tr></table></html>");

  const refused = [
    ["nothing at all", Buffer.alloc(0), BROKEN],
    ["a text", Buffer.from("indikator;tahun;jenis"), BROKEN],
    ["a page that is called a workbook", page33, BROKEN],
    ["half a workbook", bytes.subarray(0, bytes.length / 2), BROKEN],
    ["a workbook without its end", bytes.subarray(0, -10), BROKEN],
    ["a zip of other things", zip([["baca.txt", "halo"]]), BROKEN],
    ["a zip within which paths climb out, and no workbook", zip([[`../../../../tmp/${outside}`, "x"], [`/tmp/${outside}`, "x"]]), BROKEN],
    ["a bomb: 80 MB in 80 kB", zip([...workbookFiles(sheet), ["xl/media/gambar.bin", heavy]]), TOO_BIG],
    ["a bomb in the sheet itself", zip(workbookFiles(heavy)), TOO_BIG],
    ["a thousand files", zip([...workbookFiles(sheet), ...Array.from({ length: 1000 }, (_, it) => [`xl/${it}.xml`, ""])]), TOO_BIG],
    ["entities that grow a billion times", zip(workbookFiles(declared(laughs, "&i;"))), BROKEN],
    ["an entity that reads a file of the server", zip(workbookFiles(declared('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"))), BROKEN],
    ["more rows than a table has", workbook([before[0], ...Array.from({ length: 20_001 }, () => ["iku-1"])]), TOO_BIG],
  ];
  for (const [what, file, why] of refused) {
    await t.test(what, async () => {
      await send(page, "faktor", file);
      const alert = await page.getByRole("alert").innerText();
      assert.match(alert, why);
      assert.doesNotMatch(alert, /root:/, "nothing of the server is told");
      assert.equal(await offersToApply(page), 0);
      assert.equal(await page.getByLabel(/^Berkas XLSX/).count(), 1, "another file can be sent at once");
    });
  }

  const harmless = [
    ["with macros, which nobody runs or keeps", [["xl/vbaProject.bin", "\xd0\xcf\x11\xe0"]], "faktor.xlsm", "application/vnd.ms-excel.sheet.macroEnabled.12"],
    ["with paths that climb out, where nothing is written", [[`../../../../tmp/${outside}`, "x"], [`/tmp/${outside}`, "x"], [`..\\..\\${outside}`, "x"]], "../../faktor.xlsx", KIND],
  ];
  for (const [what, more, name, kind] of harmless) {
    await t.test(`only the cells are read of a workbook ${what}`, async () => {
      await send(page, "faktor", zip([...workbookFiles(sheet), ...more]), name, kind);
      assert.match(await text(page), new RegExp(`0 diubah, 0 ditambahkan, ${before.length - 1} sama, 0 sel salah`));
      await assert.rejects(access(`/tmp/${outside}`), "nothing is outside");
    });
  }
  assert.deepEqual(rowsOf(await exported(page, "faktor")), before, "nothing of all that is saved");
});

test("A small workbook with cells at both ends of a sheet is refused before it fills the memory", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  const far = sheetXml([["indikator"]]).replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>');
  await send(page, "faktor", zip(workbookFiles(far)));
  assert.match(await page.getByRole("alert").innerText(), TOO_BIG);
  await page.goto(office);
  assert.match(await text(page), /Badan Kepegawaian/, "the application goes on");
});

test("One long text that many cells show is refused before it fills the memory", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  const cells = '<c t="s"><v>0</v></c>'.repeat(20);
  const sheet = sheetXml([]).replace("<sheetData>", `<sheetData>${`<row>${cells}</row>`.repeat(20)}`);
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings";
  const more = {
    "[Content_Types].xml": ["</Types>", `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}"/>`],
    "xl/_rels/workbook.xml.rels": ["</Relationships>", `<Relationship Id="rId2" Type="${relation}" Target="sharedStrings.xml"/>`],
  };
  const files = workbookFiles(sheet).map(([name, content]) => {
    const [end, it] = more[name] ?? ["", ""];
    return [name, content.replace(end, `${it}${end}`)];
  });
  const long = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${"x".repeat(256 << 10)}</t></si></sst>`;
  const bytes = zip([...files, ["xl/sharedStrings.xml", long]]);
  assert.ok(bytes.length < 8_000, `${bytes.length} bytes for 100 MB`);
  await send(page, "faktor", bytes);
  assert.match(await page.getByRole("alert").innerText(), TOO_BIG);
});

test("A text that a spreadsheet would run stays a text on its way in and out", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  const before = rowsOf(await exported(page, "faktor"));
  const texts = ["=cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", '=HYPERLINK("http://jahat.example","klik")'];
  const [heads] = before;
  const factor = (nomor, uraian) => row(heads, { indikator: "iku-1", tahun: 2023, jenis: "penghambat", nomor, uraian });
  const rows = texts.map((it, index) => factor(91 + index, it));
  // A formula without a value says nothing, whatever it would compute.
  const formula = sheetXml([...before, factor(90, "ISI")]).replace(/<c r="([A-Z]+\d+)" t="inlineStr"><is><t [^>]*>ISI<\/t><\/is><\/c>/, "<c r=\"$1\"><f>cmd|' /C calc'!A0</f></c>");
  assert.match(formula, /<f>/);
  await send(page, "faktor", zip(workbookFiles(formula)));
  assert.deepEqual((await faults(page)).map(([cell, why]) => [cell, /belum diisi/.test(why)]), [[at(before, before.length, "uraian"), true]]);

  await send(page, "faktor", workbook([...before, ...rows]));
  await press(page, "Terapkan 3 perubahan");
  const bytes = await exported(page, "faktor");
  assert.deepEqual(rowsOf(bytes).slice(-3).map((it) => it[place(heads, "uraian")]), texts);
  const sheet = unzip(bytes).get("xl/worksheets/sheet1.xml").toString();
  assert.doesNotMatch(sheet, /<f[ >]/, "no cell of it is a formula");
  await page.goto(`${office}/tabel/faktor`);
  const csv = await download(page, () => page.getByRole("link", { name: "Unduh CSV" }).click());
  for (const it of texts) {
    const disarmed = `'${it}`;
    assert.ok(csv.bytes.toString().includes(it.includes('"') ? `"${disarmed.replaceAll('"', '""')}"` : disarmed), it);
  }
});
