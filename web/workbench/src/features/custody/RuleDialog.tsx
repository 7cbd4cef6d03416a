import { createKey } from '@tongban/api-client';
import { useQuery } from '@tanstack/react-query';
import { searchItems } from '@tongban/server/src/modules/catalog/contract.ts';
import { handOverMoments, listSigners, momentLabels, saveRule, type HandOverMoment, type HandOverRule } from '@tongban/server/src/modules/custody/contract.ts';
import { listPosts } from '@tongban/server/src/kernel/organization/contract.ts';
import { App, Form, InputNumber, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { pickerSearch, usePickerWords } from '../../shared/form/picker-search.ts';
import { useMissing } from '../../shared/form/use-missing.ts';
import { OrganizationPicker } from '../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.rules;

interface Named { id: string; name: string }

interface Typed {
  kind: 'item' | 'organization';
  item: Named | undefined;
  organization: Named | undefined;
  moment: HandOverMoment;
  days: number;
  receiver: Named | undefined;
  signDays: number;
  postCodes: string[];
  signers: Named[];
}

function typedOf(rule: HandOverRule | undefined): Typed {
  if (!rule) return { kind: 'item', item: undefined, organization: undefined, moment: 'after-acceptance', days: 2, receiver: undefined, signDays: 1, postCodes: [], signers: [] };
  return {
    kind: rule.item ? 'item' : 'organization', item: rule.item ?? undefined, organization: rule.organization, moment: rule.moment, days: rule.days, receiver: rule.receiver ?? undefined, signDays: rule.signDays,
    postCodes: rule.postCodes, signers: rule.signers,
  };
}

/** Adds a rule, or changes one; what it is about stays. */
export function RuleDialog({ rule, onClose, onDone }: { rule: HandOverRule | undefined; onClose: () => void; onDone: () => void }) {
  const { message } = App.useApp();
  const [typed, setTyped] = useState(() => typedOf(rule));
  const [ruleId] = useState(() => rule?.id ?? createKey());
  const change = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }));
  const { run, busy, problem } = useAction(saveRule);
  const travels = typed.moment !== 'none';
  const choose = sharedText.missing.choose;
  const missing = useMissing({
    'custody-rule-item': typed.kind === 'item' && typed.item === undefined && choose(words.item), 'custody-rule-organization': typed.kind === 'organization' && typed.organization === undefined && choose(words.organization),
    'custody-rule-receiver': travels && typed.receiver === undefined && choose(words.receiver),
  });
  const send = () => {
    if (!missing.check()) return;
    const target = typed.kind === 'item' ? { ...(typed.item ? { itemId: typed.item.id } : {}) } : { ...(typed.organization ? { organizationId: typed.organization.id } : {}) };
    const body = {
      ...(rule ? { version: rule.version } : {}), ...target, moment: typed.moment, days: typed.days, signDays: typed.signDays, ...(travels && typed.receiver ? { receiverId: typed.receiver.id } : {}),
      postCodes: travels ? typed.postCodes : [], signerIds: travels ? typed.signers.map(({ id }) => id) : [],
    };
    void run({ params: { ruleId }, body }, () => { void message.success(words.saved); onDone(); });
  };
  return (
    <Modal open width={620} title={rule ? words.editTitle : words.addTitle} okText={words.save} confirmLoading={busy} onOk={send} onCancel={onClose}>
      <ProblemAlert problem={problem} />
      <Form layout="vertical" component="div">
        {rule ? null : <Form.Item label={words.kind}><Radio.Group value={typed.kind} options={(['item', 'organization'] as const).map((kind) => ({ value: kind, label: words.kinds[kind] }))} onChange={({ target }) => change({ kind: target.value as Typed['kind'] })} /></Form.Item>}
        {typed.kind === 'item'
          ? <Form.Item label={words.item} htmlFor="custody-rule-item" required {...missing.item('custody-rule-item')}><ItemPicker value={typed.item} disabled={rule !== undefined} onChange={(item) => change({ item })} /></Form.Item>
          : <Form.Item label={words.organization} htmlFor="custody-rule-organization" required {...missing.item('custody-rule-organization')}><OrganizationPicker id="custody-rule-organization" value={typed.organization?.id} name={typed.organization?.name} disabled={rule !== undefined} onChange={(organization) => change({ organization })} /></Form.Item>}
        <Form.Item label={words.moment}><Radio.Group value={typed.moment} options={handOverMoments.map((one) => ({ value: one, label: momentLabels[one] }))} onChange={({ target }) => change({ moment: target.value as HandOverMoment })} /></Form.Item>
        {travels ? <Travel typed={typed} change={change} receiver={missing.item('custody-rule-receiver')} /> : null}
      </Form>
    </Modal>
  );
}

function Travel({ typed, change, receiver }: { typed: Typed; change: (next: Partial<Typed>) => void; receiver: ReturnType<ReturnType<typeof useMissing>['item']> }) {
  const posts = useQuery({ queryKey: [listPosts.id], staleTime: 300_000, queryFn: () => api.call(listPosts, {}) }).data?.items ?? [];
  return (
    <>
      <Form.Item label={words.receiver} htmlFor="custody-rule-receiver" required {...receiver}><OrganizationPicker id="custody-rule-receiver" value={typed.receiver?.id} name={typed.receiver?.name} onChange={(one) => change({ receiver: one })} /></Form.Item>
      <div className="custody-form__row">
        <Form.Item label={words.dayField[typed.moment]} htmlFor="custody-rule-days"><InputNumber id="custody-rule-days" min={0} max={60} precision={0} value={typed.days} onChange={(days) => change({ days: days ?? typed.days })} /></Form.Item>
        <Form.Item label={words.signDay} htmlFor="custody-rule-sign-days"><InputNumber id="custody-rule-sign-days" min={1} max={30} precision={0} value={typed.signDays} onChange={(signDays) => change({ signDays: signDays ?? typed.signDays })} /></Form.Item>
      </div>
      <Form.Item label={words.posts} htmlFor="custody-rule-posts"><Select id="custody-rule-posts" mode="multiple" placeholder={words.anyPost} value={typed.postCodes} options={posts.map(({ code, name }) => ({ value: code, label: name }))} showSearch={{ optionFilterProp: 'label' }} onChange={(postCodes: string[]) => change({ postCodes })} /></Form.Item>
      <Form.Item label={words.people} htmlFor="custody-rule-people" extra={words.signersHint}><SignerPicker organizationId={typed.receiver?.id} value={typed.signers} onChange={(signers) => change({ signers })} /></Form.Item>
    </>
  );
}

function ItemPicker({ value, disabled, onChange }: { value: Named | undefined; disabled: boolean; onChange: (item: Named | undefined) => void }) {
  const typed = usePickerWords();
  const { q } = typed;
  const found = useQuery({ queryKey: [searchItems.id, 'custody', q], queryFn: () => api.call(searchItems, { query: { limit: 20, ...(q ? { q } : {}) } }), placeholderData: (before) => before });
  const options = (found.data?.items ?? []).map(({ id, name, department }) => ({ value: id, label: name, where: department.name }));
  if (value && !options.some((option) => option.value === value.id)) options.unshift({ value: value.id, label: value.name, where: '' });
  return (
    <Select
      id="custody-rule-item" disabled={disabled} {...(value ? { value: value.id } : {})} placeholder={words.itemPlaceholder} {...pickerSearch(typed, found, { options, chosen: value ? [value.id] : [] })}
      optionRender={(option) => <>{option.data.label} <span className="faint small">{option.data.where}</span></>}
      onChange={(next: string) => { const chosen = options.find((option) => option.value === next); onChange(chosen && { id: chosen.value, name: chosen.label }); }}
    />
  );
}

function SignerPicker({ organizationId, value, onChange }: { organizationId: string | undefined; value: readonly Named[]; onChange: (signers: Named[]) => void }) {
  const typed = usePickerWords();
  const { q } = typed;
  const query = { ...(q ? { q } : {}), ...(organizationId && !q ? { organizationId } : {}) };
  const found = useQuery({ queryKey: [listSigners.id, query], queryFn: () => api.call(listSigners, { query }), placeholderData: (before) => before });
  const options = (found.data?.officers ?? []).map(({ id, name, organizationName }) => ({ value: id, label: name, where: organizationName }));
  for (const { id, name } of value) if (!options.some((option) => option.value === id)) options.push({ value: id, label: name, where: '' });
  return (
    <Select
      id="custody-rule-people" mode="multiple" placeholder={words.peoplePlaceholder} value={value.map(({ id }) => id)} {...pickerSearch(typed, found, { options, chosen: value.map(({ id }) => id) })}
      optionRender={(option) => <>{option.data.label} <span className="faint small">{option.data.where}</span></>}
      onChange={(ids: string[]) => onChange(ids.flatMap((id) => { const chosen = options.find((option) => option.value === id); return chosen ? [{ id, name: chosen.label }] : []; }))}
    />
  );
}
