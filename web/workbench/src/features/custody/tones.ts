import type { BatchLine, EnvelopeLine } from '@tongban/server/src/modules/custody/contract.ts';
import type { Tone } from '../../shared/case/tags.tsx';

const envelopes: Readonly<Record<EnvelopeLine['state'], Tone>> = { 'pending': 'todo', 'batched': 'todo', 'in-transit': 'todo', 'received': 'done', 'refused': 'warning', 'cancelled': 'neutral' };
const batches: Readonly<Record<BatchLine['state'], Tone>> = { 'open': 'todo', 'handed-over': 'todo', 'done': 'done', 'cancelled': 'neutral' };

/** Colours of states. */
export const toneOf = ({ state }: Pick<EnvelopeLine, 'state'>): Tone => envelopes[state];
export const batchTone = ({ state }: Pick<BatchLine, 'state'>): Tone => batches[state];
