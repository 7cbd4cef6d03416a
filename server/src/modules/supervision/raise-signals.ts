import { listHolders } from '../../kernel/access/list-holders.ts';
import { commit } from '../../kernel/commit.ts';
import type { Context } from '../../kernel/context.ts';
import { createId, tablesOf, writesFor, WriteBatch } from '../../kernel/db/index.ts';
import { publishEvent, type DomainEvent } from '../../kernel/events/index.ts';
import { sendMessage } from '../../kernel/messaging/index.ts';
import { getOrganization } from '../../kernel/organization/index.ts';
import { clockLevels, findAccount, type LevelChange } from '../../kernel/time-accounts/index.ts';
import { aboutCase, unsafeFindCase, type CaseRecord } from '../cases/index.ts';
import { unsafeFindRectification } from '../ratings/index.ts';
import { signalLevelLabels, signalLevels, type SignalLevel } from './contract.ts';
import type { SupervisionTables } from './tables.ts';

/** Published for each new signal; aggregate type and id are the subject's. */
export const signalRaised = 'supervision.signal-raised';

type SubjectType = SupervisionTables['supervision.signal']['subjectType'];

/** What a signal says of its subject. */
interface SubjectFacts {
  caseNumber: string | null;
  itemName: string;
  organizationId: string;
  organizationName: string;
  organizationPath: string;
  regionCode: string;
  /** The case by which its messages are tailored. */
  record?: CaseRecord;
}

async function findSubject(ctx: Context, type: SubjectType, id: string): Promise<SubjectFacts | undefined> {
  if (type === 'rectification') {
    const found = await unsafeFindRectification(ctx, id);
    return found && { caseNumber: found.caseNumber, itemName: found.itemName, organizationId: found.organizationId, organizationName: found.organizationName, organizationPath: found.organizationPath, regionCode: found.regionCode };
  }
  const record = await unsafeFindCase(ctx, id);
  if (!record) return undefined;
  const { number, itemName, organizationId, organizationName, regionCode } = record;
  const organizationPath = (await getOrganization(ctx, organizationId)).path;
  return { caseNumber: number, itemName, organizationId, organizationName, organizationPath, regionCode, record };
}

/** Raises or clears the signals of a subject after its clock changed level; each level is raised once per subject (SUP-01). */
export async function followLevel(ctx: Context, event: DomainEvent): Promise<void> {
  const change = event.data as LevelChange;
  if (change.subjectType !== 'case' && change.subjectType !== 'rectification') return;
  const subject = await findSubject(ctx, change.subjectType, change.subjectId);
  if (!subject) return;
  const batch = new WriteBatch();
  clearSignals(ctx, batch, change.subjectType, change.subjectId, signalLevels.filter((level) => clockLevels.indexOf(level) > clockLevels.indexOf(change.level)));
  const level = signalLevels.find((candidate) => candidate === change.level);
  if (level) await raise(ctx, batch, event, change, subject, change.subjectType, level);
  await commit(ctx, batch);
}

/** Clears all signals of a subject whose clock has ended with the matter. */
export async function clearIfStopped(ctx: Context, subjectType: SubjectType, subjectId: string): Promise<void> {
  const account = await findAccount(ctx, { subjectType, subjectId });
  if (account?.deadlines.status !== 'stopped') return;
  const batch = new WriteBatch();
  clearSignals(ctx, batch, subjectType, subjectId, signalLevels);
  await commit(ctx, batch);
}

function clearSignals(ctx: Context, batch: WriteBatch, subjectType: SubjectType, subjectId: string, levels: readonly SignalLevel[]): void {
  if (levels.length === 0) return;
  writesFor<SupervisionTables>(batch).update('supervision.signal', { clearedAt: ctx.kernel.clock.now() }, { subjectType, subjectId, level: [...levels], clearedAt: null });
}

async function raise(
  ctx: Context, batch: WriteBatch, event: DomainEvent, change: LevelChange, subject: SubjectFacts, subjectType: SubjectType, level: SignalLevel,
): Promise<void> {
  const dueOn = (level === 'red' ? change.legalDueOn : change.promisedDueOn) ?? change.legalDueOn;
  const known = await tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.signal').select(['id', 'clearedAt'])
    .where('subjectType', '=', subjectType).where('subjectId', '=', change.subjectId).where('level', '=', level).executeTakeFirst();
  const writes = writesFor<SupervisionTables>(batch);
  if (known) {
    if (known.clearedAt) writes.update('supervision.signal', { clearedAt: null, dueOn }, { id: known.id });
    return;
  }
  const id = createId();
  const { record: _record, ...facts } = subject;
  writes.insert('supervision.signal', {
    id, subjectType, subjectId: change.subjectId, level, ...facts, dueOn, raisedAt: event.occurredAt, clearedAt: null,
    demandText: null, demandBy: null, demandAt: null, answerText: null, answerBy: null, answerAt: null,
  }, 'nothing');
  publishEvent(ctx, batch, {
    type: signalRaised, aggregateType: subjectType, aggregateId: change.subjectId,
    data: { signalId: id, subjectType, subjectId: change.subjectId, level, organizationId: subject.organizationId, itemName: subject.itemName, dueOn },
  });
  await tell(ctx, batch, { id: change.subjectId, type: subjectType, ...subject }, level, dueOn);
}

/** A warning goes to those who can still act; a card also to those who supervise. */
async function tell(ctx: Context, batch: WriteBatch, subject: SubjectFacts & { id: string; type: SubjectType }, level: SignalLevel, dueOn: string | null): Promise<void> {
  const handlers = await listHolders(ctx, subject.type === 'case' ? 'handling.case.review' : 'ratings.rectification.handle', subject, 5);
  const supervisors = level === 'warning' ? [] : await listHolders(ctx, 'supervision.signal.demand', subject, 5);
  const common = { itemName: subject.itemName, level: signalLevelLabels[level], dueOn: dueOn ?? '待定' };
  for (const staffId of new Set([...handlers, ...supervisors])) {
    await sendMessage(ctx, batch, {
      recipient: { kind: 'staff', id: staffId }, dedupeKey: `signal:${subject.id}:${level}`, ...(subject.record ? { about: aboutCase(ctx, subject.record) } : {}),
      ...(subject.type === 'case'
        ? { templateKey: 'supervision.case-signal', variables: { caseId: subject.id, number: subject.caseNumber ?? '', ...common } }
        : { templateKey: 'supervision.rectification-signal', variables: { rectificationId: subject.id, ...common } }),
    });
  }
}
