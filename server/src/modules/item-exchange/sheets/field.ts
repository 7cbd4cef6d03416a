import type { CellValue, ChoiceList, RowReader, SheetColumn, TableColumn } from '../../../kernel/spreadsheets/index.ts';

/** A column of a list of items: what it is called, what belongs in it, how it is read and written. */
export interface Field {
  /** Unique within its sheet. */
  readonly key: string;
  readonly title: string;
  readonly kind: 'line' | 'text' | 'lines' | 'code' | 'codes' | 'yes-no' | 'number' | 'date';
  readonly note: string;
  /** Most characters, or the largest number. */
  readonly max: number;
  /** Dictionary, or one of the short lists of `lists.ts`. */
  readonly list?: string;
  /** Without it the row, or an entry, means nothing. */
  readonly required?: boolean;
  readonly aliases?: readonly string[];
}

/** Lists of choices by name. */
export type Lists = ReadonlyMap<string, ChoiceList>;

const widths: Readonly<Record<Field['kind'], number>> = { line: 24, text: 40, lines: 40, code: 14, codes: 24, 'yes-no': 10, number: 10, date: 14 };

/** Most choices that a heading's note lists. */
const mostNoted = 40;

/** How the field is looked for in a file. */
export function toTableColumn({ title, aliases, required }: Field, mustHave: boolean): TableColumn {
  return { title, ...(aliases ? { aliases } : {}), ...(required && mustHave ? { required: true } : {}) };
}

/** How the field is written; `valueOf` gives the element's value of a row. */
export function toSheetColumn<R>(field: Field, lists: Lists, valueOf: (row: R) => unknown): SheetColumn<R> {
  const list = field.list === undefined ? undefined : lists.get(field.list);
  const choices = field.kind === 'yes-no' ? ['是', '否'] : field.kind === 'code' ? list?.choices : undefined;
  return {
    title: field.title, note: noteOf(field, list), width: widths[field.kind], ...(field.required ? { required: true } : {}),
    format: field.kind === 'number' ? 'integer' : field.kind === 'date' ? 'date' : 'text', ...(choices ? { choices } : {}),
    value: (row) => cellOf(field, valueOf(row), list),
  };
}

function noteOf({ kind, note, required }: Field, list: ChoiceList | undefined): string {
  const how = { line: '', text: '', lines: '一行一条，在单元格内按 Alt+Enter 换行。', code: '从下拉框选择。', codes: '可填多个，用“、”隔开。', 'yes-no': '填“是”或“否”。', number: '填整数。', date: '按“2026-03-05”的样子填写。' }[kind];
  const options = kind === 'codes' && list && list.choices.length <= mostNoted ? `可选：${list.choices.join('、')}。` : '';
  return [required ? '必填。' : '', note, how, options].join('');
}

function cellOf({ kind }: Field, value: unknown, list: ChoiceList | undefined): CellValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean' || typeof value === 'number') return value;
  const label = (code: unknown): string => list?.label(String(code)) ?? String(code);
  if (Array.isArray(value)) return value.map((one) => label(one)).join(kind === 'lines' ? '\n' : '、');
  return typeof value === 'string' ? label(value) : null;
}

/** The value of a field in a row; undefined when the cell is empty or wrong. */
export function readField(reader: RowReader<string>, field: Field, lists: Lists): unknown {
  const { key, kind, max, list, required = false } = field;
  switch (kind) {
    case 'line': return reader.line(key, field);
    case 'text': return reader.text(key, field);
    case 'lines': return reader.text(key, { required, max: 30_000 })?.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    case 'code': return reader.choice(key, listOf(lists, list), field);
    case 'codes': return reader.choices(key, listOf(lists, list), field);
    case 'yes-no': return reader.yesNo(key, field);
    case 'number': return reader.integer(key, { required, min: 0, max });
    case 'date': return reader.date(key, field);
  }
}

function listOf(lists: Lists, name: string | undefined): ChoiceList {
  const list = lists.get(name ?? '');
  if (!list) throw new Error(`the list ${name ?? '(none)'} was not loaded`);
  return list;
}
