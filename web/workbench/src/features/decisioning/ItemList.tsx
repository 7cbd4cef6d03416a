import { useQuery } from '@tanstack/react-query';
import { listRuleSets } from '@tongban/server/src/kernel/rules/contract.ts';
import { automationModelLabels, automationModels, listAutomation, settingStateLabels, type AutomationLine } from '@tongban/server/src/modules/decisioning/contract.ts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { useHolds } from '../../shared/session/session.ts';
import { AddItemDialog } from './AddItemDialog.tsx';
import { text } from './text.ts';

const titles = text.columns;
const states = ['active', 'stopped', 'draft'] as const;
const tones: Record<AutomationLine['state'], Tone> = { draft: 'neutral', active: 'done', stopped: 'danger', superseded: 'neutral' };

const columnsFor = (ruleNames: ReadonlyMap<string, string>): readonly Column<AutomationLine>[] => [
  { key: 'item', title: titles.item, width: '18rem', fixed: true, wrap: true, render: (row) => <><span className="list__strong">{row.itemName}</span>{row.withoutMaterials ? <> <Tag>{text.withoutMaterials}</Tag></> : null}</> },
  { key: 'department', title: titles.department, width: '12rem', wrap: true, render: (row) => row.organizationName },
  { key: 'model', title: titles.model, width: '9rem', render: (row) => automationModelLabels[row.model] },
  {
    key: 'state', title: titles.state, width: '14rem', wrap: true,
    render: (row) => (
      <>
        <Tag tone={tones[row.state]}>{settingStateLabels[row.state]}</Tag>
        {row.halted && row.state === 'active' ? <> <Tag tone="warning">{text.halted}</Tag></> : null}
        {row.draftId && row.state !== 'draft' ? <> <Tag>{text.draft}</Tag></> : null}
        {row.stopped ? <><br /><span className="faint small">{row.stopped.by === 'check' ? text.stoppedByCheck : text.stoppedBy(row.stopped.name)}</span></> : null}
      </>
    ),
  },
  { key: 'rules', title: titles.rules, width: '12rem', render: (row) => <span className="muted">{(ruleNames.get(row.ruleSetCode) ?? row.ruleSetCode) || text.none}</span> },
  { key: 'sample', title: titles.sample, width: '4.5rem', align: 'right', render: (row) => text.sampleShare(row.sampleShare) },
  { key: 'edited', title: titles.edited, width: '11rem', render: (row) => <>{row.edited.name}　<span className="number faint">{formatMoment(row.edited.at)}</span></> },
];

/** Items with a setting: the one that acts, and whether a draft waits beside it (DEC-01). */
export function ItemList() {
  const [filters, setFilters, reset] = useFilters(['tab', 'q', 'model', 'state', 'without']);
  const navigate = useNavigate();
  const mayEdit = useHolds('decisioning.setting.edit');
  const [adding, setAdding] = useState(false);
  const model = automationModels.find((one) => one === filters.model);
  const state = states.find((one) => one === filters.state);
  const query = { ...(filters.q ? { q: filters.q } : {}), ...(model ? { model } : {}), ...(state ? { state } : {}), ...(filters.without ? { withoutMaterials: true } : {}) };
  const paged = useListed(listAutomation, query);
  const seesRules = useHolds('rules.rule-set.view');
  const rules = useQuery({ queryKey: [listRuleSets.id, 'published'], enabled: seesRules, staleTime: 60_000, queryFn: () => api.call(listRuleSets, { query: { state: 'published', limit: 100 } }) });
  const ruleNames = new Map((rules.data?.items ?? []).map(({ code, name }) => [code, name]));
  const filtered = Object.keys(query).length > 0;
  const clear = () => { const { tab } = filters; reset(); setFilters({ tab }); };
  return (
    <>
      <div className="wb-page__bar">
        <SearchField value={filters.q} placeholder={text.search} onChange={(q) => setFilters({ q })} />
        <FilterSelect label={titles.model} any={text.anyModel} value={model} width={150} options={automationModels.map((one) => ({ value: one, label: automationModelLabels[one] }))} onChange={(next) => setFilters({ model: next })} />
        <FilterSelect label={titles.state} any={text.anyState} value={state} width={120} options={states.map((one) => ({ value: one, label: settingStateLabels[one] }))} onChange={(next) => setFilters({ state: next })} />
        <Checkbox checked={filters.without !== undefined} onChange={({ target }) => setFilters({ without: target.checked ? 'yes' : undefined })}>{text.onlyWithout}</Checkbox>
        {filtered ? <Button type="link" onClick={clear}>{text.reset}</Button> : null}
        {mayEdit ? <Button type="primary" className="automation-add" onClick={() => setAdding(true)}>{text.add}</Button> : null}
      </div>
      <ListFrame<AutomationLine>
        label={text.tabs.items} columns={columnsFor(ruleNames)} rowKey={(row) => row.id} paged={paged} minWidth="80rem" empty={text.emptyItems} onReset={filtered ? clear : undefined}
        onOpen={(row) => { void navigate(links.automationSetting(row.id)); }}
      />
      {adding ? <AddItemDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}
