import type { Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { RecognitionTables } from '../tables.ts';

export type ReadingRecord = Selectable<RecognitionTables['recognition.reading']>;

/** What was read of these files; authorisation is the caller's. */
export async function findReadings(ctx: Pick<Context, 'kernel'>, fileIds: readonly string[]): Promise<Map<string, ReadingRecord>> {
  if (fileIds.length === 0) return new Map();
  const rows = await tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.reading').selectAll().where('fileId', 'in', [...fileIds]).execute();
  return new Map(rows.map((row) => [row.fileId, row]));
}
