import { useQuery, useQueryClient } from '@tanstack/react-query';
import { discardVersion, exportDmn, exportWorkbook, getRuleSet, getVersion, listRuleSets, publishVersion, type RuleSetDetail, type RuleVersion } from '@tongban/server/src/kernel/rules/contract.ts';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { links } from '../../../shared/links.ts';
import { MergePanel } from '../../../shared/draft/MergePanel.tsx';
import { useKeeper, useUndoKeys } from '../../../shared/draft/use-keeper.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text as shared } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { DiscardDraft } from '../../../shared/versions/DiscardDraft.tsx';
import { KeeperAlerts } from '../../../shared/versions/KeeperAlerts.tsx';
import { Obstacles } from '../../../shared/versions/Obstacles.tsx';
import { PublishDraft } from '../../../shared/versions/PublishDraft.tsx';
import { SaveStanding } from '../../../shared/versions/SaveStanding.tsx';
import { UndoButtons } from '../../../shared/versions/UndoButtons.tsx';
import { VersionTag } from '../../../shared/versions/VersionTag.tsx';
import { describeMerged } from '../model/describe-merged.ts';
import type { Obstacle } from '../model/judge.ts';
import { RuleKeeper } from '../model/rule-keeper.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { RuleDesk } from './RuleDesk.tsx';
import { StartButton } from './StartButton.tsx';
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
  return (
    <Page
      title={version.name} aside={<Standing version={version} keeper={keeper} />}
      actions={<Actions version={version} detail={detail} keeper={keeper} obstacles={desk.obstacles} onObstacles={() => setBlocked(true)} />}
    >
      <KeeperAlerts keeper={keeper} conflict={<MergePanel keeper={keeper} describe={describeMerged} />} readOnly={version.state === 'draft' && !version.abilities.publish ? words.readOnly : undefined} />
      <Obstacles obstacles={desk.obstacles} shown={blocked} onGo={({ place }) => desk.go(place)} onClose={() => setBlocked(false)} />
      <RuleDesk version={version} detail={detail} keeper={keeper} desk={desk} />
    </Page>
  );
}

function Standing({ version, keeper }: { version: RuleVersion; keeper: RuleKeeper }) {
  return <><VersionTag state={version.state} label={version.stateLabel} /> {shared.versions.number(version.number)}　<span className="code">{version.code}</span><SaveStanding keeper={keeper} of={version} /></>;
}

interface ActionsProps { version: RuleVersion; detail: RuleSetDetail; keeper: RuleKeeper; obstacles: readonly Obstacle[]; onObstacles: () => void }

function Actions({ version, detail, keeper, obstacles, onObstacles }: ActionsProps) {
  const editing = keeper.state !== 'closed';
  const at = { params: { versionId: version.id } };
  const publisher = useHolds('rules.version.publish');
  const maySeeRuns = useHolds('rules.run.view');
  const publish = useAction(publishVersion);
  const refresh = useRefresh();
  return (
    <>
      <Link to={links.rules()}>{words.back}</Link>
      {maySeeRuns && detail.published ? <Link to={links.ruleRuns(detail.id)}>{text.runs.open}</Link> : null}
      {editing ? <UndoButtons keeper={keeper} /> : null}
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
      {detail.abilities.draft ? <StartButton ruleSetId={detail.id} {...(version.state === 'published' ? {} : { from: version.id })} /> : null}
      {version.state === 'draft' ? (
        <PublishDraft
          keeper={keeper} draft={version} title={text.publish.title(version.name, version.number)} lead={text.publish.lead} done={text.publish.done(version.number)} obstacles={obstacles.length} onObstacles={onObstacles} publisher={publisher}
          deed={publish} send={(revision, done) => publish.run({ ...at, body: { revision } }, done)} onDone={refresh} onRefresh={refresh}
        />
      ) : null}
    </>
  );
}

function DiscardButton({ version, keeper, only }: { version: RuleVersion; keeper: RuleKeeper; only: boolean }) {
  const discard = useAction(discardVersion);
  const navigate = useNavigate();
  const client = useQueryClient();
  return (
    <DiscardDraft
      keeper={keeper} title={words.discardTitle(version.number)} lead={only ? words.discardOnly : words.discardLead} deed={discard} send={(revision, done) => discard.run({ params: { versionId: version.id }, query: { revision } }, done)}
      onDone={() => {
        // Of what is gone nothing is read again.
        void client.invalidateQueries({ queryKey: [listRuleSets.id] });
        void navigate(links.rules());
      }}
    />
  );
}
