// Makes pages quicker; every page works without it. The server computes every figure.
"use strict";

// One menu is open at a time; a click elsewhere or Escape closes it.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    document.querySelector("[data-cari]")?.focus();
  } else if (event.key === "Escape") {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  } else if (event.key === "?" && !typing) {
    keys().showModal();
  }
});

/** The keys of the page, as a dialog that gives focus back. */
function keys() {
  const dialog = document.createElement("dialog");
  const rows = [["Ctrl K", "cari"], ["?", "daftar tombol ini"], ["Esc", "tutup"]];
  if (document.querySelector("[data-kisi]")) {
    rows.push(["↑ ↓ Enter", "sel di atas, di bawah"], ["Tab", "sel berikutnya"],
      ["Esc", "kembalikan nilai lama"], ["Ctrl Z", "urungkan isian terakhir"],
      ["Ctrl V", "tempel satu blok dari Excel"]);
  }
  const title = document.createElement("h2");
  title.textContent = "Tombol pada halaman ini";
  const list = document.createElement("dl");
  for (const [key, what] of rows) {
    const name = document.createElement("dt");
    const box = document.createElement("kbd");
    box.textContent = key;
    name.append(box);
    const about = document.createElement("dd");
    about.textContent = what;
    list.append(name, about);
  }
  const close = document.createElement("button");
  close.textContent = "Tutup";
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(title, list, close);
  document.body.append(dialog);
  return dialog;
}

// Nothing typed is lost by leaving.
let unsaved = 0;
addEventListener("beforeunload", (event) => {
  if (unsaved > 0) event.preventDefault();
});
for (const form of document.querySelectorAll("form[data-jaga]")) {
  form.addEventListener("input", () => { unsaved = 1; });
  form.addEventListener("submit", () => { unsaved = 0; });
}

for (const form of document.querySelectorAll("form[data-kisi]")) grid(form);

/** A sheet: keys, saving cell by cell, undo, and pasting a block. */
function grid(form) {
  const say = form.querySelector("[data-kabar]");
  const cells = () => [...form.querySelectorAll("input.sel")];
  const old = (cell) => cell.nextElementSibling;
  const shown = new Map(cells().map((cell) => [cell, cell.value]));
  const undo = [];

  /** Cells of one row of the sheet, and the rows with cells. */
  const rows = () => [...form.querySelectorAll("tr")]
    .map((row) => [...row.cells].map((it) => it.querySelector("input.sel")))
    .filter((row) => row.some((it) => it));

  function place(cell) {
    const all = rows();
    const row = all.findIndex((it) => it.includes(cell));
    return { all, row, column: all[row].indexOf(cell) };
  }

  function move(cell, by) {
    const { all, row, column } = place(cell);
    for (let at = row + by; at >= 0 && at < all.length; at += by) {
      if (all[at][column]) {
        all[at][column].focus();
        all[at][column].select();
        return;
      }
    }
  }

  /** Sends cells, all or none; derived figures come back. */
  async function save(changed, remember) {
    const body = new URLSearchParams();
    for (const it of form.querySelectorAll("input[type=hidden]")) {
      if (!it.name.startsWith("lama:")) body.set(it.name, it.value);
    }
    for (const cell of changed) {
      body.append(cell.name, cell.value);
      body.append(old(cell).name, old(cell).value);
      cell.classList.add("menunggu");
    }
    unsaved += 1;
    say.textContent = "menyimpan …";
    let reply, value;
    try {
      reply = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      value = await reply.json();
    } catch {
      reply = null;
      value = { galat: "Sambungan terputus; isian belum tersimpan. Coba lagi sesudah tersambung." };
    }
    for (const cell of changed) cell.classList.remove("menunggu");
    if (!reply?.ok) {
      // The value stays, red, with the reason; leaving the page still warns.
      for (const cell of changed) {
        const why = value.sel ? value.sel[cell.name.slice(4)] : value.galat;
        if (why) fail(cell, why);
      }
      if (reply?.status === 409 && changed.length === 1) {
        const [cell] = changed;
        old(cell).value = value.kini;
        fail(cell, value.galat + " Tekan Enter untuk tetap memakai isian Anda.");
      }
      say.textContent = value.galat;
      return false;
    }
    unsaved = Math.max(0, unsaved - 1);
    if (remember) undo.push(changed.map((cell) => [cell, shown.get(cell)]));
    for (const cell of changed) {
      const kept = value.sel[cell.name.slice(4)];
      if (!kept) continue;
      [old(cell).value, cell.value] = kept;
      shown.set(cell, cell.value);
      cell.removeAttribute("aria-invalid");
      cell.removeAttribute("title");
      cell.classList.add("tersimpan");
      setTimeout(() => cell.classList.remove("tersimpan"), 2000);
    }
    for (const [id, text] of Object.entries(value.turunan)) {
      const target = document.getElementById(id);
      if (target) target.innerHTML = text;
    }
    say.textContent = value.tersimpan;
    return true;
  }

  function fail(cell, why) {
    cell.setAttribute("aria-invalid", "true");
    cell.title = why;
  }

  function keep(cell) {
    if (cell.value.trim() !== shown.get(cell) || cell.hasAttribute("aria-invalid")) {
      if (cell.value.trim() === shown.get(cell) && !cell.title.includes("Tekan Enter")) {
        cell.removeAttribute("aria-invalid");
        cell.removeAttribute("title");
        return;
      }
      save([cell], true);
    }
  }

  form.addEventListener("change", (event) => {
    if (event.target.matches("input.sel")) keep(event.target);
  });
  form.addEventListener("keydown", (event) => {
    const cell = event.target.closest("input.sel");
    if (!cell) return;
    if (event.key === "Enter") {
      event.preventDefault();
      if (cell.title.includes("Tekan Enter")) save([cell], true);
      move(cell, event.shiftKey ? -1 : 1);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(cell, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      cell.value = shown.get(cell);
      cell.removeAttribute("aria-invalid");
      cell.select();
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && cell.value === shown.get(cell)) {
      event.preventDefault();
      const last = undo.pop();
      if (!last) return;
      for (const [changed, value] of last) changed.value = value;
      save(last.map(([changed]) => changed), false);
      last[0][0].focus();
    }
  });

  // A block from a spreadsheet says what it will do before it does it.
  form.addEventListener("paste", (event) => {
    const cell = event.target.closest("input.sel");
    const text = event.clipboardData.getData("text");
    if (!cell || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const block = text.replace(/\r/g, "").replace(/\n$/, "").split("\n").map((line) => line.split("\t"));
    const { all, row, column } = place(cell);
    const targets = [];
    let outside = 0;
    block.forEach((line, down) => line.forEach((value, right) => {
      const target = all[row + down]?.[column + right];
      if (target) targets.push([target, value.trim()]);
      else if (value.trim()) outside += 1;
    }));
    const bar = document.createElement("div");
    bar.className = "tempel";
    bar.setAttribute("role", "alertdialog");
    const words = document.createElement("span");
    words.textContent = `${targets.length} sel akan diisi` + (outside ? `, ${outside} nilai di luar lembar dilewati` : "") + ".";
    const yes = document.createElement("button");
    yes.type = "button";
    yes.className = "utama";
    yes.textContent = "Isi sel";
    const no = document.createElement("button");
    no.type = "button";
    no.textContent = "Batal";
    const end = () => { bar.remove(); cell.focus(); };
    yes.addEventListener("click", () => {
      for (const [target, value] of targets) target.value = value;
      save(targets.map(([target]) => target), true);
      end();
    });
    no.addEventListener("click", end);
    bar.addEventListener("keydown", (it) => { if (it.key === "Escape") end(); });
    bar.append(words, yes, no);
    document.body.append(bar);
    yes.focus();
  });
  form.addEventListener("submit", () => { unsaved = 0; });
}
