import { Select } from 'antd';
import { Link } from 'react-router';
import { clearable } from '../form/clearable.tsx';
import { links } from '../links.ts';
import { useHolds } from '../session/session.ts';
import { text } from '../text.ts';
import { offeredTypes, useLicenceTypes } from './use-licence-types.ts';

interface PickerProps<V> { id: string; label: string; value: V; disabled: boolean; onChange: (value: V) => void }

/** Chooses a type of the licence catalogue by its name or code; whoever keeps the catalogue can make one that is not there yet. */
export function LicenceTypePicker({ id, label, value, disabled, onChange }: PickerProps<string | undefined>) {
  const types = useLicenceTypes();
  const mayCreate = useHolds('licences.type.manage');
  return (
    <div>
      <Select
        id={id} aria-label={label} value={value || undefined} disabled={disabled} allowClear={clearable} placeholder={text.items.licenceType} style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }} options={offeredTypes(types, value ? [value] : [])} onChange={(code: string | undefined) => onChange(code)}
      />
      {mayCreate && !disabled ? <Link className="small" to={links.newLicenceType()} target="_blank">{text.items.newLicenceType}</Link> : null}
    </div>
  );
}

/** Chooses several types of the licence catalogue. */
export function LicenceTypesPicker({ id, label, value, disabled, onChange }: PickerProps<string[]>) {
  const types = useLicenceTypes();
  return (
    <Select
      id={id} aria-label={label} mode="multiple" value={value} disabled={disabled} placeholder={text.items.licenceTypes} style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }} options={offeredTypes(types, value)} onChange={(codes: string[]) => onChange(codes)}
    />
  );
}
