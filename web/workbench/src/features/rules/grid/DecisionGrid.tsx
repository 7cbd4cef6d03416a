import { RULE_LIMITS, type RuleProblem } from '@tongban/decision-tables';
import { App } from 'antd';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent, type CSSProperties, type KeyboardEvent } from 'react';
import { parseBlock, writeBlock } from '../model/clipboard.ts';
import { areaOf, clearArea, columnCount, columnId, columnOf, placeOf, readArea, readSpot, writeBlockAt, type Area, type Spot } from '../model/edit-table.ts';
import type { RuleTable } from '../model/draft.ts';
import { text } from '../text.ts';
import { CellField, type CellFieldHandle, type Leave } from './CellField.tsx';
import { shownCell, type DecisionGridProps } from './grid-props.ts';
import { GridHead } from './GridHead.tsx';
import { GridRow, type Pointing } from './GridRow.tsx';
import { rowAction, type RowAction } from './row-actions.ts';
import { useWidths } from './use-widths.ts';
import './grid.css';

const words = text.grid;

/**
 * A decision table as a grid that is worked in from the keyboard like a spreadsheet. One text field lies over the cell that
 * the cursor is on and has the focus all the time, so that Chinese can be typed straight into a cell.
 */
export function DecisionGrid(props: DecisionGridProps) {
  const { id, label, table, heads, problems, marked, hits, disabled, goal, read, vocabularyOf, onChange, onArea } = props;
  const { message } = App.useApp();
  const body = useRef<HTMLDivElement>(null);
  const field = useRef<CellFieldHandle>(null);
  const [widths, setWidth] = useWidths();
  const columns = columnCount(table);
  // Below the last row stands one more, which becomes a row when something is written into it.
  const lastRow = disabled || table.rules.length >= RULE_LIMITS.rules ? table.rules.length - 1 : table.rules.length;
  const [at, setAt] = useState<{ cursor: Spot; anchor: Spot }>({ cursor: { row: 0, column: 0 }, anchor: { row: 0, column: 0 } });
  const [box, setBox] = useState<{ left: number; top: number; width: number; height: number }>();
  const clamp = ({ row, column }: Spot): Spot => ({ row: Math.max(0, Math.min(lastRow, row)), column: Math.max(0, Math.min(columns - 1, column)) });
  const [cursor, anchor] = [clamp(at.cursor), clamp(at.anchor)];
  const area = areaOf(cursor, anchor);
  const wrong = useMemo(() => problemsByRow(table, problems), [table, problems]);
  const template = `3rem ${Array.from({ length: columns }, (_, index) => `${widths[columnId(table, index)] ?? usualWidth(table, index)}px`).join(' ')}`;

  // Each of these is a step of its own to undo, however quickly one follows the other.
  const steps = useRef(0);
  const put = (next: RuleTable): void => onChange(next, `grid ${id} ${steps.current += 1}`);
  const move = (next: Spot, extend = false): void => {
    // What was just written may have made a row below.
    const spot = { row: Math.max(0, Math.min(lastRow + 1, next.row)), column: next.column };
    setAt({ cursor: spot, anchor: extend ? anchor : spot });
  };
  const { top, bottom, left, right } = area;
  const tell = useRef(onArea);
  useEffect(() => { tell.current = onArea; });
  useEffect(() => { tell.current({ top, bottom, left, right }); }, [top, bottom, left, right]);

  useLayoutEffect(() => {
    const cell = body.current?.querySelector<HTMLElement>(`[data-cell="${cursor.row}:${cursor.column}"]`);
    if (!cell) {
      setBox(undefined);
      return;
    }
    if (document.activeElement === field.current?.element()) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const [own, whole] = [cell.getBoundingClientRect(), cell.closest('.grid__body')?.getBoundingClientRect()];
    setBox({ left: own.left - (whole?.left ?? 0), top: own.top - (whole?.top ?? 0), width: own.width, height: own.height });
  }, [cursor.row, cursor.column, table, template]);

  useEffect(() => {
    if (!goal) return;
    const spot = { row: goal.row, column: goal.column ?? 0 };
    setAt({ cursor: spot, anchor: goal.column === undefined ? { row: goal.row, column: columnCount(table) - 1 } : spot });
    requestAnimationFrame(() => {
      body.current?.querySelector(`[data-cell="${spot.row}:${spot.column}"]`)?.scrollIntoView({ block: 'center', inline: 'nearest' });
      field.current?.focus();
    });
    // The table changes while the goal stands; only another goal moves the cursor.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [goal]);

  const commit = (typed: string, leave: Leave): void => {
    if (read(typed, cursor.column) !== readSpot(table, cursor) && !(cursor.row >= table.rules.length && typed.trim() === '')) {
      const cell: Area = { top: cursor.row, bottom: cursor.row, left: cursor.column, right: cursor.column };
      put(writeBlockAt(table, cell, [[typed]], read).table);
    }
    step(leave);
  };
  const step = (leave: Leave): void => {
    const { row, column } = cursor;
    if (leave === 'down') move({ row: row + 1, column });
    else if (leave === 'up') move({ row: row - 1, column });
    else if (leave === 'right') move(column === columns - 1 ? { row: row + 1, column: 0 } : { row, column: column + 1 });
    else if (leave === 'left') move(column === 0 ? { row: row - 1, column: columns - 1 } : { row, column: column - 1 });
  };
  const perform = (action: RowAction): void => {
    const done = rowAction(table, area, action);
    if (done === undefined) return;
    put(done.table);
    setAt({ cursor: { row: done.top, column: cursor.column }, anchor: { row: done.bottom, column: anchor.column } });
  };
  const onKey = (event: KeyboardEvent): void => {
    const control = event.ctrlKey || event.metaKey;
    const known = keyAction(event, { cursor, lastRow, columns, disabled });
    if (known === undefined) return;
    event.preventDefault();
    if (typeof known === 'object') move(known, event.shiftKey && event.key !== 'Tab');
    else if (known === 'all') setAt({ anchor: { row: 0, column: 0 }, cursor: { row: lastRow, column: columns - 1 } });
    else if (known === 'row') setAt({ anchor: { row: cursor.row, column: 0 }, cursor: { row: cursor.row, column: columns - 1 } });
    else if (known === 'clear') { if (area.top < table.rules.length) put(clearArea(table, area)); }
    else perform(known);
    if (control) event.stopPropagation();
  };
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeBlock(readArea(table, area)));
  };
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const clip = event.clipboardData.getData('text/plain');
    if (disabled || clip === '') return;
    const pasted = writeBlockAt(table, area, parseBlock(clip), read);
    put(pasted.table);
    setAt({ anchor: { row: pasted.area.top, column: pasted.area.left }, cursor: { row: pasted.area.bottom, column: pasted.area.right } });
    if (pasted.cut) void message.warning(words.cut);
  };
  const point = (spot: Spot, how: Pointing): void => {
    // What is being written in another cell is kept.
    field.current?.settle();
    if (how.row) setAt({ cursor: { row: spot.row, column: columns - 1 }, anchor: { row: how.extend ? anchor.row : spot.row, column: 0 } });
    else move(spot, how.extend);
    field.current?.focus();
  };
  const latest = useRef(point);
  useEffect(() => { latest.current = point; });
  const onPoint = useCallback((spot: Spot, how: Pointing) => latest.current(spot, how), []);
  const onEdit = useCallback(() => field.current?.edit(), []);

  const named = placeOf(table, cursor.column);
  const truths = heads.map(({ truth }) => (truth === true ? '1' : '0')).join('');
  const shown = shownCell(readSpot(table, cursor), heads[cursor.column]?.truth === true);
  const problem = wrong.get(cursor.row)?.get(cursor.column);
  const rows = [...table.rules, ...(lastRow >= table.rules.length ? [undefined] : [])];
  return (
    <div className="grid" role="grid" aria-label={label} aria-rowcount={table.rules.length + 1} aria-colcount={columns + 1} style={{ '--columns': template } as CSSProperties}>
      <GridHead {...props} heads={heads} widths={widths} onWidth={setWidth} />
      <div className="grid__body" ref={body} role="rowgroup">
        {rows.map((rule, row) => (
          <GridRow
            key={rule?.id ?? 'new'} rule={rule} truths={truths} row={row} conditions={table.inputs.length}
            from={row >= area.top && row <= area.bottom ? area.left : -1} to={row >= area.top && row <= area.bottom ? area.right : -1} cursor={row === cursor.row ? cursor.column : -1}
            wrong={wrong.get(row)} tone={hits?.decided.has(row) ? 'decided' : hits?.fits.has(row) ? 'fits' : marked.has(row) ? 'marked' : undefined}
            onPoint={onPoint} onEdit={onEdit} results={table.outputs.length}
          />
        ))}
        {box ? (
          <CellField
            ref={field} box={box} disabled={disabled} value={shown} spotKey={`${cursor.row} ${cursor.column}`}
            label={words.cell(cursor.row + 1, heads[cursor.column]?.title ?? '', shown, problem ?? '')} wrong={problem !== undefined}
            vocabulary={vocabularyOf(cursor.column)} values={named.kind !== 'annotation'} onCommit={commit} onKey={onKey} onCopy={onCopy} onPaste={onPaste}
            onCut={(event) => {
              onCopy(event);
              if (!disabled) put(clearArea(table, area));
            }}
          />
        ) : null}
      </div>
      <Defaults table={table} />
    </div>
  );
}

/** The results that stand when no row fits. */
function Defaults({ table }: { table: RuleTable }) {
  if (!table.outputs.some(({ defaultValue }) => defaultValue !== undefined && defaultValue !== '')) return null;
  return (
    <div className="grid__row grid__defaults" role="row">
      <div className="grid__number" role="rowheader">{words.defaults}</div>
      <div className="grid__cell faint" role="gridcell" style={{ gridColumn: `span ${Math.max(1, table.inputs.length)}`, display: table.inputs.length === 0 ? 'none' : undefined }}>{words.defaultsHelp}</div>
      {table.outputs.map((output) => <div className="grid__cell is-output" role="gridcell" key={output.id}>{output.defaultValue ?? ''}</div>)}
      <div className="grid__cell" role="gridcell" />
    </div>
  );
}

/** The messages of a table's cells: row → column → message. */
function problemsByRow(table: RuleTable, problems: readonly RuleProblem[]): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const rows = new Map<number, Map<number, string>>();
  for (const { rule, column, message } of problems) {
    if (rule === undefined) continue;
    const row = rows.get(rule - 1) ?? new Map<number, string>();
    rows.set(rule - 1, row.set(column === undefined ? 0 : columnOf(table, column), message));
  }
  return rows;
}

function usualWidth(table: RuleTable, column: number): number {
  return { input: 150, output: 190, annotation: 260 }[placeOf(table, column).kind];
}

interface KeyPlace { cursor: Spot; lastRow: number; columns: number; disabled: boolean }

/** What a key means while no cell is written in: a new place of the cursor, or an action. */
function keyAction(event: KeyboardEvent, { cursor: { row, column }, lastRow, columns, disabled }: KeyPlace): Spot | RowAction | 'all' | 'row' | 'clear' | undefined {
  const control = event.ctrlKey || event.metaKey;
  const end = { row: lastRow, column: columns - 1 };
  if (event.altKey && !disabled && event.key === 'ArrowUp') return 'up';
  if (event.altKey && !disabled && event.key === 'ArrowDown') return 'down';
  if (event.altKey) return undefined;
  switch (event.key) {
    case 'ArrowUp': return { row: control ? 0 : row - 1, column };
    case 'ArrowDown': return { row: control ? lastRow : row + 1, column };
    case 'ArrowLeft': return { row, column: control ? 0 : column - 1 };
    case 'ArrowRight': return { row, column: control ? columns - 1 : column + 1 };
    case 'PageUp': return { row: row - 15, column };
    case 'PageDown': return { row: row + 15, column };
    case 'Home': return control ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End': return control ? end : { row, column: columns - 1 };
    case 'Tab': return tabbed(event.shiftKey, { row, column }, end);
    case 'a': return control ? 'all' : undefined;
    case 'd': return control && !disabled ? 'duplicate' : undefined;
    case ' ': return event.shiftKey ? 'row' : undefined;
    case 'Enter': return control && !disabled ? (event.shiftKey ? 'insert-above' : 'insert-below') : undefined;
    case 'Delete': return disabled ? undefined : control ? 'remove' : 'clear';
    case 'Backspace': return disabled || control ? undefined : 'clear';
    default: return undefined;
  }
}

/** The next cell in reading order; undefined at the ends, where Tab leaves the grid. */
function tabbed(back: boolean, { row, column }: Spot, end: Spot): Spot | undefined {
  if (back) return column > 0 ? { row, column: column - 1 } : row > 0 ? { row: row - 1, column: end.column } : undefined;
  return column < end.column ? { row, column: column + 1 } : row < end.row ? { row: row + 1, column: 0 } : undefined;
}
