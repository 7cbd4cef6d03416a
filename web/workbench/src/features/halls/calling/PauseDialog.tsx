import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { text } from '../text.ts';

const words = text.calling;

/** Asks why the window pauses; the reason stands on its screen. */
export function PauseDialog({ onPause, onClose }: { onPause: (reason: string) => void; onClose: () => void }) {
  const [reason, setReason] = useState('');
  return (
    <Modal open title={words.pauseTitle} okText={words.pause} cancelText={text.cancel} onOk={() => onPause(reason.trim())} onCancel={onClose} width={420}>
      <div className="hall-form">
        <p className="muted">{words.pauseLead}</p>
        <label htmlFor="pause-reason">{words.pauseReason}</label>
        <Input id="pause-reason" value={reason} maxLength={50} onChange={({ target }) => setReason(target.value)} autoFocus />
        <div className="calling-buttons">{words.pauseReasons.map((one) => <Button key={one} size="small" onClick={() => setReason(one)}>{one}</Button>)}</div>
      </div>
    </Modal>
  );
}
