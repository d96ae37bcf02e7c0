// Pages on paper: whole tables with their heads, whatever the width of the sheet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMIT, office, open } from "./selaras.mjs";

/** A sheet of A4 without its margins, in pixels of a screen. */
const SHEET = { width: 720, height: 1020 };

test("On paper tables keep their heads and all quarters, and the tree is open", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(SHEET);
  const shown = (selector) => page.locator(selector).evaluateAll((all) => all.filter((it) => it.getClientRects().length > 0).length);
  for (const address of [`${office}/renstra`, `${office}/anggaran`, `${office}/ukur?tw=4`]) {
    await page.goto(address);
    assert.ok(await shown("thead th") > 3, `${address} has a head`);
    assert.equal(await shown("td"), await page.locator("td").count(), `${address} has every cell`);
  }
  await page.goto(`${office}/ukur?tw=4`);
  const quarters = await page.locator("thead th.tw").count();
  assert.equal(await shown("thead th.tw"), quarters);
  await page.goto(`${office}/pohon`);
  const boxes = await page.locator(".pohon .kotak").count();
  assert.ok(boxes > 3);
  assert.equal(await shown(".pohon .kotak"), boxes);
});
