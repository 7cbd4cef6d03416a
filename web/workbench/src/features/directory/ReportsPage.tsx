import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { exportAdjustmentReport, exportOperationReport, getAdjustmentReport, getOperationReport, type AdjustmentRow, type OperationRow } from '@tongban/server/src/modules/directory/change.contract.ts';
import { Button } from 'antd';
import { api } from '../../shared/api.ts';
import { addDays, today } from '../../shared/format/dates.ts';
import { DateField } from '../../shared/list/DateField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Panel } from '../../shared/page/Page.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { DirectoryFrame } from './DirectoryFrame.tsx';
import { text } from './text.ts';

const words = text.reports;
const usualDays = 30;

const adjustmentNumbers = ['added', 'changed', 'cancelled', 'applied', 'refused', 'open'] as const satisfies readonly (keyof AdjustmentRow)[];
const operationNumbers = ['items', 'draft', 'inReview', 'published', 'retired', 'online'] as const satisfies readonly (keyof OperationRow)[];

/** 动态调整统计表 and 事项运行统计表 of a period (CAT-09). */
export function ReportsPage() {
  const [filters, setFilters] = useFilters(['from', 'to']);
  const query = { from: filters.from ?? addDays(today(), -usualDays), to: filters.to ?? today() };
  const adjustments = useQuery({ queryKey: [getAdjustmentReport.id, query], queryFn: () => api.call(getAdjustmentReport, { query }) });
  const operation = useQuery({ queryKey: [getOperationReport.id, query], queryFn: () => api.call(getOperationReport, { query }) });
  return (
    <DirectoryFrame
      section="reports"
      bar={
        <>
          <span className="muted">{words.period}</span>
          <DateField value={query.from} onChange={(from) => setFilters({ from })} />
          <span className="muted">{words.to}</span>
          <DateField value={query.to} onChange={(to) => setFilters({ to })} minimum={query.from} />
        </>
      }
    >
      <div className="reports">
        <Panel title={words.adjustments} flush extra={<Export href={api.url(exportAdjustmentReport, { query })} note={words.adjustmentNote} />}>
          <QueryState query={adjustments} lines={4}>{({ rows }) => <AdjustmentTable rows={rows} />}</QueryState>
        </Panel>
        <Panel title={words.operation} flush extra={<Export href={api.url(exportOperationReport, { query })} note={words.operationNote} />}>
          <QueryState query={operation} lines={4}>{({ rows }) => <OperationTable rows={rows} />}</QueryState>
        </Panel>
      </div>
    </DirectoryFrame>
  );
}

function Export({ href, note }: { href: string; note: string }) {
  return <><span className="faint small">{note}</span><Button size="small" icon={<DownloadOutlined />} href={href}>{words.export}</Button></>;
}

function AdjustmentTable({ rows }: { rows: readonly AdjustmentRow[] }) {
  if (rows.length === 0) return <Nothing />;
  const columns = words.adjustmentColumns;
  return (
    <div className="report__frame">
      <table className="report" aria-label={words.adjustments}>
        <thead><tr><th scope="col">{columns.name}</th>{adjustmentNumbers.map((name) => <th scope="col" key={name}>{columns[name]}</th>)}</tr></thead>
        <tbody>{rows.map((row) => <tr key={row.organizationId ?? ''}><td>{row.organizationName}</td>{adjustmentNumbers.map((name) => <td key={name}>{row[name]}</td>)}</tr>)}</tbody>
        <tfoot><tr><td>{words.total}</td>{adjustmentNumbers.map((name) => <td key={name}>{rows.reduce((sum, row) => sum + row[name], 0)}</td>)}</tr></tfoot>
      </table>
    </div>
  );
}

function OperationTable({ rows }: { rows: readonly OperationRow[] }) {
  if (rows.length === 0) return <Nothing />;
  const columns = words.operationColumns;
  const sum = (pick: (row: OperationRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const [published, online] = [sum((row) => row.published), sum((row) => row.online)];
  return (
    <div className="report__frame">
      <table className="report" aria-label={words.operation}>
        <thead><tr><th scope="col">{columns.name}</th>{operationNumbers.map((name) => <th scope="col" key={name}>{columns[name]}</th>)}<th scope="col">{columns.share}</th><th scope="col">{columns.cases}</th><th scope="col">{columns.closed}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.organizationId}>
              <td>{row.organizationName}</td>
              {operationNumbers.map((name) => <td key={name}>{row[name]}</td>)}
              <td>{shareText(row.onlineShare)}</td><td>{row.cases}</td><td>{row.closedCases}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{words.total}</td>
            {operationNumbers.map((name) => <td key={name}>{sum((row) => row[name])}</td>)}
            <td>{shareText(published === 0 ? null : Math.round((online / published) * 1000) / 10)}</td><td>{sum((row) => row.cases)}</td><td>{sum((row) => row.closedCases)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function shareText(share: number | null): string {
  return share === null ? text.none : `${share}%`;
}

function Nothing() {
  const [title, detail] = words.empty;
  return <p className="affected__none">{title}。{detail}</p>;
}
