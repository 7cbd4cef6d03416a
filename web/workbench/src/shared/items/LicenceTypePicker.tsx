import { Select } from 'antd';
import { text } from '../text.ts';
import { useLicenceTypes } from './use-licence-types.ts';

interface PickerProps<V> { id: string; label: string; value: V; disabled: boolean; onChange: (value: V) => void }

/** Chooses a type of the licence catalogue by its name or code. */
export function LicenceTypePicker({ id, label, value, disabled, onChange }: PickerProps<string | undefined>) {
  return (
    <Select
      id={id} aria-label={label} value={value || undefined} disabled={disabled} allowClear placeholder={text.items.licenceType} style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }} options={useLicenceTypes()} onChange={(code: string | undefined) => onChange(code)}
    />
  );
}

/** Chooses several types of the licence catalogue. */
export function LicenceTypesPicker({ id, label, value, disabled, onChange }: PickerProps<string[]>) {
  return (
    <Select
      id={id} aria-label={label} mode="multiple" value={value} disabled={disabled} placeholder={text.items.licenceTypes} style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }} options={useLicenceTypes()} onChange={(codes: string[]) => onChange(codes)}
    />
  );
}
