import { listRuleSets, type RuleSetSummary } from '@tongban/server/src/kernel/rules/contract.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatMoment } from '../../../shared/format/dates.ts';
import { ListPage } from '../../../shared/list/ListPage.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { links } from '../../../shared/links.ts';
import { useHolds } from '../../../shared/session/session.ts';
import { text as shared } from '../../../shared/text.ts';
import { VersionTag } from '../../../shared/versions/VersionTag.tsx';
import { text } from '../text.ts';
import { NewRuleSet } from './NewRuleSet.tsx';
import '../rules.css';

const words = text.list;
const states = ['draft', 'published', 'never-published'] as const;

const columns: readonly Column<RuleSetSummary>[] = [
  { key: 'name', title: words.columns.name, render: (row) => <><span className="list__strong">{row.name}</span>{row.description === '' ? null : <span className="faint small">　{row.description}</span>}</> },
  { key: 'code', title: words.columns.code, width: '14rem', render: (row) => <span className="code faint">{row.code}</span> },
  {
    key: 'published', title: words.columns.published, width: '15rem',
    render: ({ published }) => (published ? <><VersionTag state="published" label={shared.versions.number(published.number)} /> <span className="small">{words.by(formatMoment(published.at), published.byName)}</span></> : <span className="faint">{words.never}</span>),
  },
  {
    key: 'draft', title: words.columns.draft, width: '15rem',
    render: ({ draft }) => (draft ? <><VersionTag state="draft" label={shared.versions.number(draft.number)} /> <span className="small">{words.by(formatMoment(draft.updatedAt), draft.updatedByName)}</span></> : <span className="faint">—</span>),
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
  return (
    <ListPage
      title={words.title} create={mayEdit ? { label: words.create, onPress: () => setCreating(true) } : undefined} search={words.search} values={filters} onFilter={setFilters} onReset={reset}
      filters={[{ key: 'state', label: words.state, any: words.anyState, width: 140, options: states.map((one) => ({ value: one, label: words.states[one] })) }]}
      list={{
        columns, rowKey: (row) => row.id, paged, minWidth: '68rem', empty: mayEdit ? words.empty : words.emptyReader,
        onOpen: ({ draft, published }) => {
          const versionId = (mayEdit ? draft ?? published : published ?? draft)?.versionId;
          if (versionId !== undefined) void navigate(links.ruleVersion(versionId));
        },
      }}
    >
      {creating ? <NewRuleSet onClose={() => setCreating(false)} /> : null}
    </ListPage>
  );
}
