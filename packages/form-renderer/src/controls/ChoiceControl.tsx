import { findOptions, type Option } from '@tongban/form-model';
import { type ControlAttributes, type ControlProps, MOST_RADIOS, textOf } from '../control-props.ts';
import { useRenderScope } from '../form-environment.ts';

interface OptionRowProps {
  readonly kind: 'radio' | 'checkbox';
  readonly option: Option;
  readonly index: number;
  readonly checked: boolean;
  readonly control: ControlAttributes;
  readonly onToggle: (checked: boolean) => void;
}

function OptionRow({ kind, option, index, checked, control, onToggle }: OptionRowProps) {
  const { id, 'aria-label': label, 'aria-required': _required, ...described } = control;
  return (
    <label className="tbf-option">
      <input
        {...(index === 0 ? described : {})} id={index === 0 ? id : `${id}-${index}`} type={kind} name={id} value={option.value} checked={checked}
        {...(label === undefined ? {} : { 'aria-label': `${label} ${option.label}` })} onChange={(event) => onToggle(event.target.checked)}
      />
      <span className="tbf-option__text">
        {option.label}
        {option.help !== undefined && <span className="tbf-option__help">{option.help}</span>}
      </span>
    </label>
  );
}

/** One of several: all shown when they are few, a list when they are many. */
export function ChoiceControl({ field, value, onChange, control }: ControlProps<'choice'>) {
  const options = findOptions(field, useRenderScope()) ?? [];
  if (options.length === 0 || options.length > MOST_RADIOS || control['aria-label'] !== undefined) {
    return (
      <select {...control} className="tbf-input tbf-select" autoComplete="off" value={textOf(value)} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{field.placeholder ?? '请选择'}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    );
  }
  return (
    <span className="tbf-options">
      {options.map((option, index) => (
        <OptionRow key={option.value} kind="radio" option={option} index={index} control={control} checked={value === option.value} onToggle={() => onChange(option.value)} />
      ))}
      {field.required !== true && value !== undefined && <ClearButton onClear={() => onChange(undefined)} label={field.label} />}
    </span>
  );
}

function ClearButton({ onClear, label }: { readonly onClear: () => void; readonly label: string }) {
  return <button type="button" className="tbf-button tbf-button--quiet" onClick={onClear} aria-label={`清除“${label}”的选择`}>清除选择</button>;
}

/** Any number of several. */
export function ChoicesControl({ field, value, onChange, control }: ControlProps<'choices'>) {
  const options = findOptions(field, useRenderScope()) ?? [];
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const toggle = (option: Option, checked: boolean): void => {
    const next = options.map((one) => one.value).filter((one) => (one === option.value ? checked : chosen.includes(one)));
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <span className="tbf-options">
      {options.map((option, index) => (
        <OptionRow key={option.value} kind="checkbox" option={option} index={index} control={control} checked={chosen.includes(option.value)} onToggle={(checked) => toggle(option, checked)} />
      ))}
    </span>
  );
}

/** Yes or no; a declaration is a box to tick. */
export function BooleanControl({ field, value, onChange, control }: ControlProps<'boolean'>) {
  if (field.mustBeTrue === true) {
    return (
      <label className="tbf-option">
        <input {...control} type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked ? true : undefined)} />
        <span className="tbf-option__text">{field.label}</span>
      </label>
    );
  }
  const options = [{ value: 'true', label: field.trueLabel ?? '是' }, { value: 'false', label: field.falseLabel ?? '否' }];
  return (
    <span className="tbf-options tbf-options--inline">
      {options.map((option, index) => (
        <OptionRow key={option.value} kind="radio" option={option} index={index} control={control} checked={typeof value === 'boolean' && String(value) === option.value} onToggle={() => onChange(option.value === 'true')} />
      ))}
      {field.required !== true && value !== undefined && <ClearButton onClear={() => onChange(undefined)} label={field.label} />}
    </span>
  );
}
