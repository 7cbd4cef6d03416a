import type { CaseRecord } from './record.ts';

/** Whether a case has been accepted, as the step that a document or message is chosen by. */
export function acceptanceStep({ state }: Pick<CaseRecord, 'state'>): 'before-acceptance' | 'after-acceptance' {
  return state.acceptedOn === null ? 'before-acceptance' : 'after-acceptance';
}
