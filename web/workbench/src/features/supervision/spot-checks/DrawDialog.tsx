import { useQuery, useQueryClient } from '@tanstack/react-query';
import { drawSpotCheck, listInspectors, listSpotChecks, mostDrawn, spotScopeLabels, spotScopes, type SpotScope } from '@tongban/server/src/modules/supervision/spot-checks.contract.ts';
import { Form, Input, InputNumber, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../shared/api.ts';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { addDays, today } from '../../../shared/format/dates.ts';
import { ItemPicker } from '../../../shared/items/ItemPicker.tsx';
import { links } from '../../../shared/links.ts';
import { DateField } from '../../../shared/list/DateField.tsx';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.spots.form;

/** Draws cases at random and deals them out to inspectors. */
export function DrawDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<SpotScope>('closed');
  const [organization, setOrganization] = useState<{ id: string; name: string }>();
  const [item, setItem] = useState<{ id: string; name: string }>();
  const [period, setPeriod] = useState<{ from: string | undefined; to: string | undefined }>({ from: addDays(today(), -90), to: today() });
  const [size, setSize] = useState(10);
  const [inspectorIds, setInspectorIds] = useState<string[]>([]);
  const [seed, setSeed] = useState('');
  const inspectors = useQuery({ queryKey: [listInspectors.id], queryFn: () => api.call(listInspectors, {}) });
  const { run, busy, problem } = useAction(drawSpotCheck);
  const missing = useMissing({
    'spot-name': name.trim().length < 2 && sharedText.missing.write(words.name), 'spot-from': period.from === undefined && sharedText.missing.choose(words.from), 'spot-to': period.to === undefined && sharedText.missing.choose(words.to),
    'spot-inspectors': inspectorIds.length === 0 && sharedText.missing.choose(words.inspectors), 'spot-seed': seed.trim() !== '' && !/^[0-9a-zA-Z]{8,64}$/.test(seed.trim()) && words.seedWrong,
  });
  const draw = () => {
    if (!missing.check() || period.from === undefined || period.to === undefined) return;
    const body = { name: name.trim(), scope, from: period.from, to: period.to, size, inspectorIds, ...(organization ? { organizationId: organization.id } : {}), ...(item ? { itemId: item.id } : {}), ...(seed.trim() ? { seed: seed.trim() } : {}) };
    void run({ body }, (check) => { void client.invalidateQueries({ queryKey: [listSpotChecks.id] }); void navigate(links.spotCheck(check.id)); });
  };
  return (
    <Modal open title={text.spots.create} okText={words.draw} confirmLoading={busy} onOk={draw} onCancel={onClose} width={640} destroyOnHidden>
      <ProblemAlert problem={problem} />
      <Form layout="vertical">
        <Form.Item label={words.name} htmlFor="spot-name" required {...missing.item('spot-name')}><Input id="spot-name" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} /></Form.Item>
        <Form.Item label={words.scope}><Segmented<SpotScope> value={scope} options={spotScopes.map((one) => ({ value: one, label: spotScopeLabels[one] }))} onChange={setScope} /></Form.Item>
        <div className="sup-pair">
          <Form.Item label={words.organization} htmlFor="spot-organization"><OrganizationPicker id="spot-organization" allowClear placeholder={words.everywhere} value={organization?.id} name={organization?.name} onChange={setOrganization} /></Form.Item>
          <Form.Item label={words.item} htmlFor="spot-item"><ItemPicker id="spot-item" value={item?.id} name={item?.name} onChange={setItem} /></Form.Item>
        </div>
        <div className="sup-row">
          <Form.Item label={words.from} htmlFor="spot-from" required {...missing.item('spot-from')}><DateField id="spot-from" value={period.from} onChange={(from) => setPeriod((before) => ({ ...before, from }))} /></Form.Item>
          <Form.Item label={words.to} htmlFor="spot-to" required {...missing.item('spot-to')}><DateField id="spot-to" value={period.to} onChange={(to) => setPeriod((before) => ({ ...before, to }))} /></Form.Item>
          <Form.Item label={words.size} htmlFor="spot-size"><InputNumber id="spot-size" min={1} max={mostDrawn} precision={0} value={size} onChange={(next) => setSize(next ?? 10)} /></Form.Item>
        </div>
        <Form.Item label={words.inspectors} htmlFor="spot-inspectors" required {...missing.item('spot-inspectors')}>
          <Select id="spot-inspectors" mode="multiple" value={inspectorIds} loading={inspectors.isPending} showSearch={{ optionFilterProp: 'label' }} options={(inspectors.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))} onChange={setInspectorIds} />
        </Form.Item>
        <Form.Item label={words.seed} htmlFor="spot-seed" extra={words.seedHint} {...missing.item('spot-seed')}><Input id="spot-seed" maxLength={64} value={seed} onChange={(event) => setSeed(event.target.value)} /></Form.Item>
      </Form>
    </Modal>
  );
}
