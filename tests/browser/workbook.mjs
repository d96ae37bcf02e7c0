// Workbooks and zips, made and read with node alone, so that a test can also make what no program would.
import assert from "node:assert/strict";
import { deflateRawSync, inflateRawSync } from "node:zlib";

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let it = byte;
  for (let bit = 0; bit < 8; bit += 1) it = it & 1 ? (it >>> 1) ^ 0xedb88320 : it >>> 1;
  return it;
});

/** The sum that zips and PNGs check their parts with. */
export function crc32(bytes) {
  let crc = 0xffffffff;
  for (const it of bytes) crc = TABLE[(crc ^ it) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A zip of names with contents, in their order; the names are written as they are given. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path, "utf8");
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0); // version
    about.writeUInt16LE(0x800, 2); // names are UTF-8
    about.writeUInt16LE(8, 4); // deflated
    about.writeUInt32LE(0x00210000, 6); // 1 January 1980
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(46);
    entry.write("PK\x01\x02", "latin1");
    entry.writeUInt16LE(20, 4);
    about.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), about, name, packed);
    directory.push(entry, name);
    offset += 4 + about.length + name.length + packed.length;
  }
  const size = directory.reduce((sum, it) => sum + it.length, 0);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** The files of a zip, by their names. */
export function unzip(bytes) {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = bytes.readUInt32LE(end + 16);
  const files = new Map();
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((it) => bytes.readUInt16LE(at + it));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    const path = bytes.subarray(at + 46, at + 46 + name).toString();
    files.set(path, method === 8 ? inflateRawSync(packed) : packed);
    at += 46 + name + extra + comment;
  }
  return files;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;" };

function escaped(text) {
  return text.replace(/[&<>"\n]/g, (it) => ENTITIES[it]);
}

/** The letters of a column: 0 is A. */
export function letters(column) {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** The XML of a sheet: numbers as numbers, all else as texts. */
export function sheetXml(rows) {
  const cell = (value, row, column) => {
    if (value === null || value === "") return "";
    const at = `${letters(column)}${row + 1}`;
    if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  };
  const line = (cells, row) => `<row r="${row + 1}">${cells.map((it, column) => cell(it, row, column)).join("")}</row>`;
  return `${XML}<worksheet xmlns="${SHEET}"><sheetData>${rows.map(line).join("")}</sheetData></worksheet>`;
}

/** The files of a workbook whose only sheet has that XML. */
export function workbookFiles(sheet, name = "Sheet1") {
  const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return [
    ["[Content_Types].xml", `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`],
    ["_rels/.rels", `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ["xl/workbook.xml", `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`],
    ["xl/worksheets/sheet1.xml", sheet],
  ];
}

/** A workbook of rows of cells: numbers, texts, and null for nothing. */
export function workbook(rows, name) {
  return zip(workbookFiles(sheetXml(rows), name));
}

/** The rows of the first sheet of a workbook that the application wrote, as `workbook` takes them. */
export function rowsOf(bytes) {
  const files = unzip(bytes);
  const read = (path) => files.get(path)?.toString() ?? "";
  const plain = (text) => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, it) => ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" })[it]);
  const words = [...read("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, it]) => plain(it.replace(/<[^>]*>/g, "")));
  const rows = [];
  for (const [, at, row, about, value] of read("xl/worksheets/sheet1.xml").matchAll(/<c r="([A-Z]+)(\d+)"([^>]*)><v>(.*?)<\/v>/gs)) {
    const column = [...at].reduce((sum, it) => sum * 26 + it.charCodeAt(0) - 64, 0) - 1;
    assert.match(about, /^( s="\d+")?( t="s")?$/, "a cell of a kind that this reads");
    const cells = (rows[row - 1] ??= []);
    cells[column] = about.includes('t="s"') ? words[value] : Number(value);
  }
  return rows.map((cells) => Array.from(cells ?? [], (it) => it ?? null));
}
