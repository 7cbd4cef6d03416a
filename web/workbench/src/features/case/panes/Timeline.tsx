import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { Moment } from '../../../shared/format/Moment.tsx';
import { text } from '../text.ts';

// Their opinions stand in the list of opinions already.
const told = new Set<CaseView['timeline'][number]['type']>(['accept', 'review', 'decide']);

/** The record of the case, newest first. */
export function Timeline({ view }: { view: CaseView }) {
  return (
    <section className="side" aria-label={text.timeline.title}>
      <h2 className="side__title">
        {text.timeline.title}
        <span className="faint">{view.timeline.length}</span>
      </h2>
      <ol className="side__list timeline">
        {view.timeline.toReversed().map((entry) => (
          <li key={entry.sequence}>
            <p className="timeline__head">
              <strong>{entry.label}</strong>
              <span className="faint"><Moment at={entry.at} /></span>
            </p>
            <p className="muted small">
              {[entry.by, entry.organizationName === entry.by ? null : entry.organizationName].filter(Boolean).join(' · ')}
            </p>
            {entry.opinion && !told.has(entry.type) ? <p className="small timeline__opinion">{entry.opinion}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
