import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLiveTopic } from '@tongban/api-client/browser';
import { Button, Card, DescriptionList, Dialog, Notice } from '@tongban/ui';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { cancelTicket, followTicket, type TicketView } from '@tongban/server/src/modules/halls/contract.ts';
import { live, plainApi } from '../../shared/api.ts';
import { formatDateTime, formatTime } from '../../shared/format/dates.ts';
import { Answer, ProblemNotice } from '../../shared/layout/Answer.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';
import './halls.css';

const t = text.ticket;
const over = new Set<TicketView['state']>(['done', 'cancelled']);

/** A ticket on the phone: how many before, how long, where to go; whoever has its code sees it (HAL-02). */
export function TicketPage() {
  const { code = '' } = useParams();
  const client = useQueryClient();
  const queryKey = [followTicket.id, code];
  const ticket = useQuery({
    queryKey, queryFn: () => plainApi.call(followTicket, { params: { code } }),
    refetchInterval: ({ state }) => (state.data && over.has(state.data.state) ? false : live.connected ? 30_000 : 5_000),
  });
  const follows = ticket.data && !over.has(ticket.data.state) ? `halls.queue/${ticket.data.hallId}` : undefined;
  useLiveTopic(live, follows, () => { void client.invalidateQueries({ queryKey }); });
  return (
    <Page title={ticket.data ? t.title(ticket.data.number) : text.title} trail={[{ to: links.halls(), label: text.title }]} narrow>
      <Answer query={ticket}>{(one) => <Ticket one={one} />}</Answer>
    </Page>
  );
}

function Ticket({ one }: { one: TicketView }) {
  const [asking, setAsking] = useState(false);
  return (
    <div className="stack">
      <Card>
        <div className="hall-ticket" aria-live="polite" data-state={one.state}>
          <p className="hall-ticket__number">{one.number}</p>
          <p className="hall-ticket__state">{stateOf(one)}</p>
          {one.state === 'waiting' && <p>{one.forecastMinutes === null ? text.minutes(null) : `${t.forecast}：${text.minutes(one.forecastMinutes)}`}</p>}
        </div>
        {one.state === 'no-show' && one.returnUntil !== null && <Notice tone="warning"><p>{t.missed(formatTime(one.returnUntil))}</p></Notice>}
        <DescriptionList entries={[
          { term: t.hall, value: <Link to={links.hall(one.hallId)}>{one.hallName}</Link> },
          { term: t.business, value: `${one.zoneName} ${one.queueName}` },
          ...(one.itemName === null ? [] : [{ term: t.item, value: one.itemName }]),
          ...(one.priorityName === null ? [] : [{ term: t.priority, value: one.priorityName }]),
          { term: t.taken, value: formatDateTime(one.takenAt) },
        ]} />
        {!over.has(one.state) && <p className="muted">{t.live}</p>}
      </Card>
      {one.abilities.cancel && <div><Button variant="danger" onClick={() => setAsking(true)}>{t.cancel}</Button></div>}
      {asking && <CancelDialog one={one} onClose={() => setAsking(false)} />}
    </div>
  );
}

function stateOf(one: TicketView): string {
  if (one.state === 'waiting') return t.ahead(one.ahead ?? 0);
  if (one.state === 'called' && one.windowNumber !== null) return t.goTo(one.windowNumber);
  return one.state === 'serving' ? t.serving(one.windowNumber) : t.states[one.state];
}

function CancelDialog({ one, onClose }: { one: TicketView; onClose: () => void }) {
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => plainApi.call(cancelTicket, { params: { code: one.code } }),
    onSuccess: (answer) => { client.setQueryData([followTicket.id, one.code], answer); onClose(); },
  });
  return (
    <Dialog open title={t.cancelTitle} onClose={onClose} footer={<><Button onClick={onClose}>{t.keep}</Button><Button variant="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>{t.cancel}</Button></>}>
      <div className="stack stack--tight">
        {cancel.isError && <ProblemNotice error={cancel.error} />}
        <p>{t.cancelLead}</p>
      </div>
    </Dialog>
  );
}
