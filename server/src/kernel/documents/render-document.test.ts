import { describe, expect, it } from 'vitest';
import type { NoticeDefinition } from './definition.contract.ts';
import { renderDocument } from './render-document.ts';
import { DEFAULT_TEMPLATES } from './templates/index.ts';
import { SAMPLE_DATA } from './templates/sample-data.ts';
import { copyableText } from './testing/copyable-text.ts';

const createdAt = new Date('2026-11-21T04:00:00Z');
const seal = { organization: '广安市广安区行政审批局', purpose: '行政审批专用章', registrationNumber: '5116020001234' };

const pagesOf = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type \/Page\n/g)].length;

describe('文书生成', () => {
  it.each(DEFAULT_TEMPLATES.map((template) => [template.name, template] as const))('%s renders from its template', async (_name, template) => {
    const pdf = await renderDocument(template, SAMPLE_DATA, { createdAt, seal });
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(text.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(2);
    expect(copyableText(pdf)).toContain('𠮷');
  });

  it.each(DEFAULT_TEMPLATES.map((template) => [template.name, template] as const))('%s names what is missing', async (name, template) => {
    await expect(renderDocument(template, {}, { createdAt })).rejects.toMatchObject({
      code: 'documents.missing-value', params: { document: name, placeholders: expect.stringContaining('organization') },
    });
  });

  it('gives every default template a code of its own', () => {
    expect(new Set(DEFAULT_TEMPLATES.map(({ code }) => code)).size).toBe(DEFAULT_TEMPLATES.length);
  });

  it('refuses to print a name as boxes', async () => {
    const data = { ...SAMPLE_DATA, applicant: { name: '张\uE001' } };
    for (const template of DEFAULT_TEMPLATES.filter(({ code }) => code === 'acceptance-notice'))
      await expect(renderDocument(template, data, { createdAt })).rejects.toMatchObject({ code: 'documents.missing-glyph' });
  });

  it('takes its time from the caller and is otherwise reproducible', async () => {
    const [template] = DEFAULT_TEMPLATES;
    if (!template) throw new Error('no template');
    const once = await renderDocument(template, SAMPLE_DATA, { createdAt, seal });
    expect(once.toString('latin1')).toContain('D:20261121040000Z');
    expect((await renderDocument(template, SAMPLE_DATA, { createdAt, seal })).equals(once)).toBe(true);
  });
});

describe('版式', () => {
  const notice = (count: number): NoticeDefinition => ({
    kind: 'notice', code: 'test', name: '测试', title: '测试', signature: { organization: '广安区行政审批局', date: '2026年11月21日' },
    blocks: Array.from({ length: count }, () => ({ type: 'paragraph', text: '内容'.repeat(30) }) as const),
  });
  it.each([[1, 1], [6, 1], [7, 2], [9, 2], [30, 5]])('%d paragraphs take %d pages', async (count, pages) => {
    expect(pagesOf(await renderDocument(notice(count), {}, { createdAt }))).toBe(pages);
  });

  it('continues long tables on further pages', async () => {
    const definition: NoticeDefinition = {
      kind: 'notice', code: 'test', name: '测试', title: '测试',
      blocks: [{ type: 'table', each: 'rows', columns: [{ title: '名称', share: 1, text: '{{name}}' }] }],
    };
    const rows = Array.from({ length: 55 }, (_unused, index) => ({ name: `材料${index}` }));
    expect(pagesOf(await renderDocument(definition, { rows }, { createdAt }))).toBe(3);
  });
});
