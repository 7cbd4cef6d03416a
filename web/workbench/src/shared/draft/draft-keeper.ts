import { ApiError } from '@tongban/api-client';
import type { Problem } from '@tongban/contract-kit';
import { isSame, type MergeChoice } from '@tongban/server/src/modules/catalog/contract.ts';
import { problemOf } from '../api.ts';
import { privatePrefix } from '../private-prefix.ts';
import { emptyHistory, recordChange, redo, undo, type History } from './history.ts';

/** `conflict`: somebody else changed the same parts; nothing is sent until each is decided. `closed`: no draft any more. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'failed' | 'conflict' | 'closed';

/** A draft as the server has it. */
export interface Stored<Value, Finding> {
  readonly value: Value;
  readonly revision: number;
  readonly findings: readonly Finding[];
  readonly savedAt: string | null;
  readonly savedByName: string | null;
  readonly editable: boolean;
}

/** How one kind of draft is kept. */
export interface DraftWays<Value, Finding, Conflict> {
  /** Name under which this tab keeps it. */
  readonly name: string;
  read(): Promise<Stored<Value, Finding>>;
  save(revision: number, value: Value): Promise<{ revision: number; savedAt: string; findings: readonly Finding[] }>;
  /** Codes of refusals that say that somebody else was faster. */
  readonly overtaken: readonly string[];
  merge(base: Value, theirs: Value, mine: Value, choose: (path: string) => MergeChoice): { value: Value; conflicts: readonly Conflict[] };
}

/** A merge of contents whose parts make no sense without each other: when both were changed, one of them is chosen as a whole. */
export function mergeWhole<Value>(base: Value, theirs: Value, mine: Value, choose: (path: 'content') => MergeChoice): { value: Value; conflicts: readonly 'content'[] } {
  if (isSame(theirs, mine) || isSame(theirs, base)) return { value: mine, conflicts: [] };
  if (isSame(mine, base)) return { value: theirs, conflicts: [] };
  return { value: choose('content') === 'mine' ? mine : theirs, conflicts: ['content'] };
}

const quiet = 1200;
const again = 5000;

/** What this tab keeps until the server has it: the content, and what it began from, so that it can still be merged. */
interface Kept<Value> { value: Value; base: Value; revision: number }

function readKept<Value>(name: string): Kept<Value> | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Kept<Value> | null;
    return kept?.value === undefined ? undefined : kept;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a draft safe while it is worked on: in this tab at once, on the server after a moment of quiet, one request at a time,
 * again after a failure. When somebody else saved meanwhile, the two are merged; only what both changed waits for a choice.
 */
export class DraftKeeper<Value extends object, Finding, Conflict> {
  value: Value;
  findings: readonly Finding[];
  state: SaveState;
  savedAt: string | null;
  problem: Problem | undefined;
  /** Whose changes were just taken over, to tell. */
  mergedFrom: string | undefined;
  onChange: () => void = () => undefined;
  readonly #ways: DraftWays<Value, Finding, Conflict>;
  readonly #name: string;
  #base: Value;
  #revision: number;
  #theirs: Stored<Value, Finding> | undefined;
  #history: History<Value> = emptyHistory;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #ended = false;

  constructor(stored: Stored<Value, Finding>, ways: DraftWays<Value, Finding, Conflict>) {
    this.#ways = ways;
    this.#name = `${privatePrefix}${ways.name}`;
    this.#revision = stored.revision;
    this.#base = stored.value;
    this.value = stored.value;
    this.findings = stored.findings;
    this.savedAt = stored.savedAt;
    this.state = stored.editable ? 'saved' : 'closed';
    const kept = stored.editable ? readKept<Value>(this.#name) : undefined;
    if (!kept || isSame(kept.value, stored.value)) return;
    this.value = kept.value;
    this.#base = kept.base;
    this.#revision = kept.revision;
    this.state = 'waiting';
  }

  get canUndo(): boolean { return this.#history.past.length > 0; }
  get canRedo(): boolean { return this.#history.future.length > 0; }
  get theirName(): string { return this.#theirs?.savedByName ?? ''; }
  /** Changes with every save, so that what the server derives is read again. */
  get revision(): number { return this.#revision; }

  /** What both changed, as it stands now. */
  get conflicts(): readonly Conflict[] {
    return this.#theirs ? this.#ways.merge(this.#base, this.#theirs.value, this.value, () => 'mine').conflicts : [];
  }

  /** Goes on with what was left unsaved. */
  start(): void {
    if (this.state === 'waiting') this.#schedule(0);
  }

  stop(): void {
    clearTimeout(this.#timer);
    if (this.state === 'waiting') void this.#send();
  }

  /** Takes a new content; `part` names what is changed, going on in it is one step to undo. */
  change(value: Value, part: string): void {
    if (this.#ended || this.state === 'closed' || value === this.value) return;
    this.#history = recordChange(this.#history, this.value, part, Date.now());
    this.#take(value);
  }

  undo(): void { this.#step(undo(this.#history, this.value)); }
  redo(): void { this.#step(redo(this.#history, this.value)); }

  /** Sends what the server lacks, and what was merged or written meanwhile; gives the revision when it has everything. */
  async flush(): Promise<number | undefined> {
    await this.#running;
    if (this.state === 'offline' || this.state === 'failed') this.state = 'waiting';
    while (this.state === 'waiting') {
      clearTimeout(this.#timer);
      await this.#send();
    }
    return this.state === 'saved' ? this.#revision : undefined;
  }

  /**
   * Lets the server change the draft by itself. What is typed until it answers waits and is merged into what came back; what
   * `ask` throws leaves everything as it is. False when the draft could not be saved before.
   */
  async exchange(ask: (revision: number) => Promise<{ revision: number; savedAt: string; value: Value }>, merge: (before: Value, theirs: Value, mine: Value) => Value): Promise<boolean> {
    const revision = await this.flush();
    if (revision === undefined) return false;
    const before = this.value;
    const exchanged = ask(revision).then((answer) => {
      if (this.#ended) return;
      this.value = merge(before, answer.value, this.value);
      this.#base = answer.value;
      this.#revision = answer.revision;
      this.savedAt = answer.savedAt;
      // Steps of before would undo what the server filled in.
      this.#history = emptyHistory;
      this.state = isSame(this.value, answer.value) ? 'saved' : 'waiting';
    }).finally(() => {
      this.#running = undefined;
      if (this.state === 'waiting' && !this.#ended) {
        this.#keep();
        this.#schedule(quiet);
      } else if (this.state === 'saved') sessionStorage.removeItem(this.#name);
      this.onChange();
    });
    this.#running = exchanged.catch(() => undefined);
    await exchanged;
    return true;
  }

  /** Ends a conflict: each part as chosen, everything else from both. */
  resolve(choose: (path: string) => MergeChoice): void {
    if (!this.#theirs) return;
    this.#adopt(this.#theirs, choose);
    this.#schedule(0);
    this.onChange();
  }

  /** It was handed in or deleted: nothing is kept or sent any more. */
  end(): void {
    this.#ended = true;
    this.state = 'saved';
    clearTimeout(this.#timer);
    sessionStorage.removeItem(this.#name);
  }

  #step(step: { history: History<Value>; value: Value } | undefined): void {
    if (!step || this.state === 'closed') return;
    this.#history = step.history;
    this.#take(step.value);
  }

  #take(value: Value): void {
    this.value = value;
    this.mergedFrom = undefined;
    this.#keep();
    if (this.state !== 'conflict') {
      this.state = 'waiting';
      this.#schedule(quiet);
    }
    this.onChange();
  }

  #keep(): void {
    try {
      sessionStorage.setItem(this.#name, JSON.stringify({ value: this.value, base: this.#base, revision: this.#revision } satisfies Kept<Value>));
    } catch {
      /* storage is full: the server has it in a moment */
    }
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#send();
    }, delay);
  }

  #send(): Promise<void> {
    this.#running ??= this.#attempt().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #attempt(): Promise<void> {
    const sent = this.value;
    this.state = 'saving';
    this.onChange();
    try {
      const answer = await this.#ways.save(this.#revision, sent);
      if (this.#ended) return;
      this.#revision = answer.revision;
      this.#base = sent;
      this.savedAt = answer.savedAt;
      this.findings = answer.findings;
      this.problem = undefined;
      this.#settle(sent);
    } catch (error) {
      if (this.#ended) return;
      await this.#fail(error);
    }
    this.onChange();
  }

  #settle(sent: Value): void {
    if (this.value === sent) {
      this.state = 'saved';
      sessionStorage.removeItem(this.#name);
    } else {
      this.state = 'waiting';
      this.#keep();
      this.#schedule(quiet);
    }
  }

  async #fail(error: unknown): Promise<void> {
    this.problem = problemOf(error);
    const { kind, code } = this.problem;
    if (this.#ways.overtaken.includes(code)) return this.#meet();
    this.state = code === 'client.offline' ? 'offline' : 'failed';
    const lasting = error instanceof ApiError && ['invalid', 'forbidden', 'unauthenticated', 'not-found', 'rule-violated'].includes(kind);
    if (!lasting) this.#schedule(again);
  }

  /** Reads what somebody else saved and merges it; waits for choices where both changed the same part. */
  async #meet(): Promise<void> {
    try {
      const theirs = await this.#ways.read();
      if (!theirs.editable) {
        this.state = 'closed';
        return;
      }
      this.problem = undefined;
      this.#theirs = theirs;
      if (this.conflicts.length > 0) {
        this.state = 'conflict';
        return;
      }
      this.#adopt(theirs, () => 'mine');
      this.#schedule(0);
    } catch (error) {
      this.problem = problemOf(error);
      this.state = 'failed';
      this.#schedule(again);
    }
  }

  #adopt(theirs: Stored<Value, Finding>, choose: (path: string) => MergeChoice): void {
    this.value = this.#ways.merge(this.#base, theirs.value, this.value, choose).value;
    this.#base = theirs.value;
    this.#revision = theirs.revision;
    this.#theirs = undefined;
    // Steps of before the merge would undo the other's work.
    this.#history = emptyHistory;
    this.mergedFrom = theirs.savedByName ?? '';
    this.state = 'waiting';
    this.#keep();
  }
}
