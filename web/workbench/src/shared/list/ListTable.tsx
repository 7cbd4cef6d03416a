import { Button, Spin } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { problemOf } from '../api.ts';
import { useShortcut } from '../keyboard/shortcuts.ts';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import { columnWidths } from './column-widths.ts';
import type { Paged } from './use-paged.ts';
import './list.css';

export interface Column<T> {
  key: string;
  title: ReactNode;
  /** CSS width; columns without one share what is left. */
  width?: string;
  align?: 'right' | 'center';
  /** Stays while the table scrolls sideways; only for the first and the last column. */
  fixed?: boolean;
  /** Long text wraps instead of being cut. */
  wrap?: boolean;
  render: (row: T) => ReactNode;
}

export interface ListTableProps<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** Enter or a click; left out where rows lead nowhere. */
  onOpen?: (row: T) => void;
  /** Names the row for assistive technology. */
  rowTone?: (row: T) => 'danger' | 'warning' | 'quiet' | undefined;
  empty: ReactNode;
  paged?: Paged<T>;
  minWidth?: string;
  /** On a phone each row is a card with its titles beside what they stand over. */
  cards?: boolean;
  /** What else keys do with the chosen row. */
  rowKeys?: readonly RowKey<T>[];
}

export interface RowKey<T> { key: string; label: string; run: (row: T) => void }

/** Lets a cell that is cut say the whole of it under the pointer. */
function showWhole(target: EventTarget): void {
  const cell = target instanceof Element ? target.closest('td') : null;
  if (cell) cell.title = cell.scrollWidth > cell.clientWidth ? cell.innerText : '';
}

// Where the cursor stood in each list, so that coming back from a row lands on it again.
const remembered = new Map<string, string>();

/** A dense table with fixed columns, moved through with j/k or arrows and opened with Enter. */
export function ListTable<T>({ label, columns, rows, rowKey, onOpen, rowTone, empty, paged, minWidth, cards = false, rowKeys = [] }: ListTableProps<T>) {
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState(() => remembered.get(label));
  const widths = columnWidths(columns, minWidth);
  const index = rows.findIndex((row) => rowKey(row) === active);

  function move(step: number): void {
    const next = index === -1 ? 0 : index + step;
    if (next >= rows.length) return paged?.more();
    const row = rows[Math.max(0, next)];
    if (!row) return;
    choose(rowKey(row));
    const element = body.current?.rows[Math.max(0, next)];
    element?.scrollIntoView({ block: 'nearest' });
    element?.focus({ preventScroll: true });
  }
  function choose(key: string): void {
    setActive(key);
    remembered.set(label, key);
  }
  function open(row: T | undefined): void {
    if (!row || !onOpen) return;
    choose(rowKey(row));
    onOpen(row);
  }

  useShortcut({ keys: ['j', 'ArrowDown'], label: text.keys.next, scope: 'here' }, rows.length > 0 ? () => move(1) : undefined);
  useShortcut({ keys: ['k', 'ArrowUp'], label: text.keys.previous, scope: 'here' }, rows.length > 0 ? () => move(-1) : undefined);
  const onControl = () => document.activeElement instanceof HTMLElement && document.activeElement.closest('button, a, [role="tab"], [role="menuitem"]');
  useShortcut({ keys: ['Enter'], label: text.keys.enter, scope: 'here' }, onOpen && index >= 0 ? () => {
    const control = onControl();
    if (control instanceof HTMLElement) control.click(); else open(rows[index]);
  } : undefined);

  if (paged?.failure) return <div className="query-problem"><ProblemAlert problem={problemOf(paged.failure)} onRetry={paged.refresh} /></div>;
  if (paged?.loading) return <ListSkeleton columns={columns.length} />;
  if (rows.length === 0) return <div className="list-empty">{empty}</div>;
  return (
    <div className="list" ref={frame} aria-busy={paged?.stale ?? false}>
      {paged?.hasNews ? (
        <p className="list__news" role="status">
          {text.list.news}
          <Button type="link" size="small" onClick={() => { paged.refresh(); frame.current?.scrollTo({ top: 0 }); }}>{text.list.showNews}</Button>
        </p>
      ) : null}
      <table className={cards ? 'list__table is-cards' : 'list__table'} aria-label={label} style={minWidth ? { minWidth } : undefined}>
        <colgroup>{columns.map((column, place) => <col key={column.key} style={{ width: widths[place] }} />)}</colgroup>
        <thead><tr>{columns.map((column) => <th key={column.key} scope="col" className={cellClass(column)}>{column.title}</th>)}</tr></thead>
        <tbody ref={body} onPointerOver={({ target }) => showWhole(target)}>
          {rows.map((row, place) => {
            const key = rowKey(row);
            return (
              <tr
                // Tab leads to the chosen row, or to the first where none is.
                key={key} tabIndex={place === Math.max(0, index) ? 0 : -1} className={rowClass(key === active, rowTone?.(row), onOpen !== undefined)}
                onFocus={() => choose(key)}
                onClick={(event) => {
                  if (event.target instanceof HTMLElement && event.target.closest('button, a, input, label')) return;
                  if (window.getSelection()?.toString()) return;
                  open(row);
                }}
              >
                {columns.map((column) => <td key={column.key} className={cellClass(column)} data-title={typeof column.title === 'string' ? column.title : undefined}>{column.render(row)}</td>)}
              </tr>
            );
          })}
        </tbody>
      </table>
      {paged ? <ListEnd paged={paged} /> : null}
      {rowKeys.map((rowKey) => <RowShortcut key={rowKey.key} rowKey={rowKey} row={rows[index]} />)}
    </div>
  );
}

function RowShortcut<T>({ rowKey, row }: { rowKey: RowKey<T>; row: T | undefined }) {
  useShortcut({ keys: [rowKey.key], label: rowKey.label, scope: 'here' }, row === undefined ? undefined : () => rowKey.run(row));
  return null;
}

function cellClass<T>(column: Column<T>): string {
  return ['list__cell', column.align ? `is-${column.align}` : '', column.fixed ? 'is-fixed' : '', column.wrap ? 'is-wrapping' : ''].filter(Boolean).join(' ');
}

function rowClass(active: boolean, tone: string | undefined, opens: boolean): string {
  return [active ? 'is-active' : '', tone ? `is-${tone}` : '', opens ? 'opens' : ''].filter(Boolean).join(' ');
}

function ListEnd<T>({ paged }: { paged: Paged<T> }) {
  const end = useRef<HTMLDivElement>(null);
  const { hasMore, more } = paged;
  const latest = useRef(more);
  useEffect(() => { latest.current = more; });
  useEffect(() => {
    if (!end.current || !hasMore) return undefined;
    const observer = new IntersectionObserver(([entry]) => { if (entry?.isIntersecting) latest.current(); }, { rootMargin: '200px' });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasMore]);
  return (
    <div className="list__end" ref={end}>
      {hasMore
        ? <Button type="link" size="small" onClick={more} loading={paged.loadingMore}>{paged.loadingMore ? text.list.loadingMore : text.list.more}</Button>
        : <span className="faint">{text.list.end(paged.rows.length)}</span>}
      {paged.stale ? <Spin size="small" /> : null}
    </div>
  );
}

function ListSkeleton({ columns }: { columns: number }) {
  return (
    <div className="list" role="status" aria-label={text.list.loading}>
      {Array.from({ length: 8 }, (_row, index) => (
        <div className="list__ghost" key={index}>{Array.from({ length: Math.min(columns, 6) }, (_cell, cell) => <span key={cell} />)}</div>
      ))}
    </div>
  );
}
