import { useQuery } from '@tanstack/react-query';
import type { Problem } from '@tongban/contract-kit';
import { bundleComments, getBundle, getBundleParts, getBundleVersion, submitBundleVersion, withdrawBundleVersion, type BundleVersionView } from '@tongban/server/src/modules/bundles/contract.ts';
import { Alert, App, Button, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useDiscussion } from '../../../shared/review/use-discussion.ts';
import { useAction } from '../../../shared/use-action.ts';
import { NewDraft, VersionLines } from '../catalogue/BundleDrawer.tsx';
import { VersionStateTag } from '../catalogue/BundleStateTag.tsx';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { BasicSection } from './BasicSection.tsx';
import { ChecksSection } from './ChecksSection.tsx';
import type { ContentKeeper } from './content-keeper.ts';
import { FormSection } from './FormSection.tsx';
import { ItemsSection } from './ItemsSection.tsx';
import { MaterialsSection } from './MaterialsSection.tsx';
import { MergePanel } from './MergePanel.tsx';
import { PreviewSection } from './PreviewSection.tsx';
import { QuestionsSection } from './QuestionsSection.tsx';
import { ReviewSection } from './ReviewSection.tsx';
import { sectionNames, sectionOf, type SectionName, type SectionProps } from './section.ts';
import { SectionNav } from './SectionNav.tsx';
import { useContent } from './use-content.ts';
import { VersionReview } from './VersionReview.tsx';
import '../bundles.css';

const words = text.editing;

/** One version of a bundle: a draft is worked on and saved as one goes, any other is read and reviewed (BDL-01). */
export function VersionPage() {
  const { versionId = '' } = useParams();
  const version = useQuery({
    queryKey: [getBundleVersion.id, versionId],
    // What is worked on is merged with what others save, so the page is read once, and anew when it is opened again.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: () => api.call(getBundleVersion, { params: { versionId } }),
  });
  return <QueryState query={version} lines={12}>{(data) => <Version key={`${data.versionId} ${data.state}`} version={data} />}</QueryState>;
}

function Version({ version }: { version: BundleVersionView }) {
  const keeper = useContent(version);
  const [filters, setFilters] = useFilters(['part']);
  const section = sectionNames.find((name) => name === filters.part) ?? 'basic';
  const [goal, setGoal] = useState<string>();
  const go = (next: SectionName) => setFilters({ part: next === 'basic' ? undefined : next });
  useEffect(() => {
    if (goal === undefined) return;
    setGoal(undefined);
    showPlace(goal);
  }, [goal]);
  const { content, findings } = keeper;
  const discussion = useDiscussion(bundleComments, version, useRefresh());
  const closed = keeper.state === 'closed';
  return (
    <Page title={version.bundle.name} aside={<Standing version={version} keeper={keeper} />} actions={<Actions version={version} keeper={keeper} />}>
      {keeper.state === 'conflict' ? <MergePanel keeper={keeper} /> : null}
      {keeper.state === 'failed' ? <ProblemAlert problem={keeper.problem} /> : null}
      {closed ? <Alert type="info" showIcon title={words.readOnly[version.state]} description={describeReview(version)} /> : null}
      {!closed && version.reviewOpinion ? <Alert type="warning" showIcon title={words.returned(version.reviewOpinion)} /> : null}
      {keeper.mergedFrom === undefined ? null : <Alert type="info" showIcon closable title={words.merged(keeper.mergedFrom)} />}
      <div className="bundle-editing">
        <SectionNav section={section} findings={findings} openComments={discussion.open.length} counts={{ questions: content.questions.length, items: content.items.length }} onSection={go} />
        <div className="bundle-editing__main">
          <h2>{words.sections[section]}</h2>
          <Section section={section} version={version} keeper={keeper} discussion={discussion} onJump={(next, path) => { go(next); setGoal(path); }} />
        </div>
      </div>
    </Page>
  );
}

/** Who is asked now, or what was said last. */
function describeReview({ state, review, reviewOpinion }: BundleVersionView): string | undefined {
  const [task] = review?.tasks ?? [];
  if (state === 'in-review' && task) return text.review.waits(task.name, task.handler);
  return reviewOpinion ? words.opinion(reviewOpinion) : undefined;
}

/** Brings the place of a finding into view, or the nearest that is shown, and the keyboard to it. */
function showPlace(path: string): void {
  requestAnimationFrame(() => {
    for (let place = path; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('.')))) {
      const element = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(place)}"]`);
      if (!element) continue;
      element.scrollIntoView({ block: 'center' });
      element.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
      return;
    }
  });
}

interface SectionViewProps { section: SectionName; version: BundleVersionView; keeper: ContentKeeper; discussion: SectionProps['discussion']; onJump: (section: SectionName, path: string) => void }

function Section({ section, version, keeper, discussion, onJump }: SectionViewProps) {
  const { versionId } = version;
  const parts = useQuery({ queryKey: [getBundleParts.id, versionId, keeper.revision], placeholderData: (before) => before, queryFn: () => api.call(getBundleParts, { params: { versionId } }) });
  const shared: SectionProps = { content: keeper.content, parts: parts.data, findings: keeper.findings, discussion, disabled: keeper.state === 'closed', change: (next, part) => keeper.change(next, part) };
  switch (section) {
    case 'basic': return <BasicSection {...shared} />;
    case 'questions': return <QuestionsSection {...shared} />;
    case 'items': return <ItemsSection {...shared} />;
    case 'form': return <QueryState query={parts}>{() => <FormSection {...shared} />}</QueryState>;
    case 'materials': return <QueryState query={parts}>{() => <MaterialsSection {...shared} />}</QueryState>;
    case 'checks': return <ChecksSection findings={keeper.findings} saved={keeper.state === 'saved' || keeper.state === 'closed'} onJump={onJump} />;
    case 'preview': return <PreviewSection versionId={versionId} revision={keeper.revision} questions={keeper.content.questions} />;
    case 'review': return <ReviewSection version={{ ...version, content: keeper.content }} parts={parts.data} discussion={discussion} onJump={(path) => onJump(sectionOf(path), path)} />;
    case 'versions': return <Versions version={version} />;
  }
}

function Versions({ version }: { version: BundleVersionView }) {
  const bundleId = version.bundle.id;
  const bundle = useQuery({ queryKey: [getBundle.id, bundleId], queryFn: () => api.call(getBundle, { params: { bundleId } }) });
  return <QueryState query={bundle}>{({ versions }) => <div className="bundle-section"><VersionLines versions={versions} current={version.versionId} /></div>}</QueryState>;
}

function Standing({ version, keeper }: { version: BundleVersionView; keeper: ContentKeeper }) {
  const { state } = keeper;
  const bad = state === 'failed' || state === 'conflict' || state === 'offline';
  return (
    <>
      <VersionStateTag state={version.state} /> {words.version(version.versionNumber)}　{version.bundle.lead?.name ?? ''}
      {version.submittedByName && version.state === 'in-review' ? <span>　{words.submittedBy(version.submittedByName)}</span> : null}
      {state === 'closed' ? null : <span role="status" className={bad ? 'bundle-state is-bad' : 'bundle-state'}>{state === 'saved' ? words.states.saved(formatMoment(keeper.savedAt)) : words.states[state]}</span>}
    </>
  );
}

function Actions({ version, keeper }: { version: BundleVersionView; keeper: ContentKeeper }) {
  const { bundle, versionId, abilities } = version;
  const { message } = App.useApp();
  const refresh = useRefresh();
  const submit = useAction(submitBundleVersion);
  const withdraw = useAction(withdrawBundleVersion);
  const [reviewing, setReviewing] = useState(false);
  const detail = useQuery({ queryKey: [getBundle.id, bundle.id], queryFn: () => api.call(getBundle, { params: { bundleId: bundle.id } }) });
  const errors = keeper.findings.filter(({ severity }) => severity === 'error').length;
  const editing = keeper.state !== 'closed';
  const [, setFilters] = useFilters(['part']);
  const send = async () => {
    if (keeper.state === 'conflict') return void message.warning(words.states.conflict);
    if (errors > 0) {
      setFilters({ part: 'checks' });
      return void message.warning(words.submitBlocked(errors));
    }
    const revision = await keeper.flush();
    if (revision === undefined) return;
    await submit.run({ params: { versionId }, body: { revision } }, () => {
      void message.success(words.submitted);
      refresh();
    });
  };
  return (
    <>
      <Link to={links.bundles()}>{words.back}</Link>
      {editing ? (
        <>
          <Tooltip title="Ctrl+Z"><Button disabled={!keeper.canUndo} onClick={() => keeper.undo()}>{words.undo}</Button></Tooltip>
          <Tooltip title="Ctrl+Y"><Button disabled={!keeper.canRedo} onClick={() => keeper.redo()}>{words.redo}</Button></Tooltip>
        </>
      ) : null}
      {version.state === 'published' ? <Button href={links.portalBundle(bundle.id)} target="_blank">{words.portal}</Button> : null}
      {editing && abilities.submit ? (
        <PrimaryButton loading={submit.busy} onPress={() => { void send(); }}>{words.submit}</PrimaryButton>
      ) : null}
      {abilities.withdraw ? (
        <Button
          loading={withdraw.busy}
          onClick={() => {
            void withdraw.run({ params: { versionId }, body: { revision: version.revision } }, () => {
              void message.success(words.withdrawn);
              refresh();
            });
          }}
        >
          {words.withdraw}
        </Button>
      ) : null}
      {abilities.review ? <PrimaryButton onPress={() => setReviewing(true)}>{text.review.title}</PrimaryButton> : null}
      {!editing && version.state !== 'in-review' && detail.data ? <NewDraft detail={detail.data} /> : null}
      <Refusal action={submit} onRefresh={refresh} />
      <Refusal action={withdraw} onRefresh={refresh} />
      {reviewing ? <VersionReview version={version} onClose={() => setReviewing(false)} /> : null}
    </>
  );
}

function Refusal({ action, onRefresh }: { action: { problem: Problem | undefined; clear: () => void }; onRefresh: () => void }) {
  return action.problem ? <div className="bundle-problem"><ProblemAlert problem={action.problem} onRefresh={onRefresh} onClose={action.clear} /></div> : null;
}
