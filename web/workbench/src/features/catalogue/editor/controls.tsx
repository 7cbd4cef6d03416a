import { Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { clearable } from '../../../shared/form/clearable.tsx';
import { useEntries } from '../../../shared/use-dictionary.ts';
import { text } from '../text.ts';

const words = text.editing;

/** What every control has: the value comes from the draft, and `undefined` leaves the element out. */
export interface ControlProps {
  id: string;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
  disabled: boolean;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
export const asCodes = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

/** One line; an optional one that is emptied is left out. */
export function LineControl({ id, label, value, onChange, disabled, max, optional }: ControlProps & { max: number; optional: boolean }) {
  return (
    <Input
      id={id}
      aria-label={label}
      value={asText(value)}
      maxLength={max}
      disabled={disabled}
      onChange={({ target }) => onChange(target.value === '' && optional ? undefined : target.value)}
    />
  );
}

/** Beyond it a text is shown folded, so that the page stays quick and easy to survey. */
const foldedFrom = 1500;

/** A longer text; a very long one (whole regulations) is folded until it is edited. */
export function TextControl({ id, label, value, onChange, disabled, max, optional }: ControlProps & { max: number; optional: boolean }) {
  const content = asText(value);
  const [open, setOpen] = useState(false);
  const long = content.length > foldedFrom;
  if (long && !open) {
    return (
      <div className="folded">
        <p className="pre-line">{content.slice(0, 240)}…</p>
        <p className="faint small">
          {words.long(content.length)}{' '}
          <button type="button" className="link-button" aria-label={`${words.unfold} ${label}`} onClick={() => setOpen(true)}>
            {words.unfold}
          </button>
        </p>
      </div>
    );
  }
  return (
    <>
      <Input.TextArea
        id={id}
        aria-label={label}
        value={content}
        maxLength={max}
        disabled={disabled}
        {...(long ? { rows: 14 } : { autoSize: { minRows: 2, maxRows: 12 } })}
        onChange={({ target }) => onChange(target.value === '' && optional ? undefined : target.value)}
      />
      {long ? (
        <button type="button" className="link-button" onClick={() => setOpen(false)}>
          {words.fold}（{words.long(content.length)}）
        </button>
      ) : null}
    </>
  );
}

/** Lines of one text each. What is being typed stays as typed; empty lines at the end are not kept. */
export function LinesControl({ id, label, value, onChange, disabled, optional }: ControlProps & { optional: boolean }) {
  return (
    <Input.TextArea
      id={id}
      aria-label={label}
      value={asCodes(value).join('\n')}
      disabled={disabled}
      placeholder={words.lines}
      autoSize={{ minRows: 2, maxRows: 16 }}
      onChange={({ target }) => {
        const lines = target.value === '' ? [] : target.value.split('\n');
        onChange(lines.length === 0 && optional ? undefined : lines);
      }}
    />
  );
}

export function CodeControl({ id, label, value, onChange, disabled, dictionary, optional }: ControlProps & { dictionary: string; optional: boolean }) {
  return (
    <Select
      id={id}
      aria-label={label}
      value={asText(value) || undefined}
      disabled={disabled}
      allowClear={optional && clearable}
      placeholder={words.unset}
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      options={useEntries(dictionary)}
      onChange={(next: string | undefined) => onChange(next)}
    />
  );
}

type Choices = readonly (readonly [value: string, label: string])[];

export function CodesControl({ id, label, value, onChange, disabled, dictionary, choices, optional }: ControlProps & { dictionary?: string; choices?: Choices; optional: boolean }) {
  const entries = useEntries(dictionary ?? '');
  const options = choices ? choices.map(([code, name]) => ({ value: code, label: name })) : entries;
  return (
    <Select
      id={id}
      aria-label={label}
      mode="multiple"
      value={asCodes(value)}
      disabled={disabled}
      placeholder={words.unset}
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      onChange={(next: string[]) => onChange(next.length === 0 && optional ? undefined : next)}
    />
  );
}

export function ChoiceControl({ id, label, value, onChange, disabled, choices }: ControlProps & { choices: Choices }) {
  return (
    <Select
      id={id}
      aria-label={label}
      value={asText(value) || null}
      disabled={disabled}
      style={{ width: '100%' }}
      options={choices.map(([code, name]) => ({ value: code, label: name }))}
      onChange={(next) => onChange(next)}
    />
  );
}

/** 是 or 否; an optional one may also say nothing. */
export function YesNoControl({ id, label, value, onChange, disabled, optional }: ControlProps & { optional: boolean }) {
  return (
    <Radio.Group
      id={id}
      aria-label={label}
      value={value === undefined ? 'unset' : value === true}
      disabled={disabled}
      options={[{ value: true, label: words.yes }, { value: false, label: words.no }, ...(optional ? [{ value: 'unset', label: words.unset }] : [])]}
      onChange={({ target }) => onChange(target.value === 'unset' ? undefined : target.value)}
    />
  );
}

export function NumberControl({ id, label, value, onChange, disabled, most, optional }: ControlProps & { most: number; optional: boolean }) {
  return (
    <InputNumber
      id={id}
      aria-label={label}
      min={0}
      max={most}
      precision={0}
      disabled={disabled}
      value={typeof value === 'number' ? value : null}
      style={{ width: '100%' }}
      onChange={(next) => onChange(next ?? (optional ? undefined : 0))}
    />
  );
}
