import { Select } from 'antd';

interface FilterSelectProps {
  /** What is filtered by, for assistive technology. */
  label: string;
  /** What it says while nothing is chosen, e.g. 全部状态. */
  any: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  /** px, or as CSS has it. */
  width: number | string;
  /** Options are found by typing; for lists too long to look through. */
  search?: boolean;
  onChange: (value: string | undefined) => void;
}

/** Narrows a list to one value of many, or leaves it as it is. */
export function FilterSelect({ label, any, value, options, width, search = false, onChange }: FilterSelectProps) {
  return (
    <Select
      aria-label={label}
      style={{ width }}
      value={value ?? ''}
      options={[{ value: '', label: any }, ...options]}
      {...(search ? { showSearch: { optionFilterProp: 'label' } } : {})}
      onChange={(next: string) => onChange(next === '' ? undefined : next)}
    />
  );
}
