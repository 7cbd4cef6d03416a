import type { Desk, DeskTicket } from '@tongban/server/src/modules/halls/windows.contract.ts';
import { Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import type { DeskActions } from './use-desk.ts';

const words = text.calling;
type Kind = 'queue' | 'window';

/** Sends the ticket to another queue or to another window that is open now. */
export function TransferDialog({ window, ticket, actions, onClose }: { window: NonNullable<Desk['window']>; ticket: DeskTicket; actions: DeskActions; onClose: () => void }) {
  const [kind, setKind] = useState<Kind>('queue');
  const [chosen, setChosen] = useState<string>();
  const [tried, setTried] = useState(false);
  const queues = [...window.queues, ...window.otherQueues].filter(({ id }) => id !== ticket.queueId);
  const places = kind === 'queue' ? queues : window.otherWindows;
  const send = () => {
    setTried(true);
    if (chosen === undefined) return;
    actions.transfer(ticket, kind === 'queue' ? { queueId: chosen } : { windowId: chosen }, onClose);
  };
  return (
    <Modal open title={words.transferTitle(ticket.number)} okText={words.confirmTransfer} cancelText={text.cancel} confirmLoading={actions.busy} onOk={send} onCancel={onClose} width={460}>
      <div className="hall-form">
        <p className="muted">{words.transferLead}</p>
        <ProblemAlert problem={actions.problem} onRefresh={() => { actions.clear(); onClose(); }} />
        <Segmented<Kind> block value={kind} options={[{ value: 'queue', label: words.toQueue }, { value: 'window', label: words.toWindow }]} onChange={(next) => { setKind(next); setChosen(undefined); }} />
        <Select
          aria-label={kind === 'queue' ? words.pickQueue : words.pickWindow} placeholder={kind === 'queue' ? words.pickQueue : words.pickWindow} {...(chosen === undefined ? {} : { value: chosen })}
          options={places.map(({ id, name }) => ({ value: id, label: name }))} onChange={(next: string) => setChosen(next)} style={{ width: '100%' }} autoFocus
        />
        {tried && chosen === undefined ? <Lack text={words.pickFirst} /> : null}
      </div>
    </Modal>
  );
}
