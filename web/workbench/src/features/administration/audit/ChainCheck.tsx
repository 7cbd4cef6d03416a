import { verifyAudit } from '@tongban/server/src/kernel/access/contract.ts';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { problemOf } from '../../../shared/api.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

/** Has the server recompute the whole SM3 chain and says what it found. */
export function ChainCheck({ icon }: { icon: ReactNode }) {
  const { modal } = App.useApp();
  const { run, busy, problem, clear } = useAction(verifyAudit);
  const words = text.audit;
  function check() {
    void run({}, (verdict) => {
      if (verdict.fault) void modal.error({ title: words.verify, content: words.broken(verdict.fault.sequence, verdict.fault.reason) });
      else if (verdict.intact) void modal.success({ title: words.verify, content: words.intact(verdict.linked, verdict.unlinked) });
      else void modal.error({ title: words.verify, content: problemOf(undefined).detail });
    });
  }
  return (
    <>
      <ProblemAlert problem={problem} onRetry={check} onClose={clear} />
      <Button icon={icon} loading={busy} onClick={check}>{words.verify}</Button>
    </>
  );
}
