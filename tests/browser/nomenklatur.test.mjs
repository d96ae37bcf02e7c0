// The catalogue of nomenklatur: loaded, looked up, taken over into a budget, and checked against.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addRow, download, follow, LIMIT, loadKatalog, office, open, press, text } from "./selaras.mjs";
import { rowsOf, workbook } from "./workbook.mjs";

const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const HEADS = ["Kode", "", "", "Nomenklatur Urusan Kabupaten/Kota", "Kinerja", "Indikator", "Satuan"];
const LINES = [
  ["5", "03", "", "KEPEGAWAIAN", "", "", ""],
  ["X.XX.01", "", "", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", "", "", ""],
  ["X.XX.01", "2.05", "", "Administrasi Kepegawaian Perangkat Daerah", "", "", ""],
  ["X.XX.01", "2.05", "0009", "Pendidikan dan Pelatihan Pegawai", "", "Jumlah Pegawai yang Dilatih", "Orang"],
  ["X.XX.01", "2.05", "0011", "Bimbingan Teknis", "", "Jumlah Orang yang Mengikuti", "Orang"],
  ["5.03.02", "", "", "PROGRAM KEPEGAWAIAN DAERAH", "", "", ""],
  ["5.03.02", "2.09", "", "Penilaian Talenta", "", "", ""],
  ["5.03.02", "2.09", "0001", "Pemetaan Talenta", "", "Jumlah Dokumen Pemetaan Talenta", "Dokumen"],
];

/** Sends a sheet of the catalogue. */
async function send(page, rows) {
  await page.getByLabel("Dasar", { exact: true }).fill("Kepmendagri Uji");
  await page.getByLabel("Berlaku mulai tahun anggaran", { exact: true }).fill("2021");
  await page.getByLabel(/^Berkas, paling banyak/).setInputFiles({ name: "katalog.xlsx", mimeType: KIND, buffer: workbook([HEADS, ...rows]) });
  await press(page, "Muat katalog");
}

test("A catalogue with faults is refused cell by cell, and one without is there for everybody", LIMIT, async (t) => {
  const app = await open(t);
  const admin = await app.as("admin");
  await admin.goto("/nomenklatur");
  assert.match(await text(admin), /Belum ada katalog/);
  await send(admin, [["5.03", "", "", "KEPEGAWAIAN", "", "", ""], ["lima", "", "", "Entah", "", "", ""], ["5.03", "", "", "Dua kali", "", "", ""]]);
  const faults = await admin.getByRole("alert").locator("tbody tr").allInnerTexts();
  assert.equal(faults.length, 2, faults.join("\n"));
  assert.match(faults[0], /Sheet1!A3\s.*«lima» bukan kode/s);
  assert.match(faults[1], /Sheet1!A4\s.*sudah ada pada baris 2/s);
  assert.equal(await admin.getByLabel("Dasar", { exact: true }).inputValue(), "Kepmendagri Uji", "what was typed is still there");

  await send(admin, LINES);
  assert.match(await text(admin), /Kepmendagri Uji, berlaku mulai tahun anggaran 2021; 8 baris/);
  const planner = await app.as("perencana");
  await planner.goto("/nomenklatur?cari=talenta");
  assert.equal(await planner.locator("tbody tr").count(), 2);
  assert.equal(await planner.getByRole("button", { name: "Muat katalog" }).count(), 0);
  const file = await download(planner, () => planner.getByRole("link", { name: "Unduh XLSX" }).click());
  assert.deepEqual(rowsOf(file.bytes)[2].slice(0, 2), ["5.03.02.2.09.0001", "Pemetaan Talenta"]);

  await admin.goto("/nomenklatur");
  await press(admin, "Hapus katalog mulai 2021");
  assert.match(await text(admin), /Belum ada katalog/);
  await admin.goto("/jejak-audit");
  assert.match(await text(admin), /katalog\/2021/, "the trail tells of it");
});

test("A planner takes subkegiatan from the catalogue, with what stands above them, where they belong", LIMIT, async (t) => {
  const app = await open(t);
  const admin = await app.as("admin");
  await admin.goto("/nomenklatur");
  await send(admin, LINES);
  const page = await app.as("perencana");
  await page.goto(`${office}/anggaran`);
  await follow(page, "Tambah dari katalog");
  assert.match(await text(page), /2 subkegiatan belum dipakai/, "5.03.01.2.05.11 is there already");
  await press(page, "Tambahkan yang dipilih");
  assert.match(await text(page), /Belum ada subkegiatan yang dipilih/);
  await page.getByLabel("Pendidikan dan Pelatihan Pegawai").check();
  await page.getByLabel("Pemetaan Talenta").check();
  await press(page, "Tambahkan yang dipilih");
  assert.match(page.url(), /\/anggaran$/);

  const csv = await download(page, () => page.getByRole("link", { name: "Unduh CSV" }).click());
  const codes = csv.bytes.toString().split("\r\n").map((it) => it.split(",")[0]);
  const after = (kode) => codes[codes.indexOf(kode) - 1];
  assert.equal(after("5.03.01.2.05.09"), "5.03.01.2.05", "before the one with a greater kode");
  assert.equal(after("5.03.02.2.09.01"), "5.03.02.2.09", "its kegiatan came with it");
  await page.goto(`${office}/tabel/indikator?cari=Pemetaan+Talenta`);
  assert.match(await text(page), /Jumlah Dokumen Pemetaan Talenta/);
  await page.goto(`${office}/anggaran/katalog`);
  assert.match(await text(page), /Tidak ada subkegiatan lain/);
});

test("A kode and a name that the catalogue does not have are found as soon as it is there", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await addRow(page, "program_kegiatan", { id: "uji", induk: "5.03.02", jenjang: "kegiatan", kode: "5.03.02.2.09", nama: "Penilaian Kinerja" });
  await page.goto(`${office}/pemeriksaan?cari=katalog`);
  assert.doesNotMatch(await text(page), /PRN029 /);
  const admin = await app.as("admin");
  await admin.goto("/nomenklatur");
  await loadKatalog(admin, "Katalog Uji", "2021", "kode,nama\n5.03.02,PROGRAM KEPEGAWAIAN DAERAH\n5.03.02.2.09,Penilaian Talenta\n");
  await page.goto(`${office}/pemeriksaan?cari=Katalog+Uji`);
  const found = await text(page);
  assert.match(found, /Kode 5\.03\.02\.2\.09 bernama «Penilaian Talenta» pada Katalog Uji, di sini «Penilaian Kinerja»/);
  assert.match(found, /berkode 5\.03\.02\.2\.01, yang tidak ada pada Katalog Uji/);
  const pdf = await download(page, () => page.getByRole("link", { name: "Unduh PDF" }).click());
  assert.equal(pdf.bytes.subarray(0, 5).toString(), "%PDF-");
});
