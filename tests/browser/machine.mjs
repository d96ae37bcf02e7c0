// The machine under an installation, which tests break: a disk that is filled or turns read-only, a
// server of PostgreSQL that goes away, a clock that is set back. What cannot be had here is told as
// the reason to skip. Whoever asks for a thing removes it; what is left goes with the process.
import assert from "node:assert/strict";
import { execFile, execFileSync, spawn, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { appendFile, chown, cp, mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { command } from "./installation.mjs";

const run = promisify(execFile);
const LIMIT = { timeout: 30_000 };
const isRoot = process.getuid?.() === 0;

/** Why something cannot be had on this machine. */
export class Unavailable extends Error {}

/** Tells what a test did not try, and why; the end of the run says it once more. */
export function notRun(t, reason) {
  t.diagnostic(reason);
  const file = process.env.SELARAS_NOT_RUN;
  if (file) appendFileSync(file, `${t.fullName ?? t.name}: ${reason}\n`);
}

/** Does a test with something of this machine, or skips it with the reason. */
export async function having(t, make, use) {
  let thing;
  try {
    thing = await make();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    notRun(t, error.message);
    t.skip(error.message);
    return;
  }
  await use(thing);
}

/** What ends the process takes along what is still there. */
const left = new Set();
process.on("exit", () => {
  for (const clean of [...left].reverse()) {
    try {
      clean();
    } catch {
      // The next one is removed all the same.
    }
  }
});

function folderFor(what) {
  return mkdtemp(path.join(tmpdir(), `selaras-${what}-`));
}

async function mount(words, folder, whole = folder) {
  if (!isRoot) throw new Unavailable("only root may mount a disk (run it as root)");
  const clean = () => {
    execFileSync("umount", ["--lazy", folder], { stdio: "ignore" });
    rmSync(whole, { recursive: true, force: true });
  };
  left.add(clean);
  try {
    await run("mount", [...words, folder], LIMIT);
  } catch (error) {
    left.delete(clean);
    throw new Unavailable(`no disk can be mounted here: ${error.stderr.trim()}`);
  }
  return clean;
}

// ---- Disks ----

/** A disk of its own, of so many megabytes, in memory. */
export async function disk(megabytes) {
  const folder = await folderFor("disk");
  const ballast = path.join(folder, "ballast");
  let clean;
  try {
    clean = await mount(["-t", "tmpfs", "-o", `size=${megabytes}m`, "selaras-test"], folder);
  } catch (error) {
    await rm(folder, { recursive: true });
    throw error;
  }
  return {
    folder,
    /** Leaves not one byte. */
    async fill() {
      const more = (size) => appendFile(ballast, Buffer.alloc(size)).then(() => true, () => false);
      // Twice: what a program held that has just ended may come back a moment later.
      for (const pause of [500, 0]) {
        for (const size of [1 << 20, 1 << 16, 1 << 12]) while (await more(size));
        await new Promise((done) => setTimeout(done, pause));
      }
    },
    empty: () => rm(ballast),
    async turn(how) {
      await run("mount", ["-o", `remount,${how}`, folder], LIMIT);
    },
    async remove() {
      await run("umount", [folder], LIMIT);
      left.delete(clean);
      await rm(folder, { recursive: true });
    },
  };
}

/** A disk that turns read-only under whoever writes to it, as Linux does with one that has errors. */
export async function failingDisk(megabytes) {
  const outer = await folderFor("disk");
  const image = path.join(outer, "image");
  const folder = path.join(outer, "mounted");
  const words = ["-o", "loop,errors=remount-ro", image];
  let clean;
  let trigger;
  const attach = async () => {
    clean = await mount(words, folder, outer);
    const { stdout } = await run("findmnt", ["--noheadings", "--output", "SOURCE", folder], LIMIT);
    trigger = `/sys/fs/ext4/${path.basename(stdout.trim())}/trigger_fs_error`;
  };
  const detach = async () => {
    await run("umount", [folder], LIMIT);
    left.delete(clean);
  };
  try {
    await mkdir(folder);
    await writeFile(image, "");
    await truncate(image, megabytes << 20);
    await run("mkfs.ext4", ["-q", "-F", image], LIMIT).catch((error) => {
      throw new Unavailable(`no file system can be made here: ${error.message}`);
    });
    await attach();
    if (!existsSync(trigger)) {
      await detach();
      throw new Unavailable("this kernel does not let a test report an error of a disk");
    }
  } catch (error) {
    await rm(outer, { recursive: true });
    throw error;
  }
  return {
    folder,
    fail: () => writeFileSync(trigger, "selaras-test"),
    /** What an administrator does: takes it off, checks it, and puts it back. */
    async mend() {
      await detach();
      await run("e2fsck", ["-p", image], LIMIT).catch((error) => assert.equal(error.code, 1, error.stdout));
      await attach();
    },
    async remove() {
      await detach();
      await rm(outer, { recursive: true });
    },
  };
}

// ---- PostgreSQL ----

/**
 * A server of PostgreSQL of its own, on a socket of its own, with an empty database; it is in
 * `folder`, where one is given.
 */
export async function cluster(folder) {
  const versions = "/usr/lib/postgresql";
  const version = existsSync(versions) && readdirSync(versions).sort((a, b) => a - b).at(-1);
  if (!version) throw new Unavailable("PostgreSQL is not installed here");
  const bin = path.join(versions, version, "bin");
  // It refuses to run as root, who lends it the account that came with its package.
  const own = await folderFor("pg");
  const as = (program, ...words) => {
    const whole = [path.join(bin, program), ...words];
    const [first, ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", ...whole] : whole;
    return [first, rest, { ...LIMIT, cwd: own, stdio: "ignore" }];
  };
  const data = path.join(folder ?? own, "data");
  if (isRoot) {
    const { stdout } = await run("id", ["-u", "postgres"], LIMIT);
    for (const it of [own, folder ?? own]) await chown(it, Number(stdout), -1);
  }
  const stopNow = as("pg_ctl", "--pgdata", data, "--mode", "immediate", "stop");
  const clean = () => {
    spawnSync(...stopNow);
    rmSync(own, { recursive: true, force: true });
  };
  const socket = `postgres://selaras@${encodeURIComponent(own)}`;
  const it = {
    address: `${socket}/selaras`,
    arguments: ["--database", `${socket}/selaras`],
    async start() {
      const options = `-c listen_addresses='' -c unix_socket_directories='${own}' -c fsync=off`;
      const words = ["--pgdata", data, "--log", path.join(own, "log"), "--wait", "--options", options];
      // Its log keeps the pipes of whoever starts it.
      await done(as("pg_ctl", ...words, "start"));
    },
    /** At once, as by a power failure: nobody is told. */
    stop: () => done(stopNow),
    sql: (statement) => run("psql", ["--no-psqlrc", "--quiet", "--dbname", `${socket}/postgres`, "-c", statement], LIMIT),
    async remove() {
      // It may be down already.
      await done(stopNow).catch(() => {});
      left.delete(clean);
      await rm(own, { recursive: true });
    },
  };
  const waldir = path.join(own, "wal");
  const how = ["--username", "selaras", "--auth", "trust", "--encoding", "UTF8", "--locale", "C"];
  left.add(clean);
  try {
    await done(as("initdb", "--pgdata", data, "--waldir", waldir, "--no-sync", ...how));
    await it.start();
    await it.sql("CREATE DATABASE selaras");
  } catch (error) {
    await it.remove();
    throw error;
  }
  return it;
}

/** Runs to its end without pipes, which a server that it starts would keep open. */
function done([program, words, options]) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, options);
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${path.basename(words[3] ?? program)}: ${code}`))));
  });
}

// ---- Places ----

/** The installation with the example and its people, copied into a folder. */
export function intoFolder(place) {
  return (shared) => cp(shared.template.arguments[1], place.arguments[1], { recursive: true });
}

/** The same, copied into a server of PostgreSQL. */
export function intoCluster(place) {
  return (shared) => command(shared, "database", "copy", "--from", shared.template.arguments[1], "--to", place.address);
}

// ---- The clock ----

/** A clock that a test sets, for a server that gets its `env`. */
export async function clock() {
  const libraries = "/usr/lib";
  const found = readdirSync(libraries)
    .map((it) => path.join(libraries, it, "faketime/libfaketimeMT.so.1"))
    .find((it) => existsSync(it));
  if (!found) throw new Unavailable("libfaketime is not installed here (apt-get install libfaketime)");
  const folder = await folderFor("clock");
  const file = path.join(folder, "clock");
  const it = {
    env: {
      LD_PRELOAD: found,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: "1",
      DONT_FAKE_MONOTONIC: "1",
    },
    /** Days from today; before today they are less than nothing. */
    set: (days) => writeFile(file, `${days < 0 ? "" : "+"}${days}d\n`),
    remove: () => rm(folder, { recursive: true }),
  };
  await it.set(0);
  return it;
}
