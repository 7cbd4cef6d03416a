import { classifyDepartmentCode, type DepartmentCode } from './department-code.ts';
import { removeSpaces, toHalfWidth } from './normalize-text.ts';
import type { Finding } from './outcome.ts';
import { findFullRegionCode } from './region-code.ts';

/** What could be read from a local item code of the Sichuan portal; missing parts are undefined and named in findings. */
export interface LocalTaskCode {
  readonly normalized: string;
  /** Item part, e.g. `511A0138000000`, `G-000007-001`, `1J-5100-00027`. */
  readonly itemCode: string;
  readonly itemShape: 'provincial' | 'municipal' | 'legacy' | 'unknown';
  /** National task type implied by the item part, where the published lists show one; otherwise undefined. */
  readonly taskTypeHint: string | undefined;
  readonly areaCode: string | undefined;
  /** Three digits after the region, meaning unpublished; `000` in all known codes. */
  readonly branch: string | undefined;
  readonly department: DepartmentCode | undefined;
  /** One digit after the department, meaning unpublished. */
  readonly edition: string | undefined;
  /** Last two digits, meaning unpublished; `00` in all known codes. */
  readonly suffix: string | undefined;
  readonly findings: readonly Finding[];
}

/** Letters of codes beginning with 511 or with the letter alone, as found in published lists (domain §1.2). */
const TASK_TYPE_OF_LETTER: Readonly<Record<string, string>> = { A: '01', E: '09', F: '07', G: '05', H: '08', Z: '10' };

const FULL = /^(.+?)-(\d{12})-(\d{3})-(.+)-(\d)-(\d{2})$/;
const SHORT = /^([0-9A-Z]{1,2}-\d{4,6}-\d{3,5})-(.+)$/;

/**
 * Reads a local item code `item-region(12)-000-department-1-00`. Never refuses: everything unusual (short form,
 * department code with a hyphen, placeholder or cut, letters in lower case) is read as far as possible and reported.
 */
export function parseLocalTaskCode(text: string): LocalTaskCode {
  const trimmed = removeSpaces(toHalfWidth(text));
  const normalized = trimmed.toUpperCase();
  const findings: Finding[] = [];
  const note = (code: string, message: string): number => findings.push({ code, message });
  if (normalized !== trimmed) note('lower-case', '编码中含有小写字母，已按大写处理。');
  const full = FULL.exec(normalized);
  const short = full ? undefined : SHORT.exec(normalized);
  if (short) note('short-form', '编码缺少区划和版本部分，仅有事项与部门编码。');
  if (!full && !short) note('unknown-shape', '编码无法按“事项-区划-000-部门-1-00”拆分。');
  const itemCode = full?.[1] ?? short?.[1] ?? normalized;
  const item = classifyItem(itemCode);
  if (item.itemShape === 'unknown') note('unknown-item-shape', `事项部分“${itemCode}”不是已知的编码形式。`);
  const areaCode = full?.[2];
  if (areaCode !== undefined && findFullRegionCode(areaCode) === undefined)
    note('unknown-region', `区划部分“${areaCode}”不是有效的区划代码。`);
  const departmentText = full?.[4] ?? short?.[2];
  const department = departmentText === undefined ? undefined : classifyDepartmentCode(departmentText);
  findings.push(...describeDepartment(department));
  return { normalized, itemCode, ...item, areaCode, branch: full?.[3], department, edition: full?.[5], suffix: full?.[6], findings };
}

function classifyItem(itemCode: string): Pick<LocalTaskCode, 'itemShape' | 'taskTypeHint'> {
  const provincial = /^51([123])([A-Z]?)(\d{8,11})$/.exec(itemCode);
  if (provincial) {
    const [, book, letter = ''] = provincial;
    const hint = book === '1' ? TASK_TYPE_OF_LETTER[letter] : book === '2' ? '20' : undefined;
    return { itemShape: 'provincial', taskTypeHint: hint };
  }
  const legacy = /^([A-Z])-\d{6}-\d{3,4}$/.exec(itemCode);
  // Old codes under A are not permits throughout (one published code is a public service): no hint.
  if (legacy?.[1]) return { itemShape: 'legacy', taskTypeHint: legacy[1] === 'A' ? undefined : TASK_TYPE_OF_LETTER[legacy[1]] };
  if (/^\d[A-Z]-\d{4}-\d{5}$/.test(itemCode)) return { itemShape: 'municipal', taskTypeHint: undefined };
  return { itemShape: 'unknown', taskTypeHint: undefined };
}

function describeDepartment(department: DepartmentCode | undefined): Finding[] {
  switch (department?.kind) {
    case undefined:
      return [{ code: 'department-missing', message: '编码中没有部门部分。' }];
    case 'unified-social-credit-code':
      return [];
    case 'organization-code':
      return [{ code: 'department-organization-code', message: `部门部分${department.normalized}是组织机构代码，应换为统一社会信用代码。` }];
    case 'system-code':
      return [{ code: 'department-system-code', message: `部门部分${department.normalized}：${department.reason}` }];
    case 'invalid':
      return [{ code: `department-${department.code}`, message: `部门部分${department.normalized}：${department.reason}` }];
  }
}
