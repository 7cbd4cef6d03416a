import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { saveDictionaryEntry } from '../../../kernel/dictionary/index.ts';
import { authorizeDirectory } from '../queries/entry-record.ts';

const nationalDirectory = '000000000000';

/**
 * Names the guiding department behind a code of the directory (代码表“业务指导部门”), for everybody who reads it; renames a
 * named one. Published lists of these codes come with each directory, so that the platform begins with few.
 * @throws forbidden for those who do not keep the national directory
 */
export async function nameGuidanceDepartment(ctx: Context, code: string, name: string): Promise<{ code: string; name: string }> {
  authorizeDirectory(ctx, 'directory.entry.edit', nationalDirectory);
  const batch = new WriteBatch();
  const entry = { code, name: name.trim(), active: true };
  await saveDictionaryEntry(ctx.kernel, batch, 'guidance-department', entry);
  recordAudit(ctx, batch, { action: 'directory.name-guidance-department', objectType: 'guidance-department', objectId: code, detail: { name: entry.name } });
  await commit(ctx, batch);
  return { code, name: entry.name };
}
