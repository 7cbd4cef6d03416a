import type { ProcessModel, ProcessNode, SequenceFlow } from '@tongban/bpmn-model';
import { describe, expect, it } from 'vitest';
import { compareProcesses } from './compare.ts';

const task = (id: string, name: string, more: Partial<ProcessNode> = {}): ProcessNode =>
  ({ kind: 'user-task', id, name, step: 'review', candidates: [{ post: 'review', organisation: '=departments.lead' }], noHandler: 'administrator', ...more }) as ProcessNode;
const flow = (from: string, to: string, more: Partial<SequenceFlow> = {}): SequenceFlow => ({ id: `${from}-${to}`, from, to, ...more });
const model = (nodes: readonly ProcessNode[], flows: readonly SequenceFlow[]): ProcessModel => ({ format: 1, id: 'p', nodes: [{ kind: 'start', id: 's' }, ...nodes, { kind: 'end', id: 'e' }], flows });
const names = (_kind: string, code: string): string => ({ review: '审查岗', decision: '决定岗' })[code] ?? code;
const compared = (before: ProcessModel, after: ProcessModel) => compareProcesses(before, after, names).map(({ kind, title, properties }) => ({ kind, title, properties }));

describe('两个版本比较 (WFL-03)', () => {
  const before = model([task('a', '受理'), task('b', '审查', { limitWorkingDays: '3' })], [flow('s', 'a'), flow('a', 'b'), flow('b', 'e')]);

  it('没有差别、只挪了位置：什么都不列', () => expect(compared(before, structuredClone(before))).toEqual([]));

  it('插入一个环节：新增的环节和连线、改接的连线逐处列出', () => {
    const after = model([task('a', '受理'), task('c', '勘验'), task('b', '审查', { limitWorkingDays: '3' })], [flow('s', 'a'), flow('a', 'c', { id: 'a-b' }), flow('c', 'b'), flow('b', 'e')]);
    expect(compared(before, after)).toEqual([
      { kind: 'added', title: '勘验', properties: expect.arrayContaining([{ name: '办理人', before: undefined, after: '牵头部门（办件的） · 审查岗' }]) },
      { kind: 'changed', title: '受理 → 勘验', properties: [{ name: '到', before: '审查', after: '勘验' }] },
      { kind: 'added', title: '勘验 → 审查', properties: expect.any(Array) },
    ]);
  });

  it('属性写出原来和现在，没有写的说没有写', () => {
    const after = model([task('a', '受理', { limitWorkingDays: '1' }), task('b', '审查', { candidates: [{ post: 'decision' }] })], before.flows);
    expect(compared(before, after)).toEqual([
      { kind: 'changed', title: '受理', properties: [{ name: '办理时限（工作日）', before: undefined, after: '1' }] },
      { kind: 'changed', title: '审查', properties: [{ name: '办理人', before: '牵头部门（办件的） · 审查岗', after: '决定岗' }, { name: '办理时限（工作日）', before: '3', after: undefined }] },
    ]);
  });

  it('同名重画的环节算同一个，接着它的连线不算改；改名的写出两个名称', () => {
    const redrawn = model([task('x', '受理'), task('b', '审核', { limitWorkingDays: '3' })], [flow('s', 'x'), flow('x', 'b'), flow('b', 'e')]);
    expect(compared(before, redrawn)).toEqual([{ kind: 'changed', title: '审核', properties: [{ name: '名称', before: '审查', after: '审核' }] }, ]);
  });

  it('换了类型的图形、默认连线和条件', () => {
    const gateway = (kind: 'exclusive' | 'inclusive', other: string): ProcessNode => ({ kind, id: 'g', name: '要不要', default: other });
    const branched = (kind: 'exclusive' | 'inclusive', usual: string, condition: string) => model([gateway(kind, usual)], [flow('s', 'g'), flow('g', 'e', { condition }), flow('g', 'e', { id: 'second' })]);
    const changes = compareProcesses(branched('exclusive', 'second', 'x'), branched('inclusive', 'second', 'y'), names);
    expect(changes).toMatchObject([
      { title: '要不要', properties: [{ name: '类型', before: '选择网关', after: '多选网关' }] }, { isFlow: true, properties: [{ name: '条件', before: 'x', after: 'y' }] },
    ]);
  });

  it('删去的', () => expect(compared(before, model([task('a', '受理')], [flow('s', 'a'), flow('a', 'e')])).map(({ kind, title }) => `${kind} ${title}`)).toEqual(['removed 审查', 'removed 受理 → 审查', 'removed 审查 → 结束 e', 'added 受理 → 结束 e']));
});
