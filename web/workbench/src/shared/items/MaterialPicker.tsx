import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getMaterial, listMaterials, type MaterialSummary } from '@tongban/server/src/modules/materials/contract.ts';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../api.ts';
import { clearable } from '../form/clearable.tsx';
import { pickerSearch, usePickerWords } from '../form/picker-search.ts';
import { text } from '../text.ts';

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
export function MaterialPicker({ id, value, suggestions = [], onChange, disabled = false, label = text.items.material }: MaterialPickerProps) {
  const words = usePickerWords();
  const [open, setOpen] = useState(false);
  const { q } = words;
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
      style={{ width: '100%' }}
      aria-label={label}
      placeholder={label}
      allowClear={clearable}
      disabled={disabled}
      value={value?.code ?? null}
      onOpenChange={setOpen}
      {...pickerSearch(words, found, { options: choices.map(({ code, name }) => ({ value: code, label: `${code}　${name}` })), chosen: value ? [value.code] : [] })}
      onChange={(code: string | null) => {
        words.setTyped('');
        onChange(choices.find((one) => one.code === code));
      }}
    />
  );
}

interface MaterialCodePickerProps extends Pick<MaterialPickerProps, 'label' | 'disabled'> {
  id: string;
  code: string | undefined;
  onChange: (material: Chosen | undefined) => void;
}

/** Chooses a standard material where only its code is kept. */
export function MaterialCodePicker({ code, ...rest }: MaterialCodePickerProps) {
  const known = useQuery({ queryKey: [getMaterial.id, code], enabled: Boolean(code), staleTime: 300_000, retry: false, queryFn: () => api.call(getMaterial, { params: { code: code ?? '' } }) });
  const value = code ? { id: known.data?.id ?? '', code, name: known.data?.content.name ?? '' } : undefined;
  return <MaterialPicker value={value} {...rest} />;
}
