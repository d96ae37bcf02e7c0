import assert from "node:assert/strict";
import { test } from "node:test";
import { arrive, cell, LIMIT, office, open, press, stages, text, values } from "./selaras.mjs";

const FIRST = "r:ikt-1:2023:tw1";

async function sheet(t, query = "?tw=1") {
  const app = await open(t);
  const page = await app.as("perencana", { javaScriptEnabled: false });
  await page.goto(`${office}/ukur${query}`);
  return { app, page };
}

async function save(page) {
  await arrive(page, () => page.getByRole("button", { name: /^Simpan/ }).click());
}

test("Without JavaScript a sheet is filled and saved with its button, and the figures follow", LIMIT, async (t) => {
  const { page } = await sheet(t);
  await cell(page, FIRST).fill("91,5");
  await cell(page, "v:iku-1:selesai:2023:tw1").fill("350");
  await cell(page, "v:iku-1:usulan:2023:tw1").fill("400");
  await save(page);
  assert.match(page.url(), /tw=1/, "one stays at the quarter");
  await page.reload();
  assert.deepEqual(await values(page, FIRST, "v:iku-1:selesai:2023:tw1"), ["91,5", "350"]);
  assert.match(await page.locator('[id="d:iku-1:tw1:realisasi"]').innerText(), /^87,5/);
});

test("Without JavaScript a wrong number stays with its reason, which leads to its field, and right ones stay too", LIMIT, async (t) => {
  const { page } = await sheet(t);
  await cell(page, FIRST).fill("sembilan puluh");
  await cell(page, "r:ikt-2:2023:tw1").fill("61,2");
  await save(page);
  assert.match(await page.getByRole("alert").innerText(), /bukan bagian dari angka/);
  assert.deepEqual(await values(page, FIRST, "r:ikt-2:2023:tw1"), ["sembilan puluh", "61,2"]);
  const target = await page.getByRole("alert").getByRole("link").first().getAttribute("href");
  assert.equal(await page.locator(`[id="${target.slice(1)}"]`).getAttribute("name"), `sel:${FIRST}`);
  await cell(page, FIRST).fill("90");
  await save(page);
  await page.goto(`${office}/ukur?tw=1`);
  assert.deepEqual(await values(page, FIRST, "r:ikt-2:2023:tw1"), ["90", "61,2"]);
});

for (const [what, address] of [
  ["the sheet", "ukur?tw=1&bagian=program&hal=2"],
  ["the budget", "anggaran?ubah=dpa-2023&hal=2"],
]) {
  test(`Without JavaScript a wrong number on the second page of ${what} stays as well`, LIMIT, async (t) => {
    const { page } = await sheet(t);
    await page.goto(`${office}/${address}`);
    const name = (await page.locator("input.sel").first().getAttribute("name")).slice(4);
    await cell(page, name).fill("banyak");
    await save(page);
    assert.match(await page.getByRole("alert").innerText(), /bukan bagian dari angka/);
    assert.equal(await cell(page, name).count(), 1, "the cell is on the page");
    assert.deepEqual(await values(page, name), ["banyak"]);
  });

  test(`Without JavaScript one stays on the second page of ${what} after saving`, LIMIT, async (t) => {
    const { page } = await sheet(t);
    await page.goto(`${office}/${address}`);
    const name = (await page.locator("input.sel").first().getAttribute("name")).slice(4);
    await cell(page, name).fill("7");
    await save(page);
    assert.equal(await cell(page, name).count(), 1);
    assert.deepEqual(await values(page, name), ["7"]);
  });
}

test("Saving a sheet as it stands changes nothing: every part, every page", LIMIT, async (t) => {
  const { app, page } = await sheet(t);
  const admin = await app.as("admin");
  const entries = async () => {
    await admin.goto("/jejak-audit");
    return admin.locator(".keadaan").innerText();
  };
  const before = await entries();
  const queue = ["?tw=1&bagian=utama", "?tw=1&bagian=program", "?tw=1&bagian=anggaran"];
  for (let query = queue.shift(); query; query = queue.shift()) {
    await page.goto(`${office}/ukur${query}`);
    const next = page.getByRole("link", { name: "Berikutnya" });
    if (await next.count()) queue.push(new URL(await next.getAttribute("href"), page.url()).search);
    const form = page.locator("form[data-kisi]");
    const fields = await form.evaluate((it) => Object.fromEntries(new FormData(it)));
    const reply = await page.request.post(await form.getAttribute("action"), { form: fields, maxRedirects: 0 });
    assert.equal(reply.status(), 303, `${query} is taken as it stands`);
  }
  assert.equal(await entries(), before);
});

test("A sheet takes back every value that it shows, also a number above a thousand", LIMIT, async (t) => {
  const { page } = await sheet(t);
  await cell(page, FIRST).fill("1234");
  await save(page);
  await cell(page, "r:ikt-2:2023:tw1").fill("61,2");
  await save(page);
  assert.equal(await page.getByRole("alert").count(), 0);
  await page.goto(`${office}/ukur?tw=1`);
  assert.deepEqual(await values(page, "r:ikt-2:2023:tw1"), ["61,2"]);
});

test("Without JavaScript the budget is saved too, and sums run up the tree", LIMIT, async (t) => {
  const { page } = await sheet(t, "?tw=1&bagian=anggaran");
  const first = page.locator('input.sel[name$=":tw1"]').first();
  const name = (await first.getAttribute("name")).slice(4);
  await first.fill("1.234.567");
  await save(page);
  assert.deepEqual(await values(page, name), ["1.234.567"]);
  assert.match(await page.locator("td.turunan").first().innerText(), /\d/);
});

test("Without JavaScript the steps of the approval work, also those with a reason", LIMIT, async (t) => {
  const { app, page } = await sheet(t);
  const made = await app.as("verifikator", { javaScriptEnabled: false });
  const stage = stages(t);
  await stage("submit", async () => {
    await press(page, "Ajukan pengukuran triwulan I");
  });
  await stage("ask for corrections", async () => {
    await made.goto(`${office}/ukur?tw=1`);
    await made.locator("summary").filter({ hasText: "Minta perbaikan" }).click();
    await made.getByLabel("Alasan", { exact: true }).fill("Lengkapi dahulu.");
    await press(made, "Minta perbaikan");
  });
  await stage("read the reason", async () => {
    await page.goto(`${office}/ukur?tw=1`);
    assert.match(await text(page), /Lengkapi dahulu\./);
  });
});

test("A sheet sent after its quarter was submitted shows what was typed, and why it was not kept", LIMIT, async (t) => {
  const { app, page } = await sheet(t);
  const other = await app.as("perencana");
  await cell(page, FIRST).fill("91,5");
  await other.goto(`${office}/ukur?tw=1`);
  await press(other, "Ajukan pengukuran triwulan I");
  await save(page);
  const shown = await page.locator("main").evaluate((it) => {
    return [it.innerText, ...[...it.querySelectorAll("input")].map((field) => field.value)].join("\n");
  });
  assert.match(shown, /91,5/);
});
