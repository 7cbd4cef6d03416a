import { useQuery } from '@tanstack/react-query';
import { listReplayedCases, replayResults, type Replay, type ReplayedCase } from '@tongban/server/src/modules/replays/contract.ts';
import { Button, Drawer, Spin } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { PictureView } from '../../../shared/diagram/PictureView.tsx';
import type { Dressing } from '../../../shared/diagram/tones.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { usePaged } from '../../../shared/list/use-paged.ts';
import { links } from '../../../shared/links.ts';
import { text } from '../text.ts';
import { describeOutcome } from './outcomes.ts';
import { resultTones } from './ReplayTables.tsx';
import { CaseRules } from './RuleTables.tsx';

const words = text.replay;

type Filters = Partial<Record<'result' | 'element' | 'group' | 'position', string>>;
interface ReplayedCasesProps { replay: Replay; filters: Filters; onFilters: (change: Partial<Record<keyof Filters, string | undefined>>) => void }

const columns: readonly Column<ReplayedCase>[] = [
  { key: 'number', title: words.caseColumns.number, width: '15rem', fixed: true, render: (row) => <span className="code">{row.number}</span> },
  { key: 'item', title: words.caseColumns.item, width: '15rem', render: (row) => row.itemName },
  { key: 'result', title: words.caseColumns.result, width: '7rem', render: (row) => <Tag tone={resultTones[row.result]}>{row.resultLabel}</Tag> },
  { key: 'change', title: words.caseColumns.change, wrap: true, render: (row) => <span className="small">{differenceOf(row)}</span> },
  { key: 'before', title: words.caseColumns.before, width: '8rem', align: 'right', render: (row) => <span className="number">{words.duration(row.beforeSeconds)}</span> },
  { key: 'after', title: words.caseColumns.after, width: '8rem', align: 'right', render: (row) => <span className="number">{words.duration(row.afterSeconds)}</span> },
];

function differenceOf({ reason, added, dropped, partial }: ReplayedCase): string {
  const parts = [reason ?? '', partial || added.length === 0 ? '' : words.added(added.join('、')), dropped.length === 0 ? '' : words.dropped(dropped.join('、')), partial ? words.partial : ''];
  return parts.filter((part) => part !== '').join('；') || words.equal;
}

/** The cases of a run one by one, narrowed by what was pointed at; a case opens with both of its ways. */
export function ReplayedCases({ replay, filters, onFilters }: ReplayedCasesProps) {
  const { replayId, groups, steps, flows, state, done } = replay;
  const result = replayResults.find((one) => one === filters.result);
  const group = groups.find((one) => String(one.group) === filters.group);
  const element = steps.some(({ node }) => node === filters.element) || flows.some(({ flow }) => flow === filters.element) ? filters.element : undefined;
  const query = { ...(result ? { result } : {}), ...(group ? { group: group.group } : {}), ...(element ? { element } : {}) };
  const paged = usePaged<ReplayedCase>({
    key: [listReplayedCases.id, replayId, query, state, done], limit: 20, fetch: (page, signal) => api.call(listReplayedCases, { params: { replayId }, query: { ...page, ...query } }, { signal }),
  });
  const narrowed = [element === undefined ? '' : words.through(steps.find(({ node }) => node === element)?.name ?? element), group === undefined ? '' : words.alike(group.before)].filter((part) => part !== '');
  const reset = () => onFilters({ result: undefined, element: undefined, group: undefined });
  return (
    <>
      <p className="process-side">
        <FilterSelect label={words.caseColumns.result} any={words.anyResult} value={result} width={140} options={replayResults.map((one) => ({ value: one, label: words.results[one] }))} onChange={(next) => onFilters({ result: next })} />
        {narrowed.length > 0 ? <><span className="small" role="status">{words.narrowed(narrowed.join('，'))}</span><Button size="small" type="link" onClick={reset}>{words.clear}</Button></> : null}
      </p>
      <div className="process-migration__cases">
        <ListFrame label={words.list} columns={columns} rowKey={(row) => String(row.position)} paged={paged} minWidth="66rem" empty={words.noCases} onReset={Object.keys(query).length > 0 ? reset : undefined} onOpen={(row) => onFilters({ position: String(row.position) })} />
      </div>
      {filters.position === undefined ? null : <CaseDrawer replay={replay} position={Number(filters.position)} onClose={() => onFilters({ position: undefined })} />}
    </>
  );
}

function CaseDrawer({ replay, position, onClose }: { replay: Replay; position: number; onClose: () => void }) {
  const { replayId } = replay;
  const found = useQuery({ queryKey: [listReplayedCases.id, replayId, 'one', position], queryFn: () => api.call(listReplayedCases, { params: { replayId }, query: { position, limit: 1 } }) });
  const one = found.data?.items[0];
  return (
    <Drawer open size="min(92vw, 76rem)" title={words.caseTitle(one?.number ?? '')} onClose={onClose} extra={one?.abilities.open === true ? <Link to={links.case(one.caseId)}>{words.casePage}</Link> : null}>
      {one === undefined ? <Spin /> : <Ways replay={replay} one={one} />}
    </Drawer>
  );
}

function Ways({ replay: { xml }, one }: { replay: Replay; one: ReplayedCase }) {
  const dressing = useMemo(() => [
    ...one.flows.map((id): Dressing => ({ id, tone: 'passed' })),
    ...[...new Set(one.visits.map(({ node }) => node))].map((id): Dressing => ({ id, tone: one.added.includes(one.visits.find(({ node }) => node === id)?.name ?? '') ? 'added' : 'passed' })),
  ], [one]);
  return (
    <div className="process-replay__ways">
      <p><Tag tone={resultTones[one.result]}>{one.resultLabel}</Tag> {differenceOf(one)}　<span className="muted small">{one.itemName}　{one.situationName}</span></p>
      <div className="process-picture"><PictureView xml={xml} label={words.caseTitle(one.number)} dressing={dressing} /></div>
      <div className="process-replay__both">
        <section>
          <h3>{words.was}　<span className="muted small">{words.duration(one.beforeSeconds)}</span></h3>
          <VisitTable rows={one.pastVisits.map(({ name, seconds, result, returned }) => ({ name, time: seconds === null ? words.stillOpen : words.duration(seconds), result: returned ? words.returned : describeOutcome(result), note: '' }))} />
        </section>
        <section>
          <h3>{words.wouldBe}　<span className="muted small">{words.duration(one.afterSeconds)}</span></h3>
          <VisitTable
            rows={one.visits.toSorted((a, b) => a.from - b.from).map(({ name, from, until, result, returned, timeBy, outcomeBy, unhandled }) => ({
              name, time: words.duration(until - from), result: returned ? words.returned : describeOutcome(result), note: [words.bases[timeBy], outcomeBy === timeBy ? '' : words.bases[outcomeBy], unhandled ? words.nobody : ''].filter((part) => part !== '').join('、'),
            }))}
          />
        </section>
      </div>
      <CaseRules one={one} />
    </div>
  );
}

function VisitTable({ rows }: { rows: readonly { name: string; time: string; result: string; note: string }[] }) {
  return (
    <div className="process-scroll">
      <table className="process-table is-narrow">
        <thead><tr>{words.detailColumns.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
        <tbody>{rows.map(({ name, time, result, note }, index) => <tr key={index}><td>{name}</td><td className="number nowrap">{time}</td><td className="small">{result === '' ? words.noResult : result}</td><td className="faint small">{note}</td></tr>)}</tbody>
      </table>
    </div>
  );
}
