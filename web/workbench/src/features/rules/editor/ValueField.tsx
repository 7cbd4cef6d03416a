import { DeleteOutlined } from '@ant-design/icons';
import type { ValueShape } from '@tongban/decision-tables';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { clearable } from '../../../shared/form/clearable.tsx';
import { DateField } from '../../../shared/list/DateField.tsx';
import { listedValues } from '../model/names.ts';
import { text } from '../text.ts';

const words = text.values;

interface ValueFieldProps {
  id: string;
  label: string;
  shape: ValueShape;
  /** Undefined or null while nothing is filled in. */
  value: unknown;
  disabled?: boolean;
  onChange: (value: unknown) => void;
}

/** One value filled in by its type: yes or no, one of the allowed ones, a number, a date, the fields of a record, a list. */
export function ValueField(props: ValueFieldProps) {
  const { shape, value, onChange } = props;
  if (shape.list === true) return <ListField {...props} />;
  if (shape.type === 'record' && (shape.fields ?? []).length > 0) {
    const record = isRecord(value) ? value : {};
    return <RecordField {...props} value={record} onChange={onChange} />;
  }
  return <PlainField {...props} />;
}

function PlainField({ id, label, shape, value, disabled = false, onChange }: ValueFieldProps) {
  const allowed = listedValues(shape.allowedValues);
  const give = (next: unknown) => onChange(next === '' || next === undefined ? null : next);
  if (shape.type === 'boolean') {
    return <Select id={id} aria-label={label} disabled={disabled} allowClear={clearable} placeholder={words.none} style={{ width: '100%' }} value={typeof value === 'boolean' ? value : null} options={[{ value: true, label: words.yes }, { value: false, label: words.no }]} onChange={give} />;
  }
  if (allowed.length > 0 && (shape.type === 'text' || shape.type === 'number' || shape.type === 'integer')) {
    const options = allowed.map((source) => ({ value: shape.type === 'text' ? source.slice(1, -1) : Number(source), label: source.replace(/^"|"$/g, '') }));
    return <Select id={id} aria-label={label} disabled={disabled} allowClear={clearable} showSearch={{ optionFilterProp: 'label' }} placeholder={words.none} style={{ width: '100%' }} value={typeof value === 'string' || typeof value === 'number' ? value : null} options={options} onChange={give} />;
  }
  if (shape.type === 'number' || shape.type === 'integer') {
    return <InputNumber id={id} aria-label={label} disabled={disabled} style={{ width: '100%' }} controls={false} {...(shape.type === 'integer' ? { precision: 0 } : {})} value={typeof value === 'number' ? value : null} onChange={give} />;
  }
  if (shape.type === 'date') return <DateField id={id} disabled={disabled} value={typeof value === 'string' ? value : undefined} onChange={give} />;
  if (shape.type === 'text') return <Input id={id} aria-label={label} disabled={disabled} maxLength={2_000} value={typeof value === 'string' ? value : ''} onChange={({ target }) => give(target.value)} />;
  return <AnyField id={id} label={label} value={value} disabled={disabled} onChange={onChange} />;
}

/** A value of any kind, as JSON; what is not JSON is taken as a text. */
function AnyField({ id, label, value, disabled, onChange }: Omit<ValueFieldProps, 'shape'>) {
  const [typed, setTyped] = useState(value === null || value === undefined ? '' : JSON.stringify(value));
  return (
    <Input.TextArea
      id={id} aria-label={label} autoSize disabled={disabled ?? false} maxLength={20_000} placeholder={words.any} value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(readJson(target.value));
      }}
    />
  );
}

function readJson(source: string): unknown {
  if (source.trim() === '') return null;
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return source;
  }
}

function RecordField({ id, label, shape, value, disabled, onChange }: ValueFieldProps & { value: Readonly<Record<string, unknown>> }) {
  return (
    <fieldset className="rule-record" aria-label={label}>
      {(shape.fields ?? []).map((field) => (
        <div key={field.name}>
          <label htmlFor={`${id}-${field.name}`}>{field.name}</label>
          <ValueField id={`${id}-${field.name}`} label={`${label} ${field.name}`} shape={field} value={value[field.name]} {...(disabled === undefined ? {} : { disabled })} onChange={(next) => onChange({ ...value, [field.name]: next })} />
        </div>
      ))}
    </fieldset>
  );
}

function ListField({ id, label, shape, value, disabled = false, onChange }: ValueFieldProps) {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const { list: _, ...one } = shape;
  return (
    <div className="rule-list">
      {entries.map((entry, index) => (
        <div key={index}>
          <ValueField id={`${id}-${index}`} label={words.entry(label, index + 1)} shape={one} value={entry} disabled={disabled} onChange={(next) => onChange(entries.map((before, at) => (at === index ? next : before)))} />
          {disabled ? null : <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={words.remove(label, index + 1)} onClick={() => onChange(entries.filter((__, at) => at !== index))} />}
        </div>
      ))}
      {disabled ? null : <Button id={id} size="small" disabled={entries.length >= 200} onClick={() => onChange([...entries, null])}>{words.add}</Button>}
      {entries.length === 0 && value !== undefined && value !== null ? <span className="faint small">{words.emptyList}</span> : null}
    </div>
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
