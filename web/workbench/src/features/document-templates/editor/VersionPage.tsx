import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  checkTemplate, discardVersion, findTemplateKind, getTemplate, getVersion, listTemplates, retireTemplate, vocabularyWith, type DocumentDefinition, type TemplateDetail, type TemplateProblem, type TemplateVersion, type TemplateVocabulary,
} from '@tongban/server/src/modules/templates/contract.ts';
import { Alert, App, Button, Input, Segmented, Tabs, Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { MergePanel } from '../../../shared/draft/MergePanel.tsx';
import { useKeeper, useUndoKeys } from '../../../shared/draft/use-keeper.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { useAction } from '../../../shared/use-action.ts';
import { NewTemplate } from '../list/NewTemplate.tsx';
import { scopeWords } from '../list/scope-words.ts';
import { TemplateStateTag } from '../list/TemplateStateTag.tsx';
import { setAt } from '../model/edit-content.ts';
import { TemplateKeeper } from '../model/template-keeper.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { CheckPanel } from './CheckPanel.tsx';
import { ContentEditor } from './ContentEditor.tsx';
import { EditingProvider, type Editing } from './editing.ts';
import { NewDraftButton } from './NewDraftButton.tsx';
import { PreviewPanel } from './PreviewPanel.tsx';
import { Obstacles, PublishButton } from './Publish.tsx';
import { VersionsSection } from './VersionsSection.tsx';
import '../templates.css';

const words = text.version;
/** What may be left away when nothing is written in it. */
const omitted = new Set(['subtitle', 'statement']);

/** One version of a template: a draft is worded and saved as one goes, any other is read, looked at and compared (HND-05). */
export function VersionPage() {
  const { versionId = '' } = useParams();
  const found = useQuery({
    queryKey: [getVersion.id, versionId],
    // What is worked on is merged with what others save, so the page is read once, and anew when it is opened again.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: async () => {
      const version = await api.call(getVersion, { params: { versionId } });
      return { version, detail: await api.call(getTemplate, { params: { templateId: version.templateId } }) };
    },
  });
  return <PageState query={found}>{({ version, detail }) => <Version key={`${version.id} ${version.state}`} version={version} detail={detail} />}</PageState>;
}

function useVocabulary({ kind, application }: TemplateVersion): TemplateVocabulary {
  return useMemo(() => {
    const known = findTemplateKind(kind);
    return known ? vocabularyWith(known, application) : application;
  }, [kind, application]);
}

function useProblems({ kind }: TemplateVersion, content: DocumentDefinition, vocabulary: TemplateVocabulary): TemplateProblem[] {
  return useMemo(() => checkTemplate(content, { parts: findTemplateKind(kind)?.parts ?? [], vocabulary }), [kind, content, vocabulary]);
}

function Version({ version, detail }: { version: TemplateVersion; detail: TemplateDetail }) {
  const keeper = useKeeper(() => new TemplateKeeper(version));
  useUndoKeys(keeper);
  const vocabulary = useVocabulary(version);
  const { content, note } = keeper.value;
  const problems = useProblems(version, content, vocabulary);
  const obstacles = problems.filter(({ severity }) => severity === 'error');
  const [blocked, setBlocked] = useState(false);
  const [filters, setFilters] = useFilters(['view', 'with']);
  const view = filters.view === 'versions' ? 'versions' : 'edit';
  const closed = keeper.state === 'closed';
  const change = (next: DocumentDefinition, part: string) => keeper.change({ ...keeper.value, content: next }, part);
  const editing: Editing = {
    content, vocabulary, problems, disabled: closed, change,
    set: (path, value) => change(setAt(keeper.value.content, path, value === '' && omitted.has(path) ? undefined : value), path),
  };
  return (
    <Page
      title={version.name} aside={<Standing version={version} detail={detail} keeper={keeper} />} actions={<Actions version={version} detail={detail} keeper={keeper} obstacles={obstacles} onObstacles={() => setBlocked(true)} />}
      bar={<Segmented aria-label={words.label} value={view} options={[{ value: 'edit', label: words.views.edit }, { value: 'versions', label: words.views.versions(detail.versions.length) }]} onChange={(next) => setFilters({ view: next === 'edit' ? undefined : next })} />}
    >
      {keeper.state === 'conflict' ? <MergePanel keeper={keeper} describe={(path, value) => describeMerged(path, value)} /> : null}
      {keeper.state === 'failed' ? <ProblemAlert problem={keeper.problem} /> : null}
      {keeper.mergedFrom === undefined ? null : <Alert type="info" showIcon closable title={words.merged(keeper.mergedFrom)} />}
      {closed && version.state === 'draft' && !version.abilities.publish ? <Alert type="info" showIcon title={words.readOnly} /> : null}
      <Obstacles obstacles={obstacles} shown={blocked} onClose={() => setBlocked(false)} />
      {view === 'versions' ? <VersionsSection version={version} draft={keeper.value} detail={detail} vocabulary={vocabulary} /> : (
        <EditingProvider value={editing}>
          <div className="template-desk">
            <div className="template-desk__main">
              <ContentEditor />
              {closed ? null : <label className="template-note"><span>{text.editor.note}</span><Input value={note} maxLength={500} placeholder={text.editor.noteHelp} onChange={({ target }) => keeper.change({ ...keeper.value, note: target.value }, 'note')} /></label>}
            </div>
            <Side detail={detail} content={content} problems={problems} />
          </div>
        </EditingProvider>
      )}
    </Page>
  );
}

function describeMerged(path: string, value: unknown): string {
  if (path === 'note') return String(value);
  const content = value as DocumentDefinition;
  return text.merge.blocks(content.kind === 'notice' ? content.blocks.length : content.fields.length);
}

/** Faults that leave nothing to be looked at; what only the law asks for does not. */
const shownAnyway = new Set(['statutory-part', 'no-signature']);

function Side({ detail, content, problems }: { detail: TemplateDetail; content: DocumentDefinition; problems: readonly TemplateProblem[] }) {
  const [side, setSide] = useState<'preview' | 'check'>('preview');
  const blocked = problems.some(({ severity, code }) => severity === 'error' && !shownAnyway.has(code));
  return (
    <aside className="template-desk__side" aria-label={text.side.label}>
      <Tabs
        size="small" activeKey={side} onChange={(key) => setSide(key === 'check' ? 'check' : 'preview')}
        items={[
          { key: 'preview', label: text.side.preview, children: <PreviewPanel content={content} itemId={detail.item?.id ?? null} applicantKind={detail.applicantKind} blocked={blocked} /> },
          { key: 'check', label: problems.length > 0 ? text.side.check(problems.length) : text.side.checked, children: <CheckPanel /> },
        ]}
      />
    </aside>
  );
}

function Standing({ version, detail, keeper }: { version: TemplateVersion; detail: TemplateDetail; keeper: TemplateKeeper }) {
  const { state } = keeper;
  const bad = state === 'failed' || state === 'conflict' || state === 'offline';
  return (
    <>
      <TemplateStateTag state={version.state} label={version.stateLabel} /> {words.number(version.number)}　<span className="muted">{scopeWords(detail)}</span>
      {state === 'closed' ? <span>　{version.publishedAt ? words.publishedBy(formatMoment(version.publishedAt), version.publishedByName ?? '') : words.changedBy(formatMoment(version.updatedAt), version.updatedByName)}</span>
        : <span role="status" className={bad ? 'template-state is-bad' : 'template-state'}>{state === 'saved' ? words.states.saved(formatMoment(keeper.savedAt)) : words.states[state]}</span>}
    </>
  );
}

interface ActionsProps { version: TemplateVersion; detail: TemplateDetail; keeper: TemplateKeeper; obstacles: readonly TemplateProblem[]; onObstacles: () => void }

function Actions({ version, detail, keeper, obstacles, onObstacles }: ActionsProps) {
  const editing = keeper.state !== 'closed';
  // Whoever changed it last leaves the second look to somebody else.
  const touched = editing && (keeper.revision !== version.revision || keeper.state !== 'saved');
  const mayPublish = useHolds('templates.version.publish');
  const mayEdit = useHolds('templates.template.edit');
  const [tailoring, setTailoring] = useState(false);
  const isGeneral = detail.item === null && detail.applicantKind === null && detail.step === null;
  return (
    <>
      <Link to={links.documentTemplates()}>{words.back}</Link>
      {editing ? (
        <>
          <Tooltip title="Ctrl+Z"><Button disabled={!keeper.canUndo} onClick={() => keeper.undo()}>{words.undo}</Button></Tooltip>
          <Tooltip title="Ctrl+Y"><Button disabled={!keeper.canRedo} onClick={() => keeper.redo()}>{words.redo}</Button></Tooltip>
        </>
      ) : null}
      {!editing && isGeneral && mayEdit ? <Button onClick={() => setTailoring(true)}>{words.tailor}</Button> : null}
      {editing && version.abilities.discard ? <DiscardButton version={version} keeper={keeper} only={detail.versions.length === 1} /> : null}
      {detail.abilities.retire && version.state === 'published' ? <RetireButton version={version} /> : null}
      {detail.abilities.draft ? <NewDraftButton templateId={detail.id} {...(version.state === 'published' ? {} : { from: version.id })} /> : null}
      {version.state === 'draft' && version.abilities.publish && !touched ? <PublishButton version={version} keeper={keeper} obstacles={obstacles} onObstacles={onObstacles} /> : null}
      {version.state === 'draft' && editing && (touched || !version.abilities.publish) ? <Button onClick={onObstacles} title={mayPublish ? words.otherPublishes : words.askPublisher}>{obstacles.length > 0 ? words.obstacles(obstacles.length) : words.toPublish}</Button> : null}
      {tailoring ? <NewTemplate kind={version.kind} onClose={() => setTailoring(false)} /> : null}
    </>
  );
}

function DiscardButton({ version, keeper, only }: { version: TemplateVersion; keeper: TemplateKeeper; only: boolean }) {
  const { modal, message } = App.useApp();
  const discard = useAction(discardVersion);
  const navigate = useNavigate();
  const client = useQueryClient();
  const ask = () => modal.confirm({
    title: words.discardTitle(version.number), content: only ? words.discardOnly : words.discardLead, okText: words.discard, cancelText: text.cancel, okButtonProps: { danger: true },
    onOk: async () => {
      // What is still on its way would come back as an older revision.
      const revision = await keeper.flush();
      await discard.run({ params: { versionId: version.id }, query: { revision: revision ?? keeper.revision } }, () => {
        keeper.end();
        void client.invalidateQueries({ queryKey: [listTemplates.id] });
        void message.success(words.discarded);
        void navigate(links.documentTemplates());
      });
    },
  });
  return (
    <>
      <Button danger type="text" loading={discard.busy} onClick={ask}>{words.discard}</Button>
      {discard.problem ? <div className="template-problem"><ProblemAlert problem={discard.problem} onClose={discard.clear} /></div> : null}
    </>
  );
}

function RetireButton({ version }: { version: TemplateVersion }) {
  const { modal, message } = App.useApp();
  const retire = useAction(retireTemplate);
  const refresh = useRefresh();
  const ask = () => modal.confirm({
    title: words.retireTitle, content: words.retireLead, okText: words.retire, cancelText: text.cancel, okButtonProps: { danger: true },
    onOk: () => retire.run({ params: { templateId: version.templateId }, body: { versionId: version.id } }, () => {
      refresh();
      void message.success(words.retired);
    }),
  });
  return (
    <>
      <Button danger type="text" loading={retire.busy} onClick={ask}>{words.retire}</Button>
      {retire.problem ? <div className="template-problem"><ProblemAlert problem={retire.problem} onClose={retire.clear} /></div> : null}
    </>
  );
}
