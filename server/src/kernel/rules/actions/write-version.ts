import type { BodyOf } from '@tongban/contract-kit';
import { requireScope, type StaffActor } from '../../access/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import type { createRuleSet as createOperation, createVersion as draftOperation, editVersion as editOperation, RuleVersion } from '../contract.ts';
import { fail } from '../errors.ts';
import { countVersions, getRuleSetRecord, getVersionRecord, listVersions, presentVersion } from '../queries/get-version.ts';
import type { RulesTables } from '../tables.ts';

const edit = 'rules.rule-set.edit';

/** Where what a system actor writes belongs: nowhere, so that only a scope over everything reaches it. */
function placeOf({ actor }: Context): Pick<StaffActor, 'organizationPath' | 'regionCode'> {
  return actor.kind === 'staff' ? { organizationPath: actor.organizationPath, regionCode: actor.regionCode } : { organizationPath: '', regionCode: '' };
}

/** Starts a rule set with its first draft; it belongs to the author's organisation, or to `place`. @throws rules.code-taken */
export async function createRuleSet(ctx: Context, input: BodyOf<typeof createOperation>, place = placeOf(ctx)): Promise<RuleVersion> {
  requireScope(ctx, edit);
  const { content, testCases, ...fields } = input;
  const [id, versionId, now] = [createId(), createId(), ctx.kernel.clock.now()];
  const batch = new WriteBatch().onViolation('rule_set_code', () => fail('rules.code-taken', { code: input.code }));
  const writes = writesFor<RulesTables>(batch);
  writes.insert('rules.ruleSet', { id, ...fields, ...place, createdAt: now, createdByName: ctx.actor.name });
  writes.insert('rules.version', { id: versionId, ruleSetId: id, number: 1, state: 'draft', note: '', content, testCases, ...authorship(ctx), revision: 1 });
  recordAudit(ctx, batch, { action: 'rules.create-rule-set', objectType: 'rule-set', objectId: id, detail: { code: input.code, name: input.name } });
  await commit(ctx, batch);
  return presentVersion(ctx, await getVersionRecord(ctx, versionId, edit));
}

function authorship(ctx: Context) {
  return { updatedAt: ctx.kernel.clock.now(), updatedById: ctx.actor.id, updatedByName: ctx.actor.name };
}

/** Starts the next draft from a version, the one in force when none is named. @throws rules.draft-exists */
export async function createVersion(ctx: Context, ruleSetId: string, { fromVersionId }: BodyOf<typeof draftOperation>): Promise<RuleVersion> {
  await getRuleSetRecord(ctx, ruleSetId, edit);
  const source = await findSource(ctx, ruleSetId, fromVersionId);
  const [id, number] = [createId(), await countVersions(ctx, ruleSetId) + 1];
  const batch = new WriteBatch().onViolation('version_draft', () => fail('rules.draft-exists')).onViolation('version_number', () => fail('rules.draft-exists'));
  writesFor<RulesTables>(batch).insert('rules.version', {
    id, ruleSetId, number, state: 'draft', note: '', content: source.content, testCases: source.testCases, ...authorship(ctx), revision: 1,
  });
  recordAudit(ctx, batch, { action: 'rules.create-version', objectType: 'rule-version', objectId: id, detail: { number, from: source.number } });
  await commit(ctx, batch);
  return presentVersion(ctx, await getVersionRecord(ctx, id, edit));
}

async function findSource(ctx: Context, ruleSetId: string, fromVersionId: string | undefined) {
  let query = tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.version').selectAll().where('ruleSetId', '=', ruleSetId);
  query = fromVersionId === undefined ? query.where('state', '=', 'published') : query.where('id', '=', fromVersionId);
  const found = await query.executeTakeFirst();
  // Without one in force there is a draft, or nothing to start from.
  if (!found) throw fail(fromVersionId === undefined ? 'rules.draft-exists' : 'rules.version-not-found');
  return found;
}

/** Saves a draft; it may be wrong as yet. @throws rules.not-draft, rules.stale */
export async function editVersion(ctx: Context, versionId: string, { revision, ...changes }: BodyOf<typeof editOperation>): Promise<RuleVersion> {
  const record = await getVersionRecord(ctx, versionId, edit);
  if (record.state !== 'draft') throw fail('rules.not-draft', { action: '修改' });
  const batch = new WriteBatch();
  writesFor<RulesTables>(batch).update('rules.version', { ...changes, ...authorship(ctx), revision: revision + 1 }, { id: versionId, revision, state: 'draft' },
    { expected: 1, otherwise: () => fail('rules.stale') });
  recordAudit(ctx, batch, { action: 'rules.edit-version', objectType: 'rule-version', objectId: versionId, detail: { revision: revision + 1 } });
  await commit(ctx, batch);
  return presentVersion(ctx, await getVersionRecord(ctx, versionId, edit));
}

/** Gives a draft up; what was published stays. A rule set that has no other version goes with it. @throws rules.not-draft, rules.stale */
export async function discardVersion(ctx: Context, versionId: string, revision: number): Promise<void> {
  const record = await getVersionRecord(ctx, versionId, edit);
  if (record.state !== 'draft') throw fail('rules.not-draft', { action: '放弃' });
  const batch = new WriteBatch();
  const writes = writesFor<RulesTables>(batch);
  writes.delete('rules.version', { id: versionId, revision, state: 'draft' }, { expected: 1, otherwise: () => fail('rules.stale') });
  // Without a version nothing could be started from it any more, and its code would be taken for good.
  const versions = await listVersions(ctx, record.ruleSetId);
  if (versions.length === 1) writes.delete('rules.ruleSet', { id: record.ruleSetId });
  recordAudit(ctx, batch, { action: 'rules.discard-version', objectType: 'rule-version', objectId: versionId, detail: { code: record.code, number: record.number } });
  await commit(ctx, batch);
}
