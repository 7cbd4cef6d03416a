import { listProcesses, type ProcessSummary } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatMoment } from '../../../shared/format/dates.ts';
import { ListPage } from '../../../shared/list/ListPage.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { links } from '../../../shared/links.ts';
import { useHolds } from '../../../shared/session/session.ts';
import { VersionTag } from '../../../shared/versions/VersionTag.tsx';
import { text } from '../text.ts';
import { NewProcess } from './NewProcess.tsx';
import '../processes.css';

const words = text.list;
const states = ['draft', 'published', 'never-published'] as const;

const columns: readonly Column<ProcessSummary>[] = [
  { key: 'name', title: words.columns.name, fixed: true, render: (row) => <span className="list__strong">{row.name}</span> },
  { key: 'key', title: words.columns.key, width: '16rem', render: (row) => <span className="code faint">{row.key}</span> },
  {
    key: 'published', title: words.columns.published, width: '14rem',
    render: ({ published }) => (published ? <><VersionTag state="published" label={text.version(published.version)} /> <span className="small">{formatMoment(published.at)}</span></> : <span className="faint">{words.never}</span>),
  },
  {
    key: 'draft', title: words.columns.draft, width: '16rem',
    render: ({ draft }) => (draft ? <><VersionTag state="draft" label={words.drawing} /> <span className="small">{words.at(formatMoment(draft.updatedAt), draft.updatedByName)}</span></> : <span className="faint">{words.none}</span>),
  },
];

/** The processes that items may be handled by: what is published, and what is being drawn (WFL-01). */
export function ProcessesPage() {
  const [filters, setFilters, reset] = useFilters(['q', 'state']);
  const [creating, setCreating] = useState(false);
  const navigate = useNavigate();
  const mayEdit = useHolds('workflow.definition.edit');
  const state = states.find((one) => one === filters.state);
  const paged = useListed(listProcesses, { ...(filters.q ? { q: filters.q } : {}), ...(state ? { state } : {}) });
  return (
    <ListPage
      title={words.title} create={mayEdit ? { label: words.create, onPress: () => setCreating(true) } : undefined} search={words.search} values={filters} onFilter={setFilters} onReset={reset}
      filters={[{ key: 'state', label: words.state, any: words.anyState, width: 140, options: states.map((one) => ({ value: one, label: words.states[one] })) }]}
      list={{
        columns, rowKey: (row) => row.key, paged, minWidth: '64rem', empty: mayEdit ? words.empty : words.emptyReader,
        onOpen: ({ key, draft, published }) => {
          void navigate(draft && (mayEdit || !published) ? links.processDraft(draft.draftId) : links.process(key));
        },
      }}
    >
      {creating ? <NewProcess onClose={() => setCreating(false)} /> : null}
    </ListPage>
  );
}
