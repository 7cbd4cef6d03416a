import { isMembers } from '@tongban/server/src/modules/catalog/contract.ts';
import { Input, InputNumber, Select } from 'antd';
import { text } from '../text.ts';
import type { ControlProps } from './controls.tsx';

const words = text.editing;

/** A time limit with its unit and what there is to say of it; without days there is none. */
export function LimitControl({ id, label, value, onChange, disabled }: ControlProps) {
  const limit = isMembers(value) ? value : undefined;
  const change = (part: object) => onChange({ unit: 'working-day', ...limit, ...part });
  return (
    <div className="limit">
      <InputNumber
        id={id}
        aria-label={`${label} ${words.days}`}
        min={0}
        max={3650}
        precision={0}
        disabled={disabled}
        placeholder={words.days}
        value={typeof limit?.['days'] === 'number' ? limit['days'] : null}
        onChange={(days) => (days === null ? onChange(undefined) : change({ days }))}
      />
      <Select
        aria-label={`${label} ${words.unit}`}
        value={typeof limit?.['unit'] === 'string' ? limit['unit'] : 'working-day'}
        disabled={disabled || !limit}
        options={Object.entries(words.units).map(([unit, name]) => ({ value: unit, label: name }))}
        onChange={(unit: string) => change({ unit })}
      />
      <Input
        aria-label={`${label} ${words.explanation}`}
        placeholder={words.explanation}
        maxLength={500}
        disabled={disabled || !limit}
        value={typeof limit?.['explanation'] === 'string' ? limit['explanation'] : ''}
        onChange={({ target }) => change({ explanation: target.value === '' ? undefined : target.value })}
      />
    </div>
  );
}
