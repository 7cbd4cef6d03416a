import { SearchBox } from '@tongban/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { suggestItems } from '@tongban/server/src/modules/catalog/contract.ts';
import { api } from '../api.ts';
import { links, type SearchFilter } from '../links.ts';
import { useDebounced } from '../use-debounced.ts';
import { itemText } from './text.ts';

/** The portal's search: suggestions lead to an item, the button to the list; other filters in use are kept. */
export function ItemSearchBox({ initial = '', keep = {}, large = false }: { initial?: string; keep?: Omit<SearchFilter, 'q'>; large?: boolean }) {
  const [value, setValue] = useState(initial);
  const navigate = useNavigate();
  const wanted = useDebounced(value.trim(), 180);
  const { data } = useQuery({
    queryKey: ['catalog.suggest-items', wanted],
    queryFn: () => api.call(suggestItems, { query: { q: wanted, limit: 8 } }),
    enabled: wanted.length > 0 && wanted !== initial && wanted.length <= 50,
    placeholderData: keepPreviousData,
  });
  const suggestions = value.trim() && wanted !== initial ? data?.suggestions ?? [] : [];
  return (
    <SearchBox
      label={itemText.searchLabel} placeholder={itemText.searchPlaceholder} large={large} value={value} onChange={setValue}
      suggestions={suggestions.map((one) => ({ id: one.itemId, label: one.name, hint: one.departmentName }))}
      onPick={(itemId) => void navigate(links.item(itemId))}
      onSearch={(q) => void navigate(links.search({ ...keep, ...(q ? { q } : {}) }))}
    />
  );
}
