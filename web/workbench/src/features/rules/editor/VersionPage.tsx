import { useQuery, useQueryClient } from '@tanstack/react-query';
import { discardVersion, exportDmn, exportWorkbook, getRuleSet, getVersion, listRuleSets, type RuleSetDetail, type RuleVersion } from '@tongban/server/src/kernel/rules/contract.ts';
import { Alert, App, Button, Dropdown, Tooltip } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { links } from '../../../shared/links.ts';
import { MergePanel } from '../../../shared/draft/MergePanel.tsx';
import { useKeeper, useUndoKeys } from '../../../shared/draft/use-keeper.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { useAction } from '../../../shared/use-action.ts';
import { VersionStateTag } from '../list/VersionStateTag.tsx';
import { describeMerged } from '../model/describe-merged.ts';
import type { Obstacle } from '../model/judge.ts';
import { RuleKeeper } from '../model/rule-keeper.ts';
import { text } from '../text.ts';
import { NewDraftButton } from './NewDraftButton.tsx';
import { Obstacles, PublishButton } from './Publish.tsx';
import { RuleDesk } from './RuleDesk.tsx';
import { useDesk } from './use-desk.ts';
import '../rules.css';

const words = text.version;

/** One version of a rule set: a draft is worked on and saved as one goes, any other is read, tried and compared (DEC-02). */
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
      return { version, detail: await api.call(getRuleSet, { params: { ruleSetId: version.ruleSetId } }) };
    },
  });
  return <PageState query={found}>{({ version, detail }) => <Version key={`${version.id} ${version.state}`} version={version} detail={detail} />}</PageState>;
}

function Version({ version, detail }: { version: RuleVersion; detail: RuleSetDetail }) {
  const keeper = useKeeper(() => new RuleKeeper(version));
  useUndoKeys(keeper);
  const desk = useDesk(keeper);
  const [blocked, setBlocked] = useState(false);
  const closed = keeper.state === 'closed';
  return (
    <Page
      title={version.name} aside={<Standing version={version} keeper={keeper} />}
      actions={<Actions version={version} detail={detail} keeper={keeper} obstacles={desk.obstacles} onObstacles={() => setBlocked(true)} />}
    >
      {keeper.state === 'conflict' ? <MergePanel keeper={keeper} describe={describeMerged} /> : null}
      {keeper.state === 'failed' ? <ProblemAlert problem={keeper.problem} /> : null}
      {keeper.mergedFrom === undefined ? null : <Alert type="info" showIcon closable title={words.merged(keeper.mergedFrom)} />}
      {closed && version.state === 'draft' && !version.abilities.publish ? <Alert type="info" showIcon title={words.readOnly} /> : null}
      <Obstacles obstacles={desk.obstacles} shown={blocked} onGo={desk.go} onClose={() => setBlocked(false)} />
      <RuleDesk version={version} detail={detail} keeper={keeper} desk={desk} />
    </Page>
  );
}

function Standing({ version, keeper }: { version: RuleVersion; keeper: RuleKeeper }) {
  const { state } = keeper;
  const bad = state === 'failed' || state === 'conflict' || state === 'offline';
  return (
    <>
      <VersionStateTag state={version.state} label={version.stateLabel} /> {words.number(version.number)}　<span className="code">{version.code}</span>
      {state === 'closed' ? <span>　{version.publishedAt ? words.publishedBy(formatMoment(version.publishedAt), version.publishedByName ?? '') : words.changedBy(formatMoment(version.updatedAt), version.updatedByName)}</span>
        : <span role="status" className={bad ? 'rule-state is-bad' : 'rule-state'}>{state === 'saved' ? words.states.saved(formatMoment(keeper.savedAt)) : words.states[state]}</span>}
    </>
  );
}

interface ActionsProps { version: RuleVersion; detail: RuleSetDetail; keeper: RuleKeeper; obstacles: readonly Obstacle[]; onObstacles: () => void }

function Actions({ version, detail, keeper, obstacles, onObstacles }: ActionsProps) {
  const editing = keeper.state !== 'closed';
  // Whoever changed it last leaves the second look to somebody else.
  const touched = editing && (keeper.revision !== version.revision || keeper.state !== 'saved');
  const at = { params: { versionId: version.id } };
  const mayPublish = useHolds('rules.version.publish');
  return (
    <>
      <Link to={links.rules()}>{words.back}</Link>
      {editing ? (
        <>
          <Tooltip title="Ctrl+Z"><Button disabled={!keeper.canUndo} onClick={() => keeper.undo()}>{words.undo}</Button></Tooltip>
          <Tooltip title="Ctrl+Y"><Button disabled={!keeper.canRedo} onClick={() => keeper.redo()}>{words.redo}</Button></Tooltip>
        </>
      ) : null}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'xlsx', label: <a href={api.url(exportWorkbook, at)}>{words.excel}</a> }, { key: 'dmn', label: <a href={api.url(exportDmn, at)}>{words.dmn}</a> }, { key: 'print', label: words.print },
          ],
          onClick: ({ key }) => { if (key === 'print') window.print(); },
        }}
      >
        <Button>{words.export}</Button>
      </Dropdown>
      {editing && version.abilities.discard ? <DiscardButton version={version} keeper={keeper} only={detail.versions.length === 1} /> : null}
      {detail.abilities.draft ? <NewDraftButton ruleSetId={detail.id} {...(version.state === 'published' ? {} : { from: version.id })} /> : null}
      {version.state === 'draft' && version.abilities.publish && !touched ? <PublishButton version={version} keeper={keeper} obstacles={obstacles} onObstacles={onObstacles} /> : null}
      {version.state === 'draft' && editing && (touched || !version.abilities.publish) ? <Button onClick={onObstacles} title={mayPublish ? words.otherPublishes : words.askPublisher}>{obstacles.length > 0 ? words.obstacles(obstacles.length) : words.toPublish}</Button> : null}
    </>
  );
}

function DiscardButton({ version, keeper, only }: { version: RuleVersion; keeper: RuleKeeper; only: boolean }) {
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
        // Of what is gone nothing is read again.
        void client.invalidateQueries({ queryKey: [listRuleSets.id] });
        void message.success(words.discarded);
        void navigate(links.rules());
      });
    },
  });
  return (
    <>
      <Button danger type="text" loading={discard.busy} onClick={ask}>{words.discard}</Button>
      {discard.problem ? <div className="rule-problem"><ProblemAlert problem={discard.problem} onClose={discard.clear} /></div> : null}
    </>
  );
}
