import type { Static } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { DraftLine } from '../contract.ts';
import { requireMandate } from '../draft-record.ts';
import type { IntakeTables } from '../tables.ts';

const most = 50;

/** The actor's unsubmitted drafts, newest first; those of a principal only while acting for it. */
export async function listDrafts(ctx: Context): Promise<Static<typeof DraftLine>[]> {
  requireMandate(ctx);
  const { actor } = ctx;
  let query = tablesOf<IntakeTables>(ctx.kernel.db).selectFrom('intake.draft')
    .select(['id', 'itemId', 'bundleId', 'itemName', 'applicantName', 'situationName', 'updatedAt'])
    .where('ownerId', '=', actor.id).where('submittedCaseId', 'is', null).orderBy('updatedAt', 'desc').limit(most);
  if (actor.kind === 'person') query = query.where('applicantId', '=', actor.actingFor?.id ?? actor.id);
  return (await query.execute()).map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}
