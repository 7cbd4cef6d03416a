import { DownloadOutlined } from '@ant-design/icons';
import { decideDifferences, downloadDifferences, listDifferences, type ListDifference } from '@tongban/server/src/modules/item-exchange/contract.ts';
import { App, Button, Checkbox, Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, queryClient } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { useContentWords } from '../../shared/content/use-content-words.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatMoment } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { CompareTable } from './CompareTable.tsx';
import { text } from './text.ts';

const words = text.differences;
const states = ['open', 'adopted', 'kept'] as const;
/** What one request may decide. */
const mostTogether = 200;
const pickId = (id: string | undefined): string => `difference-${id ?? ''}`;

function columnsFor(chosen: ReadonlySet<string>, choose: (id: string, on: boolean) => void, describe: ReturnType<typeof useContentWords>): Column<ListDifference>[] {
  return [
    {
      key: 'choose', title: '', width: '2.5rem', fixed: true,
      render: (row) => (row.state === 'open' ? <Checkbox id={pickId(row.id)} checked={chosen.has(row.id)} aria-label={`${words.choose}${row.itemName} ${row.label}`} onChange={(event) => choose(row.id, event.target.checked)} /> : null),
    },
    { key: 'item', title: words.columns.item, width: '17rem', render: (row) => <><span className="list__strong">{row.itemName}</span><br /><span className="faint small">{row.departmentName}</span></> },
    { key: 'element', title: words.columns.element, width: '8rem', wrap: true, render: (row) => row.label },
    { key: 'ours', title: words.columns.ours, wrap: true, render: (row) => <div className="exchange__cell">{describe(row.element, row.ours)}</div> },
    { key: 'incoming', title: words.columns.incoming, wrap: true, render: (row) => <div className="exchange__cell">{describe(row.element, row.incoming)}</div> },
    {
      key: 'state', title: words.columns.state, width: '9rem',
      render: (row) => <><Tag tone={row.state === 'open' ? 'warning' : 'neutral'}>{words.states[row.state]}</Tag>{row.decidedByName ? <><br /><span className="faint small">{row.decidedByName}</span></> : null}</>,
    },
    { key: 'at', title: words.columns.at, width: '8.5rem', render: (row) => <span className="number">{formatMoment(row.decidedAt ?? row.createdAt)}</span> },
  ];
}

/** 差异清单: where lists and the platform disagree, decided one by one or several at a time (CAT-12). */
export function DifferenceList() {
  const [filters, setFilters] = useFilters(['state', 'q']);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<ListDifference>();
  const describe = useContentWords();
  const { message } = App.useApp();
  const { run, busy, problem } = useAction(decideDifferences);
  const state = states.find((one) => one === filters.state) ?? 'open';
  const query = { state, ...(filters.q ? { q: filters.q } : {}) };
  const paged = useListed(listDifferences, query);
  const choose = (id: string, on: boolean) => setChosen((before) => { const next = new Set(before); if (on) next.add(id); else next.delete(id); return next; });
  const refresh = () => { setChosen(new Set()); void queryClient.invalidateQueries({ queryKey: [listDifferences.id] }); };
  const firstPick = pickId(paged.rows[0]?.id);
  const missing = useMissing({ [firstPick]: chosen.size === 0 && words.needChoice });
  const decide = (ids: readonly string[], decision: 'adopt' | 'keep') => {
    void run({ body: { ids: [...ids], decision } }, ({ decided }) => { void message.success(words.done(decided)); setShown(undefined); refresh(); });
  };
  const decideChosen = (decision: 'adopt' | 'keep') => { if (missing.check()) decide([...chosen].slice(0, mostTogether), decision); };
  return (
    <>
      <p className="exchange__note">{words.lead}</p>
      <ProblemAlert problem={problem} onRefresh={refresh} />
      <div className="wb-page__bar">
        <Segmented value={state} options={states.map((one) => ({ value: one, label: words.states[one] }))} onChange={(next) => { setChosen(new Set()); setFilters({ state: next === 'open' ? undefined : next }); }} />
        <SearchField value={filters.q} placeholder={words.q} onChange={(q) => setFilters({ q })} />
        {state === 'open' && paged.rows.length > 0 ? (
          <>
            <Button onClick={() => setChosen(new Set(paged.rows.slice(0, mostTogether).map(({ id }) => id)))}>{words.chooseAll}</Button>
            <Button type="primary" loading={busy} onClick={() => decideChosen('adopt')}>{words.adopt}</Button>
            <Button loading={busy} onClick={() => decideChosen('keep')}>{words.keep}</Button>
            {chosen.size > 0 ? <span className="muted">{words.chosen(chosen.size)}</span> : <Lack text={missing.of(firstPick)} />}
          </>
        ) : null}
        <span className="grow" />
        <Button icon={<DownloadOutlined />} href={api.url(downloadDifferences, { query })}>{words.export}</Button>
      </div>
      <ListFrame
        label={text.tabs.differences} columns={columnsFor(chosen, choose, describe)} rowKey={(row) => row.id} paged={paged} minWidth="72rem"
        onOpen={setShown} empty={words.empty}
      />
      <Drawer open={shown !== undefined} onClose={() => setShown(undefined)} size={760} title={shown?.itemName ?? ''} extra={shown ? <Link to={links.itemImport(shown.importId)}>{words.source}</Link> : null}>
        {shown ? (
          <>
            <ProblemAlert problem={problem} onRefresh={refresh} />
            <p className="exchange__note"><Tag tone={shown.state === 'open' ? 'warning' : 'neutral'}>{words.states[shown.state]}</Tag> {shown.departmentName}　<span className="number">{shown.code}</span></p>
            <CompareTable rows={[{ label: shown.label, before: describe(shown.element, shown.ours), after: describe(shown.element, shown.incoming) }]} />
            {shown.state === 'open' ? (
              <div className="exchange__decide">
                <Button type="primary" loading={busy} onClick={() => decide([shown.id], 'adopt')}>{words.adopt}</Button>
                <Button loading={busy} onClick={() => decide([shown.id], 'keep')}>{words.keep}</Button>
              </div>
            ) : <p className="muted">{words.decided(shown.decidedByName ?? '', formatMoment(shown.decidedAt ?? shown.createdAt))}</p>}
          </>
        ) : null}
      </Drawer>
    </>
  );
}
