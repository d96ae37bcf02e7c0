import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { arrive, download, enter, example, follow, LIMIT, office, open, openDemo, password, PEOPLE, press, stages, text, until, values } from "./selaras.mjs";


async function choosePassword(page, link) {
  await page.goto(link);
  await page.getByLabel("Sandi baru", { exact: true }).fill(password);
  await page.getByLabel("Sandi baru sekali lagi").fill(password);
  await press(page, "Pakai sandi ini");
  await page.waitForURL("**/masuk");
}

async function signIn(page, account) {
  await page.getByLabel("Akun", { exact: true }).fill(account);
  await page.getByLabel("Sandi", { exact: true }).fill(password);
  await press(page, "Masuk");
  await page.waitForURL((it) => !it.pathname.startsWith("/masuk"));
}

/** The values of the first quarter, by the names of their cells. */
const TW1 = {
  "r:ikt-1:2023:tw1": "90,5", "r:ikt-2:2023:tw1": "61,2",
  "v:iku-1:selesai:2023:tw1": "350", "v:iku-1:usulan:2023:tw1": "400",
  "v:iku-2:terisi:2023:tw1": "540", "v:iku-2:formasi:2023:tw1": "549",
  "v:iku-3:selesai:2023:tw1": "1", "v:iku-3:kasus:2023:tw1": "1",
  "v:iku-4:peserta:2023:tw1": "200", "v:iku-4:asn:2023:tw1": "3.785",
};

test("From the first start, an administrator, a planner, a verifier and a head reach a downloaded LKjIP", LIMIT, async (t) => {
  const app = await open(t, { people: false });
  const links = {};
  const stage = stages(t);

  await stage("the administrator chooses a password over the one-time link that the server prints", async () => {
    const admin = await app.as();
    const link = app.printed().match(/http\S+\/sandi\/\S+/)[0];
    await choosePassword(admin, link);
    await signIn(admin, "admin");
    await follow(admin, "Administrasi");
    for (const [account, name, role, at] of [
      ["rani", "Rani Contoh", "Perencana", "BKPSDM"],
      ["made", "Made Contoh", "Verifikator", "seluruh pemda"],
      ["sari", "Sari Contoh", "Kepala perangkat daerah", "BKPSDM"],
    ]) {
      await admin.getByLabel("Akun", { exact: true }).fill(account);
      await admin.getByLabel("Nama lengkap").fill(name);
      await press(admin, "Buat akun");
      await admin.getByLabel("Peran", { exact: true }).selectOption({ label: role });
      await admin.getByLabel("Perangkat daerah", { exact: true }).selectOption({ label: at });
      await press(admin, "Beri peran");
      await press(admin, "Buat tautan pilih sandi");
      links[account] = await admin.locator(".kabar code").innerText();
      await follow(admin, "Akun dan peran");
    }
    const list = await text(admin);
    assert.match(list, /4 akun/);
    assert.match(list, /Rani Contoh\s+rani\s+Perencana BKPSDM\s+belum memilih sandi/);
  });

  const people = {};
  await stage("each of the others chooses a password over a link that works only once", async () => {
    for (const [account, link] of Object.entries(links)) {
      people[account] = await app.as();
      await choosePassword(people[account], link);
      await signIn(people[account], account);
    }
    const late = await app.as();
    await late.goto(links.rani);
    await late.getByLabel("Sandi baru", { exact: true }).fill("sandi lain yang panjang");
    await late.getByLabel("Sandi baru sekali lagi").fill("sandi lain yang panjang");
    await press(late, "Pakai sandi ini");
    assert.equal(await late.getByRole("alert").count(), 1);
  });

  const { rani, made, sari } = people;
  await stage("the planner finds on Beranda what is missing, fills it in and submits it", async () => {
    await follow(rani, "Isi", rani.getByRole("listitem").filter({ hasText: "Isi realisasi triwulan I:" }));
    for (const [name, value] of Object.entries(TW1)) {
      assert.equal(await enter(rani, name, value), 200, `${name} is kept`);
    }
    await rani.reload();
    assert.match(await text(rani), /Semua indikator terisi/);
    await press(rani, "Ajukan pengukuran triwulan I");
    assert.match(await text(rani), /diajukan oleh Rani Contoh/);
  });

  await stage("the verifier finds it among what came in, and verifies it", async () => {
    await made.goto("/beranda");
    assert.match(await text(made), /Verifikasi pengukuran triwulan I 2023 Badan Kepegawaian/);
    await follow(made, "Verifikasi");
    await press(made, "Verifikasi pengukuran triwulan I");
    assert.match(await made.locator(".stasiun [aria-current]").innerText(), /Diverifikasi/);
  });

  await stage("the head finds it on Beranda, and approves it", async () => {
    await sari.goto("/beranda");
    await follow(sari, "Setujui");
    await press(sari, "Setujui pengukuran triwulan I");
    assert.match(await sari.locator(".stasiun [aria-current]").innerText(), /Disetujui/);
  });

  await stage("the verifier locks it", async () => {
    await made.goto("/beranda");
    await follow(made, "Kunci");
    await press(made, "Kunci pengukuran triwulan I");
    assert.match(await made.locator(".stasiun [aria-current]").innerText(), /Dikunci/);
  });

  await stage("the planner downloads the LKjIP as a PDF", async () => {
    await follow(rani, "Laporkan");
    const { name, bytes } = await download(rani, () => rani.getByRole("link", { name: "Unduh PDF laporan" }).click());
    assert.equal(name, "lkjip-BKPSDM-2023.pdf");
    assert.equal(bytes.subarray(0, 4).toString(), "%PDF");
    assert.ok(bytes.length > 100_000, `${bytes.length} bytes`);
  });
});

test("From an empty place an administrator founds the pemda, its first office and year, and a planner comes to plan and measure in it", LIMIT, async (t) => {
  const app = await open(t, { empty: true });
  const stage = stages(t);
  const admin = await app.as();
  let link;

  await stage("the server prints a link, and the page to sign in says so", async () => {
    link = app.printed().match(/http\S+\/mulai\/\S+/)[0];
    await admin.goto("/");
    assert.match(await text(admin), /masih kosong[\s\S]*tautan sekali pakai/);
  });

  await stage("over the link the pemda and its administrator are made, and a slip costs nothing that was typed", async () => {
    await admin.goto(link);
    await admin.getByLabel("Jenis", { exact: true }).selectOption({ label: "Kota" });
    await admin.getByLabel(/^Nama tanpa jenisnya/).fill("Contoh");
    await admin.getByLabel(/^Provinsi/).fill("Contoh");
    await admin.getByLabel("Nama lengkap").fill("Adi Contoh");
    const choose = async (again) => {
      await admin.getByLabel(/^Sandi, paling/).fill(password);
      await admin.getByLabel("Sandi sekali lagi").fill(again);
      await press(admin, "Mulai memakai Selaras");
    };
    await choose("sandi yang lain sama sekali");
    assert.match(await admin.getByRole("alert").innerText(), /tidak sama/);
    assert.equal(await admin.getByLabel(/^Nama tanpa jenisnya/).inputValue(), "Contoh");
    await choose(password);
    await signIn(admin, "admin");
    assert.match(await text(admin), /Langkah awal/);
    const late = await app.as();
    assert.equal((await late.goto(link)).status(), 404, "the link is used up");
  });

  await stage("a package of another pemda is refused", async () => {
    const zip = path.join(app.folder, "lain.zip");
    await app.run("package", "format", example, "-o", zip);
    await admin.getByLabel(/^Paket \(zip\)/).setInputFiles(zip);
    await press(admin, "Impor paket");
    assert.match(await admin.getByRole("alert").innerText(), /milik kota Dumai/);
  });

  await stage("the first office leads to its first year", async () => {
    await admin.getByLabel("Singkatan", { exact: true }).fill("Disdik");
    await admin.getByLabel("Nama lengkap", { exact: true }).fill("Dinas Pendidikan");
    await press(admin, "Tambah perangkat daerah");
    assert.equal(await admin.getByLabel(/^Jabatan kepala/).inputValue(), "Kepala Dinas");
    await admin.getByRole("spinbutton", { name: /^Tahun/ }).fill("2026");
    await admin.getByLabel(/^Tugas/).fill("membantu Wali Kota melaksanakan urusan pemerintahan bidang pendidikan");
    await admin.getByLabel(/^Dasar cara mengukur/).fill("Keputusan Kepala Dinas Pendidikan");
    await press(admin, "Buka tahun pertama");
    assert.match(admin.url(), /\/pd\/Disdik\/2026$/);
    assert.match(await text(admin), /Dinas Pendidikan/);
  });

  const planner = await app.as();
  await stage("the list says that a planner is still needed, and one is made", async () => {
    await admin.goto("/administrasi/perangkat");
    await follow(admin, "Buat akun");
    await admin.getByLabel("Akun", { exact: true }).fill("rani");
    await admin.getByLabel("Nama lengkap").fill("Rani Contoh");
    await press(admin, "Buat akun");
    await admin.getByLabel("Peran", { exact: true }).selectOption({ label: "Perencana" });
    await admin.getByLabel("Perangkat daerah", { exact: true }).selectOption({ label: "Disdik" });
    await press(admin, "Beri peran");
    await press(admin, "Buat tautan pilih sandi");
    await choosePassword(planner, await admin.locator(".kabar code").innerText());
    await admin.goto("/administrasi/perangkat");
    assert.doesNotMatch(await text(admin), /Langkah awal/);
  });

  await stage("the planner comes to the empty year, to its Renstra and to its measurement", async () => {
    await signIn(planner, "rani");
    assert.match(planner.url(), /\/pd\/Disdik\/2026$/);
    for (const page of ["renstra", "ukur", "anggaran", "lkjip"]) {
      assert.equal((await planner.goto(`/pd/Disdik/2026/${page}`)).status(), 200, page);
    }
    assert.match(await app.run("verify", ...app.place), /^Jejak audit utuh/);
  });
});

test("The LKjIP from the application is byte for byte the one that `selaras report` makes of the package", LIMIT, async (t) => {
  const app = await open(t);
  const rani = await app.as("perencana");
  await rani.goto(`${office}/lkjip`);
  const { bytes } = await download(rani, () => rani.getByRole("link", { name: "Unduh PDF laporan" }).click());
  const file = path.join(app.folder, "lkjip.pdf");
  await app.run("report", "lkjip", example, "-o", file);
  assert.ok(bytes.equals(await readFile(file)), "the same bytes on A4");

  const folio = await download(rani, () => rani.getByRole("link", { name: "Unduh PDF F4" }).click());
  await app.run("report", "lkjip", example, "-o", file, "--paper", "f4");
  assert.ok(folio.bytes.equals(await readFile(file)), "the same bytes on F4");
});

test("An agreement from the application is byte for byte the one that `selaras report pk` makes of the package", LIMIT, async (t) => {
  const app = await open(t);
  const rani = await app.as("perencana");
  await rani.goto(`${office}/perjanjian`);
  await follow(rani, /^Naskah perjanjian ?: Perjanjian Kinerja BKPSDM Kota Dumai Tahun 2023$/);
  assert.match(await rani.locator(".lembar").first().innerText(), /yang bertanda tangan di bawah/);
  for (const [link, ending, more] of [["Unduh PDF perjanjian", "pdf", []], ["Unduh PDF F4", "pdf", ["--paper", "f4"]], ["Unduh Word", "docx", []]]) {
    const { bytes } = await download(rani, () => rani.getByRole("link", { name: link }).click());
    const file = path.join(app.folder, `pk.${ending}`);
    await app.run("report", "pk", example, "--agreement", "pk-2023", "-o", file, ...more);
    assert.ok(bytes.equals(await readFile(file)), `the same bytes: ${link}`);
  }
});

test("A wrong password is refused with a reason, and the account stays typed", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as();
  await page.goto("/masuk");
  await page.getByLabel("Akun", { exact: true }).fill("perencana");
  await page.getByLabel("Sandi", { exact: true }).fill("bukan sandinya");
  await press(page, "Masuk");
  await until(async () => /Akun atau sandi salah/.test(await page.getByRole("alert").innerText()), "the reason is shown");
  assert.equal(await page.getByLabel("Akun", { exact: true }).inputValue(), "perencana");
});

test("A page that asks for signing in comes back after it, with its address whole", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as();
  await page.goto(`${office}/ukur?tw=2&bagian=anggaran`);
  await signIn(page, "perencana");
  assert.equal(page.url(), `${app.origin}${office}/ukur?tw=2&bagian=anggaran`);
});

test("The demo lets one in as each role with one click, and out again", LIMIT, async (t) => {
  const app = await openDemo(t);
  const page = await app.as();
  await page.goto("/masuk");
  const offered = await page.locator('button[name="akun"]').evaluateAll((all) => all.map((it) => it.value));
  assert.deepEqual(offered.sort(), PEOPLE.map(([account]) => account).sort());
  for (const account of offered) {
    const visitor = await app.as();
    const reply = await visitor.request.post("/masuk/coba", { form: { akun: account, ke: "/beranda" } });
    assert.equal(reply.status(), 200, `${account} arrives at Beranda`);
    await visitor.close();
  }
  await arrive(page, () => page.locator('button[name="akun"][value="perencana"]').click());
  await page.locator("details.orang > summary").click();
  assert.match(await page.locator("details.orang").innerText(), /Rani Contoh/);
  await press(page, "Keluar");
  assert.match(page.url(), /\/masuk$/);
});

test("A server that is told to stop ends at once and without complaint", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(office);
  assert.equal(await app.stop(), 0);
  assert.equal(app.log(), "");
});
