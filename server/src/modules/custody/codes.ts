import { mod3736Check } from '@tongban/identifiers';
import { chinaDate } from '../../kernel/clock/index.ts';
import type { Context } from '../../kernel/context.ts';
import { nextNumber } from '../../kernel/numbering/index.ts';

const heads = { envelope: 'CL', batch: 'JJ' } as const;

/** A new code of a 材料袋 or 批次: CL or JJ, year, serial, and a check character that finds what was typed wrongly, since codes are typed when no scanner works. */
export async function newCode(ctx: Context, kind: keyof typeof heads): Promise<string> {
  const serial = String(await nextNumber(ctx.kernel, `custody.${kind}_serial`)).padStart(6, '0');
  const text = `${heads[kind]}${chinaDate(ctx.kernel.clock.now()).slice(2, 4)}${serial}`;
  return text + mod3736Check(text);
}

/** Letters that look like figures on paper. */
const alike: Readonly<Record<string, string>> = { O: '0', I: '1', 0: 'O', 1: 'I' };
const fits = (code: string): boolean => mod3736Check(code.slice(0, -1)) === code.slice(-1);

/** What was scanned or typed, tidied: a letter O or I read for a figure, or the other way round, is put right; `mistyped` for one of ours whose check character does not fit. */
export function readCode(typed: string): { code: string; kind: 'envelope' | 'batch' | 'other'; mistyped: boolean } {
  const plain = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const parts = /^(CL|JJ)([\dOI]{8,})([0-9A-Z])$/.exec(plain);
  if (!parts) return { code: plain, kind: 'other', mistyped: false };
  const [, head = '', serial = '', check = ''] = parts;
  const body = head + serial.replace(/[OI]/g, (letter) => alike[letter] ?? letter);
  const code = [check, alike[check] ?? check].map((last) => body + last).find(fits);
  return { code: code ?? body + check, kind: head === 'CL' ? 'envelope' : 'batch', mistyped: code === undefined };
}
