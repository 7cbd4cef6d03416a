import { useQuery } from '@tanstack/react-query';
import { listOrganizations } from '@tongban/server/src/kernel/organization/contract.ts';
import { Select } from 'antd';
import { api } from './api.ts';
import { clearable } from './form/clearable.tsx';
import { organizationOptions, organizationSearch } from './organization-options.ts';

interface OrganizationPickerProps {
  id?: string;
  /** Where no label points to it. */
  label?: string;
  value: string | undefined;
  /** Of the chosen organisation, for one that was closed or lies outside what the reader sees. */
  name?: string | undefined;
  onChange: (organization: { id: string; name: string } | undefined) => void;
  disabled?: boolean;
  allowClear?: boolean;
  placeholder?: string;
}

/** Finds an organisation by its name, short name or code. */
export function OrganizationPicker({ id, label, value, name, onChange, disabled = false, allowClear = false, placeholder }: OrganizationPickerProps) {
  const organizations = useQuery({ queryKey: [listOrganizations.id, 'picker'], staleTime: 300_000, queryFn: () => api.call(listOrganizations, { query: {} }) });
  const options = organizationOptions(organizations.data?.items ?? []);
  if (value && !options.some((option) => option.value === value)) options.unshift({ value, label: name ?? value, known: name ?? '' });
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      value={value === '' ? undefined : value}
      disabled={disabled}
      allowClear={allowClear && clearable}
      placeholder={placeholder}
      loading={organizations.isPending}
      style={{ width: '100%' }}
      showSearch={organizationSearch}
      options={options}
      onChange={(next: string | undefined) => {
        const chosen = options.find((option) => option.value === next);
        onChange(chosen && { id: chosen.value, name: chosen.label });
      }}
    />
  );
}
