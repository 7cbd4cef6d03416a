import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { exportSpotCheck, getSpotCheck, type SpotCase, type SpotCheckView } from '@tongban/server/src/modules/supervision/spot-checks.contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { links } from '../../../shared/links.ts';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { Page, Panel } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { IssueDialog, type Beginning } from '../orders/IssueDialog.tsx';
import { text } from '../text.ts';
import { useNews } from '../use-news.ts';
import { InspectDrawer } from './InspectDrawer.tsx';
import '../supervision.css';

const words = text.spots;

/** One spot check: the cases that were drawn, what was found, and what came of it (SUP-02). */
export function SpotCheckPage() {
  const { checkId = '' } = useParams();
  const refetchInterval = useNews('supervision.spot-checks', [getSpotCheck], 60_000);
  const query = useQuery({ queryKey: [getSpotCheck.id, checkId], queryFn: () => api.call(getSpotCheck, { params: { checkId } }), refetchInterval });
  return <PageState query={query}>{(check) => <Check check={check} />}</PageState>;
}

function Check({ check }: { check: SpotCheckView }) {
  const navigate = useNavigate();
  const [inspectingId, setInspecting] = useState<string>();
  const inspecting = check.cases.find(({ id }) => id === inspectingId);
  const [issuing, setIssuing] = useState<Beginning>();
  const order = (one: SpotCase) => setIssuing({ key: `spot.${one.id}`, content: `${one.itemName} ${one.caseNumber}：${one.conclusion ?? ''}`, spotCaseId: one.id });
  return (
    <Page
      title={check.name} aside={<>{check.number}　{words.of(check.size, check.population)}　{words.progress(check.done, check.size)}　<span className="faint small">{words.seed(check.seed)}</span></>}
      actions={<><Button href={api.url(exportSpotCheck, { params: { checkId: check.id } })}>{words.export}</Button><Button icon={<ArrowLeftOutlined />} onClick={() => { void navigate(links.spotChecks()); }}>{words.back}</Button></>}
    >
      <Panel title={words.cases} flush>
        <ListTable<SpotCase> label={words.cases} cards columns={columnsFor(check.canOrder, ({ id }) => setInspecting(id), order)} rows={check.cases} rowKey={(row) => row.id} minWidth="72rem" empty={null} onOpen={({ id }) => setInspecting(id)} />
      </Panel>
      {check.done > 0 ? (
        <Panel title={words.results} flush>
          <ListTable<SpotCheckView['points'][number]> cards label={words.results} columns={pointColumns} rows={check.points} rowKey={(row) => row.point} minWidth="40rem" empty={null} />
        </Panel>
      ) : null}
      {inspecting ? <InspectDrawer spotCase={inspecting} checkId={check.id} onClose={() => setInspecting(undefined)} /> : null}
      {issuing ? <IssueDialog from={issuing} onClose={() => setIssuing(undefined)} /> : null}
    </Page>
  );
}

function columnsFor(canOrder: boolean, inspect: (one: SpotCase) => void, order: (one: SpotCase) => void): Column<SpotCase>[] {
  return [
    { key: 'number', title: words.caseColumns.number, width: '13rem', fixed: true, render: (row) => <span className="number">{row.caseNumber}</span> },
    { key: 'item', title: words.caseColumns.item, render: (row) => <span className="list__strong">{row.itemName}</span> },
    { key: 'department', title: words.caseColumns.department, width: '13rem', wrap: true, render: (row) => row.organizationName },
    { key: 'inspector', title: words.caseColumns.inspector, width: '6rem', render: (row) => row.inspector.name },
    { key: 'result', title: words.caseColumns.result, width: '7rem', render: (row) => (row.doneAt === null ? <Tag tone="todo">{words.waiting}</Tag> : <Tag tone={row.problems > 0 ? 'danger' : 'done'}>{row.problems > 0 ? words.problems(row.problems) : words.fine}</Tag>) },
    {
      key: 'act', title: '', width: '11rem',
      render: (row) => (
        <span className="demand">
          <Button size="small" onClick={(event) => { event.stopPropagation(); inspect(row); }}>{row.mine && row.doneAt === null ? words.inspect : words.look}</Button>
          {row.orderId ? <Link to={links.supervisionOrder(row.orderId)} onClick={(event) => event.stopPropagation()}>{words.ordered}</Link> : null}
          {canOrder && row.problems > 0 && row.orderId === null ? <Button size="small" onClick={(event) => { event.stopPropagation(); order(row); }}>{words.order}</Button> : null}
        </span>
      ),
    },
  ];
}

const pointColumns: readonly Column<SpotCheckView['points'][number]>[] = [
  { key: 'point', title: words.pointColumns.point, fixed: true, render: (row) => row.label },
  { key: 'fine', title: words.pointColumns.fine, width: '6rem', align: 'right', render: (row) => <span className="number">{row.fine}</span> },
  { key: 'problem', title: words.pointColumns.problem, width: '6rem', align: 'right', render: (row) => <span className={row.problem > 0 ? 'count is-danger' : 'number'}>{row.problem}</span> },
  { key: 'none', title: words.pointColumns.notApplicable, width: '6rem', align: 'right', render: (row) => <span className="number">{row.notApplicable}</span> },
];
