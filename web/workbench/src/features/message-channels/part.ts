import type { DeliveryState } from '@tongban/server/src/kernel/messaging/channels.contract.ts';
import type { Tone } from '../../shared/case/tags.tsx';

/** Colours of the states of a message. */
export const deliveryTones: Record<DeliveryState, Tone> = { queued: 'todo', sent: 'neutral', delivered: 'done', failed: 'danger', suppressed: 'neutral', expired: 'warning', merged: 'neutral' };

/** What the parts of the page keep in its address. */
export type PartFilters = Partial<Record<'channel' | 'state' | 'to' | 'by' | 'months' | 'topic', string>>;

export interface PartProps {
  filters: PartFilters;
  onFilter: (change: Partial<Record<keyof PartFilters, string | undefined>>) => void;
}
