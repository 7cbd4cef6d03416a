import type { LicenceTypeState } from '@tongban/server/src/modules/licences/contract.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { text } from '../text.ts';

/** Whether items may be given the type. */
export function TypeStateTag({ state }: { state: LicenceTypeState }) {
  return <Tag tone={state === 'active' ? 'done' : 'neutral'}>{text.types.states[state]}</Tag>;
}
