// The trail of a figure, beside its page and on a page of its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { arrive, enter, LIMIT, office, open, text, until } from "./selaras.mjs";

const FIRST = "v:iku-1:usulan:2023:tw1";

/** The sheet with a figure that was just entered, and the link to its trail. */
async function entered(t, options) {
  const app = await open(t);
  const page = await app.as("perencana", options);
  await page.goto(`${office}/ukur?tw=1`);
  await enter(page, FIRST, "400");
  assert.equal(await enter(page, "v:iku-1:selesai:2023:tw1", "350"), 200);
  return { page, figure: page.locator('[id="d:iku-1:tw1:realisasi"] a') };
}

test("A figure opens its trail beside the sheet, which goes on; Escape closes it and gives the focus back", LIMIT, async (t) => {
  const { page, figure } = await entered(t);
  const address = page.url();
  await figure.focus();
  await page.keyboard.press("Enter");
  const trail = page.getByRole("dialog");
  await trail.waitFor();
  assert.equal(page.url(), address, "the page stays");
  assert.match(await trail.innerText(), /87,5/);
  assert.match(await trail.innerText(), /diisi .+, \d+ \w+ \d{4} pukul/, "who entered it, and when");
  assert.match(await trail.innerText(), /belum ada bukti triwulan I\b/);
  assert.equal(await trail.evaluate((it) => it.contains(document.activeElement)), true);
  const right = await page.locator("main").evaluate((it) => it.getBoundingClientRect().right);
  const left = await trail.evaluate((it) => it.getBoundingClientRect().left);
  assert.ok(right <= left + 1, "it pushes and does not cover");
  // What is entered meanwhile is seen in it.
  await enter(page, "v:iku-1:selesai:2023:tw1", "300");
  await until(async () => /75/.test(await trail.innerText()), "the new figure in the trail");
  await trail.getByRole("button", { name: "Tutup" }).focus();
  await page.keyboard.press("Escape");
  assert.equal(await trail.count(), 0);
  assert.equal(await figure.evaluate((it) => it === document.activeElement), true, "the focus is back");
});

test("A trail is copied as a text", LIMIT, async (t) => {
  const { page, figure } = await entered(t, { permissions: ["clipboard-read", "clipboard-write"] });
  await figure.click();
  await page.getByRole("dialog").getByRole("button", { name: "Salin sebagai teks" }).click();
  await page.getByText("Tersalin.").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^Realisasi .+: 87,5/);
  assert.match(copied, /^Hitungan: .+ = 87,5/m);
  assert.match(copied, /^Alamat: http.+jejak\?/m);
});

test("On a phone the trail lies over the page until it is closed", LIMIT, async (t) => {
  const { page, figure } = await entered(t, { viewport: { width: 390, height: 844 } });
  await figure.click();
  const trail = page.getByRole("dialog");
  await trail.waitFor();
  assert.equal(await trail.evaluate((it) => it.matches(":modal") && it.scrollWidth <= innerWidth), true);
  await page.keyboard.press("Escape");
  assert.equal(await trail.count(), 0);
});

test("Without JavaScript a figure opens the page of its trail, from which one comes back, also through others", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana", { javaScriptEnabled: false });
  await page.goto(`${office}/capaian?tw=4`);
  const from = page.url();
  await arrive(page, () => page.locator("main a.angka").first().click());
  assert.match(page.url(), /jejak\?/);
  assert.match(await text(page), /Jejak ini sebagai teks/);
  const next = page.locator(".jejak td.angka a").first();
  if (await next.count()) await arrive(page, () => next.click());
  await arrive(page, () => page.getByRole("link", { name: "Kembali" }).click());
  assert.equal(page.url(), from);
});

test("On a phone the phases are one menu that says where one is, and every page of the phase is in it", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana", { viewport: { width: 390, height: 844 } });
  await page.goto(`${office}/register`);
  const menu = page.locator(".tahap > summary");
  assert.equal(await menu.innerText(), "Ukur: Register");
  const links = page.locator(".isi-fase a, .anak a");
  assert.equal(await links.first().isVisible(), false);
  await menu.click();
  const boxes = await links.evaluateAll((all) => all.map((it) => it.getBoundingClientRect()).map((it) => [it.left, it.right, it.height]));
  assert.ok(boxes.length > 8 && boxes.every(([left, right, height]) => left >= 0 && right <= 390 && height >= 44), JSON.stringify(boxes));
  await arrive(page, () => page.locator(".anak").getByRole("link", { name: "Pengukuran", exact: true }).click());
  assert.match(page.url(), /\/ukur/);
  const cut = await page.locator(".ukur").evaluate((it) => [...it.querySelectorAll("td, th")].filter((cell) => cell.getBoundingClientRect().right > innerWidth).length);
  assert.equal(cut, 0, "no column of the sheet is cut");
});

test("The tree grows from left to right in its own frame, opens with the keyboard, and is an outline on a phone", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/pohon?sampai=program`);
  const left = (selector) => page.locator(selector).first().evaluate((it) => it.getBoundingClientRect().left);
  const [first, second] = [await left(".pohon > li > .kotak"), await left(".pohon > li > details > ul > li > .kotak")];
  assert.ok(second > first + 250, "the second level stands right of the first");
  const widths = await page.locator(".pohon .kotak").evaluateAll((all) => [...new Set(all.filter((it) => it.offsetWidth > 0).map((it) => it.offsetWidth))]);
  assert.equal(widths.length, 1, "boxes of one width");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "only its frame scrolls");
  const summary = page.locator(".pohon details:not([open]) > summary:visible").first();
  await summary.focus();
  const n = () => page.locator(".pohon .kotak:visible").count();
  const before = await n();
  await page.keyboard.press("Enter");
  assert.ok(await n() > before, "Enter opens a part");
  await page.setViewportSize({ width: 390, height: 844 });
  assert.ok(await left(".pohon > li > details > ul > li > .kotak") < 60, "an outline");
});
