import { pauseChannel, type ChannelStatus } from '@tongban/server/src/kernel/messaging/channels.contract.ts';
import { App, Input, Modal } from 'antd';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as shared } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.pause;

/** Pauses a channel, with the reason for the others who look after it. */
export function PauseDialog({ status, onClose }: { status: ChannelStatus; onClose: () => void }) {
  const { message } = App.useApp();
  const [reason, setReason, forget] = useTyped(`messaging.pause.${status.channel}`, '');
  const { run, busy, problem } = useAction(pauseChannel);
  const missing = useMissing({ 'pause-reason': reason.trim().length < 2 && shared.missing.atLeast(words.reason, 2) });
  const send = () => {
    if (!missing.check()) return;
    void run({ params: { channel: status.channel }, body: { reason: reason.trim() } }, () => {
      forget();
      void message.success(words.done);
      onClose();
    });
  };
  return (
    <Modal open title={words.title(status.name)} okText={words.open} okButtonProps={{ danger: true }} cancelText={text.cancel} confirmLoading={busy} onOk={send} onCancel={onClose} width={480}>
      <p className="muted">{words.lead}</p>
      <ProblemAlert problem={problem} onRefresh={onClose} />
      <div className="message-channel-field">
        <label htmlFor="pause-reason">{words.reason}</label>
        <Input.TextArea id="pause-reason" rows={3} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} autoFocus />
        <Lack text={missing.of('pause-reason')} />
      </div>
    </Modal>
  );
}
