import type { StaffAccount, StaffAccountAction } from '@tongban/server/src/kernel/identity/contract.ts';
import type { Tone } from '../../../shared/case/tags.tsx';
import { text } from '../text.ts';

const words = text.accounts;

/** The one thing an administrator should know of an account first. */
export function stateOf(account: StaffAccount): { label: string; tone: Tone } {
  if (account.validTo !== null) return { label: words.left, tone: 'neutral' };
  if (account.suspended) return { label: words.states.suspended, tone: 'danger' };
  if (account.locked) return { label: words.states.locked, tone: 'warning' };
  if (account.mustChangePassword) return { label: words.initial, tone: 'todo' };
  if (!account.totpBound) return { label: words.states.unbound, tone: 'todo' };
  return { label: words.normal, tone: 'done' };
}

/** Whether the account's sign-in is kept from the system administrator (三员分立). */
export const isApart = ({ administration }: StaffAccount): boolean => administration === 'security' || administration === 'audit';

/** What can sensibly be done with an account in its state. */
export function actionsFor(account: StaffAccount): StaffAccountAction[] {
  if (account.validTo !== null) return [];
  if (account.suspended) return ['resume', 'leave'];
  const resets: StaffAccountAction[] = isApart(account) ? [] : ['reset-password', ...(account.totpBound ? (['reset-totp'] as const) : [])];
  return [...(account.locked ? (['unlock'] as const) : []), ...resets, 'suspend', 'leave'];
}
