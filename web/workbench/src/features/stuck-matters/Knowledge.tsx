import { entryStateLabels, entryStates, listEntries, type KnowledgeEntry } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { useHolds } from '../../shared/session/session.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { EntryDrawer } from './EntryDrawer.tsx';
import { text } from './text.ts';

const words = text.entries;
const entryTones: Readonly<Record<KnowledgeEntry['state'], Tone>> = { draft: 'neutral', review: 'todo', published: 'done', retired: 'neutral' };

const columns: readonly Column<KnowledgeEntry>[] = [
  { key: 'question', title: words.question, wrap: true, render: (row) => <><span className="list__strong">{row.question}</span><br /><span className="faint small">{row.answer.length > 80 ? `${row.answer.slice(0, 80)}……` : row.answer}</span></> },
  { key: 'item', title: words.item, width: '14rem', render: (row) => row.itemName ?? <span className="faint">{text.none}</span> },
  { key: 'tags', title: words.tags, width: '12rem', render: (row) => row.tags.join('、') },
  { key: 'state', title: words.state, width: '6rem', render: (row) => <Tag tone={entryTones[row.state]}>{row.stateLabel}</Tag> },
  { key: 'by', title: words.by, width: '7rem', render: (row) => row.writtenByName },
  { key: 'updated', title: words.updated, width: '8.5rem', render: (row) => <span className="number">{formatMoment(row.updatedAt)}</span> },
];

/** What was learnt from matters: found by words, written, looked through, published (STK-02). */
export function Knowledge() {
  const [filters, setFilters] = useFilters(['q', 'state', 'entry']);
  const writes = useHolds('stuck-matters.entry.write');
  const [writing, setWriting] = useState(false);
  const state = entryStates.find((one) => one === filters.state);
  const paged = useListed(listEntries, { ...(filters.q ? { q: filters.q } : {}), ...(state ? { state } : {}) });
  const narrowed = filters.q !== undefined || state !== undefined;
  return (
    <>
      <div className="wb-page__bar">
        <SearchField value={filters.q} placeholder={words.search} onChange={(q) => setFilters({ q })} />
        <FilterSelect label={words.state} any={words.anyState} value={filters.state} width={130} options={entryStates.map((one) => ({ value: one, label: entryStateLabels[one] }))} onChange={(next) => setFilters({ state: next })} />
        <span className="muted small">{words.lead}</span>
        {writes ? <Button type="primary" onClick={() => setWriting(true)}>{words.create}</Button> : null}
      </div>
      <ListFrame<KnowledgeEntry>
        cards
        label={text.tabs.knowledge} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="64rem" onOpen={(row) => setFilters({ entry: row.id })} empty={words.empty}
        onReset={narrowed ? () => setFilters({ q: undefined, state: undefined }) : undefined}
      />
      {filters.entry ? <EntryDrawer entryId={filters.entry} onClose={() => setFilters({ entry: undefined })} onChanged={paged.refresh} /> : null}
      {writing ? <EntryDialog start={{ question: '', answer: '', itemId: null, itemName: null, tags: [] }} onClose={() => setWriting(false)} onDone={(entry) => { setWriting(false); paged.refresh(); setFilters({ entry: entry.id }); }} /> : null}
    </>
  );
}
