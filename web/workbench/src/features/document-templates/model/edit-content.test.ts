import type { DocumentDefinition, TemplateVocabulary } from '@tongban/server/src/modules/templates/contract.ts';
import { describe, expect, it } from 'vitest';
import { compareTemplates } from './compare.ts';
import { applyMend, insertAt, moveAt, removeAt, setAt, valueAt } from './edit-content.ts';
import { mergeTemplates } from './template-keeper.ts';

const paragraph = (text: string) => ({ type: 'paragraph' as const, text });
const content: DocumentDefinition = {
  kind: 'notice', code: 'denial-decision', name: '不予许可决定书', title: '决定书', organization: '{{organization}}', blocks: [paragraph('甲'), { type: 'when', present: 'matter', blocks: [paragraph('乙')] }, paragraph('丙')],
};
const vocabulary: TemplateVocabulary = { fields: [{ path: 'organization', label: '办理单位', group: '', type: 'text', optional: false }], lists: [] };

describe('改模板的内容 (HND-05)', () => {
  it('按位置改、加、删、移，原来的不动', () => {
    const before = structuredClone(content);
    expect(valueAt(setAt(content, 'blocks.1.blocks.0.text', '丁'), 'blocks.1.blocks.0.text')).toBe('丁');
    expect(setAt(content, 'organization', undefined)).not.toHaveProperty('organization');
    expect(valueAt(insertAt(content, 'closing', 0, paragraph('后')), 'closing')).toEqual([paragraph('后')]);
    expect(valueAt(removeAt(content, 'blocks', 0), 'blocks.1')).toEqual(paragraph('丙'));
    expect(valueAt(moveAt(content, 'blocks', 2, -1), 'blocks.1')).toEqual(paragraph('丙'));
    expect(moveAt(content, 'blocks', 0, -1)).toBe(content);
    expect(content).toEqual(before);
  });

  it('一键改好：换文字、补一段、套上条件、补落款', () => {
    expect(valueAt(applyMend(content, { kind: 'replace', label: '', path: 'blocks.0.text', text: '戊' }), 'blocks.0.text')).toBe('戊');
    expect(valueAt(applyMend(content, { kind: 'append', label: '', block: paragraph('{{remedies}}') }), 'blocks.3')).toEqual(paragraph('{{remedies}}'));
    expect(valueAt(applyMend(content, { kind: 'wrap', label: '', path: 'blocks.0', present: 'matter' }), 'blocks.0')).toEqual({ type: 'when', present: 'matter', blocks: [paragraph('甲')] });
    expect(valueAt(applyMend(content, { kind: 'sign', label: '' }), 'signature.date')).toBe('{{issuedOn|date}}');
  });

  it('两个版本逐块比较，字段用名称写', () => {
    const next = setAt(setAt(insertAt(content, 'blocks', 1, paragraph('新')), 'blocks.0.text', '甲改'), 'letterhead', '{{organization}}');
    expect(compareTemplates(content, next, vocabulary).filter(({ kind }) => kind !== 'same').map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['changed', '单位名称写在标题上面 【办理单位】', '红头（单位名称加红线） 【办理单位】'], ['changed', '甲', '甲改'], ['added', undefined, '新'],
    ]);
    expect(compareTemplates(content, content, vocabulary).every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('两个人都改了内容的，选一个整份', () => {
    const [base, mine, theirs] = [{ content, note: '' }, { content: setAt(content, 'title', '我的'), note: '' }, { content: setAt(content, 'title', '他的'), note: '说明' }];
    const merged = mergeTemplates(base, theirs, mine, () => 'theirs');
    expect([merged.conflicts.map(({ path }) => path), valueAt(merged.value.content, 'title'), merged.value.note]).toEqual([['content'], '他的', '说明']);
    expect(mergeTemplates(base, base, mine, () => 'mine').conflicts).toEqual([]);
  });
});
