import type { SearchAttempt } from '../../../kernel/search/index.ts';
import { Parameters } from './parameters.ts';

/** Columns of one found row. */
export interface FoundRow {
  match: string;
  itemId: string;
  name: string;
  departmentName: string;
  onlineAvailable: boolean;
  card: string;
  score: number;
}

/** What a search may be narrowed to; absent means any. */
export interface SearchFilters {
  audience?: string | undefined;
  taskType?: string | undefined;
  organizationId?: string | undefined;
  topics?: readonly string[] | undefined;
  /** `person:birth`, `company:exit`. */
  lifeStage?: string | undefined;
  /** Leading digits of the region. */
  regionPrefix?: string | undefined;
  onlineOnly?: boolean | undefined;
}

/** Place after which a page begins. */
export interface SearchPosition {
  readonly score: number;
  readonly itemId: string;
}

/**
 * The most records that are ranked. Beyond it a query is so broad (许可) that which ones come first hardly matters,
 * while ranking every match of 100,000 items would take tens of milliseconds.
 */
const RANKED = 200;

const columns = 'item_id, name, department_name, online_available, card';

const conditionOf: Record<keyof SearchFilters, (place: string) => string> = {
  // Imported lists do not say whom an item is for; such items are shown to everyone.
  audience: (place) => `(audiences = '{}' OR ${place} = ANY(audiences))`,
  taskType: (place) => `task_type = ${place}`,
  organizationId: (place) => `organization_id = ${place}`,
  topics: (place) => `topics && ${place}::text[]`,
  lifeStage: (place) => `life_stages @> ARRAY[${place}]`,
  regionPrefix: (place) => `region_code LIKE ${place} || '%'`,
  onlineOnly: (place) => `online_available = ${place}`,
};

function filterText(filters: SearchFilters, parameters: Parameters): string[] {
  const keys: (keyof SearchFilters)[] = ['audience', 'taskType', 'organizationId', 'topics', 'lifeStage', 'regionPrefix', 'onlineOnly'];
  return keys.flatMap((key) => {
    const value = filters[key];
    return value === undefined || value === false ? [] : [conditionOf[key](parameters.add(value))];
  });
}

/**
 * One statement that tries the attempts in turn and answers with the first that finds something: later attempts are
 * never executed once an earlier one has a row, so a search costs one round trip whatever it takes.
 */
export function searchStatement(
  text: string, attempts: readonly SearchAttempt[], filters: SearchFilters, limit: number, after?: SearchPosition,
): { text: string; values: unknown[] } {
  const parameters = new Parameters();
  const typed = parameters.add(text);
  const narrowed = filterText(filters, parameters);
  const following = after ? placeText(after, parameters) : '';
  const parts = attempts.map(({ tsquery }, index) => {
    const query = `${parameters.add(tsquery)}::tsquery`;
    const gates = attempts.slice(0, index).map((_attempt, earlier) => `NOT EXISTS (SELECT FROM a${earlier})`);
    const conditions = [`vector @@ ${query}`, ...narrowed, 'kernel.by_index(item_id)', ...gates].join(' AND ');
    return `a${index} AS MATERIALIZED (SELECT * FROM (SELECT ${columns}, ${scoreText(query, typed)} AS score
      FROM (SELECT ${columns}, popularity, vector FROM catalog.item_search WHERE ${conditions} LIMIT ${RANKED}) candidate) ranked
      ${following} ORDER BY score DESC, item_id LIMIT ${limit})`;
  });
  const answers = attempts.map(({ match }, index) => `SELECT '${match}' AS match, a${index}.* FROM a${index}`);
  return { text: `WITH ${parts.join(', ')} ${answers.join(' UNION ALL ')} ORDER BY score DESC, item_id`, values: parameters.values };
}

// Closeness of the words first, then a name that holds what was typed, then use; a shorter name says it more exactly.
function scoreText(query: string, typed: string): string {
  return `(ts_rank('{0.01,0.1,0.5,1}', vector, ${query}) + CASE WHEN strpos(name, ${typed}) = 0 THEN 0::float8 WHEN name = ${typed} THEN 2::float8
    WHEN starts_with(name, ${typed}) THEN 0.4::float8 ELSE 0.2::float8 END + ln(popularity + 1::float8) * 0.02::float8
    - least(char_length(name), 60) * 0.002::float8)`;
}

function placeText({ score, itemId }: SearchPosition, parameters: Parameters): string {
  const place = parameters.add(score);
  return `WHERE (score < ${place}::float8 OR (score = ${place}::float8 AND item_id > ${parameters.add(itemId)}::uuid))`;
}

/** Lists without words: what is used most comes first; `score` is the popularity. */
export function listStatement(filters: SearchFilters, limit: number, after?: SearchPosition): { text: string; values: unknown[] } {
  const parameters = new Parameters();
  const narrowed = filterText(filters, parameters);
  if (after) {
    const place = parameters.add(after.score);
    narrowed.push(`(popularity < ${place}::int OR (popularity = ${place}::int AND item_id > ${parameters.add(after.itemId)}::uuid))`);
  }
  const where = narrowed.length > 0 ? `WHERE ${narrowed.join(' AND ')}` : '';
  return {
    text: `SELECT 'all' AS match, ${columns}, popularity::float8 AS score FROM catalog.item_search ${where} ORDER BY popularity DESC, item_id LIMIT ${limit}`,
    values: parameters.values,
  };
}
