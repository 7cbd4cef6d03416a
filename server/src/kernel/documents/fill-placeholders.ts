import { fail } from './errors.ts';
import type { DocumentBlock, DocumentData, DocumentDefinition, DocumentValue, TextTemplate } from './definition.contract.ts';
import { formatValue } from './format-value.ts';
import { splitText } from './placeholders.contract.ts';

/** A block whose placeholders are filled and whose lists and conditions are resolved. */
export type FilledBlock =
  | Extract<DocumentBlock, { type: 'paragraph' | 'fields' | 'qr' | 'space' }>
  | { readonly type: 'list-entry'; readonly text: string }
  | { readonly type: 'filled-table'; readonly columns: Extract<DocumentBlock, { type: 'table' }>['columns']; readonly rows: readonly (readonly string[])[] };

/** Fills the texts of one document and remembers what was missing. */
export interface PlaceholderFiller {
  text(template: TextTemplate, data: DocumentData): string;
  blocks(blocks: readonly DocumentBlock[], data: DocumentData): FilledBlock[];
  /** The entries of a list, each with the data around it. */
  rows(path: string, data: DocumentData): DocumentData[];
  /** Throws `documents.missing-value` naming every placeholder without a value. */
  assertComplete(): void;
}

/** Creates the filler of one document. */
export function createFiller({ name }: Pick<DocumentDefinition, 'name'>): PlaceholderFiller {
  const missing = new Set<string>();
  const text = (template: TextTemplate, data: DocumentData): string =>
    splitText(template).map((part) => {
      if (part.kind === 'words') return part.words;
      const { path, format, fallback } = part;
      const value = findValue(data, path);
      const scalar = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
      if (scalar === '' && fallback === undefined) missing.add(path);
      if (scalar === '') return fallback ?? '';
      return format === undefined ? scalar : formatValue(scalar, format, { document: name, placeholder: path });
    }).join('');
  const rowsOf = (data: DocumentData, path: string): DocumentData[] => {
    const value = findValue(data, path);
    if (!isList(value)) {
      missing.add(path);
      return [];
    }
    return value.map((row, index) => ({ ...data, ...row, index: index + 1 }));
  };
  const blocks = (list: readonly DocumentBlock[], data: DocumentData): FilledBlock[] => list.flatMap((block) => fillBlock(block, data, { text, rowsOf, blocks }));
  return {
    text,
    blocks,
    rows: (path, data) => rowsOf(data, path),
    assertComplete() {
      if (missing.size > 0) throw fail('documents.missing-value', { document: name, placeholders: [...missing].join('、') });
    },
  };
}

interface FillTools extends Pick<PlaceholderFiller, 'text' | 'blocks'> {
  rowsOf(data: DocumentData, path: string): DocumentData[];
}

function fillBlock(block: DocumentBlock, data: DocumentData, { text, blocks, rowsOf }: FillTools): FilledBlock[] {
  switch (block.type) {
    case 'space':
      return [block];
    case 'paragraph':
      return [{ ...block, text: text(block.text, data) }];
    case 'qr':
      return [{ ...block, content: text(block.content, data), caption: text(block.caption, data) }];
    case 'fields':
      return [{ ...block, rows: block.rows.map((row) => row.map((cell) => ({ label: cell.label, text: text(cell.text, data) }))) }];
    case 'list':
      return rowsOf(data, block.each).map((row, index) => ({ type: 'list-entry', text: numberPrefix(block.numbering, index + 1) + text(block.text, row) }));
    case 'table': {
      const rows = rowsOf(data, block.each).map((row) => block.columns.map((column) => text(column.text, row)));
      return [{ type: 'filled-table', columns: block.columns, rows }];
    }
    case 'when':
      return isPresent(findValue(data, block.present)) ? blocks(block.blocks, data) : [];
  }
}

function findValue(data: DocumentData, path: string): DocumentValue {
  let value: DocumentValue = data;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || isList(value)) return undefined;
    value = Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

function isList(value: DocumentValue): value is readonly DocumentData[] {
  return Array.isArray(value);
}

function isPresent(value: DocumentValue): boolean {
  return value !== undefined && value !== null && !(isList(value) && value.length === 0) && !(typeof value === 'string' && value.trim() === '');
}

function numberPrefix(numbering: 'arabic' | 'chinese' | 'none', index: number): string {
  if (numbering === 'none') return '';
  return numbering === 'arabic' ? `${index}．` : `${formatValue(String(index), 'chinese-number', { document: '', placeholder: 'index' })}、`;
}
