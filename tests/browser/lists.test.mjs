import assert from "node:assert/strict";
import { test } from "node:test";
import { addRow, arrive, download, follow, LIMIT, office, open, press, text, until } from "./selaras.mjs";

const FACTORS = `${office}/tabel/faktor`;

function column(page, head) {
  return page.evaluate((head) => {
    const heads = [...document.querySelectorAll("main thead th")].map((it) => it.innerText.replace(/ [↑↓]$/, ""));
    const index = heads.indexOf(head);
    return [...document.querySelectorAll("main tbody tr")].map((it) => it.cells[index].innerText);
  }, head);
}

/** The lines of a CSV with its head; texts in quotes may hold line breaks. */
function lines(bytes) {
  const all = bytes.toString("utf8").replace(/^\ufeff/, "");
  return all.split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/).filter(Boolean);
}

test("Searching and sorting a table are in its address, survive a reload, and go back with the back button", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(FACTORS);
  const all = (await column(page, "Uraian")).length;
  await page.getByLabel("Cari", { exact: true }).last().fill("penghambat");
  await arrive(page, () => page.keyboard.press("Enter"));
  await page.waitForURL(/cari=penghambat/);
  const found = await column(page, "Uraian");
  assert.ok(found.length > 0 && found.length < all);
  assert.match(await text(page), new RegExp(`${found.length} baris`));

  await follow(page, "Uraian");
  await page.waitForURL(/urut=uraian/);
  assert.match(page.url(), /cari=penghambat/, "sorting keeps the search");
  const up = await column(page, "Uraian");
  assert.deepEqual(up, [...up].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  assert.equal(await page.getByRole("columnheader", { name: "Uraian" }).getAttribute("aria-sort"), "ascending");
  await follow(page, "Uraian ↑");
  await page.waitForURL(/urut=-uraian/);
  assert.deepEqual(await column(page, "Uraian"), [...up].reverse());
  await page.reload();
  assert.deepEqual(await column(page, "Uraian"), [...up].reverse());
  await page.goBack();
  assert.deepEqual(await column(page, "Uraian"), up);

  await follow(page, "Tampilkan semua");
  assert.equal((await column(page, "Uraian")).length, all);
});

test("What a table shows is exported as CSV and XLSX, in its order", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${FACTORS}?cari=penghambat&urut=-uraian`);
  const shown = await column(page, "Uraian");
  const csv = await download(page, () => page.getByRole("link", { name: "Unduh CSV" }).click());
  assert.equal(csv.name, "faktor-BKPSDM-2023.csv");
  const [head, ...rows] = lines(csv.bytes);
  assert.match(head, /^indikator,tahun,jenis,nomor,uraian/);
  assert.equal(rows.length, shown.length);
  // A long text is shortened on the page, never in the file.
  shown.forEach((it, index) => assert.ok(rows[index].includes(it.replace(/\s*…$/, "")), `row ${index + 1} is ${it}`));
  const xlsx = await download(page, () => page.getByRole("link", { name: "Unduh XLSX" }).click());
  assert.equal(xlsx.name, "faktor-BKPSDM-2023.xlsx");
  assert.equal(xlsx.bytes.subarray(0, 2).toString(), "PK");
  assert.ok(xlsx.bytes.length > 2_000);
});

test("The budget, the trail and the whole package are downloaded and not empty", LIMIT, async (t) => {
  const app = await open(t);
  const rani = await app.as("perencana");
  await rani.goto(`${office}/anggaran`);
  const budget = await download(rani, () => rani.getByRole("link", { name: "Unduh CSV" }).click());
  assert.ok(lines(budget.bytes).length > 20);
  const sheet = await download(rani, () => rani.getByRole("link", { name: "Unduh XLSX" }).click());
  assert.equal(sheet.bytes.subarray(0, 2).toString(), "PK");
  await rani.goto(`${office}/tabel`);
  const whole = await download(rani, () => rani.getByRole("link", { name: /Unduh semuanya/ }).click());
  assert.equal(whole.name, "BKPSDM-2023.zip");
  assert.ok(whole.bytes.length > 20_000);

  const admin = await app.as("admin");
  await admin.goto("/jejak-audit?pelaku=perencana");
  const trail = await download(admin, () => admin.getByRole("link", { name: "Unduh CSV" }).click());
  const [, ...rows] = lines(trail.bytes);
  assert.ok(rows.length > 0);
  assert.ok(rows.every((it) => it.split(",")[2] === "perencana"), "the filter counts for the file as well");
});

test("The list of offices is searched and sorted by its address, and exported as it is seen", LIMIT, async (t) => {
  const app = await open(t);
  const made = await app.as("verifikator");
  await made.goto("/kota/2023");
  await follow(made, "Serapan (%)");
  await made.waitForURL(/urut=serapan/);
  await made.getByLabel("Cari", { exact: true }).fill("kepegawaian");
  await arrive(made, () => made.keyboard.press("Enter"));
  await made.waitForURL(/cari=kepegawaian/);
  assert.match(await text(made), /Badan Kepegawaian/);
  const found = await download(made, () => made.getByRole("link", { name: "Unduh CSV" }).click());
  assert.equal(lines(found.bytes).length, 2, "the head and one office");

  await made.goto("/kota/2023?cari=kesehatan");
  assert.doesNotMatch(await text(made), /Badan Kepegawaian/);
  const none = await download(made, () => made.getByRole("link", { name: "Unduh CSV" }).click());
  assert.equal(lines(none.bytes).length, 1, "only the head: nothing is shown");
});

test("A list of offices that a search has emptied says so, and how to see all", LIMIT, async (t) => {
  const app = await open(t);
  const made = await app.as("verifikator");
  await made.goto("/kota/2023?cari=kesehatan");
  const words = await text(made);
  assert.match(words, /0 dari 1/);
  assert.match(words, /Tidak ada yang cocok/);
  assert.doesNotMatch(words, /Belum ada perangkat daerah yang berdata/, "the year has data");
});

test("Sorting the list of offices is kept when one searches in it", LIMIT, async (t) => {
  const app = await open(t);
  const made = await app.as("verifikator");
  await made.goto("/kota/2023?urut=serapan");
  await made.getByLabel("Cari", { exact: true }).fill("kepegawaian");
  await arrive(made, () => made.keyboard.press("Enter"));
  await made.waitForURL(/cari=kepegawaian/);
  assert.match(made.url(), /urut=serapan/);
});

test("The search of the frame finds an indicator by its name and leads to it", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(office);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("peta jabatan");
  await arrive(page, () => page.keyboard.press("Enter"));
  await page.waitForURL(/\/cari\?q=peta/);
  await arrive(page, () => page.getByRole("link", { name: /sesuai dengan Peta Jabatan/ }).first().click());
  assert.match(await text(page), /1 baris/);
});

test("The trail is filtered by who, and the filter is in the address", LIMIT, async (t) => {
  const app = await open(t);
  const admin = await app.as("admin");
  await admin.goto("/jejak-audit");
  await admin.getByLabel("Pelaku").fill("kepala");
  await arrive(admin, () => admin.keyboard.press("Enter"));
  await admin.waitForURL(/pelaku=kepala/);
  const who = await column(admin, "Pelaku");
  assert.ok(who.length > 0 && who.every((it) => /\bkepala$/.test(it)), who.join("; "));
});

test("A deleted row comes back with one click, where it stood", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  const rows = async () => {
    await page.goto(FACTORS);
    return column(page, "Uraian");
  };
  const before = await rows();
  await follow(page, "Ubah", page.getByRole("row").nth(2));
  await press(page, "Hapus baris ini");
  await until(async () => /Baris dihapus/.test(await text(page)), "it says so");
  assert.equal((await column(page, "Uraian")).length, before.length - 1);
  await press(page, "Urungkan penghapusan");
  const after = await rows();
  assert.deepEqual([...after].sort(), [...before].sort(), "nothing is missing");
  assert.equal(after.indexOf(before[1]), 1, "the row stands where it stood, for the report follows this order");
});

test("A deleted row can still be brought back days later, from the list of what was deleted", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(FACTORS);
  const before = await column(page, "Uraian");
  await follow(page, "Ubah", page.getByRole("row").nth(1));
  await page.getByLabel("Alasan penghapusan (bila perlu)").fill("sudah tidak berlaku");
  await press(page, "Hapus baris ini");
  await page.reload();
  assert.equal(await page.getByRole("button", { name: "Urungkan penghapusan" }).count(), 1, "a reload deletes nothing again, and the way back stays");
  await page.goto(FACTORS);
  await follow(page, "Baris yang dihapus");
  assert.match(await text(page), /sudah tidak berlaku/);
  assert.match(await text(page), /Rani Contoh/);
  await arrive(page, () => page.getByRole("button", { name: /^Pulihkan/ }).click());
  assert.match(await text(page), /Baris dipulihkan/);
  assert.deepEqual(await column(page, "Uraian"), before);
  await follow(page, "Baris yang dihapus");
  assert.match((await column(page, "Dipulihkan"))[0], /^Rani Contoh, /);
  assert.equal(await page.getByRole("button", { name: /^Pulihkan/ }).count(), 0);
});

test("A deleted row whose key another row has by now does not come back, and it says why", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/tabel/faktor/1`);
  const value = (name) => page.locator(`[name="k:${name}"]`).inputValue();
  const row = { indikator: await value("indikator"), tahun: await value("tahun"), jenis: await value("jenis"), nomor: await value("nomor"), uraian: "Pengganti" };
  await press(page, "Hapus baris ini");
  await addRow(page, "faktor", row);
  await page.goto(`${FACTORS}/dihapus`);
  await arrive(page, () => page.getByRole("button", { name: /^Pulihkan/ }).click());
  assert.match(await page.getByRole("alert").innerText(), /sudah ada baris lain/);
  assert.match(await text(page), /Belum dipulihkan/);
});

test("A new row that a page asks for knows what the page knows, and leads back to it", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/evaluasi`);
  const link = page.getByRole("link", { name: /^Catat tindak lanjut/ }).first();
  await arrive(page, () => link.click());
  const field = (name) => page.locator(`[name="k:${name}"]`);
  assert.match(await field("rekomendasi").inputValue(), /^rekomendasi-/);
  assert.match(await field("nomor").inputValue(), /^[1-9]/);
  await field("uraian").fill("Rencana aksi disusun bersama bidang");
  await press(page, "Tambahkan baris");
  assert.match(page.url(), /\/evaluasi$/);
  assert.match(await text(page), /Rencana aksi disusun bersama bidang/);
});

test("A row that others refer to is not deleted, and it says why", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/tabel/sasaran`);
  await follow(page, "Ubah", page.getByRole("row").nth(1));
  await press(page, "Hapus baris ini");
  assert.match(await page.getByRole("alert").innerText(), /dirujuk/);
});

test("A row is added, found, changed with a reason, and its history tells of it", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(FACTORS);
  await follow(page, "Tambah baris");
  const field = (name) => page.locator(`[name="k:${name}"]`);
  await field("indikator").fill("iku-1");
  await field("tahun").fill("2023");
  await field("jenis").selectOption("pendorong");
  await field("nomor").fill("99");
  await field("uraian").fill("Dukungan pimpinan");
  await press(page, "Tambahkan baris");
  await page.goto(`${FACTORS}?cari=Dukungan+pimpinan`);
  await follow(page, "Ubah");
  await field("uraian").fill("Dukungan penuh pimpinan");
  await page.getByLabel("Alasan perubahan").fill("menurut rapat evaluasi");
  await press(page, "Simpan perubahan baris");
  await page.goto(`${FACTORS}?cari=Dukungan+penuh`);
  await follow(page, "Ubah");
  assert.match(await text(page), /Rani Contoh ubah Uraian Dukungan pimpinan Dukungan penuh pimpinan \(menurut rapat evaluasi\)/);
});

test("What an office needs of others stands in its tree, in the table of the tree, and in a file", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await addRow(page, "crosscutting", { nomor: "1", sasaran: "sasaran-1", mitra: "Diskominfo", dukungan: "jaringan layanan kepegawaian" });
  await addRow(page, "crosscutting", { nomor: "2", sasaran: "sasaran-1", dukungan: "data pensiun yang lengkap" });
  await page.goto(`${office}/pohon`);
  assert.match(await text(page), /jaringan layanan kepegawaian · Diskominfo tidak ada dalam daftar perangkat daerah tahun ini/);
  assert.match(await text(page), /data pensiun yang lengkap · mitra belum ditetapkan/);
  const opened = () => page.locator(".pohon details[open]").count();
  const few = await opened();
  await follow(page, "Subkegiatan", page.locator("p.alat"));
  assert.ok((await opened()) > few, "the tree opens further");
  await follow(page, "Tabel", page.locator("nav.bagian"));
  const needs = await column(page, "Kebutuhan lintas");
  assert.equal(needs.filter((it) => it === "jaringan layanan kepegawaian").length, 1);
  const csv = await download(page, () => page.getByRole("link", { name: "Unduh CSV" }).click());
  assert.equal(csv.name, "pohon-kinerja-BKPSDM-2023.csv");
  assert.equal(lines(csv.bytes).length - 1, needs.length);
});
