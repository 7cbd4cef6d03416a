import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { dropWording } from '../../../kernel/messaging/index.ts';
import type { TemplateDetail, TemplateVersion } from '../contract.ts';
import { fail } from '../errors.ts';
import { versionPublished } from '../events.ts';
import { findObstacles } from '../judge-version.ts';
import { putInForce } from '../message-wording.ts';
import { getTemplateRecord, getVersionRecord, presentVersion } from '../queries/get-version.ts';
import { getTemplate } from '../queries/list-templates.ts';
import type { TemplatesTables } from '../tables.ts';

const publish = 'templates.version.publish';
const stale = { expected: 1, otherwise: () => fail('templates.stale') };

/**
 * Puts a draft in force; documents and messages made before keep the version they were made with. Two people look at what goes out in the
 * authority's name: who changed it last does not publish it (HND-05).
 * @throws templates.not-draft, templates.own-version, templates.not-ready with one issue per obstacle, templates.stale
 */
export async function publishVersion(ctx: Context, versionId: string, revision: number): Promise<TemplateVersion> {
  const record = await getVersionRecord(ctx, versionId, publish);
  if (record.state !== 'draft') throw fail('templates.not-draft', { action: '发布' });
  if (record.updatedById === ctx.actor.id) throw fail('templates.own-version');
  // Judged is what was read, so that is what must still be there.
  if (record.revision !== revision) throw fail('templates.stale');
  const obstacles = await findObstacles(ctx, record.content, record.itemId);
  if (obstacles.length > 0) throw fail('templates.not-ready', { count: obstacles.length }, { issues: obstacles.slice(0, 50) });
  const current = await tablesOf<TemplatesTables>(ctx.kernel.db).selectFrom('templates.version').select('id').where('templateId', '=', record.templateId).where('state', '=', 'published').executeTakeFirst();
  const batch = new WriteBatch();
  const writes = writesFor<TemplatesTables>(batch);
  if (current) writes.update('templates.version', { state: 'superseded' }, { id: current.id, state: 'published' }, stale);
  writes.update('templates.version', { state: 'published', publishedAt: ctx.kernel.clock.now(), publishedByName: ctx.actor.name, revision: revision + 1 }, { id: versionId, revision, state: 'draft' }, stale);
  putInForce(batch, record);
  publishEvent(ctx, batch, {
    type: versionPublished, aggregateType: 'document-template', aggregateId: record.templateId,
    data: { versionId, number: record.number, kind: record.kind, itemId: record.itemId, supersededId: current?.id ?? null },
  });
  recordAudit(ctx, batch, { action: 'templates.publish-version', objectType: 'document-template-version', objectId: versionId, detail: { name: record.name, number: record.number } });
  await commit(ctx, batch);
  return presentVersion(ctx, await getVersionRecord(ctx, versionId, publish));
}

/**
 * Takes a tailored template out of force: from now on the next general one is used; what was made with it stays.
 * @throws templates.general-stays, templates.not-in-force
 */
export async function retireTemplate(ctx: Context, templateId: string, versionId: string): Promise<TemplateDetail> {
  const { family, itemId, applicantKind, step, name } = await getTemplateRecord(ctx, templateId, publish);
  if (itemId === null && applicantKind === null && step === null) throw fail('templates.general-stays');
  const batch = new WriteBatch();
  writesFor<TemplatesTables>(batch).update('templates.version', { state: 'superseded' }, { id: versionId, templateId, state: 'published' }, { expected: 1, otherwise: () => fail('templates.not-in-force') });
  if (family === 'message') dropWording(batch, templateId);
  recordAudit(ctx, batch, { action: 'templates.retire-template', objectType: 'document-template', objectId: templateId, detail: { name, versionId } });
  await commit(ctx, batch);
  return getTemplate(ctx, templateId);
}
