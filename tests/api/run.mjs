// The API asked by a tool that knows nothing of it but its own description: what is valid, what is not,
// and what may be answered. First with a token that reads, then with those that write, on SQLite; on
// PostgreSQL too, with fewer questions, where SELARAS_TEST_POSTGRES names a server.
import { spawn } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { command, create, remove, repository, serve } from "../browser/installation.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? path.join(repository, "target");
/** What this ends with where the tool cannot be had; `./test` says so and goes on. */
const ABSENT = 75;
/** How long one run of the tool may take. */
const LIMIT = 600_000;
/** Requests of each operation that are made up, beside those that follow from the description. */
const EXAMPLES = { sqlite: 50, postgres: 10 };
/** Who asks: an account of the city, and what its token may. */
const TOKENS = [["verifikator", "baca"], ["perencana", "tulis"]];

let child;
let stopped = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    stopped = true;
    child?.kill("SIGTERM");
  });
}

/** Runs a program to its end with its output shown; gives its exit code. */
async function run(program, words, options = {}) {
  child = spawn(program, words, { stdio: ["ignore", "inherit", "inherit"], timeout: LIMIT, ...options });
  return new Promise((done, fail) => child.once("error", fail).once("exit", done));
}

/** The tool in an environment of its own, made again only where its requirements have changed. */
async function tool() {
  const folder = path.join(target, "schemathesis-venv");
  const wanted = path.join(here, "requirements.txt");
  const made = path.join(folder, "requirements.txt");
  const text = (file) => readFile(file, "utf8").catch(() => null);
  if ((await text(made)) !== (await text(wanted))) {
    await rm(folder, { recursive: true, force: true });
    const code = await run("python3", ["-m", "venv", folder]).catch(() => 1);
    if (code !== 0) process.exit(ABSENT);
    const words = ["install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement", wanted];
    if ((await run(path.join(folder, "bin/pip"), words)) !== 0) process.exit(ABSENT);
    await copyFile(wanted, made);
  }
  return path.join(folder, "bin/schemathesis");
}

/** Asks the API of an installation with a token; says whether every answer was as described. */
async function ask(schemathesis, shared, place, [account, scope]) {
  console.log(`\n==== ${shared.kind}, ${account}: ${scope} ====`);
  const words = ["user", "token", account, "uji API", "--scope", scope, ...place.arguments];
  const token = (await command(shared, ...words)).trim();
  const server = await serve(shared, place);
  let code;
  try {
    const settings = ["--no-color", "--config-file", path.join(here, "schemathesis.toml")];
    const address = `${server.origin}/api/v1/openapi.json`;
    const most = ["--max-examples", `${EXAMPLES[shared.kind]}`];
    code = await run(schemathesis, [...settings, "run", address, ...most], {
      // Nothing that the tool leaves behind is left in the repository.
      cwd: shared.folder,
      env: {
        ...process.env,
        SELARAS_TOKEN: token,
        SCHEMATHESIS_HOOKS: path.join(here, "hooks.py"),
        PYTHONDONTWRITEBYTECODE: "1",
      },
    });
  } finally {
    await server.stop();
  }
  if (stopped) return false;
  if (server.log() !== "") console.error(`The server complains:\n${server.log()}`);
  return code === 0 && server.log() === "";
}

const schemathesis = await tool();
const folder = await mkdtemp(path.join(tmpdir(), "selaras-api-"));
const program = path.join(folder, "selaras");
let failed = false;
try {
  await copyFile(process.env.SELARAS_BIN ?? path.join(target, "release/selaras"), program);
  const city = path.join(folder, "city");
  await command({ program }, "demo", "--city", "--no-serve", "--data", city);
  for (const kind of process.env.SELARAS_TEST_POSTGRES ? ["sqlite", "postgres"] : ["sqlite"]) {
    const shared = { kind, folder, program };
    const place = await create(shared);
    try {
      await command(shared, "database", "copy", "--from", city, "--to", place.arguments[1]);
      for (const token of TOKENS) {
        if (!stopped) failed = !(await ask(schemathesis, shared, place, token)) || failed;
      }
      // Whatever was asked, the trail of it holds.
      if (!stopped) await command(shared, "verify", ...place.arguments);
    } finally {
      await remove(shared, place);
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = failed || stopped ? 1 : 0;
