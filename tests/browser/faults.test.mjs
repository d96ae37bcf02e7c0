// What goes wrong under an installation: nothing that was acknowledged is lost, people are told, what
// they typed stays, and when the machine is mended the work goes on.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { clock, cluster, disk, failingDisk, having, intoCluster, intoFolder, notRun } from "./machine.mjs";
import { answered, arrive, cell, kind, LIMIT, office, open, openAt, password, press, stages, text, until, values } from "./selaras.mjs";

const FIRST = "r:ikt-1:2023:tw1";
const SECOND = "r:ikt-2:2023:tw1";
const TW1 = `${office}/ukur?tw=1`;
const TEXT = `${office}/narasi/latar-belakang`;
/** How soon a page must say that it cannot be had. */
const SOON = 6_000;

const run = promisify(execFile);

// ---- What people must be told ----

/** Words of the machine that nobody in an office should have to read. */
const FOREIGN = /\b(error|failed|failure|timed out|waiting|connection|database|readonly|read-only|refused|unable|denied|transaction|no space|os|panicked)\b/i;

/** A page or an answer says what is wrong and what to do, in words of the office. */
function isClear(status, words, cause) {
  assert.equal(status, 503, words);
  assert.match(words, cause, "it says what is wrong");
  assert.match(words, /lagi|ulang/i, "it says what to do");
  assert.doesNotMatch(words, FOREIGN);
}

/** A page as people read it. */
function plain(html) {
  return html.replace(/^.*<main[^>]*>/s, "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

/** Every line of the log begins with its time: one line for each event, and no other. */
function isTidy(log) {
  for (const line of log.trimEnd().split("\n")) assert.match(line, /^\d{4}-\d\d-\d\dT[\d:.]+Z (GET|POST) \//);
}

async function isWhole(app, ...more) {
  assert.match(await app.run("verify", ...app.place, ...more), /^Jejak audit utuh/);
}

// ---- People at work while it breaks ----

/** What a page shows and holds. */
function everything(page) {
  return page.locator("main").evaluate((it) => [it.innerText, ...[...it.querySelectorAll("input, textarea")].map((field) => field.value)].join("\n"));
}

/** Sends a form with a button, and gives how it was answered. */
async function send(page, name) {
  const reply = page.waitForResponse((it) => it.request().method() === "POST");
  reply.catch(() => {});
  await arrive(page, () => page.getByRole("button", { name }).first().click());
  return (await reply).status();
}

/**
 * Two people: one with the script at a sheet, one without it at a sheet and at a text. Each has
 * something typed that is not sent yet.
 */
async function atWork(app) {
  const sheet = await app.as("perencana");
  await sheet.goto(TW1);
  const form = await app.as("perencana", { javaScriptEnabled: false });
  await form.goto(TW1);
  const story = await app.as("perencana", { javaScriptEnabled: false });
  await story.goto(TEXT);
  // Longer than what is free in any page of a database, which cannot make it shorter either.
  const random = chance(SEED);
  const words = Array.from({ length: 1_500 }, () => random().toString(36).slice(2));
  const long = `Uraian yang ditulis satu jam lamanya. ${words.join(" ")} Akhir uraian.`;
  await cell(form, SECOND).fill("61,2");
  await story.getByRole("textbox", { name: /^Teks/ }).fill(long);
  return { sheet, form, story, long };
}

/** Nobody of them can save; each is told why, and keeps what was typed. */
async function nobodySaves({ sheet, form, story }, cause) {
  // What still has room for a value takes it; in the end nothing has.
  let number = 10;
  let status;
  let last;
  for (; number < 300; number += 1) {
    await cell(sheet, FIRST).fill(String(number));
    status = await answered(sheet, () => cell(sheet, FIRST).press("Enter"));
    if (status !== 200) break;
    last = String(number);
  }
  isClear(status, await sheet.locator("[data-kabar]").innerText(), cause);
  assert.deepEqual(await values(sheet, FIRST), [String(number)], "the cell says what was typed");
  assert.equal(await cell(sheet, FIRST).getAttribute("aria-invalid"), "true");

  isClear(await send(form, /^Simpan/), await text(form), cause);
  assert.match(await everything(form), /61,2/, "the form keeps what was typed");
  isClear(await send(story, /^Simpan/), await text(story), cause);
  assert.match(await everything(story), /satu jam lamanya\. .* Akhir uraian\./s, "the text is not lost");
  return { typed: String(number), last };
}

/** All of them save what they had typed, without typing it again. */
async function everybodySaves(app, { sheet, form, story, long }, { typed }) {
  assert.equal(await answered(sheet, () => cell(sheet, FIRST).press("Enter")), 200);
  assert.equal(await send(form, /lagi/), 303);
  assert.equal(await send(story, /lagi/), 303);
  const page = await app.as("perencana");
  await page.goto(TW1);
  assert.deepEqual(await values(page, FIRST, SECOND), [typed, "61,2"]);
  await page.goto(TEXT);
  assert.equal((await page.getByRole("textbox", { name: /^Teks/ }).inputValue()).trim(), long);
}

/** What was acknowledged is still there. */
async function shows(app, value) {
  const reply = await app.ask("perencana", TW1);
  assert.equal(reply.status, 200);
  assert.match(await reply.text(), new RegExp(`name="sel:${FIRST}" value="${value}"`));
}

// ---- Killed ----

const KILLS = Number(process.env.SELARAS_TEST_KILLS ?? 200);
const SEED = Number(process.env.SELARAS_TEST_SEED ?? 2023);
const QUARTERS = ["tw1", "tw2", "tw3", "tw4"];

/** Numbers below one by chance, the same for the same seed. */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let it = Math.imul(state ^ (state >>> 15), state | 1);
    it ^= it + Math.imul(it ^ (it >>> 7), it | 61);
    return ((it ^ (it >>> 14)) >>> 0) / 4294967296;
  };
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** The facts of the installation, as programs read them. */
async function reader(app) {
  const made = await app.ask("admin", "/token", { nama: "uji", cakupan: "baca", hari: "30" });
  const secret = (await made.text()).match(/slr_\w+/)[0];
  const headers = { Authorization: `Bearer ${secret}` };
  const get = async (what) => {
    const found = [];
    for (let page = 1; ; page += 1) {
      const address = `${app.origin}/api/v1/berkas/BKPSDM/2023/${what}?per_halaman=500&halaman=${page}`;
      const reply = await fetch(address, { headers, signal: AbortSignal.timeout(20_000) });
      assert.equal(reply.status, 200, what);
      const { data, total } = await reply.json();
      found.push(...data);
      if (found.length >= total) return found;
    }
  };
  const trail = async (objek) => {
    const reply = await app.ask("admin", `/jejak-audit?unduh=csv&objek=${objek}`);
    const lines = (await reply.text()).trim().split(/\r?\n/).slice(1).reverse();
    return lines.map((line) => {
      const [nomor, waktu, pelaku, , tindakan, objek, lama, baru] = line.split(",");
      return { nomor: Number(nomor), waktu, pelaku, tindakan, objek, lama, baru };
    });
  };
  /** Cells by the names of their fields, and the row that each is kept in. */
  const cells = async () => {
    const found = new Map();
    for (const [table, letter, column, ...key] of [
      ["realisasi", "r", "nilai", "indikator"],
      ["nilai_variabel", "v", "nilai", "indikator", "variabel"],
      ["realisasi_anggaran", "b", "jumlah", "baris"],
    ]) {
      for (const { baris, isi } of await get(`tabel/${table}`)) {
        const name = [letter, ...key.map((it) => isi[it]), isi.tahun, isi.periode].join(":");
        found.set(name, { value: isi[column] ?? "", row: `${table}/${baris}`, quarter: isi.periode });
      }
    }
    return found;
  };
  return { cells, trail, quarters: () => get("pengukuran") };
}

/** Somebody who enters one number after another, each into all of the cells at once. */
function writer(part, names, first) {
  const it = { names, kept: null, maybe: null, n_kept: 0, n_refused: 0 };
  let last = first;
  it.enter = async (app, random) => {
    for (;;) {
      const next = String(last += 1);
      const fields = names.flatMap((name) => [[`sel:${name}`, next], [`lama:${name}`, it.kept]]);
      it.maybe = next;
      const reply = await app.ask("perencana", `${office}/ukur`, Object.fromEntries([["bagian", part], ...fields]));
      // Kept, or refused because its quarter was submitted.
      assert.ok([303, 422].includes(reply.status), `${names[0]}: ${reply.status}`);
      if (reply.status === 303) {
        it.kept = next;
        it.n_kept += 1;
      } else {
        it.n_refused += 1;
        await pause(random() * 5);
      }
      it.maybe = null;
    }
  };
  return it;
}

const STEPS = {
  ajukan: ["perencana", "diajukan"],
  tarik: ["perencana", "draf"],
  "minta-perbaikan": ["verifikator", "perbaikan"],
};

/** Somebody who submits a quarter, and takes it back or has it sent back. */
function submitter(quarter) {
  const it = { quarter, kept: { status: "draf", versi: 0 }, maybe: null, n_kept: 0 };
  it.enter = async (app, random) => {
    for (;;) {
      const { status, versi } = it.kept;
      await pause(random() * (status === "diajukan" ? 20 : 60));
      const step = status !== "diajukan" ? "ajukan" : random() < 0.5 ? "tarik" : "minta-perbaikan";
      const [account, to] = STEPS[step];
      it.maybe = { status: to, versi: versi + 1 };
      const reply = await app.ask(account, `${office}/ukur/${quarter}/${step}`, { versi, alasan: "Lengkapi dahulu" });
      assert.equal(reply.status, 303, `${quarter} ${step}`);
      it.kept = it.maybe;
      it.maybe = null;
      it.n_kept += 1;
    }
  };
  return it;
}

/** Follows the whole trail: every change fits to what was there before it, and to its quarter. */
function follows(trail, cells, quarters) {
  const rows = new Map([...cells.values()].map((it) => [it.row, it]));
  const status = Object.fromEntries(QUARTERS.map((it) => [it, "draf"]));
  const n_steps = Object.fromEntries(QUARTERS.map((it) => [it, 0]));
  const last = new Map();
  let n_changes = 0;
  for (const it of trail) {
    const [what, id, column] = it.objek.split("/").slice(3);
    if (what === "pengukuran") {
      assert.equal(it.lama, status[id], `entry ${it.nomor}: a step from where the quarter stood`);
      assert.equal(it.baru, STEPS[it.tindakan][1], `entry ${it.nomor}`);
      status[id] = it.baru;
      n_steps[id] += 1;
      continue;
    }
    const row = rows.get(`${what}/${id}`);
    if (!row || (column && !["nilai", "jumlah"].includes(column))) continue;
    assert.notEqual(status[row.quarter], "diajukan", `entry ${it.nomor}: a value of a submitted quarter`);
    const added = it.baru.match(/(?:nilai|jumlah)=([^;]*)/)?.[1];
    if (column && last.has(row.row)) assert.equal(it.lama, last.get(row.row), `entry ${it.nomor}: a change of what was there`);
    last.set(row.row, column ? it.baru : added);
    n_changes += 1;
  }
  for (const [row, value] of last) assert.equal(rows.get(row).value, value, `${row} says what its last entry says`);
  for (const it of quarters) {
    assert.deepEqual([it.status, it.versi], [status[it.triwulan], n_steps[it.triwulan]], `${it.triwulan} stands where its steps led`);
  }
  return n_changes;
}

test(`Killed at ${KILLS} moments under twenty writers, it keeps all that it acknowledged, and nothing by halves`, { timeout: 60_000 + KILLS * 3_000 }, async (t) => {
  const app = await open(t, { complains: true });
  const random = chance(SEED);
  const facts = await reader(app);
  const quarters = QUARTERS.map(submitter);
  const writers = QUARTERS.flatMap((it) => [
    writer("utama", [`r:ikt-1:2023:${it}`], 10),
    writer("utama", [`v:iku-1:selesai:2023:${it}`], 10),
    writer("utama", [`v:iku-1:usulan:2023:${it}`, `v:iku-2:terisi:2023:${it}`], 10),
    writer("anggaran", [`b:5.03.01.2.02.01:2023:${it}`, `b:5.03.02.2.01.10:2023:${it}`], 1_000),
  ]);
  const before = await facts.cells();
  for (const it of writers) it.kept = before.get(it.names[0])?.value ?? "";
  const counts = { unknown: 0, kept: 0, submitted: 0 };
  // Two cells of one form begin alike, so that they are always alike.
  for (const it of writers.filter((it) => it.names.length > 1)) {
    const fields = it.names.flatMap((name) => [[`sel:${name}`, "5"], [`lama:${name}`, before.get(name)?.value ?? ""]]);
    const part = it.names[0].startsWith("b:") ? "anggaran" : "utama";
    const reply = await app.ask("perencana", `${office}/ukur`, Object.fromEntries([["bagian", part], ...fields]));
    assert.equal(reply.status, 303);
    it.kept = "5";
  }

  for (let kill = 1; kill <= KILLS; kill += 1) {
    // Some are killed before they begin, some long after; each opens its connections anew.
    const moment = random() ** 1.5 * (app.kind === "postgres" ? 1_000 : 600);
    let dead = false;
    const atWork = [...writers, ...quarters].map((it) =>
      it.enter(app, random).catch((error) => {
        if (!dead || error instanceof assert.AssertionError) throw error;
      }),
    );
    const work = Promise.all(atWork);
    await Promise.race([work, pause(moment)]);
    dead = true;
    await app.kill();
    await work;
    await gone(app);
    await app.start("127.0.0.1:0");

    const [, cells, stand, steps] = await Promise.all([
      isWhole(app), facts.cells(), facts.quarters(), facts.trail("berkas/BKPSDM/2023/pengukuran/"),
    ]);
    const where = `after kill ${kill} of seed ${SEED}`;
    for (const it of writers) {
      const found = it.names.map((name) => cells.get(name)?.value ?? "");
      assert.equal(new Set(found).size, 1, `${it.names}: ${found}; a form is kept whole or not at all, ${where}`);
      const allowed = [it.kept, it.maybe].filter((value) => value !== null);
      assert.ok(allowed.includes(found[0]), `${it.names}: ${found[0]} of ${allowed}, ${where}`);
      if (it.maybe !== null) counts.unknown += 1;
      if (it.maybe === found[0]) counts.kept += 1;
      it.kept = found[0];
      it.maybe = null;
    }
    for (const it of quarters) {
      const { status, versi } = stand.find((found) => found.triwulan === it.quarter);
      const found = JSON.stringify({ status, versi });
      const allowed = [it.kept, it.maybe].map((value) => JSON.stringify(value));
      assert.ok(allowed.includes(found), `${it.quarter}: ${found} of ${allowed}, ${where}`);
      it.kept = { status, versi };
      it.maybe = null;
      const own = steps.filter((step) => step.objek.endsWith(`/${it.quarter}`));
      assert.equal(own.length, versi, `${it.quarter}: an entry for every step, ${where}`);
      if (versi > 0) assert.equal(own.at(-1).baru, status, `${it.quarter}: the last entry leads to where it stands, ${where}`);
      if (status !== "diajukan") continue;
      counts.submitted += 1;
      const name = `r:ikt-1:2023:${it.quarter}`;
      const seen = cells.get(name)?.value ?? "";
      const reply = await app.ask("perencana", `${office}/ukur`, { bagian: "utama", [`sel:${name}`]: "1", [`lama:${name}`]: seen });
      assert.equal(reply.status, 422, `${it.quarter} is submitted and takes no value, ${where}`);
    }
  }

  const sum = (list, what) => list.reduce((sum, it) => sum + it[what], 0);
  const n_kept = sum(writers, "n_kept");
  const n_changes = follows(await facts.trail("berkas/BKPSDM/2023/"), await facts.cells(), await facts.quarters());
  t.diagnostic(
    `seed ${SEED}, ${KILLS} kills: ${n_kept} values and ${sum(quarters, "n_kept")} steps acknowledged, ` +
      `${sum(writers, "n_refused")} refused, ${counts.unknown} under way when killed of which ${counts.kept} were kept, ` +
      `${counts.submitted} quarters found submitted, ${n_changes} changes followed`,
  );
  assert.ok(n_kept > KILLS, "they were at work");
  assert.ok(counts.unknown > 0 && (KILLS < 20 || counts.submitted > 0));
});

/** A server of PostgreSQL still ends what a killed program had asked of it. */
async function gone(app) {
  if (app.kind !== "postgres") return;
  const name = app.place[1].split("/").at(-1);
  const ask = `SELECT count(*) FROM pg_stat_activity WHERE datname = '${name}'`;
  await until(async () => {
    const words = ["--no-psqlrc", "-At", "--dbname", process.env.SELARAS_TEST_POSTGRES, "-c", ask];
    return (await run("psql", words, { timeout: 10_000 })).stdout.trim() === "0";
  }, "its connections are closed");
}

// ---- Disks ----

test("On a full disk nobody saves, everybody is told, and with room again the same is saved", LIMIT, async (t) => {
  await having(t, () => disk(64), async (device) => {
    const isPostgres = (await kind()) === "postgres";
    const server = isPostgres ? await cluster(device.folder) : null;
    const place = server ?? { arguments: ["--data", path.join(device.folder, "data")] };
    const make = server ? intoCluster(place) : intoFolder(place);
    const clean = async () => {
      await server?.remove();
      await device.remove();
    };
    const app = await openAt(t, place, make, clean, { complains: true });
    const people = await atWork(app);
    const stage = stages(t);
    let outcome;
    await stage("the disk is full", async () => {
      await device.fill();
      outcome = await nobodySaves(people, /penuh/i);
    });
    await stage("what is kept can be read", async () => {
      for (const it of [TW1, `${office}/capaian`, `${office}/tabel/faktor`, "/healthz"]) assert.equal((await app.ask("perencana", it)).status, 200, it);
      if (outcome.last) await shows(app, outcome.last);
    });
    await stage("who signs in is told as well", async () => {
      if (isPostgres) return;
      const reply = await app.ask("perencana", "/masuk", { akun: "perencana", sandi: password });
      isClear(reply.status, plain(await reply.text()), /penuh/i);
    });
    await stage("a backup onto it fails and leaves nothing", async () => {
      const file = path.join(device.folder, "backup.db");
      await assert.rejects(app.run("backup", "-o", file, ...app.place), (error) => {
        assert.equal(error.code, 4);
        assert.match(error.stderr, /penuh|ruang kosong/);
        return true;
      });
      await assert.rejects(readFile(file), { code: "ENOENT" });
    });
    await stage("with room again all of it is saved", async () => {
      await device.empty();
      await everybodySaves(app, people, outcome);
      await isWhole(app);
    });
    await stage("the log has a line for each", () => isTidy(app.log()));
  });
});

test("A program that finds its disk full at its start says so, and starts when there is room", LIMIT, async (t) => {
  if ((await kind()) === "postgres") return t.skip("its facts are not on a disk of its own");
  await having(t, () => disk(16), async (device) => {
    const place = { arguments: ["--data", path.join(device.folder, "data")] };
    const app = await openAt(t, place, intoFolder(place), device.remove);
    assert.equal(await app.stop(), 0);
    // A program that ended while somebody still read leaves the index of its log, and then needs no room
    // to start; it is made again from the log.
    for (const it of (await readdir(place.arguments[1])).filter((it) => it.endsWith("-shm"))) await rm(path.join(place.arguments[1], it));
    await device.fill();
    await refusesToStart(app, /penuh|ruang kosong/i);
    await device.empty();
    await app.start();
    await shows(app, "");
  });
});

/** The program ends by itself, and says why. */
async function refusesToStart(app, cause) {
  const words = ["serve", "--listen", "127.0.0.1:0", ...app.place];
  await assert.rejects(run(app.program, words, { timeout: 20_000 }), (error) => {
    assert.equal(error.code, 4, `it ends by itself: ${error}`);
    assert.match(error.stderr, cause);
    assert.doesNotMatch(error.stderr, /panicked/);
    return true;
  });
}

test("When its disk turns read-only it still shows everything, and says why nothing is saved", LIMIT, async (t) => {
  if ((await kind()) === "postgres") return t.skip("its facts are not on a disk of its own");
  await having(t, () => failingDisk(64), async (device) => {
    const place = { arguments: ["--data", path.join(device.folder, "data")] };
    const app = await openAt(t, place, intoFolder(place), device.remove, { complains: true });
    const saved = await app.ask("perencana", `${office}/ukur`, { bagian: "utama", [`sel:${FIRST}`]: "9", [`lama:${FIRST}`]: "" });
    assert.equal(saved.status, 303);
    const people = await atWork(app);
    const stage = stages(t);
    let outcome;
    await stage("nobody saves", async () => {
      device.fail();
      outcome = await nobodySaves(people, /disk/i);
      assert.equal(outcome.last, undefined, "nothing was acknowledged");
    });
    await stage("what is kept can be read", async () => {
      for (const it of [TW1, `${office}/capaian`, `${office}/tabel/faktor`]) assert.equal((await app.ask("perencana", it)).status, 200, it);
      await shows(app, "9");
    });
    await stage("mended and started again, the same is saved", async () => {
      await app.stop();
      await device.mend();
      await app.start();
      await shows(app, "9");
      await everybodySaves(app, people, outcome);
      await isWhole(app);
    });
    await stage("the log has a line for each", () => isTidy(app.log()));
  });
});

test("Started on a disk that cannot be written, after a power failure, it shows everything, and says why nothing is saved", LIMIT, async (t) => {
  if ((await kind()) === "postgres") return t.skip("its facts are not on a disk of its own");
  await having(t, () => disk(24), async (device) => {
    const place = { arguments: ["--data", path.join(device.folder, "data")] };
    const app = await openAt(t, place, intoFolder(place), device.remove, { complains: true });
    const saved = await app.ask("perencana", `${office}/ukur`, { bagian: "utama", [`sel:${FIRST}`]: "9", [`lama:${FIRST}`]: "" });
    assert.equal(saved.status, 303);
    await app.kill();
    await device.turn("ro");
    await app.start();
    const people = await atWork(app);
    const stage = stages(t);
    let outcome;
    await stage("what is kept can be read, and nobody saves", async () => {
      await shows(app, "9");
      outcome = await nobodySaves(people, /hanya dapat dibaca/i);
      assert.equal(outcome.last, undefined, "nothing was acknowledged");
    });
    await stage("when it can be written and is started again, the same is saved", async () => {
      await app.stop();
      await device.turn("rw");
      await app.start();
      await everybodySaves(app, people, outcome);
      await isWhole(app);
    });
  });
});

test("Started on a disk that cannot be written, after it was stopped, it says why it cannot start", LIMIT, async (t) => {
  if ((await kind()) === "postgres") return t.skip("its facts are not on a disk of its own");
  await having(t, () => disk(24), async (device) => {
    const place = { arguments: ["--data", path.join(device.folder, "data")] };
    const app = await openAt(t, place, intoFolder(place), device.remove);
    assert.equal(await app.stop(), 0);
    await device.turn("ro");
    await refusesToStart(app, /hanya dapat dibaca|izin/i);
    await device.turn("rw");
    await app.start();
    await shows(app, "");
  });
});

// ---- A server of PostgreSQL ----

test("While the database is down every page says so soon, and when it is back the work goes on", LIMIT, async (t) => {
  if ((await kind()) !== "postgres") return t.skip("the facts are in a folder");
  await having(t, () => cluster(), async (server) => {
    const app = await openAt(t, server, intoCluster(server), server.remove, { complains: true });
    const people = await atWork(app);
    const stage = stages(t);
    let outcome;
    await stage("every page says so soon", async () => {
      await server.stop();
      for (const it of [TW1, "/beranda", office, "/administrasi", "/cari?q=iku"]) {
        const began = performance.now();
        const reply = await app.ask("admin", it);
        isClear(reply.status, plain(await reply.text()), /pangkalan data/i);
        const took = performance.now() - began;
        assert.ok(took < SOON, `${it} took ${Math.round(took)} ms`);
      }
      const health = await app.ask("admin", "/healthz");
      assert.match(health.headers.get("content-type"), /json/, "also to somebody with a session");
      assert.equal(health.status, 503);
      assert.equal((await fetch(`${app.origin}/masuk`, { signal: AbortSignal.timeout(SOON) })).status, 200, "the page to sign in needs no database");
    });
    await stage("also when many ask at once", async () => {
      const began = performance.now();
      const all = await Promise.all(Array.from({ length: 30 }, () => app.ask("perencana", TW1, undefined, 60_000)));
      const took = performance.now() - began;
      assert.deepEqual([...new Set(all.map((it) => it.status))], [503]);
      assert.ok(took < 2 * SOON, `thirty pages took ${Math.round(took)} ms`);
    });
    await stage("nobody saves, and what was typed stays", async () => {
      outcome = await nobodySaves(people, /pangkalan data/i);
      assert.equal(outcome.last, undefined, "nothing was acknowledged");
    });
    await stage("when it is back the same is saved, without another start", async () => {
      await server.start();
      await until(async () => (await app.ask("perencana", TW1)).status === 200, "pages are there again", 10_000);
      await everybodySaves(app, people, outcome);
      await isWhole(app);
    });
    await stage("the log has a line for each", () => isTidy(app.log()));
  });
});

test("While the database takes no changes everything is shown, and the pages say why nothing is saved", LIMIT, async (t) => {
  if ((await kind()) !== "postgres") return t.skip("the facts are in a folder");
  await having(t, () => cluster(), async (server) => {
    const app = await openAt(t, server, intoCluster(server), server.remove, { complains: true });
    const people = await atWork(app);
    const turn = async (how) => {
      await server.sql(`ALTER SYSTEM SET default_transaction_read_only = ${how}`);
      await server.sql("SELECT pg_reload_conf()");
    };
    const stage = stages(t);
    let outcome;
    await stage("everything is shown, and nobody saves", async () => {
      await turn("on");
      await pause(500);
      outcome = await nobodySaves(people, /hanya dapat dibaca/i);
      await shows(app, outcome.last ?? "");
    });
    await stage("when it takes changes again the same is saved", async () => {
      await turn("off");
      await pause(500);
      await everybodySaves(app, people, outcome);
      await isWhole(app);
    });
  });
});

// ---- The clock ----

test("With the clock set back people sign in and save as before, and the trail stays in order", LIMIT, async (t) => {
  await having(t, clock, async (time) => {
    t.after(time.remove);
    const app = await open(t, { env: time.env });
    const put = async (seen, value) => {
      const reply = await app.ask("perencana", `${office}/ukur`, { bagian: "utama", [`sel:${FIRST}`]: value, [`lama:${FIRST}`]: seen });
      assert.equal(reply.status, 303, await reply.text());
    };
    const signIn = async (sandi) => {
      const body = new URLSearchParams({ akun: "perencana", sandi });
      return fetch(`${app.origin}/masuk`, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(20_000) });
    };
    const facts = await reader(app);
    const days = [0, -40, -400, -1, 0];
    let seen = "";
    for (const [index, day] of days.entries()) {
      await time.set(day);
      const value = String(10 + index);
      await put(seen, value);
      seen = value;
      assert.equal((await signIn(password)).status, 303, `one can sign in ${day} days from today`);
      assert.equal((await signIn("bukan sandinya sama sekali")).status, 422);
      if (index === 2) {
        assert.equal(await app.stop(), 0);
        await app.start();
      }
      const versi = (await facts.quarters())[1].versi;
      for (const [step, at] of [["ajukan", versi], ["tarik", versi + 1]]) {
        const reply = await app.ask("perencana", `${office}/ukur/tw2/${step}`, { versi: at });
        assert.equal(reply.status, 303, `${step} ${day} days from today`);
      }
    }
    const trail = await facts.trail("berkas/BKPSDM/2023/");
    follows(trail, await facts.cells(), await facts.quarters());
    const numbers = trail.map((it) => it.nomor);
    assert.deepEqual(numbers, numbers.toSorted((a, b) => a - b));
    const own = trail.filter((it) => it.objek.includes("/realisasi/"));
    const real = (it) => Math.round((Date.parse(it.waktu) - Date.now()) / 86_400_000) + 0;
    assert.deepEqual(own.map(real), days, "every entry has the day that the clock said");
    await isWhole(app);
  });
});

// ---- Backups ----

/** What an installation writes of every berkas, by the name of each file. */
async function exported(app, place, to) {
  const found = {};
  await mkdir(to, { recursive: true });
  for (const berkas of (await app.run("list", ...place)).trim().split("\n")) {
    const file = path.join(to, `${berkas.replace("/", "-")}.zip`);
    await app.run("export", berkas, "-o", file, ...place);
    found[berkas] = await readFile(file);
  }
  return found;
}

test("The backup of a week's work, restored on an empty machine, says the same to the last byte", LIMIT, async (t) => {
  // Where the clock cannot be set, the week is one day.
  const time = await clock().catch(() => null);
  if (time) t.after(time.remove);
  else notRun(t, "libfaketime is not installed here (apt-get install libfaketime); the whole week is today");
  const app = await open(t, { env: time?.env });
  const folder = await mkdtemp(path.join(app.folder, "backup-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const form = async (account, address, fields) => {
    const reply = await app.ask(account, address, fields);
    assert.equal(reply.status, 303, `${address}: ${plain(await reply.text())}`);
  };
  const value = (name, seen, now) => form("perencana", `${office}/ukur`, { bagian: "utama", [`sel:${name}`]: now, [`lama:${name}`]: seen });
  const proof = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(200_000, "bukti\n"), Buffer.from("\n%%EOF\n")]);
  const week = [
    () => value(FIRST, "", "91,5"),
    () => form("perencana", TEXT, { versi: "1", teks: "Teks hari kedua.\n\nDengan «tanda» dan é." }),
    () => upload(app, proof),
    () => form("perencana", `${office}/ukur/tw1/ajukan`, { versi: "0" }),
    () => form("verifikator", `${office}/ukur/tw1/minta-perbaikan`, { versi: "1", alasan: "Lengkapi, lalu ajukan lagi." }),
    () => value(FIRST, "91.5", "92"),
    () => form("admin", "/administrasi/tahun", { perangkat: "BKPSDM", tahun: "2023" }),
  ];
  const backups = [];
  for (const [day, work] of week.entries()) {
    await time?.set(day - week.length);
    await work();
    const file = path.join(folder, `day-${day + 1}.db`);
    const said = await app.run("backup", "-o", file, ...app.place);
    backups.push({ file, head: said.match(/catatan (\d+), ([0-9a-f]{64})/) });
  }
  const last = backups.at(-1);
  const bytes = await readFile(last.file);
  const stage = stages(t);
  const restored = ["--data", path.join(folder, "restored")];
  await stage("it is restored on an empty machine", async () => {
    await app.run("restore", last.file, ...restored);
    const [before, now] = [await exported(app, app.place, path.join(folder, "before")), await exported(app, restored, path.join(folder, "now"))];
    assert.deepEqual(Object.keys(before).sort(), ["BKPSDM/2023", "BKPSDM/2024"]);
    assert.deepEqual(now, before);
  });
  await stage("a proof is there as it was sent", async () => {
    const there = await openAt(t, { arguments: restored }, () => {}, () => {});
    for (const it of [app, there]) {
      const list = await (await it.ask("inspektur", `${office}/bukti/iku-1?tw=1`)).text();
      const address = list.match(/href="([^"]*\/bukti\/iku-1\/\d+[^"]*)"/)[1];
      const file = await it.ask("inspektur", address);
      assert.ok(proof.equals(Buffer.from(await file.arrayBuffer())));
    }
    assert.equal(await there.stop(), 0);
  });
  await stage("its trail holds every head of the week", async () => {
    for (const { file } of backups) assert.match(await app.run("verify", ...restored, "--against", file), /^Jejak audit utuh/);
    const again = await app.run("backup", "-o", path.join(folder, "again.db"), ...restored);
    assert.deepEqual(again.match(/catatan (\d+), ([0-9a-f]{64})/).slice(1), last.head.slice(1), "it ends where it ended");
  });
  await stage("what lacks the last day is found out", async () => {
    const older = ["--data", path.join(folder, "older")];
    await app.run("restore", backups[3].file, ...older);
    await app.run("verify", ...older);
    await assert.rejects(app.run("verify", ...older, "--against", last.file), { code: 1 });
  });
  await stage("a backup is not changed by being read", async () => {
    assert.ok(bytes.equals(await readFile(last.file)));
  });
  await stage("a backup is read from a disk that cannot be written", async () => {
    await having(t, () => disk(16), async (device) => {
      try {
        const file = path.join(device.folder, "backup.db");
        await copyFile(last.file, file);
        await device.turn("ro");
        await app.run("verify", ...restored, "--against", file);
        const other = ["--data", path.join(folder, "other")];
        await app.run("restore", file, ...other);
        await app.run("verify", ...other, "--against", file);
      } finally {
        await device.remove();
      }
    });
  });
});

/** Adds a proof to the first indicator. */
async function upload(app, bytes) {
  const page = await app.as("perencana");
  await page.goto(`${office}/bukti/iku-1?tw=1`);
  await page.locator('input[type="file"]').setInputFiles({ name: "berita-acara.pdf", mimeType: "application/pdf", buffer: bytes });
  await press(page, "Unggah bukti");
}
