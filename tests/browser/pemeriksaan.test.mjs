// The checker where people work: findings beside their rows, on one page, refreshed on save, and holding
// up what they must until they are mended or let stand by somebody who may.
import assert from "node:assert/strict";
import { test } from "node:test";
import { download, follow, letStand, LIMIT, office, open, press, text } from "./selaras.mjs";


test("A standing Wajib finding holds the report up until the head lets it stand with a reason", LIMIT, async (t) => {
  const app = await open(t);
  const sari = await app.as("kepala");
  await sari.goto(`${office}/lkjip`);
  assert.match(await text(sari), /Pengesahan laporan ditahan 3 temuan\./);
  await press(sari, "Sahkan laporan kinerja 2023");
  assert.match(await sari.getByRole("alert").innerText(), /Pengesahan laporan ditahan/);
  const held = sari.locator("ol.temuan > li");
  assert.equal(await held.count(), 3);
  assert.match(await held.first().innerText(), /LAP004\s[\s\S]*Wajib[\s\S]*PermenPANRB 53\/2014/);

  const rani = await app.as("perencana");
  await rani.goto(`${office}/pemeriksaan?tahan=laporan`);
  assert.equal(await rani.locator("summary").filter({ hasText: "Kesampingkan" }).count(), 0, "a planner decides nothing");
  const refused = await rani.request.post(`${office}/tabel/pengecualian_temuan/baru`, { form: { _t: await token(rani) }, headers: { origin: app.origin }, maxRedirects: 0 });
  assert.equal(refused.status(), 403, "nor by the table behind it");

  await letStand(sari, "laporan");
  await sari.goto(`${office}/pemeriksaan`);
  assert.match(await text(sari), /Dikesampingkan[\s\S]*Sari Contoh \(.*\), .*: Laporan sudah dicetak\./);
  await sari.goto(`${office}/lkjip`);
  await press(sari, "Sahkan laporan kinerja 2023");
  assert.match(await text(sari), /Unduh pengesahan ke-1/);
  await sari.goto(`${office}/pemeriksaan`);
  await sari.getByRole("button", { name: /^Berlakukan lagi/ }).first().click();
  await sari.waitForLoadState();
  assert.match(await text(sari), /1 Wajib/);
});

test("A finding stands beside its row and goes when the row is mended", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/pemeriksaan?cari=ANT003`);
  await page.locator("ol.temuan a").filter({ hasText: "target iku-3 tahun 2022" }).click();
  await page.waitForLoadState();
  assert.match(await text(page), /Temuan pemeriksaan[\s\S]*ANT003[\s\S]*menetapkan 92%/);
  await page.locator("#f-nilai").fill("92");
  await press(page, "Simpan perubahan baris");
  await page.goto(`${office}/pemeriksaan?cari=ANT003`);
  assert.match(await text(page), /Tidak ada yang cocok dengan saringan ini/);
});

test("Findings are narrowed in the address, explained, and taken along", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/pemeriksaan`);
  await page.getByLabel("Tingkat").selectOption("Kaidah");
  await press(page, "Cari");
  assert.match(page.url(), /tingkat=Kaidah/);
  assert.equal(await page.locator("ol.temuan .tanda, ol.temuan li").filter({ hasText: "Wajib" }).count(), 0);
  const csv = await download(page, () => page.getByRole("link", { name: "Unduh CSV" }).click());
  const lines = csv.bytes.toString("utf8").trim().split("\r\n");
  assert.equal(lines.length - 1, await page.locator("ol.temuan > li").count());
  await page.goto(`${office}/pemeriksaan`);
  const pdf = await download(page, () => page.getByRole("link", { name: "Unduh PDF" }).click());
  assert.equal(pdf.bytes.subarray(0, 5).toString(), "%PDF-");
  await page.locator("a.kode").first().click();
  await page.waitForLoadState();
  assert.match(await text(page), /Mengapa penting[\s\S]*Cara memperbaiki[\s\S]*Dasar hukum/);
});

test("Bappeda sees which offices are held up", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("verifikator");
  await page.goto("/kota/2023");
  await follow(page, "Pemeriksaan");
  assert.match(await text(page), /1 dari 1 perangkat daerah mempunyai temuan Wajib/);
  await follow(page, "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia");
  assert.match(page.url(), /\/pd\/BKPSDM\/2023\/pemeriksaan/);
});

/** The token of the forms of whoever is signed in. */
async function token(page) {
  return page.locator('input[name="_t"]').first().inputValue();
}
