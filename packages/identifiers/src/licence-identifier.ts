import { mod3736Check } from './mod-37-36.ts';
import { normalizeCode } from './normalize-text.ts';
import { reject, type CheckOutcome } from './outcome.ts';

/** Object identifier under which electronic licences (电子证照) are numbered nationally. */
export const LICENCE_ROOT = '1.2.156.3005.2';

/** What a licence identifier (证照标识, GB/T 36904) is made of. */
export interface LicenceIdentifierParts {
  /** Unified social credit code of the defining body and a three-digit sequence: 21 characters. */
  readonly typeCode: string;
  /** Unified social credit code of the issuer, or its region code where it has none. */
  readonly issuerCode: string;
  /** 1 to 32 digits or capital letters. */
  readonly serial: string;
  /** 1 to 999. */
  readonly version: number;
}

/** Composes a licence identifier with its MOD 37,36 check character. Throws RangeError when a part does not fit. */
export function composeLicenceIdentifier({ typeCode, issuerCode, serial, version }: LicenceIdentifierParts): string {
  if (!/^[0-9A-Z]{21}$/.test(typeCode)) throw new RangeError('typeCode must be 21 digits or capital letters');
  if (!/^[0-9A-Z]{6,18}$/.test(issuerCode)) throw new RangeError('issuerCode must be 6–18 digits or capital letters');
  if (!/^[0-9A-Z]{1,32}$/.test(serial)) throw new RangeError('serial must be 1–32 digits or capital letters');
  if (!Number.isInteger(version) || version < 1 || version > 999) throw new RangeError('version must be 1–999');
  const parts = [typeCode, issuerCode, serial, String(version).padStart(3, '0')];
  return [LICENCE_ROOT, ...parts, mod3736Check(parts.join(''))].join('.');
}

/** Reads a licence identifier and verifies its check character. */
export function parseLicenceIdentifier(text: string): CheckOutcome<LicenceIdentifierParts> {
  const normalized = normalizeCode(text);
  if (normalized === '') return reject('empty', '请填写电子证照标识。');
  if (!normalized.startsWith(`${LICENCE_ROOT}.`))
    return reject('wrong-root', `电子证照标识应以${LICENCE_ROOT}开头，请完整填写。`);
  const match = /^([0-9A-Z]{21})\.([0-9A-Z]{6,18})\.([0-9A-Z]{1,32})\.(\d{3})\.([0-9A-Z])$/.exec(
    normalized.slice(LICENCE_ROOT.length + 1),
  );
  if (!match) return reject('wrong-format', '电子证照标识格式不正确，请对照证照或扫描二维码。');
  const [, typeCode = '', issuerCode = '', serial = '', version = '', check = ''] = match;
  if (mod3736Check(typeCode + issuerCode + serial + version) !== check)
    return reject('wrong-check-character', '电子证照标识校验不通过，请逐位核对或扫描二维码。');
  return { ok: true, normalized, typeCode, issuerCode, serial, version: Number(version) };
}
