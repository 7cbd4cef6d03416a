import type { DraftState } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { Tag } from '../../../shared/case/tags.tsx';

/** Whether it is a draft or published. */
export function ProcessStateTag({ state, label }: { state: DraftState; label: string }) {
  return <Tag tone={state === 'draft' ? 'todo' : 'done'}>{label}</Tag>;
}
