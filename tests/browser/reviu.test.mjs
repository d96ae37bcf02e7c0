// A finished report that somebody sends: read while one waits, computed again, and taken along as a
// kertas kerja.
import assert from "node:assert/strict";
import { test } from "node:test";
import { download, follow, LIMIT, office, open, press, text } from "./selaras.mjs";
import { rowsOf } from "./workbook.mjs";


/** Sends a file and waits until it has been read. */
async function send(page, name, mimeType, buffer) {
  await page.goto("/reviu");
  await page.getByLabel(/^Berkas laporan/).setInputFiles({ name, mimeType, buffer });
  await press(page, "Periksa laporan");
  await page.getByRole("status").filter({ hasText: "Sedang" }).waitFor({ state: "detached" });
}

test("An inspector sends the tables of a report and gets what is wrong in them", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("inspektur");
  await page.goto("/beranda");
  await follow(page, "Reviu");
  const table = [
    "No;Indikator;Target;Realisasi;Capaian (%)",
    "1;Persentase jalan mantap;80;72;90,00",
    "2;Persentase rumah layak huni;50;55;110,00",
    "3;Persentase sanitasi layak;60;45;85,00",
    "4;Persentase air minum layak;90;81;90,00",
  ].join("\r\n");
  await send(page, "capaian.csv", "text/csv", Buffer.from(table));
  assert.match(await text(page), /1 kesalahan/);
  const row = page.locator("tbody tr").filter({ hasText: "85,00" });
  assert.match(await row.innerText(), /sanitasi layak[\s\S]*85,00[\s\S]*75/);
  assert.doesNotMatch(await page.locator("tbody").first().innerText(), /jalan mantap|rumah layak/, "what is right is not accused");
  const sheet = await download(page, () => page.getByRole("link", { name: "Unduh Kertas Kerja Reviu" }).click());
  assert.ok(rowsOf(sheet.bytes).length > 1);
  const word = await download(page, () => page.getByRole("link", { name: "Unduh kertas kerja Word" }).click());
  assert.ok(word.name.endsWith(".docx") && word.bytes.subarray(0, 2).toString() === "PK");
  const json = await download(page, () => page.getByRole("link", { name: "JSON" }).click());
  const result = JSON.parse(json.bytes.toString("utf8"));
  assert.equal(result.schema, "selaras/audit/1");
  assert.equal(result.findings.filter((it) => it.level === "error").length, 1);

  const made = await app.as("verifikator");
  const address = new URL(page.url()).pathname;
  assert.match(address, /^\/reviu\/[0-9a-f]{32}$/, "which nobody guesses");
  const other = await made.goto(address);
  assert.equal(other.status(), 404, "a result is seen by whoever sent the report");
  const rani = await app.as("perencana");
  assert.equal((await rani.goto("/reviu")).status(), 403);

  await app.stop();
  await app.start();
  await page.goto("/reviu");
  await follow(page, "capaian.csv");
  assert.match(await text(page), /1 kesalahan/, "the result is there after another start");
  const again = await download(page, () => page.getByRole("link", { name: "Unduh Kertas Kerja Reviu" }).click());
  assert.ok(again.bytes.equals(sheet.bytes));
});

test("The report that Selaras itself makes is read back without an error, as Word and as PDF", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("inspektur");
  for (const [ending, kind] of [["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"], ["pdf", "application/pdf"]]) {
    const made = await page.request.get(`${office}/lkjip.${ending}`);
    await send(page, `lkjip.${ending}`, kind, await made.body());
    assert.match(await text(page), /\d+ tabel, \d+ sel dihitung ulang/);
  }
});

test("A file that is no report is refused in words", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("inspektur");
  await send(page, "rusak.docx", "application/octet-stream", Buffer.from("bukan dokumen"));
  assert.match(await page.getByRole("alert").innerText(), /bukan DOCX, XLSX, CSV, atau PDF|rusak/);
});
