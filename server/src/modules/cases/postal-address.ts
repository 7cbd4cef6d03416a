import { maskAddress, maskMobile, maskName } from '@tongban/identifiers';
import type { Context } from '../../kernel/context.ts';
import { personalDataCipher } from '../../kernel/personal-data/index.ts';
import type { PostalAddress } from './contract.ts';
import type { CaseRecord } from './record.ts';

const column = 'cases.case.postal_address_cipher';

/** Encrypts to whom and where a result is to be posted; it is where somebody lives. */
export function encryptPostalAddress(ctx: Context, caseId: string, postalAddress: PostalAddress): string {
  return personalDataCipher(ctx.kernel).encrypt(column, caseId, JSON.stringify(postalAddress));
}

/** As others may see it: the county is left. */
export function maskPostalAddress({ recipient, mobile, address }: PostalAddress): PostalAddress {
  return { recipient: maskName(recipient), mobile: maskMobile(mobile), address: maskAddress(address) };
}

/** To whom and where the applicant asked the result to be posted; null for another way. `masked` as `maskPostalAddress`. */
export function readPostalAddress(ctx: Context, { id, postalAddressCipher }: Pick<CaseRecord, 'id' | 'postalAddressCipher'>, { masked }: { masked: boolean }): PostalAddress | null {
  if (postalAddressCipher === null) return null;
  const full = JSON.parse(personalDataCipher(ctx.kernel).decrypt(column, id, postalAddressCipher)) as PostalAddress;
  return masked ? maskPostalAddress(full) : full;
}
