import { useQueryClient } from '@tanstack/react-query';
import { issueRectifications, listRectifications, type FindingFilter } from '@tongban/server/src/modules/item-quality/contract.ts';
import { App, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
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
  const send = () => {
    void run({ body: { ...ordering, workingDays, requirement: requirement.trim() } }, ({ rectifications, findings }) => {
      void message.success(text.ordered(rectifications.length, findings));
      void client.invalidateQueries({ queryKey: [listRectifications.id] });
      onDone();
    });
  };
  return (
    <Modal open title={text.orderTitle} okText={text.order} confirmLoading={busy} okButtonProps={{ disabled: requirement.trim().length < 5 }} onOk={send} onCancel={onClose} width={520}>
      <p className="muted">{'findingIds' in ordering ? text.orderLead(ordering.findingIds.length) : text.orderLeadAll}</p>
      <ProblemAlert problem={problem} onRefresh={onDone} labels={{ requirement: text.requirement, workingDays: text.days }} />
      <div className="quality-form">
        <label htmlFor="order-days">{text.days}</label>
        <InputNumber id="order-days" min={1} max={60} precision={0} value={workingDays} onChange={(value) => setWorkingDays(value ?? 5)} />
        <label htmlFor="order-requirement">{text.requirement}</label>
        <Input.TextArea id="order-requirement" rows={3} maxLength={500} value={requirement} onChange={(event) => setRequirement(event.target.value)} />
      </div>
    </Modal>
  );
}
