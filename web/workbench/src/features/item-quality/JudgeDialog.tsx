import { acceptFinding, withdrawException, type Finding } from '@tongban/server/src/modules/item-quality/contract.ts';
import { App, Input, Modal } from 'antd';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

export interface Judging { finding: Finding; kind: 'accept' | 'withdraw' }

/** Lets a finding stand with a reason, or takes that back. */
export function JudgeDialog({ judging: { finding, kind }, onClose, onDone }: { judging: Judging; onClose: () => void; onDone: () => void }) {
  const { message } = App.useApp();
  const [reason, setReason, forget] = useTyped(`finding.${finding.id}.${kind}`, '');
  const accept = useAction(acceptFinding);
  const withdraw = useAction(withdrawException);
  const action = kind === 'accept' ? accept : withdraw;
  const missing = useMissing({ 'judge-reason': reason.trim().length < 5 && sharedText.missing.atLeast(text.reason, 5) });
  const send = () => {
    if (!missing.check()) return;
    void action.run({ params: { findingId: finding.id }, body: { reason: reason.trim() } }, () => {
      forget();
      void message.success(text.done);
      onDone();
    });
  };
  return (
    <Modal
      open title={kind === 'accept' ? text.acceptTitle : text.withdrawTitle} okText={text.confirm} confirmLoading={action.busy}
      onOk={send} onCancel={onClose} width={520}
    >
      <p><strong>{finding.itemName}</strong></p>
      <p className="muted">{finding.message}</p>
      <ProblemAlert problem={action.problem} onRefresh={onDone} labels={{ reason: text.reason }} />
      <div className="quality-form">
        <label htmlFor="judge-reason">{text.reason}</label>
        <Input.TextArea id="judge-reason" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} autoFocus />
        {missing.of('judge-reason') ? <Lack text={missing.of('judge-reason')} /> : <p className="faint small">{text.reasonRule}</p>}
      </div>
    </Modal>
  );
}
