import type { QueryOf } from '@tongban/contract-kit';
import { regionPrefix } from '../../../kernel/access/scope-filter.ts';
import type { Context, Kernel } from '../../../kernel/context.ts';
import { cursorId, cursorNumber, decodeCursor, encodeCursor } from '../../../kernel/db/index.ts';
import { normalizeSearchText, planSearch, type SearchAttempt } from '../../../kernel/search/index.ts';
import type { ItemSearchPage, ItemSummary} from '../contract.ts';
import { type searchItems as searchOperation } from '../contract.ts';
import { listStatement, type FoundRow, type SearchFilters, type SearchPosition } from '../search/search-statement.ts';
import { answerOnce } from '../search/recent-answers.ts';
import { runSearch, tryAttempts } from '../search/run-search.ts';

type Query = QueryOf<typeof searchOperation>;

/**
 * Finds published items by words, pinyin or a near name, or lists them by use when nothing is typed (PTL-05).
 * A page keeps to the way in which its first page was found.
 */
export function searchItems(ctx: Context, query: Query): Promise<ItemSearchPage> {
  const { q, limit, cursor, audience, taskType, departmentId, theme, lifeStage, regionCode, onlineOnly } = query;
  const key = JSON.stringify(['search', q, limit, cursor, audience, taskType, departmentId, theme, lifeStage, regionCode, onlineOnly]);
  return answerOnce(ctx.kernel, key, () => findPage(ctx, query));
}

async function findPage(ctx: Context, query: Query): Promise<ItemSearchPage> {
  const limit = query.limit ?? 20;
  const place = query.cursor === undefined ? undefined : readPlace(query.cursor);
  const attempts = planSearch(query.q ?? '').filter(({ match }) => place === undefined || match === place.match);
  const rows = await findRows(ctx.kernel, query, attempts, limit + 1, place);
  const match = rows[0]?.match ?? place?.match ?? attempts[0]?.match ?? 'all';
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ card }) => readCard(card)),
    nextCursor: last ? encodeCursor([last.match, last.score, last.itemId]) : null,
    match: matchOf(match),
  };
}

async function findRows(kernel: Kernel, query: Query, attempts: readonly SearchAttempt[], limit: number, place: SearchPosition | undefined): Promise<FoundRow[]> {
  const filters = filtersOf(query);
  if (attempts.length === 0) return runSearch(kernel, listStatement(filters, limit, place));
  return tryAttempts(kernel, normalizeSearchText(query.q ?? ''), attempts, filters, limit, place);
}

function filtersOf(query: Query): SearchFilters {
  const { audience, taskType, departmentId, theme, lifeStage, regionCode, onlineOnly } = query;
  return {
    audience, taskType, organizationId: departmentId, lifeStage, onlineOnly,
    topics: theme === undefined ? undefined : (audience === undefined ? ['person', 'company'] : [audience]).map((who) => `${who}:${theme}`),
    regionPrefix: regionCode === undefined ? undefined : regionPrefix(regionCode),
  };
}

function readPlace(cursor: string): SearchPosition & { match: string } {
  const [match, score, itemId] = decodeCursor(cursor, 3);
  return { match: matchOf(String(match)), score: cursorNumber(score), itemId: cursorId(itemId) };
}

const matches = ['all', 'words', 'some-words', 'pinyin', 'similar'] as const;

function matchOf(text: string): ItemSearchPage['match'] {
  return matches.find((match) => match === text) ?? 'all';
}

/** Reads the card that publishing wrote. */
export function readCard(card: FoundRow['card']): ItemSummary {
  return JSON.parse(card);
}
