import type { DataScope } from '../access/index.ts';

/** One role held: code, kind of scope, region code or organisation path, permissions. */
type HeldRole = [code: string, scope: DataScope['kind'], value: string | null, permissions: string[]];

interface Held {
  roleCodes: readonly string[];
  permissions: ReadonlyMap<string, DataScope>;
}

const ranks: Record<DataScope['kind'], number> = { own: 0, organization: 1, region: 2, all: 3 };

function scopeOf(kind: DataScope['kind'], value: string | null): DataScope {
  if (kind === 'region' && value !== null) return { kind, regionCode: value };
  if (kind === 'organization' && value !== null) return { kind, organizationPath: value };
  return kind === 'all' ? { kind } : { kind: 'own' };
}

/** How far a scope of its kind reaches: fewer significant digits or a shorter path reach further. */
function depth(scope: DataScope): number {
  if (scope.kind === 'region') return scope.regionCode.replace(/0+$/, '').length;
  return scope.kind === 'organization' ? scope.organizationPath.length : 0;
}

function isWider(one: DataScope, other: DataScope): boolean {
  return ranks[one.kind] > ranks[other.kind] || (one.kind === other.kind && depth(one) < depth(other));
}

// Pure in its arguments, so keeping results is safe in every process; officers share few sets of roles.
const memo = new Map<string, Held>();

/** The widest scope of each permission, from the roles an officer holds (JSON text) and the rights every officer has. */
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
  const permissions = new Map<string, DataScope>(everyStaff.map((code) => [code, { kind: 'own' }]));
  for (const [, kind, value, codes] of roles) {
    const scope = scopeOf(kind, value);
    for (const code of codes) {
      const before = permissions.get(code);
      if (!before || isWider(scope, before)) permissions.set(code, scope);
    }
  }
  return { roleCodes: [...new Set(roles.map(([code]) => code))], permissions };
}
