import type { DocumentBlock, TemplateContent, TemplateMend, TemplateVocabulary } from '@tongban/server/src/modules/templates/contract.ts';

type Holder = Record<string, unknown>;

const holderOf = (value: unknown): Holder => (typeof value === 'object' && value !== null ? value as Holder : {});

/** What stands at a path such as `blocks.2.text`; undefined where nothing does. */
export function valueAt(content: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => holderOf(value)[key], content);
}

/** The content with another value at a path; undefined takes the member away. */
export function setAt<T>(content: T, path: string, value: unknown): T {
  const [key = '', ...rest] = path.split('.');
  const next = rest.length === 0 ? value : setAt(holderOf(content)[key], rest.join('.'), value);
  if (Array.isArray(content)) return content.with(Number(key), next) as T;
  const { [key]: _before, ...others } = holderOf(content);
  // Members keep their order, so that an unchanged one stays where it was.
  if (next === undefined) return others as T;
  return { ...holderOf(content), [key]: next } as T;
}

/** The entries of a list of the content, such as `blocks` or `blocks.3.blocks`. */
export function entriesAt(content: unknown, path: string): readonly unknown[] {
  const found = valueAt(content, path);
  return Array.isArray(found) ? found : [];
}

export function insertAt<T>(content: T, path: string, index: number, entry: unknown): T {
  return setAt(content, path, entriesAt(content, path).toSpliced(index, 0, entry));
}

export function removeAt<T>(content: T, path: string, index: number): T {
  return setAt(content, path, entriesAt(content, path).toSpliced(index, 1));
}

/** Moves an entry of a list by `step` places; the content itself where it cannot go. */
export function moveAt<T>(content: T, path: string, index: number, step: number): T {
  const entries = entriesAt(content, path);
  const to = index + step;
  if (to < 0 || to >= entries.length) return content;
  return setAt(content, path, entries.toSpliced(index, 1).toSpliced(to, 0, entries[index]));
}

export const blockTypes = ['paragraph', 'heading', 'list', 'table', 'fields', 'qr', 'space', 'when'] as const;
export type BlockType = (typeof blockTypes)[number];

/** A new block of a type; lists and conditions begin with the first that there is. */
export function newBlock(type: BlockType, { fields, lists }: TemplateVocabulary): DocumentBlock {
  const list = lists[0];
  switch (type) {
    case 'paragraph': return { type: 'paragraph', text: '' };
    case 'heading': return { type: 'paragraph', text: '', bold: true, indent: false };
    case 'list': return { type: 'list', each: list?.path ?? '', text: list?.columns[0] ? `{{${list.columns[0].path}}}` : '', numbering: 'arabic' };
    case 'table': return { type: 'table', each: list?.path ?? '', columns: [{ title: '序号', share: 1, text: '{{index}}', align: 'center' }, ...(list?.columns ?? []).slice(0, 4).map(({ path, label, optional }) => ({ title: label, share: 3, text: optional ? `{{${path}|or:}}` : `{{${path}}}` }))] };
    case 'fields': return { type: 'fields', rows: [[{ label: '', text: '' }]] };
    case 'qr': return { type: 'qr', content: '{{progressUrl}}', caption: '扫码查询办理进度\n{{caseNumber}}' };
    case 'space': return { type: 'space', lines: 1 };
    case 'when': return { type: 'when', present: fields.find(({ optional }) => optional)?.path ?? lists.find(({ optional }) => optional)?.path ?? fields[0]?.path ?? '', blocks: [{ type: 'paragraph', text: '' }] };
  }
}

/** Makes a fault go away as the check says it can be. */
export function applyMend(content: TemplateContent, mend: TemplateMend): TemplateContent {
  switch (mend.kind) {
    case 'replace': return setAt(content, mend.path, mend.text);
    case 'append': return insertAt(content, 'blocks', entriesAt(content, 'blocks').length, mend.block);
    case 'wrap': return setAt(content, mend.path, { type: 'when', present: mend.present, blocks: [valueAt(content, mend.path)] });
    case 'sign': return setAt(content, 'signature', { organization: '{{organization}}', date: '{{issuedOn|date}}' });
  }
}
