import { faultActionLabels, faultActions, faultSourceLabels, stepFault, type DeviceFault } from '@tongban/server/src/modules/halls/devices/contract.ts';
import { Button, Input, Modal, Timeline } from 'antd';
import { useState } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { useDeviceChanges } from './use-devices.ts';

const words = text.devices.faults;
type FaultAction = (typeof faultActions)[number];

/** A fault with who did what when, and the steps that may follow. */
export function FaultDialog({ fault, hallId, onClose }: { fault: DeviceFault; hallId: string; onClose: () => void }) {
  const step = useAction(stepFault);
  const changes = useDeviceChanges(hallId);
  const [note, setNote] = useState('');
  const [lacking, setLacking] = useState(false);
  const offered = faultActions.filter((action) => fault.abilities[action]);
  const send = (action: FaultAction) => {
    const lacks = (action === 'solve' || action === 'reopen') && note.trim() === '';
    setLacking(lacks);
    if (lacks) document.getElementById('fault-step-note')?.focus();
    else void step.run({ params: { faultId: fault.faultId }, body: { version: fault.version, action, note: note.trim() } }, () => { changes.refresh(); onClose(); });
  };
  return (
    <Modal
      open title={words.title(words.numberOf(fault.number), fault.deviceName, fault.kindName)} onCancel={onClose} width={560}
      footer={<><Button onClick={onClose}>{words.close}</Button>{offered.toReversed().map((action, index) => <Button key={action} type={index === 0 ? 'primary' : 'default'} loading={step.busy} onClick={() => send(action)}>{faultActionLabels[action]}</Button>)}</>}
    >
      <div className="hall-form">
        <ProblemAlert problem={step.problem} onRefresh={() => { changes.refresh(); onClose(); }} />
        <p className="muted">{fault.deviceKindName}　{fault.place}　{faultSourceLabels[fault.source]}　{fault.stateLabel}</p>
        <Timeline items={fault.steps.map(({ action, by, note: said, at }) => ({ content: <>{faultActionLabels[action]}　{by}　<span className="faint small number">{formatDateTime(at)}</span>{said === '' ? null : <><br />{said}</>}</> }))} />
        {offered.length > 0 ? (
          <>
            <label htmlFor="fault-step-note">{words.note}</label>
            <Input.TextArea id="fault-step-note" rows={2} maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
            {lacking ? <Lack text={words.needNote} /> : null}
          </>
        ) : null}
      </div>
    </Modal>
  );
}
