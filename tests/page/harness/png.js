// Pictures as small files: PNG with a palette, for screenshots of few colours.

import { crc32, deflateSync } from 'node:zlib';

/** How many steps there are from nothing to all of red, green and blue. */
const STEPS = 8;

/** A picture as a PNG, its colours rounded so that a palette holds them. */
export function png({ width, height, at }) {
  const rounded = (value) => Math.round(Math.round((value * (STEPS - 1)) / 255) * 255 / (STEPS - 1));
  const places = new Map();
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = at(x, y).map(rounded).join();
      if (!places.has(colour)) places.set(colour, places.size);
      lines[y * (width + 1) + 1 + x] = places.get(colour);
    }
  }
  if (places.size > 256) throw new Error(`${places.size} colours are too many for a palette.`);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from([...places.keys()].flatMap((colour) => colour.split(',').map(Number)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head), chunk('PLTE', palette), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A part of a PNG. */
function chunk(kind, bytes) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
