import { ApiError } from '@tongban/api-client';
import type { Problem } from '@tongban/contract-kit';
import { editBundleVersion, getBundleVersion, type BundleContent, type BundleFinding, type BundleVersionView } from '@tongban/server/src/modules/bundles/contract.ts';
import { isSame } from '@tongban/server/src/modules/catalog/contract.ts';
import { api, problemOf } from '../../../shared/api.ts';
import { emptyHistory, recordChange, redo, undo, type History } from '../../../shared/draft/history.ts';
import { privatePrefix } from '../../../shared/private-prefix.ts';
import { findConflicts, mergeContent, type Choice, type ContentPart, type PartConflict } from './merge-content.ts';

/** `conflict`: somebody else changed the same parts; nothing is sent until each is decided. `closed`: not to be edited. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'failed' | 'conflict' | 'closed';

const quiet = 1200;
const again = 5000;

interface Kept { content: BundleContent; base: BundleContent; revision: number }

function readKept(name: string): Kept | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(name) ?? 'null') as Kept | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps the configuration of a bundle safe while it is worked on: in this tab at once, on the server after a moment of
 * quiet, one request at a time, again after a failure. What somebody else saved meanwhile is merged part by part.
 */
export class ContentKeeper {
  content: BundleContent;
  findings: readonly BundleFinding[];
  state: SaveState;
  savedAt: string;
  problem: Problem | undefined;
  /** Whose changes were just taken over, to tell. */
  mergedFrom: string | undefined;
  onChange: () => void = () => undefined;
  readonly versionId: string;
  readonly #name: string;
  #base: BundleContent;
  #revision: number;
  #theirs: BundleVersionView | undefined;
  #history: History<BundleContent> = emptyHistory;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(version: BundleVersionView) {
    this.versionId = version.versionId;
    this.#name = `${privatePrefix}bundle.${version.versionId}`;
    this.#revision = version.revision;
    this.#base = version.content;
    this.content = version.content;
    this.findings = version.findings;
    this.savedAt = version.savedAt;
    this.state = version.abilities.edit ? 'saved' : 'closed';
    const kept = this.state === 'closed' ? undefined : readKept(this.#name);
    if (!kept || isSame(kept.content, version.content)) return;
    this.content = kept.content;
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
  get conflicts(): PartConflict[] {
    return this.#theirs ? findConflicts(this.#base, this.#theirs.content, this.content) : [];
  }

  /** Goes on with what was left unsaved. */
  start(): void {
    if (this.state === 'waiting') this.#schedule(0);
  }

  stop(): void {
    clearTimeout(this.#timer);
    if (this.state === 'waiting') void this.#send();
  }

  change(content: BundleContent, part: string): void {
    if (this.state === 'closed' || content === this.content) return;
    this.#history = recordChange(this.#history, this.content, part, Date.now());
    this.#take(content);
  }

  undo(): void { this.#step(undo(this.#history, this.content)); }
  redo(): void { this.#step(redo(this.#history, this.content)); }

  /** Sends what the server lacks; gives the revision when it has everything. */
  async flush(): Promise<number | undefined> {
    clearTimeout(this.#timer);
    await this.#running;
    if (this.state !== 'saved' && this.state !== 'conflict' && this.state !== 'closed') await this.#send();
    return this.state === 'saved' ? this.#revision : undefined;
  }

  /** Ends a conflict: each part as chosen, everything else from both. */
  resolve(choose: (part: ContentPart) => Choice): void {
    if (!this.#theirs) return;
    this.#adopt(this.#theirs, choose);
    this.#schedule(0);
    this.onChange();
  }

  #step(step: { history: History<BundleContent>; value: BundleContent } | undefined): void {
    if (!step || this.state === 'closed') return;
    this.#history = step.history;
    this.#take(step.value);
  }

  #take(content: BundleContent): void {
    this.content = content;
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
      sessionStorage.setItem(this.#name, JSON.stringify({ content: this.content, base: this.#base, revision: this.#revision } satisfies Kept));
    } catch {
      /* storage is full: the server has it in a moment */
    }
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { void this.#send(); }, delay);
  }

  #send(): Promise<void> {
    this.#running ??= this.#attempt().finally(() => { this.#running = undefined; });
    return this.#running;
  }

  async #attempt(): Promise<void> {
    const sent = this.content;
    this.state = 'saving';
    this.onChange();
    try {
      const answer = await api.call(editBundleVersion, { params: { versionId: this.versionId }, body: { revision: this.#revision, content: sent } });
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

  #settle(sent: BundleContent): void {
    if (this.content === sent) {
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
    if (code === 'bundles.stale' || code === 'bundles.state-refused') return this.#meet();
    this.state = code === 'client.offline' ? 'offline' : 'failed';
    const lasting = error instanceof ApiError && ['invalid', 'forbidden', 'unauthenticated', 'not-found', 'rule-violated'].includes(kind);
    if (!lasting) this.#schedule(again);
  }

  /** Reads what somebody else saved and merges it; waits for choices where both changed the same part. */
  async #meet(): Promise<void> {
    try {
      const theirs = await api.call(getBundleVersion, { params: { versionId: this.versionId } });
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

  #adopt(theirs: BundleVersionView, choose: (part: ContentPart) => Choice): void {
    this.content = mergeContent(this.#base, theirs.content, this.content, choose);
    this.#base = theirs.content;
    this.#revision = theirs.revision;
    this.#theirs = undefined;
    // Steps of before the merge would undo the other's work.
    this.#history = emptyHistory;
    this.mergedFrom = theirs.savedByName;
    this.state = 'waiting';
    this.#keep();
  }
}
