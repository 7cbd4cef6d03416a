import type { Problem } from '@tongban/contract-kit';
import { mergeAnswers } from '@tongban/form-model';
import { problemOf } from '../../../shared/api.ts';
import type { DraftBackup, DraftContent } from './draft-backup.ts';

/** saved: the server has all; waiting: only this device has the last words; the rest says why it stays there. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'failed';

export interface SaverSnapshot {
  content: DraftContent;
  state: SaveState;
  revision: number;
  savedAt: string | undefined;
  problem: Problem | undefined;
}

export interface SaverOptions {
  content: DraftContent;
  revision: number;
  savedAt?: string;
  /** The content is newer than the server's. */
  pending?: boolean;
  save: (content: DraftContent, revision: number) => Promise<{ revision: number; savedAt: string }>;
  /** Keeps the content on this device; called with every change before anything is sent. */
  keep: (backup: DraftBackup) => void;
  /** The server's revision if what it has is one of these contents, which were sent without an answer coming back. */
  recognise: (unanswered: readonly DraftContent[]) => Promise<number | undefined>;
  /** Contents an earlier visit sent without an answer. */
  unanswered: readonly DraftContent[];
  /** ms of quiet before the server is told. */
  delay: number;
  /** ms before trying again after a failure. */
  retryDelay: number;
}

/**
 * Keeps a draft safe while it is typed: on this device at once, on the server after a moment of quiet, one request at
 * a time, again after a failure. A version conflict stops it until somebody decides.
 */
export class DraftSaver {
  #options: SaverOptions;
  #snapshot: SaverSnapshot;
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #ended = false;
  #unanswered: readonly DraftContent[];

  constructor(options: SaverOptions) {
    this.#options = options;
    this.#unanswered = options.unanswered;
    this.#snapshot = {
      content: options.content, revision: options.revision, savedAt: options.savedAt, problem: undefined, state: options.pending ? 'waiting' : 'saved',
    };
  }

  /** Sends at once what an earlier visit could not. */
  start(): void {
    if (this.#snapshot.state === 'waiting') this.#schedule(0);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  };

  snapshot = (): SaverSnapshot => this.#snapshot;

  change(change: Partial<DraftContent>): void {
    if (this.#ended) return;
    const content = { ...this.#snapshot.content, ...change };
    this.#keep(content, this.#snapshot.revision, true);
    const stopped = this.#snapshot.state === 'conflict';
    this.#update({ content, ...(stopped ? {} : { state: 'waiting' }) });
    if (!stopped) this.#schedule(this.#options.delay);
  }

  /** Tells the server now; true when it has everything. */
  async flush(): Promise<boolean> {
    this.#cancel();
    await this.#running;
    if (this.#snapshot.state !== 'saved' && this.#snapshot.state !== 'conflict') await this.#send();
    return this.#snapshot.state === 'saved';
  }

  /**
   * Lets the server fill answers in by itself. What is typed until it answers waits and stays as typed; what `ask` throws
   * leaves everything as it is. False when the draft could not be saved before.
   */
  async exchange(ask: (revision: number) => Promise<{ revision: number; savedAt: string; answers: DraftContent['answers'] }>): Promise<boolean> {
    if (!await this.flush()) return false;
    const before = this.#snapshot.content;
    const exchanged = ask(this.#snapshot.revision).then(({ revision, savedAt, answers }) => {
      if (this.#ended) return;
      const now = this.#snapshot.content;
      const content = { ...now, answers: mergeAnswers(before.answers, answers, now.answers) };
      const waiting = now !== before;
      this.#keep(content, revision, waiting);
      this.#update({ content, revision, savedAt, problem: undefined, state: waiting ? 'waiting' : 'saved' });
    }).finally(() => {
      this.#running = undefined;
      if (this.#snapshot.state === 'waiting') this.#schedule(this.#options.delay);
    });
    this.#running = exchanged.catch(() => undefined);
    await exchanged;
    return true;
  }

  /** Ends a conflict: builds on the server's revision, with this content or, if given, with the server's. */
  async resolve(revision: number, theirs?: DraftContent): Promise<void> {
    const content = theirs ?? this.#snapshot.content;
    this.#unanswered = [];
    this.#keep(content, revision, theirs === undefined);
    this.#update({ content, revision, problem: undefined, state: theirs === undefined ? 'waiting' : 'saved' });
    if (theirs === undefined) await this.flush();
  }

  /** Ends for good: the draft was submitted or deleted, nothing more may be kept or sent. */
  end(): void {
    this.#cancel();
    this.#ended = true;
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #schedule(delay: number): void {
    this.#cancel();
    if (this.#ended) return;
    this.#timer = setTimeout(() => { void this.#send(); }, delay);
  }

  #update(change: Partial<SaverSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }

  #send(): Promise<void> {
    if (this.#ended) return Promise.resolve();
    this.#running ??= this.#attempt().finally(() => { this.#running = undefined; });
    return this.#running;
  }

  #keep(content: DraftContent, revision: number, pending: boolean): void {
    this.#options.keep({ content, revision, pending, unanswered: this.#unanswered });
  }

  async #attempt(): Promise<void> {
    this.#cancel();
    const { content, revision } = this.#snapshot;
    this.#update({ state: 'saving' });
    const earlier = this.#unanswered;
    this.#unanswered = [...earlier.slice(-4), content];
    this.#keep(content, revision, true);
    try {
      const answer = await this.#options.save(content, revision);
      if (this.#ended) return;
      const current = this.#snapshot.content === content;
      this.#unanswered = [];
      this.#keep(this.#snapshot.content, answer.revision, !current);
      this.#update({ revision: answer.revision, savedAt: answer.savedAt, problem: undefined, state: current ? 'saved' : 'waiting' });
      if (!current) this.#schedule(this.#options.delay);
    } catch (error) {
      await this.#fail(problemOf(error), earlier);
    }
  }

  async #fail(problem: Problem, earlier: readonly DraftContent[]): Promise<void> {
    if (problem.kind === 'conflict') {
      const revision = earlier.length > 0 ? await this.#options.recognise(earlier).catch(() => undefined) : undefined;
      if (revision === undefined) return this.#update({ state: 'conflict', problem });
      this.#unanswered = [];
      this.#update({ revision, state: 'waiting' });
      return this.#schedule(0);
    }
    this.#update({ state: problem.code === 'client.offline' ? 'offline' : 'failed', problem });
    if (problem.kind !== 'invalid' && problem.kind !== 'forbidden' && problem.kind !== 'unauthenticated') this.#schedule(this.#options.retryDelay);
  }
}
