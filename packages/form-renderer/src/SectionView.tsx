import { type Cell, type FieldCell, type FormAnswers, type FormEvaluation, type FormIssue, type Row, type Section, type TextCell } from '@tongban/form-model';
import type { CSSProperties } from 'react';
import { isWide } from './control-props.ts';
import { FieldView } from './FieldView.tsx';
import { useRenderScope } from './form-environment.ts';
import { type RowAnswers, rowsOf } from './set-answer.ts';
import { TableView } from './TableView.tsx';

export interface SectionViewProps {
  readonly section: Section;
  readonly answers: FormAnswers;
  readonly evaluation: FormEvaluation;
  readonly issues: ReadonlyMap<string, readonly FormIssue[]>;
  readonly onCell: (path: string, value: unknown) => void;
  readonly onRows: (tableId: string, rows: readonly RowAnswers[]) => void;
  readonly headingLevel: 2 | 3 | 4;
}

/** A section of a form on screen; the paper's layout is kept as far as it helps, side by side on wide screens. */
export function SectionView(props: SectionViewProps) {
  const { section, evaluation, headingLevel } = props;
  const { idPrefix } = useRenderScope();
  const Heading = `h${headingLevel}` as const;
  const titleId = `${idPrefix}-section-${section.id}`;
  const rows = section.rows.map((row) => listShown(row, evaluation)).filter((cells) => cells.length > 0);
  if (rows.length === 0) return null;
  return (
    <section className="tbf-section" aria-labelledby={section.title === undefined ? undefined : titleId}>
      {section.title !== undefined && <Heading className="tbf-section__title" id={titleId}>{section.title}</Heading>}
      {section.note !== undefined && <p className="tbf-section__note">{section.note}</p>}
      {rows.map((cells, index) => <RowView key={index} {...props} cells={cells} />)}
    </section>
  );
}

/** Cells to show on screen: visible ones; texts written downwards only make sense on paper. */
function listShown(row: Row, evaluation: FormEvaluation): readonly Cell[] {
  return row.cells.filter((cell) => (cell.kind === 'field' ? evaluation.fields[cell.field.id]?.visible === true : cell.text !== '' && cell.style !== 'vertical' && !evaluation.hiddenTexts.has(cell)));
}

function RowView({ cells, ...props }: SectionViewProps & { readonly cells: readonly Cell[] }) {
  const { mode } = useRenderScope();
  const total = cells.reduce((sum, cell) => sum + (cell.colSpan ?? 12 / cells.length), 0);
  const spanOf = (cell: Cell): CSSProperties => {
    if (mode === 'phone') return {};
    const wide = cell.kind === 'field' && isWide(cell.field);
    if (wide || cells.length === 1) return { gridColumn: '1 / -1' };
    return { gridColumn: `span ${shareOf((cell.colSpan ?? 12 / cells.length) / total)}` };
  };
  return (
    <div className="tbf-row" data-mode={mode} data-single={cells.length === 1 || undefined}>
      {cells.map((cell, index) => (
        <div key={cell.kind === 'field' ? cell.field.id : `text-${index}`} className="tbf-row__cell" style={spanOf(cell)}>
          {cell.kind === 'text' ? <TextView cell={cell} /> : <FieldSlot {...props} cell={cell} />}
        </div>
      ))}
    </div>
  );
}

/** Columns out of 12 on screen; shares snap to halves, thirds and quarters so that rows line up below each other. */
function shareOf(share: number): number {
  return [3, 4, 6, 8, 9].reduce((best, columns) => (Math.abs(columns - share * 12) < Math.abs(best - share * 12) ? columns : best), 6);
}

function TextView({ cell }: { readonly cell: TextCell }) {
  return <p className="tbf-text" data-style={cell.style ?? 'note'}>{cell.text}</p>;
}

function FieldSlot({ cell, answers, evaluation, issues, onCell, onRows }: SectionViewProps & { readonly cell: FieldCell }) {
  const { field } = cell;
  const state = evaluation.fields[field.id];
  if (state === undefined) return null;
  if (field.type === 'table') {
    return <TableView table={field} state={state} fields={evaluation.fields} rows={rowsOf(answers[field.id])} issues={issues} onCell={onCell} onRows={(rows) => onRows(field.id, rows)} />;
  }
  return (
    <FieldView field={field} path={field.id} state={state} value={state.computed ? state.value : answers[field.id]} issues={issues.get(field.id) ?? []}
      onChange={(value) => onCell(field.id, value)} isOwn />
  );
}
