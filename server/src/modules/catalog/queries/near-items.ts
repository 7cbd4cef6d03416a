import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { CatalogTables } from '../tables.ts';

/** A published item by its name. */
export interface NearItem {
  itemId: string;
  name: string;
  departmentName: string;
}

/** Likeness by trigrams from which a name is taken for the one that was said. */
const closeEnough = 0.35;
/** Pairs that stand in half of all names and questions, and so say nothing. */
const commonPairs: ReadonlySet<string> = new Set(['办理', '申请', '审批', '许可', '登记', '备案', '怎么', '如何', '什么', '哪里', '可以', '需要', '我要', '我想', '想办', '要办', '一下', '这个', '多少', '手续', '证明', '服务', '管理', '人员', '单位', '公司', '核发', '个人', '企业']);
const mostPairs = 40;

/** Published items named as is said, or nearly, in the order of what is said; each once. */
export async function findNearNames(ctx: Pick<Context, 'kernel'>, names: readonly string[], limit: number): Promise<NearItem[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<NearItem>`
    SELECT f.item_id, f.name, f.department_name FROM unnest(${sql.val([...names])}::text[]) WITH ORDINALITY AS w(name, place)
    CROSS JOIN LATERAL (
      SELECT i.id AS item_id, i.name, i.department_name, similarity(i.name, w.name) AS near FROM catalog.item i
      WHERE i.published_version_id IS NOT NULL AND (i.name % w.name OR i.name = w.name) AND similarity(i.name, w.name) >= ${closeEnough}
      ORDER BY near DESC, i.id LIMIT 1
    ) f ORDER BY w.place`.execute(tablesOf<CatalogTables>(ctx.kernel.db));
  return [...new Map(rows.map((row) => [row.itemId, row])).values()].slice(0, limit);
}

/** Pairs of neighbouring Chinese characters of a text that say something. */
export function tellingPairs(text: string): string[] {
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  const pairs = runs.flatMap((run) => {
    const characters = [...run];
    return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
  });
  return [...new Set(pairs)].filter((pair) => !commonPairs.has(pair)).slice(0, mostPairs);
}

/** Published items whose names share the most pairs of characters with a text; among equals the shorter name, which they make up more of. */
export async function findSharedPairs(ctx: Pick<Context, 'kernel'>, text: string, limit: number): Promise<NearItem[]> {
  const pairs = tellingPairs(text);
  if (pairs.length === 0) return [];
  const { rows } = await sql<NearItem>`
    SELECT i.id AS item_id, i.name, i.department_name FROM catalog.item i
    CROSS JOIN LATERAL (SELECT count(*) AS shared FROM unnest(${sql.val(pairs)}::text[]) AS p WHERE position(p IN i.name) > 0) s
    WHERE i.published_version_id IS NOT NULL AND s.shared > 0
    ORDER BY s.shared DESC, char_length(i.name), i.id LIMIT ${limit}`.execute(tablesOf<CatalogTables>(ctx.kernel.db));
  return rows;
}
