import type { HallWatch, manageWindow } from '@tongban/server/src/modules/halls/windows.contract.ts';
import type { BodyOf } from '@tongban/contract-kit';
import { App, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import { useManage, type WatchedWindow, type WindowChange } from './use-watch.ts';

const words = text.watch;

/** Asks what a change of a window needs, and makes it. */
export function WindowDialog({ hall, window, change, onClose }: { hall: HallWatch; window: WatchedWindow; change: WindowChange; onClose: () => void }) {
  const { message } = App.useApp();
  const manage = useManage(hall.hallId);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [queueIds, setQueueIds] = useState<string[]>([...window.queueIds]);
  const bodies: Record<WindowChange, BodyOf<typeof manageWindow>> = { pause: { pause: reason.trim() }, resume: { resume: true }, vacate: { vacate: true }, queues: { queueIds } };
  const titles: Record<WindowChange, string> = { pause: words.pauseTitle(window.number), resume: words.actions.resume, vacate: words.vacateTitle(window.number), queues: words.queuesTitle(window.number) };
  const lacks = change === 'pause' && reason.trim() === '';
  const send = () => {
    setTried(true);
    if (lacks) return;
    void manage.run({ params: { windowId: window.windowId }, body: bodies[change] }, (watch) => {
      manage.show(watch);
      void message.success(words.saved);
      onClose();
    });
  };
  const ok = change === 'queues' ? words.save : change === 'vacate' ? words.actions.vacate : words.actions[change];
  return (
    <Modal open title={titles[change]} okText={ok} cancelText={text.cancel} confirmLoading={manage.busy} onOk={send} onCancel={onClose} width={460}>
      <div className="hall-form">
        <ProblemAlert problem={manage.problem} onRefresh={() => { manage.refresh(); onClose(); }} />
        {change === 'pause' ? (
          <>
            <label htmlFor="window-reason">{words.pauseReason}</label>
            <Input id="window-reason" value={reason} maxLength={50} onChange={({ target }) => setReason(target.value)} autoFocus />
            {tried && lacks ? <Lack text={words.needReason} /> : null}
          </>
        ) : null}
        {change === 'vacate' ? <p className="muted">{words.vacateLead}</p> : null}
        {change === 'queues' ? (
          <>
            <p className="muted">{words.queuesLead}</p>
            <Checkbox.Group
              value={queueIds} onChange={(next: string[]) => setQueueIds(next)} style={{ display: 'grid', gap: '0.375rem' }}
              options={hall.queues.filter(({ zoneName }) => zoneName === window.zoneName).map(({ queueId, name }) => ({ value: queueId, label: name }))}
            />
          </>
        ) : null}
      </div>
    </Modal>
  );
}
