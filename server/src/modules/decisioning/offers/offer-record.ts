import type { Selectable } from 'kysely';
import { requirePerson } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { findRow, tablesOf } from '../../../kernel/db/index.ts';
import { personalDataCipher } from '../../../kernel/personal-data/index.ts';
import type { Offer } from '../contract.ts';
import { fail } from '../errors.ts';
import type { DecisioningTables } from '../tables.ts';

export type OfferRecord = Selectable<DecisioningTables['decisioning.offer']>;

/** What the platform knows of the person, shown before they confirm. */
export interface KnownFact { label: string; value: string }

const column = 'decisioning.offer.known_cipher';

export function encryptKnown(ctx: Context, offerId: string, known: readonly KnownFact[]): string {
  return personalDataCipher(ctx.kernel).encrypt(column, offerId, JSON.stringify(known));
}

/** For whom the session acts. */
function principal(ctx: Context): { kind: 'person' | 'company'; id: string } {
  const actor = requirePerson(ctx);
  return actor.actingFor ?? { kind: 'person', id: actor.id };
}

/** An offer as its beneficiary sees it. */
export function presentOffer(ctx: Context, record: OfferRecord): Offer {
  const { id, itemId, itemName, organizationName, state, why, legalBasis, until, caseId } = record;
  const known = JSON.parse(personalDataCipher(ctx.kernel).decrypt(column, id, record.knownCipher)) as KnownFact[];
  return { id, itemId, itemName, organizationName, state, why, legalBasis, known, offeredAt: record.offeredAt.toISOString(), until, caseId };
}

/** Offers that wait for an answer of whom the session acts for, as long as the platform still acts by their settings. */
export async function listMyOffers(ctx: Context): Promise<{ items: Offer[] }> {
  const { kind, id } = principal(ctx);
  const rows = await tablesOf<DecisioningTables>(ctx.kernel.db).selectFrom('decisioning.offer as o').innerJoin('decisioning.setting as s', 's.itemId', 'o.itemId').selectAll('o')
    .where('o.beneficiaryKind', '=', kind).where('o.beneficiaryId', '=', id).where('o.state', '=', 'offered').where('o.until', '>=', chinaDate(ctx.kernel.clock.now()))
    .where('s.state', '=', 'active').where('s.halted', '=', false).where('s.model', '=', 'proactive').orderBy('o.offeredAt', 'desc').limit(20).execute();
  return { items: rows.map((row) => presentOffer(ctx, row)) };
}

/** One's own offer, whatever its state. @throws decisioning.offer-not-found */
export async function getMyOffer(ctx: Context, offerId: string): Promise<OfferRecord> {
  const { kind, id } = principal(ctx);
  const record = await findRow<OfferRecord>(ctx.kernel.db, 'SELECT * FROM decisioning.offer WHERE id = $1 AND beneficiary_kind = $2 AND beneficiary_id = $3', [offerId, kind, id]);
  if (!record) throw fail('decisioning.offer-not-found');
  return record;
}
