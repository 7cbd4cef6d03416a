import { bindAddress, sendEmailCode, type MessagePreferences } from '@tongban/server/src/kernel/messaging/contract.ts';
import { App, Button, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.messages;

/** Channels that are bound by a one-time code. */
export type Bindable = 'wechat' | 'dingtalk' | 'email';

/** Binds a channel by the code that its account was given; an e-mail address is sent one first. */
export function BindDialog({ offered, onClose }: { offered: MessagePreferences['offered'][number]; onClose: () => void }) {
  const { message } = App.useApp();
  const channel = offered.channel as Bindable;
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [wait, setWait] = useState(0);
  const [sent, setSent] = useState(false);
  const send = useAction(sendEmailCode);
  const bind = useAction(bindAddress);
  const missing = useMissing({ 'bind-code': !/^\d{6}$/.test(code) && words.needCode });
  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const save = () => {
    if (!missing.check()) return;
    void bind.run({ params: { channel }, body: { code } }, () => {
      void message.success(words.bound);
      onClose();
    });
  };
  return (
    <Modal open title={words.bindTitle[channel]} okText={words.bind} cancelText={words.cancel} confirmLoading={bind.busy} onOk={save} onCancel={onClose} width={440}>
      <ProblemAlert problem={bind.problem ?? send.problem} />
      <div className="account-messages">
        {channel === 'email' ? (
          <div>
            <label htmlFor="bind-address">{words.address}</label>
            <div className="account-messages__row">
              <Input id="bind-address" type="email" maxLength={200} value={address} onChange={({ target }) => setAddress(target.value)} />
              <Button loading={send.busy} disabled={wait > 0 || address.trim() === ''} onClick={() => { void send.run({ body: { address: address.trim() } }, ({ retryAfterSeconds }) => { setSent(true); setWait(retryAfterSeconds); }); }}>
                {wait > 0 ? words.resend(wait) : words.send}
              </Button>
            </div>
          </div>
        ) : null}
        {channel === 'email' && !sent ? null : <p className="muted">{words.codeHelp[channel]}</p>}
        {offered.simulated && channel !== 'email' ? <p className="faint small">{words.simulated}</p> : null}
        <div>
          <label htmlFor="bind-code">{words.code}</label>
          <Input id="bind-code" inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={({ target }) => setCode(target.value.replace(/\D/g, ''))} />
          <Lack text={missing.of('bind-code')} />
        </div>
      </div>
    </Modal>
  );
}
