import { formatMoment } from '../format/dates.ts';
import { text } from '../text.ts';
import type { Kept } from './kept.ts';
import './versions.css';

const words = text.versions;

interface Authored { publishedAt: string | null; publishedByName: string | null; updatedAt?: string; updatedByName?: string }

/** Whether what is written has been saved; of what is only read, who published or changed it last. */
export function SaveStanding({ keeper: { state, savedAt }, of }: { keeper: Kept; of: Authored }) {
  if (state === 'closed') {
    const [at, who] = [of.updatedAt, of.updatedByName ?? ''];
    return <span>　{of.publishedAt ? words.publishedBy(formatMoment(of.publishedAt), of.publishedByName ?? '') : at === undefined ? '' : words.changedBy(formatMoment(at), who)}</span>;
  }
  const bad = state === 'failed' || state === 'conflict' || state === 'offline';
  return <span role="status" className={bad ? 'save-state is-bad' : 'save-state'}>{state === 'saved' ? words.states.saved(savedAt ? formatMoment(savedAt) : '') : words.states[state]}</span>;
}
