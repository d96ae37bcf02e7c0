// Remarks between the people of an office and those who verify, and agreements signed on screen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addRow, download, follow, LIMIT, office, open, password, press, text } from "./selaras.mjs";


test("A verifier remarks on a row, the planner reads it at home, answers, and settles it", LIMIT, async (t) => {
  const app = await open(t);
  const vera = await app.as("verifikator");
  await vera.goto(`${office}/tabel/target/1`);
  await vera.getByText("Tulis komentar").click();
  await vera.getByRole("textbox", { name: "Komentar" }).fill("Mengapa target ini turun? <b>tebal</b>");
  await press(vera, "Kirim komentar");
  assert.match(await text(vera), /Mengapa target ini turun\? <b>tebal<\/b>/, "what was typed is text, and nothing else");

  const rani = await app.as("perencana");
  await rani.goto(office);
  assert.match(await text(rani), /1 komentar belum diselesaikan/);
  await follow(rani, "Baca");
  await follow(rani, "Target, baris 1");
  await rani.getByRole("textbox", { name: "Komentar" }).fill("Sudah diperbaiki menurut Renstra.");
  await press(rani, "Kirim komentar");
  await rani.getByRole("article").filter({ hasText: "Mengapa target" }).getByRole("button", { name: /^Tandai selesai/ }).click();
  await rani.waitForLoadState();
  assert.match(await text(rani), /✓ Selesai: /);
  await rani.goto(`${office}/komentar`);
  assert.doesNotMatch(await text(rani), /Mengapa target/, "settled ones are shown on demand");
  await rani.getByLabel("Juga yang selesai").check();
  await press(rani, "Cari");
  assert.match(await text(rani), /Mengapa target/);
  const file = await download(rani, () => rani.getByRole("link", { name: "Unduh CSV" }).click());
  assert.match(file.bytes.toString("utf8"), /Sudah diperbaiki menurut Renstra/);
});

test("An agreement is signed when both parties have given their passwords", LIMIT, async (t) => {
  const app = await open(t);
  const rani = await app.as("perencana");
  await addRow(rani, "dokumen", { id: "pk-uji", jenis: "perjanjian_kinerja", judul: "Perjanjian Kinerja Uji", tahun: "2023" });
  const [first, second] = await parties(rani);
  await addRow(rani, "perjanjian_kinerja", { id: "pk-uji", dokumen: "pk-uji", tahun: "2023", pihak_pertama: first, pihak_kedua: second, tempat: "Dumai", status: "draf" });
  // Only what promises something can be signed.
  await addRow(rani, "target", { indikator: "iku-1", dokumen: "pk-uji", tahun: "2023", periode: "tahun", jenis: "target", nilai: "100" });
  await addRow(rani, "pagu", { baris: "5.03.02", dokumen: "pk-uji", tahun: "2023", jumlah: "1000000" });
  await rani.goto(`${office}/perjanjian`);
  assert.equal(await rani.getByRole("link", { name: /^Tandatangani sebagai/ }).count(), 0, "a planner is no party");
  const forbidden = await rani.goto(`${office}/perjanjian/pk-uji/tanda-tangan`);
  assert.equal(forbidden.status(), 403);

  const sari = await app.as("kepala");
  await sari.goto(`${office}/perjanjian`);
  await follow(sari, "Tandatangani sebagai pihak pertama");
  await sari.getByLabel(/^Sandi Anda/).fill("bukan sandinya");
  await press(sari, "Tandatangani");
  assert.match(await sari.getByRole("alert").innerText(), /Sandi tidak cocok/);
  await sari.getByLabel(/^Sandi Anda/).fill(password);
  await press(sari, "Tandatangani");
  assert.match(await text(sari), /Pihak pertama: .* secara elektronik/);

  const walikota = await app.as("walikota");
  await walikota.goto(`${office}/perjanjian`);
  await follow(walikota, "Tandatangani sebagai pihak kedua");
  await walikota.getByLabel(/^Sandi Anda/).fill(password);
  await press(walikota, "Tandatangani");
  const card = walikota.getByRole("article").filter({ hasText: "Perjanjian Kinerja Uji" });
  assert.match(await card.innerText(), /Ditandatangani \d+ \w+ \d{4}/);
});

/** The parties of the agreement that the example has. */
async function parties(page) {
  const reply = await page.request.get(`${office}/tabel/perjanjian_kinerja?unduh=csv`);
  const [heads, row] = (await reply.text()).replace("\ufeff", "").split("\r\n").map((line) => line.split(","));
  return ["pihak_pertama", "pihak_kedua"].map((name) => row[heads.indexOf(name)]);
}
