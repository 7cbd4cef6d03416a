import { DayInputs } from '@tongban/form-renderer';
import '@tongban/form-renderer/styles.css';
import { FieldError } from '@tongban/ui';
import { useId } from 'react';

interface DayFieldProps {
  label: string;
  /** `2026-11-20`; while it is typed whatever there is of it, such as `2026-1-`. */
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** A day as year, month and day to type, as in the forms of items. */
export function DayField({ label, value, error, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <fieldset className="tb-field">
      <legend className="tb-field__label">{label}</legend>
      {/* The controls of a form take their lines and colours from it. */}
      <div className="tbf-form">
        <DayInputs
          value={value} onChange={(day) => onChange(typeof day === 'string' ? day : '')}
          control={{ id, 'aria-label': label, 'aria-required': true, ...(error ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {}) }}
        />
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  );
}
