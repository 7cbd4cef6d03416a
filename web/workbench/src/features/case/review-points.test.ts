import { describe, expect, it } from 'vitest';
import { allPoints, stageOf, tally, toResults, type Ticks } from './review-points.ts';

const point = (key: string, stage: 'acceptance' | 'review' | 'decision') => ({ key, text: key, stage });
const material = (key: string, ...reviewPoints: ReturnType<typeof point>[]) => ({
  key,
  name: key,
  type: '3',
  form: '2',
  necessity: '1',
  source: '10',
  originals: 0,
  copies: 1,
  acceptanceStandard: '清晰',
  replacedByLicenceTypes: [],
  fileTypes: [],
  maxFiles: 1,
  reviewPoints,
});
const elements = {
  materials: [
    material('plan', point('size', 'acceptance'), point('width', 'review'), point('fire', 'review')),
    material('unused', point('x', 'review')),
  ],
};
const none = {
  accept: false,
  refuse: false,
  requestSupplement: false,
  supplement: false,
  review: false,
  returnForRework: false, handleStep: false,
  proposeSpecialProcedure: false,
  approveSpecialProcedure: false,
  endSpecialProcedure: false,
  extend: false,
  decide: false,
  deliver: false, deliverAgain: false,
  withdraw: false,
  terminate: false,
  rate: false,
  readFull: false,
};

describe('审查要点逐条勾选（HND-04）', () => {
  it.each([
    [{ ...none, accept: true }, 'acceptance'],
    [{ ...none, requestSupplement: true }, 'acceptance'],
    [{ ...none, review: true }, 'review'],
    [{ ...none, decide: true }, 'decision'],
    [{ ...none, deliver: true }, undefined],
  ] as const)('环节由服务器给出的权限决定（%#）', (abilities, stage) => {
    expect(stageOf({ abilities })).toBe(stage);
  });

  it('只列本件所有材料在本环节的要点，补正后的同名材料不重复', () => {
    const points = allPoints(elements, { situationKey: 'general', materials: [{ key: 'plan' }, { key: 'plan' }] }, 'review');
    expect(points.map(({ point: { key } }) => key)).toEqual(['width', 'fire']);
  });

  it('没有勾选的不发送，符合的不带说明', () => {
    const points = allPoints(elements, { situationKey: 'general', materials: [{ key: 'plan' }] }, 'review');
    const ticks: Ticks = { 'points.plan.width': { satisfied: false, remark: ' 只有1.2米 ' }, 'points.plan.fire': { remark: '未看' } };
    expect(tally(points, ticks)).toEqual({ total: 2, done: 1, failed: 1 });
    expect(toResults(points, ticks)).toEqual([{ materialKey: 'plan', pointKey: 'width', satisfied: false, remark: '只有1.2米' }]);
    expect(toResults(points, { 'points.plan.fire': { satisfied: true, remark: '看过' } })).toEqual([
      { materialKey: 'plan', pointKey: 'fire', satisfied: true },
    ]);
  });

  it('受理条件的要点排在材料之前，只列本情形、本环节的；没有材料的事项也有要点 (DEC-01)', () => {
    const age = { ...point('age', 'acceptance'), condition: '年满80周岁。' };
    const conditionPoints = [age, { ...age, key: 'bar', situations: ['first'] }, { ...age, key: 'residence', stage: 'review' as const }];
    const points = allPoints({ materials: [], conditionPoints }, { situationKey: 'change', materials: [] }, 'acceptance');
    expect(toResults(points, { 'conditionPoints.age': { satisfied: true }, 'conditionPoints.bar': { satisfied: true } })).toEqual([{ pointKey: 'age', satisfied: true }]);
    const keys = allPoints({ ...elements, conditionPoints }, { situationKey: 'first', materials: [{ key: 'plan' }] }, 'acceptance').map((placed) => placed.point.key);
    expect(keys).toEqual(['age', 'bar', 'size']);
  });
});
