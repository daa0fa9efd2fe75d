// What a picture shows: the colours of its pixels. PNG as browsers write it, with eight
// bits a channel, without interlacing.

import { inflateSync } from 'node:zlib';

/** The pixels of a PNG: width, height, and the colour at a place as `[red, green, blue]`. */
export function pixels(base64) {
  const file = Buffer.from(base64, 'base64');
  let [width, height, channels] = [0, 0, 0];
  const parts = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const kind = file.toString('latin1', at + 4, at + 8);
    const part = file.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') {
      [width, height] = [part.readUInt32BE(0), part.readUInt32BE(4)];
      channels = { 2: 3, 6: 4 }[part[9]];
      if (part[8] !== 8 || !channels || part[12]) throw new Error('This PNG is none of those that browsers write.');
    }
    if (kind === 'IDAT') parts.push(part);
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const line = width * channels;
  const bytes = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)];
    for (let x = 0; x < line; x += 1) {
      const left = x < channels ? 0 : bytes[y * line + x - channels];
      const up = y ? bytes[(y - 1) * line + x] : 0;
      const corner = y && x >= channels ? bytes[(y - 1) * line + x - channels] : 0;
      const base = filter === 0 ? 0 : filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : nearest(left, up, corner);
      bytes[y * line + x] = raw[y * (line + 1) + 1 + x] + base;
    }
  }
  return { width, height, at: (x, y) => [...bytes.subarray(y * line + x * channels, y * line + x * channels + 3)] };
}

/** That of three neighbours which is nearest to left + up - corner (PNG, 9.4). */
function nearest(left, up, corner) {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** How often each colour is in a part of a picture, as `red,green,blue`. */
export function colours({ at }, { left, top, right, bottom }) {
  const counts = new Map();
  for (let y = Math.ceil(top); y < Math.floor(bottom); y += 1) {
    for (let x = Math.ceil(left); x < Math.floor(right); x += 1) {
      const colour = at(x, y).join();
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return counts;
}

/** How far apart two colours are, as WCAG reckons it: 1 to 21. */
export function contrast(...pair) {
  const [dark, light] = pair.map((colour) => {
    const [red, green, blue] = colour.split(',').map((value) => (value / 255 <= 0.04045 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
