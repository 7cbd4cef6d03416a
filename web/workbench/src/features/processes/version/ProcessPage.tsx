import { useQuery } from '@tanstack/react-query';
import { listProcessUses, type ProcessUse } from '@tongban/server/src/modules/catalog/contract.ts';
import { createProcessDraft, getProcess, getProcessVersion, type ProcessDetail } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { App, Button } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { PictureView } from '../../../shared/diagram/PictureView.tsx';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { usePaged } from '../../../shared/list/use-paged.ts';
import { links } from '../../../shared/links.ts';
import { Page, Panel } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { useAction } from '../../../shared/use-action.ts';
import { Migrations } from '../migration/Migrations.tsx';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import '../processes.css';

const words = text.process;

/** A process with its versions, the diagram of one of them, and the items that use it (WFL-01, WFL-03). */
export function ProcessPage() {
  const { key = '' } = useParams();
  const process = useQuery({ queryKey: [getProcess.id, key], queryFn: () => api.call(getProcess, { params: { key } }) });
  return <PageState query={process}>{(detail) => <Process detail={detail} />}</PageState>;
}

function Process({ detail }: { detail: ProcessDetail }) {
  const [filters, setFilters] = useFilters(['version']);
  const seesItems = useHolds('catalog.item.view');
  const [mayMigrate, mayReplay, seesTimes] = [useHolds('workflow.instance.migrate'), useHolds('replays.replay.run'), useHolds('supervision.step-time.view')];
  const shown = detail.versions.find(({ version }) => String(version) === filters.version) ?? detail.versions[0];
  return (
    <Page
      title={detail.name} aside={<span className="code">{detail.key}</span>}
      actions={
        <>
          <Link to={links.processes()}>{words.back}</Link>
          {detail.versions.length + (detail.draft ? 1 : 0) > 1 ? <Link to={links.processComparison(detail.key)}>{text.compare.open}</Link> : null}
          {mayMigrate && detail.versions.length > 1 ? <Link to={links.processMigration(detail.key)}>{text.migration.open}</Link> : null}
          {mayReplay ? <Link to={links.processReplay(detail.key)}>{text.replay.open}</Link> : null}
          {seesTimes && detail.published ? <Link to={links.stepTimes(detail.key)}>{words.stepTimes}</Link> : null}
          {detail.draft ? <Link to={links.processDraft(detail.draft.draftId)}>{words.openDraft}</Link> : null}
          {detail.abilities.draft ? <NewDraft processKey={detail.key} /> : null}
        </>
      }
    >
      {shown === undefined ? <Empty title={words.never}>{words.neverDetail}</Empty> : (
        <>
          <Panel title={words.diagram(shown.name, shown.version)} flush><Diagram definitionId={shown.definitionId} label={words.diagram(shown.name, shown.version)} /></Panel>
          <Panel title={words.versions}>
            <p className="muted small">{words.keepsRunning}</p>
            <Versions detail={detail} shown={shown.version} onShow={(version) => setFilters({ version: String(version) })} />
          </Panel>
          {mayMigrate && detail.versions.length > 1 ? <Panel title={text.migration.list} flush><Migrations processKey={detail.key} /></Panel> : null}
          {seesItems ? <Panel title={words.uses} flush><Uses processKey={detail.key} /></Panel> : null}
        </>
      )}
    </Page>
  );
}

function Diagram({ definitionId, label }: { definitionId: string; label: string }) {
  const version = useQuery({ queryKey: [getProcessVersion.id, definitionId], staleTime: Infinity, queryFn: () => api.call(getProcessVersion, { params: { definitionId } }) });
  return <QueryState query={version}>{({ xml }) => <div className="process-picture"><PictureView key={definitionId} xml={xml} label={label} saveAs={label} /></div>}</QueryState>;
}

function Versions({ detail, shown, onShow }: { detail: ProcessDetail; shown: number; onShow: (version: number) => void }) {
  return (
    <div className="process-scroll">
      <table className="process-table">
        <thead><tr>{words.columns.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
        <tbody>
          {detail.versions.map(({ definitionId, version, name, publishedAt, publishedByName, note, running }, index) => (
            <tr key={definitionId} aria-current={version === shown ? 'true' : undefined}>
              <td className="nowrap">{text.version(version)}</td>
              <td>{name}</td>
              <td className="small">{words.published(formatDateTime(publishedAt), publishedByName ?? words.brought)}</td>
              <td className="small">{note}</td>
              <td className="nowrap">{words.running(running)}</td>
              <td className="nowrap">
                {version === shown ? <span className="faint small">{words.shown}</span> : <Button type="link" size="small" onClick={() => onShow(version)}>{words.show}</Button>}
                <CompareLink detail={detail} index={index} />
                {detail.abilities.draft ? <NewDraft processKey={detail.key} from={definitionId} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Leads to what a version changed; the first one changed nothing. */
function CompareLink({ detail: { key, versions }, index }: { detail: ProcessDetail; index: number }) {
  const [shown, before] = [versions[index], versions[index + 1]];
  if (shown === undefined || before === undefined) return null;
  return <Link className="small process-link" to={links.processComparison(key, before.version, shown.version)}>{words.compareBefore}</Link>;
}

/** Starts a draft from a version, from the latest unless told, and opens it. */
function NewDraft({ processKey, from }: { processKey: string; from?: string }) {
  const create = useAction(createProcessDraft);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { message } = App.useApp();
  const start = () => create.run({ params: { key: processKey }, body: from === undefined ? {} : { fromDefinitionId: from } }, ({ draftId }) => {
    refresh();
    void message.success(words.drafted);
    void navigate(links.processDraft(draftId));
  });
  return (
    <>
      <Button type={from === undefined ? 'primary' : 'link'} size={from === undefined ? 'middle' : 'small'} loading={create.busy} onClick={() => { void start(); }}>{from === undefined ? words.newDraft : words.draftFrom}</Button>
      {create.problem ? <span className="is-wrong small" role="alert">{create.problem.title}</span> : null}
    </>
  );
}

const useColumns: readonly Column<ProcessUse>[] = [
  { key: 'item', title: words.useColumns.item, fixed: true, render: (row) => <span className="list__strong">{row.itemName}</span> },
  { key: 'department', title: words.useColumns.department, width: '12rem', render: (row) => row.departmentName },
  { key: 'version', title: words.useColumns.version, width: '11rem', render: (row) => words.itemVersion(row.versionNumber, words.states[row.versionState]) },
  { key: 'process', title: words.useColumns.process, width: '11rem', render: (row) => (row.processVersion === null ? words.newest : text.version(row.processVersion)) },
];

function Uses({ processKey }: { processKey: string }) {
  const navigate = useNavigate();
  const paged = usePaged({ key: [listProcessUses.id, processKey], fetch: (page, signal) => api.call(listProcessUses, { params: { key: processKey }, query: page }, { signal }) });
  const [title, detail] = words.noUses;
  return (
    <ListTable
      label={words.uses} columns={useColumns} rows={paged.rows} rowKey={(row) => row.versionId} paged={paged} minWidth="46rem"
      onOpen={(row) => { void navigate(links.catalogueVersion(row.versionId)); }} empty={<Empty title={title ?? ''}>{detail}</Empty>}
    />
  );
}
