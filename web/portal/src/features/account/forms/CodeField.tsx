import { useMutation } from '@tanstack/react-query';
import { Button, Field } from '@tongban/ui';
import { checkMobile } from '@tongban/identifiers';
import { useEffect, useState } from 'react';
import { sendVerificationCode, type codePurposes } from '@tongban/server/src/kernel/identity/contract.ts';
import { plainApi, problemOf } from '../../../shared/api.ts';
import { text } from '../text.ts';

/** The code sent to a mobile: a field, and a button that waits as long as the server asks. */
export function CodeField({ purpose, mobile, value, onChange, error }:
  { purpose: (typeof codePurposes)[number]; mobile: string; value: string; onChange: (value: string) => void; error: string | undefined }) {
  const [wait, setWait] = useState(0);
  const [refused, setRefused] = useState<{ mobile: string; message: string }>();
  useEffect(() => {
    if (wait <= 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const send = useMutation({
    mutationFn: (number: string) => plainApi.call(sendVerificationCode, { body: { purpose, mobile: number } }),
    onSuccess: (answer) => setWait(answer.retryAfterSeconds),
    onError: (problem) => setRefused({ mobile, message: [problemOf(problem).title, problemOf(problem).detail].filter(Boolean).join('。') }),
  });
  function press() {
    const checked = checkMobile(mobile);
    setRefused(checked.ok ? undefined : { mobile, message: text.person.mobileFirst });
    if (checked.ok) send.mutate(checked.normalized);
  }
  return (
    <Field label={text.person.code} hint={send.isSuccess ? text.person.codeSent : text.person.codeHint} error={refused?.mobile === mobile ? refused.message : error}>
      {(control) => (
        <div className="tb-input-row">
          <input
            {...control} className="tb-input" inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={value}
            onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
          />
          <Button className="code-button" busy={send.isPending} disabled={wait > 0} onClick={press}>
            {wait > 0 ? text.person.resend(wait) : text.person.sendCode}
          </Button>
        </div>
      )}
    </Field>
  );
}
