import { checkUnifiedSocialCreditCode, findCalendarDate, residentIdCheckCharacter } from '@tongban/identifiers';
import type { FieldKind } from '../catalogue.contract.ts';
import { plain } from './plain.ts';

/** A value as it is stored, and how much its form speaks for it. */
export interface ReadValue { value: string; fitness: number }

const mostLength = 200;

/** Takes a value of this kind from the text that stands behind its label; undefined when there is none of that form. */
export function readValue(kind: FieldKind, text: string): ReadValue | undefined {
  const clean = plain(text).replace(/^[:：.。、·\-—_]+/u, '');
  if (clean === '') return undefined;
  switch (kind) {
    case 'resident-id': return readResidentId(clean);
    case 'credit-code': return readCreditCode(clean);
    case 'date': return readDate(clean);
    case 'name': return readName(clean);
    case 'number': return match(clean, /^[\p{Script=Han}\p{L}\p{N}()〔〕\-—/.]{2,60}/u, 0.9);
    case 'organisation': return match(clean, /^[\p{Script=Han}\p{L}\p{N}()·\-&]{2,100}/u, 0.95);
    case 'address': return match(clean, /^[\p{Script=Han}\p{L}\p{N}()·\-#—、,，]{4,120}/u, 0.95);
    case 'text': return { value: clean.slice(0, mostLength), fitness: 0.95 };
  }
}

/** Values of kinds with a check character, wherever they stand in the text. */
export function readAnywhere(kind: FieldKind, text: string): ReadValue | undefined {
  if (kind === 'resident-id') return readResidentId(plain(text));
  if (kind === 'credit-code') return readCreditCode(plain(text));
  return undefined;
}

function match(text: string, pattern: RegExp, fitness: number): ReadValue | undefined {
  const [value] = pattern.exec(text) ?? [];
  return value === undefined ? undefined : { value, fitness };
}

function readName(text: string): ReadValue | undefined {
  const found = match(text, /^[\p{Script=Han}·]{2,20}/u, 0.95);
  // On identity cards the next label follows without a gap.
  const value = found?.value.replace(/(?:性别|民族|出生|住址|类型|职务).*$/u, '') ?? '';
  return [...value].length >= 2 ? { value, fitness: 0.95 } : undefined;
}

/** What is often read for a digit, and for letters that the codes do not have. */
const likeDigits: Readonly<Record<string, string>> = { O: '0', o: '0', D: '0', Q: '0', I: '1', l: '1', i: '1', '|': '1', Z: '2', z: '2', S: '5', s: '5', B: '8' };

function readResidentId(text: string): ReadValue | undefined {
  const compact = text.replace(/[.\-_—]/gu, '');
  for (const found of compact.matchAll(/(?=([0-9OoDQIliZzSsB|]{17}[0-9Xx×OoIlB]))/gu)) {
    const candidate = found[1] ?? '';
    const number = [...candidate.slice(0, 17)].map((character) => likeDigits[character] ?? character).join('') + candidate.slice(17).replace(/[×x]/u, 'X').replace(/[Oo]/u, '0').replace(/[Il]/u, '1').replace(/B/u, '8');
    // Whose number it is, and whether it was ever given, is not judged here: only whether it was read right.
    if (/^\d{17}[\dX]$/u.test(number) && findCalendarDate(number.slice(6, 14)) && residentIdCheckCharacter(number.slice(0, 17)) === number.slice(17)) return { value: number, fitness: 1 };
  }
  const [loose] = /\d{17}[0-9Xx]/u.exec(compact) ?? [];
  return loose === undefined ? undefined : { value: loose.toUpperCase(), fitness: 0.4 };
}

function readCreditCode(text: string): ReadValue | undefined {
  const compact = text.toUpperCase();
  for (const found of compact.matchAll(/(?=([0-9A-Z]{18}))/gu)) {
    const candidate = found[1] ?? '';
    for (const attempt of [candidate, candidate.replace(/O/gu, '0').replace(/I/gu, '1'), candidate.replace(/O/gu, '0').replace(/I/gu, '1').replace(/S/gu, '5').replace(/Z/gu, '2')]) {
      const checked = checkUnifiedSocialCreditCode(attempt);
      if (checked.ok) return { value: checked.normalized, fitness: attempt === candidate ? 1 : 0.9 };
    }
  }
  const [loose] = /[0-9][0-9A-Z]{17}/u.exec(compact) ?? [];
  return loose === undefined ? undefined : { value: loose, fitness: 0.4 };
}

const chineseDigits = '〇一二三四五六七八九';

/** A day in any of the usual ways to write it; 长期 stays as it is, and of a span the end counts. */
export function readDate(text: string): ReadValue | undefined {
  if (/长期|永久|无固定期限/u.test(text)) return { value: '长期', fitness: 1 };
  const digits = text.replace(/[〇○零一二三四五六七八九]/gu, (character) => String(Math.max(0, chineseDigits.indexOf(character.replace(/[○零]/u, '〇')))));
  const days = [...digits.matchAll(/(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?/gu), ...digits.matchAll(/(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/gu)]
    .flatMap(([, year = '', month = '', day = '']) => findCalendarDate(`${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`) ?? []);
  const last = days.sort().at(-1);
  return last === undefined ? undefined : { value: last, fitness: 1 };
}
