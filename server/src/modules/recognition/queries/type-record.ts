import type { Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { materialNameKey } from '../../materials/index.ts';
import { fail } from '../errors.ts';
import type { RecognitionTables } from '../tables.ts';

export type DocumentTypeRecord = Selectable<RecognitionTables['recognition.documentType']>;

/** Kinds of material that are recognised now, by code. */
export async function listActiveTypes(ctx: Pick<Context, 'kernel'>): Promise<DocumentTypeRecord[]> {
  return tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.documentType').selectAll().where('state', '=', 'active').orderBy('code').execute();
}

/** Every kind with its name, those switched off too. */
export async function listTypeNames(ctx: Pick<Context, 'kernel'>): Promise<{ code: string; name: string; threshold: number }[]> {
  const rows = await tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.documentType').select(['code', 'name', 'content']).orderBy('code').execute();
  return rows.map(({ code, name, content }) => ({ code, name, threshold: content.typeThreshold }));
}

/** @throws recognition.type-not-found */
export async function getTypeRecord(ctx: Pick<Context, 'kernel'>, typeId: string): Promise<DocumentTypeRecord> {
  const record = await tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.documentType').selectAll().where('id', '=', typeId).executeTakeFirst();
  if (!record) throw fail('recognition.type-not-found');
  return record;
}

/** The kinds that a material of this name may be: 法定代表人身份证明 is an identity card, since it ends so. */
export function typesFor(materialName: string, types: readonly DocumentTypeRecord[]): DocumentTypeRecord[] {
  const key = materialNameKey(materialName);
  return types.filter(({ content }) => content.materialNames.some((name) => key.endsWith(materialNameKey(name))));
}
