import { decideDifferences, type Difference } from '@tongban/server/src/modules/directory/change.contract.ts';
import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useOutcome } from '../claims/Outcome.tsx';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.changes;

interface Decide {
  busy: boolean;
  apply: (differences: readonly Difference[]) => void;
  /** Asks for the reason first. */
  refuse: (difference: Difference) => void;
  /** The dialog and what went wrong; has to be shown. */
  shown: ReactNode;
}

/** Applies incoming elements at once, or refuses one with a reason. */
export function useDecide(): Decide {
  const { run, busy, problem, clear } = useAction(decideDifferences);
  const [refusing, setRefusing] = useState<Difference>();
  const tell = useOutcome();
  const refresh = useRefresh();
  const send = (rows: Parameters<typeof run>[0]['body']['rows'], names: string[], told: (count: number) => string) => {
    void run({ body: { rows } }, ({ results }) => {
      tell(results, names, told);
      setRefusing(undefined);
      refresh();
    });
  };
  return {
    busy,
    apply: (differences) => {
      const some = differences.slice(0, 100);
      send(some.map(({ id, version }) => ({ differenceId: id, version, decision: 'apply' as const })), some.map(({ item, label }) => `${item.name} · ${label}`), words.applied);
    },
    refuse: setRefusing,
    shown: (
      <>
        <ProblemAlert problem={problem} onRefresh={refresh} onClose={clear} />
        {refusing ? (
          <RefuseDialog
            difference={refusing}
            busy={busy}
            onClose={() => setRefusing(undefined)}
            onSend={(reason) => send([{ differenceId: refusing.id, version: refusing.version, decision: 'refuse', reason }], [`${refusing.item.name} · ${refusing.label}`], () => words.refusedDone)}
          />
        ) : null}
      </>
    ),
  };
}

function RefuseDialog({ difference, busy, onClose, onSend }: { difference: Difference; busy: boolean; onClose: () => void; onSend: (reason: string) => void }) {
  const [reason, setReason] = useTyped(`directory.difference.${difference.id}`, '');
  const missing = useMissing({ 'difference-reason': reason.trim().length < 2 && sharedText.missing.write(words.reason) });
  return (
    <Modal
      open
      title={`${words.refuse}：${difference.item.name} · ${difference.label}`}
      onCancel={onClose}
      okText={words.refuse}
      cancelText={text.cancel}
      confirmLoading={busy}
      onOk={() => { if (missing.check()) onSend(reason.trim()); }}
      width={520}
    >
      <label htmlFor="difference-reason">{words.reason}</label>
      <Input.TextArea id="difference-reason" rows={3} maxLength={500} placeholder={words.reasonHint} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Lack text={missing.of('difference-reason')} />
    </Modal>
  );
}
