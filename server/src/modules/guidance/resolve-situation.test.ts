import { describe, expect, it } from 'vitest';
import type { ApplicationMaterial, Questionnaire } from '../catalog/contract.ts';
import { resolveSituation } from './resolve-situation.contract.ts';
import { selectMaterials } from './select-materials.contract.ts';

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

describe('情形需要的材料和业务办理项 (GDE-01)', () => {
  const material = (key: string, part: Partial<ApplicationMaterial> = {}): ApplicationMaterial => ({
    key, name: key, type: '3', form: '3', necessity: '1', source: '10', originals: 1, copies: 0, acceptanceStandard: '清晰', replacedByLicenceTypes: [], fileTypes: ['pdf'], maxFiles: 1, reviewPoints: [], ...part,
  });
  const materials = [
    material('always'), material('limited', { situations: ['sale', 'central'] }),
    material('either', { when: [{ question: 'business', options: ['sale'], alternative: 1 }, { question: 'kitchen', options: ['yes'], alternative: 2 }, { question: 'online', options: ['yes'], alternative: 2 }] }),
  ];
  const select = (...pairs: [string, string][]) => {
    const resolution = resolveSituation(food, given(...pairs));
    return selectMaterials(materials, food, resolution.answers, resolution.kind === 'situation' ? resolution.situation.key : undefined).map((needed) => [needed.material.key, needed.reason]);
  };

  it('限于情形的材料到了情形才算数，说明因哪个情形或者回答需要', () => {
    expect(select(['business', 'catering'])).toEqual([['always', null]]);
    expect(select(['business', 'sale'], ['online', 'no'])).toEqual([['always', null], ['limited', '因属于“食品销售”'], ['either', '因选择了“sale”']]);
    expect(select(['business', 'catering'], ['kitchen', 'yes'], ['online', 'yes']).map(([key]) => key)).toEqual(['always', 'limited', 'either']);
    expect(select(['business', 'catering'], ['kitchen', 'yes'], ['online', 'no']).map(([key]) => key)).toEqual(['always', 'limited']);
    expect(select(['business', 'catering'], ['kitchen', 'no'], ['online', 'yes']).map(([key]) => key)).toEqual(['always']);
  });
});
