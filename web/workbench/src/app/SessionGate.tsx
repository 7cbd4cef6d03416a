import { App, Modal, Skeleton } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { installSignInGate } from '../shared/api.ts';
import { knownSession } from '../shared/session/session.ts';
import { text } from './text.ts';

const SignInForm = lazy(async () => ({ default: (await import('../features/sign-in/SignInForm.tsx')).SignInForm }));

/**
 * Opens the sign-in in place when a session has ended under somebody's hands. What they were doing waits, and goes on
 * once they are back; with another account the page starts anew.
 */
export function SessionGate() {
  const [asking, setAsking] = useState(false);
  const waiting = useRef<{ promise: Promise<boolean>; settle: (signedIn: boolean) => void }>(undefined);
  const officer = useRef<string>(undefined);
  const { message } = App.useApp();

  useEffect(() => installSignInGate(() => {
    if (waiting.current) return waiting.current.promise;
    const session = knownSession();
    if (!session) return Promise.resolve(false);
    officer.current = session.account.id;
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
    <Modal open={asking} title={text.again} footer={null} destroyOnHidden mask={{ closable: false }} width={420} zIndex={2000} onCancel={() => finish(false)}>
      <p className="muted" style={{ marginBottom: '1rem' }}>{text.againLead}</p>
      <Suspense fallback={<Skeleton active />}>
        <SignInForm
          onDone={(session) => {
            const same = session.account.id === officer.current;
            finish(same);
            if (same) return;
            void message.warning(text.otherAccount);
            window.location.assign(import.meta.env.BASE_URL);
          }}
        />
      </Suspense>
    </Modal>
  );
}
