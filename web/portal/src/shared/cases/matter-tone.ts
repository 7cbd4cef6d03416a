import type { OwnMatter } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import type { Tone } from '@tongban/ui';

const tones: Readonly<Record<OwnMatter['state'], Tone>> = {
  'registered': 'info', 'assigned': 'info', 'handling': 'info', 'answered': 'info', 'awaiting-word': 'warning', 'reopened': 'info', 'closed': 'success', 'rejected': 'neutral', 'withdrawn': 'neutral',
};

/** Colour of where a report stands: what waits for the citizen is marked. */
export function toneOfMatter({ state }: Pick<OwnMatter, 'state'>): Tone {
  return tones[state];
}
