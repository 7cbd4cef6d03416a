import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface DateFieldProps { id?: string; value: string | undefined; onChange: (value: string | undefined) => void; placeholder?: string; minimum?: string; maximum?: string; disabled?: boolean; /** Where no label points to it. */ label?: string }

/** A date as `2026-11-20`, shown as people write it. */
export function DateField({ id, value, onChange, placeholder, minimum, maximum, disabled = false, label }: DateFieldProps) {
  return (
    <DatePicker
      {...(id ? { id } : {})} value={value ? dayjs(value) : null} format="YYYY年M月D日" placeholder={placeholder ?? ''} disabled={disabled} style={{ width: 160 }}
      {...(minimum ? { minDate: dayjs(minimum) } : {})} {...(maximum ? { maxDate: dayjs(maximum) } : {})} {...(label ? { 'aria-label': label } : {})} onChange={(next) => onChange(next ? next.format('YYYY-MM-DD') : undefined)}
    />
  );
}
