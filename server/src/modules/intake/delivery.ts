import type { DeliveryMethod } from '../cases/contract.ts';
import type { ItemElements } from '../catalog/contract.ts';
import type { RequestedDelivery } from './contract.ts';
import { fail } from './errors.ts';

/** How the result of an item may be asked for: by post only where the item says that it is sent (是否支持快递, CAT-11). */
export function deliveryMethodsOf({ expressDelivery }: Pick<ItemElements, 'expressDelivery'>): DeliveryMethod[] {
  return ['electronic', 'counter', ...(expressDelivery === true ? ['express' as const] : [])];
}

/** @throws intake.no-express where the item is not sent by post, intake.address-missing where nobody could send it */
export function requireDeliverable(elements: Pick<ItemElements, 'expressDelivery'>, delivery: RequestedDelivery | undefined): void {
  if (delivery?.method !== 'express') return;
  if (!deliveryMethodsOf(elements).includes('express')) throw fail('intake.no-express');
  if ((delivery.address ?? '').trim().length < 5) throw fail('intake.address-missing');
}

/** Where a result is to be posted; nothing for another way. */
export function postalAddressOf(delivery: RequestedDelivery | undefined): string | undefined {
  return delivery?.method === 'express' ? delivery.address?.trim() : undefined;
}
