import { type ControlAttributes, type ControlProps, partOf, withPart } from '../control-props.ts';
import { type DateParts, findPastedDate, joinDate, splitDate } from '../parse-input.ts';
import { useTypedText } from '../use-typed-text.ts';

interface DayProps {
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly control: ControlAttributes;
}

const PARTS = [
  { key: 'year', name: '年', length: 4 },
  { key: 'month', name: '月', length: 2 },
  { key: 'day', name: '日', length: 2 },
] as const;

/**
 * A date as three numbers to type: no calendar to page through back to one's birth, and nothing to guess about the order.
 * Pasting a whole date into any part fills all three.
 */
export function DayInputs({ value, onChange, control }: DayProps) {
  const [text, type] = useTypedText(value, (answer) => partsText(splitDate(answer)), (typed) => joinDate(partsOf(typed)));
  const parts = partsOf(text);
  const change = (key: keyof DateParts, typed: string): void => {
    const digits = typed.normalize('NFKC').replace(/\D/g, '');
    const next = findPastedDate(typed) ?? { ...parts, [key]: digits.slice(0, key === 'year' ? 4 : 2) };
    onChange(type(partsText(next)));
  };
  return (
    <span className="tbf-date">
      {PARTS.map(({ key, name, length }, index) => (
        <label key={key} className="tbf-date__part">
          <input
            {...control} id={index === 0 ? control.id : `${control.id}-${key}`} className="tbf-input tbf-input--digits" data-length={length}
            type="text" inputMode="numeric" autoComplete="off" {...labelOf(control, name)}
            value={parts[key]} onChange={(event) => change(key, event.target.value)}
          />
          <span aria-hidden={control['aria-label'] === undefined ? undefined : true}>{name}</span>
        </label>
      ))}
    </span>
  );
}

function labelOf(control: ControlAttributes, name: string): { 'aria-label'?: string } {
  return control['aria-label'] === undefined ? {} : { 'aria-label': `${control['aria-label']} ${name}` };
}

function partsText({ year, month, day }: DateParts): string {
  return `${year}-${month}-${day}`;
}

function partsOf(text: string): DateParts {
  const [year = '', month = '', day = ''] = text.split('-');
  return { year, month, day };
}

/** One date. */
export function DateControl({ value, onChange, control }: ControlProps<'date'>) {
  return <DayInputs value={value} onChange={onChange} control={control} />;
}

/** A first and a last day. */
export function DateRangeControl({ value, onChange, control }: ControlProps<'dateRange'>) {
  const prefix = control['aria-label'] === undefined ? '' : `${control['aria-label']} `;
  const ends = [['start', '开始日期'], ['end', '结束日期']] as const;
  return (
    <span className="tbf-range">
      {ends.map(([key, name], index) => (
        <span key={key} role="group" aria-label={`${prefix}${name}`} className="tbf-range__end">
          <span className="tbf-sublabel" aria-hidden="true">{name}</span>
          <DayInputs
            value={partOf(value, key)} onChange={(day) => onChange(withPart(value, key, day))}
            control={{ ...control, id: index === 0 ? control.id : `${control.id}-${key}`, 'aria-label': `${prefix}${name}` }}
          />
        </span>
      ))}
    </span>
  );
}
