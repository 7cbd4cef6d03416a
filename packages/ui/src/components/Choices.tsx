import { useId, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import { useUiText } from '../locale.ts';
import { FieldError, type ChoiceOption, type FieldProps } from './Field.tsx';

interface Group extends FieldProps {
  /** Options side by side where there is room. */
  cards?: boolean;
}

/** Controls under one legend. */
export function Fieldset({ label, hint, error, optional, cards, children }: Group & { children: ReactNode }) {
  const id = useId();
  const text = useUiText();
  return (
    <fieldset
      className="tb-field"
      aria-describedby={classes(hint !== undefined && `${id}-hint`, error ? `${id}-error` : false) || undefined}
    >
      <legend className="tb-field__label">
        {label}
        {optional && <span className="tb-field__optional">{text.optional}</span>}
      </legend>
      {hint !== undefined && <p className="tb-field__hint" id={`${id}-hint`}>{hint}</p>}
      <div className={classes('tb-choices', cards && 'tb-choices--cards')}>{children}</div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  );
}

/** One of several options, all of them visible. */
export function RadioGroup<V extends string>({ options, value, onChange, ...group }:
  Group & { options: readonly ChoiceOption<V>[]; value: V | undefined; onChange: (value: V) => void }) {
  const name = useId();
  return (
    <Fieldset {...group}>
      {options.map((option) => (
        <label key={option.value} className="tb-choice">
          <input type="radio" name={name} value={option.value} checked={option.value === value} disabled={option.disabled} onChange={() => onChange(option.value)} />
          <span className="tb-choice__text">
            {option.label}
            {option.hint !== undefined && <span className="tb-choice__hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </Fieldset>
  );
}

/** Any number of several options. */
export function CheckboxGroup<V extends string>({ options, value, onChange, ...group }:
  Group & { options: readonly ChoiceOption<V>[]; value: readonly V[]; onChange: (value: V[]) => void }) {
  return (
    <Fieldset {...group}>
      {options.map((option) => (
        <label key={option.value} className="tb-choice">
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            disabled={option.disabled}
            onChange={(event) => onChange(event.target.checked ? [...value, option.value] : value.filter((one) => one !== option.value))}
          />
          <span className="tb-choice__text">
            {option.label}
            {option.hint !== undefined && <span className="tb-choice__hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </Fieldset>
  );
}

/** A single statement to agree to. */
export function Checkbox({ checked, onChange, error, children }:
  { checked: boolean; onChange: (checked: boolean) => void; error?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <div className="tb-field">
      <label className="tb-choice tb-choice--plain">
        <input
          type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)}
          aria-invalid={error ? true : undefined} aria-describedby={error ? id : undefined}
        />
        <span className="tb-choice__text">{children}</span>
      </label>
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  );
}
