import { useQuery } from '@tanstack/react-query';
import { getHall, returnTicket, takeTicketAtDesk, type TicketView } from '@tongban/server/src/modules/halls/contract.ts';
import { Button, Input, Modal, QRCode, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { clearable } from '../../../shared/form/clearable.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.watch;

/** The guide's desk: a ticket for somebody, or back into the queue for one who missed the call. */
export function DeskDialog({ hallId, onClose }: { hallId: string; onClose: () => void }) {
  const hall = useQuery({ queryKey: [getHall.id, hallId], queryFn: () => api.call(getHall, { params: { hallId } }) });
  return (
    <Modal open title={words.deskTitle} footer={null} onCancel={onClose} width={720}>
      <QueryState query={hall}>
        {({ queues, priorityGroups }) => (
          <div className="hall-desk">
            <TakePart hallId={hallId} queues={queues.map(({ queueId, name, zoneName }) => ({ value: queueId, label: `${name}（${zoneName}）` }))} groups={priorityGroups.map(({ code, name }) => ({ value: code, label: name }))} />
            <ReturnPart hallId={hallId} />
          </div>
        )}
      </QueryState>
    </Modal>
  );
}

interface Option { value: string; label: string }

function TakePart({ hallId, queues, groups }: { hallId: string; queues: readonly Option[]; groups: readonly Option[] }) {
  const take = useAction(takeTicketAtDesk);
  const [queueId, setQueueId] = useState<string>();
  const [group, setGroup] = useState<string>();
  const [tried, setTried] = useState(false);
  const [ticket, setTicket] = useState<TicketView>();
  const send = () => {
    setTried(true);
    if (queueId !== undefined) void take.run({ params: { hallId }, body: { queueId, ...(group === undefined ? {} : { priorityGroup: group }) } }, setTicket);
  };
  return (
    <div className="hall-form">
      <label htmlFor="desk-queue">{words.deskQueue}</label>
      <Select id="desk-queue" {...(queueId === undefined ? {} : { value: queueId })} options={[...queues]} onChange={(next: string) => setQueueId(next)} />
      {tried && queueId === undefined ? <Lack text={words.deskMissing} /> : null}
      <label htmlFor="desk-group">{words.deskPriority}</label>
      <Select id="desk-group" allowClear={clearable} {...(group === undefined ? {} : { value: group })} options={[...groups]} onChange={(next: string | undefined) => setGroup(next)} />
      <ProblemAlert problem={take.problem} />
      <div><Button type="primary" loading={take.busy} onClick={send}>{words.deskTake}</Button></div>
      {ticket ? (
        <div className="hall-desk__ticket" aria-live="polite">
          <b className="number">{ticket.number}</b>
          <span>{ticket.queueName}{ticket.priorityName ? `（${ticket.priorityName}）` : ''}</span>
          <QRCode value={ticket.url} size={140} bordered={false} />
          <span className="muted small">{words.deskFollow}</span>
        </div>
      ) : null}
    </div>
  );
}

function ReturnPart({ hallId }: { hallId: string }) {
  const back = useAction(returnTicket);
  const [number, setNumber] = useState('');
  const [returned, setReturned] = useState<TicketView>();
  const missing = useMissing({ 'desk-number': number.trim().length < 2 && words.deskBackMissing });
  const send = () => { if (missing.check()) void back.run({ params: { hallId }, body: { number: number.trim() } }, setReturned); };
  return (
    <div className="hall-form">
      <label htmlFor="desk-number">{words.deskBack}</label>
      <p className="muted">{words.deskBackLead}</p>
      <Input id="desk-number" value={number} maxLength={8} onChange={({ target }) => setNumber(target.value.toUpperCase())} />
      <Lack text={missing.of('desk-number')} />
      <ProblemAlert problem={back.problem} />
      <div><Button loading={back.busy} onClick={send}>{words.deskBackDo}</Button></div>
      {returned ? <p role="status">{words.deskReturned(returned.number, returned.ahead)}</p> : null}
    </div>
  );
}
