import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Members } from '../../catalog/contract.ts';
import type { ImportIssue } from '../contract.ts';
import type { EntryElement } from './entry-sheets.ts';

/** The entries of one item, from all sheets. */
export interface ItemEntries {
  readonly said: ReadonlyMap<EntryElement, readonly Members[]>;
  readonly issues: readonly ImportIssue[];
}

/** One row of a sheet of entries. */
interface Spooled { readonly element: EntryElement; readonly entry: Members; readonly issues: readonly ImportIssue[] }

/** As it is kept; nearly no row has issues. */
type Kept = readonly [element: EntryElement, entry: Members, issues?: readonly ImportIssue[]];

/** Where rows stand that follow one another, each with a comma behind it, so that they are read and parsed at once. */
interface Run { readonly at: number; length: number }

const bufferedBytes = 65_536;

/**
 * The entries of a file, kept in a temporary file until the row of their item comes: ten thousand items have some hundred
 * thousand of them, which would take a gigabyte of memory. Only their places are remembered.
 */
export class EntrySpool {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'tongban-import-'));
  readonly #file = openSync(path.join(this.#folder, 'entries'), 'w+', 0o600);
  readonly #places = new Map<string, { readonly position: string; readonly runs: Run[] }>();
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #end = 0;

  /** Keeps a row of the item with this code; `position` is where the first was found. */
  add(code: string, position: string, { element, entry, issues }: Spooled): void {
    const kept: Kept = issues.length === 0 ? [element, entry] : [element, entry, issues];
    const bytes = Buffer.from(`${JSON.stringify(kept)},`);
    const known = this.#places.get(code) ?? { position, runs: [] };
    if (known.runs.length === 0) this.#places.set(withoutFile(code), known);
    const last = known.runs.at(-1);
    if (last && last.at + last.length === this.#end) last.length += bytes.length;
    else known.runs.push({ at: this.#end, length: bytes.length });
    this.#end += bytes.length;
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes > bufferedBytes) this.#flush();
  }

  /** The entries of an item, once; nothing when it has none or they were taken. */
  take(code: string): ItemEntries | undefined {
    const known = this.#places.get(code);
    if (!known) return undefined;
    this.#places.delete(code);
    this.#flush();
    const said = new Map<EntryElement, Members[]>();
    const issues: ImportIssue[] = [];
    for (const [element, entry, told] of known.runs.flatMap((run) => this.#read(run))) {
      const entries = said.get(element);
      if (entries) entries.push(entry);
      else said.set(element, [entry]);
      if (told) issues.push(...told);
    }
    return { said, issues };
  }

  /** Codes whose entries nobody took, with where they stand. */
  * left(): Generator<{ code: string; position: string }> {
    for (const [code, { position }] of this.#places) yield { code, position };
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    const bytes = Buffer.concat(this.#waiting);
    writeSync(this.#file, bytes, 0, bytes.length, this.#end - this.#waitingBytes);
    [this.#waiting, this.#waitingBytes] = [[], 0];
  }

  #read({ at, length }: Run): Kept[] {
    const bytes = Buffer.allocUnsafe(length);
    readSync(this.#file, bytes, 0, length, at);
    // Written by `add` a moment ago.
    return JSON.parse(`[${bytes.toString('utf8', 0, length - 1)}]`) as Kept[];
  }
}

/** A copy: as cut out of the file's text, ten thousand codes would each hold a piece of it in memory. */
function withoutFile(code: string): string {
  return Buffer.from(code).toString();
}
