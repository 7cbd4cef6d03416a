import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { covers, holds, requireScope } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { readFile } from '../../../kernel/files/index.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import type { DocumentType, DocumentTypeLine, listDocumentTypes } from '../catalogue.contract.ts';
import { fail } from '../errors.ts';
import { limits } from '../images/limits.ts';
import { pictureOf } from '../images/upright.ts';
import type { RecognitionTables } from '../tables.ts';
import { countSamples } from './sample-record.ts';
import { getTypeRecord, type DocumentTypeRecord } from './type-record.ts';

/** The catalogue of recognised materials (智审目录), by name. */
export async function findTypes(ctx: Context, { q, state, limit = 50, cursor }: QueryOf<typeof listDocumentTypes>): Promise<Page<DocumentTypeLine>> {
  let query = tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.documentType').selectAll();
  if (q?.trim()) query = query.where('name', 'like', `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`);
  if (state) query = query.where('state', '=', state);
  if (cursor) {
    const [name, id] = decodeCursor(cursor, 2);
    query = query.where(sql<boolean>`(name COLLATE "C", id) > (${name} COLLATE "C", ${cursorId(id)}::uuid)`);
  }
  const [rows, samples] = await Promise.all([query.orderBy(sql`name COLLATE "C"`).orderBy('id').limit(limit + 1).execute(), countSamples(ctx)]);
  return pageOf(rows, limit, (row) => [row.name, row.id], ({ id, code, name, state: at, revision, content, editedByName, editedAt }) => ({
    id, code, name, state: at, revision, materialNames: content.materialNames, fieldCount: content.fields.length, regionCount: content.fields.filter(({ region }) => region !== null).length,
    typeThreshold: content.typeThreshold, fieldThreshold: content.fieldThreshold, samples: samples.get(code) ?? 0, editedByName, editedAt: editedAt.toISOString(),
  }));
}

/** Whether the actor holds the permission for the whole platform. */
export function servesAll(ctx: Context, permission: string): boolean {
  return holds(ctx.actor, permission) && covers(requireScope(ctx, permission), ctx.actor, {});
}

/** A kind with its rules and what the reader may do. */
export function presentType(ctx: Context, { id, code, state, revision, content, editedByName, editedAt }: DocumentTypeRecord): DocumentType {
  return { id, code, state, revision, content, editedByName, editedAt: editedAt.toISOString(), abilities: { edit: servesAll(ctx, 'recognition.catalogue.edit') } };
}

/** The picture on which a kind's regions are drawn. @throws recognition.type-not-found, recognition.page-not-found */
export async function readTypeSample(ctx: Context, typeId: string): Promise<FileAnswer> {
  const { content } = await getTypeRecord(ctx, typeId);
  if (content.sampleFileId === null) throw fail('recognition.page-not-found');
  const file = await readFile(ctx, content.sampleFileId);
  return { contentType: 'image/jpeg', fileName: file.file.name, content: await pictureOf(file.content, { quarters: 0, degrees: 0 }, limits.shownLong), disposition: 'inline' };
}
