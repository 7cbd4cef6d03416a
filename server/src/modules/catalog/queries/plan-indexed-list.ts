import type { QueryOf } from '@tongban/contract-kit';
import { singleScopes, type DataScope, type SingleScope } from '../../../kernel/access/index.ts';
import { regionPrefix } from '../../../kernel/access/scope-filter.ts';
import type { listStaffItems as listOperation } from '../contract.ts';
import { filterLexemes, lexeme } from '../item-columns.ts';

type Query = QueryOf<typeof listOperation>;

/** What of a list the index answers, and the filters that are left. */
export interface IndexedList {
  /** Words with filters, the second asked only where the first finds nothing. */
  readonly tsqueries: readonly string[];
  /** What most items have narrows nothing: it is asked of the rows that are found, which is cheaper than one more list of the index. */
  readonly common: { readonly state: string | undefined; readonly source: string | undefined; readonly faulty: boolean };
  readonly rest: { [K in keyof Query]?: Query[K] | undefined };
}

/**
 * Each way to take the words, with filters and the actor's reach, as one tsquery. Words alone, or with a filter that most items meet, are left to
 * statistics, which then tell the better way. The reach narrows what is read; whether a row lies in it is asked of its columns again.
 */
export function planIndexed(query: Query, ways: readonly string[], scope: DataScope): IndexedList | undefined {
  const { q: _words, state, source, quality, tag, lifeStage, taskType, departmentId, regionCode, ...rest } = query;
  const given = (value: string | undefined, name: (value: string) => string): string[] => (value === undefined ? [] : [lexeme(name(value))]);
  const filters = [
    ...given(state === 'published' ? undefined : state, filterLexemes.state), ...given(quality === 'faulty' ? undefined : quality, filterLexemes.quality),
    ...given(tag, filterLexemes.tag), ...given(lifeStage, filterLexemes.lifeStage), ...given(taskType, filterLexemes.taskType),
    ...given(departmentId, filterLexemes.organizationId), ...given(regionCode, (code) => filterLexemes.region(regionPrefix(code))), ...reachOf(scope),
  ];
  const common = { state: state === 'published' ? state : undefined, source, faulty: quality === 'faulty' };
  const lone = filters.length === 0 && Object.values(common).filter(Boolean).length < 2;
  if (ways.length === 0 || lone) return undefined;
  return { tsqueries: ways.map((words) => [`(${words})`, ...filters].join(' & ')), common, rest };
}

/** The reach as lexemes of which one has to be there; nothing when it has no bounds, or none that a lexeme says. */
function reachOf(scope: DataScope): string[] {
  const places = singleScopes(scope).map(placeOf);
  const known = places.filter((place) => place !== undefined);
  return known.length < places.length || known.length === 0 ? [] : [`(${known.map(lexeme).join(' | ')})`];
}

function placeOf(scope: SingleScope): string | undefined {
  switch (scope.kind) {
    case 'region': return filterLexemes.region(regionPrefix(scope.regionCode));
    case 'organization': return belowOf(scope.organizationPath);
    case 'all': case 'own': return undefined;
  }
}

function belowOf(organizationPath: string): string | undefined {
  const id = organizationPath.split('/').findLast((part) => part !== '');
  return id === undefined ? undefined : filterLexemes.below(id);
}
