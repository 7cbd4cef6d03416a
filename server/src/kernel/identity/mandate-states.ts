import type { Mandate } from './contract.ts';
import type { IdentityTables } from './tables.ts';

type Stored = Pick<IdentityTables['identity.mandate'], 'state'> & { validUntil: string | null };

/** The state of a mandate on a day: an unanswered or accepted one is over after its last day. */
export function mandateStateOn({ state, validUntil }: Stored, today: string): Mandate['state'] {
  const open = state === 'offered' || state === 'accepted';
  return open && validUntil !== null && validUntil < today ? 'expired' : state;
}

/** What each side may do: the agent answers an offer, either side ends an open one (IDN-03 可撤销). */
export function mandateAbilities(state: Mandate['state'], side: { isAgent: boolean; isPrincipal: boolean }): Mandate['abilities'] {
  const offered = state === 'offered';
  return {
    accept: offered && side.isAgent,
    decline: offered && side.isAgent,
    revoke: (offered && side.isPrincipal) || (state === 'accepted' && (side.isAgent || side.isPrincipal)),
  };
}
