import { parseCatalogCode } from '@tongban/identifiers';
import { findFaults } from '../../../kernel/http/validation.ts';
import { elementLabel } from '../../catalog/contract.ts';
import { checkPlainly, normalizeElements } from '../check-elements.ts';
import { EntryElements, type RejectedRow } from '../entry.contract.ts';

/** One row of a file, numbered as people count: from 1 in JSON, as in Excel in a workbook. */
export interface GivenRow {
  readonly number: number;
  readonly value: unknown;
  /** What was wrong with cells, by the fields that could not be read for it. */
  readonly faults?: readonly { readonly field: string; readonly reason: string }[];
}

/** One row of a list of the basic directory as an entry should stand. */
export interface ParsedRow {
  /** From 1, as people count. */
  readonly number: number;
  /** Of a row with faults, what could be read of it: enough to find its further faults. */
  readonly elements: EntryElements;
  /** 取消: the entry goes out of force. */
  readonly cancels: boolean;
  /** What keeps the row out. */
  readonly faults: readonly string[];
}

export type RowOutcome = { readonly ok: true; readonly row: ParsedRow } | { readonly ok: false; readonly rejected: RejectedRow };

/** Reasons told of one row; more would be read by nobody. */
export const mostReasons = 10;

type Fields = Readonly<Record<string, unknown>>;

/** Reads one row of 基本目录 by the names of the national exchange (domain §1.4). Everything wrong with it is told at once. */
export function parseDirectoryRow({ value, number, faults: cells = [] }: GivenRow, regionCode: string): RowOutcome {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(number, {}, ['不是目录事项对象。']);
  const fields: Fields = Object.fromEntries(Object.entries(value));
  const given = toElements(fields);
  const unread = new Set(cells.map(({ field }) => elementsOf[field] ?? field));
  const misshapen = findFaults(EntryElements, given).filter(({ path }) => !unread.has(memberOf(path)));
  const faulty = new Set([...unread, ...misshapen.map(({ path }) => memberOf(path))]);
  const elements = normalizeElements(faulty.size === 0 ? given as EntryElements : mend(given, faulty));
  const state = stateOf(fields['taskState']);
  const faults = [
    ...cells.map(({ reason }) => reason), ...misshapen.map(({ path, message }) => `${labelOf(path)}：${message}`),
    ...checkPlainly(regionCode, elements).filter(({ path }) => !faulty.has(memberOf(path.replace(/^elements\./, '')))).map(({ message }) => message),
    ...(state === undefined && !unread.has('taskState') ? [`事项状态“${shorten(fields['taskState'])}”应为1（在用）、2（暂停）或者3（取消）。`] : []),
  ];
  return { ok: true, row: { number, faults, cancels: state === 'cancelled', elements: state === 'paused' ? { ...elements, paused: true } : elements } };
}

function memberOf(path: string): string {
  return path.split('.')[0] ?? '';
}

/** Where the elements are called otherwise than the fields of the exchange. */
const elementsOf: Readonly<Record<string, string>> = { taskName: 'name', useLevel: 'useLevels', byLaw: 'legalBases', legalDays: 'publicElements' };

/** The readable rest of a row, with what its code says in place of what cannot be read: enough to check the rest. */
function mend(given: Record<string, unknown>, faulty: ReadonlySet<string>): EntryElements {
  const sound = Object.fromEntries(Object.entries(given).filter(([name]) => !faulty.has(name)));
  const code = typeof sound['catalogCode'] === 'string' ? parseCatalogCode(sound['catalogCode']) : undefined;
  const stands: EntryElements = { name: '', taskType: code?.ok ? code.taskType : '01', guidanceDepartment: code?.ok ? code.guidanceDepartment : '未注明', useLevels: [], legalBases: [], publicElements: {}, lockedElements: [] };
  return { ...stands, ...sound, ...(faulty.has('publicElements') ? { lockedElements: [] } : {}) };
}

function stateOf(value: unknown): 'in-force' | 'paused' | 'cancelled' | undefined {
  switch (String(value ?? '1').trim()) {
    case '1': case '在用': return 'in-force';
    case '2': case '暂停': case '挂起': return 'paused';
    case '3': case '取消': return 'cancelled';
    default: return undefined;
  }
}

function toElements(fields: Fields): Record<string, unknown> {
  const text = (name: string): unknown => typeof fields[name] === 'string' && fields[name].trim() === '' ? undefined : fields[name];
  const code = typeof fields['catalogCode'] === 'string' ? parseCatalogCode(fields['catalogCode']) : undefined;
  const optional = ['catalogCode', 'localCatalogCode', 'parentCode', 'licenceReform', 'remark', 'planEffectiveDate', 'planCancelDate'];
  return {
    name: fields['taskName'] ?? fields['name'], taskType: padType(fields['taskType'] ?? (code?.ok ? code.taskType : undefined)),
    guidanceDepartment: text('guidanceDepartment') ?? (code?.ok ? code.guidanceDepartment : '未注明'),
    useLevels: listOf(fields['useLevel'] ?? fields['useLevels']), legalBases: basesOf(fields['byLaw'] ?? fields['legalBases']),
    publicElements: fields['publicElements'] ?? {}, lockedElements: listOf(fields['lockedElements']),
    ...Object.fromEntries(optional.filter((name) => text(name) !== undefined).map((name) => [name, text(name)])),
  };
}

/** Some lists write 1 for 01. */
function padType(value: unknown): unknown {
  return typeof value === 'string' && /^\d$/.test(value.trim()) ? `0${value.trim()}` : value;
}

/** `["3","4"]`, `"3,4"`, `"3、4"`; nothing is an empty list. */
function listOf(value: unknown): unknown {
  if (typeof value === 'string') return [...new Set(value.split(/[,，、;；\s]+/).filter(Boolean))];
  return value ?? [];
}

function basesOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value ?? [];
  return value.map((basis: unknown) => {
    if (typeof basis !== 'object' || basis === null) return basis;
    const { lawNumber, ...rest } = basis as Record<string, unknown>;
    return lawNumber === undefined ? rest : { documentNumber: lawNumber, ...rest };
  });
}

const labels: Readonly<Record<string, string>> = {
  name: '事项名称', catalogCode: '基本编码', localCatalogCode: '地方基本编码', parentCode: '主项编码', taskType: '事项类型', guidanceDepartment: '业务指导部门', useLevels: '行使层级',
  legalBases: '设定依据', publicElements: '公共要素', lockedElements: '锁定要素', licenceReform: '证照分离改革方式', planEffectiveDate: '计划生效日期', planCancelDate: '计划取消日期', remark: '备注',
};

/** Members of legal bases and of public elements, which the file names in English. */
const partLabels: Readonly<Record<string, string>> = {
  lawName: '法律法规名称', documentNumber: '文号', clauseNumber: '条款号', clauseContent: '条款内容', type: '类型', form: '形式', necessity: '必要性', source: '来源渠道', standardCode: '标准材料编码',
  issuingAuthority: '出具单位', originals: '原件份数', copies: '复印件份数', acceptanceStandard: '受理标准', basis: '依据', days: '天数', unit: '单位', kind: '种类', validity: '有效期', standard: '标准',
};

/** The Chinese name of a member of an entry; public elements are called as implementation lists call them. */
export function labelOfElement(name: string): string {
  return labels[name] ?? elementLabel(name);
}

function labelOf(path: string): string {
  const [first = '', ...rest] = path.split('.');
  const named = rest.map((part, place) => {
    if (/^\d+$/.test(part)) return `第${Number(part) + 1}项`;
    if (place === 0 && first === 'publicElements') return elementLabel(part);
    return part === 'name' ? '名称' : partLabels[part] ?? `“${part}”`;
  });
  return [labelOfElement(first), ...named].join(' ');
}

/** A row left out, with what people need to find it. */
export function refuse(number: number, fields: Fields, reasons: readonly string[]): RowOutcome {
  const code = fields['catalogCode'] ?? fields['localCatalogCode'] ?? fields['localTaskCode'];
  return { ok: false, rejected: { number, code: shorten(code), name: shorten(fields['taskName'] ?? fields['name']), reasons: reasons.slice(0, mostReasons) } };
}

/** At most sixty characters of whatever stands in a row. */
export function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : value === undefined || value === null ? '' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
