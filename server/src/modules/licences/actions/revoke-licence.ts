import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { licenceStateLabels, type revokeLicence as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { licenceEvents } from '../events.ts';
import { getOfficeLicence } from '../queries/licence-record.ts';
import type { LicencesTables } from '../tables.ts';

type End = BodyOf<typeof operation>;

/** Adds the end or suspension of a licence to the batch of the action that causes it. @throws licences.not-found, licences.already-ended */
export async function addLicenceEnd(ctx: Context, batch: WriteBatch, licenceId: string, input: End): Promise<void> {
  const record = await getOfficeLicence(ctx, licenceId, 'licences.licence.revoke');
  const alreadyEnded = () => fail('licences.already-ended', { state: licenceStateLabels[record.state] });
  const mayChange = record.state === 'valid' || (record.state === 'suspended' && input.kind !== 'suspended');
  if (!mayChange) throw alreadyEnded();
  writesFor<LicencesTables>(batch).update('licences.licence', { state: input.kind, stateReason: input.reason, stateChangedAt: ctx.kernel.clock.now() },
    { id: record.id, state: record.state }, { expected: 1, otherwise: alreadyEnded });
  publishEvent(ctx, batch, {
    type: licenceEvents.ended, aggregateType: 'licence', aggregateId: record.id,
    data: { licenceId: record.id, caseId: record.caseId, identifier: record.identifier, typeName: record.typeName, state: input.kind, reason: input.reason, holderKind: record.holderKind, holderId: record.holderId },
  });
  recordAudit(ctx, batch, { action: 'licences.revoke-licence', objectType: 'licence', objectId: record.id, detail: { state: input.kind, reason: input.reason } });
}

/** Ends or suspends a licence; verification tells it from the next moment on (行政许可法第六十九、七十条). */
export async function revokeLicence(ctx: Context, licenceId: string, input: End): Promise<void> {
  const batch = new WriteBatch();
  await addLicenceEnd(ctx, batch, licenceId, input);
  await commit(ctx, batch);
}
