import { describe, expect, it } from 'vitest';
import { withLabels, withNames } from './field-labels.ts';

const fields = [{ name: 'itemName', label: '事项名称' }, { name: 'number', label: '办件编号' }];

describe('模板里的字段用中文名称（MSG-01）', () => {
  it.each([
    ['“{itemName}”已受理，编号 {number}。', '“{事项名称}”已受理，编号 {办件编号}。'],
    ['{caseId} 不提供', '{caseId} 不提供'],
    ['没有字段', '没有字段'],
  ])('%s ↔ %s', (stored, shown) => {
    expect(withLabels(stored, fields)).toBe(shown);
    expect(withNames(shown, fields)).toBe(stored);
  });

  it('多打的空格不影响；写错的名称原样交给服务端指出', () => {
    expect(withNames('{ 事项名称 }{事项}', fields)).toBe('{itemName}{事项}');
  });
});
