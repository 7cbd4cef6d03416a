import { delegationStateLabels, type DelegationState } from '@tongban/server/src/modules/delegation/contract.ts';
import { Tag, type Tone } from '../../shared/case/tags.tsx';

const tones: Record<DelegationState, Tone> = { 'draft': 'neutral', 'in-review': 'todo', 'offered': 'todo', 'scheduled': 'todo', 'in-force': 'done', 'ended': 'neutral', 'refused': 'neutral', 'withdrawn': 'neutral' };

/** State of a delegation. */
export function StateTag({ state }: { state: DelegationState }) {
  return <Tag tone={tones[state]}>{delegationStateLabels[state]}</Tag>;
}
