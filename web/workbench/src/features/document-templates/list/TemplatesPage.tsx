import { listTemplates, templateStageLabels, templateStages, type TemplateSummary } from '@tongban/server/src/modules/templates/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Tag } from '../../../shared/case/tags.tsx';
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
import { NewTemplate } from './NewTemplate.tsx';
import { scopeWords } from './scope-words.ts';
import { TemplateStateTag } from './TemplateStateTag.tsx';
import '../templates.css';

const words = text.list;
const states = ['draft', 'published', 'not-in-use'] as const;
const scopes = ['general', 'tailored'] as const;

const isTailored = ({ item, applicantKind, step }: TemplateSummary): boolean => item !== null || applicantKind !== null || step !== null;

const columns: readonly Column<TemplateSummary>[] = [
  { key: 'stage', title: words.columns.stage, width: '9rem', render: (row) => <span className="muted">{templateStageLabels[row.stage]}</span> },
  { key: 'name', title: words.columns.name, width: '14rem', render: (row) => <span className="list__strong">{row.kindName}</span> },
  { key: 'scope', title: words.columns.scope, render: (row) => (isTailored(row) ? <><Tag tone="todo">{words.tailoredOptions.tailored}</Tag> {scopeWords(row)}</> : <span className="muted">{words.all}</span>) },
  {
    key: 'published', title: words.columns.published, width: '15rem',
    render: ({ published }) => (published ? <><TemplateStateTag state="published" label={words.version(published.number)} /> <span className="small">{words.by(formatMoment(published.at), published.byName)}</span></> : <span className="faint">{words.never}</span>),
  },
  {
    key: 'draft', title: words.columns.draft, width: '15rem',
    render: ({ draft }) => (draft ? <><TemplateStateTag state="draft" label={words.version(draft.number)} /> <span className="small">{words.by(formatMoment(draft.at), draft.byName)}</span></> : <span className="faint">—</span>),
  },
];

/** Templates of documents in the order of handling a case: those for every case, and the tailored ones of one's scope (HND-05). */
export function TemplatesPage() {
  const [filters, setFilters, reset] = useFilters(['q', 'stage', 'tailored', 'state']);
  const [creating, setCreating] = useState(false);
  const navigate = useNavigate();
  const mayEdit = useHolds('templates.template.edit');
  const [stage, tailored, state] = [templateStages.find((one) => one === filters.stage), scopes.find((one) => one === filters.tailored), states.find((one) => one === filters.state)];
  const paged = useListed(listTemplates, { ...(filters.q ? { q: filters.q } : {}), ...(stage ? { stage } : {}), ...(tailored ? { tailored } : {}), ...(state ? { state } : {}) });
  const filtered = Object.keys(filters).length > 0;
  return (
    <Page
      fill title={words.title}
      actions={mayEdit ? <Button type="primary" onClick={() => setCreating(true)}>{words.create}</Button> : null}
      bar={
        <>
          <SearchField value={filters.q} placeholder={words.search} onChange={(q) => setFilters({ q })} />
          <FilterSelect label={words.stage} any={words.anyStage} value={stage} width={150} options={templateStages.map((one) => ({ value: one, label: templateStageLabels[one] }))} onChange={(next) => setFilters({ stage: next })} />
          <FilterSelect label={words.tailored} any={words.anyTailored} value={tailored} width={130} options={scopes.map((one) => ({ value: one, label: words.tailoredOptions[one] }))} onChange={(next) => setFilters({ tailored: next })} />
          <FilterSelect label={words.state} any={words.anyState} value={state} width={120} options={states.map((one) => ({ value: one, label: words.states[one] }))} onChange={(next) => setFilters({ state: next })} />
          {filtered ? <Button type="link" onClick={reset}>{words.reset}</Button> : null}
        </>
      }
    >
      <ListFrame
        label={words.title} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="68rem" empty={words.empty} onReset={filtered ? reset : undefined}
        onOpen={({ id, draft, published }) => {
          const versionId = (mayEdit ? draft ?? published : published ?? draft)?.versionId;
          void navigate(versionId === undefined ? links.documentTemplate(id) : links.documentTemplateVersion(versionId));
        }}
      />
      {creating ? <NewTemplate kind={undefined} onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}
