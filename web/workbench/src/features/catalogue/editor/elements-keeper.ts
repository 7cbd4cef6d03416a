import { ApiError } from '@tongban/api-client';
import type { Problem } from '@tongban/contract-kit';
import {
  editDraft, getItemVersion, isSame, mergeElements, type ElementName, type ItemElements, type ItemVersion, type MergeChoice, type MergeConflict,
  type QualityFinding,
} from '@tongban/server/src/modules/catalog/contract.ts';
import { api, problemOf } from '../../../shared/api.ts';
import { privatePrefix } from '../../../shared/private-prefix.ts';
import { emptyHistory, recordChange, redo, undo, type History } from '../../../shared/draft/history.ts';

/** `conflict`: somebody else changed the same parts; nothing is sent until each is decided. `closed`: no draft any more. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'failed' | 'conflict' | 'closed';

const quiet = 1500;
const again = 5000;

/** What this tab keeps until the server has it: the content, and what it began from, so that it can still be merged. */
interface Kept { elements: ItemElements; base: ItemElements; revision: number }

function readKept(name: string): Kept | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(name) ?? 'null') as Kept | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** An element with a new value; `undefined` leaves it out. */
export function withElement(elements: ItemElements, name: ElementName, value: unknown): ItemElements {
  const { [name]: _before, ...rest } = elements;
  // The controls give each element a value of its own kind; the server checks it against the contract.
  return (value === undefined ? rest : { ...rest, [name]: value }) as ItemElements;
}

/**
 * Keeps a draft safe while it is typed: in this tab at once, on the server after a moment of quiet, one request at a time,
 * again after a failure. When somebody else saved meanwhile, the two are merged; only what both changed waits for a choice.
 */
export class ElementsKeeper {
  elements: ItemElements;
  findings: readonly QualityFinding[];
  state: SaveState = 'saved';
  savedAt: string | null;
  problem: Problem | undefined;
  /** Whose changes were just taken over, to tell. */
  mergedFrom: string | undefined;
  onChange: () => void = () => undefined;
  readonly versionId: string;
  readonly #name: string;
  #base: ItemElements;
  #revision: number;
  #theirs: ItemVersion | undefined;
  #history: History<ItemElements> = emptyHistory;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(version: ItemVersion) {
    this.versionId = version.versionId;
    this.#name = `${privatePrefix}version.${version.versionId}`;
    this.#revision = version.revision;
    this.#base = version.elements;
    this.elements = version.elements;
    this.findings = version.findings;
    this.savedAt = version.savedAt;
    const kept = readKept(this.#name);
    if (!kept || isSame(kept.elements, version.elements)) return;
    this.elements = kept.elements;
    this.#base = kept.base;
    this.#revision = kept.revision;
    this.state = 'waiting';
  }

  get canUndo(): boolean { return this.#history.past.length > 0; }
  get canRedo(): boolean { return this.#history.future.length > 0; }
  get theirName(): string { return this.#theirs?.savedByName ?? ''; }

  /** What both changed, as it stands now. */
  get conflicts(): MergeConflict[] {
    return this.#theirs ? mergeElements(this.#base, this.#theirs.elements, this.elements).conflicts : [];
  }

  /** Goes on with what was left unsaved. */
  start(): void {
    if (this.state === 'waiting') this.#schedule(0);
  }

  stop(): void {
    clearTimeout(this.#timer);
    if (this.state === 'waiting') void this.#send();
  }

  change(elements: ItemElements, part: string): void {
    if (this.state === 'closed' || elements === this.elements) return;
    this.#history = recordChange(this.#history, this.elements, part, Date.now());
    this.#take(elements);
  }

  undo(): void { this.#step(undo(this.#history, this.elements)); }
  redo(): void { this.#step(redo(this.#history, this.elements)); }

  /** Sends what the server lacks; gives the revision when it has everything. */
  async flush(): Promise<number | undefined> {
    clearTimeout(this.#timer);
    await this.#running;
    if (this.state !== 'saved' && this.state !== 'conflict' && this.state !== 'closed') await this.#send();
    return this.state === 'saved' ? this.#revision : undefined;
  }

  /** Ends a conflict: each part as chosen, everything else from both. */
  resolve(choose: (path: string) => MergeChoice): void {
    if (!this.#theirs) return;
    this.#adopt(this.#theirs, choose);
    this.#schedule(0);
    this.onChange();
  }

  #step(step: { history: History<ItemElements>; value: ItemElements } | undefined): void {
    if (!step || this.state === 'closed') return;
    this.#history = step.history;
    this.#take(step.value);
  }

  #take(elements: ItemElements): void {
    this.elements = elements;
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
      sessionStorage.setItem(this.#name, JSON.stringify({ elements: this.elements, base: this.#base, revision: this.#revision } satisfies Kept));
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
    const sent = this.elements;
    this.state = 'saving';
    this.onChange();
    try {
      const answer = await api.call(editDraft, { params: { versionId: this.versionId }, body: { revision: this.#revision, elements: sent } });
      this.#revision = answer.revision;
      this.#base = sent;
      this.savedAt = answer.savedAt;
      this.findings = answer.findings;
      this.problem = undefined;
      this.#settle(sent);
    } catch (error) {
      await this.#fail(error);
    }
    this.onChange();
  }

  #settle(sent: ItemElements): void {
    if (this.elements === sent) {
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
    if (code === 'catalog.stale' || code === 'catalog.state-refused') return this.#meet();
    this.state = code === 'client.offline' ? 'offline' : 'failed';
    const lasting = error instanceof ApiError && ['invalid', 'forbidden', 'unauthenticated', 'not-found', 'rule-violated'].includes(kind);
    if (!lasting) this.#schedule(again);
  }

  /** Reads what somebody else saved and merges it; waits for choices where both changed the same part. */
  async #meet(): Promise<void> {
    try {
      const theirs = await api.call(getItemVersion, { params: { versionId: this.versionId } });
      if (!theirs.abilities.edit) {
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

  #adopt(theirs: ItemVersion, choose: (path: string) => MergeChoice): void {
    this.elements = mergeElements(this.#base, theirs.elements, this.elements, choose).elements;
    this.#base = theirs.elements;
    this.#revision = theirs.revision;
    this.#theirs = undefined;
    // Steps of before the merge would undo the other's work.
    this.#history = emptyHistory;
    this.mergedFrom = theirs.savedByName ?? '';
    this.state = 'waiting';
    this.#keep();
  }
}
