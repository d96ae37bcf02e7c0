import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, arrive, cell, follow, LIMIT, office, open, password, press, text, until, values } from "./selaras.mjs";

const FIRST = "r:ikt-1:2023:tw1";

/** All that a page shows or holds in its fields. */
function everything(page) {
  return page.locator("main").evaluate((it) => {
    const fields = [...it.querySelectorAll("input, textarea")].filter((field) => field.type !== "password");
    return [it.innerText, ...fields.map((field) => field.value)].join("\n");
  });
}

test("A form with errors keeps all that was typed, and names and marks the field", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/tabel/faktor/baru`);
  const field = (name) => page.locator(`[name="k:${name}"]`);
  await field("indikator").fill("iku-1");
  await field("tahun").fill("dua ribu");
  await field("jenis").selectOption("penghambat");
  await field("nomor").fill("7");
  await field("uraian").fill("Uraian yang panjang dan tidak boleh hilang");
  await press(page, "Tambahkan baris");
  const link = page.getByRole("alert").getByRole("link");
  assert.match(await link.first().innerText(), /dua ribu/);
  await link.first().click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "k:tahun", "the summary leads to the field");
  assert.equal(await field("tahun").getAttribute("aria-invalid"), "true");
  assert.equal(await field("indikator").inputValue(), "iku-1");
  assert.equal(await field("tahun").inputValue(), "dua ribu");
  assert.equal(await field("jenis").inputValue(), "penghambat");
  assert.equal(await field("nomor").inputValue(), "7");
  assert.equal(await field("uraian").inputValue(), "Uraian yang panjang dan tidak boleh hilang");
});

test("A required field that is left empty is named", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/tabel/faktor/baru`);
  await page.locator('[name="k:uraian"]').fill("Tanpa yang lain");
  await press(page, "Tambahkan baris");
  const targets = await page.getByRole("alert").getByRole("link").evaluateAll((all) => all.map((it) => it.getAttribute("href")));
  assert.ok(targets.includes("#f-indikator"), targets.join(" "));
  assert.equal(await page.locator('[name="k:uraian"]').inputValue(), "Tanpa yang lain");
});

test("A row with a reference to nothing is refused at its field, and stays typed", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/tabel/faktor/1`);
  await page.locator('[name="k:indikator"]').fill("iku-99");
  await page.getByLabel("Alasan perubahan").fill("pindah indikator");
  await press(page, "Simpan perubahan baris");
  assert.match(await page.getByRole("alert").innerText(), /./);
  assert.equal(await page.locator('[name="k:indikator"]').inputValue(), "iku-99");
  assert.equal(await page.getByLabel("Alasan perubahan").inputValue(), "pindah indikator");
  assert.equal(await page.locator('[name="k:indikator"]').getAttribute("aria-invalid"), "true", "the field is marked");
});

test("A new account with a wrong name is refused at its field, and stays typed", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("admin");
  await page.goto("/administrasi");
  await page.getByLabel("Akun", { exact: true }).fill("rina contoh");
  await page.getByLabel("Nama lengkap").fill("Rina Contoh");
  await press(page, "Buat akun");
  assert.equal(await page.getByRole("alert").getByRole("link").getAttribute("href"), "#f-akun");
  assert.equal(await page.getByLabel("Akun", { exact: true }).inputValue(), "rina contoh");
  assert.equal(await page.getByLabel("Nama lengkap").inputValue(), "Rina Contoh");
  assert.equal(await page.getByLabel("Akun", { exact: true }).getAttribute("aria-invalid"), "true", "the field is marked");
});

test("A role that cannot be given keeps everything that was chosen for it", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("admin");
  await page.goto("/administrasi/akun/pegawai");
  const fields = { peran: "kepala", perangkat: "", status: "plt", mulai: "2026-01-05", sampai: "2026-12-31" };
  for (const name of ["peran", "perangkat", "status"]) await page.locator(`[name="${name}"]`).selectOption(fields[name]);
  for (const name of ["mulai", "sampai"]) await page.locator(`[name="${name}"]`).fill(fields[name]);
  await press(page, "Beri peran");
  assert.match(await page.getByRole("alert").innerText(), /pilih yang mana/);
  const now = {};
  for (const name of Object.keys(fields)) now[name] = await page.locator(`[name="${name}"]`).inputValue();
  assert.deepEqual(now, fields);
});

/** Ends the session behind an open page, as twelve hours would. */
async function endSession(page) {
  const token = await page.locator('input[name="_t"]').first().getAttribute("value");
  const reply = await page.request.post("/keluar", { form: { _t: token }, maxRedirects: 0 });
  assert.equal(reply.status(), 303);
}

test("An expired session does not lose a text that was being written", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/narasi/latar-belakang`);
  await page.getByRole("textbox", { name: /^Teks/ }).fill("Kalimat yang ditulis satu jam lamanya.");
  await endSession(page);
  await press(page, "Simpan teks");
  await until(async () => /Masuk/.test(await text(page)), "the page asks for signing in");
  assert.match(await everything(page), /Kalimat yang ditulis satu jam lamanya\./);
});

test("An expired session does not lose a row that was being changed", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/tabel/faktor/1`);
  await page.locator('[name="k:uraian"]').fill("Uraian yang baru");
  await endSession(page);
  await press(page, "Simpan perubahan baris");
  await until(async () => /Masuk/.test(await text(page)), "the page asks for signing in");
  assert.match(await everything(page), /Uraian yang baru/);
});

test("An expired session leaves the cells of a sheet as typed, says why, and saves them after signing in in another tab", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/ukur?tw=1`);
  await endSession(page);
  await cell(page, FIRST).fill("91,5");
  assert.equal(await answered(page, () => page.keyboard.press("Tab")), 401);
  assert.deepEqual(await values(page, FIRST), ["91,5"]);
  assert.match(await text(page), /Masuk dahulu/);

  const other = await page.context().newPage();
  await other.goto("/masuk");
  await other.getByLabel("Akun", { exact: true }).fill("perencana");
  await other.getByLabel("Sandi", { exact: true }).fill(password);
  await press(other, "Masuk");
  await other.waitForURL(`**${office}`);
  await page.bringToFront();
  await cell(page, FIRST).fill("91,6");
  assert.equal(await answered(page, () => cell(page, FIRST).press("Tab")), 200);
});

test("Leaving a form with something typed in it asks first", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/narasi/latar-belakang`);
  await page.getByRole("textbox", { name: /^Teks/ }).pressSequentially("x");
  let asked = "";
  page.once("dialog", (it) => {
    asked = it.type();
    return it.accept();
  });
  await follow(page, "Kembali ke kerangka");
  await page.waitForURL(/\/lkjip$/);
  assert.equal(asked, "beforeunload");
});

test("After a form with errors, leaving asks as well", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/tabel/faktor/1`);
  await page.locator('[name="k:tahun"]').fill("dua ribu");
  await press(page, "Simpan perubahan baris");
  await page.getByRole("alert").waitFor();
  await page.getByRole("alert").click();
  let asked = "";
  page.once("dialog", (it) => {
    asked = it.type();
    return it.accept();
  });
  await follow(page, "Batal");
  await page.waitForURL(/\/tabel\/faktor$/);
  assert.equal(asked, "beforeunload");
});

test("The back button after saving a text shows what was saved", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/lkjip`);
  await page.goto(`${office}/narasi/latar-belakang`);
  await page.getByRole("textbox", { name: /^Teks/ }).fill("Teks baru.");
  await press(page, "Simpan teks");
  await until(async () => /Riwayat teks[^]*Rani Contoh/.test(await text(page)), "it is saved");
  await follow(page, "Kembali ke kerangka");
  await page.goBack();
  assert.match(await page.getByRole("textbox", { name: /^Teks/ }).inputValue(), /^Teks baru\./);
});

test("A text is shown as the report prints it while one types, and references are completed after a brace", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/narasi/latar-belakang`);
  const shown = page.locator("[data-pratinjau]");
  const field = page.locator("#teks");
  await field.fill("**Capaian** tahun ini ");
  await until(async () => (await shown.innerHTML()).includes("<strong>Capaian</strong>"));
  await field.press("End");
  await field.pressSequentially("{capaian iku-1 20");
  await page.getByRole("option", { name: "{capaian iku-1 2023}" }).waitFor();
  await field.press("Enter");
  assert.equal(await field.inputValue(), "**Capaian** tahun ini {capaian iku-1 2023}");
  await until(async () => /85,8/.test(await shown.innerText()));
  // A reference that leads nowhere is said at once, and nothing of this was saved.
  await field.pressSequentially(" {capaian iku-99 2023}");
  await until(async () => /iku-99/.test(await shown.locator(".galat").innerText().catch(() => "")));
  const other = await app.as("perencana");
  await other.goto(`${office}/narasi/latar-belakang`);
  assert.ok(!(await other.locator("#teks").inputValue()).includes("iku-99"));
  // Without the script the button shows the same, and keeps what was typed.
  await arrive(page, () => page.getByRole("button", { name: "Pratinjau" }).click());
  assert.match(await page.locator("#teks").inputValue(), /iku-99/);
  page.on("dialog", (it) => it.accept());
});

test("A role ends on a day with its reason, and the trail tells of it", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("admin");
  await page.goto("/administrasi/akun/perencana");
  await page.locator("summary").filter({ hasText: "Akhiri peran" }).first().click();
  await page.getByLabel("Hari terakhir", { exact: true }).fill("1999-12-31");
  await press(page, "Akhiri peran");
  assert.match(await text(page), /tidak boleh sebelum peran itu mulai/);
  await page.getByLabel("Hari terakhir", { exact: true }).fill("2099-12-31");
  await page.getByLabel("Alasan", { exact: true }).fill("pindah ke Bappeda");
  await press(page, "Akhiri peran");
  assert.match(await text(page), /31 Desember 2099/);
  await page.goto("/jejak-audit?objek=pengguna%2Fperencana");
  assert.match(await text(page), /pindah ke Bappeda/);
});

test("A lock that cannot be opened keeps its reason, and says all that is wrong beside the fields", LIMIT, async (t) => {
  const app = await open(t);
  for (const [who, step] of [["perencana", "ajukan"], ["verifikator", "verifikasi"], ["kepala", "setujui"], ["verifikator", "kunci"]]) {
    const versi = ["ajukan", "verifikasi", "setujui", "kunci"].indexOf(step);
    assert.equal((await app.ask(who, `${office}/ukur/tw1/${step}`, { versi })).status, 303, step);
  }
  for (const javaScriptEnabled of [true, false]) {
    const page = await app.as("admin", { javaScriptEnabled });
    await page.goto(`${office}/ukur?tw=1`);
    await page.locator("summary").filter({ hasText: "Buka kunci" }).click();
    const reason = page.getByLabel("Alasan", { exact: true });
    const last = page.getByLabel("Dibuka sampai", { exact: true });
    await last.fill("2020-01-01");
    await reason.fill("   ");
    await press(page, "Buka kunci");
    assert.equal(await page.getByRole("alert").getByRole("link").count(), 2, "both are said at once");
    for (const field of [reason, last]) {
      assert.equal(await field.getAttribute("aria-invalid"), "true");
      const described = await field.getAttribute("aria-describedby");
      assert.match(await page.locator(`[id="${described}"]`).innerText(), /./);
    }
    assert.equal(await last.inputValue(), "2020-01-01");
    await reason.fill("Angka triwulan I keliru");
    await press(page, "Buka kunci");
    assert.equal(await reason.inputValue(), "Angka triwulan I keliru");
    assert.equal(await page.getByRole("alert").getByRole("link").count(), 1);
  }
});

test("A remark that says nothing comes back, and leads back to what it is about", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/tabel/faktor/1`);
  await page.locator("summary").filter({ hasText: "Tulis komentar" }).click();
  await press(page, "Kirim komentar");
  assert.equal(await page.getByLabel("Komentar", { exact: true }).getAttribute("aria-invalid"), "true");
  await page.getByLabel("Komentar", { exact: true }).fill("Sumbernya apa?");
  await press(page, "Kirim komentar");
  assert.match(page.url(), /tabel\/faktor\/1#komentar$/);
  assert.match(await text(page), /Sumbernya apa\?/);
});

test("A form that comes back has the focus on what is wrong, wherever on the page it stands", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("admin", { viewport: { width: 390, height: 600 } });
  await page.goto("/administrasi/akun/perencana");
  await page.getByLabel("Sejak", { exact: true }).fill("");
  await press(page, "Akhiri akun perencana");
  const alert = page.getByRole("alert");
  await until(() => alert.evaluate((it) => it === document.activeElement), "what is wrong has the focus");
  await until(() => alert.evaluate((it) => {
    const { top, bottom } = it.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }), "it is in view");
});
