import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** Limits within which a zip container (office document, OFD) is believed harmless. */
export const zipLimits = {
  entries: 5_000,
  /** Bytes of all entries together, inflated. */
  totalBytes: 200 * 1024 * 1024,
  /** Inflated to compressed; judged only above `ratioFromBytes`, since small regular documents compress well. */
  ratio: 100,
  ratioFromBytes: 10 * 1024 * 1024,
} as const;

export type ZipVerdict =
  | { ok: true; names: ReadonlySet<string> }
  | { ok: false; reason: 'damaged' | 'encrypted' | 'expands-too-far' };

class Refusal extends Error {
  readonly reason: 'encrypted' | 'expands-too-far';
  constructor(reason: Refusal['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Reads a zip container through: names of its entries, or why it is refused. Every entry is really inflated (and thrown
 * away), because the sizes a bomb declares are lies; archives inside it are left closed.
 */
export async function inspectZip(content: Buffer): Promise<ZipVerdict> {
  const names = new Set<string>();
  const budget = new Budget(content.length);
  let zip: ZipFile | undefined;
  try {
    zip = await open(content);
    // A fault that is reported after the entry it belongs to was settled must not end the process.
    zip.on('error', () => {});
    if (zip.entryCount > zipLimits.entries) throw new Refusal('expands-too-far');
    for await (const entry of entriesOf(zip)) {
      if (entry.isEncrypted()) throw new Refusal('encrypted');
      names.add(entry.fileName);
      if (names.size > zipLimits.entries) throw new Refusal('expands-too-far');
      budget.declare(entry.uncompressedSize);
      if (!entry.fileName.endsWith('/')) await measure(zip, entry, budget);
    }
    return { ok: true, names };
  } catch (error) {
    return { ok: false, reason: error instanceof Refusal ? error.reason : 'damaged' };
  } finally {
    zip?.close();
  }
}

/** Counts inflated bytes and refuses when they pass the limits. */
class Budget {
  #declared = 0;
  #inflated = 0;
  readonly #compressed: number;
  constructor(compressed: number) {
    this.#compressed = compressed;
  }

  declare(bytes: number): void {
    this.#declared += bytes;
    this.#check(this.#declared);
  }

  spend(bytes: number): void {
    this.#inflated += bytes;
    this.#check(this.#inflated);
  }

  #check(bytes: number): void {
    const tooFar = bytes > zipLimits.totalBytes || (bytes > zipLimits.ratioFromBytes && bytes > this.#compressed * zipLimits.ratio);
    if (tooFar) throw new Refusal('expands-too-far');
  }
}

function open(content: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(content, { lazyEntries: true, autoClose: false }, (error, zip) => { if (error) reject(error); else resolve(zip); });
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let left = zip.entryCount; left > 0; left -= 1) {
    yield await new Promise<Entry>((resolve, reject) => {
      const forget = (): void => {
        zip.off('entry', found);
        zip.off('error', failed);
        zip.off('end', failed);
      };
      const found = (entry: Entry): void => { forget(); resolve(entry); };
      const failed = (error?: Error): void => { forget(); reject(error ?? new Error('the directory ends early')); };
      zip.on('entry', found).on('error', failed).on('end', failed);
      zip.readEntry();
    });
  }
}

async function measure(zip: ZipFile, entry: Entry, budget: Budget): Promise<void> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => { if (error) reject(error); else resolve(opened); });
  });
  await pipeline(stream, new Writable({
    write(chunk: Buffer, _encoding, done) {
      try {
        budget.spend(chunk.length);
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error('refused'));
      }
    },
  }));
}
