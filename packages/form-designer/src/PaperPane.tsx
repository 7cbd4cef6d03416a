import { PrinterOutlined } from '@ant-design/icons';
import { GRID_COLUMNS, type PlacedCell, placeCells, type Section } from '@tongban/form-model';
import { PaperForm } from '@tongban/form-renderer';
import { Alert, Button, InputNumber } from 'antd';
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Designing } from './designing.ts';
import { isTarget, type Target, targetKey } from './edit/edited.ts';
import { findCell, targetOf } from './edit/locate.ts';
import { merge, setColumns, setRows, split } from './edit/spans.ts';
import { useDesignerHost } from './properties/host.ts';

/** The paper the form is printed as: cells merged, split and widened by mouse or keys, beside the true print (FRM-01). */
export function PaperPane({ designing }: { readonly designing: Designing }) {
  const { definition, problems } = designing;
  const { environment } = useDesignerHost();
  return (
    <div className="fd-paper">
      <div className="fd-paper__design">
        <CellBar designing={designing} />
        {definition.sections.map((section) => <SectionGrid key={section.id} section={section} designing={designing} />)}
        <p className="fd-keys">拖动格子右边的边线改宽度。键盘：方向键选择，Alt+←/→ 改宽度，Alt+↑/↓ 改占几行，Alt+M 与右边合并，Alt+Shift+M 与下面合并，Alt+S 拆分。</p>
      </div>
      <div className="fd-paper__print">
        <p className="fd-print__bar"><span>印出来的样子（A4）</span> <Button size="small" icon={<PrinterOutlined />} disabled={problems.length > 0} onClick={() => window.print()}>打印空白表</Button></p>
        {problems.length > 0 ? <Alert type="warning" showIcon title="改好“问题”里列出的内容后，才能看到印出来的样子。" /> : <div className="fd-sheet"><PaperForm definition={definition} answers={{}} environment={environment} blank /></div>}
      </div>
    </div>
  );
}

function placedOf(designing: Designing): PlacedCell | undefined {
  const located = findCell(designing.definition, designing.selected);
  return located && placeCells(located.section).cells.find(({ cell }) => cell === located.cell);
}

/** Spans of the chosen cell as numbers and commands. */
function CellBar({ designing }: { readonly designing: Designing }) {
  const { definition, selected, apply, readOnly } = designing;
  const placed = placedOf(designing);
  if (placed === undefined || readOnly) return <p className="fd-cellbar fd-faint">{readOnly ? '只读' : '选择一个格子，在这里合并、拆分和改宽度。'}</p>;
  return (
    <div className="fd-cellbar" role="toolbar" aria-label="格子">
      <label>占 <InputNumber<number> size="small" aria-label="占几格" min={1} max={GRID_COLUMNS} precision={0} value={placed.colSpan} onChange={(value) => { if (value !== null) apply(setColumns(definition, selected, value), 'columns'); }} /> 格</label>
      <label><InputNumber<number> size="small" aria-label="占几行" min={1} max={50} precision={0} value={placed.rowSpan} onChange={(value) => { if (value !== null) apply(setRows(definition, selected, value), 'rows'); }} /> 行</label>
      <Button size="small" onClick={() => apply(merge(definition, selected, 'right'), 'merge')}>与右边合并</Button>
      <Button size="small" onClick={() => apply(merge(definition, selected, 'down'), 'merge')}>与下面合并</Button>
      <Button size="small" onClick={() => apply(split(definition, selected), 'split')}>拆分</Button>
    </div>
  );
}

function SectionGrid({ section, designing }: { readonly section: Section; readonly designing: Designing }) {
  const { cells } = placeCells(section);
  return (
    <div className="fd-sheetgrid" role="group" aria-label={section.title ?? '没有标题的分组'}>
      {section.title === undefined ? null : <div className="fd-sheetgrid__title">{section.title}</div>}
      {cells.map((placed) => <SheetCell key={`${placed.row} ${placed.column}`} placed={placed} section={section} designing={designing} />)}
    </div>
  );
}

function SheetCell({ placed, section, designing }: { readonly placed: PlacedCell; readonly section: Section; readonly designing: Designing }) {
  const { definition, selected, select, apply, readOnly } = designing;
  const { cell, row, column, colSpan, rowSpan } = placed;
  const element = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<number>();
  const target: Target = targetOf({ section, row, index: section.rows[row]?.cells.indexOf(cell) ?? 0, cell });
  const title = section.title === undefined ? 1 : 2;
  const keys = (event: KeyboardEvent): void => {
    const edit = readOnly || !event.altKey ? undefined : editOf(event, designing, placed);
    if (edit !== undefined) apply(edit.edit, edit.part, true);
    else if (!step(event)) return;
    event.preventDefault();
  };
  const columnsAt = (event: PointerEvent): number => {
    const box = element.current?.getBoundingClientRect();
    const width = (box?.width ?? 1) / (dragged ?? colSpan);
    return Math.min(Math.max(1, Math.round((event.clientX - (box?.left ?? 0)) / width)), GRID_COLUMNS - column);
  };
  const style: CSSProperties = { gridColumn: `${column + 1} / span ${dragged ?? colSpan}`, gridRow: `${row + title} / span ${rowSpan}` };
  return (
    <div ref={element} className="fd-sheetcell" style={style} data-chosen={isTarget(selected, target) || undefined} data-kind={cell.kind} data-style={cell.kind === 'text' ? cell.style : undefined} data-resizing={dragged !== undefined || undefined}>
      <button type="button" data-target={targetKey(target)} aria-pressed={isTarget(selected, target)} onFocus={() => select(target)} onClick={() => select(target)} onKeyDown={keys}>
        {cell.kind === 'field' ? cell.field.label : cell.text || '空白格'}
      </button>
      {readOnly ? null : (
        <span
          className="fd-sheetcell__edge" aria-hidden="true"
          onPointerDown={(event) => { select(target); event.currentTarget.setPointerCapture(event.pointerId); setDragged(colSpan); }}
          onPointerMove={(event) => { if (dragged !== undefined) setDragged(columnsAt(event)); }}
          onPointerUp={(event) => { if (dragged === undefined) return; const columns = columnsAt(event); setDragged(undefined); if (columns !== colSpan) apply(setColumns(definition, target, columns), 'columns'); }}
          onPointerCancel={() => setDragged(undefined)}
        />
      )}
    </div>
  );
}

function editOf({ key, code, shiftKey }: KeyboardEvent, { definition, selected }: Designing, { colSpan, rowSpan }: PlacedCell) {
  if (key === 'ArrowLeft') return { edit: setColumns(definition, selected, colSpan - 1), part: 'columns' };
  if (key === 'ArrowRight') return { edit: setColumns(definition, selected, colSpan + 1), part: 'columns' };
  if (key === 'ArrowUp') return { edit: setRows(definition, selected, rowSpan - 1), part: 'rows' };
  if (key === 'ArrowDown') return { edit: setRows(definition, selected, rowSpan + 1), part: 'rows' };
  // By place on the keyboard: with Alt some layouts type other letters.
  if (code === 'KeyM') return { edit: merge(definition, selected, shiftKey ? 'down' : 'right'), part: 'merge' };
  if (code === 'KeyS') return { edit: split(definition, selected), part: 'split' };
  return undefined;
}

function step({ key, currentTarget, altKey }: KeyboardEvent): boolean {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  if (by === undefined || altKey || !(currentTarget instanceof HTMLElement)) return false;
  const all = [...document.querySelectorAll<HTMLElement>('.fd-sheetcell button')];
  all[all.indexOf(currentTarget) + by]?.focus();
  return true;
}
