import type { Context } from '../../../kernel/context.ts';
import { decryptDraft, type DraftRecord } from '../draft-record.ts';
import type { Prefilled, PrefillAnswer, PrefillState } from '../prefill.contract.ts';
import type { Requirements } from '../prepare-draft.ts';
import { offerSources, readAsked } from './bindings.ts';

type Asking = Pick<Requirements, 'definition' | 'parameters'>;

/** What may still be asked for a draft, what the applicant said to it, and what came of it. */
export async function presentPrefill(ctx: Context, record: DraftRecord, needs: Asking): Promise<PrefillState> {
  return { offered: await offerSources(ctx, await readAsked(ctx, record, needs)), consent: record.consent, notes: record.prefillNotes };
}

/** Where answers were filled in from, with the values as they were then. */
export function presentPrefilled(ctx: Context, record: DraftRecord): Record<string, Prefilled> {
  const locked = decryptDraft(ctx, 'locked', record);
  return Object.fromEntries(Object.entries(record.prefilled).map(([id, { source, sourceId, asOf }]) => [id, { source, sourceId, asOf, value: locked[id] }]));
}

/** A draft after it was filled in anew. */
export async function presentPrefillAnswer(ctx: Context, record: DraftRecord, needs: Asking): Promise<PrefillAnswer> {
  return {
    revision: record.revision, savedAt: record.updatedAt.toISOString(), answers: decryptDraft(ctx, 'answers', record),
    prefilled: presentPrefilled(ctx, record), prefill: await presentPrefill(ctx, record, needs),
  };
}
