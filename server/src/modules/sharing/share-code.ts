import { randomBytes, randomInt } from 'node:crypto';
import { sm3 } from '@tongban/gm-crypto';
import type { Kernel } from '../../kernel/context.ts';
import { personalDataCipher } from '../../kernel/personal-data/index.ts';

/** Letters and digits that a scanner types alike under any keyboard and that nobody mixes up. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const prefix = 'GX';
/** 24 characters of 32: 120 bits. */
const codeLength = 24;
const shape = new RegExp(`^${prefix}[${alphabet}]{${codeLength}}$`);

/** A new code for the QR code and the eight digits that stand for it. */
export function newCode(): { code: string; number: string } {
  const code = prefix + Array.from(randomBytes(codeLength), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return { code, number: String(randomInt(100_000_000)).padStart(8, '0') };
}

export const digestOfCode = (code: string): string => sm3(Buffer.from(code)).toString('hex');

/** Eight digits are few: their index is keyed, so that a copy of the table does not give them away. */
export function indexOfNumber(kernel: Pick<Kernel, 'config'>, number: string): string {
  return personalDataCipher(kernel).index('sharing.share.number', number);
}

/** What was scanned or typed: a code, its digits however they are spaced or wide, or something else. */
export function readCode(typed: string): { kind: 'code' | 'number'; value: string } | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s-]+/g, '').toUpperCase();
  if (/^\d{8}$/.test(plain)) return { kind: 'number', value: plain };
  return shape.test(plain) ? { kind: 'code', value: plain } : undefined;
}
