// Beranda and the whole pemda: what waits for each role and until when, what changed, and every figure
// one click from its reason.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addRow, arrive, download, enter, follow, LIMIT, office, open, press, text } from "./selaras.mjs";

const CITY = "/kota/2023";

/** The list of offices of the city. */
const list = (page) => page.locator('section[aria-labelledby="semua"]');

test("What somebody changes stands on Beranda with their name and in words, and leads to its place", LIMIT, async (t) => {
  const app = await open(t);
  const rani = await app.as("perencana");
  await rani.goto(`${office}/ukur?tw=2`);
  await enter(rani, "r:ikt-1:2023:tw2", "80");
  await rani.reload();
  await enter(rani, "r:ikt-1:2023:tw2", "91,5");
  const sari = await app.as("kepala");
  await sari.goto(office);
  const changes = sari.locator('section[aria-labelledby="perubahan"]');
  const newest = await changes.getByRole("listitem").first().innerText();
  assert.match(newest, /Rani Contoh mengubah realisasi Indeks Kepuasan Aparatur, TW II: 80 → 91,5/);
  assert.doesNotMatch(await changes.innerText(), /perencana/, "an account is not a name");
  await follow(sari, /realisasi Indeks Kepuasan Aparatur, TW II/, changes.getByRole("listitem").first());
  assert.match(sari.url(), /\/ukur\?tw=2$/);
});

test("Beranda of an office shows its performance until the quarter that the frame names", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(office);
  await page.locator("summary").filter({ hasText: "s.d. triwulan" }).click();
  await follow(page, "s.d. triwulan II", page.locator(".menu[open]"));
  assert.match(page.url(), /tw=2/);
  assert.match(await text(page), /Kinerja s\.d\. triwulan II 2023/);
  await page.goto(`${office}?tw=4`);
  const total = page.locator('section[aria-labelledby="iku"] td[data-judul="Capaian (%)"] a.angka').filter({ hasText: /\d/ }).first();
  const shown = await total.innerText();
  await total.click();
  const trail = page.getByRole("dialog");
  assert.ok((await trail.innerText()).includes(shown.replace("%", "")), "the trail says the same figure");
});

test("The list of offices is narrowed, searched and sorted in its address, and exported as it is seen", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("walikota");
  await page.goto(`${CITY}?tw=1`);
  await page.getByLabel("Tanda", { exact: true }).selectOption("Belum menyampaikan");
  await arrive(page, () => page.getByRole("button", { name: "Cari", exact: true }).click());
  assert.match(page.url(), /tanda=Belum\+menyampaikan/);
  assert.match(page.url(), /tw=1/, "the quarter stays");
  for (const [head, name] of [["Terlambat (hari)", "terlambat"], ["Dari tahun lalu", "selisih"], ["Keadaan", "keadaan"]]) {
    await follow(page, head, list(page));
    assert.match(page.url(), new RegExp(`urut=${name}`));
    assert.match(page.url(), /tanda=Belum\+menyampaikan/, "sorting keeps the filter");
  }
  const csv = await download(page, () => page.getByRole("link", { name: "Unduh CSV" }).click());
  const [head, ...rows] = csv.bytes.toString("utf8").trim().split("\r\n");
  for (const column of ["Selisih (poin)", "Tanggal diajukan", "Terlambat (hari)", "Laporan kinerja"]) assert.ok(head.includes(column), column);
  assert.equal(rows.length, await list(page).locator("tbody tr").count());
  await page.goto(`${CITY}?tanda=Laporan+disahkan`);
  assert.match(await text(page), /Tidak ada yang cocok dengan saringan ini/);
  await follow(page, "Tampilkan semua", page.locator(".hampa"));
  assert.equal(await list(page).locator("tbody tr").count(), 1);
});

test("Capaian and absorption in the list lead to their trails, with the same figure", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("walikota");
  for (const column of [1, 4]) {
    await page.goto(`${CITY}?tw=4`);
    const figure = list(page).locator("tbody tr").first().locator("th, td").nth(column).getByRole("link");
    const shown = await figure.innerText();
    await figure.click();
    const trail = page.getByRole("dialog");
    assert.ok((await trail.innerText()).includes(shown), `${shown} stands in its trail`);
    await arrive(page, () => trail.getByRole("link", { name: "Buka sebagai halaman" }).click());
    assert.match(page.url(), /\/pd\/BKPSDM\/2023\/jejak\?/);
    assert.ok((await text(page)).includes(shown), "and on its page");
  }
});

test("An agreement that waits leads the kepala daerah to its signature, with the last day", LIMIT, async (t) => {
  const app = await open(t);
  const rani = await app.as("perencana");
  await addRow(rani, "dokumen", { id: "pk-uji", jenis: "perjanjian_kinerja", judul: "Perjanjian Kinerja Uji", tahun: "2023" });
  await addRow(rani, "perjanjian_kinerja", { id: "pk-uji", dokumen: "pk-uji", tahun: "2023", pihak_pertama: "erinasrizal", pihak_kedua: "paisal", tempat: "Dumai", status: "diajukan" });
  const dewi = await app.as("walikota");
  await dewi.goto("/beranda");
  const task = dewi.getByRole("listitem").filter({ hasText: "Perjanjian Kinerja Uji menunggu tanda tangan Anda." });
  await follow(dewi, "Tandatangani", task);
  assert.match(dewi.url(), /perjanjian\/pk-uji\/tanda-tangan\?pihak=kedua/);
});

test("The trend is drawn and stands in a table beside it, by year and by quarter", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("verifikator");
  await page.goto(`${CITY}?tw=4`);
  const trend = page.locator('section[aria-labelledby="kecenderungan"]');
  assert.equal(await trend.getByRole("img").count(), 2);
  for (const it of await trend.getByRole("img").all()) assert.match(await it.getAttribute("aria-label"), /2023/);
  assert.equal(await trend.getByRole("table").count(), 2);
  const row = trend.getByRole("table").first().getByRole("row", { name: /^Capaian/ });
  const drawn = await trend.getByRole("img").first().textContent();
  assert.ok(drawn.includes((await row.getByRole("cell").last().innerText()).trim()), "the last value is labelled");
});

test("Whoever verifies finds on Beranda what came in, and what was done with it by whom", LIMIT, async (t) => {
  const app = await open(t);
  const rani = await app.as("perencana");
  await rani.goto(`${office}/ukur?tw=1`);
  await enter(rani, "r:ikt-1:2023:tw1", "91,5");
  await press(rani, "Ajukan pengukuran triwulan I");
  const made = await app.as("verifikator");
  await made.goto("/beranda");
  await follow(made, "Verifikasi", made.getByRole("listitem").filter({ hasText: "Verifikasi pengukuran triwulan I 2023" }));
  await press(made, "Verifikasi pengukuran triwulan I");
  await made.goto("/beranda");
  assert.doesNotMatch(await text(made), /Verifikasi pengukuran triwulan I 2023/);
  const changes = await made.locator('section[aria-labelledby="perubahan"]').innerText();
  assert.match(changes, /Made Contoh memverifikasi pengukuran triwulan I BKPSDM 2023/);
  assert.match(changes, /Rani Contoh mengajukan pengukuran triwulan I BKPSDM 2023/);
});
