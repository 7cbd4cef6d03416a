import { describe, expect, it } from 'vitest';
import { checkTemplate, vocabularyWith, type TemplateMend } from './check-template.contract.ts';
import type { DocumentBlock, NoticeDefinition } from './definition.contract.ts';
import { DEFAULT_TEMPLATES } from './index.ts';
import { findTextFaults, splitText, writeField } from './placeholders.contract.ts';
import { findTemplateKind, templateKinds, type TemplateVocabulary } from './template-kinds.contract.ts';
import { denialDecision } from './templates/denial-decision.ts';

const application: TemplateVocabulary = {
  fields: [{ path: 'application.roadName', label: '道路名称', group: '申请表', type: 'text', optional: true }],
  lists: [{ path: 'application.segments', label: '申请表：路段', optional: true, columns: [{ path: 'roadName', label: '道路', type: 'text', optional: true }] }],
};

function check(change: Partial<NoticeDefinition>) {
  const content: NoticeDefinition = { ...denialDecision, ...change };
  const kind = findTemplateKind(content.code);
  if (!kind) throw new Error(content.code);
  return checkTemplate(content, { parts: kind.parts, vocabulary: vocabularyWith(kind, application) });
}

const withText = (text: string): Partial<NoticeDefinition> => ({ blocks: [...denialDecision.blocks, { type: 'paragraph', text }] });
const paragraph = (text: string): DocumentBlock => ({ type: 'paragraph', text });
const place = `blocks.${denialDecision.blocks.length}.text`;

describe('文书模板检查 (HND-05)', () => {
  it.each(DEFAULT_TEMPLATES.map((template) => [template.name, template] as const))('平台自带的%s没有要改的地方', (_name, template) => {
    const kind = findTemplateKind(template.code);
    expect(kind && checkTemplate(template, kind)).toEqual([]);
  });

  it('每种文书都有平台自带的模板', () => {
    expect(DEFAULT_TEMPLATES.map(({ code }) => code).toSorted()).toEqual(Object.keys(templateKinds).toSorted());
  });

  it.each<[string, string, string, string | undefined]>([
    ['不认得的字段', '{{applicant.nmae}}先生', 'unknown-field', undefined],
    ['字段写成了名称', '{{申请人}}先生', 'unknown-field', '{{applicant.name}}先生'],
    ['大括号没写完', '收到{{itemName', 'unclosed', '收到itemName'],
    ['多了右括号', '收到itemName}}', 'unopened', '收到itemName'],
    ['空的大括号', '收到{{ }}', 'empty', '收到'],
    ['列表里的内容写在外面', '{{text}}', 'outside-list', undefined],
    ['日期没有写法', '{{issuedOn}}', 'no-format', '{{issuedOn|date}}'],
    ['不合适的写法', '{{itemName|date}}', 'wrong-format', '{{itemName}}'],
    ['可能没有的内容', '{{application.roadName}}', 'may-be-absent', '{{application.roadName|or:无}}'],
    ['空段落', ' ', 'empty', undefined],
    ['太长', '长'.repeat(2_001), 'too-long', undefined],
  ])('%s：说明在哪里、怎样改', (_name, text, code, mended) => {
    const problems = check(withText(text));
    expect(problems).toMatchObject([{ code, severity: 'error', path: place }]);
    const mend: TemplateMend | undefined = problems[0]?.mend;
    expect(mend?.kind === 'replace' ? mend.text : undefined).toBe(mended);
    if (mended !== undefined) expect(check(withText(mended))).toEqual([]);
  });

  it('没有救济途径的不予许可决定书不行；补一段、自己写全都可以，藏在条件里不可以', () => {
    const without = denialDecision.blocks.slice(0, -1);
    const [problem] = check({ blocks: without });
    expect(problem).toMatchObject({ code: 'statutory-part', severity: 'error', message: '缺少“救济途径”（《中华人民共和国行政许可法》第三十八条第二款）；每份文书都要有，不能放在“有内容才显示”里。', mend: { kind: 'append' } });
    const mend = problem?.mend;
    expect(check({ blocks: [...without, ...(mend?.kind === 'append' ? [mend.block] : [])] })).toEqual([]);
    expect(check({ blocks: [...without, paragraph('不服的，可以申请行政复议，也可以提起行政诉讼。')] })).toEqual([]);
    expect(check({ blocks: [...without, { type: 'when', present: 'matter', blocks: [{ type: 'paragraph', text: '{{remedies}}' }] }] })).toMatchObject([{ code: 'statutory-part' }]);
    const { signature: _signature, ...unsigned } = denialDecision;
    expect(checkTemplate(unsigned, templateKinds['denial-decision'] ?? { parts: [], vocabulary: application })).toMatchObject([{ code: 'no-signature', mend: { kind: 'sign' } }]);
  });

  it('可能没有的列表要放进“有内容才显示”', () => {
    const table: DocumentBlock = { type: 'table', each: 'application.segments', columns: [{ title: '道路', share: 1, text: '{{roadName|or:—}}' }] };
    expect(check({ blocks: [...denialDecision.blocks, table] })).toMatchObject([{ code: 'may-be-absent', mend: { kind: 'wrap', path: place.replace('.text', ''), present: 'application.segments' } }]);
    expect(check({ blocks: [...denialDecision.blocks, { type: 'when', present: 'application.segments', blocks: [table] }] })).toEqual([]);
    expect(check({ blocks: [...denialDecision.blocks, { type: 'list', each: 'nothing', text: '一', numbering: 'none' }] })).toMatchObject([{ code: 'unknown-list' }]);
  });

  it('没有写明是谁、哪一件的，提醒而不拦', () => {
    expect(check({ blocks: [paragraph('不予许可。'), { type: 'list', each: 'reasons', text: '{{text}}', numbering: 'arabic' }, paragraph('{{remedies}}')] }).map(({ severity, code }) => [severity, code]))
      .toEqual([['warning', 'no-subject'], ['warning', 'no-subject'], ['warning', 'no-subject']]);
  });
});

describe('占位符', () => {
  it.each([
    ['{{a}}', { path: 'a', format: undefined, fallback: undefined }], ['{{a|date}}', { path: 'a', format: 'date', fallback: undefined }],
    ['{{a|or:无}}', { path: 'a', format: undefined, fallback: '无' }], ['{{a|date|or:长期}}', { path: 'a', format: 'date', fallback: '长期' }], ['{{a|or:}}', { path: 'a', format: undefined, fallback: '' }],
  ])('%s 读出来，写回去一样', (text, field) => {
    expect(splitText(text)).toMatchObject([{ kind: 'field', ...field }]);
    expect(writeField(field)).toBe(text);
    expect(findTextFaults(text)).toEqual([]);
  });
});
