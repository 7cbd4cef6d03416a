import { checkQuestionnaire, type AnswerCondition, type ApplicationMaterial, type ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import { describe, expect, it } from 'vitest';
import { dependantsOf, formsReading, mendMaterials, usualMend, type Mend, type Removal } from './dependants.ts';
import { removeOption, removeQuestion, removeSituation, type Edited, type Guided } from './edits.ts';

const options = [{ key: 'yes', text: '是' }, { key: 'no', text: '否' }];
const is = (question: string, ...chosen: string[]): AnswerCondition => ({ question, options: chosen });
const either = (...groups: AnswerCondition[][]): AnswerCondition[] => groups.flatMap((together, index) => together.map((condition) => ({ ...condition, alternative: index + 1 })));
const material = (key: string, when?: AnswerCondition[], situations?: string[]) =>
  ({ key, name: key, ...(when ? { when } : {}), ...(situations ? { situations } : {}) }) as ApplicationMaterial;
const never = [is('none')];

const guided: Guided = {
  questionnaire: {
    questions: [{ key: 'shop', text: '有没有店面', options }, { key: 'size', text: '多大', options: [...options, { key: 'huge', text: '很大' }] }],
    situations: [{ key: 'with', name: '有店面', when: [is('shop', 'yes')], notes: [] }, { key: 'without', name: '没有', when: [is('shop', 'no')], notes: [] }],
  },
  materials: [
    material('all'), material('lease', [is('shop', 'yes')]), material('promise', [is('shop', 'no')]), material('plan', [is('shop', 'yes'), is('size', 'huge')]),
    material('either', either([is('shop', 'yes')], [is('size', 'huge')])), material('big', [is('size', 'huge')]), material('letter', undefined, ['without']),
  ],
};
const materials = (edited: Edited): Record<string, unknown> => {
  if ('refused' in edited) throw new Error(edited.refused);
  return Object.fromEntries(edited.guided.materials.map(({ key, when, situations }) => [key, when ?? situations ?? 'always']));
};
const mended = (removal: Removal): Map<string, Mend> => new Map(dependantsOf(guided, removal).map((dependant) => [dependant.material.key, usualMend(dependant, removal)]));
const faults = (edited: Edited) => ('refused' in edited ? [edited.refused] : checkQuestionnaire({ ...edited.guided, formKeys: [] }).faults.map(({ code, path }) => `${code} ${path}`));

describe('删除问题时，条件里写着它的材料 (GDE-01, GDE-02)', () => {
  const removal: Removal = { kind: 'question', key: 'shop', keep: 'yes' };

  it('说出哪些材料按它决定，走留下的路还要不要', () => {
    expect(dependantsOf(guided, removal).map(({ material: { key }, needed }) => [key, needed])).toEqual([['lease', true], ['promise', false], ['plan', true], ['either', true]]);
    expect(dependantsOf(guided, { ...removal, keep: undefined }).map(({ material: { key }, needed }) => [key, needed])).toEqual([['lease', false], ['promise', false], ['plan', false], ['either', true]]);
  });

  it('按留下的路改好：回答过那个选项的照旧要，别的条件不变；没有人再要的一起删去，检查不再指出材料', () => {
    const edited = removeQuestion(guided, 'shop', 'yes', mended(removal));
    expect(materials(edited)).toEqual({ all: 'always', lease: 'always', plan: [is('size', 'huge')], either: 'always', big: [is('size', 'huge')], letter: ['without'] });
    expect(faults(edited)).toEqual(['never-reached situations.without', 'never-reached materials.letter']);
  });

  it('留着没有人要的，检查指出；选“不再看它”的，人人都要', () => {
    const left = removeQuestion(guided, 'shop', 'yes');
    expect(materials(left)['promise']).toEqual(never);
    expect(faults(left)).toContain('never-reached materials.promise');
    const asked = removeQuestion(guided, 'shop', 'yes', new Map([['promise', 'ask-all'], ['plan', 'ask-all']]));
    expect(materials(asked)).toMatchObject({ promise: 'always', plan: [is('size', 'huge')] });
  });

  it('哪条路都不留：默认不再看它，不丢材料', () => {
    const nowhere: Removal = { ...removal, keep: undefined };
    expect([...mended(nowhere)]).toEqual([['lease', 'ask-all'], ['promise', 'ask-all'], ['plan', 'ask-all'], ['either', 'follow']]);
    expect(materials(removeQuestion(guided, 'shop', undefined, mended(nowhere)))).toMatchObject({ lease: 'always', promise: 'always', plan: [is('size', 'huge')], either: [{ ...is('size', 'huge'), alternative: 2 }] });
  });

  it('读取这个问题的表单也说出来', () => {
    const forms: ItemElements['forms'] = [{ key: 'a', name: '申请表', definition: { parameters: ['work_kind'] } }, { key: 'b', name: '承诺书', definition: {} }];
    expect(formsReading({ forms }, 'work-kind')).toEqual(['申请表']);
    expect(formsReading({ forms }, 'shop')).toEqual([]);
  });
});

describe('删除选项和情形时的材料 (GDE-01)', () => {
  it('只按被删的选项要的材料：删去，或者不再看这个问题', () => {
    const removal: Removal = { kind: 'option', key: 'size', option: 'huge' };
    expect(dependantsOf(guided, removal).filter(({ needed }) => !needed).map(({ material: { key } }) => key)).toEqual(['plan', 'big']);
    expect(materials(removeOption(guided, 'size', 'huge', new Map([['plan', 'ask-all'], ['big', 'remove']])))).toMatchObject({ plan: [is('shop', 'yes')], either: [{ ...is('shop', 'yes'), alternative: 1 }] });
    expect(mendMaterials(guided.materials, removal, new Map([['big', 'remove']])).map(({ key }) => key)).not.toContain('big');
  });

  it('只适用于被删情形的材料：删去，或者每个情形都要', () => {
    const removal: Removal = { kind: 'situation', key: 'without' };
    expect([...mended(removal)]).toEqual([['letter', 'remove']]);
    expect(materials(removeSituation(guided, 'without', mended(removal)))).not.toHaveProperty('letter');
    expect(materials(removeSituation(guided, 'without', new Map([['letter', 'ask-all']])))['letter']).toBe('always');
  });
});
