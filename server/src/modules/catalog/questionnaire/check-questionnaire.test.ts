import { describe, expect, it } from 'vitest';
import type { Questionnaire } from '../contract.ts';
import { checkQuestionnaire } from './check-questionnaire.contract.ts';

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
describe('配置时检查 (GDE-02)', () => {
  const check = (questionnaire: Questionnaire, extra: Partial<Parameters<typeof checkQuestionnaire>[0]> = {}) =>
    checkQuestionnaire({ questionnaire, materials: [], formKeys: [], ...extra });
  const codes = (...input: Parameters<typeof check>) => check(...input).faults.map(({ code }) => code);
  const [sale, central, plain] = food.situations;
  const [business, kitchen, online] = food.questions;
  if (!sale || !central || !plain || !business || !kitchen || !online) throw new Error('fixture');

  it('互斥、完备、无死路的问卷通过，并给出路径数', () => {
    expect(check(food)).toEqual({ pathCount: 6, faults: [] });
  });

  it('没有问题时一个情形即完备', () => {
    expect(check({ questions: [], situations: [{ key: 'only', name: '通用', when: [], notes: [] }] })).toEqual({ pathCount: 1, faults: [] });
  });

  it.each<[string, Questionnaire, string[]]>([
    ['缺少情形为死路', { ...food, situations: [sale, central] }, ['dead-end']],
    ['情形重叠', { ...food, situations: [...food.situations, { ...plain, key: 'again' }] }, ['overlapping']],
    ['到不了的情形', { ...food, situations: [...food.situations, { ...plain, key: 'x', when: [{ question: 'business', options: ['sale'] }, { question: 'kitchen', options: ['yes'] }] }] }, ['never-reached']],
    ['引用后面的问题', { ...food, questions: [kitchen, business, online] }, ['later-question']],
    ['引用不存在的问题', { ...food, situations: [{ ...sale, when: [{ question: 'nothing', options: ['x'] }] }, central, plain] }, ['unknown-question']],
    ['引用不存在的选项', { ...food, situations: [{ ...sale, when: [{ question: 'business', options: ['x'] }] }, central, plain] }, ['unknown-option']],
    ['标识重复', { ...food, questions: [business, kitchen, online, online] }, ['duplicate-key']],
    ['表单不存在', { ...food, situations: [{ ...sale, formKey: 'missing' }, central, plain] }, ['unknown-form']],
    ['永远不出现的问题', { ...food, questions: [business, kitchen, online, { ...online, key: 'never', when: [{ question: 'business', options: ['sale'] }, { question: 'kitchen', options: ['yes'] }] }] }, ['never-asked']],
  ])('%s', (_name, questionnaire, expected) => {
    expect(codes(questionnaire)).toEqual(expected);
  });

  it('条件永远不成立的材料被指出', () => {
    const when = [{ question: 'business', options: ['sale'] }, { question: 'kitchen', options: ['yes'] }];
    expect(codes(food, { materials: [{ key: 'plan', name: '平面图', when }] })).toEqual(['never-reached']);
  });

  it('三十个问题也逐一核对，组合再多也不抽样', () => {
    const questions = Array.from({ length: 30 }, (_x, index) => ({ key: `q${index}`, text: `是否${index}`, options: [option('yes'), option('no')] }));
    expect(check({ questions, situations: [{ key: 'only', name: '通用', when: [], notes: [] }] })).toEqual({ pathCount: 2 ** 30, faults: [] });
  });

  it('无法核对的拒绝，而不是算到超时', () => {
    const questions = Array.from({ length: 40 }, (_x, index) => ({ key: `q${index}`, text: `是否${index}`, options: [option('yes'), option('no')] }));
    const situations = Array.from({ length: 20 }, (_x, index) => ({ key: `s${index}`, name: `情形${index}`, notes: [], when: [{ question: `q${index}`, options: ['yes'] }, { question: `q${index + 20}`, options: ['yes'] }] }));
    expect(codes({ questions, situations })).toEqual(['too-many-paths']);
  });

  it('条件之间满足其一即可：两条路到同一情形', () => {
    const questionnaire = { ...food, situations: [{ key: 'plain', name: '普通', notes: [], when: [{ question: 'business', options: ['sale'], alternative: 1 }, { question: 'kitchen', options: ['no'], alternative: 2 }] }, central] };
    expect(check(questionnaire)).toEqual({ pathCount: 6, faults: [] });
  });

  it('没有连接的问题和情形、没有写内容的选项、材料适用的情形都被指出', () => {
    const never = [{ question: 'none', options: [] }];
    expect(codes({ questions: [business, kitchen, online, { ...online, key: 'new', text: '', when: never }], situations: [...food.situations, { key: 'new', name: ' ', when: never, notes: [] }] }))
      .toEqual(['never-asked', 'never-reached', 'unworded', 'unworded']);
    expect(codes({ ...food, questions: [business, kitchen, { ...online, options: [{ key: 'yes', text: '是' }, { key: 'no', text: '是 ' }] }] })).toEqual(['repeated-option']);
    expect(codes(food, { materials: [{ key: 'plan', name: '平面图', situations: ['gone'] }] })).toEqual(['unknown-situation']);
    expect(codes(food, { materials: [{ key: 'plan', name: '平面图', situations: ['sale'], when: [{ question: 'kitchen', options: ['yes'] }] }] })).toEqual(['never-reached']);
  });

  it('每个情形都要有表单和材料；不能办理的、转到业务办理项的除外 (GDE-02)', () => {
    const ends = { formKey: undefined, noMaterials: false };
    const materials = [{ key: 'plan', name: '平面图', when: [{ question: 'online', options: ['yes'] }] }];
    const report = check({ ...food, situations: [{ ...sale, refused: true }, { ...central, handlingItemId: '01890000-0000-7000-8000-000000000000' }, plain] }, { ends, materials });
    expect(report.faults).toMatchObject([
      { code: 'no-form', path: 'situations.plain' },
      { code: 'no-material', path: 'situations.plain', answers: [{ question: 'business', option: 'catering' }, { question: 'kitchen', option: 'no' }, { question: 'online', option: 'no' }] },
    ]);
    expect(check(food, { ends: { formKey: 'application', noMaterials: true } }).faults).toEqual([]);
  });

  it('指出的问题带着走到那里的回答', () => {
    expect(check({ ...food, situations: [sale, central] }).faults).toMatchObject([{ path: 'questions.online.options.yes', answers: [{ question: 'business', option: 'catering' }, { question: 'kitchen', option: 'no' }, { question: 'online', option: 'yes' }] }]);
  });
});
