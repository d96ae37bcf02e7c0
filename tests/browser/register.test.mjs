// A register from nothing to the figure that it counts, an agreement drafted from the facts, and an
// action that somebody looked at.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addRow as add, arrive, follow, LIMIT, office, open, press, text } from "./selaras.mjs";


test("The cases of a register are judged by their standard, listed, counted and told apart", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await page.goto(`${office}/register`);
  assert.match(await text(page), /Belum ada register/);
  await add(page, "register", {
    id: "pelayanan",
    nama: "Layanan kepegawaian",
    jenis: "layanan",
    periode_menurut: "selesai",
    lengkap_sampai: "2023-12-31",
  });
  await add(page, "jenis_layanan", { register: "pelayanan", id: "cuti", nama: "Cuti besar" });
  await add(page, "alasan_register", { register: "pelayanan", id: "berkas", uraian: "Berkas tidak lengkap" });
  await add(page, "sop_layanan", {
    register: "pelayanan",
    layanan: "cuti",
    berlaku: "2022-01-01",
    batas: "5",
    hitungan: "hari_kerja",
    jeda: "dikembalikan",
  });
  const late = { register: "pelayanan", layanan: "cuti", diterima: "2023-10-02", selesai: "2023-10-16" };
  await add(page, "kasus_layanan", { ...late, nomor: "1", selesai: "2023-10-09" });
  await add(page, "kasus_layanan", { ...late, nomor: "2", alasan: "berkas" });
  // A late case is in doubt until the days off are known.
  await page.goto(`${office}/register/pelayanan`);
  assert.match(await text(page), /hari libur tahun 2023: isi hari libur/);
  await add(page, "hari_libur", { tanggal: "2023-12-25", nama: "Natal" });

  await page.goto(`${office}/register`);
  await follow(page, "Layanan kepegawaian");
  const shown = await text(page);
  assert.match(shown, /Tepat waktu[\s\S]*Terlambat/);
  assert.match(shown, /Berkas tidak lengkap/);
  await page.getByLabel("Keadaan").selectOption("Terlambat");
  await press(page, "Cari");
  await page.waitForURL(/status=Terlambat/);
  const rows = await page.locator("main table").last().locator("tbody tr").allInnerTexts();
  assert.equal(rows.length, 1);
  assert.match(rows[0], /^2[\s\S]*10[\s\S]*5[\s\S]*Berkas tidak lengkap[\s\S]*Terlambat/);

  await page.goto(`${office}/jejak?angka=${encodeURIComponent("register/pelayanan/2023/alasan/berkas")}`);
  assert.match(await text(page), /Layanan kepegawaian: alasan «Berkas tidak lengkap», tahun 2023/);
});

test("The agreement of an official is drafted from the facts, and supervision is shown with it", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await add(page, "pejabat", {
    id: "kepala-fungsional",
    nama: "Nama Contoh",
    jabatan: "Koordinator Jabatan Fungsional",
    status: "definitif",
    unit_kerja: "jabatan-fungsional",
  });
  await page.goto(`${office}/perjanjian`);
  const missing = page.getByRole("region", { name: "Belum mempunyai perjanjian" });
  const before = await missing.getByRole("button").count();
  assert.ok(before > 0, "some officials have promised nothing yet");
  await arrive(page, () => missing.getByRole("button").first().click());
  assert.match(await text(page), /Draf/);
  assert.equal(await missing.getByRole("button").count(), before - 1);

  await add(page, "supervisi_perjanjian", {
    perjanjian: "pk-2023",
    nomor: "1",
    periode: "tw4",
    tanggal: "2023-12-18",
    hasil: "Target triwulan IV diperiksa di lapangan",
  });
  await page.goto(`${office}/perjanjian`);
  assert.match(await text(page), /Target triwulan IV diperiksa di lapangan/);

  await arrive(page, () => page.getByRole("link", { name: /Unggah pindaian/ }).first().click());
  const scan = { name: "pk.pdf", mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.4\n${" ".repeat(200)}`) };
  await page.locator('input[type="file"]').setInputFiles(scan);
  await arrive(page, () => page.getByRole("button", { name: "Unggah bukti" }).click());
  assert.match(await text(page), /pk\.pdf/);
  await page.goto(`${office}/perjanjian`);
  assert.match(await text(page), /1 pindaian yang ditandatangani/);

  const mayor = await app.as("walikota");
  await mayor.goto("/kota/2023/perjanjian");
  assert.match(await text(mayor), /BKPSDM/);
});

test("Staff write what they found of an action, and two who write it lose nothing", LIMIT, async (t) => {
  const app = await open(t);
  const page = await app.as("perencana");
  await add(page, "rencana_aksi", {
    indikator: "iku-1",
    tahun: "2023",
    periode: "tw4",
    nomor: "1",
    aksi: "Pendampingan pengelola kepegawaian",
  });
  await page.goto(`${office}/rencana-aksi`);
  const link = page.locator('main a[href*="/rencana-aksi/iku-1/"]').first();
  const address = await link.getAttribute("href");
  const other = await app.as("perencana");
  await other.goto(address);
  await page.goto(address);
  await page.getByLabel("Keadaan aksi").selectOption("berjalan");
  await page.getByLabel("Kendala").fill("Narasumber berhalangan");
  await arrive(page, () => page.getByRole("button", { name: "Simpan monev" }).click());
  assert.match(await text(page), /Berjalan[\s\S]*Narasumber berhalangan/);

  await other.getByLabel("Temuan").fill("Undangan sudah dikirim");
  await arrive(other, () => other.getByRole("button", { name: "Simpan monev" }).click());
  assert.match(await text(other), /Orang lain menyimpan monev ini[\s\S]*Narasumber berhalangan/);
  assert.equal(await other.getByLabel("Temuan").inputValue(), "Undangan sudah dikirim");
});
