import type { UseQueryResult } from '@tanstack/react-query';
import type { Board, BoardCounts } from '@tongban/server/src/modules/supervision/contract.ts';
import type { ReactNode } from 'react';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text } from './text.ts';

type Department = Board['departments'][number];
export type Drill = (organizationId: string | undefined, level: string | undefined, state: string | undefined) => void;
const { columns: titles } = text;

/** Counts by department; each number opens the cases behind it. */
export function BoardTable({ board, onOpen }: { board: UseQueryResult<Board>; onOpen: Drill }) {
  return (
    <QueryState query={board}>
      {(data) => (
        <>
          <Totals total={data.total} onOpen={onOpen} />
          <div className="frame">
            <ListTable<Department>
              cards
              label={text.title}
              columns={columnsFor(onOpen)}
              rows={data.departments}
              rowKey={(row) => row.organizationId}
              minWidth="72rem"
              onOpen={(row) => onOpen(row.organizationId, undefined, undefined)}
              empty={<Empty title={text.cases.empty[0] ?? ''} />}
            />
          </div>
        </>
      )}
    </QueryState>
  );
}

function columnsFor(onOpen: Drill): Column<Department>[] {
  const count = (
    key: 'waiting' | 'inProgress' | 'paused' | 'warning' | 'yellow' | 'red',
    level: string | undefined,
    state: string | undefined,
    tone?: string,
  ): Column<Department> => ({
    key,
    title: titles[key],
    width: '6.5rem',
    align: 'right',
    render: (row) => <Count value={row[key]} tone={tone} onPress={() => onOpen(row.organizationId, level, state)} />,
  });
  return [
    { key: 'department', title: titles.department, fixed: true, wrap: true, render: (row) => <span className="list__strong">{row.organizationName}</span> },
    count('waiting', undefined, 'waiting'),
    count('inProgress', undefined, 'running'),
    count('paused', undefined, 'paused'),
    count('warning', 'warning', undefined, 'warning'),
    count('yellow', 'yellow', undefined, 'warning is-strong'),
    count('red', 'red', undefined, 'danger is-strong'),
    { key: 'closed', title: titles.closed, width: '6.5rem', align: 'right', render: (row) => row.closed },
    { key: 'onTime', title: titles.onTime, width: '8.5rem', align: 'right', render: (row) => <OnTime counts={row} /> },
    {
      key: 'rectifications',
      title: titles.rectifications,
      width: '6.5rem',
      align: 'right',
      render: (row) => <span className={row.overdueRectifications > 0 ? 'count is-danger' : 'count'}>{row.overdueRectifications}</span>,
    },
  ];
}

function Count({ value, tone, onPress }: { value: number; tone: string | undefined; onPress: () => void }): ReactNode {
  if (value === 0) return <span className="faint">0</span>;
  return (
    <button type="button" className={tone ? `count is-${tone}` : 'count'} onClick={onPress}>
      {value}
    </button>
  );
}

function OnTime({ counts }: { counts: Pick<BoardCounts, 'onTimeShare'> }) {
  const { onTimeShare } = counts;
  return (
    <span className="on-time">
      <span className="on-time__bar" aria-hidden="true">
        <i style={{ width: `${onTimeShare ?? 0}%` }} />
      </span>
      {text.share(onTimeShare)}
    </span>
  );
}

function Totals({ total, onOpen }: { total: BoardCounts; onOpen: Drill }) {
  const tiles = [
    { label: titles.waiting, value: total.waiting, state: 'waiting' },
    { label: titles.inProgress, value: total.inProgress, state: 'running' },
    { label: titles.paused, value: total.paused, state: 'paused' },
    { label: titles.warning, value: total.warning, level: 'warning', tone: 'warning' },
    { label: titles.yellow, value: total.yellow, level: 'yellow', tone: 'warning is-strong' },
    { label: titles.red, value: total.red, level: 'red', tone: 'danger is-strong' },
  ];
  return (
    <ul className="board-totals">
      {tiles.map(({ label, value, state, level, tone }) => (
        <li key={label}>
          <button
            type="button"
            className={tone && value > 0 ? `board-total is-${tone}` : 'board-total'}
            onClick={() => onOpen(undefined, level, state)}
          >
            <span>{label}</span>
            <b>{value}</b>
          </button>
        </li>
      ))}
      <li>
        <p className="board-total">
          <span>{titles.closed}</span>
          <b>{total.closed}</b>
        </p>
      </li>
      <li>
        <p className="board-total">
          <span>{titles.onTime}</span>
          <b>{text.share(total.onTimeShare)}</b>
        </p>
      </li>
    </ul>
  );
}
