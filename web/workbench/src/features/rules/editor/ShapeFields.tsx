import { type ValueShape, valueTypes, typeLabels, type ValueType } from '@tongban/decision-tables';
import { FORM_FUNCTIONS } from '@tongban/form-model';
import { Checkbox, Select } from 'antd';
import { ExpressionInput } from '../../../shared/expression/ExpressionInput.tsx';
import { text } from '../text.ts';

const words = text.shape;
const none = { names: [], values: [] };

export const typeOptions = valueTypes.map((value) => ({ value, label: typeLabels[value] }));

interface TypeSelectProps { id: string; label: string; value: ValueType; disabled?: boolean; types?: readonly ValueType[]; onChange: (type: ValueType) => void }

export function TypeSelect({ id, label, value, disabled = false, types = valueTypes, onChange }: TypeSelectProps) {
  return <Select id={id} aria-label={label} value={value} disabled={disabled} style={{ width: '100%' }} options={typeOptions.filter((option) => types.includes(option.value))} onChange={onChange} />;
}

interface AllowedProps { id: string; label: string; type: ValueType; value: string | undefined; disabled?: boolean; onChange: (value: string | undefined) => void }

/** The values that may occur, as tests: `"甲", "乙"` or `[0..150]`. */
export function AllowedValues({ id, label, type, value, disabled = false, onChange }: AllowedProps) {
  const example = words.examples[type];
  if (type === 'boolean' || type === 'record') return <span className="faint">—</span>;
  return <ExpressionInput id={id} label={label} form="tests" optional names={[]} functions={FORM_FUNCTIONS} vocabulary={none} value={value ?? ''} disabled={disabled} maxLength={500} placeholder={example} onChange={(next) => onChange(next === '' ? undefined : next)} />;
}

interface FlagProps { label: string; value: boolean | undefined; disabled?: boolean; onChange: (value: true | undefined) => void }

export function Flag({ label, value, disabled = false, onChange }: FlagProps) {
  return <Checkbox checked={value === true} disabled={disabled} onChange={({ target }) => onChange(target.checked ? true : undefined)}>{label}</Checkbox>;
}

/** A record with members changed; those that became undefined are gone. */
export function withMembers<T extends object>(record: T, change: { [K in keyof T]?: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries({ ...record, ...change }).filter(([, value]) => value !== undefined)) as T;
}

/** A shape whose members fit its type: a record alone has fields. */
export function withType<T extends Pick<ValueShape, 'type' | 'fields' | 'allowedValues'>>(shape: T, type: ValueType): T {
  const { fields: _fields, allowedValues: _allowed, ...rest } = { ...shape, type };
  return (type === 'record' ? { ...rest, fields: shape.fields ?? [] } : rest) as T;
}
