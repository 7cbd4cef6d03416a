import { describe, expect, test } from 'vitest';
import type { ProcessNode } from '@tongban/bpmn-model';
import { begin, Drive, finish, model, node, task } from './testing/drive.ts';

const gate = (kind: 'exclusive' | 'parallel' | 'inclusive', id: string) => node(kind, id, {});
const remind = (id: string, host: string): ProcessNode =>
  node('boundary-timer', id, { host, interrupting: false, timer: { type: 'duration', value: 'P1D' } });

function permutations<T>(items: readonly T[]): T[][] {
  return items.length === 0 ? [[]] : items.flatMap((item, at) => permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]));
}

describe('并行汇聚', () => {
  test('同一支路来两次不能顶替另一支路', () => {
    const process = model(
      [begin, gate('parallel', 'f'), gate('exclusive', 'm'), task('a'), task('b'), gate('parallel', 'j'), task('c'), remind('t', 'b'), finish],
      's > f > m > a > j > c > e', 'f > b > j', 't > m',
    );
    const drive = new Drive(process).fire('t').complete('a').complete('a');
    expect(drive.at).toEqual(['b']);
    drive.complete('b');
    expect(drive.at).toEqual(['c']);
    expect(drive.state.tokens.filter((token) => token.node === 'j').map((token) => token.flow)).toEqual(['a-j']);
  });

  test('返工多轮，每轮都等齐', () => {
    const process = model(
      [begin, gate('exclusive', 'm'), gate('parallel', 'f'), task('a'), task('b'), gate('parallel', 'j'), task('check'), gate('exclusive', 'x'), finish],
      's > m > f > a > j > check > x > m if redo', 'f > b > j', 'x > e else',
    );
    const drive = new Drive(process);
    for (let round = 0; round < 4; round++) {
      drive.complete(round % 2 === 0 ? 'a' : 'b');
      expect(drive.at).not.toContain('check');
      drive.complete(round % 2 === 0 ? 'b' : 'a');
      expect(drive.at).toEqual(['check']);
      drive.complete('check', { redo: round < 3 });
    }
    expect(drive.ended).toHaveLength(1);
  });
});

describe('包容汇聚', () => {
  const branches = ['a', 'b', 'c', 'd'];
  const open = model(
    [begin, gate('inclusive', 'o'), ...branches.map((id) => task(id)), task('z'), gate('inclusive', 'j'), task('after'), finish],
    's > o > z else', 'z > j > after > e', ...branches.flatMap((id) => [`o > ${id} if go${id}`, `${id} > j`]),
  );
  const subsets = Array.from({ length: 16 }, (_, bits) => branches.filter((_id, at) => (bits >> at) % 2 === 1));

  test.each(subsets.map((subset) => [subset.join('') || '默认', subset] as const))('分支 %s 的任意完成次序', (_, subset) => {
    const variables = Object.fromEntries(branches.map((id) => [`go${id}`, subset.includes(id)]));
    const taken = subset.length === 0 ? ['z'] : subset;
    for (const order of permutations(taken)) {
      const drive = new Drive(open, variables);
      expect(drive.at).toEqual([...taken].sort());
      for (const id of order) {
        expect(drive.at).not.toContain('after');
        drive.complete(id);
      }
      expect(drive.at).toEqual(['after']);
      expect(drive.complete('after').ended).toHaveLength(1);
    }
  });

  test('支路要返工到分支之前时，不提前汇聚', () => {
    const process = model(
      [begin, gate('exclusive', 'm'), gate('inclusive', 'o'), task('a'), task('b'), task('none'), gate('exclusive', 'x'), gate('inclusive', 'j'), task('after'), finish],
      's > m > o > a if goa', 'o > b if gob', 'o > none else', 'a > j > after > e', 'b > x > m if redo', 'x > j else', 'none > e',
    );
    const drive = new Drive(process, { goa: true, gob: true });
    expect(drive.complete('a').at).toEqual(['b']);
    expect(drive.complete('b', { redo: true, goa: false }).at).toEqual(['b']);
    expect(drive.complete('b', { redo: false }).at).toEqual(['after']);
    expect(drive.complete('after').ended).toHaveLength(1);
  });

  test('内层汇聚不等外层的平行支路，哪怕整体会重来', () => {
    const process = model(
      [begin, gate('exclusive', 'm'), gate('inclusive', 'o'), gate('inclusive', 'i'), task('a'), task('b'), gate('inclusive', 'ij'), task('c'), task('side'), gate('inclusive', 'oj'), gate('exclusive', 'x'), finish],
      's > m > o > i if go', 'o > side if go', 'o > oj else', 'i > a if go', 'i > b else', 'a > ij > c > oj > x > m if redo', 'b > ij', 'side > oj', 'x > e else',
    );
    const drive = new Drive(process, { go: true }).complete('a');
    expect(drive.at).toEqual(['c', 'side']);
    drive.complete('side');
    expect(drive.complete('c', { redo: true }).at).toEqual(['a', 'side']);
    expect(drive.complete('side').complete('a').complete('c', { redo: false }).ended).toHaveLength(1);
  });

  test('并行块里的包容汇聚不等并行的另一支路绕回来', () => {
    const process = model(
      [begin, gate('exclusive', 'm'), gate('parallel', 'f'), gate('inclusive', 'o'), task('a'), task('b'), gate('inclusive', 'oj'), task('c'), task('side'), gate('parallel', 'j'), gate('exclusive', 'x'), finish],
      's > m > f > o > a if go', 'o > b else', 'a > oj > c > j > x > m if redo', 'b > oj', 'f > side > j', 'x > e else',
    );
    expect(new Drive(process, { go: true, redo: false }).complete('a').at).toEqual(['c', 'side']);
  });

  test('只互相等待的两个汇聚不会卡死', () => {
    const process = model(
      [begin, gate('parallel', 'f'), gate('inclusive', 'j1'), gate('inclusive', 'j2'), task('a'), task('b'), gate('exclusive', 'x1'), gate('exclusive', 'x2'), finish],
      's > f > j1 > a > x1 > j2 if loop', 'x1 > e else', 'f > j2 > b > x2 > j1 if loop', 'x2 > e else',
    );
    const drive = new Drive(process, { loop: false });
    expect(drive.at.length).toBeGreaterThan(0);
    for (let steps = 0; drive.open.size > 0 && steps < 10; steps++) drive.complete(drive.at[0] ?? '');
    expect(drive.ended).toHaveLength(1);
  });

  test('等待汇聚的支路被中断后，其余照常汇聚', () => {
    const cancel = node('boundary-timer', 't', { host: 'b', interrupting: true, timer: { type: 'duration', value: 'P1D' } });
    const process = model([begin, gate('inclusive', 'o'), task('a'), task('b'), gate('inclusive', 'j'), task('after'), cancel, finish], 's > o > a if go', 'o > b if go', 'o > e else', 'a > j > after > e', 'b > j', 't > e');
    const drive = new Drive(process, { go: true }).complete('a');
    expect(drive.at).toEqual(['b']);
    expect(drive.fire('t').at).toEqual(['after']);
  });
});
