import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintProcess } from '@tongban/bpmn-model';
import { listReturnTargets, returnTo } from './index.ts';
import { Drive } from './testing/drive.ts';
import { arbitraryBlock, build, Oracle, type Block } from './testing/random-process.ts';

const scenario = { block: arbitraryBlock(3), seed: fc.integer(), picks: fc.infiniteStream(fc.nat()) };
const maximumSteps = 3000;

function begin(block: Block, seed: number): Drive {
  return new Drive(build(block).model, {}, { evaluate: new Oracle(seed).evaluate });
}

/** Does one open thing, whichever the number picks. */
function step(drive: Drive, pick: number): void {
  const tasks = [...drive.open.values()];
  const timers = [...drive.timers.values()];
  const at = pick % (tasks.length + timers.length);
  const task = tasks[at];
  const timer = timers[at - tasks.length];
  if (task !== undefined) drive.complete(task.node, {}, tasks.filter((one) => one.node === task.node).indexOf(task));
  else if (timer !== undefined) drive.fire(timer.node);
}

function isOpen(drive: Drive): boolean {
  return drive.open.size + drive.timers.size > 0;
}

describe('随机的规整流程', () => {
  test('任意完成次序都恰好结束一次，不遗留令牌，所经任务与结构一致', () => {
    let total = 0;
    fc.assert(
      fc.property(scenario.block, scenario.seed, scenario.picks, (block, seed, picks) => {
        const { model, expect: expectTasks } = build(block);
        expect(lintProcess(model).filter((problem) => problem.code !== 'endless-loop')).toEqual([]);
        const drive = begin(block, seed);
        let steps = 0;
        while (isOpen(drive) && ++steps < maximumSteps) step(drive, picks.next().value ?? 0);
        total += steps;
        expect(drive.ended).toHaveLength(1);
        expect(drive.state).toMatchObject({ status: 'completed', tokens: [], scopes: [] });
        const created = new Map<string, number>();
        for (const id of drive.created) created.set(id, (created.get(id) ?? 0) + 1);
        expect(Object.fromEntries(created)).toEqual(Object.fromEntries(expectTasks(new Oracle(seed))));
      }),
      { numRuns: 400 },
    );
    expect(total).toBeGreaterThan(400);
  });

  test('途中任意退回(逐级或直送)后仍恰好结束一次', () => {
    let returned = 0;
    fc.assert(
      fc.property(scenario.block, scenario.seed, scenario.picks, (block, seed, picks) => {
        const drive = begin(block, seed);
        const next = () => picks.next().value ?? 0;
        let returns = 3;
        for (let steps = 0; isOpen(drive) && steps < maximumSteps; steps++) {
          const tasks = [...drive.open.keys()];
          const taskId = tasks[next() % Math.max(tasks.length, 1)];
          if (returns > 0 && taskId !== undefined && next() % 3 === 0) {
            const targets = listReturnTargets(drive.model, drive.state, taskId, drive.env);
            const target = targets[next() % Math.max(targets.length, 1)];
            if (target !== undefined) {
              const then = next() % 2 === 0 ? 'proceed' : 'straight-back';
              const parallel = then === 'straight-back' && next() % 2 === 0 ? 'keep' : 'cancel';
              drive.take(returnTo(drive.model, drive.state, { taskId, target, then, parallel }, drive.env));
              returns--;
              returned++;
              continue;
            }
          }
          step(drive, next());
        }
        expect(drive.ended).toHaveLength(1);
        expect(drive.state).toMatchObject({ status: 'completed', tokens: [], scopes: [] });
      }),
      { numRuns: 400 },
    );
    expect(returned).toBeGreaterThan(20);
  });

  test('任何时候终止都取消一切', () => {
    fc.assert(
      fc.property(scenario.block, scenario.seed, fc.nat(12), scenario.picks, (block, seed, steps, picks) => {
        const drive = begin(block, seed);
        for (let done = 0; isOpen(drive) && done < steps; done++) step(drive, picks.next().value ?? 0);
        if (!isOpen(drive)) return;
        drive.take(drive.terminate());
        expect([drive.open.size, drive.timers.size]).toEqual([0, 0]);
        expect(drive.state).toMatchObject({ status: 'terminated', tokens: [], scopes: [] });
      }),
      { numRuns: 200 },
    );
  });

  test('同样的输入得到同样的状态', () => {
    fc.assert(
      fc.property(scenario.block, scenario.seed, (block, seed) => {
        const [one, other] = [begin(block, seed), begin(block, seed)];
        for (let steps = 0; isOpen(one) && steps < 20; steps++) {
          step(one, steps);
          step(other, steps);
        }
        expect(one.state).toEqual(other.state);
      }),
      { numRuns: 100 },
    );
  });
});
