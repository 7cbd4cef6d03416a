import { useQueryClient } from '@tanstack/react-query';
import { issueRectifications, listRectifications, type FindingFilter } from '@tongban/server/src/modules/item-quality/contract.ts';
import { App, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

/** Chosen findings, or all that a filter finds. */
export type Ordering = { findingIds: string[] } | { filter: FindingFilter };

/** Hands findings to their departments with a deadline. */
export function OrderDialog({ ordering, onClose, onDone }: { ordering: Ordering; onClose: () => void; onDone: () => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const { run, busy, problem } = useAction(issueRectifications);
  const [workingDays, setWorkingDays] = useState(5);
  const [requirement, setRequirement] = useState(text.requirementDefault);
  const missing = useMissing({ 'order-requirement': requirement.trim().length < 5 && sharedText.missing.atLeast(text.requirement, 5) });
  const send = () => {
    if (!missing.check()) return;
    void run({ body: { ...ordering, workingDays, requirement: requirement.trim() } }, ({ rectifications, findings }) => {
      void message.success(text.ordered(rectifications.length, findings));
      void client.invalidateQueries({ queryKey: [listRectifications.id] });
      onDone();
    });
  };
  return (
    <Modal open title={text.orderTitle} okText={text.order} confirmLoading={busy} onOk={send} onCancel={onClose} width={520}>
      <p className="muted">{'findingIds' in ordering ? text.orderLead(ordering.findingIds.length) : text.orderLeadAll}</p>
      <ProblemAlert problem={problem} onRefresh={onDone} labels={{ requirement: text.requirement, workingDays: text.days }} />
      <div className="quality-form">
        <label htmlFor="order-days">{text.days}</label>
        <InputNumber id="order-days" min={1} max={60} precision={0} value={workingDays} onChange={(value) => setWorkingDays(value ?? 5)} />
        <label htmlFor="order-requirement">{text.requirement}</label>
        <Input.TextArea id="order-requirement" rows={3} maxLength={500} value={requirement} onChange={(event) => setRequirement(event.target.value)} />
        <Lack text={missing.of('order-requirement')} />
      </div>
    </Modal>
  );
}
