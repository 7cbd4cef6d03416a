import type { BodyOf } from '@tongban/contract-kit';
import { authorize } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { saveSharingService as operation, SharingService } from '../contract.ts';
import { fail } from '../errors.ts';
import { edit } from '../queries/view-element.ts';
import type { DataElementsTables } from '../tables.ts';

/** Registers a data-sharing service (revision 0), changes it, or switches it off so that nobody is asked (FRM-02). @throws data-elements.service-stale */
export async function saveService(ctx: Context, code: string, { revision, ...content }: BodyOf<typeof operation>): Promise<SharingService> {
  authorize(ctx, edit, {});
  const editedAt = ctx.kernel.clock.now();
  const row = { ...content, revision: revision + 1, editedById: ctx.actor.id, editedByName: ctx.actor.name, editedAt };
  const stale = () => fail('data-elements.service-stale');
  const batch = new WriteBatch().onViolation('sharing_service_code', stale);
  const writes = writesFor<DataElementsTables>(batch);
  if (revision === 0) writes.insert('dataElements.sharingService', { code, ...row });
  else writes.update('dataElements.sharingService', row, { code, revision }, { expected: 1, otherwise: stale });
  recordAudit(ctx, batch, { action: 'data-elements.save-sharing-service', objectType: 'sharing-service', objectId: code, detail: { name: content.name, enabled: content.enabled } });
  await commit(ctx, batch);
  return { code, ...content, revision: revision + 1, editedByName: ctx.actor.name, editedAt: editedAt.toISOString() };
}
