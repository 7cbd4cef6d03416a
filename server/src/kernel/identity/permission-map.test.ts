import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataScope, SingleScope } from '../access/index.ts';
import { liesInScope } from '../access/scope-filter.ts';
import { permissionMapOf } from './permission-map.ts';

type Role = [code: string, scope: SingleScope['kind'], value: string | null, permissions: string[]];

const reach = (...roles: Role[]): DataScope | undefined => permissionMapOf(JSON.stringify(roles), ['own.thing']).permissions.get('a');

describe('一项权限的数据范围 (ORG-04)', () => {
  it('一个角色给出时就是那个范围；互不包含的并列；被包含的不留', () => {
    expect(reach(['r', 'organization', '/x/', ['a']])).toEqual({ kind: 'organization', organizationPath: '/x/' });
    expect(reach(['r', 'organization', '/x/y/', ['a']], ['r', 'organization', '/x/', ['a']])).toEqual({ kind: 'organization', organizationPath: '/x/' });
    expect(reach(['r', 'organization', '/x/', ['a']], ['s', 'organization', '/z/', ['a', 'b']])).toEqual({
      kind: 'several', scopes: [{ kind: 'organization', organizationPath: '/x/' }, { kind: 'organization', organizationPath: '/z/' }],
    });
    expect(reach(['r', 'own', null, ['a']], ['r', 'organization', '/z/', ['a']], ['s', 'all', null, ['a']])).toEqual({ kind: 'all' });
    expect(reach(['r', 'all', null, ['b']])).toBeUndefined();
  });

  it('人人都有的权限只在没有角色给出时限于本人', () => {
    const { permissions } = permissionMapOf(JSON.stringify([['r', 'region', '511600000000', ['own.wide']]]), ['own.thing', 'own.wide']);
    expect([permissions.get('own.thing'), permissions.get('own.wide')]).toEqual([{ kind: 'own' }, { kind: 'region', regionCode: '511600000000' }]);
  });

  it('任意组合：看得到的正是各角色看得到的总和', () => {
    const path = fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join('/')}/`);
    const region = fc.constantFrom('510000000000', '511600000000', '511602000000', '511602001000', '510100000000');
    const role = fc.oneof(
      fc.record({ kind: fc.constant('organization' as const), value: path }), fc.record({ kind: fc.constant('region' as const), value: region }),
      fc.record({ kind: fc.constant('own' as const), value: fc.constant(null) }), fc.record({ kind: fc.constant('all' as const), value: fc.constant(null) }));
    fc.assert(fc.property(fc.array(role, { minLength: 1, maxLength: 4 }), path, fc.record({ organizationPath: path, regionCode: region }), (roles, organizationPath, row) => {
      const held = roles.map(({ kind, value }): Role => ['r', kind, value, ['a']]);
      const actor = {
        kind: 'staff' as const, id: 'one', name: '甲', sessionId: 's', organizationId: 'o', organizationName: '局', organizationPath, regionCode: '511602000000',
        postCodes: [], roleCodes: [], permissions: new Map(),
      };
      const each = held.map((one) => reach(one)).some((scope) => scope !== undefined && liesInScope(scope, actor, row));
      const together = reach(...held);
      expect(together !== undefined && liesInScope(together, actor, row)).toBe(each);
    }), { numRuns: 500 });
  });
});
