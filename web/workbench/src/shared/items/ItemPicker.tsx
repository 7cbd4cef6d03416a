import { useQuery } from '@tanstack/react-query';
import { searchItems } from '@tongban/server/src/modules/catalog/contract.ts';
import { Select } from 'antd';
import { api } from '../api.ts';
import { clearable } from '../form/clearable.tsx';
import { pickerSearch, usePickerWords } from '../form/picker-search.ts';
import { text } from '../text.ts';

interface ItemPickerProps { id: string; value: string | undefined; name: string | undefined; onChange: (item: { id: string; name: string } | undefined) => void }

/** Finds an item in use by its name. */
export function ItemPicker({ id, value, name, onChange }: ItemPickerProps) {
  const words = usePickerWords();
  const { q } = words;
  const found = useQuery({ queryKey: [searchItems.id, 'picker', q], queryFn: () => api.call(searchItems, { query: { limit: 20, ...(q ? { q } : {}) } }), placeholderData: (before) => before });
  const options = (found.data?.items ?? []).map((item) => ({ value: item.id, label: item.name, where: item.department.name }));
  if (value !== undefined && name !== undefined && !options.some((option) => option.value === value)) options.unshift({ value, label: name, where: '' });
  return (
    <Select
      id={id} {...(value === undefined ? {} : { value })} allowClear={clearable} placeholder={text.itemPlaceholder} style={{ width: '100%' }} {...pickerSearch(words, found, { options, chosen: value === undefined ? [] : [value] })}
      optionRender={(option) => <>{option.data.label} <span className="faint small">{option.data.where}</span></>}
      onChange={(next: string | undefined) => { const chosen = options.find((option) => option.value === next); onChange(chosen && { id: chosen.value, name: chosen.label }); }}
    />
  );
}
