import type { Problem } from '@tongban/contract-kit';
import { confirmTotp, enrolTotp, type Session, type TotpEnrolment } from '@tongban/server/src/kernel/identity/contract.ts';
import { Button, Form, Input, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { CopyText } from '../../shared/CopyText.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text } from './text.ts';
import { usePlainAction } from './use-plain-action.ts';

interface EnrolTotpStepProps {
  challenge: string;
  onDone: (session: Session) => void;
  onRefused: (problem: Problem) => void;
  onBack: () => void;
}

/** Binds an authenticator app at the first sign-in. */
export function EnrolTotpStep({ challenge, onDone, onRefused, onBack }: EnrolTotpStepProps) {
  const [begin, beginning] = usePlainAction(enrolTotp, onRefused);
  const [confirm, { busy, problem }] = usePlainAction(confirmTotp, onRefused);
  const [enrolment, setEnrolment] = useState<TotpEnrolment>();
  const [code, setCode] = useState('');
  const asked = useRef('');
  useEffect(() => {
    if (asked.current === challenge) return;
    asked.current = challenge;
    void begin({ body: { challenge } }, setEnrolment);
  }, [begin, challenge]);
  return (
    <Form layout="vertical" requiredMark={false} onFinish={() => { if (code.length === 6) void confirm({ body: { challenge, code } }, onDone); }}>
      <h2 className="sign-in__step">{text.enrol.title}</h2>
      <p className="sign-in__lead">{text.enrol.lead}</p>
      <ProblemAlert problem={problem ?? beginning.problem} />
      {enrolment ? (
        <div className="sign-in__enrol">
          <img src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.qrSvg)}`} alt={text.enrol.title} />
          <p className="small muted">{text.enrol.secret}<br /><CopyText value={enrolment.secret} label={enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')} /></p>
        </div>
      ) : <Skeleton active />}
      <Form.Item label={text.enrol.label} htmlFor="enrol-code">
        <Input
          id="enrol-code" className="sign-in__code" value={code} onChange={(event) => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
          inputMode="numeric" autoComplete="one-time-code" maxLength={6} size="large"
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={busy} disabled={code.length !== 6 || !enrolment}>{text.enrol.submit}</Button>
      <Button type="link" block onClick={onBack} className="sign-in__back">{text.back}</Button>
    </Form>
  );
}
