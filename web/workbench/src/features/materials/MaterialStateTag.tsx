import type { MaterialState } from '@tongban/server/src/modules/materials/contract.ts';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { text } from './text.ts';

const tones: Readonly<Record<MaterialState, Tone>> = { draft: 'todo', active: 'done', retired: 'neutral', merged: 'neutral' };

/** State of a standard material. */
export function MaterialStateTag({ state }: { state: MaterialState }) {
  return <Tag tone={tones[state]}>{text.states[state]}</Tag>;
}
