import type { OrderLine } from '@tongban/server/src/modules/supervision/orders.contract.ts';
import type { Tone } from '../../../shared/case/tags.tsx';

/** Colour of an order's state: red past its day, blue where somebody is to act. */
export function orderTone({ state, overdue }: Pick<OrderLine, 'state' | 'overdue'>): Tone {
  if (overdue) return 'danger';
  if (state === 'closed') return 'done';
  return state === 'withdrawn' ? 'neutral' : 'todo';
}
