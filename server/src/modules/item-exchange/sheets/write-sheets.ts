import { defineSheet, type Sheet, type SheetColumn } from '../../../kernel/spreadsheets/index.ts';
import { isMembers, type ElementName, type ItemElements, type Members } from '../../catalog/contract.ts';
import { entryCodeField, entryNameField, entrySheets, membersOf, type EntrySheet } from './entry-sheets.ts';
import { toSheetColumn, type Lists } from './field.ts';
import { mainFields, mainSheet, markField, type MainField } from './main-fields.ts';

/** An item as it is exported: some or all of its elements. */
export interface ExportedItem {
  readonly code: string;
  readonly name: string;
  readonly mark: string;
  readonly elements: Partial<ItemElements>;
}

/** Gives the items to be written, once for each sheet, with the elements that the sheet needs. */
export type ItemSource = (elements: readonly ElementName[]) => Iterable<ExportedItem> | AsyncIterable<ExportedItem>;

/** What a list of items shows. */
export interface SheetChoice {
  /** The main sheet alone, or with those of the entries. */
  readonly parts: 'main' | 'all';
  /** Only these elements, beside what tells the items apart. */
  readonly only?: ReadonlySet<ElementName>;
  /** Further columns of the main sheet. */
  readonly more?: readonly SheetColumn<ExportedItem>[];
}

const telling: ReadonlySet<ElementName> = new Set(['localTaskCode', 'name']);

/** The sheets of a list of items. */
export function itemSheets(source: ItemSource, lists: Lists, { parts, only, more = [] }: SheetChoice): Sheet[] {
  const shows = (element: ElementName): boolean => only === undefined || only.has(element);
  const entries = parts === 'all' ? entrySheets.filter(({ element }) => shows(element)) : [];
  return [mainItemSheet(source, lists, mainFields.filter(({ element }) => telling.has(element) || shows(element)), more), ...entries.map((sheet) => entryItemSheet(sheet, source, lists))];
}

function mainItemSheet(source: ItemSource, lists: Lists, fields: readonly MainField[], more: readonly SheetColumn<ExportedItem>[]): Sheet {
  return defineSheet<ExportedItem>({
    name: mainSheet, rows: source([...new Set(fields.map(({ element }) => element))]),
    columns: [...fields.map((field) => toSheetColumn(field, lists, (item: ExportedItem) => valueOf(field, item))), ...more, toSheetColumn(markField, lists, ({ mark }: ExportedItem) => mark)],
  });
}

function valueOf({ element, part }: MainField, { elements }: ExportedItem): unknown {
  const value: unknown = elements[element];
  if (part === undefined) return value;
  return isMembers(value) ? value[part] : undefined;
}

interface Line { readonly item: ExportedItem; readonly entry: Members }

function entryItemSheet({ element, title, fields }: EntrySheet, source: ItemSource, lists: Lists): Sheet {
  async function* lines(): AsyncGenerator<Line> {
    for await (const item of source([element])) for (const entry of membersOf(item.elements[element])) yield { item, entry };
  }
  return defineSheet<Line>({
    name: title, rows: lines(),
    columns: [
      toSheetColumn(entryCodeField, lists, ({ item }: Line) => item.code), toSheetColumn(entryNameField, lists, ({ item }: Line) => item.name),
      ...fields.map((field) => toSheetColumn(field, lists, ({ entry }: Line) => entry[field.key])),
    ],
  });
}

interface Advice { readonly topic: string; readonly text: string }

const advice: readonly Advice[] = [
  { topic: '怎样填写', text: '“事项”工作表一行一个事项；设定依据、申请材料等在后面的工作表中，一行一条，用地方实施编码与事项对应。' },
  { topic: '新增', text: '填写地方实施编码、事项名称、实施主体、事项类型，其余要素可以以后补充。行政区划不填时，取实施主体所在的区划。' },
  { topic: '修改', text: '建议先导出，在导出的文件上修改，保留“版本标记”。留空的单元格表示不改；要删除一项内容，请在平台上修改。' },
  { topic: '成组的内容', text: '后面的工作表中，一个事项只要写了一条，就以写出的各条为准，替换原有的；一条也不写的，保持不变。' },
  { topic: '不会覆盖', text: '平台上编制过的内容不会被清单直接覆盖，不同之处列入“差异清单”，由人逐项核对。' },
  { topic: '表格', text: '请不要合并单元格、不要改动表头；可以增加自己的列（不导入）。公式按现在显示的结果读取。' },
];

/** The sheet in front of a template. */
export function adviceSheet(): Sheet {
  return defineSheet<Advice>({
    name: '填写说明', rows: advice, columns: [{ title: '项目', width: 16, value: ({ topic }) => topic }, { title: '说明', width: 80, value: ({ text }) => text }],
  });
}
