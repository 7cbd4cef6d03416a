import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { enqueueJob, type JobDefinition } from '../../../kernel/jobs/index.ts';
import { moveVersion } from '../actions/edit-version.ts';
import { entryBatch } from '../actions/entry-rows.ts';
import { addInForce, stateOnApproval } from '../actions/review-version.ts';
import type { RejectedRow } from '../entry.contract.ts';
import { fail } from '../errors.ts';
import { authorizeDirectory, getEntryVersionRecord } from '../queries/entry-record.ts';
import type { DirectoryTables } from '../tables.ts';
import { shorten } from './parse-row.ts';

const versionsAtATime = 100;
const keptFailures = 200;
const jobName = 'directory.conclude-import';

interface ImportReview { version: number; decision: 'approve' | 'return'; opinion: string }

/**
 * Judges all versions of an import at once (CAT-03); they come into force, or become drafts again, in the background.
 * @throws directory.import-not-found, directory.own-review, directory.stale
 */
export async function reviewImport(ctx: Context, importId: string, { version, decision, opinion }: ImportReview): Promise<void> {
  const record = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entryImport').selectAll().where('id', '=', importId).executeTakeFirst();
  if (!record) throw fail('directory.import-not-found');
  authorizeDirectory(ctx, 'directory.entry.review', record.regionCode);
  if (record.importedById === ctx.actor.id) throw fail('directory.own-review');
  const batch = new WriteBatch();
  writesFor<DirectoryTables>(batch).update('directory.entryImport', {
    state: decision === 'approve' ? 'approving' : 'returned', version: version + 1, reviewedById: ctx.actor.id, reviewedByName: ctx.actor.name, reviewOpinion: opinion,
  }, { id: importId, version, state: 'in-review' }, { expected: 1, otherwise: () => fail('directory.stale') });
  enqueueJob(batch, jobName, { importId }, { key: `${jobName} ${importId}` });
  recordAudit(ctx, batch, { action: 'directory.review-import', objectType: 'directory-import', objectId: importId, detail: { decision } });
  await commit(ctx, batch);
}

/** Works off the versions of a reviewed import, main items first; run again it goes on where it stopped. */
export async function concludeImport(ctx: Context, importId: string): Promise<void> {
  const db = tablesOf<DirectoryTables>(ctx.kernel.db);
  const record = await db.selectFrom('directory.entryImport').selectAll().where('id', '=', importId).executeTakeFirst();
  if (!record || (record.state !== 'approving' && record.state !== 'returned')) return;
  const review = { reviewedAt: ctx.kernel.clock.now(), reviewedById: record.reviewedById, reviewedByName: record.reviewedByName, reviewOpinion: record.reviewOpinion };
  const failures: RejectedRow[] = [];
  for (const part of ['main', 'sub'] as const) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const versions = await db.selectFrom('directory.entryVersion as v').innerJoin('directory.entry as e', 'e.id', 'v.entryId').select(['v.id', 'e.parentId'])
        .where('v.importId', '=', importId).where('v.state', '=', 'in-review').where('e.parentId', part === 'main' ? 'is' : 'is not', null)
        .where('v.id', '>', after).orderBy('v.id').limit(versionsAtATime).execute();
      for (const { id } of versions) failures.push(...await conclude(ctx, id, record.state, review));
      const last = versions.at(-1);
      if (!last) break;
      after = last.id;
    }
  }
  if (record.state === 'returned') return;
  await db.updateTable('directory.entryImport').set({ state: 'approved', failures: JSON.stringify(failures.slice(0, keptFailures)) })
    .where('id', '=', importId).where('state', '=', 'approving').execute();
}

async function conclude(ctx: Context, versionId: string, decision: 'approving' | 'returned', review: object): Promise<RejectedRow[]> {
  const record = await getEntryVersionRecord(ctx, versionId);
  const { entry, version } = record;
  const batch = entryBatch({ name: entry.name, code: entry.code });
  try {
    const state = decision === 'returned' ? 'draft' : stateOnApproval(version, chinaDate(ctx.kernel.clock.now()));
    if (state === 'in-force' || state === 'cancelled') await addInForce(ctx, batch, record, version.revision, review);
    else moveVersion(ctx, batch, record, version.revision, { state, set: review });
    await commit(ctx, batch);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ number: 0, code: entry.code, name: shorten(entry.name), reasons: [error.title] }];
  }
}

export const concludeImportJob: JobDefinition = {
  name: jobName, label: '目录导入审核后生效', handle: (ctx, payload) => concludeImport(ctx, (payload as { importId: string }).importId),
};
