import { parseCatalogCode } from '@tongban/identifiers';
import { findFaults } from '../../../kernel/http/validation.ts';
import { checkPlainly, normalizeElements } from '../check-elements.ts';
import { EntryElements, type RejectedRow } from '../entry.contract.ts';

/** One row of a file, numbered as people count: from 1 in JSON, as in Excel in a workbook. */
export interface GivenRow { readonly number: number; readonly value: unknown }

/** One row of a list of the basic directory as an entry should stand. */
export interface ParsedRow {
  /** From 1, as people count. */
  readonly number: number;
  readonly elements: EntryElements;
  /** 取消: the entry goes out of force. */
  readonly cancels: boolean;
}

export type RowOutcome = { readonly ok: true; readonly row: ParsedRow } | { readonly ok: false; readonly rejected: RejectedRow };

type Fields = Readonly<Record<string, unknown>>;

/** Reads one row of 基本目录 by the names of the national exchange (domain §1.4). Everything wrong with it is told at once. */
export function parseDirectoryRow(value: unknown, number: number, regionCode: string): RowOutcome {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(number, {}, ['不是目录事项对象。']);
  const fields: Fields = Object.fromEntries(Object.entries(value));
  const given = toElements(fields);
  const faults = findFaults(EntryElements, given).map(({ path, message }) => `${labelOf(path)}：${message}`);
  if (faults.length > 0) return refuse(number, fields, faults);
  const elements = normalizeElements(given as EntryElements);
  const issues = checkPlainly(regionCode, elements).map(({ message }) => message);
  const state = stateOf(fields['taskState']);
  if (state === undefined) issues.push(`事项状态（taskState）“${shorten(fields['taskState'])}”应为1（在用）、2（暂停）或者3（取消）。`);
  if (issues.length > 0) return refuse(number, fields, issues);
  return { ok: true, row: { number, cancels: state === 'cancelled', elements: state === 'paused' ? { ...elements, paused: true } : elements } };
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
  name: '事项名称（taskName）', catalogCode: '基本编码（catalogCode）', localCatalogCode: '地方基本编码（localCatalogCode）', parentCode: '主项编码（parentCode）',
  taskType: '事项类型（taskType）', guidanceDepartment: '业务指导部门（guidanceDepartment）', useLevels: '行使层级（useLevel）', legalBases: '设定依据（byLaw）',
  publicElements: '公共要素（publicElements）', lockedElements: '锁定要素（lockedElements）', licenceReform: '证照分离改革方式（licenceReform）',
  planEffectiveDate: '计划生效日期（planEffectiveDate）', planCancelDate: '计划取消日期（planCancelDate）', remark: '备注（remark）',
};

function labelOf(path: string): string {
  const [first = '', ...rest] = path.split('.');
  const label = labels[first] ?? first;
  return rest.length === 0 ? label : `${label} ${rest.map((part) => /^\d+$/.test(part) ? `第${Number(part) + 1}项` : part).join(' ')}`;
}

/** A row left out, with what people need to find it. */
export function refuse(number: number, fields: Fields, reasons: readonly string[]): RowOutcome {
  const code = fields['catalogCode'] ?? fields['localCatalogCode'] ?? fields['localTaskCode'];
  return { ok: false, rejected: { number, code: shorten(code), name: shorten(fields['taskName'] ?? fields['name']), reasons: reasons.slice(0, 10) } };
}

/** At most sixty characters of whatever stands in a row. */
export function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : value === undefined || value === null ? '' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
