import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { isMembers } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Input, Select } from 'antd';
import { text } from '../text.ts';
import type { ControlProps } from './controls.tsx';
import { newKey } from './new-key.ts';

const words = text.editing;
const stages = ['acceptance', 'review', 'decision'] as const;

/** 审查要点 of one material: what to compare with what, who ticks it, and which condition it proves (GDE-03). */
export function PointsControl({ id, value, onChange, disabled, conditions }: ControlProps & { conditions: readonly string[] }) {
  const points = Array.isArray(value) ? value.filter(isMembers) : [];
  const change = (at: number, part: object) => onChange(points.map((point, index) => (index === at ? { ...point, ...part } : point)));
  const move = (at: number, step: -1 | 1) => onChange(points.map((point, index) => (index === at ? points[at + step] ?? point : index === at + step ? points[at] ?? point : point)));
  return (
    <div className="points" id={id}>
      {points.length === 0 ? <p className="faint small">{words.points.none}</p> : null}
      {points.map((point, index) => (
        <div key={String(point['key'])} className="points__row">
          <Select
            aria-label={`${words.points.stage} ${index + 1}`}
            value={String(point['stage'])}
            disabled={disabled}
            options={stages.map((stage) => ({ value: stage, label: words.stages[stage] }))}
            onChange={(stage: string) => change(index, { stage })}
          />
          <Input
            aria-label={`${words.points.text} ${index + 1}`}
            placeholder={words.points.text}
            maxLength={500}
            disabled={disabled}
            value={String(point['text'] ?? '')}
            onChange={({ target }) => change(index, { text: target.value })}
          />
          <span className="points__tools">
            <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={disabled || index === 0} aria-label={`${words.entry.up} ${nameOf(point)}`} onClick={() => move(index, -1)} />
            <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={disabled || index === points.length - 1} aria-label={`${words.entry.down} ${nameOf(point)}`} onClick={() => move(index, 1)} />
            <Button type="text" size="small" icon={<DeleteOutlined />} disabled={disabled} aria-label={`${words.entry.remove} ${nameOf(point)}`} onClick={() => onChange(points.filter((_point, at) => at !== index))} />
          </span>
          <Input
            className="points__basis"
            size="small"
            aria-label={`${words.points.basis} ${index + 1}`}
            placeholder={words.points.basis}
            maxLength={500}
            disabled={disabled}
            value={typeof point['basis'] === 'string' ? point['basis'] : ''}
            onChange={({ target }) => change(index, { basis: target.value || undefined })}
          />
          {conditions.length === 0 ? null : (
            <Select
              className="points__basis"
              size="small"
              allowClear
              aria-label={`${words.points.condition} ${index + 1}`}
              placeholder={words.points.condition}
              disabled={disabled}
              value={point['condition']}
              options={conditions.map((condition) => ({ value: condition, label: condition }))}
              onChange={(condition: unknown) => change(index, { condition })}
            />
          )}
          {point['libraryPointId'] === undefined ? null : <p className="points__library faint small">{words.points.library}</p>}
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} disabled={disabled || points.length >= 30} onClick={() => onChange([...points, { key: newKey('point', points), text: '', stage: 'review' }])}>
        {words.points.add}
      </Button>
    </div>
  );
}

function nameOf({ text: words_ }: Readonly<Record<string, unknown>>): string {
  return typeof words_ === 'string' ? words_ : '';
}
