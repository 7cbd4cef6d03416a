import { useUiText } from '../locale.ts';
import { Fieldset } from './Choices.tsx';
import type { FieldProps } from './Field.tsx';

const two = (count: number): string => String(count).padStart(2, '0');
const hours = Array.from({ length: 24 }, (_none, hour) => two(hour));
const minutes = Array.from({ length: 12 }, (_none, step) => two(step * 5));

/** A time of day as `21:30` on the 24-hour clock, whatever the browser's language; minutes by five, and the one it has. */
export function TimeField({ value, onChange, ...field }: FieldProps & { value: string; onChange: (value: string) => void }) {
  const text = useUiText();
  const [hour = '00', minute = '00'] = value.split(':');
  const offered = minutes.includes(minute) ? minutes : [...minutes, minute].toSorted();
  const part = (label: string, chosen: string, options: readonly string[], change: (next: string) => void) => (
    <select className="tb-input tb-time__part" aria-label={label} value={chosen} onChange={(event) => change(event.target.value)}>
      {options.map((option) => <option key={option} value={option}>{option}</option>)}
    </select>
  );
  return (
    <Fieldset {...field}>
      <span className="tb-time">
        {part(text.hour, hour, hours, (next) => onChange(`${next}:${minute}`))}
        <span aria-hidden="true">:</span>
        {part(text.minute, minute, offered, (next) => onChange(`${hour}:${next}`))}
      </span>
    </Fieldset>
  );
}
