import { delegationKindLabels, delegationKinds, delegationStateLabels, delegationStates, listDelegations, type DelegationLine } from '@tongban/server/src/modules/delegation/contract.ts';
import { Button, Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { Page } from '../../shared/page/Page.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { DelegationEditor } from './DelegationEditor.tsx';
import { Period } from './Period.tsx';
import { StateTag } from './StateTag.tsx';
import { text } from './text.ts';

const { columns: titles, filter: words } = text;
const sides = ['given', 'received'] as const;
const soon = 30;

const party = ({ name, closed }: DelegationLine['giver']) => <>{name} {closed ? <Tag tone="danger">{text.closed}</Tag> : null}</>;

const columns: readonly Column<DelegationLine>[] = [
  { key: 'item', title: titles.item, fixed: true, render: (row) => <><span className="list__strong">{row.itemName}</span>{row.itemCount > 1 ? <span className="faint small"> {text.more(row.itemCount)}</span> : null}</> },
  { key: 'kind', title: titles.kind, width: '5rem', render: (row) => delegationKindLabels[row.kind] },
  { key: 'giver', title: titles.giver, width: '10rem', render: (row) => party(row.giver) },
  { key: 'receiver', title: titles.receiver, width: '10rem', render: (row) => party(row.receiver) },
  { key: 'state', title: titles.state, width: '6rem', render: (row) => <StateTag state={row.state} /> },
  { key: 'period', title: titles.period, width: '22rem', render: (row) => <Period of={row} /> },
  { key: 'updated', title: titles.updated, width: '8rem', render: (row) => <span className="number">{formatMoment(row.updatedAt)}</span> },
];

/** 下放、委托、授权 that the reader's office has given or received (CAT-02). */
export function DelegationsPage() {
  const [filters, setFilters, reset] = useFilters(['q', 'side', 'kind', 'state', 'ending']);
  const [creating, setCreating] = useState(false);
  const navigate = useNavigate();
  const mayPropose = useHolds('delegation.delegation.propose');
  const side = sides.find((one) => one === filters.side);
  const kind = delegationKinds.find((one) => one === filters.kind);
  const state = delegationStates.find((one) => one === filters.state);
  const query = {
    ...(filters.q ? { q: filters.q } : {}), ...(side ? { side } : {}), ...(kind ? { kind } : {}), ...(state ? { state } : {}), ...(filters.ending ? { endingWithin: soon } : {}),
  };
  const paged = useListed(listDelegations, query);
  return (
    <Page
      fill
      title={text.title}
      aside={text.lead}
      actions={mayPropose ? <Button type="primary" onClick={() => setCreating(true)}>{text.create}</Button> : null}
      bar={
        <>
          <Segmented value={side ?? ''} options={(['', ...sides] as const).map((one) => ({ value: one, label: text.sides[one] }))} onChange={(next) => setFilters({ side: next })} />
          <SearchField value={filters.q} placeholder={words.q} onChange={(q) => setFilters({ q })} />
          <FilterSelect
            label={titles.kind} any={words.kind} value={kind} width={120}
            options={delegationKinds.map((one) => ({ value: one, label: delegationKindLabels[one] }))} onChange={(next) => setFilters({ kind: next })}
          />
          <FilterSelect
            label={titles.state} any={words.state} value={state} width={120}
            options={delegationStates.map((one) => ({ value: one, label: delegationStateLabels[one] }))} onChange={(next) => setFilters({ state: next })}
          />
          <Checkbox checked={filters.ending !== undefined} onChange={(event) => setFilters({ ending: event.target.checked ? 'yes' : undefined })}>{words.ending}</Checkbox>
          {Object.keys(filters).length > 0 ? <Button type="link" onClick={reset}>{words.reset}</Button> : null}
        </>
      }
    >
      <ListFrame
        label={text.title}
        columns={columns}
        rowKey={(row) => row.id}
        paged={paged}
        minWidth="74rem"
        onOpen={(row) => {
          void navigate(links.delegation(row.id));
        }}
        empty={side === 'received' ? text.emptyReceived : text.empty}
        onReset={Object.keys(filters).some((name) => name !== 'side') ? reset : undefined}
      />
      {creating ? <DelegationEditor onClose={() => setCreating(false)} onDone={({ id }) => { void navigate(links.delegation(id)); }} /> : null}
    </Page>
  );
}
