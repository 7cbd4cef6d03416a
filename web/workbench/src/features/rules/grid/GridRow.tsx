import { memo } from 'react';
import type { TableRule } from '../model/draft.ts';
import type { Spot } from '../model/edit-table.ts';
import { text } from '../text.ts';
import { shownCell } from './grid-props.ts';

/** How a cell or row was pointed at: on from what is chosen, the row as a whole. */
export interface Pointing { readonly extend: boolean; readonly row?: true }

interface GridRowProps {
  /** Undefined for the line below the last, which becomes a row when it is written into. */
  rule: TableRule | undefined;
  row: number;
  /** For each column, `1` when it is of truth values. */
  truths: string;
  conditions: number;
  results: number;
  /** The chosen columns of this row; -1 for none. */
  from: number;
  to: number;
  cursor: number;
  wrong: ReadonlyMap<number, string> | undefined;
  tone: 'marked' | 'fits' | 'decided' | undefined;
  onPoint: (spot: Spot, how: Pointing) => void;
  onEdit: () => void;
}

/** One row; drawn again only when something of its own changes, so that a thousand of them stay quick. */
export const GridRow = memo(DrawnRow, (before, after) => before.rule === after.rule && before.row === after.row && before.truths === after.truths && before.conditions === after.conditions && before.results === after.results
  && before.from === after.from && before.to === after.to && before.cursor === after.cursor && before.wrong === after.wrong && before.tone === after.tone && before.onPoint === after.onPoint);

function DrawnRow({ rule, row, truths, conditions, results, from, to, cursor, wrong, tone, onPoint, onEdit }: GridRowProps) {
  const columns = conditions + results + 1;
  const cells = rule ? [...rule.inputs.slice(0, conditions), ...rule.outputs.slice(0, results), rule.annotation ?? ''] : Array.from({ length: columns }, () => '');
  const state = tone === undefined ? '' : text.grid.tones[tone];
  return (
    <div className={['grid__row', rule ? '' : 'is-new', tone ? `is-${tone}` : ''].filter(Boolean).join(' ')} role="row" aria-rowindex={row + 2} aria-selected={from >= 0}>
      <div
        className="grid__number" role="rowheader" title={state}
        onMouseDown={(event) => {
          event.preventDefault();
          onPoint({ row, column: 0 }, { extend: event.shiftKey, row: true });
        }}
      >
        {rule ? row + 1 : '＋'}{state === '' ? null : <span className="visually-hidden">{state}</span>}
      </div>
      {cells.map((cell, column) => {
        const problem = wrong?.get(column);
        return (
          <div
            key={column} role="gridcell" data-cell={`${row}:${column}`} aria-colindex={column + 2} aria-invalid={problem !== undefined} title={problem ?? undefined}
            className={cellClass({ column, conditions, results, chosen: column >= from && column <= to && from >= 0, cursor: cursor === column, wrong: problem !== undefined, any: cell === '-' })}
            onMouseDown={(event) => {
              if (event.button !== 0) return;
              event.preventDefault();
              onPoint({ row, column }, { extend: event.shiftKey });
            }}
            onMouseEnter={(event) => { if (event.buttons === 1) onPoint({ row, column }, { extend: true }); }}
            onDoubleClick={onEdit}
          >
            {shownCell(cell, truths[column] === '1')}
          </div>
        );
      })}
    </div>
  );
}

function cellClass({ column, conditions, results, chosen, cursor, wrong, any }: { column: number; conditions: number; results: number; chosen: boolean; cursor: boolean; wrong: boolean; any: boolean }): string {
  const kind = column < conditions ? '' : column < conditions + results ? 'is-output' : 'is-annotation';
  return ['grid__cell', kind, column === conditions ? 'is-first-output' : '', chosen ? 'is-chosen' : '', cursor ? 'is-cursor' : '', wrong ? 'is-wrong' : '', any ? 'is-any' : ''].filter(Boolean).join(' ');
}
