import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readApplicantOf } from '../applicant-profile.ts';
import { decryptDraft, encryptDraft, type DraftRecord } from '../draft-record.ts';
import type { Requirements } from '../prepare-draft.ts';
import { readBindings } from './bindings.ts';
import { knownFrom } from './gather-known.ts';
import { readProfile } from './read-profile.ts';
import { refill } from './refill.ts';

/**
 * The contact of a company's application anew, once somebody else stands at the counter for it: what was filled in of the one
 * before gives way, what the clerk typed stays (FRM-02, INT-02).
 */
export async function refillContact(ctx: Context, record: DraftRecord, { definition, parameters }: Pick<Requirements, 'definition' | 'parameters'>): Promise<Partial<Pick<DraftRecord, 'answersCipher' | 'lockedCipher' | 'prefilled'>>> {
  if (record.applicantKind !== 'company') return {};
  const bindings = (await readBindings(ctx, definition)).filter(({ sources }) => sources.some((source) => source.kind === 'profile' && source.fact.startsWith('contact.')));
  if (bindings.length === 0) return {};
  const { known } = knownFrom(bindings, [readProfile(ctx, await readApplicantOf(ctx, record))]);
  const contact = new Set(bindings.map(({ fieldId }) => fieldId));
  const others = <T>(all: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(all).filter(([id]) => !contact.has(id)));
  const [answers, locked] = [decryptDraft(ctx, 'answers', record), decryptDraft(ctx, 'locked', record)];
  const prefilled = Object.fromEntries(Object.entries(record.prefilled).filter(([id]) => contact.has(id)));
  const filled = refill(definition, { answers, locked, prefilled }, known, () => true, { today: chinaDate(ctx.kernel.clock.now()), parameters });
  return {
    answersCipher: encryptDraft(ctx, 'answers', record.id, filled.answers), lockedCipher: encryptDraft(ctx, 'locked', record.id, { ...others(locked), ...filled.locked }),
    prefilled: { ...others(record.prefilled), ...filled.prefilled },
  };
}
