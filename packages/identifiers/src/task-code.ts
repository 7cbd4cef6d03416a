import { normalizeCode } from './normalize-text.ts';
import { reject, type CheckOutcome, type Finding } from './outcome.ts';
import { checkUnifiedSocialCreditCode } from './unified-social-credit-code.ts';

/** What a national implementation code (实施编码) is made of. */
export interface TaskCodeParts {
  readonly kind: 'task' | 'handling-item';
  /** The first 31 characters. */
  readonly taskCode: string;
  /** Unified social credit code of the implementing department, 18 characters. */
  readonly departmentCode: string;
  /** 行使层级: 1 国家级 … 6 村级, 7 分级管理. */
  readonly level: number;
  /** 基本编码, 12 characters. */
  readonly catalogCode: string;
  /** `00` national, else the two digits of a province. */
  readonly catalogRegion: string;
  readonly taskType: string;
  /** 中央业务指导部门, two characters. */
  readonly guidanceDepartment: string;
  readonly mainItem: string;
  /** `000` when the main item has no sub-items. */
  readonly subItem: string;
  /** 业务办理项序号 `01`–`99`, only for a handling item. */
  readonly handlingItem?: string;
  readonly findings: readonly Finding[];
}

/**
 * Reads a 31-character 实施编码 or a 33-character 业务办理项编码 (domain §1.3). The code has no check character of its
 * own: a department code that fails its check is a finding, not a refusal, since published codes contain such.
 */
export function parseTaskCode(text: string): CheckOutcome<TaskCodeParts> {
  const normalized = normalizeCode(text);
  if (normalized === '') return reject('empty', '请填写实施编码。');
  if (normalized.length !== 31 && normalized.length !== 33)
    return reject('wrong-length', `实施编码应为31位（业务办理项编码33位），当前为${normalized.length}位。`);
  const match = /^([0-9A-Z]{18})([1-7])((\d{2})(\d{2})([0-9A-Z]{2})(\d{3})([0-9A-Z]{3}))(\d{2})?$/.exec(normalized);
  if (!match) return reject('wrong-format', '实施编码应由统一社会信用代码18位、行使层级1位、基本编码12位依次组成。');
  const [, departmentCode = '', level = '', catalogCode = '', catalogRegion = '', taskType = ''] = match;
  const [guidanceDepartment = '', mainItem = '', subItem = '', handlingItem] = match.slice(6);
  if (handlingItem === '00') return reject('wrong-format', '业务办理项序号应为01至99。');
  return {
    ok: true, normalized, taskCode: normalized.slice(0, 31), departmentCode, level: Number(level),
    catalogCode, catalogRegion, taskType, guidanceDepartment, mainItem, subItem,
    ...(handlingItem === undefined ? { kind: 'task' } : { kind: 'handling-item', handlingItem }),
    findings: findDoubts(departmentCode, taskType),
  };
}

function findDoubts(departmentCode: string, taskType: string): Finding[] {
  const department = checkUnifiedSocialCreditCode(departmentCode);
  const findings: Finding[] = [];
  if (!department.ok) findings.push({ code: `department-${department.code}`, message: department.message });
  if (!/^(0[1-9]|1\d|20)$/.test(taskType))
    findings.push({ code: 'extension-task-type', message: `事项类型${taskType}不在国家标准类型01至10、20之内。` });
  return findings;
}
