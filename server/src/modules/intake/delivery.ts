import { checkPostalAddress } from '@tongban/identifiers';
import type { DeliveryMethod, PostalAddress } from '../cases/contract.ts';
import type { ItemElements } from '../catalog/contract.ts';
import type { RequestedDelivery } from './contract.ts';
import { fail } from './errors.ts';

/** How a case's result is to be handed over, as it is stored with the case. */
export interface Delivery {
  deliveryMethod: DeliveryMethod;
  /** By post only. */
  postalAddress: PostalAddress | undefined;
}

type Delivered = readonly { readonly elements: Pick<ItemElements, 'expressDelivery'> }[];

/** How results may be asked for: by post only where every item says that it is sent (是否支持快递, CAT-11). */
export function deliveryMethodsOf(versions: Delivered): DeliveryMethod[] {
  return ['electronic', 'counter', ...(versions.every(({ elements }) => elements.expressDelivery === true) ? ['express' as const] : [])];
}

/**
 * What was asked for, in the form to store; electronic where nothing was.
 * @throws intake.no-express where the item is not sent by post, intake.address-missing where no courier could bring it
 */
export function requireDelivery(versions: Delivered, asked: RequestedDelivery | undefined): Delivery {
  if (asked?.method !== 'express') return { deliveryMethod: asked?.method ?? 'electronic', postalAddress: undefined };
  if (!deliveryMethodsOf(versions).includes('express')) throw fail('intake.no-express');
  const checked = checkPostalAddress(asked.postalAddress ?? { recipient: '', mobile: '', address: '' });
  if (!checked.ok) throw fail('intake.address-missing', { faults: Object.values(checked.faults).join('') });
  return { deliveryMethod: 'express', postalAddress: checked.normalized };
}
