import { Checkbox, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';

interface CommonProps {
  readonly label: string;
  readonly hint?: string;
  readonly disabled: boolean;
}

function Labelled({ id, label, hint, lack, children }: { readonly id: string; readonly label: string; readonly hint?: string | undefined; readonly lack?: string | undefined; readonly children: ReactNode }) {
  return (
    <div className="fd-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {lack === undefined ? null : <p className="fd-wrong" role="alert">{lack}</p>}
      {hint === undefined ? null : <p className="fd-hint">{hint}</p>}
    </div>
  );
}

/** A text of the form; one that must not be empty keeps the last one that was not, and says so. */
export function TextProperty({ label, hint, disabled, value, onChange, required = false, maxLength, lines = 1, check }: CommonProps & {
  readonly value: string | undefined; readonly onChange: (value: string | undefined) => void; readonly required?: boolean; readonly maxLength: number; readonly lines?: number;
  /** What is wrong with a text, which is then not taken. */
  readonly check?: (value: string) => string | undefined;
}) {
  const id = useId();
  const [refused, setRefused] = useState<string>();
  const shown = refused ?? value ?? '';
  const lack = refused === undefined ? undefined : refused === '' ? `请填写${label}。` : check?.(refused);
  const change = (text: string): void => {
    const wrong = (required && text.trim() === '') || check?.(text) !== undefined;
    setRefused(wrong ? text : undefined);
    if (!wrong) onChange(text === '' ? undefined : text);
  };
  const common = { id, value: shown, disabled, maxLength, status: lack === undefined ? '' as const : 'error' as const };
  return (
    <Labelled id={id} label={label} hint={hint} lack={lack}>
      {lines === 1
        ? <Input {...common} onChange={({ target }) => change(target.value)} onBlur={() => setRefused(undefined)} />
        : <Input.TextArea {...common} autoSize={{ minRows: lines, maxRows: 8 }} onChange={({ target }) => change(target.value)} onBlur={() => setRefused(undefined)} />}
    </Labelled>
  );
}

/** A number of the form, within its bounds. */
export function NumberProperty({ label, hint, disabled, value, onChange, minimum, maximum, integer = true, unit }: CommonProps & {
  readonly value: number | undefined; readonly onChange: (value: number | undefined) => void; readonly minimum?: number; readonly maximum?: number; readonly integer?: boolean; readonly unit?: string;
}) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <InputNumber<number>
        id={id} value={value ?? null} disabled={disabled} {...(minimum === undefined ? {} : { min: minimum })} {...(maximum === undefined ? {} : { max: maximum })} {...(integer ? { precision: 0 } : {})} {...(unit === undefined ? {} : { suffix: unit })}
        style={{ width: '100%' }} onChange={(next) => onChange(next ?? undefined)}
      />
    </Labelled>
  );
}

/** One of several, or none where that is allowed. */
export function ChoiceProperty({ label, hint, disabled, value, onChange, options, clearable = true, placeholder }: CommonProps & {
  readonly value: string | undefined; readonly onChange: (value: string | undefined) => void; readonly clearable?: boolean; readonly placeholder?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <Select
        id={id} value={value ?? null} disabled={disabled} allowClear={clearable} placeholder={placeholder ?? '未设置'} options={[...options]} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }}
        onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
      />
    </Labelled>
  );
}

/** Several of several. */
export function ChoicesProperty({ label, hint, disabled, value, onChange, options, placeholder = '不限' }: CommonProps & {
  readonly value: readonly string[] | undefined; readonly onChange: (value: readonly string[] | undefined) => void; readonly placeholder?: string; readonly options: readonly { readonly value: string; readonly label: string }[];
}) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <Select mode="multiple" id={id} value={[...(value ?? [])]} disabled={disabled} options={[...options]} placeholder={placeholder} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} onChange={(next: string[]) => onChange(next.length === 0 ? undefined : next)} />
    </Labelled>
  );
}

/** Yes, or nothing said. */
export function FlagProperty({ label, hint, disabled, value, onChange }: CommonProps & { readonly value: boolean | undefined; readonly onChange: (value: true | undefined) => void }) {
  return (
    <div className="fd-field">
      <Checkbox checked={value === true} disabled={disabled} onChange={({ target }) => onChange(target.checked ? true : undefined)}>{label}</Checkbox>
      {hint === undefined ? null : <p className="fd-hint">{hint}</p>}
    </div>
  );
}
