import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../../../kernel/events/index.ts';
import { cancelReview, decideReview, findReview, passReview, startReview, type ReviewSubject } from '../../../kernel/reviews/index.ts';
import {
  addGuidanceConfirmation, checkQuestionnaire, getVersionRecord, guidanceDigestOf, guidedPartOf, itemMoved, itemPublished, itemRetired, listVersionsOf, versionGivenUp,
} from '../../catalog/index.ts';
import { fail } from '../errors.ts';

type VersionRecord = Awaited<ReturnType<typeof getVersionRecord>>;

/** States of a version in which its guidance may be confirmed. */
export const confirmableStates: readonly string[] = ['draft', 'in-review', 'approved'];

/** Guidance as the inbox of those who confirm it names it. */
export function guidanceSubjectOf({ version, item }: VersionRecord): ReviewSubject {
  return { type: 'guidance', id: version.id, number: item.localTaskCode, title: version.elements.name, name: item.departmentName };
}

/**
 * Asks the department that handles the item to confirm its guidance, which must have been proved (GDE-01, GDE-02).
 * @throws guidance.none, guidance.closed, guidance.not-proved, guidance.changed when it is not what the asker saw, reviews.already-under-review
 */
export async function requestConfirmation(ctx: Context, versionId: string, digest: string): Promise<void> {
  const record = await getVersionRecord(ctx, versionId, 'catalog.item.edit');
  const { version, item } = record;
  if (!confirmableStates.includes(version.state)) throw fail('guidance.closed');
  const guided = guidedPartOf(version.elements);
  if (!guided) throw fail('guidance.none');
  requireSeen(record, digest);
  const { faults } = checkQuestionnaire(guided);
  if (faults.length > 0) throw fail('guidance.not-proved', { count: faults.length }, { issues: faults.map(({ path, code, message }) => ({ path: `questionnaire.${path}`, code, message })) });
  const batch = new WriteBatch();
  await startReview(ctx, batch, { kind: 'guidance', subject: guidanceSubjectOf(record), organizationPath: item.organizationPath, taskType: version.elements.taskType });
  recordAudit(ctx, batch, { action: 'guidance.request-confirmation', objectType: 'item-version', objectId: versionId, detail: { digest } });
  await commit(ctx, batch);
}

/** Takes guidance back that waits for its department. @throws guidance.not-asked */
export async function withdrawConfirmation(ctx: Context, versionId: string): Promise<void> {
  const record = await getVersionRecord(ctx, versionId, 'catalog.item.edit');
  await requireAsked(ctx, record);
  const batch = new WriteBatch();
  await cancelReview(ctx, batch, guidanceSubjectOf(record));
  recordAudit(ctx, batch, { action: 'guidance.withdraw-confirmation', objectType: 'item-version', objectId: versionId });
  await commit(ctx, batch);
}

/**
 * Confirms guidance in the name of the department, or returns it. What was confirmed is kept with who did it, when and with
 * which opinion, and holds for later versions as long as the guidance stays the same (GDE-01).
 * @throws guidance.changed when it is not what the reader saw, guidance.not-asked, reviews.own-review, reviews.not-your-turn
 */
export async function decideConfirmation(
  ctx: Context, versionId: string, { digest, decision, opinion }: { digest: string; decision: 'approve' | 'return'; opinion: string },
): Promise<void> {
  const record = await getVersionRecord(ctx, versionId, 'guidance.version.confirm');
  await requireAsked(ctx, record);
  requireSeen(record, digest);
  const batch = new WriteBatch();
  const outcome = await decideReview(ctx, batch, guidanceSubjectOf(record), { decision, opinion });
  if (outcome === 'approved') {
    const organizationName = ctx.actor.kind === 'staff' ? ctx.actor.organizationName : record.item.departmentName;
    addGuidanceConfirmation(ctx, batch, { itemId: record.item.id, versionId, digest, organizationName, opinion });
  }
  recordAudit(ctx, batch, { action: 'guidance.decide-confirmation', objectType: 'item-version', objectId: versionId, detail: { decision, outcome, digest } });
  await commit(ctx, batch);
}

function requireSeen({ version }: VersionRecord, digest: string): void {
  if (guidanceDigestOf(version.elements) !== digest) throw fail('guidance.changed');
}

async function requireAsked(ctx: Context, record: VersionRecord): Promise<void> {
  if ((await findReview(ctx, guidanceSubjectOf(record)))?.state !== 'open') throw fail('guidance.not-asked');
}

function versionOf({ data }: DomainEvent): string | undefined {
  const { versionId } = data as Record<string, unknown>;
  return typeof versionId === 'string' ? versionId : undefined;
}

/** Why a request ended, by the event that ended it. */
const endReasons: Readonly<Record<string, string>> = {
  [itemPublished]: '这个版本已经发布。', [itemRetired]: '事项已经取消。', [versionGivenUp]: '这个版本不再编制。',
};

/**
 * A version that was published, thrown away or given up waits for nobody any more, and nothing of a retired item does: its
 * open draft may go on, but whoever takes it up again asks again. What was asked stays on record as ended.
 */
async function endRequest(ctx: Context, event: DomainEvent): Promise<void> {
  const open = event.type === itemRetired ? (await listVersionsOf(ctx, event.aggregateId)).filter(({ state }) => confirmableStates.includes(state)) : [];
  for (const id of [versionOf(event), ...open.map(({ versionId }) => versionId)]) if (id !== undefined) await endRequestOf(ctx, id, event.type);
}

async function endRequestOf(ctx: Context, id: string, cause: string): Promise<void> {
  const subject = { type: 'guidance', id };
  if ((await findReview(ctx, subject))?.state !== 'open') return;
  const batch = new WriteBatch();
  await cancelReview(ctx, batch, subject, endReasons[cause]);
  recordAudit(ctx, batch, { action: 'guidance.end-confirmation', objectType: 'item-version', objectId: id, detail: { cause } });
  await commit(ctx, batch);
}

/** The department that has taken an item over is asked instead of the former one; who asked, and when, stays. */
async function passRequest(ctx: Context, event: DomainEvent): Promise<void> {
  const id = versionOf(event);
  if (id === undefined || (await findReview(ctx, { type: 'guidance', id }))?.state !== 'open') return;
  const record = await getVersionRecord(ctx, id, 'catalog.item.view');
  const batch = new WriteBatch();
  await passReview(ctx, batch, { subject: guidanceSubjectOf(record), organizationPath: record.item.organizationPath, taskType: record.version.elements.taskType });
  recordAudit(ctx, batch, { action: 'guidance.pass-confirmation', objectType: 'item-version', objectId: id, detail: { organizationId: record.item.organizationId } });
  await commit(ctx, batch);
}

export const guidanceSubscriptions: readonly Subscription[] = [
  { name: 'guidance.end-request', types: [itemPublished, itemRetired, versionGivenUp], handle: endRequest },
  { name: 'guidance.pass-request', types: [itemMoved], handle: passRequest },
];
