import { useQuery } from '@tanstack/react-query';
import { exportStaffItems, listStaffItems, listTags, qualityFilters, staffItemOrders, versionStates, type StaffItem } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Checkbox, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatMoment } from '../../shared/format/dates.ts';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useColumns } from '../../shared/list/use-columns.ts';
import { useFilters } from '../../shared/list/use-filters.ts';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { Page } from '../../shared/page/Page.tsx';
import { RegionName } from '../../shared/RegionName.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { useDictionaries, type NameOf } from '../../shared/use-dictionary.ts';
import { BulkDialog } from './management/BulkDialog.tsx';
import { CreateDialog } from './management/CreateDialog.tsx';
import { CatalogueFilters, filterNames, type CatalogueFilterValues } from './CatalogueFilters.tsx';
import { text } from './text.ts';
import { VersionStateTag } from './VersionStateTag.tsx';
import './catalogue.css';

const { columns: titles, list: words } = text;
const pickId = (id: string | undefined): string => `item-${id ?? ''}`;
const usualColumns = ['name', 'type', 'department', 'state', 'quality', 'code', 'updated'];

type ItemColumn = Column<StaffItem> & { title: string };

function columnsFor(nameOf: NameOf): ItemColumn[] {
  return [
    { key: 'name', title: titles.name, fixed: true, render: (row) => <span className="list__strong">{row.name}</span> },
    { key: 'type', title: titles.type, width: '6.5rem', render: (row) => nameOf('task-type', row.taskType) },
    { key: 'department', title: titles.department, width: '11rem', wrap: true, render: (row) => row.department.name },
    {
      key: 'state',
      title: titles.state,
      width: '9.5rem',
      render: (row) => (
        <>
          <VersionStateTag state={row.state} /> <span className="faint">{text.version(row.latestVersionNumber)}</span>
        </>
      ),
    },
    {
      key: 'quality',
      title: words.titles.quality,
      width: '5.5rem',
      render: (row) => (row.errorCount === null ? <span className="faint">—</span> : row.errorCount > 0 ? <Tag tone="danger">{words.errors(row.errorCount)}</Tag> : <Tag tone="done">{words.clean}</Tag>),
    },
    { key: 'tags', title: words.titles.tags, width: '12rem', render: (row) => row.tags.map((tag) => nameOf('item-tag', tag)).join('、') },
    { key: 'findings', title: titles.findings, width: '5.5rem', render: (row) => (row.importFindings.length > 0 ? <Tag tone="warning">{text.findingCount(row.importFindings.length)}</Tag> : '') },
    { key: 'source', title: titles.source, width: '5rem', render: (row) => text.sources[row.source] },
    { key: 'catalogCode', title: words.titles.catalogCode, width: '9rem', render: (row) => <span className="number">{row.catalogCode ?? ''}</span> },
    { key: 'region', title: words.titles.region, width: '8rem', render: (row) => <RegionName code={row.regionCode} /> },
    { key: 'code', title: titles.code, width: '15rem', render: (row) => <span className="number faint">{row.localTaskCode}</span> },
    { key: 'updated', title: titles.updated, width: '8rem', render: (row) => <span className="number">{formatMoment(row.updatedAt)}</span> },
  ];
}

/** The query of the list for the filters in the address. */
function queryOf(filters: CatalogueFilterValues) {
  const state = versionStates.find((one) => one === filters.state);
  const source = (['platform', 'import'] as const).find((one) => one === filters.source);
  const quality = qualityFilters.find((one) => one === filters.quality);
  const order = staffItemOrders.find((one) => one === filters.order);
  return {
    ...(filters.q ? { q: filters.q } : {}), ...(state ? { state } : {}), ...(source ? { source } : {}), ...(quality ? { quality } : {}), ...(order ? { order } : {}),
    ...(filters.type ? { taskType: filters.type } : {}), ...(filters.departmentId ? { departmentId: filters.departmentId } : {}),
    ...(filters.region ? { regionCode: filters.region } : {}), ...(filters.tag ? { tag: filters.tag } : {}), ...(filters.stage ? { lifeStage: filters.stage } : {}),
    ...(filters.findings ? { withFindings: true } : {}), ...(filters.closed ? { departmentClosed: true } : {}),
  };
}

const most = 5000;

/** Ids of everything that the filters find, up to what one bulk change takes. */
async function collectIds(query: ReturnType<typeof queryOf>, tell: (count: number) => void): Promise<Set<string>> {
  const ids = new Set<string>();
  let cursor: string | null | undefined;
  do {
    const page = await api.call(listStaffItems, { query: { ...query, limit: 100, ...(cursor ? { cursor } : {}) } });
    for (const { id } of page.items) ids.add(id);
    tell(ids.size);
    cursor = page.nextCursor;
  } while (cursor && ids.size < most);
  return ids;
}

/** Items with the state of their newest version (CAT-02). */
export function CataloguePage() {
  const [filters, setFilters, reset] = useFilters(filterNames);
  const navigate = useNavigate();
  const nameOf = useDictionaries(['task-type', 'item-tag']);
  const editor = useHolds('catalog.item.edit');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [collecting, setCollecting] = useState<number>();
  const [dialog, setDialog] = useState<'create' | 'bulk'>();
  const columns = columnsFor(nameOf);
  const [shown, setShown] = useColumns('catalogue', usualColumns);
  const query = queryOf(filters);
  const paged = useListed(listStaffItems, query);
  const tags = useQuery({ queryKey: [listTags.id], staleTime: 60_000, queryFn: () => api.call(listTags, {}) }).data?.tags ?? [];
  const all = paged.rows.length > 0 && paged.rows.every(({ id }) => chosen.has(id));
  const toggle = (ids: readonly string[], on: boolean) => setChosen((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  const firstPick = pickId(paged.rows[0]?.id);
  const missing = useMissing({ [firstPick]: chosen.size === 0 && words.needChoice });
  const ticks: Column<StaffItem> = {
    key: 'tick', width: '2.5rem', fixed: true,
    title: <Checkbox aria-label={words.chooseAll} checked={all} indeterminate={!all && chosen.size > 0} onChange={({ target }) => toggle(paged.rows.map(({ id }) => id), target.checked)} />,
    render: (row) => <span className="chooser"><Checkbox id={pickId(row.id)} aria-label={words.choose(row.name)} checked={chosen.has(row.id)} onChange={({ target }) => toggle([row.id], target.checked)} /></span>,
  };
  return (
    <Page
      fill
      title={text.title}
      actions={
        <>
          {chosen.size > 0 ? <Button type="link" onClick={() => setChosen(new Set())}>{words.clear}</Button> : null}
          <Lack text={missing.of(firstPick)} />
          {editor ? <Button onClick={() => { if (missing.check()) setDialog('bulk'); }}>{words.bulk(chosen.size)}</Button> : null}
          <Dropdown
            menu={{
              items: [
                ...(editor ? [{ key: 'all', label: collecting === undefined ? words.chooseFiltered : words.choosing(collecting), disabled: collecting !== undefined }, { key: 'history', label: words.bulkHistory }] : []),
                { key: 'tags', label: words.tags }, { key: 'reviews', label: words.reviews },
                { key: 'export', label: <a href={api.url(exportStaffItems, { query })}>{words.export}</a> },
              ],
              onClick: ({ key }) => {
                if (key === 'all') void collectIds(query, setCollecting).then(setChosen).finally(() => setCollecting(undefined));
                if (key === 'history') void navigate(links.bulkChanges());
                if (key === 'tags') void navigate(links.itemTags());
                if (key === 'reviews') void navigate(links.reviewSettings());
              },
            }}
          >
            <Button>{text.more}</Button>
          </Dropdown>
          <Dropdown
            trigger={['click']}
            popupRender={() => (
              <div className="column-choice">
                <Checkbox.Group
                  value={[...shown]}
                  options={columns.map((column) => ({ value: column.key, label: column.title, disabled: column.key === 'name' }))}
                  onChange={(keys) => setShown(keys.map(String))}
                />
              </div>
            )}
          >
            <Button>{words.columns}</Button>
          </Dropdown>
          {editor ? <Button type="primary" onClick={() => setDialog('create')}>{words.create}</Button> : null}
        </>
      }
      bar={<CatalogueFilters filters={filters} setFilters={setFilters} reset={reset} tags={tags} />}
    >
      <ListFrame
        label={text.title}
        columns={[...(editor ? [ticks] : []), ...columns.filter(({ key }) => shown.has(key))]}
        rowKey={(row) => row.id}
        paged={paged}
        minWidth="72rem"
        onOpen={(row) => {
          void navigate(links.catalogueVersion(row.latestVersionId));
        }}
        empty={text.empty}
        onReset={Object.keys(filters).some((name) => name !== 'order') ? reset : undefined}
      />
      {dialog === 'create' ? <CreateDialog onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'bulk' ? <BulkDialog itemIds={[...chosen].slice(0, most)} onClose={() => setDialog(undefined)} /> : null}
    </Page>
  );
}
