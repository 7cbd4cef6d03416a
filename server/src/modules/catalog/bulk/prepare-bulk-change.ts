import type { BodyOf } from '@tongban/contract-kit';
import { covers, requireScope } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { elementInfo, type BulkOutcome, type ElementName, type prepareBulkChange as operation, type VersionState } from '../contract.ts';
import { stateLabels } from '../states.ts';
import type { CatalogTables } from '../tables.ts';
import { isUnchanged, planBulkValue, requireBulkValue } from './plan-bulk-value.ts';

interface Row {
  id: string; name: string; department_name: string; organization_path: string; region_code: string; locked_elements: string[]; latest_state: VersionState; before: unknown;
}

/**
 * Plans a change of one element over many items: what each has, what it will have, and why one is refused (CAT-02). Nothing
 * is changed yet. Items outside the actor's scope are left out, as if they were not there.
 */
export async function prepareBulkChange(ctx: Context, input: BodyOf<typeof operation>): Promise<string> {
  const element = requireBulkValue(input.element, input.mode, input.value);
  const scope = requireScope(ctx, 'catalog.item.edit');
  const { rows } = await ctx.kernel.db.pool.query<Row>(
    `SELECT i.id, i.name, i.department_name, i.organization_path, i.region_code, i.locked_elements, i.latest_state, v.elements -> $2 AS before
     FROM unnest($1::uuid[]) WITH ORDINALITY AS w (id, position) JOIN catalog.item i ON i.id = w.id JOIN catalog.item_version v ON v.id = i.latest_version_id
     ORDER BY w.position`, [input.itemIds, element]);
  const visible = rows.filter((row) => covers(scope, ctx.actor, { organizationPath: row.organization_path, regionCode: row.region_code }));
  const id = createId();
  const batch = new WriteBatch();
  const writes = writesFor<CatalogTables>(batch);
  writes.insert('catalog.bulkChange', {
    id, element, mode: input.mode, value: input.value ?? null, state: 'prepared', total: visible.length, createdAt: ctx.kernel.clock.now(),
    createdById: ctx.actor.id, createdByName: ctx.actor.name, finishedAt: null,
  });
  const planned = visible.map((row, position) => ({ bulkChangeId: id, position, ...planOf(row, element, planBulkValue(input.mode, input.value, row.before ?? undefined)) }));
  if (planned.length > 0) writes.insert('catalog.bulkChangeItem', planned);
  recordAudit(ctx, batch, { action: 'catalog.prepare-bulk-change', objectType: 'bulk-change', objectId: id, detail: { element, mode: input.mode, items: visible.length } });
  await commit(ctx, batch);
  return id;
}

function planOf(row: Row, element: ElementName, after: unknown) {
  const before = row.before ?? undefined;
  const [outcome, reason] = judge(row, element, before, after);
  return {
    itemId: row.id, itemName: row.name, departmentName: row.department_name, before: before ?? null, after: after ?? null, outcome, reason, versionId: null, revision: null,
  };
}

function judge({ locked_elements: locked, latest_state: state }: Row, element: ElementName, before: unknown, after: unknown): [BulkOutcome, string | null] {
  if (isUnchanged(before, after)) return ['unchanged', null];
  if (locked.includes(element)) return ['refused', `“${elementInfo[element].label}”由上级清单统一规定。`];
  if (state === 'in-review' || state === 'approved') return ['refused', `最新版本“${stateLabels[state]}”，请先退回或发布。`];
  if (state === 'retired') return ['refused', '事项已取消。'];
  return ['ready', null];
}
