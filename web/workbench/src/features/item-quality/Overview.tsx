import { useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '@tongban/contract-kit';
import { getQualityOverview, getQualityTrend } from '@tongban/server/src/modules/item-quality/contract.ts';
import { Spin } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { Panel } from '../../shared/page/Page.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text } from './text.ts';

const TrendChart = lazy(() => import('./TrendChart.tsx').then((module) => ({ default: module.TrendChart })));

type Data = ResponseOf<typeof getQualityOverview>;
type Department = Data['departments'][number];
export type Drill = (filters: Partial<Record<'tab' | 'organizationId' | 'rule' | 'severity' | 'state' | 'overdue', string>>) => void;

const { columns: titles } = text;

/** How right the guides are: all, day by day, by department and by rule; each number opens what is behind it (IND-01). */
export function Overview({ onDrill }: { onDrill: Drill }) {
  const overview = useQuery({ queryKey: [getQualityOverview.id], queryFn: () => api.call(getQualityOverview, { query: {} }), refetchInterval: 30_000 });
  return <QueryState query={overview}>{(data) => <Figures data={data} onDrill={onDrill} />}</QueryState>;
}

function Figures({ data, onDrill }: { data: Data; onDrill: Drill }) {
  return (
    <>
      <Totals data={data} onDrill={onDrill} />
      <p className="quality-note faint small">
        {text.formula(data.formula.version, data.formula.text)}
        {data.unchecked > 0 ? text.unchecked(data.unchecked) : ''}
      </p>
      <div className="quality-grid">
        <Panel title={text.byDepartment} flush>
          <ListTable<Department>
            label={text.byDepartment} columns={departmentColumns(onDrill)} rows={data.departments} rowKey={(row) => row.organizationId} empty={<Empty title={text.emptyFindings[0] ?? ''} />}
            onOpen={(row) => onDrill({ tab: 'guide', organizationId: row.organizationId, severity: 'error' })}
          />
        </Panel>
        <div>
          <Panel title={text.trend}><Trend /></Panel>
          <Panel title={text.byRule}>
            <ul className="quality-rules">
              {data.rules.slice(0, 12).map((rule) => (
                <li key={rule.rule}>
                  <button type="button" onClick={() => onDrill({ tab: rule.group === 'materials' || rule.group === 'review-points' ? 'materials' : 'guide', rule: rule.rule })}>
                    <Tag tone={rule.severity === 'error' ? 'danger' : 'warning'}>{text.severity[rule.severity]}</Tag>
                    <span>{rule.title}</span>
                    <span className="number">{rule.findings}</span>
                  </button>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </>
  );
}

function Trend() {
  const trend = useQuery({ queryKey: [getQualityTrend.id], queryFn: () => api.call(getQualityTrend, { query: { days: 90 } }) });
  return (
    <QueryState query={trend} lines={4}>
      {({ days }) => (days.length < 2 ? <p className="muted">{text.noTrend}</p> : <Suspense fallback={<Spin />}><TrendChart days={days} /></Suspense>)}
    </QueryState>
  );
}

function Totals({ data: { total }, onDrill }: { data: Data; onDrill: Drill }) {
  const words = text.totals;
  const cells: { label: string; value: ReactNode; open?: () => void; danger?: boolean }[] = [
    { label: words.accuracy, value: text.percent(total.accuracy) }, { label: words.guide, value: text.percent(total.guideAccuracy), open: () => onDrill({ tab: 'guide', severity: 'error' }) },
    { label: words.materials, value: text.percent(total.materialAccuracy), open: () => onDrill({ tab: 'materials', severity: 'error' }) }, { label: words.inUse, value: total.inUse },
    { label: words.accurate, value: total.accurate }, { label: words.errors, value: total.errors, danger: total.errors > 0, open: () => onDrill({ tab: 'guide', severity: 'error' }) },
    { label: words.warnings, value: total.warnings, open: () => onDrill({ tab: 'guide', severity: 'warning' }) },
    { label: words.accepted, value: total.accepted, open: () => onDrill({ tab: 'guide', state: 'accepted' }) },
    { label: words.overdue, value: total.overdueRectifications, danger: total.overdueRectifications > 0, open: () => onDrill({ tab: 'rectifications', overdue: 'yes' }) },
  ];
  return (
    <ul className="quality-totals">
      {cells.map(({ label, value, open, danger }) => {
        const shown = <><span>{label}</span><b>{value}</b></>;
        const className = danger ? 'quality-total is-danger' : 'quality-total';
        return <li key={label}>{open ? <button type="button" className={className} onClick={open}>{shown}</button> : <div className={className}>{shown}</div>}</li>;
      })}
    </ul>
  );
}

function departmentColumns(onDrill: Drill): Column<Department>[] {
  const number = (value: number, open: () => void) => (value === 0 ? <span className="faint">0</span> : <button type="button" className="quality-link" onClick={open}>{value}</button>);
  return [
    { key: 'department', title: titles.department, fixed: true, render: (row) => <span className="list__strong">{row.organizationName}</span> },
    { key: 'accuracy', title: titles.accuracy, width: '5.5rem', align: 'right', render: (row) => <strong className="number">{text.percent(row.accuracy)}</strong> },
    { key: 'guide', title: titles.guide, width: '5.5rem', align: 'right', render: (row) => <span className="number">{text.percent(row.guideAccuracy)}</span> },
    { key: 'materials', title: titles.materials, width: '5.5rem', align: 'right', render: (row) => <span className="number">{text.percent(row.materialAccuracy)}</span> },
    { key: 'inUse', title: titles.inUse, width: '5rem', align: 'right', render: (row) => row.inUse },
    { key: 'errors', title: titles.errors, width: '4.5rem', align: 'right', render: (row) => number(row.errors, () => onDrill({ tab: 'guide', organizationId: row.organizationId, severity: 'error' })) },
    { key: 'warnings', title: titles.warnings, width: '4.5rem', align: 'right', render: (row) => number(row.warnings, () => onDrill({ tab: 'guide', organizationId: row.organizationId, severity: 'warning' })) },
    { key: 'overdue', title: titles.overdue, width: '5.5rem', align: 'right', render: (row) => number(row.overdueRectifications, () => onDrill({ tab: 'rectifications', organizationId: row.organizationId, overdue: 'yes' })) },
  ];
}
