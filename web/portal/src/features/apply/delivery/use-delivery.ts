import type { DeliveryMethod, PostalAddress } from '@tongban/server/src/modules/cases/contract.ts';
import type { Draft } from '@tongban/server/src/modules/intake/contract.ts';
import type { Account } from '../../../shared/session/session.ts';
import { useTyped } from '../../../shared/use-typed.ts';

/** How the result should come, as far as it is chosen and typed. */
export interface TypedDelivery {
  method: DeliveryMethod;
  postalAddress: PostalAddress;
}

/** The choice of how the result should come; the server learns it at submission, until then this device keeps it. */
export function useDelivery(draft: Draft, account: Account) {
  const recipient = draft.applicant.kind === 'person' ? draft.applicant.name : account.name;
  const [typed, setTyped, forget] = useTyped<TypedDelivery>(`delivery.${account.id}.${draft.id}`, { method: 'electronic', postalAddress: { recipient, mobile: '', address: '' } });
  // The guide the draft goes by may have stopped sending meanwhile.
  const method = draft.deliveryMethods.includes(typed.method) ? typed.method : 'electronic';
  return { typed: { ...typed, method }, change: (change: Partial<TypedDelivery>) => setTyped((before) => ({ ...before, ...change })), forget };
}

export type DeliveryHandle = ReturnType<typeof useDelivery>;
