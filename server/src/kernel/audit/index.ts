import { createId, writesFor, WriteBatch } from '../db/index.ts';
import type { CoreTables } from '../core-tables.ts';
import type { Context } from '../context.ts';

export { sealAuditEntries } from './seal-entries.ts';
export { verifyAuditChain } from './verify-chain.ts';
export type { AuditVerdict } from './verify-chain.ts';

/** One line of the audit: what was done to which object, why, and how it ended (ORG-05, NFR-04). */
export interface AuditRecord {
  /** `module.verb-object`, e.g. `intake.submit-application`. */
  action: string;
  objectType: string;
  objectId: string;
  /** Legal purpose, required when personal data is read. */
  purpose?: string;
  result?: 'done' | 'refused';
  /** Small facts that help a reader; never full personal data. */
  detail?: Record<string, unknown>;
}

/** Adds an audit line to the batch of the action it tells of; both are written or neither. */
export function recordAudit(ctx: Context, batch: WriteBatch, record: AuditRecord): void {
  const { actor, origin } = ctx;
  writesFor<CoreTables>(batch).insert('kernel.auditEntry', {
    id: createId(), at: ctx.kernel.clock.now(),
    actorKind: actor.kind, actorId: actor.id, actorName: actor.name,
    actingFor: actor.kind === 'person' && actor.actingFor ? `${actor.actingFor.kind}:${actor.actingFor.id}` : null,
    action: record.action, objectType: record.objectType, objectId: record.objectId,
    purpose: record.purpose ?? null, result: record.result ?? 'done',
    channel: origin.channel, ip: origin.ip, traceId: ctx.traceId, detail: JSON.stringify(record.detail ?? {}),
  });
}

/** Records the reading of personal data, or a refusal, where nothing else is written. */
export async function recordAuditNow(ctx: Context, record: AuditRecord): Promise<void> {
  const batch = new WriteBatch();
  recordAudit(ctx, batch, record);
  await batch.execute(ctx.kernel.db.pool);
}
