import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { titleOf, type Members } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Input, Select } from 'antd';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { text } from '../text.ts';

const words = text.editing;
const stages = ['acceptance', 'review', 'decision'] as const;

interface PointRowsProps {
  id: string;
  /** What the points stand on, before the number of a point in the names of its controls. */
  about?: string;
  points: readonly Members[];
  onChange: (points: readonly Members[]) => void;
  disabled: boolean;
  /** No more may be added. */
  full: boolean;
  /** A point to begin with; without it none may be added here. */
  blank?: () => Members;
  /** Where a point stands in the version, as findings name it. */
  pathOf?: (point: Members) => string;
  /** What a point has beside its step, text and basis. */
  more: (point: Members, number: number, change: (part: object) => void) => ReactNode;
}

/** Review points that stand together: which step ticks each, what it compares with what; moved, added and removed by keys too. */
export function PointRows({ id, about = '', points, onChange, disabled, full, blank, pathOf, more }: PointRowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const focus = (at: number) => requestAnimationFrame(() => box.current?.querySelectorAll<HTMLElement>('.points__text')[at]?.focus());
  const change = (at: number, part: object) => onChange(points.map((point, index) => (index === at ? { ...point, ...part } : point)));

  function add(at: number): void {
    if (full || !blank) return;
    onChange([...points.slice(0, at), blank(), ...points.slice(at)]);
    focus(at);
  }
  function move(at: number, step: -1 | 1): void {
    const [moved, other] = [points[at], points[at + step]];
    if (!moved || !other) return;
    onChange(points.map((point, index) => (index === at ? other : index === at + step ? moved : point)));
    focus(at + step);
  }
  function remove(at: number): void {
    onChange(points.filter((_point, index) => index !== at));
    focus(Math.max(0, at - 1));
  }
  function onKeys(event: KeyboardEvent, at: number): void {
    const act = { ArrowUp: () => move(at, -1), ArrowDown: () => move(at, 1), Enter: () => add(at + 1), Delete: () => remove(at) }[event.key];
    if (!event.altKey || disabled || !act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
  return (
    <div className="points" id={id} ref={box}>
      {points.map((point, index) => {
        const title = titleOf(point);
        return (
          <div key={String(point['key'])} className="points__row" {...(pathOf ? { 'data-path': pathOf(point) } : {})} onKeyDown={(event) => onKeys(event, index)}>
            <Select
              aria-label={`${about}${words.points.stage} ${index + 1}`} value={String(point['stage'])} disabled={disabled}
              options={stages.map((stage) => ({ value: stage, label: words.stages[stage] }))} onChange={(stage: string) => change(index, { stage })}
            />
            <Input
              className="points__text" aria-label={`${about}${words.points.text} ${index + 1}`} title={words.entry.keys} placeholder={words.points.text} maxLength={500} disabled={disabled}
              value={String(point['text'] ?? '')} onChange={({ target }) => change(index, { text: target.value })}
            />
            <span className="points__tools">
              <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={disabled || index === 0} aria-label={`${words.entry.up} ${title}`} onClick={() => move(index, -1)} />
              <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={disabled || index === points.length - 1} aria-label={`${words.entry.down} ${title}`} onClick={() => move(index, 1)} />
              <Button type="text" size="small" icon={<DeleteOutlined />} disabled={disabled} aria-label={`${words.entry.remove} ${title}`} onClick={() => remove(index)} />
            </span>
            <Input
              className="points__basis" size="small" aria-label={`${about}${words.points.basis} ${index + 1}`} placeholder={words.points.basis} maxLength={500} disabled={disabled}
              value={typeof point['basis'] === 'string' ? point['basis'] : ''} onChange={({ target }) => change(index, { basis: target.value || undefined })}
            />
            {more(point, index + 1, (part) => change(index, part))}
          </div>
        );
      })}
      {disabled || !blank ? null : (
        <Button size="small" icon={<PlusOutlined />} disabled={full} aria-label={`${words.points.add}${about === '' ? '' : ` ${about}`}`} onClick={() => add(points.length)}>
          {words.points.add}
        </Button>
      )}
    </div>
  );
}
