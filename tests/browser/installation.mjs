// The program and its installations: what a run shares, and a place and a server for every test.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { copyFile, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const here = path.dirname(fileURLToPath(import.meta.url));
export const repository = path.resolve(here, "../..");
export const example = path.join(repository, "examples/bkpsdm-dumai-2023");
export const password = "empat kata tanpa hubungan";

/** How long a command of the program may take. */
const COMMAND = 60_000;

/** Account, name, role, office. */
export const PEOPLE = [
  ["perencana", "Rani Contoh", "perencana", "BKPSDM"],
  ["pegawai", "Tono Contoh", "pegawai", "BKPSDM"],
  ["kepala", "Sari Contoh", "kepala", "BKPSDM"],
  ["verifikator", "Made Contoh", "verifikator", null],
  ["inspektur", "Ucok Contoh", "inspektorat", null],
  ["walikota", "Dewi Contoh", "kepala_daerah", null],
  ["admin", "Adi Contoh", "administrator", null],
];

/**
 * All that a run over one kind of database shares: the program, copied so that a new build does not
 * disturb it, and an installation with the example and its people, copied for every test. Made by
 * run.mjs; a test file that is run alone makes its own.
 */
export async function prepare(kind) {
  const folder = await mkdtemp(path.join(tmpdir(), "selaras-browser-"));
  const shared = { kind, folder, program: path.join(folder, "selaras") };
  const built = process.env.SELARAS_BIN ?? path.join(repository, "target/release/selaras");
  await until(() => copyFile(built, shared.program).then(() => true), `${built} is there`, 60_000);
  try {
    shared.template = await create(shared);
    const place = shared.template.arguments;
    await command(shared, "migrate", ...place);
    await command(shared, "import", example, ...place);
    for (const [account, name, role, at] of PEOPLE) {
      await command(shared, "user", "add", account, name, ...place);
      const to = at === null ? [] : ["--office", at];
      await command(shared, "user", "assign", account, role, "--from", "2020-01-01", ...to, ...place);
    }
    // They choose passwords and sign in once; the copies know their sessions.
    const server = await serve(shared, shared.template);
    try {
      shared.sessions = {};
      for (const [account] of PEOPLE) {
        const link = (await command(shared, "user", "link", account, ...place)).trim();
        const chosen = await post(server.origin + new URL(link).pathname, { sandi: password, ulang: password });
        assert.equal(chosen.status, 303, `${account} chooses a password`);
        const entered = await post(`${server.origin}/masuk`, { akun: account, sandi: password });
        assert.equal(entered.status, 303, `${account} signs in`);
        shared.sessions[account] = entered.headers.getSetCookie()[0].match(/^sesi=([^;]+)/)[1];
      }
    } finally {
      await server.stop();
    }
  } catch (error) {
    await discard(shared);
    throw error;
  }
  return shared;
}

/** Removes all that `prepare` made. */
export async function discard(shared) {
  if (shared.template) await remove(shared, shared.template);
  await rm(shared.folder, { recursive: true, force: true });
}

function post(address, fields) {
  const limit = AbortSignal.timeout(COMMAND);
  return fetch(address, { method: "POST", body: new URLSearchParams(fields), redirect: "manual", signal: limit });
}

/** Runs the program to its end and gives what it prints. */
export async function command(shared, ...words) {
  const { stdout } = await run(shared.program, words, { timeout: COMMAND, maxBuffer: 64 << 20 });
  return stdout;
}

async function sql(statement) {
  const address = process.env.SELARAS_TEST_POSTGRES;
  await run("psql", ["--no-psqlrc", "--quiet", "-v", "ON_ERROR_STOP=1", "--dbname", address, "-c", statement], { timeout: COMMAND });
}

/** A place for an installation: empty, or the copy of another. */
export async function create(shared, like) {
  const name = `selaras_browser_${randomBytes(6).toString("hex")}`;
  if (shared.kind === "postgres") {
    await sql(`CREATE DATABASE ${name}${like ? ` TEMPLATE ${like.name}` : ""}`);
    const address = process.env.SELARAS_TEST_POSTGRES.replace(/[^/]*$/, name);
    return { name, arguments: ["--database", address] };
  }
  const folder = path.join(shared.folder, name);
  if (like) await cp(path.join(shared.folder, like.name), folder, { recursive: true });
  return { name, arguments: ["--data", folder] };
}

export async function remove(shared, place) {
  if (shared.kind === "postgres") await sql(`DROP DATABASE IF EXISTS ${place.name} WITH (FORCE)`);
  else await rm(path.join(shared.folder, place.name), { recursive: true, force: true });
}

const running = new Set();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a server of the program and waits until it says where it listens. */
export async function listen(shared, words, said, env = {}) {
  const child = spawn(shared.program, words, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  running.add(child);
  let out = "";
  let log = "";
  child.stdout.on("data", (it) => { out += it; });
  child.stderr.on("data", (it) => { log += it; });
  const ended = new Promise((done) => child.once("exit", done));
  ended.then(() => running.delete(child));
  /** Tells it to stop and gives its exit code, null where it had to be killed. */
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
    const code = await ended;
    clearTimeout(late);
    return code;
  };
  /** Ends it as a power failure would: it is told nothing. */
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  try {
    await until(() => {
      assert.equal(child.exitCode, null, `the server ended: ${log}`);
      return said.test(out);
    }, "the server listens", COMMAND);
  } catch (error) {
    await stop();
    throw error;
  }
  const origin = out.match(said)[1];
  await until(() => fetch(`${origin}/healthz`).then((it) => it.ok), "the server is healthy", COMMAND);
  return { origin, stop, kill, printed: () => out, log: () => log };
}

export function serve(shared, place, { at = "127.0.0.1:0", env } = {}) {
  const words = ["serve", "--listen", at, ...place.arguments];
  return listen(shared, words, /melayani (http:\/\/\S+)/, env);
}

/** Asks again until the answer is true; what goes wrong while asking counts as "not yet". */
export async function until(ask, what, limit = 8_000) {
  const end = Date.now() + limit;
  let last;
  for (;;) {
    try {
      if (await ask()) return;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      throw new assert.AssertionError({ message: `Not within ${limit / 1000} s: ${what}${last ? ` (${last.message})` : ""}` });
    }
    await new Promise((done) => setTimeout(done, 25));
  }
}
