import { useQuery } from '@tanstack/react-query';
import { listStaffItems } from '@tongban/server/src/modules/catalog/contract.ts';
import { automationModelLabels, automationModels, createSetting, type AutomationModel } from '@tongban/server/src/modules/decisioning/contract.ts';
import { Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { pickerSearch, usePickerWords } from '../../shared/form/picker-search.ts';
import { useMissing } from '../../shared/form/use-missing.ts';
import { links } from '../../shared/links.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

/** Starts the draft of an item's automation. */
export function AddItemDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const words = usePickerWords();
  const [itemId, setItemId] = useState<string>();
  const [model, setModel] = useState<AutomationModel>('pre-check');
  const action = useAction(createSetting);
  const { q } = words;
  const found = useQuery({ queryKey: [listStaffItems.id, 'automation', q], placeholderData: (before) => before, queryFn: () => api.call(listStaffItems, { query: { ...(q ? { q } : {}), limit: 20 } }) });
  const missing = useMissing({ 'automation-item': itemId === undefined && text.chooseItem });
  const create = () => {
    if (!missing.check() || itemId === undefined) return;
    void action.run({ body: { itemId, model } }, (setting) => { void navigate(links.automationSetting(setting.id)); });
  };
  return (
    <Modal open title={text.addTitle} okText={text.create} confirmLoading={action.busy} width={600} onCancel={onClose} onOk={create}>
      <ProblemAlert problem={action.problem} />
      <div className="automation-field">
        <label htmlFor="automation-item">{text.addItem}</label>
        <Select
          id="automation-item" value={itemId ?? null} placeholder={text.addItemHint}
          {...pickerSearch(words, found, { options: (found.data?.items ?? []).map(({ id, name, department }) => ({ value: id, label: `${name}（${department.name}）` })), chosen: itemId === undefined ? [] : [itemId] })} onChange={(next: string) => setItemId(next)}
        />
        <Lack text={missing.of('automation-item')} />
      </div>
      <fieldset className="automation-field">
        <legend>{text.addModel}</legend>
        <Radio.Group value={model} onChange={({ target }) => setModel(target.value as AutomationModel)} className="automation-models">
          {automationModels.map((one) => <Radio key={one} value={one}><strong>{automationModelLabels[one]}</strong><br /><span className="muted small">{text.models[one]}</span></Radio>)}
        </Radio.Group>
      </fieldset>
    </Modal>
  );
}
