import { useMutation } from '@tanstack/react-query';
import { Button, TextField } from '@tongban/ui';
import { useState, type SubmitEvent } from 'react';
import type { TicketView } from '@tongban/server/src/modules/halls/contract.ts';
import { checkInByCode } from '@tongban/server/src/modules/halls/visits/contract.ts';
import { plainApi } from '../../../shared/api.ts';
import { ProblemNotice } from '../../../shared/layout/Answer.tsx';
import { text } from '../text.ts';

const t = text.kiosk;
const digits = 8;

/** The ticket of an appointment by its code, typed on the screen or read by a scanner that types. */
export function CheckIn({ hallId, deviceKey, onTicket }: { hallId: string; deviceKey: string; onTicket: (ticket: TicketView) => void }) {
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const check = useMutation({ mutationFn: () => plainApi.call(checkInByCode, { params: { hallId }, body: { deviceKey, code } }), onSuccess: onTicket });
  const type = (next: string) => { setCode(next.replace(/\D/g, '').slice(0, digits)); check.reset(); };
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (code.length === digits && !check.isPending) check.mutate();
  }
  return (
    <form className="kiosk__check" noValidate onSubmit={submit}>
      <h2>{t.checkIn}</h2>
      <p className="kiosk__lead">{t.checkInLead}</p>
      {check.isError && <ProblemNotice error={check.error} />}
      <TextField label={t.code} value={code} inputMode="numeric" autoComplete="off" maxLength={digits} error={tried && code.length < digits ? t.codeFault : undefined} onChange={(event) => type(event.target.value)} />
      <div className="kiosk__keys">
        {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => <button key={digit} type="button" className="kiosk__key" onClick={() => type(code + digit)}>{digit}</button>)}
        <button type="button" className="kiosk__key" onClick={() => type('')}>{t.clear}</button>
        <button type="button" className="kiosk__key" onClick={() => type(`${code}0`)}>0</button>
        <button type="button" className="kiosk__key" aria-label={t.eraseLabel} onClick={() => type(code.slice(0, -1))}>{t.erase}</button>
      </div>
      <div><Button type="submit" variant="primary" size="large" busy={check.isPending}>{t.checkInDo}</Button></div>
    </form>
  );
}
