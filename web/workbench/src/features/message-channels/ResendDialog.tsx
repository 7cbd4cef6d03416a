import { resendFailed, type ChannelStatus } from '@tongban/server/src/kernel/messaging/channels.contract.ts';
import { App, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.resend;

/** Queues what failed on a channel within some days again. */
export function ResendDialog({ status, onClose }: { status: ChannelStatus; onClose: () => void }) {
  const { message } = App.useApp();
  const [days, setDays] = useState<number | null>(1);
  const missing = useMissing({ 'resend-days': days === null && words.missing });
  const { run, busy, problem } = useAction(resendFailed);
  const send = () => {
    if (!missing.check() || days === null) return;
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
        <InputNumber id="resend-days" min={1} max={7} precision={0} value={days} status={missing.of('resend-days') ? 'error' : ''} onChange={setDays} />
      </div>
      <Lack text={missing.of('resend-days')} />
    </Modal>
  );
}
