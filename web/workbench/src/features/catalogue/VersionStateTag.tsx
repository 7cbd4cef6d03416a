import type { VersionState } from '@tongban/server/src/modules/catalog/contract.ts';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { formatDate, today } from '../../shared/format/dates.ts';
import { text } from './text.ts';

const tones: Record<VersionState, Tone> = { 'draft': 'neutral', 'in-review': 'todo', 'approved': 'todo', 'published': 'done', 'superseded': 'neutral', 'retired': 'neutral' };

/** State of an item version; an approved one that is planned for a later day waits for it (待生效). */
export function VersionStateTag({ state, planned }: { state: VersionState; planned?: string | null | undefined }) {
  if (state === 'approved' && planned && planned > today()) return <Tag tone="todo" title={text.plannedFor(formatDate(planned))}>{text.planned}</Tag>;
  return <Tag tone={tones[state]}>{text.states[state]}</Tag>;
}
