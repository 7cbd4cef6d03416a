import type { Organization } from '@tongban/server/src/kernel/organization/contract.ts';
import { describe, expect, it } from 'vitest';
import { treeOf } from './organization-tree.ts';

function organization(id: string, parents: readonly string[], name: string): Organization {
  return {
    id, parentId: parents.at(-1) ?? null, path: `/${[...parents, id].join('/')}/`, name, shortName: null, code: null, kind: 'department', regionCode: '511602000000',
    duties: null, validFrom: '2019-03-01', validTo: null, revision: 1, mergedInto: null,
  };
}

const all = [organization('a', [], '区政府'), organization('b', ['a'], '住建局'), organization('d', ['a'], '审批局'), organization('c', ['a', 'b'], '城建科')];

describe('treeOf', () => {
  it('puts children right after their parent', () => {
    expect(treeOf(all).map(({ organization: { id }, depth }) => [id, depth])).toEqual([['a', 0], ['b', 1], ['c', 2], ['d', 1]]);
  });
  it('keeps what is above a match', () => {
    expect(treeOf(all, '城建').map(({ organization: { id } }) => id)).toEqual(['a', 'b', 'c']);
  });
  it('starts with an organisation whose parent is out of sight', () => {
    expect(treeOf(all.slice(1)).map(({ organization: { id }, depth }) => [id, depth])).toEqual([['b', 0], ['c', 1], ['d', 0]]);
  });
});
