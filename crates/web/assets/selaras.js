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
    // In a cell it gives the old value back.
    if (!typing) trail.close();
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  } else if (event.key === "?" && !typing) {
    keys().showModal();
  }
});

// A figure tells beside its page why it is what it is; without the script, on a page of its own.
const trail = {
  panel: null,
  link: null,

  /** Whether there is room beside the page; elsewhere the panel lies on it, and nothing else can be reached. */
  isBeside: () => matchMedia("(min-width: 1100px)").matches,

  async open(link) {
    const part = await trail.load(link.href);
    if (!part) {
      location.assign(link.href);
      return;
    }
    // From one trail to the next the focus still goes back to the page.
    if (!trail.panel?.contains(link)) trail.link = link;
    if (!trail.panel) {
      trail.panel = document.createElement("dialog");
      trail.panel.className = "samping";
      trail.panel.setAttribute("aria-labelledby", "judul-jejak");
      trail.panel.addEventListener("close", trail.gone);
      document.body.append(trail.panel);
      if (trail.isBeside()) trail.panel.show();
      else trail.panel.showModal();
    }
    trail.show(link.href, part);
    trail.panel.scrollTop = 0;
    trail.panel.querySelector("h2").focus();
  },

  /** What the page of a trail says: its title and its calculation. */
  async load(href) {
    try {
      const reply = await fetch(href);
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const content = page.querySelector("main .jejak");
      return reply.ok && content && { title: page.querySelector("h1").textContent, content };
    } catch {
      return null;
    }
  },

  show(href, { title, content }) {
    trail.href = href;
    const head = document.createElement("div");
    head.className = "kepala";
    const words = document.createElement("h2");
    Object.assign(words, { id: "judul-jejak", textContent: title, tabIndex: -1 });
    const whole = document.createElement("a");
    Object.assign(whole, { href, textContent: "Buka sebagai halaman" });
    whole.dataset.halaman = "";
    const close = document.createElement("button");
    Object.assign(close, { type: "button", textContent: "Tutup" });
    close.addEventListener("click", trail.close);
    head.append(words, whole, close);
    trail.panel.replaceChildren(head, content);
    copyable(trail.panel);
  },

  /** Shows the calculation as it is after a change, where it is open. */
  async refresh() {
    const part = trail.panel && await trail.load(trail.href);
    if (part && trail.panel) trail.show(trail.href, part);
  },

  close: () => trail.panel?.close(),

  /** The focus goes back to the figure; a cell that was saved meanwhile has another link to it. */
  gone() {
    const address = trail.link.getAttribute("href");
    const same = [...document.querySelectorAll("a.angka")].find((it) => it.getAttribute("href") === address);
    trail.panel.remove();
    (trail.link.isConnected ? trail.link : same)?.focus();
    Object.assign(trail, { panel: null, link: null });
  },
};
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href*="/jejak?"]');
  const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || isElsewhere || "halaman" in link.dataset || document.querySelector("main > .jejak")) return;
  event.preventDefault();
  trail.open(link);
});

/** Shows the buttons that copy a text, which do nothing without this. */
function copyable(part) {
  for (const button of part.querySelectorAll("[data-salin]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const box = button.closest(".jejak");
      const text = box.querySelector("pre");
      const say = box.querySelector("[role=status]");
      try {
        await navigator.clipboard.writeText(text.textContent);
        say.textContent = "Tersalin.";
      } catch {
        // Without a secure line a browser gives no clipboard: the text is marked, to be taken by hand.
        box.querySelector("details").open = true;
        getSelection().selectAllChildren(text);
        say.textContent = "Teksnya ditandai; tekan Ctrl C untuk menyalin.";
      }
    });
  }
}
copyable(document);

/** The keys of the page, as a dialog that gives focus back. */
function keys() {
  const dialog = document.createElement("dialog");
  const rows = [["Ctrl K", "cari"], ["?", "daftar tombol ini"], ["Esc", "tutup menu atau jejak"]];
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
const unsaved = new Set();
addEventListener("beforeunload", (event) => {
  if (unsaved.size > 0) event.preventDefault();
});
// A sheet watches over its cells itself.
for (const form of document.querySelectorAll('form[method="post"]:not([data-kisi])')) {
  // What came back with faults is not kept either.
  if (form.dataset.jaga === "belum" || form.querySelector("[aria-invalid]")) unsaved.add(form);
  // The server says all that is wrong at once, each beside its field; a browser stops at the first.
  form.noValidate = true;
  form.addEventListener("input", () => unsaved.add(form));
  let sent = 0;
  form.addEventListener("submit", (event) => {
    // A double click sends once.
    if (event.timeStamp - sent < 2000 && sent > 0) event.preventDefault();
    else sent = event.timeStamp;
    unsaved.delete(form);
  });
}

// What is wrong may stand far down the page, beside its form; the browser first goes where the address says.
addEventListener("load", () => document.querySelector("main .galat[role=alert][tabindex]")?.focus());

for (const form of document.querySelectorAll("form[data-kisi]")) grid(form);
for (const form of document.querySelectorAll("form[data-naskah]")) manuscript(form);

/** A text of the report: a preview while one types, and references completed after `{`. */
function manuscript(form) {
  const field = form.querySelector("textarea");
  const shown = document.querySelector("[data-pratinjau]");
  let waiting;
  let asked = 0;
  const preview = async () => {
    const mine = ++asked;
    const headers = { Accept: "application/json" };
    try {
      const body = new URLSearchParams(new FormData(form));
      const reply = await fetch(form.dataset.naskah, { method: "POST", body, headers });
      // Only the answer to what was typed last is shown.
      if (reply.ok && mine === asked) shown.innerHTML = (await reply.json()).html;
    } catch {
      // Without a line the button still asks, and says what is wrong.
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(preview, 500);
  });

  // Each reference with the figure that it stands for, which is found by its name too.
  const known = [...document.querySelectorAll(".rujukan dt code")].map((it) => {
    const told = it.parentElement.nextElementSibling.textContent.trim();
    return { text: it.textContent, told, sought: `${it.textContent} ${told}`.toLowerCase() };
  });
  const list = document.createElement("ul");
  Object.assign(list, { id: "pilihan", className: "pilihan", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Rujukan yang cocok");
  field.after(list);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", "pilihan");
  let chosen = 0;
  const begun = () => field.value.slice(0, field.selectionStart).match(/\{[^{}\n]*$/)?.[0];
  const close = () => {
    list.hidden = true;
    field.removeAttribute("aria-activedescendant");
  };
  const mark = () => {
    [...list.children].forEach((it, index) => it.setAttribute("aria-selected", String(index === chosen)));
    field.setAttribute("aria-activedescendant", list.children[chosen]?.id ?? "");
  };
  const take = (text) => {
    const start = begun();
    if (start === undefined) return;
    field.setRangeText(text, field.selectionStart - start.length, field.selectionStart, "end");
    close();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  field.addEventListener("input", () => {
    const start = begun();
    const words = start?.slice(1).toLowerCase().split(/\s+/) ?? [];
    const found = start === undefined ? [] : known.filter((it) => words.every((word) => it.sought.includes(word)));
    chosen = 0;
    list.replaceChildren(...found.slice(0, 8).map(({ text, told }, index) => {
      const item = document.createElement("li");
      const about = document.createElement("small");
      about.textContent = told;
      Object.assign(item, { id: `pilihan-${index}`, textContent: `${text} ` }).dataset.rujukan = text;
      item.append(about);
      item.setAttribute("role", "option");
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(text);
      });
      return item;
    }));
    list.hidden = found.length === 0;
    if (list.hidden) close();
    else mark();
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) chosen = (chosen + step + list.children.length) % list.children.length;
    else if (event.key === "Enter" || event.key === "Tab") take(list.children[chosen].dataset.rujukan);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    if (step) mark();
  });
  field.addEventListener("blur", close);
}

/** A sheet: keys, saving cell by cell, undo, and pasting a block. */
function grid(form) {
  const say = form.querySelector("[data-kabar]");
  say.id = "kabar";
  const seen = (cell) => cell.nextElementSibling;
  // What each cell shows of what is kept; and what is kept, as one types it without asking back.
  const shown = new Map();
  const typedAs = new Map();
  const remember = (cell, value, kept) => {
    shown.set(cell, value);
    typedAs.set(cell, /^-?\d+(\.\d+)?$/.test(kept) ? kept.replace(".", ",") : kept);
  };
  for (const cell of form.querySelectorAll("input.sel")) {
    remember(cell, cell.defaultValue, seen(cell).value);
    if (cell.hasAttribute("aria-invalid")) unsaved.add(cell);
  }
  const undo = [];
  // Cells that are kept together: a pasted block.
  const blocks = new Map();
  // Whoever has signed in again in another tab has forms with another token.
  let isSignedOut = false;
  // One request at a time, so that an answer never meets a newer one.
  let queue = Promise.resolve();

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

  /** The place of the reason beside a cell. */
  const reason = (cell) => document.getElementById(`g-${cell.name.slice(4)}`);

  function clear(cell) {
    cell.removeAttribute("aria-invalid");
    cell.removeAttribute("aria-describedby");
    reason(cell)?.remove();
  }

  function fail(cell, why) {
    let words = reason(cell);
    if (!words) {
      words = document.createElement("small");
      words.id = `g-${cell.name.slice(4)}`;
      words.className = "galat-bidang";
      seen(cell).after(words);
    }
    words.textContent = why;
    cell.setAttribute("aria-invalid", "true");
    cell.setAttribute("aria-describedby", words.id);
  }

  /** Keeps a cell, with its block, when it says something that is not kept. */
  function keep(cell) {
    if (cell.value.trim() === shown.get(cell) && !unsaved.has(cell)) {
      clear(cell);
      return;
    }
    if (cell.dataset.dikirim === cell.value) return;
    save(blocks.get(cell) ?? [cell], true);
  }

  /** Sends cells, all or none, after what is being sent. */
  function save(cells, undoable) {
    // At once, not when its turn comes: Enter is followed by the change that it makes.
    for (const cell of cells) {
      unsaved.add(cell);
      cell.dataset.dikirim = cell.value;
    }
    queue = queue.then(() => send(cells, undoable)).catch(() => {});
    return queue;
  }

  async function send(cells, undoable, again = false) {
    if (isSignedOut && await renew()) isSignedOut = false;
    const body = new URLSearchParams();
    for (const it of form.querySelectorAll("input[type=hidden]")) {
      if (!it.name.startsWith("lama:")) body.set(it.name, it.value);
    }
    const sent = new Map(cells.map((cell) => [cell, cell.value]));
    for (const [cell, value] of sent) {
      body.append(cell.name, value);
      body.append(seen(cell).name, seen(cell).value);
      cell.dataset.dikirim = value;
      cell.classList.add("menunggu");
    }
    say.textContent = "menyimpan …";
    let reply, value;
    try {
      reply = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      value = await reply.json();
    } catch {
      reply = null;
      value = { galat: "Sambungan terputus; isian belum tersimpan. Tekan Enter pada selnya untuk mengirim lagi." };
    }
    for (const cell of cells) {
      cell.classList.remove("menunggu");
      delete cell.dataset.dikirim;
    }
    isSignedOut = reply?.status === 401;
    if (reply?.status === 403 && !again && await renew()) return send(cells, undoable, true);
    if (!reply?.ok) return refused(cells, reply?.status, value);
    if (undoable) undo.push(cells.map((cell) => [cell, typedAs.get(cell)]));
    for (const cell of cells) {
      const [kept, words] = value.sel[cell.name.slice(4)] ?? ["", ""];
      // Somebody may have typed on while the answer was under way.
      const isNewer = cell.value !== sent.get(cell);
      seen(cell).value = kept;
      remember(cell, words, kept);
      blocks.delete(cell);
      mark(cell, kept !== "");
      if (isNewer) continue;
      unsaved.delete(cell);
      cell.value = words;
      clear(cell);
      cell.classList.add("tersimpan");
      setTimeout(() => cell.classList.remove("tersimpan"), 2000);
    }
    for (const [id, text] of Object.entries(value.turunan)) {
      const target = document.getElementById(id);
      if (target) target.innerHTML = text;
    }
    found(value.temuan);
    trail.refresh();
    say.textContent = value.tersimpan + (cells.length > 1 ? `, ${cells.length} sel` : "");
  }

  /** What the checker finds now, beside fields and rows. */
  function found(temuan) {
    for (const cell of form.querySelectorAll(".sel")) {
      const [kind, words] = temuan.sel[cell.name.slice(4)] ?? [];
      if (kind) Object.assign(cell, { title: words }).dataset.temuan = kind;
      else for (const name of ["title", "data-temuan"]) cell.removeAttribute(name);
    }
    for (const row of form.querySelectorAll("[data-tanda]")) row.innerHTML = temuan.baris[row.dataset.tanda] ?? "";
  }

  /** A value that was just entered is verified by nobody. */
  function mark(cell, isThere) {
    if (!/^sel:[vrp]:/.test(cell.name)) return;
    const before = cell.previousElementSibling;
    if (before?.matches(".belum")) before.remove();
    if (!isThere) return;
    const sign = document.createElement("span");
    sign.className = "belum";
    sign.title = "Belum diverifikasi";
    sign.textContent = "?";
    cell.before(sign);
  }

  /** Nothing was kept: the values stay, red, with the reason; leaving the page still warns. */
  function refused(cells, status, value) {
    const words = [];
    if (status === 409) {
      const cell = cells.find((it) => it.name === `sel:${value.nama}`) ?? cells[0];
      seen(cell).value = value.kini;
      remember(cell, value.tampil, value.kini);
      const why = `${value.galat} Enter memakai isian Anda, Esc memakai nilainya.`;
      fail(cell, why);
      for (const it of cells) blocks.set(it, cells);
      choose(cell, value.tampil);
      words.push(why);
    } else {
      for (const cell of cells) {
        const why = value.sel ? value.sel[cell.name.slice(4)] : value.galat;
        if (why) fail(cell, why);
        else clear(cell);
        if (why && value.sel) words.push(`${cell.getAttribute("aria-label")}: ${why}`);
      }
      if (cells.length > 1) for (const it of cells) blocks.set(it, cells);
    }
    const n = words.length;
    const block = cells.length > 1 && value.sel ? ` Dari ${cells.length} sel, ${n} perlu diperbaiki; sesudah itu semuanya disimpan sekaligus.` : "";
    say.textContent = n > 0 ? `Belum ada yang tersimpan.${block} ${words.join(" ")}` : value.galat;
  }

  /** Both values of a cell, each a button. */
  function choose(cell, theirs) {
    document.querySelector(".tempel")?.remove();
    const mine = document.createElement("button");
    mine.type = "button";
    mine.className = "utama";
    mine.textContent = `Tetap pakai ${cell.value || "kosong"}`;
    const other = document.createElement("button");
    other.type = "button";
    other.textContent = `Pakai ${theirs || "kosong"}`;
    const words = document.createElement("span");
    words.textContent = "Orang lain baru saja mengubah sel ini.";
    const bar = document.createElement("div");
    bar.className = "tempel";
    mine.addEventListener("click", () => { bar.remove(); save(blocks.get(cell) ?? [cell], true); cell.focus(); });
    other.addEventListener("click", () => { bar.remove(); giveUp(cell); cell.focus(); });
    bar.append(words, mine, other);
    document.body.append(bar);
  }

  /** Takes what is kept in the place of what was typed. */
  function giveUp(cell) {
    document.querySelector(".tempel")?.remove();
    cell.value = shown.get(cell);
    unsaved.delete(cell);
    blocks.delete(cell);
    clear(cell);
  }

  /** Takes the token that the forms of this session carry. */
  async function renew() {
    try {
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
      const fresh = page.querySelector("form[data-kisi] input[name=_t]")?.value;
      if (!fresh || fresh === form.elements._t.value) return false;
      for (const it of document.querySelectorAll("input[name=_t]")) it.value = fresh;
      return true;
    } catch {
      return false;
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
      document.querySelector(".tempel")?.remove();
      keep(cell);
      move(cell, event.shiftKey ? -1 : 1);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(cell, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      giveUp(cell);
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
    const replaced = targets.filter(([target, value]) => target.value.trim() && target.value.trim() !== value).length;
    const words = document.createElement("span");
    words.textContent = `${targets.length} sel akan diisi`
      + (outside ? `, ${outside} nilai di luar lembar dilewati` : "")
      + (replaced ? `, ${replaced} menimpa nilai lama` : "") + ".";
    const yes = document.createElement("button");
    yes.type = "button";
    yes.className = "utama";
    yes.textContent = "Isi sel";
    const no = document.createElement("button");
    no.type = "button";
    no.textContent = "Batal";
    for (const [target] of targets) target.classList.add("dituju");
    const end = () => {
      for (const [target] of targets) target.classList.remove("dituju");
      bar.remove();
      cell.focus();
    };
    yes.addEventListener("click", () => {
      for (const [target, value] of targets) target.value = value;
      const cells = targets.map(([target]) => target);
      if (cells.length > 1) for (const it of cells) blocks.set(it, cells);
      save(cells, true);
      end();
    });
    no.addEventListener("click", end);
    bar.addEventListener("keydown", (it) => { if (it.key === "Escape") end(); });
    bar.append(words, changes(targets), yes, no);
    document.body.append(bar);
    yes.focus();
  });

  /** Which cells a block fills, each with what it says now and will say, and what looks wrong. */
  function changes(targets) {
    const MOST = 60;
    const table = document.createElement("table");
    const body = table.createTBody();
    for (const [target, value] of targets.slice(0, MOST)) {
      const row = body.insertRow();
      const name = document.createElement("th");
      name.scope = "row";
      name.textContent = target.getAttribute("aria-label");
      const before = document.createElement(target.value.trim() === value ? "span" : "del");
      before.textContent = target.value.trim() || "kosong";
      const after = document.createElement("ins");
      after.textContent = value || "kosong";
      const warning = document.createElement("small");
      warning.className = "kurang";
      warning.textContent = beyond(target, value, targets);
      row.append(name);
      row.insertCell().append(before, " → ", after, " ", warning);
    }
    if (targets.length > MOST) body.insertRow().insertCell().textContent = `dan ${targets.length - MOST} sel lain`;
    const box = document.createElement("div");
    box.className = "gulung";
    box.tabIndex = 0;
    box.append(table);
    return box;
  }

  /** Why a part of a whole cannot be what is pasted; empty where it can. */
  function beyond(target, value, targets) {
    const row = target.closest("tr");
    const whole = row.dataset.dari && [...row.parentElement.rows].find((it) => it.dataset.variabel === row.dataset.dari);
    const other = whole?.cells[target.closest("td").cellIndex]?.querySelector("input.sel");
    if (!other) return "";
    const number = (text) => Number(text.trim().replaceAll(".", "").replace(",", "."));
    const pasted = targets.find(([it]) => it === other)?.[1];
    return number(value) > number(pasted ?? other.value) ? `lebih besar daripada ${whole.cells[0].textContent}` : "";
  }
  form.addEventListener("submit", () => unsaved.clear());
}
