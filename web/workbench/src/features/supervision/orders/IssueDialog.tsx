import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listSignals, signalLevelLabels, type Signal } from '@tongban/server/src/modules/supervision/contract.ts';
import { issueOrder, listLeads, listOrders } from '@tongban/server/src/modules/supervision/orders.contract.ts';
import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../shared/api.ts';
import { clearable } from '../../../shared/form/clearable.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { addDays, today } from '../../../shared/format/dates.ts';
import { links } from '../../../shared/links.ts';
import { DateField } from '../../../shared/list/DateField.tsx';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.orders.form;

/** What an order is begun from: a signal, the finding of a spot check, or nothing. */
export interface Beginning {
  key: string;
  content: string;
  organization?: { id: string; name: string } | undefined;
  signal?: Signal;
  caseId?: string;
  spotCaseId?: string;
}

/** Issues an order to a department (SUP-02). */
export function IssueDialog({ from, onClose }: { from: Beginning; onClose: () => void }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [typed, setTyped, forget] = useTyped(`order.${from.key}`, { content: from.content, demands: words.usual, limitOn: addDays(today(), 7) });
  const [organization, setOrganization] = useState(from.organization);
  const [signalIds, setSignalIds] = useState<readonly string[]>(from.signal ? [from.signal.id] : []);
  const [leadId, setLeadId] = useState<string>();
  const { run, busy, problem } = useAction(issueOrder);
  const missing = useMissing({
    'order-organization': organization === undefined && from.spotCaseId === undefined && sharedText.missing.choose(words.department),
    'order-content': typed.content.trim().length < 5 && sharedText.missing.atLeast(words.content, 5), 'order-demands': typed.demands.trim().length < 5 && sharedText.missing.atLeast(words.demands, 5),
    'order-limit': typed.limitOn === '' && sharedText.missing.choose(words.limit),
  });
  const send = () => {
    if (!missing.check()) return;
    const aim = from.spotCaseId ? { spotCaseId: from.spotCaseId } : from.caseId ? { caseId: from.caseId } : signalIds.length > 0 ? { signalIds: [...signalIds] } : organization ? { organizationId: organization.id } : {};
    void run({ body: { content: typed.content.trim(), demands: typed.demands.trim(), limitOn: typed.limitOn, ...(leadId ? { leadId } : {}), ...aim } }, (order) => {
      forget();
      void message.success(words.sent(order.number));
      for (const { id } of [listOrders, listSignals]) void client.invalidateQueries({ queryKey: [id] });
      onClose();
      void navigate(links.supervisionOrder(order.id));
    });
  };
  return (
    <Modal open title={words.title} okText={words.send} confirmLoading={busy} onOk={send} onCancel={onClose} width={640} destroyOnHidden>
      <ProblemAlert problem={problem} />
      <Form layout="vertical">
        {from.spotCaseId === undefined ? (
          <Form.Item label={words.department} htmlFor="order-organization" required {...missing.item('order-organization')}>
            <OrganizationPicker id="order-organization" value={organization?.id} name={organization?.name} disabled={from.signal !== undefined || from.caseId !== undefined} onChange={(next) => { setOrganization(next); setLeadId(undefined); }} />
          </Form.Item>
        ) : null}
        {from.signal ? <MoreSignals signal={from.signal} value={signalIds} onChange={setSignalIds} /> : null}
        <Form.Item label={words.content} htmlFor="order-content" required {...missing.item('order-content')}>
          <Input.TextArea id="order-content" rows={3} maxLength={2000} value={typed.content} placeholder={words.contentHint} onChange={(event) => setTyped((before) => ({ ...before, content: event.target.value }))} />
        </Form.Item>
        <Form.Item label={words.demands} htmlFor="order-demands" required {...missing.item('order-demands')}>
          <Input.TextArea id="order-demands" rows={3} maxLength={2000} value={typed.demands} onChange={(event) => setTyped((before) => ({ ...before, demands: event.target.value }))} />
        </Form.Item>
        <div className="sup-row">
          <Form.Item label={words.limit} htmlFor="order-limit" required {...missing.item('order-limit')}>
            <DateField id="order-limit" value={typed.limitOn} minimum={addDays(today(), 1)} onChange={(next) => setTyped((before) => ({ ...before, limitOn: next ?? '' }))} />
          </Form.Item>
          {organization ? <LeadField organizationId={organization.id} value={leadId} onChange={setLeadId} /> : null}
        </div>
      </Form>
    </Modal>
  );
}

function MoreSignals({ signal, value, onChange }: { signal: Signal; value: readonly string[]; onChange: (ids: readonly string[]) => void }) {
  const query = { organizationId: signal.organizationId, open: true, limit: 50 };
  const found = useQuery({ queryKey: [listSignals.id, 'issue', query], queryFn: () => api.call(listSignals, { query }) });
  const offered = (found.data?.items ?? []).filter((one) => one.abilities.order && one.id !== signal.id);
  const label = (one: Signal) => `${signalLevelLabels[one.level]} ${one.rule.name}　${one.itemName}　${one.caseNumber ?? ''}`;
  return (
    <Form.Item label={words.signals} htmlFor="order-signals" extra={words.signalsHint}>
      <Select id="order-signals" mode="multiple" value={[...value]} options={[signal, ...offered].map((one) => ({ value: one.id, label: label(one), disabled: one.id === signal.id }))} onChange={(ids: string[]) => onChange(ids.includes(signal.id) ? ids : [signal.id, ...ids])} />
    </Form.Item>
  );
}

function LeadField({ organizationId, value, onChange }: { organizationId: string; value: string | undefined; onChange: (id: string | undefined) => void }) {
  const leads = useQuery({ queryKey: [listLeads.id, organizationId], queryFn: () => api.call(listLeads, { query: { organizationId } }) });
  return (
    <Form.Item label={words.lead} htmlFor="order-lead">
      <Select id="order-lead" allowClear={clearable} placeholder={words.anyLead} {...(value ? { value } : {})} loading={leads.isPending} style={{ width: 220 }} showSearch={{ optionFilterProp: 'label' }} options={(leads.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))} onChange={(id?: string) => onChange(id)} />
    </Form.Item>
  );
}
