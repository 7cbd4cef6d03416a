import { useQuery } from '@tanstack/react-query';
import { deliverResult, extendLimit, listReturnTargets, returnForRework, terminateCase } from '@tongban/server/src/modules/handling/contract.ts';
import { Input, InputNumber, Radio, Select } from 'antd';
import { api } from '../../../shared/api.ts';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { PostTo } from '../panes/PostTo.tsx';
import { text } from '../text.ts';
import { ownTask, type ActionProps } from './action-context.ts';
import { ActionDrawer, Part } from './ActionDrawer.tsx';
import { Writing } from './Writing.tsx';

/** 延长期限: at most ten working days, once (行政许可法第四十二条). */
export function ExtendSheet({ view, onClose, onRefresh, onDone }: ActionProps) {
  const [typed, setTyped, forget] = useTyped(`case.${view.id}.extend`, { days: 5, reason: '' });
  const { run, busy, problem } = useAction(extendLimit);
  const words = text.extendForm;
  const missing = useMissing({ 'extend-reason': typed.reason.trim().length < 5 && sharedText.missing.atLeast(words.reason, 5) });
  return (
    <ActionDrawer
      title={words.title}
      notice={words.notice}
      confirm={words.confirm}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onRefresh={onRefresh}
      onConfirm={() => {
        if (!missing.check()) return;
        void run({ params: { caseId: view.id }, body: { version: view.version, days: typed.days, reason: typed.reason.trim() } }, (receipt) => {
          forget();
          onDone(receipt, text.done.extend);
        });
      }}
    >
      <Part label={words.days} htmlFor="extend-days">
        <InputNumber
          id="extend-days"
          min={1}
          max={10}
          value={typed.days}
          onChange={(days) => setTyped((before) => ({ ...before, days: days ?? 1 }))}
        />
      </Part>
      <Writing
        id="extend-reason"
        label={words.reason}
        value={typed.reason}
        hint={text.reasonRule}
        lack={missing.of('extend-reason')}
        onChange={(reason) => setTyped((before) => ({ ...before, reason }))}
      />
    </ActionDrawer>
  );
}

const methods = ['electronic', 'counter', 'express'] as const;
interface Delivery {
  method: (typeof methods)[number];
  receiver: string;
  trackingNumber: string;
}

/** 送达: how the result reached the applicant; the case is closed. */
export function DeliverSheet({ view, onClose, onRefresh, onDone }: ActionProps) {
  const [typed, setTyped, forget] = useTyped<Delivery>(`case.${view.id}.deliver`, {
    method: view.deliveryMethod,
    receiver: view.applicant.name,
    trackingNumber: '',
  });
  const { run, busy, problem } = useAction(deliverResult);
  const words = text.deliverForm;
  const task = ownTask(view, 'delivery');
  const change = (next: Partial<Delivery>) => setTyped((before) => ({ ...before, ...next }));
  const posted = typed.method === 'express';
  const missing = useMissing({
    'deliver-receiver': typed.receiver.trim() === '' && sharedText.missing.write(words.receiver),
    'deliver-tracking': posted && typed.trackingNumber.trim() === '' && sharedText.missing.write(words.tracking),
  });
  return (
    <ActionDrawer
      title={words.title}
      confirm={words.confirm}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onRefresh={onRefresh}
      onConfirm={() => {
        if (!missing.check() || !task) return;
        const tracking = posted ? { trackingNumber: typed.trackingNumber.trim() } : {};
        void run(
          { params: { caseId: view.id }, body: { taskId: task.taskId, method: typed.method, receiver: typed.receiver.trim(), ...tracking } },
          (receipt) => {
            forget();
            onDone(receipt, text.done.deliver);
          },
        );
      }}
    >
      <Part label={words.method} {...(words.hints[typed.method] ? { hint: words.hints[typed.method] } : {})}>
        <Radio.Group
          optionType="button"
          value={typed.method}
          options={methods.map((method) => ({ value: method, label: words.methods[method] }))}
          onChange={(event) => change({ method: methods.find((one) => one === event.target.value) ?? 'electronic' })}
        />
      </Part>
      <Part label={words.receiver} htmlFor="deliver-receiver" lack={missing.of('deliver-receiver')}>
        <Input id="deliver-receiver" maxLength={100} value={typed.receiver} onChange={(event) => change({ receiver: event.target.value })} />
      </Part>
      {posted ? <PostTo view={view} /> : null}
      {posted ? (
        <Part label={words.tracking} htmlFor="deliver-tracking" lack={missing.of('deliver-tracking')}>
          <Input
            id="deliver-tracking"
            maxLength={60}
            value={typed.trackingNumber}
            onChange={(event) => change({ trackingNumber: event.target.value })}
          />
        </Part>
      ) : null}
    </ActionDrawer>
  );
}

/** 退回重新审查: back to a review that was done before. */
export function ReturnSheet({ view, onClose, onRefresh, onDone }: ActionProps) {
  const targets = useQuery({
    queryKey: [listReturnTargets.id, view.id, view.version],
    queryFn: () => api.call(listReturnTargets, { params: { caseId: view.id } }),
  });
  const [typed, setTyped, forget] = useTyped<{ node?: string | undefined; reason: string }>(`case.${view.id}.return`, { reason: '' });
  const { run, busy, problem } = useAction(returnForRework);
  const words = text.returnForm;
  const task = ownTask(view, 'decision');
  // The nearest step is what is meant most often.
  const node = typed.node ?? targets.data?.items.at(-1)?.node;
  const missing = useMissing({
    'return-node': node === undefined && words.needNode,
    'return-reason': typed.reason.trim().length < 5 && sharedText.missing.atLeast(words.reason, 5),
  });
  return (
    <ActionDrawer
      title={words.title}
      confirm={words.confirm}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onRefresh={onRefresh}
      warning={targets.data?.items.length === 0 ? words.none : undefined}
      onConfirm={() => {
        if (!missing.check() || !task || node === undefined) return;
        void run({ params: { caseId: view.id }, body: { taskId: task.taskId, toNode: node, reason: typed.reason.trim() } }, (receipt) => {
          forget();
          onDone(receipt, text.done.return);
        });
      }}
    >
      <Part label={words.node} htmlFor="return-node" lack={missing.of('return-node')}>
        <Select
          id="return-node"
          style={{ width: '100%' }}
          loading={targets.isPending}
          {...(node === undefined ? {} : { value: node })}
          options={targets.data?.items.map((target) => ({ value: target.node, label: target.name })) ?? []}
          onChange={(next: string) => setTyped((before) => ({ ...before, node: next }))}
        />
      </Part>
      <Writing
        id="return-reason"
        label={words.reason}
        value={typed.reason}
        hint={text.reasonRule}
        lack={missing.of('return-reason')}
        onChange={(reason) => setTyped((before) => ({ ...before, reason }))}
      />
    </ActionDrawer>
  );
}

/** 终止办理: for a reason of the law. */
export function TerminateSheet({ view, onClose, onRefresh, onDone }: ActionProps) {
  const [reason, setReason, forget] = useTyped(`case.${view.id}.terminate`, '');
  const { run, busy, problem } = useAction(terminateCase);
  const words = text.terminateForm;
  const missing = useMissing({ 'terminate-reason': reason.trim().length < 5 && sharedText.missing.atLeast(words.reason, 5) });
  return (
    <ActionDrawer
      title={words.title}
      warning={words.notice}
      confirm={words.confirm}
      danger
      busy={busy}
      problem={problem}
      onClose={onClose}
      onRefresh={onRefresh}
      onConfirm={() => {
        if (!missing.check()) return;
        void run({ params: { caseId: view.id }, body: { version: view.version, reason: reason.trim() } }, (receipt) => {
          forget();
          onDone(receipt, text.done.terminate);
        });
      }}
    >
      <Writing id="terminate-reason" label={words.reason} value={reason} phrases={words.phrases} hint={text.reasonRule} lack={missing.of('terminate-reason')} onChange={setReason} />
    </ActionDrawer>
  );
}
