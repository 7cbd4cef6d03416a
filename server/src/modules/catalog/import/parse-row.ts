import { classifyDepartmentCode, findFullRegionCode, parseLocalTaskCode, type DepartmentCode } from '@tongban/identifiers';
import type { ImportFinding } from '../contract.ts';

/** One row that can become an item; doubts about its codes are findings, kept with the item. */
export interface ListedItem {
  readonly number: number;
  readonly name: string;
  readonly mainItemName: string | undefined;
  readonly departmentName: string;
  readonly departmentCode: DepartmentCode;
  readonly regionCode: string;
  readonly localTaskCode: string;
  /** Two digits of the national list. */
  readonly taskType: string;
  readonly url: string | undefined;
  readonly findings: readonly ImportFinding[];
}

/** A row that was left out, so that whoever delivered the list can find and mend it. */
export interface RejectedRow {
  /** From 1, in the order of the file. */
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly reasons: readonly string[];
}

/** The codes of this installation that rows are read against. */
export interface KnownCodes {
  readonly taskTypes: ReadonlySet<string>;
  readonly isKnownRegion: (code: string) => boolean;
}

/** Longest name of an item (the national tables allow more, real names stay below 120). */
const LONGEST_NAME = 200;

interface RawRow {
  readonly department: string;
  readonly mainItem: string;
  readonly name: string;
  readonly areaCode: string;
  readonly localTaskCode: string;
  readonly taskType: string;
  readonly deptCode: string;
  readonly link: string;
}

const required = { department: '部门名称', name: '事项名称', areaCode: '区划代码', localTaskCode: '地方实施编码', taskType: '事项类型' } as const;
const optional = { mainItem: '主项名称', deptCode: '部门编码', link: '办事指南链接' } as const;

/**
 * Reads one row of a list. Without a usable name, code, region, type or department it is refused; a code that breaks its
 * rule is a finding, since published lists are full of them and the item is real all the same (CAT-12).
 */
export function parseRow(raw: unknown, number: number, { taskTypes, isKnownRegion }: KnownCodes): ListedItem | RejectedRow {
  const { row, reasons } = readFields(raw);
  const regionCode = findFullRegionCode(row.areaCode);
  const taskType = row.taskType.padStart(2, '0');
  if (row.areaCode !== '' && regionCode === undefined) reasons.push(`区划代码“${shorten(row.areaCode)}”不是6、9或者12位的行政区划代码。`);
  if (regionCode !== undefined && !isKnownRegion(regionCode)) reasons.push(`区划代码“${regionCode}”不在行政区划表中。`);
  if (row.taskType !== '' && !taskTypes.has(taskType)) reasons.push(`事项类型“${shorten(row.taskType)}”不在事项类型代码表中。`);
  if (row.name.length > LONGEST_NAME) reasons.push(`事项名称有${row.name.length}个字，超过${LONGEST_NAME}个字，请检查是否混入了正文。`);
  if (/<[^>]*>|<\/?\w/.test(row.name)) reasons.push('事项名称含有网页标签，请去掉标签后重新导入。');
  if (row.localTaskCode.length > 100) reasons.push('地方实施编码超过100个字符。');
  if (row.department.length > 100) reasons.push('部门名称超过100个字。');
  if (reasons.length > 0 || regionCode === undefined) return { number, code: shorten(row.localTaskCode), name: shorten(row.name), reasons };
  const departmentCode = classifyDepartmentCode(row.deptCode);
  const link = checkLink(row.link);
  return {
    number, name: row.name, mainItemName: row.mainItem === '' || row.mainItem === '未分类' ? undefined : row.mainItem.slice(0, LONGEST_NAME),
    departmentName: row.department, departmentCode, regionCode, localTaskCode: row.localTaskCode.toUpperCase(), taskType, url: link.url,
    findings: [...describeDepartment(departmentCode), ...checkTaskCode(row.localTaskCode, regionCode, taskType), ...link.findings],
  };
}

export function isRejected(row: ListedItem | RejectedRow): row is RejectedRow {
  return 'reasons' in row;
}

/** Cuts a text for messages. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function readFields(raw: unknown): { row: RawRow; reasons: string[] } {
  const reasons: string[] = [];
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) reasons.push('这一行不是事项对象。');
  const source = new Map<string, unknown>(typeof raw === 'object' && raw !== null ? Object.entries(raw) : []);
  const read = (key: string, label: string, needed: boolean): string => {
    const value = source.get(key);
    if (value === undefined || value === null) {
      if (needed && reasons.length === 0) reasons.push(`缺少${label}（${key}）。`);
      return '';
    }
    if (typeof value !== 'string') {
      reasons.push(`${label}（${key}）应是文字，实际是${describeType(value)}。`);
      return '';
    }
    const text = clean(value);
    if (needed && text === '') reasons.push(`${label}（${key}）为空。`);
    return text;
  };
  const needed = (key: keyof typeof required) => read(key, required[key], true);
  const wanted = (key: keyof typeof optional) => read(key, optional[key], false);
  return {
    row: {
      department: needed('department'), name: needed('name'), areaCode: needed('areaCode'), localTaskCode: needed('localTaskCode'), taskType: needed('taskType'),
      mainItem: wanted('mainItem'), deptCode: wanted('deptCode'), link: wanted('link'),
    },
    reasons,
  };
}

function clean(text: string): string {
  return text.normalize('NFC').replace(/\p{Cf}+/gu, '').replace(/\p{Cc}+/gu, ' ').replace(/\s+/g, ' ').trim();
}

function describeType(value: unknown): string {
  if (Array.isArray(value)) return '列表';
  return { number: '数字', boolean: '是否值' }[typeof value as string] ?? '对象';
}

function describeDepartment(code: DepartmentCode): ImportFinding[] {
  switch (code.kind) {
    case 'unified-social-credit-code': return [];
    case 'organization-code': return [{ code: 'department-organization-code', message: `部门编码${code.normalized}是9位组织机构代码，应换为统一社会信用代码。` }];
    case 'system-code': return [{ code: 'department-system-code', message: `部门编码${code.normalized}：${code.reason}` }];
    case 'invalid': return [{ code: `department-${code.code}`, message: `部门编码${shorten(code.normalized)}：${code.reason}` }];
  }
}

function checkTaskCode(localTaskCode: string, regionCode: string, taskType: string): ImportFinding[] {
  const { areaCode, taskTypeHint, findings } = parseLocalTaskCode(localTaskCode);
  return [
    ...findings.map(({ code, message }) => ({ code: `task-code-${code}`, message })),
    ...(areaCode !== undefined && areaCode !== regionCode ? [{ code: 'region-differs', message: `编码中的区划${areaCode}与区划代码${regionCode}不一致。` }] : []),
    ...(taskTypeHint !== undefined && taskTypeHint !== taskType ? [{ code: 'task-type-differs', message: `编码表示的事项类型${taskTypeHint}与填报的${taskType}不一致。` }] : []),
  ];
}

function checkLink(link: string): { url: string | undefined; findings: ImportFinding[] } {
  if (link === '') return { url: undefined, findings: [] };
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (url && /^https?:$/.test(url.protocol) && link.length <= 1000) return { url: link, findings: [] };
  return { url: undefined, findings: [{ code: 'link-unusable', message: '办事指南链接不是有效的网址，已略去。' }] };
}
