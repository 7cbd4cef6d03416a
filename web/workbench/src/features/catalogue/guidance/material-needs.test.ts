import type { ApplicationMaterial, Questionnaire } from '@tongban/server/src/modules/catalog/contract.ts';
import { describe, expect, it } from 'vitest';
import { needIn, withNeed } from './material-needs.ts';

const options = [{ key: 'yes', text: '是' }, { key: 'no', text: '否' }];
const questionnaire: Questionnaire = {
  questions: [{ key: 'shop', text: '有店面', options }, { key: 'cold', text: '做冷食', options, when: [{ question: 'shop', options: ['yes'] }] }],
  situations: [
    { key: 'shop', name: '有店面', when: [{ question: 'shop', options: ['yes'] }], notes: [] },
    { key: 'online', name: '无店面', when: [{ question: 'shop', options: ['no'] }], notes: [] },
    { key: 'later', name: '还没有连接', when: [{ question: 'none', options: [] }], notes: [] },
  ],
};
const material = (part: Partial<ApplicationMaterial> = {}): ApplicationMaterial => ({
  key: 'plan', name: '平面图', type: '3', form: '3', necessity: '1', source: '10', originals: 1, copies: 0, acceptanceStandard: '', replacedByLicenceTypes: [], fileTypes: [], maxFiles: 1, reviewPoints: [], ...part,
});
const needs = (one: ApplicationMaterial) => questionnaire.situations.map((situation) => needIn(questionnaire, one, situation));
const cold = [{ question: 'cold', options: ['yes'] }];

describe('情形需要的材料 (GDE-01)', () => {
  it.each<[string, Partial<ApplicationMaterial>, string[]]>([
    ['没有条件，每个情形都要', {}, ['always', 'always', 'always']],
    ['限于一个情形', { situations: ['online'] }, ['never', 'always', 'never']],
    ['情形里只有部分回答需要', { when: cold }, ['by-answer', 'never', 'by-answer']],
    ['条件与情形相同', { when: [{ question: 'shop', options: ['no'] }] }, ['never', 'always', 'by-answer']],
  ])('%s', (_name, part, expected) => expect(needs(material(part))).toEqual(expected));

  it('勾选和取消写成适用的情形；全部勾选就是没有限制', () => {
    const without = withNeed(questionnaire, material(), 'online', false);
    expect(without?.situations).toEqual(['shop', 'later']);
    expect(without && withNeed(questionnaire, without, 'online', true)).toEqual(material());
  });

  it('别处由回答决定的材料不能简单勾选，取消则可以', () => {
    expect(withNeed(questionnaire, material({ when: cold }), 'online', true)).toBeUndefined();
    expect(withNeed(questionnaire, material({ when: cold }), 'later', false)).toMatchObject({ when: cold, situations: ['shop'] });
  });
});
