import type { Tone } from '@tongban/ui';
import type { CaseSummary } from '@tongban/server/src/modules/cases/contract.ts';

/** The colour that repeats a case's status: amber where the applicant must do something, red where it was refused. */
export function toneOfCase(one: Pick<CaseSummary, 'status' | 'outcome'>): Tone {
  if (one.status === 'supplementing') return 'warning';
  if (one.status === 'refused' || one.outcome === 'denied') return 'danger';
  if (one.status === 'closed' || one.status === 'decided') return 'success';
  if (one.status === 'withdrawn' || one.status === 'terminated') return 'neutral';
  return 'info';
}
