import type { BodyOf } from '@tongban/contract-kit';
import { covers, requireScope, requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { getStaffMember } from '../../../kernel/organization/index.ts';
import { redirectTask, type Candidate } from '../../../kernel/workflow/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import { partsOf, unsafeFindCase } from '../../cases/index.ts';
import type { Redispatched, redispatchTasks as operation } from '../contract.ts';
import { describeCandidates, placeName, readDirectory, type Directory } from '../engine/directory.ts';
import { addRecord, targetColumns, type RecordRow } from '../engine/record.ts';
import { staysWithin } from '../engine/resolve-target.ts';
import { fail } from '../errors.ts';
import { taskRedispatched } from '../events.ts';
import { isInScope, unsafeFindCurrent } from '../queries/find-record.ts';
import type { DispatchTables } from '../tables.ts';

type Input = BodyOf<typeof operation>;
const permission = 'dispatch.task.redispatch';

/** Whom a supervisor has chosen, as one and the same for all rows. */
interface Chosen { readonly organizationId: string | undefined; readonly postCode: string | undefined; readonly person: { readonly id: string; readonly name: string; readonly organizationId: string } | undefined }

/**
 * Gives open tasks to others for a reason, each in a transaction of its own with its record, event and audit entry (改派,
 * DEC-07). What fails is told row by row; the others stand. @throws dispatch.no-target, dispatch.target-unknown, dispatch.target-closed
 */
export async function redispatchTasks(ctx: Context, { tasks, to, reason }: Input): Promise<Redispatched> {
  requireStaff(ctx);
  const directory = await readDirectory(ctx);
  const chosen = await readChosen(ctx, directory, to);
  const results: Redispatched['results'] = [];
  for (const { taskId, sequence } of tasks) {
    try {
      results.push({ taskId, ok: true, target: await redispatchOne(ctx, directory, { taskId, sequence, chosen, reason: reason.trim() }), code: null, message: null });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.push({ taskId, ok: false, target: null, code: error.code, message: `${error.title}。${error.detail ?? ''}` });
    }
  }
  const done = results.filter(({ ok }) => ok).length;
  return { done, failed: results.length - done, results };
}

async function readChosen(ctx: Context, { places, posts }: Directory, { organizationId, postCode, staffId }: Input['to']): Promise<Chosen> {
  if (organizationId === undefined && postCode === undefined && staffId === undefined) throw fail('dispatch.no-target');
  const place = organizationId === undefined ? undefined : places.get(organizationId);
  if ((organizationId !== undefined && !place) || (postCode !== undefined && posts.get(postCode)?.code !== postCode)) throw fail('dispatch.target-unknown');
  if (place?.closed === true) throw fail('dispatch.target-closed', { name: placeName(place) });
  if (staffId === undefined) return { organizationId, postCode, person: undefined };
  const member = await getStaffMember(ctx, staffId).catch(() => undefined);
  if (!member || member.validTo !== null) throw fail('dispatch.target-unknown');
  return { organizationId, postCode, person: { id: member.id, name: member.name, organizationId: member.organization.id } };
}

async function redispatchOne(ctx: Context, directory: Directory, { taskId, sequence, chosen, reason }: { taskId: string; sequence: number; chosen: Chosen; reason: string }): Promise<string> {
  const before = await unsafeFindCurrent(ctx, taskId);
  if (!before || !isInScope(ctx, permission, before)) throw fail('dispatch.task-not-found');
  if (before.sequence !== sequence) throw fail('dispatch.stale');
  const candidates = candidatesOf(chosen, before);
  await requireAllowed(ctx, directory, before, chosen, candidates);
  const target = describeCandidates(directory, candidates, new Map(chosen.person ? [[chosen.person.id, chosen.person.name]] : []));
  if (target === before.target) throw fail('dispatch.same-target');
  const stale = (): AppError => fail('dispatch.stale');
  const batch = new WriteBatch().onViolation('record_sequence', stale);
  writesFor<DispatchTables>(batch).update('dispatch.record', { current: false }, { id: before.id, current: true }, { expected: 1, otherwise: stale });
  addSuccessor(ctx, batch, before, { directory, candidates, chosen, target, reason });
  await redirectOrSay(ctx, batch, taskId, candidates);
  const detail = { caseNumber: before.caseNumber, taskId, taskName: before.taskName, from: before.target, to: target, reason };
  publishEvent(ctx, batch, { type: taskRedispatched, aggregateType: 'case', aggregateId: before.caseId, data: { caseId: before.caseId, ...detail } });
  recordAudit(ctx, batch, { action: 'dispatch.redispatch-task', objectType: 'case', objectId: before.caseId, detail });
  await commit(ctx, batch).catch((error: unknown) => { throw meanwhile(error); });
  return target;
}

/** Somebody else was faster, whichever guard noticed it first. */
function meanwhile(error: unknown): unknown {
  return error instanceof AppError && error.code === 'workflow.stale' ? fail('dispatch.stale') : error;
}

async function redirectOrSay(ctx: Context, batch: WriteBatch, taskId: string, candidates: readonly Candidate[]): Promise<void> {
  try {
    await redirectTask(ctx, batch, { taskId, candidates });
  } catch (error) {
    throw error instanceof AppError && error.code === 'workflow.task-not-found' ? fail('dispatch.task-over') : error;
  }
}

/** What is left out stays as it was: only the post, or only the organisation, may be changed. */
function candidatesOf({ organizationId, postCode, person }: Chosen, before: RecordRow): Candidate[] {
  if (person) return [{ person: person.id }];
  const [organisation, post] = [organizationId ?? before.targetOrganizationId ?? undefined, postCode ?? before.targetPostCode ?? undefined];
  return [{ ...(organisation === undefined ? {} : { organisation }), ...(post === undefined ? {} : { post }) }];
}

/** Work may go to what the supervisor looks after or who takes part already; a decision stays with its authority. @throws dispatch.target-outside, dispatch.target-authority */
async function requireAllowed(ctx: Context, directory: Directory, before: RecordRow, chosen: Chosen, candidates: readonly Candidate[]): Promise<void> {
  const place = directory.places.get(chosen.person?.organizationId ?? candidates[0]?.organisation ?? '');
  if (!place) throw fail('dispatch.target-unknown');
  const record = await unsafeFindCase(ctx, before.caseId);
  const own = covers(requireScope(ctx, permission), ctx.actor, { organizationPath: place.path, regionCode: place.regionCode });
  const ownOffice = ctx.actor.kind === 'staff' && place.path.startsWith(ctx.actor.organizationPath);
  if (!own && !ownOffice && record?.participantPaths.includes(place.path) !== true) throw fail('dispatch.target-outside', { name: chosen.person?.name ?? placeName(place) });
  if (before.step !== 'decision' || !record) return;
  const { decision } = partsOf((await getPinnedVersion(ctx, record.itemVersionId)).elements);
  const authority = directory.places.get(decision);
  if (authority && !await staysWithin(ctx, directory, candidates, [decision])) throw fail('dispatch.target-authority', { name: placeName(authority) });
}

interface Change { readonly directory: Directory; readonly candidates: readonly Candidate[]; readonly chosen: Chosen; readonly target: string; readonly reason: string }

function addSuccessor(ctx: Context, batch: WriteBatch, before: RecordRow, { directory, candidates, chosen, target, reason }: Change): void {
  const { id: _id, at: _at, current: _current, byId: _byId, byName: _byName, ...same } = before;
  const office = chosen.person ? [{ organisation: chosen.person.organizationId }] : candidates;
  addRecord(ctx, batch, {
    ...same, sequence: before.sequence + 1, outcome: 'by-person', reasonCode: null, reason, ruleSetId: null, ruleSetName: null, versionId: null, versionNumber: null, ruleRows: [], ruleNote: null,
    evaluationId: null, ...targetColumns(directory, office), target, by: { id: ctx.actor.id, name: ctx.actor.name },
  });
}
