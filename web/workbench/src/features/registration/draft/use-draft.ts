import { ApiError } from '@tongban/api-client';
import type { Problem } from '@tongban/contract-kit';
import { getDraft, saveDraft, type Draft, type MaterialEntry } from '@tongban/server/src/modules/intake/contract.ts';
import { useEffect, useReducer, useRef } from 'react';
import { api, problemOf } from '../../../shared/api.ts';
import type { KeptFile } from '../../../shared/files/FileUploads.tsx';
import { privatePrefix } from '../../../shared/private-prefix.ts';

/** What is given for one material. */
export interface GivenMaterial {
  files: readonly KeptFile[];
  licenceId: string | null;
  paperReceived: boolean;
}
export interface DraftContent {
  answers: Readonly<Record<string, unknown>>;
  materials: Readonly<Record<string, GivenMaterial>>;
}
/** What becomes different, given the content as it is by then: an upload ends when much else has been typed. */
type Change = (before: DraftContent) => Partial<DraftContent>;
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'failed' | 'conflict';

export interface DraftHandle {
  content: DraftContent;
  state: SaveState;
  savedAt: string | undefined;
  problem: Problem | undefined;
  change: (change: Change) => void;
  /** Sends what the server lacks; gives the revision when it has everything. */
  flush: () => Promise<number | undefined>;
  /** Ends a conflict with one of the two contents. */
  resolve: (mine: boolean) => Promise<void>;
  /** The draft became a case or was deleted: nothing is kept or sent any more. */
  end: () => void;
}

const quiet = 1200;
const again = 5000;

const nothing: GivenMaterial = { files: [], licenceId: null, paperReceived: false };

/** The materials with one of them given differently. */
export function withMaterial(materials: DraftContent['materials'], key: string, change: Partial<GivenMaterial>): DraftContent['materials'] {
  return { ...materials, [key]: { ...(materials[key] ?? nothing), ...change } };
}

/** What is given for a material. */
export function givenFor({ materials }: Pick<DraftContent, 'materials'>, key: string): GivenMaterial {
  return materials[key] ?? nothing;
}

/** The content of a draft as the server sent it. */
export function contentOf(draft: Draft): DraftContent {
  return {
    answers: draft.answers,
    materials: Object.fromEntries(
      draft.materials.map((slot) => [slot.material.key, { files: slot.files, licenceId: slot.licenceId, paperReceived: slot.paperReceived }]),
    ),
  };
}

/** The materials as they are sent. */
export function entriesOf(materials: DraftContent['materials']): MaterialEntry[] {
  return Object.entries(materials).map(([key, given]) => ({
    key,
    fileIds: given.files.map(({ id }) => id),
    licenceId: given.licenceId,
    licenceConsent: given.licenceId !== null,
    paperReceived: given.paperReceived,
  }));
}

interface Kept {
  content: DraftContent;
  revision: number;
}

/** The copy of this tab that the server lacks, from before a reload or a crash. */
export function readKept(name: string, revision: number): DraftContent | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Kept | null;
    return kept && kept.revision === revision ? kept.content : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a registration safe while it is typed: in this tab at once, on the server after a moment of quiet, one request at a
 * time, again after a failure. When it was changed elsewhere it stops until somebody decides.
 */
class DraftKeeper {
  content: DraftContent;
  state: SaveState = 'saved';
  savedAt: string | undefined;
  problem: Problem | undefined;
  readonly #draftId: string;
  readonly #name: string;
  #revision: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #ended = false;
  onChange: () => void = () => undefined;

  constructor(draft: Draft) {
    this.#draftId = draft.id;
    this.#revision = draft.revision;
    this.#name = `${privatePrefix}draft.${draft.id}`;
    const kept = readKept(this.#name, draft.revision);
    this.content = kept ?? contentOf(draft);
    this.savedAt = draft.updatedAt;
    if (kept) this.state = 'waiting';
  }

  /** Goes on with what was left unsaved. */
  start(): void {
    if (this.state === 'waiting') this.#schedule(0);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  change(change: Change): void {
    if (this.#ended) return;
    this.content = { ...this.content, ...change(this.content) };
    this.#keep();
    if (this.state !== 'conflict') {
      this.state = 'waiting';
      this.#schedule(quiet);
    }
    this.onChange();
  }

  async flush(): Promise<number | undefined> {
    clearTimeout(this.#timer);
    await this.#running;
    if (this.state !== 'saved' && this.state !== 'conflict') await this.#send();
    return this.state === 'saved' ? this.#revision : undefined;
  }

  async resolve(mine: boolean): Promise<void> {
    const current = await api.call(getDraft, { params: { draftId: this.#draftId } });
    this.#revision = current.revision;
    this.problem = undefined;
    this.state = 'waiting';
    if (!mine) {
      this.content = contentOf(current);
      this.state = 'saved';
      sessionStorage.removeItem(this.#name);
    }
    this.onChange();
    if (mine) await this.flush();
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    sessionStorage.removeItem(this.#name);
  }

  #keep(): void {
    try {
      sessionStorage.setItem(this.#name, JSON.stringify({ content: this.content, revision: this.#revision } satisfies Kept));
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
    const sent = this.content;
    this.state = 'saving';
    this.onChange();
    try {
      const body = { revision: this.#revision, answers: { ...sent.answers }, materials: entriesOf(sent.materials) };
      const answer = await api.call(saveDraft, { params: { draftId: this.#draftId }, body });
      this.#revision = answer.revision;
      this.savedAt = answer.savedAt;
      this.problem = undefined;
      if (this.content === sent) {
        this.state = 'saved';
        sessionStorage.removeItem(this.#name);
      } else {
        this.state = 'waiting';
        this.#keep();
        this.#schedule(quiet);
      }
    } catch (error) {
      this.#fail(error);
    }
    this.onChange();
  }

  #fail(error: unknown): void {
    this.problem = problemOf(error);
    const { kind, code } = this.problem;
    if (kind === 'conflict') this.state = 'conflict';
    else if (code === 'client.offline') this.state = 'offline';
    else this.state = 'failed';
    if (
      this.state === 'offline' ||
      (this.state === 'failed' && !(error instanceof ApiError && ['invalid', 'forbidden', 'unauthenticated', 'not-found'].includes(kind)))
    )
      this.#schedule(again);
  }
}

/** A draft being filled in, saved as one types. */
export function useDraft(draft: Draft): DraftHandle {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const holder = useRef<DraftKeeper>(undefined);
  holder.current ??= new DraftKeeper(draft);
  const keeper = holder.current;
  useEffect(() => {
    keeper.onChange = redraw;
    keeper.start();
    const before = (event: BeforeUnloadEvent) => {
      if (keeper.state !== 'saved') event.preventDefault();
    };
    window.addEventListener('beforeunload', before);
    return () => {
      window.removeEventListener('beforeunload', before);
      keeper.stop();
      if (keeper.state === 'waiting') void keeper.flush();
    };
  }, [keeper]);
  return {
    content: keeper.content,
    state: keeper.state,
    savedAt: keeper.savedAt,
    problem: keeper.problem,
    change: (change) => keeper.change(change),
    flush: () => keeper.flush(),
    resolve: (mine) => keeper.resolve(mine),
    end: () => keeper.end(),
  };
}
