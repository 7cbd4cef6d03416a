import { splitText, type DocumentBlock, type FieldType, type TemplateVocabulary } from '@tongban/server/src/modules/templates/contract.ts';
import { text } from '../text.ts';

/** A field as it is offered where a text is written. */
export interface OfferedField {
  readonly path: string;
  readonly label: string;
  readonly group: string;
  readonly type: FieldType;
  readonly optional: boolean;
}

/** The fields a text may use: those of the list it is written for first. */
export function fieldsFor({ fields, lists }: TemplateVocabulary, each: string | undefined): OfferedField[] {
  const list = lists.find(({ path }) => path === each);
  if (!list) return [...fields];
  const own = [...list.columns.map((column) => ({ ...column, group: list.label })), { path: 'index', label: text.field.index, group: list.label, type: 'number' as const, optional: false }];
  return [...own, ...fields.filter(({ path }) => !own.some((column) => column.path === path))];
}

/** A text as people read it: fields by their names in brackets. */
export function wordsOf(template: string, fields: readonly Pick<OfferedField, 'path' | 'label'>[]): string {
  return splitText(template).map((part) => (part.kind === 'words' ? part.words : `【${fields.find(({ path }) => path === part.path)?.label ?? part.path}】`)).join('');
}

/** A block as people read it, one line for each of its parts. */
export function blockWords(block: DocumentBlock, vocabulary: TemplateVocabulary): string {
  const read = (template: string, each?: string): string => wordsOf(template, fieldsFor(vocabulary, each));
  const listName = (path: string): string => vocabulary.lists.find((list) => list.path === path)?.label ?? path;
  switch (block.type) {
    case 'paragraph': return read(block.text);
    case 'list': return `${text.editor.types.list}（${listName(block.each)}）：${read(block.text, block.each)}`;
    case 'table': return `${text.editor.types.table}（${listName(block.each)}）：${block.columns.map(({ title, text: cell }) => `${title} ${read(cell, block.each)}`).join(' | ')}`;
    case 'fields': return block.rows.map((row) => row.map(({ label, text: cell }) => `${label}：${read(cell)}`).join(' | ')).join('\n');
    case 'qr': return `${text.editor.types.qr}：${read(block.content)} ${read(block.caption)}`;
    case 'space': return `${text.editor.types.space} ${block.lines}`;
    case 'when': return `${text.editor.types.when}（${vocabulary.fields.find(({ path }) => path === block.present)?.label ?? listName(block.present)}）：\n${block.blocks.map((inner) => blockWords(inner, vocabulary)).join('\n')}`;
  }
}
