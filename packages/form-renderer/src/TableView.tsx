import { cellPath, type ColumnField, DEFAULT_MAXIMUM_ROWS, type FieldState, type FormIssue, type TableField } from '@tongban/form-model';
import { type ReactNode, useRef, useState } from 'react';
import { AnswerControl } from './controls/AnswerControl.tsx';
import type { ControlAttributes } from './control-props.ts';
import { ErrorText, FieldView, LabelText } from './FieldView.tsx';
import { controlId, useRenderScope } from './form-environment.ts';
import { ReadOnlyValue } from './ReadOnlyValue.tsx';
import type { RowAnswers } from './set-answer.ts';

export interface TableViewProps {
  readonly table: TableField;
  readonly state: FieldState;
  readonly fields: Readonly<Record<string, FieldState>>;
  readonly rows: readonly RowAnswers[];
  readonly issues: ReadonlyMap<string, readonly FormIssue[]>;
  readonly onCell: (path: string, value: unknown) => void;
  readonly onRows: (rows: readonly RowAnswers[]) => void;
}

/** Columns beyond which rows are shown as cards on wide screens too. */
const MOST_COLUMNS = 7;

/** A table to fill in: a table on wide screens, cards on a phone. */
export function TableView(props: TableViewProps) {
  const { table, state, rows, issues, onRows } = props;
  const { idPrefix, mode } = useRenderScope();
  const [said, say] = useState('');
  const addButton = useRef<HTMLButtonElement>(null);
  const id = controlId(idPrefix, table.id);
  const name = table.rowName ?? '行';
  const remove = (index: number): void => {
    onRows(rows.filter((_, at) => at !== index));
    say(`已删除第 ${index + 1} 个${name}，还有 ${rows.length - 1} 个。`);
    addButton.current?.focus();
  };
  const add = (): void => {
    onRows([...rows, {}]);
    say(`已增加第 ${rows.length + 1} 个${name}。`);
  };
  const own = issues.get(table.id) ?? [];
  const removable = !state.readOnly && rows.length > (table.minimumRows ?? 0) ? remove : undefined;
  const asCards = mode === 'phone' || table.columns.length > MOST_COLUMNS;
  return (
    <fieldset className="tbf-field tbf-table-field" data-kind="table" data-wrong={own.length > 0 || undefined} id={id} tabIndex={-1} aria-describedby={own.length > 0 ? `${id}-error` : undefined}>
      <legend className="tbf-field__label"><LabelText label={table.label} required={state.required} /></legend>
      {table.help !== undefined && !state.readOnly && <p className="tbf-field__help">{table.help}</p>}
      {own.map((issue) => <ErrorText key={issue.code} id={`${id}-error`} message={issue.message} />)}
      {asCards ? <RowCards {...props} onRemove={removable} /> : <RowTable {...props} onRemove={removable} />}
      {!state.readOnly && rows.length < (table.maximumRows ?? DEFAULT_MAXIMUM_ROWS) && (
        <button type="button" ref={addButton} className="tbf-button" onClick={add}>{`增加一${table.rowName === undefined ? '行' : `个${name}`}`}</button>
      )}
      <p className="tbf-hidden" role="status">{said}</p>
    </fieldset>
  );
}

type RowsProps = TableViewProps & { readonly onRemove: ((index: number) => void) | undefined };

/** State of a cell of a row not evaluated yet. */
function stateOf({ fields, table }: TableViewProps, path: string): FieldState {
  return fields[path] ?? { visible: fields[table.id]?.visible === true, required: false, readOnly: true, computed: false, value: undefined };
}

function rowTitle(table: TableField, index: number): string {
  return table.rowName === undefined ? `第 ${index + 1} 行` : `${table.rowName} ${index + 1}`;
}

function RowTable(props: RowsProps): ReactNode {
  const { table, state, rows, onRemove } = props;
  return (
    <div className="tbf-scroll" role="region" aria-label={table.label} tabIndex={0}>
      <table className="tbf-table">
        <thead>
          <tr>
            <th scope="col" className="tbf-table__number">序号</th>
            {table.columns.map((column) => <th key={column.id} scope="col"><LabelText label={column.label} required={column.required === true && !state.readOnly} />{column.help !== undefined && !state.readOnly && <span className="tbf-table__help">{column.help}</span>}</th>)}
            {onRemove !== undefined && <th scope="col">操作</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row" className="tbf-table__number">{index + 1}</th>
              {table.columns.map((column) => <td key={column.id}><Cell {...props} column={column} row={row} index={index} /></td>)}
              {onRemove !== undefined && (
                <td><button type="button" className="tbf-button tbf-button--quiet" aria-label={`删除${rowTitle(table, index)}`} onClick={() => onRemove(index)}>删除</button></td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps extends TableViewProps {
  readonly column: ColumnField;
  readonly row: RowAnswers;
  readonly index: number;
}

function Cell(props: CellProps): ReactNode {
  const { table, column, row, index, issues, onCell } = props;
  const { idPrefix } = useRenderScope();
  const path = cellPath(table.id, index, column.id);
  const state = stateOf(props, path);
  if (!state.visible) return <span className="tbf-note" aria-label="不用填">—</span>;
  const id = controlId(idPrefix, path);
  if (state.readOnly) return <ReadOnlyValue field={column} value={state.computed ? state.value : row[column.id]} live={state.computed} />;
  const [issue] = issues.get(path) ?? [];
  const control: ControlAttributes = {
    id, 'aria-label': `${rowTitle(table, index)} ${column.label}`,
    ...(issue === undefined ? {} : { 'aria-invalid': true as const, 'aria-describedby': `${id}-error` }),
    ...(state.required ? { 'aria-required': true as const } : {}),
  };
  return (
    <span className="tbf-cell" data-kind={column.type}>
      <AnswerControl field={column} value={row[column.id]} onChange={(value) => onCell(path, value)} control={control} isOwn={false} />
      {issue !== undefined && <ErrorText id={`${id}-error`} message={issue.message} />}
    </span>
  );
}

function RowCards(props: RowsProps): ReactNode {
  const { table, rows, issues, onCell, onRemove } = props;
  return rows.map((row, index) => (
    <fieldset key={index} className="tbf-card">
      <legend className="tbf-card__title">{rowTitle(table, index)}</legend>
      {table.columns.map((column) => {
        const path = cellPath(table.id, index, column.id);
        const state = stateOf(props, path);
        if (!state.visible) return null;
        return (
          <FieldView key={column.id} field={column} path={path} state={state} value={state.computed ? state.value : row[column.id]} issues={issues.get(path) ?? []}
            onChange={(value) => onCell(path, value)} isOwn={false} />
        );
      })}
      {onRemove !== undefined && <button type="button" className="tbf-button tbf-button--quiet" aria-label={`删除${rowTitle(table, index)}`} onClick={() => onRemove(index)}>{`删除这${table.rowName === undefined ? '行' : `个${table.rowName}`}`}</button>}
    </fieldset>
  ));
}
