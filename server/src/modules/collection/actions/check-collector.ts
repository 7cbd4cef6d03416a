import type { BodyOf } from '@tongban/contract-kit';
import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { getCaseRecord } from '../../cases/index.ts';
import type { checkCollector as operation, CollectionView } from '../contract.ts';
import { fail } from '../errors.ts';
import { findCollector } from '../find-collector.ts';
import type { CollectionTables } from '../tables.ts';
import { viewCollection } from '../view-collection.ts';
import { isBack } from './post-result.ts';

/**
 * Looks at the document of whoever wants to collect a result, and keeps on record that it did, also of who is not entitled
 * (INT-05). @throws collection.not-waiting, .bad-document, .not-entitled
 */
export async function checkCollector(ctx: Context, caseId: string, { method = 'sight', ...typed }: BodyOf<typeof operation>): Promise<CollectionView> {
  const staff = requireStaff(ctx);
  const record = await getCaseRecord(ctx, caseId);
  if (record.status !== 'decided' && !isBack(record)) throw fail('collection.not-waiting');
  const collector = await findCollector(ctx, record, typed);
  const id = createId();
  const batch = new WriteBatch();
  writesFor<CollectionTables>(batch).insert('collection.identityCheck', { id, caseId, ...collector, method, staffId: staff.id, staffName: staff.name, at: ctx.kernel.clock.now() });
  recordAudit(ctx, batch, { action: 'collection.check-collector', objectType: 'case', objectId: caseId, purpose: `核验办件${record.number}的领取人`, detail: { number: record.number, entitled: collector.kind !== null, method } });
  await commit(ctx, batch);
  if (collector.kind === null) throw fail('collection.not-entitled', { name: collector.name });
  return viewCollection(ctx, caseId);
}
