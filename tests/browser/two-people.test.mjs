import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, arrive, cell, enter, LIMIT, office, open, paste, press, text, until, values } from "./selaras.mjs";

const FIRST = "r:ikt-1:2023:tw1";
const SECOND = "r:ikt-2:2023:tw1";

/** A planner and a colleague who have the same sheet open, the colleague with "90" in one cell. */
async function atOneSheet(t, options) {
  const app = await open(t);
  const rani = await app.as("perencana", options);
  const tono = await app.as("pegawai");
  await tono.goto(`${office}/ukur?tw=1`);
  await enter(tono, FIRST, "80");
  await rani.goto(`${office}/ukur?tw=1`);
  assert.deepEqual(await values(rani, FIRST), ["80"]);
  await enter(tono, FIRST, "90");
  return { app, rani, tono };
}

test("Two people at different cells of one sheet do not disturb each other", LIMIT, async (t) => {
  const { rani, tono } = await atOneSheet(t);
  assert.equal(await enter(rani, SECOND, "61"), 200);
  await tono.reload();
  assert.deepEqual(await values(tono, FIRST, SECOND), ["90", "61"]);
});

test("Who is second at a cell sees both values, and nothing is kept before the choice", LIMIT, async (t) => {
  const { rani } = await atOneSheet(t);
  assert.equal(await enter(rani, FIRST, "95"), 409);
  assert.deepEqual(await values(rani, FIRST), ["95"], "what was typed stays");
  assert.match(await text(rani), /Orang lain .* 90/, "the other value is named");
  await rani.reload();
  assert.deepEqual(await values(rani, FIRST), ["90"], "nothing is kept without the choice");
});

test("Who is second at a cell keeps their own value with Enter", LIMIT, async (t) => {
  const { rani, tono } = await atOneSheet(t);
  await enter(rani, FIRST, "95");
  await cell(rani, FIRST).focus();
  assert.equal(await answered(rani, () => rani.keyboard.press("Enter")), 200);
  await tono.reload();
  assert.deepEqual(await values(tono, FIRST), ["95"]);
});

test("Who is second at a cell takes the other value with Esc", LIMIT, async (t) => {
  const { rani, tono } = await atOneSheet(t);
  await enter(rani, FIRST, "95");
  await cell(rani, FIRST).focus();
  await rani.keyboard.press("Escape");
  assert.deepEqual(await values(rani, FIRST), ["90"]);
  await rani.keyboard.press("Enter");
  await rani.keyboard.press("Tab");
  await tono.reload();
  assert.deepEqual(await values(tono, FIRST), ["90"], "the value of the other is still kept");
});

test("Who is second at a cell and types yet another value is not told to be in conflict with themselves", LIMIT, async (t) => {
  const { rani, tono } = await atOneSheet(t);
  await enter(rani, FIRST, "95");
  await cell(rani, FIRST).fill("96");
  await rani.keyboard.press("Enter");
  await until(async () => {
    await tono.reload();
    return (await values(tono, FIRST))[0] === "96";
  }, "the new value is kept");
  await new Promise((done) => setTimeout(done, 300));
  assert.notEqual(await cell(rani, FIRST).getAttribute("aria-invalid"), "true");
});

test("The choice between two values of a cell is offered in words that can be clicked", LIMIT, async (t) => {
  const { rani } = await atOneSheet(t);
  await enter(rani, FIRST, "95");
  const choices = rani.locator("button, a").filter({ hasText: /90/ });
  assert.ok((await choices.count()) >= 1, "one can click to take the value of the other");
});

test("When a pasted block meets a value of somebody else, the cell is named, and the choice saves the whole block", LIMIT, async (t) => {
  const { rani, tono } = await atOneSheet(t);
  await paste(rani, FIRST, "91\t92");
  assert.equal(await answered(rani, () => rani.keyboard.press("Enter")), 409);
  const marked = await rani.locator("input.sel[aria-invalid]").evaluateAll((all) => all.map((it) => it.name));
  assert.deepEqual(marked, [`sel:${FIRST}`], "only the cell that somebody else has filled is marked");
  await cell(rani, FIRST).focus();
  assert.equal(await answered(rani, () => rani.keyboard.press("Enter")), 200);
  await tono.reload();
  assert.deepEqual(await values(tono, FIRST, "r:ikt-1:2023:tw2"), ["91", "92"]);
});

test("Without JavaScript, who is second at a cell sees both values and chooses", LIMIT, async (t) => {
  const { rani, tono } = await atOneSheet(t, { javaScriptEnabled: false });
  await cell(rani, FIRST).fill("95");
  await press(rani, "Simpan isian");
  const page = await text(rani);
  assert.match(page, /Isian Anda\s+95/);
  assert.match(page, /Yang sekarang tersimpan\s+90/);
  await press(rani, "Simpan isian saya");
  assert.deepEqual(await values(rani, FIRST), ["95"]);
  await tono.reload();
  assert.deepEqual(await values(tono, FIRST), ["95"]);
});

test("Without JavaScript, taking the value of the other in one cell does not lose what was typed in another", LIMIT, async (t) => {
  const { rani, tono } = await atOneSheet(t, { javaScriptEnabled: false });
  await cell(rani, FIRST).fill("95");
  await cell(rani, SECOND).fill("61");
  await press(rani, "Simpan isian");
  await arrive(rani, () => rani.getByText("Pakai nilai yang sekarang tersimpan").click());
  assert.deepEqual(await values(rani, FIRST, SECOND), ["90", "61"]);
  await tono.reload();
  assert.deepEqual(await values(tono, FIRST, SECOND), ["90", "61"]);
});

/** Two planners who have opened the same row of a table. */
async function atOneRow(t) {
  const app = await open(t);
  const [one, two] = [await app.as("perencana"), await app.as("perencana")];
  for (const page of [one, two]) await page.goto(`${office}/tabel/faktor/1`);
  return { one, two };
}

function field(page, name) {
  return page.locator(`[name="k:${name}"]`);
}

async function saveRow(page) {
  await press(page, "Simpan perubahan baris");
}

test("Who is second at a row sees both values of the field and chooses", LIMIT, async (t) => {
  const { one, two } = await atOneRow(t);
  await field(one, "uraian").fill("Uraian dari yang pertama");
  await saveRow(one);
  await field(two, "uraian").fill("Uraian dari yang kedua");
  await saveRow(two);
  const page = await text(two);
  assert.match(page, /Uraian dari yang pertama/);
  assert.match(page, /Uraian dari yang kedua/);
  await two.getByLabel("Uraian dari yang kedua").check();
  await press(two, "Simpan pilihan saya");
  await two.goto(`${office}/tabel/faktor/1`);
  assert.equal(await field(two, "uraian").inputValue(), "Uraian dari yang kedua");
  assert.match(await text(two), /Uraian dari yang pertama/, "the history of the row keeps the other value");
});

test("Who is second at a row can take the other value", LIMIT, async (t) => {
  const { one, two } = await atOneRow(t);
  await field(one, "uraian").fill("Uraian dari yang pertama");
  await saveRow(one);
  await field(two, "uraian").fill("Uraian dari yang kedua");
  await saveRow(two);
  await two.getByLabel("Uraian dari yang pertama").check();
  await press(two, "Simpan pilihan saya");
  await two.goto(`${office}/tabel/faktor/1`);
  assert.equal(await field(two, "uraian").inputValue(), "Uraian dari yang pertama");
});

test("Two people who change different fields of a row both keep their change when the second just confirms", LIMIT, async (t) => {
  const { one, two } = await atOneRow(t);
  await field(one, "uraian").fill("Uraian dari yang pertama");
  await saveRow(one);
  await field(two, "catatan").fill("Catatan dari yang kedua");
  await saveRow(two);
  const choice = two.getByRole("button", { name: "Simpan pilihan saya" });
  if (await choice.count()) await arrive(two, () => choice.click());
  await two.goto(`${office}/tabel/faktor/1`);
  assert.equal(await field(two, "uraian").inputValue(), "Uraian dari yang pertama");
  assert.equal(await field(two, "catatan").inputValue(), "Catatan dari yang kedua");
});

test("The reason typed for a change survives the choice between two values", LIMIT, async (t) => {
  const { one, two } = await atOneRow(t);
  await field(one, "uraian").fill("Uraian dari yang pertama");
  await saveRow(one);
  await field(two, "uraian").fill("Uraian dari yang kedua");
  await two.getByLabel("Alasan perubahan").fill("menurut berita acara");
  await saveRow(two);
  await two.getByLabel("Uraian dari yang kedua").check();
  await press(two, "Simpan pilihan saya");
  await two.goto(`${office}/tabel/faktor/1`);
  assert.match(await text(two), /menurut berita acara/);
});

test("Who changes a row that somebody else has deleted still sees what they typed", LIMIT, async (t) => {
  const { one, two } = await atOneRow(t);
  await press(one, "Hapus baris ini");
  await field(two, "uraian").fill("Uraian dari yang kedua");
  await saveRow(two);
  const kept = await two.locator("main").evaluate((it) => {
    const fields = [...it.querySelectorAll("input, textarea")].map((field) => field.value);
    return [it.innerText, ...fields].join("\n");
  });
  assert.match(kept, /Uraian dari yang kedua/);
});

test("Who deletes a row that somebody else has changed sees the change and can still delete it", LIMIT, async (t) => {
  const { one, two } = await atOneRow(t);
  await field(one, "uraian").fill("Uraian dari yang pertama");
  await saveRow(one);
  await press(two, "Hapus baris ini");
  assert.match(await text(two), /Uraian dari yang pertama/);
  assert.ok(await two.getByRole("button", { name: /Hapus/ }).count(), "it can be deleted all the same");
});

test("Who is second at a text sees both texts, and nothing is lost", LIMIT, async (t) => {
  const app = await open(t);
  const [one, two] = [await app.as("perencana"), await app.as("perencana")];
  const address = `${office}/narasi/latar-belakang`;
  for (const page of [one, two]) await page.goto(address);
  await one.getByRole("textbox", { name: /^Teks/ }).fill("Teks dari yang pertama.");
  await press(one, "Simpan teks");
  await two.getByRole("textbox", { name: /^Teks/ }).fill("Teks dari yang kedua.");
  await press(two, "Simpan teks");
  assert.match(await two.getByRole("alert").innerText(), /Teks dari yang pertama\./);
  assert.equal(await two.getByRole("textbox", { name: /^Teks/ }).inputValue(), "Teks dari yang kedua.");

  await two.getByRole("textbox", { name: /^Teks/ }).fill("Teks dari yang pertama. Teks dari yang kedua.");
  await press(two, "Simpan teks");
  await one.goto(address);
  const kept = await one.getByRole("textbox", { name: /^Teks/ }).inputValue();
  assert.equal(kept.trim(), "Teks dari yang pertama. Teks dari yang kedua.");
  assert.match(await one.locator("section").last().innerText(), /Rani Contoh/, "the history says who wrote");
});

test("Who is second with a step of the approval is told, and the first step stands", LIMIT, async (t) => {
  const app = await open(t);
  const [one, two] = [await app.as("perencana"), await app.as("perencana")];
  for (const page of [one, two]) await page.goto(`${office}/ukur?tw=1`);
  for (const page of [one, two]) await press(page, "Ajukan pengukuran triwulan I");
  assert.match(await two.getByRole("alert").innerText(), /Orang lain mengambil langkah/);
  assert.match(await two.locator(".stasiun [aria-current]").innerText(), /Diajukan/);
});
