import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { getCaseRecord } from '../cases/index.ts';
import { checkMinutes, collectorLabels, type CollectionView } from './contract.ts';
import type { CollectionTables } from './tables.ts';

const labelOf = (kind: keyof typeof collectorLabels | null): string | null => (kind === null ? null : collectorLabels[kind]);

/** Who was checked for collecting a case's result, and who collected it. @throws cases.not-found */
export async function viewCollection(ctx: Context, caseId: string): Promise<CollectionView> {
  await getCaseRecord(ctx, caseId);
  const tables = tablesOf<CollectionTables>(ctx.kernel.db);
  const [checks, collected] = await Promise.all([
    tables.selectFrom('collection.identityCheck').selectAll().where('caseId', '=', caseId).orderBy('id').execute(),
    tables.selectFrom('collection.collection').selectAll().where('caseId', '=', caseId).executeTakeFirst(),
  ]);
  const good = checks.at(-1);
  const fresh = good && good.kind !== null && good.staffId === ctx.actor.id && ctx.kernel.clock.now().getTime() - good.at.getTime() <= checkMinutes * 60_000;
  const of = collected && checks.find(({ id }) => id === collected.checkId);
  return {
    caseId,
    check: fresh && good.kind !== null ? { id: good.id, kind: good.kind, kindLabel: collectorLabels[good.kind], name: good.name, documentMasked: good.documentMasked, method: good.method, at: good.at.toISOString() } : null,
    checks: checks.map(({ name, documentMasked, kind, method, staffName, at }) => ({ name, documentMasked, matched: kind !== null, kindLabel: labelOf(kind), method, by: staffName, at: at.toISOString() })),
    collected: collected && of ? { name: of.name, kindLabel: labelOf(of.kind) ?? '', documentMasked: of.documentMasked, method: of.method, signatureFileId: collected.signatureFileId, by: collected.staffName, at: collected.at.toISOString() } : null,
  };
}
