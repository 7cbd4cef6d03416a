import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { releaseFiles } from '../../../kernel/files/index.ts';
import { lettersOf } from '../../cases/index.ts';
import { decryptDraft, getOpenDraft } from '../draft-record.ts';
import { fail } from '../errors.ts';
import type { IntakeTables } from '../tables.ts';
import { filesNamed } from './save-draft.ts';

/** Throws a draft away; its files are cleared after a week. */
export async function deleteDraft(ctx: Context, draftId: string): Promise<void> {
  const record = await getOpenDraft(ctx, draftId);
  const batch = new WriteBatch();
  writesFor<IntakeTables>(batch).delete('intake.draft', { id: record.id, submittedCaseId: null },
    { expected: 1, otherwise: () => fail('intake.draft-submitted') });
  releaseFiles(ctx, batch, [...filesNamed(decryptDraft(ctx, 'answers', record), record.materials), ...lettersOf(record)], { type: 'draft', id: record.id });
  recordAudit(ctx, batch, { action: 'intake.delete-draft', objectType: 'draft', objectId: record.id });
  await commit(ctx, batch);
}
