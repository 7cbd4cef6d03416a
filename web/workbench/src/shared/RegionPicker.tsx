import { useQueries, useQuery } from '@tanstack/react-query';
import { getRegion, listRegions } from '@tongban/server/src/kernel/organization/contract.ts';
import { Select } from 'antd';
import { api } from './api.ts';
import './form/form.css';
import { clearable } from './form/clearable.tsx';

interface RegionPickerProps {
  id: string;
  /** 12 digits. */
  value: string | undefined;
  placeholder: string;
  onChange: (code: string | undefined) => void;
}

/** Chooses a province, city or county: each choice offers what is below it. */
export function RegionPicker({ id, value, placeholder, onChange }: RegionPickerProps) {
  const known = useQuery({
    queryKey: [getRegion.id, value],
    enabled: Boolean(value),
    staleTime: Infinity,
    queryFn: () => api.call(getRegion, { params: { code: value ?? '' } }),
  });
  const path = value && known.data ? [...known.data.ancestors, known.data.region].map(({ code }) => code) : [];
  const parents = [undefined, ...path].slice(0, 3);
  const lists = useQueries({
    queries: parents.map((parent) => ({
      queryKey: [listRegions.id, parent ?? ''],
      staleTime: Infinity,
      queryFn: () => api.call(listRegions, { query: parent === undefined ? {} : { parent } }),
    })),
  });
  return (
    <div className="region-picker">
      {lists.map(({ data }, level) => (
        <Select
          key={parents[level] ?? 'top'}
          {...(level === 0 ? { id } : {})}
          aria-label={placeholder}
          placeholder={placeholder}
          allowClear={clearable}
          showSearch={{ optionFilterProp: 'label' }}
          value={path[level] ?? null}
          options={(data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(code: string | null | undefined) => onChange(code ?? path[level - 1])}
        />
      ))}
    </div>
  );
}
