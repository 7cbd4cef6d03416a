import type { Context } from '../../kernel/context.ts';
import { personalDataCipher } from '../../kernel/personal-data/index.ts';

const column = 'cases.answers.cipher';

/** Encrypts the answers of one round for storage; they hold personal data in any field. */
export function encryptAnswers(ctx: Context, caseId: string, round: number, answers: Record<string, unknown>): string {
  return personalDataCipher(ctx.kernel).encrypt(column, `${caseId}:${round}`, JSON.stringify(answers));
}

/** Reads stored answers back. */
export function decryptAnswers(ctx: Context, caseId: string, round: number, cipher: string): Record<string, unknown> {
  return JSON.parse(personalDataCipher(ctx.kernel).decrypt(column, `${caseId}:${round}`, cipher)) as Record<string, unknown>;
}
