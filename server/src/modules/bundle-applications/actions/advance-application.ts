import { recordAudit } from '../../../kernel/audit/index.ts';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { findRow, readRows, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { unsafeFindCase, type CaseEventData, type CaseRecord } from '../../cases/index.ts';
import { licenceTypeOf } from '../../catalog/index.ts';
import { offerLicences, readPinnedBundle, requireStandingLicences, splitMaterials, takeOverAnswers, type BundleChild, type DraftMaterial } from '../../intake/index.ts';
import { findLicenceOfCase, findUsableLicences } from '../../licences/index.ts';
import { fail } from '../errors.ts';
import { childDropped, type DroppedChild } from '../events.ts';
import { decryptAddress, decryptAnswers, listChildren, unsafeFindApplication, type ApplicationRecord, type ChildRecord } from '../record.ts';
import { isGranted, listMoves, stateOf } from '../states.ts';
import type { BundleApplicationsTables } from '../tables.ts';
import { openChild, openedColumns } from './open-child.ts';

/** Keeps with the application what became of a case, if it is one of a bundle; gives the application's id. An older event changes nothing. */
export async function followCase(ctx: Context, { caseId, version, status, outcome }: Pick<CaseEventData, 'caseId' | 'version' | 'outcome'> & { status: CaseRecord['status'] }): Promise<string | undefined> {
  const { rows: [row] } = await ctx.kernel.db.pool.query<{ id: string }>(`
    WITH followed AS (
      UPDATE bundle_applications.child SET case_version = $2, case_status = $3, case_outcome = $4, changed_at = $5 WHERE case_id = $1 AND case_version < $2
    )
    SELECT application_id AS id FROM bundle_applications.child WHERE case_id = $1`, [caseId, version, status, outcome, ctx.kernel.clock.now()]);
  return row?.id;
}

/** Which of some cases are parts of an application; skips access control. */
export async function unsafeFindParts(ctx: Context, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await readRows<{ caseId: string }>(ctx.kernel.db, 'SELECT case_id FROM bundle_applications.child WHERE case_id = ANY($1::uuid[])', [[...new Set(caseIds)]]);
  return new Set(rows.map(({ caseId }) => caseId));
}

/** The application of which a case is a part, if any; skips access control. */
export async function unsafeFindApplicationOfCase(ctx: Context, caseId: string): Promise<ApplicationRecord | undefined> {
  return findRow<ApplicationRecord>(ctx.kernel.db, 'SELECT a.* FROM bundle_applications.child c JOIN bundle_applications.application a ON a.id = c.application_id WHERE c.case_id = $1', [caseId]);
}

/**
 * Moves an application on (BDL-02): items whose prerequisites were decided favourably become cases, with the licences of those as
 * their materials; items whose prerequisites have failed are given up, with the reason. One statement; may run twice.
 */
export async function advanceApplication(ctx: Context, applicationId: string): Promise<void> {
  for (let again = 0; ; again += 1) {
    try {
      await advanceOnce(ctx, applicationId);
      return;
    } catch (error) {
      // Somebody else moved it on meanwhile: what is left to do is seen when it is read anew.
      if (!(error instanceof AppError) || error.code !== 'bundle-applications.stale' || again >= 3) throw error;
    }
  }
}

async function advanceOnce(ctx: Context, applicationId: string): Promise<void> {
  const application = await unsafeFindApplication(ctx, applicationId);
  if (!application) return;
  const children = await listChildren(ctx, applicationId);
  const results = await readResults(ctx, application, children);
  const moves = listMoves(children, (key) => results.has(key));
  const batch = new WriteBatch();
  const changed = new Map<string, Partial<ChildRecord>>();
  const paths = new Set(application.participantPaths);
  for (const { child, move } of moves) {
    if (move.move === 'drop') {
      changed.set(child.key, { state: 'dropped', reason: move.reason });
      addDropped(ctx, batch, application, child, move.reason);
    } else {
      const opened = await openWaiting(ctx, batch, application, child, results);
      for (const path of opened.participantPaths) paths.add(path);
      changed.set(child.key, openedColumns(opened));
    }
  }
  for (const child of children) {
    const change = changed.get(child.key);
    if (change) writesFor<BundleApplicationsTables>(batch).update('bundleApplications.child', { ...change, changedAt: ctx.kernel.clock.now() }, { id: child.id, state: 'waiting' }, { expected: 1, otherwise: () => fail('bundle-applications.stale') });
  }
  const state = stateOf(children.map((child) => ({ ...child, ...changed.get(child.key) })));
  if (changed.size === 0 && state === application.state) return;
  batch.onViolation('case_submission_key', () => fail('bundle-applications.stale'));
  changeApplication(ctx, batch, application, { state, participantPaths: [...paths] });
  await commit(ctx, batch);
}

/** Changes an application in the batch unless somebody changed it since it was read. */
export function changeApplication(ctx: Context, batch: WriteBatch, { id, version }: ApplicationRecord, change: Partial<ApplicationRecord>): void {
  writesFor<BundleApplicationsTables>(batch).update('bundleApplications.application', { ...change, version: version + 1, updatedAt: ctx.kernel.clock.now() },
    { id, version }, { expected: 1, otherwise: () => fail('bundle-applications.stale') });
}

/** Says that an item is not handled any more: event and audit. */
export function addDropped(ctx: Context, batch: WriteBatch, application: ApplicationRecord, { itemName, key }: Pick<ChildRecord, 'itemName' | 'key'>, reason: string): void {
  const { id, number, bundleName, applicantKind, applicantId, ownerKind, ownerId } = application;
  const data: DroppedChild = { applicationId: id, number, bundleName, itemName, reason, applicantKind, applicantId, agentId: ownerKind === 'person' && ownerId !== applicantId ? ownerId : null, counterAgentId: application.agent?.personId ?? null };
  publishEvent(ctx, batch, { type: childDropped, aggregateType: 'bundle-application', aggregateId: id, data });
  recordAudit(ctx, batch, { action: 'bundle-applications.drop-item', objectType: 'bundle-application', objectId: id, detail: { key, reason } });
}

/** The licence of each item that was granted, by key; null where it has none. Items whose licence is still being made are left out. */
async function readResults(ctx: Context, application: ApplicationRecord, children: readonly ChildRecord[]): Promise<Map<string, string | null>> {
  const waited = new Set(children.filter(({ state }) => state === 'waiting').flatMap(({ waitsFor }) => waitsFor));
  const granted = children.filter((child) => waited.has(child.key) && isGranted(child));
  const results = await Promise.all(granted.map(async ({ key, caseId }) => [key, await resultOf(ctx, application, caseId)] as const));
  return new Map(results.flatMap(([key, result]) => (result === undefined ? [] : [[key, result] as const])));
}

/** Undefined while the licence of the decision has not been made. */
async function resultOf(ctx: Context, { applicantKind, applicantId, bundleVersionId, guidance }: ApplicationRecord, caseId: string | null): Promise<string | null | undefined> {
  const record = caseId === null ? undefined : await unsafeFindCase(ctx, caseId);
  if (!record || record.state.revokedOn !== undefined) return undefined;
  const { children } = await readPinnedBundle(ctx, bundleVersionId, guidance);
  const child = children.find(({ version }) => version.versionId === record.itemVersionId);
  const type = child && licenceTypeOf(child.version, record.situationKey);
  if (type === undefined) return null;
  const licence = await findLicenceOfCase(ctx, record.id);
  const usable = licence && await findUsableLicences(ctx, { kind: applicantKind, id: applicantId }, [type]);
  return usable?.some(({ id }) => id === licence?.id) ? licence?.id : undefined;
}

async function openWaiting(ctx: Context, batch: WriteBatch, application: ApplicationRecord, row: ChildRecord, results: ReadonlyMap<string, string | null>): Promise<CaseRecord> {
  const bundle = await readPinnedBundle(ctx, application.bundleVersionId, application.guidance);
  const child = bundle.children.find(({ key }) => key === row.key);
  if (!child) throw new Error(`version ${application.bundleVersionId} has no item ${row.key}`);
  const given = takeOver(child, splitMaterials(bundle, row.key, application.materials), results);
  const { materials, licences } = await standing(ctx, application, child, given);
  const answers = await takeOverAnswers(ctx, { kind: application.applicantKind, id: application.applicantId }, child, decryptAnswers(ctx, 'child', row));
  return openChild(ctx, batch, await loadCalendar(ctx.kernel), {
    parties: application, channel: application.channel, delivery: { deliveryMethod: application.deliveryMethod, postalAddress: decryptAddress(ctx, application) },
  }, { id: row.id, child, materials, licences, answers });
}

/** What was given, with the licences that the items before brought forth in the places that were left for them. */
function takeOver({ takenOver }: BundleChild, given: readonly DraftMaterial[], results: ReadonlyMap<string, string | null>): DraftMaterial[] {
  const taken = [...takenOver].flatMap(([key, from]): DraftMaterial[] => {
    const licenceId = results.get(from) ?? null;
    return licenceId === null ? [] : [{ key, files: [], licenceId, licenceConsent: true, paperReceived: false }];
  });
  return [...given.filter(({ key }) => !taken.some((one) => one.key === key)), ...taken];
}

/** Licences that stand today for what they were given for; one that ended meanwhile is left out, and whoever accepts the case asks for it. */
async function standing(ctx: Context, { applicantKind: kind, applicantId: id }: ApplicationRecord, child: BundleChild, given: readonly DraftMaterial[]) {
  const offered = await offerLicences(ctx, { kind, id }, child.substitutes);
  const materials = given.map((entry) => (entry.licenceId !== null && !offered.get(entry.key)?.some((one) => one.id === entry.licenceId) ? { ...entry, licenceId: null, licenceConsent: false } : entry));
  return { materials, licences: await requireStandingLicences(ctx, { kind, id }, materials, child.substitutes) };
}
