import type { ItemImport } from '@tongban/server/src/modules/item-exchange/contract.ts';
import { Tag, type Tone } from '../../shared/case/tags.tsx';

const tones: Readonly<Record<ItemImport['state'], Tone>> = {
  reading: 'todo', failed: 'danger', previewed: 'warning', running: 'todo', finished: 'done', cancelled: 'neutral', undoing: 'todo', undone: 'neutral', discarded: 'neutral',
};

/** How far an import is. */
export function ImportStateTag({ of: { state, stateLabel } }: { of: Pick<ItemImport, 'state' | 'stateLabel'> }) {
  return <Tag tone={tones[state]}>{stateLabel}</Tag>;
}

/** Whether something goes on in the background. */
export function isMoving(state: ItemImport['state'] | undefined): boolean {
  return state === 'reading' || state === 'running' || state === 'undoing';
}
