import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { isMembers } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Input, Select } from 'antd';
import { text } from '../text.ts';
import type { ControlProps } from './controls.tsx';
import { newKey } from './new-key.ts';

const words = text.editing;
const stages = ['acceptance', 'review', 'decision'] as const;

/** 审查要点 of one material: what to compare with what, and who ticks it (GDE-03). */
export function PointsControl({ id, value, onChange, disabled }: ControlProps) {
  const points = Array.isArray(value) ? value.filter(isMembers) : [];
  const change = (at: number, part: object) => onChange(points.map((point, index) => (index === at ? { ...point, ...part } : point)));
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
          <Button
            type="text"
            icon={<DeleteOutlined />}
            disabled={disabled}
            aria-label={`${words.entry.remove} ${String(point['text'] ?? '')}`}
            onClick={() => onChange(points.filter((_point, at) => at !== index))}
          />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} disabled={disabled || points.length >= 30} onClick={() => onChange([...points, { key: newKey('point', points), text: '', stage: 'review' }])}>
        {words.points.add}
      </Button>
    </div>
  );
}
