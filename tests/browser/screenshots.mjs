// `npm run screenshots`: the pictures of docs/application.md, from the city of `selaras demo --city`.
// They show what anybody sees who starts it: the demo's people sign in with one click.
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { listen, repository } from "./installation.mjs";
import { withPalette } from "./palette.mjs";

const pictures = path.join(repository, "docs/pictures/application");
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const STAFF = "/pd/BKPSDM/2024";
/** An office that has not submitted its last quarter yet: its sheet can still be filled. */
const HEALTH = "/pd/Dinkes/2024";

/** Name of the file, who looks, where; then the look, and how large. */
const ALL = [
  ["beranda", "perencana1.dinkes", HEALTH],
  ["kota", "walikota", "/kota/2024"],
  ["renstra", "perencana", `${STAFF}/renstra`],
  ["ukur", "perencana1.dinkes", `${HEALTH}/ukur?tw=4`],
  ["register", "perencana1.bkpsdm", "/pd/BKPSDM/2024/register/pelayanan"],
  ["capaian", "kepala", `${STAFF}/capaian`],
  ["lkjip", "perencana", `${STAFF}/lkjip`],
  ["narasi", "perencana", `${STAFF}/narasi/latar-belakang`],
  ["jejak-audit", "inspektur", "/jejak-audit?objek=berkas%2FBKPSDM%2F2024"],
  ["kota-gelap", "walikota", "/kota/2024", "dark"],
  ["ukur-gelap", "perencana1.dinkes", `${HEALTH}/ukur?tw=4`, "dark"],
  ["capaian-gelap", "kepala", `${STAFF}/capaian`, "dark"],
  ["beranda-ponsel", "perencana1.dinkes", HEALTH, "light", PHONE],
  ["ukur-ponsel", "perencana1.dinkes", `${HEALTH}/ukur?tw=4`, "light", PHONE],
  ["kota-ponsel", "walikota", "/kota/2024", "light", PHONE],
];

const folder = await mkdtemp(path.join(tmpdir(), "selaras-pictures-"));
let server;
let browser;
try {
  const program = path.join(folder, "selaras");
  await copyFile(process.env.SELARAS_BIN ?? path.join(repository, "target/release/selaras"), program);
  const words = ["demo", "--city", "--data", path.join(folder, "kota"), "--listen", "127.0.0.1:0"];
  server = await listen({ program }, words, /Aplikasi\s+(http:\/\/\S+)/);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  await mkdir(pictures, { recursive: true });
  let total = 0;
  for (const [name, account, address, colorScheme = "light", viewport = DESKTOP] of ALL) {
    const isPhone = viewport === PHONE;
    const options = { baseURL: server.origin, viewport, colorScheme, isMobile: isPhone, hasTouch: isPhone };
    const context = await browser.newContext({ ...options, locale: "id-ID", timezoneId: "Asia/Jakarta", reducedMotion: "reduce" });
    const entered = await context.request.post("/masuk/coba", { form: { akun: account, ke: "/beranda" } });
    if (!entered.ok()) throw new Error(`${account} is not let in: ${entered.status()}`);
    const page = await context.newPage();
    const reply = await page.goto(address);
    if (reply.status() !== 200) throw new Error(`${address} answers ${reply.status()}`);
    const picture = withPalette(await page.screenshot({ animations: "disabled", caret: "hide" }));
    await writeFile(path.join(pictures, `${name}.png`), picture);
    total += picture.length;
    console.log(`${(picture.length / 1000).toFixed(0).padStart(5)} kB  ${name}`);
    await context.close();
  }
  console.log(`${(total / 1000).toFixed(0).padStart(5)} kB`);
} finally {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}
