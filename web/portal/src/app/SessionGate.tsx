import { Dialog, Skeleton, useToast } from '@tongban/ui';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { text as accountText } from '../features/account/text.ts';
import { actFor, type Session } from '@tongban/server/src/kernel/identity/contract.ts';
import { installSignInGate, plainApi } from '../shared/api.ts';
import { links } from '../shared/links.ts';
import { enterSession, knownAccount, type Account } from '../shared/session/session.ts';

const SignInForm = lazy(async () => ({ default: (await import('../features/account/SignInForm.tsx')).SignInForm }));

/** Takes up the part in which somebody was acting when their session ended; as themselves if that mandate is gone. */
async function actAsBefore(session: Session, before: Account | undefined): Promise<Session> {
  const mandateId = before?.session.actingFor?.mandateId;
  if (!mandateId) return session;
  return plainApi.call(actFor, { body: { mandateId } }).catch(() => session);
}

/**
 * Opens the sign-in form in place when a session has ended under somebody's hands. What they were doing waits,
 * and goes on once they are back; with another account it stays where it is.
 */
export function SessionGate() {
  const [asking, setAsking] = useState(false);
  const waiting = useRef<{ promise: Promise<boolean>; settle: (signedIn: boolean) => void }>(undefined);
  const before = useRef<Account>(undefined);
  const toast = useToast();

  useEffect(() => installSignInGate(() => {
    if (waiting.current) return waiting.current.promise;
    const account = knownAccount();
    if (!account) return Promise.resolve(false);
    before.current = account;
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

  async function comeBack(session: Session) {
    const same = session.account.id === before.current?.id;
    enterSession(same ? await actAsBefore(session, before.current) : session);
    finish(same);
    if (same) return;
    toast(accountText.signIn.otherPerson, 'danger');
    window.location.assign(links.space());
  }

  return (
    <Dialog open={asking} title={accountText.signIn.again} onClose={() => finish(false)}>
      <p style={{ marginBottom: 'var(--tb-space-4)' }}>{accountText.signIn.againLead}</p>
      <Suspense fallback={<Skeleton />}>
        <SignInForm
          focus onDone={(session) => void comeBack(session)}
        />
      </Suspense>
    </Dialog>
  );
}
