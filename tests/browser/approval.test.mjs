import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, enter, follow, LIMIT, office, open, press, stages, text, values } from "./selaras.mjs";

const FIRST = "r:ikt-1:2023:tw1";
const TW1 = `${office}/ukur?tw=1`;

function station(page) {
  return page.locator(".stasiun [aria-current]").innerText();
}

/** Opens the menu of a step that needs a reason, fills it in and takes the step. */
async function stepWithReason(page, name, reason) {
  await page.locator("summary").filter({ hasText: name }).click();
  await page.getByLabel("Alasan", { exact: true }).fill(reason);
  await press(page, name);
}

test("A request for corrections goes to the planner with its reason, and comes back corrected", LIMIT, async (t) => {
  const app = await open(t);
  const rani = await app.as("perencana");
  const made = await app.as("verifikator");
  const stage = stages(t);
  const reason = "Nilai triwulan I belum sesuai dengan berita acara.";

  await stage("the planner submits", async () => {
    await rani.goto(TW1);
    await enter(rani, FIRST, "19,5");
    await press(rani, "Ajukan pengukuran triwulan I");
    assert.match(await station(rani), /Diajukan/);
    assert.equal(await cell(rani, FIRST).count(), 0, "what is submitted is not edited any more");
  });

  await stage("the verifier cannot ask for corrections without a reason", async () => {
    await made.goto(TW1);
    await made.locator("summary").filter({ hasText: "Minta perbaikan" }).click();
    await press(made, "Minta perbaikan");
    assert.match(await text(made), /Tulis alasan/);
    assert.equal(await made.getByLabel("Alasan", { exact: true }).getAttribute("aria-invalid"), "true");
    await made.getByLabel("Alasan", { exact: true }).fill("   ");
    await press(made, "Minta perbaikan");
    assert.match(await text(made), /Tulis alasan/);
  });

  await stage("the verifier asks for corrections with a reason", async () => {
    await made.goto(TW1);
    await stepWithReason(made, "Minta perbaikan", reason);
    assert.match(await station(made), /Perlu perbaikan/);
  });

  await stage("the planner sees the reason on Beranda and on the sheet", async () => {
    await rani.goto("/beranda");
    const task = rani.getByRole("listitem").filter({ hasText: "Perbaiki pengukuran triwulan I" });
    assert.ok((await task.innerText()).includes(reason));
    await follow(rani, "Perbaiki", task);
    assert.ok((await text(rani)).includes(reason));
  });

  await stage("the planner corrects and submits again; the verifier verifies the corrected value", async () => {
    await enter(rani, FIRST, "91,5");
    await press(rani, "Ajukan pengukuran triwulan I");
    await made.goto(TW1);
    assert.match(await text(made), /91,5\s*\?/, "the corrected value is not verified yet");
    await press(made, "Verifikasi pengukuran triwulan I");
    assert.doesNotMatch(await text(made), /91,5\s*\?/);
    assert.doesNotMatch(await text(made), new RegExp(reason), "what was asked for is done");
  });
});

test("The planner takes back what nobody has verified yet", LIMIT, async (t) => {
  const app = await open(t);
  const rani = await app.as("perencana");
  await rani.goto(TW1);
  await press(rani, "Ajukan pengukuran triwulan I");
  await press(rani, "Tarik kembali");
  assert.match(await station(rani), /Draf/);
  assert.equal(await cell(rani, FIRST).count(), 1);
});

test("A locked quarter is read only until an administrator unlocks it with a reason and a last day", LIMIT, async (t) => {
  const app = await open(t);
  const rani = await app.as("perencana");
  const made = await app.as("verifikator");
  const sari = await app.as("kepala");
  const admin = await app.as("admin");
  const stage = stages(t);
  const reason = "Temuan pemeriksaan atas data kepegawaian.";

  await stage("the quarter is submitted, verified, approved and locked", async () => {
    await rani.goto(TW1);
    await enter(rani, FIRST, "19,5");
    await press(rani, "Ajukan pengukuran triwulan I");
    for (const [page, button] of [
      [made, "Verifikasi pengukuran triwulan I"], [sari, "Setujui pengukuran triwulan I"], [made, "Kunci pengukuran triwulan I"],
    ]) {
      await page.goto(TW1);
      await press(page, button);
    }
  });

  await stage("nobody finds a field in it, neither in the sheet nor among the steps", async () => {
    for (const page of [rani, made, sari]) {
      await page.goto(TW1);
      assert.match(await station(page), /Dikunci/);
      assert.equal(await page.locator('input.sel[name$=":tw1"]').count(), 0);
      assert.equal(await page.locator(".langkah").count(), 0, "and no step to take");
    }
    assert.equal(await cell(rani, "r:ikt-1:2023:tw2").count(), 1, "the other quarters stay open");
  });

  await stage("a row of it cannot be changed in the table either", async () => {
    await rani.goto(`${office}/tabel/realisasi?cari=ikt-1`);
    await follow(rani, "Ubah", rani.getByRole("row").filter({ hasText: /triwulan I(?![IV])/i }));
    await rani.locator('[name="k:nilai"]').fill("99");
    await press(rani, "Simpan perubahan baris");
    assert.match(await rani.getByRole("alert").innerText(), /kunci/i);
    assert.equal(await rani.locator('[name="k:nilai"]').inputValue(), "99", "what was typed stays");
  });

  await stage("the administrator unlocks it with a reason and a last day", async () => {
    await admin.goto(TW1);
    await admin.locator("summary").filter({ hasText: "Buka kunci" }).click();
    const last = new Date(Date.now() + 30 * 3_600_000).toISOString().slice(0, 10);
    await admin.getByLabel("Alasan", { exact: true }).fill(reason);
    await admin.getByLabel("Dibuka sampai").fill(last);
    await press(admin, "Buka kunci");
    assert.match(await station(admin), /Dibuka kembali/);
    assert.match(await text(admin), /dapat diubah sampai \d+ \p{L}+ \d{4}/u);
  });

  await stage("the planner edits again and sees why", async () => {
    await rani.goto(TW1);
    assert.ok((await text(rani)).includes(reason));
    assert.equal(await enter(rani, FIRST, "91,5"), 200);
    await rani.reload();
    assert.deepEqual(await values(rani, FIRST), ["91,5"]);
  });

  await stage("the trail shows who unlocked, why, and the value that changed", async () => {
    await admin.goto("/jejak-audit");
    const unlocking = admin.getByRole("row").filter({ hasText: "buka-kunci" });
    assert.match(await unlocking.innerText(), /admin/);
    assert.ok((await unlocking.innerText()).includes(reason));
    const change = admin.getByRole("row").filter({ hasText: "realisasi" }).filter({ hasText: "91.5" });
    assert.match(await change.first().innerText(), /perencana/);
    assert.match(await change.first().innerText(), /19\.5/);
  });

  await stage("the planner's Beranda shows the quarter as opened again", async () => {
    await rani.goto(office);
    assert.match(await rani.getByRole("listitem").filter({ has: rani.getByRole("link", { name: "Triwulan I", exact: true }) }).innerText(), /Dibuka kembali/);
  });
});

test("Each person is offered the steps of their role only, and the server refuses the others", LIMIT, async (t) => {
  const app = await open(t);
  const rani = await app.as("perencana");
  const tono = await app.as("pegawai");
  await tono.goto(TW1);
  assert.equal(await tono.locator(".langkah").count(), 0);
  assert.equal(await cell(tono, FIRST).count(), 1, "an employee enters values");
  await rani.goto(TW1);
  await press(rani, "Ajukan pengukuran triwulan I");
  const token = await rani.locator('input[name="_t"]').first().getAttribute("value");
  const reply = await rani.request.post(`${office}/ukur/tw1/verifikasi`, { form: { _t: token, versi: "1" } });
  assert.equal(reply.status(), 403);
});
