import { DownloadOutlined } from '@ant-design/icons';
import { differenceStates, exportDifferences, listDifferences, type Difference, type DifferenceState } from '@tongban/server/src/modules/directory/change.contract.ts';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';
import { useDecide } from './use-decide.tsx';
import { useShownValue } from './use-shown-value.ts';

const words = text.changes;
const titles = words.columns;
export const differenceTones: Record<DifferenceState, Tone> = { open: 'warning', applied: 'done', refused: 'neutral', settled: 'neutral' };

interface Choice { chosen: ReadonlySet<string>; choose: (id: string, on: boolean) => void; refuse: (difference: Difference) => void; show: ReturnType<typeof useShownValue>; enabled: boolean }

function columnsFor({ chosen, choose, refuse, show, enabled }: Choice): Column<Difference>[] {
  const select: Column<Difference> = {
    key: 'choose', title: '', width: '2.5rem', fixed: true,
    render: (row) => (row.abilities.apply ? <Checkbox id={choiceId(row.id)} aria-label={text.claims.choose(`${row.item.name} ${row.label}`)} checked={chosen.has(row.id)} onChange={(event) => choose(row.id, event.target.checked)} /> : null),
  };
  return [
    ...(enabled ? [select] : []),
    { key: 'item', title: titles.item, wrap: true, render: (row) => <span className="list__strong">{row.item.name}</span> },
    { key: 'department', title: titles.department, width: '8.5rem', render: (row) => row.organization.name },
    { key: 'element', title: titles.element, width: '9rem', wrap: true, render: (row) => <>{row.label} {row.locked ? <Tag tone="warning" title={words.lockedHint}>{words.locked}</Tag> : null}</> },
    { key: 'ours', title: titles.ours, width: '18rem', wrap: true, render: (row) => <Clipped value={show(row.element, row.ours)} /> },
    { key: 'incoming', title: titles.incoming, width: '18rem', wrap: true, render: (row) => <Clipped value={show(row.element, row.incoming)} /> },
    { key: 'state', title: titles.state, width: '10rem', wrap: true, render: (row) => <><Tag tone={differenceTones[row.state]}>{words.states[row.state]}</Tag>{row.reason ? <span className="faint small"> {row.reason}</span> : null}</> },
    { key: 'actions', title: '', width: '5rem', fixed: true, render: (row) => (row.abilities.refuse ? <Button type="link" size="small" onClick={() => refuse(row)}>{words.refuse}</Button> : null) },
  ];
}

function Clipped({ value }: { value: string }) {
  return <span className="clipped" title={value}>{value}</span>;
}

const choiceId = (difference: string): string => `difference-${difference}`;

/** 差异清单: every element in which a list does not say what its entry says; applied in batches, refused one by one. */
export function DifferenceList() {
  const [filters, setFilters] = useFilters(['state', 'locked', 'organizationId']);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const mayDecide = useHolds('directory.change.decide');
  const navigate = useNavigate();
  const show = useShownValue();
  const decide = useDecide();
  const state = differenceStates.find((one) => one === (filters.state ?? 'open'));
  const query = { ...(state ? { state } : {}), ...(filters.locked ? { lockedOnly: true } : {}), ...(filters.organizationId ? { organizationId: filters.organizationId } : {}) };
  const paged = useListed(listDifferences, query);
  const open = paged.rows.filter(({ abilities }) => abilities.apply);
  const picked = open.filter(({ id }) => chosen.has(id));
  const firstChoice = choiceId(open[0]?.id ?? '');
  const missing = useMissing({ [firstChoice]: picked.length === 0 && (open.length === 0 ? words.noneToApply : text.claims.needChoice) });
  const apply = () => {
    if (!missing.check()) return;
    decide.apply(picked);
    setChosen(new Set());
  };
  return (
    <>
      <div className="wb-page__bar">
        <Select value={filters.state ?? 'open'} style={{ width: 120 }} aria-label={titles.state} options={[...differenceStates.map((one) => ({ value: one, label: words.states[one] })), { value: 'all', label: words.filter.state }]} onChange={(next) => setFilters({ state: next === 'open' ? undefined : next })} />
        <Checkbox checked={filters.locked !== undefined} onChange={(event) => setFilters({ locked: event.target.checked ? 'yes' : undefined })}>{words.filter.locked}</Checkbox>
        {mayDecide ? (
          <span className="batch">
            {picked.length > 0 ? <span className="muted small">{text.claims.chosen(picked.length)}</span> : <Lack text={missing.of(firstChoice)} />}
            <Button disabled={open.length === 0} onClick={() => setChosen(new Set(open.slice(0, 100).map(({ id }) => id)))}>{text.claims.chooseAll}</Button>
            <Button type="primary" loading={decide.busy} onClick={apply}>{words.applyChosen}</Button>
          </span>
        ) : null}
        <Button icon={<DownloadOutlined />} href={api.url(exportDifferences, { query })}>{words.export}</Button>
      </div>
      {decide.shown}
      <ListFrame
        label={words.views.differences}
        columns={columnsFor({
          chosen, show, refuse: decide.refuse, enabled: mayDecide,
          choose: (id, on) => setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id))),
        })}
        rowKey={(row) => row.id}
        paged={paged}
        minWidth="80rem"
        onOpen={(row) => {
          void navigate(links.catalogueVersion(row.item.latestVersionId));
        }}
        empty={words.emptyDifferences}
      />
    </>
  );
}
