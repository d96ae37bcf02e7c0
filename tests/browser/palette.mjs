// Makes a screenshot small: pages have few colours, so one byte says each pixel's.
import { deflateSync, inflateSync } from "node:zlib";
import { crc32 } from "./workbook.mjs";

/** The chunks of a PNG, by their order. */
function* chunks(png) {
  for (let at = 8; at < png.length; ) {
    const size = png.readUInt32BE(at);
    yield [png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + size)];
    at += size + 12;
  }
}

function paeth(a, b, c) {
  const [toA, toB, toC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  if (toA <= toB && toA <= toC) return a;
  return toB <= toC ? b : c;
}

/** Width, height and the pixels of a PNG of 8 bits in RGB or RGBA, as numbers 0xRRGGBB. */
function pixels(png) {
  let width;
  let height;
  let depth;
  const parts = [];
  for (const [kind, data] of chunks(png)) {
    if (kind === "IHDR") {
      [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
      depth = { 2: 3, 6: 4 }[data[9]];
      if (data[8] !== 8 || !depth || data[12] !== 0) throw new Error("a PNG that this does not read");
    }
    if (kind === "IDAT") parts.push(data);
  }
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * depth;
  const all = new Uint32Array(width * height);
  let above = Buffer.alloc(row);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)];
    const line = raw.subarray(y * (row + 1) + 1, (y + 1) * (row + 1));
    for (let x = 0; x < row; x += 1) {
      const left = x < depth ? 0 : line[x - depth];
      const corner = x < depth ? 0 : above[x - depth];
      line[x] += [0, left, above[x], (left + above[x]) >> 1, paeth(left, above[x], corner)][filter];
    }
    for (let x = 0; x < width; x += 1) all[y * width + x] = line.readUIntBE(x * depth, 3);
    above = line;
  }
  return { width, height, all };
}

function distance(a, b) {
  return [16, 8, 0].reduce((sum, bits) => sum + (((a >> bits) & 255) - ((b >> bits) & 255)) ** 2, 0);
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** The commonest keys of counts. */
function commonest(counts, most) {
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([it]) => it);
}

/**
 * The same picture with 256 colours: those that it has most of, and of the many shades at the edges of
 * letters one for each kind of shade; every other colour becomes the nearest of them.
 */
export function withPalette(png) {
  const { width, height, all } = pixels(png);
  const counts = new Map();
  for (const it of all) counts.set(it, (counts.get(it) ?? 0) + 1);
  const palette = commonest(counts, 64);
  for (const it of palette) counts.delete(it);
  const kinds = new Map();
  for (const [it, count] of counts) {
    const kind = it & 0xf0f0f0;
    if (!kinds.has(kind)) kinds.set(kind, new Map());
    kinds.get(kind).set(it, count);
  }
  const sizes = new Map([...kinds].map(([kind, shades]) => [kind, [...shades.values()].reduce((sum, it) => sum + it, 0)]));
  palette.push(...commonest(sizes, 256 - palette.length).map((kind) => commonest(kinds.get(kind), 1)[0]));
  const indexes = new Map(palette.map((it, index) => [it, index]));
  for (const it of counts.keys()) {
    if (!indexes.has(it)) indexes.set(it, indexes.get(palette.reduce((best, one) => (distance(one, it) < distance(best, it) ? one : best))));
  }
  const lines = Buffer.alloc(height * (width + 1));
  all.forEach((it, at) => {
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = indexes.get(it);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((it) => [it >> 16, (it >> 8) & 255, it & 255]));
  return Buffer.concat([
    png.subarray(0, 8), chunk("IHDR", head), chunk("PLTE", colours), chunk("IDAT", deflateSync(lines, { level: 9 })), chunk("IEND", Buffer.alloc(0)),
  ]);
}
