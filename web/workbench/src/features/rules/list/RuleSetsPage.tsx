import { listRuleSets, type RuleSetSummary } from '@tongban/server/src/kernel/rules/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatMoment } from '../../../shared/format/dates.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { SearchField } from '../../../shared/list/SearchField.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { links } from '../../../shared/links.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';
import { NewRuleSet } from './NewRuleSet.tsx';
import { VersionStateTag } from './VersionStateTag.tsx';
import '../rules.css';

const words = text.list;
const states = ['draft', 'published', 'never-published'] as const;

const columns: readonly Column<RuleSetSummary>[] = [
  { key: 'name', title: words.columns.name, render: (row) => <><span className="list__strong">{row.name}</span>{row.description === '' ? null : <span className="faint small">　{row.description}</span>}</> },
  { key: 'code', title: words.columns.code, width: '14rem', render: (row) => <span className="code faint">{row.code}</span> },
  {
    key: 'published', title: words.columns.published, width: '15rem',
    render: ({ published }) => (published ? <><VersionStateTag state="published" label={text.version.number(published.number)} /> <span className="small">{words.by(formatMoment(published.at), published.byName)}</span></> : <span className="faint">{words.never}</span>),
  },
  {
    key: 'draft', title: words.columns.draft, width: '15rem',
    render: ({ draft }) => (draft ? <><VersionStateTag state="draft" label={text.version.number(draft.number)} /> <span className="small">{words.by(formatMoment(draft.updatedAt), draft.updatedByName)}</span></> : <span className="faint">—</span>),
  },
];

/** The rule sets of one's scope: what is in force, and where a draft is being worked on (DEC-02). */
export function RuleSetsPage() {
  const [filters, setFilters, reset] = useFilters(['q', 'state']);
  const [creating, setCreating] = useState(false);
  const navigate = useNavigate();
  const mayEdit = useHolds('rules.rule-set.edit');
  const state = states.find((one) => one === filters.state);
  const paged = useListed(listRuleSets, { ...(filters.q ? { q: filters.q } : {}), ...(state ? { state } : {}) });
  const filtered = Object.keys(filters).length > 0;
  return (
    <Page
      fill title={words.title}
      actions={mayEdit ? <Button type="primary" onClick={() => setCreating(true)}>{words.create}</Button> : null}
      bar={
        <>
          <SearchField value={filters.q} placeholder={words.search} onChange={(q) => setFilters({ q })} />
          <FilterSelect label={words.state} any={words.anyState} value={state} width={140} options={states.map((one) => ({ value: one, label: words.states[one] }))} onChange={(next) => setFilters({ state: next })} />
          {filtered ? <Button type="link" onClick={reset}>{words.reset}</Button> : null}
        </>
      }
    >
      <ListFrame
        label={words.title} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="68rem" empty={mayEdit ? words.empty : words.emptyReader} onReset={filtered ? reset : undefined}
        onOpen={({ draft, published }) => {
          const versionId = (mayEdit ? draft ?? published : published ?? draft)?.versionId;
          if (versionId !== undefined) void navigate(links.ruleVersion(versionId));
        }}
      />
      {creating ? <NewRuleSet onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}
