// Every page of the table of routes, looked at once as whoever it is for: in light and dark, on a
// desktop and on a phone.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { addRow, arrive, enter, follow, letStand, LIMIT, loadKatalog, office, open, press, repository } from "./selaras.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const routes = await readFile(path.join(repository, "crates/web/src/routes.rs"), "utf8");

/** Who looks at the pages of a permission; pages for everybody are looked at by nobody in particular. */
const WHO = {
  Open: null, SignedIn: "perencana", ReadOffice: "perencana", EditFacts: "perencana", Measure: "perencana",
  ReadCity: "verifikator", ReadTrail: "inspektur", Audit: "inspektur", Administer: "admin",
};
const PARTS = {
  perangkat: "BKPSDM", tahun: "2023", tabel: "indikator", baris: "3", narasi: "latar-belakang",
  akun: "perencana", indikator: "iku-1", id: "1", nomor: "1", hash: "0".repeat(64), tautan: "bukan-tautan", triwulan: "tw1",
  periode: "tw4", register: "pelayanan", perjanjian: "pk-2023", kode: "ANT003",
  jenis: "tujuan",
};

/** Pages that are about what their address asks for, and about nothing without it. */
const QUERY = { "/pd/{perangkat}/{tahun}/jejak": "?angka=indikator%2Fiku-1%2F2023%2Fcapaian" };

/** Pages whose content depends on what the address asks for. */
const MORE = [
  ["perencana", `${office}/ukur?tw=2`],
  ["perencana", `${office}/ukur?tw=4&bagian=program`],
  ["perencana", `${office}/ukur?tw=4&bagian=anggaran`],
  ["pegawai", `${office}/ukur?tw=1`],
  ["verifikator", `${office}/ukur?tw=1`],
  ["kepala", office],
  ["kepala", `${office}/lkjip`],
  ["kepala", `${office}/perjanjian/pk-uji/tanda-tangan`],
  ["perencana", `${office}/perjanjian/pk-uji/isi`],
  ["perencana", `${office}/renstra/tambah/dokumen`],
  ["perencana", `${office}/renstra/tambah/indikator`],
  ["perencana", `${office}/renstra?cari=pelayanan`],
  ["perencana", `${office}/perjanjian/perubahan-pk-2023/perubahan`],
  ["perencana", `${office}/bukti/iku-1?tw=3`],
  ["kepala", `${office}/bukti/iku-1?tw=1`],
  ["perencana", `${office}/anggaran?ubah=dpa-2023`],
  ["perencana", `${office}/tabel/pagu`],
  ["perencana", `${office}/tabel/perangkat_daerah/1`],
  ["perencana", `${office}/tabel/faktor?cari=tidak+ada+yang+begini`],
  ["perencana", `${office}/tabel/faktor/baru`],
  ["perencana", `${office}/jejak?angka=anggaran%2Ftotal%2F2023%2Fpersen`],
  ["perencana", "/cari?q=pegawai"],
  ["walikota", "/kota/2023?tw=1"],
  ["admin", "/kota/2022"],
  ["admin", "/administrasi?cari=tidak-ada"],
];

/** Every address that the table has for people, with who looks at it; those of the API are for programs. */
function addresses() {
  const found = [...routes.matchAll(/\bget\(\s*"([^"]+)",\s*(\w+),/g)].filter(([, route]) => !route.startsWith("/api/"));
  assert.ok(found.length > 30, "the table of routes is read");
  // The second file of the installation is the scan of the agreement, the third the proof of an action.
  const fill = (route) => route.replace("pindaian/{id}", "pindaian/2").replace("bukti-baris/{tabel}/{kunci}", "bukti-baris/monev_aksi/iku-1~2023~tw4~1").replace("~1/{id}", "~1/3").replace(/\{(\w+)\}/g, (gap, name) => PARTS[name] ?? gap) + (QUERY[route] ?? "");
  // The page of the first start is gone once there is a pemda; first-start.test.mjs sees it.
  const ofOne = /\{perjanjian\}\/(tanda-tangan|perubahan|isi)$/;
  const others = found.filter(([, route]) => !ofOne.test(route) && !route.startsWith("/mulai/") && (PARTS.cadangan || !route.includes("{cadangan}")));
  const all = others.map(([, route, permission]) => [WHO[permission], fill(route)]);
  return [...all, ...MORE];
}

/** What axe finds that is serious; only what depends on colours where `colours` says so. */
function inspect(page, colours) {
  return page.evaluate(async (colours) => {
    const options = colours ? { runOnly: ["color-contrast"] } : { resultTypes: ["violations"] };
    const { violations } = await globalThis.axe.run(document, { ...options, elementRef: false, preload: false });
    return violations
      .filter((it) => it.impact === "serious" || it.impact === "critical")
      .map((it) => `${it.id} (${it.nodes.length}×): ${it.help}, at ${it.nodes[0].target.join(" ")}`);
  }, colours);
}

/** The forms that are sent and that one may leave after typing without being asked. */
function unguarded(page) {
  return page.evaluate(() => {
    const asks = () => !dispatchEvent(new Event("beforeunload", { cancelable: true }));
    const open = 'input:not([type="hidden"]):not([readonly]), select:not(:disabled), textarea:not([readonly])';
    const forms = [...document.querySelectorAll('form[method="post"]:not([data-kisi])')].filter((it) => it.querySelector(open));
    const free = forms.filter((form) => {
      form.querySelector(open).dispatchEvent(new Event("input", { bubbles: true }));
      const isGuarded = asks();
      // Sent, but for the sending.
      form.dispatchEvent(new Event("submit"));
      return !isGuarded || asks();
    });
    return free.map((it) => it.getAttribute("action"));
  });
}

// Some seventy pages, each looked at three times.
test("Every page of the application", { timeout: 1_200_000 }, async (t) => {
  const app = await open(t);
  // Something of everything: a register, an action, a proof, a signed report, a quarter that has come back with a reason.
  const rani = await app.as("perencana");
  const register = { id: "pelayanan", nama: "Layanan", jenis: "layanan", periode_menurut: "selesai" };
  await addRow(rani, "register", { ...register, lengkap_sampai: "2023-12-31" });
  await addRow(rani, "rencana_aksi", { indikator: "iku-1", tahun: "2023", periode: "tw4", nomor: "1", aksi: "Pendampingan" });
  await addRow(rani, "dokumen", { id: "pk-uji", jenis: "perjanjian_kinerja", judul: "Perjanjian Kinerja Uji", tahun: "2023" });
  await addRow(rani, "perjanjian_kinerja", { id: "pk-uji", dokumen: "pk-uji", tahun: "2023", pihak_pertama: "erinasrizal", pihak_kedua: "paisal", tempat: "Dumai", status: "draf" });
  const adi = await app.as("admin");
  await adi.goto("/administrasi/kesehatan");
  const makes = adi.getByRole("button", { name: "Buat cadangan sekarang" });
  // A server of PostgreSQL is backed up where it stands.
  if (await makes.count()) {
    await arrive(adi, () => makes.click());
    PARTS.cadangan = await adi.getByRole("link", { name: /^selaras-\d/ }).innerText();
  }
  await adi.goto("/nomenklatur");
  await loadKatalog(adi, "Katalog Uji", "2021", "kode,nama,kinerja,indikator,satuan\n5.03.02,PROGRAM KEPEGAWAIAN DAERAH,,,\n5.03.02.2.09,Kegiatan Uji,,,\n5.03.02.2.09.0001,Subkegiatan Uji,,Jumlah Dokumen Uji,Dokumen\n");
  await rani.goto(`${office}/ukur?tw=2`);
  await enter(rani, "r:ikt-1:2023:tw2", "91,5");
  await press(rani, "Ajukan pengukuran triwulan II");
  const made = await app.as("verifikator");
  await made.goto(`${office}/ukur?tw=2`);
  await made.locator("summary").filter({ hasText: "Minta perbaikan" }).click();
  await made.getByLabel("Alasan", { exact: true }).fill("Lengkapi data IKU 1.");
  await press(made, "Minta perbaikan");
  await rani.goto(`${office}/ukur?tw=1`);
  await press(rani, "Ajukan pengukuran triwulan I");
  const sari = await app.as("kepala");
  await t.test("the planner uploads a proof, and the head signs the report", async () => {
    await rani.goto(`${office}/bukti/iku-1?tw=3`);
    const proof = { name: "bukti.pdf", mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.4\n${" ".repeat(200)}`) };
    await rani.locator('input[type="file"]').setInputFiles(proof);
    await press(rani, "Unggah bukti");
    assert.match(await rani.locator("main").innerText(), /bukti\.pdf/);
    await rani.goto(`${office}/perjanjian/pk-2023/pindaian`);
    await rani.locator('input[type="file"]').setInputFiles({ ...proof, name: "pindaian.pdf" });
    await press(rani, "Unggah bukti");
    await rani.goto(`${office}/rencana-aksi/iku-1/tw4/1`);
    await rani.locator('input[type="file"]').setInputFiles({ ...proof, name: "foto.pdf" });
    await press(rani, "Unggah bukti");
    assert.match(await rani.locator("main").innerText(), /Simpan monev[\s\S]*foto\.pdf/, "it stands on the page of the action");
    await letStand(sari, "laporan");
    await sari.goto(`${office}/lkjip`);
    await press(sari, "Sahkan laporan kinerja 2023");
    assert.match(await sari.locator("main").innerText(), /Unduh pengesahan ke-1/);
  });

  const ucok = await app.as("inspektur");
  await ucok.goto("/reviu");
  await ucok.getByLabel(/^Berkas laporan/).setInputFiles({ name: "t.csv", mimeType: "text/csv", buffer: Buffer.from("No;Target;Realisasi;Capaian\n1;80;72;90\n2;50;55;110\n") });
  await press(ucok, "Periksa laporan");
  PARTS.reviu = new URL(ucok.url()).pathname.split("/").pop();

  const faults = { load: [], light: [], dark: [], phone: [], guard: [], console: [], hosts: [] };
  const seen = [];
  const people = new Map([["perencana", rani], ["verifikator", made], ["kepala", sari], ["admin", adi], ["inspektur", ucok]]);
  for (const [who, address] of addresses()) {
    if (who === undefined || address.includes("{")) {
      faults.load.push(`${address}: this test must learn who looks at it, and what stands in its gaps`);
      continue;
    }
    if (!people.has(who)) people.set(who, await app.as(who));
    const page = people.get(who);
    const reply = await page.request.get(address);
    if (reply.status() !== 200) faults.load.push(`${address}: ${reply.status()}`);
    if (!reply.headers()["content-type"].startsWith("text/html")) {
      if ((await reply.body()).length < 20) faults.load.push(`${address} is empty`);
      continue;
    }
    const hear = (it) => {
      if (it.type() === "error" || it.type() === "warning") faults.console.push(`${address}: ${it.text()}`);
    };
    const watch = (it) => {
      if (new URL(it.url()).origin !== app.origin) faults.hosts.push(`${address} asks for ${it.url()}`);
    };
    // How a page looks does not depend on the database.
    if (app.kind === "postgres") continue;
    page.on("console", hear);
    page.on("request", watch);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(address);
    seen.push(address);
    await page.evaluate(axe);
    const note = (kind) => (it) => faults[kind].push(`${address}: ${it}`);
    (await inspect(page, false)).forEach(note("light"));
    await page.emulateMedia({ colorScheme: "dark" });
    (await inspect(page, true)).forEach(note("dark"));
    await page.setViewportSize({ width: 390, height: 844 });
    const [wide, width, guilty] = await page.evaluate(() => {
      const guilty = [...document.querySelectorAll("main *, header *")]
        .filter((it) => it.getBoundingClientRect().right > innerWidth + 1 && !it.closest(".gulung, .fase, .anak, .tersembunyi"));
      const name = (it) => `${it.tagName.toLowerCase()}.${it.className}`;
      return [document.documentElement.scrollWidth, innerWidth, guilty.slice(0, 2).map(name).join(", ")];
    });
    (await unguarded(page)).forEach(note("guard"));
    if (wide > width) faults.phone.push(`${address}: ${wide} px in ${width} (${guilty})`);
    page.off("console", hear);
    page.off("request", watch);
  }
  t.diagnostic(`${seen.length} pages seen`);

  const none = (name, list) => t.test(name, () => assert.deepEqual(list, []));
  await none("each answers, and each file has content", faults.load);
  await none("no serious or critical finding of axe in light", faults.light);
  await none("no contrast that is too weak in dark", faults.dark);
  await none("no page is wider than a phone of 390 pixels", faults.phone);
  await none("leaving asks first wherever something was typed into a form", faults.guard);
  await none("no error, no warning and no violation of the policy in the console", faults.console);
  await none("no request to another host", faults.hosts);
});

test("Pages that say no are whole pages too: in light, in dark and on a phone", LIMIT, async (t) => {
  const app = await open(t);
  const faults = [];
  for (const [who, address, status] of [
    ["perencana", "/tidak-ada", 404],
    ["perencana", `/tidak-ada/${"0".repeat(64)}`, 404],
    ["perencana", `${office}/narasi/tidak-ada`, 404],
    ["perencana", "/administrasi", 403],
    ["perencana", "/pd/DINKES/2023", 403],
    ["admin", "/pd/BKPSDM/1999", 404],
  ]) {
    const page = await app.as(who);
    const reply = await page.goto(address);
    assert.equal(reply.status(), status, address);
    await page.evaluate(axe);
    for (const it of await inspect(page, false)) faults.push(`${address}: ${it}`);
    await page.emulateMedia({ colorScheme: "dark" });
    for (const it of await inspect(page, true)) faults.push(`${address}: ${it}`);
    await page.setViewportSize({ width: 390, height: 844 });
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) faults.push(`${address} is too wide`);
  }
  assert.deepEqual(faults, []);
});

test("On a phone a planner fills a cell of the quarter and submits it", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto("/beranda");
  await follow(page, "Isi", page.getByRole("listitem").filter({ hasText: "Isi realisasi triwulan I:" }));
  const field = page.locator('[name="sel:r:ikt-1:2023:tw1"]');
  await field.tap();
  assert.equal(await enter(page, "r:ikt-1:2023:tw1", "91,5"), 200);
  assert.equal(await page.locator('[name="sel:r:ikt-1:2023:tw2"]').isVisible(), false, "only the chosen quarter is shown");
  await press(page, "Ajukan pengukuran triwulan I");
  await page.waitForLoadState();
  assert.match(await page.locator(".stasiun [aria-current]").innerText(), /Diajukan/);
});

test("The look that somebody chooses stays: dark, and with narrow rows", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana", { colorScheme: "light" });
  await page.goto(office);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  for (const button of ["Tampilan gelap", "Baris rapat"]) {
    await page.locator("details.orang > summary").click();
    await press(page, button);
    await page.waitForLoadState();
  }
  await page.goto(`${office}/ukur`);
  assert.notEqual(await ground(), light);
  assert.equal(await page.locator("html").getAttribute("data-rapat"), "");
});

test("Choosing a look leaves one at the page with its address whole", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/ukur?tw=2&bagian=anggaran`);
  await page.locator("details.orang > summary").click();
  await press(page, "Tampilan gelap");
  await page.waitForLoadState();
  assert.equal(page.url(), `${app.origin}${office}/ukur?tw=2&bagian=anggaran`);
});
