// Several nodes on one database work as one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { kind, LIMIT, office, open } from "./selaras.mjs";

test("Two nodes on one database lose nothing of each other, share sessions, and refuse what is old", LIMIT, async (t) => {
  if ((await kind()) !== "postgres") return t.skip("an embedded database has one node");
  const app = await open(t);
  const other = await app.node();
  const at = (origin, account, address, fields) => app.ask(account, address, fields, 20_000, origin);

  // Both write at the same time, each into the same chain of the trail.
  await app.ask("perencana", `${office}/ukur`);
  const remarks = Array.from({ length: 40 }, (_, n) => `ucapan ke-${n}`);
  const said = remarks.map((isi, n) => at(n % 2 ? other : app.origin, "perencana", `${office}/komentar`, { objek: "pengukuran/tw1", isi }));
  for (const reply of await Promise.all(said)) assert.equal(reply.status, 303);
  for (const origin of [app.origin, other]) {
    const file = await (await at(origin, "perencana", `${office}/komentar?unduh=csv`)).text();
    assert.deepEqual(remarks.filter((it) => !file.includes(`${it},`)), [], "every node has all of them");
  }

  // What one node has kept is known to the other at once.
  const page = `${office}/narasi/latar-belakang`;
  const versi = (await (await app.ask("perencana", page)).text()).match(/name="versi" value="(\d+)"/)[1];
  const first = await at(app.origin, "perencana", page, { versi, teks: "Ditulis pada simpul pertama." });
  assert.equal(first.status, 303, await first.text());
  const second = await at(other, "perencana", page, { versi, teks: "Ditulis pada simpul kedua." });
  assert.equal(second.status, 409, "an old version is refused");
  assert.match(await (await at(other, "perencana", page)).text(), /Ditulis pada simpul pertama/);

  // Whoever leaves at one door has left.
  assert.equal((await at(other, "pegawai", "/token")).status, 200);
  await at(app.origin, "pegawai", "/keluar", {});
  assert.notEqual((await at(other, "pegawai", "/token")).status, 200);

  const verified = await app.run("verify", ...app.place);
  assert.match(verified, /^Jejak audit utuh/);
});
