import { describe, expect, it } from 'vitest';
import type { DocumentBlock } from './definition.contract.ts';
import { createFiller } from './fill-placeholders.ts';

const filler = () => createFiller({ name: '受理通知书' });

describe('文书占位符', () => {
  it.each([
    ['{{name}}', '张三'],
    ['{{ applicant.name }}：', '李四：'],
    ['{{on|date}}', '2026年1月5日'],
    ['{{on|chinese-date}}', '二〇二六年一月五日'],
    ['{{late|chinese-date}}', '二〇二六年十一月二十一日'],
    ['{{at|datetime}}', '2026年11月21日09:30'],
    ['{{cents|yuan}}', '1,234,567.05元'],
    ['{{few|yuan}}', '0.07元'],
    ['{{absent|or:《中华人民共和国行政许可法》第四十五条}}', '《中华人民共和国行政许可法》第四十五条'],
    ['{{name|or:无}}', '张三'],
    ['{{trick}}', '{{name}}'],
  ])('%s → %s', (template, expected) => {
    const data = {
      name: '张三', applicant: { name: ' 李四 ' }, on: '2026-01-05', late: '2026-11-21', at: '2026-11-21T01:30:00.000Z',
      cents: 123456705, few: 7, trick: '{{name}}', absent: null,
    };
    const used = filler();
    expect(used.text(template, data)).toBe(expected);
    expect(() => used.assertComplete()).not.toThrow();
  });

  it('names every missing value at once', () => {
    const used = filler();
    used.text('{{a}}{{b.c}}{{blank}}{{toString}}', { blank: ' ', b: {} });
    used.blocks([{ type: 'list', each: 'reasons', text: '{{text}}', numbering: 'arabic' }], {});
    expect(() => used.assertComplete()).toThrow(expect.objectContaining({
      code: 'documents.missing-value', title: '文书“受理通知书”缺少内容：a、b.c、blank、toString、reasons',
    }));
  });

  it.each([['{{x|date}}', '2026年'], ['{{x|datetime}}', '2026-11-21T01:30'], ['{{x|yuan}}', '1.5'], ['{{x|upper}}', 'a']])(
    'refuses to show with %s what it does not fit: %s',
    (template, x) => expect(() => filler().text(template, { x })).toThrow(expect.objectContaining({ code: 'documents.wrong-value' })),
  );

  it('numbers lists, fills rows with outer and own values, and drops absent parts', () => {
    const blocks: DocumentBlock[] = [
      { type: 'list', each: 'reasons', text: '{{text}}（{{item}}）', numbering: 'chinese' },
      { type: 'table', each: 'rows', columns: [{ title: '序号', share: 1, text: '{{index}}' }, { title: '名称', share: 2, text: '{{name}}' }] },
      { type: 'when', present: 'absent', blocks: [{ type: 'paragraph', text: '{{absent}}' }] },
      { type: 'when', present: 'empty', blocks: [{ type: 'space', lines: 1 }] },
      { type: 'when', present: 'item', blocks: [{ type: 'paragraph', text: '{{item}}' }] },
    ];
    const data = { item: '许可', reasons: Array.from({ length: 11 }, (_unused, index) => ({ text: `理由${index}` })), rows: [{ name: '甲' }, { name: '乙' }], empty: [] };
    const filled = filler().blocks(blocks, data);
    expect(filled[0]).toEqual({ type: 'list-entry', text: '一、理由0（许可）' });
    expect(filled[10]).toEqual({ type: 'list-entry', text: '十一、理由10（许可）' });
    expect(filled[11]).toMatchObject({ type: 'filled-table', rows: [['1', '甲'], ['2', '乙']] });
    expect(filled.slice(12)).toEqual([{ type: 'paragraph', text: '许可' }]);
  });
});
