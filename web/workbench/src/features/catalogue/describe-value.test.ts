import { elementNames, ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import { describe, expect, it } from 'vitest';
import { describeValue } from './describe-value.ts';
import { nameReferences } from './name-references.ts';
import { text } from './text.ts';

/** Every name that the parts of elements have, however deep. */
function partNames(schema: object, found = new Set<string>()): Set<string> {
  for (const [keyword, inside] of Object.entries(schema)) {
    if (typeof inside !== 'object' || inside === null) continue;
    if (keyword === 'properties') Object.keys(inside).forEach((name) => found.add(name));
    partNames(inside, found);
  }
  return found;
}

describe('版本差异写成可对照的文字（CAT-02）', () => {
  it.each([
    ['文字', '文字'], [5, '5'], [true, '是'], [false, '否'], [null, '（空）'], [[], '（空）'], ['', '（空）'],
    [['甲', '乙'], '· 甲\n· 乙'],
    [{ days: 5, unit: 'working-day' }, '天数：5\n单位：工作日'],
    [{ key: 'plan', name: '平面图', copies: 1 }, '平面图\n复印件份数：1'],
  ])('%j', (value, lines) => { expect(describeValue(value)).toBe(lines); });

  it('每个要素的每个部分都有中文名称', () => {
    const elements = new Set<string>(elementNames);
    const unnamed = [...partNames(ItemElements)].filter((name) => !elements.has(name) && !(name in text.parts));
    expect(unnamed).toEqual([]);
  });

  it('材料中的审查要点缩进列出', () => {
    expect(describeValue({ name: '平面图', reviewPoints: [{ text: '宽度' }] })).toBe('平面图\n审查要点：\n　· 宽度');
  });

  it('标识和编号不出现：文件、情形写名称，没有名称的文件写明已上传 (CAT-02)', () => {
    const questionnaire = { questions: [], situations: [{ key: 's1', name: '本人申请', when: [], notes: [], flags: [] }] };
    const point = { key: 'condition-point-3', text: '查询登记', situations: ['s1'], sampleFileId: 'f1' };
    const files = [{ id: 'f1', name: '登记样本.pdf', size: 2048 }];
    expect(describeValue(nameReferences(point, { elements: { forms: [], questionnaire }, files }))).toBe('查询登记\n情形：\n　· 本人申请\n样本：登记样本.pdf（2 KB）');
    expect(describeValue(nameReferences({ name: '申请表', sample: { kind: 'file', fileId: 'f2' } }, {}))).toBe('申请表\n样例：\n　种类：文件\n　文件：已上传的文件');
  });
});
