import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface DateFieldProps { id?: string; value: string | undefined; onChange: (value: string | undefined) => void; placeholder?: string; minimum?: string; maximum?: string; disabled?: boolean; /** Where no label points to it. */ label?: string }

/** The first is how a date is shown; typed by hand it may also be any of the others, of fixed length so that none is complete before its last digit. */
const dateFormats = ['YYYY年M月D日', 'YYYY-MM-DD', 'YYYY/MM/DD', 'YYYY.MM.DD', 'YYYYMMDD'];

/** A date as `2026-11-20`, shown as people write it. */
export function DateField({ id, value, onChange, placeholder, minimum, maximum, disabled = false, label }: DateFieldProps) {
  return (
    <DatePicker
      {...(id ? { id } : {})} value={value ? dayjs(value) : null} format={dateFormats} placeholder={placeholder ?? ''} disabled={disabled} style={{ width: 160 }}
      {...(minimum ? { minDate: dayjs(minimum) } : {})} {...(maximum ? { maxDate: dayjs(maximum) } : {})} {...(label ? { 'aria-label': label } : {})} onChange={(next) => onChange(next ? next.format('YYYY-MM-DD') : undefined)}
    />
  );
}
