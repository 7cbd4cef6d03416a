import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, SelectField } from '@tongban/ui';
import { audiences, getDictionary, listItemDepartments, listLifeStages, listThemes } from '@tongban/server/src/modules/catalog/contract.ts';
import { api } from '../../shared/api.ts';
import type { SearchFilter } from '../../shared/links.ts';
import { changeFilter, type Filter } from './search-filter.ts';
import { text } from './text.ts';

const slow = { staleTime: 10 * 60_000 };

function useOptions(filter: Filter) {
  const themes = useQuery({
    queryKey: ['catalog.list-themes', filter.audience ?? 'all'],
    queryFn: () => api.call(listThemes, { query: filter.audience ? { audience: filter.audience } : {} }), ...slow,
  });
  const stages = useQuery({ queryKey: [listLifeStages.id], queryFn: () => api.call(listLifeStages, { query: {} }), ...slow });
  const departments = useQuery({ queryKey: ['catalog.list-item-departments'], queryFn: () => api.call(listItemDepartments, { query: {} }), ...slow });
  const types = useQuery({ queryKey: ['catalog.get-dictionary', 'task-type'], queryFn: () => api.call(getDictionary, { params: { dictionary: 'task-type' } }), ...slow });
  return {
    themes: themes.data?.themes.filter((one) => one.itemCount > 0).map((one) => ({ value: one.code, label: `${one.name}（${one.itemCount}）` })) ?? [],
    stages: stages.data?.stages.filter((one) => one.itemCount > 0 && (filter.audience === undefined || one.audience === filter.audience))
      .map((one) => ({ value: `${one.audience}:${one.code}`, label: `${filter.audience ? '' : `${text.audiences[one.audience]} · `}${one.name}（${one.itemCount}）` })) ?? [],
    departments: departments.data?.departments.filter((one) => one.itemCount > 0).map((one) => ({ value: one.id, label: `${one.name}（${one.itemCount}）` })) ?? [],
    types: types.data?.entries.filter((one) => one.active).map((one) => ({ value: one.code, label: one.name })) ?? [],
  };
}

/** The conditions beside a search; each change is a new address. */
export function Filters({ filter, onChange }: { filter: Filter; onChange: (next: SearchFilter) => void }) {
  const options = useOptions(filter);
  const set = (change: Parameters<typeof changeFilter>[1]) => onChange(changeFilter(filter, change));
  const used = Object.keys(filter).some((name) => name !== 'q');
  return (
    <div className="stack stack--tight">
      <SelectField
        label={text.audience} placeholder={text.any} value={filter.audience ?? ''} onChange={(event) => set({ audience: event.target.value })}
        options={audiences.map((value) => ({ value, label: text.audiences[value] }))} optional={false}
      />
      {filter.audience && (
        <SelectField label={text.theme} placeholder={text.any} value={filter.theme ?? ''} onChange={(event) => set({ theme: event.target.value })} options={options.themes} />
      )}
      <SelectField label={text.lifeStage} placeholder={text.any} value={filter.lifeStage ?? ''} onChange={(event) => set({ lifeStage: event.target.value })} options={options.stages} />
      <SelectField label={text.department} placeholder={text.any} value={filter.departmentId ?? ''} onChange={(event) => set({ departmentId: event.target.value })} options={options.departments} />
      <SelectField label={text.taskType} placeholder={text.any} value={filter.taskType ?? ''} onChange={(event) => set({ taskType: event.target.value })} options={options.types} />
      <Checkbox checked={filter.onlineOnly === true} onChange={(onlineOnly) => set({ onlineOnly })}>{text.online}</Checkbox>
      {used && <Button variant="quiet" onClick={() => onChange(filter.q ? { q: filter.q } : {})}>{text.clear}</Button>}
    </div>
  );
}
