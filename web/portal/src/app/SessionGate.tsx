import { Dialog, Skeleton, useToast } from '@tongban/ui';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { text as accountText } from '../features/account/text.ts';
import { installSignInGate } from '../shared/api.ts';
import { links } from '../shared/links.ts';
import { knownAccount } from '../shared/session/session.ts';

const SignInForm = lazy(async () => ({ default: (await import('../features/account/SignInForm.tsx')).SignInForm }));

/**
 * Opens the sign-in form in place when a session has ended under somebody's hands. What they were doing waits,
 * and goes on once they are back; with another account it stays where it is.
 */
export function SessionGate() {
  const [asking, setAsking] = useState(false);
  const waiting = useRef<{ promise: Promise<boolean>; settle: (signedIn: boolean) => void }>(undefined);
  const person = useRef<string>(undefined);
  const toast = useToast();

  useEffect(() => installSignInGate(() => {
    if (waiting.current) return waiting.current.promise;
    const account = knownAccount();
    if (!account) return Promise.resolve(false);
    person.current = account.id;
    let settle: (signedIn: boolean) => void = () => undefined;
    const promise = new Promise<boolean>((resolve) => { settle = resolve; });
    waiting.current = { promise, settle };
    setAsking(true);
    return promise;
  }), []);

  function finish(signedIn: boolean) {
    setAsking(false);
    waiting.current?.settle(signedIn);
    waiting.current = undefined;
  }

  return (
    <Dialog open={asking} title={accountText.signIn.again} onClose={() => finish(false)}>
      <p style={{ marginBottom: 'var(--tb-space-4)' }}>{accountText.signIn.againLead}</p>
      <Suspense fallback={<Skeleton />}>
        <SignInForm
          onDone={(session) => {
            const same = session.account.id === person.current;
            finish(same);
            if (same) return;
            toast(accountText.signIn.otherPerson, 'danger');
            window.location.assign(links.space());
          }}
        />
      </Suspense>
    </Dialog>
  );
}
