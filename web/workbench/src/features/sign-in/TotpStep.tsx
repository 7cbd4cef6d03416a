import { useQuery } from '@tanstack/react-query';
import type { Problem } from '@tongban/contract-kit';
import { completeStaffSignIn, listDemoAccounts, type Session } from '@tongban/server/src/kernel/identity/contract.ts';
import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { plainApi } from '../../shared/api.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import type { Demo } from './demo.ts';
import { text } from './text.ts';
import { usePlainAction } from './use-plain-action.ts';

interface TotpStepProps {
  challenge: string;
  demo: Demo | undefined;
  onDone: (session: Session) => void;
  onRefused: (problem: Problem) => void;
  onBack: () => void;
}

/** The second factor; a demonstration account brings the code of this moment. */
export function TotpStep({ challenge, demo, onDone, onRefused, onBack }: TotpStepProps) {
  const [complete, { busy, problem }] = usePlainAction(completeStaffSignIn, onRefused);
  const [code, setCode] = useState('');
  const fresh = useQuery({
    queryKey: [listDemoAccounts.id, 'now'], enabled: demo !== undefined, staleTime: 0, gcTime: 0, queryFn: () => plainApi.call(listDemoAccounts, {}),
  }).data?.items.find((account) => account.accountName === demo?.accountName)?.totpCode;
  useEffect(() => { if (fresh) setCode(fresh); }, [fresh]);
  const submit = () => { if (/^\d{6}$/.test(code)) void complete({ body: { challenge, code } }, onDone); };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={submit}>
      <h2 className="sign-in__step">{text.totp.title}</h2>
      <p className="sign-in__lead">{text.totp.lead}</p>
      <ProblemAlert problem={problem} />
      <Form.Item label={text.totp.label} htmlFor="totp-code">
        <Input
          id="totp-code" className="sign-in__code" value={code} onChange={(event) => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
          inputMode="numeric" autoComplete="one-time-code" autoFocus maxLength={6} size="large"
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={busy} disabled={code.length !== 6}>{text.submit}</Button>
      <Button type="link" block onClick={onBack} className="sign-in__back">{text.back}</Button>
    </Form>
  );
}
