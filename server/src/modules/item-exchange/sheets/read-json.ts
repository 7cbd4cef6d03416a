import { cleanFileName } from '../../../kernel/files/file-name.ts';
import { locateJsonFault } from '../../../kernel/files/index.ts';
import { elementNames, isMembers, type ItemElements, type Members } from '../../catalog/contract.ts';
import { isRejected, parseRow, shorten, toListedElements, type ListedItem } from '../../catalog/index.ts';
import type { ImportIssue } from '../contract.ts';
import { fail } from '../errors.ts';
import type { ListedRow } from './listed-row.ts';
import { mostItems, type ReadFile } from './read-workbook.ts';

/** Says what a JSON file of items is. */
export const jsonFormat = 'tongban-items';

/** The codes of this installation that bare lists are read against. */
export interface KnownCodes {
  readonly taskTypes: ReadonlySet<string>;
  readonly isKnownRegion: (code: string) => boolean;
}

/**
 * Reads a JSON file of items: our own export (`{format, items}`), an array of such items, or a bare list as the provincial
 * portal gives it (department, name, areaCode, …).
 * @throws item-exchange.not-json, not-a-list, too-many-rows
 */
export function readJson({ fileName, content }: { fileName: string; content: Buffer }, known: KnownCodes): ReadFile {
  const name = cleanFileName(fileName) || '未命名文件';
  const parsed = parse(name, content);
  const items: unknown = isMembers(parsed) && parsed['format'] === jsonFormat ? parsed['items'] : parsed;
  if (!Array.isArray(items)) throw fail('item-exchange.not-a-list', { name });
  if (items.length > mostItems) throw fail('item-exchange.too-many-rows', { count: items.length, limit: mostItems });
  return { warnings: [], sheet: '', headingRow: 0, rows: readItems(items, known) };
}

function parse(name: string, content: Buffer): unknown {
  const text = decode(name, content);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw fail('item-exchange.not-json', { name, reason: `内容不是完整的 JSON，到${locateJsonFault(text)}读不下去` }, { cause });
  }
}

function decode(name: string, content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    throw fail('item-exchange.not-json', { name, reason: '文件不是 UTF-8 编码' }, { cause });
  }
}

async function* readItems(items: readonly unknown[], known: KnownCodes): AsyncGenerator<ListedRow> {
  for (const [index, item] of items.entries()) {
    const number = index + 1;
    if (!isMembers(item)) yield refusedRow(number, '不是一个事项对象。');
    else yield 'areaCode' in item || 'department' in item ? readBare(item, number, known) : readFull(item, number);
  }
}

function blank(number: number): Omit<ListedRow, 'code' | 'name' | 'issues'> {
  return { sheet: '', sheetRow: number, position: `第${number}项`, department: undefined, said: {}, parts: new Map(), entries: new Map(), basedOn: undefined, findings: [] };
}

function refusedRow(number: number, ...messages: readonly string[]): ListedRow {
  const issues = messages.map((message): ImportIssue => ({ position: `第${number}项`, severity: 'error', message }));
  return { ...blank(number), code: '', name: '', issues };
}

function readBare(item: Members, number: number, known: KnownCodes): ListedRow {
  const row = parseRow(item, number, known);
  if (isRejected(row)) return { ...refusedRow(number, ...row.reasons), code: row.code, name: row.name };
  const { organizationId: _unknown, departmentName, ...said } = toListedElements(row, '');
  return {
    ...blank(number), code: row.localTaskCode, name: row.name, department: { name: departmentName ?? row.departmentName, regionCode: row.regionCode },
    said, findings: row.findings, issues: codeIssues(row, number),
  };
}

/** A code is no name: the department is told by its name, and whoever gave a code that is none hears that it counted for nothing. */
function codeIssues({ departmentCode: { kind, normalized } }: ListedItem, number: number): ImportIssue[] {
  if (kind !== 'invalid' || normalized === '') return [];
  return [{ position: `第${number}项`, severity: 'warning', message: `部门编码“${shorten(normalized)}”无效，没有采用；部门按名称认定。` }];
}

function readFull(item: Members, number: number): ListedRow {
  const text = (name: string): string => { const value = item[name]; return typeof value === 'string' ? value.trim() : ''; };
  const code = text('localTaskCode');
  if (code === '') return refusedRow(number, '缺少地方实施编码（localTaskCode）。');
  const given = elementNames.filter((name) => item[name] !== undefined && item[name] !== null && !['localTaskCode', 'organizationId', 'departmentName'].includes(name));
  const unknown = Object.keys(item).filter((name) => name !== 'versionMark' && !elementNames.some((one) => one === name));
  return {
    ...blank(number), code, name: text('name'),
    department: text('departmentName') === '' ? undefined : {
      name: text('departmentName'), ...(text('organizationId') === '' ? {} : { id: text('organizationId') }), ...(text('regionCode') === '' ? {} : { regionCode: text('regionCode') }),
    },
    // Whether the values have the shape of their elements is checked by the schema before anything is written.
    said: Object.fromEntries(given.map((name) => [name, item[name]])) as Partial<ItemElements>,
    basedOn: text('versionMark') || undefined,
    issues: unknown.length === 0 ? [] : [{ position: `第${number}项`, severity: 'warning', message: `没有这些要素，不导入：${unknown.slice(0, 10).join('、').slice(0, 200)}。` }],
  };
}
