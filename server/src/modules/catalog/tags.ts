import { recordAudit } from '../../kernel/audit/index.ts';
import { commit } from '../../kernel/commit.ts';
import type { Context } from '../../kernel/context.ts';
import { WriteBatch } from '../../kernel/db/index.ts';
import { getDictionary, saveDictionaryEntry } from '../../kernel/dictionary/index.ts';

/** The marks items may carry (CAT-06, CAT-10), with how many items have each and how many of them are published. */
export async function listTags(ctx: Context) {
  const [list, { rows }] = await Promise.all([
    getDictionary(ctx.kernel, 'item-tag'),
    ctx.kernel.db.pool.query<{ tag: string; items: number; published: number }>(
      `SELECT tag, count(*)::int AS items, count(published_version_id)::int AS published FROM catalog.item, unnest(tags) AS tag GROUP BY tag`),
  ]);
  return list.entries.map(({ code, name, active }) => {
    const counted = rows.find(({ tag }) => tag === code);
    return { code, name, active, itemCount: counted?.items ?? 0, publishedCount: counted?.published ?? 0 };
  });
}

/** Adds a tag, renames it or takes it out of use; items that carry it keep it. */
export async function saveTag(ctx: Context, code: string, input: { name: string; active: boolean }): Promise<void> {
  const batch = new WriteBatch();
  await saveDictionaryEntry(ctx.kernel, batch, 'item-tag', { code, ...input });
  recordAudit(ctx, batch, { action: 'catalog.save-tag', objectType: 'item-tag', objectId: code, detail: input });
  await commit(ctx, batch);
}
