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

/** What was scanned or typed, tidied; `mistyped` for one of ours whose check character does not fit. */
export function readCode(typed: string): { code: string; kind: 'envelope' | 'batch' | 'other'; mistyped: boolean } {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const kind = /^CL\d{8,}[0-9A-Z]$/.test(code) ? 'envelope' : /^JJ\d{8,}[0-9A-Z]$/.test(code) ? 'batch' : 'other';
  return { code, kind, mistyped: kind !== 'other' && mod3736Check(code.slice(0, -1)) !== code.slice(-1) };
}
