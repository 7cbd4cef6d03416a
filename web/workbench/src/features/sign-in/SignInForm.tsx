import type { Problem } from '@tongban/contract-kit';
import type { Session, SignInStep } from '@tongban/server/src/kernel/identity/contract.ts';
import { useState } from 'react';
import { enterSession } from '../../shared/session/session.ts';
import { ChangePasswordStep } from './ChangePasswordStep.tsx';
import { CredentialsStep } from './CredentialsStep.tsx';
import type { Demo } from './demo.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { EnrolTotpStep } from './EnrolTotpStep.tsx';
import { accountNameHint } from './sign-in-state.ts';
import { text } from './text.ts';
import { TotpStep } from './TotpStep.tsx';
import './sign-in.css';

/** The steps of an officer's sign-in: password, then a forced change or enrolment where needed, then the TOTP code. */
export function SignInForm({ onDone }: { onDone: (session: Session) => void }) {
  const [step, setStep] = useState<SignInStep>();
  const [demo, setDemo] = useState<Demo>();
  const [notice, setNotice] = useState<string>();

  function finish(session: Session) {
    enterSession(session);
    onDone(session);
  }
  /** A challenge that has run out starts again at the password. */
  function onRefused(problem: Problem) {
    if (!/challenge/.test(problem.code)) return;
    setStep(undefined);
    setNotice(text.expired);
  }
  function advance(next: SignInStep) {
    setNotice(undefined);
    setStep(next);
  }
  const back = () => setStep(undefined);

  return (
    <div className="sign-in">
      {step === undefined ? (
        <>
          <CredentialsStep key={demo?.accountName ?? ''} initial={demo ?? { accountName: accountNameHint(), password: '' }} notice={notice} onNext={advance} />
          <DemoAccounts chosen={demo} onChoose={setDemo} />
        </>
      ) : null}
      {step?.next === 'change-password' ? <ChangePasswordStep challenge={step.challenge} onNext={advance} onRefused={onRefused} onBack={back} /> : null}
      {step?.next === 'enrol-totp' ? <EnrolTotpStep challenge={step.challenge} onDone={finish} onRefused={onRefused} onBack={back} /> : null}
      {step?.next === 'totp' ? <TotpStep challenge={step.challenge} demo={demo} onDone={finish} onRefused={onRefused} onBack={back} /> : null}
    </div>
  );
}
