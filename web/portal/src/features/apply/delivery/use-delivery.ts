import { useState } from 'react';
import type { DeliveryMethod, PostalAddress } from '@tongban/server/src/modules/cases/contract.ts';
import type { Draft } from '@tongban/server/src/modules/intake/contract.ts';
import type { Account } from '../../../shared/session/session.ts';

/** How the result should come, as far as it is chosen and typed. */
export interface TypedDelivery {
  method: DeliveryMethod;
  postalAddress: PostalAddress;
}

function findKept(name: string): Partial<TypedDelivery> {
  try {
    // Only this module writes these entries.
    return JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<TypedDelivery>;
  } catch {
    return {};
  }
}

/** The choice of how the result should come; the server learns it at submission, until then this device keeps it. */
export function useDelivery(draft: Draft, account: Account) {
  const name = `tongban.private.delivery.${account.id}.${draft.id}`;
  const [typed, setTyped] = useState((): TypedDelivery => {
    const recipient = draft.applicant.kind === 'person' ? draft.applicant.name : account.name;
    const kept: TypedDelivery = { method: 'electronic', postalAddress: { recipient, mobile: '', address: '' }, ...findKept(name) };
    return draft.deliveryMethods.includes(kept.method) ? kept : { ...kept, method: 'electronic' };
  });
  return {
    typed,
    change(change: Partial<TypedDelivery>) {
      const next = { ...typed, ...change };
      setTyped(next);
      try {
        localStorage.setItem(name, JSON.stringify(next));
      } catch { /* no room: the page itself still holds it */ }
    },
    forget: () => localStorage.removeItem(name),
  };
}

export type DeliveryHandle = ReturnType<typeof useDelivery>;
