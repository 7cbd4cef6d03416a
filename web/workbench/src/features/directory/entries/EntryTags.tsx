import { entryVersionStateLabels, type Entry, type EntryVersionState } from '@tongban/server/src/modules/directory/entry.contract.ts';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { text } from '../text.ts';

const tones: Record<EntryVersionState, Tone> = { 'draft': 'neutral', 'in-review': 'todo', 'approved': 'todo', 'in-force': 'done', 'superseded': 'neutral', 'cancelled': 'neutral' };

/** State of a version of an entry. */
export function EntryVersionTag({ state }: { state: EntryVersionState }) {
  return <Tag tone={tones[state]}>{entryVersionStateLabels[state]}</Tag>;
}

/** State of an entry, and of its newest version where that says more. */
export function EntryStateTags({ entry }: { entry: Entry }) {
  const working = entry.latestState === 'draft' || entry.latestState === 'in-review' || entry.latestState === 'approved';
  return (
    <>
      {entry.state === 'new' && working ? null : <Tag tone={entry.state === 'in-force' ? 'done' : 'neutral'}>{text.states[entry.state]}</Tag>}
      {working ? <EntryVersionTag state={entry.latestState} /> : null}
      {entry.paused ? <Tag tone="warning">{text.paused}</Tag> : null}
    </>
  );
}
