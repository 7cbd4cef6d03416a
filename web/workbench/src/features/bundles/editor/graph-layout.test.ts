import { describe, expect, it } from 'vitest';
import { layoutGraph } from './graph-layout.ts';

const items = [{ key: 'a', dependsOn: [] }, { key: 'b', dependsOn: [] }, { key: 'c', dependsOn: ['b'] }, { key: 'd', dependsOn: ['a'] }];
const parts = { steps: [{ items: ['a', 'b'], startsAfterDays: 0 }, { items: ['c', 'd'], startsAfterDays: 5 }], criticalPath: ['b', 'c'] };

describe('事项关联图（BDL-01）', () => {
  it('同时办理的在一列，后一列挨着所等的事项，线不交叉', () => {
    const { nodes, columns, rows } = layoutGraph(items, parts);
    expect(nodes.map(({ key, column, row }) => `${key} ${column} ${row}`).sort()).toEqual(['a 0 0', 'b 0 1', 'c 1 1', 'd 1 0']);
    expect([columns, rows]).toEqual([2, 2]);
  });

  it('关键路径上的事项和连线标出，其余不标', () => {
    const { nodes, edges } = layoutGraph(items, parts);
    expect(nodes.filter(({ critical }) => critical).map(({ key }) => key).sort()).toEqual(['b', 'c']);
    expect(edges.map(({ from, to, critical }) => `${from.key}→${to.key} ${critical}`)).toEqual(['b→c true', 'a→d false']);
  });

  it('还没有办理步骤（循环等待）时什么也不画', () => {
    expect(layoutGraph(items, { steps: [], criticalPath: [] })).toEqual({ nodes: [], edges: [], columns: 0, rows: 0 });
  });
});
