import type { Context } from '../../../kernel/context.ts';
import { normalizeSearchText, planSearch } from '../../../kernel/search/index.ts';
import { answerOnce } from '../search/recent-answers.ts';
import { tryAttempts } from '../search/run-search.ts';

export interface FoundName {
  itemId: string;
  name: string;
  departmentName: string;
  onlineAvailable: boolean;
}

/** Names of items that what has been typed so far may become; half a word, pinyin and initials count. */
export async function suggestItems(ctx: Context, typed: string, limit: number): Promise<FoundName[]> {
  const attempts = planSearch(typed, { typing: true });
  if (attempts.length === 0) return [];
  return answerOnce(ctx.kernel, JSON.stringify(['suggest', typed, limit]), async () => {
    const rows = await tryAttempts(ctx.kernel, normalizeSearchText(typed), attempts, {}, limit);
    return rows.map((row) => ({ itemId: row.itemId, name: row.name, departmentName: row.departmentName, onlineAvailable: row.onlineAvailable }));
  });
}
