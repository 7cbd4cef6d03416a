import type { Selectable } from 'kysely';
import { covers, requireScope, singleScopes, type StaffActor } from '../../kernel/access/index.ts';
import type { Context } from '../../kernel/context.ts';
import { findRow } from '../../kernel/db/index.ts';
import { fail as kernelFail } from '../../kernel/errors/kernel-errors.ts';
import { fail } from './errors.ts';
import type { CasesTables } from './tables.ts';

/** The current row of a case. */
export type CaseRecord = Selectable<CasesTables['cases.case']>;

/** Reads a case without asking whether the actor may see it; undefined when there is none. */
export async function unsafeFindCase(ctx: Context, caseId: string): Promise<CaseRecord | undefined> {
  return findRow<CaseRecord>(ctx.kernel.db, 'SELECT * FROM cases."case" WHERE id = $1', [caseId]);
}

/** Whether the actor is the applicant, or acts for the applicant by the mandate of this session. */
export function isApplicantSide(ctx: Context, record: CaseRecord): boolean {
  const { actor } = ctx;
  if (actor.kind !== 'person') return false;
  const principal = actor.actingFor ?? { kind: 'person' as const, id: actor.id };
  return record.applicantKind === principal.kind && record.applicantId === principal.id;
}

/** Whether the actor may answer for the applicant: the applicant's side, and for a case filed at a counter the window that filed it. */
export function isFilingSide(ctx: Context, record: CaseRecord): boolean {
  const { actor } = ctx;
  if (actor.kind !== 'staff') return isApplicantSide(ctx, record);
  return record.filerId === actor.id || (record.filerKind === 'clerk' && isWithinOffice(ctx, actor, record, 'intake.case.register'));
}

/** Whether an officer's department takes part in the case, or the officer's scope covers it. */
export function isWithinOffice(ctx: Context, actor: StaffActor, record: CaseRecord, permission: string): boolean {
  if (!actor.permissions.has(permission)) return false;
  return singleScopes(requireScope(ctx, permission)).some((scope) => {
    if (scope.kind === 'own') return record.participantPaths.includes(actor.organizationPath);
    if (scope.kind === 'organization') return record.participantPaths.some((path) => path.startsWith(scope.organizationPath));
    return covers(scope, actor, { regionCode: record.regionCode });
  });
}

/** Whether the actor may see the case at all. */
export function maySee(ctx: Context, record: CaseRecord): boolean {
  const { actor } = ctx;
  if (actor.kind === 'system') return true;
  if (actor.kind === 'staff') return record.filerId === actor.id || isWithinOffice(ctx, actor, record, 'cases.case.view');
  return isApplicantSide(ctx, record);
}

/**
 * The case, if the actor may see it. @throws cases.not-found otherwise, so that numbers cannot be probed;
 * kernel.mandate-ended for an agent whose mandate has ended since the session began
 */
export async function getCaseRecord(ctx: Context, caseId: string): Promise<CaseRecord> {
  if (ctx.actor.kind === 'person' && ctx.actor.mandateLapsed) throw kernelFail('kernel.mandate-ended');
  const record = await unsafeFindCase(ctx, caseId);
  if (!record || !maySee(ctx, record)) throw fail('cases.not-found');
  return record;
}

/** The case of a number, if the actor may see it. @throws kernel.mandate-ended as `getCaseRecord` */
export async function findCaseByNumber(ctx: Context, number: string): Promise<CaseRecord | undefined> {
  if (ctx.actor.kind === 'person' && ctx.actor.mandateLapsed) throw kernelFail('kernel.mandate-ended');
  const record = await findRow<CaseRecord>(ctx.kernel.db, 'SELECT * FROM cases."case" WHERE number IN ($1, upper($1))', [number]);
  return record && maySee(ctx, record) ? record : undefined;
}
