import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { releaseFiles } from '../../../kernel/files/index.ts';
import type { NewerGuide, renewDraft as operation } from '../contract.ts';
import { decryptDraft, encryptDraft, getOpenDraft, type DraftRecord } from '../draft-record.ts';
import { fail } from '../errors.ts';
import { planRenewal } from '../renewal.ts';
import { filesNamed, updateDraft } from './save-draft.ts';

/**
 * Goes on with a draft by the version of the guide that its owner has just compared it with; what is kept, converted and
 * dropped is what the comparison said (FRM-03). @throws intake.draft-stale, intake.guide-changed-again, intake.draft-not-renewable
 */
export async function renewDraft(ctx: Context, draftId: string, { revision, versionId }: BodyOf<typeof operation>): Promise<{ record: DraftRecord; done: NewerGuide }> {
  const record = await getOpenDraft(ctx, draftId);
  if (record.revision !== revision) throw fail('intake.draft-stale');
  const { renewal, told } = await planRenewal(ctx, record);
  if (renewal === undefined) throw fail('intake.draft-not-renewable', { reason: told.reason ?? '这份草稿已经是最新版本。' });
  if (renewal.version.versionId !== versionId) throw fail('intake.guide-changed-again');
  const { version, needs, answers, locked, materials } = renewal;
  const kept = new Set(filesNamed(answers, materials));
  const change = {
    itemVersionId: version.versionId, itemName: version.elements.name, guidance: needs.guidance, situationName: needs.situation.name,
    answersCipher: encryptDraft(ctx, 'answers', record.id, answers), lockedCipher: encryptDraft(ctx, 'locked', record.id, locked),
    prefilled: Object.fromEntries(Object.entries(record.prefilled).filter(([field]) => answers[field] !== undefined)), materials: [...materials], updatedAt: ctx.kernel.clock.now(),
  };
  const batch = new WriteBatch();
  updateDraft(batch, record, change);
  releaseFiles(ctx, batch, filesNamed(decryptDraft(ctx, 'answers', record), record.materials).filter((id) => !kept.has(id)), { type: 'draft', id: record.id });
  recordAudit(ctx, batch, { action: 'intake.renew-draft', objectType: 'draft', objectId: record.id, detail: { from: record.itemVersionId, to: version.versionId } });
  await commit(ctx, batch);
  return { record: { ...record, ...change, revision: record.revision + 1 }, done: told };
}
