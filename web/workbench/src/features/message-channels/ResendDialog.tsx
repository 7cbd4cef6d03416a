import { resendFailed, type ChannelStatus } from '@tongban/server/src/kernel/messaging/channels.contract.ts';
import { App, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.resend;

/** Queues what failed on a channel within some days again. */
export function ResendDialog({ status, onClose }: { status: ChannelStatus; onClose: () => void }) {
  const { message } = App.useApp();
  const [days, setDays] = useState(1);
  const { run, busy, problem } = useAction(resendFailed);
  const send = () => {
    void run({ params: { channel: status.channel }, body: { days } }, ({ count }) => {
      void message.success(words.done(count));
      onClose();
    });
  };
  return (
    <Modal open title={words.title(status.name)} okText={words.ok} cancelText={text.cancel} confirmLoading={busy} onOk={send} onCancel={onClose} width={480}>
      <p className="muted">{words.lead}</p>
      <ProblemAlert problem={problem} onRefresh={onClose} />
      <div className="message-channel-fields">
        <label htmlFor="resend-days">{words.days}</label>
        <InputNumber id="resend-days" min={1} max={7} precision={0} value={days} onChange={(next) => setDays(next ?? 1)} />
      </div>
    </Modal>
  );
}
