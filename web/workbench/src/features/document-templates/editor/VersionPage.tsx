import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  discardVersion, getTemplate, getVersion, listTemplates, publishVersion, retireTemplate, type TemplateContent, type TemplateDetail, type TemplateProblem, type TemplateVersion,
} from '@tongban/server/src/modules/templates/contract.ts';
import { App, Button, Input, Segmented, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { MergePanel } from '../../../shared/draft/MergePanel.tsx';
import { useKeeper, useUndoKeys } from '../../../shared/draft/use-keeper.ts';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text as shared } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { DangerButton } from '../../../shared/versions/DangerButton.tsx';
import { DiscardDraft } from '../../../shared/versions/DiscardDraft.tsx';
import { KeeperAlerts } from '../../../shared/versions/KeeperAlerts.tsx';
import { Obstacles } from '../../../shared/versions/Obstacles.tsx';
import { PublishDraft } from '../../../shared/versions/PublishDraft.tsx';
import { SaveStanding } from '../../../shared/versions/SaveStanding.tsx';
import { UndoButtons } from '../../../shared/versions/UndoButtons.tsx';
import { VersionTag } from '../../../shared/versions/VersionTag.tsx';
import { NewTemplate } from '../list/NewTemplate.tsx';
import { scopeWords } from '../list/scope-words.ts';
import { setAt } from '../model/edit-content.ts';
import { judge, vocabularyOf } from '../model/judge.ts';
import { TemplateKeeper } from '../model/template-keeper.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { CheckPanel, goTo } from './CheckPanel.tsx';
import { ContentEditor } from './ContentEditor.tsx';
import { EditingProvider, type Editing } from './editing.ts';
import { MessagePreview } from './MessagePreview.tsx';
import { PreviewPanel } from './PreviewPanel.tsx';
import { StartButton } from './StartButton.tsx';
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

function Version({ version, detail }: { version: TemplateVersion; detail: TemplateDetail }) {
  const keeper = useKeeper(() => new TemplateKeeper(version));
  useUndoKeys(keeper);
  const vocabulary = useMemo(() => vocabularyOf(version), [version]);
  const { content, note } = keeper.value;
  const problems = useMemo(() => judge(version, content), [version, content]);
  const obstacles = problems.filter(({ severity }) => severity === 'error');
  const [blocked, setBlocked] = useState(false);
  const [filters, setFilters] = useFilters(['view', 'with']);
  const view = filters.view === 'versions' ? 'versions' : 'edit';
  const closed = keeper.state === 'closed';
  const change = (next: TemplateContent, part: string) => keeper.change({ ...keeper.value, content: next }, part);
  const editing: Editing = {
    content, vocabulary, words: version.words, problems, disabled: closed, change,
    set: (path, value) => change(setAt(keeper.value.content, path, value === '' && omitted.has(path) ? undefined : value), path),
  };
  return (
    <Page
      title={version.name} aside={<Standing version={version} detail={detail} keeper={keeper} />} actions={<Actions version={version} detail={detail} keeper={keeper} obstacles={obstacles} onObstacles={() => setBlocked(true)} />}
      bar={<Segmented aria-label={words.label} value={view} options={[{ value: 'edit', label: words.views.edit }, { value: 'versions', label: words.views.versions(detail.versions.length) }]} onChange={(next) => setFilters({ view: next === 'edit' ? undefined : next })} />}
    >
      <KeeperAlerts
        keeper={keeper} conflict={<MergePanel keeper={keeper} describe={(path, value) => describeMerged(path, value)} />}
        readOnly={version.state === 'draft' && !version.abilities.publish ? words.readOnly : undefined}
      />
      <Obstacles obstacles={obstacles} shown={blocked} onGo={({ path }) => goTo(path)} onClose={() => setBlocked(false)} />
      {view === 'versions' ? <VersionsSection version={version} draft={keeper.value} detail={detail} vocabulary={vocabulary} /> : (
        <EditingProvider value={editing}>
          <div className="template-desk">
            <div className="template-desk__main">
              <ContentEditor />
              {closed ? null : <label className="template-note"><span>{text.editor.note}</span><Input value={note} maxLength={500} placeholder={text.editor.noteHelp} onChange={({ target }) => keeper.change({ ...keeper.value, note: target.value }, 'note')} /></label>}
            </div>
            <Side detail={detail} content={content} problems={problems} words={version.words} />
          </div>
        </EditingProvider>
      )}
    </Page>
  );
}

function describeMerged(path: string, value: unknown): string {
  if (path === 'note') return String(value);
  const content = value as TemplateContent;
  return content.kind === 'message' ? content.body : text.merge.blocks(content.kind === 'notice' ? content.blocks.length : content.fields.length);
}

/** Faults that leave nothing to be looked at; what only the law asks for does not. */
const shownAnyway = new Set(['statutory-part', 'no-signature']);

interface SideProps { detail: TemplateDetail; content: TemplateContent; problems: readonly TemplateProblem[]; words: TemplateVersion['words'] }

function Side({ detail, content, problems, words: messageWords }: SideProps) {
  const [side, setSide] = useState<'preview' | 'check'>('preview');
  const blocked = problems.some(({ severity, code }) => severity === 'error' && !shownAnyway.has(code));
  const of = { itemId: detail.item?.id ?? null, applicantKind: detail.applicantKind, blocked };
  return (
    <aside className="template-desk__side" aria-label={text.side.label}>
      <Tabs
        size="small" activeKey={side} onChange={(key) => setSide(key === 'check' ? 'check' : 'preview')}
        items={[
          { key: 'preview', label: text.side.preview, children: content.kind === 'message' ? <MessagePreview content={content} words={messageWords} itemName={detail.item?.name} {...of} /> : <PreviewPanel content={content} {...of} /> },
          { key: 'check', label: problems.length > 0 ? text.side.check(problems.length) : text.side.checked, children: <CheckPanel /> },
        ]}
      />
    </aside>
  );
}

function Standing({ version, detail, keeper }: { version: TemplateVersion; detail: TemplateDetail; keeper: TemplateKeeper }) {
  return <><VersionTag state={version.state} label={version.stateLabel} /> {shared.versions.number(version.number)}　<span className="muted">{scopeWords(detail)}</span><SaveStanding keeper={keeper} of={version} /></>;
}

interface ActionsProps { version: TemplateVersion; detail: TemplateDetail; keeper: TemplateKeeper; obstacles: readonly TemplateProblem[]; onObstacles: () => void }

function Actions({ version, detail, keeper, obstacles, onObstacles }: ActionsProps) {
  const editing = keeper.state !== 'closed';
  const publisher = useHolds('templates.version.publish');
  const mayEdit = useHolds('templates.template.edit');
  const [tailoring, setTailoring] = useState(false);
  const publish = useAction(publishVersion);
  const refresh = useRefresh();
  const isGeneral = detail.item === null && detail.applicantKind === null && detail.step === null;
  return (
    <>
      <Link to={links.documentTemplates(version.family)}>{words.back}</Link>
      {editing ? <UndoButtons keeper={keeper} /> : null}
      {!editing && isGeneral && mayEdit && detail.tailorable ? <Button onClick={() => setTailoring(true)}>{words.tailor}</Button> : null}
      {editing && version.abilities.discard ? <DiscardButton version={version} keeper={keeper} only={detail.versions.length === 1} /> : null}
      {detail.abilities.retire && version.state === 'published' ? <RetireButton version={version} /> : null}
      {detail.abilities.draft ? <StartButton templateId={detail.id} {...(version.state === 'published' ? {} : { from: version.id })} /> : null}
      {version.state === 'draft' ? (
        <PublishDraft
          keeper={keeper} draft={version} title={text.publish.title(version.name, version.number)} lead={text.publish.lead[version.family]} done={text.publish.done(version.number)} obstacles={obstacles.length} onObstacles={onObstacles} publisher={publisher}
          deed={publish} send={(revision, done) => publish.run({ params: { versionId: version.id }, body: { revision } }, done)} onDone={refresh} onRefresh={refresh}
        />
      ) : null}
      {tailoring ? <NewTemplate family={version.family} kind={version.kind} onClose={() => setTailoring(false)} /> : null}
    </>
  );
}

function DiscardButton({ version, keeper, only }: { version: TemplateVersion; keeper: TemplateKeeper; only: boolean }) {
  const discard = useAction(discardVersion);
  const navigate = useNavigate();
  const client = useQueryClient();
  return (
    <DiscardDraft
      keeper={keeper} title={words.discardTitle(version.number)} lead={only ? words.discardOnly : words.discardLead} deed={discard} send={(revision, done) => discard.run({ params: { versionId: version.id }, query: { revision } }, done)}
      onDone={() => {
        void client.invalidateQueries({ queryKey: [listTemplates.id] });
        void navigate(links.documentTemplates(version.family));
      }}
    />
  );
}

function RetireButton({ version }: { version: TemplateVersion }) {
  const { message } = App.useApp();
  const retire = useAction(retireTemplate);
  const refresh = useRefresh();
  const send = () => retire.run({ params: { templateId: version.templateId }, body: { versionId: version.id } }, () => {
    refresh();
    void message.success(words.retired);
  });
  return <DangerButton press={words.retire} title={words.retireTitle} lead={words.retireLead} deed={retire} onConfirm={send} />;
}
