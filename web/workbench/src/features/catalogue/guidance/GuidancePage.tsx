import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getItemVersion, listVersionFiles, type ItemVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { exportGuidanceWays, type GivenAnswer } from '@tongban/server/src/modules/guidance/contract.ts';
import { Alert, Button, Segmented, Tabs, Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import type { ElementsKeeper } from '../editor/elements-keeper.ts';
import { KnownFiles } from '../editor/known-files.ts';
import { MergePanel } from '../editor/MergePanel.tsx';
import { Standing } from '../editor/Standing.tsx';
import { useElements } from '../editor/use-elements.ts';
import { text } from '../text.ts';
import { Aside } from './Aside.tsx';
import { ConfirmationPanel } from './ConfirmationPanel.tsx';
import { EditPanel } from './EditPanel.tsx';
import { FaultsPanel } from './FaultsPanel.tsx';
import { isEnd, type Flow } from './flow.ts';
import { FlowCanvas } from './FlowCanvas.tsx';
import { PathsView } from './PathsView.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { placeName, selectionOf, type Selection } from './selection.ts';
import { Findings } from './use-findings.ts';
import { useGuided } from './use-guided.ts';
import { WalkPanel } from './WalkPanel.tsx';
import '../catalogue.css';
import '../editor/editor.css';
import './guidance.css';

const words = text.guiding;

/** The guidance of a version: drawn, changed in place, proved as one types, walked, and confirmed (GDE-01, GDE-02). */
export function GuidancePage() {
  const { versionId = '' } = useParams();
  // As in the element editor: what is typed is merged with what others save, so the page itself is read once.
  const version = useQuery({
    queryKey: [getItemVersion.id, versionId, 'edit'], staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false,
    queryFn: () => api.call(getItemVersion, { params: { versionId } }),
  });
  return (
    <QueryState query={version} lines={12}>
      {(data) => <Guidance key={data.versionId} version={data} />}
    </QueryState>
  );
}

function Guidance({ version }: { version: ItemVersion }) {
  const keeper = useElements(version);
  const locked = version.lockedElements.includes('questionnaire');
  const readOnly = !version.abilities.edit || locked || keeper.state === 'closed';
  const editing = useGuided(keeper, readOnly);
  const [filters, setFilters] = useFilters(['tab', 'view']);
  const [answers, setAnswers] = useState<readonly GivenAnswer[]>([]);
  const files = useQuery({ queryKey: [listVersionFiles.id, version.versionId], queryFn: () => api.call(listVersionFiles, { params: { versionId: version.versionId } }) });
  const { flow, guided: { questionnaire }, report } = editing;
  const faulty = useMemo(() => {
    const places = new Set(report.faults.flatMap((fault) => { const at = selectionOf(fault, questionnaire, flow); return at ? [placeName(at)] : []; }));
    return (selection: Selection) => places.has(placeName(selection));
  }, [report, questionnaire, flow]);
  const walked = useMemo(() => followAnswers(flow, answers), [flow, answers]);
  const tab = filters.tab ?? 'edit';
  const openTab = (next: string) => setFilters({ tab: next === 'edit' ? undefined : next });
  const choose = (selection: Selection) => {
    editing.select(selection);
    if (tab !== 'edit' && selection.kind !== 'start') openTab('edit');
  };
  const panels = { ...editing, select: (selection: Selection | undefined) => { editing.select(selection); if (selection) openTab('edit'); } };
  const paths = filters.view === 'paths';
  const saveAll = async () => readOnly || await keeper.flush() !== undefined;
  const exportWays = async () => {
    if (await saveAll()) window.location.assign(api.url(exportGuidanceWays, { params: { versionId: version.versionId } }));
  };
  return (
    <Page
      fill={!paths}
      title={words.title(keeper.elements.name)}
      aside={<><Standing version={version} keeper={keeper} /> <span>{words.summary(questionnaire.questions.length, questionnaire.situations.length, report.pathCount)}</span></>}
      actions={<Actions version={version} keeper={keeper} readOnly={readOnly} paths={paths} onView={(view) => setFilters({ view })} />}
    >
      {locked ? <Alert type="info" showIcon title={words.locked} /> : null}
      {keeper.state === 'conflict' ? <MergePanel keeper={keeper} /> : null}
      {keeper.state === 'failed' ? <ProblemAlert problem={keeper.problem} /> : null}
      {keeper.mergedFrom === undefined ? null : <Alert type="info" showIcon closable title={text.editing.merged(keeper.mergedFrom)} />}
      {editing.removing && !readOnly ? <RemoveDialog editing={editing} asked={editing.removing} onClose={() => editing.remove(undefined)} /> : null}
      <KnownFiles value={files.data?.files ?? []}>
        <Findings value={keeper.findings}>
          {paths ? <PathsView editing={editing} itemId={version.itemId} versionId={version.versionId} onExport={() => { void exportWays(); }} /> : (
            <div className="guiding">
              <div className="guiding__picture">
                {flow ? (
                  <FlowCanvas questionnaire={questionnaire} flow={flow} selected={editing.selected} onSelect={choose} readOnly={readOnly} commands={editing} faulty={faulty} walked={walked} />
                ) : <Alert type="error" showIcon title={words.faults.tangled} />}
                <Aside editing={editing} onSelect={choose} />
              </div>
              <Tabs
                className="guiding__side" activeKey={tab} onChange={openTab} destroyOnHidden
                items={[
                  { key: 'edit', label: words.tabs.edit, children: <EditPanel editing={panels} itemId={version.itemId} /> },
                  {
                    key: 'faults',
                    label: <>{words.tabs.faults}{report.faults.length > 0 ? <span className="tab-count is-danger">{report.faults.length}</span> : null}</>,
                    children: <FaultsPanel editing={editing} onWalk={setAnswers} />,
                  },
                  { key: 'walk', label: words.tabs.walk, children: <WalkPanel editing={panels} itemId={version.itemId} versionId={version.versionId} answers={answers} onAnswers={setAnswers} /> },
                  {
                    key: 'confirmation', label: words.tabs.confirmation,
                    children: <ConfirmationPanel versionId={version.versionId} savedAt={keeper.savedAt} faults={report.faults.length} onSave={saveAll} />,
                  },
                ]}
              />
            </div>
          )}
        </Findings>
      </KnownFiles>
    </Page>
  );
}

/** The nodes that answers pass, with the option chosen at each. */
function followAnswers(flow: Flow | undefined, answers: readonly GivenAnswer[]): ReadonlyMap<number, string | undefined> {
  const passed = new Map<number, string | undefined>();
  if (!flow || answers.length === 0) return passed;
  const given = new Map(answers.map(({ question, option }) => [question, option]));
  for (let at = flow.root; !isEnd(at);) {
    const node = flow.nodes.get(at);
    const option = node && given.get(node.question);
    passed.set(at, option);
    if (!node || option === undefined) break;
    at = node.edges.get(option) ?? [];
  }
  return passed;
}

function Actions({ version, keeper, readOnly, paths, onView }: { version: ItemVersion; keeper: ElementsKeeper; readOnly: boolean; paths: boolean; onView: (view: string | undefined) => void }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const leave = (to: string) => {
    void keeper.flush().then(() => client.invalidateQueries({ queryKey: [getItemVersion.id, version.versionId] }));
    void navigate(to);
  };
  return (
    <>
      <Segmented
        value={paths ? 'paths' : 'flow'}
        options={[{ value: 'flow', label: words.views.flow }, { value: 'paths', label: words.views.paths }]}
        onChange={(view) => onView(view === 'paths' ? 'paths' : undefined)}
      />
      {readOnly ? <span className="muted small">{words.readOnly}</span> : (
        <>
          <Tooltip title={text.editing.undoKey}><Button disabled={!keeper.canUndo} onClick={() => keeper.undo()}>{text.editing.undo}</Button></Tooltip>
          <Tooltip title={text.editing.redoKey}><Button disabled={!keeper.canRedo} onClick={() => keeper.redo()}>{text.editing.redo}</Button></Tooltip>
          <Button onClick={() => leave(links.catalogueEdit(version.versionId))}>{text.actions.edit}</Button>
        </>
      )}
      <Button onClick={() => leave(links.catalogueVersion(version.versionId))}>{text.editing.view}</Button>
    </>
  );
}
