import { useQuery } from '@tanstack/react-query';
import { getMappingProgress, type MappingLine, type MappingProgress } from '@tongban/server/src/modules/materials/contract.ts';
import { Progress, Segmented } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { MappingDialog } from './MappingDialog.tsx';
import { MaterialsFrame } from './MaterialsFrame.tsx';
import { OutdatedCodes } from './OutdatedCodes.tsx';
import { useRefresh } from './refresh.ts';
import { text } from './text.ts';
import { UnmappedNames } from './UnmappedNames.tsx';

const words = text.mapping;
const tabs = ['names', 'outdated', 'departments'] as const;

/** Gives materials of items their standard codes: by name, many at once, after a preview. */
export function MappingPage() {
  const [filters, setFilters] = useFilters(['tab', 'q', 'departmentId', 'suggested']);
  const [lines, setLines] = useState<readonly MappingLine[]>();
  const refresh = useRefresh();
  const progress = useQuery({ queryKey: [getMappingProgress.id], queryFn: () => api.call(getMappingProgress, {}) });
  const tab = tabs.find((one) => one === filters.tab) ?? 'names';
  const departments = progress.data?.departments ?? [];
  return (
    <MaterialsFrame
      section="mapping"
      aside={progress.data ? <Summary progress={progress.data} /> : null}
      bar={
        <>
          <Segmented
            value={tab}
            options={tabs.map((one) => ({ value: one, label: one === 'outdated' && progress.data ? `${words.tabs[one]}（${progress.data.outdated}）` : words.tabs[one] }))}
            onChange={(next) => setFilters({ tab: next === 'names' ? undefined : next })}
          />
          {tab === 'names' ? <SearchField value={filters.q} placeholder={words.filter.q} onChange={(q) => setFilters({ q })} width={200} /> : null}
          {tab === 'departments' ? null : (
            <FilterSelect
              label={text.uses.department} any={words.filter.department} value={filters.departmentId} width={180} search
              options={departments.map(({ id, name }) => ({ value: id, label: name }))} onChange={(departmentId) => setFilters({ departmentId })}
            />
          )}
          {tab === 'names' ? (
            <FilterSelect
              label={words.filter.suggested} any={words.filter.suggested} value={filters.suggested} width={120}
              options={[{ value: 'yes', label: words.filter.yes }, { value: 'no', label: words.filter.no }]} onChange={(suggested) => setFilters({ suggested })}
            />
          ) : null}
        </>
      }
    >
      {tab === 'names' ? (
        <UnmappedNames
          query={{
            ...(filters.q ? { q: filters.q } : {}),
            ...(filters.departmentId ? { departmentId: filters.departmentId } : {}),
            ...(filters.suggested ? { suggested: filters.suggested === 'yes' } : {}),
          }}
          onReset={filters.q || filters.departmentId || filters.suggested ? () => setFilters({ q: undefined, departmentId: undefined, suggested: undefined }) : undefined}
          onPreview={setLines}
        />
      ) : null}
      {tab === 'outdated' ? <OutdatedCodes departmentId={filters.departmentId} onPreview={setLines} /> : null}
      {tab === 'departments' ? <Departments progress={progress.data} /> : null}
      {lines ? (
        <MappingDialog
          lines={lines}
          onClose={() => {
            setLines(undefined);
            refresh();
          }}
        />
      ) : null}
    </MaterialsFrame>
  );
}

function Summary({ progress }: { progress: MappingProgress }) {
  const percent = progress.total === 0 ? 100 : Math.floor((progress.mapped / progress.total) * 100);
  return (
    <span className="materials__progress">
      <Progress percent={percent} size={[120, 8]} />
      <span>{words.progress(progress.mapped, progress.total)}</span>
      <span className="faint">{[words.items(progress.items), words.suggested(progress.suggested), words.outdated(progress.outdated)].join('　')}</span>
    </span>
  );
}

type Department = MappingProgress['departments'][number];

const departmentColumns: readonly Column<Department>[] = [
  { key: 'name', title: text.uses.department, render: (row) => <span className="list__strong">{row.name}</span> },
  { key: 'total', title: words.columns.total, width: '7rem', align: 'right', render: (row) => <span className="number">{row.total}</span> },
  { key: 'mapped', title: words.columns.mapped, width: '7rem', align: 'right', render: (row) => <span className="number">{row.mapped}</span> },
  {
    key: 'share',
    title: words.columns.share,
    width: '16rem',
    render: (row) => <Progress percent={row.total === 0 ? 100 : Math.floor((row.mapped / row.total) * 100)} size="small" />,
  },
];

function Departments({ progress }: { progress: MappingProgress | undefined }) {
  const [title, detail] = words.empty;
  return (
    <div className="frame">
      <ListTable
        label={words.tabs.departments}
        columns={departmentColumns}
        rows={progress?.departments ?? []}
        rowKey={(row) => row.id}
        empty={<Empty title={title ?? ''}>{detail}</Empty>}
      />
    </div>
  );
}
