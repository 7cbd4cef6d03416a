import { requirePerson } from '../../access/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch, writesFor } from '../../db/index.ts';
import { fail } from '../errors.ts';
import { listActingChoices } from '../services/mandates-in-force.ts';
import type { IdentityTables } from '../tables.ts';

/** Lets the session act by a mandate, or for oneself again with null (IDN-03). @throws identity.mandate-not-in-force */
export async function actFor(ctx: Context, mandateId: string | null): Promise<void> {
  const actor = requirePerson(ctx);
  if (mandateId !== null && !(await listActingChoices(ctx, actor.id)).some((choice) => choice.mandateId === mandateId)) throw fail('identity.mandate-not-in-force');
  const batch = new WriteBatch();
  writesFor<IdentityTables>(batch).update('identity.session', { actingMandateId: mandateId }, { id: actor.sessionId });
  recordAudit(ctx, batch, { action: 'identity.act-for', objectType: 'mandate', objectId: mandateId ?? 'self' });
  await commit(ctx, batch);
}
