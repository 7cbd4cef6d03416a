import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  elementGroups, elementInfo, getItemVersion, isElementName, listVersionFiles, submitVersion, versionComments, type ElementGroup, type ElementName, type ItemVersion,
} from '@tongban/server/src/modules/catalog/contract.ts';
import { Alert, App, Button, Tooltip } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { Remarks } from '../../../shared/review/Remarks.tsx';
import { useDiscussion, type Discussion } from '../../../shared/review/use-discussion.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { CopyDialog } from './CopyDialog.tsx';
import { ElementField } from './ElementField.tsx';
import { withElement, type ElementsKeeper } from './elements-keeper.ts';
import { followCondition } from './follow-condition.ts';
import { GroupNav, groupNames } from './GroupNav.tsx';
import { shownElements } from './group-progress.ts';
import { useJump } from './jump.ts';
import { KnownFiles } from './known-files.ts';
import { MergePanel } from './MergePanel.tsx';
import { Saving } from './saving.ts';
import { Standing } from './Standing.tsx';
import { Unready } from './Unready.tsx';
import { useElements } from './use-elements.ts';
import './editor.css';
import '../catalogue.css';

const words = text.editing;

/** The whole content of a draft in a form, saved as one types (CAT-02). */
export function EditPage() {
  const { versionId = '' } = useParams();
  // What is typed is merged with what others save, so the page itself is read once.
  const version = useQuery({
    queryKey: [getItemVersion.id, versionId, 'edit'],
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: () => api.call(getItemVersion, { params: { versionId } }),
  });
  return (
    <PageState query={version} lines={12}>
      {(data) => <Editor key={data.versionId} version={data} />}
    </PageState>
  );
}

function Editor({ version }: { version: ItemVersion }) {
  const keeper = useElements(version);
  const [filters, setFilters] = useFilters(['group', 'at']);
  const [unready, setUnready] = useState(false);
  const files = useQuery({ queryKey: [listVersionFiles.id, version.versionId], queryFn: () => api.call(listVersionFiles, { params: { versionId: version.versionId } }) });
  const discussion = useDiscussion(versionComments, version);
  const group = groupNames.find((name) => name === filters.group) ?? groupOf(filters.at) ?? 'basic';
  const closed = keeper.state === 'closed' || !version.abilities.edit;
  const change = (changes: Partial<Record<ElementName, unknown>>, part: string) => {
    const conditions = changes.conditions;
    const followed = Array.isArray(conditions) ? followCondition(keeper.elements, conditions) : {};
    const free = Object.entries(followed).filter(([name]) => !version.lockedElements.includes(name));
    const next = [...Object.entries(changes), ...free].reduce((elements, [name, value]) => withElement(elements, name as ElementName, value), keeper.elements);
    keeper.change(next, part);
  };
  return (
    <Page title={keeper.elements.name} aside={<Standing version={version} keeper={keeper} />} actions={<Actions version={version} keeper={keeper} onUnready={() => setUnready(true)} />}>
      {keeper.state === 'conflict' ? <MergePanel keeper={keeper} /> : null}
      {keeper.state === 'failed' ? <ProblemAlert problem={keeper.problem} /> : null}
      {closed ? (
        <Alert type="warning" showIcon title={words.closed.title} description={words.closed.detail} action={<Link to={links.catalogueVersion(version.versionId)}>{words.view}</Link>} />
      ) : null}
      {keeper.mergedFrom === undefined ? null : <Alert type="info" showIcon closable title={words.merged(keeper.mergedFrom)} />}
      {unready && !closed ? <Unready findings={keeper.findings} onJump={(at) => setFilters({ group: undefined, at })} onClose={() => setUnready(false)} /> : null}
      <Saving value={() => keeper.flush()}>
        <KnownFiles value={files.data?.files ?? []}>
          <div className="editing">
            <GroupNav group={group} elements={keeper.elements} findings={keeper.findings} remarks={discussion.open} onGroup={(next) => setFilters({ group: next === 'basic' ? undefined : next, at: undefined })} />
            <div className="editing__form">
              <h2>{elementGroups[group]}</h2>
              <Fields key={`${group} ${filters.at ?? ''}`} group={group} keeper={keeper} locked={version.lockedElements} closed={closed} change={change} at={filters.at} discussion={discussion} />
            </div>
          </div>
        </KnownFiles>
      </Saving>
    </Page>
  );
}

/** The group that shows a place such as `materials.plan.name`. */
function groupOf(place: string | undefined): ElementGroup | undefined {
  const name = place?.split('.')[0] ?? '';
  return isElementName(name) ? elementInfo[name].group : undefined;
}

interface FieldsProps {
  group: ElementGroup;
  keeper: ElementsKeeper;
  locked: readonly string[];
  closed: boolean;
  change: (changes: Partial<Record<ElementName, unknown>>, part: string) => void;
  at: string | undefined;
  discussion: Discussion;
}

function Fields({ group, keeper, locked, closed, change, at, discussion }: FieldsProps) {
  useJump(at);
  return shownElements(group).map((name) => (
    <ElementField
      key={name}
      name={name}
      elements={keeper.elements}
      findings={keeper.findings}
      locked={locked.includes(name)}
      closed={closed}
      versionId={keeper.versionId}
      at={at}
      onChange={change}
      comments={<Remarks discussion={discussion} path={name} within />}
    />
  ));
}

function Actions({ version, keeper, onUnready }: { version: ItemVersion; keeper: ElementsKeeper; onUnready: () => void }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [copying, setCopying] = useState(false);
  const submit = useAction(submitVersion);
  const params = { versionId: version.versionId };
  const send = async () => {
    const revision = await keeper.flush();
    if (revision === undefined) return;
    const sent = await submit.run({ params, body: { revision } }, () => {
      void message.success(text.done.submit);
      void client.invalidateQueries();
      void navigate(links.catalogueVersion(version.versionId));
    });
    if (!sent) onUnready();
  };
  const notReady = submit.problem?.code === 'catalog.not-ready';
  return (
    <>
      <Tooltip title={words.undoKey}>
        <Button disabled={!keeper.canUndo} onClick={() => keeper.undo()}>{words.undo}</Button>
      </Tooltip>
      <Tooltip title={words.redoKey}>
        <Button disabled={!keeper.canRedo} onClick={() => keeper.redo()}>{words.redo}</Button>
      </Tooltip>
      <Button onClick={() => setCopying(true)}>{words.copy}</Button>
      <Button
        onClick={() => {
          void keeper.flush().then(() => client.invalidateQueries({ queryKey: [getItemVersion.id, version.versionId] }));
          void navigate(links.catalogueVersion(version.versionId));
        }}
      >
        {words.view}
      </Button>
      <PrimaryButton
        loading={submit.busy}
        disabled={keeper.state === 'conflict' || keeper.state === 'closed'}
        onPress={() => {
          void send();
        }}
      >
        {words.submit}
      </PrimaryButton>
      {submit.problem && !notReady ? (
        <div className="version__problem">
          <ProblemAlert problem={submit.problem} onClose={submit.clear} />
        </div>
      ) : null}
      {copying ? <CopyDialog keeper={keeper} locked={version.lockedElements} onClose={() => setCopying(false)} /> : null}
    </>
  );
}
