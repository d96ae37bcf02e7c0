// `npm test`: every test on SQLite, and on PostgreSQL too where SELARAS_TEST_POSTGRES names a server.
// `npm test -- keyboard` runs only the files whose names contain the word. What could not be run on this
// machine is said at the end, or kept in the file that SELARAS_NOT_RUN names.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { discard, prepare } from "./installation.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here)
  .filter((it) => it.endsWith(".test.mjs") && (wanted.length === 0 || wanted.some((word) => it.includes(word))))
  .map((it) => path.join(here, it));
if (files.length === 0) throw new Error(`No test file contains ${wanted.join(" or ")}.`);

const own = process.env.SELARAS_NOT_RUN ? null : mkdtempSync(path.join(tmpdir(), "selaras-not-run-"));
const notRun = process.env.SELARAS_NOT_RUN ?? path.join(own, "list");
writeFileSync(notRun, "", { flag: "a" });

const kinds = process.env.SELARAS_TEST_POSTGRES ? ["sqlite", "postgres"] : ["sqlite"];
let failed = false;
let child;
// Told to stop, it ends what it began, and removes it.
let stopped = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    stopped = true;
    child?.kill("SIGTERM");
  });
}

for (const kind of kinds) {
  if (stopped) break;
  console.log(`\n==== ${kind} ====`);
  const shared = await prepare(kind);
  try {
    if (stopped) break;
    // The limit is one of a whole file; each test has its own.
    const words = ["--test", "--test-reporter=spec", "--test-timeout=1800000", "--test-concurrency=3", ...files];
    child = spawn(process.execPath, words, {
      stdio: "inherit",
      env: { ...process.env, SELARAS_BROWSER_SHARED: JSON.stringify(shared), SELARAS_NOT_RUN: notRun },
    });
    const code = await new Promise((done) => child.once("exit", done));
    failed ||= code !== 0;
  } finally {
    await discard(shared);
  }
}
if (own) {
  for (const line of readFileSync(notRun, "utf8").split("\n").filter(Boolean)) console.error(`NOT RUN: ${line}`);
  rmSync(own, { recursive: true });
}
process.exitCode = failed || stopped ? 1 : 0;
