import type { VersionState } from '@tongban/server/src/modules/catalog/contract.ts';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { text } from './text.ts';

const tones: Record<VersionState, Tone> = { 'draft': 'neutral', 'in-review': 'todo', 'approved': 'todo', 'published': 'done', 'superseded': 'neutral', 'retired': 'neutral' };

/** State of an item version. */
export function VersionStateTag({ state }: { state: VersionState }) {
  return <Tag tone={tones[state]}>{text.states[state]}</Tag>;
}
