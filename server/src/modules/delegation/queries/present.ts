import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import { findReview } from '../../../kernel/reviews/index.ts';
import { readItemContents } from '../../catalog/index.ts';
import type { DelegationLine, DelegationView } from '../contract.ts';
import { reviewedDelegation } from '../review-subject.ts';
import { findNextState, type DelegationAction } from '../states.ts';
import type { DelegationTables } from '../tables.ts';
import { getDelegationRow, isOn, readItems, type DelegationRow } from './record.ts';

const oneDay = 86_400_000;

/** Lines of lists, in the order given. */
export async function presentLines(ctx: Context, rows: readonly DelegationRow[]): Promise<DelegationLine[]> {
  if (rows.length === 0) return [];
  const organizations = await listOrganizationsById(ctx, [...new Set(rows.flatMap(({ giverId, receiverId }) => [giverId, receiverId]))]);
  const items = await tablesOf<DelegationTables>(ctx.kernel.db).selectFrom('delegation.item').select(['delegationId', 'itemName', 'position'])
    .where('delegationId', 'in', rows.map(({ id }) => id)).orderBy('position').execute();
  const today = chinaDate(ctx.kernel.clock.now());
  return rows.map((row) => {
    const own = items.filter(({ delegationId }) => delegationId === row.id);
    const party = (id: string, name: string) => ({ id, name, closed: (organizations.get(id)?.validTo ?? null) !== null });
    return {
      id: row.id, version: row.version, kind: row.kind, state: row.state, giver: party(row.giverId, row.giverName), receiver: party(row.receiverId, row.receiverName),
      itemCount: own.length, itemName: own[0]?.itemName ?? '', startsOn: row.startsOn, endsOn: row.endsOn, daysLeft: daysLeft(row, today), updatedAt: row.updatedAt.toISOString(),
    };
  });
}

function daysLeft({ endsOn, state }: DelegationRow, today: string): number | null {
  if (endsOn === null || (state !== 'in-force' && state !== 'scheduled' && state !== 'offered')) return null;
  return Math.round((Date.parse(endsOn) - Date.parse(today)) / oneDay);
}

/** One delegation with its items, what was done to it and what the reader may do. @throws delegation.not-found */
export async function viewDelegation(ctx: Context, id: string): Promise<DelegationView> {
  const row = await getDelegationRow(ctx, id);
  const [[line], items] = await Promise.all([presentLines(ctx, [row]), readItems(ctx, id)]);
  const [review, contents] = await Promise.all([
    findReview(ctx, reviewedDelegation(row, items)), readItemContents(ctx.kernel, items.flatMap(({ itemId, receiverItemId }) => receiverItemId ? [itemId, receiverItemId] : [itemId])),
  ]);
  const versionOf = (itemId: string) => {
    const content = contents.find((one) => one.itemId === itemId);
    return (content?.open ?? content?.published)?.versionId ?? null;
  };
  return {
    ...(line as DelegationLine),
    items: items.map(({ itemId, itemName, receiverItemId }) => ({
      item: { id: itemId, name: itemName, versionId: versionOf(itemId) },
      receiverItem: receiverItemId === null ? null : { id: receiverItemId, versionId: versionOf(receiverItemId) },
    })),
    powerSource: row.powerSource, legalBasis: row.legalBasis, file: row.fileId === null ? null : { id: row.fileId, name: row.fileName ?? '' },
    changeable: row.changeable, terms: row.terms, steps: row.steps, review: review ?? null, abilities: abilitiesOf(ctx, row),
  };
}

function abilitiesOf(ctx: Context, row: DelegationRow): DelegationView['abilities'] {
  const may = (action: DelegationAction) => findNextState(row.state, action) !== undefined;
  const [giver, receiver] = [
    (permission: string) => isOn(ctx, `delegation.delegation.${permission}`, row, 'giver'), (permission: string) => isOn(ctx, `delegation.delegation.${permission}`, row, 'receiver'),
  ];
  const other = row.submittedById !== ctx.actor.id;
  return {
    edit: may('edit') && giver('propose'), submit: may('submit') && giver('propose'), withdraw: may('withdraw') && giver('propose'), discard: may('discard') && giver('propose'),
    review: may('approve') && other && giver('review'), accept: may('accept') && other && receiver('accept'), end: may('end') && (giver('end') || receiver('end')),
  };
}
