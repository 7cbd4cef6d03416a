import { normalizeCode } from './normalize-text.ts';
import { reject, type CheckOutcome } from './outcome.ts';

/** What a code of the basic directory (基本编码) is made of. */
export interface CatalogCodeParts {
  /** `00` national, else the two digits of a province. */
  readonly region: string;
  readonly taskType: string;
  /** 中央业务指导部门, two characters. */
  readonly guidanceDepartment: string;
  /** 主项, `001`–`999`. */
  readonly mainItem: string;
  /** 子项; `000` for a main item. */
  readonly subItem: string;
  /** The code of the main item: the entry's own when it is one. */
  readonly mainCode: string;
}

const provinces = new Set(['00', '11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46',
  '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '66', '71', '81', '82']);

/** Checks a 基本编码 of 12 characters (domain §1.3); it has no check character, so only its parts can be wrong. */
export function parseCatalogCode(text: string): CheckOutcome<CatalogCodeParts> {
  const normalized = normalizeCode(text);
  if (normalized === '') return reject('empty', '请填写基本编码。');
  if (normalized.length !== 12) return reject('wrong-length', `基本编码应为12位，当前为${normalized.length}位。`);
  const match = /^(\d{2})(\d{2})([0-9A-Z]{2})(\d{3})([0-9A-Z]{3})$/.exec(normalized);
  if (!match) return reject('wrong-format', '基本编码应由区划2位、事项类型2位、指导部门2位、主项3位、子项3位依次组成。');
  const [, region = '', taskType = '', guidanceDepartment = '', mainItem = '', subItem = ''] = match;
  if (!provinces.has(region)) return reject('unknown-region', `基本编码前两位“${region}”不是00（国家）或省级区划代码。`);
  if (mainItem === '000') return reject('no-main-item', '基本编码的主项应为001至999。');
  return { ok: true, normalized, region, taskType, guidanceDepartment, mainItem, subItem, mainCode: `${normalized.slice(0, 9)}000` };
}
