import { describe, expect, it } from 'vitest';
import type { ProcessModel } from '@tongban/bpmn-model';
import { begin, finish, model, node, task } from '../interpreter/testing/drive.ts';
import { simulate, type Simulation } from './simulate.ts';

const limited = (id: string, limitWorkingDays: string) => task(id, { name: id.toUpperCase(), limitWorkingDays });

/** Goes on with whatever waits first until nothing does. */
function walkOut(process: ProcessModel, variables: Record<string, unknown>, most = 200): Simulation {
  const moves: { id: string }[] = [];
  let now = simulate(process, variables, moves);
  while (now.waiting.length > 0 && now.loop.length === 0 && moves.length < most) {
    moves.push({ id: now.waiting[0]?.id ?? '' });
    now = simulate(process, variables, moves);
  }
  return now;
}

describe('试走 (WFL-03)', () => {
  it('按所选的数据走，说出走过的路和时限之和', () => {
    const process = model([begin, limited('a', '2'), node('exclusive', 'g', {}), limited('b', '5'), limited('c', '1'), finish], 's > a > g', 'g > b if large', 'g > c else', 'b > e', 'c > e');
    expect(simulate(process, { large: true }, [])).toMatchObject({ path: [], waiting: [{ node: 'a', name: 'A', kind: 'task', workingDays: 2 }], ended: false });
    expect(walkOut(process, { large: true })).toMatchObject({ path: [{ node: 'a', until: 2 }, { node: 'b', until: 7 }], ended: true, workingDays: 7 });
    expect(walkOut(process, { large: false })).toMatchObject({ ended: true, workingDays: 3 });
  });

  it('办完时写入的数据决定下一步', () => {
    const process = model([begin, limited('a', '1'), node('exclusive', 'g', {}), limited('b', '1'), finish], 's > a > g', 'g > b if more', 'g > e else', 'b > e');
    const [place] = simulate(process, { more: false }, []).waiting;
    const move = { id: place?.id ?? '' };
    expect(simulate(process, { more: false }, [{ ...move, variables: { more: true } }]).waiting).toMatchObject([{ node: 'b' }]);
    expect(simulate(process, { more: false }, [move])).toMatchObject({ ended: true });
  });

  it('并行的分支同时走，汇合后从最晚的一支算起，与办理先后无关', () => {
    const process = model([begin, node('parallel', 'f', {}), limited('a', '2'), limited('b', '9'), node('parallel', 'j', {}), limited('c', '1'), finish], 's > f > a > j > c > e', 'f > b > j');
    const first = simulate(process, {}, []);
    const order = (...names: string[]) => names.map((name) => ({ id: first.waiting.find((one) => one.node === name)?.id ?? '' }));
    for (const moves of [order('a', 'b'), order('b', 'a')]) expect(simulate(process, {}, moves)).toMatchObject({ waiting: [{ node: 'c', from: 9 }], workingDays: 9 });
  });

  it('走不出的人工循环走到上限为止，说出是哪一步', () => {
    const process = model([begin, limited('a', '1'), node('exclusive', 'g', {}), finish], 's > a > g', 'g > a if again', 'g > e else');
    expect(walkOut(process, { again: true })).toMatchObject({ ended: false, loop: ['A'], workingDays: 20 });
  });

  it('缺数据时说出是哪个表达式；不在等的地方走不动', () => {
    const process = model([begin, node('exclusive', 'g', {}), limited('b', '1'), finish], 's > g', 'g > b if large', 'g > e else', 'b > e');
    expect(() => simulate(process, {}, [])).toThrow(expect.objectContaining({ code: 'workflow.expression-failed' }));
    expect(() => simulate(process, { large: true }, [{ id: 'x' }])).toThrow(expect.objectContaining({ code: 'workflow.simulation-move-unknown' }));
  });
});
