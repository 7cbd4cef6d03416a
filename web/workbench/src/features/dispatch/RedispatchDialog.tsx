import { useQuery } from '@tanstack/react-query';
import { listPosts } from '@tongban/server/src/kernel/organization/contract.ts';
import { redispatchTasks, type DispatchRecord, type Redispatched } from '@tongban/server/src/modules/dispatch/contract.ts';
import { Alert, App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { clearable } from '../../shared/form/clearable.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { OrganizationPicker } from '../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { StaffPicker } from '../../shared/staff/StaffPicker.tsx';
import { text as shared } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';
import { useRefresh } from './use-refresh.ts';

const words = text.redispatch;

/** Gives tasks to others for a reason; what could not be given is told one by one (DEC-07). */
export function RedispatchDialog({ records, onClose }: { records: readonly DispatchRecord[]; onClose: () => void }) {
  const { message } = App.useApp();
  const [organization, setOrganization] = useState<{ id: string; name: string }>();
  const [postCode, setPostCode] = useState<string>();
  const [staffId, setStaffId] = useState<string>();
  const [reason, setReason, forget] = useTyped('dispatch.redispatch', '');
  const [outcome, setOutcome] = useState<Redispatched>();
  const posts = useQuery({ queryKey: [listPosts.id], staleTime: 300_000, queryFn: () => api.call(listPosts, {}) });
  const action = useAction(redispatchTasks);
  const refresh = useRefresh();
  const missing = useMissing({
    'redispatch-organization': organization === undefined && postCode === undefined && staffId === undefined && words.needTarget,
    'redispatch-reason': reason.trim().length < 2 && shared.missing.atLeast(text.reason, 2),
  });
  const send = () => {
    if (!missing.check()) return;
    const to = { ...(organization ? { organizationId: organization.id } : {}), ...(postCode === undefined ? {} : { postCode }), ...(staffId === undefined ? {} : { staffId }) };
    const tasks = records.flatMap(({ taskId, sequence }) => (taskId === null ? [] : [{ taskId, sequence }]));
    void action.run({ body: { tasks, to, reason: reason.trim() } }, (result) => {
      refresh();
      if (result.failed > 0) return setOutcome(result);
      forget();
      void message.success(words.done(result.done));
      onClose();
    });
  };
  return (
    <Modal
      open title={words.title(records.length)} onOk={send} onCancel={onClose} width={520} okText={words.ok} cancelText={text.cancel} confirmLoading={action.busy}
      footer={outcome ? <Button type="primary" onClick={onClose}>{words.close}</Button> : undefined}
    >
      {outcome ? <Outcome outcome={outcome} records={records} /> : (
        <>
          {records.length === 1 && records[0] ? <p><b>{records[0].itemName}</b>　{records[0].taskName}　<span className="muted">{records[0].target}</span></p> : null}
          <p className="muted dispatch-lead">{words.lead}</p>
          <ProblemAlert problem={action.problem} />
          <div className="dispatch-field">
            <label htmlFor="redispatch-organization">{words.organization}</label>
            <OrganizationPicker id="redispatch-organization" value={organization?.id} allowClear placeholder={words.keep} onChange={setOrganization} />
            <Lack text={missing.of('redispatch-organization')} />
          </div>
          <div className="dispatch-field">
            <label htmlFor="redispatch-post">{words.post}</label>
            <Select id="redispatch-post" allowClear={clearable} value={postCode} placeholder={words.keep} loading={posts.isPending} options={(posts.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))} onChange={(next: string | undefined) => setPostCode(next)} />
          </div>
          <div className="dispatch-field">
            <label htmlFor="redispatch-staff">{words.staff}</label>
            <StaffPicker id="redispatch-staff" value={staffId} organizationId={organization?.id} onChange={setStaffId} />
            <p className="faint small">{words.staffHelp}</p>
          </div>
          <div className="dispatch-field">
            <label htmlFor="redispatch-reason">{text.reason}</label>
            <Input.TextArea id="redispatch-reason" rows={3} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
            {missing.of('redispatch-reason') ? <Lack text={missing.of('redispatch-reason')} /> : <p className="faint small">{text.reasonRule}</p>}
          </div>
        </>
      )}
    </Modal>
  );
}

/** What was given and what was not, row by row. */
function Outcome({ outcome, records }: { outcome: Redispatched; records: readonly DispatchRecord[] }) {
  const byTask = new Map(records.map((record) => [record.taskId, record]));
  return (
    <>
      <Alert type={outcome.done > 0 ? 'warning' : 'error'} showIcon title={words.partly(outcome.done, outcome.failed)} />
      <h3 className="section-title">{words.failedTitle}</h3>
      <ul className="dispatch-problems">
        {outcome.results.filter(({ ok }) => !ok).map(({ taskId, message }) => {
          const record = byTask.get(taskId);
          return <li key={taskId}><b>{record?.itemName} {record?.taskName}</b>　<span className="number faint">{record?.caseNumber}</span><br />{message}</li>;
        })}
      </ul>
    </>
  );
}
