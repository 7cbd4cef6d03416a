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

interface Place { readonly at: number; readonly length: number }

const bufferedBytes = 65_536;

/**
 * The entries of a file, kept in a temporary file until the row of their item comes: ten thousand items have some hundred
 * thousand of them, which would take a gigabyte of memory. Only their places are remembered.
 */
export class EntrySpool {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'tongban-import-'));
  readonly #file = openSync(path.join(this.#folder, 'entries'), 'w+', 0o600);
  readonly #places = new Map<string, { readonly position: string; readonly places: Place[] }>();
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #end = 0;

  /** Keeps a row of the item with this code; `position` is where the first was found. */
  add(code: string, position: string, row: Spooled): void {
    const bytes = Buffer.from(JSON.stringify(row));
    const known = this.#places.get(code) ?? { position, places: [] };
    this.#places.set(code, known);
    known.places.push({ at: this.#end, length: bytes.length });
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
    for (const row of joinPlaces(known.places).flatMap((places) => this.#read(places))) {
      const entries = said.get(row.element);
      if (entries) entries.push(row.entry);
      else said.set(row.element, [row.entry]);
      issues.push(...row.issues);
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

  #read(places: readonly Place[]): Spooled[] {
    const [first, last] = [places[0], places.at(-1)];
    if (!first || !last) return [];
    const bytes = Buffer.alloc(last.at + last.length - first.at);
    readSync(this.#file, bytes, 0, bytes.length, first.at);
    // Written by `add` a moment ago.
    return places.map(({ at, length }) => JSON.parse(bytes.toString('utf8', at - first.at, at - first.at + length)) as Spooled);
  }
}

/** Places that follow one another, as the rows of one item in a sheet mostly do, so that they are read at once. */
function joinPlaces(places: readonly Place[]): Place[][] {
  const runs: Place[][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.at + last.length === place.at) run.push(place);
    else runs.push([place]);
  }
  return runs;
}
