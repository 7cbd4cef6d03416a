import { MoreOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useRef, type PointerEvent } from 'react';
import { columnId, placeOf } from '../model/edit-table.ts';
import { text } from '../text.ts';
import type { DecisionGridProps } from './grid-props.ts';

const words = text.grid;

interface GridHeadProps extends DecisionGridProps {
  widths: Readonly<Record<string, number>>;
  onWidth: (column: string, width: number) => void;
}

/** The headings: what each column is, how to change, move and remove it, and its width. */
export function GridHead({ table, heads, problems, disabled, widths, onWidth, onColumn, onMove, onDuplicate, onRemove }: GridHeadProps) {
  return (
    <div className="grid__row grid__head" role="row" aria-rowindex={1}>
      <div className="grid__number" role="columnheader">{words.number}</div>
      {heads.map(({ title, detail }, column) => {
        const { kind, index } = placeOf(table, column);
        const problem = problems.find((one) => one.rule === undefined && one.column?.kind === kind && one.column.index === index);
        const name = columnId(table, column);
        return (
          <div key={name} role="columnheader" className={['grid__title', `is-${kind}`, kind === 'output' && index === 0 ? 'is-first-output' : '', problem ? 'is-wrong' : ''].filter(Boolean).join(' ')} title={problem?.message}>
            {kind === 'annotation' ? <span>{title}</span> : (
              <>
                <button type="button" className="grid__name" onClick={() => onColumn(column)} aria-label={words.column(title)}>
                  <b>{title}</b><small>{problem?.message ?? detail}</small>
                </button>
                {disabled ? null : (
                  <Dropdown
                    trigger={['click']}
                    menu={{
                      items: [
                        { key: 'edit', label: words.columnMenu.edit }, { key: 'left', label: words.columnMenu.left, disabled: index === 0 },
                        { key: 'right', label: words.columnMenu.right, disabled: index === (kind === 'input' ? table.inputs : table.outputs).length - 1 },
                        { key: 'duplicate', label: words.columnMenu.duplicate }, { type: 'divider' },
                        { key: 'remove', label: words.columnMenu.remove, danger: true, disabled: kind === 'output' && table.outputs.length === 1 },
                      ],
                      onClick: ({ key }) => {
                        if (key === 'edit') onColumn(column);
                        else if (key === 'duplicate') onDuplicate(column);
                        else if (key === 'remove') onRemove(column);
                        else onMove(column, key === 'left' ? -1 : 1);
                      },
                    }}
                  >
                    <button type="button" className="grid__menu" aria-label={words.columnActions(title)}><MoreOutlined /></button>
                  </Dropdown>
                )}
              </>
            )}
            <Edge label={words.width(title)} width={widths[name]} onWidth={(width) => onWidth(name, width)} />
          </div>
        );
      })}
    </div>
  );
}

/** The right edge of a heading, pulled with the pointer or moved with the arrow keys. */
function Edge({ label, width, onWidth }: { label: string; width: number | undefined; onWidth: (width: number) => void }) {
  const pulled = useRef<{ from: number; width: number }>(undefined);
  const widthOf = (edge: Element): number => width ?? edge.parentElement?.getBoundingClientRect().width ?? 150;
  const pull = (event: PointerEvent<HTMLSpanElement>): void => {
    if (pulled.current) onWidth(pulled.current.width + event.clientX - pulled.current.from);
  };
  return (
    <span
      className="grid__edge" role="separator" aria-orientation="vertical" aria-label={label} tabIndex={-1}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        pulled.current = { from: event.clientX, width: widthOf(event.currentTarget) };
      }}
      onPointerMove={pull}
      onPointerUp={() => { pulled.current = undefined; }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        onWidth(widthOf(event.currentTarget) + (event.key === 'ArrowRight' ? 20 : -20));
      }}
    />
  );
}
