import { useQuery } from '@tanstack/react-query';
import { exportStepTimes, getStepTimes, listTimedProcesses, type StepTime, type StepTimes } from '@tongban/server/src/modules/supervision/contract.ts';
import type { ResponseOf } from '@tongban/contract-kit';
import { Button, Segmented, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { api } from '../../../shared/api.ts';
import { PictureView } from '../../../shared/diagram/PictureView.tsx';
import { addDays, formatDateTime, today } from '../../../shared/format/dates.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useGovernedRegions } from '../../../shared/use-governed-regions.ts';
import { text } from '../text.ts';
import { dressByHeat, measures, shares, type Measure, type Share } from './heat.ts';
import '../supervision.css';

const words = text.steps;
const periods = [30, 90, 365];
type Timed = ResponseOf<typeof listTimedProcesses>['processes'];

/** How long the steps of a process take over many cases, on its diagram and as a table (WFL-03). */
export function StepTimesPage() {
  const processes = useQuery({ queryKey: [listTimedProcesses.id], queryFn: () => api.call(listTimedProcesses, {}) });
  return <QueryState query={processes} lines={12}>{({ processes: timed }) => <Chosen processes={timed} />}</QueryState>;
}

function Chosen({ processes }: { processes: Timed }) {
  const [filters, setFilters, reset] = useFilters(['process', 'version', 'days', 'department', 'region', 'measure', 'share']);
  const regions = useGovernedRegions();
  const process = processes.find(({ key }) => key === filters.process) ?? processes[0];
  const version = process?.versions.find((one) => String(one.version) === filters.version) ?? process?.versions[0];
  const days = periods.find((one) => String(one) === filters.days) ?? 90;
  const measure: Measure = measures.find((one) => one === filters.measure) ?? 'total';
  const share: Share = shares.find((one) => one === filters.share) ?? 'median';
  const query = {
    definitionId: version?.definitionId ?? '', from: addDays(today(), 1 - days), to: today(),
    ...(filters.department ? { organizationId: filters.department } : {}), ...(filters.region ? { regionCode: filters.region } : {}),
  };
  const times = useQuery({ queryKey: [getStepTimes.id, query], enabled: version !== undefined, placeholderData: (before) => before, queryFn: () => api.call(getStepTimes, { query }) });
  if (process === undefined || version === undefined) return <Page title={words.title}><Empty title={words.nothing[0] ?? ''}>{words.nothing[1]}</Empty></Page>;
  const filtered = Boolean(filters.department || filters.region);
  return (
    <Page
      title={words.title} aside={times.data?.countedAt ? words.countedAt(formatDateTime(times.data.countedAt)) : null} actions={<Button href={api.url(exportStepTimes, { query })}>{words.export}</Button>}
      bar={
        <>
          <Select
            aria-label={words.process} style={{ width: 220 }} value={process.key} showSearch={{ optionFilterProp: 'label' }} options={processes.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={(key) => setFilters({ process: key, version: undefined, department: undefined })}
          />
          <Select aria-label={words.version} style={{ width: 110 }} value={version.version} options={process.versions.map((one) => ({ value: one.version, label: words.versionOf(one.version) }))} onChange={(next) => setFilters({ version: String(next) })} />
          <Select aria-label={words.period} style={{ width: 120 }} value={days} options={periods.map((one) => ({ value: one, label: words.periods[one] }))} onChange={(next) => setFilters({ days: String(next) })} />
          <FilterSelect
            label={text.columns.department} any={text.cases.all} value={filters.department} width={220} search options={(times.data?.departments ?? []).map((one) => ({ value: one.organizationId, label: one.organizationName }))}
            onChange={(next) => setFilters({ department: next })}
          />
          {regions.length > 1 ? <FilterSelect label={words.region} any={words.anyRegion} value={filters.region} width={150} search options={regions} onChange={(next) => setFilters({ region: next })} /> : null}
          <Segmented<Measure> aria-label={words.measure} value={measure} options={measures.map((one) => ({ value: one, label: words.measures[one] }))} onChange={(next) => setFilters({ measure: next })} />
          <Segmented<Share> aria-label={words.share} value={share} options={shares.map((one) => ({ value: one, label: words.shares[one] }))} onChange={(next) => setFilters({ share: next })} />
        </>
      }
    >
      <QueryState query={times} lines={12}>
        {(data) => (data.steps.length === 0 ? <Empty title={words.none[0] ?? ''} action={filtered ? <Button onClick={reset}>{words.all}</Button> : undefined}>{words.none[1]}</Empty> : <Times times={data} measure={measure} share={share} />)}
      </QueryState>
    </Page>
  );
}

function Times({ times: { process, steps }, measure, share }: { times: StepTimes; measure: Measure; share: Share }) {
  const [selected, setSelected] = useState<string>();
  const dressing = useMemo(() => dressByHeat(steps, measure, share), [steps, measure, share]);
  const take = useCallback((id: string | undefined) => { if (id !== undefined) setSelected(id); }, []);
  return (
    <>
      <div className="step-times__picture"><PictureView key={`${process.key} ${process.version}`} xml={process.xml} label={words.diagram(process.name)} dressing={dressing} selected={selected} onSelect={take} saveAs={words.diagram(process.name)} /></div>
      <p className="faint small">{words.legend}</p>
      <div className="frame">
        <ListTable<StepTime> cards label={words.title} columns={columns} rows={steps} rowKey={(row) => row.node} minWidth="66rem" empty={null} onOpen={(row) => setSelected(row.node)} />
      </div>
      <p className="faint small">{words.note}</p>
    </>
  );
}

const cell = (measure: Measure, share: Share): Column<StepTime> => ({
  key: `${measure} ${share}`, title: words.column(words.measures[measure], words.shares[share]), width: '8.5rem', align: 'right',
  render: (row) => { const seconds = row[measure][share]; return seconds === null ? <span className="faint">—</span> : <span className="number">{words.duration(seconds)}</span>; },
});

const columns: readonly Column<StepTime>[] = [
  { key: 'name', title: words.step, fixed: true, render: (row) => <span className="list__strong">{row.name}</span> },
  { key: 'count', title: words.count, width: '5.5rem', align: 'right', render: (row) => <span className="number">{row.count}</span> },
  ...measures.flatMap((measure) => shares.map((share) => cell(measure, share))),
];
