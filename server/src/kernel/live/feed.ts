import { sql } from 'kysely';
import { elapsedMilliseconds } from '../clock/index.ts';
import type { Kernel } from '../context.ts';
import type { LiveChange } from './contract.ts';

/** How often changes are looked for while anybody follows, and how long after a failure, ms. */
const lookMs = 400;
const afterFailureMs = 2_000;
/** How often everybody hears that the connection stands, ms: proxies end what is silent for a minute. */
const beatMs = 20_000;
/** Connections of a process at most, and those of one address: a hall with all its screens is one. */
const most = 20_000;
const mostPerOrigin = 1_000;

/** One topic that somebody follows. */
export interface Followed {
  /** As it was asked for. */
  readonly name: string;
  readonly keys: readonly string[];
  readonly read?: (notBefore: number) => Promise<string>;
}

/** Somebody who follows topics. `write` gives false when the connection has gone or cannot keep up. */
interface Reader {
  readonly origin: string;
  readonly write: (text: string) => boolean;
  readonly end: () => void;
  readonly followed: readonly Followed[];
}

/** The changes of the database, looked for by this process for all who follow them here. */
export class LiveFeed {
  readonly #kernel: Kernel;
  readonly #readers = new Set<Reader>();
  readonly #perOrigin = new Map<string, number>();
  /** Who follows a key, and by which topics: one key may stand behind several. */
  readonly #byKey = new Map<string, Map<Reader, Followed[]>>();
  #timer: NodeJS.Timeout | undefined;
  #snapshot: string | undefined;
  /** When the last look had been taken. */
  #lookedAt = 0;
  #beatAt = 0;
  #looking: Promise<void> | undefined;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /** How many are connected. */
  get size(): number {
    return this.#readers.size;
  }

  /** Whether another connection from there is accepted. */
  hasRoom(origin: string): boolean {
    return this.#readers.size < most && (this.#perOrigin.get(origin) ?? 0) < mostPerOrigin;
  }

  /** Follows topics until the function that it gives is called; changes from before now are not told, what topics are now is. */
  follow(reader: Reader): () => void {
    this.#readers.add(reader);
    this.#perOrigin.set(reader.origin, (this.#perOrigin.get(reader.origin) ?? 0) + 1);
    for (const followed of reader.followed) {
      for (const key of followed.keys) {
        const those = this.#byKey.get(key) ?? new Map<Reader, Followed[]>();
        this.#byKey.set(key, those.set(reader, [...those.get(reader) ?? [], followed]));
      }
    }
    this.#begin(reader).catch((error: unknown) => { this.#kernel.log.warn({ err: error }, 'a live connection could not begin'); this.#leave(reader); });
    return () => { this.#leave(reader); };
  }

  /** The first words go out once later changes are sure to be seen. */
  async #begin(reader: Reader): Promise<void> {
    await this.#awake();
    this.#say(reader, 'event: ready\ndata: {}\n\n');
    for (const followed of reader.followed.filter(({ read }) => read !== undefined)) this.#say(reader, await this.#wordsFor(followed));
  }

  #leave(reader: Reader): void {
    if (!this.#readers.delete(reader)) return;
    const others = (this.#perOrigin.get(reader.origin) ?? 1) - 1;
    if (others === 0) this.#perOrigin.delete(reader.origin);
    else this.#perOrigin.set(reader.origin, others);
    for (const key of reader.followed.flatMap(({ keys }) => keys)) {
      const those = this.#byKey.get(key);
      those?.delete(reader);
      if (those?.size === 0) this.#byKey.delete(key);
    }
    reader.end();
  }

  /** Resolves when a first look has been taken. */
  #awake(): Promise<void> {
    if (this.#timer === undefined && this.#looking === undefined) this.#looking = this.#look();
    return this.#snapshot === undefined ? this.#looking ?? Promise.resolve() : Promise.resolve();
  }

  async #look(): Promise<void> {
    let pause = lookMs;
    try {
      const { snapshot, topics } = await readChanges(this.#kernel, this.#snapshot);
      this.#snapshot = snapshot;
      this.#lookedAt = elapsedMilliseconds();
      await this.#tell(topics);
      this.#beat();
    } catch (error) {
      this.#kernel.log.warn({ err: error }, 'live changes could not be read');
      pause = afterFailureMs;
    }
    this.#looking = undefined;
    if (this.#readers.size === 0) {
      this.#snapshot = this.#timer = undefined;
      return;
    }
    this.#timer = setTimeout(() => { this.#timer = undefined; this.#looking = this.#look(); }, pause);
    this.#timer.unref();
  }

  async #tell(topics: readonly string[]): Promise<void> {
    const due = new Map<Reader, Set<Followed>>();
    for (const key of topics) {
      for (const [reader, followed] of this.#byKey.get(key) ?? []) due.set(reader, new Set([...due.get(reader) ?? [], ...followed]));
    }
    for (const [reader, topicsOf] of due) {
      for (const followed of topicsOf) this.#say(reader, await this.#wordsFor(followed));
    }
  }

  /** What is sent of a topic: as it is since the last look, or that it has to be asked again. */
  async #wordsFor({ name, read }: Followed): Promise<string> {
    if (!read) return wordsOf({ topic: name });
    return read(this.#lookedAt).then((json) => `data: {"topic":${JSON.stringify(name)},"value":${json}}\n\n`, (error: unknown) => {
      this.#kernel.log.warn({ err: error, topic: name }, 'a live topic could not be read');
      return wordsOf({ topic: name });
    });
  }

  #beat(): void {
    const now = elapsedMilliseconds();
    if (now - this.#beatAt < beatMs) return;
    this.#beatAt = now;
    for (const reader of this.#readers) this.#say(reader, ':\n\n');
  }

  #say(reader: Reader, words: string): void {
    if (this.#readers.has(reader) && !reader.write(words)) this.#leave(reader);
  }

  /** Ends every connection; whoever reconnects elsewhere reads afresh. */
  close(): void {
    for (const reader of [...this.#readers]) this.#leave(reader);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

const wordsOf = (change: LiveChange): string => `data: ${JSON.stringify(change)}\n\n`;

/** The keys that have changed since a snapshot, and the snapshot up to which that is told; none without one. */
async function readChanges({ db }: Kernel, since: string | undefined): Promise<{ snapshot: string; topics: string[] }> {
  if (since === undefined) {
    const { rows: [first] } = await sql<{ snapshot: string }>`SELECT pg_current_snapshot()::text AS snapshot`.execute(db.builder);
    return { snapshot: first?.snapshot ?? '', topics: [] };
  }
  const { rows: [found] } = await sql<{ snapshot: string; topics: string[] }>`
    SELECT pg_current_snapshot()::text AS snapshot, ARRAY(SELECT DISTINCT topic FROM live.change
      WHERE tx >= pg_snapshot_xmin(${since}::pg_snapshot) AND NOT pg_visible_in_snapshot(tx, ${since}::pg_snapshot)) AS topics`.execute(db.builder);
  return { snapshot: found?.snapshot ?? since, topics: found?.topics ?? [] };
}

const feeds = new WeakMap<Kernel, LiveFeed>();

/** The feed of this process. */
export function liveFeed(kernel: Kernel): LiveFeed {
  const feed = feeds.get(kernel) ?? new LiveFeed(kernel);
  feeds.set(kernel, feed);
  return feed;
}
