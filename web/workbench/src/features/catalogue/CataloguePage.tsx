import { useQuery } from '@tanstack/react-query';
import { getDictionary, listItemDepartments, listStaffItems, versionStates, type StaffItem } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Checkbox, Select } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { usePaged } from '../../shared/list/use-paged.ts';
import { links } from '../../shared/links.ts';
import { Page } from '../../shared/page/Page.tsx';
import { useDictionaries, type NameOf } from '../../shared/use-dictionary.ts';
import { text } from './text.ts';
import { VersionStateTag } from './VersionStateTag.tsx';

const { columns: titles } = text;
const sources = ['platform', 'import'] as const;

function columnsFor(nameOf: NameOf): Column<StaffItem>[] {
  return [
    { key: 'name', title: titles.name, fixed: true, render: (row) => <span className="list__strong">{row.name}</span> },
    { key: 'type', title: titles.type, width: '6.5rem', render: (row) => nameOf('task-type', row.taskType) },
    { key: 'department', title: titles.department, width: '11rem', render: (row) => row.department.name },
    {
      key: 'state',
      title: titles.state,
      width: '11rem',
      render: (row) => (
        <>
          <VersionStateTag state={row.state} /> <span className="faint">{text.version(row.latestVersionNumber)}</span>
        </>
      ),
    },
    {
      key: 'findings',
      title: titles.findings,
      width: '5.5rem',
      render: (row) => (row.importFindings.length > 0 ? <Tag tone="warning">{text.findingCount(row.importFindings.length)}</Tag> : ''),
    },
    { key: 'source', title: titles.source, width: '5rem', render: (row) => text.sources[row.source] },
    { key: 'code', title: titles.code, width: '15rem', render: (row) => <span className="number faint">{row.localTaskCode}</span> },
    { key: 'updated', title: titles.updated, width: '8rem', render: (row) => <span className="number">{formatMoment(row.updatedAt)}</span> },
  ];
}

/** Items with the state of their newest version (CAT-02). */
export function CataloguePage() {
  const [filters, setFilters, reset] = useFilters(['q', 'state', 'type', 'source', 'findings', 'departmentId']);
  const navigate = useNavigate();
  const nameOf = useDictionaries(['task-type']);
  const types =
    useQuery({
      queryKey: [getDictionary.id, 'task-type'],
      staleTime: Infinity,
      queryFn: () => api.call(getDictionary, { params: { dictionary: 'task-type' } }),
    }).data?.entries ?? [];
  const departments =
    useQuery({ queryKey: [listItemDepartments.id], staleTime: 300_000, queryFn: () => api.call(listItemDepartments, { query: {} }) }).data
      ?.departments ?? [];
  const state = versionStates.find((one) => one === filters.state);
  const source = sources.find((one) => one === filters.source);
  const query = {
    ...(filters.q ? { q: filters.q } : {}),
    ...(state ? { state } : {}),
    ...(source ? { source } : {}),
    ...(filters.type ? { taskType: filters.type } : {}),
    ...(filters.departmentId ? { departmentId: filters.departmentId } : {}),
    ...(filters.findings ? { withFindings: true } : {}),
  };
  const paged = usePaged({
    key: [listStaffItems.id, query],
    fetch: (page, signal) => api.call(listStaffItems, { query: { ...query, ...page } }, { signal }),
  });
  const [emptyTitle, emptyDetail] = text.empty;
  return (
    <Page
      fill
      title={text.title}
      bar={
        <>
          <SearchField value={filters.q} placeholder={text.filter.q} onChange={(q) => setFilters({ q })} />
          <Select
            value={filters.departmentId ?? ''}
            style={{ width: 190 }}
            aria-label={titles.department}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: text.filter.department },
              ...departments.map((one) => ({ value: one.id, label: `${one.name}（${one.itemCount}）` })),
            ]}
            onChange={(departmentId) => setFilters({ departmentId })}
          />
          <Select
            value={filters.type ?? ''}
            style={{ width: 130 }}
            aria-label={titles.type}
            options={[{ value: '', label: text.filter.type }, ...types.map((entry) => ({ value: entry.code, label: entry.name }))]}
            onChange={(type) => setFilters({ type })}
          />
          <Select
            value={state ?? ''}
            style={{ width: 120 }}
            aria-label={titles.state}
            options={[{ value: '', label: text.filter.state }, ...versionStates.map((one) => ({ value: one, label: text.states[one] }))]}
            onChange={(next) => setFilters({ state: next })}
          />
          <Select
            value={source ?? ''}
            style={{ width: 110 }}
            aria-label={titles.source}
            options={[{ value: '', label: text.filter.source }, ...sources.map((one) => ({ value: one, label: text.sources[one] }))]}
            onChange={(next) => setFilters({ source: next })}
          />
          <Checkbox checked={filters.findings !== undefined} onChange={(event) => setFilters({ findings: event.target.checked ? 'yes' : undefined })}>
            {text.filter.findings}
          </Checkbox>
          {Object.keys(filters).length > 0 ? (
            <Button type="link" onClick={reset}>
              {text.reset}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="frame">
        <ListTable
          label={text.title}
          columns={columnsFor(nameOf)}
          rows={paged.rows}
          rowKey={(row) => row.id}
          paged={paged}
          minWidth="76rem"
          onOpen={(row) => {
            void navigate(links.catalogueVersion(row.latestVersionId));
          }}
          empty={<Empty title={emptyTitle ?? ''}>{emptyDetail}</Empty>}
        />
      </div>
    </Page>
  );
}
