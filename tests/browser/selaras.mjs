// What the browser tests share: an installation of their own with its server, people signed in to it,
// and ways to wait. Everything here is bounded in time, and ends with the test that began it.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { command, create, discard, example, listen, prepare, remove, serve, until } from "./installation.mjs";

export { example, password, PEOPLE, repository, until } from "./installation.mjs";
export const office = "/pd/BKPSDM/2023";

/** How long a test may take: against one that hangs, not against a machine that is slow or busy. */
export const LIMIT = { timeout: 300_000 };
/** How long a page may take to become what a test waits for. */
const PATIENCE = 20_000;
/** What run.mjs prepared; a test file that is run alone prepares its own. */
let shared;
function sharedOfThisRun() {
  const given = process.env.SELARAS_BROWSER_SHARED;
  shared ??= given ? Promise.resolve(JSON.parse(given)) : prepare(process.env.SELARAS_BROWSER_KIND ?? "sqlite");
  return shared;
}
after(async () => {
  if (shared && !process.env.SELARAS_BROWSER_SHARED) await discard(await shared);
});

/**
 * An installation of its own for a test, served until the test ends: the example with its people
 * (`PEOPLE`); with `people: false` as it is just after the import, and with `empty` before anything is
 * there at all. `complains` where the log is not
 * to stay empty; `env` is added to what the server knows.
 */
export async function open(t, { empty = false, people = !empty, ...options } = {}) {
  const shared = await sharedOfThisRun();
  const place = await create(shared, people ? shared.template : undefined);
  if (!people && !empty) {
    await command(shared, "migrate", ...place.arguments);
    await command(shared, "import", example, ...place.arguments);
  }
  const server = await serve(shared, place, options);
  return application(t, shared, server, () => remove(shared, place), { place, ...options });
}

/**
 * The same in a place that a test made by itself, and removes with `clean`: `make` fills it from the
 * installation with the example and its people.
 */
export async function openAt(t, place, make, clean, options = {}) {
  const shared = await sharedOfThisRun();
  try {
    await make(shared);
    const server = await serve(shared, place, options);
    return application(t, shared, server, clean, { place, ...options });
  } catch (error) {
    await clean();
    throw error;
  }
}

/** What the tests run on: `sqlite` or `postgres`. */
export async function kind() {
  return (await sharedOfThisRun()).kind;
}

/** The demo, as `selaras demo` starts it. It lives in a folder, whatever the other tests run on. */
export async function openDemo(t) {
  const shared = await sharedOfThisRun();
  const folder = await mkdtemp(path.join(shared.folder, "demo-"));
  const words = ["demo", "--data", folder, "--listen", "127.0.0.1:0"];
  const server = await listen(shared, words, /Aplikasi\s+(http:\/\/\S+)/);
  return application(t, shared, server, () => rm(folder, { recursive: true, force: true }));
}

function application(t, shared, server, clean, { place, env, complains = false } = {}) {
  const contexts = [];
  const nodes = [];
  const problems = [];
  const tokens = {};
  let before = "";
  const log = () => before + server.log();
  t.after(async () => {
    let said;
    try {
      for (const it of contexts) await it.close();
      said = log() + nodes.map((it) => it.log()).join("");
    } finally {
      for (const it of nodes) await it.stop();
      await server.stop();
      await clean();
    }
    assert.deepEqual(problems, [], "nothing goes wrong in the background");
    if (complains) assert.doesNotMatch(said, /panicked/, "what it complains about it has foreseen");
    else assert.equal(said, "", "the server has nothing to complain about");
  });
  const app = {
    get origin() {
      return server.origin;
    },
    kind: shared.kind,
    program: shared.program,
    stop: () => server.stop(),
    kill: () => server.kill(),
    log,
    printed: () => server.printed(),
    run: (...words) => command(shared, ...words),
    place: place?.arguments,
    folder: shared.folder,

    /** Another node on the same database; gives its origin. */
    async node() {
      nodes.push(await serve(shared, place, { env }));
      return nodes.at(-1).origin;
    },

    /** Serves again what was stopped or killed; open pages find it where it was. */
    async start(at = new URL(server.origin).host) {
      before = log();
      server = await serve(shared, place, { at, env });
    },

    /** Asks for a page, or sends a form, as a browser with somebody signed in would. */
    async ask(account, address, fields, limit = 20_000, origin = server.origin) {
      const headers = { Cookie: `sesi=${shared.sessions[account]}` };
      const signal = AbortSignal.timeout(limit);
      if (!fields) return fetch(origin + address, { headers, redirect: "manual", signal });
      if (!tokens[account]) {
        const page = await (await fetch(`${server.origin}/beranda`, { headers, signal })).text();
        tokens[account] = page.match(/name="_t" value="([^"]+)"/)[1];
      }
      const body = new URLSearchParams({ _t: tokens[account], ...fields });
      return fetch(origin + address, { method: "POST", headers, body, redirect: "manual", signal });
    },

    /** A browser of its own, with somebody signed in; nobody where no account is given. */
    async as(account, options = {}) {
      const context = await (await browser()).newContext({
        baseURL: server.origin,
        viewport: { width: 1280, height: 800 },
        locale: "id-ID",
        timezoneId: "Asia/Jakarta",
        ...options,
      });
      contexts.push(context);
      context.setDefaultTimeout(PATIENCE);
      if (account) {
        await context.addCookies([{ name: "sesi", value: shared.sessions[account], url: server.origin }]);
      }
      const page = await context.newPage();
      watch(page, server.origin, problems);
      return page;
    },
  };
  return app;
}

/** Notes what no page may ever do: fail, break its own policy, or ask another host for anything. */
function watch(page, origin, problems) {
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error}`));
  page.on("console", (it) => {
    if (it.text().includes("Content Security Policy")) problems.push(`${page.url()}: ${it.text()}`);
  });
  page.on("request", (it) => {
    if (!it.url().startsWith(`${origin}/`) && !/^(data|blob|about):/.test(it.url())) {
      problems.push(`${page.url()} asks for ${it.url()}`);
    }
  });
}

// ---- The browser ----

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

// Who is told to stop takes the servers and the browser along.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

let launched;
function browser() {
  launched ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: FLAGS,
    timeout: 30_000,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  return launched;
}
after(async () => {
  if (launched) await (await launched).close();
});

// ---- Ways to wait and to look ----

/** The stages of a journey, each with a name; after one that failed the others are left out. */
export function stages(t) {
  let whole = true;
  return (name, run) => t.test(name, { skip: !whole && "an earlier stage failed" }, async () => {
    whole = false;
    await run();
    whole = true;
  });
}

/** The field of a cell of a sheet by its name without the beginning: `r:ikt-1:2023:tw1`. */
export function cell(page, name) {
  return page.locator(`input[name="sel:${name}"]`);
}

/** What cells show, by their names. */
export async function values(page, ...names) {
  const all = await page.locator("input.sel").evaluateAll((list) => list.map((it) => [it.name.slice(4), it.value]));
  const found = new Map(all);
  return names.map((it) => found.get(it));
}

/** Does something and waits until the sheet has answered it: kept, or refused. */
export async function answered(page, act) {
  const reply = page.waitForResponse((it) => it.request().method() === "POST", { timeout: PATIENCE });
  reply.catch(() => {});
  await act();
  const response = await reply;
  await until(() => page.evaluate(() => !document.querySelector(".sel.menunggu")), "the sheet has taken the answer");
  return response.status();
}

/** Types into a cell as people do, leaves it, and waits until the sheet has answered. */
export async function enter(page, name, text) {
  await cell(page, name).fill(text);
  return answered(page, () => cell(page, name).press("Tab"));
}

/** Pastes as a spreadsheet does. */
export function paste(page, name, block) {
  return cell(page, name).evaluate((it, block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", block);
    it.focus();
    it.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, block);
}

/** The whole text that people can see. */
export function text(page) {
  return page.locator("main").innerText();
}

/** Does something that leads to another page, and waits until that is there. */
export async function arrive(page, act) {
  const there = page.waitForEvent("framenavigated", (it) => it === page.mainFrame());
  there.catch(() => {});
  await act();
  await there;
  await page.waitForLoadState();
}

/** Sends a form with the button of that name. */
export function press(page, name) {
  return arrive(page, () => page.getByRole("button", { name, exact: true }).click());
}

/** Follows the link of that name; `within` a part of the page where there are several. */
export function follow(page, name, within = page) {
  return arrive(page, () => within.getByRole("link", { name, exact: true }).click());
}

/** A download that something starts, as bytes with its name. */
export async function download(page, act) {
  const begun = page.waitForEvent("download");
  begun.catch(() => {});
  await act();
  const file = await begun;
  const parts = [];
  for await (const it of await file.createReadStream()) parts.push(it);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(parts) };
}

/** Fills the form of a new row of a table as a planner does, and saves it. */
export async function addRow(page, table, cells) {
  await page.goto(`${office}/tabel/${table}/baru`);
  for (const [name, value] of Object.entries(cells)) {
    const field = page.locator(`#f-${name}`);
    if ((await field.evaluate((it) => it.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }
  await arrive(page, () => page.getByRole("button", { name: "Tambahkan baris" }).click());
  assert.doesNotMatch(page.url(), /baru$/, await text(page));
}

/** Lets every finding stand that holds something up, as somebody who may: what the example's report lacks is not what these tests are about. */
export async function letStand(page, act) {
  for (;;) {
    await page.goto(`${office}/pemeriksaan?tahan=${act}`);
    const first = page.locator("ol.temuan > li").first();
    if (!(await first.count())) return;
    await first.locator("summary").click();
    await first.getByLabel("Mengapa temuan ini dapat diterima").fill("Laporan sudah dicetak.");
    await arrive(page, () => first.getByRole("button", { name: /^Kesampingkan temuan/ }).click());
  }
}

/** Loads a catalogue of nomenklatur from CSV, on its page. */
export async function loadKatalog(page, dasar, mulai, csv) {
  await page.getByLabel("Dasar", { exact: true }).fill(dasar);
  await page.getByLabel("Berlaku mulai tahun anggaran", { exact: true }).fill(mulai);
  await page.getByLabel(/^Berkas, paling banyak/).setInputFiles({ name: "katalog.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await press(page, "Muat katalog");
}
