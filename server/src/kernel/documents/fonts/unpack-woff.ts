import { inflateSync } from 'node:zlib';

const WOFF_SIGNATURE = 0x774f4646;
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/**
 * Unpacks a WOFF 1.0 file into the TrueType file it was made from.
 * fontkit reads WOFF itself, but inflates the glyph table anew for every glyph it embeds (measured in docs/adr/0004).
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.readUInt32BE(0) !== WOFF_SIGNATURE) throw new Error('not a WOFF 1.0 file');
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * count);
  writeSfntHeader(header, woff.readUInt32BE(4), count);
  const parts = [header];
  let position = header.length;
  for (let index = 0; index < count; index += 1) {
    const entry = WOFF_HEADER + WOFF_ENTRY * index;
    const table = readTable(woff, entry);
    const target = SFNT_HEADER + SFNT_ENTRY * index;
    woff.copy(header, target, entry, entry + 4);
    woff.copy(header, target + 4, entry + 16, entry + 20);
    header.writeUInt32BE(position, target + 8);
    header.writeUInt32BE(table.length, target + 12);
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    table.copy(padded);
    parts.push(padded);
    position += padded.length;
  }
  return Buffer.concat(parts);
}

function readTable(woff: Buffer, entry: number): Buffer {
  const offset = woff.readUInt32BE(entry + 4);
  const packedLength = woff.readUInt32BE(entry + 8);
  const packed = woff.subarray(offset, offset + packedLength);
  return packedLength < woff.readUInt32BE(entry + 12) ? inflateSync(packed) : packed;
}

function writeSfntHeader(header: Buffer, flavour: number, count: number): void {
  const exponent = Math.floor(Math.log2(count));
  header.writeUInt32BE(flavour, 0);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(16 << exponent, 6);
  header.writeUInt16BE(exponent, 8);
  header.writeUInt16BE(count * 16 - (16 << exponent), 10);
}
