import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import { elementLabel } from '../../catalog/contract.ts';
import { addHeard, applyIncomingElements, findStandingItems, moveItem } from '../../catalog/index.ts';
import { fail } from '../errors.ts';
import { findDifferences, type DifferenceRecord } from '../queries/list-differences.ts';
import type { ItemExchangeTables } from '../tables.ts';

/**
 * 逐项核对: takes the list's words into a draft, or keeps ours; either way the same words of a later list are no news.
 * @throws item-exchange.difference-gone, item-exchange.locked, item-exchange.fixed
 */
export async function decideDifferences(ctx: Context, ids: readonly string[], decision: 'adopt' | 'keep'): Promise<number> {
  const found = await findDifferences(ctx, ids);
  if (found.length !== new Set(ids).size) throw fail('item-exchange.difference-gone');
  const standing = await findStandingItems(ctx, [...new Set(found.map(({ code }) => code))]);
  const locked = decision === 'adopt' ? found.find(({ code, element }) => standing.get(code)?.lockedElements.includes(element)) : undefined;
  if (locked) throw fail('item-exchange.locked', { label: elementLabel(locked.element) });
  if (decision === 'adopt' && found.some(({ element }) => element === 'regionCode')) throw fail('item-exchange.fixed', { label: elementLabel('regionCode') });
  for (const itemId of new Set(found.map((row) => row.itemId))) await decideItem(ctx, itemId, found.filter((row) => row.itemId === itemId), decision);
  return found.length;
}

async function decideItem(ctx: Context, itemId: string, rows: readonly DifferenceRecord[], decision: 'adopt' | 'keep'): Promise<void> {
  const said: Partial<Record<string, unknown>> = Object.fromEntries(rows.map(({ element, incoming }) => [element, incoming]));
  const [department] = (await listOrganizationsById(ctx, 'organizationId' in said ? [String(said['organizationId'])] : [])).values();
  if (department) said['departmentName'] = department.name;
  if (decision === 'adopt') await adopt(ctx, itemId, said);
  const batch = new WriteBatch();
  const writes = writesFor<ItemExchangeTables>(batch);
  writes.update('itemExchange.difference', { state: decision === 'adopt' ? 'adopted' : 'kept', decidedAt: ctx.kernel.clock.now(), decidedByName: ctx.actor.name },
    { id: rows.map(({ id }) => id), state: 'open' }, { expected: rows.length, otherwise: () => fail('item-exchange.difference-gone') });
  await addHeard(ctx, batch, itemId, said);
  recordAudit(ctx, batch, { action: 'item-exchange.decide-differences', objectType: 'item', objectId: itemId, detail: { decision, elements: Object.keys(said) } });
  await commit(ctx, batch);
}

const reason = '核对导入的清单，采用清单的内容';

/** Another department takes the item over; the rest goes into the draft. */
async function adopt(ctx: Context, itemId: string, { organizationId, departmentName: _name, ...rest }: Partial<Record<string, unknown>>): Promise<void> {
  if (Object.keys(rest).length > 0) await applyIncomingElements(ctx, itemId, rest, reason);
  if (organizationId !== undefined) await moveItem(ctx, itemId, { organizationId: String(organizationId), reason });
}
