import type { MigrationPlan } from '@tongban/server/src/kernel/workflow/migration.contract.ts';
import { describe, expect, it } from 'vitest';
import { routeOf, suggestedPairs, unpaired } from './route.ts';

const node = (id: string, standing: number, suggested: string | null) => ({ node: id, name: id, kind: 'user-task', standing, suggested, by: suggested === null ? null : 'id' as const, options: [] });
const plan: MigrationPlan = {
  key: 'p', name: 'p', from: { definitionId: 'one', version: 1 }, to: { definitionId: 'two', version: 2 }, running: 3, nodes: [node('a', 2, 'a'), node('b', 1, null), node('c', 0, null)],
  nodeMap: [{ from: 'a', to: 'a' }, { from: 's', to: 's' }, { from: 'flow', to: 'flow' }],
};

describe('迁移的对应关系 (WFL-03)', () => {
  it('没有对应而有件停着的环节要补上；没有件的可以空着', () => {
    expect(unpaired(plan, suggestedPairs(plan)).map(({ node: id }) => id)).toEqual(['b']);
    expect(unpaired(plan, { ...suggestedPairs(plan), b: 'x' })).toEqual([]);
  });

  it('改过的按改的，没有列出的连线和起止按建议的一并带上', () => {
    expect(routeOf(plan, { a: 'x', b: 'y' })).toEqual({ fromDefinitionId: 'one', toDefinitionId: 'two', nodeMap: [{ from: 'a', to: 'x' }, { from: 'b', to: 'y' }, { from: 's', to: 's' }, { from: 'flow', to: 'flow' }] });
    expect(routeOf(plan, {}).nodeMap).toEqual([{ from: 's', to: 's' }, { from: 'flow', to: 'flow' }]);
  });
});
