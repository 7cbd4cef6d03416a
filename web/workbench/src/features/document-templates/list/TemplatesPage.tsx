import { useQuery } from '@tanstack/react-query';
import { listMessageKinds, listTemplates, templateStageLabels, templateStages, type TemplateSummary } from '@tongban/server/src/modules/templates/contract.ts';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
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
import { NewTemplate } from './NewTemplate.tsx';
import { scopeWords } from './scope-words.ts';
import '../templates.css';

const words = text.list;
const states = ['draft', 'published', 'not-in-use'] as const;
const scopes = ['general', 'tailored'] as const;

const isTailored = ({ item, applicantKind, step }: TemplateSummary): boolean => item !== null || applicantKind !== null || step !== null;
const optionsOf = <K extends string>(values: readonly K[], labels: Readonly<Record<K, string>>) => values.map((value) => ({ value, label: labels[value] }));

function columnsOf(family: 'document' | 'message'): readonly Column<TemplateSummary>[] {
  return [
    { key: 'group', title: words.columns.group[family], width: family === 'document' ? '9rem' : '13rem', render: (row) => <span className="muted">{row.group}</span> },
    { key: 'name', title: words.columns.name[family], width: '14rem', render: (row) => <span className="list__strong">{row.kindName}</span> },
    { key: 'scope', title: words.columns.scope, render: (row) => (isTailored(row) ? <><Tag tone="todo">{words.tailoredOptions.tailored}</Tag> {scopeWords(row)}</> : <span className="muted">{words.all[family]}</span>) },
    {
      key: 'published', title: words.columns.published, width: '15rem',
      render: ({ published }) => (published ? <><VersionTag state="published" label={shared.versions.number(published.number)} /> <span className="small">{shared.versions.by(formatMoment(published.at), published.byName)}</span></> : <span className="faint">{words.never}</span>),
    },
    {
      key: 'draft', title: words.columns.draft, width: '15rem',
      render: ({ draft }) => (draft ? <><VersionTag state="draft" label={shared.versions.number(draft.number)} /> <span className="small">{shared.versions.by(formatMoment(draft.at), draft.byName)}</span></> : <span className="faint">—</span>),
    },
  ];
}
const columns = { document: columnsOf('document'), message: columnsOf('message') };

/** Templates: of documents in the order of handling a case, of messages by group; those for all, and the tailored ones of one's scope (HND-05). */
export function TemplatesPage() {
  const [filters, setFilters] = useFilters(['family', 'q', 'stage', 'topic', 'tailored', 'state']);
  const [creating, setCreating] = useState(false);
  const navigate = useNavigate();
  const mayEdit = useHolds('templates.template.edit');
  const family = filters.family === 'message' ? 'message' : 'document';
  const kinds = useQuery({ queryKey: [listMessageKinds.id], enabled: family === 'message', staleTime: Infinity, queryFn: () => api.call(listMessageKinds, {}) });
  const topics = [...new Map((kinds.data?.items ?? []).map(({ topic, topicName }) => [topic, topicName]))].map(([value, label]) => ({ value, label }));
  const [stage, tailored, state] = [templateStages.find((one) => one === filters.stage), scopes.find((one) => one === filters.tailored), states.find((one) => one === filters.state)];
  const paged = useListed(listTemplates, {
    family, ...(filters.q ? { q: filters.q } : {}), ...(tailored ? { tailored } : {}), ...(state ? { state } : {}),
    ...(family === 'document' ? (stage ? { stage } : {}) : filters.topic ? { topic: filters.topic } : {}),
  });
  const group = family === 'document' ? { key: 'stage', label: words.stage, any: words.anyStage, width: 150, options: optionsOf(templateStages, templateStageLabels) }
    : { key: 'topic', label: words.topic, any: words.anyTopic, width: 220, options: topics };
  return (
    <ListPage
      title={words.title} create={mayEdit ? { label: words.create, onPress: () => setCreating(true) } : undefined} search={words.search[family]} values={filters} onFilter={setFilters} kept={['family']}
      onReset={() => setFilters({ q: undefined, stage: undefined, topic: undefined, tailored: undefined, state: undefined })}
      lead={<Segmented aria-label={words.family} value={family} options={optionsOf(['document', 'message'] as const, words.families)} onChange={(next) => setFilters({ family: next === 'message' ? next : undefined, stage: undefined, topic: undefined })} />}
      filters={[
        group, { key: 'tailored', label: words.tailored, any: words.anyTailored, width: 130, options: optionsOf(scopes, words.tailoredOptions) },
        { key: 'state', label: words.state, any: words.anyState, width: 120, options: optionsOf(states, words.states) },
      ]}
      list={{
        columns: columns[family], rowKey: (row) => row.id, paged, minWidth: '68rem', empty: words.empty,
        onOpen: ({ id, draft, published }) => {
          const versionId = (mayEdit ? draft ?? published : published ?? draft)?.versionId;
          void navigate(versionId === undefined ? links.documentTemplate(id) : links.documentTemplateVersion(versionId));
        },
      }}
    >
      {creating ? <NewTemplate family={family} kind={undefined} onClose={() => setCreating(false)} /> : null}
    </ListPage>
  );
}
