import { useMutation, useQueryClient } from '@tanstack/react-query';
import { checkMobile } from '@tongban/identifiers';
import { Button, Dialog, TextField, useToast } from '@tongban/ui';
import { useState, type MouseEvent, type ReactNode } from 'react';
import { changeMobile, changePassword } from '@tongban/server/src/kernel/identity/contract.ts';
import { api } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';
import { focusFirstFault } from '../../shared/layout/focus-first-fault.ts';
import { CodeField } from './forms/CodeField.tsx';
import { passwordFault } from './forms/person-fields.ts';
import { text } from './text.ts';

const t = text.settings;

/** A dialog that saves one setting. */
export function SettingDialog({ title, error, busy, onSave, onClose, children }:
  { title: string; error: unknown; busy: boolean; onSave: () => void; onClose: () => void; children: ReactNode }) {
  function save(event: MouseEvent<HTMLButtonElement>) {
    const dialog = event.currentTarget.closest('dialog');
    onSave();
    if (dialog) focusFirstFault(dialog);
  }
  return (
    <Dialog
      open title={title} onClose={onClose}
      footer={<><Button onClick={onClose}>{t.cancel}</Button><Button variant="primary" busy={busy} onClick={save}>{t.save}</Button></>}
    >
      <div className="stack stack--tight">
        {error !== null && <ProblemNotice error={error} />}
        {children}
      </div>
    </Dialog>
  );
}

/** Binds another mobile: the new number proves itself by a code, the person by the password. */
export function ChangeMobileDialog({ onClose }: { onClose: () => void }) {
  const [mobile, setMobile] = useState('');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const toast = useToast();
  const checked = checkMobile(mobile);
  const codeFault = /^\d{6}$/.test(code) ? undefined : text.person.needCode;
  const save = useMutation({
    mutationFn: (number: string) => api.call(changeMobile, { body: { mobile: number, code, password } }),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: ['identity.get-own-profile'] }); toast(t.mobileChanged); onClose(); },
  });
  function submit() {
    setTried(true);
    if (checked.ok && !codeFault && password) save.mutate(checked.normalized);
  }
  return (
    <SettingDialog title={t.changeMobile} error={save.error} busy={save.isPending} onSave={submit} onClose={onClose}>
      <TextField label={t.newMobile} type="tel" value={mobile} maxLength={20} error={tried && !checked.ok ? checked.message : undefined} onChange={(event) => setMobile(event.target.value)} />
      <CodeField purpose="change-mobile" mobile={mobile} value={code} onChange={setCode} error={tried ? codeFault : undefined} />
      <TextField label={t.confirmPassword} type="password" value={password} autoComplete="current-password" maxLength={128} error={tried && !password ? text.signIn.needPassword : undefined} onChange={(event) => setPassword(event.target.value)} />
    </SettingDialog>
  );
}

/** Changes the password; the server ends the other sessions. */
export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const fault = passwordFault(next);
  const toast = useToast();
  const save = useMutation({
    mutationFn: () => api.call(changePassword, { body: { currentPassword: current, newPassword: next } }),
    onSuccess: () => { toast(t.passwordChanged); onClose(); },
  });
  function submit() {
    setTried(true);
    if (current && !fault && next === again) save.mutate();
  }
  return (
    <SettingDialog title={t.changePassword} error={save.error} busy={save.isPending} onSave={submit} onClose={onClose}>
      <TextField label={t.currentPassword} type="password" value={current} autoComplete="current-password" maxLength={128} error={tried && !current ? text.signIn.needPassword : undefined} onChange={(event) => setCurrent(event.target.value)} />
      <TextField label={text.reset.newPassword} hint={text.person.passwordHint} type="password" value={next} autoComplete="new-password" maxLength={128} error={tried ? fault : undefined} onChange={(event) => setNext(event.target.value)} />
      <TextField label={text.person.passwordAgain} type="password" value={again} autoComplete="new-password" maxLength={128} error={tried && next !== again ? text.person.passwordDiffers : undefined} onChange={(event) => setAgain(event.target.value)} />
    </SettingDialog>
  );
}
