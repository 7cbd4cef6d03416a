import { DownloadOutlined } from '@ant-design/icons';
import { exportMaterials, listMaterials, materialKinds, materialStates, type MaterialSummary } from '@tongban/server/src/modules/materials/contract.ts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { useHolds } from '../../shared/session/session.ts';
import { useDictionaries, useEntries, type NameOf } from '../../shared/use-dictionary.ts';
import { MaterialEditor } from './MaterialEditor.tsx';
import { MaterialsFrame } from './MaterialsFrame.tsx';
import { MaterialStateTag } from './MaterialStateTag.tsx';
import { text } from './text.ts';

const { columns: titles, filter: words } = text;

function columnsFor(nameOf: NameOf): Column<MaterialSummary>[] {
  return [
    { key: 'code', title: titles.code, width: '7.5rem', fixed: true, render: (row) => <span className="number">{row.code}</span> },
    {
      key: 'name',
      title: titles.name,
      render: (row) => (
        <>
          <span className="list__strong">{row.name}</span>
          {row.sensitive ? <Tag tone="warning">{text.sensitive}</Tag> : null}
          {row.aliases.length > 0 ? <span className="faint small">　{row.aliases.join('、')}</span> : null}
          {row.mergedInto ? <span className="faint small">{`　${text.mergedInto} ${row.mergedInto.code} ${row.mergedInto.name}`}</span> : null}
        </>
      ),
    },
    { key: 'kind', title: titles.kind, width: '6rem', render: (row) => text.kinds[row.kind] },
    { key: 'source', title: titles.source, width: '8rem', render: (row) => nameOf('material-source', row.source) },
    { key: 'authority', title: titles.authority, width: '11rem', render: (row) => row.issuingAuthority ?? text.none },
    { key: 'uses', title: titles.uses, width: '6rem', align: 'right', render: (row) => <span className="number">{row.itemCount}</span> },
    { key: 'files', title: titles.files, width: '4rem', align: 'right', render: (row) => <span className="number">{row.fileCount}</span> },
    { key: 'state', title: titles.state, width: '5.5rem', render: (row) => <MaterialStateTag state={row.state} /> },
    { key: 'updated', title: titles.updated, width: '8rem', render: (row) => <span className="number">{formatMoment(row.updatedAt)}</span> },
  ];
}

/** The standard materials of the library (CAT-05). */
export function MaterialListPage() {
  const [filters, setFilters, reset] = useFilters(['q', 'kind', 'state', 'source', 'used', 'sensitive']);
  const [creating, setCreating] = useState(false);
  const navigate = useNavigate();
  const mayEdit = useHolds('materials.material.edit');
  const nameOf = useDictionaries(['material-source']);
  const sources = useEntries('material-source');
  const kind = materialKinds.find((one) => one === filters.kind);
  const state = materialStates.find((one) => one === filters.state);
  const query = {
    ...(filters.q ? { q: filters.q } : {}),
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(filters.source ? { source: filters.source } : {}),
    ...(filters.used ? { used: filters.used === 'yes' } : {}),
    ...(filters.sensitive ? { sensitive: true } : {}),
  };
  const paged = useListed(listMaterials, query);
  return (
    <MaterialsFrame
      section="library"
      actions={
        <>
          <Button icon={<DownloadOutlined />} href={api.url(exportMaterials, { query })}>{text.export}</Button>
          {mayEdit ? <Button type="primary" onClick={() => setCreating(true)}>{text.create}</Button> : null}
        </>
      }
      bar={
        <>
          <SearchField value={filters.q} placeholder={words.q} onChange={(q) => setFilters({ q })} />
          <FilterSelect
            label={titles.kind} any={words.kind} value={kind} width={120}
            options={materialKinds.map((one) => ({ value: one, label: text.kinds[one] }))} onChange={(next) => setFilters({ kind: next })}
          />
          <FilterSelect
            label={titles.source} any={words.source} value={filters.source} width={140}
            options={sources} onChange={(source) => setFilters({ source })}
          />
          <FilterSelect
            label={titles.state} any={words.state} value={state} width={110}
            options={materialStates.map((one) => ({ value: one, label: text.states[one] }))} onChange={(next) => setFilters({ state: next })}
          />
          <FilterSelect
            label={words.used} any={words.used} value={filters.used} width={120}
            options={[{ value: 'yes', label: words.usedYes }, { value: 'no', label: words.usedNo }]} onChange={(used) => setFilters({ used })}
          />
          <Checkbox checked={filters.sensitive !== undefined} onChange={(event) => setFilters({ sensitive: event.target.checked ? 'yes' : undefined })}>
            {words.sensitive}
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
        label={text.sections.library}
        columns={columnsFor(nameOf)}
        rowKey={(row) => row.id}
        paged={paged}
        minWidth="72rem"
        onOpen={(row) => {
          void navigate(links.material(row.code));
        }}
        empty={text.empty}
        onReset={Object.keys(filters).length > 0 ? reset : undefined}
      />
      {creating ? (
        <MaterialEditor
          onClose={() => setCreating(false)}
          onDone={(material) => {
            void navigate(links.material(material.code));
          }}
        />
      ) : null}
    </MaterialsFrame>
  );
}
