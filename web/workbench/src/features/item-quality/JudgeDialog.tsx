import { acceptFinding, settleReportedFinding, withdrawException, type Finding } from '@tongban/server/src/modules/item-quality/contract.ts';
import { App, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

export interface Judging { finding: Finding; kind: 'accept' | 'withdraw' | 'settle' }

const outcomes = ['mended', 'unfounded'] as const;

/** Lets a finding stand with a reason, or takes that back; ends one that people reported. */
export function JudgeDialog({ judging: { finding, kind }, onClose, onDone }: { judging: Judging; onClose: () => void; onDone: () => void }) {
  const { message } = App.useApp();
  const [reason, setReason, forget] = useTyped(`finding.${finding.id}.${kind}`, '');
  const accept = useAction(acceptFinding);
  const withdraw = useAction(withdrawException);
  const settle = useAction(settleReportedFinding);
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('mended');
  const action = { accept, withdraw, settle }[kind];
  const missing = useMissing({ 'judge-reason': reason.trim().length < 5 && sharedText.missing.atLeast(text.reason, 5) });
  const send = () => {
    if (!missing.check()) return;
    const done = () => {
      forget();
      void message.success(text.done);
      onDone();
    };
    const params = { findingId: finding.id };
    const words = { reason: reason.trim() };
    if (kind === 'settle') void settle.run({ params, body: { outcome, ...words } }, done);
    else void (kind === 'accept' ? accept : withdraw).run({ params, body: words }, done);
  };
  return (
    <Modal
      open title={{ accept: text.acceptTitle, withdraw: text.withdrawTitle, settle: text.settleTitle }[kind]} okText={text.confirm} confirmLoading={action.busy}
      onOk={send} onCancel={onClose} width={520}
    >
      <p><strong>{finding.itemName}</strong></p>
      <p className="muted">{finding.message}</p>
      <ProblemAlert problem={action.problem} onRefresh={onDone} labels={{ reason: text.reason }} />
      <div className="quality-form">
        {kind === 'settle' ? (
          <Radio.Group
            aria-label={text.settleTitle} value={outcome} options={outcomes.map((one) => ({ value: one, label: text.outcomes[one] }))}
            onChange={(event) => setOutcome(outcomes.find((one) => one === event.target.value) ?? 'mended')}
          />
        ) : null}
        <label htmlFor="judge-reason">{text.reason}</label>
        <Input.TextArea id="judge-reason" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} autoFocus />
        {missing.of('judge-reason') ? <Lack text={missing.of('judge-reason')} /> : <p className="faint small">{kind === 'settle' ? text.settleRule : text.reasonRule}</p>}
      </div>
    </Modal>
  );
}
