import { CopyOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons';
import type { ColumnField, Field, PlacedCell, Section, TableField } from '@tongban/form-model';
import { Button, Tooltip } from 'antd';
import { type CSSProperties, type ReactNode, useRef } from 'react';
import { type Designing, problemsOf } from './designing.ts';
import { useDraggable, useDropTarget } from './dragging.ts';
import { controlLabel } from './edit/controls.ts';
import { isTarget, type Target, targetKey } from './edit/edited.ts';
import { duplicate } from './edit/edits.ts';
import { focusProperties } from './focus.ts';

interface CanvasCellProps {
  readonly placed: PlacedCell;
  /** Place within its row. */
  readonly index: number;
  readonly section: Section;
  readonly designing: Designing;
}

/** One cell of the form where it stands on the grid. */
export function CanvasCell({ placed, index, section, designing }: CanvasCellProps) {
  const { cell, row, column, colSpan, rowSpan } = placed;
  const { selected, readOnly } = designing;
  const element = useRef<HTMLDivElement>(null);
  const target: Target = cell.kind === 'field' ? { kind: 'field', id: cell.field.id } : { kind: 'text', sectionId: section.id, row, cell: index };
  const isDragging = useDraggable(element, readOnly ? undefined : { kind: 'target', target });
  const edge = useDropTarget(element, readOnly ? [] : ['left', 'right', 'top', 'bottom'], (side) => {
    if (side === 'left' || side === 'right') return { kind: 'cell', sectionId: section.id, row, cell: side === 'left' ? index : index + 1 };
    return { kind: 'row', sectionId: section.id, row: side === 'top' ? row : row + rowSpan };
  });
  const style = { '--fd-column': `${column + 1} / span ${colSpan}`, '--fd-row': `${row + 1} / span ${rowSpan}` } as CSSProperties;
  const chosen = isTarget(selected, target);
  const wrong = cell.kind === 'field' && problemsOf(designing.problems, cell.field.id).length > 0;
  return (
    <div ref={element} className="fd-cell" style={style} data-edge={edge} data-dragging={isDragging || undefined} data-chosen={chosen || undefined} data-wrong={wrong || undefined} data-style={cell.kind === 'text' ? cell.style ?? 'note' : undefined}>
      <CardButton target={target} designing={designing}>
        {cell.kind === 'field' ? <FieldCard field={cell.field} /> : <span className="fd-text">{cell.text === '' ? <span className="fd-faint">空白格</span> : cell.text}</span>}
      </CardButton>
      {cell.kind === 'field' && cell.field.type === 'table' ? <Columns table={cell.field} designing={designing} /> : null}
      {chosen && !readOnly ? <CardActions target={target} designing={designing} /> : null}
    </div>
  );
}

function CardButton({ target, designing, children }: { readonly target: Target; readonly designing: Designing; readonly children: ReactNode }) {
  const { selected, select } = designing;
  // Not a button element: Firefox does not let those be dragged.
  return (
    <div role="button" tabIndex={0} className="fd-card" data-target={targetKey(target)} aria-pressed={isTarget(selected, target)} onClick={() => select(target)} onFocus={() => select(target)}>{children}</div>
  );
}

/** What a field is: its label, kind, and the marks of its rules. */
function FieldCard({ field }: { readonly field: Field }) {
  return (
    <>
      <span className="fd-card__label">{field.label}{field.required === true ? <span className="fd-required">（必填）</span> : null}</span>
      <span className="fd-card__kind">{controlLabel(field.type)}{marksOf(field).map((mark) => <span key={mark} className="fd-mark">{mark}</span>)}</span>
    </>
  );
}

function marksOf(field: Field): readonly string[] {
  return [
    field.visibleWhen === undefined ? '' : '有显示条件', field.requiredWhen === undefined ? '' : '有必填条件', field.computed === undefined ? '' : '自动计算',
    field.readOnly === true || field.readOnlyWhen !== undefined ? '只读' : '', field.dataElement === undefined ? '' : '数据元', field.sensitive === true ? '敏感' : '',
  ].filter((mark) => mark !== '');
}

function CardActions({ target, designing }: { readonly target: Target; readonly designing: Designing }) {
  return (
    <span className="fd-card__actions">
      <Tooltip title="属性（回车）"><Button size="small" type="text" icon={<EditOutlined />} aria-label="属性" onClick={focusProperties} /></Tooltip>
      <Tooltip title="复制（Ctrl+D）"><Button size="small" type="text" icon={<CopyOutlined />} aria-label="复制" onClick={() => designing.apply(duplicate(designing.definition, target), 'duplicate', true)} /></Tooltip>
      <Tooltip title="删除（Delete）"><Button size="small" type="text" danger icon={<DeleteOutlined />} aria-label="删除" onClick={() => designing.remove(target)} /></Tooltip>
    </span>
  );
}

function Columns({ table, designing }: { readonly table: TableField; readonly designing: Designing }) {
  return (
    <div className="fd-columns" role="group" aria-label={`${table.label}的列`}>
      {table.columns.map((column, index) => <ColumnCard key={column.id} table={table} column={column} index={index} designing={designing} />)}
    </div>
  );
}

function ColumnCard({ table, column, index, designing }: { readonly table: TableField; readonly column: ColumnField; readonly index: number; readonly designing: Designing }) {
  const { readOnly, selected } = designing;
  const element = useRef<HTMLDivElement>(null);
  const target: Target = { kind: 'field', id: column.id };
  const isDragging = useDraggable(element, readOnly ? undefined : { kind: 'target', target });
  const edge = useDropTarget(element, readOnly ? [] : ['left', 'right'], (side) => ({ kind: 'column', tableId: table.id, index: side === 'left' ? index : index + 1 }));
  return (
    <div ref={element} className="fd-column" data-edge={edge} data-dragging={isDragging || undefined} data-chosen={isTarget(selected, target) || undefined} data-wrong={problemsOf(designing.problems, column.id).length > 0 || undefined}>
      <CardButton target={target} designing={designing}><FieldCard field={column} /></CardButton>
      {isTarget(selected, target) && !readOnly ? <CardActions target={target} designing={designing} /> : null}
    </div>
  );
}
