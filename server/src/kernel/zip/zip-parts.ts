import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** Bytes that are inflated at once: each piece goes through another thread, which costs more than inflating a small one. */
const pieceBytes = 65_536;

/** The parts of a zip container by name; each can be read any number of times. */
export interface ZipParts {
  has(name: string): boolean;
  names(): string[];
  /** The inflated bytes in pieces. @throws Error when there is no such part */
  stream(name: string): Promise<NodeJS.ReadableStream>;
  /** A small part as text. */
  text(name: string): Promise<string>;
}

/** Opens a container that `inspectZip` has found harmless, or that the platform made itself. */
export async function openZipParts(content: Buffer): Promise<ZipParts> {
  const zip = await open(content);
  const entries = await listEntries(zip);
  const stream = (name: string): Promise<NodeJS.ReadableStream> => new Promise((resolve, reject) => {
    const entry = entries.get(name);
    if (!entry) { reject(new Error(`the file has no part ${name}`)); return; }
    const compressed = entry.isCompressed();
    zip.openReadStream(entry, { decompress: compressed ? false : null, decrypt: null, start: null, end: null }, (error, opened) => {
      if (error) reject(error);
      else resolve(compressed ? pipeline(opened, createInflateRaw({ chunkSize: pieceBytes }), () => {}) : opened);
    });
  });
  const text = async (name: string): Promise<string> => {
    const decoder = new TextDecoder('utf-8');
    let all = '';
    for await (const piece of await stream(name)) all += decoder.decode(toBytes(piece), { stream: true });
    return all + decoder.decode();
  };
  return { has: (name) => entries.has(name), names: () => [...entries.keys()], stream, text };
}

/** A piece of a part's stream, which holds bytes. */
export function toBytes(piece: string | Buffer): Buffer {
  return typeof piece === 'string' ? Buffer.from(piece) : piece;
}

function open(content: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(content, { lazyEntries: true, autoClose: false }, (error, zip) => { if (error) reject(error); else resolve(zip); });
  });
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => { entries.set(entry.fileName, entry); zip.readEntry(); });
    zip.on('end', () => { resolve(entries); });
    zip.on('error', reject);
    zip.readEntry();
  });
}
