import { TimePicker } from 'antd';
import dayjs from 'dayjs';

interface TimeFieldProps { id?: string; /** Where no label points to it. */ label?: string; value: string; onChange: (value: string) => void }

/** A time of day as `09:30`, on the 24-hour clock whatever the browser's language; it always has a value. */
export function TimeField({ id, label, value, onChange }: TimeFieldProps) {
  return (
    <TimePicker
      {...(id ? { id } : {})} {...(label ? { 'aria-label': label } : {})} value={value === '' ? null : dayjs(`2000-01-01T${value}`)} format="HH:mm" allowClear={false} needConfirm={false} placeholder="时:分"
      style={{ width: 96 }} onChange={(next: dayjs.Dayjs | null) => { if (next) onChange(next.format('HH:mm')); }}
    />
  );
}
