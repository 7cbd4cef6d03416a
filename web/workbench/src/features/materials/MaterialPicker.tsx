import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listMaterials, type MaterialSummary } from '@tongban/server/src/modules/materials/contract.ts';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { useDebounced } from '../../shared/use-debounced.ts';
import { text } from './text.ts';

type Chosen = Pick<MaterialSummary, 'id' | 'code' | 'name'>;

interface MaterialPickerProps {
  id?: string;
  value: Chosen | undefined;
  /** Offered before anything is typed. */
  suggestions?: readonly Chosen[];
  onChange: (material: Chosen | undefined) => void;
  disabled?: boolean;
  label?: string;
}

/** Chooses an application material in use by code, name, alias or pinyin. */
export function MaterialPicker({ id, value, suggestions = [], onChange, disabled = false, label = text.mapping.choose }: MaterialPickerProps) {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const q = useDebounced(typed.trim(), 250);
  const found = useQuery({
    queryKey: [listMaterials.id, 'picker', q],
    enabled: open,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.call(listMaterials, { query: { kind: 'application', state: 'active', limit: 20, ...(q ? { q } : {}) } }, { signal }),
  });
  const offered: readonly Chosen[] = q === '' && suggestions.length > 0 ? suggestions : (found.data?.items ?? []);
  const choices = value && !offered.some(({ code }) => code === value.code) ? [value, ...offered] : offered;
  return (
    <Select
      {...(id ? { id } : {})}
      className="materials__picker"
      aria-label={label}
      placeholder={label}
      allowClear
      disabled={disabled}
      value={value?.code ?? null}
      loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onOpenChange={setOpen}
      options={choices.map(({ code, name }) => ({ value: code, label: `${code}　${name}` }))}
      onChange={(code: string | null) => {
        setTyped('');
        onChange(choices.find((one) => one.code === code));
      }}
    />
  );
}
