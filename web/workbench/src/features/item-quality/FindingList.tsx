import { useQuery } from '@tanstack/react-query';
import { elementLabel } from '@tongban/server/src/modules/catalog/contract.ts';
import {
  exportFindings, findingStateLabels, findingStates, getQualityOverview, listFindings, listRules, trackLabels, tracks, type Finding, type FindingFilter, type FindingList as List,
} from '@tongban/server/src/modules/item-quality/contract.ts';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { DueDate, Tag, type Tone } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useMend } from '../../shared/items/use-mend.ts';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { useHolds } from '../../shared/session/session.ts';
import { useGovernedRegions } from '../../shared/use-governed-regions.ts';
import { JudgeDialog, type Judging } from './JudgeDialog.tsx';
import { OrderDialog, type Ordering } from './OrderDialog.tsx';
import { text } from './text.ts';

const { columns: titles } = text;
const states = ['current', ...findingStates] as const;
const groupsOf: Record<List, readonly string[]> = { guide: ['guide', 'guidance'], materials: ['materials', 'review-points'] };
const tones: Record<Finding['state'], Tone> = { open: 'todo', assigned: 'warning', accepted: 'neutral', mended: 'done', withdrawn: 'neutral' };

/** 办事指南异常明细 or 材料要素异常明细: what is wrong, where, and what is done about it (CAT-04, CAT-05). */
export function FindingList({ list }: { list: List }) {
  const [filters, setFilters, reset] = useFilters(['tab', 'q', 'organizationId', 'rule', 'severity', 'state', 'track', 'region']);
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [judging, setJudging] = useState<Judging>();
  const [ordering, setOrdering] = useState<Ordering>();
  const mayOrder = useHolds('item-quality.rectification.issue');
  const mayEdit = useHolds('catalog.item.edit');
  const { mend } = useMend();
  const filter = filterOf(list, filters);
  const paged = useListed(listFindings, filter);
  const toggle = (id: string) => setChosen((before) => { const after = new Set(before); if (!after.delete(id)) after.add(id); return after; });
  const finished = () => { setChosen(new Set()); setOrdering(undefined); setJudging(undefined); paged.refresh(); };
  return (
    <>
      <div className="wb-page__bar">
        <FilterBar list={list} filters={filters} setFilters={setFilters} />
        {Object.keys(filters).length > 1 ? <Button type="link" onClick={() => { const { tab } = filters; reset(); setFilters({ tab }); }}>{text.reset}</Button> : null}
        <Button href={api.url(exportFindings, { query: filter })}>{text.export}</Button>
        {mayOrder ? (
          <Button onClick={() => setOrdering(chosen.size > 0 ? { findingIds: [...chosen] } : { filter })}>{chosen.size > 0 ? text.orderChosen(chosen.size) : text.orderAll}</Button>
        ) : null}
      </div>
      <ListFrame<Finding>
        label={text.tabs[list]} columns={columnsFor({ chosen, toggle, judge: setJudging, mayOrder, mend: mayEdit ? (row) => { void mend(row.itemId, row.path); } : undefined })} rowKey={(row) => row.id} paged={paged} minWidth="76rem"
        onOpen={(row) => { void navigate(row.track === 'in-preparation' ? links.catalogueEdit(row.versionId, row.path) : `${links.catalogueVersion(row.versionId)}?tab=findings`); }}
        empty={text.emptyFindings}
      />
      {judging ? <JudgeDialog judging={judging} onClose={() => setJudging(undefined)} onDone={finished} /> : null}
      {ordering ? <OrderDialog ordering={ordering} onClose={() => setOrdering(undefined)} onDone={finished} /> : null}
    </>
  );
}

type Filters = Partial<Record<'tab' | 'q' | 'organizationId' | 'rule' | 'severity' | 'state' | 'track' | 'region', string>>;

function filterOf(list: List, filters: Filters): FindingFilter {
  const severity = (['error', 'warning'] as const).find((one) => one === filters.severity);
  const state = filters.state === 'all' ? undefined : states.find((one) => one === filters.state) ?? 'current';
  const track = filters.track === 'all' ? undefined : tracks.find((one) => one === filters.track) ?? 'in-use';
  return {
    list, ...(filters.q ? { q: filters.q } : {}), ...(filters.region ? { regionCode: filters.region } : {}), ...(filters.organizationId ? { organizationId: filters.organizationId } : {}), ...(filters.rule ? { rule: filters.rule } : {}),
    ...(severity ? { severity } : {}), ...(state ? { state } : {}), ...(track ? { track } : {}),
  };
}

function FilterBar({ list, filters, setFilters }: { list: List; filters: Filters; setFilters: (change: { [name in keyof Filters]: string | undefined }) => void }) {
  const departments = useQuery({ queryKey: [getQualityOverview.id], queryFn: () => api.call(getQualityOverview, { query: {} }) }).data?.departments ?? [];
  const rules = useQuery({ queryKey: [listRules.id], queryFn: () => api.call(listRules, {}) }).data?.rules ?? [];
  const regions = useGovernedRegions();
  return (
    <>
      <SearchField value={filters.q} placeholder={text.search} onChange={(q) => setFilters({ q })} />
      {regions.length > 1 ? (
        <FilterSelect
          label={titles.region} any={text.anyRegion} value={filters.region} width={140} search
          options={regions} onChange={(region) => setFilters({ region })}
        />
      ) : null}
      <FilterSelect
        label={titles.department} any={text.allDepartments} value={filters.organizationId} width={150} search
        options={departments.map((one) => ({ value: one.organizationId, label: one.organizationName }))} onChange={(organizationId) => setFilters({ organizationId })}
      />
      <FilterSelect
        label={titles.rule} any={text.anyRule} value={filters.rule} width={170} search
        options={rules.filter(({ group, findings, id }) => id === filters.rule || (findings > 0 && (groupsOf[list].includes(group) || id === 'vague' || id === 'unclear-wording'))).map(({ id, title }) => ({ value: id, label: title }))} onChange={(rule) => setFilters({ rule })}
      />
      <FilterSelect
        label={titles.severity} any={text.anySeverity} value={filters.severity} width={110}
        options={[{ value: 'error', label: text.severity.error }, { value: 'warning', label: text.severity.warning }]} onChange={(severity) => setFilters({ severity })}
      />
      <Select
        value={filters.state ?? 'current'} style={{ width: 120 }} aria-label={titles.state} onChange={(state) => setFilters({ state: state === 'current' ? '' : state })}
        options={[{ value: 'current', label: text.current }, { value: 'all', label: text.anyState }, ...findingStates.map((state) => ({ value: state, label: findingStateLabels[state] }))]}
      />
      <Select
        value={filters.track ?? 'in-use'} style={{ width: 130 }} aria-label={text.anyTrack} onChange={(track) => setFilters({ track: track === 'in-use' ? '' : track })}
        options={[...tracks.map((track) => ({ value: track, label: trackLabels[track] })), { value: 'all', label: text.anyTrack }]}
      />
    </>
  );
}

interface Handles { chosen: ReadonlySet<string>; toggle: (id: string) => void; judge: (judging: Judging) => void; mayOrder: boolean; mend: ((row: Finding) => void) | undefined }

function columnsFor({ chosen, toggle, judge, mayOrder, mend }: Handles): Column<Finding>[] {
  return [
    ...(mayOrder ? [{
      key: 'choose', title: '', width: '2.5rem', fixed: true,
      render: (row: Finding) => (row.abilities.assign ? <Checkbox checked={chosen.has(row.id)} aria-label={text.choose(row.itemName)} onChange={() => toggle(row.id)} /> : null),
    }] : []),
    { key: 'item', title: titles.item, width: '16rem', wrap: true, render: (row) => <><span className="list__strong">{row.itemName}</span><br /><span className="faint small">{row.organizationName} · {text.version(row.versionNumber, trackLabels[row.track])}</span></> },
    { key: 'severity', title: titles.severity, width: '4rem', render: (row) => <Tag tone={row.severity === 'error' ? 'danger' : 'warning'}>{text.severity[row.severity]}</Tag> },
    { key: 'element', title: titles.element, width: '7.5rem', render: (row) => elementLabel(row.path) },
    { key: 'message', title: titles.message, wrap: true, render: (row) => <>{row.message}<br /><span className="faint small">{text.mend}：{row.mend}</span>{row.exception ? <><br /><span className="faint small">{text.acceptedBy(row.exception.byName, row.exception.reason)}</span></> : null}</> },
    {
      key: 'state', title: titles.state, width: '8.5rem',
      render: (row) => <><Tag tone={tones[row.state]}>{findingStateLabels[row.state]}</Tag>{row.rectification && row.state === 'assigned' ? <><br /><DueDate date={row.rectification.dueOn} over={row.rectification.overdue} /></> : null}</>,
    },
    { key: 'opened', title: titles.opened, width: '7.5rem', render: (row) => <span className="number">{formatMoment(row.openedAt)}</span> },
    {
      key: 'actions', title: '', width: '6.5rem', render: (row) => (
        <span className="quality-actions">
          {mend && row.closedAt === null ? <Button size="small" type="link" aria-label={text.mendAt(row.itemName, elementLabel(row.path))} onClick={() => mend(row)}>{text.goMend}</Button> : null}
          {row.abilities.accept ? <Button size="small" type="link" onClick={() => judge({ finding: row, kind: 'accept' })}>{text.accept}</Button> : null}
          {row.abilities.settle ? <Button size="small" type="link" onClick={() => judge({ finding: row, kind: 'settle' })}>{text.settle}</Button> : null}
          {row.abilities.withdrawException ? <Button size="small" type="link" onClick={() => judge({ finding: row, kind: 'withdraw' })}>{text.withdraw}</Button> : null}
        </span>
      ),
    },
  ];
}
