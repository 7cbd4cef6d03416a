import { useQuery } from '@tanstack/react-query';
import { discardEntryVersion, getEntry, reviewEntryVersion, startEntryVersion, submitEntryVersion, withdrawEntryVersion, type EntryDetail, type EntryVersion } from '@tongban/server/src/modules/directory/entry.contract.ts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../../shared/links.ts';
import { Page, Panel } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { ReviewDialog } from '../../../shared/review/ReviewDialog.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { EntryContent } from './EntryContent.tsx';
import { EntryEditor } from './EntryEditor.tsx';
import { EntryStateTags, EntryVersionTag } from './EntryTags.tsx';
import { ReviewTrail } from './ReviewTrail.tsx';
import '../directory.css';

const words = text.entry;

/** One entry of the directory: what each version says, its sub-items, its review, and what may be done (CAT-01, CAT-03). */
export function EntryPage() {
  const { entryId = '' } = useParams();
  const query = useQuery({ queryKey: [getEntry.id, entryId], queryFn: () => api.call(getEntry, { params: { entryId } }) });
  return (
    <PageState query={query} lines={12}>
      {(detail) => <EntryDesk key={detail.entry.latestVersionId} detail={detail} />}
    </PageState>
  );
}

function EntryDesk({ detail }: { detail: EntryDetail }) {
  const { entry, versions, subItems, review } = detail;
  const [chosen, setChosen] = useState(entry.latestVersionId);
  const version = versions.find(({ versionId }) => versionId === chosen) ?? versions[0];
  const before = version && versions.find(({ versionNumber }) => versionNumber < version.versionNumber);
  if (!version) return null;
  return (
    <Page
      title={entry.name}
      aside={
        <>
          <EntryStateTags entry={entry} /> <span className="number">{entry.code}</span>
        </>
      }
      actions={<EntryActions detail={detail} version={versions.find(({ versionId }) => versionId === entry.latestVersionId) ?? version} />}
    >
      <div className="entry-page">
        <div className="entry-page__main">
          <EntryContent version={version} before={before} regionCode={entry.regionCode} />
        </div>
        <aside className="entry-page__side">
          <Panel title={words.versions} flush>
            <ol className="entry-versions">
              {versions.map((one) => (
                <li key={one.versionId}>
                  <button type="button" aria-current={one.versionId === version.versionId} onClick={() => setChosen(one.versionId)}>
                    <span>
                      {words.version(one.versionNumber)} <EntryVersionTag state={one.state} /> {one.cancels && one.state !== 'cancelled' ? <span className="faint small">{words.cancels}</span> : null}
                    </span>
                    <span className="faint small">{one.inForceAt ? words.inForce(formatMoment(one.inForceAt)) : words.createdBy(one.createdByName)}</span>
                  </button>
                </li>
              ))}
            </ol>
          </Panel>
          {review || version.reviewOpinion ? <ReviewTrail review={review} version={version} /> : null}
          {entry.parent ? (
            <Panel title={words.main}>
              <Link to={links.directoryEntry(entry.parent.id)}>{entry.parent.name}</Link>
            </Panel>
          ) : null}
          {subItems.length > 0 ? (
            <Panel title={`${words.subItems}（${subItems.length}）`}>
              <ul className="entry-subs">
                {subItems.map((sub) => (
                  <li key={sub.id}>
                    <Link to={links.directoryEntry(sub.id)}>{sub.name}</Link> {sub.state === 'in-force' ? null : <EntryStateTags entry={sub} />}
                  </li>
                ))}
              </ul>
            </Panel>
          ) : null}
          {entry.state === 'in-force' && entry.subItemCount === 0 ? (
            <Panel title={words.claims}>
              <Link to={links.directoryClaims({ view: 'records', entryId: entry.id })}>{text.claims.views.records}</Link>
            </Panel>
          ) : null}
        </aside>
      </div>
    </Page>
  );
}

function EntryActions({ detail, version }: { detail: EntryDetail; version: EntryVersion }) {
  const { entry, abilities } = detail;
  const { versionId, revision, abilities: may } = version;
  const [dialog, setDialog] = useState<'edit' | 'review'>();
  const [start, submit, withdraw, discard] = [useAction(startEntryVersion), useAction(submitEntryVersion), useAction(withdrawEntryVersion), useAction(discardEntryVersion)];
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const done = (told: string) => () => {
    void message.success(told);
    setDialog(undefined);
    refresh();
  };
  const at = { params: { versionId }, body: { revision } };
  const problem = start.problem ?? submit.problem ?? withdraw.problem ?? discard.problem;
  const startVersion = (cancels: boolean) => { void start.run({ params: { entryId: entry.id }, body: { cancels } }, done(text.done.drafted)); };
  return (
    <>
      <Button onClick={() => { void navigate(links.directory()); }}>{words.back}</Button>
      {abilities.change && entry.state === 'in-force' ? (
        <Button danger onClick={() => { void modal.confirm({ title: words.cancel, content: words.cancelLead, okText: text.confirm, cancelText: text.cancel, onOk: () => startVersion(true) }); }}>{words.cancel}</Button>
      ) : null}
      {abilities.change ? <Button loading={start.busy} onClick={() => startVersion(false)}>{words.newVersion}</Button> : null}
      {may.discard ? (
        <Button
          danger
          onClick={() => {
            void modal.confirm({
              title: words.discard, content: words.discardLead, okText: text.confirm, cancelText: text.cancel,
              onOk: () => discard.run(at, () => { done(text.done.discarded)(); if (entry.state === 'new' && version.versionNumber === 1) void navigate(links.directory()); }),
            });
          }}
        >
          {words.discard}
        </Button>
      ) : null}
      {may.withdraw ? <Button loading={withdraw.busy} onClick={() => { void withdraw.run(at, done(text.done.withdrawn)); }}>{words.withdraw}</Button> : null}
      {may.edit ? <Button onClick={() => setDialog('edit')}>{words.edit}</Button> : null}
      {may.submit ? <PrimaryButton loading={submit.busy} onPress={() => { void submit.run(at, done(text.done.submitted)); }}>{words.submit}</PrimaryButton> : null}
      {may.review ? <PrimaryButton onPress={() => setDialog('review')}>{words.review}</PrimaryButton> : null}
      {problem ? <div className="entry-page__problem"><ProblemAlert problem={problem} onRefresh={refresh} onClose={() => { for (const action of [start, submit, withdraw, discard]) action.clear(); }} /></div> : null}
      {dialog === 'edit' ? <EntryEditor version={version} regionCode={entry.regionCode} onClose={() => setDialog(undefined)} onDone={done(text.done.saved)} /> : null}
      {dialog === 'review' ? <Review version={version} onClose={() => setDialog(undefined)} onDone={(told) => done(told)()} /> : null}
    </>
  );
}

function Review({ version, onClose, onDone }: { version: EntryVersion; onClose: () => void; onDone: (told: string) => void }) {
  const { versionId, revision } = version;
  const review = useAction(reviewEntryVersion);
  return (
    <ReviewDialog
      kept={`directory.version.${versionId}.review`} usual={words.approveDefault} action={review} onRefresh={useRefresh()} onClose={onClose}
      onDecide={(decision, opinion, forget) => {
        void review.run({ params: { versionId }, body: { revision, decision, opinion } }, () => { forget(); onDone(text.done[decision]); });
      }}
    />
  );
}
