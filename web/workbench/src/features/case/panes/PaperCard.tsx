import { useQuery } from '@tanstack/react-query';
import { getEnvelopeOfCase, type EnvelopeView } from '@tongban/server/src/modules/custody/contract.ts';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { Link } from 'react-router';
import { api } from '../../../shared/api.ts';
import { DueDate, Tag } from '../../../shared/case/tags.tsx';
import { formatShortDate } from '../../../shared/format/dates.ts';
import { links } from '../../../shared/links.ts';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';
import { AddPaper } from './AddPaper.tsx';

/** Where the paper of the case is now and who answers for it, also what came in later; nothing where none travels (INT-12). */
export function PaperCard({ view }: { view: CaseView }) {
  const sees = useHolds('custody.envelope.view');
  const paper = useQuery({ queryKey: [getEnvelopeOfCase.id, view.id, view.version], enabled: sees, queryFn: () => api.call(getEnvelopeOfCase, { params: { caseId: view.id } }) }).data;
  const envelopes = paper ? [...(paper.envelope ? [paper.envelope] : []), ...paper.further] : [];
  if (!paper || (envelopes.length === 0 && !paper.mayAdd)) return null;
  return (
    <section className="case-paper" aria-label={text.paper.title}>
      <p className="case-paper__head"><strong>{text.paper.title}</strong>{paper.mayAdd ? <AddPaper view={view} /> : null}</p>
      {envelopes.map((envelope) => <Envelope key={envelope.id} envelope={envelope} />)}
    </section>
  );
}

function Envelope({ envelope }: { envelope: EnvelopeView }) {
  const { holder, state } = envelope;
  return (
    <div className="case-paper__envelope">
      <p className="case-paper__line">
        <Link to={links.custodyEnvelope(envelope.id)} className="number small">{envelope.code}</Link>
        <Tag tone={state === 'received' ? 'done' : state === 'refused' ? 'warning' : state === 'cancelled' ? 'neutral' : 'todo'}>{envelope.stateLabel}</Tag>
      </p>
      <p className="small">{text.paper.holder}<b>{holder.name}{holder.staffName === null ? '' : ` ${holder.staffName}`}</b>{text.paper.since(formatShortDate(envelope.heldSince))}</p>
      {state === 'in-transit' ? <p className="small">{text.paper.transit(envelope.destination.name)}</p> : null}
      {envelope.dueOn === null ? null : <p className="small">{state === 'in-transit' ? text.paper.sign : text.paper.submit}<DueDate date={envelope.dueOn} over={(envelope.remainingDays ?? 0) < 0} /></p>}
    </div>
  );
}
