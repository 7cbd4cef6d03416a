import { maskAddress } from '@tongban/identifiers';
import type { Context } from '../../kernel/context.ts';
import { personalDataCipher } from '../../kernel/personal-data/index.ts';
import type { CaseRecord } from './record.ts';

const column = 'cases.case.postal_address_cipher';

/** Encrypts where a result is to be posted; it is where somebody lives. */
export function encryptPostalAddress(ctx: Context, caseId: string, address: string): string {
  return personalDataCipher(ctx.kernel).encrypt(column, caseId, address);
}

/** Where the applicant asked the result to be posted; null for another way. `masked` leaves the county. */
export function readPostalAddress(ctx: Context, { id, postalAddressCipher }: Pick<CaseRecord, 'id' | 'postalAddressCipher'>, { masked }: { masked: boolean }): string | null {
  if (postalAddressCipher === null) return null;
  const address = personalDataCipher(ctx.kernel).decrypt(column, id, postalAddressCipher);
  return masked ? maskAddress(address) : address;
}
