import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, arrive, cell, enter, LIMIT, office, open, password, paste, press, text, until, values } from "./selaras.mjs";

const FIRST = "r:ikt-1:2023:tw1";
const SECOND = "r:ikt-2:2023:tw1";

/** Presses Tab until the focus is where it should be, and no more often than a person would. */
async function tabTo(page, isThere, limit = 60) {
  for (let n = 0; n < limit; n += 1) {
    if (await page.evaluate(isThere)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`not reached with ${limit} times Tab: ${isThere}`);
}

function focused(page) {
  return page.evaluate(() => document.activeElement.name);
}

/** The sheet of the first quarter, open for a planner. */
async function sheet(t, query = "?tw=1") {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/ukur${query}`);
  return page;
}

/** Whether leaving the page asks first. */
async function asksBeforeLeaving(page) {
  let asked = false;
  page.once("dialog", (it) => {
    asked = it.type() === "beforeunload";
    return it.accept();
  });
  await page.goto(office);
  page.removeAllListeners("dialog");
  return asked;
}

test("With the keyboard alone one signs in, reaches Ukur and fills a sheet that is there after a reload", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as();
  const keys = page.keyboard;
  await page.goto("/masuk");
  await keys.type("perencana");
  await keys.press("Tab");
  await keys.type(password);
  await arrive(page, () => keys.press("Enter"));
  await page.waitForURL(`**${office}`);
  await tabTo(page, () => document.activeElement.textContent === "Ukur");
  await arrive(page, () => keys.press("Enter"));
  await page.waitForURL(`**${office}/ukur`);
  await tabTo(page, () => document.activeElement.matches("input.sel"));
  assert.equal(await focused(page), `sel:${FIRST}`);

  await keys.type("91,5");
  assert.equal(await answered(page, () => keys.press("Enter")), 200);
  assert.equal(await focused(page), `sel:${SECOND}`, "Enter leads down");
  await keys.type("62,25");
  assert.equal(await answered(page, () => keys.press("Tab")), 200);
  assert.equal(await focused(page), "sel:r:ikt-2:2023:tw2", "Tab leads right");
  await keys.press("ArrowDown");
  assert.equal(await focused(page), "sel:v:iku-1:selesai:2023:tw2", "an arrow leads down, past figures that are computed");
  await keys.type("350");
  assert.equal(await answered(page, () => keys.press("ArrowDown")), 200);
  await keys.type("400");
  assert.equal(await answered(page, () => keys.press("ArrowUp")), 200);
  assert.equal(await focused(page), "sel:v:iku-1:selesai:2023:tw2", "an arrow leads up");
  const computed = page.locator('[id="d:iku-1:tw2:realisasi"]');
  await until(async () => (await computed.innerText()).startsWith("87,5"), "the realisasi follows");
  assert.match(await page.locator("[data-kabar]").innerText(), /^tersimpan \d\d\.\d\d$/);

  await page.reload();
  assert.deepEqual(
    await values(page, FIRST, SECOND, "v:iku-1:selesai:2023:tw2", "v:iku-1:usulan:2023:tw2"),
    ["91,5", "62,25", "350", "400"],
  );
});

test("Enter saves a cell with one request, so that one undo takes it back", LIMIT, async (t) => {
  const page = await sheet(t);
  const posts = [];
  page.on("request", (it) => { if (it.method() === "POST") posts.push(it.url()); });
  const field = cell(page, FIRST);
  const before = await field.inputValue();
  await field.fill("33,5");
  await answered(page, () => page.keyboard.press("Enter"));
  assert.equal(posts.length, 1);
  await answered(page, () => page.keyboard.press("Control+z"));
  assert.equal(await field.inputValue(), before);
});

test("Enter in the last row of a column saves the cell too", LIMIT, async (t) => {
  const page = await sheet(t);
  const last = (await page.locator('input.sel[name$=":tw1"]').evaluateAll((all) => all.map((it) => it.name))).at(-1);
  await page.locator(`[name="${last}"]`).fill("3785");
  assert.equal(await answered(page, () => page.keyboard.press("Enter")), 200);
});

test("Esc gives back the old value", LIMIT, async (t) => {
  const page = await sheet(t);
  await enter(page, FIRST, "91,5");
  await cell(page, FIRST).focus();
  await page.keyboard.type("12345");
  await page.keyboard.press("Escape");
  assert.deepEqual(await values(page, FIRST), ["91,5"]);
  await page.keyboard.press("Tab");
  assert.equal(await asksBeforeLeaving(page), false, "nothing is unsaved");
  await page.goto(`${office}/ukur?tw=1`);
  assert.deepEqual(await values(page, FIRST), ["91,5"]);
});

test("Ctrl Z undoes the cells that were kept, one step after the other", LIMIT, async (t) => {
  const page = await sheet(t);
  await enter(page, FIRST, "91,5");
  await enter(page, FIRST, "92,5");
  await enter(page, SECOND, "60");
  await answered(page, () => page.keyboard.press("Control+z"));
  assert.deepEqual(await values(page, FIRST, SECOND), ["92,5", ""]);
  await answered(page, () => page.keyboard.press("Control+z"));
  assert.deepEqual(await values(page, FIRST, SECOND), ["91,5", ""]);
  await page.reload();
  assert.deepEqual(await values(page, FIRST, SECOND), ["91,5", ""], "the undoing is kept as well");
});

test("A number above a thousand can be undone to", LIMIT, async (t) => {
  const page = await sheet(t);
  assert.equal(await enter(page, FIRST, "1234"), 200);
  assert.equal(await enter(page, FIRST, "92"), 200);
  assert.equal(await answered(page, () => page.keyboard.press("Control+z")), 200);
  await page.reload();
  assert.deepEqual(await values(page, FIRST), ["1.234"]);
});

test("A block pasted from Excel says what it will do, then does it, and is undone in one step", LIMIT, async (t) => {
  const page = await sheet(t);
  await paste(page, FIRST, "90,1\t90,2\t90,3\r\n61,1\t61,2\t61,3\r\n");
  const question = page.getByRole("alertdialog");
  assert.match(await question.innerText(), /6 sel akan diisi/);
  assert.deepEqual(await values(page, FIRST, SECOND), ["", ""], "nothing is filled before the answer");
  assert.equal(await answered(page, () => page.keyboard.press("Enter")), 200);
  assert.equal(await question.count(), 0);
  assert.equal(await focused(page), `sel:${FIRST}`, "the focus is where it was");
  await page.reload();
  const block = [FIRST, "r:ikt-1:2023:tw2", "r:ikt-1:2023:tw3", SECOND, "r:ikt-2:2023:tw2", "r:ikt-2:2023:tw3"];
  assert.deepEqual(await values(page, ...block), ["90,1", "90,2", "90,3", "61,1", "61,2", "61,3"]);

  await paste(page, FIRST, "1\t2\n3\t4");
  assert.match(await question.innerText(), /4 sel akan diisi, 4 menimpa nilai lama[\s\S]*90,1 → 1/, "what is lost is said");
  await answered(page, () => page.keyboard.press("Enter"));
  await answered(page, () => page.keyboard.press("Control+z"));
  await page.reload();
  assert.deepEqual(await values(page, ...block), ["90,1", "90,2", "90,3", "61,1", "61,2", "61,3"]);
});

test("A pasted block that one takes back with Esc changes nothing", LIMIT, async (t) => {
  const page = await sheet(t);
  await paste(page, FIRST, "90,1\t90,2");
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("alertdialog").count(), 0);
  assert.deepEqual(await values(page, FIRST), [""]);
  assert.equal(await focused(page), `sel:${FIRST}`);
});

test("A pasted block that reaches beyond the sheet says how much it leaves out", LIMIT, async (t) => {
  const page = await sheet(t);
  await paste(page, "r:ikt-1:2023:tw4", "1\t2\t3\t4");
  assert.match(await page.getByRole("alertdialog").innerText(), /2 sel akan diisi, 2 nilai di luar lembar dilewati/);
});

test("When a pasted block has one wrong number, mending that one saves the whole block", LIMIT, async (t) => {
  const page = await sheet(t);
  await paste(page, FIRST, "90,1\tsembilan\t90,3");
  assert.equal(await answered(page, () => page.keyboard.press("Enter")), 422);
  const wrong = "r:ikt-1:2023:tw2";
  assert.equal(await cell(page, wrong).getAttribute("aria-invalid"), "true");
  await enter(page, wrong, "90,2");
  await until(async () => (await page.locator("[data-kabar]").innerText()).startsWith("tersimpan"), "the sheet is saved");
  await page.reload();
  assert.deepEqual(await values(page, FIRST, wrong, "r:ikt-1:2023:tw3"), ["90,1", "90,2", "90,3"]);
});

test("Of a pasted block every wrong number is marked with its own reason, and none of it is kept", LIMIT, async (t) => {
  const page = await sheet(t);
  await paste(page, FIRST, "90,1\tsembilan\tbanyak sekali");
  assert.equal(await answered(page, () => page.keyboard.press("Enter")), 422);
  for (const [name, typed] of [["r:ikt-1:2023:tw2", "sembilan"], ["r:ikt-1:2023:tw3", "banyak"]]) {
    assert.equal(await cell(page, name).getAttribute("aria-invalid"), "true", name);
    const described = await cell(page, name).getAttribute("aria-describedby");
    assert.match(await page.locator(`[id="${described}"]`).innerText(), new RegExp(typed), "the reason stands beside the cell");
  }
  assert.equal(await cell(page, FIRST).getAttribute("aria-invalid"), null);
  assert.match(await page.locator("[data-kabar]").innerText(), /Belum ada yang tersimpan. Dari 3 sel, 2 perlu diperbaiki/);
  await enter(page, "r:ikt-1:2023:tw2", "90,2");
  await enter(page, "r:ikt-1:2023:tw3", "90,3");
  await until(async () => /^tersimpan .*, 3 sel/.test(await page.locator("[data-kabar]").innerText()), "it says how much is saved");
  await page.reload();
  assert.deepEqual(await values(page, FIRST, "r:ikt-1:2023:tw2", "r:ikt-1:2023:tw3"), ["90,1", "90,2", "90,3"]);
});

test("A wrong number stays as it was typed, with its reason in words", LIMIT, async (t) => {
  const page = await sheet(t);
  assert.equal(await enter(page, FIRST, "sembilan puluh"), 422);
  assert.deepEqual(await values(page, FIRST), ["sembilan puluh"]);
  assert.equal(await cell(page, FIRST).getAttribute("aria-invalid"), "true");
  // A title shows to a mouse only; who works with the keyboard must find the reason on the page.
  assert.match(await text(page), /bukan bagian dari angka/);
});

test("A wrong number says its reason to a screen reader", LIMIT, async (t) => {
  const page = await sheet(t);
  await enter(page, FIRST, "sembilan puluh");
  const described = await cell(page, FIRST).evaluate((it) => {
    const ids = it.getAttribute("aria-describedby") ?? it.getAttribute("aria-errormessage") ?? "";
    return ids.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ") + it.title;
  });
  assert.match(described, /bukan bagian dari angka/);
});

test("Leaving with a wrong number asks first; once it is mended nobody asks any more", LIMIT, async (t) => {
  const page = await sheet(t);
  await enter(page, FIRST, "sembilan puluh");
  assert.equal(await asksBeforeLeaving(page), true);
  await page.goto(`${office}/ukur?tw=1`);
  await enter(page, FIRST, "sembilan puluh");
  await enter(page, FIRST, "90");
  assert.equal(await asksBeforeLeaving(page), false);
});

test("A lost line keeps what was typed, and it can be sent again with Enter", LIMIT, async (t) => {
  const page = await sheet(t);
  await page.route("**/ukur*", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await cell(page, FIRST).fill("91,5");
  await page.keyboard.press("Tab");
  await until(async () => /Sambungan terputus/.test(await text(page)), "the sheet says so");
  assert.deepEqual(await values(page, FIRST), ["91,5"]);
  await page.unroute("**/ukur*");
  await cell(page, FIRST).focus();
  assert.equal(await answered(page, () => page.keyboard.press("Enter")), 200);
  await page.reload();
  assert.deepEqual(await values(page, FIRST), ["91,5"]);
});

test("On a slow line a cell can be corrected while it is being saved, and the last value counts", LIMIT, async (t) => {
  const page = await sheet(t);
  await page.route("**/ukur*", async (route) => {
    if (route.request().method() === "POST") await new Promise((done) => setTimeout(done, 400));
    await route.continue();
  });
  await cell(page, FIRST).fill("91");
  await page.keyboard.press("Tab");
  await cell(page, FIRST).fill("92");
  await page.keyboard.press("Tab");
  await until(async () => {
    const [value] = await values(page, FIRST);
    return value === "92" && (await page.locator("[data-kabar]").innerText()).startsWith("tersimpan");
  }, "the correction is kept");
  assert.doesNotMatch(await text(page), /Orang lain/, "nobody else was there");
  await page.unroute("**/ukur*");
  await page.reload();
  assert.deepEqual(await values(page, FIRST), ["92"]);
});

test("On a slow line what is typed while a cell is being saved is not replaced by the answer", LIMIT, async (t) => {
  const page = await sheet(t);
  await page.route("**/ukur*", async (route) => {
    if (route.request().method() === "POST") await new Promise((done) => setTimeout(done, 400));
    await route.continue();
  });
  await cell(page, FIRST).fill("91");
  const first = page.waitForResponse((it) => it.request().method() === "POST");
  await page.keyboard.press("Tab");
  await cell(page, FIRST).fill("92");
  await first;
  await new Promise((done) => setTimeout(done, 200));
  assert.deepEqual(await values(page, FIRST), ["92"]);
});

test("Who types and clicks the button of the sheet at once is not in conflict with themselves", LIMIT, async (t) => {
  const page = await sheet(t);
  for (const [name, value] of [[FIRST, "91,5"], [SECOND, "61"], [FIRST, "92"]]) {
    await cell(page, name).fill(value);
    await press(page, "Simpan isian");
    assert.doesNotMatch(await text(page), /orang lain/i);
    assert.deepEqual(await values(page, name), [value]);
  }
});

test("What the page says is missing follows what is filled in", LIMIT, async (t) => {
  const page = await sheet(t);
  assert.match(await text(page), /6 dari 6 indikator belum diisi/);
  await enter(page, FIRST, "91,5");
  await until(async () => /5 dari 6 indikator belum diisi/.test(await text(page)), "the sentence under the title follows");
  assert.match(await text(page), /5 indikator akan diajukan sebagai belum diisi/);
});

test("A value that somebody has just entered is marked as not verified, as after a reload", LIMIT, async (t) => {
  const page = await sheet(t);
  await enter(page, FIRST, "91,5");
  const marks = () => cell(page, FIRST).locator("xpath=..").innerText();
  const now = await marks();
  await page.reload();
  assert.equal(now, await marks());
});

test("? shows the keys of the page and gives the focus back; Ctrl K leads to the search", LIMIT, async (t) => {
  const page = await sheet(t);
  await page.getByRole("link", { name: "Anggaran" }).focus();
  await page.keyboard.press("?");
  assert.match(await page.getByRole("dialog").innerText(), /tempel satu blok dari Excel/);
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Anggaran");
  await page.keyboard.press("Control+k");
  assert.equal(await focused(page), "q");
});

test("Menus open and close with the keyboard and give the focus back", LIMIT, async (t) => {
  const page = await sheet(t);
  const menu = page.locator("details.orang");
  await menu.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.equal(await menu.getAttribute("open"), "");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  assert.equal(await menu.getAttribute("open"), null);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
});
