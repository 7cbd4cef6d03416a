import type { StepVisit } from '@tongban/server/src/modules/cases/contract.ts';
import { describe, expect, it } from 'vitest';
import { dressProgress } from './dress-progress.ts';

const visit = (node: string, elapsedSeconds: number): StepVisit => ({ node, elapsedSeconds }) as StepVisit;

describe('流程图上的进展 (WFL-03)', () => {
  it('走过的环节写出时间，退回重办的写出次数和合计，停在的另有文字，走过的连线加粗', () => {
    const dressing = dressProgress({
      standing: [{ node: 'b', name: '审查' }, { node: 'join', name: '汇总' }], taken: ['s-a', 'a-b'], visits: [visit('a', 3_600), visit('b', 60), visit('a', 3_600 * 24)],
    });
    expect(dressing).toEqual([
      { id: 's-a', tone: 'passed' }, { id: 'a-b', tone: 'passed' }, { id: 'a', tone: 'passed', words: '1 天 1 小时 办了 2 次' },
      { id: 'b', tone: 'standing', words: '停在这里 1 分钟' }, { id: 'join', tone: 'standing', words: '停在这里' },
    ]);
  });
});
