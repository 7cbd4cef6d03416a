import { describe, expect, it } from 'vitest';
import { blankElements } from '../management/blank-elements.ts';
import { followCondition } from './follow-condition.ts';

const point = { key: 'age', text: '查询人口信息。', stage: 'review' as const };
const material = {
  key: 'form', name: '申请表', type: '2', form: '3', necessity: '1', source: '10', originals: 1, copies: 0, acceptanceStandard: '完整', replacedByLicenceTypes: [], fileTypes: [], maxFiles: 1,
  reviewPoints: [{ ...point, condition: '年满80周岁。' }, { ...point, key: 'other' }],
};
const elements = {
  ...blankElements, conditions: ['年满80周岁。', '户籍在本区。'], materials: [material],
  conditionPoints: [{ ...point, condition: '年满80周岁。' }, { ...point, key: 'residence', condition: '户籍在本区。' }],
};

describe('改写受理条件时，核对它的审查要点跟着改 (DEC-01)', () => {
  it('改写一条：条件和材料的要点都跟着改，别的不动', () => {
    const { conditionPoints, materials } = followCondition(elements, ['年满八十周岁。', '户籍在本区。']);
    expect(conditionPoints?.map(({ condition }) => condition)).toEqual(['年满八十周岁。', '户籍在本区。']);
    expect(materials?.[0]?.reviewPoints.map(({ condition }) => condition)).toEqual(['年满八十周岁。', undefined]);
  });

  it.each<[string, string[]]>([
    ['没有改', elements.conditions], ['增加一条', [...elements.conditions, '健在。']], ['删除一条', ['户籍在本区。']], ['调换先后', elements.conditions.toReversed()],
  ])('%s：要点不动', (_name, conditions) => expect(followCondition(elements, conditions)).toEqual({}));
});
