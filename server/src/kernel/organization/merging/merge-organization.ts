import type { BodyOf, ResponseOf } from '@tongban/contract-kit';
import { authorize } from '../../access/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { createId, runText, tablesOf, transact, WriteBatch, writesFor } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import { publishEvent } from '../../events/index.ts';
import type { Organization } from '../contract.ts';
import { fail } from '../errors.ts';
import { getOrganization } from '../services/organizations.ts';
import type { OrganizationTables } from '../tables.ts';
import { mergerContributionsOf, type Merger } from './merger-contribution.ts';
import type { listMergers as listOperation, mergeOrganization as operation, previewMerger as previewOperation } from './merging.contract.ts';

const permission = 'organization.organization.manage';

/** An organisation was merged into another: `{mergerId, fromId, fromName, toId, toName}`; aggregate: the one that is no more. */
export const organizationMerged = 'organization.organization-merged';

/** Both organisations, if the one can go into the other. @throws organization.closed, .merges-into-itself, .has-units, kernel.forbidden */
async function requireMergeable(ctx: Context, fromId: string, toId: string): Promise<{ from: Organization; to: Organization }> {
  const [from, to] = await Promise.all([getOrganization(ctx, fromId), getOrganization(ctx, toId)]);
  for (const { path, regionCode } of [from, to]) authorize(ctx, permission, { organizationPath: path, regionCode });
  if (from.validTo !== null || to.validTo !== null) throw fail('organization.closed');
  if (to.path.startsWith(from.path)) throw fail('organization.merges-into-itself');
  const child = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').select('id').where('parentId', '=', fromId).where('validTo', 'is', null).executeTakeFirst();
  if (child) throw fail('organization.has-units');
  return { from, to };
}

/** What would move, by kind; nothing is changed. @throws as `mergeOrganization` */
export async function previewMerger(ctx: Context, fromId: string, toId: string): Promise<ResponseOf<typeof previewOperation>> {
  const { from, to } = await requireMergeable(ctx, fromId, toId);
  const parts = await Promise.all(mergerContributionsOf(ctx.kernel).map(async (one) => ({ name: one.name, label: one.label, count: await one.count(ctx, from) })));
  return { from: { id: from.id, name: from.name }, to: { id: to.id, name: to.name }, revision: from.revision, parts };
}

/**
 * Merges an organisation into another in one transaction: every module moves its own open work, officers keep their posts at the
 * successor, the organisation is closed and its past keeps its name (ORG-01). Deadlines do not change.
 * @throws organization.closed, .merges-into-itself, .has-units, kernel.conflict when somebody changed it since
 */
export async function mergeOrganization(ctx: Context, fromId: string, { into, revision, reason }: BodyOf<typeof operation>): Promise<ResponseOf<typeof operation>> {
  const { from, to } = await requireMergeable(ctx, fromId, into);
  const at = ctx.kernel.clock.now();
  const merger: Merger = { id: createId(), from, to, at };
  const parts: { name: string; label: string; count: number }[] = [];
  await transact<OrganizationTables, undefined>(ctx.kernel.db, async (trx) => {
    const run = (text: string, values: readonly unknown[]) => runText(trx, text, values);
    const found = await run('SELECT FROM organization.organization WHERE (id = $1 AND revision = $2 OR id = $3) AND valid_to IS NULL ORDER BY id FOR UPDATE', [fromId, revision, into]);
    if (found.length !== 2) throw kernelFail('kernel.conflict');
    for (const contribution of mergerContributionsOf(ctx.kernel)) {
      parts.push({ name: contribution.name, label: contribution.label, count: await contribution.move(run, merger) });
    }
    // What had gone into it before goes on with the same successor.
    await run('UPDATE organization.organization SET merged_into = $2 WHERE merged_into = $1', [fromId, into]);
    await closingBatch(ctx, merger, { revision, reason: reason.trim(), parts }).executeIn(run);
    return undefined;
  });
  ctx.kernel.onCommitted();
  return { id: merger.id, from: { id: from.id, name: from.name }, to: { id: to.id, name: to.name }, at: at.toISOString(), by: ctx.actor.name, reason: reason.trim(), parts };
}

function closingBatch(ctx: Context, { id, from, to, at }: Merger, { revision, reason, parts }: { revision: number; reason: string; parts: readonly { name: string; label: string; count: number }[] }): WriteBatch {
  const batch = new WriteBatch();
  const writes = writesFor<OrganizationTables>(batch);
  writes.update('organization.organization', { validTo: chinaDate(at), mergedInto: to.id, revision: revision + 1 }, { id: from.id, revision }, { expected: 1, otherwise: () => kernelFail('kernel.conflict') });
  writes.insert('organization.merger', { id, fromId: from.id, fromName: from.name, toId: to.id, toName: to.name, at, byName: ctx.actor.name, reason, parts: [...parts] });
  publishEvent(ctx, batch, { type: organizationMerged, aggregateType: 'organization', aggregateId: from.id, data: { mergerId: id, fromId: from.id, fromName: from.name, toId: to.id, toName: to.name } });
  recordAudit(ctx, batch, { action: 'organization.merge-organization', objectType: 'organization', objectId: from.id, detail: { from: from.name, into: to.name, reason, parts: Object.fromEntries(parts.map(({ name, count }) => [name, count])) } });
  return batch;
}

const shownMergers = 100;

/** The latest mergers with what moved. */
export async function listMergers(ctx: Context): Promise<ResponseOf<typeof listOperation>> {
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.merger').selectAll().orderBy('id', 'desc').limit(shownMergers).execute();
  return { items: rows.map((row) => ({ id: row.id, from: { id: row.fromId, name: row.fromName }, to: { id: row.toId, name: row.toName }, at: row.at.toISOString(), by: row.byName, reason: row.reason, parts: row.parts })) };
}
