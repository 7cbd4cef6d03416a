import { useQuery } from '@tanstack/react-query';
import { searchItems } from '@tongban/server/src/modules/catalog/contract.ts';
import { addSystem, disclosureLabels, readAddress, saveSystem, type SystemSettings, type SystemView } from '@tongban/server/src/modules/self-built/contract.ts';
import { disclosures } from '@tongban/server/src/modules/self-built/exchange.contract.ts';
import { App, Input, Modal, Radio, Select, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../../shared/api.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { pickerSearch, usePickerWords } from '../../shared/form/picker-search.ts';
import { useMissing } from '../../shared/form/use-missing.ts';
import { OrganizationPicker } from '../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.form;
const ids = { name: 'self-built-name', department: 'self-built-department', entry: 'self-built-entry', service: 'self-built-service', items: 'self-built-items', disclosure: 'self-built-disclosure', enabled: 'self-built-enabled' } as const;

/** Registers a system, or changes the settings of one. */
export function SystemDialog({ system, onClose }: { system: SystemView | undefined; onClose: () => void }) {
  const { message } = App.useApp();
  const [settings, setSettings] = useState<SystemSettings>(() => (system
    ? { name: system.name, organizationId: system.organizationId, entryUrl: system.entryUrl, serviceUrl: system.serviceUrl, itemIds: system.items.map(({ itemId }) => itemId), disclosure: system.disclosure, enabled: system.enabled }
    : { name: '', organizationId: '', entryUrl: '', serviceUrl: '', itemIds: [], disclosure: 'identity', enabled: false }));
  const change = (part: Partial<SystemSettings>) => setSettings((before) => ({ ...before, ...part }));
  const adding = useAction(addSystem);
  const saving = useAction(saveSystem);
  const missing = useMissing({
    [ids.name]: settings.name.trim().length < 2 && words.needName, [ids.department]: settings.organizationId === '' && words.needDepartment,
    [ids.entry]: !readAddress(settings.entryUrl) && words.needAddress, [ids.service]: !readAddress(settings.serviceUrl) && words.needAddress,
  });
  const done = (told: string) => () => {
    void message.success(told);
    onClose();
  };
  const send = () => {
    if (!missing.check()) return;
    if (system) void saving.run({ params: { systemId: system.id }, body: { revision: system.revision, settings } }, done(text.saved));
    else void adding.run({ body: settings }, done(words.added));
  };
  const hasKey = system?.keys.some(({ endedAt }) => endedAt === null) ?? false;
  return (
    <Modal open title={system ? words.editTitle(system.name) : words.addTitle} okText={text.save} cancelText={text.cancel} confirmLoading={adding.busy || saving.busy} onOk={send} onCancel={onClose} width={760}>
      <ProblemAlert problem={adding.problem ?? saving.problem} onRefresh={onClose} />
      <div className="self-built-pair">
        <Field id={ids.name} label={words.name} lack={missing.of(ids.name)}><Input id={ids.name} maxLength={40} value={settings.name} onChange={({ target }) => change({ name: target.value })} autoFocus /></Field>
        <Field id={ids.department} label={words.department} lack={missing.of(ids.department)}>
          <OrganizationPicker id={ids.department} value={settings.organizationId} name={system?.organizationName} onChange={(chosen) => change({ organizationId: chosen?.id ?? '' })} />
        </Field>
        <Field id={ids.entry} label={words.entry} lead={words.entryLead} lack={missing.of(ids.entry)}><Input id={ids.entry} type="url" maxLength={300} value={settings.entryUrl} onChange={({ target }) => change({ entryUrl: target.value })} /></Field>
        <Field id={ids.service} label={words.service} lead={words.serviceLead} lack={missing.of(ids.service)}><Input id={ids.service} type="url" maxLength={300} value={settings.serviceUrl} onChange={({ target }) => change({ serviceUrl: target.value })} /></Field>
      </div>
      <Field id={ids.items} label={words.items}><ItemsPicker value={settings.itemIds} known={system?.items ?? []} onChange={(itemIds) => change({ itemIds })} /></Field>
      <Field id={ids.disclosure} label={words.disclosure} lead={system && system.disclosure !== settings.disclosure ? words.disclosureChanged(system.outstanding.open) : words.disclosureLead}>
        <Radio.Group id={ids.disclosure} aria-label={words.disclosure} className="self-built-disclosures" value={settings.disclosure} options={disclosures.map((one) => ({ value: one, label: disclosureLabels[one] }))} onChange={({ target }) => change({ disclosure: target.value as SystemSettings['disclosure'] })} />
      </Field>
      <Field id={ids.enabled} label={words.enabled} lead={words.enabledLead}><span><Switch id={ids.enabled} aria-label={words.enabled} disabled={!hasKey && !settings.enabled} checked={settings.enabled} onChange={(enabled) => change({ enabled })} /></span></Field>
    </Modal>
  );
}

function Field({ id, label, lead, lack, children }: { id: string; label: string; lead?: string; lack?: string | undefined; children: ReactNode }) {
  return (
    <div className="self-built-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {lead ? <span className="faint small">{lead}</span> : null}
      <Lack text={lack} />
    </div>
  );
}

/** Chooses several items in use by their names. */
function ItemsPicker({ value, known, onChange }: { value: readonly string[]; known: readonly { itemId: string; name: string }[]; onChange: (itemIds: string[]) => void }) {
  const typed = usePickerWords();
  const [chosen, setChosen] = useState(() => new Map(known.map(({ itemId, name }) => [itemId, name])));
  const { q } = typed;
  const found = useQuery({ queryKey: [searchItems.id, 'self-built', q], queryFn: () => api.call(searchItems, { query: { limit: 20, ...(q ? { q } : {}) } }), placeholderData: (before) => before });
  const names = new Map([...chosen, ...(found.data?.items ?? []).map(({ id, name }) => [id, name] as const)]);
  return (
    <Select
      id={ids.items} mode="multiple" value={[...value]} placeholder={words.itemsPlaceholder} style={{ width: '100%' }} {...pickerSearch(typed, found, { options: [...names].map(([id, name]) => ({ value: id, label: name })), chosen: value })}
      onChange={(next: string[]) => {
        setChosen(new Map(next.map((id) => [id, names.get(id) ?? id])));
        typed.setTyped('');
        onChange(next);
      }}
    />
  );
}
