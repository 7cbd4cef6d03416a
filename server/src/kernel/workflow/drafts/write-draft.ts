import { parseProcess } from '@tongban/bpmn-model';
import type { BodyOf } from '@tongban/contract-kit';
import { requireScope, type StaffActor } from '../../access/index.ts';
import { liesInScope } from '../../access/scope-filter.ts';
import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import type { createProcess as createOperation, createProcessDraft as draftOperation, editProcessDraft as editOperation, ProcessDraft } from '../definition.contract.ts';
import { findDefinition, getDefinition, type Definition } from '../definitions/find-definition.ts';
import { fail } from '../errors.ts';
import type { WorkflowTables } from '../tables.ts';
import { getDraftRecord, presentDraft } from './get-draft.ts';

const edit = 'workflow.definition.edit';
type Place = Pick<StaffActor, 'organizationPath' | 'regionCode'>;

/** Where a process that was published without a draft belongs: nowhere, so that only a scope over everything reaches it. */
const nowhere: Place = { organizationPath: '', regionCode: '' };

/** Where a process belongs: where its first draft was made. */
export async function findProcessPlace(ctx: Context, key: string): Promise<Place> {
  return await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.draft').select(['organizationPath', 'regionCode'])
    .where('key', '=', key).orderBy('id').limit(1).executeTakeFirst() ?? nowhere;
}

function authorship(ctx: Context): { updatedAt: Date; updatedById: string; updatedByName: string } {
  return { updatedAt: ctx.kernel.clock.now(), updatedById: ctx.actor.id, updatedByName: ctx.actor.name };
}

/** The name written in the diagram; a draft may lack one as yet. */
async function nameOf(xml: string, otherwise: string): Promise<string> {
  const parsed = await parseProcess(xml);
  const name = parsed.ok ? parsed.process.name : parsed.name;
  return (name?.trim() || otherwise).slice(0, 200);
}

/** Starts a process with its first draft; it belongs to the author's organisation. @throws workflow.key-taken */
export async function createProcess(ctx: Context, { key, xml }: BodyOf<typeof createOperation>): Promise<ProcessDraft> {
  requireScope(ctx, edit);
  const known = await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.draft').select('id').where('key', '=', key).executeTakeFirst();
  if (known || await findDefinition(ctx.kernel, key)) throw fail('workflow.key-taken', { key });
  const { organizationPath, regionCode } = ctx.actor.kind === 'staff' ? ctx.actor : nowhere;
  return addDraft(ctx, { key, xml, basedOnId: null, organizationPath, regionCode }, () => fail('workflow.key-taken', { key }));
}

/** Starts a draft from the latest version of a process, or from another. @throws workflow.definition-not-found, workflow.draft-exists */
export async function createDraft(ctx: Context, key: string, { fromDefinitionId }: BodyOf<typeof draftOperation>): Promise<ProcessDraft> {
  const scope = requireScope(ctx, edit);
  const source = await findSource(ctx, key, fromDefinitionId);
  const place = await findProcessPlace(ctx, key);
  if (source?.key !== key || !liesInScope(scope, ctx.actor, place)) throw fail('workflow.definition-not-found', { key });
  return addDraft(ctx, { key, xml: source.xml, basedOnId: source.id, ...place }, () => fail('workflow.draft-exists'));
}

function findSource(ctx: Context, key: string, id: string | undefined): Promise<Definition | undefined> {
  return id === undefined ? findDefinition(ctx.kernel, key) : getDefinition(ctx.kernel, id);
}

async function addDraft(ctx: Context, start: Place & { key: string; xml: string; basedOnId: string | null }, taken: () => ReturnType<typeof fail>): Promise<ProcessDraft> {
  const id = createId();
  const batch = new WriteBatch().onViolation('draft_open', taken);
  writesFor<WorkflowTables>(batch).insert('workflow.draft', {
    id, ...start, name: await nameOf(start.xml, start.key), note: '', state: 'draft', createdAt: ctx.kernel.clock.now(), ...authorship(ctx), publishedAt: null, publishedByName: null,
    definitionId: null, revision: 1,
  });
  recordAudit(ctx, batch, { action: 'workflow.create-draft', objectType: 'process-draft', objectId: id, detail: { key: start.key } });
  await commit(ctx, batch);
  return presentDraft(ctx, await getDraftRecord(ctx, id, edit));
}

/** Saves a draft; it may be wrong as yet. @throws workflow.draft-closed, workflow.draft-stale */
export async function editDraft(ctx: Context, draftId: string, { revision, xml, note }: BodyOf<typeof editOperation>): Promise<ProcessDraft> {
  const record = await getDraftRecord(ctx, draftId, edit);
  if (record.state !== 'draft') throw fail('workflow.draft-closed', { action: '修改' });
  const batch = new WriteBatch();
  writesFor<WorkflowTables>(batch).update('workflow.draft', { xml, note, name: await nameOf(xml, record.key), ...authorship(ctx), revision: revision + 1 },
    { id: draftId, revision, state: 'draft' }, { expected: 1, otherwise: () => fail('workflow.draft-stale') });
  recordAudit(ctx, batch, { action: 'workflow.edit-draft', objectType: 'process-draft', objectId: draftId, detail: { revision: revision + 1 } });
  await commit(ctx, batch);
  return presentDraft(ctx, await getDraftRecord(ctx, draftId, edit));
}

/** Gives a draft up; what was published stays. @throws workflow.draft-closed, workflow.draft-stale */
export async function discardDraft(ctx: Context, draftId: string, revision: number): Promise<void> {
  const record = await getDraftRecord(ctx, draftId, edit);
  if (record.state !== 'draft') throw fail('workflow.draft-closed', { action: '放弃' });
  const batch = new WriteBatch();
  writesFor<WorkflowTables>(batch).delete('workflow.draft', { id: draftId, revision, state: 'draft' }, { expected: 1, otherwise: () => fail('workflow.draft-stale') });
  recordAudit(ctx, batch, { action: 'workflow.discard-draft', objectType: 'process-draft', objectId: draftId, detail: { key: record.key } });
  await commit(ctx, batch);
}
