import type { BodyOf, ResponseOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { claimFiles, releaseFiles } from '../../../kernel/files/index.ts';
import { lettersOf, presentAgent } from '../../cases/index.ts';
import type { setDraftAgent as operation } from '../contract.ts';
import { registerAgentAtCounter } from '../counter-agent.ts';
import { readDraftNeeds } from '../draft-needs.ts';
import { getOpenDraft, type DraftRecord } from '../draft-record.ts';
import { fail } from '../errors.ts';
import { presentPrefillAnswer } from '../prefill/present-prefill.ts';
import { refillContact } from '../prefill/refill-contact.ts';
import { updateDraft } from './save-draft.ts';

/** Says who stands at the counter for the applicant of a registration, or that the applicant came in person after all; the contact of a company follows (INT-02). @throws as `registerAgentAtCounter`, intake.draft-stale */
export async function setDraftAgent(ctx: Context, draftId: string, input: BodyOf<typeof operation>): Promise<ResponseOf<typeof operation>> {
  const record = await getOpenDraft(ctx, draftId);
  if (record.revision !== input.revision) throw fail('intake.draft-stale');
  const { versions, needs } = await readDraftNeeds(ctx, record);
  const agent = input.agent === null ? null : await registerAgentAtCounter(ctx, record, versions, input.agent);
  const [before, after] = [lettersOf(record), lettersOf({ agent })];
  const owner = { type: 'draft', id: record.id };
  const savedAt = ctx.kernel.clock.now();
  const change = { agent, ...await refillContact(ctx, { ...record, agent }, needs), updatedAt: savedAt };
  const batch = new WriteBatch();
  claimFiles(batch, after.filter((id) => !before.includes(id)), owner, { uploadedBy: ctx.actor.id });
  releaseFiles(ctx, batch, before.filter((id) => !after.includes(id)), owner);
  updateDraft(batch, record, change);
  recordAudit(ctx, batch, { action: 'intake.set-agent', objectType: 'draft', objectId: record.id, detail: { personId: agent?.personId ?? null, authority: agent?.authority ?? null } });
  await commit(ctx, batch);
  const changed: DraftRecord = { ...record, ...change, revision: record.revision + 1 };
  return { ...await presentPrefillAnswer(ctx, changed, needs), agent: presentAgent(changed) };
}
