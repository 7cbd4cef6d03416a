import { createHash } from 'node:crypto';
import { parseLocalTaskCode, regionLevel, type RegionLevel } from '@tongban/identifiers';
import type { RejectedRow } from '../entry.contract.ts';
import { parseDirectoryRow, refuse, type ParsedRow, type RowOutcome, type GivenRow } from './parse-row.ts';

const exerciseLevels: Readonly<Record<RegionLevel, string>> = { province: '2', city: '3', county: '4', town: '5', village: '6' };

/** Names that stand in the column of the main item when there is none. */
const noMainItem = new Set(['', '未分类', '无', '其他']);

interface Source { readonly number: number; readonly name: string; readonly taskType: string; readonly mainItem: string; readonly department: string; readonly code: string; readonly level: string }

/** Whether a row is an implementation list as a portal lists them, with a code of its own region and department. */
export function looksLikeItem(row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'localTaskCode' in row && !('catalogCode' in row);
}

/**
 * Derives a directory from a list of implementation lists: one entry for each type and name, with the levels of all its rows,
 * below the main item they name. The codes of such lists are local ones; the part before the region becomes 地方基本编码.
 */
export function deriveRows(rows: readonly GivenRow[], regionCode: string): { rows: ParsedRow[]; rejected: RejectedRow[] } {
  const rejected: RejectedRow[] = [];
  const groups = new Map<string, Source[]>();
  for (const { value, number } of rows) {
    const source = readSource(value, number);
    if (!('name' in source)) {
      rejected.push(...rejectionOf(source));
      continue;
    }
    const key = `${source.taskType} ${source.name}`;
    groups.set(key, [...groups.get(key) ?? [], source]);
  }
  const outcomes = [...mainRows(groups), ...subRows(groups)].map(({ number, fields }) => parseDirectoryRow({ value: fields, number }, regionCode));
  return { rows: outcomes.flatMap((outcome) => outcome.ok ? [outcome.row] : []), rejected: [...rejected, ...outcomes.flatMap(rejectionOf)] };
}

function rejectionOf(outcome: RowOutcome): RejectedRow[] {
  return outcome.ok ? [] : [outcome.rejected];
}

function readSource(row: unknown, number: number): Source | RowOutcome {
  if (typeof row !== 'object' || row === null) return refuse(number, {}, ['不是事项对象。']);
  const fields: Record<string, unknown> = Object.fromEntries(Object.entries(row));
  const text = (name: string): string => typeof fields[name] === 'string' ? fields[name].normalize('NFC').replace(/\s+/g, ' ').trim() : '';
  const [name, taskType, code, area] = [text('name'), text('taskType').padStart(2, '0'), text('localTaskCode'), text('areaCode')];
  const missing = [name === '' ? '缺少事项名称。' : '', code === '' ? '缺少地方实施编码。' : '', text('department') === '' ? '缺少部门。' : ''].filter(Boolean);
  const level = regionLevel(area);
  if (level === undefined) missing.push(area === '' ? '缺少区划代码。' : `区划代码“${area}”无效。`);
  if (missing.length > 0 || level === undefined) return refuse(number, fields, missing);
  const mainItem = text('mainItem');
  return { number, name, taskType, mainItem: noMainItem.has(mainItem) ? '' : mainItem, department: text('department'), code: parseLocalTaskCode(code).itemCode, level: exerciseLevels[level] };
}

interface Derived { readonly number: number; readonly fields: Record<string, unknown> }

/** A main item that several names share; one of its own name alone is no main item. */
function mainRows(groups: ReadonlyMap<string, readonly Source[]>): Derived[] {
  const mains = new Map<string, Source[]>();
  for (const sources of groups.values()) {
    for (const source of sources) if (hasMain(source)) mains.set(mainCode(source), [...mains.get(mainCode(source)) ?? [], source]);
  }
  return [...mains].flatMap(([code, sources]) => {
    const [first] = sources;
    return first ? [{ number: first.number, fields: { ...fieldsOf(first, sources), taskName: first.mainItem, localCatalogCode: code } }] : [];
  });
}

function subRows(groups: ReadonlyMap<string, readonly Source[]>): Derived[] {
  return [...groups.values()].flatMap((sources) => {
    const [first] = sources;
    if (!first) return [];
    const fields = { ...fieldsOf(first, sources), taskName: first.name, localCatalogCode: first.code };
    return [{ number: first.number, fields: hasMain(first) ? { ...fields, parentCode: mainCode(first) } : fields }];
  });
}

function hasMain({ mainItem, name }: Source): boolean {
  return mainItem !== '' && mainItem !== name;
}

/** Main items have no code in such lists: their name is one, made short enough for a code. */
function mainCode({ taskType, mainItem }: Source): string {
  const name = mainItem.length <= 30 ? mainItem : `${mainItem.slice(0, 20)}-${createHash('sm3').update(mainItem).digest('hex').slice(0, 8)}`;
  return `${taskType}-主项-${name}`;
}

function fieldsOf(first: Source, sources: readonly Source[]): Record<string, unknown> {
  return {
    taskType: first.taskType, guidanceDepartment: departmentWithoutRegion(first.department), useLevel: [...new Set(sources.map(({ level }) => level))].sort(),
    remark: `由事项清单归并，来源${sources.length}项。`,
  };
}

/** 区教科体局 and 市教科体局 are guided by the same line of departments. */
function departmentWithoutRegion(name: string): string {
  return name.replace(/^(.{0,6}?[省市县区])(?!委)(?=.{2,})/, '') || name;
}
