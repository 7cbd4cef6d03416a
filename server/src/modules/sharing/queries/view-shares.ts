import type { Page } from '@tongban/contract-kit';
import { maskName } from '@tongban/identifiers';
import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorInstant, decodeCursor, pageOf } from '../../../kernel/db/index.ts';
import { shareStateLabels, type ShareView } from '../contract.ts';
import { getOwnShare, seesOwnOnly, sharingTables, subjectOf, type ShareRecord, type ThingRecord } from '../share-record.ts';
import { mayWithdraw, shareStateAt, usableUntil } from '../states.ts';

/** What a thing is, in words. */
export function detailOf({ kind, licenceNumber, caseNumber, materialName }: Pick<ThingRecord, 'kind' | 'licenceNumber' | 'caseNumber' | 'materialName'>): string {
  return kind === 'licence' ? `电子证照　${licenceNumber ?? ''}` : `办件 ${caseNumber ?? ''} 的“${materialName ?? ''}”`;
}

/** Shares with everything that was done with them, as whoever made them sees it. */
async function presentShares(ctx: Context, shares: readonly ShareRecord[]): Promise<Map<string, ShareView>> {
  const ids = shares.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const tables = sharingTables(ctx);
  const [things, takings, readings] = await Promise.all([
    tables.selectFrom('sharing.thing').selectAll().where('shareId', 'in', ids).orderBy('position').execute(),
    tables.selectFrom('sharing.taking').select(['shareId', 'thingId', 'materialName', 'handedIn']).where('shareId', 'in', ids).orderBy('id').execute(),
    tables.selectFrom('sharing.reading').selectAll().where('shareId', 'in', ids).orderBy('at').execute(),
  ]);
  const now = ctx.kernel.clock.now();
  return new Map(shares.map((share) => {
    const state = shareStateAt(share, now);
    const taken = takings.filter(({ shareId }) => shareId === share.id);
    const view: ShareView = {
      id: share.id, state, stateLabel: shareStateLabels[state], subjectName: share.subjectName, agentName: share.mandateId === null ? null : share.madeByName,
      purpose: share.purpose, itemName: share.itemName, organizationName: share.organizationName, consent: share.consent, madeAt: share.madeAt.toISOString(), expiresAt: share.expiresAt.toISOString(),
      things: things.filter(({ shareId }) => shareId === share.id).map((thing) => {
        const own = taken.filter(({ thingId }) => thingId === thing.id);
        return {
          id: thing.id, kind: thing.kind, name: thing.name, detail: detailOf(thing), takenAs: [...new Set(own.map(({ materialName }) => materialName))],
          handedIn: share.handedInAt === null ? null : own.some(({ handedIn }) => handedIn),
        };
      }),
      scan: share.scannedAt === null ? null : {
        at: share.scannedAt.toISOString(), organizationName: share.scannedOrganizationName ?? '', by: maskName(share.scannedByName ?? ''), until: usableUntil(share).toISOString(),
      },
      taken: share.takenAt === null ? null : { at: share.takenAt.toISOString(), itemName: share.draftItemName ?? '' },
      handedIn: share.handedInAt === null ? null : { at: share.handedInAt.toISOString(), number: share.handedInNumber ?? '', itemName: share.handedInName ?? '' },
      withdrawnAt: share.withdrawnAt?.toISOString() ?? null,
      readings: readings.filter(({ shareId }) => shareId === share.id).map(({ at, what, purpose }) => ({ at: at.toISOString(), what, purpose })),
      abilities: { withdraw: mayWithdraw(share, now) },
    };
    return [share.id, view];
  }));
}

/** One share of the person, or of whom the person acts for. @throws sharing.not-found */
export async function viewShare(ctx: Context, shareId: string): Promise<ShareView> {
  return presentOwn(ctx, await getOwnShare(ctx, shareId));
}

/** A share just read or written, as its maker sees it. */
export async function presentOwn(ctx: Context, share: ShareRecord): Promise<ShareView> {
  const view = (await presentShares(ctx, [share])).get(share.id);
  if (!view) throw new Error('a share that was given is presented');
  return view;
}

/** Shares of the person, or of whom the person acts for, newest first; an agent whose mandate is limited sees the own ones. */
export async function listShares(ctx: Context, { limit = 20, cursor }: { limit?: number; cursor?: string }): Promise<Page<ShareView>> {
  const { actor, kind, id } = subjectOf(ctx);
  let query = sharingTables(ctx).selectFrom('sharing.share').selectAll().where('subjectKind', '=', kind).where('subjectId', '=', id)
    .orderBy('madeAt', 'desc').orderBy('id', 'desc').limit(limit + 1);
  if (seesOwnOnly(actor)) query = query.where('madeById', '=', actor.id);
  if (cursor !== undefined) {
    const [at, last] = decodeCursor(cursor, 2);
    query = query.where(sql<boolean>`(made_at, id) < (${cursorInstant(at)}::timestamptz, ${cursorId(last)}::uuid)`);
  }
  const rows = await query.execute();
  const views = await presentShares(ctx, rows.slice(0, limit));
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.madeAt.toISOString(), row.id], (row) => views.get(row.id));
  return { items: items.filter((view) => view !== undefined), nextCursor };
}
