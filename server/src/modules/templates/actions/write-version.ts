import type { BodyOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { findTemplateKind } from '../../../kernel/documents/index.ts';
import { findMessageKind } from '../../../kernel/messaging/index.ts';
import { readItemContents } from '../../catalog/index.ts';
import { applicantKindLabels, type createTemplate as createOperation, type createVersion as draftOperation, type editVersion as editOperation, type TemplateFamily, type TemplateVersion } from '../contract.ts';
import { fail } from '../errors.ts';
import { getContentInForce } from '../queries/used-template.ts';
import { getTemplateRecord, getVersionRecord, listVersions, presentVersion } from '../queries/get-version.ts';
import type { TemplatesTables } from '../tables.ts';

const edit = 'templates.template.edit';

function authorship(ctx: Context) {
  return { updatedAt: ctx.kernel.clock.now(), updatedById: ctx.actor.id, updatedByName: ctx.actor.name };
}

/** Where a template belongs: with its item, or nowhere, so that only a scope over everything reaches it. @throws templates.item-not-found */
async function placeOf(ctx: Context, itemId: string | null) {
  if (itemId === null) return { itemName: null, organizationPath: '', regionCode: '' };
  const [item] = await readItemContents(ctx.kernel, [itemId]);
  if (!item) throw fail('templates.item-not-found');
  return { itemName: item.name, organizationPath: item.organizationPath, regionCode: item.regionCode };
}

type Scope = BodyOf<typeof createOperation>;

/** What a kind is called. @throws templates.unknown-kind, and when it has no template of its own for a scope: templates.no-such-step, templates.no-such-applicant, templates.not-about-items */
async function requireKind(ctx: Context, { kind, itemId, applicantKind, step }: Scope): Promise<{ family: TemplateFamily; name: string }> {
  const document = findTemplateKind(kind);
  const message = document ? undefined : await findMessageKind(ctx.kernel.db, kind);
  const name = document?.name ?? message?.name;
  if (name === undefined) throw fail('templates.unknown-kind');
  if (message?.about === null && (itemId !== null || applicantKind !== null)) throw fail('templates.not-about-items', { kind: name });
  const steps: readonly string[] = document?.steps ?? message?.steps ?? [];
  if (step !== null && !steps.includes(step)) throw fail('templates.no-such-step', { kind: name });
  if (applicantKind === 'agent' && message?.about !== 'case') throw fail('templates.no-such-applicant', { kind: name, applicant: applicantKindLabels.agent });
  return { family: document ? 'document' : 'message', name };
}

/**
 * Starts a tailored template with its first draft, worded as what is used for it now.
 * @throws templates.unknown-kind, templates.not-tailored, templates.no-such-step, templates.no-such-applicant, templates.not-about-items, templates.item-not-found, templates.already-tailored
 */
export async function createTemplate(ctx: Context, scope: Scope): Promise<TemplateVersion> {
  const { kind, itemId, applicantKind, step } = scope;
  if (itemId === null && applicantKind === null && step === null) throw fail('templates.not-tailored');
  const known = await requireKind(ctx, scope);
  const place = await placeOf(ctx, itemId);
  if (!liesInScope(requireScope(ctx, edit), ctx.actor, place)) throw fail('templates.item-not-found');
  const source = await getContentInForce(ctx, scope);
  const [id, versionId, now] = [createId(), createId(), ctx.kernel.clock.now()];
  const name = applicantKind === null ? known.name : `${known.name}（${applicantKindLabels[applicantKind]}）`;
  const batch = new WriteBatch().onViolation('template_scope', () => fail('templates.already-tailored'));
  const writes = writesFor<TemplatesTables>(batch);
  writes.insert('templates.template', { id, family: known.family, kind, name, itemId, applicantKind, step, ...place, createdAt: now, createdByName: ctx.actor.name });
  writes.insert('templates.version', { id: versionId, templateId: id, number: 1, state: 'draft', note: '', content: { ...source, name }, ...authorship(ctx), revision: 1 });
  recordAudit(ctx, batch, { action: 'templates.create-template', objectType: 'document-template', objectId: id, detail: { kind, itemId, applicantKind, step } });
  await commit(ctx, batch);
  return presentVersion(ctx, await getVersionRecord(ctx, versionId, edit));
}

/** Starts the next draft from a version; without one named, from the one in force, else the latest. @throws templates.draft-exists, templates.version-not-found */
export async function createVersion(ctx: Context, templateId: string, { fromVersionId }: BodyOf<typeof draftOperation>): Promise<TemplateVersion> {
  await getTemplateRecord(ctx, templateId, edit);
  const versions = await listVersions(ctx, templateId);
  const from = fromVersionId === undefined ? versions.find(({ state }) => state === 'published') ?? versions[0] : versions.find(({ id }) => id === fromVersionId);
  if (!from) throw fail('templates.version-not-found');
  const source = await getVersionRecord(ctx, from.id, edit);
  const [id, number] = [createId(), (versions[0]?.number ?? 0) + 1];
  const batch = new WriteBatch().onViolation('version_draft', () => fail('templates.draft-exists')).onViolation('version_number', () => fail('templates.draft-exists'));
  writesFor<TemplatesTables>(batch).insert('templates.version', { id, templateId, number, state: 'draft', note: '', content: source.content, ...authorship(ctx), revision: 1 });
  recordAudit(ctx, batch, { action: 'templates.create-version', objectType: 'document-template-version', objectId: id, detail: { number, from: from.number } });
  await commit(ctx, batch);
  return presentVersion(ctx, await getVersionRecord(ctx, id, edit));
}

/** Saves a draft; it may be wrong as yet. @throws templates.not-draft, templates.other-kind, templates.stale */
export async function editVersion(ctx: Context, versionId: string, { revision, note, content }: BodyOf<typeof editOperation>): Promise<TemplateVersion> {
  const record = await getVersionRecord(ctx, versionId, edit);
  if (record.state !== 'draft') throw fail('templates.not-draft', { action: '修改' });
  const { kind, code } = record.content;
  if (content.kind !== kind || content.code !== code) throw fail('templates.other-kind', { kind: record.name });
  const batch = new WriteBatch();
  writesFor<TemplatesTables>(batch).update('templates.version', { note, content: { ...content, name: record.name }, ...authorship(ctx), revision: revision + 1 }, { id: versionId, revision, state: 'draft' },
    { expected: 1, otherwise: () => fail('templates.stale') });
  recordAudit(ctx, batch, { action: 'templates.edit-version', objectType: 'document-template-version', objectId: versionId, detail: { revision: revision + 1 } });
  await commit(ctx, batch);
  return presentVersion(ctx, await getVersionRecord(ctx, versionId, edit));
}

/** Gives a draft up; what was published stays. A template that has no other version goes with it. @throws templates.not-draft, templates.stale */
export async function discardVersion(ctx: Context, versionId: string, revision: number): Promise<void> {
  const record = await getVersionRecord(ctx, versionId, edit);
  if (record.state !== 'draft') throw fail('templates.not-draft', { action: '放弃' });
  const batch = new WriteBatch();
  const writes = writesFor<TemplatesTables>(batch);
  writes.delete('templates.version', { id: versionId, revision, state: 'draft' }, { expected: 1, otherwise: () => fail('templates.stale') });
  const versions = await listVersions(ctx, record.templateId);
  if (versions.length === 1) writes.delete('templates.template', { id: record.templateId });
  recordAudit(ctx, batch, { action: 'templates.discard-version', objectType: 'document-template-version', objectId: versionId, detail: { name: record.name, number: record.number } });
  await commit(ctx, batch);
}
