import { useMutation } from '@tanstack/react-query';
import { Button, Field, TextField, useToast } from '@tongban/ui';
import { useEffect, useState } from 'react';
import { bindAddress, sendEmailCode, type MessagePreferences } from '@tongban/server/src/kernel/messaging/contract.ts';
import { api, problemOf } from '../../shared/api.ts';
import { SettingDialog } from './SettingsDialogs.tsx';
import { text } from './text.ts';

const t = text.settings.messages;

/** Channels of a citizen that are bound by a one-time code. */
export type Bindable = 'wechat' | 'email';

/** Binds a channel by the code that its account was given; an e-mail address is sent one first. */
export function BindDialog({ offered, onClose }: { offered: MessagePreferences['offered'][number]; onClose: () => void }) {
  const channel = offered.channel as Bindable;
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const toast = useToast();
  const bind = useMutation({
    mutationFn: () => api.call(bindAddress, { params: { channel }, body: { code } }),
    onSuccess: () => { toast(t.bound); onClose(); },
  });
  const fault = /^\d{6}$/.test(code) ? undefined : t.needCode;
  function submit() {
    setTried(true);
    if (!fault) bind.mutate();
  }
  return (
    <SettingDialog title={t.bindTitle[channel]} error={bind.error} busy={bind.isPending} onSave={submit} onClose={onClose}>
      {channel === 'email' && <EmailField />}
      <TextField
        label={t.code} hint={offered.simulated && channel !== 'email' ? `${t.codeHint[channel]}${t.simulated}` : t.codeHint[channel]} inputMode="numeric" autoComplete="one-time-code" maxLength={6}
        value={code} error={tried ? fault : undefined} onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
      />
    </SettingDialog>
  );
}

/** The address to be bound, and a button that sends it a code and waits as long as the server asks. */
function EmailField() {
  const [address, setAddress] = useState('');
  const [lacks, setLacks] = useState(false);
  const [wait, setWait] = useState(0);
  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const send = useMutation({
    mutationFn: () => api.call(sendEmailCode, { body: { address: address.trim() } }),
    onSuccess: (answer) => setWait(answer.retryAfterSeconds),
  });
  const refused = send.isError ? [problemOf(send.error).title, problemOf(send.error).detail].filter(Boolean).join('。') : undefined;
  return (
    <Field label={t.address} hint={send.isSuccess ? t.codeSent : undefined} error={lacks ? t.needAddress : refused}>
      {(control) => (
        <div className="tb-input-row">
          <input {...control} className="tb-input" type="email" autoComplete="email" maxLength={200} value={address} onChange={(event) => { setAddress(event.target.value); setLacks(false); }} />
          <Button
            className="code-button" busy={send.isPending} disabled={wait > 0}
            onClick={() => { if (address.trim() === '') setLacks(true); else send.mutate(); }}
          >
            {wait > 0 ? t.resend(wait) : t.sendCode}
          </Button>
        </div>
      )}
    </Field>
  );
}
