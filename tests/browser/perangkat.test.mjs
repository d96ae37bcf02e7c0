// The offices of a city through the years: entered by hand and from XLSX, merged, and gone on with.
import assert from "node:assert/strict";
import { test } from "node:test";
import { download, follow, LIMIT, open, press, text } from "./selaras.mjs";
import { rowsOf, workbook } from "./workbook.mjs";

const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const HEADS = ["singkatan", "nama", "kode", "dibentuk", "berakhir", "perubahan", "asal", "dasar"];

/** Sends a sheet of offices. */
async function send(page, rows) {
  await page.goto("/administrasi/perangkat/unggah");
  await page.getByLabel(/^Berkas XLSX/).setInputFiles({ name: "perangkat.xlsx", mimeType: KIND, buffer: workbook([HEADS, ...rows]) });
  await press(page, "Periksa isi berkas");
}

test("An administrator merges two offices from XLSX, and the year goes on under the new one", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("admin");
  await page.goto("/administrasi");
  await follow(page, "Perangkat daerah");
  assert.match(await text(page), /Badan Kepegawaian/, "an office that has a berkas is there");

  await send(page, [
    ["Disdik", "Dinas Pendidikan", "1.01", "bukan tanggal", "", "", "", ""],
    ["Disdikpeg", "Dinas Pendidikan dan Kepegawaian", "", "2024-01-01", "", "penggabungan", "BKPSDM; Entah", ""],
  ]);
  const faults = await page.getByRole("alert").locator("tbody tr").allInnerTexts();
  assert.equal(faults.length, 2, faults.join("\n"));
  assert.match(faults[0], /Sheet1!D2\s.*bukan tanggal/s);
  assert.match(faults[1], /Sheet1!G3\s.*«Entah» tidak ada/s);
  assert.equal(await page.getByRole("button", { name: /^Terapkan/ }).count(), 0);

  await send(page, [
    ["Disdik", "Dinas Pendidikan", "1.01", "2017-01-03", "", "", "", "Perda 12 Tahun 2016"],
    ["Disdikpeg", "Dinas Pendidikan dan Kepegawaian", "", "2024-01-01", "", "penggabungan", "BKPSDM; Disdik", "Perda 1 Tahun 2023"],
  ]);
  await press(page, "Terapkan 2 perubahan");
  assert.match(await text(page), /Lanjutan dari BKPSDM, Disdik melalui penggabungan sejak 1 Januari 2024 \(Perda 1 Tahun 2023\)/);
  assert.match(await text(page), /31 Desember 2023/, "what merges ends the day before");

  const file = await download(page, () => page.getByRole("link", { name: "Unduh XLSX" }).click());
  assert.equal(rowsOf(file.bytes).length, 4);

  await follow(page, "Disdikpeg");
  await press(page, "Buka tahun 2024 dari BKPSDM 2023");
  assert.match(page.url(), /\/pd\/Disdikpeg\/2024/);
  assert.match(await text(page), /Lanjutan dari BKPSDM, Disdik/);
  await page.goto("/pd/BKPSDM/2023");
  assert.match(await text(page), /Bergabung ke Disdikpeg sejak 1 Januari 2024/);
  await page.goto("/administrasi/jadwal");
  assert.equal(await page.getByRole("button", { name: "Buka tahun 2024" }).count(), 0, "an office that has ended has no next year");
});

test("What is wrong with an office stands beside its form with what was typed", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("admin");
  await page.goto("/administrasi/perangkat");
  await page.getByLabel("Singkatan", { exact: true }).fill("Dinkes");
  await page.getByLabel("Nama lengkap", { exact: true }).fill("Dinas Kesehatan");
  await page.getByLabel("Perubahan").selectOption("penggantian_nama");
  await press(page, "Tambah perangkat daerah");
  assert.match(await page.getByRole("alert").innerText(), /Asal \(Dinkes\): sebutkan singkatan perangkat daerah asalnya/);
  assert.equal(await page.getByLabel("Nama lengkap", { exact: true }).inputValue(), "Dinas Kesehatan");
  await page.getByLabel("Perubahan").selectOption("");
  await press(page, "Tambah perangkat daerah");
  await follow(page, "Dinkes");
  await page.getByLabel("Berakhir").fill("2025-12-31");
  await press(page, "Simpan");
  assert.match(await text(page), /Dinkes, sampai 31 Desember 2025/);
});
