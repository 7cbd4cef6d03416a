import { sql, type RawBuilder } from 'kysely';
import type { Actor, DataScope, SingleScope } from './actor.ts';
import { singleScopes } from './index.ts';

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** The leading digits that a region's code shares with all regions below it. */
export function regionPrefix(regionCode: string): string {
  const trimmed = regionCode.replace(/(000)+$/, '');
  return trimmed.length <= 6 ? regionCode.slice(0, 6).replace(/(00)+$/, '') : trimmed;
}

interface Columns {
  organizationPath: string;
  regionCode: string;
}

/**
 * The SQL condition for rows that lie in a scope, by the columns (`w.organization_path`) that say where a row belongs. For
 * an officer `own` means the officer's own organisation.
 */
export function scopeFilter(scope: DataScope, actor: Actor, columns: Columns): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join(singleScopes(scope).map((single) => filterSingle(single, actor, columns)), sql` OR `)})`;
}

function filterSingle(scope: SingleScope, actor: Actor, columns: Columns): RawBuilder<boolean> {
  switch (scope.kind) {
    case 'all': return sql<boolean>`true`;
    case 'region': return sql<boolean>`${sql.ref(columns.regionCode)} LIKE ${`${escapeLike(regionPrefix(scope.regionCode))}%`}`;
    case 'organization': return sql<boolean>`${sql.ref(columns.organizationPath)} LIKE ${`${escapeLike(scope.organizationPath)}%`}`;
    case 'own': return sql<boolean>`${sql.ref(columns.organizationPath)} = ${actor.kind === 'staff' ? actor.organizationPath : ''}`;
  }
}

/** Whether a row lies in a scope, by the same rule as `scopeFilter`. */
export function liesInScope(scope: DataScope, actor: Actor, row: Columns): boolean {
  return singleScopes(scope).some((single) => liesInSingle(single, actor, row));
}

function liesInSingle(scope: SingleScope, actor: Actor, row: Columns): boolean {
  switch (scope.kind) {
    case 'all': return true;
    case 'region': return row.regionCode.startsWith(regionPrefix(scope.regionCode));
    case 'organization': return row.organizationPath.startsWith(scope.organizationPath);
    case 'own': return actor.kind === 'staff' && row.organizationPath === actor.organizationPath;
  }
}
