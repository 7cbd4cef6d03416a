import { regionWithin, type DataScope, type SingleScope } from '../access/index.ts';

/** One role held: code, kind of scope, region code or organisation path, permissions. */
type HeldRole = [code: string, scope: SingleScope['kind'], value: string | null, permissions: string[]];

interface Held {
  roleCodes: readonly string[];
  permissions: ReadonlyMap<string, DataScope>;
}

function scopeOf(kind: SingleScope['kind'], value: string | null): SingleScope {
  if (kind === 'region' && value !== null) return { kind, regionCode: value };
  if (kind === 'organization' && value !== null) return { kind, organizationPath: value };
  return kind === 'all' ? { kind } : { kind: 'own' };
}

/** Whether everything in the other scope is certain to lie in the one. */
function includes(one: SingleScope, other: SingleScope): boolean {
  if (one.kind === 'region' && other.kind === 'region') return regionWithin(one.regionCode, other.regionCode);
  if (one.kind === 'organization' && other.kind === 'organization') return other.organizationPath.startsWith(one.organizationPath);
  return one.kind === 'all' || (one.kind === 'own' && other.kind === 'own');
}

/** The scopes with one more; none of them lies within another. */
function widen(scopes: readonly SingleScope[], added: SingleScope): readonly SingleScope[] {
  if (scopes.some((scope) => includes(scope, added))) return scopes;
  return [...scopes.filter((scope) => !includes(added, scope)), added];
}

// Pure in its arguments, so keeping results is safe in every process; officers share few sets of roles.
const memo = new Map<string, Held>();

/** How far each permission reaches, from the roles an officer holds (JSON text) and, where no role gives it, the rights every officer has. */
export function permissionMapOf(rolesJson: string, everyStaff: readonly string[]): Held {
  const key = `${everyStaff.join()}|${rolesJson}`;
  let held = memo.get(key);
  if (!held) {
    held = compute(JSON.parse(rolesJson) as HeldRole[], everyStaff);
    if (memo.size >= 1_000) memo.clear();
    memo.set(key, held);
  }
  return held;
}

function compute(roles: readonly HeldRole[], everyStaff: readonly string[]): Held {
  const given = new Map<string, readonly SingleScope[]>();
  for (const [, kind, value, codes] of roles) {
    const scope = scopeOf(kind, value);
    for (const code of codes) given.set(code, widen(given.get(code) ?? [], scope));
  }
  const permissions = new Map<string, DataScope>(everyStaff.map((code) => [code, { kind: 'own' }]));
  for (const [code, scopes] of given) permissions.set(code, scopes.length === 1 && scopes[0] ? scopes[0] : { kind: 'several', scopes });
  return { roleCodes: [...new Set(roles.map(([code]) => code))], permissions };
}
