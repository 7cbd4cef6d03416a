import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { entryStates, listEntries, type Entry } from '@tongban/server/src/modules/directory/entry.contract.ts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../shared/api.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { SearchField } from '../../../shared/list/SearchField.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { useHolds } from '../../../shared/session/session.ts';
import { useDictionaries, useEntries, type NameOf } from '../../../shared/use-dictionary.ts';
import { DirectoryFrame } from '../DirectoryFrame.tsx';
import { text } from '../text.ts';
import { useDirectories } from '../use-directories.ts';
import { EntryEditor } from './EntryEditor.tsx';
import { EntryStateTags } from './EntryTags.tsx';
import { ImportButton } from './ImportButton.tsx';

const { columns: titles, filter: words } = text;
const mostSubItems = 100;

interface Tree { open: ReadonlySet<string>; toggle: (id: string) => void; flat: boolean }

function columnsFor(nameOf: NameOf, { open, toggle, flat }: Tree): Column<Entry>[] {
  return [
    {
      key: 'name',
      title: titles.name,
      fixed: true,
      render: (row) => (
        <span className="tree__name">
          {flat ? null : row.parent ? (
            <span className="tree__gap is-sub" />
          ) : row.subItemCount > 0 ? (
            <button
              type="button"
              className="tree__toggle"
              aria-expanded={open.has(row.id)}
              aria-label={open.has(row.id) ? text.collapse(row.name) : text.expand(row.name)}
              onClick={() => toggle(row.id)}
            >
              {open.has(row.id) ? <DownOutlined /> : <RightOutlined />}
            </button>
          ) : (
            <span className="tree__gap" />
          )}
          <span className="list__strong">{row.name}</span>
          {row.subItemCount > 0 ? <span className="faint small nowrap">{text.subItems(row.subItemCount)}</span> : null}
          {flat && row.parent ? <span className="faint small">{row.parent.name}</span> : null}
        </span>
      ),
    },
    { key: 'code', title: titles.code, width: '10.5rem', render: (row) => <span className="number">{row.code}</span> },
    { key: 'type', title: titles.type, width: '6.5rem', render: (row) => nameOf('task-type', row.taskType) },
    { key: 'guidance', title: titles.guidance, width: '12rem', render: (row) => nameOf('guidance-department', row.guidanceDepartment) },
    { key: 'levels', title: titles.levels, width: '9rem', render: (row) => row.useLevels.map((level) => nameOf('exercise-level', level)).join('、') },
    { key: 'state', title: titles.state, width: '9.5rem', render: (row) => <EntryStateTags entry={row} /> },
    { key: 'updated', title: titles.updated, width: '8rem', render: (row) => <span className="number">{formatMoment(row.updatedAt)}</span> },
  ];
}

/** The directory as a tree of main items and sub-items; found ones as a list (CAT-01). */
export function EntriesPage() {
  const [filters, setFilters, reset] = useFilters(['q', 'type', 'level', 'state', 'region', 'waiting']);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [creating, setCreating] = useState(false);
  const navigate = useNavigate();
  const mayEdit = useHolds('directory.entry.edit');
  const nameOf = useDictionaries(['task-type', 'exercise-level', 'guidance-department']);
  const [types, levels, directories] = [useEntries('task-type'), useEntries('exercise-level'), useDirectories()];
  const state = entryStates.find((one) => one === filters.state);
  // Among found ones a sub-item stands by itself.
  const flat = filters.q !== undefined || filters.level !== undefined || filters.waiting !== undefined;
  const query = {
    ...(filters.q ? { q: filters.q } : {}), ...(filters.type ? { taskType: filters.type } : {}), ...(filters.level ? { useLevel: filters.level } : {}),
    ...(state ? { state } : {}), ...(filters.region ? { regionCode: filters.region } : {}), ...(filters.waiting ? { latestState: 'in-review' as const } : {}),
    ...(flat ? {} : { mainOnly: true }),
  };
  const paged = useListed(listEntries, query);
  const opened = flat ? [] : paged.rows.filter(({ id }) => open.has(id));
  const subs = useQueries({
    queries: opened.map(({ id }) => ({ queryKey: [listEntries.id, 'subs', id], queryFn: () => api.call(listEntries, { query: { parentId: id, limit: mostSubItems } }) })),
  });
  const subsOf = new Map(opened.map(({ id }, index) => [id, subs[index]?.data?.items ?? []]));
  const rows = paged.rows.flatMap((row) => [row, ...subsOf.get(row.id) ?? []]);
  const toggle = (id: string) => setOpen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <DirectoryFrame
      section="entries"
      actions={
        mayEdit ? (
          <>
            <ImportButton />
            <Button type="primary" onClick={() => setCreating(true)}>
              {text.create}
            </Button>
          </>
        ) : null
      }
      bar={
        <>
          <SearchField value={filters.q} placeholder={words.q} onChange={(q) => setFilters({ q })} />
          <FilterSelect
            label={text.entry.region} any={words.region} value={filters.region} width={150}
            options={directories} onChange={(region) => setFilters({ region })}
          />
          <FilterSelect
            label={titles.type} any={words.type} value={filters.type} width={130}
            options={types} onChange={(type) => setFilters({ type })}
          />
          <FilterSelect
            label={titles.levels} any={words.level} value={filters.level} width={150}
            options={levels} onChange={(level) => setFilters({ level })}
          />
          <FilterSelect
            label={titles.state} any={words.state} value={state} width={120}
            options={entryStates.map((one) => ({ value: one, label: text.states[one] }))} onChange={(next) => setFilters({ state: next })}
          />
          <Checkbox checked={filters.waiting !== undefined} onChange={(event) => setFilters({ waiting: event.target.checked ? 'yes' : undefined })}>
            {words.waiting}
          </Checkbox>
          {Object.keys(filters).length > 0 ? (
            <Button type="link" onClick={reset}>
              {words.reset}
            </Button>
          ) : null}
        </>
      }
    >
      <ListFrame
        label={text.sections.entries}
        columns={columnsFor(nameOf, { open, toggle, flat })}
        rows={rows}
        rowKey={(row) => row.id}
        rowTone={(row) => (row.state === 'cancelled' ? 'quiet' : undefined)}
        paged={paged}
        minWidth="70rem"
        rowKeys={flat ? [] : [{ key: 'ArrowRight', label: text.entry.subItems, run: (row) => { if (row.subItemCount > 0) toggle(row.id); } }]}
        onOpen={(row) => {
          void navigate(links.directoryEntry(row.id));
        }}
        empty={text.empty}
        onReset={Object.keys(filters).length > 0 ? reset : undefined}
      />
      {creating ? <EntryEditor onClose={() => setCreating(false)} onDone={({ entryId }) => { void navigate(links.directoryEntry(entryId)); }} /> : null}
    </DirectoryFrame>
  );
}
