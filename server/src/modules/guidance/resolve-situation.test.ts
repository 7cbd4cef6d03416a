import { describe, expect, it } from 'vitest';
import type { Questionnaire } from '../catalog/contract.ts';
import { resolveSituation } from './resolve-situation.contract.ts';

const option = (key: string) => ({ key, text: key });
const food: Questionnaire = {
  questions: [
    { key: 'business', text: '主体业态', options: [option('sale'), option('catering')] },
    { key: 'kitchen', text: '是否有中央厨房', when: [{ question: 'business', options: ['catering'] }], options: [option('yes'), option('no')] },
    { key: 'online', text: '是否网络经营', options: [option('yes'), option('no')] },
  ],
  situations: [
    { key: 'sale', name: '食品销售', when: [{ question: 'business', options: ['sale'] }], notes: [] },
    { key: 'central', name: '中央厨房', when: [{ question: 'kitchen', options: ['yes'] }], notes: ['需现场核查'] },
    { key: 'plain', name: '普通餐饮', when: [{ question: 'kitchen', options: ['no'] }], notes: [] },
  ],
};
const given = (...pairs: [string, string][]) => pairs.map(([question, option]) => ({ question, option }));

describe('情形引导 (GDE-01)', () => {
  it.each([
    ['未作答时问第一题', given(), 'business', 3],
    ['选择销售后跳过中央厨房', given(['business', 'sale']), 'online', 1],
    ['选择餐饮后追问', given(['business', 'catering']), 'kitchen', 2],
    ['不存在的选项视为未答', given(['business', 'nothing']), 'business', 3],
  ])('%s', (_name, answers, next, remaining) => {
    const result = resolveSituation(food, answers);
    expect(result.kind === 'question' && [result.question.key, result.remainingAtMost]).toEqual([next, remaining]);
  });

  it('改答前面的问题后，不再出现的问题的旧答案不算数', () => {
    const result = resolveSituation(food, given(['kitchen', 'yes'], ['business', 'sale'], ['online', 'no']));
    expect(result.kind === 'situation' && result.situation.key).toBe('sale');
    expect([...result.answers.keys()]).toEqual(['business', 'online']);
  });
});
