import type { Context } from '../../kernel/context.ts';
import { personalDataCipher } from '../../kernel/personal-data/index.ts';
import type { PostalAddress } from '../cases/contract.ts';
import { maskPostalAddress, readPostalAddress, type CaseRecord } from '../cases/index.ts';

const column = 'collection.shipment.address_cipher';

/** A shipment as its address is read from it. */
export interface Addressed { readonly id: string; readonly addressCipher: string | null }

/** Encrypts to whom and where a parcel goes; it is where somebody lives. */
export function encryptShipmentAddress(ctx: Context, shipmentId: string, address: PostalAddress): string {
  return personalDataCipher(ctx.kernel).encrypt(column, shipmentId, JSON.stringify(address));
}

/** To whom and where a parcel goes: its own address, else that of the case; null for a case that asked for another way. */
export function readShipmentAddress(ctx: Context, record: CaseRecord, shipment: Addressed | undefined, { masked }: { masked: boolean }): PostalAddress | null {
  if (!shipment || shipment.addressCipher === null) return readPostalAddress(ctx, record, { masked });
  const full = JSON.parse(personalDataCipher(ctx.kernel).decrypt(column, shipment.id, shipment.addressCipher)) as PostalAddress;
  return masked ? maskPostalAddress(full) : full;
}
