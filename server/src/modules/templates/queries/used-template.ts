import { sql } from 'kysely';
import type { Context, Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { DocumentDefinition, TemplateContent, TemplateScope } from '../contract.ts';
import { fail } from '../errors.ts';
import type { TemplatesTables } from '../tables.ts';

/** The wording of a document, and the version that it is of. */
export interface UsedTemplate {
  readonly versionId: string;
  readonly number: number;
  readonly content: DocumentDefinition;
}

const CACHED = 200;
// What was published is the same in every process and for ever.
const cache = new WeakMap<Kernel, Map<string, UsedTemplate>>();

async function readContent(ctx: Context, versionId: string): Promise<UsedTemplate> {
  const kept = cache.get(ctx.kernel) ?? new Map<string, UsedTemplate>();
  cache.set(ctx.kernel, kept);
  const known = kept.get(versionId);
  if (known) return known;
  const row = await tablesOf<TemplatesTables>(ctx.kernel.db).selectFrom('templates.version').select(['id as versionId', 'number', 'content']).where('id', '=', versionId).executeTakeFirstOrThrow();
  const { content } = row;
  if (content.kind === 'message') throw fail('templates.unknown-kind');
  const read = { ...row, content };
  kept.set(versionId, read);
  const [oldest] = kept.keys();
  if (kept.size > CACHED && oldest !== undefined) kept.delete(oldest);
  return read;
}

/**
 * The template a document is made with: the version that was in force when it was recorded. One recorded before there were
 * versions has the first one of its kind. @throws templates.unknown-kind when the kind has none
 */
export async function getUsedTemplate(ctx: Context, document: { type: string; id: string; kind: string }): Promise<UsedTemplate> {
  const tables = tablesOf<TemplatesTables>(ctx.kernel.db);
  const used = await tables.selectFrom('templates.use').select('versionId').where('documentType', '=', document.type).where('documentId', '=', document.id).executeTakeFirst();
  if (used) return readContent(ctx, used.versionId);
  const first = await tables.selectFrom('templates.version as v').innerJoin('templates.template as t', 't.id', 'v.templateId').select('v.id')
    .where('t.kind', '=', document.kind).where(sql<boolean>`t.item_id IS NULL AND t.applicant_kind IS NULL AND t.step IS NULL`).where('v.state', '<>', 'draft').orderBy('v.number').limit(1).executeTakeFirst();
  if (!first) throw fail('templates.unknown-kind');
  return readContent(ctx, first.id);
}

/** What a document or message of this kind would be worded as now; the closest of those that fit. @throws templates.unknown-kind when the kind has none */
export async function getContentInForce(ctx: Context, { kind, itemId, applicantKind, step }: TemplateScope & { kind: string }): Promise<TemplateContent> {
  const row = await tablesOf<TemplatesTables>(ctx.kernel.db).selectFrom('templates.version as v').select('v.content')
    .where('v.id', '=', sql<string>`templates.version_in_force(${kind}, ${itemId}::uuid, ${applicantKind}::text, ${step}::text)`).executeTakeFirst();
  if (!row) throw fail('templates.unknown-kind');
  return row.content;
}

/** As `getContentInForce`, of a document. @throws templates.unknown-kind */
export async function getTemplateInForce(ctx: Context, scope: TemplateScope & { kind: string }): Promise<DocumentDefinition> {
  const content = await getContentInForce(ctx, scope);
  if (content.kind === 'message') throw fail('templates.unknown-kind');
  return content;
}
