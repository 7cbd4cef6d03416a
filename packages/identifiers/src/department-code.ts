import { normalizeCode } from './normalize-text.ts';
import { checkOrganizationCode } from './organization-code.ts';
import { checkUnifiedSocialCreditCode } from './unified-social-credit-code.ts';

/**
 * What a department code turned out to be. `system-code` identifies the department only inside the system that
 * exported it; `base` is the code of the parent department it was derived from, when one can be read.
 */
export type DepartmentCode =
  | { readonly kind: 'unified-social-credit-code'; readonly normalized: string; readonly organizationCode: string }
  | { readonly kind: 'organization-code'; readonly normalized: string; readonly organizationCode: string }
  | { readonly kind: 'system-code'; readonly normalized: string; readonly base?: string; readonly reason: string }
  | { readonly kind: 'invalid'; readonly normalized: string; readonly code: InvalidDepartmentCode; readonly reason: string };

/** Why a department code cannot be relied on. */
export type InvalidDepartmentCode = 'empty' | 'placeholder' | 'wrong-check-character' | 'truncated' | 'unknown-shape';

/** Tells which kind of code a department code is, as found in exported lists of service items (domain codes, §1.3). */
export function classifyDepartmentCode(text: string): DepartmentCode {
  const normalized = normalizeCode(text);
  if (normalized === '') return invalid(normalized, 'empty', '部门编码为空，请填写统一社会信用代码。');
  if (/^(.)\1+$/.test(normalized))
    return invalid(normalized, 'placeholder', '部门编码是同一字符的占位值，请填写统一社会信用代码。');
  return findRegistered(normalized) ?? findSystemCode(normalized) ?? explainInvalid(normalized);
}

function findRegistered(normalized: string): DepartmentCode | undefined {
  const credit = checkUnifiedSocialCreditCode(normalized);
  if (credit.ok)
    return { kind: 'unified-social-credit-code', normalized: credit.normalized, organizationCode: credit.organizationCode };
  const organization = checkOrganizationCode(normalized);
  if (organization.ok)
    return { kind: 'organization-code', normalized: organization.normalized, organizationCode: organization.normalized };
  return undefined;
}

function findSystemCode(normalized: string): DepartmentCode | undefined {
  const suffixed = /^([0-9A-Z]+)_(\d+)$/.exec(normalized);
  if (suffixed?.[1] !== undefined)
    return { kind: 'system-code', normalized, base: suffixed[1], reason: '来源系统在部门编码后加了内部序号。' };
  if (/^\d{19}$/.test(normalized)) return { kind: 'system-code', normalized, reason: '来源系统生成的19位内部编号。' };
  if (/^\d{1,8}$/.test(normalized)) return { kind: 'system-code', normalized, reason: '来源系统的短内部编号。' };
  const base = checkOrganizationCode(normalized.slice(0, 9));
  if (/^[0-9A-Z]{9}\d$/.test(normalized) && base.ok)
    return { kind: 'system-code', normalized, base: base.normalized, reason: '组织机构代码后多一位内部序号。' };
  return undefined;
}

function explainInvalid(normalized: string): DepartmentCode {
  if (/^[0-9A-Z]{18}$/.test(normalized))
    return invalid(normalized, 'wrong-check-character', '18位部门编码不符合统一社会信用代码的字符或校验规则。');
  if (/^[0-9A-Z]{8}-?[0-9X]$/.test(normalized))
    return invalid(normalized, 'wrong-check-character', '9位部门编码的组织机构代码校验不通过。');
  if (/^1[1-9]\d{6}[0-9A-Z]{6,9}$/.test(normalized))
    return invalid(normalized, 'truncated', `统一社会信用代码应为18位，当前只有${normalized.length}位，可能缺少字符。`);
  return invalid(normalized, 'unknown-shape', '部门编码既不是统一社会信用代码，也不是组织机构代码。');
}

function invalid(normalized: string, code: InvalidDepartmentCode, reason: string): DepartmentCode {
  return { kind: 'invalid', normalized, code, reason };
}
