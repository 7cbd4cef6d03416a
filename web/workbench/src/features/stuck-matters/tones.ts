import type { MatterLine } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import type { Tone } from '../../shared/case/tags.tsx';

const tones: Readonly<Record<MatterLine['state'], Tone>> = {
  'registered': 'todo', 'assigned': 'todo', 'handling': 'todo', 'answered': 'todo', 'awaiting-word': 'neutral', 'reopened': 'warning', 'closed': 'done', 'rejected': 'neutral', 'withdrawn': 'neutral',
};

/** Colour of a state; a dissatisfied end is no success. */
export function toneOf({ state, word }: Pick<MatterLine, 'state' | 'word'>): Tone {
  return state === 'closed' && word === 'dissatisfied' ? 'danger' : tones[state];
}
