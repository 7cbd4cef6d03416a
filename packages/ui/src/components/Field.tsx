import { CircleAlert } from 'lucide-react';
import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { useUiText } from '../locale.ts';
import { classes } from '../classes.ts';

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Required is the rule; a field that is not says 选填. */
  optional?: boolean;
}

/** What the control inside a field must carry to be announced with its label, hint and error. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  required: boolean;
}

/** The message below a wrong field. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p className="tb-field__error" id={id}>
      <CircleAlert size={18} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}

/** A labelled control with its hint and error; the control itself is drawn by the caller. */
export function Field({ label, hint, error, optional = false, children }: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const text = useUiText();
  const described = classes(hint !== undefined && `${id}-hint`, error !== undefined && error !== false && `${id}-error`);
  return (
    <div className="tb-field">
      <label className="tb-field__label" htmlFor={id}>
        {label}
        {optional && <span className="tb-field__optional">{text.optional}</span>}
      </label>
      {hint !== undefined && <p className="tb-field__hint" id={`${id}-hint`}>{hint}</p>}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined, required: !optional })}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
}

type Own<T> = Omit<T, 'id' | 'required' | keyof FieldProps>;

/** A one-line text field. */
export function TextField({ label, hint, error, optional, className, ...input }: FieldProps & Own<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Field label={label} hint={hint} error={error} {...(optional ? { optional } : {})}>
      {(control) => <input {...input} {...control} className={classes('tb-input', className)} />}
    </Field>
  );
}

/** A text field of several lines. */
export function TextArea({ label, hint, error, optional, className, ...input }: FieldProps & Own<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Field label={label} hint={hint} error={error} {...(optional ? { optional } : {})}>
      {(control) => <textarea {...input} {...control} className={classes('tb-input', className)} />}
    </Field>
  );
}

export interface ChoiceOption<V extends string = string> {
  value: V;
  label: ReactNode;
  hint?: ReactNode;
  /** Shown, with its hint saying why, and not to be chosen. */
  disabled?: boolean;
}

/** A drop-down of few known options. */
export function SelectField<V extends string>({ label, hint, error, optional, options, placeholder, className, ...input }:
  FieldProps & Own<SelectHTMLAttributes<HTMLSelectElement>> & { options: readonly { value: V; label: string }[]; placeholder?: string }) {
  return (
    <Field label={label} hint={hint} error={error} {...(optional ? { optional } : {})}>
      {(control) => (
        <select {...input} {...control} className={classes('tb-input', className)}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      )}
    </Field>
  );
}
